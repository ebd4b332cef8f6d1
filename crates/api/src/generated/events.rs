// Written by `cargo xtask codegen` from AWS's service models; do not edit.
//! The shapes and operations of `events`.

#[allow(unused_imports, reason = "not every service needs each")]
use crate::schema::{Kind, Location, Member, Range, Shape, Structure, TimeFormat};
use crate::{Access, IamAction, Operation, OperationType, Protocol, Service, UnservedOperation};

/// The service.
pub static SERVICE: Service = Service {
    id: "events",
    sdk_id: "eventbridge",
    signing_name: "events",
    endpoint_prefix: "events",
    protocol: Protocol::Json11,
    protocols: &[Protocol::Json11],
    query_compatible: false,
    error_names: &[],
    api_version: "2015-10-07",
    target_prefix: "AWSEvents",
    xml_namespace: "",
    global: false,
};

/// The served operations.
pub static OPERATIONS: [Operation; 19] = [
    Operation {
        service: &SERVICE,
        name: "CreateEventBus",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateEventBusRequest),
        input_root: None,
        output: Some(&schemas::CreateEventBusResponse),
        action: IamAction::Named("events:CreateEventBus"),
        resources: "arn:{partition}:events:{region}:{account}:event-bus/{Name}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteEventBus",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteEventBusRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("events:DeleteEventBus"),
        resources: "arn:{partition}:events:{region}:{account}:event-bus/{Name}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteRule",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteRuleRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("events:DeleteRule"),
        resources: "arn:{partition}:events:{region}:{account}:rule/{Name}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeEventBus",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeEventBusRequest),
        input_root: None,
        output: Some(&schemas::DescribeEventBusResponse),
        action: IamAction::Named("events:DescribeEventBus"),
        resources: "arn:{partition}:events:{region}:{account}:event-bus/{Name}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeRule",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeRuleRequest),
        input_root: None,
        output: Some(&schemas::DescribeRuleResponse),
        action: IamAction::Named("events:DescribeRule"),
        resources: "arn:{partition}:events:{region}:{account}:rule/{Name}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DisableRule",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DisableRuleRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("events:DisableRule"),
        resources: "arn:{partition}:events:{region}:{account}:rule/{Name}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "EnableRule",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::EnableRuleRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("events:EnableRule"),
        resources: "arn:{partition}:events:{region}:{account}:rule/{Name}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListEventBuses",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListEventBusesRequest),
        input_root: None,
        output: Some(&schemas::ListEventBusesResponse),
        action: IamAction::Named("events:ListEventBuses"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListRuleNamesByTarget",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListRuleNamesByTargetRequest),
        input_root: None,
        output: Some(&schemas::ListRuleNamesByTargetResponse),
        action: IamAction::Named("events:ListRuleNamesByTarget"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListRules",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListRulesRequest),
        input_root: None,
        output: Some(&schemas::ListRulesResponse),
        action: IamAction::Named("events:ListRules"),
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
        input: Some(&schemas::ListTagsForResourceRequest),
        input_root: None,
        output: Some(&schemas::ListTagsForResourceResponse),
        action: IamAction::Named("events:ListTagsForResource"),
        resources: "{ResourceARN}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListTargetsByRule",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListTargetsByRuleRequest),
        input_root: None,
        output: Some(&schemas::ListTargetsByRuleResponse),
        action: IamAction::Named("events:ListTargetsByRule"),
        resources: "arn:{partition}:events:{region}:{account}:rule/{Rule}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutEvents",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PutEventsRequest),
        input_root: None,
        output: Some(&schemas::PutEventsResponse),
        action: IamAction::Named("events:PutEvents"),
        resources: "arn:{partition}:events:{region}:{account}:event-bus/default",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutRule",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PutRuleRequest),
        input_root: None,
        output: Some(&schemas::PutRuleResponse),
        action: IamAction::Named("events:PutRule"),
        resources: "arn:{partition}:events:{region}:{account}:rule/{Name}",
        also: &[("iam:PassRole", "{RoleArn}")],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutTargets",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PutTargetsRequest),
        input_root: None,
        output: Some(&schemas::PutTargetsResponse),
        action: IamAction::Named("events:PutTargets"),
        resources: "arn:{partition}:events:{region}:{account}:rule/{Rule}",
        also: &[("iam:PassRole", "{Targets.*.RoleArn}")],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "RemoveTargets",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::RemoveTargetsRequest),
        input_root: None,
        output: Some(&schemas::RemoveTargetsResponse),
        action: IamAction::Named("events:RemoveTargets"),
        resources: "arn:{partition}:events:{region}:{account}:rule/{Rule}",
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
        input: Some(&schemas::TagResourceRequest),
        input_root: None,
        output: Some(&schemas::TagResourceResponse),
        action: IamAction::Named("events:TagResource"),
        resources: "{ResourceARN}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "TestEventPattern",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::TestEventPatternRequest),
        input_root: None,
        output: Some(&schemas::TestEventPatternResponse),
        action: IamAction::Named("events:TestEventPattern"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UntagResource",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UntagResourceRequest),
        input_root: None,
        output: Some(&schemas::UntagResourceResponse),
        action: IamAction::Named("events:UntagResource"),
        resources: "{ResourceARN}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
];

/// The served operations as types.
pub mod ops {
    use super::{Operation, OperationType};
    /// `CreateEventBus`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateEventBus;
    impl OperationType for CreateEventBus {
        type Input = super::CreateEventBusRequest;
        type Output = super::CreateEventBusResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[0];
    }

    /// `DeleteEventBus`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteEventBus;
    impl OperationType for DeleteEventBus {
        type Input = super::DeleteEventBusRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[1];
    }

    /// `DeleteRule`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteRule;
    impl OperationType for DeleteRule {
        type Input = super::DeleteRuleRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[2];
    }

    /// `DescribeEventBus`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeEventBus;
    impl OperationType for DescribeEventBus {
        type Input = super::DescribeEventBusRequest;
        type Output = super::DescribeEventBusResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[3];
    }

    /// `DescribeRule`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeRule;
    impl OperationType for DescribeRule {
        type Input = super::DescribeRuleRequest;
        type Output = super::DescribeRuleResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[4];
    }

    /// `DisableRule`
    #[derive(Clone, Copy, Debug)]
    pub struct DisableRule;
    impl OperationType for DisableRule {
        type Input = super::DisableRuleRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[5];
    }

    /// `EnableRule`
    #[derive(Clone, Copy, Debug)]
    pub struct EnableRule;
    impl OperationType for EnableRule {
        type Input = super::EnableRuleRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[6];
    }

    /// `ListEventBuses`
    #[derive(Clone, Copy, Debug)]
    pub struct ListEventBuses;
    impl OperationType for ListEventBuses {
        type Input = super::ListEventBusesRequest;
        type Output = super::ListEventBusesResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[7];
    }

    /// `ListRuleNamesByTarget`
    #[derive(Clone, Copy, Debug)]
    pub struct ListRuleNamesByTarget;
    impl OperationType for ListRuleNamesByTarget {
        type Input = super::ListRuleNamesByTargetRequest;
        type Output = super::ListRuleNamesByTargetResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[8];
    }

    /// `ListRules`
    #[derive(Clone, Copy, Debug)]
    pub struct ListRules;
    impl OperationType for ListRules {
        type Input = super::ListRulesRequest;
        type Output = super::ListRulesResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[9];
    }

