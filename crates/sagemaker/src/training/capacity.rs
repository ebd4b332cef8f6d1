//! Who may run: the machine's processors, memory and GPUs, shared out among jobs.
//!
//! A job asks for what its instance types have, all hosts together, but never for more than the machine: what
//! is larger runs alone, with all there is.  Jobs of one owner (account and role) run in the order of their
//! creation.  Among owners, the one that holds least of the machine is next, and of those that hold the same,
//! the one whose last turn is longest ago; one whose next job does not fit lets others pass, but only so often, and then the machine empties for it.  So neither the many jobs of one
//! owner hold up the others, nor many small jobs a large one.
//!
//! Of GPUs each holder has particular ones, which nobody else holds.  Jobs that need GPUs are a line of their own: who
//! needs none does not wait behind one that waits for nothing else, whose turn comes no sooner for it.
//!
//! This is arithmetic only: no clock, no lock, no task.

use std::collections::BTreeMap;

/// How often others may pass a job that does not fit.
const MOST_PASSES: u32 = 8;

/// Processors, in thousandths, bytes of memory, and GPUs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Amount {
    pub(crate) millicpus: u64,
    pub(crate) memory: u64,
    pub(crate) gpus: u64,
}

impl Amount {
    /// Both together.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            millicpus: self.millicpus.saturating_add(other.millicpus),
            memory: self.memory.saturating_add(other.memory),
            gpus: self.gpus.saturating_add(other.gpus),
        }
    }

    fn minus(self, other: Self) -> Self {
        Self {
            millicpus: self.millicpus.saturating_sub(other.millicpus),
            memory: self.memory.saturating_sub(other.memory),
            gpus: self.gpus.saturating_sub(other.gpus),
        }
    }

    fn fits(self, room: Self) -> bool {
        self.millicpus <= room.millicpus && self.memory <= room.memory && self.gpus <= room.gpus
    }

    /// At most this.
    pub(crate) fn within(self, limit: Self) -> Self {
        Self {
            millicpus: self.millicpus.min(limit.millicpus),
            memory: self.memory.min(limit.memory),
            gpus: self.gpus.min(limit.gpus),
        }
    }

    /// Several of it.
    pub(crate) fn times(self, count: u64) -> Self {
        Self {
            millicpus: self.millicpus.saturating_mul(count),
            memory: self.memory.saturating_mul(count),
            gpus: self.gpus.saturating_mul(count),
        }
    }

    /// The largest of the shares of a whole, in millionths.
    fn share(self, whole: Self) -> u64 {
        let share = |part: u64, whole: u64| {
            u64::try_from(u128::from(part) * 1_000_000 / u128::from(whole.max(1))).unwrap_or(u64::MAX)
        };
        share(self.millicpus, whole.millicpus)
            .max(share(self.memory, whole.memory))
            .max(share(self.gpus, whole.gpus))
    }

    /// In words; GPUs only on a machine that has some.
    pub(crate) fn shown(self, with_gpus: bool) -> String {
        let (cpus, gib) = (self.millicpus as f64 / 1e3, self.memory as f64 / f64::from(1 << 30));
        let (cpus, gib) = ((cpus * 10.0).round() / 10.0, (gib * 10.0).round() / 10.0);
        match (with_gpus, self.gpus) {
            (false, _) => format!("{cpus} vCPU and {gib} GiB"),
            (true, 1) => format!("{cpus} vCPU, {gib} GiB and 1 GPU"),
            (true, gpus) => format!("{cpus} vCPU, {gib} GiB and {gpus} GPUs"),
        }
    }
}

/// Tells one request from all others; smaller is older.
pub(crate) type Ticket = u64;

/// Somebody who wants room.
#[derive(Clone, Debug)]
struct Waiting {
    owner: String,
    needs: Amount,
    spot: bool,
    passed: u32,
}

/// Somebody who has it.
#[derive(Clone, Debug)]
struct Holding {
    owner: String,
    has: Amount,
    /// Which GPUs of the machine it has.
    gpus: Vec<usize>,
    /// It may be taken away again.
    spot: bool,
    leaving: bool,
}

/// The machine.
#[derive(Debug)]
pub(crate) struct Capacity {
    total: Amount,
    waiting: BTreeMap<(i64, Ticket), Waiting>,
    holding: BTreeMap<Ticket, Holding>,
    /// The last turn of each owner that has or wants something.
    turns: BTreeMap<String, u64>,
    turn: u64,
}

