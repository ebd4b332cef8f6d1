//! What a container is given along with a device.

use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::node::Node;

/// The longest path.
const LONGEST_PATH: usize = 4095;

/// What a container is given along with its devices; nothing by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edits {
    /// Environment variables, stronger than the container's own.
    pub env: Vec<(String, String)>,
    /// Devices.
    pub nodes: Vec<Node>,
    /// Files and folders of the machine, seen read-only.
    pub mounts: Vec<Bind>,
    /// Symbolic links, made when the mounts are there.
    pub links: Vec<Link>,
    /// Folders whose libraries a program has to find: what a hook wants in the cache of the loader.
    pub library_folders: Vec<PathBuf>,
    /// Folders that programs look for libraries in after all others: what became of `library_folders`
    /// ([`crate::linked`]).
    pub library_path: Vec<PathBuf>,
    /// Modes of folders below `/dev`.
    pub modes: Vec<FolderMode>,
    /// Groups that the program is in besides its own.
    pub groups: Vec<u32>,
}

/// A file or folder of the machine, seen read-only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bind {
    /// The path on the machine.
    pub source: PathBuf,
    /// The path in the container.
    pub target: PathBuf,
    /// Whether nothing of it can be executed.
    pub no_exec: bool,
}

/// A symbolic link in the container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Where it lies.
    pub path: PathBuf,
    /// Where it leads; relative to where it lies unless it begins with `/`.
    pub target: PathBuf,
}

/// The mode of a folder below `/dev`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FolderMode {
    /// The folder.
    pub path: PathBuf,
    /// The mode, without its highest three bits (setuid, setgid, sticky).
    pub mode: u32,
}

impl Edits {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        *self == Edits::default()
    }

    /// Adds others; where both say something of one variable or one path, they win.
    pub fn add(&mut self, other: &Edits) {
        put(&mut self.env, &other.env, |one| &one.0);
        put(&mut self.nodes, &other.nodes, |one| &one.path);
        put(&mut self.mounts, &other.mounts, |one| &one.target);
        put(&mut self.links, &other.links, |one| &one.path);
        put(&mut self.library_folders, &other.library_folders, |one| one);
        put(&mut self.library_path, &other.library_path, |one| one);
        put(&mut self.modes, &other.modes, |one| &one.path);
        put(&mut self.groups, &other.groups, |one| one);
    }

    /// Whether all of it can be done: everything is below `/dev` that belongs there, nothing is where a container has
    /// something of its own, and what comes from the machine is there and is what it should be.
    ///
    /// # Errors
    ///
    /// The first that cannot, with its path.
    pub fn check(&self) -> Result<(), String> {
        for node in &self.nodes {
            node.place()?;
            node.check()?;
        }
        for mount in &self.mounts {
            mount.place()?;
            if !mount.source.is_absolute() || !mount.source.exists() {
                return Err(format!("{} does not exist", mount.source.display()));
            }
        }
        self.links.iter().try_for_each(Link::place)?;
        for folder in &self.library_path {
            let text = absolute(&folder.to_string_lossy())?;
            if text.to_string_lossy().contains(':') {
                return Err(format!("{} cannot be in a list of folders", text.display()));
            }
        }
        let below = |mode: &FolderMode| mode.path.starts_with("/dev") && mode.path.components().count() > 2;
        let good = |mode: &FolderMode| below(mode) && absolute(&mode.path.to_string_lossy()).is_ok();
        match self.modes.iter().find(|mode| !good(mode)) {
            Some(mode) => Err(format!("{} is not below /dev", mode.path.display())),
            None => Ok(()),
        }
    }

    /// Changes a container's variables: what these edits set, and their `library_path` behind what is there in
    /// `LD_LIBRARY_PATH`.
    pub fn apply_environment(&self, environment: &mut Vec<(String, String)>) {
        const NAME: &str = "LD_LIBRARY_PATH";
        for (name, value) in &self.env {
            match environment.iter_mut().find(|(known, _)| known == name) {
                Some(pair) => pair.1.clone_from(value),
                None => environment.push((name.clone(), value.clone())),
            }
        }
        if self.library_path.is_empty() {
            return;
        }
        let own = environment.iter().find(|(name, _)| name == NAME).map(|(_, value)| value.clone());
        // An empty part would be the working directory.
        let own = own.filter(|own| !own.is_empty()).map(|own| own.trim_end_matches(':').to_owned());
        let added = self.library_path.iter().map(|folder| folder.display().to_string());
        let all: Vec<String> = own.into_iter().chain(added).collect();
        let value = all.join(":");
        match environment.iter_mut().find(|(name, _)| name == NAME) {
            Some(pair) => pair.1 = value,
            None => environment.push((NAME.to_owned(), value)),
        }
    }
}

