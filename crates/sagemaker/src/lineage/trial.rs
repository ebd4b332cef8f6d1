//! Trial components of training jobs: a job as experiments see it.

use std::collections::BTreeMap;
use std::sync::Arc;

use lirio_api::sagemaker::{
    DescribeTrialComponentRequest, DescribeTrialComponentResponse, ListTrialComponentsRequest,
    ListTrialComponentsResponse, TrialComponent, TrialComponentArtifact, TrialComponentMetricSummary,
    TrialComponentParameterValue, TrialComponentSource, TrialComponentStatus, TrialComponentSummary, errors,
};
use lirio_api::{AwsError, Shaped as _};
use lirio_service::Context;

use super::entity::Lineage;
use crate::SageMaker;
use crate::listing::{self, Listed, Query};
use crate::names::{self, refuse};
use crate::rows::{JOBS, JobRow};

/// Behind a training job's name, this is the name of its trial component.
const SUFFIX: &str = "-aws-training-job";
/// `SourceType` of a training job.
pub(super) const SOURCE_TYPE: &str = "SageMakerTrainingJob";

pub(super) fn component_name(row: &JobRow) -> String {
    format!("{}{SUFFIX}", row.request.training_job_name)
}

/// The trial component that stands for a training job.
pub(crate) fn trial_component(row: &JobRow) -> TrialComponent {
    let request = &row.request;
    let name = component_name(row);
    let text = |value: &str| TrialComponentParameterValue {
        string_value: Some(value.to_owned()),
        ..TrialComponentParameterValue::default()
    };
    let number = |value: f64| TrialComponentParameterValue {
        number_value: Some(value),
        ..TrialComponentParameterValue::default()
    };
    let artifact = |uri: &str| TrialComponentArtifact { media_type: None, value: uri.to_owned() };
    let mut parameters: BTreeMap<_, _> = request
        .hyper_parameters
        .iter()
        .flatten()
        .map(|(name, value)| {
            let parsed = value.parse::<f64>().ok().filter(|parsed| parsed.is_finite());
            (name.clone(), parsed.map_or_else(|| text(value), number))
        })
        .collect();
    if let Some(resources) = &request.resource_config {
        let mut add = |name: &str, value| drop(parameters.insert(format!("SageMaker.{name}"), value));
        resources.instance_type.iter().for_each(|kind| add("InstanceType", text(kind)));
        resources.instance_count.iter().for_each(|count| add("InstanceCount", number(*count as f64)));
        resources.volume_size_in_gb.iter().for_each(|size| add("VolumeSizeInGB", number(*size as f64)));
    }
    let mut inputs: BTreeMap<_, _> = request
        .input_data_config
        .iter()
        .flatten()
        .filter_map(|channel| {
            let source = channel.data_source.s3_data_source.as_ref()?;
            Some((channel.channel_name.clone(), artifact(&source.s3_uri)))
        })
        .collect();
    let image = request.algorithm_specification.as_ref().and_then(|all| all.training_image.as_ref());
    inputs.extend(image.map(|image| ("SageMaker.ImageUri".to_owned(), artifact(image))));
    let outputs: BTreeMap<_, _> =
        row.artifact.iter().map(|uri| ("SageMaker.ModelArtifact".to_owned(), artifact(uri))).collect();
    let metrics = row
        .metrics
        .iter()
        .map(|metric| TrialComponentMetricSummary {
            metric_name: metric.metric_name.clone(),
            source_arn: Some(row.arn.clone()),
            time_stamp: metric.timestamp,
            last: metric.value,
            ..TrialComponentMetricSummary::default()
        })
        .collect();
    TrialComponent {
        // Names are in lower case in ARNs, as in the job's own.
        trial_component_arn: row
            .arn
            .split_once(":training-job/")
            .map(|(start, name)| format!("{start}:experiment-trial-component/{name}{SUFFIX}")),
        display_name: Some(name.clone()),
        trial_component_name: Some(name),
        source: Some(TrialComponentSource {
            source_arn: row.arn.clone(),
            source_type: Some(SOURCE_TYPE.to_owned()),
        }),
        status: Some(TrialComponentStatus {
            primary_status: Some(row.status.as_str().to_owned()),
            message: row.failure.clone(),
        }),
        start_time: row.started,
        end_time: row.ended,
        creation_time: Some(row.created),
        last_modified_time: Some(row.modified),
        parameters: Some(parameters),
        input_artifacts: Some(inputs),
        output_artifacts: Some(outputs),
        metrics: Some(metrics),
        ..TrialComponent::default()
    }
}

impl SageMaker {
    pub(crate) async fn describe_trial_component(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeTrialComponentRequest,
    ) -> Result<DescribeTrialComponentResponse, AwsError> {
        let arn = Lineage::TrialComponent.resolve(&ctx.scope, &input.trial_component_name);
        let start = Lineage::TrialComponent.arn(&ctx.scope, "");
        let job = arn.strip_prefix(&start).and_then(|name| name.strip_suffix(SUFFIX)).unwrap_or_default();
        let row = ctx
            .read(|read| JOBS.get(read, &names::key(&ctx.scope, job)))?
            .ok_or_else(|| errors::resource_not_found(format!("Trial component {arn} does not exist.")))?;
        // The two shapes have the same members.
        let value = trial_component(&row).into_value();
        DescribeTrialComponentResponse::from_value(value).map_err(AwsError::internal)
    }

    pub(crate) async fn list_trial_components(
        self: Arc<Self>,
        ctx: Context,
        input: ListTrialComponentsRequest,
    ) -> Result<ListTrialComponentsResponse, AwsError> {
        if input.experiment_name.is_some() || input.trial_name.is_some() {
            return Err(refuse("experiments and trials (ExperimentName, TrialName)"));
        }
        let query = Query {
            sort_by: input.sort_by,
            descending: input.sort_order.as_deref() != Some("Ascending"),
            next_token: input.next_token,
            max_results: input.max_results,
            created: (input.created_after, input.created_before),
            ..Query::default()
        };
        let rows = ctx.read(|read| JOBS.scan_prefix(read, &names::area(&ctx.scope), None, usize::MAX))?;
        let listed = rows
            .into_iter()
            .filter(|(_, row)| input.source_arn.as_ref().is_none_or(|arn| *arn == row.arn))
            .map(|(_, row)| {
                let component = trial_component(&row);
                Listed {
                    name: component_name(&row),
                    created: row.created,
                    modified: row.modified,
                    status: "",
                    summary: TrialComponentSummary {
                        trial_component_name: component.trial_component_name,
                        trial_component_arn: component.trial_component_arn,
                        display_name: component.display_name,
                        trial_component_source: component.source,
                        status: component.status,
                        start_time: component.start_time,
                        end_time: component.end_time,
                        creation_time: component.creation_time,
                        last_modified_time: component.last_modified_time,
                        ..TrialComponentSummary::default()
                    },
                }
            })
            .collect();
        let (summaries, next_token) = listing::page(listed, &query)?;
        Ok(ListTrialComponentsResponse { trial_component_summaries: Some(summaries), next_token })
    }
}
