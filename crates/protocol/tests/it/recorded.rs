//! Every recorded request of the AWS CLI and Terraform is recognised and read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use lirio_api::{Body, Protocol, SERVICES};
use lirio_protocol::route::{self, Routed};
use lirio_protocol::{RequestHead, server};
use serde_json::Value as Json;

use crate::headers;

fn traces() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().map(|a| a.join("shared/facts/traces")).find(|p| p.is_dir())
}

#[test]
fn recorded_requests_are_recognised_and_read() {
    let Some(folder) = traces() else {
        eprintln!(
            "SKIPPED: no shared/facts/traces beside the repository: recorded requests were not replayed"
        );
        return;
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut problems = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !name.ends_with(".jsonl") || name.starts_with("docker") {
            continue;
        }
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            let record: Json = serde_json::from_str(line).unwrap();
            match replay(&record) {
                Ok(outcome) => *counts.entry(outcome).or_default() += 1,
                Err(problem) => {
                    problems.push(format!("{name} {} {}: {problem}", record["seq"], record["client"]))
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(counts.get("PutObject").is_some_and(|n| *n > 10), "{counts:?}");
    assert!(counts.get("CreateTrainingJob").is_some_and(|n| *n > 0), "{counts:?}");
    eprintln!("{counts:?}");
}

fn replay(record: &Json) -> Result<String, String> {
    let pairs: Vec<(&str, &str)> = record["headers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| (pair[0].as_str().unwrap(), pair[1].as_str().unwrap()))
        .collect();
    let headers = headers(pairs);
    let method = record["method"].as_str().unwrap().parse().unwrap();
    let head = RequestHead {
        method: &method,
        path: record["path"].as_str().unwrap(),
        query: record["query"].as_str().unwrap(),
        headers: &headers,
    };
    let body = Bytes::from(record["body"]["text"].as_str().unwrap_or_default().to_owned());
    let action = if route::needs_form(&head) { route::form_action(&body) } else { None };
    let foreign = head.credential().is_some_and(|c| SERVICES.iter().all(|s| s.signing_name != c.service));
    match route::identify(&head, action.as_deref()) {
        Routed::Served { operation, protocol, labels } => {
            let input = if server::is_streaming(operation) {
                server::decode_head(operation, protocol, &head, &labels, Body::from_bytes(body))
            } else {
                server::decode(operation, protocol, &head, &labels, body)
            };
            let input = input.map_err(|e| format!("{}: {e} ({:?})", operation.name, e.detail))?;
            // A member the model requires was sent: so it was read.
            if let Some(structure) = operation.input.and_then(|shape| shape.structure()) {
                let fields = input.as_map().unwrap();
                let missing = structure.members.iter().find(|m| m.required && fields.get(m.name).is_none());
                if let Some(member) = missing
                    && protocol != Protocol::Query
                {
                    return Err(format!("{} was read without {}", operation.name, member.name));
                }
            }
            Ok(operation.name.to_owned())
        }
        Routed::Unserved { operation, .. } => Ok(format!("({})", operation.name)),
        Routed::Unknown if foreign => Ok("another service".to_owned()),
        Routed::Unknown => Err(format!("unknown: {} {}?{}", head.method, head.path, head.query)),
    }
}
