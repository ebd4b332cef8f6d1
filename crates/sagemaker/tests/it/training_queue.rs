//! Jobs that wait for room, make room, and are tried again.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use lirio_api::sagemaker::{
    CheckpointConfig, CreateTrainingJobRequest, RetryStrategy, StopTrainingJobRequest, ops,
};
use lirio_store::{Clock, ManualClock, SystemClock};

use crate::training::secondary;
use crate::world::{World, job};

/// A machine with room for one job.
async fn small(clock: Arc<dyn Clock>) -> World {
    let world = World::of_size(2, clock).await;
    world.elsewhere.put("in/iris.csv", "1");
    world
}

async fn create(world: &World, request: CreateTrainingJobRequest) {
    world.call(ops::CreateTrainingJob, request).await.unwrap();
}

async fn stop(world: &World, name: &str) {
    let stop = StopTrainingJobRequest { training_job_name: name.to_owned() };
    world.call(ops::StopTrainingJob, stop).await.unwrap();
}

/// Waits until a job is in a secondary status.
async fn reaches(world: &World, name: &str, status: &str) {
    world.until(async || world.job(name).await["SecondaryStatus"] == status).await;
}

fn spot(name: &str, image: &str) -> CreateTrainingJobRequest {
    let mut request = job(name, image);
    request.enable_managed_spot_training = Some(true);
    request.stopping_condition.as_mut().unwrap().max_wait_time_in_seconds = Some(3600);
    request.checkpoint_config =
        Some(CheckpointConfig { s3_uri: "s3://data/ckpt/".to_owned(), local_path: None });
    request
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_waits_for_room_and_says_so() {
    let world = small(Arc::new(SystemClock)).await;
    create(&world, job("a", "waits")).await;
    reaches(&world, "a", "Training").await;
    create(&world, job("b", "train")).await;
    reaches(&world, "b", "Pending").await;
    create(&world, job("c", "train")).await;
    reaches(&world, "c", "Pending").await;
    let message = |job: serde_json::Value| {
        let transitions = job["SecondaryStatusTransitions"].as_array().unwrap().clone();
        transitions.last().unwrap()["StatusMessage"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        message(world.job("c").await),
        "Waiting for room on this machine: the job needs 2 vCPU and 8 GiB, and of 2 vCPU and 8 GiB 0 vCPU and 0 GiB are free; 1 job is ahead of it"
    );
    // Who waits is stopped at once.
    stop(&world, "b").await;
    assert_eq!(world.ended("b").await["TrainingJobStatus"], "Stopped");
    assert_eq!(world.job("c").await["SecondaryStatus"], "Pending");
    stop(&world, "a").await;
    let ended = world.ended("c").await;
    assert_eq!(ended["TrainingJobStatus"], "Completed");
    assert_eq!(
        secondary(&ended),
        ["Starting", "Pending", "Starting", "Downloading", "Training", "Uploading", "Completed"]
    );
    assert_eq!(world.tasks.trainings(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_queue_is_the_same_after_a_restart() {
    let world = small(Arc::new(SystemClock)).await;
    create(&world, job("a", "waits")).await;
    reaches(&world, "a", "Training").await;
    for name in ["b", "c"] {
        create(&world, job(name, "waits")).await;
        reaches(&world, name, "Pending").await;
    }
    let world = world.restart().await;
    for name in ["a", "b", "c"] {
        reaches(&world, name, "Training").await;
        stop(&world, name).await;
        assert_eq!(world.ended(name).await["TrainingJobStatus"], "Stopped");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pending_ends_with_its_time() {
    let clock = Arc::new(ManualClock::new(1_800_000_000_000));
    let world = small(clock.clone()).await;
    let mut long = job("a", "waits");
    long.stopping_condition.as_mut().unwrap().max_runtime_in_seconds = Some(80_000);
    create(&world, long).await;
    reaches(&world, "a", "Training").await;
    let mut request = job("b", "train");
    request.stopping_condition.as_mut().unwrap().max_pending_time_in_seconds = Some(1800);
    create(&world, request).await;
    reaches(&world, "b", "Pending").await;
    clock.advance(1_799_000);
    assert_eq!(world.job("b").await["SecondaryStatus"], "Pending");
    clock.advance(2_000);
    let ended = world.ended("b").await;
    assert_eq!(
        (&ended["TrainingJobStatus"], &ended["SecondaryStatus"]),
        (&"Stopped".into(), &"Stopped".into())
    );
    let last = ended["SecondaryStatusTransitions"].as_array().unwrap().last().unwrap().clone();
    assert!(last["StatusMessage"].as_str().unwrap().contains("MaxPendingTimeInSeconds"), "{last}");
    assert_eq!(world.job("a").await["SecondaryStatus"], "Training");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_spot_job_makes_room_and_goes_on_from_its_checkpoints() {
    let world = small(Arc::new(SystemClock)).await;
    create(&world, spot("s", "checkpoints")).await;
    world.until(async || world.elsewhere.get("ckpt/1").is_some()).await;
    create(&world, job("d", "waits")).await;
    reaches(&world, "d", "Training").await;
    // What the spot job wrote when it was told to go is kept.
    assert_eq!(world.elsewhere.get("ckpt/99").unwrap(), "the last");
    assert_eq!(world.job("s").await["SecondaryStatus"], "Interrupted");
    assert_eq!(world.job("s").await["TrainingJobStatus"], "InProgress");
    stop(&world, "d").await;
    world.until(async || world.elsewhere.get("ckpt/100").is_some()).await;
    stop(&world, "s").await;
    let ended = world.ended("s").await;
    assert_eq!(
        secondary(&ended),
        [
            "Starting",
            "Downloading",
            "Training",
            "Interrupted",
            "Starting",
            "Downloading",
            "Training",
            "Stopping",
            "Uploading",
            "Stopped",
        ]
    );
    assert_eq!(ended["EnableManagedSpotTraining"], true);
    let seconds = |name: &str| ended[name].as_i64().unwrap();
    assert!(seconds("BillableTimeInSeconds") <= seconds("TrainingTimeInSeconds"));
    assert!(
        world.elsewhere.puts.lock().unwrap().iter().all(|key| !key.contains("out/s/")),
        "it wrote no model"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_of_the_platform_interrupts_a_spot_job() {
    let world = small(Arc::new(SystemClock)).await;
    create(&world, spot("s", "checkpoints")).await;
    world.until(async || world.elsewhere.get("ckpt/1").is_some()).await;
    let world = world.restart().await;
    world.until(async || world.elsewhere.get("ckpt/2").is_some()).await;
    stop(&world, "s").await;
    let ended = world.ended("s").await;
    assert_eq!(secondary(&ended)[2..5], ["Training", "Interrupted", "Starting"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_spot_job_waits_only_so_long() {
    let clock = Arc::new(ManualClock::new(1_800_000_000_000));
    let world = small(clock.clone()).await;
    let mut long = job("a", "waits");
    long.stopping_condition.as_mut().unwrap().max_runtime_in_seconds = Some(80_000);
    create(&world, long).await;
    reaches(&world, "a", "Training").await;
    create(&world, spot("s", "train")).await;
    reaches(&world, "s", "Pending").await;
    clock.advance(3_601_000);
    let ended = world.ended("s").await;
    assert_eq!(ended["TrainingJobStatus"], "Stopped");
    assert_eq!(ended["SecondaryStatus"], "MaxWaitTimeExceeded");
}

#[tokio::test(flavor = "multi_thread")]
async fn faults_of_the_platform_are_tried_again_and_no_others() {
    let world = small(Arc::new(SystemClock)).await;
    let check = async |name: &str, image: &str, faults: usize, attempts: i64, expected: &str| {
        world.tasks.faults.store(faults, Ordering::SeqCst);
        let mut request = job(name, image);
        request.retry_strategy = Some(RetryStrategy { maximum_retry_attempts: attempts });
        create(&world, request).await;
        let ended = world.ended(name).await;
        assert_eq!(ended["TrainingJobStatus"], expected, "{ended}");
        secondary(&ended).iter().filter(|status| **status == "Starting").count()
    };
    assert_eq!(check("a", "flaky", 2, 2, "Completed").await, 3);
    assert_eq!(check("b", "flaky", 3, 2, "Failed").await, 3);
    assert_eq!(check("c", "fails", 0, 5, "Failed").await, 1);
}
