//! What the fuzz targets share.

use std::collections::BTreeMap;

use lirio_asl::{Context, Data};
use serde_json::{Value, json};

/// A text and a document after it, on the lines of the input: the first line is the text.
pub fn text_and_document(bytes: &[u8]) -> Option<(&str, Value)> {
    let input = std::str::from_utf8(bytes).ok()?;
    let (text, document) = input.split_once('\n').unwrap_or((input, ""));
    let document = Data::parse(document).map_or_else(|_| document_of_everything(), |d| d.value().clone());
    Some((text, document))
}

/// A document with a value of every kind.
pub fn document_of_everything() -> Value {
    json!({
        "a": {"b": [1, -2.5, 1e300, "x", null, true, {"c": []}]},
        "list": [3, 1, 2], "text": "12.5", "empty": {}, "nested": [[1, [2]], [[]]],
        "items": [{"k": "a", "v": 1}, {"k": "b", "v": 2}], "é": "ü\u{1f600}"
    })
}

/// A context object.
pub fn context() -> Context<'static> {
    Context::fixed(json!({"Execution": {"Name": "run", "Input": document_of_everything()}}))
}

/// Some workflow variables.
pub fn variables() -> BTreeMap<String, Data> {
    let data = |value| Data::from_value(value).expect("these nest shallowly");
    BTreeMap::from([("x".to_owned(), data(json!(1))), ("v".to_owned(), data(document_of_everything()))])
}
