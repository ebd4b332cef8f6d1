//! What a channel consists of: objects, or the lines of an augmented manifest, for each host and epoch.

use std::path::PathBuf;

use bytes::Bytes;
use lirio_api::AwsError;
use lirio_api::sagemaker::Channel;
use serde_json::Value as Json;

use super::channels::Mode;
use super::inputs::told;
use crate::s3::{self, Location, Objects};

/// The largest manifest file, and the most parts of one channel.
const MANIFEST_BYTES: u64 = 64 << 20;
const MOST_PARTS: usize = 1_000_000;

/// One thing of a channel.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    /// An object, and its path below the channel's folder.
    Object(Location, PathBuf),
    /// A line of an augmented manifest.
    Line { number: usize, json: Bytes },
}

/// A value of a line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Attribute {
    /// What an attribute whose name ends in `-ref` points to.
    Object(Location),
    Text(String),
}

/// A channel's content.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) parts: Vec<Part>,
    seed: Option<i64>,
    sharded: bool,
}

impl Source {
    /// Finds out what there is, as the role of `objects`.
    pub(crate) async fn find(
        objects: &Objects,
        channel: &Channel,
        mode: Mode,
        role: &str,
    ) -> Result<Self, String> {
        let source = channel.data_source.s3_data_source.as_ref().ok_or("it has no S3DataSource")?;
        let at = Location::parse(&source.s3_uri).ok_or_else(|| format!("{} is no S3 URI", source.s3_uri))?;
        let parts = match source.s3_data_type.as_str() {
            "ManifestFile" => {
                parse_manifest(&read(objects, &at).await.map_err(|error| at_fault(&at, &error))?)
                    .map_err(|problem| format!("the manifest {at} {problem}"))?
            }
            "AugmentedManifestFile" => {
                let names = source.attribute_names.as_deref().unwrap_or_default();
                let bytes = read(objects, &at).await.map_err(|error| at_fault(&at, &error))?;
                parse_lines(&bytes, names)
                    .map_err(|problem| format!("the augmented manifest {at}, {problem}"))?
            }
            _ => {
                let listed = list(objects, &at).await;
                let files = listed.map_err(|error| {
                    format!("{at} cannot be listed as the role {role}: {}", told(&error))
                })??;
                if mode == Mode::FastFile {
                    whole_folder(&at, &files)?;
                }
                files.into_iter().map(|(at, path)| Part::Object(at, path)).collect()
            }
        };
        if parts.is_empty() {
            return Err(format!(
                "No S3 objects found under S3 URL \"{at}\" given in input data source. Please ensure that the bucket exists in the selected region, that objects exist under that S3 prefix, and that the role \"{role}\" has \"s3:ListBucket\" permissions on bucket \"{}\".",
                at.bucket
            ));
        }
        if parts.len() > MOST_PARTS {
            return Err(format!("it has more than {MOST_PARTS} objects"));
        }
        Ok(Self {
            parts,
            seed: channel.shuffle_config.as_ref().map(|config| config.seed),
            sharded: source.s3_data_distribution_type.as_deref() == Some("ShardedByS3Key"),
        })
    }

    /// The parts of one epoch for one of several hosts, in the order in which they are to be read.
    ///
    /// Shuffling comes before sharing out, so that what a host gets differs from epoch to epoch.
    pub(crate) fn epoch(&self, epoch: u64, host: usize, hosts: usize) -> Vec<&Part> {
        let mut parts: Vec<&Part> = self.parts.iter().collect();
        if let Some(seed) = self.seed {
            shuffle(&mut parts, seed as u64, epoch);
        }
        self.share(parts, host, hosts)
    }

    /// The parts for one of several hosts, where their order means nothing.
    pub(crate) fn files(&self, host: usize, hosts: usize) -> Vec<&Part> {
        self.share(self.parts.iter().collect(), host, hosts)
    }

    fn share<'a>(&self, parts: Vec<&'a Part>, host: usize, hosts: usize) -> Vec<&'a Part> {
        if !self.sharded {
            return parts;
        }
        parts.into_iter().skip(host).step_by(hosts.max(1)).collect()
    }
}

