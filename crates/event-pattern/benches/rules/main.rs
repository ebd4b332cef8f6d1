//! Many rules and one event: how long matching takes, and what a rule costs.
//!
//! Without arguments, every scenario runs in a process of its own, so that memory is that of its rules alone.
//! With the name of a scenario, that one runs here; `--rules N` takes another number of rules.

mod scenarios;

use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use lirio_event_pattern::{Pattern, RuleSet};
use scenarios::{SCENARIOS, Scenario};
use serde_json::Value;

/// Rules of a scenario, unless `--rules` says otherwise.
const RULES: usize = 100_000;
/// Different events of a scenario ...
const EVENTS: usize = 500;
/// ... and of one whose events are large, in bytes.
const LARGE_EVENTS: usize = 20;
const LARGE: usize = 20_000;
/// Measurements end after so long.
const LIMIT: Duration = Duration::from_millis(1500);
/// As do those of the naive loop, which take longer.
const NAIVE_LIMIT: Duration = Duration::from_millis(400);

fn main() -> ExitCode {
    let mut rules = RULES;
    let mut chosen: Vec<String> = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            // Cargo says so to every bench.
            "--bench" => {}
            "--rules" => match arguments.next().and_then(|number| number.parse().ok()) {
                Some(number) => rules = number,
                None => return usage("--rules needs a number"),
            },
            name => chosen.push(name.to_owned()),
        }
    }
    if let [only] = chosen.as_slice() {
        return match SCENARIOS.iter().find(|scenario| scenario.name == only) {
            Some(scenario) => {
                run(scenario, rules);
                ExitCode::SUCCESS
            }
            None => usage(&format!("there is no scenario '{only}'")),
        };
    }
    println!("{rules} rules; times of one event (parsed already) in microseconds");
    println!(
        "  {:<34} {:>7} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9} {:>7} {:>10}",
        "", "matches", "min", "median", "p99", "bytes", "adds/s", "removes/s", "B/rule", "naive"
    );
    let this = match std::env::current_exe() {
        Ok(path) => path,
        Err(error) => return usage(&error.to_string()),
    };
    for scenario in SCENARIOS {
        let status = Command::new(&this).args([scenario.name, "--rules", &rules.to_string()]).status();
        if !status.is_ok_and(|status| status.success()) {
            return usage(&format!("scenario '{}' did not end well", scenario.name));
        }
    }
    ExitCode::SUCCESS
}

fn usage(problem: &str) -> ExitCode {
    eprintln!("{problem}\nusage: rules [SCENARIO] [--rules N]; scenarios:");
    for scenario in SCENARIOS {
        eprintln!("  {}", scenario.name);
    }
    ExitCode::FAILURE
}

fn parse(scenario: &Scenario, number: usize) -> Pattern {
    let text = (scenario.pattern)(number).to_string();
    Pattern::parse(&text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn run(scenario: &Scenario, rules: usize) {
    let before = resident();
    let mut set = RuleSet::new();
    let mut adding = Duration::ZERO;
    for number in 0..rules {
        let pattern = parse(scenario, number);
        let start = Instant::now();
        set.add(number as u32, &pattern);
        adding += start.elapsed();
    }
    let bytes = resident().saturating_sub(before) / rules.max(1);

    let large = (scenario.event)(0).to_string().len() > LARGE;
    let count = if large { LARGE_EVENTS } else { EVENTS };
    let events: Vec<Value> =
        (0..count).map(|number| (scenario.event)(number * 7919 % rules.max(1))).collect();
    let (mut matches, mut warmed, mut times) = (0, 0, Vec::new());
    let start = Instant::now();
    // One round warms up.
    for event in &events {
        matches += set.matching(event).len();
        warmed += 1;
        if start.elapsed() > LIMIT {
            break;
        }
    }
    let start = Instant::now();
    while start.elapsed() < LIMIT && times.len() < 100 * count {
        for event in &events {
            let start_of_one = Instant::now();
            black_box(set.matching(black_box(event)));
            times.push(start_of_one.elapsed());
            if start.elapsed() > LIMIT {
                break;
            }
        }
    }
    times.sort_unstable();
    let micros = |share: f64| {
        let place = ((times.len() - 1) as f64 * share) as usize;
        times[place].as_secs_f64() * 1e6
    };

    let with_parsing = from_bytes(&set, &events);

    let (mut removing, mut removed) = (Duration::ZERO, 0);
    for number in (0..rules).step_by(2) {
        let start = Instant::now();
        black_box(set.remove(&(number as u32)));
        removing += start.elapsed();
        removed += 1;
    }
    drop(set);

    println!(
        "  {:<34} {:>7.1} {:>9.2} {:>9.2} {:>9.2} {:>9.2} {:>9.0} {:>9.0} {:>7} {:>10.0}",
        scenario.name,
        matches as f64 / f64::from(warmed),
        micros(0.0),
        micros(0.5),
        micros(0.99),
        with_parsing,
        rules as f64 / adding.as_secs_f64(),
        f64::from(removed) / removing.as_secs_f64(),
        bytes,
        naive(scenario, rules, &events),
    );
}

/// The median time of one event with parsing it.
fn from_bytes(set: &RuleSet<u32>, events: &[Value]) -> f64 {
    let texts: Vec<Vec<u8>> = events.iter().map(|event| event.to_string().into_bytes()).collect();
    let mut times = Vec::new();
    let start = Instant::now();
    while start.elapsed() < NAIVE_LIMIT {
        for text in &texts {
            let start_of_one = Instant::now();
            let event: Value = serde_json::from_slice(black_box(text)).expect("it was written as JSON");
            black_box(set.matching(&event));
            times.push(start_of_one.elapsed());
            if start.elapsed() > NAIVE_LIMIT {
                break;
            }
        }
    }
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1e6
}

/// The time of one event when every rule is tried: the mean of some events, and of as many rules as time allows.
fn naive(scenario: &Scenario, rules: usize, events: &[Value]) -> f64 {
    let patterns: Vec<Pattern> = (0..rules).map(|number| parse(scenario, number)).collect();
    let mut tried = 0usize;
    let start = Instant::now();
    'all: for event in events {
        for some in patterns.chunks(100) {
            black_box(some.iter().filter(|pattern| pattern.matches(black_box(event))).count());
            tried += some.len();
            if start.elapsed() > NAIVE_LIMIT {
                break 'all;
            }
        }
    }
    start.elapsed().as_secs_f64() * 1e6 / tried as f64 * rules as f64
}

/// Resident memory of this process in bytes; 0 where there is no /proc.
fn resident() -> usize {
    const PAGE: usize = 4096;
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    let pages = pages.as_deref().and_then(|text| text.split(' ').nth(1)?.parse::<usize>().ok());
    pages.unwrap_or(0) * PAGE
}
