//! What callers of the AWS interface see of the store's errors.

use lirio_api::AwsError;

use crate::StoreError;

impl From<StoreError> for AwsError {
    /// A full disk is named, since the caller's operator can do something about it; the rest is internal.
    fn from(error: StoreError) -> AwsError {
        match &error {
            StoreError::DiskFull { .. } => AwsError::new(
                "InsufficientStorage",
                507,
                "The platform has no space left on its disk: nothing of this request was written, and what was there is intact. Free some space and try again.",
            )
            .because(error),
            _ => AwsError::internal(error),
        }
    }
}
