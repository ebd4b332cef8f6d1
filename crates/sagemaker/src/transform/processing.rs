//! `DataProcessing`: what of a record the container gets, and what of record and answer is kept.
//!
//! Rows of CSV keep the bytes of their fields, quotes and all; values of JSON keep the order of their members.

use bytes::Bytes;
use lirio_api::sagemaker::{CreateTransformJobRequest, DataProcessing};
use serde_json::{Map, Value as Json, json};

use super::selector::Selector;

/// The most columns of a row.
const MOST_COLUMNS: usize = 1_000_000;

/// How records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Csv,
    /// JSON and JSON Lines: values one behind the other.
    Json,
}

/// What is done with records and answers besides passing them on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Processing {
    input: Selector,
    output: Selector,
    join: bool,
    /// Of the records; `None` where nobody looks into them.
    of_input: Option<Format>,
    /// Of the answers.
    of_output: Option<Format>,
}

impl Processing {
    /// What a request asks for, if anything; the error says what cannot be.
    pub(crate) fn of(request: &CreateTransformJobRequest) -> Result<Option<Self>, String> {
        let Some(asked) = &request.data_processing else { return Ok(None) };
        let DataProcessing { input_filter, output_filter, join_source } = asked;
        let filter = |name: &str, text: &Option<String>| {
            Selector::parse(text.as_deref().unwrap_or_default()).map_err(|why| {
                format!("DataProcessing.{name} {:?}: {why}.", text.as_deref().unwrap_or_default())
            })
        };
        let input = filter("InputFilter", input_filter)?;
        let output = filter("OutputFilter", output_filter)?;
        let join = join_source.as_deref() == Some("Input");
        if input.is_all() && output.is_all() && !join {
            return Ok(None);
        }
        if matches!(request.transform_input.split_type.as_deref(), Some("RecordIO" | "TFRecord")) {
            return Err("DataProcessing needs CSV or JSON: SplitType must be Line or None.".to_owned());
        }
        let format = |needed: bool, name: &str, of: &Option<String>| match (needed, known(of.as_deref())) {
            (false, _) => Ok(None),
            (true, Some(format)) => Ok(Some(format)),
            (true, None) => Err(format!(
                "With DataProcessing, {name} must be text/csv, application/json or application/jsonlines, not {:?}.",
                of.as_deref().unwrap_or_default()
            )),
        };
        let of_input = format(
            join || !input.is_all(),
            "TransformInput.ContentType",
            &request.transform_input.content_type,
        )?;
        let of_output =
            format(join || !output.is_all(), "TransformOutput.Accept", &request.transform_output.accept)?;
        if join && of_input != of_output {
            return Err("JoinSource Input needs ContentType and Accept of one kind: both CSV, or both JSON."
                .to_owned());
        }
        for (name, filter, of) in [("InputFilter", &input, of_input), ("OutputFilter", &output, of_output)] {
            if of == Some(Format::Csv) {
                filter.check_rows().map_err(|why| format!("DataProcessing.{name}: {why}."))?;
            }
        }
        Ok(Some(Self { input, output, join, of_input, of_output }))
    }

    /// What the container is sent for a payload.
    pub(crate) fn request(&self, payload: &Bytes) -> Result<Bytes, String> {
        if self.input.is_all() {
            return Ok(payload.clone());
        }
        let mut text = String::with_capacity(payload.len());
        for row in rows(self.of_input, payload, "input")? {
            let row = row?.select(&self.input).map_err(|why| format!("InputFilter: {why}"))?;
            if !text.is_empty() {
                text.push('\n');
            }
            row.write(&mut text);
        }
        if payload.ends_with(b"\n") {
            text.push('\n');
        }
        Ok(text.into())
    }

    /// What is stored for a payload and its answer.
    pub(crate) fn output(&self, payload: &Bytes, answer: &Bytes) -> Result<Bytes, String> {
        if self.output.is_all() && !self.join {
            return Ok(answer.clone());
        }
        let mut answers = rows(self.of_output, answer, "answer")?;
        let mut text = String::with_capacity(answer.len());
        let mut keep = |row: Row<'_>| {
            let row = row.select(&self.output).map_err(|why| format!("OutputFilter: {why}"))?;
            if !text.is_empty() {
                text.push('\n');
            }
            row.write(&mut text);
            Ok::<_, String>(())
        };
        if self.join {
            let mut records = rows(self.of_input, payload, "input")?;
            let (mut asked, mut answered) = (0_u64, 0_u64);
            loop {
                let (record, answer) = (records.next().transpose()?, answers.next().transpose()?);
                asked += u64::from(record.is_some());
                answered += u64::from(answer.is_some());
                match (record, answer) {
                    (Some(record), Some(answer)) => keep(record.joined(answer))?,
                    (None, None) => break,
                    _ => {
                        let (asked, answered) = (asked + rest(records)?, answered + rest(answers)?);
                        return Err(format!(
                            "The answer has {answered} records and the request had {asked}: they cannot be joined"
                        ));
                    }
                }
            }
        } else {
            for row in answers {
                keep(row?)?;
            }
        }
        if answer.ends_with(b"\n") {
            text.push('\n');
        }
        Ok(text.into())
    }
}

