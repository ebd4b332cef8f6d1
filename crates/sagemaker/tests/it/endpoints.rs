//! Endpoints from creation to deletion.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use lirio_api::sagemaker::{
    CreateEndpointConfigInput, DeleteEndpointConfigInput, DeleteEndpointInput, DeleteModelInput,
    DescribeEndpointInput, ListTagsInput, ProductionVariantServerlessConfig, ops,
};
use lirio_api::sagemaker_runtime::{InvokeEndpointInput, ops as runtime_ops};
use lirio_api::{AwsError, Value};

use crate::serving::{variant, world};

#[tokio::test(flavor = "multi_thread")]
async fn an_endpoint_serves_and_goes() {
    let world = world().await;
    world.create("Iris", "one").await.unwrap();
    let found = world.settled("iris").await;
    assert_eq!(found.endpoint_status, "InService");
    assert_eq!(found.endpoint_arn, "arn:aws:sagemaker:eu-west-1:000000000000:endpoint/iris");
    assert_eq!(found.endpoint_config_name.as_deref(), Some("one"));
    let variants = found.production_variants.unwrap();
    assert_eq!(variants[0].current_instance_count, Some(1));
    assert_eq!(variants[0].deployed_images.as_ref().unwrap()[0].resolved_image.as_deref(), Some("serve"));

    let (text, output) = world.invoke("Iris", "1,2").await.unwrap();
    assert_eq!(text, "serve:one:1,2");
    assert_eq!(output.content_type.as_deref(), Some("text/csv"));
    assert_eq!(output.invoked_production_variant.as_deref(), Some("AllTraffic"));
    assert_eq!(output.custom_attributes.as_deref(), Some("seen"));

    // What it serves is its own copy.
    let config = DeleteEndpointConfigInput { endpoint_config_name: "one".to_owned() };
    world.call(ops::DeleteEndpointConfig, config).await.unwrap();
    world.call(ops::DeleteModel, DeleteModelInput { model_name: "one".to_owned() }).await.unwrap();
    assert_eq!(world.answer("Iris").await, "serve:one:x");
    let tags = ListTagsInput { resource_arn: found.endpoint_arn, ..ListTagsInput::default() };
    assert_eq!(world.call(ops::ListTags, tags).await.unwrap().tags.unwrap().len(), 1);

    let input = || DeleteEndpointInput { endpoint_name: "Iris".to_owned() };
    world.call(ops::DeleteEndpoint, input()).await.unwrap();
    let gone = "Could not find endpoint \"arn:aws:sagemaker:eu-west-1:000000000000:endpoint/iris\".";
    world
        .until(async || {
            let input = DescribeEndpointInput { endpoint_name: "Iris".to_owned() };
            world.call(ops::DescribeEndpoint, input).await.is_err_and(|error| error.message == gone)
        })
        .await;
    let error = world.invoke("Iris", "x").await.unwrap_err();
    assert_eq!(error.code, "ValidationError");
    assert_eq!(error.message, "Endpoint Iris of account 000000000000 not found.");
    let statuses: Vec<_> =
        world.events().await.into_iter().map(|(_, detail)| detail["EndpointStatus"].clone()).collect();
    assert_eq!(statuses, ["CREATING", "IN_SERVICE", "DELETING"]);
    // Containers and scratch files end too.
    let folder = world.platform.data_dir.join("sagemaker/endpoints");
    world.until(async || std::fs::read_dir(&folder).unwrap().count() == 0).await;

    // The name is free again.
    world.create("iris", "two").await.unwrap();
    assert_eq!(world.settled("iris").await.endpoint_status, "InService");
    assert_eq!(world.answer("iris").await, "serve:two:x");
}

