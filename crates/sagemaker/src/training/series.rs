//! The metrics of a job as series in CloudWatch, while it runs.

use lirio_api::Timestamp;
use lirio_api::cloudwatch::{Dimension, MetricDatum, PutMetricDataInput, ops};
use lirio_service::{Caller, Door};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::names::SERVICE;

const NAMESPACE: &str = "/aws/sagemaker/TrainingJobs";
/// The values of one PutMetricData call.
const BATCH: usize = 1000;
/// Values that wait; a container that prints them faster than they are stored waits in turn.
const QUEUED: usize = 4096;

/// Sends values to the series of one job, in batches that form by themselves while the call before is under
/// way.  What cannot be stored is dropped with a warning: a metric never fails what it tells of.
pub(crate) struct Series {
    values: mpsc::Sender<MetricDatum>,
    job: String,
    task: JoinHandle<()>,
}

impl Series {
    pub(crate) fn new(door: Door, job: String) -> Self {
        let (values, queue) = mpsc::channel(QUEUED);
        Self { values, job, task: tokio::spawn(publish(door, queue)) }
    }

    /// Takes a value.
    pub(crate) async fn send(&self, metric: &str, value: f64, at: Timestamp) {
        let datum = MetricDatum {
            metric_name: metric.to_owned(),
            dimensions: Some(vec![Dimension { name: "TrainingJobName".to_owned(), value: self.job.clone() }]),
            timestamp: Some(at),
            value: Some(value),
            ..MetricDatum::default()
        };
        // The task ends only after this sender.
        let _ = self.values.send(datum).await;
    }

    /// Resolves when all values are stored, or could not be.
    pub(crate) async fn flushed(self) {
        drop(self.values);
        if let Err(error) = self.task.await {
            tracing::warn!(%error, "a metric series ended early");
        }
    }
}

async fn publish(door: Door, mut queue: mpsc::Receiver<MetricDatum>) {
    let caller = Caller::service(SERVICE);
    let mut batch = Vec::new();
    while queue.recv_many(&mut batch, BATCH).await > 0 {
        let input = PutMetricDataInput {
            namespace: NAMESPACE.to_owned(),
            metric_data: Some(std::mem::take(&mut batch)),
            ..PutMetricDataInput::default()
        };
        if let Err(error) = door.call(&caller, ops::PutMetricData, input).await {
            tracing::warn!(%error, "metrics of a training job were not stored");
        }
    }
}