/// How many rows are left.
fn rest<'a>(rows: impl Iterator<Item = Result<Row<'a>, String>>) -> Result<u64, String> {
    rows.map(|row| row.map(|_| 1)).sum()
}

fn known(content_type: Option<&str>) -> Option<Format> {
    let plain = content_type?.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match plain.as_str() {
        "text/csv" => Some(Format::Csv),
        "application/json" | "application/jsonlines" => Some(Format::Json),
        _ => None,
    }
}

/// One record or one answer.
enum Row<'a> {
    Csv(Vec<&'a str>),
    Json(Json),
}

impl<'a> Row<'a> {
    fn select(self, selector: &Selector) -> Result<Self, String> {
        match self {
            Row::Csv(fields) => selector.row(fields).map(Row::Csv),
            Row::Json(json) => selector.select(json).map(Row::Json),
        }
    }

    /// A record with its answer.  The formats are the same: [`Processing::of`] sees to it.
    fn joined(self, answer: Row<'a>) -> Self {
        match (self, answer) {
            (Row::Csv(mut record), Row::Csv(answer)) => {
                record.extend(answer);
                Row::Csv(record)
            }
            (record, answer) => {
                let mut object = match record.into_json() {
                    Json::Object(members) => members,
                    other => Map::from_iter([("SageMakerInput".to_owned(), other)]),
                };
                object.insert("SageMakerOutput".to_owned(), answer.into_json());
                Row::Json(Json::Object(object))
            }
        }
    }

    fn into_json(self) -> Json {
        match self {
            Row::Csv(fields) => json!(fields),
            Row::Json(json) => json,
        }
    }

    fn write(&self, text: &mut String) {
        match self {
            Row::Csv(fields) => {
                for (at, field) in fields.iter().enumerate() {
                    if at > 0 {
                        text.push(',');
                    }
                    text.push_str(field);
                }
            }
            Row::Json(json) => text.push_str(&json.to_string()),
        }
    }
}

type Rows<'a> = Box<dyn Iterator<Item = Result<Row<'a>, String>> + Send + 'a>;

/// The rows of a payload, one at a time.
fn rows<'a>(format: Option<Format>, bytes: &'a Bytes, what: &'static str) -> Result<Rows<'a>, String> {
    let failed = move |why: &dyn std::fmt::Display, format: &str| {
        format!("Failed to parse the {what} as {format}: {why}")
    };
    Ok(match format {
        Some(Format::Csv) => {
            let text = std::str::from_utf8(bytes).map_err(|why| failed(&why, "CSV"))?;
            let mut rest = text;
            Box::new(std::iter::from_fn(move || {
                // Blank lines are no rows.
                rest = rest.trim_start_matches(['\r', '\n']);
                (!rest.is_empty()).then(|| row(&mut rest).map(Row::Csv).map_err(|why| failed(&why, "CSV")))
            }))
        }
        _ => {
            let values = serde_json::Deserializer::from_slice(bytes).into_iter::<Json>();
            Box::new(values.map(move |value| value.map(Row::Json).map_err(|why| failed(&why, "JSON"))))
        }
    })
}

/// Takes the first row of a text: its fields as they stand, quotes included.
fn row<'a>(rest: &mut &'a str) -> Result<Vec<&'a str>, String> {
    let text = *rest;
    let mut fields = Vec::new();
    let mut start = 0;
    let mut quoted = false;
    let mut ended = None;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted => {
                fields.push(text.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            b'\n' if !quoted => {
                ended = Some(at);
                break;
            }
            _ => {}
        }
        if fields.len() >= MOST_COLUMNS {
            // What is behind it is not looked at.
            *rest = "";
            return Err(format!("a row has more than {MOST_COLUMNS} columns"));
        }
    }
    let end = ended.unwrap_or(text.len());
    *rest = text.get(end..).unwrap_or_default();
    if quoted {
        return Err("a quote is not closed".to_owned());
    }
    let last = text.get(start..end).unwrap_or_default();
    fields.push(last.strip_suffix('\r').unwrap_or(last));
    Ok(fields)
}

#[cfg(test)]
mod tests {
    use lirio_api::sagemaker::{TransformInput, TransformOutput};

    use super::*;

    fn processing(
        kinds: (&str, &str),
        input: &str,
        join: bool,
        output: &str,
    ) -> Result<Option<Processing>, String> {
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Processing::of(&CreateTransformJobRequest {
            transform_input: TransformInput { content_type: given(kinds.0), ..TransformInput::default() },
            transform_output: TransformOutput { accept: given(kinds.1), ..TransformOutput::default() },
            data_processing: Some(DataProcessing {
                input_filter: given(input),
                output_filter: given(output),
                join_source: join.then(|| "Input".to_owned()),
            }),
            ..CreateTransformJobRequest::default()
        })
    }

