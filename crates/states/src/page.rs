//! Pages of listings.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lirio_api::{AwsError, stepfunctions::errors};
use lirio_store::Key;

/// How many items a page has: AWS's default is 100, its maximum 1000; 0 means the default.
pub(crate) fn size(asked: Option<i64>) -> usize {
    match asked {
        None | Some(..=0) => 100,
        Some(n) => usize::try_from(n).unwrap_or(1000).min(1000),
    }
}

/// The token of the page after `key`.  `listing` ties it to its listing.
pub(crate) fn token(listing: &str, key: &[u8]) -> String {
    let mut bytes = listing.as_bytes().to_vec();
    bytes.push(0);
    bytes.extend_from_slice(key);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The key in a token; `InvalidToken` for a token of another listing.
pub(crate) fn after(listing: &str, token: Option<&str>) -> Result<Option<Key>, AwsError> {
    let Some(token) = token else { return Ok(None) };
    let invalid = || errors::invalid_token("Invalid Token: 'Invalid token'");
    let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| invalid())?;
    let key = bytes.strip_prefix(listing.as_bytes()).and_then(|rest| rest.strip_prefix(&[0]));
    key.map(|key| Some(Key::from_bytes(key.to_vec()))).ok_or_else(invalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_come_back_to_their_listing() {
        let key = Key::new().str("a").u64(7);
        let text = token("machines", &key);
        assert_eq!(after("machines", Some(&text)).unwrap(), Some(key));
        assert_eq!(after("executions", Some(&text)).unwrap_err().code, "InvalidToken");
        assert_eq!(after("machines", Some("%")).unwrap_err().code, "InvalidToken");
        assert_eq!(after("machines", None).unwrap(), None);
    }

    #[test]
    fn sizes() {
        for (asked, expected) in [(None, 100), (Some(0), 100), (Some(7), 7), (Some(5000), 1000)] {
            assert_eq!(size(asked), expected);
        }
    }
}
