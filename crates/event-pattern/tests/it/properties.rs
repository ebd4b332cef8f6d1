//! Nothing that anybody sends makes parsing or matching panic.

use lirio_event_pattern::{Pattern, RuleSet};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        "[ab.*]{0,3}".prop_map(Value::from),
        (-2i64..3).prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
        Just(json!("10.0.0.1")),
    ]
}

fn event() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(4, 40, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::vec(("(a|b|c|a\\.b|\\$or)", inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn expression() -> impl Strategy<Value = Value> {
    let text = "[ab*\\\\]{0,4}";
    prop_oneof![
        scalar(),
        any::<bool>().prop_map(|exists| json!({"exists": exists})),
        text.prop_map(|text| json!({"prefix": text})),
        text.prop_map(|text| json!({"suffix": {"equals-ignore-case": text}})),
        text.prop_map(|text| json!({"equals-ignore-case": text})),
        text.prop_map(|text| json!({"wildcard": text})),
        text.prop_map(|text| json!({"anything-but": [text]})),
        text.prop_map(|text| json!({"anything-but": {"wildcard": text}})),
        (0u8..40).prop_map(|bits| json!({"cidr": format!("10.0.0.0/{bits}")})),
        (-2i64..3, -2i64..3).prop_map(|(low, high)| json!({"numeric": [">=", low, "<", high]})),
    ]
}

fn pattern() -> impl Strategy<Value = Value> {
    let object = |inner: BoxedStrategy<Value>| {
        prop::collection::vec(("(a|b|c|a\\.b)", inner), 1..4)
            .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>()))
    };
    let leaf = prop::collection::vec(expression(), 1..3).prop_map(Value::Array).boxed();
    let inner = leaf.prop_recursive(3, 20, 3, move |inner| {
        prop_oneof![
            object(inner.clone().boxed()),
            prop::collection::vec(object(inner.boxed()), 2..4).prop_map(|all| json!({"$or": all})),
        ]
    });
    object(inner.boxed())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_parsed_or_refused(text in ".{0,60}") {
        let _ = Pattern::parse(&text);
    }

    #[test]
    fn almost_json_is_parsed_or_refused(text in r#"[{}\[\]":,0-9a-e*$\\ un-]{0,60}"#) {
        let _ = Pattern::parse(&text);
    }

    #[test]
    fn any_bytes_are_a_pattern_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..80), event in event()) {
        if let Ok(pattern) = Pattern::parse(&String::from_utf8_lossy(&bytes)) {
            let _ = pattern.matches(&event);
        }
    }

    #[test]
    fn any_bytes_in_a_pattern_are_read_or_refused(
        pattern in pattern(), at in any::<prop::sample::Index>(), bytes in prop::collection::vec(any::<u8>(), 0..4),
    ) {
        let mut text = pattern.to_string().into_bytes();
        let at = at.index(text.len() + 1);
        text.splice(at..(at + bytes.len()).min(text.len()), bytes);
        if let Ok(pattern) = Pattern::parse(&String::from_utf8_lossy(&text)) {
            let mut rules = RuleSet::new();
            rules.add((), &pattern);
            let matching = rules.matching(&json!({"a": 1})).len();
            prop_assert!(matching <= 1);
            prop_assert!(rules.remove(&()));
        }
    }

    #[test]
    fn any_bytes_are_an_event_or_none(bytes in r#"[{}\[\]":,0-9a-ce.*$\\ -]{0,60}"#, pattern in pattern()) {
        if let (Ok(event), Ok(pattern)) = (serde_json::from_str::<Value>(&bytes), Pattern::parse(&pattern.to_string())) {
            let _ = lirio_event_pattern::check_event(&event);
            let _ = pattern.matches(&event);
        }
    }

    #[test]
    fn a_cut_pattern_is_refused(pattern in pattern(), cut in 0.0f64..1.0) {
        let text = pattern.to_string();
        let at = text.char_indices().map(|(at, _)| at).nth((text.chars().count() as f64 * cut) as usize);
        if let Some(at) = at {
            prop_assert!(Pattern::parse(&text[..at]).is_err());
        }
    }

    #[test]
    fn any_event_is_matched_or_not_and_sets_agree(
        patterns in prop::collection::vec(pattern(), 1..5),
        event in event(),
    ) {
        let mut rules = RuleSet::new();
        let mut alone = Vec::new();
        for (key, pattern) in patterns.iter().enumerate() {
            if let Ok(parsed) = Pattern::parse(&pattern.to_string()) {
                rules.add(key, &parsed);
                if parsed.matches(&event) {
                    alone.push(key);
                }
            }
        }
        prop_assert_eq!(rules.matching(&event), alone);
    }
}

