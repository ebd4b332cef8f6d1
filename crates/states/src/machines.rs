//! State machines.

use std::collections::BTreeMap;
use std::sync::Arc;

use lirio_api::stepfunctions::{
    CreateStateMachineInput, CreateStateMachineOutput, DeleteStateMachineInput, DeleteStateMachineOutput,
    DescribeStateMachineInput, DescribeStateMachineOutput, EncryptionConfiguration, ListStateMachinesInput,
    ListStateMachinesOutput, LoggingConfiguration, StateMachineListItem, TracingConfiguration,
    UpdateStateMachineInput, UpdateStateMachineOutput, errors,
};
use lirio_api::{AwsError, Timestamp};
use lirio_asl::{Input, WorkflowType};
use lirio_service::Context;
use lirio_store::{Key, Read, StoreError};

use crate::aliases::find_alias;
use crate::arn::Qualifier;
use crate::engine::random;
use crate::tables::{
    ALIASES, BY_STATUS, DEFINITIONS, DefinitionRow, KEPT_MS, Logging, MACHINES, MachineRow, TIMERS, Timer,
    VERSIONS, VersionRow, definition_key, machine_key,
};
use crate::tasks::SERVICE;
use crate::versions::{self, find_version};
use crate::{States, arn, definition, page, tags};

/// The most bytes of a definition.
const MAX_DEFINITION: usize = 1_048_576;

/// The most state machines of an account in a region.
const MAX_MACHINES: u64 = 10_000;

/// What may be asked of a state machine besides its definition, checked for what is served.
struct Options {
    logging: Option<Logging>,
    /// The description of the version to publish, if one is to be.
    publish: Option<Option<String>>,
}

impl Options {
    fn read(
        logging: Option<&LoggingConfiguration>,
        tracing: Option<&TracingConfiguration>,
        encryption: Option<&EncryptionConfiguration>,
        publish: Option<bool>,
        version_description: Option<String>,
    ) -> Result<Self, AwsError> {
        if tracing.is_some_and(|t| t.enabled == Some(true)) {
            return Err(AwsError::not_served("X-Ray tracing of state machines (tracingConfiguration)"));
        }
        if encryption.is_some_and(|e| e.r#type != "AWS_OWNED_KEY") {
            return Err(AwsError::not_served("Encryption of state machines with customer managed keys"));
        }
        let publish = publish == Some(true);
        if version_description.is_some() && !publish {
            let message = "Version description can only be set when publish is true";
            return Err(errors::validation_exception(message));
        }
        Ok(Self {
            logging: logging.map(Logging::read).transpose()?,
            publish: publish.then_some(version_description),
        })
    }
}

/// What an ARN of a state machine, a version or an alias comes to.
pub(crate) struct Target {
    /// The machine.
    pub(crate) machine: MachineRow,
    /// The number of the revision.
    pub(crate) revision: u64,
    /// The revision.
    pub(crate) definition: DefinitionRow,
    /// The version, if one was asked for or chosen.
    pub(crate) version: Option<VersionRow>,
    /// The alias that chose the version.
    pub(crate) alias: Option<String>,
}

/// The machine's row, whatever its state.
pub(crate) fn find(read: &(impl Read + ?Sized), arn: &str) -> Result<Option<MachineRow>, StoreError> {
    MACHINES.get(read, &machine_key(arn))
}

