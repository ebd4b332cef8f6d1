//! Updates in steps, and back.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::sagemaker::{DeploymentConfig, UpdateEndpointInput, VariantProperty, ops};
use lirio_store::ManualClock;
use serde_json::{Value as Json, json};

use crate::serving::{Load, variant, world_on};
use crate::world::World;

const BOTH: [&str; 2] = ["serve:one:x", "serve:two:x"];

/// A world whose time the test moves.
async fn timed() -> (Arc<World>, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::new(1_700_000_000_000));
    (world_on(World::with_clock(clock.clone()).await).await, clock)
}

fn config(json: Json) -> DeploymentConfig {
    serde_json::from_value(json).unwrap()
}

fn canary(percent: i64, alarms: &[&str]) -> Json {
    let mut config = json!({
        "BlueGreenUpdatePolicy": {
            "TrafficRoutingConfiguration": {
                "Type": "CANARY", "WaitIntervalInSeconds": 60,
                "CanarySize": { "Type": "CAPACITY_PERCENT", "Value": percent },
            },
            "TerminationWaitInSeconds": 120,
            "MaximumExecutionTimeoutInSeconds": 600,
        },
    });
    if !alarms.is_empty() {
        let alarms: Vec<_> = alarms.iter().map(|name| json!({ "AlarmName": name })).collect();
        config["AutoRollbackConfiguration"] = json!({ "Alarms": alarms });
    }
    config
}

impl World {
    async fn deploy(&self, to: &str, how: Json) -> Result<(), AwsError> {
        let input = UpdateEndpointInput {
            endpoint_name: "e".to_owned(),
            endpoint_config_name: to.to_owned(),
            deployment_config: Some(config(how)),
            ..UpdateEndpointInput::default()
        };
        self.call(ops::UpdateEndpoint, input).await.map(drop)
    }

    /// Status and message of the update's first variant.
    async fn stage(&self) -> (String, String) {
        let pending = self.described("e").await.pending_deployment_summary;
        let variants = pending.and_then(|pending| pending.production_variants).unwrap_or_default();
        let status = variants.into_iter().next().and_then(|v| v.variant_status).unwrap_or_default();
        let status = status.into_iter().next();
        status.map(|s| (s.status, s.status_message.unwrap_or_default())).unwrap_or_default()
    }

