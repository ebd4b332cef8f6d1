//! What holds of every machine and of everything that may become of its tasks.

use lirio_asl::{Data, MAX_BYTES, MAX_EVENTS, Outcome, Record, ScheduleTask, Started, parse};
use lirio_asl_sim::{End, Plan, Settings, Simulation};
use proptest::prelude::*;
use serde_json::json;

use crate::generator::{self, Fate, Player};

/// How an execution ended, its log, and those of the executions of its map runs.
type Ran = (End, Vec<Record>, Vec<Vec<Record>>);

fn run(definition: &str, fates: &[Fate], seed: u64, check_replay: bool) -> Result<Ran, TestCaseError> {
    let machine = parse(definition)
        .map_err(|problems| TestCaseError::fail(format!("not valid: {problems:#?}\n{definition}")))?;
    let input = json!({"n": 1, "list": [1, {"n": 2}, "c"], "a": {"b": 0}, "error": "Path", "again": false});
    let started = Started {
        execution_arn: "arn:aws:states:eu-west-1:000000000000:execution:m:e".into(),
        execution_name: "e".into(),
        machine_arn: "arn:aws:states:eu-west-1:000000000000:stateMachine:m".into(),
        machine_name: "m".into(),
        role_arn: "arn:aws:iam::000000000000:role/r".into(),
        input: Data::from_value(input).unwrap(),
        start_ms: 1_767_225_600_000,
        scope: 0,
    };
    let settings = Settings { seed, check_replay, max_steps: 200_000 };
    let mut simulation = Simulation::new(&machine, started, settings);
    let mut player = Player { fates, calls: 0 };
    let end = simulation
        .run(&mut |task: &ScheduleTask, _: i64| -> Result<Plan, String> { Ok(player.play(task)) })
        .map_err(|error| TestCaseError::fail(format!("{error}\n{definition}")))?;
    let children = simulation.child_logs().into_iter().map(<[Record]>::to_vec).collect();
    Ok((end, simulation.records().to_vec(), children))
}

/// Numbers without gaps that refer back, and no more events and bytes than the quotas allow.
fn check_history(records: &[Record]) -> Result<(), TestCaseError> {
    let ids: Vec<_> = records.iter().filter_map(|record| record.event).collect();
    prop_assert!(ids.len() as u64 <= MAX_EVENTS);
    for (i, event) in ids.iter().enumerate() {
        prop_assert_eq!(event.id, i as u64 + 1);
        prop_assert!(event.previous < event.id);
    }
    for pair in records.windows(2) {
        prop_assert!(pair[0].at_ms <= pair[1].at_ms);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// It ends or waits, and every prefix of its log leads to the same rest.
    #[test]
    fn any_machine_ends_or_waits(
        chain in generator::chain(2),
        fates in generator::fates(),
        jsonata in any::<bool>(),
        timeout in proptest::option::of(any::<u16>()),
        seed in any::<u64>(),
    ) {
        let definition = generator::definition(&chain, jsonata, timeout);
        let (end, records, children) = run(&definition, &fates, seed, true)?;
        check_history(&records)?;
        for log in &children {
            check_history(log)?;
        }
        match end {
            End::Finished(Outcome::Succeeded { output }) => prop_assert!(output.text().len() <= MAX_BYTES),
            End::Finished(_) => {}
            End::Waiting => prop_assert!(fates.iter().any(|fate| matches!(fate, Fate::Silent | Fate::Beats(_)))),
        }
    }

    /// The same seed gives the same history.
    #[test]
    fn the_same_again(
        chain in generator::chain(2),
        fates in generator::fates(),
        jsonata in any::<bool>(),
        seed in any::<u64>(),
    ) {
        let definition = generator::definition(&chain, jsonata, None);
        let first = run(&definition, &fates, seed, false)?;
        let second = run(&definition, &fates, seed, false)?;
        prop_assert_eq!(first, second);
    }
}
