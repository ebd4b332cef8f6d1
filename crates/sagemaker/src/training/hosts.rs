//! The hosts of a job: one container each.

use std::net::Ipv4Addr;

use lirio_api::AwsError;
use lirio_api::sagemaker::{CreateTrainingJobRequest, ResourceConfig};
use lirio_runtime::{NetworkMember, SharedNetwork};

use crate::instance_types;
use crate::names::refuse;

/// More containers of one job than any one machine would carry.
pub(crate) const MOST_HOSTS: i64 = 100;

/// The group of jobs that name none.
pub(crate) const ONE_GROUP: &str = "homogeneousCluster";

/// One host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Host {
    /// `algo-1`, `algo-2`, …
    pub(crate) name: String,
    pub(crate) instance_type: String,
    pub(crate) group: String,
}

/// The groups of a job: name, instance type, how many.
pub(crate) fn groups(resources: &ResourceConfig) -> Vec<(&str, &str, i64)> {
    match resources.instance_groups.as_deref() {
        Some(groups) if !groups.is_empty() => groups
            .iter()
            .map(|group| {
                (group.instance_group_name.as_str(), group.instance_type.as_str(), group.instance_count)
            })
            .collect(),
        _ => {
            let instance_type = resources.instance_type.as_deref().unwrap_or_default();
            vec![(ONE_GROUP, instance_type, resources.instance_count.unwrap_or(1))]
        }
    }
}

/// The instances of a job: each type, and how many of it.
pub(crate) fn instances(request: &CreateTrainingJobRequest) -> Vec<(&str, i64)> {
    let groups = request.resource_config.as_ref().map(groups).unwrap_or_default();
    groups.into_iter().map(|(_, instance_type, count)| (instance_type, count)).collect()
}

/// All hosts of a job, in the order of their numbers.
pub(crate) fn hosts(request: &CreateTrainingJobRequest) -> Vec<Host> {
    let resources = request.resource_config.clone().unwrap_or_default();
    numbered(groups(&resources))
}

/// As many hosts as all groups together have, numbered from 1.
pub(crate) fn numbered(groups: Vec<(&str, &str, i64)>) -> Vec<Host> {
    let members = groups.into_iter().flat_map(|(group, instance_type, count)| {
        std::iter::repeat_n((group, instance_type), usize::try_from(count).unwrap_or(0))
    });
    members
        .zip(1..)
        .map(|((group, instance_type), number)| Host {
            name: format!("algo-{number}"),
            instance_type: instance_type.to_owned(),
            group: group.to_owned(),
        })
        .collect()
}

/// The places of the hosts in a network of their own; a host that is alone needs none.
pub(crate) fn network(hosts: &[Host]) -> Vec<Option<NetworkMember>> {
    if hosts.len() < 2 {
        return vec![None; hosts.len()];
    }
    let network = SharedNetwork::default();
    let names: Vec<(String, Ipv4Addr)> = hosts
        .iter()
        .zip(1_u32..)
        .map(|(host, number)| (host.name.clone(), Ipv4Addr::from_bits(0x0A00_0000 + number)))
        .collect();
    names
        .iter()
        .map(|(_, address)| {
            let (network, names) = (network.clone(), names.clone());
            Some(NetworkMember { network, address: *address, names })
        })
        .collect()
}

