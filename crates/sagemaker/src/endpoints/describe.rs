//! `DescribeEndpoint`: an endpoint's row as AWS shows it.

use lirio_api::sagemaker::{
    DataCaptureConfigSummary, DeployedImage, DescribeEndpointOutput, PendingDeploymentSummary,
    PendingProductionVariantSummary, ProductionVariantStatus, ProductionVariantSummary,
};

use crate::endpoint_configs::weight;
use crate::endpoints::rollout::{Capacity, aims, count};
use crate::rows::{DeployedVariant, Deployment, EndpointRow, EndpointStatus};

fn images(variant: &DeployedVariant) -> Option<Vec<DeployedImage>> {
    let (resolved, at) = variant.resolved.clone()?;
    Some(vec![DeployedImage {
        specified_image: variant.container.image.clone(),
        resolved_image: Some(resolved),
        resolution_time: Some(at),
    }])
}

/// The stage of a variant of the deployment that is on its way.
fn stage(
    row: &EndpointRow,
    desired: &Deployment,
    variant: &DeployedVariant,
) -> Option<Vec<ProductionVariantStatus>> {
    let (status, message) = row.stage_of(variant)?;
    let since = row.rollout.as_ref().map_or(desired.started, |rollout| rollout.since);
    Some(vec![ProductionVariantStatus {
        status: status.to_owned(),
        status_message: Some(message),
        start_time: Some(since),
    }])
}

/// A variant of what is served.
fn served(row: &EndpointRow, variant: &DeployedVariant, running: Option<i64>) -> ProductionVariantSummary {
    let name = &variant.variant.variant_name;
    let wanted = |capacity: &&Capacity| capacity.variant == *name;
    let scaling = row.scaling.as_ref();
    let capacity = scaling.and_then(|scaling| scaling.variants.iter().find(wanted));
    let (now, weight) = (count(variant), weight(&variant.variant));
    let (desired, desired_weight) =
        capacity.map_or((now, weight), |capacity| (capacity.count, capacity.weight));
    let message = match desired - now {
        0 => "Updating the weight.".to_owned(),
        1.. => format!("Scaling out desired instance count to {desired}."),
        _ => format!("Scaling in desired instance count to {desired}."),
    };
    let status = scaling.filter(|_| (desired, desired_weight) != (now, weight)).map(|scaling| {
        vec![ProductionVariantStatus {
            status: "Updating".to_owned(),
            status_message: Some(message),
            start_time: Some(scaling.since),
        }]
    });
    ProductionVariantSummary {
        variant_name: name.clone(),
        deployed_images: images(variant),
        current_weight: Some(weight),
        desired_weight: Some(desired_weight),
        current_instance_count: Some(if scaling.is_some() { now } else { running.unwrap_or(now) }),
        desired_instance_count: Some(desired),
        variant_status: status,
        routing_config: variant.variant.routing_config.clone(),
        ..ProductionVariantSummary::default()
    }
}

/// A variant of an endpoint that does not serve yet.
fn created(row: &EndpointRow, desired: &Deployment, variant: &DeployedVariant) -> ProductionVariantSummary {
    ProductionVariantSummary {
        variant_name: variant.variant.variant_name.clone(),
        deployed_images: images(variant),
        current_weight: Some(weight(&variant.variant)),
        desired_weight: Some(weight(&variant.variant)),
        current_instance_count: Some(0),
        desired_instance_count: Some(count(variant)),
        variant_status: stage(row, desired, variant),
        routing_config: variant.variant.routing_config.clone(),
        ..ProductionVariantSummary::default()
    }
}

/// A variant of what is on its way.
fn pending(
    row: &EndpointRow,
    desired: &Deployment,
    variant: &DeployedVariant,
) -> PendingProductionVariantSummary {
    PendingProductionVariantSummary {
        variant_name: variant.variant.variant_name.clone(),
        deployed_images: images(variant),
        current_weight: Some(weight(&variant.variant)),
        desired_weight: Some(weight(&variant.variant)),
        current_instance_count: Some(row.active(variant)),
        desired_instance_count: Some(count(variant)),
        instance_type: variant.variant.instance_type.clone(),
        variant_status: stage(row, desired, variant),
        ..PendingProductionVariantSummary::default()
    }
}

/// A list, unless it is empty.
fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    Some(list).filter(|list| !list.is_empty())
}

/// The answer of `DescribeEndpoint`.
pub(crate) fn description(row: &EndpointRow) -> DescribeEndpointOutput {
    let aims = aims(row);
    let mut summaries = (None, None);
    if let Some(live) = &row.live {
        let aim = aims.iter().find(|aim| aim.id == live.id);
        let summary = |(variant, at): (&DeployedVariant, usize)| {
            served(row, variant, aim.and_then(|aim| aim.counts.get(at).copied()))
        };
        summaries.0 = Some(live.variants.iter().zip(0..).map(summary).collect());
        summaries.1 = some(live.shadows.iter().zip(live.variants.len()..).map(summary).collect());
    } else if let Some(desired) = &row.desired {
        let summary = |variant| created(row, desired, variant);
        summaries.0 = Some(desired.variants.iter().map(summary).collect());
        summaries.1 = some(desired.shadows.iter().map(summary).collect());
    }
    let shown = row.live.as_ref().or(row.desired.as_ref());
    let summary = |desired: &Deployment| PendingDeploymentSummary {
        endpoint_config_name: desired.config_name.clone(),
        production_variants: Some(
            desired.variants.iter().map(|variant| pending(row, desired, variant)).collect(),
        ),
        start_time: Some(desired.started),
        shadow_production_variants: some(
            desired.shadows.iter().map(|variant| pending(row, desired, variant)).collect(),
        ),
    };
    let capture = shown.and_then(|deployment| deployment.capture.as_ref());
    let started = row.live.is_some() && row.status != EndpointStatus::Deleting;
    DescribeEndpointOutput {
        endpoint_name: row.name.clone(),
        endpoint_arn: row.arn.clone(),
        endpoint_config_name: shown
            .map(|deployment| deployment.config_name.clone())
            .or_else(|| row.failed_config.clone()),
        production_variants: summaries.0,
        shadow_production_variants: summaries.1,
        data_capture_config: capture.map(|capture| DataCaptureConfigSummary {
            enable_capture: capture.enable_capture != Some(false),
            capture_status: if started && capture.enable_capture != Some(false) {
                "Started"
            } else {
                "Stopped"
            }
            .to_owned(),
            current_sampling_percentage: capture.initial_sampling_percentage,
            destination_s3_uri: capture.destination_s3_uri.clone(),
            kms_key_id: capture.kms_key_id.clone().unwrap_or_default(),
        }),
        endpoint_status: row.status.as_str().to_owned(),
        failure_reason: row.failure.clone(),
        creation_time: row.created,
        last_modified_time: row.modified,
        last_deployment_config: row.deployment_config.clone(),
        pending_deployment_summary: row.live.as_ref().and(row.desired.as_ref()).map(summary),
        ..DescribeEndpointOutput::default()
    }
}
