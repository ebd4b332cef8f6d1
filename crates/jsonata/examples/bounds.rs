//! Evaluates expressions that ask for too much, and prints how each one ends and how long it takes.

use lirio_jsonata::{Expression, Limits, Scope};
use serde_json::json;

fn main() {
    let thread =
        std::thread::Builder::new().stack_size(1 << 20).spawn(run).map(std::thread::JoinHandle::join);
    println!("{}", if matches!(thread, Ok(Ok(()))) { "all ended" } else { "the thread died" });
}

fn run() {
    let many = |part: &str, count: usize| part.repeat(count);
    let bombs = [
        many("(", 10_000),
        many("[", 10_000),
        many("-", 10_000),
        many("{\"a\":", 10_000),
        many("$f(", 10_000),
        many("a?", 10_000),
        many("|a|", 10_000),
        format!("a{}", many(".a", 100_000)),
        format!("$d{}", many(".a", 100_000)),
        format!("1{}", many("+1", 100_000)),
        format!("'a'{}", many("&'a'", 100_000)),
        format!("true{}", many(" and true", 100_000)),
        format!("1{}", many(" ~> $string", 100_000)),
        format!("{}1", many("false ? 1 : ", 100_000)),
        format!("1{}", many("[0]", 100_000)),
        format!("a{}", many("[0]", 100_000)),
        format!("$d{}", many(".(a)", 100_000)),
        format!("a{}", many(".%", 1_000)),
        format!("a{}{}", many(".b", 5_000), many(".%", 5_000)),
        format!("'x'{}", many("&%.a", 100_000)),
        format!("a.({})", many("%.a & ", 50_000) + "1"),
        format!("({})", many("$x := 1;", 100_000)),
        format!("function({}$b){{1}}", many("$a,", 50_000)),
        format!("function($x)<{}>{{1}}(1)", many("s+", 10_000)),
        format!("function($x)<{}>{{1}}({}1)", many("a+", 60), many("1,", 1000)),
        "($f := function($n){$f($n)}; $f(1))".to_owned(),
        "($f := function($n){1 + $f($n)}; $f(1))".to_owned(),
        "($f := function($n){[$f($n)]}; $f(1))".to_owned(),
        "($f := function($n){$map([1,2],$f)}; $f(1))".to_owned(),
        "($f := function($n){$string($f($n))}; $f(1))".to_owned(),
        "($f := function($n){$n & $f($n & $n)}; $f('a'))".to_owned(),
        "($f := function($n){$f($n & $n)}; $f('a'))".to_owned(),
        "($f := function($n){$f([$n,$n])}; $f('a'))".to_owned(),
        "($f := function($n){$f($append($n,$n))}; $f('a'))".to_owned(),
        "[1..10000000]".to_owned(),
        "$sum([1..10000000])".to_owned(),
        "$map([1..1000], function($x){[1..10000]})".to_owned(),
        "[1..1000].([1..1000])".to_owned(),
        "[1..1000].([1..1000].([1..1000]))".to_owned(),
        "($a := [1..10000]; $a.($a))".to_owned(),
        "($a := [1..10000]; $a#$i.($a#$j.($i)))".to_owned(),
        "($a := [1..10000]; $a@$x.$a@$y.{'a': $x})".to_owned(),
        "($a := [1..10000]; $a[$a])".to_owned(),
        "($a := [1..10000]; $a[$ in $a])".to_owned(),
        "$reduce([1..100000], function($a,$b){[$a]})".to_owned(),
        "$reduce([1..100000], function($a,$b){{'a': $a}})".to_owned(),
        "$reduce([1..100000], function($a,$b){function(){$a()}}, function(){1})".to_owned(),
        "$reduce([1..100000], function($a,$b){$a ~> $string}, $string)".to_owned(),
        "$reduce([1..100000], function($a,$b){$join([$a,'x'])}, '')".to_owned(),
        "$reduce([1..100000], function($a,$b){$append($a,$b)}, [])".to_owned(),
        "$reduce([1..100000], function($a,$b){$merge([$a,{$string($b):1}])}, {})".to_owned(),
        "$reduce([1..60], function($a,$b){$a & $a}, 'aaaaaaaaaa')".to_owned(),
        "$reduce([1..60], function($a,$b){$a ~> $replace('a','aa')}, 'aaaaaaaaaa')".to_owned(),
        "$reduce([1..60], function($a,$b){$join([$a,$a])}, 'aaaaaaaaaa')".to_owned(),
        "$pad('', 1000000000)".to_owned(),
        "$pad('', 1e300, 'ab')".to_owned(),
        "$pad('a', -40000000)".to_owned(),
        "$split($pad('', 1000000), '')".to_owned(),
        "$split($pad('', 1000000, 'ab'), 'a')".to_owned(),
        "$split($pad('', 1000000, 'ab'), /a/)".to_owned(),
        "$match($pad('', 1000000, 'ab'), /a/)".to_owned(),
        "$replace($pad('', 1000000, 'ab'), /a/, $pad('', 10000))".to_owned(),
        "$match($pad('', 1000000, 'a'), /(a+)+b/)".to_owned(),
        "$map([1..100000], function($x){$match($pad('', 10000, 'a'), /(a+)+b/)})".to_owned(),
        "/((((((((((a{100}){100}){100}){100}){100}))))))/".to_owned(),
        format!("/{}/", many("(", 5_000) + "a" + &many(")", 5_000)),
        format!("/{}/", many("a|", 20_000)),
        "/[\\p{L}]{10000}/".to_owned(),
        "$fromMillis(0, $join($map([1..100000], function($i){'[Y]'})))".to_owned(),
        "$toMillis('x', $join($map([1..10000], function($i){'[Y]'})))".to_owned(),
        "$fromMillis(0, '[Y,999999999]')".to_owned(),
        "$fromMillis(0, '[D,99999999999999999]')".to_owned(),
        "$formatInteger(1e300, 'I')".to_owned(),
        "$formatInteger(1e300, 'w')".to_owned(),
        "$formatInteger(1e300, 'a')".to_owned(),
        "$formatInteger(1, $pad('', 1000000, '0,'))".to_owned(),
        "$formatNumber(1, $pad('', 1000000, '0,') & '0')".to_owned(),
        "$formatNumber(1, '0.' & $pad('', 1000000, '0,') & '0')".to_owned(),
        "$formatBase(1e308, 2)".to_owned(),
        "$round(1, 1e300)".to_owned(),
        "$power(2, 1e300)".to_owned(),
        "$range(0, 1e300, 1)".to_owned(),
        "$range(0, 9999999, 1)".to_owned(),
        "$partition([1..1000000], 1)".to_owned(),
        "$zip([1..1000000], [1..1000000])".to_owned(),
        "$sort([1..1000000])".to_owned(),
        "$sort([1..100000], function($a,$b){$a<$b})".to_owned(),
        "[1..100000]^(>$)".to_owned(),
        "$shuffle([1..1000000])".to_owned(),
        "$distinct([1..1000000])".to_owned(),
        "$string([1..1000000])".to_owned(),
        "$parse($string([1..1000000]))".to_owned(),
        "$parse($pad('', 100000, '['))".to_owned(),
        "$map([1..100000], function($x){$parse('[[[[[[[[[[]]]]]]]]]]')})".to_owned(),
        "($x := $reduce([1..390], function($a,$b){[$a]}); $x = $x and $string($x) = $string($x) and $x ~> |**|{}| = $x)".to_owned(),
        "($a := $reduce([1..30], function($x,$y){[$x,$x]}, 1); $a = $a)".to_owned(),
        "($a := $reduce([1..30], function($x,$y){[$x,$x]}, 1); $string($a))".to_owned(),
        "($a := $reduce([1..30], function($x,$y){[$x,$x]}, 0); $boolean($a))".to_owned(),
        "($a := $reduce([1..30], function($x,$y){[$x,$x]}, 0); $distinct([$a,[$a]]))".to_owned(),
        "($a := $reduce([1..30], function($x,$y){[$x,$x]}, {}); $a.x)".to_owned(),
        "($a := $reduce([1..30], function($x,$y){[$x,$x]}, {}); $keys($a))".to_owned(),
        "($a := $reduce([1..30], function($x,$y){[$x,$x]}, {}); $a.**)".to_owned(),
        "$reduce([1..30], function($x,$y){[$x,$x]}, 0)".to_owned(),
        "$reduce([1..30], function($x,$y){{'a':$x,'b':$x}}, 0)".to_owned(),
        "$hash($pad('', 10000000), 'SHA-512')".to_owned(),
        "$map([1..100000], function($x){$hash($pad('', 10000), 'MD5')})".to_owned(),
        "$base64encode($pad('', 30000000))".to_owned(),
        "$encodeUrl($pad('', 10000000, 'é'))".to_owned(),
        "$uppercase($pad('', 10000000, 'é'))".to_owned(),
        "$trim($pad('', 30000000))".to_owned(),
        "$error($pad('', 30000000))".to_owned(),
        "$number($pad('', 30000000, '1'))".to_owned(),
        "$substring($pad('', 30000000), 1)".to_owned(),
        "$map([1..1000000], function($x){$contains($d.text, 'zz')})".to_owned(),
        "$map([1..1000000], function($x){$substringAfter($d.text, 'zz')})".to_owned(),
        "$map([1..1000000], function($x){$d.text = $d.text})".to_owned(),
        "$map([1..1000000], function($x){$d.text < $d.text})".to_owned(),
        "$map([1..1000000], function($x){$d.numbers = $d.numbers})".to_owned(),
        "$map([1..1000000], function($x){$sum($d.numbers)})".to_owned(),
        "$map([1..1000000], function($x){$count($d.numbers)})".to_owned(),
        "$map([1..1000000], function($x){$d.numbers[0]})".to_owned(),
        "$map([1..1000000], function($x){$d.numbers[-1]})".to_owned(),
        "$map([1..1000000], function($x){$boolean($d.zeros)})".to_owned(),
        "$map([1..1000000], function($x){$d.zeros ? 1 : 2})".to_owned(),
        "$map([1..1000000], function($x){$d.zeros and 1})".to_owned(),
        "$map([1..1000000], function($x){$d.numbers ~> $join})".to_owned(),
        "$map([1..1000000], function($x){$toMillis('x', '[Y]' & $x)})".to_owned(),
        "$map([1..1000000], function($x){$d.numbers ~> $reverse})".to_owned(),
        "$map([1..1000000], function($x){$max($d.numbers)})".to_owned(),
        "$map([1..1000000], function($x){$zip($d.numbers)})".to_owned(),
        "$map([1..1000000], function($x){-1 in $d.numbers})".to_owned(),
        "$map([1..1000000], function($x){$lookup($d.objects, 'a')})".to_owned(),
        "$map([1..1000000], function($x){$d.objects.a})".to_owned(),
        "$map([1..1000000], function($x){$d.objects{a: 1}})".to_owned(),
        "$map([1..1000000], function($x){$length($d.text)})".to_owned(),
        "$map([1..1000000], function($x){$keys($d.objects)})".to_owned(),
        "$map([1..1000000], function($x){$single($d.numbers, function($n){$n = 5})})".to_owned(),
        "$map([1..1000000], function($x){$d.numbers.*})".to_owned(),
        "$map([1..1000000], function($x){$string($d)})".to_owned(),
        "$map([1..1000000], function($x){$d ~> |objects|{'b':1}|})".to_owned(),
        "$map([1..1000000], function($x){$merge($d.objects)})".to_owned(),
        "$map([1..1000000], function($x){$spread($d.objects)})".to_owned(),
        "$map([1..1000000], function($x){$each($d, function($v){$v})})".to_owned(),
        "$map([1..1000000], function($x){$d.numbers[$d.numbers]})".to_owned(),
        "$map([1..1000000], function($x){$d.numbers & ''})".to_owned(),
        "$map([1..1000000], function($x){[$d.numbers, $x]})".to_owned(),
        "$map([1..1000000], function($x){$formatNumber($x, '#,##0.00')})".to_owned(),
        "$map([1..1000000], function($x){$fromMillis($x)})".to_owned(),
        "$map([1..1000000], function($x){$toMillis('2018-03-23', '[Y]-[M]-[D]')})".to_owned(),
        "$map([1..1000000], function($x){$formatInteger($x, 'w')})".to_owned(),
        "$map([1..1000000], function($x){$parse($d.text)})".to_owned(),
        "$map([1..1000000], function($x){$split($d.text, ' ')})".to_owned(),
        "$map([1..1000000], function($x){$sort($d.numbers)})".to_owned(),
    ];
    let data = json!({
        "text": "lorem ipsum ".repeat(10_000),
        "numbers": (0..30_000).collect::<Vec<u32>>(),
        "zeros": vec![0; 30_000],
        "objects": (0..10_000).map(|n| json!({"a": n.to_string()})).collect::<Vec<_>>(),
    });
    for bomb in &bombs {
        let mut random = || 7;
        let variables = |name: &str| (name == "d").then(|| (&data).into());
        let limits = Limits::default();
        let mut scope = Scope { variables: &variables, now_ms: 0, random: &mut random, limits };
        let started = cpu();
        let parsed = Expression::parse(bomb);
        let parse = cpu() - started;
        let started = cpu();
        let result = parsed.and_then(|expression| expression.evaluate(&mut scope));
        let evaluate = cpu() - started;
        let slow = if parse + evaluate > 200.0 { "SLOW " } else { "" };
        let shown: String = bomb.chars().take(60).collect();
        let ended: String = match result {
            Ok(value) => format!("{value:?}").chars().take(40).collect(),
            Err(error) => format!("{} at {}", error.code, error.at),
        };
        println!("{slow}{parse:>7.1} ms parse {evaluate:>7.1} ms  {shown}  => {ended}");
    }
}

/// Milliseconds that this thread has computed; the clock of the wall would count other work too.
fn cpu() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = text.split(' ').next().and_then(|first| first.parse::<f64>().ok());
    nanoseconds.unwrap_or_default() / 1e6
}
