//! The contracts of training, processing, serving and batch containers (AWS's, sections of the Developer Guide "Your
//! own training algorithms", "How to Build Your Own Processing Container" and "Your own inference code"), kept by
//! every runtime: real containers look at what they are given, and the suite reads what they saw through the service.
//! `lines.rs` has every line of the contracts with the checks that keep it.
//!
//! Run as root it runs every check four times: in the sandbox as root, in the sandbox as an ordinary user, and with
//! engines that it starts, Docker and Podman.  `LIRIO_TEST_ENGINES` names the engines (`podman`) and leaves the other
//! runs out; `LIRIO_CONTRACT_SOCKET` names the socket of one that runs already.

// A panic is how these tests fail; clippy only knows functions marked as tests.
#![allow(clippy::unwrap_used)]

#[path = "../../../runtime/tests/support/engines.rs"]
mod engines;
#[path = "../it/fakes.rs"]
#[allow(dead_code, reason = "the other test binary uses the rest")]
mod fakes;
mod gpus;
mod images;
mod lines;
mod narrow;
mod processing;
mod serving;
mod serving_limits;
mod training;
mod training_data;
mod training_limits;
mod transform;
#[path = "../it/world.rs"]
#[allow(dead_code, reason = "the other test binary uses the rest")]
mod world;

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use futures_util::future::LocalBoxFuture;
use lirio_image::LayerStore;
use lirio_runtime::{EngineRuntime, Runtime, SandboxRuntime};
use lirio_sagemaker::{Containers, SandboxContainers, Settings};
use lirio_service::Platform;
use lirio_store::{Clock, SystemClock};

use crate::engines::{Engine, Kind};
use crate::world::World;

/// One promise of the contract, and how it is tried.
pub(crate) type Check = (&'static str, fn() -> LocalBoxFuture<'static, ()>);

/// Set in the second run and those with engines: `rootless`, or the engine's name and socket.
const MODE: &str = "LIRIO_CONTRACT_MODE";
/// Names of engines: only the runs with these.
const ENGINES: &str = "LIRIO_TEST_ENGINES";
/// The user of the second run: any that is not root.
const ORDINARY_USER: u32 = 1000;

static RUNTIME: OnceLock<Arc<dyn Runtime>> = OnceLock::new();

fn main() {
    lirio_runtime::init_if_requested();
    lines::check(&all());
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let mode = std::env::var(MODE).ok();
    if mode.is_none()
        && let Ok(engines) = std::env::var(ENGINES)
    {
        let named = Kind::ALL.into_iter().filter(|kind| engines.split(',').any(|name| name == kind.name()));
        let failed = named.map(|kind| again_with_an_engine(kind, &arguments)).max().unwrap_or(true);
        std::process::exit(i32::from(failed));
    }
    let tokio = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let mut failed = match tokio.block_on(open(mode.as_deref())) {
        Ok((name, runtime)) => {
            let _ = RUNTIME.set(runtime);
            run(&tokio, name, &arguments)
        }
        Err(why) => {
            println!("SKIPPED: the contracts of containers: {why}");
            false
        }
    };
    if mode.is_none() {
        lines::untried().for_each(|(line, why)| println!("not tried: {line}: {why}"));
    }
    if mode.is_none() && is_root() {
        failed |= again_as_ordinary_user(&arguments);
        for kind in Kind::ALL {
            failed |= again_with_an_engine(kind, &arguments);
        }
    }
    // The last runtime to go takes the empty cgroup directories along.
    drop(SandboxRuntime::new());
    std::process::exit(i32::from(failed));
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
}

/// The runtime of this run, or why there is none on this machine.
async fn open(mode: Option<&str>) -> Result<(&'static str, Arc<dyn Runtime>), String> {
    match mode {
        None | Some("rootless") => {
            let runtime = SandboxRuntime::new().map_err(|error| error.to_string())?;
            images::try_sandbox(&runtime).await?;
            Ok((if mode.is_none() { "sandbox" } else { "sandbox, rootless" }, Arc::new(runtime)))
        }
        Some(engine) => {
            let (name, socket) = engine.split_once(':').ok_or("no engine is named")?;
            let instance = format!("contract{}", std::process::id());
            let engine = EngineRuntime::connect_to(socket.as_ref(), &instance).await;
            let engine = engine.map_err(|error| error.to_string())?;
            println!("{name}: {}", engine.describe());
            Ok((engine.name(), Arc::new(engine)))
        }
    }
}

/// Every check, the longest first.
fn all() -> Vec<Check> {
    [
        serving_limits::CHECKS,
        training_limits::CHECKS,
        training_data::CHECKS,
        training::CHECKS,
        processing::CHECKS,
        transform::CHECKS,
        gpus::CHECKS,
        serving::CHECKS,
    ]
    .concat()
}

