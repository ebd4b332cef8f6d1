//! A set of rules says of every event what each of its rules says alone, whatever was added and removed before.
//!
//! Names and values are few, so that rules share conditions and events meet them.

use std::collections::BTreeMap;

use lirio_event_pattern::{Pattern, RuleSet};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const NAMES: &str = "(a|b|c|d|a\\.b|b\\.c)";

fn text() -> impl Strategy<Value = String> {
    "[abA]{0,4}"
}

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => text().prop_map(Value::from),
        3 => (-3i64..4).prop_map(Value::from),
        1 => (-3i64..4).prop_map(|number| json!(number as f64 / 2.0)),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
        1 => (0u8..4, 0u8..4).prop_map(|(one, other)| json!(format!("10.0.{one}.{other}"))),
        1 => (0u8..4).prop_map(|last| json!(format!("2001:db8::{last}"))),
    ]
}

fn event() -> impl Strategy<Value = Value> {
    let object = |inner: BoxedStrategy<Value>| {
        prop::collection::vec((NAMES, inner), 0..5)
            .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>()))
    };
    let inner = scalar().prop_recursive(3, 24, 4, move |inner| {
        prop_oneof![prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array), object(inner.boxed()),]
    });
    object(inner.boxed())
}

fn range() -> impl Strategy<Value = Value> {
    let (low, high) = (prop_oneof![Just(">"), Just(">=")], prop_oneof![Just("<"), Just("<=")]);
    prop_oneof![
        (low.clone(), -3i64..3, high.clone(), 0i64..4)
            .prop_map(|(low, from, high, length)| { json!({"numeric": [low, from, high, from + length]}) }),
        (low, -3i64..4).prop_map(|(low, from)| json!({"numeric": [low, from]})),
        (high, -3i64..4).prop_map(|(high, to)| json!({"numeric": [high, to]})),
        (-3i64..4).prop_map(|number| json!({"numeric": ["=", number]})),
    ]
}

fn expression() -> impl Strategy<Value = Value> {
    let wildcard = "[ab]{0,2}(\\*[abA]{1,2}){0,2}\\*?";
    let texts = || prop::collection::vec("[abA]{1,3}", 1..4);
    prop_oneof![
        6 => scalar(),
        1 => any::<bool>().prop_map(|exists| json!({"exists": exists})),
        1 => text().prop_map(|text| json!({"prefix": text})),
        1 => text().prop_map(|text| json!({"suffix": text})),
        1 => text().prop_map(|text| json!({"equals-ignore-case": text})),
        1 => text().prop_map(|text| json!({"prefix": {"equals-ignore-case": text}})),
        1 => text().prop_map(|text| json!({"suffix": {"equals-ignore-case": text}})),
        1 => wildcard.prop_map(|text| json!({"wildcard": text})),
        2 => range(),
        1 => (0u8..4, 22u8..33).prop_map(|(part, bits)| json!({"cidr": format!("10.0.{part}.0/{bits}")})),
        1 => (100u8..129).prop_map(|bits| json!({"cidr": format!("2001:db8::/{bits}")})),
        1 => texts().prop_map(|texts| json!({"anything-but": texts})),
        1 => prop::collection::vec(-3i64..4, 1..4).prop_map(|numbers| json!({"anything-but": numbers})),
        1 => texts().prop_map(|texts| json!({"anything-but": {"prefix": texts}})),
        1 => texts().prop_map(|texts| json!({"anything-but": {"suffix": texts}})),
        1 => texts().prop_map(|texts| json!({"anything-but": {"equals-ignore-case": texts}})),
        1 => wildcard.prop_map(|text| json!({"anything-but": {"wildcard": text}})),
    ]
}

fn pattern() -> impl Strategy<Value = Value> {
    let leaf = || prop::collection::vec(expression(), 1..4).prop_map(Value::Array);
    let flat = || {
        prop::collection::vec((NAMES, leaf()), 1..4)
            .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>()))
    };
    prop_oneof![
        4 => flat(),
        1 => (flat(), flat()).prop_map(|(mut outer, inner)| {
            outer["d"] = inner;
            outer
        }),
        1 => (flat(), prop::collection::vec(flat(), 2..4)).prop_map(|(mut outer, all)| {
            outer["$or"] = json!(all);
            outer
        }),
    ]
}

