//! Actions: what was done, such as an approval or a deployment.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::sagemaker::{
    ActionSource, ActionSummary, CreateActionRequest, CreateActionResponse, DeleteActionRequest,
    DeleteActionResponse, DescribeActionRequest, DescribeActionResponse, ListActionsRequest,
    ListActionsResponse, UpdateActionRequest, UpdateActionResponse,
};
use lirio_service::Context;

use super::entities::{Properties, Wanted};
use super::entity::{Entity, Lineage};
use crate::SageMaker;

impl SageMaker {
    pub(crate) async fn create_action(
        self: Arc<Self>,
        ctx: Context,
        input: CreateActionRequest,
    ) -> Result<CreateActionResponse, AwsError> {
        let arn = Lineage::Action.arn(&ctx.scope, &input.action_name);
        let entity = Entity {
            name: Some(input.action_name),
            source_type: input.source.source_type,
            source_id: input.source.source_id,
            description: input.description,
            status: input.status,
            properties: input.properties.unwrap_or_default(),
            metadata: input.metadata_properties,
            ..Entity::new(Lineage::Action, arn.clone(), &input.action_type, &input.source.source_uri, ctx.now)
        };
        self.create_entity(&ctx, entity, input.tags).await?;
        Ok(CreateActionResponse { action_arn: Some(arn) })
    }

    pub(crate) async fn describe_action(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeActionRequest,
    ) -> Result<DescribeActionResponse, AwsError> {
        let entity = self.entity(&ctx, &Lineage::Action.resolve(&ctx.scope, &input.action_name))?;
        let source = source(&entity);
        Ok(DescribeActionResponse {
            action_name: entity.name,
            action_arn: Some(entity.arn),
            source: Some(source),
            action_type: Some(entity.kind),
            description: entity.description,
            status: entity.status,
            properties: Some(entity.properties).filter(|all| !all.is_empty()),
            creation_time: Some(entity.created),
            created_by: entity.created_by,
            last_modified_time: Some(entity.modified),
            last_modified_by: entity.modified_by,
            metadata_properties: entity.metadata,
            lineage_group_arn: None,
        })
    }

    pub(crate) async fn list_actions(
        self: Arc<Self>,
        ctx: Context,
        input: ListActionsRequest,
    ) -> Result<ListActionsResponse, AwsError> {
        let wanted = Wanted {
            lineage: Lineage::Action,
            source_uri: input.source_uri,
            kind: input.action_type,
            created: (input.created_after, input.created_before),
            sort_by: input.sort_by,
            sort_order: input.sort_order,
            next_token: input.next_token,
            max_results: input.max_results,
        };
        let (summaries, next_token) = self.list_entities(&ctx, wanted, |entity| ActionSummary {
            source: Some(source(&entity)),
            action_arn: Some(entity.arn),
            action_name: entity.name,
            action_type: Some(entity.kind),
            status: entity.status,
            creation_time: Some(entity.created),
            last_modified_time: Some(entity.modified),
        })?;
        Ok(ListActionsResponse { action_summaries: Some(summaries), next_token })
    }

    pub(crate) async fn update_action(
        self: Arc<Self>,
        ctx: Context,
        input: UpdateActionRequest,
    ) -> Result<UpdateActionResponse, AwsError> {
        let arn = Lineage::Action.arn(&ctx.scope, &input.action_name);
        let properties = Properties { set: input.properties, remove: input.properties_to_remove };
        let description = input.description;
        let status = input.status;
        self.update_entity(&ctx, arn.clone(), properties, |entity| {
            if description.is_some() {
                entity.description = description;
            }
            if status.is_some() {
                entity.status = status;
            }
        })
        .await?;
        Ok(UpdateActionResponse { action_arn: Some(arn) })
    }

    pub(crate) async fn delete_action(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteActionRequest,
    ) -> Result<DeleteActionResponse, AwsError> {
        let arn = Lineage::Action.arn(&ctx.scope, &input.action_name);
        self.delete_entity(&ctx, arn.clone()).await?;
        Ok(DeleteActionResponse { action_arn: Some(arn) })
    }
}

fn source(entity: &Entity) -> ActionSource {
    ActionSource {
        source_uri: entity.source_uri.clone(),
        source_type: entity.source_type.clone(),
        source_id: entity.source_id.clone(),
    }
}
