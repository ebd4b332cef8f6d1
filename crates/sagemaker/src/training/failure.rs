//! `FailureReason`: what went wrong, in at most 1024 characters.

use super::attempt::Tail;
use super::tree::HostTree;
use crate::ContainerError;
use crate::artifacts;
use crate::containers::ContainerExit;
use crate::names::cut;

/// The longest reason.
pub(crate) const REASON: usize = 1024;

/// A container that never ran.
pub(crate) fn not_started(error: &ContainerError) -> String {
    error.to_string()
}

/// A reason that one of several hosts gives: `AlgorithmError: algo-2: …`.
pub(crate) fn of_host(host: &str, reason: &str) -> String {
    match reason.split_once(": ") {
        Some((kind, rest)) => format!("{kind}: {host}: {rest}"),
        None => format!("{host}: {reason}"),
    }
}

/// What the program of a training container wrote into its failure file.
pub(crate) fn written(tree: &HostTree) -> Option<String> {
    tree.output("failure").and_then(|file| artifacts::read_text(&file, REASON as u64))
}

/// `AlgorithmError: <what the container says>, exit code: N`; what it says is what it has written or, where
/// that is nothing, its last lines.
pub(crate) fn of_program(
    written: Option<String>,
    exit: ContainerExit,
    tail: &Tail,
    instance_type: &str,
) -> String {
    let end = format!(", exit code: {}", exit.code);
    let text = match written {
        Some(text) => text,
        None if exit.out_of_memory => {
            format!("The container ran out of the memory that {instance_type} has on this machine")
        }
        None => last_lines(tail, REASON - 64),
    };
    let room = REASON - end.len() - "AlgorithmError: ".len();
    format!("AlgorithmError: {}{end}", cut(&text, room))
}

/// As many of the last lines as there is room for.
fn last_lines(tail: &Tail, limit: usize) -> String {
    let mut lines = Vec::new();
    let mut length = 0;
    for line in tail.iter().rev() {
        length += line.len() + 1;
        if length > limit && !lines.is_empty() {
            break;
        }
        lines.push(line.as_str());
    }
    lines.reverse();
    let text = lines.join("\n").trim().to_owned();
    if text.is_empty() { "The container ended without a message".to_owned() } else { text }
}
