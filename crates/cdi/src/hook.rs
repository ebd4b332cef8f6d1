//! What the programs would do that a CDI file wants executed.
//!
//! They run on the machine with the runtime's privileges, in a container's file system that an image has filled.  So
//! none is run here: of those that are known, the effect is described, and the runtime brings it about within the
//! container's root.  Of others the user is told.

use crate::edits::{Edits, FolderMode, Link, absolute};

/// The longest text of a hook that is shown.
const SHOWN: usize = 200;

/// Hooks that need not run here.
const NEEDLESS: &[(&str, &str)] = &[
    // NVML would make and change device nodes; in a container of lirio's neither is possible.
    ("disable-device-node-modification", "containers cannot make or change device nodes"),
    ("update-nvidia-params", "containers cannot make or change device nodes"),
    // Which GPU draws on a screen.
    ("update-application-profile", "it is about screens"),
];

/// Adds the effect of a hook; tells if there is none, and what is wrong with it if it cannot be read.
pub(crate) fn apply(
    edits: &mut Edits,
    moment: &str,
    path: &str,
    arguments: &[String],
) -> Result<Option<String>, String> {
    // After the program's own name; `nvidia-ctk` has its hooks behind a word of their own.
    let words: Vec<&str> = arguments.iter().skip(1).map(String::as_str).collect();
    let (name, rest) = match words.as_slice() {
        ["hook", name, rest @ ..] => (*name, rest),
        [name, rest @ ..] => (*name, rest),
        [] => ("", &[][..]),
    };
    if NEEDLESS.iter().any(|(needless, _)| *needless == name) {
        return Ok(None);
    }
    match name {
        "create-symlinks" => {
            for value in values(rest, "--link") {
                let link = value.split_once("::").ok_or_else(|| format!("{value:?} is not target::link"))?;
                edits.links.push(Link::new(link.1, link.0)?);
            }
        }
        // Both make the loader find what is in these folders.
        "update-ldcache" | "create-soname-symlinks" => {
            for value in values(rest, "--folder") {
                let folder = absolute(value)?;
                if !edits.library_folders.contains(&folder) {
                    edits.library_folders.push(folder);
                }
            }
        }
        "chmod" => {
            let mode = values(rest, "--mode").last().unwrap_or_default();
            let mode = u32::from_str_radix(mode, 8).map_err(|_| format!("{mode:?} is no mode"))?;
            for value in values(rest, "--path") {
                let path = absolute(value)?;
                // Elsewhere are files of the image, and of the machine.
                if !path.starts_with("/dev") || path.components().count() < 3 {
                    return Ok(Some(format!("the mode of {} is left as it is", path.display())));
                }
                edits.modes.push(FolderMode { path, mode: mode & 0o777 });
            }
        }
        "enable-cuda-compat" => {
            return Ok(Some(
                "the hook enable-cuda-compat is left out: an image made for a newer driver than this machine's does \
                 not use its own compatibility libraries"
                    .to_owned(),
            ));
        }
        _ => {
            let shown: String = [path].into_iter().chain(words).collect::<Vec<_>>().join(" ");
            let shown: String = shown.chars().filter(|one| !one.is_control()).take(SHOWN).collect();
            return Ok(Some(format!("the hook {shown} ({moment}) is not known and is left out")));
        }
    }
    Ok(None)
}

/// The values of a flag: `--flag value` and `--flag=value`.
fn values<'a>(words: &'a [&'a str], flag: &'a str) -> impl Iterator<Item = &'a str> {
    let mut words = words.iter();
    std::iter::from_fn(move || {
        loop {
            let word = words.next()?;
            if *word == flag {
                return words.next().copied();
            }
            if let Some(value) = word.strip_prefix(flag).and_then(|rest| rest.strip_prefix('=')) {
                return Some(value);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let mut edits = Edits::default();
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        let found = match apply(&mut edits, "createContainer", "/usr/bin/x", &words) {
            Ok(None) => {
                let links =
                    edits.links.iter().map(|one| format!("{}->{}", one.path.display(), one.target.display()));
                let folders = edits.library_folders.iter().map(|one| format!("libraries {}", one.display()));
                let modes = edits.modes.iter().map(|one| format!("{:o} {}", one.mode, one.path.display()));
                links.chain(folders).chain(modes).collect::<Vec<_>>().join(", ")
            }
            Ok(Some(warning)) => {
                assert_eq!(edits, Edits::default());
                format!("told: {warning}")
            }
            Err(problem) => format!("bad: {problem}"),
        };
        assert!(found.starts_with(expected) && (found.is_empty() == expected.is_empty()), "{line}: {found}");
    }

    #[test]
    fn known_hooks_are_described() {
        check(
            "nvidia-cdi-hook create-symlinks --link libcuda.so.1::/usr/lib64/libcuda.so --link=../a::/usr/b",
            "/usr/lib64/libcuda.so->libcuda.so.1, /usr/b->../a",
        );
        check("nvidia-ctk hook create-symlinks --link a::/b", "/b->a");
        check(
            "nvidia-cdi-hook update-ldcache --folder /usr/lib64 --folder /usr/lib64/vdpau",
            "libraries /usr/lib64, ",
        );
        check("nvidia-cdi-hook update-ldcache --ldconfig-path @/sbin/ldconfig --folder /x", "libraries /x");
        check("nvidia-cdi-hook chmod --mode 4755 --path /dev/dri", "755 /dev/dri");
        check("nvidia-cdi-hook disable-device-node-modification", "");
        check("nvidia-cdi-hook create-symlinks", "");
    }

    #[test]
    fn others_are_told_of_and_bad_ones_refused() {
        check(
            "nvidia-cdi-hook enable-cuda-compat --host-driver-version=570.1",
            "told: the hook enable-cuda-compat",
        );
        check("own-hook do-it --now", "told: the hook /usr/bin/x do-it --now (createContainer) is not known");
        check("x", "told: the hook /usr/bin/x (createContainer)");
        check("nvidia-cdi-hook chmod --mode 755 --path /etc", "told: the mode of /etc");
        check("nvidia-cdi-hook chmod --mode 755 --path /dev", "told: the mode of /dev");
        check("nvidia-cdi-hook chmod --mode x --path /dev/dri", "bad: \"x\" is no mode");
        check("nvidia-cdi-hook create-symlinks --link ab", "bad: \"ab\" is not target::link");
        check("nvidia-cdi-hook create-symlinks --link a::/../etc/b", "bad: ");
        check("nvidia-cdi-hook create-symlinks --link a::b", "bad: ");
        check("nvidia-cdi-hook update-ldcache --folder usr", "bad: ");
    }
}
