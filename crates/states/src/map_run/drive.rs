//! One task for each run that is not over: which there are, and how long they wait.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use lirio_api::AwsError;
use lirio_asl::StartMapRun;
use lirio_store::{KeyRange, Order};
use tokio::sync::Notify;

use super::crowd::Crowd;
use super::pump::{Advance, Pump};
use super::rows::{ACTIVE, MapRunRow, RUNS_OF, run_of_key};
use crate::States;

/// The longest pause while the store is in trouble.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// The runs that this process drives.
#[derive(Default)]
pub(crate) struct MapRuns(Mutex<HashMap<String, Driven>>);

/// A run that is driven.
#[derive(Default)]
struct Driven {
    wake: Arc<Notify>,
    /// What its execution asked for last, until the driver takes it.
    asked: Option<Box<StartMapRun>>,
}

impl MapRuns {
    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Driven>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes what is asked of a run; its wake-up if nobody drives it yet.
    fn ask(&self, run: &str, start: Option<Box<StartMapRun>>) -> Option<Arc<Notify>> {
        match self.lock().entry(run.to_owned()) {
            Entry::Occupied(mut there) => {
                let driven = there.get_mut();
                if start.is_some() {
                    driven.asked = start;
                }
                driven.wake.notify_one();
                None
            }
            Entry::Vacant(free) => {
                Some(free.insert(Driven { asked: start, ..Driven::default() }).wake.clone())
            }
        }
    }

    /// What was asked since the last time.
    fn asked(&self, run: &str) -> Option<Box<StartMapRun>> {
        self.lock().get_mut(run)?.asked.take()
    }

    /// Notes that nobody drives a run any more, unless something was asked of it meanwhile.
    fn over(&self, run: &str) -> bool {
        let mut runs = self.lock();
        let over = runs.get(run).is_none_or(|driven| driven.asked.is_none());
        if over {
            runs.remove(run);
        }
        over
    }

    /// Lets a run look at what has changed.
    pub(crate) fn wake(&self, run: &str) {
        if let Some(driven) = self.lock().get(run) {
            driven.wake.notify_one();
        }
    }
}

impl States {
    /// Drives a run from where it is.  One that is driven already is told what is asked of it.
    pub(crate) fn spawn_map_run(self: &Arc<Self>, run: &str, start: Option<Box<StartMapRun>>) {
        let Some(wake) = self.map_runs.ask(run, start) else { return };
        let (states, run) = (self.clone(), run.to_owned());
        tokio::spawn(async move { states.drive_map_run(&run, &wake).await });
    }

    /// Ends when the run is over, or the platform stops.
    async fn drive_map_run(self: &Arc<Self>, run: &str, wake: &Arc<Notify>) {
        let mut pause = Duration::from_millis(100);
        let (mut start, mut pump): (Option<Box<StartMapRun>>, Option<Pump>) = (None, None);
        let crowd = Crowd::new(wake.clone());
        loop {
            // What is issued again after a restart asks for nothing new.
            if let Some(asked) = self.map_runs.asked(run)
                && start.as_ref().is_none_or(|start| start.redrives < asked.redrives)
            {
                (start, pump) = (Some(asked), None);
            }
            let advanced = match &mut pump {
                None => Pump::open(self, run, start.clone(), &crowd).await.map(|opened| {
                    pump = opened;
                    if pump.is_some() { Advance::Again } else { Advance::Over }
                }),
                Some(pump) => pump.advance().await,
            };
            let trouble = match advanced {
                Ok(Advance::Again) => {
                    pause = Duration::from_millis(100);
                    if self.platform.shutdown.is_requested() {
                        return;
                    }
                    tokio::task::yield_now().await;
                    continue;
                }
                Ok(Advance::Reopened) => {
                    pump = None;
                    continue;
                }
                Ok(Advance::Wait) => None,
                Ok(Advance::Over) => {
                    if self.map_runs.over(run) {
                        return;
                    }
                    // It was redriven at this moment.
                    pump = None;
                    continue;
                }
                Err(error) => {
                    tracing::error!(run, %error, detail = error.detail, "a map run cannot go on");
                    if let Some(pump) = &mut pump {
                        pump.forget_source();
                    }
                    Some(pause)
                }
            };
            let woken = async {
                match trouble {
                    Some(pause) => tokio::time::sleep(pause).await,
                    None => wake.notified().await,
                }
            };
            tokio::select! {
                () = self.platform.shutdown.requested() => return,
                () = woken => {}
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    /// Ends the runs that were cancelled when the last process ended.  The others are started again
    /// by the executions that wait for them.
    pub(crate) fn resume_map_runs(self: &Arc<Self>) -> Result<(), AwsError> {
        let cancelled = self.platform.store.read(|reader| {
            let mut cancelled = Vec::new();
            for (key, ()) in ACTIVE.scan(reader, KeyRange::all(), Order::Ascending, usize::MAX)? {
                let run = key.parts().str()?;
                if MapRunRow::find(reader, &run)?.is_some_and(|row| row.cancelled) {
                    cancelled.push(run);
                }
            }
            Ok::<_, AwsError>(cancelled)
        })?;
        for run in cancelled {
            self.spawn_map_run(&run, None);
        }
        Ok(())
    }

    /// Wakes the run of an execution that has no use for it any more.
    pub(crate) fn wake_cancelled(self: &Arc<Self>, execution: &str, run: lirio_asl::MapRunId) {
        let key = run_of_key(execution, run);
        match self.platform.store.read(|reader| RUNS_OF.get(reader, &key)) {
            Ok(Some(run)) => self.spawn_map_run(&run, None),
            Ok(None) => {}
            Err(error) => {
                tracing::error!(execution, error = %AwsError::from(error), "a map run ends at the next start");
            }
        }
    }
}
