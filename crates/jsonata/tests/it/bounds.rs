//! What asks for too much ends with an error, on a small stack.

use lirio_jsonata::{Evaluated, Limits};
use serde_json::{Value, json};

use crate::support::{evaluate, evaluate_within, on_small_stack};

/// Few steps, because these tests run without optimisation.
const FEW: Limits = Limits { steps: 200_000, depth: 400, bytes: 8 << 20 };

fn check_bound(text: String, codes: &'static [&'static str]) {
    on_small_stack(move || {
        let shown: String = text.chars().take(60).collect();
        match evaluate_within(&text, &Value::Null, FEW) {
            Err(error) => assert!(codes.contains(&error.code.as_str()), "{shown}: {error}"),
            Ok(value) => assert!(codes.is_empty(), "{shown}: {value:?}"),
        }
    });
}

#[test]
fn nested_syntax() {
    for part in ["(", "[", "-", "{\"a\":", "$f(", "a?", "|a|", "[1][", "function($x){"] {
        check_bound(part.repeat(10_000), &["D1011"]);
    }
}

#[test]
fn long_chains() {
    for (first, part) in [
        ("a", ".a"),
        ("1", "+1"),
        ("'a'", "&'a'"),
        ("true", " and true"),
        ("1", "[0]"),
        ("a", "[0]"),
        ("a", ".(a)"),
        ("a", ".%.a"),
        ("[1]", ".[1]"),
        ("a", "^(a)"),
    ] {
        on_small_stack(move || {
            let text = format!("{first}{}", part.repeat(10_000));
            let found = evaluate(&text, &Value::Null);
            assert!(found.is_ok(), "{first}{part}: {found:?}");
        });
    }
    on_small_stack(|| {
        let text = format!("{}'end'", "false ? 1 : ".repeat(10_000));
        assert_eq!(evaluate(&text, &Value::Null), Ok(Evaluated::Value(json!("end"))));
    });
}

#[test]
fn recursion() {
    for text in [
        "($f := function($n){1 + $f($n)}; $f(1))",
        "($f := function($n){[$f($n)]}; $f(1))",
        "($f := function($n){$map([1,2],$f)}; $f(1))",
        "($f := function($n){$string($f($n))}; $f(1))",
        "($f := function($n){$n.($f($n))}; $f(1))",
        "($f := function($n){{'a': $f($n)}}; $f(1))",
        "($f := function($n){$sort([1,2], function($a,$b){$f(1)})}; $f(1))",
        "($f := function($n){$replace('a', /a/, function($m){$f(1)})}; $f(1))",
    ] {
        check_bound(text.to_owned(), &["D1011"]);
    }
    check_bound("($f := function($n){$f($n)}; $f(1))".to_owned(), &["D1012"]);
}

#[test]
fn calls_may_nest() {
    on_small_stack(|| {
        let text = "($f := function($n){$n = 0 ? 0 : 1 + $f($n - 1)}; $f(300))";
        assert_eq!(evaluate(text, &Value::Null), Ok(Evaluated::Value(json!(300))));
        let text = "($f := function($n){$n = 0 ? [] : $map([1], function($x){{'a': $f($n - 1)}})}; $f(100) ~> $type)";
        assert_eq!(evaluate(text, &Value::Null), Ok(Evaluated::Value(json!("object"))));
    });
}

#[test]
fn last_calls_do_not_nest() {
    on_small_stack(|| {
        let text = "($f := function($n,$a){$n = 0 ? $a : $f($n - 1, $a + $n)}; $f(10000, 0))";
        assert_eq!(evaluate(text, &Value::Null), Ok(Evaluated::Value(json!(50_005_000))));
    });
}

#[test]
fn memory_and_steps() {
    for text in [
        "[1..10000000]",
        "$pad('', 1000000000)",
        "$pad('', 1e300, 'ab')",
        "$reduce([1..60], function($a,$b){$a & $a}, 'aaaaaaaaaa')",
        "$reduce([1..60], function($a,$b){$append($a,$a)}, [1])",
        "$reduce([1..40], function($a,$b){{'a': $a, 'b': $a}}, 0)",
        "($a := $reduce([1..40], function($a,$b){{'a': $a, 'b': $a}}, 0); $string($a))",
        "($a := $reduce([1..40], function($a,$b){[[$a], [$a]]}, 0); $boolean($a))",
        "($a := $reduce([1..40], function($a,$b){{'a': $a, 'b': $a}}, 0);
          $b := $reduce([1..40], function($a,$b){{'a': $a, 'b': $a}}, 0); $a = $b)",
        "$map([1..1000], function($x){[1..10000]})",
        "($a := [1..10000]; $a@$x.$a@$y.{'a': $x})",
        "$fromMillis(0, '[Y,999999999]')",
        "$formatInteger(1e300, 'I')",
        "$range(0, 1e300, 1)",
        "$toMillis('x', $join($map([1..10000], function($i){'[Y]'})))",
    ] {
        check_bound(text.to_owned(), &["D1012", "D1013", "D2014"]);
    }
}

#[test]
fn deep_values() {
    check_bound("$reduce([1..100000], function($a,$b){[[$a]]}, [])".to_owned(), &["D1011", "D1012"]);
    check_bound("$reduce([1..1000], function($a,$b){{'a': $a}}, 1)".to_owned(), &["D1011"]);
    on_small_stack(|| {
        let text = "($x := $reduce([1..390], function($a,$b){{'a': $a}}, 1);
            $x = $x and $string($x) = $string($x) and ($x ~> |**[a]|{}|) = $x and $count($x.**) = 391)";
        assert_eq!(evaluate(text, &Value::Null), Ok(Evaluated::Value(json!(true))));
    });
}

#[test]
fn chains_of_functions_are_dropped_without_recursion() {
    on_small_stack(|| {
        let limits = Limits { steps: 10_000_000, ..Limits::default() };
        for text in [
            "$type($reduce([1..50000], function($f,$i){[function(){$f}]}, [1]))",
            "$type($reduce([1..50000], function($f,$i){[$f[0] ~> $string]}, [$string]))",
            "$type($reduce([1..50000], function($f,$i){[$append($f, ?)]}, [1]))",
        ] {
            let found = evaluate_within(text, &Value::Null, limits);
            assert_eq!(found, Ok(Evaluated::Value(json!("array"))), "{text}");
        }
    });
}

#[test]
fn regular_expressions() {
    let nested = format!("/{}a{}/", "(".repeat(5_000), ")".repeat(5_000));
    check_bound(nested, &["S0303"]);
    let many: Vec<String> = (0..100).map(|n| format!("/a{n}/")).collect();
    check_bound(format!("[{}]", many.join(",")), &["S0303"]);
    check_bound("/((((a{100}){100}){100}){100})/".to_owned(), &["S0303"]);
    on_small_stack(|| {
        let text = "$match($pad('', 20000, 'a'), /(a+)+b/)";
        assert_eq!(evaluate(text, &Value::Null), Ok(Evaluated::Nothing));
    });
}
