//! The metrics of endpoints on their way to CloudWatch.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use lirio_api::Timestamp;
use tokio::time::Instant;

use crate::SageMaker;
use crate::changes::lock;
use crate::endpoints::fleet::Fleet;
use crate::endpoints::meter::{Meter, Taken};
use crate::endpoints::variant::Variant;

/// Numbers of invocations are told so often, those of instances less so, as on AWS.
const EVERY: Duration = Duration::from_secs(5);
const INSTANCES_EVERY: Duration = Duration::from_secs(60);
/// Data in one call: AWS's limit.
const AT_ONCE: usize = 1000;
/// Values of one datum: AWS's limit.
const VALUES: usize = 150;
/// Data that wait while they cannot be told; the oldest go first.
const WAITING: usize = 10_000;

/// Where numbers of invocations go.
const INVOCATIONS: &str = "AWS/SageMaker";
/// Where numbers of instances go.
const INSTANCES: &str = "/aws/sagemaker/Endpoints";

/// All meters.
#[derive(Default)]
pub(crate) struct Meters {
    all: Mutex<Vec<Arc<Meter>>>,
    /// What could not be told yet, by namespace.
    waiting: Mutex<VecDeque<(&'static str, Datum)>>,
}

impl Meters {
    /// Takes a meter in; it goes when its variant has and its last numbers were told.
    pub(crate) fn add(&self, meter: Arc<Meter>) -> Arc<Meter> {
        lock(&self.all).push(meter.clone());
        meter
    }

    fn collect(&self, now: Timestamp) {
        let mut data = Vec::new();
        lock(&self.all).retain(|meter| {
            // Looked at before the numbers are taken: who counts, holds it.
            let used = Arc::strong_count(meter) > 1;
            if let Some(taken) = meter.take() {
                data.extend(invocations(meter, &taken, now));
            }
            used
        });
        self.put(INVOCATIONS, data);
    }

    fn put(&self, namespace: &'static str, data: Vec<Datum>) {
        let mut waiting = lock(&self.waiting);
        waiting.extend(data.into_iter().map(|datum| (namespace, datum)));
        let surplus = waiting.len().saturating_sub(WAITING);
        if surplus > 0 {
            tracing::warn!(dropped = surplus, "metrics of endpoints could not be told and were dropped");
            waiting.drain(..surplus);
        }
    }

    /// The next data of one namespace.
    fn next(&self) -> Option<(&'static str, Vec<Datum>)> {
        let mut waiting = lock(&self.waiting);
        let namespace = waiting.front()?.0;
        let count = waiting.iter().take(AT_ONCE).take_while(|(other, _)| *other == namespace).count();
        Some((namespace, waiting.drain(..count).map(|(_, datum)| datum).collect()))
    }
}

/// One datum of a variant.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Datum {
    pub(crate) name: &'static str,
    pub(crate) endpoint: String,
    pub(crate) variant: String,
    pub(crate) at: Timestamp,
    pub(crate) unit: &'static str,
    pub(crate) numbers: Numbers,
}

/// What a datum says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Numbers {
    /// How many, their sum, the least, the most.
    Statistics([f64; 4]),
    /// Values and how often each was met.
    Values(Vec<(f64, f64)>),
}

/// The data of what was counted.
fn invocations(meter: &Meter, taken: &Taken, now: Timestamp) -> Vec<Datum> {
    let datum = |name, unit, numbers| Datum {
        name,
        endpoint: meter.endpoint.clone(),
        variant: meter.variant.clone(),
        at: now,
        unit,
        numbers,
    };
    let count: f64 = taken.model.iter().map(|(_, count)| count).sum();
    let mut data = Vec::new();
    if count > 0.0 {
        // Each invocation counts one, or nothing.
        let of = |some: u64| {
            let some = some as f64;
            let least = if some >= count { 1.0 } else { 0.0 };
            Numbers::Statistics([count, some, least, if some > 0.0 { 1.0 } else { 0.0 }])
        };
        let each = 1.0 / meter.instances.load(Ordering::Relaxed).max(1) as f64;
        data.push(datum("Invocations", "None", Numbers::Statistics([count, count, 1.0, 1.0])));
        data.push(datum(
            "InvocationsPerInstance",
            "None",
            Numbers::Statistics([count, count * each, each, each]),
        ));
        data.push(datum("Invocation4XXErrors", "None", of(taken.client_errors)));
        data.push(datum("Invocation5XXErrors", "None", of(taken.server_errors)));
        data.push(datum("InvocationModelErrors", "None", of(taken.model_errors)));
    }
    for (name, values) in [("ModelLatency", &taken.model), ("OverheadLatency", &taken.overhead)] {
        for some in values.chunks(VALUES) {
            data.push(datum(name, "Microseconds", Numbers::Values(some.to_vec())));
        }
    }
    data
}

