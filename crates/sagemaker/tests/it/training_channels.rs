//! How data come to training containers.

use std::io::Read as _;

use lirio_api::sagemaker::{Channel, CreateTrainingJobRequest, S3DataSource, ShuffleConfig, ops};

use crate::world::{World, job};

/// A job with a change of its channel.
fn job_with(
    name: &str,
    image: &str,
    mode: &str,
    change: impl FnOnce(&mut Channel, &mut S3DataSource),
) -> CreateTrainingJobRequest {
    let mut request = job(name, image);
    request.output_data_config.compression_type = Some("NONE".to_owned());
    let channel = &mut request.input_data_config.as_mut().unwrap()[0];
    channel.input_mode = Some(mode.to_owned());
    let mut source = channel.data_source.s3_data_source.take().unwrap();
    change(channel, &mut source);
    channel.data_source.s3_data_source = Some(source);
    request
}

/// What the container saw of its channel.
async fn seen(world: &World, request: CreateTrainingJobRequest) -> Result<Vec<u8>, String> {
    let name = request.training_job_name.clone();
    world.call(ops::CreateTrainingJob, request).await.map_err(|error| error.message)?;
    let ended = world.ended(&name).await;
    match ended["FailureReason"].as_str() {
        Some(reason) => Err(reason.to_owned()),
        None => Ok(world.elsewhere.get(&format!("out/{name}/output/model/seen")).unwrap().to_vec()),
    }
}

fn gzip(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    flate2::read::GzEncoder::new(text.as_bytes(), flate2::Compression::fast())
        .read_to_end(&mut bytes)
        .unwrap();
    bytes
}

async fn filled() -> World {
    let world = World::new().await;
    for (key, content) in [("in/a", "1"), ("in/b", "22"), ("in/sub/c", "333"), ("other/x", "x")] {
        world.elsewhere.put(key, content);
    }
    world
}

/// A RecordIO record.
fn record(content: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0x0a, 0x23, 0xd7, 0xce];
    bytes.extend((content.len() as u32).to_le_bytes());
    bytes.extend(content);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