impl States {
    /// `CreateStateMachine`: the same machine twice is created once.
    pub(crate) async fn create_state_machine(
        self: Arc<Self>,
        ctx: Context,
        input: CreateStateMachineInput,
    ) -> Result<CreateStateMachineOutput, AwsError> {
        arn::check_name(&input.name)?;
        let express = input.r#type.as_deref() == Some("EXPRESS");
        let options = Options::read(
            input.logging_configuration.as_ref(),
            input.tracing_configuration.as_ref(),
            input.encryption_configuration.as_ref(),
            input.publish,
            input.version_description,
        )?;
        self.check_definition(&input.definition, express)?;
        self.check_role(&input.role_arn)?;
        let logging = options.logging.unwrap_or_default();
        self.check_logging(&logging).await?;
        let tags = tags::merged(BTreeMap::new(), input.tags.unwrap_or_default())?;
        let row = MachineRow {
            uid: lirio_service::hex_id::<12>(),
            arn: arn::of_machine(&ctx.scope, &input.name),
            name: input.name,
            express,
            revision: 1,
            next_version: 1,
            created_with: options.publish,
            created: ctx.now,
            deleting: false,
            tags,
        };
        let first = DefinitionRow {
            arn: row.arn.clone(),
            name: row.name.clone(),
            definition: input.definition,
            role_arn: input.role_arn,
            express,
            logging,
            revision_id: None,
            updated: ctx.now,
        };
        let scope = ctx.scope.clone();
        let now = ctx.now;
        ctx.commit(move |txn| {
            if let Some(there) = find(txn, &row.arn)? {
                return existing(txn, &there, &row, &first);
            }
            let of_scope = Key::new().str_prefix(&arn::of_machine(&scope, ""));
            if MACHINES.count(txn, &of_scope)? >= MAX_MACHINES {
                return Err(errors::state_machine_limit_exceeded(format!(
                    "State Machine Limit Exceeded: '{MAX_MACHINES}'"
                )));
            }
            let mut row = row;
            MACHINES.put(txn, &machine_key(&row.arn), &row)?;
            DEFINITIONS.put(txn, &definition_key(&row.uid, 1), &first)?;
            let version = match row.created_with.clone() {
                Some(description) => Some(versions::publish(txn, &mut row, description, now)?),
                None => None,
            };
            Ok(CreateStateMachineOutput {
                state_machine_version_arn: version.map(|v| versions::arn_of(&row, v.version)),
                state_machine_arn: row.arn,
                creation_date: row.created,
            })
        })
        .await
    }

    /// `UpdateStateMachine`: running executions keep the revision they started with.
    pub(crate) async fn update_state_machine(
        self: Arc<Self>,
        ctx: Context,
        input: UpdateStateMachineInput,
    ) -> Result<UpdateStateMachineOutput, AwsError> {
        arn::machine(&input.state_machine_arn)?;
        let options = Options::read(
            input.logging_configuration.as_ref(),
            input.tracing_configuration.as_ref(),
            input.encryption_configuration.as_ref(),
            input.publish,
            input.version_description,
        )?;
        let asked = input.definition.is_some()
            || input.role_arn.is_some()
            || input.logging_configuration.is_some()
            || input.tracing_configuration.is_some()
            || input.encryption_configuration.is_some();
        if !asked {
            return Err(errors::missing_required_parameter(
                "Either the definition, the role ARN, the LoggingConfiguration, the TracingConfiguration or the EncryptionConfiguration must be specified",
            ));
        }
        if let Some(text) = &input.definition {
            let (machine, _) = self.current(&ctx, &input.state_machine_arn)?;
            self.check_definition(text, machine.express)?;
        }
        if let Some(role) = &input.role_arn {
            self.check_role(role)?;
        }
        if let Some(logging) = &options.logging {
            self.check_logging(logging).await?;
        }
        let now = ctx.now;
        let (revision_id, state_machine_version_arn) = ctx
            .commit(move |txn| {
                let arn = &input.state_machine_arn;
                let mut row = find(txn, arn)?.ok_or_else(|| arn::no_machine(arn))?;
                if row.deleting {
                    return Err(deleting(arn));
                }
                let current = DEFINITIONS
                    .get(txn, &definition_key(&row.uid, row.revision))?
                    .ok_or_else(|| AwsError::internal("the current definition is missing"))?;
                let mut next = current.clone();
                if let Some(definition) = input.definition {
                    next.definition = definition;
                }
                if let Some(role) = input.role_arn {
                    next.role_arn = role;
                }
                if let Some(logging) = options.logging {
                    next.logging = logging;
                }
                if next != current {
                    next.revision_id = Some(lirio_service::uuid_v4());
                    next.updated = now;
                    row.revision += 1;
                    DEFINITIONS.put(txn, &definition_key(&row.uid, row.revision), &next)?;
                    MACHINES.put(txn, &machine_key(arn), &row)?;
                }
                let version = match options.publish {
                    Some(description) => Some(versions::publish(txn, &mut row, description, now)?),
                    None => None,
                };
                Ok((next.revision_id, version.map(|v| versions::arn_of(&row, v.version))))
            })
            .await?;
        Ok(UpdateStateMachineOutput { update_date: now, revision_id, state_machine_version_arn })
    }

