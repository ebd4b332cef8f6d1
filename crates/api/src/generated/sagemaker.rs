// Written by `cargo xtask codegen` from AWS's service models; do not edit.
//! The shapes and operations of `sagemaker`.

#[allow(unused_imports, reason = "not every service needs each")]
use crate::schema::{Kind, Location, Member, Range, Shape, Structure, TimeFormat};
use crate::{Access, IamAction, Operation, OperationType, Protocol, Service, UnservedOperation};

/// The service.
pub static SERVICE: Service = Service {
    id: "sagemaker",
    sdk_id: "sagemaker",
    signing_name: "sagemaker",
    endpoint_prefix: "api.sagemaker",
    protocol: Protocol::Json11,
    protocols: &[Protocol::Json11],
    query_compatible: false,
    error_names: &[],
    api_version: "2017-07-24",
    target_prefix: "SageMaker",
    xml_namespace: "",
    global: false,
};

/// The served operations.
pub static OPERATIONS: [Operation; 68] = [
    Operation {
        service: &SERVICE,
        name: "AddAssociation",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::AddAssociationRequest),
        input_root: None,
        output: Some(&schemas::AddAssociationResponse),
        action: IamAction::Named("sagemaker:AddAssociation"),
        resources: "{SourceArn} {DestinationArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "AddTags",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::AddTagsInput),
        input_root: None,
        output: Some(&schemas::AddTagsOutput),
        action: IamAction::Named("sagemaker:AddTags"),
        resources: "{ResourceArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "BatchDescribeModelPackage",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::BatchDescribeModelPackageInput),
        input_root: None,
        output: Some(&schemas::BatchDescribeModelPackageOutput),
        action: IamAction::Named("sagemaker:BatchDescribeModelPackage"),
        resources: "{ModelPackageArnList.*}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateAction",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateActionRequest),
        input_root: None,
        output: Some(&schemas::CreateActionResponse),
        action: IamAction::Named("sagemaker:CreateAction"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:action/{ActionName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateArtifact",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateArtifactRequest),
        input_root: None,
        output: Some(&schemas::CreateArtifactResponse),
        action: IamAction::Named("sagemaker:CreateArtifact"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:artifact/*",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateContext",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateContextRequest),
        input_root: None,
        output: Some(&schemas::CreateContextResponse),
        action: IamAction::Named("sagemaker:CreateContext"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:context/{ContextName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateEndpoint",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateEndpointInput),
        input_root: None,
        output: Some(&schemas::CreateEndpointOutput),
        action: IamAction::Named("sagemaker:CreateEndpoint"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:endpoint/{EndpointName|lower} arn:{partition}:sagemaker:{region}:{account}:endpoint-config/{EndpointConfigName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateEndpointConfig",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateEndpointConfigInput),
        input_root: None,
        output: Some(&schemas::CreateEndpointConfigOutput),
        action: IamAction::Named("sagemaker:CreateEndpointConfig"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:endpoint-config/{EndpointConfigName|lower}",
        also: &[("iam:PassRole", "{ExecutionRoleArn}")],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateModel",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateModelInput),
        input_root: None,
        output: Some(&schemas::CreateModelOutput),
        action: IamAction::Named("sagemaker:CreateModel"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:model/{ModelName|lower}",
        also: &[("iam:PassRole", "{ExecutionRoleArn}")],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateModelPackage",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateModelPackageInput),
        input_root: None,
        output: Some(&schemas::CreateModelPackageOutput),
        action: IamAction::Named("sagemaker:CreateModelPackage"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:model-package-group/{ModelPackageGroupName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateModelPackageGroup",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateModelPackageGroupInput),
        input_root: None,
        output: Some(&schemas::CreateModelPackageGroupOutput),
        action: IamAction::Named("sagemaker:CreateModelPackageGroup"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:model-package-group/{ModelPackageGroupName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateProcessingJob",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateProcessingJobRequest),
        input_root: None,
        output: Some(&schemas::CreateProcessingJobResponse),
        action: IamAction::Named("sagemaker:CreateProcessingJob"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:processing-job/{ProcessingJobName|lower}",
        also: &[("iam:PassRole", "{RoleArn}")],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateTrainingJob",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateTrainingJobRequest),
        input_root: None,
        output: Some(&schemas::CreateTrainingJobResponse),
        action: IamAction::Named("sagemaker:CreateTrainingJob"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:training-job/{TrainingJobName|lower}",
        also: &[("iam:PassRole", "{RoleArn}")],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateTransformJob",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateTransformJobRequest),
        input_root: None,
        output: Some(&schemas::CreateTransformJobResponse),
        action: IamAction::Named("sagemaker:CreateTransformJob"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:transform-job/{TransformJobName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteAction",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteActionRequest),
        input_root: None,
        output: Some(&schemas::DeleteActionResponse),
        action: IamAction::Named("sagemaker:DeleteAction"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:action/{ActionName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteArtifact",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteArtifactRequest),
        input_root: None,
        output: Some(&schemas::DeleteArtifactResponse),
        action: IamAction::Named("sagemaker:DeleteArtifact"),
        resources: "{ArtifactArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteAssociation",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteAssociationRequest),
        input_root: None,
        output: Some(&schemas::DeleteAssociationResponse),
        action: IamAction::Named("sagemaker:DeleteAssociation"),
        resources: "{SourceArn} {DestinationArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteContext",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteContextRequest),
        input_root: None,
        output: Some(&schemas::DeleteContextResponse),
        action: IamAction::Named("sagemaker:DeleteContext"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:context/{ContextName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteEndpoint",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteEndpointInput),
        input_root: None,
        output: None,
        action: IamAction::Named("sagemaker:DeleteEndpoint"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:endpoint/{EndpointName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteEndpointConfig",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteEndpointConfigInput),
        input_root: None,
        output: None,
        action: IamAction::Named("sagemaker:DeleteEndpointConfig"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:endpoint-config/{EndpointConfigName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteModel",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteModelInput),
        input_root: None,
        output: None,
        action: IamAction::Named("sagemaker:DeleteModel"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:model/{ModelName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteModelPackage",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteModelPackageInput),
        input_root: None,
        output: None,
        action: IamAction::Named("sagemaker:DeleteModelPackage"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:model-package/{ModelPackageName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteModelPackageGroup",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteModelPackageGroupInput),
        input_root: None,
        output: None,
        action: IamAction::Named("sagemaker:DeleteModelPackageGroup"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:model-package-group/{ModelPackageGroupName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteModelPackageGroupPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteModelPackageGroupPolicyInput),
        input_root: None,
        output: None,
        action: IamAction::Named("sagemaker:DeleteModelPackageGroupPolicy"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:model-package-group/{ModelPackageGroupName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteProcessingJob",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteProcessingJobRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("sagemaker:DeleteProcessingJob"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:processing-job/{ProcessingJobName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteTags",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteTagsInput),
        input_root: None,
        output: Some(&schemas::DeleteTagsOutput),
        action: IamAction::Named("sagemaker:DeleteTags"),
        resources: "{ResourceArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteTrainingJob",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteTrainingJobRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("sagemaker:DeleteTrainingJob"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:training-job/{TrainingJobName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeAction",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeActionRequest),
        input_root: None,
        output: Some(&schemas::DescribeActionResponse),
        action: IamAction::Named("sagemaker:DescribeAction"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:action/{ActionName|lower}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeArtifact",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeArtifactRequest),
        input_root: None,
        output: Some(&schemas::DescribeArtifactResponse),
        action: IamAction::Named("sagemaker:DescribeArtifact"),
        resources: "{ArtifactArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeContext",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeContextRequest),
        input_root: None,
        output: Some(&schemas::DescribeContextResponse),
        action: IamAction::Named("sagemaker:DescribeContext"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:context/{ContextName|lower}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeEndpoint",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeEndpointInput),
        input_root: None,
        output: Some(&schemas::DescribeEndpointOutput),
        action: IamAction::Named("sagemaker:DescribeEndpoint"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:endpoint/{EndpointName|lower}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeEndpointConfig",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeEndpointConfigInput),
        input_root: None,
        output: Some(&schemas::DescribeEndpointConfigOutput),
        action: IamAction::Named("sagemaker:DescribeEndpointConfig"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:endpoint-config/{EndpointConfigName|lower}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeModel",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeModelInput),
        input_root: None,
        output: Some(&schemas::DescribeModelOutput),
        action: IamAction::Named("sagemaker:DescribeModel"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:model/{ModelName|lower}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeModelPackage",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeModelPackageInput),
        input_root: None,
        output: Some(&schemas::DescribeModelPackageOutput),
        action: IamAction::Named("sagemaker:DescribeModelPackage"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:model-package/{ModelPackageName|lower}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeModelPackageGroup",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeModelPackageGroupInput),
        input_root: None,
        output: Some(&schemas::DescribeModelPackageGroupOutput),
        action: IamAction::Named("sagemaker:DescribeModelPackageGroup"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:model-package-group/{ModelPackageGroupName|lower}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeProcessingJob",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeProcessingJobRequest),
        input_root: None,
        output: Some(&schemas::DescribeProcessingJobResponse),
        action: IamAction::Named("sagemaker:DescribeProcessingJob"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:processing-job/{ProcessingJobName|lower}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeTrainingJob",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeTrainingJobRequest),
        input_root: None,
        output: Some(&schemas::DescribeTrainingJobResponse),
        action: IamAction::Named("sagemaker:DescribeTrainingJob"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:training-job/{TrainingJobName|lower}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeTransformJob",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeTransformJobRequest),
        input_root: None,
        output: Some(&schemas::DescribeTransformJobResponse),
        action: IamAction::Named("sagemaker:DescribeTransformJob"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:transform-job/{TransformJobName|lower}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeTrialComponent",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeTrialComponentRequest),
        input_root: None,
        output: Some(&schemas::DescribeTrialComponentResponse),
        action: IamAction::Named("sagemaker:DescribeTrialComponent"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:experiment-trial-component/{TrialComponentName|lower}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetModelPackageGroupPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetModelPackageGroupPolicyInput),
        input_root: None,
        output: Some(&schemas::GetModelPackageGroupPolicyOutput),
        action: IamAction::Named("sagemaker:GetModelPackageGroupPolicy"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:model-package-group/{ModelPackageGroupName|lower}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetSearchSuggestions",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetSearchSuggestionsRequest),
        input_root: None,
        output: Some(&schemas::GetSearchSuggestionsResponse),
        action: IamAction::Named("sagemaker:GetSearchSuggestions"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListActions",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListActionsRequest),
        input_root: None,
        output: Some(&schemas::ListActionsResponse),
        action: IamAction::Named("sagemaker:ListActions"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListArtifacts",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListArtifactsRequest),
        input_root: None,
        output: Some(&schemas::ListArtifactsResponse),
        action: IamAction::Named("sagemaker:ListArtifacts"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListAssociations",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListAssociationsRequest),
        input_root: None,
        output: Some(&schemas::ListAssociationsResponse),
        action: IamAction::Named("sagemaker:ListAssociations"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListContexts",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListContextsRequest),
        input_root: None,
        output: Some(&schemas::ListContextsResponse),
        action: IamAction::Named("sagemaker:ListContexts"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListEndpointConfigs",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListEndpointConfigsInput),
        input_root: None,
        output: Some(&schemas::ListEndpointConfigsOutput),
        action: IamAction::Named("sagemaker:ListEndpointConfigs"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListEndpoints",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListEndpointsInput),
        input_root: None,
        output: Some(&schemas::ListEndpointsOutput),
        action: IamAction::Named("sagemaker:ListEndpoints"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListModelPackageGroups",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListModelPackageGroupsInput),
        input_root: None,
        output: Some(&schemas::ListModelPackageGroupsOutput),
        action: IamAction::Named("sagemaker:ListModelPackageGroups"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListModelPackages",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListModelPackagesInput),
        input_root: None,
        output: Some(&schemas::ListModelPackagesOutput),
        action: IamAction::Named("sagemaker:ListModelPackages"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListModels",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListModelsInput),
        input_root: None,
        output: Some(&schemas::ListModelsOutput),
        action: IamAction::Named("sagemaker:ListModels"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListProcessingJobs",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListProcessingJobsRequest),
        input_root: None,
        output: Some(&schemas::ListProcessingJobsResponse),
        action: IamAction::Named("sagemaker:ListProcessingJobs"),
        resources: "*",
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
        input: Some(&schemas::ListTagsInput),
        input_root: None,
        output: Some(&schemas::ListTagsOutput),
        action: IamAction::Named("sagemaker:ListTags"),
        resources: "{ResourceArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListTrainingJobs",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListTrainingJobsRequest),
        input_root: None,
        output: Some(&schemas::ListTrainingJobsResponse),
        action: IamAction::Named("sagemaker:ListTrainingJobs"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListTransformJobs",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListTransformJobsRequest),
        input_root: None,
        output: Some(&schemas::ListTransformJobsResponse),
        action: IamAction::Named("sagemaker:ListTransformJobs"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListTrialComponents",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListTrialComponentsRequest),
        input_root: None,
        output: Some(&schemas::ListTrialComponentsResponse),
        action: IamAction::Named("sagemaker:ListTrialComponents"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutModelPackageGroupPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PutModelPackageGroupPolicyInput),
        input_root: None,
        output: Some(&schemas::PutModelPackageGroupPolicyOutput),
        action: IamAction::Named("sagemaker:PutModelPackageGroupPolicy"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:model-package-group/{ModelPackageGroupName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "QueryLineage",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::QueryLineageRequest),
        input_root: None,
        output: Some(&schemas::QueryLineageResponse),
        action: IamAction::Named("sagemaker:QueryLineage"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "Search",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::SearchRequest),
        input_root: None,
        output: Some(&schemas::SearchResponse),
        action: IamAction::Named("sagemaker:Search"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "StopProcessingJob",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::StopProcessingJobRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("sagemaker:StopProcessingJob"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:processing-job/{ProcessingJobName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "StopTrainingJob",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::StopTrainingJobRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("sagemaker:StopTrainingJob"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:training-job/{TrainingJobName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "StopTransformJob",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::StopTransformJobRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("sagemaker:StopTransformJob"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:transform-job/{TransformJobName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateAction",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UpdateActionRequest),
        input_root: None,
        output: Some(&schemas::UpdateActionResponse),
        action: IamAction::Named("sagemaker:UpdateAction"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:action/{ActionName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateArtifact",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UpdateArtifactRequest),
        input_root: None,
        output: Some(&schemas::UpdateArtifactResponse),
        action: IamAction::Named("sagemaker:UpdateArtifact"),
        resources: "{ArtifactArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateContext",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UpdateContextRequest),
        input_root: None,
        output: Some(&schemas::UpdateContextResponse),
        action: IamAction::Named("sagemaker:UpdateContext"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:context/{ContextName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateEndpoint",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UpdateEndpointInput),
        input_root: None,
        output: Some(&schemas::UpdateEndpointOutput),
        action: IamAction::Named("sagemaker:UpdateEndpoint"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:endpoint/{EndpointName|lower} arn:{partition}:sagemaker:{region}:{account}:endpoint-config/{EndpointConfigName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateEndpointWeightsAndCapacities",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UpdateEndpointWeightsAndCapacitiesInput),
        input_root: None,
        output: Some(&schemas::UpdateEndpointWeightsAndCapacitiesOutput),
        action: IamAction::Named("sagemaker:UpdateEndpointWeightsAndCapacities"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:endpoint/{EndpointName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateModelPackage",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UpdateModelPackageInput),
        input_root: None,
        output: Some(&schemas::UpdateModelPackageOutput),
        action: IamAction::Named("sagemaker:UpdateModelPackage"),
        resources: "{ModelPackageArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateTrainingJob",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UpdateTrainingJobRequest),
        input_root: None,
        output: Some(&schemas::UpdateTrainingJobResponse),
        action: IamAction::Named("sagemaker:UpdateTrainingJob"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:training-job/{TrainingJobName|lower}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
];

/// The served operations as types.
pub mod ops {
    use super::{Operation, OperationType};
    /// `AddAssociation`
    #[derive(Clone, Copy, Debug)]
    pub struct AddAssociation;
    impl OperationType for AddAssociation {
        type Input = super::AddAssociationRequest;
        type Output = super::AddAssociationResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[0];
    }

    /// `AddTags`
    #[derive(Clone, Copy, Debug)]
    pub struct AddTags;
    impl OperationType for AddTags {
        type Input = super::AddTagsInput;
        type Output = super::AddTagsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[1];
    }

    /// `BatchDescribeModelPackage`
    #[derive(Clone, Copy, Debug)]
    pub struct BatchDescribeModelPackage;
    impl OperationType for BatchDescribeModelPackage {
        type Input = super::BatchDescribeModelPackageInput;
        type Output = super::BatchDescribeModelPackageOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[2];
    }

    /// `CreateAction`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateAction;
    impl OperationType for CreateAction {
        type Input = super::CreateActionRequest;
        type Output = super::CreateActionResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[3];
    }

    /// `CreateArtifact`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateArtifact;
    impl OperationType for CreateArtifact {
        type Input = super::CreateArtifactRequest;
        type Output = super::CreateArtifactResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[4];
    }

    /// `CreateContext`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateContext;
    impl OperationType for CreateContext {
        type Input = super::CreateContextRequest;
        type Output = super::CreateContextResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[5];
    }

    /// `CreateEndpoint`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateEndpoint;
    impl OperationType for CreateEndpoint {
        type Input = super::CreateEndpointInput;
        type Output = super::CreateEndpointOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[6];
    }

    /// `CreateEndpointConfig`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateEndpointConfig;
    impl OperationType for CreateEndpointConfig {
        type Input = super::CreateEndpointConfigInput;
        type Output = super::CreateEndpointConfigOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[7];
    }

    /// `CreateModel`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateModel;
    impl OperationType for CreateModel {
        type Input = super::CreateModelInput;
        type Output = super::CreateModelOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[8];
    }

    /// `CreateModelPackage`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateModelPackage;
    impl OperationType for CreateModelPackage {
        type Input = super::CreateModelPackageInput;
        type Output = super::CreateModelPackageOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[9];
    }

    /// `CreateModelPackageGroup`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateModelPackageGroup;
    impl OperationType for CreateModelPackageGroup {
        type Input = super::CreateModelPackageGroupInput;
        type Output = super::CreateModelPackageGroupOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[10];
    }

    /// `CreateProcessingJob`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateProcessingJob;
    impl OperationType for CreateProcessingJob {
        type Input = super::CreateProcessingJobRequest;
        type Output = super::CreateProcessingJobResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[11];
    }

    /// `CreateTrainingJob`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateTrainingJob;
    impl OperationType for CreateTrainingJob {
        type Input = super::CreateTrainingJobRequest;
        type Output = super::CreateTrainingJobResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[12];
    }

    /// `CreateTransformJob`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateTransformJob;
    impl OperationType for CreateTransformJob {
        type Input = super::CreateTransformJobRequest;
        type Output = super::CreateTransformJobResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[13];
    }

    /// `DeleteAction`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteAction;
    impl OperationType for DeleteAction {
        type Input = super::DeleteActionRequest;
        type Output = super::DeleteActionResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[14];
    }

    /// `DeleteArtifact`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteArtifact;
    impl OperationType for DeleteArtifact {
        type Input = super::DeleteArtifactRequest;
        type Output = super::DeleteArtifactResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[15];
    }

    /// `DeleteAssociation`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteAssociation;
    impl OperationType for DeleteAssociation {
        type Input = super::DeleteAssociationRequest;
        type Output = super::DeleteAssociationResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[16];
    }

    /// `DeleteContext`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteContext;
    impl OperationType for DeleteContext {
        type Input = super::DeleteContextRequest;
        type Output = super::DeleteContextResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[17];
    }

    /// `DeleteEndpoint`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteEndpoint;
    impl OperationType for DeleteEndpoint {
        type Input = super::DeleteEndpointInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[18];
    }

    /// `DeleteEndpointConfig`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteEndpointConfig;
    impl OperationType for DeleteEndpointConfig {
        type Input = super::DeleteEndpointConfigInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[19];
    }

    /// `DeleteModel`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteModel;
    impl OperationType for DeleteModel {
        type Input = super::DeleteModelInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[20];
    }

    /// `DeleteModelPackage`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteModelPackage;
    impl OperationType for DeleteModelPackage {
        type Input = super::DeleteModelPackageInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[21];
    }

    /// `DeleteModelPackageGroup`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteModelPackageGroup;
    impl OperationType for DeleteModelPackageGroup {
        type Input = super::DeleteModelPackageGroupInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[22];
    }

    /// `DeleteModelPackageGroupPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteModelPackageGroupPolicy;
    impl OperationType for DeleteModelPackageGroupPolicy {
        type Input = super::DeleteModelPackageGroupPolicyInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[23];
    }

    /// `DeleteProcessingJob`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteProcessingJob;
    impl OperationType for DeleteProcessingJob {
        type Input = super::DeleteProcessingJobRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[24];
    }

    /// `DeleteTags`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteTags;
    impl OperationType for DeleteTags {
        type Input = super::DeleteTagsInput;
        type Output = super::DeleteTagsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[25];
    }

    /// `DeleteTrainingJob`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteTrainingJob;
    impl OperationType for DeleteTrainingJob {
        type Input = super::DeleteTrainingJobRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[26];
    }

    /// `DescribeAction`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeAction;
    impl OperationType for DescribeAction {
        type Input = super::DescribeActionRequest;
        type Output = super::DescribeActionResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[27];
    }

    /// `DescribeArtifact`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeArtifact;
    impl OperationType for DescribeArtifact {
        type Input = super::DescribeArtifactRequest;
        type Output = super::DescribeArtifactResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[28];
    }

    /// `DescribeContext`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeContext;
    impl OperationType for DescribeContext {
        type Input = super::DescribeContextRequest;
        type Output = super::DescribeContextResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[29];
    }

    /// `DescribeEndpoint`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeEndpoint;
    impl OperationType for DescribeEndpoint {
        type Input = super::DescribeEndpointInput;
        type Output = super::DescribeEndpointOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[30];
    }

    /// `DescribeEndpointConfig`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeEndpointConfig;
    impl OperationType for DescribeEndpointConfig {
        type Input = super::DescribeEndpointConfigInput;
        type Output = super::DescribeEndpointConfigOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[31];
    }

    /// `DescribeModel`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeModel;
    impl OperationType for DescribeModel {
        type Input = super::DescribeModelInput;
        type Output = super::DescribeModelOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[32];
    }

    /// `DescribeModelPackage`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeModelPackage;
    impl OperationType for DescribeModelPackage {
        type Input = super::DescribeModelPackageInput;
        type Output = super::DescribeModelPackageOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[33];
    }

    /// `DescribeModelPackageGroup`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeModelPackageGroup;
    impl OperationType for DescribeModelPackageGroup {
        type Input = super::DescribeModelPackageGroupInput;
        type Output = super::DescribeModelPackageGroupOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[34];
    }

    /// `DescribeProcessingJob`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeProcessingJob;
    impl OperationType for DescribeProcessingJob {
        type Input = super::DescribeProcessingJobRequest;
        type Output = super::DescribeProcessingJobResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[35];
    }

    /// `DescribeTrainingJob`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeTrainingJob;
    impl OperationType for DescribeTrainingJob {
        type Input = super::DescribeTrainingJobRequest;
        type Output = super::DescribeTrainingJobResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[36];
    }

    /// `DescribeTransformJob`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeTransformJob;
    impl OperationType for DescribeTransformJob {
        type Input = super::DescribeTransformJobRequest;
        type Output = super::DescribeTransformJobResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[37];
    }

    /// `DescribeTrialComponent`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeTrialComponent;
    impl OperationType for DescribeTrialComponent {
        type Input = super::DescribeTrialComponentRequest;
        type Output = super::DescribeTrialComponentResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[38];
    }

    /// `GetModelPackageGroupPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct GetModelPackageGroupPolicy;
    impl OperationType for GetModelPackageGroupPolicy {
        type Input = super::GetModelPackageGroupPolicyInput;
        type Output = super::GetModelPackageGroupPolicyOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[39];
    }

    /// `GetSearchSuggestions`
    #[derive(Clone, Copy, Debug)]
    pub struct GetSearchSuggestions;
    impl OperationType for GetSearchSuggestions {
        type Input = super::GetSearchSuggestionsRequest;
        type Output = super::GetSearchSuggestionsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[40];
    }

    /// `ListActions`
    #[derive(Clone, Copy, Debug)]
    pub struct ListActions;
    impl OperationType for ListActions {
        type Input = super::ListActionsRequest;
        type Output = super::ListActionsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[41];
    }

    /// `ListArtifacts`
    #[derive(Clone, Copy, Debug)]
    pub struct ListArtifacts;
    impl OperationType for ListArtifacts {
        type Input = super::ListArtifactsRequest;
        type Output = super::ListArtifactsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[42];
    }

    /// `ListAssociations`
    #[derive(Clone, Copy, Debug)]
    pub struct ListAssociations;
    impl OperationType for ListAssociations {
        type Input = super::ListAssociationsRequest;
        type Output = super::ListAssociationsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[43];
    }

    /// `ListContexts`
    #[derive(Clone, Copy, Debug)]
    pub struct ListContexts;
    impl OperationType for ListContexts {
        type Input = super::ListContextsRequest;
        type Output = super::ListContextsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[44];
    }

    /// `ListEndpointConfigs`
    #[derive(Clone, Copy, Debug)]
    pub struct ListEndpointConfigs;
    impl OperationType for ListEndpointConfigs {
        type Input = super::ListEndpointConfigsInput;
        type Output = super::ListEndpointConfigsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[45];
    }

    /// `ListEndpoints`
    #[derive(Clone, Copy, Debug)]
    pub struct ListEndpoints;
    impl OperationType for ListEndpoints {
        type Input = super::ListEndpointsInput;
        type Output = super::ListEndpointsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[46];
    }

    /// `ListModelPackageGroups`
    #[derive(Clone, Copy, Debug)]
    pub struct ListModelPackageGroups;
    impl OperationType for ListModelPackageGroups {
        type Input = super::ListModelPackageGroupsInput;
        type Output = super::ListModelPackageGroupsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[47];
    }

    /// `ListModelPackages`
    #[derive(Clone, Copy, Debug)]
    pub struct ListModelPackages;
    impl OperationType for ListModelPackages {
        type Input = super::ListModelPackagesInput;
        type Output = super::ListModelPackagesOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[48];
    }

    /// `ListModels`
    #[derive(Clone, Copy, Debug)]
    pub struct ListModels;
    impl OperationType for ListModels {
        type Input = super::ListModelsInput;
        type Output = super::ListModelsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[49];
    }

    /// `ListProcessingJobs`
    #[derive(Clone, Copy, Debug)]
    pub struct ListProcessingJobs;
    impl OperationType for ListProcessingJobs {
        type Input = super::ListProcessingJobsRequest;
        type Output = super::ListProcessingJobsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[50];
    }

    /// `ListTags`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTags;
    impl OperationType for ListTags {
        type Input = super::ListTagsInput;
        type Output = super::ListTagsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[51];
    }

    /// `ListTrainingJobs`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTrainingJobs;
    impl OperationType for ListTrainingJobs {
        type Input = super::ListTrainingJobsRequest;
        type Output = super::ListTrainingJobsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[52];
    }

    /// `ListTransformJobs`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTransformJobs;
    impl OperationType for ListTransformJobs {
        type Input = super::ListTransformJobsRequest;
        type Output = super::ListTransformJobsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[53];
    }

    /// `ListTrialComponents`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTrialComponents;
    impl OperationType for ListTrialComponents {
        type Input = super::ListTrialComponentsRequest;
        type Output = super::ListTrialComponentsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[54];
    }

    /// `PutModelPackageGroupPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct PutModelPackageGroupPolicy;
    impl OperationType for PutModelPackageGroupPolicy {
        type Input = super::PutModelPackageGroupPolicyInput;
        type Output = super::PutModelPackageGroupPolicyOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[55];
    }

    /// `QueryLineage`
    #[derive(Clone, Copy, Debug)]
    pub struct QueryLineage;
    impl OperationType for QueryLineage {
        type Input = super::QueryLineageRequest;
        type Output = super::QueryLineageResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[56];
    }

    /// `Search`
    #[derive(Clone, Copy, Debug)]
    pub struct Search;
    impl OperationType for Search {
        type Input = super::SearchRequest;
        type Output = super::SearchResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[57];
    }

    /// `StopProcessingJob`
    #[derive(Clone, Copy, Debug)]
    pub struct StopProcessingJob;
    impl OperationType for StopProcessingJob {
        type Input = super::StopProcessingJobRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[58];
    }

    /// `StopTrainingJob`
    #[derive(Clone, Copy, Debug)]
    pub struct StopTrainingJob;
    impl OperationType for StopTrainingJob {
        type Input = super::StopTrainingJobRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[59];
    }

    /// `StopTransformJob`
    #[derive(Clone, Copy, Debug)]
    pub struct StopTransformJob;
    impl OperationType for StopTransformJob {
        type Input = super::StopTransformJobRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[60];
    }

    /// `UpdateAction`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateAction;
    impl OperationType for UpdateAction {
        type Input = super::UpdateActionRequest;
        type Output = super::UpdateActionResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[61];
    }

    /// `UpdateArtifact`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateArtifact;
    impl OperationType for UpdateArtifact {
        type Input = super::UpdateArtifactRequest;
        type Output = super::UpdateArtifactResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[62];
    }

    /// `UpdateContext`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateContext;
    impl OperationType for UpdateContext {
        type Input = super::UpdateContextRequest;
        type Output = super::UpdateContextResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[63];
    }

    /// `UpdateEndpoint`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateEndpoint;
    impl OperationType for UpdateEndpoint {
        type Input = super::UpdateEndpointInput;
        type Output = super::UpdateEndpointOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[64];
    }

    /// `UpdateEndpointWeightsAndCapacities`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateEndpointWeightsAndCapacities;
    impl OperationType for UpdateEndpointWeightsAndCapacities {
        type Input = super::UpdateEndpointWeightsAndCapacitiesInput;
        type Output = super::UpdateEndpointWeightsAndCapacitiesOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[65];
    }

    /// `UpdateModelPackage`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateModelPackage;
    impl OperationType for UpdateModelPackage {
        type Input = super::UpdateModelPackageInput;
        type Output = super::UpdateModelPackageOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[66];
    }

    /// `UpdateTrainingJob`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateTrainingJob;
    impl OperationType for UpdateTrainingJob {
        type Input = super::UpdateTrainingJobRequest;
        type Output = super::UpdateTrainingJobResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[67];
    }
}

/// What AWS has here and lirio does not serve.
pub static UNSERVED: &[UnservedOperation] = &[
    UnservedOperation { service: &SERVICE, name: "AssociateTrialComponent", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "AttachClusterNodeNetworkInterface",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "AttachClusterNodeVolume", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "BatchAddClusterNodes", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "BatchDeleteClusterNodes", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "BatchRebootClusterNodes", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "BatchReplaceClusterNodes", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAIBenchmarkJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAIRecommendationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAIWorkloadConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAlgorithm", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateApp", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAppImageConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAutoMLJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAutoMLJobV2", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateCluster", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateClusterExtension", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateClusterSchedulerConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateCodeRepository", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateCompilationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateComputeQuota", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateDataQualityJobDefinition", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateDeviceFleet", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateDomain", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateEdgeDeploymentPlan", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateEdgeDeploymentStage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateEdgePackagingJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateExperiment", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateFeatureGroup", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateFlowDefinition", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateHub", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateHubContentPresignedUrls", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateHubContentReference", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateHumanTaskUi", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateHyperParameterTuningJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateImage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateImageVersion", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateInferenceComponent", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateInferenceExperiment", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "CreateInferenceRecommendationsJob",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "CreateInferenceRouter", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateLabelingJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateMlflowApp", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateMlflowTrackingServer", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateModelBiasJobDefinition", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateModelCard", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateModelCardExportJob", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "CreateModelExplainabilityJobDefinition",
        method: "POST",
        uri: "/",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "CreateModelQualityJobDefinition",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "CreateMonitoringSchedule", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateNotebookInstance", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "CreateNotebookInstanceLifecycleConfig",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "CreateOptimizationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreatePartnerApp", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreatePartnerAppPresignedUrl", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreatePipeline", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreatePresignedDomainUrl", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreatePresignedMlflowAppUrl", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "CreatePresignedMlflowTrackingServerUrl",
        method: "POST",
        uri: "/",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "CreatePresignedNotebookInstanceUrl",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "CreateProject", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateSpace", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateStudioLifecycleConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateTrainingPlan", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateTrainingSession", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateTrial", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateTrialComponent", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateUserProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateWorkforce", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateWorkteam", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAIBenchmarkJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAIRecommendationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAIWorkloadConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAlgorithm", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteApp", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAppImageConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteCluster", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteClusterExtension", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteClusterSchedulerConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteCodeRepository", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteCompilationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteComputeQuota", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteDataQualityJobDefinition", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteDeviceFleet", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteDomain", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteEdgeDeploymentPlan", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteEdgeDeploymentStage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteEndpointPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteExperiment", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteFeatureGroup", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteFlowDefinition", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteHub", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteHubContent", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteHubContentReference", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteHumanTaskUi", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteHyperParameterTuningJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteImage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteImageVersion", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteInferenceComponent", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteInferenceExperiment", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteInferenceRouter", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteMlflowApp", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteMlflowTrackingServer", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteModelBiasJobDefinition", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteModelCard", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteModelExplainabilityJobDefinition",
        method: "POST",
        uri: "/",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteModelQualityJobDefinition",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DeleteMonitoringSchedule", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteNotebookInstance", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteNotebookInstanceLifecycleConfig",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DeleteOptimizationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeletePartnerApp", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeletePipeline", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteProject", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteSpace", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteStudioLifecycleConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteTrainingSession", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteTrial", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteTrialComponent", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteUserProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteWorkforce", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteWorkteam", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeregisterDevices", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeAIBenchmarkJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeAIRecommendationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeAIWorkloadConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeAlgorithm", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeApp", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeAppImageConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeAutoMLJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeAutoMLJobV2", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeCluster", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeClusterEvent", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeClusterExtension", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeClusterNode", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeClusterOperation", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeClusterSchedulerConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeCodeRepository", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeCompilationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeComputeQuota", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DescribeDataQualityJobDefinition",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DescribeDevice", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeDeviceFleet", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeDomain", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeEdgeDeploymentPlan", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeEdgePackagingJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeExperiment", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeFeatureGroup", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeFeatureMetadata", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeFlowDefinition", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeHub", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeHubContent", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeHumanTaskUi", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DescribeHyperParameterTuningJob",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DescribeImage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeImageVersion", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeInferenceComponent", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeInferenceExperiment", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DescribeInferenceRecommendationsJob",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DescribeInferenceRouter", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeJobSchemaVersion", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeLabelingJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeLineageGroup", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeMlflowApp", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeMlflowTrackingServer", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeModelBiasJobDefinition", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeModelCard", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeModelCardExportJob", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DescribeModelExplainabilityJobDefinition",
        method: "POST",
        uri: "/",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DescribeModelQualityJobDefinition",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DescribeMonitoringSchedule", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeNotebookInstance", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DescribeNotebookInstanceLifecycleConfig",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DescribeOptimizationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribePartnerApp", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribePipeline", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DescribePipelineDefinitionForExecution",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DescribePipelineExecution", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeProject", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeReservedCapacity", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeSpace", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeStudioLifecycleConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeSubscribedWorkteam", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeTrainingPlan", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DescribeTrainingPlanExtensionHistory",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DescribeTrainingSession", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeTrial", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeUserProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeWorkforce", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeWorkteam", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DetachClusterNodeVolume", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DisableSagemakerServicecatalogPortfolio",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DisassociateTrialComponent", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "EnableSagemakerServicecatalogPortfolio",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "ExtendTrainingPlan", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetDeviceFleetReport", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetEndpointPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetLineageGroupPolicy", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "GetSagemakerServicecatalogPortfolioStatus",
        method: "POST",
        uri: "/",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetScalingConfigurationRecommendation",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "ImportHubContent", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAIBenchmarkJobs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAIRecommendationJobs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAIWorkloadConfigs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAlgorithms", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAliases", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAppImageConfigs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListApps", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAutoMLJobs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListCandidatesForAutoMLJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListClusterEvents", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListClusterExtensionVersions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListClusterExtensions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListClusterNodes", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListClusterOperations", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListClusterSchedulerConfigs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListClusters", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListCodeRepositories", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListCompilationJobs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListComputeQuotas", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListDataQualityJobDefinitions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListDeviceFleets", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListDevices", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListDomains", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListEdgeDeploymentPlans", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListEdgePackagingJobs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListExperiments", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListFeatureGroups", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListFlowDefinitions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListHubContentVersions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListHubContents", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListHubs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListHumanTaskUis", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListHyperParameterTuningJobs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListImageVersions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListImages", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListInferenceComponents", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListInferenceExperiments", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "ListInferenceRecommendationsJobSteps",
        method: "POST",
        uri: "/",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ListInferenceRecommendationsJobs",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "ListInferenceRouters", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListJobSchemaVersions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListJobs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListLabelingJobs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListLabelingJobsForWorkteam", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListLineageGroups", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListMlflowApps", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListMlflowTrackingServers", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListModelBiasJobDefinitions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListModelCardExportJobs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListModelCardVersions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListModelCards", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "ListModelExplainabilityJobDefinitions",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "ListModelMetadata", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListModelQualityJobDefinitions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListMonitoringAlertHistory", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListMonitoringAlerts", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListMonitoringExecutions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListMonitoringSchedules", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "ListNotebookInstanceLifecycleConfigs",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "ListNotebookInstances", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListOptimizationJobs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListPartnerApps", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListPipelineExecutionSteps", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListPipelineExecutions", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "ListPipelineParametersForExecution",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "ListPipelineVersions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListPipelines", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListProjects", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListResourceCatalogs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListSpaces", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListStageDevices", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListStudioLifecycleConfigs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListSubscribedWorkteams", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "ListTrainingJobsForHyperParameterTuningJob",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "ListTrainingPlans", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListTrainingSessions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListTrials", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "ListUltraServersByReservedCapacity",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "ListUserProfiles", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListWorkforces", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListWorkteams", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutEndpointPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "RegisterDevices", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "RenderUiTemplate", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "RetryPipelineExecution", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "SearchTrainingPlanOfferings", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "SendPipelineExecutionStepFailure",
        method: "POST",
        uri: "/",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "SendPipelineExecutionStepSuccess",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "StartClusterHealthCheck", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartEdgeDeploymentStage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartInferenceExperiment", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartMlflowTrackingServer", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartMonitoringSchedule", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartNotebookInstance", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartPipelineExecution", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartSession", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopAIBenchmarkJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopAIRecommendationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopAutoMLJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopCompilationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopEdgeDeploymentStage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopEdgePackagingJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopHyperParameterTuningJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopInferenceExperiment", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "StopInferenceRecommendationsJob",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "StopJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopLabelingJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopMlflowTrackingServer", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopMonitoringSchedule", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopNotebookInstance", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopOptimizationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopPipelineExecution", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopTrainingSession", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateAppImageConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateCluster", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateClusterExtension", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateClusterSchedulerConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateClusterSoftware", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateCodeRepository", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateComputeQuota", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateDeviceFleet", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateDevices", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateDomain", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateExperiment", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateFeatureGroup", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateFeatureMetadata", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateHub", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateHubContent", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateHubContentReference", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateImage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateImageVersion", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateInferenceComponent", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateInferenceComponentRuntimeConfig",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "UpdateInferenceExperiment", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateInferenceRouter", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateMlflowApp", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateMlflowTrackingServer", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateModelCard", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateMonitoringAlert", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateMonitoringSchedule", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateNotebookInstance", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateNotebookInstanceLifecycleConfig",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "UpdatePartnerApp", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdatePipeline", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdatePipelineExecution", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdatePipelineVersion", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateProject", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateSpace", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateTrial", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateTrialComponent", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateUserProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateWorkforce", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateWorkteam", method: "POST", uri: "/" },
];

/// The errors that these operations declare.
pub mod errors {
    /// `ConflictException`, status 400
    pub fn conflict_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ConflictException", 400, message)
    }
    /// `ResourceInUse`, status 400
    pub fn resource_in_use(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceInUse", 400, message)
    }
    /// `ResourceLimitExceeded`, status 400
    pub fn resource_limit_exceeded(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceLimitExceeded", 400, message)
    }
    /// `ResourceNotFound`, status 400
    pub fn resource_not_found(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ResourceNotFound", 400, message)
    }
}

crate::macros::structures! {
/// `AcceleratorPartitionLayout`
AcceleratorPartitionLayout {
accelerator_partition_types: Option<Vec<::std::string::String>> = "AcceleratorPartitionTypes",
}
/// `ActionSource`
ActionSource {
source_uri: ::std::string::String = "SourceUri",
source_type: Option<::std::string::String> = "SourceType",
source_id: Option<::std::string::String> = "SourceId",
}
/// `ActionSummary`
ActionSummary {
action_arn: Option<::std::string::String> = "ActionArn",
action_name: Option<::std::string::String> = "ActionName",
source: Option<ActionSource> = "Source",
action_type: Option<::std::string::String> = "ActionType",
status: Option<::std::string::String> = "Status",
creation_time: Option<crate::Timestamp> = "CreationTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
}
/// `AddAssociationRequest`
AddAssociationRequest {
source_arn: ::std::string::String = "SourceArn",
destination_arn: ::std::string::String = "DestinationArn",
association_type: Option<::std::string::String> = "AssociationType",
}
/// `AddAssociationResponse`
AddAssociationResponse {
source_arn: Option<::std::string::String> = "SourceArn",
destination_arn: Option<::std::string::String> = "DestinationArn",
}
/// `AddTagsInput`
AddTagsInput {
resource_arn: ::std::string::String = "ResourceArn",
tags: Vec<Tag> = "Tags",
}
/// `AddTagsOutput`
AddTagsOutput {
tags: Option<Vec<Tag>> = "Tags",
}
/// `AdditionalInferenceSpecificationDefinition`
AdditionalInferenceSpecificationDefinition {
name: ::std::string::String = "Name",
description: Option<::std::string::String> = "Description",
containers: Vec<ModelPackageContainerDefinition> = "Containers",
supported_transform_instance_types: Option<Vec<::std::string::String>> = "SupportedTransformInstanceTypes",
supported_realtime_inference_instance_types: Option<Vec<::std::string::String>> = "SupportedRealtimeInferenceInstanceTypes",
supported_content_types: Option<Vec<::std::string::String>> = "SupportedContentTypes",
supported_response_mime_types: Option<Vec<::std::string::String>> = "SupportedResponseMIMETypes",
}
/// `AdditionalModelDataSource`
AdditionalModelDataSource {
channel_name: ::std::string::String = "ChannelName",
s3_data_source: S3ModelDataSource = "S3DataSource",
}
/// `AdditionalS3DataSource`
AdditionalS3DataSource {
s3_data_type: ::std::string::String = "S3DataType",
s3_uri: ::std::string::String = "S3Uri",
compression_type: Option<::std::string::String> = "CompressionType",
e_tag: Option<::std::string::String> = "ETag",
}
/// `Alarm`
Alarm {
alarm_name: Option<::std::string::String> = "AlarmName",
}
/// `AlgorithmSpecification`
AlgorithmSpecification {
training_image: Option<::std::string::String> = "TrainingImage",
algorithm_name: Option<::std::string::String> = "AlgorithmName",
training_input_mode: ::std::string::String = "TrainingInputMode",
metric_definitions: Option<Vec<MetricDefinition>> = "MetricDefinitions",
enable_sage_maker_metrics_time_series: Option<bool> = "EnableSageMakerMetricsTimeSeries",
container_entrypoint: Option<Vec<::std::string::String>> = "ContainerEntrypoint",
container_arguments: Option<Vec<::std::string::String>> = "ContainerArguments",
training_image_config: Option<TrainingImageConfig> = "TrainingImageConfig",
}
/// `AppSpecification`
AppSpecification {
image_uri: ::std::string::String = "ImageUri",
container_entrypoint: Option<Vec<::std::string::String>> = "ContainerEntrypoint",
container_arguments: Option<Vec<::std::string::String>> = "ContainerArguments",
}
/// `ArtifactSource`
ArtifactSource {
source_uri: ::std::string::String = "SourceUri",
source_types: Option<Vec<ArtifactSourceType>> = "SourceTypes",
}
/// `ArtifactSourceType`
ArtifactSourceType {
source_id_type: ::std::string::String = "SourceIdType",
value: ::std::string::String = "Value",
}
/// `ArtifactSummary`
ArtifactSummary {
artifact_arn: Option<::std::string::String> = "ArtifactArn",
artifact_name: Option<::std::string::String> = "ArtifactName",
source: Option<ArtifactSource> = "Source",
artifact_type: Option<::std::string::String> = "ArtifactType",
creation_time: Option<crate::Timestamp> = "CreationTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
}
/// `AssociationSummary`
AssociationSummary {
source_arn: Option<::std::string::String> = "SourceArn",
destination_arn: Option<::std::string::String> = "DestinationArn",
source_type: Option<::std::string::String> = "SourceType",
destination_type: Option<::std::string::String> = "DestinationType",
association_type: Option<::std::string::String> = "AssociationType",
source_name: Option<::std::string::String> = "SourceName",
destination_name: Option<::std::string::String> = "DestinationName",
creation_time: Option<crate::Timestamp> = "CreationTime",
created_by: Option<UserContext> = "CreatedBy",
}
/// `AsyncInferenceClientConfig`
AsyncInferenceClientConfig {
max_concurrent_invocations_per_instance: Option<i64> = "MaxConcurrentInvocationsPerInstance",
}
/// `AsyncInferenceConfig`
AsyncInferenceConfig {
client_config: Option<AsyncInferenceClientConfig> = "ClientConfig",
output_config: AsyncInferenceOutputConfig = "OutputConfig",
}
/// `AsyncInferenceNotificationConfig`
AsyncInferenceNotificationConfig {
success_topic: Option<::std::string::String> = "SuccessTopic",
error_topic: Option<::std::string::String> = "ErrorTopic",
include_inference_response_in: Option<Vec<::std::string::String>> = "IncludeInferenceResponseIn",
}
/// `AsyncInferenceOutputConfig`
AsyncInferenceOutputConfig {
kms_key_id: Option<::std::string::String> = "KmsKeyId",
s3_output_path: Option<::std::string::String> = "S3OutputPath",
notification_config: Option<AsyncInferenceNotificationConfig> = "NotificationConfig",
s3_failure_path: Option<::std::string::String> = "S3FailurePath",
}
/// `AthenaDatasetDefinition`
AthenaDatasetDefinition {
catalog: ::std::string::String = "Catalog",
database: ::std::string::String = "Database",
query_string: ::std::string::String = "QueryString",
work_group: Option<::std::string::String> = "WorkGroup",
output_s3_uri: ::std::string::String = "OutputS3Uri",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
output_format: ::std::string::String = "OutputFormat",
output_compression: Option<::std::string::String> = "OutputCompression",
}
/// `AutoParameter`
AutoParameter {
name: ::std::string::String = "Name",
value_hint: ::std::string::String = "ValueHint",
}
/// `AutoRollbackConfig`
AutoRollbackConfig {
alarms: Option<Vec<Alarm>> = "Alarms",
}
/// `BaseModel`
BaseModel {
hub_content_name: Option<::std::string::String> = "HubContentName",
hub_content_version: Option<::std::string::String> = "HubContentVersion",
recipe_name: Option<::std::string::String> = "RecipeName",
}
/// `BatchDataCaptureConfig`
BatchDataCaptureConfig {
destination_s3_uri: ::std::string::String = "DestinationS3Uri",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
generate_inference_id: Option<bool> = "GenerateInferenceId",
}
/// `BatchDescribeModelPackageError`
BatchDescribeModelPackageError {
error_code: ::std::string::String = "ErrorCode",
error_response: ::std::string::String = "ErrorResponse",
}
/// `BatchDescribeModelPackageInput`
BatchDescribeModelPackageInput {
model_package_arn_list: Vec<::std::string::String> = "ModelPackageArnList",
}
/// `BatchDescribeModelPackageOutput`
BatchDescribeModelPackageOutput {
model_package_summaries: Option<::std::collections::BTreeMap<::std::string::String, BatchDescribeModelPackageSummary>> = "ModelPackageSummaries",
batch_describe_model_package_error_map: Option<::std::collections::BTreeMap<::std::string::String, BatchDescribeModelPackageError>> = "BatchDescribeModelPackageErrorMap",
}
/// `BatchDescribeModelPackageSummary`
BatchDescribeModelPackageSummary {
model_package_group_name: ::std::string::String = "ModelPackageGroupName",
model_package_version: Option<i64> = "ModelPackageVersion",
model_package_arn: ::std::string::String = "ModelPackageArn",
model_package_description: Option<::std::string::String> = "ModelPackageDescription",
creation_time: crate::Timestamp = "CreationTime",
inference_specification: InferenceSpecification = "InferenceSpecification",
model_package_status: ::std::string::String = "ModelPackageStatus",
model_approval_status: Option<::std::string::String> = "ModelApprovalStatus",
model_package_registration_type: Option<::std::string::String> = "ModelPackageRegistrationType",
}
/// `BatchTransformInput`
BatchTransformInput {
data_captured_destination_s3_uri: ::std::string::String = "DataCapturedDestinationS3Uri",
dataset_format: MonitoringDatasetFormat = "DatasetFormat",
local_path: ::std::string::String = "LocalPath",
s3_input_mode: Option<::std::string::String> = "S3InputMode",
s3_data_distribution_type: Option<::std::string::String> = "S3DataDistributionType",
features_attribute: Option<::std::string::String> = "FeaturesAttribute",
inference_attribute: Option<::std::string::String> = "InferenceAttribute",
probability_attribute: Option<::std::string::String> = "ProbabilityAttribute",
probability_threshold_attribute: Option<f64> = "ProbabilityThresholdAttribute",
start_time_offset: Option<::std::string::String> = "StartTimeOffset",
end_time_offset: Option<::std::string::String> = "EndTimeOffset",
exclude_features_attribute: Option<::std::string::String> = "ExcludeFeaturesAttribute",
}
/// `BestObjectiveNotImproving`
BestObjectiveNotImproving {
max_number_of_training_jobs_not_improving: Option<i64> = "MaxNumberOfTrainingJobsNotImproving",
}
/// `Bias`
Bias {
report: Option<MetricsSource> = "Report",
pre_training_report: Option<MetricsSource> = "PreTrainingReport",
post_training_report: Option<MetricsSource> = "PostTrainingReport",
}
/// `BlueGreenUpdatePolicy`
BlueGreenUpdatePolicy {
traffic_routing_configuration: TrafficRoutingConfig = "TrafficRoutingConfiguration",
termination_wait_in_seconds: Option<i64> = "TerminationWaitInSeconds",
maximum_execution_timeout_in_seconds: Option<i64> = "MaximumExecutionTimeoutInSeconds",
}
/// `CapacitySize`
CapacitySize {
r#type: ::std::string::String = "Type",
value: i64 = "Value",
}
/// `CaptureContentTypeHeader`
CaptureContentTypeHeader {
csv_content_types: Option<Vec<::std::string::String>> = "CsvContentTypes",
json_content_types: Option<Vec<::std::string::String>> = "JsonContentTypes",
}
/// `CaptureOption`
CaptureOption {
capture_mode: ::std::string::String = "CaptureMode",
}
/// `CategoricalParameterRange`
CategoricalParameterRange {
name: ::std::string::String = "Name",
values: Vec<::std::string::String> = "Values",
}
/// `CfnStackDetail`
CfnStackDetail {
name: Option<::std::string::String> = "Name",
id: Option<::std::string::String> = "Id",
status_message: ::std::string::String = "StatusMessage",
}
/// `CfnStackParameter`
CfnStackParameter {
key: ::std::string::String = "Key",
value: Option<::std::string::String> = "Value",
}
/// `CfnTemplateProviderDetail`
CfnTemplateProviderDetail {
template_name: ::std::string::String = "TemplateName",
template_url: ::std::string::String = "TemplateURL",
role_arn: Option<::std::string::String> = "RoleARN",
parameters: Option<Vec<CfnStackParameter>> = "Parameters",
stack_detail: Option<CfnStackDetail> = "StackDetail",
}
/// `Channel`
Channel {
channel_name: ::std::string::String = "ChannelName",
data_source: DataSource = "DataSource",
content_type: Option<::std::string::String> = "ContentType",
compression_type: Option<::std::string::String> = "CompressionType",
record_wrapper_type: Option<::std::string::String> = "RecordWrapperType",
input_mode: Option<::std::string::String> = "InputMode",
shuffle_config: Option<ShuffleConfig> = "ShuffleConfig",
}
/// `CheckpointConfig`
CheckpointConfig {
s3_uri: ::std::string::String = "S3Uri",
local_path: Option<::std::string::String> = "LocalPath",
}
/// `ClarifyExplainerConfig`
ClarifyExplainerConfig {
enable_explanations: Option<::std::string::String> = "EnableExplanations",
inference_config: Option<ClarifyInferenceConfig> = "InferenceConfig",
shap_config: ClarifyShapConfig = "ShapConfig",
}
/// `ClarifyInferenceConfig`
ClarifyInferenceConfig {
features_attribute: Option<::std::string::String> = "FeaturesAttribute",
content_template: Option<::std::string::String> = "ContentTemplate",
max_record_count: Option<i64> = "MaxRecordCount",
max_payload_in_mb: Option<i64> = "MaxPayloadInMB",
probability_index: Option<i64> = "ProbabilityIndex",
label_index: Option<i64> = "LabelIndex",
probability_attribute: Option<::std::string::String> = "ProbabilityAttribute",
label_attribute: Option<::std::string::String> = "LabelAttribute",
label_headers: Option<Vec<::std::string::String>> = "LabelHeaders",
feature_headers: Option<Vec<::std::string::String>> = "FeatureHeaders",
feature_types: Option<Vec<::std::string::String>> = "FeatureTypes",
}
/// `ClarifyShapBaselineConfig`
ClarifyShapBaselineConfig {
mime_type: Option<::std::string::String> = "MimeType",
shap_baseline: Option<::std::string::String> = "ShapBaseline",
shap_baseline_uri: Option<::std::string::String> = "ShapBaselineUri",
}
/// `ClarifyShapConfig`
ClarifyShapConfig {
shap_baseline_config: ClarifyShapBaselineConfig = "ShapBaselineConfig",
number_of_samples: Option<i64> = "NumberOfSamples",
use_logit: Option<bool> = "UseLogit",
seed: Option<i64> = "Seed",
text_config: Option<ClarifyTextConfig> = "TextConfig",
}
/// `ClarifyTextConfig`
ClarifyTextConfig {
language: ::std::string::String = "Language",
granularity: ::std::string::String = "Granularity",
}
/// `CollectionConfig`
CollectionConfig {
vector_config: Option<VectorConfig> = "VectorConfig",
}
/// `CollectionConfiguration`
CollectionConfiguration {
collection_name: Option<::std::string::String> = "CollectionName",
collection_parameters: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "CollectionParameters",
}
/// `ContainerDefinition`
ContainerDefinition {
container_hostname: Option<::std::string::String> = "ContainerHostname",
image: Option<::std::string::String> = "Image",
image_config: Option<ImageConfig> = "ImageConfig",
mode: Option<::std::string::String> = "Mode",
model_data_url: Option<::std::string::String> = "ModelDataUrl",
model_data_source: Option<ModelDataSource> = "ModelDataSource",
additional_model_data_sources: Option<Vec<AdditionalModelDataSource>> = "AdditionalModelDataSources",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
model_package_name: Option<::std::string::String> = "ModelPackageName",
inference_specification_name: Option<::std::string::String> = "InferenceSpecificationName",
multi_model_config: Option<MultiModelConfig> = "MultiModelConfig",
container_metrics_config: Option<ContainerMetricsConfig> = "ContainerMetricsConfig",
}
/// `ContainerMetricsConfig`
ContainerMetricsConfig {
metrics_endpoints: Option<Vec<MetricsEndpoint>> = "MetricsEndpoints",
}
/// `ContextSource`
ContextSource {
source_uri: ::std::string::String = "SourceUri",
source_type: Option<::std::string::String> = "SourceType",
source_id: Option<::std::string::String> = "SourceId",
}
/// `ContextSummary`
ContextSummary {
context_arn: Option<::std::string::String> = "ContextArn",
context_name: Option<::std::string::String> = "ContextName",
source: Option<ContextSource> = "Source",
context_type: Option<::std::string::String> = "ContextType",
creation_time: Option<crate::Timestamp> = "CreationTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
}
/// `ContinuousParameterRange`
ContinuousParameterRange {
name: ::std::string::String = "Name",
min_value: ::std::string::String = "MinValue",
max_value: ::std::string::String = "MaxValue",
scaling_type: Option<::std::string::String> = "ScalingType",
}
/// `ConvergenceDetected`
ConvergenceDetected {
complete_on_convergence: Option<::std::string::String> = "CompleteOnConvergence",
}
/// `CreateActionRequest`
CreateActionRequest {
action_name: ::std::string::String = "ActionName",
source: ActionSource = "Source",
action_type: ::std::string::String = "ActionType",
description: Option<::std::string::String> = "Description",
status: Option<::std::string::String> = "Status",
properties: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Properties",
metadata_properties: Option<MetadataProperties> = "MetadataProperties",
tags: Option<Vec<Tag>> = "Tags",
}
/// `CreateActionResponse`
CreateActionResponse {
action_arn: Option<::std::string::String> = "ActionArn",
}
/// `CreateArtifactRequest`
CreateArtifactRequest {
artifact_name: Option<::std::string::String> = "ArtifactName",
source: ArtifactSource = "Source",
artifact_type: ::std::string::String = "ArtifactType",
properties: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Properties",
metadata_properties: Option<MetadataProperties> = "MetadataProperties",
tags: Option<Vec<Tag>> = "Tags",
}
/// `CreateArtifactResponse`
CreateArtifactResponse {
artifact_arn: Option<::std::string::String> = "ArtifactArn",
}
/// `CreateContextRequest`
CreateContextRequest {
context_name: ::std::string::String = "ContextName",
source: ContextSource = "Source",
context_type: ::std::string::String = "ContextType",
description: Option<::std::string::String> = "Description",
properties: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Properties",
tags: Option<Vec<Tag>> = "Tags",
}
/// `CreateContextResponse`
CreateContextResponse {
context_arn: Option<::std::string::String> = "ContextArn",
}
/// `CreateEndpointConfigInput`
CreateEndpointConfigInput {
endpoint_config_name: ::std::string::String = "EndpointConfigName",
production_variants: Vec<ProductionVariant> = "ProductionVariants",
data_capture_config: Option<DataCaptureConfig> = "DataCaptureConfig",
tags: Option<Vec<Tag>> = "Tags",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
async_inference_config: Option<AsyncInferenceConfig> = "AsyncInferenceConfig",
explainer_config: Option<ExplainerConfig> = "ExplainerConfig",
shadow_production_variants: Option<Vec<ProductionVariant>> = "ShadowProductionVariants",
execution_role_arn: Option<::std::string::String> = "ExecutionRoleArn",
vpc_config: Option<VpcConfig> = "VpcConfig",
enable_network_isolation: Option<bool> = "EnableNetworkIsolation",
metrics_config: Option<MetricsConfig> = "MetricsConfig",
cross_region_traffic_config: Option<CrossRegionTrafficConfig> = "CrossRegionTrafficConfig",
}
/// `CreateEndpointConfigOutput`
CreateEndpointConfigOutput {
endpoint_config_arn: ::std::string::String = "EndpointConfigArn",
}
/// `CreateEndpointInput`
CreateEndpointInput {
endpoint_name: ::std::string::String = "EndpointName",
endpoint_config_name: ::std::string::String = "EndpointConfigName",
deployment_config: Option<DeploymentConfig> = "DeploymentConfig",
tags: Option<Vec<Tag>> = "Tags",
}
/// `CreateEndpointOutput`
CreateEndpointOutput {
endpoint_arn: ::std::string::String = "EndpointArn",
}
/// `CreateModelInput`
CreateModelInput {
model_name: ::std::string::String = "ModelName",
primary_container: Option<ContainerDefinition> = "PrimaryContainer",
containers: Option<Vec<ContainerDefinition>> = "Containers",
inference_execution_config: Option<InferenceExecutionConfig> = "InferenceExecutionConfig",
execution_role_arn: Option<::std::string::String> = "ExecutionRoleArn",
tags: Option<Vec<Tag>> = "Tags",
vpc_config: Option<VpcConfig> = "VpcConfig",
enable_network_isolation: Option<bool> = "EnableNetworkIsolation",
}
/// `CreateModelOutput`
CreateModelOutput {
model_arn: ::std::string::String = "ModelArn",
}
/// `CreateModelPackageGroupInput`
CreateModelPackageGroupInput {
model_package_group_name: ::std::string::String = "ModelPackageGroupName",
model_package_group_description: Option<::std::string::String> = "ModelPackageGroupDescription",
tags: Option<Vec<Tag>> = "Tags",
managed_configuration: Option<ManagedConfiguration> = "ManagedConfiguration",
}
/// `CreateModelPackageGroupOutput`
CreateModelPackageGroupOutput {
model_package_group_arn: ::std::string::String = "ModelPackageGroupArn",
}
/// `CreateModelPackageInput`
CreateModelPackageInput {
model_package_name: Option<::std::string::String> = "ModelPackageName",
model_package_group_name: Option<::std::string::String> = "ModelPackageGroupName",
model_package_description: Option<::std::string::String> = "ModelPackageDescription",
model_package_registration_type: Option<::std::string::String> = "ModelPackageRegistrationType",
inference_specification: Option<InferenceSpecification> = "InferenceSpecification",
validation_specification: Option<ModelPackageValidationSpecification> = "ValidationSpecification",
source_algorithm_specification: Option<SourceAlgorithmSpecification> = "SourceAlgorithmSpecification",
certify_for_marketplace: Option<bool> = "CertifyForMarketplace",
tags: Option<Vec<Tag>> = "Tags",
model_approval_status: Option<::std::string::String> = "ModelApprovalStatus",
metadata_properties: Option<MetadataProperties> = "MetadataProperties",
model_metrics: Option<ModelMetrics> = "ModelMetrics",
client_token: Option<::std::string::String> = "ClientToken",
domain: Option<::std::string::String> = "Domain",
task: Option<::std::string::String> = "Task",
sample_payload_url: Option<::std::string::String> = "SamplePayloadUrl",
customer_metadata_properties: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "CustomerMetadataProperties",
drift_check_baselines: Option<DriftCheckBaselines> = "DriftCheckBaselines",
additional_inference_specifications: Option<Vec<AdditionalInferenceSpecificationDefinition>> = "AdditionalInferenceSpecifications",
skip_model_validation: Option<::std::string::String> = "SkipModelValidation",
source_uri: Option<::std::string::String> = "SourceUri",
security_config: Option<ModelPackageSecurityConfig> = "SecurityConfig",
model_card: Option<ModelPackageModelCard> = "ModelCard",
model_life_cycle: Option<ModelLifeCycle> = "ModelLifeCycle",
managed_storage_type: Option<::std::string::String> = "ManagedStorageType",
}
/// `CreateModelPackageOutput`
CreateModelPackageOutput {
model_package_arn: ::std::string::String = "ModelPackageArn",
}
/// `CreateProcessingJobRequest`
CreateProcessingJobRequest {
processing_inputs: Option<Vec<ProcessingInput>> = "ProcessingInputs",
processing_output_config: Option<ProcessingOutputConfig> = "ProcessingOutputConfig",
processing_job_name: ::std::string::String = "ProcessingJobName",
processing_resources: ProcessingResources = "ProcessingResources",
stopping_condition: Option<ProcessingStoppingCondition> = "StoppingCondition",
app_specification: AppSpecification = "AppSpecification",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
network_config: Option<NetworkConfig> = "NetworkConfig",
role_arn: ::std::string::String = "RoleArn",
tags: Option<Vec<Tag>> = "Tags",
experiment_config: Option<ExperimentConfig> = "ExperimentConfig",
}
/// `CreateProcessingJobResponse`
CreateProcessingJobResponse {
processing_job_arn: ::std::string::String = "ProcessingJobArn",
}
/// `CreateTrainingJobRequest`
CreateTrainingJobRequest {
training_job_name: ::std::string::String = "TrainingJobName",
hyper_parameters: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "HyperParameters",
algorithm_specification: Option<AlgorithmSpecification> = "AlgorithmSpecification",
role_arn: ::std::string::String = "RoleArn",
input_data_config: Option<Vec<Channel>> = "InputDataConfig",
output_data_config: OutputDataConfig = "OutputDataConfig",
resource_config: Option<ResourceConfig> = "ResourceConfig",
vpc_config: Option<VpcConfig> = "VpcConfig",
stopping_condition: Option<StoppingCondition> = "StoppingCondition",
tags: Option<Vec<Tag>> = "Tags",
enable_network_isolation: Option<bool> = "EnableNetworkIsolation",
enable_inter_container_traffic_encryption: Option<bool> = "EnableInterContainerTrafficEncryption",
enable_managed_spot_training: Option<bool> = "EnableManagedSpotTraining",
checkpoint_config: Option<CheckpointConfig> = "CheckpointConfig",
debug_hook_config: Option<DebugHookConfig> = "DebugHookConfig",
debug_rule_configurations: Option<Vec<DebugRuleConfiguration>> = "DebugRuleConfigurations",
tensor_board_output_config: Option<TensorBoardOutputConfig> = "TensorBoardOutputConfig",
experiment_config: Option<ExperimentConfig> = "ExperimentConfig",
profiler_config: Option<ProfilerConfig> = "ProfilerConfig",
profiler_rule_configurations: Option<Vec<ProfilerRuleConfiguration>> = "ProfilerRuleConfigurations",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
retry_strategy: Option<RetryStrategy> = "RetryStrategy",
remote_debug_config: Option<RemoteDebugConfig> = "RemoteDebugConfig",
infra_check_config: Option<InfraCheckConfig> = "InfraCheckConfig",
session_chaining_config: Option<SessionChainingConfig> = "SessionChainingConfig",
serverless_job_config: Option<ServerlessJobConfig> = "ServerlessJobConfig",
mlflow_config: Option<MlflowConfig> = "MlflowConfig",
model_package_config: Option<ModelPackageConfig> = "ModelPackageConfig",
}
/// `CreateTrainingJobResponse`
CreateTrainingJobResponse {
training_job_arn: ::std::string::String = "TrainingJobArn",
}
/// `CreateTransformJobRequest`
CreateTransformJobRequest {
transform_job_name: ::std::string::String = "TransformJobName",
model_name: ::std::string::String = "ModelName",
max_concurrent_transforms: Option<i64> = "MaxConcurrentTransforms",
model_client_config: Option<ModelClientConfig> = "ModelClientConfig",
max_payload_in_mb: Option<i64> = "MaxPayloadInMB",
batch_strategy: Option<::std::string::String> = "BatchStrategy",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
transform_input: TransformInput = "TransformInput",
transform_output: TransformOutput = "TransformOutput",
data_capture_config: Option<BatchDataCaptureConfig> = "DataCaptureConfig",
transform_resources: TransformResources = "TransformResources",
data_processing: Option<DataProcessing> = "DataProcessing",
tags: Option<Vec<Tag>> = "Tags",
experiment_config: Option<ExperimentConfig> = "ExperimentConfig",
}
/// `CreateTransformJobResponse`
CreateTransformJobResponse {
transform_job_arn: ::std::string::String = "TransformJobArn",
}
/// `CrossRegionTrafficConfig`
CrossRegionTrafficConfig {
max_invocations_per_second_per_instance: i64 = "MaxInvocationsPerSecondPerInstance",
max_cross_region_percent_per_endpoint: i64 = "MaxCrossRegionPercentPerEndpoint",
}
/// `DataCaptureConfig`
DataCaptureConfig {
enable_capture: Option<bool> = "EnableCapture",
initial_sampling_percentage: i64 = "InitialSamplingPercentage",
destination_s3_uri: ::std::string::String = "DestinationS3Uri",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
capture_options: Vec<CaptureOption> = "CaptureOptions",
capture_content_type_header: Option<CaptureContentTypeHeader> = "CaptureContentTypeHeader",
}
/// `DataCaptureConfigSummary`
DataCaptureConfigSummary {
enable_capture: bool = "EnableCapture",
capture_status: ::std::string::String = "CaptureStatus",
current_sampling_percentage: i64 = "CurrentSamplingPercentage",
destination_s3_uri: ::std::string::String = "DestinationS3Uri",
kms_key_id: ::std::string::String = "KmsKeyId",
}
/// `DataCatalogConfig`
DataCatalogConfig {
table_name: ::std::string::String = "TableName",
catalog: ::std::string::String = "Catalog",
database: ::std::string::String = "Database",
}
/// `DataProcessing`
DataProcessing {
input_filter: Option<::std::string::String> = "InputFilter",
output_filter: Option<::std::string::String> = "OutputFilter",
join_source: Option<::std::string::String> = "JoinSource",
}
/// `DataSource`
DataSource {
s3_data_source: Option<S3DataSource> = "S3DataSource",
file_system_data_source: Option<FileSystemDataSource> = "FileSystemDataSource",
dataset_source: Option<DatasetSource> = "DatasetSource",
}
/// `DatasetDefinition`
DatasetDefinition {
athena_dataset_definition: Option<AthenaDatasetDefinition> = "AthenaDatasetDefinition",
redshift_dataset_definition: Option<RedshiftDatasetDefinition> = "RedshiftDatasetDefinition",
local_path: Option<::std::string::String> = "LocalPath",
data_distribution_type: Option<::std::string::String> = "DataDistributionType",
input_mode: Option<::std::string::String> = "InputMode",
}
/// `DatasetSource`
DatasetSource {
dataset_arn: ::std::string::String = "DatasetArn",
}
/// `DebugHookConfig`
DebugHookConfig {
local_path: Option<::std::string::String> = "LocalPath",
s3_output_path: ::std::string::String = "S3OutputPath",
hook_parameters: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "HookParameters",
collection_configurations: Option<Vec<CollectionConfiguration>> = "CollectionConfigurations",
}
/// `DebugRuleConfiguration`
DebugRuleConfiguration {
rule_configuration_name: ::std::string::String = "RuleConfigurationName",
local_path: Option<::std::string::String> = "LocalPath",
s3_output_path: Option<::std::string::String> = "S3OutputPath",
rule_evaluator_image: ::std::string::String = "RuleEvaluatorImage",
instance_type: Option<::std::string::String> = "InstanceType",
volume_size_in_gb: Option<i64> = "VolumeSizeInGB",
rule_parameters: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "RuleParameters",
}
/// `DebugRuleEvaluationStatus`
DebugRuleEvaluationStatus {
rule_configuration_name: Option<::std::string::String> = "RuleConfigurationName",
rule_evaluation_job_arn: Option<::std::string::String> = "RuleEvaluationJobArn",
rule_evaluation_status: Option<::std::string::String> = "RuleEvaluationStatus",
status_details: Option<::std::string::String> = "StatusDetails",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
}
/// `DeleteActionRequest`
DeleteActionRequest {
action_name: ::std::string::String = "ActionName",
}
/// `DeleteActionResponse`
DeleteActionResponse {
action_arn: Option<::std::string::String> = "ActionArn",
}
/// `DeleteArtifactRequest`
DeleteArtifactRequest {
artifact_arn: Option<::std::string::String> = "ArtifactArn",
source: Option<ArtifactSource> = "Source",
}
/// `DeleteArtifactResponse`
DeleteArtifactResponse {
artifact_arn: Option<::std::string::String> = "ArtifactArn",
}
/// `DeleteAssociationRequest`
DeleteAssociationRequest {
source_arn: ::std::string::String = "SourceArn",
destination_arn: ::std::string::String = "DestinationArn",
}
/// `DeleteAssociationResponse`
DeleteAssociationResponse {
source_arn: Option<::std::string::String> = "SourceArn",
destination_arn: Option<::std::string::String> = "DestinationArn",
}
/// `DeleteContextRequest`
DeleteContextRequest {
context_name: ::std::string::String = "ContextName",
}
/// `DeleteContextResponse`
DeleteContextResponse {
context_arn: Option<::std::string::String> = "ContextArn",
}
/// `DeleteEndpointConfigInput`
DeleteEndpointConfigInput {
endpoint_config_name: ::std::string::String = "EndpointConfigName",
}
/// `DeleteEndpointInput`
DeleteEndpointInput {
endpoint_name: ::std::string::String = "EndpointName",
}
/// `DeleteModelInput`
DeleteModelInput {
model_name: ::std::string::String = "ModelName",
}
/// `DeleteModelPackageGroupInput`
DeleteModelPackageGroupInput {
model_package_group_name: ::std::string::String = "ModelPackageGroupName",
}
/// `DeleteModelPackageGroupPolicyInput`
DeleteModelPackageGroupPolicyInput {
model_package_group_name: ::std::string::String = "ModelPackageGroupName",
}
/// `DeleteModelPackageInput`
DeleteModelPackageInput {
model_package_name: ::std::string::String = "ModelPackageName",
}
/// `DeleteProcessingJobRequest`
DeleteProcessingJobRequest {
processing_job_name: ::std::string::String = "ProcessingJobName",
}
/// `DeleteTagsInput`
DeleteTagsInput {
resource_arn: ::std::string::String = "ResourceArn",
tag_keys: Vec<::std::string::String> = "TagKeys",
}
/// `DeleteTagsOutput`
DeleteTagsOutput {
}
/// `DeleteTrainingJobRequest`
DeleteTrainingJobRequest {
training_job_name: ::std::string::String = "TrainingJobName",
}
/// `DeployedImage`
DeployedImage {
specified_image: Option<::std::string::String> = "SpecifiedImage",
resolved_image: Option<::std::string::String> = "ResolvedImage",
resolution_time: Option<crate::Timestamp> = "ResolutionTime",
}
/// `DeploymentConfig`
DeploymentConfig {
blue_green_update_policy: Option<BlueGreenUpdatePolicy> = "BlueGreenUpdatePolicy",
rolling_update_policy: Option<RollingUpdatePolicy> = "RollingUpdatePolicy",
auto_rollback_configuration: Option<AutoRollbackConfig> = "AutoRollbackConfiguration",
}
/// `DeploymentRecommendation`
DeploymentRecommendation {
recommendation_status: ::std::string::String = "RecommendationStatus",
real_time_inference_recommendations: Option<Vec<RealTimeInferenceRecommendation>> = "RealTimeInferenceRecommendations",
}
/// `DescribeActionRequest`
DescribeActionRequest {
action_name: ::std::string::String = "ActionName",
}
/// `DescribeActionResponse`
DescribeActionResponse {
action_name: Option<::std::string::String> = "ActionName",
action_arn: Option<::std::string::String> = "ActionArn",
source: Option<ActionSource> = "Source",
action_type: Option<::std::string::String> = "ActionType",
description: Option<::std::string::String> = "Description",
status: Option<::std::string::String> = "Status",
properties: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Properties",
creation_time: Option<crate::Timestamp> = "CreationTime",
created_by: Option<UserContext> = "CreatedBy",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
last_modified_by: Option<UserContext> = "LastModifiedBy",
metadata_properties: Option<MetadataProperties> = "MetadataProperties",
lineage_group_arn: Option<::std::string::String> = "LineageGroupArn",
}
/// `DescribeArtifactRequest`
DescribeArtifactRequest {
artifact_arn: ::std::string::String = "ArtifactArn",
}
/// `DescribeArtifactResponse`
DescribeArtifactResponse {
artifact_name: Option<::std::string::String> = "ArtifactName",
artifact_arn: Option<::std::string::String> = "ArtifactArn",
source: Option<ArtifactSource> = "Source",
artifact_type: Option<::std::string::String> = "ArtifactType",
properties: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Properties",
creation_time: Option<crate::Timestamp> = "CreationTime",
created_by: Option<UserContext> = "CreatedBy",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
last_modified_by: Option<UserContext> = "LastModifiedBy",
metadata_properties: Option<MetadataProperties> = "MetadataProperties",
lineage_group_arn: Option<::std::string::String> = "LineageGroupArn",
}
/// `DescribeContextRequest`
DescribeContextRequest {
context_name: ::std::string::String = "ContextName",
}
/// `DescribeContextResponse`
DescribeContextResponse {
context_name: Option<::std::string::String> = "ContextName",
context_arn: Option<::std::string::String> = "ContextArn",
source: Option<ContextSource> = "Source",
context_type: Option<::std::string::String> = "ContextType",
description: Option<::std::string::String> = "Description",
properties: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Properties",
creation_time: Option<crate::Timestamp> = "CreationTime",
created_by: Option<UserContext> = "CreatedBy",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
last_modified_by: Option<UserContext> = "LastModifiedBy",
lineage_group_arn: Option<::std::string::String> = "LineageGroupArn",
}
/// `DescribeEndpointConfigInput`
DescribeEndpointConfigInput {
endpoint_config_name: ::std::string::String = "EndpointConfigName",
}
/// `DescribeEndpointConfigOutput`
DescribeEndpointConfigOutput {
endpoint_config_name: ::std::string::String = "EndpointConfigName",
endpoint_config_arn: ::std::string::String = "EndpointConfigArn",
production_variants: Vec<ProductionVariant> = "ProductionVariants",
data_capture_config: Option<DataCaptureConfig> = "DataCaptureConfig",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
creation_time: crate::Timestamp = "CreationTime",
async_inference_config: Option<AsyncInferenceConfig> = "AsyncInferenceConfig",
explainer_config: Option<ExplainerConfig> = "ExplainerConfig",
shadow_production_variants: Option<Vec<ProductionVariant>> = "ShadowProductionVariants",
execution_role_arn: Option<::std::string::String> = "ExecutionRoleArn",
vpc_config: Option<VpcConfig> = "VpcConfig",
enable_network_isolation: Option<bool> = "EnableNetworkIsolation",
metrics_config: Option<MetricsConfig> = "MetricsConfig",
cross_region_traffic_config: Option<CrossRegionTrafficConfig> = "CrossRegionTrafficConfig",
}
/// `DescribeEndpointInput`
DescribeEndpointInput {
endpoint_name: ::std::string::String = "EndpointName",
}
/// `DescribeEndpointOutput`
DescribeEndpointOutput {
endpoint_name: ::std::string::String = "EndpointName",
endpoint_arn: ::std::string::String = "EndpointArn",
endpoint_config_name: Option<::std::string::String> = "EndpointConfigName",
production_variants: Option<Vec<ProductionVariantSummary>> = "ProductionVariants",
data_capture_config: Option<DataCaptureConfigSummary> = "DataCaptureConfig",
endpoint_status: ::std::string::String = "EndpointStatus",
failure_reason: Option<::std::string::String> = "FailureReason",
creation_time: crate::Timestamp = "CreationTime",
last_modified_time: crate::Timestamp = "LastModifiedTime",
last_deployment_config: Option<DeploymentConfig> = "LastDeploymentConfig",
async_inference_config: Option<AsyncInferenceConfig> = "AsyncInferenceConfig",
pending_deployment_summary: Option<PendingDeploymentSummary> = "PendingDeploymentSummary",
explainer_config: Option<ExplainerConfig> = "ExplainerConfig",
shadow_production_variants: Option<Vec<ProductionVariantSummary>> = "ShadowProductionVariants",
metrics_config: Option<MetricsConfig> = "MetricsConfig",
cross_region_traffic_config: Option<CrossRegionTrafficConfig> = "CrossRegionTrafficConfig",
}
/// `DescribeModelInput`
DescribeModelInput {
model_name: ::std::string::String = "ModelName",
}
/// `DescribeModelOutput`
DescribeModelOutput {
model_name: ::std::string::String = "ModelName",
primary_container: Option<ContainerDefinition> = "PrimaryContainer",
containers: Option<Vec<ContainerDefinition>> = "Containers",
inference_execution_config: Option<InferenceExecutionConfig> = "InferenceExecutionConfig",
execution_role_arn: Option<::std::string::String> = "ExecutionRoleArn",
vpc_config: Option<VpcConfig> = "VpcConfig",
creation_time: crate::Timestamp = "CreationTime",
model_arn: ::std::string::String = "ModelArn",
enable_network_isolation: Option<bool> = "EnableNetworkIsolation",
deployment_recommendation: Option<DeploymentRecommendation> = "DeploymentRecommendation",
}
/// `DescribeModelPackageGroupInput`
DescribeModelPackageGroupInput {
model_package_group_name: ::std::string::String = "ModelPackageGroupName",
}
/// `DescribeModelPackageGroupOutput`
DescribeModelPackageGroupOutput {
model_package_group_name: ::std::string::String = "ModelPackageGroupName",
model_package_group_arn: ::std::string::String = "ModelPackageGroupArn",
model_package_group_description: Option<::std::string::String> = "ModelPackageGroupDescription",
creation_time: crate::Timestamp = "CreationTime",
created_by: UserContext = "CreatedBy",
model_package_group_status: ::std::string::String = "ModelPackageGroupStatus",
managed_configuration: Option<ManagedConfiguration> = "ManagedConfiguration",
}
/// `DescribeModelPackageInput`
DescribeModelPackageInput {
model_package_name: ::std::string::String = "ModelPackageName",
included_data: Option<::std::string::String> = "IncludedData",
}
/// `DescribeModelPackageOutput`
DescribeModelPackageOutput {
model_package_name: ::std::string::String = "ModelPackageName",
model_package_group_name: Option<::std::string::String> = "ModelPackageGroupName",
model_package_version: Option<i64> = "ModelPackageVersion",
model_package_registration_type: Option<::std::string::String> = "ModelPackageRegistrationType",
model_package_arn: ::std::string::String = "ModelPackageArn",
model_package_description: Option<::std::string::String> = "ModelPackageDescription",
creation_time: crate::Timestamp = "CreationTime",
inference_specification: Option<InferenceSpecification> = "InferenceSpecification",
source_algorithm_specification: Option<SourceAlgorithmSpecification> = "SourceAlgorithmSpecification",
validation_specification: Option<ModelPackageValidationSpecification> = "ValidationSpecification",
model_package_status: ::std::string::String = "ModelPackageStatus",
model_package_status_details: ModelPackageStatusDetails = "ModelPackageStatusDetails",
certify_for_marketplace: Option<bool> = "CertifyForMarketplace",
model_approval_status: Option<::std::string::String> = "ModelApprovalStatus",
created_by: Option<UserContext> = "CreatedBy",
metadata_properties: Option<MetadataProperties> = "MetadataProperties",
model_metrics: Option<ModelMetrics> = "ModelMetrics",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
last_modified_by: Option<UserContext> = "LastModifiedBy",
approval_description: Option<::std::string::String> = "ApprovalDescription",
domain: Option<::std::string::String> = "Domain",
task: Option<::std::string::String> = "Task",
sample_payload_url: Option<::std::string::String> = "SamplePayloadUrl",
customer_metadata_properties: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "CustomerMetadataProperties",
drift_check_baselines: Option<DriftCheckBaselines> = "DriftCheckBaselines",
additional_inference_specifications: Option<Vec<AdditionalInferenceSpecificationDefinition>> = "AdditionalInferenceSpecifications",
skip_model_validation: Option<::std::string::String> = "SkipModelValidation",
source_uri: Option<::std::string::String> = "SourceUri",
security_config: Option<ModelPackageSecurityConfig> = "SecurityConfig",
model_card: Option<ModelPackageModelCard> = "ModelCard",
model_life_cycle: Option<ModelLifeCycle> = "ModelLifeCycle",
managed_storage_type: Option<::std::string::String> = "ManagedStorageType",
}
/// `DescribeProcessingJobRequest`
DescribeProcessingJobRequest {
processing_job_name: ::std::string::String = "ProcessingJobName",
}
/// `DescribeProcessingJobResponse`
DescribeProcessingJobResponse {
processing_inputs: Option<Vec<ProcessingInput>> = "ProcessingInputs",
processing_output_config: Option<ProcessingOutputConfig> = "ProcessingOutputConfig",
processing_job_name: ::std::string::String = "ProcessingJobName",
processing_resources: ProcessingResources = "ProcessingResources",
stopping_condition: Option<ProcessingStoppingCondition> = "StoppingCondition",
app_specification: AppSpecification = "AppSpecification",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
network_config: Option<NetworkConfig> = "NetworkConfig",
role_arn: Option<::std::string::String> = "RoleArn",
experiment_config: Option<ExperimentConfig> = "ExperimentConfig",
processing_job_arn: ::std::string::String = "ProcessingJobArn",
processing_job_status: ::std::string::String = "ProcessingJobStatus",
exit_message: Option<::std::string::String> = "ExitMessage",
failure_reason: Option<::std::string::String> = "FailureReason",
processing_end_time: Option<crate::Timestamp> = "ProcessingEndTime",
processing_start_time: Option<crate::Timestamp> = "ProcessingStartTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
creation_time: crate::Timestamp = "CreationTime",
monitoring_schedule_arn: Option<::std::string::String> = "MonitoringScheduleArn",
auto_ml_job_arn: Option<::std::string::String> = "AutoMLJobArn",
training_job_arn: Option<::std::string::String> = "TrainingJobArn",
}
/// `DescribeTrainingJobRequest`
DescribeTrainingJobRequest {
training_job_name: ::std::string::String = "TrainingJobName",
}
/// `DescribeTrainingJobResponse`
DescribeTrainingJobResponse {
training_job_name: ::std::string::String = "TrainingJobName",
training_job_arn: ::std::string::String = "TrainingJobArn",
tuning_job_arn: Option<::std::string::String> = "TuningJobArn",
labeling_job_arn: Option<::std::string::String> = "LabelingJobArn",
auto_ml_job_arn: Option<::std::string::String> = "AutoMLJobArn",
model_artifacts: ModelArtifacts = "ModelArtifacts",
training_job_status: ::std::string::String = "TrainingJobStatus",
secondary_status: ::std::string::String = "SecondaryStatus",
failure_reason: Option<::std::string::String> = "FailureReason",
hyper_parameters: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "HyperParameters",
algorithm_specification: Option<AlgorithmSpecification> = "AlgorithmSpecification",
role_arn: Option<::std::string::String> = "RoleArn",
input_data_config: Option<Vec<Channel>> = "InputDataConfig",
output_data_config: Option<OutputDataConfig> = "OutputDataConfig",
resource_config: Option<ResourceConfig> = "ResourceConfig",
warm_pool_status: Option<WarmPoolStatus> = "WarmPoolStatus",
vpc_config: Option<VpcConfig> = "VpcConfig",
stopping_condition: StoppingCondition = "StoppingCondition",
creation_time: crate::Timestamp = "CreationTime",
training_start_time: Option<crate::Timestamp> = "TrainingStartTime",
training_end_time: Option<crate::Timestamp> = "TrainingEndTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
secondary_status_transitions: Option<Vec<SecondaryStatusTransition>> = "SecondaryStatusTransitions",
final_metric_data_list: Option<Vec<MetricData>> = "FinalMetricDataList",
enable_network_isolation: Option<bool> = "EnableNetworkIsolation",
enable_inter_container_traffic_encryption: Option<bool> = "EnableInterContainerTrafficEncryption",
enable_managed_spot_training: Option<bool> = "EnableManagedSpotTraining",
checkpoint_config: Option<CheckpointConfig> = "CheckpointConfig",
training_time_in_seconds: Option<i64> = "TrainingTimeInSeconds",
billable_time_in_seconds: Option<i64> = "BillableTimeInSeconds",
billable_token_count: Option<i64> = "BillableTokenCount",
debug_hook_config: Option<DebugHookConfig> = "DebugHookConfig",
experiment_config: Option<ExperimentConfig> = "ExperimentConfig",
debug_rule_configurations: Option<Vec<DebugRuleConfiguration>> = "DebugRuleConfigurations",
tensor_board_output_config: Option<TensorBoardOutputConfig> = "TensorBoardOutputConfig",
debug_rule_evaluation_statuses: Option<Vec<DebugRuleEvaluationStatus>> = "DebugRuleEvaluationStatuses",
profiler_config: Option<ProfilerConfig> = "ProfilerConfig",
profiler_rule_configurations: Option<Vec<ProfilerRuleConfiguration>> = "ProfilerRuleConfigurations",
profiler_rule_evaluation_statuses: Option<Vec<ProfilerRuleEvaluationStatus>> = "ProfilerRuleEvaluationStatuses",
profiling_status: Option<::std::string::String> = "ProfilingStatus",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
retry_strategy: Option<RetryStrategy> = "RetryStrategy",
remote_debug_config: Option<RemoteDebugConfig> = "RemoteDebugConfig",
infra_check_config: Option<InfraCheckConfig> = "InfraCheckConfig",
serverless_job_config: Option<ServerlessJobConfig> = "ServerlessJobConfig",
mlflow_config: Option<MlflowConfig> = "MlflowConfig",
model_package_config: Option<ModelPackageConfig> = "ModelPackageConfig",
mlflow_details: Option<MlflowDetails> = "MlflowDetails",
progress_info: Option<TrainingProgressInfo> = "ProgressInfo",
output_model_package_arn: Option<::std::string::String> = "OutputModelPackageArn",
}
/// `DescribeTransformJobRequest`
DescribeTransformJobRequest {
transform_job_name: ::std::string::String = "TransformJobName",
}
/// `DescribeTransformJobResponse`
DescribeTransformJobResponse {
transform_job_name: ::std::string::String = "TransformJobName",
transform_job_arn: ::std::string::String = "TransformJobArn",
transform_job_status: ::std::string::String = "TransformJobStatus",
failure_reason: Option<::std::string::String> = "FailureReason",
model_name: ::std::string::String = "ModelName",
max_concurrent_transforms: Option<i64> = "MaxConcurrentTransforms",
model_client_config: Option<ModelClientConfig> = "ModelClientConfig",
max_payload_in_mb: Option<i64> = "MaxPayloadInMB",
batch_strategy: Option<::std::string::String> = "BatchStrategy",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
transform_input: TransformInput = "TransformInput",
transform_output: Option<TransformOutput> = "TransformOutput",
data_capture_config: Option<BatchDataCaptureConfig> = "DataCaptureConfig",
transform_resources: TransformResources = "TransformResources",
creation_time: crate::Timestamp = "CreationTime",
transform_start_time: Option<crate::Timestamp> = "TransformStartTime",
transform_end_time: Option<crate::Timestamp> = "TransformEndTime",
labeling_job_arn: Option<::std::string::String> = "LabelingJobArn",
auto_ml_job_arn: Option<::std::string::String> = "AutoMLJobArn",
data_processing: Option<DataProcessing> = "DataProcessing",
experiment_config: Option<ExperimentConfig> = "ExperimentConfig",
}
/// `DescribeTrialComponentRequest`
DescribeTrialComponentRequest {
trial_component_name: ::std::string::String = "TrialComponentName",
}
/// `DescribeTrialComponentResponse`
DescribeTrialComponentResponse {
trial_component_name: Option<::std::string::String> = "TrialComponentName",
trial_component_arn: Option<::std::string::String> = "TrialComponentArn",
display_name: Option<::std::string::String> = "DisplayName",
source: Option<TrialComponentSource> = "Source",
status: Option<TrialComponentStatus> = "Status",
start_time: Option<crate::Timestamp> = "StartTime",
end_time: Option<crate::Timestamp> = "EndTime",
creation_time: Option<crate::Timestamp> = "CreationTime",
created_by: Option<UserContext> = "CreatedBy",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
last_modified_by: Option<UserContext> = "LastModifiedBy",
parameters: Option<::std::collections::BTreeMap<::std::string::String, TrialComponentParameterValue>> = "Parameters",
input_artifacts: Option<::std::collections::BTreeMap<::std::string::String, TrialComponentArtifact>> = "InputArtifacts",
output_artifacts: Option<::std::collections::BTreeMap<::std::string::String, TrialComponentArtifact>> = "OutputArtifacts",
metadata_properties: Option<MetadataProperties> = "MetadataProperties",
metrics: Option<Vec<TrialComponentMetricSummary>> = "Metrics",
lineage_group_arn: Option<::std::string::String> = "LineageGroupArn",
sources: Option<Vec<TrialComponentSource>> = "Sources",
}
/// `DesiredWeightAndCapacity`
DesiredWeightAndCapacity {
variant_name: ::std::string::String = "VariantName",
desired_weight: Option<f64> = "DesiredWeight",
desired_instance_count: Option<i64> = "DesiredInstanceCount",
serverless_update_config: Option<ProductionVariantServerlessUpdateConfig> = "ServerlessUpdateConfig",
}
/// `DriftCheckBaselines`
DriftCheckBaselines {
bias: Option<DriftCheckBias> = "Bias",
explainability: Option<DriftCheckExplainability> = "Explainability",
model_quality: Option<DriftCheckModelQuality> = "ModelQuality",
model_data_quality: Option<DriftCheckModelDataQuality> = "ModelDataQuality",
}
/// `DriftCheckBias`
DriftCheckBias {
config_file: Option<FileSource> = "ConfigFile",
pre_training_constraints: Option<MetricsSource> = "PreTrainingConstraints",
post_training_constraints: Option<MetricsSource> = "PostTrainingConstraints",
}
/// `DriftCheckExplainability`
DriftCheckExplainability {
constraints: Option<MetricsSource> = "Constraints",
config_file: Option<FileSource> = "ConfigFile",
}
/// `DriftCheckModelDataQuality`
DriftCheckModelDataQuality {
statistics: Option<MetricsSource> = "Statistics",
constraints: Option<MetricsSource> = "Constraints",
}
/// `DriftCheckModelQuality`
DriftCheckModelQuality {
statistics: Option<MetricsSource> = "Statistics",
constraints: Option<MetricsSource> = "Constraints",
}
/// `Ec2CapacityReservation`
Ec2CapacityReservation {
ec2_capacity_reservation_id: Option<::std::string::String> = "Ec2CapacityReservationId",
total_instance_count: Option<i64> = "TotalInstanceCount",
available_instance_count: Option<i64> = "AvailableInstanceCount",
used_by_current_endpoint: Option<i64> = "UsedByCurrentEndpoint",
}
/// `Edge`
Edge {
source_arn: Option<::std::string::String> = "SourceArn",
destination_arn: Option<::std::string::String> = "DestinationArn",
association_type: Option<::std::string::String> = "AssociationType",
}
/// `Endpoint`
Endpoint {
endpoint_name: ::std::string::String = "EndpointName",
endpoint_arn: ::std::string::String = "EndpointArn",
endpoint_config_name: ::std::string::String = "EndpointConfigName",
production_variants: Option<Vec<ProductionVariantSummary>> = "ProductionVariants",
data_capture_config: Option<DataCaptureConfigSummary> = "DataCaptureConfig",
endpoint_status: ::std::string::String = "EndpointStatus",
failure_reason: Option<::std::string::String> = "FailureReason",
creation_time: crate::Timestamp = "CreationTime",
last_modified_time: crate::Timestamp = "LastModifiedTime",
monitoring_schedules: Option<Vec<MonitoringSchedule>> = "MonitoringSchedules",
tags: Option<Vec<Tag>> = "Tags",
shadow_production_variants: Option<Vec<ProductionVariantSummary>> = "ShadowProductionVariants",
}
/// `EndpointConfigSummary`
EndpointConfigSummary {
endpoint_config_name: ::std::string::String = "EndpointConfigName",
endpoint_config_arn: ::std::string::String = "EndpointConfigArn",
creation_time: crate::Timestamp = "CreationTime",
}
/// `EndpointInput`
EndpointInput {
endpoint_name: ::std::string::String = "EndpointName",
local_path: ::std::string::String = "LocalPath",
s3_input_mode: Option<::std::string::String> = "S3InputMode",
s3_data_distribution_type: Option<::std::string::String> = "S3DataDistributionType",
features_attribute: Option<::std::string::String> = "FeaturesAttribute",
inference_attribute: Option<::std::string::String> = "InferenceAttribute",
probability_attribute: Option<::std::string::String> = "ProbabilityAttribute",
probability_threshold_attribute: Option<f64> = "ProbabilityThresholdAttribute",
start_time_offset: Option<::std::string::String> = "StartTimeOffset",
end_time_offset: Option<::std::string::String> = "EndTimeOffset",
exclude_features_attribute: Option<::std::string::String> = "ExcludeFeaturesAttribute",
}
/// `EndpointSummary`
EndpointSummary {
endpoint_name: ::std::string::String = "EndpointName",
endpoint_arn: ::std::string::String = "EndpointArn",
creation_time: crate::Timestamp = "CreationTime",
last_modified_time: crate::Timestamp = "LastModifiedTime",
endpoint_status: ::std::string::String = "EndpointStatus",
}
/// `Experiment`
Experiment {
experiment_name: Option<::std::string::String> = "ExperimentName",
experiment_arn: Option<::std::string::String> = "ExperimentArn",
display_name: Option<::std::string::String> = "DisplayName",
source: Option<ExperimentSource> = "Source",
description: Option<::std::string::String> = "Description",
creation_time: Option<crate::Timestamp> = "CreationTime",
created_by: Option<UserContext> = "CreatedBy",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
last_modified_by: Option<UserContext> = "LastModifiedBy",
tags: Option<Vec<Tag>> = "Tags",
}
/// `ExperimentConfig`
ExperimentConfig {
experiment_name: Option<::std::string::String> = "ExperimentName",
trial_name: Option<::std::string::String> = "TrialName",
trial_component_display_name: Option<::std::string::String> = "TrialComponentDisplayName",
run_name: Option<::std::string::String> = "RunName",
}
/// `ExperimentSource`
ExperimentSource {
source_arn: ::std::string::String = "SourceArn",
source_type: Option<::std::string::String> = "SourceType",
}
/// `Explainability`
Explainability {
report: Option<MetricsSource> = "Report",
}
/// `ExplainerConfig`
ExplainerConfig {
clarify_explainer_config: Option<ClarifyExplainerConfig> = "ClarifyExplainerConfig",
}
/// `FeatureDefinition`
FeatureDefinition {
feature_name: ::std::string::String = "FeatureName",
feature_type: ::std::string::String = "FeatureType",
collection_type: Option<::std::string::String> = "CollectionType",
collection_config: Option<CollectionConfig> = "CollectionConfig",
}
/// `FeatureGroup`
FeatureGroup {
feature_group_arn: Option<::std::string::String> = "FeatureGroupArn",
feature_group_name: Option<::std::string::String> = "FeatureGroupName",
record_identifier_feature_name: Option<::std::string::String> = "RecordIdentifierFeatureName",
event_time_feature_name: Option<::std::string::String> = "EventTimeFeatureName",
feature_definitions: Option<Vec<FeatureDefinition>> = "FeatureDefinitions",
creation_time: Option<crate::Timestamp> = "CreationTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
online_store_config: Option<OnlineStoreConfig> = "OnlineStoreConfig",
offline_store_config: Option<OfflineStoreConfig> = "OfflineStoreConfig",
role_arn: Option<::std::string::String> = "RoleArn",
feature_group_status: Option<::std::string::String> = "FeatureGroupStatus",
offline_store_status: Option<OfflineStoreStatus> = "OfflineStoreStatus",
last_update_status: Option<LastUpdateStatus> = "LastUpdateStatus",
failure_reason: Option<::std::string::String> = "FailureReason",
description: Option<::std::string::String> = "Description",
tags: Option<Vec<Tag>> = "Tags",
}
/// `FeatureMetadata`
FeatureMetadata {
feature_group_arn: Option<::std::string::String> = "FeatureGroupArn",
feature_group_name: Option<::std::string::String> = "FeatureGroupName",
feature_name: Option<::std::string::String> = "FeatureName",
feature_type: Option<::std::string::String> = "FeatureType",
creation_time: Option<crate::Timestamp> = "CreationTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
description: Option<::std::string::String> = "Description",
parameters: Option<Vec<FeatureParameter>> = "Parameters",
}
/// `FeatureParameter`
FeatureParameter {
key: Option<::std::string::String> = "Key",
value: Option<::std::string::String> = "Value",
}
/// `FileSource`
FileSource {
content_type: Option<::std::string::String> = "ContentType",
content_digest: Option<::std::string::String> = "ContentDigest",
s3_uri: ::std::string::String = "S3Uri",
}
/// `FileSystemDataSource`
FileSystemDataSource {
file_system_id: ::std::string::String = "FileSystemId",
file_system_access_mode: ::std::string::String = "FileSystemAccessMode",
file_system_type: ::std::string::String = "FileSystemType",
directory_path: ::std::string::String = "DirectoryPath",
}
/// `Filter`
Filter {
name: ::std::string::String = "Name",
operator: Option<::std::string::String> = "Operator",
value: Option<::std::string::String> = "Value",
}
/// `FinalHyperParameterTuningJobObjectiveMetric`
FinalHyperParameterTuningJobObjectiveMetric {
r#type: Option<::std::string::String> = "Type",
metric_name: ::std::string::String = "MetricName",
value: f64 = "Value",
}
/// `GetModelPackageGroupPolicyInput`
GetModelPackageGroupPolicyInput {
model_package_group_name: ::std::string::String = "ModelPackageGroupName",
}
/// `GetModelPackageGroupPolicyOutput`
GetModelPackageGroupPolicyOutput {
resource_policy: ::std::string::String = "ResourcePolicy",
}
/// `GetSearchSuggestionsRequest`
GetSearchSuggestionsRequest {
resource: ::std::string::String = "Resource",
suggestion_query: Option<SuggestionQuery> = "SuggestionQuery",
}
/// `GetSearchSuggestionsResponse`
GetSearchSuggestionsResponse {
property_name_suggestions: Option<Vec<PropertyNameSuggestion>> = "PropertyNameSuggestions",
}
/// `HubAccessConfig`
HubAccessConfig {
hub_content_arn: ::std::string::String = "HubContentArn",
}
/// `HubContent`
HubContent {
hub_content_name: ::std::string::String = "HubContentName",
hub_content_arn: ::std::string::String = "HubContentArn",
hub_content_version: ::std::string::String = "HubContentVersion",
hub_content_type: ::std::string::String = "HubContentType",
document_schema_version: ::std::string::String = "DocumentSchemaVersion",
hub_name: ::std::string::String = "HubName",
hub_arn: ::std::string::String = "HubArn",
hub_content_display_name: Option<::std::string::String> = "HubContentDisplayName",
hub_content_description: Option<::std::string::String> = "HubContentDescription",
hub_content_markdown: Option<::std::string::String> = "HubContentMarkdown",
hub_content_document: Option<::std::string::String> = "HubContentDocument",
sage_maker_public_hub_content_arn: Option<::std::string::String> = "SageMakerPublicHubContentArn",
reference_min_version: Option<::std::string::String> = "ReferenceMinVersion",
support_status: Option<::std::string::String> = "SupportStatus",
hub_content_search_keywords: Option<Vec<::std::string::String>> = "HubContentSearchKeywords",
hub_content_dependencies: Option<Vec<HubContentDependency>> = "HubContentDependencies",
hub_content_status: ::std::string::String = "HubContentStatus",
failure_reason: Option<::std::string::String> = "FailureReason",
creation_time: crate::Timestamp = "CreationTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
created_by: Option<UserContext> = "CreatedBy",
last_modified_by: Option<UserContext> = "LastModifiedBy",
tags: Option<Vec<Tag>> = "Tags",
}
/// `HubContentDependency`
HubContentDependency {
dependency_origin_path: Option<::std::string::String> = "DependencyOriginPath",
dependency_copy_path: Option<::std::string::String> = "DependencyCopyPath",
}
/// `HyperParameterAlgorithmSpecification`
HyperParameterAlgorithmSpecification {
training_image: Option<::std::string::String> = "TrainingImage",
training_input_mode: ::std::string::String = "TrainingInputMode",
algorithm_name: Option<::std::string::String> = "AlgorithmName",
metric_definitions: Option<Vec<MetricDefinition>> = "MetricDefinitions",
}
/// `HyperParameterTrainingJobDefinition`
HyperParameterTrainingJobDefinition {
definition_name: Option<::std::string::String> = "DefinitionName",
tuning_objective: Option<HyperParameterTuningJobObjective> = "TuningObjective",
hyper_parameter_ranges: Option<ParameterRanges> = "HyperParameterRanges",
static_hyper_parameters: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "StaticHyperParameters",
algorithm_specification: HyperParameterAlgorithmSpecification = "AlgorithmSpecification",
role_arn: ::std::string::String = "RoleArn",
input_data_config: Option<Vec<Channel>> = "InputDataConfig",
vpc_config: Option<VpcConfig> = "VpcConfig",
output_data_config: OutputDataConfig = "OutputDataConfig",
resource_config: Option<ResourceConfig> = "ResourceConfig",
hyper_parameter_tuning_resource_config: Option<HyperParameterTuningResourceConfig> = "HyperParameterTuningResourceConfig",
stopping_condition: StoppingCondition = "StoppingCondition",
enable_network_isolation: Option<bool> = "EnableNetworkIsolation",
enable_inter_container_traffic_encryption: Option<bool> = "EnableInterContainerTrafficEncryption",
enable_managed_spot_training: Option<bool> = "EnableManagedSpotTraining",
checkpoint_config: Option<CheckpointConfig> = "CheckpointConfig",
retry_strategy: Option<RetryStrategy> = "RetryStrategy",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
}
/// `HyperParameterTrainingJobSummary`
HyperParameterTrainingJobSummary {
training_job_definition_name: Option<::std::string::String> = "TrainingJobDefinitionName",
training_job_name: ::std::string::String = "TrainingJobName",
training_job_arn: ::std::string::String = "TrainingJobArn",
tuning_job_name: Option<::std::string::String> = "TuningJobName",
creation_time: crate::Timestamp = "CreationTime",
training_start_time: Option<crate::Timestamp> = "TrainingStartTime",
training_end_time: Option<crate::Timestamp> = "TrainingEndTime",
training_job_status: ::std::string::String = "TrainingJobStatus",
tuned_hyper_parameters: ::std::collections::BTreeMap<::std::string::String, ::std::string::String> = "TunedHyperParameters",
failure_reason: Option<::std::string::String> = "FailureReason",
final_hyper_parameter_tuning_job_objective_metric: Option<FinalHyperParameterTuningJobObjectiveMetric> = "FinalHyperParameterTuningJobObjectiveMetric",
objective_status: Option<::std::string::String> = "ObjectiveStatus",
}
/// `HyperParameterTuningInstanceConfig`
HyperParameterTuningInstanceConfig {
instance_type: ::std::string::String = "InstanceType",
instance_count: i64 = "InstanceCount",
volume_size_in_gb: i64 = "VolumeSizeInGB",
}
/// `HyperParameterTuningJobCompletionDetails`
HyperParameterTuningJobCompletionDetails {
number_of_training_jobs_objective_not_improving: Option<i64> = "NumberOfTrainingJobsObjectiveNotImproving",
convergence_detected_time: Option<crate::Timestamp> = "ConvergenceDetectedTime",
}
/// `HyperParameterTuningJobConfig`
HyperParameterTuningJobConfig {
strategy: ::std::string::String = "Strategy",
strategy_config: Option<HyperParameterTuningJobStrategyConfig> = "StrategyConfig",
hyper_parameter_tuning_job_objective: Option<HyperParameterTuningJobObjective> = "HyperParameterTuningJobObjective",
resource_limits: ResourceLimits = "ResourceLimits",
parameter_ranges: Option<ParameterRanges> = "ParameterRanges",
training_job_early_stopping_type: Option<::std::string::String> = "TrainingJobEarlyStoppingType",
tuning_job_completion_criteria: Option<TuningJobCompletionCriteria> = "TuningJobCompletionCriteria",
random_seed: Option<i64> = "RandomSeed",
}
/// `HyperParameterTuningJobConsumedResources`
HyperParameterTuningJobConsumedResources {
runtime_in_seconds: Option<i64> = "RuntimeInSeconds",
}
/// `HyperParameterTuningJobObjective`
HyperParameterTuningJobObjective {
r#type: ::std::string::String = "Type",
metric_name: ::std::string::String = "MetricName",
}
/// `HyperParameterTuningJobSearchEntity`
HyperParameterTuningJobSearchEntity {
hyper_parameter_tuning_job_name: Option<::std::string::String> = "HyperParameterTuningJobName",
hyper_parameter_tuning_job_arn: Option<::std::string::String> = "HyperParameterTuningJobArn",
hyper_parameter_tuning_job_config: Option<HyperParameterTuningJobConfig> = "HyperParameterTuningJobConfig",
training_job_definition: Option<HyperParameterTrainingJobDefinition> = "TrainingJobDefinition",
training_job_definitions: Option<Vec<HyperParameterTrainingJobDefinition>> = "TrainingJobDefinitions",
hyper_parameter_tuning_job_status: Option<::std::string::String> = "HyperParameterTuningJobStatus",
creation_time: Option<crate::Timestamp> = "CreationTime",
hyper_parameter_tuning_end_time: Option<crate::Timestamp> = "HyperParameterTuningEndTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
training_job_status_counters: Option<TrainingJobStatusCounters> = "TrainingJobStatusCounters",
objective_status_counters: Option<ObjectiveStatusCounters> = "ObjectiveStatusCounters",
best_training_job: Option<HyperParameterTrainingJobSummary> = "BestTrainingJob",
overall_best_training_job: Option<HyperParameterTrainingJobSummary> = "OverallBestTrainingJob",
warm_start_config: Option<HyperParameterTuningJobWarmStartConfig> = "WarmStartConfig",
failure_reason: Option<::std::string::String> = "FailureReason",
tuning_job_completion_details: Option<HyperParameterTuningJobCompletionDetails> = "TuningJobCompletionDetails",
consumed_resources: Option<HyperParameterTuningJobConsumedResources> = "ConsumedResources",
tags: Option<Vec<Tag>> = "Tags",
}
/// `HyperParameterTuningJobStrategyConfig`
HyperParameterTuningJobStrategyConfig {
hyperband_strategy_config: Option<HyperbandStrategyConfig> = "HyperbandStrategyConfig",
}
/// `HyperParameterTuningJobWarmStartConfig`
HyperParameterTuningJobWarmStartConfig {
parent_hyper_parameter_tuning_jobs: Vec<ParentHyperParameterTuningJob> = "ParentHyperParameterTuningJobs",
warm_start_type: ::std::string::String = "WarmStartType",
}
/// `HyperParameterTuningResourceConfig`
HyperParameterTuningResourceConfig {
instance_type: Option<::std::string::String> = "InstanceType",
instance_count: Option<i64> = "InstanceCount",
volume_size_in_gb: Option<i64> = "VolumeSizeInGB",
volume_kms_key_id: Option<::std::string::String> = "VolumeKmsKeyId",
allocation_strategy: Option<::std::string::String> = "AllocationStrategy",
instance_configs: Option<Vec<HyperParameterTuningInstanceConfig>> = "InstanceConfigs",
}
/// `HyperbandStrategyConfig`
HyperbandStrategyConfig {
min_resource: Option<i64> = "MinResource",
max_resource: Option<i64> = "MaxResource",
}
/// `IamIdentity`
IamIdentity {
arn: Option<::std::string::String> = "Arn",
principal_id: Option<::std::string::String> = "PrincipalId",
source_identity: Option<::std::string::String> = "SourceIdentity",
}
/// `ImageConfig`
ImageConfig {
repository_access_mode: ::std::string::String = "RepositoryAccessMode",
repository_auth_config: Option<RepositoryAuthConfig> = "RepositoryAuthConfig",
}
/// `InferenceExecutionConfig`
InferenceExecutionConfig {
mode: ::std::string::String = "Mode",
}
/// `InferenceHubAccessConfig`
InferenceHubAccessConfig {
hub_content_arn: ::std::string::String = "HubContentArn",
}
/// `InferenceSpecification`
InferenceSpecification {
containers: Vec<ModelPackageContainerDefinition> = "Containers",
supported_transform_instance_types: Option<Vec<::std::string::String>> = "SupportedTransformInstanceTypes",
supported_realtime_inference_instance_types: Option<Vec<::std::string::String>> = "SupportedRealtimeInferenceInstanceTypes",
supported_content_types: Option<Vec<::std::string::String>> = "SupportedContentTypes",
supported_response_mime_types: Option<Vec<::std::string::String>> = "SupportedResponseMIMETypes",
}
/// `InfraCheckConfig`
InfraCheckConfig {
enable_infra_check: Option<bool> = "EnableInfraCheck",
}
/// `InstanceGroup`
InstanceGroup {
instance_type: ::std::string::String = "InstanceType",
instance_count: i64 = "InstanceCount",
instance_group_name: ::std::string::String = "InstanceGroupName",
}
/// `InstancePlacementConfig`
InstancePlacementConfig {
enable_multiple_jobs: Option<bool> = "EnableMultipleJobs",
placement_specifications: Option<Vec<PlacementSpecification>> = "PlacementSpecifications",
}
/// `InstancePool`
InstancePool {
instance_type: ::std::string::String = "InstanceType",
model_name_override: Option<::std::string::String> = "ModelNameOverride",
priority: i64 = "Priority",
}
/// `InstancePoolSummary`
InstancePoolSummary {
instance_type: ::std::string::String = "InstanceType",
current_instance_count: i64 = "CurrentInstanceCount",
}
/// `InstancePreference`
InstancePreference {
instance_type: ::std::string::String = "InstanceType",
instance_count: Option<i64> = "InstanceCount",
training_plan_arns: Option<Vec<::std::string::String>> = "TrainingPlanArns",
}
/// `IntegerParameterRange`
IntegerParameterRange {
name: ::std::string::String = "Name",
min_value: ::std::string::String = "MinValue",
max_value: ::std::string::String = "MaxValue",
scaling_type: Option<::std::string::String> = "ScalingType",
}
/// `Job`
Job {
job_name: Option<::std::string::String> = "JobName",
job_arn: Option<::std::string::String> = "JobArn",
role_arn: Option<::std::string::String> = "RoleArn",
job_category: Option<::std::string::String> = "JobCategory",
job_config_schema_version: Option<::std::string::String> = "JobConfigSchemaVersion",
job_config_document: Option<::std::string::String> = "JobConfigDocument",
creation_time: Option<crate::Timestamp> = "CreationTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
end_time: Option<crate::Timestamp> = "EndTime",
job_status: Option<::std::string::String> = "JobStatus",
secondary_status: Option<::std::string::String> = "SecondaryStatus",
secondary_status_transitions: Option<Vec<JobSecondaryStatusTransition>> = "SecondaryStatusTransitions",
failure_reason: Option<::std::string::String> = "FailureReason",
tags: Option<Vec<Tag>> = "Tags",
}
/// `JobSecondaryStatusTransition`
JobSecondaryStatusTransition {
status: ::std::string::String = "Status",
start_time: crate::Timestamp = "StartTime",
end_time: Option<crate::Timestamp> = "EndTime",
status_message: Option<::std::string::String> = "StatusMessage",
}
/// `LastUpdateStatus`
LastUpdateStatus {
status: ::std::string::String = "Status",
failure_reason: Option<::std::string::String> = "FailureReason",
}
/// `ListActionsRequest`
ListActionsRequest {
source_uri: Option<::std::string::String> = "SourceUri",
action_type: Option<::std::string::String> = "ActionType",
created_after: Option<crate::Timestamp> = "CreatedAfter",
created_before: Option<crate::Timestamp> = "CreatedBefore",
sort_by: Option<::std::string::String> = "SortBy",
sort_order: Option<::std::string::String> = "SortOrder",
next_token: Option<::std::string::String> = "NextToken",
max_results: Option<i64> = "MaxResults",
}
/// `ListActionsResponse`
ListActionsResponse {
action_summaries: Option<Vec<ActionSummary>> = "ActionSummaries",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListArtifactsRequest`
ListArtifactsRequest {
source_uri: Option<::std::string::String> = "SourceUri",
artifact_type: Option<::std::string::String> = "ArtifactType",
created_after: Option<crate::Timestamp> = "CreatedAfter",
created_before: Option<crate::Timestamp> = "CreatedBefore",
sort_by: Option<::std::string::String> = "SortBy",
sort_order: Option<::std::string::String> = "SortOrder",
next_token: Option<::std::string::String> = "NextToken",
max_results: Option<i64> = "MaxResults",
}
/// `ListArtifactsResponse`
ListArtifactsResponse {
artifact_summaries: Option<Vec<ArtifactSummary>> = "ArtifactSummaries",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListAssociationsRequest`
ListAssociationsRequest {
source_arn: Option<::std::string::String> = "SourceArn",
destination_arn: Option<::std::string::String> = "DestinationArn",
source_type: Option<::std::string::String> = "SourceType",
destination_type: Option<::std::string::String> = "DestinationType",
association_type: Option<::std::string::String> = "AssociationType",
created_after: Option<crate::Timestamp> = "CreatedAfter",
created_before: Option<crate::Timestamp> = "CreatedBefore",
sort_by: Option<::std::string::String> = "SortBy",
sort_order: Option<::std::string::String> = "SortOrder",
next_token: Option<::std::string::String> = "NextToken",
max_results: Option<i64> = "MaxResults",
}
/// `ListAssociationsResponse`
ListAssociationsResponse {
association_summaries: Option<Vec<AssociationSummary>> = "AssociationSummaries",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListContextsRequest`
ListContextsRequest {
source_uri: Option<::std::string::String> = "SourceUri",
context_type: Option<::std::string::String> = "ContextType",
created_after: Option<crate::Timestamp> = "CreatedAfter",
created_before: Option<crate::Timestamp> = "CreatedBefore",
sort_by: Option<::std::string::String> = "SortBy",
sort_order: Option<::std::string::String> = "SortOrder",
next_token: Option<::std::string::String> = "NextToken",
max_results: Option<i64> = "MaxResults",
}
/// `ListContextsResponse`
ListContextsResponse {
context_summaries: Option<Vec<ContextSummary>> = "ContextSummaries",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListEndpointConfigsInput`
ListEndpointConfigsInput {
sort_by: Option<::std::string::String> = "SortBy",
sort_order: Option<::std::string::String> = "SortOrder",
next_token: Option<::std::string::String> = "NextToken",
max_results: Option<i64> = "MaxResults",
name_contains: Option<::std::string::String> = "NameContains",
creation_time_before: Option<crate::Timestamp> = "CreationTimeBefore",
creation_time_after: Option<crate::Timestamp> = "CreationTimeAfter",
}
/// `ListEndpointConfigsOutput`
ListEndpointConfigsOutput {
endpoint_configs: Vec<EndpointConfigSummary> = "EndpointConfigs",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListEndpointsInput`
ListEndpointsInput {
sort_by: Option<::std::string::String> = "SortBy",
sort_order: Option<::std::string::String> = "SortOrder",
next_token: Option<::std::string::String> = "NextToken",
max_results: Option<i64> = "MaxResults",
name_contains: Option<::std::string::String> = "NameContains",
creation_time_before: Option<crate::Timestamp> = "CreationTimeBefore",
creation_time_after: Option<crate::Timestamp> = "CreationTimeAfter",
last_modified_time_before: Option<crate::Timestamp> = "LastModifiedTimeBefore",
last_modified_time_after: Option<crate::Timestamp> = "LastModifiedTimeAfter",
status_equals: Option<::std::string::String> = "StatusEquals",
}
/// `ListEndpointsOutput`
ListEndpointsOutput {
endpoints: Vec<EndpointSummary> = "Endpoints",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListModelPackageGroupsInput`
ListModelPackageGroupsInput {
creation_time_after: Option<crate::Timestamp> = "CreationTimeAfter",
creation_time_before: Option<crate::Timestamp> = "CreationTimeBefore",
max_results: Option<i64> = "MaxResults",
name_contains: Option<::std::string::String> = "NameContains",
next_token: Option<::std::string::String> = "NextToken",
sort_by: Option<::std::string::String> = "SortBy",
sort_order: Option<::std::string::String> = "SortOrder",
cross_account_filter_option: Option<::std::string::String> = "CrossAccountFilterOption",
}
/// `ListModelPackageGroupsOutput`
ListModelPackageGroupsOutput {
model_package_group_summary_list: Vec<ModelPackageGroupSummary> = "ModelPackageGroupSummaryList",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListModelPackagesInput`
ListModelPackagesInput {
creation_time_after: Option<crate::Timestamp> = "CreationTimeAfter",
creation_time_before: Option<crate::Timestamp> = "CreationTimeBefore",
max_results: Option<i64> = "MaxResults",
name_contains: Option<::std::string::String> = "NameContains",
model_approval_status: Option<::std::string::String> = "ModelApprovalStatus",
model_package_group_name: Option<::std::string::String> = "ModelPackageGroupName",
model_package_type: Option<::std::string::String> = "ModelPackageType",
next_token: Option<::std::string::String> = "NextToken",
sort_by: Option<::std::string::String> = "SortBy",
sort_order: Option<::std::string::String> = "SortOrder",
}
/// `ListModelPackagesOutput`
ListModelPackagesOutput {
model_package_summary_list: Vec<ModelPackageSummary> = "ModelPackageSummaryList",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListModelsInput`
ListModelsInput {
sort_by: Option<::std::string::String> = "SortBy",
sort_order: Option<::std::string::String> = "SortOrder",
next_token: Option<::std::string::String> = "NextToken",
max_results: Option<i64> = "MaxResults",
name_contains: Option<::std::string::String> = "NameContains",
creation_time_before: Option<crate::Timestamp> = "CreationTimeBefore",
creation_time_after: Option<crate::Timestamp> = "CreationTimeAfter",
}
/// `ListModelsOutput`
ListModelsOutput {
models: Vec<ModelSummary> = "Models",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListProcessingJobsRequest`
ListProcessingJobsRequest {
creation_time_after: Option<crate::Timestamp> = "CreationTimeAfter",
creation_time_before: Option<crate::Timestamp> = "CreationTimeBefore",
last_modified_time_after: Option<crate::Timestamp> = "LastModifiedTimeAfter",
last_modified_time_before: Option<crate::Timestamp> = "LastModifiedTimeBefore",
name_contains: Option<::std::string::String> = "NameContains",
status_equals: Option<::std::string::String> = "StatusEquals",
sort_by: Option<::std::string::String> = "SortBy",
sort_order: Option<::std::string::String> = "SortOrder",
next_token: Option<::std::string::String> = "NextToken",
max_results: Option<i64> = "MaxResults",
}
/// `ListProcessingJobsResponse`
ListProcessingJobsResponse {
processing_job_summaries: Vec<ProcessingJobSummary> = "ProcessingJobSummaries",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListTagsInput`
ListTagsInput {
resource_arn: ::std::string::String = "ResourceArn",
next_token: Option<::std::string::String> = "NextToken",
max_results: Option<i64> = "MaxResults",
}
/// `ListTagsOutput`
ListTagsOutput {
tags: Option<Vec<Tag>> = "Tags",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListTrainingJobsRequest`
ListTrainingJobsRequest {
next_token: Option<::std::string::String> = "NextToken",
max_results: Option<i64> = "MaxResults",
creation_time_after: Option<crate::Timestamp> = "CreationTimeAfter",
creation_time_before: Option<crate::Timestamp> = "CreationTimeBefore",
last_modified_time_after: Option<crate::Timestamp> = "LastModifiedTimeAfter",
last_modified_time_before: Option<crate::Timestamp> = "LastModifiedTimeBefore",
name_contains: Option<::std::string::String> = "NameContains",
status_equals: Option<::std::string::String> = "StatusEquals",
sort_by: Option<::std::string::String> = "SortBy",
sort_order: Option<::std::string::String> = "SortOrder",
warm_pool_status_equals: Option<::std::string::String> = "WarmPoolStatusEquals",
training_plan_arn_equals: Option<::std::string::String> = "TrainingPlanArnEquals",
}
/// `ListTrainingJobsResponse`
ListTrainingJobsResponse {
training_job_summaries: Vec<TrainingJobSummary> = "TrainingJobSummaries",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListTransformJobsRequest`
ListTransformJobsRequest {
creation_time_after: Option<crate::Timestamp> = "CreationTimeAfter",
creation_time_before: Option<crate::Timestamp> = "CreationTimeBefore",
last_modified_time_after: Option<crate::Timestamp> = "LastModifiedTimeAfter",
last_modified_time_before: Option<crate::Timestamp> = "LastModifiedTimeBefore",
name_contains: Option<::std::string::String> = "NameContains",
status_equals: Option<::std::string::String> = "StatusEquals",
sort_by: Option<::std::string::String> = "SortBy",
sort_order: Option<::std::string::String> = "SortOrder",
next_token: Option<::std::string::String> = "NextToken",
max_results: Option<i64> = "MaxResults",
}
/// `ListTransformJobsResponse`
ListTransformJobsResponse {
transform_job_summaries: Vec<TransformJobSummary> = "TransformJobSummaries",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListTrialComponentsRequest`
ListTrialComponentsRequest {
experiment_name: Option<::std::string::String> = "ExperimentName",
trial_name: Option<::std::string::String> = "TrialName",
source_arn: Option<::std::string::String> = "SourceArn",
created_after: Option<crate::Timestamp> = "CreatedAfter",
created_before: Option<crate::Timestamp> = "CreatedBefore",
sort_by: Option<::std::string::String> = "SortBy",
sort_order: Option<::std::string::String> = "SortOrder",
max_results: Option<i64> = "MaxResults",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ListTrialComponentsResponse`
ListTrialComponentsResponse {
trial_component_summaries: Option<Vec<TrialComponentSummary>> = "TrialComponentSummaries",
next_token: Option<::std::string::String> = "NextToken",
}
/// `ManagedConfiguration`
ManagedConfiguration {
managed_storage_type: Option<::std::string::String> = "ManagedStorageType",
}
/// `MetadataProperties`
MetadataProperties {
commit_id: Option<::std::string::String> = "CommitId",
repository: Option<::std::string::String> = "Repository",
generated_by: Option<::std::string::String> = "GeneratedBy",
project_id: Option<::std::string::String> = "ProjectId",
}
/// `MetricData`
MetricData {
metric_name: Option<::std::string::String> = "MetricName",
value: Option<f64> = "Value",
timestamp: Option<crate::Timestamp> = "Timestamp",
}
/// `MetricDefinition`
MetricDefinition {
name: ::std::string::String = "Name",
regex: ::std::string::String = "Regex",
}
/// `MetricsConfig`
MetricsConfig {
enable_enhanced_metrics: Option<bool> = "EnableEnhancedMetrics",
enable_detailed_observability: Option<bool> = "EnableDetailedObservability",
metric_publish_frequency_in_seconds: Option<i64> = "MetricPublishFrequencyInSeconds",
}
/// `MetricsEndpoint`
MetricsEndpoint {
metrics_endpoint_path: ::std::string::String = "MetricsEndpointPath",
metric_publish_frequency_in_seconds: Option<i64> = "MetricPublishFrequencyInSeconds",
}
/// `MetricsSource`
MetricsSource {
content_type: ::std::string::String = "ContentType",
content_digest: Option<::std::string::String> = "ContentDigest",
s3_uri: ::std::string::String = "S3Uri",
}
/// `MlflowConfig`
MlflowConfig {
mlflow_resource_arn: ::std::string::String = "MlflowResourceArn",
mlflow_experiment_name: Option<::std::string::String> = "MlflowExperimentName",
mlflow_run_name: Option<::std::string::String> = "MlflowRunName",
}
/// `MlflowDetails`
MlflowDetails {
mlflow_experiment_id: Option<::std::string::String> = "MlflowExperimentId",
mlflow_run_id: Option<::std::string::String> = "MlflowRunId",
}
/// `Model`
Model {
model_name: Option<::std::string::String> = "ModelName",
primary_container: Option<ContainerDefinition> = "PrimaryContainer",
containers: Option<Vec<ContainerDefinition>> = "Containers",
inference_execution_config: Option<InferenceExecutionConfig> = "InferenceExecutionConfig",
execution_role_arn: Option<::std::string::String> = "ExecutionRoleArn",
vpc_config: Option<VpcConfig> = "VpcConfig",
creation_time: Option<crate::Timestamp> = "CreationTime",
model_arn: Option<::std::string::String> = "ModelArn",
enable_network_isolation: Option<bool> = "EnableNetworkIsolation",
tags: Option<Vec<Tag>> = "Tags",
deployment_recommendation: Option<DeploymentRecommendation> = "DeploymentRecommendation",
}
/// `ModelAccessConfig`
ModelAccessConfig {
accept_eula: bool = "AcceptEula",
}
/// `ModelArtifacts`
ModelArtifacts {
s3_model_artifacts: ::std::string::String = "S3ModelArtifacts",
}
/// `ModelCard`
ModelCard {
model_card_arn: Option<::std::string::String> = "ModelCardArn",
model_card_name: Option<::std::string::String> = "ModelCardName",
model_card_version: Option<i64> = "ModelCardVersion",
content: Option<::std::string::String> = "Content",
model_card_status: Option<::std::string::String> = "ModelCardStatus",
security_config: Option<ModelCardSecurityConfig> = "SecurityConfig",
creation_time: Option<crate::Timestamp> = "CreationTime",
created_by: Option<UserContext> = "CreatedBy",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
last_modified_by: Option<UserContext> = "LastModifiedBy",
tags: Option<Vec<Tag>> = "Tags",
model_id: Option<::std::string::String> = "ModelId",
risk_rating: Option<::std::string::String> = "RiskRating",
model_package_group_name: Option<::std::string::String> = "ModelPackageGroupName",
}
/// `ModelCardSecurityConfig`
ModelCardSecurityConfig {
kms_key_id: Option<::std::string::String> = "KmsKeyId",
}
/// `ModelClientConfig`
ModelClientConfig {
invocations_timeout_in_seconds: Option<i64> = "InvocationsTimeoutInSeconds",
invocations_max_retries: Option<i64> = "InvocationsMaxRetries",
}
/// `ModelDashboardEndpoint`
ModelDashboardEndpoint {
endpoint_name: ::std::string::String = "EndpointName",
endpoint_arn: ::std::string::String = "EndpointArn",
creation_time: crate::Timestamp = "CreationTime",
last_modified_time: crate::Timestamp = "LastModifiedTime",
endpoint_status: ::std::string::String = "EndpointStatus",
}
/// `ModelDashboardIndicatorAction`
ModelDashboardIndicatorAction {
enabled: Option<bool> = "Enabled",
}
/// `ModelDashboardModel`
ModelDashboardModel {
model: Option<Model> = "Model",
endpoints: Option<Vec<ModelDashboardEndpoint>> = "Endpoints",
last_batch_transform_job: Option<TransformJob> = "LastBatchTransformJob",
monitoring_schedules: Option<Vec<ModelDashboardMonitoringSchedule>> = "MonitoringSchedules",
model_card: Option<ModelDashboardModelCard> = "ModelCard",
}
/// `ModelDashboardModelCard`
ModelDashboardModelCard {
model_card_arn: Option<::std::string::String> = "ModelCardArn",
model_card_name: Option<::std::string::String> = "ModelCardName",
model_card_version: Option<i64> = "ModelCardVersion",
model_card_status: Option<::std::string::String> = "ModelCardStatus",
security_config: Option<ModelCardSecurityConfig> = "SecurityConfig",
creation_time: Option<crate::Timestamp> = "CreationTime",
created_by: Option<UserContext> = "CreatedBy",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
last_modified_by: Option<UserContext> = "LastModifiedBy",
tags: Option<Vec<Tag>> = "Tags",
model_id: Option<::std::string::String> = "ModelId",
risk_rating: Option<::std::string::String> = "RiskRating",
}
/// `ModelDashboardMonitoringSchedule`
ModelDashboardMonitoringSchedule {
monitoring_schedule_arn: Option<::std::string::String> = "MonitoringScheduleArn",
monitoring_schedule_name: Option<::std::string::String> = "MonitoringScheduleName",
monitoring_schedule_status: Option<::std::string::String> = "MonitoringScheduleStatus",
monitoring_type: Option<::std::string::String> = "MonitoringType",
failure_reason: Option<::std::string::String> = "FailureReason",
creation_time: Option<crate::Timestamp> = "CreationTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
monitoring_schedule_config: Option<MonitoringScheduleConfig> = "MonitoringScheduleConfig",
endpoint_name: Option<::std::string::String> = "EndpointName",
monitoring_alert_summaries: Option<Vec<MonitoringAlertSummary>> = "MonitoringAlertSummaries",
last_monitoring_execution_summary: Option<MonitoringExecutionSummary> = "LastMonitoringExecutionSummary",
batch_transform_input: Option<BatchTransformInput> = "BatchTransformInput",
}
/// `ModelDataQuality`
ModelDataQuality {
statistics: Option<MetricsSource> = "Statistics",
constraints: Option<MetricsSource> = "Constraints",
}
/// `ModelDataSource`
ModelDataSource {
s3_data_source: Option<S3ModelDataSource> = "S3DataSource",
}
/// `ModelInput`
ModelInput {
data_input_config: ::std::string::String = "DataInputConfig",
}
/// `ModelLifeCycle`
ModelLifeCycle {
stage: ::std::string::String = "Stage",
stage_status: ::std::string::String = "StageStatus",
stage_description: Option<::std::string::String> = "StageDescription",
}
/// `ModelMetrics`
ModelMetrics {
model_quality: Option<ModelQuality> = "ModelQuality",
model_data_quality: Option<ModelDataQuality> = "ModelDataQuality",
bias: Option<Bias> = "Bias",
explainability: Option<Explainability> = "Explainability",
}
/// `ModelPackage`
ModelPackage {
model_package_name: Option<::std::string::String> = "ModelPackageName",
model_package_group_name: Option<::std::string::String> = "ModelPackageGroupName",
model_package_version: Option<i64> = "ModelPackageVersion",
model_package_registration_type: Option<::std::string::String> = "ModelPackageRegistrationType",
model_package_arn: Option<::std::string::String> = "ModelPackageArn",
model_package_description: Option<::std::string::String> = "ModelPackageDescription",
creation_time: Option<crate::Timestamp> = "CreationTime",
inference_specification: Option<InferenceSpecification> = "InferenceSpecification",
source_algorithm_specification: Option<SourceAlgorithmSpecification> = "SourceAlgorithmSpecification",
validation_specification: Option<ModelPackageValidationSpecification> = "ValidationSpecification",
model_package_status: Option<::std::string::String> = "ModelPackageStatus",
model_package_status_details: Option<ModelPackageStatusDetails> = "ModelPackageStatusDetails",
certify_for_marketplace: Option<bool> = "CertifyForMarketplace",
model_approval_status: Option<::std::string::String> = "ModelApprovalStatus",
created_by: Option<UserContext> = "CreatedBy",
metadata_properties: Option<MetadataProperties> = "MetadataProperties",
model_metrics: Option<ModelMetrics> = "ModelMetrics",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
last_modified_by: Option<UserContext> = "LastModifiedBy",
approval_description: Option<::std::string::String> = "ApprovalDescription",
domain: Option<::std::string::String> = "Domain",
task: Option<::std::string::String> = "Task",
sample_payload_url: Option<::std::string::String> = "SamplePayloadUrl",
additional_inference_specifications: Option<Vec<AdditionalInferenceSpecificationDefinition>> = "AdditionalInferenceSpecifications",
source_uri: Option<::std::string::String> = "SourceUri",
security_config: Option<ModelPackageSecurityConfig> = "SecurityConfig",
model_card: Option<ModelPackageModelCard> = "ModelCard",
model_life_cycle: Option<ModelLifeCycle> = "ModelLifeCycle",
tags: Option<Vec<Tag>> = "Tags",
customer_metadata_properties: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "CustomerMetadataProperties",
drift_check_baselines: Option<DriftCheckBaselines> = "DriftCheckBaselines",
skip_model_validation: Option<::std::string::String> = "SkipModelValidation",
}
/// `ModelPackageConfig`
ModelPackageConfig {
model_package_group_arn: ::std::string::String = "ModelPackageGroupArn",
source_model_package_arn: Option<::std::string::String> = "SourceModelPackageArn",
}
/// `ModelPackageContainerDefinition`
ModelPackageContainerDefinition {
container_hostname: Option<::std::string::String> = "ContainerHostname",
image: Option<::std::string::String> = "Image",
image_digest: Option<::std::string::String> = "ImageDigest",
model_data_url: Option<::std::string::String> = "ModelDataUrl",
model_data_source: Option<ModelDataSource> = "ModelDataSource",
product_id: Option<::std::string::String> = "ProductId",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
model_input: Option<ModelInput> = "ModelInput",
framework: Option<::std::string::String> = "Framework",
framework_version: Option<::std::string::String> = "FrameworkVersion",
nearest_model_name: Option<::std::string::String> = "NearestModelName",
additional_model_data_sources: Option<Vec<AdditionalModelDataSource>> = "AdditionalModelDataSources",
additional_s3_data_source: Option<AdditionalS3DataSource> = "AdditionalS3DataSource",
model_data_e_tag: Option<::std::string::String> = "ModelDataETag",
is_checkpoint: Option<bool> = "IsCheckpoint",
base_model: Option<BaseModel> = "BaseModel",
}
/// `ModelPackageGroup`
ModelPackageGroup {
model_package_group_name: Option<::std::string::String> = "ModelPackageGroupName",
model_package_group_arn: Option<::std::string::String> = "ModelPackageGroupArn",
model_package_group_description: Option<::std::string::String> = "ModelPackageGroupDescription",
creation_time: Option<crate::Timestamp> = "CreationTime",
created_by: Option<UserContext> = "CreatedBy",
model_package_group_status: Option<::std::string::String> = "ModelPackageGroupStatus",
tags: Option<Vec<Tag>> = "Tags",
}
/// `ModelPackageGroupSummary`
ModelPackageGroupSummary {
model_package_group_name: ::std::string::String = "ModelPackageGroupName",
model_package_group_arn: ::std::string::String = "ModelPackageGroupArn",
model_package_group_description: Option<::std::string::String> = "ModelPackageGroupDescription",
creation_time: crate::Timestamp = "CreationTime",
model_package_group_status: ::std::string::String = "ModelPackageGroupStatus",
managed_configuration: Option<ManagedConfiguration> = "ManagedConfiguration",
}
/// `ModelPackageModelCard`
ModelPackageModelCard {
model_card_content: Option<::std::string::String> = "ModelCardContent",
model_card_status: Option<::std::string::String> = "ModelCardStatus",
}
/// `ModelPackageSecurityConfig`
ModelPackageSecurityConfig {
kms_key_id: ::std::string::String = "KmsKeyId",
}
/// `ModelPackageStatusDetails`
ModelPackageStatusDetails {
validation_statuses: Vec<ModelPackageStatusItem> = "ValidationStatuses",
image_scan_statuses: Option<Vec<ModelPackageStatusItem>> = "ImageScanStatuses",
}
/// `ModelPackageStatusItem`
ModelPackageStatusItem {
name: ::std::string::String = "Name",
status: ::std::string::String = "Status",
failure_reason: Option<::std::string::String> = "FailureReason",
}
/// `ModelPackageSummary`
ModelPackageSummary {
model_package_name: Option<::std::string::String> = "ModelPackageName",
model_package_group_name: Option<::std::string::String> = "ModelPackageGroupName",
model_package_version: Option<i64> = "ModelPackageVersion",
model_package_arn: ::std::string::String = "ModelPackageArn",
model_package_description: Option<::std::string::String> = "ModelPackageDescription",
creation_time: crate::Timestamp = "CreationTime",
model_package_status: ::std::string::String = "ModelPackageStatus",
model_approval_status: Option<::std::string::String> = "ModelApprovalStatus",
model_life_cycle: Option<ModelLifeCycle> = "ModelLifeCycle",
model_package_registration_type: Option<::std::string::String> = "ModelPackageRegistrationType",
}
/// `ModelPackageValidationProfile`
ModelPackageValidationProfile {
profile_name: ::std::string::String = "ProfileName",
transform_job_definition: TransformJobDefinition = "TransformJobDefinition",
}
/// `ModelPackageValidationSpecification`
ModelPackageValidationSpecification {
validation_role: ::std::string::String = "ValidationRole",
validation_profiles: Vec<ModelPackageValidationProfile> = "ValidationProfiles",
}
/// `ModelQuality`
ModelQuality {
statistics: Option<MetricsSource> = "Statistics",
constraints: Option<MetricsSource> = "Constraints",
}
/// `ModelSummary`
ModelSummary {
model_name: ::std::string::String = "ModelName",
model_arn: ::std::string::String = "ModelArn",
creation_time: crate::Timestamp = "CreationTime",
}
/// `MonitoringAlertActions`
MonitoringAlertActions {
model_dashboard_indicator: Option<ModelDashboardIndicatorAction> = "ModelDashboardIndicator",
}
/// `MonitoringAlertSummary`
MonitoringAlertSummary {
monitoring_alert_name: ::std::string::String = "MonitoringAlertName",
creation_time: crate::Timestamp = "CreationTime",
last_modified_time: crate::Timestamp = "LastModifiedTime",
alert_status: ::std::string::String = "AlertStatus",
datapoints_to_alert: i64 = "DatapointsToAlert",
evaluation_period: i64 = "EvaluationPeriod",
actions: MonitoringAlertActions = "Actions",
}
/// `MonitoringAppSpecification`
MonitoringAppSpecification {
image_uri: ::std::string::String = "ImageUri",
container_entrypoint: Option<Vec<::std::string::String>> = "ContainerEntrypoint",
container_arguments: Option<Vec<::std::string::String>> = "ContainerArguments",
record_preprocessor_source_uri: Option<::std::string::String> = "RecordPreprocessorSourceUri",
post_analytics_processor_source_uri: Option<::std::string::String> = "PostAnalyticsProcessorSourceUri",
}
/// `MonitoringBaselineConfig`
MonitoringBaselineConfig {
baselining_job_name: Option<::std::string::String> = "BaseliningJobName",
constraints_resource: Option<MonitoringConstraintsResource> = "ConstraintsResource",
statistics_resource: Option<MonitoringStatisticsResource> = "StatisticsResource",
}
/// `MonitoringClusterConfig`
MonitoringClusterConfig {
instance_count: i64 = "InstanceCount",
instance_type: ::std::string::String = "InstanceType",
volume_size_in_gb: i64 = "VolumeSizeInGB",
volume_kms_key_id: Option<::std::string::String> = "VolumeKmsKeyId",
}
/// `MonitoringConstraintsResource`
MonitoringConstraintsResource {
s3_uri: Option<::std::string::String> = "S3Uri",
}
/// `MonitoringCsvDatasetFormat`
MonitoringCsvDatasetFormat {
header: Option<bool> = "Header",
}
/// `MonitoringDatasetFormat`
MonitoringDatasetFormat {
csv: Option<MonitoringCsvDatasetFormat> = "Csv",
json: Option<MonitoringJsonDatasetFormat> = "Json",
parquet: Option<MonitoringParquetDatasetFormat> = "Parquet",
}
/// `MonitoringExecutionSummary`
MonitoringExecutionSummary {
monitoring_schedule_name: ::std::string::String = "MonitoringScheduleName",
scheduled_time: crate::Timestamp = "ScheduledTime",
creation_time: crate::Timestamp = "CreationTime",
last_modified_time: crate::Timestamp = "LastModifiedTime",
monitoring_execution_status: ::std::string::String = "MonitoringExecutionStatus",
processing_job_arn: Option<::std::string::String> = "ProcessingJobArn",
endpoint_name: Option<::std::string::String> = "EndpointName",
failure_reason: Option<::std::string::String> = "FailureReason",
monitoring_job_definition_name: Option<::std::string::String> = "MonitoringJobDefinitionName",
monitoring_type: Option<::std::string::String> = "MonitoringType",
}
/// `MonitoringInput`
MonitoringInput {
endpoint_input: Option<EndpointInput> = "EndpointInput",
batch_transform_input: Option<BatchTransformInput> = "BatchTransformInput",
}
/// `MonitoringJobDefinition`
MonitoringJobDefinition {
baseline_config: Option<MonitoringBaselineConfig> = "BaselineConfig",
monitoring_inputs: Vec<MonitoringInput> = "MonitoringInputs",
monitoring_output_config: MonitoringOutputConfig = "MonitoringOutputConfig",
monitoring_resources: MonitoringResources = "MonitoringResources",
monitoring_app_specification: MonitoringAppSpecification = "MonitoringAppSpecification",
stopping_condition: Option<MonitoringStoppingCondition> = "StoppingCondition",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
network_config: Option<NetworkConfig> = "NetworkConfig",
role_arn: ::std::string::String = "RoleArn",
}
/// `MonitoringJsonDatasetFormat`
MonitoringJsonDatasetFormat {
line: Option<bool> = "Line",
}
/// `MonitoringOutput`
MonitoringOutput {
s3_output: MonitoringS3Output = "S3Output",
}
/// `MonitoringOutputConfig`
MonitoringOutputConfig {
monitoring_outputs: Vec<MonitoringOutput> = "MonitoringOutputs",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
}
/// `MonitoringParquetDatasetFormat`
MonitoringParquetDatasetFormat {
}
/// `MonitoringResources`
MonitoringResources {
cluster_config: MonitoringClusterConfig = "ClusterConfig",
}
/// `MonitoringS3Output`
MonitoringS3Output {
s3_uri: ::std::string::String = "S3Uri",
local_path: ::std::string::String = "LocalPath",
s3_upload_mode: Option<::std::string::String> = "S3UploadMode",
}
/// `MonitoringSchedule`
MonitoringSchedule {
monitoring_schedule_arn: Option<::std::string::String> = "MonitoringScheduleArn",
monitoring_schedule_name: Option<::std::string::String> = "MonitoringScheduleName",
monitoring_schedule_status: Option<::std::string::String> = "MonitoringScheduleStatus",
monitoring_type: Option<::std::string::String> = "MonitoringType",
failure_reason: Option<::std::string::String> = "FailureReason",
creation_time: Option<crate::Timestamp> = "CreationTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
monitoring_schedule_config: Option<MonitoringScheduleConfig> = "MonitoringScheduleConfig",
endpoint_name: Option<::std::string::String> = "EndpointName",
last_monitoring_execution_summary: Option<MonitoringExecutionSummary> = "LastMonitoringExecutionSummary",
tags: Option<Vec<Tag>> = "Tags",
}
/// `MonitoringScheduleConfig`
MonitoringScheduleConfig {
schedule_config: Option<ScheduleConfig> = "ScheduleConfig",
monitoring_job_definition: Option<MonitoringJobDefinition> = "MonitoringJobDefinition",
monitoring_job_definition_name: Option<::std::string::String> = "MonitoringJobDefinitionName",
monitoring_type: Option<::std::string::String> = "MonitoringType",
}
/// `MonitoringStatisticsResource`
MonitoringStatisticsResource {
s3_uri: Option<::std::string::String> = "S3Uri",
}
/// `MonitoringStoppingCondition`
MonitoringStoppingCondition {
max_runtime_in_seconds: i64 = "MaxRuntimeInSeconds",
}
/// `MultiModelConfig`
MultiModelConfig {
model_cache_setting: Option<::std::string::String> = "ModelCacheSetting",
}
/// `NestedFilters`
NestedFilters {
nested_property_name: ::std::string::String = "NestedPropertyName",
filters: Vec<Filter> = "Filters",
}
/// `NetworkConfig`
NetworkConfig {
enable_inter_container_traffic_encryption: Option<bool> = "EnableInterContainerTrafficEncryption",
enable_network_isolation: Option<bool> = "EnableNetworkIsolation",
vpc_config: Option<VpcConfig> = "VpcConfig",
}
/// `ObjectiveStatusCounters`
ObjectiveStatusCounters {
succeeded: Option<i64> = "Succeeded",
pending: Option<i64> = "Pending",
failed: Option<i64> = "Failed",
}
/// `OfflineStoreConfig`
OfflineStoreConfig {
s3_storage_config: S3StorageConfig = "S3StorageConfig",
disable_glue_table_creation: Option<bool> = "DisableGlueTableCreation",
data_catalog_config: Option<DataCatalogConfig> = "DataCatalogConfig",
table_format: Option<::std::string::String> = "TableFormat",
}
/// `OfflineStoreStatus`
OfflineStoreStatus {
status: ::std::string::String = "Status",
blocked_reason: Option<::std::string::String> = "BlockedReason",
}
/// `OnlineStoreConfig`
OnlineStoreConfig {
security_config: Option<OnlineStoreSecurityConfig> = "SecurityConfig",
enable_online_store: Option<bool> = "EnableOnlineStore",
ttl_duration: Option<TtlDuration> = "TtlDuration",
storage_type: Option<::std::string::String> = "StorageType",
}
/// `OnlineStoreSecurityConfig`
OnlineStoreSecurityConfig {
kms_key_id: Option<::std::string::String> = "KmsKeyId",
}
/// `OutputDataConfig`
OutputDataConfig {
kms_key_id: Option<::std::string::String> = "KmsKeyId",
s3_output_path: ::std::string::String = "S3OutputPath",
compression_type: Option<::std::string::String> = "CompressionType",
}
/// `ParallelismConfiguration`
ParallelismConfiguration {
max_parallel_execution_steps: i64 = "MaxParallelExecutionSteps",
}
/// `Parameter`
Parameter {
name: ::std::string::String = "Name",
value: ::std::string::String = "Value",
}
/// `ParameterRanges`
ParameterRanges {
integer_parameter_ranges: Option<Vec<IntegerParameterRange>> = "IntegerParameterRanges",
continuous_parameter_ranges: Option<Vec<ContinuousParameterRange>> = "ContinuousParameterRanges",
categorical_parameter_ranges: Option<Vec<CategoricalParameterRange>> = "CategoricalParameterRanges",
auto_parameters: Option<Vec<AutoParameter>> = "AutoParameters",
}
/// `Parent`
Parent {
trial_name: Option<::std::string::String> = "TrialName",
experiment_name: Option<::std::string::String> = "ExperimentName",
}
/// `ParentHyperParameterTuningJob`
ParentHyperParameterTuningJob {
hyper_parameter_tuning_job_name: Option<::std::string::String> = "HyperParameterTuningJobName",
}
/// `PendingDeploymentSummary`
PendingDeploymentSummary {
endpoint_config_name: ::std::string::String = "EndpointConfigName",
production_variants: Option<Vec<PendingProductionVariantSummary>> = "ProductionVariants",
start_time: Option<crate::Timestamp> = "StartTime",
shadow_production_variants: Option<Vec<PendingProductionVariantSummary>> = "ShadowProductionVariants",
}
/// `PendingProductionVariantSummary`
PendingProductionVariantSummary {
variant_name: ::std::string::String = "VariantName",
deployed_images: Option<Vec<DeployedImage>> = "DeployedImages",
current_weight: Option<f64> = "CurrentWeight",
desired_weight: Option<f64> = "DesiredWeight",
current_instance_count: Option<i64> = "CurrentInstanceCount",
desired_instance_count: Option<i64> = "DesiredInstanceCount",
instance_type: Option<::std::string::String> = "InstanceType",
instance_pools: Option<Vec<InstancePoolSummary>> = "InstancePools",
accelerator_type: Option<::std::string::String> = "AcceleratorType",
variant_status: Option<Vec<ProductionVariantStatus>> = "VariantStatus",
current_serverless_config: Option<ProductionVariantServerlessConfig> = "CurrentServerlessConfig",
desired_serverless_config: Option<ProductionVariantServerlessConfig> = "DesiredServerlessConfig",
managed_instance_scaling: Option<ProductionVariantManagedInstanceScaling> = "ManagedInstanceScaling",
routing_config: Option<ProductionVariantRoutingConfig> = "RoutingConfig",
accelerator_partition_layouts: Option<Vec<AcceleratorPartitionLayout>> = "AcceleratorPartitionLayouts",
}
/// `Pipeline`
Pipeline {
pipeline_arn: Option<::std::string::String> = "PipelineArn",
pipeline_name: Option<::std::string::String> = "PipelineName",
pipeline_display_name: Option<::std::string::String> = "PipelineDisplayName",
pipeline_description: Option<::std::string::String> = "PipelineDescription",
role_arn: Option<::std::string::String> = "RoleArn",
pipeline_status: Option<::std::string::String> = "PipelineStatus",
creation_time: Option<crate::Timestamp> = "CreationTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
last_run_time: Option<crate::Timestamp> = "LastRunTime",
created_by: Option<UserContext> = "CreatedBy",
last_modified_by: Option<UserContext> = "LastModifiedBy",
parallelism_configuration: Option<ParallelismConfiguration> = "ParallelismConfiguration",
tags: Option<Vec<Tag>> = "Tags",
}
/// `PipelineExecution`
PipelineExecution {
pipeline_arn: Option<::std::string::String> = "PipelineArn",
pipeline_execution_arn: Option<::std::string::String> = "PipelineExecutionArn",
pipeline_execution_display_name: Option<::std::string::String> = "PipelineExecutionDisplayName",
pipeline_execution_status: Option<::std::string::String> = "PipelineExecutionStatus",
pipeline_execution_description: Option<::std::string::String> = "PipelineExecutionDescription",
pipeline_experiment_config: Option<PipelineExperimentConfig> = "PipelineExperimentConfig",
failure_reason: Option<::std::string::String> = "FailureReason",
creation_time: Option<crate::Timestamp> = "CreationTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
created_by: Option<UserContext> = "CreatedBy",
last_modified_by: Option<UserContext> = "LastModifiedBy",
parallelism_configuration: Option<ParallelismConfiguration> = "ParallelismConfiguration",
selective_execution_config: Option<SelectiveExecutionConfig> = "SelectiveExecutionConfig",
pipeline_parameters: Option<Vec<Parameter>> = "PipelineParameters",
pipeline_version_id: Option<i64> = "PipelineVersionId",
pipeline_version_display_name: Option<::std::string::String> = "PipelineVersionDisplayName",
}
/// `PipelineExperimentConfig`
PipelineExperimentConfig {
experiment_name: Option<::std::string::String> = "ExperimentName",
trial_name: Option<::std::string::String> = "TrialName",
}
/// `PipelineVersion`
PipelineVersion {
pipeline_arn: Option<::std::string::String> = "PipelineArn",
pipeline_version_id: Option<i64> = "PipelineVersionId",
pipeline_version_display_name: Option<::std::string::String> = "PipelineVersionDisplayName",
pipeline_version_description: Option<::std::string::String> = "PipelineVersionDescription",
creation_time: Option<crate::Timestamp> = "CreationTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
created_by: Option<UserContext> = "CreatedBy",
last_modified_by: Option<UserContext> = "LastModifiedBy",
last_executed_pipeline_execution_arn: Option<::std::string::String> = "LastExecutedPipelineExecutionArn",
last_executed_pipeline_execution_display_name: Option<::std::string::String> = "LastExecutedPipelineExecutionDisplayName",
last_executed_pipeline_execution_status: Option<::std::string::String> = "LastExecutedPipelineExecutionStatus",
pipeline_version_aliases: Option<Vec<::std::string::String>> = "PipelineVersionAliases",
}
/// `PlacementSpecification`
PlacementSpecification {
ultra_server_id: Option<::std::string::String> = "UltraServerId",
instance_count: i64 = "InstanceCount",
}
/// `PrefixAwareRoutingConfig`
PrefixAwareRoutingConfig {
prefix_length: Option<i64> = "PrefixLength",
concurrency_threshold: Option<i64> = "ConcurrencyThreshold",
}
/// `ProcessingClusterConfig`
ProcessingClusterConfig {
instance_count: Option<i64> = "InstanceCount",
instance_type: Option<::std::string::String> = "InstanceType",
volume_size_in_gb: i64 = "VolumeSizeInGB",
volume_kms_key_id: Option<::std::string::String> = "VolumeKmsKeyId",
instance_preferences: Option<Vec<ProcessingInstancePreference>> = "InstancePreferences",
selected_instance_type: Option<::std::string::String> = "SelectedInstanceType",
selected_instance_count: Option<i64> = "SelectedInstanceCount",
}
/// `ProcessingFeatureStoreOutput`
ProcessingFeatureStoreOutput {
feature_group_name: ::std::string::String = "FeatureGroupName",
}
/// `ProcessingInput`
ProcessingInput {
input_name: ::std::string::String = "InputName",
app_managed: Option<bool> = "AppManaged",
s3_input: Option<ProcessingS3Input> = "S3Input",
dataset_definition: Option<DatasetDefinition> = "DatasetDefinition",
}
/// `ProcessingInstancePreference`
ProcessingInstancePreference {
instance_type: ::std::string::String = "InstanceType",
instance_count: Option<i64> = "InstanceCount",
}
/// `ProcessingJob`
ProcessingJob {
processing_inputs: Option<Vec<ProcessingInput>> = "ProcessingInputs",
processing_output_config: Option<ProcessingOutputConfig> = "ProcessingOutputConfig",
processing_job_name: Option<::std::string::String> = "ProcessingJobName",
processing_resources: Option<ProcessingResources> = "ProcessingResources",
stopping_condition: Option<ProcessingStoppingCondition> = "StoppingCondition",
app_specification: Option<AppSpecification> = "AppSpecification",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
network_config: Option<NetworkConfig> = "NetworkConfig",
role_arn: Option<::std::string::String> = "RoleArn",
experiment_config: Option<ExperimentConfig> = "ExperimentConfig",
processing_job_arn: Option<::std::string::String> = "ProcessingJobArn",
processing_job_status: Option<::std::string::String> = "ProcessingJobStatus",
exit_message: Option<::std::string::String> = "ExitMessage",
failure_reason: Option<::std::string::String> = "FailureReason",
processing_end_time: Option<crate::Timestamp> = "ProcessingEndTime",
processing_start_time: Option<crate::Timestamp> = "ProcessingStartTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
creation_time: Option<crate::Timestamp> = "CreationTime",
monitoring_schedule_arn: Option<::std::string::String> = "MonitoringScheduleArn",
auto_ml_job_arn: Option<::std::string::String> = "AutoMLJobArn",
training_job_arn: Option<::std::string::String> = "TrainingJobArn",
tags: Option<Vec<Tag>> = "Tags",
}
/// `ProcessingJobSummary`
ProcessingJobSummary {
processing_job_name: ::std::string::String = "ProcessingJobName",
processing_job_arn: ::std::string::String = "ProcessingJobArn",
creation_time: crate::Timestamp = "CreationTime",
processing_end_time: Option<crate::Timestamp> = "ProcessingEndTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
processing_job_status: ::std::string::String = "ProcessingJobStatus",
failure_reason: Option<::std::string::String> = "FailureReason",
exit_message: Option<::std::string::String> = "ExitMessage",
}
/// `ProcessingOutput`
ProcessingOutput {
output_name: ::std::string::String = "OutputName",
s3_output: Option<ProcessingS3Output> = "S3Output",
feature_store_output: Option<ProcessingFeatureStoreOutput> = "FeatureStoreOutput",
app_managed: Option<bool> = "AppManaged",
}
/// `ProcessingOutputConfig`
ProcessingOutputConfig {
outputs: Vec<ProcessingOutput> = "Outputs",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
}
/// `ProcessingResources`
ProcessingResources {
cluster_config: ProcessingClusterConfig = "ClusterConfig",
}
/// `ProcessingS3Input`
ProcessingS3Input {
s3_uri: ::std::string::String = "S3Uri",
local_path: Option<::std::string::String> = "LocalPath",
s3_data_type: ::std::string::String = "S3DataType",
s3_input_mode: Option<::std::string::String> = "S3InputMode",
s3_data_distribution_type: Option<::std::string::String> = "S3DataDistributionType",
s3_compression_type: Option<::std::string::String> = "S3CompressionType",
}
/// `ProcessingS3Output`
ProcessingS3Output {
s3_uri: ::std::string::String = "S3Uri",
local_path: Option<::std::string::String> = "LocalPath",
s3_upload_mode: ::std::string::String = "S3UploadMode",
}
/// `ProcessingStoppingCondition`
ProcessingStoppingCondition {
max_runtime_in_seconds: i64 = "MaxRuntimeInSeconds",
}
/// `ProductionVariant`
ProductionVariant {
variant_name: ::std::string::String = "VariantName",
model_name: Option<::std::string::String> = "ModelName",
initial_instance_count: Option<i64> = "InitialInstanceCount",
instance_type: Option<::std::string::String> = "InstanceType",
instance_pools: Option<Vec<InstancePool>> = "InstancePools",
variant_instance_provision_timeout_in_seconds: Option<i64> = "VariantInstanceProvisionTimeoutInSeconds",
initial_variant_weight: Option<f64> = "InitialVariantWeight",
accelerator_type: Option<::std::string::String> = "AcceleratorType",
core_dump_config: Option<ProductionVariantCoreDumpConfig> = "CoreDumpConfig",
serverless_config: Option<ProductionVariantServerlessConfig> = "ServerlessConfig",
volume_size_in_gb: Option<i64> = "VolumeSizeInGB",
model_data_download_timeout_in_seconds: Option<i64> = "ModelDataDownloadTimeoutInSeconds",
container_startup_health_check_timeout_in_seconds: Option<i64> = "ContainerStartupHealthCheckTimeoutInSeconds",
enable_ssm_access: Option<bool> = "EnableSSMAccess",
managed_instance_scaling: Option<ProductionVariantManagedInstanceScaling> = "ManagedInstanceScaling",
routing_config: Option<ProductionVariantRoutingConfig> = "RoutingConfig",
inference_ami_version: Option<::std::string::String> = "InferenceAmiVersion",
capacity_reservation_config: Option<ProductionVariantCapacityReservationConfig> = "CapacityReservationConfig",
accelerator_partition_layouts: Option<Vec<AcceleratorPartitionLayout>> = "AcceleratorPartitionLayouts",
}
/// `ProductionVariantCapacityReservationConfig`
ProductionVariantCapacityReservationConfig {
capacity_reservation_preference: Option<::std::string::String> = "CapacityReservationPreference",
ml_reservation_arn: Option<::std::string::String> = "MlReservationArn",
}
/// `ProductionVariantCapacityReservationSummary`
ProductionVariantCapacityReservationSummary {
ml_reservation_arn: Option<::std::string::String> = "MlReservationArn",
capacity_reservation_preference: Option<::std::string::String> = "CapacityReservationPreference",
total_instance_count: Option<i64> = "TotalInstanceCount",
available_instance_count: Option<i64> = "AvailableInstanceCount",
used_by_current_endpoint: Option<i64> = "UsedByCurrentEndpoint",
ec2_capacity_reservations: Option<Vec<Ec2CapacityReservation>> = "Ec2CapacityReservations",
}
/// `ProductionVariantCoreDumpConfig`
ProductionVariantCoreDumpConfig {
destination_s3_uri: ::std::string::String = "DestinationS3Uri",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
}
/// `ProductionVariantManagedInstanceScaling`
ProductionVariantManagedInstanceScaling {
status: Option<::std::string::String> = "Status",
min_instance_count: Option<i64> = "MinInstanceCount",
max_instance_count: Option<i64> = "MaxInstanceCount",
scale_in_policy: Option<ProductionVariantManagedInstanceScalingScaleInPolicy> = "ScaleInPolicy",
}
/// `ProductionVariantManagedInstanceScalingScaleInPolicy`
ProductionVariantManagedInstanceScalingScaleInPolicy {
strategy: ::std::string::String = "Strategy",
maximum_step_size: Option<i64> = "MaximumStepSize",
cooldown_in_minutes: Option<i64> = "CooldownInMinutes",
}
/// `ProductionVariantRoutingConfig`
ProductionVariantRoutingConfig {
routing_strategy: ::std::string::String = "RoutingStrategy",
prefix_aware_routing_config: Option<PrefixAwareRoutingConfig> = "PrefixAwareRoutingConfig",
}
/// `ProductionVariantServerlessConfig`
ProductionVariantServerlessConfig {
memory_size_in_mb: i64 = "MemorySizeInMB",
max_concurrency: i64 = "MaxConcurrency",
provisioned_concurrency: Option<i64> = "ProvisionedConcurrency",
}
/// `ProductionVariantServerlessUpdateConfig`
ProductionVariantServerlessUpdateConfig {
max_concurrency: Option<i64> = "MaxConcurrency",
provisioned_concurrency: Option<i64> = "ProvisionedConcurrency",
}
/// `ProductionVariantStatus`
ProductionVariantStatus {
status: ::std::string::String = "Status",
status_message: Option<::std::string::String> = "StatusMessage",
start_time: Option<crate::Timestamp> = "StartTime",
}
/// `ProductionVariantSummary`
ProductionVariantSummary {
variant_name: ::std::string::String = "VariantName",
deployed_images: Option<Vec<DeployedImage>> = "DeployedImages",
current_weight: Option<f64> = "CurrentWeight",
desired_weight: Option<f64> = "DesiredWeight",
current_instance_count: Option<i64> = "CurrentInstanceCount",
desired_instance_count: Option<i64> = "DesiredInstanceCount",
instance_pools: Option<Vec<InstancePoolSummary>> = "InstancePools",
variant_status: Option<Vec<ProductionVariantStatus>> = "VariantStatus",
current_serverless_config: Option<ProductionVariantServerlessConfig> = "CurrentServerlessConfig",
desired_serverless_config: Option<ProductionVariantServerlessConfig> = "DesiredServerlessConfig",
managed_instance_scaling: Option<ProductionVariantManagedInstanceScaling> = "ManagedInstanceScaling",
routing_config: Option<ProductionVariantRoutingConfig> = "RoutingConfig",
capacity_reservation_config: Option<ProductionVariantCapacityReservationSummary> = "CapacityReservationConfig",
accelerator_partition_layouts: Option<Vec<AcceleratorPartitionLayout>> = "AcceleratorPartitionLayouts",
}
/// `ProfilerConfig`
ProfilerConfig {
s3_output_path: Option<::std::string::String> = "S3OutputPath",
profiling_interval_in_milliseconds: Option<i64> = "ProfilingIntervalInMilliseconds",
profiling_parameters: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "ProfilingParameters",
disable_profiler: Option<bool> = "DisableProfiler",
}
/// `ProfilerConfigForUpdate`
ProfilerConfigForUpdate {
s3_output_path: Option<::std::string::String> = "S3OutputPath",
profiling_interval_in_milliseconds: Option<i64> = "ProfilingIntervalInMilliseconds",
profiling_parameters: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "ProfilingParameters",
disable_profiler: Option<bool> = "DisableProfiler",
}
/// `ProfilerRuleConfiguration`
ProfilerRuleConfiguration {
rule_configuration_name: ::std::string::String = "RuleConfigurationName",
local_path: Option<::std::string::String> = "LocalPath",
s3_output_path: Option<::std::string::String> = "S3OutputPath",
rule_evaluator_image: ::std::string::String = "RuleEvaluatorImage",
instance_type: Option<::std::string::String> = "InstanceType",
volume_size_in_gb: Option<i64> = "VolumeSizeInGB",
rule_parameters: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "RuleParameters",
}
/// `ProfilerRuleEvaluationStatus`
ProfilerRuleEvaluationStatus {
rule_configuration_name: Option<::std::string::String> = "RuleConfigurationName",
rule_evaluation_job_arn: Option<::std::string::String> = "RuleEvaluationJobArn",
rule_evaluation_status: Option<::std::string::String> = "RuleEvaluationStatus",
status_details: Option<::std::string::String> = "StatusDetails",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
}
/// `Project`
Project {
project_arn: Option<::std::string::String> = "ProjectArn",
project_name: Option<::std::string::String> = "ProjectName",
project_id: Option<::std::string::String> = "ProjectId",
project_description: Option<::std::string::String> = "ProjectDescription",
service_catalog_provisioning_details: Option<ServiceCatalogProvisioningDetails> = "ServiceCatalogProvisioningDetails",
service_catalog_provisioned_product_details: Option<ServiceCatalogProvisionedProductDetails> = "ServiceCatalogProvisionedProductDetails",
project_status: Option<::std::string::String> = "ProjectStatus",
created_by: Option<UserContext> = "CreatedBy",
creation_time: Option<crate::Timestamp> = "CreationTime",
template_provider_details: Option<Vec<TemplateProviderDetail>> = "TemplateProviderDetails",
tags: Option<Vec<Tag>> = "Tags",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
last_modified_by: Option<UserContext> = "LastModifiedBy",
}
/// `PropertyNameQuery`
PropertyNameQuery {
property_name_hint: ::std::string::String = "PropertyNameHint",
}
/// `PropertyNameSuggestion`
PropertyNameSuggestion {
property_name: Option<::std::string::String> = "PropertyName",
}
/// `ProvisioningParameter`
ProvisioningParameter {
key: Option<::std::string::String> = "Key",
value: Option<::std::string::String> = "Value",
}
/// `PutModelPackageGroupPolicyInput`
PutModelPackageGroupPolicyInput {
model_package_group_name: ::std::string::String = "ModelPackageGroupName",
resource_policy: ::std::string::String = "ResourcePolicy",
}
/// `PutModelPackageGroupPolicyOutput`
PutModelPackageGroupPolicyOutput {
model_package_group_arn: ::std::string::String = "ModelPackageGroupArn",
}
/// `QueryFilters`
QueryFilters {
types: Option<Vec<::std::string::String>> = "Types",
lineage_types: Option<Vec<::std::string::String>> = "LineageTypes",
created_before: Option<crate::Timestamp> = "CreatedBefore",
created_after: Option<crate::Timestamp> = "CreatedAfter",
modified_before: Option<crate::Timestamp> = "ModifiedBefore",
modified_after: Option<crate::Timestamp> = "ModifiedAfter",
properties: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Properties",
}
/// `QueryLineageRequest`
QueryLineageRequest {
start_arns: Option<Vec<::std::string::String>> = "StartArns",
direction: Option<::std::string::String> = "Direction",
include_edges: Option<bool> = "IncludeEdges",
filters: Option<QueryFilters> = "Filters",
max_depth: Option<i64> = "MaxDepth",
max_results: Option<i64> = "MaxResults",
next_token: Option<::std::string::String> = "NextToken",
}
/// `QueryLineageResponse`
QueryLineageResponse {
vertices: Option<Vec<Vertex>> = "Vertices",
edges: Option<Vec<Edge>> = "Edges",
next_token: Option<::std::string::String> = "NextToken",
}
/// `RealTimeInferenceRecommendation`
RealTimeInferenceRecommendation {
recommendation_id: ::std::string::String = "RecommendationId",
instance_type: ::std::string::String = "InstanceType",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
}
/// `RedshiftDatasetDefinition`
RedshiftDatasetDefinition {
cluster_id: ::std::string::String = "ClusterId",
database: ::std::string::String = "Database",
db_user: ::std::string::String = "DbUser",
query_string: ::std::string::String = "QueryString",
cluster_role_arn: ::std::string::String = "ClusterRoleArn",
output_s3_uri: ::std::string::String = "OutputS3Uri",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
output_format: ::std::string::String = "OutputFormat",
output_compression: Option<::std::string::String> = "OutputCompression",
}
/// `RemoteDebugConfig`
RemoteDebugConfig {
enable_remote_debug: Option<bool> = "EnableRemoteDebug",
}
/// `RemoteDebugConfigForUpdate`
RemoteDebugConfigForUpdate {
enable_remote_debug: Option<bool> = "EnableRemoteDebug",
}
/// `RepositoryAuthConfig`
RepositoryAuthConfig {
repository_credentials_provider_arn: ::std::string::String = "RepositoryCredentialsProviderArn",
}
/// `ResourceConfig`
ResourceConfig {
instance_type: Option<::std::string::String> = "InstanceType",
instance_count: Option<i64> = "InstanceCount",
volume_size_in_gb: Option<i64> = "VolumeSizeInGB",
volume_kms_key_id: Option<::std::string::String> = "VolumeKmsKeyId",
keep_alive_period_in_seconds: Option<i64> = "KeepAlivePeriodInSeconds",
instance_groups: Option<Vec<InstanceGroup>> = "InstanceGroups",
training_plan_arn: Option<::std::string::String> = "TrainingPlanArn",
instance_placement_config: Option<InstancePlacementConfig> = "InstancePlacementConfig",
instance_preferences: Option<Vec<InstancePreference>> = "InstancePreferences",
selected_instance_type: Option<::std::string::String> = "SelectedInstanceType",
selected_instance_count: Option<i64> = "SelectedInstanceCount",
}
/// `ResourceConfigForUpdate`
ResourceConfigForUpdate {
keep_alive_period_in_seconds: i64 = "KeepAlivePeriodInSeconds",
}
/// `ResourceLimits`
ResourceLimits {
max_number_of_training_jobs: Option<i64> = "MaxNumberOfTrainingJobs",
max_parallel_training_jobs: i64 = "MaxParallelTrainingJobs",
max_runtime_in_seconds: Option<i64> = "MaxRuntimeInSeconds",
}
/// `RetryStrategy`
RetryStrategy {
maximum_retry_attempts: i64 = "MaximumRetryAttempts",
}
/// `RollingUpdatePolicy`
RollingUpdatePolicy {
maximum_batch_size: CapacitySize = "MaximumBatchSize",
wait_interval_in_seconds: i64 = "WaitIntervalInSeconds",
maximum_execution_timeout_in_seconds: Option<i64> = "MaximumExecutionTimeoutInSeconds",
rollback_maximum_batch_size: Option<CapacitySize> = "RollbackMaximumBatchSize",
}
/// `S3DataSource`
S3DataSource {
s3_data_type: ::std::string::String = "S3DataType",
s3_uri: ::std::string::String = "S3Uri",
s3_data_distribution_type: Option<::std::string::String> = "S3DataDistributionType",
attribute_names: Option<Vec<::std::string::String>> = "AttributeNames",
instance_group_names: Option<Vec<::std::string::String>> = "InstanceGroupNames",
model_access_config: Option<ModelAccessConfig> = "ModelAccessConfig",
hub_access_config: Option<HubAccessConfig> = "HubAccessConfig",
}
/// `S3ModelDataSource`
S3ModelDataSource {
s3_uri: ::std::string::String = "S3Uri",
s3_data_type: ::std::string::String = "S3DataType",
compression_type: ::std::string::String = "CompressionType",
model_access_config: Option<ModelAccessConfig> = "ModelAccessConfig",
hub_access_config: Option<InferenceHubAccessConfig> = "HubAccessConfig",
manifest_s3_uri: Option<::std::string::String> = "ManifestS3Uri",
e_tag: Option<::std::string::String> = "ETag",
manifest_etag: Option<::std::string::String> = "ManifestEtag",
}
/// `S3StorageConfig`
S3StorageConfig {
s3_uri: ::std::string::String = "S3Uri",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
resolved_output_s3_uri: Option<::std::string::String> = "ResolvedOutputS3Uri",
}
/// `ScheduleConfig`
ScheduleConfig {
schedule_expression: ::std::string::String = "ScheduleExpression",
data_analysis_start_time: Option<::std::string::String> = "DataAnalysisStartTime",
data_analysis_end_time: Option<::std::string::String> = "DataAnalysisEndTime",
}
/// `SearchExpression`
SearchExpression {
filters: Option<Vec<Filter>> = "Filters",
nested_filters: Option<Vec<NestedFilters>> = "NestedFilters",
sub_expressions: Option<Vec<SearchExpression>> = "SubExpressions",
operator: Option<::std::string::String> = "Operator",
}
/// `SearchRecord`
SearchRecord {
training_job: Option<TrainingJob> = "TrainingJob",
experiment: Option<Experiment> = "Experiment",
trial: Option<Trial> = "Trial",
trial_component: Option<TrialComponent> = "TrialComponent",
endpoint: Option<Endpoint> = "Endpoint",
model_package: Option<ModelPackage> = "ModelPackage",
model_package_group: Option<ModelPackageGroup> = "ModelPackageGroup",
pipeline: Option<Pipeline> = "Pipeline",
pipeline_execution: Option<PipelineExecution> = "PipelineExecution",
pipeline_version: Option<PipelineVersion> = "PipelineVersion",
feature_group: Option<FeatureGroup> = "FeatureGroup",
feature_metadata: Option<FeatureMetadata> = "FeatureMetadata",
project: Option<Project> = "Project",
hyper_parameter_tuning_job: Option<HyperParameterTuningJobSearchEntity> = "HyperParameterTuningJob",
model_card: Option<ModelCard> = "ModelCard",
model: Option<ModelDashboardModel> = "Model",
job: Option<Job> = "Job",
hub_content: Option<HubContent> = "HubContent",
}
/// `SearchRequest`
SearchRequest {
resource: ::std::string::String = "Resource",
search_expression: Option<SearchExpression> = "SearchExpression",
sort_by: Option<::std::string::String> = "SortBy",
sort_order: Option<::std::string::String> = "SortOrder",
next_token: Option<::std::string::String> = "NextToken",
max_results: Option<i64> = "MaxResults",
cross_account_filter_option: Option<::std::string::String> = "CrossAccountFilterOption",
visibility_conditions: Option<Vec<VisibilityConditions>> = "VisibilityConditions",
}
/// `SearchResponse`
SearchResponse {
results: Option<Vec<SearchRecord>> = "Results",
next_token: Option<::std::string::String> = "NextToken",
total_hits: Option<TotalHits> = "TotalHits",
}
/// `SecondaryStatusTransition`
SecondaryStatusTransition {
status: ::std::string::String = "Status",
start_time: crate::Timestamp = "StartTime",
end_time: Option<crate::Timestamp> = "EndTime",
status_message: Option<::std::string::String> = "StatusMessage",
}
/// `SelectedStep`
SelectedStep {
step_name: ::std::string::String = "StepName",
}
/// `SelectiveExecutionConfig`
SelectiveExecutionConfig {
source_pipeline_execution_arn: Option<::std::string::String> = "SourcePipelineExecutionArn",
selected_steps: Vec<SelectedStep> = "SelectedSteps",
}
/// `ServerlessJobConfig`
ServerlessJobConfig {
base_model_arn: ::std::string::String = "BaseModelArn",
accept_eula: Option<bool> = "AcceptEula",
job_type: ::std::string::String = "JobType",
customization_technique: Option<::std::string::String> = "CustomizationTechnique",
peft: Option<::std::string::String> = "Peft",
evaluation_type: Option<::std::string::String> = "EvaluationType",
evaluator_arn: Option<::std::string::String> = "EvaluatorArn",
sequence_length: Option<::std::string::String> = "SequenceLength",
}
/// `ServiceCatalogProvisionedProductDetails`
ServiceCatalogProvisionedProductDetails {
provisioned_product_id: Option<::std::string::String> = "ProvisionedProductId",
provisioned_product_status_message: Option<::std::string::String> = "ProvisionedProductStatusMessage",
}
/// `ServiceCatalogProvisioningDetails`
ServiceCatalogProvisioningDetails {
product_id: ::std::string::String = "ProductId",
provisioning_artifact_id: Option<::std::string::String> = "ProvisioningArtifactId",
path_id: Option<::std::string::String> = "PathId",
provisioning_parameters: Option<Vec<ProvisioningParameter>> = "ProvisioningParameters",
}
/// `SessionChainingConfig`
SessionChainingConfig {
enable_session_tag_chaining: Option<bool> = "EnableSessionTagChaining",
}
/// `ShuffleConfig`
ShuffleConfig {
seed: i64 = "Seed",
}
/// `SourceAlgorithm`
SourceAlgorithm {
model_data_url: Option<::std::string::String> = "ModelDataUrl",
model_data_source: Option<ModelDataSource> = "ModelDataSource",
model_data_e_tag: Option<::std::string::String> = "ModelDataETag",
algorithm_name: ::std::string::String = "AlgorithmName",
}
/// `SourceAlgorithmSpecification`
SourceAlgorithmSpecification {
source_algorithms: Vec<SourceAlgorithm> = "SourceAlgorithms",
}
/// `StopProcessingJobRequest`
StopProcessingJobRequest {
processing_job_name: ::std::string::String = "ProcessingJobName",
}
/// `StopTrainingJobRequest`
StopTrainingJobRequest {
training_job_name: ::std::string::String = "TrainingJobName",
}
/// `StopTransformJobRequest`
StopTransformJobRequest {
transform_job_name: ::std::string::String = "TransformJobName",
}
/// `StoppingCondition`
StoppingCondition {
max_runtime_in_seconds: Option<i64> = "MaxRuntimeInSeconds",
max_wait_time_in_seconds: Option<i64> = "MaxWaitTimeInSeconds",
max_pending_time_in_seconds: Option<i64> = "MaxPendingTimeInSeconds",
}
/// `SuggestionQuery`
SuggestionQuery {
property_name_query: Option<PropertyNameQuery> = "PropertyNameQuery",
}
/// `Tag`
Tag {
key: ::std::string::String = "Key",
value: ::std::string::String = "Value",
}
/// `TemplateProviderDetail`
TemplateProviderDetail {
cfn_template_provider_detail: Option<CfnTemplateProviderDetail> = "CfnTemplateProviderDetail",
}
/// `TensorBoardOutputConfig`
TensorBoardOutputConfig {
local_path: Option<::std::string::String> = "LocalPath",
s3_output_path: ::std::string::String = "S3OutputPath",
}
/// `TotalHits`
TotalHits {
value: Option<i64> = "Value",
relation: Option<::std::string::String> = "Relation",
}
/// `TrafficRoutingConfig`
TrafficRoutingConfig {
r#type: ::std::string::String = "Type",
wait_interval_in_seconds: i64 = "WaitIntervalInSeconds",
canary_size: Option<CapacitySize> = "CanarySize",
linear_step_size: Option<CapacitySize> = "LinearStepSize",
}
/// `TrainingImageConfig`
TrainingImageConfig {
training_repository_access_mode: ::std::string::String = "TrainingRepositoryAccessMode",
training_repository_auth_config: Option<TrainingRepositoryAuthConfig> = "TrainingRepositoryAuthConfig",
}
/// `TrainingJob`
TrainingJob {
training_job_name: Option<::std::string::String> = "TrainingJobName",
training_job_arn: Option<::std::string::String> = "TrainingJobArn",
tuning_job_arn: Option<::std::string::String> = "TuningJobArn",
labeling_job_arn: Option<::std::string::String> = "LabelingJobArn",
auto_ml_job_arn: Option<::std::string::String> = "AutoMLJobArn",
model_artifacts: Option<ModelArtifacts> = "ModelArtifacts",
training_job_status: Option<::std::string::String> = "TrainingJobStatus",
secondary_status: Option<::std::string::String> = "SecondaryStatus",
failure_reason: Option<::std::string::String> = "FailureReason",
hyper_parameters: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "HyperParameters",
algorithm_specification: Option<AlgorithmSpecification> = "AlgorithmSpecification",
role_arn: Option<::std::string::String> = "RoleArn",
input_data_config: Option<Vec<Channel>> = "InputDataConfig",
output_data_config: Option<OutputDataConfig> = "OutputDataConfig",
resource_config: Option<ResourceConfig> = "ResourceConfig",
warm_pool_status: Option<WarmPoolStatus> = "WarmPoolStatus",
vpc_config: Option<VpcConfig> = "VpcConfig",
stopping_condition: Option<StoppingCondition> = "StoppingCondition",
creation_time: Option<crate::Timestamp> = "CreationTime",
training_start_time: Option<crate::Timestamp> = "TrainingStartTime",
training_end_time: Option<crate::Timestamp> = "TrainingEndTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
secondary_status_transitions: Option<Vec<SecondaryStatusTransition>> = "SecondaryStatusTransitions",
final_metric_data_list: Option<Vec<MetricData>> = "FinalMetricDataList",
enable_network_isolation: Option<bool> = "EnableNetworkIsolation",
enable_inter_container_traffic_encryption: Option<bool> = "EnableInterContainerTrafficEncryption",
enable_managed_spot_training: Option<bool> = "EnableManagedSpotTraining",
checkpoint_config: Option<CheckpointConfig> = "CheckpointConfig",
training_time_in_seconds: Option<i64> = "TrainingTimeInSeconds",
billable_time_in_seconds: Option<i64> = "BillableTimeInSeconds",
debug_hook_config: Option<DebugHookConfig> = "DebugHookConfig",
experiment_config: Option<ExperimentConfig> = "ExperimentConfig",
debug_rule_configurations: Option<Vec<DebugRuleConfiguration>> = "DebugRuleConfigurations",
tensor_board_output_config: Option<TensorBoardOutputConfig> = "TensorBoardOutputConfig",
debug_rule_evaluation_statuses: Option<Vec<DebugRuleEvaluationStatus>> = "DebugRuleEvaluationStatuses",
output_model_package_arn: Option<::std::string::String> = "OutputModelPackageArn",
model_package_config: Option<ModelPackageConfig> = "ModelPackageConfig",
profiler_config: Option<ProfilerConfig> = "ProfilerConfig",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
retry_strategy: Option<RetryStrategy> = "RetryStrategy",
tags: Option<Vec<Tag>> = "Tags",
}
/// `TrainingJobStatusCounters`
TrainingJobStatusCounters {
completed: Option<i64> = "Completed",
in_progress: Option<i64> = "InProgress",
retryable_error: Option<i64> = "RetryableError",
non_retryable_error: Option<i64> = "NonRetryableError",
stopped: Option<i64> = "Stopped",
}
/// `TrainingJobSummary`
TrainingJobSummary {
training_job_name: ::std::string::String = "TrainingJobName",
training_job_arn: ::std::string::String = "TrainingJobArn",
creation_time: crate::Timestamp = "CreationTime",
training_end_time: Option<crate::Timestamp> = "TrainingEndTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
training_job_status: ::std::string::String = "TrainingJobStatus",
secondary_status: Option<::std::string::String> = "SecondaryStatus",
warm_pool_status: Option<WarmPoolStatus> = "WarmPoolStatus",
training_plan_arn: Option<::std::string::String> = "TrainingPlanArn",
}
/// `TrainingProgressInfo`
TrainingProgressInfo {
total_step_count_per_epoch: Option<i64> = "TotalStepCountPerEpoch",
current_step: Option<i64> = "CurrentStep",
current_epoch: Option<i64> = "CurrentEpoch",
max_epoch: Option<i64> = "MaxEpoch",
}
/// `TrainingRepositoryAuthConfig`
TrainingRepositoryAuthConfig {
training_repository_credentials_provider_arn: ::std::string::String = "TrainingRepositoryCredentialsProviderArn",
}
/// `TransformDataSource`
TransformDataSource {
s3_data_source: TransformS3DataSource = "S3DataSource",
}
/// `TransformInput`
TransformInput {
data_source: TransformDataSource = "DataSource",
content_type: Option<::std::string::String> = "ContentType",
compression_type: Option<::std::string::String> = "CompressionType",
split_type: Option<::std::string::String> = "SplitType",
}
/// `TransformJob`
TransformJob {
transform_job_name: Option<::std::string::String> = "TransformJobName",
transform_job_arn: Option<::std::string::String> = "TransformJobArn",
transform_job_status: Option<::std::string::String> = "TransformJobStatus",
failure_reason: Option<::std::string::String> = "FailureReason",
model_name: Option<::std::string::String> = "ModelName",
max_concurrent_transforms: Option<i64> = "MaxConcurrentTransforms",
model_client_config: Option<ModelClientConfig> = "ModelClientConfig",
max_payload_in_mb: Option<i64> = "MaxPayloadInMB",
batch_strategy: Option<::std::string::String> = "BatchStrategy",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
transform_input: Option<TransformInput> = "TransformInput",
transform_output: Option<TransformOutput> = "TransformOutput",
data_capture_config: Option<BatchDataCaptureConfig> = "DataCaptureConfig",
transform_resources: Option<TransformResources> = "TransformResources",
creation_time: Option<crate::Timestamp> = "CreationTime",
transform_start_time: Option<crate::Timestamp> = "TransformStartTime",
transform_end_time: Option<crate::Timestamp> = "TransformEndTime",
labeling_job_arn: Option<::std::string::String> = "LabelingJobArn",
auto_ml_job_arn: Option<::std::string::String> = "AutoMLJobArn",
data_processing: Option<DataProcessing> = "DataProcessing",
experiment_config: Option<ExperimentConfig> = "ExperimentConfig",
tags: Option<Vec<Tag>> = "Tags",
}
/// `TransformJobDefinition`
TransformJobDefinition {
max_concurrent_transforms: Option<i64> = "MaxConcurrentTransforms",
max_payload_in_mb: Option<i64> = "MaxPayloadInMB",
batch_strategy: Option<::std::string::String> = "BatchStrategy",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
transform_input: TransformInput = "TransformInput",
transform_output: TransformOutput = "TransformOutput",
transform_resources: TransformResources = "TransformResources",
}
/// `TransformJobSummary`
TransformJobSummary {
transform_job_name: ::std::string::String = "TransformJobName",
transform_job_arn: ::std::string::String = "TransformJobArn",
creation_time: crate::Timestamp = "CreationTime",
transform_end_time: Option<crate::Timestamp> = "TransformEndTime",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
transform_job_status: ::std::string::String = "TransformJobStatus",
failure_reason: Option<::std::string::String> = "FailureReason",
}
/// `TransformOutput`
TransformOutput {
s3_output_path: ::std::string::String = "S3OutputPath",
accept: Option<::std::string::String> = "Accept",
assemble_with: Option<::std::string::String> = "AssembleWith",
kms_key_id: Option<::std::string::String> = "KmsKeyId",
}
/// `TransformResources`
TransformResources {
instance_type: ::std::string::String = "InstanceType",
instance_count: i64 = "InstanceCount",
volume_kms_key_id: Option<::std::string::String> = "VolumeKmsKeyId",
transform_ami_version: Option<::std::string::String> = "TransformAmiVersion",
}
/// `TransformS3DataSource`
TransformS3DataSource {
s3_data_type: ::std::string::String = "S3DataType",
s3_uri: ::std::string::String = "S3Uri",
}
/// `Trial`
Trial {
trial_name: Option<::std::string::String> = "TrialName",
trial_arn: Option<::std::string::String> = "TrialArn",
display_name: Option<::std::string::String> = "DisplayName",
experiment_name: Option<::std::string::String> = "ExperimentName",
source: Option<TrialSource> = "Source",
creation_time: Option<crate::Timestamp> = "CreationTime",
created_by: Option<UserContext> = "CreatedBy",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
last_modified_by: Option<UserContext> = "LastModifiedBy",
metadata_properties: Option<MetadataProperties> = "MetadataProperties",
tags: Option<Vec<Tag>> = "Tags",
trial_component_summaries: Option<Vec<TrialComponentSimpleSummary>> = "TrialComponentSummaries",
}
/// `TrialComponent`
TrialComponent {
trial_component_name: Option<::std::string::String> = "TrialComponentName",
display_name: Option<::std::string::String> = "DisplayName",
trial_component_arn: Option<::std::string::String> = "TrialComponentArn",
source: Option<TrialComponentSource> = "Source",
status: Option<TrialComponentStatus> = "Status",
start_time: Option<crate::Timestamp> = "StartTime",
end_time: Option<crate::Timestamp> = "EndTime",
creation_time: Option<crate::Timestamp> = "CreationTime",
created_by: Option<UserContext> = "CreatedBy",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
last_modified_by: Option<UserContext> = "LastModifiedBy",
parameters: Option<::std::collections::BTreeMap<::std::string::String, TrialComponentParameterValue>> = "Parameters",
input_artifacts: Option<::std::collections::BTreeMap<::std::string::String, TrialComponentArtifact>> = "InputArtifacts",
output_artifacts: Option<::std::collections::BTreeMap<::std::string::String, TrialComponentArtifact>> = "OutputArtifacts",
metrics: Option<Vec<TrialComponentMetricSummary>> = "Metrics",
metadata_properties: Option<MetadataProperties> = "MetadataProperties",
source_detail: Option<TrialComponentSourceDetail> = "SourceDetail",
lineage_group_arn: Option<::std::string::String> = "LineageGroupArn",
tags: Option<Vec<Tag>> = "Tags",
parents: Option<Vec<Parent>> = "Parents",
run_name: Option<::std::string::String> = "RunName",
}
/// `TrialComponentArtifact`
TrialComponentArtifact {
media_type: Option<::std::string::String> = "MediaType",
value: ::std::string::String = "Value",
}
/// `TrialComponentMetricSummary`
TrialComponentMetricSummary {
metric_name: Option<::std::string::String> = "MetricName",
source_arn: Option<::std::string::String> = "SourceArn",
time_stamp: Option<crate::Timestamp> = "TimeStamp",
max: Option<f64> = "Max",
min: Option<f64> = "Min",
last: Option<f64> = "Last",
count: Option<i64> = "Count",
avg: Option<f64> = "Avg",
std_dev: Option<f64> = "StdDev",
}
/// `TrialComponentParameterValue`
TrialComponentParameterValue {
string_value: Option<::std::string::String> = "StringValue",
number_value: Option<f64> = "NumberValue",
}
/// `TrialComponentSimpleSummary`
TrialComponentSimpleSummary {
trial_component_name: Option<::std::string::String> = "TrialComponentName",
trial_component_arn: Option<::std::string::String> = "TrialComponentArn",
trial_component_source: Option<TrialComponentSource> = "TrialComponentSource",
creation_time: Option<crate::Timestamp> = "CreationTime",
created_by: Option<UserContext> = "CreatedBy",
}
/// `TrialComponentSource`
TrialComponentSource {
source_arn: ::std::string::String = "SourceArn",
source_type: Option<::std::string::String> = "SourceType",
}
/// `TrialComponentSourceDetail`
TrialComponentSourceDetail {
source_arn: Option<::std::string::String> = "SourceArn",
training_job: Option<TrainingJob> = "TrainingJob",
processing_job: Option<ProcessingJob> = "ProcessingJob",
transform_job: Option<TransformJob> = "TransformJob",
}
/// `TrialComponentStatus`
TrialComponentStatus {
primary_status: Option<::std::string::String> = "PrimaryStatus",
message: Option<::std::string::String> = "Message",
}
/// `TrialComponentSummary`
TrialComponentSummary {
trial_component_name: Option<::std::string::String> = "TrialComponentName",
trial_component_arn: Option<::std::string::String> = "TrialComponentArn",
display_name: Option<::std::string::String> = "DisplayName",
trial_component_source: Option<TrialComponentSource> = "TrialComponentSource",
status: Option<TrialComponentStatus> = "Status",
start_time: Option<crate::Timestamp> = "StartTime",
end_time: Option<crate::Timestamp> = "EndTime",
creation_time: Option<crate::Timestamp> = "CreationTime",
created_by: Option<UserContext> = "CreatedBy",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
last_modified_by: Option<UserContext> = "LastModifiedBy",
}
/// `TrialSource`
TrialSource {
source_arn: ::std::string::String = "SourceArn",
source_type: Option<::std::string::String> = "SourceType",
}
/// `TtlDuration`
TtlDuration {
unit: Option<::std::string::String> = "Unit",
value: Option<i64> = "Value",
}
/// `TuningJobCompletionCriteria`
TuningJobCompletionCriteria {
target_objective_metric_value: Option<f64> = "TargetObjectiveMetricValue",
best_objective_not_improving: Option<BestObjectiveNotImproving> = "BestObjectiveNotImproving",
convergence_detected: Option<ConvergenceDetected> = "ConvergenceDetected",
}
/// `UpdateActionRequest`
UpdateActionRequest {
action_name: ::std::string::String = "ActionName",
description: Option<::std::string::String> = "Description",
status: Option<::std::string::String> = "Status",
properties: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Properties",
properties_to_remove: Option<Vec<::std::string::String>> = "PropertiesToRemove",
}
/// `UpdateActionResponse`
UpdateActionResponse {
action_arn: Option<::std::string::String> = "ActionArn",
}
/// `UpdateArtifactRequest`
UpdateArtifactRequest {
artifact_arn: ::std::string::String = "ArtifactArn",
artifact_name: Option<::std::string::String> = "ArtifactName",
properties: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Properties",
properties_to_remove: Option<Vec<::std::string::String>> = "PropertiesToRemove",
}
/// `UpdateArtifactResponse`
UpdateArtifactResponse {
artifact_arn: Option<::std::string::String> = "ArtifactArn",
}
/// `UpdateContextRequest`
UpdateContextRequest {
context_name: ::std::string::String = "ContextName",
description: Option<::std::string::String> = "Description",
properties: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Properties",
properties_to_remove: Option<Vec<::std::string::String>> = "PropertiesToRemove",
}
/// `UpdateContextResponse`
UpdateContextResponse {
context_arn: Option<::std::string::String> = "ContextArn",
}
/// `UpdateEndpointInput`
UpdateEndpointInput {
endpoint_name: ::std::string::String = "EndpointName",
endpoint_config_name: ::std::string::String = "EndpointConfigName",
retain_all_variant_properties: Option<bool> = "RetainAllVariantProperties",
exclude_retained_variant_properties: Option<Vec<VariantProperty>> = "ExcludeRetainedVariantProperties",
deployment_config: Option<DeploymentConfig> = "DeploymentConfig",
retain_deployment_config: Option<bool> = "RetainDeploymentConfig",
}
/// `UpdateEndpointOutput`
UpdateEndpointOutput {
endpoint_arn: ::std::string::String = "EndpointArn",
}
/// `UpdateEndpointWeightsAndCapacitiesInput`
UpdateEndpointWeightsAndCapacitiesInput {
endpoint_name: ::std::string::String = "EndpointName",
desired_weights_and_capacities: Vec<DesiredWeightAndCapacity> = "DesiredWeightsAndCapacities",
}
/// `UpdateEndpointWeightsAndCapacitiesOutput`
UpdateEndpointWeightsAndCapacitiesOutput {
endpoint_arn: ::std::string::String = "EndpointArn",
}
/// `UpdateModelPackageInput`
UpdateModelPackageInput {
model_package_arn: ::std::string::String = "ModelPackageArn",
model_approval_status: Option<::std::string::String> = "ModelApprovalStatus",
model_package_registration_type: Option<::std::string::String> = "ModelPackageRegistrationType",
approval_description: Option<::std::string::String> = "ApprovalDescription",
customer_metadata_properties: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "CustomerMetadataProperties",
customer_metadata_properties_to_remove: Option<Vec<::std::string::String>> = "CustomerMetadataPropertiesToRemove",
additional_inference_specifications_to_add: Option<Vec<AdditionalInferenceSpecificationDefinition>> = "AdditionalInferenceSpecificationsToAdd",
inference_specification: Option<InferenceSpecification> = "InferenceSpecification",
source_uri: Option<::std::string::String> = "SourceUri",
model_card: Option<ModelPackageModelCard> = "ModelCard",
model_life_cycle: Option<ModelLifeCycle> = "ModelLifeCycle",
client_token: Option<::std::string::String> = "ClientToken",
}
/// `UpdateModelPackageOutput`
UpdateModelPackageOutput {
model_package_arn: ::std::string::String = "ModelPackageArn",
}
/// `UpdateTrainingJobRequest`
UpdateTrainingJobRequest {
training_job_name: ::std::string::String = "TrainingJobName",
profiler_config: Option<ProfilerConfigForUpdate> = "ProfilerConfig",
profiler_rule_configurations: Option<Vec<ProfilerRuleConfiguration>> = "ProfilerRuleConfigurations",
resource_config: Option<ResourceConfigForUpdate> = "ResourceConfig",
remote_debug_config: Option<RemoteDebugConfigForUpdate> = "RemoteDebugConfig",
}
/// `UpdateTrainingJobResponse`
UpdateTrainingJobResponse {
training_job_arn: ::std::string::String = "TrainingJobArn",
}
/// `UserContext`
UserContext {
user_profile_arn: Option<::std::string::String> = "UserProfileArn",
user_profile_name: Option<::std::string::String> = "UserProfileName",
domain_id: Option<::std::string::String> = "DomainId",
iam_identity: Option<IamIdentity> = "IamIdentity",
}
/// `VariantProperty`
VariantProperty {
variant_property_type: ::std::string::String = "VariantPropertyType",
}
/// `VectorConfig`
VectorConfig {
dimension: i64 = "Dimension",
}
/// `Vertex`
Vertex {
arn: Option<::std::string::String> = "Arn",
r#type: Option<::std::string::String> = "Type",
lineage_type: Option<::std::string::String> = "LineageType",
}
/// `VisibilityConditions`
VisibilityConditions {
key: Option<::std::string::String> = "Key",
value: Option<::std::string::String> = "Value",
}
/// `VpcConfig`
VpcConfig {
security_group_ids: Vec<::std::string::String> = "SecurityGroupIds",
subnets: Vec<::std::string::String> = "Subnets",
}
/// `WarmPoolStatus`
WarmPoolStatus {
status: ::std::string::String = "Status",
resource_retained_billable_time_in_seconds: Option<i64> = "ResourceRetainedBillableTimeInSeconds",
reused_by_job: Option<::std::string::String> = "ReusedByJob",
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
    pub static AcceleratorPartitionLayout: Shape = Shape {
        name: "AcceleratorPartitionLayout",
        kind: Kind::Structure(Structure {
            members: &[Member::new("AcceleratorPartitionTypes", &AcceleratorPartitionTypeList)],
            payload: None,
            union: false,
        }),
    };
    pub static AcceleratorPartitionLayouts: Shape = Shape {
        name: "AcceleratorPartitionLayouts",
        kind: Kind::List {
            member: Member::new("member", &AcceleratorPartitionLayout),
            flattened: false,
            range: Range::between(0.0, 32.0),
        },
    };
    pub static AcceleratorPartitionType: Shape = Shape {
        name: "AcceleratorPartitionType",
        kind: Kind::Str {
            values: &[],
            pattern: "mig-[0-9]+g\\.[0-9]+gb([+-][a-z0-9.]+)*",
            range: Range::between(0.0, 32.0),
        },
    };
    pub static AcceleratorPartitionTypeList: Shape = Shape {
        name: "AcceleratorPartitionTypeList",
        kind: Kind::List {
            member: Member::new("member", &AcceleratorPartitionType),
            flattened: false,
            range: Range::between(0.0, 32.0),
        },
    };
    pub static Accept: Shape = Shape {
        name: "Accept",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 256.0) },
    };
    pub static AcceptEula: Shape = Shape { name: "AcceptEula", kind: Kind::Bool };
    pub static ActionArn: Shape = Shape {
        name: "ActionArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:action/.*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static ActionSource: Shape = Shape {
        name: "ActionSource",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceUri", &SourceUri).required(),
                Member::new("SourceType", &String256),
                Member::new("SourceId", &String256),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ActionStatus: Shape = Shape {
        name: "ActionStatus",
        kind: Kind::Str {
            values: &["Unknown", "InProgress", "Completed", "Failed", "Stopping", "Stopped"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ActionSummaries: Shape = Shape {
        name: "ActionSummaries",
        kind: Kind::List {
            member: Member::new("member", &ActionSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ActionSummary: Shape = Shape {
        name: "ActionSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ActionArn", &ActionArn),
                Member::new("ActionName", &ExperimentEntityName),
                Member::new("Source", &ActionSource),
                Member::new("ActionType", &String64),
                Member::new("Status", &ActionStatus),
                Member::new("CreationTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AddAssociationRequest: Shape = Shape {
        name: "AddAssociationRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceArn", &AssociationEntityArn).required(),
                Member::new("DestinationArn", &AssociationEntityArn).required(),
                Member::new("AssociationType", &AssociationEdgeType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AddAssociationResponse: Shape = Shape {
        name: "AddAssociationResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceArn", &AssociationEntityArn),
                Member::new("DestinationArn", &AssociationEntityArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AddTagsInput: Shape = Shape {
        name: "AddTagsInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ResourceArn", &ResourceArn).required(),
                Member::new("Tags", &TagList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AddTagsOutput: Shape = Shape {
        name: "AddTagsOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Tags", &TagList)],
            payload: None,
            union: false,
        }),
    };
    pub static AdditionalInferenceSpecificationDefinition: Shape = Shape {
        name: "AdditionalInferenceSpecificationDefinition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &EntityName).required(),
                Member::new("Description", &EntityDescription),
                Member::new("Containers", &ModelPackageContainerDefinitionList).required(),
                Member::new("SupportedTransformInstanceTypes", &TransformInstanceTypes),
                Member::new("SupportedRealtimeInferenceInstanceTypes", &RealtimeInferenceInstanceTypes),
                Member::new("SupportedContentTypes", &ContentTypes),
                Member::new("SupportedResponseMIMETypes", &ResponseMIMETypes),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AdditionalInferenceSpecifications: Shape = Shape {
        name: "AdditionalInferenceSpecifications",
        kind: Kind::List {
            member: Member::new("member", &AdditionalInferenceSpecificationDefinition),
            flattened: false,
            range: Range::between(1.0, 15.0),
        },
    };
    pub static AdditionalModelChannelName: Shape = Shape {
        name: "AdditionalModelChannelName",
        kind: Kind::Str { values: &[], pattern: "[A-Za-z0-9\\.\\-_]+", range: Range::between(1.0, 64.0) },
    };
    pub static AdditionalModelDataSource: Shape = Shape {
        name: "AdditionalModelDataSource",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ChannelName", &AdditionalModelChannelName).required(),
                Member::new("S3DataSource", &S3ModelDataSource).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AdditionalModelDataSources: Shape = Shape {
        name: "AdditionalModelDataSources",
        kind: Kind::List {
            member: Member::new("member", &AdditionalModelDataSource),
            flattened: false,
            range: Range::between(0.0, 5.0),
        },
    };
    pub static AdditionalS3DataSource: Shape = Shape {
        name: "AdditionalS3DataSource",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("S3DataType", &AdditionalS3DataSourceDataType).required(),
                Member::new("S3Uri", &S3Uri).required(),
                Member::new("CompressionType", &CompressionType),
                Member::new("ETag", &String),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AdditionalS3DataSourceDataType: Shape = Shape {
        name: "AdditionalS3DataSourceDataType",
        kind: Kind::Str { values: &["S3Object", "S3Prefix"], pattern: "", range: Range::ANY },
    };
    pub static Alarm: Shape = Shape {
        name: "Alarm",
        kind: Kind::Structure(Structure {
            members: &[Member::new("AlarmName", &AlarmName)],
            payload: None,
            union: false,
        }),
    };
    pub static AlarmList: Shape = Shape {
        name: "AlarmList",
        kind: Kind::List {
            member: Member::new("member", &Alarm),
            flattened: false,
            range: Range::between(1.0, 10.0),
        },
    };
    pub static AlarmName: Shape = Shape {
        name: "AlarmName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 255.0) },
    };
    pub static AlgorithmImage: Shape = Shape {
        name: "AlgorithmImage",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 255.0) },
    };
    pub static AlgorithmSpecification: Shape = Shape {
        name: "AlgorithmSpecification",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrainingImage", &AlgorithmImage),
                Member::new("AlgorithmName", &ArnOrName),
                Member::new("TrainingInputMode", &TrainingInputMode).required(),
                Member::new("MetricDefinitions", &MetricDefinitionList),
                Member::new("EnableSageMakerMetricsTimeSeries", &Boolean),
                Member::new("ContainerEntrypoint", &TrainingContainerEntrypoint),
                Member::new("ContainerArguments", &TrainingContainerArguments),
                Member::new("TrainingImageConfig", &TrainingImageConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AppManaged: Shape = Shape { name: "AppManaged", kind: Kind::Bool };
    pub static AppSpecification: Shape = Shape {
        name: "AppSpecification",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ImageUri", &ImageUri).required(),
                Member::new("ContainerEntrypoint", &ContainerEntrypoint),
                Member::new("ContainerArguments", &ContainerArguments),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ApprovalDescription: Shape = Shape {
        name: "ApprovalDescription",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 1024.0) },
    };
    pub static ArnOrName: Shape = Shape {
        name: "ArnOrName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 170.0) },
    };
    pub static ArtifactArn: Shape = Shape {
        name: "ArtifactArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:artifact/.*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static ArtifactProperties: Shape = Shape {
        name: "ArtifactProperties",
        kind: Kind::Map {
            key: Member::new("key", &StringParameterValue),
            value: Member::new("value", &ArtifactPropertyValue),
            flattened: false,
            range: Range::between(0.0, 30.0),
        },
    };
    pub static ArtifactPropertyValue: Shape = Shape {
        name: "ArtifactPropertyValue",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 4096.0) },
    };
    pub static ArtifactSource: Shape = Shape {
        name: "ArtifactSource",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceUri", &SourceUri).required(),
                Member::new("SourceTypes", &ArtifactSourceTypes),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ArtifactSourceIdType: Shape = Shape {
        name: "ArtifactSourceIdType",
        kind: Kind::Str {
            values: &["MD5Hash", "S3ETag", "S3Version", "Custom"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ArtifactSourceType: Shape = Shape {
        name: "ArtifactSourceType",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceIdType", &ArtifactSourceIdType).required(),
                Member::new("Value", &String256).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ArtifactSourceTypes: Shape = Shape {
        name: "ArtifactSourceTypes",
        kind: Kind::List {
            member: Member::new("member", &ArtifactSourceType),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ArtifactSummaries: Shape = Shape {
        name: "ArtifactSummaries",
        kind: Kind::List {
            member: Member::new("member", &ArtifactSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ArtifactSummary: Shape = Shape {
        name: "ArtifactSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ArtifactArn", &ArtifactArn),
                Member::new("ArtifactName", &ExperimentEntityName),
                Member::new("Source", &ArtifactSource),
                Member::new("ArtifactType", &String256),
                Member::new("CreationTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AssemblyType: Shape = Shape {
        name: "AssemblyType",
        kind: Kind::Str { values: &["None", "Line"], pattern: "", range: Range::ANY },
    };
    pub static AssociationEdgeType: Shape = Shape {
        name: "AssociationEdgeType",
        kind: Kind::Str {
            values: &["ContributedTo", "AssociatedWith", "DerivedFrom", "Produced", "SameAs"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static AssociationEntityArn: Shape = Shape {
        name: "AssociationEntityArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:(experiment|experiment-trial-component|artifact|action|context)/.*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static AssociationSummaries: Shape = Shape {
        name: "AssociationSummaries",
        kind: Kind::List {
            member: Member::new("member", &AssociationSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static AssociationSummary: Shape = Shape {
        name: "AssociationSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceArn", &AssociationEntityArn),
                Member::new("DestinationArn", &AssociationEntityArn),
                Member::new("SourceType", &String256),
                Member::new("DestinationType", &String256),
                Member::new("AssociationType", &AssociationEdgeType),
                Member::new("SourceName", &ExperimentEntityName),
                Member::new("DestinationName", &ExperimentEntityName),
                Member::new("CreationTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AsyncInferenceClientConfig: Shape = Shape {
        name: "AsyncInferenceClientConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new(
                "MaxConcurrentInvocationsPerInstance",
                &MaxConcurrentInvocationsPerInstance,
            )],
            payload: None,
            union: false,
        }),
    };
    pub static AsyncInferenceConfig: Shape = Shape {
        name: "AsyncInferenceConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ClientConfig", &AsyncInferenceClientConfig),
                Member::new("OutputConfig", &AsyncInferenceOutputConfig).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AsyncInferenceNotificationConfig: Shape = Shape {
        name: "AsyncInferenceNotificationConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SuccessTopic", &SnsTopicArn),
                Member::new("ErrorTopic", &SnsTopicArn),
                Member::new("IncludeInferenceResponseIn", &AsyncNotificationTopicTypeList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AsyncInferenceOutputConfig: Shape = Shape {
        name: "AsyncInferenceOutputConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("KmsKeyId", &KmsKeyId),
                Member::new("S3OutputPath", &DestinationS3Uri),
                Member::new("NotificationConfig", &AsyncInferenceNotificationConfig),
                Member::new("S3FailurePath", &DestinationS3Uri),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AsyncNotificationTopicTypeList: Shape = Shape {
        name: "AsyncNotificationTopicTypeList",
        kind: Kind::List {
            member: Member::new("member", &AsyncNotificationTopicTypes),
            flattened: false,
            range: Range::between(0.0, 2.0),
        },
    };
    pub static AsyncNotificationTopicTypes: Shape = Shape {
        name: "AsyncNotificationTopicTypes",
        kind: Kind::Str {
            values: &["SUCCESS_NOTIFICATION_TOPIC", "ERROR_NOTIFICATION_TOPIC"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static AthenaCatalog: Shape = Shape {
        name: "AthenaCatalog",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 256.0) },
    };
    pub static AthenaDatabase: Shape = Shape {
        name: "AthenaDatabase",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 255.0) },
    };
    pub static AthenaDatasetDefinition: Shape = Shape {
        name: "AthenaDatasetDefinition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Catalog", &AthenaCatalog).required(),
                Member::new("Database", &AthenaDatabase).required(),
                Member::new("QueryString", &AthenaQueryString).required(),
                Member::new("WorkGroup", &AthenaWorkGroup),
                Member::new("OutputS3Uri", &S3Uri).required(),
                Member::new("KmsKeyId", &KmsKeyId),
                Member::new("OutputFormat", &AthenaResultFormat).required(),
                Member::new("OutputCompression", &AthenaResultCompressionType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AthenaQueryString: Shape = Shape {
        name: "AthenaQueryString",
        kind: Kind::Str { values: &[], pattern: "[\\s\\S]+", range: Range::between(1.0, 4096.0) },
    };
    pub static AthenaResultCompressionType: Shape = Shape {
        name: "AthenaResultCompressionType",
        kind: Kind::Str { values: &["GZIP", "SNAPPY", "ZLIB"], pattern: "", range: Range::ANY },
    };
    pub static AthenaResultFormat: Shape = Shape {
        name: "AthenaResultFormat",
        kind: Kind::Str {
            values: &["PARQUET", "ORC", "AVRO", "JSON", "TEXTFILE"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static AthenaWorkGroup: Shape = Shape {
        name: "AthenaWorkGroup",
        kind: Kind::Str { values: &[], pattern: "[a-zA-Z0-9._-]+", range: Range::between(1.0, 128.0) },
    };
    pub static AttributeName: Shape = Shape {
        name: "AttributeName",
        kind: Kind::Str { values: &[], pattern: ".+", range: Range::between(1.0, 256.0) },
    };
    pub static AttributeNames: Shape = Shape {
        name: "AttributeNames",
        kind: Kind::List {
            member: Member::new("member", &AttributeName),
            flattened: false,
            range: Range::between(0.0, 16.0),
        },
    };
    pub static AutoMLJobArn: Shape = Shape {
        name: "AutoMLJobArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:automl-job/.*",
            range: Range::between(1.0, 256.0),
        },
    };
    pub static AutoParameter: Shape = Shape {
        name: "AutoParameter",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &ParameterKey).required(),
                Member::new("ValueHint", &ParameterValue).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AutoParameters: Shape = Shape {
        name: "AutoParameters",
        kind: Kind::List {
            member: Member::new("member", &AutoParameter),
            flattened: false,
            range: Range::between(0.0, 100.0),
        },
    };
    pub static AutoRollbackConfig: Shape = Shape {
        name: "AutoRollbackConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Alarms", &AlarmList)],
            payload: None,
            union: false,
        }),
    };
    pub static BaseModel: Shape = Shape {
        name: "BaseModel",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("HubContentName", &HubContentName),
                Member::new("HubContentVersion", &HubContentVersion),
                Member::new("RecipeName", &RecipeName),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static BatchDataCaptureConfig: Shape = Shape {
        name: "BatchDataCaptureConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("DestinationS3Uri", &S3Uri).required(),
                Member::new("KmsKeyId", &KmsKeyId),
                Member::new("GenerateInferenceId", &Boolean),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static BatchDescribeModelPackageError: Shape = Shape {
        name: "BatchDescribeModelPackageError",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ErrorCode", &String).required(),
                Member::new("ErrorResponse", &String).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static BatchDescribeModelPackageErrorMap: Shape = Shape {
        name: "BatchDescribeModelPackageErrorMap",
        kind: Kind::Map {
            key: Member::new("key", &ModelPackageArn),
            value: Member::new("value", &BatchDescribeModelPackageError),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static BatchDescribeModelPackageInput: Shape = Shape {
        name: "BatchDescribeModelPackageInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ModelPackageArnList", &ModelPackageArnList).required()],
            payload: None,
            union: false,
        }),
    };
    pub static BatchDescribeModelPackageOutput: Shape = Shape {
        name: "BatchDescribeModelPackageOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageSummaries", &ModelPackageSummaries),
                Member::new("BatchDescribeModelPackageErrorMap", &BatchDescribeModelPackageErrorMap),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static BatchDescribeModelPackageSummary: Shape = Shape {
        name: "BatchDescribeModelPackageSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageGroupName", &EntityName).required(),
                Member::new("ModelPackageVersion", &ModelPackageVersion),
                Member::new("ModelPackageArn", &ModelPackageArn).required(),
                Member::new("ModelPackageDescription", &EntityDescription),
                Member::new("CreationTime", &CreationTime).required(),
                Member::new("InferenceSpecification", &InferenceSpecification).required(),
                Member::new("ModelPackageStatus", &ModelPackageStatus).required(),
                Member::new("ModelApprovalStatus", &ModelApprovalStatus),
                Member::new("ModelPackageRegistrationType", &ModelPackageRegistrationType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static BatchStrategy: Shape = Shape {
        name: "BatchStrategy",
        kind: Kind::Str { values: &["MultiRecord", "SingleRecord"], pattern: "", range: Range::ANY },
    };
    pub static BatchTransformInput: Shape = Shape {
        name: "BatchTransformInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("DataCapturedDestinationS3Uri", &DestinationS3Uri).required(),
                Member::new("DatasetFormat", &MonitoringDatasetFormat).required(),
                Member::new("LocalPath", &ProcessingLocalPath).required(),
                Member::new("S3InputMode", &ProcessingS3InputMode),
                Member::new("S3DataDistributionType", &ProcessingS3DataDistributionType),
                Member::new("FeaturesAttribute", &String),
                Member::new("InferenceAttribute", &String),
                Member::new("ProbabilityAttribute", &String),
                Member::new("ProbabilityThresholdAttribute", &ProbabilityThresholdAttribute),
                Member::new("StartTimeOffset", &MonitoringTimeOffsetString),
                Member::new("EndTimeOffset", &MonitoringTimeOffsetString),
                Member::new("ExcludeFeaturesAttribute", &ExcludeFeaturesAttribute),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static BestObjectiveNotImproving: Shape = Shape {
        name: "BestObjectiveNotImproving",
        kind: Kind::Structure(Structure {
            members: &[Member::new(
                "MaxNumberOfTrainingJobsNotImproving",
                &MaxNumberOfTrainingJobsNotImproving,
            )],
            payload: None,
            union: false,
        }),
    };
    pub static Bias: Shape = Shape {
        name: "Bias",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Report", &MetricsSource),
                Member::new("PreTrainingReport", &MetricsSource),
                Member::new("PostTrainingReport", &MetricsSource),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static BillableTimeInSeconds: Shape =
        Shape { name: "BillableTimeInSeconds", kind: Kind::Int(Range::min(1.0)) };
    pub static BillableTokenCount: Shape =
        Shape { name: "BillableTokenCount", kind: Kind::Int(Range::min(0.0)) };
    pub static BlockedReason: Shape = Shape {
        name: "BlockedReason",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 1024.0) },
    };
    pub static BlueGreenUpdatePolicy: Shape = Shape {
        name: "BlueGreenUpdatePolicy",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrafficRoutingConfiguration", &TrafficRoutingConfig).required(),
                Member::new("TerminationWaitInSeconds", &TerminationWaitInSeconds),
                Member::new("MaximumExecutionTimeoutInSeconds", &MaximumExecutionTimeoutInSeconds),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Boolean: Shape = Shape { name: "Boolean", kind: Kind::Bool };
    pub static BooleanOperator: Shape = Shape {
        name: "BooleanOperator",
        kind: Kind::Str { values: &["And", "Or"], pattern: "", range: Range::ANY },
    };
    pub static CapacityReservationPreference: Shape = Shape {
        name: "CapacityReservationPreference",
        kind: Kind::Str { values: &["capacity-reservations-only"], pattern: "", range: Range::ANY },
    };
    pub static CapacitySize: Shape = Shape {
        name: "CapacitySize",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Type", &CapacitySizeType).required(),
                Member::new("Value", &CapacitySizeValue).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CapacitySizeType: Shape = Shape {
        name: "CapacitySizeType",
        kind: Kind::Str { values: &["INSTANCE_COUNT", "CAPACITY_PERCENT"], pattern: "", range: Range::ANY },
    };
    pub static CapacitySizeValue: Shape =
        Shape { name: "CapacitySizeValue", kind: Kind::Int(Range::min(1.0)) };
    pub static CaptureContentTypeHeader: Shape = Shape {
        name: "CaptureContentTypeHeader",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("CsvContentTypes", &CsvContentTypes),
                Member::new("JsonContentTypes", &JsonContentTypes),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CaptureMode: Shape = Shape {
        name: "CaptureMode",
        kind: Kind::Str { values: &["Input", "Output", "InputAndOutput"], pattern: "", range: Range::ANY },
    };
    pub static CaptureOption: Shape = Shape {
        name: "CaptureOption",
        kind: Kind::Structure(Structure {
            members: &[Member::new("CaptureMode", &CaptureMode).required()],
            payload: None,
            union: false,
        }),
    };
    pub static CaptureOptionList: Shape = Shape {
        name: "CaptureOptionList",
        kind: Kind::List {
            member: Member::new("member", &CaptureOption),
            flattened: false,
            range: Range::between(1.0, 32.0),
        },
    };
    pub static CaptureStatus: Shape = Shape {
        name: "CaptureStatus",
        kind: Kind::Str { values: &["Started", "Stopped"], pattern: "", range: Range::ANY },
    };
    pub static Catalog: Shape = Shape {
        name: "Catalog",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 255.0) },
    };
    pub static CategoricalParameterRange: Shape = Shape {
        name: "CategoricalParameterRange",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &ParameterKey).required(),
                Member::new("Values", &ParameterValues).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CategoricalParameterRanges: Shape = Shape {
        name: "CategoricalParameterRanges",
        kind: Kind::List {
            member: Member::new("member", &CategoricalParameterRange),
            flattened: false,
            range: Range::between(0.0, 30.0),
        },
    };
    pub static CertifyForMarketplace: Shape = Shape { name: "CertifyForMarketplace", kind: Kind::Bool };
    pub static CfnStackDetail: Shape = Shape {
        name: "CfnStackDetail",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &CfnStackName),
                Member::new("Id", &CfnStackId),
                Member::new("StatusMessage", &CfnStackStatusMessage).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CfnStackId: Shape = Shape {
        name: "CfnStackId",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 256.0) },
    };
    pub static CfnStackName: Shape = Shape {
        name: "CfnStackName",
        kind: Kind::Str {
            values: &[],
            pattern: "[A-Za-z][A-Za-z0-9-]{0,127}",
            range: Range::between(1.0, 128.0),
        },
    };
    pub static CfnStackParameter: Shape = Shape {
        name: "CfnStackParameter",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Key", &CfnStackParameterKey).required(),
                Member::new("Value", &CfnStackParameterValue),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CfnStackParameterKey: Shape = Shape {
        name: "CfnStackParameterKey",
        kind: Kind::Str { values: &[], pattern: ".{1,255}", range: Range::between(1.0, 255.0) },
    };
    pub static CfnStackParameterValue: Shape = Shape {
        name: "CfnStackParameterValue",
        kind: Kind::Str { values: &[], pattern: ".{0,4096}", range: Range::between(0.0, 4096.0) },
    };
    pub static CfnStackParameters: Shape = Shape {
        name: "CfnStackParameters",
        kind: Kind::List {
            member: Member::new("member", &CfnStackParameter),
            flattened: false,
            range: Range::between(0.0, 180.0),
        },
    };
    pub static CfnStackStatusMessage: Shape = Shape {
        name: "CfnStackStatusMessage",
        kind: Kind::Str { values: &[], pattern: ".{1,4096}", range: Range::between(1.0, 4096.0) },
    };
    pub static CfnTemplateName: Shape = Shape {
        name: "CfnTemplateName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 32.0) },
    };
    pub static CfnTemplateProviderDetail: Shape = Shape {
        name: "CfnTemplateProviderDetail",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TemplateName", &CfnTemplateName).required(),
                Member::new("TemplateURL", &CfnTemplateURL).required(),
                Member::new("RoleARN", &RoleArn),
                Member::new("Parameters", &CfnStackParameters),
                Member::new("StackDetail", &CfnStackDetail),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CfnTemplateURL: Shape = Shape {
        name: "CfnTemplateURL",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1024.0) },
    };
    pub static Channel: Shape = Shape {
        name: "Channel",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ChannelName", &ChannelName).required(),
                Member::new("DataSource", &DataSource).required(),
                Member::new("ContentType", &ContentType),
                Member::new("CompressionType", &CompressionType),
                Member::new("RecordWrapperType", &RecordWrapper),
                Member::new("InputMode", &TrainingInputMode),
                Member::new("ShuffleConfig", &ShuffleConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ChannelName: Shape = Shape {
        name: "ChannelName",
        kind: Kind::Str { values: &[], pattern: "[A-Za-z0-9\\.\\-_]+", range: Range::between(1.0, 64.0) },
    };
    pub static CheckpointConfig: Shape = Shape {
        name: "CheckpointConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("S3Uri", &S3Uri).required(), Member::new("LocalPath", &DirectoryPath)],
            payload: None,
            union: false,
        }),
    };
    pub static ClarifyContentTemplate: Shape = Shape {
        name: "ClarifyContentTemplate",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 64.0) },
    };
    pub static ClarifyEnableExplanations: Shape = Shape {
        name: "ClarifyEnableExplanations",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 64.0) },
    };
    pub static ClarifyExplainerConfig: Shape = Shape {
        name: "ClarifyExplainerConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EnableExplanations", &ClarifyEnableExplanations),
                Member::new("InferenceConfig", &ClarifyInferenceConfig),
                Member::new("ShapConfig", &ClarifyShapConfig).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ClarifyFeatureHeaders: Shape = Shape {
        name: "ClarifyFeatureHeaders",
        kind: Kind::List {
            member: Member::new("member", &ClarifyHeader),
            flattened: false,
            range: Range::between(1.0, 256.0),
        },
    };
    pub static ClarifyFeatureType: Shape = Shape {
        name: "ClarifyFeatureType",
        kind: Kind::Str { values: &["numerical", "categorical", "text"], pattern: "", range: Range::ANY },
    };
    pub static ClarifyFeatureTypes: Shape = Shape {
        name: "ClarifyFeatureTypes",
        kind: Kind::List {
            member: Member::new("member", &ClarifyFeatureType),
            flattened: false,
            range: Range::between(1.0, 256.0),
        },
    };
    pub static ClarifyFeaturesAttribute: Shape = Shape {
        name: "ClarifyFeaturesAttribute",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 64.0) },
    };
    pub static ClarifyHeader: Shape = Shape {
        name: "ClarifyHeader",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 64.0) },
    };
    pub static ClarifyInferenceConfig: Shape = Shape {
        name: "ClarifyInferenceConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FeaturesAttribute", &ClarifyFeaturesAttribute),
                Member::new("ContentTemplate", &ClarifyContentTemplate),
                Member::new("MaxRecordCount", &ClarifyMaxRecordCount),
                Member::new("MaxPayloadInMB", &ClarifyMaxPayloadInMB),
                Member::new("ProbabilityIndex", &ClarifyProbabilityIndex),
                Member::new("LabelIndex", &ClarifyLabelIndex),
                Member::new("ProbabilityAttribute", &ClarifyProbabilityAttribute),
                Member::new("LabelAttribute", &ClarifyLabelAttribute),
                Member::new("LabelHeaders", &ClarifyLabelHeaders),
                Member::new("FeatureHeaders", &ClarifyFeatureHeaders),
                Member::new("FeatureTypes", &ClarifyFeatureTypes),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ClarifyLabelAttribute: Shape = Shape {
        name: "ClarifyLabelAttribute",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 64.0) },
    };
    pub static ClarifyLabelHeaders: Shape = Shape {
        name: "ClarifyLabelHeaders",
        kind: Kind::List {
            member: Member::new("member", &ClarifyHeader),
            flattened: false,
            range: Range::between(1.0, 16.0),
        },
    };
    pub static ClarifyLabelIndex: Shape =
        Shape { name: "ClarifyLabelIndex", kind: Kind::Int(Range::min(0.0)) };
    pub static ClarifyMaxPayloadInMB: Shape =
        Shape { name: "ClarifyMaxPayloadInMB", kind: Kind::Int(Range::between(1.0, 25.0)) };
    pub static ClarifyMaxRecordCount: Shape =
        Shape { name: "ClarifyMaxRecordCount", kind: Kind::Int(Range::min(1.0)) };
    pub static ClarifyMimeType: Shape = Shape {
        name: "ClarifyMimeType",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9])*\\/[a-zA-Z0-9](-*[a-zA-Z0-9+.])*",
            range: Range::between(0.0, 255.0),
        },
    };
    pub static ClarifyProbabilityAttribute: Shape = Shape {
        name: "ClarifyProbabilityAttribute",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 64.0) },
    };
    pub static ClarifyProbabilityIndex: Shape =
        Shape { name: "ClarifyProbabilityIndex", kind: Kind::Int(Range::min(0.0)) };
    pub static ClarifyShapBaseline: Shape = Shape {
        name: "ClarifyShapBaseline",
        kind: Kind::Str { values: &[], pattern: "[\\s\\S]+", range: Range::between(1.0, 4096.0) },
    };
    pub static ClarifyShapBaselineConfig: Shape = Shape {
        name: "ClarifyShapBaselineConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MimeType", &ClarifyMimeType),
                Member::new("ShapBaseline", &ClarifyShapBaseline),
                Member::new("ShapBaselineUri", &Url),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ClarifyShapConfig: Shape = Shape {
        name: "ClarifyShapConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ShapBaselineConfig", &ClarifyShapBaselineConfig).required(),
                Member::new("NumberOfSamples", &ClarifyShapNumberOfSamples),
                Member::new("UseLogit", &ClarifyShapUseLogit),
                Member::new("Seed", &ClarifyShapSeed),
                Member::new("TextConfig", &ClarifyTextConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ClarifyShapNumberOfSamples: Shape =
        Shape { name: "ClarifyShapNumberOfSamples", kind: Kind::Int(Range::min(1.0)) };
    pub static ClarifyShapSeed: Shape = Shape { name: "ClarifyShapSeed", kind: Kind::Int(Range::ANY) };
    pub static ClarifyShapUseLogit: Shape = Shape { name: "ClarifyShapUseLogit", kind: Kind::Bool };
    pub static ClarifyTextConfig: Shape = Shape {
        name: "ClarifyTextConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Language", &ClarifyTextLanguage).required(),
                Member::new("Granularity", &ClarifyTextGranularity).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ClarifyTextGranularity: Shape = Shape {
        name: "ClarifyTextGranularity",
        kind: Kind::Str { values: &["token", "sentence", "paragraph"], pattern: "", range: Range::ANY },
    };
    pub static ClarifyTextLanguage: Shape = Shape {
        name: "ClarifyTextLanguage",
        kind: Kind::Str {
            values: &[
                "af", "sq", "ar", "hy", "eu", "bn", "bg", "ca", "zh", "hr", "cs", "da", "nl", "en", "et",
                "fi", "fr", "de", "el", "gu", "he", "hi", "hu", "is", "id", "ga", "it", "kn", "ky", "lv",
                "lt", "lb", "mk", "ml", "mr", "ne", "nb", "fa", "pl", "pt", "ro", "ru", "sa", "sr", "tn",
                "si", "sk", "sl", "es", "sv", "tl", "ta", "tt", "te", "tr", "uk", "ur", "yo", "lij", "xx",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ClientToken: Shape = Shape {
        name: "ClientToken",
        kind: Kind::Str { values: &[], pattern: "[a-zA-Z0-9-]+", range: Range::between(1.0, 36.0) },
    };
    pub static CollectionConfig: Shape = Shape {
        name: "CollectionConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("VectorConfig", &VectorConfig)],
            payload: None,
            union: true,
        }),
    };
    pub static CollectionConfiguration: Shape = Shape {
        name: "CollectionConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("CollectionName", &CollectionName),
                Member::new("CollectionParameters", &CollectionParameters),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CollectionConfigurations: Shape = Shape {
        name: "CollectionConfigurations",
        kind: Kind::List {
            member: Member::new("member", &CollectionConfiguration),
            flattened: false,
            range: Range::between(0.0, 20.0),
        },
    };
    pub static CollectionName: Shape = Shape {
        name: "CollectionName",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 256.0) },
    };
    pub static CollectionParameters: Shape = Shape {
        name: "CollectionParameters",
        kind: Kind::Map {
            key: Member::new("key", &ConfigKey),
            value: Member::new("value", &ConfigValue),
            flattened: false,
            range: Range::between(0.0, 20.0),
        },
    };
    pub static CollectionType: Shape = Shape {
        name: "CollectionType",
        kind: Kind::Str { values: &["List", "Set", "Vector"], pattern: "", range: Range::ANY },
    };
    pub static CompleteOnConvergence: Shape = Shape {
        name: "CompleteOnConvergence",
        kind: Kind::Str { values: &["Disabled", "Enabled"], pattern: "", range: Range::ANY },
    };
    pub static CompressionType: Shape = Shape {
        name: "CompressionType",
        kind: Kind::Str { values: &["None", "Gzip"], pattern: "", range: Range::ANY },
    };
    pub static ConfigKey: Shape = Shape {
        name: "ConfigKey",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 256.0) },
    };
    pub static ConfigValue: Shape = Shape {
        name: "ConfigValue",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 256.0) },
    };
    pub static ContainerArgument: Shape = Shape {
        name: "ContainerArgument",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 256.0) },
    };
    pub static ContainerArguments: Shape = Shape {
        name: "ContainerArguments",
        kind: Kind::List {
            member: Member::new("member", &ContainerArgument),
            flattened: false,
            range: Range::between(1.0, 100.0),
        },
    };
    pub static ContainerDefinition: Shape = Shape {
        name: "ContainerDefinition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ContainerHostname", &ContainerHostname),
                Member::new("Image", &ContainerImage),
                Member::new("ImageConfig", &ImageConfig),
                Member::new("Mode", &ContainerMode),
                Member::new("ModelDataUrl", &Url),
                Member::new("ModelDataSource", &ModelDataSource),
                Member::new("AdditionalModelDataSources", &AdditionalModelDataSources),
                Member::new("Environment", &EnvironmentMap),
                Member::new("ModelPackageName", &VersionedArnOrName),
                Member::new("InferenceSpecificationName", &InferenceSpecificationName),
                Member::new("MultiModelConfig", &MultiModelConfig),
                Member::new("ContainerMetricsConfig", &ContainerMetricsConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ContainerDefinitionList: Shape = Shape {
        name: "ContainerDefinitionList",
        kind: Kind::List {
            member: Member::new("member", &ContainerDefinition),
            flattened: false,
            range: Range::between(0.0, 15.0),
        },
    };
    pub static ContainerEntrypoint: Shape = Shape {
        name: "ContainerEntrypoint",
        kind: Kind::List {
            member: Member::new("member", &ContainerEntrypointString),
            flattened: false,
            range: Range::between(1.0, 100.0),
        },
    };
    pub static ContainerEntrypointString: Shape = Shape {
        name: "ContainerEntrypointString",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 256.0) },
    };
    pub static ContainerHostname: Shape = Shape {
        name: "ContainerHostname",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(0.0, 63.0),
        },
    };
    pub static ContainerImage: Shape = Shape {
        name: "ContainerImage",
        kind: Kind::Str { values: &[], pattern: "[\\S]+", range: Range::between(0.0, 255.0) },
    };
    pub static ContainerMetricsConfig: Shape = Shape {
        name: "ContainerMetricsConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("MetricsEndpoints", &MetricsEndpointList)],
            payload: None,
            union: false,
        }),
    };
    pub static ContainerMode: Shape = Shape {
        name: "ContainerMode",
        kind: Kind::Str { values: &["SingleModel", "MultiModel"], pattern: "", range: Range::ANY },
    };
    pub static ContentDigest: Shape = Shape {
        name: "ContentDigest",
        kind: Kind::Str {
            values: &[],
            pattern: "[Ss][Hh][Aa]256:[0-9a-fA-F]{64}",
            range: Range::between(0.0, 72.0),
        },
    };
    pub static ContentType: Shape = Shape {
        name: "ContentType",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 256.0) },
    };
    pub static ContentTypes: Shape = Shape {
        name: "ContentTypes",
        kind: Kind::List { member: Member::new("member", &ContentType), flattened: false, range: Range::ANY },
    };
    pub static ContextArn: Shape = Shape {
        name: "ContextArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:context/.*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static ContextName: Shape = Shape {
        name: "ContextName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9]([-_]*[a-zA-Z0-9]){0,119}",
            range: Range::between(1.0, 120.0),
        },
    };
    pub static ContextNameOrArn: Shape = Shape {
        name: "ContextNameOrArn",
        kind: Kind::Str {
            values: &[],
            pattern: "(arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:context\\/)?([a-zA-Z0-9]([-_]*[a-zA-Z0-9]){0,119})",
            range: Range::between(1.0, 256.0),
        },
    };
    pub static ContextSource: Shape = Shape {
        name: "ContextSource",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceUri", &SourceUri).required(),
                Member::new("SourceType", &String256),
                Member::new("SourceId", &String256),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ContextSummaries: Shape = Shape {
        name: "ContextSummaries",
        kind: Kind::List {
            member: Member::new("member", &ContextSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ContextSummary: Shape = Shape {
        name: "ContextSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ContextArn", &ContextArn),
                Member::new("ContextName", &ContextName),
                Member::new("Source", &ContextSource),
                Member::new("ContextType", &String256),
                Member::new("CreationTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ContinuousParameterRange: Shape = Shape {
        name: "ContinuousParameterRange",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &ParameterKey).required(),
                Member::new("MinValue", &ParameterValue).required(),
                Member::new("MaxValue", &ParameterValue).required(),
                Member::new("ScalingType", &HyperParameterScalingType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ContinuousParameterRanges: Shape = Shape {
        name: "ContinuousParameterRanges",
        kind: Kind::List {
            member: Member::new("member", &ContinuousParameterRange),
            flattened: false,
            range: Range::between(0.0, 30.0),
        },
    };
    pub static ConvergenceDetected: Shape = Shape {
        name: "ConvergenceDetected",
        kind: Kind::Structure(Structure {
            members: &[Member::new("CompleteOnConvergence", &CompleteOnConvergence)],
            payload: None,
            union: false,
        }),
    };
    pub static CreateActionRequest: Shape = Shape {
        name: "CreateActionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ActionName", &ExperimentEntityName).required(),
                Member::new("Source", &ActionSource).required(),
                Member::new("ActionType", &String256).required(),
                Member::new("Description", &ExperimentDescription),
                Member::new("Status", &ActionStatus),
                Member::new("Properties", &LineageEntityParameters),
                Member::new("MetadataProperties", &MetadataProperties),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateActionResponse: Shape = Shape {
        name: "CreateActionResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ActionArn", &ActionArn)],
            payload: None,
            union: false,
        }),
    };
    pub static CreateArtifactRequest: Shape = Shape {
        name: "CreateArtifactRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ArtifactName", &ExperimentEntityName),
                Member::new("Source", &ArtifactSource).required(),
                Member::new("ArtifactType", &String256).required(),
                Member::new("Properties", &ArtifactProperties),
                Member::new("MetadataProperties", &MetadataProperties),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateArtifactResponse: Shape = Shape {
        name: "CreateArtifactResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ArtifactArn", &ArtifactArn)],
            payload: None,
            union: false,
        }),
    };
    pub static CreateContextRequest: Shape = Shape {
        name: "CreateContextRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ContextName", &ContextName).required(),
                Member::new("Source", &ContextSource).required(),
                Member::new("ContextType", &String256).required(),
                Member::new("Description", &ExperimentDescription),
                Member::new("Properties", &LineageEntityParameters),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateContextResponse: Shape = Shape {
        name: "CreateContextResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ContextArn", &ContextArn)],
            payload: None,
            union: false,
        }),
    };
    pub static CreateEndpointConfigInput: Shape = Shape {
        name: "CreateEndpointConfigInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointConfigName", &EndpointConfigName).required(),
                Member::new("ProductionVariants", &ProductionVariantList).required(),
                Member::new("DataCaptureConfig", &DataCaptureConfig),
                Member::new("Tags", &TagList),
                Member::new("KmsKeyId", &KmsKeyId),
                Member::new("AsyncInferenceConfig", &AsyncInferenceConfig),
                Member::new("ExplainerConfig", &ExplainerConfig),
                Member::new("ShadowProductionVariants", &ProductionVariantList),
                Member::new("ExecutionRoleArn", &RoleArn),
                Member::new("VpcConfig", &VpcConfig),
                Member::new("EnableNetworkIsolation", &Boolean),
                Member::new("MetricsConfig", &MetricsConfig),
                Member::new("CrossRegionTrafficConfig", &CrossRegionTrafficConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateEndpointConfigOutput: Shape = Shape {
        name: "CreateEndpointConfigOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("EndpointConfigArn", &EndpointConfigArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static CreateEndpointInput: Shape = Shape {
        name: "CreateEndpointInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointName", &EndpointName).required(),
                Member::new("EndpointConfigName", &EndpointConfigName).required(),
                Member::new("DeploymentConfig", &DeploymentConfig),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateEndpointOutput: Shape = Shape {
        name: "CreateEndpointOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("EndpointArn", &EndpointArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static CreateModelInput: Shape = Shape {
        name: "CreateModelInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelName", &ModelName).required(),
                Member::new("PrimaryContainer", &ContainerDefinition),
                Member::new("Containers", &ContainerDefinitionList),
                Member::new("InferenceExecutionConfig", &InferenceExecutionConfig),
                Member::new("ExecutionRoleArn", &RoleArn),
                Member::new("Tags", &TagList),
                Member::new("VpcConfig", &VpcConfig),
                Member::new("EnableNetworkIsolation", &Boolean),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateModelOutput: Shape = Shape {
        name: "CreateModelOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ModelArn", &ModelArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static CreateModelPackageGroupInput: Shape = Shape {
        name: "CreateModelPackageGroupInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageGroupName", &EntityName).required(),
                Member::new("ModelPackageGroupDescription", &EntityDescription),
                Member::new("Tags", &TagList),
                Member::new("ManagedConfiguration", &ManagedConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateModelPackageGroupOutput: Shape = Shape {
        name: "CreateModelPackageGroupOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ModelPackageGroupArn", &ModelPackageGroupArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static CreateModelPackageInput: Shape = Shape {
        name: "CreateModelPackageInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageName", &EntityName),
                Member::new("ModelPackageGroupName", &ArnOrName),
                Member::new("ModelPackageDescription", &EntityDescription),
                Member::new("ModelPackageRegistrationType", &ModelPackageRegistrationType),
                Member::new("InferenceSpecification", &InferenceSpecification),
                Member::new("ValidationSpecification", &ModelPackageValidationSpecification),
                Member::new("SourceAlgorithmSpecification", &SourceAlgorithmSpecification),
                Member::new("CertifyForMarketplace", &CertifyForMarketplace),
                Member::new("Tags", &TagList),
                Member::new("ModelApprovalStatus", &ModelApprovalStatus),
                Member::new("MetadataProperties", &MetadataProperties),
                Member::new("ModelMetrics", &ModelMetrics),
                Member::new("ClientToken", &ClientToken).token(),
                Member::new("Domain", &String),
                Member::new("Task", &String),
                Member::new("SamplePayloadUrl", &S3Uri),
                Member::new("CustomerMetadataProperties", &CustomerMetadataMap),
                Member::new("DriftCheckBaselines", &DriftCheckBaselines),
                Member::new("AdditionalInferenceSpecifications", &AdditionalInferenceSpecifications),
                Member::new("SkipModelValidation", &SkipModelValidation),
                Member::new("SourceUri", &ModelPackageSourceUri),
                Member::new("SecurityConfig", &ModelPackageSecurityConfig),
                Member::new("ModelCard", &ModelPackageModelCard),
                Member::new("ModelLifeCycle", &ModelLifeCycle),
                Member::new("ManagedStorageType", &ManagedStorageType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateModelPackageOutput: Shape = Shape {
        name: "CreateModelPackageOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ModelPackageArn", &ModelPackageArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static CreateProcessingJobRequest: Shape = Shape {
        name: "CreateProcessingJobRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ProcessingInputs", &ProcessingInputs),
                Member::new("ProcessingOutputConfig", &ProcessingOutputConfig),
                Member::new("ProcessingJobName", &ProcessingJobName).required(),
                Member::new("ProcessingResources", &ProcessingResources).required(),
                Member::new("StoppingCondition", &ProcessingStoppingCondition),
                Member::new("AppSpecification", &AppSpecification).required(),
                Member::new("Environment", &ProcessingEnvironmentMap),
                Member::new("NetworkConfig", &NetworkConfig),
                Member::new("RoleArn", &RoleArn).required(),
                Member::new("Tags", &TagList),
                Member::new("ExperimentConfig", &ExperimentConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateProcessingJobResponse: Shape = Shape {
        name: "CreateProcessingJobResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ProcessingJobArn", &ProcessingJobArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static CreateTrainingJobRequest: Shape = Shape {
        name: "CreateTrainingJobRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrainingJobName", &TrainingJobName).required(),
                Member::new("HyperParameters", &HyperParameters),
                Member::new("AlgorithmSpecification", &AlgorithmSpecification),
                Member::new("RoleArn", &RoleArn).required(),
                Member::new("InputDataConfig", &InputDataConfig),
                Member::new("OutputDataConfig", &OutputDataConfig).required(),
                Member::new("ResourceConfig", &ResourceConfig),
                Member::new("VpcConfig", &VpcConfig),
                Member::new("StoppingCondition", &StoppingCondition),
                Member::new("Tags", &TagList),
                Member::new("EnableNetworkIsolation", &Boolean),
                Member::new("EnableInterContainerTrafficEncryption", &Boolean),
                Member::new("EnableManagedSpotTraining", &Boolean),
                Member::new("CheckpointConfig", &CheckpointConfig),
                Member::new("DebugHookConfig", &DebugHookConfig),
                Member::new("DebugRuleConfigurations", &DebugRuleConfigurations),
                Member::new("TensorBoardOutputConfig", &TensorBoardOutputConfig),
                Member::new("ExperimentConfig", &ExperimentConfig),
                Member::new("ProfilerConfig", &ProfilerConfig),
                Member::new("ProfilerRuleConfigurations", &ProfilerRuleConfigurations),
                Member::new("Environment", &TrainingEnvironmentMap),
                Member::new("RetryStrategy", &RetryStrategy),
                Member::new("RemoteDebugConfig", &RemoteDebugConfig),
                Member::new("InfraCheckConfig", &InfraCheckConfig),
                Member::new("SessionChainingConfig", &SessionChainingConfig),
                Member::new("ServerlessJobConfig", &ServerlessJobConfig),
                Member::new("MlflowConfig", &MlflowConfig),
                Member::new("ModelPackageConfig", &ModelPackageConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateTrainingJobResponse: Shape = Shape {
        name: "CreateTrainingJobResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("TrainingJobArn", &TrainingJobArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static CreateTransformJobRequest: Shape = Shape {
        name: "CreateTransformJobRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TransformJobName", &TransformJobName).required(),
                Member::new("ModelName", &ModelName).required(),
                Member::new("MaxConcurrentTransforms", &MaxConcurrentTransforms),
                Member::new("ModelClientConfig", &ModelClientConfig),
                Member::new("MaxPayloadInMB", &MaxPayloadInMB),
                Member::new("BatchStrategy", &BatchStrategy),
                Member::new("Environment", &TransformEnvironmentMap),
                Member::new("TransformInput", &TransformInput).required(),
                Member::new("TransformOutput", &TransformOutput).required(),
                Member::new("DataCaptureConfig", &BatchDataCaptureConfig),
                Member::new("TransformResources", &TransformResources).required(),
                Member::new("DataProcessing", &DataProcessing),
                Member::new("Tags", &TagList),
                Member::new("ExperimentConfig", &ExperimentConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateTransformJobResponse: Shape = Shape {
        name: "CreateTransformJobResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("TransformJobArn", &TransformJobArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static CreationTime: Shape = Shape { name: "CreationTime", kind: Kind::Time(None) };
    pub static CrossAccountFilterOption: Shape = Shape {
        name: "CrossAccountFilterOption",
        kind: Kind::Str { values: &["SameAccount", "CrossAccount"], pattern: "", range: Range::ANY },
    };
    pub static CrossRegionMaxInvocationsPerSecondPerInstance: Shape = Shape {
        name: "CrossRegionMaxInvocationsPerSecondPerInstance",
        kind: Kind::Int(Range::between(1.0, 10000.0)),
    };
    pub static CrossRegionPercentPerEndpoint: Shape =
        Shape { name: "CrossRegionPercentPerEndpoint", kind: Kind::Int(Range::between(1.0, 100.0)) };
    pub static CrossRegionTrafficConfig: Shape = Shape {
        name: "CrossRegionTrafficConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new(
                    "MaxInvocationsPerSecondPerInstance",
                    &CrossRegionMaxInvocationsPerSecondPerInstance,
                )
                .required(),
                Member::new("MaxCrossRegionPercentPerEndpoint", &CrossRegionPercentPerEndpoint).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CsvContentType: Shape = Shape {
        name: "CsvContentType",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9])*\\/[a-zA-Z0-9](-*[a-zA-Z0-9.])*",
            range: Range::between(1.0, 256.0),
        },
    };
    pub static CsvContentTypes: Shape = Shape {
        name: "CsvContentTypes",
        kind: Kind::List {
            member: Member::new("member", &CsvContentType),
            flattened: false,
            range: Range::between(1.0, 10.0),
        },
    };
    pub static CustomerMetadataKey: Shape = Shape {
        name: "CustomerMetadataKey",
        kind: Kind::Str {
            values: &[],
            pattern: "([\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]*)${1,128}",
            range: Range::between(1.0, 128.0),
        },
    };
    pub static CustomerMetadataKeyList: Shape = Shape {
        name: "CustomerMetadataKeyList",
        kind: Kind::List {
            member: Member::new("member", &CustomerMetadataKey),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static CustomerMetadataMap: Shape = Shape {
        name: "CustomerMetadataMap",
        kind: Kind::Map {
            key: Member::new("key", &CustomerMetadataKey),
            value: Member::new("value", &CustomerMetadataValue),
            flattened: false,
            range: Range::between(1.0, 50.0),
        },
    };
    pub static CustomerMetadataValue: Shape = Shape {
        name: "CustomerMetadataValue",
        kind: Kind::Str {
            values: &[],
            pattern: "([\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]*)${1,256}",
            range: Range::between(1.0, 256.0),
        },
    };
    pub static CustomizationTechnique: Shape = Shape {
        name: "CustomizationTechnique",
        kind: Kind::Str { values: &["SFT", "DPO", "RLVR", "RLAIF"], pattern: "", range: Range::ANY },
    };
    pub static DataCaptureConfig: Shape = Shape {
        name: "DataCaptureConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EnableCapture", &EnableCapture),
                Member::new("InitialSamplingPercentage", &SamplingPercentage).required(),
                Member::new("DestinationS3Uri", &DestinationS3Uri).required(),
                Member::new("KmsKeyId", &KmsKeyId),
                Member::new("CaptureOptions", &CaptureOptionList).required(),
                Member::new("CaptureContentTypeHeader", &CaptureContentTypeHeader),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DataCaptureConfigSummary: Shape = Shape {
        name: "DataCaptureConfigSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EnableCapture", &EnableCapture).required(),
                Member::new("CaptureStatus", &CaptureStatus).required(),
                Member::new("CurrentSamplingPercentage", &SamplingPercentage).required(),
                Member::new("DestinationS3Uri", &DestinationS3Uri).required(),
                Member::new("KmsKeyId", &KmsKeyId).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DataCatalogConfig: Shape = Shape {
        name: "DataCatalogConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TableName", &TableName).required(),
                Member::new("Catalog", &Catalog).required(),
                Member::new("Database", &Database).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DataDistributionType: Shape = Shape {
        name: "DataDistributionType",
        kind: Kind::Str { values: &["FullyReplicated", "ShardedByS3Key"], pattern: "", range: Range::ANY },
    };
    pub static DataInputConfig: Shape = Shape {
        name: "DataInputConfig",
        kind: Kind::Str { values: &[], pattern: "[\\S\\s]+", range: Range::between(1.0, 16384.0) },
    };
    pub static DataProcessing: Shape = Shape {
        name: "DataProcessing",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InputFilter", &JsonPath),
                Member::new("OutputFilter", &JsonPath),
                Member::new("JoinSource", &JoinSource),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DataSource: Shape = Shape {
        name: "DataSource",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("S3DataSource", &S3DataSource),
                Member::new("FileSystemDataSource", &FileSystemDataSource),
                Member::new("DatasetSource", &DatasetSource),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Database: Shape = Shape {
        name: "Database",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 255.0) },
    };
    pub static DatasetDefinition: Shape = Shape {
        name: "DatasetDefinition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AthenaDatasetDefinition", &AthenaDatasetDefinition),
                Member::new("RedshiftDatasetDefinition", &RedshiftDatasetDefinition),
                Member::new("LocalPath", &ProcessingLocalPath),
                Member::new("DataDistributionType", &DataDistributionType),
                Member::new("InputMode", &InputMode),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DatasetSource: Shape = Shape {
        name: "DatasetSource",
        kind: Kind::Structure(Structure {
            members: &[Member::new("DatasetArn", &HubDataSetArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DebugHookConfig: Shape = Shape {
        name: "DebugHookConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("LocalPath", &DirectoryPath),
                Member::new("S3OutputPath", &S3Uri).required(),
                Member::new("HookParameters", &HookParameters),
                Member::new("CollectionConfigurations", &CollectionConfigurations),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DebugRuleConfiguration: Shape = Shape {
        name: "DebugRuleConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RuleConfigurationName", &RuleConfigurationName).required(),
                Member::new("LocalPath", &DirectoryPath),
                Member::new("S3OutputPath", &S3Uri),
                Member::new("RuleEvaluatorImage", &AlgorithmImage).required(),
                Member::new("InstanceType", &ProcessingInstanceType),
                Member::new("VolumeSizeInGB", &OptionalVolumeSizeInGB),
                Member::new("RuleParameters", &RuleParameters),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DebugRuleConfigurations: Shape = Shape {
        name: "DebugRuleConfigurations",
        kind: Kind::List {
            member: Member::new("member", &DebugRuleConfiguration),
            flattened: false,
            range: Range::between(0.0, 20.0),
        },
    };
    pub static DebugRuleEvaluationStatus: Shape = Shape {
        name: "DebugRuleEvaluationStatus",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RuleConfigurationName", &RuleConfigurationName),
                Member::new("RuleEvaluationJobArn", &ProcessingJobArn),
                Member::new("RuleEvaluationStatus", &RuleEvaluationStatus),
                Member::new("StatusDetails", &StatusDetails),
                Member::new("LastModifiedTime", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DebugRuleEvaluationStatuses: Shape = Shape {
        name: "DebugRuleEvaluationStatuses",
        kind: Kind::List {
            member: Member::new("member", &DebugRuleEvaluationStatus),
            flattened: false,
            range: Range::between(0.0, 20.0),
        },
    };
    pub static DeleteActionRequest: Shape = Shape {
        name: "DeleteActionRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ActionName", &ExperimentEntityName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteActionResponse: Shape = Shape {
        name: "DeleteActionResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ActionArn", &ActionArn)],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteArtifactRequest: Shape = Shape {
        name: "DeleteArtifactRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ArtifactArn", &ArtifactArn), Member::new("Source", &ArtifactSource)],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteArtifactResponse: Shape = Shape {
        name: "DeleteArtifactResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ArtifactArn", &ArtifactArn)],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteAssociationRequest: Shape = Shape {
        name: "DeleteAssociationRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceArn", &AssociationEntityArn).required(),
                Member::new("DestinationArn", &AssociationEntityArn).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteAssociationResponse: Shape = Shape {
        name: "DeleteAssociationResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceArn", &AssociationEntityArn),
                Member::new("DestinationArn", &AssociationEntityArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteContextRequest: Shape = Shape {
        name: "DeleteContextRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ContextName", &ContextName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteContextResponse: Shape = Shape {
        name: "DeleteContextResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ContextArn", &ContextArn)],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteEndpointConfigInput: Shape = Shape {
        name: "DeleteEndpointConfigInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("EndpointConfigName", &EndpointConfigName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteEndpointInput: Shape = Shape {
        name: "DeleteEndpointInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("EndpointName", &EndpointName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteModelInput: Shape = Shape {
        name: "DeleteModelInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ModelName", &ModelName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteModelPackageGroupInput: Shape = Shape {
        name: "DeleteModelPackageGroupInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ModelPackageGroupName", &ArnOrName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteModelPackageGroupPolicyInput: Shape = Shape {
        name: "DeleteModelPackageGroupPolicyInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ModelPackageGroupName", &EntityName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteModelPackageInput: Shape = Shape {
        name: "DeleteModelPackageInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ModelPackageName", &VersionedArnOrName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteProcessingJobRequest: Shape = Shape {
        name: "DeleteProcessingJobRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ProcessingJobName", &ProcessingJobName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteTagsInput: Shape = Shape {
        name: "DeleteTagsInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ResourceArn", &ResourceArn).required(),
                Member::new("TagKeys", &TagKeyList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteTagsOutput: Shape = Shape {
        name: "DeleteTagsOutput",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static DeleteTrainingJobRequest: Shape = Shape {
        name: "DeleteTrainingJobRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("TrainingJobName", &TrainingJobName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DependencyCopyPath: Shape = Shape {
        name: "DependencyCopyPath",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 1023.0) },
    };
    pub static DependencyOriginPath: Shape = Shape {
        name: "DependencyOriginPath",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 1023.0) },
    };
    pub static DeployedImage: Shape = Shape {
        name: "DeployedImage",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SpecifiedImage", &ContainerImage),
                Member::new("ResolvedImage", &ContainerImage),
                Member::new("ResolutionTime", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeployedImages: Shape = Shape {
        name: "DeployedImages",
        kind: Kind::List {
            member: Member::new("member", &DeployedImage),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static DeploymentConfig: Shape = Shape {
        name: "DeploymentConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("BlueGreenUpdatePolicy", &BlueGreenUpdatePolicy),
                Member::new("RollingUpdatePolicy", &RollingUpdatePolicy),
                Member::new("AutoRollbackConfiguration", &AutoRollbackConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeploymentRecommendation: Shape = Shape {
        name: "DeploymentRecommendation",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RecommendationStatus", &RecommendationStatus).required(),
                Member::new("RealTimeInferenceRecommendations", &RealTimeInferenceRecommendations),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeActionRequest: Shape = Shape {
        name: "DescribeActionRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ActionName", &ExperimentEntityNameOrArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeActionResponse: Shape = Shape {
        name: "DescribeActionResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ActionName", &ExperimentEntityNameOrArn),
                Member::new("ActionArn", &ActionArn),
                Member::new("Source", &ActionSource),
                Member::new("ActionType", &String256),
                Member::new("Description", &ExperimentDescription),
                Member::new("Status", &ActionStatus),
                Member::new("Properties", &LineageEntityParameters),
                Member::new("CreationTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("LastModifiedBy", &UserContext),
                Member::new("MetadataProperties", &MetadataProperties),
                Member::new("LineageGroupArn", &LineageGroupArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeArtifactRequest: Shape = Shape {
        name: "DescribeArtifactRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ArtifactArn", &ArtifactArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeArtifactResponse: Shape = Shape {
        name: "DescribeArtifactResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ArtifactName", &ExperimentEntityNameOrArn),
                Member::new("ArtifactArn", &ArtifactArn),
                Member::new("Source", &ArtifactSource),
                Member::new("ArtifactType", &String256),
                Member::new("Properties", &LineageEntityParameters),
                Member::new("CreationTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("LastModifiedBy", &UserContext),
                Member::new("MetadataProperties", &MetadataProperties),
                Member::new("LineageGroupArn", &LineageGroupArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeContextRequest: Shape = Shape {
        name: "DescribeContextRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ContextName", &ContextNameOrArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeContextResponse: Shape = Shape {
        name: "DescribeContextResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ContextName", &ContextName),
                Member::new("ContextArn", &ContextArn),
                Member::new("Source", &ContextSource),
                Member::new("ContextType", &String256),
                Member::new("Description", &ExperimentDescription),
                Member::new("Properties", &LineageEntityParameters),
                Member::new("CreationTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("LastModifiedBy", &UserContext),
                Member::new("LineageGroupArn", &LineageGroupArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeEndpointConfigInput: Shape = Shape {
        name: "DescribeEndpointConfigInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("EndpointConfigName", &EndpointConfigName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeEndpointConfigOutput: Shape = Shape {
        name: "DescribeEndpointConfigOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointConfigName", &EndpointConfigName).required(),
                Member::new("EndpointConfigArn", &EndpointConfigArn).required(),
                Member::new("ProductionVariants", &ProductionVariantList).required(),
                Member::new("DataCaptureConfig", &DataCaptureConfig),
                Member::new("KmsKeyId", &KmsKeyId),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("AsyncInferenceConfig", &AsyncInferenceConfig),
                Member::new("ExplainerConfig", &ExplainerConfig),
                Member::new("ShadowProductionVariants", &ProductionVariantList),
                Member::new("ExecutionRoleArn", &RoleArn),
                Member::new("VpcConfig", &VpcConfig),
                Member::new("EnableNetworkIsolation", &Boolean),
                Member::new("MetricsConfig", &MetricsConfig),
                Member::new("CrossRegionTrafficConfig", &CrossRegionTrafficConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeEndpointInput: Shape = Shape {
        name: "DescribeEndpointInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("EndpointName", &EndpointName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeEndpointOutput: Shape = Shape {
        name: "DescribeEndpointOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointName", &EndpointName).required(),
                Member::new("EndpointArn", &EndpointArn).required(),
                Member::new("EndpointConfigName", &EndpointConfigName),
                Member::new("ProductionVariants", &ProductionVariantSummaryList),
                Member::new("DataCaptureConfig", &DataCaptureConfigSummary),
                Member::new("EndpointStatus", &EndpointStatus).required(),
                Member::new("FailureReason", &FailureReason),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("LastModifiedTime", &Timestamp).required(),
                Member::new("LastDeploymentConfig", &DeploymentConfig),
                Member::new("AsyncInferenceConfig", &AsyncInferenceConfig),
                Member::new("PendingDeploymentSummary", &PendingDeploymentSummary),
                Member::new("ExplainerConfig", &ExplainerConfig),
                Member::new("ShadowProductionVariants", &ProductionVariantSummaryList),
                Member::new("MetricsConfig", &MetricsConfig),
                Member::new("CrossRegionTrafficConfig", &CrossRegionTrafficConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeModelInput: Shape = Shape {
        name: "DescribeModelInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ModelName", &ModelName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeModelOutput: Shape = Shape {
        name: "DescribeModelOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelName", &ModelName).required(),
                Member::new("PrimaryContainer", &ContainerDefinition),
                Member::new("Containers", &ContainerDefinitionList),
                Member::new("InferenceExecutionConfig", &InferenceExecutionConfig),
                Member::new("ExecutionRoleArn", &RoleArn),
                Member::new("VpcConfig", &VpcConfig),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("ModelArn", &ModelArn).required(),
                Member::new("EnableNetworkIsolation", &Boolean),
                Member::new("DeploymentRecommendation", &DeploymentRecommendation),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeModelPackageGroupInput: Shape = Shape {
        name: "DescribeModelPackageGroupInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ModelPackageGroupName", &ArnOrName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeModelPackageGroupOutput: Shape = Shape {
        name: "DescribeModelPackageGroupOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageGroupName", &EntityName).required(),
                Member::new("ModelPackageGroupArn", &ModelPackageGroupArn).required(),
                Member::new("ModelPackageGroupDescription", &EntityDescription),
                Member::new("CreationTime", &CreationTime).required(),
                Member::new("CreatedBy", &UserContext).required(),
                Member::new("ModelPackageGroupStatus", &ModelPackageGroupStatus).required(),
                Member::new("ManagedConfiguration", &ManagedConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeModelPackageInput: Shape = Shape {
        name: "DescribeModelPackageInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageName", &VersionedArnOrName).required(),
                Member::new("IncludedData", &IncludedData),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeModelPackageOutput: Shape = Shape {
        name: "DescribeModelPackageOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageName", &EntityName).required(),
                Member::new("ModelPackageGroupName", &EntityName),
                Member::new("ModelPackageVersion", &ModelPackageVersion),
                Member::new("ModelPackageRegistrationType", &ModelPackageRegistrationType),
                Member::new("ModelPackageArn", &ModelPackageArn).required(),
                Member::new("ModelPackageDescription", &EntityDescription),
                Member::new("CreationTime", &CreationTime).required(),
                Member::new("InferenceSpecification", &InferenceSpecification),
                Member::new("SourceAlgorithmSpecification", &SourceAlgorithmSpecification),
                Member::new("ValidationSpecification", &ModelPackageValidationSpecification),
                Member::new("ModelPackageStatus", &ModelPackageStatus).required(),
                Member::new("ModelPackageStatusDetails", &ModelPackageStatusDetails).required(),
                Member::new("CertifyForMarketplace", &CertifyForMarketplace),
                Member::new("ModelApprovalStatus", &ModelApprovalStatus),
                Member::new("CreatedBy", &UserContext),
                Member::new("MetadataProperties", &MetadataProperties),
                Member::new("ModelMetrics", &ModelMetrics),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("LastModifiedBy", &UserContext),
                Member::new("ApprovalDescription", &ApprovalDescription),
                Member::new("Domain", &String),
                Member::new("Task", &String),
                Member::new("SamplePayloadUrl", &String),
                Member::new("CustomerMetadataProperties", &CustomerMetadataMap),
                Member::new("DriftCheckBaselines", &DriftCheckBaselines),
                Member::new("AdditionalInferenceSpecifications", &AdditionalInferenceSpecifications),
                Member::new("SkipModelValidation", &SkipModelValidation),
                Member::new("SourceUri", &ModelPackageSourceUri),
                Member::new("SecurityConfig", &ModelPackageSecurityConfig),
                Member::new("ModelCard", &ModelPackageModelCard),
                Member::new("ModelLifeCycle", &ModelLifeCycle),
                Member::new("ManagedStorageType", &ManagedStorageType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeProcessingJobRequest: Shape = Shape {
        name: "DescribeProcessingJobRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ProcessingJobName", &ProcessingJobName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeProcessingJobResponse: Shape = Shape {
        name: "DescribeProcessingJobResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ProcessingInputs", &ProcessingInputs),
                Member::new("ProcessingOutputConfig", &ProcessingOutputConfig),
                Member::new("ProcessingJobName", &ProcessingJobName).required(),
                Member::new("ProcessingResources", &ProcessingResources).required(),
                Member::new("StoppingCondition", &ProcessingStoppingCondition),
                Member::new("AppSpecification", &AppSpecification).required(),
                Member::new("Environment", &ProcessingEnvironmentMap),
                Member::new("NetworkConfig", &NetworkConfig),
                Member::new("RoleArn", &RoleArn),
                Member::new("ExperimentConfig", &ExperimentConfig),
                Member::new("ProcessingJobArn", &ProcessingJobArn).required(),
                Member::new("ProcessingJobStatus", &ProcessingJobStatus).required(),
                Member::new("ExitMessage", &ExitMessage),
                Member::new("FailureReason", &FailureReason),
                Member::new("ProcessingEndTime", &Timestamp),
                Member::new("ProcessingStartTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("MonitoringScheduleArn", &MonitoringScheduleArn),
                Member::new("AutoMLJobArn", &AutoMLJobArn),
                Member::new("TrainingJobArn", &TrainingJobArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeTrainingJobRequest: Shape = Shape {
        name: "DescribeTrainingJobRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("TrainingJobName", &TrainingJobName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeTrainingJobResponse: Shape = Shape {
        name: "DescribeTrainingJobResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrainingJobName", &TrainingJobName).required(),
                Member::new("TrainingJobArn", &TrainingJobArn).required(),
                Member::new("TuningJobArn", &HyperParameterTuningJobArn),
                Member::new("LabelingJobArn", &LabelingJobArn),
                Member::new("AutoMLJobArn", &AutoMLJobArn),
                Member::new("ModelArtifacts", &ModelArtifacts).required(),
                Member::new("TrainingJobStatus", &TrainingJobStatus).required(),
                Member::new("SecondaryStatus", &SecondaryStatus).required(),
                Member::new("FailureReason", &FailureReason),
                Member::new("HyperParameters", &HyperParameters),
                Member::new("AlgorithmSpecification", &AlgorithmSpecification),
                Member::new("RoleArn", &RoleArn),
                Member::new("InputDataConfig", &InputDataConfig),
                Member::new("OutputDataConfig", &OutputDataConfig),
                Member::new("ResourceConfig", &ResourceConfig),
                Member::new("WarmPoolStatus", &WarmPoolStatus),
                Member::new("VpcConfig", &VpcConfig),
                Member::new("StoppingCondition", &StoppingCondition).required(),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("TrainingStartTime", &Timestamp),
                Member::new("TrainingEndTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("SecondaryStatusTransitions", &SecondaryStatusTransitions),
                Member::new("FinalMetricDataList", &FinalMetricDataList),
                Member::new("EnableNetworkIsolation", &Boolean),
                Member::new("EnableInterContainerTrafficEncryption", &Boolean),
                Member::new("EnableManagedSpotTraining", &Boolean),
                Member::new("CheckpointConfig", &CheckpointConfig),
                Member::new("TrainingTimeInSeconds", &TrainingTimeInSeconds),
                Member::new("BillableTimeInSeconds", &BillableTimeInSeconds),
                Member::new("BillableTokenCount", &BillableTokenCount),
                Member::new("DebugHookConfig", &DebugHookConfig),
                Member::new("ExperimentConfig", &ExperimentConfig),
                Member::new("DebugRuleConfigurations", &DebugRuleConfigurations),
                Member::new("TensorBoardOutputConfig", &TensorBoardOutputConfig),
                Member::new("DebugRuleEvaluationStatuses", &DebugRuleEvaluationStatuses),
                Member::new("ProfilerConfig", &ProfilerConfig),
                Member::new("ProfilerRuleConfigurations", &ProfilerRuleConfigurations),
                Member::new("ProfilerRuleEvaluationStatuses", &ProfilerRuleEvaluationStatuses),
                Member::new("ProfilingStatus", &ProfilingStatus),
                Member::new("Environment", &TrainingEnvironmentMap),
                Member::new("RetryStrategy", &RetryStrategy),
                Member::new("RemoteDebugConfig", &RemoteDebugConfig),
                Member::new("InfraCheckConfig", &InfraCheckConfig),
                Member::new("ServerlessJobConfig", &ServerlessJobConfig),
                Member::new("MlflowConfig", &MlflowConfig),
                Member::new("ModelPackageConfig", &ModelPackageConfig),
                Member::new("MlflowDetails", &MlflowDetails),
                Member::new("ProgressInfo", &TrainingProgressInfo),
                Member::new("OutputModelPackageArn", &ModelPackageArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeTransformJobRequest: Shape = Shape {
        name: "DescribeTransformJobRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("TransformJobName", &TransformJobName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeTransformJobResponse: Shape = Shape {
        name: "DescribeTransformJobResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TransformJobName", &TransformJobName).required(),
                Member::new("TransformJobArn", &TransformJobArn).required(),
                Member::new("TransformJobStatus", &TransformJobStatus).required(),
                Member::new("FailureReason", &FailureReason),
                Member::new("ModelName", &ModelName).required(),
                Member::new("MaxConcurrentTransforms", &MaxConcurrentTransforms),
                Member::new("ModelClientConfig", &ModelClientConfig),
                Member::new("MaxPayloadInMB", &MaxPayloadInMB),
                Member::new("BatchStrategy", &BatchStrategy),
                Member::new("Environment", &TransformEnvironmentMap),
                Member::new("TransformInput", &TransformInput).required(),
                Member::new("TransformOutput", &TransformOutput),
                Member::new("DataCaptureConfig", &BatchDataCaptureConfig),
                Member::new("TransformResources", &TransformResources).required(),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("TransformStartTime", &Timestamp),
                Member::new("TransformEndTime", &Timestamp),
                Member::new("LabelingJobArn", &LabelingJobArn),
                Member::new("AutoMLJobArn", &AutoMLJobArn),
                Member::new("DataProcessing", &DataProcessing),
                Member::new("ExperimentConfig", &ExperimentConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeTrialComponentRequest: Shape = Shape {
        name: "DescribeTrialComponentRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("TrialComponentName", &ExperimentEntityNameOrArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeTrialComponentResponse: Shape = Shape {
        name: "DescribeTrialComponentResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrialComponentName", &ExperimentEntityName),
                Member::new("TrialComponentArn", &TrialComponentArn),
                Member::new("DisplayName", &ExperimentEntityName),
                Member::new("Source", &TrialComponentSource),
                Member::new("Status", &TrialComponentStatus),
                Member::new("StartTime", &Timestamp),
                Member::new("EndTime", &Timestamp),
                Member::new("CreationTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("LastModifiedBy", &UserContext),
                Member::new("Parameters", &TrialComponentParameters),
                Member::new("InputArtifacts", &TrialComponentArtifacts),
                Member::new("OutputArtifacts", &TrialComponentArtifacts),
                Member::new("MetadataProperties", &MetadataProperties),
                Member::new("Metrics", &TrialComponentMetricSummaries),
                Member::new("LineageGroupArn", &LineageGroupArn),
                Member::new("Sources", &TrialComponentSources),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Description: Shape = Shape {
        name: "Description",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 128.0) },
    };
    pub static DesiredWeightAndCapacity: Shape = Shape {
        name: "DesiredWeightAndCapacity",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("VariantName", &VariantName).required(),
                Member::new("DesiredWeight", &VariantWeight),
                Member::new("DesiredInstanceCount", &TaskCount),
                Member::new("ServerlessUpdateConfig", &ProductionVariantServerlessUpdateConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DesiredWeightAndCapacityList: Shape = Shape {
        name: "DesiredWeightAndCapacityList",
        kind: Kind::List {
            member: Member::new("member", &DesiredWeightAndCapacity),
            flattened: false,
            range: Range::min(1.0),
        },
    };
    pub static DestinationS3Uri: Shape = Shape {
        name: "DestinationS3Uri",
        kind: Kind::Str {
            values: &[],
            pattern: "(https|s3)://([^/])/?(.*)",
            range: Range::between(0.0, 512.0),
        },
    };
    pub static DetailedModelPackageStatus: Shape = Shape {
        name: "DetailedModelPackageStatus",
        kind: Kind::Str {
            values: &["NotStarted", "InProgress", "Completed", "Failed"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static Dimension: Shape = Shape { name: "Dimension", kind: Kind::Int(Range::between(1.0, 8192.0)) };
    pub static Direction: Shape = Shape {
        name: "Direction",
        kind: Kind::Str { values: &["Both", "Ascendants", "Descendants"], pattern: "", range: Range::ANY },
    };
    pub static DirectoryPath: Shape = Shape {
        name: "DirectoryPath",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 4096.0) },
    };
    pub static DisableProfiler: Shape = Shape { name: "DisableProfiler", kind: Kind::Bool };
    pub static DocumentSchemaVersion: Shape = Shape {
        name: "DocumentSchemaVersion",
        kind: Kind::Str {
            values: &[],
            pattern: "\\d{1,4}.\\d{1,4}.\\d{1,4}",
            range: Range::between(5.0, 14.0),
        },
    };
    pub static DoubleParameterValue: Shape =
        Shape { name: "DoubleParameterValue", kind: Kind::Float(Range::ANY) };
    pub static DriftCheckBaselines: Shape = Shape {
        name: "DriftCheckBaselines",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bias", &DriftCheckBias),
                Member::new("Explainability", &DriftCheckExplainability),
                Member::new("ModelQuality", &DriftCheckModelQuality),
                Member::new("ModelDataQuality", &DriftCheckModelDataQuality),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DriftCheckBias: Shape = Shape {
        name: "DriftCheckBias",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ConfigFile", &FileSource),
                Member::new("PreTrainingConstraints", &MetricsSource),
                Member::new("PostTrainingConstraints", &MetricsSource),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DriftCheckExplainability: Shape = Shape {
        name: "DriftCheckExplainability",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Constraints", &MetricsSource), Member::new("ConfigFile", &FileSource)],
            payload: None,
            union: false,
        }),
    };
    pub static DriftCheckModelDataQuality: Shape = Shape {
        name: "DriftCheckModelDataQuality",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Statistics", &MetricsSource), Member::new("Constraints", &MetricsSource)],
            payload: None,
            union: false,
        }),
    };
    pub static DriftCheckModelQuality: Shape = Shape {
        name: "DriftCheckModelQuality",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Statistics", &MetricsSource), Member::new("Constraints", &MetricsSource)],
            payload: None,
            union: false,
        }),
    };
    pub static Ec2CapacityReservation: Shape = Shape {
        name: "Ec2CapacityReservation",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Ec2CapacityReservationId", &Ec2CapacityReservationId),
                Member::new("TotalInstanceCount", &TaskCount),
                Member::new("AvailableInstanceCount", &TaskCount),
                Member::new("UsedByCurrentEndpoint", &TaskCount),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Ec2CapacityReservationId: Shape = Shape {
        name: "Ec2CapacityReservationId",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static Ec2CapacityReservationsList: Shape = Shape {
        name: "Ec2CapacityReservationsList",
        kind: Kind::List {
            member: Member::new("member", &Ec2CapacityReservation),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static Edge: Shape = Shape {
        name: "Edge",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceArn", &AssociationEntityArn),
                Member::new("DestinationArn", &AssociationEntityArn),
                Member::new("AssociationType", &AssociationEdgeType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Edges: Shape = Shape {
        name: "Edges",
        kind: Kind::List { member: Member::new("member", &Edge), flattened: false, range: Range::ANY },
    };
    pub static EnableCapture: Shape = Shape { name: "EnableCapture", kind: Kind::Bool };
    pub static EnableDetailedObservability: Shape =
        Shape { name: "EnableDetailedObservability", kind: Kind::Bool };
    pub static EnableEnhancedMetrics: Shape = Shape { name: "EnableEnhancedMetrics", kind: Kind::Bool };
    pub static EnableInfraCheck: Shape = Shape { name: "EnableInfraCheck", kind: Kind::Bool };
    pub static EnableRemoteDebug: Shape = Shape { name: "EnableRemoteDebug", kind: Kind::Bool };
    pub static EnableSessionTagChaining: Shape = Shape { name: "EnableSessionTagChaining", kind: Kind::Bool };
    pub static Endpoint: Shape = Shape {
        name: "Endpoint",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointName", &EndpointName).required(),
                Member::new("EndpointArn", &EndpointArn).required(),
                Member::new("EndpointConfigName", &EndpointConfigName).required(),
                Member::new("ProductionVariants", &ProductionVariantSummaryList),
                Member::new("DataCaptureConfig", &DataCaptureConfigSummary),
                Member::new("EndpointStatus", &EndpointStatus).required(),
                Member::new("FailureReason", &FailureReason),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("LastModifiedTime", &Timestamp).required(),
                Member::new("MonitoringSchedules", &MonitoringScheduleList),
                Member::new("Tags", &TagList),
                Member::new("ShadowProductionVariants", &ProductionVariantSummaryList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EndpointArn: Shape = Shape {
        name: "EndpointArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:endpoint/.*",
            range: Range::between(20.0, 2048.0),
        },
    };
    pub static EndpointConfigArn: Shape = Shape {
        name: "EndpointConfigArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:endpoint-config/.*",
            range: Range::between(20.0, 2048.0),
        },
    };
    pub static EndpointConfigName: Shape = Shape {
        name: "EndpointConfigName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(0.0, 63.0),
        },
    };
    pub static EndpointConfigNameContains: Shape = Shape {
        name: "EndpointConfigNameContains",
        kind: Kind::Str { values: &[], pattern: "[a-zA-Z0-9-]+", range: Range::between(0.0, 63.0) },
    };
    pub static EndpointConfigSortKey: Shape = Shape {
        name: "EndpointConfigSortKey",
        kind: Kind::Str { values: &["Name", "CreationTime"], pattern: "", range: Range::ANY },
    };
    pub static EndpointConfigSummary: Shape = Shape {
        name: "EndpointConfigSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointConfigName", &EndpointConfigName).required(),
                Member::new("EndpointConfigArn", &EndpointConfigArn).required(),
                Member::new("CreationTime", &Timestamp).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EndpointConfigSummaryList: Shape = Shape {
        name: "EndpointConfigSummaryList",
        kind: Kind::List {
            member: Member::new("member", &EndpointConfigSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static EndpointInput: Shape = Shape {
        name: "EndpointInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointName", &EndpointName).required(),
                Member::new("LocalPath", &ProcessingLocalPath).required(),
                Member::new("S3InputMode", &ProcessingS3InputMode),
                Member::new("S3DataDistributionType", &ProcessingS3DataDistributionType),
                Member::new("FeaturesAttribute", &String),
                Member::new("InferenceAttribute", &String),
                Member::new("ProbabilityAttribute", &String),
                Member::new("ProbabilityThresholdAttribute", &ProbabilityThresholdAttribute),
                Member::new("StartTimeOffset", &MonitoringTimeOffsetString),
                Member::new("EndTimeOffset", &MonitoringTimeOffsetString),
                Member::new("ExcludeFeaturesAttribute", &ExcludeFeaturesAttribute),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EndpointName: Shape = Shape {
        name: "EndpointName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(0.0, 63.0),
        },
    };
    pub static EndpointNameContains: Shape = Shape {
        name: "EndpointNameContains",
        kind: Kind::Str { values: &[], pattern: "[a-zA-Z0-9-]+", range: Range::between(0.0, 63.0) },
    };
    pub static EndpointSortKey: Shape = Shape {
        name: "EndpointSortKey",
        kind: Kind::Str { values: &["Name", "CreationTime", "Status"], pattern: "", range: Range::ANY },
    };
    pub static EndpointStatus: Shape = Shape {
        name: "EndpointStatus",
        kind: Kind::Str {
            values: &[
                "OutOfService",
                "Creating",
                "Updating",
                "SystemUpdating",
                "RollingBack",
                "InService",
                "Deleting",
                "Failed",
                "UpdateRollbackFailed",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static EndpointSummary: Shape = Shape {
        name: "EndpointSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointName", &EndpointName).required(),
                Member::new("EndpointArn", &EndpointArn).required(),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("LastModifiedTime", &Timestamp).required(),
                Member::new("EndpointStatus", &EndpointStatus).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EndpointSummaryList: Shape = Shape {
        name: "EndpointSummaryList",
        kind: Kind::List {
            member: Member::new("member", &EndpointSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static EntityDescription: Shape = Shape {
        name: "EntityDescription",
        kind: Kind::Str {
            values: &[],
            pattern: "[\\p{L}\\p{M}\\p{Z}\\p{S}\\p{N}\\p{P}]*",
            range: Range::between(0.0, 1024.0),
        },
    };
    pub static EntityName: Shape = Shape {
        name: "EntityName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(1.0, 63.0),
        },
    };
    pub static EnvironmentKey: Shape = Shape {
        name: "EnvironmentKey",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z_][a-zA-Z0-9_]*",
            range: Range::between(0.0, 1024.0),
        },
    };
    pub static EnvironmentMap: Shape = Shape {
        name: "EnvironmentMap",
        kind: Kind::Map {
            key: Member::new("key", &EnvironmentKey),
            value: Member::new("value", &EnvironmentValue),
            flattened: false,
            range: Range::between(0.0, 100.0),
        },
    };
    pub static EnvironmentValue: Shape = Shape {
        name: "EnvironmentValue",
        kind: Kind::Str { values: &[], pattern: "[\\S\\s]*", range: Range::between(0.0, 1024.0) },
    };
    pub static EvaluationType: Shape = Shape {
        name: "EvaluationType",
        kind: Kind::Str {
            values: &["LLMAJEvaluation", "CustomScorerEvaluation", "BenchmarkEvaluation"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static EvaluatorArn: Shape =
        Shape { name: "EvaluatorArn", kind: Kind::Str { values: &[], pattern: ".*", range: Range::ANY } };
    pub static ExcludeFeaturesAttribute: Shape = Shape {
        name: "ExcludeFeaturesAttribute",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 100.0) },
    };
    pub static ExecutionStatus: Shape = Shape {
        name: "ExecutionStatus",
        kind: Kind::Str {
            values: &[
                "Pending",
                "Completed",
                "CompletedWithViolations",
                "InProgress",
                "Failed",
                "Stopping",
                "Stopped",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ExitMessage: Shape = Shape {
        name: "ExitMessage",
        kind: Kind::Str { values: &[], pattern: "[\\S\\s]*", range: Range::between(0.0, 1024.0) },
    };
    pub static Experiment: Shape = Shape {
        name: "Experiment",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ExperimentName", &ExperimentEntityName),
                Member::new("ExperimentArn", &ExperimentArn),
                Member::new("DisplayName", &ExperimentEntityName),
                Member::new("Source", &ExperimentSource),
                Member::new("Description", &ExperimentDescription),
                Member::new("CreationTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("LastModifiedBy", &UserContext),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ExperimentArn: Shape = Shape {
        name: "ExperimentArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:experiment/.*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static ExperimentConfig: Shape = Shape {
        name: "ExperimentConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ExperimentName", &ExperimentEntityName),
                Member::new("TrialName", &ExperimentEntityName),
                Member::new("TrialComponentDisplayName", &ExperimentEntityName),
                Member::new("RunName", &ExperimentEntityName),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ExperimentDescription: Shape = Shape {
        name: "ExperimentDescription",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 3072.0) },
    };
    pub static ExperimentEntityName: Shape = Shape {
        name: "ExperimentEntityName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}",
            range: Range::between(1.0, 120.0),
        },
    };
    pub static ExperimentEntityNameOrArn: Shape = Shape {
        name: "ExperimentEntityNameOrArn",
        kind: Kind::Str {
            values: &[],
            pattern: "(arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:(experiment|experiment-trial|experiment-trial-component|artifact|action|context)\\/)?([a-zA-Z0-9](-*[a-zA-Z0-9]){0,119})",
            range: Range::between(1.0, 256.0),
        },
    };
    pub static ExperimentSource: Shape = Shape {
        name: "ExperimentSource",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceArn", &ExperimentSourceArn).required(),
                Member::new("SourceType", &SourceType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ExperimentSourceArn: Shape = Shape {
        name: "ExperimentSourceArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:.*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static Explainability: Shape = Shape {
        name: "Explainability",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Report", &MetricsSource)],
            payload: None,
            union: false,
        }),
    };
    pub static ExplainerConfig: Shape = Shape {
        name: "ExplainerConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ClarifyExplainerConfig", &ClarifyExplainerConfig)],
            payload: None,
            union: false,
        }),
    };
    pub static FailureReason: Shape = Shape {
        name: "FailureReason",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 1024.0) },
    };
    pub static FeatureDefinition: Shape = Shape {
        name: "FeatureDefinition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FeatureName", &FeatureName).required(),
                Member::new("FeatureType", &FeatureType).required(),
                Member::new("CollectionType", &CollectionType),
                Member::new("CollectionConfig", &CollectionConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FeatureDefinitions: Shape = Shape {
        name: "FeatureDefinitions",
        kind: Kind::List {
            member: Member::new("member", &FeatureDefinition),
            flattened: false,
            range: Range::between(1.0, 2500.0),
        },
    };
    pub static FeatureDescription: Shape = Shape {
        name: "FeatureDescription",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 255.0) },
    };
    pub static FeatureGroup: Shape = Shape {
        name: "FeatureGroup",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FeatureGroupArn", &FeatureGroupArn),
                Member::new("FeatureGroupName", &FeatureGroupName),
                Member::new("RecordIdentifierFeatureName", &FeatureName),
                Member::new("EventTimeFeatureName", &FeatureName),
                Member::new("FeatureDefinitions", &FeatureDefinitions),
                Member::new("CreationTime", &CreationTime),
                Member::new("LastModifiedTime", &LastModifiedTime),
                Member::new("OnlineStoreConfig", &OnlineStoreConfig),
                Member::new("OfflineStoreConfig", &OfflineStoreConfig),
                Member::new("RoleArn", &RoleArn),
                Member::new("FeatureGroupStatus", &FeatureGroupStatus),
                Member::new("OfflineStoreStatus", &OfflineStoreStatus),
                Member::new("LastUpdateStatus", &LastUpdateStatus),
                Member::new("FailureReason", &FailureReason),
                Member::new("Description", &Description),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FeatureGroupArn: Shape = Shape {
        name: "FeatureGroupArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:feature-group/.*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static FeatureGroupName: Shape = Shape {
        name: "FeatureGroupName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9]([_-]*[a-zA-Z0-9]){0,63}",
            range: Range::between(1.0, 64.0),
        },
    };
    pub static FeatureGroupStatus: Shape = Shape {
        name: "FeatureGroupStatus",
        kind: Kind::Str {
            values: &["Creating", "Created", "CreateFailed", "Deleting", "DeleteFailed"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static FeatureMetadata: Shape = Shape {
        name: "FeatureMetadata",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FeatureGroupArn", &FeatureGroupArn),
                Member::new("FeatureGroupName", &FeatureGroupName),
                Member::new("FeatureName", &FeatureName),
                Member::new("FeatureType", &FeatureType),
                Member::new("CreationTime", &CreationTime),
                Member::new("LastModifiedTime", &LastModifiedTime),
                Member::new("Description", &FeatureDescription),
                Member::new("Parameters", &FeatureParameters),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FeatureName: Shape = Shape {
        name: "FeatureName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9]([-_]*[a-zA-Z0-9]){0,63}",
            range: Range::between(1.0, 64.0),
        },
    };
    pub static FeatureParameter: Shape = Shape {
        name: "FeatureParameter",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Key", &FeatureParameterKey),
                Member::new("Value", &FeatureParameterValue),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FeatureParameterKey: Shape = Shape {
        name: "FeatureParameterKey",
        kind: Kind::Str {
            values: &[],
            pattern: "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-]*)",
            range: Range::between(1.0, 255.0),
        },
    };
    pub static FeatureParameterValue: Shape = Shape {
        name: "FeatureParameterValue",
        kind: Kind::Str {
            values: &[],
            pattern: "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-]*)",
            range: Range::between(1.0, 255.0),
        },
    };
    pub static FeatureParameters: Shape = Shape {
        name: "FeatureParameters",
        kind: Kind::List {
            member: Member::new("member", &FeatureParameter),
            flattened: false,
            range: Range::between(0.0, 25.0),
        },
    };
    pub static FeatureType: Shape = Shape {
        name: "FeatureType",
        kind: Kind::Str { values: &["Integral", "Fractional", "String"], pattern: "", range: Range::ANY },
    };
    pub static FileSource: Shape = Shape {
        name: "FileSource",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ContentType", &ContentType),
                Member::new("ContentDigest", &ContentDigest),
                Member::new("S3Uri", &S3Uri).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FileSystemAccessMode: Shape = Shape {
        name: "FileSystemAccessMode",
        kind: Kind::Str { values: &["rw", "ro"], pattern: "", range: Range::ANY },
    };
    pub static FileSystemDataSource: Shape = Shape {
        name: "FileSystemDataSource",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("FileSystemId", &FileSystemId).required(),
                Member::new("FileSystemAccessMode", &FileSystemAccessMode).required(),
                Member::new("FileSystemType", &FileSystemType).required(),
                Member::new("DirectoryPath", &DirectoryPath).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FileSystemId: Shape = Shape {
        name: "FileSystemId",
        kind: Kind::Str { values: &[], pattern: "(fs-[0-9a-f]{8,})", range: Range::between(11.0, 21.0) },
    };
    pub static FileSystemType: Shape = Shape {
        name: "FileSystemType",
        kind: Kind::Str { values: &["EFS", "FSxLustre"], pattern: "", range: Range::ANY },
    };
    pub static Filter: Shape = Shape {
        name: "Filter",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &ResourcePropertyName).required(),
                Member::new("Operator", &Operator),
                Member::new("Value", &FilterValue),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FilterList: Shape = Shape {
        name: "FilterList",
        kind: Kind::List {
            member: Member::new("member", &Filter),
            flattened: false,
            range: Range::between(1.0, 20.0),
        },
    };
    pub static FilterValue: Shape = Shape {
        name: "FilterValue",
        kind: Kind::Str { values: &[], pattern: ".+", range: Range::between(1.0, 1024.0) },
    };
    pub static FinalHyperParameterTuningJobObjectiveMetric: Shape = Shape {
        name: "FinalHyperParameterTuningJobObjectiveMetric",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Type", &HyperParameterTuningJobObjectiveType),
                Member::new("MetricName", &MetricName).required(),
                Member::new("Value", &MetricValue).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static FinalMetricDataList: Shape = Shape {
        name: "FinalMetricDataList",
        kind: Kind::List {
            member: Member::new("member", &MetricData),
            flattened: false,
            range: Range::between(0.0, 40.0),
        },
    };
    pub static Float: Shape = Shape { name: "Float", kind: Kind::Float(Range::ANY) };
    pub static GetModelPackageGroupPolicyInput: Shape = Shape {
        name: "GetModelPackageGroupPolicyInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ModelPackageGroupName", &EntityName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static GetModelPackageGroupPolicyOutput: Shape = Shape {
        name: "GetModelPackageGroupPolicyOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ResourcePolicy", &PolicyString).required()],
            payload: None,
            union: false,
        }),
    };
    pub static GetSearchSuggestionsRequest: Shape = Shape {
        name: "GetSearchSuggestionsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Resource", &ResourceType).required(),
                Member::new("SuggestionQuery", &SuggestionQuery),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetSearchSuggestionsResponse: Shape = Shape {
        name: "GetSearchSuggestionsResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("PropertyNameSuggestions", &PropertyNameSuggestionList)],
            payload: None,
            union: false,
        }),
    };
    pub static HookParameters: Shape = Shape {
        name: "HookParameters",
        kind: Kind::Map {
            key: Member::new("key", &ConfigKey),
            value: Member::new("value", &ConfigValue),
            flattened: false,
            range: Range::between(0.0, 20.0),
        },
    };
    pub static HubAccessConfig: Shape = Shape {
        name: "HubAccessConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("HubContentArn", &HubContentArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static HubArn: Shape = Shape {
        name: "HubArn",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 255.0) },
    };
    pub static HubContent: Shape = Shape {
        name: "HubContent",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("HubContentName", &HubContentName).required(),
                Member::new("HubContentArn", &HubContentArn).required(),
                Member::new("HubContentVersion", &HubContentVersion).required(),
                Member::new("HubContentType", &HubContentType).required(),
                Member::new("DocumentSchemaVersion", &DocumentSchemaVersion).required(),
                Member::new("HubName", &HubName).required(),
                Member::new("HubArn", &HubArn).required(),
                Member::new("HubContentDisplayName", &HubContentDisplayName),
                Member::new("HubContentDescription", &HubContentDescription),
                Member::new("HubContentMarkdown", &HubContentMarkdown),
                Member::new("HubContentDocument", &HubContentDocument),
                Member::new("SageMakerPublicHubContentArn", &SageMakerPublicHubContentArn),
                Member::new("ReferenceMinVersion", &ReferenceMinVersion),
                Member::new("SupportStatus", &HubContentSupportStatus),
                Member::new("HubContentSearchKeywords", &HubContentSearchKeywordList),
                Member::new("HubContentDependencies", &HubContentDependencyList),
                Member::new("HubContentStatus", &HubContentStatus).required(),
                Member::new("FailureReason", &FailureReason),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
                Member::new("LastModifiedBy", &UserContext),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HubContentArn: Shape = Shape {
        name: "HubContentArn",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 255.0) },
    };
    pub static HubContentDependency: Shape = Shape {
        name: "HubContentDependency",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("DependencyOriginPath", &DependencyOriginPath),
                Member::new("DependencyCopyPath", &DependencyCopyPath),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HubContentDependencyList: Shape = Shape {
        name: "HubContentDependencyList",
        kind: Kind::List {
            member: Member::new("member", &HubContentDependency),
            flattened: false,
            range: Range::between(0.0, 50.0),
        },
    };
    pub static HubContentDescription: Shape = Shape {
        name: "HubContentDescription",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 1023.0) },
    };
    pub static HubContentDisplayName: Shape = Shape {
        name: "HubContentDisplayName",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 255.0) },
    };
    pub static HubContentDocument: Shape = Shape {
        name: "HubContentDocument",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 327680.0) },
    };
    pub static HubContentMarkdown: Shape = Shape {
        name: "HubContentMarkdown",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 170391.0) },
    };
    pub static HubContentName: Shape = Shape {
        name: "HubContentName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(0.0, 63.0),
        },
    };
    pub static HubContentSearchKeyword: Shape = Shape {
        name: "HubContentSearchKeyword",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 255.0) },
    };
    pub static HubContentSearchKeywordList: Shape = Shape {
        name: "HubContentSearchKeywordList",
        kind: Kind::List {
            member: Member::new("member", &HubContentSearchKeyword),
            flattened: false,
            range: Range::between(0.0, 50.0),
        },
    };
    pub static HubContentStatus: Shape = Shape {
        name: "HubContentStatus",
        kind: Kind::Str {
            values: &[
                "Available",
                "Importing",
                "Deleting",
                "ImportFailed",
                "DeleteFailed",
                "PendingImport",
                "PendingDelete",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static HubContentSupportStatus: Shape = Shape {
        name: "HubContentSupportStatus",
        kind: Kind::Str {
            values: &["Supported", "Deprecated", "Restricted"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static HubContentType: Shape = Shape {
        name: "HubContentType",
        kind: Kind::Str {
            values: &["Model", "Notebook", "ModelReference", "DataSet", "JsonDoc"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static HubContentVersion: Shape = Shape {
        name: "HubContentVersion",
        kind: Kind::Str {
            values: &[],
            pattern: "\\d{1,4}.\\d{1,4}.\\d{1,4}",
            range: Range::between(5.0, 14.0),
        },
    };
    pub static HubDataSetArn: Shape = Shape {
        name: "HubDataSetArn",
        kind: Kind::Str {
            values: &[],
            pattern: "(arn:[a-z0-9-\\.]{1,63}:sagemaker:\\w+(?:-\\w+)+:(\\d{12}|aws):hub-content\\/)[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}\\/DataSet\\/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}(\\/\\d{1,4}.\\d{1,4}.\\d{1,4})?",
            range: Range::between(0.0, 2048.0),
        },
    };
    pub static HubName: Shape = Shape {
        name: "HubName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(0.0, 63.0),
        },
    };
    pub static HyperParameterAlgorithmSpecification: Shape = Shape {
        name: "HyperParameterAlgorithmSpecification",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrainingImage", &AlgorithmImage),
                Member::new("TrainingInputMode", &TrainingInputMode).required(),
                Member::new("AlgorithmName", &ArnOrName),
                Member::new("MetricDefinitions", &MetricDefinitionList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HyperParameterKey: Shape = Shape {
        name: "HyperParameterKey",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 256.0) },
    };
    pub static HyperParameterScalingType: Shape = Shape {
        name: "HyperParameterScalingType",
        kind: Kind::Str {
            values: &["Auto", "Linear", "Logarithmic", "ReverseLogarithmic"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static HyperParameterTrainingJobDefinition: Shape = Shape {
        name: "HyperParameterTrainingJobDefinition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("DefinitionName", &HyperParameterTrainingJobDefinitionName),
                Member::new("TuningObjective", &HyperParameterTuningJobObjective),
                Member::new("HyperParameterRanges", &ParameterRanges),
                Member::new("StaticHyperParameters", &HyperParameters),
                Member::new("AlgorithmSpecification", &HyperParameterAlgorithmSpecification).required(),
                Member::new("RoleArn", &RoleArn).required(),
                Member::new("InputDataConfig", &InputDataConfig),
                Member::new("VpcConfig", &VpcConfig),
                Member::new("OutputDataConfig", &OutputDataConfig).required(),
                Member::new("ResourceConfig", &ResourceConfig),
                Member::new("HyperParameterTuningResourceConfig", &HyperParameterTuningResourceConfig),
                Member::new("StoppingCondition", &StoppingCondition).required(),
                Member::new("EnableNetworkIsolation", &Boolean),
                Member::new("EnableInterContainerTrafficEncryption", &Boolean),
                Member::new("EnableManagedSpotTraining", &Boolean),
                Member::new("CheckpointConfig", &CheckpointConfig),
                Member::new("RetryStrategy", &RetryStrategy),
                Member::new("Environment", &HyperParameterTrainingJobEnvironmentMap),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HyperParameterTrainingJobDefinitionName: Shape = Shape {
        name: "HyperParameterTrainingJobDefinitionName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}",
            range: Range::between(1.0, 64.0),
        },
    };
    pub static HyperParameterTrainingJobDefinitions: Shape = Shape {
        name: "HyperParameterTrainingJobDefinitions",
        kind: Kind::List {
            member: Member::new("member", &HyperParameterTrainingJobDefinition),
            flattened: false,
            range: Range::between(1.0, 10.0),
        },
    };
    pub static HyperParameterTrainingJobEnvironmentKey: Shape = Shape {
        name: "HyperParameterTrainingJobEnvironmentKey",
        kind: Kind::Str { values: &[], pattern: "[a-zA-Z_][a-zA-Z0-9_]*", range: Range::between(0.0, 512.0) },
    };
    pub static HyperParameterTrainingJobEnvironmentMap: Shape = Shape {
        name: "HyperParameterTrainingJobEnvironmentMap",
        kind: Kind::Map {
            key: Member::new("key", &HyperParameterTrainingJobEnvironmentKey),
            value: Member::new("value", &HyperParameterTrainingJobEnvironmentValue),
            flattened: false,
            range: Range::between(0.0, 48.0),
        },
    };
    pub static HyperParameterTrainingJobEnvironmentValue: Shape = Shape {
        name: "HyperParameterTrainingJobEnvironmentValue",
        kind: Kind::Str { values: &[], pattern: "[\\S\\s]*", range: Range::between(0.0, 512.0) },
    };
    pub static HyperParameterTrainingJobSummary: Shape = Shape {
        name: "HyperParameterTrainingJobSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrainingJobDefinitionName", &HyperParameterTrainingJobDefinitionName),
                Member::new("TrainingJobName", &TrainingJobName).required(),
                Member::new("TrainingJobArn", &TrainingJobArn).required(),
                Member::new("TuningJobName", &HyperParameterTuningJobName),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("TrainingStartTime", &Timestamp),
                Member::new("TrainingEndTime", &Timestamp),
                Member::new("TrainingJobStatus", &TrainingJobStatus).required(),
                Member::new("TunedHyperParameters", &HyperParameters).required(),
                Member::new("FailureReason", &FailureReason),
                Member::new(
                    "FinalHyperParameterTuningJobObjectiveMetric",
                    &FinalHyperParameterTuningJobObjectiveMetric,
                ),
                Member::new("ObjectiveStatus", &ObjectiveStatus),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HyperParameterTuningAllocationStrategy: Shape = Shape {
        name: "HyperParameterTuningAllocationStrategy",
        kind: Kind::Str { values: &["Prioritized"], pattern: "", range: Range::ANY },
    };
    pub static HyperParameterTuningInstanceConfig: Shape = Shape {
        name: "HyperParameterTuningInstanceConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InstanceType", &TrainingInstanceType).required(),
                Member::new("InstanceCount", &TrainingInstanceCount).required(),
                Member::new("VolumeSizeInGB", &VolumeSizeInGB).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HyperParameterTuningInstanceConfigs: Shape = Shape {
        name: "HyperParameterTuningInstanceConfigs",
        kind: Kind::List {
            member: Member::new("member", &HyperParameterTuningInstanceConfig),
            flattened: false,
            range: Range::between(1.0, 6.0),
        },
    };
    pub static HyperParameterTuningJobArn: Shape = Shape {
        name: "HyperParameterTuningJobArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:hyper-parameter-tuning-job/.*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static HyperParameterTuningJobCompletionDetails: Shape = Shape {
        name: "HyperParameterTuningJobCompletionDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("NumberOfTrainingJobsObjectiveNotImproving", &Integer),
                Member::new("ConvergenceDetectedTime", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HyperParameterTuningJobConfig: Shape = Shape {
        name: "HyperParameterTuningJobConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Strategy", &HyperParameterTuningJobStrategyType).required(),
                Member::new("StrategyConfig", &HyperParameterTuningJobStrategyConfig),
                Member::new("HyperParameterTuningJobObjective", &HyperParameterTuningJobObjective),
                Member::new("ResourceLimits", &ResourceLimits).required(),
                Member::new("ParameterRanges", &ParameterRanges),
                Member::new("TrainingJobEarlyStoppingType", &TrainingJobEarlyStoppingType),
                Member::new("TuningJobCompletionCriteria", &TuningJobCompletionCriteria),
                Member::new("RandomSeed", &RandomSeed),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HyperParameterTuningJobConsumedResources: Shape = Shape {
        name: "HyperParameterTuningJobConsumedResources",
        kind: Kind::Structure(Structure {
            members: &[Member::new("RuntimeInSeconds", &Integer)],
            payload: None,
            union: false,
        }),
    };
    pub static HyperParameterTuningJobName: Shape = Shape {
        name: "HyperParameterTuningJobName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,31}",
            range: Range::between(1.0, 32.0),
        },
    };
    pub static HyperParameterTuningJobObjective: Shape = Shape {
        name: "HyperParameterTuningJobObjective",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Type", &HyperParameterTuningJobObjectiveType).required(),
                Member::new("MetricName", &MetricName).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HyperParameterTuningJobObjectiveType: Shape = Shape {
        name: "HyperParameterTuningJobObjectiveType",
        kind: Kind::Str { values: &["Maximize", "Minimize"], pattern: "", range: Range::ANY },
    };
    pub static HyperParameterTuningJobSearchEntity: Shape = Shape {
        name: "HyperParameterTuningJobSearchEntity",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("HyperParameterTuningJobName", &HyperParameterTuningJobName),
                Member::new("HyperParameterTuningJobArn", &HyperParameterTuningJobArn),
                Member::new("HyperParameterTuningJobConfig", &HyperParameterTuningJobConfig),
                Member::new("TrainingJobDefinition", &HyperParameterTrainingJobDefinition),
                Member::new("TrainingJobDefinitions", &HyperParameterTrainingJobDefinitions),
                Member::new("HyperParameterTuningJobStatus", &HyperParameterTuningJobStatus),
                Member::new("CreationTime", &Timestamp),
                Member::new("HyperParameterTuningEndTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("TrainingJobStatusCounters", &TrainingJobStatusCounters),
                Member::new("ObjectiveStatusCounters", &ObjectiveStatusCounters),
                Member::new("BestTrainingJob", &HyperParameterTrainingJobSummary),
                Member::new("OverallBestTrainingJob", &HyperParameterTrainingJobSummary),
                Member::new("WarmStartConfig", &HyperParameterTuningJobWarmStartConfig),
                Member::new("FailureReason", &FailureReason),
                Member::new("TuningJobCompletionDetails", &HyperParameterTuningJobCompletionDetails),
                Member::new("ConsumedResources", &HyperParameterTuningJobConsumedResources),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HyperParameterTuningJobStatus: Shape = Shape {
        name: "HyperParameterTuningJobStatus",
        kind: Kind::Str {
            values: &["Completed", "InProgress", "Failed", "Stopped", "Stopping", "Deleting", "DeleteFailed"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static HyperParameterTuningJobStrategyConfig: Shape = Shape {
        name: "HyperParameterTuningJobStrategyConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("HyperbandStrategyConfig", &HyperbandStrategyConfig)],
            payload: None,
            union: false,
        }),
    };
    pub static HyperParameterTuningJobStrategyType: Shape = Shape {
        name: "HyperParameterTuningJobStrategyType",
        kind: Kind::Str {
            values: &["Bayesian", "Random", "Hyperband", "Grid"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static HyperParameterTuningJobWarmStartConfig: Shape = Shape {
        name: "HyperParameterTuningJobWarmStartConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ParentHyperParameterTuningJobs", &ParentHyperParameterTuningJobs).required(),
                Member::new("WarmStartType", &HyperParameterTuningJobWarmStartType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HyperParameterTuningJobWarmStartType: Shape = Shape {
        name: "HyperParameterTuningJobWarmStartType",
        kind: Kind::Str {
            values: &["IdenticalDataAndAlgorithm", "TransferLearning"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static HyperParameterTuningMaxRuntimeInSeconds: Shape = Shape {
        name: "HyperParameterTuningMaxRuntimeInSeconds",
        kind: Kind::Int(Range::between(120.0, 15768000.0)),
    };
    pub static HyperParameterTuningResourceConfig: Shape = Shape {
        name: "HyperParameterTuningResourceConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InstanceType", &TrainingInstanceType),
                Member::new("InstanceCount", &TrainingInstanceCount),
                Member::new("VolumeSizeInGB", &OptionalVolumeSizeInGB),
                Member::new("VolumeKmsKeyId", &KmsKeyId),
                Member::new("AllocationStrategy", &HyperParameterTuningAllocationStrategy),
                Member::new("InstanceConfigs", &HyperParameterTuningInstanceConfigs),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HyperParameterValue: Shape = Shape {
        name: "HyperParameterValue",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 2500.0) },
    };
    pub static HyperParameters: Shape = Shape {
        name: "HyperParameters",
        kind: Kind::Map {
            key: Member::new("key", &HyperParameterKey),
            value: Member::new("value", &HyperParameterValue),
            flattened: false,
            range: Range::between(0.0, 100.0),
        },
    };
    pub static HyperbandStrategyConfig: Shape = Shape {
        name: "HyperbandStrategyConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MinResource", &HyperbandStrategyMinResource),
                Member::new("MaxResource", &HyperbandStrategyMaxResource),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HyperbandStrategyMaxResource: Shape =
        Shape { name: "HyperbandStrategyMaxResource", kind: Kind::Int(Range::min(1.0)) };
    pub static HyperbandStrategyMinResource: Shape =
        Shape { name: "HyperbandStrategyMinResource", kind: Kind::Int(Range::min(1.0)) };
    pub static IamIdentity: Shape = Shape {
        name: "IamIdentity",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Arn", &String),
                Member::new("PrincipalId", &String),
                Member::new("SourceIdentity", &String),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ImageConfig: Shape = Shape {
        name: "ImageConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RepositoryAccessMode", &RepositoryAccessMode).required(),
                Member::new("RepositoryAuthConfig", &RepositoryAuthConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ImageDigest: Shape = Shape {
        name: "ImageDigest",
        kind: Kind::Str {
            values: &[],
            pattern: "[Ss][Hh][Aa]256:[0-9a-fA-F]{64}",
            range: Range::between(0.0, 72.0),
        },
    };
    pub static ImageUri: Shape = Shape {
        name: "ImageUri",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 255.0) },
    };
    pub static IncludedData: Shape = Shape {
        name: "IncludedData",
        kind: Kind::Str { values: &["AllData", "MetadataOnly"], pattern: "", range: Range::ANY },
    };
    pub static InferenceExecutionConfig: Shape = Shape {
        name: "InferenceExecutionConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Mode", &InferenceExecutionMode).required()],
            payload: None,
            union: false,
        }),
    };
    pub static InferenceExecutionMode: Shape = Shape {
        name: "InferenceExecutionMode",
        kind: Kind::Str { values: &["Serial", "Direct"], pattern: "", range: Range::ANY },
    };
    pub static InferenceHubAccessConfig: Shape = Shape {
        name: "InferenceHubAccessConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("HubContentArn", &HubContentArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static InferenceSpecification: Shape = Shape {
        name: "InferenceSpecification",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Containers", &ModelPackageContainerDefinitionList).required(),
                Member::new("SupportedTransformInstanceTypes", &TransformInstanceTypes),
                Member::new("SupportedRealtimeInferenceInstanceTypes", &RealtimeInferenceInstanceTypes),
                Member::new("SupportedContentTypes", &ContentTypes),
                Member::new("SupportedResponseMIMETypes", &ResponseMIMETypes),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static InferenceSpecificationName: Shape = Shape {
        name: "InferenceSpecificationName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(1.0, 63.0),
        },
    };
    pub static InfraCheckConfig: Shape = Shape {
        name: "InfraCheckConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("EnableInfraCheck", &EnableInfraCheck)],
            payload: None,
            union: false,
        }),
    };
    pub static InitialTaskCount: Shape = Shape { name: "InitialTaskCount", kind: Kind::Int(Range::min(1.0)) };
    pub static InputDataConfig: Shape = Shape {
        name: "InputDataConfig",
        kind: Kind::List {
            member: Member::new("member", &Channel),
            flattened: false,
            range: Range::between(1.0, 20.0),
        },
    };
    pub static InputMode: Shape = Shape {
        name: "InputMode",
        kind: Kind::Str { values: &["Pipe", "File"], pattern: "", range: Range::ANY },
    };
    pub static InstanceGroup: Shape = Shape {
        name: "InstanceGroup",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InstanceType", &TrainingInstanceType).required(),
                Member::new("InstanceCount", &TrainingInstanceCount).required(),
                Member::new("InstanceGroupName", &InstanceGroupName).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static InstanceGroupName: Shape = Shape {
        name: "InstanceGroupName",
        kind: Kind::Str { values: &[], pattern: ".+", range: Range::between(1.0, 64.0) },
    };
    pub static InstanceGroupNames: Shape = Shape {
        name: "InstanceGroupNames",
        kind: Kind::List {
            member: Member::new("member", &InstanceGroupName),
            flattened: false,
            range: Range::between(0.0, 5.0),
        },
    };
    pub static InstanceGroups: Shape = Shape {
        name: "InstanceGroups",
        kind: Kind::List {
            member: Member::new("member", &InstanceGroup),
            flattened: false,
            range: Range::between(0.0, 5.0),
        },
    };
    pub static InstancePlacementConfig: Shape = Shape {
        name: "InstancePlacementConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EnableMultipleJobs", &Boolean),
                Member::new("PlacementSpecifications", &PlacementSpecifications),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static InstancePool: Shape = Shape {
        name: "InstancePool",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InstanceType", &ProductionVariantInstanceType).required(),
                Member::new("ModelNameOverride", &ModelName),
                Member::new("Priority", &InstancePoolPriority).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static InstancePoolList: Shape = Shape {
        name: "InstancePoolList",
        kind: Kind::List {
            member: Member::new("member", &InstancePool),
            flattened: false,
            range: Range::between(1.0, 5.0),
        },
    };
    pub static InstancePoolPriority: Shape =
        Shape { name: "InstancePoolPriority", kind: Kind::Int(Range::between(1.0, 5.0)) };
    pub static InstancePoolSummary: Shape = Shape {
        name: "InstancePoolSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InstanceType", &ProductionVariantInstanceType).required(),
                Member::new("CurrentInstanceCount", &TaskCount).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static InstancePoolSummaryList: Shape = Shape {
        name: "InstancePoolSummaryList",
        kind: Kind::List {
            member: Member::new("member", &InstancePoolSummary),
            flattened: false,
            range: Range::min(1.0),
        },
    };
    pub static InstancePreference: Shape = Shape {
        name: "InstancePreference",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InstanceType", &TrainingInstanceType).required(),
                Member::new("InstanceCount", &TrainingInstanceCount),
                Member::new("TrainingPlanArns", &TrainingPlanArnList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static InstancePreferenceList: Shape = Shape {
        name: "InstancePreferenceList",
        kind: Kind::List {
            member: Member::new("member", &InstancePreference),
            flattened: false,
            range: Range::between(1.0, 5.0),
        },
    };
    pub static Integer: Shape = Shape { name: "Integer", kind: Kind::Int(Range::ANY) };
    pub static IntegerParameterRange: Shape = Shape {
        name: "IntegerParameterRange",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &ParameterKey).required(),
                Member::new("MinValue", &ParameterValue).required(),
                Member::new("MaxValue", &ParameterValue).required(),
                Member::new("ScalingType", &HyperParameterScalingType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static IntegerParameterRanges: Shape = Shape {
        name: "IntegerParameterRanges",
        kind: Kind::List {
            member: Member::new("member", &IntegerParameterRange),
            flattened: false,
            range: Range::between(0.0, 30.0),
        },
    };
    pub static InvocationsMaxRetries: Shape =
        Shape { name: "InvocationsMaxRetries", kind: Kind::Int(Range::between(0.0, 3.0)) };
    pub static InvocationsTimeoutInSeconds: Shape =
        Shape { name: "InvocationsTimeoutInSeconds", kind: Kind::Int(Range::between(1.0, 3600.0)) };
    pub static Job: Shape = Shape {
        name: "Job",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("JobName", &JobName),
                Member::new("JobArn", &JobArn),
                Member::new("RoleArn", &RoleArn),
                Member::new("JobCategory", &JobCategory),
                Member::new("JobConfigSchemaVersion", &JobSchemaVersion),
                Member::new("JobConfigDocument", &JobConfigDocument),
                Member::new("CreationTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("EndTime", &Timestamp),
                Member::new("JobStatus", &JobStatus),
                Member::new("SecondaryStatus", &JobSecondaryStatus),
                Member::new("SecondaryStatusTransitions", &JobSecondaryStatusTransitions),
                Member::new("FailureReason", &FailureReason),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static JobArn: Shape = Shape {
        name: "JobArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:(aws[a-z\\-]*):sagemaker:[a-z0-9\\-]+:[0-9]{12}:job/[a-zA-Z0-9]+/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static JobCategory: Shape = Shape {
        name: "JobCategory",
        kind: Kind::Str {
            values: &[
                "AgentRFT",
                "SyntheticDataGeneration",
                "DataQualityEvaluation",
                "AgentRFTEvaluation",
                "DataTransformation",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static JobConfigDocument: Shape = Shape {
        name: "JobConfigDocument",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 262144.0) },
    };
    pub static JobName: Shape = Shape {
        name: "JobName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(1.0, 63.0),
        },
    };
    pub static JobSchemaVersion: Shape = Shape {
        name: "JobSchemaVersion",
        kind: Kind::Str { values: &[], pattern: "\\d+\\.\\d+\\.\\d+", range: Range::between(5.0, 16.0) },
    };
    pub static JobSecondaryStatus: Shape = Shape {
        name: "JobSecondaryStatus",
        kind: Kind::Str {
            values: &[
                "Starting",
                "Downloading",
                "Training",
                "Uploading",
                "Stopping",
                "Stopped",
                "MaxRuntimeExceeded",
                "Interrupted",
                "Failed",
                "Completed",
                "Restarting",
                "Pending",
                "Generating",
                "PartialGeneration",
                "Evaluating",
                "Validating",
                "Preparing",
                "Executing",
                "Publishing",
                "Finalizing",
                "Transforming",
                "Deleting",
                "DeleteFailed",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static JobSecondaryStatusTransition: Shape = Shape {
        name: "JobSecondaryStatusTransition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Status", &JobSecondaryStatus).required(),
                Member::new("StartTime", &Timestamp).required(),
                Member::new("EndTime", &Timestamp),
                Member::new("StatusMessage", &String),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static JobSecondaryStatusTransitions: Shape = Shape {
        name: "JobSecondaryStatusTransitions",
        kind: Kind::List {
            member: Member::new("member", &JobSecondaryStatusTransition),
            flattened: false,
            range: Range::between(0.0, 100.0),
        },
    };
    pub static JobStatus: Shape = Shape {
        name: "JobStatus",
        kind: Kind::Str {
            values: &["InProgress", "Completed", "Failed", "Stopping", "Stopped", "Deleting", "DeleteFailed"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static JoinSource: Shape = Shape {
        name: "JoinSource",
        kind: Kind::Str { values: &["Input", "None"], pattern: "", range: Range::ANY },
    };
    pub static JsonContentType: Shape = Shape {
        name: "JsonContentType",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9])*\\/[a-zA-Z0-9](-*[a-zA-Z0-9.])*",
            range: Range::between(1.0, 256.0),
        },
    };
    pub static JsonContentTypes: Shape = Shape {
        name: "JsonContentTypes",
        kind: Kind::List {
            member: Member::new("member", &JsonContentType),
            flattened: false,
            range: Range::between(1.0, 10.0),
        },
    };
    pub static JsonPath: Shape = Shape {
        name: "JsonPath",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 63.0) },
    };
    pub static KeepAlivePeriodInSeconds: Shape =
        Shape { name: "KeepAlivePeriodInSeconds", kind: Kind::Int(Range::between(0.0, 21600.0)) };
    pub static KmsKeyId: Shape = Shape {
        name: "KmsKeyId",
        kind: Kind::Str { values: &[], pattern: "[a-zA-Z0-9:/_-]*", range: Range::between(0.0, 2048.0) },
    };
    pub static LabelingJobArn: Shape = Shape {
        name: "LabelingJobArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:labeling-job/.*",
            range: Range::between(0.0, 2048.0),
        },
    };
    pub static LastModifiedTime: Shape = Shape { name: "LastModifiedTime", kind: Kind::Time(None) };
    pub static LastUpdateStatus: Shape = Shape {
        name: "LastUpdateStatus",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Status", &LastUpdateStatusValue).required(),
                Member::new("FailureReason", &FailureReason),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LastUpdateStatusValue: Shape = Shape {
        name: "LastUpdateStatusValue",
        kind: Kind::Str { values: &["Successful", "Failed", "InProgress"], pattern: "", range: Range::ANY },
    };
    pub static LineageEntityParameters: Shape = Shape {
        name: "LineageEntityParameters",
        kind: Kind::Map {
            key: Member::new("key", &StringParameterValue),
            value: Member::new("value", &StringParameterValue),
            flattened: false,
            range: Range::between(0.0, 30.0),
        },
    };
    pub static LineageGroupArn: Shape = Shape {
        name: "LineageGroupArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:lineage-group/.*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static LineageType: Shape = Shape {
        name: "LineageType",
        kind: Kind::Str {
            values: &["TrialComponent", "Artifact", "Context", "Action"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ListActionsRequest: Shape = Shape {
        name: "ListActionsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceUri", &SourceUri),
                Member::new("ActionType", &String256),
                Member::new("CreatedAfter", &Timestamp),
                Member::new("CreatedBefore", &Timestamp),
                Member::new("SortBy", &SortActionsBy),
                Member::new("SortOrder", &SortOrder),
                Member::new("NextToken", &NextToken),
                Member::new("MaxResults", &MaxResults),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListActionsResponse: Shape = Shape {
        name: "ListActionsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ActionSummaries", &ActionSummaries),
                Member::new("NextToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListArtifactsRequest: Shape = Shape {
        name: "ListArtifactsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceUri", &SourceUri),
                Member::new("ArtifactType", &String256),
                Member::new("CreatedAfter", &Timestamp),
                Member::new("CreatedBefore", &Timestamp),
                Member::new("SortBy", &SortArtifactsBy),
                Member::new("SortOrder", &SortOrder),
                Member::new("NextToken", &NextToken),
                Member::new("MaxResults", &MaxResults),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListArtifactsResponse: Shape = Shape {
        name: "ListArtifactsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ArtifactSummaries", &ArtifactSummaries),
                Member::new("NextToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListAssociationsRequest: Shape = Shape {
        name: "ListAssociationsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceArn", &AssociationEntityArn),
                Member::new("DestinationArn", &AssociationEntityArn),
                Member::new("SourceType", &String256),
                Member::new("DestinationType", &String256),
                Member::new("AssociationType", &AssociationEdgeType),
                Member::new("CreatedAfter", &Timestamp),
                Member::new("CreatedBefore", &Timestamp),
                Member::new("SortBy", &SortAssociationsBy),
                Member::new("SortOrder", &SortOrder),
                Member::new("NextToken", &NextToken),
                Member::new("MaxResults", &MaxResults),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListAssociationsResponse: Shape = Shape {
        name: "ListAssociationsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AssociationSummaries", &AssociationSummaries),
                Member::new("NextToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListContextsRequest: Shape = Shape {
        name: "ListContextsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceUri", &SourceUri),
                Member::new("ContextType", &String256),
                Member::new("CreatedAfter", &Timestamp),
                Member::new("CreatedBefore", &Timestamp),
                Member::new("SortBy", &SortContextsBy),
                Member::new("SortOrder", &SortOrder),
                Member::new("NextToken", &NextToken),
                Member::new("MaxResults", &MaxResults),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListContextsResponse: Shape = Shape {
        name: "ListContextsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ContextSummaries", &ContextSummaries),
                Member::new("NextToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListEndpointConfigsInput: Shape = Shape {
        name: "ListEndpointConfigsInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SortBy", &EndpointConfigSortKey),
                Member::new("SortOrder", &OrderKey),
                Member::new("NextToken", &PaginationToken),
                Member::new("MaxResults", &MaxResults),
                Member::new("NameContains", &EndpointConfigNameContains),
                Member::new("CreationTimeBefore", &Timestamp),
                Member::new("CreationTimeAfter", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListEndpointConfigsOutput: Shape = Shape {
        name: "ListEndpointConfigsOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointConfigs", &EndpointConfigSummaryList).required(),
                Member::new("NextToken", &PaginationToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListEndpointsInput: Shape = Shape {
        name: "ListEndpointsInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SortBy", &EndpointSortKey),
                Member::new("SortOrder", &OrderKey),
                Member::new("NextToken", &PaginationToken),
                Member::new("MaxResults", &MaxResults),
                Member::new("NameContains", &EndpointNameContains),
                Member::new("CreationTimeBefore", &Timestamp),
                Member::new("CreationTimeAfter", &Timestamp),
                Member::new("LastModifiedTimeBefore", &Timestamp),
                Member::new("LastModifiedTimeAfter", &Timestamp),
                Member::new("StatusEquals", &EndpointStatus),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListEndpointsOutput: Shape = Shape {
        name: "ListEndpointsOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Endpoints", &EndpointSummaryList).required(),
                Member::new("NextToken", &PaginationToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListLineageEntityParameterKey: Shape = Shape {
        name: "ListLineageEntityParameterKey",
        kind: Kind::List {
            member: Member::new("member", &StringParameterValue),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ListModelPackageGroupsInput: Shape = Shape {
        name: "ListModelPackageGroupsInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("CreationTimeAfter", &CreationTime),
                Member::new("CreationTimeBefore", &CreationTime),
                Member::new("MaxResults", &MaxResults),
                Member::new("NameContains", &NameContains),
                Member::new("NextToken", &NextToken),
                Member::new("SortBy", &ModelPackageGroupSortBy),
                Member::new("SortOrder", &SortOrder),
                Member::new("CrossAccountFilterOption", &CrossAccountFilterOption),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListModelPackageGroupsOutput: Shape = Shape {
        name: "ListModelPackageGroupsOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageGroupSummaryList", &ModelPackageGroupSummaryList).required(),
                Member::new("NextToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListModelPackagesInput: Shape = Shape {
        name: "ListModelPackagesInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("CreationTimeAfter", &CreationTime),
                Member::new("CreationTimeBefore", &CreationTime),
                Member::new("MaxResults", &MaxResults),
                Member::new("NameContains", &NameContains),
                Member::new("ModelApprovalStatus", &ModelApprovalStatus),
                Member::new("ModelPackageGroupName", &ArnOrName),
                Member::new("ModelPackageType", &ModelPackageType),
                Member::new("NextToken", &NextToken),
                Member::new("SortBy", &ModelPackageSortBy),
                Member::new("SortOrder", &SortOrder),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListModelPackagesOutput: Shape = Shape {
        name: "ListModelPackagesOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageSummaryList", &ModelPackageSummaryList).required(),
                Member::new("NextToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListModelsInput: Shape = Shape {
        name: "ListModelsInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SortBy", &ModelSortKey),
                Member::new("SortOrder", &OrderKey),
                Member::new("NextToken", &PaginationToken),
                Member::new("MaxResults", &MaxResults),
                Member::new("NameContains", &ModelNameContains),
                Member::new("CreationTimeBefore", &Timestamp),
                Member::new("CreationTimeAfter", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListModelsOutput: Shape = Shape {
        name: "ListModelsOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Models", &ModelSummaryList).required(),
                Member::new("NextToken", &PaginationToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListProcessingJobsRequest: Shape = Shape {
        name: "ListProcessingJobsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("CreationTimeAfter", &Timestamp),
                Member::new("CreationTimeBefore", &Timestamp),
                Member::new("LastModifiedTimeAfter", &Timestamp),
                Member::new("LastModifiedTimeBefore", &Timestamp),
                Member::new("NameContains", &String),
                Member::new("StatusEquals", &ProcessingJobStatus),
                Member::new("SortBy", &SortBy),
                Member::new("SortOrder", &SortOrder),
                Member::new("NextToken", &NextToken),
                Member::new("MaxResults", &MaxResults),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListProcessingJobsResponse: Shape = Shape {
        name: "ListProcessingJobsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ProcessingJobSummaries", &ProcessingJobSummaries).required(),
                Member::new("NextToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsInput: Shape = Shape {
        name: "ListTagsInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ResourceArn", &ResourceArn).required(),
                Member::new("NextToken", &NextToken),
                Member::new("MaxResults", &ListTagsMaxResults),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsMaxResults: Shape =
        Shape { name: "ListTagsMaxResults", kind: Kind::Int(Range::min(50.0)) };
    pub static ListTagsOutput: Shape = Shape {
        name: "ListTagsOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Tags", &TagList), Member::new("NextToken", &NextToken)],
            payload: None,
            union: false,
        }),
    };
    pub static ListTrainingJobsRequest: Shape = Shape {
        name: "ListTrainingJobsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("NextToken", &NextToken),
                Member::new("MaxResults", &MaxResults),
                Member::new("CreationTimeAfter", &Timestamp),
                Member::new("CreationTimeBefore", &Timestamp),
                Member::new("LastModifiedTimeAfter", &Timestamp),
                Member::new("LastModifiedTimeBefore", &Timestamp),
                Member::new("NameContains", &NameContains),
                Member::new("StatusEquals", &TrainingJobStatus),
                Member::new("SortBy", &SortBy),
                Member::new("SortOrder", &SortOrder),
                Member::new("WarmPoolStatusEquals", &WarmPoolResourceStatus),
                Member::new("TrainingPlanArnEquals", &TrainingPlanArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListTrainingJobsResponse: Shape = Shape {
        name: "ListTrainingJobsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrainingJobSummaries", &TrainingJobSummaries).required(),
                Member::new("NextToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListTransformJobsRequest: Shape = Shape {
        name: "ListTransformJobsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("CreationTimeAfter", &Timestamp),
                Member::new("CreationTimeBefore", &Timestamp),
                Member::new("LastModifiedTimeAfter", &Timestamp),
                Member::new("LastModifiedTimeBefore", &Timestamp),
                Member::new("NameContains", &NameContains),
                Member::new("StatusEquals", &TransformJobStatus),
                Member::new("SortBy", &SortBy),
                Member::new("SortOrder", &SortOrder),
                Member::new("NextToken", &NextToken),
                Member::new("MaxResults", &MaxResults),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListTransformJobsResponse: Shape = Shape {
        name: "ListTransformJobsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TransformJobSummaries", &TransformJobSummaries).required(),
                Member::new("NextToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListTrialComponentsRequest: Shape = Shape {
        name: "ListTrialComponentsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ExperimentName", &ExperimentEntityName),
                Member::new("TrialName", &ExperimentEntityName),
                Member::new("SourceArn", &String256),
                Member::new("CreatedAfter", &Timestamp),
                Member::new("CreatedBefore", &Timestamp),
                Member::new("SortBy", &SortTrialComponentsBy),
                Member::new("SortOrder", &SortOrder),
                Member::new("MaxResults", &MaxResults),
                Member::new("NextToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListTrialComponentsResponse: Shape = Shape {
        name: "ListTrialComponentsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrialComponentSummaries", &TrialComponentSummaries),
                Member::new("NextToken", &NextToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Long: Shape = Shape { name: "Long", kind: Kind::Int(Range::ANY) };
    pub static ManagedConfiguration: Shape = Shape {
        name: "ManagedConfiguration",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ManagedStorageType", &ManagedStorageType)],
            payload: None,
            union: false,
        }),
    };
    pub static ManagedInstanceScalingCooldownInMinutes: Shape = Shape {
        name: "ManagedInstanceScalingCooldownInMinutes",
        kind: Kind::Int(Range::between(5.0, 1440.0)),
    };
    pub static ManagedInstanceScalingMaxInstanceCount: Shape =
        Shape { name: "ManagedInstanceScalingMaxInstanceCount", kind: Kind::Int(Range::min(1.0)) };
    pub static ManagedInstanceScalingMaximumStepSize: Shape =
        Shape { name: "ManagedInstanceScalingMaximumStepSize", kind: Kind::Int(Range::between(1.0, 100.0)) };
    pub static ManagedInstanceScalingMinInstanceCount: Shape =
        Shape { name: "ManagedInstanceScalingMinInstanceCount", kind: Kind::Int(Range::min(0.0)) };
    pub static ManagedInstanceScalingScaleInStrategy: Shape = Shape {
        name: "ManagedInstanceScalingScaleInStrategy",
        kind: Kind::Str { values: &["IDLE_RELEASE", "CONSOLIDATION"], pattern: "", range: Range::ANY },
    };
    pub static ManagedInstanceScalingStatus: Shape = Shape {
        name: "ManagedInstanceScalingStatus",
        kind: Kind::Str { values: &["ENABLED", "DISABLED"], pattern: "", range: Range::ANY },
    };
    pub static ManagedStorageType: Shape = Shape {
        name: "ManagedStorageType",
        kind: Kind::Str { values: &["Restricted"], pattern: "", range: Range::ANY },
    };
    pub static MaxConcurrentInvocationsPerInstance: Shape =
        Shape { name: "MaxConcurrentInvocationsPerInstance", kind: Kind::Int(Range::between(1.0, 1000.0)) };
    pub static MaxConcurrentTransforms: Shape =
        Shape { name: "MaxConcurrentTransforms", kind: Kind::Int(Range::min(0.0)) };
    pub static MaxNumberOfTrainingJobs: Shape =
        Shape { name: "MaxNumberOfTrainingJobs", kind: Kind::Int(Range::min(1.0)) };
    pub static MaxNumberOfTrainingJobsNotImproving: Shape =
        Shape { name: "MaxNumberOfTrainingJobsNotImproving", kind: Kind::Int(Range::min(3.0)) };
    pub static MaxParallelExecutionSteps: Shape =
        Shape { name: "MaxParallelExecutionSteps", kind: Kind::Int(Range::min(1.0)) };
    pub static MaxParallelTrainingJobs: Shape =
        Shape { name: "MaxParallelTrainingJobs", kind: Kind::Int(Range::min(1.0)) };
    pub static MaxPayloadInMB: Shape = Shape { name: "MaxPayloadInMB", kind: Kind::Int(Range::min(0.0)) };
    pub static MaxPendingTimeInSeconds: Shape =
        Shape { name: "MaxPendingTimeInSeconds", kind: Kind::Int(Range::between(1800.0, 2419200.0)) };
    pub static MaxResults: Shape = Shape { name: "MaxResults", kind: Kind::Int(Range::between(1.0, 100.0)) };
    pub static MaxRuntimeInSeconds: Shape =
        Shape { name: "MaxRuntimeInSeconds", kind: Kind::Int(Range::min(1.0)) };
    pub static MaxWaitTimeInSeconds: Shape =
        Shape { name: "MaxWaitTimeInSeconds", kind: Kind::Int(Range::min(1.0)) };
    pub static MaximumExecutionTimeoutInSeconds: Shape =
        Shape { name: "MaximumExecutionTimeoutInSeconds", kind: Kind::Int(Range::between(600.0, 28800.0)) };
    pub static MaximumRetryAttempts: Shape =
        Shape { name: "MaximumRetryAttempts", kind: Kind::Int(Range::between(1.0, 30.0)) };
    pub static MediaType: Shape = Shape {
        name: "MediaType",
        kind: Kind::Str { values: &[], pattern: "[-\\w]+\\/[-\\w+]+", range: Range::between(0.0, 64.0) },
    };
    pub static MetadataProperties: Shape = Shape {
        name: "MetadataProperties",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("CommitId", &MetadataPropertyValue),
                Member::new("Repository", &MetadataPropertyValue),
                Member::new("GeneratedBy", &MetadataPropertyValue),
                Member::new("ProjectId", &MetadataPropertyValue),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MetadataPropertyValue: Shape = Shape {
        name: "MetadataPropertyValue",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 1024.0) },
    };
    pub static MetricData: Shape = Shape {
        name: "MetricData",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MetricName", &MetricName),
                Member::new("Value", &Float),
                Member::new("Timestamp", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MetricDefinition: Shape = Shape {
        name: "MetricDefinition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &MetricName).required(),
                Member::new("Regex", &MetricRegex).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MetricDefinitionList: Shape = Shape {
        name: "MetricDefinitionList",
        kind: Kind::List {
            member: Member::new("member", &MetricDefinition),
            flattened: false,
            range: Range::between(0.0, 40.0),
        },
    };
    pub static MetricName: Shape = Shape {
        name: "MetricName",
        kind: Kind::Str { values: &[], pattern: ".+", range: Range::between(1.0, 255.0) },
    };
    pub static MetricPublishFrequencyInSeconds: Shape =
        Shape { name: "MetricPublishFrequencyInSeconds", kind: Kind::Int(Range::ANY) };
    pub static MetricRegex: Shape = Shape {
        name: "MetricRegex",
        kind: Kind::Str { values: &[], pattern: ".+", range: Range::between(1.0, 500.0) },
    };
    pub static MetricValue: Shape = Shape { name: "MetricValue", kind: Kind::Float(Range::ANY) };
    pub static MetricsConfig: Shape = Shape {
        name: "MetricsConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EnableEnhancedMetrics", &EnableEnhancedMetrics),
                Member::new("EnableDetailedObservability", &EnableDetailedObservability),
                Member::new("MetricPublishFrequencyInSeconds", &MetricPublishFrequencyInSeconds),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MetricsEndpoint: Shape = Shape {
        name: "MetricsEndpoint",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MetricsEndpointPath", &MetricsEndpointPath).required(),
                Member::new("MetricPublishFrequencyInSeconds", &MetricPublishFrequencyInSeconds),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MetricsEndpointList: Shape = Shape {
        name: "MetricsEndpointList",
        kind: Kind::List {
            member: Member::new("member", &MetricsEndpoint),
            flattened: false,
            range: Range::between(0.0, 1.0),
        },
    };
    pub static MetricsEndpointPath: Shape = Shape {
        name: "MetricsEndpointPath",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 256.0) },
    };
    pub static MetricsSource: Shape = Shape {
        name: "MetricsSource",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ContentType", &ContentType).required(),
                Member::new("ContentDigest", &ContentDigest),
                Member::new("S3Uri", &S3Uri).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MlFlowResourceArn: Shape = Shape {
        name: "MlFlowResourceArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:mlflow-[a-zA-Z-]*/.*",
            range: Range::between(0.0, 2048.0),
        },
    };
    pub static MlReservationArn: Shape = Shape {
        name: "MlReservationArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:[a-z0-9\\-]{1,14}/.*",
            range: Range::between(20.0, 258.0),
        },
    };
    pub static MlflowConfig: Shape = Shape {
        name: "MlflowConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MlflowResourceArn", &MlFlowResourceArn).required(),
                Member::new("MlflowExperimentName", &MlflowExperimentName),
                Member::new("MlflowRunName", &MlflowRunName),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MlflowDetails: Shape = Shape {
        name: "MlflowDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MlflowExperimentId", &MlflowExperimentId),
                Member::new("MlflowRunId", &MlflowRunId),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MlflowExperimentId: Shape = Shape {
        name: "MlflowExperimentId",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 256.0) },
    };
    pub static MlflowExperimentName: Shape = Shape {
        name: "MlflowExperimentName",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 256.0) },
    };
    pub static MlflowRunId: Shape = Shape {
        name: "MlflowRunId",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 256.0) },
    };
    pub static MlflowRunName: Shape = Shape {
        name: "MlflowRunName",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 256.0) },
    };
    pub static Model: Shape = Shape {
        name: "Model",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelName", &ModelName),
                Member::new("PrimaryContainer", &ContainerDefinition),
                Member::new("Containers", &ContainerDefinitionList),
                Member::new("InferenceExecutionConfig", &InferenceExecutionConfig),
                Member::new("ExecutionRoleArn", &RoleArn),
                Member::new("VpcConfig", &VpcConfig),
                Member::new("CreationTime", &Timestamp),
                Member::new("ModelArn", &ModelArn),
                Member::new("EnableNetworkIsolation", &Boolean),
                Member::new("Tags", &TagList),
                Member::new("DeploymentRecommendation", &DeploymentRecommendation),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelAccessConfig: Shape = Shape {
        name: "ModelAccessConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("AcceptEula", &AcceptEula).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ModelApprovalStatus: Shape = Shape {
        name: "ModelApprovalStatus",
        kind: Kind::Str {
            values: &["Approved", "Rejected", "PendingManualApproval"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ModelArn: Shape = Shape {
        name: "ModelArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:model/.*",
            range: Range::between(20.0, 2048.0),
        },
    };
    pub static ModelArtifacts: Shape = Shape {
        name: "ModelArtifacts",
        kind: Kind::Structure(Structure {
            members: &[Member::new("S3ModelArtifacts", &S3Uri).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ModelCacheSetting: Shape = Shape {
        name: "ModelCacheSetting",
        kind: Kind::Str { values: &["Enabled", "Disabled"], pattern: "", range: Range::ANY },
    };
    pub static ModelCard: Shape = Shape {
        name: "ModelCard",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelCardArn", &ModelCardArn),
                Member::new("ModelCardName", &EntityName),
                Member::new("ModelCardVersion", &Integer),
                Member::new("Content", &ModelCardContent),
                Member::new("ModelCardStatus", &ModelCardStatus),
                Member::new("SecurityConfig", &ModelCardSecurityConfig),
                Member::new("CreationTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("LastModifiedBy", &UserContext),
                Member::new("Tags", &TagList),
                Member::new("ModelId", &String),
                Member::new("RiskRating", &String),
                Member::new("ModelPackageGroupName", &String),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelCardArn: Shape = Shape {
        name: "ModelCardArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-card/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static ModelCardContent: Shape = Shape {
        name: "ModelCardContent",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 100000.0) },
    };
    pub static ModelCardSecurityConfig: Shape = Shape {
        name: "ModelCardSecurityConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("KmsKeyId", &KmsKeyId)],
            payload: None,
            union: false,
        }),
    };
    pub static ModelCardStatus: Shape = Shape {
        name: "ModelCardStatus",
        kind: Kind::Str {
            values: &["Draft", "PendingReview", "Approved", "Archived"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ModelClientConfig: Shape = Shape {
        name: "ModelClientConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InvocationsTimeoutInSeconds", &InvocationsTimeoutInSeconds),
                Member::new("InvocationsMaxRetries", &InvocationsMaxRetries),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelCompressionType: Shape = Shape {
        name: "ModelCompressionType",
        kind: Kind::Str { values: &["None", "Gzip"], pattern: "", range: Range::ANY },
    };
    pub static ModelDashboardEndpoint: Shape = Shape {
        name: "ModelDashboardEndpoint",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointName", &EndpointName).required(),
                Member::new("EndpointArn", &EndpointArn).required(),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("LastModifiedTime", &Timestamp).required(),
                Member::new("EndpointStatus", &EndpointStatus).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelDashboardEndpoints: Shape = Shape {
        name: "ModelDashboardEndpoints",
        kind: Kind::List {
            member: Member::new("member", &ModelDashboardEndpoint),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ModelDashboardIndicatorAction: Shape = Shape {
        name: "ModelDashboardIndicatorAction",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Enabled", &Boolean)],
            payload: None,
            union: false,
        }),
    };
    pub static ModelDashboardModel: Shape = Shape {
        name: "ModelDashboardModel",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Model", &Model),
                Member::new("Endpoints", &ModelDashboardEndpoints),
                Member::new("LastBatchTransformJob", &TransformJob),
                Member::new("MonitoringSchedules", &ModelDashboardMonitoringSchedules),
                Member::new("ModelCard", &ModelDashboardModelCard),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelDashboardModelCard: Shape = Shape {
        name: "ModelDashboardModelCard",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelCardArn", &ModelCardArn),
                Member::new("ModelCardName", &EntityName),
                Member::new("ModelCardVersion", &Integer),
                Member::new("ModelCardStatus", &ModelCardStatus),
                Member::new("SecurityConfig", &ModelCardSecurityConfig),
                Member::new("CreationTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("LastModifiedBy", &UserContext),
                Member::new("Tags", &TagList),
                Member::new("ModelId", &String),
                Member::new("RiskRating", &String),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelDashboardMonitoringSchedule: Shape = Shape {
        name: "ModelDashboardMonitoringSchedule",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MonitoringScheduleArn", &MonitoringScheduleArn),
                Member::new("MonitoringScheduleName", &MonitoringScheduleName),
                Member::new("MonitoringScheduleStatus", &ScheduleStatus),
                Member::new("MonitoringType", &MonitoringType),
                Member::new("FailureReason", &FailureReason),
                Member::new("CreationTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("MonitoringScheduleConfig", &MonitoringScheduleConfig),
                Member::new("EndpointName", &EndpointName),
                Member::new("MonitoringAlertSummaries", &MonitoringAlertSummaryList),
                Member::new("LastMonitoringExecutionSummary", &MonitoringExecutionSummary),
                Member::new("BatchTransformInput", &BatchTransformInput),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelDashboardMonitoringSchedules: Shape = Shape {
        name: "ModelDashboardMonitoringSchedules",
        kind: Kind::List {
            member: Member::new("member", &ModelDashboardMonitoringSchedule),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ModelDataQuality: Shape = Shape {
        name: "ModelDataQuality",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Statistics", &MetricsSource), Member::new("Constraints", &MetricsSource)],
            payload: None,
            union: false,
        }),
    };
    pub static ModelDataSource: Shape = Shape {
        name: "ModelDataSource",
        kind: Kind::Structure(Structure {
            members: &[Member::new("S3DataSource", &S3ModelDataSource)],
            payload: None,
            union: false,
        }),
    };
    pub static ModelInput: Shape = Shape {
        name: "ModelInput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("DataInputConfig", &DataInputConfig).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ModelLifeCycle: Shape = Shape {
        name: "ModelLifeCycle",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Stage", &EntityName).required(),
                Member::new("StageStatus", &EntityName).required(),
                Member::new("StageDescription", &StageDescription),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelMetrics: Shape = Shape {
        name: "ModelMetrics",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelQuality", &ModelQuality),
                Member::new("ModelDataQuality", &ModelDataQuality),
                Member::new("Bias", &Bias),
                Member::new("Explainability", &Explainability),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelName: Shape = Shape {
        name: "ModelName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?",
            range: Range::between(0.0, 63.0),
        },
    };
    pub static ModelNameContains: Shape = Shape {
        name: "ModelNameContains",
        kind: Kind::Str { values: &[], pattern: "[a-zA-Z0-9-]+", range: Range::between(0.0, 63.0) },
    };
    pub static ModelPackage: Shape = Shape {
        name: "ModelPackage",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageName", &EntityName),
                Member::new("ModelPackageGroupName", &EntityName),
                Member::new("ModelPackageVersion", &ModelPackageVersion),
                Member::new("ModelPackageRegistrationType", &ModelPackageRegistrationType),
                Member::new("ModelPackageArn", &ModelPackageArn),
                Member::new("ModelPackageDescription", &EntityDescription),
                Member::new("CreationTime", &CreationTime),
                Member::new("InferenceSpecification", &InferenceSpecification),
                Member::new("SourceAlgorithmSpecification", &SourceAlgorithmSpecification),
                Member::new("ValidationSpecification", &ModelPackageValidationSpecification),
                Member::new("ModelPackageStatus", &ModelPackageStatus),
                Member::new("ModelPackageStatusDetails", &ModelPackageStatusDetails),
                Member::new("CertifyForMarketplace", &CertifyForMarketplace),
                Member::new("ModelApprovalStatus", &ModelApprovalStatus),
                Member::new("CreatedBy", &UserContext),
                Member::new("MetadataProperties", &MetadataProperties),
                Member::new("ModelMetrics", &ModelMetrics),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("LastModifiedBy", &UserContext),
                Member::new("ApprovalDescription", &ApprovalDescription),
                Member::new("Domain", &String),
                Member::new("Task", &String),
                Member::new("SamplePayloadUrl", &String),
                Member::new("AdditionalInferenceSpecifications", &AdditionalInferenceSpecifications),
                Member::new("SourceUri", &ModelPackageSourceUri),
                Member::new("SecurityConfig", &ModelPackageSecurityConfig),
                Member::new("ModelCard", &ModelPackageModelCard),
                Member::new("ModelLifeCycle", &ModelLifeCycle),
                Member::new("Tags", &TagList),
                Member::new("CustomerMetadataProperties", &CustomerMetadataMap),
                Member::new("DriftCheckBaselines", &DriftCheckBaselines),
                Member::new("SkipModelValidation", &SkipModelValidation),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelPackageArn: Shape = Shape {
        name: "ModelPackageArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package/[\\S]{1,2048}",
            range: Range::between(1.0, 2048.0),
        },
    };
    pub static ModelPackageArnList: Shape = Shape {
        name: "ModelPackageArnList",
        kind: Kind::List {
            member: Member::new("member", &ModelPackageArn),
            flattened: false,
            range: Range::between(1.0, 100.0),
        },
    };
    pub static ModelPackageConfig: Shape = Shape {
        name: "ModelPackageConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageGroupArn", &ModelPackageGroupArn).required(),
                Member::new("SourceModelPackageArn", &ModelPackageArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelPackageContainerDefinition: Shape = Shape {
        name: "ModelPackageContainerDefinition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ContainerHostname", &ContainerHostname),
                Member::new("Image", &ContainerImage),
                Member::new("ImageDigest", &ImageDigest),
                Member::new("ModelDataUrl", &Url),
                Member::new("ModelDataSource", &ModelDataSource),
                Member::new("ProductId", &ProductId),
                Member::new("Environment", &EnvironmentMap),
                Member::new("ModelInput", &ModelInput),
                Member::new("Framework", &String),
                Member::new("FrameworkVersion", &ModelPackageFrameworkVersion),
                Member::new("NearestModelName", &String),
                Member::new("AdditionalModelDataSources", &AdditionalModelDataSources),
                Member::new("AdditionalS3DataSource", &AdditionalS3DataSource),
                Member::new("ModelDataETag", &String),
                Member::new("IsCheckpoint", &Boolean),
                Member::new("BaseModel", &BaseModel),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelPackageContainerDefinitionList: Shape = Shape {
        name: "ModelPackageContainerDefinitionList",
        kind: Kind::List {
            member: Member::new("member", &ModelPackageContainerDefinition),
            flattened: false,
            range: Range::between(1.0, 15.0),
        },
    };
    pub static ModelPackageFrameworkVersion: Shape = Shape {
        name: "ModelPackageFrameworkVersion",
        kind: Kind::Str { values: &[], pattern: "[0-9]\\.[A-Za-z0-9.-]+", range: Range::between(3.0, 10.0) },
    };
    pub static ModelPackageGroup: Shape = Shape {
        name: "ModelPackageGroup",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageGroupName", &EntityName),
                Member::new("ModelPackageGroupArn", &ModelPackageGroupArn),
                Member::new("ModelPackageGroupDescription", &EntityDescription),
                Member::new("CreationTime", &CreationTime),
                Member::new("CreatedBy", &UserContext),
                Member::new("ModelPackageGroupStatus", &ModelPackageGroupStatus),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelPackageGroupArn: Shape = Shape {
        name: "ModelPackageGroupArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package-group/[\\S]{1,2048}",
            range: Range::between(1.0, 2048.0),
        },
    };
    pub static ModelPackageGroupSortBy: Shape = Shape {
        name: "ModelPackageGroupSortBy",
        kind: Kind::Str { values: &["Name", "CreationTime"], pattern: "", range: Range::ANY },
    };
    pub static ModelPackageGroupStatus: Shape = Shape {
        name: "ModelPackageGroupStatus",
        kind: Kind::Str {
            values: &["Pending", "InProgress", "Completed", "Failed", "Deleting", "DeleteFailed"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ModelPackageGroupSummary: Shape = Shape {
        name: "ModelPackageGroupSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageGroupName", &EntityName).required(),
                Member::new("ModelPackageGroupArn", &ModelPackageGroupArn).required(),
                Member::new("ModelPackageGroupDescription", &EntityDescription),
                Member::new("CreationTime", &CreationTime).required(),
                Member::new("ModelPackageGroupStatus", &ModelPackageGroupStatus).required(),
                Member::new("ManagedConfiguration", &ManagedConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelPackageGroupSummaryList: Shape = Shape {
        name: "ModelPackageGroupSummaryList",
        kind: Kind::List {
            member: Member::new("member", &ModelPackageGroupSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ModelPackageModelCard: Shape = Shape {
        name: "ModelPackageModelCard",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelCardContent", &ModelCardContent),
                Member::new("ModelCardStatus", &ModelCardStatus),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelPackageRegistrationType: Shape = Shape {
        name: "ModelPackageRegistrationType",
        kind: Kind::Str { values: &["Logged", "Registered"], pattern: "", range: Range::ANY },
    };
    pub static ModelPackageSecurityConfig: Shape = Shape {
        name: "ModelPackageSecurityConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("KmsKeyId", &KmsKeyId).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ModelPackageSortBy: Shape = Shape {
        name: "ModelPackageSortBy",
        kind: Kind::Str { values: &["Name", "CreationTime"], pattern: "", range: Range::ANY },
    };
    pub static ModelPackageSourceUri: Shape = Shape {
        name: "ModelPackageSourceUri",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 1024.0) },
    };
    pub static ModelPackageStatus: Shape = Shape {
        name: "ModelPackageStatus",
        kind: Kind::Str {
            values: &["Pending", "InProgress", "Completed", "Failed", "Deleting"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ModelPackageStatusDetails: Shape = Shape {
        name: "ModelPackageStatusDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ValidationStatuses", &ModelPackageStatusItemList).required(),
                Member::new("ImageScanStatuses", &ModelPackageStatusItemList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelPackageStatusItem: Shape = Shape {
        name: "ModelPackageStatusItem",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &EntityName).required(),
                Member::new("Status", &DetailedModelPackageStatus).required(),
                Member::new("FailureReason", &String),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelPackageStatusItemList: Shape = Shape {
        name: "ModelPackageStatusItemList",
        kind: Kind::List {
            member: Member::new("member", &ModelPackageStatusItem),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ModelPackageSummaries: Shape = Shape {
        name: "ModelPackageSummaries",
        kind: Kind::Map {
            key: Member::new("key", &ModelPackageArn),
            value: Member::new("value", &BatchDescribeModelPackageSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ModelPackageSummary: Shape = Shape {
        name: "ModelPackageSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageName", &EntityName),
                Member::new("ModelPackageGroupName", &EntityName),
                Member::new("ModelPackageVersion", &ModelPackageVersion),
                Member::new("ModelPackageArn", &ModelPackageArn).required(),
                Member::new("ModelPackageDescription", &EntityDescription),
                Member::new("CreationTime", &CreationTime).required(),
                Member::new("ModelPackageStatus", &ModelPackageStatus).required(),
                Member::new("ModelApprovalStatus", &ModelApprovalStatus),
                Member::new("ModelLifeCycle", &ModelLifeCycle),
                Member::new("ModelPackageRegistrationType", &ModelPackageRegistrationType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelPackageSummaryList: Shape = Shape {
        name: "ModelPackageSummaryList",
        kind: Kind::List {
            member: Member::new("member", &ModelPackageSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ModelPackageType: Shape = Shape {
        name: "ModelPackageType",
        kind: Kind::Str { values: &["Versioned", "Unversioned", "Both"], pattern: "", range: Range::ANY },
    };
    pub static ModelPackageValidationProfile: Shape = Shape {
        name: "ModelPackageValidationProfile",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ProfileName", &EntityName).required(),
                Member::new("TransformJobDefinition", &TransformJobDefinition).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelPackageValidationProfiles: Shape = Shape {
        name: "ModelPackageValidationProfiles",
        kind: Kind::List {
            member: Member::new("member", &ModelPackageValidationProfile),
            flattened: false,
            range: Range::between(0.0, 1.0),
        },
    };
    pub static ModelPackageValidationSpecification: Shape = Shape {
        name: "ModelPackageValidationSpecification",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ValidationRole", &RoleArn).required(),
                Member::new("ValidationProfiles", &ModelPackageValidationProfiles).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelPackageVersion: Shape =
        Shape { name: "ModelPackageVersion", kind: Kind::Int(Range::min(1.0)) };
    pub static ModelQuality: Shape = Shape {
        name: "ModelQuality",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Statistics", &MetricsSource), Member::new("Constraints", &MetricsSource)],
            payload: None,
            union: false,
        }),
    };
    pub static ModelSortKey: Shape = Shape {
        name: "ModelSortKey",
        kind: Kind::Str { values: &["Name", "CreationTime"], pattern: "", range: Range::ANY },
    };
    pub static ModelSummary: Shape = Shape {
        name: "ModelSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelName", &ModelName).required(),
                Member::new("ModelArn", &ModelArn).required(),
                Member::new("CreationTime", &Timestamp).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ModelSummaryList: Shape = Shape {
        name: "ModelSummaryList",
        kind: Kind::List {
            member: Member::new("member", &ModelSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static MonitoringAlertActions: Shape = Shape {
        name: "MonitoringAlertActions",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ModelDashboardIndicator", &ModelDashboardIndicatorAction)],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringAlertName: Shape = Shape {
        name: "MonitoringAlertName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(1.0, 63.0),
        },
    };
    pub static MonitoringAlertStatus: Shape = Shape {
        name: "MonitoringAlertStatus",
        kind: Kind::Str { values: &["InAlert", "OK"], pattern: "", range: Range::ANY },
    };
    pub static MonitoringAlertSummary: Shape = Shape {
        name: "MonitoringAlertSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MonitoringAlertName", &MonitoringAlertName).required(),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("LastModifiedTime", &Timestamp).required(),
                Member::new("AlertStatus", &MonitoringAlertStatus).required(),
                Member::new("DatapointsToAlert", &MonitoringDatapointsToAlert).required(),
                Member::new("EvaluationPeriod", &MonitoringEvaluationPeriod).required(),
                Member::new("Actions", &MonitoringAlertActions).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringAlertSummaryList: Shape = Shape {
        name: "MonitoringAlertSummaryList",
        kind: Kind::List {
            member: Member::new("member", &MonitoringAlertSummary),
            flattened: false,
            range: Range::between(1.0, 100.0),
        },
    };
    pub static MonitoringAppSpecification: Shape = Shape {
        name: "MonitoringAppSpecification",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ImageUri", &ImageUri).required(),
                Member::new("ContainerEntrypoint", &ContainerEntrypoint),
                Member::new("ContainerArguments", &MonitoringContainerArguments),
                Member::new("RecordPreprocessorSourceUri", &S3Uri),
                Member::new("PostAnalyticsProcessorSourceUri", &S3Uri),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringBaselineConfig: Shape = Shape {
        name: "MonitoringBaselineConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("BaseliningJobName", &ProcessingJobName),
                Member::new("ConstraintsResource", &MonitoringConstraintsResource),
                Member::new("StatisticsResource", &MonitoringStatisticsResource),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringClusterConfig: Shape = Shape {
        name: "MonitoringClusterConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InstanceCount", &ProcessingInstanceCount).required(),
                Member::new("InstanceType", &ProcessingInstanceType).required(),
                Member::new("VolumeSizeInGB", &ProcessingVolumeSizeInGB).required(),
                Member::new("VolumeKmsKeyId", &KmsKeyId),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringConstraintsResource: Shape = Shape {
        name: "MonitoringConstraintsResource",
        kind: Kind::Structure(Structure {
            members: &[Member::new("S3Uri", &S3Uri)],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringContainerArguments: Shape = Shape {
        name: "MonitoringContainerArguments",
        kind: Kind::List {
            member: Member::new("member", &ContainerArgument),
            flattened: false,
            range: Range::between(1.0, 50.0),
        },
    };
    pub static MonitoringCsvDatasetFormat: Shape = Shape {
        name: "MonitoringCsvDatasetFormat",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Header", &Boolean)],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringDatapointsToAlert: Shape =
        Shape { name: "MonitoringDatapointsToAlert", kind: Kind::Int(Range::between(1.0, 100.0)) };
    pub static MonitoringDatasetFormat: Shape = Shape {
        name: "MonitoringDatasetFormat",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Csv", &MonitoringCsvDatasetFormat),
                Member::new("Json", &MonitoringJsonDatasetFormat),
                Member::new("Parquet", &MonitoringParquetDatasetFormat),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringEnvironmentMap: Shape = Shape {
        name: "MonitoringEnvironmentMap",
        kind: Kind::Map {
            key: Member::new("key", &ProcessingEnvironmentKey),
            value: Member::new("value", &ProcessingEnvironmentValue),
            flattened: false,
            range: Range::between(0.0, 50.0),
        },
    };
    pub static MonitoringEvaluationPeriod: Shape =
        Shape { name: "MonitoringEvaluationPeriod", kind: Kind::Int(Range::between(1.0, 100.0)) };
    pub static MonitoringExecutionSummary: Shape = Shape {
        name: "MonitoringExecutionSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MonitoringScheduleName", &MonitoringScheduleName).required(),
                Member::new("ScheduledTime", &Timestamp).required(),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("LastModifiedTime", &Timestamp).required(),
                Member::new("MonitoringExecutionStatus", &ExecutionStatus).required(),
                Member::new("ProcessingJobArn", &ProcessingJobArn),
                Member::new("EndpointName", &EndpointName),
                Member::new("FailureReason", &FailureReason),
                Member::new("MonitoringJobDefinitionName", &MonitoringJobDefinitionName),
                Member::new("MonitoringType", &MonitoringType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringInput: Shape = Shape {
        name: "MonitoringInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointInput", &EndpointInput),
                Member::new("BatchTransformInput", &BatchTransformInput),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringInputs: Shape = Shape {
        name: "MonitoringInputs",
        kind: Kind::List {
            member: Member::new("member", &MonitoringInput),
            flattened: false,
            range: Range::between(1.0, 1.0),
        },
    };
    pub static MonitoringJobDefinition: Shape = Shape {
        name: "MonitoringJobDefinition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("BaselineConfig", &MonitoringBaselineConfig),
                Member::new("MonitoringInputs", &MonitoringInputs).required(),
                Member::new("MonitoringOutputConfig", &MonitoringOutputConfig).required(),
                Member::new("MonitoringResources", &MonitoringResources).required(),
                Member::new("MonitoringAppSpecification", &MonitoringAppSpecification).required(),
                Member::new("StoppingCondition", &MonitoringStoppingCondition),
                Member::new("Environment", &MonitoringEnvironmentMap),
                Member::new("NetworkConfig", &NetworkConfig),
                Member::new("RoleArn", &RoleArn).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringJobDefinitionName: Shape = Shape {
        name: "MonitoringJobDefinitionName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(1.0, 63.0),
        },
    };
    pub static MonitoringJsonDatasetFormat: Shape = Shape {
        name: "MonitoringJsonDatasetFormat",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Line", &Boolean)],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringMaxRuntimeInSeconds: Shape =
        Shape { name: "MonitoringMaxRuntimeInSeconds", kind: Kind::Int(Range::between(1.0, 86400.0)) };
    pub static MonitoringOutput: Shape = Shape {
        name: "MonitoringOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("S3Output", &MonitoringS3Output).required()],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringOutputConfig: Shape = Shape {
        name: "MonitoringOutputConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MonitoringOutputs", &MonitoringOutputs).required(),
                Member::new("KmsKeyId", &KmsKeyId),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringOutputs: Shape = Shape {
        name: "MonitoringOutputs",
        kind: Kind::List {
            member: Member::new("member", &MonitoringOutput),
            flattened: false,
            range: Range::between(1.0, 1.0),
        },
    };
    pub static MonitoringParquetDatasetFormat: Shape = Shape {
        name: "MonitoringParquetDatasetFormat",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static MonitoringResources: Shape = Shape {
        name: "MonitoringResources",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ClusterConfig", &MonitoringClusterConfig).required()],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringS3Output: Shape = Shape {
        name: "MonitoringS3Output",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("S3Uri", &MonitoringS3Uri).required(),
                Member::new("LocalPath", &ProcessingLocalPath).required(),
                Member::new("S3UploadMode", &ProcessingS3UploadMode),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringS3Uri: Shape = Shape {
        name: "MonitoringS3Uri",
        kind: Kind::Str {
            values: &[],
            pattern: "(https|s3)://([^/]+)/?(.*)",
            range: Range::between(0.0, 512.0),
        },
    };
    pub static MonitoringSchedule: Shape = Shape {
        name: "MonitoringSchedule",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MonitoringScheduleArn", &MonitoringScheduleArn),
                Member::new("MonitoringScheduleName", &MonitoringScheduleName),
                Member::new("MonitoringScheduleStatus", &ScheduleStatus),
                Member::new("MonitoringType", &MonitoringType),
                Member::new("FailureReason", &FailureReason),
                Member::new("CreationTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("MonitoringScheduleConfig", &MonitoringScheduleConfig),
                Member::new("EndpointName", &EndpointName),
                Member::new("LastMonitoringExecutionSummary", &MonitoringExecutionSummary),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringScheduleArn: Shape = Shape {
        name: "MonitoringScheduleArn",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 256.0) },
    };
    pub static MonitoringScheduleConfig: Shape = Shape {
        name: "MonitoringScheduleConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ScheduleConfig", &ScheduleConfig),
                Member::new("MonitoringJobDefinition", &MonitoringJobDefinition),
                Member::new("MonitoringJobDefinitionName", &MonitoringJobDefinitionName),
                Member::new("MonitoringType", &MonitoringType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringScheduleList: Shape = Shape {
        name: "MonitoringScheduleList",
        kind: Kind::List {
            member: Member::new("member", &MonitoringSchedule),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static MonitoringScheduleName: Shape = Shape {
        name: "MonitoringScheduleName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(1.0, 63.0),
        },
    };
    pub static MonitoringStatisticsResource: Shape = Shape {
        name: "MonitoringStatisticsResource",
        kind: Kind::Structure(Structure {
            members: &[Member::new("S3Uri", &S3Uri)],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringStoppingCondition: Shape = Shape {
        name: "MonitoringStoppingCondition",
        kind: Kind::Structure(Structure {
            members: &[Member::new("MaxRuntimeInSeconds", &MonitoringMaxRuntimeInSeconds).required()],
            payload: None,
            union: false,
        }),
    };
    pub static MonitoringTimeOffsetString: Shape = Shape {
        name: "MonitoringTimeOffsetString",
        kind: Kind::Str { values: &[], pattern: ".?P.*", range: Range::between(1.0, 15.0) },
    };
    pub static MonitoringType: Shape = Shape {
        name: "MonitoringType",
        kind: Kind::Str {
            values: &["DataQuality", "ModelQuality", "ModelBias", "ModelExplainability"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static MultiModelConfig: Shape = Shape {
        name: "MultiModelConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ModelCacheSetting", &ModelCacheSetting)],
            payload: None,
            union: false,
        }),
    };
    pub static NameContains: Shape = Shape {
        name: "NameContains",
        kind: Kind::Str { values: &[], pattern: "[a-zA-Z0-9\\-]+", range: Range::between(0.0, 63.0) },
    };
    pub static NestedFilters: Shape = Shape {
        name: "NestedFilters",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("NestedPropertyName", &ResourcePropertyName).required(),
                Member::new("Filters", &FilterList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static NestedFiltersList: Shape = Shape {
        name: "NestedFiltersList",
        kind: Kind::List {
            member: Member::new("member", &NestedFilters),
            flattened: false,
            range: Range::between(1.0, 20.0),
        },
    };
    pub static NetworkConfig: Shape = Shape {
        name: "NetworkConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EnableInterContainerTrafficEncryption", &Boolean),
                Member::new("EnableNetworkIsolation", &Boolean),
                Member::new("VpcConfig", &VpcConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static NextToken: Shape = Shape {
        name: "NextToken",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 8192.0) },
    };
    pub static ObjectiveStatus: Shape = Shape {
        name: "ObjectiveStatus",
        kind: Kind::Str { values: &["Succeeded", "Pending", "Failed"], pattern: "", range: Range::ANY },
    };
    pub static ObjectiveStatusCounter: Shape =
        Shape { name: "ObjectiveStatusCounter", kind: Kind::Int(Range::min(0.0)) };
    pub static ObjectiveStatusCounters: Shape = Shape {
        name: "ObjectiveStatusCounters",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Succeeded", &ObjectiveStatusCounter),
                Member::new("Pending", &ObjectiveStatusCounter),
                Member::new("Failed", &ObjectiveStatusCounter),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static OfflineStoreConfig: Shape = Shape {
        name: "OfflineStoreConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("S3StorageConfig", &S3StorageConfig).required(),
                Member::new("DisableGlueTableCreation", &Boolean),
                Member::new("DataCatalogConfig", &DataCatalogConfig),
                Member::new("TableFormat", &TableFormat),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static OfflineStoreStatus: Shape = Shape {
        name: "OfflineStoreStatus",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Status", &OfflineStoreStatusValue).required(),
                Member::new("BlockedReason", &BlockedReason),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static OfflineStoreStatusValue: Shape = Shape {
        name: "OfflineStoreStatusValue",
        kind: Kind::Str { values: &["Active", "Blocked", "Disabled"], pattern: "", range: Range::ANY },
    };
    pub static OnlineStoreConfig: Shape = Shape {
        name: "OnlineStoreConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SecurityConfig", &OnlineStoreSecurityConfig),
                Member::new("EnableOnlineStore", &Boolean),
                Member::new("TtlDuration", &TtlDuration),
                Member::new("StorageType", &StorageType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static OnlineStoreSecurityConfig: Shape = Shape {
        name: "OnlineStoreSecurityConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("KmsKeyId", &KmsKeyId)],
            payload: None,
            union: false,
        }),
    };
    pub static Operator: Shape = Shape {
        name: "Operator",
        kind: Kind::Str {
            values: &[
                "Equals",
                "NotEquals",
                "GreaterThan",
                "GreaterThanOrEqualTo",
                "LessThan",
                "LessThanOrEqualTo",
                "Contains",
                "Exists",
                "NotExists",
                "In",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static OptionalDouble: Shape = Shape { name: "OptionalDouble", kind: Kind::Float(Range::ANY) };
    pub static OptionalInteger: Shape = Shape { name: "OptionalInteger", kind: Kind::Int(Range::ANY) };
    pub static OptionalVolumeSizeInGB: Shape =
        Shape { name: "OptionalVolumeSizeInGB", kind: Kind::Int(Range::min(0.0)) };
    pub static OrderKey: Shape = Shape {
        name: "OrderKey",
        kind: Kind::Str { values: &["Ascending", "Descending"], pattern: "", range: Range::ANY },
    };
    pub static OutputCompressionType: Shape = Shape {
        name: "OutputCompressionType",
        kind: Kind::Str { values: &["GZIP", "NONE"], pattern: "", range: Range::ANY },
    };
    pub static OutputDataConfig: Shape = Shape {
        name: "OutputDataConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("KmsKeyId", &KmsKeyId),
                Member::new("S3OutputPath", &S3Uri).required(),
                Member::new("CompressionType", &OutputCompressionType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PaginationToken: Shape = Shape {
        name: "PaginationToken",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 8192.0) },
    };
    pub static ParallelismConfiguration: Shape = Shape {
        name: "ParallelismConfiguration",
        kind: Kind::Structure(Structure {
            members: &[Member::new("MaxParallelExecutionSteps", &MaxParallelExecutionSteps).required()],
            payload: None,
            union: false,
        }),
    };
    pub static Parameter: Shape = Shape {
        name: "Parameter",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &PipelineParameterName).required(),
                Member::new("Value", &String1024).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ParameterKey: Shape = Shape {
        name: "ParameterKey",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 256.0) },
    };
    pub static ParameterList: Shape = Shape {
        name: "ParameterList",
        kind: Kind::List {
            member: Member::new("member", &Parameter),
            flattened: false,
            range: Range::between(0.0, 200.0),
        },
    };
    pub static ParameterRanges: Shape = Shape {
        name: "ParameterRanges",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("IntegerParameterRanges", &IntegerParameterRanges),
                Member::new("ContinuousParameterRanges", &ContinuousParameterRanges),
                Member::new("CategoricalParameterRanges", &CategoricalParameterRanges),
                Member::new("AutoParameters", &AutoParameters),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ParameterValue: Shape = Shape {
        name: "ParameterValue",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 256.0) },
    };
    pub static ParameterValues: Shape = Shape {
        name: "ParameterValues",
        kind: Kind::List {
            member: Member::new("member", &ParameterValue),
            flattened: false,
            range: Range::between(1.0, 30.0),
        },
    };
    pub static Parent: Shape = Shape {
        name: "Parent",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrialName", &ExperimentEntityName),
                Member::new("ExperimentName", &ExperimentEntityName),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ParentHyperParameterTuningJob: Shape = Shape {
        name: "ParentHyperParameterTuningJob",
        kind: Kind::Structure(Structure {
            members: &[Member::new("HyperParameterTuningJobName", &HyperParameterTuningJobName)],
            payload: None,
            union: false,
        }),
    };
    pub static ParentHyperParameterTuningJobs: Shape = Shape {
        name: "ParentHyperParameterTuningJobs",
        kind: Kind::List {
            member: Member::new("member", &ParentHyperParameterTuningJob),
            flattened: false,
            range: Range::between(1.0, 5.0),
        },
    };
    pub static Parents: Shape = Shape {
        name: "Parents",
        kind: Kind::List { member: Member::new("member", &Parent), flattened: false, range: Range::ANY },
    };
    pub static Peft: Shape =
        Shape { name: "Peft", kind: Kind::Str { values: &["LORA"], pattern: "", range: Range::ANY } };
    pub static PendingDeploymentSummary: Shape = Shape {
        name: "PendingDeploymentSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointConfigName", &EndpointConfigName).required(),
                Member::new("ProductionVariants", &PendingProductionVariantSummaryList),
                Member::new("StartTime", &Timestamp),
                Member::new("ShadowProductionVariants", &PendingProductionVariantSummaryList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PendingProductionVariantSummary: Shape = Shape {
        name: "PendingProductionVariantSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("VariantName", &VariantName).required(),
                Member::new("DeployedImages", &DeployedImages),
                Member::new("CurrentWeight", &VariantWeight),
                Member::new("DesiredWeight", &VariantWeight),
                Member::new("CurrentInstanceCount", &TaskCount),
                Member::new("DesiredInstanceCount", &TaskCount),
                Member::new("InstanceType", &ProductionVariantInstanceType),
                Member::new("InstancePools", &InstancePoolSummaryList),
                Member::new("AcceleratorType", &ProductionVariantAcceleratorType),
                Member::new("VariantStatus", &ProductionVariantStatusList),
                Member::new("CurrentServerlessConfig", &ProductionVariantServerlessConfig),
                Member::new("DesiredServerlessConfig", &ProductionVariantServerlessConfig),
                Member::new("ManagedInstanceScaling", &ProductionVariantManagedInstanceScaling),
                Member::new("RoutingConfig", &ProductionVariantRoutingConfig),
                Member::new("AcceleratorPartitionLayouts", &AcceleratorPartitionLayouts),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PendingProductionVariantSummaryList: Shape = Shape {
        name: "PendingProductionVariantSummaryList",
        kind: Kind::List {
            member: Member::new("member", &PendingProductionVariantSummary),
            flattened: false,
            range: Range::min(1.0),
        },
    };
    pub static Pipeline: Shape = Shape {
        name: "Pipeline",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PipelineArn", &PipelineArn),
                Member::new("PipelineName", &PipelineName),
                Member::new("PipelineDisplayName", &PipelineName),
                Member::new("PipelineDescription", &PipelineDescription),
                Member::new("RoleArn", &RoleArn),
                Member::new("PipelineStatus", &PipelineStatus),
                Member::new("CreationTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("LastRunTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
                Member::new("LastModifiedBy", &UserContext),
                Member::new("ParallelismConfiguration", &ParallelismConfiguration),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PipelineArn: Shape = Shape {
        name: "PipelineArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:([0-9]{12}|aws):pipeline/.*",
            range: Range::between(0.0, 2048.0),
        },
    };
    pub static PipelineDescription: Shape = Shape {
        name: "PipelineDescription",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 3072.0) },
    };
    pub static PipelineExecution: Shape = Shape {
        name: "PipelineExecution",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PipelineArn", &PipelineArn),
                Member::new("PipelineExecutionArn", &PipelineExecutionArn),
                Member::new("PipelineExecutionDisplayName", &PipelineExecutionName),
                Member::new("PipelineExecutionStatus", &PipelineExecutionStatus),
                Member::new("PipelineExecutionDescription", &PipelineExecutionDescription),
                Member::new("PipelineExperimentConfig", &PipelineExperimentConfig),
                Member::new("FailureReason", &PipelineExecutionFailureReason),
                Member::new("CreationTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
                Member::new("LastModifiedBy", &UserContext),
                Member::new("ParallelismConfiguration", &ParallelismConfiguration),
                Member::new("SelectiveExecutionConfig", &SelectiveExecutionConfig),
                Member::new("PipelineParameters", &ParameterList),
                Member::new("PipelineVersionId", &PipelineVersionId),
                Member::new("PipelineVersionDisplayName", &PipelineVersionName),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PipelineExecutionArn: Shape = Shape {
        name: "PipelineExecutionArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:pipeline\\/.*\\/execution\\/.*",
            range: Range::between(0.0, 2048.0),
        },
    };
    pub static PipelineExecutionDescription: Shape = Shape {
        name: "PipelineExecutionDescription",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 3072.0) },
    };
    pub static PipelineExecutionFailureReason: Shape = Shape {
        name: "PipelineExecutionFailureReason",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 1300.0) },
    };
    pub static PipelineExecutionName: Shape = Shape {
        name: "PipelineExecutionName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,81}",
            range: Range::between(1.0, 82.0),
        },
    };
    pub static PipelineExecutionStatus: Shape = Shape {
        name: "PipelineExecutionStatus",
        kind: Kind::Str {
            values: &["Executing", "Stopping", "Stopped", "Failed", "Succeeded", "CompletedWithFailures"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static PipelineExperimentConfig: Shape = Shape {
        name: "PipelineExperimentConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ExperimentName", &ExperimentEntityName),
                Member::new("TrialName", &ExperimentEntityName),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PipelineName: Shape = Shape {
        name: "PipelineName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,255}",
            range: Range::between(1.0, 256.0),
        },
    };
    pub static PipelineParameterName: Shape = Shape {
        name: "PipelineParameterName",
        kind: Kind::Str { values: &[], pattern: "[A-Za-z0-9\\-_]*", range: Range::between(1.0, 256.0) },
    };
    pub static PipelineStatus: Shape = Shape {
        name: "PipelineStatus",
        kind: Kind::Str { values: &["Active", "Deleting"], pattern: "", range: Range::ANY },
    };
    pub static PipelineVersion: Shape = Shape {
        name: "PipelineVersion",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PipelineArn", &PipelineArn),
                Member::new("PipelineVersionId", &PipelineVersionId),
                Member::new("PipelineVersionDisplayName", &PipelineVersionName),
                Member::new("PipelineVersionDescription", &PipelineVersionDescription),
                Member::new("CreationTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
                Member::new("LastModifiedBy", &UserContext),
                Member::new("LastExecutedPipelineExecutionArn", &PipelineExecutionArn),
                Member::new("LastExecutedPipelineExecutionDisplayName", &PipelineExecutionName),
                Member::new("LastExecutedPipelineExecutionStatus", &PipelineExecutionStatus),
                Member::new("PipelineVersionAliases", &PipelineVersionAliasList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PipelineVersionAlias: Shape = Shape {
        name: "PipelineVersionAlias",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9._\\-]{1,128}",
            range: Range::between(1.0, 128.0),
        },
    };
    pub static PipelineVersionAliasList: Shape = Shape {
        name: "PipelineVersionAliasList",
        kind: Kind::List {
            member: Member::new("member", &PipelineVersionAlias),
            flattened: false,
            range: Range::between(0.0, 10.0),
        },
    };
    pub static PipelineVersionDescription: Shape = Shape {
        name: "PipelineVersionDescription",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 3072.0) },
    };
    pub static PipelineVersionId: Shape =
        Shape { name: "PipelineVersionId", kind: Kind::Int(Range::min(1.0)) };
    pub static PipelineVersionName: Shape = Shape {
        name: "PipelineVersionName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,81}",
            range: Range::between(1.0, 82.0),
        },
    };
    pub static PlacementSpecification: Shape = Shape {
        name: "PlacementSpecification",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UltraServerId", &String256),
                Member::new("InstanceCount", &TrainingInstanceCount).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PlacementSpecifications: Shape = Shape {
        name: "PlacementSpecifications",
        kind: Kind::List {
            member: Member::new("member", &PlacementSpecification),
            flattened: false,
            range: Range::between(0.0, 10.0),
        },
    };
    pub static PolicyString: Shape = Shape {
        name: "PolicyString",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 20480.0) },
    };
    pub static PrefixAwareRoutingConcurrencyThreshold: Shape = Shape {
        name: "PrefixAwareRoutingConcurrencyThreshold",
        kind: Kind::Int(Range::between(1.0, 1024.0)),
    };
    pub static PrefixAwareRoutingConfig: Shape = Shape {
        name: "PrefixAwareRoutingConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PrefixLength", &PrefixAwareRoutingPrefixLength),
                Member::new("ConcurrencyThreshold", &PrefixAwareRoutingConcurrencyThreshold),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PrefixAwareRoutingPrefixLength: Shape =
        Shape { name: "PrefixAwareRoutingPrefixLength", kind: Kind::Int(Range::between(1024.0, 65536.0)) };
    pub static ProbabilityThresholdAttribute: Shape =
        Shape { name: "ProbabilityThresholdAttribute", kind: Kind::Float(Range::ANY) };
    pub static ProcessingClusterConfig: Shape = Shape {
        name: "ProcessingClusterConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InstanceCount", &ProcessingInstanceCount),
                Member::new("InstanceType", &ProcessingInstanceType),
                Member::new("VolumeSizeInGB", &ProcessingVolumeSizeInGB).required(),
                Member::new("VolumeKmsKeyId", &KmsKeyId),
                Member::new("InstancePreferences", &ProcessingInstancePreferenceList),
                Member::new("SelectedInstanceType", &ProcessingInstanceType),
                Member::new("SelectedInstanceCount", &ProcessingInstanceCount),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProcessingEnvironmentKey: Shape = Shape {
        name: "ProcessingEnvironmentKey",
        kind: Kind::Str { values: &[], pattern: "[a-zA-Z_][a-zA-Z0-9_]*", range: Range::between(0.0, 256.0) },
    };
    pub static ProcessingEnvironmentMap: Shape = Shape {
        name: "ProcessingEnvironmentMap",
        kind: Kind::Map {
            key: Member::new("key", &ProcessingEnvironmentKey),
            value: Member::new("value", &ProcessingEnvironmentValue),
            flattened: false,
            range: Range::between(0.0, 100.0),
        },
    };
    pub static ProcessingEnvironmentValue: Shape = Shape {
        name: "ProcessingEnvironmentValue",
        kind: Kind::Str { values: &[], pattern: "[\\S\\s]*", range: Range::between(0.0, 256.0) },
    };
    pub static ProcessingFeatureStoreOutput: Shape = Shape {
        name: "ProcessingFeatureStoreOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("FeatureGroupName", &FeatureGroupName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ProcessingInput: Shape = Shape {
        name: "ProcessingInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InputName", &String).required(),
                Member::new("AppManaged", &AppManaged),
                Member::new("S3Input", &ProcessingS3Input),
                Member::new("DatasetDefinition", &DatasetDefinition),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProcessingInputs: Shape = Shape {
        name: "ProcessingInputs",
        kind: Kind::List {
            member: Member::new("member", &ProcessingInput),
            flattened: false,
            range: Range::between(0.0, 10.0),
        },
    };
    pub static ProcessingInstanceCount: Shape =
        Shape { name: "ProcessingInstanceCount", kind: Kind::Int(Range::between(1.0, 100.0)) };
    pub static ProcessingInstancePreference: Shape = Shape {
        name: "ProcessingInstancePreference",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InstanceType", &ProcessingInstanceType).required(),
                Member::new("InstanceCount", &ProcessingInstanceCount),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProcessingInstancePreferenceList: Shape = Shape {
        name: "ProcessingInstancePreferenceList",
        kind: Kind::List {
            member: Member::new("member", &ProcessingInstancePreference),
            flattened: false,
            range: Range::between(1.0, 5.0),
        },
    };
    pub static ProcessingInstanceType: Shape = Shape {
        name: "ProcessingInstanceType",
        kind: Kind::Str {
            values: &[
                "ml.t3.medium",
                "ml.t3.large",
                "ml.t3.xlarge",
                "ml.t3.2xlarge",
                "ml.m4.xlarge",
                "ml.m4.2xlarge",
                "ml.m4.4xlarge",
                "ml.m4.10xlarge",
                "ml.m4.16xlarge",
                "ml.c4.xlarge",
                "ml.c4.2xlarge",
                "ml.c4.4xlarge",
                "ml.c4.8xlarge",
                "ml.p2.xlarge",
                "ml.p2.8xlarge",
                "ml.p2.16xlarge",
                "ml.p3.2xlarge",
                "ml.p3.8xlarge",
                "ml.p3.16xlarge",
                "ml.c5.xlarge",
                "ml.c5.2xlarge",
                "ml.c5.4xlarge",
                "ml.c5.9xlarge",
                "ml.c5.18xlarge",
                "ml.m5.large",
                "ml.m5.xlarge",
                "ml.m5.2xlarge",
                "ml.m5.4xlarge",
                "ml.m5.12xlarge",
                "ml.m5.24xlarge",
                "ml.r5.large",
                "ml.r5.xlarge",
                "ml.r5.2xlarge",
                "ml.r5.4xlarge",
                "ml.r5.8xlarge",
                "ml.r5.12xlarge",
                "ml.r5.16xlarge",
                "ml.r5.24xlarge",
                "ml.g4dn.xlarge",
                "ml.g4dn.2xlarge",
                "ml.g4dn.4xlarge",
                "ml.g4dn.8xlarge",
                "ml.g4dn.12xlarge",
                "ml.g4dn.16xlarge",
                "ml.g5.xlarge",
                "ml.g5.2xlarge",
                "ml.g5.4xlarge",
                "ml.g5.8xlarge",
                "ml.g5.16xlarge",
                "ml.g5.12xlarge",
                "ml.g5.24xlarge",
                "ml.g5.48xlarge",
                "ml.r5d.large",
                "ml.r5d.xlarge",
                "ml.r5d.2xlarge",
                "ml.r5d.4xlarge",
                "ml.r5d.8xlarge",
                "ml.r5d.12xlarge",
                "ml.r5d.16xlarge",
                "ml.r5d.24xlarge",
                "ml.g6.xlarge",
                "ml.g6.2xlarge",
                "ml.g6.4xlarge",
                "ml.g6.8xlarge",
                "ml.g6.12xlarge",
                "ml.g6.16xlarge",
                "ml.g6.24xlarge",
                "ml.g6.48xlarge",
                "ml.g6e.xlarge",
                "ml.g6e.2xlarge",
                "ml.g6e.4xlarge",
                "ml.g6e.8xlarge",
                "ml.g6e.12xlarge",
                "ml.g6e.16xlarge",
                "ml.g6e.24xlarge",
                "ml.g6e.48xlarge",
                "ml.m6i.large",
                "ml.m6i.xlarge",
                "ml.m6i.2xlarge",
                "ml.m6i.4xlarge",
                "ml.m6i.8xlarge",
                "ml.m6i.12xlarge",
                "ml.m6i.16xlarge",
                "ml.m6i.24xlarge",
                "ml.m6i.32xlarge",
                "ml.c6i.xlarge",
                "ml.c6i.2xlarge",
                "ml.c6i.4xlarge",
                "ml.c6i.8xlarge",
                "ml.c6i.12xlarge",
                "ml.c6i.16xlarge",
                "ml.c6i.24xlarge",
                "ml.c6i.32xlarge",
                "ml.m7i.large",
                "ml.m7i.xlarge",
                "ml.m7i.2xlarge",
                "ml.m7i.4xlarge",
                "ml.m7i.8xlarge",
                "ml.m7i.12xlarge",
                "ml.m7i.16xlarge",
                "ml.m7i.24xlarge",
                "ml.m7i.48xlarge",
                "ml.c7i.large",
                "ml.c7i.xlarge",
                "ml.c7i.2xlarge",
                "ml.c7i.4xlarge",
                "ml.c7i.8xlarge",
                "ml.c7i.12xlarge",
                "ml.c7i.16xlarge",
                "ml.c7i.24xlarge",
                "ml.c7i.48xlarge",
                "ml.r7i.large",
                "ml.r7i.xlarge",
                "ml.r7i.2xlarge",
                "ml.r7i.4xlarge",
                "ml.r7i.8xlarge",
                "ml.r7i.12xlarge",
                "ml.r7i.16xlarge",
                "ml.r7i.24xlarge",
                "ml.r7i.48xlarge",
                "ml.p5.4xlarge",
                "ml.g7e.2xlarge",
                "ml.g7e.4xlarge",
                "ml.g7e.8xlarge",
                "ml.g7e.12xlarge",
                "ml.g7e.24xlarge",
                "ml.g7e.48xlarge",
                "ml.g7.2xlarge",
                "ml.g7.4xlarge",
                "ml.g7.8xlarge",
                "ml.g7.12xlarge",
                "ml.g7.24xlarge",
                "ml.g7.48xlarge",
                "ml.r6i.large",
                "ml.r6i.xlarge",
                "ml.r6i.2xlarge",
                "ml.r6i.4xlarge",
                "ml.r6i.8xlarge",
                "ml.r6i.12xlarge",
                "ml.r6i.16xlarge",
                "ml.r6i.24xlarge",
                "ml.r6i.32xlarge",
                "ml.m8i.large",
                "ml.m8i.xlarge",
                "ml.m8i.2xlarge",
                "ml.m8i.4xlarge",
                "ml.m8i.8xlarge",
                "ml.m8i.12xlarge",
                "ml.m8i.16xlarge",
                "ml.m8i.24xlarge",
                "ml.m8i.32xlarge",
                "ml.m8i.48xlarge",
                "ml.m8i.96xlarge",
                "ml.c8i.xlarge",
                "ml.c8i.2xlarge",
                "ml.c8i.4xlarge",
                "ml.c8i.8xlarge",
                "ml.c8i.12xlarge",
                "ml.c8i.16xlarge",
                "ml.c8i.24xlarge",
                "ml.c8i.32xlarge",
                "ml.c8i.48xlarge",
                "ml.c8i.96xlarge",
                "ml.r8i.large",
                "ml.r8i.xlarge",
                "ml.r8i.2xlarge",
                "ml.r8i.4xlarge",
                "ml.r8i.8xlarge",
                "ml.r8i.12xlarge",
                "ml.r8i.16xlarge",
                "ml.r8i.24xlarge",
                "ml.r8i.32xlarge",
                "ml.r8i.48xlarge",
                "ml.r8i.96xlarge",
                "ml.m7i-flex.large",
                "ml.m7i-flex.xlarge",
                "ml.m7i-flex.2xlarge",
                "ml.m7i-flex.4xlarge",
                "ml.m7i-flex.8xlarge",
                "ml.m7i-flex.12xlarge",
                "ml.m7i-flex.16xlarge",
                "ml.c7i-flex.xlarge",
                "ml.c7i-flex.2xlarge",
                "ml.c7i-flex.4xlarge",
                "ml.c7i-flex.8xlarge",
                "ml.c7i-flex.12xlarge",
                "ml.c7i-flex.16xlarge",
                "ml.m8i-flex.large",
                "ml.m8i-flex.xlarge",
                "ml.m8i-flex.2xlarge",
                "ml.m8i-flex.4xlarge",
                "ml.m8i-flex.8xlarge",
                "ml.m8i-flex.12xlarge",
                "ml.m8i-flex.16xlarge",
                "ml.c8i-flex.xlarge",
                "ml.c8i-flex.2xlarge",
                "ml.c8i-flex.4xlarge",
                "ml.c8i-flex.8xlarge",
                "ml.c8i-flex.12xlarge",
                "ml.c8i-flex.16xlarge",
                "ml.r8i-flex.large",
                "ml.r8i-flex.xlarge",
                "ml.r8i-flex.2xlarge",
                "ml.r8i-flex.4xlarge",
                "ml.r8i-flex.8xlarge",
                "ml.r8i-flex.12xlarge",
                "ml.r8i-flex.16xlarge",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ProcessingJob: Shape = Shape {
        name: "ProcessingJob",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ProcessingInputs", &ProcessingInputs),
                Member::new("ProcessingOutputConfig", &ProcessingOutputConfig),
                Member::new("ProcessingJobName", &ProcessingJobName),
                Member::new("ProcessingResources", &ProcessingResources),
                Member::new("StoppingCondition", &ProcessingStoppingCondition),
                Member::new("AppSpecification", &AppSpecification),
                Member::new("Environment", &ProcessingEnvironmentMap),
                Member::new("NetworkConfig", &NetworkConfig),
                Member::new("RoleArn", &RoleArn),
                Member::new("ExperimentConfig", &ExperimentConfig),
                Member::new("ProcessingJobArn", &ProcessingJobArn),
                Member::new("ProcessingJobStatus", &ProcessingJobStatus),
                Member::new("ExitMessage", &ExitMessage),
                Member::new("FailureReason", &FailureReason),
                Member::new("ProcessingEndTime", &Timestamp),
                Member::new("ProcessingStartTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("CreationTime", &Timestamp),
                Member::new("MonitoringScheduleArn", &MonitoringScheduleArn),
                Member::new("AutoMLJobArn", &AutoMLJobArn),
                Member::new("TrainingJobArn", &TrainingJobArn),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProcessingJobArn: Shape = Shape {
        name: "ProcessingJobArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:processing-job/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static ProcessingJobName: Shape = Shape {
        name: "ProcessingJobName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(1.0, 63.0),
        },
    };
    pub static ProcessingJobStatus: Shape = Shape {
        name: "ProcessingJobStatus",
        kind: Kind::Str {
            values: &["InProgress", "Completed", "Failed", "Stopping", "Stopped"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ProcessingJobSummaries: Shape = Shape {
        name: "ProcessingJobSummaries",
        kind: Kind::List {
            member: Member::new("member", &ProcessingJobSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ProcessingJobSummary: Shape = Shape {
        name: "ProcessingJobSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ProcessingJobName", &ProcessingJobName).required(),
                Member::new("ProcessingJobArn", &ProcessingJobArn).required(),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("ProcessingEndTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("ProcessingJobStatus", &ProcessingJobStatus).required(),
                Member::new("FailureReason", &FailureReason),
                Member::new("ExitMessage", &ExitMessage),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProcessingLocalPath: Shape = Shape {
        name: "ProcessingLocalPath",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 256.0) },
    };
    pub static ProcessingMaxRuntimeInSeconds: Shape =
        Shape { name: "ProcessingMaxRuntimeInSeconds", kind: Kind::Int(Range::between(1.0, 777600.0)) };
    pub static ProcessingOutput: Shape = Shape {
        name: "ProcessingOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("OutputName", &String).required(),
                Member::new("S3Output", &ProcessingS3Output),
                Member::new("FeatureStoreOutput", &ProcessingFeatureStoreOutput),
                Member::new("AppManaged", &AppManaged),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProcessingOutputConfig: Shape = Shape {
        name: "ProcessingOutputConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Outputs", &ProcessingOutputs).required(),
                Member::new("KmsKeyId", &KmsKeyId),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProcessingOutputs: Shape = Shape {
        name: "ProcessingOutputs",
        kind: Kind::List {
            member: Member::new("member", &ProcessingOutput),
            flattened: false,
            range: Range::between(0.0, 10.0),
        },
    };
    pub static ProcessingResources: Shape = Shape {
        name: "ProcessingResources",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ClusterConfig", &ProcessingClusterConfig).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ProcessingS3CompressionType: Shape = Shape {
        name: "ProcessingS3CompressionType",
        kind: Kind::Str { values: &["None", "Gzip"], pattern: "", range: Range::ANY },
    };
    pub static ProcessingS3DataDistributionType: Shape = Shape {
        name: "ProcessingS3DataDistributionType",
        kind: Kind::Str { values: &["FullyReplicated", "ShardedByS3Key"], pattern: "", range: Range::ANY },
    };
    pub static ProcessingS3DataType: Shape = Shape {
        name: "ProcessingS3DataType",
        kind: Kind::Str { values: &["ManifestFile", "S3Prefix"], pattern: "", range: Range::ANY },
    };
    pub static ProcessingS3Input: Shape = Shape {
        name: "ProcessingS3Input",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("S3Uri", &S3Uri).required(),
                Member::new("LocalPath", &ProcessingLocalPath),
                Member::new("S3DataType", &ProcessingS3DataType).required(),
                Member::new("S3InputMode", &ProcessingS3InputMode),
                Member::new("S3DataDistributionType", &ProcessingS3DataDistributionType),
                Member::new("S3CompressionType", &ProcessingS3CompressionType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProcessingS3InputMode: Shape = Shape {
        name: "ProcessingS3InputMode",
        kind: Kind::Str { values: &["Pipe", "File"], pattern: "", range: Range::ANY },
    };
    pub static ProcessingS3Output: Shape = Shape {
        name: "ProcessingS3Output",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("S3Uri", &S3Uri).required(),
                Member::new("LocalPath", &ProcessingLocalPath),
                Member::new("S3UploadMode", &ProcessingS3UploadMode).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProcessingS3UploadMode: Shape = Shape {
        name: "ProcessingS3UploadMode",
        kind: Kind::Str { values: &["Continuous", "EndOfJob"], pattern: "", range: Range::ANY },
    };
    pub static ProcessingStoppingCondition: Shape = Shape {
        name: "ProcessingStoppingCondition",
        kind: Kind::Structure(Structure {
            members: &[Member::new("MaxRuntimeInSeconds", &ProcessingMaxRuntimeInSeconds).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ProcessingVolumeSizeInGB: Shape =
        Shape { name: "ProcessingVolumeSizeInGB", kind: Kind::Int(Range::between(1.0, 16384.0)) };
    pub static ProductId: Shape = Shape {
        name: "ProductId",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9])*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static ProductionVariant: Shape = Shape {
        name: "ProductionVariant",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("VariantName", &VariantName).required(),
                Member::new("ModelName", &ModelName),
                Member::new("InitialInstanceCount", &InitialTaskCount),
                Member::new("InstanceType", &ProductionVariantInstanceType),
                Member::new("InstancePools", &InstancePoolList),
                Member::new(
                    "VariantInstanceProvisionTimeoutInSeconds",
                    &VariantInstanceProvisionTimeoutInSeconds,
                ),
                Member::new("InitialVariantWeight", &VariantWeight),
                Member::new("AcceleratorType", &ProductionVariantAcceleratorType),
                Member::new("CoreDumpConfig", &ProductionVariantCoreDumpConfig),
                Member::new("ServerlessConfig", &ProductionVariantServerlessConfig),
                Member::new("VolumeSizeInGB", &ProductionVariantVolumeSizeInGB),
                Member::new(
                    "ModelDataDownloadTimeoutInSeconds",
                    &ProductionVariantModelDataDownloadTimeoutInSeconds,
                ),
                Member::new(
                    "ContainerStartupHealthCheckTimeoutInSeconds",
                    &ProductionVariantContainerStartupHealthCheckTimeoutInSeconds,
                ),
                Member::new("EnableSSMAccess", &ProductionVariantSSMAccess),
                Member::new("ManagedInstanceScaling", &ProductionVariantManagedInstanceScaling),
                Member::new("RoutingConfig", &ProductionVariantRoutingConfig),
                Member::new("InferenceAmiVersion", &ProductionVariantInferenceAmiVersion),
                Member::new("CapacityReservationConfig", &ProductionVariantCapacityReservationConfig),
                Member::new("AcceleratorPartitionLayouts", &ProductionVariantAcceleratorPartitionLayoutsList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProductionVariantAcceleratorPartitionLayoutsList: Shape = Shape {
        name: "ProductionVariantAcceleratorPartitionLayoutsList",
        kind: Kind::List {
            member: Member::new("member", &AcceleratorPartitionLayout),
            flattened: false,
            range: Range::between(1.0, 32.0),
        },
    };
    pub static ProductionVariantAcceleratorType: Shape = Shape {
        name: "ProductionVariantAcceleratorType",
        kind: Kind::Str {
            values: &[
                "ml.eia1.medium",
                "ml.eia1.large",
                "ml.eia1.xlarge",
                "ml.eia2.medium",
                "ml.eia2.large",
                "ml.eia2.xlarge",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ProductionVariantCapacityReservationConfig: Shape = Shape {
        name: "ProductionVariantCapacityReservationConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("CapacityReservationPreference", &CapacityReservationPreference),
                Member::new("MlReservationArn", &MlReservationArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProductionVariantCapacityReservationSummary: Shape = Shape {
        name: "ProductionVariantCapacityReservationSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MlReservationArn", &MlReservationArn),
                Member::new("CapacityReservationPreference", &CapacityReservationPreference),
                Member::new("TotalInstanceCount", &TaskCount),
                Member::new("AvailableInstanceCount", &TaskCount),
                Member::new("UsedByCurrentEndpoint", &TaskCount),
                Member::new("Ec2CapacityReservations", &Ec2CapacityReservationsList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProductionVariantContainerStartupHealthCheckTimeoutInSeconds: Shape = Shape {
        name: "ProductionVariantContainerStartupHealthCheckTimeoutInSeconds",
        kind: Kind::Int(Range::between(60.0, 3600.0)),
    };
    pub static ProductionVariantCoreDumpConfig: Shape = Shape {
        name: "ProductionVariantCoreDumpConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("DestinationS3Uri", &DestinationS3Uri).required(),
                Member::new("KmsKeyId", &KmsKeyId),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProductionVariantInferenceAmiVersion: Shape = Shape {
        name: "ProductionVariantInferenceAmiVersion",
        kind: Kind::Str {
            values: &[
                "al2-ami-sagemaker-inference-gpu-2",
                "al2-ami-sagemaker-inference-gpu-2-1",
                "al2-ami-sagemaker-inference-gpu-3-1",
                "al2-ami-sagemaker-inference-neuron-2",
                "al2023-ami-sagemaker-inference-gpu-4-1",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ProductionVariantInstanceType: Shape = Shape {
        name: "ProductionVariantInstanceType",
        kind: Kind::Str {
            values: &[
                "ml.t2.medium",
                "ml.t2.large",
                "ml.t2.xlarge",
                "ml.t2.2xlarge",
                "ml.m4.xlarge",
                "ml.m4.2xlarge",
                "ml.m4.4xlarge",
                "ml.m4.10xlarge",
                "ml.m4.16xlarge",
                "ml.m5.large",
                "ml.m5.xlarge",
                "ml.m5.2xlarge",
                "ml.m5.4xlarge",
                "ml.m5.12xlarge",
                "ml.m5.24xlarge",
                "ml.m5d.large",
                "ml.m5d.xlarge",
                "ml.m5d.2xlarge",
                "ml.m5d.4xlarge",
                "ml.m5d.12xlarge",
                "ml.m5d.24xlarge",
                "ml.c4.large",
                "ml.c4.xlarge",
                "ml.c4.2xlarge",
                "ml.c4.4xlarge",
                "ml.c4.8xlarge",
                "ml.p2.xlarge",
                "ml.p2.8xlarge",
                "ml.p2.16xlarge",
                "ml.p3.2xlarge",
                "ml.p3.8xlarge",
                "ml.p3.16xlarge",
                "ml.c5.large",
                "ml.c5.xlarge",
                "ml.c5.2xlarge",
                "ml.c5.4xlarge",
                "ml.c5.9xlarge",
                "ml.c5.18xlarge",
                "ml.c5d.large",
                "ml.c5d.xlarge",
                "ml.c5d.2xlarge",
                "ml.c5d.4xlarge",
                "ml.c5d.9xlarge",
                "ml.c5d.18xlarge",
                "ml.g4dn.xlarge",
                "ml.g4dn.2xlarge",
                "ml.g4dn.4xlarge",
                "ml.g4dn.8xlarge",
                "ml.g4dn.12xlarge",
                "ml.g4dn.16xlarge",
                "ml.r5.large",
                "ml.r5.xlarge",
                "ml.r5.2xlarge",
                "ml.r5.4xlarge",
                "ml.r5.12xlarge",
                "ml.r5.24xlarge",
                "ml.r5d.large",
                "ml.r5d.xlarge",
                "ml.r5d.2xlarge",
                "ml.r5d.4xlarge",
                "ml.r5d.12xlarge",
                "ml.r5d.24xlarge",
                "ml.inf1.xlarge",
                "ml.inf1.2xlarge",
                "ml.inf1.6xlarge",
                "ml.inf1.24xlarge",
                "ml.dl1.24xlarge",
                "ml.c6i.large",
                "ml.c6i.xlarge",
                "ml.c6i.2xlarge",
                "ml.c6i.4xlarge",
                "ml.c6i.8xlarge",
                "ml.c6i.12xlarge",
                "ml.c6i.16xlarge",
                "ml.c6i.24xlarge",
                "ml.c6i.32xlarge",
                "ml.m6i.large",
                "ml.m6i.xlarge",
                "ml.m6i.2xlarge",
                "ml.m6i.4xlarge",
                "ml.m6i.8xlarge",
                "ml.m6i.12xlarge",
                "ml.m6i.16xlarge",
                "ml.m6i.24xlarge",
                "ml.m6i.32xlarge",
                "ml.r6i.large",
                "ml.r6i.xlarge",
                "ml.r6i.2xlarge",
                "ml.r6i.4xlarge",
                "ml.r6i.8xlarge",
                "ml.r6i.12xlarge",
                "ml.r6i.16xlarge",
                "ml.r6i.24xlarge",
                "ml.r6i.32xlarge",
                "ml.g5.xlarge",
                "ml.g5.2xlarge",
                "ml.g5.4xlarge",
                "ml.g5.8xlarge",
                "ml.g5.12xlarge",
                "ml.g5.16xlarge",
                "ml.g5.24xlarge",
                "ml.g5.48xlarge",
                "ml.g6.xlarge",
                "ml.g6.2xlarge",
                "ml.g6.4xlarge",
                "ml.g6.8xlarge",
                "ml.g6.12xlarge",
                "ml.g6.16xlarge",
                "ml.g6.24xlarge",
                "ml.g6.48xlarge",
                "ml.r8g.medium",
                "ml.r8g.large",
                "ml.r8g.xlarge",
                "ml.r8g.2xlarge",
                "ml.r8g.4xlarge",
                "ml.r8g.8xlarge",
                "ml.r8g.12xlarge",
                "ml.r8g.16xlarge",
                "ml.r8g.24xlarge",
                "ml.r8g.48xlarge",
                "ml.g6e.xlarge",
                "ml.g6e.2xlarge",
                "ml.g6e.4xlarge",
                "ml.g6e.8xlarge",
                "ml.g6e.12xlarge",
                "ml.g6e.16xlarge",
                "ml.g6e.24xlarge",
                "ml.g6e.48xlarge",
                "ml.g7e.2xlarge",
                "ml.g7e.4xlarge",
                "ml.g7e.8xlarge",
                "ml.g7e.12xlarge",
                "ml.g7e.24xlarge",
                "ml.g7e.48xlarge",
                "ml.g7.2xlarge",
                "ml.g7.4xlarge",
                "ml.g7.8xlarge",
                "ml.g7.12xlarge",
                "ml.g7.24xlarge",
                "ml.g7.48xlarge",
                "ml.p4d.24xlarge",
                "ml.c7g.large",
                "ml.c7g.xlarge",
                "ml.c7g.2xlarge",
                "ml.c7g.4xlarge",
                "ml.c7g.8xlarge",
                "ml.c7g.12xlarge",
                "ml.c7g.16xlarge",
                "ml.m6g.large",
                "ml.m6g.xlarge",
                "ml.m6g.2xlarge",
                "ml.m6g.4xlarge",
                "ml.m6g.8xlarge",
                "ml.m6g.12xlarge",
                "ml.m6g.16xlarge",
                "ml.m6gd.large",
                "ml.m6gd.xlarge",
                "ml.m6gd.2xlarge",
                "ml.m6gd.4xlarge",
                "ml.m6gd.8xlarge",
                "ml.m6gd.12xlarge",
                "ml.m6gd.16xlarge",
                "ml.c6g.large",
                "ml.c6g.xlarge",
                "ml.c6g.2xlarge",
                "ml.c6g.4xlarge",
                "ml.c6g.8xlarge",
                "ml.c6g.12xlarge",
                "ml.c6g.16xlarge",
                "ml.c6gd.large",
                "ml.c6gd.xlarge",
                "ml.c6gd.2xlarge",
                "ml.c6gd.4xlarge",
                "ml.c6gd.8xlarge",
                "ml.c6gd.12xlarge",
                "ml.c6gd.16xlarge",
                "ml.c6gn.large",
                "ml.c6gn.xlarge",
                "ml.c6gn.2xlarge",
                "ml.c6gn.4xlarge",
                "ml.c6gn.8xlarge",
                "ml.c6gn.12xlarge",
                "ml.c6gn.16xlarge",
                "ml.r6g.large",
                "ml.r6g.xlarge",
                "ml.r6g.2xlarge",
                "ml.r6g.4xlarge",
                "ml.r6g.8xlarge",
                "ml.r6g.12xlarge",
                "ml.r6g.16xlarge",
                "ml.r6gd.large",
                "ml.r6gd.xlarge",
                "ml.r6gd.2xlarge",
                "ml.r6gd.4xlarge",
                "ml.r6gd.8xlarge",
                "ml.r6gd.12xlarge",
                "ml.r6gd.16xlarge",
                "ml.p4de.24xlarge",
                "ml.trn1.2xlarge",
                "ml.trn1.32xlarge",
                "ml.trn1n.32xlarge",
                "ml.trn2.48xlarge",
                "ml.inf2.xlarge",
                "ml.inf2.8xlarge",
                "ml.inf2.24xlarge",
                "ml.inf2.48xlarge",
                "ml.p5.48xlarge",
                "ml.p5e.48xlarge",
                "ml.p5en.48xlarge",
                "ml.m7i.large",
                "ml.m7i.xlarge",
                "ml.m7i.2xlarge",
                "ml.m7i.4xlarge",
                "ml.m7i.8xlarge",
                "ml.m7i.12xlarge",
                "ml.m7i.16xlarge",
                "ml.m7i.24xlarge",
                "ml.m7i.48xlarge",
                "ml.c7i.large",
                "ml.c7i.xlarge",
                "ml.c7i.2xlarge",
                "ml.c7i.4xlarge",
                "ml.c7i.8xlarge",
                "ml.c7i.12xlarge",
                "ml.c7i.16xlarge",
                "ml.c7i.24xlarge",
                "ml.c7i.48xlarge",
                "ml.r7i.large",
                "ml.r7i.xlarge",
                "ml.r7i.2xlarge",
                "ml.r7i.4xlarge",
                "ml.r7i.8xlarge",
                "ml.r7i.12xlarge",
                "ml.r7i.16xlarge",
                "ml.r7i.24xlarge",
                "ml.r7i.48xlarge",
                "ml.c8g.medium",
                "ml.c8g.large",
                "ml.c8g.xlarge",
                "ml.c8g.2xlarge",
                "ml.c8g.4xlarge",
                "ml.c8g.8xlarge",
                "ml.c8g.12xlarge",
                "ml.c8g.16xlarge",
                "ml.c8g.24xlarge",
                "ml.c8g.48xlarge",
                "ml.r7gd.medium",
                "ml.r7gd.large",
                "ml.r7gd.xlarge",
                "ml.r7gd.2xlarge",
                "ml.r7gd.4xlarge",
                "ml.r7gd.8xlarge",
                "ml.r7gd.12xlarge",
                "ml.r7gd.16xlarge",
                "ml.m8g.medium",
                "ml.m8g.large",
                "ml.m8g.xlarge",
                "ml.m8g.2xlarge",
                "ml.m8g.4xlarge",
                "ml.m8g.8xlarge",
                "ml.m8g.12xlarge",
                "ml.m8g.16xlarge",
                "ml.m8g.24xlarge",
                "ml.m8g.48xlarge",
                "ml.c6in.large",
                "ml.c6in.xlarge",
                "ml.c6in.2xlarge",
                "ml.c6in.4xlarge",
                "ml.c6in.8xlarge",
                "ml.c6in.12xlarge",
                "ml.c6in.16xlarge",
                "ml.c6in.24xlarge",
                "ml.c6in.32xlarge",
                "ml.p6-b200.48xlarge",
                "ml.p6-b300.48xlarge",
                "ml.p6e-gb200.36xlarge",
                "ml.p5.4xlarge",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ProductionVariantList: Shape = Shape {
        name: "ProductionVariantList",
        kind: Kind::List {
            member: Member::new("member", &ProductionVariant),
            flattened: false,
            range: Range::between(1.0, 10.0),
        },
    };
    pub static ProductionVariantManagedInstanceScaling: Shape = Shape {
        name: "ProductionVariantManagedInstanceScaling",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Status", &ManagedInstanceScalingStatus),
                Member::new("MinInstanceCount", &ManagedInstanceScalingMinInstanceCount),
                Member::new("MaxInstanceCount", &ManagedInstanceScalingMaxInstanceCount),
                Member::new("ScaleInPolicy", &ProductionVariantManagedInstanceScalingScaleInPolicy),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProductionVariantManagedInstanceScalingScaleInPolicy: Shape = Shape {
        name: "ProductionVariantManagedInstanceScalingScaleInPolicy",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Strategy", &ManagedInstanceScalingScaleInStrategy).required(),
                Member::new("MaximumStepSize", &ManagedInstanceScalingMaximumStepSize),
                Member::new("CooldownInMinutes", &ManagedInstanceScalingCooldownInMinutes),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProductionVariantModelDataDownloadTimeoutInSeconds: Shape = Shape {
        name: "ProductionVariantModelDataDownloadTimeoutInSeconds",
        kind: Kind::Int(Range::between(60.0, 3600.0)),
    };
    pub static ProductionVariantRoutingConfig: Shape = Shape {
        name: "ProductionVariantRoutingConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoutingStrategy", &RoutingStrategy).required(),
                Member::new("PrefixAwareRoutingConfig", &PrefixAwareRoutingConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProductionVariantSSMAccess: Shape =
        Shape { name: "ProductionVariantSSMAccess", kind: Kind::Bool };
    pub static ProductionVariantServerlessConfig: Shape = Shape {
        name: "ProductionVariantServerlessConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MemorySizeInMB", &ServerlessMemorySizeInMB).required(),
                Member::new("MaxConcurrency", &ServerlessMaxConcurrency).required(),
                Member::new("ProvisionedConcurrency", &ServerlessProvisionedConcurrency),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProductionVariantServerlessUpdateConfig: Shape = Shape {
        name: "ProductionVariantServerlessUpdateConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MaxConcurrency", &ServerlessMaxConcurrency),
                Member::new("ProvisionedConcurrency", &ServerlessProvisionedConcurrency),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProductionVariantStatus: Shape = Shape {
        name: "ProductionVariantStatus",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Status", &VariantStatus).required(),
                Member::new("StatusMessage", &VariantStatusMessage),
                Member::new("StartTime", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProductionVariantStatusList: Shape = Shape {
        name: "ProductionVariantStatusList",
        kind: Kind::List {
            member: Member::new("member", &ProductionVariantStatus),
            flattened: false,
            range: Range::between(0.0, 5.0),
        },
    };
    pub static ProductionVariantSummary: Shape = Shape {
        name: "ProductionVariantSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("VariantName", &VariantName).required(),
                Member::new("DeployedImages", &DeployedImages),
                Member::new("CurrentWeight", &VariantWeight),
                Member::new("DesiredWeight", &VariantWeight),
                Member::new("CurrentInstanceCount", &TaskCount),
                Member::new("DesiredInstanceCount", &TaskCount),
                Member::new("InstancePools", &InstancePoolSummaryList),
                Member::new("VariantStatus", &ProductionVariantStatusList),
                Member::new("CurrentServerlessConfig", &ProductionVariantServerlessConfig),
                Member::new("DesiredServerlessConfig", &ProductionVariantServerlessConfig),
                Member::new("ManagedInstanceScaling", &ProductionVariantManagedInstanceScaling),
                Member::new("RoutingConfig", &ProductionVariantRoutingConfig),
                Member::new("CapacityReservationConfig", &ProductionVariantCapacityReservationSummary),
                Member::new("AcceleratorPartitionLayouts", &AcceleratorPartitionLayouts),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProductionVariantSummaryList: Shape = Shape {
        name: "ProductionVariantSummaryList",
        kind: Kind::List {
            member: Member::new("member", &ProductionVariantSummary),
            flattened: false,
            range: Range::min(1.0),
        },
    };
    pub static ProductionVariantVolumeSizeInGB: Shape =
        Shape { name: "ProductionVariantVolumeSizeInGB", kind: Kind::Int(Range::between(1.0, 512.0)) };
    pub static ProfilerConfig: Shape = Shape {
        name: "ProfilerConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("S3OutputPath", &S3Uri),
                Member::new("ProfilingIntervalInMilliseconds", &ProfilingIntervalInMilliseconds),
                Member::new("ProfilingParameters", &ProfilingParameters),
                Member::new("DisableProfiler", &DisableProfiler),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProfilerConfigForUpdate: Shape = Shape {
        name: "ProfilerConfigForUpdate",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("S3OutputPath", &S3Uri),
                Member::new("ProfilingIntervalInMilliseconds", &ProfilingIntervalInMilliseconds),
                Member::new("ProfilingParameters", &ProfilingParameters),
                Member::new("DisableProfiler", &DisableProfiler),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProfilerRuleConfiguration: Shape = Shape {
        name: "ProfilerRuleConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RuleConfigurationName", &RuleConfigurationName).required(),
                Member::new("LocalPath", &DirectoryPath),
                Member::new("S3OutputPath", &S3Uri),
                Member::new("RuleEvaluatorImage", &AlgorithmImage).required(),
                Member::new("InstanceType", &ProcessingInstanceType),
                Member::new("VolumeSizeInGB", &OptionalVolumeSizeInGB),
                Member::new("RuleParameters", &RuleParameters),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProfilerRuleConfigurations: Shape = Shape {
        name: "ProfilerRuleConfigurations",
        kind: Kind::List {
            member: Member::new("member", &ProfilerRuleConfiguration),
            flattened: false,
            range: Range::between(0.0, 20.0),
        },
    };
    pub static ProfilerRuleEvaluationStatus: Shape = Shape {
        name: "ProfilerRuleEvaluationStatus",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RuleConfigurationName", &RuleConfigurationName),
                Member::new("RuleEvaluationJobArn", &ProcessingJobArn),
                Member::new("RuleEvaluationStatus", &RuleEvaluationStatus),
                Member::new("StatusDetails", &StatusDetails),
                Member::new("LastModifiedTime", &Timestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProfilerRuleEvaluationStatuses: Shape = Shape {
        name: "ProfilerRuleEvaluationStatuses",
        kind: Kind::List {
            member: Member::new("member", &ProfilerRuleEvaluationStatus),
            flattened: false,
            range: Range::between(0.0, 20.0),
        },
    };
    pub static ProfilingIntervalInMilliseconds: Shape =
        Shape { name: "ProfilingIntervalInMilliseconds", kind: Kind::Int(Range::ANY) };
    pub static ProfilingParameters: Shape = Shape {
        name: "ProfilingParameters",
        kind: Kind::Map {
            key: Member::new("key", &ConfigKey),
            value: Member::new("value", &ConfigValue),
            flattened: false,
            range: Range::between(0.0, 20.0),
        },
    };
    pub static ProfilingStatus: Shape = Shape {
        name: "ProfilingStatus",
        kind: Kind::Str { values: &["Enabled", "Disabled"], pattern: "", range: Range::ANY },
    };
    pub static Project: Shape = Shape {
        name: "Project",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ProjectArn", &ProjectArn),
                Member::new("ProjectName", &ProjectEntityName),
                Member::new("ProjectId", &ProjectId),
                Member::new("ProjectDescription", &EntityDescription),
                Member::new("ServiceCatalogProvisioningDetails", &ServiceCatalogProvisioningDetails),
                Member::new(
                    "ServiceCatalogProvisionedProductDetails",
                    &ServiceCatalogProvisionedProductDetails,
                ),
                Member::new("ProjectStatus", &ProjectStatus),
                Member::new("CreatedBy", &UserContext),
                Member::new("CreationTime", &Timestamp),
                Member::new("TemplateProviderDetails", &TemplateProviderDetailList),
                Member::new("Tags", &TagList),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("LastModifiedBy", &UserContext),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProjectArn: Shape = Shape {
        name: "ProjectArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:project/[\\S]{1,2048}",
            range: Range::between(1.0, 2048.0),
        },
    };
    pub static ProjectEntityName: Shape = Shape {
        name: "ProjectEntityName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,31}",
            range: Range::between(1.0, 32.0),
        },
    };
    pub static ProjectId: Shape = Shape {
        name: "ProjectId",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9])*",
            range: Range::between(1.0, 20.0),
        },
    };
    pub static ProjectStatus: Shape = Shape {
        name: "ProjectStatus",
        kind: Kind::Str {
            values: &[
                "Pending",
                "CreateInProgress",
                "CreateCompleted",
                "CreateFailed",
                "DeleteInProgress",
                "DeleteFailed",
                "DeleteCompleted",
                "UpdateInProgress",
                "UpdateCompleted",
                "UpdateFailed",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static PropertyNameHint: Shape = Shape {
        name: "PropertyNameHint",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 100.0) },
    };
    pub static PropertyNameQuery: Shape = Shape {
        name: "PropertyNameQuery",
        kind: Kind::Structure(Structure {
            members: &[Member::new("PropertyNameHint", &PropertyNameHint).required()],
            payload: None,
            union: false,
        }),
    };
    pub static PropertyNameSuggestion: Shape = Shape {
        name: "PropertyNameSuggestion",
        kind: Kind::Structure(Structure {
            members: &[Member::new("PropertyName", &ResourcePropertyName)],
            payload: None,
            union: false,
        }),
    };
    pub static PropertyNameSuggestionList: Shape = Shape {
        name: "PropertyNameSuggestionList",
        kind: Kind::List {
            member: Member::new("member", &PropertyNameSuggestion),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ProvisionedProductStatusMessage: Shape = Shape {
        name: "ProvisionedProductStatusMessage",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::ANY },
    };
    pub static ProvisioningParameter: Shape = Shape {
        name: "ProvisioningParameter",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Key", &ProvisioningParameterKey),
                Member::new("Value", &ProvisioningParameterValue),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProvisioningParameterKey: Shape = Shape {
        name: "ProvisioningParameterKey",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 1000.0) },
    };
    pub static ProvisioningParameterValue: Shape = Shape {
        name: "ProvisioningParameterValue",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 4096.0) },
    };
    pub static ProvisioningParameters: Shape = Shape {
        name: "ProvisioningParameters",
        kind: Kind::List {
            member: Member::new("member", &ProvisioningParameter),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static PutModelPackageGroupPolicyInput: Shape = Shape {
        name: "PutModelPackageGroupPolicyInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageGroupName", &EntityName).required(),
                Member::new("ResourcePolicy", &PolicyString).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutModelPackageGroupPolicyOutput: Shape = Shape {
        name: "PutModelPackageGroupPolicyOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ModelPackageGroupArn", &ModelPackageGroupArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static QueryFilters: Shape = Shape {
        name: "QueryFilters",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Types", &QueryTypes),
                Member::new("LineageTypes", &QueryLineageTypes),
                Member::new("CreatedBefore", &Timestamp),
                Member::new("CreatedAfter", &Timestamp),
                Member::new("ModifiedBefore", &Timestamp),
                Member::new("ModifiedAfter", &Timestamp),
                Member::new("Properties", &QueryProperties),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static QueryLineageMaxDepth: Shape =
        Shape { name: "QueryLineageMaxDepth", kind: Kind::Int(Range::max(10.0)) };
    pub static QueryLineageMaxResults: Shape =
        Shape { name: "QueryLineageMaxResults", kind: Kind::Int(Range::max(50.0)) };
    pub static QueryLineageRequest: Shape = Shape {
        name: "QueryLineageRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("StartArns", &QueryLineageStartArns),
                Member::new("Direction", &Direction),
                Member::new("IncludeEdges", &Boolean),
                Member::new("Filters", &QueryFilters),
                Member::new("MaxDepth", &QueryLineageMaxDepth),
                Member::new("MaxResults", &QueryLineageMaxResults),
                Member::new("NextToken", &String8192),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static QueryLineageResponse: Shape = Shape {
        name: "QueryLineageResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Vertices", &Vertices),
                Member::new("Edges", &Edges),
                Member::new("NextToken", &String8192),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static QueryLineageStartArns: Shape = Shape {
        name: "QueryLineageStartArns",
        kind: Kind::List {
            member: Member::new("member", &AssociationEntityArn),
            flattened: false,
            range: Range::between(0.0, 1.0),
        },
    };
    pub static QueryLineageTypes: Shape = Shape {
        name: "QueryLineageTypes",
        kind: Kind::List {
            member: Member::new("member", &LineageType),
            flattened: false,
            range: Range::between(0.0, 4.0),
        },
    };
    pub static QueryProperties: Shape = Shape {
        name: "QueryProperties",
        kind: Kind::Map {
            key: Member::new("key", &String256),
            value: Member::new("value", &String256),
            flattened: false,
            range: Range::between(0.0, 5.0),
        },
    };
    pub static QueryTypes: Shape = Shape {
        name: "QueryTypes",
        kind: Kind::List {
            member: Member::new("member", &String40),
            flattened: false,
            range: Range::between(0.0, 5.0),
        },
    };
    pub static RandomSeed: Shape = Shape { name: "RandomSeed", kind: Kind::Int(Range::min(0.0)) };
    pub static RealTimeInferenceRecommendation: Shape = Shape {
        name: "RealTimeInferenceRecommendation",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RecommendationId", &String).required(),
                Member::new("InstanceType", &ProductionVariantInstanceType).required(),
                Member::new("Environment", &EnvironmentMap),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RealTimeInferenceRecommendations: Shape = Shape {
        name: "RealTimeInferenceRecommendations",
        kind: Kind::List {
            member: Member::new("member", &RealTimeInferenceRecommendation),
            flattened: false,
            range: Range::between(0.0, 3.0),
        },
    };
    pub static RealtimeInferenceInstanceTypes: Shape = Shape {
        name: "RealtimeInferenceInstanceTypes",
        kind: Kind::List {
            member: Member::new("member", &ProductionVariantInstanceType),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static RecipeName: Shape = Shape {
        name: "RecipeName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 255.0) },
    };
    pub static RecommendationStatus: Shape = Shape {
        name: "RecommendationStatus",
        kind: Kind::Str {
            values: &["IN_PROGRESS", "COMPLETED", "FAILED", "NOT_APPLICABLE"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static RecordWrapper: Shape = Shape {
        name: "RecordWrapper",
        kind: Kind::Str { values: &["None", "RecordIO"], pattern: "", range: Range::ANY },
    };
    pub static RedshiftClusterId: Shape = Shape {
        name: "RedshiftClusterId",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 63.0) },
    };
    pub static RedshiftDatabase: Shape = Shape {
        name: "RedshiftDatabase",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 64.0) },
    };
    pub static RedshiftDatasetDefinition: Shape = Shape {
        name: "RedshiftDatasetDefinition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ClusterId", &RedshiftClusterId).required(),
                Member::new("Database", &RedshiftDatabase).required(),
                Member::new("DbUser", &RedshiftUserName).required(),
                Member::new("QueryString", &RedshiftQueryString).required(),
                Member::new("ClusterRoleArn", &RoleArn).required(),
                Member::new("OutputS3Uri", &S3Uri).required(),
                Member::new("KmsKeyId", &KmsKeyId),
                Member::new("OutputFormat", &RedshiftResultFormat).required(),
                Member::new("OutputCompression", &RedshiftResultCompressionType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RedshiftQueryString: Shape = Shape {
        name: "RedshiftQueryString",
        kind: Kind::Str { values: &[], pattern: "[\\s\\S]+", range: Range::between(1.0, 4096.0) },
    };
    pub static RedshiftResultCompressionType: Shape = Shape {
        name: "RedshiftResultCompressionType",
        kind: Kind::Str {
            values: &["None", "GZIP", "BZIP2", "ZSTD", "SNAPPY"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static RedshiftResultFormat: Shape = Shape {
        name: "RedshiftResultFormat",
        kind: Kind::Str { values: &["PARQUET", "CSV"], pattern: "", range: Range::ANY },
    };
    pub static RedshiftUserName: Shape = Shape {
        name: "RedshiftUserName",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 128.0) },
    };
    pub static ReferenceMinVersion: Shape = Shape {
        name: "ReferenceMinVersion",
        kind: Kind::Str {
            values: &[],
            pattern: "\\d{1,4}.\\d{1,4}.\\d{1,4}",
            range: Range::between(5.0, 14.0),
        },
    };
    pub static Relation: Shape = Shape {
        name: "Relation",
        kind: Kind::Str { values: &["EqualTo", "GreaterThanOrEqualTo"], pattern: "", range: Range::ANY },
    };
    pub static RemoteDebugConfig: Shape = Shape {
        name: "RemoteDebugConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("EnableRemoteDebug", &EnableRemoteDebug)],
            payload: None,
            union: false,
        }),
    };
    pub static RemoteDebugConfigForUpdate: Shape = Shape {
        name: "RemoteDebugConfigForUpdate",
        kind: Kind::Structure(Structure {
            members: &[Member::new("EnableRemoteDebug", &EnableRemoteDebug)],
            payload: None,
            union: false,
        }),
    };
    pub static RepositoryAccessMode: Shape = Shape {
        name: "RepositoryAccessMode",
        kind: Kind::Str { values: &["Platform", "Vpc"], pattern: "", range: Range::ANY },
    };
    pub static RepositoryAuthConfig: Shape = Shape {
        name: "RepositoryAuthConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RepositoryCredentialsProviderArn", &RepositoryCredentialsProviderArn).required()
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RepositoryCredentialsProviderArn: Shape = Shape {
        name: "RepositoryCredentialsProviderArn",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 2048.0) },
    };
    pub static ResourceArn: Shape = Shape {
        name: "ResourceArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:.+",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static ResourceConfig: Shape = Shape {
        name: "ResourceConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InstanceType", &TrainingInstanceType),
                Member::new("InstanceCount", &TrainingInstanceCount),
                Member::new("VolumeSizeInGB", &OptionalVolumeSizeInGB),
                Member::new("VolumeKmsKeyId", &KmsKeyId),
                Member::new("KeepAlivePeriodInSeconds", &KeepAlivePeriodInSeconds),
                Member::new("InstanceGroups", &InstanceGroups),
                Member::new("TrainingPlanArn", &TrainingPlanArn),
                Member::new("InstancePlacementConfig", &InstancePlacementConfig),
                Member::new("InstancePreferences", &InstancePreferenceList),
                Member::new("SelectedInstanceType", &TrainingInstanceType),
                Member::new("SelectedInstanceCount", &TrainingInstanceCount),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ResourceConfigForUpdate: Shape = Shape {
        name: "ResourceConfigForUpdate",
        kind: Kind::Structure(Structure {
            members: &[Member::new("KeepAlivePeriodInSeconds", &KeepAlivePeriodInSeconds).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ResourceLimits: Shape = Shape {
        name: "ResourceLimits",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MaxNumberOfTrainingJobs", &MaxNumberOfTrainingJobs),
                Member::new("MaxParallelTrainingJobs", &MaxParallelTrainingJobs).required(),
                Member::new("MaxRuntimeInSeconds", &HyperParameterTuningMaxRuntimeInSeconds),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ResourcePropertyName: Shape = Shape {
        name: "ResourcePropertyName",
        kind: Kind::Str { values: &[], pattern: ".+", range: Range::between(1.0, 255.0) },
    };
    pub static ResourceRetainedBillableTimeInSeconds: Shape =
        Shape { name: "ResourceRetainedBillableTimeInSeconds", kind: Kind::Int(Range::min(0.0)) };
    pub static ResourceType: Shape = Shape {
        name: "ResourceType",
        kind: Kind::Str {
            values: &[
                "TrainingJob",
                "Experiment",
                "ExperimentTrial",
                "ExperimentTrialComponent",
                "Endpoint",
                "Model",
                "ModelPackage",
                "ModelPackageGroup",
                "Pipeline",
                "PipelineExecution",
                "FeatureGroup",
                "FeatureMetadata",
                "Image",
                "ImageVersion",
                "Project",
                "HyperParameterTuningJob",
                "ModelCard",
                "PipelineVersion",
                "Job",
                "HubContent",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ResponseMIMEType: Shape = Shape {
        name: "ResponseMIMEType",
        kind: Kind::Str { values: &[], pattern: "[-\\w]+\\/.+", range: Range::between(0.0, 1024.0) },
    };
    pub static ResponseMIMETypes: Shape = Shape {
        name: "ResponseMIMETypes",
        kind: Kind::List {
            member: Member::new("member", &ResponseMIMEType),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static RetryStrategy: Shape = Shape {
        name: "RetryStrategy",
        kind: Kind::Structure(Structure {
            members: &[Member::new("MaximumRetryAttempts", &MaximumRetryAttempts).required()],
            payload: None,
            union: false,
        }),
    };
    pub static RoleArn: Shape = Shape {
        name: "RoleArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+",
            range: Range::between(20.0, 2048.0),
        },
    };
    pub static RollingUpdatePolicy: Shape = Shape {
        name: "RollingUpdatePolicy",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MaximumBatchSize", &CapacitySize).required(),
                Member::new("WaitIntervalInSeconds", &WaitIntervalInSeconds).required(),
                Member::new("MaximumExecutionTimeoutInSeconds", &MaximumExecutionTimeoutInSeconds),
                Member::new("RollbackMaximumBatchSize", &CapacitySize),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RoutingStrategy: Shape = Shape {
        name: "RoutingStrategy",
        kind: Kind::Str {
            values: &["LEAST_OUTSTANDING_REQUESTS", "RANDOM", "PREFIX_AWARE", "KV_AWARE"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static RuleConfigurationName: Shape = Shape {
        name: "RuleConfigurationName",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 256.0) },
    };
    pub static RuleEvaluationStatus: Shape = Shape {
        name: "RuleEvaluationStatus",
        kind: Kind::Str {
            values: &["InProgress", "NoIssuesFound", "IssuesFound", "Error", "Stopping", "Stopped"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static RuleParameters: Shape = Shape {
        name: "RuleParameters",
        kind: Kind::Map {
            key: Member::new("key", &ConfigKey),
            value: Member::new("value", &ConfigValue),
            flattened: false,
            range: Range::between(0.0, 100.0),
        },
    };
    pub static S3DataDistribution: Shape = Shape {
        name: "S3DataDistribution",
        kind: Kind::Str { values: &["FullyReplicated", "ShardedByS3Key"], pattern: "", range: Range::ANY },
    };
    pub static S3DataSource: Shape = Shape {
        name: "S3DataSource",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("S3DataType", &S3DataType).required(),
                Member::new("S3Uri", &S3Uri).required(),
                Member::new("S3DataDistributionType", &S3DataDistribution),
                Member::new("AttributeNames", &AttributeNames),
                Member::new("InstanceGroupNames", &InstanceGroupNames),
                Member::new("ModelAccessConfig", &ModelAccessConfig),
                Member::new("HubAccessConfig", &HubAccessConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static S3DataType: Shape = Shape {
        name: "S3DataType",
        kind: Kind::Str {
            values: &["ManifestFile", "S3Prefix", "AugmentedManifestFile", "Converse"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static S3ModelDataSource: Shape = Shape {
        name: "S3ModelDataSource",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("S3Uri", &S3ModelUri).required(),
                Member::new("S3DataType", &S3ModelDataType).required(),
                Member::new("CompressionType", &ModelCompressionType).required(),
                Member::new("ModelAccessConfig", &ModelAccessConfig),
                Member::new("HubAccessConfig", &InferenceHubAccessConfig),
                Member::new("ManifestS3Uri", &S3ModelUri),
                Member::new("ETag", &String),
                Member::new("ManifestEtag", &String),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static S3ModelDataType: Shape = Shape {
        name: "S3ModelDataType",
        kind: Kind::Str { values: &["S3Prefix", "S3Object"], pattern: "", range: Range::ANY },
    };
    pub static S3ModelUri: Shape = Shape {
        name: "S3ModelUri",
        kind: Kind::Str {
            values: &[],
            pattern: "(https|s3)://([^/]+)/?(.*)",
            range: Range::between(0.0, 1024.0),
        },
    };
    pub static S3StorageConfig: Shape = Shape {
        name: "S3StorageConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("S3Uri", &S3Uri).required(),
                Member::new("KmsKeyId", &KmsKeyId),
                Member::new("ResolvedOutputS3Uri", &S3Uri),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static S3Uri: Shape = Shape {
        name: "S3Uri",
        kind: Kind::Str {
            values: &[],
            pattern: "(https|s3)://([^/]+)/?(.*)",
            range: Range::between(0.0, 1024.0),
        },
    };
    pub static SageMakerPublicHubContentArn: Shape = Shape {
        name: "SageMakerPublicHubContentArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:[a-z0-9-\\.]{1,63}:sagemaker:\\w+(?:-\\w+)+:aws:hub-content\\/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}\\/Model\\/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}",
            range: Range::between(0.0, 255.0),
        },
    };
    pub static SamplingPercentage: Shape =
        Shape { name: "SamplingPercentage", kind: Kind::Int(Range::between(0.0, 100.0)) };
    pub static ScheduleConfig: Shape = Shape {
        name: "ScheduleConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ScheduleExpression", &ScheduleExpression).required(),
                Member::new("DataAnalysisStartTime", &String),
                Member::new("DataAnalysisEndTime", &String),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ScheduleExpression: Shape = Shape {
        name: "ScheduleExpression",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 256.0) },
    };
    pub static ScheduleStatus: Shape = Shape {
        name: "ScheduleStatus",
        kind: Kind::Str {
            values: &["Pending", "Failed", "Scheduled", "Stopped"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static SearchExpression: Shape = Shape {
        name: "SearchExpression",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Filters", &FilterList),
                Member::new("NestedFilters", &NestedFiltersList),
                Member::new("SubExpressions", &SearchExpressionList),
                Member::new("Operator", &BooleanOperator),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SearchExpressionList: Shape = Shape {
        name: "SearchExpressionList",
        kind: Kind::List {
            member: Member::new("member", &SearchExpression),
            flattened: false,
            range: Range::between(1.0, 20.0),
        },
    };
    pub static SearchRecord: Shape = Shape {
        name: "SearchRecord",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrainingJob", &TrainingJob),
                Member::new("Experiment", &Experiment),
                Member::new("Trial", &Trial),
                Member::new("TrialComponent", &TrialComponent),
                Member::new("Endpoint", &Endpoint),
                Member::new("ModelPackage", &ModelPackage),
                Member::new("ModelPackageGroup", &ModelPackageGroup),
                Member::new("Pipeline", &Pipeline),
                Member::new("PipelineExecution", &PipelineExecution),
                Member::new("PipelineVersion", &PipelineVersion),
                Member::new("FeatureGroup", &FeatureGroup),
                Member::new("FeatureMetadata", &FeatureMetadata),
                Member::new("Project", &Project),
                Member::new("HyperParameterTuningJob", &HyperParameterTuningJobSearchEntity),
                Member::new("ModelCard", &ModelCard),
                Member::new("Model", &ModelDashboardModel),
                Member::new("Job", &Job),
                Member::new("HubContent", &HubContent),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SearchRequest: Shape = Shape {
        name: "SearchRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Resource", &ResourceType).required(),
                Member::new("SearchExpression", &SearchExpression),
                Member::new("SortBy", &ResourcePropertyName),
                Member::new("SortOrder", &SearchSortOrder),
                Member::new("NextToken", &NextToken),
                Member::new("MaxResults", &MaxResults),
                Member::new("CrossAccountFilterOption", &CrossAccountFilterOption),
                Member::new("VisibilityConditions", &VisibilityConditionsList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SearchResponse: Shape = Shape {
        name: "SearchResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Results", &SearchResultsList),
                Member::new("NextToken", &NextToken),
                Member::new("TotalHits", &TotalHits),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SearchResultsList: Shape = Shape {
        name: "SearchResultsList",
        kind: Kind::List {
            member: Member::new("member", &SearchRecord),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static SearchSortOrder: Shape = Shape {
        name: "SearchSortOrder",
        kind: Kind::Str { values: &["Ascending", "Descending"], pattern: "", range: Range::ANY },
    };
    pub static SecondaryStatus: Shape = Shape {
        name: "SecondaryStatus",
        kind: Kind::Str {
            values: &[
                "Starting",
                "LaunchingMLInstances",
                "PreparingTrainingStack",
                "Downloading",
                "DownloadingTrainingImage",
                "Training",
                "Uploading",
                "Stopping",
                "Stopped",
                "MaxRuntimeExceeded",
                "Completed",
                "Failed",
                "Interrupted",
                "MaxWaitTimeExceeded",
                "Updating",
                "Restarting",
                "Pending",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static SecondaryStatusTransition: Shape = Shape {
        name: "SecondaryStatusTransition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Status", &SecondaryStatus).required(),
                Member::new("StartTime", &Timestamp).required(),
                Member::new("EndTime", &Timestamp),
                Member::new("StatusMessage", &StatusMessage),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SecondaryStatusTransitions: Shape = Shape {
        name: "SecondaryStatusTransitions",
        kind: Kind::List {
            member: Member::new("member", &SecondaryStatusTransition),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static SecurityGroupId: Shape = Shape {
        name: "SecurityGroupId",
        kind: Kind::Str { values: &[], pattern: "[-0-9a-zA-Z]+", range: Range::between(0.0, 32.0) },
    };
    pub static Seed: Shape = Shape { name: "Seed", kind: Kind::Int(Range::ANY) };
    pub static SelectedStep: Shape = Shape {
        name: "SelectedStep",
        kind: Kind::Structure(Structure {
            members: &[Member::new("StepName", &String256).required()],
            payload: None,
            union: false,
        }),
    };
    pub static SelectedStepList: Shape = Shape {
        name: "SelectedStepList",
        kind: Kind::List {
            member: Member::new("member", &SelectedStep),
            flattened: false,
            range: Range::between(1.0, 50.0),
        },
    };
    pub static SelectiveExecutionConfig: Shape = Shape {
        name: "SelectiveExecutionConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourcePipelineExecutionArn", &PipelineExecutionArn),
                Member::new("SelectedSteps", &SelectedStepList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SequenceLength: Shape = Shape {
        name: "SequenceLength",
        kind: Kind::Str { values: &[], pattern: "\\d+K", range: Range::between(1.0, 50.0) },
    };
    pub static ServerlessJobBaseModelArn: Shape = Shape {
        name: "ServerlessJobBaseModelArn",
        kind: Kind::Str {
            values: &[],
            pattern: "(arn:[a-z0-9-\\.]{1,63}:sagemaker:\\w+(?:-\\w+)+:(\\d{12}|aws):hub-content\\/)[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}\\/Model\\/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}(\\/\\d{1,4}.\\d{1,4}.\\d{1,4})?",
            range: Range::between(1.0, 2048.0),
        },
    };
    pub static ServerlessJobConfig: Shape = Shape {
        name: "ServerlessJobConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("BaseModelArn", &ServerlessJobBaseModelArn).required(),
                Member::new("AcceptEula", &AcceptEula),
                Member::new("JobType", &ServerlessJobType).required(),
                Member::new("CustomizationTechnique", &CustomizationTechnique),
                Member::new("Peft", &Peft),
                Member::new("EvaluationType", &EvaluationType),
                Member::new("EvaluatorArn", &EvaluatorArn),
                Member::new("SequenceLength", &SequenceLength),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ServerlessJobType: Shape = Shape {
        name: "ServerlessJobType",
        kind: Kind::Str { values: &["FineTuning", "Evaluation"], pattern: "", range: Range::ANY },
    };
    pub static ServerlessMaxConcurrency: Shape =
        Shape { name: "ServerlessMaxConcurrency", kind: Kind::Int(Range::between(1.0, 200.0)) };
    pub static ServerlessMemorySizeInMB: Shape =
        Shape { name: "ServerlessMemorySizeInMB", kind: Kind::Int(Range::between(1024.0, 6144.0)) };
    pub static ServerlessProvisionedConcurrency: Shape =
        Shape { name: "ServerlessProvisionedConcurrency", kind: Kind::Int(Range::between(1.0, 200.0)) };
    pub static ServiceCatalogEntityId: Shape = Shape {
        name: "ServiceCatalogEntityId",
        kind: Kind::Str { values: &[], pattern: "[a-zA-Z0-9_\\-]*", range: Range::between(1.0, 100.0) },
    };
    pub static ServiceCatalogProvisionedProductDetails: Shape = Shape {
        name: "ServiceCatalogProvisionedProductDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ProvisionedProductId", &ServiceCatalogEntityId),
                Member::new("ProvisionedProductStatusMessage", &ProvisionedProductStatusMessage),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ServiceCatalogProvisioningDetails: Shape = Shape {
        name: "ServiceCatalogProvisioningDetails",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ProductId", &ServiceCatalogEntityId).required(),
                Member::new("ProvisioningArtifactId", &ServiceCatalogEntityId),
                Member::new("PathId", &ServiceCatalogEntityId),
                Member::new("ProvisioningParameters", &ProvisioningParameters),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SessionChainingConfig: Shape = Shape {
        name: "SessionChainingConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("EnableSessionTagChaining", &EnableSessionTagChaining)],
            payload: None,
            union: false,
        }),
    };
    pub static ShuffleConfig: Shape = Shape {
        name: "ShuffleConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Seed", &Seed).required()],
            payload: None,
            union: false,
        }),
    };
    pub static SkipModelValidation: Shape = Shape {
        name: "SkipModelValidation",
        kind: Kind::Str { values: &["All", "None"], pattern: "", range: Range::ANY },
    };
    pub static SnsTopicArn: Shape = Shape {
        name: "SnsTopicArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sns:[a-z0-9\\-]*:[0-9]{12}:[a-zA-Z0-9_.-]+",
            range: Range::between(0.0, 2048.0),
        },
    };
    pub static SortActionsBy: Shape = Shape {
        name: "SortActionsBy",
        kind: Kind::Str { values: &["Name", "CreationTime"], pattern: "", range: Range::ANY },
    };
    pub static SortArtifactsBy: Shape = Shape {
        name: "SortArtifactsBy",
        kind: Kind::Str { values: &["CreationTime"], pattern: "", range: Range::ANY },
    };
    pub static SortAssociationsBy: Shape = Shape {
        name: "SortAssociationsBy",
        kind: Kind::Str {
            values: &["SourceArn", "DestinationArn", "SourceType", "DestinationType", "CreationTime"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static SortBy: Shape = Shape {
        name: "SortBy",
        kind: Kind::Str { values: &["Name", "CreationTime", "Status"], pattern: "", range: Range::ANY },
    };
    pub static SortContextsBy: Shape = Shape {
        name: "SortContextsBy",
        kind: Kind::Str { values: &["Name", "CreationTime"], pattern: "", range: Range::ANY },
    };
    pub static SortOrder: Shape = Shape {
        name: "SortOrder",
        kind: Kind::Str { values: &["Ascending", "Descending"], pattern: "", range: Range::ANY },
    };
    pub static SortTrialComponentsBy: Shape = Shape {
        name: "SortTrialComponentsBy",
        kind: Kind::Str { values: &["Name", "CreationTime"], pattern: "", range: Range::ANY },
    };
    pub static SourceAlgorithm: Shape = Shape {
        name: "SourceAlgorithm",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelDataUrl", &Url),
                Member::new("ModelDataSource", &ModelDataSource),
                Member::new("ModelDataETag", &String),
                Member::new("AlgorithmName", &ArnOrName).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SourceAlgorithmList: Shape = Shape {
        name: "SourceAlgorithmList",
        kind: Kind::List {
            member: Member::new("member", &SourceAlgorithm),
            flattened: false,
            range: Range::between(1.0, 1.0),
        },
    };
    pub static SourceAlgorithmSpecification: Shape = Shape {
        name: "SourceAlgorithmSpecification",
        kind: Kind::Structure(Structure {
            members: &[Member::new("SourceAlgorithms", &SourceAlgorithmList).required()],
            payload: None,
            union: false,
        }),
    };
    pub static SourceType: Shape = Shape {
        name: "SourceType",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 128.0) },
    };
    pub static SourceUri: Shape = Shape {
        name: "SourceUri",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 2048.0) },
    };
    pub static SplitType: Shape = Shape {
        name: "SplitType",
        kind: Kind::Str { values: &["None", "Line", "RecordIO", "TFRecord"], pattern: "", range: Range::ANY },
    };
    pub static StageDescription: Shape = Shape {
        name: "StageDescription",
        kind: Kind::Str { values: &[], pattern: ".{0,1024}", range: Range::between(0.0, 1024.0) },
    };
    pub static StatusDetails: Shape = Shape {
        name: "StatusDetails",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 1024.0) },
    };
    pub static StatusMessage: Shape =
        Shape { name: "StatusMessage", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static StopProcessingJobRequest: Shape = Shape {
        name: "StopProcessingJobRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ProcessingJobName", &ProcessingJobName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static StopTrainingJobRequest: Shape = Shape {
        name: "StopTrainingJobRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("TrainingJobName", &TrainingJobName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static StopTransformJobRequest: Shape = Shape {
        name: "StopTransformJobRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("TransformJobName", &TransformJobName).required()],
            payload: None,
            union: false,
        }),
    };
    pub static StoppingCondition: Shape = Shape {
        name: "StoppingCondition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MaxRuntimeInSeconds", &MaxRuntimeInSeconds),
                Member::new("MaxWaitTimeInSeconds", &MaxWaitTimeInSeconds),
                Member::new("MaxPendingTimeInSeconds", &MaxPendingTimeInSeconds),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static StorageType: Shape = Shape {
        name: "StorageType",
        kind: Kind::Str { values: &["Standard", "Standard_V2", "InMemory"], pattern: "", range: Range::ANY },
    };
    pub static String: Shape =
        Shape { name: "String", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static String1024: Shape = Shape {
        name: "String1024",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 1024.0) },
    };
    pub static String256: Shape = Shape {
        name: "String256",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 256.0) },
    };
    pub static String40: Shape = Shape {
        name: "String40",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 40.0) },
    };
    pub static String64: Shape = Shape {
        name: "String64",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 64.0) },
    };
    pub static String8192: Shape = Shape {
        name: "String8192",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 8192.0) },
    };
    pub static StringParameterValue: Shape = Shape {
        name: "StringParameterValue",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 2500.0) },
    };
    pub static SubnetId: Shape = Shape {
        name: "SubnetId",
        kind: Kind::Str { values: &[], pattern: "[-0-9a-zA-Z]+", range: Range::between(0.0, 32.0) },
    };
    pub static Subnets: Shape = Shape {
        name: "Subnets",
        kind: Kind::List {
            member: Member::new("member", &SubnetId),
            flattened: false,
            range: Range::between(1.0, 16.0),
        },
    };
    pub static SuggestionQuery: Shape = Shape {
        name: "SuggestionQuery",
        kind: Kind::Structure(Structure {
            members: &[Member::new("PropertyNameQuery", &PropertyNameQuery)],
            payload: None,
            union: false,
        }),
    };
    pub static TableFormat: Shape = Shape {
        name: "TableFormat",
        kind: Kind::Str { values: &["Default", "Glue", "Iceberg"], pattern: "", range: Range::ANY },
    };
    pub static TableName: Shape = Shape {
        name: "TableName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 255.0) },
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
        kind: Kind::Str {
            values: &[],
            pattern: "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)",
            range: Range::between(1.0, 128.0),
        },
    };
    pub static TagKeyList: Shape = Shape {
        name: "TagKeyList",
        kind: Kind::List {
            member: Member::new("member", &TagKey),
            flattened: false,
            range: Range::between(1.0, 50.0),
        },
    };
    pub static TagList: Shape = Shape {
        name: "TagList",
        kind: Kind::List {
            member: Member::new("member", &Tag),
            flattened: false,
            range: Range::between(0.0, 50.0),
        },
    };
    pub static TagValue: Shape = Shape {
        name: "TagValue",
        kind: Kind::Str {
            values: &[],
            pattern: "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static TargetObjectiveMetricValue: Shape =
        Shape { name: "TargetObjectiveMetricValue", kind: Kind::Float(Range::ANY) };
    pub static TaskCount: Shape = Shape { name: "TaskCount", kind: Kind::Int(Range::min(0.0)) };
    pub static TemplateProviderDetail: Shape = Shape {
        name: "TemplateProviderDetail",
        kind: Kind::Structure(Structure {
            members: &[Member::new("CfnTemplateProviderDetail", &CfnTemplateProviderDetail)],
            payload: None,
            union: false,
        }),
    };
    pub static TemplateProviderDetailList: Shape = Shape {
        name: "TemplateProviderDetailList",
        kind: Kind::List {
            member: Member::new("member", &TemplateProviderDetail),
            flattened: false,
            range: Range::between(1.0, 1.0),
        },
    };
    pub static TensorBoardOutputConfig: Shape = Shape {
        name: "TensorBoardOutputConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("LocalPath", &DirectoryPath),
                Member::new("S3OutputPath", &S3Uri).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TerminationWaitInSeconds: Shape =
        Shape { name: "TerminationWaitInSeconds", kind: Kind::Int(Range::between(0.0, 3600.0)) };
    pub static Timestamp: Shape = Shape { name: "Timestamp", kind: Kind::Time(None) };
    pub static TotalHits: Shape = Shape {
        name: "TotalHits",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Value", &Long), Member::new("Relation", &Relation)],
            payload: None,
            union: false,
        }),
    };
    pub static TotalStepCountPerEpoch: Shape =
        Shape { name: "TotalStepCountPerEpoch", kind: Kind::Int(Range::min(0.0)) };
    pub static TrafficRoutingConfig: Shape = Shape {
        name: "TrafficRoutingConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Type", &TrafficRoutingConfigType).required(),
                Member::new("WaitIntervalInSeconds", &WaitIntervalInSeconds).required(),
                Member::new("CanarySize", &CapacitySize),
                Member::new("LinearStepSize", &CapacitySize),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrafficRoutingConfigType: Shape = Shape {
        name: "TrafficRoutingConfigType",
        kind: Kind::Str { values: &["ALL_AT_ONCE", "CANARY", "LINEAR"], pattern: "", range: Range::ANY },
    };
    pub static TrainingContainerArgument: Shape = Shape {
        name: "TrainingContainerArgument",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 256.0) },
    };
    pub static TrainingContainerArguments: Shape = Shape {
        name: "TrainingContainerArguments",
        kind: Kind::List {
            member: Member::new("member", &TrainingContainerArgument),
            flattened: false,
            range: Range::between(1.0, 100.0),
        },
    };
    pub static TrainingContainerEntrypoint: Shape = Shape {
        name: "TrainingContainerEntrypoint",
        kind: Kind::List {
            member: Member::new("member", &TrainingContainerEntrypointString),
            flattened: false,
            range: Range::between(1.0, 100.0),
        },
    };
    pub static TrainingContainerEntrypointString: Shape = Shape {
        name: "TrainingContainerEntrypointString",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 256.0) },
    };
    pub static TrainingEnvironmentKey: Shape = Shape {
        name: "TrainingEnvironmentKey",
        kind: Kind::Str { values: &[], pattern: "[a-zA-Z_][a-zA-Z0-9_]*", range: Range::between(0.0, 512.0) },
    };
    pub static TrainingEnvironmentMap: Shape = Shape {
        name: "TrainingEnvironmentMap",
        kind: Kind::Map {
            key: Member::new("key", &TrainingEnvironmentKey),
            value: Member::new("value", &TrainingEnvironmentValue),
            flattened: false,
            range: Range::between(0.0, 100.0),
        },
    };
    pub static TrainingEnvironmentValue: Shape = Shape {
        name: "TrainingEnvironmentValue",
        kind: Kind::Str { values: &[], pattern: "[\\S\\s]*", range: Range::between(0.0, 512.0) },
    };
    pub static TrainingEpochCount: Shape =
        Shape { name: "TrainingEpochCount", kind: Kind::Int(Range::min(0.0)) };
    pub static TrainingEpochIndex: Shape =
        Shape { name: "TrainingEpochIndex", kind: Kind::Int(Range::min(0.0)) };
    pub static TrainingImageConfig: Shape = Shape {
        name: "TrainingImageConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrainingRepositoryAccessMode", &TrainingRepositoryAccessMode).required(),
                Member::new("TrainingRepositoryAuthConfig", &TrainingRepositoryAuthConfig),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrainingInputMode: Shape = Shape {
        name: "TrainingInputMode",
        kind: Kind::Str { values: &["Pipe", "File", "FastFile"], pattern: "", range: Range::ANY },
    };
    pub static TrainingInstanceCount: Shape =
        Shape { name: "TrainingInstanceCount", kind: Kind::Int(Range::min(0.0)) };
    pub static TrainingInstanceType: Shape = Shape {
        name: "TrainingInstanceType",
        kind: Kind::Str {
            values: &[
                "ml.m4.xlarge",
                "ml.m4.2xlarge",
                "ml.m4.4xlarge",
                "ml.m4.10xlarge",
                "ml.m4.16xlarge",
                "ml.g4dn.xlarge",
                "ml.g4dn.2xlarge",
                "ml.g4dn.4xlarge",
                "ml.g4dn.8xlarge",
                "ml.g4dn.12xlarge",
                "ml.g4dn.16xlarge",
                "ml.m5.large",
                "ml.m5.xlarge",
                "ml.m5.2xlarge",
                "ml.m5.4xlarge",
                "ml.m5.12xlarge",
                "ml.m5.24xlarge",
                "ml.c4.xlarge",
                "ml.c4.2xlarge",
                "ml.c4.4xlarge",
                "ml.c4.8xlarge",
                "ml.p2.xlarge",
                "ml.p2.8xlarge",
                "ml.p2.16xlarge",
                "ml.p3.2xlarge",
                "ml.p3.8xlarge",
                "ml.p3.16xlarge",
                "ml.p3dn.24xlarge",
                "ml.p4d.24xlarge",
                "ml.p4de.24xlarge",
                "ml.p5.48xlarge",
                "ml.p5e.48xlarge",
                "ml.p5en.48xlarge",
                "ml.c5.xlarge",
                "ml.c5.2xlarge",
                "ml.c5.4xlarge",
                "ml.c5.9xlarge",
                "ml.c5.18xlarge",
                "ml.c5n.xlarge",
                "ml.c5n.2xlarge",
                "ml.c5n.4xlarge",
                "ml.c5n.9xlarge",
                "ml.c5n.18xlarge",
                "ml.g5.xlarge",
                "ml.g5.2xlarge",
                "ml.g5.4xlarge",
                "ml.g5.8xlarge",
                "ml.g5.16xlarge",
                "ml.g5.12xlarge",
                "ml.g5.24xlarge",
                "ml.g5.48xlarge",
                "ml.g6.xlarge",
                "ml.g6.2xlarge",
                "ml.g6.4xlarge",
                "ml.g6.8xlarge",
                "ml.g6.16xlarge",
                "ml.g6.12xlarge",
                "ml.g6.24xlarge",
                "ml.g6.48xlarge",
                "ml.g6e.xlarge",
                "ml.g6e.2xlarge",
                "ml.g6e.4xlarge",
                "ml.g6e.8xlarge",
                "ml.g6e.16xlarge",
                "ml.g6e.12xlarge",
                "ml.g6e.24xlarge",
                "ml.g6e.48xlarge",
                "ml.trn1.2xlarge",
                "ml.trn1.32xlarge",
                "ml.trn1n.32xlarge",
                "ml.trn2.48xlarge",
                "ml.m6i.large",
                "ml.m6i.xlarge",
                "ml.m6i.2xlarge",
                "ml.m6i.4xlarge",
                "ml.m6i.8xlarge",
                "ml.m6i.12xlarge",
                "ml.m6i.16xlarge",
                "ml.m6i.24xlarge",
                "ml.m6i.32xlarge",
                "ml.c6i.xlarge",
                "ml.c6i.2xlarge",
                "ml.c6i.8xlarge",
                "ml.c6i.4xlarge",
                "ml.c6i.12xlarge",
                "ml.c6i.16xlarge",
                "ml.c6i.24xlarge",
                "ml.c6i.32xlarge",
                "ml.r5d.large",
                "ml.r5d.xlarge",
                "ml.r5d.2xlarge",
                "ml.r5d.4xlarge",
                "ml.r5d.8xlarge",
                "ml.r5d.12xlarge",
                "ml.r5d.16xlarge",
                "ml.r5d.24xlarge",
                "ml.t3.medium",
                "ml.t3.large",
                "ml.t3.xlarge",
                "ml.t3.2xlarge",
                "ml.r5.large",
                "ml.r5.xlarge",
                "ml.r5.2xlarge",
                "ml.r5.4xlarge",
                "ml.r5.8xlarge",
                "ml.r5.12xlarge",
                "ml.r5.16xlarge",
                "ml.r5.24xlarge",
                "ml.p6-b200.48xlarge",
                "ml.m7i.large",
                "ml.m7i.xlarge",
                "ml.m7i.2xlarge",
                "ml.m7i.4xlarge",
                "ml.m7i.8xlarge",
                "ml.m7i.12xlarge",
                "ml.m7i.16xlarge",
                "ml.m7i.24xlarge",
                "ml.m7i.48xlarge",
                "ml.c7i.large",
                "ml.c7i.xlarge",
                "ml.c7i.2xlarge",
                "ml.c7i.4xlarge",
                "ml.c7i.8xlarge",
                "ml.c7i.12xlarge",
                "ml.c7i.16xlarge",
                "ml.c7i.24xlarge",
                "ml.c7i.48xlarge",
                "ml.r7i.large",
                "ml.r7i.xlarge",
                "ml.r7i.2xlarge",
                "ml.r7i.4xlarge",
                "ml.r7i.8xlarge",
                "ml.r7i.12xlarge",
                "ml.r7i.16xlarge",
                "ml.r7i.24xlarge",
                "ml.r7i.48xlarge",
                "ml.p6e-gb200.36xlarge",
                "ml.p5.4xlarge",
                "ml.p6-b300.48xlarge",
                "ml.g7e.2xlarge",
                "ml.g7e.4xlarge",
                "ml.g7e.8xlarge",
                "ml.g7e.12xlarge",
                "ml.g7e.24xlarge",
                "ml.g7e.48xlarge",
                "ml.g7.2xlarge",
                "ml.g7.4xlarge",
                "ml.g7.8xlarge",
                "ml.g7.12xlarge",
                "ml.g7.24xlarge",
                "ml.g7.48xlarge",
                "ml.r6i.large",
                "ml.r6i.xlarge",
                "ml.r6i.2xlarge",
                "ml.r6i.4xlarge",
                "ml.r6i.8xlarge",
                "ml.r6i.12xlarge",
                "ml.r6i.16xlarge",
                "ml.r6i.24xlarge",
                "ml.r6i.32xlarge",
                "ml.m8i.large",
                "ml.m8i.xlarge",
                "ml.m8i.2xlarge",
                "ml.m8i.4xlarge",
                "ml.m8i.8xlarge",
                "ml.m8i.12xlarge",
                "ml.m8i.16xlarge",
                "ml.m8i.24xlarge",
                "ml.m8i.32xlarge",
                "ml.m8i.48xlarge",
                "ml.m8i.96xlarge",
                "ml.c8i.xlarge",
                "ml.c8i.2xlarge",
                "ml.c8i.4xlarge",
                "ml.c8i.8xlarge",
                "ml.c8i.12xlarge",
                "ml.c8i.16xlarge",
                "ml.c8i.24xlarge",
                "ml.c8i.32xlarge",
                "ml.c8i.48xlarge",
                "ml.c8i.96xlarge",
                "ml.r8i.large",
                "ml.r8i.xlarge",
                "ml.r8i.2xlarge",
                "ml.r8i.4xlarge",
                "ml.r8i.8xlarge",
                "ml.r8i.12xlarge",
                "ml.r8i.16xlarge",
                "ml.r8i.24xlarge",
                "ml.r8i.32xlarge",
                "ml.r8i.48xlarge",
                "ml.r8i.96xlarge",
                "ml.m7i-flex.large",
                "ml.m7i-flex.xlarge",
                "ml.m7i-flex.2xlarge",
                "ml.m7i-flex.4xlarge",
                "ml.m7i-flex.8xlarge",
                "ml.m7i-flex.12xlarge",
                "ml.m7i-flex.16xlarge",
                "ml.c7i-flex.xlarge",
                "ml.c7i-flex.2xlarge",
                "ml.c7i-flex.4xlarge",
                "ml.c7i-flex.8xlarge",
                "ml.c7i-flex.12xlarge",
                "ml.c7i-flex.16xlarge",
                "ml.m8i-flex.large",
                "ml.m8i-flex.xlarge",
                "ml.m8i-flex.2xlarge",
                "ml.m8i-flex.4xlarge",
                "ml.m8i-flex.8xlarge",
                "ml.m8i-flex.12xlarge",
                "ml.m8i-flex.16xlarge",
                "ml.c8i-flex.xlarge",
                "ml.c8i-flex.2xlarge",
                "ml.c8i-flex.4xlarge",
                "ml.c8i-flex.8xlarge",
                "ml.c8i-flex.12xlarge",
                "ml.c8i-flex.16xlarge",
                "ml.r8i-flex.large",
                "ml.r8i-flex.xlarge",
                "ml.r8i-flex.2xlarge",
                "ml.r8i-flex.4xlarge",
                "ml.r8i-flex.8xlarge",
                "ml.r8i-flex.12xlarge",
                "ml.r8i-flex.16xlarge",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static TrainingJob: Shape = Shape {
        name: "TrainingJob",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrainingJobName", &TrainingJobName),
                Member::new("TrainingJobArn", &TrainingJobArn),
                Member::new("TuningJobArn", &HyperParameterTuningJobArn),
                Member::new("LabelingJobArn", &LabelingJobArn),
                Member::new("AutoMLJobArn", &AutoMLJobArn),
                Member::new("ModelArtifacts", &ModelArtifacts),
                Member::new("TrainingJobStatus", &TrainingJobStatus),
                Member::new("SecondaryStatus", &SecondaryStatus),
                Member::new("FailureReason", &FailureReason),
                Member::new("HyperParameters", &HyperParameters),
                Member::new("AlgorithmSpecification", &AlgorithmSpecification),
                Member::new("RoleArn", &RoleArn),
                Member::new("InputDataConfig", &InputDataConfig),
                Member::new("OutputDataConfig", &OutputDataConfig),
                Member::new("ResourceConfig", &ResourceConfig),
                Member::new("WarmPoolStatus", &WarmPoolStatus),
                Member::new("VpcConfig", &VpcConfig),
                Member::new("StoppingCondition", &StoppingCondition),
                Member::new("CreationTime", &Timestamp),
                Member::new("TrainingStartTime", &Timestamp),
                Member::new("TrainingEndTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("SecondaryStatusTransitions", &SecondaryStatusTransitions),
                Member::new("FinalMetricDataList", &FinalMetricDataList),
                Member::new("EnableNetworkIsolation", &Boolean),
                Member::new("EnableInterContainerTrafficEncryption", &Boolean),
                Member::new("EnableManagedSpotTraining", &Boolean),
                Member::new("CheckpointConfig", &CheckpointConfig),
                Member::new("TrainingTimeInSeconds", &TrainingTimeInSeconds),
                Member::new("BillableTimeInSeconds", &BillableTimeInSeconds),
                Member::new("DebugHookConfig", &DebugHookConfig),
                Member::new("ExperimentConfig", &ExperimentConfig),
                Member::new("DebugRuleConfigurations", &DebugRuleConfigurations),
                Member::new("TensorBoardOutputConfig", &TensorBoardOutputConfig),
                Member::new("DebugRuleEvaluationStatuses", &DebugRuleEvaluationStatuses),
                Member::new("OutputModelPackageArn", &ModelPackageArn),
                Member::new("ModelPackageConfig", &ModelPackageConfig),
                Member::new("ProfilerConfig", &ProfilerConfig),
                Member::new("Environment", &TrainingEnvironmentMap),
                Member::new("RetryStrategy", &RetryStrategy),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrainingJobArn: Shape = Shape {
        name: "TrainingJobArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:training-job/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static TrainingJobEarlyStoppingType: Shape = Shape {
        name: "TrainingJobEarlyStoppingType",
        kind: Kind::Str { values: &["Off", "Auto"], pattern: "", range: Range::ANY },
    };
    pub static TrainingJobName: Shape = Shape {
        name: "TrainingJobName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(1.0, 63.0),
        },
    };
    pub static TrainingJobStatus: Shape = Shape {
        name: "TrainingJobStatus",
        kind: Kind::Str {
            values: &["InProgress", "Completed", "Failed", "Stopping", "Stopped", "Deleting"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static TrainingJobStatusCounter: Shape =
        Shape { name: "TrainingJobStatusCounter", kind: Kind::Int(Range::min(0.0)) };
    pub static TrainingJobStatusCounters: Shape = Shape {
        name: "TrainingJobStatusCounters",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Completed", &TrainingJobStatusCounter),
                Member::new("InProgress", &TrainingJobStatusCounter),
                Member::new("RetryableError", &TrainingJobStatusCounter),
                Member::new("NonRetryableError", &TrainingJobStatusCounter),
                Member::new("Stopped", &TrainingJobStatusCounter),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrainingJobSummaries: Shape = Shape {
        name: "TrainingJobSummaries",
        kind: Kind::List {
            member: Member::new("member", &TrainingJobSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static TrainingJobSummary: Shape = Shape {
        name: "TrainingJobSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrainingJobName", &TrainingJobName).required(),
                Member::new("TrainingJobArn", &TrainingJobArn).required(),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("TrainingEndTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("TrainingJobStatus", &TrainingJobStatus).required(),
                Member::new("SecondaryStatus", &SecondaryStatus),
                Member::new("WarmPoolStatus", &WarmPoolStatus),
                Member::new("TrainingPlanArn", &TrainingPlanArn),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrainingPlanArn: Shape = Shape {
        name: "TrainingPlanArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:training-plan/.*",
            range: Range::between(50.0, 2048.0),
        },
    };
    pub static TrainingPlanArnList: Shape = Shape {
        name: "TrainingPlanArnList",
        kind: Kind::List {
            member: Member::new("member", &TrainingPlanArn),
            flattened: false,
            range: Range::between(1.0, 1.0),
        },
    };
    pub static TrainingProgressInfo: Shape = Shape {
        name: "TrainingProgressInfo",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TotalStepCountPerEpoch", &TotalStepCountPerEpoch),
                Member::new("CurrentStep", &TrainingStepIndex),
                Member::new("CurrentEpoch", &TrainingEpochIndex),
                Member::new("MaxEpoch", &TrainingEpochCount),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrainingRepositoryAccessMode: Shape = Shape {
        name: "TrainingRepositoryAccessMode",
        kind: Kind::Str { values: &["Platform", "Vpc"], pattern: "", range: Range::ANY },
    };
    pub static TrainingRepositoryAuthConfig: Shape = Shape {
        name: "TrainingRepositoryAuthConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new(
                "TrainingRepositoryCredentialsProviderArn",
                &TrainingRepositoryCredentialsProviderArn,
            )
            .required()],
            payload: None,
            union: false,
        }),
    };
    pub static TrainingRepositoryCredentialsProviderArn: Shape = Shape {
        name: "TrainingRepositoryCredentialsProviderArn",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 2048.0) },
    };
    pub static TrainingStepIndex: Shape =
        Shape { name: "TrainingStepIndex", kind: Kind::Int(Range::min(0.0)) };
    pub static TrainingTimeInSeconds: Shape =
        Shape { name: "TrainingTimeInSeconds", kind: Kind::Int(Range::min(1.0)) };
    pub static TransformAmiVersion: Shape = Shape {
        name: "TransformAmiVersion",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*",
            range: Range::between(1.0, 63.0),
        },
    };
    pub static TransformDataSource: Shape = Shape {
        name: "TransformDataSource",
        kind: Kind::Structure(Structure {
            members: &[Member::new("S3DataSource", &TransformS3DataSource).required()],
            payload: None,
            union: false,
        }),
    };
    pub static TransformEnvironmentKey: Shape = Shape {
        name: "TransformEnvironmentKey",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z_][a-zA-Z0-9_]{0,1023}",
            range: Range::between(0.0, 1024.0),
        },
    };
    pub static TransformEnvironmentMap: Shape = Shape {
        name: "TransformEnvironmentMap",
        kind: Kind::Map {
            key: Member::new("key", &TransformEnvironmentKey),
            value: Member::new("value", &TransformEnvironmentValue),
            flattened: false,
            range: Range::between(0.0, 16.0),
        },
    };
    pub static TransformEnvironmentValue: Shape = Shape {
        name: "TransformEnvironmentValue",
        kind: Kind::Str { values: &[], pattern: "[\\S\\s]*", range: Range::between(0.0, 10240.0) },
    };
    pub static TransformInput: Shape = Shape {
        name: "TransformInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("DataSource", &TransformDataSource).required(),
                Member::new("ContentType", &ContentType),
                Member::new("CompressionType", &CompressionType),
                Member::new("SplitType", &SplitType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TransformInstanceCount: Shape =
        Shape { name: "TransformInstanceCount", kind: Kind::Int(Range::min(1.0)) };
    pub static TransformInstanceType: Shape = Shape {
        name: "TransformInstanceType",
        kind: Kind::Str {
            values: &[
                "ml.m4.xlarge",
                "ml.m4.2xlarge",
                "ml.m4.4xlarge",
                "ml.m4.10xlarge",
                "ml.m4.16xlarge",
                "ml.c4.xlarge",
                "ml.c4.2xlarge",
                "ml.c4.4xlarge",
                "ml.c4.8xlarge",
                "ml.p2.xlarge",
                "ml.p2.8xlarge",
                "ml.p2.16xlarge",
                "ml.p3.2xlarge",
                "ml.p3.8xlarge",
                "ml.p3.16xlarge",
                "ml.c5.xlarge",
                "ml.c5.2xlarge",
                "ml.c5.4xlarge",
                "ml.c5.9xlarge",
                "ml.c5.18xlarge",
                "ml.m5.large",
                "ml.m5.xlarge",
                "ml.m5.2xlarge",
                "ml.m5.4xlarge",
                "ml.m5.12xlarge",
                "ml.m5.24xlarge",
                "ml.m6i.large",
                "ml.m6i.xlarge",
                "ml.m6i.2xlarge",
                "ml.m6i.4xlarge",
                "ml.m6i.8xlarge",
                "ml.m6i.12xlarge",
                "ml.m6i.16xlarge",
                "ml.m6i.24xlarge",
                "ml.m6i.32xlarge",
                "ml.c6i.large",
                "ml.c6i.xlarge",
                "ml.c6i.2xlarge",
                "ml.c6i.4xlarge",
                "ml.c6i.8xlarge",
                "ml.c6i.12xlarge",
                "ml.c6i.16xlarge",
                "ml.c6i.24xlarge",
                "ml.c6i.32xlarge",
                "ml.r6i.large",
                "ml.r6i.xlarge",
                "ml.r6i.2xlarge",
                "ml.r6i.4xlarge",
                "ml.r6i.8xlarge",
                "ml.r6i.12xlarge",
                "ml.r6i.16xlarge",
                "ml.r6i.24xlarge",
                "ml.r6i.32xlarge",
                "ml.m7i.large",
                "ml.m7i.xlarge",
                "ml.m7i.2xlarge",
                "ml.m7i.4xlarge",
                "ml.m7i.8xlarge",
                "ml.m7i.12xlarge",
                "ml.m7i.16xlarge",
                "ml.m7i.24xlarge",
                "ml.m7i.48xlarge",
                "ml.c7i.large",
                "ml.c7i.xlarge",
                "ml.c7i.2xlarge",
                "ml.c7i.4xlarge",
                "ml.c7i.8xlarge",
                "ml.c7i.12xlarge",
                "ml.c7i.16xlarge",
                "ml.c7i.24xlarge",
                "ml.c7i.48xlarge",
                "ml.r7i.large",
                "ml.r7i.xlarge",
                "ml.r7i.2xlarge",
                "ml.r7i.4xlarge",
                "ml.r7i.8xlarge",
                "ml.r7i.12xlarge",
                "ml.r7i.16xlarge",
                "ml.r7i.24xlarge",
                "ml.r7i.48xlarge",
                "ml.g4dn.xlarge",
                "ml.g4dn.2xlarge",
                "ml.g4dn.4xlarge",
                "ml.g4dn.8xlarge",
                "ml.g4dn.12xlarge",
                "ml.g4dn.16xlarge",
                "ml.g5.xlarge",
                "ml.g5.2xlarge",
                "ml.g5.4xlarge",
                "ml.g5.8xlarge",
                "ml.g5.12xlarge",
                "ml.g5.16xlarge",
                "ml.g5.24xlarge",
                "ml.g5.48xlarge",
                "ml.trn1.2xlarge",
                "ml.trn1.32xlarge",
                "ml.inf2.xlarge",
                "ml.inf2.8xlarge",
                "ml.inf2.24xlarge",
                "ml.inf2.48xlarge",
                "ml.g6.xlarge",
                "ml.g6.2xlarge",
                "ml.g6.4xlarge",
                "ml.g6.8xlarge",
                "ml.g6.12xlarge",
                "ml.g6.16xlarge",
                "ml.g6.24xlarge",
                "ml.g6.48xlarge",
                "ml.g6e.xlarge",
                "ml.g6e.2xlarge",
                "ml.g6e.4xlarge",
                "ml.g6e.8xlarge",
                "ml.g6e.12xlarge",
                "ml.g6e.16xlarge",
                "ml.g6e.24xlarge",
                "ml.g6e.48xlarge",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static TransformInstanceTypes: Shape = Shape {
        name: "TransformInstanceTypes",
        kind: Kind::List {
            member: Member::new("member", &TransformInstanceType),
            flattened: false,
            range: Range::min(1.0),
        },
    };
    pub static TransformJob: Shape = Shape {
        name: "TransformJob",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TransformJobName", &TransformJobName),
                Member::new("TransformJobArn", &TransformJobArn),
                Member::new("TransformJobStatus", &TransformJobStatus),
                Member::new("FailureReason", &FailureReason),
                Member::new("ModelName", &ModelName),
                Member::new("MaxConcurrentTransforms", &MaxConcurrentTransforms),
                Member::new("ModelClientConfig", &ModelClientConfig),
                Member::new("MaxPayloadInMB", &MaxPayloadInMB),
                Member::new("BatchStrategy", &BatchStrategy),
                Member::new("Environment", &TransformEnvironmentMap),
                Member::new("TransformInput", &TransformInput),
                Member::new("TransformOutput", &TransformOutput),
                Member::new("DataCaptureConfig", &BatchDataCaptureConfig),
                Member::new("TransformResources", &TransformResources),
                Member::new("CreationTime", &Timestamp),
                Member::new("TransformStartTime", &Timestamp),
                Member::new("TransformEndTime", &Timestamp),
                Member::new("LabelingJobArn", &LabelingJobArn),
                Member::new("AutoMLJobArn", &AutoMLJobArn),
                Member::new("DataProcessing", &DataProcessing),
                Member::new("ExperimentConfig", &ExperimentConfig),
                Member::new("Tags", &TagList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TransformJobArn: Shape = Shape {
        name: "TransformJobArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:transform-job/.*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static TransformJobDefinition: Shape = Shape {
        name: "TransformJobDefinition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MaxConcurrentTransforms", &MaxConcurrentTransforms),
                Member::new("MaxPayloadInMB", &MaxPayloadInMB),
                Member::new("BatchStrategy", &BatchStrategy),
                Member::new("Environment", &TransformEnvironmentMap),
                Member::new("TransformInput", &TransformInput).required(),
                Member::new("TransformOutput", &TransformOutput).required(),
                Member::new("TransformResources", &TransformResources).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TransformJobName: Shape = Shape {
        name: "TransformJobName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(1.0, 63.0),
        },
    };
    pub static TransformJobStatus: Shape = Shape {
        name: "TransformJobStatus",
        kind: Kind::Str {
            values: &["InProgress", "Completed", "Failed", "Stopping", "Stopped"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static TransformJobSummaries: Shape = Shape {
        name: "TransformJobSummaries",
        kind: Kind::List {
            member: Member::new("member", &TransformJobSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static TransformJobSummary: Shape = Shape {
        name: "TransformJobSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TransformJobName", &TransformJobName).required(),
                Member::new("TransformJobArn", &TransformJobArn).required(),
                Member::new("CreationTime", &Timestamp).required(),
                Member::new("TransformEndTime", &Timestamp),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("TransformJobStatus", &TransformJobStatus).required(),
                Member::new("FailureReason", &FailureReason),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TransformOutput: Shape = Shape {
        name: "TransformOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("S3OutputPath", &S3Uri).required(),
                Member::new("Accept", &Accept),
                Member::new("AssembleWith", &AssemblyType),
                Member::new("KmsKeyId", &KmsKeyId),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TransformResources: Shape = Shape {
        name: "TransformResources",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InstanceType", &TransformInstanceType).required(),
                Member::new("InstanceCount", &TransformInstanceCount).required(),
                Member::new("VolumeKmsKeyId", &KmsKeyId),
                Member::new("TransformAmiVersion", &TransformAmiVersion),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TransformS3DataSource: Shape = Shape {
        name: "TransformS3DataSource",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("S3DataType", &S3DataType).required(),
                Member::new("S3Uri", &S3Uri).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Trial: Shape = Shape {
        name: "Trial",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrialName", &ExperimentEntityName),
                Member::new("TrialArn", &TrialArn),
                Member::new("DisplayName", &ExperimentEntityName),
                Member::new("ExperimentName", &ExperimentEntityName),
                Member::new("Source", &TrialSource),
                Member::new("CreationTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("LastModifiedBy", &UserContext),
                Member::new("MetadataProperties", &MetadataProperties),
                Member::new("Tags", &TagList),
                Member::new("TrialComponentSummaries", &TrialComponentSimpleSummaries),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrialArn: Shape = Shape {
        name: "TrialArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:experiment-trial/.*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static TrialComponent: Shape = Shape {
        name: "TrialComponent",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrialComponentName", &ExperimentEntityName),
                Member::new("DisplayName", &ExperimentEntityName),
                Member::new("TrialComponentArn", &TrialComponentArn),
                Member::new("Source", &TrialComponentSource),
                Member::new("Status", &TrialComponentStatus),
                Member::new("StartTime", &Timestamp),
                Member::new("EndTime", &Timestamp),
                Member::new("CreationTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("LastModifiedBy", &UserContext),
                Member::new("Parameters", &TrialComponentParameters),
                Member::new("InputArtifacts", &TrialComponentArtifacts),
                Member::new("OutputArtifacts", &TrialComponentArtifacts),
                Member::new("Metrics", &TrialComponentMetricSummaries),
                Member::new("MetadataProperties", &MetadataProperties),
                Member::new("SourceDetail", &TrialComponentSourceDetail),
                Member::new("LineageGroupArn", &LineageGroupArn),
                Member::new("Tags", &TagList),
                Member::new("Parents", &Parents),
                Member::new("RunName", &ExperimentEntityName),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrialComponentArn: Shape = Shape {
        name: "TrialComponentArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:experiment-trial-component/.*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static TrialComponentArtifact: Shape = Shape {
        name: "TrialComponentArtifact",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MediaType", &MediaType),
                Member::new("Value", &TrialComponentArtifactValue).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrialComponentArtifactValue: Shape = Shape {
        name: "TrialComponentArtifactValue",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 2048.0) },
    };
    pub static TrialComponentArtifacts: Shape = Shape {
        name: "TrialComponentArtifacts",
        kind: Kind::Map {
            key: Member::new("key", &TrialComponentKey128),
            value: Member::new("value", &TrialComponentArtifact),
            flattened: false,
            range: Range::between(0.0, 60.0),
        },
    };
    pub static TrialComponentKey128: Shape = Shape {
        name: "TrialComponentKey128",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 128.0) },
    };
    pub static TrialComponentKey320: Shape = Shape {
        name: "TrialComponentKey320",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 320.0) },
    };
    pub static TrialComponentMetricSummaries: Shape = Shape {
        name: "TrialComponentMetricSummaries",
        kind: Kind::List {
            member: Member::new("member", &TrialComponentMetricSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static TrialComponentMetricSummary: Shape = Shape {
        name: "TrialComponentMetricSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MetricName", &MetricName),
                Member::new("SourceArn", &TrialComponentSourceArn),
                Member::new("TimeStamp", &Timestamp),
                Member::new("Max", &OptionalDouble),
                Member::new("Min", &OptionalDouble),
                Member::new("Last", &OptionalDouble),
                Member::new("Count", &OptionalInteger),
                Member::new("Avg", &OptionalDouble),
                Member::new("StdDev", &OptionalDouble),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrialComponentParameterValue: Shape = Shape {
        name: "TrialComponentParameterValue",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("StringValue", &StringParameterValue),
                Member::new("NumberValue", &DoubleParameterValue),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrialComponentParameters: Shape = Shape {
        name: "TrialComponentParameters",
        kind: Kind::Map {
            key: Member::new("key", &TrialComponentKey320),
            value: Member::new("value", &TrialComponentParameterValue),
            flattened: false,
            range: Range::between(0.0, 300.0),
        },
    };
    pub static TrialComponentPrimaryStatus: Shape = Shape {
        name: "TrialComponentPrimaryStatus",
        kind: Kind::Str {
            values: &["InProgress", "Completed", "Failed", "Stopping", "Stopped"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static TrialComponentSimpleSummaries: Shape = Shape {
        name: "TrialComponentSimpleSummaries",
        kind: Kind::List {
            member: Member::new("member", &TrialComponentSimpleSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static TrialComponentSimpleSummary: Shape = Shape {
        name: "TrialComponentSimpleSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrialComponentName", &ExperimentEntityName),
                Member::new("TrialComponentArn", &TrialComponentArn),
                Member::new("TrialComponentSource", &TrialComponentSource),
                Member::new("CreationTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrialComponentSource: Shape = Shape {
        name: "TrialComponentSource",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceArn", &TrialComponentSourceArn).required(),
                Member::new("SourceType", &SourceType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrialComponentSourceArn: Shape = Shape {
        name: "TrialComponentSourceArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:.*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static TrialComponentSourceDetail: Shape = Shape {
        name: "TrialComponentSourceDetail",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceArn", &TrialComponentSourceArn),
                Member::new("TrainingJob", &TrainingJob),
                Member::new("ProcessingJob", &ProcessingJob),
                Member::new("TransformJob", &TransformJob),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrialComponentSources: Shape = Shape {
        name: "TrialComponentSources",
        kind: Kind::List {
            member: Member::new("member", &TrialComponentSource),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static TrialComponentStatus: Shape = Shape {
        name: "TrialComponentStatus",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PrimaryStatus", &TrialComponentPrimaryStatus),
                Member::new("Message", &TrialComponentStatusMessage),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrialComponentStatusMessage: Shape = Shape {
        name: "TrialComponentStatusMessage",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 1024.0) },
    };
    pub static TrialComponentSummaries: Shape = Shape {
        name: "TrialComponentSummaries",
        kind: Kind::List {
            member: Member::new("member", &TrialComponentSummary),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static TrialComponentSummary: Shape = Shape {
        name: "TrialComponentSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrialComponentName", &ExperimentEntityName),
                Member::new("TrialComponentArn", &TrialComponentArn),
                Member::new("DisplayName", &ExperimentEntityName),
                Member::new("TrialComponentSource", &TrialComponentSource),
                Member::new("Status", &TrialComponentStatus),
                Member::new("StartTime", &Timestamp),
                Member::new("EndTime", &Timestamp),
                Member::new("CreationTime", &Timestamp),
                Member::new("CreatedBy", &UserContext),
                Member::new("LastModifiedTime", &Timestamp),
                Member::new("LastModifiedBy", &UserContext),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrialSource: Shape = Shape {
        name: "TrialSource",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourceArn", &TrialSourceArn).required(),
                Member::new("SourceType", &SourceType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TrialSourceArn: Shape = Shape {
        name: "TrialSourceArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:.*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static TtlDuration: Shape = Shape {
        name: "TtlDuration",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Unit", &TtlDurationUnit), Member::new("Value", &TtlDurationValue)],
            payload: None,
            union: false,
        }),
    };
    pub static TtlDurationUnit: Shape = Shape {
        name: "TtlDurationUnit",
        kind: Kind::Str {
            values: &["Seconds", "Minutes", "Hours", "Days", "Weeks"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static TtlDurationValue: Shape = Shape { name: "TtlDurationValue", kind: Kind::Int(Range::min(1.0)) };
    pub static TuningJobCompletionCriteria: Shape = Shape {
        name: "TuningJobCompletionCriteria",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TargetObjectiveMetricValue", &TargetObjectiveMetricValue),
                Member::new("BestObjectiveNotImproving", &BestObjectiveNotImproving),
                Member::new("ConvergenceDetected", &ConvergenceDetected),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateActionRequest: Shape = Shape {
        name: "UpdateActionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ActionName", &ExperimentEntityName).required(),
                Member::new("Description", &ExperimentDescription),
                Member::new("Status", &ActionStatus),
                Member::new("Properties", &LineageEntityParameters),
                Member::new("PropertiesToRemove", &ListLineageEntityParameterKey),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateActionResponse: Shape = Shape {
        name: "UpdateActionResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ActionArn", &ActionArn)],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateArtifactRequest: Shape = Shape {
        name: "UpdateArtifactRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ArtifactArn", &ArtifactArn).required(),
                Member::new("ArtifactName", &ExperimentEntityName),
                Member::new("Properties", &ArtifactProperties),
                Member::new("PropertiesToRemove", &ListLineageEntityParameterKey),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateArtifactResponse: Shape = Shape {
        name: "UpdateArtifactResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ArtifactArn", &ArtifactArn)],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateContextRequest: Shape = Shape {
        name: "UpdateContextRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ContextName", &ContextName).required(),
                Member::new("Description", &ExperimentDescription),
                Member::new("Properties", &LineageEntityParameters),
                Member::new("PropertiesToRemove", &ListLineageEntityParameterKey),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateContextResponse: Shape = Shape {
        name: "UpdateContextResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ContextArn", &ContextArn)],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateEndpointInput: Shape = Shape {
        name: "UpdateEndpointInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointName", &EndpointName).required(),
                Member::new("EndpointConfigName", &EndpointConfigName).required(),
                Member::new("RetainAllVariantProperties", &Boolean),
                Member::new("ExcludeRetainedVariantProperties", &VariantPropertyList),
                Member::new("DeploymentConfig", &DeploymentConfig),
                Member::new("RetainDeploymentConfig", &Boolean),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateEndpointOutput: Shape = Shape {
        name: "UpdateEndpointOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("EndpointArn", &EndpointArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateEndpointWeightsAndCapacitiesInput: Shape = Shape {
        name: "UpdateEndpointWeightsAndCapacitiesInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointName", &EndpointName).required(),
                Member::new("DesiredWeightsAndCapacities", &DesiredWeightAndCapacityList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateEndpointWeightsAndCapacitiesOutput: Shape = Shape {
        name: "UpdateEndpointWeightsAndCapacitiesOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("EndpointArn", &EndpointArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateModelPackageInput: Shape = Shape {
        name: "UpdateModelPackageInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ModelPackageArn", &ModelPackageArn).required(),
                Member::new("ModelApprovalStatus", &ModelApprovalStatus),
                Member::new("ModelPackageRegistrationType", &ModelPackageRegistrationType),
                Member::new("ApprovalDescription", &ApprovalDescription),
                Member::new("CustomerMetadataProperties", &CustomerMetadataMap),
                Member::new("CustomerMetadataPropertiesToRemove", &CustomerMetadataKeyList),
                Member::new("AdditionalInferenceSpecificationsToAdd", &AdditionalInferenceSpecifications),
                Member::new("InferenceSpecification", &InferenceSpecification),
                Member::new("SourceUri", &ModelPackageSourceUri),
                Member::new("ModelCard", &ModelPackageModelCard),
                Member::new("ModelLifeCycle", &ModelLifeCycle),
                Member::new("ClientToken", &ClientToken),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateModelPackageOutput: Shape = Shape {
        name: "UpdateModelPackageOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ModelPackageArn", &ModelPackageArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateTrainingJobRequest: Shape = Shape {
        name: "UpdateTrainingJobRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TrainingJobName", &TrainingJobName).required(),
                Member::new("ProfilerConfig", &ProfilerConfigForUpdate),
                Member::new("ProfilerRuleConfigurations", &ProfilerRuleConfigurations),
                Member::new("ResourceConfig", &ResourceConfigForUpdate),
                Member::new("RemoteDebugConfig", &RemoteDebugConfigForUpdate),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateTrainingJobResponse: Shape = Shape {
        name: "UpdateTrainingJobResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("TrainingJobArn", &TrainingJobArn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static Url: Shape = Shape {
        name: "Url",
        kind: Kind::Str {
            values: &[],
            pattern: "(https|s3)://([^/]+)/?(.*)",
            range: Range::between(0.0, 1024.0),
        },
    };
    pub static UserContext: Shape = Shape {
        name: "UserContext",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UserProfileArn", &String),
                Member::new("UserProfileName", &String),
                Member::new("DomainId", &String),
                Member::new("IamIdentity", &IamIdentity),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static VariantInstanceProvisionTimeoutInSeconds: Shape = Shape {
        name: "VariantInstanceProvisionTimeoutInSeconds",
        kind: Kind::Int(Range::between(300.0, 3600.0)),
    };
    pub static VariantName: Shape = Shape {
        name: "VariantName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(0.0, 63.0),
        },
    };
    pub static VariantProperty: Shape = Shape {
        name: "VariantProperty",
        kind: Kind::Structure(Structure {
            members: &[Member::new("VariantPropertyType", &VariantPropertyType).required()],
            payload: None,
            union: false,
        }),
    };
    pub static VariantPropertyList: Shape = Shape {
        name: "VariantPropertyList",
        kind: Kind::List {
            member: Member::new("member", &VariantProperty),
            flattened: false,
            range: Range::between(0.0, 3.0),
        },
    };
    pub static VariantPropertyType: Shape = Shape {
        name: "VariantPropertyType",
        kind: Kind::Str {
            values: &["DesiredInstanceCount", "DesiredWeight", "DataCaptureConfig"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static VariantStatus: Shape = Shape {
        name: "VariantStatus",
        kind: Kind::Str {
            values: &["Creating", "Updating", "Deleting", "ActivatingTraffic", "Baking"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static VariantStatusMessage: Shape = Shape {
        name: "VariantStatusMessage",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 1024.0) },
    };
    pub static VariantWeight: Shape = Shape { name: "VariantWeight", kind: Kind::Float(Range::min(0.0)) };
    pub static VectorConfig: Shape = Shape {
        name: "VectorConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Dimension", &Dimension).required()],
            payload: None,
            union: false,
        }),
    };
    pub static VersionedArnOrName: Shape = Shape {
        name: "VersionedArnOrName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 176.0) },
    };
    pub static Vertex: Shape = Shape {
        name: "Vertex",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Arn", &AssociationEntityArn),
                Member::new("Type", &String40),
                Member::new("LineageType", &LineageType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Vertices: Shape = Shape {
        name: "Vertices",
        kind: Kind::List { member: Member::new("member", &Vertex), flattened: false, range: Range::ANY },
    };
    pub static VisibilityConditions: Shape = Shape {
        name: "VisibilityConditions",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Key", &VisibilityConditionsKey),
                Member::new("Value", &VisibilityConditionsValue),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static VisibilityConditionsKey: Shape = Shape {
        name: "VisibilityConditionsKey",
        kind: Kind::Str {
            values: &[],
            pattern: "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)",
            range: Range::between(1.0, 128.0),
        },
    };
    pub static VisibilityConditionsList: Shape = Shape {
        name: "VisibilityConditionsList",
        kind: Kind::List {
            member: Member::new("member", &VisibilityConditions),
            flattened: false,
            range: Range::between(1.0, 5.0),
        },
    };
    pub static VisibilityConditionsValue: Shape = Shape {
        name: "VisibilityConditionsValue",
        kind: Kind::Str {
            values: &[],
            pattern: "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static VolumeSizeInGB: Shape = Shape { name: "VolumeSizeInGB", kind: Kind::Int(Range::min(1.0)) };
    pub static VpcConfig: Shape = Shape {
        name: "VpcConfig",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SecurityGroupIds", &VpcSecurityGroupIds).required(),
                Member::new("Subnets", &Subnets).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static VpcSecurityGroupIds: Shape = Shape {
        name: "VpcSecurityGroupIds",
        kind: Kind::List {
            member: Member::new("member", &SecurityGroupId),
            flattened: false,
            range: Range::between(1.0, 5.0),
        },
    };
    pub static WaitIntervalInSeconds: Shape =
        Shape { name: "WaitIntervalInSeconds", kind: Kind::Int(Range::between(0.0, 3600.0)) };
    pub static WarmPoolResourceStatus: Shape = Shape {
        name: "WarmPoolResourceStatus",
        kind: Kind::Str {
            values: &["Available", "Terminated", "Reused", "InUse"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static WarmPoolStatus: Shape = Shape {
        name: "WarmPoolStatus",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Status", &WarmPoolResourceStatus).required(),
                Member::new("ResourceRetainedBillableTimeInSeconds", &ResourceRetainedBillableTimeInSeconds),
                Member::new("ReusedByJob", &TrainingJobName),
            ],
            payload: None,
            union: false,
        }),
    };
}
