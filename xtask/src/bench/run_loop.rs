//! The loop, over and over: `lirio run` against one platform.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;

use super::platform::{Background, Report};
use super::table::{self, Samples};

/// What follows the upload, in the order in which it happens; steps that a report does not have are left out.
const STEPS: &[&str] = &[
    "put_to_started",
    "state_train",
    "state_save_model",
    "state_save_endpoint_config",
    "state_find_endpoint",
    "state_create_endpoint",
    "state_update_endpoint",
    "state_watch_endpoint",
    "state_validate",
];

/// Parts of `state_train`, by the job's own secondary status.
const PHASES: &[&str] = &[
    "job_starting",
    "job_launchingmlinstances",
    "job_preparingtrainingstack",
    "job_downloading",
    "job_downloadingtrainingimage",
    "job_training",
    "job_uploading",
];

/// Runs the example's loop `runs` times and shows where the time went.
pub(super) fn measure(lirio: &Path, folder: &Path, runs: usize) -> Result<()> {
    let platform = Background::of_example(lirio, folder.join("data"));
    // The first run compiles, starts the platform and creates the endpoint; those after replace it.
    let first = platform.run()?;
    println!(
        "first run: put_to_validated {:.0} ms, validated with {}",
        of(&first, "put_to_validated"),
        first.accuracy
    );
    let mut samples: BTreeMap<String, Samples> = BTreeMap::new();
    for run in 1..=runs {
        let report = platform.run()?;
        println!("run {run:>3}: put_to_validated {:.0} ms", of(&report, "put_to_validated"));
        for (step, ms) in report.timings {
            samples.entry(step).or_default().add(ms);
        }
    }
    drop(platform);
    let of = |step: &str| samples.get(step).cloned().unwrap_or_default();
    let whole = of("put_to_validated");

    table::head(&format!("the loop, {runs} runs"));
    table::line("put_to_validated", &whole);
    for step in STEPS.iter().chain(PHASES).chain(&["put", "compile", "image", "apply"]) {
        let found = of(step);
        if !found.is_empty() {
            table::line(step, &found);
        }
    }

    println!("\nwhere each millisecond went (medians; a phase of the job lies within state_train)");
    let mut at = 0.0;
    for step in STEPS {
        let found = of(step);
        if found.is_empty() {
            continue;
        }
        table::bar(step, at, found.median(), whole.median());
        if *step == "state_train" {
            let mut inner = at;
            for phase in PHASES.iter().map(|phase| (phase, of(phase))).filter(|(_, found)| !found.is_empty())
            {
                table::bar(&format!("  {}", phase.0), inner, phase.1.median(), whole.median());
                inner += phase.1.median();
            }
        }
        at += found.median();
    }
    table::bar("between the steps", at, (whole.median() - at).max(0.0), whole.median());
    Ok(())
}

fn of(report: &Report, step: &str) -> f64 {
    report.timings.get(step).copied().unwrap_or_default()
}
