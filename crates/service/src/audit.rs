//! The audit record of a call, and who wants it.

use std::sync::{Arc, Mutex};

use lirio_api::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::{Caller, Scope};

/// A call as CloudTrail sees it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AuditEvent {
    /// `eventID`.
    pub event_id: String,
    /// `requestID`.
    pub request_id: String,
    /// When.
    pub time: Timestamp,
    /// The service's model name, such as `s3`.
    pub service: String,
    /// The operation, such as `PutObject`.
    pub operation: String,
    /// Whether it changes nothing.
    pub read_only: bool,
    /// Whether CloudTrail counts it among data events.
    pub data_event: bool,
    /// Where it takes place.
    pub scope: Scope,
    /// Who called.
    pub caller: Caller,
    /// The input without bodies, by the model's member names.
    pub input: Json,
    /// ARNs it acts on.
    pub resources: Vec<String>,
    /// `responseElements`, by the service.
    pub response_elements: Json,
    /// `additionalEventData`, by the service.
    pub additional: Json,
    /// The error's code and text, if it failed.
    pub error: Option<(String, String)>,
}

/// Decides which calls are recorded.
pub trait Auditor: Send + Sync {
    /// Whether any trail selects a call of this operation on these resources.  Asked on every call:
    /// must be answered from memory.
    fn wants(&self, operation: &'static lirio_api::Operation, resources: &[String]) -> bool;
}

/// Records nothing.
#[derive(Debug)]
pub struct NoAudit;

impl Auditor for NoAudit {
    fn wants(&self, _: &'static lirio_api::Operation, _: &[String]) -> bool {
        false
    }
}

/// The record of the running call: written once, in the transaction of its effect.
#[derive(Debug)]
pub(crate) struct Pending(pub(crate) Mutex<Option<AuditEvent>>);

/// A call's audit record, as long as nothing has written it.
#[derive(Debug)]
pub struct Unwritten(pub(crate) Option<Arc<Pending>>);

impl Unwritten {
    /// Takes the record that no commit has written.
    pub fn take(self) -> Option<AuditEvent> {
        self.0?.take()
    }
}

impl Pending {
    pub(crate) fn take(&self) -> Option<AuditEvent> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take()
    }

    pub(crate) fn with(&self, change: impl FnOnce(&mut AuditEvent)) {
        if let Some(event) = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).as_mut() {
            change(event);
        }
    }
}
