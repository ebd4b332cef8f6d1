//! Conditional requests: `If-Match` and its kin.

use lirio_api::{AwsError, Timestamp};

use crate::errors::{conflict, no_such_key, precondition_failed};
use crate::rows::{Content, Version};

/// The conditions of a read.
#[derive(Clone, Debug, Default)]
pub(crate) struct ReadConditions {
    pub(crate) if_match: Option<String>,
    pub(crate) if_none_match: Option<String>,
    pub(crate) if_modified_since: Option<Timestamp>,
    pub(crate) if_unmodified_since: Option<Timestamp>,
}

/// What the conditions of a read say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Go,
    /// The client's copy is current: 304.
    NotModified,
    /// 412, by this condition.
    Failed(&'static str),
}

impl ReadConditions {
    /// Judges them in the order of RFC 9110, which is S3's: a match makes `If-Unmodified-Since` moot, and
    /// a mismatch of `If-None-Match` makes `If-Modified-Since` moot.
    pub(crate) fn judge(&self, etag: &str, modified: Timestamp) -> Verdict {
        // HTTP dates have whole seconds.
        let modified = modified.0.div_euclid(1000);
        let since = |t: Timestamp| t.0.div_euclid(1000);
        match (&self.if_match, self.if_unmodified_since) {
            (Some(tags), _) if !matches(tags, etag) => return Verdict::Failed("If-Match"),
            (None, Some(t)) if modified > since(t) => return Verdict::Failed("If-Unmodified-Since"),
            _ => {}
        }
        match (&self.if_none_match, self.if_modified_since) {
            (Some(tags), _) if matches(tags, etag) => Verdict::NotModified,
            (None, Some(t)) if modified <= since(t) => Verdict::NotModified,
            _ => Verdict::Go,
        }
    }
}

/// Whether a header's list of entity tags has this one.
fn matches(header: &str, etag: &str) -> bool {
    header.split(',').map(bare).any(|tag| tag == "*" || tag == etag)
}

/// An entity tag without its quotes.
pub(crate) fn bare(tag: &str) -> &str {
    let tag = tag.trim();
    let tag = tag.strip_prefix("W/").unwrap_or(tag);
    tag.strip_prefix('"').and_then(|t| t.strip_suffix('"')).unwrap_or(tag)
}

/// The conditions of a write.
#[derive(Clone, Debug, Default)]
pub(crate) struct WriteConditions {
    if_match: Option<String>,
    if_none_match: bool,
}

impl WriteConditions {
    /// From the headers; S3 takes only `*` in `If-None-Match`.
    pub(crate) fn new(if_match: Option<String>, if_none_match: Option<String>) -> Result<Self, AwsError> {
        if if_match.is_some() && if_none_match.is_some() {
            return Err(not_implied("If-Match"));
        }
        if if_none_match.as_deref().is_some_and(|tags| tags.trim() != "*") {
            return Err(not_implied("If-None-Match"));
        }
        Ok(Self { if_match, if_none_match: if_none_match.is_some() })
    }

    /// Judges them against the current object (none: missing or deleted).
    ///
    /// `seen`: whether an earlier look, before the body came, found an object; if that one is gone, the
    /// request met a concurrent delete.
    pub(crate) fn check(&self, key: &str, current: Option<&Version>, seen: bool) -> Result<(), AwsError> {
        let content: Option<&Content> = current.and_then(|v| v.content.as_ref());
        if self.if_none_match && content.is_some() {
            return Err(precondition_failed("If-None-Match"));
        }
        match (&self.if_match, content) {
            (Some(tags), Some(content)) if !matches(tags, &content.etag) => {
                Err(precondition_failed("If-Match"))
            }
            (Some(_), None) if seen => Err(conflict("If-Match", key)),
            (Some(_), None) => Err(no_such_key(key)),
            _ => Ok(()),
        }
    }
}

fn not_implied(header: &'static str) -> AwsError {
    AwsError::new(
        "NotImplemented",
        501,
        "A header you provided implies functionality that is not implemented",
    )
    .with("Header", header)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads() {
        let at = |s: i64| Some(Timestamp(s * 1000));
        let check = |m: Option<&str>, n: Option<&str>, since: Option<Timestamp>, unmodified, expected| {
            let conditions = ReadConditions {
                if_match: m.map(str::to_owned),
                if_none_match: n.map(str::to_owned),
                if_modified_since: since,
                if_unmodified_since: unmodified,
            };
            assert_eq!(conditions.judge("e", Timestamp(10_500)), expected, "{conditions:?}");
        };
        check(None, None, None, None, Verdict::Go);
        check(Some("\"e\""), None, None, None, Verdict::Go);
        check(Some("e"), None, None, at(5), Verdict::Go);
        check(Some("\"x\", \"e\""), None, None, None, Verdict::Go);
        check(Some("\"x\""), None, None, None, Verdict::Failed("If-Match"));
        check(None, None, None, at(9), Verdict::Failed("If-Unmodified-Since"));
        check(None, None, None, at(10), Verdict::Go);
        check(None, Some("\"e\""), None, None, Verdict::NotModified);
        check(None, Some("*"), None, None, Verdict::NotModified);
        check(None, Some("\"x\""), at(20), None, Verdict::Go);
        check(None, None, at(10), None, Verdict::NotModified);
        check(None, None, at(9), None, Verdict::Go);
    }
}
