//! The one door: every request, from outside or from one service to another, takes one path.
//!
//! ```text
//! identify -> authenticate -> decode -> validate -> authorize -> operation -> encode
//!                                                        \-> audit record
//! ```
//!
//! [`Gateway`] is that path; its [`http`](Gateway::http) entry is for requests from outside, its
//! [`Dispatch`](lirio_service::Dispatch) implementation for calls from inside, and both meet in one
//! function before validation.  [`serve`] puts it on a listener; [`AwsHosts`] lets clients name AWS's own hosts.
//!
//! Invariant: only this crate and the protocol crate know HTTP on the platform's own interface; a
//! handler sees typed input and a [`Context`](lirio_service::Context).

mod authenticate;
mod authorize;
mod aws_hosts;
mod body;
mod hints;
mod pipeline;
mod resource;
mod server;

pub use aws_hosts::AwsHosts;
pub use pipeline::Gateway;
pub use server::{Tls, TlsError, serve};
