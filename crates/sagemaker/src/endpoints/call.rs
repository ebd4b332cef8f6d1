//! One request to a variant's containers.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, Request, response};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;

use crate::connection::Connection;
use crate::endpoints::instance::Occupied;
use crate::endpoints::variant::Variant;
use crate::server::{Broken, Server};

/// Containers that may break off on the same request before it is taken to be the request's fault.
const MOST_BROKEN: usize = 2;
/// Connections that may go unaccepted before the request is given up: AWS gives one, but here the machine may have
/// been busy with something else.
const MOST_UNACCEPTED: usize = 2;
/// Before an instance that could not be reached is tried again.
const PAUSE: Duration = Duration::from_millis(5);

/// What containers get: all other headers stay outside.
pub(crate) struct Inside {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Inside {
    fn request(&self) -> Request<Full<Bytes>> {
        let mut request = Request::new(Full::new(self.body.clone()));
        *request.method_mut() = http::Method::POST;
        *request.uri_mut() = http::Uri::from_static("/invocations");
        self.headers.clone_into(request.headers_mut());
        request
    }
}

/// A container's answer whose body is on its way: it comes while the connection is driven.  Its place in the
/// instance is held until it is dropped.
pub(crate) struct Begun {
    pub(crate) head: response::Parts,
    pub(crate) body: Incoming,
    live: Arc<Server>,
    connection: Connection,
    place: Occupied,
}

/// A whole answer.
pub(crate) struct Answer {
    pub(crate) head: response::Parts,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn status(&self) -> u16 {
        self.head.status.as_u16()
    }

    pub(crate) fn header(&self, name: &HeaderName) -> Option<String> {
        text(&self.head, name)
    }
}

/// A header of an answer.
pub(crate) fn text(head: &response::Parts, name: &HeaderName) -> Option<String> {
    Some(head.headers.get(name)?.to_str().ok()?.to_owned())
}

impl Begun {
    /// The body, and what is to be kept until it has been read.
    pub(crate) fn split(self) -> (Incoming, Rest) {
        (self.body, Rest { live: self.live, connection: self.connection, _place: self.place })
    }
}

/// What is left of an answer whose body is read elsewhere.
pub(crate) struct Rest {
    live: Arc<Server>,
    connection: Connection,
    _place: Occupied,
}

impl Rest {
    /// Waits for something that the container sends.
    pub(crate) async fn drive<T>(&mut self, work: impl Future<Output = T>) -> T {
        self.connection.drive(work).await
    }

    /// Says that the body was read to its end.
    pub(crate) async fn read(self) {
        self.live.give_back(self.connection).await;
    }
}

/// Which instances have failed a request.
#[derive(Default)]
struct Tries {
    tried: Vec<Arc<crate::endpoints::instance::Instance>>,
    broken: usize,
    unaccepted: usize,
}

/// Calls one instance, or another one if that has gone, until an answer begins.
pub(crate) async fn begin(variant: &Variant, inside: &Inside) -> Result<Begun, String> {
    attempt(variant, inside, &mut Tries::default()).await
}

/// Calls one instance, or another one if that has gone, and reads the answer of at most so many bytes.
pub(crate) async fn call(variant: &Variant, inside: &Inside, largest: usize) -> Result<Answer, String> {
    let mut tries = Tries::default();
    loop {
        let Begun { head, body, live, mut connection, place } = attempt(variant, inside, &mut tries).await?;
        match connection.drive(Limited::new(body, largest).collect()).await {
            Ok(body) => {
                live.give_back(connection).await;
                return Ok(Answer { head, body: body.to_bytes() });
            }
            Err(error) if error.is::<http_body_util::LengthLimitError>() => {
                return Err(format!("The answer is longer than {largest} bytes."));
            }
            Err(error) => tries.failed(variant, place, Broken::Midway(error.to_string()))?,
        }
    }
}

async fn attempt(variant: &Variant, inside: &Inside, tries: &mut Tries) -> Result<Begun, String> {
    loop {
        let Some((place, live)) = variant.enter(&tries.tried) else {
            let mut healed = pin!(variant.healed.notified());
            healed.as_mut().enable();
            if !tries.tried.is_empty() {
                // It may be on its way down without our knowing yet: not in a tight loop.
                tokio::time::sleep(PAUSE).await;
                tries.tried.clear();
            } else if !variant.any_live() {
                // All have crashed: the first that is back gets it, within the time of the request.
                healed.await;
            }
            continue;
        };
        match live.send(|| inside.request()).await {
            Ok((response, connection)) => {
                let (head, body) = response.into_parts();
                return Ok(Begun { head, body, live, connection, place });
            }
            Err(broken) => tries.failed(variant, place, broken)?,
        }
    }
}

impl Tries {
    /// Notes a failure; an error if the request itself seems to be at fault, or there is no peer.
    fn failed(&mut self, variant: &Variant, place: Occupied, broken: Broken) -> Result<(), String> {
        let instance = place.0.clone();
        drop(place);
        match broken {
            Broken::Unreached(error) => {
                tracing::debug!(instance = instance.id, error, "an instance could not be reached");
            }
            Broken::Unaccepted(limit) => {
                self.unaccepted += 1;
                if self.unaccepted >= MOST_UNACCEPTED {
                    return Err(format!(
                        "The container did not accept the connection within {} ms",
                        limit.as_millis()
                    ));
                }
            }
            Broken::Midway(error) => {
                self.broken += 1;
                if self.broken >= MOST_BROKEN || variant.count() <= 1 {
                    return Err(format!("The container broke off before it had answered: {error}"));
                }
            }
        }
        self.tried.push(instance);
        Ok(())
    }
}
