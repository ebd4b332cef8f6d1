//! From a policy to the kernel's classic BPF.
//!
//! Call numbers with the same answer are joined to ranges, and the range is found by bisection: a filter is a
//! few hundred instructions, which the kernel takes in at every start of a container, and about ten are
//! executed for a call that its own cache does not answer.

use std::collections::BTreeMap;

use crate::sys::Instruction;

/// What the kernel does with a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// It is made.
    Allow,
    /// It fails with EPERM.
    Refuse,
    /// It fails with ENOSYS, as if the kernel were too old for it.
    Missing,
    /// The whole process is killed: it calls by another architecture's numbers.
    Kill,
}

/// What decides about one call. Arguments are compared by their lower 32 bits, which is what the kernel itself
/// looks at in each of the calls that we restrict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// Nothing but its number.
    Always(Action),
    /// Allowed if none of these bits is set.
    AllowWithoutBits { argument: u8, bits: u32 },
    /// Allowed for these values.
    AllowOnly { argument: u8, values: &'static [u32] },
    /// Allowed but for these values.
    AllowExcept { argument: u8, values: &'static [u32] },
}

// Instruction codes (linux/bpf_common.h) and offsets in `struct seccomp_data`.
const LOAD: u16 = 0x20;
const JUMP: u16 = 0x05;
const JUMP_EQUAL: u16 = 0x15;
const JUMP_GREATER_OR_EQUAL: u16 = 0x35;
const JUMP_ANY_BIT: u16 = 0x45;
const RETURN: u16 = 0x06;
const NUMBER_OFFSET: u32 = 0;
const ARCHITECTURE_OFFSET: u32 = 4;
const ARGUMENTS_OFFSET: u32 = 16;

const fn instruction(code: u16, jt: u8, jf: u8, k: u32) -> Instruction {
    Instruction { code, jt, jf, k }
}

fn answer(action: Action) -> Instruction {
    let value = match action {
        Action::Allow => libc::SECCOMP_RET_ALLOW,
        Action::Refuse => libc::SECCOMP_RET_ERRNO | libc::EPERM as u32,
        Action::Missing => libc::SECCOMP_RET_ERRNO | libc::ENOSYS as u32,
        Action::Kill => libc::SECCOMP_RET_KILL_PROCESS,
    };
    instruction(RETURN, 0, 0, value)
}

/// Compiles a policy; calls that it does not name are refused.
pub(crate) fn compile(architecture: u32, policy: &BTreeMap<u32, Rule>) -> Vec<Instruction> {
    let mut program = vec![
        instruction(LOAD, 0, 0, ARCHITECTURE_OFFSET),
        instruction(JUMP_EQUAL, 1, 0, architecture),
        answer(Action::Kill),
        instruction(LOAD, 0, 0, NUMBER_OFFSET),
    ];
    program.extend(search(&ranges(policy)));
    program
}

/// Every number from 0 up, as the first number of a range and the rule that holds up to the next.
fn ranges(policy: &BTreeMap<u32, Rule>) -> Vec<(u32, Rule)> {
    let refuse = Rule::Always(Action::Refuse);
    let mut ranges = vec![(0, refuse)];
    let mut begin = |first: u32, rule: Rule| match ranges.last_mut() {
        Some((start, last)) if *start == first => *last = rule,
        Some((_, last)) if *last == rule => {}
        _ => ranges.push((first, rule)),
    };
    for (number, rule) in policy {
        begin(*number, *rule);
        if !policy.contains_key(&(number + 1)) {
            begin(number + 1, refuse);
        }
    }
    ranges
}

/// Finds the range of the loaded number.
fn search(ranges: &[(u32, Rule)]) -> Vec<Instruction> {
    if let [(_, rule)] = ranges {
        return decide(*rule);
    }
    let (lower, upper) = ranges.split_at(ranges.len() / 2);
    let (below, above) = (search(lower), search(upper));
    let middle = upper[0].0;
    let mut program = match u8::try_from(below.len()) {
        Ok(distance) => vec![instruction(JUMP_GREATER_OR_EQUAL, distance, 0, middle)],
        // A conditional jump reaches 255 instructions; a plain one reaches everything.
        Err(_) => vec![
            instruction(JUMP_GREATER_OR_EQUAL, 0, 1, middle),
            instruction(JUMP, 0, 0, below.len() as u32),
        ],
    };
    program.extend(below);
    program.extend(above);
    program
}

fn decide(rule: Rule) -> Vec<Instruction> {
    let load = |argument: u8| instruction(LOAD, 0, 0, ARGUMENTS_OFFSET + 8 * u32::from(argument));
    // Each value that matches jumps over the answer for those that do not.
    let one_of = |argument: u8, values: &[u32], matching: Action, otherwise: Action| {
        let compare = values.iter().rev().enumerate().map(|(left, value)| {
            let distance = u8::try_from(left + 1).expect("a rule names a handful of values");
            instruction(JUMP_EQUAL, distance, 0, *value)
        });
        [load(argument)]
            .into_iter()
            .chain(compare.rev().collect::<Vec<_>>())
            .chain([answer(otherwise), answer(matching)])
            .collect()
    };
    match rule {
        Rule::Always(action) => vec![answer(action)],
        Rule::AllowWithoutBits { argument, bits } => vec![
            load(argument),
            instruction(JUMP_ANY_BIT, 0, 1, bits),
            answer(Action::Refuse),
            answer(Action::Allow),
        ],
        Rule::AllowOnly { argument, values } => one_of(argument, values, Action::Allow, Action::Refuse),
        Rule::AllowExcept { argument, values } => one_of(argument, values, Action::Refuse, Action::Allow),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARCHITECTURE: u32 = 0xc000_003e;

    /// Runs a program as the kernel would: on the architecture, the number and the arguments of a call.
    fn run(program: &[Instruction], architecture: u32, number: u32, arguments: [u32; 2]) -> u32 {
        let (mut at, mut loaded) = (0, 0);
        loop {
            let one = &program[at];
            at += 1;
            let jump = |taken: bool| usize::from(if taken { one.jt } else { one.jf });
            match one.code {
                LOAD => {
                    loaded = match one.k {
                        NUMBER_OFFSET => number,
                        ARCHITECTURE_OFFSET => architecture,
                        offset => arguments[((offset - ARGUMENTS_OFFSET) / 8) as usize],
                    };
                }
                JUMP => at += one.k as usize,
                JUMP_EQUAL => at += jump(loaded == one.k),
                JUMP_GREATER_OR_EQUAL => at += jump(loaded >= one.k),
                JUMP_ANY_BIT => at += jump(loaded & one.k != 0),
                RETURN => return one.k,
                other => panic!("instruction {other:#x}"),
            }
        }
    }

    #[track_caller]
    fn check(policy: &[(u32, Rule)], calls: &[(u32, [u32; 2], Action)]) {
        let program = compile(ARCHITECTURE, &policy.iter().copied().collect());
        for (number, arguments, expected) in calls {
            let found = run(&program, ARCHITECTURE, *number, *arguments);
            assert_eq!(found, answer(*expected).k, "call {number} {arguments:?}");
        }
        assert_eq!(run(&program, 0x4000_0003, 0, [0; 2]), answer(Action::Kill).k);
    }

    #[test]
    fn numbers_decide() {
        let (allow, missing) = (Rule::Always(Action::Allow), Rule::Always(Action::Missing));
        let policy = [(0, allow), (1, allow), (3, allow), (4, missing), (9, missing)];
        use Action::{Allow, Missing, Refuse};
        let answers = [Allow, Allow, Refuse, Allow, Missing, Refuse, Refuse, Refuse, Refuse, Missing, Refuse];
        let calls: Vec<_> = (0..).zip(answers).map(|(number, action)| (number, [0; 2], action)).collect();
        check(&policy, &calls);
        check(&[], &[(0, [0; 2], Refuse), (u32::MAX, [0; 2], Refuse)]);
        // The numbers of the x32 interface have a high bit set.
        check(&policy, &[(0x4000_0000, [0; 2], Refuse), (0x4000_0003, [0; 2], Refuse)]);
    }

    #[test]
    fn arguments_decide() {
        let policy = [
            (5, Rule::AllowWithoutBits { argument: 0, bits: 0b110 }),
            (6, Rule::AllowOnly { argument: 0, values: &[1, 2, 7] }),
            (7, Rule::AllowExcept { argument: 1, values: &[1, 2] }),
        ];
        use Action::{Allow, Refuse};
        check(
            &policy,
            &[
                (5, [0b1001, 0], Allow),
                (5, [0b0010, 0], Refuse),
                (5, [0b0110, 0], Refuse),
                (6, [1, 0], Allow),
                (6, [2, 0], Allow),
                (6, [7, 0], Allow),
                (6, [3, 1], Refuse),
                (7, [1, 1], Refuse),
                (7, [1, 2], Refuse),
                (7, [1, 3], Allow),
            ],
        );
    }

    #[test]
    fn far_jumps_arrive() {
        let every_other: Vec<_> = (0..2000).map(|number| (number * 2, Rule::Always(Action::Allow))).collect();
        let calls: Vec<_> = (0..4000)
            .map(|number| (number, [0; 2], if number % 2 == 0 { Action::Allow } else { Action::Refuse }))
            .collect();
        check(&every_other, &calls);
    }
}
