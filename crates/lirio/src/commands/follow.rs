//! Follows the execution that an upload starts, step by step.

use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use lirio_api::stepfunctions::HistoryEvent;
use lirio_api::{Timestamp, sagemaker, stepfunctions};
use lirio_stack::Stack;
use serde_json::Value as Json;

use crate::client::Client;
use crate::progress::Progress;

/// How long an upload may take to start its execution before something must be wrong.
const START_LIMIT: Duration = Duration::from_secs(60);
/// Between two looks at the history; the times shown come from the history itself.
const LOOK: Duration = Duration::from_millis(10);

/// An execution that ended.
pub(crate) struct Followed {
    /// Its ARN.
    pub(crate) arn: String,
    /// Its status.
    pub(crate) status: String,
    /// Its output, if it succeeded.
    pub(crate) output: Option<Json>,
    /// Error and cause, if it failed.
    pub(crate) failure: Option<(String, String)>,
    /// Its whole history.
    pub(crate) history: Vec<HistoryEvent>,
    /// When PutObject was called.
    pub(crate) put_at: Timestamp,
    /// The training job it started.
    pub(crate) job: Option<String>,
}

/// The newest execution of the stack's state machine, if there is one.
pub(crate) async fn newest_execution(api: &Client, stack: &Stack) -> Result<Option<String>> {
    let input = stepfunctions::ListExecutionsInput {
        state_machine_arn: Some(stack.state_machine_arn()),
        max_results: Some(1),
        ..Default::default()
    };
    let found = api
        .call(stepfunctions::ops::ListExecutions, input)
        .await
        .context("the executions cannot be listed")?;
    Ok(found.executions.into_iter().next().map(|e| e.execution_arn))
}

