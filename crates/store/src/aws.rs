//! Store errors as callers of an operation see them.

use lirio_api::AwsError;

use crate::StoreError;

impl From<StoreError> for AwsError {
    /// A full disk is told to the caller, who can do something about it; all else is internal.
    fn from(error: StoreError) -> Self {
        match &error {
            StoreError::DiskFull { path } => {
                AwsError::no_room(format_args!("no space left for {}", path.display()))
            }
            StoreError::Closed => AwsError::new("ServiceUnavailable", 503, "The platform is stopping."),
            other => AwsError::internal(other),
        }
    }
}
