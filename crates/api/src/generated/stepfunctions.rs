// Written by `cargo xtask codegen` from AWS's service models; do not edit.
//! The shapes and operations of `stepfunctions`.

#[allow(unused_imports, reason = "not every service needs each")]
use crate::schema::{Kind, Location, Member, Range, Shape, Structure, TimeFormat};
use crate::{Access, IamAction, Operation, OperationType, Protocol, Service, UnservedOperation};

/// The service.
pub static SERVICE: Service = Service {
    id: "stepfunctions",
    sdk_id: "sfn",
    signing_name: "states",
    endpoint_prefix: "states",
    protocol: Protocol::Json10,
    protocols: &[Protocol::Json10],
    query_compatible: false,
    error_names: &[],
    api_version: "2016-11-23",
    target_prefix: "AWSStepFunctions",
    xml_namespace: "",
    global: false,
};

/// The served operations.
pub static OPERATIONS: [Operation; 37] = [
    Operation {
        service: &SERVICE,
        name: "CreateActivity",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateActivityInput),
        input_root: None,
        output: Some(&schemas::CreateActivityOutput),
        action: IamAction::Named("states:CreateActivity"),
        resources: "arn:{partition}:states:{region}:{account}:activity:{name}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateStateMachine",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateStateMachineInput),
        input_root: None,
        output: Some(&schemas::CreateStateMachineOutput),
        action: IamAction::Named("states:CreateStateMachine"),
        resources: "arn:{partition}:states:{region}:{account}:stateMachine:{name}",
        also: &[("iam:PassRole", "{roleArn}")],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateStateMachineAlias",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateStateMachineAliasInput),
        input_root: None,
        output: Some(&schemas::CreateStateMachineAliasOutput),
        action: IamAction::Named("states:CreateStateMachineAlias"),
        resources: "{routingConfiguration.*.stateMachineVersionArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteActivity",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteActivityInput),
        input_root: None,
        output: Some(&schemas::DeleteActivityOutput),
        action: IamAction::Named("states:DeleteActivity"),
        resources: "{activityArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteStateMachine",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteStateMachineInput),
        input_root: None,
        output: Some(&schemas::DeleteStateMachineOutput),
        action: IamAction::Named("states:DeleteStateMachine"),
        resources: "{stateMachineArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteStateMachineAlias",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteStateMachineAliasInput),
        input_root: None,
        output: Some(&schemas::DeleteStateMachineAliasOutput),
        action: IamAction::Named("states:DeleteStateMachineAlias"),
        resources: "{stateMachineAliasArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteStateMachineVersion",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteStateMachineVersionInput),
        input_root: None,
        output: Some(&schemas::DeleteStateMachineVersionOutput),
        action: IamAction::Named("states:DeleteStateMachineVersion"),
        resources: "{stateMachineVersionArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeActivity",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeActivityInput),
        input_root: None,
        output: Some(&schemas::DescribeActivityOutput),
        action: IamAction::Named("states:DescribeActivity"),
        resources: "{activityArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeExecution",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeExecutionInput),
        input_root: None,
        output: Some(&schemas::DescribeExecutionOutput),
        action: IamAction::Named("states:DescribeExecution"),
        resources: "{executionArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeMapRun",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeMapRunInput),
        input_root: None,
        output: Some(&schemas::DescribeMapRunOutput),
        action: IamAction::Named("states:DescribeMapRun"),
        resources: "{mapRunArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeStateMachine",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeStateMachineInput),
        input_root: None,
        output: Some(&schemas::DescribeStateMachineOutput),
        action: IamAction::Named("states:DescribeStateMachine"),
        resources: "{stateMachineArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeStateMachineAlias",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeStateMachineAliasInput),
        input_root: None,
        output: Some(&schemas::DescribeStateMachineAliasOutput),
        action: IamAction::Named("states:DescribeStateMachineAlias"),
        resources: "{stateMachineAliasArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeStateMachineForExecution",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeStateMachineForExecutionInput),
        input_root: None,
        output: Some(&schemas::DescribeStateMachineForExecutionOutput),
        action: IamAction::Named("states:DescribeStateMachineForExecution"),
        resources: "{executionArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetActivityTask",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetActivityTaskInput),
        input_root: None,
        output: Some(&schemas::GetActivityTaskOutput),
        action: IamAction::Named("states:GetActivityTask"),
        resources: "{activityArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetExecutionHistory",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetExecutionHistoryInput),
        input_root: None,
        output: Some(&schemas::GetExecutionHistoryOutput),
        action: IamAction::Named("states:GetExecutionHistory"),
        resources: "{executionArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListActivities",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListActivitiesInput),
        input_root: None,
        output: Some(&schemas::ListActivitiesOutput),
        action: IamAction::Named("states:ListActivities"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListExecutions",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListExecutionsInput),
        input_root: None,
        output: Some(&schemas::ListExecutionsOutput),
        action: IamAction::Named("states:ListExecutions"),
        resources: "{stateMachineArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListMapRuns",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListMapRunsInput),
        input_root: None,
        output: Some(&schemas::ListMapRunsOutput),
        action: IamAction::Named("states:ListMapRuns"),
        resources: "{executionArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListStateMachineAliases",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListStateMachineAliasesInput),
        input_root: None,
        output: Some(&schemas::ListStateMachineAliasesOutput),
        action: IamAction::Named("states:ListStateMachineAliases"),
        resources: "{stateMachineArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListStateMachineVersions",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListStateMachineVersionsInput),
        input_root: None,
        output: Some(&schemas::ListStateMachineVersionsOutput),
        action: IamAction::Named("states:ListStateMachineVersions"),
        resources: "{stateMachineArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListStateMachines",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListStateMachinesInput),
        input_root: None,
        output: Some(&schemas::ListStateMachinesOutput),
        action: IamAction::Named("states:ListStateMachines"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListTagsForResource",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListTagsForResourceInput),
        input_root: None,
        output: Some(&schemas::ListTagsForResourceOutput),
        action: IamAction::Named("states:ListTagsForResource"),
        resources: "{resourceArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PublishStateMachineVersion",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PublishStateMachineVersionInput),
        input_root: None,
        output: Some(&schemas::PublishStateMachineVersionOutput),
        action: IamAction::Named("states:PublishStateMachineVersion"),
        resources: "{stateMachineArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "RedriveExecution",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::RedriveExecutionInput),
        input_root: None,
        output: Some(&schemas::RedriveExecutionOutput),
        action: IamAction::Named("states:RedriveExecution"),
        resources: "{executionArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "SendTaskFailure",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::SendTaskFailureInput),
        input_root: None,
        output: Some(&schemas::SendTaskFailureOutput),
        action: IamAction::Named("states:SendTaskFailure"),
        resources: "*",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "SendTaskHeartbeat",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::SendTaskHeartbeatInput),
        input_root: None,
        output: Some(&schemas::SendTaskHeartbeatOutput),
        action: IamAction::Named("states:SendTaskHeartbeat"),
        resources: "*",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "SendTaskSuccess",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::SendTaskSuccessInput),
        input_root: None,
        output: Some(&schemas::SendTaskSuccessOutput),
        action: IamAction::Named("states:SendTaskSuccess"),
        resources: "*",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "StartExecution",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::StartExecutionInput),
        input_root: None,
        output: Some(&schemas::StartExecutionOutput),
        action: IamAction::Named("states:StartExecution"),
        resources: "{stateMachineArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "StartSyncExecution",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::StartSyncExecutionInput),
        input_root: None,
        output: Some(&schemas::StartSyncExecutionOutput),
        action: IamAction::Named("states:StartSyncExecution"),
        resources: "{stateMachineArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "StopExecution",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::StopExecutionInput),
        input_root: None,
        output: Some(&schemas::StopExecutionOutput),
        action: IamAction::Named("states:StopExecution"),
        resources: "{executionArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "TagResource",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::TagResourceInput),
        input_root: None,
        output: Some(&schemas::TagResourceOutput),
        action: IamAction::Named("states:TagResource"),
        resources: "{resourceArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "TestState",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::TestStateInput),
        input_root: None,
        output: Some(&schemas::TestStateOutput),
        action: IamAction::Named("states:TestState"),
        resources: "*",
        also: &[("iam:PassRole", "{roleArn}")],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UntagResource",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UntagResourceInput),
        input_root: None,
        output: Some(&schemas::UntagResourceOutput),
        action: IamAction::Named("states:UntagResource"),
        resources: "{resourceArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateMapRun",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UpdateMapRunInput),
        input_root: None,
        output: Some(&schemas::UpdateMapRunOutput),
        action: IamAction::Named("states:UpdateMapRun"),
        resources: "{mapRunArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateStateMachine",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UpdateStateMachineInput),
        input_root: None,
        output: Some(&schemas::UpdateStateMachineOutput),
        action: IamAction::Named("states:UpdateStateMachine"),
        resources: "{stateMachineArn}",
        also: &[("iam:PassRole", "{roleArn}")],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateStateMachineAlias",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UpdateStateMachineAliasInput),
        input_root: None,
        output: Some(&schemas::UpdateStateMachineAliasOutput),
        action: IamAction::Named("states:UpdateStateMachineAlias"),
        resources: "{stateMachineAliasArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ValidateStateMachineDefinition",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ValidateStateMachineDefinitionInput),
        input_root: None,
        output: Some(&schemas::ValidateStateMachineDefinitionOutput),
        action: IamAction::Named("states:ValidateStateMachineDefinition"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
];

/// The served operations as types.
pub mod ops {
    use super::{Operation, OperationType};
    /// `CreateActivity`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateActivity;
    impl OperationType for CreateActivity {
        type Input = super::CreateActivityInput;
        type Output = super::CreateActivityOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[0];
    }

    /// `CreateStateMachine`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateStateMachine;
    impl OperationType for CreateStateMachine {
        type Input = super::CreateStateMachineInput;
        type Output = super::CreateStateMachineOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[1];
    }

    /// `CreateStateMachineAlias`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateStateMachineAlias;
    impl OperationType for CreateStateMachineAlias {
        type Input = super::CreateStateMachineAliasInput;
        type Output = super::CreateStateMachineAliasOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[2];
    }

    /// `DeleteActivity`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteActivity;
    impl OperationType for DeleteActivity {
        type Input = super::DeleteActivityInput;
        type Output = super::DeleteActivityOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[3];
    }

    /// `DeleteStateMachine`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteStateMachine;
    impl OperationType for DeleteStateMachine {
        type Input = super::DeleteStateMachineInput;
        type Output = super::DeleteStateMachineOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[4];
    }

    /// `DeleteStateMachineAlias`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteStateMachineAlias;
    impl OperationType for DeleteStateMachineAlias {
        type Input = super::DeleteStateMachineAliasInput;
        type Output = super::DeleteStateMachineAliasOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[5];
    }

    /// `DeleteStateMachineVersion`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteStateMachineVersion;
    impl OperationType for DeleteStateMachineVersion {
        type Input = super::DeleteStateMachineVersionInput;
        type Output = super::DeleteStateMachineVersionOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[6];
    }

    /// `DescribeActivity`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeActivity;
    impl OperationType for DescribeActivity {
        type Input = super::DescribeActivityInput;
        type Output = super::DescribeActivityOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[7];
    }

    /// `DescribeExecution`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeExecution;
    impl OperationType for DescribeExecution {
        type Input = super::DescribeExecutionInput;
        type Output = super::DescribeExecutionOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[8];
    }

    /// `DescribeMapRun`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeMapRun;
    impl OperationType for DescribeMapRun {
        type Input = super::DescribeMapRunInput;
        type Output = super::DescribeMapRunOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[9];
    }

    /// `DescribeStateMachine`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeStateMachine;
    impl OperationType for DescribeStateMachine {
        type Input = super::DescribeStateMachineInput;
        type Output = super::DescribeStateMachineOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[10];
    }

    /// `DescribeStateMachineAlias`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeStateMachineAlias;
    impl OperationType for DescribeStateMachineAlias {
        type Input = super::DescribeStateMachineAliasInput;
        type Output = super::DescribeStateMachineAliasOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[11];
    }

    /// `DescribeStateMachineForExecution`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeStateMachineForExecution;
    impl OperationType for DescribeStateMachineForExecution {
        type Input = super::DescribeStateMachineForExecutionInput;
        type Output = super::DescribeStateMachineForExecutionOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[12];
    }

    /// `GetActivityTask`
    #[derive(Clone, Copy, Debug)]
    pub struct GetActivityTask;
    impl OperationType for GetActivityTask {
        type Input = super::GetActivityTaskInput;
        type Output = super::GetActivityTaskOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[13];
    }

    /// `GetExecutionHistory`
    #[derive(Clone, Copy, Debug)]
    pub struct GetExecutionHistory;
    impl OperationType for GetExecutionHistory {
        type Input = super::GetExecutionHistoryInput;
        type Output = super::GetExecutionHistoryOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[14];
    }

    /// `ListActivities`
    #[derive(Clone, Copy, Debug)]
    pub struct ListActivities;
    impl OperationType for ListActivities {
        type Input = super::ListActivitiesInput;
        type Output = super::ListActivitiesOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[15];
    }

    /// `ListExecutions`
    #[derive(Clone, Copy, Debug)]
    pub struct ListExecutions;
    impl OperationType for ListExecutions {
        type Input = super::ListExecutionsInput;
        type Output = super::ListExecutionsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[16];
    }

    /// `ListMapRuns`
    #[derive(Clone, Copy, Debug)]
    pub struct ListMapRuns;
    impl OperationType for ListMapRuns {
        type Input = super::ListMapRunsInput;
        type Output = super::ListMapRunsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[17];
    }

    /// `ListStateMachineAliases`
    #[derive(Clone, Copy, Debug)]
    pub struct ListStateMachineAliases;
    impl OperationType for ListStateMachineAliases {
        type Input = super::ListStateMachineAliasesInput;
        type Output = super::ListStateMachineAliasesOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[18];
    }

    /// `ListStateMachineVersions`
    #[derive(Clone, Copy, Debug)]
    pub struct ListStateMachineVersions;
    impl OperationType for ListStateMachineVersions {
        type Input = super::ListStateMachineVersionsInput;
        type Output = super::ListStateMachineVersionsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[19];
    }

    /// `ListStateMachines`
    #[derive(Clone, Copy, Debug)]
    pub struct ListStateMachines;
    impl OperationType for ListStateMachines {
        type Input = super::ListStateMachinesInput;
        type Output = super::ListStateMachinesOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[20];
    }

