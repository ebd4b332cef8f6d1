//! Values while they are computed: JSON that is borrowed until something is made of it.

use std::borrow::Borrow;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::rc::Rc;

use serde_json::{Map, Value};

use crate::eval::environment::Frame;
use crate::eval::function::Func;
use crate::syntax::ast::Symbol;

thread_local! {
    /// Bytes of the values that are alive on this thread. Values stay on the thread that made them.
    static ALIVE: Cell<usize> = const { Cell::new(0) };
}

/// Bytes of the values that are alive on this thread.
pub(crate) fn alive() -> usize {
    ALIVE.get()
}

fn born(bytes: usize) {
    ALIVE.set(ALIVE.get().saturating_add(bytes));
}

fn gone(bytes: usize) {
    ALIVE.set(ALIVE.get().saturating_sub(bytes));
}

/// How deep arrays and objects that an evaluation makes may lie in one another.
pub(crate) const DEEPEST: u32 = 400;

/// A value.
#[derive(Clone, Default)]
pub(crate) enum V<'e> {
    #[default]
    Undef,
    Null,
    Bool(bool),
    Num(f64),
    Str(&'e str),
    Text(Rc<Text>),
    List(&'e Vec<Value>),
    Arr(Rc<Arr<'e>>),
    Map(&'e Map<String, Value>),
    Obj(Rc<Obj<'e>>),
    Func(Rc<Func<'e>>),
    /// Items with what their paths have bound; only between the steps of paths.
    Tuples(Rc<Vec<Tuple<'e>>>),
}

/// An item of a path that binds variables.
#[derive(Clone)]
pub(crate) struct Tuple<'e> {
    pub(crate) value: V<'e>,
    pub(crate) bound: Bound<'e>,
}

/// The bindings of an item, newest last.
pub(crate) type Bound<'e> = Vec<(Symbol, V<'e>)>;

/// Text that was made.
pub(crate) struct Text(Box<str>);

impl Text {
    pub(crate) fn new(text: String) -> Rc<Text> {
        born(text.len() + 40);
        Rc::new(Text(text.into_boxed_str()))
    }
}

impl Drop for Text {
    fn drop(&mut self) {
        gone(self.0.len() + 40);
    }
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

/// An array that was made.
pub(crate) struct Arr<'e> {
    pub(crate) items: Vec<V<'e>>,
    /// A result sequence: one item stands for itself, none for nothing.
    pub(crate) seq: bool,
    /// A sequence of one that stays an array.
    pub(crate) keep: bool,
    /// Written out in the expression: paths do not flatten it.
    pub(crate) cons: bool,
    pub(crate) depth: u32,
    charged: usize,
}

impl<'e> Arr<'e> {
    pub(crate) fn new(items: Vec<V<'e>>, seq: bool) -> Arr<'e> {
        let charged = items.capacity() * size_of::<V<'_>>() + 64;
        born(charged);
        let depth = 1 + items.iter().map(V::depth).max().unwrap_or(0);
        Arr { items, seq, keep: false, cons: false, depth, charged }
    }
}

impl Drop for Arr<'_> {
    fn drop(&mut self) {
        gone(self.charged);
        if self.items.iter().any(V::holds_more) {
            bury(std::mem::take(&mut self.items));
        }
    }
}

/// A name of a member.
#[derive(Clone)]
pub(crate) enum Key<'e> {
    Ref(&'e str),
    Own(Rc<Text>),
}

impl Deref for Key<'_> {
    type Target = str;
    fn deref(&self) -> &str {
        match self {
            Key::Ref(text) => text,
            Key::Own(text) => text,
        }
    }
}

impl Borrow<str> for Key<'_> {
    fn borrow(&self) -> &str {
        self
    }
}

impl PartialEq for Key<'_> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Key<'_> {}

impl PartialOrd for Key<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (**self).cmp(&**other)
    }
}

impl<'e> Key<'e> {
    pub(crate) fn value(&self) -> V<'e> {
        match self {
            Key::Ref(text) => V::Str(text),
            Key::Own(text) => V::Text(Rc::clone(text)),
        }
    }
}

