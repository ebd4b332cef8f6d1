//! The operations on endpoints.

use std::sync::Arc;

use lirio_api::sagemaker::{
    CreateEndpointInput, CreateEndpointOutput, DeleteEndpointInput, DeployedImage, DeploymentConfig,
    DescribeEndpointInput, DescribeEndpointOutput, EndpointSummary, ListEndpointsInput, ListEndpointsOutput,
    PendingDeploymentSummary, PendingProductionVariantSummary, ProductionVariantStatus,
    ProductionVariantSummary, UpdateEndpointInput, UpdateEndpointOutput,
};
use lirio_api::{AwsError, Timestamp, Unit};
use lirio_service::{Context, Scope};
use lirio_store::{Key, Txn};

use crate::endpoint_configs::weight;
use crate::listing::{self, Listed, Query};
use crate::names::{self, Kind};
use crate::rows::{CONFIGS, DeployedVariant, Deployment, ENDPOINTS, EndpointRow, EndpointStatus, MODELS};
use crate::service::Wake;
use crate::training::refuse_first;
use crate::{SageMaker, events, models, tags};

impl SageMaker {
    pub(crate) async fn create_endpoint(
        self: Arc<Self>,
        ctx: Context,
        input: CreateEndpointInput,
    ) -> Result<CreateEndpointOutput, AwsError> {
        check_deployment(input.deployment_config.as_ref())?;
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
                failed_config: None,
                deployment_config: input.deployment_config,
            };
            ENDPOINTS.put(txn, &key, &row)?;
            tags::create(txn, &row.arn, input.tags)?;
            events::endpoint(txn, &row)?;
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
        check_deployment(input.deployment_config.as_ref())?;
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        let key = names::key(&scope, &input.endpoint_name);
        let answer = UpdateEndpointOutput { endpoint_arn: Kind::Endpoint.arn(&scope, &input.endpoint_name) };
        let after = self.after_change(&key);
        ctx.commit(move |txn| {
            let mut row = ENDPOINTS
                .get(txn, &key)?
                .ok_or_else(|| Kind::Endpoint.missing(&scope, &input.endpoint_name))?;
            if row.status.is_transient() {
                return Err(AwsError::validation(format!(
                    "Cannot update in-progress endpoint \"{}\".",
                    row.arn
                )));
            }
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
            // An endpoint that never served is created anew.
            row.status = if row.live.is_some() { EndpointStatus::Updating } else { EndpointStatus::Creating };
            if input.retain_deployment_config != Some(true) {
                row.deployment_config = input.deployment_config;
            }
            ENDPOINTS.put(txn, &key, &row)?;
            events::endpoint(txn, &row)?;
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
            let mut row = ENDPOINTS
                .get(txn, &key)?
                .ok_or_else(|| Kind::Endpoint.missing(&scope, &input.endpoint_name))?;
            if row.status == EndpointStatus::Deleting {
                return Ok(());
            }
            row.status = EndpointStatus::Deleting;
            row.modified = now;
            ENDPOINTS.put(txn, &key, &row)?;
            events::endpoint(txn, &row)?;
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
        let row = if ctx.caller.may_wait {
            self.endpoint_changes
                .hold(
                    &key,
                    &self.platform.shutdown,
                    read,
                    |row| row.status.is_transient(),
                    |a, b| a.status == b.status,
                )
                .await?
        } else {
            read()?
        };
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
        let rows =
            ctx.read(|read| ENDPOINTS.scan_prefix(read, &names::area(&ctx.scope), None, usize::MAX))?;
        let listed = |(_, row): (_, EndpointRow)| Listed {
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
        let (endpoints, next_token) = listing::page(rows.into_iter().map(listed).collect(), &query)?;
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

fn check_deployment(config: Option<&DeploymentConfig>) -> Result<(), AwsError> {
    let Some(config) = config else { return Ok(()) };
    let traffic =
        config.blue_green_update_policy.as_ref().map(|policy| &policy.traffic_routing_configuration);
    refuse_first(&[
        (config.rolling_update_policy.is_some(), "rolling updates (RollingUpdatePolicy)"),
        (
            traffic.is_some_and(|traffic| traffic.r#type != "ALL_AT_ONCE"),
            "shifting traffic in steps (TrafficRoutingConfiguration CANARY or LINEAR)",
        ),
        (
            traffic.is_some_and(|traffic| traffic.wait_interval_in_seconds > 0)
                || config
                    .blue_green_update_policy
                    .as_ref()
                    .is_some_and(|policy| policy.termination_wait_in_seconds.is_some_and(|wait| wait > 0)),
            "baking periods (WaitIntervalInSeconds, TerminationWaitInSeconds)",
        ),
        (
            config
                .auto_rollback_configuration
                .as_ref()
                .is_some_and(|rollback| rollback.alarms.as_ref().is_some_and(|alarms| !alarms.is_empty())),
            "rollback by alarms (AutoRollbackConfiguration)",
        ),
    ])
}

/// Copies a configuration and its models.
fn deployment(txn: &Txn<'_>, scope: &Scope, config: &str, now: Timestamp) -> Result<Deployment, AwsError> {
    let row = CONFIGS
        .get(txn, &names::key(scope, config))?
        .ok_or_else(|| Kind::EndpointConfig.missing(scope, config))?;
    let mut variants = Vec::new();
    for variant in row.request.production_variants {
        let name = variant.model_name.clone().unwrap_or_default();
        let model =
            MODELS.get(txn, &names::key(scope, &name))?.ok_or_else(|| Kind::Model.missing(scope, &name))?;
        let container = models::container(&model.request).cloned().unwrap_or_default();
        variants.push(DeployedVariant {
            variant,
            container,
            role: model.request.execution_role_arn.unwrap_or_default(),
            network_isolation: model.request.enable_network_isolation == Some(true),
            model: model.request.model_name,
            resolved: None,
        });
    }
    Ok(Deployment {
        id: lirio_service::hex_id::<8>(),
        config_name: row.request.endpoint_config_name,
        started: now,
        variants,
        network_isolation: row.request.enable_network_isolation == Some(true),
    })
}

/// Gives the variants of a deployment the counts and weights that those of the same name have now.
fn retain(desired: &mut Deployment, live: &Deployment, excluded: &[&str]) {
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

fn images(variant: &DeployedVariant) -> Option<Vec<DeployedImage>> {
    let (resolved, at) = variant.resolved.clone()?;
    Some(vec![DeployedImage {
        specified_image: variant.container.image.clone(),
        resolved_image: Some(resolved),
        resolution_time: Some(at),
    }])
}

fn creating(since: Timestamp) -> Option<Vec<ProductionVariantStatus>> {
    Some(vec![ProductionVariantStatus {
        status: "Creating".to_owned(),
        status_message: None,
        start_time: Some(since),
    }])
}

/// The answer of `DescribeEndpoint`.
pub(crate) fn description(row: &EndpointRow) -> DescribeEndpointOutput {
    let shown = row.live.as_ref().or(row.desired.as_ref());
    let summary = |variant: &DeployedVariant| {
        let desired = variant.variant.initial_instance_count;
        ProductionVariantSummary {
            variant_name: variant.variant.variant_name.clone(),
            deployed_images: images(variant),
            current_weight: Some(weight(&variant.variant)),
            desired_weight: Some(weight(&variant.variant)),
            current_instance_count: if row.live.is_some() { desired } else { Some(0) },
            desired_instance_count: desired,
            variant_status: if row.live.is_some() { None } else { creating(row.modified) },
            routing_config: variant.variant.routing_config.clone(),
            ..ProductionVariantSummary::default()
        }
    };
    let pending = |desired: &crate::rows::Deployment| PendingDeploymentSummary {
        endpoint_config_name: desired.config_name.clone(),
        production_variants: Some(
            desired
                .variants
                .iter()
                .map(|variant| PendingProductionVariantSummary {
                    variant_name: variant.variant.variant_name.clone(),
                    current_weight: Some(weight(&variant.variant)),
                    desired_weight: Some(weight(&variant.variant)),
                    current_instance_count: Some(0),
                    desired_instance_count: variant.variant.initial_instance_count,
                    instance_type: variant.variant.instance_type.clone(),
                    variant_status: creating(desired.started),
                    ..PendingProductionVariantSummary::default()
                })
                .collect(),
        ),
        start_time: Some(desired.started),
        shadow_production_variants: None,
    };
    DescribeEndpointOutput {
        endpoint_name: row.name.clone(),
        endpoint_arn: row.arn.clone(),
        endpoint_config_name: shown
            .map(|deployment| deployment.config_name.clone())
            .or_else(|| row.failed_config.clone()),
        production_variants: shown.map(|deployment| deployment.variants.iter().map(summary).collect()),
        endpoint_status: row.status.as_str().to_owned(),
        failure_reason: row.failure.clone(),
        creation_time: row.created,
        last_modified_time: row.modified,
        last_deployment_config: row.deployment_config.clone(),
        pending_deployment_summary: row.live.as_ref().and(row.desired.as_ref()).map(pending),
        ..DescribeEndpointOutput::default()
    }
}
