//! Work that no call asks for: due timers, jobs to stop, and what a former process left running.

use std::sync::Arc;

use lirio_api::{AwsError, Timestamp};
use lirio_asl::{Change, Command, Input};
use lirio_store::{Delivery, DeliveryError, Key, KeyRange, Order, StoreError, Txn};

use super::FeedError;
use crate::tables::{
    BY_START, BY_STATUS, BY_STOP, CANCELS, Cancel, DEFINITIONS, EXECUTIONS, KEPT_MS, MACHINES, TIMERS,
    TOKENS, Timer, by_start_key, by_status_key, execution_key,
};
use crate::{States, log, map_run};

/// Deliveries handled at once: they wait for commits, and commits of many share one sync.
const CONCURRENCY: usize = 256;

/// Executions forgotten in one commit.
const FORGOTTEN_AT_ONCE: usize = 256;

/// How often old executions are looked for.
const FORGET_PAUSE_MS: i64 = 60 * 60 * 1000;

/// Executions read per page while resuming.
const PAGE: usize = 256;

impl States {
    /// Consumes the topics of this service until the platform stops.
    pub(crate) fn start_consumers(self: &Arc<Self>) {
        self.start_log_writer();
        let states = self.clone();
        tokio::spawn(async move {
            let (outbox, shutdown) = (states.platform.store.outbox(TIMERS), states.platform.shutdown.clone());
            let handler = move |delivery| {
                let states = states.clone();
                async move { states.timer_due(delivery).await }
            };
            outbox.run(CONCURRENCY, shutdown.requested(), handler).await;
        });
        let states = self.clone();
        tokio::spawn(async move {
            let (outbox, shutdown) =
                (states.platform.store.outbox(CANCELS), states.platform.shutdown.clone());
            let handler = move |delivery: Delivery| {
                let states = states.clone();
                async move { states.cancel_job(&delivery.decode::<Cancel>()?, delivery.attempt).await }
            };
            outbox.run(8, shutdown.requested(), handler).await;
        });
    }

    /// Issues again what the last process did not finish.
    pub(crate) fn start_recovery(self: &Arc<Self>) {
        let states = self.clone();
        tokio::spawn(async move {
            if let Err(error) = states.resume_express() {
                tracing::error!(%error, detail = error.detail, "express executions could not be begun again");
            }
            if let Err(error) = states.resume_map_runs() {
                tracing::error!(%error, detail = error.detail, "map runs could not be ended");
            }
            if let Err(error) = states.resume_all().await {
                tracing::error!(%error, detail = error.detail, "executions could not be resumed");
            }
            let now = states.platform.now();
            if let Err(error) = states.platform.store.commit(move |txn| forget_some(txn, now)).await {
                tracing::error!(%error, "old executions could not be forgotten");
            }
            if let Err(error) = states.finish_deletions().await {
                tracing::error!(%error, detail = error.detail, "state machines could not be deleted");
            }
        });
    }

    async fn resume_all(self: &Arc<Self>) -> Result<(), AwsError> {
        let running = Key::new().str("RUNNING");
        let mut after: Option<Key> = None;
        loop {
            let page = self
                .platform
                .store
                .read(|reader| BY_STATUS.scan_prefix(reader, &running, after.as_ref(), PAGE))?;
            let Some((last, _)) = page.last() else { return Ok(()) };
            after = Some(last.clone());
            for (_, arn) in &page {
                if let Err(error) = self.resume(arn).await {
                    tracing::error!(execution = arn, %error, detail = error.detail, "an execution cannot be resumed");
                }
                if self.platform.shutdown.is_requested() {
                    return Ok(());
                }
            }
            tokio::task::yield_now().await;
        }
    }

    /// Issues again what an execution waits for.
    pub(crate) async fn resume(self: &Arc<Self>, arn: &str) -> Result<(), AwsError> {
        let cell = self.live.cell(arn);
        let mut guard = cell.lock().await;
        // A timer may have moved it already since the start; its tasks still have to be issued again.
        // Those that this process has issued meanwhile run, and are left alone.
        let loaded = match guard.take() {
            Some(loaded) => loaded,
            None => match self.load(arn)? {
                Some(loaded) => loaded,
                None => return Ok(()),
            },
        };
        if loaded.execution.outcome().is_some() {
            return Ok(());
        }
        let mut commands = loaded.execution.outstanding(&loaded.machine);
        // Timers are in the store and fire by themselves.
        commands.retain(|command| !matches!(command, Command::SetTimer { .. }));
        if !commands.is_empty() {
            self.live.weigh(arn, loaded.weight());
            *guard = Some(loaded);
            drop(guard);
            drop(cell);
            self.act(arn, commands, true);
        }
        Ok(())
    }

