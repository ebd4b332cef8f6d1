//! The conversation of pushing and pulling.

use lirio_api::{Body, ecr};
use lirio_image::Digest;
use serde_json::json;

use crate::platform::{TestPlatform, changed, descriptor, manifest, root, user};

#[tokio::test]
async fn push_and_pull_as_docker_does() {
    let p = TestPlatform::new();
    p.repository("team/app").await;
    let layer = vec![7_u8; 300_000];
    let digest = Digest::of(&layer).to_string();

    let anonymous = p.http_with(None, "GET", "/v2/", &[], Body::default()).await;
    assert_eq!(anonymous.status, 401);
    assert_eq!(
        anonymous.header("www-authenticate"),
        "Basic realm=\"https://000000000000.dkr.ecr.eu-west-1.amazonaws.com/\",service=\"ecr.amazonaws.com\""
    );
    assert_eq!(anonymous.header("docker-distribution-api-version"), "registry/2.0");
    assert_eq!(p.http("GET", "/v2/", &[], b"").await.status, 200);

    let blob = format!("/v2/team/app/blobs/{digest}");
    assert_eq!(p.http("HEAD", &blob, &[], b"").await.status, 404);
    let begun = p.http("POST", "/v2/team/app/blobs/uploads/", &[], b"").await;
    assert_eq!((begun.status.as_u16(), begun.header("range")), (202, "0-0"));
    assert!(!begun.header("docker-upload-uuid").is_empty());
    // One PATCH without a length.
    let token = p.token(root()).await;
    let pieces = layer.chunks(10_000).map(|c| Ok(bytes::Bytes::copy_from_slice(c))).collect::<Vec<_>>();
    let body = Body::from_stream(futures_util::stream::iter(pieces), None);
    let patched = p.http_with(Some(&token), "PATCH", begun.header("location"), &[], body).await;
    assert_eq!((patched.status.as_u16(), patched.header("range")), (202, "0-299999"));
    let end = format!("{}?_state=x&digest={}", patched.header("location"), digest.replace(':', "%3A"));
    let created = p.http("PUT", &end, &[], b"").await;
    assert_eq!((created.status.as_u16(), created.header("docker-content-digest")), (201, digest.as_str()));
    // The answer got lost.
    assert_eq!(p.http("PUT", &end, &[], b"").await.status, 201);
    let head = p.http("HEAD", &blob, &[], b"").await;
    assert_eq!((head.status.as_u16(), head.header("content-length"), head.body.len()), (200, "300000", 0));

    p.blob("team/app", b"{}").await;
    let text = manifest(b"{}", &[&layer]);
    let put = p.put_manifest("team/app", "v1", &text).await;
    assert_eq!(put.status, 201);
    let image = put.header("docker-content-digest").to_owned();
    assert_eq!(image, Digest::of(text.to_string()).to_string());

    for reference in ["v1", &image] {
        let uri = format!("/v2/team/app/manifests/{reference}");
        let head = p.http("HEAD", &uri, &[], b"").await;
        assert_eq!((head.status.as_u16(), head.header("docker-content-digest")), (200, image.as_str()));
        assert_eq!(head.header("content-length"), text.to_string().len().to_string());
        let got = p.http("GET", &uri, &[], b"").await;
        assert_eq!(got.header("content-type"), "application/vnd.oci.image.manifest.v1+json");
        assert_eq!(got.body, text.to_string());
    }
    assert_eq!(p.http("GET", &blob, &[], b"").await.body, layer);
    let part = p.http("GET", &blob, &[("range", "bytes=299990-")], b"").await;
    assert_eq!((part.status.as_u16(), part.body.len()), (206, 10));
    assert_eq!(part.header("content-range"), "bytes 299990-299999/300000");
    assert_eq!(p.http("GET", &blob, &[("range", "bytes=300000-")], b"").await.status, 416);

    let events = p.events(1).await;
    assert_eq!(events[0]["source"], "aws.ecr");
    assert_eq!(events[0]["detail-type"], "ECR Image Action");
    assert_eq!(
        events[0]["detail"],
        json!({
            "result": "SUCCESS", "repository-name": "team/app", "image-digest": image,
            "action-type": "PUSH", "image-tag": "v1",
            "manifest-media-type": "application/vnd.oci.image.manifest.v1+json",
            "artifact-media-type": "application/vnd.oci.image.config.v1+json",
        })
    );
}

