//! What EventBridge keeps.

use lirio_api::Timestamp;
use lirio_api::events::{LogConfig, Tag, Target};
use lirio_store::{Key, Table};
use serde::{Deserialize, Serialize};

/// Buses by region and name. The default bus has a row only once it is tagged.
pub(crate) const BUSES: Table<BusRow> = Table::new("events.buses");
/// Rules by region, bus and name.
pub(crate) const RULES: Table<RuleRow> = Table::new("events.rules");
/// Targets by region, bus, rule and id.
pub(crate) const TARGETS: Table<Target> = Table::new("events.targets");

/// The bus that every region has.
pub(crate) const DEFAULT_BUS: &str = "default";

/// States of a rule.
pub(crate) const ENABLED: &str = "ENABLED";
pub(crate) const DISABLED: &str = "DISABLED";
pub(crate) const ENABLED_WITH_READS: &str = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct BusRow {
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) log_config: Option<LogConfig>,
    pub(crate) created: Option<Timestamp>,
    pub(crate) tags: Vec<Tag>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct RuleRow {
    pub(crate) name: String,
    pub(crate) bus: String,
    pub(crate) arn: String,
    pub(crate) pattern: Option<String>,
    pub(crate) schedule: Option<String>,
    pub(crate) state: String,
    pub(crate) description: Option<String>,
    pub(crate) role_arn: Option<String>,
    pub(crate) created_by: String,
    pub(crate) tags: Vec<Tag>,
    /// The number of the last change, so that a timer that was set before it is recognised.
    pub(crate) generation: u64,
}

/// The key of a bus, and the beginning of the keys of its rules and targets.
pub(crate) fn bus_key(region: &str, bus: &str) -> Key {
    Key::new().str(region).str(bus)
}

/// The key of a rule, and the beginning of the keys of its targets.
pub(crate) fn rule_key(region: &str, bus: &str, rule: &str) -> Key {
    bus_key(region, bus).str(rule)
}
