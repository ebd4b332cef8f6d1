//! The Amazon States Language: parser, diagnostics and a deterministic interpreter without I/O.

pub mod choice;
mod data;
mod diagnostic;
pub mod intrinsic;
mod json;
pub mod machine;
mod parse;
pub mod path;
mod resource;
pub mod template;
mod timestamp;
pub use parse::parse;
