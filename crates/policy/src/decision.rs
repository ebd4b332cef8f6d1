//! What was decided, and why, in AWS's words.

use crate::document::Kind;
use crate::evaluate::Request;

/// The three possible results of an evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The request may go on.
    Allowed,
    /// A statement refuses it.
    ExplicitDeny,
    /// Nothing grants it where something must.
    ImplicitDeny,
}

/// Which kind of policy decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Layer {
    /// Policies of the user or role.
    Identity,
    /// The resource's policy.
    Resource,
    /// The trust policy of a role.
    Trust,
    /// The permissions boundary of the user or role.
    Boundary,
    /// Policies passed when the session began.
    Session,
    /// Service control policies of the organization.
    ServiceControl,
}

impl Layer {
    pub(crate) fn of_resource(kind: Kind) -> Self {
        if kind == Kind::Trust { Self::Trust } else { Self::Resource }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity-based policy",
            Self::Resource => "resource-based policy",
            Self::Trust => "role trust policy",
            Self::Boundary => "permissions boundary",
            Self::Session => "session policy",
            Self::ServiceControl => "service control policy",
        }
    }

    fn with_article(self) -> String {
        let article = match self {
            Self::Identity => "an",
            Self::Trust => "the",
            _ => "a",
        };
        format!("{article} {}", self.name())
    }
}

/// A statement of a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementName {
    /// The kind of policy.
    pub layer: Layer,
    /// The name the caller gave the policy.
    pub policy: String,
    /// The statement's number in the policy, from 0.
    pub index: usize,
    /// Its `Sid`.
    pub sid: Option<String>,
}

/// Why it was decided so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The root of an account may do everything in it.
    AccountRoot,
    /// This statement grants or refuses.
    Statement(StatementName),
    /// No policy of this kind grants.
    NoAllow(Layer),
}

/// The result of an evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Allowed or not.
    pub outcome: Outcome,
    /// The statement that decided, or the kind of policy that lacks one.
    pub reason: Reason,
}

impl Decision {
    /// Whether the request may go on.
    pub fn is_allowed(&self) -> bool {
        self.outcome == Outcome::Allowed
    }

    /// The message for the caller, as AWS words it. It names no policies, which a stranger need not know.
    pub fn explain(&self, request: &Request<'_>) -> String {
        let (user, action, resource) = (request.principal.arn(), request.action, request.resource);
        let verb = if self.is_allowed() { "is authorized" } else { "is not authorized" };
        let because = match (&self.reason, self.outcome) {
            (Reason::Statement(statement), Outcome::ExplicitDeny) => {
                format!("with an explicit deny in {}", statement.layer.with_article())
            }
            (Reason::Statement(statement), _) => {
                format!("because {} allows the {action} action", statement.layer.with_article())
            }
            (Reason::NoAllow(layer), _) => format!("because no {} allows the {action} action", layer.name()),
            (Reason::AccountRoot, _) => "because it is the root of the account".to_owned(),
        };
        format!("User: {user} {verb} to perform: {action} on resource: {resource} {because}")
    }

    /// Which statement decided, for the owner of the policies.
    pub fn detail(&self) -> String {
        match &self.reason {
            Reason::AccountRoot => "the root of the account needs no policy".to_owned(),
            Reason::NoAllow(layer) => format!("no {} has a statement that allows it", layer.name()),
            Reason::Statement(StatementName { layer, policy, index, sid }) => {
                let sid = sid.as_ref().map_or(String::new(), |sid| format!(" ({sid})"));
                format!("statement {index}{sid} of the {} {policy}", layer.name())
            }
        }
    }
}
