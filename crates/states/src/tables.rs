//! Rows and keys.

use std::collections::BTreeMap;

use lirio_api::Timestamp;
use lirio_asl::{Outcome, TaskId, TimerId};
use lirio_store::{Key, StoreError, Table, Txn};
use serde::{Deserialize, Serialize};

use crate::map_run::ChildOf;
use crate::redrive::Redrives;

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

/// Executions that have ended, the first to end first, by [`by_stop_key`]: those that are forgotten next.
pub(crate) const BY_STOP: Table<()> = Table::new("states.by_stop");

/// Executions that were started through a version or an alias, newest first, by
/// [`by_qualifier_key`]; the value is the ARN.
pub(crate) const BY_QUALIFIER: Table<String> = Table::new("states.by_qualifier");

/// Versions by [`version_key`], newest first.
pub(crate) const VERSIONS: Table<VersionRow> = Table::new("states.versions");

/// Aliases by [`alias_key`].
pub(crate) const ALIASES: Table<AliasRow> = Table::new("states.aliases");

/// Activities by their ARN ([`machine_key`]).
pub(crate) const ACTIVITIES: Table<ActivityRow> = Table::new("states.activities");

/// Tasks of activities that no worker has taken, in the order they were scheduled, by
/// [`queue_key`].
pub(crate) const QUEUE: Table<QueuedTask> = Table::new("states.activity_tasks");

/// Executions of express machines that were accepted and have not ended, by [`execution_key`].
pub(crate) const EXPRESS: Table<ExpressRow> = Table::new("states.express");

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
    /// Whether it is of type `EXPRESS`.
    pub(crate) express: bool,
    /// The current revision.
    pub(crate) revision: u64,
    /// The number of the next version: numbers are never given twice.
    pub(crate) next_version: u64,
    /// The description of the version that was published at its creation, if one was.
    pub(crate) created_with: Option<Option<String>>,
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
    /// Whether the machine is of type `EXPRESS`.
    pub(crate) express: bool,
    /// `loggingConfiguration`.
    pub(crate) logging: Logging,
    /// `revisionId`; none before the first update.
    pub(crate) revision_id: Option<String>,
    /// When the revision was made.
    pub(crate) updated: Timestamp,
}

/// `loggingConfiguration` of a state machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Logging {
    /// `ALL`, `ERROR`, `FATAL` or `OFF`.
    pub(crate) level: String,
    /// `includeExecutionData`
    pub(crate) include_execution_data: bool,
    /// The ARNs of the log groups; none when the request gave no list.
    pub(crate) destinations: Option<Vec<String>>,
}

/// A published version.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct VersionRow {
    /// Its number.
    pub(crate) version: u64,
    /// The revision it names.
    pub(crate) revision: u64,
    /// Its description.
    pub(crate) description: Option<String>,
    /// When it was published.
    pub(crate) created: Timestamp,
}

/// An alias.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct AliasRow {
    /// Its name.
    pub(crate) name: String,
    /// Its description.
    pub(crate) description: Option<String>,
    /// Versions and their weights, which sum up to 100.
    pub(crate) routes: Vec<(u64, u32)>,
    /// When it was created.
    pub(crate) created: Timestamp,
    /// When it was changed last.
    pub(crate) updated: Timestamp,
}

/// An activity.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ActivityRow {
    /// Its ARN.
    pub(crate) arn: String,
    /// Its name.
    pub(crate) name: String,
    /// When it was created.
    pub(crate) created: Timestamp,
    /// Its tags.
    pub(crate) tags: BTreeMap<String, String>,
}

/// A task of an activity that waits for a worker.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct QueuedTask {
    /// The execution.
    pub(crate) execution: String,
    /// The task.
    pub(crate) task: TaskId,
    /// The token that the worker gets.
    pub(crate) token: String,
    /// The input that the worker gets.
    pub(crate) input: String,
}

/// An execution of an express machine, enough to begin it again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ExpressRow {
    /// Its ARN.
    pub(crate) arn: String,
    /// Its name.
    pub(crate) name: String,
    /// [`MachineRow::uid`].
    pub(crate) machine_uid: String,
    /// The revision it runs on.
    pub(crate) revision: u64,
    /// When it began.
    pub(crate) start: Timestamp,
    /// Its input.
    pub(crate) input: String,
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
    /// The version that it was started through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<u64>,
    /// The alias that it was started through, which chose the version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) alias: Option<String>,
    /// The map run that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) map_run: Option<ChildOf>,
    /// The events of its history when it ended last.
    #[serde(default)]
    pub(crate) events: u64,
    /// How it was redriven.
    #[serde(default, skip_serializing_if = "Redrives::is_none")]
    pub(crate) redrives: Redrives,
}

