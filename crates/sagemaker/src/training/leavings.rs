//! What the containers of a job have left in a folder, put together and sent away.
//!
//! A container may have put anything there: links stay links and are never followed out, sockets and pipes
//! are left out, a folder that is missing, or was replaced by a link, counts as empty.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};

use flate2::{Compression, GzBuilder};
use tar::{Builder, EntryType, Header};

use super::rooted::{Kind, Rooted};

/// The same folder of every host as one: of files with the same name, the one of the last host counts.
#[derive(Debug, Default)]
pub(crate) struct Leavings {
    hosts: Vec<Rooted>,
    /// In the order of paths: what it is, and of which host.
    entries: BTreeMap<PathBuf, (Kind, usize)>,
}

impl Leavings {
    /// Looks through the folders, first host first.
    pub(crate) fn collect(folders: &[PathBuf]) -> io::Result<Self> {
        let mut all = Self::default();
        for folder in folders {
            let Some(rooted) = Rooted::open(folder)? else { continue };
            let host = all.hosts.len();
            let mut entries = rooted.entries()?;
            // Folders before what is in them, so that a file that becomes a folder loses nothing of it.
            entries.sort_by(|a, b| a.path.cmp(&b.path));
            for entry in entries {
                all.put(entry.path, entry.kind, host);
            }
            all.hosts.push(rooted);
        }
        Ok(all)
    }

    fn put(&mut self, path: PathBuf, kind: Kind, host: usize) {
        let was = self.entries.insert(path.clone(), (kind, host));
        if was.is_some_and(|(was, _)| was == Kind::Folder) && kind != Kind::Folder {
            // A folder's content follows it in the order of paths.
            let below: Vec<_> = self
                .entries
                .range::<Path, _>((std::ops::Bound::Excluded(path.as_path()), std::ops::Bound::Unbounded))
                .map(|(inside, _)| inside)
                .take_while(|inside| inside.starts_with(&path))
                .cloned()
                .collect();
            for inside in below {
                self.entries.remove(&inside);
            }
        }
    }

    /// Whether there is nothing at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Writes a gzip-compressed tar file: the same content gives the same bytes.
    pub(crate) fn pack(&self, to: &Path) -> io::Result<()> {
        let file = BufWriter::with_capacity(64 * 1024, File::create(to)?);
        let gzip = GzBuilder::new().mtime(0).write(file, Compression::fast());
        let mut tar = Builder::new(gzip);
        for (path, (kind, host)) in &self.entries {
            self.append(&mut tar, path, *kind, &self.hosts[*host])?;
        }
        tar.into_inner()?.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?.flush()
    }

    fn append<W: io::Write>(
        &self,
        tar: &mut Builder<W>,
        path: &Path,
        kind: Kind,
        host: &Rooted,
    ) -> io::Result<()> {
        let mut header = Header::new_gnu();
        header.set_mtime(0);
        header.set_size(0);
        match kind {
            Kind::Folder => {
                header.set_entry_type(EntryType::Directory);
                header.set_mode(0o755);
                tar.append_data(&mut header, path, io::empty())
            }
            Kind::Link => {
                header.set_entry_type(EntryType::Symlink);
                header.set_mode(0o777);
                tar.append_link(&mut header, path, host.link(path)?)
            }
            Kind::File => {
                let file = host.file(path)?;
                let meta = file.metadata()?;
                let mode = std::os::unix::fs::PermissionsExt::mode(&meta.permissions());
                header.set_mode(if mode & 0o111 == 0 { 0o644 } else { 0o755 });
                header.set_size(meta.len());
                // A file that still grows would not fit its header.
                tar.append_data(&mut header, path, file.take(meta.len()))
            }
        }
    }

