//! What processing containers are given and what they leave: hosts, pipes, paths, outputs.

use std::io::Read as _;

use lirio_api::sagemaker::{
    CreateProcessingJobRequest, DescribeTrialComponentRequest, ListAssociationsRequest,
    ListTrialComponentsRequest, NetworkConfig, ProcessingS3Input, SearchRequest, ops,
};
use serde_json::{Value as Json, json};

use crate::processing::{described, ended, filled, input, output, process, run, stop};
use crate::world::World;

fn s3_input(request: &mut CreateProcessingJobRequest) -> &mut ProcessingS3Input {
    request.processing_inputs.as_mut().unwrap()[0].s3_input.as_mut().unwrap()
}

async fn completed(world: &World, request: CreateProcessingJobRequest) -> Json {
    let job = run(world, request).await;
    assert_eq!(job["ProcessingJobStatus"], "Completed", "{job}");
    job
}

fn left(world: &World, key: &str) -> String {
    let bytes = world.elsewhere.get(key).unwrap_or_else(|| panic!("{key} is there"));
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_host_knows_the_others_and_has_its_share() {
    let world = World::new().await;
    ["a", "b", "c"].iter().for_each(|key| world.elsewhere.put(&format!("rows/{key}"), "1"));
    let mut request = process("h", "p-hosts");
    request.processing_resources.cluster_config.instance_count = Some(2);
    s3_input(&mut request).s3_data_distribution_type = Some("ShardedByS3Key".to_owned());
    let job = completed(&world, request).await;
    assert_eq!(job["ExitMessage"], "algo-1;algo-2;", "one behind the other");
    for (host, expected) in [("algo-1", "a c"), ("algo-2", "b")] {
        let text = left(&world, &format!("done/h/{host}"));
        let (files, config) = text.split_once(" {").unwrap();
        assert_eq!(files, expected, "{host}");
        let config: Json = serde_json::from_str(&format!("{{{config}")).unwrap();
        assert_eq!(config["current_host"], host);
        assert_eq!(config["hosts"], json!(["algo-1", "algo-2"]));
    }
    assert_eq!(left(&world, "done/h/shared"), "algo-2", "the last host's counts");
    let specs = world.tasks.specs.lock().unwrap().clone();
    let members: Vec<_> = specs.iter().map(|spec| spec.network.clone().unwrap()).collect();
    assert_ne!(members[0].address, members[1].address);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_host_that_fails_ends_the_others() {
    let world = filled().await;
    let mut request = process("x", "p-second-fails");
    request.processing_resources.cluster_config.instance_count = Some(3);
    let job = run(&world, request).await;
    assert_eq!(job["FailureReason"], "AlgorithmError: algo-2: no shard, exit code: 1");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_configuration_is_that_of_the_request() {
    let world = filled().await;
    let mut request = process("c", "p-config");
    request.environment = Some([("KEY".to_owned(), "VALUE".to_owned())].into());
    request.stopping_condition = None;
    completed(&world, request).await;
    let config: Json = serde_json::from_str(&left(&world, "done/c/processingjobconfig.json")).unwrap();
    assert_eq!(
        config,
        json!({
            "ProcessingJobArn": "arn:aws:sagemaker:eu-west-1:000000000000:processing-job/c",
            "ProcessingJobName": "c",
            "AppSpecification":
                {"ImageUri": "p-config", "ContainerEntrypoint": null, "ContainerArguments": null},
            "Environment": {"KEY": "VALUE"},
            "ProcessingInputs": [{
                "InputName": "rows",
                "AppManaged": false,
                "S3Input": {
                    "LocalPath": "/opt/ml/processing/input",
                    "S3Uri": "s3://data/rows/",
                    "S3DataDistributionType": "FullyReplicated",
                    "S3DataType": "S3Prefix",
                    "S3InputMode": "File",
                    "S3CompressionType": "None",
                    "S3DownloadMode": "StartOfJob",
                },
            }],
            "ProcessingOutputConfig": {
                "Outputs": [{
                    "OutputName": "done",
                    "AppManaged": false,
                    "S3Output": {
                        "LocalPath": "/opt/ml/processing/output",
                        "S3Uri": "s3://data/done/c",
                        "S3UploadMode": "EndOfJob",
                    },
                }],
                "KmsKeyId": null,
            },
            "ProcessingResources": {"ClusterConfig": {
                "InstanceCount": 1,
                "InstanceType": "ml.m5.large",
                "VolumeSizeInGB": 1,
                "VolumeKmsKeyId": null,
            }},
            "RoleArn": "arn:aws:iam::000000000000:role/sm",
            "StoppingCondition": {"MaxRuntimeInSeconds": 86400},
        })
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn continuous_outputs_go_out_while_it_runs() {
    let world = filled().await;
    let mut request = process("g", "p-grows");
    request.processing_output_config.as_mut().unwrap().outputs =
        vec![output("done", "s3://data/done/g/", "/opt/ml/processing/output", "Continuous")];
    world.call(ops::CreateProcessingJob, request).await.unwrap();
    world.until(async || world.elsewhere.get("done/g/first").is_some()).await;
    assert_eq!(described(&world, "g", false).await["ProcessingJobStatus"], "InProgress");
    // The platform dies in the middle: the job begins again, and what was there is written anew.
    world.elsewhere.put("done/g/first", "stale");
    let world = world.restart().await;
    world.until(async || left(&world, "done/g/first") == "1").await;
    stop(&world, "g").await;
    ended(&world, "g").await;
    assert_eq!(left(&world, "done/g/last"), "2", "what was written after SIGTERM is there at the end");
    assert_eq!(left(&world, "done/g/first"), "1", "what goes from the folder stays in S3");
}

#[tokio::test(flavor = "multi_thread")]
async fn links_are_not_followed_and_outputs_may_lie_in_one_another() {
    let world = filled().await;
    let mut request = process("l", "p-links");
    let outer = output("outer", "s3://data/done/l", "/opt/ml/processing/output", "EndOfJob");
    let inner = output("inner", "s3://data/other/l", "/opt/ml/processing/output/nested/", "EndOfJob");
    request.processing_output_config.as_mut().unwrap().outputs = vec![outer, inner];
    completed(&world, request).await;
    let mut puts = world.elsewhere.puts.lock().unwrap().clone();
    puts.sort();
    assert_eq!(puts, ["done/l/file", "other/l/inner"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn inputs_may_lie_in_one_another_and_come_from_a_manifest() {
    let world = filled().await;
    world.elsewhere.put("other/rows.csv", "4,5");
    world.elsewhere.put("list", r#"[{"prefix": "s3://data/other/"}, "rows.csv"]"#);
    let mut request = process("n", "p-nests");
    let mut code = input("code", "s3://data/list", "/opt/ml/processing/input/code");
    code.s3_input.as_mut().unwrap().s3_data_type = "ManifestFile".to_owned();
    // The inner one first: the order of the request means nothing.
    request.processing_inputs.as_mut().unwrap().insert(0, code);
    completed(&world, request).await;
    assert_eq!(left(&world, "done/n/seen"), "1,2,3 4,5");
}

#[tokio::test(flavor = "multi_thread")]
async fn pipes_stand_beside_the_path() {
    let world = World::new().await;
    let mut gzip = Vec::new();
    let level = flate2::Compression::fast();
    flate2::read::GzEncoder::new(&b"two"[..], level).read_to_end(&mut gzip).unwrap();
    for (name, key, content, compression, expected) in [
        ("plain", "rows/1", b"one".to_vec(), "None", "one|one"),
        ("zipped", "zip/1", gzip, "Gzip", "two|two"),
    ] {
        world.elsewhere.put(key, content);
        let mut request = process(name, "p-pipes");
        let source = s3_input(&mut request);
        source.s3_uri = format!("s3://data/{}", key.split_once('/').unwrap().0);
        source.local_path = Some("/opt/ml/processing/input/data".to_owned());
        source.s3_input_mode = Some("Pipe".to_owned());
        source.s3_compression_type = Some(compression.to_owned());
        completed(&world, request).await;
        assert_eq!(left(&world, &format!("done/{name}/seen")), expected);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_isolated_job_has_no_way_out() {
    let world = filled().await;
    let mut request = process("i", "p-copy");
    request.network_config =
        Some(NetworkConfig { enable_network_isolation: Some(true), ..NetworkConfig::default() });
    completed(&world, request).await;
    let spec = world.tasks.specs.lock().unwrap()[0].clone();
    assert!(spec.listeners.is_empty());
    assert!(!spec.env.iter().any(|(name, _)| name == "AWS_ENDPOINT_URL"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_processing_job_is_a_trial_component() {
    let world = filled().await;
    let job = completed(&world, process("T", "p-copy")).await;
    let list = ListTrialComponentsRequest {
        source_arn: Some(job["ProcessingJobArn"].as_str().unwrap().to_owned()),
        ..ListTrialComponentsRequest::default()
    };
    let list = world.call(ops::ListTrialComponents, list).await.unwrap();
    let name = list.trial_component_summaries.unwrap().remove(0).trial_component_name.unwrap();
    assert_eq!(name, "T-aws-processing-job");
    let describe = DescribeTrialComponentRequest { trial_component_name: name };
    let found = world.call(ops::DescribeTrialComponent, describe).await.unwrap();
    let arn = found.trial_component_arn.unwrap();
    assert_eq!(
        arn,
        "arn:aws:sagemaker:eu-west-1:000000000000:experiment-trial-component/t-aws-processing-job"
    );
    assert_eq!(found.source.unwrap().source_type.unwrap(), "SageMakerProcessingJob");
    assert_eq!(found.input_artifacts.unwrap()["rows"].value, "s3://data/rows/");
    assert_eq!(found.output_artifacts.unwrap()["done"].value, "s3://data/done/T");
    assert_eq!(
        found.parameters.unwrap()["SageMaker.InstanceType"].string_value.as_deref(),
        Some("ml.m5.large")
    );

    let mut edges = Vec::new();
    for (source, destination) in [(Some(arn.clone()), None), (None, Some(arn.clone()))] {
        let input = ListAssociationsRequest {
            source_arn: source,
            destination_arn: destination,
            ..ListAssociationsRequest::default()
        };
        let page = world.call(ops::ListAssociations, input).await.unwrap();
        for edge in page.association_summaries.unwrap() {
            let [from, to] = [edge.source_type, edge.destination_type].map(Option::unwrap);
            edges.push(format!("{from} {} {to}", edge.association_type.unwrap()));
        }
    }
    edges.sort();
    assert_eq!(
        edges,
        [
            "DataSet ContributedTo ProcessingJob",
            "Image ContributedTo ProcessingJob",
            "ProcessingJob Produced DataSet",
        ]
    );

    let search =
        SearchRequest { resource: "ExperimentTrialComponent".to_owned(), ..SearchRequest::default() };
    let found = world.value(ops::Search, search, false).await.unwrap().to_json();
    assert_eq!(found["Results"][0]["TrialComponent"]["TrialComponentName"], "T-aws-processing-job");
}
