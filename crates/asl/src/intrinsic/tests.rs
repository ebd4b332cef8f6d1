use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::*;
use crate::context::Context;
use crate::data::Data;
use crate::documents::Documents;

fn evaluate(call: &str) -> Result<Value, IntrinsicError> {
    let input = json!({
        "a": 1, "s": "x,y", "list": [1, 2, 2, "b"], "object": {"k": [1, null]}, "text": "{\"q\": 2}", "fmt": "<{}>"
    });
    let context = Context::fixed(json!({"Execution": {"Name": "run"}}));
    let mut random = || 7;
    let call = Call::parse(call).unwrap_or_else(|e| panic!("{call}: {e}"));
    let variables = BTreeMap::from([("v".to_owned(), Data::from_value(json!([4])).unwrap())]);
    let documents = Documents { input: &input, context: &context, variables: &variables };
    call.evaluate(&mut Scope { documents, random: &mut random, room: Scope::ROOM })
}

fn check(call: &str, expected: Value) {
    assert_eq!(evaluate(call), Ok(expected), "{call}");
}

fn check_fails(call: &str, message: &str) {
    assert_eq!(evaluate(call).unwrap_err().to_string(), message);
}

#[test]
fn values() {
    check("States.Array()", json!([]));
    check("States.Array($.a, 'b', true, null, -1.5)", json!([1, "b", true, null, -1.5]));
    check("States.Array($v[0])", json!([4]));
    check("States.ArrayContains($.list, 2.0)", json!(true));
    check("States.ArrayGetItem($.list, 3)", json!("b"));
    check("States.ArrayLength($.list[0:2])", json!(2));
    check("States.ArrayPartition($.list, 3)", json!([[1, 2, 2], ["b"]]));
    check("States.ArrayRange(5, 1, -2)", json!([5, 3, 1]));
    check("States.ArrayUnique($.list)", json!([1, 2, "b"]));
    check("States.Base64Decode(States.Base64Encode('Data'))", json!("Data"));
    check(
        "States.Format('{} is {} in {}', $.s, $.object, $$.Execution.Name)",
        json!("x,y is {k=[1, null]} in run"),
    );
    check(r"States.Format('\'\{\}\\ {}', 1)", json!(r"'{}\ 1"));
    check("States.Format($.fmt, 3)", json!("<3>"));
    check("States.Hash('input data', 'SHA-1')", json!("aaff4a450a104cd177d28d18d74485e8cae074b7"));
    check(
        "States.JsonMerge(States.StringToJson('{\"a\": 1}'), $.object, false)",
        json!({"a": 1, "k": [1, null]}),
    );
    check("States.JsonToString($.object)", json!("{\"k\":[1,null]}"));
    check("States.MathAdd($.a, -3)", json!(-2));
    check("States.MathRandom(10, 20)", json!(17));
    check("States.StringSplit('a.b+c', '.+')", json!(["a", "b", "c"]));
    check("States.StringToJson($.text)", json!({"q": 2}));
    check("States.UUID()", json!("00000000-0000-4007-8000-000000000007"));
    check("States.ArrayLength($.list[?(@ == 2 || @ == 'b)')])", json!(2));
}

#[test]
fn failures() {
    check_fails(
        "States.ArrayLength($.a)",
        "The function 'States.ArrayLength($.a)' had the following error: Invalid arguments in States.ArrayLength",
    );
    check_fails("States.ArrayLength($.nothing)", "No results for path: $['nothing']");
    for call in [
        "States.StringToJson('{')",
        "States.Format('{} {}', 1)",
        "States.ArrayRange(0, 9, 0)",
        "States.ArrayRange(0, 9000, 1)",
        "States.ArrayGetItem($.list, -1)",
        "States.JsonMerge($.object, $.object, true)",
        "States.Hash('x', 'CRC')",
        "States.Base64Decode('***')",
        "States.MathRandom(5, 5)",
    ] {
        assert!(matches!(evaluate(call), Err(IntrinsicError::Failed { .. })), "{call}");
    }
}

#[test]
fn bad_calls_are_refused() {
    for call in [
        "States.Format",
        "States.Format()",
        "States.Format('a'",
        "States.Format('a' 'b')",
        "States.Format('a') x",
        r#"States.Format('He said, \"Hello, {}!\"', 'Test')"#,
        "States.ArrayLength($.a[)",
        "States.ArrayLength([1])",
        "States.UUID(1)",
    ] {
        assert!(Call::parse(call).is_err(), "{call}");
    }
    let deep = format!("{}1{}", "States.Array(".repeat(50), ")".repeat(50));
    assert!(Call::parse(&deep).is_err());
    assert_eq!(
        Call::parse("States.Nope(1)").unwrap_err(),
        IntrinsicSyntaxError::UnknownFunction("States.Nope".into())
    );
}

/// Damage of every kind at every place must be answered, never met with a panic.
#[test]
fn damaged_calls_are_answered() {
    let whole = r"States.Format('a\{{}\'é', States.ArrayGetItem($.list[?(@ == 'b)')], 0), -1.5e3, $$.Execution.Name, null)";
    assert!(Call::parse(whole).is_ok());
    for (at, c) in whole.char_indices() {
        let (before, after) = (&whole[..at], &whole[at + c.len_utf8()..]);
        for damage in ["", "\u{a0}", "é", "\\", "'", "{", "}", "(", ")", ",", "$", "9"] {
            drop(Call::parse(&format!("{before}{damage}{after}")));
        }
        drop(Call::parse(before));
    }
}
