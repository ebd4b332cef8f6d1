//! The platform's identity provider.

use std::sync::Arc;

use lirio_api::{AwsError, Timestamp};
use lirio_policy::{Document, Kind};
use lirio_service::{
    BoxFuture, Caller, Credential, Identity, IdentityPolicies, NamedPolicy, Principal, SessionCredentials,
    Source,
};
use lirio_store::{Key, Read, StoreError};

use crate::tables::{
    ATTACHED, INLINE, KEYS, POLICIES, ROLE, ROLES, RoleRow, SESSIONS, SessionRow, USER, USERS,
};
use crate::{Iam, managed, tables};

impl Identity for Iam {
    fn credential(&self, access_key: &str) -> Result<Option<Credential>, AwsError> {
        let account = &self.platform.scope.account;
        if let Some(root) = self.root.iter().find(|k| k.access_key == access_key) {
            return Ok(Some(Credential {
                principal: Principal::Root { account: account.to_string() },
                secret: root.secret.clone(),
                session_token: None,
                expires: None,
            }));
        }
        let key = Key::new().str(access_key);
        self.platform.store.read(|r| {
            if let Some(session) = SESSIONS.get(r, &key)? {
                return Ok(Some(Credential {
                    principal: session.principal,
                    secret: session.secret,
                    session_token: Some(session.token),
                    expires: Some(session.expires),
                }));
            }
            let Some(row) = KEYS.get(r, &key)?.filter(|k| k.active) else { return Ok(None) };
            let Some(user) = USERS.get(r, &Key::new().str(&row.user))? else { return Ok(None) };
            Ok(Some(Credential {
                principal: Principal::User {
                    account: account.to_string(),
                    path: user.path,
                    name: user.name,
                    id: user.id,
                },
                secret: row.secret,
                session_token: None,
                expires: None,
            }))
        })
    }

    fn policies(&self, principal: &Principal) -> Result<IdentityPolicies, AwsError> {
        let (kind, name) = match principal {
            Principal::User { name, .. } => (USER, name),
            Principal::Session { role, .. } => (ROLE, role),
            Principal::Root { .. } | Principal::Service { .. } | Principal::Anonymous => {
                return Ok(IdentityPolicies::default());
            }
        };
        self.cache.get(&format!("{kind}/{name}"), || {
            self.platform.store.read(|r| self.load(r, kind, name)).map_err(AwsError::from)
        })
    }

    fn assume_for_service(&self, role_arn: &str, service: &str, session: &str) -> Result<Caller, AwsError> {
        let role = self.trusted_role(role_arn, service)?;
        Ok(Caller {
            principal: self.session_principal(role, session),
            access_key: None,
            source: Source::Service(service.into()),
            may_wait: false,
        })
    }

    fn session<'a>(
        &'a self,
        role_arn: &'a str,
        service: &'a str,
        session: &'a str,
        seconds: u32,
    ) -> BoxFuture<'a, Result<SessionCredentials, AwsError>> {
        Box::pin(async move {
            let role = self.trusted_role(role_arn, service)?;
            let principal = self.session_principal(role, session);
            self.open_session(principal, seconds).await
        })
    }
}

impl Iam {
    pub(crate) fn session_principal(&self, role: RoleRow, session: &str) -> Principal {
        Principal::Session {
            account: self.platform.scope.account.to_string(),
            path: role.path,
            role: role.name,
            role_id: role.id,
            session: session.to_owned(),
        }
    }

    /// Issues temporary credentials, durable before they are returned.
    pub(crate) async fn open_session(
        &self,
        principal: Principal,
        seconds: u32,
    ) -> Result<SessionCredentials, AwsError> {
        let now = self.platform.now();
        let credentials = SessionCredentials {
            access_key: tables::unique_id("ASIA"),
            secret: tables::secret(),
            session_token: format!("{}{}", tables::secret(), tables::secret()),
            expires: Timestamp(now.0 + i64::from(seconds) * 1000),
            principal: principal.clone(),
        };
        let row = SessionRow {
            principal,
            secret: credentials.secret.clone(),
            token: credentials.session_token.clone(),
            expires: credentials.expires,
        };
        let key = Key::new().str(&credentials.access_key);
        self.platform
            .store
            .commit(move |txn| {
                // Expired sessions go when new ones come, a few at a time.
                for (old, session) in SESSIONS.scan_prefix(txn, &Key::new(), None, 16)? {
                    if session.expires < now {
                        SESSIONS.delete(txn, &old)?;
                    }
                }
                SESSIONS.put(txn, &key, &row)
            })
            .await
            .map_err(|e: StoreError| AwsError::from(e))?;
        Ok(credentials)
    }

