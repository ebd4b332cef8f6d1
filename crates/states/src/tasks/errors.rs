//! How errors of the called services are named in an execution.
//!
//! `aws-sdk` tasks name the exception classes of AWS's SDK for Java 2: a service's own exceptions by
//! their names, everything else by the service's base exception.  AWS's own integrations do the
//! same with the first SDK for Java.

use lirio_api::AwsError;

use super::integration::Integration;

/// Why a task failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TaskFailure {
    /// The error's name, which `Retry` and `Catch` match.
    pub(crate) error: String,
    /// What a person reads.
    pub(crate) cause: String,
    /// Whether the call was refused, so that nothing runs.
    pub(crate) at_submission: bool,
}

/// How a service is called in the names of errors.
struct Naming {
    /// The service's model name.
    service: &'static str,
    /// In `aws-sdk` errors.
    sdk: &'static str,
    /// In errors of AWS's own integrations: prefix, base exception, and service in the cause.
    optimised: (&'static str, &'static str, &'static str),
}

const NAMES: &[Naming] = &[
    Naming {
        service: "sagemaker",
        sdk: "SageMaker",
        optimised: ("SageMaker", "AmazonSageMakerException", "AmazonSageMaker"),
    },
    Naming {
        service: "sagemaker-runtime",
        sdk: "SageMakerRuntime",
        optimised: ("SageMakerRuntime", "AmazonSageMakerRuntimeException", "AmazonSageMakerRuntime"),
    },
    Naming { service: "s3", sdk: "S3", optimised: ("S3", "AmazonS3Exception", "Amazon S3") },
    Naming { service: "lambda", sdk: "Lambda", optimised: ("Lambda", "AWSLambdaException", "AWSLambda") },
    Naming {
        service: "stepfunctions",
        sdk: "Sfn",
        optimised: ("StepFunctions", "AWSStepFunctionsException", "AWSStepFunctions"),
    },
    Naming {
        service: "events",
        sdk: "EventBridge",
        optimised: ("EventBridge", "AmazonEventBridgeException", "AmazonEventBridge"),
    },
    Naming { service: "ecr", sdk: "Ecr", optimised: ("ECR", "AmazonECRException", "AmazonECR") },
    Naming {
        service: "iam",
        sdk: "Iam",
        optimised: ("IAM", "AmazonIdentityManagementException", "AmazonIdentityManagement"),
    },
    Naming {
        service: "sts",
        sdk: "Sts",
        optimised: ("STS", "AWSSecurityTokenServiceException", "AWSSecurityTokenService"),
    },
    Naming {
        service: "cloudwatch",
        sdk: "CloudWatch",
        optimised: ("CloudWatch", "AmazonCloudWatchException", "AmazonCloudWatch"),
    },
    Naming {
        service: "logs",
        sdk: "CloudWatchLogs",
        optimised: ("CloudWatchLogs", "AWSLogsException", "AWSLogs"),
    },
    Naming {
        service: "cloudtrail",
        sdk: "CloudTrail",
        optimised: ("CloudTrail", "AWSCloudTrailException", "AWSCloudTrail"),
    },
];

/// Codes that no service models: they come from the door in front of it.
const COMMON: &[&str] = &[
    "AccessDenied",
    "AccessDeniedException",
    "InternalError",
    "InternalFailure",
    "InternalServerError",
    "InsufficientStorage",
    "MissingParameter",
    "NotImplemented",
    "SerializationException",
    "ServiceUnavailable",
    "Throttling",
    "ThrottlingException",
    "UnknownOperationException",
];

/// The only codes that these services model; what they say besides is their base exception.
const MODELED: &[(&str, &[&str])] = &[
    ("sagemaker", &["ConflictException", "ResourceInUse", "ResourceLimitExceeded", "ResourceNotFound"]),
    (
        "sagemaker-runtime",
        &[
            "InternalDependencyException",
            "InternalFailure",
            "ModelError",
            "ModelNotReadyException",
            "ServiceUnavailable",
            "ValidationError",
        ],
    ),
    (
        "s3",
        &[
            "BucketAlreadyExists",
            "BucketAlreadyOwnedByYou",
            "EncryptionTypeMismatch",
            "InvalidObjectState",
            "InvalidRequest",
            "InvalidWriteOffset",
            "NoSuchBucket",
            "NoSuchKey",
            "NoSuchUpload",
            "TooManyParts",
        ],
    ),
];

impl TaskFailure {
    /// A failure.
    pub(crate) fn new(error: impl Into<String>, cause: impl Into<String>) -> Self {
        Self { error: error.into(), cause: cause.into(), at_submission: false }
    }

