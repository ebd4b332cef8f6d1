//! What CloudTrail keeps.

use lirio_api::Timestamp;
use lirio_api::cloudtrail::Tag;
use lirio_store::{Key, Table};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::selectors::Selectors;

/// Trails by home region and name.
pub(crate) const TRAILS: Table<TrailRow> = Table::new("cloudtrail.trails");
/// Records that wait for their log file, by the trail's home region and name, the region of the call, and the number
/// of its message.
pub(crate) const WAITING: Table<Json> = Table::new("cloudtrail.waiting");
/// The log files that a timer is set for, by home region and name of the trail.
pub(crate) const PENDING: Table<PendingRow> = Table::new("cloudtrail.pending");

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct TrailRow {
    pub(crate) name: String,
    pub(crate) arn: String,
    pub(crate) region: String,
    pub(crate) bucket: String,
    pub(crate) prefix: Option<String>,
    pub(crate) global_events: bool,
    pub(crate) multi_region: bool,
    pub(crate) logging: bool,
    pub(crate) started: Option<Timestamp>,
    pub(crate) stopped: Option<Timestamp>,
    pub(crate) delivery_attempted: Option<Timestamp>,
    pub(crate) delivered: Option<Timestamp>,
    pub(crate) delivery_error: Option<String>,
    pub(crate) selectors: Selectors,
    pub(crate) tags: Vec<Tag>,
}

/// A log file to come. What makes its name is fixed beforehand, so that writing it again replaces it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PendingRow {
    pub(crate) due: Timestamp,
    pub(crate) unique: String,
}

/// The key of a trail, and the beginning of the keys of its records.
pub(crate) fn trail_key(region: &str, name: &str) -> Key {
    Key::new().str(region).str(name)
}
