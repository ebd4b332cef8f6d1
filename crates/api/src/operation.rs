//! The table's rows.

use crate::Shaped;
use crate::schema::Shape;

/// A service of the table.
#[derive(Debug)]
pub struct Service {
    /// The model's name in botocore: `s3`, `stepfunctions`, `sagemaker-runtime`.
    pub id: &'static str,
    /// The name Step Functions' `aws-sdk` integrations use, lower case: `sfn`, `sagemakerruntime`.
    pub sdk_id: &'static str,
    /// The service in SigV4's credential scope.
    pub signing_name: &'static str,
    /// The first label of the host name.
    pub endpoint_prefix: &'static str,
    /// The protocol that its model prefers.
    pub protocol: Protocol,
    /// Every protocol of its model, the preferred one among them.
    pub protocols: &'static [Protocol],
    /// Whether it spoke Query once and its errors keep the codes they had there
    /// (`awsQueryCompatible`): in the other protocols the code stands in `x-amzn-query-error`.
    pub query_compatible: bool,
    /// Codes of errors whose shapes have other names (code, name), where `query_compatible`.
    pub error_names: &'static [(&'static str, &'static str)],
    /// `apiVersion`, which Query requests carry.
    pub api_version: &'static str,
    /// What stands before the dot in `X-Amz-Target`.
    pub target_prefix: &'static str,
    /// The XML namespace of answers.
    pub xml_namespace: &'static str,
    /// Whether the credential scope's region is always us-east-1.
    pub global: bool,
}

impl Service {
    /// Whether its model lists the protocol.
    pub fn speaks(&self, protocol: Protocol) -> bool {
        self.protocols.contains(&protocol)
    }
}

/// A wire protocol of AWS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// REST with XML bodies (S3).
    RestXml,
    /// REST with JSON bodies (Lambda).
    RestJson,
    /// JSON 1.0: `application/x-amz-json-1.0`.
    Json10,
    /// JSON 1.1: `application/x-amz-json-1.1`.
    Json11,
    /// Form-encoded requests, XML answers (IAM).
    Query,
    /// RPC v2 with CBOR bodies.
    Cbor,
}

/// Whether an operation changes anything (CloudTrail's `readOnly`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Changes nothing.
    Read,
    /// May change something.
    Write,
}

/// What IAM must allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IamAction {
    /// Any authenticated caller may.
    None,
    /// The action, such as `s3:PutObject`.
    Named(&'static str),
}

/// A served operation: one row of the table.
#[derive(Debug)]
pub struct Operation {
    /// Its service.
    pub service: &'static Service,
    /// Its name, such as `CreateTrainingJob`.
    pub name: &'static str,
    /// HTTP method (REST protocols; `POST` elsewhere).
    pub method: &'static str,
    /// Path and fixed query, as the model has it: `/{Bucket}/{Key+}?tagging`.
    pub uri: &'static str,
    /// Status of a success; 200 unless the model says otherwise.
    pub status: u16,
    /// Input, if it has one.
    pub input: Option<&'static Shape>,
    /// The XML element and namespace around a REST-XML input body.
    pub input_root: Option<(&'static str, &'static str)>,
    /// Output, if it has one.
    pub output: Option<&'static Shape>,
    /// IAM action.
    pub action: IamAction,
    /// ARN templates, separated by blanks.
    pub resources: &'static str,
    /// Further actions and ARN templates the caller needs (`iam:PassRole` on a role it hands over).
    pub also: &'static [(&'static str, &'static str)],
    /// Whether it changes anything.
    pub access: Access,
    /// Whether CloudTrail counts it among data events.
    pub data_event: bool,
}

/// An operation that AWS has and lirio does not serve: recognised, so that it can be named.
#[derive(Debug)]
pub struct UnservedOperation {
    /// Its service.
    pub service: &'static Service,
    /// Its name.
    pub name: &'static str,
    /// HTTP method.
    pub method: &'static str,
    /// Path and fixed query.
    pub uri: &'static str,
}

/// A served operation as a type, so that handlers and callers are typed.
pub trait OperationType: Copy + Send + Sync + 'static {
    /// Input.
    type Input: Shaped + Clone + Send + 'static;
    /// Output.
    type Output: Shaped + Send + 'static;
    /// The row.
    const OPERATION: &'static Operation;
}
