//! A connection to a container, driven by whoever waits for its answer.
//!
//! hyper's connection is a future of its own. In a task of its own every answer would wake two tasks, one after the
//! other; within the request's task it wakes one, and that is a good part of what an invocation adds.

use std::future::{Future, poll_fn, ready};
use std::io;
use std::pin::{Pin, pin};
use std::task::Poll;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

type Driver = http1::Connection<TokioIo<TcpStream>, Full<Bytes>>;

/// One connection, for one request at a time.
pub(crate) struct Connection {
    sender: SendRequest<Full<Bytes>>,
    /// Nothing once it has ended.
    driver: Option<Driver>,
}

impl Connection {
    pub(crate) async fn over(stream: TcpStream) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        let (sender, driver) = http1::handshake(TokioIo::new(stream)).await.map_err(io::Error::other)?;
        Ok(Self { sender, driver: Some(driver) })
    }

    /// Sends a request; its answer's head, and a body that is read within [`Connection::drive`].
    pub(crate) async fn send(
        &mut self,
        request: Request<Full<Bytes>>,
    ) -> Result<Response<Incoming>, hyper::Error> {
        let answer = self.sender.send_request(request);
        drive(&mut self.driver, answer).await
    }

    /// Waits for something that only comes while the connection moves.
    pub(crate) async fn drive<T>(&mut self, work: impl Future<Output = T>) -> T {
        drive(&mut self.driver, work).await
    }

    /// Whether it takes a request, as far as can be known: it may have been closed while nobody looked.
    pub(crate) async fn is_ready(&mut self) -> bool {
        drive(&mut self.driver, self.sender.ready()).await.is_ok()
    }

    /// Whether it stays open after an answer that was read to its end.
    pub(crate) async fn stays(&mut self) -> bool {
        drive(&mut self.driver, ready(())).await;
        self.driver.is_some() && !self.sender.is_closed()
    }
}

async fn drive<T>(driver: &mut Option<Driver>, work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    poll_fn(|context| {
        if let Some(connection) = driver
            && let Poll::Ready(ended) = Pin::new(connection).poll(context)
        {
            if let Err(error) = ended {
                tracing::debug!(%error, "a connection to a container broke");
            }
            *driver = None;
        }
        work.as_mut().poll(context)
    })
    .await
}
