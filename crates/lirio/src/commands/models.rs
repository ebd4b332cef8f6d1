//! `lirio models`, `lirio approve`, `lirio reject`: the registry of models.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use lirio_api::{sagemaker, stepfunctions};
use lirio_stack::{Project, Stack};
use serde_json::{Value as Json, json};

use crate::cli::{Decide, Models};
use crate::client::Client;
use crate::commands::{Exit, platform, upload};
use crate::home::Home;

/// Between two looks at the execution that deploys.
const LOOK: Duration = Duration::from_millis(20);
/// How long a decision may take to start its execution before something must be wrong.
const START_LIMIT: Duration = Duration::from_secs(60);

/// What the registry is asked about.
struct Subject {
    group: String,
    /// The project, if one was named: then its state machine deploys.
    stack: Option<Stack>,
}

/// A version, as it is shown.
struct Version {
    number: i64,
    arn: String,
    status: String,
    approval: String,
    registered: lirio_api::Timestamp,
    metrics: BTreeMap<String, String>,
    /// Endpoints that serve it.
    serves: Vec<String>,
}

impl Version {
    fn json(&self) -> Json {
        json!({
            "version": self.number, "arn": self.arn, "status": self.status, "approval": self.approval,
            "registered": self.registered.iso8601_millis(), "metrics": self.metrics, "serves": self.serves,
        })
    }
}

pub(crate) async fn models(args: Models) -> Result<()> {
    let home = Home::find(&args.common.data)?;
    let platform = platform::existing(&home).await?;
    let subject = subject(&args.model, &platform)?;
    let versions = versions(&platform.client, &subject.group).await?;
    if args.common.json {
        let versions: Vec<Json> = versions.iter().map(Version::json).collect();
        println!("{}", json!({ "group": subject.group, "versions": versions }));
        return Ok(());
    }
    if versions.is_empty() {
        println!("{} has no versions yet.", subject.group);
        return Ok(());
    }
    println!("{:<8} {:<22} {:<16} {:<21} METRICS", "VERSION", "APPROVAL", "SERVES", "REGISTERED");
    for version in &versions {
        let approval = if version.status == "Completed" { &version.approval } else { &version.status };
        let metrics: Vec<String> =
            version.metrics.iter().map(|(name, value)| format!("{name} {}", short(value))).collect();
        let line = format!(
            "{:<8} {:<22} {:<16} {:<21} {}",
            version.number,
            approval,
            version.serves.join(", "),
            version.registered.iso8601_seconds(),
            metrics.join(", ")
        );
        println!("{}", line.trim_end());
    }
    Ok(())
}

/// A number with four digits behind the point at most; other texts as they are.
fn short(value: &str) -> String {
    match value.parse::<f64>() {
        Ok(number) if number.fract() != 0.0 => {
            let text = format!("{number:.4}");
            text.trim_end_matches('0').to_owned()
        }
        _ => value.to_owned(),
    }
}

pub(crate) async fn approve(args: Decide) -> Result<()> {
    decide(args, "Approved").await
}

pub(crate) async fn reject(args: Decide) -> Result<()> {
    decide(args, "Rejected").await
}

async fn decide(args: Decide, approval: &str) -> Result<()> {
    let home = Home::find(&args.common.data)?;
    let platform = platform::existing(&home).await?;
    let client = &platform.client;
    let subject = subject(&args.model, &platform)?;
    let versions = versions(client, &subject.group).await?;
    let version = match args.version {
        Some(number) => versions
            .iter()
            .find(|version| version.number == number)
            .with_context(|| format!("{} has no version {number}; see `lirio models`", subject.group))?,
        None => chosen(&versions, approval).with_context(|| {
            format!("{} has no version to be {}; see `lirio models`", subject.group, approval.to_lowercase())
        })?,
    };
    if version.approval == approval {
        bail!("version {} of {} is {approval} already", version.number, subject.group);
    }
    let before = match &subject.stack {
        Some(stack) => executions(client, stack).await?,
        None => Vec::new(),
    };
    let update = sagemaker::UpdateModelPackageInput {
        model_package_arn: version.arn.clone(),
        model_approval_status: Some(approval.to_owned()),
        approval_description: args.because,
        ..Default::default()
    };
    client.call(sagemaker::ops::UpdateModelPackage, update).await?;
    let outcome = match &subject.stack {
        Some(stack) => Some(deployed(client, stack, &before).await?),
        None => None,
    };
    let message = outcome.as_ref().map(|outcome| match outcome {
        Ok(output) => output["message"].as_str().unwrap_or_default().to_owned(),
        Err(why) => format!("The deployment failed: {why}"),
    });
    if args.common.json {
        println!(
            "{}",
            json!({
                "group": subject.group, "version": version.number, "approval": approval,
                "deployment": outcome.as_ref().and_then(|outcome| outcome.as_ref().ok()), "message": message,
            })
        );
    } else {
        println!("Version {} of {} is {approval}.", version.number, subject.group);
        match &message {
            Some(message) => println!("{message}"),
            None => println!("The event is sent; rules that match it deploy."),
        }
    }
    if matches!(outcome, Some(Err(_))) { Err(Exit(3).into()) } else { Ok(()) }
}

