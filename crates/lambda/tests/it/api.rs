//! Handlers and the Runtime API, with tasks of this program as functions.

use std::sync::Arc;

use lirio_api::{Value, lambda, lambda::ops};
use lirio_lambda::{Ended, Launch, Launched, Launcher, Program};
use lirio_service::BoxFuture;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::platform::{Maker, TestPlatform, create, zip};

/// Programs that answer each invocation with its payload.
struct Echo;

struct Task(tokio::task::JoinHandle<()>);

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Program for Task {
    fn ended(&self) -> BoxFuture<'_, Ended> {
        Box::pin(std::future::pending())
    }
    fn memory_peak(&self) -> BoxFuture<'_, Option<u64>> {
        Box::pin(async { Some(7 << 20) })
    }
}

async fn exchange(stream: &mut TcpStream, request: &str) -> (String, String) {
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut all = Vec::new();
    loop {
        let mut piece = [0; 4096];
        let read = stream.read(&mut piece).await.unwrap();
        if read == 0 {
            // The environment was ended, as after an update or a removal.
            return std::future::pending().await;
        }
        all.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&all).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
        if body.len() == length.parse::<usize>().unwrap() {
            return (head.to_owned(), body.to_owned());
        }
    }
}

async fn echo(address: std::net::SocketAddr) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let unknown = exchange(&mut stream, "GET /2018-06-01/other HTTP/1.1\r\nhost: a\r\n\r\n").await;
    assert!(unknown.0.starts_with("HTTP/1.1 404"), "{}", unknown.0);
    loop {
        let next = "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nhost: a\r\n\r\n";
        let (head, body) = exchange(&mut stream, next).await;
        for header in ["deadline-ms: ", "trace-id: Root=1-", "invoked-function-arn: arn:aws:lambda:"] {
            assert!(head.contains(&format!("lambda-runtime-{header}")), "{head}");
        }
        let id = head.lines().find_map(|line| line.strip_prefix("lambda-runtime-aws-request-id: ")).unwrap();
        let path = |id: &str| {
            format!(
                "POST /2018-06-01/runtime/invocation/{id}/response HTTP/1.1\r\nhost: a\r\ncontent-length: {}\r\n\r\n{body}",
                body.len()
            )
        };
        let wrong = exchange(&mut stream, &path("another")).await;
        assert!(wrong.0.starts_with("HTTP/1.1 400"), "{}", wrong.0);
        let right = exchange(&mut stream, &path(id)).await;
        assert!(right.0.starts_with("HTTP/1.1 202"), "{}", right.0);
    }
}

impl Launcher for Echo {
    fn launch(&self, launch: Launch) -> BoxFuture<'_, Result<Launched, String>> {
        Box::pin(async move {
            assert!(launch.code.join("bootstrap").is_file());
            assert!(launch.env.contains(&("AWS_ACCESS_KEY_ID".into(), "ASIATEST".into())));
            let api = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let task = tokio::spawn(echo(api.local_addr().unwrap()));
            let (_, output) = tokio::sync::mpsc::channel(1);
            Ok(Launched { program: Arc::new(Task(task)), api, door: None, output })
        })
    }
}

/// A program that passes the checks and is never run.
fn program() -> Vec<u8> {
    let mut head = vec![0; 64];
    head[..7].copy_from_slice(b"\x7fELF\x02\x01\x01");
    head[16] = 2;
    head[18] = if cfg!(target_arch = "x86_64") { 62 } else { 183 };
    head[32] = 64;
    head[54] = 56;
    head
}

