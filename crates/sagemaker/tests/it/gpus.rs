//! Jobs and endpoints on a machine with GPUs; here they are devices that every machine has.

use std::path::PathBuf;
use std::sync::Arc;

use lirio_api::sagemaker::{
    CreateEndpointConfigInput, CreateTrainingJobRequest, DeleteEndpointInput, InstanceGroup, RetryStrategy,
    StopProcessingJobRequest, StopTrainingJobRequest, ops,
};
use lirio_cdi::Folders;
use lirio_sagemaker::{RunSpec, Settings};
use lirio_store::SystemClock;
use std::sync::atomic::Ordering;

use crate::processing::{ended as processed, process};
use crate::serving::variant;
use crate::training::secondary;
use crate::transform::transform;
use crate::world::{World, job, large};

/// A type with one GPU, and one with four.
const ONE: &str = "ml.g4dn.xlarge";
const FOUR: &str = "ml.g5.12xlarge";

/// The folder of a machine's CDI file.
struct Machine(PathBuf);

impl Machine {
    /// A machine with so many GPUs.
    fn new(gpus: usize) -> Machine {
        let folder = std::env::temp_dir().join(format!("lirio-gpus-{}", lirio_service::hex_id::<8>()));
        std::fs::create_dir(&folder).unwrap();
        let machine = Machine(folder);
        machine.describe(gpus, "550");
        machine
    }