    /// The same, of a call that should have begun something longer.
    pub(crate) fn at_submission(mut self) -> Self {
        self.at_submission = true;
        self
    }

    /// What a service's error is called in a task of this integration.
    pub(crate) fn of(integration: &Integration<'_>, error: &AwsError) -> Self {
        let service = integration.operation().map_or("", |operation| operation.service.id);
        // The test below goes through every service; what the host serves names its own errors.
        let Some(naming) = NAMES.iter().find(|n| n.service == service) else {
            return Self::new(error.code.to_string(), error.message.clone());
        };
        let (status, message, request_id) = (error.status, &error.message, lirio_service::request_id());
        // The execution shows this id; here is where it leads.
        tracing::info!(request_id, service, code = %error.code, message, detail = error.detail, "a task's call failed");
        let code = exception(&error.code);
        let modeled = is_modeled(service, &error.code);
        match integration {
            Integration::Sdk { .. } => {
                let name = naming.sdk;
                let extended = if service == "s3" {
                    format!(", Extended Request ID: {}", lirio_service::hex_id::<32>())
                } else {
                    String::new()
                };
                let cause = format!(
                    "{message} (Service: {name}, Status Code: {status}, Request ID: {request_id}{extended})"
                );
                let exception = if modeled { code } else { format!("{name}Exception") };
                Self::new(format!("{name}.{exception}"), cause)
            }
            Integration::Function { .. } | Integration::Optimised { .. } | Integration::Extra { .. } => {
                let (prefix, base, long) = naming.optimised;
                let cause = format!(
                    "{message} (Service: {long}; Status Code: {status}; Error Code: {}; Request ID: {request_id}; Proxy: null)",
                    error.code
                );
                let exception = if modeled { code } else { base.to_owned() };
                Self::new(format!("{prefix}.{exception}"), cause)
            }
        }
    }
}

/// The exception class of a code.
fn exception(code: &str) -> String {
    if code.ends_with("Exception") { code.to_owned() } else { format!("{code}Exception") }
}

fn is_modeled(service: &str, code: &str) -> bool {
    match MODELED.iter().find(|(name, _)| *name == service) {
        Some((_, codes)) => codes.contains(&code),
        None => !COMMON.contains(&code),
    }
}

#[cfg(test)]
mod tests {
    use lirio_asl::TaskResource;

    use super::*;

    fn check(arn: &str, code: &'static str, expected: &str) {
        let resource = TaskResource::parse(arn).unwrap();
        let integration = Integration::of(&resource, &crate::integrations::NoIntegrations).unwrap();
        let failure = TaskFailure::of(&integration, &AwsError::new(code, 400, "No."));
        assert_eq!(failure.error, expected, "{arn} {code}");
        assert!(failure.cause.starts_with("No. (Service: "), "{}", failure.cause);
    }

    #[test]
    fn names() {
        check("arn:aws:states:::aws-sdk:s3:getObject", "NoSuchKey", "S3.NoSuchKeyException");
        check("arn:aws:states:::aws-sdk:s3:getObject", "AccessDenied", "S3.S3Exception");
        check(
            "arn:aws:states:::aws-sdk:sagemaker:describeEndpoint",
            "ValidationException",
            "SageMaker.SageMakerException",
        );
        check(
            "arn:aws:states:::sagemaker:createModel",
            "ValidationException",
            "SageMaker.AmazonSageMakerException",
        );
        check(
            "arn:aws:states:::sagemaker:createTrainingJob",
            "ResourceInUse",
            "SageMaker.ResourceInUseException",
        );
        check(
            "arn:aws:states:::lambda:invoke",
            "ResourceNotFoundException",
            "Lambda.ResourceNotFoundException",
        );
        check(
            "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
            "InvalidParameterValue",
            "CloudWatch.InvalidParameterValueException",
        );
        check("arn:aws:states:::lambda:invoke", "AccessDeniedException", "Lambda.AWSLambdaException");
        let start = "arn:aws:states:::states:startExecution";
        check(start, "StateMachineDoesNotExist", "StepFunctions.StateMachineDoesNotExistException");
    }

    #[test]
    fn every_service_has_its_name() {
        for operation in lirio_api::OPERATIONS {
            assert!(NAMES.iter().any(|n| n.service == operation.service.id), "{}", operation.service.id);
        }
    }
}
