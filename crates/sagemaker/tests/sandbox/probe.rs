//! The smallest model: it learns its training file by heart and recites it.

use std::io::{Read, Write};

fn main() {
    let program = std::env::args().next().unwrap_or_default();
    if program.ends_with("train") { train() } else { serve() }
}

fn train() {
    let rows = std::fs::read("/opt/ml/input/data/train/iris.csv").expect("the channel is there");
    let depth = std::fs::read_to_string("/opt/ml/input/config/hyperparameters.json").expect("so are the parameters");
    println!("parameters {depth}");
    // The platform is reached inside the container's own network.
    let url = std::env::var("AWS_ENDPOINT_URL").expect("the platform's address is given");
    std::net::TcpStream::connect(url.trim_start_matches("http://")).expect("the platform listens");
    println!("accuracy=0.97");
    std::fs::write("/opt/ml/model/model.txt", rows).expect("the model folder can be written");
}

fn serve() {
    let model = std::fs::read("/opt/ml/model/model.txt").expect("the model is there");
    let listener = std::net::TcpListener::bind("0.0.0.0:8080").expect("the port is free");
    for stream in listener.incoming().flatten() {
        let model = model.clone();
        std::thread::spawn(move || answer(stream, &model));
    }
}

fn answer(mut stream: std::net::TcpStream, model: &[u8]) {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    while let Ok(count @ 1..) = stream.read(&mut buffer) {
        request.extend_from_slice(&buffer[..count]);
        let Some(end) = request.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&request[..end]).to_ascii_lowercase();
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok())
            .unwrap_or(0);
        if request.len() < end + 4 + length {
            continue;
        }
        let body: &[u8] = if head.starts_with("get /ping") { b"" } else { model };
        // In one piece: two would wait for each other's acknowledgement.
        let mut answer =
            format!("HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\ncontent-length: {}\r\n\r\n", body.len()).into_bytes();
        answer.extend_from_slice(body);
        let _ = stream.write_all(&answer);
        request.clear();
    }
}
