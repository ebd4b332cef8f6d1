//! Objects, through the door, as files.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use bytes::Bytes;
use futures_util::StreamExt as _;
use lirio_api::s3::{
    DeleteObjectRequest, GetObjectOutput, GetObjectRequest, HeadObjectRequest, ListObjectsV2Request,
    PutObjectRequest, ops,
};
use lirio_api::{AwsError, Body, BodyError, s3};
use lirio_service::{Caller, Door};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::sync::mpsc;

/// Pieces in which files go out.
const PIECE: usize = 256 * 1024;
/// A file up to this size goes out as one piece.
const SMALL: u64 = 1024 * 1024;

/// `s3://bucket/key`
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Location {
    pub(crate) bucket: String,
    /// A key, or the beginning of keys; may be empty.
    pub(crate) key: String,
}

impl Location {
    /// Reads `s3://bucket[/key]`.
    pub(crate) fn parse(uri: &str) -> Option<Self> {
        let rest = uri.strip_prefix("s3://")?;
        let (bucket, key) = rest.split_once('/').unwrap_or((rest, ""));
        (!bucket.is_empty()).then(|| Self { bucket: bucket.to_owned(), key: key.to_owned() })
    }

    /// The same; `what` names the URI in the words for one that is none.
    pub(crate) fn required(what: &str, uri: &str) -> Result<Self, String> {
        Self::parse(uri).ok_or_else(|| format!("{what} {uri:?} is not of the form s3://bucket/prefix."))
    }

    /// The location of `name` below this one.
    pub(crate) fn below(&self, name: &str) -> Self {
        let key = match self.key.trim_end_matches('/') {
            "" => name.to_owned(),
            folder => format!("{folder}/{name}"),
        };
        Self { bucket: self.bucket.clone(), key }
    }
}

impl std::fmt::Display for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "s3://{}/{}", self.bucket, self.key)
    }
}

/// S3 as one caller sees it.
#[derive(Clone, Debug)]
pub(crate) struct Objects {
    pub(crate) door: Door,
    pub(crate) caller: Caller,
}

impl Objects {
    /// All keys that begin with the location's.
    pub(crate) async fn list(&self, prefix: &Location) -> Result<Vec<String>, AwsError> {
        let listed = self.list_objects(prefix).await?;
        Ok(listed.into_iter().filter_map(|object| object.key).collect())
    }

    /// All objects whose keys begin with the location's, in the order of their keys.
    pub(crate) async fn list_objects(&self, prefix: &Location) -> Result<Vec<s3::Object>, AwsError> {
        let mut objects = Vec::new();
        let mut token = None;
        loop {
            let input = ListObjectsV2Request {
                bucket: prefix.bucket.clone(),
                prefix: Some(prefix.key.clone()).filter(|key| !key.is_empty()),
                continuation_token: token,
                ..ListObjectsV2Request::default()
            };
            let page = self.door.call(&self.caller, ops::ListObjectsV2, input).await?;
            objects.extend(page.contents.into_iter().flatten());
            token = page.next_continuation_token;
            if token.is_none() {
                return Ok(objects);
            }
        }
    }

    /// An object's body.
    pub(crate) async fn get(&self, bucket: &str, key: &str) -> Result<Body, AwsError> {
        self.object(bucket, key).await.map(|object| object.body)
    }

    /// An object with what is said of it.
    pub(crate) async fn object(&self, bucket: &str, key: &str) -> Result<GetObjectOutput, AwsError> {
        let input = GetObjectRequest {
            bucket: bucket.to_owned(),
            key: key.to_owned(),
            ..GetObjectRequest::default()
        };
        self.door.call(&self.caller, ops::GetObject, input).await
    }

