//! Checking who signed a request.

use lirio_api::{AwsError, Timestamp};
use subtle::ConstantTimeEq as _;

use super::canonical::{self, Signed};
use super::keys::{SigningKey, SigningKeys};
use super::{ALGORITHM, TERMINATOR, UNSIGNED};
use crate::{RequestHead, uri};

/// How far a client's clock may be off, in milliseconds.
const MAX_SKEW_MS: i64 = 15 * 60 * 1000;
/// A presigned request lives a week at most, in seconds.
const MAX_EXPIRES: u64 = 7 * 24 * 60 * 60;

/// What a signed request says of itself.
#[derive(Clone, Debug)]
pub struct Authorization {
    /// The access key id.
    pub access_key: String,
    /// `yyyymmdd` of the credential scope.
    pub date: String,
    /// The region of the credential scope.
    pub region: String,
    /// The service of the credential scope.
    pub service: String,
    /// Names of the signed headers, lower case, sorted.
    pub signed_headers: Vec<String>,
    /// The signature, hexadecimal.
    pub signature: String,
    /// When it was signed.
    pub timestamp: Timestamp,
    /// Of a presigned request: seconds it is good for.
    pub expires: Option<u64>,
    /// The token of temporary credentials.
    pub session_token: Option<String>,
    /// What is said of the body.
    pub payload: PayloadHash,
}

/// What a request says of its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PayloadHash {
    /// Nothing: the hash of the body is signed (all services but S3).
    OfBody,
    /// Its SHA-256, hexadecimal.
    Literal(String),
    /// The body is not signed.
    Unsigned,
    /// aws-chunked, every chunk signed.
    StreamingSigned,
    /// aws-chunked, every chunk and the trailers signed.
    StreamingSignedTrailer,
    /// aws-chunked with trailers, not signed.
    StreamingUnsignedTrailer,
}

impl PayloadHash {
    /// From `x-amz-content-sha256`; `None` if that is none of the values it may have.
    fn parse(text: &str) -> Option<Self> {
        Some(match text {
            UNSIGNED => Self::Unsigned,
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" => Self::StreamingSigned,
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" => Self::StreamingSignedTrailer,
            "STREAMING-UNSIGNED-PAYLOAD-TRAILER" => Self::StreamingUnsignedTrailer,
            hash if hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => {
                Self::Literal(hash.to_ascii_lowercase())
            }
            _ => return None,
        })
    }

    /// What a request's head says.
    pub(super) fn of_head(head: &RequestHead<'_>) -> Result<Option<Self>, AwsError> {
        let Some(text) = head.header("x-amz-content-sha256") else { return Ok(None) };
        Self::parse(text).map(Some).ok_or_else(|| {
            AwsError::new(
                "InvalidArgument",
                400,
                "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
            )
            .with("ArgumentName", "x-amz-content-sha256")
            .with("ArgumentValue", text)
        })
    }
}

/// A request whose signature is right.
#[derive(Clone, Debug)]
pub struct Verified {
    /// The key, for the chunks of the body.
    pub key: SigningKey,
    /// The request's signature, the first link of the chain of chunks.
    pub signature: String,
    /// The credential scope.
    pub scope: String,
    /// When it was signed.
    pub timestamp: Timestamp,
}

/// How a service words its errors about signatures.
#[derive(Clone, Copy, PartialEq)]
enum Words {
    S3,
    Query,
    Json,
}

impl Words {
    fn of(service: Option<&str>, head: &RequestHead<'_>) -> Self {
        let known = service.and_then(|name| lirio_api::SERVICES.iter().find(|s| s.signing_name == name));
        match known.map(|s| s.protocol) {
            Some(lirio_api::Protocol::RestXml) => Words::S3,
            Some(lirio_api::Protocol::Query) => Words::Query,
            Some(_) => Words::Json,
            None if head.headers.contains_key("x-amz-target") => Words::Json,
            None if head.headers.contains_key("x-amz-content-sha256")
                || head.method != http::Method::POST =>
            {
                Words::S3
            }
            None => Words::Query,
        }
    }

    fn malformed(self, presigned: bool, why: impl Into<String>) -> AwsError {
        match self {
            Words::S3 if presigned => AwsError::new("AuthorizationQueryParametersError", 400, why),
            Words::S3 => AwsError::new(
                "AuthorizationHeaderMalformed",
                400,
                format!("The authorization header is malformed; {}", why.into()),
            ),
            Words::Query => AwsError::new("IncompleteSignature", 400, why),
            Words::Json => AwsError::new("IncompleteSignatureException", 400, why),
        }
    }

    fn wrong_signature(self, why: impl Into<String>) -> AwsError {
        match self {
            Words::S3 | Words::Query => AwsError::new("SignatureDoesNotMatch", 403, why),
            Words::Json => AwsError::new("InvalidSignatureException", 400, why),
        }
    }
}

