//! A container that looks around and tells: as `train` it prints what it sees, as `serve` it answers it.  What it does
//! besides is its hyperparameter `do`, or the variable `DO`.  Compiled by the test as a static program.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

unsafe extern "C" {
    fn getuid() -> u32;
    fn getgid() -> u32;
    fn signal(number: i32, handler: usize) -> usize;
    fn abort() -> !;
}

static TERMINATED: AtomicBool = AtomicBool::new(false);
static PINGS: AtomicU32 = AtomicU32::new(0);

extern "C" fn on_term(_: i32) {
    TERMINATED.store(true, Ordering::SeqCst);
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if arguments.iter().any(|word| word.ends_with("serve")) { serve(&arguments) } else { train(&arguments) }
}

/// `name=value` lines of what is to be seen.
fn facts(arguments: &[String]) -> String {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_else(|error| format!("error {:?}", error.kind()));
    let list = |path: &str| {
        let mut names: Vec<String> = std::fs::read_dir(path)
            .map(|entries| entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
            .unwrap_or_else(|error| vec![format!("error {:?}", error.kind())]);
        names.sort();
        names.join(" ")
    };
    let can = |path: &str| match std::fs::write(format!("{path}/try"), "x") {
        Ok(()) => {
            let _ = std::fs::remove_file(format!("{path}/try"));
            "written".to_owned()
        }
        Err(error) => format!("error {:?}", error.kind()),
    };
    let status = read("/proc/self/status");
    let of_status = |key: &str| status.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default().trim().to_owned();
    let mut facts = vec![
        ("arguments".to_owned(), arguments.join("|")),
        ("directory".to_owned(), std::env::current_dir().map(|path| path.display().to_string()).unwrap_or_default()),
        ("user".to_owned(), unsafe { format!("{} {}", getuid(), getgid()) }),
        ("hostname".to_owned(), read("/proc/sys/kernel/hostname").trim().to_owned()),
        ("interfaces".to_owned(), list("/sys/class/net")),
        ("privileges".to_owned(), of_status("NoNewPrivs:")),
        ("filter".to_owned(), of_status("Seccomp:")),
        ("administration".to_owned(), {
            let kept = u64::from_str_radix(&of_status("CapEff:"), 16).unwrap_or(u64::MAX);
            // CAP_NET_ADMIN, CAP_SYS_MODULE, CAP_SYS_PTRACE, CAP_SYS_ADMIN, CAP_MKNOD.
            [12, 16, 19, 21, 27].iter().any(|bit| kept & (1 << bit) != 0).to_string()
        }),
        ("outside".to_owned(), match TcpStream::connect("192.0.2.1:80") {
            Ok(_) => "reached".to_owned(),
            Err(error) => format!("error {}", error.raw_os_error().unwrap_or(0)),
        }),
        ("platform".to_owned(), match TcpStream::connect("127.0.0.1:4566") {
            Ok(_) => "reached".to_owned(),
            Err(error) => format!("error {}", error.raw_os_error().unwrap_or(0)),
        }),
    ];
    for folder in ["/opt/ml", "/opt/ml/input", "/opt/ml/input/config", "/opt/ml/input/data", "/opt/ml/input/data/train", "/opt/ml/model"] {
        facts.push((format!("list {folder}"), list(folder)));
    }
    for folder in ["/opt/ml/model", "/opt/ml/output", "/opt/ml/output/data", "/tmp"] {
        facts.push((format!("write {folder}"), can(folder)));
        let mode = std::fs::metadata(folder).map(|found| format!("{:o}", found.permissions().mode() & 0o777)).unwrap_or_default();
        facts.push((format!("mode {folder}"), mode));
    }
    for name in ["hyperparameters", "inputdataconfig", "resourceconfig"] {
        facts.push((format!("config {name}"), read(&format!("/opt/ml/input/config/{name}.json"))));
    }
    facts.push(("data".to_owned(), read("/opt/ml/input/data/train/iris.csv")));
    facts.push(("model".to_owned(), read("/opt/ml/model/model.txt")));
    facts.extend(std::env::vars().map(|(name, value)| (format!("env {name}"), value)));
    facts.iter().map(|(name, value)| format!("{name}={}\n", value.replace('\n', "\\n"))).collect()
}

fn train(arguments: &[String]) {
    let parameters = std::fs::read_to_string("/opt/ml/input/config/hyperparameters.json").unwrap_or_default();
    let what = parameters.split("\"do\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("").to_owned();
    let model = |text: &str| std::fs::write("/opt/ml/model/model.txt", text).expect("the model folder can be written");
    match what.split(' ').collect::<Vec<_>>()[..] {
        ["look"] => print!("{}", facts(arguments)),
        ["exit", code] => std::process::exit(code.parse().unwrap()),
        ["abort"] => unsafe { abort() },
        ["fail", length] => {
            std::fs::write("/opt/ml/output/failure", "é".repeat(length.parse().unwrap())).unwrap();
            std::process::exit(1);
        }
        ["archive"] => {
            model("the model");
            std::fs::create_dir("/opt/ml/model/code").unwrap();
            std::fs::write("/opt/ml/model/code/inference.py", "pass").unwrap();
            std::fs::write("/opt/ml/output/data/metrics.csv", "1,2").unwrap();
        }
        ["graceful"] => {
            unsafe { signal(15, on_term as *const () as usize) };
            println!("ready");
            while !TERMINATED.load(Ordering::SeqCst) {
                std::thread::sleep(Duration::from_millis(5));
            }
            model("as far as it came");
            println!("asked to end");
        }
        ["stubborn"] => {
            unsafe { signal(15, 1) };
            model("half a model");
            println!("ready");
            loop {
                std::thread::sleep(Duration::from_secs(1000));
            }
        }
        ["print"] => {
            println!("to output");
            eprintln!("to errors");
        }
        _ => panic!("nothing to do: {parameters}"),
    }
}

fn serve(arguments: &[String]) {
    let what = std::env::var("DO").unwrap_or_default();
    if what == "die" {
        println!("no model");
        std::process::exit(4);
    }
    unsafe { signal(15, if what == "stubborn" { 1 } else { on_term as *const () as usize }) };
    let listener = TcpListener::bind("0.0.0.0:8080").expect("the port is free");
    let arguments = arguments.to_vec();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (arguments, what) = (arguments.clone(), what.clone());
            std::thread::spawn(move || answer(stream, &arguments, &what));
        }
    });
    println!("ready");
    while !TERMINATED.load(Ordering::SeqCst) {
        std::thread::sleep(Duration::from_millis(5));
    }
    println!("asked to end");
}

