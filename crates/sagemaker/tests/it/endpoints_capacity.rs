//! Variants, weights, instances.

use lirio_api::AwsError;
use lirio_api::sagemaker::{
    DescribeEndpointInput, DescribeEndpointOutput, DesiredWeightAndCapacity, ProductionVariantRoutingConfig,
    UpdateEndpointWeightsAndCapacitiesInput, ops,
};

use crate::serving::{Load, variant, world};
use crate::world::World;

impl World {
    pub(crate) async fn capacities(
        &self,
        changes: &[(&str, Option<f64>, Option<i64>)],
    ) -> Result<(), AwsError> {
        let input = UpdateEndpointWeightsAndCapacitiesInput {
            endpoint_name: "e".to_owned(),
            desired_weights_and_capacities: changes
                .iter()
                .map(|(variant, weight, count)| DesiredWeightAndCapacity {
                    variant_name: (*variant).to_owned(),
                    desired_weight: *weight,
                    desired_instance_count: *count,
                    serverless_update_config: None,
                })
                .collect(),
        };
        self.call(ops::UpdateEndpointWeightsAndCapacities, input).await.map(drop)
    }

    /// The endpoint as it is, without waiting.
    pub(crate) async fn described(&self, endpoint: &str) -> DescribeEndpointOutput {
        let input = DescribeEndpointInput { endpoint_name: endpoint.to_owned() };
        let value = self.value(ops::DescribeEndpoint, input, false).await.unwrap();
        lirio_api::Shaped::from_value(value).unwrap()
    }

    /// How many of the next requests each answer gets.
    pub(crate) async fn shares(&self, requests: usize, answers: &[&str]) -> Vec<usize> {
        let mut counts = vec![0; answers.len()];
        for _ in 0..requests {
            let answer = self.answer("e").await;
            let at = answers.iter().position(|expected| answer == *expected).expect(&answer);
            counts[at] += 1;
        }
        counts
    }

    pub(crate) fn alive(&self) -> usize {
        self.tasks.running.lock().unwrap().iter().filter(|task| task.is_alive()).count()
    }
}

const BOTH: [&str; 2] = ["serve:one:x", "serve:two:x"];

