//! Findings for a person to read.

use std::time::Duration;

use crate::bench::human;
use crate::finding::{Finding, Verdict};

/// The widest line of prose, in characters.
const WIDTH: usize = 96;
/// Where prose begins.
const INDENT: &str = "         ";

/// One finding: a line, and below it what is to be said of one that is not good. With `colour`, for a terminal.
pub fn finding(finding: &Finding, colour: bool) -> String {
    let mark = match (finding.verdict, colour) {
        (Verdict::Pass, true) => "\x1b[32m✓\x1b[0m     ",
        (Verdict::Warn, true) => "\x1b[33m!\x1b[0m     ",
        (Verdict::Fail, true) => "\x1b[31m✗\x1b[0m     ",
        (Verdict::NotChecked, true) => "\x1b[2m–\x1b[0m     ",
        (Verdict::Pass, false) => "ok    ",
        (Verdict::Warn, false) => "warn  ",
        (Verdict::Fail, false) => "FAIL  ",
        (Verdict::NotChecked, false) => "-     ",
    };
    let check = finding.id.check();
    let seen = match finding.verdict {
        Verdict::NotChecked => format!("not checked: {}", finding.seen),
        _ => finding.seen.clone(),
    };
    let mut out = format!("  {mark} {:<17} {seen}\n", check.id);
    if !matches!(finding.verdict, Verdict::Warn | Verdict::Fail) {
        return out;
    }
    if !finding.lines.is_empty() {
        out.push('\n');
        for line in &finding.lines {
            out.push_str(&format!("{INDENT}| {line}\n"));
        }
    }
    out.push('\n');
    paragraph(&mut out, check.sentence);
    paragraph(&mut out, &format!("[{}]", check.source));
    paragraph(&mut out, &format!("To mend it: {}", finding.how_to_mend()));
    out.push('\n');
    out
}

/// The last line: `23 checks: 21 ok, 1 warning, 1 failed, in 1.42 s`.
pub fn summary(verdicts: &[Verdict], took: Duration) -> String {
    let count = |verdict| verdicts.iter().filter(|one| **one == verdict).count();
    let mut parts = vec![format!("{} ok", count(Verdict::Pass))];
    match count(Verdict::Warn) {
        0 => {}
        1 => parts.push("1 warning".to_owned()),
        more => parts.push(format!("{more} warnings")),
    }
    for (verdict, word) in [(Verdict::Fail, "failed"), (Verdict::NotChecked, "not checked")] {
        if count(verdict) > 0 {
            parts.push(format!("{} {word}", count(verdict)));
        }
    }
    format!("{} checks: {}, in {}", verdicts.len(), parts.join(", "), human(took))
}

/// Breaks a text into lines at its spaces.
fn paragraph(out: &mut String, text: &str) {
    let mut length = 0;
    for word in text.split(' ') {
        let width = word.chars().count();
        if length == 0 {
            out.push_str(INDENT);
        } else if INDENT.len() + length + 1 + width > WIDTH {
            out.push('\n');
            out.push_str(INDENT);
            length = 0;
        } else {
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += width;
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::Id;

    #[test]
    fn a_line_or_a_paragraph() {
        assert_eq!(
            finding(&Finding::pass(Id::TrainModel, "/opt/ml/model/m, 3 B"), false),
            "  ok     train.model       /opt/ml/model/m, 3 B\n"
        );
        assert_eq!(
            finding(&Finding::not_checked(Id::ServeNoModel, "why"), false),
            "  -      serve.no-model    not checked: why\n"
        );
        let failed = Finding::fail(Id::TrainModel, "/opt/ml/model is empty").lines(&["done".to_owned()]);
        assert_eq!(
            finding(&failed, false),
            "  FAIL   train.model       /opt/ml/model is empty

         | done

         What training leaves in /opt/ml/model becomes model.tar.gz, and only that is served.
         [SageMaker Developer Guide, \"How Amazon SageMaker Processes Training Output\"]
         To mend it: Write the model to /opt/ml/model.

"
        );
    }

    #[test]
    fn lines_are_broken_at_spaces() {
        for id in Id::all() {
            let text = finding(&Finding::warn(id, "x"), false);
            let prose = text.lines().filter(|line| line.starts_with(INDENT));
            for line in prose {
                assert!(line.chars().count() <= WIDTH || !line.trim().contains(' '), "{line}");
            }
        }
    }

    #[test]
    fn summaries() {
        use Verdict::{Fail, NotChecked, Pass, Warn};
        let took = Duration::from_millis(1420);
        assert_eq!(summary(&[Pass, Pass], took), "2 checks: 2 ok, in 1.42 s");
        assert_eq!(
            summary(&[Pass, Warn, Fail, NotChecked, NotChecked], took),
            "5 checks: 1 ok, 1 warning, 1 failed, 2 not checked, in 1.42 s"
        );
        assert_eq!(summary(&[Warn, Warn], took), "2 checks: 0 ok, 2 warnings, in 1.42 s");
    }
}
