// Written by `cargo xtask codegen` from AWS's service models; do not edit.
//! The shapes and operations of `cloudtrail`.

#[allow(unused_imports, reason = "not every service needs each")]
use crate::schema::{Kind, Location, Member, Range, Shape, Structure, TimeFormat};
use crate::{Access, IamAction, Operation, OperationType, Protocol, Service, UnservedOperation};

/// The service.
pub static SERVICE: Service = Service {
    id: "cloudtrail",
    sdk_id: "cloudtrail",
    signing_name: "cloudtrail",
    endpoint_prefix: "cloudtrail",
    protocol: Protocol::Json11,
    protocols: &[Protocol::Json11],
    query_compatible: false,
    error_names: &[],
    api_version: "2013-11-01",
    target_prefix: "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101",
    xml_namespace: "",
    global: false,
};

/// The served operations.
pub static OPERATIONS: [Operation; 14] = [
    Operation {
        service: &SERVICE,
        name: "AddTags",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::AddTagsRequest),
        input_root: None,
        output: Some(&schemas::AddTagsResponse),
        action: IamAction::Named("cloudtrail:AddTags"),
        resources: "{ResourceId}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateTrail",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateTrailRequest),
        input_root: None,
        output: Some(&schemas::CreateTrailResponse),
        action: IamAction::Named("cloudtrail:CreateTrail"),
        resources: "arn:{partition}:cloudtrail:{region}:{account}:trail/{Name}",
        also: &[("iam:PassRole", "{CloudWatchLogsRoleArn}")],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteTrail",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteTrailRequest),
        input_root: None,
        output: Some(&schemas::DeleteTrailResponse),
        action: IamAction::Named("cloudtrail:DeleteTrail"),
        resources: "arn:{partition}:cloudtrail:{region}:{account}:trail/{Name}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeTrails",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeTrailsRequest),
        input_root: None,
        output: Some(&schemas::DescribeTrailsResponse),
        action: IamAction::Named("cloudtrail:DescribeTrails"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetEventSelectors",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetEventSelectorsRequest),
        input_root: None,
        output: Some(&schemas::GetEventSelectorsResponse),
        action: IamAction::Named("cloudtrail:GetEventSelectors"),
        resources: "arn:{partition}:cloudtrail:{region}:{account}:trail/{TrailName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetTrail",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetTrailRequest),
        input_root: None,
        output: Some(&schemas::GetTrailResponse),
        action: IamAction::Named("cloudtrail:GetTrail"),
        resources: "arn:{partition}:cloudtrail:{region}:{account}:trail/{Name}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetTrailStatus",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetTrailStatusRequest),
        input_root: None,
        output: Some(&schemas::GetTrailStatusResponse),
        action: IamAction::Named("cloudtrail:GetTrailStatus"),
        resources: "arn:{partition}:cloudtrail:{region}:{account}:trail/{Name}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListTags",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListTagsRequest),
        input_root: None,
        output: Some(&schemas::ListTagsResponse),
        action: IamAction::Named("cloudtrail:ListTags"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListTrails",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListTrailsRequest),
        input_root: None,
        output: Some(&schemas::ListTrailsResponse),
        action: IamAction::Named("cloudtrail:ListTrails"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutEventSelectors",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PutEventSelectorsRequest),
        input_root: None,
        output: Some(&schemas::PutEventSelectorsResponse),
        action: IamAction::Named("cloudtrail:PutEventSelectors"),
        resources: "arn:{partition}:cloudtrail:{region}:{account}:trail/{TrailName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "RemoveTags",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::RemoveTagsRequest),
        input_root: None,
        output: Some(&schemas::RemoveTagsResponse),
        action: IamAction::Named("cloudtrail:RemoveTags"),
        resources: "{ResourceId}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "StartLogging",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::StartLoggingRequest),
        input_root: None,
        output: Some(&schemas::StartLoggingResponse),
        action: IamAction::Named("cloudtrail:StartLogging"),
        resources: "arn:{partition}:cloudtrail:{region}:{account}:trail/{Name}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "StopLogging",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::StopLoggingRequest),
        input_root: None,
        output: Some(&schemas::StopLoggingResponse),
        action: IamAction::Named("cloudtrail:StopLogging"),
        resources: "arn:{partition}:cloudtrail:{region}:{account}:trail/{Name}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateTrail",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UpdateTrailRequest),
        input_root: None,
        output: Some(&schemas::UpdateTrailResponse),
        action: IamAction::Named("cloudtrail:UpdateTrail"),
        resources: "arn:{partition}:cloudtrail:{region}:{account}:trail/{Name}",
        also: &[("iam:PassRole", "{CloudWatchLogsRoleArn}")],
        access: Access::Write,
        data_event: false,
    },
];

/// The served operations as types.
pub mod ops {
    use super::{Operation, OperationType};
    /// `AddTags`
    #[derive(Clone, Copy, Debug)]
    pub struct AddTags;
    impl OperationType for AddTags {
        type Input = super::AddTagsRequest;
        type Output = super::AddTagsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[0];
    }

    /// `CreateTrail`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateTrail;
    impl OperationType for CreateTrail {
        type Input = super::CreateTrailRequest;
        type Output = super::CreateTrailResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[1];
    }

