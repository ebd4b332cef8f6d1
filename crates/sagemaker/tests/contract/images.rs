//! The images that the checks run.

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use lirio_image::{FileSource, ImageBuilder};
use lirio_runtime::{ContainerSpec, Runtime as _, SandboxRuntime};

use crate::world::World;

/// The finished probe, for a run that cannot compile it.
pub(crate) const PROBE: &str = "LIRIO_CONTRACT_PROBE";

/// An image in the registry of the tests' account.
pub(crate) fn uri(name: &str) -> String {
    format!("000000000000.dkr.ecr.eu-west-1.amazonaws.com/{name}:latest")
}

/// The program of every image.
pub(crate) fn probe() -> Vec<u8> {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES
        .get_or_init(|| {
            if let Some(finished) = std::env::var_os(PROBE) {
                return std::fs::read(finished).unwrap();
            }
            let output = std::env::temp_dir().join(format!("lirio-contract-probe-{}", std::process::id()));
            let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/contract/probe.rs");
            let rustc = std::env::var_os("RUSTC").unwrap_or("rustc".into());
            let mut command = Command::new(rustc);
            command.args([
                "--edition",
                "2024",
                "-C",
                "target-feature=+crt-static",
                "-C",
                "opt-level=1",
                "-o",
            ]);
            assert!(
                command.arg(&output).arg(source).status().unwrap().success(),
                "the probe does not compile"
            );
            let bytes = std::fs::read(&output).unwrap();
            std::fs::remove_file(output).unwrap();
            bytes
        })
        .clone()
}

/// Whether this kernel lets a container be; if not, why.
pub(crate) async fn try_sandbox(runtime: &SandboxRuntime) -> Result<(), String> {
    let folder = std::env::temp_dir().join(format!("lirio-contract-try-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("layer")).unwrap();
    let argv = vec!["/nothing".to_owned()];
    let spec = ContainerSpec::new("try", vec![folder.join("layer")], folder.join("scratch"), argv);
    let outcome = runtime.start(spec).await;
    let _ = std::fs::remove_dir_all(&folder);
    match outcome {
        // Everything up to the program's start was granted.
        Err(error) if !error.to_string().contains("/nothing") => Err(error.to_string()),
        _ => Ok(()),
    }
}

struct Built {
    name: &'static str,
    manifest: String,
    blobs: Vec<(String, Vec<u8>)>,
}

fn built() -> &'static [Built] {
    static ALL: OnceLock<Vec<Built>> = OnceLock::new();
    ALL.get_or_init(|| {
        vec![
            build("plain", |_| {}),
            build("entry", |image| {
                image.entrypoint(["/usr/local/bin/model", "first"]).working_dir("/srv");
                image.env("FROM_IMAGE", "image").unwrap().env("BOTH", "image").unwrap();
                image
                    .file("/opt/ml/input/data/train/hidden", 0o644, FileSource::Bytes(b"x".to_vec()))
                    .unwrap();
                image.file("/opt/ml/code/train.py", 0o644, FileSource::Bytes(b"x".to_vec())).unwrap();
                image.file("/opt/ml/model/hidden", 0o644, FileSource::Bytes(b"x".to_vec())).unwrap();
            }),
            build("process", |image| {
                image.entrypoint(["/usr/local/bin/model", "process"]).cmd(["look"]);
                image.file("/opt/ml/processing/kept/own", 0o644, FileSource::Bytes(b"x".to_vec())).unwrap();
                let hidden = "/opt/ml/processing/input/hidden";
                image.file(hidden, 0o644, FileSource::Bytes(b"x".to_vec())).unwrap();
            }),
            build("user", |image| {
                image.user("1234:1235");
            }),
        ]
    })
}

fn build(name: &'static str, change: impl FnOnce(&mut ImageBuilder)) -> Built {
    let folder = std::env::temp_dir().join(format!("lirio-contract-image-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut builder = ImageBuilder::model(lirio_image::Platform::host(), FileSource::Bytes(probe())).unwrap();
    change(&mut builder);
    let image = builder.build(&folder).unwrap();
    let mut blobs = vec![(image.config_digest.to_string(), image.config)];
    for layer in &image.layers {
        blobs.push((
            layer.descriptor.digest.to_string(),
            std::fs::read(layer.file.as_ref().unwrap()).unwrap(),
        ));
    }
    std::fs::remove_dir_all(folder).unwrap();
    Built { name, manifest: String::from_utf8(image.manifest).unwrap(), blobs }
}

/// Puts every image into a registry.
pub(crate) fn push(world: &World) {
    for image in built() {
        let mut blobs = world.elsewhere.blobs.lock().unwrap();
        blobs.extend(image.blobs.iter().map(|(digest, bytes)| (digest.clone(), bytes.clone().into())));
        let mut manifests = world.elsewhere.manifests.lock().unwrap();
        manifests.insert(image.name.to_owned(), image.manifest.clone());
    }
}
