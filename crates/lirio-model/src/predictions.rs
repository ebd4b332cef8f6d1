//! The answer to a batch, and its three formats.

use serde_json::Value as Json;
use std::fmt::Write;

/// One prediction for each row of a [`Batch`](crate::Batch), in its order.
#[derive(Debug, Clone, PartialEq)]
pub struct Predictions(Kind);

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Numbers(Vec<f64>),
    Labels(Vec<String>),
    Classes(Classes),
    Json(Vec<Json>),
}

/// Class probabilities of every row.
#[derive(Debug, Clone, PartialEq)]
pub struct Classes {
    /// The names of the classes.
    pub classes: Vec<String>,
    /// Row after row, one probability for each class.
    pub probabilities: Vec<f64>,
}

impl Classes {
    fn rows(&self) -> std::slice::ChunksExact<'_, f64> {
        self.probabilities.chunks_exact(self.classes.len())
    }

    fn label(&self, row: &[f64]) -> &str {
        let mut best = 0;
        for (index, probability) in row.iter().enumerate() {
            if probability.total_cmp(&row[best]).is_gt() {
                best = index;
            }
        }
        &self.classes[best]
    }
}

impl Predictions {
    /// A number for each row.
    pub fn numbers(values: Vec<f64>) -> Self {
        Self(Kind::Numbers(values))
    }

    /// A label for each row.
    pub fn labels(labels: Vec<String>) -> Self {
        Self(Kind::Labels(labels))
    }

    /// The probability of each class for each row; the label is the class with the largest.
    ///
    /// # Panics
    /// When there are no classes, or the probabilities do not fill whole rows.
    pub fn classes(classes: Vec<String>, probabilities: Vec<f64>) -> Self {
        assert!(!classes.is_empty(), "a classifier has classes");
        assert_eq!(probabilities.len() % classes.len(), 0, "one probability for each class and row");
        Self(Kind::Classes(Classes { classes, probabilities }))
    }

    /// Any JSON for each row. As CSV, the members of an array or object become the fields of a line.
    pub fn json(values: Vec<Json>) -> Self {
        Self(Kind::Json(values))
    }