#[tokio::test(flavor = "multi_thread")]
async fn missing_and_doubled_things_in_awss_words() {
    let world = world().await;
    world.create("e", "one").await.unwrap();
    let arn = "arn:aws:sagemaker:eu-west-1:000000000000";
    let check = |result: Result<(), AwsError>, expected: &str| {
        let error = result.unwrap_err();
        assert_eq!(error.code, "ValidationException");
        assert_eq!(error.message, expected);
    };
    check(
        world.create("E", "one").await,
        &format!("Cannot create already existing endpoint \"{arn}:endpoint/e\"."),
    );
    check(
        world.create("f", "None").await,
        &format!("Could not find endpoint configuration \"{arn}:endpoint-config/none\"."),
    );
    check(world.update("f", "one").await, &format!("Could not find endpoint \"{arn}:endpoint/f\"."));
    world.settled("e").await;
    check(
        world.update("e", "none").await,
        &format!("Could not find endpoint configuration \"{arn}:endpoint-config/none\"."),
    );
    let model = DeleteModelInput { model_name: "none".to_owned() };
    check(
        world.call(ops::DeleteModel, model).await.map(drop),
        &format!("Could not find model \"{arn}:model/none\"."),
    );
    let mut serverless = variant("v", "one", 1, 1.0);
    serverless.serverless_config = Some(ProductionVariantServerlessConfig {
        memory_size_in_mb: 1024,
        max_concurrency: 1,
        provisioned_concurrency: None,
    });
    let input = CreateEndpointConfigInput {
        endpoint_config_name: "s".to_owned(),
        production_variants: vec![serverless],
        ..CreateEndpointConfigInput::default()
    };
    check(
        world.call(ops::CreateEndpointConfig, input).await.map(drop),
        "lirio does not serve serverless inference (ServerlessConfig).",
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn no_request_fails_during_an_update() {
    let world = world().await;
    world.create("e", "one").await.unwrap();
    world.settled("e").await;
    let (done, count) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let clients: Vec<_> = (0..8)
        .map(|_| {
            let (world, done, count) = (world.clone(), done.clone(), count.clone());
            tokio::spawn(async move {
                let mut seen_two = false;
                while !done.load(Ordering::SeqCst) {
                    let answer = world.answer("e").await;
                    assert!(answer == "serve:two:x" || (!seen_two && answer == "serve:one:x"), "{answer}");
                    seen_two |= answer == "serve:two:x";
                    count.fetch_add(1, Ordering::SeqCst);
                }
            })
        })
        .collect();
    let so_far = |at_least: usize| {
        let count = count.clone();
        let target = count.load(Ordering::SeqCst) + at_least;
        async move {
            while count.load(Ordering::SeqCst) < target {
                tokio::task::yield_now().await;
            }
        }
    };
    so_far(20).await;
    world.update("e", "two").await.unwrap();
    let error = world.update("e", "one").await.unwrap_err();
    assert!(error.message.starts_with("Cannot update in-progress endpoint"), "{}", error.message);
    let found = world.settled("e").await;
    assert_eq!(found.endpoint_config_name.as_deref(), Some("two"));
    assert_eq!(world.answer("e").await, "serve:two:x");
    so_far(20).await;
    done.store(true, Ordering::SeqCst);
    for client in clients {
        client.await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_update_keeps_the_old_and_a_failed_create_fails() {
    let world = world().await;
    world.create("e", "one").await.unwrap();
    world.settled("e").await;
    world.update("e", "bad").await.unwrap();
    let found = world.settled("e").await;
    assert_eq!(found.endpoint_status, "InService");
    assert_eq!(found.endpoint_config_name.as_deref(), Some("one"));
    let reason = found.failure_reason.unwrap();
    assert!(reason.contains("did not pass the ping health check"), "{reason}");
    assert!(reason.contains("exit code 1"), "{reason}");
    assert_eq!(world.answer("e").await, "serve:one:x");

    world.create("f", "bad").await.unwrap();
    let found = world.settled("f").await;
    assert_eq!(found.endpoint_status, "Failed");
    assert_eq!(found.endpoint_config_name.as_deref(), Some("bad"));
    world.invoke("f", "x").await.unwrap_err();
    assert!(reason.contains("Its last lines: no such file: weights.bin"), "{reason}");
    // A damaged archive is named.
    world.elsewhere.put("two.tar.gz", "no archive");
    world.update("e", "two").await.unwrap();
    let reason = world.settled("e").await.failure_reason.unwrap();
    assert!(reason.contains("s3://data/two.tar.gz") && reason.contains("gzip-compressed"), "{reason}");
}

#[tokio::test(flavor = "multi_thread")]
async fn crashed_containers_come_back_and_peers_take_over() {
    let world = world().await;
    world.config("pair", vec![variant("AllTraffic", "one", 2, 1.0)]).await;
    world.create("e", "pair").await.unwrap();
    world.settled("e").await;
    let tasks = world.tasks.running.lock().unwrap().clone();
    assert_eq!(tasks.len(), 2);
    assert_eq!(tasks[0].image, "serve");
    tasks[0].crash();
    for _ in 0..10 {
        assert_eq!(world.answer("e").await, "serve:one:x");
    }
    tasks[1].crash();
    // All are gone: the request waits for the first that is back.
    assert_eq!(world.answer("e").await, "serve:one:x");
    world.until(async || world.tasks.running.lock().unwrap().len() == 4).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn endpoints_come_back_with_the_platform() {
    let world = world().await;
    world.create("e", "one").await.unwrap();
    world.settled("e").await;
    let world = Arc::into_inner(world).unwrap().restart().await;
    // At once: the request waits for the fleet.
    assert_eq!(world.answer("e").await, "serve:one:x");
    let input = DescribeEndpointInput { endpoint_name: "e".to_owned() };
    assert_eq!(world.call(ops::DescribeEndpoint, input).await.unwrap().endpoint_status, "InService");
    assert_eq!(world.tasks.running.lock().unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_of_the_container_are_model_errors() {
    let world = world().await;
    world.create("e", "one").await.unwrap();
    world.settled("e").await;
    let check = async |body: &str, status: i64, message: &str, start: &str| {
        let error = world.invoke("e", body).await.unwrap_err();
        assert_eq!((error.code.as_ref(), error.status), ("ModelError", 424));
        assert!(error.message.starts_with(start), "{}", error.message);
        assert!(
            matches!(error.members.get("OriginalStatusCode"), Some(Value::Int(found)) if *found == status)
        );
        assert_eq!(error.members.get("OriginalMessage").and_then(Value::as_str), Some(message));
    };
    check(
        "bad",
        400,
        "row 1 is no number",
        "Received client error (400) from primary with message \"row 1 is no number\". See https://eu-west-1.console",
    )
    .await;
    check("fault", 500, "it broke", "Received server error (500) from primary with message \"it broke\"")
        .await;
    let error = world
        .call(
            runtime_ops::InvokeEndpoint,
            InvokeEndpointInput {
                endpoint_name: "e".to_owned(),
                target_model: Some("m".to_owned()),
                ..InvokeEndpointInput::default()
            },
        )
        .await
        .unwrap_err();
    assert!(error.message.contains("TargetModel"), "{}", error.message);
}

#[tokio::test(flavor = "multi_thread")]
async fn variants_share_by_weight_and_can_be_named() {
    let world = world().await;
    world.config("ab", vec![variant("a", "one", 1, 3.0), variant("b", "two", 1, 1.0)]).await;
    world.create("e", "ab").await.unwrap();
    world.settled("e").await;
    let mut counts = [0usize; 2];
    for _ in 0..40 {
        counts[usize::from(world.answer("e").await == "serve:two:x")] += 1;
    }
    assert!(counts[0].abs_diff(30) <= 2, "{counts:?}");
    let input = InvokeEndpointInput {
        endpoint_name: "e".to_owned(),
        target_variant: Some("b".to_owned()),
        ..InvokeEndpointInput::default()
    };
    let output = world.call(runtime_ops::InvokeEndpoint, input).await.unwrap();
    assert_eq!(output.invoked_production_variant.as_deref(), Some("b"));
}
