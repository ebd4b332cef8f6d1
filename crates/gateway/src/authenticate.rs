//! Who signed this request?

use std::net::IpAddr;

use lirio_api::{AwsError, Protocol, Timestamp};
use lirio_protocol::RequestHead;
use lirio_protocol::sigv4::{self, Authorization, SigningKeys, Verified};
use lirio_service::{Caller, Identity, Principal, Source};
use subtle::ConstantTimeEq as _;

use crate::hints;

/// The caller of a request, and what its signature promises of the body.
pub(crate) struct Authenticated {
    /// Who.
    pub(crate) caller: Caller,
    /// The region of the credential scope, where the request is signed.
    pub(crate) region: Option<String>,
    /// What the body must be; `None` for unsigned requests.
    pub(crate) verified: Option<Verified>,
}

/// What is known of a request whose signature is to be checked.
pub(crate) struct Presented<'a> {
    pub(crate) head: RequestHead<'a>,
    /// As parsed from the head.
    pub(crate) authorization: Option<Authorization>,
    pub(crate) protocol: Protocol,
    /// The whole body, where it was collected before.
    pub(crate) body: Option<&'a [u8]>,
    pub(crate) address: IpAddr,
}

/// Verifies the signature, if there is one; a request without is anonymous.
pub(crate) fn authenticate(
    identity: &dyn Identity,
    keys: &SigningKeys,
    presented: Presented<'_>,
    now: Timestamp,
) -> Result<Authenticated, AwsError> {
    let Presented { head, authorization, protocol, body, address } = presented;
    let user_agent = head.header("user-agent").unwrap_or_default();
    let caller = |principal: Principal, access_key: Option<String>| Caller {
        principal,
        access_key,
        source: Source::Http { address, user_agent: user_agent.into() },
        may_wait: hints::may_wait(user_agent),
    };
    let Some(authorization) = authorization else {
        return Ok(Authenticated {
            caller: caller(Principal::Anonymous, None),
            region: None,
            verified: None,
        });
    };
    let credential = identity
        .credential(&authorization.access_key)?
        .ok_or_else(|| unknown_key(protocol, &authorization))?;
    if let Some(token) = &credential.session_token {
        // Tokens are compared like signatures: without telling where they differ.
        let given = authorization.session_token.as_deref().unwrap_or_default();
        if !bool::from(token.as_bytes().ct_eq(given.as_bytes())) {
            return Err(unknown_key(protocol, &authorization));
        }
    }
    if credential.expires.is_some_and(|end| end <= now) {
        return Err(expired(protocol));
    }
    let verified = sigv4::verify(keys, &authorization, &head, &credential.secret, now, body)?;
    Ok(Authenticated {
        region: Some(authorization.region.clone()),
        caller: caller(credential.principal, Some(authorization.access_key)),
        verified: Some(verified),
    })
}

/// The answer to a request without a signature, for services that serve nobody anonymously.
pub(crate) fn missing_token(protocol: Protocol) -> AwsError {
    let status = if matches!(protocol, Protocol::Json10 | Protocol::Json11) { 400 } else { 403 };
    AwsError::new("MissingAuthenticationToken", status, "Request is missing Authentication Token")
}

fn unknown_key(protocol: Protocol, authorization: &Authorization) -> AwsError {
    match protocol {
        Protocol::RestXml => AwsError::new(
            "InvalidAccessKeyId",
            403,
            "The AWS Access Key Id you provided does not exist in our records.",
        )
        .with("AWSAccessKeyId", authorization.access_key.as_str()),
        Protocol::Query => AwsError::new(
            "InvalidClientTokenId",
            403,
            "The security token included in the request is invalid.",
        ),
        Protocol::RestJson => AwsError::new(
            "UnrecognizedClientException",
            403,
            "The security token included in the request is invalid.",
        ),
        _ => AwsError::new(
            "UnrecognizedClientException",
            400,
            "The security token included in the request is invalid.",
        ),
    }
}

fn expired(protocol: Protocol) -> AwsError {
    match protocol {
        Protocol::RestXml => AwsError::new("ExpiredToken", 400, "The provided token has expired."),
        Protocol::Query => {
            AwsError::new("ExpiredToken", 403, "The security token included in the request is expired")
        }
        _ => AwsError::new(
            "ExpiredTokenException",
            403,
            "The security token included in the request is expired",
        ),
    }
}
