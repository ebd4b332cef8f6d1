//! The branches of a Parallel state or the iterations of a Map state.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;

use crate::data::{Data, DataError};
use crate::record::{Failure, FrameId};

/// Branches or iterations under way.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Group {
    /// The items, of a Map state.
    pub(crate) items: Option<Arc<Vec<Data>>>,
    /// The input of every branch, of a Parallel state.
    pub(crate) input: Option<Data>,
    pub(crate) total: u32,
    /// How many may run at once.
    pub(crate) concurrency: u32,
    pub(crate) started: u32,
    pub(crate) outputs: Vec<Option<Data>>,
    pub(crate) succeeded: u32,
    pub(crate) running: BTreeSet<FrameId>,
    /// Children that ended and were not collected yet.
    pub(crate) ended: BTreeSet<FrameId>,
    /// What the next iteration's first event names as the one before.
    pub(crate) slot_event: u64,
    /// Set once a child failed: the others are ended now.
    pub(crate) failure: Option<Failure>,
}

impl Group {
    pub(crate) fn new(items: Option<Arc<Vec<Data>>>, total: u32, concurrency: u32, slot_event: u64) -> Group {
        Group {
            items,
            input: None,
            total,
            concurrency: if concurrency == 0 { u32::MAX } else { concurrency },
            started: 0,
            outputs: vec![None; total as usize],
            succeeded: 0,
            running: BTreeSet::new(),
            ended: BTreeSet::new(),
            slot_event,
            failure: None,
        }
    }

    /// Whether one more child may start.
    pub(crate) fn may_start(&self) -> bool {
        self.failure.is_none()
            && self.started < self.total
            && (self.running.len() as u64) < u64::from(self.concurrency)
    }

    /// Whether the group can go on without anything from outside.
    pub(crate) fn is_ready(&self) -> bool {
        self.failure.is_some() || !self.ended.is_empty() || self.may_start() || self.succeeded == self.total
    }

    /// The list of outputs, once all children ended well.
    pub(crate) fn result(&self) -> Result<Data, DataError> {
        let outputs = self.outputs.iter().flatten().map(|output| output.value().clone());
        Data::from_value(Value::Array(outputs.collect()))
    }
}
