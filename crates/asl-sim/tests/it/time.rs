//! Time, timers and bounds.

use lirio_asl::{Data, Input, Outcome, ScheduleTask, Started, parse};
use lirio_asl_sim::{End, Happening, Plan, Settings, SimError, Simulation};
use serde_json::{Value, json};

const TASK: &str = "arn:aws:lambda:eu-west-1:000000000000:function:f";

/// Runs `states`, which begin with `A`; answers how it ended and after how many milliseconds.
fn run(states: &Value, plan: impl FnMut(&ScheduleTask, i64) -> Result<Plan, String>) -> (Value, i64) {
    run_with(states, Settings { check_replay: true, ..Settings::default() }, |_| {}, plan)
}

fn run_with(
    states: &Value,
    settings: Settings,
    prepare: impl FnOnce(&mut Simulation<'_>),
    mut plan: impl FnMut(&ScheduleTask, i64) -> Result<Plan, String>,
) -> (Value, i64) {
    let machine = parse(&json!({"StartAt": "A", "States": states}).to_string()).unwrap();
    let started = Started {
        execution_arn: "arn:aws:states:eu-west-1:000000000000:execution:m:e".into(),
        execution_name: "e".into(),
        machine_arn: "arn:aws:states:eu-west-1:000000000000:stateMachine:m".into(),
        machine_name: "m".into(),
        role_arn: "arn:aws:iam::000000000000:role/r".into(),
        input: Data::parse("{}").unwrap(),
        start_ms: 0,
        scope: 0,
    };
    let mut simulation = Simulation::new(&machine, started, settings);
    prepare(&mut simulation);
    let shown = match simulation.run(&mut plan) {
        Ok(End::Finished(Outcome::Succeeded { output })) => output.value().clone(),
        Ok(End::Finished(Outcome::Failed { error, .. })) => error.into(),
        Ok(End::Finished(other)) => other.status().into(),
        Ok(End::Waiting) => "WAITING".into(),
        Err(SimError::Replay(why)) => panic!("{why}"),
        Err(error) => error.to_string().into(),
    };
    (shown, simulation.elapsed_ms())
}

fn unasked(task: &ScheduleTask, _: i64) -> Result<Plan, String> {
    Err(format!("nobody answers {}", task.state_name))
}

fn data(value: Value) -> Data {
    Data::from_value(value).unwrap()
}

#[test]
fn a_year_of_wait_takes_no_time() {
    let year = 365 * 24 * 3600;
    let states = json!({"A": {"Type": "Wait", "Seconds": year, "End": true}});
    assert_eq!(run(&states, unasked), (json!({}), i64::from(year) * 1000));
}

#[test]
fn tasks_succeed_fail_and_are_silent() {
    let states = json!({"A": {"Type": "Task", "Resource": TASK, "TimeoutSeconds": 30, "End": true}});
    assert_eq!(run(&states, |_, _| Ok(Plan::succeeds(data(json!(1)), 250))), (json!(1), 250));
    assert_eq!(run(&states, |_, _| Ok(Plan::fails("E", "why", 5))), (json!("E"), 5));
    assert_eq!(run(&states, |_, _| Ok(Plan::started())), (json!("States.Timeout"), 30_000));
    assert_eq!(run(&states, unasked), (json!("state 'A': nobody answers A"), 0));
}

#[test]
fn retries_wait_their_intervals() {
    let retry = json!([{"ErrorEquals": ["E"], "IntervalSeconds": 10, "MaxAttempts": 3, "BackoffRate": 2}]);
    let states = json!({"A": {"Type": "Task", "Resource": TASK, "Retry": retry, "End": true}});
    let plan = |task: &ScheduleTask, _| {
        Ok(if task.retry_count < 3 {
            Plan::fails("E", "", 0)
        } else {
            Plan::succeeds(data(json!("at last")), 0)
        })
    };
    assert_eq!(run(&states, plan), (json!("at last"), (10 + 20 + 40) * 1000));
}

#[test]
fn heartbeats_keep_a_task_alive() {
    let resource = "arn:aws:states:::lambda:invoke.waitForTaskToken";
    let parameters = json!({"FunctionName": "f", "Payload": {"token.$": "$$.Task.Token"}});
    let states = json!({"A": {
        "Type": "Task", "Resource": resource, "Parameters": parameters, "HeartbeatSeconds": 10, "End": true
    }});
    let submitted = || Plan::started().then(0, Happening::Submitted(data(json!({}))));
    let beats = || submitted().then(8_000, Happening::Heartbeat).then(16_000, Happening::Heartbeat);
    let done = Happening::Succeeded(data(json!(2)));
    assert_eq!(run(&states, |_, _| Ok(beats().then(25_000, done.clone()))), (json!(2), 25_000));
    assert_eq!(
        run(&states, |_, _| Ok(beats().then(27_000, done.clone()))),
        (json!("States.Timeout"), 26_000)
    );
}

#[test]
fn what_waits_for_nothing_says_so() {
    let states = json!({"A": {"Type": "Task", "Resource": TASK, "TimeoutSeconds": 99_999_999, "End": true}});
    assert_eq!(run(&states, |_, _| Ok(Plan::nothing())), (json!("States.Timeout"), 99_999_999_000));
    let stop = |simulation: &mut Simulation<'_>| {
        simulation.plan(7_000, Input::Stop { error: None, cause: None });
    };
    let ended = run_with(&states, Settings::default(), stop, |_, _| Ok(Plan::nothing()));
    assert_eq!(ended, (json!("ABORTED"), 7_000));
}

#[test]
fn steps_are_bounded() {
    let states = json!({"A": {"Type": "Wait", "Seconds": 1, "Next": "A2"}, "A2": {"Type": "Wait", "Seconds": 1, "Next": "C"},
        "C": {"Type": "Choice", "Choices": [{"Variable": "$.end", "IsPresent": true, "Next": "S"}], "Default": "A"},
        "S": {"Type": "Succeed"}});
    let settings = Settings { max_steps: 10, ..Settings::default() };
    let (shown, _) = run_with(&states, settings, |_| {}, unasked);
    assert_eq!(shown, json!("the execution goes on after 10 steps"));
    // Without that bound, the history's own ends it.
    let (shown, _) = run_with(&states, Settings::default(), |_| {}, unasked);
    assert_eq!(shown, json!("States.Runtime"));
}
