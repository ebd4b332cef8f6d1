//! What the names of instance types stand for.
//!
//! lirio has one machine.  An instance type is accepted as a name and gives its container the memory and the
//! processors that the type has on AWS, never more than the machine has: a limit that the machine itself sets
//! is none.

use lirio_api::AwsError;

use crate::names::refuse;

/// Limits of one container.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Size {
    pub(crate) memory_bytes: Option<u64>,
    pub(crate) cpus: Option<f64>,
}

/// Refuses types whose accelerators are the point of them.
pub(crate) fn check(instance_type: &str) -> Result<(), AwsError> {
    let family = instance_type.split('.').nth(1).unwrap_or_default();
    let accelerated = ["p", "g", "inf", "trn", "dl"].iter().any(|kind| {
        family.strip_prefix(kind).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    if accelerated {
        return Err(refuse(&format!(
            "instance type {instance_type}: this machine offers no accelerators to containers"
        )));
    }
    Ok(())
}

/// The limits for a type on this machine.
pub(crate) fn size(instance_type: &str) -> Size {
    let cpus = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    clamp(nominal(instance_type), cpus, machine_memory())
}

/// Processors and GiB of memory that AWS gives the type, where the name follows the rule.
fn nominal(instance_type: &str) -> Option<(u64, u64)> {
    let mut parts = instance_type.split('.').skip(1);
    let (family, size) = (parts.next()?, parts.next()?);
    let gib_per_cpu = match family.chars().next()? {
        'c' => 2,
        'm' | 't' => 4,
        'r' | 'x' => 8,
        _ => return None,
    };
    let cpus = match size {
        "medium" | "large" => 2,
        "xlarge" => 4,
        more => more.strip_suffix("xlarge")?.parse::<u64>().ok()?.checked_mul(4)?,
    };
    let memory = if size == "medium" { 4 } else { cpus.checked_mul(gib_per_cpu)? };
    Some((cpus, memory))
}

fn clamp(nominal: Option<(u64, u64)>, machine_cpus: u64, machine_memory: Option<u64>) -> Size {
    let Some((cpus, gib)) = nominal else { return Size::default() };
    let memory = gib.saturating_mul(1 << 30);
    Size {
        cpus: (cpus < machine_cpus).then_some(cpus as f64),
        memory_bytes: machine_memory.is_none_or(|machine| memory < machine).then_some(memory),
    }
}

pub(crate) fn machine_memory() -> Option<u64> {
    let info = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = info.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok()?.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_give_their_size_clamped_to_the_machine() {
        let check = |name: &str, cpus: Option<f64>, gib: Option<u64>| {
            let size = clamp(nominal(name), 8, Some(31 << 30));
            assert_eq!(size, Size { cpus, memory_bytes: gib.map(|gib| gib << 30) }, "{name}");
        };
        check("ml.m5.large", Some(2.0), Some(8));
        check("ml.t2.medium", Some(2.0), Some(4));
        check("ml.c5.xlarge", Some(4.0), Some(8));
        check("ml.m5.2xlarge", None, None);
        check("ml.r5.24xlarge", None, None);
        check("ml.m5.99999999999999999999xlarge", None, None);
        check("local", None, None);
    }

    #[test]
    fn accelerators_are_refused() {
        let check = |name: &str, good: bool| assert_eq!(super::check(name).is_ok(), good, "{name}");
        check("ml.m5.large", true);
        check("ml.p3.2xlarge", false);
        check("ml.g4dn.xlarge", false);
        check("ml.inf2.xlarge", false);
        check("ml.c6g.large", true);
    }
}