/// Members in order, with an index once they are many.
#[derive(Default, Clone)]
pub(crate) struct Members<'e> {
    entries: Vec<(Key<'e>, V<'e>)>,
    index: Option<BTreeMap<Key<'e>, usize>>,
}

const INDEXED: usize = 12;

impl<'e> Members<'e> {
    pub(crate) fn position(&self, key: &str) -> Option<usize> {
        match &self.index {
            Some(index) => index.get(key).copied(),
            None => self.entries.iter().position(|(known, _)| &**known == key),
        }
    }

    pub(crate) fn get(&self, key: &str) -> Option<&V<'e>> {
        self.position(key).map(|at| &self.entries[at].1)
    }

    pub(crate) fn set(&mut self, key: Key<'e>, value: V<'e>) {
        if let Some(at) = self.position(&key) {
            self.entries[at].1 = value;
            return;
        }
        if let Some(index) = &mut self.index {
            index.insert(key.clone(), self.entries.len());
        }
        self.entries.push((key, value));
        if self.index.is_none() && self.entries.len() > INDEXED {
            self.index =
                Some(self.entries.iter().enumerate().map(|(at, (key, _))| (key.clone(), at)).collect());
        }
    }

    pub(crate) fn remove(&mut self, key: &str) {
        if let Some(at) = self.position(key) {
            self.entries.remove(at);
            if self.index.is_some() {
                self.index =
                    Some(self.entries.iter().enumerate().map(|(at, (key, _))| (key.clone(), at)).collect());
            }
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &(Key<'e>, V<'e>)> {
        self.entries.iter()
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn entry(&self, at: usize) -> &(Key<'e>, V<'e>) {
        &self.entries[at]
    }

    pub(crate) fn entry_mut(&mut self, at: usize) -> &mut V<'e> {
        &mut self.entries[at].1
    }
}

/// An object that was made.
pub(crate) struct Obj<'e> {
    pub(crate) members: Members<'e>,
    pub(crate) depth: u32,
    charged: usize,
}

impl<'e> Obj<'e> {
    pub(crate) fn new(members: Members<'e>) -> Obj<'e> {
        let each = if members.index.is_some() { 96 } else { 40 };
        let charged = members.entries.capacity() * each + 96;
        born(charged);
        let depth = 1 + members.entries.iter().map(|(_, value)| value.depth()).max().unwrap_or(0);
        Obj { members, depth, charged }
    }
}

impl Drop for Obj<'_> {
    fn drop(&mut self) {
        gone(self.charged);
        if self.members.entries.iter().any(|(_, value)| value.holds_more()) {
            let entries = std::mem::take(&mut self.members.entries);
            bury(entries.into_iter().map(|(_, value)| value).collect());
        }
    }
}

/// Drops values that hold values without recursion: functions hold environments, which hold functions.
pub(crate) fn bury(values: Vec<V<'_>>) {
    bury_all(values, Vec::new());
}

/// Drops values and environments without recursion.
pub(crate) fn bury_all<'e>(mut values: Vec<V<'e>>, mut frames: Vec<Rc<Frame<'e>>>) {
    loop {
        while let Some(value) = values.pop() {
            match value {
                V::Arr(shared) => {
                    if let Some(mut last) = Rc::into_inner(shared) {
                        values.append(&mut last.items);
                    }
                }
                V::Obj(shared) => {
                    if let Some(mut last) = Rc::into_inner(shared) {
                        let entries = std::mem::take(&mut last.members.entries);
                        values.extend(entries.into_iter().map(|(_, value)| value));
                    }
                }
                V::Func(shared) => {
                    if let Some(mut last) = Rc::into_inner(shared) {
                        last.empty(&mut values, &mut frames);
                    }
                }
                _ => {}
            }
        }
        let Some(frame) = frames.pop() else { return };
        if let Some(mut last) = Rc::into_inner(frame) {
            last.empty(&mut values, &mut frames);
        }
    }
}

