//! Makes an endpoint look like the stack.

use std::collections::BTreeMap;
use std::future::Future;

use base64::Engine as _;
use bytes::Bytes;
use lirio_api::{
    AwsError, OperationType, cloudtrail, ecr, events, iam, lambda, s3, sagemaker, stepfunctions,
};
use sha2::Digest as _;

use crate::render::RenderError;
use crate::{Stack, policies};

/// Calls operations, as whoever it was made for.
pub trait Api: Sync {
    /// One call.
    fn call<O: OperationType>(
        &self,
        operation: O,
        input: O::Input,
    ) -> impl Future<Output = Result<O::Output, AwsError>> + Send;
}

/// What a stack needs beside its description.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The image's URI, with its digest.
    pub image_uri: String,
    /// The validation function's zip.
    pub function_zip: Bytes,
    /// The definition's text, with its variables.
    pub definition: String,
}

/// What changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Resources made or changed, as `kind name`.
    pub changed: Vec<String>,
    /// Resources that were as wanted.
    pub unchanged: usize,
}

impl Applied {
    fn note(&mut self, changed: bool, kind: &str, name: &str) {
        if changed {
            self.changed.push(format!("{kind} {name}"));
        } else {
            self.unchanged += 1;
        }
    }
}

/// Why a stack could not be applied.
#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// A call failed.
    #[error("{kind} {name}: {source}")]
    Call {
        /// Kind of the resource.
        kind: &'static str,
        /// Its name.
        name: String,
        /// What was answered.
        source: AwsError,
    },
    /// The definition names an unknown variable.
    #[error("the pipeline's definition: {0}")]
    Render(#[from] RenderError),
}

/// Creates what is missing and changes what differs; what is as wanted is left alone.
pub async fn apply(api: &impl Api, stack: &Stack, assets: &Assets) -> Result<Applied, ApplyError> {
    let mut applied = Applied::default();
    let definition = stack.definition(&assets.definition, &assets.image_uri)?;
    let during = |kind: &'static str, name: &str| {
        let name = name.to_owned();
        move |source| ApplyError::Call { kind, name, source }
    };

    for name in [stack.bucket(), stack.trail_bucket()] {
        let changed = bucket(api, stack, &name).await.map_err(during("bucket", &name))?;
        applied.note(changed, "bucket", &name);
    }
    for (name, service, policy) in stack.roles() {
        let changed = role(api, &name, service, &policy.to_string()).await.map_err(during("role", &name))?;
        applied.note(changed, "role", &name);
    }
    let changed =
        repository(api, stack.repository()).await.map_err(during("repository", stack.repository()))?;
    applied.note(changed, "repository", stack.repository());

    let name = stack.function();
    let changed = function(api, stack, &assets.function_zip).await.map_err(during("function", &name))?;
    applied.note(changed, "function", &name);

    let pipeline = Machine {
        name: stack.state_machine().to_owned(),
        arn: stack.state_machine_arn(),
        role_arn: stack.arn_of_role(&stack.pipeline_role()),
        definition,
    };
    let changed = state_machine(api, &pipeline).await.map_err(during("state machine", &pipeline.name))?;
    applied.note(changed, "state machine", &pipeline.name);

    let changed = trail(api, stack).await.map_err(during("trail", stack.trail()))?;
    applied.note(changed, "trail", stack.trail());

    let starter = Starter {
        name: stack.rule(),
        pattern: stack.event_pattern().to_string(),
        description: format!("An upload to {} starts {}.", stack.bucket(), stack.state_machine()),
        id: "pipeline",
        machine_arn: pipeline.arn,
        role_arn: stack.arn_of_role(&stack.events_role()),
    };
    let changed = rule(api, &starter).await.map_err(during("rule", &starter.name))?;
    applied.note(changed, "rule", &starter.name);

    if let Some(group) = stack.project.model_package_group() {
        let changed = model_package_group(api, group).await.map_err(during("model package group", group))?;
        applied.note(changed, "model package group", group);
        let deployer = Machine {
            name: stack.deployer(),
            arn: stack.deployer_arn(),
            role_arn: stack.arn_of_role(&stack.deployer_role()),
            definition: stack.deployer_definition(group)?,
        };
        let changed = state_machine(api, &deployer).await.map_err(during("state machine", &deployer.name))?;
        applied.note(changed, "state machine", &deployer.name);
        let starter = Starter {
            name: stack.approval_rule(),
            pattern: stack.approval_pattern(group).to_string(),
            description: format!("An approval or rejection in {group} starts {}.", deployer.name),
            id: "deploy",
            machine_arn: deployer.arn,
            role_arn: stack.arn_of_role(&stack.events_role()),
        };
        let changed = rule(api, &starter).await.map_err(during("rule", &starter.name))?;
        applied.note(changed, "rule", &starter.name);
    }
    Ok(applied)
}

