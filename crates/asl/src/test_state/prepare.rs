//! From a request to a test, or to the error that the service answers.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Configuration, FieldValidation, Inspection, Mock, Refusal, Request, STATE_NAME, Test};
use crate::data::Data;
use crate::diagnostic::invalid_definition_message;
use crate::documents::Variables;
use crate::execution::Execution;
use crate::machine::{Machine, Map, ScopeId, State, StateId, StateKind};
use crate::parse::{parse, parse_state};
use crate::record::{Failure, FailureClass};
use crate::resource::{Pattern, ServiceIntegration, TaskResource};

/// What is known of the answers of AWS's services, to compare mocked results with.
pub trait ResultSchemas {
    /// Whether `result` is what the integration can answer; `strict` demands required fields too.
    ///
    /// # Errors
    ///
    /// What is wrong, in the service's words.
    fn check(&self, service: &ServiceIntegration, result: &Value, strict: bool) -> Result<(), String>;
}

/// The service's words for what it does not test without a mock.
const SUPPORTED: &str = "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]";

/// Checks a request in the service's order.
///
/// # Errors
///
/// The first thing that is wrong.
pub fn prepare(request: &Request<'_>, schemas: &dyn ResultSchemas) -> Result<Test, Refusal> {
    let (machine, state, scope, name) = tested(request)?;
    let kind = &machine.states[state].kind;
    let configuration = &request.configuration;
    match &request.mock {
        Some(mock) => check_mock(mock, kind)?,
        None => check_unmocked(request, kind)?,
    }
    check_configuration(configuration, &machine, state)?;
    let context = request.context.map(|text| context(text, kind)).transpose()?;
    let mocked = match &request.mock {
        Some(mock) => Some(mocked(mock, configuration, &machine, state, schemas)?),
        None => None,
    };
    let variables = request.variables.map(variables).transpose()?.unwrap_or_default();
    let input = match request.input {
        None => Data::empty_object(),
        Some(text) => Data::parse(text).map_err(|error| {
            // The reader of definitions words it as the service's JSON library does.
            let worded = crate::json::read(text).err().map(|error| error.message);
            let why = worded.unwrap_or_else(|| error.to_string());
            Refusal::InvalidExecutionInput(format!("Invalid State Machine Execution Input: '{why}'"))
        })?,
    };
    Ok(Test {
        machine,
        state,
        scope,
        name,
        input,
        variables,
        context,
        role_arn: request.role_arn.map(str::to_owned),
        retry_count: configuration.retrier_retry_count.unwrap_or(0),
        failed_iterations: configuration.map_iteration_failure_count,
        reader_data: configuration.map_item_reader_data.map(str::to_owned),
        mocked,
        execution: Execution::new(),
        inspection: Inspection::default(),
    })
}

/// The machine as the test runs it, and which state of it: its scope begins there.
fn tested(request: &Request<'_>) -> Result<(Machine, StateId, ScopeId, String), Refusal> {
    let invalid = |list: Vec<_>| Refusal::InvalidDefinition(invalid_definition_message(&list));
    let Some(name) = request.state_name else {
        let machine = parse_state(request.definition, STATE_NAME).map_err(invalid)?;
        let state = machine.state_named(0, STATE_NAME).ok_or_else(not_found)?;
        return Ok((machine, state, 0, STATE_NAME.to_owned()));
    };
    let mut machine = parse(request.definition).map_err(invalid)?;
    // The time of the whole machine is not that of one of its states.
    machine.timeout_seconds = None;
    let scope =
        machine.scopes.iter().position(|scope| scope.names.contains_key(name)).ok_or_else(not_found)?;
    let state = machine.state_named(scope, name).ok_or_else(not_found)?;
    machine.scopes[scope].start_at = state;
    // The service calls every tested state the same.
    if machine.states.iter().all(|state| state.name != STATE_NAME) {
        machine.states[state].name = STATE_NAME.to_owned();
        machine.scopes[scope].names.insert(STATE_NAME.to_owned(), state);
    }
    Ok((machine, state, scope, name.to_owned()))
}

fn not_found() -> Refusal {
    Refusal::Validation("State not found in definition".to_owned())
}

