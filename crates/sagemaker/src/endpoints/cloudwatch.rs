//! What endpoints have to do with CloudWatch: they ask for alarms and tell numbers.

use std::collections::HashMap;

use lirio_api::AwsError;

use crate::SageMaker;
use crate::endpoints::publish::Datum;

impl SageMaker {
    /// The states of those of the alarms that exist.
    pub(crate) async fn alarm_states(&self, _names: &[String]) -> Result<HashMap<String, String>, AwsError> {
        Err(AwsError::internal("cloudwatch is not here yet"))
    }

    pub(crate) async fn put_metrics(&self, _namespace: &str, _data: Vec<Datum>) -> Result<(), AwsError> {
        Err(AwsError::internal("cloudwatch is not here yet"))
    }
}
