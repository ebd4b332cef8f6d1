//! Images of lirio's own registry in the engine's store.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use http::Method;
use lirio_image::{Digest, FileSource, ImageBuilder, ImageSource};
use serde::Deserialize;
use serde_json::Value;
use tokio::sync::mpsc;

use super::client::{Client, EngineError, quoted};

/// The name of every image that lirio brings; the tag is the digest of its configuration.  The host in front
/// keeps engines from looking for it in a registry.
const REPOSITORY: &str = "localhost/lirio";
/// How an archive is cut.
const PIECE: usize = 128 * 1024;

/// Which images the engine has.
#[derive(Debug, Default)]
pub(super) struct Images {
    known: Mutex<HashMap<Digest, String>>,
    /// One image is loaded at a time: two of the same would be work for nothing.
    loading: tokio::sync::Mutex<()>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Inspected {
    id: String,
    #[serde(rename = "RootFS", default)]
    root_fs: RootFs,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct RootFs {
    layers: Vec<String>,
}

impl Images {
    /// The engine's name of an image, which is loaded if the engine does not have it.
    pub(super) async fn ensure(&self, client: &Client, source: &ImageSource) -> Result<String, EngineError> {
        let digest = *source.config_digest();
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let _turn = self.loading.lock().await;
        let remembered = known().get(&digest).cloned();
        // Somebody may have removed it since.
        if let Some(id) = remembered
            && find(client, &id, source).await?.is_some()
        {
            return Ok(id);
        }
        let tag = format!("{REPOSITORY}:{}", digest.hex());
        let id = match find(client, &tag, source).await? {
            Some(id) => id,
            None => {
                load(client, &tag, source).await?;
                find(client, &tag, source).await?.ok_or_else(|| EngineError::Odd {
                    call: "POST /images/load".to_owned(),
                    problem: format!("the image {tag} is not there, or has other layers"),
                })?
            }
        };
        known().insert(digest, id.clone());
        Ok(id)
    }
}

/// The engine's image of this name, if it has the layers that it should have: a name can be given to anything.
async fn find(client: &Client, name: &str, source: &ImageSource) -> Result<Option<String>, EngineError> {
    let path = format!("/images/{}/json", quoted(name));
    match client.json::<Inspected>(Method::GET, &path, None).await {
        Ok(found) => {
            let same = found.root_fs.layers.iter().map(String::as_str);
            let wanted: Vec<String> = source.diff_ids().iter().map(ToString::to_string).collect();
            Ok(same.eq(wanted.iter().map(String::as_str)).then_some(found.id))
        }
        Err(error) if error.is_missing() => Ok(None),
        Err(error) => Err(error),
    }
}

async fn load(client: &Client, tag: &str, source: &ImageSource) -> Result<(), EngineError> {
    let (pieces, body) = mpsc::channel(4);
    let (source, name) = (source.clone(), tag.to_owned());
    let writing = tokio::task::spawn_blocking(move || {
        let mut output = io::BufWriter::with_capacity(PIECE, Outgoing(pieces.clone()));
        let written = source.write_docker_archive(&name, &mut output).and_then(|()| output.flush());
        if let Err(error) = &written {
            // The engine must not take half an archive for a whole one.
            let cut = io::Error::new(error.kind(), error.to_string());
            let _ = pieces.blocking_send(Err(cut));
        }
        written
    });
    let answer = client.upload("/images/load?quiet=1", body).await;
    let written = writing.await.map_err(io::Error::other).and_then(|written| written);
    match (answer, written) {
        // What could not be read is the cause; a pipe that broke is the engine's doing.
        (_, Err(error)) if error.kind() != io::ErrorKind::BrokenPipe => Err(EngineError::Odd {
            call: "POST /images/load".to_owned(),
            problem: format!("the image could not be read: {error}"),
        }),
        (Err(error), _) => Err(error),
        (Ok(answer), _) => refusal(&answer),
    }
}

/// The engine says 200 before it has read anything; what went wrong is a line of the answer.
fn refusal(answer: &[u8]) -> Result<(), EngineError> {
    for line in serde_json::Deserializer::from_slice(answer).into_iter::<Value>().map_while(Result::ok) {
        if let Some(message) = line.get("error").and_then(Value::as_str) {
            return Err(EngineError::Refused { status: 200, message: message.to_owned() });
        }
    }
    Ok(())
}

/// A writer into a request.
struct Outgoing(mpsc::Sender<io::Result<Bytes>>);

impl Write for Outgoing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let piece = Bytes::copy_from_slice(&bytes[..bytes.len().min(PIECE)]);
        let length = piece.len();
        self.0.blocking_send(Ok(piece)).map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
        Ok(length)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The image of doorkeepers: directories, for the program is mounted.  It is built in `folder`, which goes again.
pub(super) fn of_doorkeepers(folder: &Path) -> io::Result<ImageSource> {
    let failed = |error: lirio_image::ImageError| io::Error::other(error.to_string());
    std::fs::create_dir(folder)?;
    let built = (|| {
        let mut builder = ImageBuilder::new(lirio_image::Platform::host());
        for directory in ["/lirio", "/dev", "/proc", "/sys", "/etc", "/tmp"] {
            builder.directory(directory, 0o755).map_err(failed)?;
        }
        builder
            .file("/etc/passwd", 0o644, FileSource::Bytes(b"root:x:0:0:root:/:/\n".to_vec()))
            .map_err(failed)?;
        let image = builder.build(folder).map_err(failed)?;
        let mut layers = HashMap::new();
        for layer in &image.layers {
            if let Some(file) = &layer.file {
                layers.insert(layer.descriptor.digest, std::fs::read(file)?);
            }
        }
        let manifest = lirio_image::Manifest::parse(&image.manifest).map_err(failed)?;
        ImageSource::new(&manifest, image.config, move |digest| {
            let bytes = layers.get(digest).ok_or(io::ErrorKind::NotFound)?.clone();
            Ok(Box::new(io::Cursor::new(bytes)))
        })
        .map_err(io::Error::other)
    })();
    // What was built counts; the folder is in one that goes with its container.
    let _ = std::fs::remove_dir_all(folder);
    built
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_found_among_the_lines() {
        assert!(refusal(b"{\"stream\":\"Loaded image: x\\n\"}\n").is_ok());
        assert!(refusal(b"").is_ok());
        let error = refusal(b"{\"stream\":\"\"}\n{\"errorDetail\":{\"message\":\"bad\"},\"error\":\"bad\"}")
            .unwrap_err();
        assert_eq!(error.to_string(), "bad");
    }

    #[test]
    fn the_doorkeepers_image_is_always_the_same() {
        let folder = std::env::temp_dir().join(format!("lirio-door-{}", std::process::id()));
        let (one, two) = (of_doorkeepers(&folder).unwrap(), of_doorkeepers(&folder).unwrap());
        assert!(!folder.exists());
        assert_eq!(one.config_digest(), two.config_digest());
        one.write_docker_archive("x:y", &mut io::sink()).unwrap();
    }
}
