//! A function with nothing but the standard library: it does what its payload says.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;

fn main() {
    if std::env::var("FAIL_INIT").is_ok() {
        std::process::exit(7);
    }
    let api = std::env::var("AWS_LAMBDA_RUNTIME_API").unwrap();
    let mut stream = TcpStream::connect(&api).unwrap();
    stream.set_nodelay(true).unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut count = 0;
    loop {
        write!(stream, "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: {api}\r\n\r\n").unwrap();
        let (headers, body) = read(&mut reader);
        let id = headers
            .iter()
            .find_map(|line| line.to_lowercase().strip_prefix("lambda-runtime-aws-request-id: ").map(str::to_owned))
            .unwrap();
        count += 1;
        println!("payload {body}");
        let (path, answer) = match body.trim_matches('"') {
            "crash" => std::process::exit(1),
            "sleep" => loop {
                std::thread::sleep(std::time::Duration::from_secs(60));
            },
            "error" => ("error", "{\"errorType\":\"Oh\",\"errorMessage\":\"no\"}".to_owned()),
            "count" => ("response", count.to_string()),
            // The first of an environment fails; /tmp lasts as long as the environment.
            "once" if std::fs::File::create_new("/tmp/once").is_ok() => {
                ("error", "{\"errorType\":\"Once\"}".to_owned())
            }
            "door" => match TcpStream::connect("127.0.0.1:4566") {
                Ok(_) => ("response", "\"open\"".to_owned()),
                Err(error) => ("response", format!("\"{error}\"")),
            },
            other => match other.strip_prefix("env ") {
                Some(name) => ("response", format!("{:?}", std::env::var(name).unwrap_or_default())),
                None => ("response", body.clone()),
            },
        };
        let length = answer.len();
        write!(
            stream,
            "POST /2018-06-01/runtime/invocation/{id}/{path} HTTP/1.1\r\nHost: {api}\r\nContent-Length: {length}\r\n\r\n{answer}"
        )
        .unwrap();
        read(&mut reader);
    }
}

fn read(reader: &mut impl BufRead) -> (Vec<String>, String) {
    let mut headers = Vec::new();
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let line = line.trim_end().to_owned();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.to_lowercase().strip_prefix("content-length: ") {
            length = value.parse().unwrap();
        }
        headers.push(line);
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    (headers, String::from_utf8(body).unwrap())
}
