//! Executions: starting, stopping, describing, listing.

use std::collections::BTreeMap;
use std::sync::Arc;

use lirio_api::stepfunctions::{
    CloudWatchEventsExecutionDataDetails, DescribeExecutionInput, DescribeExecutionOutput,
    DescribeStateMachineForExecutionInput, DescribeStateMachineForExecutionOutput, ExecutionListItem,
    ListExecutionsInput, ListExecutionsOutput, StartExecutionInput, StartExecutionOutput, StopExecutionInput,
    StopExecutionOutput, TracingConfiguration, errors,
};
use lirio_api::{AwsError, Timestamp};
use lirio_asl::{Code, Data, DecideError, Execution, Input, Started, decide};
use lirio_service::Context;
use lirio_store::{Key, KeyRange, Order};

use crate::engine::{Extra, FeedError, Loaded, random};
use crate::express::not_this_type;
use crate::machines::{Target, deleting, find, owned_key};
use crate::redrive::Redrives;
use crate::tables::{
    BY_QUALIFIER, BY_START, BY_STATUS, DEFINITIONS, EXECUTIONS, ExecutionRow, definition_key, execution_key,
};
use crate::{States, arn, page};

/// What the commit of a start found.
enum Begun {
    /// It began now.
    Now,
    /// The same execution runs already.
    Before(Timestamp),
}

/// A payload as JSON; the error says in the service's words what is wrong with the text.
pub(crate) fn payload(text: &str) -> Result<Data, String> {
    if text.trim().is_empty() {
        return Err("Invalid execution input.".to_owned());
    }
    Data::parse(text).map_err(|error| {
        // The parser of definitions words it as the service's JSON library does.
        let diagnostics = lirio_asl::parse(text).err().unwrap_or_default();
        let worded = diagnostics.iter().find(|d| d.code == Code::InvalidJsonDescription);
        worded.and_then(|d| d.message.split("\n at ").next()).map_or_else(|| error.to_string(), str::to_owned)
    })
}

/// The input of a new execution, as it was written and as a value.
pub(crate) fn execution_input(input: Option<String>) -> Result<(String, Data), AwsError> {
    let text = input.unwrap_or_else(|| "{}".to_owned());
    let data = payload(&text).map_err(|why| {
        errors::invalid_execution_input(format!("Invalid State Machine Execution Input: '{why}'"))
    })?;
    if data.is_too_large() {
        return Err(errors::validation_exception(
            "1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have length less than or equal to 262144",
        ));
    }
    Ok((text, data))
}

/// A request to start an execution that passed its checks.
pub(crate) struct Asked {
    /// What its ARN stands for.
    pub(crate) target: Target,
    /// The name of the execution: the caller's, or one made for it.
    pub(crate) name: String,
    /// The input as it was sent.
    pub(crate) text: String,
    /// The input, parsed.
    pub(crate) data: Data,
}

impl States {
    /// `StartExecution`: durable when it answers, as far as the first task or wait.
    pub(crate) async fn start_execution(
        self: Arc<Self>,
        ctx: Context,
        input: StartExecutionInput,
    ) -> Result<StartExecutionOutput, AwsError> {
        // A client that goes away must not take along what is to be done after the commit.
        tokio::spawn(async move { self.begin(ctx, input).await }).await.map_err(AwsError::internal)?
    }

    /// What `StartExecution` and `StartSyncExecution` check alike, and in one order.
    pub(crate) fn asked_to_start(
        &self,
        ctx: &Context,
        machine_arn: &str,
        input: Option<String>,
        name: Option<String>,
    ) -> Result<Asked, AwsError> {
        let qualified = arn::qualified(machine_arn)?;
        let (text, data) = execution_input(input)?;
        let name = name.unwrap_or_else(lirio_service::uuid_v4);
        arn::check_name(&name)?;
        let target = self.target(ctx, machine_arn)?;
        if target.machine.deleting {
            return Err(deleting(&qualified.base));
        }
        Ok(Asked { target, name, text, data })
    }

