//! The operations on state machines and executions.

use std::sync::Arc;

use lirio_api::stepfunctions::{self as sfn, ops};
use lirio_api::{AwsError, Value};
use serde_json::{Value as Json, json};

use crate::rig::{ROLE, Rig};

fn quiet() -> Rig {
    Rig::new(|operation, _, _| Err(AwsError::internal(operation)))
}

fn pass() -> Json {
    json!({"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}})
}

fn waiting() -> Json {
    json!({"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 60, "End": true}}})
}

fn code<T>(result: Result<T, AwsError>) -> (String, String) {
    match result {
        Ok(_) => ("OK".into(), String::new()),
        Err(error) => (error.code.into_owned(), error.message),
    }
}

#[tokio::test]
async fn life_of_a_state_machine() {
    let rig = quiet();
    let arn = rig.create("m", &pass()).await.unwrap();
    assert_eq!(arn, "arn:aws:states:eu-west-1:000000000000:stateMachine:m");
    assert_eq!(rig.create("m", &pass()).await.unwrap(), arn);
    let other = code(rig.create("m", &waiting()).await);
    assert_eq!(other, ("StateMachineAlreadyExists".into(), format!("State Machine Already Exists: '{arn}'")));

    let describe = || sfn::DescribeStateMachineInput { state_machine_arn: arn.clone(), included_data: None };
    let described = rig.call(ops::DescribeStateMachine, describe()).await.unwrap();
    assert_eq!((described.status.as_deref(), described.revision_id), (Some("ACTIVE"), None));

    let update = |definition: Json| sfn::UpdateStateMachineInput {
        state_machine_arn: arn.clone(),
        definition: Some(definition.to_string()),
        ..Default::default()
    };
    let first = rig.call(ops::UpdateStateMachine, update(waiting())).await.unwrap().revision_id;
    let again = rig.call(ops::UpdateStateMachine, update(waiting())).await.unwrap().revision_id;
    assert!(first.is_some() && first == again);
    let described = rig.call(ops::DescribeStateMachine, describe()).await.unwrap();
    assert_eq!((described.definition, described.revision_id), (waiting().to_string(), first));
    let nothing = sfn::UpdateStateMachineInput { state_machine_arn: arn.clone(), ..Default::default() };
    assert_eq!(code(rig.call(ops::UpdateStateMachine, nothing).await).0, "MissingRequiredParameter");

    let versions =
        sfn::ListStateMachineVersionsInput { state_machine_arn: arn.clone(), ..Default::default() };
    assert_eq!(rig.call(ops::ListStateMachineVersions, versions).await.unwrap().state_machine_versions, []);

    // A running execution is stopped with its machine.
    let execution = rig.start(&arn, "e", &json!({})).await.unwrap();
    let delete = || sfn::DeleteStateMachineInput { state_machine_arn: arn.clone() };
    rig.call(ops::DeleteStateMachine, delete()).await.unwrap();
    assert_eq!(rig.ended(&execution).await.status, "ABORTED");
    while rig.call(ops::DescribeStateMachine, describe()).await.is_ok() {
        tokio::task::yield_now().await;
    }
    rig.call(ops::DeleteStateMachine, delete()).await.unwrap();
    let gone = code(rig.call(ops::DescribeStateMachine, describe()).await);
    assert_eq!(gone, ("StateMachineDoesNotExist".into(), format!("State Machine Does Not Exist: '{arn}'")));
    assert_eq!(rig.create("m", &pass()).await.unwrap(), arn);
}

#[tokio::test]
async fn what_is_refused() {
    let rig = quiet();
    let create = || sfn::CreateStateMachineInput {
        name: "m".into(),
        definition: pass().to_string(),
        role_arn: ROLE.into(),
        ..Default::default()
    };
    let check = async |input: sfn::CreateStateMachineInput, expected: &str| {
        assert_eq!(code(rig.call(ops::CreateStateMachine, input).await).0, expected);
    };
    let tracing = Some(sfn::TracingConfiguration { enabled: Some(true) });
    check(sfn::CreateStateMachineInput { tracing_configuration: tracing, ..create() }, "NotImplemented")
        .await;
    let logging = Some(sfn::LoggingConfiguration { level: Some("ALL".into()), ..Default::default() });
    let logging = sfn::CreateStateMachineInput { logging_configuration: logging, ..create() };
    check(logging, "InvalidLoggingConfiguration").await;
    let description = Some("without publish".into());
    let described = sfn::CreateStateMachineInput { version_description: description, ..create() };
    check(described, "ValidationException").await;
    check(sfn::CreateStateMachineInput { name: "a b".into(), ..create() }, "InvalidName").await;
    let untrusted = "arn:aws:iam::000000000000:role/untrusted".to_owned();
    check(sfn::CreateStateMachineInput { role_arn: untrusted, ..create() }, "AccessDeniedException").await;

    let missing = json!({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [
        {"Variable": "$.x", "IsPresent": true, "Next": "B"}], "Default": "C"}, "C": {"Type": "Succeed"}}});
    let (refused, message) = code(rig.create("m", &missing).await);
    assert_eq!(refused, "InvalidDefinition");
    assert_eq!(
        message,
        "Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target: B at /States/A/Choices[0]/Next'"
    );
    let validate = |definition: &Json| sfn::ValidateStateMachineDefinitionInput {
        definition: definition.to_string(),
        ..Default::default()
    };
    let found = rig.call(ops::ValidateStateMachineDefinition, validate(&missing)).await.unwrap();
    assert_eq!((found.result.as_str(), found.truncated), ("FAIL", Some(false)));
    assert_eq!(found.diagnostics[0].code, "MISSING_TRANSITION_TARGET");
    assert_eq!(found.diagnostics[0].location.as_deref(), Some("/States/A/Choices[0]/Next"));
    let found = rig.call(ops::ValidateStateMachineDefinition, validate(&pass())).await.unwrap();
    assert_eq!((found.result.as_str(), found.diagnostics.len()), ("OK", 0));

    let arn = rig.create("m", &pass()).await.unwrap();
    let start = |input: &str| sfn::StartExecutionInput {
        state_machine_arn: arn.clone(),
        input: Some(input.into()),
        ..Default::default()
    };
    let (refused, message) = code(rig.call(ops::StartExecution, start("")).await);
    assert_eq!(refused, "InvalidExecutionInput");
    assert_eq!(message, "Invalid State Machine Execution Input: 'Invalid execution input.'");
    let nobody = sfn::DescribeExecutionInput { execution_arn: "nobody".into(), included_data: None };
    let (refused, message) = code(rig.call(ops::DescribeExecution, nobody).await);
    assert_eq!(
        (refused.as_str(), message.as_str()),
        ("InvalidArn", "Invalid Arn: 'Invalid ARN prefix: nobody'")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_starts_are_one_execution() {
    let rig = Arc::new(quiet());
    let machine = rig.create("m", &waiting()).await.unwrap();
    let starts: Vec<_> = (0..50)
        .map(|_| {
            let (rig, machine) = (rig.clone(), machine.clone());
            tokio::spawn(async move {
                let input = sfn::StartExecutionInput {
                    state_machine_arn: machine,
                    name: Some("same".into()),
                    input: Some("{}".into()),
                    trace_header: None,
                };
                rig.call(ops::StartExecution, input).await.unwrap()
            })
        })
        .collect();
    let mut answers = Vec::new();
    for start in starts {
        answers.push(start.await.unwrap());
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]));
    let execution = answers[0].execution_arn.clone();
    assert_eq!(code(rig.start(&machine, "same", &json!({"other": 1})).await).0, "ExecutionAlreadyExists");
    assert_eq!(rig.types(&execution).await, ["ExecutionStarted", "WaitStateEntered"]);
    assert_eq!(rig.ended(&execution).await.status, "SUCCEEDED");
    // The name stays taken.
    assert_eq!(code(rig.start(&machine, "same", &json!({})).await).0, "ExecutionAlreadyExists");
}

#[tokio::test]
async fn stopping_and_listing() {
    let rig = quiet();
    let machine = rig.create("m", &waiting()).await.unwrap();
    let mut started = Vec::new();
    for name in ["a", "b", "c"] {
        started.push(rig.start(&machine, name, &json!({})).await.unwrap());
        rig.clock.advance(10);
    }
    let stop = |execution: &str| sfn::StopExecutionInput {
        execution_arn: execution.into(),
        error: Some("Enough".into()),
        cause: Some("of it".into()),
    };
    let stopped = rig.call(ops::StopExecution, stop(&started[1])).await.unwrap();
    rig.clock.advance(10);
    assert_eq!(rig.call(ops::StopExecution, stop(&started[1])).await.unwrap(), stopped);
    let described = rig.describe(&started[1]).await;
    assert_eq!((described.status.as_str(), described.error.as_deref()), ("ABORTED", Some("Enough")));
    assert_eq!(rig.types(&started[1]).await.last().unwrap(), "ExecutionAborted");

    let list = |status: Option<&str>, max: i64, token: Option<String>| sfn::ListExecutionsInput {
        state_machine_arn: Some(machine.clone()),
        status_filter: status.map(str::to_owned),
        max_results: Some(max),
        next_token: token,
        ..Default::default()
    };
    let names = |page: &sfn::ListExecutionsOutput| {
        page.executions.iter().map(|e| e.name.clone()).collect::<Vec<_>>().join(" ")
    };
    let page = rig.call(ops::ListExecutions, list(None, 2, None)).await.unwrap();
    assert_eq!(names(&page), "c b");
    let page = rig.call(ops::ListExecutions, list(None, 2, page.next_token)).await.unwrap();
    assert_eq!((names(&page).as_str(), &page.next_token), ("a", &None));
    let page = rig.call(ops::ListExecutions, list(Some("RUNNING"), 1, None)).await.unwrap();
    assert_eq!(names(&page), "c");
    let foreign = list(Some("ABORTED"), 1, page.next_token.clone());
    assert_eq!(code(rig.call(ops::ListExecutions, foreign).await).0, "InvalidToken");
    let page = rig.call(ops::ListExecutions, list(Some("RUNNING"), 1, page.next_token)).await.unwrap();
    assert_eq!(names(&page), "a");
    let page = rig.call(ops::ListExecutions, list(Some("ABORTED"), 10, None)).await.unwrap();
    assert_eq!(names(&page), "b");
}

#[tokio::test]
async fn status_events_are_sent_with_the_status() {
    let rig = quiet();
    let machine = rig.create("m", &pass()).await.unwrap();
    let execution = rig.start(&machine, "e", &json!({"x": 1})).await.unwrap();
    rig.ended(&execution).await;
    let (sender, mut events) = tokio::sync::mpsc::unbounded_channel();
    let outbox = rig.platform.store.outbox(lirio_service::topics::EVENTS);
    let consumer = tokio::spawn(outbox.run(1, std::future::pending(), move |delivery| {
        let sender = sender.clone();
        async move {
            sender.send(delivery.decode::<lirio_service::topics::BusEvent>()?.event).unwrap();
            Ok(())
        }
    }));
    let (running, succeeded) = (events.recv().await.unwrap(), events.recv().await.unwrap());
    consumer.abort();
    assert_eq!(running["detail"]["status"], "RUNNING");
    assert_eq!(running["detail"]["stopDate"], Json::Null);
    assert_eq!(succeeded["source"], "aws.states");
    assert_eq!(succeeded["detail-type"], "Step Functions Execution Status Change");
    assert_eq!(succeeded["resources"], json!([execution]));
    assert_eq!(succeeded["detail"]["status"], "SUCCEEDED");
    assert_eq!(succeeded["detail"]["output"], "{\"x\":1}");
    assert_eq!(succeeded["detail"]["outputDetails"], json!({"included": true}));
}

#[tokio::test]
async fn tags() {
    let rig = quiet();
    let arn = rig.create("m", &pass()).await.unwrap();
    let tag = |key: &str, value: &str| sfn::Tag { key: Some(key.into()), value: Some(value.into()) };
    let tags = vec![tag("a", "1"), tag("b", "2")];
    rig.call(ops::TagResource, sfn::TagResourceInput { resource_arn: arn.clone(), tags }).await.unwrap();
    let untag = sfn::UntagResourceInput { resource_arn: arn.clone(), tag_keys: vec!["a".into(), "z".into()] };
    rig.call(ops::UntagResource, untag).await.unwrap();
    let list = sfn::ListTagsForResourceInput { resource_arn: arn.clone() };
    assert_eq!(rig.call(ops::ListTagsForResource, list).await.unwrap().tags, Some(vec![tag("b", "2")]));
    let list = sfn::ListTagsForResourceInput { resource_arn: arn.replace(":m", ":n") };
    assert_eq!(code(rig.call(ops::ListTagsForResource, list).await).0, "ResourceNotFound");
}

#[tokio::test]
async fn forgotten_after_ninety_days() {
    let rig = Rig::new(|_, _, _| Ok(Value::Null));
    let machine = rig.create("m", &pass()).await.unwrap();
    let execution = rig.start(&machine, "e", &json!({})).await.unwrap();
    rig.ended(&execution).await;
    rig.clock.advance(91 * 24 * 60 * 60 * 1000);
    let describe = || sfn::DescribeExecutionInput { execution_arn: execution.clone(), included_data: None };
    while rig.call(ops::DescribeExecution, describe()).await.is_ok() {
        tokio::task::yield_now().await;
    }
    rig.start(&machine, "e", &json!({"again": true})).await.unwrap();
}