    /// `DescribeStateMachine`, or one of its versions.
    pub(crate) async fn describe_state_machine(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeStateMachineInput,
    ) -> Result<DescribeStateMachineOutput, AwsError> {
        let target = self.target(&ctx, &input.state_machine_arn)?;
        let revision = self.revision(&target.machine.uid, target.revision)?;
        let Target { machine, definition, version, .. } = target;
        let status = if machine.deleting { "DELETING" } else { "ACTIVE" };
        Ok(DescribeStateMachineOutput {
            status: Some(status.to_owned()),
            r#type: kind(machine.express),
            creation_date: version.as_ref().map_or(machine.created, |version| version.created),
            logging_configuration: Some(definition.logging.shown()),
            tracing_configuration: Some(TracingConfiguration { enabled: Some(false) }),
            state_machine_arn: version
                .as_ref()
                .map_or_else(|| machine.arn.clone(), |version| versions::arn_of(&machine, version.version)),
            description: version.and_then(|version| version.description),
            encryption_configuration: Some(owned_key()),
            name: machine.name,
            definition: definition.definition,
            role_arn: definition.role_arn,
            revision_id: definition.revision_id,
            variable_references: revision.variable_references(),
            ..DescribeStateMachineOutput::default()
        })
    }

    /// A machine with its current revision.
    pub(crate) fn current(&self, ctx: &Context, arn: &str) -> Result<(MachineRow, DefinitionRow), AwsError> {
        arn::machine(arn)?;
        let target = self.target(ctx, arn)?;
        Ok((target.machine, target.definition))
    }

    /// What a start through this ARN runs; an alias chooses now.
    pub(crate) fn target(&self, ctx: &Context, arn: &str) -> Result<Target, AwsError> {
        let asked = arn::qualified(arn)?;
        let found = ctx.read(|reader| {
            let Some(machine) = find(reader, &asked.base)? else { return Ok(None) };
            let (number, alias) = match asked.qualifier {
                None => (None, None),
                Some(Qualifier::Version(number)) => (Some(number), None),
                Some(Qualifier::Alias(name)) => match find_alias(reader, &machine.uid, &name)? {
                    Some(alias) => (alias.choose(random()), Some(alias.name)),
                    None => return Ok(None),
                },
            };
            let version = match number {
                None => None,
                Some(number) => match find_version(reader, &machine.uid, number)? {
                    Some(version) => Some(version),
                    None => return Ok(None),
                },
            };
            let revision = version.as_ref().map_or(machine.revision, |version| version.revision);
            let definition = DEFINITIONS.get(reader, &definition_key(&machine.uid, revision))?;
            Ok(definition.map(|definition| Target { machine, revision, definition, version, alias }))
        })?;
        found.ok_or_else(|| arn::no_machine(arn))
    }

    /// `DeleteStateMachine`: at once, or when its running executions are stopped, which begins now.
    pub(crate) async fn delete_state_machine(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteStateMachineInput,
    ) -> Result<DeleteStateMachineOutput, AwsError> {
        arn::machine(&input.state_machine_arn)?;
        let now = ctx.now;
        let running = ctx
            .commit(move |txn| {
                let Some(mut row) = find(txn, &input.state_machine_arn)? else { return Ok(None) };
                let prefix = Key::new().str("RUNNING").str(&row.uid);
                if BY_STATUS.scan_prefix(txn, &prefix, None, 1)?.is_empty() {
                    remove(txn, &row, now)?;
                    return Ok(None);
                }
                row.deleting = true;
                MACHINES.put(txn, &machine_key(&row.arn), &row)?;
                Ok(Some(row))
            })
            .await?;
        if let Some(row) = running {
            let states = self.clone();
            tokio::spawn(async move {
                if let Err(error) = states.end_deletion(&row).await {
                    tracing::error!(machine = row.arn, %error, "a deletion waits for the next start");
                }
            });
        }
        Ok(DeleteStateMachineOutput {})
    }

    /// Stops the executions of a machine that is being deleted, and deletes it.
    pub(crate) async fn end_deletion(self: &Arc<Self>, row: &MachineRow) -> Result<(), AwsError> {
        let prefix = Key::new().str("RUNNING").str(&row.uid);
        let mut after: Option<Key> = None;
        loop {
            let store = &self.platform.store;
            let page = store.read(|reader| BY_STATUS.scan_prefix(reader, &prefix, after.as_ref(), 256))?;
            let Some((last, _)) = page.last() else { break };
            after = Some(last.clone());
            for (_, execution) in &page {
                let cause = Some("The state machine was deleted.".to_owned());
                self.feed_until_kept(execution, Input::Stop { error: None, cause }).await;
            }
        }
        let (row, now) = (row.clone(), self.platform.now());
        self.platform.store.commit(move |txn| remove(txn, &row, now)).await?;
        Ok(())
    }

