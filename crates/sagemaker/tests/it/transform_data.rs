//! What transform jobs send and store: splits, strategies, filters, compression, manifests, chunks.

use std::io::Write as _;

use lirio_api::sagemaker::{CreateTransformJobRequest, DataProcessing};

use crate::transform::transform;
use crate::world::World;

/// Runs a job on the one object `s3://data/in/a`; its reason, if it failed.
async fn run(
    world: &World,
    name: &str,
    model: &str,
    content: impl Into<bytes::Bytes>,
    change: impl FnOnce(&mut CreateTransformJobRequest),
) -> Result<String, String> {
    world.elsewhere.put("in/a", content);
    let mut request = transform(name, model);
    change(&mut request);
    world.create_transform(request).await;
    let ended = world.transformed(name).await;
    match ended["TransformJobStatus"].as_str() {
        Some("Completed") => Ok(world.out("a.out").unwrap()),
        _ => Err(ended["FailureReason"].as_str().unwrap().to_owned()),
    }
}

/// The bodies that the newest container was sent.
fn sent(world: &World) -> Vec<String> {
    let running = world.tasks.running.lock().unwrap();
    let seen = running.last().unwrap().seen.lock().unwrap();
    seen.iter().map(|one| String::from_utf8_lossy(&one.body).into_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_and_joins() {
    let world = World::new().await;
    world.model("scores", "batch-scores").await;
    world.model("echo", "batch").await;
    let process = |input: &'static str, join: bool, output: &'static str| {
        move |request: &mut CreateTransformJobRequest| {
            request.data_processing = Some(DataProcessing {
                input_filter: Some(input.to_owned()),
                join_source: Some(if join { "Input" } else { "None" }.to_owned()),
                output_filter: Some(output.to_owned()),
            });
        }
    };
    let rows = "id1,1,2\nid2,3,4\n";
    let found = run(&world, "a", "scores", rows, process("$[1:]", true, "$[0,-1]")).await;
    assert_eq!(found.as_deref(), Ok("id1,2\nid2,2\n"));
    assert_eq!(sent(&world), ["1,2\n3,4\n"]);
    let found = run(&world, "b", "scores", rows, |request| {
        process("$", true, "$")(request);
        request.batch_strategy = Some("SingleRecord".to_owned());
    })
    .await;
    assert_eq!(found.as_deref(), Ok("id1,1,2,3\nid2,3,4,3\n"));
    let lines = "{\"id\":1,\"x\":[1,2]}\n{\"id\":2,\"x\":[3]}";
    let of_json = |request: &mut CreateTransformJobRequest| {
        process("$.x", true, "$['id','SageMakerOutput']")(request);
        request.transform_input.content_type = Some("application/jsonlines".to_owned());
        request.transform_output.accept = Some("application/jsonlines".to_owned());
    };
    let found = run(&world, "c", "echo", lines, of_json).await;
    assert_eq!(
        found.as_deref(),
        Ok("{\"id\":1,\"SageMakerOutput\":[1,2]}\n{\"id\":2,\"SageMakerOutput\":[3]}\n")
    );
    // A whole JSON object.
    let found = run(&world, "d", "echo", "[1,\n2]", |request| {
        of_json(request);
        process("$", true, "$")(request);
        request.transform_input.split_type = None;
        request.transform_output.assemble_with = None;
    })
    .await;
    assert_eq!(found.as_deref(), Ok("{\"SageMakerInput\":[1,2],\"SageMakerOutput\":[1,2]}"));

    let check = |found: Result<String, String>, expected: &str| {
        let reason = found.unwrap_err();
        let start = "ClientError: See job logs for more information (s3://data/in/a, record";
        assert!(reason.starts_with(start) && reason.contains(expected), "{reason}");
    };
    let found = run(&world, "e", "scores", "1\n2,3\n", process("$[1]", false, "$")).await;
    check(found, "s 1 to 2: InputFilter: 1 is outside of the 1 columns");
    let found = run(&world, "f", "echo", "1\n", |request| {
        process("$", true, "$[5]")(request);
    })
    .await;
    check(found, " 1: OutputFilter: 5 is outside of the 2 columns");
    assert!(world.data_log().contains(&"data/in/a: OutputFilter: 5 is outside of the 2 columns".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn payloads_have_a_limit() {
    let world = World::new().await;
    world.model("m", "batch").await;
    // 300 lines of 10,000 bytes: 104 of them make a megabyte.
    let line = format!("{}\n", "x".repeat(9_999));
    let content = line.repeat(300);
    let one_mb = |request: &mut CreateTransformJobRequest| request.max_payload_in_mb = Some(1);
    let found = run(&world, "a", "m", content.clone(), one_mb).await;
    assert!(found.as_deref() == Ok(&content));
    let sizes: Vec<usize> = sent(&world).iter().map(String::len).collect();
    assert_eq!(sizes, [1_040_000, 1_040_000, 920_000]);
    // Several at a time, and still in their order.
    let numbered: String = (0..400).map(|n| format!("{n:05}{}\n", "y".repeat(9_000))).collect();
    let found = run(&world, "b", "m", numbered.clone(), |request| {
        one_mb(request);
        request.max_concurrent_transforms = Some(8);
        request.batch_strategy = Some("SingleRecord".to_owned());
    })
    .await;
    assert!(found.as_deref() == Ok(&numbered));
    assert_eq!(sent(&world).len(), 400);

    let content = format!("1\n2\n{}\n4\n", "z".repeat(1 << 20));
    let reason = run(&world, "c", "m", content, one_mb).await.unwrap_err();
    assert_eq!(
        reason,
        "ClientError: See job logs for more information (s3://data/in/a: Too much data for max payload size: record 3 is longer than MaxPayloadInMB, 1 MB)"
    );
    assert!(world.data_log().contains(&"data/in/a: Too much data for max payload size".to_owned()));
    let reason = run(&world, "d", "m", "x".repeat((1 << 20) + 1), |request| {
        one_mb(request);
        request.transform_input.split_type = None;
    })
    .await
    .unwrap_err();
    assert!(reason.contains("the object is longer than MaxPayloadInMB, 1 MB"), "{reason}");
}

#[tokio::test(flavor = "multi_thread")]
async fn containers_say_how_they_want_it() {
    let world = World::new().await;
    for image in ["batch-tells", "batch-tells-all", "batch-lies"] {
        world.model(image, image).await;
    }
    assert!(run(&world, "a", "batch-tells", "1\n2\n", |_| {}).await.is_ok());
    assert_eq!(sent(&world).len(), 2);
    assert_eq!(
        world.data_log(),
        ["MaxConcurrentTransforms=2, MaxPayloadInMB=1, BatchStrategy=SINGLE_RECORD"]
    );
    let multi =
        |request: &mut CreateTransformJobRequest| request.batch_strategy = Some("MultiRecord".to_owned());
    assert!(run(&world, "b", "batch-tells", "1\n2\n", multi).await.is_ok());
    assert_eq!(sent(&world), ["1\n2\n"]);
    assert!(run(&world, "c", "batch-tells-all", "1\n2\n", |_| {}).await.is_ok());
    let reason = run(&world, "d", "batch-lies", "1\n", |_| {}).await.unwrap_err();
    assert!(reason.starts_with("AlgorithmError") && reason.contains("GET /execution-parameters"), "{reason}");
}

#[tokio::test(flavor = "multi_thread")]
async fn payloads_of_any_size_go_in_chunks() {
    let world = World::new().await;
    world.model("m", "batch").await;
    let chunks = |request: &mut CreateTransformJobRequest| {
        request.max_payload_in_mb = Some(0);
        request.transform_input.split_type = None;
    };
    let content = "0123456789".repeat(1 << 20);
    let found = run(&world, "a", "m", content.clone(), chunks).await;
    assert!(found.unwrap() == content + "\n");
    let seen = world.tasks.running.lock().unwrap()[0].seen.lock().unwrap().clone();
    assert_eq!((seen.len(), seen[0].chunked), (1, true));
    assert_eq!(run(&world, "b", "m", "flaky", chunks).await.as_deref(), Ok("flaky\n"));
    let reason = run(&world, "c", "m", "bad", chunks).await.unwrap_err();
    assert!(reason.contains("(s3://data/in/a: the container answered 400"), "{reason}");
    let reason = run(&world, "d", "m", "plain", |request| {
        chunks(request);
        request.transform_input.compression_type = Some("Gzip".to_owned());
    })
    .await
    .unwrap_err();
    assert!(reason.starts_with("ClientError") && reason.contains("gzip"), "{reason}");
}

#[tokio::test(flavor = "multi_thread")]
async fn compressed_objects_and_manifests() {
    let world = World::new().await;
    world.model("m", "batch").await;
    let gzip = |request: &mut CreateTransformJobRequest| {
        request.transform_input.compression_type = Some("Gzip".to_owned());
    };
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(b"1\n2\n").unwrap();
    let found = run(&world, "a", "m", packed.finish().unwrap(), gzip).await;
    assert_eq!(found.as_deref(), Ok("1\n2\n"));
    let reason = run(&world, "b", "m", "no gzip", gzip).await.unwrap_err();
    assert!(reason.starts_with("ClientError") && reason.contains("gzip"), "{reason}");

    world.elsewhere.put("list", r#"[{"prefix": "s3://data/far/"}, "x/1", "2"]"#);
    world.elsewhere.put("far/x/1", "1");
    world.elsewhere.put("far/2", "2");
    let listed = |request: &mut CreateTransformJobRequest| {
        let source = &mut request.transform_input.data_source.s3_data_source;
        source.s3_data_type = "ManifestFile".to_owned();
        source.s3_uri = "s3://data/list".to_owned();
    };
    let mut request = transform("c", "m");
    listed(&mut request);
    world.create_transform(request).await;
    assert_eq!(world.transformed("c").await["TransformJobStatus"], "Completed");
    assert_eq!((world.out("x/1.out").as_deref(), world.out("2.out").as_deref()), (Some("1\n"), Some("2\n")));
    world.elsewhere.put("list", r#"[{"prefix": "s3://data/far/"}, "none"]"#);
    let reason = run(&world, "d", "m", "", listed).await.unwrap_err();
    assert!(
        reason.contains("s3://data/far/none cannot be read: The specified key does not exist."),
        "{reason}"
    );
    world.elsewhere.put("list", "{}");
    let reason = run(&world, "e", "m", "", listed).await.unwrap_err();
    assert!(reason.contains("the manifest s3://data/list is no JSON array"), "{reason}");

    // Where nothing may be read or written.
    let reason = run(&world, "f", "m", "", |request| {
        request.transform_input.data_source.s3_data_source.s3_uri = "s3://data/nothing/".to_owned();
    })
    .await
    .unwrap_err();
    assert!(reason.contains("No S3 objects found under S3 URL \"s3://data/nothing/\""), "{reason}");
    let reason = run(&world, "g", "m", "1", |request| {
        request.transform_output.s3_output_path = "s3://refuses/out".to_owned();
    })
    .await
    .unwrap_err();
    assert!(reason.contains("s3://refuses/out/a.out cannot be stored: not this bucket"), "{reason}");
    world.cleared().await;
}