    /// `DeleteTrail`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteTrail;
    impl OperationType for DeleteTrail {
        type Input = super::DeleteTrailRequest;
        type Output = super::DeleteTrailResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[2];
    }

    /// `DescribeTrails`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeTrails;
    impl OperationType for DescribeTrails {
        type Input = super::DescribeTrailsRequest;
        type Output = super::DescribeTrailsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[3];
    }

    /// `GetEventSelectors`
    #[derive(Clone, Copy, Debug)]
    pub struct GetEventSelectors;
    impl OperationType for GetEventSelectors {
        type Input = super::GetEventSelectorsRequest;
        type Output = super::GetEventSelectorsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[4];
    }

    /// `GetTrail`
    #[derive(Clone, Copy, Debug)]
    pub struct GetTrail;
    impl OperationType for GetTrail {
        type Input = super::GetTrailRequest;
        type Output = super::GetTrailResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[5];
    }

    /// `GetTrailStatus`
    #[derive(Clone, Copy, Debug)]
    pub struct GetTrailStatus;
    impl OperationType for GetTrailStatus {
        type Input = super::GetTrailStatusRequest;
        type Output = super::GetTrailStatusResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[6];
    }

    /// `ListTags`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTags;
    impl OperationType for ListTags {
        type Input = super::ListTagsRequest;
        type Output = super::ListTagsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[7];
    }

    /// `ListTrails`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTrails;
    impl OperationType for ListTrails {
        type Input = super::ListTrailsRequest;
        type Output = super::ListTrailsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[8];
    }

    /// `PutEventSelectors`
    #[derive(Clone, Copy, Debug)]
    pub struct PutEventSelectors;
    impl OperationType for PutEventSelectors {
        type Input = super::PutEventSelectorsRequest;
        type Output = super::PutEventSelectorsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[9];
    }

    /// `RemoveTags`
    #[derive(Clone, Copy, Debug)]
    pub struct RemoveTags;
    impl OperationType for RemoveTags {
        type Input = super::RemoveTagsRequest;
        type Output = super::RemoveTagsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[10];
    }

    /// `StartLogging`
    #[derive(Clone, Copy, Debug)]
    pub struct StartLogging;
    impl OperationType for StartLogging {
        type Input = super::StartLoggingRequest;
        type Output = super::StartLoggingResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[11];
    }

    /// `StopLogging`
    #[derive(Clone, Copy, Debug)]
    pub struct StopLogging;
    impl OperationType for StopLogging {
        type Input = super::StopLoggingRequest;
        type Output = super::StopLoggingResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[12];
    }

    /// `UpdateTrail`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateTrail;
    impl OperationType for UpdateTrail {
        type Input = super::UpdateTrailRequest;
        type Output = super::UpdateTrailResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[13];
    }
}