#[derive(Debug, Clone)]
enum Step {
    Add(u8, Value),
    Remove(u8),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => (0u8..80, pattern()).prop_map(|(key, pattern)| Step::Add(key, pattern)),
        1 => (0u8..80).prop_map(Step::Remove),
    ];
    prop::collection::vec(step, 1..150)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn sets_agree_with_single_rules(steps in steps(), events in prop::collection::vec(event(), 8)) {
        let mut set = RuleSet::new();
        let mut alone: BTreeMap<u8, (usize, Pattern)> = BTreeMap::new();
        for (number, step) in steps.into_iter().enumerate() {
            match step {
                Step::Add(key, pattern) => {
                    if let Ok(pattern) = Pattern::parse(&pattern.to_string()) {
                        set.add(key, &pattern);
                        alone.insert(key, (number, pattern));
                    }
                }
                Step::Remove(key) => prop_assert_eq!(set.remove(&key), alone.remove(&key).is_some()),
            }
        }
        prop_assert_eq!(set.len(), alone.len());
        for event in &events {
            let mut expected: Vec<(usize, u8)> = alone
                .iter()
                .filter(|(_, (_, pattern))| pattern.matches(event))
                .map(|(key, (number, _))| (*number, *key))
                .collect();
            // Rules come in the order in which they were added.
            expected.sort_unstable();
            let expected: Vec<u8> = expected.into_iter().map(|(_, key)| key).collect();
            prop_assert_eq!(set.matching(event), expected, "{}", event);
        }
    }
}

/// Rules with one condition in common and little else, so that the tree gets deep and full.
#[test]
fn many_rules_that_share_much() {
    let mut set = RuleSet::new();
    let mut alone = Vec::new();
    let shapes: [&dyn Fn(usize) -> Value; 8] = [
        &|i| json!({"source": ["s"], "a": [i % 7], "b": [i % 5], "c": [i % 3]}),
        &|i| json!({"source": ["s"], "a": [{"anything-but": ["x", format!("y{}", i % 9)]}]}),
        &|i| json!({"source": ["s"], "n": [{"numeric": [">", i % 11, "<=", i % 11 + 4]}], "c": [i % 4]}),
        &|i| json!({"source": ["s"], "n": [{"numeric": [">=", i % 13]}], "t": [{"suffix": format!("{}", i % 6)}]}),
        &|i| json!({"source": ["s"], "t": [{"wildcard": format!("*{}*", i % 21)}, {"exists": false}]}),
        &|i| json!({"source": ["s"], "missing": [{"exists": false}], "a": [i % 4, i % 5, i % 6], "b": [0, 1, 2]}),
        &|i| json!({"$or": [{"a": [i % 8]}, {"b": [{"prefix": format!("{}", i % 8)}]}], "source": ["s", "r"]}),
        &|i| json!({"list": {"x": [i % 5], "y": [i % 6]}, "source": [{"equals-ignore-case": "S"}]}),
    ];
    for i in 0..1600 {
        let pattern = Pattern::parse(&shapes[i % 8](i / 8).to_string()).expect("valid");
        set.add(i, &pattern);
        alone.push(Some(pattern));
    }
    let events: Vec<Value> = (0..40)
        .map(|i| {
            json!({
                "source": if i % 9 == 0 { "S" } else { "s" },
                "a": if i % 4 == 0 { json!(["x", i % 3]) } else { json!(i % 7) },
                "b": if i % 2 == 0 { json!(i % 5) } else { json!(format!("{i}")) },
                "c": i % 3,
                "n": i % 17,
                "t": format!("{i}"),
                "list": [{"x": i % 5, "y": i % 6}, {"x": (i + 1) % 5}, {"y": (i + 2) % 6}],
            })
        })
        .collect();
    for round in 0..4 {
        for event in &events {
            let matches =
                |(key, pattern): (usize, &Option<Pattern>)| pattern.as_ref()?.matches(event).then_some(key);
            let expected: Vec<usize> = alone.iter().enumerate().filter_map(matches).collect();
            assert_eq!(set.matching(event), expected, "round {round}: {event}");
        }
        for key in (round..1600).step_by(3) {
            assert_eq!(set.remove(&key), alone[key].take().is_some());
        }
    }
}
