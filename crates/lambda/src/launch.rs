//! Where functions run, as the rest of this crate sees it.

use std::path::PathBuf;
use std::sync::Arc;

use lirio_runtime::{Container, ContainerSpec, LogStream, Mount, Runtime};
use lirio_service::BoxFuture;
use tokio::net::TcpListener;

/// The Runtime API inside an environment.
pub(crate) const API_PORT: u16 = 9001;
/// The platform inside an environment.
pub(crate) const DOOR_PORT: u16 = 4566;

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
    fn memory_peak(&self) -> Option<u64>;
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
}

impl Containers {
    pub(crate) fn new(runtime: Arc<dyn Runtime>, folder: PathBuf) -> Containers {
        Containers { runtime, folder }
    }

    /// The root file system of every environment: nothing but the places that programs expect.
    fn root(&self) -> std::io::Result<PathBuf> {
        let root = self.folder.join("root");
        for folder in ["etc", "opt", "tmp", "var/task", "var/runtime", "root"] {
            std::fs::create_dir_all(root.join(folder))?;
        }
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(root.join("tmp"), std::fs::Permissions::from_mode(0o1777))?;
        let users =
            "root:x:0:0:root:/root:/sbin/nologin\nsbx_user1051:x:993:990::/home/sbx_user1051:/sbin/nologin\n";
        std::fs::write(root.join("etc/passwd"), users)?;
        std::fs::write(root.join("etc/group"), "root:x:0:\nsbx:x:990:\n")?;
        Ok(root)
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

    fn memory_peak(&self) -> Option<u64> {
        let usage = self.0.stats();
        usage.memory_peak_bytes.or(usage.memory_bytes)
    }
}

impl Launcher for Containers {
    fn launch(&self, launch: Launch) -> BoxFuture<'_, Result<Launched, String>> {
        Box::pin(async move {
            let root = self.root().map_err(|error| format!("the root file system of functions: {error}"))?;
            let scratch = self.folder.join("scratch").join(&launch.id);
            let mut spec =
                ContainerSpec::new(&launch.id, vec![root], scratch, vec!["/var/task/bootstrap".to_owned()]);
            spec.env = launch.env;
            spec.working_dir = "/var/task".into();
            spec.user = Some("993:990".to_owned());
            spec.hostname = "lambda".to_owned();
            spec.mounts = vec![Mount { source: launch.code, target: "/var/task".into(), read_only: true }];
            spec.limits.memory_bytes = Some(launch.memory_mib << 20);
            spec.limits.file_size = Some(launch.storage_mib << 20);
            spec.limits.pids = Some(1024);
            spec.limits.open_files = Some(1024);
            // Lambda gives a processor for 1769 MB; less than one would only make this machine wait.
            #[allow(clippy::cast_precision_loss, reason = "at most 10240")]
            let cpus = (launch.memory_mib as f64 / 1769.0).max(1.0);
            spec.limits.cpus = Some(cpus);
            spec.listeners = vec![API_PORT, DOOR_PORT];
            let container = self.runtime.start(spec).await.map_err(|error| error.to_string())?;
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
