//! Who calls, and from where.

use std::net::IpAddr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::json;

/// Where a request takes place: partition, region, account. Cheap to clone, as every call has one of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// `aws`.
    pub partition: Arc<str>,
    /// Such as `eu-west-1`.
    pub region: Arc<str>,
    /// Twelve digits.
    pub account: Arc<str>,
}

impl Scope {
    /// `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE`
    pub fn arn(&self, service: &str, resource: &str) -> String {
        format!("arn:{}:{service}:{}:{}:{resource}", self.partition, self.region, self.account)
    }

    /// `arn:PARTITION:SERVICE::ACCOUNT:RESOURCE`, for services without regions.
    pub fn global_arn(&self, service: &str, resource: &str) -> String {
        format!("arn:{}:{service}::{}:{resource}", self.partition, self.account)
    }
}

/// Who is calling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Principal {
    /// The account itself (the root credentials).
    Root {
        /// Twelve digits.
        account: String,
    },
    /// An IAM user.
    User {
        /// Twelve digits.
        account: String,
        /// Path, `/` by default.
        path: String,
        /// Name.
        name: String,
        /// `AIDA…`
        id: String,
    },
    /// A session of a role.
    Session {
        /// Twelve digits.
        account: String,
        /// The role's path, `/` by default.
        path: String,
        /// The role's name.
        role: String,
        /// `AROA…`
        role_id: String,
        /// The session's name.
        session: String,
    },
    /// A service of the platform acting for itself, such as `s3.amazonaws.com`.
    Service {
        /// Its host name.
        name: String,
    },
    /// Nobody: an unsigned request.
    Anonymous,
}

impl Principal {
    /// The ARN that AWS shows for this principal.
    pub fn arn(&self, partition: &str) -> String {
        match self {
            Principal::Root { account } => format!("arn:{partition}:iam::{account}:root"),
            Principal::User { account, path, name, .. } => {
                format!("arn:{partition}:iam::{account}:user{path}{name}")
            }
            Principal::Session { account, role, session, .. } => {
                format!("arn:{partition}:sts::{account}:assumed-role/{role}/{session}")
            }
            Principal::Service { name } => name.clone(),
            Principal::Anonymous => "anonymous".to_owned(),
        }
    }

    /// The role's ARN, for a session of a role.
    pub fn role_arn(&self, partition: &str) -> Option<String> {
        match self {
            Principal::Session { account, path, role, .. } => {
                Some(format!("arn:{partition}:iam::{account}:role{path}{role}"))
            }
            _ => None,
        }
    }

    /// The same principal in the terms of policies.
    pub fn for_policy(&self, partition: &str) -> lirio_policy::Principal {
        use lirio_policy::Principal as P;
        match self {
            Principal::Root { account } => P::AccountRoot { account: account.clone() },
            Principal::User { .. } => P::User { arn: self.arn(partition) },
            Principal::Session { session, .. } => P::RoleSession {
                role_arn: self.role_arn(partition).unwrap_or_default(),
                session_name: session.clone(),
            },
            Principal::Service { name } => P::Service { name: name.clone() },
            Principal::Anonymous => P::Anonymous,
        }
    }

    /// `GetCallerIdentity`'s `UserId`, CloudTrail's `principalId`.
    pub fn user_id(&self) -> String {
        match self {
            Principal::Root { account } => account.clone(),
            Principal::User { id, .. } => id.clone(),
            Principal::Session { role_id, session, .. } => format!("{role_id}:{session}"),
            Principal::Service { name } => name.clone(),
            Principal::Anonymous => "anonymous".to_owned(),
        }
    }

    /// CloudTrail's `userIdentity` (record contents, version 1.10).
    pub fn user_identity(&self, scope: &Scope, access_key: Option<&str>) -> serde_json::Value {
        let arn = self.arn(&scope.partition);
        match self {
            Principal::Root { account } => json!({
                "type": "Root", "principalId": account, "arn": arn, "accountId": account,
                "accessKeyId": access_key.unwrap_or_default(),
            }),
            Principal::User { account, name, id, .. } => json!({
                "type": "IAMUser", "principalId": id, "arn": arn, "accountId": account,
                "accessKeyId": access_key.unwrap_or_default(), "userName": name,
            }),
            Principal::Session { account, role, role_id, .. } => json!({
                "type": "AssumedRole", "principalId": self.user_id(), "arn": arn, "accountId": account,
                "accessKeyId": access_key.unwrap_or_default(),
                "sessionContext": { "sessionIssuer": {
                    "type": "Role", "principalId": role_id, "arn": self.role_arn(&scope.partition),
                    "accountId": account, "userName": role,
                } },
            }),
            Principal::Service { name } => json!({ "type": "AWSService", "invokedBy": name }),
            Principal::Anonymous => {
                json!({ "type": "AWSAccount", "principalId": "", "accountId": "ANONYMOUS_PRINCIPAL" })
            }
        }
    }
}

/// Where a call comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// Over HTTP.
    Http {
        /// The client's address.
        address: IpAddr,
        /// Its `User-Agent`.
        user_agent: Arc<str>,
    },
    /// From a service in this process, such as `states.amazonaws.com`.
    Service(Arc<str>),
}

/// A caller: the principal, the key it signed with, and where it calls from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caller {
    /// Who.
    pub principal: Principal,
    /// The access key, where one signed.
    pub access_key: Option<String>,
    /// From where.
    pub source: Source,
    /// Whether an answer that is about to change may be held until it does: the caller is a
    /// client's waiter, or a state machine.
    pub may_wait: bool,
}

impl Caller {
    /// A service of the platform acting for itself; it is allowed everything in its own account.
    pub fn service(name: &str) -> Self {
        Self {
            principal: Principal::Service { name: name.to_owned() },
            access_key: None,
            source: Source::Service(name.into()),
            may_wait: false,
        }
    }

    /// CloudTrail's `sourceIPAddress`.
    pub fn address(&self) -> String {
        match &self.source {
            Source::Http { address, .. } => address.to_string(),
            Source::Service(name) => name.to_string(),
        }
    }

    /// CloudTrail's `userAgent`.
    pub fn user_agent(&self) -> &str {
        match &self.source {
            Source::Http { user_agent, .. } => user_agent,
            Source::Service(name) => name,
        }
    }
}
