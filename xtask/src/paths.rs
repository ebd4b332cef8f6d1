//! Where things are in the repository.

use std::path::{Path, PathBuf};

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository").to_owned()
}

/// Where downloads and built tools are kept.
pub(crate) fn cache() -> PathBuf {
    root().join("target/xtask")
}
