//! How well the predictions fit the truth.

use lirio_model::BoxError;
use serde::Serialize;

/// What the function answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The share of rows whose class was predicted, 0 to 1.
    pub accuracy: f64,
    /// The number of rows.
    pub rows: usize,
    /// For each true class a line, with the number of rows predicted as each class.
    pub confusion_matrix: Vec<Vec<usize>>,
    /// The classes of the matrix's lines and columns, sorted.
    pub labels: Vec<String>,
}

impl Report {
    /// Compares predictions with the truth, row by row.
    pub fn new<T: AsRef<str>, P: AsRef<str>>(truth: &[T], predicted: &[P]) -> Result<Self, BoxError> {
        if truth.len() != predicted.len() || truth.is_empty() {
            let (rows, answers) = (truth.len(), predicted.len());
            return Err(format!("the endpoint answered {answers} predictions for {rows} rows").into());
        }
        let truth = truth.iter().map(AsRef::as_ref);
        let predicted = predicted.iter().map(AsRef::as_ref);
        let mut labels: Vec<&str> = truth.clone().chain(predicted.clone()).collect();
        labels.sort_unstable();
        labels.dedup();
        let index =
            |label: &str| labels.binary_search(&label).expect("the labels were collected from both lists");
        let mut matrix = vec![vec![0; labels.len()]; labels.len()];
        let mut rows = 0;
        for (truth, predicted) in truth.zip(predicted) {
            matrix[index(truth)][index(predicted)] += 1;
            rows += 1;
        }
        let mut report = Self {
            accuracy: 0.0,
            rows,
            confusion_matrix: matrix,
            labels: labels.into_iter().map(str::to_owned).collect(),
        };
        report.accuracy = report.hits() as f64 / rows as f64;
        Ok(report)
    }

    /// The number of rows whose class was predicted.
    pub fn hits(&self) -> usize {
        self.confusion_matrix.iter().enumerate().map(|(class, line)| line[class]).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_counted() {
        let report = Report::new(&["b", "a", "b", "a"], &["b", "b", "c", "a"]).expect("four of each");
        assert_eq!(
            report,
            Report {
                accuracy: 0.5,
                rows: 4,
                confusion_matrix: vec![vec![1, 1, 0], vec![0, 1, 1], vec![0, 0, 0]],
                labels: ["a", "b", "c"].map(String::from).to_vec(),
            }
        );
    }

    #[test]
    fn rows_without_an_answer_are_an_error() {
        let words = Report::new(&["a", "b"], &["a"]).expect_err("one is missing").to_string();
        assert_eq!(words, "the endpoint answered 1 predictions for 2 rows");
    }
}
