//! What training jobs leave in S3: uncompressed models, checkpoints.

use lirio_api::sagemaker::{CheckpointConfig, StopTrainingJobRequest, ops};

use crate::world::{World, job};

fn with_checkpoints(name: &str) -> lirio_api::sagemaker::CreateTrainingJobRequest {
    let mut request = job(name, "checkpoints");
    request.checkpoint_config =
        Some(CheckpointConfig { s3_uri: "s3://data/ckpt".to_owned(), local_path: None });
    request
}

async fn stop(world: &World, name: &str) {
    let stop = StopTrainingJobRequest { training_job_name: name.to_owned() };
    world.call(ops::StopTrainingJob, stop).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_uncompressed_model_is_its_files() {
    let world = World::new().await;
    world.elsewhere.put("in/iris.csv", "1,2");
    let mut request = job("n", "train");
    request.output_data_config.compression_type = Some("NONE".to_owned());
    world.call(ops::CreateTrainingJob, request).await.unwrap();
    let ended = world.ended("n").await;
    assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
    assert_eq!(ended["ModelArtifacts"]["S3ModelArtifacts"], "s3://data/out/n/output/model/");
    assert_eq!(world.elsewhere.get("out/n/output/model/model.txt").unwrap(), "1,2");
    assert_eq!(world.elsewhere.get("out/n/output/data/report.txt").unwrap(), "fine");
    assert_eq!(world.elsewhere.get("out/n/output/model.tar.gz"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn checkpoints_go_out_while_it_runs_and_come_back() {
    let world = World::new().await;
    world.elsewhere.put("in/iris.csv", "1");
    // Keys that only begin alike are somebody else's.
    world.elsewhere.put("ckpt-2/7", "not ours");
    world.call(ops::CreateTrainingJob, with_checkpoints("one")).await.unwrap();
    world.until(async || world.elsewhere.get("ckpt/1").is_some()).await;
    assert_eq!(world.job("one").await["SecondaryStatus"], "Training");
    stop(&world, "one").await;
    let ended = world.ended("one").await;
    assert_eq!(ended["CheckpointConfig"]["S3Uri"], "s3://data/ckpt");
    // What was written after SIGTERM is there when the job has ended.
    assert_eq!(world.elsewhere.get("ckpt/99").unwrap(), "the last");

    // The next job goes on where this one was: 1 and 99 are there, 1 goes, 100 comes.
    world.call(ops::CreateTrainingJob, with_checkpoints("two")).await.unwrap();
    world.until(async || world.elsewhere.get("ckpt/100").is_some()).await;
    world.until(async || world.elsewhere.get("ckpt/1").is_none()).await;
    stop(&world, "two").await;
    world.ended("two").await;
    assert_eq!(world.elsewhere.get("ckpt/100").unwrap(), "after step 100");
    assert_eq!(world.elsewhere.get("ckpt-2/7").unwrap(), "not ours");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_platform_resumes_from_the_checkpoints() {
    let world = World::new().await;
    world.elsewhere.put("in/iris.csv", "1");
    world.call(ops::CreateTrainingJob, with_checkpoints("k")).await.unwrap();
    world.until(async || world.elsewhere.get("ckpt/1").is_some()).await;
    let world = world.restart().await;
    world.until(async || world.elsewhere.get("ckpt/2").is_some()).await;
    stop(&world, "k").await;
    assert_eq!(world.ended("k").await["TrainingJobStatus"], "Stopped");
    assert_eq!(world.elsewhere.get("ckpt/2").unwrap(), "after step 2");
}

#[tokio::test(flavor = "multi_thread")]
async fn checkpoints_have_a_folder_of_their_own() {
    let world = World::new().await;
    let check = async |path: &str, good: bool| {
        let mut request = with_checkpoints("p");
        request.checkpoint_config.as_mut().unwrap().local_path = Some(path.to_owned());
        request.role_arn = "arn:aws:iam::000000000000:role/other".to_owned();
        // The role is looked at last: with a good path it is what is wrong.
        let error = world.call(ops::CreateTrainingJob, request).await.unwrap_err().message;
        assert_eq!(error.contains("LocalPath"), !good, "{path}: {error}");
    };
    check("/opt/ml/checkpoints", true).await;
    check("/data/checkpoints/", true).await;
    check("/opt/ml/model", false).await;
    check("/opt/ml", false).await;
    check("relative", false).await;
    check("/opt/ml/../ml/model", false).await;
}
