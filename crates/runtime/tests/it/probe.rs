//! A program that runs inside a container and tries things: `probe VERB ARGUMENTS`. It is compiled by the tests
//! as a static binary and is the whole image. What it finds it prints; attacks print the error number.

use std::ffi::{CString, c_char, c_int, c_long, c_void};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

unsafe extern "C" {
    fn mount(source: *const c_char, target: *const c_char, kind: *const c_char, flags: u64, data: *const c_void) -> c_int;
    fn ptrace(request: c_int, pid: c_int, address: usize, data: usize) -> c_long;
    fn mknod(path: *const c_char, mode: u32, device: u64) -> c_int;
    fn socket(domain: c_int, kind: c_int, protocol: c_int) -> c_int;
    fn unshare(flags: c_int) -> c_int;
    fn chroot(path: *const c_char) -> c_int;
    fn setuid(uid: u32) -> c_int;
    fn clock() -> c_long;
    fn getuid() -> u32;
    fn getgid() -> u32;
    fn getpid() -> c_int;
    fn fork() -> c_int;
    fn kill(pid: c_int, signal: c_int) -> c_int;
    fn signal(number: c_int, handler: usize) -> usize;
    fn syscall(number: c_long, ...) -> c_long;
    fn sethostname(name: *const c_char, length: usize) -> c_int;
}

static TERMINATED: AtomicBool = AtomicBool::new(false);

