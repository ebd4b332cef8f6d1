//! Transform jobs from beginning to end.

use std::sync::Arc;

use lirio_api::sagemaker::{
    BatchDataCaptureConfig, CreateTransformJobRequest, DataProcessing, DeleteModelInput,
    DescribeTransformJobRequest, ExperimentConfig, ListTagsInput, ListTransformJobsRequest,
    ModelClientConfig, StopTrainingJobRequest, StopTransformJobRequest, Tag, TransformInput, TransformOutput,
    TransformResources, ops,
};
use lirio_store::SystemClock;
use serde_json::Value as Json;

use crate::world::{World, job};

/// A job on `s3://data/in/` that sends lines, as many as fit, and ends answers with newlines.
pub(crate) fn transform(name: &str, model: &str) -> CreateTransformJobRequest {
    let mut request = CreateTransformJobRequest {
        transform_job_name: name.to_owned(),
        model_name: model.to_owned(),
        transform_input: TransformInput {
            content_type: Some("text/csv".to_owned()),
            split_type: Some("Line".to_owned()),
            ..TransformInput::default()
        },
        transform_output: TransformOutput {
            s3_output_path: "s3://data/out".to_owned(),
            accept: Some("text/csv".to_owned()),
            assemble_with: Some("Line".to_owned()),
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
    source.s3_data_type = "S3Prefix".to_owned();
    source.s3_uri = "s3://data/in/".to_owned();
    request
}

impl World {
    pub(crate) async fn create_transform(&self, request: CreateTransformJobRequest) {
        self.call(ops::CreateTransformJob, request).await.unwrap();
    }

    pub(crate) async fn transform_job(&self, name: &str, may_wait: bool) -> Json {
        let input = DescribeTransformJobRequest { transform_job_name: name.to_owned() };
        self.value(ops::DescribeTransformJob, input, may_wait).await.unwrap().to_json()
    }

    /// The job when it has ended.
    pub(crate) async fn transformed(&self, name: &str) -> Json {
        loop {
            let job = self.transform_job(name, true).await;
            if matches!(job["TransformJobStatus"].as_str(), Some("Completed" | "Failed" | "Stopped")) {
                return job;
            }
        }
    }

    /// An object of the output path as text.
    pub(crate) fn out(&self, key: &str) -> Option<String> {
        self.elsewhere.get(&format!("out/{key}")).map(|bytes| String::from_utf8(bytes.to_vec()).unwrap())
    }

    /// The lines of all data logs, without their times.
    pub(crate) fn data_log(&self) -> Vec<String> {
        let lines = self.elsewhere.lines.lock().unwrap();
        let of_data = lines.iter().filter(|(stream, _)| {
            stream.starts_with("/aws/sagemaker/TransformJobs:") && stream.ends_with("/data-log")
        });
        of_data
            .flat_map(|(_, lines)| lines)
            .map(|line| line.split_once(":[sagemaker logs]: ").unwrap().1.to_owned())
            .collect()
    }

    pub(crate) async fn stop_transform(&self, name: &str) {
        let stop = StopTransformJobRequest { transform_job_name: name.to_owned() };
        self.call(ops::StopTransformJob, stop).await.unwrap();
    }

    /// Nothing of any job is left on this machine.
    pub(crate) async fn cleared(&self) {
        let folder = self.platform.data_dir.join("sagemaker/transforms");
        self.until(async || std::fs::read_dir(&folder).unwrap().count() == 0 && self.alive() == 0).await;
    }

    /// Requests that wait in containers.
    fn staying(&self) -> usize {
        let running = self.tasks.running.lock().unwrap();
        running.iter().filter(|task| task.is_alive()).map(|task| task.staying()).sum()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_transforms_a_prefix() {
    let world = World::new().await;
    world.model("Echo", "batch").await;
    for (key, content) in
        [("in/a.csv", "1,2\n3,4"), ("in/sub/b.csv", "5\n"), ("in/sub/", ""), ("in/empty", "")]
    {
        world.elsewhere.put(key, content);
    }
    let mut request = transform("Score-1", "Echo");
    request.tags = Some(vec![Tag { key: "team".to_owned(), value: "a".to_owned() }]);
    request.environment = Some([("MINE".to_owned(), "of the job".to_owned())].into());
    request.max_payload_in_mb = Some(2);
    let created = world.call(ops::CreateTransformJob, request).await.unwrap();
    let arn = "arn:aws:sagemaker:eu-west-1:000000000000:transform-job/score-1";
    assert_eq!(created.transform_job_arn, arn);
    // What it needs of its model is its own.
    world.call(ops::DeleteModel, DeleteModelInput { model_name: "Echo".to_owned() }).await.unwrap();
    let ended = world.transformed("score-1").await;
    assert_eq!(ended["TransformJobStatus"], "Completed", "{ended}");
    assert_eq!((&ended["ModelName"], &ended["MaxPayloadInMB"]), (&"Echo".into(), &2.into()));
    assert!(ended["TransformStartTime"].as_f64() <= ended["TransformEndTime"].as_f64(), "{ended}");
    assert_eq!(world.out("a.csv.out").as_deref(), Some("1,2\n3,4\n"));
    assert_eq!(world.out("sub/b.csv.out").as_deref(), Some("5\n"));
    assert_eq!(world.out("empty.out").as_deref(), Some(""));
    assert_eq!(world.elsewhere.puts.lock().unwrap().len(), 3);

    let spec = world.tasks.specs.lock().unwrap()[0].clone();
    assert_eq!(spec.arguments, ["serve"]);
    let has = |name: &str, value: &str| spec.env.contains(&(name.to_owned(), value.to_owned()));
    assert!(
        has("MINE", "of the job")
            && has("SAGEMAKER_BATCH", "true")
            && has("SAGEMAKER_MAX_PAYLOAD_IN_MB", "2")
    );
    assert!(!spec.env.iter().any(|(name, _)| name == "SAGEMAKER_BATCH_STRATEGY"), "nobody said anything");
    let seen = world.tasks.running.lock().unwrap()[0].seen.lock().unwrap().clone();
    assert_eq!(seen.len(), 2, "an object without a record is no request: {seen:?}");
    assert!(
        seen.iter().all(|one| one.content_type == "text/csv" && one.accept == "text/csv" && !one.chunked)
    );

    // Who sees the end sees the lines.
    assert_eq!(world.data_log(), ["MaxConcurrentTransforms=1, MaxPayloadInMB=2, BatchStrategy=MULTI_RECORD"]);
    let streams: Vec<String> = world.elsewhere.lines.lock().unwrap().keys().cloned().collect();
    assert!(
        streams.iter().all(|one| one.starts_with("/aws/sagemaker/TransformJobs:Score-1/i-")),
        "{streams:?}"
    );
    let events = world.events().await;
    let told: Vec<_> =
        events.iter().map(|(kind, detail)| (kind.as_str(), &detail["TransformJobStatus"])).collect();
    let kind = "SageMaker Transform Job State Change";
    assert_eq!(told, [(kind, &"InProgress".into()), (kind, &"Completed".into())]);
    assert_eq!(events[1].1["Tags"]["team"], "a");
    assert!(events[1].1["TransformEndTime"].is_i64());
    let tags = ListTagsInput { resource_arn: arn.to_owned(), ..ListTagsInput::default() };
    assert_eq!(world.call(ops::ListTags, tags).await.unwrap().tags.unwrap().len(), 1);
    world.cleared().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn names_lists_and_what_is_missing() {
    let world = World::new().await;
    world.model("m", "batch").await;
    world.elsewhere.put("in/a", "1");
    for name in ["a", "b"] {
        world.create_transform(transform(name, "m")).await;
        world.transformed(name).await;
    }
    let error = world.call(ops::CreateTransformJob, transform("A", "m")).await.unwrap_err();
    assert_eq!(error.code, "ResourceInUse");
    assert!(error.message.starts_with("Transform job names must be unique"), "{}", error.message);
    let error = world.call(ops::CreateTransformJob, transform("c", "none")).await.unwrap_err();
    assert!(error.message.starts_with("Could not find model"), "{}", error.message);
    let missing = DescribeTransformJobRequest { transform_job_name: "c".to_owned() };
    let error = world.call(ops::DescribeTransformJob, missing).await.unwrap_err();
    assert_eq!(error.code, "ValidationException");
    assert!(error.message.starts_with("Could not find transform job"), "{}", error.message);
    let stop = StopTransformJobRequest { transform_job_name: "a".to_owned() };
    let error = world.call(ops::StopTransformJob, stop).await.unwrap_err();
    assert!(error.message.contains("in status Completed"), "{}", error.message);
    let list = async |change: fn(&mut ListTransformJobsRequest)| {
        let mut input = ListTransformJobsRequest::default();
        change(&mut input);
        let listed = world.call(ops::ListTransformJobs, input).await.unwrap().transform_job_summaries;
        listed.into_iter().map(|job| job.transform_job_name).collect::<Vec<_>>()
    };
    assert_eq!(list(|_| {}).await, ["b", "a"], "the newest first");
    assert_eq!(list(|input| input.sort_order = Some("Ascending".to_owned())).await, ["a", "b"]);
    assert_eq!(list(|input| input.status_equals = Some("Failed".to_owned())).await, [""; 0]);
    assert_eq!(list(|input| input.name_contains = Some("b".to_owned())).await, ["b"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_fails_fails_its_object_and_the_job() {
    let world = World::new().await;
    world.model("m", "batch").await;
    for (key, content) in [("in/a", "1\n"), ("in/b", "2\nbad\n4\n"), ("in/c", "3\n")] {
        world.elsewhere.put(key, content);
    }
    let mut request = transform("j", "m");
    request.batch_strategy = Some("SingleRecord".to_owned());
    world.create_transform(request).await;
    let ended = world.transformed("j").await;
    assert_eq!(ended["TransformJobStatus"], "Failed");
    assert_eq!(
        ended["FailureReason"],
        "ClientError: See job logs for more information (s3://data/in/b, record 2: the container answered 400: row 1 is no number\nof any kind)"
    );
    // The others are stored, and of this one nothing.
    assert_eq!(
        (world.out("a.out").as_deref(), world.out("b.out"), world.out("c.out").as_deref()),
        (Some("1\n"), None, Some("3\n"))
    );
    assert_eq!(
        world.data_log()[1..],
        [
            "data/in/b: Failed, record 2",
            "data/in/b: ClientError: 400",
            "data/in/b: ",
            "data/in/b: Message:",
            "data/in/b: row 1 is no number",
            "data/in/b: of any kind",
        ]
    );
    let last = world.events().await.pop().unwrap().1;
    assert_eq!(
        (&last["TransformJobStatus"], &last["FailureReason"]),
        (&"Failed".into(), &ended["FailureReason"])
    );
    world.cleared().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_are_repeated() {
    let world = World::new().await;
    world.model("m", "batch").await;
    let run = async |name: &str, content: &'static str, retries: i64| {
        world.elsewhere.put("in/a", content);
        let mut request = transform(name, "m");
        let seconds = Some(60);
        request.model_client_config = Some(ModelClientConfig {
            invocations_max_retries: Some(retries),
            invocations_timeout_in_seconds: seconds,
        });
        world.create_transform(request).await;
        let ended = world.transformed(name).await;
        let asked = world.tasks.running.lock().unwrap().last().unwrap().seen.lock().unwrap().len();
        let reason = ended["FailureReason"].as_str().unwrap_or_default().to_owned();
        (ended["TransformJobStatus"].as_str().unwrap().to_owned(), asked, reason)
    };
    assert_eq!(run("flaky", "flaky", 2).await, ("Completed".to_owned(), 3, String::new()));
    let (status, asked, reason) = run("impatient", "flaky", 1).await;
    assert_eq!((status.as_str(), asked), ("Failed", 2));
    assert!(reason.starts_with("AlgorithmError: See job logs for more information (s3://data/in/a, record 1: the container answered 500"), "{reason}");
    let (status, asked, _) = run("fault", "fault", 3).await;
    assert_eq!((status.as_str(), asked), ("Failed", 4));
    let (status, asked, _) = run("client", "bad", 3).await;
    assert_eq!((status.as_str(), asked), ("Failed", 1), "what the container refuses is not repeated");
    assert!(world.data_log().contains(&"data/in/a: Bad HTTP status received from algorithm: 500".to_owned()));

    // A request that takes too long is one that was not answered.
    world.elsewhere.put("in/a", "stay");
    let mut request = transform("slow", "m");
    request.model_client_config =
        Some(ModelClientConfig { invocations_max_retries: Some(0), invocations_timeout_in_seconds: Some(1) });
    world.create_transform(request).await;
    let reason = world.transformed("slow").await["FailureReason"].as_str().unwrap().to_owned();
    assert!(
        reason.contains("Unable to get response from algorithm: there was no answer within 1 s"),
        "{reason}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_job_stores_no_part() {
    let world = World::new().await;
    world.model("m", "batch").await;
    world.elsewhere.put("in/a", "stay");
    world.create_transform(transform("j", "m")).await;
    world.until(async || world.staying() == 1).await;
    world.stop_transform("j").await;
    let ended = world.transformed("j").await;
    assert_eq!(ended["TransformJobStatus"], "Stopped");
    assert!(ended.get("FailureReason").is_none());
    assert!(world.elsewhere.puts.lock().unwrap().is_empty());
    let ends: Vec<_> = world.tasks.running.lock().unwrap().iter().map(|task| task.ended_with()).collect();
    assert_eq!(ends, [Some(0)], "it was asked to end");
    let told: Vec<_> =
        world.events().await.into_iter().map(|(_, detail)| detail["TransformJobStatus"].clone()).collect();
    assert_eq!(told, ["InProgress", "Stopping", "Stopped"]);
    world.cleared().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn instances_share_the_objects() {
    let world = World::new().await;
    world.model("m", "batch").await;
    for key in ["a", "b", "c"] {
        world.elsewhere.put(&format!("in/{key}"), key);
    }
    let mut request = transform("j", "m");
    request.transform_resources.instance_count = 2;
    world.create_transform(request).await;
    assert_eq!(world.transformed("j").await["TransformJobStatus"], "Completed");
    let mut shares: Vec<Vec<_>> = world
        .tasks
        .running
        .lock()
        .unwrap()
        .iter()
        .map(|task| task.seen.lock().unwrap().iter().map(|seen| seen.body.clone()).collect())
        .collect();
    shares.sort();
    assert_eq!(shares, [vec!["a", "c"], vec!["b"]]);
    assert_eq!(world.out("c.out").as_deref(), Some("c\n"));
    // One that fails ends the job for all.
    world.elsewhere.put("in/b", "crash");
    world.elsewhere.put("in/c", "stay");
    let mut request = transform("k", "m");
    request.transform_resources.instance_count = 2;
    world.create_transform(request).await;
    assert_eq!(world.transformed("k").await["TransformJobStatus"], "Failed");
    world.cleared().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_container_that_ends_fails_the_job_with_its_last_lines() {
    let world = World::new().await;
    world.model("m", "batch").await;
    world.model("b", "broken").await;
    world.model("gone", "missing").await;
    world.elsewhere.put("in/a", "crash");
    let reason = async |name: &str, model: &str| {
        world.create_transform(transform(name, model)).await;
        let ended = world.transformed(name).await;
        assert_eq!(ended["TransformJobStatus"], "Failed");
        ended["FailureReason"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        reason("crash", "m").await,
        "AlgorithmError: See job logs for more information (the container ended with exit code 139.)"
    );
    assert_eq!(
        reason("broken", "b").await,
        "AlgorithmError: See job logs for more information (the container did not pass the ping health check: the container ended with exit code 1 before it answered /ping. Its last lines: no such file: weights.bin)"
    );
    assert_eq!(
        reason("missing", "gone").await,
        "ClientError: See job logs for more information (The image missing does not exist)"
    );
    world.cleared().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_begins_again_after_a_crash() {
    let world = World::new().await;
    world.model("m", "batch").await;
    world.elsewhere.put("in/a", "1\n");
    world.elsewhere.put("in/b", "stay");
    world.create_transform(transform("j", "m")).await;
    world.until(async || world.staying() == 1).await;
    assert_eq!(world.out("a.out").as_deref(), Some("1\n"));
    // Files that a killed process leaves.
    std::fs::create_dir_all(world.platform.data_dir.join("sagemaker/transforms/j.0123")).unwrap();
    let world = world.restart().await;
    assert_eq!(world.transform_job("j", false).await["TransformJobStatus"], "InProgress");
    world.until(async || world.staying() == 1).await;
    world.tasks.let_go();
    assert_eq!(world.transformed("j").await["TransformJobStatus"], "Completed");
    assert_eq!(world.out("b.out").as_deref(), Some("stay\n"));
    world.cleared().await;
    // A job that was to be stopped is stopped.
    world.elsewhere.put("in/b", "stay");
    world.create_transform(transform("k", "m")).await;
    world.until(async || world.staying() == 1).await;
    world.stop_transform("k").await;
    let world = world.restart().await;
    assert_eq!(world.transformed("k").await["TransformJobStatus"], "Stopped");
    world.cleared().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn transform_and_training_jobs_wait_in_one_queue() {
    let world = World::of_size(2, Arc::new(SystemClock)).await;
    world.model("m", "batch").await;
    world.elsewhere.put("in/iris.csv", "1\n");
    world.call(ops::CreateTrainingJob, job("t", "waits")).await.unwrap();
    world.until(async || world.job("t").await["SecondaryStatus"] == "Training").await;
    world.create_transform(transform("j", "m")).await;
    world.create_transform(transform("stopped", "m")).await;
    world.stop_transform("stopped").await;
    assert_eq!(world.transformed("stopped").await["TransformJobStatus"], "Stopped");
    let waits = world.transform_job("j", false).await;
    assert!(
        waits["TransformJobStatus"] == "InProgress" && waits.get("TransformStartTime").is_none(),
        "{waits}"
    );
    let world = world.restart().await;
    world.until(async || world.job("t").await["SecondaryStatus"] == "Training").await;
    assert!(world.transform_job("j", false).await.get("TransformStartTime").is_none(), "it is still behind");
    let stop = StopTrainingJobRequest { training_job_name: "t".to_owned() };
    world.call(ops::StopTrainingJob, stop).await.unwrap();
    assert_eq!(world.transformed("j").await["TransformJobStatus"], "Completed");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_is_refused_by_name() {
    let world = World::new().await;
    world.model("m", "batch").await;
    let check = async |change: fn(&mut CreateTransformJobRequest), expected: &str| {
        let mut request = transform("j", "m");
        change(&mut request);
        let error = world.call(ops::CreateTransformJob, request).await.unwrap_err();
        assert_eq!(error.code, "ValidationException");
        assert!(error.message.contains(expected), "{}", error.message);
    };
    check(|r| r.transform_output.kms_key_id = Some("key".to_owned()), "TransformOutput.KmsKeyId").await;
    check(|r| r.transform_resources.volume_kms_key_id = Some("key".to_owned()), "VolumeKmsKeyId").await;
    check(|r| r.transform_resources.transform_ami_version = Some("a".to_owned()), "TransformAmiVersion")
        .await;
    check(|r| r.experiment_config = Some(ExperimentConfig::default()), "ExperimentConfig").await;
    check(
        |r| {
            r.data_capture_config = Some(BatchDataCaptureConfig {
                destination_s3_uri: "s3://b".to_owned(),
                ..BatchDataCaptureConfig::default()
            });
        },
        "DataCaptureConfig",
    )
    .await;
    check(
        |r| r.transform_input.data_source.s3_data_source.s3_data_type = "AugmentedManifestFile".to_owned(),
        "S3DataType other than",
    )
    .await;
    check(|r| r.transform_resources.instance_type = "ml.p3.2xlarge".to_owned(), "which has no GPU").await;
    check(|r| r.transform_resources.instance_count = 101, "at most 100 instances").await;
    check(|r| r.max_payload_in_mb = Some(101), "cannot be more than 100").await;
    check(
        |r| (r.max_payload_in_mb, r.max_concurrent_transforms) = (Some(26), Some(4)),
        "product cannot be more than 100 MB",
    )
    .await;
    check(|r| r.transform_output.s3_output_path = "https://b/x".to_owned(), "TransformOutput.S3OutputPath")
        .await;
    check(
        |r| r.transform_input.data_source.s3_data_source.s3_uri = "https://b/x".to_owned(),
        "S3DataSource.S3Uri",
    )
    .await;
    check(
        |r| {
            let filter = Some("$[".to_owned());
            r.data_processing = Some(DataProcessing { input_filter: filter, ..DataProcessing::default() });
        },
        "DataProcessing.InputFilter \"$[\"",
    )
    .await;
    check(
        |r| (r.max_payload_in_mb, r.batch_strategy) = (Some(0), Some("SingleRecord".to_owned())),
        "lirio does not serve MaxPayloadInMB 0 with BatchStrategy SingleRecord",
    )
    .await;
    check(
        |r| r.environment = Some((0..17).map(|n| (format!("K{n}"), String::new())).collect()),
        "nvironment",
    )
    .await;
    check(
        |r| {
            r.model_client_config =
                Some(ModelClientConfig { invocations_max_retries: Some(4), ..ModelClientConfig::default() });
        },
        "nvocationsMaxRetries",
    )
    .await;
}
