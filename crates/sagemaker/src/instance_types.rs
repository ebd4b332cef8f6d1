//! What the names of instance types stand for.
//!
//! lirio has one machine.  An instance type is accepted as a name and gives its container the memory, the
//! processors and the GPUs that the type has on AWS, never more than the machine has: a limit that the machine
//! itself sets is none.

use lirio_api::AwsError;

use crate::names::refuse;

/// What one container gets.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Size {
    pub(crate) memory_bytes: Option<u64>,
    pub(crate) cpus: Option<f64>,
    /// As many as the type has; the machine may have fewer.
    pub(crate) gpus: u64,
}

/// What a type has on AWS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Nominal {
    pub(crate) cpus: u64,
    pub(crate) gib: u64,
    pub(crate) gpus: u64,
}

/// The types with GPUs: name, processors, GiB of memory, GPUs.  From the Amazon EC2 User Guide, "Specifications for
/// Amazon EC2 accelerated computing instances"; the families are those of SageMaker's model.
const WITH_GPUS: &[(&str, u64, u64, u64)] = &[
    ("p2.xlarge", 4, 61, 1),
    ("p2.8xlarge", 32, 488, 8),
    ("p2.16xlarge", 64, 732, 16),
    ("p3.2xlarge", 8, 61, 1),
    ("p3.8xlarge", 32, 244, 4),
    ("p3.16xlarge", 64, 488, 8),
    ("p3dn.24xlarge", 96, 768, 8),
    ("p4d.24xlarge", 96, 1152, 8),
    ("p4de.24xlarge", 96, 1152, 8),
    ("p5.4xlarge", 16, 256, 1),
    ("p5.48xlarge", 192, 2048, 8),
    ("p5e.48xlarge", 192, 2048, 8),
    ("p5en.48xlarge", 192, 2048, 8),
    ("p6-b200.48xlarge", 192, 2048, 8),
    ("p6-b300.48xlarge", 192, 4096, 8),
    ("p6e-gb200.36xlarge", 144, 960, 4),
    ("g4dn.xlarge", 4, 16, 1),
    ("g4dn.2xlarge", 8, 32, 1),
    ("g4dn.4xlarge", 16, 64, 1),
    ("g4dn.8xlarge", 32, 128, 1),
    ("g4dn.12xlarge", 48, 192, 4),
    ("g4dn.16xlarge", 64, 256, 1),
    ("g5.xlarge", 4, 16, 1),
    ("g5.2xlarge", 8, 32, 1),
    ("g5.4xlarge", 16, 64, 1),
    ("g5.8xlarge", 32, 128, 1),
    ("g5.12xlarge", 48, 192, 4),
    ("g5.16xlarge", 64, 256, 1),
    ("g5.24xlarge", 96, 384, 4),
    ("g5.48xlarge", 192, 768, 8),
    ("g6.xlarge", 4, 16, 1),
    ("g6.2xlarge", 8, 32, 1),
    ("g6.4xlarge", 16, 64, 1),
    ("g6.8xlarge", 32, 128, 1),
    ("g6.12xlarge", 48, 192, 4),
    ("g6.16xlarge", 64, 256, 1),
    ("g6.24xlarge", 96, 384, 4),
    ("g6.48xlarge", 192, 768, 8),
    ("gr6.4xlarge", 16, 128, 1),
    ("gr6.8xlarge", 32, 256, 1),
    ("g6e.xlarge", 4, 32, 1),
    ("g6e.2xlarge", 8, 64, 1),
    ("g6e.4xlarge", 16, 128, 1),
    ("g6e.8xlarge", 32, 256, 1),
    ("g6e.12xlarge", 48, 384, 4),
    ("g6e.16xlarge", 64, 512, 1),
    ("g6e.24xlarge", 96, 768, 4),
    ("g6e.48xlarge", 192, 1536, 8),
    ("g7e.2xlarge", 8, 64, 1),
    ("g7e.4xlarge", 16, 128, 1),
    ("g7e.8xlarge", 32, 256, 1),
    ("g7e.12xlarge", 48, 512, 2),
    ("g7e.24xlarge", 96, 1024, 4),
    ("g7e.48xlarge", 192, 2048, 8),
];

/// Accelerators that no other machine has, by the beginning of their families' names.
const ELSEWHERE: &[(&str, &str)] =
    &[("inf", "AWS Inferentia"), ("trn", "AWS Trainium"), ("dl", "Gaudi or Qualcomm accelerators")];

