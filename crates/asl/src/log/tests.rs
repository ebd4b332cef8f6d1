//! What is written comes back, and nothing else is taken for it.

use serde_json::json;

use super::*;
use crate::{Change, Data, Execution, Input, Started, StateType, decide, parse};

/// The log of a machine that needs nothing from outside.
fn log(definition: &serde_json::Value, input: &str) -> Vec<Record> {
    let machine = parse(&definition.to_string()).unwrap();
    let started = Started {
        execution_arn: "arn:aws:states:us-east-1:000000000000:execution:m:e".into(),
        execution_name: "e".into(),
        machine_arn: "arn:aws:states:us-east-1:000000000000:stateMachine:m".into(),
        machine_name: "m".into(),
        role_arn: "arn:aws:iam::000000000000:role/r".into(),
        input: Data::parse(input).unwrap(),
        start_ms: 1_795_341_600_000,
        scope: 0,
    };
    let mut number = 0;
    let mut random = || {
        number += 1;
        number
    };
    let mut execution = Execution::new();
    let start = Input::Start(Box::new(started));
    decide(&machine, &mut execution, start, 1_795_341_600_001, &mut random).unwrap().records
}

fn chain(count: usize) -> serde_json::Value {
    let state = |n: usize| match n == count {
        true => json!({"Type": "Pass", "End": true}),
        false => json!({"Type": "Pass", "Next": format!("Pass{}", n + 1)}),
    };
    let states: serde_json::Map<_, _> = (1..=count).map(|n| (format!("Pass{n}"), state(n))).collect();
    json!({"StartAt": "Pass1", "States": states})
}

fn check(records: &[Record]) {
    assert_eq!(decode(&encode(records).unwrap()).unwrap(), records);
}

#[test]
fn batches_come_back() {
    check(&[]);
    check(&log(&chain(3), "{\"as\":  [\"it\", \"was\", \"written\"]}"));
    check(&log(
        &json!({"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
            {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true, "TimeoutSeconds": 300,
                "HeartbeatSeconds": 9, "Resource": "arn:aws:states:::events:putEvents.waitForTaskToken",
                "Parameters": {"Entries": [{"Detail": {"token.$": "$$.Task.Token"}}]}}}},
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "Next": "Wait", "ItemsPath": "$.items",
                "ItemProcessor": {"StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}},
                "Wait": {"Type": "Wait", "Seconds": 7, "End": true}}},
        ]}}}),
        r#"{"items": [1, -2.5, "three", null, {"deep": [[]]}]}"#,
    ));
    check(&log(
        &json!({"StartAt": "No", "States": {"No": {"Type": "Fail", "Error": "E", "Cause": "C"}}}),
        "{}",
    ));
}

#[test]
fn a_redriven_map_run_comes_back() {
    let change = Change::MapRunRedriven {
        frame: 3,
        run: 2,
        arn: "arn:aws:states:r:0:mapRun:m/L:u".into(),
        count: 1000,
    };
    check(&[Record {
        version: RECORD_VERSION,
        at_ms: 5,
        event: Some(EventIds { id: 9, previous: 8 }),
        change,
    }]);
}

#[test]
fn numbers_of_events_and_times_come_back() {
    let record = |at_ms, event: Option<(u64, u64)>| Record {
        version: RECORD_VERSION,
        at_ms,
        event: event.map(|(id, previous)| EventIds { id, previous }),
        change: Change::StateAborted { frame: u32::MAX, kind: StateType::Wait },
    };
    check(&[
        record(i64::MIN, Some((u64::MAX, 0))),
        record(i64::MAX, Some((1, 0))),
        record(0, None),
        record(-1, Some((2, 1))),
        record(-1, Some((3, 900))),
        record(-1, Some((0, u64::MAX))),
        Record { version: 200, ..record(-1, Some((1, 0))) },
    ]);
}

#[test]
fn what_repeats_costs_next_to_nothing() {
    let records = log(&chain(100), &json!({"text": "x".repeat(10_000)}).to_string());
    let bytes = encode(&records).unwrap().len();
    // A document of 10 kB that is shown 202 times, and 100 names.
    assert!(bytes < 10_000 + 100 * 35, "{bytes}");
}

#[test]
fn texts_of_one_address_are_told_apart() {
    // Two documents that lie one after the other at the same place, as temporary texts do.
    let mut writer = Writer::new();
    let mut place = "a".repeat(100);
    writer.value(&place).unwrap();
    place.replace_range(.., &"b".repeat(100));
    writer.value(&place).unwrap();
    let bytes = writer.finish();
    let mut reader = Reader::new(&bytes[HEAD..]).unwrap();
    assert_eq!(reader.value::<String>().unwrap(), "a".repeat(100));
    assert_eq!(reader.value::<String>().unwrap(), "b".repeat(100));
}

#[test]
fn any_value_comes_back() {
    let value =
        json!({"": [null, true, false, 0, 127, 128, -1, u64::MAX, i64::MIN, 1.5, "", "é", {"a": {}}]});
    let mut writer = Writer::new();
    writer.value(&value).unwrap();
    let bytes = writer.finish();
    assert_eq!(Reader::new(&bytes[HEAD..]).unwrap().value::<serde_json::Value>().unwrap(), value);
}

#[test]
fn damage_is_noticed() {
    let bytes = encode(&log(&chain(2), "{}")).unwrap();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1 << bit;
            assert!(decode(&damaged).is_err(), "bit {bit} of byte {at}");
        }
        assert!(decode(&bytes[..at]).is_err(), "cut at {at}");
    }
    assert_eq!(decode(b"[{\"v\":1}]"), Err(LogError::Magic));
    assert_eq!(decode(&[MAGIC, 9, 0, 0, 0, 0]), Err(LogError::Version(9)));
}

#[test]
fn bytes_of_any_kind_end_in_an_error_or_a_batch() {
    let bytes = encode(&log(&chain(2), r#"{"a": [1, {"b": null}]}"#)).unwrap();
    let mut state = 1_u64;
    let mut random = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    };
    for _ in 0..20_000 {
        let mut damaged = bytes.clone();
        for _ in 0..1 + random() % 4 {
            let at = HEAD + random() % (damaged.len() - HEAD);
            damaged[at] = random() as u8;
        }
        // The checksum agrees, so that what is behind it is read.
        let checksum = crc32fast::hash(&damaged[HEAD..]).to_le_bytes();
        damaged[2..HEAD].copy_from_slice(&checksum);
        drop(decode(&damaged));
    }
    // Lists within lists, as deep as the bytes go.
    let mut deep = vec![0];
    for _ in 0..100_000 {
        deep.extend_from_slice(&[LIST, 1]);
    }
    let mut reader = Reader::new(&deep).unwrap();
    assert!(reader.value::<serde_json::Value>().is_err());
}