/// Reads the signature of a request: of the `Authorization` header, or of a presigned query.
/// `None` if it has none: an anonymous request.
///
/// Errors in AWS's words: a malformed header, Signature Version 2, two signatures at once.
pub fn parse(head: &RequestHead<'_>) -> Result<Option<Authorization>, AwsError> {
    let header = head.headers.get("authorization").map(|v| String::from_utf8_lossy(v.as_bytes()));
    let presigned = head.is_presigned();
    if header.is_some() && presigned {
        return Err(AwsError::new(
            "InvalidArgument",
            400,
            "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified",
        ));
    }
    match header {
        Some(header) => parse_header(head, &header).map(Some),
        None if presigned => parse_query(head).map(Some),
        None if uri::pairs(head.query).any(|(name, _)| name == "AWSAccessKeyId") => Err(version_2()),
        None => Ok(None),
    }
}

fn version_2() -> AwsError {
    AwsError::new(
        "InvalidRequest",
        400,
        "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256 (Signature Version 4); the AWS CLI presigns with it after `aws configure set default.s3.signature_version s3v4`.",
    )
}

fn parse_header(head: &RequestHead<'_>, header: &str) -> Result<Authorization, AwsError> {
    let words = Words::of(head.credential().map(|c| c.service).as_deref(), head);
    let Some(rest) = header.strip_prefix(ALGORITHM).filter(|rest| rest.starts_with([' ', ','])) else {
        let is_version_2 = header.starts_with("AWS ");
        return Err(match words {
            _ if is_version_2 => version_2(),
            Words::S3 => AwsError::new("InvalidArgument", 400, "Unsupported Authorization Type")
                .with("ArgumentName", "Authorization"),
            _ => words.malformed(
                false,
                "Unsupported AWS 'algorithm': the Authorization header must start with AWS4-HMAC-SHA256.",
            ),
        });
    };
    let part = |name: &str| {
        rest.split(',').find_map(|p| p.trim().strip_prefix(name)?.strip_prefix('=')).filter(|v| !v.is_empty())
    };
    let (credential, signed_headers, signature) =
        (part("Credential"), part("SignedHeaders"), part("Signature"));
    let (Some(credential), Some(signed_headers), Some(signature)) = (credential, signed_headers, signature)
    else {
        let missing: Vec<_> =
            [("Credential", credential), ("Signature", signature), ("SignedHeaders", signed_headers)]
                .iter()
                .filter(|(_, value)| value.is_none())
                .map(|(name, _)| format!("Authorization header requires '{name}' parameter."))
                .collect();
        return Err(words.malformed(false, missing.join(" ")));
    };
    let timestamp = head
        .header("x-amz-date")
        .and_then(Timestamp::parse_compact)
        .or_else(|| {
            head.header("date")
                .and_then(|d| Timestamp::parse_http_date(d).or_else(|| Timestamp::parse_compact(d)))
        })
        .ok_or_else(|| match words {
            Words::S3 => AwsError::new(
                "AccessDenied",
                403,
                "AWS authentication requires a valid Date or x-amz-date header",
            ),
            _ => words.malformed(
                false,
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
            ),
        })?;
    let payload = match PayloadHash::of_head(head)? {
        Some(payload) => payload,
        None if words == Words::S3 => {
            return Err(AwsError::new(
                "InvalidRequest",
                400,
                "Missing required header for this request: x-amz-content-sha256",
            ));
        }
        None => PayloadHash::OfBody,
    };
    let token = head.header("x-amz-security-token").map(str::to_owned);
    assemble(words, false, credential, signed_headers, signature, timestamp, None, token, payload)
}

