//! How programs find the libraries that come with a device, without any program of the image being run for it.
//!
//! A vendor's hook would run `ldconfig`.  Here, a folder of lirio's own holds one link for each name of each library
//! that is mounted, and `LD_LIBRARY_PATH` names that folder last.  The folders where the libraries lie are not named:
//! they hold the image's other libraries too, which would then go before those that a program was linked to (`RUNPATH`).

use std::path::{Path, PathBuf};

use crate::edits::{Edits, Link};

/// The folder of links in the container.
pub const FOLDER: &str = "/usr/local/lib/lirio-devices";

/// What is at a path on the machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A folder.
    Folder,
    /// A library, with the name that programs ask for.
    Library(String),
    /// Anything else.
    Other,
}

/// Adds the links and folders by which programs find the libraries in `library_folders`.  `find` looks at a path of
/// the machine.
pub fn linked(mut edits: Edits, find: impl Fn(&Path) -> Found) -> Edits {
    let folders = std::mem::take(&mut edits.library_folders);
    let mut names: Vec<Link> = Vec::new();
    let mut add = |name: &std::ffi::OsStr, target: &Path| {
        let link = Link { path: Path::new(FOLDER).join(name), target: target.to_owned() };
        if !names.iter().any(|known| known.path == link.path) {
            names.push(link);
        }
    };
    let mut whole: Vec<PathBuf> = Vec::new();
    for mount in &edits.mounts {
        let of_folder =
            mount.target.parent().is_some_and(|parent| folders.iter().any(|folder| folder == parent));
        let holds = |folder: &&PathBuf| folder.starts_with(&mount.target);
        if !of_folder && !folders.iter().any(|folder| holds(&folder)) {
            continue;
        }
        match find(&mount.source) {
            // Everything in it is the device's.
            Found::Folder => whole.extend(folders.iter().filter(holds).cloned()),
            Found::Library(name) if of_folder => {
                add(name.as_ref(), &mount.target);
                if let Some(own) = mount.target.file_name() {
                    add(own, &mount.target);
                }
            }
            Found::Library(_) | Found::Other => {}
        }
    }
    // `libcuda.so` and the like, which a hook links beside the libraries.
    for link in &edits.links {
        let parent = link.path.parent().unwrap_or(Path::new("/"));
        if folders.iter().any(|folder| folder == parent)
            && let Some(name) = link.path.file_name().filter(|name| name.to_string_lossy().contains(".so"))
        {
            add(name, &link.path);
        }
    }
    if !names.is_empty() {
        edits.library_path.push(PathBuf::from(FOLDER));
        // Before the others, which may lead to them.
        names.append(&mut edits.links);
        edits.links = names;
    }
    edits.library_path.extend(whole);
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edits::Bind;

    #[test]
    fn each_library_has_its_names_in_one_folder() {
        let bind = |path: &str| Bind { source: path.into(), target: path.into(), no_exec: false };
        let link = |path: &str, target: &str| Link { path: path.into(), target: target.into() };
        let edits = Edits {
            mounts: vec![
                bind("/usr/lib/libcuda.so.550"),
                bind("/usr/lib/libnvidia-glcore.so.550"),
                bind("/usr/bin/nvidia-smi"),
                bind("/opt/wsl"),
            ],
            links: vec![link("/usr/lib/libcuda.so", "libcuda.so.1"), link("/usr/bin/x", "y")],
            library_folders: vec!["/usr/lib".into(), "/opt/wsl/lib".into()],
            ..Edits::default()
        };
        let found = linked(edits, |path| match path.to_str().unwrap() {
            "/usr/lib/libcuda.so.550" => Found::Library("libcuda.so.1".to_owned()),
            "/usr/lib/libnvidia-glcore.so.550" => Found::Library("libnvidia-glcore.so.550".to_owned()),
            "/opt/wsl" => Found::Folder,
            _ => Found::Other,
        });
        let links: Vec<String> = found
            .links
            .iter()
            .map(|one| format!("{} {}", one.path.display(), one.target.display()))
            .collect();
        assert_eq!(
            links,
            [
                "/usr/local/lib/lirio-devices/libcuda.so.1 /usr/lib/libcuda.so.550",
                "/usr/local/lib/lirio-devices/libcuda.so.550 /usr/lib/libcuda.so.550",
                "/usr/local/lib/lirio-devices/libnvidia-glcore.so.550 /usr/lib/libnvidia-glcore.so.550",
                "/usr/local/lib/lirio-devices/libcuda.so /usr/lib/libcuda.so",
                "/usr/lib/libcuda.so libcuda.so.1",
                "/usr/bin/x y",
            ]
        );
        let path: Vec<_> = found.library_path.iter().map(|one| one.to_str().unwrap()).collect();
        assert_eq!(path, [FOLDER, "/opt/wsl/lib"]);
        assert!(found.library_folders.is_empty());
    }

    #[test]
    fn without_libraries_nothing_is_added() {
        let edits = Edits { library_folders: vec!["/usr/lib".into()], ..Edits::default() };
        assert_eq!(linked(edits, |_| Found::Other), Edits::default());
    }
}
