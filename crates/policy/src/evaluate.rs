//! AWS's evaluation logic: which of the policies that bear on a request decides it.
//!
//! 1. A statement that denies, in any policy, decides.
//! 2. Every level of service control policies must allow.
//! 3. Within one account a resource policy that names the user, the role or the session allows by itself:
//!    the user's boundary does not limit that, nor does anything limit what a session is granted by its own ARN;
//!    what its role is granted is limited by boundary and session policies.
//!    One that names only the account leaves the choice to the account's own policies.
//! 4. Otherwise an identity policy must allow, and so must the boundary and the session policies, if there are any.
//! 5. From another account the resource policy must allow as well.
//!
//! A role's trust policy must always allow, in its own account too.

use crate::context::{Context, Facts};
use crate::decision::{Decision, Layer, Outcome, Reason, StatementName};
use crate::document::{Document, Effect, Kind, Statement};
use crate::principal::{Closeness, Principal};

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Who asks.
    pub principal: &'a Principal,
    /// The action, such as `s3:PutObject`.
    pub action: &'a str,
    /// The ARN of the resource, or `*` for actions that have none.
    pub resource: &'a str,
    /// Values for conditions and variables. What the principal itself tells (`aws:PrincipalArn`,
    /// `aws:PrincipalAccount`, `aws:PrincipalType`, `aws:username`, `aws:PrincipalIsAWSService`) is added if absent.
    pub context: &'a Context,
}

/// A document with the name it is reported by.
#[derive(Debug, Clone, Copy)]
pub struct Policy<'a> {
    /// A name or ARN.
    pub name: &'a str,
    /// The document.
    pub document: &'a Document,
}

/// The policies that bear on a request.
#[derive(Debug, Clone, Default)]
pub struct Policies<'a> {
    /// Of the user and its groups, or of the role.
    pub identity: Vec<Policy<'a>>,
    /// Of the resource. A document of [`Kind::Trust`] is judged as the trust policy of a role.
    pub resource: Option<Policy<'a>>,
    /// The account that owns the resource; none means that of the principal.
    pub resource_account: Option<&'a str>,
    /// The permissions boundary of the user or role.
    pub boundary: Option<Policy<'a>>,
    /// Policies passed when the session began; empty if there were none.
    pub session: Vec<Policy<'a>>,
    /// Service control policies, level by level from the root of the organization to the account.
    pub service_control: Vec<Vec<Policy<'a>>>,
}

/// Decides a request.
pub fn evaluate(request: &Request<'_>, policies: &Policies<'_>) -> Decision {
    let evaluation = Evaluation::new(request, policies);
    evaluation.explicit_deny().unwrap_or_else(|| evaluation.grant())
}

struct Evaluation<'a> {
    request: &'a Request<'a>,
    policies: &'a Policies<'a>,
    facts: Facts<'a>,
    action: Vec<char>,
}

fn allowed(statement: StatementName) -> Decision {
    Decision { outcome: Outcome::Allowed, reason: Reason::Statement(statement) }
}

fn lacking(layer: Layer) -> Decision {
    Decision { outcome: Outcome::ImplicitDeny, reason: Reason::NoAllow(layer) }
}

impl<'a> Evaluation<'a> {
    fn new(request: &'a Request<'a>, policies: &'a Policies<'a>) -> Self {
        let facts = Facts::new(request.context, request.principal);
        let action = request.action.chars().map(|c| c.to_ascii_lowercase()).collect();
        Self { request, policies, facts, action }
    }

