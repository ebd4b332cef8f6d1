//! What CloudWatch Logs keeps.

use std::collections::BTreeMap;

use lirio_api::{AwsError, Timestamp, logs};
use lirio_service::Scope;
use lirio_store::{Key, Read, Table};
use serde::{Deserialize, Serialize};

/// Groups by region, account, name.
pub(crate) const GROUPS: Table<GroupRow> = Table::new("logs.groups");
/// Bytes of a group's events, as AWS counts them, by region, account, name.
pub(crate) const BYTES: Table<u64> = Table::new("logs.bytes");
/// Streams by group and name.
pub(crate) const STREAMS: Table<StreamRow> = Table::new("logs.streams");
/// The same by group, time of the last event, name.
pub(crate) const BY_TIME: Table<()> = Table::new("logs.streams_by_time");
/// Events by stream id, time, number.
pub(crate) const EVENTS: Table<EventRow> = Table::new("logs.events");

/// What each event costs beside its message (CloudWatch Logs quotas).
pub(crate) const OVERHEAD: u64 = 26;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct GroupRow {
    pub(crate) created: Timestamp,
    pub(crate) class: String,
    pub(crate) retention_days: Option<i64>,
    pub(crate) tags: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct StreamRow {
    /// Given once, so that the events of a stream that was deleted are never those of a later one.
    pub(crate) id: u64,
    pub(crate) created: Timestamp,
    pub(crate) first: Option<u64>,
    pub(crate) last: Option<u64>,
    pub(crate) ingested: Option<Timestamp>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct EventRow {
    #[serde(rename = "m")]
    pub(crate) message: String,
    #[serde(rename = "i")]
    pub(crate) ingested: Timestamp,
}

impl EventRow {
    /// Bytes as AWS counts them.
    pub(crate) fn size(&self) -> u64 {
        self.message.len() as u64 + OVERHEAD
    }
}

/// A group's place among the keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Place {
    pub(crate) scope: Scope,
    pub(crate) group: String,
}

impl Place {
    pub(crate) fn new(scope: &Scope, group: &str) -> Self {
        Self { scope: scope.clone(), group: group.to_owned() }
    }

    /// The group that a request names: by its name, or by its name or ARN as `logGroupIdentifier`.
    pub(crate) fn of(scope: &Scope, name: Option<&str>, identifier: Option<&str>) -> Result<Self, AwsError> {
        match (name, identifier) {
            (Some(name), None) => Ok(Self::new(scope, name)),
            (None, Some(identifier)) if identifier.starts_with("arn:") => Self::of_arn(scope, identifier),
            (None, Some(identifier)) => Ok(Self::new(scope, identifier)),
            (Some(_), Some(_)) => Err(logs::errors::invalid_parameter_exception(
                "logGroupName and logGroupIdentifier are mutually exclusive parameters.",
            )),
            (None, None) => Err(logs::errors::invalid_parameter_exception(
                "Either logGroupName or logGroupIdentifier must be given.",
            )),
        }
    }

    /// The group of an ARN, with or without `:*` behind it.
    pub(crate) fn of_arn(scope: &Scope, arn: &str) -> Result<Self, AwsError> {
        let prefix = scope.arn("logs", "log-group:");
        match arn.strip_prefix(&prefix) {
            Some(name) => Ok(Self::new(scope, name.strip_suffix(":*").unwrap_or(name))),
            None => Err(no_such_group()),
        }
    }

    pub(crate) fn base(scope: &Scope) -> Key {
        Key::new().str(&scope.region).str(&scope.account)
    }

    pub(crate) fn key(&self) -> Key {
        Self::base(&self.scope).str(&self.group)
    }

    pub(crate) fn arn(&self) -> String {
        self.scope.arn("logs", &format!("log-group:{}", self.group))
    }

    pub(crate) fn row(&self, read: &(impl Read + ?Sized)) -> Result<GroupRow, AwsError> {
        GROUPS.get(read, &self.key())?.ok_or_else(no_such_group)
    }

    pub(crate) fn stream(&self, read: &(impl Read + ?Sized), name: &str) -> Result<StreamRow, AwsError> {
        self.row(read)?;
        STREAMS.get(read, &self.key().str(name))?.ok_or_else(|| {
            logs::errors::resource_not_found_exception("The specified log stream does not exist.")
        })
    }

    /// The key of a stream in the order of times.
    pub(crate) fn by_time(&self, row: &StreamRow, name: &str) -> Key {
        self.key().u64(row.last.unwrap_or(0)).str(name)
    }

    /// The name of the group's retention timer.
    pub(crate) fn timer(&self) -> String {
        format!("logs.retention/{}/{}/{}", self.scope.region, self.scope.account, self.group)
    }
}

/// `ResourceNotFoundException`, in AWS's words.
pub(crate) fn no_such_group() -> AwsError {
    logs::errors::resource_not_found_exception("The specified log group does not exist.")
}

/// The last segment of a key, which is a string.
pub(crate) fn last_name(key: &Key) -> Result<String, lirio_store::StoreError> {
    match key.segments()?.pop() {
        Some(lirio_store::Segment::Str(name)) => Ok(name),
        _ => Err(lirio_store::StoreError::Corrupt {
            place: "a key of CloudWatch Logs".to_owned(),
            reason: "its last segment is no name".to_owned(),
        }),
    }
}
