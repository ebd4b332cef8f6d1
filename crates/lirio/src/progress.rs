//! What a person sees while a run goes on: in a terminal the current step counts its time in place;
//! piped, each step is one plain line when it is done.

use std::io::{IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

/// A display on standard error.
pub(crate) struct Progress {
    terminal: bool,
    running: Option<(String, Instant)>,
    /// What the running step said last.
    detail: String,
    shown: Instant,
}

impl Progress {
    pub(crate) fn new() -> Self {
        Self {
            terminal: std::io::stderr().is_terminal(),
            running: None,
            detail: String::new(),
            shown: Instant::now(),
        }
    }

    /// A step begins.
    pub(crate) fn begin(&mut self, what: &str) {
        self.running = Some((what.to_owned(), Instant::now()));
        self.detail.clear();
        self.draw();
    }

    /// What the running step says; shown in a terminal until it says something else.
    pub(crate) fn detail(&mut self, text: &str) {
        text.clone_into(&mut self.detail);
        self.tick();
    }

    /// Time passed: redraws the running step.
    pub(crate) fn tick(&mut self) {
        if self.shown.elapsed() > Duration::from_millis(50) {
            self.draw();
        }
    }

    /// The running step is done.
    pub(crate) fn done(&mut self, what: &str) {
        let took = self.running.take().map(|(_, since)| since.elapsed()).unwrap_or_default();
        self.line("done", what, Some(took));
    }

    /// A step that took a known time.
    pub(crate) fn took(&mut self, what: &str, milliseconds: i64) {
        let running = self.running.take();
        self.line("done", what, Some(Duration::from_millis(u64::try_from(milliseconds).unwrap_or(0))));
        self.running = running;
        self.draw();
    }

    /// A remark under the steps.
    pub(crate) fn note(&mut self, text: &str) {
        self.line("note", text, None);
        self.draw();
    }

    /// The running step failed.
    pub(crate) fn failed(&mut self, what: &str) {
        let took = self.running.take().map(|(_, since)| since.elapsed());
        self.line("failed", what, took);
    }

    fn line(&mut self, mark: &str, text: &str, took: Option<Duration>) {
        let mark = match (mark, self.terminal) {
            ("done", true) => "\x1b[32m✓\x1b[0m",
            ("failed", true) => "\x1b[31m✗\x1b[0m",
            ("done", false) => "ok",
            ("failed", false) => "failed",
            _ => " ",
        };
        let clear = if self.terminal { "\r\x1b[2K" } else { "" };
        let width = if self.terminal { 1 } else { 6 };
        let pad = " ".repeat(width.max(1) - if self.terminal { 1 } else { mark.len().min(width) });
        let time = took.map_or_else(String::new, |t| format!("{:>9}", human(t)));
        let mut out = std::io::stderr().lock();
        // A closed standard error must not end the run.
        let _ = if time.is_empty() {
            writeln!(out, "{clear}  {mark}{pad} {text}")
        } else {
            writeln!(out, "{clear}  {mark}{pad} {text:<60}{time}")
        };
    }

    fn draw(&mut self) {
        self.shown = Instant::now();
        let (true, Some((what, since))) = (self.terminal, &self.running) else { return };
        let mut out = std::io::stderr().lock();
        let text = clipped(what, &self.detail);
        let _ = write!(out, "\r\x1b[2K  \x1b[33m•\x1b[0m {text:<60}{:>9}", human(since.elapsed()));
        let _ = out.flush();
    }
}

/// A step and what it says, in the space before the time.
fn clipped(what: &str, detail: &str) -> String {
    if detail.is_empty() {
        return what.to_owned();
    }
    let text = format!("{what}: {detail}");
    match text.char_indices().nth(58) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// `7 ms`, `1.25 s`, `2 m 05 s`.
pub(crate) fn human(time: Duration) -> String {
    let ms = time.as_millis();
    match ms {
        0..1000 => format!("{ms} ms"),
        1000..60_000 => format!("{:.2} s", time.as_secs_f64()),
        _ => format!("{} m {:02} s", ms / 60_000, ms / 1000 % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_fit() {
        assert_eq!(clipped("building", ""), "building");
        assert_eq!(clipped("building", "Step 1"), "building: Step 1");
        assert_eq!(clipped("building", &"é".repeat(80)).chars().count(), 59);
    }

    #[test]
    fn times_for_people() {
        let check = |ms: u64, expected: &str| assert_eq!(human(Duration::from_millis(ms)), expected);
        check(7, "7 ms");
        check(1250, "1.25 s");
        check(125_000, "2 m 05 s");
    }
}
