//! The user of a container, looked up in the image.

use std::fs::File;
use std::io::Read;
use std::os::fd::OwnedFd;
use std::path::PathBuf;

use rustix::fs::{Mode, OFlags, ResolveFlags};
use serde::{Deserialize, Serialize};

/// More than any account file of an image needs.
const LARGEST_FILE: u64 = 1 << 20;

/// Numbers instead of names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ResolvedUser {
    pub(crate) uid: u32,
    pub(crate) gid: u32,
    pub(crate) groups: Vec<u32>,
    pub(crate) home: String,
}

/// Resolves `uid[:gid]` or `name[:group]`; root when there is none.
///
/// # Errors
///
/// A sentence for the caller: the name is not in the image, or the number is not one.
pub(crate) fn resolve(user: Option<&str>, layers: &[PathBuf]) -> Result<ResolvedUser, String> {
    let user = user.filter(|user| !user.is_empty()).unwrap_or("0");
    resolve_in(user, &read_from_image(layers, "etc/passwd"), &read_from_image(layers, "etc/group"))
}

fn resolve_in(user: &str, passwd: &str, group: &str) -> Result<ResolvedUser, String> {
    let (user, wanted_group) = match user.split_once(':') {
        Some((user, group)) => (user, Some(group)),
        None => (user, None),
    };
    let account = passwd.lines().map(|line| line.split(':').collect::<Vec<_>>()).find(|fields| {
        fields.len() >= 6 && (fields[0] == user || user.parse::<u32>().is_ok_and(|_| fields[2] == user))
    });
    let number = |field: &str| {
        field.parse::<u32>().map_err(|_| format!("/etc/passwd of the image is damaged at {user:?}"))
    };
    let (uid, own_gid, name, home) = match &account {
        Some(fields) => (number(fields[2])?, number(fields[3])?, fields[0], fields[5]),
        None => {
            let uid = user.parse().map_err(|_| format!("user {user:?} is not in the image's /etc/passwd"))?;
            (uid, 0, "", if uid == 0 { "/root" } else { "/" })
        }
    };
    let groups: Vec<Vec<&str>> = group
        .lines()
        .map(|line| line.split(':').collect::<Vec<_>>())
        .filter(|fields| fields.len() >= 4)
        .collect();
    let gid = match wanted_group {
        None | Some("") => own_gid,
        Some(wanted) => {
            match groups.iter().find(|fields| fields[0] == wanted).and_then(|fields| fields[2].parse().ok()) {
                Some(gid) => gid,
                None => wanted
                    .parse()
                    .map_err(|_| format!("group {wanted:?} is not in the image's /etc/group"))?,
            }
        }
    };
    // As with Docker, a group that is asked for replaces those of the account.
    let supplementary =
        |fields: &&Vec<&str>| !name.is_empty() && fields[3].split(',').any(|member| member == name);
    let groups = match wanted_group {
        None | Some("") => {
            groups.iter().filter(supplementary).filter_map(|fields| fields[2].parse().ok()).collect()
        }
        Some(_) => Vec::new(),
    };
    let home = if home.is_empty() { "/" } else { home };
    Ok(ResolvedUser { uid, gid, groups, home: home.to_owned() })
}

/// A file of the image, from the topmost layer that has it; empty if none does.
fn read_from_image(layers: &[PathBuf], path: &str) -> String {
    for layer in layers.iter().rev() {
        let Ok(file) = open_in_root(layer, path) else { continue };
        let Ok(metadata) = file.metadata() else { continue };
        // A layer that removes the file has a device in its place.
        if !metadata.is_file() {
            return String::new();
        }
        let mut text = Vec::new();
        if file.take(LARGEST_FILE).read_to_end(&mut text).is_ok() {
            return String::from_utf8_lossy(&text).into_owned();
        }
    }
    String::new()
}

/// Opens a path with the layer as the root: a symbolic link in an image never leads to the host.
fn open_in_root(layer: &PathBuf, path: &str) -> rustix::io::Result<File> {
    let directory: OwnedFd =
        rustix::fs::open(layer, OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
    // NONBLOCK, so that a pipe in the image's place of the file does not hold us up.
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK;
    let resolve = ResolveFlags::IN_ROOT | ResolveFlags::NO_MAGICLINKS;
    Ok(File::from(rustix::fs::openat2(directory, path, flags, Mode::empty(), resolve)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSWD: &str = "root:x:0:0:root:/root:/bin/sh\nmodel:x:1001:1002::/home/model:/bin/sh\nbroken\n";
    const GROUP: &str = "root:x:0:\nmodel:x:1002:\ngpu:x:44:model,other\nstaff:x:50:\n";

    #[track_caller]
    fn check(user: &str, expected: Result<(u32, u32, &[u32], &str), &str>) {
        let found = resolve_in(user, PASSWD, GROUP);
        match expected {
            Ok((uid, gid, groups, home)) => {
                let expected = ResolvedUser { uid, gid, groups: groups.to_vec(), home: home.to_owned() };
                assert_eq!(found, Ok(expected));
            }
            Err(part) => assert!(found.as_ref().is_err_and(|text| text.contains(part)), "{found:?}"),
        }
    }

    #[test]
    fn users_are_resolved_as_an_image_means_them() {
        check("0", Ok((0, 0, &[], "/root")));
        check("root", Ok((0, 0, &[], "/root")));
        check("model", Ok((1001, 1002, &[44], "/home/model")));
        check("1001", Ok((1001, 1002, &[44], "/home/model")));
        check("model:staff", Ok((1001, 50, &[], "/home/model")));
        check("1001:7", Ok((1001, 7, &[], "/home/model")));
        check("4242", Ok((4242, 0, &[], "/")));
        check("nobody", Err("/etc/passwd"));
        check("model:nogroup", Err("/etc/group"));
    }

    #[test]
    fn a_link_in_an_image_does_not_lead_to_the_host() {
        let layer = std::env::temp_dir().join(format!("lirio-user-{}", std::process::id()));
        std::fs::create_dir_all(layer.join("etc")).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", layer.join("etc/passwd")).unwrap();
        let layers = [layer.clone()];
        assert_eq!(read_from_image(&layers, "etc/passwd"), "");
        std::fs::remove_dir_all(layer).unwrap();
    }
}
