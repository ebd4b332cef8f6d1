//! Lineage: what follows from resources, and what callers add.

use std::collections::BTreeMap;

use lirio_api::AwsError;
use lirio_api::sagemaker::{
    ActionSource, AddAssociationRequest, AddTagsInput, ArtifactSource, ContainerDefinition, ContextSource,
    CreateActionRequest, CreateArtifactRequest, CreateContextRequest, CreateEndpointConfigInput,
    CreateEndpointInput, CreateModelInput, DeleteArtifactRequest, DeleteAssociationRequest,
    DescribeActionRequest, DescribeArtifactRequest, DescribeContextRequest, DescribeEndpointInput,
    DescribeTrialComponentRequest, ListActionsRequest, ListArtifactsRequest, ListAssociationsRequest,
    ListContextsRequest, ListTrialComponentsRequest, ProductionVariant, QueryFilters, QueryLineageRequest,
    QueryLineageResponse, Tag, UpdateActionRequest, UpdateArtifactRequest, UpdateContextRequest, ops,
};

use crate::fakes::ROLE;
use crate::world::{World, job};

const ARN: &str = "arn:aws:sagemaker:eu-west-1:000000000000";

impl World {
    async fn artifact(&self, source_uri: &str) -> String {
        let input = ListArtifactsRequest {
            source_uri: Some(source_uri.to_owned()),
            ..ListArtifactsRequest::default()
        };
        let mut found = self.call(ops::ListArtifacts, input).await.unwrap().artifact_summaries.unwrap();
        assert_eq!(found.len(), 1, "there is one artifact of {source_uri}");
        found.remove(0).artifact_arn.unwrap()
    }

    async fn new_artifact(&self, source_uri: &str) -> Result<String, AwsError> {
        let input = CreateArtifactRequest {
            artifact_name: Some("mine".to_owned()),
            source: ArtifactSource { source_uri: source_uri.to_owned(), source_types: None },
            artifact_type: "Report".to_owned(),
            ..CreateArtifactRequest::default()
        };
        self.call(ops::CreateArtifact, input).await.map(|made| made.artifact_arn.unwrap())
    }

    async fn associate(&self, source: &str, destination: &str) -> Result<(), AwsError> {
        let input = AddAssociationRequest {
            source_arn: source.to_owned(),
            destination_arn: destination.to_owned(),
            association_type: Some("DerivedFrom".to_owned()),
        };
        self.call(ops::AddAssociation, input).await.map(drop)
    }

    async fn query(
        &self,
        start: &str,
        change: impl FnOnce(&mut QueryLineageRequest),
    ) -> QueryLineageResponse {
        let mut input = QueryLineageRequest {
            start_arns: Some(vec![start.to_owned()]),
            ..QueryLineageRequest::default()
        };
        change(&mut input);
        self.call(ops::QueryLineage, input).await.unwrap()
    }
}