    /// Every file by its path.  A link to a file inside counts as that file, as S3 has no links.
    ///
    /// # Errors
    ///
    /// A link that leads to anything else.
    pub(crate) fn files(&self) -> io::Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        for (path, (kind, host)) in &self.entries {
            match kind {
                Kind::Folder => continue,
                Kind::File => {}
                Kind::Link => drop(self.hosts[*host].file(path).map_err(|_| {
                    io::Error::other(format!(
                        "{} is a link that leads to no file beside it; S3 has no links",
                        path.display()
                    ))
                })?),
            }
            files.push(path.clone());
        }
        Ok(files)
    }

    /// Every file by its path, without links.
    pub(crate) fn plain_files(&self) -> impl Iterator<Item = PathBuf> {
        self.entries.iter().filter(|(_, (kind, _))| *kind == Kind::File).map(|(path, _)| path.clone())
    }

    /// Opens one of [`Leavings::files`].
    pub(crate) fn open(&self, path: &Path) -> io::Result<File> {
        let (_, host) = self.entries.get(path).ok_or(io::ErrorKind::NotFound)?;
        self.hosts[*host].file(path)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    struct Folder(PathBuf);

    impl Folder {
        fn new() -> Self {
            let path = std::env::temp_dir().join(format!("lirio-leavings-{}", lirio_service::hex_id::<8>()));
            fs::create_dir(&path).unwrap();
            Self(path)
        }

        /// Makes files, each with its own path as content; a path with a slash at its end is a folder.
        fn make(&self, name: &str, paths: &[&str]) -> PathBuf {
            let root = self.0.join(name);
            fs::create_dir_all(&root).unwrap();
            for path in paths {
                if path.ends_with('/') {
                    fs::create_dir_all(root.join(path)).unwrap();
                } else {
                    fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
                    fs::write(root.join(path), format!("{name}:{path}")).unwrap();
                }
            }
            root
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_same_tree_gives_the_same_bytes_and_comes_back() {
        let folder = Folder::new();
        let pack = |order: [&str; 3]| {
            let root = folder.make("model", &order);
            symlink("/etc/passwd", root.join("link")).unwrap();
            let packed = folder.0.join("packed.tar.gz");
            Leavings::collect(std::slice::from_ref(&root)).unwrap().pack(&packed).unwrap();
            fs::remove_dir_all(root).unwrap();
            fs::read(packed).unwrap()
        };
        let one = pack(["b", "sub/c", "a"]);
        assert_eq!(one, pack(["a", "b", "sub/c"]));
        let back = folder.0.join("back");
        fs::create_dir(&back).unwrap();
        crate::artifacts::unpack(&one[..], &back).unwrap();
        assert_eq!(fs::read_to_string(back.join("sub/c")).unwrap(), "model:sub/c");
        assert_eq!(fs::read_link(back.join("link")).unwrap(), Path::new("/etc/passwd"));
    }

    #[test]
    fn the_files_of_later_hosts_replace_those_of_earlier_ones() {
        let folder = Folder::new();
        let check = |first: &[&str], second: &[&str], expected: &[&str]| {
            let roots = [folder.make("1", first), folder.make("2", second)];
            let all = Leavings::collect(&roots).unwrap();
            let found: Vec<_> = all
                .files()
                .unwrap()
                .into_iter()
                .map(|path| io::read_to_string(all.open(&path).unwrap()).unwrap())
                .collect();
            assert_eq!(found, expected, "{first:?} {second:?}");
            roots.iter().for_each(|root| fs::remove_dir_all(root).unwrap());
        };
        check(&["a", "b"], &["b", "c"], &["1:a", "2:b", "2:c"]);
        check(&["d/x", "d/y", "d-2"], &["d"], &["2:d", "1:d-2"]);
        check(&["d"], &["d/x"], &["2:d/x"]);
        check(&["d/x"], &["d/"], &["1:d/x"]);
        check(&[], &[], &[]);
    }

    #[test]
    fn links_are_files_only_where_they_stay_inside() {
        let folder = Folder::new();
        let root = folder.make("m", &["blobs/1"]);
        symlink("blobs/1", root.join("named")).unwrap();
        let all = Leavings::collect(std::slice::from_ref(&root)).unwrap();
        assert_eq!(all.files().unwrap(), [Path::new("blobs/1"), Path::new("named")]);
        assert_eq!(io::read_to_string(all.open(Path::new("named")).unwrap()).unwrap(), "m:blobs/1");
        symlink("/etc/passwd", root.join("out")).unwrap();
        let error = Leavings::collect(&[root]).unwrap().files().unwrap_err();
        assert!(error.to_string().contains("out is a link"), "{error}");
    }
}
