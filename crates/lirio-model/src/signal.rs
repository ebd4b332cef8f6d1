//! SIGTERM.

use std::{
    fmt, io,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};
use tokio::signal::unix::{SignalKind, signal};

type Action = Box<dyn FnOnce() + Send>;

/// Set once, when the platform asks the process to stop.
#[derive(Clone, Default)]
pub(crate) struct StopSignal(Arc<Shared>);

#[derive(Default)]
struct Shared {
    set: AtomicBool,
    actions: Mutex<Vec<Action>>,
}

impl StopSignal {
    pub(crate) fn is_set(&self) -> bool {
        self.0.set.load(Ordering::Acquire)
    }

    /// Calls `action` when the signal comes, or at once when it has come.
    pub(crate) fn on_set(&self, action: impl FnOnce() + Send + 'static) {
        let mut actions = self.0.actions.lock().unwrap_or_else(PoisonError::into_inner);
        actions.push(Box::new(action));
        drop(actions);
        if self.is_set() {
            self.run_actions();
        }
    }

    fn set(&self) {
        self.0.set.store(true, Ordering::Release);
        self.run_actions();
    }

    fn run_actions(&self) {
        // Taken out under the lock, called without it: an action may register another.
        let actions = std::mem::take(&mut *self.0.actions.lock().unwrap_or_else(PoisonError::into_inner));
        for action in actions {
            action();
        }
    }

    /// Listens for SIGTERM and SIGINT in a thread of its own. As the first process of a container, a
    /// program without a handler would not notice SIGTERM at all.
    pub(crate) fn listen() -> io::Result<Self> {
        let stop = Self::default();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        let (mut terminate, mut interrupt) = {
            let _entered = runtime.enter();
            (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?)
        };
        let found = stop.clone();
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    _ = terminate.recv() => {}
                    _ = interrupt.recv() => {}
                }
            });
            found.set();
        })?;
        Ok(stop)
    }
}

impl fmt::Debug for StopSignal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "StopSignal({})", self.is_set())
    }
}