    /// `ListTagsForResource`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTagsForResource;
    impl OperationType for ListTagsForResource {
        type Input = super::ListTagsForResourceRequest;
        type Output = super::ListTagsForResourceResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[10];
    }

    /// `ListTargetsByRule`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTargetsByRule;
    impl OperationType for ListTargetsByRule {
        type Input = super::ListTargetsByRuleRequest;
        type Output = super::ListTargetsByRuleResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[11];
    }

    /// `PutEvents`
    #[derive(Clone, Copy, Debug)]
    pub struct PutEvents;
    impl OperationType for PutEvents {
        type Input = super::PutEventsRequest;
        type Output = super::PutEventsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[12];
    }

    /// `PutRule`
    #[derive(Clone, Copy, Debug)]
    pub struct PutRule;
    impl OperationType for PutRule {
        type Input = super::PutRuleRequest;
        type Output = super::PutRuleResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[13];
    }

    /// `PutTargets`
    #[derive(Clone, Copy, Debug)]
    pub struct PutTargets;
    impl OperationType for PutTargets {
        type Input = super::PutTargetsRequest;
        type Output = super::PutTargetsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[14];
    }

    /// `RemoveTargets`
    #[derive(Clone, Copy, Debug)]
    pub struct RemoveTargets;
    impl OperationType for RemoveTargets {
        type Input = super::RemoveTargetsRequest;
        type Output = super::RemoveTargetsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[15];
    }

    /// `TagResource`
    #[derive(Clone, Copy, Debug)]
    pub struct TagResource;
    impl OperationType for TagResource {
        type Input = super::TagResourceRequest;
        type Output = super::TagResourceResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[16];
    }

    /// `TestEventPattern`
    #[derive(Clone, Copy, Debug)]
    pub struct TestEventPattern;
    impl OperationType for TestEventPattern {
        type Input = super::TestEventPatternRequest;
        type Output = super::TestEventPatternResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[17];
    }

    /// `UntagResource`
    #[derive(Clone, Copy, Debug)]
    pub struct UntagResource;
    impl OperationType for UntagResource {
        type Input = super::UntagResourceRequest;
        type Output = super::UntagResourceResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[18];
    }
}

/// What AWS has here and lirio does not serve.
pub static UNSERVED: &[UnservedOperation] = &[
    UnservedOperation { service: &SERVICE, name: "ActivateEventSource", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CancelReplay", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateApiDestination", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateArchive", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateConnection", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateEndpoint", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreatePartnerEventSource", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeactivateEventSource", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeauthorizeConnection", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteApiDestination", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteArchive", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteConnection", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteEndpoint", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeletePartnerEventSource", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeApiDestination", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeArchive", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeConnection", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeEndpoint", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeEventSource", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribePartnerEventSource", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeReplay", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListApiDestinations", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListArchives", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListConnections", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListEndpoints", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListEventSources", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListPartnerEventSourceAccounts", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListPartnerEventSources", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListReplays", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutPartnerEvents", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutPermission", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "RemovePermission", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartReplay", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateApiDestination", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateArchive", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateConnection", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateEndpoint", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateEventBus", method: "POST", uri: "/" },
];

/// The errors that these operations declare.
pub mod errors {
    /// `ConcurrentModificationException`, status 400
    pub fn concurrent_modification_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ConcurrentModificationException", 400, message)
    }
    /// `InternalException`, status 500
    pub fn internal_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InternalException", 500, message)
    }
    /// `InvalidEventPatternException`, status 400
    pub fn invalid_event_pattern_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidEventPatternException", 400, message)
    }
    /// `InvalidStateException`, status 400
    pub fn invalid_state_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidStateException", 400, message)
    }
    /// `LimitExceededException`, status 400
    pub fn limit_exceeded_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("LimitExceededException", 400, message)
    }
    /// `ManagedRuleException`, status 400
    pub fn managed_rule_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ManagedRuleException", 400, message)
    }
    /// `OperationDisabledException`, status 400
    pub fn operation_disabled_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("OperationDisabledException", 400, message)
    }
    /// `ResourceAlreadyExistsException`, status 400
    pub fn resource_already_exists_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceAlreadyExistsException", 400, message)
    }
    /// `ResourceNotFoundException`, status 400
    pub fn resource_not_found_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceNotFoundException", 400, message)
    }
}

