//! What ECR keeps.

use std::collections::BTreeMap;

use lirio_api::ecr::ImageTagMutabilityExclusionFilter;
use lirio_api::{AwsError, Timestamp};
use lirio_service::Scope;
use lirio_store::{BlobId, Key, Read, Table};
use serde::{Deserialize, Serialize};

use crate::no_such_repository;

/// Repositories by region, account, name.
pub(crate) const REPOSITORIES: Table<RepositoryRow> = Table::new("ecr.repositories");
/// Images by repository and digest.
pub(crate) const IMAGES: Table<ImageRow> = Table::new("ecr.images");
/// The digest a tag stands for, by repository and tag.
pub(crate) const TAGS: Table<String> = Table::new("ecr.tags");
/// The same by repository, digest, tag.
pub(crate) const IMAGE_TAGS: Table<()> = Table::new("ecr.image_tags");
/// Lists that name an image, by repository, the image's digest, the list's digest.
pub(crate) const LISTED_BY: Table<()> = Table::new("ecr.listed_by");
/// Descriptors of images about another one, by repository, that one's digest, their own digest.
pub(crate) const REFERRERS: Table<serde_json::Value> = Table::new("ecr.referrers");
/// Content a repository has, by repository and digest.
pub(crate) const LINKS: Table<LinkRow> = Table::new("ecr.links");
/// Content by digest, over all repositories.
pub(crate) const CONTENT: Table<ContentRow> = Table::new("ecr.content");
/// Uploads under way, by repository and the upload's id.
pub(crate) const UPLOADS: Table<UploadRow> = Table::new("ecr.uploads");
/// The parts an upload has, by repository, the upload's id, number.
pub(crate) const PARTS: Table<PartRow> = Table::new("ecr.parts");
/// Keys by purpose, base64.
pub(crate) const SECRETS: Table<String> = Table::new("ecr.secrets");

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct RepositoryRow {
    pub(crate) created: Timestamp,
    pub(crate) mutability: String,
    pub(crate) exclusions: Option<Vec<ImageTagMutabilityExclusionFilter>>,
    pub(crate) scan_on_push: bool,
    pub(crate) policy: Option<String>,
    pub(crate) tags: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ImageRow {
    pub(crate) media_type: String,
    /// The type of the configuration, or what an artifact calls itself.
    pub(crate) artifact_type: Option<String>,
    /// Bytes of configuration and layers; of a list, those of its largest image.
    pub(crate) size: u64,
    pub(crate) pushed: Timestamp,
    /// The manifest, byte for byte.
    pub(crate) manifest: BlobId,
    pub(crate) manifest_size: u64,
    /// The content it needs, each once.
    pub(crate) needs: Vec<String>,
    /// The images it lists, each once.
    pub(crate) lists: Vec<String>,
    pub(crate) subject: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct LinkRow {
    pub(crate) size: u64,
    pub(crate) media_type: Option<String>,
    /// Images of the repository that need it.
    pub(crate) images: u64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ContentRow {
    pub(crate) blob: BlobId,
    pub(crate) size: u64,
    /// Repositories that have it.
    pub(crate) links: u64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct UploadRow {
    pub(crate) started: Timestamp,
    pub(crate) size: u64,
    pub(crate) parts: u64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PartRow {
    pub(crate) blob: BlobId,
    /// The digest of this part alone: if the upload has no other, it is the content's.
    pub(crate) digest: String,
}

/// A repository's place among the keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Place {
    pub(crate) scope: Scope,
    pub(crate) name: String,
}

impl Place {
    pub(crate) fn new(scope: &Scope, name: &str) -> Self {
        Self { scope: scope.clone(), name: name.to_owned() }
    }

    /// The place a request means; the registry's id must be the account.
    pub(crate) fn of(scope: &Scope, registry: Option<&str>, name: &str) -> Result<Self, AwsError> {
        match registry {
            Some(other) if *other != *scope.account => Err(no_such_repository(name, other)),
            _ => Ok(Self::new(scope, name)),
        }
    }

    /// The first segments of all keys of one region and account.
    pub(crate) fn base(scope: &Scope) -> Key {
        Key::new().str(&scope.region).str(&scope.account)
    }

    /// The repository's key, and the prefix of the keys of what is in it.
    pub(crate) fn key(&self) -> Key {
        Self::base(&self.scope).str(&self.name)
    }

    /// The key of something in it.
    pub(crate) fn of_name(&self, name: &str) -> Key {
        self.key().str(name)
    }

    pub(crate) fn arn(&self) -> String {
        self.scope.arn("ecr", &format!("repository/{}", self.name))
    }

    pub(crate) fn not_found(&self) -> AwsError {
        no_such_repository(&self.name, &self.scope.account)
    }

    /// The repository, which must exist.
    pub(crate) fn repository(&self, read: &(impl Read + ?Sized)) -> Result<RepositoryRow, AwsError> {
        REPOSITORIES.get(read, &self.key())?.ok_or_else(|| self.not_found())
    }

    /// The name a timer of something in this repository has.
    pub(crate) fn timer(&self, kind: &str, id: &str) -> String {
        format!("ecr.{kind}/{}/{}/{}@{id}", self.scope.region, self.scope.account, self.name)
    }
}

/// The last segment of a key whose segments are all strings.
pub(crate) fn last_segment(key: &Key) -> Result<String, lirio_store::StoreError> {
    let mut parts = key.parts();
    let mut last = String::new();
    while !parts.is_empty() {
        last = parts.str()?;
    }
    Ok(last)
}
