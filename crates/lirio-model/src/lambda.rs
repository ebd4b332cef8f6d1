//! AWS Lambda's custom runtime (`provided.al2023`): the program is the function's `bootstrap`.
//!
//! ```no_run
//! use lirio_model::{BoxError, lambda};
//! use serde_json::{Value, json};
//!
//! fn handle(event: Value, _: &lambda::Context) -> Result<Value, BoxError> {
//!     Ok(json!({ "seen": event }))
//! }
//!
//! fn main() -> std::process::ExitCode {
//!     lambda::run(|| Ok::<_, BoxError>(handle))
//! }
//! ```

use crate::{
    BoxError, clip, error_chain,
    guard::{Panicked, no_panic},
    http1::{Authority, Connection, Response},
};
use serde_json::{Value, json};
use std::{
    env,
    process::ExitCode,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// Lambda's limit of an event is 6 MB; a local platform may allow more.
const MAX_EVENT: u64 = 64 << 20;

/// What Lambda says about one invocation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The identifier of the invocation.
    pub request_id: String,
    /// The function's ARN, with the version or alias it was called by.
    pub function_arn: String,
    /// When the invocation times out, in milliseconds since 1970.
    pub deadline_ms: u64,
}

impl Context {
    /// The time left before the invocation times out.
    pub fn remaining(&self) -> Duration {
        match UNIX_EPOCH.checked_add(Duration::from_millis(self.deadline_ms)) {
            Some(deadline) => deadline.duration_since(SystemTime::now()).unwrap_or_default(),
            // A time that no clock reaches.
            None => Duration::MAX,
        }
    }
}

/// Runs a function until the platform ends the process. `start` is called once and makes the handler; what
/// it needs for all invocations, such as a client, belongs there. An error or a panic of the handler is
/// reported as the invocation's error, and the next event is awaited.
///
/// Exit code 1 when `start` fails or the Runtime API is gone.
pub fn run<H, R, S, E>(start: S) -> ExitCode
where
    S: FnOnce() -> Result<H, E>,
    E: Into<BoxError>,
    H: FnMut(Value, &Context) -> Result<Value, R>,
    R: Into<BoxError>,
{
    let api = match env::var("AWS_LAMBDA_RUNTIME_API") {
        Ok(api) => api,
        Err(_) => {
            let words =
                "environment variable AWS_LAMBDA_RUNTIME_API is not set: AWS Lambda starts this program";
            crate::log(format_args!("{words}"));
            return ExitCode::FAILURE;
        }
    };
    match serve(&api, start, |_| false) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            crate::log(format_args!("{}", error_chain(error.as_ref())));
            ExitCode::FAILURE
        }
    }
}

/// [`run`] at a given address, until `last` says so of the number of invocations.
fn serve<H, R, S, E>(api: &str, start: S, last: impl Fn(u64) -> bool) -> Result<(), BoxError>
where
    S: FnOnce() -> Result<H, E>,
    E: Into<BoxError>,
    H: FnMut(Value, &Context) -> Result<Value, R>,
    R: Into<BoxError>,
{
    let authority = Authority::parse(api).map_err(|reason| format!("in AWS_LAMBDA_RUNTIME_API, {reason}"))?;
    // The next event may be hours away.
    let mut api = Connection::new(authority, None, MAX_EVENT);
    let mut handler = match no_panic("the function", start) {
        Ok(handler) => handler,
        Err(error) => {
            post(&mut api, "/2018-06-01/runtime/init/error", &failure(error.as_ref()), true)?;
            return Err(error);
        }
    };
    let mut count = 0;
    while !last(count) {
        let event = api.send("GET", "/2018-06-01/runtime/invocation/next", &[], &[])?;
        if event.status != 200 {
            return Err(format!("the Runtime API answered {} instead of an event", event.status).into());
        }
        let ctx = context(&event)?;
        let result = serde_json::from_slice(&event.body)
            .map_err(|error| BoxError::from(format!("the event is not JSON: {error}")))
            .and_then(|value| no_panic("the function", || handler(value, &ctx)));
        let path = format!("/2018-06-01/runtime/invocation/{}", ctx.request_id);
        match result {
            Ok(value) => post(&mut api, &format!("{path}/response"), &value, false)?,
            Err(error) => {
                crate::log(format_args!("{}: {}", ctx.request_id, error_chain(error.as_ref())));
                post(&mut api, &format!("{path}/error"), &failure(error.as_ref()), true)?;
            }
        }
        count += 1;
    }
    Ok(())
}

