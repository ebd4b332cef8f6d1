//! The smallest serving container: it answers with the version that its environment names.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};

fn main() {
    let version = std::env::var("VERSION").unwrap_or_default();
    if version == "broken" {
        eprintln!("no weights for this version");
        std::process::exit(3);
    }
    let listener = TcpListener::bind("0.0.0.0:8080").expect("port 8080 is free");
    println!("version {version} serves");
    for stream in listener.incoming().flatten() {
        let version = version.clone();
        std::thread::spawn(move || drop(serve(stream, &version)));
    }
}

fn serve(stream: TcpStream, version: &str) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut out = stream.try_clone()?;
    let mut input = BufReader::new(stream);
    loop {
        let (mut line, mut length, mut ping) = (String::new(), 0, false);
        if input.read_line(&mut line)? == 0 {
            return Ok(());
        }
        ping |= line.starts_with("GET /ping");
        loop {
            line.clear();
            if input.read_line(&mut line)? == 0 || line.trim().is_empty() {
                break;
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        let mut body = vec![0; length];
        input.read_exact(&mut body)?;
        let body = String::from_utf8_lossy(&body).into_owned();
        if body == "die" {
            std::process::exit(9);
        }
        if body == "stream" || body == "break" {
            out.write_all(b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n")?;
            for piece in ["one ", "two ", "three"] {
                out.write_all(format!("{:x}\r\n{piece}\r\n", piece.len()).as_bytes())?;
                std::thread::sleep(std::time::Duration::from_millis(50));
                if body == "break" {
                    return Ok(());
                }
            }
            out.write_all(b"0\r\n\r\n")?;
            continue;
        }
        if body.trim_end() == "wait" {
            // Longer than any test.
            std::thread::sleep(std::time::Duration::from_secs(600));
        }
        let (status, answer) = match body.trim_end() {
            _ if ping => ("200 OK", String::new()),
            "bad" => ("400 Bad Request", "row 1 is no number".to_owned()),
            _ => ("200 OK", format!("{version}:{body}")),
        };
        let head = format!("HTTP/1.1 {status}\r\ncontent-type: text/csv\r\ncontent-length: {}\r\n\r\n", answer.len());
        out.write_all((head + &answer).as_bytes())?;
    }
}
