//! Deployment packages: what a zip may hold, and its files on disk.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Cursor, Read as _, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use bytes::Bytes;
use lirio_api::{AwsError, lambda::errors};
use sha2::{Digest as _, Sha256};
use zip::ZipArchive;

use crate::elf::{self, ARCHITECTURE, Unfit};

/// Lambda's limit on a package, unpacked, in bytes.
pub(crate) const MOST_UNPACKED: u64 = 262_144_000;
/// Far more files than a program without libraries has.
const MOST_ENTRIES: usize = 10_000;
/// Where a program's segments are listed.
const HEAD: usize = 64 * 1024;

/// What is known of a package that was found good.
#[derive(Clone, Debug)]
pub(crate) struct Package {
    /// The zip.
    pub(crate) zip: Bytes,
    /// SHA-256 of it.
    digest: [u8; 32],
}

impl Package {
    /// Checks a zip to its last byte; slow, so not for an async thread.
    ///
    /// # Errors
    ///
    /// `InvalidParameterValueException` says what is wrong with which entry.
    pub(crate) fn check(zip: Bytes) -> Result<Package, AwsError> {
        let mut seen = Seen::default();
        let mut head = None;
        entries(&zip, |path, mode, reader| {
            seen.add(&path, mode.is_none())?;
            let wanted = if path == Path::new("bootstrap") { HEAD } else { 0 };
            let mut start = Vec::new();
            reader.take(wanted as u64).read_to_end(&mut start).map_err(|_| unreadable())?;
            io::copy(reader, &mut io::sink()).map_err(|_| unreadable())?;
            if wanted > 0 && mode.is_some() {
                head = Some(start);
            }
            Ok(())
        })?;
        let problem = match head.as_deref().map(elf::check) {
            Some(Ok(())) => return Ok(Package { digest: Sha256::digest(&zip).into(), zip }),
            None => "the package has no file \"bootstrap\" at its top: it is the program that is run".to_owned(),
            Some(Err(Unfit::Dynamic)) => "bootstrap is dynamically linked; build it with -C target-feature=+crt-static (there are no libraries and no loader beside the function's own files)".to_owned(),
            Some(Err(Unfit::OtherMachine)) => format!("bootstrap is a program for another processor than this machine's, {ARCHITECTURE}"),
            Some(Err(Unfit::NotAProgram)) => "bootstrap is not a 64-bit ELF program (scripts have no interpreter beside the function's own files)".to_owned(),
        };
        Err(invalid(problem))
    }

    /// `CodeSha256`.
    pub(crate) fn sha256(&self) -> String {
        base64::engine::general_purpose::STANDARD.encode(self.digest)
    }

    /// The digest as a folder's name.
    pub(crate) fn hex(&self) -> String {
        self.digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Unpacks a checked zip into a new folder, whole or not at all; does nothing if the folder is there.
pub(crate) fn unpack(zip: &Bytes, folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let parent = folder.parent().ok_or_else(|| io::Error::other("the folder of code has no parent"))?;
    fs::create_dir_all(parent)?;
    let temporary = parent.join(format!(".new-{}", lirio_service::hex_id::<8>()));
    let outcome = write_files(zip, &temporary).and_then(|()| fs::rename(&temporary, folder));
    if outcome.is_err() {
        // The remains would only take room; the error of the unpacking is what matters.
        let _ = fs::remove_dir_all(&temporary);
    }
    // Another call may have been first with the same files.
    if folder.is_dir() { Ok(()) } else { outcome }
}

fn write_files(zip: &Bytes, folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
    entries(zip, |path, mode, reader| {
        let failed = |error: io::Error| AwsError::file(path.display(), &error);
        let target = folder.join(&path);
        let Some(mode) = mode else { return fs::create_dir_all(&target).map_err(failed) };
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(failed)?;
        }
        let executable = mode & 0o111 != 0 || path == Path::new("bootstrap");
        let mode = if executable { 0o755 } else { 0o644 };
        let mut file =
            fs::OpenOptions::new().write(true).create_new(true).mode(mode).open(&target).map_err(failed)?;
        io::copy(reader, &mut file).map_err(failed)?;
        file.flush().map_err(failed)
    })
    .map_err(|error| {
        let kind = if error.status == 507 { io::ErrorKind::StorageFull } else { io::ErrorKind::Other };
        io::Error::new(kind, error.detail.unwrap_or(error.message))
    })
}

/// Visits the entries: the path inside, the mode of a file (none for a folder), the bytes. However large an
/// entry says it is, no more than the limit is read of all together.
fn entries(
    zip: &Bytes,
    mut visit: impl FnMut(PathBuf, Option<u32>, &mut dyn io::Read) -> Result<(), AwsError>,
) -> Result<(), AwsError> {
    let mut archive = ZipArchive::new(Cursor::new(zip.as_ref())).map_err(|_| unreadable())?;
    if archive.len() > MOST_ENTRIES {
        return Err(invalid(format!(
            "the package has {} entries; at most {MOST_ENTRIES} are served",
            archive.len()
        )));
    }
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| unreadable())?;
        let name = entry.name().to_owned();
        let Some(path) =
            entry.enclosed_name().filter(|path| !name.starts_with('/') && path.file_name().is_some())
        else {
            return Err(invalid(format!("the entry {name:?} leads out of the package")));
        };
        if entry.is_symlink() {
            return Err(invalid(format!("the entry {name:?} is a symbolic link; links are not served")));
        }
        let mode = (!entry.is_dir()).then(|| entry.unix_mode().unwrap_or(0o644));
        let mut limited = entry.take(left + 1);
        visit(path, mode, &mut limited)?;
        let read = left + 1 - limited.limit();
        left = left
            .checked_sub(read)
            .ok_or_else(|| invalid(format!("Unzipped size must be smaller than {MOST_UNPACKED} bytes")))?;
    }
    Ok(())
}

