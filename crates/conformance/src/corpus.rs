//! Finds and reads the corpus, and brings its tokens to values.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::{Captures, Regex};
use serde_json::{Value, json};

use crate::suite::Suite;

/// The account that cases run in.
pub(crate) const ACCOUNT: &str = "000000000000";
/// The region that cases run in.
pub(crate) const REGION: &str = "eu-west-1";
/// The partition that cases run in.
pub(crate) const PARTITION: &str = "aws";

/// One case.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its `id`, or the name of its file where it has none.
    pub id: String,
    /// The whole file.
    pub json: Value,
    /// Why the file is no case.
    pub broken: Option<String>,
}

impl Case {
    /// Its `kind`.
    pub fn kind(&self) -> &str {
        self.json["kind"].as_str().unwrap_or("none")
    }

    pub(crate) fn features(&self) -> Vec<&str> {
        self.json["features"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
    }
}

/// Why the corpus cannot be read.
#[derive(Debug)]
pub struct CorpusError {
    path: PathBuf,
    reason: String,
}

impl fmt::Display for CorpusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot read the corpus at {}: {}", self.path.display(), self.reason)
    }
}

impl std::error::Error for CorpusError {}

/// The folder of a suite: beside the repository, or beside a folder around it.
pub(crate) fn default_folder(suite: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2)?;
    let folders = root.ancestors().skip(1).map(|above| above.join("shared/conformance").join(suite));
    folders.into_iter().find(|path| path.is_dir())
}

/// The cases of a folder in the order of their files' names: of the suite's folders where it has
/// any of them, else of the folder itself.
pub(crate) fn read(suite: &Suite, folder: &Path) -> Result<Vec<Case>, CorpusError> {
    let own = folder.join(suite.name);
    let root = if own.is_dir() { own } else { folder.to_owned() };
    let mut folders: Vec<PathBuf> =
        suite.folders.iter().map(|part| root.join(part)).filter(|path| path.is_dir()).collect();
    if folders.is_empty() {
        folders.push(root);
    }
    let mut cases = Vec::new();
    for folder in folders {
        let failed = |e: std::io::Error| CorpusError { path: folder.clone(), reason: e.to_string() };
        let entries: Result<Vec<_>, _> = fs::read_dir(&folder).map_err(failed)?.collect();
        let mut paths: Vec<PathBuf> =
            entries.map_err(failed)?.into_iter().map(|entry| entry.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
        paths.sort();
        for path in paths {
            let bytes =
                fs::read(&path).map_err(|e| CorpusError { path: path.clone(), reason: e.to_string() })?;
            cases.push(case(&path, &bytes));
        }
    }
    if cases.is_empty() {
        let reason = "there are no cases (*.json)".to_owned();
        return Err(CorpusError { path: folder.to_owned(), reason });
    }
    Ok(cases)
}

fn case(path: &Path, bytes: &[u8]) -> Case {
    let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match serde_json::from_slice::<Value>(bytes) {
        Ok(json) if json["kind"].is_string() => {
            let id = json["id"].as_str().map_or(name, str::to_owned);
            Case { id, json, broken: None }
        }
        Ok(json) => Case { id: name, json, broken: Some("the file has no 'kind'".to_owned()) },
        Err(error) => {
            Case { id: name, json: json!({}), broken: Some(format!("the file is not JSON: {error}")) }
        }
    }
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

static UNIQUE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("@@u([0-9]+)@@").expect("the expression is fixed and valid"));
static QUEUE_URL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("@@queue-url:([^@]*)@@").expect("the expression is fixed and valid"));

/// Replaces the tokens whose values are known before a case runs.
pub(crate) fn substitute_text(text: &str) -> String {
    if !text.contains("@@") {
        return text.to_owned();
    }
    let text = text
        .replace("@@account@@", ACCOUNT)
        .replace("@@region@@", REGION)
        .replace("@@partition@@", PARTITION);
    let text = UNIQUE.replace_all(&text, |found: &Captures<'_>| format!("unique{}", &found[1]));
    let url = |found: &Captures<'_>| format!("https://sqs.{REGION}.amazonaws.com/{ACCOUNT}/{}", &found[1]);
    QUEUE_URL.replace_all(&text, url).into_owned()
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

/// The definition of a case as a text, with its tokens replaced.
pub(crate) fn definition(case: &Value) -> Result<String, String> {
    match (case.get("definition_text"), case.get("definition")) {
        (Some(text), _) => text.as_str().map(substitute_text).ok_or("definition_text is no text".to_owned()),
        (None, Some(definition)) => Ok(spaced(&substitute(definition))),
        (None, None) => Err("the case has no definition".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_become_values() {
        let check = |text: &str, expected: &str| assert_eq!(substitute_text(text), expected);
        check(
            "arn:@@partition@@:x:@@region@@:@@account@@:f_@@u12@@",
            "arn:aws:x:eu-west-1:000000000000:f_unique12",
        );
        check("@@queue-url:q-@@u1@@@@", "https://sqs.eu-west-1.amazonaws.com/000000000000/q-unique1");
        check("a@@b", "a@@b");
    }

    #[test]
    fn blanks_after_commas_and_colons() {
        assert_eq!(
            spaced(&json!({"a": [1, {"b": "c:d"}], "e": null})),
            r#"{"a": [1, {"b": "c:d"}], "e": null}"#
        );
    }
}
