//! Pictures of dates and times.

use std::cell::OnceCell;

use ::regex::{Regex, RegexBuilder};

use super::calendar::{Civil, days_from_civil};
use super::integer_words::words_pattern;
use super::picture::{Case, Digits, Picture, Style};
use crate::error::{Fault, UNPLACED, fault, quoted};
use crate::eval::Machine;

/// Milliseconds of a minute.
pub(super) const MINUTE: i64 = 60_000;

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A parsed picture.
#[derive(Debug)]
pub(crate) struct DatePicture {
    parts: Vec<Part>,
    /// What reads it; compiled when it is first used so.
    regex: OnceCell<Option<Regex>>,
}

#[derive(Debug)]
enum Part {
    Literal(String),
    Marker(Marker),
}

/// `[...]`.
#[derive(Debug)]
struct Marker {
    component: char,
    shown: Shown,
    /// The most digits of a year.
    year_digits: Option<usize>,
    /// The most letters of a name.
    name_letters: Option<usize>,
    /// `t` after the digits: UTC is `Z`.
    traditional: bool,
    /// Digits that are read when digits of another marker follow directly.
    read_digits: Option<usize>,
}

#[derive(Debug)]
enum Shown {
    Name(Case),
    Number(Picture),
    /// A time zone whose digits cannot be told apart.
    Nothing,
}

impl DatePicture {
    pub(crate) fn parse(text: &str) -> Result<DatePicture, Fault> {
        let mut parts = Vec::new();
        let mut literal = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['[', ']']) {
            literal.push_str(&rest[..at]);
            let bracket = &rest[at..=at];
            let after = &rest[at + 1..];
            if bracket == "]" || after.starts_with('[') {
                // Doubled brackets stand for themselves.
                literal.push_str(bracket);
                rest = after.strip_prefix(bracket).unwrap_or(after);
                continue;
            }
            let Some(end) = after.find(']') else { return Err(fault("D3135", UNPLACED, &[])) };
            if !literal.is_empty() {
                parts.push(Part::Literal(std::mem::take(&mut literal)));
            }
            let marker: String =
                after[..end].chars().filter(|character| !character.is_whitespace()).collect();
            let marker = Marker::parse(&marker)?;
            if let (Some(Part::Marker(before)), true) = (parts.last_mut(), marker.is_number()) {
                before.read_digits = before.digits().map(|digits| digits.mandatory);
            }
            parts.push(Part::Marker(marker));
            rest = &after[end + 1..];
        }
        literal.push_str(rest);
        if !literal.is_empty() {
            parts.push(Part::Literal(literal));
        }
        Ok(DatePicture { parts, regex: OnceCell::new() })
    }

    /// Writes a moment.
    pub(super) fn format(&self, machine: &mut Machine<'_>, moment: &Civil) -> Result<String, Fault> {
        let mut made = String::new();
        for part in &self.parts {
            machine.spend(3)?;
            match part {
                Part::Literal(text) => made.push_str(text),
                Part::Marker(marker) => made.push_str(&marker.format(machine, moment)?),
            }
        }
        machine.reserve(made.len())?;
        Ok(made)
    }

    /// Reads a moment, in milliseconds. What the text does not tell is taken from now, if it is greater than
    /// what it tells, or is the least.
    pub(super) fn read(
        &self,
        machine: &mut Machine<'_>,
        text: &str,
        now: &Civil,
    ) -> Result<Option<f64>, Fault> {
        if self.regex.get().is_none() {
            // Compiling costs most.
            machine.spend(self.parts.len() * 200 + 200)?;
            let _ = self.regex.set(self.compile()?);
        }
        machine.spend(8)?;
        let Some(Some(regex)) = self.regex.get() else { return Ok(None) };
        let Some(captures) = regex.captures(text) else { return Ok(None) };
        let mut told = Told::default();
        let mut group = 0;
        for part in &self.parts {
            let Part::Marker(marker) = part else { continue };
            group += 1;
            let matched = captures.get(group).map_or("", |group| group.as_str());
            if let Some(value) = marker.read(matched) {
                told.set(marker.component, value);
            }
        }
        told.millis(now)
    }

    fn compile(&self) -> Result<Option<Regex>, Fault> {
        if self.parts.len() > 64 {
            return Ok(None);
        }
        let mut pattern = String::from("^");
        for part in &self.parts {
            match part {
                Part::Literal(text) => pattern.push_str(&::regex::escape(text)),
                Part::Marker(marker) => {
                    pattern.push('(');
                    pattern.push_str(&marker.pattern()?);
                    pattern.push(')');
                }
            }
        }
        pattern.push('$');
        // A picture too large to compile matches nothing.
        Ok(RegexBuilder::new(&pattern).case_insensitive(true).size_limit(1 << 21).build().ok())
    }
}

