//! Every resource of a project, by name.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value as Json, json};

use crate::render::{RenderError, render};
use crate::{Project, policies};

/// Where a stack lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// `aws`.
    pub partition: String,
    /// Such as `eu-west-1`.
    pub region: String,
    /// Twelve digits.
    pub account: String,
}

/// The resources of a project at a place.
#[derive(Clone, Debug)]
pub struct Stack {
    /// The project.
    pub project: Project,
    /// The place.
    pub place: Place,
}

impl Stack {
    /// The resources that a project asks for.
    pub fn new(project: Project, place: Place) -> Self {
        Self { project, place }
    }

    fn arn(&self, service: &str, resource: &str) -> String {
        let Place { partition, region, account } = &self.place;
        format!("arn:{partition}:{service}:{region}:{account}:{resource}")
    }

    fn role_arn(&self, role: &str) -> String {
        let Place { partition, account, .. } = &self.place;
        format!("arn:{partition}:iam::{account}:role/{role}")
    }

    /// The bucket of data and models.
    pub fn bucket(&self) -> String {
        format!("{}-{}", self.project.name, self.place.account)
    }

    /// The bucket of the trail's log files.
    pub fn trail_bucket(&self) -> String {
        format!("{}-trail-{}", self.project.name, self.place.account)
    }

    /// The repository of the model's image.
    pub fn repository(&self) -> &str {
        &self.project.name
    }

    /// The trail.
    pub fn trail(&self) -> &str {
        &self.project.name
    }

    /// The rule that uploads match.
    pub fn rule(&self) -> String {
        format!("{}-upload", self.project.name)
    }

    /// The state machine.
    pub fn state_machine(&self) -> &str {
        &self.project.name
    }

    /// The state machine's ARN.
    pub fn state_machine_arn(&self) -> String {
        self.arn("states", &format!("stateMachine:{}", self.project.name))
    }

    /// The state machine that deploys what is approved.
    pub fn deployer(&self) -> String {
        format!("{}-deploy", self.project.name)
    }

    /// The ARN of the state machine that deploys what is approved.
    pub fn deployer_arn(&self) -> String {
        self.arn("states", &format!("stateMachine:{}", self.deployer()))
    }

    /// The role of the state machine that deploys what is approved.
    pub fn deployer_role(&self) -> String {
        format!("{}-deploy", self.project.name)
    }

    /// The rule that approvals and rejections match.
    pub fn approval_rule(&self) -> String {
        format!("{}-approval", self.project.name)
    }

    /// The pattern of that rule: versions of the group that are validated, and approved or rejected.
    pub fn approval_pattern(&self, group: &str) -> Json {
        json!({
            "source": ["aws.sagemaker"],
            "detail-type": ["SageMaker Model Package State Change"],
            "detail": {
                "ModelPackageGroupName": [group],
                "ModelPackageStatus": ["Completed"],
                "ModelApprovalStatus": ["Approved", "Rejected"],
                // A note on an approved version is no approval; a registration updates nothing.
                "UpdatedModelPackageFields": ["ModelApprovalStatus", { "exists": false }],
            },
        })
    }

    /// The definition of the state machine that deploys what is approved.
    pub fn deployer_definition(&self, group: &str) -> Result<String, RenderError> {
        let project = &self.project;
        let entries = [
            ("model_package_group", json!(group)),
            ("sagemaker_role_arn", json!(self.role_arn(&self.training_role()))),
            ("endpoint_name", json!(project.endpoint_name())),
            ("endpoint_instance_type", json!(project.endpoint.instance_type)),
            ("endpoint_instance_count", json!(project.endpoint.instance_count)),
        ];
        let variables = entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        render(include_str!("deploy.asl.json"), &variables)
    }

    /// The validation function.
    pub fn function(&self) -> String {
        format!("{}-validate", self.project.name)
    }

    /// The validation function's ARN.
    pub fn function_arn(&self) -> String {
        self.arn("lambda", &format!("function:{}", self.function()))
    }

    /// The role of training and serving.
    pub fn training_role(&self) -> String {
        format!("{}-training", self.project.name)
    }

    /// The state machine's role.
    pub fn pipeline_role(&self) -> String {
        format!("{}-pipeline", self.project.name)
    }

    /// The role with which the rule starts the state machine.
    pub fn events_role(&self) -> String {
        format!("{}-events", self.project.name)
    }

    /// The function's role.
    pub fn function_role(&self) -> String {
        format!("{}-validate", self.project.name)
    }

    /// ARN of a role of the stack.
    pub fn arn_of_role(&self, role: &str) -> String {
        self.role_arn(role)
    }

    /// The image's URI without tag or digest, as ECR names it.
    pub fn image_repository_uri(&self) -> String {
        let Place { region, account, .. } = &self.place;
        format!("{account}.dkr.ecr.{region}.amazonaws.com/{}", self.repository())
    }

