//! Search expressions over what is described.

use lirio_api::AwsError;
use lirio_api::sagemaker::{
    CreateModelInput, Filter, GetSearchSuggestionsRequest, NestedFilters, PropertyNameQuery,
    SearchExpression, SearchRequest, SuggestionQuery, Tag, ops,
};
use serde_json::Value as Json;

use crate::fakes::ROLE;
use crate::world::{World, job};

const ARN: &str = "arn:aws:sagemaker:eu-west-1:000000000000";

fn filter(name: &str, operator: &str, value: &str) -> Filter {
    Filter {
        name: name.to_owned(),
        operator: (!operator.is_empty()).then(|| operator.to_owned()),
        value: (!value.is_empty()).then(|| value.to_owned()),
    }
}

fn all(filters: &[(&str, &str, &str)]) -> SearchExpression {
    SearchExpression {
        filters: Some(filters.iter().map(|(name, operator, value)| filter(name, operator, value)).collect()),
        ..SearchExpression::default()
    }
}

impl World {
    async fn results(&self, request: SearchRequest) -> Result<Vec<Json>, AwsError> {
        let answer = self.value(ops::Search, request, false).await?.to_json();
        Ok(answer["Results"].as_array().unwrap().clone())
    }

    /// The names of the training jobs that fulfil an expression, page by page of one.
    async fn jobs(&self, expression: SearchExpression) -> Result<Vec<String>, AwsError> {
        let mut request = SearchRequest {
            resource: "TrainingJob".to_owned(),
            search_expression: Some(expression),
            sort_by: Some("TrainingJobName".to_owned()),
            sort_order: Some("Ascending".to_owned()),
            max_results: Some(1),
            ..SearchRequest::default()
        };
        let mut names = Vec::new();
        loop {
            let answer = self.value(ops::Search, request.clone(), false).await?.to_json();
            for result in answer["Results"].as_array().unwrap() {
                names.push(result["TrainingJob"]["TrainingJobName"].as_str().unwrap().to_owned());
            }
            match answer["NextToken"].as_str() {
                Some(token) => request.next_token = Some(token.to_owned()),
                None => {
                    assert_eq!(answer["TotalHits"]["Value"], names.len());
                    return Ok(names);
                }
            }
        }
    }
}

/// Jobs `a` (depth 3, team blue), `b` (depth 5.5) and `c` (failed).
async fn world() -> World {
    let world = World::new().await;
    world.elsewhere.put("in/iris.csv", "1");
    for (name, depth, image) in [("a", "3", "train"), ("b", "5.5", "train"), ("c", "deep", "fails")] {
        let mut request = job(name, image);
        request.hyper_parameters = Some([("depth".to_owned(), depth.to_owned())].into());
        if name == "a" {
            request.tags = Some(vec![Tag { key: "team".to_owned(), value: "blue".to_owned() }]);
        }
        world.call(ops::CreateTrainingJob, request).await.unwrap();
        world.ended(name).await;
    }
    world
}

