//! Model packages from registration to deployment.

use std::collections::BTreeMap;

use lirio_api::sagemaker::{
    AddTagsInput, AdditionalInferenceSpecificationDefinition, BatchDescribeModelPackageInput,
    ContainerDefinition, CreateEndpointConfigInput, CreateEndpointInput, CreateModelInput,
    CreateModelPackageGroupInput, CreateModelPackageInput, DeleteModelPackageGroupInput,
    DeleteModelPackageGroupPolicyInput, DeleteModelPackageInput, DescribeEndpointInput, DescribeModelInput,
    DescribeModelPackageGroupInput, DescribeModelPackageInput, GetModelPackageGroupPolicyInput,
    InferenceSpecification, ListModelPackageGroupsInput, ListModelPackagesInput, ListTagsInput,
    MetricsSource, ModelLifeCycle, ModelMetrics, ModelPackageContainerDefinition, ModelPackageModelCard,
    ModelQuality, ProductionVariant, PutModelPackageGroupPolicyInput, SourceAlgorithm,
    SourceAlgorithmSpecification, Tag, UpdateModelPackageInput, ops,
};
use lirio_api::sagemaker_runtime::{InvokeEndpointInput, ops as runtime_ops};
use lirio_api::{AwsError, Body};
use serde_json::{Value as Json, json};

use crate::fakes::ROLE;
use crate::world::World;

const ARN: &str = "arn:aws:sagemaker:eu-west-1:000000000000";
const IMAGE: &str = "000000000000.dkr.ecr.eu-west-1.amazonaws.com/serve";

impl World {
    pub(crate) async fn group(&self, name: &str) {
        let input = CreateModelPackageGroupInput {
            model_package_group_name: name.to_owned(),
            tags: Some(vec![Tag { key: "team".to_owned(), value: "blue".to_owned() }]),
            ..CreateModelPackageGroupInput::default()
        };
        self.call(ops::CreateModelPackageGroup, input).await.unwrap();
    }

    /// Registers a version, and waits until it is validated; its ARN.
    pub(crate) async fn version(&self, change: impl FnOnce(&mut CreateModelPackageInput)) -> String {
        let mut input = package("iris", "serve", "m");
        change(&mut input);
        let arn = self.call(ops::CreateModelPackage, input).await.unwrap().model_package_arn;
        self.until(async || {
            let status = self.package(&arn).await["ModelPackageStatus"].clone();
            status == "Completed" || status == "Failed"
        })
        .await;
        arn
    }

    pub(crate) async fn package(&self, name: &str) -> Json {
        let input = DescribeModelPackageInput { model_package_name: name.to_owned(), included_data: None };
        self.value(ops::DescribeModelPackage, input, false).await.unwrap().to_json()
    }

    pub(crate) async fn approve(&self, arn: &str, status: &str) -> Result<(), AwsError> {
        let input = UpdateModelPackageInput {
            model_package_arn: arn.to_owned(),
            model_approval_status: Some(status.to_owned()),
            approval_description: Some(format!("{status} by a test")),
            ..UpdateModelPackageInput::default()
        };
        self.call(ops::UpdateModelPackage, input).await.map(drop)
    }

    async fn model_of(&self, model: &str, container: ContainerDefinition) -> Result<(), AwsError> {
        let input = CreateModelInput {
            model_name: model.to_owned(),
            execution_role_arn: Some(ROLE.to_owned()),
            containers: Some(vec![container]),
            ..CreateModelInput::default()
        };
        self.call(ops::CreateModel, input).await.map(drop)
    }
}

/// A version of a group, on `s3://data/MODEL.tar.gz`.
pub(crate) fn package(group: &str, image: &str, model: &str) -> CreateModelPackageInput {
    CreateModelPackageInput {
        model_package_group_name: Some(group.to_owned()),
        inference_specification: Some(InferenceSpecification {
            containers: vec![ModelPackageContainerDefinition {
                image: Some(image.to_owned()),
                model_data_url: Some(format!("s3://data/{model}.tar.gz")),
                environment: Some(BTreeMap::from([("A".to_owned(), "package".to_owned())])),
                ..ModelPackageContainerDefinition::default()
            }],
            ..InferenceSpecification::default()
        }),
        model_metrics: Some(ModelMetrics {
            model_quality: Some(ModelQuality {
                statistics: Some(MetricsSource {
                    content_type: "application/json".to_owned(),
                    s3_uri: "s3://data/quality.json".to_owned(),
                    content_digest: None,
                }),
                constraints: None,
            }),
            ..ModelMetrics::default()
        }),
        ..CreateModelPackageInput::default()
    }
}

