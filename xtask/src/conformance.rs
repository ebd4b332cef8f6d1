//! `cargo xtask conformance`: the cases of the corpus, run by `lirio-conformance`.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::sh;

/// The suites that CI runs.
const SUITES: &[&str] = &["asl", "events"];

/// Runs a suite with the arguments that were given, and exits as it exits: it has said why.
pub(crate) fn run(arguments: &[&str]) -> Result<()> {
    let mut command = sh::cargo();
    command.args(["run", "--quiet", "--package", "lirio-conformance", "--"]);
    let mut folder_follows = false;
    for argument in arguments {
        // Commands run in the repository's root; the folder was named from where we are.
        if folder_follows {
            let folder = std::path::absolute(Path::new(argument));
            command.arg(folder.with_context(|| format!("no folder '{argument}'"))?);
        } else {
            command.arg(argument);
        }
        folder_follows = *argument == "--corpus";
    }
    let status = command.status().context("cannot run lirio-conformance")?;
    if !status.success() {
        std::process::exit(status.code().unwrap_or(1));
    }
    Ok(())
}

/// Runs every suite; what a person needs of it is what is wrong.
pub(crate) fn all() -> Result<()> {
    for suite in SUITES {
        let mut command = sh::cargo();
        command.args(["run", "--quiet", "--package", "lirio-conformance", "--", suite, "--brief"]);
        sh::run(&mut command)?;
    }
    Ok(())
}
