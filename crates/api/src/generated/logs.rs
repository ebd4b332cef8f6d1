// Written by `cargo xtask codegen` from AWS's service models; do not edit.
//! The shapes and operations of `logs`.

#[allow(unused_imports, reason = "not every service needs each")]
use crate::schema::{Kind, Location, Member, Range, Shape, Structure, TimeFormat};
use crate::{Access, IamAction, Operation, OperationType, Protocol, Service, UnservedOperation};

/// The service.
pub static SERVICE: Service = Service {
    id: "logs",
    sdk_id: "cloudwatchlogs",
    signing_name: "logs",
    endpoint_prefix: "logs",
    protocol: Protocol::Json11,
    protocols: &[Protocol::Json11],
    query_compatible: false,
    error_names: &[],
    api_version: "2014-03-28",
    target_prefix: "Logs_20140328",
    xml_namespace: "",
    global: false,
};

/// The served operations.
pub static OPERATIONS: [Operation; 15] = [
    Operation {
        service: &SERVICE,
        name: "CreateLogGroup",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateLogGroupRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("logs:CreateLogGroup"),
        resources: "arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateLogStream",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateLogStreamRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("logs:CreateLogStream"),
        resources: "arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteLogGroup",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteLogGroupRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("logs:DeleteLogGroup"),
        resources: "arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteLogStream",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteLogStreamRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("logs:DeleteLogStream"),
        resources: "arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteRetentionPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteRetentionPolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("logs:DeleteRetentionPolicy"),
        resources: "arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeLogGroups",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeLogGroupsRequest),
        input_root: None,
        output: Some(&schemas::DescribeLogGroupsResponse),
        action: IamAction::Named("logs:DescribeLogGroups"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeLogStreams",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeLogStreamsRequest),
        input_root: None,
        output: Some(&schemas::DescribeLogStreamsResponse),
        action: IamAction::Named("logs:DescribeLogStreams"),
        resources: "arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "FilterLogEvents",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::FilterLogEventsRequest),
        input_root: None,
        output: Some(&schemas::FilterLogEventsResponse),
        action: IamAction::Named("logs:FilterLogEvents"),
        resources: "arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetLogEvents",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetLogEventsRequest),
        input_root: None,
        output: Some(&schemas::GetLogEventsResponse),
        action: IamAction::Named("logs:GetLogEvents"),
        resources: "arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}",
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
        action: IamAction::Named("logs:ListTagsForResource"),
        resources: "{resourceArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListTagsLogGroup",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListTagsLogGroupRequest),
        input_root: None,
        output: Some(&schemas::ListTagsLogGroupResponse),
        action: IamAction::Named("logs:ListTagsLogGroup"),
        resources: "arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutLogEvents",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PutLogEventsRequest),
        input_root: None,
        output: Some(&schemas::PutLogEventsResponse),
        action: IamAction::Named("logs:PutLogEvents"),
        resources: "arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutRetentionPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PutRetentionPolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("logs:PutRetentionPolicy"),
        resources: "arn:{partition}:logs:{region}:{account}:log-group:{logGroupName}",
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
        output: None,
        action: IamAction::Named("logs:TagResource"),
        resources: "{resourceArn}",
        also: &[],
        access: Access::Write,
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
        output: None,
        action: IamAction::Named("logs:UntagResource"),
        resources: "{resourceArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
];

/// The served operations as types.
pub mod ops {
    use super::{Operation, OperationType};
    /// `CreateLogGroup`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateLogGroup;
    impl OperationType for CreateLogGroup {
        type Input = super::CreateLogGroupRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[0];
    }

    /// `CreateLogStream`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateLogStream;
    impl OperationType for CreateLogStream {
        type Input = super::CreateLogStreamRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[1];
    }

    /// `DeleteLogGroup`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteLogGroup;
    impl OperationType for DeleteLogGroup {
        type Input = super::DeleteLogGroupRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[2];
    }

    /// `DeleteLogStream`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteLogStream;
    impl OperationType for DeleteLogStream {
        type Input = super::DeleteLogStreamRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[3];
    }

    /// `DeleteRetentionPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteRetentionPolicy;
    impl OperationType for DeleteRetentionPolicy {
        type Input = super::DeleteRetentionPolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[4];
    }

    /// `DescribeLogGroups`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeLogGroups;
    impl OperationType for DescribeLogGroups {
        type Input = super::DescribeLogGroupsRequest;
        type Output = super::DescribeLogGroupsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[5];
    }

    /// `DescribeLogStreams`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeLogStreams;
    impl OperationType for DescribeLogStreams {
        type Input = super::DescribeLogStreamsRequest;
        type Output = super::DescribeLogStreamsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[6];
    }

