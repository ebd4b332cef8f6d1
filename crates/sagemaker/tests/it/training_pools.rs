//! Warm pools, and the end of a job's record.

use std::sync::Arc;

use lirio_api::sagemaker::{
    CreateTrainingJobRequest, DeleteTrainingJobRequest, ListTrainingJobsRequest, ResourceConfigForUpdate,
    StopTrainingJobRequest, UpdateTrainingJobRequest, ops,
};
use lirio_store::{Clock, ManualClock, SystemClock};

use crate::world::{World, job};

/// A machine with room for one job.
async fn small(clock: Arc<dyn Clock>) -> World {
    let world = World::of_size(2, clock).await;
    world.elsewhere.put("in/iris.csv", "1");
    world
}

fn kept(name: &str, image: &str) -> CreateTrainingJobRequest {
    let mut request = job(name, image);
    request.output_data_config.compression_type = Some("NONE".to_owned());
    request.resource_config.as_mut().unwrap().keep_alive_period_in_seconds = Some(600);
    request
}

async fn completes(world: &World, request: CreateTrainingJobRequest) {
    let name = request.training_job_name.clone();
    world.call(ops::CreateTrainingJob, request).await.unwrap();
    let ended = world.ended(&name).await;
    assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
}

async fn pool_is(world: &World, name: &str, status: &str) {
    world.until(async || world.job(name).await["WarmPoolStatus"]["Status"] == status).await;
}

async fn update(world: &World, name: &str, seconds: i64) -> Result<(), String> {
    let update = UpdateTrainingJobRequest {
        training_job_name: name.to_owned(),
        resource_config: Some(ResourceConfigForUpdate { keep_alive_period_in_seconds: seconds }),
        ..UpdateTrainingJobRequest::default()
    };
    world.call(ops::UpdateTrainingJob, update).await.map(drop).map_err(|error| error.message)
}

async fn delete(world: &World, name: &str) -> Result<(), String> {
    let delete = DeleteTrainingJobRequest { training_job_name: name.to_owned() };
    world
        .call(ops::DeleteTrainingJob, delete)
        .await
        .map(drop)
        .map_err(|error| format!("{}: {}", error.code, error.message))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_matching_job_takes_over_what_was_kept() {
    let world = small(Arc::new(SystemClock)).await;
    completes(&world, kept("a", "caches")).await;
    pool_is(&world, "a", "Available").await;
    let input = ListTrainingJobsRequest {
        warm_pool_status_equals: Some("Available".to_owned()),
        ..ListTrainingJobsRequest::default()
    };
    let list = world.call(ops::ListTrainingJobs, input).await.unwrap().training_job_summaries;
    assert_eq!(list[0].training_job_name, "a");
    completes(&world, kept("b", "caches")).await;
    let first = world.job("a").await;
    assert_eq!(first["WarmPoolStatus"]["Status"], "Reused");
    assert_eq!(first["WarmPoolStatus"]["ReusedByJob"], "b");
    assert_eq!(world.elsewhere.get("out/b/output/model/model.txt").unwrap(), "+");
    pool_is(&world, "b", "Available").await;
    // A job that keeps nothing uses the pool up.
    let mut last = kept("c", "caches");
    last.resource_config.as_mut().unwrap().keep_alive_period_in_seconds = None;
    completes(&world, last).await;
    assert_eq!(world.elsewhere.get("out/c/output/model/model.txt").unwrap(), "++");
    pool_is(&world, "c", "Terminated").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pool_yields_to_a_job_that_needs_its_room() {
    let world = small(Arc::new(SystemClock)).await;
    completes(&world, kept("a", "caches")).await;
    pool_is(&world, "a", "Available").await;
    let mut other = job("b", "train");
    other.resource_config.as_mut().unwrap().volume_size_in_gb = Some(7);
    completes(&world, other).await;
    pool_is(&world, "a", "Terminated").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pool_ends_with_its_time_which_can_be_changed() {
    let clock = Arc::new(ManualClock::new(1_800_000_000_000));
    let world = small(clock.clone()).await;
    completes(&world, kept("a", "caches")).await;
    pool_is(&world, "a", "Available").await;
    update(&world, "a", 1200).await.unwrap();
    clock.advance(601_000);
    assert_eq!(world.job("a").await["WarmPoolStatus"]["Status"], "Available");
    assert_eq!(world.job("a").await["WarmPoolStatus"]["ResourceRetainedBillableTimeInSeconds"], 601);
    clock.advance(600_000);
    pool_is(&world, "a", "Terminated").await;
    assert!(update(&world, "a", 5).await.unwrap_err().contains("no warm pool"));
    completes(&world, kept("b", "caches")).await;
    pool_is(&world, "b", "Available").await;
    update(&world, "b", 0).await.unwrap();
    pool_is(&world, "b", "Terminated").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pool_ends_with_the_platform() {
    let world = small(Arc::new(SystemClock)).await;
    completes(&world, kept("a", "caches")).await;
    pool_is(&world, "a", "Available").await;
    let world = world.restart().await;
    pool_is(&world, "a", "Terminated").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_ended_can_be_deleted_and_its_name_used_again() {
    let world = small(Arc::new(SystemClock)).await;
    assert!(delete(&world, "a").await.unwrap_err().starts_with("ResourceNotFound: "));
    world.call(ops::CreateTrainingJob, job("a", "waits")).await.unwrap();
    let error = delete(&world, "a").await.unwrap_err();
    assert!(error.starts_with("ResourceInUse: ") && error.contains("stop it first"), "{error}");
    world.until(async || world.job("a").await["SecondaryStatus"] == "Training").await;
    let stop = StopTrainingJobRequest { training_job_name: "a".to_owned() };
    world.call(ops::StopTrainingJob, stop).await.unwrap();
    world.ended("a").await;
    for _ in 0..5 {
        delete(&world, "a").await.unwrap();
        completes(&world, job("a", "train")).await;
    }
    completes(&world, kept("k", "caches")).await;
    pool_is(&world, "k", "Available").await;
    assert!(delete(&world, "k").await.unwrap_err().contains("UpdateTrainingJob"));
}