/// Adds what is new and replaces what has the same key.
fn put<T: Clone, K: PartialEq + ?Sized>(list: &mut Vec<T>, new: &[T], key: impl Fn(&T) -> &K) {
    for one in new {
        match list.iter_mut().find(|known| key(known) == key(one)) {
            Some(known) => *known = one.clone(),
            None => list.push(one.clone()),
        }
    }
}

impl Bind {
    pub(crate) fn new(source: &str, target: &str, no_exec: bool) -> Result<Bind, String> {
        let bind = Bind { source: absolute(source)?, target: absolute(target)?, no_exec };
        bind.place().map(|()| bind)
    }

    fn place(&self) -> Result<(), String> {
        let target = absolute(&self.target.to_string_lossy())?;
        let reserved = ["/proc", "/sys", "/dev"].iter().any(|reserved| target.starts_with(reserved));
        if target == Path::new("/") || reserved {
            return Err(format!("{} is the container's own: nothing is mounted there", target.display()));
        }
        Ok(())
    }
}

impl Link {
    pub(crate) fn new(path: &str, target: &str) -> Result<Link, String> {
        if target.is_empty() || target.len() > LONGEST_PATH || target.contains('\0') {
            return Err(format!("{target:?} is nowhere that a link could lead"));
        }
        let link = Link { path: absolute(path)?, target: PathBuf::from(target) };
        link.place().map(|()| link)
    }

    fn place(&self) -> Result<(), String> {
        let path = absolute(&self.path.to_string_lossy())?;
        let reserved = ["/proc", "/sys"].iter().any(|reserved| path.starts_with(reserved));
        if reserved || path == Path::new("/") || path == Path::new("/dev") {
            return Err(format!("{} is the container's own: no link is made there", path.display()));
        }
        Ok(())
    }
}

/// A path from the root, without anything that leads up.
pub(crate) fn absolute(text: &str) -> Result<PathBuf, String> {
    let path = Path::new(text);
    let plain =
        |part: Component<'_>| matches!(part, Component::RootDir | Component::Normal(_) | Component::CurDir);
    if !path.is_absolute()
        || text.len() > LONGEST_PATH
        || text.contains('\0')
        || !path.components().all(plain)
    {
        return Err(format!("{text:?} is not an absolute path without '..'"));
    }
    // Without double and final slashes, so that the same path is the same text.
    Ok(path.components().filter(|part| *part != Component::CurDir).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_edits_win() {
        let one = |env: &[(&str, &str)], source: &str| Edits {
            env: env.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            mounts: vec![Bind::new(source, "/usr/lib/x.so", false).unwrap()],
            groups: vec![44],
            ..Edits::default()
        };
        let mut all = one(&[("A", "1"), ("B", "1")], "/one");
        all.add(&one(&[("B", "2"), ("C", "2")], "/two"));
        let mut expected = one(&[("A", "1"), ("B", "2"), ("C", "2")], "/two");
        expected.groups = vec![44];
        assert_eq!(all, expected);
        assert!(!all.is_empty() && Edits::default().is_empty());
    }

    #[test]
    fn libraries_are_looked_for_last() {
        let edits = Edits {
            env: vec![("X".to_owned(), "device".to_owned())],
            library_path: vec!["/a".into(), "/b".into()],
            ..Edits::default()
        };
        let check = |own: &[(&str, &str)], expected: &str| {
            let mut environment: Vec<_> =
                own.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            edits.apply_environment(&mut environment);
            let shown: Vec<String> =
                environment.iter().map(|(name, value)| format!("{name}={value}")).collect();
            assert_eq!(shown.join(" "), expected);
        };
        check(&[], "X=device LD_LIBRARY_PATH=/a:/b");
        check(&[("LD_LIBRARY_PATH", "/own:"), ("X", "image")], "LD_LIBRARY_PATH=/own:/a:/b X=device");
        check(&[("LD_LIBRARY_PATH", "")], "LD_LIBRARY_PATH=/a:/b X=device");
    }

    #[test]
    fn paths_lead_nowhere_else() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(absolute(text).ok().as_deref(), expected.map(Path::new), "{text}");
        };
        check("/usr//lib/./x/", Some("/usr/lib/x"));
        check("/", Some("/"));
        check("usr/lib", None);
        check("", None);
        check("/usr/../etc", None);
        check("/a\0b", None);
        check(&format!("/{}", "x".repeat(5000)), None);
        assert!(Bind::new("/x", "/dev/shm", false).is_err());
        assert!(Bind::new("/x", "/", false).is_err());
        assert!(Bind::new("/x", "/devices", false).is_ok());
        assert!(Link::new("/proc/x", "y").is_err());
        assert!(Link::new("/usr/lib/x", "").is_err());
        assert!(Link::new("/dev/dri/by-path/x", "../card0").is_ok());
    }
}