    fn statements<'s>(
        &'s self,
        document: &'s Document,
        effect: Effect,
    ) -> impl Iterator<Item = (usize, &'s Statement)> {
        document.statements.iter().enumerate().filter(move |(_, statement)| {
            statement.effect == effect && statement.applies(&self.action, self.request.resource, &self.facts)
        })
    }

    fn first(&self, policies: &[Policy<'_>], layer: Layer, effect: Effect) -> Option<StatementName> {
        policies.iter().find_map(|policy| {
            let (index, statement) = self.statements(policy.document, effect).next()?;
            Some(name(policy, layer, index, statement))
        })
    }

    /// The statement of the resource's policy that names the principal most closely.
    fn resource(&self, effect: Effect) -> Option<(Closeness, StatementName)> {
        let policy = self.policies.resource.as_ref()?;
        let layer = Layer::of_resource(policy.document.kind);
        let mut closest: Option<(Closeness, StatementName)> = None;
        for (index, statement) in self.statements(policy.document, effect) {
            let named = statement.principals.as_ref().and_then(|it| it.closeness(self.request.principal));
            if let Some(closeness) = named
                && closest.as_ref().is_none_or(|(before, _)| *before < closeness)
            {
                closest = Some((closeness, name(policy, layer, index, statement)));
            }
        }
        closest
    }

    fn explicit_deny(&self) -> Option<Decision> {
        let policies = self.policies;
        let levels = self.service_control().iter();
        let denying = levels
            .map(|level| self.first(level, Layer::ServiceControl, Effect::Deny))
            .find(Option::is_some)
            .flatten()
            .or_else(|| self.resource(Effect::Deny).map(|(_, statement)| statement))
            .or_else(|| self.first(&policies.identity, Layer::Identity, Effect::Deny))
            .or_else(|| self.first(policies.boundary.as_slice(), Layer::Boundary, Effect::Deny))
            .or_else(|| self.first(&policies.session, Layer::Session, Effect::Deny))?;
        Some(Decision { outcome: Outcome::ExplicitDeny, reason: Reason::Statement(denying) })
    }

    /// They bind the principals of an account, not services and strangers.
    fn service_control(&self) -> &[Vec<Policy<'a>>] {
        if self.request.principal.account().is_some() { &self.policies.service_control } else { &[] }
    }

    fn grant(&self) -> Decision {
        let policies = self.policies;
        for level in self.service_control() {
            if self.first(level, Layer::ServiceControl, Effect::Allow).is_none() {
                return lacking(Layer::ServiceControl);
            }
        }
        let resource_layer =
            policies.resource.as_ref().map_or(Layer::Resource, |it| Layer::of_resource(it.document.kind));
        let granted = self.resource(Effect::Allow);
        let own_account = match (self.request.principal.account(), policies.resource_account) {
            (Some(account), Some(owner)) => account == owner,
            (account, None) => account.is_some(),
            (None, Some(_)) => false,
        };
        // A trust policy must allow, and so must the policy of a resource in another account.
        let resource_must = resource_layer == Layer::Trust || !own_account;
        match self.request.principal {
            Principal::Service { .. } | Principal::Anonymous => match granted {
                Some((_, statement)) => allowed(statement),
                None => lacking(resource_layer),
            },
            Principal::AccountRoot { .. } => match granted {
                Some((_, statement)) if resource_must => allowed(statement),
                None if resource_must => lacking(resource_layer),
                _ => Decision { outcome: Outcome::Allowed, reason: Reason::AccountRoot },
            },
            Principal::User { .. } | Principal::RoleSession { .. } => {
                let identity = self.first(&policies.identity, Layer::Identity, Effect::Allow);
                if let Some((closeness, statement)) = &granted
                    && own_account
                    && *closeness > Closeness::Account
                {
                    let is_user = matches!(self.request.principal, Principal::User { .. });
                    let unlimited = is_user || *closeness == Closeness::Itself;
                    return match self.lacking_limit() {
                        Some(layer) if !unlimited => lacking(layer),
                        _ => allowed(statement.clone()),
                    };
                }
                match identity {
                    None if resource_layer == Layer::Trust && granted.is_none() => lacking(Layer::Trust),
                    None => lacking(Layer::Identity),
                    Some(_) if resource_must && granted.is_none() => lacking(resource_layer),
                    Some(statement) => self.lacking_limit().map_or_else(|| allowed(statement), lacking),
                }
            }
        }
    }

    /// The boundary or the session policies, if they are there and do not allow.
    fn lacking_limit(&self) -> Option<Layer> {
        let boundary = self.policies.boundary.as_slice();
        [(boundary, Layer::Boundary), (&self.policies.session, Layer::Session)]
            .into_iter()
            .find(|(limit, layer)| !limit.is_empty() && self.first(limit, *layer, Effect::Allow).is_none())
            .map(|(_, layer)| layer)
    }
}

fn name(policy: &Policy<'_>, layer: Layer, index: usize, statement: &Statement) -> StatementName {
    StatementName { layer, policy: policy.name.to_owned(), index, sid: statement.sid.clone() }
}

impl Policies<'_> {
    /// The first policy that stands in the wrong place, which would otherwise silently grant or refuse nothing.
    pub fn misplaced(&self) -> Option<&str> {
        let own = self.identity.iter().chain(&self.boundary).chain(&self.session);
        let wrong = own
            .chain(self.service_control.iter().flatten())
            .find(|policy| policy.document.kind != Kind::Identity)
            .or_else(|| self.resource.as_ref().filter(|policy| policy.document.kind == Kind::Identity));
        wrong.map(|policy| policy.name)
    }
}
