//! Bucket policies: stored, checked, and given to the door for authorization.

use std::sync::{Arc, PoisonError};

use lirio_api::s3::{
    DeleteBucketPolicyRequest, GetBucketPolicyOutput, GetBucketPolicyRequest, PutBucketPolicyRequest,
};
use lirio_api::{AwsError, Unit};
use lirio_policy::{Document, Kind};
use lirio_service::{Context, ResourcePolicy};
use serde_json::{Value as Json, json};

use crate::bucket_config::change;
use crate::errors::access_denied;
use crate::rows::{BUCKETS, BucketRow, bucket_key};
use crate::s3::S3;

/// The longest policy in bytes.
const LONGEST: usize = 20 * 1024;

impl S3 {
    pub(crate) async fn get_bucket_policy(
        self: Arc<Self>,
        ctx: Context,
        input: GetBucketPolicyRequest,
    ) -> Result<GetBucketPolicyOutput, AwsError> {
        let row = self.bucket(&ctx, &input.bucket, &input.expected_bucket_owner)?;
        match row.policy {
            Some(policy) => Ok(GetBucketPolicyOutput { policy: Some(policy) }),
            None => Err(AwsError::new("NoSuchBucketPolicy", 404, "The bucket policy does not exist")
                .with("BucketName", input.bucket)),
        }
    }

    pub(crate) async fn put_bucket_policy(
        self: Arc<Self>,
        ctx: Context,
        input: PutBucketPolicyRequest,
    ) -> Result<Unit, AwsError> {
        let policy = input.policy;
        if policy.len() > LONGEST {
            return Err(malformed("Policies must not be longer than 20 KB"));
        }
        Document::parse(&policy, Kind::Resource).map_err(|error| malformed(error.to_string()))?;
        let json: Json = serde_json::from_str(&policy).map_err(|error| malformed(error.to_string()))?;
        check_resources(&json, &input.bucket)?;
        let public = is_public(&json);
        change(&ctx, &input.bucket, &input.expected_bucket_owner, move |row| {
            let blocks = row.public_access_block.as_ref().and_then(|b| b.block_public_policy);
            if public && blocks == Some(true) {
                return Err(access_denied(
                    "Access Denied because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.",
                ));
            }
            row.policy = Some(policy);
            Ok(())
        })
        .await
    }

    pub(crate) async fn delete_bucket_policy(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteBucketPolicyRequest,
    ) -> Result<Unit, AwsError> {
        change(&ctx, &input.bucket, &input.expected_bucket_owner, |row| {
            row.policy = None;
            Ok(())
        })
        .await
    }

    /// The policy that bears on a bucket or object, by its ARN.
    pub(crate) fn policy_of(&self, arn: &str) -> Result<Option<ResourcePolicy>, AwsError> {
        let resource = arn.splitn(6, ':').nth(5).unwrap_or_default();
        let bucket = resource.split('/').next().unwrap_or_default();
        if bucket.is_empty() || bucket == "*" {
            return Ok(None);
        }
        let Some(row) = self.platform.store.read(|r| BUCKETS.get(r, &bucket_key(bucket)))? else {
            return Ok(None);
        };
        let Some(policy) = effective(&row)? else { return Ok(None) };
        Ok(Some(ResourcePolicy { document: self.parsed(&row.name, policy)?, account: row.account }))
    }

    /// Parses a policy, once for each text.
    fn parsed(&self, bucket: &str, policy: String) -> Result<Arc<Document>, AwsError> {
        let mut known = self.policies.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((text, document)) = known.get(bucket)
            && *text == policy
        {
            return Ok(document.clone());
        }
        let document = Document::parse(&policy, Kind::Resource).map_err(AwsError::internal)?;
        let document = Arc::new(document);
        known.insert(bucket.to_owned(), (policy, document.clone()));
        Ok(document)
    }
}

