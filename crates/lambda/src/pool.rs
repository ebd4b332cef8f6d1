//! The execution environments of all functions: kept warm, replaced when the function changes.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};

use bytes::Bytes;
use lirio_api::{AwsError, lambda::errors};
use lirio_service::Platform;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

use crate::environment::{CodeFolder, Environment, Outcome};
use crate::launch::Launcher;
use crate::package::{MOST_UNPACKED, unpack};
use crate::rows::FunctionRow;

/// How long an environment waits for another invocation.
const IDLE: Duration = Duration::from_secs(300);
/// The most environments of one function that run at a time.
const MOST: usize = 16;
/// How long an invocation waits for one of them.
const PATIENCE: Duration = Duration::from_secs(30);

/// All environments.
pub(crate) struct Pool {
    platform: Platform,
    launcher: Arc<dyn Launcher>,
    /// Where packages are unpacked.
    folder: PathBuf,
    functions: Mutex<HashMap<String, Arc<Function>>>,
    code: Mutex<HashMap<PathBuf, Weak<CodeFolder>>>,
}

/// The environments of one function, which is known by its ARN.
struct Function {
    idle: Mutex<Vec<(Instant, Environment)>>,
    permits: Arc<Semaphore>,
    /// An environment that is being started ahead: its revision, and a channel that closes when it is there.
    warming: Mutex<Option<(String, watch::Receiver<()>)>>,
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Pool {
    pub(crate) fn new(platform: Platform, launcher: Arc<dyn Launcher>, folder: PathBuf) -> Pool {
        Pool { platform, launcher, folder, functions: Mutex::default(), code: Mutex::default() }
    }

    fn function(&self, row: &FunctionRow) -> Arc<Function> {
        let arn = row.config.function_arn.clone().unwrap_or_default();
        Arc::clone(lock(&self.functions).entry(arn).or_insert_with(|| {
            Arc::new(Function {
                idle: Mutex::default(),
                permits: Arc::new(Semaphore::new(MOST)),
                warming: Mutex::default(),
            })
        }))
    }

    /// Runs one invocation, in a warm environment if there is one.
    pub(crate) async fn invoke(
        &self,
        row: &FunctionRow,
        request_id: &str,
        client_context: Option<String>,
        payload: Bytes,
    ) -> Result<Outcome, AwsError> {
        let function = self.function(row);
        let _permit = permit(&function).await?;
        let environment = match self.warm(&function, row).await {
            Some(environment) => environment,
            None => self.start(row).await?,
        };
        let (outcome, reusable) =
            environment.invoke(&self.platform, request_id, client_context, payload).await;
        if reusable {
            lock(&function.idle).push((Instant::now(), environment));
        }
        Ok(outcome)
    }

    /// A warm environment of this very revision. Those of others end here.
    async fn warm(&self, function: &Function, row: &FunctionRow) -> Option<Environment> {
        let revision = row.config.revision_id.clone().unwrap_or_default();
        if let Some(found) = self.take_idle(function, &revision) {
            return Some(found);
        }
        let warming = lock(&function.warming).clone();
        match warming {
            Some((of, mut done)) if of == revision => {
                // An error is the end of the sender: the environment is there, or did not start.
                while done.changed().await.is_ok() {}
                self.take_idle(function, &revision)
            }
            _ => None,
        }
    }

    fn take_idle(&self, function: &Function, revision: &str) -> Option<Environment> {
        let now = self.platform.now();
        let mut idle = lock(&function.idle);
        idle.retain(|(_, environment)| environment.revision == revision && environment.usable(now));
        idle.pop().map(|(_, environment)| environment)
    }

    async fn start(&self, row: &FunctionRow) -> Result<Environment, AwsError> {
        let code = self.unpacked(row).await?;
        Environment::start(&self.platform, self.launcher.as_ref(), row, code).await
    }

    /// Starts an environment ahead of the first invocation, in the background.
    pub(crate) fn prewarm(self: &Arc<Self>, row: FunctionRow) {
        let function = self.function(&row);
        let (sender, receiver) = watch::channel(());
        let revision = row.config.revision_id.clone().unwrap_or_default();
        *lock(&function.warming) = Some((revision, receiver));
        let pool = Arc::clone(self);
        tokio::spawn(async move {
            match pool.start(&row).await {
                Ok(environment) => {
                    environment.initialized().await;
                    lock(&function.idle).push((Instant::now(), environment));
                }
                Err(error) => {
                    let name = row.config.function_name.as_deref().unwrap_or_default();
                    tracing::warn!(function = name, %error, "an environment did not start ahead");
                }
            }
            drop(sender);
        });
    }

    /// Ends the idle environments of a function that is gone.
    pub(crate) fn forget(&self, row: &FunctionRow) {
        let arn = row.config.function_arn.clone().unwrap_or_default();
        if let Some(function) = lock(&self.functions).remove(&arn) {
            lock(&function.idle).clear();
        }
    }

    /// Ends what was idle for long.
    pub(crate) fn end_idle(&self) {
        let now = self.platform.now();
        let functions: Vec<_> = lock(&self.functions).values().cloned().collect();
        for function in functions {
            lock(&function.idle)
                .retain(|(since, environment)| since.elapsed() < IDLE && environment.usable(now));
        }
    }

    /// The folder of a function's code, unpacked now if it is not there.
    async fn unpacked(&self, row: &FunctionRow) -> Result<Arc<CodeFolder>, AwsError> {
        let path = self.code_folder(row);
        // Held from here on, the folder is not swept.
        let folder = {
            let mut code = lock(&self.code);
            match code.get(&path).and_then(Weak::upgrade) {
                Some(folder) => folder,
                None => {
                    let folder = Arc::new(CodeFolder(path.clone()));
                    code.insert(path.clone(), Arc::downgrade(&folder));
                    folder
                }
            }
        };
        if !path.is_dir() {
            let zip = self.platform.store.blobs().read_all(&row.code, MOST_UNPACKED).await?;
            tokio::task::spawn_blocking(move || unpack(&zip, &path))
                .await
                .map_err(AwsError::internal)?
                .map_err(|error| AwsError::file("unpacking a function", &error))?;
        }
        Ok(folder)
    }

    /// Where a function's code is unpacked.
    pub(crate) fn code_folder(&self, row: &FunctionRow) -> PathBuf {
        self.folder.join(row.config.function_name.as_deref().unwrap_or_default()).join(&row.code_hex)
    }

    /// Removes the folders of code that no function has and no environment uses; slow.
    pub(crate) fn sweep(&self, current: &HashSet<PathBuf>) {
        let folders = |path: &Path| -> Vec<PathBuf> {
            let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
            entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
        };
        for function in folders(&self.folder) {
            for folder in folders(&function) {
                // Locked while it goes, so that nobody takes hold of it meanwhile; what is being unpacked is young.
                let mut code = lock(&self.code);
                let used = code.get(&folder).is_some_and(|weak| weak.strong_count() > 0);
                let young = std::fs::metadata(&folder)
                    .and_then(|metadata| metadata.modified())
                    .is_ok_and(|at| at.elapsed().is_ok_and(|age| age < IDLE));
                if used || young || current.contains(&folder) {
                    continue;
                }
                code.remove(&folder);
                if let Err(error) = std::fs::remove_dir_all(&folder) {
                    tracing::warn!(folder = %folder.display(), %error, "old code of a function stays");
                }
            }
            // Fails, as it should, while there is something in it.
            let _ = std::fs::remove_dir(&function);
        }
    }
}

async fn permit(function: &Function) -> Result<OwnedSemaphorePermit, AwsError> {
    let waiting = tokio::time::timeout(PATIENCE, Arc::clone(&function.permits).acquire_owned());
    match waiting.await {
        Ok(Ok(permit)) => Ok(permit),
        _ => Err(errors::too_many_requests_exception("Rate Exceeded.")
            .with("Reason", "ConcurrentInvocationLimitExceeded".to_owned())),
    }
}
