//! The contract of processing containers.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use lirio_api::sagemaker::{
    AppSpecification, CreateProcessingJobRequest, DescribeProcessingJobRequest, NetworkConfig,
    ProcessingClusterConfig, ProcessingInput, ProcessingOutput, ProcessingOutputConfig, ProcessingResources,
    ProcessingS3Input, ProcessingS3Output, StopProcessingJobRequest, ops,
};
use lirio_store::ManualClock;
use serde_json::Value as Json;

use crate::fakes::ROLE;
use crate::images::uri;
use crate::world::World;
use crate::{Check, compare, facts, nothing_runs, world, world_at};

pub(crate) const CHECKS: &[Check] = &[
    ("process: what a container sees", || Box::pin(what_it_sees())),
    ("process: ContainerArguments replace the image's, ContainerEntrypoint takes them along", || {
        Box::pin(arguments())
    }),
    ("process: the image's user", || Box::pin(a_user())),
    ("process: network isolation", || Box::pin(isolated())),
    ("process: exit codes", || Box::pin(exit_codes())),
    ("process: the message", || Box::pin(messages())),
    ("process: files become objects, links do not", || Box::pin(outputs())),
    ("process: a continuous output", || Box::pin(continuous())),
    ("process: a pipe", || Box::pin(a_pipe())),
    ("process: logs", || Box::pin(logs())),
    ("process: StopProcessingJob sends SIGTERM, and what is written by then is kept", || Box::pin(stopped())),
    ("process: SIGKILL comes 120 seconds after SIGTERM", || Box::pin(killed())),
];

