//! AWS Signature Version 4: checking and making signatures, and the framing of signed bodies.
//!
//! [`parse`] reads what a request claims, [`verify`] checks it with the secret that belongs to the
//! access key, and [`verified_body`] checks the body while it streams through.

mod canonical;
mod chunked;
mod keys;
mod sign;
mod verify;

pub use chunked::{Expectation, Trailers, expectation, verified_body};
pub use keys::{SigningKey, SigningKeys};
pub use sign::{Credentials, Payload, presign, sign};
pub use verify::{Authorization, PayloadHash, Verified, parse, verify};

/// The only algorithm.
const ALGORITHM: &str = "AWS4-HMAC-SHA256";
/// The end of every credential scope.
const TERMINATOR: &str = "aws4_request";
const UNSIGNED: &str = "UNSIGNED-PAYLOAD";