impl Marker {
    fn parse(text: &str) -> Result<Marker, Fault> {
        let component = text.chars().next();
        let Some(component) = component.filter(|component| "YMDdFWwXxHhPmsfZzCE".contains(*component)) else {
            let shown = component.map(String::from).unwrap_or_default();
            return Err(fault("D3132", UNPLACED, &[&quoted(&shown)]));
        };
        let rest = &text[component.len_utf8()..];
        let (shape, width) = match rest.rsplit_once(',') {
            Some((shape, width)) => (shape, Some(width)),
            None => (rest, None),
        };
        let (least, most) = match width.map(|width| width.split_once('-').unwrap_or((width, "*"))) {
            Some((least, most)) => (least.parse::<usize>().ok(), most.parse::<usize>().ok()),
            None => (None, None),
        };
        let mut primary = shape;
        let mut ordinal = false;
        let mut traditional = false;
        if shape.chars().count() > 1
            && let Some(modifier) = shape.chars().last().filter(|last| "atco".contains(*last))
        {
            primary = &shape[..shape.len() - 1];
            ordinal = modifier == 'o';
            traditional = modifier == 't';
        }
        let usual = match component {
            'm' | 's' => "01",
            'Z' | 'z' => "01:01",
            'F' | 'P' | 'C' | 'E' => "n",
            _ => "1",
        };
        if primary.is_empty() {
            primary = usual;
        }
        let mut marker = Marker {
            component,
            shown: Shown::Nothing,
            year_digits: None,
            name_letters: most,
            traditional,
            read_digits: None,
        };
        let name = match primary {
            "N" => Some(Case::Upper),
            "n" => Some(Case::Lower),
            "Nn" => Some(Case::Title),
            _ => None,
        };
        match name {
            Some(case) => marker.shown = Shown::Name(case),
            None if primary.contains(';') => {
                return Err(fault("D3130", UNPLACED, &[&quoted(primary)]));
            }
            None => {
                let mut picture = Picture::parse(primary)?;
                picture.ordinal |= ordinal;
                if let Style::Digits(digits) = &mut picture.style {
                    if let Some(least) = least.filter(|_| !"Zz".contains(component)) {
                        digits.mandatory = digits.mandatory.max(least);
                    }
                    if component == 'Y' {
                        if let Some(most) = most {
                            marker.year_digits = Some(most);
                            digits.mandatory = most;
                        } else {
                            let width = digits.mandatory.saturating_add(digits.optional);
                            marker.year_digits = Some(width).filter(|width| *width >= 2);
                        }
                    }
                }
                marker.shown = Shown::Number(picture);
            }
        }
        Ok(marker)
    }

    fn digits(&self) -> Option<&Digits> {
        match &self.shown {
            Shown::Number(Picture { style: Style::Digits(digits), .. }) => Some(digits),
            _ => None,
        }
    }

    fn is_number(&self) -> bool {
        self.digits().is_some() && !matches!(self.component, 'Z' | 'z')
    }

    fn number(&self, moment: &Civil) -> i64 {
        match self.component {
            'Y' => moment.year,
            'M' => moment.month,
            'D' => moment.day,
            'd' => moment.day_of_year(),
            'F' => moment.weekday(),
            'W' => moment.week_of_year().0,
            'X' => moment.week_of_year().1,
            'w' => moment.week_of_month().0,
            'x' => moment.week_of_month().1,
            'H' => moment.hour,
            'h' => (moment.hour + 11) % 12 + 1,
            'm' => moment.minute,
            's' => moment.second,
            'f' => moment.milli,
            _ => 0,
        }
    }

