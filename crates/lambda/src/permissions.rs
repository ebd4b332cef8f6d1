//! Who else may invoke a function: its policy, statement by statement.

use std::sync::Arc;

use lirio_api::lambda::{
    AddPermissionRequest, AddPermissionResponse, GetPolicyRequest, GetPolicyResponse,
    RemovePermissionRequest, errors,
};
use lirio_api::{AwsError, Unit};
use lirio_policy::{Document, Kind};
use lirio_service::{Context, ResourcePolicy, Scope};
use serde_json::{Map, Value, json};

use crate::Lambda;
use crate::config::{check_revision, invalid};
use crate::names::{function_arn, function_name};
use crate::rows::{FUNCTIONS, FunctionRow, function, key};

/// Lambda's limit on a function's policy, in bytes.
const MOST: usize = 20 * 1024;

impl Lambda {
    pub(crate) async fn add_permission(
        self: Arc<Self>,
        ctx: Context,
        input: AddPermissionRequest,
    ) -> Result<AddPermissionResponse, AwsError> {
        let name = function_name(&ctx.scope, &input.function_name, input.qualifier.as_deref())?;
        if input.function_url_auth_type.is_some() || input.invoked_via_function_url.is_some() {
            return Err(AwsError::not_served("Function URLs of Lambda"));
        }
        if input.event_source_token.is_some() {
            return Err(AwsError::not_served("EventSourceToken (Alexa skills)"));
        }
        let statement = statement(&ctx.scope, &name, &input)?;
        let scope = ctx.scope.clone();
        let shown = statement.to_string();
        ctx.commit(move |txn| {
            let mut row = function(txn, &scope, &name)?;
            check_revision(input.revision_id.as_deref(), Some(&row.policy_revision))?;
            if position(&row, &input.statement_id).is_some() {
                return Err(errors::resource_conflict_exception(format!(
                    "The statement id ({}) provided already exists. Please provide a new statement id, or remove the existing statement.",
                    input.statement_id
                )));
            }
            row.statements.push(statement);
            if document(&row).len() > MOST {
                return Err(errors::policy_length_exceeded_exception(format!(
                    "The final policy size is bigger than the limit ({MOST})."
                )));
            }
            row.policy_revision = lirio_service::uuid_v4();
            FUNCTIONS.put(txn, &key(&scope, &name), &row)?;
            Ok(())
        })
        .await?;
        Ok(AddPermissionResponse { statement: Some(shown) })
    }

    pub(crate) async fn get_policy(
        self: Arc<Self>,
        ctx: Context,
        input: GetPolicyRequest,
    ) -> Result<GetPolicyResponse, AwsError> {
        let name = function_name(&ctx.scope, &input.function_name, input.qualifier.as_deref())?;
        let row = ctx.platform.store.read(|read| function(read, &ctx.scope, &name))?;
        if row.statements.is_empty() {
            return Err(errors::resource_not_found_exception("The resource you requested does not exist."));
        }
        Ok(GetPolicyResponse { policy: Some(document(&row)), revision_id: Some(row.policy_revision) })
    }

    pub(crate) async fn remove_permission(
        self: Arc<Self>,
        ctx: Context,
        input: RemovePermissionRequest,
    ) -> Result<Unit, AwsError> {
        let name = function_name(&ctx.scope, &input.function_name, input.qualifier.as_deref())?;
        let scope = ctx.scope.clone();
        ctx.commit(move |txn| {
            let mut row = function(txn, &scope, &name)?;
            check_revision(input.revision_id.as_deref(), Some(&row.policy_revision))?;
            let at = position(&row, &input.statement_id).ok_or_else(|| {
                errors::resource_not_found_exception(format!(
                    "Statement {} is not found in resource policy.",
                    input.statement_id
                ))
            })?;
            row.statements.remove(at);
            row.policy_revision = lirio_service::uuid_v4();
            FUNCTIONS.put(txn, &key(&scope, &name), &row)?;
            Ok(Unit)
        })
        .await
    }

    /// The policy of the function of this ARN, for authorization.
    pub(crate) fn resource_policy(
        &self,
        scope: &Scope,
        arn: &str,
    ) -> Result<Option<ResourcePolicy>, AwsError> {
        // An ARN of another kind, or of no function, has no policy; the operation itself says what is wrong.
        let Ok(name) = function_name(scope, arn, None) else { return Ok(None) };
        let Some(row) = self.platform.store.read(|read| FUNCTIONS.get(read, &key(scope, &name)))? else {
            return Ok(None);
        };
        if row.statements.is_empty() {
            return Ok(None);
        }
        let parsed = Document::parse(&document(&row), Kind::Resource).map_err(AwsError::internal)?;
        Ok(Some(ResourcePolicy { document: Arc::new(parsed), account: scope.account.to_string() }))
    }
}

fn position(row: &FunctionRow, id: &str) -> Option<usize> {
    row.statements.iter().position(|statement| statement["Sid"] == id)
}

fn document(row: &FunctionRow) -> String {
    json!({ "Version": "2012-10-17", "Id": "default", "Statement": row.statements }).to_string()
}

fn statement(scope: &Scope, name: &str, input: &AddPermissionRequest) -> Result<Value, AwsError> {
    let principal = match input.principal.as_str() {
        "*" => json!("*"),
        service if service.ends_with(".amazonaws.com") || service.ends_with(".amazon.com") => {
            json!({ "Service": service })
        }
        account if account.len() == 12 && account.bytes().all(|b| b.is_ascii_digit()) => {
            json!({ "AWS": format!("arn:{}:iam::{account}:root", scope.partition) })
        }
        arn if arn.starts_with("arn:") => json!({ "AWS": arn }),
        _ => {
            return Err(invalid(
                "The provided principal was invalid. Please check the principal and try again.",
            ));
        }
    };
    let mut arn = function_arn(scope, name);
    if let Some(qualifier) = &input.qualifier {
        arn = format!("{arn}:{qualifier}");
    }
    let mut equals = Map::new();
    if let Some(account) = &input.source_account {
        equals.insert("AWS:SourceAccount".into(), json!(account));
    }
    if let Some(organization) = &input.principal_org_id {
        equals.insert("aws:PrincipalOrgID".into(), json!(organization));
    }
    let mut condition = Map::new();
    if !equals.is_empty() {
        condition.insert("StringEquals".into(), Value::Object(equals));
    }
    if let Some(source) = &input.source_arn {
        condition.insert("ArnLike".into(), json!({ "AWS:SourceArn": source }));
    }
    let mut statement = json!({
        "Sid": input.statement_id,
        "Effect": "Allow",
        "Principal": principal,
        "Action": input.action,
        "Resource": arn,
    });
    if !condition.is_empty() {
        statement["Condition"] = Value::Object(condition);
    }
    Document::parse(
        &json!({ "Version": "2012-10-17", "Statement": [statement] }).to_string(),
        Kind::Resource,
    )
    .map_err(|error| invalid(format!("The permission cannot be granted: {error}")))?;
    Ok(statement)
}