    async fn until_stage(&self, status: &str, message: &str) {
        self.until(async || self.stage().await == (status.to_owned(), message.to_owned())).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_canary_gets_its_share_then_all() {
    let (world, clock) = timed().await;
    world.create("e", "one").await.unwrap();
    world.settled("e").await;
    world.deploy("two", canary(10, &[])).await.unwrap();
    let baking = "Baking for 60 seconds (WaitIntervalInSeconds) with traffic enabled on canary capacity of 1 instance(s).";
    world.until_stage("Baking", baking).await;
    let found = world.described("e").await;
    assert_eq!(found.endpoint_status, "Updating");
    assert_eq!(found.endpoint_config_name.as_deref(), Some("one"));
    assert_eq!(found.pending_deployment_summary.unwrap().endpoint_config_name, "two");
    assert_eq!(world.shares(30, &BOTH).await, [27, 3]);
    let error = world.deploy("one", canary(10, &[])).await.unwrap_err();
    assert!(error.message.starts_with("Cannot update in-progress endpoint"), "{}", error.message);

    clock.advance(60_000);
    let baking = "Baking for 120 seconds (TerminationWaitInSeconds) with traffic enabled on full capacity of 1 instance(s).";
    world.until_stage("Baking", baking).await;
    assert_eq!(world.shares(20, &BOTH).await, [0, 20]);
    clock.advance(120_000);
    let found = world.settled("e").await;
    assert_eq!(
        (found.endpoint_status.as_str(), found.endpoint_config_name.as_deref()),
        ("InService", Some("two"))
    );
    assert!(found.pending_deployment_summary.is_none());
    assert!(found.last_deployment_config.is_some());
    world.until(async || world.alive() == 1).await;

    let events = world.events().await;
    let stages: Vec<_> = events
        .iter()
        .filter(|(kind, _)| kind == "SageMaker Endpoint Deployment State Change")
        .map(|(_, detail)| {
            let status =
                &detail["PendingDeploymentSummary"]["ProductionVariants"][0]["VariantStatus"][0]["Status"];
            status.as_str().unwrap_or("").to_owned()
        })
        .collect();
    assert_eq!(stages, ["Creating", "Baking", "ActivatingTraffic", "Baking", ""]);
}

#[tokio::test(flavor = "multi_thread")]
async fn linear_steps_are_exact() {
    let (world, clock) = timed().await;
    world.create("e", "one").await.unwrap();
    world.settled("e").await;
    let linear = json!({ "BlueGreenUpdatePolicy": { "TrafficRoutingConfiguration": {
        "Type": "LINEAR", "WaitIntervalInSeconds": 30,
        "LinearStepSize": { "Type": "CAPACITY_PERCENT", "Value": 25 } } } });
    world.deploy("two", linear).await.unwrap();
    for green in [5, 10, 15] {
        world.until(async || world.stage().await.0 == "Baking").await;
        assert_eq!(world.shares(20, &BOTH).await, [20 - green, green]);
        clock.advance(30_000);
        world.until(async || world.shares(20, &BOTH).await != [20 - green, green]).await;
    }
    assert_eq!(world.settled("e").await.endpoint_config_name.as_deref(), Some("two"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rolling_update_replaces_batch_by_batch() {
    let (world, clock) = timed().await;
    world.config("one4", vec![variant("a", "one", 4, 1.0)]).await;
    world.config("two4", vec![variant("a", "two", 4, 1.0)]).await;
    world.create("e", "one4").await.unwrap();
    world.settled("e").await;
    let rolling = json!({ "RollingUpdatePolicy": { "WaitIntervalInSeconds": 30,
        "MaximumBatchSize": { "Type": "INSTANCE_COUNT", "Value": 1 } } });
    let load = Load::start(&world, "e", 4, |answer| BOTH.contains(&answer));
    world.deploy("two4", rolling).await.unwrap();
    for step in 1..=4 {
        let size = if step < 4 { "partial" } else { "full" };
        let baking = format!(
            "Baking for 30 seconds (WaitIntervalInSeconds) with traffic enabled on {size} capacity of {step} instance(s)."
        );
        world.until_stage("Baking", &baking).await;
        // One batch more than there were, never two fleets.
        world.until(async || world.alive() == 5).await;
        let live = &world.described("e").await.production_variants.unwrap()[0];
        assert_eq!(live.current_instance_count, Some(5 - step));
        clock.advance(30_000);
    }
    world.settled("e").await;
    load.more(10).await;
    load.end().await;
    world.until(async || world.alive() == 4).await;
    assert_eq!(world.shares(8, &BOTH).await, [0, 8]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_that_takes_too_long_goes_back() {
    let (world, clock) = timed().await;
    world.config("slow", vec![variant("AllTraffic", "slow", 1, 1.0)]).await;
    world.create("e", "one").await.unwrap();
    world.settled("e").await;
    world.tasks.hold(true);
    world.deploy("slow", canary(10, &[])).await.unwrap();
    world.until(async || world.tasks.running.lock().unwrap().len() == 2).await;
    assert_eq!(world.stage().await, ("Creating".to_owned(), "Launching 1 instance(s).".to_owned()));
    clock.advance(600_000);
    let found = world.settled("e").await;
    assert_eq!(
        (found.endpoint_status.as_str(), found.endpoint_config_name.as_deref()),
        ("InService", Some("one"))
    );
    assert!(found.failure_reason.unwrap().contains("MaximumExecutionTimeoutInSeconds (600)"));
    world.until(async || world.alive() == 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_in_the_middle_goes_on_where_it_was() {
    let (world, clock) = timed().await;
    world.create("e", "one").await.unwrap();
    world.settled("e").await;
    world.deploy("two", canary(20, &[])).await.unwrap();
    world.until(async || world.stage().await.0 == "Baking").await;
    clock.advance(30_000);
    let world = Arc::new(Arc::into_inner(world).unwrap().restart().await);
    // The share is what it was, and so is the end of the wait.
    assert_eq!(world.shares(20, &BOTH).await, [16, 4]);
    assert_eq!(world.stage().await.0, "Baking");
    clock.advance(29_000);
    assert_eq!(world.shares(10, &BOTH).await, [8, 2]);
    clock.advance(1_000);
    world.until(async || world.stage().await.1.contains("full capacity")).await;
    // A wait that was over while nothing ran is over at the start.
    world.platform.shutdown.request();
    let world = Arc::into_inner(world).unwrap();
    clock.advance(120_000);
    let world = world.restart().await;
    let found = world.settled("e").await;
    assert_eq!(
        (found.endpoint_status.as_str(), found.endpoint_config_name.as_deref()),
        ("InService", Some("two"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rolling_rollback_that_fails_leaves_a_mix_that_serves() {
    let (world, clock) = timed().await;
    world.config("one2", vec![variant("a", "one", 2, 1.0)]).await;
    world.config("two2", vec![variant("a", "two", 2, 1.0)]).await;
    world.create("e", "one2").await.unwrap();
    world.settled("e").await;
    let rolling = json!({ "RollingUpdatePolicy": { "WaitIntervalInSeconds": 3000,
        "MaximumExecutionTimeoutInSeconds": 4000,
        "MaximumBatchSize": { "Type": "INSTANCE_COUNT", "Value": 1 } } });
    world.deploy("two2", rolling).await.unwrap();
    world.until(async || world.stage().await.0 == "Baking").await;
    clock.advance(3_000_000);
    world.until(async || world.stage().await.1.contains("full capacity")).await;
    // The limit passes, and the old instance that is needed again does not start.
    world.until(async || world.alive() == 3).await;
    world.tasks.break_next();
    clock.advance(1_000_000);
    let found = world.settled("e").await;
    assert_eq!(found.endpoint_status, "UpdateRollbackFailed");
    assert!(found.failure_reason.unwrap().contains("exit code 1"));
    world.shares(10, &BOTH).await;
    // Another update brings it out.
    world.update("e", "one2").await.unwrap();
    let found = world.settled("e").await;
    assert_eq!(
        (found.endpoint_status.as_str(), found.endpoint_config_name.as_deref()),
        ("InService", Some("one2"))
    );
    assert_eq!(world.shares(10, &BOTH).await, [10, 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_to_be_retained_is_retained() {
    let (world, _) = timed().await;
    world.config("three", vec![variant("AllTraffic", "one", 3, 5.0)]).await;
    world.create("e", "three").await.unwrap();
    world.settled("e").await;
    let update = async |exclude: &[&str], retain_config: bool| {
        let input = UpdateEndpointInput {
            endpoint_name: "e".to_owned(),
            endpoint_config_name: "two".to_owned(),
            retain_all_variant_properties: Some(true),
            exclude_retained_variant_properties: Some(
                exclude
                    .iter()
                    .map(|kind| VariantProperty { variant_property_type: (*kind).to_owned() })
                    .collect(),
            ),
            retain_deployment_config: Some(retain_config),
            ..UpdateEndpointInput::default()
        };
        world.call(ops::UpdateEndpoint, input).await.unwrap();
        let found = world.settled("e").await;
        let variant = &found.production_variants.unwrap()[0];
        (variant.current_instance_count, variant.current_weight, found.last_deployment_config.is_some())
    };
    assert_eq!(update(&["DesiredWeight"], false).await, (Some(3), Some(1.0), false));
    let how = json!({ "BlueGreenUpdatePolicy": { "TrafficRoutingConfiguration": {
        "Type": "ALL_AT_ONCE", "WaitIntervalInSeconds": 0 } } });
    world.deploy("three", how).await.unwrap();
    world.settled("e").await;
    assert_eq!(update(&[], true).await, (Some(3), Some(5.0), true));
    assert_eq!(update(&["DesiredInstanceCount", "DesiredWeight"], false).await, (Some(1), Some(1.0), false));
}
