//! What Step Functions adds, and what differs from the reference implementation on purpose.

use lirio_jsonata::Evaluated;
use serde_json::{Value, json};

use crate::support::{check, check_error, evaluate};

#[test]
fn partition() {
    check("$partition([1,2,3,4,5], 2)", json!([[1, 2], [3, 4], [5]]));
    check("$partition([1,2], 10)", json!([[1, 2]]));
    check("$partition([1,2,3,4], 4)", json!([[1, 2, 3, 4]]));
    check("$partition([], 2)", json!([]));
    check_error(
        "$partition([1], 0)",
        "D3144: The size of the partition function must be a positive integer: 0",
    );
    check_error(
        "$partition([1], 'a')",
        "T0410: Argument 2 of function \"partition\" does not match function signature",
    );
}

#[test]
fn range() {
    check("$range(0, 10, 2)", json!([0, 2, 4, 6, 8, 10]));
    check("$range(5, 1, -2)", json!([5, 3, 1]));
    check("$range(1, 1, 1)", json!([1]));
    check("$range(1, 0, 1)", json!([]));
    check_error(
        "$range(1, 2, 0)",
        "D3145: The arguments of the range function must be integers, and the step not zero: 0",
    );
}

#[test]
fn hash() {
    check("$hash('abc', 'MD5')", json!("900150983cd24fb0d6963f7d28e17f72"));
    check("$hash('abc', 'SHA-1')", json!("a9993e364706816aba3e25717850c26c9cd0d89d"));
    check(
        "$hash('abc', 'SHA-256')",
        json!("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    );
    check("$length($hash('abc', 'SHA-384'))", json!(96));
    check("$length($hash('abc', 'SHA-512'))", json!(128));
    check_error(
        "$hash('abc', 'CRC')",
        "D3143: The algorithm of the hash function must be one of MD5, SHA-1, SHA-256, SHA-384, SHA-512: \"CRC\"",
    );
}

#[test]
fn random() {
    check("$random(7) = $random(7)", json!(true));
    check("$random(7) = $random(8)", json!(false));
    check("$random() = $random()", json!(false));
    check("$map([1..100], function($i){$random()})[$ < 0 or $ >= 1] ~> $count", json!(0));
}

#[test]
fn uuid() {
    check(
        "$contains($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)",
        json!(true),
    );
    check("$uuid() = $uuid()", json!(false));
}

#[test]
fn parse() {
    check("$parse('{\"a\": [1, null]}').a", json!([1, null]));
    check("$parse('1')", json!(1));
    let error = evaluate("$parse('{')", &Value::Null).expect_err("it is no JSON");
    assert_eq!(error.code, "D3142");
    check_error("$eval('1')", "T1006: Attempted to invoke a non-function");
}

#[test]
fn time_is_given() {
    check("$millis()", json!(1_700_000_000_123_i64));
    check("$now()", json!("2023-11-14T22:13:20.123Z"));
    check("$now('[Y]-[M01]', '+0100')", json!("2023-11"));
}

#[test]
fn numbers_are_json() {
    check("1 + 1", json!(2));
    check("4 / 2", json!(2));
    check("0.1 + 0.2", json!(0.1 + 0.2));
    check("-0", json!(0));
    check("9007199254740991 + 0", json!(9_007_199_254_740_991_i64));
    check_error("1 / 0", "D1001: Number out of range: null");
    check_error("[1 / 0]", "D1001: Number out of range: null");
    check_error("1 / 0 + 1", "D1001: Number out of range: null");
    check_error("$string(1 / 0)", "D3001: Attempting to invoke string function on Infinity or NaN");
}

#[test]
fn messages() {
    check_error("$foo()", "T1006: Attempted to invoke a non-function");
    check_error("sum([1])", "T1005: Attempted to invoke a non-function. Did you mean $sum?");
    check_error("1 + 'a'", "T2002: The right side of the \"+\" operator must evaluate to a number");
    check_error(
        "'a' < 1",
        "T2009: The values \"a\" and 1 either side of operator \"<\" must be of the same data type",
    );
    check_error("$sum('a')", "T0412: Argument 1 of function \"sum\" must be an array of \"numbers\"");
    check_error("$number('x')", "D3030: Unable to cast value to a number: \"x\"");
    check_error("[1", "S0203: Expected \"]\" before end of expression");
    check_error("(1]", "S0202: Expected \")\", got \"]\"");
    check_error("a b", "S0201: Syntax error: \"b\"");
    check_error("'\\q'", "S0103: Unsupported escape sequence: \\\"q\"");
    check_error("$error('own')", "D3137: own");
    check_error("$assert(false)", "D3141: $assert() statement failed");
    check_error(
        "function($x)<n:n>{$x}('a')",
        "T0410: Argument 1 of function undefined does not match function signature",
    );
    check_error("/(?=a)/", "S0303: Unsupported regular expression: look-ahead is not supported");
    check_error("/(a)\\1/", "S0303: Unsupported regular expression: back references are not supported");
}

#[test]
fn offsets_are_bytes() {
    let error = evaluate("'é' & 1 + 'a'", &Value::Null).expect_err("it is no number");
    assert_eq!(error.at, 9);
    let error = evaluate("'é' )", &Value::Null).expect_err("it is no expression");
    assert_eq!(error.at, 5);
}

#[test]
fn members_stay_in_order() {
    let Ok(Evaluated::Value(value)) = evaluate("{'b': 1, '1': 2, 'a': 3}", &Value::Null) else {
        panic!("it is an object")
    };
    assert_eq!(value.to_string(), r#"{"b":1,"1":2,"a":3}"#);
}

#[test]
fn borrowed_numbers_stay_as_they_are() {
    let data = json!({"id": 9_007_199_254_740_993_i64});
    assert_eq!(evaluate("$d", &data), Ok(Evaluated::Value(data.clone())));
}

/// Where the reference implementation has an error of its own, the specification is followed.
#[test]
fn differs_from_the_reference() {
    check("$replace('ab', 'a', function($m){'q'})", json!("qb"));
    check("$fromMillis(0, '[z]', '-0130')", json!("GMT-01:30"));
    check("$toMillis('2018 -05:30', '[Y] [Z01:01t]')", json!(1_514_784_600_000_i64));
    check("$toMillis('MARCH 2018', '[MN] [Y]')", json!(1_519_862_400_000_i64));
    check("$formatInteger(1e21, '0')", json!("1000000000000000000000"));
    check("$formatNumber(1234567.891, '0.0,0,0')", json!("1234567.8,9,1"));
    check("$split('a😀b', '')", json!(["a", "😀", "b"]));
}
