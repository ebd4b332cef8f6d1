//! The loop of a model, cut at every call and carried on by the next process.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use lirio_api::{AwsError, Value};
use lirio_store::{Clock as _, ManualClock};
use serde_json::{Value as Json, json};
use tokio::sync::Notify;

use crate::rig::{Folder, ROLE, Rig, Script, value};

/// The services of the other crates, which outlive a crash as their rows do.
struct Outside {
    clock: Arc<ManualClock>,
    things: Mutex<BTreeMap<String, i64>>,
    made: Mutex<BTreeMap<String, usize>>,
    describes: AtomicUsize,
    calls: AtomicUsize,
    /// The call at which the process ends, and whether its effect remains.
    cut: Option<(usize, bool)>,
    crashed: Notify,
}

impl Outside {
    fn new(clock: Arc<ManualClock>, cut: Option<(usize, bool)>) -> Arc<Self> {
        Arc::new(Self {
            clock,
            things: Mutex::default(),
            made: Mutex::default(),
            describes: AtomicUsize::new(0),
            calls: AtomicUsize::new(0),
            cut,
            crashed: Notify::new(),
        })
    }

    fn script(self: &Arc<Self>) -> Arc<Script> {
        let outside = self.clone();
        Arc::new(move |operation, input, _| {
            let number = outside.calls.fetch_add(1, Ordering::SeqCst);
            let (outside, input) = (outside.clone(), input.clone());
            Box::pin(async move {
                match outside.cut {
                    Some((at, after)) if at == number => {
                        if after {
                            drop(outside.answer(operation, &input));
                        }
                        outside.crashed.notify_one();
                        std::future::pending().await
                    }
                    _ => outside.answer(operation, &input),
                }
            })
        })
    }

    fn create(&self, kind: &str, name: &str, taken: AwsError) -> Result<Value, AwsError> {
        let key = format!("{kind}/{name}");
        let now = self.clock.now_ms();
        match self.things.lock().unwrap().entry(key.clone()) {
            Entry::Occupied(_) => return Err(taken),
            Entry::Vacant(free) => drop(free.insert(now)),
        }
        *self.made.lock().unwrap().entry(key).or_default() += 1;
        Ok(value(json!({format!("{kind}Arn"): format!("arn:{name}")})))
    }

    fn answer(&self, operation: &'static str, input: &Value) -> Result<Value, AwsError> {
        let text =
            |member: &str| input.pointer(&[member]).and_then(Value::as_str).unwrap_or_default().to_owned();
        let exists = |what: &str| AwsError::validation(format!("Cannot create already existing {what}."));
        match operation {
            "CreateTrainingJob" => {
                let taken = AwsError::new("ResourceInUse", 400, "Training job names must be unique.");
                self.create("TrainingJob", &text("TrainingJobName"), taken)
            }
            "CreateModel" => self.create("Model", &text("ModelName"), exists("model")),
            "CreateEndpointConfig" => {
                self.create("EndpointConfig", &text("EndpointConfigName"), exists("endpoint configuration"))
            }
            "CreateEndpoint" => self.create("Endpoint", &text("EndpointName"), exists("endpoint")),
            "DescribeTrainingJob" | "DescribeModel" | "DescribeEndpointConfig" | "DescribeEndpoint" => {
                let kind = operation.trim_start_matches("Describe");
                let name = text(&format!("{kind}Name"));
                let created = self.things.lock().unwrap().get(&format!("{kind}/{name}")).copied();
                let created = created.ok_or_else(|| AwsError::validation("Could not find it."))?;
                let asked = self.describes.fetch_add(1, Ordering::SeqCst);
                let (status, secondary) = match asked % 3 {
                    0 => ("InProgress", "Starting"),
                    1 => ("InProgress", "Training"),
                    _ => ("Completed", "Completed"),
                };
                let endpoint = if asked % 2 == 1 { "Creating" } else { "InService" };
                Ok(value(json!({
                    format!("{kind}Name"): name, format!("{kind}Arn"): format!("arn:{name}"),
                    "CreationTime": {"$t": created}, "TrainingJobStatus": status, "SecondaryStatus": secondary,
                    "EndpointStatus": endpoint, "ModelArtifacts": {"S3ModelArtifacts": "s3://bucket/model.tar.gz"},
                    "FinalMetricDataList": [{"MetricName": "accuracy", "Value": 0.97, "Timestamp": {"$t": created}}],
                })))
            }
            other => Err(AwsError::internal(format_args!("{other} is not in the script"))),
        }
    }
}

