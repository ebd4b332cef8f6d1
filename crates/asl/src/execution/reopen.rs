//! Going on with an execution that ended without success.
//!
//! What an execution was doing when it ended stays part of the fold: the frames themselves when it
//! was stopped or took too long, and for every Parallel or Map state that failed, what its branches
//! and iterations were at the moment of the failure.  A redrive puts these back: what had succeeded
//! keeps its result, and every state that was entered and not left is done again.

use std::collections::BTreeMap;

use super::apply::Applied;
use super::{Execution, Frame, Group, ROOT, Status};
use crate::record::FrameId;

/// The branches or iterations of a state at the moment when one of them failed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Halted {
    group: Group,
    /// The frames below the state's own.
    frames: BTreeMap<FrameId, Frame>,
}

impl Execution {
    /// Keeps what the branches or iterations of `parent` are, before the failure ends them.
    pub(super) fn halt(&mut self, parent: FrameId) -> Applied<()> {
        let group = self.group_mut(parent)?;
        if group.failure.is_some() {
            // Another child failed first: how things were then is kept already.
            return Ok(());
        }
        let group = group.clone();
        let mut frames = BTreeMap::new();
        let mut below: Vec<FrameId> = group.running.iter().copied().collect();
        while let Some(id) = below.pop() {
            if let Some(frame) = self.frames.get(&id) {
                frames.insert(id, frame.clone());
                below.extend(self.children(id));
            }
        }
        self.frame_mut(parent)?.halted = Some(Box::new(Halted { group, frames }));
        Ok(())
    }

    /// Opens the execution again; `event` is the number of the event that tells so, `failed` whether
    /// it ended because a state failed.
    pub(super) fn reopen(&mut self, event: u64, failed: bool) -> Applied<()> {
        self.outcome = None;
        let mut open = vec![ROOT];
        let mut again = Vec::new();
        while let Some(id) = open.pop() {
            open.extend(self.reopen_frame(id, event, failed && id == ROOT)?);
            again.push(id);
        }
        // Groups are ready by their children, which lie deeper.
        again.iter().rev().try_for_each(|id| self.refresh(*id))
    }

    /// Puts a frame where it goes on. Answers the children that have to be opened as well.
    /// `failed_last` says that the failure of its state ended the execution.
    fn reopen_frame(&mut self, id: FrameId, event: u64, failed_last: bool) -> Applied<Vec<FrameId>> {
        let frame = self.frame_mut(id)?;
        frame.last_event = event;
        frame.attempts = BTreeMap::new();
        frame.retry_count = 0;
        frame.shown_aborted = false;
        let halted = frame.halted.take();
        let goes_on = frame.map_run.is_some();
        let failed = match &frame.status {
            Status::Erred(_) | Status::PastRetry(_) | Status::Failed(_) => true,
            Status::Group(group) => group.failure.is_some(),
            _ => false,
        };
        match (&mut frame.status, halted) {
            (_, Some(halted)) if failed => {
                let Halted { group, frames } = *halted;
                for child in self.children(id) {
                    self.frames.remove(&child);
                }
                self.frames.extend(frames);
                self.frame_mut(id)?.status = Status::Group(Box::new(group));
                self.reopen_group(id, event)
            }
            (Status::Group(_), _) => self.reopen_group(id, event),
            // A result that could not be used is got again, as the service does.
            (status @ Status::Result(_), _) if failed_last => {
                *status = Status::Entered;
                Ok(Vec::new())
            }
            // What was reached stays reached.
            (Status::Ready(..) | Status::Result(_) | Status::Waited | Status::Succeeded(_), _) => {
                Ok(Vec::new())
            }
            (Status::MapRunDone(..) | Status::MapRunAgain, _) => Ok(Vec::new()),
            (status, _) if goes_on => {
                *status = Status::MapRunAgain;
                Ok(Vec::new())
            }
            // A state that was not left is done again; one that was never entered has no frame's state.
            (status, _) => {
                *status = Status::Entered;
                Ok(Vec::new())
            }
        }
    }

    /// The children of a group that go on: those that failed, and those that still ran.
    fn reopen_group(&mut self, id: FrameId, event: u64) -> Applied<Vec<FrameId>> {
        let children: Vec<FrameId> = self.children(id);
        let failed: Vec<FrameId> = children
            .iter()
            .copied()
            .filter(|child| matches!(self.frames.get(child).map(|f| &f.status), Some(Status::Failed(_))))
            .collect();
        let group = self.group_mut(id)?;
        group.failure = None;
        group.slot_event = event;
        group.ended.retain(|child| !failed.contains(child));
        Ok(children)
    }
}
