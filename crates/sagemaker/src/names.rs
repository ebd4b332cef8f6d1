//! Names, ARNs, keys and the words for missing and doubled things.

use lirio_api::AwsError;
use lirio_service::{Context, Scope};
use lirio_store::Key;

/// The service's host name, as roles trust it.
pub(crate) const SERVICE: &str = "sagemaker.amazonaws.com";

/// A kind of resource, by its words in ARNs and messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    TrainingJob,
    ProcessingJob,
    TransformJob,
    Model,
    EndpointConfig,
    Endpoint,
    ModelPackageGroup,
    ModelPackage,
}

impl Kind {
    pub(crate) const ALL: [Kind; 8] = [
        Kind::TrainingJob,
        Kind::ProcessingJob,
        Kind::TransformJob,
        Kind::Model,
        Kind::EndpointConfig,
        Kind::Endpoint,
        Kind::ModelPackageGroup,
        Kind::ModelPackage,
    ];

    /// The word in ARNs.
    pub(crate) fn arn_word(self) -> &'static str {
        match self {
            Kind::TrainingJob => "training-job",
            Kind::ProcessingJob => "processing-job",
            Kind::TransformJob => "transform-job",
            Kind::Model => "model",
            Kind::EndpointConfig => "endpoint-config",
            Kind::Endpoint => "endpoint",
            Kind::ModelPackageGroup => "model-package-group",
            Kind::ModelPackage => "model-package",
        }
    }

    /// The words in messages.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Kind::TrainingJob => "training job",
            Kind::ProcessingJob => "processing job",
            Kind::TransformJob => "transform job",
            Kind::Model => "model",
            Kind::EndpointConfig => "endpoint configuration",
            Kind::Endpoint => "endpoint",
            Kind::ModelPackageGroup => "model package group",
            Kind::ModelPackage => "model package",
        }
    }

    /// The ARN of a resource: names are in lower case there, whatever their own case.
    pub(crate) fn arn(self, scope: &Scope, name: &str) -> String {
        scope.arn("sagemaker", &format!("{}/{}", self.arn_word(), name.to_ascii_lowercase()))
    }

    /// `Could not find …`: the SDKs and Terraform look for these words.
    pub(crate) fn missing(self, scope: &Scope, name: &str) -> AwsError {
        AwsError::validation(match self {
            Kind::TrainingJob => "Requested resource not found.".to_owned(),
            Kind::ProcessingJob => format!("Could not find requested job with name: {name}"),
            _ => format!("Could not find {} \"{}\".", self.words(), self.arn(scope, name)),
        })
    }

    /// `Cannot create already existing …`: the SDKs look for these words.
    pub(crate) fn exists(self, scope: &Scope, name: &str) -> AwsError {
        let arn = self.arn(scope, name);
        let (names, job) = match self {
            Kind::TrainingJob => ("Training job names", "a training job"),
            Kind::ProcessingJob => ("Job name", "a job"),
            Kind::TransformJob => ("Transform job names", "a transform job"),
            _ => {
                let words = self.words();
                return AwsError::validation(format!("Cannot create already existing {words} \"{arn}\"."));
            }
        };
        lirio_api::sagemaker::errors::resource_in_use(format!(
            "{names} must be unique within an AWS account and region, and {job} with this name already exists ({arn})"
        ))
    }
}

/// All resources of an account in a region.
pub(crate) fn area(scope: &Scope) -> Key {
    Key::new().str(&scope.region).str(&scope.account)
}

/// The row of a resource; names that differ only in case are the same.
pub(crate) fn key(scope: &Scope, name: &str) -> Key {
    area(scope).str(&name.to_ascii_lowercase())
}

/// Refuses a role that does not exist or does not trust SageMaker, with AWS's words.
pub(crate) fn check_role(ctx: &Context, role: &str) -> Result<(), AwsError> {
    match ctx.platform.identity()?.assume_for_service(role, SERVICE, "SageMaker") {
        Ok(_) => Ok(()),
        Err(error) if error.status < 500 => Err(AwsError::validation(format!(
            "Could not assume role {role}. Please ensure that the role exists and allows principal '{SERVICE}' to assume the role."
        ))
        .because(error)),
        Err(error) => Err(error),
    }
}

/// `ValidationException` for an option of AWS that is not served here.
pub(crate) fn refuse(what: &str) -> AwsError {
    AwsError::validation(format!("lirio does not serve {what}."))
}

/// Refuses the first thing that was asked for.
pub(crate) fn refuse_first(refused: &[(bool, &str)]) -> Result<(), AwsError> {
    match refused.iter().find(|(asked, _)| *asked) {
        Some((_, what)) => Err(refuse(what)),
        None => Ok(()),
    }
}

/// Whether a text says something: SDKs send empty strings for what they leave out.
pub(crate) fn given(text: &Option<String>) -> bool {
    text.as_ref().is_some_and(|text| !text.is_empty())
}

/// At most `limit` bytes of a text, cut between characters.
pub(crate) fn cut(text: &str, limit: usize) -> &str {
    &text[..text.floor_char_boundary(limit)]
}