/// Types of the vertices, in their order.
fn types(answer: &QueryLineageResponse) -> Vec<String> {
    answer.vertices.iter().flatten().map(|vertex| vertex.r#type.clone().unwrap()).collect()
}

/// A model trained by `t`, registered as version 1 of `iris`, approved, and served by endpoint `e`.
async fn world() -> World {
    let world = World::new().await;
    world.elsewhere.put("in/iris.csv", "1");
    world.call(ops::CreateTrainingJob, job("t", "train")).await.unwrap();
    let model = world.ended("t").await["ModelArtifacts"]["S3ModelArtifacts"].as_str().unwrap().to_owned();
    world.group("iris").await;
    let arn = world
        .version(|input| {
            let containers = &mut input.inference_specification.as_mut().unwrap().containers;
            containers[0].model_data_url = Some(model);
        })
        .await;
    world.approve(&arn, "Approved").await.unwrap();
    let input = CreateModelInput {
        model_name: "m".to_owned(),
        execution_role_arn: Some(ROLE.to_owned()),
        primary_container: Some(ContainerDefinition {
            model_package_name: Some(arn),
            ..ContainerDefinition::default()
        }),
        ..CreateModelInput::default()
    };
    world.call(ops::CreateModel, input).await.unwrap();
    let input = CreateEndpointConfigInput {
        endpoint_config_name: "c".to_owned(),
        production_variants: vec![ProductionVariant {
            variant_name: "v".to_owned(),
            model_name: Some("m".to_owned()),
            initial_instance_count: Some(1),
            instance_type: Some("ml.t2.medium".to_owned()),
            ..ProductionVariant::default()
        }],
        ..CreateEndpointConfigInput::default()
    };
    world.call(ops::CreateEndpointConfig, input).await.unwrap();
    let input = CreateEndpointInput {
        endpoint_name: "e".to_owned(),
        endpoint_config_name: "c".to_owned(),
        ..CreateEndpointInput::default()
    };
    world.call(ops::CreateEndpoint, input).await.unwrap();
    world
        .until(async || {
            let input = DescribeEndpointInput { endpoint_name: "e".to_owned() };
            world.call(ops::DescribeEndpoint, input).await.unwrap().endpoint_status == "InService"
        })
        .await;
    world
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_data_to_the_endpoint_and_back() {
    let world = world().await;
    let contexts = |source: String| {
        let world = &world;
        async move {
            let input = ListContextsRequest { source_uri: Some(source), ..ListContextsRequest::default() };
            world.call(ops::ListContexts, input).await.unwrap().context_summaries.unwrap().remove(0)
        }
    };
    let endpoint = contexts(format!("{ARN}:endpoint/e")).await;
    assert_eq!(endpoint.context_type.as_deref(), Some("Endpoint"));
    let endpoint = endpoint.context_arn.unwrap();
    // What the endpoint was made of: the datasets, and the jobs.
    let of_type = |kind: &str| {
        let filters = QueryFilters { types: Some(vec![kind.to_owned()]), ..QueryFilters::default() };
        move |input: &mut QueryLineageRequest| {
            input.direction = Some("Ascendants".to_owned());
            input.filters = Some(filters);
        }
    };
    let found = world.query(&endpoint, of_type("DataSet")).await;
    let data = world.artifact("s3://data/in/").await;
    assert_eq!(found.vertices.as_ref().unwrap()[0].arn.as_ref(), Some(&data));
    assert_eq!(types(&found), ["DataSet"]);
    let found = world.query(&endpoint, of_type("TrainingJob")).await;
    let component = format!("{ARN}:experiment-trial-component/t-aws-training-job");
    assert_eq!(found.vertices.as_ref().unwrap()[0].arn.as_ref(), Some(&component));
    assert_eq!(found.vertices.unwrap()[0].lineage_type.as_deref(), Some("TrialComponent"));
    // What the data went into: the endpoint, and the group.
    let found = world
        .query(&data, |input| {
            input.direction = Some("Descendants".to_owned());
            input.filters = Some(QueryFilters {
                lineage_types: Some(vec!["Context".to_owned()]),
                ..QueryFilters::default()
            });
        })
        .await;
    let mut found = types(&found);
    found.sort();
    assert_eq!(found, ["Endpoint", "ModelGroup"]);
    // The whole way, step by step, with its edges.
    let found = world
        .query(&data, |input| {
            input.direction = Some("Descendants".to_owned());
            input.include_edges = Some(true);
        })
        .await;
    assert_eq!(
        types(&found)[..4],
        ["DataSet", "TrainingJob", "Model", "Model"],
        "the data, the job, its artifact, the package"
    );
    let edges = found.edges.unwrap();
    let kind = |source: &str, destination: &str| {
        edges
            .iter()
            .find(|edge| {
                edge.source_arn.as_deref() == Some(source)
                    && edge.destination_arn.as_deref() == Some(destination)
            })
            .and_then(|edge| edge.association_type.clone())
    };
    let model = world.artifact("s3://data/out/t/output/model.tar.gz").await;
    let package = world.artifact(&format!("{ARN}:model-package/iris/1")).await;
    assert_eq!(kind(&data, &component).as_deref(), Some("ContributedTo"));
    assert_eq!(kind(&component, &model).as_deref(), Some("Produced"));
    assert_eq!(kind(&model, &package).as_deref(), Some("ContributedTo"));
    let group = contexts(format!("{ARN}:model-package-group/iris")).await.context_arn.unwrap();
    assert_eq!(kind(&package, &group).as_deref(), Some("AssociatedWith"));
    // Not as far.
    let near = world
        .query(&data, |input| {
            input.direction = Some("Descendants".to_owned());
            input.max_depth = Some(2);
        })
        .await;
    assert_eq!(types(&near), ["TrainingJob", "Model"]);
    // Page by page it is the same.
    let mut paged = Vec::new();
    let mut token = None;
    loop {
        let page = world
            .query(&data, |input| {
                input.direction = Some("Descendants".to_owned());
                input.include_edges = Some(true);
                input.max_results = Some(2);
                input.next_token = token.take();
            })
            .await;
        paged.extend(page.edges.unwrap());
        token = page.next_token;
        if token.is_none() {
            break;
        }
    }
    let order = |edges: &mut Vec<lirio_api::sagemaker::Edge>| {
        edges.sort_by(|a, b| (&a.source_arn, &a.destination_arn).cmp(&(&b.source_arn, &b.destination_arn)));
    };
    let mut edges = edges;
    order(&mut edges);
    order(&mut paged);
    assert_eq!(paged, edges);
    // What was approved and deployed is told by actions.
    let actions = world.call(ops::ListActions, ListActionsRequest::default()).await.unwrap();
    let mut kinds: Vec<_> =
        actions.action_summaries.unwrap().into_iter().map(|one| one.action_type.unwrap()).collect();
    kinds.sort();
    assert_eq!(kinds, ["Approval", "ModelDeployment"]);
    let approval = DescribeActionRequest { action_name: "iris-1-aws-model-package".to_owned() };
    let approval = world.call(ops::DescribeAction, approval).await.unwrap();
    assert_eq!(approval.properties.unwrap()["ModelApprovalStatus"], "Approved");
    // A rejection is seen at once: nothing is copied.
    world.approve("arn:aws:sagemaker:eu-west-1:000000000000:model-package/iris/1", "Rejected").await.unwrap();
    let approval = DescribeActionRequest { action_name: approval.action_arn.unwrap() };
    let approval = world.call(ops::DescribeAction, approval).await.unwrap();
    assert_eq!(approval.properties.unwrap()["ModelApprovalStatus"], "Rejected");
    let associations = ListAssociationsRequest {
        destination_arn: Some(component.clone()),
        source_type: Some("Image".to_owned()),
        ..ListAssociationsRequest::default()
    };
    let found = world.call(ops::ListAssociations, associations).await.unwrap().association_summaries.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].destination_name.as_deref(), Some("t-aws-training-job"));
    assert_eq!(found[0].destination_type.as_deref(), Some("TrainingJob"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_training_job_is_a_trial_component() {
    let world = World::new().await;
    world.elsewhere.put("in/iris.csv", "1");
    world.call(ops::CreateTrainingJob, job("T", "train")).await.unwrap();
    world.ended("T").await;
    let list = world.call(ops::ListTrialComponents, ListTrialComponentsRequest::default()).await.unwrap();
    let name = list.trial_component_summaries.unwrap().remove(0).trial_component_name.unwrap();
    assert_eq!(name, "T-aws-training-job");
    let input = DescribeTrialComponentRequest { trial_component_name: name };
    let found = world.call(ops::DescribeTrialComponent, input).await.unwrap();
    assert_eq!(
        found.trial_component_arn.unwrap(),
        format!("{ARN}:experiment-trial-component/t-aws-training-job")
    );
    assert_eq!(found.status.unwrap().primary_status.as_deref(), Some("Completed"));
    let parameters = found.parameters.unwrap();
    assert_eq!(parameters["depth"].number_value, Some(3.0));
    assert_eq!(parameters["SageMaker.InstanceType"].string_value.as_deref(), Some("ml.m5.large"));
    assert_eq!(found.input_artifacts.unwrap()["train"].value, "s3://data/in/");
    assert_eq!(
        found.output_artifacts.unwrap()["SageMaker.ModelArtifact"].value,
        "s3://data/out/T/output/model.tar.gz"
    );
    assert_eq!(found.metrics.unwrap()[0].metric_name.as_deref(), Some("accuracy"));
    let input = DescribeTrialComponentRequest { trial_component_name: "none".to_owned() };
    assert_eq!(world.call(ops::DescribeTrialComponent, input).await.unwrap_err().code, "ResourceNotFound");
}

#[tokio::test(flavor = "multi_thread")]
async fn callers_add_their_own() {
    let world = World::new().await;
    world.elsewhere.put("in/iris.csv", "1");
    world.call(ops::CreateTrainingJob, job("t", "train")).await.unwrap();
    world.ended("t").await;
    let report = world.new_artifact("s3://data/report.html").await.unwrap();
    let error = world.new_artifact("s3://data/report.html").await.unwrap_err();
    assert!(error.message.contains("Artifact already exists"), "{}", error.message);
    let error = world.new_artifact("s3://data/in/").await.unwrap_err();
    assert!(error.message.contains("already exists"), "SageMaker's own is there: {}", error.message);

    let properties = |pairs: &[(&str, &str)]| -> Option<BTreeMap<String, String>> {
        Some(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    };
    let update = UpdateArtifactRequest {
        artifact_arn: report.clone(),
        properties: properties(&[("a", "1"), ("b", "2")]),
        ..UpdateArtifactRequest::default()
    };
    world.call(ops::UpdateArtifact, update).await.unwrap();
    let update = UpdateArtifactRequest {
        artifact_arn: report.clone(),
        artifact_name: Some("renamed".to_owned()),
        properties_to_remove: Some(vec!["a".to_owned()]),
        ..UpdateArtifactRequest::default()
    };
    world.call(ops::UpdateArtifact, update).await.unwrap();
    let describe = || DescribeArtifactRequest { artifact_arn: report.clone() };
    let found = world.call(ops::DescribeArtifact, describe()).await.unwrap();
    assert_eq!(found.artifact_name.as_deref(), Some("renamed"));
    assert_eq!(found.properties, properties(&[("b", "2")]));
    assert_eq!(found.artifact_type.as_deref(), Some("Report"));

    // It is tied to what follows from resources.
    let model = world.artifact("s3://data/out/t/output/model.tar.gz").await;
    world.associate(&model, &report).await.unwrap();
    let error = world.associate(&model, &report).await.unwrap_err();
    assert!(error.message.contains("already exists"), "{}", error.message);
    let error = world.associate(&model, &format!("{ARN}:artifact/none")).await.unwrap_err();
    assert_eq!(error.code, "ResourceNotFound");
    let found = world.query(&report, |input| input.direction = Some("Ascendants".to_owned())).await;
    assert_eq!(types(&found)[..2], ["Model", "TrainingJob"]);

    let error = world
        .call(
            ops::DeleteArtifact,
            DeleteArtifactRequest { artifact_arn: Some(report.clone()), ..DeleteArtifactRequest::default() },
        )
        .await
        .unwrap_err();
    assert!(error.message.contains("while it has associations"), "{}", error.message);
    let disassociate = |source: &str, destination: &str| DeleteAssociationRequest {
        source_arn: source.to_owned(),
        destination_arn: destination.to_owned(),
    };
    let component = format!("{ARN}:experiment-trial-component/t-aws-training-job");
    let error = world.call(ops::DeleteAssociation, disassociate(&component, &model)).await.unwrap_err();
    assert!(error.message.contains("follows from resources"), "{}", error.message);
    world.call(ops::DeleteAssociation, disassociate(&model, &report)).await.unwrap();
    let error = world.call(ops::DeleteAssociation, disassociate(&model, &report)).await.unwrap_err();
    assert_eq!(error.code, "ResourceNotFound");
    let by_source = DeleteArtifactRequest {
        source: Some(ArtifactSource { source_uri: "s3://data/report.html".to_owned(), source_types: None }),
        ..DeleteArtifactRequest::default()
    };
    world.call(ops::DeleteArtifact, by_source).await.unwrap();
    assert_eq!(world.call(ops::DescribeArtifact, describe()).await.unwrap_err().code, "ResourceNotFound");
    let own = UpdateArtifactRequest { artifact_arn: model, ..UpdateArtifactRequest::default() };
    let error = world.call(ops::UpdateArtifact, own).await.unwrap_err();
    assert!(error.message.contains("follows from s3://data/out/t/"), "{}", error.message);

    // Actions and contexts go by names, whatever their case, and have tags.
    let input = CreateActionRequest {
        action_name: "Review".to_owned(),
        source: ActionSource { source_uri: "ticket-1".to_owned(), ..ActionSource::default() },
        action_type: "Review".to_owned(),
        status: Some("InProgress".to_owned()),
        tags: Some(vec![Tag { key: "k".to_owned(), value: "v".to_owned() }]),
        ..CreateActionRequest::default()
    };
    let action = world.call(ops::CreateAction, input).await.unwrap().action_arn.unwrap();
    assert_eq!(action, format!("{ARN}:action/review"));
    let tag = AddTagsInput {
        resource_arn: action.clone(),
        tags: vec![Tag { key: "l".to_owned(), value: "w".to_owned() }],
    };
    assert_eq!(world.call(ops::AddTags, tag).await.unwrap().tags.unwrap().len(), 2);
    let update = UpdateActionRequest {
        action_name: "review".to_owned(),
        status: Some("Completed".to_owned()),
        ..UpdateActionRequest::default()
    };
    world.call(ops::UpdateAction, update).await.unwrap();
    let found = world.call(ops::DescribeAction, DescribeActionRequest { action_name: action }).await.unwrap();
    assert_eq!(found.status.as_deref(), Some("Completed"));
    let input = CreateContextRequest {
        context_name: "Trial_1".to_owned(),
        source: ContextSource { source_uri: "x".to_owned(), ..ContextSource::default() },
        context_type: "Trial".to_owned(),
        ..CreateContextRequest::default()
    };
    world.call(ops::CreateContext, input).await.unwrap();
    let update = UpdateContextRequest {
        context_name: "Trial_1".to_owned(),
        description: Some("the first".to_owned()),
        ..UpdateContextRequest::default()
    };
    world.call(ops::UpdateContext, update).await.unwrap();
    // All of it outlives the process.
    let world = world.restart().await;
    let found = world
        .call(ops::DescribeContext, DescribeContextRequest { context_name: "trial_1".to_owned() })
        .await
        .unwrap();
    assert_eq!(found.context_name.as_deref(), Some("Trial_1"));
    assert_eq!(found.description.as_deref(), Some("the first"));
}
