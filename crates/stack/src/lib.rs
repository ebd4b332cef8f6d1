//! From `lirio.toml` and an ASL file to the resources of a project.
//!
//! [`Project`] is the file, checked; [`Stack`] is every resource it asks for, by name, with the
//! least privilege each role needs; [`apply`] makes an AWS-compatible endpoint look like the stack.
//!
//! Invariants: nothing here opens a socket or starts a process.  [`apply`] speaks through the [`Api`]
//! it is given, and is idempotent: applying an unchanged stack changes nothing.

mod apply;
mod nearest;
mod policies;
mod project;
mod render;
mod stack;

pub use apply::{Api, Applied, ApplyError, Assets, apply, repository};
pub use nearest::nearest;
pub use project::{
    BuildEngine, Container, Data, Endpoint, ImageSource, Model, Project, ProjectError, Registry, Training,
    Validation,
};
pub use render::{RenderError, Rendered, Unknown, render, render_known};
pub use stack::{Place, Stack};
