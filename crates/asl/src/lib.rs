//! The Amazon States Language: parser, diagnostics and a deterministic interpreter without I/O.

mod data;
mod diagnostic;
pub mod intrinsic;
mod json;
pub mod path;
pub mod template;
mod timestamp;
