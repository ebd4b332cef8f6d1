//! The machine's GPUs, and who uses which.
//!
//! A job holds its GPUs alone, as it holds its room: the queue says which (`training/capacity.rs`).  Endpoints share
//! those that endpoints use least, with jobs too, so that a machine with one GPU can train and serve on it.

use std::sync::{Arc, Mutex};

use lirio_api::AwsError;
use lirio_cdi::{Edits, Folders};

use crate::changes::lock;
use crate::instance_types;
use crate::names::refuse;

/// The device file by which NVIDIA's driver is known to be there.
const FIRST_OF_NVIDIA: &str = "/dev/nvidia0";

/// The machine's GPUs, known by their places in a list that stays the same until the platform ends.
#[derive(Debug)]
pub(crate) struct Gpus {
    folders: Folders,
    names: Vec<String>,
    /// Why there are none, and what to do.
    why_none: String,
    /// How many instances of endpoints use each.
    used: Arc<Mutex<Vec<usize>>>,
}

impl Gpus {
    /// Looks for them, and tells of what it found.
    pub(crate) fn find(folders: Folders) -> Self {
        let machine = folders.read();
        for warning in machine.warnings() {
            tracing::warn!("a description of GPUs (CDI): {warning}");
        }
        if !machine.gpus().is_empty() {
            tracing::info!(gpus = machine.gpus().join(", "), "GPUs that containers can be given");
        }
        let why_none = machine.why_none(&folders, std::path::Path::new(FIRST_OF_NVIDIA).exists());
        let names = machine.gpus().to_vec();
        Self { used: Arc::new(Mutex::new(vec![0; names.len()])), folders, names, why_none }
    }

    pub(crate) fn count(&self) -> u64 {
        self.names.len() as u64
    }

    /// Refuses an instance type whose GPUs cannot be had here: a machine with none at all has none of them.
    pub(crate) fn check(&self, instance_type: &str) -> Result<(), AwsError> {
        if instance_types::gpus(instance_type) == 0 || !self.names.is_empty() {
            return Ok(());
        }
        Err(refuse(&format!(
            "instance type {instance_type} on this machine, which has no GPU that a container can be given: {}",
            self.why_none
        )))
    }

    /// The same for the instances of a job, each of which has at least one GPU of its own: programs that share one
    /// without knowing fail, or are in each other's way.
    pub(crate) fn check_job<'a>(
        &self,
        instances: impl IntoIterator<Item = (&'a str, i64)>,
    ) -> Result<(), AwsError> {
        let mut hosts = 0_u64;
        for (instance_type, count) in instances {
            self.check(instance_type)?;
            if instance_types::gpus(instance_type) > 0 {
                hosts = hosts.saturating_add(count.unsigned_abs());
            }
        }
        if hosts <= self.count() {
            return Ok(());
        }
        Err(refuse(&format!(
            "a job with {hosts} instances that have GPUs on a machine with {}: each has at least one of its own",
            of_gpus(self.count())
        )))
    }

    /// What each host of a job gets of the GPUs that the job holds.
    pub(crate) async fn of_hosts<'a>(
        &self,
        held: &[usize],
        instance_types: impl IntoIterator<Item = &'a str>,
    ) -> Result<Vec<Edits>, String> {
        let wants: Vec<u64> = instance_types.into_iter().map(instance_types::gpus).collect();
        // They were there when the job was accepted, and may have gone since.
        let dealt = deal(&wants, held).ok_or_else(|| {
            let have = of_gpus(held.len() as u64);
            let why = if held.is_empty() { format!(": {}", self.why_none) } else { String::new() };
            format!("InternalServerError: the job's instances need a GPU each, and it has {have}{why}")
        })?;
        let mut all = Vec::new();
        for gpus in dealt {
            all.push(self.edits(&gpus).await?);
        }
        Ok(all)
    }

    /// What a container is given that gets these GPUs, as it is described now: a new driver has other files.
    pub(crate) async fn edits(&self, gpus: &[usize]) -> Result<Edits, String> {
        if gpus.is_empty() {
            return Ok(Edits::default());
        }
        let names: Vec<String> = gpus.iter().filter_map(|gpu| self.names.get(*gpu).cloned()).collect();
        let folders = self.folders.clone();
        let read = tokio::task::spawn_blocking(move || folders.read().edits(&names, &folders)).await;
        let edits =
            read.map_err(|error| error.to_string()).and_then(|edits| edits.map_err(|e| e.to_string()));
        edits.map_err(|why| format!("InternalServerError: {why}"))
    }

    /// The GPUs that endpoints use least, as many as the instance type has, or all.
    pub(crate) fn lend(&self, wanted: u64) -> Result<Lease, String> {
        let mut used = lock(&self.used);
        if wanted > 0 && used.is_empty() {
            return Err(format!("InternalServerError: there is no GPU: {}", self.why_none));
        }
        let gpus = least_used(&used, wanted);
        for gpu in &gpus {
            used[*gpu] += 1;
        }
        Ok(Lease { gpus, used: self.used.clone() })
    }
}

fn of_gpus(count: u64) -> String {
    match count {
        0 => "no GPU".to_owned(),
        1 => "1 GPU".to_owned(),
        more => format!("{more} GPUs"),
    }
}

