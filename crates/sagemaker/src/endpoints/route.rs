//! Where an invocation finds the fleet of its endpoint.

use std::collections::HashMap;
use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use lirio_store::Key;
use tokio::sync::Notify;
use tokio::time::Instant;

use crate::endpoints::fleet::Fleet;
use crate::endpoints::share::choose;

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

    /// All fleets that serve now.
    pub(crate) fn fleets(&self) -> Vec<Arc<Fleet>> {
        let routes = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let serving = routes.values().map(|route| {
            let serving = route.serving.read().unwrap_or_else(PoisonError::into_inner);
            serving.clone()
        });
        serving
            .flat_map(|serving| match serving {
                Serving::Fleets(traffic) => traffic.fleets.iter().map(|(_, fleet)| fleet.clone()).collect(),
                _ => Vec::new(),
            })
            .collect()
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
    Fleets(Arc<Traffic>),
}

/// Fleets with their shares of the traffic.
pub(crate) struct Traffic {
    fleets: Vec<(f64, Arc<Fleet>)>,
    draws: AtomicU64,
}

impl Traffic {
    pub(crate) fn new(fleets: Vec<(f64, Arc<Fleet>)>) -> Arc<Self> {
        Arc::new(Self { fleets, draws: AtomicU64::new(0) })
    }

    /// Whether these are the same fleets with the same shares.
    pub(crate) fn is(&self, fleets: &[(f64, Arc<Fleet>)]) -> bool {
        self.fleets.len() == fleets.len()
            && self.fleets.iter().zip(fleets).all(|(a, b)| a.0 == b.0 && Arc::ptr_eq(&a.1, &b.1))
    }

    /// The fleet of the next request, among those that have the variant it asks for, if it does.
    fn next(&self, variant: Option<&str>) -> Option<&Arc<Fleet>> {
        if let ([(_, only)], None) = (self.fleets.as_slice(), variant) {
            return Some(only);
        }
        let draw = self.draws.fetch_add(1, Ordering::Relaxed);
        let has = |fleet: &Fleet| variant.is_none_or(|name| fleet.variants.iter().any(|v| *v.name == *name));
        let shares = self.fleets.iter().map(|(share, fleet)| if has(fleet) { *share } else { 0.0 });
        choose(shares, draw)
            .and_then(|at| self.fleets.get(at))
            .or(self.fleets.first())
            .map(|(_, fleet)| fleet)
    }
}

/// One endpoint, as invocations see it.
pub(crate) struct Route {
    serving: RwLock<Serving>,
    changed: Notify,
    /// Wakes the endpoint's task.
    pub(crate) wake: Notify,
}

impl Route {
    /// Whether these fleets serve with these shares.
    pub(crate) fn serves(&self, fleets: &[(f64, Arc<Fleet>)]) -> bool {
        let serving = self.serving.read().unwrap_or_else(PoisonError::into_inner);
        matches!(&*serving, Serving::Fleets(traffic) if traffic.is(fleets))
    }

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
    pub(crate) async fn enter(&self, deadline: Instant, variant: Option<&str>) -> Option<Visit> {
        // Listening for a change takes a lock that all requests share: only who has to wait does it.
        if let Some(found) = self.look(variant) {
            return found;
        }
        loop {
            let mut changed = pin!(self.changed.notified());
            changed.as_mut().enable();
            if let Some(found) = self.look(variant) {
                return found;
            }
            tokio::time::timeout_at(deadline, changed).await.ok()?;
        }
    }

    /// What there is now; nothing if it will be there soon.
    fn look(&self, variant: Option<&str>) -> Option<Option<Visit>> {
        // Counted while the lock is held: a switch never overlooks anybody.
        let serving = self.serving.read().unwrap_or_else(PoisonError::into_inner);
        match &*serving {
            Serving::Nothing => Some(None),
            Serving::Soon => None,
            Serving::Fleets(traffic) => Some(traffic.next(variant).map(Visit::enter)),
        }
    }
}

/// An invocation on its way through a fleet.
pub(crate) struct Visit(pub(crate) Arc<Fleet>);

impl Visit {
    /// Counts one in.
    pub(crate) fn enter(fleet: &Arc<Fleet>) -> Self {
        fleet.visitors.fetch_add(1, Ordering::AcqRel);
        Self(fleet.clone())
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        if self.0.visitors.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.0.empty.notify_one();
        }
    }
}
