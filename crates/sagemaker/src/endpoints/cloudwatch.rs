//! What endpoints have to do with CloudWatch: they ask for alarms and tell numbers.

use std::collections::HashMap;

use lirio_api::AwsError;
use lirio_api::cloudwatch::{
    DescribeAlarmsInput, Dimension, MetricDatum, PutMetricDataInput, StatisticSet, ops,
};
use lirio_service::Caller;

use crate::SageMaker;
use crate::endpoints::publish::{Datum, Numbers};
use crate::names::SERVICE;

impl SageMaker {
    /// The states of those of the alarms that exist.
    pub(crate) async fn alarm_states(&self, names: &[String]) -> Result<HashMap<String, String>, AwsError> {
        let input = DescribeAlarmsInput {
            alarm_names: Some(names.to_vec()),
            alarm_types: Some(["MetricAlarm", "CompositeAlarm"].map(str::to_owned).to_vec()),
            ..DescribeAlarmsInput::default()
        };
        let found = self.platform.door.call(&Caller::service(SERVICE), ops::DescribeAlarms, input).await?;
        let metric = found.metric_alarms.into_iter().flatten();
        let metric = metric.filter_map(|alarm| alarm.alarm_name.zip(alarm.state_value));
        let composite = found.composite_alarms.into_iter().flatten();
        Ok(metric.chain(composite.filter_map(|alarm| alarm.alarm_name.zip(alarm.state_value))).collect())
    }

    /// Tells numbers.
    pub(crate) async fn put_metrics(&self, namespace: &str, data: Vec<Datum>) -> Result<(), AwsError> {
        let input = PutMetricDataInput {
            namespace: namespace.to_owned(),
            metric_data: Some(data.into_iter().map(datum).collect()),
            ..PutMetricDataInput::default()
        };
        self.platform.door.call(&Caller::service(SERVICE), ops::PutMetricData, input).await.map(drop)
    }
}

fn datum(datum: Datum) -> MetricDatum {
    let dimension = |name: &str, value: String| Dimension { name: name.to_owned(), value };
    let mut found = MetricDatum {
        metric_name: datum.name.to_owned(),
        dimensions: Some(vec![
            dimension("EndpointName", datum.endpoint),
            dimension("VariantName", datum.variant),
        ]),
        timestamp: Some(datum.at),
        unit: Some(datum.unit.to_owned()),
        ..MetricDatum::default()
    };
    match datum.numbers {
        Numbers::Statistics([sample_count, sum, minimum, maximum]) => {
            found.statistic_values = Some(StatisticSet { sample_count, sum, minimum, maximum });
        }
        Numbers::Values(values) => {
            let (values, counts) = values.into_iter().unzip();
            (found.values, found.counts) = (Some(values), Some(counts));
        }
    }
    found
}