/// What AWS has here and lirio does not serve.
pub static UNSERVED: &[UnservedOperation] = &[
    UnservedOperation { service: &SERVICE, name: "CancelQuery", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateChannel", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateDashboard", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateEventDataStore", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteChannel", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteDashboard", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteEventDataStore", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteResourcePolicy", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DeregisterOrganizationDelegatedAdmin",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DescribeQuery", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DisableFederation", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "EnableFederation", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GenerateQuery", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetChannel", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetDashboard", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetEventConfiguration", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetEventDataStore", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetImport", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetInsightSelectors", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetQueryResults", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetResourcePolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListChannels", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListDashboards", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListEventDataStores", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListImportFailures", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListImports", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListInsightsData", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListInsightsMetricData", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListPublicKeys", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListQueries", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "LookupEvents", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutEventConfiguration", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutInsightSelectors", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutResourcePolicy", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "RegisterOrganizationDelegatedAdmin",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "RestoreEventDataStore", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "SearchSampleQueries", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartDashboardRefresh", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartEventDataStoreIngestion", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartImport", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartQuery", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopEventDataStoreIngestion", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopImport", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateChannel", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateDashboard", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateEventDataStore", method: "POST", uri: "/" },
];

/// The errors that these operations declare.
pub mod errors {
    /// `ChannelARNInvalidException`, status 400
    pub fn channel_arn_invalid_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ChannelARNInvalidException", 400, message)
    }
    /// `ChannelNotFoundException`, status 400
    pub fn channel_not_found_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ChannelNotFoundException", 400, message)
    }
    /// `CloudTrailAccessNotEnabledException`, status 400
    pub fn cloud_trail_access_not_enabled_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("CloudTrailAccessNotEnabledException", 400, message)
    }
    /// `CloudTrailARNInvalidException`, status 400
    pub fn cloud_trail_arn_invalid_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("CloudTrailARNInvalidException", 400, message)
    }
    /// `CloudTrailInvalidClientTokenIdException`, status 400
    pub fn cloud_trail_invalid_client_token_id_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("CloudTrailInvalidClientTokenIdException", 400, message)
    }
    /// `CloudWatchLogsDeliveryUnavailableException`, status 400
    pub fn cloud_watch_logs_delivery_unavailable_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("CloudWatchLogsDeliveryUnavailableException", 400, message)
    }
    /// `ConflictException`, status 400
    pub fn conflict_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ConflictException", 400, message)
    }
    /// `EventDataStoreARNInvalidException`, status 400
    pub fn event_data_store_arn_invalid_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("EventDataStoreARNInvalidException", 400, message)
    }
    /// `EventDataStoreNotFoundException`, status 400
    pub fn event_data_store_not_found_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("EventDataStoreNotFoundException", 400, message)
    }
    /// `InactiveEventDataStoreException`, status 400
    pub fn inactive_event_data_store_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InactiveEventDataStoreException", 400, message)
    }
    /// `InsufficientDependencyServiceAccessPermissionException`, status 400
    pub fn insufficient_dependency_service_access_permission_exception(
        message: impl Into<String>,
    ) -> crate::AwsError {
        crate::AwsError::new("InsufficientDependencyServiceAccessPermissionException", 400, message)
    }
    /// `InsufficientEncryptionPolicyException`, status 400
    pub fn insufficient_encryption_policy_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InsufficientEncryptionPolicyException", 400, message)
    }
    /// `InsufficientS3BucketPolicyException`, status 400
    pub fn insufficient_s3_bucket_policy_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InsufficientS3BucketPolicyException", 400, message)
    }
    /// `InsufficientSnsTopicPolicyException`, status 400
    pub fn insufficient_sns_topic_policy_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InsufficientSnsTopicPolicyException", 400, message)
    }
    /// `InvalidCloudWatchLogsLogGroupArnException`, status 400
    pub fn invalid_cloud_watch_logs_log_group_arn_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidCloudWatchLogsLogGroupArnException", 400, message)
    }
    /// `InvalidCloudWatchLogsRoleArnException`, status 400
    pub fn invalid_cloud_watch_logs_role_arn_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidCloudWatchLogsRoleArnException", 400, message)
    }
    /// `InvalidEventSelectorsException`, status 400
    pub fn invalid_event_selectors_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidEventSelectorsException", 400, message)
    }
    /// `InvalidHomeRegionException`, status 400
    pub fn invalid_home_region_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidHomeRegionException", 400, message)
    }
    /// `InvalidKmsKeyIdException`, status 400
    pub fn invalid_kms_key_id_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidKmsKeyIdException", 400, message)
    }
    /// `InvalidParameterCombinationException`, status 400
    pub fn invalid_parameter_combination_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidParameterCombinationException", 400, message)
    }
    /// `InvalidParameterException`, status 400
    pub fn invalid_parameter_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidParameterException", 400, message)
    }
    /// `InvalidS3BucketNameException`, status 400
    pub fn invalid_s3_bucket_name_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidS3BucketNameException", 400, message)
    }
    /// `InvalidS3PrefixException`, status 400
    pub fn invalid_s3_prefix_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidS3PrefixException", 400, message)
    }
    /// `InvalidSnsTopicNameException`, status 400
    pub fn invalid_sns_topic_name_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidSnsTopicNameException", 400, message)
    }
    /// `InvalidTagParameterException`, status 400
    pub fn invalid_tag_parameter_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidTagParameterException", 400, message)
    }
    /// `InvalidTokenException`, status 400
    pub fn invalid_token_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidTokenException", 400, message)
    }
    /// `InvalidTrailNameException`, status 400
    pub fn invalid_trail_name_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidTrailNameException", 400, message)
    }
    /// `KmsException`, status 400
    pub fn kms_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("KmsException", 400, message)
    }
    /// `KmsKeyDisabledException`, status 400
    pub fn kms_key_disabled_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("KmsKeyDisabledException", 400, message)
    }
    /// `KmsKeyNotFoundException`, status 400
    pub fn kms_key_not_found_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("KmsKeyNotFoundException", 400, message)
    }
    /// `MaximumNumberOfTrailsExceededException`, status 400
    pub fn maximum_number_of_trails_exceeded_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("MaximumNumberOfTrailsExceededException", 400, message)
    }
    /// `NoManagementAccountSLRExistsException`, status 400
    pub fn no_management_account_slr_exists_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("NoManagementAccountSLRExistsException", 400, message)
    }
    /// `NotOrganizationMasterAccountException`, status 400
    pub fn not_organization_master_account_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("NotOrganizationMasterAccountException", 400, message)
    }
    /// `OperationNotPermittedException`, status 400
    pub fn operation_not_permitted_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("OperationNotPermittedException", 400, message)
    }
    /// `OrganizationNotInAllFeaturesModeException`, status 400
    pub fn organization_not_in_all_features_mode_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("OrganizationNotInAllFeaturesModeException", 400, message)
    }
    /// `OrganizationsNotInUseException`, status 400
    pub fn organizations_not_in_use_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("OrganizationsNotInUseException", 400, message)
    }
    /// `ResourceNotFoundException`, status 400
    pub fn resource_not_found_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceNotFoundException", 400, message)
    }
    /// `ResourceTypeNotSupportedException`, status 400
    pub fn resource_type_not_supported_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceTypeNotSupportedException", 400, message)
    }
    /// `S3BucketDoesNotExistException`, status 400
    pub fn s3_bucket_does_not_exist_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("S3BucketDoesNotExistException", 400, message)
    }
    /// `TagsLimitExceededException`, status 400
    pub fn tags_limit_exceeded_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("TagsLimitExceededException", 400, message)
    }
    /// `ThrottlingException`, status 400
    pub fn throttling_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ThrottlingException", 400, message)
    }
    /// `TrailAlreadyExistsException`, status 400
    pub fn trail_already_exists_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("TrailAlreadyExistsException", 400, message)
    }
    /// `TrailNotFoundException`, status 400
    pub fn trail_not_found_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("TrailNotFoundException", 400, message)
    }
    /// `TrailNotProvidedException`, status 400
    pub fn trail_not_provided_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("TrailNotProvidedException", 400, message)
    }
    /// `UnsupportedOperationException`, status 400
    pub fn unsupported_operation_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("UnsupportedOperationException", 400, message)
    }
}