#[tokio::test]
async fn refusals() {
    let p = TestPlatform::new();
    p.repository("aa").await;
    let image = p.image("aa", "v1", b"layer").await;
    let none = Digest::of(b"nothing").to_string();
    let upload = p.http("POST", "/v2/aa/blobs/uploads/", &[], b"").await.header("location").to_owned();
    let oci = "application/vnd.oci.image.manifest.v1+json";
    let unknown_blob = manifest(b"{}", &[b"unknown"]).to_string();
    let good = manifest(b"{}", &[b"layer"]).to_string();
    let cases: Vec<(&str, String, Vec<(&str, &str)>, &str, u16, &str)> = vec![
        ("GET", "/v2/none/manifests/v1".into(), vec![], "", 404, "NAME_UNKNOWN"),
        ("POST", "/v2/none/blobs/uploads/".into(), vec![], "", 404, "NAME_UNKNOWN"),
        ("PUT", "/v2/none/manifests/v1".into(), vec![], &good, 404, "NAME_UNKNOWN"),
        ("GET", "/v2/none/tags/list".into(), vec![], "", 404, "NAME_UNKNOWN"),
        ("GET", "/v2/UPPER/tags/list".into(), vec![], "", 400, "NAME_INVALID"),
        ("GET", "/v2/aa/manifests/none".into(), vec![], "", 404, "MANIFEST_UNKNOWN"),
        ("GET", format!("/v2/aa/manifests/{none}"), vec![], "", 404, "MANIFEST_UNKNOWN"),
        ("GET", "/v2/aa/manifests/sha256:12".into(), vec![], "", 400, "DIGEST_INVALID"),
        ("GET", "/v2/aa/manifests/-x".into(), vec![], "", 400, "TAG_INVALID"),
        ("DELETE", "/v2/aa/manifests/none".into(), vec![], "", 404, "MANIFEST_UNKNOWN"),
        ("GET", format!("/v2/aa/blobs/{none}"), vec![], "", 404, "BLOB_UNKNOWN"),
        ("GET", "/v2/aa/blobs/sha512:12".into(), vec![], "", 400, "DIGEST_INVALID"),
        ("DELETE", format!("/v2/aa/blobs/{none}"), vec![], "", 405, "UNSUPPORTED"),
        ("GET", "/v2/aa/blobs/uploads/none".into(), vec![], "", 404, "BLOB_UPLOAD_UNKNOWN"),
        ("PATCH", "/v2/aa/blobs/uploads/none".into(), vec![], "x", 404, "BLOB_UPLOAD_UNKNOWN"),
        ("DELETE", "/v2/aa/blobs/uploads/none".into(), vec![], "", 404, "BLOB_UPLOAD_UNKNOWN"),
        ("PUT", format!("/v2/aa/blobs/uploads/none?digest={none}"), vec![], "", 404, "BLOB_UPLOAD_UNKNOWN"),
        ("PUT", upload.clone(), vec![], "", 400, "DIGEST_INVALID"),
        ("PUT", format!("{upload}?digest={none}"), vec![], "x", 400, "DIGEST_INVALID"),
        ("PATCH", upload.clone(), vec![("content-range", "5-6")], "xy", 416, "BLOB_UPLOAD_INVALID"),
        ("PATCH", upload.clone(), vec![("content-range", "0-6")], "xy", 400, "SIZE_INVALID"),
        ("PATCH", upload.clone(), vec![("content-range", "x")], "xy", 400, "BLOB_UPLOAD_INVALID"),
        ("POST", format!("/v2/aa/blobs/uploads/?digest={none}"), vec![], "x", 400, "DIGEST_INVALID"),
        (
            "PUT",
            "/v2/aa/manifests/v2".into(),
            vec![("content-type", oci)],
            &unknown_blob,
            404,
            "MANIFEST_BLOB_UNKNOWN",
        ),
        ("PUT", "/v2/aa/manifests/v2".into(), vec![("content-type", oci)], "{", 400, "MANIFEST_INVALID"),
        (
            "PUT",
            "/v2/aa/manifests/v2".into(),
            vec![("content-type", "text/plain")],
            &good,
            400,
            "MANIFEST_INVALID",
        ),
        (
            "PUT",
            format!("/v2/aa/manifests/{none}"),
            vec![("content-type", oci)],
            &good,
            400,
            "DIGEST_INVALID",
        ),
        ("GET", "/v2/aa/tags/list?n=x".into(), vec![], "", 400, "PAGINATION_NUMBER_INVALID"),
        ("POST", format!("/v2/aa/manifests/{image}"), vec![], "", 405, "UNSUPPORTED"),
        ("GET", "/v2/what".into(), vec![], "", 404, "UNSUPPORTED"),
    ];
    for (method, uri, headers, body, status, code) in cases {
        let answer = p.http(method, &uri, &headers, body.as_bytes()).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{method} {uri}");
    }
    let too_long = p.http("PUT", "/v2/aa/manifests/v2", &[], &vec![b' '; (4 << 20) + 1]).await;
    assert_eq!(too_long.status, 413);
    let unknown = p.http("GET", "/v2/none/tags/list", &[], b"").await;
    assert_eq!(
        unknown.json()["errors"][0]["message"],
        "The repository with name 'none' does not exist in the registry with id '000000000000'"
    );
}

