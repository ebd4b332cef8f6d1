//! This test binary again, as another process that may be killed.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use lirio_store::Store;

const MODE: &str = "LIRIO_STORE_TEST_CHILD";
const DIR: &str = "LIRIO_STORE_TEST_DIR";

/// Not a test by itself: what the child runs. Without the variable it does nothing.
#[test]
fn entry() {
    let Ok(mode) = std::env::var(MODE) else { return };
    let dir = std::env::var(DIR).unwrap();
    let store = Store::open(Path::new(&dir)).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    match mode.as_str() {
        "commits" => runtime.block_on(crate::crash::commits(store)),
        "consumer" => runtime.block_on(crate::crash::consumer(store)),
        "full" => runtime.block_on(crate::full::fill(store, Path::new(&dir))),
        _ => panic!("unknown mode {mode}"),
    }
}

/// Tells the parent.
pub(crate) fn say(line: &str) {
    // The line break before: the test harness leaves its own line unfinished.
    let mut out = std::io::stdout().lock();
    write!(out, "\nchild: {line}\n").unwrap();
    out.flush().unwrap();
}

/// Starts the child through `wrapper` (a program and its arguments), or directly if that is empty.
pub(crate) fn start(wrapper: &[&str], mode: &str, dir: &Path) -> (Child, Lines) {
    let this = std::env::current_exe().unwrap();
    let mut command = match wrapper.split_first() {
        Some((program, arguments)) => {
            let mut command = Command::new(program);
            command.args(arguments).arg(this);
            command
        }
        None => Command::new(this),
    };
    command.args(["--exact", "child::entry", "--nocapture"]).env(MODE, mode).env(DIR, dir);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
    let lines = Lines(BufReader::new(child.stdout.take().unwrap()));
    (child, lines)
}

/// What the child said, line by line, until its end.
pub(crate) struct Lines(BufReader<ChildStdout>);

impl Iterator for Lines {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        loop {
            let mut line = String::new();
            // A killed child may leave a partial line: then there was no acknowledgement.
            if self.0.read_line(&mut line).unwrap() == 0 || !line.ends_with('\n') {
                return None;
            }
            if let Some(said) = line.trim_end().strip_prefix("child: ") {
                return Some(said.to_owned());
            }
        }
    }
}
