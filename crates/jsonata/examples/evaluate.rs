//! Evaluates expressions from standard input: a line is `{"e": expression, "d": data}`, the data is `$d`.
//!
//! Each answer is a line `{"v": value}`, `{"u": true}` for nothing, `{"f": true}` for a function, or
//! `{"c": code, "m": message, "at": offset}`.

use std::io::{BufRead, Write};

use lirio_jsonata::{Evaluated, Expression, Limits, Scope};
use serde_json::{Value, json};

fn main() {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let case: Value = serde_json::from_str(&line).unwrap_or_default();
        let answer = answer(case["e"].as_str().unwrap_or_default(), &case["d"]);
        if writeln!(out, "{answer}").is_err() {
            return;
        }
    }
}

fn answer(text: &str, data: &Value) -> Value {
    let variables = |name: &str| (name == "d").then(|| data.into());
    let mut state = 1_u64;
    let mut random = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state
    };
    let mut scope = Scope {
        variables: &variables,
        now_ms: 1_700_000_000_123,
        random: &mut random,
        limits: Limits::default(),
    };
    match Expression::parse(text).and_then(|expression| expression.evaluate(&mut scope)) {
        Ok(Evaluated::Nothing) => json!({"u": true}),
        Ok(Evaluated::Function) => json!({"f": true}),
        Ok(Evaluated::Value(value)) => json!({"v": value}),
        Err(error) => json!({"c": error.code, "m": error.message, "at": error.at}),
    }
}
