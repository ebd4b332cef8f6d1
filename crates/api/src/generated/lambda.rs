// Written by `cargo xtask codegen` from AWS's service models; do not edit.
//! The shapes and operations of `lambda`.

#[allow(unused_imports, reason = "not every service needs each")]
use crate::schema::{Kind, Location, Member, Range, Shape, Structure, TimeFormat};
use crate::{Access, IamAction, Operation, OperationType, Protocol, Service, UnservedOperation};

/// The service.
pub static SERVICE: Service = Service {
    id: "lambda",
    sdk_id: "lambda",
    signing_name: "lambda",
    endpoint_prefix: "lambda",
    protocol: Protocol::RestJson,
    protocols: &[Protocol::RestJson],
    query_compatible: false,
    error_names: &[],
    api_version: "2015-03-31",
    target_prefix: "",
    xml_namespace: "",
    global: false,
};

/// The served operations.
pub static OPERATIONS: [Operation; 16] = [
    Operation {
        service: &SERVICE,
        name: "AddPermission",
        method: "POST",
        uri: "/2015-03-31/functions/{FunctionName}/policy",
        status: 201,
        input: Some(&schemas::AddPermissionRequest),
        input_root: None,
        output: Some(&schemas::AddPermissionResponse),
        action: IamAction::Named("lambda:AddPermission"),
        resources: "arn:{partition}:lambda:{region}:{account}:function:{FunctionName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateFunction",
        method: "POST",
        uri: "/2015-03-31/functions",
        status: 201,
        input: Some(&schemas::CreateFunctionRequest),
        input_root: None,
        output: Some(&schemas::FunctionConfiguration),
        action: IamAction::Named("lambda:CreateFunction"),
        resources: "arn:{partition}:lambda:{region}:{account}:function:{FunctionName}",
        also: &[("iam:PassRole", "{Role}")],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteFunction",
        method: "DELETE",
        uri: "/2015-03-31/functions/{FunctionName}",
        status: 200,
        input: Some(&schemas::DeleteFunctionRequest),
        input_root: None,
        output: Some(&schemas::DeleteFunctionResponse),
        action: IamAction::Named("lambda:DeleteFunction"),
        resources: "arn:{partition}:lambda:{region}:{account}:function:{FunctionName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetFunction",
        method: "GET",
        uri: "/2015-03-31/functions/{FunctionName}",
        status: 200,
        input: Some(&schemas::GetFunctionRequest),
        input_root: None,
        output: Some(&schemas::GetFunctionResponse),
        action: IamAction::Named("lambda:GetFunction"),
        resources: "arn:{partition}:lambda:{region}:{account}:function:{FunctionName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetFunctionCodeSigningConfig",
        method: "GET",
        uri: "/2020-06-30/functions/{FunctionName}/code-signing-config",
        status: 200,
        input: Some(&schemas::GetFunctionCodeSigningConfigRequest),
        input_root: None,
        output: Some(&schemas::GetFunctionCodeSigningConfigResponse),
        action: IamAction::Named("lambda:GetFunctionCodeSigningConfig"),
        resources: "arn:{partition}:lambda:{region}:{account}:function:{FunctionName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetFunctionConfiguration",
        method: "GET",
        uri: "/2015-03-31/functions/{FunctionName}/configuration",
        status: 200,
        input: Some(&schemas::GetFunctionConfigurationRequest),
        input_root: None,
        output: Some(&schemas::FunctionConfiguration),
        action: IamAction::Named("lambda:GetFunctionConfiguration"),
        resources: "arn:{partition}:lambda:{region}:{account}:function:{FunctionName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetPolicy",
        method: "GET",
        uri: "/2015-03-31/functions/{FunctionName}/policy",
        status: 200,
        input: Some(&schemas::GetPolicyRequest),
        input_root: None,
        output: Some(&schemas::GetPolicyResponse),
        action: IamAction::Named("lambda:GetPolicy"),
        resources: "arn:{partition}:lambda:{region}:{account}:function:{FunctionName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "Invoke",
        method: "POST",
        uri: "/2015-03-31/functions/{FunctionName}/invocations",
        status: 200,
        input: Some(&schemas::InvocationRequest),
        input_root: None,
        output: Some(&schemas::InvocationResponse),
        action: IamAction::Named("lambda:InvokeFunction"),
        resources: "arn:{partition}:lambda:{region}:{account}:function:{FunctionName}",
        also: &[],
        access: Access::Write,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "ListFunctions",
        method: "GET",
        uri: "/2015-03-31/functions",
        status: 200,
        input: Some(&schemas::ListFunctionsRequest),
        input_root: None,
        output: Some(&schemas::ListFunctionsResponse),
        action: IamAction::Named("lambda:ListFunctions"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListTags",
        method: "GET",
        uri: "/2017-03-31/tags/{Resource}",
        status: 200,
        input: Some(&schemas::ListTagsRequest),
        input_root: None,
        output: Some(&schemas::ListTagsResponse),
        action: IamAction::Named("lambda:ListTags"),
        resources: "{Resource}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListVersionsByFunction",
        method: "GET",
        uri: "/2015-03-31/functions/{FunctionName}/versions",
        status: 200,
        input: Some(&schemas::ListVersionsByFunctionRequest),
        input_root: None,
        output: Some(&schemas::ListVersionsByFunctionResponse),
        action: IamAction::Named("lambda:ListVersionsByFunction"),
        resources: "arn:{partition}:lambda:{region}:{account}:function:{FunctionName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "RemovePermission",
        method: "DELETE",
        uri: "/2015-03-31/functions/{FunctionName}/policy/{StatementId}",
        status: 204,
        input: Some(&schemas::RemovePermissionRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("lambda:RemovePermission"),
        resources: "arn:{partition}:lambda:{region}:{account}:function:{FunctionName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "TagResource",
        method: "POST",
        uri: "/2017-03-31/tags/{Resource}",
        status: 204,
        input: Some(&schemas::TagResourceRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("lambda:TagResource"),
        resources: "{Resource}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UntagResource",
        method: "DELETE",
        uri: "/2017-03-31/tags/{Resource}",
        status: 204,
        input: Some(&schemas::UntagResourceRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("lambda:UntagResource"),
        resources: "{Resource}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateFunctionCode",
        method: "PUT",
        uri: "/2015-03-31/functions/{FunctionName}/code",
        status: 200,
        input: Some(&schemas::UpdateFunctionCodeRequest),
        input_root: None,
        output: Some(&schemas::FunctionConfiguration),
        action: IamAction::Named("lambda:UpdateFunctionCode"),
        resources: "arn:{partition}:lambda:{region}:{account}:function:{FunctionName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateFunctionConfiguration",
        method: "PUT",
        uri: "/2015-03-31/functions/{FunctionName}/configuration",
        status: 200,
        input: Some(&schemas::UpdateFunctionConfigurationRequest),
        input_root: None,
        output: Some(&schemas::FunctionConfiguration),
        action: IamAction::Named("lambda:UpdateFunctionConfiguration"),
        resources: "arn:{partition}:lambda:{region}:{account}:function:{FunctionName}",
        also: &[("iam:PassRole", "{Role}")],
        access: Access::Write,
        data_event: false,
    },
];

/// The served operations as types.
pub mod ops {
    use super::{Operation, OperationType};
    /// `AddPermission`
    #[derive(Clone, Copy, Debug)]
    pub struct AddPermission;
    impl OperationType for AddPermission {
        type Input = super::AddPermissionRequest;
        type Output = super::AddPermissionResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[0];
    }

    /// `CreateFunction`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateFunction;
    impl OperationType for CreateFunction {
        type Input = super::CreateFunctionRequest;
        type Output = super::FunctionConfiguration;
        const OPERATION: &'static Operation = &super::OPERATIONS[1];
    }

    /// `DeleteFunction`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteFunction;
    impl OperationType for DeleteFunction {
        type Input = super::DeleteFunctionRequest;
        type Output = super::DeleteFunctionResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[2];
    }

    /// `GetFunction`
    #[derive(Clone, Copy, Debug)]
    pub struct GetFunction;
    impl OperationType for GetFunction {
        type Input = super::GetFunctionRequest;
        type Output = super::GetFunctionResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[3];
    }

    /// `GetFunctionCodeSigningConfig`
    #[derive(Clone, Copy, Debug)]
    pub struct GetFunctionCodeSigningConfig;
    impl OperationType for GetFunctionCodeSigningConfig {
        type Input = super::GetFunctionCodeSigningConfigRequest;
        type Output = super::GetFunctionCodeSigningConfigResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[4];
    }

    /// `GetFunctionConfiguration`
    #[derive(Clone, Copy, Debug)]
    pub struct GetFunctionConfiguration;
    impl OperationType for GetFunctionConfiguration {
        type Input = super::GetFunctionConfigurationRequest;
        type Output = super::FunctionConfiguration;
        const OPERATION: &'static Operation = &super::OPERATIONS[5];
    }

    /// `GetPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct GetPolicy;
    impl OperationType for GetPolicy {
        type Input = super::GetPolicyRequest;
        type Output = super::GetPolicyResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[6];
    }

    /// `Invoke`
    #[derive(Clone, Copy, Debug)]
    pub struct Invoke;
    impl OperationType for Invoke {
        type Input = super::InvocationRequest;
        type Output = super::InvocationResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[7];
    }

    /// `ListFunctions`
    #[derive(Clone, Copy, Debug)]
    pub struct ListFunctions;
    impl OperationType for ListFunctions {
        type Input = super::ListFunctionsRequest;
        type Output = super::ListFunctionsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[8];
    }

    /// `ListTags`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTags;
    impl OperationType for ListTags {
        type Input = super::ListTagsRequest;
        type Output = super::ListTagsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[9];
    }

    /// `ListVersionsByFunction`
    #[derive(Clone, Copy, Debug)]
    pub struct ListVersionsByFunction;
    impl OperationType for ListVersionsByFunction {
        type Input = super::ListVersionsByFunctionRequest;
        type Output = super::ListVersionsByFunctionResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[10];
    }

    /// `RemovePermission`
    #[derive(Clone, Copy, Debug)]
    pub struct RemovePermission;
    impl OperationType for RemovePermission {
        type Input = super::RemovePermissionRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[11];
    }

    /// `TagResource`
    #[derive(Clone, Copy, Debug)]
    pub struct TagResource;
    impl OperationType for TagResource {
        type Input = super::TagResourceRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[12];
    }

    /// `UntagResource`
    #[derive(Clone, Copy, Debug)]
    pub struct UntagResource;
    impl OperationType for UntagResource {
        type Input = super::UntagResourceRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[13];
    }

    /// `UpdateFunctionCode`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateFunctionCode;
    impl OperationType for UpdateFunctionCode {
        type Input = super::UpdateFunctionCodeRequest;
        type Output = super::FunctionConfiguration;
        const OPERATION: &'static Operation = &super::OPERATIONS[14];
    }

    /// `UpdateFunctionConfiguration`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateFunctionConfiguration;
    impl OperationType for UpdateFunctionConfiguration {
        type Input = super::UpdateFunctionConfigurationRequest;
        type Output = super::FunctionConfiguration;
        const OPERATION: &'static Operation = &super::OPERATIONS[15];
    }
}

/// What AWS has here and lirio does not serve.
pub static UNSERVED: &[UnservedOperation] = &[
    UnservedOperation {
        service: &SERVICE,
        name: "AddLayerVersionPermission",
        method: "POST",
        uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "CheckpointDurableExecution",
        method: "POST",
        uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/checkpoint",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "CreateAlias",
        method: "POST",
        uri: "/2015-03-31/functions/{FunctionName}/aliases",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "CreateCapacityProvider",
        method: "POST",
        uri: "/2025-11-30/capacity-providers",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "CreateCodeSigningConfig",
        method: "POST",
        uri: "/2020-04-22/code-signing-configs",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "CreateEventSourceMapping",
        method: "POST",
        uri: "/2015-03-31/event-source-mappings",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "CreateFunctionUrlConfig",
        method: "POST",
        uri: "/2021-10-31/functions/{FunctionName}/url",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteAlias",
        method: "DELETE",
        uri: "/2015-03-31/functions/{FunctionName}/aliases/{Name}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteCapacityProvider",
        method: "DELETE",
        uri: "/2025-11-30/capacity-providers/{CapacityProviderName}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteCodeSigningConfig",
        method: "DELETE",
        uri: "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteDurableExecution",
        method: "DELETE",
        uri: "/2025-12-01/durable-executions/{DurableExecutionArn}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteEventSourceMapping",
        method: "DELETE",
        uri: "/2015-03-31/event-source-mappings/{UUID}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteFunctionCodeSigningConfig",
        method: "DELETE",
        uri: "/2020-06-30/functions/{FunctionName}/code-signing-config",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteFunctionConcurrency",
        method: "DELETE",
        uri: "/2017-10-31/functions/{FunctionName}/concurrency",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteFunctionEventInvokeConfig",
        method: "DELETE",
        uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteFunctionUrlConfig",
        method: "DELETE",
        uri: "/2021-10-31/functions/{FunctionName}/url",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteLayerVersion",
        method: "DELETE",
        uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteProvisionedConcurrencyConfig",
        method: "DELETE",
        uri: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteResourcePolicy",
        method: "DELETE",
        uri: "/2026-07-09/resource-policy/{ResourceArn}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetAccountSettings",
        method: "GET",
        uri: "/2016-08-19/account-settings",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetAlias",
        method: "GET",
        uri: "/2015-03-31/functions/{FunctionName}/aliases/{Name}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetCapacityProvider",
        method: "GET",
        uri: "/2025-11-30/capacity-providers/{CapacityProviderName}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetCodeSigningConfig",
        method: "GET",
        uri: "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetDurableExecution",
        method: "GET",
        uri: "/2025-12-01/durable-executions/{DurableExecutionArn}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetDurableExecutionHistory",
        method: "GET",
        uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/history",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetDurableExecutionState",
        method: "GET",
        uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/state",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetEventSourceMapping",
        method: "GET",
        uri: "/2015-03-31/event-source-mappings/{UUID}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetFunctionConcurrency",
        method: "GET",
        uri: "/2019-09-30/functions/{FunctionName}/concurrency",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetFunctionEventInvokeConfig",
        method: "GET",
        uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetFunctionRecursionConfig",
        method: "GET",
        uri: "/2024-08-31/functions/{FunctionName}/recursion-config",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetFunctionScalingConfig",
        method: "GET",
        uri: "/2025-11-30/functions/{FunctionName}/function-scaling-config",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetFunctionUrlConfig",
        method: "GET",
        uri: "/2021-10-31/functions/{FunctionName}/url",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetLayerVersion",
        method: "GET",
        uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetLayerVersionByArn",
        method: "GET",
        uri: "/2018-10-31/layers?find=LayerVersion",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetLayerVersionPolicy",
        method: "GET",
        uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetProvisionedConcurrencyConfig",
        method: "GET",
        uri: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetResourcePolicy",
        method: "GET",
        uri: "/2026-07-09/resource-policy/{ResourceArn}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetRuntimeManagementConfig",
        method: "GET",
        uri: "/2021-07-20/functions/{FunctionName}/runtime-management-config",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "InvokeAsync",
        method: "POST",
        uri: "/2014-11-13/functions/{FunctionName}/invoke-async",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "InvokeWithResponseStream",
        method: "POST",
        uri: "/2021-11-15/functions/{FunctionName}/response-streaming-invocations",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ListAliases",
        method: "GET",
        uri: "/2015-03-31/functions/{FunctionName}/aliases",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ListCapacityProviders",
        method: "GET",
        uri: "/2025-11-30/capacity-providers",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ListCodeSigningConfigs",
        method: "GET",
        uri: "/2020-04-22/code-signing-configs",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ListDurableExecutionsByFunction",
        method: "GET",
        uri: "/2025-12-01/functions/{FunctionName}/durable-executions",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ListEventSourceMappings",
        method: "GET",
        uri: "/2015-03-31/event-source-mappings",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ListFunctionEventInvokeConfigs",
        method: "GET",
        uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config/list",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ListFunctionUrlConfigs",
        method: "GET",
        uri: "/2021-10-31/functions/{FunctionName}/urls",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ListFunctionVersionsByCapacityProvider",
        method: "GET",
        uri: "/2025-11-30/capacity-providers/{CapacityProviderName}/function-versions",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ListFunctionsByCodeSigningConfig",
        method: "GET",
        uri: "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}/functions",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ListLayerVersions",
        method: "GET",
        uri: "/2018-10-31/layers/{LayerName}/versions",
    },
    UnservedOperation { service: &SERVICE, name: "ListLayers", method: "GET", uri: "/2018-10-31/layers" },
    UnservedOperation {
        service: &SERVICE,
        name: "ListProvisionedConcurrencyConfigs",
        method: "GET",
        uri: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency?List=ALL",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PauseDurableExecution",
        method: "POST",
        uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/pause",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PublishLayerVersion",
        method: "POST",
        uri: "/2018-10-31/layers/{LayerName}/versions",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PublishVersion",
        method: "POST",
        uri: "/2015-03-31/functions/{FunctionName}/versions",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutFunctionCodeSigningConfig",
        method: "PUT",
        uri: "/2020-06-30/functions/{FunctionName}/code-signing-config",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutFunctionConcurrency",
        method: "PUT",
        uri: "/2017-10-31/functions/{FunctionName}/concurrency",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutFunctionEventInvokeConfig",
        method: "PUT",
        uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutFunctionRecursionConfig",
        method: "PUT",
        uri: "/2024-08-31/functions/{FunctionName}/recursion-config",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutFunctionScalingConfig",
        method: "PUT",
        uri: "/2025-11-30/functions/{FunctionName}/function-scaling-config",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutProvisionedConcurrencyConfig",
        method: "PUT",
        uri: "/2019-09-30/functions/{FunctionName}/provisioned-concurrency",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutResourcePolicy",
        method: "PUT",
        uri: "/2026-07-09/resource-policy/{ResourceArn}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutRuntimeManagementConfig",
        method: "PUT",
        uri: "/2021-07-20/functions/{FunctionName}/runtime-management-config",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "RemoveLayerVersionPermission",
        method: "DELETE",
        uri: "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy/{StatementId}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ResumeDurableExecution",
        method: "POST",
        uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/resume",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "SendDurableExecutionCallbackFailure",
        method: "POST",
        uri: "/2025-12-01/durable-execution-callbacks/{CallbackId}/fail",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "SendDurableExecutionCallbackHeartbeat",
        method: "POST",
        uri: "/2025-12-01/durable-execution-callbacks/{CallbackId}/heartbeat",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "SendDurableExecutionCallbackSuccess",
        method: "POST",
        uri: "/2025-12-01/durable-execution-callbacks/{CallbackId}/succeed",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "StopDurableExecution",
        method: "POST",
        uri: "/2025-12-01/durable-executions/{DurableExecutionArn}/stop",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateAlias",
        method: "PUT",
        uri: "/2015-03-31/functions/{FunctionName}/aliases/{Name}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateCapacityProvider",
        method: "PUT",
        uri: "/2025-11-30/capacity-providers/{CapacityProviderName}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateCodeSigningConfig",
        method: "PUT",
        uri: "/2020-04-22/code-signing-configs/{CodeSigningConfigArn}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateEventSourceMapping",
        method: "PUT",
        uri: "/2015-03-31/event-source-mappings/{UUID}",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateFunctionEventInvokeConfig",
        method: "POST",
        uri: "/2019-09-25/functions/{FunctionName}/event-invoke-config",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateFunctionUrlConfig",
        method: "PUT",
        uri: "/2021-10-31/functions/{FunctionName}/url",
    },
];

/// The errors that these operations declare.
pub mod errors {
    /// `CodeArtifactUserDeletedException`, status 409
    pub fn code_artifact_user_deleted_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("CodeArtifactUserDeletedException", 409, message)
    }
    /// `CodeArtifactUserFailedException`, status 409
    pub fn code_artifact_user_failed_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("CodeArtifactUserFailedException", 409, message)
    }
    /// `CodeArtifactUserPendingException`, status 409
    pub fn code_artifact_user_pending_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("CodeArtifactUserPendingException", 409, message)
    }
    /// `CodeSigningConfigNotFoundException`, status 404
    pub fn code_signing_config_not_found_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("CodeSigningConfigNotFoundException", 404, message)
    }
    /// `CodeStorageExceededException`, status 400
    pub fn code_storage_exceeded_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("CodeStorageExceededException", 400, message)
    }
    /// `CodeVerificationFailedException`, status 400
    pub fn code_verification_failed_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("CodeVerificationFailedException", 400, message)
    }
    /// `DurableExecutionAlreadyStartedException`, status 409
    pub fn durable_execution_already_started_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("DurableExecutionAlreadyStartedException", 409, message)
    }
    /// `EC2AccessDeniedException`, status 502
    pub fn ec2_access_denied_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("EC2AccessDeniedException", 502, message)
    }
    /// `EC2ThrottledException`, status 502
    pub fn ec2_throttled_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("EC2ThrottledException", 502, message)
    }
    /// `EC2UnexpectedException`, status 502
    pub fn ec2_unexpected_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("EC2UnexpectedException", 502, message)
    }
    /// `EFSMountConnectivityException`, status 408
    pub fn efs_mount_connectivity_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("EFSMountConnectivityException", 408, message)
    }
    /// `EFSMountFailureException`, status 403
    pub fn efs_mount_failure_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("EFSMountFailureException", 403, message)
    }
    /// `EFSMountTimeoutException`, status 408
    pub fn efs_mount_timeout_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("EFSMountTimeoutException", 408, message)
    }
    /// `EFSIOException`, status 410
    pub fn efsio_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("EFSIOException", 410, message)
    }
    /// `ENILimitReachedException`, status 502
    pub fn eni_limit_reached_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ENILimitReachedException", 502, message)
    }
    /// `ENINotReadyException`, status 502
    pub fn eni_not_ready_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ENINotReadyException", 502, message)
    }
    /// `FunctionVersionsPerCapacityProviderLimitExceededException`, status 400
    pub fn function_versions_per_capacity_provider_limit_exceeded_exception(
        message: impl Into<String>,
    ) -> crate::AwsError {
        crate::AwsError::new("FunctionVersionsPerCapacityProviderLimitExceededException", 400, message)
    }
    /// `InvalidCodeSignatureException`, status 400
    pub fn invalid_code_signature_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidCodeSignatureException", 400, message)
    }
    /// `InvalidParameterValueException`, status 400
    pub fn invalid_parameter_value_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidParameterValueException", 400, message)
    }
    /// `InvalidRequestContentException`, status 400
    pub fn invalid_request_content_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidRequestContentException", 400, message)
    }
    /// `InvalidRuntimeException`, status 502
    pub fn invalid_runtime_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidRuntimeException", 502, message)
    }
    /// `InvalidSecurityGroupIDException`, status 502
    pub fn invalid_security_group_id_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidSecurityGroupIDException", 502, message)
    }
    /// `InvalidSubnetIDException`, status 502
    pub fn invalid_subnet_id_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidSubnetIDException", 502, message)
    }
    /// `InvalidZipFileException`, status 502
    pub fn invalid_zip_file_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidZipFileException", 502, message)
    }
    /// `KMSAccessDeniedException`, status 502
    pub fn kms_access_denied_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("KMSAccessDeniedException", 502, message)
    }
    /// `KMSDisabledException`, status 502
    pub fn kms_disabled_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("KMSDisabledException", 502, message)
    }
    /// `KMSInvalidStateException`, status 502
    pub fn kms_invalid_state_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("KMSInvalidStateException", 502, message)
    }
    /// `KMSNotFoundException`, status 502
    pub fn kms_not_found_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("KMSNotFoundException", 502, message)
    }
    /// `ModeNotSupportedException`, status 400
    pub fn mode_not_supported_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ModeNotSupportedException", 400, message)
    }
    /// `NoPublishedVersionException`, status 400
    pub fn no_published_version_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("NoPublishedVersionException", 400, message)
    }
    /// `PolicyLengthExceededException`, status 400
    pub fn policy_length_exceeded_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("PolicyLengthExceededException", 400, message)
    }
    /// `PreconditionFailedException`, status 412
    pub fn precondition_failed_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("PreconditionFailedException", 412, message)
    }
    /// `PublicPolicyException`, status 400
    pub fn public_policy_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("PublicPolicyException", 400, message)
    }
    /// `RecursiveInvocationException`, status 400
    pub fn recursive_invocation_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("RecursiveInvocationException", 400, message)
    }
    /// `RequestTooLargeException`, status 413
    pub fn request_too_large_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("RequestTooLargeException", 413, message)
    }
    /// `ResourceConflictException`, status 409
    pub fn resource_conflict_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceConflictException", 409, message)
    }
    /// `ResourceNotFoundException`, status 404
    pub fn resource_not_found_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceNotFoundException", 404, message)
    }
    /// `ResourceNotReadyException`, status 502
    pub fn resource_not_ready_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceNotReadyException", 502, message)
    }
    /// `RuntimeAliasDeletedException`, status 409
    pub fn runtime_alias_deleted_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("RuntimeAliasDeletedException", 409, message)
    }
    /// `RuntimeVersionDeletedException`, status 409
    pub fn runtime_version_deleted_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("RuntimeVersionDeletedException", 409, message)
    }
    /// `S3FilesMountConnectivityException`, status 408
    pub fn s3_files_mount_connectivity_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("S3FilesMountConnectivityException", 408, message)
    }
    /// `S3FilesMountFailureException`, status 403
    pub fn s3_files_mount_failure_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("S3FilesMountFailureException", 403, message)
    }
    /// `S3FilesMountTimeoutException`, status 408
    pub fn s3_files_mount_timeout_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("S3FilesMountTimeoutException", 408, message)
    }
    /// `SerializedRequestEntityTooLargeException`, status 413
    pub fn serialized_request_entity_too_large_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("SerializedRequestEntityTooLargeException", 413, message)
    }
    /// `ServiceException`, status 500
    pub fn service_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ServiceException", 500, message)
    }
    /// `ServiceQuotaExceededException`, status 402
    pub fn service_quota_exceeded_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ServiceQuotaExceededException", 402, message)
    }
    /// `SnapStartException`, status 400
    pub fn snap_start_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("SnapStartException", 400, message)
    }
    /// `SnapStartNotReadyException`, status 409
    pub fn snap_start_not_ready_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("SnapStartNotReadyException", 409, message)
    }
    /// `SnapStartRegenerationFailureException`, status 409
    pub fn snap_start_regeneration_failure_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("SnapStartRegenerationFailureException", 409, message)
    }
    /// `SnapStartTimeoutException`, status 408
    pub fn snap_start_timeout_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("SnapStartTimeoutException", 408, message)
    }
    /// `SubnetIPAddressLimitReachedException`, status 502
    pub fn subnet_ip_address_limit_reached_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("SubnetIPAddressLimitReachedException", 502, message)
    }
    /// `TooManyRequestsException`, status 429
    pub fn too_many_requests_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("TooManyRequestsException", 429, message)
    }
    /// `UnsupportedMediaTypeException`, status 415
    pub fn unsupported_media_type_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("UnsupportedMediaTypeException", 415, message)
    }
}

