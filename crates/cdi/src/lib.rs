//! The Container Device Interface (CDI): files in which a vendor's tool says what a container needs to use a device.
//!
//! `nvidia-ctk cdi generate` writes such a file, as do the tools of AMD and Intel.  [`Spec::parse`] reads one and does
//! no I/O; [`Folders::read`] reads the standard folders into a [`Machine`], which knows the GPUs and gives the
//! [`Edits`] of those that a container is given.
//!
//! The files are the administrator's, and what they name is trusted; how they are written is not.  Nothing that they
//! name is ever executed: hooks that are known become links, folders of libraries and modes that the runtime makes
//! itself ([`Edits`]), others are told of and left out.

mod edits;
mod elf;
mod folders;
mod gpus;
mod hook;
mod libraries;
mod node;
mod spec;

pub use edits::{Bind, Edits, FolderMode, Link};
pub use elf::soname;
pub use folders::{Folders, Machine, UnknownDevice};
pub use gpus::{Candidate, distinct};
pub use libraries::{FOLDER as LIBRARY_FOLDER, Found, linked};
pub use node::{Node, NodeKind};
pub use spec::{Device, Format, Kind, Spec, SpecError};
