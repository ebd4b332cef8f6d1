//! Event patterns: the first line is a pattern, the rest an event. The set of rules must agree with the rule alone.
#![no_main]

use lirio_event_pattern::{Pattern, RuleSet};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(input) = std::str::from_utf8(bytes) else { return };
    let (pattern_text, event_text) = input.split_once('\n').unwrap_or((input, "{\"a\": [1]}"));
    let Ok(pattern) = Pattern::parse(pattern_text) else { return };
    let Ok(event) = serde_json::from_str::<serde_json::Value>(event_text) else { return };
    let alone = pattern.matches(&event);
    let mut rules = RuleSet::new();
    rules.add(1_u32, &pattern);
    let found = rules.matching(&event);
    assert_eq!(found.len(), usize::from(alone), "the set and the rule disagree");
});
