//! Properties of arbitrary texts and expressions.

use lirio_jsonata::{Expression, Limits};
use proptest::prelude::*;
use serde_json::json;

use crate::support::{evaluate_within, on_small_stack};

const FEW: Limits = Limits { steps: 20_000, depth: 200, bytes: 4 << 20 };

/// Text of what expressions are made of, in any order.
fn tokens() -> impl Strategy<Value = String> {
    let token = prop::sample::select(vec![
        "$",
        "$d",
        "a",
        "b",
        ".",
        "[",
        "]",
        "{",
        "}",
        "(",
        ")",
        ",",
        ":",
        ";",
        "?",
        "??",
        "?:",
        "+",
        "-",
        "*",
        "**",
        "/",
        "%",
        "|",
        "=",
        "!=",
        "<",
        ">",
        "^",
        "^(",
        "&",
        "~>",
        ":=",
        "..",
        "@$x",
        "#$i",
        "$x",
        "'s'",
        "\"t\"",
        "1",
        "0.5",
        "1e9",
        "true",
        "null",
        "and",
        "or",
        "in",
        "function($x){",
        "function(",
        "λ",
        "$sum(",
        "$map(",
        "/r/",
        "/*",
        "*/",
        "`q`",
        " ",
        "\\",
        "é",
        "!",
        "~",
        "$string(",
        "$match(",
        "$sort(",
        "$reduce(",
    ]);
    prop::collection::vec(token, 0..40).prop_map(|tokens| tokens.concat())
}

/// Expressions that parse.
fn expressions() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "$d",
        "$d.a",
        "$d.list",
        "$d.objects",
        "$d.objects.k",
        "a",
        "$",
        "1",
        "-2",
        "0.5",
        "'x'",
        "''",
        "true",
        "null",
        "[]",
        "{}",
        "[1..3]",
        "$x",
        "$sum",
        "/a/",
        "$d.**",
        "$d.*",
    ]);
    leaf.prop_map(str::to_owned).prop_recursive(6, 64, 4, |inner| {
        let one = inner.clone();
        let two = (inner.clone(), inner.clone());
        prop_oneof![
            (
                one.clone(),
                prop::sample::select(vec![
                    ".a", "[0]", "[]", ".*", ".**", "^($)", "^(>k)", "#$i", "@$x", ".%"
                ])
            )
                .prop_map(|(one, after)| format!("({one}){after}")),
            (
                two.clone(),
                prop::sample::select(vec![
                    "+", "-", "*", "/", "%", "&", "=", "!=", "<", ">=", " in ", " and ", " or ", ".", " ?? ",
                    " ?: ", " ~> ",
                ])
            )
                .prop_map(|((one, two), between)| format!("({one}){between}({two})")),
            (
                two.clone(),
                prop::sample::select(vec![
                    "$append",
                    "$map",
                    "$filter",
                    "$reduce",
                    "$sort",
                    "$zip",
                    "$split",
                    "$contains",
                    "$join",
                    "$lookup",
                    "$pad",
                    "$round",
                    "$formatNumber",
                    "$formatInteger",
                    "$fromMillis",
                    "$toMillis",
                    "$substring",
                    "$partition",
                    "$match",
                    "$each",
                    "$sift",
                    "$power",
                    "$formatBase",
                    "$hash",
                    "$single",
                ])
            )
                .prop_map(|((one, two), function)| format!("{function}({one},{two})")),
            (
                one.clone(),
                prop::sample::select(vec![
                    "$sum",
                    "$count",
                    "$string",
                    "$number",
                    "$keys",
                    "$spread",
                    "$merge",
                    "$distinct",
                    "$reverse",
                    "$boolean",
                    "$type",
                    "$length",
                    "$uppercase",
                    "$shuffle",
                    "$parse",
                    "$base64decode",
                    "$max",
                ])
            )
                .prop_map(|(one, function)| format!("{function}({one})")),
            two.clone().prop_map(|(one, two)| format!("({one})[{two}]")),
            two.clone().prop_map(|(one, two)| format!("({one}){{$string({two}): {one}}}")),
            two.clone().prop_map(|(one, two)| format!("[{one},{two}]")),
            two.clone().prop_map(|(one, two)| format!("{{'a': {one}, 'b': {two}}}")),
            two.clone().prop_map(|(one, two)| format!("($x := {one}; {two})")),
            two.clone().prop_map(|(one, two)| format!("({one} ? {two} : {one})")),
            two.clone().prop_map(|(one, two)| format!("function($x,$i){{{one}}}({two})")),
            two.clone().prop_map(|(one, two)| format!("$map({one}, function($x){{{two}}})")),
            two.prop_map(|(one, two)| format!("({one}) ~> |$|{{'n': {two}}}, 'k'|")),
            inner.prop_map(|one| format!("-({one})")),
        ]
    })
}

#[test]
fn arbitrary_text_does_not_panic() {
    proptest!(ProptestConfig::with_cases(2000), |(text in any::<String>())| {
        let _ = Expression::parse(&text);
    });
}

#[test]
fn arbitrary_tokens_do_not_panic() {
    proptest!(ProptestConfig::with_cases(4000), |(text in tokens())| {
        if let Err(error) = Expression::parse(&text) {
            prop_assert!(error.at <= text.len(), "{} in {}", error, text);
        }
        let _ = evaluate_within(&text, &json!({"a": 1}), FEW);
    });
}

#[test]
fn arbitrary_expressions_end_on_a_small_stack() {
    on_small_stack(|| {
        let data =
            json!({"a": 1, "list": [3, 1, 2], "objects": [{"k": "a", "n": [1]}, {"k": "b"}], "text": "abc"});
        proptest!(ProptestConfig::with_cases(2000), |(text in expressions())| {
            let first = evaluate_within(&text, &data, FEW);
            if let Err(error) = &first {
                prop_assert!(error.at <= text.len(), "{} in {}", error, text);
            }
            prop_assert_eq!(first, evaluate_within(&text, &data, FEW));
        });
    });
}
