//! The entities and associations that follow from resources (Developer Guide, "Amazon SageMaker-Created
//! Tracking Entities").

use lirio_api::sagemaker::{ContainerDefinition, ModelPackageContainerDefinition};
use lirio_api::{AwsError, Timestamp};
use lirio_service::Scope;
use lirio_store::Read;

use super::entity::{ASSOCIATIONS, Association, ENTITIES, Entity, Lineage, artifact_arn};
use super::graph::Graph;
use super::trial::{component_name, source_type};
use crate::jobs::{Facts, Job as _};
use crate::models;
use crate::names::{self, Kind};
use crate::processing::{PROCESSING_JOBS, ProcessingRow};
use crate::registry::{GROUPS, GroupRow, PACKAGES, PackageRow, Place};
use crate::rows::{ENDPOINTS, EndpointRow, JOBS, JobRow, JobStatus, MODELS, ModelRow};

/// The whole lineage of an account: what callers added, and what follows from its resources.
pub(super) fn graph(read: &impl Read, scope: &Scope) -> Result<Graph, AwsError> {
    let area = names::area(scope);
    let mut made = Maker { scope, graph: Graph::default() };
    // First, so that what a caller has said of a source is what is shown of it.
    for (_, entity) in ENTITIES.scan_prefix(read, &area, None, usize::MAX)? {
        made.graph.add(entity);
    }
    for (_, association) in ASSOCIATIONS.scan_prefix(read, &area, None, usize::MAX)? {
        made.graph.associate(association);
    }
    for (_, row) in JOBS.scan_prefix(read, &area, None, usize::MAX)? {
        made.job(&row);
    }
    for (_, row) in PROCESSING_JOBS.scan_prefix(read, &area, None, usize::MAX)? {
        made.processing_job(&row);
    }
    for (_, row) in GROUPS.scan_prefix(read, &area, None, usize::MAX)? {
        made.group(&row);
    }
    for (_, row) in PACKAGES.scan_prefix(read, &area, None, usize::MAX)? {
        made.package(&row);
    }
    for (_, row) in MODELS.scan_prefix(read, &area, None, usize::MAX)? {
        made.model(&row);
    }
    for (_, row) in ENDPOINTS.scan_prefix(read, &area, None, usize::MAX)? {
        made.endpoint(&row);
    }
    Ok(made.graph)
}

struct Maker<'a> {
    scope: &'a Scope,
    graph: Graph,
}

