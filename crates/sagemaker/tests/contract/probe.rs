//! A container that looks around and tells: as `train` and as `process` it prints what it sees, as `serve` it answers it.
//! What it does besides is its hyperparameter `do`, the arguments behind `process`, or the variable `DO`.  Compiled by
//! the test as a static program.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::fd::AsRawFd;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

unsafe extern "C" {
    fn getuid() -> u32;
    fn getgid() -> u32;
    fn signal(number: i32, handler: usize) -> usize;
    fn abort() -> !;
    fn listen(socket: i32, backlog: i32) -> i32;
}

static TERMINATED: AtomicBool = AtomicBool::new(false);
static PINGS: AtomicU32 = AtomicU32::new(0);
/// No connection is accepted any more.
static DEAF: AtomicBool = AtomicBool::new(false);
/// `/ping` is answered with 500 from now on.
static SICK: AtomicBool = AtomicBool::new(false);

extern "C" fn on_term(_: i32) {
    TERMINATED.store(true, Ordering::SeqCst);
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.get(1).map(String::as_str) {
        Some("process") => process(&arguments),
        _ if arguments.iter().any(|word| word.ends_with("serve")) => serve(&arguments),
        _ => train(&arguments),
    }
}

/// What is looked at of a model's container.
const MODEL: Places = Places {
    lists: &["/opt/ml", "/opt/ml/code", "/opt/ml/input", "/opt/ml/input/config", "/opt/ml/input/data", "/opt/ml/input/data/train", "/opt/ml/model"],
    writes: &["/opt/ml/model", "/opt/ml/output", "/opt/ml/output/data", "/tmp"],
    configs: &[
        ("hyperparameters", "/opt/ml/input/config/hyperparameters.json"),
        ("inputdataconfig", "/opt/ml/input/config/inputdataconfig.json"),
        ("resourceconfig", "/opt/ml/input/config/resourceconfig.json"),
    ],
    data: "/opt/ml/input/data/train/iris.csv",
};

/// What is looked at of a processing container.
const PROCESSING: Places = Places {
    lists: &[
        "/opt/ml", "/opt/ml/config", "/opt/ml/output", "/opt/ml/processing", "/opt/ml/processing/input",
        "/opt/ml/processing/input/code", "/opt/ml/processing/kept", "/opt/ml/processing/output",
    ],
    writes: &["/opt/ml/output", "/opt/ml/processing/input", "/opt/ml/processing/output", "/tmp"],
    configs: &[
        ("processingjobconfig", "/opt/ml/config/processingjobconfig.json"),
        ("resourceconfig", "/opt/ml/config/resourceconfig.json"),
    ],
    data: "/opt/ml/processing/input/iris.csv",
};

struct Places {
    lists: &'static [&'static str],
    writes: &'static [&'static str],
    configs: &'static [(&'static str, &'static str)],
    data: &'static str,
}

/// `name=value` lines of what is to be seen.
fn facts(arguments: &[String], places: &Places) -> String {
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
        ("own address".to_owned(), address_of(read("/proc/sys/kernel/hostname").trim())),
        ("localhost".to_owned(), address_of("localhost")),
        ("shared memory".to_owned(), {
            let mounts = read("/proc/self/mounts");
            let options = mounts.lines().find_map(|line| line.split_once(" /dev/shm ")).map_or("", |(_, rest)| rest);
            options.split([',', ' ']).find_map(|option| option.strip_prefix("size=")).unwrap_or("no limit").to_owned()
        }),
        ("interfaces".to_owned(), list("/sys/class/net")),
        ("gpus".to_owned(), {
            let all = list("/dev");
            all.split(' ').filter(|name| name.starts_with("nvidia")).collect::<Vec<_>>().join(" ")
        }),
        ("gpu 0".to_owned(), match std::fs::File::open("/dev/nvidia0") {
            Ok(_) => "opened".to_owned(),
            Err(error) => format!("error {:?}", error.kind()),
        }),
        ("driver".to_owned(), read("/usr/lib/gpu/driver")),
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
    for folder in places.lists {
        facts.push((format!("list {folder}"), list(folder)));
    }
    for folder in places.writes {
        facts.push((format!("write {folder}"), can(folder)));
        let mode = std::fs::metadata(folder).map(|found| format!("{:o}", found.permissions().mode() & 0o777)).unwrap_or_default();
        facts.push((format!("mode {folder}"), mode));
    }
    for (name, path) in places.configs {
        facts.push((format!("config {name}"), read(path)));
    }
    facts.push(("data".to_owned(), read(places.data)));
    facts.push(("model".to_owned(), read("/opt/ml/model/model.txt")));
    facts.extend(std::env::vars().map(|(name, value)| (format!("env {name}"), value)));
    facts.iter().map(|(name, value)| format!("{name}={}\n", value.replace('\n', "\\n"))).collect()
}

