//! The Amazon States Language: parser, diagnostics and a deterministic interpreter without I/O.
//!
//! [`parse()`] turns the text of a definition into a [`machine::Machine`] or says everything that
//! is wrong with it. [`decide()`] takes what happened outside and answers with records for the log
//! and commands for the outside. [`Execution::replay`] folds a log into the state it describes.
//!
//! The crate does no I/O, reads no clock and draws no random numbers: all are passed in.
//! Whoever drives it carries out its commands: tasks, timers, and the executions of map runs.

mod data;
mod diagnostic;
mod documents;
mod json;
mod locate;
pub mod machine;
mod parse;
mod resource;
mod timestamp;

pub mod choice;
mod context;
pub mod intrinsic;
pub mod path;
pub mod query;
pub mod template;

mod command;
mod decide;
mod execution;
mod history;
pub mod log;
pub mod map_run;
mod record;
mod references;
pub mod test_state;

pub use command::{Command, Outcome, ScheduleTask, StartMapRun};
pub use context::Context;
pub use data::{Data, DataError, MAX_BYTES, MAX_DEPTH};
pub use decide::{DecideError, Input, MAX_EVENTS, MAX_RECORDS_PER_STEP, Step, decide};
pub use diagnostic::{Code, Diagnostic, Span, invalid_definition_message, nearest};
pub use documents::{Documents, Variables};
pub use execution::{Execution, ReplayError};
pub use history::HistoryEvent;
pub use locate::{locate_key, locate_value};
pub use map_run::{BatcherSpec, MapRunSpec, ReaderSpec, WriterSpec};
pub use parse::{WorkflowType, parse, parse_as};
pub use record::{
    Assigned, Change, EventIds, Failure, FailureClass, FrameId, MapRunId, RECORD_VERSION, Record, Started,
    StateType, TaskId, TimerId,
};
pub use resource::{Pattern, ServiceIntegration, TaskResource};
