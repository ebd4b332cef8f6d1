//! The files of an image, looked up in its unpacked layers as overlayfs shows them.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::Read as _;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _};
use std::path::{Component, Path, PathBuf};

/// As many links as the kernel follows.
const MOST_LINKS: usize = 40;
/// Attributes by which the layers mark what they hide, as root and as others.
const NAMESPACES: [&str; 2] = ["trusted.overlay", "user.overlay"];

/// The layers of an image.
#[derive(Debug)]
pub(crate) struct Files {
    /// Top first.
    layers: Vec<PathBuf>,
}

/// A file of the image.
#[derive(Debug)]
pub(crate) struct Found {
    /// Its path in the image, without links.
    pub(crate) path: PathBuf,
    /// Where it lies.
    pub(crate) place: PathBuf,
    pub(crate) metadata: Metadata,
}

impl Files {
    /// `lower_dirs` are bottom first, as runtimes take them.
    pub(crate) fn new(lower_dirs: &[PathBuf]) -> Self {
        Self { layers: lower_dirs.iter().rev().cloned().collect() }
    }

    /// What is at an absolute path, through links; nothing if they lead nowhere.
    pub(crate) fn find(&self, path: &Path) -> Option<Found> {
        self.resolve(path).map(|(found, _)| found)
    }

    /// Whether there is a directory at an absolute path, and something in it.
    pub(crate) fn is_filled(&self, path: &Path) -> bool {
        !self.names(path).is_empty()
    }

    /// What is in the directory at an absolute path.
    pub(crate) fn names(&self, path: &Path) -> BTreeSet<OsString> {
        let directories = self.resolve(path).map(|(_, directories)| directories).unwrap_or_default();
        let entries = directories.iter().flat_map(fs::read_dir).flatten().flatten();
        // What a higher layer has taken away is no entry.
        entries
            .map(|found| found.file_name())
            .filter(|name| entry(&directories, Path::new(name)).is_some())
            .collect()
    }

    /// What is at a path, and all directories that it is made of if it is one.
    fn resolve(&self, path: &Path) -> Option<(Found, Vec<PathBuf>)> {
        let mut waiting: Vec<PathBuf> = parts(path).rev().collect();
        let mut at = PathBuf::from("/");
        // The directories that together are `at`, for `at` itself and each of its parents.
        let mut merged = vec![self.layers.clone()];
        let mut links = 0;
        while let Some(name) = waiting.pop() {
            if name == Path::new("..") {
                if merged.len() > 1 {
                    merged.pop();
                    at.pop();
                }
                continue;
            }
            let directories = merged.last().expect("the root is never taken off");
            let (place, metadata, deeper) = entry(directories, &name)?;
            if metadata.is_symlink() {
                links += 1;
                if links > MOST_LINKS {
                    return None;
                }
                let target = fs::read_link(&place).ok()?;
                if target.is_absolute() {
                    merged.truncate(1);
                    at = PathBuf::from("/");
                }
                waiting.extend(parts(&target).rev());
                continue;
            }
            at.push(&name);
            if metadata.is_dir() {
                merged.push(deeper);
            } else if waiting.is_empty() {
                return Some((Found { path: at, place, metadata }, Vec::new()));
            } else {
                return None;
            }
        }
        let directories = merged.pop()?;
        let place = directories.first()?.clone();
        let metadata = fs::symlink_metadata(&place).ok()?;
        Some((Found { path: at, place, metadata }, directories))
    }
}

impl Found {
    /// Its first bytes.
    pub(crate) fn head(&self, most: u64) -> Vec<u8> {
        let mut bytes = Vec::new();
        if let Ok(file) = File::open(&self.place) {
            // What cannot be read is not known.
            let _ = file.take(most).read_to_end(&mut bytes);
        }
        bytes
    }
}

/// Names and `..`, in order.
fn parts(path: &Path) -> impl DoubleEndedIterator<Item = PathBuf> {
    path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(PathBuf::from(name)),
        Component::ParentDir => Some(PathBuf::from("..")),
        _ => None,
    })
}