fn check_mock(mock: &Mock<'_>, kind: &StateKind) -> Result<(), Refusal> {
    if mock.result.is_some() == mock.error_output.is_some() {
        return Err(Refusal::Validation(
            "A test mock should have only one of the following fields: [result, errorOutput].".to_owned(),
        ));
    }
    if mock.error_output.is_some_and(|output| output.error.is_none()) {
        return Err(Refusal::Validation("The field 'error' is required in a mocked errorOutput.".to_owned()));
    }
    match kind {
        StateKind::Task(_) | StateKind::Parallel(_) | StateKind::Map(_) => Ok(()),
        other => Err(Refusal::Validation(format!(
            "State type '{}' is not supported when a mock is specified",
            other.type_name()
        ))),
    }
}

/// What cannot be tested for real, and what only a mock makes sense of.
fn check_unmocked(request: &Request<'_>, kind: &StateKind) -> Result<(), Refusal> {
    let configuration = &request.configuration;
    let only_mocked = [
        ("MapIterationFailureCount", configuration.map_iteration_failure_count.is_some()),
        ("RetrierRetryCount", configuration.retrier_retry_count.is_some()),
        ("ErrorCausedByState", configuration.error_caused_by_state.is_some()),
        ("MapItemReaderData", configuration.map_item_reader_data.is_some()),
        ("Context", request.context.is_some()),
    ];
    if let Some((name, _)) = only_mocked.iter().find(|(_, given)| *given) {
        return Err(Refusal::Validation(format!(
            "TestState does not support {name} when a mock is not specified."
        )));
    }
    match kind {
        StateKind::Parallel(_) | StateKind::Map(_) => Err(Refusal::InvalidDefinition(SUPPORTED.to_owned())),
        StateKind::Task(task) => {
            let refused = match (&task.resource, task.resource.pattern()) {
                (TaskResource::Activity { .. }, _) => Some("Activity tasks"),
                (_, Pattern::Sync | Pattern::Sync2) => Some("the '.sync' service integration pattern"),
                (_, Pattern::WaitForTaskToken) => Some("the '.waitForTaskToken' service integration pattern"),
                (_, Pattern::RequestResponse) => None,
            };
            if let Some(what) = refused {
                let message = format!("TestState API does not support {what} when a mock is not specified");
                return Err(Refusal::InvalidDefinition(message));
            }
            if request.role_arn.is_none() {
                let message = "RoleArn must be specified when testing a Task state";
                return Err(Refusal::Validation(message.to_owned()));
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn check_configuration(
    configuration: &Configuration<'_>,
    machine: &Machine,
    state: StateId,
) -> Result<(), Refusal> {
    let kind = &machine.states[state].kind;
    let refuse = |field: &str| {
        let message = format!("State type '{}' is not supported when {field} is specified", kind.type_name());
        Err(Refusal::Validation(message))
    };
    if configuration.map_iteration_failure_count.is_some() && !matches!(kind, StateKind::Map(_)) {
        return refuse("MapIterationFailureCount");
    }
    if configuration.map_item_reader_data.is_some() {
        let StateKind::Map(map) = kind else { return refuse("MapItemReaderData") };
        if map.distributed.as_ref().is_none_or(|distributed| distributed.reader.is_none()) {
            let message = "MapItemReaderData is only supported for Map states with an ItemReader";
            return Err(Refusal::Validation(message.to_owned()));
        }
    }
    if let Some(name) = configuration.error_caused_by_state {
        if !matches!(kind, StateKind::Map(_) | StateKind::Parallel(_)) {
            return refuse("ErrorCausedByState");
        }
        inner(machine, kind, name).ok_or_else(not_found)?;
    }
    Ok(())
}

/// The state of that name within a Map or Parallel state, however deep.
fn inner<'m>(machine: &'m Machine, kind: &StateKind, name: &str) -> Option<&'m State> {
    let mut open: Vec<ScopeId> = scopes(kind);
    while let Some(scope) = open.pop() {
        let scope = machine.scopes.get(scope)?;
        if let Some(state) = scope.names.get(name) {
            return machine.states.get(*state);
        }
        open.extend(scope.states.iter().flat_map(|state| scopes(&machine.states[*state].kind)));
    }
    None
}

fn scopes(kind: &StateKind) -> Vec<ScopeId> {
    match kind {
        StateKind::Map(map) => vec![map.processor],
        StateKind::Parallel(parallel) => parallel.branches.clone(),
        _ => Vec::new(),
    }
}

fn context(text: &str, kind: &StateKind) -> Result<Value, Refusal> {
    let invalid = |why: &str| Refusal::Validation(format!("Invalid Context object provided: {why}"));
    let context = Data::parse(text).map_err(|_| invalid("Context object is not valid JSON"))?;
    let members = context.value().as_object();
    let members = members.ok_or_else(|| invalid("Context object is not a JSON object"))?;
    let by_token = match kind {
        StateKind::Task(task) => {
            matches!(task.resource, TaskResource::Activity { .. })
                || task.resource.pattern() != Pattern::RequestResponse
        }
        _ => false,
    };
    if members.contains_key("Task") && !by_token {
        return Err(invalid(
            "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern",
        ));
    }
    for name in ["Execution", "State", "StateMachine", "Map", "Task"] {
        if members.get(name).is_some_and(|member| !member.is_object()) {
            return Err(invalid(&format!("'{name}' is not a JSON object")));
        }
    }
    Ok(context.value().clone())
}

/// `variables`: every member is a variable.
fn variables(text: &str) -> Result<Variables, Refusal> {
    let invalid = |why: &str| Refusal::Validation(format!("Invalid variables provided: {why}"));
    let data = Data::parse(text).map_err(|error| invalid(&error.to_string()))?;
    let members = data.value().as_object().ok_or_else(|| invalid("not a JSON object"))?;
    let mut variables = BTreeMap::new();
    for (name, value) in members {
        let data = Data::from_value(value.clone()).map_err(|error| invalid(&error.to_string()))?;
        variables.insert(name.clone(), data);
    }
    Ok(variables.into())
}

/// What the mock says the state's work came to.
fn mocked(
    mock: &Mock<'_>,
    configuration: &Configuration<'_>,
    machine: &Machine,
    state: StateId,
    schemas: &dyn ResultSchemas,
) -> Result<Result<Data, Failure>, Refusal> {
    let kind = &machine.states[state].kind;
    let Some(text) = mock.result else {
        let output = mock.error_output.unwrap_or_default();
        let error = output.error.map(str::to_owned);
        let class = class_of(output.error, configuration, machine, kind);
        return Ok(Err(Failure { error, cause: output.cause.map(str::to_owned), class }));
    };
    let result = Data::parse(text)
        .map_err(|error| Refusal::Validation(format!("Mocked result must be valid JSON: {error}")))?;
    match kind {
        StateKind::Parallel(parallel) => {
            let list = result.value().as_array().ok_or_else(not_an_array)?;
            if list.len() != parallel.branches.len() {
                let message =
                    "Mocked result must contain the same number of items as number of Parallel branches.";
                return Err(Refusal::Validation(message.to_owned()));
            }
        }
        StateKind::Map(map) => match (writes(map), result.value()) {
            (true, Value::Object(_)) | (false, Value::Array(_)) => {}
            (true, _) => return Err(Refusal::Validation("Mocked result must be a JSON object.".to_owned())),
            (false, _) => return Err(not_an_array()),
        },
        StateKind::Task(task) => match &task.resource {
            // Whoever has the token answers what they like.
            TaskResource::Service(service)
                if service.pattern != Pattern::WaitForTaskToken
                    && mock.validation != FieldValidation::None =>
            {
                let strict = mock.validation == FieldValidation::Strict;
                schemas.check(service, result.value(), strict).map_err(Refusal::Validation)?;
            }
            _ => {}
        },
        _ => {}
    }
    Ok(Ok(result))
}

fn not_an_array() -> Refusal {
    Refusal::Validation("Mocked result must be an array.".to_owned())
}

/// Whether the result of the Map state tells where its results are, and not what they are.
fn writes(map: &Map) -> bool {
    let writer = map.distributed.as_ref().and_then(|distributed| distributed.writer.as_ref());
    writer.is_some_and(|writer| writer.resource.is_some())
}

/// What may catch a mocked error: that of a task also as `States.TaskFailed`.
fn class_of(
    error: Option<&str>,
    configuration: &Configuration<'_>,
    machine: &Machine,
    kind: &StateKind,
) -> FailureClass {
    let by_task = match (kind, configuration.error_caused_by_state) {
        (StateKind::Task(_), _) => true,
        (kind, Some(name)) => {
            inner(machine, kind, name).is_some_and(|state| matches!(state.kind, StateKind::Task(_)))
        }
        _ => false,
    };
    match error {
        Some("States.Runtime" | "States.DataLimitExceeded") => FailureClass::Terminal,
        Some("States.Timeout") => FailureClass::Plain,
        Some("States.HeartbeatTimeout") => FailureClass::Heartbeat,
        _ if by_task => FailureClass::Task,
        _ => FailureClass::Plain,
    }
}