crate::macros::structures! {
/// `AppSyncParameters`
AppSyncParameters {
graph_ql_operation: Option<::std::string::String> = "GraphQLOperation",
}
/// `AwsVpcConfiguration`
AwsVpcConfiguration {
subnets: Vec<::std::string::String> = "Subnets",
security_groups: Option<Vec<::std::string::String>> = "SecurityGroups",
assign_public_ip: Option<::std::string::String> = "AssignPublicIp",
}
/// `BatchArrayProperties`
BatchArrayProperties {
size: Option<i64> = "Size",
}
/// `BatchParameters`
BatchParameters {
job_definition: ::std::string::String = "JobDefinition",
job_name: ::std::string::String = "JobName",
array_properties: Option<BatchArrayProperties> = "ArrayProperties",
retry_strategy: Option<BatchRetryStrategy> = "RetryStrategy",
}
/// `BatchRetryStrategy`
BatchRetryStrategy {
attempts: Option<i64> = "Attempts",
}
/// `CapacityProviderStrategyItem`
CapacityProviderStrategyItem {
capacity_provider: ::std::string::String = "capacityProvider",
weight: Option<i64> = "weight",
base: Option<i64> = "base",
}
/// `CreateEventBusRequest`
CreateEventBusRequest {
name: ::std::string::String = "Name",
event_source_name: Option<::std::string::String> = "EventSourceName",
description: Option<::std::string::String> = "Description",
kms_key_identifier: Option<::std::string::String> = "KmsKeyIdentifier",
dead_letter_config: Option<DeadLetterConfig> = "DeadLetterConfig",
log_config: Option<LogConfig> = "LogConfig",
tags: Option<Vec<Tag>> = "Tags",
}
/// `CreateEventBusResponse`
CreateEventBusResponse {
event_bus_arn: Option<::std::string::String> = "EventBusArn",
description: Option<::std::string::String> = "Description",
kms_key_identifier: Option<::std::string::String> = "KmsKeyIdentifier",
dead_letter_config: Option<DeadLetterConfig> = "DeadLetterConfig",
log_config: Option<LogConfig> = "LogConfig",
}
/// `DeadLetterConfig`
DeadLetterConfig {
arn: Option<::std::string::String> = "Arn",
}
/// `DeleteEventBusRequest`
DeleteEventBusRequest {
name: ::std::string::String = "Name",
}
/// `DeleteRuleRequest`
DeleteRuleRequest {
name: ::std::string::String = "Name",
event_bus_name: Option<::std::string::String> = "EventBusName",
force: Option<bool> = "Force",
}
/// `DescribeEventBusRequest`
DescribeEventBusRequest {
name: Option<::std::string::String> = "Name",
}
/// `DescribeEventBusResponse`
DescribeEventBusResponse {
name: Option<::std::string::String> = "Name",
arn: Option<::std::string::String> = "Arn",
description: Option<::std::string::String> = "Description",
kms_key_identifier: Option<::std::string::String> = "KmsKeyIdentifier",
dead_letter_config: Option<DeadLetterConfig> = "DeadLetterConfig",
policy: Option<::std::string::String> = "Policy",
log_config: Option<LogConfig> = "LogConfig",
creation_time: Option<crate::Timestamp> = "CreationTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
managed_by: Option<::std::string::String> = "ManagedBy",
}
/// `DescribeRuleRequest`
DescribeRuleRequest {
name: ::std::string::String = "Name",
event_bus_name: Option<::std::string::String> = "EventBusName",
}
/// `DescribeRuleResponse`
DescribeRuleResponse {
name: Option<::std::string::String> = "Name",
arn: Option<::std::string::String> = "Arn",
event_pattern: Option<::std::string::String> = "EventPattern",
schedule_expression: Option<::std::string::String> = "ScheduleExpression",
state: Option<::std::string::String> = "State",
description: Option<::std::string::String> = "Description",
role_arn: Option<::std::string::String> = "RoleArn",
managed_by: Option<::std::string::String> = "ManagedBy",
event_bus_name: Option<::std::string::String> = "EventBusName",
created_by: Option<::std::string::String> = "CreatedBy",
}
/// `DisableRuleRequest`
DisableRuleRequest {
name: ::std::string::String = "Name",
event_bus_name: Option<::std::string::String> = "EventBusName",
}
/// `EcsParameters`
EcsParameters {
task_definition_arn: ::std::string::String = "TaskDefinitionArn",
task_count: Option<i64> = "TaskCount",
launch_type: Option<::std::string::String> = "LaunchType",
network_configuration: Option<NetworkConfiguration> = "NetworkConfiguration",
platform_version: Option<::std::string::String> = "PlatformVersion",
group: Option<::std::string::String> = "Group",
capacity_provider_strategy: Option<Vec<CapacityProviderStrategyItem>> = "CapacityProviderStrategy",
enable_ecs_managed_tags: Option<bool> = "EnableECSManagedTags",
enable_execute_command: Option<bool> = "EnableExecuteCommand",
placement_constraints: Option<Vec<PlacementConstraint>> = "PlacementConstraints",
placement_strategy: Option<Vec<PlacementStrategy>> = "PlacementStrategy",
propagate_tags: Option<::std::string::String> = "PropagateTags",
reference_id: Option<::std::string::String> = "ReferenceId",
tags: Option<Vec<Tag>> = "Tags",
}
/// `EnableRuleRequest`
EnableRuleRequest {
name: ::std::string::String = "Name",
event_bus_name: Option<::std::string::String> = "EventBusName",
}
/// `EventBus`
EventBus {
name: Option<::std::string::String> = "Name",
arn: Option<::std::string::String> = "Arn",
description: Option<::std::string::String> = "Description",
policy: Option<::std::string::String> = "Policy",
creation_time: Option<crate::Timestamp> = "CreationTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
managed_by: Option<::std::string::String> = "ManagedBy",
}
/// `HttpParameters`
HttpParameters {
path_parameter_values: Option<Vec<::std::string::String>> = "PathParameterValues",
header_parameters: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "HeaderParameters",
query_string_parameters: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "QueryStringParameters",
}
/// `InputTransformer`
InputTransformer {
input_paths_map: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "InputPathsMap",
input_template: ::std::string::String = "InputTemplate",
}
/// `KinesisParameters`
KinesisParameters {
partition_key_path: ::std::string::String = "PartitionKeyPath",
}
/// `ListEventBusesRequest`
ListEventBusesRequest {
name_prefix: Option<::std::string::String> = "NamePrefix",
next_token: Option<::std::string::String> = "NextToken",
limit: Option<i64> = "Limit",
}
/// `ListEventBusesResponse`
ListEventBusesResponse {
event_buses: Option<Vec<EventBus>> = "EventBuses",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListRuleNamesByTargetRequest`
ListRuleNamesByTargetRequest {
target_arn: ::std::string::String = "TargetArn",
event_bus_name: Option<::std::string::String> = "EventBusName",
next_token: Option<::std::string::String> = "NextToken",
limit: Option<i64> = "Limit",
}
/// `ListRuleNamesByTargetResponse`
ListRuleNamesByTargetResponse {
rule_names: Option<Vec<::std::string::String>> = "RuleNames",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListRulesRequest`
ListRulesRequest {
name_prefix: Option<::std::string::String> = "NamePrefix",
event_bus_name: Option<::std::string::String> = "EventBusName",
next_token: Option<::std::string::String> = "NextToken",
limit: Option<i64> = "Limit",
}
/// `ListRulesResponse`
ListRulesResponse {
rules: Option<Vec<Rule>> = "Rules",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListTagsForResourceRequest`
ListTagsForResourceRequest {
resource_arn: ::std::string::String = "ResourceARN",
}
/// `ListTagsForResourceResponse`
ListTagsForResourceResponse {
tags: Option<Vec<Tag>> = "Tags",
}
/// `ListTargetsByRuleRequest`
ListTargetsByRuleRequest {
rule: ::std::string::String = "Rule",
event_bus_name: Option<::std::string::String> = "EventBusName",
next_token: Option<::std::string::String> = "NextToken",
limit: Option<i64> = "Limit",
}
/// `ListTargetsByRuleResponse`
ListTargetsByRuleResponse {
targets: Option<Vec<Target>> = "Targets",
next_token: Option<::std::string::String> = "NextToken",
}
/// `LogConfig`
LogConfig {
include_detail: Option<::std::string::String> = "IncludeDetail",
level: Option<::std::string::String> = "Level",
}
/// `NetworkConfiguration`
NetworkConfiguration {
awsvpc_configuration: Option<AwsVpcConfiguration> = "awsvpcConfiguration",
}
/// `PlacementConstraint`
PlacementConstraint {
r#type: Option<::std::string::String> = "type",
expression: Option<::std::string::String> = "expression",
}
/// `PlacementStrategy`
PlacementStrategy {
r#type: Option<::std::string::String> = "type",
field: Option<::std::string::String> = "field",
}
/// `PutEventsRequest`
PutEventsRequest {
entries: Vec<PutEventsRequestEntry> = "Entries",
endpoint_id: Option<::std::string::String> = "EndpointId",
}
/// `PutEventsRequestEntry`
PutEventsRequestEntry {
time: Option<crate::Timestamp> = "Time",
source: Option<::std::string::String> = "Source",
resources: Option<Vec<::std::string::String>> = "Resources",
detail_type: Option<::std::string::String> = "DetailType",
detail: Option<::std::string::String> = "Detail",
event_bus_name: Option<::std::string::String> = "EventBusName",
trace_header: Option<::std::string::String> = "TraceHeader",
}
/// `PutEventsResponse`
PutEventsResponse {
failed_entry_count: Option<i64> = "FailedEntryCount",
entries: Option<Vec<PutEventsResultEntry>> = "Entries",
}
/// `PutEventsResultEntry`
PutEventsResultEntry {
event_id: Option<::std::string::String> = "EventId",
error_code: Option<::std::string::String> = "ErrorCode",
error_message: Option<::std::string::String> = "ErrorMessage",
}
/// `PutRuleRequest`
PutRuleRequest {
name: ::std::string::String = "Name",
schedule_expression: Option<::std::string::String> = "ScheduleExpression",
event_pattern: Option<::std::string::String> = "EventPattern",
state: Option<::std::string::String> = "State",
description: Option<::std::string::String> = "Description",
role_arn: Option<::std::string::String> = "RoleArn",
tags: Option<Vec<Tag>> = "Tags",
event_bus_name: Option<::std::string::String> = "EventBusName",
}
/// `PutRuleResponse`
PutRuleResponse {
rule_arn: Option<::std::string::String> = "RuleArn",
}
/// `PutTargetsRequest`
PutTargetsRequest {
rule: ::std::string::String = "Rule",
event_bus_name: Option<::std::string::String> = "EventBusName",
targets: Vec<Target> = "Targets",
}
/// `PutTargetsResponse`
PutTargetsResponse {
failed_entry_count: Option<i64> = "FailedEntryCount",
failed_entries: Option<Vec<PutTargetsResultEntry>> = "FailedEntries",
}
/// `PutTargetsResultEntry`
PutTargetsResultEntry {
target_id: Option<::std::string::String> = "TargetId",
error_code: Option<::std::string::String> = "ErrorCode",
error_message: Option<::std::string::String> = "ErrorMessage",
}
/// `RedshiftDataParameters`
RedshiftDataParameters {
secret_manager_arn: Option<::std::string::String> = "SecretManagerArn",
database: ::std::string::String = "Database",
db_user: Option<::std::string::String> = "DbUser",
sql: Option<::std::string::String> = "Sql",
statement_name: Option<::std::string::String> = "StatementName",
with_event: Option<bool> = "WithEvent",
sqls: Option<Vec<::std::string::String>> = "Sqls",
}
/// `RemoveTargetsRequest`
RemoveTargetsRequest {
rule: ::std::string::String = "Rule",
event_bus_name: Option<::std::string::String> = "EventBusName",
ids: Vec<::std::string::String> = "Ids",
force: Option<bool> = "Force",
}
/// `RemoveTargetsResponse`
RemoveTargetsResponse {
failed_entry_count: Option<i64> = "FailedEntryCount",
failed_entries: Option<Vec<RemoveTargetsResultEntry>> = "FailedEntries",
}
/// `RemoveTargetsResultEntry`
RemoveTargetsResultEntry {
target_id: Option<::std::string::String> = "TargetId",
error_code: Option<::std::string::String> = "ErrorCode",
error_message: Option<::std::string::String> = "ErrorMessage",
}
/// `RetryPolicy`
RetryPolicy {
maximum_retry_attempts: Option<i64> = "MaximumRetryAttempts",
maximum_event_age_in_seconds: Option<i64> = "MaximumEventAgeInSeconds",
}
/// `Rule`
Rule {
name: Option<::std::string::String> = "Name",
arn: Option<::std::string::String> = "Arn",
event_pattern: Option<::std::string::String> = "EventPattern",
state: Option<::std::string::String> = "State",
description: Option<::std::string::String> = "Description",
schedule_expression: Option<::std::string::String> = "ScheduleExpression",
role_arn: Option<::std::string::String> = "RoleArn",
managed_by: Option<::std::string::String> = "ManagedBy",
event_bus_name: Option<::std::string::String> = "EventBusName",
}
/// `RunCommandParameters`
RunCommandParameters {
run_command_targets: Vec<RunCommandTarget> = "RunCommandTargets",
}
/// `RunCommandTarget`
RunCommandTarget {
key: ::std::string::String = "Key",
values: Vec<::std::string::String> = "Values",
}
/// `SageMakerPipelineParameter`
SageMakerPipelineParameter {
name: ::std::string::String = "Name",
value: ::std::string::String = "Value",
}
/// `SageMakerPipelineParameters`
SageMakerPipelineParameters {
pipeline_parameter_list: Option<Vec<SageMakerPipelineParameter>> = "PipelineParameterList",
}
/// `SqsParameters`
SqsParameters {
message_group_id: Option<::std::string::String> = "MessageGroupId",
}
/// `Tag`
Tag {
key: ::std::string::String = "Key",
value: ::std::string::String = "Value",
}
/// `TagResourceRequest`
TagResourceRequest {
resource_arn: ::std::string::String = "ResourceARN",
tags: Vec<Tag> = "Tags",
}
/// `TagResourceResponse`
TagResourceResponse {
}
/// `Target`
Target {
id: ::std::string::String = "Id",
arn: ::std::string::String = "Arn",
role_arn: Option<::std::string::String> = "RoleArn",
input: Option<::std::string::String> = "Input",
input_path: Option<::std::string::String> = "InputPath",
input_transformer: Option<InputTransformer> = "InputTransformer",
kinesis_parameters: Option<KinesisParameters> = "KinesisParameters",
run_command_parameters: Option<RunCommandParameters> = "RunCommandParameters",
ecs_parameters: Option<EcsParameters> = "EcsParameters",
batch_parameters: Option<BatchParameters> = "BatchParameters",
sqs_parameters: Option<SqsParameters> = "SqsParameters",
http_parameters: Option<HttpParameters> = "HttpParameters",
redshift_data_parameters: Option<RedshiftDataParameters> = "RedshiftDataParameters",
sage_maker_pipeline_parameters: Option<SageMakerPipelineParameters> = "SageMakerPipelineParameters",
dead_letter_config: Option<DeadLetterConfig> = "DeadLetterConfig",
retry_policy: Option<RetryPolicy> = "RetryPolicy",
app_sync_parameters: Option<AppSyncParameters> = "AppSyncParameters",
}
/// `TestEventPatternRequest`
TestEventPatternRequest {
event_pattern: ::std::string::String = "EventPattern",
event: ::std::string::String = "Event",
}
/// `TestEventPatternResponse`
TestEventPatternResponse {
result: Option<bool> = "Result",
}
/// `UntagResourceRequest`
UntagResourceRequest {
resource_arn: ::std::string::String = "ResourceARN",
tag_keys: Vec<::std::string::String> = "TagKeys",
}
/// `UntagResourceResponse`
UntagResourceResponse {
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
    pub static AppSyncParameters: Shape = Shape {
        name: "AppSyncParameters",
        kind: Kind::Structure(Structure {
            members: &[Member::new("GraphQLOperation", &GraphQLOperation)],
            payload: None,
            union: false,
        }),
    };
    pub static Arn: Shape = Shape {
        name: "Arn",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1600.0) },
    };
    pub static AssignPublicIp: Shape = Shape {
        name: "AssignPublicIp",
        kind: Kind::Str { values: &["ENABLED", "DISABLED"], pattern: "", range: Range::ANY },
    };
    pub static AwsVpcConfiguration: Shape = Shape {
        name: "AwsVpcConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Subnets", &StringList).required(),
                Member::new("SecurityGroups", &StringList),
                Member::new("AssignPublicIp", &AssignPublicIp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static BatchArrayProperties: Shape = Shape {
        name: "BatchArrayProperties",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Size", &Integer)],
            payload: None,
            union: false,
        }),
    };
    pub static BatchParameters: Shape = Shape {
        name: "BatchParameters",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("JobDefinition", &String).required(),
                Member::new("JobName", &String).required(),
                Member::new("ArrayProperties", &BatchArrayProperties),
                Member::new("RetryStrategy", &BatchRetryStrategy),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static BatchRetryStrategy: Shape = Shape {
        name: "BatchRetryStrategy",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Attempts", &Integer)],
            payload: None,
            union: false,
        }),
    };
    pub static Boolean: Shape = Shape { name: "Boolean", kind: Kind::Bool };
    pub static CapacityProvider: Shape = Shape {
        name: "CapacityProvider",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 255.0) },
    };
    pub static CapacityProviderStrategy: Shape = Shape {
        name: "CapacityProviderStrategy",
        kind: Kind::List {
            member: Member::new("member", &CapacityProviderStrategyItem),
            flattened: false,
            range: Range::max(6.0),
        },
    };
    pub static CapacityProviderStrategyItem: Shape = Shape {
        name: "CapacityProviderStrategyItem",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("capacityProvider", &CapacityProvider).required(),
                Member::new("weight", &CapacityProviderStrategyItemWeight),
                Member::new("base", &CapacityProviderStrategyItemBase),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CapacityProviderStrategyItemBase: Shape =
        Shape { name: "CapacityProviderStrategyItemBase", kind: Kind::Int(Range::between(0.0, 100000.0)) };
    pub static CapacityProviderStrategyItemWeight: Shape =
        Shape { name: "CapacityProviderStrategyItemWeight", kind: Kind::Int(Range::between(0.0, 1000.0)) };
    pub static CreateEventBusRequest: Shape = Shape {
        name: "CreateEventBusRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &EventBusName).required(),
                Member::new("EventSourceName", &EventSourceName),
                Member::new("Description", &EventBusDescription),
                Member::new("KmsKeyIdentifier", &KmsKeyIdentifier),
                Member::new("DeadLetterConfig", &DeadLetterConfig),
                Member::new("LogConfig", &LogConfig),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateEventBusResponse: Shape = Shape {
        name: "CreateEventBusResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EventBusArn", &String),
                Member::new("Description", &EventBusDescription),
                Member::new("KmsKeyIdentifier", &KmsKeyIdentifier),
                Member::new("DeadLetterConfig", &DeadLetterConfig),
                Member::new("LogConfig", &LogConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreatedBy: Shape = Shape {
        name: "CreatedBy",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 128.0) },
    };
    pub static Database: Shape = Shape {
        name: "Database",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 64.0) },
    };
    pub static DbUser: Shape = Shape {
        name: "DbUser",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 128.0) },
    };
    pub static DeadLetterConfig: Shape = Shape {
        name: "DeadLetterConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Arn", &ResourceArn)],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteEventBusRequest: Shape = Shape {
        name: "DeleteEventBusRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Name", &EventBusName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteRuleRequest: Shape = Shape {
        name: "DeleteRuleRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &RuleName).required(),
                Member::new("EventBusName", &EventBusNameOrArn),
                Member::new("Force", &Boolean),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeEventBusRequest: Shape = Shape {
        name: "DescribeEventBusRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Name", &EventBusNameOrArn)],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeEventBusResponse: Shape = Shape {
        name: "DescribeEventBusResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &String),
                Member::new("Arn", &String),
                Member::new("Description", &EventBusDescription),
                Member::new("KmsKeyIdentifier", &KmsKeyIdentifier),
                Member::new("DeadLetterConfig", &DeadLetterConfig),
                Member::new("Policy", &String),
                Member::new("LogConfig", &LogConfig),
                Member::new("CreationTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("ManagedBy", &ManagedBy),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeRuleRequest: Shape = Shape {
        name: "DescribeRuleRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &RuleName).required(),
                Member::new("EventBusName", &EventBusNameOrArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeRuleResponse: Shape = Shape {
        name: "DescribeRuleResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &RuleName),
                Member::new("Arn", &RuleArn),
                Member::new("EventPattern", &EventPattern),
                Member::new("ScheduleExpression", &ScheduleExpression),
                Member::new("State", &RuleState),
                Member::new("Description", &RuleDescription),
                Member::new("RoleArn", &RoleArn),
                Member::new("ManagedBy", &ManagedBy),
                Member::new("EventBusName", &EventBusName),
                Member::new("CreatedBy", &CreatedBy),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DisableRuleRequest: Shape = Shape {
        name: "DisableRuleRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &RuleName).required(),
                Member::new("EventBusName", &EventBusNameOrArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EcsParameters: Shape = Shape {
        name: "EcsParameters",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TaskDefinitionArn", &Arn).required(),
                Member::new("TaskCount", &LimitMin1),
                Member::new("LaunchType", &LaunchType),
                Member::new("NetworkConfiguration", &NetworkConfiguration),
                Member::new("PlatformVersion", &String),
                Member::new("Group", &String),
                Member::new("CapacityProviderStrategy", &CapacityProviderStrategy),
                Member::new("EnableECSManagedTags", &Boolean),
                Member::new("EnableExecuteCommand", &Boolean),
                Member::new("PlacementConstraints", &PlacementConstraints),
                Member::new("PlacementStrategy", &PlacementStrategies),
                Member::new("PropagateTags", &PropagateTags),
                Member::new("ReferenceId", &ReferenceId),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EnableRuleRequest: Shape = Shape {
        name: "EnableRuleRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &RuleName).required(),
                Member::new("EventBusName", &EventBusNameOrArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EndpointId: Shape = Shape {
        name: "EndpointId",
        kind: Kind::Str {
            values: &[],
            pattern: "^[A-Za-z0-9\\-]+[\\.][A-Za-z0-9\\-]+$",
            range: Range::between(1.0, 50.0),
        },
    };
    pub static ErrorCode: Shape =
        Shape { name: "ErrorCode", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ErrorMessage: Shape =
        Shape { name: "ErrorMessage", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static EventBus: Shape = Shape {
        name: "EventBus",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &String),
                Member::new("Arn", &String),
                Member::new("Description", &EventBusDescription),
                Member::new("Policy", &String),
                Member::new("CreationTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("ManagedBy", &ManagedBy),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EventBusDescription: Shape = Shape {
        name: "EventBusDescription",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(512.0) },
    };
    pub static EventBusList: Shape = Shape {
        name: "EventBusList",
        kind: Kind::List { member: Member::new("member", &EventBus), flattened: false, range: Range::ANY },
    };
    pub static EventBusName: Shape = Shape {
        name: "EventBusName",
        kind: Kind::Str { values: &[], pattern: "[/\\.\\-_A-Za-z0-9]+", range: Range::between(1.0, 256.0) },
    };
    pub static EventBusNameOrArn: Shape = Shape {
        name: "EventBusNameOrArn",
        kind: Kind::Str {
            values: &[],
            pattern: "(arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[/\\.\\-_A-Za-z0-9]+",
            range: Range::between(1.0, 1600.0),
        },
    };
    pub static EventId: Shape =
        Shape { name: "EventId", kind: Kind::Str { values: &[], pattern: "", range: Range::max(64.0) } };
    pub static EventPattern: Shape = Shape {
        name: "EventPattern",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(4096.0) },
    };
    pub static EventResource: Shape = Shape {
        name: "EventResource",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(2048.0) },
    };
    pub static EventResourceList: Shape = Shape {
        name: "EventResourceList",
        kind: Kind::List {
            member: Member::new("member", &EventResource),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static EventSourceName: Shape = Shape {
        name: "EventSourceName",
        kind: Kind::Str {
            values: &[],
            pattern: "aws\\.partner(/[\\.\\-_A-Za-z0-9]+){2,}",
            range: Range::between(1.0, 256.0),
        },
    };
    pub static EventTime: Shape = Shape { name: "EventTime", kind: Kind::Time(None) };
    pub static GraphQLOperation: Shape = Shape {
        name: "GraphQLOperation",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1048576.0) },
    };
    pub static HeaderKey: Shape = Shape {
        name: "HeaderKey",
        kind: Kind::Str { values: &[], pattern: "^[!#$%&'*+-.^_`|~0-9a-zA-Z]+$", range: Range::max(512.0) },
    };
    pub static HeaderParametersMap: Shape = Shape {
        name: "HeaderParametersMap",
        kind: Kind::Map {
            key: Member::new("key", &HeaderKey),
            value: Member::new("value", &HeaderValue),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static HeaderValue: Shape = Shape {
        name: "HeaderValue",
        kind: Kind::Str {
            values: &[],
            pattern: "^[ \\t]*[\\x20-\\x7E]+([ \\t]+[\\x20-\\x7E]+)*[ \\t]*$",
            range: Range::max(512.0),
        },
    };
    pub static HttpParameters: Shape = Shape {
        name: "HttpParameters",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PathParameterValues", &PathParameterList),
                Member::new("HeaderParameters", &HeaderParametersMap),
                Member::new("QueryStringParameters", &QueryStringParametersMap),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static IncludeDetail: Shape = Shape {
        name: "IncludeDetail",
        kind: Kind::Str { values: &["NONE", "FULL"], pattern: "", range: Range::ANY },
    };
    pub static InputTransformer: Shape = Shape {
        name: "InputTransformer",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InputPathsMap", &TransformerPaths),
                Member::new("InputTemplate", &TransformerInput).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static InputTransformerPathKey: Shape = Shape {
        name: "InputTransformerPathKey",
        kind: Kind::Str { values: &[], pattern: "[A-Za-z0-9\\_\\-]+", range: Range::between(1.0, 256.0) },
    };
    pub static Integer: Shape = Shape { name: "Integer", kind: Kind::Int(Range::ANY) };
    pub static KinesisParameters: Shape = Shape {
        name: "KinesisParameters",
        kind: Kind::Structure(Structure {
            members: &[Member::new("PartitionKeyPath", &TargetPartitionKeyPath).required()],
            payload: None,
            union: false,
        }),
    };
    pub static KmsKeyIdentifier: Shape = Shape {
        name: "KmsKeyIdentifier",
        kind: Kind::Str { values: &[], pattern: "^[a-zA-Z0-9_\\-/:]*$", range: Range::max(2048.0) },
    };
    pub static LaunchType: Shape = Shape {
        name: "LaunchType",
        kind: Kind::Str { values: &["EC2", "FARGATE", "EXTERNAL"], pattern: "", range: Range::ANY },
    };
    pub static Level: Shape = Shape {
        name: "Level",
        kind: Kind::Str { values: &["OFF", "ERROR", "INFO", "TRACE"], pattern: "", range: Range::ANY },
    };
    pub static LimitMax100: Shape =
        Shape { name: "LimitMax100", kind: Kind::Int(Range::between(1.0, 100.0)) };
    pub static LimitMin1: Shape = Shape { name: "LimitMin1", kind: Kind::Int(Range::min(1.0)) };
    pub static ListEventBusesRequest: Shape = Shape {
        name: "ListEventBusesRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("NamePrefix", &EventBusName),
                Member::new("NextToken", &NextToken),
                Member::new("Limit", &LimitMax100),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListEventBusesResponse: Shape = Shape {
        name: "ListEventBusesResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("EventBuses", &EventBusList), Member::new("NextToken", &NextToken)],
            payload: None,
            union: false,
        }),
    };
    pub static ListRuleNamesByTargetRequest: Shape = Shape {
        name: "ListRuleNamesByTargetRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TargetArn", &TargetArn).required(),
                Member::new("EventBusName", &EventBusNameOrArn),
                Member::new("NextToken", &NextToken),
                Member::new("Limit", &LimitMax100),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListRuleNamesByTargetResponse: Shape = Shape {
        name: "ListRuleNamesByTargetResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("RuleNames", &RuleNameList), Member::new("NextToken", &NextToken)],
            payload: None,
            union: false,
        }),
    };
    pub static ListRulesRequest: Shape = Shape {
        name: "ListRulesRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("NamePrefix", &RuleName),
                Member::new("EventBusName", &EventBusNameOrArn),
                Member::new("NextToken", &NextToken),
                Member::new("Limit", &LimitMax100),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListRulesResponse: Shape = Shape {
        name: "ListRulesResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Rules", &RuleResponseList), Member::new("NextToken", &NextToken)],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsForResourceRequest: Shape = Shape {
        name: "ListTagsForResourceRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ResourceARN", &Arn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsForResourceResponse: Shape = Shape {
        name: "ListTagsForResourceResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Tags", &TagList)],
            payload: None,
            union: false,
        }),
    };
    pub static ListTargetsByRuleRequest: Shape = Shape {
        name: "ListTargetsByRuleRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Rule", &RuleName).required(),
                Member::new("EventBusName", &EventBusNameOrArn),
                Member::new("NextToken", &NextToken),
                Member::new("Limit", &LimitMax100),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListTargetsByRuleResponse: Shape = Shape {
        name: "ListTargetsByRuleResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Targets", &TargetList), Member::new("NextToken", &NextToken)],
            payload: None,
            union: false,
        }),
    };
    pub static LogConfig: Shape = Shape {
        name: "LogConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("IncludeDetail", &IncludeDetail), Member::new("Level", &Level)],
            payload: None,
            union: false,
        }),
    };
    pub static ManagedBy: Shape = Shape {
        name: "ManagedBy",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 128.0) },
    };
    pub static MaximumEventAgeInSeconds: Shape =
        Shape { name: "MaximumEventAgeInSeconds", kind: Kind::Int(Range::between(60.0, 86400.0)) };
    pub static MaximumRetryAttempts: Shape =
        Shape { name: "MaximumRetryAttempts", kind: Kind::Int(Range::between(0.0, 185.0)) };
    pub static MessageGroupId: Shape = Shape {
        name: "MessageGroupId",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(100.0) },
    };
    pub static NetworkConfiguration: Shape = Shape {
        name: "NetworkConfiguration",
        kind: Kind::Structure(Structure {
            members: &[Member::new("awsvpcConfiguration", &AwsVpcConfiguration)],
            payload: None,
            union: false,
        }),
    };
    pub static NextToken: Shape = Shape {
        name: "NextToken",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 2048.0) },
    };
    pub static NonPartnerEventBusNameOrArn: Shape = Shape {
        name: "NonPartnerEventBusNameOrArn",
        kind: Kind::Str {
            values: &[],
            pattern: "(arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[\\.\\-_A-Za-z0-9]+",
            range: Range::between(1.0, 1600.0),
        },
    };
    pub static PathParameter: Shape =
        Shape { name: "PathParameter", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static PathParameterList: Shape = Shape {
        name: "PathParameterList",
        kind: Kind::List {
            member: Member::new("member", &PathParameter),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static PlacementConstraint: Shape = Shape {
        name: "PlacementConstraint",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("type", &PlacementConstraintType),
                Member::new("expression", &PlacementConstraintExpression),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PlacementConstraintExpression: Shape = Shape {
        name: "PlacementConstraintExpression",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(2000.0) },
    };
    pub static PlacementConstraintType: Shape = Shape {
        name: "PlacementConstraintType",
        kind: Kind::Str { values: &["distinctInstance", "memberOf"], pattern: "", range: Range::ANY },
    };
    pub static PlacementConstraints: Shape = Shape {
        name: "PlacementConstraints",
        kind: Kind::List {
            member: Member::new("member", &PlacementConstraint),
            flattened: false,
            range: Range::max(10.0),
        },
    };
    pub static PlacementStrategies: Shape = Shape {
        name: "PlacementStrategies",
        kind: Kind::List {
            member: Member::new("member", &PlacementStrategy),
            flattened: false,
            range: Range::max(5.0),
        },
    };
    pub static PlacementStrategy: Shape = Shape {
        name: "PlacementStrategy",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("type", &PlacementStrategyType),
                Member::new("field", &PlacementStrategyField),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PlacementStrategyField: Shape = Shape {
        name: "PlacementStrategyField",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(255.0) },
    };
    pub static PlacementStrategyType: Shape = Shape {
        name: "PlacementStrategyType",
        kind: Kind::Str { values: &["random", "spread", "binpack"], pattern: "", range: Range::ANY },
    };
    pub static PropagateTags: Shape = Shape {
        name: "PropagateTags",
        kind: Kind::Str { values: &["TASK_DEFINITION"], pattern: "", range: Range::ANY },
    };
    pub static PutEventsRequest: Shape = Shape {
        name: "PutEventsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Entries", &PutEventsRequestEntryList).required(),
                Member::new("EndpointId", &EndpointId),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutEventsRequestEntry: Shape = Shape {
        name: "PutEventsRequestEntry",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Time", &EventTime),
                Member::new("Source", &String),
                Member::new("Resources", &EventResourceList),
                Member::new("DetailType", &String),
                Member::new("Detail", &String),
                Member::new("EventBusName", &NonPartnerEventBusNameOrArn),
                Member::new("TraceHeader", &TraceHeader),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutEventsRequestEntryList: Shape = Shape {
        name: "PutEventsRequestEntryList",
        kind: Kind::List {
            member: Member::new("member", &PutEventsRequestEntry),
            flattened: false,
            range: Range::between(1.0, 10.0),
        },
    };
    pub static PutEventsResponse: Shape = Shape {
        name: "PutEventsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FailedEntryCount", &Integer),
                Member::new("Entries", &PutEventsResultEntryList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutEventsResultEntry: Shape = Shape {
        name: "PutEventsResultEntry",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EventId", &EventId),
                Member::new("ErrorCode", &ErrorCode),
                Member::new("ErrorMessage", &ErrorMessage),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutEventsResultEntryList: Shape = Shape {
        name: "PutEventsResultEntryList",
        kind: Kind::List {
            member: Member::new("member", &PutEventsResultEntry),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static PutRuleRequest: Shape = Shape {
        name: "PutRuleRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &RuleName).required(),
                Member::new("ScheduleExpression", &ScheduleExpression),
                Member::new("EventPattern", &EventPattern),
                Member::new("State", &RuleState),
                Member::new("Description", &RuleDescription),
                Member::new("RoleArn", &RoleArn),
                Member::new("Tags", &TagList),
                Member::new("EventBusName", &EventBusNameOrArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutRuleResponse: Shape = Shape {
        name: "PutRuleResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("RuleArn", &RuleArn)],
            payload: None,
            union: false,
        }),
    };
    pub static PutTargetsRequest: Shape = Shape {
        name: "PutTargetsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Rule", &RuleName).required(),
                Member::new("EventBusName", &EventBusNameOrArn),
                Member::new("Targets", &TargetList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutTargetsResponse: Shape = Shape {
        name: "PutTargetsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FailedEntryCount", &Integer),
                Member::new("FailedEntries", &PutTargetsResultEntryList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutTargetsResultEntry: Shape = Shape {
        name: "PutTargetsResultEntry",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TargetId", &TargetId),
                Member::new("ErrorCode", &ErrorCode),
                Member::new("ErrorMessage", &ErrorMessage),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutTargetsResultEntryList: Shape = Shape {
        name: "PutTargetsResultEntryList",
        kind: Kind::List {
            member: Member::new("member", &PutTargetsResultEntry),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static QueryStringKey: Shape = Shape {
        name: "QueryStringKey",
        kind: Kind::Str { values: &[], pattern: "[^\\x00-\\x1F\\x7F]+", range: Range::max(512.0) },
    };
    pub static QueryStringParametersMap: Shape = Shape {
        name: "QueryStringParametersMap",
        kind: Kind::Map {
            key: Member::new("key", &QueryStringKey),
            value: Member::new("value", &QueryStringValue),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static QueryStringValue: Shape = Shape {
        name: "QueryStringValue",
        kind: Kind::Str {
            values: &[],
            pattern: "[^\\x00-\\x09\\x0B\\x0C\\x0E-\\x1F\\x7F]+",
            range: Range::max(512.0),
        },
    };
    pub static RedshiftDataParameters: Shape = Shape {
        name: "RedshiftDataParameters",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SecretManagerArn", &RedshiftSecretManagerArn),
                Member::new("Database", &Database).required(),
                Member::new("DbUser", &DbUser),
                Member::new("Sql", &Sql),
                Member::new("StatementName", &StatementName),
                Member::new("WithEvent", &Boolean),
                Member::new("Sqls", &Sqls),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RedshiftSecretManagerArn: Shape = Shape {
        name: "RedshiftSecretManagerArn",
        kind: Kind::Str {
            values: &[],
            pattern: "(^arn:aws([a-z]|\\-)*:secretsmanager:[a-z0-9-.]+:.*)|(\\$(\\.[\\w_-]+(\\[(\\d+|\\*)\\])*)*)",
            range: Range::between(1.0, 1600.0),
        },
    };
    pub static ReferenceId: Shape = Shape {
        name: "ReferenceId",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(1024.0) },
    };
    pub static RemoveTargetsRequest: Shape = Shape {
        name: "RemoveTargetsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Rule", &RuleName).required(),
                Member::new("EventBusName", &EventBusNameOrArn),
                Member::new("Ids", &TargetIdList).required(),
                Member::new("Force", &Boolean),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RemoveTargetsResponse: Shape = Shape {
        name: "RemoveTargetsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FailedEntryCount", &Integer),
                Member::new("FailedEntries", &RemoveTargetsResultEntryList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RemoveTargetsResultEntry: Shape = Shape {
        name: "RemoveTargetsResultEntry",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TargetId", &TargetId),
                Member::new("ErrorCode", &ErrorCode),
                Member::new("ErrorMessage", &ErrorMessage),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RemoveTargetsResultEntryList: Shape = Shape {
        name: "RemoveTargetsResultEntryList",
        kind: Kind::List {
            member: Member::new("member", &RemoveTargetsResultEntry),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ResourceArn: Shape = Shape {
        name: "ResourceArn",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1600.0) },
    };
    pub static RetryPolicy: Shape = Shape {
        name: "RetryPolicy",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MaximumRetryAttempts", &MaximumRetryAttempts),
                Member::new("MaximumEventAgeInSeconds", &MaximumEventAgeInSeconds),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RoleArn: Shape = Shape {
        name: "RoleArn",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1600.0) },
    };
    pub static Rule: Shape = Shape {
        name: "Rule",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &RuleName),
                Member::new("Arn", &RuleArn),
                Member::new("EventPattern", &EventPattern),
                Member::new("State", &RuleState),
                Member::new("Description", &RuleDescription),
                Member::new("ScheduleExpression", &ScheduleExpression),
                Member::new("RoleArn", &RoleArn),
                Member::new("ManagedBy", &ManagedBy),
                Member::new("EventBusName", &EventBusName),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RuleArn: Shape = Shape {
        name: "RuleArn",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1600.0) },
    };
    pub static RuleDescription: Shape = Shape {
        name: "RuleDescription",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(512.0) },
    };
    pub static RuleName: Shape = Shape {
        name: "RuleName",
        kind: Kind::Str { values: &[], pattern: "[\\.\\-_A-Za-z0-9]+", range: Range::between(1.0, 64.0) },
    };
    pub static RuleNameList: Shape = Shape {
        name: "RuleNameList",
        kind: Kind::List { member: Member::new("member", &RuleName), flattened: false, range: Range::ANY },
    };
    pub static RuleResponseList: Shape = Shape {
        name: "RuleResponseList",
        kind: Kind::List { member: Member::new("member", &Rule), flattened: false, range: Range::ANY },
    };
    pub static RuleState: Shape = Shape {
        name: "RuleState",
        kind: Kind::Str {
            values: &["ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static RunCommandParameters: Shape = Shape {
        name: "RunCommandParameters",
        kind: Kind::Structure(Structure {
            members: &[Member::new("RunCommandTargets", &RunCommandTargets).required()],
            payload: None,
            union: false,
        }),
    };
    pub static RunCommandTarget: Shape = Shape {
        name: "RunCommandTarget",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Key", &RunCommandTargetKey).required(),
                Member::new("Values", &RunCommandTargetValues).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RunCommandTargetKey: Shape = Shape {
        name: "RunCommandTargetKey",
        kind: Kind::Str {
            values: &[],
            pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$",
            range: Range::between(1.0, 128.0),
        },
    };
    pub static RunCommandTargetValue: Shape = Shape {
        name: "RunCommandTargetValue",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 256.0) },
    };
    pub static RunCommandTargetValues: Shape = Shape {
        name: "RunCommandTargetValues",
        kind: Kind::List {
            member: Member::new("member", &RunCommandTargetValue),
            flattened: false,
            range: Range::between(1.0, 50.0),
        },
    };
    pub static RunCommandTargets: Shape = Shape {
        name: "RunCommandTargets",
        kind: Kind::List {
            member: Member::new("member", &RunCommandTarget),
            flattened: false,
            range: Range::between(1.0, 5.0),
        },
    };
    pub static SageMakerPipelineParameter: Shape = Shape {
        name: "SageMakerPipelineParameter",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &SageMakerPipelineParameterName).required(),
                Member::new("Value", &SageMakerPipelineParameterValue).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SageMakerPipelineParameterList: Shape = Shape {
        name: "SageMakerPipelineParameterList",
        kind: Kind::List {
            member: Member::new("member", &SageMakerPipelineParameter),
            flattened: false,
            range: Range::between(0.0, 200.0),
        },
    };
    pub static SageMakerPipelineParameterName: Shape = Shape {
        name: "SageMakerPipelineParameterName",
        kind: Kind::Str {
            values: &[],
            pattern: "^[a-zA-Z0-9](-*[a-zA-Z0-9])*$",
            range: Range::between(1.0, 256.0),
        },
    };
    pub static SageMakerPipelineParameterValue: Shape = Shape {
        name: "SageMakerPipelineParameterValue",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(1024.0) },
    };
    pub static SageMakerPipelineParameters: Shape = Shape {
        name: "SageMakerPipelineParameters",
        kind: Kind::Structure(Structure {
            members: &[Member::new("PipelineParameterList", &SageMakerPipelineParameterList)],
            payload: None,
            union: false,
        }),
    };
    pub static ScheduleExpression: Shape = Shape {
        name: "ScheduleExpression",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(256.0) },
    };
    pub static Sql: Shape = Shape {
        name: "Sql",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 100000.0) },
    };
    pub static Sqls: Shape = Shape {
        name: "Sqls",
        kind: Kind::List {
            member: Member::new("member", &Sql),
            flattened: false,
            range: Range::between(0.0, 40.0),
        },
    };
    pub static SqsParameters: Shape = Shape {
        name: "SqsParameters",
        kind: Kind::Structure(Structure {
            members: &[Member::new("MessageGroupId", &MessageGroupId)],
            payload: None,
            union: false,
        }),
    };
    pub static StatementName: Shape = Shape {
        name: "StatementName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 500.0) },
    };
    pub static String: Shape =
        Shape { name: "String", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static StringList: Shape = Shape {
        name: "StringList",
        kind: Kind::List { member: Member::new("member", &String), flattened: false, range: Range::ANY },
    };
    pub static Tag: Shape = Shape {
        name: "Tag",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Key", &TagKey).required(), Member::new("Value", &TagValue).required()],
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
    pub static TagResourceRequest: Shape = Shape {
        name: "TagResourceRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ResourceARN", &Arn).required(), Member::new("Tags", &TagList).required()],
            payload: None,
            union: false,
        }),
    };
    pub static TagResourceResponse: Shape = Shape {
        name: "TagResourceResponse",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static TagValue: Shape = Shape {
        name: "TagValue",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 256.0) },
    };
    pub static Target: Shape = Shape {
        name: "Target",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Id", &TargetId).required(),
                Member::new("Arn", &TargetArn).required(),
                Member::new("RoleArn", &RoleArn),
                Member::new("Input", &TargetInput),
                Member::new("InputPath", &TargetInputPath),
                Member::new("InputTransformer", &InputTransformer),
                Member::new("KinesisParameters", &KinesisParameters),
                Member::new("RunCommandParameters", &RunCommandParameters),
                Member::new("EcsParameters", &EcsParameters),
                Member::new("BatchParameters", &BatchParameters),
                Member::new("SqsParameters", &SqsParameters),
                Member::new("HttpParameters", &HttpParameters),
                Member::new("RedshiftDataParameters", &RedshiftDataParameters),
                Member::new("SageMakerPipelineParameters", &SageMakerPipelineParameters),
                Member::new("DeadLetterConfig", &DeadLetterConfig),
                Member::new("RetryPolicy", &RetryPolicy),
                Member::new("AppSyncParameters", &AppSyncParameters),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TargetArn: Shape = Shape {
        name: "TargetArn",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1600.0) },
    };
    pub static TargetId: Shape = Shape {
        name: "TargetId",
        kind: Kind::Str { values: &[], pattern: "[\\.\\-_A-Za-z0-9]+", range: Range::between(1.0, 64.0) },
    };
    pub static TargetIdList: Shape = Shape {
        name: "TargetIdList",
        kind: Kind::List {
            member: Member::new("member", &TargetId),
            flattened: false,
            range: Range::between(1.0, 100.0),
        },
    };
    pub static TargetInput: Shape = Shape {
        name: "TargetInput",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(8192.0) },
    };
    pub static TargetInputPath: Shape = Shape {
        name: "TargetInputPath",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(256.0) },
    };
    pub static TargetList: Shape = Shape {
        name: "TargetList",
        kind: Kind::List {
            member: Member::new("member", &Target),
            flattened: false,
            range: Range::between(1.0, 100.0),
        },
    };
    pub static TargetPartitionKeyPath: Shape = Shape {
        name: "TargetPartitionKeyPath",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(256.0) },
    };
    pub static TestEventPatternRequest: Shape = Shape {
        name: "TestEventPatternRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EventPattern", &EventPattern).required(),
                Member::new("Event", &String).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TestEventPatternResponse: Shape = Shape {
        name: "TestEventPatternResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Result", &Boolean)],
            payload: None,
            union: false,
        }),
    };
    pub static Timestamp: Shape = Shape { name: "Timestamp", kind: Kind::Time(None) };
    pub static TraceHeader: Shape = Shape {
        name: "TraceHeader",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 500.0) },
    };
    pub static TransformerInput: Shape = Shape {
        name: "TransformerInput",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 8192.0) },
    };
    pub static TransformerPaths: Shape = Shape {
        name: "TransformerPaths",
        kind: Kind::Map {
            key: Member::new("key", &InputTransformerPathKey),
            value: Member::new("value", &TargetInputPath),
            flattened: false,
            range: Range::max(100.0),
        },
    };
    pub static UntagResourceRequest: Shape = Shape {
        name: "UntagResourceRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ResourceARN", &Arn).required(),
                Member::new("TagKeys", &TagKeyList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UntagResourceResponse: Shape = Shape {
        name: "UntagResourceResponse",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
}
