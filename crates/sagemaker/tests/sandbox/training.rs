//! Training jobs in real containers.

use std::time::Instant;

use lirio_api::sagemaker::{CheckpointConfig, CreateTrainingJobRequest, ops};
use serde_json::Value as Json;

use crate::IMAGE;
use crate::world::{World, job};

/// A job that does what the probe knows under a word, and leaves its model as files.
fn job_that(name: &str, word: &str) -> CreateTrainingJobRequest {
    let mut request = job(name, IMAGE);
    request.environment = Some([("PROBE".to_owned(), word.to_owned())].into());
    request.output_data_config.compression_type = Some("NONE".to_owned());
    request
}

async fn run(world: &World, request: CreateTrainingJobRequest) -> Json {
    let name = request.training_job_name.clone();
    world.call(ops::CreateTrainingJob, request).await.unwrap();
    world.ended(&name).await
}

async fn completes(world: &World, request: CreateTrainingJobRequest) {
    let ended = run(world, request).await;
    assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
}

fn left(world: &World, key: &str) -> String {
    let bytes = world.elsewhere.get(key).unwrap_or_else(|| panic!("{key} is not there"));
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Several jobs, one after the other.
pub(crate) async fn jobs(world: &World) {
    for _ in 0..5 {
        let begin = Instant::now();
        completes(world, job_that(&format!("n{}", lirio_service::hex_id::<4>()), "nothing")).await;
        println!("training job that does nothing: {:?}", begin.elapsed());
    }

    let large = "x".repeat(3_000_000);
    world.elsewhere.put("in/more.csv", large.clone());
    let mut request = job_that("pipe", "pipe");
    request.algorithm_specification.as_mut().unwrap().training_input_mode = "Pipe".to_owned();
    request.checkpoint_config =
        Some(CheckpointConfig { s3_uri: "s3://data/ckpt/".to_owned(), local_path: None });
    completes(world, request).await;
    let epoch = format!("5.1,3.5,1.4,0.2,setosa{large}");
    assert!(left(world, "out/pipe/output/model/seen") == epoch.repeat(2), "two epochs");
    assert_eq!(left(world, "ckpt/1"), "one");

    let mut request = job_that("fast", "fast");
    request.algorithm_specification.as_mut().unwrap().training_input_mode = "FastFile".to_owned();
    completes(world, request).await;
    assert_eq!(left(world, "out/fast/output/model/seen"), "5.1,3.5,1.4,0.2,setosa ReadOnlyFilesystem");

    let mut request = job_that("peers", "peers");
    request.resource_config.as_mut().unwrap().instance_count = Some(3);
    let begin = Instant::now();
    let ended = run(world, request).await;
    let reason = ended["FailureReason"].as_str().unwrap_or_default();
    if reason.contains("/dev/net/tun") {
        println!("SKIPPED: several hosts: {reason}");
    } else {
        assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
        println!("three hosts, 40 MB between them: {:?}", begin.elapsed());
        assert_eq!(left(world, "out/peers/output/model/algo-1"), "10.0.0.1: 20000000 20000000");
        assert_eq!(left(world, "out/peers/output/model/algo-3"), "10.0.0.3:welcome");
    }

    let mut request = job_that("program", "nothing");
    request.algorithm_specification.as_mut().unwrap().container_entrypoint =
        Some(vec!["/no/such".to_owned()]);
    let begin = Instant::now();
    let ended = run(world, request).await;
    println!("an image without its program: {:?}", begin.elapsed());
    assert_eq!(
        ended["FailureReason"],
        "ClientError: The container cannot be started: starting the program (execve) /no/such failed: ENOENT (No such file or directory). The program, or the interpreter or loader it names, is not in the image"
    );
}
