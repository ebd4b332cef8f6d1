//! A blocking HTTP/1.1 client over plain TCP: what the Lambda Runtime API and a local platform speak.
//!
//! It resolves no names: a statically linked program has no resolver to rely on. Addresses are numeric, or
//! `localhost`.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream},
    time::Duration,
};

/// The longest line of a head, and the longest head, in bytes.
const MAX_HEAD: u64 = 64 << 10;

#[derive(Debug, Default)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Response {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(other, _)| other.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

/// Where to connect to, and what the `Host` header says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Authority {
    pub(crate) host: String,
    address: SocketAddr,
}

impl Authority {
    /// Reads `127.0.0.1:9001`, `[::1]:80`, `localhost:4566` or an address without a port, which is then 80.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let numeric = text.replacen("localhost", "127.0.0.1", usize::from(text.starts_with("localhost")));
        let address = numeric
            .parse::<SocketAddr>()
            .or_else(|_| numeric.parse::<Ipv4Addr>().map(|ip| SocketAddr::from((ip, 80))))
            .map_err(|_| {
                format!("\"{text}\" is no numeric address with a port, such as 127.0.0.1:4566; names are not resolved")
            })?;
        Ok(Self { host: text.to_owned(), address })
    }
}

/// One connection, kept between requests and opened again when the other side closed it.
#[derive(Debug)]
pub(crate) struct Connection {
    authority: Authority,
    /// How long one read may wait; `None` waits for ever, as a poll for the next event must.
    read_timeout: Option<Duration>,
    max_body: u64,
    stream: Option<BufReader<TcpStream>>,
}

impl Connection {
    pub(crate) fn new(authority: Authority, read_timeout: Option<Duration>, max_body: u64) -> Self {
        Self { authority, read_timeout, max_body, stream: None }
    }

    pub(crate) fn host(&self) -> &str {
        &self.authority.host
    }

    /// Sends a request and reads the answer. A kept connection may have been closed by the other side in
    /// the meantime; when it fails before the first byte of an answer, the request is sent once more on a
    /// new one.
    pub(crate) fn send(
        &mut self,
        method: &str,
        target: &str,
        headers: &[(String, String)],
        body: &[u8],
    ) -> io::Result<Response> {
        let mut head = format!("{method} {target} HTTP/1.1\r\nhost: {}\r\n", self.authority.host);
        for (name, value) in headers {
            if value.contains(['\r', '\n']) {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidInput,
                    format!("header {name} has a line break"),
                ));
            }
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("content-length: {}\r\n\r\n", body.len()));
        let mut message = head.into_bytes();
        message.extend_from_slice(body);
        if let Some(mut kept) = self.stream.take()
            && kept.get_mut().write_all(&message).is_ok()
        {
            match kept.fill_buf() {
                Ok(bytes) if !bytes.is_empty() => return self.receive(kept, method),
                // The other side has the request and is slow; it must not get it twice.
                Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
                    return Err(error);
                }
                _ => {}
            }
        }
        let mut stream = TcpStream::connect_timeout(&self.authority.address, Duration::from_secs(5))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(self.read_timeout)?;
        stream.write_all(&message)?;
        self.receive(BufReader::new(stream), method)
    }

    fn receive(&mut self, mut stream: BufReader<TcpStream>, method: &str) -> io::Result<Response> {
        let (response, keep) = read_response(&mut stream, method, self.max_body)?;
        if keep {
            self.stream = Some(stream);
        }
        Ok(response)
    }
}

fn bad(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("the answer is not valid HTTP: {what}"))
}

/// Reads one answer, and says whether the connection may be used again.
fn read_response(stream: &mut impl BufRead, method: &str, max_body: u64) -> io::Result<(Response, bool)> {
    let mut response = loop {
        let response = read_head(stream)?;
        // 1xx answers only announce the real one.
        if !(100..200).contains(&response.status) {
            break response;
        }
    };
    let mut keep = !response.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"));
    let too_large = || io::Error::other(format!("the answer is larger than {max_body} bytes"));
    let chunked = response
        .header("transfer-encoding")
        .is_some_and(|value| value.to_ascii_lowercase().contains("chunked"));
    if method == "HEAD" || matches!(response.status, 204 | 304) {
        return Ok((response, keep));
    }
    let length = response.header("content-length").map(str::parse::<u64>);
    if chunked {
        loop {
            let line = read_line(stream)?;
            let digits = line.split(';').next().unwrap_or_default().trim();
            let size = u64::from_str_radix(digits, 16).map_err(|_| bad("a chunk without a size"))?;
            if response.body.len() as u64 + size.min(max_body + 1) > max_body {
                return Err(too_large());
            }
            if size == 0 {
                while !read_line(stream)?.is_empty() {}
                break;
            }
            read_exactly(stream, size, &mut response.body)?;
            if !read_line(stream)?.is_empty() {
                return Err(bad("a chunk longer than its size"));
            }
        }
    } else if let Some(length) = length {
        let length = length.map_err(|_| bad("a content length that is no number"))?;
        if length > max_body {
            return Err(too_large());
        }
        read_exactly(stream, length, &mut response.body)?;
    } else {
        keep = false;
        stream.take(max_body + 1).read_to_end(&mut response.body)?;
        if response.body.len() as u64 > max_body {
            return Err(too_large());
        }
    }
    Ok((response, keep))
}

