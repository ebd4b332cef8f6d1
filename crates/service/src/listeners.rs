//! Whether an event would reach anybody.

use std::sync::{Arc, OnceLock};

/// Knows which buses have rules.
pub trait Bus: Send + Sync {
    /// Whether any rule of the bus is enabled.  Asked in commits: must be answered from memory, and must know every
    /// rule whose own commit was acknowledged.
    fn has_rules(&self, region: &str, bus: &str) -> bool;
}

/// Spares messages that no rule would match.  Cheap to clone.
#[derive(Clone, Default)]
pub struct Listeners(Arc<OnceLock<Arc<dyn Bus>>>);

impl Listeners {
    /// Sets who knows; once, by the binary.
    pub fn set(&self, bus: Arc<dyn Bus>) {
        if self.0.set(bus).is_err() {
            tracing::error!("the buses were set twice; the first stay");
        }
    }

    /// Whether an event on this bus may reach anybody; yes while nobody knows.
    pub fn listen(&self, region: &str, bus: &str) -> bool {
        self.0.get().is_none_or(|known| known.has_rules(region, bus))
    }
}

impl std::fmt::Debug for Listeners {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Listeners(known: {})", self.0.get().is_some())
    }
}
