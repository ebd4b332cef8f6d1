//! The protocols as clients speak them: recorded requests, AWS's published signatures, hostile bytes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

mod event_streams;
mod hostile;
mod recorded;
mod round_trips;
mod signatures;

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::{HeaderMap, HeaderName, HeaderValue};
use lirio_api::{Body, BodyError};

/// Headers from pairs.
fn headers<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in pairs {
        map.append(name.parse::<HeaderName>().unwrap(), HeaderValue::from_str(value).unwrap());
    }
    map
}

/// Reads a body that is in memory: it never waits.
fn collect(body: Body) -> Result<Bytes, BodyError> {
    body.collect(u64::MAX).now_or_never().expect("a body in memory is always ready")
}
