//! Training jobs from beginning to end.

use std::io::Read as _;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use lirio_api::sagemaker::{
    CreateTrainingJobRequest, ListTrainingJobsRequest, StopTrainingJobRequest, Tag, VpcConfig, ops,
};
use lirio_store::ManualClock;
use serde_json::{Value as Json, json};

use crate::world::{World, job};

pub(crate) fn secondary(job: &Json) -> Vec<&str> {
    job["SecondaryStatusTransitions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| t["Status"].as_str().unwrap())
        .collect()
}

fn unpacked(bytes: &[u8], name: &str) -> String {
    let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(bytes));
    let mut text = String::new();
    let found =
        archive.entries().unwrap().map(Result::unwrap).find(|e| e.path().unwrap().to_str() == Some(name));
    found.expect("the file is there").read_to_string(&mut text).unwrap();
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_trains_and_leaves_its_model() {
    let world = World::new().await;
    world.elsewhere.put("in/iris.csv", "1,2,3");
    let mut request = job("Iris-1", "train");
    request.tags = Some(vec![Tag { key: "team".to_owned(), value: "a".to_owned() }]);
    request.resource_config.as_mut().unwrap().volume_size_in_gb = Some(200);
    let created = world.call(ops::CreateTrainingJob, request).await.unwrap();
    assert_eq!(created.training_job_arn, "arn:aws:sagemaker:eu-west-1:000000000000:training-job/iris-1");
    let ended = world.ended("Iris-1").await;
    assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
    assert_eq!(secondary(&ended), ["Starting", "Downloading", "Training", "Uploading", "Completed"]);
    assert_eq!(ended["ModelArtifacts"]["S3ModelArtifacts"], "s3://data/out/Iris-1/output/model.tar.gz");
    assert_eq!(ended["FinalMetricDataList"][0]["Value"], 0.97);
    assert_eq!(ended["FinalMetricDataList"].as_array().unwrap().len(), 1);
    assert!(ended.get("VpcConfig").is_none(), "absent members are left out");
    let model = world.elsewhere.get("out/Iris-1/output/model.tar.gz").unwrap();
    assert_eq!(unpacked(&model, "model.txt"), "1,2,3");
    let output = world.elsewhere.get("out/Iris-1/output/output.tar.gz").unwrap();
    assert_eq!(unpacked(&output, "report.txt"), "fine");
    // Who sees the end sees the lines.
    let lines = world.elsewhere.lines.lock().unwrap().clone();
    let (stream, lines) = lines.iter().next().unwrap();
    assert!(stream.starts_with("/aws/sagemaker/TrainingJobs:Iris-1/algo-1-"), "{stream}");
    assert_eq!(lines, &["accuracy=0.5", "accuracy=0.97"]);
    let series = world.elsewhere.series.lock().unwrap().clone();
    assert_eq!(series["/aws/sagemaker/TrainingJobs TrainingJobName=Iris-1 accuracy"], [0.5, 0.97]);
    let spec = world.tasks.specs.lock().unwrap()[0].clone();
    assert_eq!(spec.arguments, ["train"]);
    assert_eq!(spec.volume_gib, Some(200));
    let env = |name: &str| spec.env.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    assert_eq!(env("TRAINING_JOB_NAME"), Some("Iris-1"));
    assert_eq!(env("AWS_ENDPOINT_URL"), Some("http://127.0.0.1:4566"));
    assert_eq!(env("AWS_DISABLE_HOST_PREFIX_INJECTION"), Some("true"));

    let events = world.events().await;
    let statuses: Vec<_> =
        events.iter().map(|(_, detail)| detail["SecondaryStatus"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["Starting", "Downloading", "Training", "Uploading", "Completed"]);
    let (kind, detail) = events.last().unwrap();
    assert_eq!(kind, "SageMaker Training Job State Change");
    assert_eq!(detail["Tags"], json!({"team": "a"}));
    assert!(detail["CreationTime"].as_i64().unwrap() > 1_000_000_000_000, "epoch milliseconds");

    // The tree goes when the job has ended.
    let jobs = world.platform.data_dir.join("sagemaker/jobs");
    world.until(async || std::fs::read_dir(&jobs).unwrap().count() == 0).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn failures_say_what_and_where() {
    let world = World::new().await;
    world.elsewhere.put("in/iris.csv", "1");
    let check = async |name: &str, change: fn(&mut CreateTrainingJobRequest), image: &str, expected: &str| {
        let mut request = job(name, image);
        change(&mut request);
        world.call(ops::CreateTrainingJob, request).await.unwrap();
        let ended = world.ended(name).await;
        assert_eq!(ended["TrainingJobStatus"], "Failed");
        assert_eq!(ended["SecondaryStatus"], "Failed");
        let reason = ended["FailureReason"].as_str().unwrap();
        assert!(reason.contains(expected), "{reason}");
        assert!(ended.get("ModelArtifacts").is_none());
    };
    check("a", |_| {}, "fails", "AlgorithmError: row 3, column 2: not a number, exit code: 1").await;
    check("b", |_| {}, "prints", "AlgorithmError: the last words, exit code: 3").await;
    check("c", |_| {}, "missing", "ClientError: The image missing does not exist").await;
    check(
        "d",
        |request| {
            let channel = &mut request.input_data_config.as_mut().unwrap()[0];
            channel.data_source.s3_data_source.as_mut().unwrap().s3_uri = "s3://data/nothing".to_owned();
        },
        "train",
        "No S3 objects found under S3 URL \"s3://data/nothing\"",
    )
    .await;
    assert!(world.elsewhere.puts.lock().unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn refusals_name_what_is_refused() {
    let world = World::new().await;
    let check = async |change: fn(&mut CreateTrainingJobRequest), expected: &str| {
        let mut request = job("j", "train");
        change(&mut request);
        let error = world.call(ops::CreateTrainingJob, request).await.unwrap_err();
        assert_eq!((error.code.as_ref(), error.status), ("ValidationException", 400));
        assert!(error.message.contains(expected), "{}", error.message);
    };
    check(|r| r.resource_config.as_mut().unwrap().instance_count = Some(200), "more than 100 hosts").await;
    check(|r| r.enable_managed_spot_training = Some(true), "needs StoppingCondition.MaxWaitTime").await;
    check(
        |r| r.stopping_condition.as_mut().unwrap().max_wait_time_in_seconds = Some(60),
        "only be given with EnableManagedSpotTraining",
    )
    .await;
    check(
        |r| {
            r.vpc_config =
                Some(VpcConfig { security_group_ids: vec!["sg-1".into()], subnets: vec!["s-1".into()] })
        },
        "VPC",
    )
    .await;
    check(|r| r.role_arn = "arn:aws:iam::000000000000:role/other".to_owned(), "Could not assume role").await;
    check(
        |r| {
            r.algorithm_specification.as_mut().unwrap().metric_definitions.as_mut().unwrap()[0].regex =
                "(".to_owned()
        },
        "metric \"accuracy\"",
    )
    .await;
    check(|r| r.output_data_config.s3_output_path = "https://x".to_owned(), "S3OutputPath").await;
    let missing = StopTrainingJobRequest { training_job_name: "none".to_owned() };
    let error = world.call(ops::StopTrainingJob, missing).await.unwrap_err();
    assert_eq!(error.message, "Requested resource not found.");
}

#[tokio::test(flavor = "multi_thread")]
async fn names_are_unique_whatever_their_case_and_lists_show_them() {
    let world = World::new().await;
    world.elsewhere.put("in/iris.csv", "1");
    world.call(ops::CreateTrainingJob, job("Same", "train")).await.unwrap();
    let error = world.call(ops::CreateTrainingJob, job("same", "train")).await.unwrap_err();
    assert_eq!(error.code, "ResourceInUse");
    world.ended("same").await;
    let input = ListTrainingJobsRequest { status_equals: Some("Completed".to_owned()), ..Default::default() };
    let list = world.call(ops::ListTrainingJobs, input).await.unwrap();
    assert_eq!(list.training_job_summaries[0].training_job_name, "Same");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_job_keeps_its_artifacts() {
    let world = World::new().await;
    world.elsewhere.put("in/iris.csv", "1");
    world.call(ops::CreateTrainingJob, job("s", "waits")).await.unwrap();
    world.until(async || world.tasks.trainings() == 1).await;
    let stop = || StopTrainingJobRequest { training_job_name: "s".to_owned() };
    world.call(ops::StopTrainingJob, stop()).await.unwrap();
    let ended = world.ended("s").await;
    assert_eq!(ended["TrainingJobStatus"], "Stopped");
    assert_eq!(ended["SecondaryStatus"], "Stopped");
    assert_eq!(unpacked(&world.elsewhere.get("out/s/output/model.tar.gz").unwrap(), "model.txt"), "so far");
    let error = world.call(ops::StopTrainingJob, stop()).await.unwrap_err();
    assert!(error.message.contains("in status Stopped"), "{}", error.message);
}

#[tokio::test(flavor = "multi_thread")]
async fn max_runtime_ends_a_job_that_does_not_listen() {
    let clock = Arc::new(ManualClock::new(1_800_000_000_000));
    let world = World::with_clock(clock.clone()).await;
    world.elsewhere.put("in/iris.csv", "1");
    world.call(ops::CreateTrainingJob, job("m", "stubborn")).await.unwrap();
    world.until(async || world.tasks.trainings() == 1).await;
    // The job runs from the moment it was started; after 60 s SIGTERM, after 120 s more SIGKILL.
    world.until(async || world.job("m").await["SecondaryStatus"] == "Training").await;
    let ended = loop {
        clock.advance(10_000);
        let now = world.job("m").await;
        if now["TrainingJobStatus"] != "InProgress" {
            break now;
        }
        tokio::task::yield_now().await;
    };
    assert_eq!(ended["TrainingJobStatus"], "Stopped");
    assert_eq!(ended["SecondaryStatus"], "MaxRuntimeExceeded");
    assert!(ended.get("ModelArtifacts").is_none(), "it has written nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_ran_is_run_again_and_leaves_one_model() {
    let world = World::new().await;
    world.elsewhere.put("in/iris.csv", "1");
    world.call(ops::CreateTrainingJob, job("r", "waits")).await.unwrap();
    world.until(async || world.tasks.trainings() == 1).await;
    world.until(async || world.job("r").await["SecondaryStatus"] == "Training").await;
    let world = world.restart().await;
    world.until(async || world.tasks.trainings() == 2).await;
    world.until(async || world.job("r").await["SecondaryStatus"] == "Training").await;
    let stop = StopTrainingJobRequest { training_job_name: "r".to_owned() };
    world.call(ops::StopTrainingJob, stop).await.unwrap();
    let ended = world.ended("r").await;
    assert_eq!(
        secondary(&ended),
        [
            "Starting",
            "Downloading",
            "Training",
            "Starting",
            "Downloading",
            "Training",
            "Stopping",
            "Uploading",
            "Stopped"
        ]
    );
    assert_eq!(*world.elsewhere.puts.lock().unwrap(), ["out/r/output/model.tar.gz"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_whose_model_was_uploaded_is_not_trained_twice() {
    let world = World::new().await;
    world.elsewhere.put("in/iris.csv", "1");
    // An object of that name that is not this job's counts for nothing.
    world.elsewhere.put("out/u/output/model.tar.gz", "older");
    world.elsewhere.swallow_answers.store(true, Ordering::SeqCst);
    world.call(ops::CreateTrainingJob, job("u", "train")).await.unwrap();
    world.until(async || !world.elsewhere.puts.lock().unwrap().is_empty()).await;
    world.elsewhere.swallow_answers.store(false, Ordering::SeqCst);
    let world = world.restart().await;
    // Only the other file was there, so the model is trained again.
    let ended = world.ended("u").await;
    assert_eq!(ended["TrainingJobStatus"], "Completed");
    assert_eq!(world.tasks.trainings(), 2);

    let world = World::new().await;
    world.elsewhere.put("in/iris.csv", "1");
    world.call(ops::CreateTrainingJob, job("v", "waits")).await.unwrap();
    world.until(async || world.job("v").await["SecondaryStatus"] == "Training").await;
    world.elsewhere.swallow_answers.store(true, Ordering::SeqCst);
    let stop = StopTrainingJobRequest { training_job_name: "v".to_owned() };
    world.call(ops::StopTrainingJob, stop).await.unwrap();
    world.until(async || !world.elsewhere.puts.lock().unwrap().is_empty()).await;
    let world = world.restart().await;
    let ended = world.ended("v").await;
    assert_eq!(ended["TrainingJobStatus"], "Stopped");
    assert_eq!(ended["ModelArtifacts"]["S3ModelArtifacts"], "s3://data/out/v/output/model.tar.gz");
    assert_eq!(world.tasks.trainings(), 1);
    assert_eq!(world.elsewhere.puts.lock().unwrap().len(), 1);
}
