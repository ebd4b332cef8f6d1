//! What IAM keeps.

use lirio_api::Timestamp;
use lirio_api::iam::Tag;
use lirio_service::Principal;
use lirio_store::Table;
use serde::{Deserialize, Serialize};

/// Roles by name.
pub(crate) const ROLES: Table<RoleRow> = Table::new("iam.roles");
/// Users by name.
pub(crate) const USERS: Table<UserRow> = Table::new("iam.users");
/// Inline policies by kind, owner's name, policy name: the document.
pub(crate) const INLINE: Table<String> = Table::new("iam.inline");
/// Attachments by kind, owner's name, policy ARN.
pub(crate) const ATTACHED: Table<()> = Table::new("iam.attached");
/// The same by policy ARN, kind, owner's name.
pub(crate) const ATTACHED_TO: Table<()> = Table::new("iam.attached_to");
/// Managed policies of the account by ARN.
pub(crate) const POLICIES: Table<PolicyRow> = Table::new("iam.policies");
/// Access keys of users by id.
pub(crate) const KEYS: Table<KeyRow> = Table::new("iam.access_keys");
/// Sessions by access key.
pub(crate) const SESSIONS: Table<SessionRow> = Table::new("sts.sessions");

/// Whose inline and attached policies: the first segment of their keys.
pub(crate) const ROLE: &str = "role";
/// Likewise, of users.
pub(crate) const USER: &str = "user";

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct RoleRow {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) id: String,
    pub(crate) created: Timestamp,
    pub(crate) trust: String,
    pub(crate) description: Option<String>,
    pub(crate) max_session: i64,
    pub(crate) boundary: Option<String>,
    pub(crate) tags: Vec<Tag>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct UserRow {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) id: String,
    pub(crate) created: Timestamp,
    pub(crate) boundary: Option<String>,
    pub(crate) tags: Vec<Tag>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PolicyRow {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) arn: String,
    pub(crate) id: String,
    pub(crate) created: Timestamp,
    pub(crate) updated: Timestamp,
    pub(crate) description: Option<String>,
    pub(crate) tags: Vec<Tag>,
    pub(crate) default: u32,
    pub(crate) next: u32,
    pub(crate) versions: Vec<VersionRow>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct VersionRow {
    pub(crate) number: u32,
    pub(crate) created: Timestamp,
    pub(crate) document: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct KeyRow {
    pub(crate) user: String,
    pub(crate) secret: String,
    pub(crate) active: bool,
    pub(crate) created: Timestamp,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct SessionRow {
    pub(crate) principal: Principal,
    pub(crate) secret: String,
    pub(crate) token: String,
    pub(crate) expires: Timestamp,
}

/// A unique id as IAM shapes them: a prefix that tells the kind (`AROA`, `AIDA`, `ANPA`, `AKIA`, `ASIA`)
/// and 17 characters of base 32.
pub(crate) fn unique_id(prefix: &str) -> String {
    const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let random: [u8; 16] = lirio_service::random_bytes();
    let tail = random.iter().map(|b| ALPHABET[(b & 31) as usize] as char);
    prefix.chars().chain(tail).collect()
}

/// A secret access key: 40 characters.
pub(crate) fn secret() -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(lirio_service::random_bytes::<30>())
}

/// Replaces tags of the same key and appends the others, at most 50 (IAM quotas).
pub(crate) fn merge_tags(tags: &mut Vec<Tag>, new: Vec<Tag>) -> Result<(), lirio_api::AwsError> {
    for tag in new {
        match tags.iter_mut().find(|t| t.key == tag.key) {
            Some(old) => old.value = tag.value,
            None => tags.push(tag),
        }
    }
    if tags.len() > 50 {
        return Err(lirio_api::iam::errors::limit_exceeded_exception(
            "Cannot exceed quota for TagsPerResource: 50",
        ));
    }
    Ok(())
}
