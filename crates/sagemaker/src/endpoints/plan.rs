//! How an update goes: what a `DeploymentConfig` asks for, checked and turned into steps.

use lirio_api::AwsError;
use lirio_api::sagemaker::{CapacitySize, DeploymentConfig};
use serde::{Deserialize, Serialize};

use crate::names::refuse;

/// Before an update without a limit of its own is rolled back; AWS's default.
const MAXIMUM_SECONDS: i64 = 14_400;

/// The course of an update.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Plan {
    /// Whether the old instances make room batch by batch, or stay until the end.
    pub(crate) rolling: bool,
    pub(crate) steps: Vec<Step>,
    /// The share that a rollback takes back at a time; 1 is all of it.
    pub(crate) back: f64,
    /// After so many seconds the update is rolled back.
    pub(crate) maximum_seconds: i64,
    /// The alarms that roll it back.
    pub(crate) alarms: Vec<String>,
}

/// One step of an update.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Step {
    /// The share of the traffic that the new instances get.
    pub(crate) share: f64,
    /// How long it then bakes, in seconds.
    pub(crate) wait_seconds: i64,
}

/// The name of the option that says how long a step bakes.
pub(crate) fn wait_option(plan: &Plan, step: usize) -> &'static str {
    if plan.rolling || step + 1 < plan.steps.len() {
        "WaitIntervalInSeconds"
    } else {
        "TerminationWaitInSeconds"
    }
}

/// Checks what can be known without the variants.
pub(crate) fn check(config: Option<&DeploymentConfig>) -> Result<(), AwsError> {
    let Some(config) = config else { return Ok(()) };
    if config.blue_green_update_policy.is_some() && config.rolling_update_policy.is_some() {
        return Err(AwsError::validation(
            "DeploymentConfig: give either BlueGreenUpdatePolicy or RollingUpdatePolicy, not both.",
        ));
    }
    let alarms =
        config.auto_rollback_configuration.iter().flat_map(|rollback| rollback.alarms.iter().flatten());
    for alarm in alarms {
        if alarm.alarm_name.as_deref().is_none_or(|name| name.trim().is_empty()) {
            return Err(AwsError::validation("AutoRollbackConfiguration: every alarm needs an AlarmName."));
        }
    }
    let percent = |size: &CapacitySize, name: &str, least: i64, most: i64| {
        let good = size.r#type != "CAPACITY_PERCENT" || (least..=most).contains(&size.value);
        if good {
            return Ok(());
        }
        Err(AwsError::validation(format!(
            "{name}: a CAPACITY_PERCENT of {} is not between {least} and {most}.",
            size.value
        )))
    };
    if let Some(rolling) = &config.rolling_update_policy {
        percent(&rolling.maximum_batch_size, "MaximumBatchSize", 5, 50)?;
        if let Some(back) = &rolling.rollback_maximum_batch_size {
            percent(back, "RollbackMaximumBatchSize", 5, 100)?;
        }
    }
    let Some(policy) = &config.blue_green_update_policy else { return Ok(()) };
    let traffic = &policy.traffic_routing_configuration;
    match (traffic.r#type.as_str(), &traffic.canary_size, &traffic.linear_step_size) {
        ("ALL_AT_ONCE", None, None) => Ok(()),
        ("CANARY", Some(size), None) => percent(size, "CanarySize", 1, 50),
        ("LINEAR", None, Some(size)) => percent(size, "LinearStepSize", 10, 50),
        ("CANARY", None, _) => {
            Err(AwsError::validation("TrafficRoutingConfiguration: CANARY needs a CanarySize."))
        }
        ("LINEAR", _, None) => {
            Err(AwsError::validation("TrafficRoutingConfiguration: LINEAR needs a LinearStepSize."))
        }
        ("ALL_AT_ONCE" | "CANARY" | "LINEAR", ..) => Err(AwsError::validation(format!(
            "TrafficRoutingConfiguration: {} goes with {}.",
            traffic.r#type,
            match traffic.r#type.as_str() {
                "CANARY" => "CanarySize and no LinearStepSize",
                "LINEAR" => "LinearStepSize and no CanarySize",
                _ => "neither CanarySize nor LinearStepSize",
            }
        ))),
        (other, ..) => Err(refuse(&format!("the traffic routing {other}"))),
    }
}

