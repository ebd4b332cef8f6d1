//! A small client: HTTP/1.1 on one connection that stays open, requests signed as AWS's clients sign them.
//!
//! It spends a few microseconds per call, so that what is measured is the server.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result, bail};
use hmac::{Hmac, Mac as _};
use serde_json::{Value as Json, json};
use sha2::{Digest as _, Sha256};

/// Who signs.
#[derive(Clone, Debug)]
pub(super) struct Keys {
    pub(super) id: String,
    pub(super) secret: String,
    pub(super) region: String,
}

impl Keys {
    /// What every endpoint takes that is measured with others (`lirio serve --dev-credentials`).
    fn of_tests() -> Self {
        Self { id: "test".to_owned(), secret: "test".to_owned(), region: "us-east-1".to_owned() }
    }
}

/// An answer that takes longer is none.
const LIMIT: Duration = Duration::from_secs(120);

/// The longest answer that is read.
const MAX_ANSWER: usize = 64 << 20;

/// One connection to one endpoint.
pub(super) struct Client {
    address: String,
    keys: Keys,
    connection: Option<BufReader<TcpStream>>,
}

/// What a request is, before it is signed.
pub(super) struct Request<'a> {
    pub(super) service: &'a str,
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    pub(super) kind: &'a str,
    pub(super) target: Option<&'a str>,
    pub(super) body: &'a [u8],
}

impl Client {
    pub(super) fn new(address: &str) -> Self {
        Self::with_keys(address, Keys::of_tests())
    }

    pub(super) fn with_keys(address: &str, keys: Keys) -> Self {
        Self { address: address.to_owned(), keys, connection: None }
    }

    /// One operation of SageMaker.
    pub(super) fn sagemaker(&mut self, operation: &str, input: &Json) -> Result<Json> {
        let body = input.to_string();
        let answer = self.send(&Request {
            service: "sagemaker",
            method: "POST",
            path: "/",
            kind: "application/x-amz-json-1.1",
            target: Some(&format!("SageMaker.{operation}")),
            body: body.as_bytes(),
        })?;
        if answer.is_empty() {
            return Ok(Json::Null);
        }
        serde_json::from_slice(&answer).with_context(|| format!("the answer of {operation} is JSON"))
    }

    /// One operation of Step Functions.
    pub(super) fn states(&mut self, operation: &str, input: &Json) -> Result<Json> {
        let body = input.to_string();
        let answer = self.send(&Request {
            service: "states",
            method: "POST",
            path: "/",
            kind: "application/x-amz-json-1.0",
            target: Some(&format!("AWSStepFunctions.{operation}")),
            body: body.as_bytes(),
        })?;
        serde_json::from_slice(&answer).with_context(|| format!("the answer of {operation} is JSON"))
    }

    /// One operation of IAM, as a form.
    pub(super) fn iam(&mut self, form: &str) -> Result<()> {
        self.form("iam", form)
    }

    /// Makes a role that a service may take and that may do this everywhere.
    pub(super) fn role(&mut self, name: &str, service: &str, actions: &[&str]) -> Result<()> {
        let document = |statement: Json| {
            escaped(&json!({ "Version": "2012-10-17", "Statement": [statement] }).to_string())
        };
        let principal = json!({ "Service": format!("{service}.amazonaws.com") });
        let trust =
            document(json!({ "Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole" }));
        let policy = document(json!({ "Effect": "Allow", "Action": actions, "Resource": "*" }));
        let named = format!("Version=2010-05-08&RoleName={name}");
        self.iam(&format!("Action=CreateRole&{named}&AssumeRolePolicyDocument={trust}"))?;
        self.iam(&format!("Action=PutRolePolicy&{named}&PolicyName=all&PolicyDocument={policy}"))
    }

    /// One operation of CloudWatch, as a form.
    pub(super) fn cloudwatch(&mut self, form: &str) -> Result<()> {
        self.form("monitoring", form)
    }

    fn form(&mut self, service: &str, form: &str) -> Result<()> {
        let kind = "application/x-www-form-urlencoded; charset=utf-8";
        let request =
            Request { service, method: "POST", path: "/", kind, target: None, body: form.as_bytes() };
        self.send(&request).map(drop)
    }

    /// Writes an object, or makes a bucket when `body` is empty.
    pub(super) fn put(&mut self, path: &str, body: &[u8]) -> Result<()> {
        let kind = "application/octet-stream";
        self.send(&Request { service: "s3", method: "PUT", path, kind, target: None, body }).map(drop)
    }