/// Train, judge, deploy, wait until it serves: the loop of the iris example.
fn pipeline() -> Json {
    json!({"StartAt": "Train", "States": {
        "Train": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync",
            "Parameters": {
                "TrainingJobName.$": "$.name", "RoleArn": ROLE,
                "AlgorithmSpecification": {"TrainingImage": "iris:1", "TrainingInputMode": "File"},
                "OutputDataConfig": {"S3OutputPath": "s3://bucket/out"},
                "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 1},
                "StoppingCondition": {"MaxRuntimeInSeconds": 60},
            },
            "ResultPath": "$.job", "Next": "Good?", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Failed"}]},
        "Good?": {"Type": "Choice", "Default": "Failed", "Choices": [
            {"Variable": "$.job.FinalMetricDataList[0].Value", "NumericGreaterThan": 0.9, "Next": "Model"}]},
        "Model": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createModel", "ResultPath": "$.model",
            "Parameters": {"ModelName.$": "$.name", "ExecutionRoleArn": ROLE,
                "PrimaryContainer": {"Image": "iris:1", "ModelDataUrl.$": "$.job.ModelArtifacts.S3ModelArtifacts"}},
            "Next": "Config", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Failed"}]},
        "Config": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createEndpointConfig", "ResultPath": "$.config",
            "Parameters": {"EndpointConfigName.$": "$.name", "ProductionVariants": [{"VariantName": "all", "ModelName.$": "$.name",
                "InitialInstanceCount": 1, "InstanceType": "ml.m5.large"}]},
            "Next": "Endpoint"},
        "Endpoint": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createEndpoint", "ResultPath": "$.endpoint",
            "Parameters": {"EndpointName.$": "$.name", "EndpointConfigName.$": "$.name"}, "Next": "Pause"},
        "Pause": {"Type": "Wait", "Seconds": 30, "Next": "Look"},
        "Look": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sagemaker:describeEndpoint", "ResultPath": "$.seen",
            "Parameters": {"EndpointName.$": "$.name"}, "Next": "Serves?"},
        "Serves?": {"Type": "Choice", "Default": "Pause", "Choices": [
            {"Variable": "$.seen.EndpointStatus", "StringEquals": "InService", "Next": "Done"}]},
        "Done": {"Type": "Succeed"},
        "Failed": {"Type": "Fail", "Error": "PipelineFailed"},
    }})
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

/// Runs the pipeline, cut once as asked; how many calls were made.
///
/// Every commit of the pipeline lies between two calls, so a cut before a call (its effect absent) is a
/// cut after the commit before it, and a cut after its effect is one before the commit of its answer.
fn check(cut: Option<(usize, bool)>) -> usize {
    let folder = Folder::new();
    let clock = Arc::new(ManualClock::new(1_795_341_600_000));
    let outside = Outside::new(clock.clone(), cut);
    let mut execution = None;
    if cut.is_some() {
        let first = runtime();
        let rig = first.block_on(async {
            let rig = Rig::open(&folder.0, clock.clone(), outside.script());
            let machine = rig.create("iris", &pipeline()).await.unwrap();
            execution = Some(rig.start(&machine, "run", &json!({"name": "iris-1"})).await.unwrap());
            let crashed = outside.crashed.notified();
            tokio::pin!(crashed);
            loop {
                tokio::select! {
                    () = &mut crashed => break,
                    () = tokio::time::sleep(std::time::Duration::from_millis(1)) => clock.advance(1_000),
                }
            }
            rig
        });
        // Everything of the process is gone at once.
        first.shutdown_timeout(std::time::Duration::from_secs(10));
        rig.crash();
    }
    let second = runtime();
    let rig = second.block_on(async {
        let rig = Rig::open(&folder.0, clock.clone(), outside.script());
        let execution = match execution {
            Some(execution) => execution,
            None => {
                let machine = rig.create("iris", &pipeline()).await.unwrap();
                rig.start(&machine, "run", &json!({"name": "iris-1"})).await.unwrap()
            }
        };
        let ended = rig.ended(&execution).await;
        assert_eq!(ended.status, "SUCCEEDED", "{cut:?}: {:?} {:?}", ended.error, ended.cause);
        let ids: Vec<i64> = rig.history(&execution).await.iter().map(|event| event.id).collect();
        assert_eq!(ids, (1..=ids.len() as i64).collect::<Vec<_>>(), "{cut:?}");
        let made = outside.made.lock().unwrap().clone();
        let once =
            ["Endpoint", "EndpointConfig", "Model", "TrainingJob"].map(|kind| (format!("{kind}/iris-1"), 1));
        assert_eq!(made, BTreeMap::from(once), "{cut:?}");
        rig
    });
    second.shutdown_timeout(std::time::Duration::from_secs(10));
    rig.crash();
    outside.calls.load(Ordering::SeqCst)
}