/// The plan for variants of so many new instances each.
///
/// # Errors
///
/// When a size is more of a variant than its policy allows.
pub(crate) fn plan(config: Option<&DeploymentConfig>, counts: &[i64]) -> Result<Plan, AwsError> {
    let rollback = config.and_then(|config| config.auto_rollback_configuration.as_ref());
    let alarms = rollback.iter().flat_map(|rollback| rollback.alarms.iter().flatten());
    let mut plan = Plan {
        rolling: false,
        steps: Vec::new(),
        back: 1.0,
        maximum_seconds: MAXIMUM_SECONDS,
        alarms: alarms.filter_map(|alarm| alarm.alarm_name.clone()).collect(),
    };
    if let Some(rolling) = config.and_then(|config| config.rolling_update_policy.as_ref()) {
        let batch = share(&rolling.maximum_batch_size, counts, "MaximumBatchSize", 0.5)?;
        plan.rolling = true;
        plan.steps = linear(batch, rolling.wait_interval_in_seconds, rolling.wait_interval_in_seconds);
        if let Some(size) = &rolling.rollback_maximum_batch_size {
            plan.back = share(size, counts, "RollbackMaximumBatchSize", 1.0)?;
        }
        plan.maximum_seconds = rolling.maximum_execution_timeout_in_seconds.unwrap_or(MAXIMUM_SECONDS);
        return Ok(plan);
    }
    let Some(policy) = config.and_then(|config| config.blue_green_update_policy.as_ref()) else {
        plan.steps = vec![Step { share: 1.0, wait_seconds: 0 }];
        return Ok(plan);
    };
    let traffic = &policy.traffic_routing_configuration;
    let (wait, last) = (traffic.wait_interval_in_seconds, policy.termination_wait_in_seconds.unwrap_or(0));
    plan.maximum_seconds = policy.maximum_execution_timeout_in_seconds.unwrap_or(MAXIMUM_SECONDS);
    plan.steps = match (&traffic.canary_size, &traffic.linear_step_size) {
        (Some(size), _) => vec![
            Step { share: share(size, counts, "CanarySize", 0.5)?, wait_seconds: wait },
            Step { share: 1.0, wait_seconds: last },
        ],
        (None, Some(size)) => linear(share(size, counts, "LinearStepSize", 0.5)?, wait, last),
        (None, None) => vec![Step { share: 1.0, wait_seconds: last }],
    };
    Ok(plan)
}

/// Equal steps up to the whole.
fn linear(step: f64, wait_seconds: i64, last: i64) -> Vec<Step> {
    let mut steps = Vec::new();
    // A hundredth of a step is rounding, not a step of its own.
    let count = (1.0 / step - 0.01).ceil().clamp(1.0, 1000.0);
    let mut at = 1.0;
    while at < count {
        steps.push(Step { share: step * at, wait_seconds });
        at += 1.0;
    }
    steps.push(Step { share: 1.0, wait_seconds: last });
    steps
}

