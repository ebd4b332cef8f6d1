//! The language as data: what a pattern says of an event, and what is refused, from EventBridge's documentation.

use lirio_event_pattern::{Pattern, RuleSet};
use serde_json::{Value, json};

/// What patterns say of events, alone and in a set.
fn check(pattern: Value, events: &[(Value, bool)]) {
    let parsed = Pattern::parse(&pattern.to_string()).unwrap_or_else(|error| panic!("{pattern}: {error}"));
    let mut set = RuleSet::new();
    // Ten of it, so that some are found by their conditions.
    (0..10).for_each(|key| set.add(key, &parsed));
    for (event, expected) in events {
        assert_eq!(parsed.matches(event), *expected, "{pattern} on {event}");
        let found = if *expected { 10 } else { 0 };
        assert_eq!(set.matching(event).len(), found, "{pattern} in a set on {event}");
    }
}

/// What one test says of values of the field `x`.
fn check_values(test: Value, yes: &[Value], no: &[Value]) {
    let events = yes.iter().map(|value| (json!({"x": value}), true));
    let events: Vec<_> = events.chain(no.iter().map(|value| (json!({"x": value}), false))).collect();
    check(json!({"x": [test]}), &events);
}

fn check_refused(test: &str, reason: &str) {
    let text = format!(r#"{{"x": {test}}}"#);
    match Pattern::parse(&text) {
        Ok(_) => panic!("{text} is accepted"),
        Err(error) => assert_eq!(error.reason(), reason, "{text}"),
    }
}

#[test]
fn exact_values() {
    check_values(
        json!("a"),
        &[json!("a"), json!(["b", "a"])],
        &[json!("A"), json!("ab"), json!(["b"]), json!({"a": "a"})],
    );
    check_values(json!(""), &[json!("")], &[Value::Null, json!(" "), json!([])]);
    check_values(
        Value::Null,
        &[Value::Null, json!([1, null])],
        &[json!("null"), json!(""), json!(0), json!([])],
    );
    check_values(json!(true), &[json!(true)], &[json!("true"), json!(false), json!(1)]);
    check_values(json!(100), &[json!(100), json!(100.0), json!(1e2)], &[json!("100"), json!(100.5)]);
    check_values(json!(-0.0), &[json!(0), json!(0.0)], &[json!("0"), json!(false)]);
    check_values(json!("ß\u{1F600}"), &[json!("ß\u{1F600}")], &[json!("ss")]);
}

#[test]
fn beginnings_and_ends() {
    check_values(
        json!({"prefix": "us-"}),
        &[json!("us-east-1"), json!("us-")],
        &[json!("us"), json!("US-east-1"), json!(1)],
    );
    check_values(json!({"prefix": ""}), &[json!(""), json!("a")], &[json!(1), Value::Null, json!(true)]);
    check_values(
        json!({"suffix": ".png"}),
        &[json!("a.png"), json!(".png")],
        &[json!("a.PNG"), json!("png"), json!("a.png ")],
    );
    check_values(json!({"suffix": ""}), &[json!(""), json!("a")], &[json!(1), Value::Null]);
    check_values(
        json!({"prefix": {"equals-ignore-case": "EventB"}}),
        &[json!("eventbridge"), json!("EVENTB")],
        &[json!("event"), json!("xEventB")],
    );
    check_values(
        json!({"suffix": {"equals-ignore-case": "BRIDGE"}}),
        &[json!("EventBridge"), json!("bridge")],
        &[json!("bridges"), json!(5)],
    );
    check_values(json!({"suffix": "é"}), &[json!("café")], &[json!("cafe"), json!("caf\u{e8}")]);
}

#[test]
fn case_is_ignored() {
    check_values(
        json!({"equals-ignore-case": "aLiCe"}),
        &[json!("alice"), json!("ALICE"), json!(["bob", "Alice"])],
        &[json!("alicea"), json!("alic"), json!(1)],
    );
    check_values(json!({"equals-ignore-case": "ÄÖ"}), &[json!("äö"), json!("Äö")], &[json!("ao")]);
}

#[test]
fn wildcards() {
    check_values(
        json!({"wildcard": "dir/*.png"}),
        &[json!("dir/a.png"), json!("dir/.png"), json!("dir/sub/a.png")],
        &[json!("dir/a.jpg"), json!("xdir/a.png"), json!(1)],
    );
    check_values(json!({"wildcard": "*"}), &[json!(""), json!("a")], &[json!(1), Value::Null]);
    check_values(json!({"wildcard": "no star"}), &[json!("no star")], &[json!("no star ")]);
    check_values(json!({"wildcard": r"a\*b"}), &[json!("a*b")], &[json!("axb"), json!(r"a\*b")]);
    check_values(json!({"wildcard": r"a\\*"}), &[json!(r"a\"), json!(r"a\b")], &[json!("ab")]);
    check_values(json!({"wildcard": "*a*a"}), &[json!("aa"), json!("bab a")], &[json!("a"), json!("ab")]);
    check_values(json!({"wildcard": "ab*ba"}), &[json!("abba"), json!("abxba")], &[json!("aba")]);
}

#[test]
fn numbers() {
    let range = |test: Value| json!({"numeric": test});
    check_values(range(json!(["=", 5])), &[json!(5), json!(5.0), json!([1, 5])], &[json!("5"), json!(5.1)]);
    check_values(
        range(json!([">", 0])),
        &[json!(1e-9), json!(6e9)],
        &[json!(0), json!(-1), json!("1"), Value::Null],
    );
    check_values(range(json!([">=", 0])), &[json!(0), json!(-0.0)], &[json!(-1e-9)]);
    check_values(range(json!(["<", -1.5])), &[json!(-2), json!(-1.500001)], &[json!(-1.5), json!(0)]);
    check_values(range(json!(["<=", 3.018e2])), &[json!(301.8), json!(-5e9)], &[json!(301.800001)]);
    check_values(range(json!([">", 0, "<=", 5])), &[json!(5), json!(0.1)], &[json!(0), json!(5.1)]);
    check_values(range(json!([">=", 1, "<", 2])), &[json!(1), json!(1.999999)], &[json!(2), json!(0.999999)]);
    check_values(range(json!(["=", 0.1])), &[json!(0.1), json!(1e-1)], &[json!(0.100001)]);
    check_values(range(json!(["=", 4_999_999_999.999_999])), &[json!(4_999_999_999.999_999)], &[json!(5e9)]);
}

#[test]
fn addresses() {
    check_values(
        json!({"cidr": "10.0.0.0/24"}),
        &[json!("10.0.0.0"), json!("10.0.0.255"), json!(["x", "10.0.0.1"])],
        &[
            json!("10.0.1.0"),
            json!("10.0.0"),
            json!("10.0.0.256"),
            json!("10.0.0.1/32"),
            json!("::a00:1"),
            json!(10),
        ],
    );
    check_values(json!({"cidr": "0.0.0.0/0"}), &[json!("255.1.2.3")], &[json!("::1"), json!("")]);
    check_values(
        json!({"cidr": "2001:db8::/32"}),
        &[json!("2001:db8::"), json!("2001:0DB8:ffff:0:0:0:0:1")],
        &[json!("2001:db9::"), json!("10.0.0.1"), json!("2001:db8")],
    );
    check_values(json!({"cidr": "::1/128"}), &[json!("::1"), json!("0:0:0:0:0:0:0:1")], &[json!("::2")]);
}

#[test]
fn existence_is_of_leaves() {
    check_values(
        json!({"exists": true}),
        &[json!(1), json!(""), Value::Null, json!([1]), json!([[1]])],
        &[json!({}), json!({"a": 1}), json!([])],
    );
    check_values(
        json!({"exists": false}),
        &[json!({}), json!({"a": 1}), json!([])],
        &[json!(1), Value::Null, json!([0])],
    );
    check(
        json!({"a": {"b": [{"exists": false}]}}),
        &[
            (json!({}), true),
            (json!({"a": 1}), true),
            (json!({"a": {"b": {"c": 1}}}), true),
            (json!({"a": {"b": 1}}), false),
        ],
    );
    check(
        json!({"x": [{"exists": false}, "a", {"prefix": "b"}]}),
        &[
            (json!({}), true),
            (json!({"x": "a"}), true),
            (json!({"x": "bc"}), true),
            (json!({"x": "c"}), false),
        ],
    );
}

#[test]
fn anything_but() {
    let but = |excluded: Value| json!({"anything-but": excluded});
    // It asks for a value: what is absent does not satisfy it. Of several values, one that is not excluded does.
    check_values(
        but(json!("a")),
        &[json!("b"), json!(""), json!(1), Value::Null, json!(["a", "b"])],
        &[json!("a"), json!(["a"]), json!([]), json!({})],
    );
    check_values(
        but(json!(["a", "b"])),
        &[json!("c"), json!("A")],
        &[json!("a"), json!("b"), json!(["a", "b"])],
    );
    check_values(but(json!(123)), &[json!(124), json!("123"), json!(true)], &[json!(123), json!(123.0)]);
    check_values(but(json!([100, 200.5])), &[json!(100.5)], &[json!(200.5), json!(1e2)]);
    check_values(
        but(json!({"prefix": "init"})),
        &[json!("running"), json!("ini"), json!(1)],
        &[json!("initializing"), json!("init")],
    );
    check_values(but(json!({"prefix": ["a", "b"]})), &[json!("c"), json!("")], &[json!("ab"), json!("b")]);
    check_values(but(json!({"suffix": ".png"})), &[json!("a.jpg"), Value::Null], &[json!("a.png")]);
    check_values(
        but(json!({"suffix": [".png", ".jpg"]})),
        &[json!("a.gif")],
        &[json!("a.png"), json!("a.jpg")],
    );
    check_values(
        but(json!({"equals-ignore-case": "Init"})),
        &[json!("initx"), json!(0)],
        &[json!("INIT"), json!("init")],
    );
    check_values(but(json!({"equals-ignore-case": ["a", "B"]})), &[json!("c")], &[json!("A"), json!("b")]);
    check_values(
        but(json!({"wildcard": "*/lib/*"})),
        &[json!("/bin/x"), json!(1)],
        &[json!("/lib/x"), json!("a/lib/")],
    );
    check_values(but(json!({"wildcard": ["*.a", "b*"]})), &[json!("c")], &[json!("x.a"), json!("bx")]);
    check(
        json!({"x": [but(json!("a")), "a"]}),
        &[(json!({"x": "a"}), true), (json!({"x": "b"}), true), (json!({}), false)],
    );
}

#[test]
fn alternatives() {
    let either = json!({"source": ["s"], "$or": [{"a": [1]}, {"b": {"c": [2]}}, {"d": [{"exists": false}], "e": [3]}]});
    check(
        either,
        &[
            (json!({"source": "s", "a": 1}), true),
            (json!({"source": "s", "b": {"c": 2}}), true),
            (json!({"source": "s", "e": 3}), true),
            (json!({"source": "s", "d": 0, "e": 3}), false),
            (json!({"source": "s"}), false),
            (json!({"a": 1}), false),
        ],
    );
    // Nested, and twice side by side: all combinations.
    check(
        json!({"$or": [{"a": [1]}, {"$or": [{"b": [1]}, {"c": [1]}]}], "x": {"$or": [{"d": [1]}, {"e": [1]}]}}),
        &[
            (json!({"a": 1, "x": {"d": 1}}), true),
            (json!({"c": 1, "x": {"e": 1}}), true),
            (json!({"c": 1}), false),
            (json!({"x": {"d": 1, "e": 1}}), false),
        ],
    );
    // Not a list of two objects or more without operators: a field of this name.
    check(json!({"$or": ["a"]}), &[(json!({"$or": "a"}), true), (json!({"a": 1}), false)]);
    check(json!({"$or": {"a": [1]}}), &[(json!({"$or": {"a": 1}}), true)]);
    check(
        json!({"$or": [{"prefix": "a"}, {"suffix": "b"}]}),
        &[(json!({"$or": "xb"}), true), (json!({"$or": "x"}), false)],
    );
    // Both sides may name one field; both have to hold.
    check(
        json!({"x": [{"prefix": "a"}], "$or": [{"x": [{"suffix": "z"}]}, {"y": [1]}]}),
        &[
            (json!({"x": "a-z"}), true),
            (json!({"x": "a", "y": 1}), true),
            (json!({"x": "b-z"}), false),
            (json!({"x": "a"}), false),
        ],
    );
}

#[test]
fn fields_of_one_array_come_from_one_element() {
    let people = json!({"people": [
        {"first": "Anna", "last": "Smith", "tags": ["x", "y"]},
        {"first": "Peter", "last": "Jones", "tags": []},
    ]});
    let ask =
        |pattern: Value, expected: bool| check(json!({"people": pattern}), &[(people.clone(), expected)]);
    ask(json!({"first": ["Anna"], "last": ["Smith"]}), true);
    ask(json!({"first": ["Anna"], "last": ["Jones"]}), false);
    ask(json!({"first": ["Anna"], "tags": ["y"]}), true);
    ask(json!({"first": ["Peter"], "tags": ["y"]}), false);
    ask(json!({"first": ["Peter"], "tags": [{"exists": false}]}), true);
    ask(json!({"first": [{"anything-but": "Anna"}]}), true);
    // Arrays in arrays, and fields outside.
    check(
        json!({"a": {"b": [1], "c": {"d": [2]}}, "e": [3]}),
        &[
            (json!({"a": [[{"b": 1, "c": [{"d": 0}, {"d": 2}]}]], "e": [[3], 4]}), true),
            (json!({"a": [[{"b": 1, "c": {"d": 0}}, {"b": 0, "c": {"d": 2}}]], "e": 3}), false),
            (json!({"a": [{"b": 1}, {"c": [{"d": 2}]}], "e": 3}), false),
        ],
    );
}

#[test]
fn names_with_dots_are_nested_names() {
    let events = [(json!({"a": {"b": 1}}), true), (json!({"a.b": 1}), true), (json!({"a": {"c": 1}}), false)];
    check(json!({"a.b": [1]}), &events);
    check(json!({"a": {"b": [1]}}), &events);
}

#[test]
fn the_last_of_members_with_one_name_counts() {
    let pattern = Pattern::parse(r#"{"x": ["a"], "x": ["b"]}"#).unwrap();
    assert!(pattern.matches(&json!({"x": "b"})) && !pattern.matches(&json!({"x": "a"})));
}

#[test]
fn what_is_refused() {
    check_refused("[]", "Empty arrays are not allowed");
    check_refused("{}", "Empty objects are not allowed");
    check_refused("5", "\"x\" must be an object or an array");
    check_refused("null", "\"x\" must be an object or an array");
    check_refused("[[1]]", "Match value must be String, number, true, false, or null");
    check_refused("[{}]", "Match expression name not found");
    check_refused(r#"[{"like": "a"}]"#, "Unrecognized match type like");
    check_refused(r#"[{"prefix": "a", "suffix": "b"}]"#, "Only one key allowed in match expression");
    check_refused(r#"[{"prefix": 1}]"#, "prefix match pattern must be a string");
    check_refused(r#"[{"suffix": ["a"]}]"#, "suffix match pattern must be a string");
    check_refused(r#"[{"prefix": {"wildcard": "a"}}]"#, "Unsupported prefix pattern: wildcard");
    check_refused(r#"[{"equals-ignore-case": null}]"#, "equals-ignore-case match pattern must be a string");
    check_refused(r#"[{"exists": "true"}]"#, "exists match pattern must be either true or false.");
    check_refused(r#"[{"wildcard": 1}]"#, "wildcard match pattern must be a string");
    check_refused(r#"[{"wildcard": "a**b"}]"#, "Consecutive wildcard characters at pos 2");
    check_refused(r#"[{"wildcard": "a\\b"}]"#, "Invalid escape character at pos 2");
    check_refused(r#"[{"numeric": 5}]"#, "Value of numeric must be an array.");
    check_refused(r#"[{"numeric": []}]"#, "Invalid member in numeric match");
    check_refused(r#"[{"numeric": ["!", 5]}]"#, "Unrecognized numeric range operator: !");
    check_refused(r#"[{"numeric": ["=", "5"]}]"#, "Value of = must be numeric");
    check_refused(r#"[{"numeric": [">", 5, "<", 5]}]"#, "Bottom must be less than top");
    check_refused(r#"[{"numeric": [">", 5, "<", 6, "<", 7]}]"#, "Too many elements in numeric expression");
    check_refused(r#"[{"numeric": ["<", 5, ">", 1]}]"#, "Too many elements in numeric expression");
    check_refused(r#"[{"cidr": "10.0.0.0"}]"#, "Malformed CIDR, one '/' required");
    check_refused(r#"[{"cidr": "10.0.0.0/x"}]"#, "Malformed CIDR, mask bits must be an integer");
    check_refused(r#"[{"cidr": "10.0.0.0/33"}]"#, "IPv4 mask bits must be < 32");
    check_refused(r#"[{"cidr": "::/129"}]"#, "IPv6 mask bits must be < 128");
    let but = "Value of anything-but must be an array or single string/number value.";
    check_refused(r#"[{"anything-but": null}]"#, but);
    check_refused(r#"[{"anything-but": true}]"#, but);
    check_refused(r#"[{"anything-but": []}]"#, "Empty arrays are not allowed");
    check_refused(
        r#"[{"anything-but": ["a", 1]}]"#,
        "Inside anything but list, either all values are number or string, mixed type is not supported",
    );
    check_refused(
        r#"[{"anything-but": [null]}]"#,
        "Inside anything but list, start|null|boolean is not supported.",
    );
    check_refused(r#"[{"anything-but": {"prefix": ""}}]"#, "Null prefix/suffix not allowed");
    check_refused(r#"[{"anything-but": {"prefix": []}}]"#, "Empty arrays are not allowed");
    check_refused(
        r#"[{"anything-but": {"numeric": ["=", 1]}}]"#,
        "Unsupported anything-but pattern: numeric",
    );
}
