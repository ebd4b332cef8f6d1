//! The contract of serving containers: how they are run, what they see, what they are asked.

use std::collections::BTreeMap;
use std::time::Duration;

use lirio_api::sagemaker::{
    ContainerDefinition, CreateEndpointConfigInput, CreateEndpointInput, CreateModelInput,
    DeleteEndpointInput, DescribeEndpointInput, DescribeEndpointOutput, DesiredWeightAndCapacity,
    ModelDataSource, ProductionVariant, S3ModelDataSource, UpdateEndpointInput,
    UpdateEndpointWeightsAndCapacitiesInput, ops,
};
use lirio_api::sagemaker_runtime::{InvokeEndpointInput, InvokeEndpointOutput, ops as runtime_ops};
use lirio_api::{AwsError, Body};

use crate::fakes::ROLE;
use crate::images::uri;
use crate::world::World;
use crate::{Check, compare, facts, nothing_runs, until, world};

pub(crate) const CHECKS: &[Check] = &[
    ("serve: what a container sees", || Box::pin(what_it_sees())),
    ("serve: an image with an entry point gets `serve` behind it", || Box::pin(an_entry_point())),
    ("serve: a model that the image brings along", || Box::pin(brought_along())),
    ("serve: a model that is not an archive", || Box::pin(uncompressed())),
    ("serve: an archive that is none fails the endpoint", || Box::pin(no_archive())),
    ("serve: /invocations", || Box::pin(invocations())),
    ("serve: a container that crashes is started again", || Box::pin(crash())),
    ("serve: what is invoked is counted", || Box::pin(metrics())),
    ("serve: what is not served is refused by name", || Box::pin(refused())),
    ("serve: DeleteEndpoint sends SIGTERM", || Box::pin(stopped())),
    ("serve: fewer instances: SIGTERM for those that go", || Box::pin(scaled_in())),
    ("serve: an update: SIGTERM for those that served before", || Box::pin(updated())),
];

async fn model(world: &World, container: ContainerDefinition) -> Result<(), AwsError> {
    let model = CreateModelInput {
        model_name: "m".to_owned(),
        execution_role_arn: Some(ROLE.to_owned()),
        primary_container: Some(container),
        ..CreateModelInput::default()
    };
    world.call(ops::CreateModel, model).await.map(drop)
}

/// An endpoint configuration of one variant with the model `m`.
pub(crate) async fn config(
    world: &World,
    name: &str,
    change: impl FnOnce(&mut ProductionVariant),
) -> Result<(), AwsError> {
    let mut variant = ProductionVariant {
        variant_name: "AllTraffic".to_owned(),
        model_name: Some("m".to_owned()),
        initial_instance_count: Some(1),
        instance_type: Some("ml.m5.large".to_owned()),
        ..ProductionVariant::default()
    };
    change(&mut variant);
    let config = CreateEndpointConfigInput {
        endpoint_config_name: name.to_owned(),
        production_variants: vec![variant],
        ..CreateEndpointConfigInput::default()
    };
    world.call(ops::CreateEndpointConfig, config).await.map(drop)
}

/// Creates an endpoint `e` and waits until it is decided.
pub(crate) async fn endpoint(world: &World, container: ContainerDefinition) -> DescribeEndpointOutput {
    endpoint_of(world, container, |_| {}).await
}

/// The same with a change of its variant.
pub(crate) async fn endpoint_of(
    world: &World,
    container: ContainerDefinition,
    change: impl FnOnce(&mut ProductionVariant),
) -> DescribeEndpointOutput {
    model(world, container).await.unwrap();
    config(world, "c", change).await.unwrap();
    let create = CreateEndpointInput {
        endpoint_name: "e".to_owned(),
        endpoint_config_name: "c".to_owned(),
        ..CreateEndpointInput::default()
    };
    world.call(ops::CreateEndpoint, create).await.unwrap();
    settled(world).await
}

async fn settled(world: &World) -> DescribeEndpointOutput {
    loop {
        let describe = DescribeEndpointInput { endpoint_name: "e".to_owned() };
        let found = world.call(ops::DescribeEndpoint, describe).await.unwrap();
        if !matches!(found.endpoint_status.as_str(), "Creating" | "Updating") {
            return found;
        }
    }
}