crate::macros::structures! {
/// `AcceleratorConfig`
AcceleratorConfig {
accelerator_memory_size: i64 = "AcceleratorMemorySize",
}
/// `AddPermissionRequest`
AddPermissionRequest {
function_name: ::std::string::String = "FunctionName",
statement_id: ::std::string::String = "StatementId",
action: ::std::string::String = "Action",
principal: ::std::string::String = "Principal",
source_arn: Option<::std::string::String> = "SourceArn",
function_url_auth_type: Option<::std::string::String> = "FunctionUrlAuthType",
invoked_via_function_url: Option<bool> = "InvokedViaFunctionUrl",
source_account: Option<::std::string::String> = "SourceAccount",
event_source_token: Option<::std::string::String> = "EventSourceToken",
qualifier: Option<::std::string::String> = "Qualifier",
revision_id: Option<::std::string::String> = "RevisionId",
principal_org_id: Option<::std::string::String> = "PrincipalOrgID",
}
/// `AddPermissionResponse`
AddPermissionResponse {
statement: Option<::std::string::String> = "Statement",
}
/// `CapacityProviderConfig`
CapacityProviderConfig {
lambda_managed_instances_capacity_provider_config: LambdaManagedInstancesCapacityProviderConfig = "LambdaManagedInstancesCapacityProviderConfig",
}
/// `Concurrency`
Concurrency {
reserved_concurrent_executions: Option<i64> = "ReservedConcurrentExecutions",
}
/// `CreateFunctionRequest`
CreateFunctionRequest {
function_name: ::std::string::String = "FunctionName",
runtime: Option<::std::string::String> = "Runtime",
role: ::std::string::String = "Role",
handler: Option<::std::string::String> = "Handler",
code: FunctionCode = "Code",
description: Option<::std::string::String> = "Description",
timeout: Option<i64> = "Timeout",
memory_size: Option<i64> = "MemorySize",
publish: Option<bool> = "Publish",
publish_to: Option<::std::string::String> = "PublishTo",
vpc_config: Option<VpcConfig> = "VpcConfig",
package_type: Option<::std::string::String> = "PackageType",
dead_letter_config: Option<DeadLetterConfig> = "DeadLetterConfig",
environment: Option<Environment> = "Environment",
kms_key_arn: Option<::std::string::String> = "KMSKeyArn",
tracing_config: Option<TracingConfig> = "TracingConfig",
tags: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Tags",
layers: Option<Vec<::std::string::String>> = "Layers",
file_system_configs: Option<Vec<FileSystemConfig>> = "FileSystemConfigs",
code_signing_config_arn: Option<::std::string::String> = "CodeSigningConfigArn",
image_config: Option<ImageConfig> = "ImageConfig",
architectures: Option<Vec<::std::string::String>> = "Architectures",
ephemeral_storage: Option<EphemeralStorage> = "EphemeralStorage",
snap_start: Option<SnapStart> = "SnapStart",
logging_config: Option<LoggingConfig> = "LoggingConfig",
tenancy_config: Option<TenancyConfig> = "TenancyConfig",
capacity_provider_config: Option<CapacityProviderConfig> = "CapacityProviderConfig",
durable_config: Option<DurableConfig> = "DurableConfig",
runtime_config: Option<FunctionRuntimeConfig> = "RuntimeConfig",
accelerator_config: Option<AcceleratorConfig> = "AcceleratorConfig",
}
/// `DeadLetterConfig`
DeadLetterConfig {
target_arn: Option<::std::string::String> = "TargetArn",
}
/// `DeleteFunctionRequest`
DeleteFunctionRequest {
function_name: ::std::string::String = "FunctionName",
qualifier: Option<::std::string::String> = "Qualifier",
}
/// `DeleteFunctionResponse`
DeleteFunctionResponse {
status_code: Option<i64> = "StatusCode",
}
/// `DurableConfig`
DurableConfig {
kms_key_arn: Option<::std::string::String> = "KMSKeyArn",
retention_period_in_days: Option<i64> = "RetentionPeriodInDays",
execution_timeout: Option<i64> = "ExecutionTimeout",
}
/// `Environment`
Environment {
variables: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Variables",
}
/// `EnvironmentError`
EnvironmentError {
error_code: Option<::std::string::String> = "ErrorCode",
message: Option<::std::string::String> = "Message",
}
/// `EnvironmentResponse`
EnvironmentResponse {
variables: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Variables",
error: Option<EnvironmentError> = "Error",
}
/// `EphemeralStorage`
EphemeralStorage {
size: i64 = "Size",
}
/// `FileSystemConfig`
FileSystemConfig {
arn: ::std::string::String = "Arn",
local_mount_path: ::std::string::String = "LocalMountPath",
s3_files_config: Option<S3FilesConfig> = "S3FilesConfig",
}
/// `FunctionCode`
FunctionCode {
zip_file: Option<::bytes::Bytes> = "ZipFile",
s3_bucket: Option<::std::string::String> = "S3Bucket",
s3_key: Option<::std::string::String> = "S3Key",
s3_object_version: Option<::std::string::String> = "S3ObjectVersion",
s3_object_storage_mode: Option<::std::string::String> = "S3ObjectStorageMode",
image_uri: Option<::std::string::String> = "ImageUri",
source_kms_key_arn: Option<::std::string::String> = "SourceKMSKeyArn",
}
/// `FunctionCodeLocation`
FunctionCodeLocation {
repository_type: Option<::std::string::String> = "RepositoryType",
location: Option<::std::string::String> = "Location",
image_uri: Option<::std::string::String> = "ImageUri",
resolved_image_uri: Option<::std::string::String> = "ResolvedImageUri",
resolved_s3_object: Option<ResolvedS3Object> = "ResolvedS3Object",
source_kms_key_arn: Option<::std::string::String> = "SourceKMSKeyArn",
error: Option<FunctionCodeLocationError> = "Error",
}
/// `FunctionCodeLocationError`
FunctionCodeLocationError {
error_code: Option<::std::string::String> = "ErrorCode",
message: Option<::std::string::String> = "Message",
}
/// `FunctionConfiguration`
FunctionConfiguration {
function_name: Option<::std::string::String> = "FunctionName",
function_arn: Option<::std::string::String> = "FunctionArn",
runtime: Option<::std::string::String> = "Runtime",
role: Option<::std::string::String> = "Role",
handler: Option<::std::string::String> = "Handler",
code_size: Option<i64> = "CodeSize",
description: Option<::std::string::String> = "Description",
timeout: Option<i64> = "Timeout",
memory_size: Option<i64> = "MemorySize",
last_modified: Option<::std::string::String> = "LastModified",
code_sha256: Option<::std::string::String> = "CodeSha256",
version: Option<::std::string::String> = "Version",
vpc_config: Option<VpcConfigResponse> = "VpcConfig",
dead_letter_config: Option<DeadLetterConfig> = "DeadLetterConfig",
environment: Option<EnvironmentResponse> = "Environment",
kms_key_arn: Option<::std::string::String> = "KMSKeyArn",
tracing_config: Option<TracingConfigResponse> = "TracingConfig",
master_arn: Option<::std::string::String> = "MasterArn",
revision_id: Option<::std::string::String> = "RevisionId",
layers: Option<Vec<Layer>> = "Layers",
state: Option<::std::string::String> = "State",
state_reason: Option<::std::string::String> = "StateReason",
state_reason_code: Option<::std::string::String> = "StateReasonCode",
last_update_status: Option<::std::string::String> = "LastUpdateStatus",
last_update_status_reason: Option<::std::string::String> = "LastUpdateStatusReason",
last_update_status_reason_code: Option<::std::string::String> = "LastUpdateStatusReasonCode",
file_system_configs: Option<Vec<FileSystemConfig>> = "FileSystemConfigs",
signing_profile_version_arn: Option<::std::string::String> = "SigningProfileVersionArn",
signing_job_arn: Option<::std::string::String> = "SigningJobArn",
package_type: Option<::std::string::String> = "PackageType",
image_config_response: Option<ImageConfigResponse> = "ImageConfigResponse",
architectures: Option<Vec<::std::string::String>> = "Architectures",
ephemeral_storage: Option<EphemeralStorage> = "EphemeralStorage",
snap_start: Option<SnapStartResponse> = "SnapStart",
runtime_version_config: Option<RuntimeVersionConfig> = "RuntimeVersionConfig",
logging_config: Option<LoggingConfig> = "LoggingConfig",
tenancy_config: Option<TenancyConfig> = "TenancyConfig",
capacity_provider_config: Option<CapacityProviderConfig> = "CapacityProviderConfig",
config_sha256: Option<::std::string::String> = "ConfigSha256",
durable_config: Option<DurableConfig> = "DurableConfig",
runtime_config: Option<FunctionRuntimeConfig> = "RuntimeConfig",
accelerator_config: Option<AcceleratorConfig> = "AcceleratorConfig",
}
/// `FunctionRuntimeConfig`
FunctionRuntimeConfig {
runtime_arn: ::std::string::String = "RuntimeArn",
runtime_alias: ::std::string::String = "RuntimeAlias",
}
/// `GetFunctionCodeSigningConfigRequest`
GetFunctionCodeSigningConfigRequest {
function_name: ::std::string::String = "FunctionName",
}
/// `GetFunctionCodeSigningConfigResponse`
GetFunctionCodeSigningConfigResponse {
code_signing_config_arn: ::std::string::String = "CodeSigningConfigArn",
function_name: ::std::string::String = "FunctionName",
}
/// `GetFunctionConfigurationRequest`
GetFunctionConfigurationRequest {
function_name: ::std::string::String = "FunctionName",
qualifier: Option<::std::string::String> = "Qualifier",
}
/// `GetFunctionRequest`
GetFunctionRequest {
function_name: ::std::string::String = "FunctionName",
qualifier: Option<::std::string::String> = "Qualifier",
}
/// `GetFunctionResponse`
GetFunctionResponse {
configuration: Option<FunctionConfiguration> = "Configuration",
code: Option<FunctionCodeLocation> = "Code",
tags: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Tags",
tags_error: Option<TagsError> = "TagsError",
concurrency: Option<Concurrency> = "Concurrency",
}
/// `GetPolicyRequest`
GetPolicyRequest {
function_name: ::std::string::String = "FunctionName",
qualifier: Option<::std::string::String> = "Qualifier",
}
/// `GetPolicyResponse`
GetPolicyResponse {
policy: Option<::std::string::String> = "Policy",
revision_id: Option<::std::string::String> = "RevisionId",
}
/// `ImageConfig`
ImageConfig {
entry_point: Option<Vec<::std::string::String>> = "EntryPoint",
command: Option<Vec<::std::string::String>> = "Command",
working_directory: Option<::std::string::String> = "WorkingDirectory",
}
/// `ImageConfigError`
ImageConfigError {
error_code: Option<::std::string::String> = "ErrorCode",
message: Option<::std::string::String> = "Message",
}
/// `ImageConfigResponse`
ImageConfigResponse {
image_config: Option<ImageConfig> = "ImageConfig",
error: Option<ImageConfigError> = "Error",
}
/// `InvocationRequest`
InvocationRequest {
function_name: ::std::string::String = "FunctionName",
invocation_type: Option<::std::string::String> = "InvocationType",
log_type: Option<::std::string::String> = "LogType",
client_context: Option<::std::string::String> = "ClientContext",
durable_execution_name: Option<::std::string::String> = "DurableExecutionName",
payload: crate::Body = "Payload",
qualifier: Option<::std::string::String> = "Qualifier",
tenant_id: Option<::std::string::String> = "TenantId",
}
/// `InvocationResponse`
InvocationResponse {
status_code: Option<i64> = "StatusCode",
function_error: Option<::std::string::String> = "FunctionError",
log_result: Option<::std::string::String> = "LogResult",
payload: crate::Body = "Payload",
executed_version: Option<::std::string::String> = "ExecutedVersion",
durable_execution_arn: Option<::std::string::String> = "DurableExecutionArn",
}
/// `LambdaManagedInstancesCapacityProviderConfig`
LambdaManagedInstancesCapacityProviderConfig {
capacity_provider_arn: ::std::string::String = "CapacityProviderArn",
per_execution_environment_max_concurrency: Option<i64> = "PerExecutionEnvironmentMaxConcurrency",
execution_environment_memory_gi_b_per_v_cpu: Option<f64> = "ExecutionEnvironmentMemoryGiBPerVCpu",
}
/// `Layer`
Layer {
arn: Option<::std::string::String> = "Arn",
code_size: Option<i64> = "CodeSize",
signing_profile_version_arn: Option<::std::string::String> = "SigningProfileVersionArn",
signing_job_arn: Option<::std::string::String> = "SigningJobArn",
}
/// `ListFunctionsRequest`
ListFunctionsRequest {
master_region: Option<::std::string::String> = "MasterRegion",
function_version: Option<::std::string::String> = "FunctionVersion",
marker: Option<::std::string::String> = "Marker",
max_items: Option<i64> = "MaxItems",
}
/// `ListFunctionsResponse`
ListFunctionsResponse {
next_marker: Option<::std::string::String> = "NextMarker",
functions: Option<Vec<FunctionConfiguration>> = "Functions",
}
/// `ListTagsRequest`
ListTagsRequest {
resource: ::std::string::String = "Resource",
}
/// `ListTagsResponse`
ListTagsResponse {
tags: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Tags",
}
/// `ListVersionsByFunctionRequest`
ListVersionsByFunctionRequest {
function_name: ::std::string::String = "FunctionName",
marker: Option<::std::string::String> = "Marker",
max_items: Option<i64> = "MaxItems",
}
/// `ListVersionsByFunctionResponse`
ListVersionsByFunctionResponse {
next_marker: Option<::std::string::String> = "NextMarker",
versions: Option<Vec<FunctionConfiguration>> = "Versions",
}
/// `LoggingConfig`
LoggingConfig {
log_format: Option<::std::string::String> = "LogFormat",
application_log_level: Option<::std::string::String> = "ApplicationLogLevel",
system_log_level: Option<::std::string::String> = "SystemLogLevel",
log_group: Option<::std::string::String> = "LogGroup",
}
/// `RemovePermissionRequest`
RemovePermissionRequest {
function_name: ::std::string::String = "FunctionName",
statement_id: ::std::string::String = "StatementId",
qualifier: Option<::std::string::String> = "Qualifier",
revision_id: Option<::std::string::String> = "RevisionId",
}
/// `ResolvedS3Object`
ResolvedS3Object {
s3_bucket: Option<::std::string::String> = "S3Bucket",
s3_key: Option<::std::string::String> = "S3Key",
s3_object_version: Option<::std::string::String> = "S3ObjectVersion",
}
/// `RuntimeVersionConfig`
RuntimeVersionConfig {
runtime_version_arn: Option<::std::string::String> = "RuntimeVersionArn",
error: Option<RuntimeVersionError> = "Error",
}
/// `RuntimeVersionError`
RuntimeVersionError {
error_code: Option<::std::string::String> = "ErrorCode",
message: Option<::std::string::String> = "Message",
}
/// `S3FilesConfig`
S3FilesConfig {
direct_s3_read: Option<::std::string::String> = "DirectS3Read",
}
/// `SnapStart`
SnapStart {
apply_on: Option<::std::string::String> = "ApplyOn",
}
/// `SnapStartResponse`
SnapStartResponse {
apply_on: Option<::std::string::String> = "ApplyOn",
optimization_status: Option<::std::string::String> = "OptimizationStatus",
}
/// `TagResourceRequest`
TagResourceRequest {
resource: ::std::string::String = "Resource",
tags: ::std::collections::BTreeMap<::std::string::String, ::std::string::String> = "Tags",
}
/// `TagsError`
TagsError {
error_code: ::std::string::String = "ErrorCode",
message: ::std::string::String = "Message",
}
/// `TenancyConfig`
TenancyConfig {
tenant_isolation_mode: ::std::string::String = "TenantIsolationMode",
}
/// `TracingConfig`
TracingConfig {
mode: Option<::std::string::String> = "Mode",
}
/// `TracingConfigResponse`
TracingConfigResponse {
mode: Option<::std::string::String> = "Mode",
}
/// `UntagResourceRequest`
UntagResourceRequest {
resource: ::std::string::String = "Resource",
tag_keys: Vec<::std::string::String> = "TagKeys",
}
/// `UpdateFunctionCodeRequest`
UpdateFunctionCodeRequest {
function_name: ::std::string::String = "FunctionName",
zip_file: Option<::bytes::Bytes> = "ZipFile",
s3_bucket: Option<::std::string::String> = "S3Bucket",
s3_key: Option<::std::string::String> = "S3Key",
s3_object_version: Option<::std::string::String> = "S3ObjectVersion",
s3_object_storage_mode: Option<::std::string::String> = "S3ObjectStorageMode",
image_uri: Option<::std::string::String> = "ImageUri",
architectures: Option<Vec<::std::string::String>> = "Architectures",
publish: Option<bool> = "Publish",
publish_to: Option<::std::string::String> = "PublishTo",
dry_run: Option<bool> = "DryRun",
revision_id: Option<::std::string::String> = "RevisionId",
source_kms_key_arn: Option<::std::string::String> = "SourceKMSKeyArn",
}
/// `UpdateFunctionConfigurationRequest`
UpdateFunctionConfigurationRequest {
function_name: ::std::string::String = "FunctionName",
role: Option<::std::string::String> = "Role",
handler: Option<::std::string::String> = "Handler",
description: Option<::std::string::String> = "Description",
timeout: Option<i64> = "Timeout",
memory_size: Option<i64> = "MemorySize",
vpc_config: Option<VpcConfig> = "VpcConfig",
environment: Option<Environment> = "Environment",
runtime: Option<::std::string::String> = "Runtime",
dead_letter_config: Option<DeadLetterConfig> = "DeadLetterConfig",
kms_key_arn: Option<::std::string::String> = "KMSKeyArn",
tracing_config: Option<TracingConfig> = "TracingConfig",
revision_id: Option<::std::string::String> = "RevisionId",
layers: Option<Vec<::std::string::String>> = "Layers",
file_system_configs: Option<Vec<FileSystemConfig>> = "FileSystemConfigs",
image_config: Option<ImageConfig> = "ImageConfig",
ephemeral_storage: Option<EphemeralStorage> = "EphemeralStorage",
snap_start: Option<SnapStart> = "SnapStart",
logging_config: Option<LoggingConfig> = "LoggingConfig",
capacity_provider_config: Option<CapacityProviderConfig> = "CapacityProviderConfig",
durable_config: Option<DurableConfig> = "DurableConfig",
runtime_config: Option<FunctionRuntimeConfig> = "RuntimeConfig",
accelerator_config: Option<AcceleratorConfig> = "AcceleratorConfig",
}
/// `VpcConfig`
VpcConfig {
subnet_ids: Option<Vec<::std::string::String>> = "SubnetIds",
security_group_ids: Option<Vec<::std::string::String>> = "SecurityGroupIds",
ipv6_allowed_for_dual_stack: Option<bool> = "Ipv6AllowedForDualStack",
}
/// `VpcConfigResponse`
VpcConfigResponse {
subnet_ids: Option<Vec<::std::string::String>> = "SubnetIds",
security_group_ids: Option<Vec<::std::string::String>> = "SecurityGroupIds",
vpc_id: Option<::std::string::String> = "VpcId",
ipv6_allowed_for_dual_stack: Option<bool> = "Ipv6AllowedForDualStack",
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
    pub static AcceleratorConfig: Shape = Shape {
        name: "AcceleratorConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("AcceleratorMemorySize", &AcceleratorMemoryGB).required()],
            payload: None,
            union: false,
        }),
    };
    pub static AcceleratorMemoryGB: Shape =
        Shape { name: "AcceleratorMemoryGB", kind: Kind::Int(Range::ANY) };
    pub static Action: Shape = Shape {
        name: "Action",
        kind: Kind::Str {
            values: &[],
            pattern: "(lambda:[*]|lambda:[a-zA-Z]+|[*])",
            range: Range::between(0.0, 10000.0),
        },
    };
    pub static AddPermissionRequest: Shape = Shape {
        name: "AddPermissionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FunctionName", &NamespacedFunctionName).at(Location::Uri).required(),
                Member::new("StatementId", &StatementId).required(),
                Member::new("Action", &Action).required(),
                Member::new("Principal", &Principal).required(),
                Member::new("SourceArn", &Arn),
                Member::new("FunctionUrlAuthType", &FunctionUrlAuthType),
                Member::new("InvokedViaFunctionUrl", &InvokedViaFunctionUrl),
                Member::new("SourceAccount", &SourceOwner),
                Member::new("EventSourceToken", &EventSourceToken),
                Member::new("Qualifier", &NumericLatestPublishedOrAliasQualifier).at(Location::Query),
                Member::new("RevisionId", &String),
                Member::new("PrincipalOrgID", &PrincipalOrgID),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AddPermissionResponse: Shape = Shape {
        name: "AddPermissionResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Statement", &String)],
            payload: None,
            union: false,
        }),
    };
    pub static ApplicationLogLevel: Shape = Shape {
        name: "ApplicationLogLevel",
        kind: Kind::Str {
            values: &["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static Architecture: Shape = Shape {
        name: "Architecture",
        kind: Kind::Str { values: &["x86_64", "arm64"], pattern: "", range: Range::ANY },
    };
    pub static ArchitecturesList: Shape = Shape {
        name: "ArchitecturesList",
        kind: Kind::List {
            member: Member::new("member", &Architecture),
            flattened: false,
            range: Range::between(1.0, 1.0),
        },
    };
    pub static Arn: Shape = Shape {
        name: "Arn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)",
            range: Range::between(0.0, 10000.0),
        },
    };
    pub static Blob: Shape = Shape { name: "Blob", kind: Kind::Blob(Range::ANY) };
    pub static Boolean: Shape = Shape { name: "Boolean", kind: Kind::Bool };
    pub static CapacityProviderArn: Shape = Shape {
        name: "CapacityProviderArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:capacity-provider:[a-zA-Z0-9-_]+",
            range: Range::between(1.0, 140.0),
        },
    };
    pub static CapacityProviderConfig: Shape = Shape {
        name: "CapacityProviderConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new(
                "LambdaManagedInstancesCapacityProviderConfig",
                &LambdaManagedInstancesCapacityProviderConfig,
            )
            .required()],
            payload: None,
            union: false,
        }),
    };
    pub static CodeSigningConfigArn: Shape = Shape {
        name: "CodeSigningConfigArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:code-signing-config:csc-[a-z0-9]{17}",
            range: Range::between(0.0, 200.0),
        },
    };
    pub static Concurrency: Shape = Shape {
        name: "Concurrency",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ReservedConcurrentExecutions", &ReservedConcurrentExecutions)],
            payload: None,
            union: false,
        }),
    };
    pub static CreateFunctionRequest: Shape = Shape {
        name: "CreateFunctionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FunctionName", &FunctionName).required(),
                Member::new("Runtime", &Runtime),
                Member::new("Role", &RoleArn).required(),
                Member::new("Handler", &Handler),
                Member::new("Code", &FunctionCode).required(),
                Member::new("Description", &Description),
                Member::new("Timeout", &Timeout),
                Member::new("MemorySize", &MemorySize),
                Member::new("Publish", &Boolean),
                Member::new("PublishTo", &FunctionVersionLatestPublished),
                Member::new("VpcConfig", &VpcConfig),
                Member::new("PackageType", &PackageType),
                Member::new("DeadLetterConfig", &DeadLetterConfig),
                Member::new("Environment", &Environment),
                Member::new("KMSKeyArn", &KMSKeyArn),
                Member::new("TracingConfig", &TracingConfig),
                Member::new("Tags", &Tags),
                Member::new("Layers", &LayerList),
                Member::new("FileSystemConfigs", &FileSystemConfigList),
                Member::new("CodeSigningConfigArn", &CodeSigningConfigArn),
                Member::new("ImageConfig", &ImageConfig),
                Member::new("Architectures", &ArchitecturesList),
                Member::new("EphemeralStorage", &EphemeralStorage),
                Member::new("SnapStart", &SnapStart),
                Member::new("LoggingConfig", &LoggingConfig),
                Member::new("TenancyConfig", &TenancyConfig),
                Member::new("CapacityProviderConfig", &CapacityProviderConfig),
                Member::new("DurableConfig", &DurableConfig),
                Member::new("RuntimeConfig", &FunctionRuntimeConfig),
                Member::new("AcceleratorConfig", &AcceleratorConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeadLetterConfig: Shape = Shape {
        name: "DeadLetterConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("TargetArn", &ResourceArn)],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteFunctionRequest: Shape = Shape {
        name: "DeleteFunctionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FunctionName", &NamespacedFunctionName).at(Location::Uri).required(),
                Member::new("Qualifier", &NumericLatestPublishedOrAliasQualifier).at(Location::Query),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteFunctionResponse: Shape = Shape {
        name: "DeleteFunctionResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("StatusCode", &Integer).at(Location::Status)],
            payload: None,
            union: false,
        }),
    };
    pub static Description: Shape = Shape {
        name: "Description",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 256.0) },
    };
    pub static DirectS3Read: Shape = Shape {
        name: "DirectS3Read",
        kind: Kind::Str { values: &["ENABLED", "DISABLED", "AUTO"], pattern: "", range: Range::ANY },
    };
    pub static DurableConfig: Shape = Shape {
        name: "DurableConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("KMSKeyArn", &KMSKeyArn),
                Member::new("RetentionPeriodInDays", &RetentionPeriodInDays),
                Member::new("ExecutionTimeout", &ExecutionTimeout),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DurableExecutionArn: Shape = Shape {
        name: "DurableExecutionArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:([a-zA-Z0-9-]+):lambda:([a-zA-Z0-9-]+):(\\d{12}):function:([a-zA-Z0-9_-]+):(\\$LATEST(?:\\.PUBLISHED)?|[0-9]+)/durable-execution/([a-zA-Z0-9_-]+)/([a-zA-Z0-9_-]+)",
            range: Range::between(1.0, 1024.0),
        },
    };
    pub static DurableExecutionName: Shape = Shape {
        name: "DurableExecutionName",
        kind: Kind::Str { values: &[], pattern: "[a-zA-Z0-9-_]+", range: Range::between(1.0, 64.0) },
    };
    pub static Environment: Shape = Shape {
        name: "Environment",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Variables", &EnvironmentVariables)],
            payload: None,
            union: false,
        }),
    };
    pub static EnvironmentError: Shape = Shape {
        name: "EnvironmentError",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ErrorCode", &String), Member::new("Message", &SensitiveString)],
            payload: None,
            union: false,
        }),
    };
    pub static EnvironmentResponse: Shape = Shape {
        name: "EnvironmentResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Variables", &EnvironmentVariables),
                Member::new("Error", &EnvironmentError),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EnvironmentVariableName: Shape = Shape {
        name: "EnvironmentVariableName",
        kind: Kind::Str { values: &[], pattern: "[a-zA-Z]([a-zA-Z0-9_])+", range: Range::ANY },
    };
    pub static EnvironmentVariableValue: Shape = Shape {
        name: "EnvironmentVariableValue",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static EnvironmentVariables: Shape = Shape {
        name: "EnvironmentVariables",
        kind: Kind::Map {
            key: Member::new("key", &EnvironmentVariableName),
            value: Member::new("value", &EnvironmentVariableValue),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static EphemeralStorage: Shape = Shape {
        name: "EphemeralStorage",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Size", &EphemeralStorageSize).required()],
            payload: None,
            union: false,
        }),
    };
    pub static EphemeralStorageSize: Shape =
        Shape { name: "EphemeralStorageSize", kind: Kind::Int(Range::between(512.0, 32768.0)) };
    pub static EventSourceToken: Shape = Shape {
        name: "EventSourceToken",
        kind: Kind::Str { values: &[], pattern: "[a-zA-Z0-9._\\-]+", range: Range::between(0.0, 256.0) },
    };
    pub static ExecutionEnvironmentMemoryGiBPerVCpu: Shape =
        Shape { name: "ExecutionEnvironmentMemoryGiBPerVCpu", kind: Kind::Float(Range::between(2.0, 8.0)) };
    pub static ExecutionTimeout: Shape =
        Shape { name: "ExecutionTimeout", kind: Kind::Int(Range::between(1.0, 31622400.0)) };
    pub static FileSystemArn: Shape = Shape {
        name: "FileSystemArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-zA-Z-]*:elasticfilesystem:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:access-point/fsap-[a-f0-9]{17}$|^arn:aws[-a-z]*:s3files:[0-9a-z-:]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40}",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static FileSystemConfig: Shape = Shape {
        name: "FileSystemConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Arn", &FileSystemArn).required(),
                Member::new("LocalMountPath", &LocalMountPath).required(),
                Member::new("S3FilesConfig", &S3FilesConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FileSystemConfigList: Shape = Shape {
        name: "FileSystemConfigList",
        kind: Kind::List {
            member: Member::new("member", &FileSystemConfig),
            flattened: false,
            range: Range::between(0.0, 1.0),
        },
    };
    pub static FunctionArn: Shape = Shape {
        name: "FunctionArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?",
            range: Range::between(0.0, 10000.0),
        },
    };
    pub static FunctionCode: Shape = Shape {
        name: "FunctionCode",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ZipFile", &Blob),
                Member::new("S3Bucket", &S3Bucket),
                Member::new("S3Key", &S3Key),
                Member::new("S3ObjectVersion", &S3ObjectVersion),
                Member::new("S3ObjectStorageMode", &S3ObjectStorageMode),
                Member::new("ImageUri", &String),
                Member::new("SourceKMSKeyArn", &KMSKeyArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FunctionCodeLocation: Shape = Shape {
        name: "FunctionCodeLocation",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RepositoryType", &String),
                Member::new("Location", &SensitiveStringOnServerOnly),
                Member::new("ImageUri", &String),
                Member::new("ResolvedImageUri", &String),
                Member::new("ResolvedS3Object", &ResolvedS3Object),
                Member::new("SourceKMSKeyArn", &KMSKeyArn),
                Member::new("Error", &FunctionCodeLocationError),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FunctionCodeLocationError: Shape = Shape {
        name: "FunctionCodeLocationError",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ErrorCode", &String), Member::new("Message", &SensitiveString)],
            payload: None,
            union: false,
        }),
    };
    pub static FunctionConfiguration: Shape = Shape {
        name: "FunctionConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FunctionName", &NamespacedFunctionName),
                Member::new("FunctionArn", &NameSpacedFunctionArn),
                Member::new("Runtime", &Runtime),
                Member::new("Role", &RoleArn),
                Member::new("Handler", &Handler),
                Member::new("CodeSize", &Long),
                Member::new("Description", &Description),
                Member::new("Timeout", &Timeout),
                Member::new("MemorySize", &MemorySize),
                Member::new("LastModified", &Timestamp),
                Member::new("CodeSha256", &String),
                Member::new("Version", &Version),
                Member::new("VpcConfig", &VpcConfigResponse),
                Member::new("DeadLetterConfig", &DeadLetterConfig),
                Member::new("Environment", &EnvironmentResponse),
                Member::new("KMSKeyArn", &KMSKeyArn),
                Member::new("TracingConfig", &TracingConfigResponse),
                Member::new("MasterArn", &FunctionArn),
                Member::new("RevisionId", &String),
                Member::new("Layers", &LayersReferenceList),
                Member::new("State", &State),
                Member::new("StateReason", &StateReason),
                Member::new("StateReasonCode", &StateReasonCode),
                Member::new("LastUpdateStatus", &LastUpdateStatus),
                Member::new("LastUpdateStatusReason", &LastUpdateStatusReason),
                Member::new("LastUpdateStatusReasonCode", &LastUpdateStatusReasonCode),
                Member::new("FileSystemConfigs", &FileSystemConfigList),
                Member::new("SigningProfileVersionArn", &Arn),
                Member::new("SigningJobArn", &Arn),
                Member::new("PackageType", &PackageType),
                Member::new("ImageConfigResponse", &ImageConfigResponse),
                Member::new("Architectures", &ArchitecturesList),
                Member::new("EphemeralStorage", &EphemeralStorage),
                Member::new("SnapStart", &SnapStartResponse),
                Member::new("RuntimeVersionConfig", &RuntimeVersionConfig),
                Member::new("LoggingConfig", &LoggingConfig),
                Member::new("TenancyConfig", &TenancyConfig),
                Member::new("CapacityProviderConfig", &CapacityProviderConfig),
                Member::new("ConfigSha256", &String),
                Member::new("DurableConfig", &DurableConfig),
                Member::new("RuntimeConfig", &FunctionRuntimeConfig),
                Member::new("AcceleratorConfig", &AcceleratorConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FunctionList: Shape = Shape {
        name: "FunctionList",
        kind: Kind::List {
            member: Member::new("member", &FunctionConfiguration),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static FunctionName: Shape = Shape {
        name: "FunctionName",
        kind: Kind::Str {
            values: &[],
            pattern: "(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?",
            range: Range::between(1.0, 140.0),
        },
    };
    pub static FunctionRuntimeAlias: Shape = Shape {
        name: "FunctionRuntimeAlias",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 128.0) },
    };
    pub static FunctionRuntimeArn: Shape = Shape {
        name: "FunctionRuntimeArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:[a-z-]+:lambda:[a-z0-9-]+:\\d{12}:runtime/.+",
            range: Range::between(48.0, 2048.0),
        },
    };
    pub static FunctionRuntimeConfig: Shape = Shape {
        name: "FunctionRuntimeConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RuntimeArn", &FunctionRuntimeArn).required(),
                Member::new("RuntimeAlias", &FunctionRuntimeAlias).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FunctionUrlAuthType: Shape = Shape {
        name: "FunctionUrlAuthType",
        kind: Kind::Str { values: &["NONE", "AWS_IAM"], pattern: "", range: Range::ANY },
    };
    pub static FunctionVersion: Shape = Shape {
        name: "FunctionVersion",
        kind: Kind::Str { values: &["ALL"], pattern: "", range: Range::ANY },
    };
    pub static FunctionVersionLatestPublished: Shape = Shape {
        name: "FunctionVersionLatestPublished",
        kind: Kind::Str { values: &["LATEST_PUBLISHED"], pattern: "", range: Range::ANY },
    };
    pub static GetFunctionCodeSigningConfigRequest: Shape = Shape {
        name: "GetFunctionCodeSigningConfigRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("FunctionName", &NamespacedFunctionName).at(Location::Uri).required()],
            payload: None,
            union: false,
        }),
    };
    pub static GetFunctionCodeSigningConfigResponse: Shape = Shape {
        name: "GetFunctionCodeSigningConfigResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("CodeSigningConfigArn", &CodeSigningConfigArn).required(),
                Member::new("FunctionName", &FunctionName).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetFunctionConfigurationRequest: Shape = Shape {
        name: "GetFunctionConfigurationRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FunctionName", &NamespacedFunctionName).at(Location::Uri).required(),
                Member::new("Qualifier", &NumericLatestPublishedOrAliasQualifier).at(Location::Query),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetFunctionRequest: Shape = Shape {
        name: "GetFunctionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FunctionName", &NamespacedFunctionName).at(Location::Uri).required(),
                Member::new("Qualifier", &NumericLatestPublishedOrAliasQualifier).at(Location::Query),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetFunctionResponse: Shape = Shape {
        name: "GetFunctionResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Configuration", &FunctionConfiguration),
                Member::new("Code", &FunctionCodeLocation),
                Member::new("Tags", &Tags),
                Member::new("TagsError", &TagsError),
                Member::new("Concurrency", &Concurrency),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetPolicyRequest: Shape = Shape {
        name: "GetPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FunctionName", &NamespacedFunctionName).at(Location::Uri).required(),
                Member::new("Qualifier", &NumericLatestPublishedOrAliasQualifier).at(Location::Query),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetPolicyResponse: Shape = Shape {
        name: "GetPolicyResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Policy", &String), Member::new("RevisionId", &String)],
            payload: None,
            union: false,
        }),
    };
    pub static Handler: Shape = Shape {
        name: "Handler",
        kind: Kind::Str { values: &[], pattern: "[^\\s]+", range: Range::between(0.0, 128.0) },
    };
    pub static ImageConfig: Shape = Shape {
        name: "ImageConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EntryPoint", &StringList),
                Member::new("Command", &StringList),
                Member::new("WorkingDirectory", &WorkingDirectory),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ImageConfigError: Shape = Shape {
        name: "ImageConfigError",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ErrorCode", &String), Member::new("Message", &SensitiveString)],
            payload: None,
            union: false,
        }),
    };
    pub static ImageConfigResponse: Shape = Shape {
        name: "ImageConfigResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ImageConfig", &ImageConfig), Member::new("Error", &ImageConfigError)],
            payload: None,
            union: false,
        }),
    };
    pub static Integer: Shape = Shape { name: "Integer", kind: Kind::Int(Range::ANY) };
    pub static InvocationRequest: Shape = Shape {
        name: "InvocationRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FunctionName", &NamespacedFunctionName).at(Location::Uri).required(),
                Member::new("InvocationType", &InvocationType)
                    .wire("X-Amz-Invocation-Type")
                    .at(Location::Header),
                Member::new("LogType", &LogType).wire("X-Amz-Log-Type").at(Location::Header),
                Member::new("ClientContext", &String).wire("X-Amz-Client-Context").at(Location::Header),
                Member::new("DurableExecutionName", &DurableExecutionName)
                    .wire("X-Amz-Durable-Execution-Name")
                    .at(Location::Header),
                Member::new("Payload", &Blob).streaming(),
                Member::new("Qualifier", &NumericLatestPublishedOrAliasQualifier).at(Location::Query),
                Member::new("TenantId", &TenantId).wire("X-Amz-Tenant-Id").at(Location::Header),
            ],
            payload: Some("Payload"),
            union: false,
        }),
    };
    pub static InvocationResponse: Shape = Shape {
        name: "InvocationResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("StatusCode", &Integer).at(Location::Status),
                Member::new("FunctionError", &String).wire("X-Amz-Function-Error").at(Location::Header),
                Member::new("LogResult", &String).wire("X-Amz-Log-Result").at(Location::Header),
                Member::new("Payload", &Blob).streaming(),
                Member::new("ExecutedVersion", &Version).wire("X-Amz-Executed-Version").at(Location::Header),
                Member::new("DurableExecutionArn", &DurableExecutionArn)
                    .wire("X-Amz-Durable-Execution-Arn")
                    .at(Location::Header),
            ],
            payload: Some("Payload"),
            union: false,
        }),
    };
    pub static InvocationType: Shape = Shape {
        name: "InvocationType",
        kind: Kind::Str { values: &["Event", "RequestResponse", "DryRun"], pattern: "", range: Range::ANY },
    };
    pub static InvokedViaFunctionUrl: Shape = Shape { name: "InvokedViaFunctionUrl", kind: Kind::Bool };
    pub static KMSKeyArn: Shape = Shape {
        name: "KMSKeyArn",
        kind: Kind::Str {
            values: &[],
            pattern: "(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()",
            range: Range::between(0.0, 10000.0),
        },
    };
    pub static LambdaManagedInstancesCapacityProviderConfig: Shape = Shape {
        name: "LambdaManagedInstancesCapacityProviderConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("CapacityProviderArn", &CapacityProviderArn).required(),
                Member::new("PerExecutionEnvironmentMaxConcurrency", &PerExecutionEnvironmentMaxConcurrency),
                Member::new("ExecutionEnvironmentMemoryGiBPerVCpu", &ExecutionEnvironmentMemoryGiBPerVCpu),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LastUpdateStatus: Shape = Shape {
        name: "LastUpdateStatus",
        kind: Kind::Str { values: &["Successful", "Failed", "InProgress"], pattern: "", range: Range::ANY },
    };
    pub static LastUpdateStatusReason: Shape = Shape {
        name: "LastUpdateStatusReason",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static LastUpdateStatusReasonCode: Shape = Shape {
        name: "LastUpdateStatusReasonCode",
        kind: Kind::Str {
            values: &[
                "EniLimitExceeded",
                "InsufficientRolePermissions",
                "InvalidConfiguration",
                "InternalError",
                "SubnetOutOfIPAddresses",
                "InvalidSubnet",
                "InvalidSecurityGroup",
                "ImageDeleted",
                "ImageAccessDenied",
                "InvalidImage",
                "KMSKeyAccessDenied",
                "KMSKeyNotFound",
                "InvalidStateKMSKey",
                "DisabledKMSKey",
                "EFSIOError",
                "EFSMountConnectivityError",
                "EFSMountFailure",
                "EFSMountTimeout",
                "InvalidRuntime",
                "InvalidZipFileException",
                "FunctionError",
                "ServiceQuotaExceededException",
                "VcpuLimitExceeded",
                "CapacityProviderScalingLimitExceeded",
                "InsufficientCapacity",
                "EC2RequestLimitExceeded",
                "FunctionError.InitTimeout",
                "FunctionError.RuntimeInitError",
                "FunctionError.ExtensionInitError",
                "FunctionError.InvalidEntryPoint",
                "FunctionError.InvalidWorkingDirectory",
                "FunctionError.PermissionDenied",
                "FunctionError.TooManyExtensions",
                "FunctionError.InitResourceExhausted",
                "DisallowedByVpcEncryptionControl",
                "IncompatibleAcceleratorInstanceTypes",
                "DependencyError",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static Layer: Shape = Shape {
        name: "Layer",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Arn", &LayerVersionArn),
                Member::new("CodeSize", &Long),
                Member::new("SigningProfileVersionArn", &Arn),
                Member::new("SigningJobArn", &Arn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LayerList: Shape = Shape {
        name: "LayerList",
        kind: Kind::List {
            member: Member::new("member", &LayerVersionArn),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static LayerVersionArn: Shape = Shape {
        name: "LayerVersionArn",
        kind: Kind::Str {
            values: &[],
            pattern: "((arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+))",
            range: Range::between(1.0, 2048.0),
        },
    };
    pub static LayersReferenceList: Shape = Shape {
        name: "LayersReferenceList",
        kind: Kind::List { member: Member::new("member", &Layer), flattened: false, range: Range::ANY },
    };
    pub static ListFunctionsRequest: Shape = Shape {
        name: "ListFunctionsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MasterRegion", &MasterRegion).at(Location::Query),
                Member::new("FunctionVersion", &FunctionVersion).at(Location::Query),
                Member::new("Marker", &String).at(Location::Query),
                Member::new("MaxItems", &MaxListItems).at(Location::Query),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListFunctionsResponse: Shape = Shape {
        name: "ListFunctionsResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("NextMarker", &String), Member::new("Functions", &FunctionList)],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsRequest: Shape = Shape {
        name: "ListTagsRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Resource", &TaggableResource).at(Location::Uri).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsResponse: Shape = Shape {
        name: "ListTagsResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Tags", &Tags)],
            payload: None,
            union: false,
        }),
    };
    pub static ListVersionsByFunctionRequest: Shape = Shape {
        name: "ListVersionsByFunctionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FunctionName", &NamespacedFunctionName).at(Location::Uri).required(),
                Member::new("Marker", &String).at(Location::Query),
                Member::new("MaxItems", &MaxListItems).at(Location::Query),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListVersionsByFunctionResponse: Shape = Shape {
        name: "ListVersionsByFunctionResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("NextMarker", &String), Member::new("Versions", &FunctionList)],
            payload: None,
            union: false,
        }),
    };
    pub static LocalMountPath: Shape = Shape {
        name: "LocalMountPath",
        kind: Kind::Str { values: &[], pattern: "/mnt/[a-zA-Z0-9-_.]+", range: Range::between(0.0, 160.0) },
    };
    pub static LogFormat: Shape = Shape {
        name: "LogFormat",
        kind: Kind::Str { values: &["JSON", "Text"], pattern: "", range: Range::ANY },
    };
    pub static LogGroup: Shape = Shape {
        name: "LogGroup",
        kind: Kind::Str { values: &[], pattern: "[\\.\\-_/#A-Za-z0-9]+", range: Range::between(1.0, 512.0) },
    };
    pub static LogType: Shape = Shape {
        name: "LogType",
        kind: Kind::Str { values: &["None", "Tail"], pattern: "", range: Range::ANY },
    };
    pub static LoggingConfig: Shape = Shape {
        name: "LoggingConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("LogFormat", &LogFormat),
                Member::new("ApplicationLogLevel", &ApplicationLogLevel),
                Member::new("SystemLogLevel", &SystemLogLevel),
                Member::new("LogGroup", &LogGroup),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Long: Shape = Shape { name: "Long", kind: Kind::Int(Range::ANY) };
    pub static MasterRegion: Shape = Shape {
        name: "MasterRegion",
        kind: Kind::Str {
            values: &[],
            pattern: "ALL|(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}",
            range: Range::between(1.0, 50.0),
        },
    };
    pub static MaxListItems: Shape =
        Shape { name: "MaxListItems", kind: Kind::Int(Range::between(1.0, 10000.0)) };
    pub static MemorySize: Shape =
        Shape { name: "MemorySize", kind: Kind::Int(Range::between(128.0, 32768.0)) };
    pub static NameSpacedFunctionArn: Shape = Shape {
        name: "NameSpacedFunctionArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9-_\\.]+(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?",
            range: Range::between(0.0, 10000.0),
        },
    };
    pub static NamespacedFunctionName: Shape = Shape {
        name: "NamespacedFunctionName",
        kind: Kind::Str {
            values: &[],
            pattern: "(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?",
            range: Range::between(1.0, 256.0),
        },
    };
    pub static NamespacedStatementId: Shape = Shape {
        name: "NamespacedStatementId",
        kind: Kind::Str { values: &[], pattern: "([a-zA-Z0-9-_.]+)", range: Range::between(1.0, 100.0) },
    };
    pub static NullableBoolean: Shape = Shape { name: "NullableBoolean", kind: Kind::Bool };
    pub static NumericLatestPublishedOrAliasQualifier: Shape = Shape {
        name: "NumericLatestPublishedOrAliasQualifier",
        kind: Kind::Str {
            values: &[],
            pattern: "\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+",
            range: Range::between(1.0, 128.0),
        },
    };
    pub static PackageType: Shape = Shape {
        name: "PackageType",
        kind: Kind::Str { values: &["Zip", "Image"], pattern: "", range: Range::ANY },
    };
    pub static PerExecutionEnvironmentMaxConcurrency: Shape =
        Shape { name: "PerExecutionEnvironmentMaxConcurrency", kind: Kind::Int(Range::between(1.0, 1600.0)) };
    pub static Principal: Shape = Shape {
        name: "Principal",
        kind: Kind::Str { values: &[], pattern: "[^\\s]+", range: Range::between(0.0, 2048.0) },
    };
    pub static PrincipalOrgID: Shape = Shape {
        name: "PrincipalOrgID",
        kind: Kind::Str { values: &[], pattern: "o-[a-z0-9]{10,32}", range: Range::between(12.0, 34.0) },
    };
    pub static RemovePermissionRequest: Shape = Shape {
        name: "RemovePermissionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FunctionName", &NamespacedFunctionName).at(Location::Uri).required(),
                Member::new("StatementId", &NamespacedStatementId).at(Location::Uri).required(),
                Member::new("Qualifier", &NumericLatestPublishedOrAliasQualifier).at(Location::Query),
                Member::new("RevisionId", &String).at(Location::Query),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ReservedConcurrentExecutions: Shape =
        Shape { name: "ReservedConcurrentExecutions", kind: Kind::Int(Range::min(0.0)) };
    pub static ResolvedS3Object: Shape = Shape {
        name: "ResolvedS3Object",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("S3Bucket", &S3Bucket),
                Member::new("S3Key", &S3Key),
                Member::new("S3ObjectVersion", &S3ObjectVersion),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ResourceArn: Shape = Shape {
        name: "ResourceArn",
        kind: Kind::Str {
            values: &[],
            pattern: "(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()",
            range: Range::between(0.0, 10000.0),
        },
    };
    pub static RetentionPeriodInDays: Shape =
        Shape { name: "RetentionPeriodInDays", kind: Kind::Int(Range::between(1.0, 90.0)) };
    pub static RoleArn: Shape = Shape {
        name: "RoleArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+",
            range: Range::between(0.0, 10000.0),
        },
    };
    pub static Runtime: Shape = Shape {
        name: "Runtime",
        kind: Kind::Str {
            values: &[
                "nodejs",
                "nodejs4.3",
                "nodejs6.10",
                "nodejs8.10",
                "nodejs10.x",
                "nodejs12.x",
                "nodejs14.x",
                "nodejs16.x",
                "nodejs18.x",
                "nodejs20.x",
                "nodejs22.x",
                "nodejs24.x",
                "java8",
                "java8.al2",
                "java11",
                "java17",
                "java21",
                "java25",
                "python2.7",
                "python3.6",
                "python3.7",
                "python3.8",
                "python3.9",
                "python3.10",
                "python3.11",
                "python3.12",
                "python3.13",
                "python3.14",
                "dotnetcore1.0",
                "dotnetcore2.0",
                "dotnetcore2.1",
                "dotnetcore3.1",
                "dotnet6",
                "dotnet8",
                "dotnet10",
                "nodejs4.3-edge",
                "go1.x",
                "ruby2.5",
                "ruby2.7",
                "ruby3.2",
                "ruby3.3",
                "ruby3.4",
                "ruby4.0",
                "provided",
                "provided.al2",
                "provided.al2023",
                "nodejs26.x",
                "python3.15",
                "java8.al2023",
                "java11.al2023",
                "java17.al2023",
                "custom",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static RuntimeVersionArn: Shape = Shape {
        name: "RuntimeVersionArn",
        kind: Kind::Str {
            values: &[],
            pattern: "((arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}::runtime:.+)|(arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:runtime/[A-Za-z0-9_.-]{1,128}/version/[A-Za-z0-9_.-]{1,128}))",
            range: Range::between(26.0, 2048.0),
        },
    };
    pub static RuntimeVersionConfig: Shape = Shape {
        name: "RuntimeVersionConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RuntimeVersionArn", &RuntimeVersionArn),
                Member::new("Error", &RuntimeVersionError),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RuntimeVersionError: Shape = Shape {
        name: "RuntimeVersionError",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ErrorCode", &String), Member::new("Message", &SensitiveString)],
            payload: None,
            union: false,
        }),
    };
    pub static S3Bucket: Shape = Shape {
        name: "S3Bucket",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(3.0, 63.0) },
    };
    pub static S3FilesConfig: Shape = Shape {
        name: "S3FilesConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("DirectS3Read", &DirectS3Read)],
            payload: None,
            union: false,
        }),
    };
    pub static S3Key: Shape = Shape {
        name: "S3Key",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 1024.0) },
    };
    pub static S3ObjectStorageMode: Shape = Shape {
        name: "S3ObjectStorageMode",
        kind: Kind::Str { values: &["COPY", "REFERENCE"], pattern: "", range: Range::ANY },
    };
    pub static S3ObjectVersion: Shape = Shape {
        name: "S3ObjectVersion",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 1024.0) },
    };
    pub static SecurityGroupId: Shape = Shape {
        name: "SecurityGroupId",
        kind: Kind::Str { values: &[], pattern: "sg-[0-9a-zA-Z]*", range: Range::between(0.0, 1024.0) },
    };
    pub static SecurityGroupIds: Shape = Shape {
        name: "SecurityGroupIds",
        kind: Kind::List {
            member: Member::new("member", &SecurityGroupId),
            flattened: false,
            range: Range::between(0.0, 5.0),
        },
    };
    pub static SensitiveString: Shape =
        Shape { name: "SensitiveString", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static SensitiveStringOnServerOnly: Shape = Shape {
        name: "SensitiveStringOnServerOnly",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 10000.0) },
    };
    pub static SnapStart: Shape = Shape {
        name: "SnapStart",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ApplyOn", &SnapStartApplyOn)],
            payload: None,
            union: false,
        }),
    };
    pub static SnapStartApplyOn: Shape = Shape {
        name: "SnapStartApplyOn",
        kind: Kind::Str { values: &["PublishedVersions", "None"], pattern: "", range: Range::ANY },
    };
    pub static SnapStartOptimizationStatus: Shape = Shape {
        name: "SnapStartOptimizationStatus",
        kind: Kind::Str { values: &["On", "Off"], pattern: "", range: Range::ANY },
    };
    pub static SnapStartResponse: Shape = Shape {
        name: "SnapStartResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ApplyOn", &SnapStartApplyOn),
                Member::new("OptimizationStatus", &SnapStartOptimizationStatus),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SourceOwner: Shape = Shape {
        name: "SourceOwner",
        kind: Kind::Str { values: &[], pattern: "\\d{12}", range: Range::between(0.0, 12.0) },
    };
    pub static State: Shape = Shape {
        name: "State",
        kind: Kind::Str {
            values: &[
                "Pending",
                "Active",
                "Inactive",
                "Failed",
                "Deactivating",
                "Deactivated",
                "ActiveNonInvocable",
                "Deleting",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static StateReason: Shape =
        Shape { name: "StateReason", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static StateReasonCode: Shape = Shape {
        name: "StateReasonCode",
        kind: Kind::Str {
            values: &[
                "Idle",
                "Creating",
                "Restoring",
                "EniLimitExceeded",
                "InsufficientRolePermissions",
                "InvalidConfiguration",
                "InternalError",
                "SubnetOutOfIPAddresses",
                "InvalidSubnet",
                "InvalidSecurityGroup",
                "ImageDeleted",
                "ImageAccessDenied",
                "InvalidImage",
                "KMSKeyAccessDenied",
                "KMSKeyNotFound",
                "InvalidStateKMSKey",
                "DisabledKMSKey",
                "EFSIOError",
                "EFSMountConnectivityError",
                "EFSMountFailure",
                "EFSMountTimeout",
                "InvalidRuntime",
                "InvalidZipFileException",
                "FunctionError",
                "ServiceQuotaExceededException",
                "VcpuLimitExceeded",
                "CapacityProviderScalingLimitExceeded",
                "InsufficientCapacity",
                "EC2RequestLimitExceeded",
                "FunctionError.InitTimeout",
                "FunctionError.RuntimeInitError",
                "FunctionError.ExtensionInitError",
                "FunctionError.InvalidEntryPoint",
                "FunctionError.InvalidWorkingDirectory",
                "FunctionError.PermissionDenied",
                "FunctionError.TooManyExtensions",
                "FunctionError.InitResourceExhausted",
                "DisallowedByVpcEncryptionControl",
                "DrainingDurableExecutions",
                "IncompatibleAcceleratorInstanceTypes",
                "DependencyError",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static StatementId: Shape = Shape {
        name: "StatementId",
        kind: Kind::Str { values: &[], pattern: "([a-zA-Z0-9-_]+)", range: Range::between(1.0, 100.0) },
    };
    pub static String: Shape =
        Shape { name: "String", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static StringList: Shape = Shape {
        name: "StringList",
        kind: Kind::List {
            member: Member::new("member", &String),
            flattened: false,
            range: Range::between(0.0, 1500.0),
        },
    };
    pub static SubnetId: Shape = Shape {
        name: "SubnetId",
        kind: Kind::Str { values: &[], pattern: "subnet-[0-9a-z]*", range: Range::between(0.0, 1024.0) },
    };
    pub static SubnetIds: Shape = Shape {
        name: "SubnetIds",
        kind: Kind::List {
            member: Member::new("member", &SubnetId),
            flattened: false,
            range: Range::between(0.0, 16.0),
        },
    };
    pub static SystemLogLevel: Shape = Shape {
        name: "SystemLogLevel",
        kind: Kind::Str { values: &["DEBUG", "INFO", "WARN"], pattern: "", range: Range::ANY },
    };
    pub static TagKey: Shape = Shape {
        name: "TagKey",
        kind: Kind::Str {
            values: &[],
            pattern: "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)",
            range: Range::between(1.0, 128.0),
        },
    };
    pub static TagKeyList: Shape = Shape {
        name: "TagKeyList",
        kind: Kind::List { member: Member::new("member", &TagKey), flattened: false, range: Range::ANY },
    };
    pub static TagResourceRequest: Shape = Shape {
        name: "TagResourceRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Resource", &TaggableResource).at(Location::Uri).required(),
                Member::new("Tags", &Tags).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TagValue: Shape = Shape {
        name: "TagValue",
        kind: Kind::Str {
            values: &[],
            pattern: "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static TaggableResource: Shape = Shape {
        name: "TaggableResource",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|(capacity-provider|network-connector):[a-zA-Z0-9-_]{1,64})",
            range: Range::between(1.0, 10000.0),
        },
    };
    pub static Tags: Shape = Shape {
        name: "Tags",
        kind: Kind::Map {
            key: Member::new("key", &TagKey),
            value: Member::new("value", &TagValue),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static TagsError: Shape = Shape {
        name: "TagsError",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ErrorCode", &TagsErrorCode).required(),
                Member::new("Message", &TagsErrorMessage).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TagsErrorCode: Shape = Shape {
        name: "TagsErrorCode",
        kind: Kind::Str { values: &[], pattern: "[A-Za-z]+Exception", range: Range::between(10.0, 21.0) },
    };
    pub static TagsErrorMessage: Shape = Shape {
        name: "TagsErrorMessage",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(84.0, 1000.0) },
    };
    pub static TenancyConfig: Shape = Shape {
        name: "TenancyConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("TenantIsolationMode", &TenantIsolationMode).required()],
            payload: None,
            union: false,
        }),
    };
    pub static TenantId: Shape = Shape {
        name: "TenantId",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9\\._:\\/=+\\-@ ]+",
            range: Range::between(1.0, 256.0),
        },
    };
    pub static TenantIsolationMode: Shape = Shape {
        name: "TenantIsolationMode",
        kind: Kind::Str { values: &["PER_TENANT"], pattern: "", range: Range::ANY },
    };
    pub static Timeout: Shape = Shape { name: "Timeout", kind: Kind::Int(Range::between(1.0, 5400.0)) };
    pub static Timestamp: Shape = Shape {
        name: "Timestamp",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 100.0) },
    };
    pub static TracingConfig: Shape = Shape {
        name: "TracingConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Mode", &TracingMode)],
            payload: None,
            union: false,
        }),
    };
    pub static TracingConfigResponse: Shape = Shape {
        name: "TracingConfigResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Mode", &TracingMode)],
            payload: None,
            union: false,
        }),
    };
    pub static TracingMode: Shape = Shape {
        name: "TracingMode",
        kind: Kind::Str { values: &["Active", "PassThrough"], pattern: "", range: Range::ANY },
    };
    pub static UntagResourceRequest: Shape = Shape {
        name: "UntagResourceRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Resource", &TaggableResource).at(Location::Uri).required(),
                Member::new("TagKeys", &TagKeyList).wire("tagKeys").at(Location::Query).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateFunctionCodeRequest: Shape = Shape {
        name: "UpdateFunctionCodeRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FunctionName", &FunctionName).at(Location::Uri).required(),
                Member::new("ZipFile", &Blob),
                Member::new("S3Bucket", &S3Bucket),
                Member::new("S3Key", &S3Key),
                Member::new("S3ObjectVersion", &S3ObjectVersion),
                Member::new("S3ObjectStorageMode", &S3ObjectStorageMode),
                Member::new("ImageUri", &String),
                Member::new("Architectures", &ArchitecturesList),
                Member::new("Publish", &Boolean),
                Member::new("PublishTo", &FunctionVersionLatestPublished),
                Member::new("DryRun", &Boolean),
                Member::new("RevisionId", &String),
                Member::new("SourceKMSKeyArn", &KMSKeyArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateFunctionConfigurationRequest: Shape = Shape {
        name: "UpdateFunctionConfigurationRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FunctionName", &FunctionName).at(Location::Uri).required(),
                Member::new("Role", &RoleArn),
                Member::new("Handler", &Handler),
                Member::new("Description", &Description),
                Member::new("Timeout", &Timeout),
                Member::new("MemorySize", &MemorySize),
                Member::new("VpcConfig", &VpcConfig),
                Member::new("Environment", &Environment),
                Member::new("Runtime", &Runtime),
                Member::new("DeadLetterConfig", &DeadLetterConfig),
                Member::new("KMSKeyArn", &KMSKeyArn),
                Member::new("TracingConfig", &TracingConfig),
                Member::new("RevisionId", &String),
                Member::new("Layers", &LayerList),
                Member::new("FileSystemConfigs", &FileSystemConfigList),
                Member::new("ImageConfig", &ImageConfig),
                Member::new("EphemeralStorage", &EphemeralStorage),
                Member::new("SnapStart", &SnapStart),
                Member::new("LoggingConfig", &LoggingConfig),
                Member::new("CapacityProviderConfig", &CapacityProviderConfig),
                Member::new("DurableConfig", &DurableConfig),
                Member::new("RuntimeConfig", &FunctionRuntimeConfig),
                Member::new("AcceleratorConfig", &AcceleratorConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Version: Shape = Shape {
        name: "Version",
        kind: Kind::Str { values: &[], pattern: "(\\$LATEST|[0-9]+)", range: Range::between(1.0, 1024.0) },
    };
    pub static VpcConfig: Shape = Shape {
        name: "VpcConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SubnetIds", &SubnetIds),
                Member::new("SecurityGroupIds", &SecurityGroupIds),
                Member::new("Ipv6AllowedForDualStack", &NullableBoolean),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static VpcConfigResponse: Shape = Shape {
        name: "VpcConfigResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SubnetIds", &SubnetIds),
                Member::new("SecurityGroupIds", &SecurityGroupIds),
                Member::new("VpcId", &VpcId),
                Member::new("Ipv6AllowedForDualStack", &NullableBoolean),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static VpcId: Shape =
        Shape { name: "VpcId", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static WorkingDirectory: Shape = Shape {
        name: "WorkingDirectory",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 1000.0) },
    };
}
