//! Which devices are GPUs, each counted once.
//!
//! A file names one GPU several times: by its number, by its UUID, and along with the others as `all`.  What tells two
//! apart is the set of device nodes that a container gets.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// A device that may be a GPU of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its name among those of its kind: `0`.
    pub name: String,
    /// Its device nodes on the machine, without those that every device of its file comes with.
    pub nodes: BTreeSet<PathBuf>,
}

/// The places in the list of those that are GPUs, in its order.
///
/// Of devices with the same nodes the first counts; one that is all of others is none of its own, by its name (`all`)
/// or by its nodes; and one whose parts are there (a GPU that is cut with MIG) is not there as a whole.  `all` alone
/// is one, as on WSL.
pub fn distinct(candidates: &[Candidate]) -> Vec<usize> {
    let named = |number: &usize| candidates[*number].name != "all";
    let there = |number: &usize| !candidates[*number].nodes.is_empty();
    let all: Vec<usize> = (0..candidates.len()).filter(there).collect();
    let of_their_own: Vec<usize> = all.iter().copied().filter(named).collect();
    let chosen = if of_their_own.is_empty() { all } else { of_their_own };

    // By their nodes; the first of those that are the same.
    let mut first: BTreeMap<&BTreeSet<PathBuf>, usize> = BTreeMap::new();
    for number in chosen {
        first.entry(&candidates[number].nodes).or_insert(number);
    }
    let sets: Vec<&BTreeSet<PathBuf>> = first.keys().copied().collect();
    let is_union = |set: &BTreeSet<PathBuf>| {
        let parts = sets.iter().filter(|part| part.len() < set.len() && part.is_subset(set));
        let mut covered = BTreeSet::new();
        let mut count = 0;
        for part in parts {
            covered.extend(part.iter());
            count += 1;
        }
        count > 1 && covered.len() == set.len()
    };
    let single: Vec<&BTreeSet<PathBuf>> = sets.iter().copied().filter(|set| !is_union(set)).collect();
    let is_cut =
        |set: &BTreeSet<PathBuf>| single.iter().any(|other| other.len() > set.len() && set.is_subset(other));
    let mut gpus: Vec<usize> =
        single.iter().filter(|set| !is_cut(set)).filter_map(|set| first.get(*set).copied()).collect();
    gpus.sort_unstable();
    gpus
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each device is `name:node,node`.
    #[track_caller]
    fn check(devices: &[&str], expected: &[&str]) {
        let candidates: Vec<Candidate> = devices
            .iter()
            .map(|device| {
                let (name, nodes) = device.split_once('=').unwrap();
                let nodes = nodes.split(',').filter(|node| !node.is_empty()).map(PathBuf::from).collect();
                Candidate { name: name.to_owned(), nodes }
            })
            .collect();
        let found: Vec<&str> =
            distinct(&candidates).into_iter().map(|number| candidates[number].name.as_str()).collect();
        assert_eq!(found, expected, "{devices:?}");
    }

    #[test]
    fn each_gpu_counts_once() {
        check(
            &["0=nvidia0", "GPU-1=nvidia0", "1=nvidia1", "GPU-2=nvidia1", "all=nvidia0,nvidia1"],
            &["0", "1"],
        );
        check(&["0=nvidia0", "GPU-1=nvidia0", "all=nvidia0"], &["0"]);
        // AMD's share a node.
        check(&["0=kfd,renderD128", "1=kfd,renderD129", "all=kfd,renderD128,renderD129"], &["0", "1"]);
        // Another file's name for all of them.
        check(&["0=nvidia0", "1=nvidia1", "whole=nvidia0,nvidia1"], &["0", "1"]);
        check(&["all=dxg"], &["all"]);
        check(&["0=dxg", "all=dxg"], &["0"]);
        check(&["0=", "all=nvidia0"], &["all"]);
        check(&[], &[]);
    }

    #[test]
    fn a_gpu_that_is_cut_is_its_parts() {
        check(
            &["0:0=nvidia0,cap1", "0:1=nvidia0,cap2", "1=nvidia1", "all=nvidia0,nvidia1,cap1,cap2"],
            &["0:0", "0:1", "1"],
        );
        check(&["0=nvidia0", "0:0=nvidia0,cap1", "0:1=nvidia0,cap2"], &["0:0", "0:1"]);
    }
}
