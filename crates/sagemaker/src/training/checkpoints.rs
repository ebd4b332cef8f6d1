//! Checkpoints: a folder of the container that lives in S3.
//!
//! What is there before the start is put into the folder; from then on what is new, changed or gone in the
//! folder is made so in S3.  The folder is looked through once a second, as a file system tells nobody of
//! every change in it; a file goes out when it is the same in two looks, so that one being written is not
//! taken for finished, and at the end as it is.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use lirio_api::sagemaker::CheckpointConfig;

use super::inputs::{self, told};
use super::rooted::{self, Kind, Rooted, Stamp};
use crate::s3::{Location, Objects};

/// Where the container finds its checkpoints unless it says otherwise.
pub(crate) const LOCAL_PATH: &str = "/opt/ml/checkpoints";

/// What is known of a file in the folder.
struct Known {
    /// As it was in the last look.
    seen: Stamp,
    /// As it is in S3.
    stored: Option<Stamp>,
}

/// The checkpoints of one host.
pub(crate) struct Checkpoints {
    objects: Objects,
    /// All keys begin with this and a slash.
    at: Location,
    folder: PathBuf,
    known: HashMap<PathBuf, Known>,
}

/// The path in the container.
pub(crate) fn local_path(config: &CheckpointConfig) -> PathBuf {
    config.local_path.as_deref().filter(|path| !path.is_empty()).unwrap_or(LOCAL_PATH).into()
}

/// Lets any user of the container change what was restored.  Called before there is a container.
fn open_to_all(folder: &Path) -> io::Result<()> {
    let Some(rooted) = Rooted::open(folder)? else { return Ok(()) };
    for entry in rooted.entries()? {
        let mode = if entry.kind == Kind::Folder { 0o777 } else { 0o666 };
        fs::set_permissions(folder.join(entry.path), PermissionsExt::from_mode(mode))?;
    }
    Ok(())
}

impl Checkpoints {
    /// Fills the folder with what an earlier run has left.
    pub(crate) async fn restore(
        objects: &Objects,
        config: &CheckpointConfig,
        folder: PathBuf,
    ) -> Result<Self, String> {
        let uri = &config.s3_uri;
        let failed = |why: String| format!("ClientError: the checkpoints {uri} cannot be restored: {why}");
        let mut at = Location::parse(uri).ok_or_else(|| failed("it is no S3 URI".to_owned()))?;
        at.key.truncate(at.key.trim_end_matches('/').len());
        // With the slash, so that the checkpoints of a job whose name only begins alike are left out.
        let mut prefix = at.clone();
        if !prefix.key.is_empty() {
            prefix.key.push('/');
        }
        inputs::download_all(objects, &prefix, &folder).await.map_err(failed)?;
        open_to_all(&folder).map_err(|error| failed(error.to_string()))?;
        let mut checkpoints = Self { objects: objects.clone(), at, folder, known: HashMap::new() };
        for (path, stamp) in checkpoints.look().await.map_err(failed)? {
            checkpoints.known.insert(path, Known { seen: stamp, stored: Some(stamp) });
        }
        Ok(checkpoints)
    }

    async fn look(&self) -> Result<HashMap<PathBuf, Stamp>, String> {
        let folder = self.folder.clone();
        let look = tokio::task::spawn_blocking(move || {
            let Some(folder) = Rooted::open(&folder)? else { return Ok(Vec::new()) };
            folder.entries()
        });
        let entries = look.await.map_err(|error| error.to_string())?;
        let entries = entries.map_err(|error: std::io::Error| error.to_string())?;
        let files = entries.into_iter().filter(|entry| entry.kind == Kind::File);
        Ok(files.map(|entry| (entry.path, entry.stamp)).collect())
    }

    /// Brings S3 up to date; `last`: the container has ended, and everything is as it will stay.
    pub(crate) async fn sync(&mut self, last: bool) -> Result<(), String> {
        let found = self.look().await?;
        let gone: Vec<PathBuf> =
            self.known.keys().filter(|path| !found.contains_key(*path)).cloned().collect();
        for path in gone {
            if self.known.get(&path).is_some_and(|known| known.stored.is_some()) {
                let at = self.place(&path);
                self.objects.delete(&at).await.map_err(|error| format!("{at}: {}", told(&error)))?;
            }
            self.known.remove(&path);
        }
        let folder = Rooted::open(&self.folder).map_err(|error| error.to_string())?;
        let Some(folder) = folder else { return Ok(()) };
        let mut changed: Vec<_> = found.into_iter().collect();
        changed.sort_by(|a, b| a.0.cmp(&b.0));
        for (path, stamp) in changed {
            let before = self.known.get(&path);
            let (still, stored) = before.map_or((false, None), |known| (known.seen == stamp, known.stored));
            self.known.insert(path.clone(), Known { seen: stamp, stored });
            if stored == Some(stamp) || !still && !last {
                continue;
            }
            let at = self.place(&path);
            // What vanishes between the look and now is gone in the next look.
            let Ok(file) = folder.file(&path) else { continue };
            let stamp = rooted::stamp_of(&file).map_err(|error| format!("{at}: {error}"))?;
            self.objects
                .upload(file, &at, None, None)
                .await
                .map_err(|error| format!("{at}: {}", told(&error)))?;
            if let Some(known) = self.known.get_mut(&path) {
                known.stored = Some(stamp);
            }
        }
        Ok(())
    }

    fn place(&self, path: &Path) -> Location {
        // Paths of the folder are UTF-8: `Rooted::entries` sees to it.
        self.at.below(&path.to_string_lossy())
    }
}
