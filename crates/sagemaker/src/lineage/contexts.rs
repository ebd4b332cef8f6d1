//! Contexts: what entities belong to, such as an endpoint or a group of models.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::sagemaker::{
    ContextSource, ContextSummary, CreateContextRequest, CreateContextResponse, DeleteContextRequest,
    DeleteContextResponse, DescribeContextRequest, DescribeContextResponse, ListContextsRequest,
    ListContextsResponse, UpdateContextRequest, UpdateContextResponse,
};
use lirio_service::Context as Call;

use super::entities::{Properties, Wanted};
use super::entity::{Entity, Lineage};
use crate::SageMaker;

impl SageMaker {
    pub(crate) async fn create_context(
        self: Arc<Self>,
        ctx: Call,
        input: CreateContextRequest,
    ) -> Result<CreateContextResponse, AwsError> {
        let arn = Lineage::Context.arn(&ctx.scope, &input.context_name);
        let entity = Entity {
            name: Some(input.context_name),
            source_type: input.source.source_type,
            source_id: input.source.source_id,
            description: input.description,
            properties: input.properties.unwrap_or_default(),
            ..Entity::new(
                Lineage::Context,
                arn.clone(),
                &input.context_type,
                &input.source.source_uri,
                ctx.now,
            )
        };
        self.create_entity(&ctx, entity, input.tags).await?;
        Ok(CreateContextResponse { context_arn: Some(arn) })
    }

    pub(crate) async fn describe_context(
        self: Arc<Self>,
        ctx: Call,
        input: DescribeContextRequest,
    ) -> Result<DescribeContextResponse, AwsError> {
        let entity = self.entity(&ctx, &Lineage::Context.resolve(&ctx.scope, &input.context_name))?;
        let source = source(&entity);
        Ok(DescribeContextResponse {
            context_name: entity.name,
            context_arn: Some(entity.arn),
            source: Some(source),
            context_type: Some(entity.kind),
            description: entity.description,
            properties: Some(entity.properties).filter(|all| !all.is_empty()),
            creation_time: Some(entity.created),
            created_by: entity.created_by,
            last_modified_time: Some(entity.modified),
            last_modified_by: entity.modified_by,
            lineage_group_arn: None,
        })
    }

    pub(crate) async fn list_contexts(
        self: Arc<Self>,
        ctx: Call,
        input: ListContextsRequest,
    ) -> Result<ListContextsResponse, AwsError> {
        let wanted = Wanted {
            lineage: Lineage::Context,
            source_uri: input.source_uri,
            kind: input.context_type,
            created: (input.created_after, input.created_before),
            sort_by: input.sort_by,
            sort_order: input.sort_order,
            next_token: input.next_token,
            max_results: input.max_results,
        };
        let (summaries, next_token) = self.list_entities(&ctx, wanted, |entity| ContextSummary {
            source: Some(source(&entity)),
            context_arn: Some(entity.arn),
            context_name: entity.name,
            context_type: Some(entity.kind),
            creation_time: Some(entity.created),
            last_modified_time: Some(entity.modified),
        })?;
        Ok(ListContextsResponse { context_summaries: Some(summaries), next_token })
    }

    pub(crate) async fn update_context(
        self: Arc<Self>,
        ctx: Call,
        input: UpdateContextRequest,
    ) -> Result<UpdateContextResponse, AwsError> {
        let arn = Lineage::Context.arn(&ctx.scope, &input.context_name);
        let properties = Properties { set: input.properties, remove: input.properties_to_remove };
        let description = input.description;
        self.update_entity(&ctx, arn.clone(), properties, |entity| {
            if description.is_some() {
                entity.description = description;
            }
        })
        .await?;
        Ok(UpdateContextResponse { context_arn: Some(arn) })
    }

    pub(crate) async fn delete_context(
        self: Arc<Self>,
        ctx: Call,
        input: DeleteContextRequest,
    ) -> Result<DeleteContextResponse, AwsError> {
        let arn = Lineage::Context.arn(&ctx.scope, &input.context_name);
        self.delete_entity(&ctx, arn.clone()).await?;
        Ok(DeleteContextResponse { context_arn: Some(arn) })
    }
}

fn source(entity: &Entity) -> ContextSource {
    ContextSource {
        source_uri: entity.source_uri.clone(),
        source_type: entity.source_type.clone(),
        source_id: entity.source_id.clone(),
    }
}
