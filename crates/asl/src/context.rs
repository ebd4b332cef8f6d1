//! The context object, `$$`.

use std::cell::OnceCell;

use serde_json::{Value, json};

use crate::execution::{Execution, Frame};
use crate::machine::{Machine, StateKind};
use crate::timestamp;

/// The context object, made when a path first reads it: it holds the whole input.
pub struct Context<'a> {
    made: OnceCell<Value>,
    make: Box<dyn Fn() -> Value + 'a>,
}

impl<'a> Context<'a> {
    /// A context that is made on demand.
    pub fn lazy(make: impl Fn() -> Value + 'a) -> Context<'a> {
        Context { made: OnceCell::new(), make: Box::new(make) }
    }

    /// A context that is at hand.
    pub fn fixed(value: Value) -> Context<'static> {
        Context { made: OnceCell::from(value), make: Box::new(|| Value::Null) }
    }

    /// The object.
    pub fn get(&self) -> &Value {
        self.made.get_or_init(&self.make)
    }
}

/// The context object of what `frame` runs now.
pub(crate) fn object(machine: &Machine, execution: &Execution, frame: &Frame, token: Option<&str>) -> Value {
    if let Some(given) = execution.given_context() {
        return given_object(given, frame, token);
    }
    let Some(info) = execution.info() else { return Value::Null };
    let mut object = json!({
        "Execution": {
            "Id": info.execution_arn,
            "Input": info.input.value(),
            "StartTime": timestamp::format_millis(info.start_ms),
            "Name": info.execution_name,
            "RoleArn": info.role_arn,
            "RedriveCount": execution.redriven().map_or(0, |(count, _)| count),
        },
        "StateMachine": {"Id": info.machine_arn, "Name": info.machine_name},
    });
    if let Some((_, at_ms)) = execution.redriven() {
        object["Execution"]["RedriveTime"] = timestamp::format_millis(at_ms).into();
    }
    if let Some(state) = frame.state.map(|id| &machine.states[id]) {
        object["State"] =
            json!({"Name": state.name, "EnteredTime": timestamp::format_millis(frame.entered_ms)});
        if matches!(state.kind, StateKind::Task(_) | StateKind::Parallel(_) | StateKind::Map(_)) {
            object["State"]["RetryCount"] = frame.retry_count.into();
        }
    }
    if let Some(item) = &frame.item {
        object["Map"] = json!({"Item": {"Index": item.index, "Value": item.value.value()}});
    }
    if let Some(token) = token {
        object["Task"] = json!({"Token": token});
    }
    object
}

/// The context object that the caller of `TestState` gave, with what the state itself adds.
fn given_object(given: &Value, frame: &Frame, token: Option<&str>) -> Value {
    let mut object = given.clone();
    let Some(members) = object.as_object_mut() else { return object };
    if let Some(item) = &frame.item {
        let item = json!({"Item": {"Index": item.index, "Value": item.value.value()}});
        members.insert("Map".to_owned(), item);
    }
    if let Some(token) = token {
        members.entry("Task").or_insert_with(|| json!({"Token": token}));
    }
    object
}