    async fn begin(
        self: Arc<Self>,
        ctx: Context,
        input: StartExecutionInput,
    ) -> Result<StartExecutionOutput, AwsError> {
        let Asked { target, name, text, data } =
            self.asked_to_start(&ctx, &input.state_machine_arn, input.input, input.name)?;
        if target.machine.express {
            return self.begin_express(&ctx, target, name, text, data).await;
        }
        let Target { machine: machine_row, revision, definition, version, alias } = target;
        let loaded_revision = self.revision(&machine_row.uid, revision)?;
        let machine = loaded_revision.machine.clone();
        let execution_arn = arn::of_execution(&machine_row.arn, &name);
        let cell = self.live.cell(&execution_arn);
        let mut guard = cell.lock().await;
        let now = self.platform.now();
        let row = ExecutionRow {
            arn: execution_arn.clone(),
            name: name.clone(),
            machine_arn: machine_row.arn.clone(),
            machine_uid: machine_row.uid.clone(),
            revision,
            status: "RUNNING".to_owned(),
            start: now,
            stop: None,
            input: text,
            output: None,
            error: None,
            cause: None,
            trace_header: input.trace_header,
            version: version.map(|version| version.version),
            alias,
            map_run: None,
            events: 0,
            redrives: Redrives::default(),
        };
        let started = Started {
            execution_arn: execution_arn.clone(),
            execution_name: name,
            machine_arn: machine_row.arn,
            machine_name: machine_row.name,
            role_arn: definition.role_arn.clone(),
            input: data,
            start_ms: now.0,
            scope: 0,
        };
        let mut loaded = Loaded {
            row: row.clone(),
            machine: machine.clone(),
            revision: loaded_revision,
            execution: Execution::new(),
            role_arn: definition.role_arn,
            next_batch: 0,
            log_bytes: 0,
            tasks: BTreeMap::new(),
        };
        self.tell_missing_activities(&mut loaded)?;
        let step =
            decide(&machine, &mut loaded.execution, Input::Start(Box::new(started)), now.0, &mut random)
                .map_err(AwsError::internal)?;
        let (persist, commands) = self.prepare(&mut loaded, step);
        let begun = ctx
            .commit(move |txn| {
                let key = execution_key(&row.arn);
                if let Some(there) = EXECUTIONS.get(txn, &key)? {
                    if there.status == "RUNNING" && there.input == row.input {
                        return Ok(Begun::Before(there.start));
                    }
                    let message = format!("Execution Already Exists: '{}'", row.arn);
                    return Err(errors::execution_already_exists(message));
                }
                // The machine may have been deleted since it was read.
                if !find(txn, &row.machine_arn)?.is_some_and(|m| m.uid == row.machine_uid && !m.deleting) {
                    return Err(arn::no_machine(&row.machine_arn));
                }
                persist.begins(row).write(txn)?;
                Ok(Begun::Now)
            })
            .await?;
        let start_date = match begun {
            Begun::Before(start) => start,
            Begun::Now => {
                if loaded.execution.outcome().is_none() {
                    self.live.weigh(&execution_arn, loaded.weight());
                    *guard = Some(loaded);
                }
                drop(guard);
                drop(cell);
                self.act(&execution_arn, commands, false);
                now
            }
        };
        Ok(StartExecutionOutput { execution_arn, start_date })
    }

    /// `StopExecution`; an execution that has ended stays as it is.
    pub(crate) async fn stop_execution(
        self: Arc<Self>,
        ctx: Context,
        input: StopExecutionInput,
    ) -> Result<StopExecutionOutput, AwsError> {
        arn::execution(&input.execution_arn)?;
        let execution = input.execution_arn.clone();
        let stop = Input::Stop { error: input.error, cause: input.cause };
        match self.feed_for(&ctx, &input.execution_arn, stop, None).await {
            Ok(()) | Err(FeedError::Refused(DecideError::Ended)) => {}
            Err(FeedError::NoExecution) => return Err(arn::no_execution(&execution)),
            Err(FeedError::Refused(error)) => return Err(AwsError::internal(error)),
            Err(FeedError::Platform(error)) => return Err(error),
        }
        let row = self.row(&ctx, &execution)?;
        Ok(StopExecutionOutput { stop_date: row.stop.unwrap_or(ctx.now) })
    }

