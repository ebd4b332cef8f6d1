//! Aliases: names that route starts to one or two versions of a state machine.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::stepfunctions::{
    CreateStateMachineAliasInput, CreateStateMachineAliasOutput, DeleteStateMachineAliasInput,
    DeleteStateMachineAliasOutput, DescribeStateMachineAliasInput, DescribeStateMachineAliasOutput,
    ListStateMachineAliasesInput, ListStateMachineAliasesOutput, RoutingConfigurationListItem,
    StateMachineAliasListItem, UpdateStateMachineAliasInput, UpdateStateMachineAliasOutput, errors,
};
use lirio_service::Context;
use lirio_store::{Key, KeyRange, Order, Read, StoreError, Txn};

use crate::arn::{MachineArn, Qualifier};
use crate::machines::{deleting, find};
use crate::tables::{ALIASES, AliasRow, MachineRow, alias_key};
use crate::versions::find_version;
use crate::{States, arn, page};

/// The most aliases of a state machine.
const MAX_ALIASES: u64 = 100;

/// The model's pattern of names; it looks ahead, so that the generated checks leave it out.
const NAME_PATTERN: &str = "^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$";

/// An alias of a machine.
pub(crate) fn find_alias(
    read: &(impl Read + ?Sized),
    uid: &str,
    name: &str,
) -> Result<Option<AliasRow>, StoreError> {
    ALIASES.get(read, &alias_key(uid, name))
}

impl AliasRow {
    /// The version that a start goes to; `random` is any number.
    pub(crate) fn choose(&self, random: u64) -> Option<u64> {
        let mut point = u32::try_from(random % 100).unwrap_or(0);
        for (version, weight) in &self.routes {
            match point.checked_sub(*weight) {
                Some(rest) => point = rest,
                None => return Some(*version),
            }
        }
        self.routes.first().map(|(version, _)| *version)
    }

    fn arn(&self, machine: &MachineRow) -> String {
        format!("{}:{}", machine.arn, self.name)
    }

    fn shown_routes(&self, machine: &MachineRow) -> Vec<RoutingConfigurationListItem> {
        let item = |(version, weight): &(u64, u32)| RoutingConfigurationListItem {
            state_machine_version_arn: crate::versions::arn_of(machine, *version),
            weight: i64::from(*weight),
        };
        self.routes.iter().map(item).collect()
    }
}

fn check_alias_name(name: &str) -> Result<(), AwsError> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    let named = |c: char| c.is_ascii_alphabetic() || "_-.".contains(c);
    if name.chars().all(allowed) && name.chars().any(named) {
        return Ok(());
    }
    Err(errors::validation_exception(format!(
        "1 validation error detected: Value '{name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: {NAME_PATTERN}"
    )))
}

/// The machine and the routes that a routing configuration names.
fn routes(items: &[RoutingConfigurationListItem]) -> Result<(String, Vec<(u64, u32)>), AwsError> {
    let received = || {
        let arns: Vec<_> = items.iter().map(|item| item.state_machine_version_arn.as_str()).collect();
        format!("Received: [{}]", arns.join(", "))
    };
    let mut base = None;
    let mut routes: Vec<(u64, u32)> = Vec::new();
    for item in items {
        let MachineArn { base: machine, qualifier: Some(Qualifier::Version(version)) } =
            arn::qualified(&item.state_machine_version_arn)?
        else {
            let text =
                format!("Routing configuration must contain state machine version ARNs. {}", received());
            return Err(errors::validation_exception(text));
        };
        if base.get_or_insert_with(|| machine.clone()) != &machine {
            let text = format!(
                "Routing configuration must contain versions of the same state machine. {}",
                received()
            );
            return Err(errors::validation_exception(text));
        }
        if routes.iter().any(|(there, _)| *there == version) {
            let text = format!(
                "Routing configuration must contain distinct state machine version ARNs. {}",
                received()
            );
            return Err(errors::validation_exception(text));
        }
        // The model bounds weights to 0 up to 100.
        routes.push((version, u32::try_from(item.weight).unwrap_or_default()));
    }
    if routes.iter().map(|(_, weight)| *weight).sum::<u32>() != 100 {
        let weights: Vec<_> = items.iter().map(|item| item.weight.to_string()).collect();
        return Err(errors::validation_exception(format!(
            "Sum of routing configuration weights must equal 100. Received: [{}]",
            weights.join(", ")
        )));
    }
    let base =
        base.ok_or_else(|| errors::validation_exception("Routing configuration must not be empty."))?;
    Ok((base, routes))
}