extern "C" fn on_term(_: c_int) {
    TERMINATED.store(true, Ordering::SeqCst);
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["exit", code] => std::process::exit(code.parse().unwrap()),
        ["print", text] => println!("{text}"),
        ["both"] => {
            print!("one\ntwo");
            eprint!("three\n");
        }
        ["long", bytes] => println!("{}", "x".repeat(bytes.parse().unwrap())),
        ["flood", lines] => (0..lines.parse().unwrap()).for_each(|line: u32| println!("line {line}")),
        ["env", name] => println!("{}", std::env::var(name).unwrap_or("unset".into())),
        ["cwd"] => println!("{}", std::env::current_dir().unwrap().display()),
        ["read", path] => report(std::fs::read_to_string(path).map(|text| text.trim_end().to_owned())),
        ["write", path, text] => report(std::fs::write(path, text).map(|()| "written".into())),
        ["list", path] => report(std::fs::read_dir(path).map(|entries| {
            let mut names: Vec<_> =
                entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
            names.sort();
            names.join(" ")
        })),
        ["link", path] => report(std::fs::read_link(path).map(|target| target.display().to_string())),
        // The device's numbers.
        ["device", path] => report(std::fs::metadata(path).map(|found| {
            let device = std::os::unix::fs::MetadataExt::rdev(&found);
            format!("{}:{}", device >> 8, device & 0xff)
        })),
        ["mode", path] => report(std::fs::metadata(path).map(|found| {
            format!("{:o}", std::os::unix::fs::MetadataExt::mode(&found) & 0o7777)
        })),
        ["chmod", path, mode] => {
            let mode = std::os::unix::fs::PermissionsExt::from_mode(u32::from_str_radix(mode, 8).unwrap());
            report(std::fs::set_permissions(path, mode).map(|()| "changed".into()));
        }
        ["open", path] => {
            report(std::fs::OpenOptions::new().read(true).write(true).open(path).map(|_| "opened".into()));
        }
        ["descriptors"] => report(std::fs::read_dir("/proc/self/fd").map(|entries| {
            let mut names: Vec<_> = entries.map(|entry| entry.unwrap()).collect();
            // The last one is that of the listing itself.
            names.sort_by_key(|entry| entry.file_name());
            names.len().to_string()
        })),
        ["ids"] => println!("{} {} {}", unsafe { getuid() }, unsafe { getgid() }, groups()),
        ["status", key] => {
            let text = std::fs::read_to_string("/proc/self/status").unwrap();
            println!("{}", text.lines().find_map(|line| line.strip_prefix(key)).unwrap_or("absent").trim());
        }
        ["hostname"] => println!("{}", std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap().trim()),
        ["limit", name] => {
            let text = std::fs::read_to_string("/proc/self/limits").unwrap();
            println!("{}", text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("absent").trim());
        }
        ["sleep"] => {
            println!("ready");
            std::thread::sleep(Duration::from_secs(1000));
        }
        ["graceful"] => {
            unsafe { signal(15, on_term as *const () as usize) };
            println!("ready");
            while !TERMINATED.load(Ordering::SeqCst) {
                std::thread::sleep(Duration::from_millis(5));
            }
            println!("bye");
            std::process::exit(7);
        }
        ["stubborn"] => {
            unsafe { signal(15, 1) };
            println!("ready");
            loop {
                std::thread::sleep(Duration::from_secs(1000));
            }
        }
        ["orphans"] => {
            // A child that outlives us and would keep the output open for ever.
            if unsafe { fork() } == 0 {
                std::thread::sleep(Duration::from_secs(1000));
            }
            println!("parent leaves");
        }
        ["threads"] => println!("{}", std::thread::spawn(|| 42).join().unwrap()),
        ["fork-bomb"] => {
            let mut made = 0;
            while made < 10_000 {
                match unsafe { fork() } {
                    0 => std::thread::sleep(Duration::from_secs(1000)),
                    -1 => break,
                    _ => made += 1,
                }
            }
            println!("{made}");
        }
        ["memory-bomb"] => {
            let mut kept = Vec::new();
            for _ in 0..4096 {
                kept.push(vec![1_u8; 1 << 20]);
                // Not slower than a real one, but the kernel gets to run others.
                std::thread::yield_now();
            }
            println!("survived with {}", kept.len());
        }
        ["disk-bomb", folder, kind] => {
            // Small files, so that no limit on a single one stops it; slow enough to spare the machine's disk.
            let mut kept = Vec::new();
            for number in 0..4096 {
                let path = format!("{folder}/bomb-{number}");
                let mut file = std::fs::File::create(&path).unwrap();
                file.write_all(&vec![1; 1 << 20]).unwrap();
                if kind == "delete" {
                    std::fs::remove_file(&path).unwrap();
                    kept.push(file);
                }
                std::thread::sleep(Duration::from_millis(10));
            }
        }
        ["burn", milliseconds] => {
            // Microseconds of this process's own processor time, however long that takes.
            let wanted = milliseconds.parse::<c_long>().unwrap() * 1000;
            while unsafe { clock() } < wanted {}
            println!("burnt");
            std::thread::sleep(Duration::from_secs(1000));
        }
        ["fill", path] => {
            std::fs::write(path, vec![1; 2 << 20]).unwrap();
            println!("ready");
            std::thread::sleep(Duration::from_secs(1000));
        }
        ["big-file", bytes] => {
            unsafe { signal(25, 1) };
            report(std::fs::write("/tmp/big", vec![0; bytes.parse().unwrap()]).map(|()| "written".into()));
        }
        ["echo-server", port] => {
            let listener = TcpListener::bind(("0.0.0.0", port.parse().unwrap())).unwrap();
            println!("ready");
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut text = String::new();
                stream.read_to_string(&mut text).unwrap();
                stream.write_all(text.to_uppercase().as_bytes()).unwrap();
            }
        }
        ["connect", address] => report(TcpStream::connect(address).and_then(|mut stream| {
            stream.write_all(b"from inside")?;
            stream.shutdown(std::net::Shutdown::Write)?;
            let mut text = String::new();
            stream.read_to_string(&mut text)?;
            Ok(text)
        })),
        ["attack", name, ref rest @ ..] => attack(name, rest),
        _ => {
            eprintln!("unknown verb {words:?}");
            std::process::exit(99);
        }
    }
}

fn groups() -> String {
    let text = std::fs::read_to_string("/proc/self/status").unwrap();
    text.lines().find_map(|line| line.strip_prefix("Groups:")).unwrap().split_whitespace().collect::<Vec<_>>().join(",")
}

