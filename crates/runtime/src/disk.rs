//! How much a container has written: what lies in its writable directories, and what it has deleted and still holds
//! open.
//!
//! No quota of the file system is behind it (few have one switched on), so it is looked at again and again, and
//! a container can pass its limit by what it writes between two looks.  A single file is held to the limit by the
//! kernel (`RLIMIT_FSIZE`).

use std::collections::HashSet;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::process;

/// Entries looked at before others get their turn.
const ENTRIES_AT_A_TIME: usize = 2_000;
/// Open files looked at in all.
const MOST_OPEN: usize = 20_000;
/// What a file takes even when it is empty.
const PER_ENTRY: u64 = 256;
/// How often a container is looked at: at the most so often, and never more than a twentieth of the time.
const PAUSE: Duration = Duration::from_millis(200);
const SHARE: u32 = 20;

/// The bytes that directories take on the disk, in steps.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    left: Vec<PathBuf>,
    open: Option<fs::ReadDir>,
    bytes: u64,
}

impl Walk {
    pub(crate) fn new(directories: &[PathBuf]) -> Walk {
        Walk { left: directories.to_vec(), open: None, bytes: 0 }
    }

    /// Looks at some more entries; the sum when there are no more.
    pub(crate) fn step(&mut self, most: usize) -> Option<u64> {
        for _ in 0..most {
            let Some(entries) = &mut self.open else {
                let Some(directory) = self.left.pop() else { return Some(self.bytes) };
                // One that vanished meanwhile or cannot be read counts as nothing.
                self.open = fs::read_dir(directory).ok();
                if self.left.is_empty() && self.open.is_none() {
                    return Some(self.bytes);
                }
                continue;
            };
            match entries.next() {
                Some(Ok(entry)) => {
                    let Ok(found) = entry.metadata() else { continue };
                    // A file with several names is counted by parts.
                    self.bytes += found.blocks() * 512 / found.nlink().max(1) + PER_ENTRY;
                    if found.is_dir() {
                        self.bytes += found.blocks() * 512;
                        self.left.push(entry.path());
                    }
                }
                Some(Err(_)) => {}
                None => {
                    self.open = None;
                    if self.left.is_empty() {
                        return Some(self.bytes);
                    }
                }
            }
        }
        None
    }

    /// The sum so far.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }
}

/// The bytes of directories.
pub(crate) fn measure(directories: &[PathBuf]) -> u64 {
    if directories.is_empty() {
        return 0;
    }
    let mut walk = Walk::new(directories);
    loop {
        if let Some(bytes) = walk.step(usize::MAX) {
            return bytes;
        }
    }
}

/// The bytes of files that processes have open and that have no name any more.
fn deleted(processes: &[u32]) -> u64 {
    let mut seen = HashSet::new();
    let descriptors = processes
        .iter()
        .flat_map(|pid| fs::read_dir(format!("/proc/{pid}/fd")).into_iter().flatten().flatten())
        .take(MOST_OPEN);
    descriptors
        .filter_map(|entry| {
            let name = fs::read_link(entry.path()).ok()?;
            // Memory is memory's limit.
            let in_memory =
                ["/memfd:", "/dev/", "/SYSV"].iter().any(|kind| name.to_string_lossy().starts_with(kind));
            let found = fs::metadata(entry.path()).ok()?;
            let counts = !in_memory && found.is_file() && found.nlink() == 0;
            (counts && seen.insert((found.dev(), found.ino()))).then(|| found.blocks() * 512)
        })
        .sum()
}

/// Looks at one container again and again.
#[derive(Debug)]
pub(crate) struct DiskWatch {
    limit: u64,
    directories: Vec<PathBuf>,
    walk: Walk,
    busy: Duration,
}

impl DiskWatch {
    pub(crate) fn new(limit: u64, directories: Vec<PathBuf>) -> DiskWatch {
        DiskWatch { limit, walk: Walk::new(&directories), directories, busy: Duration::ZERO }
    }

    /// Looks for a while; when to look again, or nothing when the limit is passed.
    pub(crate) fn look(&mut self, first: u32) -> Option<Duration> {
        let begin = Instant::now();
        let done = self.walk.step(ENTRIES_AT_A_TIME);
        if self.walk.bytes() > self.limit {
            return None;
        }
        if let Some(bytes) = done {
            if bytes + deleted(&process::tree(first)) > self.limit {
                return None;
            }
            self.walk = Walk::new(&self.directories);
            let pause = PAUSE.max((self.busy + begin.elapsed()) * SHARE);
            self.busy = Duration::ZERO;
            return Some(pause);
        }
        self.busy += begin.elapsed();
        Some(begin.elapsed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn what_is_written_is_counted_once() {
        let top = std::env::temp_dir().join(format!("lirio-disk-{}", std::process::id()));
        fs::create_dir_all(top.join("a/b")).unwrap();
        let empty = measure(std::slice::from_ref(&top));
        fs::write(top.join("a/b/file"), vec![1; 1 << 20]).unwrap();
        fs::hard_link(top.join("a/b/file"), top.join("a/again")).unwrap();
        std::os::unix::fs::symlink("/", top.join("a/root")).unwrap();
        let full = measure(std::slice::from_ref(&top)) - empty;
        assert!(((1 << 20)..(1 << 20) + 8192).contains(&full), "{full}");
        // In steps of one entry it comes to the same.
        let mut walk = Walk::new(std::slice::from_ref(&top));
        let sum = std::iter::from_fn(|| Some(walk.step(1))).flatten().next();
        assert_eq!(sum, Some(full + empty));
        let mut file = fs::File::create(top.join("gone")).unwrap();
        file.write_all(&vec![1; 1 << 20]).unwrap();
        let before = deleted(&[std::process::id()]);
        fs::remove_file(top.join("gone")).unwrap();
        assert!(deleted(&[std::process::id()]) >= before + (1 << 20));
        drop(file);
        fs::remove_dir_all(&top).unwrap();
        assert_eq!(measure(&[top]), 0);
        assert_eq!(measure(&[]), 0);
    }
}