fn answer(mut stream: TcpStream, arguments: &[String], what: &str) {
    let mut request = Vec::new();
    let mut buffer = [0; 65536];
    while let Ok(count @ 1..) = stream.read(&mut buffer) {
        request.extend_from_slice(&buffer[..count]);
        let Some(end) = request.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&request[..end]).into_owned();
        let lower = head.to_ascii_lowercase();
        let length = lower
            .lines()
            .find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok())
            .unwrap_or(0);
        let sent = if lower.contains("transfer-encoding: chunked") {
            let Some(sent) = unchunked(&request[end + 4..]) else { continue };
            sent
        } else {
            if request.len() < end + 4 + length {
                continue;
            }
            request[end + 4..end + 4 + length].to_vec()
        };
        let sent = String::from_utf8_lossy(&sent).into_owned();
        let (status, body) = if lower.starts_with("get /ping ") {
            match (what, PINGS.fetch_add(1, Ordering::SeqCst)) {
                // Loading: first it says so, then it says nothing for longer than anybody waits.
                ("slow", 0..3) => ("503 Service Unavailable", String::new()),
                ("slow", 3) => {
                    std::thread::sleep(Duration::from_secs(1000));
                    return;
                }
                _ => ("200 OK", String::new()),
            }
        } else if lower.starts_with("get /execution-parameters ") && what == "tells" {
            let told = r#"{"MaxConcurrentTransforms": 2, "BatchStrategy": "SINGLE_RECORD", "MaxPayloadInMB": 1}"#;
            ("200 OK", told.to_owned())
        } else if lower.starts_with("post /invocations ") {
            match sent.trim_end() {
                "look" => ("200 OK", facts(arguments)),
                "head" => ("200 OK", head.clone()),
                "pings" => ("200 OK", PINGS.load(Ordering::SeqCst).to_string()),
                "fail" => ("500 Internal Server Error", "it broke".to_owned()),
                "refuse" => ("400 Bad Request", "no such thing".to_owned()),
                "crash" => unsafe { abort() },
                _ => ("200 OK", sent.len().to_string()),
            }
        } else {
            ("404 Not Found", head.clone())
        };
        let attributes = if sent == "head" { "x-amzn-sagemaker-custom-attributes: seen\r\n" } else { "" };
        let answer = format!(
            "HTTP/1.1 {status}\r\ncontent-type: text/plain\r\n{attributes}content-length: {}\r\n\r\n{body}",
            body.len()
        );
        let _ = stream.write_all(answer.as_bytes());
        request.clear();
    }
}

/// The bytes of a body in chunks, once all of it is there.
fn unchunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = rest.windows(2).position(|two| two == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..line]).ok()?.trim(), 16).ok()?;
        let chunk = rest.get(line + 2..line + 4 + size)?;
        if size == 0 {
            return Some(body);
        }
        body.extend_from_slice(&chunk[..size]);
        rest = &rest[line + 4 + size..];
    }
}