/// What is to be done now.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Moves {
    /// These have room from now on.
    pub(crate) admitted: Vec<Ticket>,
    /// These have to make room.
    pub(crate) interrupted: Vec<Ticket>,
}

impl Capacity {
    pub(crate) fn new(total: Amount) -> Self {
        Self { total, waiting: BTreeMap::new(), holding: BTreeMap::new(), turns: BTreeMap::new(), turn: 0 }
    }

    pub(crate) fn total(&self) -> Amount {
        self.total
    }

    /// What nobody holds.
    pub(crate) fn free(&self) -> Amount {
        self.holding.values().fold(self.total, |free, one| free.minus(one.has))
    }

    /// The GPUs that nobody holds.
    fn free_gpus(&self) -> impl Iterator<Item = usize> + '_ {
        let all = 0..usize::try_from(self.total.gpus).unwrap_or(usize::MAX);
        all.filter(|gpu| !self.holding.values().any(|one| one.gpus.contains(gpu)))
    }

    /// The GPUs that somebody holds; none before it has room.
    pub(crate) fn gpus(&self, ticket: Ticket) -> Vec<usize> {
        self.holding.get(&ticket).map(|one| one.gpus.clone()).unwrap_or_default()
    }

    /// Asks for room.  `since`: when the job was created, which is its place among those of its owner.
    pub(crate) fn ask(&mut self, ticket: Ticket, since: i64, owner: &str, needs: Amount, spot: bool) {
        let (owner, needs) = (owner.to_owned(), needs.within(self.total));
        self.waiting.insert((since, ticket), Waiting { owner, needs, spot, passed: 0 });
    }

    /// Gives up room, or the wish for it.
    pub(crate) fn leave(&mut self, ticket: Ticket) {
        self.holding.remove(&ticket);
        self.waiting.retain(|(_, waiting), _| *waiting != ticket);
    }

    /// Whether a holder may be asked to make room.
    pub(crate) fn set_spot(&mut self, ticket: Ticket, spot: bool) {
        if let Some(one) = self.holding.get_mut(&ticket) {
            (one.spot, one.leaving) = (spot, false);
        }
    }

    /// How many stand before it.
    pub(crate) fn ahead(&self, ticket: Ticket) -> usize {
        self.waiting.keys().take_while(|(_, waiting)| *waiting != ticket).count()
    }

    /// Lets in who fits, and sees who has to make room.
    pub(crate) fn settle(&mut self) -> Moves {
        let mut moves = Moves::default();
        loop {
            let free = self.free();
            let mut next = None;
            // Whether the GPUs that are free are kept for one that was passed too often.
            let mut kept = false;
            for key in self.heads() {
                let Some(waiting) = self.waiting.get(&key) else { continue };
                if kept && waiting.needs.gpus > 0 {
                    continue;
                }
                if waiting.needs.fits(free) {
                    next = Some(key);
                    break;
                }
                if waiting.passed >= MOST_PASSES {
                    if !waiting.needs.fits(Amount { gpus: u64::MAX, ..free }) {
                        break;
                    }
                    kept = true;
                }
            }
            let Some(key) = next else { break };
            let Some(one) = self.waiting.remove(&key) else { break };
            // Only older ones are passed.
            self.waiting.range_mut(..key).for_each(|(_, older)| older.passed += 1);
            self.turn += 1;
            self.turns.insert(one.owner.clone(), self.turn);
            let gpus = self.free_gpus().take(usize::try_from(one.needs.gpus).unwrap_or(usize::MAX)).collect();
            let holding = Holding { owner: one.owner, has: one.needs, gpus, spot: one.spot, leaving: false };
            self.holding.insert(key.1, holding);
            moves.admitted.push(key.1);
        }
        let here = |owner: &String| {
            self.waiting.values().any(|one| one.owner == *owner)
                || self.holding.values().any(|one| one.owner == *owner)
        };
        let gone: Vec<String> = self.turns.keys().filter(|owner| !here(owner)).cloned().collect();
        for owner in gone {
            self.turns.remove(&owner);
        }
        moves.interrupted = self.make_room();
        moves
    }

    /// The oldest of each owner, with GPUs and without, the owner that holds least first.
    fn heads(&self) -> Vec<(i64, Ticket)> {
        let mut held: BTreeMap<&str, Amount> = BTreeMap::new();
        for one in self.holding.values() {
            let sum = held.entry(&one.owner).or_default();
            *sum = sum.plus(one.has);
        }
        // Each owner's line with GPUs and without: what it holds, its last turn, its oldest.
        type Head = (u64, u64, (i64, Ticket));
        let mut heads: BTreeMap<(&str, bool), Head> = BTreeMap::new();
        for (key, one) in &self.waiting {
            let share = held.get(&*one.owner).copied().unwrap_or_default().share(self.total);
            let turn = self.turns.get(&one.owner).copied().unwrap_or_default();
            heads.entry((&one.owner, one.needs.gpus > 0)).or_insert((share, turn, *key));
        }
        let mut heads: Vec<_> = heads.into_values().collect();
        heads.sort_unstable();
        heads.into_iter().map(|(_, _, key)| key).collect()
    }

    /// For the first that is no spot job: the youngest spot jobs, if their room is enough for it.
    fn make_room(&mut self) -> Vec<Ticket> {
        let first = self.waiting.values().find(|one| !one.spot).map(|one| one.needs);
        let Some(needs) = first else { return Vec::new() };
        let leaving = self.holding.values().filter(|one| one.leaving);
        let mut room = leaving.fold(self.free(), |room, one| room.plus(one.has));
        let mut chosen = Vec::new();
        for (ticket, one) in self.holding.iter().rev().filter(|(_, one)| one.spot && !one.leaving) {
            if needs.fits(room) {
                break;
            }
            room = room.plus(one.has);
            chosen.push(*ticket);
        }
        if !needs.fits(room) {
            return Vec::new();
        }
        for ticket in &chosen {
            if let Some(one) = self.holding.get_mut(ticket) {
                one.leaving = true;
            }
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GIB: u64 = 1 << 30;

    fn amount(cpus: u64) -> Amount {
        Amount { millicpus: cpus * 1000, memory: cpus * GIB, gpus: 0 }
    }

    /// A machine of eight processors; each step is `owner:cpus` (`!` behind it: spot) or `-ticket`, and gives
    /// `+admitted` and `!interrupted`.  Tickets count from 1.
    fn check(steps: &[(&str, &str)]) {
        let mut capacity = Capacity::new(amount(8));
        let mut ticket = 0;
        for (step, expected) in steps {
            if let Some(leaves) = step.strip_prefix('-') {
                capacity.leave(leaves.parse().unwrap());
            } else {
                ticket += 1;
                let (owner, cpus) = step.split_once(':').unwrap();
                let spot = cpus.ends_with('!');
                let cpus = cpus.trim_end_matches('!').parse().unwrap();
                capacity.ask(ticket, ticket as i64, owner, amount(cpus), spot);
            }
            let moves = capacity.settle();
            let shown: Vec<String> = moves
                .admitted
                .iter()
                .map(|ticket| format!("+{ticket}"))
                .chain(moves.interrupted.iter().map(|ticket| format!("!{ticket}")))
                .collect();
            assert_eq!(shown.join(" "), *expected, "after {step} of {steps:?}");
        }
    }

    #[test]
    fn jobs_of_one_owner_run_in_their_order() {
        check(&[
            ("a:4", "+1"),
            ("a:4", "+2"),
            ("a:8", ""),
            ("a:1", ""),
            ("-1", ""),
            ("-2", "+3"),
            ("-3", "+4"),
        ]);
    }

    #[test]
    fn what_is_larger_than_the_machine_runs_alone() {
        check(&[("a:1", "+1"), ("a:96", ""), ("b:8", ""), ("-1", "+3"), ("-3", "+2")]);
    }

    #[test]
    fn small_jobs_of_others_pass_a_large_one() {
        check(&[("a:6", "+1"), ("a:6", ""), ("b:2", "+3"), ("-1", "+2")]);
    }

    #[test]
    fn many_jobs_of_one_owner_do_not_hold_up_another() {
        check(&[
            ("a:8", "+1"),
            ("a:8", ""),
            ("a:8", ""),
            ("b:8", ""),
            ("-1", "+4"),
            ("-4", "+2"),
            ("-2", "+3"),
        ]);
        check(&[("a:4", "+1"), ("a:4", "+2"), ("a:4", ""), ("b:4", ""), ("-1", "+4"), ("-2", "+3")]);
    }

    #[test]
    fn a_large_job_is_passed_only_so_often() {
        let mut steps = vec![("b:1".to_owned(), "+1".to_owned()), ("a:8".to_owned(), String::new())];
        for n in 0..u64::from(MOST_PASSES) {
            steps.push((format!("c{n}:1"), format!("+{}", n + 3)));
            // One makes room for the next, so that the machine is never full.
            steps.push((format!("-{}", if n == 0 { 1 } else { n + 2 }), String::new()));
        }
        steps.push(("d:1".to_owned(), String::new()));
        steps.push((format!("-{}", MOST_PASSES + 2), "+2".to_owned()));
        let steps: Vec<_> = steps.iter().map(|(step, moves)| (&**step, &**moves)).collect();
        check(&steps);
    }

    #[test]
    fn spot_jobs_make_room_youngest_first() {
        check(&[("a:4!", "+1"), ("b:4!", "+2"), ("c:4", "!2"), ("d:4", ""), ("-2", "+3 !1"), ("-1", "+4")]);
        // Nobody is interrupted in vain, nor for another spot job.
        check(&[("a:5", "+1"), ("b:3!", "+2"), ("c:4", ""), ("d:1!", "")]);
    }

    #[test]
    fn amounts_are_told_as_people_say_them() {
        let half = Amount { millicpus: 1500, memory: 3 * GIB / 2, gpus: 0 };
        assert_eq!(half.shown(false), "1.5 vCPU and 1.5 GiB");
        assert_eq!(amount(2).shown(false), "2 vCPU and 2 GiB");
        assert_eq!(Amount { gpus: 1, ..amount(2) }.shown(true), "2 vCPU, 2 GiB and 1 GPU");
        assert_eq!(amount(2).shown(true), "2 vCPU, 2 GiB and 0 GPUs");
    }

    /// A machine of eight processors and two GPUs; each step is `gpus` or `gpus/cpus` or `-ticket`, and gives who has
    /// which.
    fn check_gpus(steps: &[(&str, &str)]) {
        let mut capacity = Capacity::new(Amount { gpus: 2, ..amount(8) });
        let mut ticket = 0;
        for (step, expected) in steps {
            if let Some(leaves) = step.strip_prefix('-') {
                capacity.leave(leaves.parse().unwrap());
            } else {
                ticket += 1;
                let (gpus, cpus) = step.split_once('/').unwrap_or((step, "1"));
                let needs = Amount { gpus: gpus.parse().unwrap(), ..amount(cpus.parse().unwrap()) };
                capacity.ask(ticket, ticket as i64, "a", needs, false);
            }
            capacity.settle();
            let shown: Vec<String> = (1..=ticket)
                .filter(|ticket| capacity.holding.contains_key(ticket))
                .map(|ticket| format!("{ticket}:{:?}", capacity.gpus(ticket)))
                .collect();
            assert_eq!(shown.join(" "), *expected, "after {step} of {steps:?}");
        }
    }

    #[test]
    fn gpus_are_held_by_one_at_a_time() {
        check_gpus(&[
            ("1", "1:[0]"),
            ("1", "1:[0] 2:[1]"),
            ("1", "1:[0] 2:[1]"),
            ("-1", "2:[1] 3:[0]"),
            ("-3", "2:[1]"),
            ("-2", ""),
            ("4", "4:[0, 1]"),
            ("1", "4:[0, 1]"),
            ("-4", "5:[0]"),
            ("0", "5:[0] 6:[]"),
        ]);
    }

    #[test]
    fn who_needs_no_gpu_waits_for_none() {
        check_gpus(&[
            ("2", "1:[0, 1]"),
            ("1", "1:[0, 1]"),
            ("0", "1:[0, 1] 3:[]"),
            ("0/8", "1:[0, 1] 3:[]"),
            // Behind one that waits for processors.
            ("0", "1:[0, 1] 3:[]"),
            ("-1", "2:[0] 3:[]"),
        ]);
        // However often it is passed: they take nothing that it waits for.
        let mut steps =
            vec![("2".to_owned(), "1:[0, 1]".to_owned()), ("2".to_owned(), "1:[0, 1]".to_owned())];
        for n in 3..20 {
            steps.push(("0".to_owned(), format!("1:[0, 1] {n}:[]")));
            steps.push((format!("-{n}"), "1:[0, 1]".to_owned()));
        }
        // But then GPUs are kept for it.
        steps.push(("1".to_owned(), "1:[0, 1]".to_owned()));
        steps.push(("-1".to_owned(), "2:[0, 1]".to_owned()));
        let steps: Vec<_> = steps.iter().map(|(step, expected)| (&**step, &**expected)).collect();
        check_gpus(&steps);
    }
}
