//! Manifests and lists of manifests, of the OCI image specification and of Docker's schema 2.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::config::null_is_default;
use crate::digest::Digest;
use crate::error::ImageError;
use crate::media_type;
use crate::platform::Platform;

/// The most bytes a manifest, index or configuration may have: 4 MiB, as in other registries.
pub const MAX_DOCUMENT_BYTES: usize = 4 << 20;

/// A reference to content by digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Descriptor {
    /// What the content is.
    pub media_type: String,
    /// The content's digest.
    pub digest: Digest,
    /// The content's size in bytes.
    pub size: u64,
    /// What the content runs on, in an index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform: Option<Platform>,
    /// Free annotations.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "BTreeMap::is_empty")]
    pub annotations: BTreeMap<String, String>,
}

impl Descriptor {
    /// The descriptor of these bytes.
    pub fn of(media_type: impl Into<String>, bytes: &[u8]) -> Self {
        Self::new(media_type, Digest::of(bytes), bytes.len() as u64)
    }

    /// A descriptor of content of `size` bytes, without annotations.
    pub fn new(media_type: impl Into<String>, digest: Digest, size: u64) -> Self {
        Self { media_type: media_type.into(), digest, size, platform: None, annotations: BTreeMap::new() }
    }
}

/// The manifest of one image: its configuration and its layers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// Always 2.
    pub schema_version: u32,
    /// The manifest's own media type; OCI manifests may leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// What the manifest describes when it is not a container image (OCI 1.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub artifact_type: Option<String>,
    /// The configuration blob.
    pub config: Descriptor,
    /// The layer blobs, bottom first.
    pub layers: Vec<Descriptor>,
    /// The manifest this one is about, for the referrers interface (OCI 1.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Descriptor>,
    /// Free annotations.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "BTreeMap::is_empty")]
    pub annotations: BTreeMap<String, String>,
}

/// A list of manifests, usually one per platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Index {
    /// Always 2.
    pub schema_version: u32,
    /// The index's own media type; OCI indexes may leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// What the index describes when it is not a container image (OCI 1.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub artifact_type: Option<String>,
    /// The manifests.
    pub manifests: Vec<Descriptor>,
    /// The manifest this index is about, for the referrers interface (OCI 1.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Descriptor>,
    /// Free annotations.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "BTreeMap::is_empty")]
    pub annotations: BTreeMap<String, String>,
}

impl Index {
    /// The manifest for a platform. An index of one manifest that names no platform gives that one.
    pub fn select(&self, wanted: &Platform) -> Result<&Descriptor, ImageError> {
        let named = |descriptor: &&Descriptor| {
            descriptor.platform.as_ref().is_some_and(|platform| platform.runs_on(wanted))
        };
        if let Some(descriptor) = self.manifests.iter().find(named) {
            return Ok(descriptor);
        }
        if let [only] = self.manifests.as_slice()
            && only.platform.is_none()
        {
            return Ok(only);
        }
        // Build attestations are listed as unknown/unknown; they are no help to the reader.
        let mut available: Vec<String> = self
            .manifests
            .iter()
            .filter_map(|descriptor| descriptor.platform.as_ref())
            .filter(|platform| platform.os != "unknown")
            .map(Platform::to_string)
            .take(20)
            .collect();
        if available.is_empty() {
            available.push("none that names a platform".to_owned());
        }
        Err(ImageError::NoPlatform { wanted: wanted.clone(), available: available.join(", ") })
    }
}

/// What a registry serves behind `/manifests/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Document {
    /// One image.
    Manifest(Manifest),
    /// A list of manifests.
    Index(Index),
}

impl Document {
    /// Reads a manifest or an index.
    ///
    /// `content_type` is the type the document came with, if any; it must agree with the document's own
    /// `mediaType`. Without either, the members decide, and a document with the members of both is refused,
    /// so that two readers can never take it for two things. Unknown members are ignored.
    pub fn parse(bytes: &[u8], content_type: Option<&str>) -> Result<Self, ImageError> {
        check_size("manifest", bytes)?;
        let shape: Shape =
            serde_json::from_slice(bytes).map_err(|error| invalid("manifest", error.to_string()))?;
        if shape.schema_version != 2 {
            return Err(invalid(
                "manifest",
                format!(
                    "schemaVersion is {} and must be 2; push with a current client",
                    shape.schema_version
                ),
            ));
        }
        // Parameters such as `; charset=utf-8` say nothing about JSON.
        let content_type = content_type.map(|text| text.split(';').next().unwrap_or(text).trim());
        let own = shape.media_type.as_deref();
        if let (Some(own), Some(given)) = (own, content_type)
            && own != given
        {
            return Err(invalid("manifest", format!("it came as {given:?} and calls itself {own:?}")));
        }
        let is_index = match own.or(content_type) {
            Some(kind) if media_type::is_manifest(kind) => false,
            Some(kind) if media_type::is_index(kind) => true,
            Some(kind) => return Err(invalid("manifest", format!("media type {kind:?} is not supported"))),
            None => shape.manifests.is_some(),
        };
        if is_index {
            if shape.layers.is_some() || shape.config.is_some() {
                return Err(invalid("index", "it has members of a manifest too".to_owned()));
            }
            let index = serde_json::from_slice(bytes).map_err(|error| invalid("index", error.to_string()))?;
            Ok(Self::Index(index))
        } else {
            if shape.manifests.is_some() {
                return Err(invalid("manifest", "it has members of an index too".to_owned()));
            }
            let manifest =
                serde_json::from_slice(bytes).map_err(|error| invalid("manifest", error.to_string()))?;
            Ok(Self::Manifest(manifest))
        }
    }

