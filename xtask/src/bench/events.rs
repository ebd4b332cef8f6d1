//! `cargo xtask bench events`: rule sets of event patterns, 100,000 rules of each kind.

use std::fs;

use anyhow::{Context as _, Result};

use crate::{paths, sh};

/// Runs the bench of the crate, which measures each kind of rules in a process of its own.
///
/// `args` are the name of a scenario and `--rules N`, as the bench takes them; without any, all scenarios run.
/// `--peer` alone runs a peer from crates.io on the same scenarios afterwards.
pub(super) fn measure(args: &[&str]) -> Result<()> {
    let with_peer = args.contains(&"--peer");
    let args: Vec<&str> = args.iter().copied().filter(|arg| *arg != "--peer").collect();
    println!("event patterns: rule sets, beside a loop over all rules (naive)\n");
    let bench = ["bench", "--quiet", "--package", "lirio-event-pattern", "--bench", "rules", "--"];
    sh::run(sh::cargo().args(bench).args(&args))?;
    println!(
        "\n  bytes: the median with parsing the event. B/rule: resident memory, parsed patterns included.\n  \
         adds/s and removes/s: without parsing."
    );
    if with_peer {
        peer().context("the peer cannot be measured")?;
    }
    Ok(())
}

/// The peer is a project of its own below `target/`: what it depends on is no dependency of ours.
fn peer() -> Result<()> {
    const MANIFEST: &str = "\
[package]
name = \"peer\"
version = \"0.0.0\"
edition = \"2024\"

[dependencies]
quamina = \"=0.7.0\"
serde_json = \"1\"

[workspace]
";
    let scenarios = paths::root().join("crates/event-pattern/benches/rules/scenarios.rs");
    let folder = paths::cache().join("peer-quamina");
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("Cargo.toml"), MANIFEST)?;
    let module = format!("#[path = {:?}]\nmod scenarios;\n", scenarios.display().to_string());
    fs::write(folder.join("src/main.rs"), format!("{}\n{module}", include_str!("../../peers/quamina.rs")))?;
    sh::run(sh::cargo().args(["build", "--release", "--quiet"]).current_dir(&folder))?;
    sh::run(sh::command(folder.join("target/release/peer")).arg("100000"))
}
