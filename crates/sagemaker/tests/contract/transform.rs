//! The contract of batch containers: the one of serving containers, and what batch transform adds.

use std::collections::BTreeMap;

use lirio_api::sagemaker::{
    CreateModelInput, CreateTransformJobRequest, DescribeTransformJobRequest, DescribeTransformJobResponse,
    TransformInput, TransformOutput, TransformResources, ops,
};

use crate::fakes::ROLE;
use crate::serving::container;
use crate::world::World;
use crate::{Check, compare, facts, nothing_runs, world};

pub(crate) const CHECKS: &[Check] = &[
    ("transform: what a container sees", || Box::pin(what_it_sees())),
    ("transform: variables say what the job says", || Box::pin(variables())),
    ("transform: what a request brings", || Box::pin(heads())),
    ("transform: records in a request", || Box::pin(records())),
    ("transform: the largest payload", || Box::pin(payloads())),
    ("transform: payloads of any size come in chunks", || Box::pin(chunks())),
    ("transform: GET /execution-parameters", || Box::pin(parameters())),
    ("transform: /ping is asked until it answers 200", || Box::pin(slow_to_start())),
    ("transform: a container that crashes fails the job", || Box::pin(crash())),
    ("transform: a container that never answers /ping fails the job", || Box::pin(never_starts())),
    ("transform: SIGTERM comes when the job is done", || Box::pin(stopped())),
];

/// Transforms one object by a container that does something.
async fn run(
    world: &World,
    what: &str,
    object: &str,
    change: impl FnOnce(&mut CreateTransformJobRequest),
) -> DescribeTransformJobResponse {
    world.elsewhere.put("batch/object", object.to_owned());
    let model = CreateModelInput {
        model_name: "m".to_owned(),
        execution_role_arn: Some(ROLE.to_owned()),
        primary_container: Some(container(world, "plain", what)),
        ..CreateModelInput::default()
    };
    world.call(ops::CreateModel, model).await.unwrap();
    let mut request = CreateTransformJobRequest {
        transform_job_name: "t".to_owned(),
        model_name: "m".to_owned(),
        transform_input: TransformInput::default(),
        transform_output: TransformOutput {
            s3_output_path: "s3://data/out".to_owned(),
            ..TransformOutput::default()
        },
        transform_resources: TransformResources {
            instance_type: "ml.m5.large".to_owned(),
            instance_count: 1,
            ..TransformResources::default()
        },
        ..CreateTransformJobRequest::default()
    };
    let source = &mut request.transform_input.data_source.s3_data_source;
    (source.s3_data_type, source.s3_uri) = ("S3Prefix".to_owned(), "s3://data/batch/".to_owned());
    change(&mut request);
    world.call(ops::CreateTransformJob, request).await.unwrap();
    loop {
        let describe = DescribeTransformJobRequest { transform_job_name: "t".to_owned() };
        let found = world.call(ops::DescribeTransformJob, describe).await.unwrap();
        if found.transform_job_status != "InProgress" {
            return found;
        }
    }
}

/// What the container answered, all requests one behind the other.
async fn answers(
    world: &World,
    what: &str,
    object: &str,
    change: impl FnOnce(&mut CreateTransformJobRequest),
) -> String {
    let found = run(world, what, object, change).await;
    assert_eq!(found.transform_job_status, "Completed", "{:?}", found.failure_reason);
    String::from_utf8(world.elsewhere.get("out/object.out").unwrap().to_vec()).unwrap()
}

async fn seen(
    world: &World,
    change: impl FnOnce(&mut CreateTransformJobRequest),
) -> BTreeMap<String, String> {
    facts(answers(world, "", "look", change).await.lines())
}

fn lines(world: &World) -> Vec<String> {
    let lines = world.elsewhere.lines.lock().unwrap();
    let of_job = lines.iter().filter(|(stream, _)| stream.starts_with("/aws/sagemaker/TransformJobs:t/i-"));
    of_job.flat_map(|(_, lines)| lines.clone()).collect()
}

/// Splits lines, one or many in a request, and puts newlines behind answers.
fn by_line(strategy: &'static str) -> impl Fn(&mut CreateTransformJobRequest) {
    move |request| {
        request.transform_input.split_type = Some("Line".to_owned());
        request.batch_strategy = Some(strategy.to_owned());
        request.transform_output.assemble_with = Some("Line".to_owned());
    }
}

async fn what_it_sees() {
    let world = world().await;
    let seen = seen(&world, |request| {
        request.environment = Some([("MINE".to_owned(), "a value".to_owned())].into());
    })
    .await;
    compare(
        &seen,
        &[
            ("arguments", "serve"),
            ("directory", "/"),
            ("user", "0 0"),
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
            ("env SAGEMAKER_BATCH", "true"),
        ],
    );
    for name in ["MAX_PAYLOAD_IN_MB", "BATCH_STRATEGY", "MAX_CONCURRENT_TRANSFORMS"] {
        assert!(!seen.contains_key(&format!("env SAGEMAKER_{name}")), "{name}: the job says nothing of it");
    }
    nothing_runs(&world).await;
}

