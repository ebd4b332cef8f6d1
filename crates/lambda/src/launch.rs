//! Where functions run, as the rest of this crate sees it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use lirio_image::{FileSource, ImageBuilder, ImageSource};
use lirio_runtime::{Container, ContainerSpec, LogStream, Mount, Roots, Runtime};
use lirio_service::BoxFuture;
use tokio::net::TcpListener;
use tokio::sync::OnceCell;

/// The Runtime API inside an environment.
pub(crate) const API_PORT: u16 = 9001;
/// The platform inside an environment.
pub(crate) const DOOR_PORT: u16 = 4566;

/// Where the scratch directories of environments lie in the data directory, for the runtime's sweep at the start.
pub const SCRATCH: &str = "lambda-run/scratch";

/// An execution environment to be started.
#[derive(Clone, Debug)]
pub struct Launch {
    /// A name that no other running one has.
    pub id: String,
    /// The unpacked package.
    pub code: PathBuf,
    /// The whole environment of the program.
    pub env: Vec<(String, String)>,
    /// `MemorySize`, in MiB.
    pub memory_mib: u64,
    /// `EphemeralStorage`, in MiB.
    pub storage_mib: u64,
}

/// How a program ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ended {
    /// Its exit code.
    pub code: Option<i32>,
    /// The signal that ended it.
    pub signal: Option<i32>,
    /// Whether the memory limit was reached.
    pub out_of_memory: bool,
}

/// A running program; dropping it ends it.
pub trait Program: Send + Sync {
    /// Resolves when it has ended.
    fn ended(&self) -> BoxFuture<'_, Ended>;
    /// The most memory it used, in bytes, where known.
    fn memory_peak(&self) -> BoxFuture<'_, Option<u64>>;
}

/// An execution environment that was started.
pub struct Launched {
    /// The program.
    pub program: Arc<dyn Program>,
    /// Where it asks for invocations.
    pub api: TcpListener,
    /// Where it reaches the platform.
    pub door: Option<TcpListener>,
    /// What it prints.
    pub output: LogStream,
}

/// Starts execution environments.
pub trait Launcher: Send + Sync {
    /// Starts one.
    ///
    /// # Errors
    ///
    /// Words for the caller: what could not be done and why.
    fn launch(&self, launch: Launch) -> BoxFuture<'_, Result<Launched, String>>;
}

/// Environments as containers of the platform's runtime.
pub(crate) struct Containers {
    runtime: Arc<dyn Runtime>,
    folder: PathBuf,
    scratch: PathBuf,
    /// The root file system for a runtime that takes images.
    image: OnceCell<ImageSource>,
}

/// The accounts of the root file system.
const USERS: &str =
    "root:x:0:0:root:/root:/sbin/nologin\nsbx_user1051:x:993:990::/home/sbx_user1051:/sbin/nologin\n";
const GROUPS: &str = "root:x:0:\nsbx:x:990:\n";
/// Its folders beside `/tmp`.
const FOLDERS: [&str; 5] = ["etc", "opt", "var/task", "var/runtime", "root"];

impl Containers {
    /// Environments whose folders lie in the data directory.
    pub(crate) fn new(runtime: Arc<dyn Runtime>, data_dir: &Path) -> Containers {
        let (folder, scratch) = (data_dir.join("lambda-run"), data_dir.join(SCRATCH));
        Containers { runtime, folder, scratch, image: OnceCell::new() }
    }

    /// The root file system of every environment: nothing but the places that programs expect.
    fn root(&self) -> std::io::Result<PathBuf> {
        let root = self.folder.join("root");
        for folder in FOLDERS.iter().chain(&["tmp"]) {
            std::fs::create_dir_all(root.join(folder))?;
        }
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(root.join("tmp"), std::fs::Permissions::from_mode(0o1777))?;
        std::fs::write(root.join("etc/passwd"), USERS)?;
        std::fs::write(root.join("etc/group"), GROUPS)?;
        Ok(root)
    }

    /// The same as an image.
    fn built(folder: &Path) -> Result<ImageSource, String> {
        let built = || {
            let mut builder = ImageBuilder::new(lirio_image::Platform::host());
            for folder in FOLDERS {
                builder.directory(folder, 0o755)?;
            }
            builder.directory("tmp", 0o1777)?;
            builder.file("etc/passwd", 0o644, FileSource::Bytes(USERS.into()))?;
            builder.file("etc/group", 0o644, FileSource::Bytes(GROUPS.into()))?;
            builder.build(folder)
        };
        std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        ImageSource::built(&built().map_err(|error| error.to_string())?)
    }

    /// Gives the specification the root file system that the runtime wants.
    async fn give_root(&self, spec: &mut ContainerSpec) -> Result<(), String> {
        match self.runtime.roots() {
            Roots::Directories => spec.lower_dirs = vec![self.root().map_err(|error| error.to_string())?],
            Roots::Image => {
                let folder = self.folder.join("image");
                let image = self.image.get_or_try_init(async || Self::built(&folder)).await?;
                spec.image = Some(image.clone());
            }
        }
        Ok(())
    }
}

struct InContainer(Container);

impl Program for InContainer {
    fn ended(&self) -> BoxFuture<'_, Ended> {
        Box::pin(async {
            let exit = self.0.wait().await;
            Ended { code: exit.code, signal: exit.signal, out_of_memory: exit.oom_killed }
        })
    }

    fn memory_peak(&self) -> BoxFuture<'_, Option<u64>> {
        Box::pin(async {
            let usage = self.0.stats().await;
            usage.memory_peak_bytes.or(usage.memory_bytes)
        })
    }
}

impl Launcher for Containers {
    fn launch(&self, launch: Launch) -> BoxFuture<'_, Result<Launched, String>> {
        Box::pin(async move {
            let scratch = self.scratch.join(&launch.id);
            let mut spec =
                ContainerSpec::new(&launch.id, Vec::new(), scratch, vec!["/var/task/bootstrap".to_owned()]);
            let root = self.give_root(&mut spec).await;
            root.map_err(|error| format!("the root file system of functions: {error}"))?;
            spec.env = launch.env;
            spec.working_dir = "/var/task".into();
            spec.user = Some("993:990".to_owned());
            spec.hostname = "lambda".to_owned();
            spec.mounts = vec![Mount { source: launch.code, target: "/var/task".into(), read_only: true }];
            spec.limits.memory_bytes = Some(launch.memory_mib << 20);
            spec.limits.disk_bytes = Some(launch.storage_mib << 20);
            spec.limits.pids = Some(1024);
            spec.limits.open_files = Some(1024);
            // Lambda gives a processor for 1769 MB; less than one would only make this machine wait.
            #[allow(clippy::cast_precision_loss, reason = "at most 10240")]
            let cpus = (launch.memory_mib as f64 / 1769.0).max(1.0);
            spec.limits.cpus = Some(cpus);
            spec.listeners = vec![API_PORT, DOOR_PORT];
            let container = self.runtime.start(spec).await.map_err(|error| chain(&error))?;
            let lost = || "the environment started without its listeners".to_owned();
            Ok(Launched {
                api: container.take_listener(API_PORT).ok_or_else(lost)?,
                door: container.take_listener(DOOR_PORT),
                output: container.take_logs().ok_or_else(lost)?,
                program: Arc::new(InContainer(container)),
            })
        })
    }
}

/// An error with its causes.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}
