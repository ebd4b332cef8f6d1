//! The Python environment of the client tests: boto3, unmodified, pinned.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::{paths, sh};

/// The packages of the client tests, pinned.
const PACKAGES: &[&str] = &["boto3==1.44.5", "botocore==1.44.5", "pytest==8.4.2"];

/// Versions of SageMaker's SDK for Python, and MLflow, each with an environment of its own: the former have the same
/// name.
pub(crate) const SDKS: [(&str, &[&str]); 3] = [
    ("v2", &["sagemaker==2.257.7", "pytest==8.4.2"]),
    ("v3", &["sagemaker==3.27.0", "pytest==8.4.2"]),
    ("mlflow", &["mlflow==3.17.2", "scikit-learn==1.9.1", "boto3==1.44.5", "pytest==8.4.2"]),
];

/// The interpreter of the client tests' environment.
pub(crate) fn environment() -> Result<PathBuf> {
    with_packages("venv", PACKAGES)
}

/// The interpreter of an environment of these packages, made if it is not there yet.
pub(crate) fn with_packages(name: &str, packages: &[&str]) -> Result<PathBuf> {
    let folder = paths::cache().join(name);
    let python = folder.join("bin/python");
    let stamp = folder.join("packages");
    let wanted = packages.join("\n");
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
            // Most modules of large packages are never loaded.
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"])
            .args(packages),
    )?;
    std::fs::write(stamp, wanted)?;
    Ok(python)
}
