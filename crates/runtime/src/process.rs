//! Other processes, as `/proc` shows them.

use std::fmt;
use std::fs;
use std::io;
use std::str::FromStr;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// A process that cannot be confused with a later one of the same number: its number and start time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ProcessKey {
    pid: u32,
    /// Clock ticks after boot.
    started: u64,
}

impl ProcessKey {
    /// The calling process.
    pub(crate) fn current() -> io::Result<ProcessKey> {
        ProcessKey::of(std::process::id())
    }

    fn of(pid: u32) -> io::Result<ProcessKey> {
        let text = fs::read_to_string(format!("/proc/{pid}/stat"))?;
        let started = start_time(&text).ok_or(io::ErrorKind::InvalidData)?;
        Ok(ProcessKey { pid, started })
    }

    /// Whether that very process still runs.
    pub(crate) fn is_alive(self) -> bool {
        ProcessKey::of(self.pid).is_ok_and(|key| key == self)
    }
}

/// The start time in `/proc/<pid>/stat`: the 22nd field. The 2nd, the name, may hold spaces and parentheses.
fn start_time(stat: &str) -> Option<u64> {
    let (_, after_name) = stat.rsplit_once(')')?;
    after_name.split_whitespace().nth(19)?.parse().ok()
}

impl fmt::Display for ProcessKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.pid, self.started)
    }
}

impl FromStr for ProcessKey {
    type Err = ();

    fn from_str(text: &str) -> Result<ProcessKey, ()> {
        let (pid, started) = text.trim().split_once('-').ok_or(())?;
        Ok(ProcessKey { pid: pid.parse().map_err(|_| ())?, started: started.parse().map_err(|_| ())? })
    }
}

/// A process and all its descendants. Orphans of a pid namespace belong to its first process, so from there
/// the tree is complete.
pub(crate) fn tree(root: u32) -> Vec<u32> {
    let mut found = vec![root];
    let mut next = 0;
    while let Some(pid) = found.get(next).copied() {
        next += 1;
        // Children hang on the thread that made them.
        for task in fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten() {
            let children = fs::read_to_string(task.path().join("children")).unwrap_or_default();
            found.extend(children.split_whitespace().filter_map(|pid| pid.parse::<u32>().ok()));
        }
        // More than a machine has: something is wrong, and the caller has seen enough.
        if found.len() > 100_000 {
            break;
        }
    }
    found
}

/// The first child of a process that is still there.
pub(crate) fn first_child(pid: u32) -> Option<u32> {
    fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"))
        .ok()?
        .split_whitespace()
        .next()?
        .parse()
        .ok()
}

/// Whether a process does something of its own when a signal comes: it has a handler, or all its threads hold
/// the signal back, as those do that wait for it.
pub(crate) fn catches(pid: u32, signal: u32) -> Option<bool> {
    let bit = 1_u64 << signal.checked_sub(1).filter(|bit| *bit < 64)?;
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    if signal_mask(&status, "SigCgt:")? & bit != 0 {
        return Some(true);
    }
    for task in fs::read_dir(format!("/proc/{pid}/task")).ok()?.flatten() {
        let status = fs::read_to_string(task.path().join("status")).ok()?;
        if signal_mask(&status, "SigBlk:")? & bit == 0 {
            return Some(false);
        }
    }
    Some(true)
}

fn signal_mask(status: &str, name: &str) -> Option<u64> {
    u64::from_str_radix(status.lines().find_map(|line| line.strip_prefix(name))?.trim(), 16).ok()
}

/// Where programs of a process's network listen on a port.
pub(crate) fn listening(pid: u32, port: u16) -> Option<Listening> {
    let mut found = Listening::Nowhere;
    let mut known = false;
    for (table, loopback) in [("tcp", "0100007F"), ("tcp6", "00000000000000000000000001000000")] {
        // A kernel without IPv6 has no table of it.
        let Ok(text) = fs::read_to_string(format!("/proc/{pid}/net/{table}")) else { continue };
        known = true;
        for address in listeners(&text, port) {
            match address == loopback || (table == "tcp" && address.ends_with("7F")) {
                true if found == Listening::Nowhere => found = Listening::Loopback,
                true => {}
                false => return Some(Listening::Everywhere),
            }
        }
    }
    known.then_some(found)
}

