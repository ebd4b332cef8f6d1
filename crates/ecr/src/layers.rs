//! Layers: whether they are there, and their bytes for those who run images.

use std::io::{self, Read};
use std::sync::Arc;

use bytes::Bytes;
use futures_util::StreamExt as _;
use lirio_api::AwsError;
use lirio_api::ecr::*;
use lirio_image::Digest;
use lirio_service::{Context, ImageBlobs, Scope};
use lirio_store::{BlobStream, Key, Store, StoreError};
use tokio::sync::mpsc;

use crate::Ecr;
use crate::tables::{CONTENT, LINKS, Place};

/// Pieces of up to 256 KiB that wait for the reader.
const AHEAD: usize = 2;

impl Ecr {
    pub(crate) async fn batch_check_layer_availability(
        self: Arc<Self>,
        ctx: Context,
        input: BatchCheckLayerAvailabilityRequest,
    ) -> Result<BatchCheckLayerAvailabilityResponse, AwsError> {
        let place = Place::of(&ctx.scope, input.registry_id.as_deref(), &input.repository_name)?;
        let (mut layers, mut failures) = (Vec::new(), Vec::new());
        self.platform.store.read(|r| {
            place.repository(r)?;
            for digest in &input.layer_digests {
                if Digest::parse(digest).is_err() {
                    failures.push(LayerFailure {
                        layer_digest: Some(digest.clone()),
                        failure_code: Some("InvalidLayerDigest".to_owned()),
                        failure_reason: Some(
                            "Invalid layer digest: sha256: and 64 lowercase hexadecimal digits are needed"
                                .to_owned(),
                        ),
                    });
                    continue;
                }
                let link = LINKS.get(r, &place.of_name(digest))?;
                let available = if link.is_some() { "AVAILABLE" } else { "UNAVAILABLE" };
                layers.push(Layer {
                    layer_digest: Some(digest.clone()),
                    layer_availability: Some(available.to_owned()),
                    layer_size: link.as_ref().and_then(|l| i64::try_from(l.size).ok()),
                    media_type: link.and_then(|l| l.media_type),
                });
            }
            Ok::<(), AwsError>(())
        })?;
        Ok(BatchCheckLayerAvailabilityResponse { layers: Some(layers), failures: Some(failures) })
    }
}

/// The blobs of the platform's own region.  Not the service itself: the platform holds this, and the service
/// holds the platform.
pub(crate) struct StoredBlobs {
    pub(crate) store: Store,
    pub(crate) scope: Scope,
}

impl ImageBlobs for StoredBlobs {
    fn open(&self, repository: &str, digest: &str) -> Result<Box<dyn Read + Send>, AwsError> {
        let place = Place::new(&self.scope, repository);
        let missing = || {
            AwsError::new(
                "LayersNotFoundException",
                400,
                format!("The layer '{digest}' does not exist in the repository with name '{repository}'"),
            )
        };
        let content = self.store.read(|r| {
            place.repository(r)?;
            if !LINKS.exists(r, &place.of_name(digest))? {
                return Err(missing());
            }
            CONTENT.get(r, &Key::new().str(digest))?.ok_or_else(missing)
        })?;
        let reader = self.store.blobs().open(&content.blob).map_err(|error| match error {
            StoreError::NoSuchBlob(_) => missing(),
            other => other.into(),
        })?;
        let runtime = tokio::runtime::Handle::try_current()
            .map_err(|_| AwsError::internal("image blobs are opened on a thread of the runtime"))?;
        let (sender, pieces) = mpsc::channel(AHEAD);
        let size = reader.len();
        runtime.spawn(forward(reader.stream(0..size), sender));
        Ok(Box::new(BlockingBlob { pieces, piece: Bytes::new(), rest: size }))
    }
}

/// Ends when the blob does, or when the reader was dropped.
async fn forward(mut stream: BlobStream, sender: mpsc::Sender<Result<Bytes, StoreError>>) {
    while let Some(piece) = stream.next().await {
        if sender.send(piece).await.is_err() {
            return;
        }
    }
}

/// A blob's bytes for a blocking reader; a few pieces are in memory at a time.
struct BlockingBlob {
    pieces: mpsc::Receiver<Result<Bytes, StoreError>>,
    piece: Bytes,
    /// Bytes that must still come: an end before them is an error, not an end.
    rest: u64,
}

impl Read for BlockingBlob {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() || self.rest == 0 {
            return Ok(0);
        }
        while self.piece.is_empty() {
            match self.pieces.blocking_recv() {
                Some(Ok(piece)) => self.piece = piece,
                Some(Err(error)) => return Err(io::Error::other(error)),
                None => return Err(io::ErrorKind::UnexpectedEof.into()),
            }
        }
        let count = buffer.len().min(self.piece.len());
        buffer[..count].copy_from_slice(&self.piece.split_to(count));
        self.rest = self.rest.saturating_sub(count as u64);
        Ok(count)
    }
}