impl SageMaker {
    /// Tells numbers every few seconds until the platform stops.
    pub(crate) fn start_publishing(self: &Arc<Self>) {
        let service = self.clone();
        tokio::spawn(async move {
            let mut instances_at = Instant::now() + INSTANCES_EVERY;
            loop {
                tokio::select! {
                    () = tokio::time::sleep(EVERY) => {}
                    () = service.platform.shutdown.requested() => return,
                }
                if Instant::now() >= instances_at {
                    instances_at += INSTANCES_EVERY;
                    let (fleets, now) = (service.routes.fleets(), service.platform.now());
                    service.meters.put(INSTANCES, instances(&fleets, now).await);
                }
                service.publish().await;
            }
        });
    }

    /// Tells the numbers of now.
    pub(crate) async fn publish(&self) {
        self.meters.collect(self.platform.now());
        while let Some((namespace, data)) = self.meters.next() {
            if let Err(error) = self.put_metrics(namespace, data.clone()).await {
                tracing::debug!(%error, detail = error.detail, "metrics of endpoints could not be told yet");
                self.meters.put(namespace, data);
                return;
            }
        }
    }
}

/// What the containers use.
async fn instances(fleets: &[Arc<Fleet>], now: Timestamp) -> Vec<Datum> {
    let mut data = Vec::new();
    for fleet in fleets {
        for variant in fleet.variants.iter().chain(&fleet.shadows) {
            data.extend(utilization(variant, now).await);
        }
    }
    data
}

async fn utilization(variant: &Variant, now: Timestamp) -> Vec<Datum> {
    let (mut cpu, mut memory, mut disk) = (Vec::new(), Vec::new(), Vec::new());
    for instance in variant.instances().iter() {
        let Some(load) = instance.load().await else { continue };
        cpu.extend(load.cpu_percent.map(|percent| (percent, 1.0)));
        memory.extend(load.memory_percent.map(|percent| (percent, 1.0)));
        disk.extend(load.disk_percent.map(|percent| (percent, 1.0)));
    }
    let told =
        [("CPUUtilization", cpu), ("MemoryUtilization", memory), ("DiskUtilization", disk)].into_iter();
    let datum = |(name, values)| Datum {
        name,
        endpoint: variant.meter.endpoint.clone(),
        variant: variant.meter.variant.clone(),
        at: now,
        unit: "Percent",
        numbers: Numbers::Values(values),
    };
    told.filter(|(_, values)| !values.is_empty()).map(datum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::meter::Ending;

    #[test]
    fn invocations_become_data() {
        let meter = Meter::new("e", "v");
        meter.instances.store(2, Ordering::Relaxed);
        for ending in [Ending::Status(200), Ending::Status(400), Ending::Status(500), Ending::Broken] {
            meter.count(ending, Duration::from_micros(9), Duration::from_micros(3));
        }
        let data = invocations(&meter, &meter.take().unwrap(), Timestamp(5));
        let check = |name: &str, unit: &str, expected: Numbers| {
            let found = data.iter().find(|datum| datum.name == name).unwrap();
            assert_eq!((&found.numbers, found.unit), (&expected, unit), "{name}");
        };
        check("Invocations", "None", Numbers::Statistics([4.0, 4.0, 1.0, 1.0]));
        check("InvocationsPerInstance", "None", Numbers::Statistics([4.0, 2.0, 0.5, 0.5]));
        check("Invocation4XXErrors", "None", Numbers::Statistics([4.0, 1.0, 0.0, 1.0]));
        check("Invocation5XXErrors", "None", Numbers::Statistics([4.0, 1.0, 0.0, 1.0]));
        check("InvocationModelErrors", "None", Numbers::Statistics([4.0, 3.0, 0.0, 1.0]));
        check("ModelLatency", "Microseconds", Numbers::Values(vec![(9.0, 4.0)]));
        check("OverheadLatency", "Microseconds", Numbers::Values(vec![(3.0, 4.0)]));
    }

    #[test]
    fn meters_go_when_they_were_told() {
        let meters = Meters::default();
        let meter = meters.add(Meter::new("e", "v"));
        meters.collect(Timestamp(1));
        assert!(meters.next().is_none());
        meter.count(Ending::Status(200), Duration::ZERO, Duration::ZERO);
        drop(meter);
        meters.collect(Timestamp(2));
        assert_eq!(meters.next().map(|(namespace, data)| (namespace, data.len())), Some((INVOCATIONS, 7)));
        assert!(meters.next().is_none() && lock(&meters.all).is_empty());
    }
}
