//! Numbers as JavaScript writes and reads them.

/// The shortest text that reads back as the same number.
pub(crate) fn to_text(number: f64) -> String {
    if number.is_nan() {
        return "NaN".to_owned();
    }
    if number.is_infinite() {
        return if number > 0.0 { "Infinity" } else { "-Infinity" }.to_owned();
    }
    if number == 0.0 {
        return "0".to_owned();
    }
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    let scientific = format!("{number:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let digits: String = mantissa.chars().filter(|character| *character != '.').collect();
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    if (0..21).contains(&exponent) {
        if exponent + 1 >= count {
            let zeros = usize::try_from(exponent + 1 - count).unwrap_or(0);
            return format!("{sign}{digits}{}", "0".repeat(zeros));
        }
        let point = usize::try_from(exponent + 1).unwrap_or(0);
        return format!("{sign}{}.{}", &digits[..point], &digits[point..]);
    }
    if (-6..0).contains(&exponent) {
        let zeros = usize::try_from(-exponent - 1).unwrap_or(0);
        return format!("{sign}0.{}{digits}", "0".repeat(zeros));
    }
    let point = if digits.len() > 1 { "." } else { "" };
    let plus = if exponent > 0 { "+" } else { "" };
    format!("{sign}{}{point}{}e{plus}{exponent}", &digits[..1], &digits[1..])
}

/// The number rounded to 15 digits, as `$string` shows it.
pub(crate) fn to_text_15(number: f64) -> String {
    if number.fract() == 0.0 {
        return to_text(number);
    }
    to_text(format!("{number:.14e}").parse().unwrap_or(number))
}

/// A number of the JSON grammar, all of the text.
pub(crate) fn parse_json(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
        Some(at) => (&unsigned[..at], Some(&unsigned[at + 1..])),
        None => (unsigned, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let sound = digits(whole)
        && (whole.len() == 1 || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|text| digits(text.strip_prefix(['+', '-']).unwrap_or(text)));
    if !sound {
        return None;
    }
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// JSON as serde_json writes it: whole numbers without a fraction.
pub(crate) fn to_json(number: f64) -> Option<serde_json::Number> {
    if number.fract() == 0.0 {
        if number.abs() < 9.3e18 {
            let whole = number as i64;
            // The bounds of i64 are no numbers of f64, so the way back tells.
            if whole as f64 == number {
                return Some(whole.into());
            }
        }
        if number > 0.0 && number < 1.8e19 {
            return Some((number as u64).into());
        }
    }
    serde_json::Number::from_f64(number)
}
