//! A problem shown in the text, as a good compiler shows it.

use crate::check::Problem;
use crate::source::Source;

/// The most characters of a line that are shown; a definition may be one line of a megabyte.
const MAX_WIDTH: usize = 100;

/// How much of a long line is shown before the problem, in characters.
const LEAD: usize = 30;

/// What is wrong, where, and the line with the place underlined.
pub(crate) fn show(source: &Source, problem: &Problem) -> String {
    let diagnostic = &problem.diagnostic;
    // The API repeats the text in the message of a syntax error; the text is shown below.
    let message = diagnostic.message.split("\n at [Source: ").next().unwrap_or_default();
    let mut shown = format!("error[{}]: {}\n", diagnostic.code.as_str(), printable(message));
    let name = printable(source.name());
    let suggestion =
        diagnostic.suggestion.as_deref().map(|near| format!("did you mean '{}'?", printable(near)));
    let Some(place) = &problem.place else {
        return shown
            + &format!("  --> {name}\n")
            + &suggestion.map_or_else(String::new, |s| format!("   = {s}\n"));
    };
    let (line, column) = line_and_column(source.written(), place.start);
    let excerpt = Excerpt::of(source.written(), place.start, place.end);
    let number = line.to_string();
    let margin = " ".repeat(number.len() + 1);
    shown.push_str(&format!("{margin}--> {name}:{line}:{column}\n"));
    shown.push_str(&format!("{margin} |\n"));
    shown.push_str(&format!(" {number} | {}\n", excerpt.text));
    let underline = format!("{}{}", " ".repeat(excerpt.before), "^".repeat(excerpt.width));
    let suggestion = suggestion.map_or_else(String::new, |s| format!(" {s}"));
    shown.push_str(&format!("{margin} | {underline}{suggestion}\n"));
    // In place of a path, the location of a syntax error is the whole text once more.
    if let Some(location) = diagnostic.location.as_deref().filter(|l| l.starts_with('/')) {
        shown.push_str(&format!("{margin} = at {}\n", printable(location)));
    }
    shown
}

/// A line, or the part of it around the place.
struct Excerpt {
    text: String,
    /// Characters of `text` before the place.
    before: usize,
    /// Characters to underline.
    width: usize,
}

impl Excerpt {
    fn of(text: &str, start: usize, end: usize) -> Excerpt {
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let line = text[line_start..line_end].trim_end_matches('\r');
        let before = text[line_start..start].chars().count();
        let width = text[start..end.clamp(start, line_end)].chars().count();
        let length = line.chars().count();
        // The place with some text before it, but no less of the line's end than fits.
        let first = before.saturating_sub(LEAD).min(length.saturating_sub(MAX_WIDTH));
        let shown = (length - first).min(MAX_WIDTH);
        let mut text: String = line.chars().skip(first).take(shown).map(plain).collect();
        let mut before = before - first;
        if first > 0 {
            text.insert(0, '…');
            before += 1;
        }
        let end = text.chars().count();
        if first + shown < length {
            text.push('…');
        }
        Excerpt { text, before, width: width.min(end.saturating_sub(before)).max(1) }
    }
}

/// Line and column of a byte, from 1, the column in characters.
pub(crate) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// A text that comes from a file, without what a terminal would obey.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(plain).collect()
}

fn plain(c: char) -> char {
    match c {
        '\t' | '\n' => ' ',
        // Marks that turn the direction of text hide what is written.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    }
}