/// What `/etc/hosts` says of a name.
fn address_of(name: &str) -> String {
    let hosts = std::fs::read_to_string("/etc/hosts").unwrap_or_default();
    let found = hosts.lines().find(|line| line.split_whitespace().skip(1).any(|word| word == name));
    found.and_then(|line| line.split_whitespace().next()).unwrap_or("unknown").to_owned()
}

/// Takes memory and uses it, a piece at a time.
fn take_memory() -> ! {
    let mut pieces = Vec::new();
    loop {
        pieces.push(vec![1_u8; 1 << 20]);
        std::hint::black_box(&pieces);
    }
}

/// The names of a folder's files, sorted.
fn names(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder is there").flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Reads one epoch of the channel `train`, waiting for its pipe.
fn epoch(number: u32) -> String {
    let path = format!("/opt/ml/input/data/train_{number}");
    while !std::fs::metadata(&path).is_ok_and(|found| found.file_type().is_fifo()) {
        std::thread::sleep(Duration::from_millis(1));
    }
    std::fs::read_to_string(path).expect("the pipe can be read")
}

fn until_terminated() {
    unsafe { signal(15, on_term as *const () as usize) };
    println!("ready");
    while !TERMINATED.load(Ordering::SeqCst) {
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn train(arguments: &[String]) {
    let parameters = std::fs::read_to_string("/opt/ml/input/config/hyperparameters.json").unwrap_or_default();
    let what = parameters.split("\"do\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("").to_owned();
    let model = |text: &str| std::fs::write("/opt/ml/model/model.txt", text).expect("the model folder can be written");
    match what.split(' ').collect::<Vec<_>>()[..] {
        ["look"] => print!("{}", facts(arguments, &MODEL)),
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
            until_terminated();
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
        ["measure"] => {
            println!("loss=0.5; epoch=1");
            eprintln!("loss=0.25; epoch=2");
            println!("accuracy=0.9 and nothing else");
        }
        ["memory"] => take_memory(),
        ["pipes"] => {
            println!("first={}", epoch(0).replace('\n', "/"));
            println!("second={}", epoch(1).replace('\n', "/"));
            println!("folder={}", names("/opt/ml/input/data").join(" "));
        }
        ["read-only"] => {
            let path = "/opt/ml/input/data/train";
            println!("write={}", match std::fs::write(format!("{path}/try"), "x") {
                Ok(()) => "written".to_owned(),
                Err(error) => format!("error {}", error.raw_os_error().unwrap_or(0)),
            });
            println!("data={}", std::fs::read_to_string(format!("{path}/iris.csv")).unwrap());
        }
        ["checkpoints"] => {
            println!("found={}", names("/opt/ml/checkpoints").join(" "));
            std::fs::remove_file("/opt/ml/checkpoints/old").unwrap();
            std::fs::write("/opt/ml/checkpoints/new", "newer").unwrap();
        }
        // Goes on behind the last checkpoint; with the first attempt's two it is done.
        ["spot"] => {
            let steps = names("/opt/ml/checkpoints");
            println!("steps={}", steps.join(" "));
            if steps.len() < 2 {
                std::fs::write("/opt/ml/checkpoints/1", "while it ran").unwrap();
                until_terminated();
                std::fs::write("/opt/ml/checkpoints/2", "when it was asked to end").unwrap();
                std::process::exit(3);
            }
            model("done in two attempts");
        }
        ["cache"] => {
            let path = "/opt/ml/sagemaker/warmpoolcache/runs";
            let runs = std::fs::read_to_string(path).unwrap_or_default() + "+";
            std::fs::write(path, &runs).unwrap();
            println!("runs={runs}");
        }
        ["hosts"] => {
            let own = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap().trim().to_owned();
            let config = std::fs::read_to_string("/opt/ml/input/config/resourceconfig.json").unwrap();
            println!("{own} config={config}");
            println!("{own} files={}", names("/opt/ml/input/data/train").join(" "));
            if own == "algo-1" {
                let mut peer = TcpListener::bind("0.0.0.0:7000").unwrap().accept().unwrap().0;
                let mut said = String::new();
                peer.read_to_string(&mut said).unwrap();
                println!("{own} heard={said}");
            } else {
                let first: SocketAddr = format!("{}:7000", address_of("algo-1")).parse().unwrap();
                let mut peer = loop {
                    match TcpStream::connect(first) {
                        Ok(peer) => break peer,
                        Err(_) => std::thread::sleep(Duration::from_millis(5)),
                    }
                };
                peer.write_all(own.as_bytes()).unwrap();
            }
        }
        _ => panic!("nothing to do: {parameters}"),
    }
}

fn process(arguments: &[String]) {
    let output = |name: &str, text: &str| {
        std::fs::write(format!("/opt/ml/processing/output/{name}"), text).expect("the output can be written")
    };
    let message = |text: &[u8]| std::fs::write("/opt/ml/output/message", text).expect("the message can be written");
    let what: Vec<&str> = arguments[2..].iter().map(String::as_str).collect();
    match what[..] {
        ["look", ..] => print!("{}", facts(arguments, &PROCESSING)),
        ["exit", code] => {
            output("left.txt", "left");
            std::process::exit(code.parse().unwrap());
        }
        ["say", length, code] => {
            message("é".repeat(length.parse().unwrap()).as_bytes());
            std::process::exit(code.parse().unwrap());
        }
        ["garble"] => message(b"ok\xff"),
        ["leave"] => {
            output("rows.csv", "1,2");
            std::fs::create_dir("/opt/ml/processing/output/more").unwrap();
            output("more/rows.csv", "3,4");
            std::os::unix::fs::symlink("rows.csv", "/opt/ml/processing/output/link").unwrap();
            std::os::unix::fs::symlink("/etc/hostname", "/opt/ml/processing/output/away").unwrap();
        }
        ["pipe"] => {
            let mut pipe = std::fs::File::open("/opt/ml/processing/stream_0").expect("the pipe is there");
            let mut seen = String::new();
            pipe.read_to_string(&mut seen).expect("it ends");
            output("seen", &seen);
        }
        ["graceful"] => {
            unsafe { signal(15, on_term as *const () as usize) };
            println!("ready");
            while !TERMINATED.load(Ordering::SeqCst) {
                std::thread::sleep(Duration::from_millis(5));
            }
            output("left.txt", "as far as it came");
            println!("asked to end");
        }
        ["stubborn"] => {
            unsafe { signal(15, 1) };
            output("left.txt", "half");
            println!("ready");
            loop {
                std::thread::sleep(Duration::from_secs(1000));
            }
        }
        ["grow"] => {
            output("first", "1");
            // Until somebody has seen it in S3.
            unsafe { signal(15, on_term as *const () as usize) };
            while !TERMINATED.load(Ordering::SeqCst) {
                std::thread::sleep(Duration::from_millis(5));
            }
            output("last", "2");
        }
        ["print"] => {
            println!("to output");
            eprintln!("to errors");
        }
        _ => panic!("nothing to do: {what:?}"),
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
        let own = listener.as_raw_fd();
        for stream in listener.incoming().flatten() {
            let (arguments, what) = (arguments.clone(), what.clone());
            std::thread::spawn(move || answer(stream, own, &arguments, &what));
            while DEAF.load(Ordering::SeqCst) {
                std::thread::sleep(Duration::from_secs(1));
            }
        }
    });
    println!("ready");
    while !TERMINATED.load(Ordering::SeqCst) {
        std::thread::sleep(Duration::from_millis(5));
    }
    println!("asked to end");
}

/// Fills the queue of connections that nobody accepts, so that there is no room for another.
fn stop_listening(listener: i32) {
    DEAF.store(true, Ordering::SeqCst);
    let own: SocketAddr = "127.0.0.1:8080".parse().unwrap();
    // The accepting thread takes one more before it sees that it should not.
    let _ = TcpStream::connect(own);
    std::thread::sleep(Duration::from_millis(20));
    unsafe { listen(listener, 0) };
    let mut held = Vec::new();
    while let Ok(stream) = TcpStream::connect_timeout(&own, Duration::from_millis(100)) {
        held.push(stream);
    }
    std::mem::forget(held);
}

fn answer(mut stream: TcpStream, listener: i32, arguments: &[String], what: &str) {
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
                _ if SICK.load(Ordering::SeqCst) => ("500 Internal Server Error", String::new()),
                ("never", _) => ("503 Service Unavailable", String::new()),
                ("late", 0..20) => ("503 Service Unavailable", String::new()),
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
                "look" => ("200 OK", facts(arguments, &MODEL)),
                "head" => ("200 OK", head.clone()),
                "pings" => ("200 OK", PINGS.load(Ordering::SeqCst).to_string()),
                "fail" => ("500 Internal Server Error", "it broke".to_owned()),
                "refuse" => ("400 Bad Request", "no such thing".to_owned()),
                "crash" => unsafe { abort() },
                "memory" => take_memory(),
                "sleep" => {
                    std::thread::sleep(Duration::from_secs(1000));
                    return;
                }
                "sicken" => {
                    SICK.store(true, Ordering::SeqCst);
                    ("200 OK", std::process::id().to_string())
                }
                "deaf" => {
                    stop_listening(listener);
                    ("200 OK", "nobody listens".to_owned())
                }
                "long" => ("200 OK", "z".repeat(25 * 1024 * 1024 + 1)),
                "stream" | "stall" => {
                    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n";
                    let _ = stream.write_all(format!("{head}4\r\none \r\n").as_bytes());
                    if sent == "stall" {
                        std::thread::sleep(Duration::from_secs(1000));
                        return;
                    }
                    // The second piece is made when the first has been seen.
                    while !std::path::Path::new("/tmp/seen").exists() {
                        std::thread::sleep(Duration::from_millis(1));
                    }
                    let _ = stream.write_all(b"3\r\ntwo\r\n0\r\n\r\n");
                    request.clear();
                    continue;
                }
                "seen" => ("200 OK", std::fs::write("/tmp/seen", "").is_ok().to_string()),
                _ => ("200 OK", sent.len().to_string()),
            }
        } else {
            ("404 Not Found", head.clone())
        };
        let closes = sent == "deaf";
        let attributes = if sent == "head" { "x-amzn-sagemaker-custom-attributes: seen\r\n" } else { "" };
        let answer = format!(
            "HTTP/1.1 {status}\r\ncontent-type: text/plain\r\n{attributes}{}content-length: {}\r\n\r\n{body}",
            if closes { "connection: close\r\n" } else { "" },
            body.len()
        );
        let _ = stream.write_all(answer.as_bytes());
        if closes {
            return;
        }
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
