//! Running the tests, and starting containers in them.

use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, RwLock};

use lirio_image::{FileSource, ImageBuilder, ImageSource};
use lirio_runtime::{
    Container, ContainerSpec, EngineRuntime, Exit, LogLine, Runtime, RuntimeError, SandboxRuntime, Stream,
};

use crate::engine;
use crate::engines::{Engine, Kind};

/// A test: its name and what it does.
pub(crate) type Test = (&'static str, fn());

/// Set in the second, unprivileged run.
const SECOND_RUN: &str = "LIRIO_RUNTIME_TEST_ROOTLESS";
/// The engine's socket, set in the runs with one, and which one it is.
const ENGINE_RUN: &str = "LIRIO_RUNTIME_TEST_ENGINE";
const ENGINE_NAME: &str = "LIRIO_RUNTIME_TEST_ENGINE_NAME";
/// Names of engines: only the runs with these.
const ENGINES: &str = "LIRIO_TEST_ENGINES";
/// The instance of a helper's containers.
pub(crate) const INSTANCE: &str = "LIRIO_RUNTIME_TEST_INSTANCE";
/// The user of the second run: any that is not root.
const ORDINARY_USER: u32 = 1000;

/// Runs the tests whose names contain one of the filters; returns the exit code.
pub(crate) fn run(tests: &[Test], arguments: &[String]) -> i32 {
    let filters: Vec<&String> = arguments.iter().filter(|argument| !argument.starts_with('-')).collect();
    let chosen: Vec<&Test> = tests
        .iter()
        .filter(|(name, _)| engine::applies(name, engine_socket().is_some()))
        .filter(|(name, _)| {
            mode() != "podman" || std::env::var_os(ENGINES).is_some() || engine::tells_podman_apart(name)
        })
        .filter(|(name, _)| filters.is_empty() || filters.iter().any(|filter| name.contains(*filter)))
        .collect();
    if arguments.iter().any(|argument| argument == "--list") {
        chosen.iter().for_each(|(name, _)| println!("{name}: test"));
        return 0;
    }
    let mode = mode();
    if mode == "root"
        && let Ok(engines) = std::env::var(ENGINES)
    {
        let named = Kind::ALL.into_iter().filter(|kind| engines.split(',').any(|name| name == kind.name()));
        return named.map(|kind| run_again_with_an_engine(kind, arguments)).max().unwrap_or(1);
    }
    let available = match engine_socket() {
        Some(_) => block_on(engine()).map(|engine| engine.describe()),
        None => SandboxRuntime::new().map(|runtime| runtime.confinement().to_string()),
    };
    match available {
        Ok(what) => println!("{mode}: {what}"),
        Err(error) => {
            println!("the runtime is not available: {error}");
            return 1;
        }
    }
    let next = AtomicUsize::new(0);
    let failed = Mutex::new(Vec::new());
    // A bomb takes what its limits leave it, and its neighbours' tests are about something else.
    let quiet = RwLock::new(());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Some((name, test)) = chosen.get(next.fetch_add(1, Ordering::SeqCst)) {
                    let outcome = if name.contains("bomb") {
                        let _alone = quiet.write().unwrap();
                        std::panic::catch_unwind(test)
                    } else {
                        let _among_others = quiet.read().unwrap();
                        std::panic::catch_unwind(test)
                    };
                    println!("test {mode}::{name} ... {}", if outcome.is_ok() { "ok" } else { "FAILED" });
                    if outcome.is_err() {
                        failed.lock().unwrap().push(*name);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap();
    println!("{mode}: {} passed, {} failed {failed:?}", chosen.len() - failed.len(), failed.len());
    // The supervisors of containers that a test has dropped may still be tidying up in there.
    while std::fs::remove_dir_all(workspace()).is_err() && workspace().exists() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    // The last runtime to go takes the empty cgroup directories along.
    drop(SandboxRuntime::new());
    if mode != "root" {
        return i32::from(!failed.is_empty());
    }
    let second = run_again_as_ordinary_user(arguments);
    let others = Kind::ALL.map(|kind| run_again_with_an_engine(kind, arguments));
    if failed.is_empty() { others.into_iter().fold(second, i32::max) } else { 1 }
}

/// Which of the runs this is.
pub(crate) fn mode() -> String {
    match (engine_socket(), rootless()) {
        (Some(_), _) => std::env::var(ENGINE_NAME).unwrap_or_else(|_| "engine".to_owned()),
        (None, true) => "rootless".to_owned(),
        (None, false) => "root".to_owned(),
    }
}

/// The engine's socket, in the run with one.
pub(crate) fn engine_socket() -> Option<PathBuf> {
    std::env::var_os(ENGINE_RUN).map(PathBuf::from)
}

/// The engine of this run; all containers of this process are one instance's, unless it is a helper of a test's.
pub(crate) async fn engine() -> Result<EngineRuntime, RuntimeError> {
    let instance = std::env::var(INSTANCE).unwrap_or_else(|_| format!("test{}", std::process::id()));
    EngineRuntime::connect_to(&engine_socket().expect("this is the run with an engine"), &instance).await
}

/// The same engine for another instance.
pub(crate) async fn engine_of(instance: &str) -> EngineRuntime {
    EngineRuntime::connect_to(&engine_socket().expect("this is the run with an engine"), instance)
        .await
        .unwrap()
}

fn run_again_with_an_engine(kind: Kind, arguments: &[String]) -> i32 {
    let own = match std::env::var_os("LIRIO_RUNTIME_TEST_SOCKET") {
        Some(socket) => Ok((PathBuf::from(socket), None)),
        None => Engine::start(kind).map(|engine| (engine.socket(), Some(engine))),
    };
    let (socket, _engine) = match own {
        Ok(own) => own,
        Err(why) => {
            println!("SKIPPED: every test with {}: {why}", kind.name());
            return 0;
        }
    };
    let mut command = Command::new("/proc/self/exe");
    command.args(arguments).env(ENGINE_RUN, socket).env(ENGINE_NAME, kind.name());
    command.status().ok().and_then(|status| status.code()).unwrap_or(1)
}

/// Whether this run is that of an ordinary user.
pub(crate) fn rootless() -> bool {
    !rustix::process::geteuid().is_root()
}

fn run_again_as_ordinary_user(arguments: &[String]) -> i32 {
    // The folder of the build may be closed to others; the temporary folder is not.
    let copy = std::env::temp_dir().join(format!("lirio-runtime-it-{}", std::process::id()));
    std::fs::copy("/proc/self/exe", &copy).unwrap();
    std::fs::set_permissions(&copy, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = Command::new(&copy);
    command.args(arguments).env(SECOND_RUN, "1").current_dir("/").uid(ORDINARY_USER).gid(ORDINARY_USER);
    // The compiler for the probe may be closed to that user too, so it gets the finished one.
    command.env("LIRIO_RUNTIME_TEST_PROBE", compile_probe(&copy.with_extension("probe")));
    let status = command.status();
    let _ = std::fs::remove_file(&copy);
    let _ = std::fs::remove_file(copy.with_extension("probe"));
    match status {
        Ok(status) => status.code().unwrap_or(1),
        Err(error) => {
            println!(
                "SKIPPED: every rootless test; this machine does not let us become another user: {error}"
            );
            0
        }
    }
}

/// The folder of this run.
fn workspace() -> PathBuf {
    std::env::temp_dir().join(format!("lirio-runtime-test-{}", std::process::id()))
}

fn compile_probe(output: &Path) -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/probe.rs");
    let rustc = std::env::var_os("RUSTC").unwrap_or("rustc".into());
    let mut command = Command::new(rustc);
    command.args(["--edition", "2024", "-C", "target-feature=+crt-static", "-C", "opt-level=1", "-o"]);
    let compiled = command.arg(output).arg(source).status().unwrap();
    assert!(compiled.success(), "the probe does not compile");
    output.to_owned()
}

/// The files of the image beside the probe.
const FILES: [(&str, &str); 3] = [
    ("etc/passwd", "root:x:0:0::/root:\nmodel:x:1234:1235::/home/model:\n"),
    ("etc/group", "model:x:1235:\nextra:x:44:model\n"),
    ("etc/motd", "from the image\n"),
];

/// The same image for an engine.
fn source() -> ImageSource {
    static SOURCE: OnceLock<ImageSource> = OnceLock::new();
    SOURCE.get_or_init(|| source_of(&image(), &workspace())).clone()
}

/// The image of a layer's probe, built in a folder that must stay.
pub(crate) fn source_of(layer: &Path, folder: &Path) -> ImageSource {
    let mut builder = ImageBuilder::new(lirio_image::Platform::host());
    builder.directory("/tmp", 0o1777).unwrap();
    builder.file("/bin/probe", 0o755, FileSource::Path(layer.join("bin/probe"))).unwrap();
    for (path, text) in FILES {
        builder.file(path, 0o644, FileSource::Bytes(text.into())).unwrap();
    }
    builder.symlink("/outside", "/../../../../../../tmp").unwrap();
    ImageSource::built(&builder.build(folder).unwrap()).unwrap()
}

/// The one layer of the image of every test: the probe, and a few files.
pub(crate) fn image() -> PathBuf {
    static IMAGE: OnceLock<PathBuf> = OnceLock::new();
    IMAGE
        .get_or_init(|| {
            let layer = workspace().join("layer");
            for folder in ["bin", "etc", "tmp"] {
                std::fs::create_dir_all(layer.join(folder)).unwrap();
            }
            std::fs::set_permissions(layer.join("tmp"), std::fs::Permissions::from_mode(0o1777)).unwrap();
            match std::env::var_os("LIRIO_RUNTIME_TEST_PROBE") {
                Some(finished) => {
                    std::fs::copy(finished, layer.join("bin/probe")).unwrap();
                }
                None => {
                    compile_probe(&layer.join("bin/probe"));
                }
            }
            for (path, text) in FILES {
                std::fs::write(layer.join(path), text).unwrap();
            }
            // What a hostile image would try.
            std::os::unix::fs::symlink("/../../../../../../tmp", layer.join("outside")).unwrap();
            std::os::unix::fs::symlink("/proc/self/exe", layer.join("bin/self")).unwrap();
            layer
        })
        .clone()
}

/// A folder of the host for one test, and whose removal it sees to.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Folder {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let path = workspace().join(format!("folder-{}", NEXT.fetch_add(1, Ordering::SeqCst)));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The specification of a container that runs the probe with these words.
pub(crate) fn probe(words: &[&str]) -> ContainerSpec {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let id = format!("test-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::SeqCst));
    let argv = ["probe"].iter().chain(words).map(|word| (*word).to_owned()).collect();
    let mut spec = ContainerSpec::new(&id, vec![image()], workspace().join("scratch").join(&id), argv);
    spec.image = engine_socket().map(|_| source());
    spec
}

/// Runs a future as a test's own program would.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
        .block_on(future)
}

/// The sandbox.
pub(crate) fn runtime() -> SandboxRuntime {
    SandboxRuntime::new().unwrap()
}

/// Starts a container with the runtime under test.
pub(crate) async fn try_start(spec: ContainerSpec) -> Result<Container, RuntimeError> {
    match engine_socket() {
        Some(_) => engine().await?.start(spec).await,
        None => runtime().start(spec).await,
    }
}

/// Starts a container, and panics with the whole error if that fails.
pub(crate) async fn start(spec: ContainerSpec) -> Container {
    try_start(spec).await.unwrap_or_else(|error| {
        let cause = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
        panic!("{error}: {cause}")
    })
}

/// Starts a container that must not start.
pub(crate) async fn refused(spec: ContainerSpec) -> RuntimeError {
    try_start(spec).await.expect_err("the container must not start")
}

/// Everything a container printed, and how it ended.
pub(crate) async fn finish(container: Container) -> (Vec<LogLine>, Exit) {
    let mut logs = container.take_logs().expect("nobody has taken the logs");
    let mut lines = Vec::new();
    while let Some(line) = logs.recv().await {
        lines.push(line);
    }
    (lines, container.removed().await)
}

/// The lines of one stream as text.
pub(crate) fn text(lines: &[LogLine], stream: Stream) -> Vec<String> {
    lines
        .iter()
        .filter(|line| line.stream == stream)
        .map(|line| String::from_utf8_lossy(&line.bytes).into_owned())
        .collect()
}

/// Runs the probe to its end and compares what it printed on standard output.
#[track_caller]
pub(crate) fn check(words: &[&str], expected: &str) {
    check_with(words, |_| {}, expected);
}

/// The same with a changed specification.
#[track_caller]
pub(crate) fn check_with(words: &[&str], change: impl FnOnce(&mut ContainerSpec), expected: &str) {
    assert_eq!(output_of(words, change), expected, "{words:?}");
}

/// What the probe printed, after a successful run.
#[track_caller]
pub(crate) fn output_of(words: &[&str], change: impl FnOnce(&mut ContainerSpec)) -> String {
    let mut spec = probe(words);
    change(&mut spec);
    let (lines, exit) = block_on(async { finish(start(spec).await).await });
    let errors = text(&lines, Stream::Stderr).join("\n");
    assert_eq!(exit.code, Some(0), "{words:?}: {exit:?} {errors}");
    text(&lines, Stream::Stdout).join("\n")
}
