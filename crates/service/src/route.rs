//! Routes that are not AWS operations.

use lirio_api::{AwsError, Body};

use crate::{BoxFuture, Caller};

/// A request as it came in, with the body streamed.
#[derive(Debug)]
pub struct RawRequest {
    /// Method, URI, headers.
    pub head: http::request::Parts,
    /// The body.
    pub body: Body,
    /// Who called; anonymous unless [`HttpRoute::authenticate`] says otherwise.
    pub caller: Caller,
}

/// An answer with a streamed body.
pub type RawResponse = http::Response<Body>;

/// A route that is not an AWS operation: the OCI registry, `/health`, the platform's own API.
///
/// Routes are asked in the order registered, before AWS's protocols.
pub trait HttpRoute: Send + Sync {
    /// Whether this route answers the request.
    fn matches(&self, head: &http::request::Parts) -> bool;

    /// Who the caller is, by the route's own rule (Basic authentication of the registry, a signature);
    /// `Ok(None)` leaves it anonymous.  `sigv4` is the caller that the door found by a valid AWS signature.
    fn authenticate(
        &self,
        head: &http::request::Parts,
        sigv4: Option<Caller>,
    ) -> Result<Option<Caller>, AwsError>;

    /// Answers it.
    fn handle(&self, request: RawRequest) -> BoxFuture<'_, RawResponse>;
}
