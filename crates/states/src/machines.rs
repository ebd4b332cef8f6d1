//! State machines.

use std::collections::BTreeMap;
use std::sync::Arc;

use lirio_api::stepfunctions::{
    CreateStateMachineInput, CreateStateMachineOutput, DeleteStateMachineInput, DeleteStateMachineOutput,
    DescribeStateMachineInput, DescribeStateMachineOutput, EncryptionConfiguration,
    ListStateMachineVersionsInput, ListStateMachineVersionsOutput, ListStateMachinesInput,
    ListStateMachinesOutput, LoggingConfiguration, StateMachineListItem, Tag, TracingConfiguration,
    UpdateStateMachineInput, UpdateStateMachineOutput, errors,
};
use lirio_api::{AwsError, Timestamp};
use lirio_asl::Input;
use lirio_service::Context;
use lirio_store::{Key, Read, StoreError};

use crate::tables::{
    BY_STATUS, DEFINITIONS, DefinitionRow, KEPT_MS, MACHINES, MachineRow, TIMERS, Timer, definition_key,
    machine_key,
};
use crate::tasks::SERVICE;
use crate::{States, arn, definition, page, tags};

/// The most bytes of a definition.
const MAX_DEFINITION: usize = 1_048_576;

/// What may be asked of a state machine besides its definition, checked for what is served.
struct Options {
    include_execution_data: Option<bool>,
}

impl Options {
    fn read(
        logging: Option<&LoggingConfiguration>,
        tracing: Option<&TracingConfiguration>,
        encryption: Option<&EncryptionConfiguration>,
        publish: Option<bool>,
        version_description: Option<&String>,
    ) -> Result<Self, AwsError> {
        if logging.is_some_and(|l| {
            l.level.as_deref().is_some_and(|level| level != "OFF")
                || l.destinations.as_ref().is_some_and(|d| !d.is_empty())
        }) {
            return Err(AwsError::not_served(
                "Logging of executions to CloudWatch Logs (loggingConfiguration)",
            ));
        }
        if tracing.is_some_and(|t| t.enabled == Some(true)) {
            return Err(AwsError::not_served("X-Ray tracing of state machines (tracingConfiguration)"));
        }
        if encryption.is_some_and(|e| e.r#type != "AWS_OWNED_KEY") {
            return Err(AwsError::not_served("Encryption of state machines with customer managed keys"));
        }
        if publish == Some(true) {
            return Err(AwsError::not_served("Publishing state machine versions (publish)"));
        }
        if version_description.is_some() {
            let message = "Version description can only be set when publish is true";
            return Err(errors::validation_exception(message));
        }
        Ok(Self { include_execution_data: logging.map(|l| l.include_execution_data.unwrap_or(false)) })
    }
}

