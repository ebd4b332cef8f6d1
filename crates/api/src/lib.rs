//! AWS's shapes as Rust types, and the table of operations.
//!
//! `operations.toml` lists what lirio serves; `cargo xtask codegen` reads it with AWS's service
//! models and writes [`generated`](crate::s3): for each operation its input and output as Rust
//! structs, a [`Schema`](schema) that the protocols walk, and one row of the [`OPERATIONS`] table.
//!
//! Invariants: this crate does no I/O and knows no protocol.  Everything that crosses a wire is a
//! [`Value`] in between: protocols turn bytes into values with a schema in hand, [`validate`]
//! checks AWS's constraints on values, and [`Shaped`] turns values into typed structs.

mod error;
mod generated;
mod macros;
mod operation;
pub mod schema;
mod shaped;
mod time;
mod validate;
mod value;

pub use error::{AwsError, Fault};
pub use generated::*;
pub use operation::{Access, IamAction, Operation, OperationType, Protocol, Service, UnservedOperation};
pub use shaped::{ShapeError, Shaped, Unit};
pub use time::Timestamp;
pub use validate::{validate, violations};
pub use value::{Body, BodyError, BodyStream, Fields, Value};

/// Looks a served operation up by the service's model name and the operation's name.
pub fn operation(service: &str, name: &str) -> Option<&'static Operation> {
    OPERATIONS.iter().copied().find(|o| o.service.id == service && o.name == name)
}