    /// `FilterLogEvents`
    #[derive(Clone, Copy, Debug)]
    pub struct FilterLogEvents;
    impl OperationType for FilterLogEvents {
        type Input = super::FilterLogEventsRequest;
        type Output = super::FilterLogEventsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[7];
    }

    /// `GetLogEvents`
    #[derive(Clone, Copy, Debug)]
    pub struct GetLogEvents;
    impl OperationType for GetLogEvents {
        type Input = super::GetLogEventsRequest;
        type Output = super::GetLogEventsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[8];
    }

    /// `ListTagsForResource`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTagsForResource;
    impl OperationType for ListTagsForResource {
        type Input = super::ListTagsForResourceRequest;
        type Output = super::ListTagsForResourceResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[9];
    }

    /// `ListTagsLogGroup`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTagsLogGroup;
    impl OperationType for ListTagsLogGroup {
        type Input = super::ListTagsLogGroupRequest;
        type Output = super::ListTagsLogGroupResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[10];
    }

    /// `PutLogEvents`
    #[derive(Clone, Copy, Debug)]
    pub struct PutLogEvents;
    impl OperationType for PutLogEvents {
        type Input = super::PutLogEventsRequest;
        type Output = super::PutLogEventsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[11];
    }

    /// `PutRetentionPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct PutRetentionPolicy;
    impl OperationType for PutRetentionPolicy {
        type Input = super::PutRetentionPolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[12];
    }

    /// `TagResource`
    #[derive(Clone, Copy, Debug)]
    pub struct TagResource;
    impl OperationType for TagResource {
        type Input = super::TagResourceRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[13];
    }

    /// `UntagResource`
    #[derive(Clone, Copy, Debug)]
    pub struct UntagResource;
    impl OperationType for UntagResource {
        type Input = super::UntagResourceRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[14];
    }
}

/// What AWS has here and lirio does not serve.
pub static UNSERVED: &[UnservedOperation] = &[
    UnservedOperation { service: &SERVICE, name: "AssociateKmsKey", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "AssociateSourceToS3TableIntegration",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "CancelExportTask", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CancelImportTask", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateDelivery", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateExportTask", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateImportTask", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateLogAnomalyDetector", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateLookupTable", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateScheduledQuery", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAccountPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteDataProtectionPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteDelivery", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteDeliveryDestination", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteDeliveryDestinationPolicy",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DeleteDeliverySource", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteDestination", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteIndexPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteIntegration", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteLogAnomalyDetector", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteLookupTable", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteMetricFilter", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteQueryDefinition", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteResourcePolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteScheduledQuery", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteSubscriptionFilter", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteSyslogConfiguration", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteTransformer", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeAccountPolicies", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeConfigurationTemplates", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeDeliveries", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeDeliveryDestinations", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeDeliverySources", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeDestinations", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeExportTasks", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeFieldIndexes", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeImportTaskBatches", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeImportTasks", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeIndexPolicies", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeLookupTables", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeMetricFilters", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeQueries", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeQueryDefinitions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeResourcePolicies", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeSubscriptionFilters", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DisassociateKmsKey", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DisassociateSourceFromS3TableIntegration",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "GetDataProtectionPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetDelivery", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetDeliveryDestination", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetDeliveryDestinationPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetDeliverySource", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetIntegration", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetLogAnomalyDetector", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetLogFields", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetLogGroupFields", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetLogObject", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetLogRecord", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetLookupTable", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetQueryResults", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetScheduledQuery", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetScheduledQueryHistory", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetStorageTierPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetTransformer", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAggregateLogGroupSummaries", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAnomalies", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListIntegrations", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListLogAnomalyDetectors", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListLogGroups", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListLogGroupsForQuery", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListScheduledQueries", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "ListSourcesForS3TableIntegration",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "ListSyslogConfigurations", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutAccountPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutBearerTokenAuthentication", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutDataProtectionPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutDeliveryDestination", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutDeliveryDestinationPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutDeliverySource", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutDestination", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutDestinationPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutIndexPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutIntegration", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutLogGroupDeletionProtection", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutMetricFilter", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutQueryDefinition", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutResourcePolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutStorageTierPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutSubscriptionFilter", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutSyslogConfiguration", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutTransformer", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartLiveTail", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartQuery", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopQuery", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "TagLogGroup", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "TestMetricFilter", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "TestTransformer", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UntagLogGroup", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateAnomaly", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateDeliveryConfiguration", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateLogAnomalyDetector", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateLookupTable", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateScheduledQuery", method: "POST", uri: "/" },
];

/// The errors that these operations declare.
pub mod errors {
    /// `DataAlreadyAcceptedException`, status 400
    pub fn data_already_accepted_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("DataAlreadyAcceptedException", 400, message)
    }
    /// `InvalidParameterException`, status 400
    pub fn invalid_parameter_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidParameterException", 400, message)
    }
    /// `InvalidSequenceTokenException`, status 400
    pub fn invalid_sequence_token_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidSequenceTokenException", 400, message)
    }
    /// `LimitExceededException`, status 400
    pub fn limit_exceeded_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("LimitExceededException", 400, message)
    }
    /// `OperationAbortedException`, status 400
    pub fn operation_aborted_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("OperationAbortedException", 400, message)
    }
    /// `ResourceAlreadyExistsException`, status 400
    pub fn resource_already_exists_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceAlreadyExistsException", 400, message)
    }
    /// `ResourceNotFoundException`, status 400
    pub fn resource_not_found_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceNotFoundException", 400, message)
    }
    /// `ServiceUnavailableException`, status 500
    pub fn service_unavailable_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ServiceUnavailableException", 500, message)
    }
    /// `TooManyTagsException`, status 400
    pub fn too_many_tags_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("TooManyTagsException", 400, message)
    }
    /// `UnrecognizedClientException`, status 400
    pub fn unrecognized_client_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("UnrecognizedClientException", 400, message)
    }
    /// `ValidationException`, status 400
    pub fn validation_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ValidationException", 400, message)
    }
}

