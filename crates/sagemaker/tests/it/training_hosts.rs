//! Jobs of several hosts.

use lirio_api::sagemaker::{CreateTrainingJobRequest, InstanceGroup, ops};
use serde_json::{Value as Json, json};

use crate::world::{World, job};

fn job_of(name: &str, image: &str, count: i64) -> CreateTrainingJobRequest {
    let mut request = job(name, image);
    request.output_data_config.compression_type = Some("NONE".to_owned());
    request.resource_config.as_mut().unwrap().instance_count = Some(count);
    request
}

fn shard(request: &mut CreateTrainingJobRequest) {
    let channel = &mut request.input_data_config.as_mut().unwrap()[0];
    let source = channel.data_source.s3_data_source.as_mut().unwrap();
    source.s3_data_distribution_type = Some("ShardedByS3Key".to_owned());
}

/// What a host left: the files that it saw, and its `resourceconfig.json`.
fn left(world: &World, job: &str, host: &str) -> (String, Json) {
    let left = world.elsewhere.get(&format!("out/{job}/output/model/{host}")).expect("the host ran");
    let text = String::from_utf8(left.to_vec()).unwrap();
    let (files, config) = text.split_once(" {").unwrap();
    (files.to_owned(), serde_json::from_str(&format!("{{{config}")).unwrap())
}

async fn filled() -> World {
    let world = World::new().await;
    ["a", "b", "c"].iter().for_each(|key| world.elsewhere.put(&format!("in/{key}"), "1"));
    world
}

#[tokio::test(flavor = "multi_thread")]
async fn every_host_knows_the_others_and_has_its_share() {
    let world = filled().await;
    let mut request = job_of("h", "hosts", 2);
    shard(&mut request);
    world.call(ops::CreateTrainingJob, request).await.unwrap();
    let ended = world.ended("h").await;
    assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
    let (files, config) = left(&world, "h", "algo-1");
    assert_eq!(files, "a c");
    assert_eq!(config["current_host"], "algo-1");
    let (files, config) = left(&world, "h", "algo-2");
    assert_eq!(files, "b");
    assert_eq!(
        config,
        json!({
            "current_host": "algo-2",
            "current_instance_type": "ml.m5.large",
            "current_group_name": "homogeneousCluster",
            "hosts": ["algo-1", "algo-2"],
            "instance_groups": [{
                "instance_group_name": "homogeneousCluster",
                "instance_type": "ml.m5.large",
                "hosts": ["algo-1", "algo-2"],
            }],
            "network_interface_name": "eth0",
        })
    );
    assert_eq!(world.elsewhere.get("out/h/output/model/shared").unwrap(), "algo-2", "the last host's counts");
    let specs = world.tasks.specs.lock().unwrap().clone();
    let members: Vec<_> = specs.iter().map(|spec| spec.network.clone().unwrap()).collect();
    assert_ne!(members[0].address, members[1].address);
    assert_eq!(members[0].names.iter().map(|(name, _)| &**name).collect::<Vec<_>>(), ["algo-1", "algo-2"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn groups_have_types_and_channels_of_their_own() {
    let world = filled().await;
    let group = |name: &str, count: i64| InstanceGroup {
        instance_group_name: name.to_owned(),
        instance_type: format!("ml.{name}.large"),
        instance_count: count,
    };
    let mut request = job_of("g", "hosts", 1);
    let resources = request.resource_config.as_mut().unwrap();
    (resources.instance_count, resources.instance_type) = (None, None);
    resources.instance_groups = Some(vec![group("m6i", 1), group("m5", 2)]);
    shard(&mut request);
    let channel = &mut request.input_data_config.as_mut().unwrap()[0];
    let source = channel.data_source.s3_data_source.as_mut().unwrap();
    source.instance_group_names = Some(vec!["m5".to_owned()]);
    let mut all = request.input_data_config.clone().unwrap()[0].clone();
    all.channel_name = "all".to_owned();
    all.data_source.s3_data_source.as_mut().unwrap().instance_group_names = None;
    // The program of this test looks at the channel `train` of every host.
    let mut everywhere = request.clone();
    everywhere.input_data_config.as_mut().unwrap()[0] = all;
    everywhere.input_data_config.as_mut().unwrap()[0].channel_name = "train".to_owned();
    world.call(ops::CreateTrainingJob, everywhere).await.unwrap();
    let ended = world.ended("g").await;
    assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
    let (files, config) = left(&world, "g", "algo-3");
    assert_eq!(files, "c");
    assert_eq!(config["current_group_name"], "m5");
    assert_eq!(config["current_instance_type"], "ml.m5.large");
    assert_eq!(config["instance_groups"][0]["hosts"], json!(["algo-1"]));
    assert_eq!(config["instance_groups"][1]["hosts"], json!(["algo-2", "algo-3"]));
    // A host of another group gets nothing of the channel, not even its folder.
    request.training_job_name = "f".to_owned();
    request.algorithm_specification.as_mut().unwrap().training_image = Some("channels".to_owned());
    world.call(ops::CreateTrainingJob, request).await.unwrap();
    assert_eq!(world.ended("f").await["TrainingJobStatus"], "Completed");
    let seen = |host: &str| world.elsewhere.get(&format!("out/f/output/model/{host}")).unwrap();
    assert_eq!(seen("algo-1"), "");
    assert_eq!(seen("algo-2"), "a c");
    assert_eq!(seen("algo-3"), "b");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_host_that_fails_ends_the_others() {
    let world = filled().await;
    world.call(ops::CreateTrainingJob, job_of("x", "second-fails", 3)).await.unwrap();
    let ended = world.ended("x").await;
    assert_eq!(ended["TrainingJobStatus"], "Failed");
    assert_eq!(ended["FailureReason"], "AlgorithmError: algo-2: no gradient, exit code: 1");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_host_has_a_log_stream() {
    let world = filled().await;
    // They succeed: one that fails may end the other before it has said anything.
    world.call(ops::CreateTrainingJob, job_of("l", "speaks", 2)).await.unwrap();
    assert_eq!(world.ended("l").await["TrainingJobStatus"], "Completed");
    let mut streams: Vec<_> = world.elsewhere.lines.lock().unwrap().keys().cloned().collect();
    streams.sort();
    assert!(streams[0].starts_with("/aws/sagemaker/TrainingJobs:l/algo-1-"), "{streams:?}");
    assert!(streams[1].starts_with("/aws/sagemaker/TrainingJobs:l/algo-2-"), "{streams:?}");
}
