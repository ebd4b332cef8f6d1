//! Where an invocation finds the fleet of its endpoint.

use std::collections::HashMap;
use std::pin::pin;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError, RwLock};

use lirio_store::Key;
use tokio::sync::Notify;
use tokio::time::Instant;

use crate::endpoints::fleet::Fleet;

/// The routes of all endpoints that exist.
#[derive(Default)]
pub(crate) struct Routes(RwLock<HashMap<Key, Arc<Route>>>);

impl Routes {
    pub(crate) fn get(&self, key: &Key) -> Option<Arc<Route>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    /// The route, and whether it is new.
    pub(crate) fn get_or_new(&self, key: &Key, soon: bool) -> (Arc<Route>, bool) {
        let mut routes = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(route) = routes.get(key) {
            return (route.clone(), false);
        }
        let serving = if soon { Serving::Soon } else { Serving::Nothing };
        let route =
            Arc::new(Route { serving: RwLock::new(serving), changed: Notify::new(), wake: Notify::new() });
        routes.insert(key.clone(), route.clone());
        (route, true)
    }

    pub(crate) fn remove(&self, key: &Key) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}

/// What an endpoint answers with.
#[derive(Clone)]
pub(crate) enum Serving {
    /// It never served, or no longer.
    Nothing,
    /// It will in a moment: the platform was started again.
    Soon,
    /// These containers.
    Fleet(Arc<Fleet>),
}

/// One endpoint, as invocations see it.
pub(crate) struct Route {
    serving: RwLock<Serving>,
    changed: Notify,
    /// Wakes the endpoint's task.
    pub(crate) wake: Notify,
}

impl Route {
    /// Switches at once: who enters from now on gets the new one, and the old one's count only falls.
    pub(crate) fn switch(&self, to: Serving) -> Serving {
        let old = {
            let mut serving = self.serving.write().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *serving, to)
        };
        self.changed.notify_waiters();
        old
    }

    /// The fleet, counted in; waits for it until `deadline` if it is on its way.  `None`: there is none.
    pub(crate) async fn enter(&self, deadline: Instant) -> Option<Visit> {
        loop {
            let mut changed = pin!(self.changed.notified());
            changed.as_mut().enable();
            {
                // Counted while the lock is held: a switch never overlooks anybody.
                let serving = self.serving.read().unwrap_or_else(PoisonError::into_inner);
                match &*serving {
                    Serving::Nothing => return None,
                    Serving::Soon => {}
                    Serving::Fleet(fleet) => {
                        fleet.visitors.fetch_add(1, Ordering::AcqRel);
                        return Some(Visit(fleet.clone()));
                    }
                }
            }
            tokio::time::timeout_at(deadline, changed).await.ok()?;
        }
    }
}

/// An invocation on its way through a fleet.
pub(crate) struct Visit(pub(crate) Arc<Fleet>);

impl Drop for Visit {
    fn drop(&mut self) {
        if self.0.visitors.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.0.empty.notify_one();
        }
    }
}
