//! Pages of lists: `Limit` and `NextToken`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lirio_api::AwsError;

/// Items of a page when the request does not say.
const DEFAULT_LIMIT: usize = 100;

/// A page of a list.
#[derive(Debug)]
pub(crate) struct Page<T> {
    pub(crate) items: Vec<T>,
    pub(crate) next_token: Option<String>,
}

/// Cuts a page out of a list in the order of its names. The token is the last name given, so that items that come
/// and go do not shift pages.
pub(crate) fn page<T>(
    items: Vec<T>,
    name: impl Fn(&T) -> &str,
    token: Option<&str>,
    limit: Option<i64>,
) -> Result<Page<T>, AwsError> {
    let after = token.map(read_token).transpose()?;
    let limit = limit.and_then(|l| usize::try_from(l).ok()).unwrap_or(DEFAULT_LIMIT).max(1);
    let mut items: Vec<T> =
        items.into_iter().filter(|item| after.as_deref().is_none_or(|after| name(item) > after)).collect();
    let more = items.len() > limit;
    items.truncate(limit);
    let next_token = if more { items.last().map(|last| URL_SAFE_NO_PAD.encode(name(last))) } else { None };
    Ok(Page { items, next_token })
}

fn read_token(token: &str) -> Result<String, AwsError> {
    URL_SAFE_NO_PAD
        .decode(token)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .ok_or_else(|| AwsError::validation("Parameter NextToken is not valid."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_each_other() {
        let names = || vec!["a".to_owned(), "b".to_owned(), "c".to_owned()];
        let first = page(names(), |n| n, None, Some(2)).unwrap();
        assert_eq!(first.items, ["a", "b"]);
        let second = page(names(), |n| n, first.next_token.as_deref(), Some(2)).unwrap();
        assert_eq!((second.items, second.next_token), (vec!["c".to_owned()], None));
        assert!(page(names(), |n| n, Some("*"), None).is_err());
    }
}
