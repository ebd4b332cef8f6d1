//! The operations on endpoints.

use std::sync::Arc;

use lirio_api::sagemaker::{
    CreateEndpointInput, CreateEndpointOutput, DeleteEndpointInput, DescribeEndpointInput,
    DescribeEndpointOutput, DesiredWeightAndCapacity, EndpointSummary, ListEndpointsInput,
    ListEndpointsOutput, ProductionVariant, UpdateEndpointInput, UpdateEndpointOutput,
    UpdateEndpointWeightsAndCapacitiesInput, UpdateEndpointWeightsAndCapacitiesOutput,
};
use lirio_api::{AwsError, Timestamp, Unit};
use lirio_service::{Context, Scope};
use lirio_store::{Key, Txn};

use crate::endpoint_configs::{check_count, check_weights, weight};
use crate::endpoints::description;
use crate::endpoints::plan;
use crate::endpoints::rollout::{self, Capacity, Rollout, Scaling, Stage};
use crate::endpoints::save::save;
use crate::listing::{self, Listed, Query};
use crate::names::{self, Kind};
use crate::rows::{CONFIGS, DeployedVariant, Deployment, ENDPOINTS, EndpointRow, EndpointStatus, MODELS};
use crate::service::Wake;
use crate::{SageMaker, models, tags};

impl SageMaker {
    pub(crate) async fn create_endpoint(
        self: Arc<Self>,
        ctx: Context,
        input: CreateEndpointInput,
    ) -> Result<CreateEndpointOutput, AwsError> {
        plan::check(input.deployment_config.as_ref())?;
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        let key = names::key(&scope, &input.endpoint_name);
        let arn = Kind::Endpoint.arn(&scope, &input.endpoint_name);
        let answer = CreateEndpointOutput { endpoint_arn: arn.clone() };
        let after = self.after_change(&key);
        ctx.commit(move |txn| {
            if ENDPOINTS.exists(txn, &key)? {
                return Err(Kind::Endpoint.exists(&scope, &input.endpoint_name));
            }
            let row = EndpointRow {
                desired: Some(deployment(txn, &scope, &input.endpoint_config_name, now)?),
                scope,
                name: input.endpoint_name,
                arn,
                status: EndpointStatus::Creating,
                failure: None,
                created: now,
                modified: now,
                live: None,
                rollout: None,
                left: None,
                scaling: None,
                failed_config: None,
                deployment_config: input.deployment_config,
            };
            plan::plan(row.deployment_config.as_ref(), &counts(&row))?;
            // The event carries the tags.
            tags::create(txn, &row.arn, input.tags)?;
            save(txn, &key, None, &row)?;
            txn.after_commit(after);
            Ok(())
        })
        .await?;
        Ok(answer)
    }

    pub(crate) async fn update_endpoint(
        self: Arc<Self>,
        ctx: Context,
        input: UpdateEndpointInput,
    ) -> Result<UpdateEndpointOutput, AwsError> {
        plan::check(input.deployment_config.as_ref())?;
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        let key = names::key(&scope, &input.endpoint_name);
        let answer = UpdateEndpointOutput { endpoint_arn: Kind::Endpoint.arn(&scope, &input.endpoint_name) };
        let after = self.after_change(&key);
        ctx.commit(move |txn| {
            let before = updatable(txn, &scope, &key, &input.endpoint_name)?;
            let mut row = before.clone();
            let mut desired = deployment(txn, &scope, &input.endpoint_config_name, now)?;
            if input.retain_all_variant_properties == Some(true)
                && let Some(live) = &row.live
            {
                let excluded: Vec<_> = input
                    .exclude_retained_variant_properties
                    .iter()
                    .flatten()
                    .map(|property| property.variant_property_type.as_str())
                    .collect();
                retain(&mut desired, live, &excluded);
            }
            row.desired = Some(desired);
            row.failure = None;
            row.modified = now;
            if input.retain_deployment_config != Some(true) {
                row.deployment_config = input.deployment_config;
            }
            if row.live.is_some() {
                let plan = plan::plan(row.deployment_config.as_ref(), &counts(&row))?;
                if plan.rolling && row.left.is_some() {
                    return Err(names::refuse(
                        "a rolling update of an endpoint in UpdateRollbackFailed: use a BlueGreenUpdatePolicy",
                    ));
                }
                row.status = EndpointStatus::Updating;
                let deadline = Timestamp(now.0 + plan.maximum_seconds * 1000);
                row.rollout = Some(Rollout { plan, stage: Stage::Moving { step: 0 }, since: now, deadline });
            } else {
                // An endpoint that never served is created anew.
                row.status = EndpointStatus::Creating;
            }
            save(txn, &key, Some(&before), &row)?;
            txn.after_commit(after);
            Ok(())
        })
        .await?;
        Ok(answer)
    }

