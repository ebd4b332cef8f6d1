//! SIGTERM, to a training and to a server.
//!
//! A training may be over before a signal could reach it. So its data are held back: the largest file of its
//! channel is a pipe, and once somebody reads it, the training is at work and waits. After the signal the data
//! come, as often as they are asked for.
//!
//! Whether the program has a handler is looked up with the kernel: outside of the sandbox it is process 1 of its
//! container, and would not notice the signal without one.

use std::fs;
use std::io::{self, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use lirio_runtime::Container;
use lirio_sagemaker::contract;
use rustix::fs::{CWD, FileType, Mode, OFlags};
use rustix::io::Errno;
use tokio::time::{Instant, sleep};

use crate::bench::{Bench, Running, human};
use crate::checks::Id;
use crate::finding::Finding;
use crate::train::{rehearse, supply};
use crate::{DoctorError, Trial};

const SIGTERM: i32 = 15;
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(1);
/// How long data are held back behind the signal: a handler that ends the program needs less.
const HELD: Duration = Duration::from_millis(300);
/// A training that is shorter may have had a handler that nobody saw.
const TOO_SHORT: Duration = Duration::from_millis(200);
/// From here on it is told how long it took.
const SLOW_TRAINING: Duration = Duration::from_secs(10);

/// What came of a signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stopped {
    /// Whether the program was seen to catch it.
    pub(crate) caught: Option<bool>,
    pub(crate) fate: Fate,
    pub(crate) lines: Vec<String>,
}

/// When it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// This long after its start, before a signal was sent.
    Before(Duration),
    /// This long after the signal.
    After(Duration),
    /// Not in this time after the signal.
    Never(Duration),
}

/// A training that is told to stop.
pub(crate) async fn examine_training(bench: &Bench, trial: &Trial) -> Result<Finding, DoctorError> {
    let id = Id::TrainStop;
    if trial.data.is_some() {
        match training(bench, trial, true).await? {
            Err(why) => return Ok(Finding::not_checked(id, why)),
            // It may not take a pipe for a file.
            Ok(Stopped { fate: Fate::Before(_), caught: None | Some(false), .. }) => {}
            Ok(stopped) => return Ok(judge_training(&stopped)),
        }
    }
    Ok(match training(bench, trial, false).await? {
        Err(why) => Finding::not_checked(id, why),
        // Whoever gives up without data may do so before it sets a handler.
        Ok(Stopped { fate: Fate::Before(_), caught: None | Some(false), .. }) if trial.data.is_none() => {
            Finding::not_checked(id, "it ends before the signal, and there are no data: give --training FILE")
        }
        Ok(stopped) => judge_training(&stopped),
    })
}

async fn training(bench: &Bench, trial: &Trial, hold: bool) -> Result<Result<Stopped, String>, DoctorError> {
    let rehearsal = rehearse(bench, trial, "stop")?;
    supply(&rehearsal, trial).await?;
    let mut held = None;
    if hold {
        let beside = bench.folder.join(bench.name("held"));
        held =
            Held::largest_of(&rehearsal.channel(), beside).map_err(DoctorError::io("hold back the data"))?;
        if held.is_none() {
            return Ok(Err("there are no data to hold back".to_owned()));
        }
    }
    let mut running = match bench.start(rehearsal.container(&bench.image, bench.name("stop"))).await? {
        Ok(running) => running,
        Err(_) => return Ok(Err("the container does not start".to_owned())),
    };
    let stopped = stop_training(&mut running, held.as_ref(), trial).await;
    drop(held);
    running.remove().await;
    Ok(Ok(stopped))
}

