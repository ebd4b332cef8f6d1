//! A training run, from its files to its exit code.

use crate::{
    BoxError, Model, TrainContext, clip, context::prefix, error_chain, guard::no_panic, signal::StopSignal,
};
use std::{fs, path::Path};

/// SageMaker shows the first 1,024 characters of the failure file; more than a screen helps nobody.
const FAILURE_LENGTH: usize = 4096;

/// Trains and saves. What goes wrong is also written to `output/failure`.
pub(crate) fn train<M: Model>() -> Result<(), BoxError> {
    let prefix = prefix();
    run::<M>(&prefix).inspect_err(|error| report(&prefix, &error_chain(error.as_ref())))
}

fn run<M: Model>(prefix: &Path) -> Result<(), BoxError> {
    let ctx = TrainContext::read(prefix, StopSignal::listen()?)?;
    ctx.create_dirs()?;
    no_panic("the model", || {
        let model = M::train(&ctx)?;
        model.save(&ctx.model_dir())
    })
}

/// The message stands first in the file, so that the part that SageMaker keeps is the useful one.
fn report(prefix: &Path, message: &str) {
    let folder = prefix.join("output");
    let written = fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join("failure"), clip(message, FAILURE_LENGTH)));
    if let Err(error) = written {
        crate::log(format_args!("cannot write {}: {error}", folder.join("failure").display()));
    }
}
