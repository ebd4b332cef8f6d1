//! The recorded tests of single states.

use lirio_asl::test_state::{
    Answer, Configuration, FieldValidation, Mock, MockError, Place, Progress, Refusal, Request, prepare,
};
use lirio_asl_sim::Happening;
use lirio_shapes::Outputs;
use serde_json::Value;

use crate::compare::Variables;
use crate::corpus::{self, ACCOUNT, Case, PARTITION, REGION, spaced, substitute};
use crate::executions::unpacked;
use crate::functions::Functions;

/// When states are tested.
const NOW_MS: i64 = 1_795_353_950_000;

/// How long the service waits for a state, in milliseconds.
const LIMIT_MS: i64 = 5 * 60 * 1000;

/// Runs the request of a case and compares the answer or the error.
pub(crate) fn judge(case: &Case) -> Result<(), String> {
    let case = &case.json;
    let given = substitute(&case["request"]);
    let definition = corpus::definition(case)?;
    let answered = run(&definition, &given, &Functions::of(case))?;
    match (answered, case.get("expected_error")) {
        (Err(refusal), Some(recorded)) => {
            if recorded["code"].as_str().is_some_and(|code| code != refusal.code()) {
                return Err(format!(
                    "code: recorded {} but was {} ({refusal})",
                    recorded["code"],
                    refusal.code()
                ));
            }
            match &recorded["message"] {
                Value::Null => Ok(()),
                message => {
                    Variables::new(&case["bindings"]).check(message, &refusal.to_string().into(), "message")
                }
            }
        }
        (Err(refusal), None) => Err(format!("refused: {}: {refusal}", refusal.code())),
        (Ok(answer), Some(recorded)) => Err(format!("recorded {recorded} but was {}", answer.to_json(true))),
        (Ok(answer), None) => {
            let inspect = given["inspectionLevel"].as_str().is_some_and(|level| level != "INFO");
            let mut variables = Variables::new(&case["bindings"]);
            variables.check(&case["expected"], &unpacked(&answer.to_json(inspect)), "answer")
        }
    }
}

fn run(definition: &str, given: &Value, functions: &Functions) -> Result<Result<Answer, Refusal>, String> {
    // What is no text in the case was sent as the text of a document.
    let document = |value: &Value| match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(spaced(other)),
    };
    let input = match given.get("input_text") {
        Some(text) => text.as_str().map(str::to_owned),
        // A null that was sent is an input too.
        None => given.get("input").map(spaced),
    };
    let (context, variables) = (document(&given["context"]), document(&given["variables"]));
    let (mock, settings) = (&given["mock"], &given["stateConfiguration"]);
    let (result, reader_data) = (document(&mock["result"]), document(&settings["mapItemReaderData"]));
    let error_output = &mock["errorOutput"];
    let request = Request {
        definition,
        state_name: given["stateName"].as_str(),
        role_arn: given["roleArn"].as_str(),
        input: input.as_deref(),
        variables: variables.as_deref(),
        context: context.as_deref(),
        mock: given.get("mock").map(|_| Mock {
            result: result.as_deref(),
            error_output: error_output.is_object().then(|| MockError {
                error: error_output["error"].as_str(),
                cause: error_output["cause"].as_str(),
            }),
            validation: match mock["fieldValidationMode"].as_str() {
                Some("PRESENT") => FieldValidation::Present,
                Some("NONE") => FieldValidation::None,
                _ => FieldValidation::Strict,
            },
        }),
        configuration: Configuration {
            retrier_retry_count: settings["retrierRetryCount"].as_u64(),
            error_caused_by_state: settings["errorCausedByState"].as_str(),
            map_iteration_failure_count: settings["mapIterationFailureCount"].as_u64(),
            map_item_reader_data: reader_data.as_deref(),
        },
    };
    let test = match prepare(&request, &Outputs) {
        Ok(test) => test,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let mut random = lirio_asl_sim::Random::new(7);
    let mut random = || random.number();
    let place = Place { partition: PARTITION, region: REGION, account: ACCOUNT };
    let mut now_ms = NOW_MS;
    let (mut test, mut progress) = test.begin(place, now_ms, &mut random);
    loop {
        progress = match progress {
            Progress::Done(answer) => return Ok(Ok(*answer)),
            Progress::Wait(until_ms) if until_ms > NOW_MS + LIMIT_MS => {
                return Err(format!("the state waits until {until_ms}, longer than the service tests"));
            }
            Progress::Wait(until_ms) => {
                now_ms = until_ms;
                test.waited(now_ms, &mut random)
            }
            Progress::Call(call) => {
                let plan = functions.plan(&call)?;
                let plan = plan.ok_or_else(|| format!("nothing is scripted for {:?}", call.resource))?;
                let result = match plan.end() {
                    Some(Happening::Succeeded(output)) => Ok(output.clone()),
                    Some(Happening::Failed { error, cause, .. }) => Err((error.clone(), cause.clone())),
                    _ => return Err("the scripted task never ends".to_owned()),
                };
                test.called(&call, result, now_ms, &mut random)
            }
        };
    }
}