#[tokio::test(flavor = "multi_thread")]
async fn pipes_give_every_epoch_anew() {
    let world = filled().await;
    let mut count = 0;
    let mut check = async |change: fn(&mut Channel, &mut S3DataSource), epochs: [&[u8]; 2]| {
        count += 1;
        let request = job_with(&format!("p{count}"), "pipes", "Pipe", change);
        let expected = [epochs[0], b"|", epochs[1], b"|"].concat();
        let found = seen(&world, request).await;
        assert_eq!(found.as_deref().map(String::from_utf8_lossy), Ok(String::from_utf8_lossy(&expected)));
    };
    check(|_, _| {}, [b"122333", b"122333"]).await;
    // Larger than any buffer on the way.
    let large: Vec<u8> = (0..3_000_000_u32).map(|n| (n % 251) as u8).collect();
    world.elsewhere.put("large/1", large.clone());
    check(|_, source| source.s3_uri = "s3://data/large".to_owned(), [&large, &large]).await;
    world.elsewhere.put("zip/1", gzip("one "));
    world.elsewhere.put("zip/2", gzip("two"));
    let zipped = |channel: &mut Channel, source: &mut S3DataSource| {
        source.s3_uri = "s3://data/zip/".to_owned();
        channel.compression_type = Some("Gzip".to_owned());
    };
    check(zipped, [b"one two", b"one two"]).await;
    let wrapped = [record(b"one "), record(b"two")].concat();
    check(
        move |channel, source| {
            source.s3_uri = "s3://data/zip/".to_owned();
            channel.compression_type = Some("Gzip".to_owned());
            channel.record_wrapper_type = Some("RecordIO".to_owned());
        },
        [&wrapped, &wrapped],
    )
    .await;
    let manifest = r#"[{"prefix": "s3://data/in/"}, "sub/c", "a"]"#;
    world.elsewhere.put("manifest", manifest);
    let listed = |_: &mut Channel, source: &mut S3DataSource| {
        source.s3_uri = "s3://data/manifest".to_owned();
        source.s3_data_type = "ManifestFile".to_owned();
    };
    check(listed, [b"3331", b"3331"]).await;
    let lines = "{\"image-ref\": \"s3://data/in/b\", \"cat\": 1}\n{\"cat\": true, \"image-ref\": \"s3://data/in/a\"}\n";
    world.elsewhere.put("lines", lines);
    let augmented = [record(b"22"), record(b"1"), record(b"1"), record(b"true")].concat();
    check(
        |channel, source| {
            source.s3_uri = "s3://data/lines".to_owned();
            source.s3_data_type = "AugmentedManifestFile".to_owned();
            source.attribute_names = Some(vec!["image-ref".to_owned(), "cat".to_owned()]);
            channel.record_wrapper_type = Some("RecordIO".to_owned());
        },
        [&augmented, &augmented],
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn shuffles_differ_by_epoch_and_repeat_by_seed() {
    let world = World::new().await;
    for n in b'a'..=b'z' {
        world.elsewhere.put(&format!("in/{}", n as char), vec![n]);
    }
    let of = async |name: &str, seed: i64| {
        let request = job_with(name, "pipes", "Pipe", |channel, _| {
            channel.shuffle_config = Some(ShuffleConfig { seed });
        });
        let seen = String::from_utf8(seen(&world, request).await.unwrap()).unwrap();
        let (first, second) = seen.trim_end_matches('|').split_once('|').unwrap();
        (first.to_owned(), second.to_owned())
    };
    let one = of("one", 5).await;
    assert_ne!(one.0, one.1);
    assert_eq!(one, of("two", 5).await);
    assert_ne!(one, of("three", 6).await);
    let mut letters: Vec<char> = one.1.chars().collect();
    letters.sort_unstable();
    assert_eq!(letters.into_iter().collect::<String>(), "abcdefghijklmnopqrstuvwxyz");
}

#[tokio::test(flavor = "multi_thread")]
async fn fast_files_are_read_only_folders() {
    let world = filled().await;
    let found = seen(&world, job_with("f", "files", "FastFile", |_, _| {})).await.unwrap();
    let text = String::from_utf8(found).unwrap();
    assert!(text.starts_with("a b c {"), "{text}");
    assert!(text.contains("\"TrainingInputMode\":\"FastFile\""), "{text}");
    let spec = world.tasks.specs.lock().unwrap()[0].clone();
    let mount = spec.mounts.iter().find(|mount| mount.target.ends_with("input/data/train")).unwrap();
    assert!(mount.read_only);
    let partial = job_with("g", "files", "FastFile", |_, source| source.s3_uri = "s3://data/i".to_owned());
    let reason = seen(&world, partial).await.unwrap_err();
    assert!(reason.contains("FastFile mode needs an S3Uri that is a folder"), "{reason}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pipe_that_cannot_be_filled_fails_the_job() {
    let world = filled().await;
    world.elsewhere.put("manifest", r#"[{"prefix": "s3://data/in/"}, "a", "gone"]"#);
    let request = job_with("p", "pipes", "Pipe", |_, source| {
        source.s3_uri = "s3://data/manifest".to_owned();
        source.s3_data_type = "ManifestFile".to_owned();
    });
    let reason = seen(&world, request).await.unwrap_err();
    assert!(
        reason.starts_with("ClientError: Data download failed for channel train: s3://data/in/gone: "),
        "{reason}"
    );
    assert!(reason.contains("NoSuchKey"), "{reason}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_go_together_is_refused() {
    let world = filled().await;
    let check = async |mode: &str, change: fn(&mut Channel, &mut S3DataSource), expected: &str| {
        let reason = seen(&world, job_with("x", "files", mode, change)).await.unwrap_err();
        assert!(reason.contains(expected), "{reason}");
    };
    let augmented = |_: &mut Channel, source: &mut S3DataSource| {
        source.s3_data_type = "AugmentedManifestFile".to_owned();
        source.attribute_names = Some(vec!["a".to_owned()]);
    };
    check("File", augmented, "only be used if the channel's input mode is Pipe").await;
    check("FastFile", |_, source| source.s3_data_type = "ManifestFile".to_owned(), "S3Prefix").await;
    check("Pipe", |_, source| source.s3_data_type = "AugmentedManifestFile".to_owned(), "AttributeNames")
        .await;
    check("File", |_, source| source.attribute_names = Some(vec!["a".to_owned()]), "AttributeNames").await;
    check("File", |channel, _| channel.record_wrapper_type = Some("RecordIO".to_owned()), "RecordIO").await;
    check("FastFile", |channel, _| channel.compression_type = Some("Gzip".to_owned()), "Gzip").await;
    check("File", |_, source| source.s3_data_type = "Converse".to_owned(), "Converse").await;
    check(
        "File",
        |_, source| source.instance_group_names = Some(vec!["g".to_owned()]),
        "none of ResourceConfig.InstanceGroups",
    )
    .await;
}