    async fn timer_due(self: &Arc<Self>, delivery: Delivery) -> Result<(), DeliveryError> {
        let seq = delivery.seq;
        match delivery.decode::<Timer>()? {
            Timer::Fired { execution, timer } => {
                let extra = Box::new(move |txn: &mut Txn<'_>| txn.ack(seq).map(drop));
                match self.feed(&execution, Input::TimerFired { timer }, None, Some(extra)).await {
                    // An execution that is gone, or a timer that was cancelled, needs nothing.
                    Ok(()) | Err(FeedError::NoExecution | FeedError::Refused(_)) => Ok(()),
                    Err(FeedError::Platform(error)) => {
                        tracing::error!(execution, %error, detail = error.detail, "a timer could not be handled");
                        Err(DeliveryError::Retry)
                    }
                }
            }
            Timer::Forget => {
                let now = self.platform.now();
                let commit = self
                    .platform
                    .store
                    .commit(move |txn| if txn.ack(seq)? { forget_some(txn, now) } else { Ok(()) });
                Ok(commit.await?)
            }
            Timer::ForgetMapRun { run } => {
                loop {
                    let run = run.clone();
                    let forgotten = move |txn: &mut Txn<'_>| map_run::forget(txn, &run, PAGE, forget);
                    if !self.platform.store.commit(forgotten).await? {
                        break;
                    }
                }
                Ok(())
            }
            Timer::ForgetDefinitions { uid } => {
                let commit = self
                    .platform
                    .store
                    .commit(move |txn| DEFINITIONS.delete_prefix(txn, &Key::new().str(&uid)).map(drop));
                Ok(commit.await?)
            }
        }
    }

    /// Ends the deletions that a former process began.
    async fn finish_deletions(self: &Arc<Self>) -> Result<(), AwsError> {
        let rows = self
            .platform
            .store
            .read(|reader| MACHINES.scan(reader, KeyRange::all(), Order::Ascending, usize::MAX))?;
        for (_, row) in rows.into_iter().filter(|(_, row)| row.deleting) {
            self.end_deletion(&row).await?;
        }
        Ok(())
    }
}

/// Removes the executions that were kept long enough, some at a time, and says when to look again.
fn forget_some(txn: &mut Txn<'_>, now: Timestamp) -> Result<(), StoreError> {
    // The first moment that is still kept.
    let kept = Key::new().u64(now.0.saturating_sub(KEPT_MS).max(0).unsigned_abs());
    let old = BY_STOP.scan(txn, KeyRange::all().before(&kept), Order::Ascending, FORGOTTEN_AT_ONCE)?;
    for (key, ()) in &old {
        let mut parts = key.parts();
        parts.u64()?;
        forget(txn, &parts.str()?)?;
        BY_STOP.delete(txn, key)?;
    }
    let pause = if old.len() == FORGOTTEN_AT_ONCE { 0 } else { FORGET_PAUSE_MS };
    txn.set_timer("states/forget", now.0.saturating_add(pause), TIMERS, &Timer::Forget)
}

/// Removes all that is kept of an execution.
fn forget(txn: &mut Txn<'_>, arn: &str) -> Result<(), StoreError> {
    let key = execution_key(arn);
    let Some(row) = EXECUTIONS.get(txn, &key)? else { return Ok(()) };
    for record in log::of(txn, arn)?.0.into_iter().flatten() {
        if let Change::TaskScheduled { token: Some(token), .. } = record.change {
            TOKENS.delete(txn, &execution_key(&token))?;
        }
    }
    log::remove(txn, arn)?;
    BY_START.delete(txn, &by_start_key(&row.machine_uid, row.start, &row.name))?;
    BY_STATUS.delete(txn, &by_status_key(&row.status, &row.machine_uid, row.start, &row.name))?;
    row.forget_qualifiers(txn)?;
    EXECUTIONS.delete(txn, &key)?;
    Ok(())
}
