//! The channels of a job, downloaded as its role.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use futures_util::{StreamExt as _, TryStreamExt as _};
use lirio_api::AwsError;
use lirio_api::sagemaker::{Channel, CreateTrainingJobRequest};
use serde_json::Value as Json;

use crate::artifacts::file_name;
use crate::s3::{self, Location, Objects};

/// Objects fetched at a time.
const AT_ONCE: usize = 8;
/// The largest manifest file, and the most files of one channel.
const MANIFEST_BYTES: u64 = 64 << 20;
const MOST_FILES: usize = 1_000_000;

/// Downloads all channels below `folder`, or says why not, as `FailureReason` shows it.
pub(crate) async fn download(
    objects: &Objects,
    request: &CreateTrainingJobRequest,
    folder: &Path,
) -> Result<(), String> {
    for channel in request.input_data_config.iter().flatten() {
        let name = &channel.channel_name;
        download_channel(objects, request, channel, &folder.join(name))
            .await
            .map_err(|reason| format!("ClientError: Data download failed for channel {name}: {reason}"))?;
    }
    Ok(())
}

async fn download_channel(
    objects: &Objects,
    request: &CreateTrainingJobRequest,
    channel: &Channel,
    folder: &Path,
) -> Result<(), String> {
    let source = channel.data_source.s3_data_source.as_ref().ok_or("it has no S3DataSource")?;
    let at = Location::parse(&source.s3_uri).ok_or_else(|| format!("{} is no S3 URI", source.s3_uri))?;
    let files = match source.s3_data_type.as_str() {
        "ManifestFile" => read_manifest(objects, &at).await?,
        _ => list(objects, &at).await.map_err(|error| {
            format!("{at} cannot be listed as the role {}: {}", request.role_arn, told(&error))
        })??,
    };
    if files.is_empty() {
        return Err(format!(
            "No S3 objects found under S3 URL \"{at}\" given in input data source. Please ensure that the bucket exists in the selected region, that objects exist under that S3 prefix, and that the role \"{}\" has \"s3:ListBucket\" permissions on bucket \"{}\".",
            request.role_arn, at.bucket
        ));
    }
    let compressed = channel.compression_type.as_deref() == Some("Gzip");
    fetch(objects, files, folder, compressed).await
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
    let files =
        list(objects, at).await.map_err(|error| format!("{at} cannot be listed: {}", told(&error)))??;
    let count = files.len();
    fetch(objects, files, folder, false).await?;
    Ok(count)
}

async fn list(
    objects: &Objects,
    at: &Location,
) -> Result<Result<Vec<(Location, PathBuf)>, String>, AwsError> {
    let keys = objects.list(at).await?;
    let file = |key: String| {
        let path = s3::relative_path(&at.key, &key)?;
        Ok(path.map(|path| (Location { bucket: at.bucket.clone(), key }, path)))
    };
    Ok(keys.into_iter().filter_map(|key| file(key).transpose()).collect())
}

/// `[{"prefix": "s3://bucket/folder/"}, "a.csv", "sub/b.csv"]`
async fn read_manifest(objects: &Objects, at: &Location) -> Result<Vec<(Location, PathBuf)>, String> {
    let body = objects.get(&at.bucket, &at.key).await.map_err(|error| format!("{at}: {}", told(&error)))?;
    let bytes = body.collect(MANIFEST_BYTES).await.map_err(|error| format!("{at}: {error}"))?;
    parse_manifest(&bytes).map_err(|problem| format!("the manifest {at} {problem}"))
}

fn parse_manifest(bytes: &[u8]) -> Result<Vec<(Location, PathBuf)>, String> {
    let entries: Vec<Json> =
        serde_json::from_slice(bytes).map_err(|error| format!("is no JSON array: {error}"))?;
    let mut entries = entries.into_iter();
    let prefix = entries
        .next()
        .and_then(|first| Location::parse(first.get("prefix")?.as_str()?))
        .ok_or("does not begin with {\"prefix\": \"s3://...\"}")?;
    let file = |entry: Json| {
        let name = entry.as_str().ok_or_else(|| format!("has the entry {entry}, which is no text"))?;
        let key = format!("{}{name}", prefix.key);
        Ok((Location { bucket: prefix.bucket.clone(), key }, s3::safe_path(name)?))
    };
    entries.map(file).collect()
}

async fn fetch(
    objects: &Objects,
    files: Vec<(Location, PathBuf)>,
    folder: &Path,
    compressed: bool,
) -> Result<(), String> {
    if files.len() > MOST_FILES {
        return Err(format!("it has more than {MOST_FILES} objects"));
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn manifests() {
        let check = |text: &str, expected: Result<&[(&str, &str)], &str>| {
            let found = parse_manifest(text.as_bytes());
            match (found, expected) {
                (Ok(found), Ok(expected)) => {
                    let found: Vec<_> =
                        found.iter().map(|(at, path)| (at.to_string(), path.display().to_string())).collect();
                    let expected: Vec<_> =
                        expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
                    assert_eq!(found, expected);
                }
                (Err(found), Err(expected)) => assert!(found.contains(expected), "{found}"),
                (found, _) => panic!("{found:?}"),
            }
        };
        check(
            r#"[{"prefix": "s3://b/f/"}, "a.csv", "s/b.csv"]"#,
            Ok(&[("s3://b/f/a.csv", "a.csv"), ("s3://b/f/s/b.csv", "s/b.csv")]),
        );
        check("{}", Err("no JSON array"));
        check("[]", Err("does not begin"));
        check(r#"[{"prefix": "s3://b/"}, 1]"#, Err("no text"));
        check(r#"[{"prefix": "s3://b/"}, "../x"]"#, Err("cannot be a file name"));
    }
}
