//! `cargo xtask ci` and `cargo xtask test`.

use std::path::Path;

use anyhow::Result;

use crate::{codegen, conformance, engines, licences, paths, python, sh};

/// Workspaces beside the main one: what users have.
const EXAMPLES: &[&str] = &["examples/iris/model", "examples/iris/validate"];

/// All that CI does.
pub(crate) fn ci() -> Result<()> {
    sh::step("format", || sh::run(sh::cargo().args(["fmt", "--all", "--check"])))?;
    sh::step("generated code", || codegen::run(true))?;
    sh::step("clippy", || {
        sh::run(sh::cargo().args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--quiet",
            "--",
            "-D",
            "warnings",
        ]))
    })?;
    test()?;
    sh::step("conformance", conformance::all)?;
    sh::step("documentation", || {
        sh::run(
            sh::cargo()
                .args(["doc", "--workspace", "--no-deps", "--quiet"])
                .env("RUSTDOCFLAGS", "-D warnings"),
        )
    })?;
    sh::step("licences", licences::check)?;
    sh::step("advisories", licences::advisories)?;
    println!("\nall checks passed");
    Ok(())
}

/// Every test, with whatever set-up it needs.
pub(crate) fn test() -> Result<()> {
    let python = python::environment()?;
    engines::install();
    sh::step("tests: workspace", || sh::run(sh::cargo().args(["test", "--workspace", "--quiet"])))?;
    for example in EXAMPLES {
        let folder = paths::root().join(example);
        if !folder.join("Cargo.toml").exists() {
            continue;
        }
        sh::step(&format!("tests: {example}"), || {
            sh::run(sh::cargo().args(["test", "--release", "--quiet"]).current_dir(&folder))
        })?;
    }
    sh::step("build: lirio", || sh::run(sh::cargo().args(["build", "--quiet", "--bin", "lirio"])))?;
    sh::step("tests: clients", || pytest(&python, &["tests", "--ignore=tests/sdk"]))?;
    sdk(&["v2"])
}

/// `sdk [NAME...]`: the tests with SageMaker's SDKs and MLflow, all unless some are named.
pub(crate) fn sdk(versions: &[&str]) -> Result<()> {
    let known = python::SDKS.map(|(version, _)| version);
    if let Some(other) = versions.iter().find(|version| !known.contains(version)) {
        anyhow::bail!("'{other}' is none of the SDKs that are tested: {}", known.join(", "));
    }
    for (version, packages) in python::SDKS {
        if !versions.is_empty() && !versions.contains(&version) {
            continue;
        }
        let python = python::with_packages(&format!("sdk-{version}"), packages)?;
        sh::step("build: lirio", || sh::run(sh::cargo().args(["build", "--quiet", "--bin", "lirio"])))?;
        let tests = format!("tests/sdk/test_{version}.py");
        sh::step(&format!("tests: SDK {version}"), || pytest(&python, &[&tests]))?;
    }
    Ok(())
}

pub(crate) fn pytest(python: &Path, arguments: &[&str]) -> Result<()> {
    sh::run(
        sh::command(python)
            .args(["-m", "pytest", "-q", "-p", "no:cacheprovider"])
            .args(arguments)
            .current_dir(paths::root())
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("LIRIO", paths::root().join("target/debug/lirio")),
    )
}