#[test]
fn a_crash_at_any_call_changes_nothing() {
    let calls = check(None);
    assert!(calls >= 9, "{calls}");
    for at in 0..calls {
        for after in [false, true] {
            check(Some((at, after)));
        }
    }
}

/// What another hand made before is no work of ours, crash or not.
#[test]
fn what_was_there_before_is_not_adopted() {
    let folder = Folder::new();
    let clock = Arc::new(ManualClock::new(1_795_341_600_000));
    let outside = Outside::new(clock.clone(), Some((0, false)));
    outside.things.lock().unwrap().insert("TrainingJob/iris-1".into(), clock.now_ms() - 1);
    let first = runtime();
    let (rig, execution) = first.block_on(async {
        let rig = Rig::open(&folder.0, clock.clone(), outside.script());
        let machine = rig.create("iris", &pipeline()).await.unwrap();
        let execution = rig.start(&machine, "run", &json!({"name": "iris-1"})).await.unwrap();
        outside.crashed.notified().await;
        (rig, execution)
    });
    first.shutdown_timeout(std::time::Duration::from_secs(10));
    rig.crash();
    let second = runtime();
    let rig = second.block_on(async {
        let rig = Rig::open(&folder.0, clock.clone(), outside.script());
        assert_eq!(rig.ended(&execution).await.error.as_deref(), Some("PipelineFailed"));
        rig
    });
    second.shutdown_timeout(std::time::Duration::from_secs(10));
    rig.crash();
}

