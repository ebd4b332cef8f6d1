//! A real function in the real sandbox.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use base64::Engine as _;
use lirio_api::{lambda, lambda::ops};
use lirio_runtime::{ContainerSpec, Runtime as _, SandboxRuntime};

use crate::platform::{Maker, TestPlatform, create, zip};

fn compile(linkage: &str) -> Vec<u8> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/bootstrap.rs");
    let output = std::env::temp_dir().join(format!("lirio-bootstrap-{}", lirio_service::uuid_v4()));
    let rustc = std::env::var_os("RUSTC").unwrap_or("rustc".into());
    let mut command = Command::new(rustc);
    command.args([
        "--edition",
        "2024",
        "-C",
        &format!("target-feature={linkage}crt-static"),
        "-C",
        "strip=symbols",
        "-o",
    ]);
    assert!(command.arg(&output).arg(source).status().unwrap().success(), "the function does not compile");
    let bytes = std::fs::read(&output).unwrap();
    std::fs::remove_file(output).unwrap();
    bytes
}

/// Whether this machine lets containers start, tried with one.
async fn possible(runtime: &SandboxRuntime) -> bool {
    let folder = std::env::temp_dir().join(format!("lirio-lambda-try-{}", lirio_service::uuid_v4()));
    std::fs::create_dir_all(folder.join("layer/bin")).unwrap();
    let spec =
        ContainerSpec::new("try", vec![folder.join("layer")], folder.join("scratch"), vec!["/bin/no".into()]);
    let outcome = runtime.start(spec).await;
    let words = outcome.as_ref().err().map(ToString::to_string).unwrap_or_default();
    let _ = std::fs::remove_dir_all(folder);
    let possible = outcome.is_ok() || words.contains("/bin/no");
    if !possible {
        println!("SKIPPED: functions in the sandbox; this machine refuses: {words}");
    }
    possible
}

pub(crate) async fn functions() {
    let runtime = Arc::new(SandboxRuntime::new().unwrap());
    if !possible(&runtime).await {
        return;
    }
    let test = TestPlatform::new(|_| Maker::Runtime(runtime));
    let program = compile("+");

    let error = test.call(ops::CreateFunction, create(zip(&compile("-")))).await.unwrap_err();
    assert!(error.message.starts_with("bootstrap is dynamically linked; build it with"), "{}", error.message);

    let mut request = create(zip(&program));
    request.timeout = Some(1);
    request.environment = Some(lambda::Environment {
        variables: Some(BTreeMap::from([("COLOUR".to_owned(), "blue".to_owned())])),
    });
    test.call(ops::CreateFunction, request).await.unwrap();

    let check = async |payload: &str, expected: &str| {
        let (error, body) = test.invoke(payload).await;
        assert_eq!((error, body.as_str()), (None, expected), "{payload}");
    };
    check("{\"a\":1}", "{\"a\":1}").await;
    check("\"env COLOUR\"", "\"blue\"").await;
    check("\"env AWS_ACCESS_KEY_ID\"", "\"ASIATEST\"").await;
    check("\"env AWS_SESSION_TOKEN\"", "\"token\"").await;
    check("\"env AWS_ENDPOINT_URL\"", "\"http://127.0.0.1:4566\"").await;
    check("\"env AWS_DISABLE_HOST_PREFIX_INJECTION\"", "\"true\"").await;
    check("\"env LAMBDA_TASK_ROOT\"", "\"/var/task\"").await;
    check("\"door\"", "\"open\"").await;
    // One environment served them all.
    check("\"count\"", "9").await;

    let (error, body) = test.invoke("\"error\"").await;
    assert_eq!(
        (error.as_deref(), body.as_str()),
        (Some("Unhandled"), "{\"errorType\":\"Oh\",\"errorMessage\":\"no\"}")
    );
    let fails = async |payload: &str, kind: &str, words: &str| {
        let (error, body) = test.invoke(payload).await;
        let json: serde_json::Value = serde_json::from_str(&body).unwrap();
        assert_eq!((error.as_deref(), json["errorType"].as_str()), (Some("Unhandled"), Some(kind)), "{body}");
        let message = json["errorMessage"].as_str().unwrap();
        assert!(message.starts_with("RequestId: ") && message.ends_with(words), "{message}");
    };
    fails("\"crash\"", "Runtime.ExitError", " Error: Runtime exited with error: exit status 1").await;
    fails("\"sleep\"", "Sandbox.Timedout", " Error: Task timed out after 1.00 seconds").await;
    check("\"count\"", "1").await;

    tail(&test).await;
    updates(&test, &program).await;
    events(&test).await;
    measure(&test).await;
}

