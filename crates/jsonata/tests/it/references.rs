//! Free variables.

use lirio_jsonata::Expression;

#[track_caller]
fn check(text: &str, expected: &[(&str, usize)]) {
    let expression = Expression::parse(text).expect(text);
    let found: Vec<(String, usize)> = expression
        .references()
        .iter()
        .map(|reference| {
            let mut path = vec![reference.variable.clone()];
            path.extend(reference.fields.iter().cloned());
            (path.join("."), reference.at)
        })
        .collect();
    let expected: Vec<(String, usize)> =
        expected.iter().map(|(path, at)| ((*path).to_owned(), *at)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn fields_follow() {
    check("$states.input.a", &[("states.input.a", 0)]);
    check("$states.input.'a b'.c", &[("states.input.a b.c", 0)]);
    check("$states.input.items[0].x", &[("states.input.items", 0)]);
    check("$a[0].b", &[("a", 0)]);
    check("$a.(b).c", &[("a", 0)]);
    check("$a.*.c", &[("a", 0)]);
    check("1 + $b.c", &[("b.c", 4)]);
    check("$é.x & $b", &[("é.x", 0), ("b", 8)]);
}

#[test]
fn bound_variables_are_not_free() {
    check("($x := $y; $x)", &[("y", 7)]);
    check("($x := $x; $x)", &[("x", 7)]);
    check("function($a){$a + $b}", &[("b", 18)]);
    check("$map($l, function($v){$v.a})", &[("l", 5)]);
    check("($f := function($n){$f($n)}; $f($m))", &[("m", 32)]);
    check("$l@$o.($o.a & $p)", &[("l", 0), ("p", 14)]);
    check("$l#$i[$i = $j]", &[("l", 0), ("j", 11)]);
    check("(($x := 1); $x)", &[("x", 12)]);
}

#[test]
fn functions_are_not_listed() {
    check("$sum($a)", &[("a", 5)]);
    check("$a ~> $string", &[("a", 0)]);
    check("$noFunction($a)", &[("noFunction", 0), ("a", 12)]);
}

#[test]
fn context_is_free_at_the_top_only() {
    check("$", &[("", 0)]);
    check("$.a", &[(".a", 0)]);
    check("$$.a", &[("$.a", 0)]);
    check("$l[$ > 1]", &[("l", 0)]);
    check("$l.($)", &[("l", 0)]);
    check("$l^($)", &[("l", 0)]);
    check("$l{$: $}", &[("l", 0)]);
    check("$l ~> |$|{'a': $}|", &[("l", 0)]);
}

#[test]
fn expressions_are_shared_by_threads() {
    fn shared<T: Send + Sync + Clone + 'static>() {}
    shared::<Expression>();
}
