//! `TestState`: one state by itself, with a mock or for real.
//!
//! [`lirio_asl::test_state`] checks the request and runs the state; here a Wait state waits and a
//! Task state without a mock calls what it names, as the role, through the same door as every task.
//! Nothing of it is stored.

use std::sync::Arc;

use lirio_api::stepfunctions::{TestStateInput, TestStateOutput, errors, schemas};
use lirio_api::{AwsError, Shaped as _};
use lirio_asl::machine::StateKind;
use lirio_asl::test_state::{
    Answer, Configuration, FieldValidation, Mock, MockError, Place, Progress, Refusal, Request, Test, prepare,
};
use lirio_asl::{Input, ScheduleTask, TaskResource};
use lirio_service::{Context, Scope};
use lirio_shapes::Outputs;
use tokio::sync::Notify;

use crate::States;
use crate::engine::random;
use crate::executions::execution_input;
use crate::tasks::End;
use crate::tasks::bridge;
use crate::tasks::integration::Integration;

/// How long a state may take, in milliseconds.
const LIMIT_MS: i64 = 5 * 60 * 1000;

/// What a call came to.
type Called = Result<lirio_asl::Data, (Option<String>, Option<String>)>;

impl States {
    /// `TestState`.
    pub(crate) async fn test_state(
        self: Arc<Self>,
        ctx: Context,
        input: TestStateInput,
    ) -> Result<TestStateOutput, AwsError> {
        if input.reveal_secrets == Some(true) {
            return Err(AwsError::not_served("Secrets of HTTP Tasks (revealSecrets)"));
        }
        // The same words for a bad input as for one of an execution.
        let (text, _) = execution_input(input.input.clone())?;
        let inspect = input.inspection_level.as_deref().is_some_and(|level| level != "INFO");
        let test = prepare(&request(&input, &text)?, &Outputs).map_err(refused)?;
        if let (Some(role), false) = (&input.role_arn, test.is_mocked()) {
            self.check_role(role)?;
            self.check_call(&test)?;
        }
        let answer = self.run_test(&ctx.scope, test).await?;
        let value = bridge::from_wire(&answer.to_json(inspect), &schemas::TestStateOutput);
        TestStateOutput::from_value(value.map_err(AwsError::internal)?).map_err(AwsError::internal)
    }

    /// Whether the platform can make the call of a Task state.
    fn check_call(&self, test: &Test) -> Result<(), AwsError> {
        let StateKind::Task(task) = &test.state().kind else { return Ok(()) };
        let refuse = |why: String, field: &str| {
            let place = format!("/States/{}/{field}", test.state().name);
            let message = format!("Invalid State Machine Definition: 'NOT_SUPPORTED_YET: {why} at {place}'");
            Err(errors::invalid_definition(message))
        };
        if task.credentials.is_some() {
            return refuse(
                "Roles of other accounts are not served by this platform".to_owned(),
                "Credentials",
            );
        }
        if let TaskResource::Activity { .. } = task.resource {
            return refuse("Activities need a mock".to_owned(), "Resource");
        }
        match Integration::of(&task.resource, self.integrations.as_ref()) {
            Ok(_) => Ok(()),
            Err(why) => refuse(why, "Resource"),
        }
    }