/// The version that is meant without a number: to approve, the newest one that waits for it; to reject, the one
/// that serves, or else the newest one that is not rejected.
fn chosen<'a>(versions: &'a [Version], approval: &str) -> Option<&'a Version> {
    if approval == "Approved" {
        let waits =
            |version: &&Version| version.approval == "PendingManualApproval" && version.status == "Completed";
        return versions.iter().find(waits);
    }
    let serving = versions.iter().find(|version| !version.serves.is_empty() && version.approval != approval);
    serving.or_else(|| versions.iter().find(|version| version.approval != approval))
}

/// A project's folder, or the name of a model package group.
fn subject(model: &str, platform: &platform::Platform) -> Result<Subject> {
    let path = Path::new(model);
    if !path.exists() {
        return Ok(Subject { group: model.to_owned(), stack: None });
    }
    let stack = upload::stack(Project::read(path)?, platform);
    let Some(group) = stack.project.model_package_group().map(str::to_owned) else {
        bail!("the project {model} registers no models: its lirio.toml has no [registry]");
    };
    Ok(Subject { group, stack: Some(stack) })
}

/// The versions of a group, newest first.
async fn versions(client: &Client, group: &str) -> Result<Vec<Version>> {
    let mut input = sagemaker::ListModelPackagesInput {
        model_package_group_name: Some(group.to_owned()),
        sort_order: Some("Descending".to_owned()),
        max_results: Some(100),
        ..Default::default()
    };
    let mut found = Vec::new();
    loop {
        let page = client
            .call(sagemaker::ops::ListModelPackages, input.clone())
            .await
            .with_context(|| format!("the versions of {group} cannot be listed"))?;
        found.extend(page.model_package_summary_list);
        input.next_token = page.next_token;
        if input.next_token.is_none() {
            break;
        }
    }
    let mut serving = serving(client).await?;
    let mut versions = Vec::new();
    for summary in found {
        let describe = sagemaker::DescribeModelPackageInput {
            model_package_name: summary.model_package_arn.clone(),
            included_data: None,
        };
        // One that was deleted in between is left out.
        let Ok(described) = client.call(sagemaker::ops::DescribeModelPackage, describe).await else {
            continue;
        };
        versions.push(Version {
            number: described.model_package_version.unwrap_or_default(),
            serves: serving.remove(&summary.model_package_arn).unwrap_or_default(),
            arn: summary.model_package_arn,
            status: described.model_package_status,
            approval: described.model_approval_status.unwrap_or_default(),
            registered: described.creation_time,
            metrics: described.customer_metadata_properties.unwrap_or_default(),
        });
    }
    Ok(versions)
}

/// Which endpoints serve which model packages: by the models of their configurations.
async fn serving(client: &Client) -> Result<BTreeMap<String, Vec<String>>> {
    let mut serving: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let list = sagemaker::ListEndpointsInput { max_results: Some(100), ..Default::default() };
    for endpoint in client.call(sagemaker::ops::ListEndpoints, list).await?.endpoints {
        // What was deleted since it was deployed cannot be told; the endpoint is left out then.
        let Ok(packages) = packages_of(client, &endpoint.endpoint_name).await else { continue };
        for package in packages {
            serving.entry(package).or_default().push(endpoint.endpoint_name.clone());
        }
    }
    Ok(serving)
}

