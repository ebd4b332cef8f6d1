//! What every service of the platform is written against.
//!
//! A service is a struct behind an `Arc` that owns its tables, registers a handler for each of its
//! operations in the [`Registry`], and may run background tasks.  It reaches other services only
//! through the [`Door`] (an operation, with a caller and that caller's permissions) or through
//! events in the store's outbox; no service crate depends on another.
//!
//! Invariants: this crate knows no wire protocol and does no I/O of its own; what implements the
//! traits here ([`Dispatch`], [`Identity`], [`Auditor`]) is wired up by the binary.

mod audit;
mod caller;
mod context;
mod door;
mod functions;
mod identity;
mod ids;
mod images;
mod listeners;
mod platform;
mod registry;
mod route;
pub mod topics;

pub use audit::{AuditEvent, Auditor, NoAudit, Unwritten};
pub use caller::{Caller, Principal, Scope, Source};
pub use context::Context;
pub use door::{Dispatch, Door};
pub use functions::invoke_function;
pub use identity::{Credential, Identity, IdentityPolicies, NamedPolicy, SessionCredentials};
pub use ids::{hex_id, random_bytes, request_id, uuid_v4};
pub use images::ImageBlobs;
pub use listeners::{Bus, Listeners};
pub use platform::{Platform, Shutdown};
pub use registry::{BoxFuture, Handler, Registrar, Registry, ResourcePolicy};
pub use route::{HttpRoute, RawRequest, RawResponse};
