//! Artifacts: what has a URI, such as data, an image or a model.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::sagemaker::{
    ArtifactSource, ArtifactSummary, CreateArtifactRequest, CreateArtifactResponse, DeleteArtifactRequest,
    DeleteArtifactResponse, DescribeArtifactRequest, DescribeArtifactResponse, ListArtifactsRequest,
    ListArtifactsResponse, UpdateArtifactRequest, UpdateArtifactResponse,
};
use lirio_service::Context;

use super::entities::{Properties, Wanted};
use super::entity::{Entity, Lineage, artifact_arn};
use crate::SageMaker;

impl SageMaker {
    pub(crate) async fn create_artifact(
        self: Arc<Self>,
        ctx: Context,
        input: CreateArtifactRequest,
    ) -> Result<CreateArtifactResponse, AwsError> {
        let arn = artifact_arn(&ctx.scope, &input.source.source_uri);
        let entity = Entity {
            name: input.artifact_name,
            source_types: input.source.source_types,
            properties: input.properties.unwrap_or_default(),
            metadata: input.metadata_properties,
            ..Entity::new(
                Lineage::Artifact,
                arn.clone(),
                &input.artifact_type,
                &input.source.source_uri,
                ctx.now,
            )
        };
        self.create_entity(&ctx, entity, input.tags).await?;
        Ok(CreateArtifactResponse { artifact_arn: Some(arn) })
    }

    pub(crate) async fn describe_artifact(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeArtifactRequest,
    ) -> Result<DescribeArtifactResponse, AwsError> {
        let entity = self.entity(&ctx, &input.artifact_arn)?;
        let source = source(&entity);
        Ok(DescribeArtifactResponse {
            artifact_name: entity.name,
            artifact_arn: Some(entity.arn),
            source: Some(source),
            artifact_type: Some(entity.kind),
            properties: Some(entity.properties).filter(|all| !all.is_empty()),
            creation_time: Some(entity.created),
            created_by: entity.created_by,
            last_modified_time: Some(entity.modified),
            last_modified_by: entity.modified_by,
            metadata_properties: entity.metadata,
            lineage_group_arn: None,
        })
    }

    pub(crate) async fn list_artifacts(
        self: Arc<Self>,
        ctx: Context,
        input: ListArtifactsRequest,
    ) -> Result<ListArtifactsResponse, AwsError> {
        let wanted = Wanted {
            lineage: Lineage::Artifact,
            source_uri: input.source_uri,
            kind: input.artifact_type,
            created: (input.created_after, input.created_before),
            sort_by: input.sort_by,
            sort_order: input.sort_order,
            next_token: input.next_token,
            max_results: input.max_results,
        };
        let (summaries, next_token) = self.list_entities(&ctx, wanted, |entity| ArtifactSummary {
            source: Some(source(&entity)),
            artifact_arn: Some(entity.arn),
            artifact_name: entity.name,
            artifact_type: Some(entity.kind),
            creation_time: Some(entity.created),
            last_modified_time: Some(entity.modified),
        })?;
        Ok(ListArtifactsResponse { artifact_summaries: Some(summaries), next_token })
    }

    pub(crate) async fn update_artifact(
        self: Arc<Self>,
        ctx: Context,
        input: UpdateArtifactRequest,
    ) -> Result<UpdateArtifactResponse, AwsError> {
        let arn = input.artifact_arn;
        let properties = Properties { set: input.properties, remove: input.properties_to_remove };
        let name = input.artifact_name;
        self.update_entity(&ctx, arn.clone(), properties, |entity| {
            if name.is_some() {
                entity.name = name;
            }
        })
        .await?;
        Ok(UpdateArtifactResponse { artifact_arn: Some(arn) })
    }

    pub(crate) async fn delete_artifact(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteArtifactRequest,
    ) -> Result<DeleteArtifactResponse, AwsError> {
        let arn = match (input.artifact_arn, input.source) {
            (Some(arn), None) => arn,
            (None, Some(source)) => artifact_arn(&ctx.scope, &source.source_uri),
            _ => return Err(AwsError::validation("Give either ArtifactArn or Source.")),
        };
        self.delete_entity(&ctx, arn.clone()).await?;
        Ok(DeleteArtifactResponse { artifact_arn: Some(arn) })
    }
}

fn source(entity: &Entity) -> ArtifactSource {
    ArtifactSource { source_uri: entity.source_uri.clone(), source_types: entity.source_types.clone() }
}
