// Written by `cargo xtask codegen` from AWS's service models; do not edit.
//! The shapes and operations of `cloudwatch`.

#[allow(unused_imports, reason = "not every service needs each")]
use crate::schema::{Kind, Location, Member, Range, Shape, Structure, TimeFormat};
use crate::{Access, IamAction, Operation, OperationType, Protocol, Service, UnservedOperation};

/// The service.
pub static SERVICE: Service = Service {
    id: "cloudwatch",
    sdk_id: "cloudwatch",
    signing_name: "monitoring",
    endpoint_prefix: "monitoring",
    protocol: Protocol::Cbor,
    protocols: &[Protocol::Cbor, Protocol::Json10, Protocol::Query],
    query_compatible: true,
    error_names: &[
        ("InternalServiceError", "InternalServiceFault"),
        ("InvalidFormat", "InvalidFormatFault"),
        ("InvalidParameterCombination", "InvalidParameterCombinationException"),
        ("InvalidParameterValue", "InvalidParameterValueException"),
        ("LimitExceeded", "LimitExceededFault"),
        ("MissingParameter", "MissingRequiredParameterException"),
    ],
    api_version: "2010-08-01",
    target_prefix: "GraniteServiceVersion20100801",
    xml_namespace: "http://monitoring.amazonaws.com/doc/2010-08-01/",
    global: false,
};

/// The served operations.
pub static OPERATIONS: [Operation; 16] = [
    Operation {
        service: &SERVICE,
        name: "DeleteAlarms",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteAlarmsInput),
        input_root: None,
        output: None,
        action: IamAction::Named("cloudwatch:DeleteAlarms"),
        resources: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{AlarmNames.*}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeAlarmHistory",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeAlarmHistoryInput),
        input_root: None,
        output: Some(&schemas::DescribeAlarmHistoryOutput),
        action: IamAction::Named("cloudwatch:DescribeAlarmHistory"),
        resources: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{AlarmName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeAlarms",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeAlarmsInput),
        input_root: None,
        output: Some(&schemas::DescribeAlarmsOutput),
        action: IamAction::Named("cloudwatch:DescribeAlarms"),
        resources: "arn:{partition}:cloudwatch:{region}:{account}:alarm:*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeAlarmsForMetric",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeAlarmsForMetricInput),
        input_root: None,
        output: Some(&schemas::DescribeAlarmsForMetricOutput),
        action: IamAction::Named("cloudwatch:DescribeAlarmsForMetric"),
        resources: "arn:{partition}:cloudwatch:{region}:{account}:alarm:*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DisableAlarmActions",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DisableAlarmActionsInput),
        input_root: None,
        output: None,
        action: IamAction::Named("cloudwatch:DisableAlarmActions"),
        resources: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{AlarmNames.*}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "EnableAlarmActions",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::EnableAlarmActionsInput),
        input_root: None,
        output: None,
        action: IamAction::Named("cloudwatch:EnableAlarmActions"),
        resources: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{AlarmNames.*}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetMetricData",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetMetricDataInput),
        input_root: None,
        output: Some(&schemas::GetMetricDataOutput),
        action: IamAction::Named("cloudwatch:GetMetricData"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "GetMetricStatistics",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetMetricStatisticsInput),
        input_root: None,
        output: Some(&schemas::GetMetricStatisticsOutput),
        action: IamAction::Named("cloudwatch:GetMetricStatistics"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "ListMetrics",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListMetricsInput),
        input_root: None,
        output: Some(&schemas::ListMetricsOutput),
        action: IamAction::Named("cloudwatch:ListMetrics"),
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
        action: IamAction::Named("cloudwatch:ListTagsForResource"),
        resources: "{ResourceARN}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutCompositeAlarm",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PutCompositeAlarmInput),
        input_root: None,
        output: None,
        action: IamAction::Named("cloudwatch:PutCompositeAlarm"),
        resources: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{AlarmName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutMetricAlarm",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PutMetricAlarmInput),
        input_root: None,
        output: None,
        action: IamAction::Named("cloudwatch:PutMetricAlarm"),
        resources: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{AlarmName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutMetricData",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PutMetricDataInput),
        input_root: None,
        output: None,
        action: IamAction::Named("cloudwatch:PutMetricData"),
        resources: "*",
        also: &[],
        access: Access::Write,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "SetAlarmState",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::SetAlarmStateInput),
        input_root: None,
        output: None,
        action: IamAction::Named("cloudwatch:SetAlarmState"),
        resources: "arn:{partition}:cloudwatch:{region}:{account}:alarm:{AlarmName}",
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
        action: IamAction::Named("cloudwatch:TagResource"),
        resources: "{ResourceARN}",
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
        input: Some(&schemas::UntagResourceInput),
        input_root: None,
        output: Some(&schemas::UntagResourceOutput),
        action: IamAction::Named("cloudwatch:UntagResource"),
        resources: "{ResourceARN}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
];

/// The served operations as types.
pub mod ops {
    use super::{Operation, OperationType};
    /// `DeleteAlarms`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteAlarms;
    impl OperationType for DeleteAlarms {
        type Input = super::DeleteAlarmsInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[0];
    }

    /// `DescribeAlarmHistory`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeAlarmHistory;
    impl OperationType for DescribeAlarmHistory {
        type Input = super::DescribeAlarmHistoryInput;
        type Output = super::DescribeAlarmHistoryOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[1];
    }

    /// `DescribeAlarms`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeAlarms;
    impl OperationType for DescribeAlarms {
        type Input = super::DescribeAlarmsInput;
        type Output = super::DescribeAlarmsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[2];
    }

    /// `DescribeAlarmsForMetric`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeAlarmsForMetric;
    impl OperationType for DescribeAlarmsForMetric {
        type Input = super::DescribeAlarmsForMetricInput;
        type Output = super::DescribeAlarmsForMetricOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[3];
    }

    /// `DisableAlarmActions`
    #[derive(Clone, Copy, Debug)]
    pub struct DisableAlarmActions;
    impl OperationType for DisableAlarmActions {
        type Input = super::DisableAlarmActionsInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[4];
    }

    /// `EnableAlarmActions`
    #[derive(Clone, Copy, Debug)]
    pub struct EnableAlarmActions;
    impl OperationType for EnableAlarmActions {
        type Input = super::EnableAlarmActionsInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[5];
    }

    /// `GetMetricData`
    #[derive(Clone, Copy, Debug)]
    pub struct GetMetricData;
    impl OperationType for GetMetricData {
        type Input = super::GetMetricDataInput;
        type Output = super::GetMetricDataOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[6];
    }

    /// `GetMetricStatistics`
    #[derive(Clone, Copy, Debug)]
    pub struct GetMetricStatistics;
    impl OperationType for GetMetricStatistics {
        type Input = super::GetMetricStatisticsInput;
        type Output = super::GetMetricStatisticsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[7];
    }

    /// `ListMetrics`
    #[derive(Clone, Copy, Debug)]
    pub struct ListMetrics;
    impl OperationType for ListMetrics {
        type Input = super::ListMetricsInput;
        type Output = super::ListMetricsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[8];
    }

    /// `ListTagsForResource`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTagsForResource;
    impl OperationType for ListTagsForResource {
        type Input = super::ListTagsForResourceInput;
        type Output = super::ListTagsForResourceOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[9];
    }

    /// `PutCompositeAlarm`
    #[derive(Clone, Copy, Debug)]
    pub struct PutCompositeAlarm;
    impl OperationType for PutCompositeAlarm {
        type Input = super::PutCompositeAlarmInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[10];
    }

    /// `PutMetricAlarm`
    #[derive(Clone, Copy, Debug)]
    pub struct PutMetricAlarm;
    impl OperationType for PutMetricAlarm {
        type Input = super::PutMetricAlarmInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[11];
    }

    /// `PutMetricData`
    #[derive(Clone, Copy, Debug)]
    pub struct PutMetricData;
    impl OperationType for PutMetricData {
        type Input = super::PutMetricDataInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[12];
    }

    /// `SetAlarmState`
    #[derive(Clone, Copy, Debug)]
    pub struct SetAlarmState;
    impl OperationType for SetAlarmState {
        type Input = super::SetAlarmStateInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[13];
    }

    /// `TagResource`
    #[derive(Clone, Copy, Debug)]
    pub struct TagResource;
    impl OperationType for TagResource {
        type Input = super::TagResourceInput;
        type Output = super::TagResourceOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[14];
    }

    /// `UntagResource`
    #[derive(Clone, Copy, Debug)]
    pub struct UntagResource;
    impl OperationType for UntagResource {
        type Input = super::UntagResourceInput;
        type Output = super::UntagResourceOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[15];
    }
}

