//! The hosts of a job: one container each.

use lirio_api::sagemaker::{CreateTrainingJobRequest, ResourceConfig};

/// The group of jobs that name none.
const ONE_GROUP: &str = "homogeneousCluster";

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

/// All hosts of a job, in the order of their numbers.
pub(crate) fn hosts(request: &CreateTrainingJobRequest) -> Vec<Host> {
    let resources = request.resource_config.clone().unwrap_or_default();
    let groups = groups(&resources);
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
