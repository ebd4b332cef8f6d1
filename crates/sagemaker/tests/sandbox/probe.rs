//! The smallest model: it learns its training file by heart and recites it.

use std::io::{Read, Write};

fn main() {
    let program = std::env::args().next().unwrap_or_default();
    if program.ends_with("train") { train() } else { serve() }
}

fn train() {
    match std::env::var("PROBE").as_deref() {
        Ok("nothing") => return,
        Ok("pipe") => return pipe(),
        Ok("fast") => return fast(),
        Ok("peers") => return peers(),
        _ => {}
    }
    let rows = std::fs::read("/opt/ml/input/data/train/iris.csv").expect("the channel is there");
    let depth = std::fs::read_to_string("/opt/ml/input/config/hyperparameters.json").expect("so are the parameters");
    println!("parameters {depth}");
    // The platform is reached inside the container's own network.
    let url = std::env::var("AWS_ENDPOINT_URL").expect("the platform's address is given");
    std::net::TcpStream::connect(url.trim_start_matches("http://")).expect("the platform listens");
    println!("accuracy=0.97");
    std::fs::write("/opt/ml/model/model.txt", rows).expect("the model folder can be written");
}

/// Reads two epochs of a pipe, and a third only in part.
fn pipe() {
    let open = |epoch| std::fs::File::open(format!("/opt/ml/input/data/train_{epoch}"));
    let mut seen = Vec::new();
    for epoch in 0..2 {
        open(epoch).expect("the next pipe is there at the end of the one before").read_to_end(&mut seen).expect("it ends");
    }
    open(2).expect("it is there").read_exact(&mut [0]).expect("it has a byte");
    std::fs::write("/opt/ml/model/seen", seen).expect("the model folder can be written");
    std::fs::write("/opt/ml/checkpoints/1", "one").expect("so can the checkpoints");
}

/// Files that can be read and not written.
fn fast() {
    let rows = std::fs::read("/opt/ml/input/data/train/iris.csv").expect("the channel is there");
    let error = std::fs::write("/opt/ml/input/data/train/iris.csv", "").expect_err("it is read-only");
    std::fs::write("/opt/ml/model/seen", [&rows, &b" "[..], format!("{:?}", error.kind()).as_bytes()].concat()).expect("written");
}

/// Every host says its name to the first, at the same port, and hears all of them.
fn peers() {
    let config = std::fs::read_to_string("/opt/ml/input/config/resourceconfig.json").expect("it is there");
    let own = config.split("\"current_host\":\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a name");
    let listener = std::net::TcpListener::bind("0.0.0.0:7777").expect("each host has its own ports");
    let address = std::net::ToSocketAddrs::to_socket_addrs(&(own, 7777)).expect("its name resolves").next().expect("to one");
    let mut heard = format!("{}:", address.ip());
    if own == "algo-1" {
        for stream in listener.incoming().take(2) {
            let mut stream = stream.expect("a connection");
            let mut bytes = Vec::new();
            stream.read_to_end(&mut bytes).expect("it says something");
            heard += &format!(" {}", bytes.len());
            stream.write_all(b"welcome").expect("it listens");
        }
    } else {
        // The first may not listen yet.
        let mut stream = loop {
            match std::net::TcpStream::connect("algo-1:7777") {
                Ok(stream) => break stream,
                Err(_) => std::thread::yield_now(),
            }
        };
        stream.write_all(&vec![7; 20_000_000]).expect("a gradient goes out");
        stream.shutdown(std::net::Shutdown::Write).expect("that was all");
        stream.read_to_string(&mut heard).expect("an answer");
    }
    std::fs::write(format!("/opt/ml/model/{own}"), heard).expect("the model folder can be written");
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
