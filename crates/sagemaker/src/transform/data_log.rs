//! The log `…/data-log` of an instance: what became of objects and records, in AWS's form.

use lirio_service::Platform;

use crate::OutputLine;
use crate::logs::LogShipper;
use crate::names::cut;
use crate::s3::Location;

/// As much of a container's message as is shown.
const MESSAGE: usize = 4096;
const MESSAGE_LINES: usize = 50;

/// The data log of one instance.
pub(crate) struct DataLog {
    platform: Platform,
    shipper: LogShipper,
}

impl DataLog {
    pub(crate) fn new(platform: &Platform, group: String, stream: String) -> Self {
        Self { platform: platform.clone(), shipper: LogShipper::new(platform.door.clone(), group, stream) }
    }

    /// One line.
    pub(crate) async fn tell(&self, text: &str) {
        let now = self.platform.now();
        let line = format!("{}:[sagemaker logs]: {text}", now.iso8601_millis().trim_end_matches('Z'));
        self.shipper.send(OutputLine { timestamp_ms: now.0, bytes: line.into() }).await;
    }

    /// A line on an object.
    pub(crate) async fn tell_of(&self, at: &Location, text: &str) {
        self.tell(&format!("{}/{}: {text}", at.bucket, at.key)).await;
    }

    /// What a container answered instead of a result.
    pub(crate) async fn tell_answer(&self, at: &Location, what: &str, message: &str) {
        self.tell_of(at, what).await;
        self.tell_of(at, "").await;
        self.tell_of(at, "Message:").await;
        for line in cut(message, MESSAGE).lines().take(MESSAGE_LINES) {
            self.tell_of(at, line).await;
        }
    }

    /// Resolves when everything is stored, or could not be.
    pub(crate) async fn flushed(self) {
        self.shipper.flushed().await;
    }
}
