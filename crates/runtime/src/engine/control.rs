//! The task that attends to one container of an engine.

use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use http::Method;
use serde::Deserialize;
use tokio::io::unix::AsyncFd;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;

use super::client::{Client, EngineError};
use super::remains::Remains;
use crate::cgroup::Usage;
use crate::container::{Command, Exit, Phase, lost};
use crate::control::{self, Pending};
use crate::network::Attachment;
use crate::registration::Registration;
use crate::wire::{Event, Request};

/// How long the doorkeeper may take to see every process gone and to hand files over.
const FINISH_LIMIT: Duration = Duration::from_secs(120);
/// How often what a container has written is looked at: so often at the most, and not more than a twentieth of the
/// time.
const DISK_PAUSE: Duration = Duration::from_secs(1);
const DISK_SHARE: u32 = 20;
/// Engines tell a signal as this much more than its number.
const SIGNALLED: i64 = 128;
/// The highest number of a signal.
const HIGHEST_SIGNAL: i64 = 64;

/// A container that was started.
pub(super) struct Control {
    pub(super) client: Client,
    /// The engine's name of the program's container.
    pub(super) engine_id: String,
    pub(super) door: AsyncFd<OwnedFd>,
    /// Its place in a network of several.
    pub(super) attachment: Option<Attachment>,
    pub(super) hand_over: Option<(u32, u32)>,
    pub(super) remains: Remains,
    pub(super) registration: Registration,
    pub(super) phase: watch::Sender<Phase>,
    pub(super) pending: Pending,
    /// The limit on what it writes, and where besides its own layer.
    pub(super) disk: Option<(u64, Vec<PathBuf>)>,
    pub(super) disk_exceeded: bool,
    pub(super) memory_is_limited: bool,
    /// Whether SIGKILL was asked for here.
    pub(super) killed: bool,
    /// Resolves when the program has ended: how many processes the kernel has killed for want of memory.
    pub(super) oom: Option<JoinHandle<Option<u64>>>,
    /// What the engine said last about it.
    pub(super) last_usage: Arc<Mutex<Usage>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Waited {
    status_code: i64,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Sized {
    #[serde(default)]
    size_rw: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Inspected {
    state: State,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct State {
    #[serde(rename = "OOMKilled", default)]
    oom_killed: bool,
}

impl Control {
    pub(super) async fn run(mut self, mut requests: mpsc::Receiver<Command>) {
        let mut held = true;
        let mut door_open = true;
        let (client, path) = (self.client.clone(), format!("/containers/{}/wait", self.engine_id));
        let ended = async move { client.wait_for(Method::POST, &path, None).await };
        let mut ended = std::pin::pin!(ended);
        let disk = watch_disk(self.client.clone(), self.engine_id.clone(), self.disk.take());
        let mut disk = std::pin::pin!(disk);
        let waited = loop {
            tokio::select! {
                waited = &mut ended => break waited,
                () = &mut disk, if !self.disk_exceeded => {
                    self.disk_exceeded = true;
                    self.request(Command::Kill).await;
                }
                command = requests.recv(), if held && self.pending.has_room() => {
                    // With nobody left to hold it, the container goes.
                    held = command.is_some();
                    self.request(command.unwrap_or(Command::Kill)).await;
                }
                event = control::receive(&self.door), if door_open => match event {
                    Ok(Some((Event::Connected { id, errno }, descriptors))) => {
                        self.pending.answer(id, errno, descriptors);
                    }
                    Ok(Some(_)) => {}
                    // The doorkeeper has ended, and with it, by the kernel's rule, every process.
                    Ok(None) | Err(_) => door_open = false,
                },
            }
        };
        let exit = match waited {
            Ok(answer) => self.exit(&answer).await,
            Err(error) => {
                tracing::warn!(%error, container = self.engine_id, "the engine was lost, and the container with it");
                lost()
            }
        };
        if door_open {
            match tokio::time::timeout(FINISH_LIMIT, self.finish_door()).await {
                Ok(None) => {}
                Ok(Some(problem)) => {
                    tracing::warn!(
                        problem,
                        container = self.engine_id,
                        "files of a container keep their owner"
                    );
                }
                Err(_) => {
                    tracing::warn!(container = self.engine_id, "the doorkeeper does not come to an end")
                }
            }
        }
        self.phase.send_replace(Phase::Exited(exit.clone()));
        let Control { door, attachment, remains, registration, phase, .. } = self;
        // The doorkeeper takes this as the order to end.
        drop((door, attachment));
        remains.remove().await;
        drop(registration);
        phase.send_replace(Phase::Removed(exit));
    }

    async fn request(&mut self, command: Command) {
        let signal = match command {
            Command::Connect { port, reply } => {
                let request = self.pending.request(port, reply);
                // A doorkeeper that is gone: the replies are dropped with us, and say that the container ended.
                let _ = control::send(&self.door, &request).await;
                return;
            }
            Command::Signal(signal) => signal,
            Command::Kill => libc::SIGKILL,
        };
        self.killed |= signal == libc::SIGKILL;
        let (client, engine_id) = (self.client.clone(), self.engine_id.clone());
        // Connections do not wait for a busy engine.
        tokio::spawn(async move {
            match signal_container(&client, &engine_id, signal).await {
                // 409: it has ended in this instant.
                Ok(()) | Err(EngineError::Refused { status: 404 | 409, .. }) => {}
                Err(error) => tracing::warn!(%error, engine_id, signal, "a signal was not sent"),
            }
        });
    }

    /// How the program ended, from the engine's answer.
    async fn exit(&mut self, answer: &[u8]) -> Exit {
        let Ok(Waited { status_code }) = serde_json::from_slice(answer) else { return lost() };
        let path = format!("/containers/{}/json", self.engine_id);
        let inspected = self.client.json::<Inspected>(Method::GET, &path, None).await;
        let (code, signal) = decoded(status_code);
        let counted = match self.oom.take() {
            // The program has ended, so this does too.
            Some(watch) => watch.await.ok().flatten(),
            None => None,
        };
        let told = inspected.is_ok_and(|inspected| inspected.state.oom_killed);
        let oom_killed = told
            || counted.map_or_else(
                // Nobody could count: who sends SIGKILL where nobody here has, if not the kernel?
                || self.memory_is_limited && !self.killed && signal == Some(libc::SIGKILL),
                |kills| kills > 0,
            );
        let usage = *self.last_usage.lock().unwrap_or_else(PoisonError::into_inner);
        Exit { code, signal, oom_killed, disk_exceeded: self.disk_exceeded, at: SystemTime::now(), usage }
    }

    /// Waits until no process is left; a problem with handing over is returned.
    async fn finish_door(&mut self) -> Option<String> {
        let request = Request::Finish { hand_over: self.hand_over };
        control::send(&self.door, &request).await.ok()?;
        loop {
            match control::receive(&self.door).await {
                Ok(Some((Event::Finished { errno }, _))) => {
                    return errno.map(|errno| std::io::Error::from_raw_os_error(errno).to_string());
                }
                Ok(Some((Event::Connected { id, errno }, descriptors))) => {
                    self.pending.answer(id, errno, descriptors);
                }
                Ok(Some(_)) => {}
                Ok(None) | Err(_) => return None,
            }
        }
    }
}

/// The bytes of a container's own layer.  Nothing once it has ended, or the engine has: who waits for either hears of
/// it.
pub(super) async fn layer_bytes(client: &Client, engine_id: &str) -> Option<u64> {
    let path = format!("/containers/{engine_id}/json?size=1");
    client.json::<Sized>(Method::GET, &path, None).await.ok()?.size_rw
}

/// Resolves when a container has written more than it may; an engine counts its layer for us, which is work for it.
async fn watch_disk(client: Client, engine_id: String, limit: Option<(u64, Vec<PathBuf>)>) {
    let Some((limit, mounts)) = limit else { return std::future::pending().await };
    loop {
        let begin = Instant::now();
        let measured = mounts.clone();
        let mounted = tokio::task::spawn_blocking(move || crate::disk::measure(&measured)).await.unwrap_or(0);
        let layer = layer_bytes(&client, &engine_id).await.unwrap_or(0);
        if mounted.saturating_add(layer) > limit {
            return;
        }
        tokio::time::sleep(DISK_PAUSE.max(begin.elapsed() * DISK_SHARE)).await;
    }
}

/// The exit code, or the signal that ended the program: engines have one number for both.
fn decoded(status: i64) -> (Option<i32>, Option<i32>) {
    let number = |value: i64| i32::try_from(value).ok();
    if (SIGNALLED + 1..=SIGNALLED + HIGHEST_SIGNAL).contains(&status) {
        (None, number(status - SIGNALLED))
    } else {
        (number(status), None)
    }
}

pub(super) async fn signal_container(
    client: &Client,
    engine_id: &str,
    signal: i32,
) -> Result<(), EngineError> {
    client.call(Method::POST, &format!("/containers/{engine_id}/kill?signal={signal}"), None).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engines_number_is_a_code_or_a_signal() {
        let check = |status, expected| assert_eq!(decoded(status), expected, "{status}");
        check(0, (Some(0), None));
        check(1, (Some(1), None));
        check(127, (Some(127), None));
        check(128, (Some(128), None));
        check(137, (None, Some(9)));
        check(143, (None, Some(15)));
        check(255, (Some(255), None));
    }
}
