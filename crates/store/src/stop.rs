//! Where a store stops, for tests of what a crash leaves behind.

use std::sync::Arc;

use tokio::sync::Notify;

/// Makes a store behave as if its process had ended after a number of commits: what was committed until then is
/// durable, and nothing is after it.
///
/// Given to [`Store::open_stopping`](crate::Store::open_stopping) by tests, which then open the folder again as the
/// next process would.  Each commit is one transaction of its own there, so that every point between two commits
/// can be tried.
#[derive(Debug, Clone)]
pub struct Stop {
    pub(crate) after: u64,
    pub(crate) at: StopAt,
    reached: Arc<Notify>,
}

/// On which side of what follows a commit the end comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopAt {
    /// At once: the commit is durable, but whoever asked for it never learns that.
    Commit,
    /// When the next commit is asked for: all that the last one led to has happened outside, and is not recorded.
    NextCommit,
}

impl Stop {
    /// A stop after this many commits, counted from 1 since the store was opened.
    pub fn new(after: u64, at: StopAt) -> Stop {
        Stop { after, at, reached: Arc::default() }
    }

    /// Resolves when the store has stopped; it never does if fewer commits are asked for.
    pub async fn reached(&self) {
        self.reached.notified().await;
    }

    pub(crate) fn notify(&self) {
        self.reached.notify_one();
    }
}
