//! Map runs: the executions that distributed Map states start for their items.
//!
//! A run is a row, its progress a second one ([`lirio_asl::map_run::Progress`]), its executions are
//! executions like any other with a log of their own.  Whatever changes the progress is committed
//! with it: the rows of executions that start, the end of each, the run's end with the input of the
//! execution that waits for it.  So a crash between any two commits loses and repeats nothing.
//!
//! EXPRESS executions have no log: they run in memory (`crowd.rs`), on the same code as those of
//! express machines.
//!
//! One task per run drives it (`drive.rs`, `pump.rs`).  It starts executions in batches that share a commit;
//! those that end without waiting for anything are written once, already ended.  A reader
//! (`reader.rs`) stores the inputs that it makes of the items, ahead of their executions, so that
//! it reads an object once and holds no thread while executions run.
//!
//! A run that is redriven is the same run: what ended without success runs again (`redrive.rs`),
//! and what was never started starts.  A run that has not ended yet when its execution is redriven
//! ends first, and goes on in the commit of its end.
//!
//! No `Step Functions Execution Status Change` event tells of the executions of a run.

mod api;
mod crowd;
mod drive;
mod export;
mod pump;
mod reader;
mod redrive;
mod rows;
mod work;

pub(crate) use drive::MapRuns;
pub(crate) use rows::{Begun, ChildOf, cancel, child_ended, forget};
