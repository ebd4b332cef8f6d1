//! A container that keeps the contract, but for what its variable `BREAK` says.  Compiled by the test as a static
//! program.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::fd::FromRawFd;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

unsafe extern "C" {
    fn signal(number: i32, handler: usize) -> usize;
    fn socket(domain: i32, kind: i32, protocol: i32) -> i32;
    fn bind(socket: i32, address: *const u8, length: u32) -> i32;
    fn listen(socket: i32, backlog: i32) -> i32;
    fn setsockopt(socket: i32, level: i32, name: i32, value: *const i32, length: u32) -> i32;
}

static TERMINATED: AtomicBool = AtomicBool::new(false);
static BUSY: AtomicUsize = AtomicUsize::new(0);

extern "C" fn on_term(_: i32) {
    TERMINATED.store(true, Ordering::SeqCst);
}

fn main() {
    let what = std::env::var("BREAK").unwrap_or_default();
    let word = std::env::args().next_back().unwrap_or_default();
    if word.ends_with("serve") { serve(&what) } else { train(&what) }
}

fn pause(milliseconds: u64) {
    std::thread::sleep(Duration::from_millis(milliseconds));
}

fn write(path: &str, text: &str) {
    let folder = path.rsplit_once('/').expect("an absolute path").0;
    std::fs::create_dir_all(folder).expect("folders can be made");
    std::fs::write(path, text).expect("it can be written");
}

fn fail(what: &str, why: &str) -> ! {
    eprintln!("training failed: {why}");
    if what != "failure" {
        write("/opt/ml/output/failure", why);
    }
    std::process::exit(if what == "no-data" { 0 } else { 1 })
}

fn train(what: &str) {
    match what {
        "deaf" | "train-deaf" => {}
        "train-stubborn" => unsafe {
            signal(15, stubborn as *const () as usize);
        },
        _ => unsafe {
            signal(15, on_term as *const () as usize);
        },
    }
    let parameters = std::fs::read_to_string("/opt/ml/input/config/hyperparameters.json").unwrap_or_default();
    let wanted = if what == "strings" { "\"depth\":3" } else { "\"depth\":\"3\"" };
    if !parameters.replace(' ', "").contains(wanted) {
        fail(what, &format!("depth is no number: {parameters}"));
    }
    let mut rows = String::new();
    for entry in std::fs::read_dir("/opt/ml/input/data/training").into_iter().flatten().flatten() {
        if what == "regular-only" && !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            fail(what, "there is something else than a file");
        }
        rows.push_str(&std::fs::read_to_string(entry.path()).unwrap_or_default());
    }
    if rows.is_empty() {
        fail(what, "there are no rows in channel 'training'");
    }
    if what == "exit" {
        fail(what, "the data do not please me");
    }
    // Long enough for somebody to see whether there is a handler.
    for _ in 0..300 {
        if TERMINATED.load(Ordering::SeqCst) {
            break;
        }
        pause(1);
    }
    if what == "train-stubborn" && STUBBORN.load(Ordering::SeqCst) {
        loop {
            pause(1000);
        }
    }
    match what {
        "no-model" => {}
        "elsewhere" => write("/opt/ml/output/model/model.txt", &rows),
        "lost" => {
            write("/opt/ml/model/model.txt", &rows);
            write("/opt/ml/metrics.json", "{}");
        }
        "input" => {
            write("/opt/ml/model/model.txt", &rows);
            write("/opt/ml/input/data/training/cache", "x");
        }
        _ => write("/opt/ml/model/model.txt", &rows),
    }
    println!("trained");
}

static STUBBORN: AtomicBool = AtomicBool::new(false);

extern "C" fn stubborn(_: i32) {
    STUBBORN.store(true, Ordering::SeqCst);
}

fn serve(what: &str) {
    let model = std::fs::read_to_string("/opt/ml/model/model.txt");
    match (what, &model) {
        ("serve-dies", Ok(_)) => {
            eprintln!("the weights do not fit");
            std::process::exit(4);
        }
        ("anything", _) | (_, Ok(_)) => {}
        ("unready", Err(_)) => {}
        (_, Err(error)) => {
            eprintln!("no model: {error}");
            std::process::exit(3);
        }
    }
    match what {
        "deaf" | "serve-deaf" => {}
        "serve-stubborn" => unsafe {
            signal(15, stubborn as *const () as usize);
        },
        _ => unsafe {
            signal(15, on_term as *const () as usize);
        },
    }
    let port = match (what, std::env::var("SAGEMAKER_BIND_TO_PORT")) {
        ("other-port", _) => 8081,
        ("bound", Ok(port)) => port.parse().expect("a port"),
        _ => 8080,
    };
    let address = if what == "loopback" { "127.0.0.1" } else { "0.0.0.0" };
    let listener = if what == "accept" { crowded(port) } else { TcpListener::bind((address, port)).expect("the port is free") };
    let (what, ready) = (what.to_owned(), model.is_ok() || what == "anything");
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            if what == "accept" {
                pause(200);
            }
            let what = what.clone();
            std::thread::spawn(move || answer(stream, &what, ready));
        }
    });
    while !TERMINATED.load(Ordering::SeqCst) {
        pause(2);
    }
}

/// A listener that one connection fills.
fn crowded(port: u16) -> TcpListener {
    let mut address = [0_u8; 16];
    address[..2].copy_from_slice(&2_u16.to_ne_bytes());
    address[2..4].copy_from_slice(&port.to_be_bytes());
    unsafe {
        let socket = socket(2, 1, 0);
        setsockopt(socket, 1, 2, &1, 4);
        assert_eq!(bind(socket, address.as_ptr(), 16), 0);
        assert_eq!(listen(socket, 0), 0);
        TcpListener::from_raw_fd(socket)
    }
}

fn answer(mut stream: TcpStream, what: &str, ready: bool) {
    let mut request = Vec::new();
    let mut buffer = [0; 65536];
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
        let (status, body) = if head.starts_with("get /ping ") {
            ping(what, ready)
        } else if !head.contains("content-type: text/csv") {
            if what == "refusal" { ("500 Internal Server Error", "KeyError") } else { ("415 Unsupported Media Type", "") }
        } else {
            invocation(what)
        };
        if what == "crash" && !head.starts_with("get") {
            return;
        }
        let answer = format!("HTTP/1.1 {status}\r\ncontent-type: text/csv\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        let _ = stream.write_all(answer.as_bytes());
        request.clear();
    }
}

fn ping(what: &str, ready: bool) -> (&'static str, &'static str) {
    match what {
        "no-ping" => return ("404 Not Found", ""),
        "unready" if !ready => return ("503 Service Unavailable", ""),
        "slow-ping" => {
            static PINGS: AtomicUsize = AtomicUsize::new(0);
            // The first ones are those that make it healthy.
            if PINGS.fetch_add(1, Ordering::SeqCst) > 0 {
                pause(2200);
            }
        }
        "busy" => {
            while BUSY.load(Ordering::SeqCst) > 0 {
                pause(1);
            }
        }
        _ => {}
    }
    ("200 OK", "")
}

fn invocation(what: &str) -> (&'static str, &'static str) {
    match what {
        "invoke" => return ("500 Internal Server Error", "KeyError: 'model'"),
        "wrong-request" => return ("400 Bad Request", "row 1 has 2 values"),
        "busy" => {
            BUSY.fetch_add(1, Ordering::SeqCst);
            pause(2300);
            BUSY.fetch_sub(1, Ordering::SeqCst);
        }
        _ => {}
    }
    ("200 OK", "setosa")
}
