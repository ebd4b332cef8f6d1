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
pub static OPERATIONS: [Operation; 21] = [
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
];

/// The served operations as types.
pub mod ops {
    use super::{Operation, OperationType};
    /// `AddTags`
    #[derive(Clone, Copy, Debug)]
    pub struct AddTags;
    impl OperationType for AddTags {
        type Input = super::AddTagsInput;
        type Output = super::AddTagsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[0];
    }

    /// `CreateEndpoint`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateEndpoint;
    impl OperationType for CreateEndpoint {
        type Input = super::CreateEndpointInput;
        type Output = super::CreateEndpointOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[1];
    }

    /// `CreateEndpointConfig`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateEndpointConfig;
    impl OperationType for CreateEndpointConfig {
        type Input = super::CreateEndpointConfigInput;
        type Output = super::CreateEndpointConfigOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[2];
    }

    /// `CreateModel`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateModel;
    impl OperationType for CreateModel {
        type Input = super::CreateModelInput;
        type Output = super::CreateModelOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[3];
    }

    /// `CreateTrainingJob`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateTrainingJob;
    impl OperationType for CreateTrainingJob {
        type Input = super::CreateTrainingJobRequest;
        type Output = super::CreateTrainingJobResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[4];
    }

    /// `DeleteEndpoint`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteEndpoint;
    impl OperationType for DeleteEndpoint {
        type Input = super::DeleteEndpointInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[5];
    }

    /// `DeleteEndpointConfig`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteEndpointConfig;
    impl OperationType for DeleteEndpointConfig {
        type Input = super::DeleteEndpointConfigInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[6];
    }

    /// `DeleteModel`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteModel;
    impl OperationType for DeleteModel {
        type Input = super::DeleteModelInput;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[7];
    }

    /// `DeleteTags`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteTags;
    impl OperationType for DeleteTags {
        type Input = super::DeleteTagsInput;
        type Output = super::DeleteTagsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[8];
    }

    /// `DescribeEndpoint`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeEndpoint;
    impl OperationType for DescribeEndpoint {
        type Input = super::DescribeEndpointInput;
        type Output = super::DescribeEndpointOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[9];
    }

    /// `DescribeEndpointConfig`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeEndpointConfig;
    impl OperationType for DescribeEndpointConfig {
        type Input = super::DescribeEndpointConfigInput;
        type Output = super::DescribeEndpointConfigOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[10];
    }

    /// `DescribeModel`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeModel;
    impl OperationType for DescribeModel {
        type Input = super::DescribeModelInput;
        type Output = super::DescribeModelOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[11];
    }

    /// `DescribeTrainingJob`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeTrainingJob;
    impl OperationType for DescribeTrainingJob {
        type Input = super::DescribeTrainingJobRequest;
        type Output = super::DescribeTrainingJobResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[12];
    }

    /// `ListEndpointConfigs`
    #[derive(Clone, Copy, Debug)]
    pub struct ListEndpointConfigs;
    impl OperationType for ListEndpointConfigs {
        type Input = super::ListEndpointConfigsInput;
        type Output = super::ListEndpointConfigsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[13];
    }

    /// `ListEndpoints`
    #[derive(Clone, Copy, Debug)]
    pub struct ListEndpoints;
    impl OperationType for ListEndpoints {
        type Input = super::ListEndpointsInput;
        type Output = super::ListEndpointsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[14];
    }

    /// `ListModels`
    #[derive(Clone, Copy, Debug)]
    pub struct ListModels;
    impl OperationType for ListModels {
        type Input = super::ListModelsInput;
        type Output = super::ListModelsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[15];
    }

    /// `ListTags`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTags;
    impl OperationType for ListTags {
        type Input = super::ListTagsInput;
        type Output = super::ListTagsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[16];
    }

    /// `ListTrainingJobs`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTrainingJobs;
    impl OperationType for ListTrainingJobs {
        type Input = super::ListTrainingJobsRequest;
        type Output = super::ListTrainingJobsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[17];
    }

    /// `StopTrainingJob`
    #[derive(Clone, Copy, Debug)]
    pub struct StopTrainingJob;
    impl OperationType for StopTrainingJob {
        type Input = super::StopTrainingJobRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[18];
    }

