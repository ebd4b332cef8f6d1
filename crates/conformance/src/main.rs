//! `lirio-conformance LANGUAGE [--corpus DIR] [--json]`

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.split_first() {
        Some((language, rest)) if language == "events" => lirio_conformance::events::run(rest),
        _ => Err(anyhow::anyhow!("usage: lirio-conformance events [--corpus DIR] [--json]")),
    };
    result.unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::FAILURE
    })
}
