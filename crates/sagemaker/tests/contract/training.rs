//! The contract of training containers: how they are run, what they see, what becomes of what they leave.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::time::Duration;

use lirio_api::sagemaker::{CreateTrainingJobRequest, ops};
use serde_json::Value as Json;

use crate::images::uri;
use crate::training_data::stop;
use crate::world::{World, job};
use crate::{Check, compare, facts, nothing_runs, world};

pub(crate) const CHECKS: &[Check] = &[
    ("train: what a container sees", || Box::pin(what_it_sees())),
    ("train: an image with an entry point gets `train` behind it", || Box::pin(an_entry_point())),
    ("train: ContainerEntrypoint and ContainerArguments replace", || Box::pin(another_entry_point())),
    ("train: the image's user", || Box::pin(a_user())),
    ("train: network isolation", || Box::pin(isolated())),
    ("train: exit codes", || Box::pin(exit_codes())),
    ("train: the failure file", || Box::pin(the_failure_file())),
    ("train: model and output become archives", || Box::pin(archives())),
    ("train: logs", || Box::pin(logs())),
    ("train: StopTrainingJob sends SIGTERM, and what is written by then is kept", || Box::pin(stopped())),
];

/// A job that does something.
pub(crate) fn doing(name: &str, image: &str, what: &str) -> CreateTrainingJobRequest {
    let mut request = job(name, &uri(image));
    request.hyper_parameters = Some([("do".to_owned(), what.to_owned())].into());
    request
}

/// Runs a job to its end; its description and the lines it printed.
pub(crate) async fn run(world: &World, request: CreateTrainingJobRequest) -> (Json, Vec<String>) {
    let name = request.training_job_name.clone();
    world.call(ops::CreateTrainingJob, request).await.unwrap();
    let ended = world.ended(&name).await;
    (ended, lines(world, &name))
}

pub(crate) fn lines(world: &World, job: &str) -> Vec<String> {
    let lines = world.elsewhere.lines.lock().unwrap();
    lines
        .iter()
        .filter(|(stream, _)| stream.contains(&format!(":{job}/")))
        .flat_map(|(_, lines)| lines.clone())
        .collect()
}

pub(crate) async fn seen(world: &World, request: CreateTrainingJobRequest) -> BTreeMap<String, String> {
    let (ended, lines) = run(world, request).await;
    assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
    facts(lines)
}

async fn what_it_sees() {
    let world = world().await;
    let mut request = doing("look", "plain", "look");
    request.environment = Some([("MINE".to_owned(), "a value".to_owned())].into());
    request.hyper_parameters.as_mut().unwrap().insert("depth".to_owned(), "3".to_owned());
    let seen = seen(&world, request).await;
    compare(
        &seen,
        &[
            ("arguments", "train"),
            ("directory", "/"),
            ("user", "0 0"),
            ("hostname", "algo-1"),
            ("own address", "127.0.0.1"),
            ("localhost", "127.0.0.1"),
            ("interfaces", "lo"),
            ("outside", "error 101"),
            ("platform", "reached"),
            ("privileges", "1"),
            ("filter", "2"),
            ("administration", "false"),
            ("list /opt/ml/input", "config data"),
            ("list /opt/ml/input/config", "hyperparameters.json inputdataconfig.json resourceconfig.json"),
            ("list /opt/ml/input/data", "train"),
            ("list /opt/ml/input/data/train", "iris.csv"),
            ("list /opt/ml/model", ""),
            ("write /opt/ml/model", "written"),
            ("write /opt/ml/output", "written"),
            ("write /opt/ml/output/data", "written"),
            ("write /tmp", "written"),
            ("mode /opt/ml/model", "777"),
            ("mode /opt/ml/output", "777"),
            ("mode /opt/ml/output/data", "777"),
            ("data", "5.1,3.5,1.4,0.2,setosa"),
            // Strings, whatever they look like.
            ("config hyperparameters", r#"{"do":"look","depth":"3"}"#),
            (
                "config inputdataconfig",
                r#"{"train":{"ContentType":"text/csv","TrainingInputMode":"File","S3DistributionType":"FullyReplicated","RecordWrapperType":"None"}}"#,
            ),
            (
                "config resourceconfig",
                r#"{"current_host":"algo-1","current_instance_type":"ml.m5.large","current_group_name":"homogeneousCluster",
                    "hosts":["algo-1"],"network_interface_name":"eth0","instance_groups":[{"instance_group_name":"homogeneousCluster",
                    "instance_type":"ml.m5.large","hosts":["algo-1"]}]}"#,
            ),
            ("env TRAINING_JOB_NAME", "look"),
            ("env TRAINING_JOB_ARN", "arn:aws:sagemaker:eu-west-1:000000000000:training-job/look"),
            ("env MINE", "a value"),
            ("env AWS_REGION", "eu-west-1"),
            ("env AWS_ENDPOINT_URL", "http://127.0.0.1:4566"),
            ("env AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:4567/credentials"),
            ("env HOSTNAME", "algo-1"),
        ],
    );
    // Nothing of the platform's own environment.
    assert!(!seen.contains_key("env CARGO_MANIFEST_DIR"));
}

async fn an_entry_point() {
    let world = world().await;
    let mut request = doing("entry", "entry", "look");
    request.environment = Some([("BOTH".to_owned(), "request".to_owned())].into());
    compare(
        &seen(&world, request).await,
        &[
            ("arguments", "/usr/local/bin/model|first|train"),
            ("directory", "/srv"),
            ("env FROM_IMAGE", "image"),
            ("env BOTH", "request"),
            // What the image has in the job's folders is hidden.
            ("list /opt/ml", "code input model output"),
            ("list /opt/ml/code", "train.py"),
            ("list /opt/ml/model", ""),
            ("list /opt/ml/input/data/train", "iris.csv"),
        ],
    );
}