    /// The number of predictions.
    pub fn len(&self) -> usize {
        match &self.0 {
            Kind::Numbers(values) => values.len(),
            Kind::Labels(labels) => labels.len(),
            Kind::Classes(classes) => classes.rows().len(),
            Kind::Json(values) => values.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// `{"predictions":[…]}`: a number, a label, or `{"label":…,"probabilities":{class:…}}` for each row.
    pub fn to_json(&self) -> String {
        let mut text = String::with_capacity(24 + 64 * self.len());
        text.push_str("{\"predictions\":[");
        self.each_json(&mut text, |text, index| {
            if index > 0 {
                text.push(',');
            }
        });
        text.push_str("]}");
        text
    }

    /// One line of JSON for each row.
    pub fn to_json_lines(&self) -> String {
        let mut text = String::with_capacity(64 * self.len());
        self.each_json(&mut text, |text, index| {
            if index > 0 {
                text.push('\n');
            }
        });
        text.push('\n');
        text
    }

    /// One line for each row: a number, a label, or the label and then the probability of each class.
    /// The header is `prediction`, and the names of the classes where there are probabilities.
    pub fn to_csv(&self, header: bool) -> String {
        let mut text = String::with_capacity(32 * (self.len() + 1));
        if header {
            text.push_str("prediction");
            if let Kind::Classes(classes) = &self.0 {
                for class in &classes.classes {
                    text.push(',');
                    csv_field(&mut text, class);
                }
            }
            text.push('\n');
        }
        match &self.0 {
            Kind::Numbers(values) => values.iter().for_each(|value| {
                number(&mut text, *value);
                text.push('\n');
            }),
            Kind::Labels(labels) => labels.iter().for_each(|label| {
                csv_field(&mut text, label);
                text.push('\n');
            }),
            Kind::Classes(classes) => classes.rows().for_each(|row| {
                csv_field(&mut text, classes.label(row));
                for probability in row {
                    text.push(',');
                    number(&mut text, *probability);
                }
                text.push('\n');
            }),
            Kind::Json(values) => values.iter().for_each(|value| {
                let fields: Vec<&Json> = match value {
                    Json::Array(items) => items.iter().collect(),
                    Json::Object(members) => members.values().collect(),
                    scalar => vec![scalar],
                };
                for (index, field) in fields.into_iter().enumerate() {
                    if index > 0 {
                        text.push(',');
                    }
                    match field {
                        Json::Null => {}
                        Json::String(words) => csv_field(&mut text, words),
                        other => csv_field(&mut text, &other.to_string()),
                    }
                }
                text.push('\n');
            }),
        }
        text
    }

    fn each_json(&self, text: &mut String, before: impl Fn(&mut String, usize)) {
        match &self.0 {
            Kind::Numbers(values) => values.iter().enumerate().for_each(|(index, value)| {
                before(text, index);
                number(text, *value);
            }),
            Kind::Labels(labels) => labels.iter().enumerate().for_each(|(index, label)| {
                before(text, index);
                text.push_str(&quoted(label));
            }),
            Kind::Classes(classes) => {
                let names: Vec<String> = classes.classes.iter().map(|name| quoted(name)).collect();
                for (index, row) in classes.rows().enumerate() {
                    before(text, index);
                    text.push_str("{\"label\":");
                    text.push_str(&quoted(classes.label(row)));
                    text.push_str(",\"probabilities\":{");
                    for (class, probability) in row.iter().enumerate() {
                        if class > 0 {
                            text.push(',');
                        }
                        text.push_str(&names[class]);
                        text.push(':');
                        number(text, *probability);
                    }
                    text.push_str("}}");
                }
            }
            Kind::Json(values) => values.iter().enumerate().for_each(|(index, value)| {
                before(text, index);
                text.push_str(&value.to_string());
            }),
        }
    }
}

/// A number that reads back as the same `f64`; JSON has no NaN or infinity, so that these are `null`.
fn number(text: &mut String, value: f64) {
    if !value.is_finite() {
        text.push_str("null");
    } else if value != 0.0 && value.abs() < 1e-6 {
        // Display would write all the zeros of a small probability.
        write!(text, "{value:e}").expect("a string takes all that is written");
    } else {
        write!(text, "{value}").expect("a string takes all that is written");
    }
}

fn quoted(words: &str) -> String {
    Json::from(words).to_string()
}

/// Adds a CSV field, in quotes where its characters need them.
pub(crate) fn csv_field(text: &mut String, field: &str) {
    if field.contains(['"', ',', '\n', '\r']) || field.starts_with(' ') || field.ends_with(' ') {
        text.push('"');
        text.push_str(&field.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(field);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(predictions: Predictions, json: &str, lines: &str, csv: &str) {
        assert_eq!(predictions.to_json(), json);
        assert_eq!(predictions.to_json_lines(), lines);
        assert_eq!(predictions.to_csv(false), csv);
        serde_json::from_str::<Json>(json).expect("it is JSON");
    }

    #[test]
    fn three_formats() {
        check(
            Predictions::numbers(vec![1.0, -0.25, 1e-9, f64::NAN]),
            r#"{"predictions":[1,-0.25,1e-9,null]}"#,
            "1\n-0.25\n1e-9\nnull\n",
            "1\n-0.25\n1e-9\nnull\n",
        );
        check(
            Predictions::labels(vec!["a,\"b".into(), "c".into()]),
            r#"{"predictions":["a,\"b","c"]}"#,
            "\"a,\\\"b\"\n\"c\"\n",
            "\"a,\"\"b\"\nc\n",
        );
        check(
            Predictions::classes(vec!["a".into(), "b".into()], vec![0.25, 0.75, 0.5, 0.5]),
            r#"{"predictions":[{"label":"b","probabilities":{"a":0.25,"b":0.75}},{"label":"a","probabilities":{"a":0.5,"b":0.5}}]}"#,
            "{\"label\":\"b\",\"probabilities\":{\"a\":0.25,\"b\":0.75}}\n{\"label\":\"a\",\"probabilities\":{\"a\":0.5,\"b\":0.5}}\n",
            "b,0.25,0.75\na,0.5,0.5\n",
        );
        check(
            Predictions::json(vec![json!({"x": 1, "y": "p,q"}), json!([null, true])]),
            r#"{"predictions":[{"x":1,"y":"p,q"},[null,true]]}"#,
            "{\"x\":1,\"y\":\"p,q\"}\n[null,true]\n",
            "1,\"p,q\"\n,true\n",
        );
    }

    #[test]
    fn a_header_is_written_when_asked_for() {
        let predictions = Predictions::classes(vec!["a".into(), "b".into()], vec![0.25, 0.75]);
        assert_eq!(predictions.to_csv(true), "prediction,a,b\nb,0.25,0.75\n");
        assert_eq!(Predictions::numbers(vec![2.5]).to_csv(true), "prediction\n2.5\n");
    }
}