fn context(event: &Response) -> Result<Context, BoxError> {
    let request_id = event
        .header("lambda-runtime-aws-request-id")
        .filter(|id| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
        .ok_or("the Runtime API gave an event without a request id")?
        .to_owned();
    Ok(Context {
        request_id,
        function_arn: event.header("lambda-runtime-invoked-function-arn").unwrap_or_default().to_owned(),
        deadline_ms: event
            .header("lambda-runtime-deadline-ms")
            .and_then(|text| text.parse().ok())
            .unwrap_or(u64::MAX),
    })
}

fn post(api: &mut Connection, path: &str, body: &Value, failed: bool) -> Result<(), BoxError> {
    let mut headers = vec![("content-type".to_owned(), "application/json".to_owned())];
    if failed {
        headers.push(("lambda-runtime-function-error-type".to_owned(), "Unhandled".to_owned()));
    }
    let answer = api.send("POST", path, &headers, body.to_string().as_bytes())?;
    if answer.status >= 300 {
        let words = clip(&String::from_utf8_lossy(&answer.body), 300);
        return Err(format!("the Runtime API refused {path} with status {}: {words}", answer.status).into());
    }
    Ok(())
}

/// Lambda's form of an error. The type is what a state machine's `ErrorEquals` matches.
fn failure(error: &(dyn std::error::Error + 'static)) -> Value {
    let name = match error.downcast_ref::<NamedError>() {
        Some(named) => named.name,
        None if error.is::<Panicked>() => "Panic",
        None => "Error",
    };
    json!({
        "errorType": name,
        "errorMessage": clip(&error_chain(error), 10_000),
        "stackTrace": [],
    })
}

/// An error with a name that a state machine can catch (`ErrorEquals`).
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct NamedError {
    name: &'static str,
    message: String,
}

impl NamedError {
    /// An error of this name.
    pub fn new(name: &'static str, message: impl Into<String>) -> Self {
        Self { name, message: message.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        io::{BufRead, BufReader, Read, Write},
        net::TcpListener,
        thread,
    };

    fn handle(event: Value, ctx: &Context) -> Result<Value, BoxError> {
        match event["do"].as_str() {
            Some("echo") => Ok(json!({ "event": event, "id": ctx.request_id })),
            Some("fail") => Err("it cannot be done".into()),
            Some("name") => Err(NamedError::new("NoData", "nothing to do it with").into()),
            _ => panic!("what?"),
        }
    }

    /// Gives the events to [`handle`], one after the other, and returns the paths and bodies of what it
    /// answers.
    fn answers(events: &[&'static str]) -> Vec<(String, String)> {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let api = listener.local_addr().expect("bound").to_string();
        let events = events.to_vec();
        let count = events.len() as u64;
        let platform = thread::spawn(move || {
            let (stream, _) = listener.accept().expect("a connection");
            let mut stream = BufReader::new(stream);
            let mut seen = Vec::new();
            for (number, event) in events.iter().enumerate() {
                let (path, _) = read_request(&mut stream);
                assert_eq!(path, "/2018-06-01/runtime/invocation/next");
                let head = format!(
                    "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: id-{number}\r\nContent-Length: "
                );
                write!(stream.get_mut(), "{head}{}\r\n\r\n{event}", event.len()).expect("sent");
                seen.push(read_request(&mut stream));
                write!(stream.get_mut(), "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n").expect("sent");
            }
            seen
        });
        serve(&api, || Ok::<_, BoxError>(handle), |done| done == count).expect("the platform answers");
        platform.join().expect("the platform saw what it expects")
    }

    fn read_request(stream: &mut BufReader<std::net::TcpStream>) -> (String, String) {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(stream.read_line(&mut head).expect("text"), 0);
        }
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
        let mut body = vec![0; length.parse().expect("a number")];
        stream.read_exact(&mut body).expect("the body");
        let path = head.split(' ').nth(1).expect("a path").to_owned();
        (path, String::from_utf8(body).expect("text"))
    }

    #[test]
    fn every_event_gets_its_answer() {
        let found = answers(&[
            r#"{"do":"echo"}"#,
            r#"{"do":"fail"}"#,
            r#"{"do":"name"}"#,
            "{}",
            "{",
            r#"{"do":"echo"}"#,
        ]);
        let error = |kind: &str, words: &str| {
            json!({ "errorType": kind, "errorMessage": words, "stackTrace": [] }).to_string()
        };
        let expected = [
            ("id-0/response", r#"{"event":{"do":"echo"},"id":"id-0"}"#.to_owned()),
            ("id-1/error", error("Error", "it cannot be done")),
            ("id-2/error", error("NoData", "nothing to do it with")),
            ("id-3/error", error("Panic", "the function panicked: what?")),
            (
                "id-4/error",
                error("Error", "the event is not JSON: EOF while parsing an object at line 1 column 1"),
            ),
            ("id-5/response", r#"{"event":{"do":"echo"},"id":"id-5"}"#.to_owned()),
        ]
        .map(|(path, body)| (format!("/2018-06-01/runtime/invocation/{path}"), body));
        assert_eq!(found, expected);
    }

    #[test]
    fn a_function_that_cannot_start_says_so() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let api = listener.local_addr().expect("bound").to_string();
        let platform = thread::spawn(move || {
            let (stream, _) = listener.accept().expect("a connection");
            let mut stream = BufReader::new(stream);
            let seen = read_request(&mut stream);
            write!(stream.get_mut(), "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n").expect("sent");
            seen
        });
        type Handler = fn(Value, &Context) -> Result<Value, BoxError>;
        let error =
            serve(&api, || Err::<Handler, _>(BoxError::from("no key")), |_| false).expect_err("it cannot");
        assert_eq!(error.to_string(), "no key");
        let (path, body) = platform.join().expect("the platform was told");
        assert_eq!(path, "/2018-06-01/runtime/init/error");
        assert!(body.contains(r#""errorMessage":"no key""#), "{body}");
    }
}
