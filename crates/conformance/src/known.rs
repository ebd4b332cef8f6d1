//! The list of cases that are known to fail.

use std::collections::BTreeSet;

use crate::tally::Tally;

/// The ids of a list: one a line, with comments after `#`.
pub(crate) fn listed(text: &str) -> BTreeSet<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// What contradicts the list, one sentence each.
pub(crate) fn contradictions(text: &str, tally: &Tally) -> Vec<String> {
    let listed = listed(text);
    let failed = |id: &str| tally.failed().any(|(failed, _)| failed == id);
    let unlisted = tally
        .failed()
        .filter(|(id, _)| !listed.contains(id))
        .map(|(id, _)| format!("{id} fails and is not in failing.txt"));
    let stale = listed.iter().filter(|id| !failed(id)).map(|id| {
        let what = if tally.has(id) { "passes" } else { "is no case" };
        format!("{id} {what}: take it out of failing.txt")
    });
    unlisted.chain(stale).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(list: &str, expected: &[&str]) {
        let mut tally = Tally::default();
        tally.add("good", "k", &[], Ok(()));
        tally.add("bad", "k", &[], Err("why".into()));
        assert_eq!(contradictions(list, &tally), expected);
    }

    #[test]
    fn the_list_says_what_fails_and_nothing_else() {
        check("# why\nbad\n", &[]);
        check("", &["bad fails and is not in failing.txt"]);
        check(" bad\ngood\n", &["good passes: take it out of failing.txt"]);
        check("bad\ngone", &["gone is no case: take it out of failing.txt"]);
    }
}
