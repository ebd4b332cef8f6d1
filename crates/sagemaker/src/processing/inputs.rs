//! The inputs of a job, brought to its hosts as its role.
//!
//! An input is what a channel is to a training job: objects of a prefix or a manifest, shared out or not, as
//! files or through pipes.  So it is read as one.

use std::path::PathBuf;
use std::sync::Arc;

use lirio_api::sagemaker::{Channel, DataSource, ProcessingInput, ProcessingS3Input, S3DataSource};

use super::tree::{HostTree, local_path, pipe_of};
use crate::s3::Objects;
use crate::training::{Feed, Mode, Pipes, Source, fetch_parts};

/// An input with what it consists of.
pub(super) struct Input {
    name: String,
    /// Where the container finds it.
    path: PathBuf,
    mode: Mode,
    channel: Channel,
    source: Arc<Source>,
}

/// Which of a job's hosts it is, and of how many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Share {
    pub(super) host: usize,
    pub(super) hosts: usize,
}

/// Finds out what the inputs consist of, or says why not, as `FailureReason` shows it.
pub(super) async fn find(
    objects: &Objects,
    inputs: &[ProcessingInput],
    role: &str,
) -> Result<Vec<Input>, String> {
    let mut found = Vec::new();
    for input in inputs {
        // `refuse::check` lets no input pass without one.
        let Some(s3) = &input.s3_input else { continue };
        let name = input.input_name.clone();
        let mode = if s3.s3_input_mode.as_deref() == Some("Pipe") { Mode::Pipe } else { Mode::File };
        let (path, channel) = (local_path(&s3.local_path), channel_of(s3));
        let source = Source::find(objects, &channel, mode, role).await;
        let source = Arc::new(source.map_err(|reason| failed(&name, &reason))?);
        found.push(Input { name, path, mode, channel, source });
    }
    Ok(found)
}

/// Brings a host's share of the inputs to it.
pub(super) async fn fill(
    objects: &Objects,
    inputs: &[Input],
    share: Share,
    tree: &HostTree,
) -> Result<Pipes, String> {
    let mut pipes = Pipes::new();
    for input in inputs {
        let (folder, is_pipe) = match input.mode {
            Mode::Pipe => (pipe_of(&input.path).0, true),
            _ => (input.path.clone(), false),
        };
        let folder = tree.folder(&folder).ok_or_else(|| failed(&input.name, "it has no folder"))?;
        let Share { host, hosts } = share;
        let done = if is_pipe {
            let what = format!("input {}", input.name);
            let (channel, source) = (input.channel.clone(), input.source.clone());
            let feed = Feed { what, channel, source, host, hosts };
            pipes.serve(&folder, tree.scratch(), feed, objects).map_err(|error| error.to_string())
        } else {
            fetch_parts(objects, input.source.files(host, hosts), &folder, false).await
        };
        done.map_err(|reason| failed(&input.name, &reason))?;
    }
    Ok(pipes)
}

/// The channel of a training job that has the same data.
fn channel_of(s3: &ProcessingS3Input) -> Channel {
    Channel {
        // What the names of its pipes begin with.
        channel_name: pipe_of(&local_path(&s3.local_path)).1,
        data_source: DataSource {
            s3_data_source: Some(S3DataSource {
                s3_data_type: s3.s3_data_type.clone(),
                s3_uri: s3.s3_uri.clone(),
                s3_data_distribution_type: s3.s3_data_distribution_type.clone(),
                ..S3DataSource::default()
            }),
            ..DataSource::default()
        },
        compression_type: s3.s3_compression_type.clone(),
        input_mode: s3.s3_input_mode.clone(),
        ..Channel::default()
    }
}

fn failed(input: &str, reason: &str) -> String {
    format!("ClientError: Data download failed for input {input}: {reason}")
}