    /// [`States::feed`] for a call, which may go away without taking the effect along.  `token` is
    /// the client's, of a redrive.
    pub(crate) async fn feed_for(
        self: &Arc<Self>,
        ctx: &Context,
        execution: &str,
        input: Input,
        token: Option<String>,
    ) -> Result<(), FeedError> {
        let (states, ctx, execution) = (self.clone(), ctx.clone(), execution.to_owned());
        let extra = token.map(|token| -> Extra {
            let (key, now) = (execution_key(&execution), ctx.now);
            Box::new(move |txn| {
                let Some(mut row) = EXECUTIONS.get(txn, &key)? else { return Ok(()) };
                row.redrives.note_token(token, now);
                EXECUTIONS.put(txn, &key, &row)
            })
        });
        tokio::spawn(async move { states.feed(&execution, input, Some(&ctx), extra).await })
            .await
            .map_err(|error| FeedError::Platform(AwsError::internal(error)))?
    }

    /// An execution's row.
    pub(crate) fn row(&self, ctx: &Context, arn: &str) -> Result<ExecutionRow, AwsError> {
        arn::execution(arn)?;
        let row = ctx.read(|reader| EXECUTIONS.get(reader, &execution_key(arn)))?;
        row.ok_or_else(|| arn::no_execution(arn))
    }

    /// The row of an EXPRESS execution of a map run, the only ones of their kind that are described.
    fn express_child(&self, ctx: &Context, arn: &str) -> Result<Option<ExecutionRow>, AwsError> {
        match arn::parse(arn)? {
            arn::StatesArn::Other => Ok(ctx.read(|reader| EXECUTIONS.get(reader, &execution_key(arn)))?),
            _ => Ok(None),
        }
    }

    /// `DescribeExecution`.
    pub(crate) async fn describe_execution(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeExecutionInput,
    ) -> Result<DescribeExecutionOutput, AwsError> {
        let row = match self.express_child(&ctx, &input.execution_arn)? {
            Some(child) => child,
            None => self.row(&ctx, &input.execution_arn)?,
        };
        let all = input.included_data.as_deref() != Some("METADATA_ONLY");
        let details = || Some(CloudWatchEventsExecutionDataDetails { included: Some(all) });
        let (redrive_status, reason) = ctx.read(|reader| row.redrive_status(reader, ctx.now))?;
        let [state_machine_version_arn, state_machine_alias_arn] = row.qualified();
        Ok(DescribeExecutionOutput {
            state_machine_version_arn,
            state_machine_alias_arn,
            map_run_arn: row.map_run.map(|child| child.run),
            execution_arn: row.arn,
            state_machine_arn: row.machine_arn,
            name: Some(row.name),
            status: row.status,
            start_date: row.start,
            stop_date: row.stop,
            input: all.then_some(row.input),
            input_details: details(),
            output_details: row.output.as_ref().and_then(|_| details()),
            output: row.output.filter(|_| all),
            trace_header: row.trace_header,
            error: row.error,
            cause: row.cause,
            redrive_count: Some(i64::try_from(row.redrives.count).unwrap_or(i64::MAX)),
            redrive_date: row.redrives.last,
            redrive_status: Some(redrive_status.to_owned()),
            redrive_status_reason: reason,
        })
    }

    /// `DescribeStateMachineForExecution`: the revision that the execution runs on.
    pub(crate) async fn describe_state_machine_for_execution(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeStateMachineForExecutionInput,
    ) -> Result<DescribeStateMachineForExecutionOutput, AwsError> {
        let row = self.row(&ctx, &input.execution_arn)?;
        let key = definition_key(&row.machine_uid, row.revision);
        let definition = ctx
            .read(|reader| DEFINITIONS.get(reader, &key))?
            .ok_or_else(|| arn::no_execution(&input.execution_arn))?;
        let revision = self.revision(&row.machine_uid, row.revision)?;
        Ok(DescribeStateMachineForExecutionOutput {
            variable_references: revision.variable_references(),
            logging_configuration: Some(definition.logging.shown()),
            tracing_configuration: Some(TracingConfiguration { enabled: Some(false) }),
            // A child of a map run is of the machine's Map state.
            state_machine_arn: if row.map_run.is_some() { row.machine_arn.clone() } else { definition.arn },
            label: row.map_run.as_ref().and(row.machine_arn.rsplit('/').next()).map(str::to_owned),
            map_run_arn: row.map_run.map(|child| child.run),
            name: definition.name,
            definition: definition.definition,
            role_arn: definition.role_arn,
            update_date: definition.updated,
            revision_id: definition.revision_id,
            encryption_configuration: Some(owned_key()),
        })
    }