async fn stop_training(running: &mut Running, held: Option<&Held>, trial: &Trial) -> Stopped {
    let mut caught = None;
    // Since when nothing holds it up.
    let mut at_work = held.is_none().then(Instant::now);
    let deadline = Instant::now() + trial.limits.patience;
    let never = |caught, lines| Stopped { caught, fate: Fate::Never(trial.limits.patience), lines };
    // Until it is caught: at the latest when the data are read, or after some time with them.
    loop {
        if let Some(ended) = running.end(Duration::ZERO).await {
            return Stopped { caught, fate: Fate::Before(ended.after), lines: ended.lines };
        }
        caught = running.container.catches(SIGTERM as u32).or(caught);
        let reads = held.is_some_and(|held| held.state() != WAITING);
        match caught {
            Some(true) if at_work.is_some() || reads => break,
            _ if at_work.is_some_and(|since| since.elapsed() > trial.limits.handler) => break,
            _ if reads && at_work.is_none() => {
                // It may set its handler only when it has its data.
                if let Some(held) = held {
                    held.release();
                }
                at_work = Some(Instant::now());
            }
            _ => {}
        }
        if Instant::now() > deadline {
            return never(caught, running.lines());
        }
        sleep(PAUSE).await;
    }
    let mut since = Instant::now();
    if running.container.signal(SIGTERM).await.is_err() {
        let after = running.since.elapsed();
        return Stopped { caught, fate: Fate::Before(after), lines: running.lines() };
    }
    let limit = trial.limits.training_stop;
    let mut ended = running.end(HELD.min(limit)).await;
    if ended.is_none() {
        if let Some(held) = held
            && held.state() == READ
        {
            // That it waited was not its own fault.
            held.release();
            since = Instant::now();
        }
        ended = running.end(limit.saturating_sub(since.elapsed())).await;
    }
    match ended {
        Some(ended) => Stopped { caught, fate: Fate::After(since.elapsed()), lines: ended.lines },
        None => Stopped { caught, fate: Fate::Never(limit), lines: running.lines() },
    }
}

/// Tells a server to stop.
pub(crate) async fn stop_server(running: &mut Running, limit: Duration) -> Stopped {
    let caught = caught_soon(&running.container).await;
    let since = Instant::now();
    // One that has ended answers with an error, and its end is seen at once.
    let _ = running.container.signal(SIGTERM).await;
    // Without a handler nothing would ever come of it.
    let limit = if caught == Some(false) { limit.min(Duration::from_secs(1)) } else { limit };
    match running.end(limit).await {
        Some(ended) => Stopped { caught, fate: Fate::After(since.elapsed()), lines: ended.lines },
        None => Stopped { caught, fate: Fate::Never(limit), lines: running.lines() },
    }
}

/// A server may set its handlers a moment after it answers.
async fn caught_soon(container: &Container) -> Option<bool> {
    let deadline = Instant::now() + TOO_SHORT;
    loop {
        match container.catches(SIGTERM as u32) {
            Some(false) if Instant::now() < deadline => sleep(PAUSE).await,
            seen => return seen,
        }
    }
}

const UNHEARD: &str = "the program has no handler for SIGTERM, and as process 1 would not notice it";

fn judge_training(stopped: &Stopped) -> Finding {
    let id = Id::TrainStop;
    let kill = contract::TRAINING_STOP.as_secs();
    match (stopped.caught, stopped.fate) {
        (Some(true), Fate::Before(_)) => {
            Finding::pass(id, "it has a handler for SIGTERM, and ended before the signal came")
        }
        (_, Fate::Before(after)) if after < TOO_SHORT => Finding::not_checked(
            id,
            format!("training ends after {}, before a signal can reach it", human(after)),
        ),
        (Some(false), _) => Finding::fail(id, UNHEARD).lines(&stopped.lines),
        (None, Fate::Before(after)) => {
            Finding::not_checked(id, format!("training ended after {}, before the signal", human(after)))
        }
        (_, Fate::After(after)) if after > SLOW_TRAINING => {
            Finding::warn(id, format!("it ended {} after SIGTERM", human(after))).mend(format!(
                "Save and exit sooner: after {kill} s it is killed, and a larger training takes longer."
            ))
        }
        (_, Fate::After(after)) => Finding::pass(id, format!("it ended {} after SIGTERM", human(after))),
        (_, Fate::Never(limit)) => {
            let seen = format!("it still ran {} after SIGTERM; after {kill} s it is killed", human(limit));
            let finding = if limit < contract::TRAINING_STOP {
                Finding::warn(id, seen)
                    .mend("Look at the signal between two steps of training; save and exit then.")
            } else {
                Finding::fail(id, seen)
            };
            finding.lines(&stopped.lines)
        }
    }
}

