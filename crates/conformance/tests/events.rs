//! The corpus of event patterns passes, but for what is listed.

use lirio_conformance::events;

#[test]
fn the_corpus_passes() {
    let Some(folder) = events::corpus() else {
        eprintln!("\n*** NOT RUN: ../shared/conformance/events is absent, so nothing was compared ***\n");
        return;
    };
    let report = events::run_corpus(&folder).unwrap();
    let wrong = report.against(&events::listed().unwrap());
    let failing: Vec<_> = report.failing().collect();
    assert!(wrong.is_empty(), "{wrong:#?}\n{failing:#?}");
}