    /// The media type to serve the document with.
    pub fn media_type(&self) -> &str {
        match self {
            Self::Manifest(manifest) => manifest.media_type.as_deref().unwrap_or(media_type::OCI_MANIFEST),
            Self::Index(index) => index.media_type.as_deref().unwrap_or(media_type::OCI_INDEX),
        }
    }

    /// Everything a registry must have before it accepts the document: for a manifest its configuration and
    /// layers, for an index its manifests.
    pub fn requires(&self) -> Vec<&Descriptor> {
        match self {
            Self::Manifest(manifest) => std::iter::once(&manifest.config).chain(&manifest.layers).collect(),
            Self::Index(index) => index.manifests.iter().collect(),
        }
    }
}

impl Manifest {
    /// Reads the manifest of one image; an index is an error.
    pub fn parse(bytes: &[u8]) -> Result<Self, ImageError> {
        match Document::parse(bytes, None)? {
            Document::Manifest(manifest) => Ok(manifest),
            Document::Index(_) => {
                Err(invalid("manifest", "it is a list of manifests; choose one of them first".to_owned()))
            }
        }
    }
}

/// The members that tell what a document is.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Shape {
    schema_version: u32,
    media_type: Option<String>,
    manifests: Option<Value>,
    config: Option<Value>,
    layers: Option<Value>,
}

fn invalid(document: &'static str, reason: String) -> ImageError {
    ImageError::Document { document, reason }
}

pub(crate) fn check_size(document: &'static str, bytes: &[u8]) -> Result<(), ImageError> {
    if bytes.len() > MAX_DOCUMENT_BYTES {
        return Err(ImageError::DocumentTooLarge { document, size: bytes.len(), limit: MAX_DOCUMENT_BYTES });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const A: &str = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    const B: &str = "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    fn docker_manifest() -> String {
        format!(
            r#"{{
   "schemaVersion": 2,
   "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
   "config": {{
      "mediaType": "application/vnd.docker.container.image.v1+json",
      "size": 1457,
      "digest": "{A}"
   }},
   "layers": [
      {{
         "mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip",
         "size": 55035921,
         "digest": "{B}"
      }}
   ]
}}"#
        )
    }

    #[test]
    fn docker_schema_2() {
        let document =
            Document::parse(docker_manifest().as_bytes(), Some(media_type::DOCKER_MANIFEST)).unwrap();
        assert_eq!(document.media_type(), media_type::DOCKER_MANIFEST);
        let required: Vec<_> =
            document.requires().iter().map(|it| (it.digest.to_string(), it.size)).collect();
        assert_eq!(required, [(A.to_owned(), 1457), (B.to_owned(), 55_035_921)]);
    }

    #[test]
    fn an_index_gives_the_manifest_of_a_platform() {
        let text = format!(
            r#"{{"schemaVersion":2,"mediaType":"{}","unknown":[1],"manifests":[
                 {{"mediaType":"{m}","digest":"{A}","size":1,"platform":{{"architecture":"arm64","os":"linux","variant":"v8"}}}},
                 {{"mediaType":"{m}","digest":"{B}","size":2,"platform":{{"architecture":"unknown","os":"unknown"}}}}]}}"#,
            media_type::OCI_INDEX,
            m = media_type::OCI_MANIFEST
        );
        let Document::Index(index) = Document::parse(text.as_bytes(), None).unwrap() else {
            panic!("an index")
        };
        assert_eq!(index.select(&Platform::new("linux", "arm64")).unwrap().digest.to_string(), A);
        assert_eq!(
            index.select(&Platform::new("linux", "amd64")).unwrap_err().to_string(),
            "the image has no manifest for linux/amd64; it has linux/arm64. \
             Build it for linux/amd64 and push again"
        );
    }

    #[test]
    fn refused_documents() {
        let check = |text: &str, content_type: Option<&str>, expected: &str| {
            let error = Document::parse(text.as_bytes(), content_type).unwrap_err().to_string();
            assert!(error.contains(expected), "{:.200}: {error}", text);
        };
        check("", None, "EOF");
        check("[]", None, "not valid");
        check(r#"{"schemaVersion":1}"#, None, "must be 2");
        check(r#"{"schemaVersion":2}"#, None, "missing field `config`");
        check(&docker_manifest(), Some(media_type::OCI_MANIFEST), "calls itself");
        check(r#"{"schemaVersion":2}"#, Some("text/plain"), "\"text/plain\" is not supported");
        check(r#"{"schemaVersion":2,"manifests":[],"layers":[]}"#, None, "members of a manifest too");
        check(&docker_manifest().replace("55035921", "-1"), None, "invalid value");
        check(&docker_manifest().replace(B, "sha256:b"), None, "64 lowercase");
        check(&docker_manifest().replace("\"layers\"", "\"manifests\""), None, "members of an index too");
        check(&format!("{{\"schemaVersion\":2,\"layers\":{}", "[".repeat(100_000)), None, "recursion limit");
        check(&" ".repeat(MAX_DOCUMENT_BYTES + 1), None, "at most 4194304 are accepted");
    }

    #[test]
    fn parameters_of_the_content_type_are_ignored() {
        let content_type = format!("{}; charset=utf-8", media_type::DOCKER_MANIFEST);
        assert!(Document::parse(docker_manifest().as_bytes(), Some(&content_type)).is_ok());
    }

    proptest! {
        #[test]
        fn parsing_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Document::parse(&bytes, None);
        }

        #[test]
        fn damaged_manifests_never_panic(at in 0usize..500, byte in any::<u8>()) {
            let mut bytes = docker_manifest().into_bytes();
            let at = at % bytes.len();
            bytes[at] = byte;
            let _ = Document::parse(&bytes, None);
        }
    }
}
