//! Containers that break one promise each: the doctor finds that one, and no other.

// A panic is how these tests fail; clippy only knows functions marked as tests.
#![allow(clippy::unwrap_used)]

mod cases;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use lirio_doctor::{Bench, Finding, Id, Image, Payload, Trial, Verdict, examine};
use lirio_image::{FileSource, ImageBuilder, ImageConfig, ImageSource, LayerStore, Manifest, Platform};
use lirio_runtime::{ContainerSpec, EngineRuntime, Roots, Runtime, SandboxRuntime};
use lirio_sagemaker::PreparedImage;

#[allow(dead_code, reason = "one of its engines is enough here; another test binary uses the rest")]
#[path = "../../../runtime/tests/support/engines.rs"]
mod engines;

use cases::{CASES, Case};

fn main() {
    lirio_runtime::init_if_requested();
    let filters: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let tokio = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let mut failed = false;
    let sandbox = SandboxRuntime::new().map_err(|error| error.to_string());
    let sandbox = sandbox.and_then(|sandbox| tokio.block_on(tried(&sandbox)).map(|()| sandbox));
    match sandbox {
        Ok(sandbox) => failed |= run(&tokio, "sandbox", &(Arc::new(sandbox) as Arc<dyn Runtime>), &filters),
        Err(why) => println!("SKIPPED: broken containers in the sandbox: {why}"),
    }
    match engines::Engine::start(engines::Kind::Docker) {
        Ok(docker) => {
            let instance = format!("doctor{}", std::process::id());
            let engine = tokio.block_on(EngineRuntime::connect_to(&docker.socket(), &instance)).unwrap();
            failed |= run(&tokio, "docker", &(Arc::new(engine) as Arc<dyn Runtime>), &filters);
        }
        Err(why) => println!("SKIPPED: broken containers with an engine: {why}"),
    }
    std::process::exit(i32::from(failed));
}

/// Whether this kernel lets a container be; if not, why.
async fn tried(runtime: &SandboxRuntime) -> Result<(), String> {
    let folder = temporary("try");
    std::fs::create_dir_all(folder.join("layer")).unwrap();
    let argv = vec!["/nothing".to_owned()];
    let spec = ContainerSpec::new("try", vec![folder.join("layer")], folder.join("scratch"), argv);
    let outcome = runtime.start(spec).await;
    let _ = std::fs::remove_dir_all(&folder);
    match outcome {
        Err(error) if !error.to_string().contains("/nothing") => Err(error.to_string()),
        _ => Ok(()),
    }
}

fn temporary(what: &str) -> PathBuf {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::SeqCst);
    std::env::temp_dir().join(format!("lirio-doctor-test-{what}-{number}-{}", std::process::id()))
}

