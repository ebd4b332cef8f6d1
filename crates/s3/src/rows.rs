//! What is stored: the rows of S3's tables.

use std::collections::BTreeMap;

use lirio_api::Timestamp;
use lirio_api::s3::{
    NotificationConfiguration, OwnershipControls, PublicAccessBlockConfiguration,
    ServerSideEncryptionConfiguration,
};
use lirio_store::{BlobId, Key, Table};
use serde::{Deserialize, Serialize};

use crate::checksum::{Checksum, ChecksumAlgorithm, ChecksumKind};

/// Buckets by name; names are unique over all accounts and regions, as on AWS.
pub(crate) const BUCKETS: Table<BucketRow> = Table::new("s3.buckets");
/// The current version of each key that has one and is not deleted, by bucket and key.
pub(crate) const OBJECTS: Table<Version> = Table::new("s3.objects");
/// Every version that is not in [`OBJECTS`], newest first: former versions, and delete markers even
/// where they are current.
pub(crate) const VERSIONS: Table<Version> = Table::new("s3.versions");
/// The sequence number of the null version where it stands in [`VERSIONS`], by bucket and key.
pub(crate) const NULLS: Table<u64> = Table::new("s3.nulls");
/// The parts of contents made of several blobs, by the content's number.
pub(crate) const MANIFESTS: Table<Manifest> = Table::new("s3.manifests");
/// Manifests that nothing points at any more and whose blobs are still to be released.
pub(crate) const GARBAGE: Table<Manifest> = Table::new("s3.garbage");
/// Multipart uploads in progress, by bucket, key and upload id.
pub(crate) const UPLOADS: Table<UploadRow> = Table::new("s3.uploads");
/// Their parts, by upload id and part number.
pub(crate) const PARTS: Table<PartRow> = Table::new("s3.parts");

/// A bucket and its settings.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct BucketRow {
    pub(crate) name: String,
    pub(crate) account: String,
    pub(crate) region: String,
    pub(crate) created: Timestamp,
    #[serde(default)]
    pub(crate) versioning: Versioning,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) tags: Tags,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) policy: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) encryption: Option<ServerSideEncryptionConfiguration>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) public_access_block: Option<PublicAccessBlockConfiguration>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) ownership: Option<OwnershipControls>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) notification: Option<NotificationConfiguration>,
}

impl BucketRow {
    /// The bucket's ARN.
    pub(crate) fn arn(&self) -> String {
        format!("arn:aws:s3:::{}", self.name)
    }

    /// Whether changes of its objects go to the event bus.
    pub(crate) fn sends_events(&self) -> bool {
        self.notification.as_ref().is_some_and(|n| n.event_bridge_configuration.is_some())
    }

    /// Whether access-control lists mean anything in this bucket.
    pub(crate) fn acls_enabled(&self) -> bool {
        let rules = self.ownership.as_ref().map(|o| o.rules.as_slice());
        match rules {
            Some([rule, ..]) => rule.object_ownership != "BucketOwnerEnforced",
            _ => true,
        }
    }
}

/// Tags in the order given.
pub(crate) type Tags = Vec<(String, String)>;

/// Whether a bucket keeps former versions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Versioning {
    /// Never was set.
    #[default]
    Unversioned,
    /// Every write makes a version.
    Enabled,
    /// Writes replace the null version; others stay.
    Suspended,
}

/// One version of a key.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Version {
    /// Grows with every write of the platform; the order of versions.
    pub(crate) sequence: u64,
    /// The version id; none for the null version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    pub(crate) modified: Timestamp,
    /// None for a delete marker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) content: Option<Content>,
}

impl Version {
    /// The id as clients see it.
    pub(crate) fn public_id(&self) -> &str {
        self.id.as_deref().unwrap_or("null")
    }

    /// The id for the answers to a bucket of this versioning: unversioned buckets show none.
    pub(crate) fn shown_id(&self, versioning: Versioning) -> Option<String> {
        (versioning != Versioning::Unversioned).then(|| self.public_id().to_owned())
    }
}

/// An object: its bytes and what is said about them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Content {
    pub(crate) size: u64,
    /// The entity tag without quotes.
    pub(crate) etag: String,
    pub(crate) data: Data,
    #[serde(flatten)]
    pub(crate) about: About,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) checksum: Option<Checksum>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) tags: Tags,
}

impl Content {
    /// The entity tag as it travels.
    pub(crate) fn quoted_etag(&self) -> String {
        format!("\"{}\"", self.etag)
    }
}

/// Where an object's bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Data {
    /// There are none.
    Empty,
    /// In one blob.
    Blob(BlobId),
    /// In the blobs of a row of [`MANIFESTS`].
    Parts {
        /// The row.
        manifest: u64,
        /// How many parts it has.
        count: u32,
    },
}

/// What a client says about an object: stored and echoed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct About {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) content_type: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) content_encoding: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) content_disposition: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) content_language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) cache_control: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) expires: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) website_redirect: Option<String>,
    /// None is `STANDARD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) storage_class: Option<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) metadata: BTreeMap<String, String>,
}

impl About {
    /// The storage class as lists show it.
    pub(crate) fn class(&self) -> &str {
        self.storage_class.as_deref().unwrap_or("STANDARD")
    }
}

/// The parts of an object that was uploaded in parts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The upload it was made by, so that a repeated completion finds its own result.
    pub(crate) upload_id: String,
    pub(crate) parts: Vec<ManifestPart>,
}

/// One part of a [`Manifest`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ManifestPart {
    pub(crate) number: u64,
    pub(crate) size: u64,
    /// None where the part is empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) blob: Option<BlobId>,
    /// The part's checksum in base64, where the upload has an algorithm of the client's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) checksum: Option<String>,
}

/// A multipart upload in progress.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct UploadRow {
    pub(crate) initiated: Timestamp,
    pub(crate) initiator: String,
    pub(crate) about: About,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) tags: Tags,
    pub(crate) algorithm: ChecksumAlgorithm,
    pub(crate) kind: ChecksumKind,
    /// Whether the client chose the algorithm; else it is the default and stays unmentioned.
    pub(crate) chosen: bool,
}

/// An uploaded part.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PartRow {
    pub(crate) size: u64,
    /// MD5 in hexadecimal.
    pub(crate) etag: String,
    pub(crate) modified: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) blob: Option<BlobId>,
    /// By the upload's algorithm.
    pub(crate) checksum: String,
}

/// The row of a bucket.
pub(crate) fn bucket_key(bucket: &str) -> Key {
    Key::new().str(bucket)
}

/// The row of a key's current version, and what is common to its versions.
pub(crate) fn object_key(bucket: &str, key: &str) -> Key {
    Key::new().str(bucket).str(key)
}

/// The row of a version.
pub(crate) fn version_key(bucket: &str, key: &str, sequence: u64) -> Key {
    object_key(bucket, key).u64_desc(sequence)
}

/// The row of an upload.
pub(crate) fn upload_key(bucket: &str, key: &str, upload: &str) -> Key {
    object_key(bucket, key).str(upload)
}

/// The row of a part.
pub(crate) fn part_key(upload: &str, number: u64) -> Key {
    Key::new().str(upload).u64(number)
}