/// Runs the checks whose names contain one of the filters; tells whether one failed.
fn run(tokio: &tokio::runtime::Runtime, mode: &str, filters: &[String]) -> bool {
    let all = all();
    let chosen: Vec<&Check> = all
        .iter()
        .filter(|(name, _)| filters.is_empty() || filters.iter().any(|filter| name.contains(filter)))
        .collect();
    let next = AtomicUsize::new(0);
    let failed = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Some((name, check)) = chosen.get(next.fetch_add(1, Ordering::SeqCst)) {
                    let check = std::panic::AssertUnwindSafe(|| tokio.block_on(check()));
                    let passed = std::panic::catch_unwind(check).is_ok();
                    println!("{mode}: {name} ... {}", if passed { "ok" } else { "FAILED" });
                    if !passed {
                        failed.lock().unwrap().push(*name);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap();
    println!("{mode}: {} of {} promises kept {failed:?}", chosen.len() - failed.len(), chosen.len());
    !failed.is_empty()
}

fn again_as_ordinary_user(arguments: &[String]) -> bool {
    // The folder of the build may be closed to others; the temporary folder is not.
    let copy = std::env::temp_dir().join(format!("lirio-contract-{}", std::process::id()));
    std::fs::copy("/proc/self/exe", &copy).unwrap();
    std::fs::set_permissions(&copy, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = Command::new(&copy);
    command.args(arguments).env(MODE, "rootless").current_dir("/").uid(ORDINARY_USER).gid(ORDINARY_USER);
    // The compiler for the probe may be closed to that user too, so it gets the finished one.
    let probe = copy.with_extension("probe");
    std::fs::write(&probe, images::probe()).unwrap();
    command.env(images::PROBE, &probe);
    let status = command.status();
    let _ = std::fs::remove_file(&copy);
    let _ = std::fs::remove_file(&probe);
    match status {
        Ok(status) => !status.success(),
        Err(error) => {
            println!(
                "SKIPPED: the contracts, rootless; this machine does not let us become another user: {error}"
            );
            false
        }
    }
}

fn again_with_an_engine(kind: Kind, arguments: &[String]) -> bool {
    let own = match std::env::var_os("LIRIO_CONTRACT_SOCKET") {
        Some(socket) => Ok((PathBuf::from(socket), None)),
        None => Engine::start(kind).map(|engine| (engine.socket(), Some(engine))),
    };
    match own {
        Ok((socket, _engine)) => {
            let mode = format!("{}:{}", kind.name(), socket.display());
            let mut command = Command::new("/proc/self/exe");
            !command.args(arguments).env(MODE, mode).status().is_ok_and(|status| status.success())
        }
        Err(why) => {
            println!("SKIPPED: the contracts with {}: {why}", kind.name());
            false
        }
    }
}

/// What runs the containers of this run.
pub(crate) fn runtime() -> &'static Arc<dyn Runtime> {
    RUNTIME.get().expect("it was opened")
}

/// A platform whose containers are real, with the images in its registry.
pub(crate) async fn world() -> World {
    world_at(Arc::new(SystemClock)).await
}

/// The same with another clock.
pub(crate) async fn world_at(clock: Arc<dyn Clock>) -> World {
    world_with(clock, world::large()).await
}

/// The same with other settings.
pub(crate) async fn world_of(settings: Settings) -> World {
    world_with(Arc::new(SystemClock), settings).await
}

/// The same with both.
pub(crate) async fn world_with(clock: Arc<dyn Clock>, settings: Settings) -> World {
    furnished(World::with_settings(clock, containers, settings).await)
}

/// The same where every container has little memory ([`narrow::MEMORY`]).
pub(crate) async fn narrow_world() -> World {
    furnished(World::with_settings(Arc::new(SystemClock), narrow::containers, world::large()).await)
}

fn furnished(world: World) -> World {
    images::push(&world);
    world.elsewhere.put("in/iris.csv", "5.1,3.5,1.4,0.2,setosa");
    world
}

fn containers(platform: &Platform) -> Arc<dyn Containers> {
    let layers = LayerStore::open(platform.data_dir.join("layers")).unwrap();
    let scratch = platform.data_dir.join("containers");
    SandboxContainers::new(platform, runtime().clone(), Arc::new(layers), scratch)
}

/// Waits for a state.
pub(crate) async fn until(what: impl AsyncFn() -> bool) {
    while !what().await {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

/// Waits until no container of the platform is left.
pub(crate) async fn nothing_runs(world: &World) {
    let scratch = world.platform.data_dir.join("containers");
    while std::fs::read_dir(&scratch).map_or(0, Iterator::count) > 0 {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

/// `name=value` lines.
pub(crate) fn facts(lines: impl IntoIterator<Item = impl AsRef<str>>) -> BTreeMap<String, String> {
    let pair =
        |line: &str| line.split_once('=').map(|(name, value)| (name.to_owned(), value.trim_end().to_owned()));
    lines.into_iter().filter_map(|line| pair(line.as_ref())).collect()
}

/// Compares what was seen with what was promised, all at once.
#[track_caller]
pub(crate) fn compare(seen: &BTreeMap<String, String>, promised: &[(&str, &str)]) {
    let differing: Vec<String> = promised
        .iter()
        .filter_map(|(name, value)| {
            let found = seen.get(*name).map_or("nothing", String::as_str);
            let is_json = value.starts_with('{');
            let same = if is_json {
                serde_json::from_str::<serde_json::Value>(found).ok() == serde_json::from_str(value).ok()
            } else {
                found == *value
            };
            (!same).then(|| format!("{name}: {found:?}, not {value:?}"))
        })
        .collect();
    assert!(differing.is_empty(), "{differing:#?}");
}
