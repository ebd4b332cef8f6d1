//! What a test is asked for, and why it is refused.

/// A request, its texts as they came.
#[derive(Debug, Clone, Default)]
pub struct Request<'a> {
    /// `definition`: of one state, or of a machine with `stateName`.
    pub definition: &'a str,
    /// `stateName`.
    pub state_name: Option<&'a str>,
    /// `roleArn`.
    pub role_arn: Option<&'a str>,
    /// `input`; the empty object when there is none.
    pub input: Option<&'a str>,
    /// `variables`: a JSON object.
    pub variables: Option<&'a str>,
    /// `context`: a JSON object.
    pub context: Option<&'a str>,
    /// `mock`.
    pub mock: Option<Mock<'a>>,
    /// `stateConfiguration`.
    pub configuration: Configuration<'a>,
}

/// `mock`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mock<'a> {
    /// `result`: JSON.
    pub result: Option<&'a str>,
    /// `errorOutput`.
    pub error_output: Option<MockError<'a>>,
    /// `fieldValidationMode`.
    pub validation: FieldValidation,
}

/// `mock.errorOutput`.
#[derive(Debug, Clone, Copy, Default)]
pub struct MockError<'a> {
    /// `error`.
    pub error: Option<&'a str>,
    /// `cause`.
    pub cause: Option<&'a str>,
}

/// `mock.fieldValidationMode`: how a mocked result is compared with the service's model.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FieldValidation {
    /// Every required field is there, and every field that is there fits.
    #[default]
    Strict,
    /// Every field that is there fits.
    Present,
    /// Nothing is compared.
    None,
}

/// `stateConfiguration`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Configuration<'a> {
    /// `retrierRetryCount`: how often the `Retry` that applies was used before.
    pub retrier_retry_count: Option<u64>,
    /// `errorCausedByState`: which state within a Map or Parallel state the mocked error comes from.
    pub error_caused_by_state: Option<&'a str>,
    /// `mapIterationFailureCount`: how many iterations of a Map state failed.
    pub map_iteration_failure_count: Option<u64>,
    /// `mapItemReaderData`: what an `ItemReader` read.
    pub map_item_reader_data: Option<&'a str>,
}

/// Why a request is refused, by the error that the service answers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// `ValidationException`.
    #[error("{0}")]
    Validation(String),
    /// `InvalidDefinition`.
    #[error("{0}")]
    InvalidDefinition(String),
    /// `InvalidExecutionInput`.
    #[error("{0}")]
    InvalidExecutionInput(String),
}

impl Refusal {
    /// The error's code.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::Validation(_) => "ValidationException",
            Refusal::InvalidDefinition(_) => "InvalidDefinition",
            Refusal::InvalidExecutionInput(_) => "InvalidExecutionInput",
        }
    }
}
