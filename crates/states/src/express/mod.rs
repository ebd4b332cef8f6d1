//! Executions of express machines: in memory (`running.rs`), for five minutes at most.
//!
//! The same core decides as for standard executions; what it decides is not stored.  An
//! asynchronous execution that was accepted is one row until it ends: after a crash it begins
//! again, at least once.  A synchronous one ends with its caller's process, at most once.

mod running;

use std::sync::Arc;

use lirio_api::stepfunctions::{
    BillingDetails, CloudWatchEventsExecutionDataDetails, StartExecutionOutput, StartSyncExecutionInput,
    StartSyncExecutionOutput, errors,
};
use lirio_api::{AwsError, Timestamp};
use lirio_asl::{Data, Outcome, Started};
use lirio_service::Context;
use lirio_store::{Key, KeyRange, Order};

pub(crate) use running::{Begun, Ended};

use crate::engine::Revision;
use crate::executions::Asked;
use crate::machines::{Target, find};
use crate::tables::{EXPRESS, ExpressRow, execution_key};
use crate::{States, arn, logs};

/// Executions are billed by a step of this many milliseconds.
const BILLED_STEP_MS: i64 = 100;

/// The memory that a small execution is billed for.
const BILLED_MEMORY_MB: i64 = 64;

/// `StateMachineTypeNotSupported`, in the service's words.
pub(crate) fn not_this_type() -> AwsError {
    errors::state_machine_type_not_supported("This operation is not supported by this type of state machine")
}

impl States {
    /// `StartExecution` of an express machine: accepted, and under way.
    pub(crate) async fn begin_express(
        self: &Arc<Self>,
        ctx: &Context,
        target: Target,
        name: String,
        input: String,
        data: Data,
    ) -> Result<StartExecutionOutput, AwsError> {
        let row = express_row(&target, name, input, self.platform.now());
        let revision = self.revision(&row.machine_uid, row.revision)?;
        let kept = row.clone();
        let machine = target.machine.arn;
        ctx.commit(move |txn| {
            // The machine may have been deleted since it was read.
            if !find(txn, &machine)?.is_some_and(|m| m.uid == kept.machine_uid && !m.deleting) {
                return Err(arn::no_machine(&machine));
            }
            Ok(EXPRESS.put(txn, &execution_key(&kept.arn), &kept)?)
        })
        .await?;
        let output = StartExecutionOutput { execution_arn: row.arn.clone(), start_date: row.start };
        self.spawn_express(row, revision, data);
        Ok(output)
    }

    fn spawn_express(self: &Arc<Self>, row: ExpressRow, revision: Arc<Revision>, data: Data) {
        let states = self.clone();
        tokio::spawn(async move {
            let key = execution_key(&row.arn);
            let Some(ended) = states.run_express(row, revision, data).await else { return };
            let done = states.platform.store.commit(move |txn| {
                logs::enqueue(txn, &ended.logs)?;
                EXPRESS.delete(txn, &key)
            });
            if let Err(error) = done.await {
                tracing::error!(%error, "an express execution ended, but the next start runs it again");
            }
        });
    }

    /// Begins again what was accepted and had not ended when the last process did.
    pub(crate) fn resume_express(self: &Arc<Self>) -> Result<(), AwsError> {
        let mut after: Option<Key> = None;
        loop {
            let range = KeyRange::all();
            let range = match &after {
                Some(key) => range.after(key),
                None => range,
            };
            let page =
                self.platform.store.read(|reader| EXPRESS.scan(reader, range, Order::Ascending, 256))?;
            let Some((last, _)) = page.last() else { return Ok(()) };
            after = Some(last.clone());
            for (_, row) in page {
                let begun = self.revision(&row.machine_uid, row.revision).and_then(|revision| {
                    Ok((revision, Data::parse(&row.input).map_err(AwsError::internal)?))
                });
                match begun {
                    Ok((revision, data)) => self.spawn_express(row, revision, data),
                    Err(error) => {
                        tracing::error!(execution = row.arn, %error, detail = error.detail, "an express execution cannot be begun again");
                    }
                }
            }
        }
    }