    async fn run_test(self: &Arc<Self>, scope: &Scope, test: Test) -> Result<Answer, AwsError> {
        let now = || self.platform.now().0;
        let place = Place { partition: &scope.partition, region: &scope.region, account: &scope.account };
        let limit_ms = now().saturating_add(LIMIT_MS);
        let (mut test, mut progress) = test.begin(place, now(), &mut random);
        loop {
            progress = match progress {
                Progress::Done(answer) => return Ok(*answer),
                Progress::Wait(until_ms) => {
                    self.sleep(until_ms.min(limit_ms)).await?;
                    if until_ms > limit_ms {
                        return Ok(test.timed_out());
                    }
                    test.waited(now(), &mut random)
                }
                Progress::Call(call) => {
                    let own_ms = call.timeout_ms.and_then(|ms| i64::try_from(ms).ok());
                    let own_ms = own_ms.map_or(i64::MAX, |ms| now().saturating_add(ms));
                    match self.call_for_test(&call, own_ms.min(limit_ms)).await? {
                        Some(result) => test.called(&call, result, now(), &mut random),
                        None if own_ms <= limit_ms => {
                            let timeout = Err((Some("States.Timeout".to_owned()), None));
                            test.called(&call, timeout, now(), &mut random)
                        }
                        None => return Ok(test.timed_out()),
                    }
                }
            };
        }
    }

    /// Makes a call; nothing when it took too long.
    async fn call_for_test(
        self: &Arc<Self>,
        call: &ScheduleTask,
        until_ms: i64,
    ) -> Result<Option<Called>, AwsError> {
        let arn = call.context["Execution"]["Id"].as_str().unwrap_or_default();
        let never = Notify::new();
        tokio::select! {
            end = self.run_task(arn, call, false, &never) => match end {
                End::Reported(Input::TaskSucceeded { output, .. }) => Ok(Some(Ok(output))),
                End::Reported(Input::TaskFailed { error, cause, .. }) => Ok(Some(Err((error, cause)))),
                // Only calls that are answered at once are made without a mock.
                End::Reported(_) | End::Left => Err(AwsError::internal("the call of a test was left")),
            },
            slept = self.sleep(until_ms) => slept.map(|()| None),
        }
    }

    async fn sleep(&self, until_ms: i64) -> Result<(), AwsError> {
        tokio::select! {
            () = self.platform.clock.sleep_until(until_ms) => Ok(()),
            () = self.platform.shutdown.requested() => {
                Err(AwsError::new("ServiceUnavailable", 503, "The platform stops; the test ends with it."))
            }
        }
    }
}

/// The request as the core takes it.
fn request<'a>(input: &'a TestStateInput, text: &'a str) -> Result<Request<'a>, AwsError> {
    // The model's constraints are checked: numbers are not negative, modes are known.
    let number = |number: Option<i64>| number.map(i64::unsigned_abs);
    let mock = input.mock.as_ref().map(|mock| Mock {
        result: mock.result.as_deref(),
        error_output: mock
            .error_output
            .as_ref()
            .map(|output| MockError { error: output.error.as_deref(), cause: output.cause.as_deref() }),
        validation: match mock.field_validation_mode.as_deref() {
            Some("PRESENT") => FieldValidation::Present,
            Some("NONE") => FieldValidation::None,
            _ => FieldValidation::Strict,
        },
    });
    if let Some(role) = input.role_arn.as_deref().filter(|role| !role.starts_with("arn:")) {
        return Err(crate::arn::invalid(format_args!("Invalid ARN prefix: {role}")));
    }
    let configuration = input.state_configuration.as_ref().map(|given| Configuration {
        retrier_retry_count: number(given.retrier_retry_count),
        error_caused_by_state: given.error_caused_by_state.as_deref(),
        map_iteration_failure_count: number(given.map_iteration_failure_count),
        map_item_reader_data: given.map_item_reader_data.as_deref(),
    });
    Ok(Request {
        definition: &input.definition,
        state_name: input.state_name.as_deref(),
        role_arn: input.role_arn.as_deref(),
        input: Some(text),
        variables: input.variables.as_deref(),
        context: input.context.as_deref(),
        mock,
        configuration: configuration.unwrap_or_default(),
    })
}

fn refused(refusal: Refusal) -> AwsError {
    match refusal {
        Refusal::Validation(message) => errors::validation_exception(message),
        Refusal::InvalidDefinition(message) => errors::invalid_definition(message),
        Refusal::InvalidExecutionInput(message) => errors::invalid_execution_input(message),
    }
}
