//! Parsed policies by principal, until anything changes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use lirio_service::IdentityPolicies;

#[derive(Clone, Default)]
pub(crate) struct Cache(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    generation: u64,
    policies: HashMap<String, IdentityPolicies>,
}

impl Cache {
    fn inner(&self) -> std::sync::MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets everything; called right after a change is durable.
    pub(crate) fn clear(&self) {
        let mut inner = self.inner();
        inner.generation += 1;
        inner.policies.clear();
    }

    /// The cached policies, or what `load` reads.  What was read before a change is not kept.
    pub(crate) fn get<E>(
        &self,
        key: &str,
        load: impl FnOnce() -> Result<IdentityPolicies, E>,
    ) -> Result<IdentityPolicies, E> {
        let generation = {
            let inner = self.inner();
            if let Some(found) = inner.policies.get(key) {
                return Ok(found.clone());
            }
            inner.generation
        };
        let loaded = load()?;
        let mut inner = self.inner();
        if inner.generation == generation {
            inner.policies.insert(key.to_owned(), loaded.clone());
        }
        Ok(loaded)
    }
}
