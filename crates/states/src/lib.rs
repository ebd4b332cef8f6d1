//! Step Functions: state machines, executions, and the tasks they call.
//!
//! An execution's history is its log: records are appended in batches, one row each, and the state
//! of an execution is the fold over them ([`lirio_asl::Execution`]).  The engine decides, commits
//! the decision with its timers and events, and only then acts on it.  Waiting executions cost a
//! few rows and nothing else; after a crash, whatever was not finished is issued again
//! (`reissue.rs` says what that means for calls that may have happened already).
//!
//! Not served, and refused by name: express workflows, JSONata, distributed maps, activities,
//! versions and aliases, logging to CloudWatch, X-Ray, customer keys, other accounts' roles.

mod arn;
mod callbacks;
mod definition;
mod engine;
mod executions;
mod history;
mod log;
mod machines;
mod outcome;
mod page;
mod tables;
mod tags;
mod tasks;

use std::sync::Arc;

use lirio_api::{AwsError, stepfunctions::ops};
use lirio_service::{Platform, Registry};

use engine::Live;

/// The service.
pub struct States {
    platform: Platform,
    live: Live,
}

impl States {
    /// The service on a platform.  Nothing runs before [`States::start`].
    pub fn new(platform: &Platform) -> Result<Arc<Self>, AwsError> {
        Ok(Arc::new(Self { platform: platform.clone(), live: Live::default() }))
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
            .on(ops::ListStateMachineVersions, States::list_state_machine_versions)
            .on(ops::ValidateStateMachineDefinition, States::validate_state_machine_definition)
            .on(ops::ListTagsForResource, States::list_tags_for_resource)
            .on(ops::TagResource, States::tag_resource)
            .on(ops::UntagResource, States::untag_resource)
            .on(ops::StartExecution, States::start_execution)
            .on(ops::StopExecution, States::stop_execution)
            .on(ops::DescribeExecution, States::describe_execution)
            .on(ops::DescribeStateMachineForExecution, States::describe_state_machine_for_execution)
            .on(ops::ListExecutions, States::list_executions)
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
