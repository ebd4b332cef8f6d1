//! A classifier for any CSV of numbers with a label column.

mod classifier;

use classifier::{Classifier, Settings};
use lirio_model::{Batch, BoxError, Model, Predictions, TrainContext};
use std::{path::Path, process::ExitCode};

/// The name of the model's file.
const FILE: &str = "model.json";
/// The held-out rows, which go to `output.tar.gz` for the validation.
const HOLDOUT: &str = "holdout.csv";

impl Model for Classifier {
    type Error = BoxError;

    fn train(ctx: &TrainContext) -> Result<Self, BoxError> {
        let parameters = ctx.hyperparameters();
        let label: String = parameters.get("label")?;
        let held_out = parameters.get_or("holdout", 0.2)?;
        let seed = parameters.get_or("seed", 42)?;
        let settings = Settings {
            l2: parameters.get_or("l2", 0.1)?,
            iterations: parameters.get_or("iterations", 200)?,
            tolerance: parameters.get_or("tolerance", 1e-4)?,
        };

        let data = ctx.channel("training")?.table()?.dataset(&label)?;
        let (train, holdout) = data.split_stratified(held_out, seed)?;
        println!(
            "{} rows: {} to train on, {} held out; {} features; classes: {}",
            data.len(),
            train.len(),
            holdout.len(),
            data.features().len(),
            data.classes().join(", "),
        );
        holdout.write_csv(&ctx.output_data_dir().join(HOLDOUT))?;

        Classifier::fit(&train, &settings, |step| {
            ctx.metric("iteration", step.iterations as f64);
            for (name, rows) in [("train", &train), ("validation", &holdout)] {
                let score = step.model.score(rows);
                ctx.metric(format_args!("{name}:accuracy"), score.accuracy);
                ctx.metric(format_args!("{name}:loss"), score.loss);
            }
            !ctx.stopping()
        })
    }

    fn save(&self, dir: &Path) -> Result<(), BoxError> {
        Ok(lirio_model::write_json(&dir.join(FILE), self)?)
    }

    fn load(dir: &Path) -> Result<Self, BoxError> {
        let model: Self = lirio_model::read_json(&dir.join(FILE))?;
        model.checked()
    }

    fn columns(&self) -> &[String] {
        self.features()
    }

    fn predict(&self, batch: &Batch) -> Result<Predictions, BoxError> {
        let rows = batch.numbers(self.features())?;
        Ok(Predictions::classes(self.classes().to_vec(), self.probabilities(&rows.values)))
    }
}

fn main() -> ExitCode {
    lirio_model::main::<Classifier>()
}
