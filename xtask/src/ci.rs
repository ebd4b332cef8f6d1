//! `cargo xtask ci` and `cargo xtask test`.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::{codegen, conformance, docker, licences, paths, python, sh};

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
    docker::engine();
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

/// `sdk [VERSION...]`: the tests with SageMaker's SDKs, all versions unless some are named.
pub(crate) fn sdk(versions: &[&str]) -> Result<()> {
    let known = python::SDKS.map(|(version, _)| version);
    if let Some(other) = versions.iter().find(|version| !known.contains(version)) {
        anyhow::bail!("'{other}' is no version of the SDK that is tested: {}", known.join(", "));
    }
    for (version, packages) in python::SDKS {
        if !versions.is_empty() && !versions.contains(&version) {
            continue;
        }
        let python = python::with_packages(&format!("sdk-{version}"), packages)?;
        sh::step("build: lirio", || sh::run(sh::cargo().args(["build", "--quiet", "--bin", "lirio"])))?;
        let tests = format!("tests/sdk/test_{version}.py");
        sh::step(&format!("tests: SageMaker SDK {version}"), || pytest(&python, &[&tests]))?;
    }
    Ok(())
}

/// `week [--rounds N] [--seed N] [--disk tmpfs|ext4] [--engine]`: the week in fast forward, longer than `test` has it.
pub(crate) fn week(args: &[&str]) -> Result<()> {
    let mut settings = vec![("LIRIO_WEEK", "240".to_owned())];
    let mut which = "test_a_week_leaves_nothing";
    let mut args = args.iter();
    while let Some(name) = args.next() {
        let variable = match *name {
            "--rounds" => "LIRIO_WEEK",
            "--seed" => "LIRIO_SEED",
            "--disk" => "LIRIO_DISK",
            "--engine" => {
                which = "test_a_week_with_an_engine_leaves_nothing";
                continue;
            }
            other => anyhow::bail!("'{other}' is no option of week; see cargo xtask help"),
        };
        let value = args.next().ok_or_else(|| anyhow::anyhow!("{name} wants a value"))?;
        settings.push((variable, (*value).to_owned()));
    }
    let python = python::environment()?;
    sh::step("build: lirio", || sh::run(sh::cargo().args(["build", "--quiet", "--bin", "lirio"])))?;
    let test = format!("tests/crash/test_week.py::{which}");
    sh::step("week", || sh::run(pytest_command(&python, &["-s", &test]).envs(settings)))
}

fn pytest(python: &Path, arguments: &[&str]) -> Result<()> {
    sh::run(&mut pytest_command(python, arguments))
}

fn pytest_command(python: &Path, arguments: &[&str]) -> Command {
    let mut command = sh::command(python);
    command
        .args(["-m", "pytest", "-q", "-p", "no:cacheprovider"])
        .args(arguments)
        .current_dir(paths::root())
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("LIRIO", paths::root().join("target/debug/lirio"));
    command
}
