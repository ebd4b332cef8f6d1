//! OCI and Docker images without a daemon: names, documents, building and unpacking.
//!
//! Everything here is blocking and knows neither HTTP nor where blobs are stored: a registry hands in
//! bytes, a runtime gets directories. An async caller runs building and unpacking on a blocking thread.
//!
//! What this crate refuses to do: it follows no link out of a layer's directory, makes no device nodes,
//! honours no extended attributes and no set-user-id bits from a layer, and unpacks nothing whose digest
//! is not the one the manifest and the configuration promise.

#[cfg(target_os = "linux")]
mod archive;
mod build;
mod config;
mod digest;
mod error;
#[cfg(target_os = "linux")]
mod layer_store;
mod layer_writer;
mod manifest;
pub mod media_type;
mod platform;
mod reference;
mod source;
#[cfg(target_os = "linux")]
mod tar_reader;
#[cfg(target_os = "linux")]
mod tree;
#[cfg(target_os = "linux")]
mod unpack;

#[cfg(target_os = "linux")]
pub use archive::ArchiveReader;
pub use build::{BaseImage, BuiltImage, BuiltLayer, FileSource, ImageBuilder};
pub use config::{History, ImageConfig, ProcessConfig, RootFs};
pub use digest::{Digest, DigestError, Digester};
pub use error::ImageError;
#[cfg(target_os = "linux")]
pub use layer_store::{HeldLayers, LayerStore, RootFilesystem};
pub use manifest::{Descriptor, Document, Index, MAX_DOCUMENT_BYTES, Manifest};
pub use platform::Platform;
pub use reference::{ImageReference, ReferenceError, Registry, RepositoryName, Tag};
pub use source::ImageSource;
#[cfg(target_os = "linux")]
pub use unpack::UnpackLimits;