impl ExecutionRow {
    /// It has ended.
    pub(crate) fn end(&mut self, outcome: &Outcome, now: Timestamp) {
        self.status = outcome.status().to_owned();
        self.stop = Some(now);
        match outcome {
            Outcome::Succeeded { output } => self.output = Some(output.text().to_owned()),
            Outcome::Failed { error, cause } | Outcome::Aborted { error, cause } => {
                self.error.clone_from(error);
                self.cause.clone_from(cause);
            }
            Outcome::TimedOut => {}
        }
    }

    /// It runs again after its end.
    pub(crate) fn run_again(&mut self) {
        self.status = "RUNNING".to_owned();
        (self.stop, self.output, self.error, self.cause) = (None, None, None, None);
    }

    /// The qualified ARNs it was started through: of the version, of the alias.
    pub(crate) fn qualified(&self) -> [Option<String>; 2] {
        let arn = |qualifier: String| format!("{}:{qualifier}", self.machine_arn);
        [self.version.map(|version| arn(version.to_string())), self.alias.clone().map(arn)]
    }

    /// Writes or moves its entries in [`BY_QUALIFIER`]; `was` is the status that they have.
    pub(crate) fn index_qualifiers(&self, txn: &mut Txn<'_>, was: Option<&str>) -> Result<(), StoreError> {
        for qualified in self.qualified().into_iter().flatten() {
            let key =
                |status| by_qualifier_key(&qualified, &self.machine_uid, status, self.start, &self.name);
            match was {
                Some(was) => drop(BY_QUALIFIER.delete(txn, &key(was))?),
                None => BY_QUALIFIER.put(txn, &key(""), &self.arn)?,
            }
            BY_QUALIFIER.put(txn, &key(&self.status), &self.arn)?;
        }
        Ok(())
    }

    /// Removes its entries in [`BY_QUALIFIER`].
    pub(crate) fn forget_qualifiers(&self, txn: &mut Txn<'_>) -> Result<(), StoreError> {
        for qualified in self.qualified().into_iter().flatten() {
            for status in ["", &self.status] {
                let key = by_qualifier_key(&qualified, &self.machine_uid, status, self.start, &self.name);
                BY_QUALIFIER.delete(txn, &key)?;
            }
        }
        Ok(())
    }
}

/// Whom a token answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct TokenRow {
    /// The execution.
    pub(crate) execution: String,
    /// The task.
    pub(crate) task: TaskId,
    /// The key in [`QUEUE`] of an activity's task.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) queued: Option<Vec<u8>>,
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
    /// Some executions may have been kept long enough.
    Forget,
    /// A map run was kept long enough.
    ForgetMapRun {
        /// Its ARN.
        run: String,
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

/// See [`BY_STOP`].
pub(crate) fn by_stop_key(stop: Timestamp, arn: &str) -> Key {
    Key::new().u64(stop.0.max(0).unsigned_abs()).str(arn)
}

/// The store's name of an execution's timer.
pub(crate) fn timer_id(arn: &str, timer: TimerId) -> String {
    format!("states/{arn}/{timer}")
}

/// See [`BY_QUALIFIER`]; the empty status stands for any.
pub(crate) fn by_qualifier_key(
    qualified: &str,
    uid: &str,
    status: &str,
    start: Timestamp,
    name: &str,
) -> Key {
    Key::new().str(qualified).str(uid).str(status).u64_desc(start.0.max(0).unsigned_abs()).str(name)
}

/// See [`VERSIONS`].
pub(crate) fn version_key(uid: &str, version: u64) -> Key {
    Key::new().str(uid).u64_desc(version)
}

/// See [`ALIASES`].
pub(crate) fn alias_key(uid: &str, name: &str) -> Key {
    Key::new().str(uid).str(name)
}

/// See [`QUEUE`].
pub(crate) fn queue_key(activity: &str, scheduled: Timestamp, execution: &str, task: TaskId) -> Key {
    Key::new().str(activity).u64(scheduled.0.max(0).unsigned_abs()).str(execution).u64(u64::from(task))
}
