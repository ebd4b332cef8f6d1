//! Multinomial logistic regression on standardised features.

use linfa::{Dataset as Samples, traits::Fit};
use linfa_logistic::MultiLogisticRegression;
use lirio_model::{BoxError, Dataset};
use ndarray::{Array1, Array2, s};
use serde::{Deserialize, Serialize};

/// The version of the model's file; a file of another version is refused.
const FORMAT: u32 = 1;
/// Iterations between two reports of metrics.
const REPORT_EVERY: u64 = 10;

/// How to train.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The weight of the penalty on large coefficients.
    pub l2: f64,
    /// The largest number of iterations.
    pub iterations: u64,
    /// Training ends when no component of the gradient, per row, is larger than this.
    pub tolerance: f64,
}

/// The model and its file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Classifier {
    format: u32,
    label: String,
    features: Vec<String>,
    classes: Vec<String>,
    /// Of each feature.
    means: Vec<f64>,
    /// Of each feature; 1 where all values are the same.
    deviations: Vec<f64>,
    /// Of each class.
    intercepts: Vec<f64>,
    /// For each feature, one coefficient for each class.
    coefficients: Vec<f64>,
}

/// What a report of metrics is made of.
pub struct Step<'a> {
    pub iterations: u64,
    pub model: &'a Classifier,
}

/// How well a model predicts rows whose class is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// The share of rows whose class is predicted, 0 to 1.
    pub accuracy: f64,
    /// The mean cross-entropy, in nats.
    pub loss: f64,
}

