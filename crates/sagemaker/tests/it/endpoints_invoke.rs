//! Streams, shadow variants, data capture.

use futures_util::StreamExt as _;
use lirio_api::sagemaker::{
    CaptureContentTypeHeader, CaptureOption, CreateEndpointConfigInput, DataCaptureConfig, ops,
};
use lirio_api::sagemaker_runtime::{
    InvokeEndpointInput, InvokeEndpointWithResponseStreamInput, ops as runtime_ops,
};
use lirio_api::{AwsError, Body, BodyError};
use serde_json::{Value as Json, json};

use crate::serving::{Load, variant, world};
use crate::world::World;

fn capture(percentage: i64) -> DataCaptureConfig {
    DataCaptureConfig {
        enable_capture: Some(true),
        initial_sampling_percentage: percentage,
        destination_s3_uri: "s3://data/captured/".to_owned(),
        kms_key_id: None,
        capture_options: ["Input", "Output"]
            .map(|mode| CaptureOption { capture_mode: mode.to_owned() })
            .to_vec(),
        capture_content_type_header: Some(CaptureContentTypeHeader {
            csv_content_types: Some(vec!["text/csv".to_owned()]),
            json_content_types: None,
        }),
    }
}

impl World {
    async fn config_with(
        &self,
        name: &str,
        shadow: Option<(&str, f64)>,
        capture: Option<DataCaptureConfig>,
    ) -> Result<(), AwsError> {
        let input = CreateEndpointConfigInput {
            endpoint_config_name: name.to_owned(),
            production_variants: vec![variant("real", "one", 1, 2.0)],
            shadow_production_variants: shadow
                .map(|(model, weight)| vec![variant("shadow", model, 1, weight)]),
            data_capture_config: capture,
            ..CreateEndpointConfigInput::default()
        };
        self.call(ops::CreateEndpointConfig, input).await.map(drop)
    }

