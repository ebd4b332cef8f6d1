//! Endpoint configurations.

use std::sync::Arc;

use lirio_api::sagemaker::{
    CreateEndpointConfigInput, CreateEndpointConfigOutput, DeleteEndpointConfigInput,
    DescribeEndpointConfigInput, DescribeEndpointConfigOutput, EndpointConfigSummary,
    ListEndpointConfigsInput, ListEndpointConfigsOutput, ProductionVariant,
};
use lirio_api::{AwsError, Unit};
use lirio_service::Context;

use crate::SageMaker;
use crate::instance_types;
use crate::listing::{self, Listed, Query};
use crate::names::{self, Kind, given, refuse_first};
use crate::rows::{CONFIGS, ConfigRow, MODELS, TAGS};
use crate::s3::Location;
use crate::tags;

/// The most containers of one variant on one machine.
const MOST_INSTANCES: i64 = 64;

impl SageMaker {
    pub(crate) async fn create_endpoint_config(
        self: Arc<Self>,
        ctx: Context,
        mut input: CreateEndpointConfigInput,
    ) -> Result<CreateEndpointConfigOutput, AwsError> {
        check(&input)?;
        let shadows = input.shadow_production_variants.iter().flatten();
        for variant in input.production_variants.iter().chain(shadows) {
            self.gpus.check(variant.instance_type.as_deref().unwrap_or_default())?;
        }
        let scope = ctx.scope.clone();
        let key = names::key(&scope, &input.endpoint_config_name);
        let arn = Kind::EndpointConfig.arn(&scope, &input.endpoint_config_name);
        let tags = input.tags.take();
        let row = ConfigRow { request: input, arn: arn.clone(), created: ctx.now };
        ctx.commit(move |txn| {
            let shadows = row.request.shadow_production_variants.as_deref().unwrap_or_default();
            for variant in row.request.production_variants.iter().chain(shadows) {
                let model = variant.model_name.as_deref().unwrap_or_default();
                if !MODELS.exists(txn, &names::key(&scope, model))? {
                    return Err(Kind::Model.missing(&scope, model));
                }
            }
            if !CONFIGS.insert(txn, &key, &row)? {
                return Err(Kind::EndpointConfig.exists(&scope, &row.request.endpoint_config_name));
            }
            tags::create(txn, &row.arn, tags)
        })
        .await?;
        Ok(CreateEndpointConfigOutput { endpoint_config_arn: arn })
    }

    pub(crate) async fn describe_endpoint_config(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeEndpointConfigInput,
    ) -> Result<DescribeEndpointConfigOutput, AwsError> {
        let key = names::key(&ctx.scope, &input.endpoint_config_name);
        let row = ctx
            .read(|read| CONFIGS.get(read, &key))?
            .ok_or_else(|| Kind::EndpointConfig.missing(&ctx.scope, &input.endpoint_config_name))?;
        let request = row.request;
        Ok(DescribeEndpointConfigOutput {
            endpoint_config_name: request.endpoint_config_name,
            endpoint_config_arn: row.arn,
            production_variants: request.production_variants,
            shadow_production_variants: request.shadow_production_variants.filter(|all| !all.is_empty()),
            data_capture_config: request.data_capture_config,
            kms_key_id: request.kms_key_id,
            creation_time: row.created,
            execution_role_arn: request.execution_role_arn,
            enable_network_isolation: request.enable_network_isolation,
            metrics_config: request.metrics_config,
            ..DescribeEndpointConfigOutput::default()
        })
    }

    pub(crate) async fn list_endpoint_configs(
        self: Arc<Self>,
        ctx: Context,
        input: ListEndpointConfigsInput,
    ) -> Result<ListEndpointConfigsOutput, AwsError> {
        let query = Query {
            sort_by: input.sort_by,
            descending: input.sort_order.as_deref() != Some("Ascending"),
            next_token: input.next_token,
            max_results: input.max_results,
            name_contains: input.name_contains,
            created: (input.creation_time_after, input.creation_time_before),
            ..Query::default()
        };
        let listed = |row: ConfigRow| Listed {
            name: row.request.endpoint_config_name.clone(),
            created: row.created,
            modified: row.created,
            status: "",
            summary: EndpointConfigSummary {
                endpoint_config_name: row.request.endpoint_config_name,
                endpoint_config_arn: row.arn,
                creation_time: row.created,
            },
        };
        let (endpoint_configs, next_token) = listing::list(&ctx, CONFIGS, &query, listed)?;
        Ok(ListEndpointConfigsOutput { endpoint_configs, next_token })
    }