    const CSV: (&str, &str) = ("text/csv", "text/csv; charset=utf-8");
    const LINES: (&str, &str) = ("application/jsonlines", "application/jsonlines");

    #[test]
    fn requests() {
        let check = |kinds, filter: &str, payload: &'static str, expected: Result<&str, &str>| {
            let found = processing(kinds, filter, false, "")
                .unwrap()
                .unwrap()
                .request(&Bytes::from_static(payload.as_bytes()))
                .map(|bytes| String::from_utf8(bytes.to_vec()).unwrap());
            match expected {
                Ok(expected) => assert_eq!(found.as_deref(), Ok(expected)),
                Err(part) => assert!(found.as_ref().is_err_and(|why| why.contains(part)), "{found:?}"),
            }
        };
        check(CSV, "$[1:]", "id,1,2\nid2,3,4\n", Ok("1,2\n3,4\n"));
        check(CSV, "$[1:]", "id,1,2\r\n\r\nid2,3,4", Ok("1,2\n3,4"));
        check(CSV, "$[1]", "\"a,\nb\",\"say \"\"x\"\"\"", Ok("\"say \"\"x\"\"\""));
        check(CSV, "$[1]", "\"a,1", Err("Failed to parse the input as CSV: a quote is not closed"));
        check(CSV, "$[2]", "1,2", Err("InputFilter: 2 is outside of the 2 columns"));
        check(LINES, "$.features", "{\"id\":1,\"features\":[1,2]}\n{\"features\":[3]}", Ok("[1,2]\n[3]"));
        check(LINES, "$.features", "{\"id\":1}", Err("no attribute \"features\""));
        check(LINES, "$.features", "{\"id\":", Err("Failed to parse the input as JSON"));
    }

    #[test]
    fn outputs() {
        let check =
            |kinds, filter: &str, join: bool, payload: &str, answer: &str, expected: Result<&str, &str>| {
                let bytes = |text: &str| Bytes::copy_from_slice(text.as_bytes());
                let found = processing(kinds, "", join, filter)
                    .unwrap()
                    .unwrap()
                    .output(&bytes(payload), &bytes(answer))
                    .map(|bytes| String::from_utf8(bytes.to_vec()).unwrap());
                match expected {
                    Ok(expected) => assert_eq!(found.as_deref(), Ok(expected)),
                    Err(part) => assert!(found.as_ref().is_err_and(|why| why.contains(part)), "{found:?}"),
                }
            };
        check(CSV, "", true, "id,1\nid2,2\n", "yes,0.9\nno,0.1\n", Ok("id,1,yes,0.9\nid2,2,no,0.1\n"));
        check(CSV, "$[0,-1]", true, "id,1\nid2,2\n", "yes\nno", Ok("id,yes\nid2,no"));
        check(CSV, "$[1:]", false, "id,1", "yes,0.9", Ok("0.9"));
        check(CSV, "", true, "1\n2\n3", "a\n", Err("The answer has 1 records and the request had 3"));
        check(CSV, "", true, "1", "a\nb\nc", Err("The answer has 3 records and the request had 1"));
        check(
            LINES,
            "",
            true,
            "{\"b\":1,\"a\":2}",
            "{\"p\":1.0}",
            Ok("{\"b\":1,\"a\":2,\"SageMakerOutput\":{\"p\":1.0}}"),
        );
        check(
            LINES,
            "",
            true,
            "[1]\n2",
            "3 4",
            Ok(
                "{\"SageMakerInput\":[1],\"SageMakerOutput\":3}\n{\"SageMakerInput\":2,\"SageMakerOutput\":4}",
            ),
        );
        check(
            LINES,
            "$['id','SageMakerOutput']",
            true,
            "{\"id\":7,\"x\":1}",
            "0.5\n",
            Ok("{\"id\":7,\"SageMakerOutput\":0.5}\n"),
        );
        check(LINES, "$.SageMakerOutput.p", true, "{}", "{\"p\":[1]}", Ok("[1]"));
        check(LINES, "", true, "{}", "no", Err("Failed to parse the answer as JSON"));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let check = |kinds, input: &str, join: bool, output: &str, expected: &str| {
            let found = processing(kinds, input, join, output);
            assert!(found.as_ref().is_err_and(|why| why.contains(expected)), "{found:?}");
        };
        check(("", "text/csv"), "$[1:]", false, "", "TransformInput.ContentType must be text/csv");
        check(("image/png", "text/csv"), "", true, "", "not \"image/png\"");
        check(("text/csv", ""), "", false, "$[0]", "TransformOutput.Accept must be");
        check(("text/csv", "application/json"), "", true, "", "both CSV, or both JSON");
        check(CSV, "$.features", false, "", "DataProcessing.InputFilter: columns of CSV");
        check(CSV, "$[", false, "", "DataProcessing.InputFilter \"$[\": a ] is missing.");
        assert_eq!(processing(("", ""), "$", false, "$"), Ok(None));
    }
}