    /// The role, if it exists and its trust policy allows the service to assume it.
    fn trusted_role(&self, role_arn: &str, service: &str) -> Result<RoleRow, AwsError> {
        let refused = || {
            AwsError::new(
                "AccessDenied",
                403,
                format!(
                    "{service} is not authorized to perform: sts:AssumeRole on resource: {role_arn}. Check that the role exists and that its trust policy allows {service}."
                ),
            )
        };
        let role = self.role_by_arn(role_arn)?.ok_or_else(refused)?;
        let caller = lirio_policy::Principal::Service { name: service.to_owned() };
        if self.trusts(&role, role_arn, &caller, &IdentityPolicies::default())? {
            Ok(role)
        } else {
            Err(refused())
        }
    }

    /// The role of an ARN of this account.
    pub(crate) fn role_by_arn(&self, arn: &str) -> Result<Option<RoleRow>, AwsError> {
        let prefix = self.platform.scope.global_arn("iam", "role/");
        let Some(name) = arn.strip_prefix(&prefix).and_then(|path| path.rsplit('/').next()) else {
            return Ok(None);
        };
        let role = self.platform.store.read(|r| ROLES.get(r, &Key::new().str(name)))?;
        Ok(role.filter(|r| self.role_arn(r) == arn))
    }

    fn load(&self, r: &dyn Read, kind: &str, name: &str) -> Result<IdentityPolicies, StoreError> {
        let owner = Key::new().str(kind).str(name);
        let mut identity = Vec::new();
        for (key, text) in INLINE.scan_prefix(r, &owner, None, usize::MAX)? {
            let mut parts = key.parts();
            let (_, _, policy) = (parts.str()?, parts.str()?, parts.str()?);
            identity.extend(parsed(&policy, &text));
        }
        for (key, ()) in ATTACHED.scan_prefix(r, &owner, None, usize::MAX)? {
            let mut parts = key.parts();
            let (_, _, arn) = (parts.str()?, parts.str()?, parts.str()?);
            identity.extend(self.managed_document(r, &arn)?.and_then(|text| parsed(&arn, &text)));
        }
        let boundary = match kind {
            ROLE => ROLES.get(r, &Key::new().str(name))?.and_then(|role| role.boundary),
            _ => USERS.get(r, &Key::new().str(name))?.and_then(|user| user.boundary),
        };
        let boundary = match boundary {
            Some(arn) => self.managed_document(r, &arn)?.and_then(|text| parsed(&arn, &text)),
            None => None,
        };
        Ok(IdentityPolicies { identity, boundary, session: Vec::new() })
    }

    fn managed_document(&self, r: &dyn Read, arn: &str) -> Result<Option<String>, StoreError> {
        if let Some(document) = managed::document(arn) {
            return Ok(Some(document.to_owned()));
        }
        let row = POLICIES.get(r, &Key::new().str(arn))?;
        Ok(row.and_then(|p| p.versions.into_iter().find(|v| v.number == p.default)).map(|v| v.document))
    }
}

/// Documents were checked when they were written; one that does not parse any more allows nothing.
pub(crate) fn parsed(name: &str, text: &str) -> Option<NamedPolicy> {
    match Document::parse(text, Kind::Identity) {
        Ok(document) => Some(NamedPolicy { name: name.to_owned(), document: Arc::new(document) }),
        Err(error) => {
            tracing::error!(%error, name, "a stored policy does not parse; it allows nothing");
            None
        }
    }
}