async fn another_entry_point() {
    let world = world().await;
    let mut request = doing("replaced", "entry", "look");
    let algorithm = request.algorithm_specification.as_mut().unwrap();
    algorithm.container_entrypoint = Some(vec!["/usr/local/bin/model".to_owned(), "mine".to_owned()]);
    algorithm.container_arguments = Some(vec!["one".to_owned(), "two words".to_owned()]);
    compare(&seen(&world, request).await, &[("arguments", "/usr/local/bin/model|mine|one|two words")]);
}

async fn a_user() {
    let world = world().await;
    compare(
        &seen(&world, doing("user", "user", "look")).await,
        &[
            ("user", "1234 1235"),
            ("write /opt/ml/model", "written"),
            ("write /opt/ml/output", "written"),
            ("write /opt/ml/output/data", "written"),
            ("data", "5.1,3.5,1.4,0.2,setosa"),
        ],
    );
    // What another user has written is read and removed by the platform.
    let (ended, _) = run(&world, doing("keeps", "user", "archive")).await;
    assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
    assert!(world.elsewhere.get("out/keeps/output/model.tar.gz").is_some());
    nothing_runs(&world).await;
}

async fn isolated() {
    let world = world().await;
    let mut request = doing("alone", "plain", "look");
    request.enable_network_isolation = Some(true);
    let seen = seen(&world, request).await;
    compare(&seen, &[("platform", "error 111"), ("interfaces", "lo"), ("env AWS_REGION", "eu-west-1")]);
    assert!(!seen.contains_key("env AWS_ENDPOINT_URL"));
}

async fn exit_codes() {
    let world = world().await;
    for (what, status, code) in [
        ("exit 0", "Completed", 0),
        ("exit 1", "Failed", 1),
        ("exit 3", "Failed", 3),
        ("abort", "Failed", 134),
    ] {
        let (ended, _) = run(&world, doing(&what.replace(' ', "-"), "plain", what)).await;
        assert_eq!(ended["TrainingJobStatus"], status, "{what}: {ended}");
        let reason = ended["FailureReason"].as_str().unwrap_or_default();
        let expected = if code == 0 { String::new() } else { format!(", exit code: {code}") };
        assert!(reason.ends_with(&expected) && reason.is_empty() == (code == 0), "{what}: {reason}");
    }
}

async fn the_failure_file() {
    let world = world().await;
    for (name, written, kept) in [("short", 10, 10), ("long", 3000, 900)] {
        let (ended, _) = run(&world, doing(name, "plain", &format!("fail {written}"))).await;
        let reason = ended["FailureReason"].as_str().unwrap();
        assert!(reason.starts_with("AlgorithmError: é") && reason.chars().count() <= 1024, "{reason}");
        // AWS's limit is in characters; bytes are ours to be careful with.
        let found = reason.matches('é').count();
        assert!(if written == kept { found == kept } else { found >= kept / 2 }, "{found} of {written}");
    }
}

async fn archives() {
    let world = world().await;
    let (ended, _) = run(&world, doing("archive", "plain", "archive")).await;
    let model = "s3://data/out/archive/output/model.tar.gz";
    assert_eq!(ended["ModelArtifacts"]["S3ModelArtifacts"], model, "{ended}");
    let check = |key: &str, expected: &[(&str, &str)]| {
        let bytes = world.elsewhere.get(key).unwrap_or_else(|| panic!("{key} is there"));
        let mut found = BTreeMap::new();
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(&bytes[..]));
        for entry in archive.entries().unwrap() {
            let mut entry = entry.unwrap();
            if entry.header().entry_type().is_file() {
                let path = entry.path().unwrap().display().to_string();
                let mut text = String::new();
                entry.read_to_string(&mut text).unwrap();
                found.insert(path.trim_start_matches("./").to_owned(), text);
            }
        }
        let expected: BTreeMap<_, _> =
            expected.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        assert_eq!(found, expected, "{key}");
    };
    check("out/archive/output/model.tar.gz", &[("code/inference.py", "pass"), ("model.txt", "the model")]);
    check("out/archive/output/output.tar.gz", &[("metrics.csv", "1,2")]);
}

async fn logs() {
    let world = world().await;
    let (ended, mut lines) = run(&world, doing("logs", "plain", "print")).await;
    assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
    lines.sort();
    assert_eq!(lines, ["to errors", "to output"]);
    let streams: Vec<String> = world.elsewhere.lines.lock().unwrap().keys().cloned().collect();
    let epoch =
        streams[0].strip_prefix("/aws/sagemaker/TrainingJobs:logs/algo-1-").expect("the stream's name");
    assert!(streams.len() == 1 && epoch.parse::<u64>().is_ok(), "{streams:?}");
}

pub(crate) async fn until_ready(world: &World, job: &str) {
    while !lines(world, job).contains(&"ready".to_owned()) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

async fn stopped() {
    let world = world().await;
    world.call(ops::CreateTrainingJob, doing("stop", "plain", "graceful")).await.unwrap();
    until_ready(&world, "stop").await;
    stop(&world, "stop").await;
    let ended = world.ended("stop").await;
    assert_eq!(ended["TrainingJobStatus"], "Stopped", "{ended}");
    assert!(lines(&world, "stop").contains(&"asked to end".to_owned()));
    assert!(world.elsewhere.get("out/stop/output/model.tar.gz").is_some());
    nothing_runs(&world).await;
}
