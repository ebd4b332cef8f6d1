//! Step Functions: state machines, executions, and the tasks they call.
//!
//! An execution's history is its log: records are appended in batches, one row each, and the state
//! of an execution is the fold over them ([`lirio_asl::Execution`]).  The engine decides, commits
//! the decision with its timers and events, and only then acts on it.  Waiting executions cost a
//! few rows and nothing else; after a crash, whatever was not finished is issued again
//! (`reissue.rs` says what that means for calls that may have happened already).
//!
//! Executions of express machines run in memory on the same core (`express.rs`).
//!
//! A single state can be tested by itself, with a mock or for real (`test_state.rs`).
//!
//! Not served, and refused by name: X-Ray, customer keys, other accounts' roles.

mod activities;
mod aliases;
mod arn;
mod callbacks;
mod definition;
mod engine;
mod executions;
mod express;
mod history;
mod integrations;
mod log;
mod logging;
mod logs;
mod machines;
mod map_run;
mod outcome;
mod page;
mod redrive;
mod tables;
mod tags;
mod tasks;
mod test_state;
mod versions;

use std::sync::Arc;

use lirio_api::{AwsError, stepfunctions::ops};
use lirio_service::{Platform, Registry};

pub use integrations::{IntegrationCall, IntegrationError, Integrations, NoIntegrations};

use activities::Workers;
use engine::{Live, Revisions};
use map_run::MapRuns;

/// The service.
pub struct States {
    platform: Platform,
    integrations: Arc<dyn Integrations>,
    live: Live,
    revisions: Revisions,
    workers: Workers,
    map_runs: MapRuns,
}

impl States {
    /// The service on a platform.  Nothing runs before [`States::start`].
    pub fn new(platform: &Platform) -> Result<Arc<Self>, AwsError> {
        Self::with_integrations(platform, Arc::new(NoIntegrations))
    }

    /// The service on a platform whose host serves further integrations.
    pub fn with_integrations(
        platform: &Platform,
        integrations: Arc<dyn Integrations>,
    ) -> Result<Arc<Self>, AwsError> {
        Ok(Arc::new(Self {
            platform: platform.clone(),
            integrations,
            live: Live::default(),
            revisions: Revisions::default(),
            workers: Workers::default(),
            map_runs: MapRuns::default(),
        }))
    }

    /// Registers every operation of Step Functions.
    pub fn register(self: &Arc<Self>, registry: &mut Registry) {
        registry
            .service(self)
            .on(ops::CreateStateMachine, States::create_state_machine)
            .on(ops::UpdateStateMachine, States::update_state_machine)
            .on(ops::DescribeStateMachine, States::describe_state_machine)
            .on(ops::DeleteStateMachine, States::delete_state_machine)
            .on(ops::ListStateMachines, States::list_state_machines)
            .on(ops::PublishStateMachineVersion, States::publish_state_machine_version)
            .on(ops::DeleteStateMachineVersion, States::delete_state_machine_version)
            .on(ops::ListStateMachineVersions, States::list_state_machine_versions)
            .on(ops::CreateStateMachineAlias, States::create_state_machine_alias)
            .on(ops::DescribeStateMachineAlias, States::describe_state_machine_alias)
            .on(ops::UpdateStateMachineAlias, States::update_state_machine_alias)
            .on(ops::DeleteStateMachineAlias, States::delete_state_machine_alias)
            .on(ops::ListStateMachineAliases, States::list_state_machine_aliases)
            .on(ops::CreateActivity, States::create_activity)
            .on(ops::DescribeActivity, States::describe_activity)
            .on(ops::DeleteActivity, States::delete_activity)
            .on(ops::ListActivities, States::list_activities)
            .on(ops::GetActivityTask, States::get_activity_task)
            .on(ops::ValidateStateMachineDefinition, States::validate_state_machine_definition)
            .on(ops::TestState, States::test_state)
            .on(ops::ListTagsForResource, States::list_tags_for_resource)
            .on(ops::TagResource, States::tag_resource)
            .on(ops::UntagResource, States::untag_resource)
            .on(ops::StartExecution, States::start_execution)
            .on(ops::StartSyncExecution, States::start_sync_execution)
            .on(ops::StopExecution, States::stop_execution)
            .on(ops::RedriveExecution, States::redrive_execution)
            .on(ops::DescribeExecution, States::describe_execution)
            .on(ops::DescribeStateMachineForExecution, States::describe_state_machine_for_execution)
            .on(ops::ListExecutions, States::list_executions)
            .on(ops::DescribeMapRun, States::describe_map_run)
            .on(ops::ListMapRuns, States::list_map_runs)
            .on(ops::UpdateMapRun, States::update_map_run)
            .on(ops::GetExecutionHistory, States::get_execution_history)
            .on(ops::SendTaskSuccess, States::send_task_success)
            .on(ops::SendTaskFailure, States::send_task_failure)
            .on(ops::SendTaskHeartbeat, States::send_task_heartbeat);
    }

    /// Starts the background work: due timers, stops of jobs nobody waits for, and the executions
    /// that were running when the last process ended.  Call it when the door is open.
    pub fn start(self: &Arc<Self>) {
        self.start_consumers();
        self.start_recovery();
    }
}