/// The local addresses, as the kernel writes them, of the sockets that listen on a port.
fn listeners(table: &str, port: u16) -> impl Iterator<Item = &str> {
    table.lines().skip(1).filter_map(move |line| {
        let mut fields = line.split_whitespace().skip(1);
        let (address, local_port) = fields.next()?.rsplit_once(':')?;
        let listens = fields.nth(1)? == "0A" && u16::from_str_radix(local_port, 16).ok()? == port;
        listens.then_some(address)
    })
}

/// Where a container's programs listen on a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listening {
    /// Nothing listens.
    Nowhere,
    /// Only at the container's own loopback address, where nobody outside of it comes to.
    Loopback,
    /// At addresses that others reach.
    Everywhere,
}

/// The anonymous memory of a process in bytes: cheap to read, but a page shared after fork counts twice.
pub(crate) fn anonymous_memory(pid: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{pid}/statm")).unwrap_or_default();
    let mut pages = text.split_whitespace().skip(1).filter_map(|field| field.parse::<u64>().ok());
    let (resident, shared) = (pages.next().unwrap_or(0), pages.next().unwrap_or(0));
    resident.saturating_sub(shared) * rustix::param::page_size() as u64
}

/// The memory of a process in bytes with shared pages divided among their users: exact, but slow to read.
pub(crate) fn proportional_memory(pid: u32) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let line = |key: &str| {
        text.lines().find_map(|line| {
            line.strip_prefix(key)?
                .trim()
                .strip_suffix("kB")?
                .trim()
                .parse::<u64>()
                .ok()
                .map(|kib| kib * 1024)
        })
    };
    Some(line("Pss_Anon:")? + line("Pss_Shmem:")?)
}

/// The processor time of processes and of those they have waited for.
pub(crate) fn cpu_time(pids: &[u32]) -> Duration {
    let ticks: u64 = pids
        .iter()
        .filter_map(|pid| {
            let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
            let (_, after_name) = stat.rsplit_once(')')?;
            // Fields 14 to 17: user and system time, its own and its children's.
            Some(
                after_name
                    .split_whitespace()
                    .skip(11)
                    .take(4)
                    .filter_map(|field| field.parse::<u64>().ok())
                    .sum::<u64>(),
            )
        })
        .sum();
    Duration::from_millis(ticks * 1000 / rustix::param::clock_ticks_per_second().max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_parentheses_does_not_shift_the_fields() {
        let fields: Vec<String> = (3..=30).map(|field| field.to_string()).collect();
        assert_eq!(start_time(&format!("7 (a) b (c)) {}", fields.join(" "))), Some(22));
        assert_eq!(start_time("7 (x"), None);
    }

    #[test]
    fn listeners_are_told_from_connections() {
        let table = "  sl  local_address rem_address   st tx_queue rx_queue\n\
             0: 0100007F:1F90 00000000:0000 0A 00000000:00000000\n\
             1: 00000000:1F91 00000000:0000 0A 00000000:00000000\n\
             2: 0200000A:1F90 0100000A:0050 01 00000000:00000000\n";
        let check = |port, expected: &[&str]| {
            assert_eq!(listeners(table, port).collect::<Vec<_>>(), expected, "{port}");
        };
        check(8080, &["0100007F"]);
        check(8081, &["00000000"]);
        check(80, &[]);
    }

    #[test]
    fn handlers_are_seen() {
        let own = std::process::id();
        // Rust's own handler for stack overflows, and a signal that nobody handles.
        assert_eq!(catches(own, libc::SIGSEGV as u32), Some(true));
        assert_eq!(catches(own, libc::SIGURG as u32), Some(false));
        assert_eq!(catches(own, 0), None);
        assert_eq!(catches(own, 65), None);
    }

    #[test]
    fn this_process_is_alive_and_a_namesake_is_not() {
        let own = ProcessKey::current().expect("this process is in /proc");
        assert!(own.is_alive());
        assert!(!ProcessKey { started: own.started + 1, ..own }.is_alive());
        assert_eq!(own.to_string().parse(), Ok(own));
        assert!(tree(std::process::id()).contains(&std::process::id()));
        assert!(anonymous_memory(std::process::id()) > 0);
        assert!(proportional_memory(std::process::id()).is_some_and(|bytes| bytes > 0));
    }
}
