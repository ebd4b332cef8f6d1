//! Licences and advisories of the dependencies.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, bail};
use serde_json::Value as Json;

use crate::sh;

/// Licences that a binary of ours may contain.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Fails on a dependency none of whose licences is allowed.
pub(crate) fn check() -> Result<()> {
    let output = sh::cargo().args(["metadata", "--format-version", "1", "--locked"]).output()?;
    if !output.status.success() {
        bail!("cargo metadata failed:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    let metadata: Json = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists packages")?;
    let mut refused = BTreeSet::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let expression = package["license"].as_str().unwrap_or_default();
        if !allowed(expression) {
            refused.insert(format!("{name}: '{expression}'"));
        }
    }
    if !refused.is_empty() {
        bail!(
            "licences that are not on the list in xtask/src/licences.rs:\n  {}",
            Vec::from_iter(refused).join("\n  ")
        );
    }
    println!("{} packages, all under allowed licences", packages.len());
    Ok(())
}

/// SPDX expressions as crates use them: alternatives of conjunctions; a part in parentheses is one or the other.
fn allowed(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], " ").replace('/', " OR ");
    plain.split(" OR ").any(|all| all.split(" AND ").all(|one| ALLOWED.contains(&one.trim())))
}

/// Runs `cargo deny check advisories` where the tool and its database are at hand, and says so where not.
pub(crate) fn advisories() -> Result<()> {
    if !sh::exists("cargo-deny", "--version") {
        println!("NOT CHECKED: cargo-deny is not installed on this machine (cargo install cargo-deny)");
        return Ok(());
    }
    let database = sh::cargo().args(["deny", "fetch", "db"]).output()?;
    if !database.status.success() {
        println!("NOT CHECKED: the advisory database cannot be fetched from this machine");
        return Ok(());
    }
    sh::run(sh::cargo().args(["deny", "check", "advisories"]))
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn expressions() {
        let check =
            |expression: &str, expected: bool| assert_eq!(allowed(expression), expected, "{expression}");
        check("MIT OR Apache-2.0", true);
        check("MIT/Apache-2.0", true);
        check("Apache-2.0 AND ISC", true);
        check("GPL-3.0", false);
        check("MIT AND GPL-3.0", false);
        check("(MIT OR Apache-2.0) AND Unicode-3.0", true);
        check("", false);
    }
}