/// The uppermost entry of this name and, if it is a directory, all directories that it is made of.
fn entry(directories: &[PathBuf], name: &Path) -> Option<(PathBuf, Metadata, Vec<PathBuf>)> {
    let mut top: Option<(PathBuf, Metadata)> = None;
    let mut deeper = Vec::new();
    for directory in directories {
        let place = directory.join(name);
        let Ok(metadata) = fs::symlink_metadata(&place) else { continue };
        if is_whiteout(&place, &metadata) {
            break;
        }
        if !metadata.is_dir() {
            // Below a directory, a file of another layer is hidden.
            if top.is_none() {
                return Some((place, metadata, deeper));
            }
            break;
        }
        let opaque = has_mark(&place, "opaque");
        deeper.push(place.clone());
        top.get_or_insert((place, metadata));
        if opaque {
            break;
        }
    }
    top.map(|(place, metadata)| (place, metadata, deeper))
}

fn is_whiteout(place: &Path, metadata: &Metadata) -> bool {
    (metadata.file_type().is_char_device() && metadata.rdev() == 0)
        || (metadata.is_file() && metadata.len() == 0 && has_mark(place, "whiteout"))
}

fn has_mark(place: &Path, mark: &str) -> bool {
    NAMESPACES.iter().any(|namespace| {
        let mut value = [0_u8; 8];
        let read = rustix::fs::lgetxattr(place, format!("{namespace}.{mark}"), &mut value[..]);
        // A directory that only holds marked files says `x`.
        matches!(read, Ok(length) if mark == "whiteout" || (length > 0 && value[0] == b'y'))
    })
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_and_layers() {
        let root = std::env::temp_dir().join(format!("lirio-doctor-files-{}", std::process::id()));
        let (low, high) = (root.join("low"), root.join("high"));
        for folder in ["low/usr/bin", "low/opt", "high/usr/bin", "high/deep/er", "high/deep/empty"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        fs::write(low.join("usr/bin/old"), "low").unwrap();
        fs::write(low.join("usr/bin/both"), "low").unwrap();
        fs::write(high.join("usr/bin/both"), "high!").unwrap();
        fs::write(low.join("opt/file"), "x").unwrap();
        fs::write(high.join("opt"), "a file now").unwrap();
        symlink("usr/bin", high.join("bin")).unwrap();
        symlink("/usr/bin/old", high.join("usr/bin/link")).unwrap();
        symlink("../../../usr/../usr/bin/both", high.join("deep/er/up")).unwrap();
        symlink("circle", high.join("circle")).unwrap();
        let files = Files::new(&[low, high]);
        let check = |path: &str, expected: Option<(&str, &str)>| {
            let found = files.find(Path::new(path));
            let seen = found.map(|found| (found.path.display().to_string(), found.head(10)));
            let expected = expected.map(|(path, content)| (path.to_owned(), content.as_bytes().to_vec()));
            assert_eq!(seen, expected, "{path}");
        };
        check("/usr/bin/old", Some(("/usr/bin/old", "low")));
        check("/bin/both", Some(("/usr/bin/both", "high!")));
        check("/bin/link", Some(("/usr/bin/old", "low")));
        check("/deep/er/up", Some(("/usr/bin/both", "high!")));
        check("/../usr/./bin/both", Some(("/usr/bin/both", "high!")));
        check("/opt/file", None);
        check("/circle", None);
        check("/usr/bin/none", None);
        check("/usr/bin/old/below", None);
        assert!(files.find(Path::new("/usr/bin")).is_some_and(|found| found.metadata.is_dir()));
        let filled = |path: &str| files.is_filled(Path::new(path));
        assert!(filled("/bin") && filled("/deep") && filled("/"));
        assert!(files.names(Path::new("/")).iter().any(|name| name == "bin"));
        assert!(!filled("/deep/empty") && !filled("/opt") && !filled("/none"));
        fs::remove_dir_all(root).unwrap();
    }
}
