//! One execution environment: a program, its Runtime API, its log; one invocation at a time.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use lirio_api::{AwsError, Timestamp, lambda::errors};
use lirio_service::Platform;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::AbortHandle;

use crate::launch::{API_PORT, DOOR_PORT, Ended, Launch, Launcher, Program};
use crate::log::{self, Mark};
use crate::names::{LATEST, SERVICE};
use crate::rows::FunctionRow;
use crate::runtime_api::{Answer, Init, Invocation, MOST_RESPONSE, RuntimeApi};

/// How long a program may take until it asks for its first invocation, before the function's own timeout counts.
const INIT: Duration = Duration::from_secs(10);
/// How long the credentials of a function's role last, in seconds.
const SESSION_SECONDS: u32 = 3600;

/// A folder of code that is in use.
#[derive(Debug)]
pub(crate) struct CodeFolder(pub(crate) PathBuf);

/// What an invocation came to.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The function's answer, or its error as JSON.
    pub(crate) payload: Bytes,
    /// Whether it is an error.
    pub(crate) failed: bool,
    /// The last 4 KiB of the log, once they are known.
    pub(crate) tail: oneshot::Receiver<Vec<u8>>,
}

/// A running environment; dropping it ends its program.
pub(crate) struct Environment {
    /// Which code and configuration it was started with.
    pub(crate) revision: String,
    /// When its credentials end.
    expires: Timestamp,
    timeout: Duration,
    memory_mib: i64,
    arn: String,
    program: Arc<dyn Program>,
    api: Arc<RuntimeApi>,
    marks: mpsc::UnboundedSender<Mark>,
    ended: watch::Receiver<Option<Ended>>,
    started: Instant,
    /// Milliseconds until the first invocation was asked for; reported once.
    init_duration: std::sync::OnceLock<f64>,
    reported_init: std::sync::atomic::AtomicBool,
    tasks: Vec<AbortHandle>,
    /// Held, so that the files stay.
    _code: Arc<CodeFolder>,
}

impl Drop for Environment {
    fn drop(&mut self) {
        self.tasks.iter().for_each(AbortHandle::abort);
    }
}

