//! JSONata: the first line is an expression, the rest the document that `$d` names.
//!
//! Time and memory are bounded by the evaluator itself; libFuzzer's own limits find what is not.
#![no_main]

use lirio_fuzz::text_and_document;
use lirio_jsonata::{Expression, Limits, Scope};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((text, document)) = text_and_document(bytes) else { return };
    let Ok(expression) = Expression::parse(text) else { return };
    let variables = |name: &str| (name == "d" || name == "states").then(|| (&document).into());
    let mut number = 0_u64;
    let evaluated = expression.evaluate(&mut Scope {
        variables: &variables,
        now_ms: 1_700_000_000_000,
        random: &mut || {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            number
        },
        limits: Limits::default(),
    });
    drop(evaluated);
});
