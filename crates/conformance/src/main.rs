//! `lirio-conformance SUITE [--corpus DIR] [--json]`, which `cargo xtask conformance` runs.

use std::process::ExitCode;

fn main() -> ExitCode {
    lirio_conformance::main(std::env::args().skip(1))
}
