//! The Python environment of the client tests: boto3, unmodified, pinned.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::{paths, sh};

/// The packages, pinned.
const PACKAGES: &[&str] = &["boto3==1.44.5", "botocore==1.44.5", "pytest==8.4.2"];

/// The interpreter of the environment, made if it is not there yet.
pub(crate) fn environment() -> Result<PathBuf> {
    let folder = paths::cache().join("venv");
    let python = folder.join("bin/python");
    let stamp = folder.join("packages");
    let wanted = PACKAGES.join("\n");
    if sh::is_file(&python) && std::fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(python);
    }
    std::fs::create_dir_all(&folder)?;
    if sh::run(sh::command("python3").args(["-m", "venv", "--clear"]).arg(&folder)).is_err() {
        // Debian splits venv off.
        sh::run(sh::command("apt-get").args(["install", "-y", "-q", "python3-venv"]))
            .context("python3 with venv is needed for the client tests")?;
        sh::run(sh::command("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    }
    sh::run(
        sh::command(&python)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .args(PACKAGES),
    )?;
    std::fs::write(stamp, wanted)?;
    Ok(python)
}
