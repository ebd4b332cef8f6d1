//! `cargo xtask conformance LANGUAGE [--corpus DIR] [--json]`

use anyhow::{Context as _, Result};

use crate::sh;

/// Runs the recorded cases of a language. The runner is a crate of its own, since it needs the languages.
///
/// It ends with the runner's exit code and prints nothing after it, so that the last line is the runner's.
pub(crate) fn run(args: &[&str]) -> Result<()> {
    let mut command = sh::cargo();
    command.args(["run", "--quiet", "--package", "lirio-conformance", "--"]);
    let mut is_folder = false;
    for arg in args {
        // The runner is started in the repository's root, wherever we are.
        let path = if is_folder { Some(std::path::absolute(arg)?) } else { None };
        is_folder = *arg == "--corpus";
        command.arg(path.as_deref().unwrap_or(arg.as_ref()));
    }
    let status = command.status().context("cannot run cargo")?;
    if !status.success() {
        std::process::exit(status.code().unwrap_or(1));
    }
    Ok(())
}
