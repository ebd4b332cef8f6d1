//! Operating system and architecture, in the words of images.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What an image runs on, such as `linux/amd64`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Platform {
    /// The processor in Go's words: `amd64`, `arm64`.
    pub architecture: String,
    /// The operating system: `linux`.
    pub os: String,
    /// The processor's variant, such as `v8`; not compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
}

impl Platform {
    /// A platform without a variant.
    pub fn new(os: impl Into<String>, architecture: impl Into<String>) -> Self {
        Self { architecture: architecture.into(), os: os.into(), variant: None }
    }

    /// What containers on this machine run: its processor, and Linux.
    pub fn host() -> Self {
        // Images use Go's names, which differ from Rust's for the processors people have most.
        let architecture = match std::env::consts::ARCH {
            "x86_64" => "amd64",
            "aarch64" => "arm64",
            "x86" => "386",
            "powerpc64" if cfg!(target_endian = "little") => "ppc64le",
            "powerpc64" => "ppc64",
            "loongarch64" => "loong64",
            other => other,
        };
        Self::new("linux", architecture)
    }

    /// Whether programs for `self` run on `other`: the same system and processor.
    pub fn runs_on(&self, other: &Self) -> bool {
        self.os == other.os && self.architecture == other.architecture
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.os, self.architecture)
    }
}
