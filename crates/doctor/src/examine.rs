//! All checks of one image.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use lirio_image::{ImageConfig, Platform};

use crate::bench::Bench;
use crate::checks::Id;
use crate::files::Files;
use crate::finding::{Finding, Verdict};
use crate::serve::{Model, skip};
use crate::{DoctorError, Trial, configuration, program, serve, stop, train};

/// What is known of an image before it runs.
#[derive(Clone, Debug)]
pub struct Image {
    /// Its configuration.
    pub config: ImageConfig,
    /// The bytes of its layers, as they are stored.
    pub bytes: u64,
    /// Its unpacked layers, bottom first; none where it is not for this machine.
    pub layers: Vec<PathBuf>,
}

const TRAINING: [Id; 7] = [
    Id::TrainExit,
    Id::TrainStrings,
    Id::TrainModel,
    Id::TrainLost,
    Id::TrainInput,
    Id::TrainFailure,
    Id::TrainStop,
];
const SERVING: [Id; 9] = [
    Id::ServeStart,
    Id::ServeAddress,
    Id::ServePing,
    Id::ServeAccept,
    Id::ServeInvoke,
    Id::ServeBusy,
    Id::ServeRefusal,
    Id::ServePort,
    Id::ServeStop,
];

const NO_MODEL: &str = "there is no model to serve: a training makes one, or --model FILE|DIR gives one";

/// A model that no training has to make, and why training is not looked at then.
fn brought<'a>(trial: &'a Trial, files: &Files) -> Option<(Model<'a>, &'static str)> {
    if let Some(path) = &trial.model {
        return Some((Model::Given(path), "only serving is looked at: the model is given"));
    }
    let own = trial.data.is_none() && files.is_filled(Path::new("/opt/ml/model"));
    own.then_some((
        Model::InImage,
        "only serving is looked at, for the image brings a model; with --training FILE it would train",
    ))
}

/// Checks an image, and tells each finding as it is made. Every check is told exactly once.
///
/// # Errors
///
/// [`DoctorError`] where nothing can be found out, because of this machine and not of the image.
pub async fn examine(
    bench: &Bench,
    image: &Image,
    trial: &Trial,
    tell: impl Fn(Finding),
) -> Result<(), DoctorError> {
    let told = RefCell::new(BTreeSet::new());
    let tell = |finding: Finding| {
        let first = told.borrow_mut().insert(finding.id);
        debug_assert!(first, "{:?} is told twice", finding.id);
        tell(finding);
    };
    let host = Platform::host();
    let platform = configuration::platform(&image.config, &host);
    let runs = platform.verdict != Verdict::Fail;
    tell(platform);
    tell(configuration::size(image.bytes, image.config.rootfs.diff_ids.len()));
    tell(configuration::entrypoint(&image.config));
    tell(configuration::user(&image.config));
    if !runs {
        let rest: Vec<Id> = Id::all().filter(|id| !told.borrow().contains(id)).collect();
        skip(&rest, "the image is for another processor", &tell);
        return Ok(());
    }
    let files = Files::new(&image.layers);
    let brought = brought(trial, &files);
    let judged = |id| {
        let finding = program::judge(id, &files, &image.config.config, &host);
        let good = finding.verdict == Verdict::Pass;
        tell(finding);
        good
    };
    let trains = match brought {
        Some((_, why)) => {
            skip(&[Id::TrainProgram], why, &tell);
            skip(&TRAINING, why, &tell);
            false
        }
        None => judged(Id::TrainProgram),
    };
    let serves = judged(Id::ServeProgram);
    let training = async {
        if brought.is_some() {
            return Ok(None);
        }
        if !trains {
            skip(&TRAINING, "there is no program for it: train.program", &tell);
            return Ok(None);
        }
        let told = |finding: Result<Finding, DoctorError>| finding.map(&tell);
        // Three trainings that have nothing to do with each other.
        let (trained, failed, stopped) = tokio::join!(
            train::examine(bench, trial, &tell),
            async { told(train::examine_failure(bench, trial).await) },
            async { told(stop::examine_training(bench, trial).await) },
        );
        failed.and(stopped).and(trained)
    };
    let serving = async {
        let trained = training.await?;
        let model = brought.map(|(model, _)| model).or(trained.as_ref().map(Model::Trained));
        let binds = configuration::binds_to_port(&image.config);
        match (serves, model) {
            (false, _) => skip(&SERVING, "there is no program for it: serve.program", &tell),
            (true, None) => skip(&SERVING, NO_MODEL, &tell),
            // The others are over: nothing else takes the processor from what is timed.
            (true, Some(model)) => {
                serve::examine(bench, trial, model, &tell).await?;
                if binds {
                    tell(serve::examine_port(bench, trial, model).await?);
                } else {
                    tell(Finding::pass(Id::ServePort, "8080: no label says otherwise"));
                }
            }
        }
        Ok::<(), DoctorError>(())
    };
    let empty = async {
        if serves {
            tell(serve::examine_empty(bench, trial).await?);
        } else {
            tell(Finding::not_checked(Id::ServeNoModel, "there is no program for it: serve.program"));
        }
        Ok::<(), DoctorError>(())
    };
    let (serving, empty) = tokio::join!(serving, empty);
    serving.and(empty)
}
