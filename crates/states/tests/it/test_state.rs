//! `TestState`: a state by itself, mocked or for real.

use lirio_api::AwsError;
use lirio_api::stepfunctions::{self as sfn, ops};
use serde_json::{Value as Json, json};

use crate::rig::{ROLE, Rig, value};

fn rig() -> Rig {
    Rig::new(|operation, input, caller| {
        assert_eq!(operation, "DescribeEndpoint");
        assert!(caller.principal.arn("aws").contains("assumed-role/states/"));
        match input.to_json()["EndpointName"].as_str() {
            Some("missing") => Err(AwsError::new("ValidationException", 400, "Could not find it.")),
            name => Ok(value(json!({"EndpointName": name, "EndpointStatus": "InService"}))),
        }
    })
}

fn describe() -> Json {
    json!({
        "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sagemaker:describeEndpoint",
        "Parameters": {"EndpointName.$": "$.name"}, "ResultPath": "$.status", "Next": "Then",
        "Retry": [{"ErrorEquals": ["SageMaker.SageMakerException"]}]
    })
}

fn given(definition: &Json) -> sfn::TestStateInput {
    sfn::TestStateInput {
        definition: definition.to_string(),
        inspection_level: Some("DEBUG".into()),
        ..sfn::TestStateInput::default()
    }
}

fn code<T>(result: Result<T, AwsError>) -> (String, String) {
    result.err().map_or_else(Default::default, |error| (error.code.into_owned(), error.message))
}

#[tokio::test]
async fn a_task_is_called_as_the_role() {
    let rig = rig();
    let input = |name: &str| sfn::TestStateInput {
        input: Some(json!({ "name": name }).to_string()),
        role_arn: Some(ROLE.into()),
        ..given(&describe())
    };
    let answer = rig.call(ops::TestState, input("e")).await.unwrap();
    let result = r#"{"EndpointName":"e","EndpointStatus":"InService"}"#;
    assert_eq!(
        (answer.status.as_deref(), answer.next_state.as_deref(), answer.output),
        (Some("SUCCEEDED"), Some("Then"), Some(format!(r#"{{"name":"e","status":{result}}}"#)))
    );
    let data = answer.inspection_data.unwrap();
    assert_eq!(data.after_parameters.as_deref(), Some(r#"{"EndpointName":"e"}"#));
    assert_eq!(data.result.as_deref(), Some(result));

    let answer = rig.call(ops::TestState, input("missing")).await.unwrap();
    assert_eq!(answer.status.as_deref(), Some("RETRIABLE"));
    assert_eq!(answer.error.as_deref(), Some("SageMaker.SageMakerException"));
    let details = answer.inspection_data.and_then(|data| data.error_details).unwrap();
    assert_eq!((details.retry_index, details.retry_backoff_interval_seconds), (Some(0), Some(1)));
    assert_eq!(*rig.world.calls.lock().unwrap(), ["DescribeEndpoint", "DescribeEndpoint"]);
}

#[tokio::test]
async fn a_mock_calls_nothing_and_needs_no_role() {
    let rig = rig();
    let input = |result: &str| sfn::TestStateInput {
        input: Some(r#"{"name": "e"}"#.into()),
        mock: Some(sfn::MockInput { result: Some(result.into()), ..sfn::MockInput::default() }),
        ..given(&describe())
    };
    let refused = code(rig.call(ops::TestState, input(r#"{"EndpointName": 1}"#)).await);
    let message = "Mock result schema validation error: Required field 'EndpointArn' is missing";
    assert_eq!(refused, ("ValidationException".into(), message.into()));
    let mut present = input(r#"{"EndpointName": "e"}"#);
    present.mock.as_mut().unwrap().field_validation_mode = Some("PRESENT".into());
    let answer = rig.call(ops::TestState, present).await.unwrap();
    assert_eq!(answer.output.as_deref(), Some(r#"{"name":"e","status":{"EndpointName":"e"}}"#));
    assert!(rig.world.calls.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_wait_waits_and_five_minutes_are_the_most() {
    for (seconds, after_ms, status) in [(60, 60_000, "SUCCEEDED"), (3600, 300_000, "FAILED")] {
        let rig = rig();
        let wait = json!({"Type": "Wait", "Seconds": seconds, "End": true});
        let call = rig.call(ops::TestState, given(&wait));
        tokio::pin!(call);
        // The wait begins before the clock moves.
        assert!(futures_poll(&mut call).await.is_none());
        rig.clock.advance(after_ms);
        let answer = call.await.unwrap();
        assert_eq!(answer.status.as_deref(), Some(status), "{seconds}");
        let error = (status == "FAILED").then_some("States.Timeout");
        assert_eq!(answer.error.as_deref(), error);
    }
}

/// What a future answers when it is asked once.
async fn futures_poll<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
    std::future::poll_fn(|context| {
        std::task::Poll::Ready(match std::pin::Pin::new(&mut *future).poll(context) {
            std::task::Poll::Ready(output) => Some(output),
            std::task::Poll::Pending => None,
        })
    })
    .await
}

#[tokio::test]
async fn what_is_refused() {
    let rig = rig();
    let pass = json!({"Type": "Pass", "End": true});
    let queue = json!({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true});
    let with_role = |definition: &Json, role: &str| sfn::TestStateInput {
        role_arn: Some(role.into()),
        ..given(definition)
    };
    let untrusted = "arn:aws:iam::000000000000:role/untrusted";
    let cases = [
        (given(&describe()), "ValidationException", "RoleArn must be specified when testing a Task state"),
        (
            with_role(&queue, ROLE),
            "InvalidDefinition",
            "Invalid State Machine Definition: 'NOT_SUPPORTED_YET: The resource sqs:sendMessage is not served by this platform at /States/StateName/Resource'",
        ),
        (
            with_role(&describe(), untrusted),
            "AccessDeniedException",
            "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.",
        ),
        (with_role(&pass, "role"), "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: role'"),
        (sfn::TestStateInput { input: Some("{".into()), ..given(&pass) }, "InvalidExecutionInput", ""),
    ];
    for (input, expected, message) in cases {
        let found = code(rig.call(ops::TestState, input).await);
        assert_eq!(found.0, expected);
        assert!(message.is_empty() || found.1 == message, "{}", found.1);
    }
}
