//! Write a model in Rust; `train` and `serve` keep SageMaker's container contract.
//!
//! Implement [`Model`], call [`main`], and the one binary is the whole image: its entry point is the
//! program itself, and SageMaker's `train` and `serve` arguments choose what it does.
//!
//! ```no_run
//! use lirio_model::{Batch, BoxError, Model, Predictions, TrainContext};
//! use std::{path::Path, process::ExitCode};
//!
//! struct Mean(f64);
//!
//! impl Model for Mean {
//!     type Error = BoxError;
//!
//!     fn train(ctx: &TrainContext) -> Result<Self, BoxError> {
//!         let table = ctx.channel("training")?.table()?;
//!         let prices = table.numbers("price")?;
//!         let mean = prices.iter().sum::<f64>() / prices.len() as f64;
//!         ctx.metric("train:mean", mean);
//!         Ok(Self(mean))
//!     }
//!
//!     fn save(&self, dir: &Path) -> Result<(), BoxError> {
//!         Ok(lirio_model::write_json(&dir.join("model.json"), &self.0)?)
//!     }
//!
//!     fn load(dir: &Path) -> Result<Self, BoxError> {
//!         Ok(Self(lirio_model::read_json(&dir.join("model.json"))?))
//!     }
//!
//!     fn predict(&self, batch: &Batch) -> Result<Predictions, BoxError> {
//!         Ok(Predictions::numbers(vec![self.0; batch.len()]))
//!     }
//! }
//!
//! fn main() -> ExitCode {
//!     lirio_model::main::<Mean>()
//! }
//! ```
//!
//! What the crate refuses to do: it makes no network call of its own, keeps no global state, and never
//! guesses at data; a cell that cannot be read is an error that names its line and column.
//!
//! The feature `lambda` (off by default) adds the `lambda` module, which runs a function in AWS Lambda's
//! custom runtime, and the `aws` module, a small signed client for such functions.

/// Rows of a request, whatever their format was.
mod batch;
/// Rows with numbers and a class each, for training.
mod dataset;
/// JSON files of a model directory.
mod files;
/// Panics of a user's code as errors.
#[cfg(any(feature = "container", feature = "lambda"))]
mod guard;
/// Line numbers as an editor shows them.
mod lines;
/// The answer to a batch, and its three formats.
mod predictions;
/// CSV files with a header.
mod table;

/// What a training job is told: hyperparameters, channels, hosts.
#[cfg(feature = "container")]
mod context;
/// Strings with types.
#[cfg(feature = "container")]
mod hyperparameters;
/// Content types and `Accept`.
#[cfg(feature = "container")]
mod media;
/// The trait and the choice between `train` and `serve`.
#[cfg(feature = "container")]
mod model;
/// `/ping` and `/invocations`.
#[cfg(feature = "container")]
mod serve;
/// SIGTERM.
#[cfg(feature = "container")]
mod signal;
/// A training run, from its files to its exit code.
#[cfg(feature = "container")]
mod train;

#[cfg(feature = "lambda")]
pub mod aws;
#[cfg(feature = "lambda")]
mod http1;
#[cfg(feature = "lambda")]
pub mod lambda;

#[cfg(any(feature = "container", feature = "lambda"))]
use std::io::Write;

pub use batch::{BadInput, Batch, Matrix, Value};
pub use dataset::Dataset;
pub use files::{FileError, read_json, write_json};
pub use predictions::{Classes, Predictions};
pub use table::{Table, TableError};

#[cfg(feature = "container")]
pub use context::{Channel, ContextError, ResourceConfig, TrainContext};
#[cfg(feature = "container")]
pub use hyperparameters::{HyperparameterError, Hyperparameters};
#[cfg(feature = "container")]
pub use model::{Model, main, main_with_args};

/// Any error that can cross threads; what a model's own error type turns into.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// An error and its causes in one line: `first: second: third`.
/// A cause whose words the error above it already says is not repeated.
#[cfg(any(feature = "container", feature = "lambda"))]
fn error_chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let words = cause.to_string();
        if !text.contains(&words) {
            text.push_str(": ");
            text.push_str(&words);
        }
        source = cause.source();
    }
    text
}

/// Writes a line to standard error. Unlike `eprintln!` it does not panic when nobody reads any more: a
/// lost log must not end a training or a server.
#[cfg(any(feature = "container", feature = "lambda"))]
fn log(line: std::fmt::Arguments<'_>) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// At most `limit` characters of `text`, with an ellipsis where it was cut, for use in messages.
fn clip(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

/// Names for a message: quoted, separated by commas, and no more of them than a person reads.
fn name_list<S: AsRef<str>>(names: &[S]) -> String {
    const SHOWN: usize = 20;
    let mut text = String::new();
    for (index, name) in names.iter().take(SHOWN).enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        text.push_str(&format!("\"{}\"", clip(name.as_ref(), 40)));
    }
    if names.len() > SHOWN {
        text.push_str(&format!(" and {} more", names.len() - SHOWN));
    }
    text
}