    /// `UpdateEndpoint`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateEndpoint;
    impl OperationType for UpdateEndpoint {
        type Input = super::UpdateEndpointInput;
        type Output = super::UpdateEndpointOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[19];
    }

    /// `UpdateEndpointWeightsAndCapacities`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateEndpointWeightsAndCapacities;
    impl OperationType for UpdateEndpointWeightsAndCapacities {
        type Input = super::UpdateEndpointWeightsAndCapacitiesInput;
        type Output = super::UpdateEndpointWeightsAndCapacitiesOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[20];
    }
}

/// What AWS has here and lirio does not serve.
pub static UNSERVED: &[UnservedOperation] = &[
    UnservedOperation { service: &SERVICE, name: "AddAssociation", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "BatchDescribeModelPackage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "BatchRebootClusterNodes", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "BatchReplaceClusterNodes", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAIBenchmarkJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAIRecommendationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAIWorkloadConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAction", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAlgorithm", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateApp", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAppImageConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateArtifact", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAutoMLJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAutoMLJobV2", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateCluster", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateClusterExtension", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateClusterSchedulerConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateCodeRepository", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateCompilationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateComputeQuota", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateContext", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "CreateModelPackage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateModelPackageGroup", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "CreateProcessingJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateProject", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateSpace", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateStudioLifecycleConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateTrainingPlan", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateTrainingSession", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateTransformJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateTrial", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateTrialComponent", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateUserProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateWorkforce", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateWorkteam", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAIBenchmarkJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAIRecommendationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAIWorkloadConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAction", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAlgorithm", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteApp", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAppImageConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteArtifact", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAssociation", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteCluster", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteClusterExtension", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteClusterSchedulerConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteCodeRepository", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteCompilationJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteComputeQuota", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteContext", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "DeleteModelPackage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteModelPackageGroup", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteModelPackageGroupPolicy", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "DeleteProcessingJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteProject", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteSpace", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteStudioLifecycleConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteTrainingJob", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "DescribeAction", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeAlgorithm", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeApp", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeAppImageConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeArtifact", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "DescribeContext", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "DescribeModelPackage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeModelPackageGroup", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "DescribeProcessingJob", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "DescribeTransformJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeTrial", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeTrialComponent", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "GetModelPackageGroupPolicy", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "GetSearchSuggestions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ImportHubContent", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAIBenchmarkJobs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAIRecommendationJobs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAIWorkloadConfigs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListActions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAlgorithms", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAliases", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAppImageConfigs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListApps", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListArtifacts", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAssociations", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "ListContexts", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "ListModelPackageGroups", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListModelPackages", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "ListProcessingJobs", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "ListTransformJobs", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListTrialComponents", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "PutModelPackageGroupPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "QueryLineage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "RegisterDevices", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "RenderUiTemplate", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "RetryPipelineExecution", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "Search", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "StopProcessingJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopTrainingSession", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopTransformJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateAction", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateAppImageConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateArtifact", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateCluster", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateClusterExtension", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateClusterSchedulerConfig", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateClusterSoftware", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateCodeRepository", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateComputeQuota", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateContext", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "UpdateModelPackage", method: "POST", uri: "/" },
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
    UnservedOperation { service: &SERVICE, name: "UpdateTrainingJob", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateTrial", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateTrialComponent", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateUserProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateWorkforce", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateWorkteam", method: "POST", uri: "/" },
];

/// The errors that these operations declare.
pub mod errors {
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
/// `AddTagsInput`
AddTagsInput {
resource_arn: ::std::string::String = "ResourceArn",
tags: Vec<Tag> = "Tags",
}
/// `AddTagsOutput`
AddTagsOutput {
tags: Option<Vec<Tag>> = "Tags",
}
/// `AdditionalModelDataSource`
AdditionalModelDataSource {
channel_name: ::std::string::String = "ChannelName",
s3_data_source: S3ModelDataSource = "S3DataSource",
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
/// `AutoRollbackConfig`
AutoRollbackConfig {
alarms: Option<Vec<Alarm>> = "Alarms",
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
/// `DataSource`
DataSource {
s3_data_source: Option<S3DataSource> = "S3DataSource",
file_system_data_source: Option<FileSystemDataSource> = "FileSystemDataSource",
dataset_source: Option<DatasetSource> = "DatasetSource",
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
/// `DeleteTagsInput`
DeleteTagsInput {
resource_arn: ::std::string::String = "ResourceArn",
tag_keys: Vec<::std::string::String> = "TagKeys",
}
/// `DeleteTagsOutput`
DeleteTagsOutput {
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
/// `DesiredWeightAndCapacity`
DesiredWeightAndCapacity {
variant_name: ::std::string::String = "VariantName",
desired_weight: Option<f64> = "DesiredWeight",
desired_instance_count: Option<i64> = "DesiredInstanceCount",
serverless_update_config: Option<ProductionVariantServerlessUpdateConfig> = "ServerlessUpdateConfig",
}
/// `Ec2CapacityReservation`
Ec2CapacityReservation {
ec2_capacity_reservation_id: Option<::std::string::String> = "Ec2CapacityReservationId",
total_instance_count: Option<i64> = "TotalInstanceCount",
available_instance_count: Option<i64> = "AvailableInstanceCount",
used_by_current_endpoint: Option<i64> = "UsedByCurrentEndpoint",
}
/// `EndpointConfigSummary`
EndpointConfigSummary {
endpoint_config_name: ::std::string::String = "EndpointConfigName",
endpoint_config_arn: ::std::string::String = "EndpointConfigArn",
creation_time: crate::Timestamp = "CreationTime",
}
/// `EndpointSummary`
EndpointSummary {
endpoint_name: ::std::string::String = "EndpointName",
endpoint_arn: ::std::string::String = "EndpointArn",
creation_time: crate::Timestamp = "CreationTime",
last_modified_time: crate::Timestamp = "LastModifiedTime",
endpoint_status: ::std::string::String = "EndpointStatus",
}
/// `ExperimentConfig`
ExperimentConfig {
experiment_name: Option<::std::string::String> = "ExperimentName",
trial_name: Option<::std::string::String> = "TrialName",
trial_component_display_name: Option<::std::string::String> = "TrialComponentDisplayName",
run_name: Option<::std::string::String> = "RunName",
}
/// `ExplainerConfig`
ExplainerConfig {
clarify_explainer_config: Option<ClarifyExplainerConfig> = "ClarifyExplainerConfig",
}
/// `FileSystemDataSource`
FileSystemDataSource {
file_system_id: ::std::string::String = "FileSystemId",
file_system_access_mode: ::std::string::String = "FileSystemAccessMode",
file_system_type: ::std::string::String = "FileSystemType",
directory_path: ::std::string::String = "DirectoryPath",
}
/// `HubAccessConfig`
HubAccessConfig {
hub_content_arn: ::std::string::String = "HubContentArn",
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
/// `ModelAccessConfig`
ModelAccessConfig {
accept_eula: bool = "AcceptEula",
}
/// `ModelArtifacts`
ModelArtifacts {
s3_model_artifacts: ::std::string::String = "S3ModelArtifacts",
}
/// `ModelDataSource`
ModelDataSource {
s3_data_source: Option<S3ModelDataSource> = "S3DataSource",
}
/// `ModelPackageConfig`
ModelPackageConfig {
model_package_group_arn: ::std::string::String = "ModelPackageGroupArn",
source_model_package_arn: Option<::std::string::String> = "SourceModelPackageArn",
}
/// `ModelSummary`
ModelSummary {
model_name: ::std::string::String = "ModelName",
model_arn: ::std::string::String = "ModelArn",
creation_time: crate::Timestamp = "CreationTime",
}
/// `MultiModelConfig`
MultiModelConfig {
model_cache_setting: Option<::std::string::String> = "ModelCacheSetting",
}
/// `OutputDataConfig`
OutputDataConfig {
kms_key_id: Option<::std::string::String> = "KmsKeyId",
s3_output_path: ::std::string::String = "S3OutputPath",
compression_type: Option<::std::string::String> = "CompressionType",
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
/// `RealTimeInferenceRecommendation`
RealTimeInferenceRecommendation {
recommendation_id: ::std::string::String = "RecommendationId",
instance_type: ::std::string::String = "InstanceType",
environment: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Environment",
}
/// `RemoteDebugConfig`
RemoteDebugConfig {
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
/// `SecondaryStatusTransition`
SecondaryStatusTransition {
status: ::std::string::String = "Status",
start_time: crate::Timestamp = "StartTime",
end_time: Option<crate::Timestamp> = "EndTime",
status_message: Option<::std::string::String> = "StatusMessage",
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
/// `SessionChainingConfig`
SessionChainingConfig {
enable_session_tag_chaining: Option<bool> = "EnableSessionTagChaining",
}
/// `ShuffleConfig`
ShuffleConfig {
seed: i64 = "Seed",
}
/// `StopTrainingJobRequest`
StopTrainingJobRequest {
training_job_name: ::std::string::String = "TrainingJobName",
}
/// `StoppingCondition`
StoppingCondition {
max_runtime_in_seconds: Option<i64> = "MaxRuntimeInSeconds",
max_wait_time_in_seconds: Option<i64> = "MaxWaitTimeInSeconds",
max_pending_time_in_seconds: Option<i64> = "MaxPendingTimeInSeconds",
}
/// `Tag`
Tag {
key: ::std::string::String = "Key",
value: ::std::string::String = "Value",
}
/// `TensorBoardOutputConfig`
TensorBoardOutputConfig {
local_path: Option<::std::string::String> = "LocalPath",
s3_output_path: ::std::string::String = "S3OutputPath",
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
/// `VariantProperty`
VariantProperty {
variant_property_type: ::std::string::String = "VariantPropertyType",
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
    pub static AcceptEula: Shape = Shape { name: "AcceptEula", kind: Kind::Bool };
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
    pub static ArnOrName: Shape = Shape {
        name: "ArnOrName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 170.0) },
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
    pub static AutoRollbackConfig: Shape = Shape {
        name: "AutoRollbackConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Alarms", &AlarmList)],
            payload: None,
            union: false,
        }),
    };
    pub static BillableTimeInSeconds: Shape =
        Shape { name: "BillableTimeInSeconds", kind: Kind::Int(Range::min(1.0)) };
    pub static BillableTokenCount: Shape =
        Shape { name: "BillableTokenCount", kind: Kind::Int(Range::min(0.0)) };
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
    pub static ContentType: Shape = Shape {
        name: "ContentType",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 256.0) },
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
    pub static DirectoryPath: Shape = Shape {
        name: "DirectoryPath",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 4096.0) },
    };
    pub static DisableProfiler: Shape = Shape { name: "DisableProfiler", kind: Kind::Bool };
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
    pub static EnableCapture: Shape = Shape { name: "EnableCapture", kind: Kind::Bool };
    pub static EnableDetailedObservability: Shape =
        Shape { name: "EnableDetailedObservability", kind: Kind::Bool };
    pub static EnableEnhancedMetrics: Shape = Shape { name: "EnableEnhancedMetrics", kind: Kind::Bool };
    pub static EnableInfraCheck: Shape = Shape { name: "EnableInfraCheck", kind: Kind::Bool };
    pub static EnableRemoteDebug: Shape = Shape { name: "EnableRemoteDebug", kind: Kind::Bool };
    pub static EnableSessionTagChaining: Shape = Shape { name: "EnableSessionTagChaining", kind: Kind::Bool };
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
    pub static ExperimentEntityName: Shape = Shape {
        name: "ExperimentEntityName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}",
            range: Range::between(1.0, 120.0),
        },
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
    pub static FinalMetricDataList: Shape = Shape {
        name: "FinalMetricDataList",
        kind: Kind::List {
            member: Member::new("member", &MetricData),
            flattened: false,
            range: Range::between(0.0, 40.0),
        },
    };
    pub static Float: Shape = Shape { name: "Float", kind: Kind::Float(Range::ANY) };
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
    pub static HubContentArn: Shape = Shape {
        name: "HubContentArn",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 255.0) },
    };
    pub static HubDataSetArn: Shape = Shape {
        name: "HubDataSetArn",
        kind: Kind::Str {
            values: &[],
            pattern: "(arn:[a-z0-9-\\.]{1,63}:sagemaker:\\w+(?:-\\w+)+:(\\d{12}|aws):hub-content\\/)[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}\\/DataSet\\/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,63}(\\/\\d{1,4}.\\d{1,4}.\\d{1,4})?",
            range: Range::between(0.0, 2048.0),
        },
    };
    pub static HyperParameterKey: Shape = Shape {
        name: "HyperParameterKey",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 256.0) },
    };
    pub static HyperParameterTuningJobArn: Shape = Shape {
        name: "HyperParameterTuningJobArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:hyper-parameter-tuning-job/.*",
            range: Range::between(0.0, 256.0),
        },
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
    pub static MaxConcurrentInvocationsPerInstance: Shape =
        Shape { name: "MaxConcurrentInvocationsPerInstance", kind: Kind::Int(Range::between(1.0, 1000.0)) };
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
    pub static ModelAccessConfig: Shape = Shape {
        name: "ModelAccessConfig",
        kind: Kind::Structure(Structure {
            members: &[Member::new("AcceptEula", &AcceptEula).required()],
            payload: None,
            union: false,
        }),
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
    pub static ModelCompressionType: Shape = Shape {
        name: "ModelCompressionType",
        kind: Kind::Str { values: &["None", "Gzip"], pattern: "", range: Range::ANY },
    };
    pub static ModelDataSource: Shape = Shape {
        name: "ModelDataSource",
        kind: Kind::Structure(Structure {
            members: &[Member::new("S3DataSource", &S3ModelDataSource)],
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
    pub static ModelPackageArn: Shape = Shape {
        name: "ModelPackageArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package/[\\S]{1,2048}",
            range: Range::between(1.0, 2048.0),
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
    pub static ModelPackageGroupArn: Shape = Shape {
        name: "ModelPackageGroupArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package-group/[\\S]{1,2048}",
            range: Range::between(1.0, 2048.0),
        },
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
    pub static NextToken: Shape = Shape {
        name: "NextToken",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 8192.0) },
    };
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
    pub static ProcessingJobArn: Shape = Shape {
        name: "ProcessingJobArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:processing-job/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
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
    pub static RemoteDebugConfig: Shape = Shape {
        name: "RemoteDebugConfig",
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
    pub static ResourceRetainedBillableTimeInSeconds: Shape =
        Shape { name: "ResourceRetainedBillableTimeInSeconds", kind: Kind::Int(Range::min(0.0)) };
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
    pub static S3Uri: Shape = Shape {
        name: "S3Uri",
        kind: Kind::Str {
            values: &[],
            pattern: "(https|s3)://([^/]+)/?(.*)",
            range: Range::between(0.0, 1024.0),
        },
    };
    pub static SamplingPercentage: Shape =
        Shape { name: "SamplingPercentage", kind: Kind::Int(Range::between(0.0, 100.0)) };
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
    pub static SnsTopicArn: Shape = Shape {
        name: "SnsTopicArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sns:[a-z0-9\\-]*:[0-9]{12}:[a-zA-Z0-9_.-]+",
            range: Range::between(0.0, 2048.0),
        },
    };
    pub static SortBy: Shape = Shape {
        name: "SortBy",
        kind: Kind::Str { values: &["Name", "CreationTime", "Status"], pattern: "", range: Range::ANY },
    };
    pub static SortOrder: Shape = Shape {
        name: "SortOrder",
        kind: Kind::Str { values: &["Ascending", "Descending"], pattern: "", range: Range::ANY },
    };
    pub static StatusDetails: Shape = Shape {
        name: "StatusDetails",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(0.0, 1024.0) },
    };
    pub static StatusMessage: Shape =
        Shape { name: "StatusMessage", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static StopTrainingJobRequest: Shape = Shape {
        name: "StopTrainingJobRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("TrainingJobName", &TrainingJobName).required()],
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
    pub static String: Shape =
        Shape { name: "String", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static String256: Shape = Shape {
        name: "String256",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 256.0) },
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
    pub static TaskCount: Shape = Shape { name: "TaskCount", kind: Kind::Int(Range::min(0.0)) };
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
    pub static TrainingJobArn: Shape = Shape {
        name: "TrainingJobArn",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:training-job/[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            range: Range::between(0.0, 256.0),
        },
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
    pub static Url: Shape = Shape {
        name: "Url",
        kind: Kind::Str {
            values: &[],
            pattern: "(https|s3)://([^/]+)/?(.*)",
            range: Range::between(0.0, 1024.0),
        },
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
    pub static VersionedArnOrName: Shape = Shape {
        name: "VersionedArnOrName",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 176.0) },
    };
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