fn read_head(stream: &mut impl BufRead) -> io::Result<Response> {
    let status_line = read_line(stream)?;
    let status = status_line
        .strip_prefix("HTTP/1.")
        .and_then(|rest| rest.get(2..5))
        .and_then(|digits| digits.parse().ok())
        .ok_or_else(|| bad("no status line"))?;
    let mut response = Response { status, ..Response::default() };
    let mut size = 0;
    loop {
        let line = read_line(stream)?;
        if line.is_empty() {
            return Ok(response);
        }
        size += line.len() as u64;
        if size > MAX_HEAD {
            return Err(bad("too many headers"));
        }
        let (name, value) = line.split_once(':').ok_or_else(|| bad("a header without a colon"))?;
        response.headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
    }
}

fn read_line(stream: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    stream.by_ref().take(MAX_HEAD).read_line(&mut line)?;
    if !line.ends_with('\n') {
        return Err(bad("it ends in the middle of a line"));
    }
    line.truncate(line.trim_end_matches(['\r', '\n']).len());
    Ok(line)
}

/// Memory grows with what arrives, not with what was announced.
fn read_exactly(stream: &mut impl BufRead, size: u64, body: &mut Vec<u8>) -> io::Result<()> {
    let read = stream.by_ref().take(size).read_to_end(body)?;
    if read as u64 == size { Ok(()) } else { Err(bad("it ends in the middle of the body")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(answer: &str, expected: Result<(u16, &str, bool), &str>) {
        let found = read_response(&mut answer.as_bytes(), "GET", 10);
        match (found, expected) {
            (Ok((response, keep)), Ok((status, body, kept))) => {
                assert_eq!((response.status, &response.body[..], keep), (status, body.as_bytes(), kept));
            }
            (Err(error), Err(message)) => assert_eq!(error.to_string(), message),
            (found, expected) => panic!("found {found:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn answers() {
        check("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", Ok((200, "hi", true)));
        check("HTTP/1.1 200 OK\r\ncontent-length: 2\r\nConnection: close\r\n\r\nhi", Ok((200, "hi", false)));
        check("HTTP/1.1 404 Not Found\r\n\r\ngone", Ok((404, "gone", false)));
        check("HTTP/1.1 204 No Content\r\n\r\n", Ok((204, "", true)));
        check(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
            Ok((200, "", true)),
        );
        check(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nhi\r\n1\r\n!\r\n0\r\nt: u\r\n\r\n",
            Ok((200, "hi!", true)),
        );
    }

    #[test]
    fn bad_answers() {
        let invalid = |what: &str| format!("the answer is not valid HTTP: {what}");
        let large = "the answer is larger than 10 bytes";
        check("SSH-2.0\r\n", Err(&invalid("no status line")));
        check("HTTP/1.1 200 OK\r\n", Err(&invalid("it ends in the middle of a line")));
        check(
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhi",
            Err(&invalid("it ends in the middle of the body")),
        );
        check("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n", Err(large));
        check("HTTP/1.1 200 OK\r\n\r\nhello world!", Err(large));
        check("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n", Err(large));
        check(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
            Err(&invalid("a chunk without a size")),
        );
    }

    #[test]
    fn a_connection_that_was_closed_is_opened_again() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let authority =
            Authority::parse(&listener.local_addr().expect("bound").to_string()).expect("numeric");
        let server = std::thread::spawn(move || {
            for _ in 0..2 {
                let (stream, _) = listener.accept().expect("a connection");
                let mut stream = BufReader::new(stream);
                let mut head = String::new();
                while !head.ends_with("\r\n\r\n") {
                    assert_ne!(stream.read_line(&mut head).expect("text"), 0);
                }
                stream.get_mut().write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi").expect("sent");
            }
        });
        let mut connection = Connection::new(authority, None, 10);
        for _ in 0..2 {
            assert_eq!(connection.send("GET", "/", &[], &[]).expect("an answer").body, b"hi");
        }
        server.join().expect("two connections were made");
    }

    #[test]
    fn addresses() {
        let check = |text: &str, expected: Option<&str>| {
            let found = Authority::parse(text).ok().map(|authority| authority.address.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        };
        check("127.0.0.1:4566", Some("127.0.0.1:4566"));
        check("localhost:80", Some("127.0.0.1:80"));
        check("[::1]:80", Some("[::1]:80"));
        check("10.0.0.1", Some("10.0.0.1:80"));
        check("s3.example.org:80", None);
        check("", None);
    }
}