impl Maker<'_> {
    fn artifact(&mut self, kind: &str, source_uri: &str, at: Timestamp) -> String {
        let arn = artifact_arn(self.scope, source_uri);
        self.graph.add(Entity::new(Lineage::Artifact, arn.clone(), kind, source_uri, at));
        arn
    }

    fn named(&self, lineage: Lineage, name: &str, kind: &str, source: &str, at: Timestamp) -> Entity {
        let arn = lineage.arn(self.scope, name);
        Entity { name: Some(name.to_owned()), ..Entity::new(lineage, arn, kind, source, at) }
    }

    fn edge(&mut self, source: &str, kind: &str, destination: &str, at: Timestamp) {
        self.graph.associate(Association {
            source: source.to_owned(),
            destination: destination.to_owned(),
            kind: Some(kind.to_owned()),
            created: at,
            created_by: None,
        });
    }

    fn contributed(&mut self, source: &str, destination: &str, at: Timestamp) {
        self.edge(source, "ContributedTo", destination, at);
    }

    /// Adds the trial component of a job; its ARN.
    fn component(&mut self, job: &Facts<'_>) -> String {
        let (name, kind) = (component_name(job), job.kind.as_str());
        let mut component = self.named(Lineage::TrialComponent, &name, kind, job.arn, job.created);
        component.source_type = Some(source_type(job));
        component.modified = job.modified;
        let arn = component.arn.clone();
        self.graph.add(component);
        arn
    }

    fn processing_job(&mut self, row: &ProcessingRow) {
        let (request, at) = (&row.request, row.created);
        let component = self.component(&row.facts());
        let image = self.artifact("Image", &request.app_specification.image_uri, at);
        self.contributed(&image, &component, at);
        for source in request.processing_inputs.iter().flatten().filter_map(|input| input.s3_input.as_ref()) {
            let data = self.artifact("DataSet", &source.s3_uri, at);
            self.contributed(&data, &component, at);
        }
        // What a job that has failed left, or has not left yet, is no dataset.
        let Some(made_at) = row.ended.filter(|_| row.status != JobStatus::Failed) else { return };
        let outputs = request.processing_output_config.iter().flat_map(|config| &config.outputs);
        for target in outputs.filter_map(|output| output.s3_output.as_ref()) {
            let data = self.artifact("DataSet", &target.s3_uri, made_at);
            self.edge(&component, "Produced", &data, made_at);
        }
    }

    fn job(&mut self, row: &JobRow) {
        let at = row.created;
        let component_arn = self.component(&row.facts());
        let algorithm = row.request.algorithm_specification.as_ref();
        if let Some(image) = algorithm.and_then(|algorithm| algorithm.training_image.as_ref()) {
            let image = self.artifact("Image", image, at);
            self.contributed(&image, &component_arn, at);
        }
        for channel in row.request.input_data_config.iter().flatten() {
            if let Some(source) = &channel.data_source.s3_data_source {
                let data = self.artifact("DataSet", &source.s3_uri, at);
                self.contributed(&data, &component_arn, at);
            }
        }
        if let Some(model) = &row.artifact {
            let made_at = row.ended.unwrap_or(row.modified);
            let model = self.artifact("Model", model, made_at);
            self.edge(&component_arn, "Produced", &model, made_at);
        }
    }

    fn group_arn(&self, group: &str) -> String {
        Lineage::Context.arn(self.scope, &format!("{group}-aws-model-package-group"))
    }

    fn group(&mut self, row: &GroupRow) {
        let name = format!("{}-aws-model-package-group", row.name);
        let context = self.named(Lineage::Context, &name, "ModelGroup", &row.arn, row.created);
        self.graph.add(context);
    }

    /// The name of the action that registered, and perhaps approved, a version.
    fn approval_name(place: &Place) -> String {
        format!("{}-{}-aws-model-package", place.name, place.version)
    }

    fn package(&mut self, row: &PackageRow) {
        let package = &row.package;
        let at = package.creation_time;
        let arn = self.artifact("Model", &package.model_package_arn, at);
        for container in package.inference_specification.iter().flat_map(|all| &all.containers) {
            for part in self.package_parts(container, at) {
                self.contributed(&part, &arn, at);
            }
        }
        let Ok(place) = Place::parse(self.scope, &package.model_package_arn) else { return };
        if place.version == 0 {
            return;
        }
        let context = self.group_arn(&place.name);
        self.edge(&arn, "AssociatedWith", &context, at);
        let mut action = self.named(
            Lineage::Action,
            &Self::approval_name(&place),
            "Approval",
            &package.model_package_arn,
            at,
        );
        action.status = Some("Completed".to_owned());
        action.modified = package.last_modified_time.unwrap_or(at);
        action.description.clone_from(&package.approval_description);
        if let Some(status) = &package.model_approval_status {
            action.properties.insert("ModelApprovalStatus".to_owned(), status.clone());
        }
        action.metadata.clone_from(&package.metadata_properties);
        let action_arn = action.arn.clone();
        self.graph.add(action);
        self.contributed(&arn, &action_arn, at);
    }

    fn package_parts(&mut self, container: &ModelPackageContainerDefinition, at: Timestamp) -> Vec<String> {
        let data = container.model_data_source.as_ref().and_then(|source| source.s3_data_source.as_ref());
        let uri = container.model_data_url.as_ref().or(data.map(|data| &data.s3_uri));
        let image = container.image.as_ref().map(|image| self.artifact("Image", image, at));
        let model = uri.map(|uri| self.artifact("Model", uri, at));
        image.into_iter().chain(model).collect()
    }

    /// The artifacts of a container: its image, its model's data, the model package that it is made of.
    fn container_parts(&mut self, container: &ContainerDefinition, at: Timestamp) -> Vec<String> {
        let mut parts = Vec::new();
        if let Some(package) = container.model_package_name.as_ref().filter(|name| !name.is_empty()) {
            // The package contributes its own image and data.
            parts.push(self.artifact("Model", package, at));
            if let Ok(place) = Place::parse(self.scope, package)
                && place.version > 0
            {
                let approval = Lineage::Action.arn(self.scope, &Self::approval_name(&place));
                if self.graph.get(&approval).is_some() {
                    parts.push(approval);
                }
            }
            return parts;
        }
        let data = container.model_data_source.as_ref().and_then(|source| source.s3_data_source.as_ref());
        let uri = container.model_data_url.as_ref().or(data.map(|data| &data.s3_uri));
        parts.extend(container.image.as_ref().map(|image| self.artifact("Image", image, at)));
        parts.extend(uri.map(|uri| self.artifact("Model", uri, at)));
        parts
    }

    fn model(&mut self, row: &ModelRow) {
        let arn = self.artifact("Model", &row.arn, row.created);
        if let Some(container) = models::container(&row.request) {
            for part in self.container_parts(container, row.created) {
                self.contributed(&part, &arn, row.created);
            }
        }
    }

    fn endpoint(&mut self, row: &EndpointRow) {
        let name = format!("{}-aws-endpoint", row.name);
        let mut context = self.named(Lineage::Context, &name, "Endpoint", &row.arn, row.created);
        context.modified = row.modified;
        context.properties.insert("EndpointStatus".to_owned(), row.status.as_str().to_owned());
        let context_arn = context.arn.clone();
        self.graph.add(context);
        let Some(live) = &row.live else { return };
        let at = live.started;
        let name = format!("{}-{}-aws-endpoint", row.name, live.id);
        let mut action = self.named(Lineage::Action, &name, "ModelDeployment", &row.arn, at);
        action.status = Some("Completed".to_owned());
        action.properties.insert("EndpointConfigName".to_owned(), live.config_name.clone());
        let action_arn = action.arn.clone();
        self.graph.add(action);
        self.contributed(&action_arn, &context_arn, at);
        for variant in &live.variants {
            // Of a model that was deleted since, what is deployed tells the rest.
            let model = self.artifact("Model", &Kind::Model.arn(self.scope, &variant.model), at);
            self.contributed(&model, &action_arn, at);
            for part in self.container_parts(&variant.container, at) {
                self.contributed(&part, &model, at);
                self.contributed(&part, &action_arn, at);
            }
        }
    }
}
