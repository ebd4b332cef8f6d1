//! `lirio build`: a Rust crate becomes a static binary, an image, a function's zip.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context as _, Result, bail};
use bytes::Bytes;
use lirio_image::{BuiltImage, FileSource, ImageBuilder, Platform};
use serde_json::Value as Json;

/// The target a static binary is built for: musl where it is installed, else glibc, linked statically.
fn target() -> String {
    format!("{}-unknown-linux-gnu", std::env::consts::ARCH)
}

/// Where rustup and cargo keep what they installed.  Both look below `HOME`; where that is another
/// folder than the one of the account (a scratch home, a service's), the account's is meant.
fn toolchain_homes() -> Vec<(&'static str, PathBuf)> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let account = account_home();
    [("RUSTUP_HOME", ".rustup"), ("CARGO_HOME", ".cargo")]
        .into_iter()
        .filter(|(variable, _)| std::env::var_os(variable).is_none())
        .filter(|(_, folder)| !home.as_ref().is_some_and(|h| h.join(folder).is_dir()))
        .filter_map(|(variable, folder)| Some((variable, account.as_ref()?.join(folder))))
        .filter(|(_, path)| path.is_dir())
        .collect()
}

/// The home of this account in `/etc/passwd`.
fn account_home() -> Option<PathBuf> {
    let uid = rustix::process::getuid().as_raw().to_string();
    let text = std::fs::read_to_string("/etc/passwd").ok()?;
    let entry = text
        .lines()
        .map(|line| line.split(':').collect::<Vec<_>>())
        .find(|e| e.get(2) == Some(&uid.as_str()))?;
    entry.get(5).map(PathBuf::from)
}

/// Compiles the only binary of a crate, statically; answers its path.
pub(crate) async fn compile(folder: &Path) -> Result<PathBuf> {
    let manifest = folder.join("Cargo.toml");
    if !manifest.is_file() {
        bail!("{} is not a Rust crate: it has no Cargo.toml", folder.display());
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = tokio::process::Command::new(cargo)
        .envs(toolchain_homes())
        .args(["build", "--release", "--bins", "--message-format", "json-render-diagnostics", "--target"])
        .arg(target())
        .arg("--manifest-path")
        .arg(&manifest)
        // Flags of the caller's own build (coverage, sanitizers) are not the container's.
        .env("RUSTFLAGS", "-C target-feature=+crt-static")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("CARGO_TARGET_DIR")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .output()
        .await
        .context("cargo is needed to compile a Rust model (https://rustup.rs)")?;
    if !output.status.success() {
        bail!(
            "{} does not compile:\n{}",
            folder.display(),
            String::from_utf8_lossy(&output.stderr).trim_end()
        );
    }
    let mut binaries: Vec<PathBuf> = output
        .stdout
        .split(|b| *b == b'\n')
        .filter_map(|line| serde_json::from_slice::<Json>(line).ok())
        .filter(|message| message["reason"] == "compiler-artifact")
        .filter_map(|message| message["executable"].as_str().map(PathBuf::from))
        .collect();
    match (binaries.pop(), binaries.is_empty()) {
        (Some(only), true) => Ok(only),
        (Some(_), false) => bail!("{} has several binaries; a container needs one", folder.display()),
        (None, _) => bail!("{} has no binary; add src/main.rs", folder.display()),
    }
}

/// The image of a model's static binary, its layer in `scratch`.
pub(crate) fn image(binary: &Path, scratch: &Path) -> Result<BuiltImage> {
    let mut builder = ImageBuilder::model(Platform::host(), FileSource::Path(binary.to_owned()))?;
    // One machine: compressing would cost more than it saves.
    builder.compression(lirio_image::media_type::Compression::None);
    builder.build(scratch).with_context(|| format!("the image of {} cannot be built", binary.display()))
}

/// The zip of a function: the binary as `bootstrap`.
pub(crate) fn function_zip(binary: &Path) -> Result<Bytes> {
    let program = std::fs::read(binary).with_context(|| format!("cannot read {}", binary.display()))?;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    // A fixed time: the same binary gives the same zip, so that an unchanged function is left alone.
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .compression_level(Some(1))
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o755);
    zip.start_file("bootstrap", options)?;
    zip.write_all(&program)?;
    Ok(zip.finish()?.into_inner().into())
}
