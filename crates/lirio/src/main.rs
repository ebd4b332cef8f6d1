//! lirio: the whole MLOps loop of a model in one binary.
//!
//! This crate is the command line and the wiring, nothing else: [`serve`] puts the services behind the
//! door, every other command is a client that signs and calls like any other.

mod builder;
mod chosen;
mod cli;
mod client;
mod commands;
mod engine;
mod home;
mod progress;
mod push;
mod scratch;
mod serve;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    // A container's supervisor is this same binary, started again.
    lirio_runtime::init_if_requested();
    raise_open_files();
    let cli = cli::Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(std::thread::available_parallelism().map_or(2, |n| n.get().clamp(2, 8)))
        .enable_all()
        .build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => {
            return fail(&anyhow::Error::from(error).context("the asynchronous runtime cannot start"));
        }
    };
    let result = runtime.block_on(commands::run(cli));
    // Work that blocks (an upload to a dead disk) must not keep a finished command alive.
    runtime.shutdown_timeout(std::time::Duration::from_millis(200));
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

/// Takes all of the open files that we may have: what a shell gives at first (1024) is for programs that use `select`,
/// and an endpoint under load has more connections than that.
fn raise_open_files() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    // Refused, it stays as it was.
    let _ = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit });
}

/// Errors say what happened and why, outermost first, each cause on its own line.
fn fail(error: &anyhow::Error) -> ExitCode {
    if let Some(code) = error.downcast_ref::<commands::Exit>() {
        return ExitCode::from(code.0);
    }
    say_error(error);
    ExitCode::FAILURE
}

/// Writes an error and its causes for a person.
pub(crate) fn say_error(error: &anyhow::Error) {
    eprintln!("error: {error}");
    let mut shown = error.to_string();
    for cause in error.chain().skip(1) {
        let text = cause.to_string();
        if !shown.contains(&text) {
            eprintln!("  because {text}");
            shown = text;
        }
    }
}