pub(crate) fn logging_of(row: &DefinitionRow) -> LoggingConfiguration {
    LoggingConfiguration {
        level: Some("OFF".to_owned()),
        include_execution_data: Some(row.include_execution_data),
        destinations: None,
    }
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
        if input.r#type.as_deref() == Some("EXPRESS") {
            return Err(AwsError::not_served("Express workflows (type EXPRESS)"));
        }
        let options = Options::read(
            input.logging_configuration.as_ref(),
            input.tracing_configuration.as_ref(),
            input.encryption_configuration.as_ref(),
            input.publish,
            input.version_description.as_ref(),
        )?;
        let machine = checked(&input.definition)?;
        self.check_role(&input.role_arn)?;
        let tags = tags::merged(BTreeMap::new(), input.tags.unwrap_or_default())?;
        let row = MachineRow {
            uid: lirio_service::hex_id::<12>(),
            arn: arn::of_machine(&ctx.scope, &input.name),
            name: input.name,
            revision: 1,
            created: ctx.now,
            deleting: false,
            tags,
        };
        let first = DefinitionRow {
            arn: row.arn.clone(),
            name: row.name.clone(),
            definition: input.definition,
            role_arn: input.role_arn,
            include_execution_data: options.include_execution_data.unwrap_or(false),
            revision_id: None,
            updated: ctx.now,
        };
        let uid = row.uid.clone();
        let (state_machine_arn, creation_date, created) = ctx
            .commit(move |txn| {
                if let Some(there) = find(txn, &row.arn)? {
                    if there.deleting {
                        return Err(deleting(&row.arn));
                    }
                    let current = DEFINITIONS.get(txn, &definition_key(&there.uid, there.revision))?;
                    let same = current.is_some_and(|c| {
                        c.definition == first.definition
                            && c.include_execution_data == first.include_execution_data
                    });
                    if !same {
                        let message = format!("State Machine Already Exists: '{}'", row.arn);
                        return Err(errors::state_machine_already_exists(message));
                    }
                    return Ok((there.arn, there.created, false));
                }
                MACHINES.put(txn, &machine_key(&row.arn), &row)?;
                DEFINITIONS.put(txn, &definition_key(&row.uid, 1), &first)?;
                Ok((row.arn, row.created, true))
            })
            .await?;
        if created {
            self.keep_machine(&uid, 1, machine);
        }
        Ok(CreateStateMachineOutput { state_machine_arn, creation_date, state_machine_version_arn: None })
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
            input.version_description.as_ref(),
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
            checked(text)?;
        }
        if let Some(role) = &input.role_arn {
            self.check_role(role)?;
        }
        let now = ctx.now;
        let revision_id = ctx
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
                if let Some(include) = options.include_execution_data {
                    next.include_execution_data = include;
                }
                if next == current && current.revision_id.is_some() {
                    return Ok(current.revision_id);
                }
                next.revision_id = Some(lirio_service::uuid_v4());
                next.updated = now;
                row.revision += 1;
                DEFINITIONS.put(txn, &definition_key(&row.uid, row.revision), &next)?;
                MACHINES.put(txn, &machine_key(arn), &row)?;
                Ok(next.revision_id)
            })
            .await?;
        Ok(UpdateStateMachineOutput { update_date: now, revision_id, state_machine_version_arn: None })
    }

    /// `DescribeStateMachine`.
    pub(crate) async fn describe_state_machine(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeStateMachineInput,
    ) -> Result<DescribeStateMachineOutput, AwsError> {
        let (row, current) = self.current(&ctx, &input.state_machine_arn)?;
        let status = if row.deleting { "DELETING" } else { "ACTIVE" };
        Ok(DescribeStateMachineOutput {
            status: Some(status.to_owned()),
            r#type: "STANDARD".to_owned(),
            creation_date: row.created,
            logging_configuration: Some(logging_of(&current)),
            tracing_configuration: Some(TracingConfiguration { enabled: Some(false) }),
            state_machine_arn: row.arn,
            name: row.name,
            definition: current.definition,
            role_arn: current.role_arn,
            revision_id: current.revision_id,
            ..DescribeStateMachineOutput::default()
        })
    }

    /// A machine with its current revision.
    pub(crate) fn current(&self, ctx: &Context, arn: &str) -> Result<(MachineRow, DefinitionRow), AwsError> {
        arn::machine(arn)?;
        let found = ctx.read(|reader| {
            let Some(row) = find(reader, arn)? else { return Ok(None) };
            let current = DEFINITIONS.get(reader, &definition_key(&row.uid, row.revision))?;
            Ok(current.map(|current| (row, current)))
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
                r#type: "STANDARD".to_owned(),
                creation_date: row.created,
            })
            .collect();
        Ok(ListStateMachinesOutput { state_machines, next_token })
    }

    /// `ListStateMachineVersions`: none can be published.
    pub(crate) async fn list_state_machine_versions(
        self: Arc<Self>,
        ctx: Context,
        input: ListStateMachineVersionsInput,
    ) -> Result<ListStateMachineVersionsOutput, AwsError> {
        self.current(&ctx, &input.state_machine_arn)?;
        Ok(ListStateMachineVersionsOutput { state_machine_versions: Vec::new(), next_token: None })
    }

    /// The role must exist and trust Step Functions.
    fn check_role(&self, role_arn: &str) -> Result<(), AwsError> {
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

fn checked(text: &str) -> Result<lirio_asl::machine::Machine, AwsError> {
    if text.len() > MAX_DEFINITION {
        let message = format!(
            "Invalid State Machine Definition: 'DEFINITION_TOO_LARGE: The definition has more than {MAX_DEFINITION} bytes'"
        );
        return Err(errors::invalid_definition(message));
    }
    definition::read(text)
}

fn deleting(arn: &str) -> AwsError {
    errors::state_machine_deleting(format!("State Machine is being deleted: '{arn}'"))
}

fn remove(txn: &mut lirio_store::Txn<'_>, row: &MachineRow, now: Timestamp) -> Result<(), StoreError> {
    MACHINES.delete(txn, &machine_key(&row.arn))?;
    // The definitions are shown with the executions, which are kept for as long.
    let forget = Timer::ForgetDefinitions { uid: row.uid.clone() };
    txn.set_timer(&format!("states/{}", row.uid), now.0.saturating_add(KEPT_MS + 60_000), TIMERS, &forget)
}

impl MachineRow {
    /// The tags as the API shows them.
    pub(crate) fn shown_tags(&self) -> Vec<Tag> {
        let tag =
            |(key, value): (&String, &String)| Tag { key: Some(key.clone()), value: Some(value.clone()) };
        self.tags.iter().map(tag).collect()
    }
}
