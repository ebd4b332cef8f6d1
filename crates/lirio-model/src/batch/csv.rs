//! Rows from CSV.

use super::{BadInput, Batch, Builder, Cell, Place};
use crate::lines::LineCounter;

pub(super) fn read(body: &[u8], header: Option<bool>, known: &[String]) -> Result<Batch, BadInput> {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    let mut lines = LineCounter::new(body);
    if let Err(error) = std::str::from_utf8(body) {
        let line = lines.line_of(error.valid_up_to());
        return Err(BadInput::at(Place::Line, line, None, "not UTF-8 text"));
    }
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(::csv::Trim::All)
        .from_reader(body);
    let mut builder = Builder::new(Place::Line);
    let mut record = ::csv::StringRecord::new();
    let mut first = true;
    loop {
        let start = reader.position().byte();
        let more = reader.read_record(&mut record);
        // The bytes are in memory and valid UTF-8, so that the reader has nothing to fail on.
        if !more.expect("a flexible reader of UTF-8 in memory does not fail") {
            break;
        }
        // A line of blanks is no row.
        if record.len() == 1 && record[0].is_empty() {
            continue;
        }
        builder.line = lines.record_at(start);
        if std::mem::take(&mut first) {
            let more_follows = !body[reader.position().byte() as usize..].trim_ascii().is_empty();
            if header.unwrap_or_else(|| looks_like_header(&record, known, more_follows)) {
                builder.width = Some(record.len());
                builder.columns = Some(record.iter().map(str::to_owned).collect());
                continue;
            }
        }
        for field in &record {
            let cell = if field.is_empty() { Cell::Missing } else { builder.text_cell(field) };
            builder.push(cell)?;
        }
        builder.end_row()?;
    }
    builder.finish()
}

fn looks_like_header(record: &::csv::StringRecord, known: &[String], more_follows: bool) -> bool {
    if record.iter().any(|field| known.iter().any(|name| name == field)) {
        return true;
    }
    more_follows && record.iter().all(|field| !field.is_empty() && field.parse::<f64>().is_err())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    fn known() -> Vec<String> {
        ["x", "y"].map(String::from).to_vec()
    }

    #[track_caller]
    fn check(body: &str, header: Option<bool>, expected: Result<&[f64], &str>) {
        let found = read(body.as_bytes(), header, &known()).and_then(|batch| batch.numbers(&known()));
        match (found, expected) {
            (Ok(matrix), Ok(values)) => assert_eq!(matrix.values, values),
            (Err(error), Err(message)) => assert_eq!(error.to_string(), message),
            (found, expected) => panic!("found {found:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn with_and_without_header() {
        check("1,2", None, Ok(&[1.0, 2.0]));
        check("1,2\r\n3,4\r\n", None, Ok(&[1.0, 2.0, 3.0, 4.0]));
        check("\u{feff}x,y\n1,2\n", None, Ok(&[1.0, 2.0]));
        check("y, z,x\n1,word,3\n", None, Ok(&[3.0, 1.0]));
        check("\"1\",\" 2 \"\n\n3,4", None, Ok(&[1.0, 2.0, 3.0, 4.0]));
        check("1,2\n3,4\n", Some(true), Err("there is no column \"x\"; the request has \"1\", \"2\""));
    }

    #[test]
    fn bad_rows_are_named() {
        check("", None, Err("the request has no rows"));
        check("x,y\n", None, Err("the request has no rows"));
        check("x,z\n1,2\n", None, Err("there is no column \"y\"; the request has \"x\", \"z\""));
        check("a,b\n1,2\n", None, Err("there is no column \"x\"; the request has \"a\", \"b\""));
        check("a,b", None, Err("line 1, column \"x\": \"a\" is not a number"));
        check("1,2\n\n3,wide\n", None, Err("line 3, column \"y\": \"wide\" is not a number"));
        check("x,y\n1,\n", None, Err("line 2, column \"y\": there is no value"));
        check("1,inf\n", None, Err("line 1, column \"y\": inf is not a finite number"));
        check("1,2\n3\n", None, Err("line 2: 1 values, but the first row has 2"));
        check("x,y\n3,4,5\n", None, Err("line 2: 3 values, but the header has 2"));
        check("1,2,3", None, Err("line 1: 3 values, but the model needs 2: \"x\", \"y\""));
        check("x,y\n1,2", Some(false), Err("line 1, column \"x\": \"x\" is not a number"));
    }

    #[test]
    fn text_stays_as_it_is() {
        let batch = read(b"007,\n", None, &[]).expect("one row");
        assert_eq!(batch.value(0, 0), Some(Value::Text("007")));
        assert_eq!(batch.value(0, 1), Some(Value::Missing));
        assert_eq!((batch.value(0, 2), batch.value(1, 0)), (None, None));
        let error = read(b"1,2\n\xff,4\n", None, &[]).expect_err("not UTF-8");
        assert_eq!((error.to_string().as_str(), error.row()), ("line 2: not UTF-8 text", Some(2)));
    }
}
