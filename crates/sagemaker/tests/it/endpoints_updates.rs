//! Updates in steps, and back.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use lirio_api::AwsError;
use lirio_api::sagemaker::{
    DeleteEndpointInput, DeploymentConfig, DescribeEndpointInput, UpdateEndpointInput, VariantProperty, ops,
};
use lirio_service::topics::{ALARM_STATES, AlarmState};
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

    /// Whether the last step is watched.
    async fn bakes_in_full(&self) -> bool {
        let (status, message) = self.stage().await;
        status == "Baking" && message.contains("full capacity")
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
    world.until(async || world.bakes_in_full().await).await;
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
    world.until(async || world.bakes_in_full().await).await;
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

impl World {
    /// An alarm goes to a state, as CloudWatch tells it.
    async fn alarm(&self, name: &str, state: &str) {
        self.elsewhere.alarms.lock().unwrap().insert(name.to_owned(), state.to_owned());
        let alarm = AlarmState {
            scope: self.platform.scope.clone(),
            name: name.to_owned(),
            arn: self.platform.scope.arn("cloudwatch", &format!("alarm:{name}")),
            state: state.to_owned(),
            at: self.platform.now(),
        };
        let commit = self.platform.store.commit(move |txn| txn.enqueue(ALARM_STATES, &alarm).map(drop));
        commit.await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_takes_an_update_back() {
    let (world, clock) = timed().await;
    world.create("e", "one").await.unwrap();
    world.settled("e").await;
    world.alarm("errors", "OK").await;
    world.alarm("others", "ALARM").await;
    let load = Load::start(&world, "e", 4, |answer| BOTH.contains(&answer));
    world.deploy("two", canary(10, &["errors"])).await.unwrap();
    world.until(async || world.stage().await.0 == "Baking").await;
    load.more(20).await;
    // What is no alarm of this update, or no alarm, changes nothing.
    world.alarm("others", "ALARM").await;
    world.alarm("errors", "INSUFFICIENT_DATA").await;
    clock.advance(60_000);
    world.until(async || world.bakes_in_full().await).await;
    load.more(20).await;
    world.alarm("errors", "ALARM").await;
    let found = world.settled("e").await;
    assert_eq!(
        (found.endpoint_status.as_str(), found.endpoint_config_name.as_deref()),
        ("InService", Some("one"))
    );
    assert!(found.failure_reason.unwrap().contains("alarm errors is in the state ALARM"));
    assert!(found.pending_deployment_summary.is_none());
    load.more(20).await;
    load.end().await;
    assert_eq!(world.shares(10, &BOTH).await, [10, 0]);
    world.until(async || world.alive() == 1).await;
    let statuses: Vec<_> = world
        .events()
        .await
        .into_iter()
        .filter(|(kind, _)| kind == "SageMaker Endpoint State Change")
        .map(|(_, detail)| detail["EndpointStatus"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(statuses, ["CREATING", "IN_SERVICE", "UPDATING", "ROLLING_BACK", "IN_SERVICE"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn alarms_that_ring_already_or_do_not_exist_stop_the_first_step() {
    let (world, _) = timed().await;
    world.create("e", "one").await.unwrap();
    world.settled("e").await;
    world.alarm("errors", "ALARM").await;
    for (alarm, expected) in [("errors", "is in the state ALARM"), ("missing", "does not exist")] {
        world.deploy("two", canary(10, &[alarm])).await.unwrap();
        let found = world.settled("e").await;
        assert_eq!(
            (found.endpoint_status.as_str(), found.endpoint_config_name.as_deref()),
            ("InService", Some("one"))
        );
        let reason = found.failure_reason.unwrap();
        assert!(reason.contains(expected), "{reason}");
    }
    assert_eq!(world.shares(10, &BOTH).await, [10, 0]);
}

/// The promise of all this: constant load through ten updates, a rollback, a scale-in and a killed container,
/// and not one request fails; each answer comes from a version that was meant to serve then.
#[tokio::test(flavor = "multi_thread")]
async fn not_one_request_fails() {
    let (world, clock) = timed().await;
    for (config, model) in [("one2", "one"), ("two2", "two")] {
        world.config(config, vec![variant("AllTraffic", model, 2, 1.0)]).await;
    }
    world.create("e", "one2").await.unwrap();
    world.settled("e").await;
    world.alarm("errors", "OK").await;
    // Which versions may answer: bit 0 for `one`, bit 1 for `two`.
    let allowed = Arc::new(AtomicUsize::new(1));
    let may = allowed.clone();
    let load = Load::start(&world, "e", 8, move |answer| {
        let may = may.load(Ordering::SeqCst);
        (answer == BOTH[0] && may & 1 > 0) || (answer == BOTH[1] && may & 2 > 0)
    });
    let settle = async |to: usize| {
        world.settled("e").await;
        // Requests that were inside at the switch may still come from the old version.
        load.each().await;
        allowed.store(to, Ordering::SeqCst);
        load.more(20).await;
    };
    for round in 0..10 {
        let to = 2 - round % 2;
        allowed.store(3, Ordering::SeqCst);
        let config = ["one2", "two2"][to - 1];
        match round % 3 {
            0 => world.update("e", config).await.unwrap(),
            1 => {
                world.deploy(config, canary(20, &["errors"])).await.unwrap();
                for _ in 0..2 {
                    world.until(async || world.stage().await.0 == "Baking").await;
                    let before = world.stage().await;
                    clock.advance(120_000);
                    world.until(async || world.stage().await != before).await;
                }
            }
            _ => {
                let batch = json!({ "Type": "INSTANCE_COUNT", "Value": 1 });
                let policy = json!({ "WaitIntervalInSeconds": 0, "MaximumBatchSize": batch });
                world.deploy(config, json!({ "RollingUpdatePolicy": policy })).await.unwrap();
            }
        }
        settle(to).await;
    }
    // Version `one` serves.  An update is taken back.
    allowed.store(3, Ordering::SeqCst);
    world.deploy("two2", canary(50, &["errors"])).await.unwrap();
    world.until(async || world.stage().await.0 == "Baking").await;
    load.more(20).await;
    world.alarm("errors", "ALARM").await;
    settle(1).await;
    // A container is killed that has a healthy peer.
    let victim = world.tasks.running.lock().unwrap().iter().find(|task| task.is_alive()).cloned().unwrap();
    victim.crash();
    load.more(200).await;
    world.until(async || world.alive() == 2).await;
    world.capacities(&[("AllTraffic", None, Some(1))]).await.unwrap();
    settle(1).await;
    assert!(load.end().await > 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_come_up_can_be_deleted_at_once() {
    let (world, _) = timed().await;
    world.config("slow", vec![variant("AllTraffic", "slow", 1, 1.0)]).await;
    world.tasks.hold(true);
    let delete = async || {
        let input = DeleteEndpointInput { endpoint_name: "e".to_owned() };
        world.call(ops::DeleteEndpoint, input).await.unwrap();
        world
            .until(async || {
                let input = DescribeEndpointInput { endpoint_name: "e".to_owned() };
                world.call(ops::DescribeEndpoint, input).await.is_err()
            })
            .await;
        world.until(async || world.alive() == 0).await;
    };
    world.create("e", "slow").await.unwrap();
    world.until(async || world.alive() == 1).await;
    assert_eq!(world.described("e").await.endpoint_status, "Creating");
    delete().await;
    world.create("e", "one").await.unwrap();
    world.settled("e").await;
    world.update("e", "slow").await.unwrap();
    world.until(async || world.alive() == 2).await;
    assert_eq!(world.described("e").await.endpoint_status, "Updating");
    delete().await;
}
