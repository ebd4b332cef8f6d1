//! What the operations on artifacts, actions and contexts have in common.

use std::collections::BTreeMap;

use lirio_api::sagemaker::{Tag, errors};
use lirio_api::{AwsError, Timestamp};
use lirio_service::{Context, Scope};
use lirio_store::{Read, Txn};

use super::derive::graph;
use super::entity::{ENTITIES, Entity, Lineage, entity_key};
use super::graph::Graph;
use crate::listing::{self, Listed, Query};
use crate::names;
use crate::registry::user_context;
use crate::rows::TAGS;
use crate::{SageMaker, tags};

/// The most properties of an entity.
const MOST_PROPERTIES: usize = 30;

/// What the caller of a list asks for.
pub(super) struct Wanted {
    pub(super) lineage: Lineage,
    pub(super) source_uri: Option<String>,
    pub(super) kind: Option<String>,
    pub(super) created: (Option<Timestamp>, Option<Timestamp>),
    pub(super) sort_by: Option<String>,
    pub(super) sort_order: Option<String>,
    pub(super) next_token: Option<String>,
    pub(super) max_results: Option<i64>,
}

/// Changes of properties.
#[derive(Default)]
pub(super) struct Properties {
    pub(super) set: Option<BTreeMap<String, String>>,
    pub(super) remove: Option<Vec<String>>,
}

impl SageMaker {
    /// The lineage as it is now.
    pub(super) fn lineage(&self, scope: &Scope) -> Result<Graph, AwsError> {
        self.platform.store.read(|read| graph(read, scope))
    }

    /// Stores an entity of a caller.
    pub(super) async fn create_entity(
        &self,
        ctx: &Context,
        mut entity: Entity,
        tags: Option<Vec<Tag>>,
    ) -> Result<(), AwsError> {
        let scope = ctx.scope.clone();
        entity.created_by = Some(user_context(&scope, &ctx.caller.principal));
        ctx.commit(move |txn| {
            check_properties(&entity)?;
            if graph(txn, &scope)?.get(&entity.arn).is_some() {
                return Err(AwsError::validation(format!(
                    "{} already exists: {}",
                    entity.lineage.as_str(),
                    entity.arn
                )));
            }
            let most = entity.lineage.most();
            if stored(txn, &scope, entity.lineage)? >= most {
                return Err(errors::resource_limit_exceeded(format!(
                    "An account has at most {most} entities of type {} of its own.",
                    entity.lineage.as_str()
                )));
            }
            tags::create(txn, &entity.arn, tags)?;
            ENTITIES.put(txn, &entity_key(&scope, &entity.arn), &entity)?;
            Ok(())
        })
        .await
    }

    /// Changes an entity of a caller.
    pub(super) async fn update_entity(
        &self,
        ctx: &Context,
        arn: String,
        properties: Properties,
        change: impl FnOnce(&mut Entity) + Send + 'static,
    ) -> Result<(), AwsError> {
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        let by = user_context(&scope, &ctx.caller.principal);
        ctx.commit(move |txn| {
            let mut entity = own(txn, &scope, &arn)?;
            for name in properties.remove.into_iter().flatten() {
                entity.properties.remove(&name);
            }
            entity.properties.extend(properties.set.into_iter().flatten());
            change(&mut entity);
            check_properties(&entity)?;
            entity.modified = now;
            entity.modified_by = Some(by);
            ENTITIES.put(txn, &entity_key(&scope, &arn), &entity)?;
            Ok(())
        })
        .await
    }

    /// Removes an entity of a caller.
    pub(super) async fn delete_entity(&self, ctx: &Context, arn: String) -> Result<(), AwsError> {
        let scope = ctx.scope.clone();
        ctx.commit(move |txn| {
            own(txn, &scope, &arn)?;
            let graph = graph(txn, &scope)?;
            if let Some(association) =
                graph.associations().find(|one| one.source == arn || one.destination == arn)
            {
                return Err(AwsError::validation(format!(
                    "{arn} cannot be deleted while it has associations, as that from {} to {}.",
                    association.source, association.destination
                )));
            }
            ENTITIES.delete(txn, &entity_key(&scope, &arn))?;
            TAGS.delete(txn, &tags::key(&arn))?;
            Ok(())
        })
        .await
    }

    /// An entity, whoever made it.
    pub(super) fn entity(&self, ctx: &Context, arn: &str) -> Result<Entity, AwsError> {
        self.lineage(&ctx.scope)?.get(arn).cloned().ok_or_else(|| missing(arn))
    }

    /// A page of entities.
    pub(super) fn list_entities<T>(
        &self,
        ctx: &Context,
        wanted: Wanted,
        summary: impl Fn(Entity) -> T,
    ) -> Result<(Vec<T>, Option<String>), AwsError> {
        let query = Query {
            sort_by: wanted.sort_by,
            descending: wanted.sort_order.as_deref() != Some("Ascending"),
            next_token: wanted.next_token,
            max_results: wanted.max_results,
            created: wanted.created,
            ..Query::default()
        };
        let graph = self.lineage(&ctx.scope)?;
        let listed = graph
            .entities()
            .filter(|entity| {
                entity.lineage == wanted.lineage
                    && wanted.source_uri.as_ref().is_none_or(|uri| *uri == entity.source_uri)
                    && wanted.kind.as_ref().is_none_or(|kind| *kind == entity.kind)
            })
            .map(|entity| Listed {
                // The ARN tells entities of one name apart.
                name: format!("{} {}", entity.name.as_deref().unwrap_or_default(), entity.arn),
                created: entity.created,
                modified: entity.modified,
                status: "",
                summary: summary(entity.clone()),
            })
            .collect();
        listing::page(listed, &query)
    }
}

/// Whether there is a lineage entity of this ARN.
pub(crate) fn exists(read: &impl Read, scope: &Scope, arn: &str) -> Result<bool, AwsError> {
    Ok(graph(read, scope)?.get(arn).is_some())
}

pub(super) fn missing(arn: &str) -> AwsError {
    errors::resource_not_found(format!("{arn} does not exist."))
}

/// The entity, if a caller made it.
fn own(txn: &Txn<'_>, scope: &Scope, arn: &str) -> Result<Entity, AwsError> {
    if let Some(entity) = ENTITIES.get(txn, &entity_key(scope, arn))? {
        return Ok(entity);
    }
    match graph(txn, scope)?.get(arn) {
        Some(entity) => Err(AwsError::validation(format!(
            "{arn} follows from {} and is not changed by itself.",
            entity.source_uri
        ))),
        None => Err(missing(arn)),
    }
}

fn check_properties(entity: &Entity) -> Result<(), AwsError> {
    if entity.properties.len() > MOST_PROPERTIES {
        return Err(AwsError::validation(format!(
            "{} would have {} properties; it may have {MOST_PROPERTIES}.",
            entity.arn,
            entity.properties.len()
        )));
    }
    Ok(())
}

fn stored(txn: &Txn<'_>, scope: &Scope, lineage: Lineage) -> Result<u64, AwsError> {
    Ok(ENTITIES.count(txn, &names::area(scope).str_prefix(&lineage.arn(scope, "")))?)
}
