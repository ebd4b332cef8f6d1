//! Which operation's answer is the result of a task.

use lirio_asl::{Pattern, ServiceIntegration};

/// What the result of a task is compared with.
pub(crate) enum Target {
    /// The answer of an operation.
    Output(Output),
    /// No model describes it.
    Anything,
    /// A model does, but it is not known here which.
    Unknown,
}

/// The answer of an operation, or a part of it.
pub(crate) struct Output {
    /// The service as `aws-sdk` integrations name it.
    pub(crate) service: String,
    /// The operation.
    pub(crate) operation: String,
    /// Where in the answer the result lies.
    pub(crate) inside: &'static [&'static str],
    /// Members that the integration reads as JSON, whatever the model says of them.
    pub(crate) free: &'static [&'static str],
}

/// Services that optimised integrations name in another way than `aws-sdk` ones.
const SERVICES: &[(&str, &str)] = &[
    ("states", "sfn"),
    ("events", "eventbridge"),
    ("emr-serverless", "emrserverless"),
    ("emr-containers", "emrcontainers"),
];

/// Optimised integrations whose result no model describes: they answer what an HTTP endpoint or a
/// cluster says, or gather something of their own.
const WITHOUT_MODEL: &[(&str, &str)] =
    &[("apigateway", "invoke"), ("http", "invoke"), ("eks", "call"), ("eks", "runJob")];

/// The service whose optimised integrations do not have the names of its operations.
const OWN_NAMES: &str = "elasticmapreduce";

/// What a job that was waited for is read with: service, action, operation, and where in its answer
/// the result lies.
const JOBS: &[(&str, &str, &str, &[&str])] = &[
    ("athena", "startQueryExecution", "GetQueryExecution", &[]),
    ("batch", "submitJob", "DescribeJobs", &["jobs"]),
    ("bedrock", "createModelCustomizationJob", "GetModelCustomizationJob", &[]),
    ("codebuild", "startBuild", "StartBuild", &[]),
    ("codebuild", "startBuildBatch", "StartBuildBatch", &[]),
    ("databrew", "startJobRun", "DescribeJobRun", &[]),
    ("ecs", "runTask", "DescribeTasks", &["tasks"]),
    ("emr-containers", "createVirtualCluster", "DescribeVirtualCluster", &["virtualCluster"]),
    ("emr-containers", "startJobRun", "DescribeJobRun", &["jobRun"]),
    ("emr-serverless", "createApplication", "GetApplication", &["application"]),
    ("emr-serverless", "startApplication", "GetApplication", &["application"]),
    ("emr-serverless", "stopApplication", "GetApplication", &["application"]),
    ("emr-serverless", "startJobRun", "GetJobRun", &["jobRun"]),
    ("glue", "startJobRun", "GetJobRun", &["JobRun"]),
    ("mediaconvert", "createJob", "GetJob", &[]),
    ("sagemaker", "createHyperParameterTuningJob", "DescribeHyperParameterTuningJob", &[]),
    ("sagemaker", "createLabelingJob", "DescribeLabelingJob", &[]),
    ("sagemaker", "createProcessingJob", "DescribeProcessingJob", &[]),
    ("sagemaker", "createTrainingJob", "DescribeTrainingJob", &[]),
    ("sagemaker", "createTransformJob", "DescribeTransformJob", &[]),
    ("states", "startExecution", "DescribeExecution", &[]),
];

/// What the result of a task of this integration is.
pub(crate) fn of(integration: &ServiceIntegration) -> Target {
    let (service, action) = (integration.service.as_str(), integration.action.as_str());
    let output = |service: &str, operation: String, inside, free| {
        Target::Output(Output { service: service.to_owned(), operation, inside, free })
    };
    if integration.sdk {
        return output(service, operation(action), &[], &[]);
    }
    if service == OWN_NAMES || WITHOUT_MODEL.contains(&(service, action)) {
        return Target::Anything;
    }
    let sdk = SERVICES.iter().find(|(own, _)| *own == service).map_or(service, |(_, sdk)| *sdk);
    match integration.pattern {
        Pattern::WaitForTaskToken => Target::Anything,
        Pattern::Sync | Pattern::Sync2 => {
            let job = JOBS.iter().find(|(s, a, ..)| (*s, *a) == (service, action));
            let Some((_, _, operation, inside)) = job else { return Target::Unknown };
            let free: &[&str] = match integration.pattern {
                Pattern::Sync2 => &["Input", "Output"],
                _ => &[],
            };
            output(sdk, (*operation).to_owned(), inside, free)
        }
        Pattern::RequestResponse => match (service, action) {
            ("lambda", "invoke") => output(sdk, operation(action), &[], &["Payload"]),
            ("bedrock", "invokeModel") => output("bedrockruntime", operation(action), &[], &["Body"]),
            _ => output(sdk, operation(action), &[], &[]),
        },
    }
}

/// `putItem` as `PutItem`.
fn operation(action: &str) -> String {
    let mut letters = action.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The resources of all jobs that are known.
#[cfg(test)]
pub(crate) fn jobs() -> Vec<String> {
    JOBS.iter().map(|(service, action, ..)| format!("{service}:{action}.sync")).collect()
}
