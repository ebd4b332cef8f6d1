//! What a handler knows of its call.

use std::sync::Arc;

use lirio_api::{AwsError, Operation, Timestamp};
use lirio_store::{StoreError, Txn};

use crate::audit::{Pending, Unwritten};
use crate::{AuditEvent, Caller, Platform, Scope, topics};

/// The call that a handler serves.  Cheap to clone.
#[derive(Clone)]
pub struct Context {
    /// The platform.
    pub platform: Platform,
    /// The request's id, shown in every answer.
    pub request_id: Arc<str>,
    /// The operation's row.
    pub operation: &'static Operation,
    /// Who calls.
    pub caller: Caller,
    /// Where the call takes place.
    pub scope: Scope,
    /// When it came in.
    pub now: Timestamp,
    /// The `Host` the client used (`127.0.0.1:4566`); the platform's own for calls from inside.
    pub host: Arc<str>,
    audit: Option<Arc<Pending>>,
}

impl Context {
    /// A context; `audit` is the record to write if a trail wants the call.
    #[allow(clippy::too_many_arguments, reason = "made in one place, the door, from as many parts")]
    pub fn new(
        platform: Platform,
        request_id: Arc<str>,
        operation: &'static Operation,
        caller: Caller,
        scope: Scope,
        now: Timestamp,
        host: Arc<str>,
        audit: Option<AuditEvent>,
    ) -> Self {
        let audit = audit.map(|event| Arc::new(Pending(std::sync::Mutex::new(Some(event)))));
        Self { platform, request_id, operation, caller, scope, now, host, audit }
    }

    /// Commits a change of the store, together with the call's audit record if a trail wants it:
    /// either both are durable when this returns, or neither is.
    pub async fn commit<T, F>(&self, change: F) -> Result<T, AwsError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Txn<'_>) -> Result<T, AwsError> + Send + 'static,
    {
        let audit = self.audit.clone();
        self.platform
            .store
            .commit(move |txn| {
                let result = change(txn)?;
                // Taken inside: a change that fails leaves the record for the error path.
                if let Some(event) = audit.and_then(|a| a.take()) {
                    txn.enqueue(topics::AUDIT, &event)?;
                }
                Ok::<T, AwsError>(result)
            })
            .await
    }

    /// Adds to the audit record what the service knows (`responseElements`, `additionalEventData`).
    /// Call it before [`Context::commit`].
    pub fn audit(&self, change: impl FnOnce(&mut AuditEvent)) {
        if let Some(audit) = &self.audit {
            audit.with(change);
        }
    }

    /// The call's audit record, for the door: what no commit has written by the end of the call it writes itself.
    pub fn unwritten(&self) -> Unwritten {
        Unwritten(self.audit.clone())
    }

    /// An ARN in this call's scope.
    pub fn arn(&self, service: &str, resource: &str) -> String {
        self.scope.arn(service, resource)
    }

    /// Reads the store: one consistent snapshot.
    pub fn read<T>(
        &self,
        read: impl FnOnce(&lirio_store::Reader<'_>) -> Result<T, StoreError>,
    ) -> Result<T, AwsError> {
        self.platform.store.read(read).map_err(AwsError::from)
    }
}

impl std::fmt::Debug for Context {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Context({} {})", self.operation.name, self.request_id)
    }
}