    /// `ListStateMachines`, by name.
    pub(crate) async fn list_state_machines(
        self: Arc<Self>,
        ctx: Context,
        input: ListStateMachinesInput,
    ) -> Result<ListStateMachinesOutput, AwsError> {
        let size = page::size(input.max_results);
        let after = page::after("machines", input.next_token.as_deref())?;
        let prefix = Key::new().str_prefix(&arn::of_machine(&ctx.scope, ""));
        let rows = ctx.read(|reader| MACHINES.scan_prefix(reader, &prefix, after.as_ref(), size + 1))?;
        let next_token = (rows.len() > size).then(|| page::token("machines", &rows[size - 1].0));
        let state_machines = rows
            .into_iter()
            .take(size)
            .map(|(_, row)| StateMachineListItem {
                state_machine_arn: row.arn,
                name: row.name,
                r#type: kind(row.express),
                creation_date: row.created,
            })
            .collect();
        Ok(ListStateMachinesOutput { state_machines, next_token })
    }

    /// The definition must parse, and every task must be one that can be called.
    fn check_definition(&self, text: &str, express: bool) -> Result<(), AwsError> {
        if text.len() > MAX_DEFINITION {
            let message = format!(
                "Invalid State Machine Definition: 'DEFINITION_TOO_LARGE: The definition has more than {MAX_DEFINITION} bytes'"
            );
            return Err(errors::invalid_definition(message));
        }
        let workflow = if express { WorkflowType::Express } else { WorkflowType::Standard };
        definition::read(text, workflow, self.integrations.as_ref()).map(drop)
    }

    /// The role must exist and trust Step Functions.
    pub(crate) fn check_role(&self, role_arn: &str) -> Result<(), AwsError> {
        if !role_arn.starts_with("arn:") {
            return Err(arn::invalid(format_args!("Invalid ARN prefix: {role_arn}")));
        }
        match self.platform.identity()?.assume_for_service(role_arn, SERVICE, "create-state-machine") {
            Ok(_) => Ok(()),
            Err(error) if error.status >= 500 => Err(error),
            Err(error) => Err(AwsError::access_denied(
                "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.",
            )
            .because(error)),
        }
    }
}

/// The answer to a machine that is created again: what it is now, if that is what was asked for.
fn existing(
    txn: &lirio_store::Txn<'_>,
    there: &MachineRow,
    asked: &MachineRow,
    first: &DefinitionRow,
) -> Result<CreateStateMachineOutput, AwsError> {
    if there.deleting {
        return Err(deleting(&there.arn));
    }
    let current = DEFINITIONS.get(txn, &definition_key(&there.uid, there.revision))?;
    // Another role or other tags are overlooked (API reference, `CreateStateMachine`).
    let same = current.is_some_and(|current| {
        current.definition == first.definition
            && current.logging == first.logging
            && there.express == asked.express
            && there.created_with == asked.created_with
    });
    if !same {
        let message = format!("State Machine Already Exists: '{}'", there.arn);
        return Err(errors::state_machine_already_exists(message));
    }
    let version = there.created_with.as_ref().map(|_| versions::arn_of(there, 1));
    Ok(CreateStateMachineOutput {
        state_machine_arn: there.arn.clone(),
        creation_date: there.created,
        state_machine_version_arn: version,
    })
}

fn kind(express: bool) -> String {
    if express { "EXPRESS" } else { "STANDARD" }.to_owned()
}

/// The only encryption that is served.
pub(crate) fn owned_key() -> EncryptionConfiguration {
    EncryptionConfiguration { r#type: "AWS_OWNED_KEY".to_owned(), ..EncryptionConfiguration::default() }
}

/// `StateMachineDeleting`, in the service's words.
pub(crate) fn deleting(arn: &str) -> AwsError {
    errors::state_machine_deleting(format!("State Machine is being deleted: '{arn}'"))
}

fn remove(txn: &mut lirio_store::Txn<'_>, row: &MachineRow, now: Timestamp) -> Result<(), StoreError> {
    MACHINES.delete(txn, &machine_key(&row.arn))?;
    VERSIONS.delete_prefix(txn, &Key::new().str(&row.uid))?;
    ALIASES.delete_prefix(txn, &Key::new().str(&row.uid))?;
    // The definitions are shown with the executions, which are kept for as long.
    let forget = Timer::ForgetDefinitions { uid: row.uid.clone() };
    txn.set_timer(&format!("states/{}", row.uid), now.0.saturating_add(KEPT_MS + 60_000), TIMERS, &forget)
}
