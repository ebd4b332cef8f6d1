//! What comes to training containers, and what goes from them while they run.

use lirio_api::sagemaker::{
    CheckpointConfig, CreateTrainingJobRequest, MetricDefinition, StopTrainingJobRequest, ops,
};
use serde_json::{Value as Json, json};

use crate::training::{doing, lines, run, until_ready};
use crate::world::{World, of_cpus};
use crate::{Check, compare, facts, nothing_runs, until, world, world_of};

pub(crate) const CHECKS: &[Check] = &[
    ("train: a spot job is interrupted and goes on from its checkpoints", || Box::pin(spot())),
    ("train: Pipe channels are a FIFO for each epoch", || Box::pin(pipes())),
    ("train: FastFile channels are read-only folders", || Box::pin(fast_files())),
    ("train: checkpoints go both ways", || Box::pin(checkpoints())),
    ("train: metrics are read from the output", || Box::pin(metrics())),
    ("train: the hosts of a job know and reach each other", || Box::pin(hosts())),
];

fn with_mode(name: &str, what: &str, mode: &str) -> CreateTrainingJobRequest {
    let mut request = doing(name, "plain", what);
    request.input_data_config.as_mut().unwrap()[0].input_mode = Some(mode.to_owned());
    request
}

/// The secondary statuses that a job went through.
pub(crate) fn course(job: &Json) -> Vec<&str> {
    let transitions = job["SecondaryStatusTransitions"].as_array().unwrap();
    transitions.iter().map(|transition| transition["Status"].as_str().unwrap()).collect()
}

async fn pipes() {
    let world = world().await;
    world.elsewhere.put("in/more.csv", "\n1,2");
    let (ended, lines) = run(&world, with_mode("pipes", "pipes", "Pipe")).await;
    assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
    let whole = "5.1,3.5,1.4,0.2,setosa/1,2";
    let seen = facts(lines);
    compare(&seen, &[("first", whole), ("second", whole)]);
    // The pipe after the one that was closed; the channel itself has no folder.
    assert!(seen["folder"].split(' ').all(|name| name.starts_with("train_")), "{}", seen["folder"]);
}

async fn fast_files() {
    let world = world().await;
    let (ended, lines) = run(&world, with_mode("fast", "read-only", "FastFile")).await;
    assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
    // EROFS.
    compare(&facts(lines), &[("write", "error 30"), ("data", "5.1,3.5,1.4,0.2,setosa")]);
}

fn at_checkpoints(request: &mut CreateTrainingJobRequest) {
    request.checkpoint_config =
        Some(CheckpointConfig { s3_uri: "s3://data/ckpt/".to_owned(), local_path: None });
}

async fn checkpoints() {
    let world = world().await;
    world.elsewhere.put("ckpt/old", "1");
    world.elsewhere.put("ckpt/kept", "2");
    let mut request = doing("ckpt", "plain", "checkpoints");
    at_checkpoints(&mut request);
    let (ended, lines) = run(&world, request).await;
    assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
    compare(&facts(lines), &[("found", "kept old")]);
    let at = |key: &str| world.elsewhere.get(&format!("ckpt/{key}"));
    assert_eq!((at("old"), at("kept").unwrap(), at("new").unwrap()), (None, "2".into(), "newer".into()));
}

async fn spot() {
    // Room for one job at a time.
    let world = world_of(of_cpus(2)).await;
    let mut request = doing("spot", "plain", "spot");
    at_checkpoints(&mut request);
    request.enable_managed_spot_training = Some(true);
    request.stopping_condition.as_mut().unwrap().max_wait_time_in_seconds = Some(3600);
    world.call(ops::CreateTrainingJob, request).await.unwrap();
    until_ready(&world, "spot").await;
    let (other, _) = run(&world, doing("other", "plain", "exit 0")).await;
    assert_eq!(other["TrainingJobStatus"], "Completed", "{other}");
    let ended = world.ended("spot").await;
    assert_eq!(
        course(&ended),
        [
            "Starting",
            "Downloading",
            "Training",
            "Interrupted",
            "Starting",
            "Downloading",
            "Training",
            "Uploading",
            "Completed"
        ],
        "{ended}"
    );
    // What it wrote while it ran, and what it wrote when it was asked to end.
    assert!(lines(&world, "spot").contains(&"steps=1 2".to_owned()), "{:?}", lines(&world, "spot"));
    nothing_runs(&world).await;
}