/// The policy as it counts: `RestrictPublicBuckets` keeps a public one to the bucket's own account and
/// to AWS's services.
fn effective(row: &BucketRow) -> Result<Option<String>, AwsError> {
    let Some(policy) = &row.policy else { return Ok(None) };
    let restricts = row.public_access_block.as_ref().and_then(|b| b.restrict_public_buckets).unwrap_or(false);
    if !restricts {
        return Ok(Some(policy.clone()));
    }
    let mut json: Json = serde_json::from_str(policy).map_err(AwsError::internal)?;
    if !is_public(&json) {
        return Ok(Some(policy.clone()));
    }
    let restriction = json!({
        "Sid": "RestrictPublicBuckets",
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": [row.arn(), format!("{}/*", row.arn())],
        "Condition": {
            "StringNotEquals": { "aws:PrincipalAccount": row.account },
            "BoolIfExists": { "aws:PrincipalIsAWSService": "false" },
        },
    });
    let mut statements = statements(&json);
    statements.push(restriction);
    json["Statement"] = Json::Array(statements);
    Ok(Some(json.to_string()))
}

fn statements(policy: &Json) -> Vec<Json> {
    match policy.get("Statement") {
        Some(Json::Array(statements)) => statements.clone(),
        Some(one) => vec![one.clone()],
        None => Vec::new(),
    }
}

/// The texts of an element that is one or a list.
fn texts(element: Option<&Json>) -> Vec<&str> {
    match element {
        Some(Json::String(text)) => vec![text],
        Some(Json::Array(all)) => all.iter().filter_map(Json::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Checks that each statement is about this bucket.
fn check_resources(policy: &Json, bucket: &str) -> Result<(), AwsError> {
    let own = format!("arn:aws:s3:::{bucket}");
    for statement in statements(policy) {
        for resource in texts(statement.get("Resource")) {
            let fits = resource
                .strip_prefix(&own)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || rest.starts_with('*'));
            if !fits && resource != "*" {
                return Err(malformed("Policy has invalid resource"));
            }
        }
    }
    Ok(())
}

/// Whether a policy lets everybody in: it allows any principal, and no condition narrows that down.
///
/// AWS counts only conditions on these keys, with fixed values, as narrowing.
fn is_public(policy: &Json) -> bool {
    const NARROWING: [&str; 12] = [
        "aws:sourcearn",
        "aws:sourcevpc",
        "aws:sourcevpce",
        "aws:sourceowner",
        "aws:sourceaccount",
        "aws:sourceorgid",
        "aws:principalorgid",
        "aws:principalaccount",
        "aws:principalarn",
        "aws:userid",
        "aws:sourceip",
        "s3:dataaccesspointaccount",
    ];
    statements(policy).iter().any(|statement| {
        let everybody = match statement.get("Principal") {
            Some(Json::String(all)) => all == "*",
            Some(Json::Object(kinds)) => texts(kinds.get("AWS")).contains(&"*"),
            // Everybody but some.
            _ => statement.get("NotPrincipal").is_some(),
        };
        let narrowed = statement.get("Condition").and_then(Json::as_object).is_some_and(|condition| {
            condition.iter().any(|(operator, keys)| {
                !operator.contains("Not")
                    && !operator.ends_with("IfExists")
                    && keys.as_object().is_some_and(|keys| {
                        keys.iter().any(|(key, values)| {
                            let values = texts(Some(values));
                            NARROWING.contains(&key.to_ascii_lowercase().as_str())
                                && !values.is_empty()
                                && values
                                    .iter()
                                    .all(|v| !v.starts_with('*') && *v != "0.0.0.0/0" && *v != "::/0")
                        })
                    })
            })
        });
        statement.get("Effect").and_then(Json::as_str) == Some("Allow") && everybody && !narrowed
    })
}

fn malformed(message: impl Into<String>) -> AwsError {
    AwsError::new("MalformedPolicy", 400, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_policies() {
        let check = |statement: Json, expected: bool| {
            assert_eq!(is_public(&json!({ "Statement": [statement] })), expected, "{statement}");
        };
        check(json!({ "Effect": "Allow", "Principal": "*" }), true);
        check(json!({ "Effect": "Allow", "Principal": { "AWS": ["*"] } }), true);
        check(json!({ "Effect": "Deny", "Principal": "*" }), false);
        check(json!({ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::1:root" } }), false);
        check(json!({ "Effect": "Allow", "NotPrincipal": { "AWS": "x" } }), true);
        let with = |condition: Json| json!({ "Effect": "Allow", "Principal": "*", "Condition": condition });
        check(with(json!({ "StringEquals": { "aws:SourceAccount": "1" } })), false);
        check(with(json!({ "StringEquals": { "aws:UserAgent": "x" } })), true);
        check(with(json!({ "StringNotEquals": { "aws:SourceAccount": "1" } })), true);
        check(with(json!({ "IpAddress": { "aws:SourceIp": "0.0.0.0/0" } })), true);
    }
}
