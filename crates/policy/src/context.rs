//! What is known about a request besides who, what and on what.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::principal::Principal;

/// Condition keys and their values. Keys are compared without case, as AWS does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// A dozen at most, so that going through them is faster than hashing.
    values: Vec<(Cow<'static, str>, Vec<String>)>,
}

impl Context {
    /// No keys.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a key such as `aws:SourceIp` to its values.
    pub fn insert<V: Into<String>>(
        &mut self,
        key: impl Into<Cow<'static, str>>,
        values: impl IntoIterator<Item = V>,
    ) {
        let key = key.into();
        let values = values.into_iter().map(Into::into).collect();
        match self.values.iter_mut().find(|(found, _)| found.eq_ignore_ascii_case(&key)) {
            Some((_, before)) => *before = values,
            None => self.values.push((key, values)),
        }
    }

    /// The same with one more key.
    #[must_use]
    pub fn with<V: Into<String>>(
        mut self,
        key: impl Into<Cow<'static, str>>,
        values: impl IntoIterator<Item = V>,
    ) -> Self {
        self.insert(key, values);
        self
    }

    /// The values of a key, if the request has it.
    pub fn get(&self, key: &str) -> Option<&[String]> {
        let found = self.values.iter().find(|(found, _)| found.eq_ignore_ascii_case(key));
        found.map(|(_, values)| values.as_slice())
    }
}

/// The context of a request, and what its principal tells where the context does not.
#[derive(Debug)]
pub(crate) struct Facts<'a> {
    given: &'a Context,
    principal: &'a Principal,
    /// Most policies ask for none of these.
    told: OnceCell<Context>,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(given: &'a Context, principal: &'a Principal) -> Self {
        Self { given, principal, told: OnceCell::new() }
    }

    /// The values of a key, if the request has it.
    pub(crate) fn get(&self, key: &str) -> Option<&[String]> {
        self.given.get(key).or_else(|| self.told.get_or_init(|| told(self.principal)).get(key))
    }
}

fn told(principal: &Principal) -> Context {
    let is_service = matches!(principal, Principal::Service { .. });
    let known = [
        ("aws:PrincipalArn", principal.principal_arn()),
        ("aws:PrincipalAccount", principal.account().map(str::to_owned)),
        ("aws:PrincipalType", principal.type_name()),
        ("aws:username", principal.user_name()),
        ("aws:PrincipalIsAWSService", Some(is_service.to_string())),
    ];
    known
        .into_iter()
        .filter_map(|(key, value)| Some((key, value?)))
        .fold(Context::new(), |context, (key, value)| context.with(key, [value]))
}
