//! A folder of the container that S3 shows as it is.
//!
//! The folder is looked through once a second, as a file system tells nobody of every change in it; a file goes
//! out when it is the same in two looks, so that one being written is not taken for finished, and at the end
//! as it is.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::inputs::told;
use super::rooted::{self, Kind, Rooted, Stamp};
use crate::s3::{Location, Objects};

/// What is known of a file in the folder.
struct Known {
    /// As it was in the last look.
    seen: Stamp,
    /// As it is in S3.
    stored: Option<Stamp>,
}

/// A folder of one host, and where in S3 it is shown.
pub(crate) struct Mirror {
    /// What is in it, in words.
    pub(crate) what: String,
    objects: Objects,
    /// All keys begin with this and a slash.
    at: Location,
    folder: PathBuf,
    /// Whether what goes from the folder goes from S3 too.
    removes: bool,
    known: HashMap<PathBuf, Known>,
}

impl Mirror {
    /// A folder of which nothing is in S3 yet.
    pub(crate) fn new(what: String, objects: &Objects, at: Location, folder: PathBuf, removes: bool) -> Self {
        Self { what, objects: objects.clone(), at, folder, removes, known: HashMap::new() }
    }

    /// Takes all that is in the folder for stored.
    pub(crate) async fn adopt(&mut self) -> Result<(), String> {
        for (path, stamp) in self.look().await? {
            self.known.insert(path, Known { seen: stamp, stored: Some(stamp) });
        }
        Ok(())
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
            if self.removes && self.known.get(&path).is_some_and(|known| known.stored.is_some()) {
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