    /// `ListExecutions`, newest first.
    pub(crate) async fn list_executions(
        self: Arc<Self>,
        ctx: Context,
        input: ListExecutionsInput,
    ) -> Result<ListExecutionsOutput, AwsError> {
        if let (Some(run), None) = (&input.map_run_arn, &input.state_machine_arn) {
            return self.list_children(&ctx, run, &input);
        }
        if input.map_run_arn.is_some() {
            return Err(errors::validation_exception(
                "Only one of a state machine ARN and a map run ARN can be specified",
            ));
        }
        let arn = input.state_machine_arn.ok_or_else(|| {
            errors::validation_exception("Either a state machine ARN or a map run ARN must be specified")
        })?;
        let machine = self.target(&ctx, &arn)?.machine;
        if machine.express {
            return Err(not_this_type());
        }
        let status = input.status_filter.as_deref();
        let qualified = (arn != machine.arn).then_some(arn.as_str());
        let listing = format!(
            "executions/{}/{}/{}/{}",
            machine.uid,
            qualified.unwrap_or_default(),
            status.unwrap_or_default(),
            input.redrive_filter.as_deref().unwrap_or_default()
        );
        let wanted = |row: &ExecutionRow| match input.redrive_filter.as_deref() {
            Some("REDRIVEN") => row.redrives.count > 0,
            Some("NOT_REDRIVEN") => row.redrives.count == 0,
            _ => true,
        };
        let (size, after) =
            (page::size(input.max_results), page::after(&listing, input.next_token.as_deref())?);
        let (rows, next) = ctx.read(|reader| {
            let (table, prefix) = match (qualified, status) {
                (Some(qualified), status) => {
                    let prefix = Key::new().str(qualified).str(&machine.uid).str(status.unwrap_or_default());
                    (BY_QUALIFIER, prefix)
                }
                (None, Some(status)) => (BY_STATUS, Key::new().str(status).str(&machine.uid)),
                (None, None) => (BY_START, Key::new().str(&machine.uid)),
            };
            let range = KeyRange::prefix(&prefix);
            let range = match &after {
                Some(key) => range.after(key),
                None => range,
            };
            let mut range = range;
            let mut found: Vec<(Key, ExecutionRow)> = Vec::new();
            // Executions that the filter leaves out are passed over, a page at a time.
            while found.len() <= size {
                let keys = table.scan(reader, range.clone(), Order::Ascending, size + 1)?;
                let Some((last, _)) = keys.last() else { break };
                range = range.after(last);
                for (key, value) in keys {
                    let execution = match (qualified, status) {
                        (None, None) => arn::of_execution(&machine.arn, &value),
                        _ => value,
                    };
                    let row = EXECUTIONS.get(reader, &execution_key(&execution))?;
                    found.extend(row.filter(|row| wanted(row)).map(|row| (key, row)));
                }
            }
            let next = (found.len() > size).then(|| found[size - 1].0.clone());
            let rows: Vec<_> = found.into_iter().take(size).map(|(_, row)| row).collect();
            Ok((rows, next))
        })?;
        let executions = rows
            .into_iter()
            .map(|row| {
                let [state_machine_version_arn, state_machine_alias_arn] = row.qualified();
                ExecutionListItem {
                    state_machine_version_arn,
                    state_machine_alias_arn,
                    execution_arn: row.arn,
                    state_machine_arn: row.machine_arn,
                    name: row.name,
                    status: row.status,
                    start_date: row.start,
                    stop_date: row.stop,
                    redrive_count: Some(i64::try_from(row.redrives.count).unwrap_or(i64::MAX)),
                    redrive_date: row.redrives.last,
                    ..ExecutionListItem::default()
                }
            })
            .collect();
        Ok(ListExecutionsOutput { executions, next_token: next.map(|key| page::token(&listing, &key)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn payloads() {
        let check = |text: &str, expected: Result<(), &str>| {
            assert_eq!(payload(text).map(drop), expected.map_err(str::to_owned), "{text}");
        };
        check("2", Ok(()));
        check("null", Ok(()));
        check("", Err("Invalid execution input."));
        check(
            "not some json",
            Err(
                "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
            ),
        );
        check(
            "{'not': 'json'",
            Err("Unexpected character (''' (code 39)): was expecting double-quote to start field name"),
        );
    }
}
