//! The `Range` header.

use std::ops::Range;

use lirio_api::AwsError;

/// The bytes that a `Range` header asks of an object of `size` bytes.
///
/// Anything but a single range of bytes is ignored (`None`), as RFC 9110 has it.
/// Errors: `InvalidRange` (416) when no byte of the object is in the range.
pub(crate) fn parse(header: &str, size: u64) -> Result<Option<Range<u64>>, AwsError> {
    let number = |text: &str| match text {
        "" => Some(None),
        digits if digits.bytes().all(|b| b.is_ascii_digit()) => {
            Some(Some(digits.parse().unwrap_or(u64::MAX)))
        }
        _ => None,
    };
    let Some((first, last)) = header.trim().strip_prefix("bytes=").and_then(|r| r.trim().split_once('-'))
    else {
        return Ok(None);
    };
    let (Some(first), Some(last)) = (number(first.trim()), number(last.trim())) else { return Ok(None) };
    let range = match (first, last) {
        (None, None) => return Ok(None),
        (Some(first), Some(last)) if first > last => return Ok(None),
        (Some(first), last) => first..last.map_or(size, |last| last.saturating_add(1).min(size)),
        (None, Some(suffix)) => size.saturating_sub(suffix)..size,
    };
    if range.is_empty() {
        return Err(AwsError::new("InvalidRange", 416, "The requested range is not satisfiable")
            .with("RangeRequested", header)
            .with("ActualObjectSize", size.to_string())
            .header("Content-Range", format!("bytes */{size}")));
    }
    Ok(Some(range))
}

/// `x-amz-copy-source-range`, which is always `bytes=first-last`.
pub(crate) fn parse_copy(header: &str, size: u64) -> Result<Range<u64>, AwsError> {
    let invalid = || {
        crate::errors::invalid_argument(
            "x-amz-copy-source-range",
            header,
            "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy",
        )
    };
    let (first, last) = header.strip_prefix("bytes=").and_then(|r| r.split_once('-')).ok_or_else(invalid)?;
    let (first, last): (u64, u64) =
        (first.parse().map_err(|_| invalid())?, last.parse().map_err(|_| invalid())?);
    if first > last {
        return Err(invalid());
    }
    if last >= size {
        return Err(crate::errors::invalid_argument(
            "x-amz-copy-source-range",
            header,
            format!("Range specified is not valid for source object of size: {size}"),
        ));
    }
    Ok(first..last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        let check = |header: &str, size: u64, expected: Result<Option<Range<u64>>, u16>| {
            assert_eq!(parse(header, size).map_err(|e| e.status), expected, "{header} of {size}");
        };
        check("bytes=0-4", 10, Ok(Some(0..5)));
        check("bytes=5-", 10, Ok(Some(5..10)));
        check("bytes=5-100", 10, Ok(Some(5..10)));
        check("bytes=-3", 10, Ok(Some(7..10)));
        check("bytes=-30", 10, Ok(Some(0..10)));
        check("bytes=9-9", 10, Ok(Some(9..10)));
        check("bytes=10-", 10, Err(416));
        check("bytes=-0", 10, Err(416));
        check("bytes=0-", 0, Err(416));
        check("bytes=4-2", 10, Ok(None));
        check("bytes=0-1,4-5", 10, Ok(None));
        check("bytes=a-b", 10, Ok(None));
        check("items=0-1", 10, Ok(None));
        check("bytes=-", 10, Ok(None));
        check("bytes=0-99999999999999999999999", 10, Ok(Some(0..10)));
        check("bytes=99999999999999999999999-", 10, Err(416));
    }
}