pub(crate) async fn the_api() {
    let test = TestPlatform::new(|_| Maker::Launcher(Arc::new(Echo)));
    assert_eq!(test.missing(), Vec::<String>::new());
    let get = || lambda::GetFunctionRequest { function_name: "f".into(), ..Default::default() };
    let error = test.call(ops::GetFunction, get()).await.unwrap_err();
    assert_eq!(error.code, "ResourceNotFoundException");
    assert_eq!(error.message, "Function not found: arn:aws:lambda:eu-west-1:000000000000:function:f");

    for (change, code, words) in [
        (
            (|r| r.runtime = Some("python3.13".into())) as fn(&mut lambda::CreateFunctionRequest),
            "InvalidParameterValueException",
            "python3.13",
        ),
        (|r| r.publish = Some(true), "NotImplemented", "Publish"),
        (|r| r.layers = Some(vec!["arn".into()]), "NotImplemented", "layers"),
        (|r| r.package_type = Some("Image".into()), "NotImplemented", "Image"),
        (
            |r| r.role = "arn:aws:iam::000000000000:role/x".into(),
            "InvalidParameterValueException",
            "cannot be assumed by Lambda",
        ),
        (|r| r.code.zip_file = Some(zip(b"#!/bin/sh")), "InvalidParameterValueException", "ELF"),
    ] {
        let mut request = create(zip(&program()));
        change(&mut request);
        let error = test.call(ops::CreateFunction, request).await.unwrap_err();
        assert_eq!(error.code, code, "{}", error.message);
        assert!(error.message.contains(words), "{}", error.message);
    }

    let made = test.call(ops::CreateFunction, create(zip(&program()))).await.unwrap();
    assert_eq!(
        (made.state.as_deref(), made.last_update_status.as_deref()),
        (Some("Active"), Some("Successful"))
    );
    assert_eq!(
        (made.timeout, made.memory_size, made.version.as_deref()),
        (Some(3), Some(128), Some("$LATEST"))
    );
    let error = test.call(ops::CreateFunction, create(zip(&program()))).await.unwrap_err();
    assert_eq!(
        (error.code.as_ref(), error.message.as_str()),
        ("ResourceConflictException", "Function already exist: f")
    );
    let shown = test.call(ops::GetFunction, get()).await.unwrap();
    assert_eq!(shown.configuration.as_ref(), Some(&made));
    assert_eq!(shown.code.unwrap().repository_type.as_deref(), Some("S3"));

    let signing = lambda::GetFunctionCodeSigningConfigRequest { function_name: "f".into() };
    let signing = test.value(ops::GetFunctionCodeSigningConfig, signing).await.unwrap();
    assert_eq!(signing.to_json().to_string(), r#"{"FunctionName":"f"}"#);
    let versions = lambda::ListVersionsByFunctionRequest { function_name: "f".into(), ..Default::default() };
    let versions = test.call(ops::ListVersionsByFunction, versions).await.unwrap().versions.unwrap();
    assert_eq!(
        versions[0].function_arn.as_deref(),
        Some("arn:aws:lambda:eu-west-1:000000000000:function:f:$LATEST")
    );

    policy(&test).await;
    invocations(&test).await;

    let delete = || lambda::DeleteFunctionRequest { function_name: "f".into(), qualifier: None };
    test.call(ops::DeleteFunction, delete()).await.unwrap();
    let error = test.call(ops::DeleteFunction, delete()).await.unwrap_err();
    assert_eq!(error.code, "ResourceNotFoundException");
}

async fn policy(test: &TestPlatform) {
    let arn = "arn:aws:lambda:eu-west-1:000000000000:function:f";
    assert!(test.policy(arn).is_none());
    let add = || lambda::AddPermissionRequest {
        function_name: "f".into(),
        statement_id: "s".into(),
        action: "lambda:InvokeFunction".into(),
        principal: "events.amazonaws.com".into(),
        source_arn: Some("arn:aws:events:eu-west-1:000000000000:rule/r".into()),
        source_account: Some("000000000000".into()),
        ..Default::default()
    };
    test.call(ops::AddPermission, add()).await.unwrap();
    let error = test.call(ops::AddPermission, add()).await.unwrap_err();
    assert_eq!(error.code, "ResourceConflictException");
    let get = || lambda::GetPolicyRequest { function_name: "f".into(), qualifier: None };
    let policy = test.call(ops::GetPolicy, get()).await.unwrap().policy.unwrap();
    assert_eq!(
        policy,
        concat!(
            r#"{"Version":"2012-10-17","Id":"default","Statement":[{"Sid":"s","Effect":"Allow","#,
            r#""Principal":{"Service":"events.amazonaws.com"},"Action":"lambda:InvokeFunction","#,
            r#""Resource":"arn:aws:lambda:eu-west-1:000000000000:function:f","Condition":{"#,
            r#""StringEquals":{"AWS:SourceAccount":"000000000000"},"#,
            r#""ArnLike":{"AWS:SourceArn":"arn:aws:events:eu-west-1:000000000000:rule/r"}}}]}"#
        )
    );
    assert!(test.policy(arn).is_some());
    let remove = lambda::RemovePermissionRequest {
        function_name: "f".into(),
        statement_id: "s".into(),
        ..Default::default()
    };
    test.call(ops::RemovePermission, remove).await.unwrap();
    assert_eq!(test.call(ops::GetPolicy, get()).await.unwrap_err().code, "ResourceNotFoundException");
}

async fn invocations(test: &TestPlatform) {
    for payload in ["{\"a\":1}", "[]", "\"x\""] {
        assert_eq!(test.invoke(payload).await, (None, payload.to_owned()));
    }
    assert_eq!(test.invoke("").await, (None, "{}".to_owned()));
    let input = |kind: &str, payload: &'static [u8]| lambda::InvocationRequest {
        function_name: "f".into(),
        invocation_type: Some(kind.into()),
        payload: bytes::Bytes::from_static(payload).into(),
        ..Default::default()
    };
    let error = test.call(ops::Invoke, input("RequestResponse", b"{")).await.unwrap_err();
    assert_eq!(error.code, "InvalidRequestContentException");
    let status = |value: Value| value.pointer(&["StatusCode"]).map(Value::to_json).unwrap().as_i64();
    assert_eq!(status(test.value(ops::Invoke, input("DryRun", b"")).await.unwrap()), Some(204));
    assert_eq!(status(test.value(ops::Invoke, input("Event", b"{}")).await.unwrap()), Some(202));
    // Six invocations in all, but for the refused one and the dry run.
    let ends =
        |lines: &[String]| lines.iter().filter(|line| line.starts_with("END RequestId: ")).count() == 5;
    let lines = test.logged(ends).await;
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("START RequestId: ") && line.ends_with("Version: $LATEST\n"))
    );
}
