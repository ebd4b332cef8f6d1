//! Devices of the machine, and the files that come with them, in a container's root.
//!
//! Paths of files (libraries of a driver, links to them) lead through what the image has, so they are walked only
//! after the root was entered, when every link leads to a place inside, and before `/proc` is mounted, whose own links
//! lead elsewhere.  `/dev` holds nothing of the image's.

use std::fs;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use lirio_cdi::{Edits, Link};

use super::rootfs::{
    ATTRIBUTE_NO_DEVICES, ATTRIBUTE_NO_EXEC, ATTRIBUTE_NO_SUID, ATTRIBUTE_READ_ONLY, attach, take_device,
    take_hold,
};
use crate::error::{AtStep, SetupFailure, SetupStep};
use crate::sys;

/// What was taken hold of outside, in the order of the edits.
pub(super) struct Given {
    nodes: Vec<OwnedFd>,
    mounts: Vec<OwnedFd>,
}

/// Takes hold of devices and files, by descriptor.
pub(super) fn take_hold_of(edits: &Edits) -> Result<Given, SetupFailure> {
    let mut nodes = Vec::new();
    for node in &edits.nodes {
        nodes.push(take_device(&node.source)?);
    }
    let mut mounts = Vec::new();
    for mount in &edits.mounts {
        let source = take_hold(&mount.source)?;
        let no_exec = if mount.no_exec { ATTRIBUTE_NO_EXEC } else { 0 };
        let attributes = ATTRIBUTE_READ_ONLY | ATTRIBUTE_NO_SUID | ATTRIBUTE_NO_DEVICES | no_exec;
        sys::set_mount_attributes(source.as_fd(), attributes)
            .at(SetupStep::BindSource, mount.source.display())?;
        mounts.push(source);
    }
    Ok(Given { nodes, mounts })
}

/// Mounts files and makes links, but for those in `/dev`, which is not there yet.
pub(super) fn place_files(edits: &Edits, given: &Given) -> Result<(), SetupFailure> {
    for (mount, source) in edits.mounts.iter().zip(&given.mounts) {
        attach(source, &mount.target).at(SetupStep::BindTarget, mount.target.display())?;
    }
    make_links(edits.links.iter().filter(|link| !link.path.starts_with("/dev")))
}

/// Makes devices visible, and what else there is in `/dev`.
pub(super) fn place_nodes(edits: &Edits, given: &Given) -> Result<(), SetupFailure> {
    for (node, source) in edits.nodes.iter().zip(&given.nodes) {
        attach(source, &node.path).at(SetupStep::Device, node.path.display())?;
    }
    make_links(edits.links.iter().filter(|link| link.path.starts_with("/dev")))?;
    for wanted in &edits.modes {
        // The folders are of our own making; a device's mode is the machine's.
        if fs::symlink_metadata(&wanted.path).is_ok_and(|found| found.is_dir()) {
            fs::set_permissions(&wanted.path, fs::Permissions::from_mode(wanted.mode))
                .at(SetupStep::Device, wanted.path.display())?;
        }
    }
    Ok(())
}

fn make_links<'a>(links: impl Iterator<Item = &'a Link>) -> Result<(), SetupFailure> {
    for link in links {
        make_link(&link.path, &link.target).at(SetupStep::DeviceLink, link.path.display())?;
    }
    Ok(())
}

/// Makes a link in place of a file or link that is there.
fn make_link(path: &Path, target: &Path) -> io::Result<()> {
    if fs::read_link(path).is_ok_and(|known| known == target) {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => symlink(target, path),
    }
}