/// Whether a server stops in time.
pub(crate) fn judge_server(stopped: &Stopped) -> Finding {
    let id = Id::ServeStop;
    match (stopped.caught, stopped.fate) {
        (Some(false), _) => Finding::fail(id, UNHEARD).lines(&stopped.lines),
        (_, Fate::Before(after)) => {
            Finding::not_checked(id, format!("the server ended by itself after {}", human(after)))
        }
        (_, Fate::After(after)) => Finding::pass(id, format!("it ended {} after SIGTERM", human(after))),
        (_, Fate::Never(limit)) => {
            Finding::fail(id, format!("it still ran {} after SIGTERM", human(limit))).lines(&stopped.lines)
        }
    }
}

/// Nobody reads the data yet.
const WAITING: u8 = 0;
/// Somebody waits for them.
const READ: u8 = 1;
/// They may go.
const RELEASED: u8 = 2;
/// The training is over.
const OVER: u8 = 3;

/// A file that is a pipe until it is released.
struct Held {
    state: Arc<AtomicU8>,
}

impl Held {
    /// Holds back the largest file below a folder; its content is kept at `beside` meanwhile.
    fn largest_of(channel: &Path, beside: PathBuf) -> io::Result<Option<Self>> {
        let tree = crate::leavings::tree(channel);
        let mut largest: Option<(u64, PathBuf)> = None;
        for path in tree.into_keys() {
            let path = channel.join(path);
            let size = fs::symlink_metadata(&path)?.len();
            if largest.as_ref().is_none_or(|(most, _)| size > *most) {
                largest = Some((size, path));
            }
        }
        let Some((_, path)) = largest else { return Ok(None) };
        fs::rename(&path, &beside)?;
        rustix::fs::mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0)?;
        // Whoever the container runs as.
        fs::set_permissions(&path, fs::Permissions::from_mode(0o666))?;
        let state = Arc::new(AtomicU8::new(WAITING));
        let shared = state.clone();
        std::thread::Builder::new()
            .name("held-data".to_owned())
            .spawn(move || feed(&path, &beside, &shared))?;
        Ok(Some(Self { state }))
    }

    fn state(&self) -> u8 {
        self.state.load(Ordering::SeqCst)
    }

    fn release(&self) {
        self.state.store(RELEASED, Ordering::SeqCst);
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.state.store(OVER, Ordering::SeqCst);
    }
}

/// Gives every reader of a pipe the content of a file, from when it is released until the training is over.
fn feed(pipe: &Path, content: &Path, state: &AtomicU8) {
    while state.load(Ordering::SeqCst) != OVER {
        let flags = (OFlags::NONBLOCK | OFlags::NOFOLLOW).bits() as i32;
        let opened = fs::OpenOptions::new().write(true).custom_flags(flags).open(pipe);
        let Ok(mut writer) = opened else {
            // Nobody reads.
            std::thread::sleep(PAUSE);
            continue;
        };
        // It is READ now, unless it has been released or is over.
        let _ = state.compare_exchange(WAITING, READ, Ordering::SeqCst, Ordering::SeqCst);
        while state.load(Ordering::SeqCst) == READ {
            std::thread::sleep(PAUSE);
        }
        if write_all(&mut writer, content, state).is_ok() {
            drop(writer);
            // The reader finds the end before anybody opens the pipe for it again.
            std::thread::sleep(50 * PAUSE);
        }
    }
}