async fn packages_of(client: &Client, endpoint: &str) -> Result<Vec<String>> {
    let input = sagemaker::DescribeEndpointInput { endpoint_name: endpoint.to_owned() };
    let described = client.call(sagemaker::ops::DescribeEndpoint, input).await?;
    let config = described.endpoint_config_name.context("an endpoint has a configuration")?;
    let input = sagemaker::DescribeEndpointConfigInput { endpoint_config_name: config };
    let config = client.call(sagemaker::ops::DescribeEndpointConfig, input).await?;
    let mut packages = Vec::new();
    for variant in config.production_variants {
        let input = sagemaker::DescribeModelInput { model_name: variant.model_name.unwrap_or_default() };
        let model = client.call(sagemaker::ops::DescribeModel, input).await?;
        let containers = model.primary_container.into_iter().chain(model.containers.into_iter().flatten());
        packages.extend(containers.filter_map(|container| container.model_package_name));
    }
    Ok(packages)
}

/// The executions of the state machine that deploys.
async fn executions(client: &Client, stack: &Stack) -> Result<Vec<String>> {
    let input = stepfunctions::ListExecutionsInput {
        state_machine_arn: Some(stack.deployer_arn()),
        max_results: Some(100),
        ..Default::default()
    };
    let found = client
        .call(stepfunctions::ops::ListExecutions, input)
        .await
        .with_context(|| format!("{} cannot be asked; `lirio apply` makes it", stack.deployer()))?;
    Ok(found.executions.into_iter().map(|execution| execution.execution_arn).collect())
}

/// Waits for the execution that a decision started; its output, or why it failed.
async fn deployed(client: &Client, stack: &Stack, before: &[String]) -> Result<Result<Json, String>> {
    let started = tokio::time::Instant::now();
    let arn = loop {
        let found = executions(client, stack).await?;
        // Newest first: of several new ones, the last is the earliest.
        if let Some(arn) = found.into_iter().rev().find(|arn| !before.contains(arn)) {
            break arn;
        }
        if started.elapsed() > START_LIMIT {
            bail!("the decision started no execution of {} within a minute", stack.deployer());
        }
        tokio::time::sleep(LOOK).await;
    };
    loop {
        let input =
            stepfunctions::DescribeExecutionInput { execution_arn: arn.clone(), ..Default::default() };
        let described = client.call(stepfunctions::ops::DescribeExecution, input).await?;
        match described.status.as_str() {
            "RUNNING" | "PENDING_REDRIVE" => tokio::time::sleep(LOOK).await,
            "SUCCEEDED" => {
                let output = described.output.unwrap_or_default();
                return Ok(Ok(serde_json::from_str(&output).context("the output of the deployment")?));
            }
            status => {
                let error = described.error.unwrap_or_else(|| status.to_owned());
                return Ok(Err(format!("{error}: {}", described.cause.unwrap_or_default())));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_number_the_obvious_version_is_meant() {
        let check = |versions: &[(&str, bool)], approval: &str, expected: Option<i64>| {
            let mut number = i64::try_from(versions.len()).unwrap_or(0);
            let versions: Vec<Version> = versions
                .iter()
                .map(|(approval, serves)| {
                    let version = Version {
                        number,
                        arn: String::new(),
                        status: "Completed".to_owned(),
                        approval: (*approval).to_owned(),
                        registered: lirio_api::Timestamp(0),
                        metrics: BTreeMap::new(),
                        serves: if *serves { vec!["e".to_owned()] } else { Vec::new() },
                    };
                    number -= 1;
                    version
                })
                .collect();
            assert_eq!(chosen(&versions, approval).map(|version| version.number), expected);
        };
        let (p, a, r) = ("PendingManualApproval", "Approved", "Rejected");
        check(&[(p, false), (p, false), (a, true)], a, Some(3));
        check(&[(r, false), (p, false)], a, Some(1));
        check(&[(r, false), (a, true)], a, None);
        check(&[(p, false), (a, true)], r, Some(1));
        check(&[(p, false), (r, true)], r, Some(2));
        check(&[(r, true)], r, None);
        check(&[], r, None);
    }

    #[test]
    fn numbers_are_shortened() {
        assert_eq!(short("0.9666666667"), "0.9667");
        assert_eq!(short("0.5"), "0.5");
        assert_eq!(short("30"), "30");
        assert_eq!(short("good"), "good");
    }
}
