//! Authorization tokens: what `docker login` sends as a password.
//!
//! A token carries whom it stands for and until when, signed with a key that the store keeps: it needs no
//! row, is good after a restart, and nobody without the key can make one.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac as _};
use lirio_api::ecr::*;
use lirio_api::{AwsError, Timestamp};
use lirio_service::{Context, Principal, random_bytes};
use lirio_store::Key;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

use crate::Ecr;
use crate::repositories::{is_direct, registry_host};
use crate::tables::SECRETS;

/// How long a token is good: twelve hours, as ECR's.
const VALID_MS: i64 = 12 * 3600 * 1000;
/// Longer ones are not even looked at.
const LONGEST: usize = 8 * 1024;

/// What a token says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Claims {
    /// Whom it stands for.
    pub(crate) principal: Principal,
    /// The key that asked for it.
    pub(crate) access_key: Option<String>,
    /// The region it was asked for in.
    pub(crate) region: String,
    /// Until when.
    pub(crate) expires: Timestamp,
}

/// What is wrong with a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BadToken {
    /// It is not one of ours.
    Invalid,
    /// It was good once.
    Expired,
}

impl Ecr {
    pub(crate) async fn get_authorization_token(
        self: Arc<Self>,
        ctx: Context,
        input: GetAuthorizationTokenRequest,
    ) -> Result<GetAuthorizationTokenResponse, AwsError> {
        if let Some(other) = input.registry_ids.iter().flatten().find(|id| ***id != *ctx.scope.account) {
            return Err(AwsError::not_served(format_args!(
                "ECR access to the registry of another account ({other})"
            )));
        }
        let expires = Timestamp(ctx.now.0 + VALID_MS);
        let claims = Claims {
            principal: ctx.caller.principal.clone(),
            access_key: ctx.caller.access_key.clone(),
            region: ctx.scope.region.to_string(),
            expires,
        };
        let token = sign(&self.key_or_new().await?, &claims);
        // A loopback name or an address is served without TLS unless the operator set it up; Docker tries
        // TLS first there by itself.
        let scheme = if is_direct(&ctx.host) { "http" } else { "https" };
        let host = if ctx.host.is_empty() { registry_host(&ctx.scope, "") } else { ctx.host.to_string() };
        Ok(GetAuthorizationTokenResponse {
            authorization_data: Some(vec![AuthorizationData {
                authorization_token: Some(STANDARD.encode(format!("AWS:{token}"))),
                expires_at: Some(expires),
                proxy_endpoint: Some(format!("{scheme}://{host}")),
            }]),
        })
    }

    /// Whom a token stands for.
    pub(crate) fn claims(&self, token: &str) -> Result<Result<Claims, BadToken>, AwsError> {
        // Without a key no token was ever given.
        let Some(key) = self.key()? else { return Ok(Err(BadToken::Invalid)) };
        Ok(verify(&key, token, self.platform.now()))
    }

    fn key(&self) -> Result<Option<[u8; 32]>, AwsError> {
        if let Some(key) = self.token_key.get() {
            return Ok(Some(*key));
        }
        let stored = self.platform.store.read(|r| SECRETS.get(r, &Key::new().str("token")))?;
        stored.map(|text| self.remember(&text)).transpose()
    }

    async fn key_or_new(&self) -> Result<[u8; 32], AwsError> {
        if let Some(key) = self.key()? {
            return Ok(key);
        }
        let text = self
            .platform
            .store
            .commit(|txn| {
                let at = Key::new().str("token");
                if let Some(text) = SECRETS.get(txn, &at)? {
                    return Ok(text);
                }
                let text = STANDARD.encode(random_bytes::<32>());
                SECRETS.put(txn, &at, &text)?;
                Ok::<String, AwsError>(text)
            })
            .await?;
        self.remember(&text)
    }

    fn remember(&self, text: &str) -> Result<[u8; 32], AwsError> {
        let bytes = STANDARD.decode(text).map_err(AwsError::internal)?;
        let key = bytes.try_into().map_err(|_| AwsError::internal("the token key has not 32 bytes"))?;
        Ok(*self.token_key.get_or_init(|| key))
    }
}

fn mac(key: &[u8; 32], payload: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(b"lirio ecr token 1\n");
    mac.update(payload.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// `PAYLOAD.SIGNATURE`, both in base64url.
fn sign(key: &[u8; 32], claims: &Claims) -> String {
    let json = serde_json::to_vec(claims).expect("claims have string keys only");
    let payload = URL_SAFE_NO_PAD.encode(json);
    let signature = URL_SAFE_NO_PAD.encode(mac(key, &payload));
    format!("{payload}.{signature}")
}

fn verify(key: &[u8; 32], token: &str, now: Timestamp) -> Result<Claims, BadToken> {
    if token.len() > LONGEST {
        return Err(BadToken::Invalid);
    }
    let (payload, signature) = token.split_once('.').ok_or(BadToken::Invalid)?;
    let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| BadToken::Invalid)?;
    if !bool::from(mac(key, payload).ct_eq(&signature)) {
        return Err(BadToken::Invalid);
    }
    let json = URL_SAFE_NO_PAD.decode(payload).map_err(|_| BadToken::Invalid)?;
    let claims: Claims = serde_json::from_slice(&json).map_err(|_| BadToken::Invalid)?;
    if claims.expires <= now { Err(BadToken::Expired) } else { Ok(claims) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_unexpired_tokens_are_good() {
        let key = [7; 32];
        let claims = Claims {
            principal: Principal::Root { account: "000000000000".into() },
            access_key: Some("AKIA".into()),
            region: "eu-west-1".into(),
            expires: Timestamp(1000),
        };
        let token = sign(&key, &claims);
        let forged = sign(&[8; 32], &claims);
        let (payload, signature) = token.split_once('.').unwrap();
        let check = |token: &str, now: i64, expected: Result<Claims, BadToken>| {
            assert_eq!(verify(&key, token, Timestamp(now)), expected, "{token}");
        };
        check(&token, 999, Ok(claims.clone()));
        check(&token, 1000, Err(BadToken::Expired));
        check(&forged, 0, Err(BadToken::Invalid));
        check(payload, 0, Err(BadToken::Invalid));
        check("", 0, Err(BadToken::Invalid));
        check(&format!("{payload}."), 0, Err(BadToken::Invalid));
        check(&format!("{payload}.{}", &signature[..signature.len() - 2]), 0, Err(BadToken::Invalid));
        check(&format!("A{payload}.{signature}"), 0, Err(BadToken::Invalid));
        check(&"a".repeat(LONGEST + 1), 0, Err(BadToken::Invalid));
        let later = Claims { expires: Timestamp(9999), ..claims };
        let (longer, _) =
            sign(&key, &later).split_once('.').map(|(p, s)| (p.to_owned(), s.to_owned())).unwrap();
        check(&format!("{longer}.{signature}"), 0, Err(BadToken::Invalid));
    }
}
