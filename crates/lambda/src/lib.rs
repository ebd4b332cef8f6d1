//! Lambda: functions from a zip, run through the Runtime API.
//!
//! A function is a package with a statically linked `bootstrap`. It runs in a container with nothing beside its
//! own files, asks for invocations at the Runtime API, and reaches the platform with the credentials of its role.
//! An execution environment serves one invocation at a time, stays warm for five minutes, and is replaced when
//! the function changes. There is one version, `$LATEST`; images, layers and versions are refused by name.
//!
//! What is durable: the function with its package, and invocations that nobody waits for (at least once, up to
//! three attempts, then a dead letter). Unpacked packages and environments are made anew as needed.

mod config;
mod elf;
mod environment;
mod functions;
mod invoke;
mod launch;
mod log;
mod names;
mod package;
mod permissions;
mod pool;
mod rows;
mod runtime_api;
mod tags;

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use lirio_api::AwsError;
use lirio_api::lambda::ops;
use lirio_service::{Platform, Registry};
use lirio_store::{Key, Order};

pub use launch::{Ended, Launch, Launched, Launcher, Program, SCRATCH};

/// Invocations that nobody waits for which run at a time.
const ASYNC_AT_A_TIME: usize = 16;
/// How often idle environments and old code are looked for.
const SWEEP: Duration = Duration::from_secs(30);

/// The service.
pub struct Lambda {
    platform: Platform,
    pool: Arc<pool::Pool>,
}

impl Lambda {
    /// The service, with functions as containers of this runtime.
    ///
    /// # Errors
    ///
    /// None today; services are all made so.
    pub fn new(
        platform: &Platform,
        runtime: Arc<dyn lirio_runtime::Runtime>,
    ) -> Result<Arc<Lambda>, AwsError> {
        let containers = launch::Containers::new(runtime, &platform.data_dir);
        Ok(Self::with_launcher(platform, Arc::new(containers)))
    }

    /// The service, with functions started by something else.
    pub fn with_launcher(platform: &Platform, launcher: Arc<dyn Launcher>) -> Arc<Lambda> {
        let folder = platform.data_dir.join("lambda");
        let pool = Arc::new(pool::Pool::new(platform.clone(), launcher, folder));
        Arc::new(Lambda { platform: platform.clone(), pool })
    }

    /// Registers the handlers and the functions' policies.
    pub fn register(self: &Arc<Self>, registry: &mut Registry) {
        registry
            .service(self)
            .on(ops::AddPermission, Self::add_permission)
            .on(ops::CreateFunction, Self::create_function)
            .on(ops::DeleteFunction, Self::delete_function)
            .on(ops::GetFunction, Self::get_function)
            .on(functions::GetCodeSigning, Self::get_code_signing)
            .on(ops::GetFunctionConfiguration, Self::get_function_configuration)
            .on(ops::GetPolicy, Self::get_policy)
            .on(ops::Invoke, Self::invoke)
            .on(ops::ListFunctions, Self::list_functions)
            .on(ops::ListTags, Self::list_tags)
            .on(ops::ListVersionsByFunction, Self::list_versions_by_function)
            .on(ops::RemovePermission, Self::remove_permission)
            .on(ops::TagResource, Self::tag_resource)
            .on(ops::UntagResource, Self::untag_resource)
            .on(ops::UpdateFunctionCode, Self::update_function_code)
            .on(ops::UpdateFunctionConfiguration, Self::update_function_configuration);
        let lambda = Arc::clone(self);
        registry.resource_policies("lambda", move |scope, arn| lambda.resource_policy(scope, arn));
    }

    /// Starts the delivery of invocations that nobody waits for, and the sweeps; both end on shutdown.
    pub fn start(self: &Arc<Self>) {
        let lambda = Arc::clone(self);
        tokio::spawn(async move {
            let shutdown = lambda.platform.shutdown.clone();
            let outbox = lambda.platform.store.outbox(rows::ASYNC);
            let deliver = move |delivery| Arc::clone(&lambda).deliver(delivery);
            outbox.run(ASYNC_AT_A_TIME, shutdown.requested(), deliver).await;
        });
        let lambda = Arc::clone(self);
        tokio::spawn(async move {
            let shutdown = lambda.platform.shutdown.clone();
            let mut ticks = tokio::time::interval(SWEEP);
            loop {
                tokio::select! {
                    () = shutdown.requested() => return,
                    _ = ticks.tick() => {}
                }
                lambda.pool.end_idle();
                let sweeper = Arc::clone(&lambda);
                let swept = tokio::task::spawn_blocking(move || sweeper.sweep()).await;
                if let Ok(Err(error)) = swept {
                    tracing::warn!(%error, "old code of functions was not looked for");
                }
            }
        });
    }

    fn sweep(&self) -> Result<(), AwsError> {
        let range = lirio_store::KeyRange::prefix(&Key::new());
        let rows = self
            .platform
            .store
            .read(|read| rows::FUNCTIONS.scan(read, range, Order::Ascending, usize::MAX))?;
        let current: HashSet<_> = rows.iter().map(|(_, row)| self.pool.code_folder(row)).collect();
        self.pool.sweep(&current);
        Ok(())
    }
}