/// A state machine of the stack.
struct Machine {
    name: String,
    arn: String,
    role_arn: String,
    definition: String,
}

/// A rule that starts a state machine.
struct Starter {
    name: String,
    pattern: String,
    description: String,
    /// The target's id.
    id: &'static str,
    machine_arn: String,
    role_arn: String,
}

async fn model_package_group(api: &impl Api, group: &str) -> Result<bool, AwsError> {
    let describe = sagemaker::DescribeModelPackageGroupInput { model_package_group_name: group.to_owned() };
    match api.call(sagemaker::ops::DescribeModelPackageGroup, describe).await {
        Ok(_) => return Ok(false),
        Err(error) if error.message.contains("does not exist") => {}
        Err(error) => return Err(error),
    }
    let create = sagemaker::CreateModelPackageGroupInput {
        model_package_group_name: group.to_owned(),
        ..Default::default()
    };
    api.call(sagemaker::ops::CreateModelPackageGroup, create).await?;
    Ok(true)
}

/// `Ok(None)` for an error whose code says that the thing is not there.
fn missing<T>(result: Result<T, AwsError>, codes: &[&str]) -> Result<Option<T>, AwsError> {
    match result {
        Ok(found) => Ok(Some(found)),
        Err(error) if codes.contains(&error.code.as_ref()) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn bucket(api: &impl Api, stack: &Stack, name: &str) -> Result<bool, AwsError> {
    let head = s3::HeadBucketRequest { bucket: name.to_owned(), ..Default::default() };
    let found = missing(api.call(s3::ops::HeadBucket, head).await, &["NoSuchBucket", "NotFound", "404"])?;
    if found.is_none() {
        let constraint = (stack.place.region != "us-east-1").then(|| s3::CreateBucketConfiguration {
            location_constraint: Some(stack.place.region.clone()),
            ..Default::default()
        });
        let create = s3::CreateBucketRequest {
            bucket: name.to_owned(),
            create_bucket_configuration: constraint,
            ..Default::default()
        };
        api.call(s3::ops::CreateBucket, create).await?;
    }
    if name != stack.trail_bucket() {
        return Ok(found.is_none());
    }
    let policy = trail_bucket_policy(stack);
    let get = s3::GetBucketPolicyRequest { bucket: name.to_owned(), ..Default::default() };
    let current = missing(api.call(s3::ops::GetBucketPolicy, get).await, &["NoSuchBucketPolicy"])?;
    if current.and_then(|c| c.policy).is_some_and(|text| same_json(&text, &policy)) {
        return Ok(found.is_none());
    }
    let put = s3::PutBucketPolicyRequest { bucket: name.to_owned(), policy, ..Default::default() };
    api.call(s3::ops::PutBucketPolicy, put).await?;
    Ok(true)
}

/// What CloudTrail needs of its bucket (CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail").
fn trail_bucket_policy(stack: &Stack) -> String {
    let bucket = format!("arn:{}:s3:::{}", stack.place.partition, stack.trail_bucket());
    serde_json::json!({
        "Version": "2012-10-17",
        "Statement": [
            { "Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "s3:GetBucketAcl", "Resource": bucket },
            { "Effect": "Allow", "Principal": { "Service": "cloudtrail.amazonaws.com" }, "Action": "s3:PutObject",
              "Resource": format!("{bucket}/AWSLogs/{}/*", stack.place.account),
              "Condition": { "StringEquals": { "s3:x-amz-acl": "bucket-owner-full-control" } } },
        ],
    })
    .to_string()
}

async fn role(api: &impl Api, name: &str, service: &str, policy: &str) -> Result<bool, AwsError> {
    let mut changed = false;
    let trust = policies::trust(service).to_string();
    let get = iam::GetRoleRequest { role_name: name.to_owned() };
    match missing(api.call(iam::ops::GetRole, get).await, &["NoSuchEntity"])? {
        None => {
            let create = iam::CreateRoleRequest {
                role_name: name.to_owned(),
                assume_role_policy_document: trust,
                ..Default::default()
            };
            api.call(iam::ops::CreateRole, create).await?;
            changed = true;
        }
        Some(found) => {
            let current = found.role.assume_role_policy_document.unwrap_or_default();
            if !same_json(&percent_decode(&current), &trust) {
                let update =
                    iam::UpdateAssumeRolePolicyRequest { role_name: name.to_owned(), policy_document: trust };
                api.call(iam::ops::UpdateAssumeRolePolicy, update).await?;
                changed = true;
            }
        }
    }
    let get = iam::GetRolePolicyRequest { role_name: name.to_owned(), policy_name: name.to_owned() };
    let current = missing(api.call(iam::ops::GetRolePolicy, get).await, &["NoSuchEntity"])?;
    if !current.is_some_and(|c| same_json(&percent_decode(&c.policy_document), policy)) {
        let put = iam::PutRolePolicyRequest {
            role_name: name.to_owned(),
            policy_name: name.to_owned(),
            policy_document: policy.to_owned(),
        };
        api.call(iam::ops::PutRolePolicy, put).await?;
        changed = true;
    }
    Ok(changed)
}

/// Makes the repository of the image, if it is not there yet: an image is pushed before the stack can name it.
pub async fn repository(api: &impl Api, name: &str) -> Result<bool, AwsError> {
    let describe = ecr::DescribeRepositoriesRequest {
        repository_names: Some(vec![name.to_owned()]),
        ..Default::default()
    };
    if missing(api.call(ecr::ops::DescribeRepositories, describe).await, &["RepositoryNotFoundException"])?
        .is_some()
    {
        return Ok(false);
    }
    let create = ecr::CreateRepositoryRequest { repository_name: name.to_owned(), ..Default::default() };
    api.call(ecr::ops::CreateRepository, create).await?;
    Ok(true)
}

async fn function(api: &impl Api, stack: &Stack, zip: &Bytes) -> Result<bool, AwsError> {
    let name = stack.function();
    let role = stack.arn_of_role(&stack.function_role());
    let get = lambda::GetFunctionConfigurationRequest { function_name: name.clone(), ..Default::default() };
    let current =
        missing(api.call(lambda::ops::GetFunctionConfiguration, get).await, &["ResourceNotFoundException"])?;
    let Some(current) = current else {
        let create = lambda::CreateFunctionRequest {
            function_name: name,
            runtime: Some("provided.al2023".to_owned()),
            handler: Some("bootstrap".to_owned()),
            role,
            timeout: Some(60),
            code: lambda::FunctionCode { zip_file: Some(zip.clone()), ..Default::default() },
            ..Default::default()
        };
        api.call(lambda::ops::CreateFunction, create).await?;
        return Ok(true);
    };
    let mut changed = false;
    if current.role.as_deref() != Some(role.as_str()) {
        let update = lambda::UpdateFunctionConfigurationRequest {
            function_name: name.clone(),
            role: Some(role),
            ..Default::default()
        };
        api.call(lambda::ops::UpdateFunctionConfiguration, update).await?;
        changed = true;
    }
    let digest = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(zip));
    if current.code_sha256.as_deref() != Some(digest.as_str()) {
        let update = lambda::UpdateFunctionCodeRequest {
            function_name: name,
            zip_file: Some(zip.clone()),
            ..Default::default()
        };
        api.call(lambda::ops::UpdateFunctionCode, update).await?;
        changed = true;
    }
    Ok(changed)
}

async fn state_machine(api: &impl Api, machine: &Machine) -> Result<bool, AwsError> {
    let (definition, role_arn) = (machine.definition.clone(), machine.role_arn.clone());
    let describe = stepfunctions::DescribeStateMachineInput {
        state_machine_arn: machine.arn.clone(),
        ..Default::default()
    };
    let found = api.call(stepfunctions::ops::DescribeStateMachine, describe).await;
    match missing(found, &["StateMachineDoesNotExist"])? {
        None => {
            let create = stepfunctions::CreateStateMachineInput {
                name: machine.name.clone(),
                definition,
                role_arn,
                ..Default::default()
            };
            api.call(stepfunctions::ops::CreateStateMachine, create).await?;
            Ok(true)
        }
        Some(found) if same_json(&found.definition, &definition) && found.role_arn == role_arn => Ok(false),
        Some(_) => {
            let update = stepfunctions::UpdateStateMachineInput {
                state_machine_arn: machine.arn.clone(),
                definition: Some(definition),
                role_arn: Some(role_arn),
                ..Default::default()
            };
            api.call(stepfunctions::ops::UpdateStateMachine, update).await?;
            Ok(true)
        }
    }
}

async fn trail(api: &impl Api, stack: &Stack) -> Result<bool, AwsError> {
    let mut changed = false;
    let name = stack.trail().to_owned();
    let get = cloudtrail::GetTrailRequest { name: name.clone() };
    if missing(api.call(cloudtrail::ops::GetTrail, get).await, &["TrailNotFoundException"])?.is_none() {
        let create = cloudtrail::CreateTrailRequest {
            name: name.clone(),
            s3_bucket_name: stack.trail_bucket(),
            include_global_service_events: Some(false),
            ..Default::default()
        };
        api.call(cloudtrail::ops::CreateTrail, create).await?;
        changed = true;
    }
    let objects = format!("arn:{}:s3:::{}/", stack.place.partition, stack.bucket());
    let wanted = cloudtrail::EventSelector {
        read_write_type: Some("WriteOnly".to_owned()),
        include_management_events: Some(false),
        data_resources: Some(vec![cloudtrail::DataResource {
            r#type: Some("AWS::S3::Object".to_owned()),
            values: Some(vec![objects]),
        }]),
        ..Default::default()
    };
    let get = cloudtrail::GetEventSelectorsRequest { trail_name: name.clone() };
    let current =
        api.call(cloudtrail::ops::GetEventSelectors, get).await?.event_selectors.unwrap_or_default();
    let same = matches!(current.as_slice(), [one] if one.read_write_type == wanted.read_write_type
        && one.include_management_events == wanted.include_management_events
        && one.data_resources == wanted.data_resources);
    if !same {
        let put = cloudtrail::PutEventSelectorsRequest {
            trail_name: name.clone(),
            event_selectors: Some(vec![wanted]),
            ..Default::default()
        };
        api.call(cloudtrail::ops::PutEventSelectors, put).await?;
        changed = true;
    }
    let status = cloudtrail::GetTrailStatusRequest { name: name.clone() };
    if api.call(cloudtrail::ops::GetTrailStatus, status).await?.is_logging != Some(true) {
        api.call(cloudtrail::ops::StartLogging, cloudtrail::StartLoggingRequest { name }).await?;
        changed = true;
    }
    Ok(changed)
}

async fn rule(api: &impl Api, starter: &Starter) -> Result<bool, AwsError> {
    let mut changed = false;
    let (name, pattern) = (starter.name.clone(), starter.pattern.clone());
    let describe = events::DescribeRuleRequest { name: name.clone(), ..Default::default() };
    let current =
        missing(api.call(events::ops::DescribeRule, describe).await, &["ResourceNotFoundException"])?;
    let same = current.is_some_and(|c| {
        c.state.as_deref() == Some("ENABLED")
            && c.event_pattern.is_some_and(|text| same_json(&text, &pattern))
    });
    if !same {
        let put = events::PutRuleRequest {
            name: name.clone(),
            event_pattern: Some(pattern),
            state: Some("ENABLED".to_owned()),
            description: Some(starter.description.clone()),
            ..Default::default()
        };
        api.call(events::ops::PutRule, put).await?;
        changed = true;
    }
    let wanted = events::Target {
        id: starter.id.to_owned(),
        arn: starter.machine_arn.clone(),
        role_arn: Some(starter.role_arn.clone()),
        ..Default::default()
    };
    let list = events::ListTargetsByRuleRequest { rule: name.clone(), ..Default::default() };
    let current = api.call(events::ops::ListTargetsByRule, list).await?.targets.unwrap_or_default();
    if !matches!(current.as_slice(), [one] if *one == wanted) {
        let put = events::PutTargetsRequest { rule: name, targets: vec![wanted], ..Default::default() };
        let answer = api.call(events::ops::PutTargets, put).await?;
        if let Some(failed) = answer.failed_entries.unwrap_or_default().into_iter().next() {
            let code = failed.error_code.unwrap_or_else(|| "InternalFailure".to_owned());
            return Err(AwsError::new(code, 400, failed.error_message.unwrap_or_default()));
        }
        changed = true;
    }
    Ok(changed)
}

/// Documents are compared as JSON: services may write them back with other blanks.
fn same_json(a: &str, b: &str) -> bool {
    let parse = |text: &str| serde_json::from_str::<BTreeMap<String, serde_json::Value>>(text).ok();
    match (parse(a), parse(b)) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}

/// IAM answers documents percent-encoded.
fn percent_decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let hex = bytes.get(i + 1..i + 3).and_then(|h| std::str::from_utf8(h).ok());
        match (bytes[i], hex.and_then(|h| u8::from_str_radix(h, 16).ok())) {
            (b'%', Some(byte)) => {
                out.push(byte);
                i += 3;
            }
            (byte, _) => {
                out.push(byte);
                i += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
