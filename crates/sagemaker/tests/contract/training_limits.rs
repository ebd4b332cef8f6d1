//! What a training job may take, in time and memory, and what it leaves to the next one.

use std::sync::Arc;
use std::time::Duration;

use lirio_api::sagemaker::{CreateTrainingJobRequest, ListTrainingJobsRequest, ops};
use lirio_store::ManualClock;
use serde_json::Value as Json;

use crate::training::{doing, lines, run, until_ready};
use crate::training_data::{course, stop};
use crate::world::{World, of_cpus};
use crate::{Check, compare, facts, narrow_world, nothing_runs, until, world_at, world_of, world_with};

pub(crate) const CHECKS: &[Check] = &[
    ("train: SIGKILL comes 120 seconds after SIGTERM", || Box::pin(killed())),
    ("train: MaxRuntimeInSeconds ends a job as a stop does", || Box::pin(max_runtime())),
    ("train: memory beyond the instance's ends the container", || Box::pin(memory())),
    ("train: a warm pool is kept, reused by a job that matches, and ends", || Box::pin(warm_pool())),
];

/// The platform's clock, which only moves when it is told to.
fn clock() -> Arc<ManualClock> {
    Arc::new(ManualClock::new(1_800_000_000_000))
}

async fn status(world: &World, job: &str) -> String {
    world.job(job).await["TrainingJobStatus"].as_str().unwrap().to_owned()
}

async fn killed() {
    let clock = clock();
    let world = world_at(clock.clone()).await;
    let mut request = doing("kill", "plain", "stubborn");
    request.stopping_condition.as_mut().unwrap().max_runtime_in_seconds = Some(86_400);
    world.call(ops::CreateTrainingJob, request).await.unwrap();
    until_ready(&world, "kill").await;
    stop(&world, "kill").await;
    until(async || status(&world, "kill").await == "Stopping").await;
    // The grace begins when SIGTERM is sent, a moment after; then it has its whole length.
    tokio::time::sleep(Duration::from_millis(500)).await;
    clock.advance(119_000);
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(status(&world, "kill").await, "Stopping", "it has another second");
    clock.advance(1_001);
    until(async || status(&world, "kill").await == "Stopped").await;
    assert!(
        world.elsewhere.get("out/kill/output/model.tar.gz").is_some(),
        "what was written by then is kept"
    );
    nothing_runs(&world).await;
}

async fn max_runtime() {
    let clock = clock();
    let world = world_at(clock.clone()).await;
    let mut request = doing("long", "plain", "graceful");
    request.stopping_condition.as_mut().unwrap().max_runtime_in_seconds = Some(100);
    world.call(ops::CreateTrainingJob, request).await.unwrap();
    until_ready(&world, "long").await;
    clock.advance(99_000);
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(status(&world, "long").await, "InProgress", "it has another second");
    clock.advance(1_001);
    let ended = world.ended("long").await;
    assert_eq!(ended["TrainingJobStatus"], "Stopped", "{ended}");
    assert_eq!(course(&ended).last(), Some(&"MaxRuntimeExceeded"), "{ended}");
    assert!(lines(&world, "long").contains(&"asked to end".to_owned()));
    assert!(world.elsewhere.get("out/long/output/model.tar.gz").is_some());
}

async fn memory() {
    let world = narrow_world().await;
    let (ended, _) = run(&world, doing("memory", "plain", "memory")).await;
    assert_eq!(ended["TrainingJobStatus"], "Failed");
    assert_eq!(
        ended["FailureReason"],
        "AlgorithmError: The container ran out of the memory that ml.m5.large has on this machine, exit code: 137"
    );
    // A modest one beside it is left alone; shared memory is bounded by the same limit.
    let (ended, lines) = run(&world, doing("modest", "plain", "look")).await;
    assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
    compare(&facts(lines), &[("shared memory", "65536k")]);
    nothing_runs(&world).await;
}

/// A job that wants a pool of ten minutes.
fn kept(name: &str) -> CreateTrainingJobRequest {
    let mut request = doing(name, "plain", "cache");
    request.resource_config.as_mut().unwrap().keep_alive_period_in_seconds = Some(600);
    request
}

async fn completes(world: &World, request: CreateTrainingJobRequest) -> Vec<String> {
    let (ended, lines) = run(world, request).await;
    assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
    lines
}

async fn pool(world: &World, job: &str) -> Json {
    world.job(job).await["WarmPoolStatus"].clone()
}

async fn pool_is(world: &World, job: &str, status: &str) {
    until(async || pool(world, job).await["Status"] == status).await;
}

async fn warm_pool() {
    // Room for one job, so that what a pool holds is missing elsewhere.
    let world = world_of(of_cpus(2)).await;
    assert_eq!(completes(&world, kept("first")).await, ["runs=+"]);
    pool_is(&world, "first", "Available").await;
    assert!(pool(&world, "first").await["ResourceRetainedBillableTimeInSeconds"].is_i64());
    let listed = ListTrainingJobsRequest {
        warm_pool_status_equals: Some("Available".to_owned()),
        ..ListTrainingJobsRequest::default()
    };
    let listed = world.call(ops::ListTrainingJobs, listed).await.unwrap().training_job_summaries;
    assert_eq!(listed.iter().map(|job| job.training_job_name.as_str()).collect::<Vec<_>>(), ["first"]);

    // The same role, resources and network options; the image and the hyperparameters are its own.
    let mut second = kept("second");
    second.hyper_parameters.as_mut().unwrap().insert("other".to_owned(), "1".to_owned());
    world.call(ops::CreateTrainingJob, second).await.unwrap();
    pool_is(&world, "first", "Reused").await;
    assert_eq!(pool(&world, "first").await["ReusedByJob"], "second");
    let ended = world.ended("second").await;
    assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
    assert_eq!(lines(&world, "second"), ["runs=++"], "what the first left in the cache");
    pool_is(&world, "second", "Available").await;

    // Another volume: it does not match, and takes the room away.
    let mut other = kept("other");
    other.resource_config.as_mut().unwrap().volume_size_in_gb = Some(7);
    assert_eq!(completes(&world, other).await, ["runs=+"]);
    pool_is(&world, "second", "Terminated").await;
    assert!(pool(&world, "second").await.get("ReusedByJob").is_none());

    // While it is used, the job that uses it says so.
    let mut last = doing("last", "plain", "graceful");
    last.resource_config.as_mut().unwrap().volume_size_in_gb = Some(7);
    pool_is(&world, "other", "Available").await;
    world.call(ops::CreateTrainingJob, last).await.unwrap();
    until_ready(&world, "last").await;
    assert_eq!(pool(&world, "last").await["Status"], "InUse");
    stop(&world, "last").await;
    world.ended("last").await;
    // It keeps nothing, so the pool is used up.
    pool_is(&world, "last", "Terminated").await;
    nothing_runs(&world).await;

    // A pool that nobody takes ends with its time, which is what would be paid for.
    let clock = clock();
    let world = world_with(clock.clone(), of_cpus(2)).await;
    completes(&world, kept("alone")).await;
    pool_is(&world, "alone", "Available").await;
    clock.advance(600_001);
    pool_is(&world, "alone", "Terminated").await;
    assert_eq!(pool(&world, "alone").await["ResourceRetainedBillableTimeInSeconds"], 600);
}
