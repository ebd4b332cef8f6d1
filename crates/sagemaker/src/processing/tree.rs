//! The folders that processing containers see.
//!
//! Every path that a job names is a mount of its own, so that whatever else the image has below
//! `/opt/ml/processing` stays to be seen.  Where one path is inside of another, the inner one is mounted last.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use lirio_api::sagemaker::CreateProcessingJobRequest;

use super::config;
use super::rows::ProcessingRow;
use crate::artifacts::{file_name, open_folder};
use crate::containers::RunMount;
use crate::training::{Host, resource_config};

/// A job's folder.  Nothing of it is synced: it is made anew after a crash.
#[derive(Debug)]
pub(super) struct JobTree {
    pub(super) hosts: Vec<HostTree>,
}

/// One host's part.
#[derive(Clone, Debug)]
pub(super) struct HostTree {
    root: PathBuf,
    /// Paths in the container with the folders that are seen there, outer ones first.
    places: Vec<(PathBuf, PathBuf)>,
}

impl JobTree {
    /// Makes the folders and the configuration files of every host.
    pub(super) fn create(root: &Path, row: &ProcessingRow, hosts: &[Host]) -> io::Result<Self> {
        fs::create_dir(root)?;
        let hosts = hosts.iter().map(|host| HostTree::create(root.join(&host.name), row, host, hosts));
        Ok(Self { hosts: hosts.collect::<io::Result<_>>()? })
    }

    /// The folder of every host that is seen at a path.
    pub(super) fn each(&self, path: &Path) -> Vec<PathBuf> {
        self.hosts.iter().filter_map(|host| host.folder(path)).collect()
    }

    /// The folder of every host that is seen as `/opt/ml/output`.
    pub(super) fn outputs(&self) -> Vec<PathBuf> {
        self.hosts.iter().map(|host| host.root.join("output")).collect()
    }
}

impl HostTree {
    fn create(root: PathBuf, row: &ProcessingRow, host: &Host, hosts: &[Host]) -> io::Result<Self> {
        fs::create_dir(&root)?;
        for folder in ["config", "output"] {
            open_folder(&root.join(folder))?;
        }
        let config = config::processing_job_config(row).to_string();
        fs::write(root.join("config/processingjobconfig.json"), config)?;
        fs::write(root.join("config/resourceconfig.json"), resource_config(host, hosts).to_string())?;
        let targets = targets(&row.request);
        let mut tree = Self { root, places: Vec::new() };
        for (number, target) in targets.into_iter().enumerate() {
            let folder = tree.root.join(number.to_string());
            open_folder(&folder)?;
            // Where it is mounted, if that is inside of another.
            let outer = tree.places.iter().rev().find(|(outer, _)| target.starts_with(outer));
            if let Some((outer, source)) = outer {
                let mut at = source.clone();
                for part in target.strip_prefix(outer).unwrap_or(Path::new("")) {
                    at.push(part);
                    match open_folder(&at) {
                        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                        _ => {}
                    }
                }
            }
            tree.places.push((target, folder));
        }
        Ok(tree)
    }

    /// The folder that is seen at a path.
    pub(super) fn folder(&self, path: &Path) -> Option<PathBuf> {
        self.places.iter().find(|(target, _)| target == path).map(|(_, source)| source.clone())
    }

    /// A folder for what is on its way.
    pub(super) fn scratch(&self) -> &Path {
        &self.root
    }

    /// What the container sees of it.
    pub(super) fn mounts(&self) -> Vec<RunMount> {
        let own = [("/opt/ml/config", "config"), ("/opt/ml/output", "output")];
        let own = own.map(|(target, source)| (PathBuf::from(target), self.root.join(source)));
        let all = own.into_iter().chain(self.places.iter().cloned());
        all.map(|(target, source)| RunMount { source, target, read_only: false }).collect()
    }
}

/// The path of an input or an output, without a slash at its end.
pub(super) fn local_path(path: &Option<String>) -> PathBuf {
    path.iter().flat_map(|path| Path::new(path).components()).collect()
}

/// Where the pipes of an input stand, and what their names begin with: beside the path, as those of a training
/// job's channels.
pub(super) fn pipe_of(path: &Path) -> (PathBuf, String) {
    let folder = path.parent().unwrap_or(Path::new("/")).to_owned();
    (folder, file_name(path).to_string_lossy().into_owned())
}

/// The paths at which something is mounted, each once, outer ones before those inside of them.
fn targets(request: &CreateProcessingJobRequest) -> Vec<PathBuf> {
    let inputs = request.processing_inputs.iter().flatten().filter_map(|input| input.s3_input.as_ref());
    let inputs = inputs.map(|source| {
        let path = local_path(&source.local_path);
        if source.s3_input_mode.as_deref() == Some("Pipe") { pipe_of(&path).0 } else { path }
    });
    let outputs = request.processing_output_config.iter().flat_map(|config| &config.outputs);
    let outputs = outputs.filter_map(|output| output.s3_output.as_ref());
    let mut all: Vec<PathBuf> = inputs.chain(outputs.map(|target| local_path(&target.local_path))).collect();
    // A path sorts before all that are below it.
    all.sort();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use lirio_api::sagemaker::{
        ProcessingInput, ProcessingOutput, ProcessingOutputConfig, ProcessingS3Input, ProcessingS3Output,
    };

    use super::*;

    #[test]
    fn every_path_is_mounted_once_and_outer_ones_first() {
        let check = |inputs: &[(&str, &str)], outputs: &[&str], expected: &[&str]| {
            let input = |(path, mode): &(&str, &str)| ProcessingInput {
                s3_input: Some(ProcessingS3Input {
                    local_path: Some((*path).to_owned()),
                    s3_input_mode: Some((*mode).to_owned()),
                    ..ProcessingS3Input::default()
                }),
                ..ProcessingInput::default()
            };
            let output = |path: &&str| ProcessingOutput {
                s3_output: Some(ProcessingS3Output {
                    local_path: Some((*path).to_owned()),
                    ..ProcessingS3Output::default()
                }),
                ..ProcessingOutput::default()
            };
            let request = CreateProcessingJobRequest {
                processing_inputs: Some(inputs.iter().map(input).collect()),
                processing_output_config: Some(ProcessingOutputConfig {
                    outputs: outputs.iter().map(output).collect(),
                    ..ProcessingOutputConfig::default()
                }),
                ..CreateProcessingJobRequest::default()
            };
            let found: Vec<_> = targets(&request).iter().map(|path| path.display().to_string()).collect();
            assert_eq!(found, expected);
        };
        check(&[], &[], &[]);
        check(
            &[("/opt/ml/processing/input/code", "File"), ("/opt/ml/processing/input/", "File")],
            &["/opt/ml/processing/output"],
            &["/opt/ml/processing/input", "/opt/ml/processing/input/code", "/opt/ml/processing/output"],
        );
        check(
            &[("/opt/ml/processing/in/a", "Pipe"), ("/opt/ml/processing/in/b", "Pipe")],
            &["/opt/ml/processing/in"],
            &["/opt/ml/processing/in"],
        );
        // The order is that of parts, not of letters.
        check(
            &[("/opt/ml/processing/a-b", "File"), ("/opt/ml/processing/a/b", "File")],
            &["/opt/ml/processing/a"],
            &["/opt/ml/processing/a", "/opt/ml/processing/a/b", "/opt/ml/processing/a-b"],
        );
    }
}
