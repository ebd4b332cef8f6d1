//! What can go wrong with an image.

use std::io;

use crate::digest::Digest;
use crate::platform::Platform;

/// An image that cannot be read, built or unpacked. The text says where and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ImageError {
    /// A manifest, index or configuration that is not what it should be.
    #[error("the image {document} is not valid: {reason}")]
    Document {
        /// Which document: `manifest`, `index` or `configuration`.
        document: &'static str,
        /// What is wrong, with line and column where the JSON itself is.
        reason: String,
    },
    /// A document larger than [`crate::MAX_DOCUMENT_BYTES`].
    #[error("the image {document} has {size} bytes; at most {limit} are accepted")]
    DocumentTooLarge {
        /// Which document.
        document: &'static str,
        /// Its size in bytes.
        size: usize,
        /// The most that is accepted, in bytes.
        limit: usize,
    },
    /// A list of manifests without one for this machine.
    #[error(
        "the image has no manifest for {wanted}; it has {available}. Build it for {wanted} and push again"
    )]
    NoPlatform {
        /// What this machine runs.
        wanted: Platform,
        /// What the image offers, as text.
        available: String,
    },
    /// An image for another machine.
    #[error(
        "image is {image}, this machine is {host}. Build it for {host}, for example with \
         `docker build --platform {host}`"
    )]
    Architecture {
        /// What the image was built for.
        image: Platform,
        /// What this machine runs.
        host: Platform,
    },
    /// A layer in a form that is not unpacked.
    #[error(
        "layer {layer} has media type {media_type}, which is not supported. Push the image with gzip layers, \
         for example with `docker buildx build --output type=image,compression=gzip,force-compression=true`"
    )]
    LayerMediaType {
        /// The layer's blob digest.
        layer: Digest,
        /// Its media type.
        media_type: String,
    },
    /// Content whose digest is not the promised one.
    #[error("{what} should have digest {expected} and has {actual}; it is damaged, push the image again")]
    DigestMismatch {
        /// What was read.
        what: &'static str,
        /// The digest the image promises.
        expected: Digest,
        /// The digest of what came.
        actual: Digest,
    },
    /// A blob whose size is not the promised one.
    #[error(
        "layer {layer} should have {expected} bytes and has {actual}; it is damaged, push the image again"
    )]
    SizeMismatch {
        /// The layer's blob digest.
        layer: Digest,
        /// The size the manifest promises, in bytes.
        expected: u64,
        /// How much came, as text: `more` or a number.
        actual: String,
    },
    /// More content than is allowed: a decompression bomb, or a limit set too low.
    #[error(
        "the image unpacks to more than {limit}, reached in layer {layer}; if the image is right, raise the limit"
    )]
    TooLarge {
        /// The blob digest of the layer that went past the limit.
        layer: Digest,
        /// The limit with its unit, such as `500000 entries`.
        limit: String,
    },
    /// An entry of a layer that would do harm or makes no sense.
    #[error("layer {layer}: entry {path:?} is refused: {reason}")]
    Entry {
        /// The layer's blob digest.
        layer: Digest,
        /// The entry's path as the layer writes it.
        path: String,
        /// Why it is refused.
        reason: String,
    },
    /// A layer that is not a tar stream, or breaks off.
    #[error("layer {layer} cannot be read: {reason}")]
    LayerFormat {
        /// The layer's blob digest.
        layer: Digest,
        /// What is wrong.
        reason: String,
    },
    /// An archive that is no image's, or not whole.
    #[error("the image archive cannot be used: {reason}")]
    Archive {
        /// What is wrong, with the name of the entry where there is one.
        reason: String,
    },
    /// Something asked of the builder that an image cannot have.
    #[error("the image cannot be built: {reason}")]
    Build {
        /// What is wrong, and with which path.
        reason: String,
    },
    /// The operating system refused.
    #[error("could not {doing}")]
    Io {
        /// What was being done, with the path.
        doing: String,
        /// The refusal.
        source: io::Error,
    },
}

impl ImageError {
    /// Adds what was being done to a refusal of the operating system.
    pub(crate) fn io(doing: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let doing = doing.into();
        move |source| Self::Io { doing, source }
    }
}