/// A size as a share of every variant: a number of instances is the share that it is of the largest.
fn share(size: &CapacitySize, counts: &[i64], name: &str, most: f64) -> Result<f64, AwsError> {
    if size.r#type == "CAPACITY_PERCENT" {
        return Ok((size.value as f64 / 100.0).min(1.0));
    }
    let smallest = counts.iter().copied().min().unwrap_or(1).max(1);
    if size.value as f64 > smallest as f64 * most {
        return Err(AwsError::validation(format!(
            "{name}: {} instance(s) are more than {} % of a variant of {smallest}; give a CAPACITY_PERCENT or more instances.",
            size.value,
            most * 100.0
        )));
    }
    let largest = counts.iter().copied().max().unwrap_or(1).max(1);
    Ok((size.value as f64 / largest as f64).min(1.0))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::*;

    fn config(json: Json) -> DeploymentConfig {
        serde_json::from_value(json).unwrap()
    }

    fn blue_green(traffic: Json) -> DeploymentConfig {
        config(json!({ "BlueGreenUpdatePolicy": {
            "TrafficRoutingConfiguration": traffic, "TerminationWaitInSeconds": 9 } }))
    }

    fn traffic(kind: &str, option: &str, size: &str, value: i64) -> Json {
        json!({ "Type": kind, "WaitIntervalInSeconds": 5, option: { "Type": size, "Value": value } })
    }

    #[test]
    fn policies_become_steps() {
        let check = |config: Option<DeploymentConfig>, counts: &[i64], expected: &[(f64, i64)]| {
            super::check(config.as_ref()).unwrap();
            let plan = plan(config.as_ref(), counts).unwrap();
            let found: Vec<_> = plan.steps.iter().map(|step| (step.share, step.wait_seconds)).collect();
            assert_eq!(found, expected);
        };
        let percent = "CAPACITY_PERCENT";
        let instances = "INSTANCE_COUNT";
        check(None, &[1], &[(1.0, 0)]);
        check(
            Some(blue_green(json!({ "Type": "ALL_AT_ONCE", "WaitIntervalInSeconds": 5 }))),
            &[2],
            &[(1.0, 9)],
        );
        check(Some(blue_green(traffic("CANARY", "CanarySize", percent, 10))), &[1], &[(0.1, 5), (1.0, 9)]);
        check(Some(blue_green(traffic("CANARY", "CanarySize", instances, 1))), &[4], &[(0.25, 5), (1.0, 9)]);
        check(
            Some(blue_green(traffic("LINEAR", "LinearStepSize", percent, 40))),
            &[1],
            &[(0.4, 5), (0.8, 5), (1.0, 9)],
        );
        check(
            Some(blue_green(traffic("LINEAR", "LinearStepSize", percent, 25))),
            &[1],
            &[(0.25, 5), (0.5, 5), (0.75, 5), (1.0, 9)],
        );
        let rolling = config(json!({ "RollingUpdatePolicy": {
            "MaximumBatchSize": { "Type": "INSTANCE_COUNT", "Value": 1 }, "WaitIntervalInSeconds": 3 } }));
        check(Some(rolling), &[2], &[(0.5, 3), (1.0, 3)]);
    }

    #[test]
    fn impossible_policies_are_refused() {
        let check = |config: DeploymentConfig, counts: &[i64], expected: &str| {
            let result = super::check(Some(&config)).and_then(|()| plan(Some(&config), counts).map(drop));
            let message = result.unwrap_err().message;
            assert!(message.contains(expected), "{message}");
        };
        check(blue_green(traffic("CANARY", "CanarySize", "INSTANCE_COUNT", 1)), &[1], "50 %");
        check(blue_green(traffic("CANARY", "CanarySize", "CAPACITY_PERCENT", 51)), &[1], "CanarySize");
        check(blue_green(traffic("LINEAR", "LinearStepSize", "CAPACITY_PERCENT", 9)), &[1], "LinearStepSize");
        check(
            blue_green(json!({ "Type": "CANARY", "WaitIntervalInSeconds": 5 })),
            &[1],
            "needs a CanarySize",
        );
        check(blue_green(traffic("LINEAR", "CanarySize", "CAPACITY_PERCENT", 9)), &[1], "LinearStepSize");
        check(config(json!({ "AutoRollbackConfiguration": { "Alarms": [{ "AlarmName": " " }] } })), &[1], "");
    }
}