    /// Writes an object into a new file.
    pub(crate) async fn download(&self, bucket: &str, key: &str, path: &Path) -> Result<(), AwsError> {
        let failed = |error: io::Error| local("write", path, &error);
        let mut stream = match self.get(bucket, key).await?.try_into_bytes() {
            // Small objects are at hand: one write into the page cache.
            Ok(bytes) => return fs::write(path, bytes).map_err(failed),
            Err(body) => body.into_stream(),
        };
        let mut file = tokio::fs::File::create_new(path).await.map_err(failed)?;
        while let Some(piece) = stream.next().await {
            file.write_all(&piece?).await.map_err(failed)?;
        }
        file.flush().await.map_err(failed)
    }

    /// Stores a file as an object; a `mark` goes into its metadata.
    pub(crate) async fn upload(
        &self,
        file: File,
        to: &Location,
        content_type: Option<&str>,
        mark: Option<&str>,
    ) -> Result<(), AwsError> {
        let failed = |error: io::Error| local("read the file for", Path::new(&to.key), &error);
        // What is added while it goes out does not belong to it any more.
        let length = file.metadata().map_err(failed)?.len();
        let body = if length <= SMALL {
            let mut bytes = Vec::new();
            file.take(length).read_to_end(&mut bytes).map_err(failed)?;
            Body::from_bytes(bytes)
        } else {
            Body::from_stream(pieces(tokio::fs::File::from_std(file).take(length)), Some(length))
        };
        let input = PutObjectRequest {
            bucket: to.bucket.clone(),
            key: to.key.clone(),
            content_length: body.length().and_then(|length| i64::try_from(length).ok()),
            body,
            content_type: content_type.map(str::to_owned),
            metadata: mark.map(|mark| BTreeMap::from([(MARK.to_owned(), mark.to_owned())])),
            ..PutObjectRequest::default()
        };
        self.door.call(&self.caller, ops::PutObject, input).await.map(drop)
    }

    /// Removes an object; one that is not there is fine.
    pub(crate) async fn delete(&self, at: &Location) -> Result<(), AwsError> {
        let input = DeleteObjectRequest {
            bucket: at.bucket.clone(),
            key: at.key.clone(),
            ..DeleteObjectRequest::default()
        };
        self.door.call(&self.caller, ops::DeleteObject, input).await.map(drop)
    }

    /// Whether the object is there and bears the mark.
    pub(crate) async fn has(&self, at: &Location, mark: &str) -> Result<bool, AwsError> {
        let input = HeadObjectRequest {
            bucket: at.bucket.clone(),
            key: at.key.clone(),
            ..HeadObjectRequest::default()
        };
        match self.door.call(&self.caller, ops::HeadObject, input).await {
            Ok(head) => Ok(head.metadata.is_some_and(|all| all.get(MARK).is_some_and(|found| found == mark))),
            Err(error) if error.status == 404 => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// `x-amz-meta-lirio-job`: tells whose artifact an object is.
const MARK: &str = "lirio-job";

fn pieces(
    file: tokio::io::Take<tokio::fs::File>,
) -> impl futures_util::Stream<Item = Result<Bytes, BodyError>> + Send + 'static {
    futures_util::stream::try_unfold(file, |mut file| async move {
        let mut piece = Vec::with_capacity(PIECE);
        match (&mut file).take(PIECE as u64).read_to_end(&mut piece).await {
            Ok(0) => Ok(None),
            Ok(_) => Ok(Some((Bytes::from(piece), file))),
            Err(error) => Err(BodyError::Source(error.to_string())),
        }
    })
}

fn local(action: &str, path: &Path, error: &io::Error) -> AwsError {
    AwsError::internal(format_args!("cannot {action} {}: {error}", path.display()))
        .because(format_args!("cannot {action} {}: {error}", path.display()))
}

/// A body as a blocking reader, for another thread than the runtime's.
pub(crate) fn reader(body: Body) -> Box<dyn Read + Send> {
    let mut stream = match body.try_into_bytes() {
        Ok(bytes) => return Box::new(io::Cursor::new(bytes)),
        Err(body) => body.into_stream(),
    };
    let (sender, pieces) = mpsc::channel(8);
    tokio::spawn(async move {
        while let Some(piece) = stream.next().await {
            let failed = piece.is_err();
            if sender.send(piece).await.is_err() || failed {
                return;
            }
        }
    });
    Box::new(PieceReader { pieces, rest: Bytes::new() })
}

struct PieceReader {
    pieces: mpsc::Receiver<Result<Bytes, BodyError>>,
    rest: Bytes,
}

impl Read for PieceReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.rest.is_empty() {
            match self.pieces.blocking_recv() {
                Some(piece) => self.rest = piece.map_err(io::Error::other)?,
                None => return Ok(0),
            }
        }
        let count = buffer.len().min(self.rest.len());
        buffer[..count].copy_from_slice(&self.rest.split_to(count));
        Ok(count)
    }
}

