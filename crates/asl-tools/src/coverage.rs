//! Which states and transitions executions went through.

use std::collections::{BTreeMap, BTreeSet};

use lirio_asl::machine::{Machine, StateId, StateKind, Transition};
use lirio_asl::{Change, FrameId, Record};

/// A way out of a state, or back into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    /// `Next`.
    Next,
    /// A rule of `Choices`.
    Choice(usize),
    /// `Default`.
    Default,
    /// An entry of `Retry`.
    Retry(usize),
    /// An entry of `Catch`.
    Catch(usize),
}

/// What was reached of a kind, of how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// How many there are.
    pub total: usize,
    /// What was never reached.
    pub never: Vec<String>,
}

/// The states and transitions of a machine and which of them were reached.
#[derive(Debug)]
pub struct Coverage<'m> {
    machine: &'m Machine,
    ids: BTreeMap<&'m str, StateId>,
    states: BTreeSet<StateId>,
    ways: BTreeSet<(StateId, Way)>,
}

/// What is known of the state that a frame is in.
#[derive(Debug, Clone, Copy)]
struct Stay {
    state: StateId,
    /// Whether its task, branches or iterations ended well.
    succeeded: bool,
}

impl<'m> Coverage<'m> {
    /// Nothing was reached yet.
    pub fn new(machine: &'m Machine) -> Coverage<'m> {
        let ids = machine.states.iter().enumerate().map(|(id, state)| (state.name.as_str(), id)).collect();
        Coverage { machine, ids, states: BTreeSet::new(), ways: BTreeSet::new() }
    }

    /// Adds what an execution went through.
    pub fn observe(&mut self, records: &[Record]) {
        let mut stays: BTreeMap<FrameId, Stay> = BTreeMap::new();
        let mut tasks = BTreeMap::new();
        for record in records {
            match &record.change {
                Change::StateEntered { frame, name, .. } => {
                    if let Some(state) = self.ids.get(name.as_str()).copied() {
                        self.states.insert(state);
                        stays.insert(*frame, Stay { state, succeeded: false });
                    }
                }
                Change::TaskScheduled { frame, task, .. } => drop(tasks.insert(*task, *frame)),
                Change::TaskSucceeded { task, .. } => {
                    if let Some(stay) = tasks.get(task).and_then(|frame| stays.get_mut(frame)) {
                        stay.succeeded = true;
                    }
                }
                Change::ParallelSucceeded { frame } | Change::MapSucceeded { frame } => {
                    if let Some(stay) = stays.get_mut(frame) {
                        stay.succeeded = true;
                    }
                }
                Change::EvaluationFailed { frame, .. } => {
                    if let Some(stay) = stays.get_mut(frame) {
                        stay.succeeded = false;
                    }
                }
                Change::RetryScheduled { frame, retrier, .. } => {
                    if let Some(stay) = stays.get_mut(frame) {
                        stay.succeeded = false;
                        self.ways.insert((stay.state, Way::Retry(*retrier)));
                    }
                }
                Change::StateExited { frame, next: Some(next), .. } => {
                    let next = self.ids.get(next.as_str()).copied();
                    if let (Some(stay), Some(next)) = (stays.get(frame), next) {
                        self.left(*stay, next);
                    }
                }
                _ => {}
            }
        }
    }

    /// Adds the ways that lead from a state to `next`.
    fn left(&mut self, stay: Stay, next: StateId) {
        let ways = ways(self.machine, stay.state);
        let leads = |target: &Option<StateId>| *target == Some(next);
        // A state whose work ended well goes its way; any other that has an error was caught.
        let caught = |way: &Way| matches!(way, Way::Catch(_));
        let works = self.machine.states[stay.state].kind.errors().is_some();
        let fits = |way: &Way| !works || caught(way) != stay.succeeded;
        let likely: Vec<Way> =
            ways.iter().filter(|(way, target)| leads(target) && fits(way)).map(|(way, _)| *way).collect();
        let possible =
            || ways.iter().filter(|(_, target)| leads(target)).map(|(way, _)| *way).collect::<Vec<_>>();
        let taken = if likely.is_empty() { possible() } else { likely };
        self.ways.extend(taken.into_iter().map(|way| (stay.state, way)));
    }

    /// The states that were reached.
    pub fn states(&self) -> Reached {
        let all = self.machine.states.iter().enumerate();
        let never = all.filter(|(id, _)| !self.states.contains(id)).map(|(_, state)| state.name.clone());
        Reached { total: self.machine.states.len(), never: never.collect() }
    }

    /// The transitions that were reached.
    pub fn transitions(&self) -> Reached {
        let (mut total, mut never) = (0, Vec::new());
        for (id, state) in self.machine.states.iter().enumerate() {
            for (way, target) in ways(self.machine, id) {
                total += 1;
                if !self.ways.contains(&(id, way)) {
                    let target = target.map_or("", |target| self.machine.states[target].name.as_str());
                    never.push(match way {
                        Way::Next => format!("{}: Next -> {target}", state.name),
                        Way::Choice(i) => format!("{}: Choices[{i}] -> {target}", state.name),
                        Way::Default => format!("{}: Default -> {target}", state.name),
                        Way::Retry(i) => format!("{}: Retry[{i}]", state.name),
                        Way::Catch(i) => format!("{}: Catch[{i}] -> {target}", state.name),
                    });
                }
            }
        }
        Reached { total, never }
    }
}

/// Every way out of a state and where it leads.
fn ways(machine: &Machine, id: StateId) -> Vec<(Way, Option<StateId>)> {
    let kind = &machine.states[id].kind;
    let mut ways = Vec::new();
    let next = match kind {
        StateKind::Pass(pass) => Some(pass.transition),
        StateKind::Wait(wait) => Some(wait.transition),
        StateKind::Task(task) => Some(task.transition),
        StateKind::Parallel(parallel) => Some(parallel.transition),
        StateKind::Map(map) => Some(map.transition),
        StateKind::Choice(_) | StateKind::Succeed | StateKind::Fail(_) => None,
    };
    if let Some(Transition::Next(next)) = next {
        ways.push((Way::Next, Some(next)));
    }
    if let StateKind::Choice(choice) = kind {
        let rules = choice.choices.iter().enumerate();
        ways.extend(rules.map(|(i, rule)| (Way::Choice(i), Some(rule.next))));
        ways.extend(choice.default.map(|next| (Way::Default, Some(next))));
    }
    if let Some(errors) = kind.errors() {
        ways.extend((0..errors.retry.len()).map(|i| (Way::Retry(i), None)));
        let catchers = errors.catch.iter().enumerate();
        ways.extend(catchers.map(|(i, catcher)| (Way::Catch(i), Some(catcher.next))));
    }
    ways
}