/// Refuses what is wrong with `InstanceType`, `InstanceCount` and `InstanceGroups`.
pub(crate) fn check(resources: &ResourceConfig) -> Result<(), AwsError> {
    let wrong = |what: String| Err(AwsError::validation(format!("ResourceConfig.{what}")));
    let named = resources.instance_groups.as_deref().unwrap_or_default();
    if named.is_empty() {
        if resources.instance_type.is_none() {
            return wrong("InstanceType is required.".to_owned());
        }
        if resources.instance_count.is_none() {
            return wrong("InstanceCount is required.".to_owned());
        }
    } else if resources.instance_type.is_some() || resources.instance_count.is_some() {
        return wrong("InstanceGroups cannot be given with InstanceType or InstanceCount.".to_owned());
    }
    let mut names = Vec::new();
    for group in named {
        if names.contains(&&group.instance_group_name) {
            return wrong(format!("InstanceGroups has the name {} twice.", group.instance_group_name));
        }
        names.push(&group.instance_group_name);
    }
    let groups = groups(resources);
    for (_, instance_type, _) in &groups {
        instance_types::check(instance_type)?;
    }
    let count: i64 = groups.iter().map(|(_, _, count)| *count).fold(0, i64::saturating_add);
    match count {
        ..1 => wrong("InstanceCount is 0: a job needs a host.".to_owned()),
        1..=MOST_HOSTS => Ok(()),
        _ => Err(refuse(&format!("more than {MOST_HOSTS} hosts of one job on one machine"))),
    }
}

#[cfg(test)]
mod tests {
    use lirio_api::sagemaker::InstanceGroup;

    use super::*;

    fn group(name: &str, count: i64) -> InstanceGroup {
        InstanceGroup {
            instance_group_name: name.to_owned(),
            instance_type: format!("ml.{name}.large"),
            instance_count: count,
        }
    }

    fn request(count: Option<i64>, groups: Vec<InstanceGroup>) -> CreateTrainingJobRequest {
        CreateTrainingJobRequest {
            resource_config: Some(ResourceConfig {
                instance_type: count.map(|_| "ml.m5.large".to_owned()),
                instance_count: count,
                instance_groups: Some(groups).filter(|groups| !groups.is_empty()),
                ..ResourceConfig::default()
            }),
            ..CreateTrainingJobRequest::default()
        }
    }

    #[test]
    fn hosts_are_numbered_through_all_groups() {
        let check = |request: CreateTrainingJobRequest, expected: &[(&str, &str, &str)]| {
            let hosts = hosts(&request);
            let found: Vec<_> = hosts.iter().map(|h| (&*h.name, &*h.instance_type, &*h.group)).collect();
            assert_eq!(found, expected);
        };
        check(request(Some(1), vec![]), &[("algo-1", "ml.m5.large", "homogeneousCluster")]);
        check(
            request(None, vec![group("c5", 1), group("m5", 2)]),
            &[
                ("algo-1", "ml.c5.large", "c5"),
                ("algo-2", "ml.m5.large", "m5"),
                ("algo-3", "ml.m5.large", "m5"),
            ],
        );
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let check = |request: CreateTrainingJobRequest, expected: &str| {
            let error = super::check(&request.resource_config.unwrap()).map_err(|error| error.message);
            match expected {
                "" => assert_eq!(error, Ok(())),
                part => assert!(error.as_ref().is_err_and(|why| why.contains(part)), "{error:?}"),
            }
        };
        check(request(Some(2), vec![]), "");
        check(request(None, vec![]), "InstanceType");
        check(request(Some(0), vec![]), "needs a host");
        check(request(Some(101), vec![]), "more than 100 hosts");
        check(request(Some(1), vec![group("c5", 1)]), "InstanceGroups cannot be given with");
        check(request(None, vec![group("c5", 1), group("c5", 1)]), "twice");
        check(request(None, vec![group("c5", i64::MAX), group("m5", i64::MAX)]), "more than 100 hosts");
        check(request(None, vec![group("inf2", 1)]), "Inferentia");
    }

    #[test]
    fn several_hosts_meet_and_one_is_alone() {
        assert!(network(&hosts(&request(Some(1), vec![])))[0].is_none());
        let members = network(&hosts(&request(Some(2), vec![])));
        let addresses: Vec<_> = members.iter().map(|member| member.as_ref().unwrap().address).collect();
        assert_eq!(addresses, [Ipv4Addr::new(10, 0, 0, 1), Ipv4Addr::new(10, 0, 0, 2)]);
        assert_eq!(members[1].as_ref().unwrap().names[0].0, "algo-1");
    }
}
