//! The channels of a job, brought to its hosts as its role.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures_util::{StreamExt as _, TryStreamExt as _};
use lirio_api::AwsError;
use lirio_api::sagemaker::{Channel, CreateTrainingJobRequest};

use super::channels::{self, Mode};
use super::hosts::Host;
use super::pipes::{Feed, Pipes};
use super::source::{self, Part, Source};
use super::tree::HostTree;
use crate::artifacts::file_name;
use crate::s3::{self, Location, Objects};

/// Objects fetched at a time.
const AT_ONCE: usize = 8;

/// The channels of a job with what they consist of.
pub(crate) type Sources = Vec<(Channel, Arc<Source>)>;

/// Finds out what the channels consist of, or says why not, as `FailureReason` shows it.
pub(crate) async fn find(objects: &Objects, request: &CreateTrainingJobRequest) -> Result<Sources, String> {
    let mut sources = Vec::new();
    for channel in request.input_data_config.iter().flatten() {
        let source = Source::find(objects, channel, channels::mode(request, channel), &request.role_arn);
        let source = source.await.map_err(|reason| failed(channel, &reason))?;
        sources.push((channel.clone(), Arc::new(source)));
    }
    Ok(sources)
}

/// Brings a host's share of the channels to it.
pub(crate) async fn fill(
    objects: &Objects,
    request: &CreateTrainingJobRequest,
    sources: &Sources,
    hosts: &[Host],
    host: &Host,
    tree: &HostTree,
) -> Result<Pipes, String> {
    let mut pipes = Pipes::new();
    for (channel, source) in sources {
        let receivers: Vec<&Host> = channels::receivers(channel, hosts).collect();
        let Some(place) = receivers.iter().position(|receiver| *receiver == host) else { continue };
        let done = match channels::mode(request, channel) {
            Mode::Pipe => {
                let (channel, source) = (channel.clone(), source.clone());
                let what = format!("channel {}", channel.channel_name);
                let feed = Feed { what, channel, source, host: place, hosts: receivers.len() };
                let (folder, scratch) = tree.pipes();
                pipes.serve(&folder, &scratch, feed, objects).map_err(|error| error.to_string())
            }
            mode => {
                let folder = tree.channel(&channel.channel_name, mode);
                let share = source.files(place, receivers.len());
                fetch_parts(objects, share, &folder, channels::is_gzip(channel)).await
            }
        };
        done.map_err(|reason| failed(channel, &reason))?;
    }
    Ok(pipes)
}

fn failed(channel: &Channel, reason: &str) -> String {
    format!("ClientError: Data download failed for channel {}: {reason}", channel.channel_name)
}

/// Downloads the objects among the parts of a channel.
pub(crate) async fn fetch_parts(
    objects: &Objects,
    parts: Vec<&Part>,
    folder: &Path,
    compressed: bool,
) -> Result<(), String> {
    let files = parts.into_iter().filter_map(|part| match part {
        Part::Object(at, path) => Some((at.clone(), path.clone())),
        // Only pipes have them: `channels::check` sees to it.
        Part::Line { .. } => None,
    });
    fetch(objects, files.collect(), folder, compressed).await
}

/// Downloads all objects of a prefix below a folder, for a model that is not an archive.
pub(crate) async fn download_prefix(objects: &Objects, at: &Location, folder: &Path) -> Result<(), String> {
    if download_all(objects, at, folder).await? == 0 {
        return Err(format!("there is no object under {at}"));
    }
    Ok(())
}

/// Downloads all objects of a prefix below a folder; how many there are.
pub(crate) async fn download_all(objects: &Objects, at: &Location, folder: &Path) -> Result<usize, String> {
    let files = source::list(objects, at)
        .await
        .map_err(|error| format!("{at} cannot be listed: {}", told(&error)))??;
    let count = files.len();
    fetch(objects, files, folder, false).await?;
    Ok(count)
}

async fn fetch(
    objects: &Objects,
    files: Vec<(Location, PathBuf)>,
    folder: &Path,
    compressed: bool,
) -> Result<(), String> {
    let mut made: HashSet<PathBuf> = HashSet::new();
    for (at, path) in &files {
        let parent = folder.join(path.parent().unwrap_or(Path::new("")));
        if parent != folder && made.insert(parent.clone()) {
            fs::create_dir_all(&parent).map_err(|error| format!("{at} cannot be a file: {error}"))?;
        }
    }
    futures_util::stream::iter(files)
        .map(|(at, path)| fetch_one(objects, at, folder.join(path), compressed))
        .buffer_unordered(AT_ONCE)
        .try_collect::<Vec<()>>()
        .await
        .map(drop)
}

async fn fetch_one(objects: &Objects, at: Location, path: PathBuf, compressed: bool) -> Result<(), String> {
    // One object's key may be a folder in another's.
    if fs::symlink_metadata(&path).is_ok() {
        return Err(format!("{at} cannot be a file: a folder or another object has that name"));
    }
    let fetched = |error: AwsError| format!("{at}: {}", told(&error));
    if !compressed {
        return objects.download(&at.bucket, &at.key, &path).await.map_err(fetched);
    }
    let mut packed = file_name(&path).to_owned();
    packed.push(".lirio-download");
    let packed = path.with_file_name(packed);
    objects.download(&at.bucket, &at.key, &packed).await.map_err(fetched)?;
    let plain = if path.extension().is_some_and(|end| end == "gz") { path.with_extension("") } else { path };
    tokio::task::spawn_blocking(move || s3::gunzip(&packed, &plain))
        .await
        .map_err(|error| error.to_string())?
        .map_err(|error| format!("{at} cannot be decompressed: {error}"))
}

/// An error of another service, for a failure reason.
pub(crate) fn told(error: &AwsError) -> String {
    match &error.detail {
        Some(detail) if error.status >= 500 => detail.clone(),
        _ => format!("{} ({})", error.message, error.code),
    }
}
