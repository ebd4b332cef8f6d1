//! Users and their access keys.

use std::sync::Arc;

use lirio_api::iam::{self, *};
use lirio_api::{AwsError, Unit};
use lirio_service::{Context, Principal};
use lirio_store::Key;

use crate::page::page;
use crate::roles::boundary;
use crate::tables::{ATTACHED, INLINE, KEYS, KeyRow, USER, USERS, UserRow, merge_tags, secret, unique_id};
use crate::{Iam, no_such_entity};

/// A user has at most two access keys (IAM quotas).
const MAX_KEYS: usize = 2;

impl Iam {
    fn described_user(&self, row: UserRow) -> User {
        User {
            arn: self.platform.scope.global_arn("iam", &format!("user{}{}", row.path, row.name)),
            path: row.path,
            user_name: row.name,
            user_id: row.id,
            create_date: row.created,
            permissions_boundary: row.boundary.map(boundary),
            tags: Some(row.tags).filter(|t| !t.is_empty()),
            ..User::default()
        }
    }

    /// The user named, or the calling user where none is.
    fn named_user(&self, ctx: &Context, name: Option<String>) -> Result<String, AwsError> {
        match (name, &ctx.caller.principal) {
            (Some(name), _) => Ok(name),
            (None, Principal::User { name, .. }) => Ok(name.clone()),
            (None, _) => Err(AwsError::new(
                "ValidationError",
                400,
                "Must specify userName when calling with non-User credentials",
            )),
        }
    }

    pub(crate) async fn create_user(
        self: Arc<Self>,
        ctx: Context,
        input: CreateUserRequest,
    ) -> Result<CreateUserResponse, AwsError> {
        let mut tags = Vec::new();
        merge_tags(&mut tags, input.tags.unwrap_or_default())?;
        let row = UserRow {
            name: input.user_name,
            path: input.path.unwrap_or_else(|| "/".to_owned()),
            id: unique_id("AIDA"),
            created: ctx.now,
            boundary: input.permissions_boundary,
            tags,
        };
        let stored = row.clone();
        ctx.commit(move |txn| {
            if USERS.insert(txn, &Key::new().str(&stored.name), &stored)? {
                return Ok(());
            }
            let message = format!("User with name {} already exists.", stored.name);
            Err(iam::errors::entity_already_exists_exception(message))
        })
        .await?;
        Ok(CreateUserResponse { user: Some(self.described_user(row)) })
    }

    pub(crate) async fn get_user(
        self: Arc<Self>,
        ctx: Context,
        input: GetUserRequest,
    ) -> Result<GetUserResponse, AwsError> {
        // The root has no user; AWS describes the account for it.
        if let (None, Principal::Root { account }) = (&input.user_name, &ctx.caller.principal) {
            let user = User {
                user_id: account.clone(),
                arn: ctx.caller.principal.arn(&ctx.scope.partition),
                path: "/".to_owned(),
                user_name: "root".to_owned(),
                ..User::default()
            };
            return Ok(GetUserResponse { user });
        }
        let name = self.named_user(&ctx, input.user_name)?;
        let row = ctx
            .read(|r| USERS.get(r, &Key::new().str(&name)))?
            .ok_or_else(|| no_such_entity("user", &name))?;
        Ok(GetUserResponse { user: self.described_user(row) })
    }

    pub(crate) async fn list_users(
        self: Arc<Self>,
        ctx: Context,
        input: ListUsersRequest,
    ) -> Result<ListUsersResponse, AwsError> {
        let prefix = input.path_prefix.unwrap_or_else(|| "/".to_owned());
        let rows = ctx.read(|r| USERS.scan_prefix(r, &Key::new(), None, usize::MAX))?;
        let rows = rows.into_iter().map(|(_, row)| row).filter(|row| row.path.starts_with(&prefix)).collect();
        let page = page(rows, |r: &UserRow| &r.name, input.marker.as_deref(), input.max_items);
        Ok(ListUsersResponse {
            users: page.items.into_iter().map(|r| self.described_user(r)).collect(),
            is_truncated: page.truncated,
            marker: page.marker,
        })
    }

