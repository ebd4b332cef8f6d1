//! `cargo xtask bench events`: rule sets of event patterns, 100,000 rules of each kind.

use anyhow::Result;

use crate::sh;

/// Runs the bench of the crate, which measures each kind of rules in a process of its own.
///
/// `args` are the name of a scenario and `--rules N`; without any, all scenarios run.
pub(super) fn measure(args: &[&str]) -> Result<()> {
    println!("event patterns: rule sets, beside a loop over all rules (naive)\n");
    let bench = ["bench", "--quiet", "--package", "lirio-event-pattern", "--bench", "rules", "--"];
    sh::run(sh::cargo().args(bench).args(args))?;
    println!(
        "\n  B/rule is resident memory, with the parsed patterns' own; adds and removes are without parsing.\n  \
         No peer from crates.io is run beside it: none is known that takes EventBridge's patterns."
    );
    Ok(())
}
