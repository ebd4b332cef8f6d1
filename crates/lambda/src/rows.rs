//! What is kept of a function.

use std::collections::BTreeMap;

use lirio_api::AwsError;
use lirio_api::lambda::FunctionConfiguration;
use lirio_service::Scope;
use lirio_store::{BlobId, Key, Read, Table};
use serde::{Deserialize, Serialize};

use crate::names::not_found;

/// Functions by region and name.
pub(crate) const FUNCTIONS: Table<FunctionRow> = Table::new("lambda.functions");

/// The topic of invocations that nobody waits for.
pub(crate) const ASYNC: &str = "lambda.async";

/// A function.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct FunctionRow {
    /// As it is shown.
    pub(crate) config: FunctionConfiguration,
    /// The zip.
    pub(crate) code: BlobId,
    /// SHA-256 of the zip in hexadecimal: the name of its folder.
    pub(crate) code_hex: String,
    /// Tags.
    pub(crate) tags: BTreeMap<String, String>,
    /// The statements of its policy, in the order they were added.
    pub(crate) statements: Vec<serde_json::Value>,
    /// Changes with each change of the policy.
    pub(crate) policy_revision: String,
}

/// An invocation that nobody waits for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct AsyncRow {
    pub(crate) region: String,
    pub(crate) name: String,
    pub(crate) request_id: String,
    pub(crate) client_context: Option<String>,
    /// JSON text.
    pub(crate) payload: String,
    /// Attempts that the function failed; those that the platform failed do not count.
    #[serde(default)]
    pub(crate) failures: u32,
    /// When it was accepted, in UTC milliseconds.
    #[serde(default)]
    pub(crate) accepted_ms: i64,
}

/// The key of a function.
pub(crate) fn key(scope: &Scope, name: &str) -> Key {
    Key::new().str(&scope.region).str(name)
}

/// The function, or `ResourceNotFoundException`.
pub(crate) fn function(
    read: &(impl Read + ?Sized),
    scope: &Scope,
    name: &str,
) -> Result<FunctionRow, AwsError> {
    FUNCTIONS.get(read, &key(scope, name))?.ok_or_else(|| not_found(scope, name))
}