crate::macros::structures! {
/// `CreateLogGroupRequest`
CreateLogGroupRequest {
log_group_name: ::std::string::String = "logGroupName",
kms_key_id: Option<::std::string::String> = "kmsKeyId",
tags: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "tags",
log_group_class: Option<::std::string::String> = "logGroupClass",
deletion_protection_enabled: Option<bool> = "deletionProtectionEnabled",
}
/// `CreateLogStreamRequest`
CreateLogStreamRequest {
log_group_name: ::std::string::String = "logGroupName",
log_stream_name: ::std::string::String = "logStreamName",
}
/// `DeleteLogGroupRequest`
DeleteLogGroupRequest {
log_group_name: ::std::string::String = "logGroupName",
}
/// `DeleteLogStreamRequest`
DeleteLogStreamRequest {
log_group_name: ::std::string::String = "logGroupName",
log_stream_name: ::std::string::String = "logStreamName",
}
/// `DeleteRetentionPolicyRequest`
DeleteRetentionPolicyRequest {
log_group_name: ::std::string::String = "logGroupName",
}
/// `DescribeLogGroupsRequest`
DescribeLogGroupsRequest {
account_identifiers: Option<Vec<::std::string::String>> = "accountIdentifiers",
log_group_name_prefix: Option<::std::string::String> = "logGroupNamePrefix",
log_group_name_pattern: Option<::std::string::String> = "logGroupNamePattern",
next_token: Option<::std::string::String> = "nextToken",
limit: Option<i64> = "limit",
include_linked_accounts: Option<bool> = "includeLinkedAccounts",
log_group_class: Option<::std::string::String> = "logGroupClass",
log_group_identifiers: Option<Vec<::std::string::String>> = "logGroupIdentifiers",
}
/// `DescribeLogGroupsResponse`
DescribeLogGroupsResponse {
log_groups: Option<Vec<LogGroup>> = "logGroups",
next_token: Option<::std::string::String> = "nextToken",
}
/// `DescribeLogStreamsRequest`
DescribeLogStreamsRequest {
log_group_name: Option<::std::string::String> = "logGroupName",
log_group_identifier: Option<::std::string::String> = "logGroupIdentifier",
log_stream_name_prefix: Option<::std::string::String> = "logStreamNamePrefix",
order_by: Option<::std::string::String> = "orderBy",
descending: Option<bool> = "descending",
next_token: Option<::std::string::String> = "nextToken",
limit: Option<i64> = "limit",
}
/// `DescribeLogStreamsResponse`
DescribeLogStreamsResponse {
log_streams: Option<Vec<LogStream>> = "logStreams",
next_token: Option<::std::string::String> = "nextToken",
}
/// `Entity`
Entity {
key_attributes: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "keyAttributes",
attributes: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "attributes",
}
/// `FilterLogEventsRequest`
FilterLogEventsRequest {
log_group_name: Option<::std::string::String> = "logGroupName",
log_group_identifier: Option<::std::string::String> = "logGroupIdentifier",
log_stream_names: Option<Vec<::std::string::String>> = "logStreamNames",
log_stream_name_prefix: Option<::std::string::String> = "logStreamNamePrefix",
start_time: Option<i64> = "startTime",
end_time: Option<i64> = "endTime",
filter_pattern: Option<::std::string::String> = "filterPattern",
next_token: Option<::std::string::String> = "nextToken",
limit: Option<i64> = "limit",
start_from_head: Option<bool> = "startFromHead",
interleaved: Option<bool> = "interleaved",
unmask: Option<bool> = "unmask",
}
/// `FilterLogEventsResponse`
FilterLogEventsResponse {
events: Option<Vec<FilteredLogEvent>> = "events",
searched_log_streams: Option<Vec<SearchedLogStream>> = "searchedLogStreams",
next_token: Option<::std::string::String> = "nextToken",
}
/// `FilteredLogEvent`
FilteredLogEvent {
log_stream_name: Option<::std::string::String> = "logStreamName",
timestamp: Option<i64> = "timestamp",
message: Option<::std::string::String> = "message",
ingestion_time: Option<i64> = "ingestionTime",
event_id: Option<::std::string::String> = "eventId",
}
/// `GetLogEventsRequest`
GetLogEventsRequest {
log_group_name: Option<::std::string::String> = "logGroupName",
log_group_identifier: Option<::std::string::String> = "logGroupIdentifier",
log_stream_name: ::std::string::String = "logStreamName",
start_time: Option<i64> = "startTime",
end_time: Option<i64> = "endTime",
next_token: Option<::std::string::String> = "nextToken",
limit: Option<i64> = "limit",
start_from_head: Option<bool> = "startFromHead",
unmask: Option<bool> = "unmask",
}
/// `GetLogEventsResponse`
GetLogEventsResponse {
events: Option<Vec<OutputLogEvent>> = "events",
next_forward_token: Option<::std::string::String> = "nextForwardToken",
next_backward_token: Option<::std::string::String> = "nextBackwardToken",
}
/// `InputLogEvent`
InputLogEvent {
timestamp: i64 = "timestamp",
message: ::std::string::String = "message",
}
/// `ListTagsForResourceRequest`
ListTagsForResourceRequest {
resource_arn: ::std::string::String = "resourceArn",
}
/// `ListTagsForResourceResponse`
ListTagsForResourceResponse {
tags: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "tags",
}
/// `ListTagsLogGroupRequest`
ListTagsLogGroupRequest {
log_group_name: ::std::string::String = "logGroupName",
}
/// `ListTagsLogGroupResponse`
ListTagsLogGroupResponse {
tags: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "tags",
}
/// `LogGroup`
LogGroup {
log_group_name: Option<::std::string::String> = "logGroupName",
creation_time: Option<i64> = "creationTime",
retention_in_days: Option<i64> = "retentionInDays",
metric_filter_count: Option<i64> = "metricFilterCount",
arn: Option<::std::string::String> = "arn",
stored_bytes: Option<i64> = "storedBytes",
kms_key_id: Option<::std::string::String> = "kmsKeyId",
data_protection_status: Option<::std::string::String> = "dataProtectionStatus",
inherited_properties: Option<Vec<::std::string::String>> = "inheritedProperties",
log_group_class: Option<::std::string::String> = "logGroupClass",
log_group_arn: Option<::std::string::String> = "logGroupArn",
deletion_protection_enabled: Option<bool> = "deletionProtectionEnabled",
bearer_token_authentication_enabled: Option<bool> = "bearerTokenAuthenticationEnabled",
retention_policy_name: Option<::std::string::String> = "retentionPolicyName",
}
/// `LogStream`
LogStream {
log_stream_name: Option<::std::string::String> = "logStreamName",
creation_time: Option<i64> = "creationTime",
first_event_timestamp: Option<i64> = "firstEventTimestamp",
last_event_timestamp: Option<i64> = "lastEventTimestamp",
last_ingestion_time: Option<i64> = "lastIngestionTime",
upload_sequence_token: Option<::std::string::String> = "uploadSequenceToken",
arn: Option<::std::string::String> = "arn",
stored_bytes: Option<i64> = "storedBytes",
}
/// `OutputLogEvent`
OutputLogEvent {
timestamp: Option<i64> = "timestamp",
message: Option<::std::string::String> = "message",
ingestion_time: Option<i64> = "ingestionTime",
}
/// `PutLogEventsRequest`
PutLogEventsRequest {
log_group_name: ::std::string::String = "logGroupName",
log_stream_name: ::std::string::String = "logStreamName",
log_events: Vec<InputLogEvent> = "logEvents",
sequence_token: Option<::std::string::String> = "sequenceToken",
entity: Option<Entity> = "entity",
}
/// `PutLogEventsResponse`
PutLogEventsResponse {
next_sequence_token: Option<::std::string::String> = "nextSequenceToken",
rejected_log_events_info: Option<RejectedLogEventsInfo> = "rejectedLogEventsInfo",
rejected_entity_info: Option<RejectedEntityInfo> = "rejectedEntityInfo",
}
/// `PutRetentionPolicyRequest`
PutRetentionPolicyRequest {
log_group_name: ::std::string::String = "logGroupName",
retention_in_days: i64 = "retentionInDays",
}
/// `RejectedEntityInfo`
RejectedEntityInfo {
error_type: ::std::string::String = "errorType",
}
/// `RejectedLogEventsInfo`
RejectedLogEventsInfo {
too_new_log_event_start_index: Option<i64> = "tooNewLogEventStartIndex",
too_old_log_event_end_index: Option<i64> = "tooOldLogEventEndIndex",
expired_log_event_end_index: Option<i64> = "expiredLogEventEndIndex",
}
/// `SearchedLogStream`
SearchedLogStream {
log_stream_name: Option<::std::string::String> = "logStreamName",
searched_completely: Option<bool> = "searchedCompletely",
}
/// `TagResourceRequest`
TagResourceRequest {
resource_arn: ::std::string::String = "resourceArn",
tags: ::std::collections::BTreeMap<::std::string::String, ::std::string::String> = "tags",
}
/// `UntagResourceRequest`
UntagResourceRequest {
resource_arn: ::std::string::String = "resourceArn",
tag_keys: Vec<::std::string::String> = "tagKeys",
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
    pub static AccountId: Shape = Shape {
        name: "AccountId",
        kind: Kind::Str { values: &[], pattern: "^\\d{12}$", range: Range::between(12.0, 12.0) },
    };
    pub static AccountIds: Shape = Shape {
        name: "AccountIds",
        kind: Kind::List {
            member: Member::new("member", &AccountId),
            flattened: false,
            range: Range::between(0.0, 20.0),
        },
    };
    pub static AmazonResourceName: Shape = Shape {
        name: "AmazonResourceName",
        kind: Kind::Str { values: &[], pattern: "[\\w+=/:,.@-]*", range: Range::between(1.0, 1011.0) },
    };
    pub static Arn: Shape =
        Shape { name: "Arn", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static BearerTokenAuthenticationEnabled: Shape =
        Shape { name: "BearerTokenAuthenticationEnabled", kind: Kind::Bool };
    pub static CreateLogGroupRequest: Shape = Shape {
        name: "CreateLogGroupRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("logGroupName", &LogGroupName).required(),
                Member::new("kmsKeyId", &KmsKeyId),
                Member::new("tags", &Tags),
                Member::new("logGroupClass", &LogGroupClass),
                Member::new("deletionProtectionEnabled", &DeletionProtectionEnabled),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateLogStreamRequest: Shape = Shape {
        name: "CreateLogStreamRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("logGroupName", &LogGroupName).required(),
                Member::new("logStreamName", &LogStreamName).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DataProtectionStatus: Shape = Shape {
        name: "DataProtectionStatus",
        kind: Kind::Str {
            values: &["ACTIVATED", "DELETED", "ARCHIVED", "DISABLED"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static Days: Shape = Shape { name: "Days", kind: Kind::Int(Range::ANY) };
    pub static DeleteLogGroupRequest: Shape = Shape {
        name: "DeleteLogGroupRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("logGroupName", &LogGroupName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteLogStreamRequest: Shape = Shape {
        name: "DeleteLogStreamRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("logGroupName", &LogGroupName).required(),
                Member::new("logStreamName", &LogStreamName).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteRetentionPolicyRequest: Shape = Shape {
        name: "DeleteRetentionPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("logGroupName", &LogGroupName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeletionProtectionEnabled: Shape =
        Shape { name: "DeletionProtectionEnabled", kind: Kind::Bool };
    pub static Descending: Shape = Shape { name: "Descending", kind: Kind::Bool };
    pub static DescribeLimit: Shape =
        Shape { name: "DescribeLimit", kind: Kind::Int(Range::between(1.0, 50.0)) };
    pub static DescribeLogGroupsLogGroupIdentifiers: Shape = Shape {
        name: "DescribeLogGroupsLogGroupIdentifiers",
        kind: Kind::List {
            member: Member::new("member", &LogGroupIdentifier),
            flattened: false,
            range: Range::between(1.0, 50.0),
        },
    };
    pub static DescribeLogGroupsRequest: Shape = Shape {
        name: "DescribeLogGroupsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("accountIdentifiers", &AccountIds),
                Member::new("logGroupNamePrefix", &LogGroupName),
                Member::new("logGroupNamePattern", &LogGroupNamePattern),
                Member::new("nextToken", &NextToken),
                Member::new("limit", &DescribeLimit),
                Member::new("includeLinkedAccounts", &IncludeLinkedAccounts),
                Member::new("logGroupClass", &LogGroupClass),
                Member::new("logGroupIdentifiers", &DescribeLogGroupsLogGroupIdentifiers),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeLogGroupsResponse: Shape = Shape {
        name: "DescribeLogGroupsResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("logGroups", &LogGroups), Member::new("nextToken", &NextToken)],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeLogStreamsRequest: Shape = Shape {
        name: "DescribeLogStreamsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("logGroupName", &LogGroupName),
                Member::new("logGroupIdentifier", &LogGroupIdentifier),
                Member::new("logStreamNamePrefix", &LogStreamName),
                Member::new("orderBy", &OrderBy),
                Member::new("descending", &Descending),
                Member::new("nextToken", &NextToken),
                Member::new("limit", &DescribeLimit),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeLogStreamsResponse: Shape = Shape {
        name: "DescribeLogStreamsResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("logStreams", &LogStreams), Member::new("nextToken", &NextToken)],
            payload: None,
            union: false,
        }),
    };
    pub static Entity: Shape = Shape {
        name: "Entity",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("keyAttributes", &EntityKeyAttributes),
                Member::new("attributes", &EntityAttributes),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EntityAttributes: Shape = Shape {
        name: "EntityAttributes",
        kind: Kind::Map {
            key: Member::new("key", &EntityAttributesKey),
            value: Member::new("value", &EntityAttributesValue),
            flattened: false,
            range: Range::between(0.0, 10.0),
        },
    };
    pub static EntityAttributesKey: Shape = Shape {
        name: "EntityAttributesKey",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 256.0) },
    };
    pub static EntityAttributesValue: Shape = Shape {
        name: "EntityAttributesValue",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 512.0) },
    };
    pub static EntityKeyAttributes: Shape = Shape {
        name: "EntityKeyAttributes",
        kind: Kind::Map {
            key: Member::new("key", &EntityKeyAttributesKey),
            value: Member::new("value", &EntityKeyAttributesValue),
            flattened: false,
            range: Range::between(2.0, 4.0),
        },
    };
    pub static EntityKeyAttributesKey: Shape = Shape {
        name: "EntityKeyAttributesKey",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 32.0) },
    };
    pub static EntityKeyAttributesValue: Shape = Shape {
        name: "EntityKeyAttributesValue",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 512.0) },
    };
    pub static EntityRejectionErrorType: Shape = Shape {
        name: "EntityRejectionErrorType",
        kind: Kind::Str {
            values: &[
                "InvalidEntity",
                "InvalidTypeValue",
                "InvalidKeyAttributes",
                "InvalidAttributes",
                "EntitySizeTooLarge",
                "UnsupportedLogGroupType",
                "MissingRequiredFields",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static EventId: Shape =
        Shape { name: "EventId", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static EventMessage: Shape =
        Shape { name: "EventMessage", kind: Kind::Str { values: &[], pattern: "", range: Range::min(1.0) } };
    pub static EventsLimit: Shape =
        Shape { name: "EventsLimit", kind: Kind::Int(Range::between(1.0, 10000.0)) };
    pub static FilterCount: Shape = Shape { name: "FilterCount", kind: Kind::Int(Range::ANY) };
    pub static FilterLogEventsRequest: Shape = Shape {
        name: "FilterLogEventsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("logGroupName", &LogGroupName),
                Member::new("logGroupIdentifier", &LogGroupIdentifier),
                Member::new("logStreamNames", &InputLogStreamNames),
                Member::new("logStreamNamePrefix", &LogStreamName),
                Member::new("startTime", &Timestamp),
                Member::new("endTime", &Timestamp),
                Member::new("filterPattern", &FilterPattern),
                Member::new("nextToken", &NextToken),
                Member::new("limit", &EventsLimit),
                Member::new("startFromHead", &StartFromHead),
                Member::new("interleaved", &Interleaved),
                Member::new("unmask", &Unmask),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FilterLogEventsResponse: Shape = Shape {
        name: "FilterLogEventsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("events", &FilteredLogEvents),
                Member::new("searchedLogStreams", &SearchedLogStreams),
                Member::new("nextToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FilterPattern: Shape = Shape {
        name: "FilterPattern",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 1024.0) },
    };
    pub static FilteredLogEvent: Shape = Shape {
        name: "FilteredLogEvent",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("logStreamName", &LogStreamName),
                Member::new("timestamp", &Timestamp),
                Member::new("message", &EventMessage),
                Member::new("ingestionTime", &Timestamp),
                Member::new("eventId", &EventId),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FilteredLogEvents: Shape = Shape {
        name: "FilteredLogEvents",
        kind: Kind::List {
            member: Member::new("member", &FilteredLogEvent),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static GetLogEventsRequest: Shape = Shape {
        name: "GetLogEventsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("logGroupName", &LogGroupName),
                Member::new("logGroupIdentifier", &LogGroupIdentifier),
                Member::new("logStreamName", &LogStreamName).required(),
                Member::new("startTime", &Timestamp),
                Member::new("endTime", &Timestamp),
                Member::new("nextToken", &NextToken),
                Member::new("limit", &EventsLimit),
                Member::new("startFromHead", &StartFromHead),
                Member::new("unmask", &Unmask),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetLogEventsResponse: Shape = Shape {
        name: "GetLogEventsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("events", &OutputLogEvents),
                Member::new("nextForwardToken", &NextToken),
                Member::new("nextBackwardToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static IncludeLinkedAccounts: Shape = Shape { name: "IncludeLinkedAccounts", kind: Kind::Bool };
    pub static InheritedProperties: Shape = Shape {
        name: "InheritedProperties",
        kind: Kind::List {
            member: Member::new("member", &InheritedProperty),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static InheritedProperty: Shape = Shape {
        name: "InheritedProperty",
        kind: Kind::Str { values: &["ACCOUNT_DATA_PROTECTION"], pattern: "", range: Range::ANY },
    };
    pub static InputLogEvent: Shape = Shape {
        name: "InputLogEvent",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("timestamp", &Timestamp).required(),
                Member::new("message", &EventMessage).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static InputLogEvents: Shape = Shape {
        name: "InputLogEvents",
        kind: Kind::List {
            member: Member::new("member", &InputLogEvent),
            flattened: false,
            range: Range::between(1.0, 10000.0),
        },
    };
    pub static InputLogStreamNames: Shape = Shape {
        name: "InputLogStreamNames",
        kind: Kind::List {
            member: Member::new("member", &LogStreamName),
            flattened: false,
            range: Range::between(1.0, 100.0),
        },
    };
    pub static Interleaved: Shape = Shape { name: "Interleaved", kind: Kind::Bool };
    pub static KmsKeyId: Shape =
        Shape { name: "KmsKeyId", kind: Kind::Str { values: &[], pattern: "", range: Range::max(256.0) } };
    pub static ListTagsForResourceRequest: Shape = Shape {
        name: "ListTagsForResourceRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("resourceArn", &AmazonResourceName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsForResourceResponse: Shape = Shape {
        name: "ListTagsForResourceResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("tags", &Tags)],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsLogGroupRequest: Shape = Shape {
        name: "ListTagsLogGroupRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("logGroupName", &LogGroupName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsLogGroupResponse: Shape = Shape {
        name: "ListTagsLogGroupResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("tags", &Tags)],
            payload: None,
            union: false,
        }),
    };
    pub static LogEventIndex: Shape = Shape { name: "LogEventIndex", kind: Kind::Int(Range::ANY) };
    pub static LogGroup: Shape = Shape {
        name: "LogGroup",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("logGroupName", &LogGroupName),
                Member::new("creationTime", &Timestamp),
                Member::new("retentionInDays", &Days),
                Member::new("metricFilterCount", &FilterCount),
                Member::new("arn", &Arn),
                Member::new("storedBytes", &StoredBytes),
                Member::new("kmsKeyId", &KmsKeyId),
                Member::new("dataProtectionStatus", &DataProtectionStatus),
                Member::new("inheritedProperties", &InheritedProperties),
                Member::new("logGroupClass", &LogGroupClass),
                Member::new("logGroupArn", &Arn),
                Member::new("deletionProtectionEnabled", &DeletionProtectionEnabled),
                Member::new("bearerTokenAuthenticationEnabled", &BearerTokenAuthenticationEnabled),
                Member::new("retentionPolicyName", &PolicyName),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LogGroupClass: Shape = Shape {
        name: "LogGroupClass",
        kind: Kind::Str {
            values: &["STANDARD", "INFREQUENT_ACCESS", "DELIVERY", "ESSENTIALS"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static LogGroupIdentifier: Shape = Shape {
        name: "LogGroupIdentifier",
        kind: Kind::Str { values: &[], pattern: "[\\w#+=/:,.@-]*", range: Range::between(1.0, 2048.0) },
    };
    pub static LogGroupName: Shape = Shape {
        name: "LogGroupName",
        kind: Kind::Str { values: &[], pattern: "[\\.\\-_/#A-Za-z0-9]+", range: Range::between(1.0, 512.0) },
    };
    pub static LogGroupNamePattern: Shape = Shape {
        name: "LogGroupNamePattern",
        kind: Kind::Str { values: &[], pattern: "[\\.\\-_/#A-Za-z0-9]*", range: Range::between(0.0, 512.0) },
    };
    pub static LogGroups: Shape = Shape {
        name: "LogGroups",
        kind: Kind::List { member: Member::new("member", &LogGroup), flattened: false, range: Range::ANY },
    };
    pub static LogStream: Shape = Shape {
        name: "LogStream",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("logStreamName", &LogStreamName),
                Member::new("creationTime", &Timestamp),
                Member::new("firstEventTimestamp", &Timestamp),
                Member::new("lastEventTimestamp", &Timestamp),
                Member::new("lastIngestionTime", &Timestamp),
                Member::new("uploadSequenceToken", &SequenceToken),
                Member::new("arn", &Arn),
                Member::new("storedBytes", &StoredBytes),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LogStreamName: Shape = Shape {
        name: "LogStreamName",
        kind: Kind::Str { values: &[], pattern: "[^:*]*", range: Range::between(1.0, 512.0) },
    };
    pub static LogStreamSearchedCompletely: Shape =
        Shape { name: "LogStreamSearchedCompletely", kind: Kind::Bool };
    pub static LogStreams: Shape = Shape {
        name: "LogStreams",
        kind: Kind::List { member: Member::new("member", &LogStream), flattened: false, range: Range::ANY },
    };
    pub static NextToken: Shape =
        Shape { name: "NextToken", kind: Kind::Str { values: &[], pattern: "", range: Range::min(1.0) } };
    pub static OrderBy: Shape = Shape {
        name: "OrderBy",
        kind: Kind::Str { values: &["LogStreamName", "LastEventTime"], pattern: "", range: Range::ANY },
    };
    pub static OutputLogEvent: Shape = Shape {
        name: "OutputLogEvent",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("timestamp", &Timestamp),
                Member::new("message", &EventMessage),
                Member::new("ingestionTime", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static OutputLogEvents: Shape = Shape {
        name: "OutputLogEvents",
        kind: Kind::List {
            member: Member::new("member", &OutputLogEvent),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static PolicyName: Shape =
        Shape { name: "PolicyName", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static PutLogEventsRequest: Shape = Shape {
        name: "PutLogEventsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("logGroupName", &LogGroupName).required(),
                Member::new("logStreamName", &LogStreamName).required(),
                Member::new("logEvents", &InputLogEvents).required(),
                Member::new("sequenceToken", &SequenceToken),
                Member::new("entity", &Entity),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutLogEventsResponse: Shape = Shape {
        name: "PutLogEventsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("nextSequenceToken", &SequenceToken),
                Member::new("rejectedLogEventsInfo", &RejectedLogEventsInfo),
                Member::new("rejectedEntityInfo", &RejectedEntityInfo),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutRetentionPolicyRequest: Shape = Shape {
        name: "PutRetentionPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("logGroupName", &LogGroupName).required(),
                Member::new("retentionInDays", &Days).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RejectedEntityInfo: Shape = Shape {
        name: "RejectedEntityInfo",
        kind: Kind::Structure(Structure {
            members: &[Member::new("errorType", &EntityRejectionErrorType).required()],
            payload: None,
            union: false,
        }),
    };
    pub static RejectedLogEventsInfo: Shape = Shape {
        name: "RejectedLogEventsInfo",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("tooNewLogEventStartIndex", &LogEventIndex),
                Member::new("tooOldLogEventEndIndex", &LogEventIndex),
                Member::new("expiredLogEventEndIndex", &LogEventIndex),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SearchedLogStream: Shape = Shape {
        name: "SearchedLogStream",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("logStreamName", &LogStreamName),
                Member::new("searchedCompletely", &LogStreamSearchedCompletely),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SearchedLogStreams: Shape = Shape {
        name: "SearchedLogStreams",
        kind: Kind::List {
            member: Member::new("member", &SearchedLogStream),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static SequenceToken: Shape =
        Shape { name: "SequenceToken", kind: Kind::Str { values: &[], pattern: "", range: Range::min(1.0) } };
    pub static StartFromHead: Shape = Shape { name: "StartFromHead", kind: Kind::Bool };
    pub static StoredBytes: Shape = Shape { name: "StoredBytes", kind: Kind::Int(Range::min(0.0)) };
    pub static TagKey: Shape = Shape {
        name: "TagKey",
        kind: Kind::Str {
            values: &[],
            pattern: "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$",
            range: Range::between(1.0, 128.0),
        },
    };
    pub static TagKeyList: Shape = Shape {
        name: "TagKeyList",
        kind: Kind::List {
            member: Member::new("member", &TagKey),
            flattened: false,
            range: Range::between(0.0, 50.0),
        },
    };
    pub static TagResourceRequest: Shape = Shape {
        name: "TagResourceRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("resourceArn", &AmazonResourceName).required(),
                Member::new("tags", &Tags).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TagValue: Shape = Shape {
        name: "TagValue",
        kind: Kind::Str {
            values: &[],
            pattern: "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$",
            range: Range::max(256.0),
        },
    };
    pub static Tags: Shape = Shape {
        name: "Tags",
        kind: Kind::Map {
            key: Member::new("key", &TagKey),
            value: Member::new("value", &TagValue),
            flattened: false,
            range: Range::between(1.0, 50.0),
        },
    };
    pub static Timestamp: Shape = Shape { name: "Timestamp", kind: Kind::Int(Range::min(0.0)) };
    pub static Unmask: Shape = Shape { name: "Unmask", kind: Kind::Bool };
    pub static UntagResourceRequest: Shape = Shape {
        name: "UntagResourceRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("resourceArn", &AmazonResourceName).required(),
                Member::new("tagKeys", &TagKeyList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
}
