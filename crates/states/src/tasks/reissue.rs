//! Calls that may have been made before a crash.
//!
//! A task is recorded as started in the same commit that schedules it, and called after.  If the
//! process ends before the answer is recorded, the next process calls again, like AWS at least once:
//!
//! - Reads, invocations of functions and endpoints, `PutEvents` and writes of objects are repeated.
//! - Creations of things whose names the task gives cannot happen twice: the second call is told
//!   that the thing exists.  If it was created after the task's state was entered, it is ours: the
//!   task goes on with its ARN.  A thing that was there before is a conflict, as it would have been
//!   without the crash.
//! - An update that is told the endpoint is being updated goes on, if that began after the state
//!   was entered.
//! - A child execution has the name that the task gives, or one made of the execution and the task:
//!   the second call finds it.

use lirio_api::{AwsError, Fields, Operation, Timestamp, Value};
use lirio_service::Caller;

use super::SERVICE;
use super::call::Call;

/// How to find what an operation made.
struct Found {
    operation: &'static str,
    describe: &'static str,
    /// The member that names the thing.
    name: &'static str,
    /// The member that the operation answers.
    arn: &'static str,
    /// When it happened.
    since: &'static str,
}

const SAGEMAKER: &[Found] = &[
    Found {
        operation: "CreateTrainingJob",
        describe: "DescribeTrainingJob",
        name: "TrainingJobName",
        arn: "TrainingJobArn",
        since: "CreationTime",
    },
    Found {
        operation: "CreateProcessingJob",
        describe: "DescribeProcessingJob",
        name: "ProcessingJobName",
        arn: "ProcessingJobArn",
        since: "CreationTime",
    },
    Found {
        operation: "CreateTransformJob",
        describe: "DescribeTransformJob",
        name: "TransformJobName",
        arn: "TransformJobArn",
        since: "CreationTime",
    },
    Found {
        operation: "CreateModel",
        describe: "DescribeModel",
        name: "ModelName",
        arn: "ModelArn",
        since: "CreationTime",
    },
    Found {
        operation: "CreateEndpointConfig",
        describe: "DescribeEndpointConfig",
        name: "EndpointConfigName",
        arn: "EndpointConfigArn",
        since: "CreationTime",
    },
    Found {
        operation: "CreateEndpoint",
        describe: "DescribeEndpoint",
        name: "EndpointName",
        arn: "EndpointArn",
        since: "CreationTime",
    },
    Found {
        operation: "UpdateEndpoint",
        describe: "DescribeEndpoint",
        name: "EndpointName",
        arn: "EndpointArn",
        since: "LastModifiedTime",
    },
];

/// Whether an error says that the call's effect is there already.
fn is_done(error: &AwsError) -> bool {
    let message = error.message.to_lowercase();
    matches!(error.code.as_ref(), "ResourceInUse" | "ExecutionAlreadyExists")
        || error.code == "ValidationException"
            && ["already exist", "in-progress", "in progress", "cannot update"]
                .iter()
                .any(|w| message.contains(w))
}

/// The answer of a repeated call that found its own effect; otherwise the error.
pub(super) async fn adopt(
    call: &Call<'_>,
    operation: &'static Operation,
    input: &Value,
    error: AwsError,
) -> Result<Value, AwsError> {
    let entered = call.task.context["State"]["EnteredTime"].as_str().and_then(Timestamp::parse_iso8601);
    let (Some(entered), true) = (entered, is_done(&error)) else { return Err(error) };
    let output = match operation.service.id {
        "sagemaker" => sagemaker(call, operation, input, entered).await,
        "stepfunctions" if operation.name == "StartExecution" => execution(call, input, entered).await,
        _ => None,
    };
    match output {
        Some(output) => {
            tracing::info!(
                execution = call.arn,
                operation = operation.name,
                "a call of the last process is adopted"
            );
            Ok(output)
        }
        None => Err(error),
    }
}

async fn describe(
    call: &Call<'_>,
    service: &str,
    name: &str,
    member: &'static str,
    value: &str,
) -> Option<Value> {
    let operation = lirio_api::operation(service, name)?;
    let mut input = Fields::new();
    input.push(member, Value::from(value));
    // The platform looks after its own crash: the role need not be allowed to look.
    let described =
        call.states.platform.door.call_value(&Caller::service(SERVICE), operation, Value::Map(input)).await;
    described.ok()
}

fn is_since(described: &Value, member: &str, entered: Timestamp) -> bool {
    matches!(described.pointer(&[member]), Some(Value::Time(time)) if *time >= entered)
}

async fn sagemaker(
    call: &Call<'_>,
    operation: &'static Operation,
    input: &Value,
    entered: Timestamp,
) -> Option<Value> {
    let found = SAGEMAKER.iter().find(|found| found.operation == operation.name)?;
    let name = input.pointer(&[found.name])?.as_str()?;
    let described = describe(call, "sagemaker", found.describe, found.name, name).await?;
    if !is_since(&described, found.since, entered) {
        return None;
    }
    let mut output = Fields::new();
    output.push(found.arn, described.pointer(&[found.arn])?.clone());
    Some(Value::Map(output))
}

async fn execution(call: &Call<'_>, input: &Value, entered: Timestamp) -> Option<Value> {
    let machine = input.pointer(&["stateMachineArn"])?.as_str()?;
    let name = input.pointer(&["name"])?.as_str()?;
    let arn = crate::arn::of_execution(machine, name);
    let described = describe(call, "stepfunctions", "DescribeExecution", "executionArn", &arn).await?;
    if !is_since(&described, "startDate", entered) {
        return None;
    }
    let mut output = Fields::new();
    output.push("executionArn", Value::from(arn));
    output.push("startDate", described.pointer(&["startDate"])?.clone());
    Some(Value::Map(output))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_in_the_table() {
        for found in SAGEMAKER {
            for name in [found.operation, found.describe] {
                assert!(lirio_api::operation("sagemaker", name).is_some(), "{name}");
            }
        }
    }

    #[test]
    fn what_counts_as_done() {
        let check = |code: &'static str, message: &str, expected| {
            assert_eq!(is_done(&AwsError::new(code, 400, message)), expected, "{code} {message}");
        };
        check("ResourceInUse", "Training job names must be unique", true);
        check("ResourceInUse", "Job name must be unique", true);
        check("ValidationException", "Cannot create already existing model \"m\".", true);
        check("ValidationException", "Cannot update in-progress endpoint \"e\".", true);
        check("ValidationException", "Could not find model \"m\".", false);
        check("AccessDeniedException", "already exists", false);
    }
}