impl<'e> From<&'e Value> for V<'e> {
    fn from(value: &'e Value) -> Self {
        match value {
            Value::Null => V::Null,
            Value::Bool(value) => V::Bool(*value),
            Value::Number(number) => V::Num(number.as_f64().unwrap_or(f64::NAN)),
            Value::String(text) => V::Str(text),
            Value::Array(items) => V::List(items),
            Value::Object(members) => V::Map(members),
        }
    }
}

impl<'e> V<'e> {
    pub(crate) fn text(text: impl Into<String>) -> V<'e> {
        V::Text(Text::new(text.into()))
    }

    /// A result sequence.
    pub(crate) fn seq(items: Vec<V<'e>>) -> V<'e> {
        V::Arr(Rc::new(Arr::new(items, true)))
    }

    /// A plain array.
    pub(crate) fn array(items: Vec<V<'e>>) -> V<'e> {
        V::Arr(Rc::new(Arr::new(items, false)))
    }

    pub(crate) fn object(members: Members<'e>) -> V<'e> {
        V::Obj(Rc::new(Obj::new(members)))
    }

    pub(crate) fn func(function: Func<'e>) -> V<'e> {
        V::Func(Rc::new(function))
    }

    /// An owned copy of borrowed members or of shared ones.
    pub(crate) fn members(&self) -> Members<'e> {
        match self {
            V::Obj(object) => object.members.clone(),
            V::Map(map) => {
                let mut members = Members::default();
                for (key, value) in *map {
                    members.set(Key::Ref(key), value.into());
                }
                members
            }
            _ => Members::default(),
        }
    }

    pub(crate) fn is_undef(&self) -> bool {
        matches!(self, V::Undef)
    }

    pub(crate) fn is_array(&self) -> bool {
        matches!(self, V::List(_) | V::Arr(_))
    }

    pub(crate) fn is_object(&self) -> bool {
        matches!(self, V::Map(_) | V::Obj(_))
    }

    pub(crate) fn is_seq(&self) -> bool {
        matches!(self, V::Arr(array) if array.seq)
    }

    pub(crate) fn is_func(&self) -> bool {
        matches!(self, V::Func(_))
    }

    /// The text of a string.
    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            V::Str(text) => Some(text),
            V::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A string as the name of a member.
    pub(crate) fn as_key(&self) -> Option<Key<'e>> {
        match self {
            V::Str(text) => Some(Key::Ref(text)),
            V::Text(text) => Some(Key::Own(Rc::clone(text))),
            _ => None,
        }
    }

    /// The length of an array.
    pub(crate) fn len(&self) -> usize {
        match self {
            V::List(list) => list.len(),
            V::Arr(array) => array.items.len(),
            _ => 0,
        }
    }

    /// The item of an array.
    pub(crate) fn item(&self, at: usize) -> V<'e> {
        match self {
            V::List(list) => list.get(at).map_or(V::Undef, V::from),
            V::Arr(array) => array.items.get(at).cloned().unwrap_or_default(),
            _ => V::Undef,
        }
    }

    /// The items of an array, or nothing if it is none.
    pub(crate) fn items(&self) -> impl Iterator<Item = V<'e>> + '_ {
        (0..self.len()).map(|at| self.item(at))
    }

    /// The items of an array, or the value itself as the only one.
    pub(crate) fn to_items(&self) -> Vec<V<'e>> {
        match self {
            V::Arr(array) => array.items.clone(),
            V::List(list) => list.iter().map(V::from).collect(),
            V::Undef => Vec::new(),
            other => vec![other.clone()],
        }
    }

    /// Appends the items of an array, or the value itself.
    pub(crate) fn flatten_into(self, items: &mut Vec<V<'e>>) {
        match self {
            V::Arr(array) => match Rc::try_unwrap(array) {
                Ok(mut own) => items.append(&mut own.items),
                Err(shared) => items.extend(shared.items.iter().cloned()),
            },
            V::List(list) => items.extend(list.iter().map(V::from)),
            other => items.push(other),
        }
    }

    /// A member of an object.
    pub(crate) fn member(&self, key: &str) -> V<'e> {
        match self {
            V::Map(map) => map.get(key).map_or(V::Undef, V::from),
            V::Obj(object) => object.members.get(key).cloned().unwrap_or_default(),
            _ => V::Undef,
        }
    }

    /// How many members an object has.
    pub(crate) fn member_count(&self) -> usize {
        match self {
            V::Map(map) => map.len(),
            V::Obj(object) => object.members.len(),
            _ => 0,
        }
    }

    /// Calls `each` with every member.
    pub(crate) fn each_member<F>(
        &self,
        mut each: impl FnMut(Key<'e>, V<'e>) -> Result<(), F>,
    ) -> Result<(), F> {
        match self {
            V::Map(map) => {
                for (key, value) in *map {
                    each(Key::Ref(key), value.into())?;
                }
            }
            V::Obj(object) => {
                for (key, value) in object.members.iter() {
                    each(key.clone(), value.clone())?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The values of the members.
    pub(crate) fn member_values(&self) -> Vec<V<'e>> {
        match self {
            V::Map(map) => map.values().map(V::from).collect(),
            V::Obj(object) => object.members.iter().map(|(_, value)| value.clone()).collect(),
            _ => Vec::new(),
        }
    }

    /// How deep made values lie in one another.
    pub(crate) fn depth(&self) -> u32 {
        match self {
            V::Arr(array) => array.depth,
            V::Obj(object) => object.depth,
            _ => 0,
        }
    }

    /// Whether dropping it may drop more values.
    fn holds_more(&self) -> bool {
        matches!(self, V::Arr(_) | V::Obj(_) | V::Func(_))
    }

    /// What a sequence stands for.
    pub(crate) fn normal(self) -> V<'e> {
        match &self {
            V::Arr(array) if array.seq => match array.items.len() {
                0 => V::Undef,
                1 if !array.keep => array.items[0].clone(),
                _ => self,
            },
            _ => self,
        }
    }

    /// The letter by which signatures know the type.
    pub(crate) fn letter(&self) -> u8 {
        match self {
            V::Undef | V::Tuples(_) => b'm',
            V::Null => b'l',
            V::Bool(_) => b'b',
            V::Num(_) => b'n',
            V::Str(_) | V::Text(_) => b's',
            V::List(_) | V::Arr(_) => b'a',
            V::Map(_) | V::Obj(_) => b'o',
            V::Func(_) => b'f',
        }
    }

    /// The boolean that conditions see; arrays need `truth_within`.
    pub(crate) fn truth(&self) -> bool {
        match self {
            V::Bool(value) => *value,
            V::Num(number) => *number != 0.0 && !number.is_nan(),
            V::Str(text) => !text.is_empty(),
            V::Text(text) => !text.is_empty(),
            V::List(_) | V::Arr(_) => self.truth_within(&mut 4096),
            V::Map(map) => !map.is_empty(),
            V::Obj(object) => object.members.len() > 0,
            V::Undef | V::Null | V::Func(_) | V::Tuples(_) => false,
        }
    }

    /// The same, while `left` lasts: values may share parts, so a small one may be long to walk.
    pub(crate) fn truth_within(&self, left: &mut usize) -> bool {
        if !self.is_array() {
            return self.truth();
        }
        for item in self.items() {
            *left = left.saturating_sub(1);
            if *left == 0 || item.truth_within(left) {
                return *left > 0;
            }
        }
        false
    }

    /// Deep equality, while `left` lasts.
    pub(crate) fn equals(&self, other: &V<'e>, left: &mut usize) -> bool {
        *left = left.saturating_sub(1);
        match (self, other) {
            _ if *left == 0 => false,
            (V::Undef, V::Undef) | (V::Null, V::Null) => true,
            (V::Bool(one), V::Bool(other)) => one == other,
            (V::Num(one), V::Num(other)) => one == other,
            _ => match (self.as_str(), other.as_str()) {
                (Some(one), Some(other)) => {
                    *left = left.saturating_sub(one.len().min(other.len()) / 64);
                    one == other
                }
                (None, None) => self.equals_deep(other, left),
                _ => false,
            },
        }
    }

    fn equals_deep(&self, other: &V<'e>, left: &mut usize) -> bool {
        if self.same(other) {
            return true;
        }
        if self.is_array() && other.is_array() {
            return self.len() == other.len()
                && self.items().zip(other.items()).all(|(one, other)| one.equals(&other, left));
        }
        if self.is_object() && other.is_object() {
            return self.member_count() == other.member_count()
                && self
                    .each_member(|key, value| {
                        let there = other.member(&key);
                        if !there.is_undef() && value.equals(&there, left) { Ok(()) } else { Err(()) }
                    })
                    .is_ok();
        }
        false
    }

    /// Whether both are one thing, not only alike.
    pub(crate) fn same(&self, other: &V<'e>) -> bool {
        match (self, other) {
            (V::Null, V::Null) => true,
            (V::Bool(left), V::Bool(right)) => left == right,
            (V::Num(left), V::Num(right)) => left == right,
            (V::List(left), V::List(right)) => std::ptr::eq(*left, *right),
            (V::Map(left), V::Map(right)) => std::ptr::eq(*left, *right),
            (V::Arr(left), V::Arr(right)) => Rc::ptr_eq(left, right),
            (V::Obj(left), V::Obj(right)) => Rc::ptr_eq(left, right),
            (V::Func(left), V::Func(right)) => Rc::ptr_eq(left, right),
            _ => self.as_str().is_some() && self.as_str() == other.as_str(),
        }
    }

    /// JSON of the value, of at most about `left` bytes; what is nothing or a function inside of it is null.
    /// There is none for a number that JSON has not, and when nothing is `left`.
    pub(crate) fn to_json(&self, left: &mut usize) -> Option<Value> {
        take_bytes(left, 40)?;
        Some(match self {
            V::Undef | V::Func(_) | V::Tuples(_) | V::Null => Value::Null,
            V::Bool(value) => Value::Bool(*value),
            V::Num(number) => Value::Number(crate::number::to_json(*number)?),
            V::Str(_) | V::Text(_) => {
                let text = self.as_str().unwrap_or_default();
                take_bytes(left, text.len())?;
                Value::String(text.to_owned())
            }
            V::List(list) => copy_list(list, left)?,
            V::Map(map) => copy_map(map, left)?,
            V::Arr(array) => {
                let mut items = Vec::with_capacity(array.items.len());
                for item in &array.items {
                    items.push(item.to_json(left)?);
                }
                Value::Array(items)
            }
            V::Obj(object) => {
                let mut map = Map::with_capacity(object.members.len());
                for (key, value) in object.members.iter() {
                    take_bytes(left, key.len() + 64)?;
                    map.insert(key.to_string(), value.to_json(left)?);
                }
                Value::Object(map)
            }
        })
    }
}

fn take_bytes(left: &mut usize, bytes: usize) -> Option<()> {
    *left = left.saturating_sub(bytes);
    (*left > 0).then_some(())
}

/// Copies borrowed JSON; what is a number there stays as it was written.
fn copy(value: &Value, left: &mut usize) -> Option<Value> {
    take_bytes(left, 32)?;
    match value {
        Value::Array(list) => copy_list(list, left),
        Value::Object(map) => copy_map(map, left),
        Value::String(text) => {
            take_bytes(left, text.len())?;
            Some(value.clone())
        }
        _ => Some(value.clone()),
    }
}

fn copy_list(list: &[Value], left: &mut usize) -> Option<Value> {
    let mut items = Vec::with_capacity(list.len());
    for item in list {
        items.push(copy(item, left)?);
    }
    Some(Value::Array(items))
}

fn copy_map(map: &Map<String, Value>, left: &mut usize) -> Option<Value> {
    let mut made = Map::with_capacity(map.len());
    for (key, value) in map {
        take_bytes(left, key.len() + 64)?;
        made.insert(key.clone(), copy(value, left)?);
    }
    Some(Value::Object(made))
}

/// The order of strings: by their UTF-16 units, as JavaScript and Java compare.
pub(crate) fn compare_text(left: &str, right: &str) -> std::cmp::Ordering {
    // UTF-8 has the same order below the surrogates.
    if left.bytes().chain(right.bytes()).all(|byte| byte < 0xee) {
        return left.cmp(right);
    }
    left.encode_utf16().cmp(right.encode_utf16())
}
