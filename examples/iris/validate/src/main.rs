//! A Lambda function that predicts the held-out rows with the live endpoint.

mod report;

use flate2::read::GzDecoder;
use lirio_model::{BoxError, Table, aws, lambda};
use report::Report;
use serde::Deserialize;
use serde_json::Value;
use std::{io::Read, path::Path, process::ExitCode};

/// The file of the training job's output that holds the rows.
const HOLDOUT: &str = "holdout.csv";
/// More than this is no set of held-out rows, in bytes.
const MAX_HOLDOUT: u64 = 20 << 20;

/// What the state machine sends.
#[derive(Debug, Deserialize)]
struct Event {
    /// The endpoint to ask.
    endpoint_name: String,
    /// `s3://` address of the training job's `output.tar.gz`.
    output: String,
    /// The column of true classes.
    label: String,
}

fn main() -> ExitCode {
    lambda::run(|| {
        let mut client = aws::Client::from_env()?;
        Ok::<_, BoxError>(move |event: Value, _: &lambda::Context| validate(&mut client, event))
    })
}

fn validate(client: &mut aws::Client, event: Value) -> Result<Value, BoxError> {
    let event: Event = serde_json::from_value(event)
        .map_err(|error| format!("the event needs endpoint_name, output and label: {error}"))?;
    let csv = holdout(&client.get_object(&event.output)?)?;
    let table = Table::from_csv(HOLDOUT, &csv)?;
    let truth = table.text(&event.label)?;
    let body = without(&table, &event.label)?;
    let answer = client.invoke_endpoint(
        &event.endpoint_name,
        "text/csv; header=present",
        "text/csv; header=present",
        body.as_bytes(),
    )?;
    let predicted = labels(&answer.body)?;
    let report = Report::new(&truth, &predicted)?;
    println!("{} of {} rows predicted correctly", report.hits(), report.rows);
    Ok(serde_json::to_value(report)?)
}

/// The held-out rows of an `output.tar.gz`.
fn holdout(archive: &[u8]) -> Result<Vec<u8>, BoxError> {
    let mut archive = tar::Archive::new(GzDecoder::new(archive));
    for entry in archive.entries()? {
        let entry = entry?;
        if entry.path()?.file_name() == Path::new(HOLDOUT).file_name() {
            let mut csv = Vec::new();
            entry.take(MAX_HOLDOUT + 1).read_to_end(&mut csv)?;
            if csv.len() as u64 > MAX_HOLDOUT {
                return Err(format!("{HOLDOUT} is larger than {MAX_HOLDOUT} bytes").into());
            }
            return Ok(csv);
        }
    }
    Err(format!("the training job's output has no {HOLDOUT}").into())
}

/// The table as CSV with its header, without the label column: one batch for the endpoint.
fn without(table: &Table, label: &str) -> Result<String, BoxError> {
    let features: Vec<&String> = table.columns().iter().filter(|name| *name != label).collect();
    let mut columns = Vec::with_capacity(features.len());
    for name in &features {
        columns.push(table.text(name)?);
    }
    let mut body = features.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(",");
    for row in 0..table.len() {
        body.push('\n');
        body.push_str(&columns.iter().map(|cells| quoted(cells[row])).collect::<Vec<_>>().join(","));
    }
    body.push('\n');
    Ok(body)
}

fn quoted(field: &str) -> String {
    match field.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", field.replace('"', "\"\"")),
        false => field.to_owned(),
    }
}

/// The `prediction` column of the endpoint's answer.
fn labels(answer: &[u8]) -> Result<Vec<String>, BoxError> {
    let table = Table::from_csv("the endpoint's answer", answer)?;
    Ok(table.text("prediction")?.into_iter().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};

    fn archive(name: &str, csv: &str) -> Vec<u8> {
        let mut builder = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
        let mut header = tar::Header::new_gnu();
        header.set_size(csv.len() as u64);
        header.set_cksum();
        builder.append_data(&mut header, name, csv.as_bytes()).expect("written to memory");
        builder.into_inner().and_then(GzEncoder::finish).expect("written to memory")
    }

    #[test]
    fn held_out_rows_become_a_request() {
        let csv = holdout(&archive("./holdout.csv", "x,\"a,b\",kind\n1,2,u\n3,4,v\n")).expect("it is there");
        let table = Table::from_csv(HOLDOUT, &csv).expect("a table");
        assert_eq!(without(&table, "kind").expect("two columns"), "x,\"a,b\"\n1,2\n3,4\n");
        assert_eq!(table.text("kind").expect("there"), ["u", "v"]);
    }

    #[test]
    fn an_output_without_rows_is_an_error() {
        let words = holdout(&archive("plot.png", "")).expect_err("another file").to_string();
        assert_eq!(words, "the training job's output has no holdout.csv");
        assert!(holdout(b"not an archive").is_err());
    }

    #[test]
    fn labels_are_read_from_the_answer() {
        let answer = b"prediction,a,b\na,0.9,0.1\nb,0.2,0.8\n";
        assert_eq!(labels(answer).expect("two"), ["a", "b"]);
        let words = labels(b"a,0.9,0.1\n").expect_err("no header").to_string();
        assert_eq!(words, "the endpoint's answer has a header but no rows");
    }
}
