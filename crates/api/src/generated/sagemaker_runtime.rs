// Written by `cargo xtask codegen` from AWS's service models; do not edit.
//! The shapes and operations of `sagemaker-runtime`.

#[allow(unused_imports, reason = "not every service needs each")]
use crate::schema::{Kind, Location, Member, Range, Shape, Structure, TimeFormat};
use crate::{Access, IamAction, Operation, OperationType, Protocol, Service, UnservedOperation};

/// The service.
pub static SERVICE: Service = Service {
    id: "sagemaker-runtime",
    sdk_id: "sagemakerruntime",
    signing_name: "sagemaker",
    endpoint_prefix: "runtime.sagemaker",
    protocol: Protocol::RestJson,
    protocols: &[Protocol::RestJson],
    query_compatible: false,
    error_names: &[],
    api_version: "2017-05-13",
    target_prefix: "",
    xml_namespace: "",
    global: false,
};

/// The served operations.
pub static OPERATIONS: [Operation; 2] = [
    Operation {
        service: &SERVICE,
        name: "InvokeEndpoint",
        method: "POST",
        uri: "/endpoints/{EndpointName}/invocations",
        status: 200,
        input: Some(&schemas::InvokeEndpointInput),
        input_root: None,
        output: Some(&schemas::InvokeEndpointOutput),
        action: IamAction::Named("sagemaker:InvokeEndpoint"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:endpoint/{EndpointName|lower}",
        also: &[],
        access: Access::Read,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "InvokeEndpointWithResponseStream",
        method: "POST",
        uri: "/endpoints/{EndpointName}/invocations-response-stream",
        status: 200,
        input: Some(&schemas::InvokeEndpointWithResponseStreamInput),
        input_root: None,
        output: Some(&schemas::InvokeEndpointWithResponseStreamOutput),
        action: IamAction::Named("sagemaker:InvokeEndpointWithResponseStream"),
        resources: "arn:{partition}:sagemaker:{region}:{account}:endpoint/{EndpointName|lower}",
        also: &[],
        access: Access::Read,
        data_event: true,
    },
];

/// The served operations as types.
pub mod ops {
    use super::{Operation, OperationType};
    /// `InvokeEndpoint`
    #[derive(Clone, Copy, Debug)]
    pub struct InvokeEndpoint;
    impl OperationType for InvokeEndpoint {
        type Input = super::InvokeEndpointInput;
        type Output = super::InvokeEndpointOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[0];
    }

    /// `InvokeEndpointWithResponseStream`
    #[derive(Clone, Copy, Debug)]
    pub struct InvokeEndpointWithResponseStream;
    impl OperationType for InvokeEndpointWithResponseStream {
        type Input = super::InvokeEndpointWithResponseStreamInput;
        type Output = super::InvokeEndpointWithResponseStreamOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[1];
    }
}

/// What AWS has here and lirio does not serve.
pub static UNSERVED: &[UnservedOperation] = &[UnservedOperation {
    service: &SERVICE,
    name: "InvokeEndpointAsync",
    method: "POST",
    uri: "/endpoints/{EndpointName}/async-invocations",
}];

/// The errors that these operations declare.
pub mod errors {
    /// `InternalDependencyException`, status 530
    pub fn internal_dependency_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InternalDependencyException", 530, message)
    }
    /// `InternalFailure`, status 500
    pub fn internal_failure(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InternalFailure", 500, message)
    }
    /// `InternalStreamFailure`, status 500
    pub fn internal_stream_failure(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InternalStreamFailure", 500, message)
    }
    /// `ModelError`, status 424
    pub fn model_error(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ModelError", 424, message)
    }
    /// `ModelNotReadyException`, status 429
    pub fn model_not_ready_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ModelNotReadyException", 429, message)
    }
    /// `ModelStreamError`, status 400
    pub fn model_stream_error(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ModelStreamError", 400, message)
    }
    /// `ServiceUnavailable`, status 503
    pub fn service_unavailable(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ServiceUnavailable", 503, message)
    }
    /// `ValidationError`, status 400
    pub fn validation_error(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ValidationError", 400, message)
    }
}