/// Every version of a routing must exist.
fn check_versions(txn: &Txn<'_>, machine: &MachineRow, routes: &[(u64, u32)]) -> Result<(), AwsError> {
    for (version, _) in routes {
        if find_version(txn, &machine.uid, *version)?.is_none() {
            return Err(no_resource(&crate::versions::arn_of(machine, *version)));
        }
    }
    Ok(())
}

fn no_resource(arn: &str) -> AwsError {
    errors::resource_not_found("Request references a resource that does not exist.").with("resourceName", arn)
}

/// Insists on an alias' ARN.
fn alias_arn(arn: &str) -> Result<(String, String), AwsError> {
    match arn::qualified(arn)? {
        MachineArn { base, qualifier: Some(Qualifier::Alias(name)) } => Ok((base, name)),
        _ => Err(errors::validation_exception(format!(
            "The ARN must be that of a state machine alias. Received: {arn}"
        ))),
    }
}

impl States {
    /// `CreateStateMachineAlias`: the same alias twice is created once.
    pub(crate) async fn create_state_machine_alias(
        self: Arc<Self>,
        ctx: Context,
        input: CreateStateMachineAliasInput,
    ) -> Result<CreateStateMachineAliasOutput, AwsError> {
        check_alias_name(&input.name)?;
        let (base, routes) = routes(&input.routing_configuration)?;
        let now = ctx.now;
        ctx.commit(move |txn| {
            let machine = find(txn, &base)?.ok_or_else(|| no_resource(&base))?;
            if machine.deleting {
                return Err(deleting(&base));
            }
            check_versions(txn, &machine, &routes)?;
            let alias = AliasRow {
                name: input.name,
                description: input.description,
                routes,
                created: now,
                updated: now,
            };
            let output = |alias: &AliasRow| CreateStateMachineAliasOutput {
                state_machine_alias_arn: alias.arn(&machine),
                creation_date: alias.created,
            };
            if let Some(there) = find_alias(txn, &machine.uid, &alias.name)? {
                let same = there.routes == alias.routes && there.description == alias.description;
                return match same {
                    true => Ok(output(&there)),
                    false => Err(errors::conflict_exception(
                        "Failed to create alias because an alias with the same name and a different routing configuration already exists.",
                    )),
                };
            }
            if ALIASES.count(txn, &Key::new().str(&machine.uid))? >= MAX_ALIASES {
                return Err(errors::service_quota_exceeded_exception(format!(
                    "The maximum number of state machine aliases ({MAX_ALIASES}) has been reached: '{base}'"
                )));
            }
            ALIASES.put(txn, &alias_key(&machine.uid, &alias.name), &alias)?;
            Ok(output(&alias))
        })
        .await
    }

    /// `UpdateStateMachineAlias`.
    pub(crate) async fn update_state_machine_alias(
        self: Arc<Self>,
        ctx: Context,
        input: UpdateStateMachineAliasInput,
    ) -> Result<UpdateStateMachineAliasOutput, AwsError> {
        let arn = input.state_machine_alias_arn;
        let (base, name) = alias_arn(&arn)?;
        if input.description.is_none() && input.routing_configuration.is_none() {
            return Err(errors::validation_exception(
                "Either the description or the routing configuration must be specified",
            ));
        }
        let routes = match &input.routing_configuration {
            None => None,
            Some(items) => match routes(items)? {
                (machine, routes) if machine == base => Some(routes),
                (machine, _) => {
                    return Err(errors::validation_exception(format!(
                        "Routing configuration must contain versions of the alias' state machine. Received: [{machine}]"
                    )));
                }
            },
        };
        let now = ctx.now;
        let update_date = ctx
            .commit(move |txn| {
                let machine = find(txn, &base)?.ok_or_else(|| no_resource(&arn))?;
                let there = find_alias(txn, &machine.uid, &name)?.ok_or_else(|| no_resource(&arn))?;
                if machine.deleting {
                    return Err(deleting(&base));
                }
                let mut alias = there.clone();
                if let Some(routes) = routes {
                    check_versions(txn, &machine, &routes)?;
                    alias.routes = routes;
                }
                if input.description.is_some() {
                    alias.description = input.description;
                }
                if alias != there {
                    alias.updated = now;
                    ALIASES.put(txn, &alias_key(&machine.uid, &name), &alias)?;
                }
                Ok(alias.updated)
            })
            .await?;
        Ok(UpdateStateMachineAliasOutput { update_date })
    }

