//! `DescribeMapRun`, `ListMapRuns`, `UpdateMapRun`, and listing the executions of a run.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::stepfunctions::{
    DescribeMapRunInput, DescribeMapRunOutput, ExecutionListItem, ListExecutionsInput, ListExecutionsOutput,
    ListMapRunsInput, ListMapRunsOutput, MapRunExecutionCounts, MapRunItemCounts, MapRunListItem,
    UpdateMapRunInput, UpdateMapRunOutput, errors,
};
use lirio_asl::map_run::{Counts, Progress, Unsuccessful};
use lirio_service::Context;
use lirio_store::{Key, KeyRange, Order, StoreError};

use super::pump::status_prefix;
use super::rows::{BY_STATUS, CHILDREN, ChildRow, MapRunRow, PROGRESS, RUNS_OF, change, uid_key};
use crate::tables::{EXECUTIONS, ExecutionRow, execution_key};
use crate::{States, arn, page};

/// Executions that a page looks at at most; a page may be short for it, and says where it ended.
const LOOKED_AT: usize = 10_000;

impl States {
    fn map_run(&self, ctx: &Context, run: &str) -> Result<(MapRunRow, Progress), AwsError> {
        arn::map_run(run)?;
        let found = ctx.read(|reader| {
            let progress = PROGRESS.get(reader, &uid_key(run))?;
            Ok(MapRunRow::find(reader, run)?.zip(progress))
        })?;
        found.ok_or_else(|| no_map_run(run))
    }

    /// `DescribeMapRun`.
    pub(crate) async fn describe_map_run(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeMapRunInput,
    ) -> Result<DescribeMapRunOutput, AwsError> {
        let (row, progress) = self.map_run(&ctx, &input.map_run_arn)?;
        let limits = progress.limits;
        Ok(DescribeMapRunOutput {
            map_run_arn: row.arn,
            execution_arn: row.execution,
            status: row.status,
            start_date: row.start,
            stop_date: row.stop,
            max_concurrency: number(limits.concurrency),
            tolerated_failure_percentage: limits.tolerated_failure_percentage.unwrap_or(0.0),
            tolerated_failure_count: number(limits.tolerated_failure_count.unwrap_or(0)),
            item_counts: item_counts(
                &progress.items,
                &progress.redrive.waiting_items,
                &progress.redrive.lost_items,
            ),
            execution_counts: execution_counts(
                &progress.executions,
                &progress.redrive.waiting,
                &progress.redrive.lost,
            ),
            redrive_count: Some(number(row.redrives)),
            redrive_date: row.redriven,
        })
    }

    /// `ListMapRuns`, newest first.
    pub(crate) async fn list_map_runs(
        self: Arc<Self>,
        ctx: Context,
        input: ListMapRunsInput,
    ) -> Result<ListMapRunsOutput, AwsError> {
        let execution = self.row(&ctx, &input.execution_arn)?;
        let listing = format!("map_runs/{}", execution.arn);
        let (size, after) =
            (page::size(input.max_results), page::after(&listing, input.next_token.as_deref())?);
        let (rows, next) = ctx.read(|reader| {
            let range = KeyRange::prefix(&Key::new().str(&execution.arn));
            let range = match &after {
                Some(key) => range.before(key),
                None => range,
            };
            let keys = RUNS_OF.scan(reader, range, Order::Descending, size + 1)?;
            let next = (keys.len() > size).then(|| keys[size - 1].0.clone());
            let mut rows = Vec::new();
            for (_, run) in keys.iter().take(size) {
                rows.extend(MapRunRow::find(reader, run)?);
            }
            Ok((rows, next))
        })?;
        let map_runs = rows.into_iter().map(|row| MapRunListItem {
            execution_arn: row.execution,
            map_run_arn: row.arn,
            state_machine_arn: row.machine_arn,
            start_date: row.start,
            stop_date: row.stop,
        });
        let next_token = next.map(|key| page::token(&listing, &key));
        Ok(ListMapRunsOutput { map_runs: map_runs.collect(), next_token })
    }

    /// `UpdateMapRun`: other limits from now on.
    pub(crate) async fn update_map_run(
        self: Arc<Self>,
        ctx: Context,
        input: UpdateMapRunInput,
    ) -> Result<UpdateMapRunOutput, AwsError> {
        let run = input.map_run_arn.clone();
        self.map_run(&ctx, &run)?;
        let wake = run.clone();
        ctx.commit(move |txn| {
            let row = MapRunRow::find(txn, &run)?.ok_or_else(|| no_map_run(&run))?;
            if row.stop.is_some() {
                let message = format!("Map Run is not running: '{run}'");
                return Err(errors::validation_exception(message));
            }
            change(txn, &run, |progress| {
                let mut limits = progress.limits;
                if let Some(concurrency) = input.max_concurrency {
                    limits.concurrency = concurrency.max(0).unsigned_abs();
                }
                if let Some(percentage) = input.tolerated_failure_percentage {
                    limits.tolerated_failure_percentage = Some(percentage);
                }
                if let Some(count) = input.tolerated_failure_count {
                    limits.tolerated_failure_count = Some(count.max(0).unsigned_abs());
                }
                progress.set_limits(limits);
            })?;
            Ok(())
        })
        .await?;
        self.map_runs.wake(&wake);
        Ok(UpdateMapRunOutput {})
    }

