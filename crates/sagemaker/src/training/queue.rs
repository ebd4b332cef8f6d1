//! The queue of jobs for the machine's room.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use lirio_api::Timestamp;
use lirio_api::sagemaker::CreateTrainingJobRequest;
use lirio_service::{Scope, Shutdown};
use tokio::sync::watch;

use super::capacity::{Amount, Capacity, Ticket};
use super::hosts;
use crate::changes::lock;
use crate::instance_types;
use crate::rows::JobRow;

/// Who runs and who waits.
#[derive(Debug)]
pub(crate) struct Queue(Mutex<State>);

#[derive(Debug)]
struct State {
    capacity: Capacity,
    places: HashMap<Ticket, watch::Sender<Told>>,
    last: Ticket,
    shutdown: Shutdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Wait,
    Run,
    /// The room is wanted back.
    Leave,
}

/// A job as the queue sees it.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    owner: String,
    since: i64,
    instances: Vec<(String, i64)>,
    spot: bool,
}

impl Wish {
    /// The wish of a job for instances: each type, and how many of it.  `since`: when the job was created.
    pub(crate) fn new(scope: &Scope, role: &str, since: Timestamp, instances: Vec<(String, i64)>) -> Self {
        Self { owner: format!("{} {role}", scope.account), since: since.0, instances, spot: false }
    }

    /// The wish of a training job.
    pub(crate) fn of(row: &JobRow) -> Self {
        let instances = hosts::instances(&row.request).into_iter();
        let instances = instances.map(|(instance_type, count)| (instance_type.to_owned(), count)).collect();
        let wish = Self::new(&row.scope, &row.request.role_arn, row.created, instances);
        Self { spot: is_spot(&row.request), ..wish }
    }

    /// What all its instances take: what the names of their types say, or, where a name says nothing and so
    /// sets no limit, the whole machine.
    fn needs(&self, total: Amount) -> Amount {
        let mut sum = Amount::default();
        for (instance_type, count) in &self.instances {
            let one = instance_types::nominal(instance_type).map_or(Amount { gpus: 0, ..total }, |nominal| {
                Amount {
                    millicpus: nominal.cpus.saturating_mul(1000),
                    memory: nominal.gib.saturating_mul(1 << 30),
                    gpus: nominal.gpus,
                }
            });
            sum = sum.plus(one.times(count.unsigned_abs()));
        }
        sum.within(total)
    }
}

impl Queue {
    /// A queue that admits nobody once the platform stops: jobs that end with it leave their room to nobody.
    pub(crate) fn new(total: Amount, shutdown: Shutdown) -> Arc<Self> {
        let (capacity, places) = (Capacity::new(total), HashMap::new());
        Arc::new(Self(Mutex::new(State { capacity, places, last: 0, shutdown })))
    }

    /// A place for a job: it runs at once where there is room.
    pub(crate) fn ask(self: &Arc<Self>, wish: &Wish) -> Place {
        let (sender, told) = watch::channel(Told::Wait);
        let mut state = lock(&self.0);
        state.last += 1;
        let ticket = state.last;
        let needs = wish.needs(state.capacity.total());
        state.places.insert(ticket, sender);
        state.capacity.ask(ticket, wish.since, &wish.owner, needs, wish.spot);
        state.settle();
        drop(state);
        Place { queue: self.clone(), ticket, needs, told }
    }
}

impl Queue {
    fn change(&self, change: impl FnOnce(&mut State)) {
        let mut state = lock(&self.0);
        change(&mut state);
        state.settle();
    }
}

impl State {
    fn settle(&mut self) {
        if self.shutdown.is_requested() {
            return;
        }
        let moves = self.capacity.settle();
        let admitted = moves.admitted.iter().map(|ticket| (ticket, Told::Run));
        let interrupted = moves.interrupted.iter().map(|ticket| (ticket, Told::Leave));
        for (ticket, told) in admitted.chain(interrupted) {
            if let Some(place) = self.places.get(ticket) {
                place.send_replace(told);
            }
        }
    }
}

/// A job's place in the queue, or, once it is admitted, its room.  Dropping it gives up either.
#[derive(Debug)]
pub(crate) struct Place {
    queue: Arc<Queue>,
    ticket: Ticket,
    needs: Amount,
    told: watch::Receiver<Told>,
}

impl Place {
    pub(crate) fn is_admitted(&self) -> bool {
        *self.told.borrow() != Told::Wait
    }

    /// Resolves when there is room.
    pub(crate) async fn admitted(&self) {
        // The sender goes with this place.
        let _ = self.told.clone().wait_for(|told| *told != Told::Wait).await;
    }

    /// Resolves when the room is wanted back.
    pub(crate) async fn interrupted(&self) {
        let _ = self.told.clone().wait_for(|told| *told == Told::Leave).await;
    }

    /// Keeps the room for somebody else, but not from those who wait; resolves when one of them needs it.
    pub(crate) fn lend(&self) -> impl Future<Output = ()> + Send + 'static {
        self.queue.change(|state| state.capacity.set_spot(self.ticket, true));
        let mut told = self.told.clone();
        async move { drop(told.wait_for(|told| *told == Told::Leave).await) }
    }

    /// Ends [`Place::lend`]: the room is not given back, even if somebody has asked for it just now.
    pub(crate) fn occupy(&self) {
        self.queue.change(|state| {
            state.capacity.set_spot(self.ticket, false);
            if let Some(place) = state.places.get(&self.ticket) {
                place.send_replace(Told::Run);
            }
        });
    }

    /// The GPUs that the room comes with: no other place has them.
    pub(crate) fn gpus(&self) -> Vec<usize> {
        lock(&self.queue.0).capacity.gpus(self.ticket)
    }

    /// What it waits for, in words.
    pub(crate) fn waits_for(&self) -> String {
        let state = lock(&self.queue.0);
        let (free, total) = (state.capacity.free(), state.capacity.total());
        let ahead = match state.capacity.ahead(self.ticket) {
            0 => String::new(),
            1 => "; 1 job is ahead of it".to_owned(),
            more => format!("; {more} jobs are ahead of it"),
        };
        let with_gpus = total.gpus > 0;
        format!(
            "Waiting for room on this machine: the job needs {}, and of {} {} are free{ahead}",
            self.needs.shown(with_gpus),
            total.shown(with_gpus),
            free.shown(with_gpus)
        )
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut state = lock(&self.queue.0);
        state.places.remove(&self.ticket);
        state.capacity.leave(self.ticket);
        state.settle();
    }
}

/// Whether a job may be interrupted.
pub(crate) fn is_spot(request: &CreateTrainingJobRequest) -> bool {
    request.enable_managed_spot_training == Some(true)
}

/// All that this machine has; its GPUs are counted elsewhere (`gpus.rs`).
pub(crate) fn machine() -> Amount {
    let cpus = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    Amount { millicpus: cpus * 1000, memory: instance_types::machine_memory().unwrap_or(u64::MAX), gpus: 0 }
}
