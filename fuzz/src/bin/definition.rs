//! Definitions of state machines: every text is parsed or refused with diagnostics that have a place in it.
#![no_main]

use lirio_asl::{WorkflowType, parse_as};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    for workflow in [WorkflowType::Standard, WorkflowType::Express] {
        if let Err(diagnostics) = parse_as(text, workflow) {
            assert!(!diagnostics.is_empty());
            for span in diagnostics.iter().filter_map(|d| d.span) {
                assert!(span.start <= span.end && span.end <= text.len());
            }
        }
    }
});
