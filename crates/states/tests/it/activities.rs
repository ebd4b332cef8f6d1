//! Activities and their workers.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::stepfunctions::{self as sfn, ops};
use lirio_store::ManualClock;
use serde_json::{Value as Json, json};

use crate::rig::{Folder, Rig, Script};

fn quiet() -> Rig {
    Rig::new(|operation, _, _| Err(AwsError::internal(operation)))
}

async fn activity(rig: &Rig, name: &str) -> String {
    let input = sfn::CreateActivityInput { name: name.into(), ..Default::default() };
    rig.call(ops::CreateActivity, input).await.unwrap().activity_arn
}

fn machine(activity: &str, fields: Json) -> Json {
    let mut state = json!({"Type": "Task", "Resource": activity, "End": true});
    state.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    json!({"StartAt": "A", "States": {"A": state}})
}

fn poll(activity: &str, worker: &str) -> sfn::GetActivityTaskInput {
    sfn::GetActivityTaskInput { activity_arn: activity.into(), worker_name: Some(worker.into()) }
}

async fn succeed(rig: &Rig, token: &str, output: &str) -> Result<(), AwsError> {
    let input = sfn::SendTaskSuccessInput { task_token: token.into(), output: output.into() };
    rig.call(ops::SendTaskSuccess, input).await.map(drop)
}

#[tokio::test]
async fn a_worker_waits_takes_and_answers() {
    let rig = Arc::new(quiet());
    let arn = activity(&rig, "a").await;
    assert_eq!(activity(&rig, "a").await, arn);
    let machine = rig.create("m", &machine(&arn, json!({"TimeoutSeconds": 60}))).await.unwrap();
    let worker = tokio::spawn({
        let (rig, arn) = (rig.clone(), arn.clone());
        async move { rig.call(ops::GetActivityTask, poll(&arn, "w")).await }
    });
    tokio::task::yield_now().await;
    let execution = rig.start(&machine, "e", &json!({"x": 1})).await.unwrap();
    let task = worker.await.unwrap().unwrap();
    assert_eq!(task.input.as_deref(), Some("{\"x\":1}"));
    succeed(&rig, &task.task_token.unwrap(), "{\"y\":2}").await.unwrap();
    assert_eq!(rig.ended(&execution).await.output.as_deref(), Some("{\"y\":2}"));
    let types = rig.types(&execution).await;
    assert_eq!(types[2..5], ["ActivityScheduled", "ActivityStarted", "ActivitySucceeded"]);
    let started = rig.history(&execution).await[3].activity_started_event_details.clone().unwrap();
    assert_eq!(started.worker_name.as_deref(), Some("w"));
}

