//! Built-in functions: JSONata's, and those that Step Functions adds.
//!
//! `$eval` is not among them: Step Functions refuses it, and has `$parse` instead.

pub(crate) mod arrays;
mod calendar;
pub(crate) mod date_picture;
mod datetime;
mod encode;
mod format_number;
mod higher;
mod integer_words;
pub(crate) mod matching;
mod numbers;
mod objects;
mod picture;
mod states;
pub(crate) mod text;

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::eval::{Machine, R};
use crate::syntax::signature::Signature;
use crate::value::V;

/// A built-in function, by its place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Builtin(u8);

/// A row of the table.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    signature: &'static str,
    /// How many arguments functions such as `$map` pass to it.
    pub(crate) arity: u8,
    pub(crate) run: for<'e> fn(&mut Machine<'e>, Vec<V<'e>>) -> R<'e>,
}

/// An argument; missing ones are nothing.
pub(crate) fn argument<'e>(arguments: &mut [V<'e>], at: usize) -> V<'e> {
    arguments.get_mut(at).map(std::mem::take).unwrap_or_default()
}

macro_rules! table {
    ($($name:literal $signature:literal $arity:literal $run:path;)*) => {
        const TABLE: &[Entry] = &[$(Entry { name: $name, signature: $signature, arity: $arity, run: $run },)*];
    };
}

table! {
    "sum" "<a<n>:n>" 1 numbers::sum;
    "count" "<a:n>" 1 arrays::count;
    "max" "<a<n>:n>" 1 numbers::max;
    "min" "<a<n>:n>" 1 numbers::min;
    "average" "<a<n>:n>" 1 numbers::average;
    "string" "<x-b?:s>" 1 text::string;
    "substring" "<s-nn?:s>" 3 text::substring;
    "substringBefore" "<s-s:s>" 2 text::substring_before;
    "substringAfter" "<s-s:s>" 2 text::substring_after;
    "lowercase" "<s-:s>" 1 text::lowercase;
    "uppercase" "<s-:s>" 1 text::uppercase;
    "length" "<s-:n>" 1 text::length;
    "trim" "<s-:s>" 1 text::trim;
    "pad" "<s-ns?:s>" 3 text::pad;
    "match" "<s-f<s:o>n?:a<o>>" 3 matching::find_matches;
    "contains" "<s-(sf):b>" 2 matching::contains;
    "replace" "<s-(sf)(sf)n?:s>" 4 matching::replace;
    "split" "<s-(sf)n?:a<s>>" 3 matching::split;
    "join" "<a<s>s?:s>" 2 text::join;
    "formatNumber" "<n-so?:s>" 3 format_number::format_number;
    "formatBase" "<n-n?:s>" 2 numbers::format_base;
    "formatInteger" "<n-s:s>" 2 picture::format_integer;
    "parseInteger" "<s-s:n>" 2 picture::parse_integer;
    "number" "<(nsb)-:n>" 1 numbers::number;
    "floor" "<n-:n>" 1 numbers::floor;
    "ceil" "<n-:n>" 1 numbers::ceil;
    "round" "<n-n?:n>" 2 numbers::round;
    "abs" "<n-:n>" 1 numbers::abs;
    "sqrt" "<n-:n>" 1 numbers::sqrt;
    "power" "<n-n:n>" 2 numbers::power;
    "random" "<n?:n>" 0 states::random;
    "boolean" "<x-:b>" 1 objects::boolean;
    "not" "<x-:b>" 1 objects::not;
    "map" "<af>" 2 higher::map;
    "zip" "<a+>" 0 arrays::zip;
    "filter" "<af>" 2 higher::filter;
    "single" "<af?>" 2 higher::single;
    "reduce" "<afj?:j>" 3 higher::reduce;
    "sift" "<o-f?:o>" 2 higher::sift;
    "keys" "<x-:a<s>>" 1 objects::keys;
    "lookup" "<x-s:x>" 2 objects::lookup;
    "append" "<xx:a>" 2 arrays::append;
    "exists" "<x:b>" 1 objects::exists;
    "spread" "<x-:a<o>>" 1 objects::spread;
    "merge" "<a<o>:o>" 1 objects::merge;
    "reverse" "<a:a>" 1 arrays::reverse;
    "each" "<o-f:a>" 2 higher::each;
    "error" "<s?:x>" 1 objects::error;
    "assert" "<bs?:x>" 2 objects::assert;
    "type" "<x:s>" 1 objects::type_of;
    "sort" "<af?:a>" 2 arrays::sort;
    "shuffle" "<a:a>" 1 arrays::shuffle;
    "distinct" "<x:x>" 1 arrays::distinct;
    "base64encode" "<s-:s>" 1 encode::base64_encode;
    "base64decode" "<s-:s>" 1 encode::base64_decode;
    "encodeUrlComponent" "<s-:s>" 1 encode::encode_component;
    "encodeUrl" "<s-:s>" 1 encode::encode_url;
    "decodeUrlComponent" "<s-:s>" 1 encode::decode_component;
    "decodeUrl" "<s-:s>" 1 encode::decode_url;
    "toMillis" "<s-s?:n>" 2 datetime::to_millis;
    "fromMillis" "<n-s?s?:s>" 3 datetime::from_millis;
    "clone" "<(oa)-:o>" 1 objects::clone;
    "now" "<s?s?:s>" 2 datetime::now;
    "millis" "<:n>" 0 datetime::millis;
    "partition" "<an:a>" 2 states::partition;
    "range" "<nnn:a>" 3 states::range;
    "hash" "<ss:s>" 2 states::hash;
    "uuid" "<:s>" 0 states::uuid;
    "parse" "<s-:x>" 1 states::parse;
}

/// What is made of the table once.
struct Prepared {
    names: HashMap<&'static str, Builtin>,
    signatures: Vec<Signature>,
    transform: Signature,
}

fn prepared() -> &'static Prepared {
    static PREPARED: OnceLock<Prepared> = OnceLock::new();
    PREPARED.get_or_init(|| Prepared {
        names: (0_u8..).zip(TABLE).map(|(at, entry)| (entry.name, Builtin(at))).collect(),
        signatures: TABLE.iter().map(|entry| Signature::parse(entry.signature).unwrap_or_default()).collect(),
        transform: Signature::parse("<(oa):o>").unwrap_or_default(),
    })
}

/// The built-in function of a name, without `$`.
pub(crate) fn find(name: &str) -> Option<Builtin> {
    prepared().names.get(name).copied()
}

/// The names of all built-in functions, without `$`.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|entry| entry.name)
}

/// The signature of what `|...|...|` makes.
pub(crate) fn transform_signature() -> &'static Signature {
    &prepared().transform
}

impl Builtin {
    pub(crate) fn entry(self) -> &'static Entry {
        &TABLE[usize::from(self.0)]
    }

    pub(crate) fn signature(self) -> &'static Signature {
        &prepared().signatures[usize::from(self.0)]
    }
}
