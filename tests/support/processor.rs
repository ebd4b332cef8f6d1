//! A processing program for the tests: its last argument is a script, or the path of one; commands stand on lines of
//! their own or between semicolons.

use std::fs;
use std::path::Path;

fn main() {
    let given = std::env::args().last().unwrap_or_default();
    let script = fs::read_to_string(&given).unwrap_or(given);
    for command in script.split(['\n', ';']).map(str::trim).filter(|command| !command.is_empty()) {
        run(command);
    }
}

fn run(command: &str) {
    let (what, rest) = command.split_once(' ').unwrap_or((command, ""));
    let (first, second) = rest.split_once(' ').unwrap_or((rest, ""));
    match what {
        "copy" => copy(Path::new(first), Path::new(second)),
        // A file or a pipe.
        "read" => fs::write(second, fs::read(first).expect("it can be read")).expect("it can be written"),
        "print" => println!("{rest}"),
        "message" => fs::write("/opt/ml/output/message", rest).expect("the message can be written"),
        "write" => fs::write(first, second).expect("it can be written"),
        // The names in a folder, into the file called like this host in another.
        "list" => {
            let mut names: Vec<String> = fs::read_dir(first)
                .expect("the folder is there")
                .flatten()
                .map(|entry| entry.file_name().to_string_lossy().into_owned())
                .collect();
            names.sort();
            fs::write(Path::new(second).join(host()), names.join(" ")).expect("it can be written");
        }
        "hosts" => drop(fs::copy("/etc/hosts", Path::new(first).join(host())).expect("it can be copied")),
        "sleep" => std::thread::sleep(std::time::Duration::from_secs(600)),
        "fail" => std::process::exit(first.parse().expect("a number")),
        other => {
            eprintln!("what is {other}?");
            std::process::exit(7);
        }
    }
}

fn host() -> String {
    fs::read_to_string("/etc/hostname").expect("it has a name").trim().to_owned()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("the folder is there").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("it can be copied");
        }
    }
}