    /// The pattern of the rule: the upload of the data, seen by the trail.
    pub fn event_pattern(&self) -> Json {
        json!({
            "source": ["aws.s3"],
            "detail-type": ["AWS API Call via CloudTrail"],
            "detail": {
                "eventSource": ["s3.amazonaws.com"],
                "eventName": ["PutObject", "CompleteMultipartUpload", "CopyObject"],
                "requestParameters": { "bucketName": [self.bucket()], "key": [self.project.data_key()] },
            },
        })
    }

    /// Roles: name, the service that assumes it, its policy.
    pub fn roles(&self) -> Vec<(String, &'static str, Json)> {
        let mut roles = vec![
            (self.training_role(), "sagemaker.amazonaws.com", policies::training(self)),
            (self.pipeline_role(), "states.amazonaws.com", policies::pipeline(self)),
            (self.events_role(), "events.amazonaws.com", policies::events(self)),
            (self.function_role(), "lambda.amazonaws.com", policies::function(self)),
        ];
        if let Some(group) = self.project.model_package_group() {
            roles.push((self.deployer_role(), "states.amazonaws.com", policies::deployer(self, group)));
        }
        roles
    }

    /// What `${…}` stands for in the definition.
    pub fn variables(&self, image_uri: &str) -> BTreeMap<String, Json> {
        let project = &self.project;
        let metrics: Vec<Json> =
            project.metrics.iter().map(|(name, regex)| json!({ "Name": name, "Regex": regex })).collect();
        let mut entries = vec![
            ("image_uri", json!(image_uri)),
            ("sagemaker_role_arn", json!(self.role_arn(&self.training_role()))),
            ("validate_function_arn", json!(self.function_arn())),
            ("output_uri", json!(format!("s3://{}/models", self.bucket()))),
            ("hyperparameters", json!(project.hyperparameter_strings())),
            ("metric_definitions", Json::Array(metrics)),
            ("training_instance_type", json!(project.training.instance_type)),
            ("training_instance_count", json!(project.training.instance_count)),
            ("training_volume_size_gb", json!(project.training.volume_size_gb)),
            ("training_max_runtime_seconds", json!(project.training.max_runtime_seconds)),
            ("endpoint_name", json!(project.endpoint_name())),
            ("endpoint_instance_type", json!(project.endpoint.instance_type)),
            ("endpoint_instance_count", json!(project.endpoint.instance_count)),
            ("min_accuracy", json!(project.validation.min_accuracy)),
        ];
        if let Some(registry) = &project.registry {
            entries.push(("model_package_group", json!(project.model_package_group())));
            entries.push(("approve_at", json!(registry.approve_at)));
        }
        entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// The state machine's definition with every variable in place.
    pub fn definition(&self, text: &str, image_uri: &str) -> Result<String, RenderError> {
        render(text, &self.variables(image_uri))
    }

    /// Where the definition's text lies.
    pub fn definition_path(&self) -> PathBuf {
        self.project.folder.join(&self.project.pipeline)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(name: &str) -> (Stack, Json) {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
        let project = Project::read(&folder).expect("the example's project file is good");
        let place = Place {
            partition: "aws".to_owned(),
            region: "eu-west-1".to_owned(),
            account: "000000000000".to_owned(),
        };
        let stack = Stack::new(project, place);
        let text = std::fs::read_to_string(stack.definition_path()).expect("the definition is there");
        let definition = stack.definition(&text, "host/iris@sha256:0").expect("every variable is known");
        let json = serde_json::from_str(&definition).expect("the definition is JSON");
        (stack, json)
    }

    /// The examples' files and definitions fit this crate: every variable is known, the result is JSON.
    #[test]
    fn the_examples_render() {
        for name in ["iris", "iris-sklearn"] {
            let (_, json) = example(name);
            assert_eq!(json["States"]["Train"]["Parameters"]["HyperParameters"]["seed"], json!("42"));
            assert_eq!(json["States"]["Train"]["Parameters"]["ResourceConfig"]["InstanceCount"], json!(1));
            let gate = &json["States"]["IsModelGoodEnough"]["Choices"][0]["NumericGreaterThanEquals"];
            assert_eq!(gate, &json!(0.93));
        }
    }

    #[test]
    fn the_example_with_approvals_renders() {
        let (stack, json) = example("approval");
        let group = stack.project.model_package_group().expect("it registers its models");
        assert_eq!(json["States"]["Register"]["Arguments"]["ModelPackageGroupName"], json!(group));
        let text = stack.deployer_definition(group).expect("every variable is known");
        let json: Json = serde_json::from_str(&text).expect("the definition is JSON");
        let variant = &json["States"]["SaveEndpointConfig"]["Arguments"]["ProductionVariants"][0];
        assert_eq!(variant["InitialInstanceCount"], json!(1));
        assert_eq!(stack.roles().len(), 5);
    }
}
