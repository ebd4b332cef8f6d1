//! Rows and keys.

use std::collections::BTreeMap;

use lirio_api::Timestamp;
use lirio_asl::{TaskId, TimerId};
use lirio_store::{Key, Table};
use serde::{Deserialize, Serialize};

/// Fired timers; payload [`Timer`].
pub(crate) const TIMERS: &str = "states.timers";

/// Jobs to stop because nobody waits for them any more; payload [`Cancel`].
pub(crate) const CANCELS: &str = "states.cancels";

/// State machines by [`machine_key`].
pub(crate) const MACHINES: Table<MachineRow> = Table::new("states.machines");

/// Definitions by [`definition_key`]: one row per revision, kept for the executions that run on it.
pub(crate) const DEFINITIONS: Table<DefinitionRow> = Table::new("states.definitions");

/// Executions by [`execution_key`].
pub(crate) const EXECUTIONS: Table<ExecutionRow> = Table::new("states.executions");

/// Executions of a machine, newest first, by [`by_start_key`]; the value is the name.
pub(crate) const BY_START: Table<String> = Table::new("states.by_start");

/// Executions by status, then machine, newest first, by [`by_status_key`]; the value is the ARN.
pub(crate) const BY_STATUS: Table<String> = Table::new("states.by_status");

/// Task tokens by their text.
pub(crate) const TOKENS: Table<TokenRow> = Table::new("states.tokens");

/// How long an execution is kept after its end, and its name with it.
pub(crate) const KEPT_MS: i64 = 90 * 24 * 60 * 60 * 1000;

/// A state machine.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct MachineRow {
    /// Tells machines apart that had the same name one after the other.
    pub(crate) uid: String,
    /// Its ARN.
    pub(crate) arn: String,
    /// Its name.
    pub(crate) name: String,
    /// The current revision.
    pub(crate) revision: u64,
    /// When it was created.
    pub(crate) created: Timestamp,
    /// Set when it is being deleted: executions are ending, none may start.
    pub(crate) deleting: bool,
    /// Its tags.
    pub(crate) tags: BTreeMap<String, String>,
}

/// One revision of a state machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct DefinitionRow {
    /// The machine's ARN.
    pub(crate) arn: String,
    /// The machine's name.
    pub(crate) name: String,
    /// The definition as it was written.
    pub(crate) definition: String,
    /// The role.
    pub(crate) role_arn: String,
    /// `loggingConfiguration.includeExecutionData`; the level is always `OFF`.
    pub(crate) include_execution_data: bool,
    /// `revisionId`; none before the first update.
    pub(crate) revision_id: Option<String>,
    /// When the revision was made.
    pub(crate) updated: Timestamp,
}

/// An execution.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ExecutionRow {
    /// Its ARN.
    pub(crate) arn: String,
    /// Its name.
    pub(crate) name: String,
    /// The machine's ARN.
    pub(crate) machine_arn: String,
    /// [`MachineRow::uid`].
    pub(crate) machine_uid: String,
    /// The revision it runs on.
    pub(crate) revision: u64,
    /// `RUNNING` and so on.
    pub(crate) status: String,
    /// When it began.
    pub(crate) start: Timestamp,
    /// When it ended.
    pub(crate) stop: Option<Timestamp>,
    /// Its input.
    pub(crate) input: String,
    /// Its output, if it succeeded.
    pub(crate) output: Option<String>,
    /// The error's name, if it did not.
    pub(crate) error: Option<String>,
    /// What a person reads about the error.
    pub(crate) cause: Option<String>,
    /// `traceHeader`, which is stored and shown.
    pub(crate) trace_header: Option<String>,
}

/// Whom a token answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct TokenRow {
    /// The execution.
    pub(crate) execution: String,
    /// The task.
    pub(crate) task: TaskId,
}

/// What a stored timer says when it fires.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Timer {
    /// A timer of an execution.
    Fired {
        /// The execution.
        execution: String,
        /// Its timer.
        timer: TimerId,
    },
    /// An execution was kept long enough.
    Forget {
        /// The execution.
        execution: String,
    },
    /// The executions of a deleted machine are all forgotten.
    ForgetDefinitions {
        /// [`MachineRow::uid`].
        uid: String,
    },
}

/// A job that an execution started and waits for no longer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Cancel {
    /// The execution.
    pub(crate) execution: String,
    /// The task that started the job.
    pub(crate) task: TaskId,
    /// The execution's role.
    pub(crate) role_arn: String,
    /// The execution's name, for the session.
    pub(crate) name: String,
    /// The task's resource, such as `sagemaker:createTrainingJob.sync`.
    pub(crate) resource: lirio_asl::TaskResource,
    /// What the job was started with.
    pub(crate) parameters: serde_json::Value,
}

/// ARNs begin with region and account, so they keep regions apart.
pub(crate) fn machine_key(arn: &str) -> Key {
    Key::new().str(arn)
}

/// Revisions of a machine, oldest first.
pub(crate) fn definition_key(uid: &str, revision: u64) -> Key {
    Key::new().str(uid).u64(revision)
}

/// See [`EXECUTIONS`].
pub(crate) fn execution_key(arn: &str) -> Key {
    Key::new().str(arn)
}

/// A batch sorts by the number of its first event, so that a page of a long history is found
/// without reading what is before it; batches that show no event sort by their own number.
pub(crate) fn batch_key(arn: &str, first_event: u64, batch: u64) -> Key {
    Key::new().str(arn).u64(first_event).u64(batch)
}

/// See [`BY_START`].
pub(crate) fn by_start_key(uid: &str, start: Timestamp, name: &str) -> Key {
    Key::new().str(uid).u64_desc(start.0.max(0).unsigned_abs()).str(name)
}

/// See [`BY_STATUS`].
pub(crate) fn by_status_key(status: &str, uid: &str, start: Timestamp, name: &str) -> Key {
    Key::new().str(status).str(uid).u64_desc(start.0.max(0).unsigned_abs()).str(name)
}

/// The store's name of an execution's timer.
pub(crate) fn timer_id(arn: &str, timer: TimerId) -> String {
    format!("states/{arn}/{timer}")
}