    /// `ListExecutions` of a run, newest first.
    pub(crate) fn list_children(
        &self,
        ctx: &Context,
        run: &str,
        input: &ListExecutionsInput,
    ) -> Result<ListExecutionsOutput, AwsError> {
        let (row, _) = self.map_run(ctx, run)?;
        let (status, redriven) = (input.status_filter.as_deref(), input.redrive_filter.as_deref());
        let listing =
            format!("children/{run}/{}/{}", status.unwrap_or_default(), redriven.unwrap_or_default());
        let by_status = status.filter(|status| *status != "SUCCEEDED");
        let wanted = |row: &ExecutionRow| {
            status.is_none_or(|status| row.status == status)
                && redriven.is_none_or(|filter| (filter == "REDRIVEN") == (row.redrives.count > 0))
        };
        let (size, mut after) =
            (page::size(input.max_results), page::after(&listing, input.next_token.as_deref())?);
        let (rows, more) = ctx.read(|reader| {
            let mut rows: Vec<ExecutionRow> = Vec::new();
            let mut looked_at = 0;
            loop {
                // Those of a status, or all that were started.
                let page: Vec<(Key, Option<String>)> = match by_status {
                    Some(status) => {
                        let range = before(status_prefix(run, status), after.as_ref());
                        let page = BY_STATUS.scan(reader, range, Order::Descending, size)?;
                        page.into_iter().map(|(key, child)| (key, Some(child))).collect()
                    }
                    None => {
                        let range = before(KeyRange::prefix(&uid_key(run)), after.as_ref());
                        let page = CHILDREN.scan(reader, range, Order::Descending, size)?;
                        let started = |child| match child {
                            ChildRow::Started { name } => Some(row.child_arn(&name)),
                            ChildRow::Pending { .. } => None,
                        };
                        page.into_iter().map(|(key, child)| (key, started(child))).collect()
                    }
                };
                if page.is_empty() {
                    return Ok::<_, StoreError>((rows, false));
                }
                for (key, child) in page {
                    if rows.len() == size || looked_at == LOOKED_AT {
                        return Ok((rows, true));
                    }
                    looked_at += 1;
                    after = Some(key);
                    let Some(child) = child else { continue };
                    rows.extend(EXECUTIONS.get(reader, &execution_key(&child))?.filter(wanted));
                }
            }
        })?;
        let executions = rows.into_iter().map(|row| ExecutionListItem {
            map_run_arn: row.map_run.as_ref().map(|child| child.run.clone()),
            item_count: row.map_run.as_ref().map(|child| number(child.items)),
            execution_arn: row.arn,
            state_machine_arn: row.machine_arn,
            name: row.name,
            status: row.status,
            start_date: row.start,
            stop_date: row.stop,
            redrive_count: Some(number(row.redrives.count)),
            redrive_date: row.redrives.last,
            ..ExecutionListItem::default()
        });
        let next_token = after.filter(|_| more).map(|key| page::token(&listing, &key));
        Ok(ListExecutionsOutput { executions: executions.collect(), next_token })
    }
}

fn before(range: KeyRange, key: Option<&Key>) -> KeyRange {
    match key {
        Some(key) => range.before(key),
        None => range,
    }
}

fn no_map_run(run: &str) -> AwsError {
    errors::resource_not_found(format!("Resource not found: '{run}'"))
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn item_counts(counts: &Counts, waiting: &Unsuccessful, lost: &Unsuccessful) -> MapRunItemCounts {
    MapRunItemCounts {
        pending: number(counts.pending),
        running: number(counts.running),
        succeeded: number(counts.succeeded),
        failed: number(counts.failed),
        timed_out: number(counts.timed_out),
        aborted: number(counts.aborted),
        total: number(counts.total()),
        results_written: number(counts.results_written),
        failures_not_redrivable: Some(number(lost.total())),
        pending_redrive: Some(number(waiting.total())),
    }
}

fn execution_counts(counts: &Counts, waiting: &Unsuccessful, lost: &Unsuccessful) -> MapRunExecutionCounts {
    let items = item_counts(counts, waiting, lost);
    MapRunExecutionCounts {
        pending: items.pending,
        running: items.running,
        succeeded: items.succeeded,
        failed: items.failed,
        timed_out: items.timed_out,
        aborted: items.aborted,
        total: items.total,
        results_written: items.results_written,
        failures_not_redrivable: items.failures_not_redrivable,
        pending_redrive: items.pending_redrive,
    }
}