    /// `StartSyncExecution`: answers when the execution has ended, however it did.
    pub(crate) async fn start_sync_execution(
        self: Arc<Self>,
        ctx: Context,
        input: StartSyncExecutionInput,
    ) -> Result<StartSyncExecutionOutput, AwsError> {
        let Asked { target, name, text, data } =
            self.asked_to_start(&ctx, &input.state_machine_arn, input.input, input.name)?;
        if !target.machine.express {
            return Err(not_this_type());
        }
        let row = express_row(&target, name, text, self.platform.now());
        let revision = self.revision(&row.machine_uid, row.revision)?;
        let (states, kept) = (self.clone(), row.clone());
        // The execution goes on when its caller goes away.
        let ended = tokio::spawn(async move { states.run_sync(kept, revision, data).await });
        let ended = ended.await.map_err(AwsError::internal)??;
        let all = input.included_data.as_deref() != Some("METADATA_ONLY");
        let details = || Some(CloudWatchEventsExecutionDataDetails { included: Some(all) });
        let status = ended.outcome.status().to_owned();
        let (output, error, cause) = match ended.outcome {
            Outcome::Succeeded { output } => (Some(output.text().to_owned()), None, None),
            Outcome::Failed { error, cause } | Outcome::Aborted { error, cause } => (None, error, cause),
            Outcome::TimedOut => (None, Some("States.Timeout".to_owned()), None),
        };
        let took = ended.stop.0.saturating_sub(row.start.0).max(1);
        Ok(StartSyncExecutionOutput {
            execution_arn: row.arn,
            state_machine_arn: Some(target.machine.arn),
            name: Some(row.name),
            start_date: row.start,
            stop_date: ended.stop,
            status,
            error,
            cause,
            input: all.then_some(row.input),
            input_details: details(),
            output_details: output.as_ref().and_then(|_| details()),
            output: output.filter(|_| all),
            trace_header: input.trace_header,
            billing_details: Some(BillingDetails {
                billed_memory_used_in_mb: Some(BILLED_MEMORY_MB),
                billed_duration_in_milliseconds: Some(
                    took.div_euclid(BILLED_STEP_MS).saturating_add(i64::from(took % BILLED_STEP_MS != 0))
                        * BILLED_STEP_MS,
                ),
            }),
        })
    }

    async fn run_sync(
        self: &Arc<Self>,
        row: ExpressRow,
        revision: Arc<Revision>,
        data: Data,
    ) -> Result<Ended, AwsError> {
        let mut ended = self.run_express(row, revision, data).await.ok_or_else(|| {
            AwsError::new("ServiceUnavailable", 503, "The platform stops; the execution ends with it.")
        })?;
        let batches = std::mem::take(&mut ended.logs);
        if !batches.is_empty() {
            self.platform.store.commit(move |txn| logs::enqueue(txn, &batches)).await?;
        }
        Ok(ended)
    }

    /// Runs an execution to its end; none if the platform stops before.
    async fn run_express(
        self: &Arc<Self>,
        row: ExpressRow,
        revision: Arc<Revision>,
        data: Data,
    ) -> Option<Ended> {
        let started = Started {
            execution_arn: row.arn,
            execution_name: row.name,
            machine_arn: revision.arn.clone(),
            machine_name: revision.name.clone(),
            role_arn: revision.role_arn.clone(),
            input: data,
            start_ms: row.start.0,
            scope: 0,
        };
        let begun = self.begin_in_memory(&revision, started, 0);
        self.go_on_in_memory(revision, begun, Arc::default()).await
    }
}

fn express_row(target: &Target, name: String, input: String, now: Timestamp) -> ExpressRow {
    ExpressRow {
        arn: arn::of_express(&target.machine.arn, &name, &lirio_service::uuid_v4()),
        name,
        machine_uid: target.machine.uid.clone(),
        revision: target.revision,
        start: now,
        input,
    }
}
