//! `RedriveExecution`: an execution that ended without success goes on from where it failed.

use std::sync::Arc;

use lirio_api::stepfunctions::{RedriveExecutionInput, RedriveExecutionOutput, errors};
use lirio_api::{AwsError, Timestamp};
use lirio_asl::Input;
use lirio_service::Context;
use lirio_store::{Read, StoreError};
use serde::{Deserialize, Serialize};

use crate::engine::FeedError;
use crate::machines::find;
use crate::tables::ExecutionRow;
use crate::{States, arn};

/// How long after its end an execution can be redriven.
const PERIOD_MS: i64 = 14 * 24 * 60 * 60 * 1000;

/// How long after its start an execution may be open.
const MAX_OPEN_MS: i64 = 365 * 24 * 60 * 60 * 1000;

/// A history must have fewer events than this.
pub(crate) const MAX_EVENTS: u64 = 24_999;

/// Client tokens that are recognised, and for how long.
const TOKENS: usize = 10;
const TOKENS_MS: i64 = 15 * 60 * 1000;

/// How an execution was redriven.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Redrives {
    /// How often.
    pub(crate) count: u64,
    /// When last.
    pub(crate) last: Option<Timestamp>,
    /// The newest client tokens, and when each was used.
    tokens: Vec<(String, Timestamp)>,
}

impl Redrives {
    /// Whether it was never redriven.
    pub(crate) fn is_none(&self) -> bool {
        self.count == 0
    }

    /// Notes one more.
    pub(crate) fn note(&mut self, now: Timestamp) {
        self.count += 1;
        self.last = Some(now);
    }

    /// Notes one more of an EXPRESS execution, which has no date of it.
    pub(crate) fn note_without_date(&mut self) {
        self.count += 1;
    }

    /// Notes the token of the client that asked.
    pub(crate) fn note_token(&mut self, token: String, now: Timestamp) {
        self.tokens.push((token, now));
        let over = self.tokens.len().saturating_sub(TOKENS);
        self.tokens.drain(..over);
    }

    fn knows(&self, token: &str, now: Timestamp) -> bool {
        self.tokens.iter().any(|(known, at)| known == token && now.0.saturating_sub(at.0) <= TOKENS_MS)
    }
}

impl ExecutionRow {
    /// Why it cannot be redriven at `now`, in the service's words; none if it can.
    pub(crate) fn not_redrivable(
        &self,
        read: &(impl Read + ?Sized),
        now: Timestamp,
    ) -> Result<Option<String>, StoreError> {
        if let status @ ("RUNNING" | "SUCCEEDED") = self.status.as_str() {
            return Ok(Some(format!("Execution is {status} and cannot be redriven")));
        }
        if self.map_run.as_ref().is_some_and(|child| child.express) {
            // It begins again, whatever became of it.
            return Ok(None);
        }
        // An execution of a map run is of a state of its machine.
        let machine = self.machine_arn.split('/').next().unwrap_or_default();
        let gone = !find(read, machine)?.is_some_and(|m| m.uid == self.machine_uid && !m.deleting);
        Ok(match () {
            () if gone => Some("State machine is in DELETING status".to_owned()),
            () if self.events >= MAX_EVENTS => Some("Execution history event limit exceeded".to_owned()),
            () if now.0.saturating_sub(self.start.0) > MAX_OPEN_MS => {
                Some("Execution has exceeded the max execution time".to_owned())
            }
            () if self.stop.is_some_and(|stop| now.0.saturating_sub(stop.0) > PERIOD_MS) => {
                Some("Execution redrivable period exceeded".to_owned())
            }
            () => None,
        })
    }

    /// `redriveStatus` at `now`, and the reason of `NOT_REDRIVABLE`.
    pub(crate) fn redrive_status(
        &self,
        read: &(impl Read + ?Sized),
        now: Timestamp,
    ) -> Result<(&'static str, Option<String>), StoreError> {
        let reason = self.not_redrivable(read, now)?;
        let status = match (&reason, &self.map_run) {
            (Some(_), _) => "NOT_REDRIVABLE",
            (None, Some(_)) => "REDRIVABLE_BY_MAP_RUN",
            (None, None) => "REDRIVABLE",
        };
        Ok((status, reason))
    }
}

impl States {
    /// `RedriveExecution`; a token of the last ones answers as it did before.
    pub(crate) async fn redrive_execution(
        self: Arc<Self>,
        ctx: Context,
        input: RedriveExecutionInput,
    ) -> Result<RedriveExecutionOutput, AwsError> {
        let row = self.row(&ctx, &input.execution_arn)?;
        if let (Some(token), Some(last)) = (&input.client_token, row.redrives.last)
            && row.redrives.knows(token, ctx.now)
        {
            return Ok(RedriveExecutionOutput { redrive_date: last });
        }
        if let Some(reason) = ctx.read(|reader| row.not_redrivable(reader, ctx.now))? {
            return Err(not_redrivable(&reason));
        }
        if row.map_run.is_some() {
            let reason =
                "Execution was started by a Map Run: redrive the execution that the Map Run belongs to";
            return Err(not_redrivable(reason));
        }
        let redrive = Input::Redrive;
        match self.feed_for(&ctx, &row.arn, redrive, input.client_token).await {
            Ok(()) => {}
            Err(FeedError::NoExecution) => return Err(arn::no_execution(&row.arn)),
            Err(FeedError::Refused(_)) => {
                // Somebody else was faster, or the history has no room.
                let row = self.row(&ctx, &input.execution_arn)?;
                let reason = ctx.read(|reader| row.not_redrivable(reader, ctx.now))?;
                let reason = reason.unwrap_or_else(|| "Execution history event limit exceeded".to_owned());
                return Err(not_redrivable(&reason));
            }
            Err(FeedError::Platform(error)) => return Err(error),
        }
        let row = self.row(&ctx, &input.execution_arn)?;
        Ok(RedriveExecutionOutput { redrive_date: row.redrives.last.unwrap_or(ctx.now) })
    }
}

fn not_redrivable(reason: &str) -> AwsError {
    errors::execution_not_redrivable(reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_known_for_a_while() {
        let mut redrives = Redrives::default();
        for number in 0..12 {
            redrives.note_token(format!("t{number}"), Timestamp(0));
        }
        let check = |token: &str, now: i64, expected: bool| {
            assert_eq!(redrives.knows(token, Timestamp(now)), expected, "{token} {now}");
        };
        check("t11", TOKENS_MS, true);
        check("t11", TOKENS_MS + 1, false);
        check("t1", 0, false);
        check("t2", 0, true);
    }
}
