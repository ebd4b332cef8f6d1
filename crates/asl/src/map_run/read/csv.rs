//! Items out of rows.

use std::io::BufRead;
use std::ops::ControlFlow;

use csv::{ByteRecord, ReaderBuilder};
use serde_json::{Map, Value};

use super::limited::{Budget, Limited, unreadable};
use super::{Each, MAX_ITEM};

/// The most bytes of a header (developer guide, `CSVHeaderLocation`).
const MAX_HEADER: usize = 10 * 1024;

/// Reads rows; without `headers`, the first row has the names.
///
/// Every value is a text. A row that is too short has empty texts for what it lacks; what it has
/// beyond the names is left out. Empty lines are no rows.
pub(super) fn items(
    content: impl BufRead,
    headers: Option<&[String]>,
    delimiter: char,
    each: &mut Each<'_>,
) -> Result<ControlFlow<()>, String> {
    let budget = Budget::default();
    budget.set(MAX_ITEM);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(delimiter).map_err(|_| "The delimiter must be one byte")?)
        .from_reader(Limited::new(content, budget.clone()));
    let mut row = ByteRecord::new();
    let names: Vec<String> = match headers {
        Some(names) => names.to_vec(),
        None => {
            if !reader.read_byte_record(&mut row).map_err(|e| unreadable(&e))? {
                return Ok(ControlFlow::Continue(()));
            }
            row.iter().map(decoded).collect()
        }
    };
    if names.iter().map(String::len).sum::<usize>() > MAX_HEADER {
        return Err(format!("The CSV header is larger than {MAX_HEADER} bytes"));
    }
    loop {
        budget.set(MAX_ITEM);
        if !reader.read_byte_record(&mut row).map_err(|e| unreadable(&e))? {
            return Ok(ControlFlow::Continue(()));
        }
        let value = |column: usize| Value::String(row.get(column).map(decoded).unwrap_or_default());
        let members: Map<String, Value> =
            names.iter().enumerate().map(|(column, name)| (name.clone(), value(column))).collect();
        if each(Value::Object(members)).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
}

fn decoded(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