/// What AWS has here and lirio does not serve.
pub static UNSERVED: &[UnservedOperation] = &[
    UnservedOperation { service: &SERVICE, name: "AssociateDatasetKmsKey", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "CreateResourceMetricsConfiguration",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DeleteAlarmMuteRule", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAnomalyDetector", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteDashboards", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteInsightRules", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteMetricDataQueryDefinition",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DeleteMetricStream", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteResourceMetricsConfiguration",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DescribeAlarmContributors", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeAnomalyDetectors", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeInsightRules", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DisableInsightRules", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DisassociateDatasetKmsKey", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "EnableInsightRules", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetAlarmMuteRule", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetDashboard", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetDataset", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetInsightRuleReport", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetMetricDataQueryDefinition", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetMetricStream", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetMetricWidgetImage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetOTelEnrichment", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "GetResourceMetricsConfiguration",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "ListAlarmMuteRules", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListDashboards", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListManagedInsightRules", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListMetricDataQueryDefinitions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListMetricStreams", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutAlarmMuteRule", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutAnomalyDetector", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutDashboard", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutInsightRule", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutLogAlarm", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutManagedInsightRules", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutMetricDataQueryDefinition", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutMetricStream", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartMetricStreams", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartOTelEnrichment", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopMetricStreams", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopOTelEnrichment", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateOTelEnrichment", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateResourceMetricsConfiguration",
        method: "POST",
        uri: "/",
    },
];

/// The errors that these operations declare.
pub mod errors {
    /// `ConcurrentModificationException`, status 429
    pub fn concurrent_modification_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ConcurrentModificationException", 429, message)
    }
    /// `ConflictException`, status 409
    pub fn conflict_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ConflictException", 409, message)
    }
    /// `InternalServiceError`, status 500
    pub fn internal_service_fault(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InternalServiceError", 500, message)
    }
    /// `InvalidFormat`, status 400
    pub fn invalid_format_fault(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidFormat", 400, message)
    }
    /// `InvalidNextToken`, status 400
    pub fn invalid_next_token(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidNextToken", 400, message)
    }
    /// `InvalidParameterCombination`, status 400
    pub fn invalid_parameter_combination_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidParameterCombination", 400, message)
    }
    /// `InvalidParameterValue`, status 400
    pub fn invalid_parameter_value_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidParameterValue", 400, message)
    }
    /// `LimitExceeded`, status 400
    pub fn limit_exceeded_fault(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("LimitExceeded", 400, message)
    }
    /// `MissingParameter`, status 400
    pub fn missing_required_parameter_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("MissingParameter", 400, message)
    }
    /// `ResourceConflict`, status 409
    pub fn resource_conflict(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceConflict", 409, message)
    }
    /// `ResourceNotFound`, status 404
    pub fn resource_not_found(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceNotFound", 404, message)
    }
    /// `ResourceNotFoundException`, status 404
    pub fn resource_not_found_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceNotFoundException", 404, message)
    }
}

