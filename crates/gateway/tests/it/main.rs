//! The door from outside: real requests over HTTP, signed and mis-signed.

mod aws_hosts;

use std::sync::Arc;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper_util::rt::TokioIo;
use lirio_api::{AwsError, Body, OperationType, Shaped as _, Timestamp, Value, iam, logs, s3, sts};
use lirio_gateway::{AwsHosts, Gateway};
use lirio_iam::{Iam, RootKey};
use lirio_protocol::{client, sigv4};
use lirio_service::{Platform, Registry, Scope};
use lirio_store::{Store, SystemClock};
use tokio::net::{TcpListener, TcpStream};

const ROOT: (&str, &str) = ("AKIAROOT", "root-secret");

struct Server {
    authority: String,
    platform: Platform,
    folder: std::path::PathBuf,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

async fn server() -> Server {
    let folder = std::env::temp_dir().join(format!("lirio-gateway-{}", lirio_service::hex_id::<8>()));
    let store = Store::open(&folder).expect("a store opens");
    let scope = Scope { partition: "aws".into(), region: "eu-west-1".into(), account: "000000000000".into() };
    let platform = Platform::new(store, Arc::new(SystemClock), scope, folder.clone());
    let root = RootKey { access_key: ROOT.0.into(), secret: ROOT.1.into() };
    let iam = Iam::new(&platform, vec![root]);
    platform.set_identity(iam.clone());
    let s3 = lirio_s3::S3::new(&platform).expect("S3 starts");
    let mut registry = Registry::new();
    iam.register(&mut registry);
    s3.register(&mut registry);
    // Fails, by the fault of the platform or of the caller.
    registry.service(&Arc::new(())).on(logs::ops::DescribeLogGroups, |_, _, input| async move {
        match input.log_group_name_prefix.as_deref() {
            Some("none") => Err(AwsError::new("ResourceNotFoundException", 400, "There is none.")),
            _ => Err(AwsError::internal("something was taken away")),
        }
    });
    let gateway = Gateway::open(&platform, registry);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let authority = listener.local_addr().expect("it is bound").to_string();
    let hosts = Arc::new(AwsHosts::open(&folder).expect("the folder is writable"));
    let task = tokio::spawn(lirio_gateway::serve(gateway, listener, None, Some(hosts)));
    Server { authority, platform, folder, task }
}

fn now() -> Timestamp {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    Timestamp(since.as_millis() as i64)
}

/// A request that is signed by a key, at a time.
async fn signed<O: OperationType>(
    server: &Server,
    _: O,
    input: O::Input,
    key: (&str, &str),
    at: Timestamp,
) -> http::Request<Bytes> {
    let endpoint = format!("http://{}", server.authority);
    let request =
        client::encode_request(O::OPERATION, input.into_value(), &endpoint, true).expect("it encodes");
    let (head, body) = request.into_parts();
    let body = body.collect(u64::MAX).await.expect("it is at hand");
    let mut request = http::Request::from_parts(head, body.clone());
    let credentials =
        sigv4::Credentials { access_key: key.0.into(), secret: key.1.into(), session_token: None };
    let service = O::OPERATION.service.signing_name;
    sigv4::sign(&mut request, &credentials, "eu-west-1", service, at, sigv4::Payload::Bytes(&body));
    request
}

async fn send(server: &Server, request: http::Request<Bytes>) -> (u16, String) {
    let (mut head, body) = request.into_parts();
    head.uri = head.uri.path_and_query().expect("it has a path").as_str().parse().expect("it is one");
    head.headers.insert("host", server.authority.parse().expect("it is a header"));
    let stream = TcpStream::connect(&server.authority).await.expect("it listens");
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.expect("it speaks HTTP");
    tokio::spawn(connection);
    let answer =
        sender.send_request(http::Request::from_parts(head, Full::new(body))).await.expect("it answers");
    let status = answer.status().as_u16();
    let bytes = answer.into_body().collect().await.expect("to the end").to_bytes();
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

fn bucket(name: &str) -> s3::CreateBucketRequest {
    s3::CreateBucketRequest {
        bucket: name.into(),
        create_bucket_configuration: Some(s3::CreateBucketConfiguration {
            location_constraint: Some("eu-west-1".into()),
            ..Default::default()
        }),
        ..Default::default()
    }
}

fn object(bucket: &str, body: &'static str) -> s3::PutObjectRequest {
    s3::PutObjectRequest {
        bucket: bucket.into(),
        key: "k".into(),
        body: Body::from_bytes(body.as_bytes()),
        ..Default::default()
    }
}

#[track_caller]
fn check(answer: (u16, String), status: u16, code: &str) {
    assert!(answer.0 == status && answer.1.contains(code), "wanted {status} {code}, got {answer:?}");
}

#[tokio::test]
async fn what_fails_while_the_platform_stops_says_so() {
    let server = server().await;
    let ask = async |prefix: &str| {
        let input = logs::DescribeLogGroupsRequest {
            log_group_name_prefix: Some(prefix.to_owned()),
            ..Default::default()
        };
        send(&server, signed(&server, logs::ops::DescribeLogGroups, input, ROOT, now()).await).await
    };
    check(ask("any").await, 500, "InternalFailure");
    check(ask("none").await, 400, "ResourceNotFoundException");
    server.platform.shutdown.request();
    check(ask("any").await, 503, "ServiceUnavailable");
    // The caller's own fault is that, whenever it is told.
    check(ask("none").await, 400, "ResourceNotFoundException");
}

#[tokio::test]
async fn strangers_get_nothing() {
    let server = server().await;
    let s = &server;
    let at = now();
    check(send(s, signed(s, s3::ops::CreateBucket, bucket("box"), ROOT, at).await).await, 200, "");

    let wrong = (ROOT.0, "another-secret");
    check(
        send(s, signed(s, s3::ops::PutObject, object("box", "x"), wrong, at).await).await,
        403,
        "SignatureDoesNotMatch",
    );
    let unknown = ("AKIANOBODY", "secret");
    check(
        send(s, signed(s, s3::ops::PutObject, object("box", "x"), unknown, at).await).await,
        403,
        "InvalidAccessKeyId",
    );
    let old = Timestamp(at.0 - 20 * 60 * 1000);
    check(
        send(s, signed(s, s3::ops::PutObject, object("box", "x"), ROOT, old).await).await,
        403,
        "RequestTimeTooSkewed",
    );

    let mut altered = signed(s, s3::ops::PutObject, object("box", "right"), ROOT, at).await;
    *altered.body_mut() = Bytes::from_static(b"wrong");
    check(send(s, altered).await, 400, "XAmzContentSHA256Mismatch");

    let mut replayed = signed(s, s3::ops::PutObject, object("box", "x"), ROOT, at).await;
    *replayed.uri_mut() = format!("http://{}/box/other?x-id=PutObject", s.authority).parse().expect("a URI");
    check(send(s, replayed).await, 403, "SignatureDoesNotMatch");

    let mut anonymous = signed(s, s3::ops::PutObject, object("box", "x"), ROOT, at).await;
    anonymous.headers_mut().remove("authorization");
    check(send(s, anonymous).await, 403, "AccessDenied");

    let mut nobody = signed(s, sts::ops::GetCallerIdentity, Default::default(), ROOT, at).await;
    nobody.headers_mut().remove("authorization");
    check(send(s, nobody).await, 403, "MissingAuthenticationToken");

    // Nothing of all that left anything behind.
    let list = s3::ListObjectsV2Request { bucket: "box".into(), ..Default::default() };
    check(
        send(s, signed(s, s3::ops::ListObjectsV2, list, ROOT, at).await).await,
        200,
        "<KeyCount>0</KeyCount>",
    );
}

#[tokio::test]
async fn policies_decide() {
    let server = server().await;
    let s = &server;
    let at = now();
    check(send(s, signed(s, s3::ops::CreateBucket, bucket("box"), ROOT, at).await).await, 200, "");
    let user = iam::CreateUserRequest { user_name: "ana".into(), ..Default::default() };
    check(send(s, signed(s, iam::ops::CreateUser, user, ROOT, at).await).await, 200, "user/ana");
    let key = iam::CreateAccessKeyRequest { user_name: Some("ana".into()) };
    let (status, answer) = send(s, signed(s, iam::ops::CreateAccessKey, key, ROOT, at).await).await;
    assert_eq!(status, 200, "{answer}");
    let value: Value = client::decode_response(
        iam::ops::CreateAccessKey::OPERATION,
        http::StatusCode::OK,
        &http::HeaderMap::new(),
        answer.into(),
    )
    .expect("it decodes");
    let key = iam::CreateAccessKeyResponse::from_value(value).expect("it has its shape").access_key;
    let ana = (key.access_key_id.as_str(), key.secret_access_key.as_str());

    let denied = "User: arn:aws:iam::000000000000:user/ana is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::box/k because no identity-based policy allows the s3:PutObject action";
    check(send(s, signed(s, s3::ops::PutObject, object("box", "x"), ana, at).await).await, 403, denied);

    let policy = iam::PutUserPolicyRequest {
        user_name: "ana".into(),
        policy_name: "objects".into(),
        policy_document: r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws:s3:::box/*"}]}"#.into(),
    };
    check(send(s, signed(s, iam::ops::PutUserPolicy, policy, ROOT, at).await).await, 200, "");
    check(send(s, signed(s, s3::ops::PutObject, object("box", "x"), ana, at).await).await, 200, "");
    let list = iam::PutUserPolicyRequest {
        user_name: "ana".into(),
        policy_name: "lists".into(),
        policy_document: r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::box","Condition":{"StringLike":{"s3:prefix":"mine/*"}}}]}"#.into(),
    };
    check(send(s, signed(s, iam::ops::PutUserPolicy, list, ROOT, at).await).await, 200, "");
    let list = |prefix: &str| s3::ListObjectsV2Request {
        bucket: "box".into(),
        prefix: Some(prefix.into()),
        ..Default::default()
    };
    check(send(s, signed(s, s3::ops::ListObjectsV2, list("mine/a"), ana, at).await).await, 200, "");
    check(
        send(s, signed(s, s3::ops::ListObjectsV2, list("yours/"), ana, at).await).await,
        403,
        "s3:ListBucket",
    );
    // And no more than that.
    let get = s3::GetObjectRequest { bucket: "box".into(), key: "k".into(), ..Default::default() };
    check(send(s, signed(s, s3::ops::GetObject, get, ana, at).await).await, 403, "s3:GetObject");
}

#[tokio::test]
async fn what_is_not_served_is_named() {
    let server = server().await;
    let s = &server;
    let at = now();
    let mut cors = signed(
        s,
        s3::ops::GetBucketCors,
        s3::GetBucketCorsRequest { bucket: "box".into(), ..Default::default() },
        ROOT,
        at,
    )
    .await;
    *cors.method_mut() = http::Method::PUT;
    check(send(s, cors).await, 501, "s3:PutBucketCors");
    let mut request = signed(s, sts::ops::GetCallerIdentity, Default::default(), ROOT, at).await;
    request.headers_mut().insert("x-amz-target", "Unheard_20200101.Of".parse().expect("a header"));
    request.headers_mut().insert("content-type", "application/x-amz-json-1.1".parse().expect("a header"));
    check(send(s, request).await, 404, "Unheard_20200101.Of");
}