    pub(crate) async fn delete_user(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteUserRequest,
    ) -> Result<Unit, AwsError> {
        let cache = self.cache.clone();
        ctx.commit(move |txn| {
            let key = Key::new().str(&input.user_name);
            if !USERS.exists(txn, &key)? {
                return Err(no_such_entity("user", &input.user_name));
            }
            let owner = Key::new().str(USER).str(&input.user_name);
            let keys = KEYS.scan_prefix(txn, &Key::new(), None, usize::MAX)?;
            let conflict = if ATTACHED.count(txn, &owner)? > 0 {
                Some("Cannot delete entity, must detach all policies first.")
            } else if INLINE.count(txn, &owner)? > 0 {
                Some("Cannot delete entity, must delete policies first.")
            } else if keys.iter().any(|(_, k)| k.user == input.user_name) {
                Some("Cannot delete entity, must delete access keys first.")
            } else {
                None
            };
            if let Some(message) = conflict {
                return Err(iam::errors::delete_conflict_exception(message));
            }
            USERS.delete(txn, &key)?;
            txn.after_commit(move || cache.clear());
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn create_access_key(
        self: Arc<Self>,
        ctx: Context,
        input: CreateAccessKeyRequest,
    ) -> Result<CreateAccessKeyResponse, AwsError> {
        let user = self.named_user(&ctx, input.user_name)?;
        let id = unique_id("AKIA");
        let row = KeyRow { user: user.clone(), secret: secret(), active: true, created: ctx.now };
        let (stored, key) = (row.clone(), Key::new().str(&id));
        ctx.commit(move |txn| {
            if !USERS.exists(txn, &Key::new().str(&stored.user))? {
                return Err(no_such_entity("user", &stored.user));
            }
            let all = KEYS.scan_prefix(txn, &Key::new(), None, usize::MAX)?;
            if all.iter().filter(|(_, k)| k.user == stored.user).count() >= MAX_KEYS {
                let message = format!("Cannot exceed quota for AccessKeysPerUser: {MAX_KEYS}");
                return Err(iam::errors::limit_exceeded_exception(message));
            }
            KEYS.put(txn, &key, &stored)?;
            Ok(())
        })
        .await?;
        Ok(CreateAccessKeyResponse {
            access_key: AccessKey {
                user_name: user,
                access_key_id: id,
                status: "Active".to_owned(),
                secret_access_key: row.secret,
                create_date: Some(row.created),
            },
        })
    }

    pub(crate) async fn list_access_keys(
        self: Arc<Self>,
        ctx: Context,
        input: ListAccessKeysRequest,
    ) -> Result<ListAccessKeysResponse, AwsError> {
        let user = self.named_user(&ctx, input.user_name)?;
        let rows = self.platform.store.read(|r| {
            if !USERS.exists(r, &Key::new().str(&user))? {
                return Err(no_such_entity("user", &user));
            }
            Ok(KEYS.scan_prefix(r, &Key::new(), None, usize::MAX)?)
        })?;
        let mut keys = Vec::new();
        for (key, row) in rows.into_iter().filter(|(_, k)| k.user == user) {
            keys.push(AccessKeyMetadata {
                user_name: Some(row.user),
                access_key_id: Some(key.parts().str()?),
                status: Some(if row.active { "Active" } else { "Inactive" }.to_owned()),
                create_date: Some(row.created),
            });
        }
        Ok(ListAccessKeysResponse { access_key_metadata: keys, is_truncated: Some(false), marker: None })
    }

    pub(crate) async fn update_access_key(
        self: Arc<Self>,
        ctx: Context,
        input: UpdateAccessKeyRequest,
    ) -> Result<Unit, AwsError> {
        let active = input.status == "Active";
        self.change_key(&ctx, input.user_name, input.access_key_id, move |row| {
            row.active = active;
            true
        })
        .await
    }

    pub(crate) async fn delete_access_key(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteAccessKeyRequest,
    ) -> Result<Unit, AwsError> {
        self.change_key(&ctx, input.user_name, input.access_key_id, |_| false).await
    }

    /// Changes a key of a user; `change` answers whether to keep it.
    async fn change_key(
        &self,
        ctx: &Context,
        user: Option<String>,
        id: String,
        change: impl FnOnce(&mut KeyRow) -> bool + Send + 'static,
    ) -> Result<Unit, AwsError> {
        let user = self.named_user(ctx, user)?;
        ctx.commit(move |txn| {
            let key = Key::new().str(&id);
            let row = KEYS.get(txn, &key)?.filter(|k| k.user == user);
            let mut row = row.ok_or_else(|| {
                iam::errors::no_such_entity_exception(format!("The Access Key with id {id} cannot be found."))
            })?;
            if change(&mut row) {
                KEYS.put(txn, &key, &row)?;
            } else {
                KEYS.delete(txn, &key)?;
            }
            Ok(Unit)
        })
        .await
    }
}