#[tokio::test(flavor = "multi_thread")]
async fn weights_and_counts_change_in_place() {
    let world = world().await;
    world.config("ab", vec![variant("a", "one", 1, 3.0), variant("b", "two", 1, 1.0)]).await;
    world.create("e", "ab").await.unwrap();
    world.settled("e").await;
    assert_eq!(world.shares(40, &BOTH).await, [30, 10]);

    world.capacities(&[("a", Some(1.0), None), ("b", Some(9.0), Some(3))]).await.unwrap();
    let found = world.settled("e").await;
    assert_eq!(found.endpoint_status, "InService");
    assert_eq!(found.endpoint_config_name.as_deref(), Some("ab"));
    let variants = found.production_variants.unwrap();
    let numbers: Vec<_> = variants
        .iter()
        .map(|v| (v.current_weight.unwrap(), v.desired_weight.unwrap(), v.current_instance_count.unwrap()))
        .collect();
    assert_eq!(numbers, [(1.0, 1.0, 1), (9.0, 9.0, 3)]);
    assert_eq!(world.shares(50, &BOTH).await, [5, 45]);
    // In place: two containers more, and none anew.
    assert_eq!((world.alive(), world.tasks.running.lock().unwrap().len()), (4, 4));

    // Fewer again, under load: not one request fails, and the containers were asked to end.
    let load = Load::start(&world, "e", 6, |answer| BOTH.contains(&answer));
    load.more(20).await;
    world.capacities(&[("b", Some(0.0), Some(1))]).await.unwrap();
    world.settled("e").await;
    load.more(20).await;
    world.until(async || world.alive() == 2).await;
    load.end().await;
    assert!(world.tasks.running.lock().unwrap()[2..].iter().all(|task| task.ended_with() == Some(0)));
    assert_eq!(world.shares(20, &BOTH).await, [20, 0]);
    let statuses: Vec<_> = world
        .events()
        .await
        .into_iter()
        .map(|(kind, detail)| (kind.replace("SageMaker Endpoint ", ""), detail["EndpointStatus"].clone()))
        .filter(|(_, status)| status != "CREATING")
        .collect();
    let expected = [
        ("State Change", "IN_SERVICE"),
        ("State Change", "UPDATING"),
        ("Deployment State Change", "UPDATING"),
        ("State Change", "IN_SERVICE"),
        ("Deployment State Change", "IN_SERVICE"),
    ];
    assert!(
        statuses.iter().map(|(kind, status)| (kind.as_str(), status.as_str().unwrap())).take(5).eq(expected)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scale_out_shows_what_it_does_and_survives_a_crash() {
    let world = world().await;
    world.config("slow", vec![variant("a", "slow", 1, 1.0)]).await;
    world.tasks.hold(false);
    world.create("e", "slow").await.unwrap();
    world.settled("e").await;
    world.tasks.hold(true);
    world.capacities(&[("a", None, Some(2))]).await.unwrap();
    let found = world.described("e").await;
    assert_eq!(found.endpoint_status, "Updating");
    let a = &found.production_variants.unwrap()[0];
    assert_eq!((a.current_instance_count, a.desired_instance_count), (Some(1), Some(2)));
    let status = &a.variant_status.as_ref().unwrap()[0];
    assert_eq!(status.status, "Updating");
    assert_eq!(status.status_message.as_deref(), Some("Scaling out desired instance count to 2."));
    assert!(world.capacities(&[("a", None, Some(3))]).await.unwrap_err().message.contains("in-progress"));
    // What served goes on, and after a crash the change goes on too.
    assert_eq!(world.answer("e").await, "slow:slow:x");
    let world = std::sync::Arc::into_inner(world).unwrap().restart().await;
    world.tasks.hold(false);
    let found = world.settled("e").await;
    assert_eq!(found.endpoint_status, "InService");
    assert_eq!(found.production_variants.unwrap()[0].current_instance_count, Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn impossible_capacities_are_refused() {
    let world = world().await;
    world.create("e", "one").await.unwrap();
    world.settled("e").await;
    let check = async |changes: &[(&str, Option<f64>, Option<i64>)], expected: &str| {
        let error = world.capacities(changes).await.unwrap_err();
        assert!(error.message.contains(expected), "{}", error.message);
    };
    check(&[("none", None, Some(1))], "no variant none").await;
    check(&[("AllTraffic", Some(0.0), None)], "more than zero").await;
    check(&[("AllTraffic", None, Some(0))], "at least 1").await;
    check(&[("AllTraffic", None, Some(1000))], "at most 64").await;
    assert_eq!(world.described("e").await.endpoint_status, "InService");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scale_out_that_fails_keeps_what_there_was() {
    let world = world().await;
    world.create("e", "one").await.unwrap();
    world.settled("e").await;
    world.tasks.break_next();
    world.capacities(&[("AllTraffic", None, Some(2))]).await.unwrap();
    let found = world.settled("e").await;
    assert_eq!(found.endpoint_status, "InService");
    assert!(found.failure_reason.unwrap().contains("exit code 1"));
    assert_eq!(found.production_variants.unwrap()[0].desired_instance_count, Some(1));
    assert_eq!(world.answer("e").await, BOTH[0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_go_where_the_fewest_are() {
    let world = world().await;
    let mut least = variant("a", "one", 2, 1.0);
    least.routing_config = Some(ProductionVariantRoutingConfig {
        routing_strategy: "LEAST_OUTSTANDING_REQUESTS".to_owned(),
        ..Default::default()
    });
    world.config("least", vec![least]).await;
    let mut random = variant("a", "one", 2, 1.0);
    random.routing_config =
        Some(ProductionVariantRoutingConfig { routing_strategy: "RANDOM".to_owned(), ..Default::default() });
    world.config("random", vec![random]).await;
    let (first, second) = ("least", "random");
    world.create("e", first).await.unwrap();
    world.settled("e").await;
    let tasks = world.tasks.running.lock().unwrap().clone();
    // One instance is busy with a request that does not end: all others go to the other one.
    let busy = tokio::spawn({
        let world = world.clone();
        async move { world.invoke("e", "stay").await.map(|(answer, _)| answer) }
    });
    world.until(async || tasks.iter().any(|task| task.staying() == 1)).await;
    let (before, free) =
        (tasks.iter().map(|task| task.answered()).collect::<Vec<_>>(), usize::from(tasks[0].staying() == 1));
    for _ in 0..20 {
        world.answer("e").await;
    }
    assert_eq!(tasks[free].answered(), before[free] + 20);
    world.tasks.let_go();
    assert_eq!(busy.await.unwrap().unwrap(), "serve:one:stay");

    world.update("e", second).await.unwrap();
    world.settled("e").await;
    for _ in 0..64 {
        world.answer("e").await;
    }
    let tasks = world.tasks.running.lock().unwrap()[2..].to_vec();
    assert!(
        tasks.iter().all(|task| task.answered() >= 16),
        "{:?}",
        tasks.iter().map(|t| t.answered()).collect::<Vec<_>>()
    );
}