async fn variables() {
    let world = world().await;
    let seen = seen(&world, |request| {
        request.max_payload_in_mb = Some(5);
        request.max_concurrent_transforms = Some(3);
        request.batch_strategy = Some("SingleRecord".to_owned());
    })
    .await;
    compare(
        &seen,
        &[
            ("env SAGEMAKER_MAX_PAYLOAD_IN_MB", "5"),
            ("env SAGEMAKER_BATCH_STRATEGY", "SINGLE_RECORD"),
            ("env SAGEMAKER_MAX_CONCURRENT_TRANSFORMS", "3"),
        ],
    );
}

async fn heads() {
    let world = world().await;
    let head = answers(&world, "", "head", |request| {
        request.transform_input.content_type = Some("text/csv".to_owned());
        request.transform_output.accept = Some("application/json".to_owned());
    })
    .await;
    let mut lines = head.lines();
    assert_eq!(lines.next(), Some("POST /invocations HTTP/1.1"));
    let mut headers: Vec<String> = lines.map(str::to_ascii_lowercase).collect();
    headers.sort();
    assert_eq!(
        headers,
        ["accept: application/json", "content-length: 4", "content-type: text/csv", "host: localhost"]
    );
}

async fn records() {
    let world = world().await;
    // The container answers how many bytes it was sent.
    assert_eq!(answers(&world, "", "a\nbb\nccc", by_line("MultiRecord")).await, "8\n");
    let world = crate::world().await;
    assert_eq!(answers(&world, "", "a\nbb\nccc\n", by_line("SingleRecord")).await, "1\n2\n3\n");
    let world = crate::world().await;
    let whole = |request: &mut CreateTransformJobRequest| request.transform_output.assemble_with = None;
    assert_eq!(answers(&world, "", "a\nbb\nccc\n", whole).await, "9");
}

async fn payloads() {
    let world = world().await;
    let object = format!("{}\n", "x".repeat(99_999)).repeat(12);
    let small = |request: &mut CreateTransformJobRequest| {
        by_line("MultiRecord")(request);
        request.max_payload_in_mb = Some(1);
    };
    assert_eq!(answers(&world, "", &object, small).await, "1000000\n200000\n");
    let world = crate::world().await;
    let found = run(&world, "", &"x".repeat((1 << 20) + 1), small).await;
    assert_eq!(found.transform_job_status, "Failed");
    assert!(world.elsewhere.get("out/object.out").is_none());
    assert!(
        lines(&world)
            .iter()
            .any(|line| line.ends_with("data/batch/object: Too much data for max payload size"))
    );
}

async fn chunks() {
    let world = world().await;
    let any = |request: &mut CreateTransformJobRequest| request.max_payload_in_mb = Some(0);
    assert_eq!(answers(&world, "", &"x".repeat(3 << 20), any).await, (3 << 20).to_string());
    let world = crate::world().await;
    let head = answers(&world, "", "head", any).await.to_ascii_lowercase();
    assert!(head.contains("transfer-encoding: chunked") && !head.contains("content-length"), "{head}");
}

async fn parameters() {
    let world = world().await;
    let split = |request: &mut CreateTransformJobRequest| {
        request.transform_input.split_type = Some("Line".to_owned());
        request.transform_output.assemble_with = Some("Line".to_owned());
    };
    assert_eq!(answers(&world, "tells", "a\nbb\n", split).await, "1\n2\n");
    let shown = "MaxConcurrentTransforms=2, MaxPayloadInMB=1, BatchStrategy=SINGLE_RECORD";
    assert!(lines(&world).iter().any(|line| line.ends_with(shown)));
    // What the job says comes first.
    let world = crate::world().await;
    assert_eq!(answers(&world, "tells", "a\nbb\n", by_line("MultiRecord")).await, "5\n");
    // Without it, what is usual.
    let world = crate::world().await;
    assert_eq!(answers(&world, "", "a\nbb\n", split).await, "5\n");
}

async fn slow_to_start() {
    let world = world().await;
    assert_eq!(answers(&world, "slow", "pings", |_| {}).await, "5");
}

async fn crash() {
    let world = world().await;
    let found = run(&world, "", "crash", |_| {}).await;
    let reason = found.failure_reason.unwrap();
    assert!(reason.starts_with("AlgorithmError: See job logs for more information"), "{reason}");
    assert!(reason.contains("the container ended with exit code 134"), "{reason}");
    assert!(reason.contains("Its last lines: ready"), "{reason}");
    nothing_runs(&world).await;
}

async fn never_starts() {
    let world = world().await;
    let reason = run(&world, "die", "x", |_| {}).await.failure_reason.unwrap();
    assert!(reason.contains("did not pass the ping health check") && reason.contains("no model"), "{reason}");
    nothing_runs(&world).await;
}

async fn stopped() {
    let world = world().await;
    answers(&world, "", "x", |_| {}).await;
    nothing_runs(&world).await;
    // Who sees the end sees the lines.
    assert!(lines(&world).contains(&"asked to end".to_owned()));
}