    /// `DescribeStateMachineAlias`.
    pub(crate) async fn describe_state_machine_alias(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeStateMachineAliasInput,
    ) -> Result<DescribeStateMachineAliasOutput, AwsError> {
        let arn = input.state_machine_alias_arn;
        let (base, name) = alias_arn(&arn)?;
        let found = ctx.read(|reader| {
            let Some(machine) = find(reader, &base)? else { return Ok(None) };
            Ok(find_alias(reader, &machine.uid, &name)?.map(|alias| (machine, alias)))
        })?;
        let (machine, alias) = found.ok_or_else(|| no_resource(&arn))?;
        Ok(DescribeStateMachineAliasOutput {
            state_machine_alias_arn: Some(arn),
            routing_configuration: Some(alias.shown_routes(&machine)),
            name: Some(alias.name),
            description: alias.description,
            creation_date: Some(alias.created),
            update_date: Some(alias.updated),
        })
    }

    /// `DeleteStateMachineAlias`: one that is gone is no error.
    pub(crate) async fn delete_state_machine_alias(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteStateMachineAliasInput,
    ) -> Result<DeleteStateMachineAliasOutput, AwsError> {
        let (base, name) = alias_arn(&input.state_machine_alias_arn)?;
        ctx.commit(move |txn| {
            if let Some(machine) = find(txn, &base)? {
                ALIASES.delete(txn, &alias_key(&machine.uid, &name))?;
            }
            Ok(())
        })
        .await?;
        Ok(DeleteStateMachineAliasOutput {})
    }

    /// `ListStateMachineAliases`, of a machine or of those that name one of its versions.
    pub(crate) async fn list_state_machine_aliases(
        self: Arc<Self>,
        ctx: Context,
        input: ListStateMachineAliasesInput,
    ) -> Result<ListStateMachineAliasesOutput, AwsError> {
        let arn = &input.state_machine_arn;
        let asked = arn::qualified(arn)?;
        let machine = ctx.read(|reader| find(reader, &asked.base))?.ok_or_else(|| arn::no_machine(arn))?;
        let version = match asked.qualifier {
            None => None,
            Some(Qualifier::Version(version)) => {
                let found = ctx.read(|reader| find_version(reader, &machine.uid, version))?;
                Some(found.ok_or_else(|| no_resource(arn))?.version)
            }
            Some(Qualifier::Alias(_)) => return Err(arn::no_machine(arn)),
        };
        if machine.deleting {
            return Err(deleting(&machine.arn));
        }
        let listing = format!("aliases/{}/{}", machine.uid, version.unwrap_or_default());
        let (size, after) =
            (page::size(input.max_results), page::after(&listing, input.next_token.as_deref())?);
        let range = KeyRange::prefix(&Key::new().str(&machine.uid));
        let range = match &after {
            Some(key) => range.after(key),
            None => range,
        };
        // A machine has a hundred at most.
        let mut rows = ctx.read(|reader| ALIASES.scan(reader, range, Order::Ascending, usize::MAX))?;
        rows.retain(|(_, alias)| version.is_none_or(|v| alias.routes.iter().any(|(routed, _)| *routed == v)));
        let next_token = (rows.len() > size).then(|| page::token(&listing, &rows[size - 1].0));
        let state_machine_aliases = rows
            .iter()
            .take(size)
            .map(|(_, alias)| StateMachineAliasListItem {
                state_machine_alias_arn: alias.arn(&machine),
                creation_date: alias.created,
            })
            .collect();
        Ok(ListStateMachineAliasesOutput { state_machine_aliases, next_token })
    }
}

#[cfg(test)]
mod tests {
    use lirio_api::Timestamp;

    use super::*;

    #[test]
    fn weights_route() {
        let alias = |routes: &[(u64, u32)]| AliasRow {
            name: "a".into(),
            description: None,
            routes: routes.to_vec(),
            created: Timestamp(0),
            updated: Timestamp(0),
        };
        let check = |routes: &[(u64, u32)], random: u64, expected: u64| {
            assert_eq!(alias(routes).choose(random), Some(expected), "{routes:?} {random}");
        };
        check(&[(7, 100)], 99, 7);
        check(&[(1, 70), (2, 30)], 69, 1);
        check(&[(1, 70), (2, 30)], 70, 2);
        check(&[(1, 70), (2, 30)], 199, 2);
        check(&[(1, 0), (2, 100)], 0, 2);
        check(&[(1, 100), (2, 0)], 99, 1);
    }

    #[test]
    fn names() {
        for (name, good) in
            [("PROD", true), ("v1.2_x-y", true), ("123", false), ("a b", false), ("a@", false)]
        {
            assert_eq!(check_alias_name(name).is_ok(), good, "{name}");
        }
    }
}
