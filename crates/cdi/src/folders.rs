//! The folders where CDI files lie, and what is in them together.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};

use crate::edits::Edits;
use crate::elf;
use crate::gpus::{Candidate, distinct};
use crate::libraries::{Found, linked};
use crate::spec::{Format, Spec};

/// The most files of one folder that are read.
const MOST_FILES: usize = 256;
/// The most bytes of one file that are read: more than a file may have.
const MOST_BYTES: u64 = (4 << 20) + 1;
/// The class of GPUs.
const GPU: &str = "gpu";

/// Where CDI files lie, the most important folder last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders(pub Vec<PathBuf>);

impl Default for Folders {
    /// Those of the specification.
    fn default() -> Self {
        Folders(vec!["/etc/cdi".into(), "/var/run/cdi".into()])
    }
}

impl std::fmt::Display for Folders {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let folders: Vec<String> = self.0.iter().map(|folder| folder.display().to_string()).collect();
        formatter.write_str(&folders.join(" and "))
    }
}

/// The GPUs of a machine.
#[derive(Clone, Debug, Default)]
pub struct Machine {
    gpus: Vec<String>,
    /// By qualified name: what a container gets with the device, and, first, the number of its file.
    devices: BTreeMap<String, (usize, Edits)>,
    /// What it gets with any device of a file.
    files: Vec<Edits>,
    /// Files that describe GPUs.
    read: usize,
    warnings: Vec<String>,
}

/// A device that no file describes any more.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the device {name} is described by no CDI file in {folders} any more, or is not there: {why}")]
pub struct UnknownDevice {
    /// Its qualified name: `nvidia.com/gpu=0`.
    pub name: String,
    /// Where it was looked for.
    pub folders: String,
    /// What is known besides.
    pub why: String,
}

/// A device of a file.
struct Entry {
    name: String,
    file: usize,
    folder: usize,
    edits: Edits,
}

impl Folders {
    /// Reads all files.  What cannot be used is left out and told of ([`Machine::warnings`]).
    pub fn read(&self) -> Machine {
        let mut machine = Machine::default();
        let mut entries: Vec<(String, Entry)> = Vec::new();
        for (number, folder) in self.0.iter().enumerate() {
            for path in files_of(folder, &mut machine.warnings) {
                let spec = match read_file(&path) {
                    Ok(None) => continue,
                    Ok(Some(spec)) => spec,
                    Err(problem) => {
                        machine.warnings.push(format!("{}: {problem}; it is left out", path.display()));
                        continue;
                    }
                };
                machine.read += 1;
                let warnings = spec.warnings.iter().map(|warning| format!("{}: {warning}", path.display()));
                machine.warnings.extend(warnings);
                let file = machine.files.len();
                machine.files.push(spec.edits);
                for device in spec.devices {
                    let qualified = format!("{}={}", spec.kind, device.name);
                    entries.push((
                        qualified,
                        Entry { name: device.name, file, folder: number, edits: device.edits },
                    ));
                }
            }
        }
        machine.take(entries);
        machine
    }
}

impl Machine {
    /// Takes devices in: later folders go before earlier ones, and what two files of one folder describe is neither's.
    fn take(&mut self, entries: Vec<(String, Entry)>) {
        let mut highest: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for (qualified, entry) in &entries {
            let at = highest.entry(qualified.clone()).or_insert((entry.folder, 0));
            match entry.folder.cmp(&at.0) {
                std::cmp::Ordering::Greater => *at = (entry.folder, 1),
                std::cmp::Ordering::Equal => at.1 += 1,
                std::cmp::Ordering::Less => {}
            }
        }
        let mut candidates = Vec::new();
        let mut names = Vec::new();
        let mut twice = BTreeSet::new();
        for (qualified, entry) in entries {
            let (folder, count) = highest.get(&qualified).copied().unwrap_or_default();
            if entry.folder != folder {
                continue;
            }
            if count > 1 {
                if twice.insert(qualified.clone()) {
                    self.warnings.push(format!(
                        "{qualified} is described by several files of one folder; it is left out"
                    ));
                }
                continue;
            }
            let common = self.files.get(entry.file).map(|edits| edits.nodes.as_slice()).unwrap_or_default();
            if let Some(problem) = common.iter().chain(&entry.edits.nodes).find_map(|node| node.check().err())
            {
                self.warnings.push(format!(
                    "{qualified} is left out: {problem}; have its tool write the CDI file again"
                ));
                continue;
            }
            let nodes = entry.edits.nodes.iter().map(|node| node.identity().to_owned()).collect();
            candidates.push(Candidate { name: entry.name, nodes });
            names.push(qualified.clone());
            self.devices.insert(qualified, (entry.file, entry.edits));
        }
        self.gpus = distinct(&candidates).into_iter().map(|number| names[number].clone()).collect();
    }