    /// Writes its CDI file, as the tool of a driver's version does.
    fn describe(&self, gpus: usize, driver: &str) {
        let sources = ["/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"];
        let devices: Vec<String> = sources[..gpus]
            .iter()
            .enumerate()
            .map(|(number, source)| {
                format!(
                    r#"{{"name": "{number}", "containerEdits":
                        {{"deviceNodes": [{{"path": "/dev/nvidia{number}", "hostPath": "{source}"}}]}}}}"#
                )
            })
            .collect();
        let text = format!(
            r#"{{"cdiVersion": "0.6.0", "kind": "nvidia.com/gpu", "devices": [{}],
                 "containerEdits": {{"env": ["NVIDIA_VISIBLE_DEVICES=void", "DRIVER={driver}"]}}}}"#,
            devices.join(",")
        );
        // As a whole, for it may be read at any time.
        std::fs::write(self.0.join("nvidia.new"), text).unwrap();
        std::fs::rename(self.0.join("nvidia.new"), self.0.join("nvidia.json")).unwrap();
    }

    fn settings(&self) -> Settings {
        Settings { devices: Folders(vec![self.0.clone()]), ..large() }
    }

    async fn world(&self) -> World {
        let world = World::set(self.settings(), Arc::new(SystemClock)).await;
        world.elsewhere.put("in/iris.csv", "1");
        world
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A training job on instances of a type.
fn on(name: &str, image: &str, instance_type: &str, count: i64) -> CreateTrainingJobRequest {
    let mut request = job(name, image);
    let resources = request.resource_config.as_mut().unwrap();
    resources.instance_type = Some(instance_type.to_owned());
    resources.instance_count = Some(count);
    request
}

async fn create(world: &World, request: CreateTrainingJobRequest) {
    world.call(ops::CreateTrainingJob, request).await.unwrap();
}

async fn refused(world: &World, request: CreateTrainingJobRequest) -> String {
    world.call(ops::CreateTrainingJob, request).await.unwrap_err().message
}

async fn stop(world: &World, name: &str) {
    let stop = StopTrainingJobRequest { training_job_name: name.to_owned() };
    world.call(ops::StopTrainingJob, stop).await.unwrap();
}

async fn reaches(world: &World, name: &str, status: &str) {
    world.until(async || world.job(name).await["SecondaryStatus"] == status).await;
}

/// Whether a container is one of a training job.
fn is_of(spec: &RunSpec, job: &str) -> bool {
    spec.env.iter().any(|(name, value)| name == "TRAINING_JOB_NAME" && value == job)
}

/// The last container that was started of a training job.
fn spec(world: &World, job: &str) -> RunSpec {
    last(world, |spec| is_of(spec, job))
}

/// The last container that was started of those.
fn last(world: &World, wanted: impl Fn(&RunSpec) -> bool) -> RunSpec {
    let specs = world.tasks.specs.lock().unwrap();
    specs.iter().rev().find(|spec| wanted(spec)).expect("it was started").clone()
}

/// The GPUs of a container, by the numbers of their nodes.
fn gpus(spec: &RunSpec) -> String {
    let names =
        spec.devices.nodes.iter().map(|node| node.path.display().to_string().replace("/dev/nvidia", ""));
    names.collect::<Vec<_>>().join(" ")
}

async fn runs(world: &World, name: &str) -> String {
    reaches(world, name, "Training").await;
    world.until(async || world.tasks.specs.lock().unwrap().iter().any(|spec| is_of(spec, name))).await;
    gpus(&spec(world, name))
}

fn message(job: &serde_json::Value) -> String {
    let last = job["SecondaryStatusTransitions"].as_array().unwrap().last().unwrap().clone();
    last["StatusMessage"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_hold_gpus_alone_and_others_wait() {
    let machine = Machine::new(2);
    let world = machine.world().await;
    for (name, gpu) in [("a", "0"), ("b", "1")] {
        create(&world, on(name, "waits", ONE, 1)).await;
        assert_eq!(runs(&world, name).await, gpu);
    }
    create(&world, on("c", "waits", ONE, 1)).await;
    reaches(&world, "c", "Pending").await;
    assert_eq!(
        message(&world.job("c").await),
        "Waiting for room on this machine: the job needs 4 vCPU, 16 GiB and 1 GPU, and of 256 vCPU, 1024 GiB and \
         2 GPUs 248 vCPU, 992 GiB and 0 GPUs are free"
    );
    // What needs no GPU waits for none.
    create(&world, on("d", "waits", "ml.m5.large", 1)).await;
    assert_eq!(runs(&world, "d").await, "");
    stop(&world, "a").await;
    assert_eq!(runs(&world, "c").await, "0");
    assert_eq!(world.job("b").await["SecondaryStatus"], "Training");
    let environment = spec(&world, "c").devices.env;
    assert_eq!(environment[0], ("NVIDIA_VISIBLE_DEVICES".to_owned(), "void".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn gpus_come_back_however_a_job_ends() {
    let machine = Machine::new(1);
    let world = machine.world().await;
    let check = async |image: &str, status: &str| {
        let mut request = on(image, image, ONE, 1);
        request.retry_strategy = Some(RetryStrategy { maximum_retry_attempts: 1 });
        create(&world, request).await;
        assert_eq!(world.ended(image).await["TrainingJobStatus"], status, "{image}");
    };
    check("train", "Completed").await;
    check("fails", "Failed").await;
    check("missing", "Failed").await;
    // The container does not start, once, and the next attempt has the GPU again.
    world.tasks.faults.store(1, Ordering::SeqCst);
    check("flaky", "Completed").await;
    assert_eq!(gpus(&spec(&world, "flaky")), "0");
    create(&world, on("stopped", "waits", ONE, 1)).await;
    assert_eq!(runs(&world, "stopped").await, "0");
    stop(&world, "stopped").await;
    create(&world, on("last", "waits", ONE, 1)).await;
    assert_eq!(runs(&world, "last").await, "0");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_type_with_more_gpus_than_the_machine_gets_all() {
    let machine = Machine::new(1);
    let world = machine.world().await;
    for (name, instance_type) in [("a", "ml.g7e.12xlarge"), ("b", "ml.p2.16xlarge")] {
        create(&world, on(name, "waits", instance_type, 1)).await;
        assert_eq!(runs(&world, name).await, "0");
        stop(&world, name).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn hosts_have_gpus_of_their_own() {
    let machine = Machine::new(3);
    let world = machine.world().await;
    let of_host = |number: &str| gpus(&last(&world, |spec| spec.hostname == format!("algo-{number}")));
    create(&world, on("a", "speaks", FOUR, 2)).await;
    assert_eq!(world.ended("a").await["TrainingJobStatus"], "Completed");
    assert_eq!((&*of_host("1"), &*of_host("2")), ("0 2", "1"));
    let mut request = on("b", "speaks", FOUR, 1);
    let resources = request.resource_config.as_mut().unwrap();
    (resources.instance_type, resources.instance_count) = (None, None);
    let group = |name: &str, instance_type: &str| InstanceGroup {
        instance_group_name: name.to_owned(),
        instance_type: instance_type.to_owned(),
        instance_count: 1,
    };
    resources.instance_groups = Some(vec![group("loads", "ml.m5.large"), group("learns", ONE)]);
    create(&world, request).await;
    assert_eq!(world.ended("b").await["TrainingJobStatus"], "Completed");
    assert_eq!((&*of_host("1"), &*of_host("2")), ("", "0"));
    let why = refused(&world, on("c", "speaks", ONE, 4)).await;
    assert!(why.contains("4 instances that have GPUs on a machine with 3 GPUs"), "{why}");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_gpus_the_refusal_says_what_to_do() {
    let machine = Machine::new(0);
    let world = machine.world().await;
    let why = refused(&world, on("a", "train", "ml.p3.2xlarge", 1)).await;
    for part in ["ml.p3.2xlarge", "no GPU", &*machine.0.display().to_string(), "nvidia-ctk cdi generate"] {
        assert!(why.contains(part), "{part}: {why}");
    }
    world.model("one", "serve").await;
    let mut serving = variant("AllTraffic", "one", 1, 1.0);
    serving.instance_type = Some(ONE.to_owned());
    let input = CreateEndpointConfigInput {
        endpoint_config_name: "c".to_owned(),
        production_variants: vec![serving],
        ..CreateEndpointConfigInput::default()
    };
    let error = world.call(ops::CreateEndpointConfig, input).await.unwrap_err();
    assert!(error.message.contains("no GPU"), "{}", error.message);
    let why = refused(&world, on("a", "train", "ml.trn1.2xlarge", 1)).await;
    assert!(why.contains("AWS Trainium cannot be had here"), "{why}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_gets_its_gpus_anew_after_a_crash() {
    let machine = Machine::new(2);
    let world = machine.world().await;
    create(&world, on("a", "waits", ONE, 1)).await;
    assert_eq!(runs(&world, "a").await, "0");
    create(&world, on("b", "waits", FOUR, 1)).await;
    reaches(&world, "b", "Pending").await;
    world.tasks.specs.lock().unwrap().clear();
    let world = world.restart().await;
    assert_eq!(runs(&world, "a").await, "0");
    stop(&world, "a").await;
    assert_eq!(runs(&world, "b").await, "0 1");
    // A machine that has lost its GPUs says so; nothing trains without.
    world.tasks.specs.lock().unwrap().clear();
    machine.describe(0, "550");
    let world = world.restart().await;
    let ended = world.ended("b").await;
    assert_eq!(ended["TrainingJobStatus"], "Failed");
    let reason = ended["FailureReason"].as_str().unwrap();
    assert!(reason.starts_with("InternalServerError: the job's instances need a GPU each"), "{reason}");
    assert!(world.tasks.specs.lock().unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_driver_needs_no_new_start() {
    let machine = Machine::new(1);
    let world = machine.world().await;
    let driver = |name: &str| spec(&world, name).devices.env[1].1.clone();
    create(&world, on("a", "train", ONE, 1)).await;
    assert_eq!(world.ended("a").await["TrainingJobStatus"], "Completed");
    assert_eq!(driver("a"), "550");
    machine.describe(1, "570");
    create(&world, on("b", "train", ONE, 1)).await;
    assert_eq!(world.ended("b").await["TrainingJobStatus"], "Completed");
    assert_eq!(driver("b"), "570");
    machine.describe(0, "570");
    create(&world, on("c", "train", ONE, 1)).await;
    let ended = world.ended("c").await;
    let reason = ended["FailureReason"].as_str().unwrap();
    assert!(
        reason.starts_with("InternalServerError: the device nvidia.com/gpu=0 is described by no"),
        "{reason}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_spot_job_gives_its_gpu_to_another() {
    let machine = Machine::new(1);
    let world = machine.world().await;
    let mut spot = on("s", "checkpoints", ONE, 1);
    spot.enable_managed_spot_training = Some(true);
    spot.stopping_condition.as_mut().unwrap().max_wait_time_in_seconds = Some(3600);
    spot.checkpoint_config = Some(lirio_api::sagemaker::CheckpointConfig {
        s3_uri: "s3://data/ckpt/".to_owned(),
        local_path: None,
    });
    create(&world, spot).await;
    world.until(async || world.elsewhere.get("ckpt/1").is_some()).await;
    create(&world, on("d", "waits", ONE, 1)).await;
    assert_eq!(runs(&world, "d").await, "0");
    assert_eq!(world.job("s").await["SecondaryStatus"], "Interrupted");
    stop(&world, "d").await;
    world.until(async || world.elsewhere.get("ckpt/100").is_some()).await;
    assert_eq!(gpus(&spec(&world, "s")), "0");
    stop(&world, "s").await;
    assert!(secondary(&world.ended("s").await).contains(&"Interrupted"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_warm_pool_keeps_its_gpu_for_the_next() {
    let machine = Machine::new(1);
    let world = machine.world().await;
    let kept = |name: &str| {
        let mut request = on(name, "train", ONE, 1);
        request.resource_config.as_mut().unwrap().keep_alive_period_in_seconds = Some(600);
        request
    };
    create(&world, kept("a")).await;
    assert_eq!(world.ended("a").await["TrainingJobStatus"], "Completed");
    create(&world, kept("b")).await;
    assert_eq!(world.ended("b").await["TrainingJobStatus"], "Completed");
    assert_eq!(world.job("a").await["WarmPoolStatus"]["ReusedByJob"], "b");
    assert_eq!(gpus(&spec(&world, "b")), "0");
    // It yields to a job that it does not match.
    create(&world, on("c", "waits", FOUR, 1)).await;
    assert_eq!(runs(&world, "c").await, "0");
}

#[tokio::test(flavor = "multi_thread")]
async fn processing_and_transform_jobs_are_in_the_same_queue() {
    let machine = Machine::new(1);
    let world = machine.world().await;
    world.elsewhere.put("rows/a.csv", "1");
    world.model("m", "batch").await;
    let mut request = process("p", "p-waits");
    request.processing_resources.cluster_config.instance_type = Some(ONE.to_owned());
    world.call(ops::CreateProcessingJob, request).await.unwrap();
    world.until(async || !world.tasks.specs.lock().unwrap().is_empty()).await;
    assert_eq!(gpus(&world.tasks.specs.lock().unwrap()[0]), "0");
    let mut request = transform("t", "m");
    request.transform_resources.instance_type = ONE.to_owned();
    world.create_transform(request).await;
    create(&world, on("j", "waits", ONE, 1)).await;
    reaches(&world, "j", "Pending").await;
    let stop_processing = StopProcessingJobRequest { processing_job_name: "p".to_owned() };
    world.call(ops::StopProcessingJob, stop_processing).await.unwrap();
    assert_eq!(processed(&world, "p").await["ProcessingJobStatus"], "Stopped");
    assert_eq!(world.transformed("t").await["TransformJobStatus"], "Completed");
    assert_eq!(gpus(&last(&world, |spec| spec.id.starts_with("transform-"))), "0");
    assert_eq!(runs(&world, "j").await, "0");
    let mut request = transform("two", "m");
    request.transform_resources.instance_type = ONE.to_owned();
    request.transform_resources.instance_count = 2;
    let error = world.call(ops::CreateTransformJob, request).await.unwrap_err();
    assert!(
        error.message.contains("2 instances that have GPUs on a machine with 1 GPU:"),
        "{}",
        error.message
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn endpoints_share_what_endpoints_use_least() {
    let machine = Machine::new(2);
    let world = machine.world().await;
    world.model("one", "serve").await;
    let serving = |count: i64| {
        let mut serving = variant("AllTraffic", "one", count, 1.0);
        serving.instance_type = Some(ONE.to_owned());
        serving
    };
    // Jobs hold all GPUs, and endpoints come up all the same.
    create(&world, on("a", "waits", FOUR, 1)).await;
    assert_eq!(runs(&world, "a").await, "0 1");
    world.config("two", vec![serving(2)]).await;
    world.config("single", vec![serving(1)]).await;
    let used = |world: &World| {
        let specs = world.tasks.specs.lock().unwrap();
        let mut used: Vec<String> =
            specs.iter().filter(|spec| spec.id.starts_with("endpoint-")).map(gpus).collect();
        used.sort();
        used.join(", ")
    };
    world.create("first", "two").await.unwrap();
    assert_eq!(world.settled("first").await.endpoint_status, "InService");
    assert_eq!(used(&world), "0, 1");
    world.create("second", "single").await.unwrap();
    assert_eq!(world.settled("second").await.endpoint_status, "InService");
    assert_eq!(used(&world), "0, 0, 1");
    world.create("third", "single").await.unwrap();
    assert_eq!(world.settled("third").await.endpoint_status, "InService");
    assert_eq!(used(&world), "0, 0, 1, 1");
    // Whoever goes gives up its share.
    world
        .call(ops::DeleteEndpoint, DeleteEndpointInput { endpoint_name: "second".to_owned() })
        .await
        .unwrap();
    let alive =
        |world: &World| world.tasks.running.lock().unwrap().iter().filter(|task| task.is_alive()).count();
    world.until(async || alive(&world) == 4).await;
    world.tasks.specs.lock().unwrap().clear();
    world.create("fourth", "single").await.unwrap();
    assert_eq!(world.settled("fourth").await.endpoint_status, "InService");
    assert_eq!(used(&world), "0");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_serving_container_that_crashes_gets_a_gpu_again() {
    let machine = Machine::new(2);
    let world = machine.world().await;
    world.model("one", "serve").await;
    let mut serving = variant("AllTraffic", "one", 1, 1.0);
    serving.instance_type = Some(ONE.to_owned());
    world.config("single", vec![serving]).await;
    world.create("first", "single").await.unwrap();
    assert_eq!(world.settled("first").await.endpoint_status, "InService");
    let task = world.tasks.running.lock().unwrap().last().unwrap().clone();
    task.crash();
    world.until(async || world.tasks.specs.lock().unwrap().len() == 2).await;
    let specs = world.tasks.specs.lock().unwrap().clone();
    assert_eq!(
        (&*gpus(&specs[0]), &*gpus(&specs[1])),
        ("0", "0"),
        "the share of the one that is gone is free again"
    );
}