crate::macros::structures! {
/// `ActionConfiguration`
ActionConfiguration {
alarm_tags_propagation: Option<AlarmTagsPropagation> = "AlarmTagsPropagation",
}
/// `AlarmHistoryItem`
AlarmHistoryItem {
alarm_name: Option<::std::string::String> = "AlarmName",
alarm_contributor_id: Option<::std::string::String> = "AlarmContributorId",
alarm_type: Option<::std::string::String> = "AlarmType",
timestamp: Option<crate::Timestamp> = "Timestamp",
history_item_type: Option<::std::string::String> = "HistoryItemType",
history_summary: Option<::std::string::String> = "HistorySummary",
history_data: Option<::std::string::String> = "HistoryData",
alarm_contributor_attributes: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "AlarmContributorAttributes",
}
/// `AlarmPromQLCriteria`
AlarmPromQLCriteria {
query: ::std::string::String = "Query",
pending_period: Option<i64> = "PendingPeriod",
recovery_period: Option<i64> = "RecoveryPeriod",
}
/// `AlarmTagsPropagation`
AlarmTagsPropagation {
enabled: bool = "Enabled",
included_tag_keys: Option<Vec<::std::string::String>> = "IncludedTagKeys",
excluded_tag_keys: Option<Vec<::std::string::String>> = "ExcludedTagKeys",
}
/// `CompositeAlarm`
CompositeAlarm {
actions_enabled: Option<bool> = "ActionsEnabled",
alarm_actions: Option<Vec<::std::string::String>> = "AlarmActions",
alarm_arn: Option<::std::string::String> = "AlarmArn",
alarm_configuration_updated_timestamp: Option<crate::Timestamp> = "AlarmConfigurationUpdatedTimestamp",
alarm_description: Option<::std::string::String> = "AlarmDescription",
alarm_name: Option<::std::string::String> = "AlarmName",
alarm_rule: Option<::std::string::String> = "AlarmRule",
insufficient_data_actions: Option<Vec<::std::string::String>> = "InsufficientDataActions",
ok_actions: Option<Vec<::std::string::String>> = "OKActions",
state_reason: Option<::std::string::String> = "StateReason",
state_reason_data: Option<::std::string::String> = "StateReasonData",
state_updated_timestamp: Option<crate::Timestamp> = "StateUpdatedTimestamp",
state_value: Option<::std::string::String> = "StateValue",
state_transitioned_timestamp: Option<crate::Timestamp> = "StateTransitionedTimestamp",
actions_suppressed_by: Option<::std::string::String> = "ActionsSuppressedBy",
actions_suppressed_reason: Option<::std::string::String> = "ActionsSuppressedReason",
actions_suppressor: Option<::std::string::String> = "ActionsSuppressor",
actions_suppressor_wait_period: Option<i64> = "ActionsSuppressorWaitPeriod",
actions_suppressor_extension_period: Option<i64> = "ActionsSuppressorExtensionPeriod",
action_configuration: Option<ActionConfiguration> = "ActionConfiguration",
}
/// `Datapoint`
Datapoint {
timestamp: Option<crate::Timestamp> = "Timestamp",
sample_count: Option<f64> = "SampleCount",
average: Option<f64> = "Average",
sum: Option<f64> = "Sum",
minimum: Option<f64> = "Minimum",
maximum: Option<f64> = "Maximum",
unit: Option<::std::string::String> = "Unit",
extended_statistics: Option<::std::collections::BTreeMap<::std::string::String, f64>> = "ExtendedStatistics",
}
/// `DeleteAlarmsInput`
DeleteAlarmsInput {
alarm_names: Vec<::std::string::String> = "AlarmNames",
}
/// `DescribeAlarmHistoryInput`
DescribeAlarmHistoryInput {
alarm_name: Option<::std::string::String> = "AlarmName",
alarm_contributor_id: Option<::std::string::String> = "AlarmContributorId",
alarm_types: Option<Vec<::std::string::String>> = "AlarmTypes",
history_item_type: Option<::std::string::String> = "HistoryItemType",
start_date: Option<crate::Timestamp> = "StartDate",
end_date: Option<crate::Timestamp> = "EndDate",
max_records: Option<i64> = "MaxRecords",
next_token: Option<::std::string::String> = "NextToken",
scan_by: Option<::std::string::String> = "ScanBy",
}
/// `DescribeAlarmHistoryOutput`
DescribeAlarmHistoryOutput {
alarm_history_items: Option<Vec<AlarmHistoryItem>> = "AlarmHistoryItems",
next_token: Option<::std::string::String> = "NextToken",
}
/// `DescribeAlarmsForMetricInput`
DescribeAlarmsForMetricInput {
metric_name: ::std::string::String = "MetricName",
namespace: ::std::string::String = "Namespace",
statistic: Option<::std::string::String> = "Statistic",
extended_statistic: Option<::std::string::String> = "ExtendedStatistic",
dimensions: Option<Vec<Dimension>> = "Dimensions",
period: Option<i64> = "Period",
unit: Option<::std::string::String> = "Unit",
}
/// `DescribeAlarmsForMetricOutput`
DescribeAlarmsForMetricOutput {
metric_alarms: Option<Vec<MetricAlarm>> = "MetricAlarms",
}
/// `DescribeAlarmsInput`
DescribeAlarmsInput {
alarm_names: Option<Vec<::std::string::String>> = "AlarmNames",
alarm_name_prefix: Option<::std::string::String> = "AlarmNamePrefix",
alarm_types: Option<Vec<::std::string::String>> = "AlarmTypes",
children_of_alarm_name: Option<::std::string::String> = "ChildrenOfAlarmName",
parents_of_alarm_name: Option<::std::string::String> = "ParentsOfAlarmName",
state_value: Option<::std::string::String> = "StateValue",
action_prefix: Option<::std::string::String> = "ActionPrefix",
max_records: Option<i64> = "MaxRecords",
next_token: Option<::std::string::String> = "NextToken",
}
/// `DescribeAlarmsOutput`
DescribeAlarmsOutput {
composite_alarms: Option<Vec<CompositeAlarm>> = "CompositeAlarms",
metric_alarms: Option<Vec<MetricAlarm>> = "MetricAlarms",
log_alarms: Option<Vec<LogAlarm>> = "LogAlarms",
next_token: Option<::std::string::String> = "NextToken",
}
/// `Dimension`
Dimension {
name: ::std::string::String = "Name",
value: ::std::string::String = "Value",
}
/// `DimensionFilter`
DimensionFilter {
name: ::std::string::String = "Name",
value: Option<::std::string::String> = "Value",
}
/// `DisableAlarmActionsInput`
DisableAlarmActionsInput {
alarm_names: Vec<::std::string::String> = "AlarmNames",
}
/// `EnableAlarmActionsInput`
EnableAlarmActionsInput {
alarm_names: Vec<::std::string::String> = "AlarmNames",
}
/// `Entity`
Entity {
key_attributes: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "KeyAttributes",
attributes: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Attributes",
}
/// `EntityMetricData`
EntityMetricData {
entity: Option<Entity> = "Entity",
metric_data: Option<Vec<MetricDatum>> = "MetricData",
}
/// `EvaluationCriteria`
EvaluationCriteria {
prom_ql_criteria: Option<AlarmPromQLCriteria> = "PromQLCriteria",
}
/// `EvaluationWindow`
EvaluationWindow {
wall_clock_window: Option<WallClockWindow> = "WallClockWindow",
sliding_window: Option<SlidingWindow> = "SlidingWindow",
}
/// `GetMetricDataInput`
GetMetricDataInput {
metric_data_queries: Vec<MetricDataQuery> = "MetricDataQueries",
start_time: crate::Timestamp = "StartTime",
end_time: crate::Timestamp = "EndTime",
next_token: Option<::std::string::String> = "NextToken",
scan_by: Option<::std::string::String> = "ScanBy",
max_datapoints: Option<i64> = "MaxDatapoints",
label_options: Option<LabelOptions> = "LabelOptions",
}
/// `GetMetricDataOutput`
GetMetricDataOutput {
metric_data_results: Option<Vec<MetricDataResult>> = "MetricDataResults",
next_token: Option<::std::string::String> = "NextToken",
messages: Option<Vec<MessageData>> = "Messages",
}
/// `GetMetricStatisticsInput`
GetMetricStatisticsInput {
namespace: ::std::string::String = "Namespace",
metric_name: ::std::string::String = "MetricName",
dimensions: Option<Vec<Dimension>> = "Dimensions",
start_time: crate::Timestamp = "StartTime",
end_time: crate::Timestamp = "EndTime",
period: i64 = "Period",
statistics: Option<Vec<::std::string::String>> = "Statistics",
extended_statistics: Option<Vec<::std::string::String>> = "ExtendedStatistics",
unit: Option<::std::string::String> = "Unit",
}
/// `GetMetricStatisticsOutput`
GetMetricStatisticsOutput {
label: Option<::std::string::String> = "Label",
datapoints: Option<Vec<Datapoint>> = "Datapoints",
}
/// `LabelOptions`
LabelOptions {
timezone: Option<::std::string::String> = "Timezone",
}
/// `ListMetricsInput`
ListMetricsInput {
namespace: Option<::std::string::String> = "Namespace",
metric_name: Option<::std::string::String> = "MetricName",
dimensions: Option<Vec<DimensionFilter>> = "Dimensions",
next_token: Option<::std::string::String> = "NextToken",
recently_active: Option<::std::string::String> = "RecentlyActive",
include_linked_accounts: Option<bool> = "IncludeLinkedAccounts",
owning_account: Option<::std::string::String> = "OwningAccount",
}
/// `ListMetricsOutput`
ListMetricsOutput {
metrics: Option<Vec<Metric>> = "Metrics",
next_token: Option<::std::string::String> = "NextToken",
owning_accounts: Option<Vec<::std::string::String>> = "OwningAccounts",
}
/// `ListTagsForResourceInput`
ListTagsForResourceInput {
resource_arn: ::std::string::String = "ResourceARN",
}
/// `ListTagsForResourceOutput`
ListTagsForResourceOutput {
tags: Option<Vec<Tag>> = "Tags",
}
/// `LogAlarm`
LogAlarm {
alarm_name: Option<::std::string::String> = "AlarmName",
alarm_arn: Option<::std::string::String> = "AlarmArn",
alarm_description: Option<::std::string::String> = "AlarmDescription",
alarm_configuration_updated_timestamp: Option<crate::Timestamp> = "AlarmConfigurationUpdatedTimestamp",
actions_enabled: Option<bool> = "ActionsEnabled",
ok_actions: Option<Vec<::std::string::String>> = "OKActions",
alarm_actions: Option<Vec<::std::string::String>> = "AlarmActions",
insufficient_data_actions: Option<Vec<::std::string::String>> = "InsufficientDataActions",
state_value: Option<::std::string::String> = "StateValue",
state_reason: Option<::std::string::String> = "StateReason",
state_reason_data: Option<::std::string::String> = "StateReasonData",
state_updated_timestamp: Option<crate::Timestamp> = "StateUpdatedTimestamp",
scheduled_query_configuration: Option<ScheduledQueryConfiguration> = "ScheduledQueryConfiguration",
query_results_to_evaluate: Option<i64> = "QueryResultsToEvaluate",
query_results_to_alarm: Option<i64> = "QueryResultsToAlarm",
threshold: Option<f64> = "Threshold",
comparison_operator: Option<::std::string::String> = "ComparisonOperator",
treat_missing_data: Option<::std::string::String> = "TreatMissingData",
state_transitioned_timestamp: Option<crate::Timestamp> = "StateTransitionedTimestamp",
evaluation_state: Option<::std::string::String> = "EvaluationState",
action_log_line_count: Option<i64> = "ActionLogLineCount",
action_log_line_role_arn: Option<::std::string::String> = "ActionLogLineRoleArn",
warm_up_configuration: Option<WarmUpConfiguration> = "WarmUpConfiguration",
action_configuration: Option<ActionConfiguration> = "ActionConfiguration",
}
/// `MessageData`
MessageData {
code: Option<::std::string::String> = "Code",
value: Option<::std::string::String> = "Value",
}
/// `Metric`
Metric {
namespace: Option<::std::string::String> = "Namespace",
metric_name: Option<::std::string::String> = "MetricName",
dimensions: Option<Vec<Dimension>> = "Dimensions",
}
/// `MetricAlarm`
MetricAlarm {
alarm_name: Option<::std::string::String> = "AlarmName",
alarm_arn: Option<::std::string::String> = "AlarmArn",
alarm_description: Option<::std::string::String> = "AlarmDescription",
alarm_configuration_updated_timestamp: Option<crate::Timestamp> = "AlarmConfigurationUpdatedTimestamp",
actions_enabled: Option<bool> = "ActionsEnabled",
ok_actions: Option<Vec<::std::string::String>> = "OKActions",
alarm_actions: Option<Vec<::std::string::String>> = "AlarmActions",
insufficient_data_actions: Option<Vec<::std::string::String>> = "InsufficientDataActions",
state_value: Option<::std::string::String> = "StateValue",
state_reason: Option<::std::string::String> = "StateReason",
state_reason_data: Option<::std::string::String> = "StateReasonData",
state_updated_timestamp: Option<crate::Timestamp> = "StateUpdatedTimestamp",
metric_name: Option<::std::string::String> = "MetricName",
namespace: Option<::std::string::String> = "Namespace",
statistic: Option<::std::string::String> = "Statistic",
extended_statistic: Option<::std::string::String> = "ExtendedStatistic",
dimensions: Option<Vec<Dimension>> = "Dimensions",
period: Option<i64> = "Period",
unit: Option<::std::string::String> = "Unit",
evaluation_periods: Option<i64> = "EvaluationPeriods",
datapoints_to_alarm: Option<i64> = "DatapointsToAlarm",
threshold: Option<f64> = "Threshold",
comparison_operator: Option<::std::string::String> = "ComparisonOperator",
treat_missing_data: Option<::std::string::String> = "TreatMissingData",
evaluate_low_sample_count_percentile: Option<::std::string::String> = "EvaluateLowSampleCountPercentile",
metrics: Option<Vec<MetricDataQuery>> = "Metrics",
threshold_metric_id: Option<::std::string::String> = "ThresholdMetricId",
evaluation_state: Option<::std::string::String> = "EvaluationState",
state_transitioned_timestamp: Option<crate::Timestamp> = "StateTransitionedTimestamp",
evaluation_window: Option<EvaluationWindow> = "EvaluationWindow",
warm_up_configuration: Option<WarmUpConfiguration> = "WarmUpConfiguration",
evaluation_criteria: Option<EvaluationCriteria> = "EvaluationCriteria",
evaluation_interval: Option<i64> = "EvaluationInterval",
action_configuration: Option<ActionConfiguration> = "ActionConfiguration",
}
/// `MetricDataQuery`
MetricDataQuery {
id: ::std::string::String = "Id",
metric_stat: Option<MetricStat> = "MetricStat",
expression: Option<::std::string::String> = "Expression",
label: Option<::std::string::String> = "Label",
return_data: Option<bool> = "ReturnData",
period: Option<i64> = "Period",
account_id: Option<::std::string::String> = "AccountId",
}
/// `MetricDataResult`
MetricDataResult {
id: Option<::std::string::String> = "Id",
label: Option<::std::string::String> = "Label",
timestamps: Option<Vec<crate::Timestamp>> = "Timestamps",
values: Option<Vec<f64>> = "Values",
status_code: Option<::std::string::String> = "StatusCode",
messages: Option<Vec<MessageData>> = "Messages",
}
/// `MetricDatum`
MetricDatum {
metric_name: ::std::string::String = "MetricName",
dimensions: Option<Vec<Dimension>> = "Dimensions",
timestamp: Option<crate::Timestamp> = "Timestamp",
value: Option<f64> = "Value",
statistic_values: Option<StatisticSet> = "StatisticValues",
values: Option<Vec<f64>> = "Values",
counts: Option<Vec<f64>> = "Counts",
unit: Option<::std::string::String> = "Unit",
storage_resolution: Option<i64> = "StorageResolution",
}
/// `MetricStat`
MetricStat {
metric: Metric = "Metric",
period: i64 = "Period",
stat: ::std::string::String = "Stat",
unit: Option<::std::string::String> = "Unit",
}
/// `PutCompositeAlarmInput`
PutCompositeAlarmInput {
actions_enabled: Option<bool> = "ActionsEnabled",
alarm_actions: Option<Vec<::std::string::String>> = "AlarmActions",
alarm_description: Option<::std::string::String> = "AlarmDescription",
alarm_name: ::std::string::String = "AlarmName",
alarm_rule: ::std::string::String = "AlarmRule",
insufficient_data_actions: Option<Vec<::std::string::String>> = "InsufficientDataActions",
ok_actions: Option<Vec<::std::string::String>> = "OKActions",
tags: Option<Vec<Tag>> = "Tags",
actions_suppressor: Option<::std::string::String> = "ActionsSuppressor",
actions_suppressor_wait_period: Option<i64> = "ActionsSuppressorWaitPeriod",
actions_suppressor_extension_period: Option<i64> = "ActionsSuppressorExtensionPeriod",
action_configuration: Option<ActionConfiguration> = "ActionConfiguration",
}
/// `PutMetricAlarmInput`
PutMetricAlarmInput {
alarm_name: ::std::string::String = "AlarmName",
alarm_description: Option<::std::string::String> = "AlarmDescription",
actions_enabled: Option<bool> = "ActionsEnabled",
ok_actions: Option<Vec<::std::string::String>> = "OKActions",
alarm_actions: Option<Vec<::std::string::String>> = "AlarmActions",
insufficient_data_actions: Option<Vec<::std::string::String>> = "InsufficientDataActions",
metric_name: Option<::std::string::String> = "MetricName",
namespace: Option<::std::string::String> = "Namespace",
statistic: Option<::std::string::String> = "Statistic",
extended_statistic: Option<::std::string::String> = "ExtendedStatistic",
dimensions: Option<Vec<Dimension>> = "Dimensions",
period: Option<i64> = "Period",
unit: Option<::std::string::String> = "Unit",
evaluation_periods: Option<i64> = "EvaluationPeriods",
datapoints_to_alarm: Option<i64> = "DatapointsToAlarm",
threshold: Option<f64> = "Threshold",
comparison_operator: Option<::std::string::String> = "ComparisonOperator",
treat_missing_data: Option<::std::string::String> = "TreatMissingData",
evaluate_low_sample_count_percentile: Option<::std::string::String> = "EvaluateLowSampleCountPercentile",
metrics: Option<Vec<MetricDataQuery>> = "Metrics",
tags: Option<Vec<Tag>> = "Tags",
threshold_metric_id: Option<::std::string::String> = "ThresholdMetricId",
evaluation_window: Option<EvaluationWindow> = "EvaluationWindow",
warm_up_configuration: Option<WarmUpConfiguration> = "WarmUpConfiguration",
evaluation_criteria: Option<EvaluationCriteria> = "EvaluationCriteria",
evaluation_interval: Option<i64> = "EvaluationInterval",
action_configuration: Option<ActionConfiguration> = "ActionConfiguration",
}
/// `PutMetricDataInput`
PutMetricDataInput {
namespace: ::std::string::String = "Namespace",
metric_data: Option<Vec<MetricDatum>> = "MetricData",
entity_metric_data: Option<Vec<EntityMetricData>> = "EntityMetricData",
strict_entity_validation: Option<bool> = "StrictEntityValidation",
}
/// `ScheduleConfiguration`
ScheduleConfiguration {
schedule_expression: ::std::string::String = "ScheduleExpression",
start_time_offset: i64 = "StartTimeOffset",
end_time_offset: Option<i64> = "EndTimeOffset",
}
/// `ScheduledQueryConfiguration`
ScheduledQueryConfiguration {
query_string: ::std::string::String = "QueryString",
log_group_identifiers: Option<Vec<::std::string::String>> = "LogGroupIdentifiers",
query_arn: Option<::std::string::String> = "QueryARN",
scheduled_query_role_arn: ::std::string::String = "ScheduledQueryRoleARN",
schedule_configuration: ScheduleConfiguration = "ScheduleConfiguration",
aggregation_expression: ::std::string::String = "AggregationExpression",
tags: Option<Vec<Tag>> = "Tags",
}
/// `SetAlarmStateInput`
SetAlarmStateInput {
alarm_name: ::std::string::String = "AlarmName",
state_value: ::std::string::String = "StateValue",
state_reason: ::std::string::String = "StateReason",
state_reason_data: Option<::std::string::String> = "StateReasonData",
}
/// `SlidingWindow`
SlidingWindow {
}
/// `StatisticSet`
StatisticSet {
sample_count: f64 = "SampleCount",
sum: f64 = "Sum",
minimum: f64 = "Minimum",
maximum: f64 = "Maximum",
}
/// `Tag`
Tag {
key: ::std::string::String = "Key",
value: ::std::string::String = "Value",
}
/// `TagResourceInput`
TagResourceInput {
resource_arn: ::std::string::String = "ResourceARN",
tags: Vec<Tag> = "Tags",
}
/// `TagResourceOutput`
TagResourceOutput {
}
/// `UntagResourceInput`
UntagResourceInput {
resource_arn: ::std::string::String = "ResourceARN",
tag_keys: Vec<::std::string::String> = "TagKeys",
}
/// `UntagResourceOutput`
UntagResourceOutput {
}
/// `WallClockWindow`
WallClockWindow {
timezone: Option<::std::string::String> = "Timezone",
}
/// `WarmUpConfiguration`
WarmUpConfiguration {
warm_up_period_duration_in_minutes: i64 = "WarmUpPeriodDurationInMinutes",
only_start_evaluating_after_warm_up_period_ends: Option<bool> = "OnlyStartEvaluatingAfterWarmUpPeriodEnds",
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
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 255.0) },
    };
    pub static ActionConfiguration: Shape = Shape {
        name: "ActionConfiguration",
        kind: Kind::Structure(Structure {
            members: &[Member::new("AlarmTagsPropagation", &AlarmTagsPropagation)],
            payload: None,
            union: false,
        }),
    };
    pub static ActionLogLineCount: Shape = Shape { name: "ActionLogLineCount", kind: Kind::Int(Range::ANY) };
    pub static ActionLogLineRoleArn: Shape = Shape {
        name: "ActionLogLineRoleArn",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static ActionPrefix: Shape = Shape {
        name: "ActionPrefix",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1024.0) },
    };
    pub static ActionsEnabled: Shape = Shape { name: "ActionsEnabled", kind: Kind::Bool };
    pub static ActionsSuppressedBy: Shape = Shape {
        name: "ActionsSuppressedBy",
        kind: Kind::Str {
            values: &["WaitPeriod", "ExtensionPeriod", "Alarm"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ActionsSuppressedReason: Shape = Shape {
        name: "ActionsSuppressedReason",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 1024.0) },
    };
    pub static AggregationExpression: Shape = Shape {
        name: "AggregationExpression",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 2048.0) },
    };
    pub static AlarmArn: Shape = Shape {
        name: "AlarmArn",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1600.0) },
    };
    pub static AlarmDescription: Shape = Shape {
        name: "AlarmDescription",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 1024.0) },
    };
    pub static AlarmHistoryItem: Shape = Shape {
        name: "AlarmHistoryItem",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AlarmName", &AlarmName),
                Member::new("AlarmContributorId", &ContributorId),
                Member::new("AlarmType", &AlarmType),
                Member::new("Timestamp", &Timestamp),
                Member::new("HistoryItemType", &HistoryItemType),
                Member::new("HistorySummary", &HistorySummary),
                Member::new("HistoryData", &HistoryData),
                Member::new("AlarmContributorAttributes", &ContributorAttributes),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AlarmHistoryItems: Shape = Shape {
        name: "AlarmHistoryItems",
        kind: Kind::List {
            member: Member::new("member", &AlarmHistoryItem),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static AlarmName: Shape = Shape {
        name: "AlarmName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 255.0) },
    };
    pub static AlarmNamePrefix: Shape = Shape {
        name: "AlarmNamePrefix",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 255.0) },
    };
    pub static AlarmNames: Shape = Shape {
        name: "AlarmNames",
        kind: Kind::List {
            member: Member::new("member", &AlarmName),
            flattened: false,
            range: Range::max(100.0),
        },
    };
    pub static AlarmPromQLCriteria: Shape = Shape {
        name: "AlarmPromQLCriteria",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Query", &Query).required(),
                Member::new("PendingPeriod", &PendingPeriod),
                Member::new("RecoveryPeriod", &RecoveryPeriod),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AlarmRule: Shape = Shape {
        name: "AlarmRule",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 10240.0) },
    };
    pub static AlarmTagsPropagation: Shape = Shape {
        name: "AlarmTagsPropagation",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Enabled", &AlarmTagsPropagationEnabled).required(),
                Member::new("IncludedTagKeys", &AlarmTagsPropagationTagKeys),
                Member::new("ExcludedTagKeys", &AlarmTagsPropagationTagKeys),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AlarmTagsPropagationEnabled: Shape =
        Shape { name: "AlarmTagsPropagationEnabled", kind: Kind::Bool };
    pub static AlarmTagsPropagationTagKey: Shape = Shape {
        name: "AlarmTagsPropagationTagKey",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 128.0) },
    };
    pub static AlarmTagsPropagationTagKeys: Shape = Shape {
        name: "AlarmTagsPropagationTagKeys",
        kind: Kind::List {
            member: Member::new("member", &AlarmTagsPropagationTagKey),
            flattened: false,
            range: Range::between(1.0, 50.0),
        },
    };
    pub static AlarmType: Shape = Shape {
        name: "AlarmType",
        kind: Kind::Str {
            values: &["CompositeAlarm", "MetricAlarm", "LogAlarm"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static AlarmTypes: Shape = Shape {
        name: "AlarmTypes",
        kind: Kind::List { member: Member::new("member", &AlarmType), flattened: false, range: Range::ANY },
    };
    pub static AmazonResourceName: Shape = Shape {
        name: "AmazonResourceName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1024.0) },
    };
    pub static AttributeName: Shape = Shape {
        name: "AttributeName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 255.0) },
    };
    pub static AttributeValue: Shape = Shape {
        name: "AttributeValue",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1024.0) },
    };
    pub static ComparisonOperator: Shape = Shape {
        name: "ComparisonOperator",
        kind: Kind::Str {
            values: &[
                "GreaterThanOrEqualToThreshold",
                "GreaterThanThreshold",
                "LessThanThreshold",
                "LessThanOrEqualToThreshold",
                "LessThanLowerOrGreaterThanUpperThreshold",
                "LessThanLowerThreshold",
                "GreaterThanUpperThreshold",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static CompositeAlarm: Shape = Shape {
        name: "CompositeAlarm",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ActionsEnabled", &ActionsEnabled),
                Member::new("AlarmActions", &ResourceList),
                Member::new("AlarmArn", &AlarmArn),
                Member::new("AlarmConfigurationUpdatedTimestamp", &Timestamp),
                Member::new("AlarmDescription", &AlarmDescription),
                Member::new("AlarmName", &AlarmName),
                Member::new("AlarmRule", &AlarmRule),
                Member::new("InsufficientDataActions", &ResourceList),
                Member::new("OKActions", &ResourceList),
                Member::new("StateReason", &StateReason),
                Member::new("StateReasonData", &StateReasonData),
                Member::new("StateUpdatedTimestamp", &Timestamp),
                Member::new("StateValue", &StateValue),
                Member::new("StateTransitionedTimestamp", &Timestamp),
                Member::new("ActionsSuppressedBy", &ActionsSuppressedBy),
                Member::new("ActionsSuppressedReason", &ActionsSuppressedReason),
                Member::new("ActionsSuppressor", &AlarmArn),
                Member::new("ActionsSuppressorWaitPeriod", &SuppressorPeriod),
                Member::new("ActionsSuppressorExtensionPeriod", &SuppressorPeriod),
                Member::new("ActionConfiguration", &ActionConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CompositeAlarms: Shape = Shape {
        name: "CompositeAlarms",
        kind: Kind::List {
            member: Member::new("member", &CompositeAlarm),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ContributorAttributes: Shape = Shape {
        name: "ContributorAttributes",
        kind: Kind::Map {
            key: Member::new("key", &AttributeName),
            value: Member::new("value", &AttributeValue),
            flattened: false,
            range: Range::between(0.0, 150.0),
        },
    };
    pub static ContributorId: Shape = Shape {
        name: "ContributorId",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 16.0) },
    };
    pub static Counts: Shape = Shape {
        name: "Counts",
        kind: Kind::List {
            member: Member::new("member", &DatapointValue),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static Datapoint: Shape = Shape {
        name: "Datapoint",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Timestamp", &Timestamp),
                Member::new("SampleCount", &DatapointValue),
                Member::new("Average", &DatapointValue),
                Member::new("Sum", &DatapointValue),
                Member::new("Minimum", &DatapointValue),
                Member::new("Maximum", &DatapointValue),
                Member::new("Unit", &StandardUnit),
                Member::new("ExtendedStatistics", &DatapointValueMap),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DatapointValue: Shape = Shape { name: "DatapointValue", kind: Kind::Float(Range::ANY) };
    pub static DatapointValueMap: Shape = Shape {
        name: "DatapointValueMap",
        kind: Kind::Map {
            key: Member::new("key", &ExtendedStatistic),
            value: Member::new("value", &DatapointValue),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static DatapointValues: Shape = Shape {
        name: "DatapointValues",
        kind: Kind::List {
            member: Member::new("member", &DatapointValue),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static Datapoints: Shape = Shape {
        name: "Datapoints",
        kind: Kind::List { member: Member::new("member", &Datapoint), flattened: false, range: Range::ANY },
    };
    pub static DatapointsToAlarm: Shape =
        Shape { name: "DatapointsToAlarm", kind: Kind::Int(Range::min(1.0)) };
    pub static DeleteAlarmsInput: Shape = Shape {
        name: "DeleteAlarmsInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("AlarmNames", &AlarmNames).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeAlarmHistoryInput: Shape = Shape {
        name: "DescribeAlarmHistoryInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AlarmName", &AlarmName),
                Member::new("AlarmContributorId", &ContributorId),
                Member::new("AlarmTypes", &AlarmTypes),
                Member::new("HistoryItemType", &HistoryItemType),
                Member::new("StartDate", &Timestamp),
                Member::new("EndDate", &Timestamp),
                Member::new("MaxRecords", &MaxRecords),
                Member::new("NextToken", &NextToken),
                Member::new("ScanBy", &ScanBy),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeAlarmHistoryOutput: Shape = Shape {
        name: "DescribeAlarmHistoryOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AlarmHistoryItems", &AlarmHistoryItems),
                Member::new("NextToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeAlarmsForMetricInput: Shape = Shape {
        name: "DescribeAlarmsForMetricInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MetricName", &MetricName).required(),
                Member::new("Namespace", &Namespace).required(),
                Member::new("Statistic", &Statistic),
                Member::new("ExtendedStatistic", &ExtendedStatistic),
                Member::new("Dimensions", &Dimensions),
                Member::new("Period", &Period),
                Member::new("Unit", &StandardUnit),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeAlarmsForMetricOutput: Shape = Shape {
        name: "DescribeAlarmsForMetricOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("MetricAlarms", &MetricAlarms)],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeAlarmsInput: Shape = Shape {
        name: "DescribeAlarmsInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AlarmNames", &AlarmNames),
                Member::new("AlarmNamePrefix", &AlarmNamePrefix),
                Member::new("AlarmTypes", &AlarmTypes),
                Member::new("ChildrenOfAlarmName", &AlarmName),
                Member::new("ParentsOfAlarmName", &AlarmName),
                Member::new("StateValue", &StateValue),
                Member::new("ActionPrefix", &ActionPrefix),
                Member::new("MaxRecords", &MaxRecords),
                Member::new("NextToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeAlarmsOutput: Shape = Shape {
        name: "DescribeAlarmsOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("CompositeAlarms", &CompositeAlarms),
                Member::new("MetricAlarms", &MetricAlarms),
                Member::new("LogAlarms", &LogAlarms),
                Member::new("NextToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Dimension: Shape = Shape {
        name: "Dimension",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &DimensionName).required(),
                Member::new("Value", &DimensionValue).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DimensionFilter: Shape = Shape {
        name: "DimensionFilter",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Name", &DimensionName).required(), Member::new("Value", &DimensionValue)],
            payload: None,
            union: false,
        }),
    };
    pub static DimensionFilters: Shape = Shape {
        name: "DimensionFilters",
        kind: Kind::List {
            member: Member::new("member", &DimensionFilter),
            flattened: false,
            range: Range::max(10.0),
        },
    };
    pub static DimensionName: Shape = Shape {
        name: "DimensionName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 255.0) },
    };
    pub static DimensionValue: Shape = Shape {
        name: "DimensionValue",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1024.0) },
    };
    pub static Dimensions: Shape = Shape {
        name: "Dimensions",
        kind: Kind::List {
            member: Member::new("member", &Dimension),
            flattened: false,
            range: Range::max(30.0),
        },
    };
    pub static DisableAlarmActionsInput: Shape = Shape {
        name: "DisableAlarmActionsInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("AlarmNames", &AlarmNames).required()],
            payload: None,
            union: false,
        }),
    };
    pub static EnableAlarmActionsInput: Shape = Shape {
        name: "EnableAlarmActionsInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("AlarmNames", &AlarmNames).required()],
            payload: None,
            union: false,
        }),
    };
    pub static EndTimeOffset: Shape =
        Shape { name: "EndTimeOffset", kind: Kind::Int(Range::between(0.0, 2592000.0)) };
    pub static Entity: Shape = Shape {
        name: "Entity",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("KeyAttributes", &EntityKeyAttributesMap),
                Member::new("Attributes", &EntityAttributesMap),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EntityAttributesMap: Shape = Shape {
        name: "EntityAttributesMap",
        kind: Kind::Map {
            key: Member::new("key", &EntityAttributesMapKeyString),
            value: Member::new("value", &EntityAttributesMapValueString),
            flattened: false,
            range: Range::between(0.0, 10.0),
        },
    };
    pub static EntityAttributesMapKeyString: Shape = Shape {
        name: "EntityAttributesMapKeyString",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 256.0) },
    };
    pub static EntityAttributesMapValueString: Shape = Shape {
        name: "EntityAttributesMapValueString",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 2048.0) },
    };
    pub static EntityKeyAttributesMap: Shape = Shape {
        name: "EntityKeyAttributesMap",
        kind: Kind::Map {
            key: Member::new("key", &EntityKeyAttributesMapKeyString),
            value: Member::new("value", &EntityKeyAttributesMapValueString),
            flattened: false,
            range: Range::between(2.0, 4.0),
        },
    };
    pub static EntityKeyAttributesMapKeyString: Shape = Shape {
        name: "EntityKeyAttributesMapKeyString",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 32.0) },
    };
    pub static EntityKeyAttributesMapValueString: Shape = Shape {
        name: "EntityKeyAttributesMapValueString",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 2048.0) },
    };
    pub static EntityMetricData: Shape = Shape {
        name: "EntityMetricData",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Entity", &Entity), Member::new("MetricData", &MetricData)],
            payload: None,
            union: false,
        }),
    };
    pub static EntityMetricDataList: Shape = Shape {
        name: "EntityMetricDataList",
        kind: Kind::List {
            member: Member::new("member", &EntityMetricData),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static EvaluateLowSampleCountPercentile: Shape = Shape {
        name: "EvaluateLowSampleCountPercentile",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 255.0) },
    };
    pub static EvaluationCriteria: Shape = Shape {
        name: "EvaluationCriteria",
        kind: Kind::Structure(Structure {
            members: &[Member::new("PromQLCriteria", &AlarmPromQLCriteria)],
            payload: None,
            union: true,
        }),
    };
    pub static EvaluationInterval: Shape =
        Shape { name: "EvaluationInterval", kind: Kind::Int(Range::between(10.0, 3600.0)) };
    pub static EvaluationPeriods: Shape =
        Shape { name: "EvaluationPeriods", kind: Kind::Int(Range::min(1.0)) };
    pub static EvaluationState: Shape = Shape {
        name: "EvaluationState",
        kind: Kind::Str {
            values: &["PARTIAL_DATA", "EVALUATION_FAILURE", "EVALUATION_ERROR"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static EvaluationWindow: Shape = Shape {
        name: "EvaluationWindow",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("WallClockWindow", &WallClockWindow),
                Member::new("SlidingWindow", &SlidingWindow),
            ],
            payload: None,
            union: true,
        }),
    };
    pub static ExtendedStatistic: Shape =
        Shape { name: "ExtendedStatistic", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ExtendedStatistics: Shape = Shape {
        name: "ExtendedStatistics",
        kind: Kind::List {
            member: Member::new("member", &ExtendedStatistic),
            flattened: false,
            range: Range::between(1.0, 10.0),
        },
    };
    pub static GetMetricDataInput: Shape = Shape {
        name: "GetMetricDataInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MetricDataQueries", &MetricDataQueries).required(),
                Member::new("StartTime", &Timestamp).required(),
                Member::new("EndTime", &Timestamp).required(),
                Member::new("NextToken", &NextToken),
                Member::new("ScanBy", &ScanBy),
                Member::new("MaxDatapoints", &GetMetricDataMaxDatapoints),
                Member::new("LabelOptions", &LabelOptions),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetMetricDataLabelTimezone: Shape = Shape {
        name: "GetMetricDataLabelTimezone",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static GetMetricDataMaxDatapoints: Shape =
        Shape { name: "GetMetricDataMaxDatapoints", kind: Kind::Int(Range::ANY) };
    pub static GetMetricDataOutput: Shape = Shape {
        name: "GetMetricDataOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MetricDataResults", &MetricDataResults),
                Member::new("NextToken", &NextToken),
                Member::new("Messages", &MetricDataResultMessages),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetMetricStatisticsInput: Shape = Shape {
        name: "GetMetricStatisticsInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Namespace", &Namespace).required(),
                Member::new("MetricName", &MetricName).required(),
                Member::new("Dimensions", &Dimensions),
                Member::new("StartTime", &Timestamp).required(),
                Member::new("EndTime", &Timestamp).required(),
                Member::new("Period", &Period).required(),
                Member::new("Statistics", &Statistics),
                Member::new("ExtendedStatistics", &ExtendedStatistics),
                Member::new("Unit", &StandardUnit),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetMetricStatisticsOutput: Shape = Shape {
        name: "GetMetricStatisticsOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Label", &MetricLabel), Member::new("Datapoints", &Datapoints)],
            payload: None,
            union: false,
        }),
    };
    pub static HistoryData: Shape = Shape {
        name: "HistoryData",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 4095.0) },
    };
    pub static HistoryItemType: Shape = Shape {
        name: "HistoryItemType",
        kind: Kind::Str {
            values: &[
                "ConfigurationUpdate",
                "StateUpdate",
                "Action",
                "AlarmContributorStateUpdate",
                "AlarmContributorAction",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static HistorySummary: Shape = Shape {
        name: "HistorySummary",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 255.0) },
    };
    pub static IncludeLinkedAccounts: Shape = Shape { name: "IncludeLinkedAccounts", kind: Kind::Bool };
    pub static LabelOptions: Shape = Shape {
        name: "LabelOptions",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Timezone", &GetMetricDataLabelTimezone)],
            payload: None,
            union: false,
        }),
    };
    pub static ListMetricsInput: Shape = Shape {
        name: "ListMetricsInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Namespace", &Namespace),
                Member::new("MetricName", &MetricName),
                Member::new("Dimensions", &DimensionFilters),
                Member::new("NextToken", &NextToken),
                Member::new("RecentlyActive", &RecentlyActive),
                Member::new("IncludeLinkedAccounts", &IncludeLinkedAccounts),
                Member::new("OwningAccount", &AccountId),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListMetricsOutput: Shape = Shape {
        name: "ListMetricsOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Metrics", &Metrics),
                Member::new("NextToken", &NextToken),
                Member::new("OwningAccounts", &OwningAccounts),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsForResourceInput: Shape = Shape {
        name: "ListTagsForResourceInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ResourceARN", &AmazonResourceName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsForResourceOutput: Shape = Shape {
        name: "ListTagsForResourceOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Tags", &TagList)],
            payload: None,
            union: false,
        }),
    };
    pub static LogAlarm: Shape = Shape {
        name: "LogAlarm",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AlarmName", &AlarmName),
                Member::new("AlarmArn", &AlarmArn),
                Member::new("AlarmDescription", &AlarmDescription),
                Member::new("AlarmConfigurationUpdatedTimestamp", &Timestamp),
                Member::new("ActionsEnabled", &ActionsEnabled),
                Member::new("OKActions", &ResourceList),
                Member::new("AlarmActions", &ResourceList),
                Member::new("InsufficientDataActions", &ResourceList),
                Member::new("StateValue", &StateValue),
                Member::new("StateReason", &StateReason),
                Member::new("StateReasonData", &StateReasonData),
                Member::new("StateUpdatedTimestamp", &Timestamp),
                Member::new("ScheduledQueryConfiguration", &ScheduledQueryConfiguration),
                Member::new("QueryResultsToEvaluate", &QueryResultsToEvaluate),
                Member::new("QueryResultsToAlarm", &QueryResultsToAlarm),
                Member::new("Threshold", &Threshold),
                Member::new("ComparisonOperator", &ComparisonOperator),
                Member::new("TreatMissingData", &TreatMissingData),
                Member::new("StateTransitionedTimestamp", &Timestamp),
                Member::new("EvaluationState", &EvaluationState),
                Member::new("ActionLogLineCount", &ActionLogLineCount),
                Member::new("ActionLogLineRoleArn", &ActionLogLineRoleArn),
                Member::new("WarmUpConfiguration", &WarmUpConfiguration),
                Member::new("ActionConfiguration", &ActionConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LogAlarms: Shape = Shape {
        name: "LogAlarms",
        kind: Kind::List { member: Member::new("member", &LogAlarm), flattened: false, range: Range::ANY },
    };
    pub static LogGroupIdentifiers: Shape = Shape {
        name: "LogGroupIdentifiers",
        kind: Kind::List {
            member: Member::new("member", &AmazonResourceName),
            flattened: false,
            range: Range::between(1.0, 50.0),
        },
    };
    pub static MaxRecords: Shape = Shape { name: "MaxRecords", kind: Kind::Int(Range::between(1.0, 100.0)) };
    pub static MessageData: Shape = Shape {
        name: "MessageData",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Code", &MessageDataCode), Member::new("Value", &MessageDataValue)],
            payload: None,
            union: false,
        }),
    };
    pub static MessageDataCode: Shape =
        Shape { name: "MessageDataCode", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static MessageDataValue: Shape =
        Shape { name: "MessageDataValue", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static Metric: Shape = Shape {
        name: "Metric",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Namespace", &Namespace),
                Member::new("MetricName", &MetricName),
                Member::new("Dimensions", &Dimensions),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MetricAlarm: Shape = Shape {
        name: "MetricAlarm",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AlarmName", &AlarmName),
                Member::new("AlarmArn", &AlarmArn),
                Member::new("AlarmDescription", &AlarmDescription),
                Member::new("AlarmConfigurationUpdatedTimestamp", &Timestamp),
                Member::new("ActionsEnabled", &ActionsEnabled),
                Member::new("OKActions", &ResourceList),
                Member::new("AlarmActions", &ResourceList),
                Member::new("InsufficientDataActions", &ResourceList),
                Member::new("StateValue", &StateValue),
                Member::new("StateReason", &StateReason),
                Member::new("StateReasonData", &StateReasonData),
                Member::new("StateUpdatedTimestamp", &Timestamp),
                Member::new("MetricName", &MetricName),
                Member::new("Namespace", &Namespace),
                Member::new("Statistic", &Statistic),
                Member::new("ExtendedStatistic", &ExtendedStatistic),
                Member::new("Dimensions", &Dimensions),
                Member::new("Period", &Period),
                Member::new("Unit", &StandardUnit),
                Member::new("EvaluationPeriods", &EvaluationPeriods),
                Member::new("DatapointsToAlarm", &DatapointsToAlarm),
                Member::new("Threshold", &Threshold),
                Member::new("ComparisonOperator", &ComparisonOperator),
                Member::new("TreatMissingData", &TreatMissingData),
                Member::new("EvaluateLowSampleCountPercentile", &EvaluateLowSampleCountPercentile),
                Member::new("Metrics", &MetricDataQueries),
                Member::new("ThresholdMetricId", &MetricId),
                Member::new("EvaluationState", &EvaluationState),
                Member::new("StateTransitionedTimestamp", &Timestamp),
                Member::new("EvaluationWindow", &EvaluationWindow),
                Member::new("WarmUpConfiguration", &WarmUpConfiguration),
                Member::new("EvaluationCriteria", &EvaluationCriteria),
                Member::new("EvaluationInterval", &EvaluationInterval),
                Member::new("ActionConfiguration", &ActionConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MetricAlarms: Shape = Shape {
        name: "MetricAlarms",
        kind: Kind::List { member: Member::new("member", &MetricAlarm), flattened: false, range: Range::ANY },
    };
    pub static MetricData: Shape = Shape {
        name: "MetricData",
        kind: Kind::List { member: Member::new("member", &MetricDatum), flattened: false, range: Range::ANY },
    };
    pub static MetricDataQueries: Shape = Shape {
        name: "MetricDataQueries",
        kind: Kind::List {
            member: Member::new("member", &MetricDataQuery),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static MetricDataQuery: Shape = Shape {
        name: "MetricDataQuery",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Id", &MetricId).required(),
                Member::new("MetricStat", &MetricStat),
                Member::new("Expression", &MetricExpression),
                Member::new("Label", &MetricLabel),
                Member::new("ReturnData", &ReturnData),
                Member::new("Period", &Period),
                Member::new("AccountId", &AccountId),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MetricDataResult: Shape = Shape {
        name: "MetricDataResult",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Id", &MetricId),
                Member::new("Label", &MetricLabel),
                Member::new("Timestamps", &Timestamps),
                Member::new("Values", &DatapointValues),
                Member::new("StatusCode", &StatusCode),
                Member::new("Messages", &MetricDataResultMessages),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MetricDataResultMessages: Shape = Shape {
        name: "MetricDataResultMessages",
        kind: Kind::List { member: Member::new("member", &MessageData), flattened: false, range: Range::ANY },
    };
    pub static MetricDataResults: Shape = Shape {
        name: "MetricDataResults",
        kind: Kind::List {
            member: Member::new("member", &MetricDataResult),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static MetricDatum: Shape = Shape {
        name: "MetricDatum",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MetricName", &MetricName).required(),
                Member::new("Dimensions", &Dimensions),
                Member::new("Timestamp", &Timestamp),
                Member::new("Value", &DatapointValue),
                Member::new("StatisticValues", &StatisticSet),
                Member::new("Values", &Values),
                Member::new("Counts", &Counts),
                Member::new("Unit", &StandardUnit),
                Member::new("StorageResolution", &StorageResolution),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MetricExpression: Shape = Shape {
        name: "MetricExpression",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 2048.0) },
    };
    pub static MetricId: Shape = Shape {
        name: "MetricId",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 255.0) },
    };
    pub static MetricLabel: Shape =
        Shape { name: "MetricLabel", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static MetricName: Shape = Shape {
        name: "MetricName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 255.0) },
    };
    pub static MetricStat: Shape = Shape {
        name: "MetricStat",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Metric", &Metric).required(),
                Member::new("Period", &Period).required(),
                Member::new("Stat", &Stat).required(),
                Member::new("Unit", &StandardUnit),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Metrics: Shape = Shape {
        name: "Metrics",
        kind: Kind::List { member: Member::new("member", &Metric), flattened: false, range: Range::ANY },
    };
    pub static Namespace: Shape = Shape {
        name: "Namespace",
        kind: Kind::Str { values: &[], pattern: "[^:].*", range: Range::between(1.0, 255.0) },
    };
    pub static NextToken: Shape =
        Shape { name: "NextToken", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static OnlyStartEvaluatingAfterWarmUpPeriodEnds: Shape =
        Shape { name: "OnlyStartEvaluatingAfterWarmUpPeriodEnds", kind: Kind::Bool };
    pub static OwningAccounts: Shape = Shape {
        name: "OwningAccounts",
        kind: Kind::List { member: Member::new("member", &AccountId), flattened: false, range: Range::ANY },
    };
    pub static PendingPeriod: Shape =
        Shape { name: "PendingPeriod", kind: Kind::Int(Range::between(0.0, 86400.0)) };
    pub static Period: Shape = Shape { name: "Period", kind: Kind::Int(Range::min(1.0)) };
    pub static PutCompositeAlarmInput: Shape = Shape {
        name: "PutCompositeAlarmInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ActionsEnabled", &ActionsEnabled),
                Member::new("AlarmActions", &ResourceList),
                Member::new("AlarmDescription", &AlarmDescription),
                Member::new("AlarmName", &AlarmName).required(),
                Member::new("AlarmRule", &AlarmRule).required(),
                Member::new("InsufficientDataActions", &ResourceList),
                Member::new("OKActions", &ResourceList),
                Member::new("Tags", &TagList),
                Member::new("ActionsSuppressor", &AlarmArn),
                Member::new("ActionsSuppressorWaitPeriod", &SuppressorPeriod),
                Member::new("ActionsSuppressorExtensionPeriod", &SuppressorPeriod),
                Member::new("ActionConfiguration", &ActionConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutMetricAlarmInput: Shape = Shape {
        name: "PutMetricAlarmInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AlarmName", &AlarmName).required(),
                Member::new("AlarmDescription", &AlarmDescription),
                Member::new("ActionsEnabled", &ActionsEnabled),
                Member::new("OKActions", &ResourceList),
                Member::new("AlarmActions", &ResourceList),
                Member::new("InsufficientDataActions", &ResourceList),
                Member::new("MetricName", &MetricName),
                Member::new("Namespace", &Namespace),
                Member::new("Statistic", &Statistic),
                Member::new("ExtendedStatistic", &ExtendedStatistic),
                Member::new("Dimensions", &Dimensions),
                Member::new("Period", &Period),
                Member::new("Unit", &StandardUnit),
                Member::new("EvaluationPeriods", &EvaluationPeriods),
                Member::new("DatapointsToAlarm", &DatapointsToAlarm),
                Member::new("Threshold", &Threshold),
                Member::new("ComparisonOperator", &ComparisonOperator),
                Member::new("TreatMissingData", &TreatMissingData),
                Member::new("EvaluateLowSampleCountPercentile", &EvaluateLowSampleCountPercentile),
                Member::new("Metrics", &MetricDataQueries),
                Member::new("Tags", &TagList),
                Member::new("ThresholdMetricId", &MetricId),
                Member::new("EvaluationWindow", &EvaluationWindow),
                Member::new("WarmUpConfiguration", &WarmUpConfiguration),
                Member::new("EvaluationCriteria", &EvaluationCriteria),
                Member::new("EvaluationInterval", &EvaluationInterval),
                Member::new("ActionConfiguration", &ActionConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutMetricDataInput: Shape = Shape {
        name: "PutMetricDataInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Namespace", &Namespace).required(),
                Member::new("MetricData", &MetricData),
                Member::new("EntityMetricData", &EntityMetricDataList),
                Member::new("StrictEntityValidation", &StrictEntityValidation),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Query: Shape = Shape {
        name: "Query",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 10000.0) },
    };
    pub static QueryResultsToAlarm: Shape =
        Shape { name: "QueryResultsToAlarm", kind: Kind::Int(Range::min(1.0)) };
    pub static QueryResultsToEvaluate: Shape =
        Shape { name: "QueryResultsToEvaluate", kind: Kind::Int(Range::min(1.0)) };
    pub static QueryString: Shape = Shape {
        name: "QueryString",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 10000.0) },
    };
    pub static RecentlyActive: Shape = Shape {
        name: "RecentlyActive",
        kind: Kind::Str { values: &["PT3H"], pattern: "", range: Range::ANY },
    };
    pub static RecoveryPeriod: Shape =
        Shape { name: "RecoveryPeriod", kind: Kind::Int(Range::between(0.0, 86400.0)) };
    pub static ResourceList: Shape = Shape {
        name: "ResourceList",
        kind: Kind::List {
            member: Member::new("member", &ResourceName),
            flattened: false,
            range: Range::max(5.0),
        },
    };
    pub static ResourceName: Shape = Shape {
        name: "ResourceName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1024.0) },
    };
    pub static ReturnData: Shape = Shape { name: "ReturnData", kind: Kind::Bool };
    pub static ScanBy: Shape = Shape {
        name: "ScanBy",
        kind: Kind::Str {
            values: &["TimestampDescending", "TimestampAscending"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ScheduleConfiguration: Shape = Shape {
        name: "ScheduleConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ScheduleExpression", &ScheduleExpression).required(),
                Member::new("StartTimeOffset", &StartTimeOffset).required(),
                Member::new("EndTimeOffset", &EndTimeOffset),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ScheduleExpression: Shape = Shape {
        name: "ScheduleExpression",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 256.0) },
    };
    pub static ScheduledQueryConfiguration: Shape = Shape {
        name: "ScheduledQueryConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("QueryString", &QueryString).required(),
                Member::new("LogGroupIdentifiers", &LogGroupIdentifiers),
                Member::new("QueryARN", &AmazonResourceName),
                Member::new("ScheduledQueryRoleARN", &AmazonResourceName).required(),
                Member::new("ScheduleConfiguration", &ScheduleConfiguration).required(),
                Member::new("AggregationExpression", &AggregationExpression).required(),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SetAlarmStateInput: Shape = Shape {
        name: "SetAlarmStateInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AlarmName", &AlarmName).required(),
                Member::new("StateValue", &StateValue).required(),
                Member::new("StateReason", &StateReason).required(),
                Member::new("StateReasonData", &StateReasonData),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SlidingWindow: Shape = Shape {
        name: "SlidingWindow",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static StandardUnit: Shape = Shape {
        name: "StandardUnit",
        kind: Kind::Str {
            values: &[
                "Seconds",
                "Microseconds",
                "Milliseconds",
                "Bytes",
                "Kilobytes",
                "Megabytes",
                "Gigabytes",
                "Terabytes",
                "Bits",
                "Kilobits",
                "Megabits",
                "Gigabits",
                "Terabits",
                "Percent",
                "Count",
                "Bytes/Second",
                "Kilobytes/Second",
                "Megabytes/Second",
                "Gigabytes/Second",
                "Terabytes/Second",
                "Bits/Second",
                "Kilobits/Second",
                "Megabits/Second",
                "Gigabits/Second",
                "Terabits/Second",
                "Count/Second",
                "None",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static StartTimeOffset: Shape =
        Shape { name: "StartTimeOffset", kind: Kind::Int(Range::between(1.0, 2592000.0)) };
    pub static Stat: Shape =
        Shape { name: "Stat", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static StateReason: Shape = Shape {
        name: "StateReason",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 1023.0) },
    };
    pub static StateReasonData: Shape = Shape {
        name: "StateReasonData",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 4000.0) },
    };
    pub static StateValue: Shape = Shape {
        name: "StateValue",
        kind: Kind::Str { values: &["OK", "ALARM", "INSUFFICIENT_DATA"], pattern: "", range: Range::ANY },
    };
    pub static Statistic: Shape = Shape {
        name: "Statistic",
        kind: Kind::Str {
            values: &["SampleCount", "Average", "Sum", "Minimum", "Maximum"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static StatisticSet: Shape = Shape {
        name: "StatisticSet",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SampleCount", &DatapointValue).required(),
                Member::new("Sum", &DatapointValue).required(),
                Member::new("Minimum", &DatapointValue).required(),
                Member::new("Maximum", &DatapointValue).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Statistics: Shape = Shape {
        name: "Statistics",
        kind: Kind::List {
            member: Member::new("member", &Statistic),
            flattened: false,
            range: Range::between(1.0, 5.0),
        },
    };
    pub static StatusCode: Shape = Shape {
        name: "StatusCode",
        kind: Kind::Str {
            values: &["Complete", "InternalError", "PartialData", "Forbidden"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static StorageResolution: Shape =
        Shape { name: "StorageResolution", kind: Kind::Int(Range::min(1.0)) };
    pub static StrictEntityValidation: Shape = Shape { name: "StrictEntityValidation", kind: Kind::Bool };
    pub static SuppressorPeriod: Shape = Shape { name: "SuppressorPeriod", kind: Kind::Int(Range::ANY) };
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
    pub static TagResourceInput: Shape = Shape {
        name: "TagResourceInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ResourceARN", &AmazonResourceName).required(),
                Member::new("Tags", &TagList).required(),
            ],
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
    pub static Threshold: Shape = Shape { name: "Threshold", kind: Kind::Float(Range::ANY) };
    pub static Timestamp: Shape = Shape { name: "Timestamp", kind: Kind::Time(None) };
    pub static Timestamps: Shape = Shape {
        name: "Timestamps",
        kind: Kind::List { member: Member::new("member", &Timestamp), flattened: false, range: Range::ANY },
    };
    pub static Timezone: Shape = Shape {
        name: "Timezone",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 50.0) },
    };
    pub static TreatMissingData: Shape = Shape {
        name: "TreatMissingData",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 255.0) },
    };
    pub static UntagResourceInput: Shape = Shape {
        name: "UntagResourceInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ResourceARN", &AmazonResourceName).required(),
                Member::new("TagKeys", &TagKeyList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UntagResourceOutput: Shape = Shape {
        name: "UntagResourceOutput",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static Values: Shape = Shape {
        name: "Values",
        kind: Kind::List {
            member: Member::new("member", &DatapointValue),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static WallClockWindow: Shape = Shape {
        name: "WallClockWindow",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Timezone", &Timezone)],
            payload: None,
            union: false,
        }),
    };
    pub static WarmUpConfiguration: Shape = Shape {
        name: "WarmUpConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("WarmUpPeriodDurationInMinutes", &WarmUpPeriodDurationInMinutes).required(),
                Member::new(
                    "OnlyStartEvaluatingAfterWarmUpPeriodEnds",
                    &OnlyStartEvaluatingAfterWarmUpPeriodEnds,
                ),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static WarmUpPeriodDurationInMinutes: Shape =
        Shape { name: "WarmUpPeriodDurationInMinutes", kind: Kind::Int(Range::between(1.0, 2880.0)) };
}