    /// One JSON body without a signature, for a peer's own settings.
    pub(super) fn post(&mut self, path: &str, body: &Json) -> Result<()> {
        let text = body.to_string();
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: {}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            self.address,
            text.len()
        );
        self.exchange(&head, text.as_bytes()).map(drop)
    }

    fn send(&mut self, request: &Request<'_>) -> Result<Vec<u8>> {
        let head = signed(request, &self.address, &self.keys);
        let (status, body) = self.exchange(&head, request.body)?;
        if !(200..300).contains(&status) {
            bail!("{status}: {}", String::from_utf8_lossy(&body).chars().take(400).collect::<String>());
        }
        Ok(body)
    }

    fn exchange(&mut self, head: &str, body: &[u8]) -> Result<(u16, Vec<u8>)> {
        if let Some(mut open) = self.connection.take()
            && let Ok(answer) = converse(&mut open, head, body)
        {
            self.connection = answer.stays.then_some(open);
            return Ok((answer.status, answer.body));
        }
        // The first call, or a peer that closes after each answer.
        let stream = TcpStream::connect(&self.address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(LIMIT))?;
        let mut open = BufReader::new(stream);
        let answer = converse(&mut open, head, body)?;
        self.connection = answer.stays.then_some(open);
        Ok((answer.status, answer.body))
    }
}

/// What came back.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
    /// Whether the connection stays open.
    pub(super) stays: bool,
    /// Which variant of an endpoint has answered.
    pub(super) variant: Option<String>,
}

/// One exchange.
pub(super) fn converse(open: &mut BufReader<TcpStream>, head: &str, body: &[u8]) -> Result<Answer> {
    let mut bytes = head.as_bytes().to_vec();
    bytes.extend_from_slice(body);
    open.get_mut().write_all(&bytes)?;
    let mut line = String::new();
    open.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).context("a status line")?;
    let (mut length, mut chunked, mut stays, mut variant) = (None, false, true, None);
    loop {
        line.clear();
        if open.read_line(&mut line)? == 0 {
            bail!("the answer ends in its head");
        }
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        let (name, value) = (name.to_ascii_lowercase(), value.trim());
        match name.as_str() {
            "content-length" => length = Some(value.parse::<usize>()?),
            "transfer-encoding" => chunked = value.eq_ignore_ascii_case("chunked"),
            "connection" => stays = !value.eq_ignore_ascii_case("close"),
            "x-amzn-invoked-production-variant" => variant = Some(value.to_owned()),
            _ => {}
        }
    }
    let mut answer = Vec::new();
    match length {
        Some(length) if length > MAX_ANSWER => bail!("an answer of {length} bytes"),
        Some(length) => {
            answer.resize(length, 0);
            open.read_exact(&mut answer)?;
        }
        None if chunked => loop {
            line.clear();
            open.read_line(&mut line)?;
            let size = usize::from_str_radix(line.trim(), 16)?;
            let from = answer.len();
            if from + size > MAX_ANSWER {
                bail!("an answer of more than {MAX_ANSWER} bytes");
            }
            answer.resize(from + size, 0);
            open.read_exact(&mut answer[from..])?;
            open.read_line(&mut line)?;
            if size == 0 {
                break;
            }
        },
        None => {
            stays = false;
            open.by_ref().take(MAX_ANSWER as u64).read_to_end(&mut answer)?;
        }
    }
    Ok(Answer { status, body: answer, stays, variant })
}

/// The head of a request with its signature, version 4.
pub(super) fn signed(request: &Request<'_>, host: &str, keys: &Keys) -> String {
    let Keys { id, secret, region } = keys;
    let date = &*date();
    let Request { service, method, path, kind, target, body } = request;
    let payload = hex(&Sha256::digest(body));
    let mut headers = vec![
        ("content-type", *kind),
        ("host", host),
        ("x-amz-content-sha256", payload.as_str()),
        ("x-amz-date", date),
    ];
    headers.extend(target.map(|target| ("x-amz-target", target)));
    let names: Vec<&str> = headers.iter().map(|(name, _)| *name).collect();
    let names = names.join(";");
    let lines: String = headers.iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
    let canonical = format!("{method}\n{path}\n\n{lines}\n{names}\n{payload}");
    let day = &date[..8];
    let scope = format!("{day}/{region}/{service}/aws4_request");
    let text = format!("AWS4-HMAC-SHA256\n{date}\n{scope}\n{}", hex(&Sha256::digest(canonical)));
    let key = [day, region, service, "aws4_request"]
        .iter()
        .fold(format!("AWS4{secret}").into_bytes(), |key, part| mac(&key, part));
    let signature = hex(&mac(&key, &text));
    let lines: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    format!(
        "{method} {path} HTTP/1.1\r\n{lines}authorization: AWS4-HMAC-SHA256 Credential={id}/{scope}, SignedHeaders={names}, Signature={signature}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    )
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Now, as signatures write it: `20261126T112233Z`.
fn date() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    // Days since 1970 in the Gregorian calendar, whose years begin in March here.
    let shifted = days + 719_468;
    let (era, day) = (shifted / 146_097, shifted % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let date = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year + u64::from(month <= 2);
    format!("{year:04}{month:02}{date:02}T{:02}{:02}{:02}Z", second / 3_600, second / 60 % 60, second % 60)
}

fn escaped(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
