//! What a serving container has time for, and how much it may take.
//!
//! The times of AWS are the default of [`Limits`], which a test of its own compares with the Developer Guide; here they
//! are shortened where nobody would wait for them.

use std::time::{Duration, Instant};

use futures_util::StreamExt as _;
use lirio_api::sagemaker_runtime::{
    InvokeEndpointWithResponseStreamInput, InvokeEndpointWithResponseStreamOutput, ops as runtime_ops,
};
use lirio_api::{AwsError, Body, BodyError};
use lirio_sagemaker::{Limits, Settings};

use crate::serving::{answer, container, delete, endpoint, endpoint_of, in_service, invoke, lines};
use crate::world::{World, large};
use crate::{Check, narrow_world, nothing_runs, until, world, world_of};

pub(crate) const CHECKS: &[Check] = &[
    ("serve: bodies up to 25 MB", || Box::pin(bodies())),
    ("serve: /ping is asked until it answers 200, 2 seconds each time", || Box::pin(slow_to_start())),
    ("serve: a container that ends before /ping answers fails the endpoint", || Box::pin(never_starts())),
    ("serve: a container that is not healthy in time fails the endpoint", || Box::pin(never_healthy())),
    ("serve: ContainerStartupHealthCheckTimeoutInSeconds gives more time", || Box::pin(late())),
    ("serve: a container that is not healthy any more is replaced", || Box::pin(unhealthy())),
    ("serve: a connection is accepted within 250 ms", || Box::pin(deaf())),
    ("serve: an answer within 60 seconds", || Box::pin(unanswered())),
    ("serve: an answer in pieces", || Box::pin(streamed())),
    ("serve: a streamed answer within 8 minutes", || Box::pin(stalled())),
    ("serve: memory beyond the instance's ends the container, and another takes its place", || {
        Box::pin(memory())
    }),
    ("serve: SIGKILL comes 30 seconds after SIGTERM", || Box::pin(killed())),
];

/// A platform with other limits than AWS's.
async fn limited(change: impl FnOnce(&mut Limits)) -> World {
    let mut settings: Settings = large();
    change(&mut settings.limits);
    world_of(settings).await
}

async fn slow_to_start() {
    let world = world().await;
    let begin = Instant::now();
    // Three times 503, then an attempt that would hang for ever, then 200.
    in_service(&world, container(&world, "plain", "slow")).await;
    assert!(begin.elapsed() >= Limits::default().ping, "the fourth attempt was given its time");
    // It is asked again every few seconds, as long as it serves.
    let pings: u32 = answer(&world, "pings").await.parse().unwrap();
    assert!(pings >= 5, "{pings}");
}

async fn never_starts() {
    let world = world().await;
    let found = endpoint(&world, container(&world, "plain", "die")).await;
    assert_eq!(found.endpoint_status, "Failed");
    let reason = found.failure_reason.unwrap_or_default();
    assert!(
        reason.contains("did not pass the ping health check") && reason.contains("exit code 4"),
        "{reason}"
    );
    assert!(lines(&world).contains(&"no model".to_owned()));
}

async fn never_healthy() {
    let world = limited(|limits| limits.startup = Duration::from_millis(700)).await;
    let begin = Instant::now();
    let found = endpoint(&world, container(&world, "plain", "never")).await;
    assert!(begin.elapsed() >= Duration::from_millis(700), "it had {:?}", begin.elapsed());
    assert_eq!(found.endpoint_status, "Failed");
    let reason = found.failure_reason.unwrap_or_default();
    assert!(
        reason.starts_with(
            "The primary container for production variant AllTraffic did not pass the ping health check. \
             Please check CloudWatch logs for this endpoint."
        ) && reason.contains("no success on /ping in 700ms: it answers 503"),
        "{reason}"
    );
    nothing_runs(&world).await;
}

async fn late() {
    // It needs longer than anybody has who does not ask for more.
    let world = limited(|limits| limits.startup = Duration::from_millis(100)).await;
    let found = endpoint_of(&world, container(&world, "plain", "late"), |variant| {
        variant.container_startup_health_check_timeout_in_seconds = Some(60);
    });
    let found = found.await;
    assert_eq!(found.endpoint_status, "InService", "{:?}", found.failure_reason);
    for seconds in [59, 3601] {
        let error = crate::serving::config(&world, "out-of-range", |variant| {
            variant.container_startup_health_check_timeout_in_seconds = Some(seconds);
        });
        let error = error.await.unwrap_err();
        let name = "containerStartupHealthCheckTimeoutInSeconds";
        assert!(error.message.contains(name), "{seconds}: {}", error.message);
    }
}

async fn unhealthy() {
    let world = limited(|limits| limits.ping_period = Duration::from_millis(50)).await;
    in_service(&world, container(&world, "plain", "")).await;
    let started = || lines(&world).iter().filter(|line| *line == "ready").count();
    until(async || started() == 1).await;
    answer(&world, "sicken").await;
    // It is asked to end like one that goes with an update, and the next one is well.
    until(async || lines(&world).contains(&"asked to end".to_owned())).await;
    until(async || started() == 2).await;
    assert_eq!(answer(&world, "again").await, "5");
}

