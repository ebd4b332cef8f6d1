//! Signature Version 4 in headers.

use super::Credentials;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use std::{
    fmt::Write,
    time::{SystemTime, UNIX_EPOCH},
};

/// What is signed. `path` is not yet encoded; `query` is canonical.
pub(super) struct Request<'a> {
    pub(super) method: &'a str,
    pub(super) host: &'a str,
    pub(super) path: &'a str,
    pub(super) query: &'a str,
    pub(super) headers: &'a [(&'a str, &'a str)],
    pub(super) body: &'a [u8],
}

pub(super) struct Scope<'a> {
    pub(super) region: &'a str,
    pub(super) service: &'a str,
}

/// The headers to send: those of the request, and those of the signature. `host` is left to the sender.
pub(super) fn sign(
    request: &Request<'_>,
    credentials: &Credentials,
    scope: &Scope<'_>,
    now: SystemTime,
) -> Vec<(String, String)> {
    let time = timestamp(now);
    let body_hash = hex(&Sha256::digest(request.body));
    let mut headers: Vec<(String, String)> = request
        .headers
        .iter()
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    headers.push(("x-amz-date".to_owned(), time.clone()));
    if scope.service == "s3" {
        headers.push(("x-amz-content-sha256".to_owned(), body_hash.clone()));
    }
    if let Some(token) = &credentials.session_token {
        headers.push(("x-amz-security-token".to_owned(), token.clone()));
    }
    let mut signed: Vec<(&str, &str)> =
        headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    signed.push(("host", request.host));
    signed.sort_unstable();
    let names = signed.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(";");
    let mut canonical = format!("{}\n", request.method);
    // S3 signs the path as it is sent; every other service signs it encoded once more.
    match scope.service {
        "s3" => canonical.push_str(&encode_path(request.path)),
        _ => canonical.push_str(&encode_path(&encode_path(request.path))),
    }
    canonical.push_str(&format!("\n{}\n", request.query));
    for (name, value) in &signed {
        canonical.push_str(&format!("{name}:{value}\n"));
    }
    canonical.push_str(&format!("\n{names}\n{body_hash}"));

    let day = &time[..8];
    let place = format!("{day}/{}/{}/aws4_request", scope.region, scope.service);
    let to_sign = format!("AWS4-HMAC-SHA256\n{time}\n{place}\n{}", hex(&Sha256::digest(canonical)));
    let secret = format!("AWS4{}", credentials.secret_access_key);
    let key = [day, scope.region, scope.service, "aws4_request"]
        .iter()
        .fold(secret.into_bytes(), |key, part| hmac(&key, part.as_bytes()));
    let signature = hex(&hmac(&key, to_sign.as_bytes()));
    headers.push((
        "authorization".to_owned(),
        format!(
            "AWS4-HMAC-SHA256 Credential={}/{place}, SignedHeaders={names}, Signature={signature}",
            credentials.access_key_id
        ),
    ));
    headers
}

fn hmac(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes all that is written");
        text
    })
}

/// Percent-encodes everything but RFC 3986's unreserved characters and the slashes between segments.
pub(super) fn encode_path(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut text, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                text.push(byte as char)
            }
            _ => write!(text, "%{byte:02X}").expect("a string takes all that is written"),
        }
        text
    })
}

/// `20150830T123600Z`. A clock before 1970 counts as 1970; the service will say that it is wrong.
fn timestamp(now: SystemTime) -> String {
    let seconds = now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    // Years are counted from March, so that the leap day is the last of a year, and in cycles of 400 years,
    // which have 146,097 days; day 0 of the count is 1 March of year 0.
    let day = days + 719_468;
    let cycle_day = day % 146_097;
    let year_of_cycle = (cycle_day - cycle_day / 1_460 + cycle_day / 36_524 - cycle_day / 146_096) / 365;
    let day_of_year = cycle_day - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = day / 146_097 * 400 + year_of_cycle + u64::from(month <= 2);
    format!(
        "{year:04}{month:02}{day_of_month:02}T{:02}{:02}{:02}Z",
        second / 3600,
        second / 60 % 60,
        second % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn at(seconds: u64) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(seconds)
    }

    #[test]
    fn times() {
        let check = |seconds, expected: &str| assert_eq!(timestamp(at(seconds)), expected);
        check(0, "19700101T000000Z");
        check(951_782_399, "20000228T235959Z");
        check(951_782_400, "20000229T000000Z");
        check(1_440_938_160, "20150830T123600Z");
        check(1_735_689_599, "20241231T235959Z");
        check(4_107_542_400, "21000301T000000Z");
    }

    #[test]
    fn paths() {
        assert_eq!(encode_path("/a b/ñ+~.txt"), "/a%20b/%C3%B1%2B~.txt");
    }

    /// AWS's own worked example of a request to IAM.
    #[test]
    fn the_example_of_the_signing_guide() {
        let credentials = Credentials {
            access_key_id: "AKIDEXAMPLE".to_owned(),
            secret_access_key: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".to_owned(),
            session_token: None,
        };
        let request = Request {
            method: "GET",
            host: "iam.amazonaws.com",
            path: "/",
            query: "Action=ListUsers&Version=2010-05-08",
            headers: &[("content-type", "application/x-www-form-urlencoded; charset=utf-8")],
            body: b"",
        };
        let scope = Scope { region: "us-east-1", service: "iam" };
        let headers = sign(&request, &credentials, &scope, at(1_440_938_160));
        let (_, value) = headers.last().expect("the signature");
        assert!(
            value.ends_with("Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"),
            "{value}"
        );
    }

    /// AWS's own worked example of a request to S3.
    #[test]
    fn the_example_of_the_s3_guide() {
        let credentials = Credentials {
            access_key_id: "AKIAIOSFODNN7EXAMPLE".to_owned(),
            secret_access_key: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned(),
            session_token: None,
        };
        let request = Request {
            method: "GET",
            host: "examplebucket.s3.amazonaws.com",
            path: "/test.txt",
            query: "",
            headers: &[("range", "bytes=0-9")],
            body: b"",
        };
        let scope = Scope { region: "us-east-1", service: "s3" };
        let headers = sign(&request, &credentials, &scope, at(1_369_353_600));
        let (_, value) = headers.last().expect("the signature");
        assert!(
            value.ends_with("Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
            "{value}"
        );
    }
}