/// A container of an image that does something.
pub(crate) fn container(world: &World, image: &str, what: &str) -> ContainerDefinition {
    let mut archive =
        tar::Builder::new(flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast()));
    let mut header = tar::Header::new_gnu();
    header.set_size(9);
    header.set_mode(0o644);
    archive.append_data(&mut header, "model.txt", &b"the model"[..]).unwrap();
    world.elsewhere.put("models/model.tar.gz", archive.into_inner().unwrap().finish().unwrap());
    ContainerDefinition {
        image: Some(uri(image)),
        model_data_url: Some("s3://data/models/model.tar.gz".to_owned()),
        environment: Some([("DO".to_owned(), what.to_owned())].into()),
        ..ContainerDefinition::default()
    }
}

pub(crate) async fn in_service(world: &World, container: ContainerDefinition) {
    let found = endpoint(world, container).await;
    assert_eq!(found.endpoint_status, "InService", "{:?}", found.failure_reason);
}

pub(crate) async fn invoke(
    world: &World,
    words: &str,
    change: impl FnOnce(&mut InvokeEndpointInput),
) -> Result<InvokeEndpointOutput, AwsError> {
    let mut input = InvokeEndpointInput {
        endpoint_name: "e".to_owned(),
        body: Body::from_bytes(words.to_owned().into_bytes()),
        ..InvokeEndpointInput::default()
    };
    change(&mut input);
    world.call(runtime_ops::InvokeEndpoint, input).await
}

pub(crate) async fn answer(world: &World, words: &str) -> String {
    let output = invoke(world, words, |_| {}).await.unwrap();
    String::from_utf8(output.body.collect(1 << 20).await.unwrap().to_vec()).unwrap()
}

pub(crate) async fn seen(world: &World) -> BTreeMap<String, String> {
    facts(answer(world, "look").await.lines())
}

pub(crate) fn lines(world: &World) -> Vec<String> {
    let lines = world.elsewhere.lines.lock().unwrap();
    lines
        .iter()
        .filter(|(stream, _)| stream.starts_with("/aws/sagemaker/Endpoints/e:"))
        .flat_map(|(_, lines)| lines.clone())
        .collect()
}

pub(crate) async fn delete(world: &World) {
    world.call(ops::DeleteEndpoint, DeleteEndpointInput { endpoint_name: "e".to_owned() }).await.unwrap();
}

async fn what_it_sees() {
    let world = world().await;
    let mut definition = container(&world, "plain", "");
    definition.container_hostname = Some("my-model".to_owned());
    definition.environment.as_mut().unwrap().insert("MINE".to_owned(), "a value".to_owned());
    in_service(&world, definition).await;
    compare(
        &seen(&world).await,
        &[
            ("arguments", "serve"),
            ("directory", "/"),
            ("user", "0 0"),
            ("hostname", "my-model"),
            ("own address", "127.0.0.1"),
            ("localhost", "127.0.0.1"),
            ("interfaces", "lo"),
            ("outside", "error 101"),
            ("platform", "reached"),
            ("privileges", "1"),
            ("filter", "2"),
            ("administration", "false"),
            ("list /opt/ml/model", "model.txt"),
            ("model", "the model"),
            ("env MINE", "a value"),
            ("env AWS_REGION", "eu-west-1"),
            ("env AWS_ENDPOINT_URL", "http://127.0.0.1:4566"),
        ],
    );
    let streams: Vec<String> = world.elsewhere.lines.lock().unwrap().keys().cloned().collect();
    assert!(
        streams.iter().all(|one| one.starts_with("/aws/sagemaker/Endpoints/e:AllTraffic/i-")),
        "{streams:?}"
    );
    delete(&world).await;
    nothing_runs(&world).await;
}

async fn an_entry_point() {
    let world = world().await;
    in_service(&world, container(&world, "entry", "")).await;
    compare(
        &seen(&world).await,
        &[
            ("arguments", "/usr/local/bin/model|first|serve"),
            ("directory", "/srv"),
            ("env FROM_IMAGE", "image"),
            // What the image has there is hidden.
            ("list /opt/ml/model", "model.txt"),
        ],
    );
}

