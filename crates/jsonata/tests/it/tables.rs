//! Tables of expressions, one for each part of the language.
//!
//! A row is an expression over `$d`, which is `data.json`, and what it yields: `{"value": ...}`,
//! `{"nothing": true}`, `{"function": true}` or `{"code": ...}`. The answers are those on which this crate and
//! the reference implementation (jsonata 2.2.2) agree.

use lirio_jsonata::Evaluated;
use serde_json::Value;

use crate::support::evaluate;

fn check_table(name: &str, table: &str) {
    let data: Value = serde_json::from_str(include_str!("cases/data.json")).expect("the data is JSON");
    let rows: Vec<(String, Value)> = serde_json::from_str(table).expect("a table has rows");
    assert!(!rows.is_empty(), "{name} has rows");
    let mut wrong = Vec::new();
    for (text, expected) in rows {
        let found = evaluate(&text, &data);
        let agrees = match &found {
            Ok(Evaluated::Nothing) => expected["nothing"] == true,
            Ok(Evaluated::Function) => expected["function"] == true,
            Ok(Evaluated::Value(value)) => expected.get("value") == Some(value),
            Err(error) => expected["code"] == *error.code,
        };
        if !agrees {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
}

macro_rules! tables {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                check_table(stringify!($name), include_str!(concat!("cases/", stringify!($name), ".json")));
            }
        )*
    };
}

tables! {
    array_constructors
    arrays
    bindings
    blocks
    dates
    functions
    higher_order
    integer_pictures
    matching
    number_pictures
    numbers
    objects
    objects_and_groups
    operators
    order
    paths
    strings
    transforms
}
