//! Finds and reads the conformance corpus.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// What the tokens of the corpus stand for here.
pub(crate) const TOKENS: [(&str, &str); 3] =
    [("@@account@@", "000000000000"), ("@@region@@", "eu-west-1"), ("@@partition@@", "aws")];

/// The corpus' folder for the States Language: beside the repository, or beside a folder around it.
pub(crate) fn folder(part: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2)?;
    root.ancestors()
        .skip(1)
        .map(|above| above.join("shared/conformance/asl").join(part))
        .find(|path| path.is_dir())
}

/// All cases of a folder by name; says loudly when there is no corpus.
pub(crate) fn cases(part: &str) -> Option<BTreeMap<String, Value>> {
    let Some(folder) = folder(part) else {
        eprintln!(
            "\n*** NOT RUN: no conformance corpus at ../shared/conformance, so nothing was compared ***\n"
        );
        return None;
    };
    let mut cases = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let Some(name) = path.file_name().and_then(|n| n.to_str()).and_then(|n| n.strip_suffix(".json"))
        else {
            continue;
        };
        cases.insert(name.to_owned(), serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap());
    }
    Some(cases)
}

/// Replaces the tokens in every string, keys included.
pub(crate) fn substitute(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(substitute_text(text)),
        Value::Array(items) => items.iter().map(substitute).collect(),
        Value::Object(members) => {
            Value::Object(members.iter().map(|(k, v)| (substitute_text(k), substitute(v))).collect())
        }
        other => other.clone(),
    }
}

pub(crate) fn substitute_text(text: &str) -> String {
    let mut text = text.to_owned();
    for (token, value) in TOKENS {
        text = text.replace(token, value);
    }
    for n in 1..=9 {
        text = text.replace(&format!("@@u{n}@@"), &format!("unique{n}"));
    }
    text
}

/// JSON with a blank after commas and colons, as the corpus' inputs were sent.
pub(crate) fn spaced(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(spaced).collect::<Vec<_>>().join(", ")),
        Value::Object(members) => {
            let list: Vec<String> =
                members.iter().map(|(k, v)| format!("{}: {}", Value::String(k.clone()), spaced(v))).collect();
            format!("{{{}}}", list.join(", "))
        }
        other => other.to_string(),
    }
}