    /// `ListTagsForResource`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTagsForResource;
    impl OperationType for ListTagsForResource {
        type Input = super::ListTagsForResourceInput;
        type Output = super::ListTagsForResourceOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[21];
    }

    /// `PublishStateMachineVersion`
    #[derive(Clone, Copy, Debug)]
    pub struct PublishStateMachineVersion;
    impl OperationType for PublishStateMachineVersion {
        type Input = super::PublishStateMachineVersionInput;
        type Output = super::PublishStateMachineVersionOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[22];
    }

    /// `RedriveExecution`
    #[derive(Clone, Copy, Debug)]
    pub struct RedriveExecution;
    impl OperationType for RedriveExecution {
        type Input = super::RedriveExecutionInput;
        type Output = super::RedriveExecutionOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[23];
    }

    /// `SendTaskFailure`
    #[derive(Clone, Copy, Debug)]
    pub struct SendTaskFailure;
    impl OperationType for SendTaskFailure {
        type Input = super::SendTaskFailureInput;
        type Output = super::SendTaskFailureOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[24];
    }

    /// `SendTaskHeartbeat`
    #[derive(Clone, Copy, Debug)]
    pub struct SendTaskHeartbeat;
    impl OperationType for SendTaskHeartbeat {
        type Input = super::SendTaskHeartbeatInput;
        type Output = super::SendTaskHeartbeatOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[25];
    }

    /// `SendTaskSuccess`
    #[derive(Clone, Copy, Debug)]
    pub struct SendTaskSuccess;
    impl OperationType for SendTaskSuccess {
        type Input = super::SendTaskSuccessInput;
        type Output = super::SendTaskSuccessOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[26];
    }

    /// `StartExecution`
    #[derive(Clone, Copy, Debug)]
    pub struct StartExecution;
    impl OperationType for StartExecution {
        type Input = super::StartExecutionInput;
        type Output = super::StartExecutionOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[27];
    }

    /// `StartSyncExecution`
    #[derive(Clone, Copy, Debug)]
    pub struct StartSyncExecution;
    impl OperationType for StartSyncExecution {
        type Input = super::StartSyncExecutionInput;
        type Output = super::StartSyncExecutionOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[28];
    }

    /// `StopExecution`
    #[derive(Clone, Copy, Debug)]
    pub struct StopExecution;
    impl OperationType for StopExecution {
        type Input = super::StopExecutionInput;
        type Output = super::StopExecutionOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[29];
    }

    /// `TagResource`
    #[derive(Clone, Copy, Debug)]
    pub struct TagResource;
    impl OperationType for TagResource {
        type Input = super::TagResourceInput;
        type Output = super::TagResourceOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[30];
    }

    /// `TestState`
    #[derive(Clone, Copy, Debug)]
    pub struct TestState;
    impl OperationType for TestState {
        type Input = super::TestStateInput;
        type Output = super::TestStateOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[31];
    }

    /// `UntagResource`
    #[derive(Clone, Copy, Debug)]
    pub struct UntagResource;
    impl OperationType for UntagResource {
        type Input = super::UntagResourceInput;
        type Output = super::UntagResourceOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[32];
    }

    /// `UpdateMapRun`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateMapRun;
    impl OperationType for UpdateMapRun {
        type Input = super::UpdateMapRunInput;
        type Output = super::UpdateMapRunOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[33];
    }

    /// `UpdateStateMachine`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateStateMachine;
    impl OperationType for UpdateStateMachine {
        type Input = super::UpdateStateMachineInput;
        type Output = super::UpdateStateMachineOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[34];
    }

    /// `UpdateStateMachineAlias`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateStateMachineAlias;
    impl OperationType for UpdateStateMachineAlias {
        type Input = super::UpdateStateMachineAliasInput;
        type Output = super::UpdateStateMachineAliasOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[35];
    }

    /// `ValidateStateMachineDefinition`
    #[derive(Clone, Copy, Debug)]
    pub struct ValidateStateMachineDefinition;
    impl OperationType for ValidateStateMachineDefinition {
        type Input = super::ValidateStateMachineDefinitionInput;
        type Output = super::ValidateStateMachineDefinitionOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[36];
    }
}

/// What AWS has here and lirio does not serve.
pub static UNSERVED: &[UnservedOperation] = &[];

/// The errors that these operations declare.
pub mod errors {
    /// `ActivityAlreadyExists`, status 400
    pub fn activity_already_exists(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ActivityAlreadyExists", 400, message)
    }
    /// `ActivityDoesNotExist`, status 400
    pub fn activity_does_not_exist(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ActivityDoesNotExist", 400, message)
    }
    /// `ActivityLimitExceeded`, status 400
    pub fn activity_limit_exceeded(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ActivityLimitExceeded", 400, message)
    }
    /// `ActivityWorkerLimitExceeded`, status 400
    pub fn activity_worker_limit_exceeded(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ActivityWorkerLimitExceeded", 400, message)
    }
    /// `ConflictException`, status 400
    pub fn conflict_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ConflictException", 400, message)
    }
    /// `ExecutionAlreadyExists`, status 400
    pub fn execution_already_exists(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ExecutionAlreadyExists", 400, message)
    }
    /// `ExecutionDoesNotExist`, status 400
    pub fn execution_does_not_exist(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ExecutionDoesNotExist", 400, message)
    }
    /// `ExecutionLimitExceeded`, status 400
    pub fn execution_limit_exceeded(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ExecutionLimitExceeded", 400, message)
    }
    /// `ExecutionNotRedrivable`, status 400
    pub fn execution_not_redrivable(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ExecutionNotRedrivable", 400, message)
    }
    /// `InvalidArn`, status 400
    pub fn invalid_arn(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidArn", 400, message)
    }
    /// `InvalidDefinition`, status 400
    pub fn invalid_definition(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidDefinition", 400, message)
    }
    /// `InvalidEncryptionConfiguration`, status 400
    pub fn invalid_encryption_configuration(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidEncryptionConfiguration", 400, message)
    }
    /// `InvalidExecutionInput`, status 400
    pub fn invalid_execution_input(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidExecutionInput", 400, message)
    }
    /// `InvalidLoggingConfiguration`, status 400
    pub fn invalid_logging_configuration(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidLoggingConfiguration", 400, message)
    }
    /// `InvalidName`, status 400
    pub fn invalid_name(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidName", 400, message)
    }
    /// `InvalidOutput`, status 400
    pub fn invalid_output(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidOutput", 400, message)
    }
    /// `InvalidToken`, status 400
    pub fn invalid_token(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidToken", 400, message)
    }
    /// `InvalidTracingConfiguration`, status 400
    pub fn invalid_tracing_configuration(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidTracingConfiguration", 400, message)
    }
    /// `KmsAccessDeniedException`, status 400
    pub fn kms_access_denied_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("KmsAccessDeniedException", 400, message)
    }
    /// `KmsInvalidStateException`, status 400
    pub fn kms_invalid_state_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("KmsInvalidStateException", 400, message)
    }
    /// `KmsThrottlingException`, status 400
    pub fn kms_throttling_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("KmsThrottlingException", 400, message)
    }
    /// `MissingRequiredParameter`, status 400
    pub fn missing_required_parameter(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("MissingRequiredParameter", 400, message)
    }
    /// `ResourceNotFound`, status 400
    pub fn resource_not_found(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceNotFound", 400, message)
    }
    /// `ServiceQuotaExceededException`, status 400
    pub fn service_quota_exceeded_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ServiceQuotaExceededException", 400, message)
    }
    /// `StateMachineAlreadyExists`, status 400
    pub fn state_machine_already_exists(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("StateMachineAlreadyExists", 400, message)
    }
    /// `StateMachineDeleting`, status 400
    pub fn state_machine_deleting(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("StateMachineDeleting", 400, message)
    }
    /// `StateMachineDoesNotExist`, status 400
    pub fn state_machine_does_not_exist(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("StateMachineDoesNotExist", 400, message)
    }
    /// `StateMachineLimitExceeded`, status 400
    pub fn state_machine_limit_exceeded(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("StateMachineLimitExceeded", 400, message)
    }
    /// `StateMachineTypeNotSupported`, status 400
    pub fn state_machine_type_not_supported(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("StateMachineTypeNotSupported", 400, message)
    }
    /// `TaskDoesNotExist`, status 400
    pub fn task_does_not_exist(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("TaskDoesNotExist", 400, message)
    }
    /// `TaskTimedOut`, status 400
    pub fn task_timed_out(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("TaskTimedOut", 400, message)
    }
    /// `TooManyTags`, status 400
    pub fn too_many_tags(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("TooManyTags", 400, message)
    }
    /// `ValidationException`, status 400
    pub fn validation_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ValidationException", 400, message)
    }
}