    pub(crate) async fn delete_endpoint_config(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteEndpointConfigInput,
    ) -> Result<Unit, AwsError> {
        let scope = ctx.scope.clone();
        ctx.commit(move |txn| {
            let name = &input.endpoint_config_name;
            if !CONFIGS.delete(txn, &names::key(&scope, name))? {
                return Err(Kind::EndpointConfig.missing(&scope, name));
            }
            TAGS.delete(txn, &tags::key(&Kind::EndpointConfig.arn(&scope, name)))?;
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}

fn check(input: &CreateEndpointConfigInput) -> Result<(), AwsError> {
    let refused = [
        (
            input.data_capture_config.as_ref().is_some_and(|config| given(&config.kms_key_id)),
            "encryption of captured data (DataCaptureConfig.KmsKeyId)",
        ),
        (input.async_inference_config.is_some(), "asynchronous inference (AsyncInferenceConfig)"),
        (input.explainer_config.is_some(), "explanations (ExplainerConfig)"),
        (input.vpc_config.is_some(), "endpoints in a VPC (VpcConfig)"),
        (given(&input.kms_key_id), "encryption of the volume (KmsKeyId)"),
        (input.cross_region_traffic_config.is_some(), "CrossRegionTrafficConfig"),
        (
            input.metrics_config.as_ref().is_some_and(|config| {
                config.enable_enhanced_metrics == Some(true)
                    || config.enable_detailed_observability == Some(true)
            }),
            "enhanced metrics (MetricsConfig)",
        ),
    ];
    refuse_first(&refused)?;
    if let Some(capture) = &input.data_capture_config
        && Location::parse(&capture.destination_s3_uri).is_none()
    {
        return Err(AwsError::validation(format!(
            "DataCaptureConfig.DestinationS3Uri: {:?} is no S3 URI.",
            capture.destination_s3_uri
        )));
    }
    let shadows = input.shadow_production_variants.as_deref().unwrap_or_default();
    if !shadows.is_empty() && (shadows.len() > 1 || input.production_variants.len() > 1) {
        return Err(AwsError::validation(
            "An endpoint configuration with a shadow variant has exactly one of it and one production variant.",
        ));
    }
    let mut names = Vec::new();
    for variant in input.production_variants.iter().chain(shadows) {
        if names.contains(&&variant.variant_name) {
            return Err(AwsError::validation(format!(
                "Variant names must be unique in an endpoint configuration; {} is there twice.",
                variant.variant_name
            )));
        }
        names.push(&variant.variant_name);
        check_variant(variant)?;
    }
    check_weights(input.production_variants.iter().map(weight))
}

/// Refuses weights by which nothing could be chosen.
pub(crate) fn check_weights(weights: impl Iterator<Item = f64>) -> Result<(), AwsError> {
    let weight: f64 = weights.sum();
    if weight <= 0.0 || !weight.is_finite() {
        return Err(AwsError::validation("The weights of the variants must add up to more than zero."));
    }
    Ok(())
}

/// Refuses numbers of instances that a variant cannot have.
pub(crate) fn check_count(variant: &str, count: i64) -> Result<(), AwsError> {
    match count {
        ..=0 => Err(AwsError::validation(format!(
            "Variant {variant}: the number of instances is required and at least 1."
        ))),
        1..=MOST_INSTANCES => Ok(()),
        _ => Err(lirio_api::sagemaker::errors::resource_limit_exceeded(format!(
            "Variant {variant} asks for {count} instances; this machine serves at most {MOST_INSTANCES} of a variant."
        ))),
    }
}

/// A variant's share of the traffic, as given.
pub(crate) fn weight(variant: &ProductionVariant) -> f64 {
    variant.initial_variant_weight.unwrap_or(1.0)
}

fn check_variant(variant: &ProductionVariant) -> Result<(), AwsError> {
    let routing = variant.routing_config.as_ref().map(|config| config.routing_strategy.as_str());
    let refused = [
        (variant.serverless_config.is_some(), "serverless inference (ServerlessConfig)"),
        (given(&variant.accelerator_type), "accelerators (AcceleratorType)"),
        (variant.core_dump_config.is_some(), "core dumps (CoreDumpConfig)"),
        (variant.managed_instance_scaling.is_some(), "ManagedInstanceScaling"),
        (variant.instance_pools.as_ref().is_some_and(|all| !all.is_empty()), "InstancePools"),
        (variant.capacity_reservation_config.is_some(), "CapacityReservationConfig"),
        (
            variant.accelerator_partition_layouts.as_ref().is_some_and(|all| !all.is_empty()),
            "AcceleratorPartitionLayouts",
        ),
        (variant.enable_ssm_access == Some(true), "EnableSSMAccess"),
        (
            matches!(routing, Some("PREFIX_AWARE" | "KV_AWARE")),
            "prefix-aware and KV-aware routing (RoutingConfig)",
        ),
    ];
    refuse_first(&refused)?;
    let name = &variant.variant_name;
    if !given(&variant.model_name) {
        return Err(AwsError::validation(format!("Variant {name}: ModelName is required.")));
    }
    let Some(instance_type) = &variant.instance_type else {
        return Err(AwsError::validation(format!("Variant {name}: InstanceType is required.")));
    };
    instance_types::check(instance_type)?;
    check_count(name, variant.initial_instance_count.unwrap_or(0))
}
