//! What a training has left in `/opt/ml`.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use crate::checks::Id;
use crate::configuration::human_size;
use crate::finding::Finding;

/// More files than are looked at.
const MOST: usize = 100_000;
/// Files that are named.
const NAMED: usize = 3;

/// Tells one content of a file from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    size: u64,
    inode: u64,
    modified: (i64, i64),
}

/// The files below a folder, by their paths in it; links count as files, and are not followed.
pub(crate) type Tree = BTreeMap<PathBuf, Stamp>;

/// Looks through a folder. What cannot be read is not there.
pub(crate) fn tree(root: &Path) -> Tree {
    let mut found = Tree::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root.join(&folder)).into_iter().flatten().flatten() {
            let path = folder.join(entry.file_name());
            let Ok(metadata) = entry.metadata() else { continue };
            if metadata.is_dir() {
                folders.push(path);
            } else if found.len() < MOST {
                let modified = (metadata.mtime(), metadata.mtime_nsec());
                found.insert(path, Stamp { size: metadata.len(), inode: metadata.ino(), modified });
            }
        }
    }
    found
}

/// What there is where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Left {
    pub(crate) model: Vec<(PathBuf, u64)>,
    /// Nobody keeps these.
    pub(crate) lost: Vec<PathBuf>,
    /// These were to be read only.
    pub(crate) input: Vec<PathBuf>,
}

impl Left {
    /// Compares what was there before with what is there after a training.
    pub(crate) fn between(before: &Tree, after: &Tree) -> Self {
        let mut left = Self::default();
        for (path, stamp) in after {
            if path.starts_with("model") {
                left.model.push((path.clone(), stamp.size));
            } else if before.get(path) == Some(stamp) || is_kept(path) {
                continue;
            } else if path.starts_with("input") {
                left.input.push(path.clone());
            } else {
                left.lost.push(path.clone());
            }
        }
        // What was taken away was written to as well.
        left.input.extend(before.keys().filter(|path| !after.contains_key(*path)).cloned());
        left
    }

    /// Whether there is a model.
    pub(crate) fn judge_model(&self, lines: &[String]) -> Finding {
        let id = Id::TrainModel;
        if !self.model.is_empty() {
            let bytes = self.model.iter().map(|(_, size)| size).sum();
            let paths: Vec<&PathBuf> = self.model.iter().map(|(path, _)| path).collect();
            return Finding::pass(id, format!("{}, {}", named(&paths), human_size(bytes)));
        }
        if self.lost.is_empty() {
            return Finding::fail(id, "/opt/ml/model is empty").lines(lines);
        }
        let paths: Vec<&PathBuf> = self.lost.iter().collect();
        Finding::fail(id, format!("/opt/ml/model is empty; it wrote {}", named(&paths)))
    }

    /// Whether something is where nobody looks.
    pub(crate) fn judge_lost(&self) -> Finding {
        let id = Id::TrainLost;
        if self.lost.is_empty() {
            return Finding::pass(id, "nothing is left where nobody looks");
        }
        if self.model.is_empty() {
            return Finding::not_checked(id, "train.model tells what it wrote");
        }
        let paths: Vec<&PathBuf> = self.lost.iter().collect();
        Finding::warn(
            id,
            format!("it wrote {}, which {} lost", named(&paths), if paths.len() == 1 { "is" } else { "are" }),
        )
    }

    /// Whether the input is as it was.
    pub(crate) fn judge_input(&self) -> Finding {
        let id = Id::TrainInput;
        if self.input.is_empty() {
            return Finding::pass(id, "/opt/ml/input is as it was");
        }
        let paths: Vec<&PathBuf> = self.input.iter().collect();
        Finding::warn(id, format!("it changed {}", named(&paths)))
    }
}

/// Besides the model.
fn is_kept(path: &Path) -> bool {
    path.starts_with("output/data") || path == Path::new("output/failure") || path.starts_with("checkpoints")
}

/// The first paths, as the container knows them.
fn named(paths: &[&PathBuf]) -> String {
    let mut text = paths
        .iter()
        .take(NAMED)
        .map(|path| format!("/opt/ml/{}", path.display()))
        .collect::<Vec<_>>()
        .join(", ");
    if paths.len() > NAMED {
        text.push_str(&format!(" and {} more", paths.len() - NAMED));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Verdict::{self, Fail, NotChecked, Pass, Warn};

    fn of(paths: &[(&str, u64)]) -> Tree {
        let stamp = |size| Stamp { size, inode: 1, modified: (0, 0) };
        paths.iter().map(|(path, size)| (PathBuf::from(path), stamp(*size))).collect()
    }

    #[test]
    fn what_is_kept_and_what_is_lost() {
        let before = of(&[("input/config/hyperparameters.json", 10), ("input/data/training/iris.csv", 4000)]);
        let check = |written: &[(&str, u64)], expected: [(Verdict, &str); 3]| {
            let mut after = before.clone();
            after.extend(of(written));
            let left = Left::between(&before, &after);
            let findings = [left.judge_model(&[]), left.judge_lost(), left.judge_input()];
            for (finding, (verdict, seen)) in findings.iter().zip(expected) {
                assert_eq!(finding.verdict, verdict, "{finding:?}");
                assert!(finding.seen.contains(seen), "{finding:?}");
            }
        };
        let kept = (Pass, "nothing");
        let same = (Pass, "as it was");
        check(&[("model/model.json", 812)], [(Pass, "/opt/ml/model/model.json, 812 B"), kept, same]);
        check(
            &[("model/a", 1), ("output/data/holdout.csv", 9), ("output/failure", 2), ("checkpoints/1", 5)],
            [(Pass, "/opt/ml/model/a, 1 B"), kept, same],
        );
        check(&[], [(Fail, "/opt/ml/model is empty"), kept, same]);
        check(
            &[("output/model/m", 1)],
            [(Fail, "it wrote /opt/ml/output/model/m"), (NotChecked, "train.model"), same],
        );
        check(
            &[("model/a", 1), ("code/x", 1), ("output/y", 1), ("z", 1), ("zz", 1)],
            [(Pass, "/opt/ml/model/a"), (Warn, "/opt/ml/z and 1 more, which are lost"), same],
        );
        check(
            &[("model/a", 1), ("input/data/training/iris.csv", 5), ("input/data/cache", 1)],
            [
                (Pass, "model/a"),
                kept,
                (Warn, "/opt/ml/input/data/cache, /opt/ml/input/data/training/iris.csv"),
            ],
        );
    }
}