/// Fisher and Yates' shuffle with the SplitMix64 generator: the same seed and epoch give the same order on
/// every host and after every restart.
fn shuffle<T>(items: &mut [T], seed: u64, epoch: u64) {
    let mut state = seed ^ epoch.wrapping_mul(0xA076_1D64_78BD_642F);
    let mut next = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    };
    for last in (1..items.len()).rev() {
        // The bias of the remainder is below one in ten thousand billion.
        items.swap(last, (next() % (last as u64 + 1)) as usize);
    }
}

/// FastFile mode shows folders, so a prefix must not end within a name.
fn whole_folder(at: &Location, files: &[(Location, PathBuf)]) -> Result<(), String> {
    let folder = at.key.trim_end_matches('/');
    let inside =
        |key: &str| folder.is_empty() || key.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    match files.iter().find(|(file, _)| !inside(&file.key)) {
        Some((file, _)) => Err(format!(
            "FastFile mode needs an S3Uri that is a folder, and {file} is not in the folder {at}"
        )),
        None => Ok(()),
    }
}

/// All objects of a prefix, with their paths below it.
pub(crate) async fn list(
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

/// A manifest.
pub(crate) async fn read(objects: &Objects, at: &Location) -> Result<Bytes, AwsError> {
    let body = objects.get(&at.bucket, &at.key).await?;
    body.collect(MANIFEST_BYTES).await.map_err(AwsError::from)
}

fn at_fault(at: &Location, error: &AwsError) -> String {
    format!("{at}: {}", told(error))
}

/// `[{"prefix": "s3://bucket/folder/"}, "a.csv", "sub/b.csv"]`
fn parse_manifest(bytes: &[u8]) -> Result<Vec<Part>, String> {
    let (prefix, names) = manifest_entries(bytes)?;
    let file = |name: String| {
        let key = format!("{}{name}", prefix.key);
        Ok(Part::Object(Location { bucket: prefix.bucket.clone(), key }, s3::safe_path(&name)?))
    };
    names.into_iter().map(file).collect()
}

/// The prefix of a manifest, and the names that follow it.
pub(crate) fn manifest_entries(bytes: &[u8]) -> Result<(Location, Vec<String>), String> {
    let entries: Vec<Json> =
        serde_json::from_slice(bytes).map_err(|error| format!("is no JSON array: {error}"))?;
    let mut entries = entries.into_iter();
    let prefix = entries
        .next()
        .and_then(|first| Location::parse(first.get("prefix")?.as_str()?))
        .ok_or("does not begin with {\"prefix\": \"s3://...\"}")?;
    let name = |entry: Json| match entry {
        Json::String(name) => Ok(name),
        other => Err(format!("has the entry {other}, which is no text")),
    };
    Ok((prefix, entries.map(name).collect::<Result<_, _>>()?))
}

/// Each line one JSON object with all the attributes.
fn parse_lines(bytes: &Bytes, names: &[String]) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (line, number) in bytes.split(|byte| *byte == b'\n').zip(1..) {
        let json = bytes.slice(start..start + line.len());
        start += line.len() + 1;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        if parts.len() >= MOST_PARTS {
            return Err(format!("line {number}: it has more than {MOST_PARTS} lines"));
        }
        attributes(number, &json, names)?;
        parts.push(Part::Line { number, json });
    }
    Ok(parts)
}

