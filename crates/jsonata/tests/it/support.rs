//! Evaluating in tests.

use lirio_jsonata::{Error, Evaluated, Expression, Limits, Scope};
use serde_json::Value;

/// Evaluates with `$d`, within limits.
pub(crate) fn evaluate_within(text: &str, data: &Value, limits: Limits) -> Result<Evaluated, Error> {
    let expression = Expression::parse(text)?;
    let mut next = 0_u64;
    let mut random = || {
        next = next.wrapping_add(0x9e37_79b9_7f4a_7c15);
        next
    };
    let variables = |name: &str| (name == "d").then(|| data.into());
    let mut scope = Scope { variables: &variables, now_ms: 1_700_000_000_123, random: &mut random, limits };
    expression.evaluate(&mut scope)
}

/// Evaluates with `$d`.
pub(crate) fn evaluate(text: &str, data: &Value) -> Result<Evaluated, Error> {
    evaluate_within(text, data, Limits::default())
}

/// Asserts the value of an expression without data.
#[track_caller]
pub(crate) fn check(text: &str, expected: Value) {
    assert_eq!(evaluate(text, &Value::Null), Ok(Evaluated::Value(expected)), "{text}");
}

/// Asserts the whole text of an error.
#[track_caller]
pub(crate) fn check_error(text: &str, expected: &str) {
    let error = evaluate(text, &Value::Null).expect_err(text);
    assert_eq!(error.to_string(), expected, "{text}");
}

/// Runs on a thread with a stack of a megabyte, the smallest that is promised to be enough.
pub(crate) fn on_small_stack(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(work).expect("a thread starts");
    thread.join().expect("the work does not panic");
}