fn write_all(writer: &mut fs::File, content: &Path, state: &AtomicU8) -> io::Result<()> {
    let mut source = fs::File::open(content)?;
    let mut buffer = vec![0; 64 << 10];
    loop {
        let read = io::Read::read(&mut source, &mut buffer)?;
        if read == 0 {
            return Ok(());
        }
        let mut rest = &buffer[..read];
        while !rest.is_empty() {
            match writer.write(rest) {
                Ok(written) => rest = &rest[written..],
                Err(error) if error.raw_os_error() == Some(Errno::AGAIN.raw_os_error()) => {
                    if state.load(Ordering::SeqCst) == OVER {
                        return Err(error);
                    }
                    std::thread::sleep(PAUSE);
                }
                Err(error) => return Err(error),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Verdict::{self, Fail, NotChecked, Pass, Warn};

    fn stopped(caught: Option<bool>, fate: Fate) -> Stopped {
        Stopped { caught, fate, lines: Vec::new() }
    }

    #[test]
    fn verdicts() {
        let seconds = Duration::from_secs;
        let check = |caught, fate, training: (Verdict, &str), server: (Verdict, &str)| {
            let stopped = stopped(caught, fate);
            for (finding, (verdict, seen)) in
                [(judge_training(&stopped), training), (judge_server(&stopped), server)]
            {
                assert_eq!(finding.verdict, verdict, "{finding:?}");
                assert!(finding.seen.contains(seen), "{finding:?}");
            }
        };
        let unheard = (Fail, "no handler for SIGTERM");
        check(Some(true), Fate::After(seconds(1)), (Pass, "1.00 s after SIGTERM"), (Pass, "1.00 s after"));
        check(None, Fate::After(seconds(1)), (Pass, "1.00 s after SIGTERM"), (Pass, "1.00 s after"));
        check(Some(true), Fate::After(seconds(20)), (Warn, "20.00 s after"), (Pass, "20.00 s after"));
        // The sandbox shields the program from being process 1, so that the signal ends it all the same.
        check(Some(false), Fate::After(seconds(0)), unheard, unheard);
        check(Some(false), Fate::Never(seconds(1)), unheard, unheard);
        check(Some(true), Fate::Never(seconds(30)), (Warn, "still ran 30.00 s"), (Fail, "still ran 30.00 s"));
        check(Some(true), Fate::Never(seconds(120)), (Fail, "still ran 120.00 s"), (Fail, "still ran"));
        check(Some(true), Fate::Before(seconds(1)), (Pass, "ended before"), (NotChecked, "by itself"));
        check(Some(false), Fate::Before(seconds(1)), unheard, unheard);
        let quick = Fate::Before(Duration::from_millis(5));
        check(Some(false), quick, (NotChecked, "ends after 5 ms"), unheard);
        check(None, Fate::Before(seconds(1)), (NotChecked, "ended after 1.00 s"), (NotChecked, "by itself"));
    }

    #[test]
    fn held_data_come_whole_and_again() {
        let folder = std::env::temp_dir().join(format!("lirio-doctor-held-{}", std::process::id()));
        fs::create_dir_all(folder.join("channel/deep")).unwrap();
        let content = vec![b'x'; 300_000];
        fs::write(folder.join("channel/deep/large"), &content).unwrap();
        fs::write(folder.join("channel/small"), "s").unwrap();
        let held = Held::largest_of(&folder.join("channel"), folder.join("beside")).unwrap().unwrap();
        assert_eq!(fs::read(folder.join("channel/small")).unwrap(), b"s");
        let pipe = folder.join("channel/deep/large");
        let reader = std::thread::spawn(move || (fs::read(&pipe).unwrap(), fs::read(&pipe).unwrap()));
        while held.state() == WAITING {
            std::thread::sleep(PAUSE);
        }
        assert!(!reader.is_finished());
        held.release();
        let (first, second) = reader.join().unwrap();
        assert!(first == content && second == content);
        drop(held);
        fs::remove_dir_all(folder).unwrap();
    }
}
