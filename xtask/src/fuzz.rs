//! `cargo xtask fuzz`: the pure cores against mutated inputs.
//!
//! libFuzzer with coverage of every branch, on the stable toolchain: LLVM's coverage pass is a code
//! generation option, and without `unsafe` no address sanitizer is needed.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use crate::{paths, sh};

const TARGETS: [&str; 7] =
    ["definition", "machine", "test_state", "jsonpath", "jsonata", "intrinsic", "pattern"];

/// Seconds that an input may take before it is a finding. Evaluations are bounded to a fraction of it.
const TIMEOUT: u32 = 10;

/// Bytes of one input: enough for every construct to nest and repeat.
const MAX_LENGTH: u32 = 8192;

const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing -Ccodegen-units=1";

/// `fuzz [TARGET] [--seconds N]`: one target or all, each for N seconds (600).
pub(crate) fn fuzz(arguments: &[&str]) -> Result<()> {
    let (mut targets, mut seconds) = (Vec::new(), 600_u32);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match *argument {
            "--seconds" => {
                let number = rest.next().context("--seconds needs a number")?;
                seconds = number.parse().with_context(|| format!("'{number}' is no number of seconds"))?;
            }
            name if TARGETS.contains(&name) => targets.push(name),
            other => bail!("unknown target '{other}': there are {}", TARGETS.join(", ")),
        }
    }
    if targets.is_empty() {
        targets.extend(TARGETS);
    }
    let folder = paths::root().join("fuzz");
    let built = paths::root().join("target/fuzz");
    let mut build = sh::cargo();
    // Naming the host's triple keeps the coverage out of build scripts and macros.
    let host = host()?;
    build.args(["build", "--release", "--quiet", "--target", &host, "--target-dir"]).arg(&built);
    for target in &targets {
        build.args(["--bin", target]);
    }
    sh::step("build: fuzz targets", || sh::run(build.current_dir(&folder).env("RUSTFLAGS", COVERAGE)))?;
    for target in targets {
        let program = built.join(&host).join("release").join(target);
        sh::step(&format!("fuzz: {target}, {seconds} s"), || run(&program, target, seconds))?;
    }
    Ok(())
}

/// Runs one target; what it finds stays in `target/fuzz/findings/TARGET`.
fn run(program: &PathBuf, target: &str, seconds: u32) -> Result<()> {
    let work = paths::root().join("target/fuzz");
    let (corpus, findings) = (work.join("corpus").join(target), work.join("findings").join(target));
    std::fs::create_dir_all(&corpus)?;
    std::fs::create_dir_all(&findings)?;
    let mut command = sh::command(program);
    command
        .arg(&corpus)
        .arg(paths::root().join("fuzz/seeds").join(target))
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-timeout={TIMEOUT}"))
        .arg(format!("-max_len={MAX_LENGTH}"))
        .arg("-rss_limit_mb=2048")
        .arg("-print_final_stats=1")
        .arg("-verbosity=1")
        .arg(format!("-artifact_prefix={}/", findings.display()));
    let dictionary = paths::root().join("fuzz/dictionaries").join(format!("{target}.dict"));
    if dictionary.is_file() {
        command.arg(format!("-dict={}", dictionary.display()));
    }
    sh::run(&mut command)
}

fn host() -> Result<String> {
    let output =
        sh::command(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())).arg("-vV").output()?;
    let text = String::from_utf8(output.stdout)?;
    let line = text.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    Ok(line.to_owned())
}