impl Classifier {
    /// Trains. `report` is called now and then, and at the end; it may end the training by saying `false`.
    pub fn fit(
        data: &Dataset,
        settings: &Settings,
        mut report: impl FnMut(Step<'_>) -> bool,
    ) -> Result<Self, BoxError> {
        let (rows, width) = (data.len(), data.features().len());
        // linfa panics on an empty dataset.
        if rows == 0 || width == 0 || data.classes().len() < 2 {
            return Err("there is nothing to train on: rows, features and two classes are needed".into());
        }
        if settings.iterations == 0 {
            return Err("hyperparameter \"iterations\" must be at least 1".into());
        }
        let mut model = Self::untrained(data);
        // Seen by the solver, features are so small that its first step, whose length is the gradient's, moves
        // no score by more than about one: far out, linfa's loss is too coarse for a line search. The
        // penalty is scaled with them, so that the optimum is the same. The intercepts are the coefficients
        // of a feature that is always 1, and scaled alike.
        let scale = 1.0 / ((rows * width) as f64).sqrt();
        let mut inputs = Vec::with_capacity(rows * (width + 1));
        for row in model.standardised(data.values()).chunks_exact(width) {
            inputs.extend(row.iter().map(|value| value * scale));
            inputs.push(scale);
        }
        let samples = Samples::new(
            Array2::from_shape_vec((rows, width + 1), inputs)?,
            Array1::from(data.targets().to_vec()),
        );
        let mut parameters = Array2::zeros((width + 1, model.classes.len()));
        parameters.row_mut(width).assign(&(Array1::from(model.intercepts.clone()) / scale));
        let mut done = 0;
        let mut objective = model.objective(data, settings.l2);
        while done < settings.iterations {
            let steps = REPORT_EVERY.min(settings.iterations - done);
            let fitted = MultiLogisticRegression::default()
                .alpha(settings.l2 * scale * scale)
                .gradient_tolerance(f64::EPSILON)
                .max_iterations(steps)
                .with_intercept(false)
                .initial_params(parameters)
                .fit(&samples)?;
            done += steps;
            parameters = fitted.params().clone();
            model.coefficients = parameters.slice(s![..width, ..]).iter().map(|part| part * scale).collect();
            model.intercepts = parameters.row(width).iter().map(|part| part * scale).collect();
            let stopped = !report(Step { iterations: done, model: &model });
            let before = std::mem::replace(&mut objective, model.objective(data, settings.l2));
            // Either at the optimum, or as near to it as the solver's arithmetic can tell.
            if stopped || model.slope(data, settings.l2) <= settings.tolerance || objective >= before {
                break;
            }
        }
        model.checked()
    }

    fn untrained(data: &Dataset) -> Self {
        let width = data.features().len();
        let count = data.len() as f64;
        let rows_of = |class: usize| data.targets().iter().filter(|target| **target == class).count();
        let column = |feature: usize| data.values().iter().skip(feature).step_by(width);
        let means: Vec<f64> = (0..width).map(|feature| column(feature).sum::<f64>() / count).collect();
        let deviations = (0..width)
            .map(|feature| {
                let squares: f64 = column(feature).map(|value| (value - means[feature]).powi(2)).sum();
                let deviation = (squares / count).sqrt();
                // A constant feature says nothing; dividing by zero would turn it into NaN.
                if deviation > 0.0 { deviation } else { 1.0 }
            })
            .collect();
        Self {
            format: FORMAT,
            label: data.label().to_owned(),
            features: data.features().to_vec(),
            classes: data.classes().to_vec(),
            means,
            deviations,
            // Without features, the best guess is the share of each class.
            intercepts: (0..data.classes().len())
                .map(|class| (rows_of(class).max(1) as f64 / count).ln())
                .collect(),
            coefficients: vec![0.0; width * data.classes().len()],
        }
    }

    /// The model, if its parts fit together: a file may have been changed or cut.
    pub fn checked(self) -> Result<Self, BoxError> {
        if self.format != FORMAT {
            return Err(
                format!("the model has format {}, but this program reads {FORMAT}", self.format).into()
            );
        }
        let (width, height) = (self.features.len(), self.classes.len());
        let lengths =
            [self.means.len(), self.deviations.len(), self.intercepts.len(), self.coefficients.len()];
        if height == 0 || lengths != [width, width, height, width * height] {
            return Err("the model's parts do not fit together".into());
        }
        let numbers = [&self.means, &self.deviations, &self.intercepts, &self.coefficients];
        if numbers.into_iter().flatten().any(|number| !number.is_finite()) {
            return Err("the model has coefficients that are not finite".into());
        }
        Ok(self)
    }

    pub fn features(&self) -> &[String] {
        &self.features
    }

    pub fn classes(&self) -> &[String] {
        &self.classes
    }

    /// The probability of each class for each row.
    pub fn probabilities(&self, values: &[f64]) -> Vec<f64> {
        let (width, height) = (self.features.len(), self.classes.len());
        let mut all = Vec::with_capacity(values.len() / width * height);
        for row in values.chunks_exact(width) {
            let start = all.len();
            all.extend_from_slice(&self.intercepts);
            let scores = &mut all[start..];
            for (feature, value) in row.iter().enumerate() {
                let value = (value - self.means[feature]) / self.deviations[feature];
                let coefficients = &self.coefficients[feature * height..][..height];
                for (score, coefficient) in scores.iter_mut().zip(coefficients) {
                    *score += value * coefficient;
                }
            }
            // Softmax; the largest score is taken off first, so that no power overflows.
            let largest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            scores.iter_mut().for_each(|score| *score = (*score - largest).exp());
            let sum: f64 = scores.iter().sum();
            scores.iter_mut().for_each(|score| *score /= sum);
        }
        all
    }

    /// How well the model predicts rows whose class is known.
    pub fn score(&self, data: &Dataset) -> Score {
        let probabilities = self.probabilities(data.values());
        let (mut hits, mut loss) = (0, 0.0);
        for (row, target) in probabilities.chunks_exact(self.classes.len()).zip(data.targets()) {
            hits += usize::from(row.iter().all(|other| *other <= row[*target]));
            loss -= row[*target].max(f64::MIN_POSITIVE).ln();
        }
        let count = data.len() as f64;
        Score { accuracy: hits as f64 / count, loss: loss / count }
    }

    /// What training makes small: the summed loss and the penalty.
    fn objective(&self, data: &Dataset, l2: f64) -> f64 {
        let penalty: f64 = self.coefficients.iter().chain(&self.intercepts).map(|part| part * part).sum();
        self.score(data).loss * data.len() as f64 + l2 / 2.0 * penalty
    }

    /// The largest component of the objective's gradient, per row: 0 at the optimum.
    fn slope(&self, data: &Dataset, l2: f64) -> f64 {
        let height = self.classes.len();
        let mut errors = self.probabilities(data.values());
        for (row, target) in errors.chunks_exact_mut(height).zip(data.targets()) {
            row[*target] -= 1.0;
        }
        let mut gradient: Vec<f64> =
            self.coefficients.iter().chain(&self.intercepts).map(|part| part * l2).collect();
        let values = self.standardised(data.values());
        for (row, error) in values.chunks_exact(self.features.len()).zip(errors.chunks_exact(height)) {
            // The intercepts are the coefficients of a feature that is always 1.
            for (feature, value) in row.iter().chain(&[1.0]).enumerate() {
                for (class, error) in error.iter().enumerate() {
                    gradient[feature * height + class] += value * error;
                }
            }
        }
        gradient.into_iter().fold(0.0, |largest: f64, part| largest.max(part.abs())) / data.len() as f64
    }

    fn standardised(&self, values: &[f64]) -> Vec<f64> {
        let width = self.features.len();
        values
            .iter()
            .enumerate()
            .map(|(index, value)| (value - self.means[index % width]) / self.deviations[index % width])
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lirio_model::Table;

    const SETTINGS: Settings = Settings { l2: 0.1, iterations: 200, tolerance: 1e-4 };

    fn read(file: &str, label: &str) -> Dataset {
        let path = format!("{}/../data/{file}", env!("CARGO_MANIFEST_DIR"));
        Table::from_csv_file(path).expect("a good file").dataset(label).expect("a good table")
    }

    /// Accuracy on 20 % of the rows, over several divisions: the default seed must not be a lucky one.
    #[track_caller]
    fn check(file: &str, label: &str, least_of_42: f64, least_mean: f64) {
        let data = read(file, label);
        let accuracy = |seed| {
            let (train, test) = data.split_stratified(0.2, seed).expect("it can be divided");
            let model = Classifier::fit(&train, &SETTINGS, |_| true).expect("it converges");
            model.score(&test).accuracy
        };
        for seed in 0..10 {
            let (train, _) = data.split_stratified(0.2, seed).expect("it can be divided");
            let model = Classifier::fit(&train, &SETTINGS, |_| true).expect("it converges");
            let slope = model.slope(&train, SETTINGS.l2);
            assert!(slope <= SETTINGS.tolerance, "seed {seed}: {slope}");
        }
        assert!(accuracy(42) >= least_of_42, "{}", accuracy(42));
        let mean = (0..10).map(accuracy).sum::<f64>() / 10.0;
        assert!(mean >= least_mean, "{mean}");
    }

    #[test]
    fn iris() {
        check("iris_final.csv", "species", 0.93, 0.94);
    }

    #[test]
    fn wine() {
        check("wine.csv", "cultivar", 0.93, 0.96);
    }

    #[test]
    fn metrics_are_reported_as_they_appear() {
        let data = read("iris_final.csv", "species");
        let mut losses = Vec::new();
        let model = Classifier::fit(&data, &SETTINGS, |step| {
            losses.push((step.iterations, step.model.score(&data).loss));
            true
        })
        .expect("it converges");
        assert!(losses.len() > 1 && losses.is_sorted_by(|a, b| a.0 < b.0 && a.1 >= b.1 - 1e-3), "{losses:?}");
        assert_eq!(losses.last().map(|(_, loss)| *loss), Some(model.score(&data).loss));
    }

    #[test]
    fn training_stops_when_told() {
        let mut reports = 0;
        let data = read("iris_final.csv", "species");
        Classifier::fit(&data, &SETTINGS, |_| {
            reports += 1;
            false
        })
        .expect("what was learned so far is a model");
        assert_eq!(reports, 1);
    }

    #[test]
    fn two_classes_and_a_constant_feature_are_fine() {
        let csv = "x,same,kind\n1,7,a\n2,7,a\n8,7,b\n9,7,b\n";
        let data =
            Table::from_csv("a.csv", csv.as_bytes()).and_then(|table| table.dataset("kind")).expect("good");
        let model = Classifier::fit(&data, &SETTINGS, |_| true).expect("it converges");
        assert_eq!(model.score(&data).accuracy, 1.0);
        let sums: Vec<f64> =
            model.probabilities(data.values()).chunks(2).map(|row| row.iter().sum()).collect();
        assert!(sums.iter().all(|sum| (sum - 1.0).abs() < 1e-12), "{sums:?}");
    }

    #[test]
    fn a_file_that_does_not_fit_is_refused() {
        let data = read("iris_final.csv", "species");
        let good = Classifier::fit(&data, &SETTINGS, |_| true).expect("it converges");
        let newer = Classifier { format: 2, ..good.clone() };
        let words = newer.checked().expect_err("another format").to_string();
        assert_eq!(words, "the model has format 2, but this program reads 1");
        let cut = Classifier { means: vec![0.0], ..good.clone() };
        assert_eq!(cut.checked().expect_err("cut").to_string(), "the model's parts do not fit together");
        assert_eq!(good.clone().checked().expect("it is good"), good);
    }
}