impl Environment {
    /// Starts one; it may not have asked for an invocation yet when this returns.
    pub(crate) async fn start(
        platform: &Platform,
        launcher: &dyn Launcher,
        row: &FunctionRow,
        code: Arc<CodeFolder>,
    ) -> Result<Environment, AwsError> {
        let config = &row.config;
        let name = config.function_name.as_deref().unwrap_or_default();
        let role = config.role.as_deref().unwrap_or_default();
        let session = platform.identity()?.session(role, SERVICE, name, SESSION_SECONDS).await?;
        let stream =
            format!("{}/[{LATEST}]{}", platform.now().strftime("%Y/%m/%d"), lirio_service::hex_id::<16>());
        let group = config
            .logging_config
            .as_ref()
            .and_then(|logging| logging.log_group.clone())
            .unwrap_or_else(|| format!("/aws/lambda/{name}"));
        let memory_mib = config.memory_size.unwrap_or(128);
        let storage_mib = config.ephemeral_storage.as_ref().map_or(512, |storage| storage.size);
        let mut env: Vec<(String, String)> = [
            ("_HANDLER", config.handler.clone().unwrap_or_default()),
            ("LAMBDA_TASK_ROOT", "/var/task".to_owned()),
            ("LAMBDA_RUNTIME_DIR", "/var/runtime".to_owned()),
            ("AWS_LAMBDA_RUNTIME_API", format!("127.0.0.1:{API_PORT}")),
            ("AWS_LAMBDA_FUNCTION_NAME", name.to_owned()),
            ("AWS_LAMBDA_FUNCTION_VERSION", LATEST.to_owned()),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", memory_mib.to_string()),
            ("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand".to_owned()),
            ("AWS_LAMBDA_LOG_GROUP_NAME", group.clone()),
            ("AWS_LAMBDA_LOG_STREAM_NAME", stream.clone()),
            ("AWS_REGION", platform.scope.region.to_string()),
            ("AWS_DEFAULT_REGION", platform.scope.region.to_string()),
            ("AWS_ACCESS_KEY_ID", session.access_key),
            ("AWS_SECRET_ACCESS_KEY", session.secret),
            ("AWS_SESSION_TOKEN", session.session_token),
            ("AWS_ENDPOINT_URL", format!("http://127.0.0.1:{DOOR_PORT}")),
            // SDKs put `sync-` before the host of some operations, and no name resolves in here.
            ("AWS_DISABLE_HOST_PREFIX_INJECTION", "true".to_owned()),
            ("TZ", ":UTC".to_owned()),
            ("LANG", "en_US.UTF-8".to_owned()),
            ("PATH", "/usr/local/bin:/usr/bin/:/bin:/opt/bin".to_owned()),
            (
                "LD_LIBRARY_PATH",
                "/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib".to_owned(),
            ),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
        let own = config.environment.as_ref().and_then(|environment| environment.variables.as_ref());
        for (name, value) in own.into_iter().flatten() {
            env.retain(|(there, _)| there != name);
            env.push((name.clone(), value.clone()));
        }
        let launch = Launch {
            id: format!("lambda-{}", lirio_service::hex_id::<12>()),
            code: code.0.clone(),
            env,
            memory_mib: u64::try_from(memory_mib).unwrap_or(128),
            storage_mib: u64::try_from(storage_mib).unwrap_or(512),
        };
        let started = Instant::now();
        let launched = launcher.launch(launch).await.map_err(|problem| {
            errors::service_exception(format!("The execution environment of {name} did not start: {problem}"))
        })?;
        let api = RuntimeApi::new();
        let mut tasks = vec![tokio::spawn(Arc::clone(&api).serve(launched.api)).abort_handle()];
        if let Some(listener) = launched.door {
            tasks.push(platform.door.serve(listener)?);
        }
        let (ended_in, ended) = watch::channel(None);
        let program = Arc::clone(&launched.program);
        let watcher = tokio::spawn(async move {
            let how = program.ended().await;
            ended_in.send_replace(Some(how));
        });
        tasks.push(watcher.abort_handle());
        Ok(Environment {
            revision: config.revision_id.clone().unwrap_or_default(),
            expires: session.expires,
            timeout: Duration::from_secs(config.timeout.and_then(|s| s.try_into().ok()).unwrap_or(3)),
            memory_mib,
            arn: config.function_arn.clone().unwrap_or_default(),
            program: launched.program,
            api,
            marks: log::follow(platform.clone(), group, stream, launched.output),
            ended,
            started,
            init_duration: std::sync::OnceLock::new(),
            reported_init: false.into(),
            tasks,
            _code: code,
        })
    }

    /// Whether it can take another invocation: alive, and with credentials that outlast it.
    pub(crate) fn usable(&self, now: Timestamp) -> bool {
        let margin = i64::try_from(self.timeout.as_millis()).unwrap_or(i64::MAX).saturating_add(60_000);
        self.ended.borrow().is_none()
            && !matches!(*self.api.init().borrow(), Init::Failed(_))
            && now.0.saturating_add(margin) < self.expires.0
    }

    /// Waits until the program has asked for its first invocation, cannot start, has ended, or took ten seconds.
    pub(crate) async fn initialized(&self) {
        let (mut init, mut ended) = (self.api.init(), self.ended.clone());
        let left = INIT.saturating_sub(self.started.elapsed());
        let _ = tokio::time::timeout(left, async {
            tokio::select! {
                _ = init.wait_for(|init| *init != Init::Running) => {}
                _ = ended.wait_for(Option::is_some) => {}
            }
        })
        .await;
        let _ = self.init_duration.set(milliseconds(self.started.elapsed()));
    }

    /// Runs one invocation. The environment is of use afterwards only if the second value says so.
    pub(crate) async fn invoke(
        &self,
        platform: &Platform,
        request_id: &str,
        client_context: Option<String>,
        payload: Bytes,
    ) -> (Outcome, bool) {
        self.initialized().await;
        let (noted_in, noted) = oneshot::channel();
        let line = format!("START RequestId: {request_id} Version: {LATEST}");
        let _ = self.marks.send(Mark::Start(line, noted_in));
        // In memory only; what becomes of the line in the log is waited for by nobody.
        let _ = noted.await;
        let begun = Instant::now();
        let (result, reusable) = self.run(platform, request_id, client_context, payload).await;
        let duration = begun.elapsed();
        let (payload, failed, line) = match result {
            Ok(payload) => (payload, false, None),
            Err((payload, line)) => (payload, true, line),
        };
        let (tail_in, tail) = oneshot::channel();
        let mut lines: Vec<String> = line.into_iter().collect();
        lines.push(format!("END RequestId: {request_id}"));
        lines.push(self.report(request_id, duration).await);
        let _ = self.marks.send(Mark::End(lines, tail_in));
        (Outcome { payload, failed, tail }, reusable)
    }

    async fn run(
        &self,
        platform: &Platform,
        request_id: &str,
        client_context: Option<String>,
        payload: Bytes,
    ) -> (Result<Bytes, (Bytes, Option<String>)>, bool) {
        let error = |kind: &str, words: String| {
            let message = format!("RequestId: {request_id} Error: {words}");
            let body = serde_json::json!({ "errorType": kind, "errorMessage": message });
            (Bytes::from(body.to_string()), Some(message))
        };
        if let Init::Failed(body) = self.api.init().borrow().clone() {
            return (Err((body, None)), false);
        }
        let limit = i64::try_from(self.timeout.as_millis()).unwrap_or(i64::MAX);
        let answer = self.api.submit(Invocation {
            request_id: request_id.to_owned(),
            deadline_ms: platform.now().0.saturating_add(limit),
            function_arn: self.arn.clone(),
            client_context,
            payload,
        });
        let (mut init, mut ended) = (self.api.init(), self.ended.clone());
        tokio::select! {
            // An answer that came before the end counts.
            biased;
            answer = answer => match answer {
                Ok(Answer::Response(body)) => (Ok(body), true),
                Ok(Answer::Error(body)) => (Err((body, None)), true),
                Ok(Answer::TooLarge) => {
                    let body = serde_json::json!({
                        "errorType": "Function.ResponseSizeTooLarge",
                        "errorMessage": format!("Response payload size exceeded maximum allowed payload size ({MOST_RESPONSE} bytes)."),
                    });
                    (Err((body.to_string().into(), None)), true)
                }
                Err(_) => (Err(error("Runtime.Unknown", "the invocation was lost".to_owned())), false),
            },
            _ = init.wait_for(|init| matches!(init, Init::Failed(_))) => {
                let body = match self.api.init().borrow().clone() {
                    Init::Failed(body) => body,
                    _ => Bytes::new(),
                };
                (Err((body, None)), false)
            }
            how = ended.wait_for(Option::is_some) => {
                let how = how.ok().and_then(|how| *how).unwrap_or_default();
                (Err(error("Runtime.ExitError", describe(how))), false)
            }
            () = tokio::time::sleep(self.timeout) => {
                let words = format!("Task timed out after {:.2} seconds", self.timeout.as_secs_f64());
                let (body, _) = error("Sandbox.Timedout", words.clone());
                let line = format!("{} {request_id} {words}", platform.now().iso8601_millis());
                (Err((body, Some(line))), false)
            }
        }
    }

    async fn report(&self, request_id: &str, duration: Duration) -> String {
        let duration = milliseconds(duration);
        let peak = self.program.memory_peak().await.unwrap_or(0).div_ceil(1 << 20);
        let mut line = format!(
            "REPORT RequestId: {request_id}\tDuration: {duration:.2} ms\tBilled Duration: {:.0} ms\tMemory Size: {} MB\tMax Memory Used: {peak} MB\t",
            duration.ceil(),
            self.memory_mib
        );
        if let Some(init) = self.init_duration.get()
            && !self.reported_init.swap(true, std::sync::atomic::Ordering::Relaxed)
        {
            line.push_str(&format!("Init Duration: {init:.2} ms\t"));
        }
        line
    }
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// How a program ended, in Lambda's words.
fn describe(how: Ended) -> String {
    let signal = match how.signal {
        _ if how.out_of_memory => "killed".to_owned(),
        Some(4) => "illegal instruction".to_owned(),
        Some(6) => "aborted".to_owned(),
        Some(7) => "bus error".to_owned(),
        Some(8) => "floating point exception".to_owned(),
        Some(9) => "killed".to_owned(),
        Some(11) => "segmentation fault".to_owned(),
        Some(15) => "terminated".to_owned(),
        Some(other) => other.to_string(),
        None => {
            return match how.code {
                Some(0) | None => "Runtime exited without providing a reason".to_owned(),
                Some(code) => format!("Runtime exited with error: exit status {code}"),
            };
        }
    };
    format!("Runtime exited with error: signal: {signal}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_told_in_lambdas_words() {
        let check = |code, signal, expected: &str| {
            assert_eq!(describe(Ended { code, signal, out_of_memory: false }), expected);
        };
        check(Some(1), None, "Runtime exited with error: exit status 1");
        check(Some(0), None, "Runtime exited without providing a reason");
        check(None, Some(9), "Runtime exited with error: signal: killed");
        check(None, Some(11), "Runtime exited with error: signal: segmentation fault");
    }
}