crate::macros::structures! {
/// `InvokeEndpointInput`
InvokeEndpointInput {
endpoint_name: ::std::string::String = "EndpointName",
body: crate::Body = "Body",
content_type: Option<::std::string::String> = "ContentType",
accept: Option<::std::string::String> = "Accept",
custom_attributes: Option<::std::string::String> = "CustomAttributes",
target_model: Option<::std::string::String> = "TargetModel",
target_variant: Option<::std::string::String> = "TargetVariant",
target_container_hostname: Option<::std::string::String> = "TargetContainerHostname",
inference_id: Option<::std::string::String> = "InferenceId",
enable_explanations: Option<::std::string::String> = "EnableExplanations",
inference_component_name: Option<::std::string::String> = "InferenceComponentName",
session_id: Option<::std::string::String> = "SessionId",
prefix_aware_id: Option<::std::string::String> = "PrefixAwareId",
}
/// `InvokeEndpointOutput`
InvokeEndpointOutput {
body: crate::Body = "Body",
content_type: Option<::std::string::String> = "ContentType",
invoked_production_variant: Option<::std::string::String> = "InvokedProductionVariant",
custom_attributes: Option<::std::string::String> = "CustomAttributes",
new_session_id: Option<::std::string::String> = "NewSessionId",
closed_session_id: Option<::std::string::String> = "ClosedSessionId",
}
/// `InvokeEndpointWithResponseStreamInput`
InvokeEndpointWithResponseStreamInput {
endpoint_name: ::std::string::String = "EndpointName",
body: crate::Body = "Body",
content_type: Option<::std::string::String> = "ContentType",
accept: Option<::std::string::String> = "Accept",
custom_attributes: Option<::std::string::String> = "CustomAttributes",
target_variant: Option<::std::string::String> = "TargetVariant",
target_container_hostname: Option<::std::string::String> = "TargetContainerHostname",
inference_id: Option<::std::string::String> = "InferenceId",
inference_component_name: Option<::std::string::String> = "InferenceComponentName",
session_id: Option<::std::string::String> = "SessionId",
prefix_aware_id: Option<::std::string::String> = "PrefixAwareId",
}
/// `InvokeEndpointWithResponseStreamOutput`
InvokeEndpointWithResponseStreamOutput {
body: crate::Body = "Body",
content_type: Option<::std::string::String> = "ContentType",
invoked_production_variant: Option<::std::string::String> = "InvokedProductionVariant",
custom_attributes: Option<::std::string::String> = "CustomAttributes",
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
    pub static BodyBlob: Shape = Shape { name: "BodyBlob", kind: Kind::Blob(Range::max(6291456.0)) };
    pub static CustomAttributesHeader: Shape = Shape {
        name: "CustomAttributesHeader",
        kind: Kind::Str { values: &[], pattern: "\\p{ASCII}*", range: Range::max(1024.0) },
    };
    pub static EnableExplanationsHeader: Shape = Shape {
        name: "EnableExplanationsHeader",
        kind: Kind::Str { values: &[], pattern: ".*", range: Range::between(1.0, 64.0) },
    };
    pub static EndpointName: Shape = Shape {
        name: "EndpointName",
        kind: Kind::Str { values: &[], pattern: "^[a-zA-Z0-9](-*[a-zA-Z0-9])*", range: Range::max(63.0) },
    };
    pub static Header: Shape = Shape {
        name: "Header",
        kind: Kind::Str { values: &[], pattern: "\\p{ASCII}*", range: Range::max(1024.0) },
    };
    pub static InferenceComponentHeader: Shape = Shape {
        name: "InferenceComponentHeader",
        kind: Kind::Str {
            values: &[],
            pattern: "^[a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?$",
            range: Range::max(63.0),
        },
    };
    pub static InferenceId: Shape = Shape {
        name: "InferenceId",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 64.0) },
    };
    pub static InvokeEndpointInput: Shape = Shape {
        name: "InvokeEndpointInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointName", &EndpointName).at(Location::Uri).required(),
                Member::new("Body", &BodyBlob).required().streaming(),
                Member::new("ContentType", &Header).wire("Content-Type").at(Location::Header),
                Member::new("Accept", &Header).at(Location::Header),
                Member::new("CustomAttributes", &CustomAttributesHeader)
                    .wire("X-Amzn-SageMaker-Custom-Attributes")
                    .at(Location::Header),
                Member::new("TargetModel", &TargetModelHeader)
                    .wire("X-Amzn-SageMaker-Target-Model")
                    .at(Location::Header),
                Member::new("TargetVariant", &TargetVariantHeader)
                    .wire("X-Amzn-SageMaker-Target-Variant")
                    .at(Location::Header),
                Member::new("TargetContainerHostname", &TargetContainerHostnameHeader)
                    .wire("X-Amzn-SageMaker-Target-Container-Hostname")
                    .at(Location::Header),
                Member::new("InferenceId", &InferenceId)
                    .wire("X-Amzn-SageMaker-Inference-Id")
                    .at(Location::Header),
                Member::new("EnableExplanations", &EnableExplanationsHeader)
                    .wire("X-Amzn-SageMaker-Enable-Explanations")
                    .at(Location::Header),
                Member::new("InferenceComponentName", &InferenceComponentHeader)
                    .wire("X-Amzn-SageMaker-Inference-Component")
                    .at(Location::Header),
                Member::new("SessionId", &SessionIdOrNewSessionConstantHeader)
                    .wire("X-Amzn-SageMaker-Session-Id")
                    .at(Location::Header),
                Member::new("PrefixAwareId", &PrefixAwareIdHeader)
                    .wire("X-Amzn-SageMaker-Prefix-Aware-Id")
                    .at(Location::Header),
            ],
            payload: Some("Body"),
            union: false,
        }),
    };
    pub static InvokeEndpointOutput: Shape = Shape {
        name: "InvokeEndpointOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Body", &BodyBlob).required().streaming(),
                Member::new("ContentType", &Header).wire("Content-Type").at(Location::Header),
                Member::new("InvokedProductionVariant", &Header)
                    .wire("x-Amzn-Invoked-Production-Variant")
                    .at(Location::Header),
                Member::new("CustomAttributes", &CustomAttributesHeader)
                    .wire("X-Amzn-SageMaker-Custom-Attributes")
                    .at(Location::Header),
                Member::new("NewSessionId", &NewSessionResponseHeader)
                    .wire("X-Amzn-SageMaker-New-Session-Id")
                    .at(Location::Header),
                Member::new("ClosedSessionId", &SessionIdHeader)
                    .wire("X-Amzn-SageMaker-Closed-Session-Id")
                    .at(Location::Header),
            ],
            payload: Some("Body"),
            union: false,
        }),
    };
    pub static InvokeEndpointWithResponseStreamInput: Shape = Shape {
        name: "InvokeEndpointWithResponseStreamInput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EndpointName", &EndpointName).at(Location::Uri).required(),
                Member::new("Body", &BodyBlob).required().streaming(),
                Member::new("ContentType", &Header).wire("Content-Type").at(Location::Header),
                Member::new("Accept", &Header).wire("X-Amzn-SageMaker-Accept").at(Location::Header),
                Member::new("CustomAttributes", &CustomAttributesHeader)
                    .wire("X-Amzn-SageMaker-Custom-Attributes")
                    .at(Location::Header),
                Member::new("TargetVariant", &TargetVariantHeader)
                    .wire("X-Amzn-SageMaker-Target-Variant")
                    .at(Location::Header),
                Member::new("TargetContainerHostname", &TargetContainerHostnameHeader)
                    .wire("X-Amzn-SageMaker-Target-Container-Hostname")
                    .at(Location::Header),
                Member::new("InferenceId", &InferenceId)
                    .wire("X-Amzn-SageMaker-Inference-Id")
                    .at(Location::Header),
                Member::new("InferenceComponentName", &InferenceComponentHeader)
                    .wire("X-Amzn-SageMaker-Inference-Component")
                    .at(Location::Header),
                Member::new("SessionId", &SessionIdHeader)
                    .wire("X-Amzn-SageMaker-Session-Id")
                    .at(Location::Header),
                Member::new("PrefixAwareId", &PrefixAwareIdHeader)
                    .wire("X-Amzn-SageMaker-Prefix-Aware-Id")
                    .at(Location::Header),
            ],
            payload: Some("Body"),
            union: false,
        }),
    };
    pub static InvokeEndpointWithResponseStreamOutput: Shape = Shape {
        name: "InvokeEndpointWithResponseStreamOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Body", &ResponseStream).required().streaming().events("PayloadPart"),
                Member::new("ContentType", &Header)
                    .wire("X-Amzn-SageMaker-Content-Type")
                    .at(Location::Header),
                Member::new("InvokedProductionVariant", &Header)
                    .wire("x-Amzn-Invoked-Production-Variant")
                    .at(Location::Header),
                Member::new("CustomAttributes", &CustomAttributesHeader)
                    .wire("X-Amzn-SageMaker-Custom-Attributes")
                    .at(Location::Header),
            ],
            payload: Some("Body"),
            union: false,
        }),
    };
    pub static NewSessionResponseHeader: Shape = Shape {
        name: "NewSessionResponseHeader",
        kind: Kind::Str {
            values: &[],
            pattern: "^[a-zA-Z0-9](-*[a-zA-Z0-9])*;\\sExpires=[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
            range: Range::max(256.0),
        },
    };
    pub static PrefixAwareIdHeader: Shape = Shape {
        name: "PrefixAwareIdHeader",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 64.0) },
    };
    pub static ResponseStream: Shape = Shape { name: "ResponseStream", kind: Kind::Blob(Range::ANY) };
    pub static SessionIdHeader: Shape = Shape {
        name: "SessionIdHeader",
        kind: Kind::Str { values: &[], pattern: "^[a-zA-Z0-9](-*[a-zA-Z0-9])*$", range: Range::max(256.0) },
    };
    pub static SessionIdOrNewSessionConstantHeader: Shape = Shape {
        name: "SessionIdOrNewSessionConstantHeader",
        kind: Kind::Str {
            values: &[],
            pattern: "^(NEW_SESSION)$|^[a-zA-Z0-9](-*[a-zA-Z0-9])*$",
            range: Range::max(256.0),
        },
    };
    pub static TargetContainerHostnameHeader: Shape = Shape {
        name: "TargetContainerHostnameHeader",
        kind: Kind::Str { values: &[], pattern: "^[a-zA-Z0-9](-*[a-zA-Z0-9])*", range: Range::max(63.0) },
    };
    pub static TargetModelHeader: Shape = Shape {
        name: "TargetModelHeader",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 1024.0) },
    };
    pub static TargetVariantHeader: Shape = Shape {
        name: "TargetVariantHeader",
        kind: Kind::Str { values: &[], pattern: "^[a-zA-Z0-9](-*[a-zA-Z0-9])*", range: Range::max(63.0) },
    };
}
