//! What is measured: for each number a rule, and for each number an event that few rules match.

use serde_json::{Value, json};

/// Rules of one kind, and events for them.
pub(crate) struct Scenario {
    pub(crate) name: &'static str,
    /// The pattern of a rule.
    pub(crate) pattern: fn(usize) -> Value,
    /// An event.
    pub(crate) event: fn(usize) -> Value,
}

/// All of them.
pub(crate) const SCENARIOS: &[Scenario] = &[
    Scenario {
        name: "exact-one-source",
        pattern: |i| json!({"source": ["app"], "detail-type": ["Order"], "detail": {"id": [format!("id-{i}")]}}),
        event,
    },
    Scenario {
        name: "exact-pairs",
        pattern: |i| json!({"source": [format!("app-{}", i % 316)], "detail-type": [format!("type-{}", i / 316)]}),
        event: |i| {
            let mut event = event(i);
            event["source"] = json!(format!("app-{}", i % 316));
            event["detail-type"] = json!(format!("type-{}", i / 316));
            event
        },
    },
    Scenario {
        name: "exact-five-common-fields",
        pattern: |i| {
            json!({"source": ["app"], "detail": {
                "d0": [i % 10], "d1": [i / 10 % 10], "d2": [i / 100 % 10], "d3": [i / 1000 % 10], "d4": [i / 10_000]}})
        },
        event,
    },
    Scenario {
        name: "exact-lists-of-ten",
        pattern: |i| {
            let ids: Vec<String> = (0..10).map(|k| format!("id-{}", i * 10 + k)).collect();
            json!({"source": ["app"], "detail": {"id": ids}})
        },
        event,
    },
    Scenario {
        name: "anything-but-and-id",
        pattern: |i| {
            json!({"source": ["app"], "detail": {
                "state": [{"anything-but": [format!("state-{i}")]}], "id": [format!("id-{i}")]}})
        },
        event,
    },
    Scenario {
        name: "anything-but-one-in-common",
        pattern: |i| json!({"source": ["app"], "detail": {"state": [{"anything-but": ["running", format!("x-{i}")]}]}}),
        event,
    },
    Scenario {
        name: "anything-but-prefix-and-suffix",
        pattern: |i| {
            json!({"source": ["app"], "detail": {
                "state": [{"anything-but": {"prefix": ["run", format!("x-{i}")]}}],
                "key": [{"suffix": format!("/{i}.csv")}]}})
        },
        event,
    },
    Scenario {
        name: "numeric-narrow",
        pattern: |i| json!({"source": ["app"], "detail": {"count": [{"numeric": [">=", i, "<", i + 3]}]}}),
        event,
    },
    Scenario {
        name: "numeric-nested",
        pattern: |i| json!({"source": ["app"], "detail": {"count": [{"numeric": [">", -(i as i64) - 1, "<", i]}]}}),
        event: |i| {
            let mut event = event(i);
            event["detail"]["count"] = json!(99_990 + i % 10);
            event
        },
    },
    Scenario {
        name: "numeric-half-open-and-region",
        pattern: |i| {
            json!({"source": ["app"], "detail": {
                "count": [{"numeric": [">", i]}], "zone": [format!("zone-{}", i % 20_000)]}})
        },
        event,
    },
    Scenario {
        name: "prefix",
        pattern: |i| json!({"source": ["app"], "detail": {"key": [{"prefix": format!("data/{i}/")}]}}),
        event,
    },
    Scenario {
        name: "suffix",
        pattern: |i| json!({"source": ["app"], "detail": {"key": [{"suffix": format!("/{i}.csv")}]}}),
        event,
    },
    Scenario {
        name: "suffix-ignore-case",
        pattern: |i| json!({"source": ["app"], "detail": {"key": [{"suffix": {"equals-ignore-case": format!("/{i}.CSV")}}]}}),
        event,
    },
    Scenario {
        name: "equals-ignore-case",
        pattern: |i| json!({"source": ["app"], "detail": {"id": [{"equals-ignore-case": format!("ID-{i}")}]}}),
        event,
    },
    Scenario {
        name: "wildcard-ends-differ",
        pattern: |i| json!({"source": ["app"], "detail": {"key": [{"wildcard": format!("data/*/{i}.csv")}]}}),
        event,
    },
    Scenario {
        name: "wildcard-middles-differ",
        pattern: |i| json!({"source": ["app"], "detail": {"key": [{"wildcard": format!("data/*/part-{i}/*.csv")}]}}),
        event,
    },
    Scenario {
        name: "cidr",
        pattern: |i| {
            let block = format!("10.{}.{}.{}/32", i >> 16, i >> 8 & 255, i & 255);
            json!({"source": ["app"], "detail": {"address": [{"cidr": block}]}})
        },
        event,
    },
    Scenario {
        name: "cidr-of-all-lengths",
        pattern: |i| {
            let block = format!("10.{}.{}.{}/{}", i >> 16, i >> 8 & 255, i & 255, 24 + i % 9);
            json!({"source": ["app"], "detail": {"address": [{"cidr": block}], "id": [format!("id-{i}")]}})
        },
        event,
    },
    Scenario {
        name: "exists-false-and-id",
        pattern: |i| json!({"source": ["app"], "detail": {"error": [{"exists": false}], "id": [format!("id-{i}")]}}),
        event,
    },
    Scenario {
        name: "exists-false-of-what-is-there",
        pattern: |i| {
            json!({"source": ["app"], "detail": {
                "id": [{"exists": false}], format!("extra-{i}"): [{"exists": false}]}})
        },
        event,
    },
    Scenario {
        name: "exists-true-of-what-is-not",
        pattern: |i| json!({"source": ["app"], "detail": {format!("extra-{i}"): [{"exists": true}]}}),
        event,
    },
    Scenario {
        name: "or",
        pattern: |i| {
            json!({"source": ["app"], "detail": {"$or": [
                {"id": [format!("id-{i}")]},
                {"key": [{"prefix": format!("other/{i}/")}]},
                {"count": [{"numeric": ["=", i + 500_000]}], "state": [{"anything-but": "running"}]},
            ]}})
        },
        event,
    },
    Scenario {
        name: "mixed",
        pattern: |i| (SCENARIOS[[0, 4, 7, 10, 11, 14, 15, 16, 18, 21][i % 10]].pattern)(i),
        event,
    },
    Scenario {
        name: "mixed-array-of-2000-objects",
        pattern: |i| {
            json!({"source": ["app"], "detail": {"items": {
                "name": [format!("name-{i}")], "size": [{"numeric": [">", i % 100]}], "kind": ["a", "b"]}}})
        },
        event: |i| {
            let items: Vec<Value> = (0..2000)
                .map(|k| match k % 3 {
                    0 => json!({"name": format!("name-{}", i + 13 * k), "size": 0}),
                    1 => json!({"name": format!("name-x{k}"), "size": 200, "kind": "a"}),
                    _ => json!({"size": 50, "kind": "b", "more": [1, 2, 3]}),
                })
                .collect();
            let mut event = event(i);
            event["detail"]["items"] = json!(items);
            event
        },
    },
    Scenario {
        name: "mixed-event-of-5000-fields",
        pattern: |i| (SCENARIOS[22].pattern)(i),
        event: |i| {
            let mut event = event(i);
            for k in 0..5000 {
                event["detail"][format!("extra-{k}")] = json!(format!("a value of some length, {k}"));
            }
            event
        },
    },
];

/// An event of about the size of those that AWS's services send.
fn event(i: usize) -> Value {
    json!({
        "version": "0",
        "id": "6a7e8feb-b491-4cf7-a9f1-bf3703467718",
        "detail-type": "Order",
        "source": "app",
        "account": "111122223333",
        "time": "2026-01-01T00:00:00Z",
        "region": "eu-west-1",
        "resources": ["arn:aws:s3:::bucket", format!("arn:aws:s3:::bucket/{i}")],
        "detail": {
            "id": format!("id-{i}"),
            "state": "running",
            "count": i,
            "zone": format!("zone-{}", i % 20_000),
            "address": format!("10.{}.{}.{}", i >> 16, i >> 8 & 255, i & 255),
            "key": format!("data/{i}/part-{i}/{i}.csv"),
            "d0": i % 10, "d1": i / 10 % 10, "d2": i / 100 % 10, "d3": i / 1000 % 10, "d4": i / 10_000,
            "requester": {"account": "111122223333", "arn": "arn:aws:iam::111122223333:role/some-role"},
        },
    })
}
