//! A policy document after reading.

use crate::condition::Condition;
use crate::context::Facts;
use crate::glob::{self, Glob, Template};
use crate::principal::Principals;

/// What a document is attached to, which decides what it must and may not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// To a user or role; also permissions boundaries, session policies and service control policies.
    Identity,
    /// To a resource such as a bucket.
    Resource,
    /// To a role, saying who may assume it.
    Trust,
}

/// What a statement does when it applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Grants.
    Allow,
    /// Refuses, whatever else grants.
    Deny,
}

/// A policy document, parsed and checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub(crate) kind: Kind,
    pub(crate) statements: Vec<Statement>,
}

impl Document {
    /// What the document was read as.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// How many statements it has.
    pub fn len(&self) -> usize {
        self.statements.len()
    }

    /// Never true of a parsed document; there for completeness of `len`.
    pub fn is_empty(&self) -> bool {
        self.statements.is_empty()
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Statement {
    pub(crate) sid: Option<String>,
    pub(crate) effect: Effect,
    pub(crate) principals: Option<Principals>,
    pub(crate) actions: Actions,
    /// None in trust policies, whose resource is the role they are attached to.
    pub(crate) resources: Option<Resources>,
    pub(crate) conditions: Vec<Condition>,
}

/// An `Action` or `NotAction` element, in lower case.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Actions {
    pub(crate) not: bool,
    pub(crate) globs: Vec<Vec<Glob>>,
}

/// A `Resource` or `NotResource` element.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Resources {
    pub(crate) not: bool,
    pub(crate) templates: Vec<Template>,
}

impl Statement {
    /// Whether action, resource and conditions are those of a request. The principal is judged apart.
    pub(crate) fn applies(&self, action: &[char], resource: &str, facts: &Facts<'_>) -> bool {
        let named = self.actions.globs.iter().any(|glob| glob::matches(glob, action));
        if named == self.actions.not {
            return false;
        }
        let resource_fits = self.resources.as_ref().is_none_or(|resources| {
            let mut unknown = false;
            let named = resources.templates.iter().any(|template| match template.resolve(facts) {
                Some(globs) => glob::matches_arn(&globs, resource),
                None => {
                    unknown = true;
                    false
                }
            });
            // A resource that cannot be worked out is not known to be another one.
            // For a grant that means no; a refusal stays.
            if resources.not && unknown && self.effect == Effect::Allow {
                false
            } else {
                named != resources.not
            }
        });
        let doubtful = self.effect == Effect::Deny;
        resource_fits && self.conditions.iter().all(|condition| condition.holds(facts, doubtful))
    }
}
