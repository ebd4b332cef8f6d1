//! Who asks, and whom a policy names.

/// Who makes a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Principal {
    /// The root of an account.
    AccountRoot {
        /// The account's twelve digits.
        account: String,
    },
    /// An IAM user.
    User {
        /// `arn:aws:iam::ACCOUNT:user/PATH/NAME`
        arn: String,
    },
    /// A session of a role.
    RoleSession {
        /// `arn:aws:iam::ACCOUNT:role/PATH/NAME`
        role_arn: String,
        /// The session's name.
        session_name: String,
    },
    /// A service acting for itself.
    Service {
        /// Its name, such as `events.amazonaws.com`.
        name: String,
    },
    /// Nobody known.
    Anonymous,
}

fn part(arn: &str, number: usize) -> Option<&str> {
    arn.splitn(6, ':').nth(number)
}

fn last_name(arn: &str) -> &str {
    arn.rsplit('/').next().unwrap_or(arn)
}

impl Principal {
    /// The account the principal belongs to; services and anonymous callers have none.
    pub fn account(&self) -> Option<&str> {
        match self {
            Self::AccountRoot { account } => Some(account),
            Self::User { arn } | Self::RoleSession { role_arn: arn, .. } => {
                part(arn, 4).filter(|account| !account.is_empty())
            }
            Self::Service { .. } | Self::Anonymous => None,
        }
    }

    /// The ARN that AWS shows for the caller; for a role session that of the session.
    pub fn arn(&self) -> String {
        match self {
            Self::AccountRoot { account } => format!("arn:aws:iam::{account}:root"),
            Self::User { arn } => arn.clone(),
            Self::RoleSession { role_arn, session_name } => {
                let partition = part(role_arn, 1).unwrap_or("aws");
                let account = part(role_arn, 4).unwrap_or_default();
                format!("arn:{partition}:sts::{account}:assumed-role/{}/{session_name}", last_name(role_arn))
            }
            Self::Service { name } => name.clone(),
            Self::Anonymous => "anonymous".to_owned(),
        }
    }

    /// The value of `aws:PrincipalArn`: for a role session that of the role.
    pub(crate) fn principal_arn(&self) -> Option<String> {
        match self {
            Self::RoleSession { role_arn, .. } => Some(role_arn.clone()),
            Self::AccountRoot { .. } | Self::User { .. } => Some(self.arn()),
            Self::Service { .. } | Self::Anonymous => None,
        }
    }

    /// The value of `aws:username`, which only users have.
    pub(crate) fn user_name(&self) -> Option<String> {
        match self {
            Self::User { arn } => Some(last_name(arn).to_owned()),
            _ => None,
        }
    }

    /// The value of `aws:PrincipalType`.
    pub(crate) fn type_name(&self) -> Option<String> {
        let name = match self {
            Self::AccountRoot { .. } => "Account",
            Self::User { .. } => "User",
            Self::RoleSession { .. } => "AssumedRole",
            Self::Service { .. } => return None,
            Self::Anonymous => "Anonymous",
        };
        Some(name.to_owned())
    }
}

/// How closely a policy names a principal. Closer names come later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Closeness {
    /// By its account, which leaves the choice to the account's own policies.
    Account,
    /// As one of everybody.
    Everybody,
    /// By the role of the session.
    Role,
    /// Itself: user, session, service, or the root of the named account.
    Itself,
}

/// One name in a `Principal` element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Named {
    Everybody,
    Account(String),
    /// The ARN of a user, role or session.
    Arn(String),
    Service(String),
    /// Nobody that can make a request here: federated and canonical users.
    Elsewhere,
}

impl Named {
    fn closeness(&self, principal: &Principal) -> Option<Closeness> {
        match (self, principal) {
            (Self::Everybody, _) => Some(Closeness::Everybody),
            (Self::Account(named), Principal::AccountRoot { account }) => {
                (named == account).then_some(Closeness::Itself)
            }
            (Self::Account(named), other) => (other.account() == Some(named)).then_some(Closeness::Account),
            (Self::Arn(named), Principal::RoleSession { role_arn, .. }) => {
                if named == role_arn {
                    Some(Closeness::Role)
                } else {
                    (*named == principal.arn()).then_some(Closeness::Itself)
                }
            }
            (Self::Arn(named), Principal::User { arn }) => (named == arn).then_some(Closeness::Itself),
            (Self::Service(named), Principal::Service { name }) => {
                named.eq_ignore_ascii_case(name).then_some(Closeness::Itself)
            }
            _ => None,
        }
    }
}

/// A `Principal` or `NotPrincipal` element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Principals {
    pub(crate) not: bool,
    pub(crate) named: Vec<Named>,
}

impl Principals {
    /// The closest name, if the element names the principal.
    pub(crate) fn closeness(&self, principal: &Principal) -> Option<Closeness> {
        let closest = self.named.iter().filter_map(|named| named.closeness(principal)).max();
        match (self.not, closest) {
            (false, closest) => closest,
            (true, None) => Some(Closeness::Everybody),
            (true, Some(_)) => None,
        }
    }
}
