//! The enabled rules in memory, by bus.
//!
//! The store is the truth; the index follows it in `after_commit` hooks, which run in the order of the commits and
//! before their callers resume.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use lirio_event_pattern::{Pattern, RuleSet};
use lirio_store::{Key, KeyRange, Order, Read, StoreError};
use serde_json::Value as Json;

use crate::tables::{DISABLED, ENABLED_WITH_READS, RULES, RuleRow};

type Bus = (String, String);

/// A rule as the index knows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Entry {
    name: String,
    /// Whether it sees read-only management calls too.
    reads: bool,
}

/// The rules that an event may match.
#[derive(Debug, Default)]
pub(crate) struct Index(RwLock<HashMap<Bus, RuleSet<Entry>>>);

impl Index {
    /// The index of a store.
    pub(crate) fn load(read: &impl Read) -> Result<Self, StoreError> {
        let index = Self::default();
        for (key, row) in RULES.scan(read, KeyRange::prefix(&Key::new()), Order::Ascending, usize::MAX)? {
            let region = key.parts().str()?;
            match row.pattern.as_deref().map(Pattern::parse).transpose() {
                Ok(pattern) => index.set(&region, &row, pattern.as_ref()),
                // It was accepted once; the platform starts without it rather than not at all.
                Err(error) => tracing::error!(rule = row.arn, %error, "a stored pattern cannot be read"),
            }
        }
        Ok(index)
    }

    /// Follows a change of a rule. `pattern` is the row's own, parsed.
    pub(crate) fn set(&self, region: &str, row: &RuleRow, pattern: Option<&Pattern>) {
        let mut buses = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let rules = buses.entry((region.to_owned(), row.bus.clone())).or_default();
        remove(rules, &row.name);
        if let Some(pattern) = pattern
            && row.state != DISABLED
        {
            rules.add(Entry { name: row.name.clone(), reads: row.state == ENABLED_WITH_READS }, pattern);
        }
    }

    /// Follows the removal of a rule.
    pub(crate) fn remove(&self, region: &str, bus: &str, rule: &str) {
        let mut buses = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let key = (region.to_owned(), bus.to_owned());
        if let Some(rules) = buses.get_mut(&key) {
            remove(rules, rule);
            if rules.is_empty() {
                buses.remove(&key);
            }
        }
    }

    /// The names of the rules of a bus that match an event.
    pub(crate) fn matching(&self, region: &str, bus: &str, event: &Json) -> Vec<String> {
        let buses = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let Some(rules) = buses.get(&(region.to_owned(), bus.to_owned())) else { return Vec::new() };
        let only_reads = is_management_read(event);
        rules
            .matching(event)
            .into_iter()
            .filter(|entry| entry.reads || !only_reads)
            .map(|entry| entry.name)
            .collect()
    }
}

impl lirio_service::Bus for Index {
    fn has_rules(&self, region: &str, bus: &str) -> bool {
        let buses = self.0.read().unwrap_or_else(PoisonError::into_inner);
        buses.get(&(region.to_owned(), bus.to_owned())).is_some_and(|rules| !rules.is_empty())
    }
}

fn remove(rules: &mut RuleSet<Entry>, name: &str) {
    for reads in [false, true] {
        rules.remove(&Entry { name: name.to_owned(), reads });
    }
}

/// Whether CloudTrail saw a management call that changes nothing: rules see these only if their state says so.
fn is_management_read(event: &Json) -> bool {
    event["detail-type"] == "AWS API Call via CloudTrail"
        && event["detail"]["managementEvent"] == true
        && event["detail"]["readOnly"] == true
}