async fn deaf() {
    let world = world().await;
    in_service(&world, container(&world, "plain", "")).await;
    assert_eq!(answer(&world, "deaf").await, "nobody listens");
    let begin = Instant::now();
    let error = invoke(&world, "x", |_| {}).await.unwrap_err();
    assert_eq!(error.code, "ModelError");
    assert!(error.message.contains("did not accept the connection within 250 ms"), "{}", error.message);
    assert!(begin.elapsed() >= Limits::default().accept);
}

/// AWS's words for an answer that does not come.
const TIMED_OUT: &str = "Received server error (0) from primary with message \"Your invocation timed out while waiting \
    for a response from container primary. Review the latency metrics for each container in Amazon CloudWatch, resolve \
    the issue, and try again.\"";

fn timed_out(error: &AwsError) {
    assert_eq!((&*error.code, error.status), ("ModelError", 424), "{error:?}");
    assert!(error.message.starts_with(TIMED_OUT), "{}", error.message);
}

async fn unanswered() {
    let world = limited(|limits| limits.answer = Duration::from_millis(400)).await;
    in_service(&world, container(&world, "plain", "")).await;
    let begin = Instant::now();
    timed_out(&invoke(&world, "sleep", |_| {}).await.unwrap_err());
    assert!(begin.elapsed() >= Duration::from_millis(400));
    // A stream whose head does not come is no other case.
    timed_out(&stream(&world, "sleep").await.unwrap_err());
    assert_eq!(answer(&world, "well").await, "4");
}

async fn stream(world: &World, words: &str) -> Result<InvokeEndpointWithResponseStreamOutput, AwsError> {
    let input = InvokeEndpointWithResponseStreamInput {
        endpoint_name: "e".to_owned(),
        body: Body::from_bytes(words.to_owned().into_bytes()),
        ..InvokeEndpointWithResponseStreamInput::default()
    };
    world.call(runtime_ops::InvokeEndpointWithResponseStream, input).await
}

async fn streamed() {
    let world = world().await;
    in_service(&world, container(&world, "plain", "")).await;
    let output = stream(&world, "stream").await.unwrap();
    assert_eq!(output.content_type.as_deref(), Some("text/plain"));
    assert_eq!(output.invoked_production_variant.as_deref(), Some("AllTraffic"));
    let mut pieces = output.body.into_stream();
    assert_eq!(pieces.next().await.unwrap().unwrap(), "one ");
    // Only now does the container make the second.
    assert_eq!(answer(&world, "seen").await, "true");
    assert_eq!(pieces.next().await.unwrap().unwrap(), "two");
    assert!(pieces.next().await.is_none());
}

async fn stalled() {
    let world = limited(|limits| {
        limits.answer = Duration::from_millis(200);
        limits.stream = Duration::from_millis(600);
    });
    let world = world.await;
    in_service(&world, container(&world, "plain", "")).await;
    let begin = Instant::now();
    let mut pieces = stream(&world, "stall").await.unwrap().body.into_stream();
    assert_eq!(pieces.next().await.unwrap().unwrap(), "one ");
    let broken = pieces.next().await.unwrap();
    assert!(begin.elapsed() >= Duration::from_millis(600), "longer than an answer that is not streamed");
    let Err(BodyError::Exception(error)) = broken else { panic!("{broken:?}") };
    assert_eq!(error.code, "ModelStreamError");
    let code = error.members.get("ErrorCode");
    assert!(
        matches!(code, Some(lirio_api::Value::Str(code)) if code == "ModelInvocationTimeExceeded"),
        "{code:?}"
    );
}

async fn bodies() {
    const MOST: usize = 25 * 1024 * 1024;
    let world = world().await;
    in_service(&world, container(&world, "plain", "")).await;
    assert_eq!(answer(&world, &"x".repeat(MOST)).await, MOST.to_string());
    let error = invoke(&world, &"x".repeat(MOST + 1), |_| {}).await.unwrap_err();
    assert_eq!(error.status, 413, "{error:?}");
    // The same limit holds for answers.
    let error = invoke(&world, "long", |_| {}).await.unwrap_err();
    assert!(error.code == "ModelError" && error.message.contains("longer than"), "{error:?}");
    // 6 MB, as it was on AWS until 2025, is a setting.
    let world = limited(|limits| limits.body = 6 << 20).await;
    in_service(&world, container(&world, "plain", "")).await;
    assert_eq!(answer(&world, &"x".repeat(6 << 20)).await, (6 << 20).to_string());
    assert_eq!(invoke(&world, &"x".repeat((6 << 20) + 1), |_| {}).await.unwrap_err().status, 413);
}

async fn memory() {
    let world = narrow_world().await;
    in_service(&world, container(&world, "plain", "")).await;
    let error = invoke(&world, "memory", |_| {}).await.unwrap_err();
    assert_eq!(error.code, "ModelError");
    // Until another container is there, requests wait for it.
    until(async || invoke(&world, "again", |_| {}).await.is_ok()).await;
    assert_eq!(answer(&world, "again").await, "5");
}

async fn killed() {
    let world = limited(|limits| limits.serving_grace = Duration::from_millis(1500)).await;
    in_service(&world, container(&world, "plain", "stubborn")).await;
    let begin = Instant::now();
    delete(&world).await;
    nothing_runs(&world).await;
    assert!(begin.elapsed() >= Duration::from_millis(1500), "it had {:?}", begin.elapsed());
}