    /// The qualified names of the GPUs, each named once: `nvidia.com/gpu=0`.
    pub fn gpus(&self) -> &[String] {
        &self.gpus
    }

    /// What was left out, in words.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// What a container is given that gets these devices.
    ///
    /// # Errors
    ///
    /// [`UnknownDevice`] names the first that is not there.
    pub fn edits(&self, names: &[String], folders: &Folders) -> Result<Edits, UnknownDevice> {
        let mut all = Edits::default();
        let mut own = Edits::default();
        for name in names {
            let Some((file, edits)) = self.devices.get(name) else {
                let why = self.warnings.iter().find(|warning| warning.contains(&**name));
                return Err(UnknownDevice {
                    name: name.clone(),
                    folders: folders.to_string(),
                    why: why.cloned().unwrap_or_else(|| "no file names it".to_owned()),
                });
            };
            if let Some(common) = self.files.get(*file) {
                all.add(common);
            }
            own.add(edits);
        }
        all.add(&own);
        Ok(linked(all, find))
    }

    /// Why there is no GPU, and what to do.  `nvidia`: whether a driver of NVIDIA's has made `/dev/nvidia0`.
    pub fn why_none(&self, folders: &Folders, nvidia: bool) -> String {
        let command = "`nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml`";
        let problems = self.warnings.join("; ");
        let seen = match (self.read, problems.is_empty()) {
            (0, true) => format!("no CDI file in {folders} describes one"),
            _ => format!("the CDI files in {folders} give none that can be used ({problems})"),
        };
        let todo = if nvidia {
            format!(
                "/dev/nvidia0 is there: run {command} (it comes with the NVIDIA Container Toolkit) and start lirio again"
            )
        } else {
            format!(
                "with the driver of the GPU installed, have its tool write the file (NVIDIA: {command}) and start lirio again"
            )
        };
        format!("{seen}; {todo}")
    }
}

/// The files of a folder that may be CDI files, in the order of their names.
fn files_of(folder: &Path, warnings: &mut Vec<String>) -> Vec<PathBuf> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Vec::new(),
        Err(error) => {
            warnings.push(format!("{}: {error}; it is left out", folder.display()));
            return Vec::new();
        }
    };
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("json" | "yaml") => files.push(path),
            Some("yml") => {
                warnings.push(format!("{}: CDI files end in .yaml or .json; it is left out", path.display()))
            }
            _ => {}
        }
        if files.len() > MOST_FILES {
            warnings.push(format!("{}: only {MOST_FILES} files are read", folder.display()));
            break;
        }
    }
    files.sort_unstable();
    files.truncate(MOST_FILES);
    files
}

/// The file, if it describes GPUs.
fn read_file(path: &Path) -> Result<Option<Spec>, String> {
    let plain = |error: std::io::Error| error.to_string();
    // A pipe would be waited for.
    if !fs::metadata(path).map_err(plain)?.is_file() {
        return Err("it is no file".to_owned());
    }
    let mut bytes = Vec::new();
    fs::File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes)).map_err(plain)?;
    let text = String::from_utf8(bytes).map_err(|_| "it is no text in UTF-8".to_owned())?;
    let is_json = path.extension().is_some_and(|extension| extension == "json");
    let format = if is_json { Format::Json } else { Format::Yaml };
    match Spec::parse(&text, format) {
        Ok(spec) => Ok(Some(spec).filter(|spec| spec.kind.class == GPU)),
        // Of other devices nothing is wanted, whatever is wrong with them.
        Err(_) if !text.contains("/gpu") => Ok(None),
        Err(error) => Err(error.to_string()),
    }
}

/// What is at a path: a library says so itself.
fn find(path: &Path) -> Found {
    let Ok(metadata) = fs::metadata(path) else { return Found::Other };
    if metadata.is_dir() {
        return Found::Folder;
    }
    if !metadata.is_file() {
        return Found::Other;
    }
    let Ok(file) = fs::File::open(path) else { return Found::Other };
    let read = |at: u64, length: usize| {
        let mut bytes = vec![0; length];
        file.read_exact_at(&mut bytes, at).ok()?;
        Some(bytes)
    };
    elf::soname(read).map_or(Found::Other, Found::Library)
}