/// Refuses types whose accelerators cannot be had, or are not known.
pub(crate) fn check(instance_type: &str) -> Result<(), AwsError> {
    let family = instance_type.split('.').nth(1).unwrap_or_default();
    let of_kind = |kind: &str| {
        family.strip_prefix(kind).is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()))
    };
    if let Some((_, what)) = ELSEWHERE.iter().find(|(kind, _)| of_kind(kind)) {
        return Err(refuse(&format!(
            "instance type {instance_type}: {what} cannot be had here; types with GPUs (ml.g…, ml.p…) can, where the \
             machine has one"
        )));
    }
    if ["p", "g", "gr"].iter().any(|kind| of_kind(kind)) && nominal(instance_type).is_none() {
        return Err(refuse(&format!(
            "instance type {instance_type}: how many GPUs it has is not known here"
        )));
    }
    Ok(())
}

/// How many GPUs a type has on AWS.
pub(crate) fn gpus(instance_type: &str) -> u64 {
    nominal(instance_type).map_or(0, |nominal| nominal.gpus)
}

/// The limits for a type on this machine.
pub(crate) fn size(instance_type: &str) -> Size {
    let cpus = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    clamp(nominal(instance_type), cpus, machine_memory())
}

/// What AWS gives the type, where the name is in the table or follows the rule.
pub(crate) fn nominal(instance_type: &str) -> Option<Nominal> {
    let (_, name) = instance_type.split_once('.')?;
    if let Some((_, cpus, gib, gpus)) = WITH_GPUS.iter().find(|(known, ..)| *known == name) {
        return Some(Nominal { cpus: *cpus, gib: *gib, gpus: *gpus });
    }
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
    let gib = if size == "medium" { 4 } else { cpus.checked_mul(gib_per_cpu)? };
    Some(Nominal { cpus, gib, gpus: 0 })
}

fn clamp(nominal: Option<Nominal>, machine_cpus: u64, machine_memory: Option<u64>) -> Size {
    let Some(Nominal { cpus, gib, gpus }) = nominal else { return Size::default() };
    let memory = gib.saturating_mul(1 << 30);
    Size {
        cpus: (cpus < machine_cpus).then_some(cpus as f64),
        memory_bytes: machine_memory.is_none_or(|machine| memory < machine).then_some(memory),
        gpus,
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
        let check = |name: &str, cpus: Option<f64>, gib: Option<u64>, gpus: u64| {
            let size = clamp(nominal(name), 8, Some(31 << 30));
            assert_eq!(size, Size { cpus, memory_bytes: gib.map(|gib| gib << 30), gpus }, "{name}");
        };
        check("ml.m5.large", Some(2.0), Some(8), 0);
        check("ml.t2.medium", Some(2.0), Some(4), 0);
        check("ml.c5.xlarge", Some(4.0), Some(8), 0);
        check("ml.m5.2xlarge", None, None, 0);
        check("ml.r5.24xlarge", None, None, 0);
        check("ml.m5.99999999999999999999xlarge", None, None, 0);
        check("local", None, None, 0);
        check("ml.g4dn.xlarge", Some(4.0), Some(16), 1);
        check("ml.p3.8xlarge", None, None, 4);
    }

    #[test]
    fn accelerators_are_gpus_or_refused() {
        let check = |name: &str, expected: Result<u64, &str>| match (super::check(name), expected) {
            (Ok(()), Ok(expected)) => assert_eq!(gpus(name), expected, "{name}"),
            (Err(error), Err(part)) => assert!(error.message.contains(part), "{name}: {}", error.message),
            (found, _) => panic!("{name}: {found:?}"),
        };
        check("ml.m5.large", Ok(0));
        check("ml.c6g.large", Ok(0));
        check("ml.p2.16xlarge", Ok(16));
        check("ml.p3.2xlarge", Ok(1));
        check("ml.p6-b200.48xlarge", Ok(8));
        check("ml.g7e.12xlarge", Ok(2));
        check("ml.p9.large", Err("how many GPUs it has is not known"));
        check("ml.g5.large", Err("how many GPUs it has is not known"));
        check("ml.inf2.xlarge", Err("AWS Inferentia cannot be had here"));
        check("ml.trn1n.32xlarge", Err("AWS Trainium"));
        check("ml.dl1.24xlarge", Err("Gaudi"));
    }

    #[test]
    fn every_type_with_gpus_is_of_a_family_that_is_checked() {
        for (name, cpus, gib, gpus) in WITH_GPUS {
            assert!(name.starts_with(['p', 'g']), "{name}");
            assert!(*gpus > 0 && cpus >= gpus && gib > cpus, "{name}");
            assert_eq!(WITH_GPUS.iter().filter(|(other, ..)| other == name).count(), 1, "{name}");
        }
    }
}
