//! Versions: revisions of a state machine that were given a number and stay.

use std::sync::Arc;

use lirio_api::stepfunctions::{
    DeleteStateMachineVersionInput, DeleteStateMachineVersionOutput, ListStateMachineVersionsInput,
    ListStateMachineVersionsOutput, PublishStateMachineVersionInput, PublishStateMachineVersionOutput,
    StateMachineVersionListItem, errors,
};
use lirio_api::{AwsError, Timestamp};
use lirio_service::Context;
use lirio_store::{Key, Read, StoreError, Txn};

use crate::arn::{MachineArn, Qualifier};
use crate::machines::{deleting, find};
use crate::tables::{
    ALIASES, DEFINITIONS, MACHINES, MachineRow, VERSIONS, VersionRow, definition_key, machine_key,
    version_key,
};
use crate::{States, arn, page};

/// The most versions of a state machine.
const MAX_VERSIONS: u64 = 1_000;

/// The ARN of a version.
pub(crate) fn arn_of(machine: &MachineRow, version: u64) -> String {
    format!("{}:{version}", machine.arn)
}

/// A version of a machine.
pub(crate) fn find_version(
    read: &(impl Read + ?Sized),
    uid: &str,
    version: u64,
) -> Result<Option<VersionRow>, StoreError> {
    VERSIONS.get(read, &version_key(uid, version))
}

/// Publishes the machine's current revision, unless its newest version is that already.
pub(crate) fn publish(
    txn: &mut Txn<'_>,
    machine: &mut MachineRow,
    description: Option<String>,
    now: Timestamp,
) -> Result<VersionRow, AwsError> {
    let newest = VERSIONS.scan_prefix(txn, &Key::new().str(&machine.uid), None, 1)?;
    if let Some((_, row)) = newest.into_iter().next().filter(|(_, row)| row.revision == machine.revision) {
        return Ok(row);
    }
    if VERSIONS.count(txn, &Key::new().str(&machine.uid))? >= MAX_VERSIONS {
        return Err(errors::service_quota_exceeded_exception(format!(
            "The maximum number of state machine versions ({MAX_VERSIONS}) has been reached: '{}'",
            machine.arn
        )));
    }
    let row =
        VersionRow { version: machine.next_version, revision: machine.revision, description, created: now };
    machine.next_version += 1;
    VERSIONS.put(txn, &version_key(&machine.uid, row.version), &row)?;
    MACHINES.put(txn, &machine_key(&machine.arn), machine)?;
    Ok(row)
}

impl States {
    /// `PublishStateMachineVersion`: the same revision is published once.
    pub(crate) async fn publish_state_machine_version(
        self: Arc<Self>,
        ctx: Context,
        input: PublishStateMachineVersionInput,
    ) -> Result<PublishStateMachineVersionOutput, AwsError> {
        arn::machine(&input.state_machine_arn)?;
        let now = ctx.now;
        ctx.commit(move |txn| {
            let arn = &input.state_machine_arn;
            let mut machine = find(txn, arn)?.ok_or_else(|| arn::no_machine(arn))?;
            if machine.deleting {
                return Err(deleting(arn));
            }
            if let Some(asked) = &input.revision_id {
                let current = DEFINITIONS.get(txn, &definition_key(&machine.uid, machine.revision))?;
                // The revision that a machine was created with has no id; requests call it INITIAL.
                let current = current.and_then(|row| row.revision_id).unwrap_or_else(|| "INITIAL".to_owned());
                if *asked != current {
                    return Err(errors::conflict_exception(format!(
                        "Failed to publish the State Machine version for revision {asked}. The current State Machine revision is {current}."
                    )));
                }
            }
            let row = publish(txn, &mut machine, input.description, now)?;
            Ok(PublishStateMachineVersionOutput {
                creation_date: row.created,
                state_machine_version_arn: arn_of(&machine, row.version),
            })
        })
        .await
    }

    /// `DeleteStateMachineVersion`: a version that an alias names stays; one that is gone is no error.
    pub(crate) async fn delete_state_machine_version(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteStateMachineVersionInput,
    ) -> Result<DeleteStateMachineVersionOutput, AwsError> {
        let arn = input.state_machine_version_arn;
        let MachineArn { base, qualifier: Some(Qualifier::Version(version)) } = arn::qualified(&arn)? else {
            return Err(errors::validation_exception(format!(
                "The ARN must be that of a state machine version. Received: {arn}"
            )));
        };
        ctx.commit(move |txn| {
            let Some(machine) = find(txn, &base)? else { return Ok(()) };
            let aliases = ALIASES.scan_prefix(txn, &Key::new().str(&machine.uid), None, usize::MAX)?;
            let users: Vec<_> = aliases
                .iter()
                .filter(|(_, alias)| alias.routes.iter().any(|(routed, _)| *routed == version))
                .map(|(_, alias)| format!("{}:{}", machine.arn, alias.name))
                .collect();
            if !users.is_empty() {
                return Err(errors::conflict_exception(format!(
                    "Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [{}]",
                    users.join(", ")
                )));
            }
            VERSIONS.delete(txn, &version_key(&machine.uid, version))?;
            Ok(())
        })
        .await?;
        Ok(DeleteStateMachineVersionOutput {})
    }

    /// `ListStateMachineVersions`, newest first.
    pub(crate) async fn list_state_machine_versions(
        self: Arc<Self>,
        ctx: Context,
        input: ListStateMachineVersionsInput,
    ) -> Result<ListStateMachineVersionsOutput, AwsError> {
        let (machine, _) = self.current(&ctx, &input.state_machine_arn)?;
        let listing = format!("versions/{}", machine.uid);
        let (size, after) =
            (page::size(input.max_results), page::after(&listing, input.next_token.as_deref())?);
        let prefix = Key::new().str(&machine.uid);
        let rows = ctx.read(|reader| VERSIONS.scan_prefix(reader, &prefix, after.as_ref(), size + 1))?;
        let next_token = (rows.len() > size).then(|| page::token(&listing, &rows[size - 1].0));
        let state_machine_versions = rows
            .into_iter()
            .take(size)
            .map(|(_, row)| StateMachineVersionListItem {
                state_machine_version_arn: arn_of(&machine, row.version),
                creation_date: row.created,
            })
            .collect();
        Ok(ListStateMachineVersionsOutput { state_machine_versions, next_token })
    }
}