crate::macros::structures! {
/// `AddTagsRequest`
AddTagsRequest {
resource_id: ::std::string::String = "ResourceId",
tags_list: Vec<Tag> = "TagsList",
}
/// `AddTagsResponse`
AddTagsResponse {
}
/// `AdvancedEventSelector`
AdvancedEventSelector {
name: Option<::std::string::String> = "Name",
field_selectors: Vec<AdvancedFieldSelector> = "FieldSelectors",
}
/// `AdvancedFieldSelector`
AdvancedFieldSelector {
field: ::std::string::String = "Field",
equals: Option<Vec<::std::string::String>> = "Equals",
starts_with: Option<Vec<::std::string::String>> = "StartsWith",
ends_with: Option<Vec<::std::string::String>> = "EndsWith",
not_equals: Option<Vec<::std::string::String>> = "NotEquals",
not_starts_with: Option<Vec<::std::string::String>> = "NotStartsWith",
not_ends_with: Option<Vec<::std::string::String>> = "NotEndsWith",
}
/// `CreateTrailRequest`
CreateTrailRequest {
name: ::std::string::String = "Name",
s3_bucket_name: ::std::string::String = "S3BucketName",
s3_key_prefix: Option<::std::string::String> = "S3KeyPrefix",
sns_topic_name: Option<::std::string::String> = "SnsTopicName",
include_global_service_events: Option<bool> = "IncludeGlobalServiceEvents",
is_multi_region_trail: Option<bool> = "IsMultiRegionTrail",
enable_log_file_validation: Option<bool> = "EnableLogFileValidation",
cloud_watch_logs_log_group_arn: Option<::std::string::String> = "CloudWatchLogsLogGroupArn",
cloud_watch_logs_role_arn: Option<::std::string::String> = "CloudWatchLogsRoleArn",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
is_organization_trail: Option<bool> = "IsOrganizationTrail",
tags_list: Option<Vec<Tag>> = "TagsList",
recursive_logging: Option<bool> = "RecursiveLogging",
}
/// `CreateTrailResponse`
CreateTrailResponse {
name: Option<::std::string::String> = "Name",
s3_bucket_name: Option<::std::string::String> = "S3BucketName",
s3_key_prefix: Option<::std::string::String> = "S3KeyPrefix",
sns_topic_name: Option<::std::string::String> = "SnsTopicName",
sns_topic_arn: Option<::std::string::String> = "SnsTopicARN",
include_global_service_events: Option<bool> = "IncludeGlobalServiceEvents",
is_multi_region_trail: Option<bool> = "IsMultiRegionTrail",
trail_arn: Option<::std::string::String> = "TrailARN",
log_file_validation_enabled: Option<bool> = "LogFileValidationEnabled",
cloud_watch_logs_log_group_arn: Option<::std::string::String> = "CloudWatchLogsLogGroupArn",
cloud_watch_logs_role_arn: Option<::std::string::String> = "CloudWatchLogsRoleArn",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
is_organization_trail: Option<bool> = "IsOrganizationTrail",
recursive_logging: Option<bool> = "RecursiveLogging",
}
/// `DataResource`
DataResource {
r#type: Option<::std::string::String> = "Type",
values: Option<Vec<::std::string::String>> = "Values",
}
/// `DeleteTrailRequest`
DeleteTrailRequest {
name: ::std::string::String = "Name",
}
/// `DeleteTrailResponse`
DeleteTrailResponse {
}
/// `DescribeTrailsRequest`
DescribeTrailsRequest {
trail_name_list: Option<Vec<::std::string::String>> = "trailNameList",
include_shadow_trails: Option<bool> = "includeShadowTrails",
}
/// `DescribeTrailsResponse`
DescribeTrailsResponse {
trail_list: Option<Vec<Trail>> = "trailList",
}
/// `EventSelector`
EventSelector {
read_write_type: Option<::std::string::String> = "ReadWriteType",
include_management_events: Option<bool> = "IncludeManagementEvents",
data_resources: Option<Vec<DataResource>> = "DataResources",
exclude_management_event_sources: Option<Vec<::std::string::String>> = "ExcludeManagementEventSources",
}
/// `GetEventSelectorsRequest`
GetEventSelectorsRequest {
trail_name: ::std::string::String = "TrailName",
}
/// `GetEventSelectorsResponse`
GetEventSelectorsResponse {
trail_arn: Option<::std::string::String> = "TrailARN",
event_selectors: Option<Vec<EventSelector>> = "EventSelectors",
advanced_event_selectors: Option<Vec<AdvancedEventSelector>> = "AdvancedEventSelectors",
}
/// `GetTrailRequest`
GetTrailRequest {
name: ::std::string::String = "Name",
}
/// `GetTrailResponse`
GetTrailResponse {
trail: Option<Trail> = "Trail",
}
/// `GetTrailStatusRequest`
GetTrailStatusRequest {
name: ::std::string::String = "Name",
}
/// `GetTrailStatusResponse`
GetTrailStatusResponse {
is_logging: Option<bool> = "IsLogging",
latest_delivery_error: Option<::std::string::String> = "LatestDeliveryError",
latest_notification_error: Option<::std::string::String> = "LatestNotificationError",
latest_delivery_time: Option<crate::Timestamp> = "LatestDeliveryTime",
latest_notification_time: Option<crate::Timestamp> = "LatestNotificationTime",
start_logging_time: Option<crate::Timestamp> = "StartLoggingTime",
stop_logging_time: Option<crate::Timestamp> = "StopLoggingTime",
latest_cloud_watch_logs_delivery_error: Option<::std::string::String> = "LatestCloudWatchLogsDeliveryError",
latest_cloud_watch_logs_delivery_time: Option<crate::Timestamp> = "LatestCloudWatchLogsDeliveryTime",
latest_digest_delivery_time: Option<crate::Timestamp> = "LatestDigestDeliveryTime",
latest_digest_delivery_error: Option<::std::string::String> = "LatestDigestDeliveryError",
latest_delivery_attempt_time: Option<::std::string::String> = "LatestDeliveryAttemptTime",
latest_notification_attempt_time: Option<::std::string::String> = "LatestNotificationAttemptTime",
latest_notification_attempt_succeeded: Option<::std::string::String> = "LatestNotificationAttemptSucceeded",
latest_delivery_attempt_succeeded: Option<::std::string::String> = "LatestDeliveryAttemptSucceeded",
time_logging_started: Option<::std::string::String> = "TimeLoggingStarted",
time_logging_stopped: Option<::std::string::String> = "TimeLoggingStopped",
}
/// `ListTagsRequest`
ListTagsRequest {
resource_id_list: Vec<::std::string::String> = "ResourceIdList",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListTagsResponse`
ListTagsResponse {
resource_tag_list: Option<Vec<ResourceTag>> = "ResourceTagList",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListTrailsRequest`
ListTrailsRequest {
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListTrailsResponse`
ListTrailsResponse {
trails: Option<Vec<TrailInfo>> = "Trails",
next_token: Option<::std::string::String> = "NextToken",
}
/// `PutEventSelectorsRequest`
PutEventSelectorsRequest {
trail_name: ::std::string::String = "TrailName",
event_selectors: Option<Vec<EventSelector>> = "EventSelectors",
advanced_event_selectors: Option<Vec<AdvancedEventSelector>> = "AdvancedEventSelectors",
}
/// `PutEventSelectorsResponse`
PutEventSelectorsResponse {
trail_arn: Option<::std::string::String> = "TrailARN",
event_selectors: Option<Vec<EventSelector>> = "EventSelectors",
advanced_event_selectors: Option<Vec<AdvancedEventSelector>> = "AdvancedEventSelectors",
}
/// `RemoveTagsRequest`
RemoveTagsRequest {
resource_id: ::std::string::String = "ResourceId",
tags_list: Vec<Tag> = "TagsList",
}
/// `RemoveTagsResponse`
RemoveTagsResponse {
}
/// `ResourceTag`
ResourceTag {
resource_id: Option<::std::string::String> = "ResourceId",
tags_list: Option<Vec<Tag>> = "TagsList",
}
/// `StartLoggingRequest`
StartLoggingRequest {
name: ::std::string::String = "Name",
}
/// `StartLoggingResponse`
StartLoggingResponse {
}
/// `StopLoggingRequest`
StopLoggingRequest {
name: ::std::string::String = "Name",
}
/// `StopLoggingResponse`
StopLoggingResponse {
}
/// `Tag`
Tag {
key: ::std::string::String = "Key",
value: Option<::std::string::String> = "Value",
}
/// `Trail`
Trail {
name: Option<::std::string::String> = "Name",
s3_bucket_name: Option<::std::string::String> = "S3BucketName",
s3_key_prefix: Option<::std::string::String> = "S3KeyPrefix",
sns_topic_name: Option<::std::string::String> = "SnsTopicName",
sns_topic_arn: Option<::std::string::String> = "SnsTopicARN",
include_global_service_events: Option<bool> = "IncludeGlobalServiceEvents",
is_multi_region_trail: Option<bool> = "IsMultiRegionTrail",
home_region: Option<::std::string::String> = "HomeRegion",
trail_arn: Option<::std::string::String> = "TrailARN",
log_file_validation_enabled: Option<bool> = "LogFileValidationEnabled",
cloud_watch_logs_log_group_arn: Option<::std::string::String> = "CloudWatchLogsLogGroupArn",
cloud_watch_logs_role_arn: Option<::std::string::String> = "CloudWatchLogsRoleArn",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
has_custom_event_selectors: Option<bool> = "HasCustomEventSelectors",
has_insight_selectors: Option<bool> = "HasInsightSelectors",
is_organization_trail: Option<bool> = "IsOrganizationTrail",
recursive_logging: Option<bool> = "RecursiveLogging",
}
/// `TrailInfo`
TrailInfo {
trail_arn: Option<::std::string::String> = "TrailARN",
name: Option<::std::string::String> = "Name",
home_region: Option<::std::string::String> = "HomeRegion",
}
/// `UpdateTrailRequest`
UpdateTrailRequest {
name: ::std::string::String = "Name",
s3_bucket_name: Option<::std::string::String> = "S3BucketName",
s3_key_prefix: Option<::std::string::String> = "S3KeyPrefix",
sns_topic_name: Option<::std::string::String> = "SnsTopicName",
include_global_service_events: Option<bool> = "IncludeGlobalServiceEvents",
is_multi_region_trail: Option<bool> = "IsMultiRegionTrail",
enable_log_file_validation: Option<bool> = "EnableLogFileValidation",
cloud_watch_logs_log_group_arn: Option<::std::string::String> = "CloudWatchLogsLogGroupArn",
cloud_watch_logs_role_arn: Option<::std::string::String> = "CloudWatchLogsRoleArn",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
is_organization_trail: Option<bool> = "IsOrganizationTrail",
recursive_logging: Option<bool> = "RecursiveLogging",
}
/// `UpdateTrailResponse`
UpdateTrailResponse {
name: Option<::std::string::String> = "Name",
s3_bucket_name: Option<::std::string::String> = "S3BucketName",
s3_key_prefix: Option<::std::string::String> = "S3KeyPrefix",
sns_topic_name: Option<::std::string::String> = "SnsTopicName",
sns_topic_arn: Option<::std::string::String> = "SnsTopicARN",
include_global_service_events: Option<bool> = "IncludeGlobalServiceEvents",
is_multi_region_trail: Option<bool> = "IsMultiRegionTrail",
trail_arn: Option<::std::string::String> = "TrailARN",
log_file_validation_enabled: Option<bool> = "LogFileValidationEnabled",
cloud_watch_logs_log_group_arn: Option<::std::string::String> = "CloudWatchLogsLogGroupArn",
cloud_watch_logs_role_arn: Option<::std::string::String> = "CloudWatchLogsRoleArn",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
is_organization_trail: Option<bool> = "IsOrganizationTrail",
recursive_logging: Option<bool> = "RecursiveLogging",
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
    pub static AddTagsRequest: Shape = Shape {
        name: "AddTagsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ResourceId", &String).required(),
                Member::new("TagsList", &TagsList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AddTagsResponse: Shape = Shape {
        name: "AddTagsResponse",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static AdvancedEventSelector: Shape = Shape {
        name: "AdvancedEventSelector",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &SelectorName),
                Member::new("FieldSelectors", &AdvancedFieldSelectors).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AdvancedEventSelectors: Shape = Shape {
        name: "AdvancedEventSelectors",
        kind: Kind::List {
            member: Member::new("member", &AdvancedEventSelector),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static AdvancedFieldSelector: Shape = Shape {
        name: "AdvancedFieldSelector",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Field", &SelectorField).required(),
                Member::new("Equals", &Operator),
                Member::new("StartsWith", &Operator),
                Member::new("EndsWith", &Operator),
                Member::new("NotEquals", &Operator),
                Member::new("NotStartsWith", &Operator),
                Member::new("NotEndsWith", &Operator),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AdvancedFieldSelectors: Shape = Shape {
        name: "AdvancedFieldSelectors",
        kind: Kind::List {
            member: Member::new("member", &AdvancedFieldSelector),
            flattened: false,
            range: Range::min(1.0),
        },
    };
    pub static Boolean: Shape = Shape { name: "Boolean", kind: Kind::Bool };
    pub static CreateTrailRequest: Shape = Shape {
        name: "CreateTrailRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &String).required(),
                Member::new("S3BucketName", &String).required(),
                Member::new("S3KeyPrefix", &String),
                Member::new("SnsTopicName", &String),
                Member::new("IncludeGlobalServiceEvents", &Boolean),
                Member::new("IsMultiRegionTrail", &Boolean),
                Member::new("EnableLogFileValidation", &Boolean),
                Member::new("CloudWatchLogsLogGroupArn", &String),
                Member::new("CloudWatchLogsRoleArn", &String),
                Member::new("KmsKeyId", &String),
                Member::new("IsOrganizationTrail", &Boolean),
                Member::new("TagsList", &TagsList),
                Member::new("RecursiveLogging", &Boolean),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateTrailResponse: Shape = Shape {
        name: "CreateTrailResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &String),
                Member::new("S3BucketName", &String),
                Member::new("S3KeyPrefix", &String),
                Member::new("SnsTopicName", &String),
                Member::new("SnsTopicARN", &String),
                Member::new("IncludeGlobalServiceEvents", &Boolean),
                Member::new("IsMultiRegionTrail", &Boolean),
                Member::new("TrailARN", &String),
                Member::new("LogFileValidationEnabled", &Boolean),
                Member::new("CloudWatchLogsLogGroupArn", &String),
                Member::new("CloudWatchLogsRoleArn", &String),
                Member::new("KmsKeyId", &String),
                Member::new("IsOrganizationTrail", &Boolean),
                Member::new("RecursiveLogging", &Boolean),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DataResource: Shape = Shape {
        name: "DataResource",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Type", &String), Member::new("Values", &DataResourceValues)],
            payload: None,
            union: false,
        }),
    };
    pub static DataResourceValues: Shape = Shape {
        name: "DataResourceValues",
        kind: Kind::List { member: Member::new("member", &String), flattened: false, range: Range::ANY },
    };
    pub static DataResources: Shape = Shape {
        name: "DataResources",
        kind: Kind::List {
            member: Member::new("member", &DataResource),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static Date: Shape = Shape { name: "Date", kind: Kind::Time(None) };
    pub static DeleteTrailRequest: Shape = Shape {
        name: "DeleteTrailRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Name", &String).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteTrailResponse: Shape = Shape {
        name: "DeleteTrailResponse",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static DescribeTrailsRequest: Shape = Shape {
        name: "DescribeTrailsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("trailNameList", &TrailNameList),
                Member::new("includeShadowTrails", &Boolean),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeTrailsResponse: Shape = Shape {
        name: "DescribeTrailsResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("trailList", &TrailList)],
            payload: None,
            union: false,
        }),
    };
    pub static EventSelector: Shape = Shape {
        name: "EventSelector",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ReadWriteType", &ReadWriteType),
                Member::new("IncludeManagementEvents", &Boolean),
                Member::new("DataResources", &DataResources),
                Member::new("ExcludeManagementEventSources", &ExcludeManagementEventSources),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EventSelectors: Shape = Shape {
        name: "EventSelectors",
        kind: Kind::List {
            member: Member::new("member", &EventSelector),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ExcludeManagementEventSources: Shape = Shape {
        name: "ExcludeManagementEventSources",
        kind: Kind::List { member: Member::new("member", &String), flattened: false, range: Range::ANY },
    };
    pub static GetEventSelectorsRequest: Shape = Shape {
        name: "GetEventSelectorsRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("TrailName", &String).required()],
            payload: None,
            union: false,
        }),
    };
    pub static GetEventSelectorsResponse: Shape = Shape {
        name: "GetEventSelectorsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrailARN", &String),
                Member::new("EventSelectors", &EventSelectors),
                Member::new("AdvancedEventSelectors", &AdvancedEventSelectors),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetTrailRequest: Shape = Shape {
        name: "GetTrailRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Name", &String).required()],
            payload: None,
            union: false,
        }),
    };
    pub static GetTrailResponse: Shape = Shape {
        name: "GetTrailResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Trail", &Trail)],
            payload: None,
            union: false,
        }),
    };
    pub static GetTrailStatusRequest: Shape = Shape {
        name: "GetTrailStatusRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Name", &String).required()],
            payload: None,
            union: false,
        }),
    };
    pub static GetTrailStatusResponse: Shape = Shape {
        name: "GetTrailStatusResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("IsLogging", &Boolean),
                Member::new("LatestDeliveryError", &String),
                Member::new("LatestNotificationError", &String),
                Member::new("LatestDeliveryTime", &Date),
                Member::new("LatestNotificationTime", &Date),
                Member::new("StartLoggingTime", &Date),
                Member::new("StopLoggingTime", &Date),
                Member::new("LatestCloudWatchLogsDeliveryError", &String),
                Member::new("LatestCloudWatchLogsDeliveryTime", &Date),
                Member::new("LatestDigestDeliveryTime", &Date),
                Member::new("LatestDigestDeliveryError", &String),
                Member::new("LatestDeliveryAttemptTime", &String),
                Member::new("LatestNotificationAttemptTime", &String),
                Member::new("LatestNotificationAttemptSucceeded", &String),
                Member::new("LatestDeliveryAttemptSucceeded", &String),
                Member::new("TimeLoggingStarted", &String),
                Member::new("TimeLoggingStopped", &String),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsRequest: Shape = Shape {
        name: "ListTagsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ResourceIdList", &ResourceIdList).required(),
                Member::new("NextToken", &String),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsResponse: Shape = Shape {
        name: "ListTagsResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ResourceTagList", &ResourceTagList), Member::new("NextToken", &String)],
            payload: None,
            union: false,
        }),
    };
    pub static ListTrailsRequest: Shape = Shape {
        name: "ListTrailsRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("NextToken", &String)],
            payload: None,
            union: false,
        }),
    };
    pub static ListTrailsResponse: Shape = Shape {
        name: "ListTrailsResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Trails", &Trails), Member::new("NextToken", &String)],
            payload: None,
            union: false,
        }),
    };
    pub static Operator: Shape = Shape {
        name: "Operator",
        kind: Kind::List {
            member: Member::new("member", &OperatorValue),
            flattened: false,
            range: Range::min(1.0),
        },
    };
    pub static OperatorValue: Shape = Shape {
        name: "OperatorValue",
        kind: Kind::Str { values: &[], pattern: ".+", range: Range::between(1.0, 2048.0) },
    };
    pub static PutEventSelectorsRequest: Shape = Shape {
        name: "PutEventSelectorsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrailName", &String).required(),
                Member::new("EventSelectors", &EventSelectors),
                Member::new("AdvancedEventSelectors", &AdvancedEventSelectors),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutEventSelectorsResponse: Shape = Shape {
        name: "PutEventSelectorsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrailARN", &String),
                Member::new("EventSelectors", &EventSelectors),
                Member::new("AdvancedEventSelectors", &AdvancedEventSelectors),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ReadWriteType: Shape = Shape {
        name: "ReadWriteType",
        kind: Kind::Str { values: &["ReadOnly", "WriteOnly", "All"], pattern: "", range: Range::ANY },
    };
    pub static RemoveTagsRequest: Shape = Shape {
        name: "RemoveTagsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ResourceId", &String).required(),
                Member::new("TagsList", &TagsList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RemoveTagsResponse: Shape = Shape {
        name: "RemoveTagsResponse",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static ResourceIdList: Shape = Shape {
        name: "ResourceIdList",
        kind: Kind::List { member: Member::new("member", &String), flattened: false, range: Range::ANY },
    };
    pub static ResourceTag: Shape = Shape {
        name: "ResourceTag",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ResourceId", &String), Member::new("TagsList", &TagsList)],
            payload: None,
            union: false,
        }),
    };
    pub static ResourceTagList: Shape = Shape {
        name: "ResourceTagList",
        kind: Kind::List { member: Member::new("member", &ResourceTag), flattened: false, range: Range::ANY },
    };
    pub static SelectorField: Shape = Shape {
        name: "SelectorField",
        kind: Kind::Str { values: &[], pattern: "[\\w|\\d|\\.|_]+", range: Range::between(1.0, 1000.0) },
    };
    pub static SelectorName: Shape = Shape {
        name: "SelectorName",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 1000.0) },
    };
    pub static StartLoggingRequest: Shape = Shape {
        name: "StartLoggingRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Name", &String).required()],
            payload: None,
            union: false,
        }),
    };
    pub static StartLoggingResponse: Shape = Shape {
        name: "StartLoggingResponse",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static StopLoggingRequest: Shape = Shape {
        name: "StopLoggingRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Name", &String).required()],
            payload: None,
            union: false,
        }),
    };
    pub static StopLoggingResponse: Shape = Shape {
        name: "StopLoggingResponse",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static String: Shape =
        Shape { name: "String", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static Tag: Shape = Shape {
        name: "Tag",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Key", &TagKey).required(), Member::new("Value", &TagValue)],
            payload: None,
            union: false,
        }),
    };
    pub static TagKey: Shape = Shape {
        name: "TagKey",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 128.0) },
    };
    pub static TagValue: Shape = Shape {
        name: "TagValue",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 256.0) },
    };
    pub static TagsList: Shape = Shape {
        name: "TagsList",
        kind: Kind::List { member: Member::new("member", &Tag), flattened: false, range: Range::max(200.0) },
    };
    pub static Trail: Shape = Shape {
        name: "Trail",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &String),
                Member::new("S3BucketName", &String),
                Member::new("S3KeyPrefix", &String),
                Member::new("SnsTopicName", &String),
                Member::new("SnsTopicARN", &String),
                Member::new("IncludeGlobalServiceEvents", &Boolean),
                Member::new("IsMultiRegionTrail", &Boolean),
                Member::new("HomeRegion", &String),
                Member::new("TrailARN", &String),
                Member::new("LogFileValidationEnabled", &Boolean),
                Member::new("CloudWatchLogsLogGroupArn", &String),
                Member::new("CloudWatchLogsRoleArn", &String),
                Member::new("KmsKeyId", &String),
                Member::new("HasCustomEventSelectors", &Boolean),
                Member::new("HasInsightSelectors", &Boolean),
                Member::new("IsOrganizationTrail", &Boolean),
                Member::new("RecursiveLogging", &Boolean),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrailInfo: Shape = Shape {
        name: "TrailInfo",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrailARN", &String),
                Member::new("Name", &String),
                Member::new("HomeRegion", &String),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrailList: Shape = Shape {
        name: "TrailList",
        kind: Kind::List { member: Member::new("member", &Trail), flattened: false, range: Range::ANY },
    };
    pub static TrailNameList: Shape = Shape {
        name: "TrailNameList",
        kind: Kind::List { member: Member::new("member", &String), flattened: false, range: Range::ANY },
    };
    pub static Trails: Shape = Shape {
        name: "Trails",
        kind: Kind::List { member: Member::new("member", &TrailInfo), flattened: false, range: Range::ANY },
    };
    pub static UpdateTrailRequest: Shape = Shape {
        name: "UpdateTrailRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &String).required(),
                Member::new("S3BucketName", &String),
                Member::new("S3KeyPrefix", &String),
                Member::new("SnsTopicName", &String),
                Member::new("IncludeGlobalServiceEvents", &Boolean),
                Member::new("IsMultiRegionTrail", &Boolean),
                Member::new("EnableLogFileValidation", &Boolean),
                Member::new("CloudWatchLogsLogGroupArn", &String),
                Member::new("CloudWatchLogsRoleArn", &String),
                Member::new("KmsKeyId", &String),
                Member::new("IsOrganizationTrail", &Boolean),
                Member::new("RecursiveLogging", &Boolean),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateTrailResponse: Shape = Shape {
        name: "UpdateTrailResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &String),
                Member::new("S3BucketName", &String),
                Member::new("S3KeyPrefix", &String),
                Member::new("SnsTopicName", &String),
                Member::new("SnsTopicARN", &String),
                Member::new("IncludeGlobalServiceEvents", &Boolean),
                Member::new("IsMultiRegionTrail", &Boolean),
                Member::new("TrailARN", &String),
                Member::new("LogFileValidationEnabled", &Boolean),
                Member::new("CloudWatchLogsLogGroupArn", &String),
                Member::new("CloudWatchLogsRoleArn", &String),
                Member::new("KmsKeyId", &String),
                Member::new("IsOrganizationTrail", &Boolean),
                Member::new("RecursiveLogging", &Boolean),
            ],
            payload: None,
            union: false,
        }),
    };
}
