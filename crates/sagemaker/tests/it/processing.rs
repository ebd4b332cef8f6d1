//! Processing jobs from beginning to end.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use lirio_api::sagemaker::{
    AppSpecification, AthenaDatasetDefinition, CreateProcessingJobRequest, DatasetDefinition,
    DeleteProcessingJobRequest, DescribeProcessingJobRequest, ExperimentConfig, ListProcessingJobsRequest,
    ListTagsInput, NetworkConfig, ProcessingClusterConfig, ProcessingFeatureStoreOutput, ProcessingInput,
    ProcessingOutput, ProcessingOutputConfig, ProcessingResources, ProcessingS3Input, ProcessingS3Output,
    ProcessingStoppingCondition, StopProcessingJobRequest, Tag, VpcConfig, ops,
};
use lirio_store::ManualClock;
use serde_json::{Value as Json, json};

use crate::fakes::ROLE;
use crate::world::{World, job};

pub(crate) fn input(name: &str, uri: &str, path: &str) -> ProcessingInput {
    ProcessingInput {
        input_name: name.to_owned(),
        s3_input: Some(ProcessingS3Input {
            s3_uri: uri.to_owned(),
            local_path: Some(path.to_owned()),
            s3_data_type: "S3Prefix".to_owned(),
            ..ProcessingS3Input::default()
        }),
        ..ProcessingInput::default()
    }
}

pub(crate) fn output(name: &str, uri: &str, path: &str, mode: &str) -> ProcessingOutput {
    ProcessingOutput {
        output_name: name.to_owned(),
        s3_output: Some(ProcessingS3Output {
            s3_uri: uri.to_owned(),
            local_path: Some(path.to_owned()),
            s3_upload_mode: mode.to_owned(),
        }),
        ..ProcessingOutput::default()
    }
}

/// A job from `s3://data/rows/` to `s3://data/done/<name>`.
pub(crate) fn process(name: &str, image: &str) -> CreateProcessingJobRequest {
    let to = format!("s3://data/done/{name}");
    CreateProcessingJobRequest {
        processing_job_name: name.to_owned(),
        role_arn: ROLE.to_owned(),
        app_specification: AppSpecification { image_uri: image.to_owned(), ..AppSpecification::default() },
        processing_inputs: Some(vec![input("rows", "s3://data/rows/", "/opt/ml/processing/input")]),
        processing_output_config: Some(ProcessingOutputConfig {
            outputs: vec![output("done", &to, "/opt/ml/processing/output", "EndOfJob")],
            ..ProcessingOutputConfig::default()
        }),
        processing_resources: ProcessingResources {
            cluster_config: ProcessingClusterConfig {
                instance_type: Some("ml.m5.large".to_owned()),
                instance_count: Some(1),
                volume_size_in_gb: 1,
                ..ProcessingClusterConfig::default()
            },
        },
        stopping_condition: Some(ProcessingStoppingCondition { max_runtime_in_seconds: 60 }),
        ..CreateProcessingJobRequest::default()
    }
}

pub(crate) async fn described(world: &World, name: &str, may_wait: bool) -> Json {
    let input = DescribeProcessingJobRequest { processing_job_name: name.to_owned() };
    world.value(ops::DescribeProcessingJob, input, may_wait).await.unwrap().to_json()
}

pub(crate) async fn ended(world: &World, name: &str) -> Json {
    loop {
        let job = described(world, name, true).await;
        if matches!(job["ProcessingJobStatus"].as_str(), Some("Completed" | "Failed" | "Stopped")) {
            return job;
        }
    }
}

pub(crate) async fn run(world: &World, request: CreateProcessingJobRequest) -> Json {
    let name = request.processing_job_name.clone();
    world.call(ops::CreateProcessingJob, request).await.unwrap();
    ended(world, &name).await
}

pub(crate) async fn stop(world: &World, name: &str) {
    let input = StopProcessingJobRequest { processing_job_name: name.to_owned() };
    world.call(ops::StopProcessingJob, input).await.unwrap();
}

pub(crate) async fn filled() -> World {
    let world = World::new().await;
    world.elsewhere.put("rows/rows.csv", "1,2,3");
    world
}

