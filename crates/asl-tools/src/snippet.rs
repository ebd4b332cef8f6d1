//! A problem shown in the text, as a good compiler shows it.

use std::ops::Range;

use lirio_asl::Code;

use crate::check::Problem;
use crate::hint::{hint, word};
use crate::source::Source;

/// The most characters of a line that are shown; a definition may be one line of a megabyte.
const MAX_WIDTH: usize = 100;

/// How much of a long line is shown before the problem, in characters.
const LEAD: usize = 30;

/// What is wrong, where, and the line with the place underlined.
pub(crate) fn show(source: &Source, problem: &Problem) -> String {
    let diagnostic = &problem.diagnostic;
    // The API repeats the text in the message of a syntax error; the text is shown below.
    let message = diagnostic.message.split("\n at [Source: ").next().unwrap_or_default().trim_end();
    let mut shown = format!("error[{}]: {}\n", diagnostic.code.as_str(), printable(message));
    let suggestion =
        diagnostic.suggestion.as_deref().map(|near| format!("did you mean '{}'?", printable(near)));
    let written = source.written();
    let Some(place) = &problem.place else {
        return shown
            + &format!("  --> {}\n", printable(source.name()))
            + &suggestion.map_or_else(String::new, |s| format!("   = {s}\n"));
    };
    let is_syntax = diagnostic.code == Code::InvalidJsonDescription;
    let mut place = place.clone();
    let hint = hint(written, place.start).filter(|_| is_syntax);
    if message.starts_with("Unrecognized token") {
        // The error is behind what was read.
        let before = &written[..place.start];
        let length = before.chars().next_back().map_or(0, char::len_utf8).max(word(before).len());
        place = place.start - length..place.start;
    } else if is_syntax && written[place.start..].trim().is_empty() {
        // The end is where the text ends, not an empty line below.
        place = written.trim_end().len()..written.trim_end().len();
    }
    shown.push_str(&block(source.name(), written, place.clone(), suggestion.as_deref().unwrap_or_default()));
    let margin = " ".repeat(line_and_column(written, place.start).0.to_string().len() + 1);
    if let Some(hint) = hint {
        shown.push_str(&format!("{margin} = {}\n", printable(&hint)));
    }
    // In place of a path, the location of a syntax error is the whole text once more.
    if let Some(location) = diagnostic.location.as_deref().filter(|l| l.starts_with('/')) {
        shown.push_str(&format!("{margin} = at {}\n", printable(location)));
    }
    shown
}

/// A place in the text of a file: its name, line and column, and the line with the place underlined
/// and a note behind.
pub(crate) fn block(name: &str, text: &str, place: Range<usize>, note: &str) -> String {
    let (line, column) = line_and_column(text, place.start);
    let excerpt = Excerpt::of(text, place.start, place.end);
    let number = line.to_string();
    let margin = " ".repeat(number.len() + 1);
    let underline = format!("{}{}", " ".repeat(excerpt.before), "^".repeat(excerpt.width));
    let lines = [
        format!("{margin}--> {}:{line}:{column}", printable(name)),
        format!("{margin} |"),
        format!(" {number} | {}", excerpt.text),
        format!("{margin} | {underline} {note}"),
    ];
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// The byte at a line and a column, both from 1; none beyond the text.
pub(crate) fn offset(text: &str, line: usize, column: usize) -> Option<usize> {
    let mut start = 0;
    for _ in 1..line {
        start += text[start..].find('\n')? + 1;
    }
    let line = text[start..].lines().next().unwrap_or_default();
    let within = line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(at, _)| at);
    Some(start + within)
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
        // Marks that turn the direction of text hide what is written; a byte order mark hides itself.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    }
}