    pub(crate) async fn update_weights_and_capacities(
        self: Arc<Self>,
        ctx: Context,
        input: UpdateEndpointWeightsAndCapacitiesInput,
    ) -> Result<UpdateEndpointWeightsAndCapacitiesOutput, AwsError> {
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        let key = names::key(&scope, &input.endpoint_name);
        let answer = UpdateEndpointWeightsAndCapacitiesOutput {
            endpoint_arn: Kind::Endpoint.arn(&scope, &input.endpoint_name),
        };
        let after = self.after_change(&key);
        ctx.commit(move |txn| {
            let before = updatable(txn, &scope, &key, &input.endpoint_name)?;
            let mut row = before.clone();
            let Some(live) = row.live.as_ref().filter(|_| row.left.is_none()) else {
                return Err(AwsError::validation(format!(
                    "Cannot update the weights and capacities of endpoint \"{}\" in the status {}.",
                    row.arn,
                    row.status.as_str()
                )));
            };
            row.scaling = Some(Scaling {
                since: now,
                variants: capacities(live, &input.desired_weights_and_capacities)?,
            });
            row.status = EndpointStatus::Updating;
            row.failure = None;
            row.modified = now;
            save(txn, &key, Some(&before), &row)?;
            txn.after_commit(after);
            Ok(())
        })
        .await?;
        Ok(answer)
    }

    pub(crate) async fn delete_endpoint(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteEndpointInput,
    ) -> Result<Unit, AwsError> {
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        let key = names::key(&scope, &input.endpoint_name);
        let after = self.after_change(&key);
        ctx.commit(move |txn| {
            let before = ENDPOINTS
                .get(txn, &key)?
                .ok_or_else(|| Kind::Endpoint.missing(&scope, &input.endpoint_name))?;
            if before.status == EndpointStatus::Deleting {
                return Ok(());
            }
            let row = EndpointRow { status: EndpointStatus::Deleting, modified: now, ..before.clone() };
            save(txn, &key, Some(&before), &row)?;
            txn.after_commit(after);
            Ok(())
        })
        .await?;
        Ok(Unit)
    }

    pub(crate) async fn describe_endpoint(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeEndpointInput,
    ) -> Result<DescribeEndpointOutput, AwsError> {
        let key = names::key(&ctx.scope, &input.endpoint_name);
        let read = || {
            ctx.read(|read| ENDPOINTS.get(read, &key))?
                .ok_or_else(|| Kind::Endpoint.missing(&ctx.scope, &input.endpoint_name))
        };
        let row = self.endpoint_changes.hold(&ctx, &key, read, |row| row.status.is_transient()).await?;
        Ok(description(&row))
    }

    pub(crate) async fn list_endpoints(
        self: Arc<Self>,
        ctx: Context,
        input: ListEndpointsInput,
    ) -> Result<ListEndpointsOutput, AwsError> {
        let query = Query {
            sort_by: input.sort_by,
            descending: input.sort_order.as_deref() != Some("Ascending"),
            next_token: input.next_token,
            max_results: input.max_results,
            name_contains: input.name_contains,
            created: (input.creation_time_after, input.creation_time_before),
            modified: (input.last_modified_time_after, input.last_modified_time_before),
            status: input.status_equals,
        };
        let listed = |row: EndpointRow| Listed {
            name: row.name.clone(),
            created: row.created,
            modified: row.modified,
            status: row.status.as_str(),
            summary: EndpointSummary {
                endpoint_name: row.name,
                endpoint_arn: row.arn,
                creation_time: row.created,
                last_modified_time: row.modified,
                endpoint_status: row.status.as_str().to_owned(),
            },
        };
        let (endpoints, next_token) = listing::list(&ctx, ENDPOINTS, &query, listed)?;
        Ok(ListEndpointsOutput { endpoints, next_token })
    }

