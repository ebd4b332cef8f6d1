//! The trait and the choice between `train` and `serve`.

use crate::{Batch, BoxError, Predictions, TrainContext, error_chain, serve, train};
use std::{
    ffi::{OsStr, OsString},
    path::Path,
    process::ExitCode,
};

/// A model: how it is trained, kept and asked.
///
/// `Error` may be [`BoxError`], an error type of your own, or `anyhow::Error`. In
/// [`predict`](Self::predict), an error that is (or was turned by `?` into a [`BoxError`] from)
/// [`BadInput`](crate::BadInput) is answered with status 400, any other with 500.
pub trait Model: Sized + Send + Sync + 'static {
    /// What can go wrong.
    type Error: Into<BoxError>;

    /// Learns from the data of a training job. Returning early with what has been learned is right when
    /// [`TrainContext::stopping`] says so.
    ///
    /// # Errors
    /// Any error ends the job as failed; its message becomes the job's `FailureReason`.
    fn train(ctx: &TrainContext) -> Result<Self, Self::Error>;

    /// Writes the model into a folder that exists and is empty.
    ///
    /// # Errors
    /// When the model cannot be written.
    fn save(&self, dir: &Path) -> Result<(), Self::Error>;

    /// Reads a model that [`save`](Self::save) wrote.
    ///
    /// # Errors
    /// When the folder does not hold a model of a known format.
    fn load(dir: &Path) -> Result<Self, Self::Error>;

    /// Names of the columns that the model asks for. With them, a CSV request's header is known for sure.
    fn columns(&self) -> &[String] {
        &[]
    }

    /// Answers every row of a batch. May be called by several threads at once.
    ///
    /// # Errors
    /// [`BadInput`](crate::BadInput) when the request is wrong; anything else when the model is.
    fn predict(&self, batch: &Batch) -> Result<Predictions, Self::Error>;
}

/// Runs a model program: `train` or `serve`, by its first argument or by the name it was started under.
/// Call it from `main` and return what it returns.
pub fn main<M: Model>() -> ExitCode {
    main_with_args::<M>(std::env::args_os())
}

/// [`main`] with arguments of the caller's: the name of the program, then `train` or `serve`.
///
/// Exit codes: 0 after success or a stop that was asked for, 1 after a failure, 2 for wrong arguments.
pub fn main_with_args<M: Model>(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut args = args.into_iter();
    let program = args.next().unwrap_or_default();
    let name = Path::new(&program).file_name().and_then(OsStr::to_str).unwrap_or("model").to_owned();
    let command = match name.as_str() {
        "train" | "serve" => name.clone(),
        _ => args.next().unwrap_or_default().to_string_lossy().into_owned(),
    };
    let result = match command.as_str() {
        "train" => train::train::<M>(),
        "serve" => serve::serve::<M>(),
        _ => {
            crate::log(format_args!("usage: {name} train|serve"));
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            crate::log(format_args!("{name} {command}: {}", error_chain(error.as_ref())));
            ExitCode::FAILURE
        }
    }
}
