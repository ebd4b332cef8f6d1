use serde_json::{Value, json};

use super::*;

fn document() -> Value {
    json!({
        "a": {"b": [1, 2, 3, 4], "x-y": "dash", "c": null},
        "books": [
            {"title": "One", "price": 8, "tags": ["t", "p"], "isbn": "1"},
            {"title": "Two", "price": 12.5, "tags": []},
            {"title": "Three", "price": 22, "tags": ["p"]}
        ],
        "limit": 10,
        "it's": true
    })
}

fn check(path: &str, expected: Value) {
    let path = Path::parse(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    assert_eq!(
        path.query(&document()).unwrap_or_else(|e| panic!("{}: {e}", path.text())),
        expected,
        "{}",
        path.text()
    );
}

fn check_missing(path: &str, message: &str) {
    let error = Path::parse(path).unwrap().query(&document()).unwrap_err();
    assert_eq!(error.to_string(), message);
}

#[test]
fn definite_paths_yield_the_value() {
    check("$.a.b[1]", json!(2));
    check("$['a']['b'][-1]", json!(4));
    check("$.a.x-y", json!("dash"));
    check("$.a.c", json!(null));
    check(r"$['it\'s']", json!(true));
    check("$.a['b','c']", json!({"b": [1, 2, 3, 4], "c": null}));
    check("$.a.b.length()", json!(4));
    check("$.books[*].price.max()", json!(22.0));
    check("$", document());
}

#[test]
fn indefinite_paths_yield_a_list() {
    check("$.a.b[*]", json!([1, 2, 3, 4]));
    check("$.a.b[1:3]", json!([2, 3]));
    check("$.a.b[-2:]", json!([3, 4]));
    check("$.a.b[:1]", json!([1]));
    check("$.a.b[0,2,9]", json!([1, 3]));
    check("$..title", json!(["One", "Two", "Three"]));
    check("$.nothing[*].here", json!([]));
    check("$.nothing.at.all[0:2]", json!([]));
    check("$..[0]", json!([1, {"title": "One", "price": 8, "tags": ["t", "p"], "isbn": "1"}, "t", "p"]));
}

#[test]
fn filters() {
    let titles = |filter: &str, expected: Value| check(&format!("$.books[?({filter})].title"), expected);
    titles("@.price < 10", json!(["One"]));
    titles("@.price<=12.5", json!(["One", "Two"]));
    titles("@.price > $.limit && @.title != 'Two'", json!(["Three"]));
    titles("@.isbn", json!(["One"]));
    titles("!@.isbn", json!(["Two", "Three"]));
    titles("(@.price == 8 || @.price == 22) && @.title == 'Three'", json!(["Three"]));
    titles("@.title =~ /t.*/i", json!(["Two", "Three"]));
    titles("@.title in ['One', \"Three\"]", json!(["One", "Three"]));
    titles("@.title nin ['One']", json!(["Two", "Three"]));
    titles("@.tags contains 'p'", json!(["One", "Three"]));
    titles("@.tags empty true", json!(["Two"]));
    titles("@.tags size 2", json!(["One"]));
    titles("@.tags subsetof ['p']", json!(["Two", "Three"]));
    titles("'One' == @.title", json!(["One"]));
    check("$.a.b[?(@ > 2)]", json!([3, 4]));
    check("$..[?(@.price == 8)].title", json!(["One"]));
}

#[test]
fn missing_places_are_named_as_jayway_names_them() {
    check_missing("$.x", "No results for path: $['x']");
    check_missing("$.x.y", "Missing property in path $['x']");
    check_missing("$.a.b[9]", "No results for path: $['a']['b'][9]");
    check_missing("$.limit.x", "No results for path: $['limit']['x']");
}

#[test]
fn bad_paths_are_refused() {
    for text in [
        "",
        "a",
        "$.",
        "$.a[",
        "$.a[]",
        "$['a",
        "$.a b",
        "$..",
        "$.a[?(@.b ==)]",
        "$.a[?(@.b)",
        "$.a.f()",
        "$$23",
        "$.a[:]",
    ] {
        assert!(Path::parse(text).is_err(), "{text}");
    }
    let deep = format!("$[?({}@.a{})]", "(".repeat(100), ")".repeat(100));
    assert!(Path::parse(&deep).is_err());
}

#[test]
fn variables() {
    let path = Path::parse("$total.x[0]").unwrap();
    assert_eq!(path.variable(), Some("total"));
    assert_eq!(path.query(&json!({"x": [7]})), Ok(json!(7)));
    assert_eq!(Path::parse("$_a1").unwrap().variable(), Some("_a1"));
    assert_eq!(Path::parse("$.total").unwrap().variable(), None);
    assert!(ReferencePath::parse("$total.x").is_err());
    assert!(Path::parse(&format!("${}", "a".repeat(81))).is_err());
}

#[test]
fn expensive_queries_stop() {
    let list: Value = (0..3000).collect();
    let path = Path::parse("$[?(@ in $)]").unwrap();
    assert_eq!(path.query(&list), Err(QueryError::TooExpensive));
    let same = format!("$[{}]", vec!["0"; 10_000].join(","));
    let long = json!(["a".repeat(100_000)]);
    assert_eq!(Path::parse(&same).unwrap().query(&long), Err(QueryError::TooExpensive));
}

#[test]
fn reference_paths_write() {
    let write = |path: &str, document: Value, value: Value| {
        ReferencePath::parse(path).unwrap().write(document, value)
    };
    assert_eq!(write("$", json!(1), json!(2)), Ok(json!(2)));
    assert_eq!(write("$.a.b", json!({"x": 1}), json!(2)), Ok(json!({"x": 1, "a": {"b": 2}})));
    assert_eq!(write("$.a[1]", json!({"a": [1, 2]}), json!(9)), Ok(json!({"a": [1, 9]})));
    assert_eq!(
        write("$.a.b", json!({"a": 1}), json!(2)).unwrap_err().to_string(),
        "Unable to apply step \"b\" to input 1"
    );
    assert!(write("$.a[2]", json!({"a": [1, 2]}), json!(9)).is_err());
    for text in ["$.a[*]", "$..a", "$$.a", "$.a[-1]", "$.a.length()", "$['a','b']"] {
        assert!(ReferencePath::parse(text).is_err(), "{text}");
    }
}

/// Damage of every kind at every place must be answered, never met with a panic.
#[test]
fn damaged_paths_are_answered() {
    let whole =
        "$.a['b\\'c'][1:-2]..d[?(@.e in ['x', \"y\"] && !(@.f =~ /g.*/i || @['h'] >= 1.5))].*.length()";
    assert!(Path::parse(whole).is_ok());
    for (at, c) in whole.char_indices() {
        let (before, after) = (&whole[..at], &whole[at + c.len_utf8()..]);
        for damage in ["", "\u{a0}", "é", "\\", "'", "\"", "[", "]", "(", ")", "/", "@", "$", "9"] {
            if let Ok(path) = Path::parse(&format!("{before}{damage}{after}")) {
                drop(path.query(&document()));
            }
        }
        drop(Path::parse(before));
    }
}
