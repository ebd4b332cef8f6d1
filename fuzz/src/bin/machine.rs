//! Whole machines: what parses is run in virtual time, with tasks that echo their input.
#![no_main]

use lirio_asl::{Data, ScheduleTask, Started, parse};
use lirio_asl_sim::{Plan, Settings, Simulation};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(machine) = parse(text) else { return };
    let started = Started {
        execution_arn: "arn:aws:states:eu-west-1:000000000000:execution:m:e".to_owned(),
        execution_name: "e".to_owned(),
        machine_arn: "arn:aws:states:eu-west-1:000000000000:stateMachine:m".to_owned(),
        machine_name: "m".to_owned(),
        role_arn: "arn:aws:iam::000000000000:role/r".to_owned(),
        input: Data::from_value(lirio_fuzz::document_of_everything()).expect("it nests shallowly"),
        start_ms: 1_700_000_000_000,
        scope: 0,
    };
    let settings = Settings { seed: 7, max_steps: 300, check_replay: true };
    let mut simulation = Simulation::new(&machine, started, settings);
    let mut echo = |task: &ScheduleTask, _: i64| Ok(Plan::succeeds(task.parameters.clone(), 10));
    match simulation.run(&mut echo) {
        Err(error @ (lirio_asl_sim::SimError::Refused(_) | lirio_asl_sim::SimError::Replay(_))) => {
            panic!("{error}")
        }
        _ => {}
    }
});
