//! `cargo xtask codegen`: from AWS's service models to Rust.
//!
//! The models are those of a pinned botocore, a package that carries every service's model as
//! JSON.  Only the operations of `crates/api/operations.toml` are generated, with the shapes that
//! they reach, without the documentation strings.  The output shapes of many more services are
//! packed for `crates/shapes`.

mod emit;
mod model;
mod names;
mod outputs;
mod table;

use std::collections::BTreeMap;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::paths;

/// The pinned package.  Raising it is a change of its own: regenerate, read the difference.
const BOTOCORE: &str = "1.44.5";

/// Writes the generated sources; with `check`, fails if one differs from what is committed.
pub(crate) fn run(check: bool) -> Result<()> {
    let table = table::read(&paths::root().join("crates/api/operations.toml"))?;
    let wheel = download()?;
    let mut files = BTreeMap::new();
    let mut services = Vec::new();
    for (name, entry) in &table {
        let mut model = model::load(&wheel, name)?;
        model::flatten_event_streams(&mut model);
        files.insert(format!("{}.rs", names::module(name)), emit::service(name, entry, &model)?);
        services.push(name.as_str());
    }
    files.insert("mod.rs".to_owned(), emit::index(&services));

    let folder = paths::root().join("crates/api/src/generated");
    std::fs::create_dir_all(&folder)?;
    let mut stale = Vec::new();
    for (name, source) in &files {
        let path = folder.join(name);
        let formatted = format(source).with_context(|| format!("formatting {name}"))?;
        if std::fs::read_to_string(&path).is_ok_and(|old| old == formatted) {
            continue;
        }
        stale.push(name.clone());
        if !check {
            std::fs::write(&path, formatted)?;
        }
    }
    for entry in std::fs::read_dir(&folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !files.contains_key(&name) {
            stale.push(name);
            if !check {
                std::fs::remove_file(entry.path())?;
            }
        }
    }
    let (packed, stale_outputs) = outputs::write(&wheel, check)?;
    stale.extend(stale_outputs);
    if check && !stale.is_empty() {
        bail!(
            "generated code is stale: {}\nrun `cargo xtask codegen` and commit the result",
            stale.join(", ")
        );
    }
    println!(
        "generated code: {} files, {}",
        files.len() + packed,
        if stale.is_empty() { "unchanged" } else { "updated" }
    );
    Ok(())
}

/// The wheel, downloaded once by pip from whatever index the machine is set up for.
fn download() -> Result<std::path::PathBuf> {
    let folder = paths::cache().join("botocore");
    let wheel = folder.join(format!("botocore-{BOTOCORE}-py3-none-any.whl"));
    if !wheel.exists() {
        std::fs::create_dir_all(&folder)?;
        let status = Command::new("python3")
            .args(["-m", "pip", "download", "--quiet", "--no-deps", "--dest"])
            .arg(&folder)
            .arg(format!("botocore=={BOTOCORE}"))
            .status()
            .context("python3 with pip is needed to fetch AWS's service models")?;
        if !status.success() || !wheel.exists() {
            bail!("pip could not download botocore {BOTOCORE}");
        }
    }
    Ok(wheel)
}

fn format(source: &str) -> Result<String> {
    use std::io::Write as _;
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--emit", "stdout", "--config-path"])
        .arg(paths::root().join("rustfmt.toml"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("rustfmt is needed")?;
    let mut stdin = child.stdin.take().context("rustfmt takes its input from a pipe")?;
    let text = source.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let output = child.wait_with_output()?;
    writer.join().map_err(|_| anyhow::anyhow!("writing to rustfmt failed"))??;
    if !output.status.success() {
        bail!("rustfmt refused the generated source");
    }
    Ok(String::from_utf8(output.stdout)?)
}