fn parse_query(head: &RequestHead<'_>) -> Result<Authorization, AwsError> {
    let words = Words::of(head.credential().map(|c| c.service).as_deref(), head);
    let required = |name: &str| {
        head.parameter(name).filter(|v| !v.is_empty()).ok_or_else(|| {
            words.malformed(
                true,
                "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.",
            )
        })
    };
    if required("X-Amz-Algorithm")? != ALGORITHM {
        return Err(words.malformed(true, "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\""));
    }
    let (credential, signed_headers) = (required("X-Amz-Credential")?, required("X-Amz-SignedHeaders")?);
    let signature = required("X-Amz-Signature")?;
    let timestamp = Timestamp::parse_compact(&required("X-Amz-Date")?).ok_or_else(|| {
        words.malformed(true, "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"")
    })?;
    let expires: i64 = required("X-Amz-Expires")?
        .parse()
        .map_err(|_| words.malformed(true, "X-Amz-Expires should be a number"))?;
    let expires =
        u64::try_from(expires).map_err(|_| words.malformed(true, "X-Amz-Expires must be non-negative"))?;
    if expires > MAX_EXPIRES {
        return Err(words.malformed(
            true,
            "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds",
        ));
    }
    // A hash that was added later, to a request presigned without one, is not what was signed.
    let declared = if signs_payload_header(&signed_headers) { PayloadHash::of_head(head)? } else { None };
    let payload = match declared {
        Some(payload) => payload,
        None if words == Words::S3 => PayloadHash::Unsigned,
        None => PayloadHash::OfBody,
    };
    let token = head
        .parameter("X-Amz-Security-Token")
        .or_else(|| head.header("x-amz-security-token").map(str::to_owned));
    assemble(words, true, &credential, &signed_headers, &signature, timestamp, Some(expires), token, payload)
}

fn signs_payload_header(signed_headers: &str) -> bool {
    signed_headers.split(';').any(|name| name.eq_ignore_ascii_case("x-amz-content-sha256"))
}

#[allow(clippy::too_many_arguments, reason = "the parts of both forms come together here and nowhere else")]
fn assemble(
    words: Words,
    presigned: bool,
    credential: &str,
    signed_headers: &str,
    signature: &str,
    timestamp: Timestamp,
    expires: Option<u64>,
    session_token: Option<String>,
    payload: PayloadHash,
) -> Result<Authorization, AwsError> {
    let parts: Vec<&str> = credential.rsplitn(5, '/').collect();
    let &[terminator, service, region, date, access_key] = parts.as_slice() else {
        return Err(words.malformed(
            presigned,
            format!("the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\", not '{credential}'."),
        ));
    };
    if terminator != TERMINATOR {
        return Err(words.malformed(
            presigned,
            format!(
                "Credential should be scoped with a valid terminator: 'aws4_request', not '{terminator}'."
            ),
        ));
    }
    let day = &timestamp.compact()[..8];
    if date != day {
        return Err(words.malformed(
            presigned,
            format!("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{date}' != '{day}', from '{}'.", timestamp.compact()),
        ));
    }
    let mut signed: Vec<String> = signed_headers.split(';').map(str::to_ascii_lowercase).collect();
    signed.sort();
    signed.dedup();
    if !signed.iter().any(|name| name == "host") {
        return Err(words.malformed(presigned, "'Host' must be a 'SignedHeader' in the AWS Authorization."));
    }
    if access_key.is_empty() || signature.len() != 64 || !signature.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(words.malformed(
            presigned,
            "the Signature must be 64 hexadecimal digits and the access key not empty.",
        ));
    }
    Ok(Authorization {
        access_key: access_key.to_owned(),
        date: date.to_owned(),
        region: region.to_owned(),
        service: service.to_owned(),
        signed_headers: signed,
        signature: signature.to_ascii_lowercase(),
        timestamp,
        expires,
        session_token,
        payload,
    })
}

impl Authorization {
    /// Whether the body must be at hand for [`verify`], because its hash is signed and not declared.
    pub fn needs_body(&self) -> bool {
        self.payload == PayloadHash::OfBody
    }

    /// Whether the request follows S3's rules for paths and payloads.
    pub fn is_s3(&self) -> bool {
        self.service == "s3"
    }
}

/// Checks a signature with the secret of its access key.
///
/// `body` is the whole body where it is at hand: it must be where [`Authorization::needs_body`]
/// says so, and then also has to have the declared hash, if one is declared. `keys` keeps the key of the day.
pub fn verify(
    keys: &SigningKeys,
    authorization: &Authorization,
    head: &RequestHead<'_>,
    secret: &str,
    now: Timestamp,
    body: Option<&[u8]>,
) -> Result<Verified, AwsError> {
    let words = Words::of(Some(&authorization.service), head);
    check_time(authorization, words, now)?;
    check_signed_headers(authorization, words, head)?;
    let payload_hash = match (&authorization.payload, body) {
        (PayloadHash::Literal(hash), Some(body)) => {
            let found = canonical::sha256_hex(body);
            if found != *hash {
                return Err(payload_mismatch(hash, &found));
            }
            found
        }
        (PayloadHash::OfBody, Some(body)) => canonical::sha256_hex(body),
        (PayloadHash::OfBody, None) => {
            return Err(AwsError::internal("the body must be at hand to check a signature over its hash"));
        }
        (PayloadHash::Unsigned, _) => UNSIGNED.to_owned(),
        // The header enters the canonical request as it was sent.
        _ => head.header("x-amz-content-sha256").unwrap_or(UNSIGNED).to_owned(),
    };
    let request = canonical::canonical_request(&Signed {
        method: head.method.as_str(),
        path: head.path,
        query: head.query,
        headers: head.headers,
        signed_headers: &authorization.signed_headers,
        is_s3: authorization.is_s3(),
        payload_hash: &payload_hash,
    });
    let scope = canonical::scope(&authorization.date, &authorization.region, &authorization.service);
    let to_sign = canonical::string_to_sign(authorization.timestamp, &scope, &request);
    let kept = keys.get(&authorization.access_key, &scope, secret);
    let is_kept = kept.is_some();
    let key = kept.unwrap_or_else(|| {
        canonical::signing_key(secret, &authorization.date, &authorization.region, &authorization.service)
    });
    let expected = canonical::signature(&key, &to_sign);
    if !bool::from(expected.as_bytes().ct_eq(authorization.signature.as_bytes())) {
        return Err(mismatch(words, authorization, &request, &to_sign));
    }
    if !is_kept {
        keys.keep(&authorization.access_key, &scope, secret, &key);
    }
    Ok(Verified { key, signature: expected, scope, timestamp: authorization.timestamp })
}

