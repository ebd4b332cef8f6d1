//! The contract of serving containers.
//!
//! Not served yet, and refused by name: several models in a container, streams.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use lirio_api::sagemaker::{
    ContainerDefinition, CreateEndpointConfigInput, CreateEndpointInput, CreateModelInput,
    DeleteEndpointInput, DescribeEndpointInput, DescribeEndpointOutput, ProductionVariant, ops,
};
use lirio_api::sagemaker_runtime::{InvokeEndpointInput, InvokeEndpointOutput, ops as runtime_ops};
use lirio_api::{AwsError, Body};

use crate::fakes::ROLE;
use crate::images::uri;
use crate::world::World;
use crate::{Check, compare, facts, nothing_runs, world};

pub(crate) const CHECKS: &[Check] = &[
    // The longest first.
    ("serve: SIGKILL comes 30 seconds after SIGTERM", || Box::pin(killed())),
    ("serve: what a container sees", || Box::pin(what_it_sees())),
    ("serve: an image with an entry point gets `serve` behind it", || Box::pin(an_entry_point())),
    ("serve: /ping is asked until it answers 200, 2 seconds each time", || Box::pin(slow_to_start())),
    ("serve: a container that ends before /ping answers fails the endpoint", || Box::pin(never_starts())),
    ("serve: /invocations", || Box::pin(invocations())),
    ("serve: a container that crashes is started again", || Box::pin(crash())),
    ("serve: DeleteEndpoint sends SIGTERM", || Box::pin(stopped())),
];

/// Creates an endpoint `e` and waits until it is decided.
async fn endpoint(world: &World, container: ContainerDefinition) -> DescribeEndpointOutput {
    let model = CreateModelInput {
        model_name: "m".to_owned(),
        execution_role_arn: Some(ROLE.to_owned()),
        primary_container: Some(container),
        ..CreateModelInput::default()
    };
    world.call(ops::CreateModel, model).await.unwrap();
    let variant = ProductionVariant {
        variant_name: "AllTraffic".to_owned(),
        model_name: Some("m".to_owned()),
        initial_instance_count: Some(1),
        instance_type: Some("ml.m5.large".to_owned()),
        ..ProductionVariant::default()
    };
    let config = CreateEndpointConfigInput {
        endpoint_config_name: "c".to_owned(),
        production_variants: vec![variant],
        ..CreateEndpointConfigInput::default()
    };
    world.call(ops::CreateEndpointConfig, config).await.unwrap();
    let create = CreateEndpointInput {
        endpoint_name: "e".to_owned(),
        endpoint_config_name: "c".to_owned(),
        ..CreateEndpointInput::default()
    };
    world.call(ops::CreateEndpoint, create).await.unwrap();
    loop {
        let describe = DescribeEndpointInput { endpoint_name: "e".to_owned() };
        let found = world.call(ops::DescribeEndpoint, describe).await.unwrap();
        if found.endpoint_status != "Creating" {
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

async fn in_service(world: &World, container: ContainerDefinition) {
    let found = endpoint(world, container).await;
    assert_eq!(found.endpoint_status, "InService", "{:?}", found.failure_reason);
}

async fn invoke(
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

async fn answer(world: &World, words: &str) -> String {
    let output = invoke(world, words, |_| {}).await.unwrap();
    String::from_utf8(output.body.collect(1 << 20).await.unwrap().to_vec()).unwrap()
}

async fn seen(world: &World) -> BTreeMap<String, String> {
    facts(answer(world, "look").await.lines())
}

fn lines(world: &World) -> Vec<String> {
    let lines = world.elsewhere.lines.lock().unwrap();
    lines
        .iter()
        .filter(|(stream, _)| stream.starts_with("/aws/sagemaker/Endpoints/e:"))
        .flat_map(|(_, lines)| lines.clone())
        .collect()
}

async fn delete(world: &World) {
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

async fn slow_to_start() {
    let world = world().await;
    let begin = Instant::now();
    // Three times 503, then an attempt that would hang for ever, then 200.
    in_service(&world, container(&world, "plain", "slow")).await;
    assert!(begin.elapsed() >= Duration::from_secs(2), "the fourth attempt was given its time");
    assert_eq!(answer(&world, "pings").await, "5");
}

async fn never_starts() {
    let world = world().await;
    let found = endpoint(&world, container(&world, "plain", "die")).await;
    assert_eq!(found.endpoint_status, "Failed");
    let reason = found.failure_reason.unwrap_or_default();
    assert!(
        reason.contains("did not pass the ping health check") && reason.contains("exit code 4"),
        "{reason}"
    );
    assert!(lines(&world).contains(&"no model".to_owned()));
}

async fn invocations() {
    let world = world().await;
    in_service(&world, container(&world, "plain", "")).await;
    let output = invoke(&world, "head", |input| {
        input.content_type = Some("text/csv".to_owned());
        input.accept = Some("application/json".to_owned());
        input.custom_attributes = Some("trace=1".to_owned());
    });
    let output = output.await.unwrap();
    assert_eq!(output.content_type.as_deref(), Some("text/plain"));
    assert_eq!(output.custom_attributes.as_deref(), Some("seen"));
    assert_eq!(output.invoked_production_variant.as_deref(), Some("AllTraffic"));
    let head =
        String::from_utf8(output.body.collect(1 << 16).await.unwrap().to_vec()).unwrap().to_ascii_lowercase();
    for expected in [
        "post /invocations http/1.1",
        "content-type: text/csv",
        "accept: application/json",
        "x-amzn-sagemaker-custom-attributes: trace=1",
        "content-length: 4",
    ] {
        assert!(head.lines().any(|line| line == expected), "{expected}: {head}");
    }
    // A body beyond any buffer, and many requests at a time.
    assert_eq!(answer(&world, &"x".repeat(5 << 20)).await, (5 << 20).to_string());
    let many = (1..50).map(|length| {
        let world = &world;
        async move { assert_eq!(answer(world, &"y".repeat(length)).await, length.to_string()) }
    });
    futures_util::future::join_all(many).await;
    for (words, status, message) in [("fail", 500, "it broke"), ("refuse", 400, "no such thing")] {
        let Err(error) = invoke(&world, words, |_| {}).await else { panic!("{words} is an error") };
        assert_eq!(error.code, "ModelError", "{error:?}");
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

async fn killed() {
    let world = world().await;
    in_service(&world, container(&world, "plain", "stubborn")).await;
    let begin = Instant::now();
    delete(&world).await;
    nothing_runs(&world).await;
    assert!(begin.elapsed() >= Duration::from_secs(30), "it had {:?}", begin.elapsed());
}
