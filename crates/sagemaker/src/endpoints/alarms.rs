//! The states of alarms, asked once where an update begins to bake.

use std::collections::HashMap;

use lirio_api::AwsError;

use crate::SageMaker;

impl SageMaker {
    /// The states of those of the alarms that exist.
    pub(crate) async fn alarm_states(&self, _names: &[String]) -> Result<HashMap<String, String>, AwsError> {
        Err(AwsError::internal("cloudwatch is not here yet"))
    }
}