    fn format(&self, machine: &mut Machine<'_>, moment: &Civil) -> Result<String, Fault> {
        match self.component {
            'Z' | 'z' => return self.format_zone(machine, moment),
            'P' => {
                let text = if moment.hour >= 12 { "pm" } else { "am" };
                let upper = matches!(self.shown, Shown::Name(Case::Upper));
                return Ok(if upper { text.to_uppercase() } else { text.to_owned() });
            }
            'C' | 'E' => return Ok("ISO".to_owned()),
            _ => {}
        }
        let number = self.number(moment);
        match &self.shown {
            Shown::Name(case) => {
                let names: &[&str] = match self.component {
                    'M' | 'x' => &MONTHS,
                    'F' => &DAYS,
                    other => {
                        return Err(fault("D3133", UNPLACED, &[&quoted(other.encode_utf8(&mut [0; 4]))]));
                    }
                };
                let place = usize::try_from(number - 1).unwrap_or(0);
                let name = names.get(place).copied().unwrap_or_default();
                let name = match case {
                    Case::Upper => name.to_uppercase(),
                    Case::Lower => name.to_lowercase(),
                    Case::Title => name.to_owned(),
                };
                Ok(name.chars().take(self.name_letters.unwrap_or(usize::MAX)).collect())
            }
            Shown::Number(picture) => {
                let mut number = number as f64;
                if let Some(digits) = self.year_digits {
                    number %= 10_f64.powi(i32::try_from(digits.min(300)).unwrap_or(300));
                }
                picture.format(machine, number)
            }
            Shown::Nothing => Ok(String::new()),
        }
    }

    fn format_zone(&self, machine: &mut Machine<'_>, moment: &Civil) -> Result<String, Fault> {
        let wrong = || fault("D3134", UNPLACED, &[]);
        let Some(digits) = self.digits() else { return Err(wrong()) };
        let Shown::Number(picture) = &self.shown else { return Err(wrong()) };
        if moment.zone == 0 && self.traditional {
            return Ok("Z".to_owned());
        }
        let (hours, minutes) = (moment.zone.abs() / 60, moment.zone.abs() % 60);
        let joined = (hours * 100 + minutes) as f64;
        let text = if digits.separators.is_empty() {
            match digits.mandatory {
                1 | 2 => {
                    let mut text = picture.format(machine, hours as f64)?;
                    if minutes != 0 {
                        text.push_str(&format!(":{minutes:02}"));
                    }
                    text
                }
                3 | 4 => picture.format(machine, joined)?,
                _ => return Err(wrong()),
            }
        } else {
            picture.format(machine, joined)?
        };
        let sign = if moment.zone < 0 { '-' } else { '+' };
        let lead = if self.component == 'z' { "GMT" } else { "" };
        Ok(format!("{lead}{sign}{text}"))
    }

    /// The pattern of what is read.
    fn pattern(&self) -> Result<String, Fault> {
        if matches!(self.component, 'Z' | 'z') {
            let lead = if self.component == 'z' { "GMT" } else { "" };
            let digits = match self.digits() {
                Some(digits) if digits.separators.is_empty() => "[0-9]+",
                _ => "[0-9]{1,2}:?[0-9]{2}",
            };
            return Ok(format!("{lead}[-+]{digits}|Z"));
        }
        Ok(match &self.shown {
            Shown::Name(_) => match self.component {
                'M' | 'x' | 'F' | 'P' => "[a-zA-Z]+".to_owned(),
                other => return Err(fault("D3133", UNPLACED, &[&quoted(other.encode_utf8(&mut [0; 4]))])),
            },
            Shown::Number(Picture { style, ordinal }) => match style {
                Style::Letters(_) => "[a-z]+".to_owned(),
                Style::Roman(_) => "[mdclxvi]+".to_owned(),
                Style::Words(_) => words_pattern().to_owned(),
                Style::Digits(digits) => {
                    let mut set = String::new();
                    let zero = u32::from(digits.zero);
                    set.extend((zero..zero + 10).filter_map(char::from_u32));
                    for (_, separator) in &digits.separators {
                        set.push_str(&::regex::escape(&separator.to_string()));
                    }
                    let count = match self.read_digits {
                        Some(count) => format!("{{{count}}}"),
                        None => "+".to_owned(),
                    };
                    let suffix = if *ordinal { "(?:th|st|nd|rd)" } else { "" };
                    format!("[{set}]{count}{suffix}")
                }
            },
            Shown::Nothing => String::new(),
        })
    }

    fn read(&self, text: &str) -> Option<f64> {
        if matches!(self.component, 'Z' | 'z') {
            return Some(read_zone(text));
        }
        match &self.shown {
            Shown::Name(_) => {
                let place = |names: &[&str]| {
                    let letters = self.name_letters.unwrap_or(usize::MAX);
                    let same = |name: &&str| {
                        let end = name.len().min(letters);
                        name[..end].eq_ignore_ascii_case(text)
                    };
                    names.iter().position(same).map(|place| place as f64 + 1.0)
                };
                match self.component {
                    'M' | 'x' => place(&MONTHS),
                    'F' => place(&DAYS),
                    'P' => Some(if text.eq_ignore_ascii_case("pm") { 1.0 } else { 0.0 }),
                    _ => None,
                }
            }
            Shown::Number(picture) if self.component == 'f' => {
                // The digits of a fraction.
                let value = picture.read(text)?;
                let digits = text.chars().count();
                Some((value / 10_f64.powi(i32::try_from(digits).unwrap_or(300)) * 1000.0).floor())
            }
            Shown::Number(picture) => picture.read(text),
            Shown::Nothing => None,
        }
    }
}