#[tokio::test]
async fn tokens_expire_and_cannot_be_forged() {
    let p = TestPlatform::new();
    let token = p.token(root()).await;
    let get = async |p: &TestPlatform, token: &str| {
        let answer = p.http_with(Some(token), "GET", "/v2/", &[], Body::default()).await;
        (answer.status.as_u16(), answer.headers.contains_key("www-authenticate"))
    };
    assert_eq!(get(&p, &token).await, (200, false));
    assert_eq!(get(&p, &changed(&token, |t| t.replacen("AWS:", "aws:", 1))).await, (401, true));
    assert_eq!(get(&p, &changed(&token, |t| format!("{t}x"))).await, (401, true));
    assert_eq!(get(&p, &changed(&token, |t| t.replacen("AWS:e", "AWS:f", 1))).await, (401, true));
    assert_eq!(get(&p, "%%%").await, (401, true));
    let p = p.restarted().await;
    assert_eq!(get(&p, &token).await, (200, false));
    p.clock.advance(12 * 3600 * 1000 - 1);
    assert_eq!(get(&p, &token).await, (200, false));
    p.clock.advance(1);
    let expired = p.http_with(Some(&token), "GET", "/v2/", &[], Body::default()).await;
    assert_eq!((expired.status.as_u16(), expired.code().as_str()), (403, "DENIED"));
    // A key of another platform.
    let other = TestPlatform::new();
    other.clock.advance(12 * 3600 * 1000);
    assert_eq!(get(&p, &other.token(root()).await).await, (401, true));
}

#[tokio::test]
async fn policies_decide() {
    let p = TestPlatform::new();
    p.repository("aa").await;
    p.repository("bb").await;
    p.image("aa", "v1", b"layer").await;
    let layer = Digest::of(b"layer").to_string();
    p.allow(
        r#"{"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":["ecr:BatchGetImage"],"Resource":"arn:aws:ecr:eu-west-1:000000000000:repository/aa"},
            {"Effect":"Allow","Action":["ecr:InitiateLayerUpload"],"Resource":"arn:aws:ecr:*:*:repository/bb"}]}"#,
    );
    let token = p.token(user()).await;
    let check = async |method: &str, uri: &str, status: u16| {
        let answer = p.http_with(Some(&token), method, uri, &[], Body::default()).await;
        assert_eq!(answer.status, status, "{method} {uri}: {:?}", answer.body);
        answer
    };
    check("GET", "/v2/", 200).await;
    check("GET", "/v2/aa/manifests/v1", 200).await;
    let denied = check("GET", &format!("/v2/aa/blobs/{layer}"), 403).await;
    assert_eq!(denied.code(), "DENIED");
    assert_eq!(
        denied.json()["errors"][0]["message"],
        "User: arn:aws:iam::000000000000:user/jo is not authorized to perform: ecr:GetDownloadUrlForLayer on resource: arn:aws:ecr:eu-west-1:000000000000:repository/aa because no identity-based policy allows the ecr:GetDownloadUrlForLayer action"
    );
    check("GET", "/v2/bb/manifests/v1", 403).await;
    check("POST", "/v2/aa/blobs/uploads/", 403).await;
    check("POST", "/v2/bb/blobs/uploads/", 202).await;
    // Mounting needs to pull from the other repository; without it an upload begins.
    check("POST", &format!("/v2/bb/blobs/uploads/?mount={layer}&from=aa"), 202).await;
    check("PUT", "/v2/bb/manifests/v1", 403).await;
    check("GET", "/v2/_catalog", 403).await;
    check("GET", "/v2/none/tags/list", 403).await;
    // The repository's own policy grants what the user's does not.
    let policy = r#"{"Version":"2008-10-17","Statement":[{"Sid":"pull","Effect":"Allow",
        "Principal":{"AWS":"arn:aws:iam::000000000000:user/jo"},"Action":"ecr:GetDownloadUrlForLayer"}]}"#;
    p.call(
        ecr::ops::SetRepositoryPolicy,
        ecr::SetRepositoryPolicyRequest {
            repository_name: "aa".into(),
            policy_text: policy.into(),
            ..Default::default()
        },
    )
    .await
    .unwrap();
    check("GET", &format!("/v2/aa/blobs/{layer}"), 200).await;
    check("POST", &format!("/v2/bb/blobs/uploads/?mount={layer}&from=aa"), 201).await;
}