/// Waits for the execution that the upload started, shows its steps, and answers when it has ended.
pub(crate) async fn follow(
    api: &Client,
    stack: &Stack,
    before: Option<&str>,
    put_at: Timestamp,
    progress: &mut Progress,
) -> Result<Followed> {
    progress.begin("waiting for the event");
    let started = tokio::time::Instant::now();
    let arn = loop {
        match newest_execution(api, stack).await? {
            Some(arn) if before != Some(arn.as_str()) => break arn,
            _ if started.elapsed() > START_LIMIT => {
                progress.failed("no execution started");
                bail!("the upload started no execution of {} within a minute", stack.state_machine());
            }
            _ => tokio::time::sleep(LOOK).await,
        }
        progress.tick();
    };
    let mut view = View { shown: 0, put_at, entered: None, succeeded: false, job: None, metrics: Vec::new() };
    let mut history = Vec::new();
    let mut token = None;
    loop {
        let input = stepfunctions::GetExecutionHistoryInput {
            execution_arn: arn.clone(),
            max_results: Some(1000),
            next_token: token.clone(),
            ..Default::default()
        };
        let page = api.call(stepfunctions::ops::GetExecutionHistory, input).await?;
        let known = history.len();
        // The last page may grow: it is read again, and what is known is skipped.
        let last = history.last().map_or(0, |e: &HistoryEvent| e.id);
        history.extend(page.events.into_iter().filter(|e| e.id > last));
        for event in &history[known..] {
            view.show(event, progress);
        }
        if page.next_token.is_some() {
            token = page.next_token;
            continue;
        }
        if history.last().is_some_and(|e| e.r#type.starts_with("Execution") && e.r#type != "ExecutionStarted")
        {
            break;
        }
        view.show_metrics(api, progress).await;
        progress.tick();
        tokio::time::sleep(LOOK).await;
    }
    let input = stepfunctions::DescribeExecutionInput { execution_arn: arn.clone(), ..Default::default() };
    let described = api.call(stepfunctions::ops::DescribeExecution, input).await?;
    let failure = (described.status != "SUCCEEDED").then(|| {
        (described.error.unwrap_or_else(|| described.status.clone()), described.cause.unwrap_or_default())
    });
    if let Some((error, cause)) = &failure {
        progress.failed(&format!("the run ended {}: {error}", described.status));
        progress.note(&readable(cause));
    }
    Ok(Followed {
        arn,
        status: described.status,
        output: described.output.and_then(|text| serde_json::from_str(&text).ok()),
        failure,
        history,
        put_at,
        job: view.job,
    })
}

/// A cause that is a description of a job is shown as its reason.
fn readable(cause: &str) -> String {
    let json: Option<Json> = serde_json::from_str(cause).ok();
    let part = |name: &str| json.as_ref().and_then(|j| j.get(name)).and_then(Json::as_str).map(str::to_owned);
    part("FailureReason").or_else(|| part("errorMessage")).unwrap_or_else(|| cause.to_owned())
}

/// What has been shown.
struct View {
    shown: i64,
    put_at: Timestamp,
    entered: Option<(String, Timestamp)>,
    /// Whether the task of the entered state succeeded; a caught failure leaves its state too.
    succeeded: bool,
    job: Option<String>,
    metrics: Vec<String>,
}

impl View {
    fn show(&mut self, event: &HistoryEvent, progress: &mut Progress) {
        if event.id <= self.shown {
            return;
        }
        self.shown = event.id;
        match event.r#type.as_str() {
            "ExecutionStarted" => {
                progress.took("event matched, execution started", event.timestamp.0 - self.put_at.0);
            }
            "TaskStateEntered" => {
                let Some(name) = event.state_entered_event_details.as_ref().map(|d| d.name.clone()) else {
                    return;
                };
                progress.begin(running(&name));
                self.entered = Some((name, event.timestamp));
                self.succeeded = false;
            }
            "TaskSubmitted" => {
                let output = event.task_submitted_event_details.as_ref().and_then(|d| d.output.as_deref());
                let arn = output.and_then(|text| serde_json::from_str::<Json>(text).ok());
                let arn = arn.as_ref().and_then(|j| j.get("TrainingJobArn")).and_then(Json::as_str);
                if let Some(name) = arn.and_then(|a| a.rsplit('/').next()) {
                    self.job = Some(name.to_owned());
                }
            }
            "TaskSucceeded" => self.succeeded = true,
            "TaskStateExited" => {
                let Some((name, since)) = self.entered.take() else { return };
                if let Some(text) = finished(&name).filter(|_| self.succeeded) {
                    progress.took(text, event.timestamp.0 - since.0);
                }
            }
            _ => {}
        }
    }

    /// The training's metrics, as they appear.
    async fn show_metrics(&mut self, api: &Client, progress: &mut Progress) {
        let Some(job) = &self.job else { return };
        let input = sagemaker::DescribeTrainingJobRequest { training_job_name: job.clone() };
        // Only a display: what cannot be read now is in the report.
        let Ok(described) = api.call(sagemaker::ops::DescribeTrainingJob, input).await else { return };
        for metric in described.final_metric_data_list.unwrap_or_default() {
            let (Some(name), Some(value)) = (metric.metric_name, metric.value) else { continue };
            let line = format!("  {name} {value:.4}");
            if !self.metrics.contains(&line) {
                progress.note(&line);
                self.metrics.push(line);
            }
        }
    }
}

fn running(state: &str) -> &str {
    match state {
        "Train" => "training",
        "SaveModel" => "storing the model",
        "CreateEndpoint" | "UpdateEndpoint" | "WatchEndpoint" => "bringing the endpoint into service",
        "Validate" => "validating with real predictions",
        "Register" => "registering the model",
        other => other,
    }
}

/// The steps worth a line of their own; the others are short calls between them.
fn finished(state: &str) -> Option<&str> {
    match state {
        "Train" => Some("training"),
        "SaveModel" => Some("model stored"),
        "WatchEndpoint" => Some("endpoint in service"),
        "Validate" => Some("validated"),
        "Register" => Some("registered"),
        _ => None,
    }
}
