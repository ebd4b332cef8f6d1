//! A training program for the tests: its second argument says what it does.

use std::fs;
use std::io::Read;
use std::path::Path;

const CHANNEL: &str = "/opt/ml/input/data/train";
const MODEL: &str = "/opt/ml/model";

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.get(1).map_or("copy", String::as_str) {
        "copy" => copy(Path::new(CHANNEL), ""),
        "pipe" => pipe(),
        "fast" => {
            copy(Path::new(CHANNEL), "");
            let refused = fs::write(format!("{CHANNEL}/new"), "x").is_err();
            fs::write(format!("{MODEL}/read-only"), refused.to_string()).expect("the model can be written");
        }
        "steps" => steps(),
        "wait" => {
            fs::write(format!("{MODEL}/so-far"), "half").expect("the model can be written");
            println!("loss=0.5");
            std::thread::sleep(std::time::Duration::from_secs(600));
        }
        "hosts" => {
            let host = fs::read_to_string("/etc/hostname").expect("it has a name");
            let hosts = fs::read_to_string("/etc/hosts").expect("and knows others");
            fs::write(format!("{MODEL}/{}", host.trim()), hosts).expect("the model can be written");
        }
        "abort" => std::process::abort(),
        // What it leaves running ends with it.
        "daemon" => {
            let own = std::env::current_exe().expect("it has a program");
            std::process::Command::new(own).args(["wait"; 2]).spawn().expect("it may have children");
            copy(Path::new(CHANNEL), "");
        }
        other => {
            eprintln!("what is {other}?");
            std::process::exit(7);
        }
    }
}

/// Copies the channel into the model.
fn copy(folder: &Path, below: &str) {
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            copy(&entry.path(), &format!("{name}-"));
        } else {
            fs::copy(entry.path(), format!("{MODEL}/{name}")).expect("it can be copied");
        }
    }
}

/// Two epochs of a pipe.
fn pipe() {
    for epoch in 0..2 {
        let mut seen = Vec::new();
        let mut pipe = fs::File::open(format!("{CHANNEL}_{epoch}")).expect("the pipe is there");
        pipe.read_to_end(&mut seen).expect("it ends");
        fs::write(format!("{MODEL}/epoch-{epoch}"), seen).expect("the model can be written");
    }
}

/// One step after the last checkpoint; the third step is the last.
fn steps() {
    let folder = "/opt/ml/checkpoints";
    let step = fs::read_dir(folder).expect("the folder is there").count() + 1;
    fs::write(format!("{folder}/step-{step}"), step.to_string()).expect("it can be written");
    println!("step={step}");
    if step < 3 {
        std::thread::sleep(std::time::Duration::from_secs(600));
    }
}
