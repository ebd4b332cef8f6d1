//! Credentials, policies and roles, as the door and the services need them.

use std::sync::Arc;

use lirio_api::{AwsError, Timestamp};
use lirio_policy::Document;

use crate::{BoxFuture, Caller, Principal};

/// An access key that requests may be signed with.
#[derive(Clone, Debug)]
pub struct Credential {
    /// Whose it is.
    pub principal: Principal,
    /// The secret.
    pub secret: String,
    /// The token that must accompany it, for sessions.
    pub session_token: Option<String>,
    /// Until when, for sessions.
    pub expires: Option<Timestamp>,
}

/// Temporary credentials of a role's session.
#[derive(Clone, Debug)]
pub struct SessionCredentials {
    /// `ASIA…`
    pub access_key: String,
    /// The secret.
    pub secret: String,
    /// The session token.
    pub session_token: String,
    /// Until when.
    pub expires: Timestamp,
    /// Whom they act as.
    pub principal: Principal,
}

/// A policy with the name that explanations give it.
#[derive(Clone, Debug)]
pub struct NamedPolicy {
    /// The policy's name or ARN.
    pub name: String,
    /// The document.
    pub document: Arc<Document>,
}

impl NamedPolicy {
    /// The same, borrowed for an evaluation.
    pub fn view(&self) -> lirio_policy::Policy<'_> {
        lirio_policy::Policy { name: &self.name, document: &self.document }
    }
}

/// The policies that bear on a principal, parsed.
#[derive(Clone, Debug, Default)]
pub struct IdentityPolicies {
    /// Attached and inline policies.
    pub identity: Vec<NamedPolicy>,
    /// The permissions boundary.
    pub boundary: Option<NamedPolicy>,
    /// The session policies given at AssumeRole.
    pub session: Vec<NamedPolicy>,
}

impl IdentityPolicies {
    /// The same, borrowed for an evaluation; the resource's own policy is the caller's to add.
    pub fn view(&self) -> lirio_policy::Policies<'_> {
        lirio_policy::Policies {
            identity: self.identity.iter().map(NamedPolicy::view).collect(),
            boundary: self.boundary.as_ref().map(NamedPolicy::view),
            session: self.session.iter().map(NamedPolicy::view).collect(),
            ..lirio_policy::Policies::default()
        }
    }
}

/// What IAM answers.  All but [`Identity::session`] are asked on every call and answered from memory.
pub trait Identity: Send + Sync {
    /// The key, if it exists and is active.
    fn credential(&self, access_key: &str) -> Result<Option<Credential>, AwsError>;

    /// The principal's policies.
    fn policies(&self, principal: &Principal) -> Result<IdentityPolicies, AwsError>;

    /// A caller acting as a role, for a service that the role's trust policy allows to
    /// (`states.amazonaws.com`): no credentials are issued, the call stays in this process.
    ///
    /// Errors: `AccessDenied` when the role does not exist or does not trust the service.
    fn assume_for_service(&self, role_arn: &str, service: &str, session: &str) -> Result<Caller, AwsError>;

    /// Temporary credentials of a role for code that a service runs (a container, a function),
    /// durable before they are returned.
    fn session<'a>(
        &'a self,
        role_arn: &'a str,
        service: &'a str,
        session: &'a str,
        seconds: u32,
    ) -> BoxFuture<'a, Result<SessionCredentials, AwsError>>;
}