#[test]
fn depth_and_breadth_are_bounded() {
    for text in
        ["{\"a\":".repeat(3_000), format!("{{\"a\":{}", "[".repeat(5_000)), "{\"a\":[1],".repeat(1_500)]
    {
        assert!(Pattern::parse(&text).is_err());
    }
    let pairs = r#"{"$or": [{"a": [1]}, {"b": [1]}]}"#;
    let mut nested = pairs.to_owned();
    for _ in 0..10 {
        nested = format!(r#"{{"x": {nested}, "y": {nested}}}"#);
        if nested.len() > 7_000 {
            break;
        }
    }
    let error = Pattern::parse(&nested).expect_err("too many combinations");
    assert!(error.to_string().contains("combinations"), "{error}");
}

#[test]
fn large_arrays_do_not_multiply() {
    // Ten independent arrays of 500 elements, all of which match one field and none both: 500^10 combinations.
    let elements: Vec<Value> =
        (0..500).map(|i| if i % 2 == 0 { json!({"p": 1}) } else { json!({"q": 1}) }).collect();
    let names: Vec<String> = (0..10).map(|i| format!("n{i}")).collect();
    let event: Map<_, _> = names.iter().map(|name| (name.clone(), Value::Array(elements.clone()))).collect();
    let inside = json!([{ "deep": event }, { "deep": 1 }]);
    let wanted: Map<_, _> = names.iter().map(|name| (name.clone(), json!({"p": [1], "q": [1]}))).collect();
    let pattern = Pattern::parse(&json!({"out": {"deep": wanted}}).to_string()).expect("valid");
    assert!(!pattern.matches(&json!({"out": inside})));
}

/// An event as large as EventBridge takes, made to be hard, against rules of every kind.
#[test]
fn hard_events_end() {
    let mut rules = RuleSet::new();
    let tests = [
        json!("aaaa"),
        json!({"prefix": "aaaa"}),
        json!({"suffix": {"equals-ignore-case": "AAAB"}}),
        json!({"wildcard": "*ab*ba*"}),
        json!({"anything-but": {"wildcard": "*a*b*"}}),
        json!({"anything-but": ["a", "b"]}),
        json!({"numeric": [">", 3]}),
        json!({"cidr": "::/0"}),
        json!({"exists": false}),
        json!({"exists": true}),
    ];
    for (i, one) in tests.iter().enumerate() {
        for (k, other) in tests.iter().enumerate() {
            let pattern =
                json!({"a": {"x": [one], "y": [other], "z": {"x": [other], "y": [one]}}, "b": [one]});
            rules.add((i, k), &Pattern::parse(&pattern.to_string()).expect("valid"));
        }
    }
    let long = "a".repeat(250_000);
    let many: Vec<Value> = (0..4_000)
        .map(|i| match i % 4 {
            0 => json!({"x": i, "y": "aaaa"}),
            1 => json!({"x": "aaab", "z": {"y": i}}),
            2 => json!({"y": "ab-ba", "z": [{"x": 1}, {"y": 2}, {"x": "::1"}]}),
            _ => json!([{"x": "a"}, [{"y": "b"}], i]),
        })
        .collect();
    let nested =
        (0..100).fold(
            json!({"x": 1, "y": 2}),
            |inner, i| if i % 2 == 0 { json!([inner, 1]) } else { json!([inner]) },
        );
    for event in [
        json!({"a": {"x": long, "y": long}, "b": long}),
        json!({"a": many, "b": [1, "aaaa"]}),
        json!({"a": {"z": many, "x": many}, "a.z": many, "a.z.x": [1, 2, 3]}),
        json!({"a": nested, "a.z": nested, "b": nested}),
    ] {
        let found = rules.matching(&event);
        assert!(found.len() <= 100);
    }
}
