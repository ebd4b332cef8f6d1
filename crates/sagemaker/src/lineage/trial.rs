//! Trial components: a training or processing job as experiments see it.

use std::collections::BTreeMap;
use std::sync::Arc;

use lirio_api::sagemaker::{
    DescribeTrialComponentRequest, DescribeTrialComponentResponse, ListTrialComponentsRequest,
    ListTrialComponentsResponse, TrialComponent, TrialComponentArtifact, TrialComponentMetricSummary,
    TrialComponentParameterValue, TrialComponentSource, TrialComponentStatus, TrialComponentSummary, errors,
};
use lirio_api::{AwsError, Shaped as _};
use lirio_service::{Context, Scope};
use lirio_store::Read;

use super::entity::Lineage;
use crate::SageMaker;
use crate::jobs::{Facts, Job as _};
use crate::listing::{self, Listed, Query};
use crate::names::{self, Kind, refuse};
use crate::processing::{PROCESSING_JOBS, ProcessingRow};
use crate::rows::{JOBS, JobRow};

/// The name of the component that stands for a job.
pub(super) fn component_name(job: &Facts<'_>) -> String {
    format!("{}-aws-{}", job.name, job.kind.resource().arn_word())
}

/// `SourceType`
pub(super) fn source_type(job: &Facts<'_>) -> String {
    format!("SageMaker{}", job.kind.as_str())
}

/// The component that stands for a job, without what is particular to a kind.
fn component(job: &Facts<'_>) -> TrialComponent {
    let (word, name) = (job.kind.resource().arn_word(), component_name(job));
    TrialComponent {
        // Names are in lower case in ARNs, as in the job's own.
        trial_component_arn: job
            .arn
            .split_once(&format!(":{word}/"))
            .map(|(start, name)| format!("{start}:experiment-trial-component/{name}-aws-{word}")),
        display_name: Some(name.clone()),
        trial_component_name: Some(name),
        source: Some(TrialComponentSource {
            source_arn: job.arn.to_owned(),
            source_type: Some(source_type(job)),
        }),
        status: Some(TrialComponentStatus {
            primary_status: Some(job.status.as_str().to_owned()),
            message: job.failure.map(str::to_owned),
        }),
        start_time: job.started,
        end_time: job.ended,
        creation_time: Some(job.created),
        last_modified_time: Some(job.modified),
        ..TrialComponent::default()
    }
}

fn text(value: &str) -> TrialComponentParameterValue {
    TrialComponentParameterValue {
        string_value: Some(value.to_owned()),
        ..TrialComponentParameterValue::default()
    }
}

fn number(value: f64) -> TrialComponentParameterValue {
    TrialComponentParameterValue { number_value: Some(value), ..TrialComponentParameterValue::default() }
}

fn artifact(uri: &str) -> TrialComponentArtifact {
    TrialComponentArtifact { media_type: None, value: uri.to_owned() }
}

/// `SageMaker.InstanceType` and the other parameters that tell of a job's instances.
fn resources(
    instance_type: Option<&String>,
    count: Option<i64>,
    volume: Option<i64>,
) -> BTreeMap<String, TrialComponentParameterValue> {
    let all = [
        ("InstanceType", instance_type.map(|kind| text(kind))),
        ("InstanceCount", count.map(|count| number(count as f64))),
        ("VolumeSizeInGB", volume.map(|size| number(size as f64))),
    ];
    all.into_iter().filter_map(|(name, value)| Some((format!("SageMaker.{name}"), value?))).collect()
}

/// The trial component that stands for a processing job.
fn of_processing(row: &ProcessingRow) -> TrialComponent {
    let request = &row.request;
    let cluster = &request.processing_resources.cluster_config;
    let inputs = request.processing_inputs.iter().flatten();
    let inputs = inputs
        .filter_map(|input| Some((input.input_name.clone(), artifact(&input.s3_input.as_ref()?.s3_uri))));
    let image = ("SageMaker.ImageUri".to_owned(), artifact(&request.app_specification.image_uri));
    let outputs = request.processing_output_config.iter().flat_map(|config| &config.outputs);
    let outputs = outputs.filter_map(|output| {
        Some((output.output_name.clone(), artifact(&output.s3_output.as_ref()?.s3_uri)))
    });
    TrialComponent {
        parameters: Some(resources(
            cluster.instance_type.as_ref(),
            cluster.instance_count,
            Some(cluster.volume_size_in_gb),
        )),
        input_artifacts: Some(inputs.chain([image]).collect()),
        output_artifacts: Some(outputs.collect()),
        ..component(&row.facts())
    }
}

/// The trial components of all jobs of an account.
pub(crate) fn trial_components(read: &impl Read, scope: &Scope) -> Result<Vec<TrialComponent>, AwsError> {
    let area = names::area(scope);
    let training = JOBS.scan_prefix(read, &area, None, usize::MAX)?;
    let processing = PROCESSING_JOBS.scan_prefix(read, &area, None, usize::MAX)?;
    let training = training.iter().map(|(_, row)| of_training(row));
    Ok(training.chain(processing.iter().map(|(_, row)| of_processing(row))).collect())
}

/// The trial component that stands for a training job.
fn of_training(row: &JobRow) -> TrialComponent {
    let request = &row.request;
    let mut parameters: BTreeMap<_, _> = request
        .hyper_parameters
        .iter()
        .flatten()
        .map(|(name, value)| {
            let parsed = value.parse::<f64>().ok().filter(|parsed| parsed.is_finite());
            (name.clone(), parsed.map_or_else(|| text(value), number))
        })
        .collect();
    if let Some(config) = &request.resource_config {
        let instance_type = config.instance_type.as_ref();
        parameters.extend(resources(instance_type, config.instance_count, config.volume_size_in_gb));
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
        parameters: Some(parameters),
        input_artifacts: Some(inputs),
        output_artifacts: Some(outputs),
        metrics: Some(metrics),
        ..component(&row.facts())
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
        let name = arn.strip_prefix(&start).unwrap_or_default();
        let job = |kind: Kind| {
            Some(names::key(&ctx.scope, name.strip_suffix(kind.arn_word())?.strip_suffix("-aws-")?))
        };
        let component = self.platform.store.read(|read| {
            if let Some(key) = job(Kind::TrainingJob) {
                return Ok::<_, AwsError>(JOBS.get(read, &key)?.map(|row| of_training(&row)));
            }
            let Some(key) = job(Kind::ProcessingJob) else { return Ok(None) };
            Ok(PROCESSING_JOBS.get(read, &key)?.map(|row| of_processing(&row)))
        })?;
        let component = component
            .ok_or_else(|| errors::resource_not_found(format!("Trial component {arn} does not exist.")))?;
        // The two shapes have the same members.
        DescribeTrialComponentResponse::from_value(component.into_value()).map_err(AwsError::internal)
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
        let all = self.platform.store.read(|read| trial_components(read, &ctx.scope))?;
        let arn = |component: &TrialComponent| component.source.as_ref().map(|s| s.source_arn.clone());
        let listed = all
            .into_iter()
            .filter(|component| input.source_arn.is_none() || input.source_arn == arn(component))
            .map(|component| Listed {
                name: component.trial_component_name.clone().unwrap_or_default(),
                created: component.creation_time.unwrap_or_default(),
                modified: component.last_modified_time.unwrap_or_default(),
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
            })
            .collect();
        let (summaries, next_token) = listing::page(listed, &query)?;
        Ok(ListTrialComponentsResponse { trial_component_summaries: Some(summaries), next_token })
    }
}
