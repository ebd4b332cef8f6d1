//! S3's own errors, in AWS's words.

use lirio_api::AwsError;
use lirio_api::s3::errors;

pub(crate) fn no_such_bucket(bucket: &str) -> AwsError {
    errors::no_such_bucket("The specified bucket does not exist").with("BucketName", bucket)
}

pub(crate) fn no_such_key(key: &str) -> AwsError {
    errors::no_such_key("The specified key does not exist.").with("Key", key)
}

pub(crate) fn no_such_version(key: &str, version: &str) -> AwsError {
    AwsError::new("NoSuchVersion", 404, "The specified version does not exist.")
        .with("Key", key)
        .with("VersionId", version)
}

pub(crate) fn no_such_upload(upload: &str) -> AwsError {
    errors::no_such_upload(
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
    )
    .with("UploadId", upload)
}

pub(crate) fn invalid_argument(name: &'static str, value: &str, message: impl Into<String>) -> AwsError {
    AwsError::new("InvalidArgument", 400, message).with("ArgumentName", name).with("ArgumentValue", value)
}

pub(crate) fn invalid_request(message: impl Into<String>) -> AwsError {
    errors::invalid_request(message)
}

pub(crate) fn access_denied(message: &str) -> AwsError {
    AwsError::new("AccessDenied", 403, message)
}

pub(crate) fn malformed_xml() -> AwsError {
    AwsError::new(
        "MalformedXML",
        400,
        "The XML you provided was not well-formed or did not validate against our published schema",
    )
}

pub(crate) fn precondition_failed(condition: &str) -> AwsError {
    AwsError::new("PreconditionFailed", 412, "At least one of the pre-conditions you specified did not hold")
        .with("Condition", condition)
}

pub(crate) fn conflict(condition: &str, key: &str) -> AwsError {
    AwsError::new(
        "ConditionalRequestConflict",
        409,
        "The conditional request cannot succeed due to a conflicting operation against this resource.",
    )
    .with("Condition", condition)
    .with("Key", key)
}

pub(crate) fn method_not_allowed(method: &str) -> AwsError {
    AwsError::new("MethodNotAllowed", 405, "The specified method is not allowed against this resource.")
        .with("Method", method)
        .with("ResourceType", "DeleteMarker")
        .header("Allow", "DELETE")
}

pub(crate) fn bad_digest(what: &str) -> AwsError {
    AwsError::new(
        "BadDigest",
        400,
        format!("The {what} you specified did not match the calculated checksum."),
    )
}

pub(crate) fn entity_too_large(size: u64, limit: u64) -> AwsError {
    AwsError::new("EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed size")
        .with("ProposedSize", i64::try_from(size).unwrap_or(i64::MAX))
        .with("MaxSizeAllowed", i64::try_from(limit).unwrap_or(i64::MAX))
}

/// Refuses a request option that AWS has and lirio does not serve, if it was given.
pub(crate) fn refuse<T>(given: &Option<T>, what: &str) -> Result<(), AwsError> {
    match given {
        Some(_) => Err(AwsError::not_served(what)),
        None => Ok(()),
    }
}
