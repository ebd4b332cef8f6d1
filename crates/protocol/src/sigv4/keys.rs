//! Signing keys, and those of the day.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use ring::hmac;

/// So many access keys have theirs kept, and each for so many scopes; beyond that they are forgotten and made again.
const MOST: usize = 1024;
const MOST_SCOPES: usize = 64;

/// A key that signs for one day, region and service. Cheap to clone.
#[derive(Clone)]
pub struct SigningKey(pub(super) Arc<hmac::Key>);

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SigningKey(..)")
    }
}

/// Signing keys of the requests seen: a client signs a day long with one key, which takes four times the work of a
/// signature to make.
#[derive(Debug, Default)]
pub struct SigningKeys(RwLock<HashMap<String, Vec<Kept>>>);

struct Kept {
    scope: String,
    secret: String,
    key: SigningKey,
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Kept(..)")
    }
}

impl SigningKeys {
    /// The key, if it was made of this secret before.
    pub(super) fn get(&self, access_key: &str, scope: &str, secret: &str) -> Option<SigningKey> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let found = kept.get(access_key)?.iter().find(|kept| kept.scope == scope)?;
        (found.secret == secret).then(|| found.key.clone())
    }

    /// Keeps a key that has verified a request.
    pub(super) fn keep(&self, access_key: &str, scope: &str, secret: &str, key: &SigningKey) {
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        let scopes = kept.entry(access_key.to_owned()).or_default();
        if scopes.len() >= MOST_SCOPES {
            scopes.clear();
        }
        // One of another secret is one that the access key had before.
        scopes.retain(|kept| kept.scope != scope);
        scopes.push(Kept { scope: scope.to_owned(), secret: secret.to_owned(), key: key.clone() });
    }
}

#[cfg(test)]
mod tests {
    use super::super::canonical::{signature, signing_key};
    use super::*;

    #[test]
    fn a_key_is_kept_for_its_scope_and_secret() {
        let keys = SigningKeys::default();
        let key = |secret: &str| signing_key(secret, "20261126", "eu-west-1", "s3");
        keys.keep("A", "scope", "one", &key("one"));
        let check = |access_key: &str, scope: &str, secret: &str, expected: bool| {
            let found = keys.get(access_key, scope, secret).map(|found| signature(&found, "text"));
            assert_eq!(
                found,
                expected.then(|| signature(&key(secret), "text")),
                "{access_key} {scope} {secret}"
            );
        };
        check("A", "scope", "one", true);
        check("A", "scope", "two", false);
        check("A", "another", "one", false);
        check("B", "scope", "one", false);
        keys.keep("A", "scope", "two", &key("two"));
        check("A", "scope", "one", false);
        check("A", "scope", "two", true);
    }

    #[test]
    fn only_so_many_are_kept() {
        let keys = SigningKeys::default();
        let key = signing_key("secret", "20261126", "eu-west-1", "s3");
        for number in 0..10 * MOST {
            keys.keep(&format!("A{number}"), "scope", "secret", &key);
            keys.keep("A", &format!("scope {number}"), "secret", &key);
        }
        let kept = keys.0.read().unwrap();
        assert!(kept.len() <= MOST + 1 && kept["A"].len() <= MOST_SCOPES);
    }
}
