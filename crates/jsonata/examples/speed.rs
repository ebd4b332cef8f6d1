//! Prints how long common expressions take.

use std::hint::black_box;

use lirio_jsonata::{Evaluated, Expression, Limits, Scope};
use serde_json::json;

fn main() {
    let items =
        |count: u32| (0..count).map(|n| json!({"price": n, "name": n.to_string()})).collect::<Vec<_>>();
    let states =
        json!({"input": {"a": 1, "items": items(100), "many": items(1000), "rest": "x".repeat(200_000)}});
    for text in [
        "$states.input.a",
        "$sum($states.input.items.price)",
        "$map($states.input.many, function($v){$v.price * 2})",
        "$states.input.many.{'n': name, 'p': price + 1}",
        "$states.input.items[price > 50].name",
        "$states.input.many^(>price)[0].name",
        "$states.input.many{name: price}",
        "'a' & $states.input.a & 'b'",
        "($f := function($n){$n < 2 ? $n : $f($n - 1) + $f($n - 2)}; $f(15))",
    ] {
        let started = cpu();
        let Ok(expression) = Expression::parse(text) else { continue };
        let parsed = cpu() - started;
        let mut runs = 0_u32;
        let started = cpu();
        while cpu() - started < 300.0 {
            for _ in 0..1000_u32.min(runs + 1) {
                let mut random = || 7;
                let variables = |name: &str| (name == "states").then(|| (&states).into());
                let limits = Limits::default();
                let mut scope = Scope { variables: &variables, now_ms: 0, random: &mut random, limits };
                let value = black_box(expression.evaluate(&mut scope));
                assert!(matches!(value, Ok(Evaluated::Value(_))), "{text}: {value:?}");
                runs += 1;
            }
        }
        let each = (cpu() - started) * 1000.0 / f64::from(runs);
        println!("{each:>10.2} us  (parsed once in {:.1} us)  {text}", parsed * 1000.0);
    }
}

/// Milliseconds that this thread has computed; the clock of the wall would count other work too.
fn cpu() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = text.split(' ').next().and_then(|first| first.parse::<f64>().ok());
    nanoseconds.unwrap_or_default() / 1e6
}