#[tokio::test]
async fn tasks_are_taken_in_order_and_once() {
    let rig = Arc::new(quiet());
    let arn = activity(&rig, "a").await;
    let machine = rig.create("m", &machine(&arn, json!({}))).await.unwrap();
    for number in 0..20 {
        rig.start(&machine, &format!("e{number}"), &json!(number)).await.unwrap();
        rig.clock.advance(1);
    }
    let first = rig.call(ops::GetActivityTask, poll(&arn, "w")).await.unwrap();
    assert_eq!(first.input.as_deref(), Some("0"));
    let mut taken = Vec::new();
    let workers: Vec<_> = (1..20)
        .map(|_| {
            let (rig, arn) = (rig.clone(), arn.clone());
            tokio::spawn(async move { rig.call(ops::GetActivityTask, poll(&arn, "w")).await })
        })
        .collect();
    for worker in workers {
        taken.push(worker.await.unwrap().unwrap().input.unwrap().parse::<u32>().unwrap());
    }
    taken.sort_unstable();
    assert_eq!(taken, (1..20).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_poll_ends_after_a_minute() {
    let rig = Arc::new(quiet());
    let arn = activity(&rig, "a").await;
    let worker = tokio::spawn({
        let (rig, arn) = (rig.clone(), arn.clone());
        async move { rig.call(ops::GetActivityTask, poll(&arn, "w")).await }
    });
    while !worker.is_finished() {
        rig.clock.advance(30_000);
        tokio::task::yield_now().await;
    }
    assert_eq!(worker.await.unwrap().unwrap(), sfn::GetActivityTaskOutput::default());
    // A poll of an activity that is deleted meanwhile is told so.
    let worker = tokio::spawn({
        let (rig, arn) = (rig.clone(), arn.clone());
        async move { rig.call(ops::GetActivityTask, poll(&arn, "w")).await }
    });
    tokio::task::yield_now().await;
    rig.call(ops::DeleteActivity, sfn::DeleteActivityInput { activity_arn: arn.clone() }).await.unwrap();
    assert_eq!(worker.await.unwrap().unwrap_err().code, "ActivityDoesNotExist");
    let described = rig.call(ops::DescribeActivity, sfn::DescribeActivityInput { activity_arn: arn.clone() });
    assert_eq!(described.await.unwrap_err().message, format!("Activity Does Not Exist: '{arn}'"));
}

#[tokio::test]
async fn nobody_takes_it_in_time() {
    let rig = quiet();
    let arn = activity(&rig, "a").await;
    let timeouts = json!({"TimeoutSeconds": 50, "HeartbeatSeconds": 10});
    let machine = rig.create("m", &machine(&arn, timeouts)).await.unwrap();
    let execution = rig.start(&machine, "e", &json!({})).await.unwrap();
    // The heartbeat does not count while the task waits.
    rig.clock.advance(20_000);
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    assert_eq!(rig.describe(&execution).await.status, "RUNNING");
    assert_eq!(rig.ended(&execution).await.error.as_deref(), Some("States.Timeout"));
    assert_eq!(rig.types(&execution).await[2..4], ["ActivityScheduled", "ActivityTimedOut"]);
    // Nobody gets a task that has ended.
    let execution = rig.start(&machine, "f", &json!("second")).await.unwrap();
    let task = rig.call(ops::GetActivityTask, poll(&arn, "w")).await.unwrap();
    assert_eq!(task.input.as_deref(), Some("\"second\""));
    let ended = rig.ended(&execution).await;
    assert_eq!(ended.error.as_deref(), Some("States.Timeout"), "the heartbeat counts from the start");
    assert_eq!(succeed(&rig, &task.task_token.unwrap(), "{}").await.unwrap_err().code, "TaskTimedOut");
}

#[tokio::test]
async fn an_activity_that_does_not_exist_fails_the_execution() {
    let rig = quiet();
    let arn = "arn:aws:states:eu-west-1:000000000000:activity:a";
    let machine = rig.create("m", &machine(arn, json!({}))).await.unwrap();
    let execution = rig.start(&machine, "e", &json!({})).await.unwrap();
    let ended = rig.ended(&execution).await;
    assert_eq!(ended.error.as_deref(), Some("States.Runtime"));
    let cause = format!(
        "An error occurred while executing the state 'A' (entered at the event id #2). The activity {arn} does not exist."
    );
    assert_eq!(ended.cause, Some(cause));
    assert_eq!(rig.types(&execution).await, ["ExecutionStarted", "TaskStateEntered", "ExecutionFailed"]);
}

#[test]
fn crashes_lose_no_task_and_hand_out_none_twice() {
    let folder = Folder::new();
    let clock = Arc::new(ManualClock::new(1_795_341_600_000));
    let script: Arc<Script> =
        Arc::new(|operation, _, _| Box::pin(async move { Err(AwsError::internal(operation)) }));
    let (arn, executions, taken) = Rig::live(&folder.0, &clock, script.clone(), async |rig| {
        let arn = activity(rig, "a").await;
        let machine = rig.create("m", &machine(&arn, json!({}))).await.unwrap();
        let first = rig.start(&machine, "e", &json!(1)).await.unwrap();
        let second = rig.start(&machine, "f", &json!(2)).await.unwrap();
        let taken = rig.call(ops::GetActivityTask, poll(&arn, "w")).await.unwrap();
        (arn, [first, second], taken)
    });
    Rig::live(&folder.0, &clock, script, async |rig| {
        let other = rig.call(ops::GetActivityTask, poll(&arn, "w")).await.unwrap();
        assert_ne!(taken.input, other.input);
        for task in [taken, other] {
            succeed(rig, &task.task_token.unwrap(), &task.input.unwrap()).await.unwrap();
        }
        for (execution, output) in executions.iter().zip(["1", "2"]) {
            assert_eq!(rig.ended(execution).await.output.as_deref(), Some(output));
        }
    });
}

#[tokio::test]
async fn tags_of_activities() {
    let rig = quiet();
    let arn = activity(&rig, "a").await;
    let tags = vec![sfn::Tag { key: Some("k".into()), value: Some("v".into()) }];
    let tag = sfn::TagResourceInput { resource_arn: arn.clone(), tags: tags.clone() };
    rig.call(ops::TagResource, tag).await.unwrap();
    let list = sfn::ListTagsForResourceInput { resource_arn: arn };
    assert_eq!(rig.call(ops::ListTagsForResource, list).await.unwrap().tags, Some(tags));
}