    /// What runs right after a change of an endpoint is durable.
    fn after_change(&self, key: &Key) -> impl FnOnce() + Send + 'static {
        let (changes, wakes, key) = (self.endpoint_changes.clone(), self.waker(), key.clone());
        move || {
            changes.ring(&key);
            drop(wakes.send(Wake::Endpoint(key)));
        }
    }
}

/// The endpoint, if it can be changed now.
fn updatable(txn: &Txn<'_>, scope: &Scope, key: &Key, name: &str) -> Result<EndpointRow, AwsError> {
    let row = ENDPOINTS.get(txn, key)?.ok_or_else(|| Kind::Endpoint.missing(scope, name))?;
    if row.status.is_transient() {
        return Err(AwsError::validation(format!("Cannot update in-progress endpoint \"{}\".", row.arn)));
    }
    Ok(row)
}

/// The instances of each variant that an update brings.
fn counts(row: &EndpointRow) -> Vec<i64> {
    row.desired.iter().flat_map(|desired| &desired.variants).map(rollout::count).collect()
}

/// The capacities of all variants after a change of some.
fn capacities(live: &Deployment, wanted: &[DesiredWeightAndCapacity]) -> Result<Vec<Capacity>, AwsError> {
    let mut all: Vec<_> = live
        .variants
        .iter()
        .map(|variant| Capacity {
            variant: variant.variant.variant_name.clone(),
            weight: weight(&variant.variant),
            count: rollout::count(variant),
        })
        .collect();
    for change in wanted {
        let name = &change.variant_name;
        if change.serverless_update_config.is_some() {
            return Err(names::refuse("serverless inference (ServerlessUpdateConfig)"));
        }
        let capacity = all.iter_mut().find(|capacity| capacity.variant == *name).ok_or_else(|| {
            AwsError::validation(format!("The endpoint has no variant {name} (DesiredWeightsAndCapacities)."))
        })?;
        if let Some(weight) = change.desired_weight {
            capacity.weight = weight;
        }
        if let Some(count) = change.desired_instance_count {
            check_count(name, count)?;
            capacity.count = count;
        }
    }
    check_weights(all.iter().map(|capacity| capacity.weight))?;
    Ok(all)
}

/// Copies a configuration and its models.
fn deployment(txn: &Txn<'_>, scope: &Scope, config: &str, now: Timestamp) -> Result<Deployment, AwsError> {
    let row = CONFIGS
        .get(txn, &names::key(scope, config))?
        .ok_or_else(|| Kind::EndpointConfig.missing(scope, config))?;
    let deployed = |variant: ProductionVariant| {
        let name = variant.model_name.clone().unwrap_or_default();
        let model =
            MODELS.get(txn, &names::key(scope, &name))?.ok_or_else(|| Kind::Model.missing(scope, &name))?;
        let container = models::container(&model.request).cloned().unwrap_or_default();
        Ok::<_, AwsError>(DeployedVariant {
            variant,
            container,
            role: model.request.execution_role_arn.unwrap_or_default(),
            network_isolation: model.request.enable_network_isolation == Some(true),
            model: model.request.model_name,
            resolved: None,
        })
    };
    let variants = row.request.production_variants.into_iter().map(deployed).collect::<Result<_, _>>()?;
    let shadows = row.request.shadow_production_variants.into_iter().flatten().map(deployed);
    let shadows = shadows.collect::<Result<_, _>>()?;
    Ok(Deployment {
        id: lirio_service::hex_id::<8>(),
        config_name: row.request.endpoint_config_name,
        started: now,
        variants,
        shadows,
        capture: row.request.data_capture_config,
        network_isolation: row.request.enable_network_isolation == Some(true),
    })
}

/// Gives the variants of a deployment the counts and weights that those of the same name have now, and the
/// deployment the data capture.
fn retain(desired: &mut Deployment, live: &Deployment, excluded: &[&str]) {
    if !excluded.contains(&"DataCaptureConfig") {
        desired.capture.clone_from(&live.capture);
    }
    for variant in &mut desired.variants {
        let name = &variant.variant.variant_name;
        let Some(old) = live.variants.iter().find(|old| old.variant.variant_name == *name) else { continue };
        if !excluded.contains(&"DesiredInstanceCount") {
            variant.variant.initial_instance_count = old.variant.initial_instance_count;
        }
        if !excluded.contains(&"DesiredWeight") {
            variant.variant.initial_variant_weight = old.variant.initial_variant_weight;
        }
    }
}
