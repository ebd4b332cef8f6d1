//! Tags of all kinds of resources.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::sagemaker::{
    AddTagsInput, AddTagsOutput, DeleteTagsInput, DeleteTagsOutput, ListTagsInput, ListTagsOutput, Tag,
};
use lirio_service::Context;
use lirio_store::{Key, Read, Txn};

use crate::names::{self, Kind};
use crate::processing::PROCESSING_JOBS;
use crate::registry::{GROUPS, PACKAGES, Place};
use crate::rows::{CONFIGS, ENDPOINTS, JOBS, MODELS, TAGS};
use crate::transform::TRANSFORMS;
use crate::{SageMaker, lineage};

/// The most tags of one resource.
const MOST: usize = 50;

pub(crate) fn key(arn: &str) -> Key {
    Key::new().str(arn)
}

/// Whose tags a resource has: a version of a model package group has its group's, all others their own.
pub(crate) fn owner(arn: &str) -> String {
    match arn.split_once(":model-package/").and_then(|(start, rest)| Some((start, rest.split_once('/')?.0))) {
        Some((start, group)) => format!("{start}:model-package-group/{group}"),
        None => arn.to_owned(),
    }
}

/// Refuses to change the tags of what has none of its own.
fn refuse_borrowed(arn: &str) -> Result<(), AwsError> {
    let owner = owner(arn);
    if owner == arn {
        return Ok(());
    }
    Err(AwsError::validation(format!("{arn} has the tags of its group: change those of {owner}.")))
}

/// Stores the tags that a resource is created with.
pub(crate) fn create(txn: &mut Txn<'_>, arn: &str, tags: Option<Vec<Tag>>) -> Result<(), AwsError> {
    match tags {
        Some(tags) if !tags.is_empty() => merge(txn, arn, tags).map(drop),
        _ => Ok(()),
    }
}

fn merge(txn: &mut Txn<'_>, arn: &str, new: Vec<Tag>) -> Result<Vec<Tag>, AwsError> {
    let mut tags = TAGS.get(txn, &key(arn))?.unwrap_or_default();
    for tag in new {
        match tags.iter_mut().find(|old| old.key == tag.key) {
            Some(old) => old.value = tag.value,
            None => tags.push(tag),
        }
    }
    if tags.len() > MOST {
        return Err(lirio_api::sagemaker::errors::resource_limit_exceeded(format!(
            "A resource has at most {MOST} tags; {arn} would have {}.",
            tags.len()
        )));
    }
    TAGS.put(txn, &key(arn), &tags)?;
    Ok(tags)
}

/// Refuses an ARN of which there is no resource.
fn check(read: &impl Read, ctx_scope: &lirio_service::Scope, arn: &str) -> Result<(), AwsError> {
    for kind in Kind::ALL {
        let start = kind.arn(ctx_scope, "");
        // Callers write names in their own case; ARNs have them in lower case.
        if let Some(name) = arn.strip_prefix(&start) {
            let key = names::key(ctx_scope, name);
            let there = match kind {
                Kind::TrainingJob => JOBS.exists(read, &key)?,
                Kind::ProcessingJob => PROCESSING_JOBS.exists(read, &key)?,
                Kind::TransformJob => TRANSFORMS.exists(read, &key)?,
                Kind::Model => MODELS.exists(read, &key)?,
                Kind::EndpointConfig => CONFIGS.exists(read, &key)?,
                Kind::Endpoint => ENDPOINTS.exists(read, &key)?,
                Kind::ModelPackageGroup => GROUPS.exists(read, &key)?,
                Kind::ModelPackage => PACKAGES.exists(read, &Place::parse(ctx_scope, arn)?.key(ctx_scope))?,
            };
            return if there { Ok(()) } else { Err(kind.missing(ctx_scope, name)) };
        }
    }
    if lineage::exists(read, ctx_scope, arn)? {
        return Ok(());
    }
    Err(AwsError::validation(format!("Could not find a resource \"{arn}\" that can have tags.")))
}

impl SageMaker {
    pub(crate) async fn add_tags(
        self: Arc<Self>,
        ctx: Context,
        input: AddTagsInput,
    ) -> Result<AddTagsOutput, AwsError> {
        let scope = ctx.scope.clone();
        ctx.commit(move |txn| {
            let arn = input.resource_arn.to_ascii_lowercase();
            check(txn, &scope, &arn)?;
            refuse_borrowed(&arn)?;
            Ok(AddTagsOutput { tags: Some(merge(txn, &arn, input.tags)?) })
        })
        .await
    }

    pub(crate) async fn delete_tags(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteTagsInput,
    ) -> Result<DeleteTagsOutput, AwsError> {
        let scope = ctx.scope.clone();
        ctx.commit(move |txn| {
            let arn = input.resource_arn.to_ascii_lowercase();
            check(txn, &scope, &arn)?;
            refuse_borrowed(&arn)?;
            if let Some(mut tags) = TAGS.get(txn, &key(&arn))? {
                tags.retain(|tag| !input.tag_keys.contains(&tag.key));
                TAGS.put(txn, &key(&arn), &tags)?;
            }
            Ok(DeleteTagsOutput::default())
        })
        .await
    }

    pub(crate) async fn list_tags(
        self: Arc<Self>,
        ctx: Context,
        input: ListTagsInput,
    ) -> Result<ListTagsOutput, AwsError> {
        let arn = input.resource_arn.to_ascii_lowercase();
        let tags = self.platform.store.read(|read| {
            check(read, &ctx.scope, &arn)?;
            Ok::<_, AwsError>(TAGS.get(read, &key(&owner(&arn)))?.unwrap_or_default())
        })?;
        // A resource has at most fifty: they fit on one page, whatever its size.
        Ok(ListTagsOutput { tags: Some(tags), next_token: None })
    }
}