fn mismatch(words: Words, authorization: &Authorization, request: &str, to_sign: &str) -> AwsError {
    let text = "The request signature we calculated does not match the signature you provided. Check your key and signing method.";
    match words {
        Words::S3 => words
            .wrong_signature(text)
            .with("AWSAccessKeyId", authorization.access_key.as_str())
            .with("StringToSign", to_sign)
            .with("SignatureProvided", authorization.signature.as_str())
            .with("CanonicalRequest", request),
        _ => words.wrong_signature(format!(
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.\n\nThe Canonical String for this request should have been\n'{request}'\n\nThe String-to-Sign should have been\n'{to_sign}'\n"
        )),
    }
}

pub(super) fn payload_mismatch(declared: &str, found: &str) -> AwsError {
    AwsError::new(
        "XAmzContentSHA256Mismatch",
        400,
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
    )
    .with("ClientComputedContentSHA256", declared)
    .with("S3ComputedContentSHA256", found)
}

fn check_time(authorization: &Authorization, words: Words, now: Timestamp) -> Result<(), AwsError> {
    let signed = authorization.timestamp;
    let early = Timestamp(now.0.saturating_sub(MAX_SKEW_MS));
    let late = Timestamp(now.0.saturating_add(MAX_SKEW_MS));
    if let Some(expires) = authorization.expires {
        let end = Timestamp(signed.0.saturating_add(expires as i64 * 1000));
        let denied = |text: &str| match words {
            Words::S3 => AwsError::new("AccessDenied", 403, text),
            _ => words.wrong_signature(format!("Signature expired or not yet current: {text}")),
        };
        if now > end {
            return Err(denied("Request has expired")
                .with("X-Amz-Expires", expires.to_string())
                .with("Expires", end.iso8601_seconds())
                .with("ServerTime", now.iso8601_seconds()));
        }
        if signed > late {
            return Err(denied("Request is not yet valid").with("ServerTime", now.iso8601_seconds()));
        }
        return Ok(());
    }
    if signed >= early && signed <= late {
        return Ok(());
    }
    Err(match words {
        Words::S3 => AwsError::new(
            "RequestTimeTooSkewed",
            403,
            "The difference between the request time and the current time is too large.",
        )
        .with("RequestTime", signed.compact())
        .with("ServerTime", now.iso8601_seconds())
        .with("MaxAllowedSkewMilliseconds", MAX_SKEW_MS.to_string()),
        _ if signed < early => words.wrong_signature(format!(
            "Signature expired: {} is now earlier than {} ({} - 15 min.)",
            signed.compact(),
            early.compact(),
            now.compact()
        )),
        _ => words.wrong_signature(format!(
            "Signature not yet current: {} is still later than {} ({} + 15 min.)",
            signed.compact(),
            late.compact(),
            now.compact()
        )),
    })
}

/// Headers that change what a request means must be signed, or anybody on the way could add them.
fn check_signed_headers(
    authorization: &Authorization,
    words: Words,
    head: &RequestHead<'_>,
) -> Result<(), AwsError> {
    let unsigned: Vec<&str> = head
        .headers
        .keys()
        .map(http::HeaderName::as_str)
        .filter(|name| name.starts_with("x-amz-"))
        // Its value is a line of the canonical request anyway.
        .filter(|name| *name != "x-amz-content-sha256")
        .filter(|name| !authorization.signed_headers.iter().any(|signed| signed == name))
        .collect();
    if unsigned.is_empty() {
        return Ok(());
    }
    let text = "There were headers present in the request which were not signed";
    Err(match words {
        Words::S3 => AwsError::new("AccessDenied", 403, text).with("HeadersNotSigned", unsigned.join(", ")),
        _ => words.wrong_signature(format!("{text}: {}", unsigned.join(", "))),
    })
}
