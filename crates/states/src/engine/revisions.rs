//! Revisions of state machines, parsed once.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use lirio_api::AwsError;
use lirio_asl::machine::{EXPRESS_SECONDS, Machine, StateKind};
use lirio_asl::{TaskResource, WorkflowType};

use crate::States;
use crate::tables::{DEFINITIONS, DefinitionRow, Logging, definition_key};

/// Parsed revisions held in memory.
const HELD: usize = 256;

/// A revision in memory.
pub(crate) struct Revision {
    /// What it runs.
    pub(crate) machine: Arc<Machine>,
    /// The state machine's name.
    pub(crate) name: String,
    /// The state machine's ARN.
    pub(crate) arn: String,
    /// The role.
    pub(crate) role_arn: String,
    /// Where its events go; none when nothing is logged.
    pub(crate) logging: Option<Logging>,
    /// The activities that its tasks name.
    pub(crate) activities: BTreeSet<String>,
}

/// The revisions in memory.
#[derive(Default)]
pub(crate) struct Revisions(Mutex<HashMap<(String, u64), Arc<Revision>>>);

impl Revision {
    fn of(row: DefinitionRow) -> Result<Self, AwsError> {
        let workflow = if row.express { WorkflowType::Express } else { WorkflowType::Standard };
        let mut machine = lirio_asl::parse_as(&row.definition, workflow)
            .map_err(|diagnostics| AwsError::internal(lirio_asl::invalid_definition_message(&diagnostics)))?;
        if row.express {
            let limit = machine.timeout_seconds.unwrap_or(EXPRESS_SECONDS).min(EXPRESS_SECONDS);
            machine.timeout_seconds = Some(limit);
        }
        let activities = machine
            .states
            .iter()
            .filter_map(|state| match &state.kind {
                StateKind::Task(task) => Some(&task.resource),
                _ => None,
            })
            .filter_map(|resource| match resource {
                TaskResource::Activity { arn } => Some(arn.clone()),
                _ => None,
            })
            .collect();
        let logging = row.logging.group().is_some().then_some(row.logging);
        let (name, arn, role_arn) = (row.name, row.arn, row.role_arn);
        Ok(Self { machine: Arc::new(machine), name, arn, role_arn, logging, activities })
    }
}

impl Revision {
    /// `variableReferences`: the workflow variables that each state reads; nothing where none does.
    pub(crate) fn variable_references(&self) -> Option<BTreeMap<String, Vec<String>>> {
        let references = self.machine.variable_references().into_iter();
        let references: BTreeMap<_, _> =
            references.map(|(state, names)| (state, names.into_iter().collect())).collect();
        (!references.is_empty()).then_some(references)
    }
}

impl States {
    /// A revision of a state machine.
    pub(crate) fn revision(&self, uid: &str, number: u64) -> Result<Arc<Revision>, AwsError> {
        let key = (uid.to_owned(), number);
        let lock = || self.revisions.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(revision) = lock().get(&key) {
            return Ok(revision.clone());
        }
        let row = self.platform.store.read(|reader| DEFINITIONS.get(reader, &definition_key(uid, number)))?;
        let row =
            row.ok_or_else(|| AwsError::internal(format_args!("definition {uid}/{number} is missing")))?;
        let revision = Arc::new(Revision::of(row)?);
        let mut held = lock();
        if held.len() >= HELD {
            held.clear();
        }
        held.insert(key, revision.clone());
        Ok(revision)
    }
}