crate::macros::structures! {
/// `ActivityFailedEventDetails`
ActivityFailedEventDetails {
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `ActivityListItem`
ActivityListItem {
activity_arn: ::std::string::String = "activityArn",
name: ::std::string::String = "name",
creation_date: crate::Timestamp = "creationDate",
}
/// `ActivityScheduleFailedEventDetails`
ActivityScheduleFailedEventDetails {
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `ActivityScheduledEventDetails`
ActivityScheduledEventDetails {
resource: ::std::string::String = "resource",
input: Option<::std::string::String> = "input",
input_details: Option<HistoryEventExecutionDataDetails> = "inputDetails",
timeout_in_seconds: Option<i64> = "timeoutInSeconds",
heartbeat_in_seconds: Option<i64> = "heartbeatInSeconds",
}
/// `ActivityStartedEventDetails`
ActivityStartedEventDetails {
worker_name: Option<::std::string::String> = "workerName",
}
/// `ActivitySucceededEventDetails`
ActivitySucceededEventDetails {
output: Option<::std::string::String> = "output",
output_details: Option<HistoryEventExecutionDataDetails> = "outputDetails",
}
/// `ActivityTimedOutEventDetails`
ActivityTimedOutEventDetails {
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `AssignedVariablesDetails`
AssignedVariablesDetails {
truncated: Option<bool> = "truncated",
}
/// `BillingDetails`
BillingDetails {
billed_memory_used_in_mb: Option<i64> = "billedMemoryUsedInMB",
billed_duration_in_milliseconds: Option<i64> = "billedDurationInMilliseconds",
}
/// `CloudWatchEventsExecutionDataDetails`
CloudWatchEventsExecutionDataDetails {
included: Option<bool> = "included",
}
/// `CloudWatchLogsLogGroup`
CloudWatchLogsLogGroup {
log_group_arn: Option<::std::string::String> = "logGroupArn",
}
/// `CreateActivityInput`
CreateActivityInput {
name: ::std::string::String = "name",
tags: Option<Vec<Tag>> = "tags",
encryption_configuration: Option<EncryptionConfiguration> = "encryptionConfiguration",
}
/// `CreateActivityOutput`
CreateActivityOutput {
activity_arn: ::std::string::String = "activityArn",
creation_date: crate::Timestamp = "creationDate",
}
/// `CreateStateMachineAliasInput`
CreateStateMachineAliasInput {
description: Option<::std::string::String> = "description",
name: ::std::string::String = "name",
routing_configuration: Vec<RoutingConfigurationListItem> = "routingConfiguration",
}
/// `CreateStateMachineAliasOutput`
CreateStateMachineAliasOutput {
state_machine_alias_arn: ::std::string::String = "stateMachineAliasArn",
creation_date: crate::Timestamp = "creationDate",
}
/// `CreateStateMachineInput`
CreateStateMachineInput {
name: ::std::string::String = "name",
definition: ::std::string::String = "definition",
role_arn: ::std::string::String = "roleArn",
r#type: Option<::std::string::String> = "type",
logging_configuration: Option<LoggingConfiguration> = "loggingConfiguration",
tags: Option<Vec<Tag>> = "tags",
tracing_configuration: Option<TracingConfiguration> = "tracingConfiguration",
publish: Option<bool> = "publish",
version_description: Option<::std::string::String> = "versionDescription",
encryption_configuration: Option<EncryptionConfiguration> = "encryptionConfiguration",
}
/// `CreateStateMachineOutput`
CreateStateMachineOutput {
state_machine_arn: ::std::string::String = "stateMachineArn",
creation_date: crate::Timestamp = "creationDate",
state_machine_version_arn: Option<::std::string::String> = "stateMachineVersionArn",
}
/// `DeleteActivityInput`
DeleteActivityInput {
activity_arn: ::std::string::String = "activityArn",
}
/// `DeleteActivityOutput`
DeleteActivityOutput {
}
/// `DeleteStateMachineAliasInput`
DeleteStateMachineAliasInput {
state_machine_alias_arn: ::std::string::String = "stateMachineAliasArn",
}
/// `DeleteStateMachineAliasOutput`
DeleteStateMachineAliasOutput {
}
/// `DeleteStateMachineInput`
DeleteStateMachineInput {
state_machine_arn: ::std::string::String = "stateMachineArn",
}
/// `DeleteStateMachineOutput`
DeleteStateMachineOutput {
}
/// `DeleteStateMachineVersionInput`
DeleteStateMachineVersionInput {
state_machine_version_arn: ::std::string::String = "stateMachineVersionArn",
}
/// `DeleteStateMachineVersionOutput`
DeleteStateMachineVersionOutput {
}
/// `DescribeActivityInput`
DescribeActivityInput {
activity_arn: ::std::string::String = "activityArn",
}
/// `DescribeActivityOutput`
DescribeActivityOutput {
activity_arn: ::std::string::String = "activityArn",
name: ::std::string::String = "name",
creation_date: crate::Timestamp = "creationDate",
encryption_configuration: Option<EncryptionConfiguration> = "encryptionConfiguration",
}
/// `DescribeExecutionInput`
DescribeExecutionInput {
execution_arn: ::std::string::String = "executionArn",
included_data: Option<::std::string::String> = "includedData",
}
/// `DescribeExecutionOutput`
DescribeExecutionOutput {
execution_arn: ::std::string::String = "executionArn",
state_machine_arn: ::std::string::String = "stateMachineArn",
name: Option<::std::string::String> = "name",
status: ::std::string::String = "status",
start_date: crate::Timestamp = "startDate",
stop_date: Option<crate::Timestamp> = "stopDate",
input: Option<::std::string::String> = "input",
input_details: Option<CloudWatchEventsExecutionDataDetails> = "inputDetails",
output: Option<::std::string::String> = "output",
output_details: Option<CloudWatchEventsExecutionDataDetails> = "outputDetails",
trace_header: Option<::std::string::String> = "traceHeader",
map_run_arn: Option<::std::string::String> = "mapRunArn",
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
state_machine_version_arn: Option<::std::string::String> = "stateMachineVersionArn",
state_machine_alias_arn: Option<::std::string::String> = "stateMachineAliasArn",
redrive_count: Option<i64> = "redriveCount",
redrive_date: Option<crate::Timestamp> = "redriveDate",
redrive_status: Option<::std::string::String> = "redriveStatus",
redrive_status_reason: Option<::std::string::String> = "redriveStatusReason",
}
/// `DescribeMapRunInput`
DescribeMapRunInput {
map_run_arn: ::std::string::String = "mapRunArn",
}
/// `DescribeMapRunOutput`
DescribeMapRunOutput {
map_run_arn: ::std::string::String = "mapRunArn",
execution_arn: ::std::string::String = "executionArn",
status: ::std::string::String = "status",
start_date: crate::Timestamp = "startDate",
stop_date: Option<crate::Timestamp> = "stopDate",
max_concurrency: i64 = "maxConcurrency",
tolerated_failure_percentage: f64 = "toleratedFailurePercentage",
tolerated_failure_count: i64 = "toleratedFailureCount",
item_counts: MapRunItemCounts = "itemCounts",
execution_counts: MapRunExecutionCounts = "executionCounts",
redrive_count: Option<i64> = "redriveCount",
redrive_date: Option<crate::Timestamp> = "redriveDate",
}
/// `DescribeStateMachineAliasInput`
DescribeStateMachineAliasInput {
state_machine_alias_arn: ::std::string::String = "stateMachineAliasArn",
}
/// `DescribeStateMachineAliasOutput`
DescribeStateMachineAliasOutput {
state_machine_alias_arn: Option<::std::string::String> = "stateMachineAliasArn",
name: Option<::std::string::String> = "name",
description: Option<::std::string::String> = "description",
routing_configuration: Option<Vec<RoutingConfigurationListItem>> = "routingConfiguration",
creation_date: Option<crate::Timestamp> = "creationDate",
update_date: Option<crate::Timestamp> = "updateDate",
}
/// `DescribeStateMachineForExecutionInput`
DescribeStateMachineForExecutionInput {
execution_arn: ::std::string::String = "executionArn",
included_data: Option<::std::string::String> = "includedData",
}
/// `DescribeStateMachineForExecutionOutput`
DescribeStateMachineForExecutionOutput {
state_machine_arn: ::std::string::String = "stateMachineArn",
name: ::std::string::String = "name",
definition: ::std::string::String = "definition",
role_arn: ::std::string::String = "roleArn",
update_date: crate::Timestamp = "updateDate",
logging_configuration: Option<LoggingConfiguration> = "loggingConfiguration",
tracing_configuration: Option<TracingConfiguration> = "tracingConfiguration",
map_run_arn: Option<::std::string::String> = "mapRunArn",
label: Option<::std::string::String> = "label",
revision_id: Option<::std::string::String> = "revisionId",
encryption_configuration: Option<EncryptionConfiguration> = "encryptionConfiguration",
variable_references: Option<::std::collections::BTreeMap<::std::string::String, Vec<::std::string::String>>> = "variableReferences",
}
/// `DescribeStateMachineInput`
DescribeStateMachineInput {
state_machine_arn: ::std::string::String = "stateMachineArn",
included_data: Option<::std::string::String> = "includedData",
}
/// `DescribeStateMachineOutput`
DescribeStateMachineOutput {
state_machine_arn: ::std::string::String = "stateMachineArn",
name: ::std::string::String = "name",
status: Option<::std::string::String> = "status",
definition: ::std::string::String = "definition",
role_arn: ::std::string::String = "roleArn",
r#type: ::std::string::String = "type",
creation_date: crate::Timestamp = "creationDate",
logging_configuration: Option<LoggingConfiguration> = "loggingConfiguration",
tracing_configuration: Option<TracingConfiguration> = "tracingConfiguration",
label: Option<::std::string::String> = "label",
revision_id: Option<::std::string::String> = "revisionId",
description: Option<::std::string::String> = "description",
encryption_configuration: Option<EncryptionConfiguration> = "encryptionConfiguration",
variable_references: Option<::std::collections::BTreeMap<::std::string::String, Vec<::std::string::String>>> = "variableReferences",
}
/// `EncryptionConfiguration`
EncryptionConfiguration {
kms_key_id: Option<::std::string::String> = "kmsKeyId",
kms_data_key_reuse_period_seconds: Option<i64> = "kmsDataKeyReusePeriodSeconds",
r#type: ::std::string::String = "type",
}
/// `EvaluationFailedEventDetails`
EvaluationFailedEventDetails {
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
location: Option<::std::string::String> = "location",
state: ::std::string::String = "state",
}
/// `ExecutionAbortedEventDetails`
ExecutionAbortedEventDetails {
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `ExecutionFailedEventDetails`
ExecutionFailedEventDetails {
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `ExecutionListItem`
ExecutionListItem {
execution_arn: ::std::string::String = "executionArn",
state_machine_arn: ::std::string::String = "stateMachineArn",
name: ::std::string::String = "name",
status: ::std::string::String = "status",
start_date: crate::Timestamp = "startDate",
stop_date: Option<crate::Timestamp> = "stopDate",
map_run_arn: Option<::std::string::String> = "mapRunArn",
item_count: Option<i64> = "itemCount",
state_machine_version_arn: Option<::std::string::String> = "stateMachineVersionArn",
state_machine_alias_arn: Option<::std::string::String> = "stateMachineAliasArn",
redrive_count: Option<i64> = "redriveCount",
redrive_date: Option<crate::Timestamp> = "redriveDate",
}
/// `ExecutionRedrivenEventDetails`
ExecutionRedrivenEventDetails {
redrive_count: Option<i64> = "redriveCount",
}
/// `ExecutionStartedEventDetails`
ExecutionStartedEventDetails {
input: Option<::std::string::String> = "input",
input_details: Option<HistoryEventExecutionDataDetails> = "inputDetails",
role_arn: Option<::std::string::String> = "roleArn",
state_machine_alias_arn: Option<::std::string::String> = "stateMachineAliasArn",
state_machine_version_arn: Option<::std::string::String> = "stateMachineVersionArn",
}
/// `ExecutionSucceededEventDetails`
ExecutionSucceededEventDetails {
output: Option<::std::string::String> = "output",
output_details: Option<HistoryEventExecutionDataDetails> = "outputDetails",
}
/// `ExecutionTimedOutEventDetails`
ExecutionTimedOutEventDetails {
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `GetActivityTaskInput`
GetActivityTaskInput {
activity_arn: ::std::string::String = "activityArn",
worker_name: Option<::std::string::String> = "workerName",
}
/// `GetActivityTaskOutput`
GetActivityTaskOutput {
task_token: Option<::std::string::String> = "taskToken",
input: Option<::std::string::String> = "input",
}
/// `GetExecutionHistoryInput`
GetExecutionHistoryInput {
execution_arn: ::std::string::String = "executionArn",
max_results: Option<i64> = "maxResults",
reverse_order: Option<bool> = "reverseOrder",
next_token: Option<::std::string::String> = "nextToken",
include_execution_data: Option<bool> = "includeExecutionData",
}
/// `GetExecutionHistoryOutput`
GetExecutionHistoryOutput {
events: Vec<HistoryEvent> = "events",
next_token: Option<::std::string::String> = "nextToken",
}
/// `HistoryEvent`
HistoryEvent {
timestamp: crate::Timestamp = "timestamp",
r#type: ::std::string::String = "type",
id: i64 = "id",
previous_event_id: Option<i64> = "previousEventId",
activity_failed_event_details: Option<ActivityFailedEventDetails> = "activityFailedEventDetails",
activity_schedule_failed_event_details: Option<ActivityScheduleFailedEventDetails> = "activityScheduleFailedEventDetails",
activity_scheduled_event_details: Option<ActivityScheduledEventDetails> = "activityScheduledEventDetails",
activity_started_event_details: Option<ActivityStartedEventDetails> = "activityStartedEventDetails",
activity_succeeded_event_details: Option<ActivitySucceededEventDetails> = "activitySucceededEventDetails",
activity_timed_out_event_details: Option<ActivityTimedOutEventDetails> = "activityTimedOutEventDetails",
task_failed_event_details: Option<TaskFailedEventDetails> = "taskFailedEventDetails",
task_scheduled_event_details: Option<TaskScheduledEventDetails> = "taskScheduledEventDetails",
task_start_failed_event_details: Option<TaskStartFailedEventDetails> = "taskStartFailedEventDetails",
task_started_event_details: Option<TaskStartedEventDetails> = "taskStartedEventDetails",
task_submit_failed_event_details: Option<TaskSubmitFailedEventDetails> = "taskSubmitFailedEventDetails",
task_submitted_event_details: Option<TaskSubmittedEventDetails> = "taskSubmittedEventDetails",
task_succeeded_event_details: Option<TaskSucceededEventDetails> = "taskSucceededEventDetails",
task_timed_out_event_details: Option<TaskTimedOutEventDetails> = "taskTimedOutEventDetails",
execution_failed_event_details: Option<ExecutionFailedEventDetails> = "executionFailedEventDetails",
execution_started_event_details: Option<ExecutionStartedEventDetails> = "executionStartedEventDetails",
execution_succeeded_event_details: Option<ExecutionSucceededEventDetails> = "executionSucceededEventDetails",
execution_aborted_event_details: Option<ExecutionAbortedEventDetails> = "executionAbortedEventDetails",
execution_timed_out_event_details: Option<ExecutionTimedOutEventDetails> = "executionTimedOutEventDetails",
execution_redriven_event_details: Option<ExecutionRedrivenEventDetails> = "executionRedrivenEventDetails",
map_state_started_event_details: Option<MapStateStartedEventDetails> = "mapStateStartedEventDetails",
map_iteration_started_event_details: Option<MapIterationEventDetails> = "mapIterationStartedEventDetails",
map_iteration_succeeded_event_details: Option<MapIterationEventDetails> = "mapIterationSucceededEventDetails",
map_iteration_failed_event_details: Option<MapIterationEventDetails> = "mapIterationFailedEventDetails",
map_iteration_aborted_event_details: Option<MapIterationEventDetails> = "mapIterationAbortedEventDetails",
lambda_function_failed_event_details: Option<LambdaFunctionFailedEventDetails> = "lambdaFunctionFailedEventDetails",
lambda_function_schedule_failed_event_details: Option<LambdaFunctionScheduleFailedEventDetails> = "lambdaFunctionScheduleFailedEventDetails",
lambda_function_scheduled_event_details: Option<LambdaFunctionScheduledEventDetails> = "lambdaFunctionScheduledEventDetails",
lambda_function_start_failed_event_details: Option<LambdaFunctionStartFailedEventDetails> = "lambdaFunctionStartFailedEventDetails",
lambda_function_succeeded_event_details: Option<LambdaFunctionSucceededEventDetails> = "lambdaFunctionSucceededEventDetails",
lambda_function_timed_out_event_details: Option<LambdaFunctionTimedOutEventDetails> = "lambdaFunctionTimedOutEventDetails",
state_entered_event_details: Option<StateEnteredEventDetails> = "stateEnteredEventDetails",
state_exited_event_details: Option<StateExitedEventDetails> = "stateExitedEventDetails",
map_run_started_event_details: Option<MapRunStartedEventDetails> = "mapRunStartedEventDetails",
map_run_failed_event_details: Option<MapRunFailedEventDetails> = "mapRunFailedEventDetails",
map_run_redriven_event_details: Option<MapRunRedrivenEventDetails> = "mapRunRedrivenEventDetails",
evaluation_failed_event_details: Option<EvaluationFailedEventDetails> = "evaluationFailedEventDetails",
}
/// `HistoryEventExecutionDataDetails`
HistoryEventExecutionDataDetails {
truncated: Option<bool> = "truncated",
}
/// `InspectionData`
InspectionData {
input: Option<::std::string::String> = "input",
after_arguments: Option<::std::string::String> = "afterArguments",
after_input_path: Option<::std::string::String> = "afterInputPath",
after_parameters: Option<::std::string::String> = "afterParameters",
result: Option<::std::string::String> = "result",
after_result_selector: Option<::std::string::String> = "afterResultSelector",
after_result_path: Option<::std::string::String> = "afterResultPath",
request: Option<InspectionDataRequest> = "request",
response: Option<InspectionDataResponse> = "response",
variables: Option<::std::string::String> = "variables",
error_details: Option<InspectionErrorDetails> = "errorDetails",
after_items_path: Option<::std::string::String> = "afterItemsPath",
after_item_selector: Option<::std::string::String> = "afterItemSelector",
after_item_batcher: Option<::std::string::String> = "afterItemBatcher",
after_items_pointer: Option<::std::string::String> = "afterItemsPointer",
tolerated_failure_count: Option<i64> = "toleratedFailureCount",
tolerated_failure_percentage: Option<f64> = "toleratedFailurePercentage",
max_concurrency: Option<i64> = "maxConcurrency",
}
/// `InspectionDataRequest`
InspectionDataRequest {
protocol: Option<::std::string::String> = "protocol",
method: Option<::std::string::String> = "method",
url: Option<::std::string::String> = "url",
headers: Option<::std::string::String> = "headers",
body: Option<::std::string::String> = "body",
}
/// `InspectionDataResponse`
InspectionDataResponse {
protocol: Option<::std::string::String> = "protocol",
status_code: Option<::std::string::String> = "statusCode",
status_message: Option<::std::string::String> = "statusMessage",
headers: Option<::std::string::String> = "headers",
body: Option<::std::string::String> = "body",
}
/// `InspectionErrorDetails`
InspectionErrorDetails {
catch_index: Option<i64> = "catchIndex",
retry_index: Option<i64> = "retryIndex",
retry_backoff_interval_seconds: Option<i64> = "retryBackoffIntervalSeconds",
}
/// `LambdaFunctionFailedEventDetails`
LambdaFunctionFailedEventDetails {
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `LambdaFunctionScheduleFailedEventDetails`
LambdaFunctionScheduleFailedEventDetails {
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `LambdaFunctionScheduledEventDetails`
LambdaFunctionScheduledEventDetails {
resource: ::std::string::String = "resource",
input: Option<::std::string::String> = "input",
input_details: Option<HistoryEventExecutionDataDetails> = "inputDetails",
timeout_in_seconds: Option<i64> = "timeoutInSeconds",
task_credentials: Option<TaskCredentials> = "taskCredentials",
}
/// `LambdaFunctionStartFailedEventDetails`
LambdaFunctionStartFailedEventDetails {
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `LambdaFunctionSucceededEventDetails`
LambdaFunctionSucceededEventDetails {
output: Option<::std::string::String> = "output",
output_details: Option<HistoryEventExecutionDataDetails> = "outputDetails",
}
/// `LambdaFunctionTimedOutEventDetails`
LambdaFunctionTimedOutEventDetails {
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `ListActivitiesInput`
ListActivitiesInput {
max_results: Option<i64> = "maxResults",
next_token: Option<::std::string::String> = "nextToken",
}
/// `ListActivitiesOutput`
ListActivitiesOutput {
activities: Vec<ActivityListItem> = "activities",
next_token: Option<::std::string::String> = "nextToken",
}
/// `ListExecutionsInput`
ListExecutionsInput {
state_machine_arn: Option<::std::string::String> = "stateMachineArn",
status_filter: Option<::std::string::String> = "statusFilter",
max_results: Option<i64> = "maxResults",
next_token: Option<::std::string::String> = "nextToken",
map_run_arn: Option<::std::string::String> = "mapRunArn",
redrive_filter: Option<::std::string::String> = "redriveFilter",
}
/// `ListExecutionsOutput`
ListExecutionsOutput {
executions: Vec<ExecutionListItem> = "executions",
next_token: Option<::std::string::String> = "nextToken",
}
/// `ListMapRunsInput`
ListMapRunsInput {
execution_arn: ::std::string::String = "executionArn",
max_results: Option<i64> = "maxResults",
next_token: Option<::std::string::String> = "nextToken",
}
/// `ListMapRunsOutput`
ListMapRunsOutput {
map_runs: Vec<MapRunListItem> = "mapRuns",
next_token: Option<::std::string::String> = "nextToken",
}
/// `ListStateMachineAliasesInput`
ListStateMachineAliasesInput {
state_machine_arn: ::std::string::String = "stateMachineArn",
next_token: Option<::std::string::String> = "nextToken",
max_results: Option<i64> = "maxResults",
}
/// `ListStateMachineAliasesOutput`
ListStateMachineAliasesOutput {
state_machine_aliases: Vec<StateMachineAliasListItem> = "stateMachineAliases",
next_token: Option<::std::string::String> = "nextToken",
}
/// `ListStateMachineVersionsInput`
ListStateMachineVersionsInput {
state_machine_arn: ::std::string::String = "stateMachineArn",
next_token: Option<::std::string::String> = "nextToken",
max_results: Option<i64> = "maxResults",
}
/// `ListStateMachineVersionsOutput`
ListStateMachineVersionsOutput {
state_machine_versions: Vec<StateMachineVersionListItem> = "stateMachineVersions",
next_token: Option<::std::string::String> = "nextToken",
}
/// `ListStateMachinesInput`
ListStateMachinesInput {
max_results: Option<i64> = "maxResults",
next_token: Option<::std::string::String> = "nextToken",
}
/// `ListStateMachinesOutput`
ListStateMachinesOutput {
state_machines: Vec<StateMachineListItem> = "stateMachines",
next_token: Option<::std::string::String> = "nextToken",
}
/// `ListTagsForResourceInput`
ListTagsForResourceInput {
resource_arn: ::std::string::String = "resourceArn",
}
/// `ListTagsForResourceOutput`
ListTagsForResourceOutput {
tags: Option<Vec<Tag>> = "tags",
}
/// `LogDestination`
LogDestination {
cloud_watch_logs_log_group: Option<CloudWatchLogsLogGroup> = "cloudWatchLogsLogGroup",
}
/// `LoggingConfiguration`
LoggingConfiguration {
level: Option<::std::string::String> = "level",
include_execution_data: Option<bool> = "includeExecutionData",
destinations: Option<Vec<LogDestination>> = "destinations",
}
/// `MapIterationEventDetails`
MapIterationEventDetails {
name: Option<::std::string::String> = "name",
index: Option<i64> = "index",
}
/// `MapRunExecutionCounts`
MapRunExecutionCounts {
pending: i64 = "pending",
running: i64 = "running",
succeeded: i64 = "succeeded",
failed: i64 = "failed",
timed_out: i64 = "timedOut",
aborted: i64 = "aborted",
total: i64 = "total",
results_written: i64 = "resultsWritten",
failures_not_redrivable: Option<i64> = "failuresNotRedrivable",
pending_redrive: Option<i64> = "pendingRedrive",
}
/// `MapRunFailedEventDetails`
MapRunFailedEventDetails {
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `MapRunItemCounts`
MapRunItemCounts {
pending: i64 = "pending",
running: i64 = "running",
succeeded: i64 = "succeeded",
failed: i64 = "failed",
timed_out: i64 = "timedOut",
aborted: i64 = "aborted",
total: i64 = "total",
results_written: i64 = "resultsWritten",
failures_not_redrivable: Option<i64> = "failuresNotRedrivable",
pending_redrive: Option<i64> = "pendingRedrive",
}
/// `MapRunListItem`
MapRunListItem {
execution_arn: ::std::string::String = "executionArn",
map_run_arn: ::std::string::String = "mapRunArn",
state_machine_arn: ::std::string::String = "stateMachineArn",
start_date: crate::Timestamp = "startDate",
stop_date: Option<crate::Timestamp> = "stopDate",
}
/// `MapRunRedrivenEventDetails`
MapRunRedrivenEventDetails {
map_run_arn: Option<::std::string::String> = "mapRunArn",
redrive_count: Option<i64> = "redriveCount",
}
/// `MapRunStartedEventDetails`
MapRunStartedEventDetails {
map_run_arn: Option<::std::string::String> = "mapRunArn",
}
/// `MapStateStartedEventDetails`
MapStateStartedEventDetails {
length: Option<i64> = "length",
}
/// `MockErrorOutput`
MockErrorOutput {
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `MockInput`
MockInput {
result: Option<::std::string::String> = "result",
error_output: Option<MockErrorOutput> = "errorOutput",
field_validation_mode: Option<::std::string::String> = "fieldValidationMode",
}
/// `PublishStateMachineVersionInput`
PublishStateMachineVersionInput {
state_machine_arn: ::std::string::String = "stateMachineArn",
revision_id: Option<::std::string::String> = "revisionId",
description: Option<::std::string::String> = "description",
}
/// `PublishStateMachineVersionOutput`
PublishStateMachineVersionOutput {
creation_date: crate::Timestamp = "creationDate",
state_machine_version_arn: ::std::string::String = "stateMachineVersionArn",
}
/// `RedriveExecutionInput`
RedriveExecutionInput {
execution_arn: ::std::string::String = "executionArn",
client_token: Option<::std::string::String> = "clientToken",
}
/// `RedriveExecutionOutput`
RedriveExecutionOutput {
redrive_date: crate::Timestamp = "redriveDate",
}
/// `RoutingConfigurationListItem`
RoutingConfigurationListItem {
state_machine_version_arn: ::std::string::String = "stateMachineVersionArn",
weight: i64 = "weight",
}
/// `SendTaskFailureInput`
SendTaskFailureInput {
task_token: ::std::string::String = "taskToken",
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `SendTaskFailureOutput`
SendTaskFailureOutput {
}
/// `SendTaskHeartbeatInput`
SendTaskHeartbeatInput {
task_token: ::std::string::String = "taskToken",
}
/// `SendTaskHeartbeatOutput`
SendTaskHeartbeatOutput {
}
/// `SendTaskSuccessInput`
SendTaskSuccessInput {
task_token: ::std::string::String = "taskToken",
output: ::std::string::String = "output",
}
/// `SendTaskSuccessOutput`
SendTaskSuccessOutput {
}
/// `StartExecutionInput`
StartExecutionInput {
state_machine_arn: ::std::string::String = "stateMachineArn",
name: Option<::std::string::String> = "name",
input: Option<::std::string::String> = "input",
trace_header: Option<::std::string::String> = "traceHeader",
}
/// `StartExecutionOutput`
StartExecutionOutput {
execution_arn: ::std::string::String = "executionArn",
start_date: crate::Timestamp = "startDate",
}
/// `StartSyncExecutionInput`
StartSyncExecutionInput {
state_machine_arn: ::std::string::String = "stateMachineArn",
name: Option<::std::string::String> = "name",
input: Option<::std::string::String> = "input",
trace_header: Option<::std::string::String> = "traceHeader",
included_data: Option<::std::string::String> = "includedData",
}
/// `StartSyncExecutionOutput`
StartSyncExecutionOutput {
execution_arn: ::std::string::String = "executionArn",
state_machine_arn: Option<::std::string::String> = "stateMachineArn",
name: Option<::std::string::String> = "name",
start_date: crate::Timestamp = "startDate",
stop_date: crate::Timestamp = "stopDate",
status: ::std::string::String = "status",
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
input: Option<::std::string::String> = "input",
input_details: Option<CloudWatchEventsExecutionDataDetails> = "inputDetails",
output: Option<::std::string::String> = "output",
output_details: Option<CloudWatchEventsExecutionDataDetails> = "outputDetails",
trace_header: Option<::std::string::String> = "traceHeader",
billing_details: Option<BillingDetails> = "billingDetails",
}
/// `StateEnteredEventDetails`
StateEnteredEventDetails {
name: ::std::string::String = "name",
input: Option<::std::string::String> = "input",
input_details: Option<HistoryEventExecutionDataDetails> = "inputDetails",
}
/// `StateExitedEventDetails`
StateExitedEventDetails {
name: ::std::string::String = "name",
output: Option<::std::string::String> = "output",
output_details: Option<HistoryEventExecutionDataDetails> = "outputDetails",
assigned_variables: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "assignedVariables",
assigned_variables_details: Option<AssignedVariablesDetails> = "assignedVariablesDetails",
}
/// `StateMachineAliasListItem`
StateMachineAliasListItem {
state_machine_alias_arn: ::std::string::String = "stateMachineAliasArn",
creation_date: crate::Timestamp = "creationDate",
}
/// `StateMachineListItem`
StateMachineListItem {
state_machine_arn: ::std::string::String = "stateMachineArn",
name: ::std::string::String = "name",
r#type: ::std::string::String = "type",
creation_date: crate::Timestamp = "creationDate",
}
/// `StateMachineVersionListItem`
StateMachineVersionListItem {
state_machine_version_arn: ::std::string::String = "stateMachineVersionArn",
creation_date: crate::Timestamp = "creationDate",
}
/// `StopExecutionInput`
StopExecutionInput {
execution_arn: ::std::string::String = "executionArn",
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `StopExecutionOutput`
StopExecutionOutput {
stop_date: crate::Timestamp = "stopDate",
}
/// `Tag`
Tag {
key: Option<::std::string::String> = "key",
value: Option<::std::string::String> = "value",
}
/// `TagResourceInput`
TagResourceInput {
resource_arn: ::std::string::String = "resourceArn",
tags: Vec<Tag> = "tags",
}
/// `TagResourceOutput`
TagResourceOutput {
}
/// `TaskCredentials`
TaskCredentials {
role_arn: Option<::std::string::String> = "roleArn",
}
/// `TaskFailedEventDetails`
TaskFailedEventDetails {
resource_type: ::std::string::String = "resourceType",
resource: ::std::string::String = "resource",
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `TaskScheduledEventDetails`
TaskScheduledEventDetails {
resource_type: ::std::string::String = "resourceType",
resource: ::std::string::String = "resource",
region: ::std::string::String = "region",
parameters: ::std::string::String = "parameters",
timeout_in_seconds: Option<i64> = "timeoutInSeconds",
heartbeat_in_seconds: Option<i64> = "heartbeatInSeconds",
task_credentials: Option<TaskCredentials> = "taskCredentials",
}
/// `TaskStartFailedEventDetails`
TaskStartFailedEventDetails {
resource_type: ::std::string::String = "resourceType",
resource: ::std::string::String = "resource",
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `TaskStartedEventDetails`
TaskStartedEventDetails {
resource_type: ::std::string::String = "resourceType",
resource: ::std::string::String = "resource",
}
/// `TaskSubmitFailedEventDetails`
TaskSubmitFailedEventDetails {
resource_type: ::std::string::String = "resourceType",
resource: ::std::string::String = "resource",
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `TaskSubmittedEventDetails`
TaskSubmittedEventDetails {
resource_type: ::std::string::String = "resourceType",
resource: ::std::string::String = "resource",
output: Option<::std::string::String> = "output",
output_details: Option<HistoryEventExecutionDataDetails> = "outputDetails",
}
/// `TaskSucceededEventDetails`
TaskSucceededEventDetails {
resource_type: ::std::string::String = "resourceType",
resource: ::std::string::String = "resource",
output: Option<::std::string::String> = "output",
output_details: Option<HistoryEventExecutionDataDetails> = "outputDetails",
}
/// `TaskTimedOutEventDetails`
TaskTimedOutEventDetails {
resource_type: ::std::string::String = "resourceType",
resource: ::std::string::String = "resource",
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
}
/// `TestStateConfiguration`
TestStateConfiguration {
retrier_retry_count: Option<i64> = "retrierRetryCount",
error_caused_by_state: Option<::std::string::String> = "errorCausedByState",
map_iteration_failure_count: Option<i64> = "mapIterationFailureCount",
map_item_reader_data: Option<::std::string::String> = "mapItemReaderData",
}
/// `TestStateInput`
TestStateInput {
definition: ::std::string::String = "definition",
role_arn: Option<::std::string::String> = "roleArn",
input: Option<::std::string::String> = "input",
inspection_level: Option<::std::string::String> = "inspectionLevel",
reveal_secrets: Option<bool> = "revealSecrets",
variables: Option<::std::string::String> = "variables",
state_name: Option<::std::string::String> = "stateName",
mock: Option<MockInput> = "mock",
context: Option<::std::string::String> = "context",
state_configuration: Option<TestStateConfiguration> = "stateConfiguration",
}
/// `TestStateOutput`
TestStateOutput {
output: Option<::std::string::String> = "output",
error: Option<::std::string::String> = "error",
cause: Option<::std::string::String> = "cause",
inspection_data: Option<InspectionData> = "inspectionData",
next_state: Option<::std::string::String> = "nextState",
status: Option<::std::string::String> = "status",
}
/// `TracingConfiguration`
TracingConfiguration {
enabled: Option<bool> = "enabled",
}
/// `UntagResourceInput`
UntagResourceInput {
resource_arn: ::std::string::String = "resourceArn",
tag_keys: Vec<::std::string::String> = "tagKeys",
}
/// `UntagResourceOutput`
UntagResourceOutput {
}
/// `UpdateMapRunInput`
UpdateMapRunInput {
map_run_arn: ::std::string::String = "mapRunArn",
max_concurrency: Option<i64> = "maxConcurrency",
tolerated_failure_percentage: Option<f64> = "toleratedFailurePercentage",
tolerated_failure_count: Option<i64> = "toleratedFailureCount",
}
/// `UpdateMapRunOutput`
UpdateMapRunOutput {
}
/// `UpdateStateMachineAliasInput`
UpdateStateMachineAliasInput {
state_machine_alias_arn: ::std::string::String = "stateMachineAliasArn",
description: Option<::std::string::String> = "description",
routing_configuration: Option<Vec<RoutingConfigurationListItem>> = "routingConfiguration",
}
/// `UpdateStateMachineAliasOutput`
UpdateStateMachineAliasOutput {
update_date: crate::Timestamp = "updateDate",
}
/// `UpdateStateMachineInput`
UpdateStateMachineInput {
state_machine_arn: ::std::string::String = "stateMachineArn",
definition: Option<::std::string::String> = "definition",
role_arn: Option<::std::string::String> = "roleArn",
logging_configuration: Option<LoggingConfiguration> = "loggingConfiguration",
tracing_configuration: Option<TracingConfiguration> = "tracingConfiguration",
publish: Option<bool> = "publish",
version_description: Option<::std::string::String> = "versionDescription",
encryption_configuration: Option<EncryptionConfiguration> = "encryptionConfiguration",
}
/// `UpdateStateMachineOutput`
UpdateStateMachineOutput {
update_date: crate::Timestamp = "updateDate",
revision_id: Option<::std::string::String> = "revisionId",
state_machine_version_arn: Option<::std::string::String> = "stateMachineVersionArn",
}
/// `ValidateStateMachineDefinitionDiagnostic`
ValidateStateMachineDefinitionDiagnostic {
severity: ::std::string::String = "severity",
code: ::std::string::String = "code",
message: ::std::string::String = "message",
location: Option<::std::string::String> = "location",
}
/// `ValidateStateMachineDefinitionInput`
ValidateStateMachineDefinitionInput {
definition: ::std::string::String = "definition",
r#type: Option<::std::string::String> = "type",
severity: Option<::std::string::String> = "severity",
max_results: Option<i64> = "maxResults",
}
/// `ValidateStateMachineDefinitionOutput`
ValidateStateMachineDefinitionOutput {
result: ::std::string::String = "result",
diagnostics: Vec<ValidateStateMachineDefinitionDiagnostic> = "diagnostics",
truncated: Option<bool> = "truncated",
}
}

/// What the protocols walk.
#[allow(non_upper_case_globals, reason = "the names are the model's")]
#[allow(
    clippy::declare_interior_mutable_const,
    missing_docs,
    reason = "one static a shape, named as in the model"
)]
pub mod schemas {
    use super::*;
    pub static ActivityFailedEventDetails: Shape = Shape {
        name: "ActivityFailedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("error", &SensitiveError), Member::new("cause", &SensitiveCause)],
            payload: None,
            union: false,
        }),
    };
    pub static ActivityList: Shape = Shape {
        name: "ActivityList",
        kind: Kind::List {
            member: Member::new("member", &ActivityListItem),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ActivityListItem: Shape = Shape {
        name: "ActivityListItem",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("activityArn", &Arn).required(),
                Member::new("name", &Name).required(),
                Member::new("creationDate", &Timestamp).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ActivityScheduleFailedEventDetails: Shape = Shape {
        name: "ActivityScheduleFailedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("error", &SensitiveError), Member::new("cause", &SensitiveCause)],
            payload: None,
            union: false,
        }),
    };
    pub static ActivityScheduledEventDetails: Shape = Shape {
        name: "ActivityScheduledEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("resource", &Arn).required(),
                Member::new("input", &SensitiveData),
                Member::new("inputDetails", &HistoryEventExecutionDataDetails),
                Member::new("timeoutInSeconds", &TimeoutInSeconds),
                Member::new("heartbeatInSeconds", &TimeoutInSeconds),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ActivityStartedEventDetails: Shape = Shape {
        name: "ActivityStartedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("workerName", &Identity)],
            payload: None,
            union: false,
        }),
    };
    pub static ActivitySucceededEventDetails: Shape = Shape {
        name: "ActivitySucceededEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("output", &SensitiveData),
                Member::new("outputDetails", &HistoryEventExecutionDataDetails),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ActivityTimedOutEventDetails: Shape = Shape {
        name: "ActivityTimedOutEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("error", &SensitiveError), Member::new("cause", &SensitiveCause)],
            payload: None,
            union: false,
        }),
    };
    pub static AliasDescription: Shape = Shape {
        name: "AliasDescription",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(256.0) },
    };
    pub static Arn: Shape = Shape {
        name: "Arn",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 256.0) },
    };
    pub static AssignedVariables: Shape = Shape {
        name: "AssignedVariables",
        kind: Kind::Map {
            key: Member::new("key", &VariableName),
            value: Member::new("value", &VariableValue),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static AssignedVariablesDetails: Shape = Shape {
        name: "AssignedVariablesDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("truncated", &truncated)],
            payload: None,
            union: false,
        }),
    };
    pub static BilledDuration: Shape = Shape { name: "BilledDuration", kind: Kind::Int(Range::min(0.0)) };
    pub static BilledMemoryUsed: Shape = Shape { name: "BilledMemoryUsed", kind: Kind::Int(Range::min(0.0)) };
    pub static BillingDetails: Shape = Shape {
        name: "BillingDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("billedMemoryUsedInMB", &BilledMemoryUsed),
                Member::new("billedDurationInMilliseconds", &BilledDuration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CharacterRestrictedName: Shape = Shape {
        name: "CharacterRestrictedName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 80.0) },
    };
    pub static ClientToken: Shape = Shape {
        name: "ClientToken",
        kind: Kind::Str { values: &[], pattern: "[!-~]+", range: Range::between(1.0, 64.0) },
    };
    pub static CloudWatchEventsExecutionDataDetails: Shape = Shape {
        name: "CloudWatchEventsExecutionDataDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("included", &includedDetails)],
            payload: None,
            union: false,
        }),
    };
    pub static CloudWatchLogsLogGroup: Shape = Shape {
        name: "CloudWatchLogsLogGroup",
        kind: Kind::Structure(Structure {
            members: &[Member::new("logGroupArn", &Arn)],
            payload: None,
            union: false,
        }),
    };
    pub static ConnectorParameters: Shape = Shape {
        name: "ConnectorParameters",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 262144.0) },
    };
    pub static CreateActivityInput: Shape = Shape {
        name: "CreateActivityInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("name", &Name).required(),
                Member::new("tags", &TagList),
                Member::new("encryptionConfiguration", &EncryptionConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateActivityOutput: Shape = Shape {
        name: "CreateActivityOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("activityArn", &Arn).required(),
                Member::new("creationDate", &Timestamp).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateStateMachineAliasInput: Shape = Shape {
        name: "CreateStateMachineAliasInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("description", &AliasDescription),
                Member::new("name", &CharacterRestrictedName).required(),
                Member::new("routingConfiguration", &RoutingConfigurationList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateStateMachineAliasOutput: Shape = Shape {
        name: "CreateStateMachineAliasOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineAliasArn", &Arn).required(),
                Member::new("creationDate", &Timestamp).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateStateMachineInput: Shape = Shape {
        name: "CreateStateMachineInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("name", &Name).required(),
                Member::new("definition", &Definition).required(),
                Member::new("roleArn", &Arn).required(),
                Member::new("type", &StateMachineType),
                Member::new("loggingConfiguration", &LoggingConfiguration),
                Member::new("tags", &TagList),
                Member::new("tracingConfiguration", &TracingConfiguration),
                Member::new("publish", &Publish),
                Member::new("versionDescription", &VersionDescription),
                Member::new("encryptionConfiguration", &EncryptionConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateStateMachineOutput: Shape = Shape {
        name: "CreateStateMachineOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineArn", &Arn).required(),
                Member::new("creationDate", &Timestamp).required(),
                Member::new("stateMachineVersionArn", &Arn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Definition: Shape = Shape {
        name: "Definition",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1048576.0) },
    };
    pub static DeleteActivityInput: Shape = Shape {
        name: "DeleteActivityInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("activityArn", &Arn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteActivityOutput: Shape = Shape {
        name: "DeleteActivityOutput",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static DeleteStateMachineAliasInput: Shape = Shape {
        name: "DeleteStateMachineAliasInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("stateMachineAliasArn", &Arn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteStateMachineAliasOutput: Shape = Shape {
        name: "DeleteStateMachineAliasOutput",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static DeleteStateMachineInput: Shape = Shape {
        name: "DeleteStateMachineInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("stateMachineArn", &Arn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteStateMachineOutput: Shape = Shape {
        name: "DeleteStateMachineOutput",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static DeleteStateMachineVersionInput: Shape = Shape {
        name: "DeleteStateMachineVersionInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("stateMachineVersionArn", &LongArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteStateMachineVersionOutput: Shape = Shape {
        name: "DeleteStateMachineVersionOutput",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static DescribeActivityInput: Shape = Shape {
        name: "DescribeActivityInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("activityArn", &Arn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeActivityOutput: Shape = Shape {
        name: "DescribeActivityOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("activityArn", &Arn).required(),
                Member::new("name", &Name).required(),
                Member::new("creationDate", &Timestamp).required(),
                Member::new("encryptionConfiguration", &EncryptionConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeExecutionInput: Shape = Shape {
        name: "DescribeExecutionInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("executionArn", &Arn).required(),
                Member::new("includedData", &IncludedData),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeExecutionOutput: Shape = Shape {
        name: "DescribeExecutionOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("executionArn", &Arn).required(),
                Member::new("stateMachineArn", &Arn).required(),
                Member::new("name", &Name),
                Member::new("status", &ExecutionStatus).required(),
                Member::new("startDate", &Timestamp).required(),
                Member::new("stopDate", &Timestamp),
                Member::new("input", &SensitiveData),
                Member::new("inputDetails", &CloudWatchEventsExecutionDataDetails),
                Member::new("output", &SensitiveData),
                Member::new("outputDetails", &CloudWatchEventsExecutionDataDetails),
                Member::new("traceHeader", &TraceHeader),
                Member::new("mapRunArn", &LongArn),
                Member::new("error", &SensitiveError),
                Member::new("cause", &SensitiveCause),
                Member::new("stateMachineVersionArn", &Arn),
                Member::new("stateMachineAliasArn", &Arn),
                Member::new("redriveCount", &RedriveCount),
                Member::new("redriveDate", &Timestamp),
                Member::new("redriveStatus", &ExecutionRedriveStatus),
                Member::new("redriveStatusReason", &SensitiveData),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeMapRunInput: Shape = Shape {
        name: "DescribeMapRunInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("mapRunArn", &LongArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeMapRunOutput: Shape = Shape {
        name: "DescribeMapRunOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("mapRunArn", &LongArn).required(),
                Member::new("executionArn", &Arn).required(),
                Member::new("status", &MapRunStatus).required(),
                Member::new("startDate", &Timestamp).required(),
                Member::new("stopDate", &Timestamp),
                Member::new("maxConcurrency", &MaxConcurrency).required(),
                Member::new("toleratedFailurePercentage", &ToleratedFailurePercentage).required(),
                Member::new("toleratedFailureCount", &ToleratedFailureCount).required(),
                Member::new("itemCounts", &MapRunItemCounts).required(),
                Member::new("executionCounts", &MapRunExecutionCounts).required(),
                Member::new("redriveCount", &RedriveCount),
                Member::new("redriveDate", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeStateMachineAliasInput: Shape = Shape {
        name: "DescribeStateMachineAliasInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("stateMachineAliasArn", &Arn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeStateMachineAliasOutput: Shape = Shape {
        name: "DescribeStateMachineAliasOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineAliasArn", &Arn),
                Member::new("name", &Name),
                Member::new("description", &AliasDescription),
                Member::new("routingConfiguration", &RoutingConfigurationList),
                Member::new("creationDate", &Timestamp),
                Member::new("updateDate", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeStateMachineForExecutionInput: Shape = Shape {
        name: "DescribeStateMachineForExecutionInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("executionArn", &Arn).required(),
                Member::new("includedData", &IncludedData),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeStateMachineForExecutionOutput: Shape = Shape {
        name: "DescribeStateMachineForExecutionOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineArn", &Arn).required(),
                Member::new("name", &Name).required(),
                Member::new("definition", &Definition).required(),
                Member::new("roleArn", &Arn).required(),
                Member::new("updateDate", &Timestamp).required(),
                Member::new("loggingConfiguration", &LoggingConfiguration),
                Member::new("tracingConfiguration", &TracingConfiguration),
                Member::new("mapRunArn", &LongArn),
                Member::new("label", &MapRunLabel),
                Member::new("revisionId", &RevisionId),
                Member::new("encryptionConfiguration", &EncryptionConfiguration),
                Member::new("variableReferences", &VariableReferences),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeStateMachineInput: Shape = Shape {
        name: "DescribeStateMachineInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineArn", &Arn).required(),
                Member::new("includedData", &IncludedData),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeStateMachineOutput: Shape = Shape {
        name: "DescribeStateMachineOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineArn", &Arn).required(),
                Member::new("name", &Name).required(),
                Member::new("status", &StateMachineStatus),
                Member::new("definition", &Definition).required(),
                Member::new("roleArn", &Arn).required(),
                Member::new("type", &StateMachineType).required(),
                Member::new("creationDate", &Timestamp).required(),
                Member::new("loggingConfiguration", &LoggingConfiguration),
                Member::new("tracingConfiguration", &TracingConfiguration),
                Member::new("label", &MapRunLabel),
                Member::new("revisionId", &RevisionId),
                Member::new("description", &VersionDescription),
                Member::new("encryptionConfiguration", &EncryptionConfiguration),
                Member::new("variableReferences", &VariableReferences),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Enabled: Shape = Shape { name: "Enabled", kind: Kind::Bool };
    pub static EncryptionConfiguration: Shape = Shape {
        name: "EncryptionConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("kmsKeyId", &KmsKeyId),
                Member::new("kmsDataKeyReusePeriodSeconds", &KmsDataKeyReusePeriodSeconds),
                Member::new("type", &EncryptionType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EncryptionType: Shape = Shape {
        name: "EncryptionType",
        kind: Kind::Str {
            values: &["AWS_OWNED_KEY", "CUSTOMER_MANAGED_KMS_KEY"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static EvaluationFailedEventDetails: Shape = Shape {
        name: "EvaluationFailedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("error", &SensitiveError),
                Member::new("cause", &SensitiveCause),
                Member::new("location", &EvaluationFailureLocation),
                Member::new("state", &StateName).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EvaluationFailureLocation: Shape = Shape {
        name: "EvaluationFailureLocation",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 256.0) },
    };
    pub static EventId: Shape = Shape { name: "EventId", kind: Kind::Int(Range::ANY) };
    pub static ExceptionHandlerIndex: Shape =
        Shape { name: "ExceptionHandlerIndex", kind: Kind::Int(Range::min(0.0)) };
    pub static ExecutionAbortedEventDetails: Shape = Shape {
        name: "ExecutionAbortedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("error", &SensitiveError), Member::new("cause", &SensitiveCause)],
            payload: None,
            union: false,
        }),
    };
    pub static ExecutionFailedEventDetails: Shape = Shape {
        name: "ExecutionFailedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("error", &SensitiveError), Member::new("cause", &SensitiveCause)],
            payload: None,
            union: false,
        }),
    };
    pub static ExecutionList: Shape = Shape {
        name: "ExecutionList",
        kind: Kind::List {
            member: Member::new("member", &ExecutionListItem),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ExecutionListItem: Shape = Shape {
        name: "ExecutionListItem",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("executionArn", &Arn).required(),
                Member::new("stateMachineArn", &Arn).required(),
                Member::new("name", &Name).required(),
                Member::new("status", &ExecutionStatus).required(),
                Member::new("startDate", &Timestamp).required(),
                Member::new("stopDate", &Timestamp),
                Member::new("mapRunArn", &LongArn),
                Member::new("itemCount", &UnsignedInteger),
                Member::new("stateMachineVersionArn", &Arn),
                Member::new("stateMachineAliasArn", &Arn),
                Member::new("redriveCount", &RedriveCount),
                Member::new("redriveDate", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ExecutionRedriveFilter: Shape = Shape {
        name: "ExecutionRedriveFilter",
        kind: Kind::Str { values: &["REDRIVEN", "NOT_REDRIVEN"], pattern: "", range: Range::ANY },
    };
    pub static ExecutionRedriveStatus: Shape = Shape {
        name: "ExecutionRedriveStatus",
        kind: Kind::Str {
            values: &["REDRIVABLE", "NOT_REDRIVABLE", "REDRIVABLE_BY_MAP_RUN"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ExecutionRedrivenEventDetails: Shape = Shape {
        name: "ExecutionRedrivenEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("redriveCount", &RedriveCount)],
            payload: None,
            union: false,
        }),
    };
    pub static ExecutionStartedEventDetails: Shape = Shape {
        name: "ExecutionStartedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("input", &SensitiveData),
                Member::new("inputDetails", &HistoryEventExecutionDataDetails),
                Member::new("roleArn", &Arn),
                Member::new("stateMachineAliasArn", &Arn),
                Member::new("stateMachineVersionArn", &Arn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ExecutionStatus: Shape = Shape {
        name: "ExecutionStatus",
        kind: Kind::Str {
            values: &["SUCCEEDED", "TIMED_OUT", "PENDING_REDRIVE", "ABORTED", "FAILED", "RUNNING"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ExecutionSucceededEventDetails: Shape = Shape {
        name: "ExecutionSucceededEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("output", &SensitiveData),
                Member::new("outputDetails", &HistoryEventExecutionDataDetails),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ExecutionTimedOutEventDetails: Shape = Shape {
        name: "ExecutionTimedOutEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("error", &SensitiveError), Member::new("cause", &SensitiveCause)],
            payload: None,
            union: false,
        }),
    };
    pub static GetActivityTaskInput: Shape = Shape {
        name: "GetActivityTaskInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("activityArn", &Arn).required(), Member::new("workerName", &Name)],
            payload: None,
            union: false,
        }),
    };
    pub static GetActivityTaskOutput: Shape = Shape {
        name: "GetActivityTaskOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("taskToken", &TaskToken), Member::new("input", &SensitiveDataJobInput)],
            payload: None,
            union: false,
        }),
    };
    pub static GetExecutionHistoryInput: Shape = Shape {
        name: "GetExecutionHistoryInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("executionArn", &Arn).required(),
                Member::new("maxResults", &PageSize),
                Member::new("reverseOrder", &ReverseOrder),
                Member::new("nextToken", &PageToken),
                Member::new("includeExecutionData", &IncludeExecutionDataGetExecutionHistory),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetExecutionHistoryOutput: Shape = Shape {
        name: "GetExecutionHistoryOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("events", &HistoryEventList).required(),
                Member::new("nextToken", &PageToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HTTPBody: Shape =
        Shape { name: "HTTPBody", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static HTTPHeaders: Shape =
        Shape { name: "HTTPHeaders", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static HTTPMethod: Shape =
        Shape { name: "HTTPMethod", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static HTTPProtocol: Shape =
        Shape { name: "HTTPProtocol", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static HTTPStatusCode: Shape =
        Shape { name: "HTTPStatusCode", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static HTTPStatusMessage: Shape =
        Shape { name: "HTTPStatusMessage", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static HistoryEvent: Shape = Shape {
        name: "HistoryEvent",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("timestamp", &Timestamp).required(),
                Member::new("type", &HistoryEventType).required(),
                Member::new("id", &EventId).required(),
                Member::new("previousEventId", &EventId),
                Member::new("activityFailedEventDetails", &ActivityFailedEventDetails),
                Member::new("activityScheduleFailedEventDetails", &ActivityScheduleFailedEventDetails),
                Member::new("activityScheduledEventDetails", &ActivityScheduledEventDetails),
                Member::new("activityStartedEventDetails", &ActivityStartedEventDetails),
                Member::new("activitySucceededEventDetails", &ActivitySucceededEventDetails),
                Member::new("activityTimedOutEventDetails", &ActivityTimedOutEventDetails),
                Member::new("taskFailedEventDetails", &TaskFailedEventDetails),
                Member::new("taskScheduledEventDetails", &TaskScheduledEventDetails),
                Member::new("taskStartFailedEventDetails", &TaskStartFailedEventDetails),
                Member::new("taskStartedEventDetails", &TaskStartedEventDetails),
                Member::new("taskSubmitFailedEventDetails", &TaskSubmitFailedEventDetails),
                Member::new("taskSubmittedEventDetails", &TaskSubmittedEventDetails),
                Member::new("taskSucceededEventDetails", &TaskSucceededEventDetails),
                Member::new("taskTimedOutEventDetails", &TaskTimedOutEventDetails),
                Member::new("executionFailedEventDetails", &ExecutionFailedEventDetails),
                Member::new("executionStartedEventDetails", &ExecutionStartedEventDetails),
                Member::new("executionSucceededEventDetails", &ExecutionSucceededEventDetails),
                Member::new("executionAbortedEventDetails", &ExecutionAbortedEventDetails),
                Member::new("executionTimedOutEventDetails", &ExecutionTimedOutEventDetails),
                Member::new("executionRedrivenEventDetails", &ExecutionRedrivenEventDetails),
                Member::new("mapStateStartedEventDetails", &MapStateStartedEventDetails),
                Member::new("mapIterationStartedEventDetails", &MapIterationEventDetails),
                Member::new("mapIterationSucceededEventDetails", &MapIterationEventDetails),
                Member::new("mapIterationFailedEventDetails", &MapIterationEventDetails),
                Member::new("mapIterationAbortedEventDetails", &MapIterationEventDetails),
                Member::new("lambdaFunctionFailedEventDetails", &LambdaFunctionFailedEventDetails),
                Member::new(
                    "lambdaFunctionScheduleFailedEventDetails",
                    &LambdaFunctionScheduleFailedEventDetails,
                ),
                Member::new("lambdaFunctionScheduledEventDetails", &LambdaFunctionScheduledEventDetails),
                Member::new("lambdaFunctionStartFailedEventDetails", &LambdaFunctionStartFailedEventDetails),
                Member::new("lambdaFunctionSucceededEventDetails", &LambdaFunctionSucceededEventDetails),
                Member::new("lambdaFunctionTimedOutEventDetails", &LambdaFunctionTimedOutEventDetails),
                Member::new("stateEnteredEventDetails", &StateEnteredEventDetails),
                Member::new("stateExitedEventDetails", &StateExitedEventDetails),
                Member::new("mapRunStartedEventDetails", &MapRunStartedEventDetails),
                Member::new("mapRunFailedEventDetails", &MapRunFailedEventDetails),
                Member::new("mapRunRedrivenEventDetails", &MapRunRedrivenEventDetails),
                Member::new("evaluationFailedEventDetails", &EvaluationFailedEventDetails),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HistoryEventExecutionDataDetails: Shape = Shape {
        name: "HistoryEventExecutionDataDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("truncated", &truncated)],
            payload: None,
            union: false,
        }),
    };
    pub static HistoryEventList: Shape = Shape {
        name: "HistoryEventList",
        kind: Kind::List {
            member: Member::new("member", &HistoryEvent),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static HistoryEventType: Shape = Shape {
        name: "HistoryEventType",
        kind: Kind::Str {
            values: &[
                "ActivityFailed",
                "ActivityScheduled",
                "ActivityScheduleFailed",
                "ActivityStarted",
                "ActivitySucceeded",
                "ActivityTimedOut",
                "ChoiceStateEntered",
                "ChoiceStateExited",
                "ExecutionAborted",
                "ExecutionFailed",
                "ExecutionStarted",
                "ExecutionSucceeded",
                "ExecutionTimedOut",
                "FailStateEntered",
                "LambdaFunctionFailed",
                "LambdaFunctionScheduled",
                "LambdaFunctionScheduleFailed",
                "LambdaFunctionStarted",
                "LambdaFunctionStartFailed",
                "LambdaFunctionSucceeded",
                "LambdaFunctionTimedOut",
                "MapIterationAborted",
                "MapIterationFailed",
                "MapIterationStarted",
                "MapIterationSucceeded",
                "MapStateAborted",
                "MapStateEntered",
                "MapStateExited",
                "MapStateFailed",
                "MapStateStarted",
                "MapStateSucceeded",
                "ParallelStateAborted",
                "ParallelStateEntered",
                "ParallelStateExited",
                "ParallelStateFailed",
                "ParallelStateStarted",
                "ParallelStateSucceeded",
                "PassStateEntered",
                "PassStateExited",
                "SucceedStateEntered",
                "SucceedStateExited",
                "TaskFailed",
                "TaskScheduled",
                "TaskStarted",
                "TaskStartFailed",
                "TaskStateAborted",
                "TaskStateEntered",
                "TaskStateExited",
                "TaskSubmitFailed",
                "TaskSubmitted",
                "TaskSucceeded",
                "TaskTimedOut",
                "WaitStateAborted",
                "WaitStateEntered",
                "WaitStateExited",
                "MapRunAborted",
                "MapRunFailed",
                "MapRunStarted",
                "MapRunSucceeded",
                "ExecutionRedriven",
                "MapRunRedriven",
                "EvaluationFailed",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static Identity: Shape =
        Shape { name: "Identity", kind: Kind::Str { values: &[], pattern: "", range: Range::max(256.0) } };
    pub static IncludeExecutionData: Shape = Shape { name: "IncludeExecutionData", kind: Kind::Bool };
    pub static IncludeExecutionDataGetExecutionHistory: Shape =
        Shape { name: "IncludeExecutionDataGetExecutionHistory", kind: Kind::Bool };
    pub static IncludedData: Shape = Shape {
        name: "IncludedData",
        kind: Kind::Str { values: &["ALL_DATA", "METADATA_ONLY"], pattern: "", range: Range::ANY },
    };
    pub static InspectionData: Shape = Shape {
        name: "InspectionData",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("input", &SensitiveData),
                Member::new("afterArguments", &SensitiveData),
                Member::new("afterInputPath", &SensitiveData),
                Member::new("afterParameters", &SensitiveData),
                Member::new("result", &SensitiveData),
                Member::new("afterResultSelector", &SensitiveData),
                Member::new("afterResultPath", &SensitiveData),
                Member::new("request", &InspectionDataRequest),
                Member::new("response", &InspectionDataResponse),
                Member::new("variables", &SensitiveData),
                Member::new("errorDetails", &InspectionErrorDetails),
                Member::new("afterItemsPath", &SensitiveData),
                Member::new("afterItemSelector", &SensitiveData),
                Member::new("afterItemBatcher", &SensitiveData),
                Member::new("afterItemsPointer", &SensitiveData),
                Member::new("toleratedFailureCount", &InspectionToleratedFailureCount),
                Member::new("toleratedFailurePercentage", &InspectionToleratedFailurePercentage),
                Member::new("maxConcurrency", &InspectionMaxConcurrency),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static InspectionDataRequest: Shape = Shape {
        name: "InspectionDataRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("protocol", &HTTPProtocol),
                Member::new("method", &HTTPMethod),
                Member::new("url", &URL),
                Member::new("headers", &HTTPHeaders),
                Member::new("body", &HTTPBody),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static InspectionDataResponse: Shape = Shape {
        name: "InspectionDataResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("protocol", &HTTPProtocol),
                Member::new("statusCode", &HTTPStatusCode),
                Member::new("statusMessage", &HTTPStatusMessage),
                Member::new("headers", &HTTPHeaders),
                Member::new("body", &HTTPBody),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static InspectionErrorDetails: Shape = Shape {
        name: "InspectionErrorDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("catchIndex", &ExceptionHandlerIndex),
                Member::new("retryIndex", &ExceptionHandlerIndex),
                Member::new("retryBackoffIntervalSeconds", &RetryBackoffIntervalSeconds),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static InspectionLevel: Shape = Shape {
        name: "InspectionLevel",
        kind: Kind::Str { values: &["INFO", "DEBUG", "TRACE"], pattern: "", range: Range::ANY },
    };
    pub static InspectionMaxConcurrency: Shape =
        Shape { name: "InspectionMaxConcurrency", kind: Kind::Int(Range::min(0.0)) };
    pub static InspectionToleratedFailureCount: Shape =
        Shape { name: "InspectionToleratedFailureCount", kind: Kind::Int(Range::min(0.0)) };
    pub static InspectionToleratedFailurePercentage: Shape =
        Shape { name: "InspectionToleratedFailurePercentage", kind: Kind::Float(Range::between(0.0, 100.0)) };
    pub static KmsDataKeyReusePeriodSeconds: Shape =
        Shape { name: "KmsDataKeyReusePeriodSeconds", kind: Kind::Int(Range::between(60.0, 900.0)) };
    pub static KmsKeyId: Shape = Shape {
        name: "KmsKeyId",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 2048.0) },
    };
    pub static LambdaFunctionFailedEventDetails: Shape = Shape {
        name: "LambdaFunctionFailedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("error", &SensitiveError), Member::new("cause", &SensitiveCause)],
            payload: None,
            union: false,
        }),
    };
    pub static LambdaFunctionScheduleFailedEventDetails: Shape = Shape {
        name: "LambdaFunctionScheduleFailedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("error", &SensitiveError), Member::new("cause", &SensitiveCause)],
            payload: None,
            union: false,
        }),
    };
    pub static LambdaFunctionScheduledEventDetails: Shape = Shape {
        name: "LambdaFunctionScheduledEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("resource", &Arn).required(),
                Member::new("input", &SensitiveData),
                Member::new("inputDetails", &HistoryEventExecutionDataDetails),
                Member::new("timeoutInSeconds", &TimeoutInSeconds),
                Member::new("taskCredentials", &TaskCredentials),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LambdaFunctionStartFailedEventDetails: Shape = Shape {
        name: "LambdaFunctionStartFailedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("error", &SensitiveError), Member::new("cause", &SensitiveCause)],
            payload: None,
            union: false,
        }),
    };
    pub static LambdaFunctionSucceededEventDetails: Shape = Shape {
        name: "LambdaFunctionSucceededEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("output", &SensitiveData),
                Member::new("outputDetails", &HistoryEventExecutionDataDetails),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LambdaFunctionTimedOutEventDetails: Shape = Shape {
        name: "LambdaFunctionTimedOutEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("error", &SensitiveError), Member::new("cause", &SensitiveCause)],
            payload: None,
            union: false,
        }),
    };
    pub static ListActivitiesInput: Shape = Shape {
        name: "ListActivitiesInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("maxResults", &PageSize), Member::new("nextToken", &PageToken)],
            payload: None,
            union: false,
        }),
    };
    pub static ListActivitiesOutput: Shape = Shape {
        name: "ListActivitiesOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("activities", &ActivityList).required(),
                Member::new("nextToken", &PageToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListExecutionsInput: Shape = Shape {
        name: "ListExecutionsInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineArn", &Arn),
                Member::new("statusFilter", &ExecutionStatus),
                Member::new("maxResults", &PageSize),
                Member::new("nextToken", &ListExecutionsPageToken),
                Member::new("mapRunArn", &LongArn),
                Member::new("redriveFilter", &ExecutionRedriveFilter),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListExecutionsOutput: Shape = Shape {
        name: "ListExecutionsOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("executions", &ExecutionList).required(),
                Member::new("nextToken", &ListExecutionsPageToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListExecutionsPageToken: Shape = Shape {
        name: "ListExecutionsPageToken",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 3096.0) },
    };
    pub static ListMapRunsInput: Shape = Shape {
        name: "ListMapRunsInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("executionArn", &Arn).required(),
                Member::new("maxResults", &PageSize),
                Member::new("nextToken", &PageToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListMapRunsOutput: Shape = Shape {
        name: "ListMapRunsOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("mapRuns", &MapRunList).required(), Member::new("nextToken", &PageToken)],
            payload: None,
            union: false,
        }),
    };
    pub static ListStateMachineAliasesInput: Shape = Shape {
        name: "ListStateMachineAliasesInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineArn", &Arn).required(),
                Member::new("nextToken", &PageToken),
                Member::new("maxResults", &PageSize),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListStateMachineAliasesOutput: Shape = Shape {
        name: "ListStateMachineAliasesOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineAliases", &StateMachineAliasList).required(),
                Member::new("nextToken", &PageToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListStateMachineVersionsInput: Shape = Shape {
        name: "ListStateMachineVersionsInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineArn", &Arn).required(),
                Member::new("nextToken", &PageToken),
                Member::new("maxResults", &PageSize),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListStateMachineVersionsOutput: Shape = Shape {
        name: "ListStateMachineVersionsOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineVersions", &StateMachineVersionList).required(),
                Member::new("nextToken", &PageToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListStateMachinesInput: Shape = Shape {
        name: "ListStateMachinesInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("maxResults", &PageSize), Member::new("nextToken", &PageToken)],
            payload: None,
            union: false,
        }),
    };
    pub static ListStateMachinesOutput: Shape = Shape {
        name: "ListStateMachinesOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachines", &StateMachineList).required(),
                Member::new("nextToken", &PageToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsForResourceInput: Shape = Shape {
        name: "ListTagsForResourceInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("resourceArn", &Arn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsForResourceOutput: Shape = Shape {
        name: "ListTagsForResourceOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("tags", &TagList)],
            payload: None,
            union: false,
        }),
    };
    pub static LogDestination: Shape = Shape {
        name: "LogDestination",
        kind: Kind::Structure(Structure {
            members: &[Member::new("cloudWatchLogsLogGroup", &CloudWatchLogsLogGroup)],
            payload: None,
            union: false,
        }),
    };
    pub static LogDestinationList: Shape = Shape {
        name: "LogDestinationList",
        kind: Kind::List {
            member: Member::new("member", &LogDestination),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static LogLevel: Shape = Shape {
        name: "LogLevel",
        kind: Kind::Str { values: &["ALL", "ERROR", "FATAL", "OFF"], pattern: "", range: Range::ANY },
    };
    pub static LoggingConfiguration: Shape = Shape {
        name: "LoggingConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("level", &LogLevel),
                Member::new("includeExecutionData", &IncludeExecutionData),
                Member::new("destinations", &LogDestinationList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LongArn: Shape = Shape {
        name: "LongArn",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 2000.0) },
    };
    pub static LongObject: Shape = Shape { name: "LongObject", kind: Kind::Int(Range::ANY) };
    pub static MapIterationEventDetails: Shape = Shape {
        name: "MapIterationEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("name", &Name), Member::new("index", &UnsignedInteger)],
            payload: None,
            union: false,
        }),
    };
    pub static MapIterationFailureCount: Shape =
        Shape { name: "MapIterationFailureCount", kind: Kind::Int(Range::min(0.0)) };
    pub static MapRunExecutionCounts: Shape = Shape {
        name: "MapRunExecutionCounts",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("pending", &UnsignedLong).required(),
                Member::new("running", &UnsignedLong).required(),
                Member::new("succeeded", &UnsignedLong).required(),
                Member::new("failed", &UnsignedLong).required(),
                Member::new("timedOut", &UnsignedLong).required(),
                Member::new("aborted", &UnsignedLong).required(),
                Member::new("total", &UnsignedLong).required(),
                Member::new("resultsWritten", &UnsignedLong).required(),
                Member::new("failuresNotRedrivable", &LongObject),
                Member::new("pendingRedrive", &LongObject),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MapRunFailedEventDetails: Shape = Shape {
        name: "MapRunFailedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("error", &SensitiveError), Member::new("cause", &SensitiveCause)],
            payload: None,
            union: false,
        }),
    };
    pub static MapRunItemCounts: Shape = Shape {
        name: "MapRunItemCounts",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("pending", &UnsignedLong).required(),
                Member::new("running", &UnsignedLong).required(),
                Member::new("succeeded", &UnsignedLong).required(),
                Member::new("failed", &UnsignedLong).required(),
                Member::new("timedOut", &UnsignedLong).required(),
                Member::new("aborted", &UnsignedLong).required(),
                Member::new("total", &UnsignedLong).required(),
                Member::new("resultsWritten", &UnsignedLong).required(),
                Member::new("failuresNotRedrivable", &LongObject),
                Member::new("pendingRedrive", &LongObject),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MapRunLabel: Shape =
        Shape { name: "MapRunLabel", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static MapRunList: Shape = Shape {
        name: "MapRunList",
        kind: Kind::List {
            member: Member::new("member", &MapRunListItem),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static MapRunListItem: Shape = Shape {
        name: "MapRunListItem",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("executionArn", &Arn).required(),
                Member::new("mapRunArn", &LongArn).required(),
                Member::new("stateMachineArn", &Arn).required(),
                Member::new("startDate", &Timestamp).required(),
                Member::new("stopDate", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MapRunRedrivenEventDetails: Shape = Shape {
        name: "MapRunRedrivenEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("mapRunArn", &LongArn), Member::new("redriveCount", &RedriveCount)],
            payload: None,
            union: false,
        }),
    };
    pub static MapRunStartedEventDetails: Shape = Shape {
        name: "MapRunStartedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("mapRunArn", &LongArn)],
            payload: None,
            union: false,
        }),
    };
    pub static MapRunStatus: Shape = Shape {
        name: "MapRunStatus",
        kind: Kind::Str {
            values: &["RUNNING", "SUCCEEDED", "FAILED", "ABORTED"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static MapStateStartedEventDetails: Shape = Shape {
        name: "MapStateStartedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[Member::new("length", &UnsignedInteger)],
            payload: None,
            union: false,
        }),
    };
    pub static MaxConcurrency: Shape = Shape { name: "MaxConcurrency", kind: Kind::Int(Range::min(0.0)) };
    pub static MockErrorOutput: Shape = Shape {
        name: "MockErrorOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("error", &SensitiveError), Member::new("cause", &SensitiveCause)],
            payload: None,
            union: false,
        }),
    };
    pub static MockInput: Shape = Shape {
        name: "MockInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("result", &SensitiveData),
                Member::new("errorOutput", &MockErrorOutput),
                Member::new("fieldValidationMode", &MockResponseValidationMode),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MockResponseValidationMode: Shape = Shape {
        name: "MockResponseValidationMode",
        kind: Kind::Str { values: &["STRICT", "PRESENT", "NONE"], pattern: "", range: Range::ANY },
    };
    pub static Name: Shape = Shape {
        name: "Name",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 80.0) },
    };
    pub static PageSize: Shape = Shape { name: "PageSize", kind: Kind::Int(Range::between(0.0, 1000.0)) };
    pub static PageToken: Shape = Shape {
        name: "PageToken",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1024.0) },
    };
    pub static Publish: Shape = Shape { name: "Publish", kind: Kind::Bool };
    pub static PublishStateMachineVersionInput: Shape = Shape {
        name: "PublishStateMachineVersionInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineArn", &Arn).required(),
                Member::new("revisionId", &RevisionId),
                Member::new("description", &VersionDescription),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PublishStateMachineVersionOutput: Shape = Shape {
        name: "PublishStateMachineVersionOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("creationDate", &Timestamp).required(),
                Member::new("stateMachineVersionArn", &Arn).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RedriveCount: Shape = Shape { name: "RedriveCount", kind: Kind::Int(Range::ANY) };
    pub static RedriveExecutionInput: Shape = Shape {
        name: "RedriveExecutionInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("executionArn", &Arn).required(),
                Member::new("clientToken", &ClientToken).token(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RedriveExecutionOutput: Shape = Shape {
        name: "RedriveExecutionOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("redriveDate", &Timestamp).required()],
            payload: None,
            union: false,
        }),
    };
    pub static RetrierRetryCount: Shape =
        Shape { name: "RetrierRetryCount", kind: Kind::Int(Range::min(0.0)) };
    pub static RetryBackoffIntervalSeconds: Shape =
        Shape { name: "RetryBackoffIntervalSeconds", kind: Kind::Int(Range::min(0.0)) };
    pub static RevealSecrets: Shape = Shape { name: "RevealSecrets", kind: Kind::Bool };
    pub static ReverseOrder: Shape = Shape { name: "ReverseOrder", kind: Kind::Bool };
    pub static RevisionId: Shape =
        Shape { name: "RevisionId", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static RoutingConfigurationList: Shape = Shape {
        name: "RoutingConfigurationList",
        kind: Kind::List {
            member: Member::new("member", &RoutingConfigurationListItem),
            flattened: false,
            range: Range::between(1.0, 2.0),
        },
    };
    pub static RoutingConfigurationListItem: Shape = Shape {
        name: "RoutingConfigurationListItem",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineVersionArn", &Arn).required(),
                Member::new("weight", &VersionWeight).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SendTaskFailureInput: Shape = Shape {
        name: "SendTaskFailureInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("taskToken", &TaskToken).required(),
                Member::new("error", &SensitiveError),
                Member::new("cause", &SensitiveCause),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SendTaskFailureOutput: Shape = Shape {
        name: "SendTaskFailureOutput",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static SendTaskHeartbeatInput: Shape = Shape {
        name: "SendTaskHeartbeatInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("taskToken", &TaskToken).required()],
            payload: None,
            union: false,
        }),
    };
    pub static SendTaskHeartbeatOutput: Shape = Shape {
        name: "SendTaskHeartbeatOutput",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static SendTaskSuccessInput: Shape = Shape {
        name: "SendTaskSuccessInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("taskToken", &TaskToken).required(),
                Member::new("output", &SensitiveData).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SendTaskSuccessOutput: Shape = Shape {
        name: "SendTaskSuccessOutput",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static SensitiveCause: Shape = Shape {
        name: "SensitiveCause",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 32768.0) },
    };
    pub static SensitiveData: Shape = Shape {
        name: "SensitiveData",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(262144.0) },
    };
    pub static SensitiveDataJobInput: Shape = Shape {
        name: "SensitiveDataJobInput",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(1048576.0) },
    };
    pub static SensitiveError: Shape = Shape {
        name: "SensitiveError",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 256.0) },
    };
    pub static StartExecutionInput: Shape = Shape {
        name: "StartExecutionInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineArn", &Arn).required(),
                Member::new("name", &Name),
                Member::new("input", &SensitiveData),
                Member::new("traceHeader", &TraceHeader),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static StartExecutionOutput: Shape = Shape {
        name: "StartExecutionOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("executionArn", &Arn).required(),
                Member::new("startDate", &Timestamp).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static StartSyncExecutionInput: Shape = Shape {
        name: "StartSyncExecutionInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineArn", &Arn).required(),
                Member::new("name", &Name),
                Member::new("input", &SensitiveData),
                Member::new("traceHeader", &TraceHeader),
                Member::new("includedData", &IncludedData),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static StartSyncExecutionOutput: Shape = Shape {
        name: "StartSyncExecutionOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("executionArn", &Arn).required(),
                Member::new("stateMachineArn", &Arn),
                Member::new("name", &Name),
                Member::new("startDate", &Timestamp).required(),
                Member::new("stopDate", &Timestamp).required(),
                Member::new("status", &SyncExecutionStatus).required(),
                Member::new("error", &SensitiveError),
                Member::new("cause", &SensitiveCause),
                Member::new("input", &SensitiveData),
                Member::new("inputDetails", &CloudWatchEventsExecutionDataDetails),
                Member::new("output", &SensitiveData),
                Member::new("outputDetails", &CloudWatchEventsExecutionDataDetails),
                Member::new("traceHeader", &TraceHeader),
                Member::new("billingDetails", &BillingDetails),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static StateEnteredEventDetails: Shape = Shape {
        name: "StateEnteredEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("name", &Name).required(),
                Member::new("input", &SensitiveData),
                Member::new("inputDetails", &HistoryEventExecutionDataDetails),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static StateExitedEventDetails: Shape = Shape {
        name: "StateExitedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("name", &Name).required(),
                Member::new("output", &SensitiveData),
                Member::new("outputDetails", &HistoryEventExecutionDataDetails),
                Member::new("assignedVariables", &AssignedVariables),
                Member::new("assignedVariablesDetails", &AssignedVariablesDetails),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static StateMachineAliasList: Shape = Shape {
        name: "StateMachineAliasList",
        kind: Kind::List {
            member: Member::new("member", &StateMachineAliasListItem),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static StateMachineAliasListItem: Shape = Shape {
        name: "StateMachineAliasListItem",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineAliasArn", &LongArn).required(),
                Member::new("creationDate", &Timestamp).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static StateMachineList: Shape = Shape {
        name: "StateMachineList",
        kind: Kind::List {
            member: Member::new("member", &StateMachineListItem),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static StateMachineListItem: Shape = Shape {
        name: "StateMachineListItem",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineArn", &Arn).required(),
                Member::new("name", &Name).required(),
                Member::new("type", &StateMachineType).required(),
                Member::new("creationDate", &Timestamp).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static StateMachineStatus: Shape = Shape {
        name: "StateMachineStatus",
        kind: Kind::Str { values: &["ACTIVE", "DELETING"], pattern: "", range: Range::ANY },
    };
    pub static StateMachineType: Shape = Shape {
        name: "StateMachineType",
        kind: Kind::Str { values: &["STANDARD", "EXPRESS"], pattern: "", range: Range::ANY },
    };
    pub static StateMachineVersionList: Shape = Shape {
        name: "StateMachineVersionList",
        kind: Kind::List {
            member: Member::new("member", &StateMachineVersionListItem),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static StateMachineVersionListItem: Shape = Shape {
        name: "StateMachineVersionListItem",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineVersionArn", &LongArn).required(),
                Member::new("creationDate", &Timestamp).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static StateName: Shape = Shape {
        name: "StateName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 80.0) },
    };
    pub static StopExecutionInput: Shape = Shape {
        name: "StopExecutionInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("executionArn", &Arn).required(),
                Member::new("error", &SensitiveError),
                Member::new("cause", &SensitiveCause),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static StopExecutionOutput: Shape = Shape {
        name: "StopExecutionOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("stopDate", &Timestamp).required()],
            payload: None,
            union: false,
        }),
    };
    pub static SyncExecutionStatus: Shape = Shape {
        name: "SyncExecutionStatus",
        kind: Kind::Str { values: &["SUCCEEDED", "FAILED", "TIMED_OUT"], pattern: "", range: Range::ANY },
    };
    pub static Tag: Shape = Shape {
        name: "Tag",
        kind: Kind::Structure(Structure {
            members: &[Member::new("key", &TagKey), Member::new("value", &TagValue)],
            payload: None,
            union: false,
        }),
    };
    pub static TagKey: Shape = Shape {
        name: "TagKey",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 128.0) },
    };
    pub static TagKeyList: Shape = Shape {
        name: "TagKeyList",
        kind: Kind::List { member: Member::new("member", &TagKey), flattened: false, range: Range::ANY },
    };
    pub static TagList: Shape = Shape {
        name: "TagList",
        kind: Kind::List { member: Member::new("member", &Tag), flattened: false, range: Range::ANY },
    };
    pub static TagResourceInput: Shape = Shape {
        name: "TagResourceInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("resourceArn", &Arn).required(), Member::new("tags", &TagList).required()],
            payload: None,
            union: false,
        }),
    };
    pub static TagResourceOutput: Shape = Shape {
        name: "TagResourceOutput",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static TagValue: Shape = Shape {
        name: "TagValue",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 256.0) },
    };
    pub static TaskCredentials: Shape = Shape {
        name: "TaskCredentials",
        kind: Kind::Structure(Structure {
            members: &[Member::new("roleArn", &LongArn)],
            payload: None,
            union: false,
        }),
    };
    pub static TaskFailedEventDetails: Shape = Shape {
        name: "TaskFailedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("resourceType", &Name).required(),
                Member::new("resource", &Name).required(),
                Member::new("error", &SensitiveError),
                Member::new("cause", &SensitiveCause),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TaskScheduledEventDetails: Shape = Shape {
        name: "TaskScheduledEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("resourceType", &Name).required(),
                Member::new("resource", &Name).required(),
                Member::new("region", &Name).required(),
                Member::new("parameters", &ConnectorParameters).required(),
                Member::new("timeoutInSeconds", &TimeoutInSeconds),
                Member::new("heartbeatInSeconds", &TimeoutInSeconds),
                Member::new("taskCredentials", &TaskCredentials),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TaskStartFailedEventDetails: Shape = Shape {
        name: "TaskStartFailedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("resourceType", &Name).required(),
                Member::new("resource", &Name).required(),
                Member::new("error", &SensitiveError),
                Member::new("cause", &SensitiveCause),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TaskStartedEventDetails: Shape = Shape {
        name: "TaskStartedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("resourceType", &Name).required(),
                Member::new("resource", &Name).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TaskSubmitFailedEventDetails: Shape = Shape {
        name: "TaskSubmitFailedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("resourceType", &Name).required(),
                Member::new("resource", &Name).required(),
                Member::new("error", &SensitiveError),
                Member::new("cause", &SensitiveCause),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TaskSubmittedEventDetails: Shape = Shape {
        name: "TaskSubmittedEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("resourceType", &Name).required(),
                Member::new("resource", &Name).required(),
                Member::new("output", &SensitiveData),
                Member::new("outputDetails", &HistoryEventExecutionDataDetails),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TaskSucceededEventDetails: Shape = Shape {
        name: "TaskSucceededEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("resourceType", &Name).required(),
                Member::new("resource", &Name).required(),
                Member::new("output", &SensitiveData),
                Member::new("outputDetails", &HistoryEventExecutionDataDetails),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TaskTimedOutEventDetails: Shape = Shape {
        name: "TaskTimedOutEventDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("resourceType", &Name).required(),
                Member::new("resource", &Name).required(),
                Member::new("error", &SensitiveError),
                Member::new("cause", &SensitiveCause),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TaskToken: Shape = Shape {
        name: "TaskToken",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 2048.0) },
    };
    pub static TestExecutionStatus: Shape = Shape {
        name: "TestExecutionStatus",
        kind: Kind::Str {
            values: &["SUCCEEDED", "FAILED", "RETRIABLE", "CAUGHT_ERROR"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static TestStateConfiguration: Shape = Shape {
        name: "TestStateConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("retrierRetryCount", &RetrierRetryCount),
                Member::new("errorCausedByState", &TestStateStateName),
                Member::new("mapIterationFailureCount", &MapIterationFailureCount),
                Member::new("mapItemReaderData", &SensitiveData),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TestStateInput: Shape = Shape {
        name: "TestStateInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("definition", &Definition).required(),
                Member::new("roleArn", &Arn),
                Member::new("input", &SensitiveData),
                Member::new("inspectionLevel", &InspectionLevel),
                Member::new("revealSecrets", &RevealSecrets),
                Member::new("variables", &SensitiveData),
                Member::new("stateName", &TestStateStateName),
                Member::new("mock", &MockInput),
                Member::new("context", &SensitiveData),
                Member::new("stateConfiguration", &TestStateConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TestStateOutput: Shape = Shape {
        name: "TestStateOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("output", &SensitiveData),
                Member::new("error", &SensitiveError),
                Member::new("cause", &SensitiveCause),
                Member::new("inspectionData", &InspectionData),
                Member::new("nextState", &StateName),
                Member::new("status", &TestExecutionStatus),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TestStateStateName: Shape = Shape {
        name: "TestStateStateName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 80.0) },
    };
    pub static TimeoutInSeconds: Shape = Shape { name: "TimeoutInSeconds", kind: Kind::Int(Range::ANY) };
    pub static Timestamp: Shape = Shape { name: "Timestamp", kind: Kind::Time(None) };
    pub static ToleratedFailureCount: Shape =
        Shape { name: "ToleratedFailureCount", kind: Kind::Int(Range::min(0.0)) };
    pub static ToleratedFailurePercentage: Shape =
        Shape { name: "ToleratedFailurePercentage", kind: Kind::Float(Range::between(0.0, 100.0)) };
    pub static TraceHeader: Shape = Shape {
        name: "TraceHeader",
        kind: Kind::Str { values: &[], pattern: "\\p{ASCII}*", range: Range::between(0.0, 256.0) },
    };
    pub static TracingConfiguration: Shape = Shape {
        name: "TracingConfiguration",
        kind: Kind::Structure(Structure {
            members: &[Member::new("enabled", &Enabled)],
            payload: None,
            union: false,
        }),
    };
    pub static URL: Shape =
        Shape { name: "URL", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static UnsignedInteger: Shape = Shape { name: "UnsignedInteger", kind: Kind::Int(Range::min(0.0)) };
    pub static UnsignedLong: Shape = Shape { name: "UnsignedLong", kind: Kind::Int(Range::min(0.0)) };
    pub static UntagResourceInput: Shape = Shape {
        name: "UntagResourceInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("resourceArn", &Arn).required(),
                Member::new("tagKeys", &TagKeyList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UntagResourceOutput: Shape = Shape {
        name: "UntagResourceOutput",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static UpdateMapRunInput: Shape = Shape {
        name: "UpdateMapRunInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("mapRunArn", &LongArn).required(),
                Member::new("maxConcurrency", &MaxConcurrency),
                Member::new("toleratedFailurePercentage", &ToleratedFailurePercentage),
                Member::new("toleratedFailureCount", &ToleratedFailureCount),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateMapRunOutput: Shape = Shape {
        name: "UpdateMapRunOutput",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static UpdateStateMachineAliasInput: Shape = Shape {
        name: "UpdateStateMachineAliasInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineAliasArn", &Arn).required(),
                Member::new("description", &AliasDescription),
                Member::new("routingConfiguration", &RoutingConfigurationList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateStateMachineAliasOutput: Shape = Shape {
        name: "UpdateStateMachineAliasOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("updateDate", &Timestamp).required()],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateStateMachineInput: Shape = Shape {
        name: "UpdateStateMachineInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("stateMachineArn", &Arn).required(),
                Member::new("definition", &Definition),
                Member::new("roleArn", &Arn),
                Member::new("loggingConfiguration", &LoggingConfiguration),
                Member::new("tracingConfiguration", &TracingConfiguration),
                Member::new("publish", &Publish),
                Member::new("versionDescription", &VersionDescription),
                Member::new("encryptionConfiguration", &EncryptionConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateStateMachineOutput: Shape = Shape {
        name: "UpdateStateMachineOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("updateDate", &Timestamp).required(),
                Member::new("revisionId", &RevisionId),
                Member::new("stateMachineVersionArn", &Arn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ValidateStateMachineDefinitionCode: Shape = Shape {
        name: "ValidateStateMachineDefinitionCode",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static ValidateStateMachineDefinitionDiagnostic: Shape = Shape {
        name: "ValidateStateMachineDefinitionDiagnostic",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("severity", &ValidateStateMachineDefinitionSeverity).required(),
                Member::new("code", &ValidateStateMachineDefinitionCode).required(),
                Member::new("message", &ValidateStateMachineDefinitionMessage).required(),
                Member::new("location", &ValidateStateMachineDefinitionLocation),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ValidateStateMachineDefinitionDiagnosticList: Shape = Shape {
        name: "ValidateStateMachineDefinitionDiagnosticList",
        kind: Kind::List {
            member: Member::new("member", &ValidateStateMachineDefinitionDiagnostic),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ValidateStateMachineDefinitionInput: Shape = Shape {
        name: "ValidateStateMachineDefinitionInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("definition", &Definition).required(),
                Member::new("type", &StateMachineType),
                Member::new("severity", &ValidateStateMachineDefinitionSeverity),
                Member::new("maxResults", &ValidateStateMachineDefinitionMaxResult),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ValidateStateMachineDefinitionLocation: Shape = Shape {
        name: "ValidateStateMachineDefinitionLocation",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static ValidateStateMachineDefinitionMaxResult: Shape = Shape {
        name: "ValidateStateMachineDefinitionMaxResult",
        kind: Kind::Int(Range::between(0.0, 100.0)),
    };
    pub static ValidateStateMachineDefinitionMessage: Shape = Shape {
        name: "ValidateStateMachineDefinitionMessage",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static ValidateStateMachineDefinitionOutput: Shape = Shape {
        name: "ValidateStateMachineDefinitionOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("result", &ValidateStateMachineDefinitionResultCode).required(),
                Member::new("diagnostics", &ValidateStateMachineDefinitionDiagnosticList).required(),
                Member::new("truncated", &ValidateStateMachineDefinitionTruncated),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ValidateStateMachineDefinitionResultCode: Shape = Shape {
        name: "ValidateStateMachineDefinitionResultCode",
        kind: Kind::Str { values: &["OK", "FAIL"], pattern: "", range: Range::ANY },
    };
    pub static ValidateStateMachineDefinitionSeverity: Shape = Shape {
        name: "ValidateStateMachineDefinitionSeverity",
        kind: Kind::Str { values: &["ERROR", "WARNING"], pattern: "", range: Range::ANY },
    };
    pub static ValidateStateMachineDefinitionTruncated: Shape =
        Shape { name: "ValidateStateMachineDefinitionTruncated", kind: Kind::Bool };
    pub static VariableName: Shape =
        Shape { name: "VariableName", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static VariableNameList: Shape = Shape {
        name: "VariableNameList",
        kind: Kind::List {
            member: Member::new("member", &VariableName),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static VariableReferences: Shape = Shape {
        name: "VariableReferences",
        kind: Kind::Map {
            key: Member::new("key", &StateName),
            value: Member::new("value", &VariableNameList),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static VariableValue: Shape =
        Shape { name: "VariableValue", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static VersionDescription: Shape = Shape {
        name: "VersionDescription",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(256.0) },
    };
    pub static VersionWeight: Shape =
        Shape { name: "VersionWeight", kind: Kind::Int(Range::between(0.0, 100.0)) };
    pub static includedDetails: Shape = Shape { name: "includedDetails", kind: Kind::Bool };
    pub static truncated: Shape = Shape { name: "truncated", kind: Kind::Bool };
}