fn report(result: std::io::Result<String>) {
    match result {
        Ok(text) => println!("{text}"),
        Err(error) => println!("error {}", error.raw_os_error().unwrap_or(-1)),
    }
}

fn attack(name: &str, rest: &[&str]) {
    let c = |text: &str| CString::new(text).unwrap();
    let result = unsafe {
        match name {
            "mount" => mount(c("x").as_ptr(), c("/tmp").as_ptr(), c("tmpfs").as_ptr(), 0, std::ptr::null()).into(),
            "remount-proc" => {
                mount(std::ptr::null(), c("/proc/sys").as_ptr(), std::ptr::null(), 32 | 4096, std::ptr::null()).into()
            }
            "umount" => syscall(number("umount2"), c("/proc/sys").as_ptr(), 2),
            "ptrace-parent" => ptrace(16, 1, 0, 0),
            "read-memory" => syscall(number("process_vm_readv"), 1, 0, 0, 0, 0, 0),
            "device" => mknod(c("/tmp/disk").as_ptr(), 0o060666, 0x0800).into(),
            "fifo" => mknod(c("/tmp/fifo").as_ptr(), 0o010666, 0).into(),
            "raw-socket" => socket(2, 3, 1).into(),
            "packet-socket" => socket(17, 3, 0).into(),
            "crypto-socket" => socket(38, 5, 0).into(),
            "user-namespace" => unshare(0x1000_0000).into(),
            "net-namespace" => unshare(0x4000_0000).into(),
            "clone-namespace" => syscall(number("clone"), 0x1000_0000 | 17, 0, 0, 0, 0),
            "clone3" => syscall(435, 0, 0),
            "chroot" => chroot(c("/tmp").as_ptr()).into(),
            "bpf" => syscall(number("bpf"), 0, 0, 0),
            "perf" => syscall(number("perf_event_open"), 0, 0, 0, 0, 0),
            "io-uring" => syscall(425, 8, 0),
            "keyctl" => syscall(number("keyctl"), 0, -3, 1),
            "kexec" => syscall(number("kexec_load"), 0, 0, 0, 0),
            "module" => syscall(number("init_module"), 0, 0, 0),
            "reboot" => syscall(number("reboot"), 0xfee1_dead_u32, 672274793, 0, 0),
            "clock" => syscall(number("clock_settime"), 0, 0),
            "syslog" => syscall(number("syslog"), 10, 0, 0),
            "userfault" => syscall(number("userfaultfd"), 0),
            "handle" => syscall(number("open_by_handle_at"), -100, 0, 0),
            "fsopen" => syscall(430, c("tmpfs").as_ptr(), 0),
            "future-call" => syscall(500),
            "setuid" => setuid(rest[0].parse().unwrap()).into(),
            "kill-init" => {
                // Not refused, but without effect: the first process takes no harm from inside.
                kill(1, 9);
                kill(1, 11);
                0
            }
            "sethostname" => sethostname(c("evil").as_ptr(), 4).into(),
            "pid" => getpid().into(),
            _ => panic!("unknown attack {name}"),
        }
    };
    match result {
        -1 => println!("error {}", std::io::Error::last_os_error().raw_os_error().unwrap()),
        other => println!("result {other}"),
    }
}

/// Call numbers by name, for the two architectures that the tests run on.
fn number(name: &str) -> c_long {
    let (x86_64, generic) = match name {
        "umount2" => (166, 39),
        "process_vm_readv" => (310, 270),
        "clone" => (56, 220),
        "bpf" => (321, 280),
        "perf_event_open" => (298, 241),
        "keyctl" => (250, 219),
        "kexec_load" => (246, 104),
        "init_module" => (175, 105),
        "reboot" => (169, 142),
        "clock_settime" => (227, 112),
        "syslog" => (103, 116),
        "userfaultfd" => (323, 282),
        "open_by_handle_at" => (304, 265),
        _ => panic!("unknown call {name}"),
    };
    if cfg!(target_arch = "x86_64") { x86_64 } else { generic }
}
