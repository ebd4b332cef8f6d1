//! `Step Functions Execution Status Change` events.

use lirio_api::Timestamp;
use lirio_service::Scope;
use lirio_service::topics::BusEvent;
use serde_json::{Value, json};

use crate::tables::ExecutionRow;

/// An event may be 256 KiB; above this, input and output are left out together, and it says so.
const MAX_DATA: usize = 248 * 1024;

/// The event that tells of an execution's status.
pub(crate) fn status_event(row: &ExecutionRow, now: Timestamp) -> BusEvent {
    let length = row.input.len() + row.output.as_ref().map_or(0, String::len);
    let included = length <= MAX_DATA;
    let data = |text: Option<&String>| match text {
        Some(text) if included => (Value::from(text.as_str()), json!({ "included": true })),
        Some(_) => (Value::Null, json!({ "included": false })),
        None => (Value::Null, Value::Null),
    };
    let (input, input_details) = data(Some(&row.input));
    let (output, output_details) = data(row.output.as_ref());
    let detail = json!({
        "executionArn": row.arn,
        "stateMachineArn": row.machine_arn,
        "name": row.name,
        "status": row.status,
        "startDate": row.start.0,
        "stopDate": row.stop.map(|stop| stop.0),
        "input": input,
        "output": output,
        "inputDetails": input_details,
        "outputDetails": output_details,
        "error": row.error,
        "cause": row.cause,
    });
    let name = "Step Functions Execution Status Change";
    BusEvent::new(&scope_of(&row.arn), now, "aws.states", name, vec![row.arn.clone()], detail)
}

/// Where an execution is, by its ARN: its events belong there too.
fn scope_of(arn: &str) -> Scope {
    let part = |n: usize| arn.split(':').nth(n).unwrap_or_default().to_owned();
    Scope { partition: part(1).into(), region: part(3).into(), account: part(4).into() }
}
