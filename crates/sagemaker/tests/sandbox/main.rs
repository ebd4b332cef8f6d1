//! A training job and an endpoint in real containers.
//!
//! A binary of its own: the sandbox executes it again as the supervisor of each container, so it needs a
//! `main` that the other tests' harness does not give.

// A panic is how these tests fail; clippy only knows functions marked as tests.
#![allow(clippy::unwrap_used)]

#[path = "../it/fakes.rs"]
#[allow(dead_code, reason = "the other test binary uses the rest")]
mod fakes;
mod training;
#[path = "../it/world.rs"]
#[allow(dead_code, reason = "the other test binary uses the rest")]
mod world;

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use lirio_api::Body;
use lirio_api::sagemaker::{
    ContainerDefinition, CreateEndpointConfigInput, CreateEndpointInput, CreateModelInput,
    DeleteEndpointInput, DescribeEndpointInput, ProductionVariant, ops,
};
use lirio_api::sagemaker_runtime::{InvokeEndpointInput, ops as runtime_ops};
use lirio_image::{FileSource, ImageBuilder, LayerStore};
use lirio_runtime::{ContainerSpec, Runtime as _, SandboxRuntime};
use lirio_sagemaker::{Containers, SandboxContainers};
use lirio_service::Platform;

use crate::world::{World, job};

const IMAGE: &str = "000000000000.dkr.ecr.eu-west-1.amazonaws.com/probe:latest";

fn main() {
    lirio_runtime::init_if_requested();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(loop_in_the_sandbox());
    drop(SandboxRuntime::new());
}

fn containers(platform: &Platform) -> Arc<dyn Containers> {
    let layers = LayerStore::open(platform.data_dir.join("layers")).unwrap();
    let runtime = SandboxRuntime::new().unwrap();
    SandboxContainers::new(
        platform,
        Arc::new(runtime),
        Arc::new(layers),
        platform.data_dir.join("containers"),
    )
}

/// Whether this kernel lets a container be; if not, says why.
async fn allowed(world: &World) -> bool {
    let layer = world.platform.data_dir.join("nothing");
    std::fs::create_dir_all(&layer).unwrap();
    let scratch = world.platform.data_dir.join("try");
    let spec = ContainerSpec::new("try", vec![layer], scratch, vec!["/nothing".to_owned()]);
    match SandboxRuntime::new().unwrap().start(spec).await {
        Ok(_) => true,
        // Everything up to the program's start was granted.
        Err(error) if error.to_string().contains("/nothing") || error.to_string().contains("exec") => true,
        Err(error) => {
            println!("SKIPPED: a training job and an endpoint in real containers: {error}");
            false
        }
    }
}

fn push_image(world: &World, folder: &Path) {
    let program = folder.join("probe");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sandbox/probe.rs");
    let rustc = std::env::var_os("RUSTC").unwrap_or("rustc".into());
    let mut command = Command::new(rustc);
    command.args(["--edition", "2024", "-C", "target-feature=+crt-static", "-C", "opt-level=1", "-o"]);
    assert!(command.arg(&program).arg(source).status().unwrap().success(), "the probe does not compile");
    let builder = ImageBuilder::model(lirio_image::Platform::host(), FileSource::Path(program)).unwrap();
    let image = builder.build(folder).unwrap();
    let mut blobs = world.elsewhere.blobs.lock().unwrap();
    for layer in &image.layers {
        let bytes = std::fs::read(layer.file.as_ref().unwrap()).unwrap();
        blobs.insert(layer.descriptor.digest.to_string(), bytes.into());
    }
    blobs.insert(image.config_digest.to_string(), image.config.into());
    let manifest = String::from_utf8(image.manifest).unwrap();
    world.elsewhere.manifests.lock().unwrap().insert("probe".to_owned(), manifest);
}

async fn loop_in_the_sandbox() {
    let world = World::with_containers(containers).await;
    if !allowed(&world).await {
        return;
    }
    push_image(&world, &world.platform.data_dir.clone());
    world.elsewhere.put("in/iris.csv", "5.1,3.5,1.4,0.2,setosa");
    for name in ["first", "again"] {
        let begin = Instant::now();
        world.call(ops::CreateTrainingJob, job(name, IMAGE)).await.unwrap();
        let ended = world.ended(name).await;
        println!("training job {name}: {:?}", begin.elapsed());
        assert_eq!(ended["TrainingJobStatus"], "Completed", "{ended}");
        assert_eq!(ended["FinalMetricDataList"][0]["Value"], 0.97);
    }
    let lines: Vec<String> = world.elsewhere.lines.lock().unwrap().values().flatten().cloned().collect();
    assert!(lines.contains(&"parameters {\"depth\":\"3\"}".to_owned()), "{lines:?}");

    training::jobs(&world).await;

    let model = CreateModelInput {
        model_name: "m".to_owned(),
        execution_role_arn: Some(fakes::ROLE.to_owned()),
        primary_container: Some(ContainerDefinition {
            image: Some(IMAGE.to_owned()),
            model_data_url: Some("s3://data/out/first/output/model.tar.gz".to_owned()),
            ..ContainerDefinition::default()
        }),
        ..CreateModelInput::default()
    };
    world.call(ops::CreateModel, model).await.unwrap();
    let config = CreateEndpointConfigInput {
        endpoint_config_name: "c".to_owned(),
        production_variants: vec![ProductionVariant {
            variant_name: "AllTraffic".to_owned(),
            model_name: Some("m".to_owned()),
            initial_instance_count: Some(1),
            instance_type: Some("ml.t2.medium".to_owned()),
            ..ProductionVariant::default()
        }],
        ..CreateEndpointConfigInput::default()
    };
    world.call(ops::CreateEndpointConfig, config).await.unwrap();
    let begin = Instant::now();
    let create = CreateEndpointInput {
        endpoint_name: "e".to_owned(),
        endpoint_config_name: "c".to_owned(),
        ..CreateEndpointInput::default()
    };
    world.call(ops::CreateEndpoint, create).await.unwrap();
    let describe = DescribeEndpointInput { endpoint_name: "e".to_owned() };
    let found = world.call(ops::DescribeEndpoint, describe).await.unwrap();
    println!("endpoint in service: {:?}", begin.elapsed());
    assert_eq!(found.endpoint_status, "InService", "{:?}", found.failure_reason);
    let begin = Instant::now();
    for _ in 0..100 {
        let input = InvokeEndpointInput {
            endpoint_name: "e".to_owned(),
            body: Body::from_bytes("x"),
            ..InvokeEndpointInput::default()
        };
        let output = world.call(runtime_ops::InvokeEndpoint, input).await.unwrap();
        assert_eq!(output.body.collect(100).await.unwrap(), "5.1,3.5,1.4,0.2,setosa");
    }
    println!("one invocation: {:?}", begin.elapsed() / 100);
    world.call(ops::DeleteEndpoint, DeleteEndpointInput { endpoint_name: "e".to_owned() }).await.unwrap();
    let scratch = world.platform.data_dir.join("containers");
    world.until(async || std::fs::read_dir(&scratch).map_or(0, Iterator::count) == 0).await;
}
