//! A function for the tests: it answers what it is asked, and says so in its log.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;

fn main() {
    let api = std::env::var("AWS_LAMBDA_RUNTIME_API").expect("it runs as a function");
    loop {
        let (id, event) = call(&api, "GET", "invocation/next", "");
        println!("event {event}");
        if event.contains("\"crash\"") {
            std::process::exit(5);
        }
        call(&api, "POST", &format!("invocation/{id}/response"), &event);
    }
}

/// One request; the request's id and the body.
fn call(api: &str, method: &str, path: &str, body: &str) -> (String, String) {
    let mut stream = TcpStream::connect(api).expect("the Runtime API is there");
    let length = body.len();
    write!(
        stream,
        "{method} /2018-06-01/runtime/{path} HTTP/1.1\r\nhost: {api}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
    )
    .expect("it can be asked");
    let mut input = BufReader::new(stream);
    let (mut id, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        if input.read_line(&mut line).expect("it answers") == 0 || line.trim().is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').unwrap_or((&line, ""));
        match name.to_ascii_lowercase().as_str() {
            "lambda-runtime-aws-request-id" => id = value.trim().to_owned(),
            "content-length" => length = value.trim().parse().expect("a length is a number"),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    input.read_exact(&mut body).expect("the answer is whole");
    (id, String::from_utf8(body).expect("events are JSON"))
}