async fn invocations() {
    let world = world().await;
    in_service(&world, container(&world, "plain", "")).await;
    let output = invoke(&world, "head", |input| {
        input.content_type = Some("text/csv".to_owned());
        input.accept = Some("application/json".to_owned());
        input.custom_attributes = Some("trace=1".to_owned());
        input.inference_id = Some("17".to_owned());
        input.target_variant = Some("AllTraffic".to_owned());
    });
    let output = output.await.unwrap();
    assert_eq!(output.content_type.as_deref(), Some("text/plain"));
    assert_eq!(output.custom_attributes.as_deref(), Some("seen"));
    assert_eq!(output.invoked_production_variant.as_deref(), Some("AllTraffic"));
    let head =
        String::from_utf8(output.body.collect(1 << 16).await.unwrap().to_vec()).unwrap().to_ascii_lowercase();
    let mut head: Vec<&str> = head.lines().collect();
    head[1..].sort_unstable();
    // These, and no others: signatures, targets and whatever a client sends beside stay outside.
    assert_eq!(
        head,
        [
            "post /invocations http/1.1",
            "accept: application/json",
            "content-length: 4",
            "content-type: text/csv",
            "host: localhost",
            "x-amzn-sagemaker-custom-attributes: trace=1",
            "x-amzn-sagemaker-inference-id: 17",
        ]
    );
    // A body beyond any buffer, and many requests at a time.
    assert_eq!(answer(&world, &"x".repeat(5 << 20)).await, (5 << 20).to_string());
    let many = (1..50).map(|length| {
        let world = &world;
        async move { assert_eq!(answer(world, &"y".repeat(length)).await, length.to_string()) }
    });
    futures_util::future::join_all(many).await;
    for (words, status, message) in [("fail", 500, "it broke"), ("refuse", 400, "no such thing")] {
        let Err(error) = invoke(&world, words, |_| {}).await else { panic!("{words} is an error") };
        assert_eq!((&*error.code, error.status), ("ModelError", 424), "{error:?}");
        let told =
            format!("Received {} error ({status}) from", if status == 500 { "server" } else { "client" });
        assert!(error.message.contains(&told) && error.message.contains(message), "{}", error.message);
    }
}

async fn crash() {
    let world = world().await;
    in_service(&world, container(&world, "plain", "")).await;
    assert!(invoke(&world, "crash", |_| {}).await.is_err());
    while invoke(&world, "again", |_| {}).await.is_err() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(answer(&world, "again").await, "5");
}