#[tokio::test]
async fn listings_and_referrers() {
    let p = TestPlatform::new();
    p.repository("aa").await;
    p.repository("b/c").await;
    let image = p.image("aa", "v1", b"layer").await;
    for tag in ["v2", "v3"] {
        assert_eq!(p.put_manifest("aa", tag, &manifest(b"{}", &[b"layer"])).await.status, 201);
    }
    let first = p.http("GET", "/v2/aa/tags/list?n=2", &[], b"").await;
    assert_eq!(first.json(), json!({ "name": "aa", "tags": ["v1", "v2"] }));
    assert_eq!(first.header("link"), "</v2/aa/tags/list?n=2&last=v2>; rel=\"next\"");
    let second = p.http("GET", "/v2/aa/tags/list?n=2&last=v2", &[], b"").await;
    assert_eq!((second.json()["tags"].clone(), second.header("link")), (json!(["v3"]), ""));
    assert_eq!(p.http("GET", "/v2/b/c/tags/list", &[], b"").await.json()["tags"], json!([]));
    assert_eq!(p.http("GET", "/v2/_catalog", &[], b"").await.json()["repositories"], json!(["aa", "b/c"]));

    let mut signature = manifest(b"{}", &[b"layer"]);
    signature["artifactType"] = "application/x-signature".into();
    signature["annotations"] = json!({ "by": "jo" });
    signature["subject"] = json!({ "mediaType": signature["mediaType"], "digest": image, "size": manifest(b"{}", &[b"layer"]).to_string().len() });
    let digest = Digest::of(signature.to_string()).to_string();
    let put = p.put_manifest("aa", &digest, &signature).await;
    assert_eq!((put.status.as_u16(), put.header("oci-subject")), (201, image.as_str()));
    let referrers = p.http("GET", &format!("/v2/aa/referrers/{image}"), &[], b"").await;
    assert_eq!(referrers.header("content-type"), "application/vnd.oci.image.index.v1+json");
    assert_eq!(
        referrers.json()["manifests"],
        json!([{ "mediaType": signature["mediaType"], "digest": digest, "size": signature.to_string().len(),
                 "artifactType": "application/x-signature", "annotations": { "by": "jo" } }])
    );
    let filtered = p.http("GET", &format!("/v2/aa/referrers/{image}?artifactType=other"), &[], b"").await;
    assert_eq!(filtered.json()["manifests"], json!([]));
    assert_eq!(filtered.header("oci-filters-applied"), "artifactType");
    assert_eq!(p.http("DELETE", &format!("/v2/aa/manifests/{digest}"), &[], b"").await.status, 202);
    let none = p.http("GET", &format!("/v2/aa/referrers/{image}"), &[], b"").await;
    assert_eq!(none.json()["manifests"], json!([]));
}

#[tokio::test]
async fn lists_of_images_hold_their_images() {
    let p = TestPlatform::new();
    p.repository("aa").await;
    let image = p.image("aa", "amd64", b"layer").await;
    let one = manifest(b"{}", &[b"layer"]).to_string();
    let index = |bytes: &[u8]| {
        json!({ "schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json",
            "manifests": [descriptor("application/vnd.oci.image.manifest.v1+json", bytes)] })
    };
    let missing = p.put_manifest("aa", "all", &index(b"other")).await;
    assert_eq!((missing.status.as_u16(), missing.code().as_str()), (404, "MANIFEST_BLOB_UNKNOWN"));
    assert_eq!(p.put_manifest("aa", "all", &index(one.as_bytes())).await.status, 201);
    let held = p.http("DELETE", &format!("/v2/aa/manifests/{image}"), &[], b"").await;
    assert_eq!(held.status, 409);
    // The last tag goes, the image stays for the list.
    assert_eq!(p.http("DELETE", "/v2/aa/manifests/amd64", &[], b"").await.status, 202);
    assert_eq!(p.http("GET", &format!("/v2/aa/manifests/{image}"), &[], b"").await.status, 200);
    assert_eq!(p.http("DELETE", "/v2/aa/manifests/all", &[], b"").await.status, 202);
    assert_eq!(p.http("DELETE", &format!("/v2/aa/manifests/{image}"), &[], b"").await.status, 202);
    assert_eq!(p.contents(), 0);
}