/// The paths met so far: no file twice, and no file where a folder has to be.
#[derive(Default)]
struct Seen {
    files: HashSet<PathBuf>,
    folders: HashSet<PathBuf>,
}

impl Seen {
    fn add(&mut self, path: &Path, folder: bool) -> Result<(), AwsError> {
        let twice = || invalid(format!("the package has {:?} twice", path.display()));
        for parent in path.ancestors().skip(usize::from(!folder)).filter(|p| p.file_name().is_some()) {
            if self.files.contains(parent) {
                return Err(twice());
            }
            self.folders.insert(parent.to_owned());
        }
        if !folder && (self.folders.contains(path) || !self.files.insert(path.to_owned())) {
            return Err(twice());
        }
        Ok(())
    }
}

fn invalid(message: impl Into<String>) -> AwsError {
    errors::invalid_parameter_value_exception(message)
}

fn unreadable() -> AwsError {
    invalid("Could not unzip uploaded file. Please check your file, then try to upload again.")
}

#[cfg(test)]
mod tests {
    use zip::write::SimpleFileOptions;

    use super::*;
    use crate::elf;

    fn pack(files: &[(&str, &[u8])]) -> Bytes {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
            writer.start_file(*name, stored).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner().into()
    }

    #[track_caller]
    fn check(zip: Bytes, expected: &str) {
        let error = Package::check(zip).expect_err("the package is refused");
        assert!(error.message.contains(expected), "{}", error.message);
        assert_eq!(error.code, "InvalidParameterValueException");
    }

    #[test]
    fn bad_packages_are_refused() {
        let program = elf::tests::fit();
        check(Bytes::from_static(b"not a zip"), "Could not unzip");
        check(pack(&[]), "no file \"bootstrap\"");
        check(pack(&[("bin/bootstrap", &program)]), "no file \"bootstrap\"");
        check(pack(&[("bootstrap", b"#!/bin/sh")]), "not a 64-bit ELF");
        check(pack(&[("bootstrap", &program), ("../x", b"")]), "leads out");
        check(pack(&[("bootstrap", &program), ("/etc/x", b"")]), "leads out");
        check(pack(&[("bootstrap", &program), ("bootstrap/x", b"")]), "twice");
        check(pack(&[("bootstrap", &elf::tests::program(1, &[1]))]), "another processor");
        let mut broken = pack(&[("bootstrap", &program), ("data", &[7; 10_000])]).to_vec();
        let middle = broken.len() / 2;
        broken[middle] ^= 0x55;
        check(broken.into(), "Could not unzip");
    }

    #[test]
    fn a_package_is_unpacked_once() {
        let zip = pack(&[("bootstrap", &elf::tests::fit()), ("data/a.txt", b"abc")]);
        let package = Package::check(zip.clone()).expect("a good package");
        let folder = std::env::temp_dir().join(format!("lirio-lambda-{}", lirio_service::hex_id::<8>()));
        let target = folder.join(package.hex());
        unpack(&zip, &target).unwrap();
        unpack(&zip, &target).unwrap();
        assert_eq!(fs::read(target.join("data/a.txt")).unwrap(), b"abc");
        assert_eq!(fs::metadata(target.join("bootstrap")).unwrap().permissions().mode() & 0o777, 0o755);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(folder).unwrap();
    }
}