fn puts(world: &World) -> Vec<String> {
    world.elsewhere.puts.lock().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_processes_and_leaves_its_outputs() {
    let world = filled().await;
    let mut request = process("Rows-1", "p-copy");
    request.tags = Some(vec![Tag { key: "team".to_owned(), value: "a".to_owned() }]);
    request.environment = Some([("MINE".to_owned(), "a value".to_owned())].into());
    request.app_specification.container_entrypoint = Some(vec!["/run".to_owned()]);
    request.app_specification.container_arguments = Some(vec!["--all".to_owned()]);
    request.processing_resources.cluster_config.volume_size_in_gb = 200;
    let created = world.call(ops::CreateProcessingJob, request).await.unwrap();
    assert_eq!(created.processing_job_arn, "arn:aws:sagemaker:eu-west-1:000000000000:processing-job/rows-1");
    let job = ended(&world, "Rows-1").await;
    assert_eq!(job["ProcessingJobStatus"], "Completed", "{job}");
    assert_eq!(job["ExitMessage"], "all rows");
    assert_eq!(job["StoppingCondition"]["MaxRuntimeInSeconds"], 60);
    assert_eq!(job["ProcessingInputs"][0]["S3Input"]["S3InputMode"], "File");
    assert!(job["ProcessingStartTime"].is_number() || job["ProcessingStartTime"].is_string(), "{job}");
    for absent in ["FailureReason", "NetworkConfig", "ExperimentConfig", "MonitoringScheduleArn"] {
        assert!(job.get(absent).is_none(), "{absent} is left out");
    }
    assert_eq!(world.elsewhere.get("done/Rows-1/rows.csv").unwrap(), "1,2,3");
    assert_eq!(world.elsewhere.get("done/Rows-1/sub/more.csv").unwrap(), "more");
    // Who sees the end sees the lines.
    let lines = world.elsewhere.lines.lock().unwrap().clone();
    let (stream, lines) = lines.iter().next().unwrap();
    assert!(stream.starts_with("/aws/sagemaker/ProcessingJobs:Rows-1/algo-1-"), "{stream}");
    assert_eq!(lines, &["one row"]);
    let spec = world.tasks.specs.lock().unwrap()[0].clone();
    assert_eq!(spec.entrypoint, Some(vec!["/run".to_owned()]));
    assert_eq!(spec.arguments, ["--all"]);
    assert_eq!(spec.volume_gib, Some(200));
    let env = |name: &str| spec.env.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    assert_eq!(env("MINE"), Some("a value"));
    assert_eq!(env("AWS_ENDPOINT_URL"), Some("http://127.0.0.1:4566"));

    let events = world.events().await;
    let statuses: Vec<_> =
        events.iter().map(|(_, detail)| detail["ProcessingJobStatus"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["InProgress", "InProgress", "Completed"], "created, started, ended");
    let (kind, detail) = events.last().unwrap();
    assert_eq!(kind, "SageMaker Processing Job State Change");
    assert_eq!(detail["Tags"], json!({"team": "a"}));
    assert_eq!(detail["ExitMessage"], "all rows");
    assert!(detail["CreationTime"].as_i64().unwrap() > 1_000_000_000_000, "epoch milliseconds");

    let list = ListTagsInput { resource_arn: created.processing_job_arn, ..ListTagsInput::default() };
    let tags = world.call(ops::ListTags, list).await.unwrap().tags.unwrap();
    assert_eq!(tags[0].value, "a");
    // The tree goes when the job has ended.
    let jobs = world.platform.data_dir.join("sagemaker/jobs");
    world.until(async || std::fs::read_dir(&jobs).unwrap().count() == 0).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn failures_say_what_and_where() {
    let world = filled().await;
    let check =
        async |name: &str, image: &str, change: fn(&mut CreateProcessingJobRequest), expected: &str| {
            let mut request = process(name, image);
            change(&mut request);
            let job = run(&world, request).await;
            assert_eq!(job["ProcessingJobStatus"], "Failed", "{job}");
            let reason = job["FailureReason"].as_str().unwrap();
            assert!(reason.contains(expected), "{reason}");
            job
        };
    let job = check("a", "p-fails", |_| {}, "AlgorithmError: row 7 is bad, exit code: 3").await;
    assert_eq!(job["ExitMessage"], "why", "a container that fails may say why");
    check("b", "p-garbles", |_| {}, "ClientError: /opt/ml/output/message is no UTF-8 text").await;
    check("c", "missing", |_| {}, "ClientError: The image missing does not exist").await;
    let nothing = |request: &mut CreateProcessingJobRequest| {
        request.processing_inputs = Some(vec![input("x", "s3://data/no", "/opt/ml/processing/x")]);
    };
    check("d", "p-copy", nothing, "Data download failed for input x: No S3 objects found").await;
    assert!(puts(&world).is_empty(), "what has failed leaves nothing: {:?}", puts(&world));
    let refused = |request: &mut CreateProcessingJobRequest| {
        let outputs = &mut request.processing_output_config.as_mut().unwrap().outputs;
        outputs[0].s3_output.as_mut().unwrap().s3_uri = "s3://refuses/x".to_owned();
    };
    check("e", "p-copy", refused, "ClientError: Output upload failed: s3://refuses/x/").await;
}

/// Something that is asked for, and what the refusal says.
type Change<T> = (fn(&mut T), &'static str);

#[tokio::test(flavor = "multi_thread")]
async fn refusals_name_what_is_refused() {
    let world = World::new().await;
    let check = async |change: fn(&mut CreateProcessingJobRequest), expected: &str| {
        let mut request = process("j", "p-copy");
        change(&mut request);
        let error = world.call(ops::CreateProcessingJob, request).await.unwrap_err();
        assert_eq!((error.code.as_ref(), error.status), ("ValidationException", 400));
        assert!(error.message.contains(expected), "{}", error.message);
    };
    check(|r| r.role_arn = "arn:aws:iam::000000000000:role/other".to_owned(), "Could not assume role").await;
    check(|r| r.experiment_config = Some(ExperimentConfig::default()), "ExperimentConfig").await;
    check(
        |r| {
            let vpc = VpcConfig { security_group_ids: vec!["sg-1".into()], subnets: vec!["s-1".into()] };
            r.network_config = Some(NetworkConfig { vpc_config: Some(vpc), ..NetworkConfig::default() });
        },
        "VPC",
    )
    .await;
    check(|r| r.processing_output_config.as_mut().unwrap().kms_key_id = Some("key".to_owned()), "KMS").await;
    check(
        |r| r.processing_resources.cluster_config.volume_kms_key_id = Some("key".to_owned()),
        "VolumeKmsKeyId",
    )
    .await;
    check(
        |r| r.processing_resources.cluster_config.instance_type = Some("ml.p3.2xlarge".to_owned()),
        "ml.p3.2xlarge on this machine, which has no GPU",
    )
    .await;
    check(|r| r.processing_resources.cluster_config.instance_type = None, "InstanceType is required").await;
    let inputs: &[Change<ProcessingInput>] = &[
        (|input| input.app_managed = Some(true), "AppManaged"),
        (
            |input| {
                input.dataset_definition = Some(DatasetDefinition {
                    athena_dataset_definition: Some(AthenaDatasetDefinition {
                        catalog: "c".to_owned(),
                        database: "d".to_owned(),
                        query_string: "SELECT 1".to_owned(),
                        output_s3_uri: "s3://data/x".to_owned(),
                        output_format: "JSON".to_owned(),
                        ..AthenaDatasetDefinition::default()
                    }),
                    ..DatasetDefinition::default()
                });
            },
            "DatasetDefinition",
        ),
        (|input| input.s3_input = None, "S3Input is required"),
        (|input| input.s3_input.as_mut().unwrap().local_path = None, "LocalPath is required"),
        (
            |input| input.s3_input.as_mut().unwrap().local_path = Some("/opt/ml/model".to_owned()),
            "must be an absolute path that begins with /opt/ml/processing/",
        ),
        (|input| input.s3_input.as_mut().unwrap().s3_uri = "https://b/k".to_owned(), "s3://bucket/prefix"),
        (
            |input| input.s3_input.as_mut().unwrap().s3_compression_type = Some("Gzip".to_owned()),
            "only be used if the S3InputMode is Pipe",
        ),
    ];
    for (change, expected) in inputs {
        let mut request = process("j", "p-copy");
        change(&mut request.processing_inputs.as_mut().unwrap()[0]);
        let error = world.call(ops::CreateProcessingJob, request).await.unwrap_err();
        assert!(error.message.contains(expected), "{}", error.message);
    }
    let outputs: &[Change<ProcessingOutput>] = &[
        (|output| output.app_managed = Some(true), "AppManaged"),
        (
            |output| {
                output.feature_store_output =
                    Some(ProcessingFeatureStoreOutput { feature_group_name: "g".to_owned() });
            },
            "FeatureStoreOutput",
        ),
        (|output| output.s3_output = None, "S3Output is required"),
        (|output| output.s3_output.as_mut().unwrap().local_path = None, "LocalPath is required"),
    ];
    for (change, expected) in outputs {
        let mut request = process("j", "p-copy");
        change(&mut request.processing_output_config.as_mut().unwrap().outputs[0]);
        let error = world.call(ops::CreateProcessingJob, request).await.unwrap_err();
        assert!(error.message.contains(expected), "{}", error.message);
    }
    check(
        |r| {
            let inputs = r.processing_inputs.as_mut().unwrap();
            inputs.push(inputs[0].clone());
        },
        "has the name \"rows\" twice",
    )
    .await;
    let missing = StopProcessingJobRequest { processing_job_name: "none".to_owned() };
    let error = world.call(ops::StopProcessingJob, missing).await.unwrap_err();
    assert_eq!(error.message, "Could not find requested job with name: none");
}

#[tokio::test(flavor = "multi_thread")]
async fn names_are_unique_listed_and_free_again_once_deleted() {
    let world = filled().await;
    world.call(ops::CreateProcessingJob, process("Same", "p-waits")).await.unwrap();
    let error = world.call(ops::CreateProcessingJob, process("same", "p-copy")).await.unwrap_err();
    assert_eq!(error.code, "ResourceInUse");
    assert!(error.message.starts_with("Job name must be unique within an AWS account"), "{}", error.message);
    let delete = || DeleteProcessingJobRequest { processing_job_name: "Same".to_owned() };
    let error = world.call(ops::DeleteProcessingJob, delete()).await.unwrap_err();
    assert_eq!(error.code, "ResourceInUse");
    stop(&world, "same").await;
    assert_eq!(ended(&world, "Same").await["ProcessingJobStatus"], "Stopped");
    let input = ListProcessingJobsRequest {
        status_equals: Some("Stopped".to_owned()),
        ..ListProcessingJobsRequest::default()
    };
    let list = world.call(ops::ListProcessingJobs, input).await.unwrap();
    assert_eq!(list.processing_job_summaries[0].processing_job_name, "Same");
    world.call(ops::DeleteProcessingJob, delete()).await.unwrap();
    let error = world.call(ops::DeleteProcessingJob, delete()).await.unwrap_err();
    assert_eq!(error.code, "ResourceNotFound");
    assert_eq!(run(&world, process("same", "p-copy")).await["ProcessingJobStatus"], "Completed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_job_keeps_what_it_wrote() {
    let world = filled().await;
    world.call(ops::CreateProcessingJob, process("s", "p-waits")).await.unwrap();
    world.until(async || world.tasks.trainings() == 1).await;
    // Who waits for the end of a running job is not told of the status between.
    let (job, ()) = tokio::join!(described(&world, "s", true), stop(&world, "s"));
    assert_eq!(job["ProcessingJobStatus"], "Stopped");
    assert!(job.get("FailureReason").is_none());
    assert_eq!(world.elsewhere.get("done/s/so-far").unwrap(), "half");
    let again = StopProcessingJobRequest { processing_job_name: "s".to_owned() };
    let error = world.call(ops::StopProcessingJob, again).await.unwrap_err();
    assert!(error.message.contains("in status Stopped"), "{}", error.message);
    let statuses: Vec<_> = world
        .events()
        .await
        .iter()
        .map(|(_, detail)| detail["ProcessingJobStatus"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(statuses.last().unwrap(), "Stopped");
    assert!(statuses.contains(&"Stopping".to_owned()), "{statuses:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn max_runtime_ends_a_job_that_does_not_listen() {
    let clock = Arc::new(ManualClock::new(1_800_000_000_000));
    let world = World::with_clock(clock.clone()).await;
    world.elsewhere.put("rows/rows.csv", "1");
    world.call(ops::CreateProcessingJob, process("m", "p-stubborn")).await.unwrap();
    world.until(async || world.tasks.trainings() == 1).await;
    // The containers run from the moment they were started; after 60 s SIGTERM, after 120 s more SIGKILL.
    let job = loop {
        clock.advance(10_000);
        let now = described(&world, "m", false).await;
        if now["ProcessingJobStatus"] != "InProgress" {
            break now;
        }
        tokio::task::yield_now().await;
    };
    assert_eq!(job["ProcessingJobStatus"], "Stopped");
    assert_eq!(job["FailureReason"], "Processing job runtime exceeded MaxRuntimeInSeconds provided");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_ran_is_run_again_from_a_clean_tree() {
    let world = filled().await;
    world.call(ops::CreateProcessingJob, process("r", "p-waits")).await.unwrap();
    world.until(async || world.tasks.trainings() == 1).await;
    world.until(async || described(&world, "r", false).await.get("ProcessingStartTime").is_some()).await;
    let world = world.restart().await;
    world.until(async || world.tasks.trainings() == 2).await;
    let jobs = world.platform.data_dir.join("sagemaker/jobs");
    world.until(async || std::fs::read_dir(&jobs).unwrap().count() == 1).await;
    world.until(async || described(&world, "r", false).await.get("ProcessingStartTime").is_some()).await;
    stop(&world, "r").await;
    assert_eq!(ended(&world, "r").await["ProcessingJobStatus"], "Stopped");
    assert_eq!(puts(&world), ["done/r/so-far"]);
    world.until(async || std::fs::read_dir(&jobs).unwrap().count() == 0).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_whose_outputs_were_uploaded_is_not_run_twice() {
    let world = filled().await;
    // The first of two files is there, the second is not: it is run again.
    world.elsewhere.swallow_answers.store(true, Ordering::SeqCst);
    world.call(ops::CreateProcessingJob, process("u", "p-copy")).await.unwrap();
    world.until(async || !puts(&world).is_empty()).await;
    world.elsewhere.swallow_answers.store(false, Ordering::SeqCst);
    let world = world.restart().await;
    assert_eq!(ended(&world, "u").await["ProcessingJobStatus"], "Completed");
    assert_eq!(world.tasks.trainings(), 2);

    // The only file is there; that the answer was lost makes no difference.
    let world = filled().await;
    world.call(ops::CreateProcessingJob, process("v", "p-waits")).await.unwrap();
    world.until(async || world.tasks.trainings() == 1).await;
    world.elsewhere.swallow_answers.store(true, Ordering::SeqCst);
    stop(&world, "v").await;
    world.until(async || !puts(&world).is_empty()).await;
    let world = world.restart().await;
    let job = ended(&world, "v").await;
    assert_eq!(job["ProcessingJobStatus"], "Stopped");
    assert_eq!((world.tasks.trainings(), puts(&world).len()), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn training_and_processing_share_the_room() {
    let world = World::of_size(2, Arc::new(lirio_store::SystemClock)).await;
    world.elsewhere.put("rows/rows.csv", "1");
    world.elsewhere.put("in/iris.csv", "1");
    world.call(ops::CreateProcessingJob, process("first", "p-waits")).await.unwrap();
    world.until(async || world.tasks.trainings() == 1).await;
    world.call(ops::CreateTrainingJob, job("second", "waits")).await.unwrap();
    world.until(async || world.job("second").await["SecondaryStatus"] == "Pending").await;
    world.call(ops::CreateProcessingJob, process("third", "p-copy")).await.unwrap();
    let world = world.restart().await;
    // After a restart the order is that of creation, whatever the kind.
    world.until(async || world.tasks.trainings() == 2).await;
    assert!(described(&world, "third", false).await.get("ProcessingStartTime").is_none());
    stop(&world, "first").await;
    ended(&world, "first").await;
    world.until(async || world.job("second").await["SecondaryStatus"] == "Training").await;
    // One that waits is stopped without having run.
    stop(&world, "third").await;
    let third = ended(&world, "third").await;
    assert_eq!(third["ProcessingJobStatus"], "Stopped");
    assert!(third.get("ProcessingStartTime").is_none(), "{third}");
    let stop = lirio_api::sagemaker::StopTrainingJobRequest { training_job_name: "second".to_owned() };
    world.call(ops::StopTrainingJob, stop).await.unwrap();
    assert_eq!(world.ended("second").await["TrainingJobStatus"], "Stopped");
}
