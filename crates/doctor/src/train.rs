//! Trainings: one as it should be, one that must fail, one that is told to stop.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lirio_sagemaker::{Rehearsal, RehearsalRequest};
use serde_json::{Map, Value as Json};

use crate::bench::{Bench, Ended, human, told};
use crate::checks::Id;
use crate::configuration::human_size;
use crate::finding::Finding;
use crate::leavings::{Left, Tree, tree};
use crate::{DoctorError, Trial};

/// A training that was run.
pub(crate) struct Trained {
    pub(crate) outcome: Outcome,
    pub(crate) left: Left,
    rehearsal: Rehearsal,
}

/// What became of a training.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The container could not be started.
    NotStarted(String),
    Ended(Ended),
    /// It was ended after this time, with these last lines.
    Endless(Duration, Vec<String>),
}

impl Outcome {
    fn succeeded(&self) -> bool {
        matches!(self, Outcome::Ended(ended) if ended.code == 0)
    }
}

impl Trained {
    /// The model, as an endpoint finds it in a new folder.
    pub(crate) fn model_into(&self, folder: &Path) -> io::Result<()> {
        self.rehearsal.model_into(folder)
    }
}

/// A job's folders, with the trial's hyperparameters.
pub(crate) fn rehearse(bench: &Bench, trial: &Trial, what: &str) -> Result<Rehearsal, DoctorError> {
    let name = bench.name(what);
    let asked = RehearsalRequest {
        hyperparameters: trial.hyperparameters.clone(),
        channel: (trial.channel.clone(), trial.channel_type.clone()),
        instance_type: trial.training_type.clone(),
        whole: bench.whole,
    };
    let root = bench.folder.join(&name);
    Rehearsal::create(root, &name, &asked).map_err(DoctorError::io("make the folders of a training"))
}

/// Copies a file or a folder into the channel.
fn give(data: &Path, channel: &Path, name: Option<&str>) -> io::Result<()> {
    if data.is_dir() {
        return copy_folder(data, channel);
    }
    let own = data.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    fs::copy(data, channel.join(name.unwrap_or(&own))).map(drop)
}

/// Files and folders; links and the like are none of a channel's.
fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(from.join(&folder))? {
            let entry = entry?;
            let path = folder.join(entry.file_name());
            let kind = entry.file_type()?;
            if kind.is_dir() {
                fs::create_dir(to.join(&path))?;
                folders.push(path);
            } else if kind.is_file() {
                fs::copy(entry.path(), to.join(&path))?;
            }
        }
    }
    Ok(())
}

/// Gives a training its data, if the trial has any.
pub(crate) async fn supply(rehearsal: &Rehearsal, trial: &Trial) -> Result<(), DoctorError> {
    let Some(data) = trial.data.clone() else { return Ok(()) };
    let (channel, name) = (rehearsal.channel(), trial.data_name.clone());
    let shown = data.display().to_string();
    let copied = tokio::task::spawn_blocking(move || give(&data, &channel, name.as_deref())).await;
    copied
        .map_err(io::Error::other)
        .and_then(|copied| copied)
        .map_err(DoctorError::io(format!("copy {shown}")))
}

/// Runs a training to its end.
pub(crate) async fn train(
    bench: &Bench,
    trial: &Trial,
    with_data: bool,
    typed: bool,
    limit: Duration,
) -> Result<Trained, DoctorError> {
    let rehearsal = rehearse(bench, trial, "train")?;
    if with_data {
        supply(&rehearsal, trial).await?;
    }
    if typed {
        let file = rehearsal.ml().join("input/config/hyperparameters.json");
        fs::write(file, as_values(&trial.hyperparameters).to_string())
            .map_err(DoctorError::io("write hyperparameters.json"))?;
    }
    let before = tree(rehearsal.ml());
    let outcome = match bench.start(rehearsal.container(&bench.image, bench.name("train"))).await? {
        Err(why) => Outcome::NotStarted(why),
        Ok(mut running) => {
            let outcome = match running.end(limit).await {
                Some(ended) => Outcome::Ended(ended),
                None => Outcome::Endless(limit, running.lines()),
            };
            running.remove().await;
            outcome
        }
    };
    let left = left(&rehearsal, before).await;
    Ok(Trained { outcome, left, rehearsal })
}

async fn left(rehearsal: &Rehearsal, before: Tree) -> Left {
    let root = rehearsal.ml().to_owned();
    let looked = tokio::task::spawn_blocking(move || Left::between(&before, &tree(&root))).await;
    looked.unwrap_or_default()
}

