//! Executions of a run that are about to be started, or redriven: what their commit writes, and what
//! is done after it.

use lirio_api::AwsError;
use lirio_asl::Command;
use lirio_store::{StoreError, Txn};
use tokio::sync::OwnedMutexGuard;

use super::pump::Pump;
use crate::engine::{Loaded, Persist};
use crate::express::Begun;
use crate::logs;
use crate::tables::{EXECUTIONS, ExecutionRow};

/// The first step of an execution.
pub(super) enum Work {
    /// A STANDARD execution: it has a log.
    Logged(Box<Logged>),
    /// An EXPRESS execution: it runs in memory.
    InMemory(Box<Begun>),
}

/// The first step of a STANDARD execution.
pub(super) struct Logged {
    pub(super) persist: Persist,
    pub(super) commands: Vec<Command>,
    /// Its place in memory, and its state unless it has ended already.
    pub(super) live: Option<(OwnedMutexGuard<Option<Loaded>>, Option<Loaded>)>,
}

/// What the commit writes besides the execution's row.
pub(super) enum Written {
    Log(Box<Persist>),
    Logs(Vec<logs::Batch>),
}

/// What is done when that is durable.
pub(super) enum After {
    Nothing,
    Act(ExecutionRow, Box<(OwnedMutexGuard<Option<Loaded>>, Option<Loaded>)>, Vec<Command>),
    Run(ExecutionRow, Box<Begun>),
}

impl Work {
    /// Bytes of the log that it has in memory.
    pub(super) fn bytes(&self) -> usize {
        match self {
            Work::Logged(logged) => match &logged.live {
                Some((_, Some(loaded))) => loaded.log_bytes,
                _ => 0,
            },
            Work::InMemory(_) => 0,
        }
    }

    /// Takes it apart; `row` is the execution's after the step.
    pub(super) fn split(self, row: &ExecutionRow) -> (Written, After) {
        match self {
            Work::Logged(logged) => {
                let Logged { persist, commands, live } = *logged;
                let after = match live {
                    Some(live) => After::Act(row.clone(), Box::new(live), commands),
                    None => After::Nothing,
                };
                (Written::Log(Box::new(persist)), after)
            }
            Work::InMemory(mut begun) => {
                let logs = std::mem::take(&mut begun.logs);
                let after = match begun.outcome() {
                    Some(_) => After::Nothing,
                    None => After::Run(row.clone(), begun),
                };
                (Written::Logs(logs), after)
            }
        }
    }
}

impl Written {
    pub(super) fn write(self, txn: &mut Txn<'_>) -> Result<(), AwsError> {
        match self {
            Written::Log(persist) => persist.write(txn),
            Written::Logs(batches) => Ok(logs::enqueue(txn, &batches)?),
        }
    }
}

impl Pump {
    /// Goes on with executions whose first step is durable.
    pub(super) fn go_on(&self, after: Vec<After>) {
        for after in after {
            match after {
                After::Nothing => {}
                After::Act(row, live, commands) => {
                    let (mut place, loaded) = *live;
                    *place = loaded;
                    drop(place);
                    self.states.act(&row.arn, commands, false);
                }
                After::Run(row, begun) => self.crowd.spawn(&self.states, &self.revision, row, *begun),
            }
        }
    }
}

/// A row as it is stored, encoded here so that the one thread that writes need not.
pub(super) fn encoded(row: &ExecutionRow) -> Result<Vec<u8>, StoreError> {
    EXECUTIONS.encode(row)
}