/// The minutes of a time zone.
fn read_zone(text: &str) -> f64 {
    let text = text.trim_start_matches(|character: char| character.is_ascii_alphabetic());
    let negative = text.starts_with('-');
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let number: f64 = digits.parse().unwrap_or(0.0);
    let minutes =
        if digits.len() <= 2 { number * 60.0 } else { (number / 100.0).floor() * 60.0 + number % 100.0 };
    if negative { -minutes } else { minutes }
}

/// What a text told.
#[derive(Default)]
struct Told {
    values: Vec<(char, f64)>,
}

impl Told {
    fn set(&mut self, component: char, value: f64) {
        self.values.retain(|(known, _)| *known != component);
        self.values.push((component, value));
    }

    fn get(&self, component: char) -> Option<f64> {
        self.values.iter().find(|(known, _)| *known == component).map(|(_, value)| *value)
    }

    /// Whether what was told, of the components in `all`, is among `some` and not nothing.
    fn only(&self, all: &str, some: &str) -> bool {
        let mut told = self.values.iter().filter(|(known, _)| all.contains(*known)).peekable();
        told.peek().is_some() && told.all(|(known, _)| some.contains(*known))
    }

    fn millis(&self, now: &Civil) -> Result<Option<f64>, Fault> {
        if self.values.is_empty() {
            return Ok(None);
        }
        const DATE: &str = "YXMxWwdDF";
        let by_day_of_year = !self.only(DATE, "YMD") && self.only(DATE, "Yd");
        let by_week = self.only(DATE, "XxwF") && !self.only(DATE, "YMD") || self.only(DATE, "XWF");
        let half_days = self.only("PHhmsf", "Phmsf") && !self.only("PHhmsf", "Hmsf");
        if by_week {
            return Err(fault("D3136", UNPLACED, &[]));
        }
        let date = if by_day_of_year { "Yd" } else { "YMD" };
        let time = if half_days { "Phmsf" } else { "Hmsf" };
        let mut started = false;
        let mut ended = false;
        let mut complete = Told::default();
        for component in date.chars().chain(time.chars()) {
            let value = match self.get(component) {
                Some(_) if ended => return Err(fault("D3136", UNPLACED, &[])),
                Some(value) => {
                    started = true;
                    value
                }
                None if started => {
                    ended = true;
                    if "MDd".contains(component) { 1.0 } else { 0.0 }
                }
                None => match component {
                    'Y' => now.year as f64,
                    'M' => now.month as f64,
                    'D' => now.day as f64,
                    'd' => now.day_of_year() as f64,
                    'H' => now.hour as f64,
                    _ => 0.0,
                },
            };
            complete.set(component, value);
        }
        let part = |component| complete.get(component).unwrap_or(0.0);
        let mut hour = part('H');
        if half_days {
            hour = part('h') % 12.0 + part('P') * 12.0;
        }
        let year = part('Y');
        // JavaScript takes the years of one or two digits for those of the twentieth century.
        let year = if (0.0..100.0).contains(&year) { year + 1900.0 } else { year };
        if year.abs() > 300_000.0 {
            return Ok(None);
        }
        let (month, day) =
            if by_day_of_year { (0.0, part('d') - 1.0) } else { (part('M') - 1.0, part('D') - 1.0) };
        if !month.is_finite() || month.abs() > 1e6 {
            return Ok(None);
        }
        // Bounded above, so they are exact; months beyond a year go on in the next one.
        let months = year as i64 * 12 + month as i64;
        let first = days_from_civil(months.div_euclid(12), months.rem_euclid(12) + 1, 1) as f64;
        let millis = (first + day) * 86_400_000.0
            + hour * 3_600_000.0
            + part('m') * 60_000.0
            + part('s') * 1000.0
            + part('f');
        let zone = self.get('Z').or_else(|| self.get('z')).unwrap_or(0.0);
        Ok(Some(millis - zone * MINUTE as f64))
    }
}
