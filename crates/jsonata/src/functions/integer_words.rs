//! Whole numbers in English words, in Roman numerals and in letters, and back.

use std::collections::HashMap;
use std::sync::OnceLock;

const SMALL: [&str; 20] = [
    "Zero",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
];
const SMALL_ORDINALS: [&str; 20] = [
    "Zeroth",
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
    "Tenth",
    "Eleventh",
    "Twelfth",
    "Thirteenth",
    "Fourteenth",
    "Fifteenth",
    "Sixteenth",
    "Seventeenth",
    "Eighteenth",
    "Nineteenth",
];
const TENS: [&str; 8] = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];
const LARGE: [(&str, f64); 4] = [("Thousand", 1e3), ("Million", 1e6), ("Billion", 1e9), ("Trillion", 1e12)];
const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// The number in words, in title case.
pub(super) fn to_words(number: f64, ordinal: bool) -> String {
    let mut made = String::new();
    push_words(&mut made, number, false, ordinal);
    made
}

/// Each level is a trillion times smaller, so the recursion is shallow.
fn push_words(made: &mut String, number: f64, follows: bool, ordinal: bool) {
    let lead = |made: &mut String, word: &str| {
        if follows {
            made.push_str(word);
        }
    };
    if number < 20.0 {
        lead(made, " and ");
        let words = if ordinal { SMALL_ORDINALS } else { SMALL };
        made.push_str(words[number as usize]);
        return;
    }
    if number < 100.0 {
        lead(made, " and ");
        let tens = TENS[(number / 10.0) as usize - 2];
        let ones = number % 10.0;
        if ones >= 1.0 {
            made.push_str(tens);
            made.push('-');
            push_words(made, ones, false, ordinal);
        } else if ordinal {
            made.push_str(tens.trim_end_matches('y'));
            made.push_str("ieth");
        } else {
            made.push_str(tens);
        }
        return;
    }
    lead(made, ", ");
    let (name, size) = if number < 1000.0 {
        ("Hundred", 100.0)
    } else {
        LARGE.iter().rev().find(|(_, size)| number >= *size).copied().unwrap_or(LARGE[0])
    };
    let count = (number / size).floor();
    let rest = number - count * size;
    push_words(made, count, false, false);
    made.push(' ');
    made.push_str(name);
    if rest >= 1.0 {
        push_words(made, rest, true, ordinal);
    } else if ordinal {
        made.push_str("th");
    }
}

fn word_values() -> &'static HashMap<String, f64> {
    static VALUES: OnceLock<HashMap<String, f64>> = OnceLock::new();
    VALUES.get_or_init(|| {
        let mut values = HashMap::new();
        for (value, (word, ordinal)) in SMALL.iter().zip(SMALL_ORDINALS).enumerate() {
            values.insert(word.to_lowercase(), value as f64);
            values.insert(ordinal.to_lowercase(), value as f64);
        }
        for (tens, word) in TENS.iter().enumerate() {
            let value = (tens + 2) as f64 * 10.0;
            let word = word.to_lowercase();
            values.insert(format!("{}ieth", word.trim_end_matches('y')), value);
            values.insert(word, value);
        }
        values.insert("hundred".to_owned(), 100.0);
        values.insert("hundredth".to_owned(), 100.0);
        for (word, value) in LARGE {
            let word = word.to_lowercase();
            values.insert(format!("{word}th"), value);
            values.insert(word, value);
        }
        values
    })
}

/// A regular expression of what numbers in words are made of.
pub(super) fn words_pattern() -> &'static str {
    static PATTERN: OnceLock<String> = OnceLock::new();
    PATTERN.get_or_init(|| {
        let mut words: Vec<&str> = word_values().keys().map(String::as_str).collect();
        // Longer words first, because some begin with others; and always in the same order.
        words.sort_by_key(|word| (std::cmp::Reverse(word.len()), *word));
        format!("(?:{}|and|[-, ])+", words.join("|"))
    })
}

/// The number that words stand for.
pub(super) fn from_words(text: &str) -> Option<f64> {
    let lower = text.to_lowercase();
    let mut parts = vec![0.0];
    for word in lower.split([' ', '-', ',']).filter(|word| !word.is_empty() && *word != "and") {
        let value = *word_values().get(word)?;
        let top = parts.pop().unwrap_or(0.0);
        if value >= 100.0 {
            parts.push(top * value);
        } else if top >= 1000.0 {
            parts.push(top);
            parts.push(value);
        } else {
            parts.push(top + value);
        }
    }
    Some(parts.into_iter().sum())
}

/// Roman numerals, in lower case; thousands are repeated, so the number must be small.
pub(super) fn to_roman(number: u32) -> String {
    let mut made = String::new();
    let mut rest = number;
    for (value, letters) in ROMAN {
        while rest >= value {
            made.push_str(letters);
            rest -= value;
        }
    }
    made
}

/// The number that Roman numerals stand for.
pub(super) fn from_roman(text: &str) -> Option<f64> {
    let mut total = 0.0;
    let mut most = 1.0;
    for letter in text.chars().rev() {
        let value = match letter.to_ascii_lowercase() {
            'm' => 1000.0,
            'd' => 500.0,
            'c' => 100.0,
            'l' => 50.0,
            'x' => 10.0,
            'v' => 5.0,
            'i' => 1.0,
            _ => return None,
        };
        if value < most {
            total -= value;
        } else {
            most = value;
            total += value;
        }
    }
    Some(total)
}

/// `a`, `b` ... `z`, `aa` ... with the first letter given.
pub(super) fn to_letters(number: f64, first: u8) -> String {
    let mut letters = Vec::new();
    let mut rest = number;
    while rest >= 1.0 {
        let letter = ((rest - 1.0) % 26.0) as u8;
        letters.push(char::from(first + letter));
        rest = ((rest - 1.0) / 26.0).floor();
    }
    letters.into_iter().rev().collect()
}

/// The number that letters stand for.
pub(super) fn from_letters(text: &str) -> Option<f64> {
    let mut number = 0.0;
    for letter in text.bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        number = number * 26.0 + f64::from(letter.to_ascii_lowercase() - b'a' + 1);
    }
    Some(number)
}
