//! Uploads in parts, over restarts, and what is left of them.

use std::io::Read as _;

use lirio_api::{Body, BodyError, ecr};
use lirio_image::Digest;

use crate::platform::{TestPlatform, root};

#[tokio::test]
async fn an_upload_in_parts_goes_on_after_a_restart() {
    let p = TestPlatform::new();
    p.repository("aa").await;
    let whole: Vec<u8> = (0..200_000_u32).flat_map(u32::to_le_bytes).collect();
    let (first, rest) = whole.split_at(100_000);
    let (second, third) = rest.split_at(300_000);
    let at = p.http("POST", "/v2/aa/blobs/uploads/", &[], b"").await.header("location").to_owned();
    let patched = p.http("PATCH", &at, &[("content-range", "0-99999")], first).await;
    assert_eq!((patched.status.as_u16(), patched.header("range")), (202, "0-99999"));
    // This part breaks off: nothing of it is kept.
    let token = p.token(root()).await;
    let broken =
        vec![Ok(bytes::Bytes::copy_from_slice(&second[..1000])), Err(BodyError::Incomplete("gone".into()))];
    let body = Body::from_stream(futures_util::stream::iter(broken), None);
    assert_eq!(p.http_with(Some(&token), "PATCH", &at, &[], body).await.status, 400);

    let p = p.restarted().await;
    let status = p.http("GET", &at, &[], b"").await;
    assert_eq!((status.status.as_u16(), status.header("range")), (204, "0-99999"));
    assert_eq!(p.http("PATCH", &at, &[("content-range", "100000-399999")], second).await.status, 202);
    let digest = Digest::of(&whole).to_string();
    let end = format!("{at}?digest={digest}");
    let created = p.http("PUT", &end, &[("content-range", "400000-799999")], third).await;
    assert_eq!(created.status, 201, "{:?}", created.body);
    assert_eq!(p.http("GET", &format!("/v2/aa/blobs/{digest}"), &[], b"").await.body, whole);
    assert_eq!(p.http("GET", &at, &[], b"").await.status, 404);
}

#[tokio::test]
async fn an_upload_of_other_bytes_is_dropped() {
    let p = TestPlatform::new();
    p.repository("aa").await;
    let at = p.http("POST", "/v2/aa/blobs/uploads/", &[], b"").await.header("location").to_owned();
    p.http("PATCH", &at, &[], &vec![1; 100_000]).await;
    p.http("PATCH", &at, &[], &vec![2; 100_000]).await;
    let end = format!("{at}?digest={}", Digest::of(b"other"));
    let refused = p.http("PUT", &end, &[], b"").await;
    assert_eq!((refused.status.as_u16(), refused.code().as_str()), (400, "DIGEST_INVALID"));
    assert_eq!(p.http("GET", &at, &[], b"").await.status, 404);
    let cancelled = p.http("POST", "/v2/aa/blobs/uploads/", &[], b"").await.header("location").to_owned();
    assert_eq!(p.http("DELETE", &cancelled, &[], b"").await.status, 204);
    assert_eq!(p.contents(), 0);
}

#[tokio::test]
async fn content_is_kept_once_and_as_long_as_needed() {
    let p = TestPlatform::new();
    p.repository("aa").await;
    p.repository("bb").await;
    let layer = vec![9_u8; 200_000];
    let digest = Digest::of(&layer).to_string();
    let one = p.image("aa", "v1", &layer).await;
    let mount = format!("/v2/bb/blobs/uploads/?from=aa&mount={digest}");
    let mounted = p.http("POST", &mount, &[], b"").await;
    assert_eq!((mounted.status.as_u16(), mounted.header("docker-content-digest")), (201, digest.as_str()));
    p.image("bb", "v1", &layer).await;
    // The layer and the configuration.
    assert_eq!(p.contents(), 2);
    assert_eq!(p.http("DELETE", &format!("/v2/aa/manifests/{one}"), &[], b"").await.status, 202);
    assert_eq!(p.contents(), 2);
    assert_eq!(p.http("HEAD", &format!("/v2/aa/blobs/{digest}"), &[], b"").await.status, 404);
    assert_eq!(p.http("GET", &format!("/v2/bb/blobs/{digest}"), &[], b"").await.body, layer);
    let delete = ecr::DeleteRepositoryRequest { repository_name: "bb".into(), ..Default::default() };
    let refused = p.call(ecr::ops::DeleteRepository, delete.clone()).await.unwrap_err();
    assert_eq!(refused.code, "RepositoryNotEmptyException");
    p.call(ecr::ops::DeleteRepository, ecr::DeleteRepositoryRequest { force: Some(true), ..delete })
        .await
        .unwrap();
    assert_eq!(p.contents(), 0);
    // The janitor removes files on its own time.
    while p.blob_files() > 0 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn what_nobody_comes_back_for_is_removed_after_a_day() {
    let p = TestPlatform::new();
    p.repository("aa").await;
    let kept = p.image("aa", "v1", b"layer").await;
    let unused = p.blob("aa", b"no image needs this").await;
    let at = p.http("POST", "/v2/aa/blobs/uploads/", &[], b"").await.header("location").to_owned();
    p.http("PATCH", &at, &[], b"part").await;
    let timers = tokio::spawn({
        let (store, clock) = (p.platform.store.clone(), p.clock.clone());
        async move { store.run_timers(std::future::pending(), clock).await }
    });
    p.clock.advance(24 * 3600 * 1000);
    while p.http("GET", &at, &[], b"").await.status != 404
        || p.http("HEAD", &format!("/v2/aa/blobs/{unused}"), &[], b"").await.status != 404
    {
        tokio::task::yield_now().await;
    }
    assert_eq!(p.http("GET", &format!("/v2/aa/manifests/{kept}"), &[], b"").await.status, 200);
    assert_eq!(p.contents(), 2);
    timers.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn those_who_run_images_read_blobs() {
    let p = TestPlatform::new();
    p.repository("aa").await;
    let layer: Vec<u8> = (0..300_000_u32).flat_map(u32::to_le_bytes).collect();
    let digest = p.blob("aa", &layer).await;
    let blobs = p.platform.image_blobs().unwrap().clone();
    let read = tokio::task::spawn_blocking(move || {
        let mut bytes = Vec::new();
        blobs.open("aa", &digest).unwrap().read_to_end(&mut bytes).unwrap();
        let code =
            |repository: &str, digest: &str| blobs.open(repository, digest).err().unwrap().code.to_string();
        assert_eq!(code("none", &digest), "RepositoryNotFoundException");
        assert_eq!(code("aa", "sha256:00"), "LayersNotFoundException");
        bytes
    });
    assert_eq!(read.await.unwrap(), layer);
}