async fn stopped() {
    let world = world().await;
    in_service(&world, container(&world, "plain", "")).await;
    delete(&world).await;
    nothing_runs(&world).await;
    while !lines(&world).contains(&"asked to end".to_owned()) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

async fn brought_along() {
    let world = world().await;
    let mut definition = container(&world, "entry", "");
    definition.model_data_url = None;
    in_service(&world, definition).await;
    compare(&seen(&world).await, &[("list /opt/ml", "code input model"), ("list /opt/ml/model", "hidden")]);
}

async fn uncompressed() {
    let world = world().await;
    let mut definition = container(&world, "plain", "");
    world.elsewhere.put("models/folder/model.txt", "the model");
    world.elsewhere.put("models/folder/code/inference.py", "pass");
    definition.model_data_url = None;
    definition.model_data_source = Some(ModelDataSource {
        s3_data_source: Some(S3ModelDataSource {
            s3_uri: "s3://data/models/folder/".to_owned(),
            s3_data_type: "S3Prefix".to_owned(),
            compression_type: "None".to_owned(),
            ..S3ModelDataSource::default()
        }),
    });
    in_service(&world, definition).await;
    compare(&seen(&world).await, &[("list /opt/ml/model", "code model.txt"), ("model", "the model")]);
}

async fn no_archive() {
    let world = world().await;
    let definition = container(&world, "plain", "");
    world.elsewhere.put("models/model.tar.gz", "no archive");
    let found = endpoint(&world, definition).await;
    let reason = found.failure_reason.unwrap_or_default();
    assert_eq!(found.endpoint_status, "Failed");
    assert!(
        reason.contains("Failed to download model data for container")
            && reason.contains("s3://data/models/model.tar.gz")
            && reason.contains("gzip-compressed tar archive"),
        "{reason}"
    );
}

async fn metrics() {
    let world = world().await;
    in_service(&world, container(&world, "plain", "")).await;
    for words in ["one", "two", "fail", "refuse"] {
        let _ = invoke(&world, words, |_| {}).await;
    }
    world.service.hand_over().await;
    let told = world.elsewhere.metrics.lock().unwrap();
    let of = |name: &str| {
        let found = told.iter().filter(|(namespace, datum)| {
            let dimensions = datum.dimensions.iter().flatten();
            let dimensions: Vec<_> = dimensions.map(|one| (one.name.as_str(), one.value.as_str())).collect();
            namespace == "AWS/SageMaker"
                && datum.metric_name == name
                && dimensions == [("EndpointName", "e"), ("VariantName", "AllTraffic")]
        });
        found.map(|(_, datum)| datum.clone()).collect::<Vec<_>>()
    };
    let sum = |name: &str| {
        let all = of(name);
        all.iter().map(|datum| datum.statistic_values.as_ref().unwrap().sum).sum::<f64>()
    };
    for (name, expected) in [
        ("Invocations", 4.0),
        ("InvocationsPerInstance", 4.0),
        ("Invocation4XXErrors", 1.0),
        ("Invocation5XXErrors", 1.0),
        ("InvocationModelErrors", 2.0),
    ] {
        assert_eq!(sum(name), expected, "{name}");
    }
    for name in ["ModelLatency", "OverheadLatency"] {
        let all = of(name);
        let count: f64 = all.iter().flat_map(|datum| datum.counts.iter().flatten()).sum();
        assert!(count == 4.0 && all[0].unit.as_deref() == Some("Microseconds"), "{all:?}");
    }
}

async fn refused() {
    let world = world().await;
    let mut many = container(&world, "plain", "");
    many.mode = Some("MultiModel".to_owned());
    let error = model(&world, many).await.unwrap_err();
    assert!(error.message.contains("multi-model containers (Mode MultiModel)"), "{}", error.message);
    let one = container(&world, "plain", "");
    let several = CreateModelInput {
        model_name: "several".to_owned(),
        execution_role_arn: Some(ROLE.to_owned()),
        containers: Some(vec![one.clone(), one]),
        ..CreateModelInput::default()
    };
    // With them comes SAGEMAKER_BIND_TO_PORT; one container alone listens on 8080.
    let error = world.call(ops::CreateModel, several).await.unwrap_err();
    assert!(error.message.contains("models of several containers (Containers)"), "{}", error.message);
    in_service(&world, container(&world, "plain", "")).await;
    let error = invoke(&world, "x", |input| input.target_model = Some("other".to_owned())).await.unwrap_err();
    assert!(error.message.contains("TargetModel"), "{}", error.message);
}

async fn asked_to_end(world: &World, times: usize) {
    until(async || lines(world).iter().filter(|line| *line == "asked to end").count() == times).await;
}

async fn scaled_in() {
    let world = world().await;
    let found = endpoint_of(&world, container(&world, "plain", ""), |variant| {
        variant.initial_instance_count = Some(2);
    });
    assert_eq!(found.await.endpoint_status, "InService");
    let fewer = UpdateEndpointWeightsAndCapacitiesInput {
        endpoint_name: "e".to_owned(),
        desired_weights_and_capacities: vec![DesiredWeightAndCapacity {
            variant_name: "AllTraffic".to_owned(),
            desired_instance_count: Some(1),
            ..DesiredWeightAndCapacity::default()
        }],
    };
    world.call(ops::UpdateEndpointWeightsAndCapacities, fewer).await.unwrap();
    asked_to_end(&world, 1).await;
    assert_eq!(settled(&world).await.endpoint_status, "InService");
    assert_eq!(answer(&world, "still there").await, "11");
}

async fn updated() {
    let world = world().await;
    in_service(&world, container(&world, "plain", "")).await;
    config(&world, "other", |variant| variant.instance_type = Some("ml.c5.large".to_owned())).await.unwrap();
    let update = UpdateEndpointInput {
        endpoint_name: "e".to_owned(),
        endpoint_config_name: "other".to_owned(),
        ..UpdateEndpointInput::default()
    };
    world.call(ops::UpdateEndpoint, update).await.unwrap();
    asked_to_end(&world, 1).await;
    let found = settled(&world).await;
    assert_eq!(
        (found.endpoint_status.as_str(), found.endpoint_config_name.as_deref()),
        ("InService", Some("other"))
    );
    assert_eq!(answer(&world, "served").await, "6");
}
