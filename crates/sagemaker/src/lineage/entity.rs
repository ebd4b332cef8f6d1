//! What lineage is made of.

use std::collections::BTreeMap;

use lirio_api::Timestamp;
use lirio_api::sagemaker::{ArtifactSourceType, MetadataProperties, UserContext};
use lirio_image::Digest;
use lirio_service::Scope;
use lirio_store::{Key, Table};
use serde::{Deserialize, Serialize};

use crate::names;

/// What callers added, by ARN.
pub(super) const ENTITIES: Table<Entity> = Table::new("sagemaker.lineage_entities");
/// What callers associated, by source and destination.
pub(super) const ASSOCIATIONS: Table<Association> = Table::new("sagemaker.lineage_associations");

/// `LineageType`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Lineage {
    TrialComponent,
    Artifact,
    Context,
    Action,
}

impl Lineage {
    /// AWS's word.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Lineage::TrialComponent => "TrialComponent",
            Lineage::Artifact => "Artifact",
            Lineage::Context => "Context",
            Lineage::Action => "Action",
        }
    }

    /// The word in ARNs.
    fn arn_word(self) -> &'static str {
        match self {
            Lineage::TrialComponent => "experiment-trial-component",
            Lineage::Artifact => "artifact",
            Lineage::Context => "context",
            Lineage::Action => "action",
        }
    }

    /// The most that callers may add of it (Developer Guide, "Manually Create Tracking Entities").
    pub(super) fn most(self) -> u64 {
        match self {
            Lineage::Artifact => 6000,
            Lineage::Action => 3000,
            Lineage::Context => 500,
            Lineage::TrialComponent => 0,
        }
    }

    /// The ARN of an entity: names are in lower case there.
    pub(super) fn arn(self, scope: &Scope, name: &str) -> String {
        scope.arn("sagemaker", &format!("{}/{}", self.arn_word(), name.to_ascii_lowercase()))
    }

    /// The ARN of a name, or of an ARN.
    pub(super) fn resolve(self, scope: &Scope, text: &str) -> String {
        if text.starts_with("arn:") { text.to_ascii_lowercase() } else { self.arn(scope, text) }
    }
}

/// The ARN of an artifact: there is one for each source, so the source's hash names it.
pub(super) fn artifact_arn(scope: &Scope, source_uri: &str) -> String {
    Lineage::Artifact.arn(scope, &Digest::of(source_uri).hex()[..32])
}

/// An artifact, action, context or trial component.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Entity {
    pub(super) lineage: Lineage,
    pub(super) arn: String,
    pub(super) name: Option<String>,
    /// `DataSet`, `Image`, `Model`, `Endpoint`, … or whatever the caller calls it.
    pub(super) kind: String,
    pub(super) source_uri: String,
    pub(super) source_type: Option<String>,
    pub(super) source_id: Option<String>,
    /// Of artifacts.
    pub(super) source_types: Option<Vec<ArtifactSourceType>>,
    pub(super) description: Option<String>,
    /// Of actions.
    pub(super) status: Option<String>,
    pub(super) properties: BTreeMap<String, String>,
    pub(super) metadata: Option<MetadataProperties>,
    pub(super) created: Timestamp,
    pub(super) created_by: Option<UserContext>,
    pub(super) modified: Timestamp,
    pub(super) modified_by: Option<UserContext>,
}

impl Entity {
    /// An entity with nothing optional.
    pub(super) fn new(lineage: Lineage, arn: String, kind: &str, source_uri: &str, at: Timestamp) -> Self {
        Self {
            lineage,
            arn,
            name: None,
            kind: kind.to_owned(),
            source_uri: source_uri.to_owned(),
            source_type: None,
            source_id: None,
            source_types: None,
            description: None,
            status: None,
            properties: BTreeMap::new(),
            metadata: None,
            created: at,
            created_by: None,
            modified: at,
            modified_by: None,
        }
    }
}

/// An association, from what was earlier to what came of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Association {
    pub(super) source: String,
    pub(super) destination: String,
    /// `AssociationEdgeType`
    pub(super) kind: Option<String>,
    pub(super) created: Timestamp,
    pub(super) created_by: Option<UserContext>,
}

/// Where an entity is stored.
pub(super) fn entity_key(scope: &Scope, arn: &str) -> Key {
    names::area(scope).str(arn)
}

/// Where an association is stored.
pub(super) fn association_key(scope: &Scope, source: &str, destination: &str) -> Key {
    names::area(scope).str(source).str(destination)
}
