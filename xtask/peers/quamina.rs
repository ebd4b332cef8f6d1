//! The scenarios of `cargo xtask bench events`, run with the crate `quamina`. Built outside of the workspace.

use std::hint::black_box;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use quamina::QuaminaBuilder;
use scenarios::{SCENARIOS, Scenario};

/// Adding rules ends after so long, and what was added by then is measured.
const ADDING: Duration = Duration::from_secs(5);
/// The memory that its automaton may take; its own default ends at 16 MiB.
const BUDGET: usize = 2 << 30;
/// Measurements end after so long.
const LIMIT: Duration = Duration::from_millis(1000);
/// Different events of a scenario.
const EVENTS: usize = 100;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [rules, name] => {
            let scenario = SCENARIOS.iter().find(|scenario| scenario.name == name);
            if let (Ok(rules), Some(scenario)) = (rules.parse(), scenario) {
                run(scenario, rules);
                return ExitCode::SUCCESS;
            }
        }
        [rules] => {
            println!(
                "\nquamina 0.7, {rules} rules or what it adds in 5 s; times of one event from its bytes in microseconds"
            );
            println!(
                "  {:<34} {:>9} {:>9} {:>7} {:>9} {:>9} {:>9} {:>7}",
                "", "rules", "first ms", "matches", "median", "p99", "adds/s", "B/rule"
            );
            for scenario in SCENARIOS {
                let this = std::env::current_exe().expect("this program has a path");
                // It may end with a panic, the text of which is long.
                let status = Command::new(this).args([rules, scenario.name]).stderr(Stdio::null()).status();
                if !status.is_ok_and(|status| status.success()) {
                    println!("  {:<34} ended early", scenario.name);
                }
            }
            return ExitCode::SUCCESS;
        }
        _ => {}
    }
    eprintln!("usage: peer RULES [SCENARIO]");
    ExitCode::FAILURE
}

fn run(scenario: &Scenario, wanted: usize) {
    let before = resident();
    let Ok(mut set) = QuaminaBuilder::new().with_arena_byte_budget(BUDGET).build() else { return };
    let (mut adding, mut rules) = (Duration::ZERO, 0);
    let mut refusal = String::new();
    while rules < wanted && adding < ADDING {
        let text = (scenario.pattern)(rules).to_string();
        let start = Instant::now();
        if let Err(error) = set.add_pattern(rules, &text) {
            refusal = error.to_string().chars().take(70).collect();
            break;
        }
        adding += start.elapsed();
        rules += 1;
    }
    if rules == 0 {
        println!("  {:<34} refused: {refusal}", scenario.name);
        return;
    }
    let bytes = resident().saturating_sub(before) / rules.max(1);
    let events: Vec<Vec<u8>> = (0..EVENTS)
        .map(|number| (scenario.event)(number * 7919 % rules.max(1)).to_string().into_bytes())
        .collect();
    // It builds what it was given when it is first asked.
    let start = Instant::now();
    let _ = black_box(set.matches_for_event(&events[0]));
    let first = start.elapsed().as_secs_f64() * 1e3;
    let (mut matches, mut times) = (0, Vec::new());
    let start = Instant::now();
    'all: for round in 0..50 {
        for event in &events {
            let start_of_one = Instant::now();
            let found = black_box(set.matches_for_event(black_box(event))).map_or(0, |found| found.len());
            times.push(start_of_one.elapsed());
            if round == 0 {
                matches += found;
            }
            if start.elapsed() > LIMIT {
                break 'all;
            }
        }
    }
    let measured = times.len().min(EVENTS);
    times.sort_unstable();
    let micros = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e6;
    println!(
        "  {:<34} {:>9} {:>9.0} {:>7.1} {:>9.2} {:>9.2} {:>9.0} {:>7} {refusal}",
        scenario.name,
        rules,
        first,
        matches as f64 / measured as f64,
        micros(0.5),
        micros(0.99),
        rules as f64 / adding.as_secs_f64(),
        bytes
    );
}

fn resident() -> usize {
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    pages.and_then(|text| text.split(' ').nth(1)?.parse::<usize>().ok()).unwrap_or(0) * 4096
}