async fn metrics() {
    let world = world().await;
    let mut request = doing("measure", "plain", "measure");
    let definition = |name: &str, regex: &str| MetricDefinition { name: name.into(), regex: regex.into() };
    request.algorithm_specification.as_mut().unwrap().metric_definitions =
        Some(vec![definition("loss", "loss=([0-9.]+);"), definition("accuracy", "accuracy=([0-9.]+)")]);
    let (ended, _) = run(&world, request).await;
    let last = ended["FinalMetricDataList"].as_array().unwrap_or_else(|| panic!("{ended}"));
    let value = |name: &str| {
        let found = last.iter().find(|metric| metric["MetricName"] == name);
        found.unwrap_or_else(|| panic!("{ended}"))["Value"].as_f64().unwrap()
    };
    // Which stream is read first is not promised.
    assert!([0.5, 0.25].map(|loss| loss as f32).contains(&(value("loss") as f32)), "{ended}");
    assert_eq!(value("accuracy") as f32, 0.9);
    let series = |name: &str| {
        let series = world.elsewhere.series.lock().unwrap();
        let name = format!("/aws/sagemaker/TrainingJobs TrainingJobName=measure {name}");
        let mut values = series.get(&name).cloned().unwrap_or_default();
        values.sort_by(f64::total_cmp);
        values
    };
    until(async || series("loss") == [0.25, 0.5] && series("accuracy") == [0.9]).await;
}

async fn hosts() {
    let world = world().await;
    for key in ["in/b.csv", "in/c.csv"] {
        world.elsewhere.put(key, "1");
    }
    let mut request = doing("hosts", "plain", "hosts");
    request.resource_config.as_mut().unwrap().instance_count = Some(2);
    let channel = &mut request.input_data_config.as_mut().unwrap()[0];
    let source = channel.data_source.s3_data_source.as_mut().unwrap();
    source.s3_data_distribution_type = Some("ShardedByS3Key".to_owned());
    world.call(ops::CreateTrainingJob, request).await.unwrap();
    let ended = world.ended("hosts").await;
    if ended["TrainingJobStatus"] == "Failed" {
        // Rootless, where the device may be root's alone.
        let reason = ended["FailureReason"].as_str().unwrap();
        assert!(reason.contains("/dev/net/tun"), "{reason}");
        println!("SKIPPED: {reason}");
        return;
    }
    let seen = facts(lines(&world, "hosts"));
    let of = |host: &str| {
        let config: Json = serde_json::from_str(&seen[&format!("{host} config")]).unwrap();
        let expected = json!({
            "current_host": host,
            "current_instance_type": "ml.m5.large",
            "current_group_name": "homogeneousCluster",
            "hosts": ["algo-1", "algo-2"],
            "network_interface_name": "eth0",
            "instance_groups": [{
                "instance_group_name": "homogeneousCluster",
                "instance_type": "ml.m5.large",
                "hosts": ["algo-1", "algo-2"],
            }],
        });
        assert_eq!(config, expected);
    };
    ["algo-1", "algo-2"].iter().for_each(|host| of(host));
    compare(
        &seen,
        &[("algo-1 heard", "algo-2"), ("algo-1 files", "b.csv iris.csv"), ("algo-2 files", "c.csv")],
    );
}

/// Asks a job to end.
pub(crate) async fn stop(world: &World, name: &str) {
    let stop = StopTrainingJobRequest { training_job_name: name.to_owned() };
    world.call(ops::StopTrainingJob, stop).await.unwrap();
}