/// Numbers and truth values as such.
fn as_values(hyperparameters: &BTreeMap<String, String>) -> Json {
    let value = |text: &String| match serde_json::from_str::<Json>(text) {
        Ok(value @ (Json::Number(_) | Json::Bool(_))) => value,
        _ => Json::String(text.clone()),
    };
    Json::Object(
        hyperparameters.iter().map(|(name, text)| (name.clone(), value(text))).collect::<Map<_, _>>(),
    )
}

/// The training that should succeed, and what is to be said of it; the training whose model is to be served.
pub(crate) async fn examine(
    bench: &Bench,
    trial: &Trial,
    tell: &impl Fn(Finding),
) -> Result<Option<Trained>, DoctorError> {
    let first = train(bench, trial, true, false, trial.limits.patience).await?;
    let mut second = None;
    if matches!(&first.outcome, Outcome::Ended(ended) if ended.code != 0 && !ended.out_of_memory)
        && as_values(&trial.hyperparameters) != serde_json::json!(trial.hyperparameters)
    {
        let typed = train(bench, trial, true, true, trial.limits.patience).await?;
        second = Some(typed).filter(|typed| typed.outcome.succeeded());
    }
    let typed = second.is_some();
    tell(judge_exit(&first.outcome, typed, trial.data.is_some()));
    tell(judge_strings(&first.outcome, typed, &trial.hyperparameters));
    let counts = second.unwrap_or(first);
    if !counts.outcome.succeeded() {
        for id in [Id::TrainModel, Id::TrainLost, Id::TrainInput] {
            tell(Finding::not_checked(id, "training did not succeed"));
        }
        return Ok(None);
    }
    let lines = match &counts.outcome {
        Outcome::Ended(ended) => ended.lines.clone(),
        _ => Vec::new(),
    };
    tell(counts.left.judge_model(&lines));
    tell(counts.left.judge_lost());
    tell(counts.left.judge_input());
    Ok(Some(counts).filter(|trained| !trained.left.model.is_empty()))
}

fn judge_exit(outcome: &Outcome, works_typed: bool, has_data: bool) -> Finding {
    let id = Id::TrainExit;
    match outcome {
        Outcome::NotStarted(why) => Finding::fail(id, why.clone()),
        Outcome::Endless(limit, lines) => Finding::not_checked(
            id,
            format!(
                "training had not ended after {}; give it fewer data, or more time with --patience",
                human(*limit)
            ),
        )
        .lines(lines),
        Outcome::Ended(ended) if ended.code == 0 => {
            let memory = ended.memory.map(|bytes| format!(", with {} of memory", human_size(bytes)));
            Finding::pass(
                id,
                format!("exit code 0 after {}{}", human(ended.after), memory.unwrap_or_default()),
            )
        }
        Outcome::Ended(_) if works_typed => {
            Finding::not_checked(id, "with strings as hyperparameters it fails: train.strings")
        }
        Outcome::Ended(ended) if !has_data => Finding::not_checked(
            id,
            format!("there are no data: give --training FILE ({} without)", told(ended)),
        ),
        Outcome::Ended(ended) => Finding::fail(id, told(ended)).lines(&ended.lines),
    }
}

fn judge_strings(
    outcome: &Outcome,
    works_typed: bool,
    hyperparameters: &BTreeMap<String, String>,
) -> Finding {
    let id = Id::TrainStrings;
    let none = "there are no hyperparameters: give --hyperparameter NAME=VALUE";
    match outcome {
        Outcome::Ended(ended) if works_typed => {
            Finding::fail(id, "with numbers as numbers training succeeds, with strings it fails")
                .lines(&ended.lines)
        }
        _ if hyperparameters.is_empty() => Finding::not_checked(id, none),
        outcome if outcome.succeeded() => {
            let names: Vec<&str> = hyperparameters.keys().map(String::as_str).collect();
            Finding::pass(id, format!("trained with strings: {}", names.join(", ")))
        }
        _ => Finding::not_checked(id, "training did not succeed"),
    }
}

/// The training that must fail, for there are no data.
pub(crate) async fn examine_failure(bench: &Bench, trial: &Trial) -> Result<Finding, DoctorError> {
    let limit = trial.limits.patience.min(trial.limits.failure);
    let trained = train(bench, trial, false, false, limit).await?;
    Ok(judge_failure(&trained.outcome, trained.rehearsal.failure().as_deref(), &trial.channel))
}