fn input(name: &str, uri: &str, path: &str) -> ProcessingInput {
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

/// A job that does something.
fn doing(name: &str, what: &[&str]) -> CreateProcessingJobRequest {
    let output = ProcessingS3Output {
        s3_uri: format!("s3://data/done/{name}"),
        local_path: Some("/opt/ml/processing/output".to_owned()),
        s3_upload_mode: "EndOfJob".to_owned(),
    };
    CreateProcessingJobRequest {
        processing_job_name: name.to_owned(),
        role_arn: ROLE.to_owned(),
        app_specification: AppSpecification {
            image_uri: uri("process"),
            container_arguments: Some(what.iter().map(|word| (*word).to_owned()).collect()),
            ..AppSpecification::default()
        },
        processing_inputs: Some(vec![input("rows", "s3://data/in/", "/opt/ml/processing/input")]),
        processing_output_config: Some(ProcessingOutputConfig {
            outputs: vec![ProcessingOutput {
                output_name: "done".to_owned(),
                s3_output: Some(output),
                ..ProcessingOutput::default()
            }],
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
        ..CreateProcessingJobRequest::default()
    }
}

async fn described(world: &World, name: &str, may_wait: bool) -> Json {
    let input = DescribeProcessingJobRequest { processing_job_name: name.to_owned() };
    world.value(ops::DescribeProcessingJob, input, may_wait).await.unwrap().to_json()
}

async fn ended(world: &World, name: &str) -> Json {
    loop {
        let job = described(world, name, true).await;
        if matches!(job["ProcessingJobStatus"].as_str(), Some("Completed" | "Failed" | "Stopped")) {
            return job;
        }
    }
}

async fn stop(world: &World, name: &str) {
    let stop = StopProcessingJobRequest { processing_job_name: name.to_owned() };
    world.call(ops::StopProcessingJob, stop).await.unwrap();
}

/// Runs a job to its end; its description and the lines it printed.
async fn run(world: &World, request: CreateProcessingJobRequest) -> (Json, Vec<String>) {
    let name = request.processing_job_name.clone();
    world.call(ops::CreateProcessingJob, request).await.unwrap();
    let ended = ended(world, &name).await;
    (ended, lines(world, &name))
}

fn lines(world: &World, job: &str) -> Vec<String> {
    let lines = world.elsewhere.lines.lock().unwrap();
    let of_job = lines.iter().filter(|(stream, _)| stream.contains(&format!(":{job}/")));
    of_job.flat_map(|(_, lines)| lines.clone()).collect()
}

async fn seen(world: &World, request: CreateProcessingJobRequest) -> BTreeMap<String, String> {
    let (ended, lines) = run(world, request).await;
    assert_eq!(ended["ProcessingJobStatus"], "Completed", "{ended}");
    facts(lines)
}

async fn what_it_sees() {
    let world = world().await;
    world.elsewhere.put("code/run.py", "pass");
    let mut request = doing("look", &[]);
    request.app_specification.container_arguments = None;
    request.environment = Some([("MINE".to_owned(), "a value".to_owned())].into());
    let code = input("code", "s3://data/code/", "/opt/ml/processing/input/code");
    request.processing_inputs.as_mut().unwrap().push(code);
    let seen = seen(&world, request).await;
    compare(
        &seen,
        &[
            ("arguments", "/usr/local/bin/model|process|look"),
            ("directory", "/"),
            ("user", "0 0"),
            ("hostname", "algo-1"),
            ("interfaces", "lo"),
            ("outside", "error 101"),
            ("platform", "reached"),
            ("privileges", "1"),
            ("filter", "2"),
            ("administration", "false"),
            ("list /opt/ml", "config output processing"),
            ("list /opt/ml/config", "processingjobconfig.json resourceconfig.json"),
            ("list /opt/ml/output", ""),
            // What the image has there stays, but for where something is mounted.
            ("list /opt/ml/processing", "input kept output"),
            ("list /opt/ml/processing/kept", "own"),
            ("list /opt/ml/processing/input", "code iris.csv"),
            ("list /opt/ml/processing/input/code", "run.py"),
            ("list /opt/ml/processing/output", ""),
            ("write /opt/ml/output", "written"),
            ("write /opt/ml/processing/input", "written"),
            ("write /opt/ml/processing/output", "written"),
            ("write /tmp", "written"),
            ("mode /opt/ml/output", "777"),
            ("mode /opt/ml/processing/output", "777"),
            ("data", "5.1,3.5,1.4,0.2,setosa"),
            (
                "config resourceconfig",
                r#"{"current_host":"algo-1","current_instance_type":"ml.m5.large","current_group_name":"homogeneousCluster",
                    "hosts":["algo-1"],"network_interface_name":"eth0","instance_groups":[{"instance_group_name":"homogeneousCluster",
                    "instance_type":"ml.m5.large","hosts":["algo-1"]}]}"#,
            ),
            ("env MINE", "a value"),
            ("env AWS_REGION", "eu-west-1"),
            ("env AWS_ENDPOINT_URL", "http://127.0.0.1:4566"),
            ("env AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:4567/credentials"),
            ("env HOSTNAME", "algo-1"),
        ],
    );
    let config: Json = serde_json::from_str(&seen["config processingjobconfig"]).unwrap();
    assert_eq!(config["ProcessingJobName"], "look");
    assert_eq!(config["Environment"]["MINE"], "a value");
    assert_eq!(config["ProcessingInputs"][1]["S3Input"]["LocalPath"], "/opt/ml/processing/input/code");
    assert!(config["AppSpecification"]["ContainerArguments"].is_null(), "{config}");
    // Nothing of the platform's own environment.
    assert!(!seen.contains_key("env CARGO_MANIFEST_DIR"));
}

async fn arguments() {
    let world = world().await;
    let program = "/usr/local/bin/model";
    for (name, entrypoint, arguments, expected) in [
        ("replaced", None, Some(vec!["look", "two words"]), "process|look|two words"),
        ("entered", Some(vec![program, "process", "look"]), None, "process|look"),
        ("both", Some(vec![program, "process"]), Some(vec!["look", ""]), "process|look|"),
    ] {
        let mut request = doing(name, &[]);
        let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
        request.app_specification.container_entrypoint = entrypoint.map(owned);
        request.app_specification.container_arguments = arguments.map(owned);
        let found = &seen(&world, request).await["arguments"];
        assert_eq!(*found, format!("{program}|{expected}"), "{name}");
    }
}

async fn a_user() {
    let world = world().await;
    let mut request = doing("user", &["look"]);
    request.app_specification.image_uri = uri("user");
    request.app_specification.container_entrypoint =
        Some(vec!["/usr/local/bin/model".to_owned(), "process".to_owned()]);
    compare(
        &seen(&world, request).await,
        &[
            ("user", "1234 1235"),
            ("data", "5.1,3.5,1.4,0.2,setosa"),
            ("write /opt/ml/output", "written"),
            ("write /opt/ml/processing/output", "written"),
        ],
    );
}

async fn isolated() {
    let world = world().await;
    let mut request = doing("alone", &["look"]);
    request.network_config =
        Some(NetworkConfig { enable_network_isolation: Some(true), ..NetworkConfig::default() });
    let seen = seen(&world, request).await;
    compare(&seen, &[("platform", "error 111"), ("interfaces", "lo"), ("env AWS_REGION", "eu-west-1")]);
    assert!(!seen.contains_key("env AWS_ENDPOINT_URL"));
}

async fn exit_codes() {
    let world = world().await;
    for (code, status) in [("0", "Completed"), ("1", "Failed"), ("3", "Failed")] {
        let name = format!("exit-{code}");
        let (ended, _) = run(&world, doing(&name, &["exit", code])).await;
        assert_eq!(ended["ProcessingJobStatus"], status, "{code}: {ended}");
        let reason = ended["FailureReason"].as_str().unwrap_or_default();
        let expected = if code == "0" { String::new() } else { format!(", exit code: {code}") };
        assert!(reason.ends_with(&expected) && reason.is_empty() == (code == "0"), "{code}: {reason}");
        let left = world.elsewhere.get(&format!("done/{name}/left.txt"));
        assert_eq!(left.is_some(), code == "0", "what has failed leaves nothing");
    }
}

async fn messages() {
    let world = world().await;
    for (name, written, code, status, kept) in [
        ("short", "10", "0", "Completed", 10),
        ("long", "3000", "0", "Completed", 512),
        ("bad", "10", "2", "Failed", 10),
    ] {
        let (ended, _) = run(&world, doing(name, &["say", written, code])).await;
        assert_eq!(ended["ProcessingJobStatus"], status, "{ended}");
        assert_eq!(ended["ExitMessage"], "é".repeat(kept), "{name}");
    }
    let (ended, _) = run(&world, doing("garbled", &["garble"])).await;
    let reason = ended["FailureReason"].as_str().unwrap();
    assert!(reason.starts_with("ClientError: ") && reason.contains("UTF-8"), "{reason}");
    assert!(ended.get("ExitMessage").is_none(), "{ended}");
}

async fn outputs() {
    let world = world().await;
    let (ended, _) = run(&world, doing("leave", &["leave"])).await;
    assert_eq!(ended["ProcessingJobStatus"], "Completed", "{ended}");
    let mut keys = world.elsewhere.puts.lock().unwrap().clone();
    keys.sort();
    assert_eq!(keys, ["done/leave/more/rows.csv", "done/leave/rows.csv"]);
    assert_eq!(world.elsewhere.get("done/leave/more/rows.csv").unwrap(), "3,4");
}

async fn continuous() {
    let world = world().await;
    let mut request = doing("grow", &["grow"]);
    let output = &mut request.processing_output_config.as_mut().unwrap().outputs[0];
    output.s3_output.as_mut().unwrap().s3_upload_mode = "Continuous".to_owned();
    world.call(ops::CreateProcessingJob, request).await.unwrap();
    while world.elsewhere.get("done/grow/first").is_none() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(described(&world, "grow", false).await["ProcessingJobStatus"], "InProgress");
    stop(&world, "grow").await;
    ended(&world, "grow").await;
    assert_eq!(world.elsewhere.get("done/grow/last").unwrap(), "2");
}

async fn a_pipe() {
    let world = world().await;
    let mut request = doing("pipe", &["pipe"]);
    let source = request.processing_inputs.as_mut().unwrap()[0].s3_input.as_mut().unwrap();
    source.local_path = Some("/opt/ml/processing/stream".to_owned());
    source.s3_input_mode = Some("Pipe".to_owned());
    let (ended, _) = run(&world, request).await;
    assert_eq!(ended["ProcessingJobStatus"], "Completed", "{ended}");
    assert_eq!(world.elsewhere.get("done/pipe/seen").unwrap(), "5.1,3.5,1.4,0.2,setosa");
}

async fn logs() {
    let world = world().await;
    let (ended, mut lines) = run(&world, doing("logs", &["print"])).await;
    assert_eq!(ended["ProcessingJobStatus"], "Completed", "{ended}");
    lines.sort();
    assert_eq!(lines, ["to errors", "to output"]);
    let streams: Vec<String> = world.elsewhere.lines.lock().unwrap().keys().cloned().collect();
    let epoch =
        streams[0].strip_prefix("/aws/sagemaker/ProcessingJobs:logs/algo-1-").expect("the stream's name");
    assert!(streams.len() == 1 && epoch.parse::<u64>().is_ok(), "{streams:?}");
}

async fn until_ready(world: &World, job: &str) {
    while !lines(world, job).contains(&"ready".to_owned()) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

async fn stopped() {
    let world = world().await;
    world.call(ops::CreateProcessingJob, doing("stop", &["graceful"])).await.unwrap();
    until_ready(&world, "stop").await;
    stop(&world, "stop").await;
    let ended = ended(&world, "stop").await;
    assert_eq!(ended["ProcessingJobStatus"], "Stopped", "{ended}");
    assert!(lines(&world, "stop").contains(&"asked to end".to_owned()));
    assert_eq!(world.elsewhere.get("done/stop/left.txt").unwrap(), "as far as it came");
    nothing_runs(&world).await;
}

async fn killed() {
    // The grace is two minutes of the platform's clock, which only moves when it is told to.
    let clock = Arc::new(ManualClock::new(1_800_000_000_000));
    let world = world_at(clock.clone()).await;
    world.call(ops::CreateProcessingJob, doing("kill", &["stubborn"])).await.unwrap();
    until_ready(&world, "kill").await;
    stop(&world, "kill").await;
    let status = async || described(&world, "kill", false).await["ProcessingJobStatus"].clone();
    // The grace begins when SIGTERM is sent, a moment after; then it has its whole length.
    tokio::time::sleep(Duration::from_millis(500)).await;
    clock.advance(119_000);
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(status().await, "Stopping", "it has another second");
    clock.advance(1_001);
    while status().await != "Stopped" {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(world.elsewhere.get("done/kill/left.txt").unwrap(), "half", "what was written is kept");
    nothing_runs(&world).await;
}