/// Runs the cases whose names contain one of the filters; tells whether one failed.
fn run(tokio: &tokio::runtime::Runtime, mode: &str, runtime: &Arc<dyn Runtime>, filters: &[String]) -> bool {
    let chosen = |case: &&Case| {
        (runtime.roots() == Roots::Directories || case.engine)
            && (filters.is_empty() || filters.iter().any(|filter| case.name.contains(filter)))
    };
    let chosen: Vec<&Case> = CASES.iter().filter(chosen).collect();
    let next = AtomicUsize::new(0);
    let failed = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(case) = chosen.get(next.fetch_add(1, Ordering::SeqCst)) {
                    let check = std::panic::AssertUnwindSafe(|| tokio.block_on(check(runtime, case)));
                    let passed = std::panic::catch_unwind(check).is_ok();
                    println!("{mode}: {} ... {}", case.name, if passed { "ok" } else { "FAILED" });
                    if !passed {
                        failed.lock().unwrap().push(case.name);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap();
    println!(
        "{mode}: {} of {} containers are diagnosed {failed:?}",
        chosen.len() - failed.len(),
        chosen.len()
    );
    !failed.is_empty()
}

/// Examines the container of a case, and compares what is not good with what is expected.
async fn check(runtime: &Arc<dyn Runtime>, case: &Case) {
    let folder = temporary("case");
    std::fs::create_dir_all(folder.join("image")).unwrap();
    let store = LayerStore::open(folder.join("layers")).unwrap();
    let (image, prepared) = image(case, &store, &folder.join("image"));
    let data = folder.join("iris.csv");
    std::fs::write(&data, "5.1,3.5,setosa\n").unwrap();
    let mut trial = Trial {
        hyperparameters: [("depth".to_owned(), "3".to_owned())].into(),
        data: Some(data),
        payload: Some(Payload { body: "5.1,3.5".into(), content_type: "text/csv".to_owned() }),
        ..Trial::default()
    };
    // Only what never comes waits this long.
    trial.limits.patience = Duration::from_secs(case.patience);
    trial.limits.training_stop = Duration::from_secs(10);
    trial.limits.serving_stop = Duration::from_secs(10);
    trial.limits.other_port = Duration::from_secs(10);
    (case.trial)(&mut trial);
    let bench = Bench::new(runtime.clone(), &image, prepared, folder.clone());
    let findings = RefCell::new(BTreeMap::new());
    let examined = examine(&bench, &image, &trial, |finding| {
        let before = findings.borrow_mut().insert(finding.id, finding);
        assert_eq!(before, None, "a check is told twice");
    });
    examined.await.unwrap();
    let left: Vec<_> = std::fs::read_dir(folder.join("containers")).into_iter().flatten().flatten().collect();
    assert!(left.is_empty(), "{left:?} is left of the containers");
    drop(bench);
    store.collect_garbage(Duration::ZERO).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();

    let findings = findings.into_inner();
    assert!(Id::all().all(|id| findings.contains_key(&id)), "every check is told: {findings:#?}");
    let mut problems = Vec::new();
    for finding in findings.values() {
        let expected = case.expected.iter().find(|(id, ..)| *id == finding.id);
        match expected {
            Some((_, verdict, seen)) if finding.verdict == *verdict && all_of(finding, seen) => {}
            None if finding.verdict == Verdict::Pass => {}
            None if finding.verdict == Verdict::NotChecked && case.skipped.contains(&finding.id) => {}
            _ => problems.push(finding),
        }
    }
    assert!(problems.is_empty(), "{}: not as expected: {problems:#?}", case.name);
}

fn all_of(finding: &Finding, seen: &str) -> bool {
    let text = format!("{}\n{}\n{}", finding.seen, finding.how_to_mend(), finding.lines.join("\n"));
    seen.split(" … ").all(|part| text.contains(part))
}

/// The image of a case.
fn image(case: &Case, store: &LayerStore, folder: &Path) -> (Image, PreparedImage) {
    let mut builder = match case.platform {
        None => ImageBuilder::new(Platform::host()),
        Some(architecture) => ImageBuilder::new(Platform::new("linux", architecture)),
    };
    for directory in ["/tmp", "/dev", "/proc", "/sys", "/etc"] {
        builder.directory(directory, 0o755).unwrap();
    }
    let program = || FileSource::Bytes(probe());
    builder.env("PATH", "/usr/local/bin:/bin").unwrap().env("BREAK", case.breaks).unwrap();
    builder
        .file("/etc/passwd", 0o644, FileSource::Bytes(b"root:x:0:0:root:/:/\napp:x:7:7:app:/:/\n".to_vec()))
        .unwrap();
    builder.file("/etc/group", 0o644, FileSource::Bytes(b"root:x:0:\napp:x:7:\n".to_vec())).unwrap();
    builder.file("/usr/bin/model", 0o755, program()).unwrap();
    (case.build)(&mut builder);
    let built = builder.build(folder).unwrap();
    let config = ImageConfig::parse(&built.config).unwrap();
    let mut prepared = PreparedImage::running(config.config.clone());
    if case.platform.is_none() {
        let manifest = Manifest::parse(&built.manifest).unwrap();
        let file = |digest: &lirio_image::Digest| folder.join(digest.hex());
        let open = |digest: &lirio_image::Digest| -> std::io::Result<Box<dyn std::io::Read>> {
            Ok(Box::new(std::fs::File::open(file(digest))?))
        };
        let root = store.root_filesystem(&manifest, &config, open).unwrap();
        (prepared.lower_dirs, prepared.held) = (root.lower_dirs, Some(root.held));
        prepared.source = Some(ImageSource::built(&built).unwrap());
    }
    let bytes = built.layers.iter().map(|layer| layer.descriptor.size).sum();
    (Image { config, bytes, layers: prepared.lower_dirs.clone() }, prepared)
}

/// The program of every image.
fn probe() -> Vec<u8> {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES
        .get_or_init(|| {
            let output = temporary("probe");
            let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken/probe.rs");
            let mut command = Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into()));
            command.args([
                "--edition",
                "2024",
                "-C",
                "target-feature=+crt-static",
                "-C",
                "opt-level=1",
                "-o",
            ]);
            let compiled = command.arg(&output).arg(source).status().unwrap();
            assert!(compiled.success(), "the probe does not compile");
            let bytes = std::fs::read(&output).unwrap();
            std::fs::remove_file(output).unwrap();
            bytes
        })
        .clone()
}