    /// The lines that were captured of a variant.
    fn captured(&self, variant: &str) -> Vec<Json> {
        let folder = format!("captured/e/{variant}/");
        let puts = self.elsewhere.puts.lock().unwrap().clone();
        let files = puts.iter().filter(|key| key.starts_with(&folder));
        let text: String = files
            .map(|key| {
                assert!(key.ends_with(".jsonl") && key.split('/').count() == 8, "{key}");
                String::from_utf8(self.elsewhere.get(key).unwrap().to_vec()).unwrap()
            })
            .collect();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_stream_and_break_as_events() {
    let world = world().await;
    world.create("e", "one").await.unwrap();
    world.settled("e").await;
    let stream = async |body: &str| {
        let input = InvokeEndpointWithResponseStreamInput {
            endpoint_name: "e".to_owned(),
            body: Body::from_bytes(body.to_owned()),
            content_type: Some("text/csv".to_owned()),
            ..InvokeEndpointWithResponseStreamInput::default()
        };
        world.call(runtime_ops::InvokeEndpointWithResponseStream, input).await
    };
    let output = stream("stream").await.unwrap();
    assert_eq!(output.invoked_production_variant.as_deref(), Some("AllTraffic"));
    assert_eq!(output.content_type.as_deref(), Some("text/csv"));
    let mut pieces = output.body.into_stream();
    // A piece is there before the next one is made.
    assert_eq!(pieces.next().await.unwrap().unwrap(), "first ");
    world.tasks.let_go();
    assert_eq!(pieces.next().await.unwrap().unwrap(), "second");
    assert!(pieces.next().await.is_none());

    let output = stream("break").await.unwrap();
    let mut pieces = output.body.into_stream();
    assert_eq!(pieces.next().await.unwrap().unwrap(), "first ");
    world.tasks.let_go();
    let broken = pieces.next().await.unwrap();
    let Err(BodyError::Exception(error)) = broken else { panic!("{broken:?}") };
    assert_eq!(error.code, "ModelStreamError");
    assert_eq!(stream("bad").await.unwrap_err().code, "ModelError");
    // Every place was given back: an update ends at once.
    world.update("e", "two").await.unwrap();
    world.settled("e").await;
    world.until(async || world.alive() == 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn shadows_get_copies_and_change_nothing() {
    let world = world().await;
    world.config_with("half", Some(("two", 1.0)), None).await.unwrap();
    world.create("e", "half").await.unwrap();
    let found = world.settled("e").await;
    assert_eq!(found.shadow_production_variants.unwrap()[0].variant_name, "shadow");
    let tasks = world.tasks.running.lock().unwrap().clone();
    for _ in 0..20 {
        assert_eq!(world.answer("e").await, "serve:one:x");
    }
    // A weight of one beside one of two: every second request.
    let total = async || tasks.iter().map(|task| task.answered()).sum::<usize>();
    world.until(async || total().await == 30).await;
    // A shadow that fails is nobody's matter.
    let shadow = tasks.iter().find(|task| task.answered() == 10).expect("the shadow");
    let load = Load::start(&world, "e", 4, |answer| answer == "serve:one:x");
    load.more(10).await;
    shadow.crash();
    load.more(200).await;
    load.end().await;
    let error = world.config_with("none", Some(("none", 1.0)), None).await.unwrap_err();
    assert!(error.message.starts_with("Could not find model"), "{}", error.message);
}

#[tokio::test(flavor = "multi_thread")]
async fn captured_invocations_are_lines_in_the_bucket() {
    let world = world().await;
    world.config_with("all", Some(("two", 2.0)), Some(capture(100))).await.unwrap();
    world.create("e", "all").await.unwrap();
    let found = world.settled("e").await;
    let shown = found.data_capture_config.unwrap();
    assert_eq!((shown.capture_status.as_str(), shown.current_sampling_percentage), ("Started", 100));
    for at in 0..20 {
        let input = InvokeEndpointInput {
            endpoint_name: "e".to_owned(),
            body: Body::from_bytes(format!("{at}")),
            content_type: Some(if at == 0 { "image/png" } else { "text/csv" }.to_owned()),
            inference_id: (at == 1).then(|| "mine".to_owned()),
            ..InvokeEndpointInput::default()
        };
        world.call(runtime_ops::InvokeEndpoint, input).await.unwrap();
    }
    // Errors of the container are not captured.
    world.invoke("e", "bad").await.unwrap_err();
    // An update to a configuration without capture ends it, and nothing is lost.
    world.update("e", "two").await.unwrap();
    let found = world.settled("e").await;
    assert!(found.data_capture_config.is_none());
    world.until(async || world.captured("real").len() == 20 && world.captured("shadow").len() == 20).await;
    let lines = world.captured("real");
    let data = &lines[1]["captureData"];
    assert_eq!(
        data["endpointInput"],
        json!({ "observedContentType": "text/csv", "mode": "INPUT", "data": "1", "encoding": "CSV" })
    );
    assert_eq!(data["endpointOutput"]["data"], "serve:one:1");
    assert_eq!(lines[1]["eventMetadata"]["inferenceId"], "mine");
    assert_eq!(lines[0]["captureData"]["endpointInput"]["encoding"], "BASE64");
    let answers = world.captured("shadow");
    assert!(answers.iter().all(|line| {
        line["captureData"]["endpointInput"]["encoding"] == "BASE64"
            || line["captureData"]["endpointOutput"]["data"].as_str().unwrap().starts_with("serve:two:")
    }));

    // A sample is exact, and what waits is written when the platform stops.
    world.config_with("some", None, Some(capture(25))).await.unwrap();
    world.elsewhere.puts.lock().unwrap().clear();
    world.update("e", "some").await.unwrap();
    world.settled("e").await;
    for _ in 0..40 {
        world.answer("e").await;
    }
    world.service.hand_over().await;
    assert_eq!(world.captured("real").len(), 10);
}

#[tokio::test(flavor = "multi_thread")]
async fn capture_that_cannot_be_is_refused_by_name() {
    let world = world().await;
    let check = async |capture: DataCaptureConfig, expected: &str| {
        let error = world.config_with("c", None, Some(capture)).await.unwrap_err();
        assert!(error.message.contains(expected), "{}", error.message);
    };
    check(
        DataCaptureConfig { kms_key_id: Some("key".to_owned()), ..capture(1) },
        "DataCaptureConfig.KmsKeyId",
    )
    .await;
    check(
        DataCaptureConfig { destination_s3_uri: "https://bucket/x".to_owned(), ..capture(1) },
        "DestinationS3Uri",
    )
    .await;
    // A bucket that refuses fails no invocation.
    world
        .config_with(
            "gone",
            None,
            Some(DataCaptureConfig { destination_s3_uri: "s3://refuses/x".to_owned(), ..capture(100) }),
        )
        .await
        .unwrap();
    world.create("e", "gone").await.unwrap();
    world.settled("e").await;
    assert_eq!(world.answer("e").await, "serve:one:x");
    world.service.hand_over().await;
    assert_eq!(world.answer("e").await, "serve:one:x");
}

#[tokio::test(flavor = "multi_thread")]
async fn invocations_are_told_to_cloudwatch() {
    let world = world().await;
    world.config("two-of-one", vec![variant("AllTraffic", "one", 2, 1.0)]).await;
    world.create("e", "two-of-one").await.unwrap();
    world.settled("e").await;
    world.service.hand_over().await;
    assert!(world.elsewhere.metrics.lock().unwrap().is_empty());
    for body in ["a", "b", "bad", "fault"] {
        drop(world.invoke("e", body).await);
    }
    world.service.hand_over().await;
    let metrics = world.elsewhere.metrics.lock().unwrap().clone();
    assert!(metrics.iter().all(|(namespace, _)| namespace == "AWS/SageMaker"));
    let find =
        |name: &str| metrics.iter().map(|(_, datum)| datum).find(|datum| datum.metric_name == name).unwrap();
    let check = |name: &str, count: f64, sum: f64| {
        let datum = find(name);
        let statistics = datum.statistic_values.as_ref().unwrap();
        assert_eq!((statistics.sample_count, statistics.sum), (count, sum), "{name}");
        let dimensions: Vec<_> =
            datum.dimensions.iter().flatten().map(|d| (d.name.as_str(), d.value.as_str())).collect();
        assert_eq!(dimensions, [("EndpointName", "e"), ("VariantName", "AllTraffic")]);
    };
    check("Invocations", 4.0, 4.0);
    check("InvocationsPerInstance", 4.0, 2.0);
    check("Invocation4XXErrors", 4.0, 1.0);
    check("Invocation5XXErrors", 4.0, 1.0);
    check("InvocationModelErrors", 4.0, 2.0);
    for name in ["ModelLatency", "OverheadLatency"] {
        let datum = find(name);
        assert_eq!(datum.counts.iter().flatten().sum::<f64>(), 4.0);
        assert_eq!(datum.unit.as_deref(), Some("Microseconds"));
    }
}