fn judge_failure(outcome: &Outcome, written: Option<&str>, channel: &str) -> Finding {
    let id = Id::TrainFailure;
    match (outcome, written) {
        (Outcome::NotStarted(_), _) => Finding::not_checked(id, "the container does not start"),
        (Outcome::Endless(limit, lines), _) => Finding::warn(
            id,
            format!("with an empty channel '{channel}' it had neither failed nor ended after {}", human(*limit)),
        )
        .mend("Fail when there is nothing to train on: a job that waits costs until its MaxRuntimeInSeconds.")
        .lines(lines),
        (Outcome::Ended(ended), _) if ended.code == 0 => {
            Finding::warn(id, format!("with an empty channel '{channel}' it ends with exit code 0"))
                .mend("Fail when there is nothing to train on: exit code 0 makes the job Completed.")
                .lines(&ended.lines)
        }
        (Outcome::Ended(_), Some(text)) => {
            let first = text.lines().next().unwrap_or_default();
            let shown: String = first.chars().take(100).collect();
            Finding::pass(id, format!("\"{shown}{}\"", if shown.len() < first.len() { "…" } else { "" }))
        }
        (Outcome::Ended(ended), None) => Finding::warn(
            id,
            format!(
                "with an empty channel '{channel}' it ends with exit code {} and writes no /opt/ml/output/failure",
                ended.code
            ),
        )
        .lines(&ended.lines),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Verdict::{self, Fail, NotChecked, Pass, Warn};

    fn ended(code: i32) -> Outcome {
        let after = Duration::from_millis(42);
        let lines = vec!["a line".to_owned()];
        Outcome::Ended(Ended { code, out_of_memory: code == 137, after, memory: Some(12 << 20), lines })
    }

    #[track_caller]
    fn check(finding: &Finding, verdict: Verdict, seen: &str) {
        assert_eq!(finding.verdict, verdict, "{finding:?}");
        assert!(finding.seen.contains(seen), "{finding:?}");
    }

    #[test]
    fn exit_codes() {
        check(&judge_exit(&ended(0), false, true), Pass, "exit code 0 after 42 ms, with 13 MB of memory");
        check(&judge_exit(&ended(1), false, true), Fail, "it ended with exit code 1");
        check(&judge_exit(&ended(137), false, true), Fail, "out of memory");
        check(&judge_exit(&ended(1), true, true), NotChecked, "train.strings");
        check(&judge_exit(&ended(1), false, false), NotChecked, "--training FILE");
        check(&judge_exit(&Outcome::NotStarted("no".to_owned()), false, true), Fail, "no");
        check(
            &judge_exit(&Outcome::Endless(Duration::from_secs(3), Vec::new()), false, true),
            NotChecked,
            "3.00 s",
        );
    }

    #[test]
    fn strings() {
        let given = BTreeMap::from([("depth".to_owned(), "3".to_owned())]);
        check(&judge_strings(&ended(0), false, &given), Pass, "trained with strings: depth");
        check(&judge_strings(&ended(1), true, &given), Fail, "numbers as numbers");
        check(&judge_strings(&ended(1), false, &given), NotChecked, "did not succeed");
        check(&judge_strings(&ended(0), false, &BTreeMap::new()), NotChecked, "--hyperparameter");
        let all = [("a", "3"), ("b", "0.5"), ("c", "true"), ("d", "x"), ("e", "[1]"), ("f", "\"4\"")];
        let all = all.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        let expected = serde_json::json!({"a": 3, "b": 0.5, "c": true, "d": "x", "e": "[1]", "f": "\"4\""});
        assert_eq!(as_values(&all), expected);
    }

    #[test]
    fn failures() {
        let text = format!("no data\n{}", "x".repeat(200));
        check(&judge_failure(&ended(1), Some(&text), "train"), Pass, "\"no data\"");
        check(&judge_failure(&ended(1), Some(&"é".repeat(200)), "train"), Pass, "…");
        check(&judge_failure(&ended(2), None, "train"), Warn, "channel 'train' it ends with exit code 2");
        check(&judge_failure(&ended(0), None, "train"), Warn, "exit code 0");
        let endless = Outcome::Endless(Duration::from_secs(60), Vec::new());
        check(&judge_failure(&endless, None, "train"), Warn, "neither failed nor ended after 60.00 s");
    }
}