#[tokio::test(flavor = "multi_thread")]
async fn expressions_select_what_is_described() {
    let world = world().await;
    let check = async |expression: SearchExpression, expected: &[&str]| {
        let shown = format!("{expression:?}");
        assert_eq!(world.jobs(expression).await.unwrap(), expected, "{shown}");
    };
    // What the SDK's `register` asks.
    check(
        all(&[("ModelArtifacts.S3ModelArtifacts", "Equals", "s3://data/out/b/output/model.tar.gz")]),
        &["b"],
    )
    .await;
    check(all(&[("ModelArtifacts.S3ModelArtifacts", "Contains", "/output/model.tar.gz")]), &["a", "b"]).await;
    check(all(&[("ModelArtifacts", "NotExists", "")]), &["c"]).await;
    check(all(&[("TrainingJobStatus", "", "Failed")]), &["c"]).await;
    check(all(&[("TrainingJobStatus", "NotEquals", "Failed")]), &["a", "b"]).await;
    check(all(&[("TrainingJobName", "In", "a, c")]), &["a", "c"]).await;
    check(all(&[("Tags.team", "Equals", "blue")]), &["a"]).await;
    check(all(&[("Tags.team", "NotExists", "")]), &["b", "c"]).await;
    check(all(&[("HyperParameters.depth", "GreaterThan", "3.5")]), &["b"]).await;
    check(all(&[("HyperParameters.depth", "LessThanOrEqualTo", "5")]), &["a", "b"]).await;
    check(all(&[("Metrics.accuracy", "GreaterThan", "0.5")]), &["a", "b"]).await;
    check(all(&[("ResourceConfig.VolumeSizeInGB", "Equals", "1")]), &["a", "b", "c"]).await;
    check(all(&[("EnableNetworkIsolation", "Equals", "false")]), &["a", "b", "c"]).await;
    check(all(&[("CreationTime", "GreaterThan", "2020-01-01T00:00:00")]), &["a", "b", "c"]).await;
    check(all(&[("CreationTime", "LessThan", "2020-01-01T00:00:00Z")]), &[]).await;
    check(all(&[("InputDataConfig.ChannelName", "Equals", "train")]), &["a", "b", "c"]).await;
    check(all(&[("TrainingJobStatus", "", "Completed"), ("TrainingJobName", "", "a")]), &["a"]).await;
    let or = SearchExpression {
        operator: Some("Or".to_owned()),
        sub_expressions: Some(vec![all(&[("TrainingJobName", "", "c")])]),
        ..all(&[("TrainingJobName", "", "a")])
    };
    check(or, &["a", "c"]).await;
    let nested = |uri: &str| SearchExpression {
        nested_filters: Some(vec![NestedFilters {
            nested_property_name: "InputDataConfig".to_owned(),
            filters: vec![
                filter("InputDataConfig.ChannelName", "Equals", "train"),
                filter("InputDataConfig.DataSource.S3DataSource.S3Uri", "Contains", uri),
            ],
        }]),
        ..SearchExpression::default()
    };
    check(nested("data/in"), &["a", "b", "c"]).await;
    check(nested("data/out"), &[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_searched_is_named() {
    let world = World::new().await;
    let check = async |request: SearchRequest, expected: &str| {
        let error = world.results(request).await.unwrap_err();
        assert_eq!(error.code, "ValidationException");
        assert!(error.message.contains(expected), "{}", error.message);
    };
    let jobs = |expression: SearchExpression| SearchRequest {
        resource: "TrainingJob".to_owned(),
        search_expression: Some(expression),
        ..SearchRequest::default()
    };
    let of = |resource: &str| SearchRequest { resource: resource.to_owned(), ..SearchRequest::default() };
    check(of("Pipeline"), "resources of type Pipeline").await;
    check(of("Experiment"), "resources of type Experiment").await;
    check(jobs(all(&[("TrainingJobNam", "", "a")])), "TrainingJobNam is not a property of TrainingJob").await;
    check(jobs(all(&[("ModelArtifacts.S3", "", "a")])), "ModelArtifacts.S3 is not a property").await;
    check(jobs(all(&[("TrainingJobName", "Exists", "a")])), "takes no Value").await;
    check(jobs(all(&[("TrainingJobName", "Contains", "")])), "needs a Value").await;
    check(jobs(all(&[("Metrics.a", "GreaterThan", "much")])), "needs a number or a time").await;
    check(jobs(SearchExpression::default()), "at least one of Filters").await;
    let nested = SearchExpression {
        nested_filters: Some(vec![NestedFilters {
            nested_property_name: "InputDataConfig".to_owned(),
            filters: vec![filter("TrainingJobName", "", "a")],
        }]),
        ..SearchExpression::default()
    };
    check(jobs(nested), "does not lie in the nested property").await;
    // Fifty are the most, however they are put together; the door bounds how deep.
    let twenty = all(&[("TrainingJobName", "", "a"); 20]);
    let many = SearchExpression { sub_expressions: Some(vec![twenty; 3]), ..SearchExpression::default() };
    check(jobs(many), "at most 50").await;
    check(SearchRequest { sort_by: Some("Nothing".to_owned()), ..of("TrainingJob") }, "Nothing is not").await;
    check(SearchRequest { next_token: Some("x".to_owned()), ..of("TrainingJob") }, "Invalid NextToken").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_resource_is_found() {
    let world = world().await;
    world.group("iris").await;
    world.elsewhere.put("m.tar.gz", crate::serving::archive("m"));
    let arn = world
        .version(|input| {
            input.customer_metadata_properties = Some([("accuracy".to_owned(), "0.97".to_owned())].into());
        })
        .await;
    world.approve(&arn, "Approved").await.unwrap();
    let model = CreateModelInput {
        model_name: "m".to_owned(),
        execution_role_arn: Some(ROLE.to_owned()),
        primary_container: Some(lirio_api::sagemaker::ContainerDefinition {
            model_package_name: Some(arn.clone()),
            ..Default::default()
        }),
        ..CreateModelInput::default()
    };
    world.call(ops::CreateModel, model).await.unwrap();
    let check = async |resource: &str, filters: &[(&str, &str, &str)], pointer: &str, expected: &str| {
        let request = SearchRequest {
            resource: resource.to_owned(),
            search_expression: Some(all(filters)),
            ..SearchRequest::default()
        };
        let results = world.results(request).await.unwrap();
        assert_eq!(results.len(), 1, "{resource}: {results:?}");
        assert_eq!(results[0].pointer(pointer).unwrap(), expected);
    };
    check(
        "ModelPackage",
        &[
            ("ModelApprovalStatus", "", "Approved"),
            ("CustomerMetadataProperties.accuracy", "GreaterThan", "0.9"),
        ],
        "/ModelPackage/ModelPackageArn",
        &arn,
    )
    .await;
    check("ModelPackage", &[("Tags.team", "", "blue")], "/ModelPackage/ModelPackageGroupName", "iris").await;
    check(
        "ModelPackageGroup",
        &[("ModelPackageGroupName", "", "iris")],
        "/ModelPackageGroup/ModelPackageGroupArn",
        &format!("{ARN}:model-package-group/iris"),
    )
    .await;
    check("Model", &[("Containers", "NotExists", "")], "/Model/Model/ModelName", "m").await;
    check("Model", &[("PrimaryContainer.ModelPackageName", "", &arn)], "/Model/Model/ModelName", "m").await;
    check(
        "ExperimentTrialComponent",
        &[("Parameters.depth", "GreaterThan", "5")],
        "/TrialComponent/TrialComponentName",
        "b-aws-training-job",
    )
    .await;
    let suggestions = GetSearchSuggestionsRequest {
        resource: "TrainingJob".to_owned(),
        suggestion_query: Some(SuggestionQuery {
            property_name_query: Some(PropertyNameQuery { property_name_hint: "Metrics.".to_owned() }),
        }),
    };
    let found = world.call(ops::GetSearchSuggestions, suggestions).await.unwrap();
    let names: Vec<_> =
        found.property_name_suggestions.unwrap().into_iter().map(|one| one.property_name.unwrap()).collect();
    assert_eq!(names, ["Metrics.accuracy"]);
}