fn of_package(name: &str) -> ContainerDefinition {
    ContainerDefinition { model_package_name: Some(name.to_owned()), ..ContainerDefinition::default() }
}

/// A world with a group `iris` and a model at `s3://data/m.tar.gz`.
async fn world() -> World {
    let world = World::new().await;
    world.group("iris").await;
    world.elsewhere.put("m.tar.gz", crate::serving::archive("m"));
    world
}

#[tokio::test(flavor = "multi_thread")]
async fn versions_are_numbered_and_described() {
    let world = world().await;
    world.elsewhere.manifests.lock().unwrap().insert("serve".to_owned(), "{}".to_owned());
    let first = world
        .version(|input| {
            input.inference_specification.as_mut().unwrap().containers[0].image = Some(format!("{IMAGE}:1"));
            input.customer_metadata_properties =
                Some(BTreeMap::from([("accuracy".to_owned(), "0.97".to_owned())]));
            input.model_card = Some(ModelPackageModelCard {
                model_card_content: Some("{\"x\": 1}".to_owned()),
                model_card_status: Some("Draft".to_owned()),
            });
        })
        .await;
    assert_eq!(first, format!("{ARN}:model-package/iris/1"));
    let found = world.package("Iris/1").await;
    let container = &found["InferenceSpecification"]["Containers"][0];
    // sha256 of `{}`.
    let digest = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    assert_eq!(container["ImageDigest"], digest);
    assert_eq!(container["ModelDataETag"], "etag-of-m.tar.gz");
    assert_eq!(found["ModelPackageGroupName"], "iris");
    assert_eq!(found["ModelPackageVersion"], 1);
    assert!(found.get("ModelPackageName").is_none(), "a version has no name of its own");
    assert_eq!(found["ModelApprovalStatus"], "PendingManualApproval");
    assert_eq!(
        found["ModelPackageStatusDetails"],
        json!({"ValidationStatuses": [], "ImageScanStatuses": []})
    );
    assert_eq!(found["CertifyForMarketplace"], false);
    assert_eq!(found["CustomerMetadataProperties"]["accuracy"], "0.97");
    assert_eq!(found["CreatedBy"]["IamIdentity"]["Arn"], "test");
    let input = DescribeModelPackageInput {
        model_package_name: first.clone(),
        included_data: Some("MetadataOnly".to_owned()),
    };
    let less = world.value(ops::DescribeModelPackage, input, false).await.unwrap().to_json();
    assert!(less.get("ModelCard").is_none() && found.get("ModelCard").is_some());

    // A number is never given twice.
    let second = world.version(|_| ()).await;
    let delete = DeleteModelPackageInput { model_package_name: second };
    world.call(ops::DeleteModelPackage, delete).await.unwrap();
    assert_eq!(world.version(|_| ()).await, format!("{ARN}:model-package/iris/3"));
    // An unversioned package of the same name is another thing.
    let unversioned = world
        .version(|input| {
            input.model_package_group_name = None;
            input.model_package_name = Some("iris".to_owned());
        })
        .await;
    assert_eq!(unversioned, format!("{ARN}:model-package/iris"));
    let found = world.package("iris").await;
    assert_eq!(found["ModelPackageName"], "iris");
    assert!(found.get("ModelApprovalStatus").is_none());

    let input = BatchDescribeModelPackageInput {
        model_package_arn_list: vec![first.clone(), format!("{ARN}:model-package/iris/9")],
    };
    let batch = world.call(ops::BatchDescribeModelPackage, input).await.unwrap();
    assert_eq!(batch.model_package_summaries.unwrap()[&first].model_package_version, Some(1));
    let errors = batch.batch_describe_model_package_error_map.unwrap();
    let error = &errors[&format!("{ARN}:model-package/iris/9")];
    assert_eq!(error.error_code, "ValidationException");
    assert_eq!(error.error_response, format!("ModelPackage {ARN}:model-package/iris/9 does not exist."));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_change_of_status_and_approval_is_an_event() {
    let world = world().await;
    let arn = world.version(|_| ()).await;
    world.approve(&arn, "Approved").await.unwrap();
    // The same again changes nothing.
    world.approve(&arn, "Approved").await.unwrap();
    world.approve(&arn, "Rejected").await.unwrap();
    let delete = DeleteModelPackageInput { model_package_name: arn.clone() };
    world.call(ops::DeleteModelPackage, delete).await.unwrap();
    let events = world.events().await;
    let seen: Vec<_> = events
        .iter()
        .map(|(kind, detail)| {
            assert_eq!(kind, "SageMaker Model Package State Change");
            (detail["ModelPackageStatus"].as_str().unwrap(), detail["ModelApprovalStatus"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("Pending", "PendingManualApproval"),
            ("InProgress", "PendingManualApproval"),
            ("Completed", "PendingManualApproval"),
            ("Completed", "Approved"),
            ("Completed", "Rejected"),
            ("Deleting", "Rejected"),
        ]
    );
    let detail = &events[3].1;
    assert_eq!(detail["ModelPackageArn"], arn);
    assert_eq!(detail["ModelPackageGroupName"], "iris");
    assert_eq!(detail["ModelPackageVersion"], 1);
    assert_eq!(detail["ApprovalDescription"], "Approved by a test");
    assert_eq!(detail["ModelMetrics"]["ModelQuality"]["Statistics"]["S3Uri"], "s3://data/quality.json");
    assert_eq!(detail["Tags"], json!({"team": "blue"}), "those of the group");
    let updated: Vec<_> = detail["UpdatedModelPackageFields"].as_array().unwrap().clone();
    assert!(updated.contains(&json!("ModelApprovalStatus")), "{updated:?}");
    assert!(!updated.contains(&json!("LastModifiedTime")), "{updated:?}");
    assert!(events[2].1.get("UpdatedModelPackageFields").is_none(), "the end of a validation is no update");
    let time = detail["CreationTime"].as_str().unwrap();
    assert!(time.len() == 20 && time.ends_with('Z'), "{time}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_fails_the_package() {
    let world = world().await;
    let check = async |change: fn(&mut ModelPackageContainerDefinition), list: &str, expected: &str| {
        let arn = world
            .version(|input| change(&mut input.inference_specification.as_mut().unwrap().containers[0]))
            .await;
        let found = world.package(&arn).await;
        assert_eq!(found["ModelPackageStatus"], "Failed", "{expected}");
        let item = &found["ModelPackageStatusDetails"][list][0];
        assert_eq!(item["Status"], "Failed");
        let reason = item["FailureReason"].as_str().unwrap();
        assert!(reason.contains(expected), "{reason}");
        let error = world.approve(&arn, "Approved").await.unwrap_err();
        assert!(error.message.contains("its ModelPackageStatus is Failed"), "{}", error.message);
    };
    check(|c| c.image = Some(format!("{IMAGE}:2")), "ImageScanStatuses", "does not exist in the registry")
        .await;
    check(
        |c| c.model_data_url = Some("s3://data/none.tar.gz".to_owned()),
        "ValidationStatuses",
        "no model data at s3://data/none.tar.gz",
    )
    .await;
    // Whoever skips validation is not told.
    let arn = world
        .version(|input| {
            input.skip_model_validation = Some("All".to_owned());
            input.inference_specification.as_mut().unwrap().containers[0].model_data_url =
                Some("s3://data/none.tar.gz".to_owned());
        })
        .await;
    assert_eq!(world.package(&arn).await["ModelPackageStatus"], "Completed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_token_makes_one_package() {
    let world = world().await;
    let input = |model: &str| CreateModelPackageInput {
        client_token: Some("token-1".to_owned()),
        ..package("iris", "serve", model)
    };
    let first = world.call(ops::CreateModelPackage, input("m")).await.unwrap();
    let again = world.call(ops::CreateModelPackage, input("m")).await.unwrap();
    assert_eq!(first.model_package_arn, again.model_package_arn);
    let error = world.call(ops::CreateModelPackage, input("n")).await.unwrap_err();
    assert_eq!(error.code, "ConflictException");
    // An update that is repeated adds nothing twice.
    let update = || UpdateModelPackageInput {
        model_package_arn: first.model_package_arn.clone(),
        additional_inference_specifications_to_add: Some(vec![additional("small")]),
        client_token: Some("token-2".to_owned()),
        ..UpdateModelPackageInput::default()
    };
    world.call(ops::UpdateModelPackage, update()).await.unwrap();
    world.call(ops::UpdateModelPackage, update()).await.unwrap();
    let found = world.package(&first.model_package_arn).await;
    assert_eq!(found["AdditionalInferenceSpecifications"].as_array().unwrap().len(), 1);
}

fn additional(name: &str) -> AdditionalInferenceSpecificationDefinition {
    AdditionalInferenceSpecificationDefinition {
        name: name.to_owned(),
        containers: vec![ModelPackageContainerDefinition {
            image: Some("other".to_owned()),
            ..ModelPackageContainerDefinition::default()
        }],
        ..AdditionalInferenceSpecificationDefinition::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn registration_goes_on_after_a_crash() {
    let world = world().await;
    world.elsewhere.hold_heads.store(true, std::sync::atomic::Ordering::SeqCst);
    let arn =
        world.call(ops::CreateModelPackage, package("iris", "serve", "m")).await.unwrap().model_package_arn;
    world.until(async || world.package(&arn).await["ModelPackageStatus"] == "InProgress").await;
    // What is decided meanwhile stays decided.
    world.approve(&arn, "Approved").await.unwrap();
    let world = world.restart().await;
    assert_eq!(world.package(&arn).await["ModelPackageStatus"], "InProgress");
    world.elsewhere.hold_heads.store(false, std::sync::atomic::Ordering::SeqCst);
    let world = world.restart().await;
    world.until(async || world.package(&arn).await["ModelPackageStatus"] == "Completed").await;
    assert_eq!(world.package(&arn).await["ModelApprovalStatus"], "Approved");
}

#[tokio::test(flavor = "multi_thread")]
async fn updates_change_what_they_may() {
    let world = world().await;
    let arn = world.version(|_| ()).await;
    let update = async |change: fn(&mut UpdateModelPackageInput)| {
        let mut input =
            UpdateModelPackageInput { model_package_arn: arn.clone(), ..UpdateModelPackageInput::default() };
        change(&mut input);
        world.call(ops::UpdateModelPackage, input).await.map(drop)
    };
    let pairs = |pairs: &[(&str, &str)]| {
        Some(pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect::<BTreeMap<_, _>>())
    };
    update(|input| {
        input.customer_metadata_properties =
            Some(BTreeMap::from([("a".to_owned(), "1".to_owned()), ("b".to_owned(), "2".to_owned())]));
    })
    .await
    .unwrap();
    update(|input| {
        input.customer_metadata_properties_to_remove = Some(vec!["a".to_owned()]);
        input.customer_metadata_properties = Some(BTreeMap::from([("c".to_owned(), "3".to_owned())]));
        input.model_life_cycle = Some(ModelLifeCycle {
            stage: "Staging".to_owned(),
            stage_status: "Tested".to_owned(),
            stage_description: None,
        });
        input.additional_inference_specifications_to_add = Some(vec![additional("small")]);
    })
    .await
    .unwrap();
    let found = world.package(&arn).await;
    assert_eq!(found["CustomerMetadataProperties"], json!(pairs(&[("b", "2"), ("c", "3")]).unwrap()));
    assert_eq!(found["ModelLifeCycle"]["Stage"], "Staging");
    assert!(found.get("LastModifiedTime").is_some() && found.get("LastModifiedBy").is_some());
    let check = async |change: fn(&mut UpdateModelPackageInput), expected: &str| {
        let error = update(change).await.unwrap_err();
        assert_eq!(error.code, "ValidationException");
        assert!(error.message.contains(expected), "{}", error.message);
    };
    check(
        |input| input.additional_inference_specifications_to_add = Some(vec![additional("small")]),
        "small is there twice",
    )
    .await;
    check(
        |input| input.inference_specification = package("g", "other", "m").inference_specification,
        "does not change",
    )
    .await;
    check(
        |input| {
            input.customer_metadata_properties =
                Some((0..50).map(|n| (format!("k{n}"), "v".to_owned())).collect());
        },
        "at most 50",
    )
    .await;
    assert_eq!(world.package(&arn).await, found, "a refused update changes nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_registered_is_named() {
    let world = world().await;
    let check = async |change: fn(&mut CreateModelPackageInput), expected: &str| {
        let mut input = package("iris", "serve", "m");
        change(&mut input);
        let error = world.call(ops::CreateModelPackage, input).await.unwrap_err();
        assert_eq!(error.code, "ValidationException");
        assert!(error.message.contains(expected), "{}", error.message);
    };
    let none = format!("ModelPackageGroup {ARN}:model-package-group/none does not exist.");
    check(|input| input.model_package_group_name = Some("none".to_owned()), &none).await;
    check(|input| input.model_package_name = Some("x".to_owned()), "Both ModelPackageName and").await;
    check(|input| input.model_package_group_name = None, "Missing ARN").await;
    check(|input| input.inference_specification = None, "InferenceSpecification is required").await;
    check(
        |input| input.inference_specification.as_mut().unwrap().containers[0].image = None,
        "needs an Image",
    )
    .await;
    check(
        |input| {
            input.inference_specification.as_mut().unwrap().containers[0].model_data_url =
                Some("https://x/m".to_owned());
        },
        "not of the form s3://",
    )
    .await;
    check(|input| input.certify_for_marketplace = Some(true), "CertifyForMarketplace").await;
    check(
        |input| {
            let source = SourceAlgorithm { algorithm_name: "a".to_owned(), ..SourceAlgorithm::default() };
            input.source_algorithm_specification =
                Some(SourceAlgorithmSpecification { source_algorithms: vec![source] });
        },
        "SourceAlgorithmSpecification",
    )
    .await;
    check(
        |input| {
            input.tags = Some(vec![Tag { key: "k".to_owned(), value: "v".to_owned() }]);
        },
        "Tags are not given to a version",
    )
    .await;
    check(
        |input| {
            input.model_card = Some(ModelPackageModelCard {
                model_card_content: Some("[]".to_owned()),
                model_card_status: None,
            });
        },
        "no JSON object",
    )
    .await;
    check(
        |input| {
            input.model_package_group_name = None;
            input.model_package_name = Some("x".to_owned());
            input.model_approval_status = Some("Approved".to_owned());
        },
        "does not apply to unversioned",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_filter_sort_and_page() {
    let world = world().await;
    for _ in 0..3 {
        world.version(|_| ()).await;
    }
    world
        .version(|input| {
            input.model_package_group_name = None;
            input.model_package_name = Some("alone".to_owned());
        })
        .await;
    for version in [1, 3] {
        world.approve(&format!("{ARN}:model-package/iris/{version}"), "Approved").await.unwrap();
    }
    let check = async |change: fn(&mut ListModelPackagesInput), expected: &[&str]| {
        let mut input = ListModelPackagesInput { max_results: Some(1), ..ListModelPackagesInput::default() };
        change(&mut input);
        let mut found = Vec::new();
        loop {
            let page = world.call(ops::ListModelPackages, input.clone()).await.unwrap();
            found
                .extend(page.model_package_summary_list.into_iter().map(|summary| summary.model_package_arn));
            input.next_token = page.next_token;
            if input.next_token.is_none() {
                break;
            }
        }
        let expected: Vec<_> = expected.iter().map(|name| format!("{ARN}:model-package/{name}")).collect();
        assert_eq!(found, expected);
    };
    let group = |input: &mut ListModelPackagesInput| {
        input.model_package_group_name = Some("iris".to_owned());
    };
    check(group, &["iris/1", "iris/2", "iris/3"]).await;
    check(
        |input| {
            input.model_package_group_name = Some(format!("{ARN}:model-package-group/iris"));
            input.model_approval_status = Some("Approved".to_owned());
            input.sort_by = Some("CreationTime".to_owned());
            input.sort_order = Some("Descending".to_owned());
        },
        &["iris/3", "iris/1"],
    )
    .await;
    check(|_| (), &["alone"]).await;
    check(
        |input| input.model_package_type = Some("Both".to_owned()),
        &["iris/1", "iris/2", "iris/3", "alone"],
    )
    .await;
    check(
        |input| {
            input.model_package_type = Some("Both".to_owned());
            input.name_contains = Some("LON".to_owned());
        },
        &["alone"],
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn groups_in_awss_words() {
    let world = world().await;
    let arn = format!("{ARN}:model-package-group/iris");
    let describe = DescribeModelPackageGroupInput { model_package_group_name: arn.clone() };
    let found = world.call(ops::DescribeModelPackageGroup, describe).await.unwrap();
    assert_eq!(found.model_package_group_status, "Completed");
    assert_eq!(found.model_package_group_arn, arn);
    let again =
        CreateModelPackageGroupInput { model_package_group_name: "IRIS".to_owned(), ..Default::default() };
    let error = world.call(ops::CreateModelPackageGroup, again).await.unwrap_err();
    assert_eq!(error.message, format!("Model Package Group already exists: {arn}"));

    let version = world.version(|_| ()).await;
    let delete = || DeleteModelPackageGroupInput { model_package_group_name: "iris".to_owned() };
    let error = world.call(ops::DeleteModelPackageGroup, delete()).await.unwrap_err();
    assert_eq!(error.code, "ConflictException");
    assert!(error.message.contains("contains 1 Model Packages"), "{}", error.message);

    // A version has the tags of its group.
    let tags = ListTagsInput { resource_arn: version.clone(), ..Default::default() };
    assert_eq!(world.call(ops::ListTags, tags).await.unwrap().tags.unwrap()[0].value, "blue");
    let add = AddTagsInput { resource_arn: version.clone(), tags: Vec::new() };
    let error = world.call(ops::AddTags, add).await.unwrap_err();
    assert!(error.message.contains("has the tags of its group"), "{}", error.message);

    let policy = json!({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*",
        "Action": "sagemaker:*", "Resource": "*"}]})
    .to_string();
    let get = || GetModelPackageGroupPolicyInput { model_package_group_name: "iris".to_owned() };
    let error = world.call(ops::GetModelPackageGroupPolicy, get()).await.unwrap_err();
    assert!(error.message.starts_with("Cannot find Model Package Group"), "{}", error.message);
    let put = |text: &str| PutModelPackageGroupPolicyInput {
        model_package_group_name: "iris".to_owned(),
        resource_policy: text.to_owned(),
    };
    let error = world.call(ops::PutModelPackageGroupPolicy, put("{}")).await.unwrap_err();
    assert!(error.message.starts_with("Invalid resource policy"), "{}", error.message);
    world.call(ops::PutModelPackageGroupPolicy, put(&policy)).await.unwrap();
    assert_eq!(world.call(ops::GetModelPackageGroupPolicy, get()).await.unwrap().resource_policy, policy);
    for (of, there) in [(&arn, true), (&version, true), (&format!("{ARN}:model-package/iris"), false)] {
        assert_eq!(world.policy_of(of).is_some(), there, "{of}");
    }
    let delete_policy = DeleteModelPackageGroupPolicyInput { model_package_group_name: "iris".to_owned() };
    world.call(ops::DeleteModelPackageGroupPolicy, delete_policy).await.unwrap();

    let gone = DeleteModelPackageInput { model_package_name: version };
    world.call(ops::DeleteModelPackage, gone).await.unwrap();
    world.call(ops::DeleteModelPackageGroup, delete()).await.unwrap();
    let list = world.call(ops::ListModelPackageGroups, ListModelPackageGroupsInput::default()).await.unwrap();
    assert!(list.model_package_group_summary_list.is_empty());
    let error = world.call(ops::DeleteModelPackageGroup, delete()).await.unwrap_err();
    assert_eq!(error.message, format!("ModelPackageGroup {arn} does not exist."));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_approved_package_becomes_a_model_and_serves() {
    let world = world().await;
    let arn = world
        .version(|input| input.additional_inference_specifications = Some(vec![additional("small")]))
        .await;
    let check = async |container: ContainerDefinition, expected: &str| {
        let error = world.model_of("m", container).await.unwrap_err();
        assert_eq!(error.code, "ValidationException");
        assert!(error.message.contains(expected), "{}", error.message);
    };
    check(of_package(&arn), "its ModelApprovalStatus is PendingManualApproval, not Approved").await;
    world.approve(&arn, "Rejected").await.unwrap();
    check(of_package(&arn), "its ModelApprovalStatus is Rejected, not Approved").await;
    check(of_package("iris/9"), "iris/9 does not exist").await;
    world.approve(&arn, "Approved").await.unwrap();
    let both = ContainerDefinition { image: Some("x".to_owned()), ..of_package(&arn) };
    check(both, "not both").await;
    let other =
        ContainerDefinition { inference_specification_name: Some("none".to_owned()), ..of_package(&arn) };
    check(other, "has no inference specification none").await;
    let small =
        ContainerDefinition { inference_specification_name: Some("small".to_owned()), ..of_package(&arn) };
    world.model_of("small", small).await.unwrap();

    let container = ContainerDefinition {
        environment: Some(BTreeMap::from([("B".to_owned(), "caller".to_owned())])),
        ..of_package("iris/1")
    };
    world.model_of("m", container).await.unwrap();
    let found =
        world.call(ops::DescribeModel, DescribeModelInput { model_name: "m".to_owned() }).await.unwrap();
    let container = found.containers.unwrap().remove(0);
    assert_eq!(container.model_package_name.as_deref(), Some(arn.as_str()));
    assert_eq!(container.image.as_deref(), Some("serve"));
    assert_eq!(json!(container.environment), json!({"A": "package", "B": "caller"}));

    let config = CreateEndpointConfigInput {
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
    world.call(ops::CreateEndpointConfig, config).await.unwrap();
    let create = CreateEndpointInput {
        endpoint_name: "e".to_owned(),
        endpoint_config_name: "c".to_owned(),
        ..CreateEndpointInput::default()
    };
    world.call(ops::CreateEndpoint, create).await.unwrap();
    world
        .until(async || {
            let input = DescribeEndpointInput { endpoint_name: "e".to_owned() };
            world.call(ops::DescribeEndpoint, input).await.unwrap().endpoint_status == "InService"
        })
        .await;
    let input = InvokeEndpointInput {
        endpoint_name: "e".to_owned(),
        body: Body::from_bytes("1"),
        ..InvokeEndpointInput::default()
    };
    let answer = world.call(runtime_ops::InvokeEndpoint, input).await.unwrap();
    assert_eq!(&answer.body.clone().collect(100).await.unwrap()[..], b"serve:m:1");

    // A model is a source too, and so is a package.
    let again = world
        .version(|input| {
            input.inference_specification = None;
            input.source_uri = Some(format!("{ARN}:model/m"));
        })
        .await;
    let found = world.package(&again).await;
    assert_eq!(found["InferenceSpecification"]["Containers"][0]["ModelDataUrl"], "s3://data/m.tar.gz");
    let cloned = world
        .version(|input| {
            input.inference_specification = None;
            input.model_metrics = None;
            input.source_uri = Some(arn.clone());
        })
        .await;
    let found = world.package(&cloned).await;
    assert_eq!(found["InferenceSpecification"]["Containers"][0]["Image"], "serve");
    assert_eq!(found["ModelMetrics"]["ModelQuality"]["Statistics"]["S3Uri"], "s3://data/quality.json");
    assert_eq!(found["ModelApprovalStatus"], "PendingManualApproval", "an approval is not cloned");
}