/// GPUs that an instance of an endpoint uses until this is dropped.
#[derive(Debug)]
pub(crate) struct Lease {
    pub(crate) gpus: Vec<usize>,
    used: Arc<Mutex<Vec<usize>>>,
}

impl Drop for Lease {
    fn drop(&mut self) {
        let mut used = lock(&self.used);
        for gpu in &self.gpus {
            used[*gpu] = used[*gpu].saturating_sub(1);
        }
    }
}

fn least_used(used: &[usize], wanted: u64) -> Vec<usize> {
    let mut gpus: Vec<usize> = (0..used.len()).collect();
    gpus.sort_by_key(|gpu| (used[*gpu], *gpu));
    gpus.truncate(usize::try_from(wanted).unwrap_or(usize::MAX));
    gpus.sort_unstable();
    gpus
}

/// Deals GPUs to hosts: one to each that wants any, then in turns until all have what they want or none is left.
/// Nothing if somebody who wants one gets none.
fn deal(wants: &[u64], held: &[usize]) -> Option<Vec<Vec<usize>>> {
    let mut dealt: Vec<Vec<usize>> = wants.iter().map(|_| Vec::new()).collect();
    let mut left = held.iter();
    let mut gave = true;
    while gave {
        gave = false;
        for (gpus, wanted) in dealt.iter_mut().zip(wants) {
            if (gpus.len() as u64) < *wanted
                && let Some(gpu) = left.next()
            {
                gpus.push(*gpu);
                gave = true;
            }
        }
    }
    let all = dealt.iter().zip(wants).all(|(gpus, wanted)| *wanted == 0 || !gpus.is_empty());
    all.then_some(dealt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_gets_gpus_of_its_own() {
        let check = |wants: &[u64], held: &[usize], expected: Option<&[&[usize]]>| {
            let expected: Option<Vec<Vec<usize>>> =
                expected.map(|hosts| hosts.iter().map(|gpus| gpus.to_vec()).collect());
            assert_eq!(deal(wants, held), expected, "{wants:?} {held:?}");
        };
        check(&[1], &[3], Some(&[&[3]]));
        check(&[4], &[0, 1], Some(&[&[0, 1]]));
        check(&[1], &[0, 1], Some(&[&[0]]));
        check(&[4, 4], &[0, 1, 2, 3, 4, 5, 6, 7], Some(&[&[0, 2, 4, 6], &[1, 3, 5, 7]]));
        check(&[4, 1, 0], &[0, 1, 2], Some(&[&[0, 2], &[1], &[]]));
        check(&[1, 1], &[0], None);
        check(&[1], &[], None);
        check(&[0, 0], &[], Some(&[&[], &[]]));
        check(&[], &[], Some(&[]));
    }

    #[test]
    fn endpoints_use_what_endpoints_use_least() {
        let check = |used: &[usize], wanted, expected: &[usize]| {
            assert_eq!(least_used(used, wanted), expected, "{used:?} {wanted}");
        };
        check(&[0, 0], 1, &[0]);
        check(&[1, 0], 1, &[1]);
        check(&[2, 1, 1], 2, &[1, 2]);
        check(&[1], 8, &[0]);
        check(&[0, 0], 0, &[]);
        let gpus = Gpus { names: vec!["a".into(), "b".into()], ..Gpus::find(Folders(Vec::new())) };
        let gpus = Gpus { used: Arc::new(Mutex::new(vec![0, 0])), ..gpus };
        let first = gpus.lend(1).unwrap();
        let second = gpus.lend(1).unwrap();
        assert_eq!((&*first.gpus, &*second.gpus), (&[0][..], &[1][..]));
        drop(first);
        assert_eq!(gpus.lend(1).unwrap().gpus, [0]);
        assert_eq!(gpus.lend(8).unwrap().gpus, [0, 1]);
    }

    #[test]
    fn what_cannot_be_had_is_refused_with_what_to_do() {
        let none = Gpus::find(Folders(vec!["/no/such/folder".into()]));
        let two = Gpus { names: vec!["a".into(), "b".into()], ..Gpus::find(Folders(Vec::new())) };
        let check = |gpus: &Gpus, instances: &[(&str, i64)], expected: &str| {
            let found = gpus.check_job(instances.iter().copied()).map_err(|error| error.message);
            match expected {
                "" => assert_eq!(found, Ok(())),
                part => assert!(found.as_ref().is_err_and(|why| why.contains(part)), "{found:?}"),
            }
        };
        check(&none, &[("ml.m5.large", 2)], "");
        check(&none, &[("ml.g5.xlarge", 1)], "instance type ml.g5.xlarge on this machine, which has no GPU");
        check(&none, &[("ml.g5.xlarge", 1)], "/no/such/folder describes one");
        check(&none, &[("ml.g5.xlarge", 1)], "nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml");
        check(&two, &[("ml.p3.8xlarge", 2), ("ml.m5.large", 5)], "");
        check(
            &two,
            &[("ml.g5.xlarge", 2), ("ml.g4dn.xlarge", 1)],
            "3 instances that have GPUs on a machine with 2 GPUs",
        );
        assert!(none.lend(1).is_err() && none.lend(0).is_ok());
    }
}
