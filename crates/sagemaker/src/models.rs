//! Models.

use std::sync::Arc;

use lirio_api::sagemaker::{
    ContainerDefinition, CreateModelInput, CreateModelOutput, DeleteModelInput, DescribeModelInput,
    DescribeModelOutput, ListModelsInput, ListModelsOutput, ModelSummary,
};
use lirio_api::{AwsError, Unit};
use lirio_service::Context;

use crate::SageMaker;
use crate::listing::{self, Listed, Query};
use crate::names::{self, Kind, given, refuse, refuse_first};
use crate::rows::{MODELS, ModelRow, TAGS};
use crate::s3::Location;
use crate::{registry, tags};

impl SageMaker {
    pub(crate) async fn create_model(
        self: Arc<Self>,
        ctx: Context,
        mut input: CreateModelInput,
    ) -> Result<CreateModelOutput, AwsError> {
        check(&input)?;
        let role = input.execution_role_arn.clone().ok_or_else(|| {
            AwsError::validation(
                "ExecutionRoleArn is required: the image and the model's data are fetched as this role.",
            )
        })?;
        names::check_role(&ctx, &role)?;
        let scope = ctx.scope.clone();
        let key = names::key(&scope, &input.model_name);
        let arn = Kind::Model.arn(&scope, &input.model_name);
        let tags = input.tags.take();
        let mut row = ModelRow { request: input, arn: arn.clone(), created: ctx.now };
        ctx.commit(move |txn| {
            // In the commit, so that no package is rejected in between.
            if let Some(container) = container_mut(&mut row.request) {
                registry::container_of_package(txn, &scope, container)?;
                check_container(container)?;
            }
            if !MODELS.insert(txn, &key, &row)? {
                return Err(Kind::Model.exists(&scope, &row.request.model_name));
            }
            tags::create(txn, &row.arn, tags)
        })
        .await?;
        Ok(CreateModelOutput { model_arn: arn })
    }

    pub(crate) async fn describe_model(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeModelInput,
    ) -> Result<DescribeModelOutput, AwsError> {
        let key = names::key(&ctx.scope, &input.model_name);
        let row = ctx
            .read(|read| MODELS.get(read, &key))?
            .ok_or_else(|| Kind::Model.missing(&ctx.scope, &input.model_name))?;
        Ok(description(row))
    }

    pub(crate) async fn list_models(
        self: Arc<Self>,
        ctx: Context,
        input: ListModelsInput,
    ) -> Result<ListModelsOutput, AwsError> {
        let query = Query {
            sort_by: input.sort_by,
            descending: input.sort_order.as_deref() != Some("Ascending"),
            next_token: input.next_token,
            max_results: input.max_results,
            name_contains: input.name_contains,
            created: (input.creation_time_after, input.creation_time_before),
            ..Query::default()
        };
        let listed = |row: ModelRow| Listed {
            name: row.request.model_name.clone(),
            created: row.created,
            modified: row.created,
            status: "",
            summary: ModelSummary {
                model_name: row.request.model_name,
                model_arn: row.arn,
                creation_time: row.created,
            },
        };
        let (models, next_token) = listing::list(&ctx, MODELS, &query, listed)?;
        Ok(ListModelsOutput { models, next_token })
    }

    pub(crate) async fn delete_model(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteModelInput,
    ) -> Result<Unit, AwsError> {
        let scope = ctx.scope.clone();
        ctx.commit(move |txn| {
            if !MODELS.delete(txn, &names::key(&scope, &input.model_name))? {
                return Err(Kind::Model.missing(&scope, &input.model_name));
            }
            TAGS.delete(txn, &tags::key(&Kind::Model.arn(&scope, &input.model_name)))?;
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}

/// The answer of `DescribeModel`.
pub(crate) fn description(row: ModelRow) -> DescribeModelOutput {
    let request = row.request;
    DescribeModelOutput {
        model_name: request.model_name,
        primary_container: request.primary_container,
        containers: request.containers,
        inference_execution_config: request.inference_execution_config,
        execution_role_arn: request.execution_role_arn,
        creation_time: row.created,
        model_arn: row.arn,
        enable_network_isolation: Some(request.enable_network_isolation.unwrap_or(false)),
        ..DescribeModelOutput::default()
    }
}

/// The one container of a model.
pub(crate) fn container(model: &CreateModelInput) -> Option<&ContainerDefinition> {
    model.primary_container.as_ref().or_else(|| model.containers.as_ref()?.first())
}

fn container_mut(model: &mut CreateModelInput) -> Option<&mut ContainerDefinition> {
    model.primary_container.as_mut().or_else(|| model.containers.as_mut()?.first_mut())
}

fn check(input: &CreateModelInput) -> Result<(), AwsError> {
    let several = input.containers.as_ref().map_or(0, Vec::len);
    if several > 1 {
        return Err(refuse("models of several containers (Containers)"));
    }
    if several == 1 && input.primary_container.is_some() {
        return Err(AwsError::validation("Give either PrimaryContainer or Containers, not both."));
    }
    if container(input).is_none() {
        return Err(AwsError::validation("PrimaryContainer is required."));
    }
    refuse_first(&[(input.vpc_config.is_some(), "models in a VPC (VpcConfig)")])
}

/// Checks a container, with what its model package has given it.
fn check_container(container: &ContainerDefinition) -> Result<(), AwsError> {
    let data = container.model_data_source.as_ref().and_then(|source| source.s3_data_source.as_ref());
    let refused = [
        (container.mode.as_deref() == Some("MultiModel"), "multi-model containers (Mode MultiModel)"),
        (
            given(&container.inference_specification_name) && !given(&container.model_package_name),
            "InferenceSpecificationName without a ModelPackageName",
        ),
        (
            container.additional_model_data_sources.as_ref().is_some_and(|all| !all.is_empty()),
            "AdditionalModelDataSources",
        ),
        (
            container.image_config.as_ref().is_some_and(|config| config.repository_access_mode != "Platform"),
            "images from a private registry in a VPC (ImageConfig)",
        ),
        (
            data.is_some_and(|data| data.hub_access_config.is_some() || data.manifest_s3_uri.is_some()),
            "HubAccessConfig or ManifestS3Uri of a model data source",
        ),
        (
            data.is_some_and(|data| {
                !matches!(
                    (data.s3_data_type.as_str(), data.compression_type.as_str()),
                    ("S3Prefix", "None") | ("S3Object", "Gzip")
                )
            }),
            "a model data source that is neither an S3Prefix uncompressed nor an S3Object with Gzip",
        ),
    ];
    refuse_first(&refused)?;
    if !given(&container.image) {
        return Err(AwsError::validation("PrimaryContainer.Image is required."));
    }
    check_data(container.model_data_url.iter().chain(data.map(|data| &data.s3_uri)))
}

/// Refuses data of a model that lie nowhere in S3.
pub(crate) fn check_data<'a>(mut uris: impl Iterator<Item = &'a String>) -> Result<(), AwsError> {
    match uris.find(|uri| Location::parse(uri).is_none()) {
        Some(uri) => {
            Err(AwsError::validation(format!("The model data {uri:?} is not of the form s3://bucket/key.")))
        }
        None => Ok(()),
    }
}
