//! From the bytes of an object to items.

use lirio_asl::machine::{InputType, ItemReader};
use serde_json::{Map, Value};

use crate::failure::RunFailure;

/// The longest header of a CSV file, in bytes.
const MAX_CSV_HEADER: usize = 10 * 1024;

/// Reads at most `most` items of an object of the reader's type.
pub(crate) fn items(reader: &ItemReader, bytes: &[u8], most: usize) -> Result<Vec<Value>, RunFailure> {
    match reader.input_type {
        InputType::Json => json(reader.items_pointer.as_deref(), bytes, most),
        InputType::JsonLines => json_lines(bytes, most),
        InputType::Csv => csv(reader.csv_headers.as_deref(), reader.csv_delimiter, bytes, most),
        InputType::Parquet => {
            Err(RunFailure::reader("The input type PARQUET is not supported by this platform"))
        }
        InputType::AthenaManifest => {
            Err(RunFailure::reader("The manifest type ATHENA_DATA is not supported by this platform"))
        }
        InputType::Objects | InputType::Manifest => {
            Err(RunFailure::reader("The object's content has no input type"))
        }
    }
}

fn json(pointer: Option<&str>, bytes: &[u8], most: usize) -> Result<Vec<Value>, RunFailure> {
    let mut document: Value = serde_json::from_slice(without_bom(bytes))
        .map_err(|e| RunFailure::reader(format!("The object is not valid JSON: {e}")))?;
    let list = match pointer {
        None => Some(document),
        Some(pointer) => document.pointer_mut(pointer).map(Value::take),
    };
    match list {
        Some(Value::Array(mut items)) => {
            items.truncate(most);
            Ok(items)
        }
        _ => Err(RunFailure::reader("Attempting to map over non-iterable node.")),
    }
}

fn json_lines(bytes: &[u8], most: usize) -> Result<Vec<Value>, RunFailure> {
    let lines = without_bom(bytes).split(|byte| *byte == b'\n').enumerate();
    let full = lines.filter(|(_, line)| !line.iter().all(u8::is_ascii_whitespace));
    full.take(most)
        .map(|(number, line)| {
            serde_json::from_slice(line)
                .map_err(|e| RunFailure::reader(format!("Line {} is not valid JSON: {e}", number + 1)))
        })
        .collect()
}

/// Every value is a text; a row that is too short has empty ones, and what is too long is left out.
fn csv(
    headers: Option<&[String]>,
    delimiter: char,
    bytes: &[u8],
    most: usize,
) -> Result<Vec<Value>, RunFailure> {
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(without_bom(bytes));
    let mut rows = reader.byte_records();
    let invalid = |e: csv::Error| RunFailure::reader(format!("The object is not valid CSV: {e}"));
    let headers: Vec<String> = match headers {
        Some(given) => given.to_vec(),
        None => match rows.next() {
            None => return Ok(Vec::new()),
            Some(row) => {
                let row = row.map_err(invalid)?;
                if row.as_slice().len() > MAX_CSV_HEADER {
                    return Err(RunFailure::reader("The header of the CSV file is larger than 10 KiB"));
                }
                row.iter().map(|name| String::from_utf8_lossy(name).into_owned()).collect()
            }
        },
    };
    rows.take(most)
        .map(|row| {
            let row = row.map_err(invalid)?;
            let value = |i: usize| row.get(i).map(String::from_utf8_lossy).unwrap_or_default().into_owned();
            let members = headers.iter().enumerate().map(|(i, name)| (name.clone(), Value::String(value(i))));
            Ok(Value::Object(Map::from_iter(members)))
        })
        .collect()
}

/// Rows of an inventory file, which has no header.
pub(crate) fn inventory(schema: &[String], bytes: &[u8], most: usize) -> Result<Vec<Value>, RunFailure> {
    csv(Some(schema), ',', bytes, most)
}

fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check_csv(headers: Option<&[&str]>, text: &str, most: usize, expected: Value) {
        let headers: Option<Vec<String>> =
            headers.map(|names| names.iter().map(|n| (*n).to_owned()).collect());
        assert_eq!(Value::from(csv(headers.as_deref(), ',', text.as_bytes(), most).expect("rows")), expected);
    }

    #[test]
    fn csv_rows() {
        check_csv(
            None,
            "a,b\n1,2\n\"x,\"\"y\",\n",
            9,
            json!([{"a": "1", "b": "2"}, {"a": "x,\"y", "b": ""}]),
        );
        check_csv(
            None,
            "\u{feff}a,b\r\n1\r\n1,2,3\r\n",
            9,
            json!([{"a": "1", "b": ""}, {"a": "1", "b": "2"}]),
        );
        check_csv(Some(&["h"]), "1,2\n3\n", 1, json!([{"h": "1"}]));
        check_csv(None, "", 9, json!([]));
    }

    #[test]
    fn json_arrays_and_lines() {
        assert_eq!(json(None, b"[1, 2, 3]", 2), Ok(vec![json!(1), json!(2)]));
        assert_eq!(json(Some("/a/0"), br#"{"a": [[7]]}"#, 9), Ok(vec![json!(7)]));
        let cause = |result: Result<Vec<Value>, RunFailure>| result.expect_err("it fails").cause;
        assert_eq!(cause(json(None, b"{}", 9)), "Attempting to map over non-iterable node.");
        assert_eq!(cause(json(Some("/b"), b"{}", 9)), "Attempting to map over non-iterable node.");
        assert_eq!(json_lines(b"{\"a\": 1}\n\n 2 \r\n", 9), Ok(vec![json!({"a": 1}), json!(2)]));
        assert!(cause(json_lines(b"1\nx", 9)).starts_with("Line 2 is not valid JSON"));
    }
}
