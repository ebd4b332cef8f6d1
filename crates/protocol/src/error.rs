//! Why bytes could not become a value, and what the caller is told.

use lirio_api::{AwsError, Protocol, ShapeError};

/// Why a body, header or parameter could not be read.
#[derive(Debug)]
pub(crate) enum DecodeError {
    /// The bytes are not of the protocol's syntax.
    Malformed(String),
    /// The bytes are well formed and do not fit the shape.
    Shape(ShapeError),
    /// A parameter or header has a value that cannot be read.
    Argument { name: String, value: String, problem: String },
    /// The body is required and empty.
    NoBody,
}

impl From<ShapeError> for DecodeError {
    fn from(error: ShapeError) -> Self {
        DecodeError::Shape(error)
    }
}

impl DecodeError {
    /// The error in the words of the service's protocol.
    pub(crate) fn for_server(self, protocol: Protocol) -> AwsError {
        match protocol {
            Protocol::RestXml => match self {
                DecodeError::Malformed(why) => malformed_xml().because(why),
                DecodeError::Shape(error) => malformed_xml().because(error),
                DecodeError::Argument { name, value, problem } => {
                    AwsError::new("InvalidArgument", 400, format!("Provided {name} is invalid: {problem}"))
                        .with("ArgumentName", name)
                        .with("ArgumentValue", value)
                }
                DecodeError::NoBody => AwsError::new("MissingRequestBodyError", 400, "Request Body is empty"),
            },
            Protocol::Query => match self {
                DecodeError::Malformed(why) => AwsError::new("MalformedInput", 400, why),
                DecodeError::Shape(error) => AwsError::new("MalformedInput", 400, error.to_string()),
                DecodeError::Argument { name, problem, .. } => {
                    AwsError::new("MalformedInput", 400, format!("{name}: {problem}"))
                }
                DecodeError::NoBody => AwsError::new("MalformedInput", 400, "The request has no body."),
            },
            _ => AwsError::new("SerializationException", 400, self.to_string()),
        }
    }

    /// The error of a client that cannot read an answer.
    pub(crate) fn for_client(self) -> AwsError {
        AwsError::new("InvalidResponse", 502, format!("The answer of the server cannot be read: {self}"))
    }
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            DecodeError::Malformed(why) => f.write_str(why),
            DecodeError::Shape(error) if error.path.is_empty() => f.write_str(&error.problem),
            DecodeError::Shape(error) => write!(f, "{} at '{}'", error.problem, error.path),
            DecodeError::Argument { name, problem, .. } => write!(f, "{problem} at '{name}'"),
            DecodeError::NoBody => f.write_str("the body is empty"),
        }
    }
}

fn malformed_xml() -> AwsError {
    AwsError::new(
        "MalformedXML",
        400,
        "The XML you provided was not well-formed or did not validate against our published schema",
    )
}