/// The attributes of a line, in the order in which they were asked for.
pub(crate) fn attributes(number: usize, json: &[u8], names: &[String]) -> Result<Vec<Attribute>, String> {
    let line: Json = serde_json::from_slice(json).map_err(|error| format!("line {number}: {error}"))?;
    let attribute = |name: &String| {
        let value = line.get(name).ok_or_else(|| format!("line {number}: it has no attribute {name:?}"))?;
        match value {
            Json::String(text) if name.ends_with("-ref") => Location::parse(text)
                .map(Attribute::Object)
                .ok_or_else(|| format!("line {number}: {name} is {text:?}, which is no S3 URI")),
            _ if name.ends_with("-ref") => Err(format!("line {number}: {name} is no text")),
            Json::String(text) => Ok(Attribute::Text(text.clone())),
            other => Ok(Attribute::Text(other.to_string())),
        }
    };
    names.iter().map(attribute).collect()
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
                    let expected: Vec<_> = expected
                        .iter()
                        .map(|(at, path)| Part::Object(Location::parse(at).unwrap(), path.into()))
                        .collect();
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

    #[test]
    fn augmented_manifests() {
        let names = ["image-ref".to_owned(), "is-a-cat".to_owned()];
        let check = |text: &str, expected: Result<&[&str], &str>| {
            let lines = parse_lines(&Bytes::copy_from_slice(text.as_bytes()), &names).map(|parts| {
                let of = |part: &Part| match part {
                    Part::Line { number, json } => attributes(*number, json, &names).unwrap(),
                    Part::Object(..) => panic!("a line"),
                };
                parts
                    .iter()
                    .flat_map(of)
                    .map(|attribute| match attribute {
                        Attribute::Object(at) => at.to_string(),
                        Attribute::Text(text) => text,
                    })
                    .collect::<Vec<_>>()
            });
            match expected {
                Ok(expected) => assert_eq!(lines.unwrap(), expected),
                Err(part) => assert!(lines.as_ref().is_err_and(|why| why.contains(part)), "{lines:?}"),
            }
        };
        check(
            "{\"image-ref\": \"s3://b/1\", \"is-a-cat\": 1, \"x\": 2}\n\n{\"is-a-cat\": \"no\", \"image-ref\": \"s3://b/2\"}",
            Ok(&["s3://b/1", "1", "s3://b/2", "no"]),
        );
        check("", Ok(&[]));
        check("{\"image-ref\": \"s3://b/1\"}", Err("line 1: it has no attribute \"is-a-cat\""));
        check("\n{", Err("line 2: "));
        check("{\"image-ref\": \"b/1\", \"is-a-cat\": 1}", Err("no S3 URI"));
        check("{\"image-ref\": 1, \"is-a-cat\": 1}", Err("no text"));
    }

    fn source(count: usize, seed: Option<i64>, sharded: bool) -> Source {
        let part = |n: usize| Part::Object(Location::parse("s3://b").unwrap(), n.to_string().into());
        Source { parts: (0..count).map(part).collect(), seed, sharded }
    }

    fn names(parts: &[&Part]) -> Vec<String> {
        parts
            .iter()
            .map(|part| match part {
                Part::Object(_, path) => path.display().to_string(),
                Part::Line { .. } => panic!("an object"),
            })
            .collect()
    }

    #[test]
    fn every_host_gets_its_share() {
        let check = |sharded: bool, host: usize, hosts: usize, expected: &[&str]| {
            let source = source(5, None, sharded);
            assert_eq!(names(&source.files(host, hosts)), expected);
            assert_eq!(names(&source.epoch(3, host, hosts)), expected);
        };
        check(false, 1, 2, &["0", "1", "2", "3", "4"]);
        check(true, 0, 2, &["0", "2", "4"]);
        check(true, 1, 2, &["1", "3"]);
        check(true, 5, 6, &[]);
    }

    #[test]
    fn shuffles_are_of_seed_and_epoch_and_lose_nothing() {
        let source = source(50, Some(7), true);
        let of = |epoch| {
            let shares = [source.epoch(epoch, 0, 2), source.epoch(epoch, 1, 2)];
            let shares = shares.map(|parts| names(&parts));
            let mut all: Vec<u32> = shares.iter().flatten().map(|name| name.parse().unwrap()).collect();
            all.sort_unstable();
            assert_eq!(all, (0..50).collect::<Vec<_>>());
            shares
        };
        assert_eq!(of(0), of(0));
        assert_ne!(of(0), of(1));
        assert_ne!(of(0)[0], names(&self::source(50, Some(8), true).epoch(0, 0, 2)));
        // Files have no order, so that nobody waits for a shuffle of them.
        assert_eq!(names(&source.files(0, 2))[..3], ["0", "2", "4"]);
    }
}
