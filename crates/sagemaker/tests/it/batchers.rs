//! What the made-up containers of batch transform do, by the name of their image.

use std::sync::atomic::Ordering;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use lirio_sagemaker::ContainerExit;

use super::{Content, Task};

/// A request as the container saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) content_type: String,
    pub(crate) accept: String,
    pub(crate) chunked: bool,
    pub(crate) body: Bytes,
}

/// The answer of an image whose name begins with `batch`; none for others.
pub(crate) fn answer(
    task: &Task,
    prefix: &str,
    head: &http::request::Parts,
    body: &Bytes,
) -> Option<http::Response<Content>> {
    let image = prefix.split(':').next().unwrap_or_default();
    if !image.starts_with("batch") {
        return None;
    }
    let full = |status: u16, text: Bytes| {
        let body = Full::from(text).map_err(|error| match error {}).boxed_unsync();
        Some(http::Response::builder().status(status).body(body).unwrap())
    };
    match (head.uri.path(), image) {
        ("/ping", _) => return full(200, Bytes::new()),
        ("/execution-parameters", "batch-tells") => {
            let told =
                r#"{"MaxConcurrentTransforms": 2, "BatchStrategy": "SINGLE_RECORD", "MaxPayloadInMB": 1}"#;
            return full(200, told.into());
        }
        ("/execution-parameters", "batch-tells-all") => return full(200, "anything".into()),
        ("/execution-parameters", "batch-lies") => return full(200, r#"{"MaxPayloadInMB": "six"}"#.into()),
        ("/invocations", _) => {}
        _ => return full(404, Bytes::new()),
    }
    let header = |name: &str| {
        let value = head.headers.get(name).map(|value| value.to_str().unwrap().to_owned());
        value.unwrap_or_default()
    };
    let mut seen = task.seen.lock().unwrap();
    seen.push(Seen {
        content_type: header("content-type"),
        accept: header("accept"),
        chunked: header("transfer-encoding") == "chunked",
        body: body.clone(),
    });
    let count = seen.len();
    drop(seen);
    let text = String::from_utf8_lossy(body).into_owned();
    let has = |word: &str| text.contains(word);
    if has("bad") {
        return full(400, "row 1 is no number\nof any kind".into());
    }
    if has("fault") || has("flaky") && count <= 2 {
        return full(500, "it broke".into());
    }
    if has("crash") {
        task.exit.send_replace(Some(ContainerExit { code: 139, out_of_memory: false }));
    }
    if image == "batch-scores" {
        // One answer for each row: how many fields it has.
        let scores: Vec<String> = text.lines().map(|line| line.split(',').count().to_string()).collect();
        return full(200, scores.join("\n").into());
    }
    task.answered.fetch_add(1, Ordering::SeqCst);
    full(200, body.clone())
}
