//! From items to the inputs of executions.

use lirio_asl::machine::Machine;
use lirio_asl::path::QueryError;
use lirio_asl::template::EvaluationError;
use lirio_asl::{BatcherSpec, Data, MAX_BYTES, StartMapRun};
use serde_json::{Map, Value};

use crate::failure::RunFailure;

/// The inputs of the executions of a run: each item after `ItemSelector`, in batches where the run
/// has an `ItemBatcher`. `random` is asked by functions of the selector.
pub fn inputs(
    machine: &Machine,
    run: &StartMapRun,
    items: Vec<Value>,
    now_ms: i64,
    random: &mut dyn FnMut() -> u64,
) -> Result<Vec<Data>, RunFailure> {
    let mut selected = Vec::with_capacity(items.len());
    for (index, item) in items.into_iter().enumerate() {
        let item = run
            .select(machine, index as u64, item, now_ms, random)
            .map_err(|error| unselected(run, error))?;
        selected.push(payload(item)?);
    }
    match &run.spec.batcher {
        None => Ok(selected),
        Some(batcher) => batches(selected, batcher),
    }
}

/// A selector without a value, in the words that an inline Map has for it.
fn unselected(run: &StartMapRun, error: EvaluationError) -> RunFailure {
    let (error, detail) = match error {
        EvaluationError::Path { field, path, error: QueryError::NotFound(_) } => (
            "States.ParameterPathFailure",
            format!(
                "The JSONPath '{path}' specified for the field '{field}' could not be found in the input '{}'",
                run.input.text()
            ),
        ),
        EvaluationError::Path { path, error, .. } => {
            ("States.Runtime", format!("Invalid path '{path}' : {error}"))
        }
        EvaluationError::Intrinsic(message) => ("States.IntrinsicFailure", message),
        EvaluationError::Query { message, .. } => ("States.QueryEvaluationError", message),
        EvaluationError::TooLarge => {
            return RunFailure::too_large("A selected item is larger than a payload may be");
        }
    };
    let cause = format!("An error occurred while executing the state '{}'. {detail}", run.state_name);
    RunFailure { error: error.to_owned(), cause }
}

fn payload(value: Value) -> Result<Data, RunFailure> {
    let data = Data::from_value(value).map_err(|e| RunFailure::runtime(e.to_string()))?;
    if data.is_too_large() {
        return Err(RunFailure::too_large("An item is larger than the input of an execution may be"));
    }
    Ok(data)
}

/// As many items in each as both limits allow. An item that is too large for any batch ends the run.
fn batches(items: Vec<Data>, batcher: &BatcherSpec) -> Result<Vec<Data>, RunFailure> {
    let most_items = batcher.max_items.and_then(|n| usize::try_from(n).ok()).unwrap_or(usize::MAX).max(1);
    let most_bytes =
        batcher.max_bytes.and_then(|n| usize::try_from(n).ok()).unwrap_or(MAX_BYTES).min(MAX_BYTES);
    // What a batch has besides its items: {"BatchInput":…,"Items":[]}.
    let frame = match &batcher.batch_input {
        Some(input) => r#"{"BatchInput":,"Items":[]}"#.len() + input.text().len(),
        None => r#"{"Items":[]}"#.len(),
    };
    let mut made = Vec::new();
    let (mut batch, mut bytes) = (Vec::new(), frame);
    for item in items {
        let comma = usize::from(!batch.is_empty());
        let length = item.text().len();
        if !batch.is_empty() && (batch.len() == most_items || bytes + comma + length > most_bytes) {
            made.push(envelope(std::mem::take(&mut batch), batcher)?);
            bytes = frame;
        }
        if frame + length > most_bytes {
            return Err(RunFailure::too_large(format!(
                "An item of {length} bytes does not fit into a batch of {most_bytes} bytes"
            )));
        }
        bytes += usize::from(!batch.is_empty()) + length;
        batch.push(item.value().clone());
    }
    if !batch.is_empty() {
        made.push(envelope(batch, batcher)?);
    }
    Ok(made)
}

fn envelope(items: Vec<Value>, batcher: &BatcherSpec) -> Result<Data, RunFailure> {
    let mut members = Map::new();
    if let Some(input) = &batcher.batch_input {
        members.insert("BatchInput".to_owned(), input.value().clone());
    }
    members.insert("Items".to_owned(), Value::Array(items));
    payload(Value::Object(members))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(max_items: Option<u64>, max_bytes: Option<u64>, input: Option<Value>, expected: Value) {
        let items = (1..=5).map(|n| Data::from_value(json!(n * 11)).expect("data")).collect();
        let batch_input = input.map(|value| Data::from_value(value).expect("data"));
        let made = batches(items, &BatcherSpec { batch_input, max_items, max_bytes }).expect("batches");
        assert_eq!(made.iter().map(|data| data.value().clone()).collect::<Value>(), expected);
    }

    #[test]
    fn both_limits_hold() {
        check(Some(2), None, None, json!([{"Items": [11, 22]}, {"Items": [33, 44]}, {"Items": [55]}]));
        // {"Items":[11,22,33]} has 20 bytes.
        check(None, Some(20), None, json!([{"Items": [11, 22, 33]}, {"Items": [44, 55]}]));
        check(Some(4), Some(17), None, json!([{"Items": [11, 22]}, {"Items": [33, 44]}, {"Items": [55]}]));
        check(Some(9), None, Some(json!("b")), json!([{"BatchInput": "b", "Items": [11, 22, 33, 44, 55]}]));
    }

    #[test]
    fn an_item_that_fits_no_batch() {
        let items = vec![Data::from_value(json!("a".repeat(50))).expect("data")];
        let spec = BatcherSpec { batch_input: None, max_items: None, max_bytes: Some(40) };
        assert_eq!(batches(items, &spec).expect_err("it fails").error, "States.DataLimitExceeded");
    }
}
