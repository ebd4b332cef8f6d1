//! Single states: what is not refused is tested to its end, with a mock where the input has one.
//!
//! The lines of an input: a definition, an input, a mocked result, what a reader read.
#![no_main]

use lirio_asl::ServiceIntegration;
use lirio_asl::test_state::{
    Configuration, Mock, MockError, Place, Progress, Request, ResultSchemas, prepare,
};
use serde_json::Value;

struct AnyResult;

impl ResultSchemas for AnyResult {
    fn check(&self, _: &ServiceIntegration, _: &Value, _: bool) -> Result<(), String> {
        Ok(())
    }
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut lines = text.split('\n');
    let (definition, input) = (lines.next().unwrap_or_default(), lines.next());
    let (result, read) = (lines.next(), lines.next());
    let everything = lirio_fuzz::document_of_everything().to_string();
    // An empty line in the place of a result is an error.
    let mock = result.map(|result| match result.is_empty() {
        false => Mock { result: Some(result), ..Mock::default() },
        true => Mock { error_output: Some(MockError { error: Some("X"), cause: None }), ..Mock::default() },
    });
    let request = Request {
        definition,
        state_name: text.contains("\"StartAt\"").then_some("A"),
        role_arn: Some("arn:aws:iam::000000000000:role/r"),
        input: input.filter(|input| !input.is_empty()).or(Some(&everything)),
        mock,
        configuration: Configuration { map_item_reader_data: read, ..Configuration::default() },
        ..Request::default()
    };
    let Ok(test) = prepare(&request, &AnyResult) else { return };
    let place = Place { partition: "aws", region: "eu-west-1", account: "000000000000" };
    let mut random = || 7;
    let (mut running, mut progress) = test.begin(place, 1_700_000_000_000, &mut random);
    for _ in 0..3 {
        progress = match progress {
            Progress::Done(answer) => {
                let _ = answer.to_json(true);
                return;
            }
            Progress::Wait(until_ms) => running.waited(until_ms, &mut random),
            Progress::Call(call) => {
                running.called(&call, Ok(call.parameters.clone()), 1_700_000_000_000, &mut random)
            }
        };
    }
    assert!(matches!(progress, Progress::Done(_)), "the state did not come to its end");
});
