//! The configuration of an image: what to run, and which layers make its root file system.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use crate::digest::Digest;
use crate::error::ImageError;
use crate::manifest::check_size;
use crate::platform::Platform;

/// An image configuration (`application/vnd.oci.image.config.v1+json`, or Docker's, which is the same here).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImageConfig {
    /// When the image was made (RFC 3339), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created: Option<String>,
    /// The processor in Go's words: `amd64`, `arm64`.
    pub architecture: String,
    /// The operating system: `linux`.
    pub os: String,
    /// The processor's variant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// What a container of the image runs.
    #[serde(default, deserialize_with = "null_is_default")]
    pub config: ProcessConfig,
    /// The layers, by the digests of their uncompressed content.
    #[serde(default, deserialize_with = "null_is_default")]
    pub rootfs: RootFs,
    /// How the image came to be; one entry per layer and per command without one.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<History>,
}

/// What a container of the image runs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ProcessConfig {
    /// The user (and group) to run as: a name or a number, `user[:group]`; empty is root.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "String::is_empty")]
    pub user: String,
    /// The ports the image says it listens on, such as `8080/tcp`.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "BTreeMap::is_empty")]
    pub exposed_ports: BTreeMap<String, serde_json::Value>,
    /// Environment variables, each `NAME=value`.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "Vec::is_empty")]
    pub env: Vec<String>,
    /// The program and its first arguments, in front of whatever is asked to run.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "Vec::is_empty")]
    pub entrypoint: Vec<String>,
    /// The arguments used when none are given.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "Vec::is_empty")]
    pub cmd: Vec<String>,
    /// The working directory; empty is `/`.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "String::is_empty")]
    pub working_dir: String,
    /// Free labels.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// The signal that asks the container to stop, such as `SIGTERM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop_signal: Option<String>,
}

/// The layers of the root file system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RootFs {
    /// Always `layers`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The digest of each layer's tar stream before compression, bottom first.
    #[serde(default, deserialize_with = "null_is_default")]
    pub diff_ids: Vec<Digest>,
}

impl Default for RootFs {
    fn default() -> Self {
        Self { kind: "layers".to_owned(), diff_ids: Vec::new() }
    }
}

/// One step of how an image came to be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    /// When (RFC 3339), as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created: Option<String>,
    /// The command that made the layer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_by: Option<String>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Whether the step made no layer.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "std::ops::Not::not")]
    pub empty_layer: bool,
}

impl ImageConfig {
    /// Reads a configuration. Unknown members are ignored, `null` counts as absent, and anything lirio
    /// needs that is missing or of the wrong kind is an error.
    pub fn parse(bytes: &[u8]) -> Result<Self, ImageError> {
        const DOCUMENT: &str = "configuration";
        check_size(DOCUMENT, bytes)?;
        let invalid = |reason: String| ImageError::Document { document: DOCUMENT, reason };
        let config: Self = serde_json::from_slice(bytes).map_err(|error| invalid(error.to_string()))?;
        if config.os.is_empty() || config.architecture.is_empty() {
            return Err(invalid("it names no operating system or no architecture".to_owned()));
        }
        if config.rootfs.kind != "layers" {
            return Err(invalid(format!("rootfs.type is {:?} and must be \"layers\"", config.rootfs.kind)));
        }
        Ok(config)
    }

    /// What the image runs on.
    pub fn platform(&self) -> Platform {
        Platform {
            architecture: self.architecture.clone(),
            os: self.os.clone(),
            variant: self.variant.clone(),
        }
    }
}

/// Go writes absent lists and maps as `null`.
pub(crate) fn null_is_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn docker_configuration_with_nulls() {
        let config = ImageConfig::parse(
            br#"{"architecture":"amd64","os":"linux","container":"4f2c","docker_version":"20.10.24",
                 "config":{"Hostname":"","User":"","Env":["PATH=/bin"],"Cmd":["/bin/bash"],"Image":"",
                   "Volumes":null,"WorkingDir":"","Entrypoint":null,"OnBuild":null,"Labels":null,
                   "ExposedPorts":{"8080/tcp":{}}},
                 "history":[{"created":"2026-01-01T00:00:00Z","created_by":"x","empty_layer":true}],
                 "rootfs":{"type":"layers","diff_ids":
                   ["sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"]}}"#,
        )
        .unwrap();
        assert_eq!(config.platform().to_string(), "linux/amd64");
        assert_eq!(config.config.cmd, ["/bin/bash"]);
        assert!(config.config.entrypoint.is_empty());
        assert!(config.config.exposed_ports.contains_key("8080/tcp"));
        assert_eq!(config.rootfs.diff_ids, [Digest::of(b"")]);
        assert!(config.history[0].empty_layer);
    }

    #[test]
    fn refused_configurations() {
        let check = |text: &str, expected: &str| {
            let error = ImageConfig::parse(text.as_bytes()).unwrap_err().to_string();
            assert!(error.contains(expected), "{text}: {error}");
        };
        check("", "configuration is not valid");
        check("{}", "missing field `architecture`");
        check(r#"{"architecture":"","os":"linux"}"#, "names no operating system or no architecture");
        check(r#"{"architecture":"a","os":"b","rootfs":{"type":"disk"}}"#, "must be \"layers\"");
        check(r#"{"architecture":"a","os":"b","config":{"Cmd":"sh"}}"#, "expected a sequence");
        check(
            r#"{"architecture":"a","os":"b","rootfs":{"type":"layers","diff_ids":["../x"]}}"#,
            "only sha256 digests",
        );
    }

    proptest! {
        #[test]
        fn parsing_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = ImageConfig::parse(&bytes);
        }
    }
}
