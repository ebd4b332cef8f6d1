//! Tags of repositories.

use std::collections::BTreeMap;
use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::ecr::{self, *};
use lirio_service::{Context, Scope};

use crate::Ecr;
use crate::repositories::change;
use crate::tables::Place;

const MAX_TAGS: usize = 50;

impl Ecr {
    pub(crate) async fn tag_resource(
        self: Arc<Self>,
        ctx: Context,
        input: TagResourceRequest,
    ) -> Result<TagResourceResponse, AwsError> {
        change(&ctx, place_of_arn(&ctx.scope, &input.resource_arn)?, move |row| {
            row.tags = merged(std::mem::take(&mut row.tags), input.tags)?;
            Ok(TagResourceResponse {})
        })
        .await
    }

    pub(crate) async fn untag_resource(
        self: Arc<Self>,
        ctx: Context,
        input: UntagResourceRequest,
    ) -> Result<UntagResourceResponse, AwsError> {
        change(&ctx, place_of_arn(&ctx.scope, &input.resource_arn)?, move |row| {
            row.tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(UntagResourceResponse {})
        })
        .await
    }

    pub(crate) async fn list_tags_for_resource(
        self: Arc<Self>,
        ctx: Context,
        input: ListTagsForResourceRequest,
    ) -> Result<ListTagsForResourceResponse, AwsError> {
        let place = place_of_arn(&ctx.scope, &input.resource_arn)?;
        let row = self.platform.store.read(|r| place.repository(r))?;
        let tags = row.tags.into_iter().map(|(key, value)| Tag { key, value }).collect();
        Ok(ListTagsForResourceResponse { tags: Some(tags) })
    }
}

/// The repository an ARN names; those of other accounts and regions are not here.
pub(crate) fn place_of_arn(scope: &Scope, arn: &str) -> Result<Place, AwsError> {
    let mut parts = arn.splitn(6, ':');
    let (Some("arn"), Some(_), Some("ecr"), Some(region), Some(account), Some(resource)) =
        (parts.next(), parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(invalid_arn());
    };
    let name = resource.strip_prefix("repository/").ok_or_else(invalid_arn)?;
    let place = Place::new(scope, name);
    if *region == *scope.region && *account == *scope.account {
        Ok(place)
    } else {
        Err(crate::no_such_repository(name, account))
    }
}

fn invalid_arn() -> AwsError {
    ecr::errors::invalid_parameter_exception(
        "Invalid parameter at 'resourceArn' failed to satisfy constraint: 'Invalid ARN'",
    )
}

/// Old tags and new ones, within ECR's rules.
pub(crate) fn merged(
    mut tags: BTreeMap<String, String>,
    new: Vec<Tag>,
) -> Result<BTreeMap<String, String>, AwsError> {
    for Tag { key, value } in new {
        let lengths_fit = (1..=128).contains(&key.chars().count()) && value.chars().count() <= 256;
        if !lengths_fit || key.to_ascii_lowercase().starts_with("aws:") {
            return Err(ecr::errors::invalid_tag_parameter_exception(
                "Invalid parameter at 'tags' failed to satisfy constraint: 'Tag keys have 1 to 128 characters and do not begin with aws:, values have at most 256'",
            ));
        }
        tags.insert(key, value);
    }
    if tags.len() > MAX_TAGS {
        return Err(ecr::errors::too_many_tags_exception(format!(
            "The number of tags exceeds the limit of {MAX_TAGS}"
        )));
    }
    Ok(tags)
}