async fn tail(test: &TestPlatform) {
    let input = lambda::InvocationRequest {
        function_name: "f".into(),
        log_type: Some("Tail".into()),
        payload: bytes::Bytes::from_static(b"\"x\"").into(),
        ..Default::default()
    };
    let answer = test.call(ops::Invoke, input).await.unwrap();
    let tail = base64::engine::general_purpose::STANDARD.decode(answer.log_result.unwrap()).unwrap();
    let tail = String::from_utf8(tail).unwrap();
    let starts: Vec<&str> = tail.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(starts, ["START", "payload", "END", "REPORT"], "{tail}");
}

async fn updates(test: &TestPlatform, program: &[u8]) {
    // More bytes behind the program make another package of it.
    let mut other = program.to_vec();
    other.extend_from_slice(b"more");
    let update = lambda::UpdateFunctionCodeRequest {
        function_name: "f".into(),
        zip_file: Some(zip(&other)),
        ..Default::default()
    };
    test.call(ops::UpdateFunctionCode, update).await.unwrap();
    assert_eq!(test.invoke("\"count\"").await, (None, "1".to_owned()));
    let variables = Some(BTreeMap::from([("COLOUR".to_owned(), "red".to_owned())]));
    let update = lambda::UpdateFunctionConfigurationRequest {
        function_name: "f".into(),
        environment: Some(lambda::Environment { variables }),
        ..Default::default()
    };
    test.call(ops::UpdateFunctionConfiguration, update).await.unwrap();
    assert_eq!(test.invoke("\"env COLOUR\"").await, (None, "\"red\"".to_owned()));
}

async fn events(test: &TestPlatform) {
    let send = async |payload: &'static [u8]| {
        let input = lambda::InvocationRequest {
            function_name: "f".into(),
            invocation_type: Some("Event".into()),
            payload: bytes::Bytes::from_static(payload).into(),
            ..Default::default()
        };
        test.call(ops::Invoke, input).await.unwrap();
    };
    let times = |text: &'static str, count| {
        move |lines: &[String]| lines.iter().filter(|line| line.trim_end() == text).count() == count
    };
    // Fails once, and is tried again.
    send(b"\"once\"").await;
    test.logged(times("payload \"once\"", 2)).await;
    // Fails always, and is given up.
    let before = test.logged(|_| true).await.iter().filter(|l| l.trim_end() == "payload \"error\"").count();
    send(b"\"error\"").await;
    test.logged(times("payload \"error\"", before + 3)).await;
    let outbox = test.platform.store.outbox("lambda.async");
    while outbox.pending().unwrap() > 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(outbox.dead_letters(0, 10).unwrap().len(), 1);
}

/// Prints how long things take; it asserts nothing.
async fn measure(test: &TestPlatform) {
    let mut warm: Vec<Duration> = Vec::new();
    for _ in 0..200 {
        let begun = Instant::now();
        test.invoke("\"x\"").await;
        warm.push(begun.elapsed());
    }
    warm.sort();
    let mut cold: Vec<Duration> = Vec::new();
    for _ in 0..10 {
        test.invoke("\"crash\"").await;
        let begun = Instant::now();
        test.invoke("\"x\"").await;
        cold.push(begun.elapsed());
    }
    cold.sort();
    println!("warm invocation: median {:?}, 99% {:?}; cold: median {:?}", warm[100], warm[198], cold[5]);
}