/// Stopping an execution stops its job, of whichever kind.
#[test]
fn the_job_of_a_stopped_execution_is_stopped() {
    let processing = json!({"StartAt": "Process", "States": {
        "Process": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createProcessingJob.sync",
            "Parameters": {
                "ProcessingJobName.$": "$.name", "RoleArn": ROLE, "AppSpecification": {"ImageUri": "iris:1"},
                "ProcessingResources": {"ClusterConfig": {
                    "InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 1}},
            },
            "End": true}}});
    check_stop("Training", &pipeline());
    check_stop("Processing", &processing);
}

fn check_stop(kind: &'static str, definition: &Json) {
    let folder = Folder::new();
    let clock = Arc::new(ManualClock::new(1_795_341_600_000));
    let stopped = Arc::new(Notify::new());
    let noted = stopped.clone();
    runtime().block_on(async {
        let script: Arc<Script> = Arc::new(move |operation, input, _| {
            let member = format!("{kind}JobName");
            let name = input.pointer(&[&member]).and_then(Value::as_str).unwrap_or_default().to_owned();
            let noted = noted.clone();
            Box::pin(async move {
                if operation == format!("Create{kind}Job") {
                    let arn = format!("{kind}JobArn");
                    return Ok(value(json!({arn: "arn:job"})));
                }
                if operation == format!("Stop{kind}Job") {
                    assert_eq!(name, "iris-1");
                    noted.notify_one();
                    return Ok(Value::Null);
                }
                std::future::pending().await
            })
        });
        let rig = Rig::open(&folder.0, clock.clone(), script);
        let machine = rig.create("iris", definition).await.unwrap();
        let execution = rig.start(&machine, "run", &json!({"name": "iris-1"})).await.unwrap();
        rig.until("the job is described", || {
            let calls = rig.world.calls.lock().unwrap();
            calls.iter().any(|call| *call == format!("Describe{kind}Job"))
        })
        .await;
        let input = lirio_api::stepfunctions::StopExecutionInput {
            execution_arn: execution.clone(),
            error: None,
            cause: None,
        };
        rig.call(lirio_api::stepfunctions::ops::StopExecution, input).await.unwrap();
        stopped.notified().await;
        assert_eq!(rig.types(&execution).await.last().unwrap(), "ExecutionAborted");
    });
}

/// Executions that wait cost rows only: another process lets them go on when their time comes.
#[test]
fn waiting_executions_survive() {
    const MANY: usize = 200;
    let folder = Folder::new();
    let clock = Arc::new(ManualClock::new(1_795_341_600_000));
    let script = || Outside::new(clock.clone(), None).script();
    let definition = json!({"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 60, "Next": "P"},
        "P": {"Type": "Pass", "End": true}}});
    let first = runtime();
    let (rig, executions) = first.block_on(async {
        let rig = Rig::open(&folder.0, clock.clone(), script());
        let machine = rig.create("m", &definition).await.unwrap();
        let mut executions = Vec::new();
        for n in 0..MANY {
            executions.push(rig.start(&machine, &format!("e{n}"), &json!({"n": n})).await.unwrap());
        }
        (rig, executions)
    });
    first.shutdown_timeout(std::time::Duration::from_secs(10));
    rig.crash();
    clock.advance(60_000);
    let second = runtime();
    let rig = second.block_on(async {
        let rig = Rig::open(&folder.0, clock.clone(), script());
        for (n, execution) in executions.iter().enumerate() {
            let ended = rig.ended(execution).await;
            assert_eq!((ended.status.as_str(), ended.output), ("SUCCEEDED", Some(format!("{{\"n\":{n}}}"))));
        }
        rig
    });
    second.shutdown_timeout(std::time::Duration::from_secs(10));
    rig.crash();
}

/// A timer that is due at the start may move an execution before its tasks are issued again.
#[test]
fn a_due_timer_does_not_hide_a_task() {
    let definition = json!({"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
        {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 60, "Next": "W2"},
            "W2": {"Type": "Wait", "Seconds": 60, "End": true}}},
        {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
            "Resource": "arn:aws:states:::aws-sdk:sagemaker:describeModel", "Parameters": {"ModelName": "m"}}}},
    ]}}});
    for _ in 0..5 {
        let folder = Folder::new();
        let clock = Arc::new(ManualClock::new(1_795_341_600_000));
        let asked = Arc::new(AtomicUsize::new(0));
        let count = asked.clone();
        let script: Arc<Script> = Arc::new(move |_, _, _| {
            let first = count.fetch_add(1, Ordering::SeqCst) == 0;
            Box::pin(async move {
                if first { std::future::pending().await } else { Ok(value(json!({"ModelName": "m"}))) }
            })
        });
        let first = runtime();
        let (rig, execution) = first.block_on(async {
            let rig = Rig::open(&folder.0, clock.clone(), script.clone());
            let machine = rig.create("m", &definition).await.unwrap();
            let execution = rig.start(&machine, "e", &json!({})).await.unwrap();
            rig.until("the task calls", || asked.load(Ordering::SeqCst) == 1).await;
            (rig, execution)
        });
        first.shutdown_timeout(std::time::Duration::from_secs(10));
        rig.crash();
        clock.advance(60_000);
        let second = runtime();
        let rig = second.block_on(async {
            let rig = Rig::open(&folder.0, clock.clone(), script);
            assert_eq!(rig.ended(&execution).await.status, "SUCCEEDED");
            rig
        });
        second.shutdown_timeout(std::time::Duration::from_secs(10));
        rig.crash();
    }
}
