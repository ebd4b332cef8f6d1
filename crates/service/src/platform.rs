//! The platform that services live on.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use lirio_api::{AwsError, Timestamp};
use lirio_store::{Clock, Store};
use tokio::sync::watch;

use crate::{Auditor, Door, Identity, ImageBlobs, Listeners, NoAudit, Scope};

/// What every service is given.  Cheap to clone.
#[derive(Clone)]
pub struct Platform {
    /// Durable tables, outbox, timers, blobs.
    pub store: Store,
    /// The way to the other services.
    pub door: Door,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The account and region that this platform is.
    pub scope: Scope,
    /// Ends background tasks.
    pub shutdown: Shutdown,
    /// Whether anybody listens to the events of AWS services.
    pub listeners: Listeners,
    /// The data directory; each service may use a folder of its own name in it for what is not in the store.
    pub data_dir: Arc<Path>,
    identity: Arc<OnceLock<Arc<dyn Identity>>>,
    auditor: Arc<OnceLock<Arc<dyn Auditor>>>,
    image_blobs: Arc<OnceLock<Arc<dyn ImageBlobs>>>,
}

impl Platform {
    /// A platform on a store.
    pub fn new(store: Store, clock: Arc<dyn Clock>, scope: Scope, data_dir: impl Into<Arc<Path>>) -> Self {
        Self {
            store,
            door: Door::new(),
            clock,
            scope,
            shutdown: Shutdown::new(),
            listeners: Listeners::default(),
            data_dir: data_dir.into(),
            identity: Arc::default(),
            auditor: Arc::default(),
            image_blobs: Arc::default(),
        }
    }

    /// Sets who answers for IAM; once, by the binary.
    pub fn set_identity(&self, identity: Arc<dyn Identity>) {
        if self.identity.set(identity).is_err() {
            tracing::error!("the identity provider was set twice; the first stays");
        }
    }

    /// Sets who decides what is recorded; once, by the binary.
    pub fn set_auditor(&self, auditor: Arc<dyn Auditor>) {
        if self.auditor.set(auditor).is_err() {
            tracing::error!("the auditor was set twice; the first stays");
        }
    }

    /// Sets who has the blobs of images; once, by the binary.
    pub fn set_image_blobs(&self, blobs: Arc<dyn ImageBlobs>) {
        if self.image_blobs.set(blobs).is_err() {
            tracing::error!("the image blobs were set twice; the first stay");
        }
    }

    /// Who has the blobs of images.
    pub fn image_blobs(&self) -> Result<&Arc<dyn ImageBlobs>, AwsError> {
        self.image_blobs.get().ok_or_else(|| AwsError::internal("no image registry is wired up"))
    }

    /// Who answers for IAM.
    pub fn identity(&self) -> Result<&Arc<dyn Identity>, AwsError> {
        self.identity.get().ok_or_else(|| AwsError::internal("no identity provider is wired up"))
    }

    /// Who decides what is recorded.
    pub fn auditor(&self) -> &dyn Auditor {
        self.auditor.get().map_or(&NoAudit as &dyn Auditor, |a| a.as_ref())
    }

    /// The time.
    pub fn now(&self) -> Timestamp {
        Timestamp(self.clock.now_ms())
    }
}

impl std::fmt::Debug for Platform {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Platform({:?})", self.scope)
    }
}

/// Tells background tasks to end.
#[derive(Clone, Debug)]
pub struct Shutdown(Arc<watch::Sender<bool>>);

impl Shutdown {
    /// Not requested yet.
    pub fn new() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }

    /// Requests it.
    pub fn request(&self) {
        self.0.send_replace(true);
    }

    /// Whether it was requested.
    pub fn is_requested(&self) -> bool {
        *self.0.borrow()
    }

    /// Resolves when it is requested.
    pub async fn requested(&self) {
        let mut receiver = self.0.subscribe();
        // The sender lives in `self`, so the channel cannot close while this waits.
        let _ = receiver.wait_for(|requested| *requested).await;
    }
}

impl Default for Shutdown {
    fn default() -> Self {
        Self::new()
    }
}