/// Where a key of a prefix goes below a folder: [`relative_key`] as a path; an error for names that would lead out.
pub(crate) fn relative_path(prefix: &str, key: &str) -> Result<Option<PathBuf>, String> {
    relative_key(prefix, key).map(safe_path).transpose()
}

/// A key of a prefix without it: what follows the prefix, or, where the prefix ends inside a name, from that name
/// on.  `None` for the prefix itself as a folder, and for other folders.
pub(crate) fn relative_key<'a>(prefix: &str, key: &'a str) -> Option<&'a str> {
    let folder = prefix.strip_suffix('/').unwrap_or(prefix);
    let rest = match key.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) {
        Some(rest) if !folder.is_empty() => rest,
        _ => key.get(folder.rfind('/').map_or(0, |at| at + 1)..).unwrap_or(key),
    };
    (!rest.is_empty() && !rest.ends_with('/')).then_some(rest)
}

/// A relative path of plain names.
pub(crate) fn safe_path(text: &str) -> Result<PathBuf, String> {
    let bad = |part: &str| {
        part.is_empty() || part == "." || part == ".." || part.contains('\0') || part.len() > 255
    };
    if text.split('/').any(bad) || text.len() > 4000 {
        return Err(format!("the key {text:?} cannot be a file name"));
    }
    Ok(PathBuf::from(text))
}

/// Unpacks one gzip file into another, and removes the first.
pub(crate) fn gunzip(from: &Path, to: &Path) -> io::Result<()> {
    let mut decoder = flate2::read::MultiGzDecoder::new(io::BufReader::new(File::open(from)?));
    io::copy(&mut decoder, &mut File::create_new(to)?)?;
    fs::remove_file(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_paths_below_their_prefix() {
        let check = |prefix: &str, key: &str, expected: Option<&str>| {
            assert_eq!(relative_path(prefix, key).unwrap(), expected.map(PathBuf::from), "{prefix} {key}");
        };
        check("data/iris.csv", "data/iris.csv", Some("iris.csv"));
        check("data/train", "data/train/a/b.csv", Some("a/b.csv"));
        check("data/train/", "data/train/a.csv", Some("a.csv"));
        check("data/train", "data/train-2.csv", Some("train-2.csv"));
        check("", "a/b", Some("a/b"));
        check("a", "a", Some("a"));
        check("data/", "data/", None);
        check("data", "data/sub/", None);
        assert!(relative_path("d/", "d/../x").is_err());
        assert!(relative_path("", "/x").is_err());
    }

    #[test]
    fn locations() {
        let check = |uri: &str, expected: Option<(&str, &str)>| {
            let found = Location::parse(uri);
            assert_eq!(found.as_ref().map(|l| (l.bucket.as_str(), l.key.as_str())), expected);
        };
        check("s3://b", Some(("b", "")));
        check("s3://b/k/l", Some(("b", "k/l")));
        check("s3:///k", None);
        check("https://b/k", None);
        let at = |uri: &str| Location::parse(uri).unwrap().below("x").to_string();
        assert_eq!(at("s3://b"), "s3://b/x");
        assert_eq!(at("s3://b/k/"), "s3://b/k/x");
    }
}
