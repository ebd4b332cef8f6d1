//! Content types and `Accept`.

/// A format of requests and answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// `header` is what the media type says of it.
    Csv {
        header: Option<bool>,
    },
    Json,
    JsonLines,
}

impl Format {
    pub(crate) fn content_type(self) -> &'static str {
        match self {
            Self::Csv { header: Some(true) } => "text/csv; charset=utf-8; header=present",
            Self::Csv { .. } => "text/csv; charset=utf-8",
            Self::Json => "application/json",
            Self::JsonLines => "application/jsonlines",
        }
    }

    /// The format of a media type with its parameters.
    fn of(media_type: &str) -> Option<Self> {
        let mut parts = media_type.split(';').map(str::trim);
        let name = parts.next()?.to_ascii_lowercase();
        match name.as_str() {
            "text/csv" | "application/csv" => {
                let header = parts.find_map(|part| match part.to_ascii_lowercase().as_str() {
                    "header=present" => Some(true),
                    "header=absent" => Some(false),
                    _ => None,
                });
                Some(Self::Csv { header })
            }
            "application/json" => Some(Self::Json),
            "application/jsonlines"
            | "application/x-ndjson"
            | "application/jsonl"
            | "application/json-lines" => Some(Self::JsonLines),
            _ => None,
        }
    }
}

/// The format of a request. Clients that set no content type (or a tool's default for bytes and forms) are
/// understood by the first character of the body.
pub(crate) fn request_format(content_type: Option<&str>, body: &[u8]) -> Result<Format, String> {
    let content_type = content_type.unwrap_or_default();
    match content_type.split(';').next().unwrap_or_default().trim() {
        "" | "application/octet-stream" | "application/x-www-form-urlencoded" => {
            Ok(match body.trim_ascii_start().first() {
                Some(b'{' | b'[') => Format::Json,
                _ => Format::Csv { header: None },
            })
        }
        _ => Format::of(content_type).ok_or_else(|| {
            format!(
                "content type \"{}\" is not served; send text/csv, application/json or application/jsonlines",
                crate::clip(content_type, 80)
            )
        }),
    }
}

/// The format of an answer: the one that `Accept` prefers, and where it has no preference (`*/*`, or none)
/// the default of the container, else that of the request.
pub(crate) fn answer_format(
    accept: Option<&str>,
    default: Option<Format>,
    request: Format,
) -> Result<Format, String> {
    let fallback = default.unwrap_or(match request {
        Format::Csv { .. } => Format::Csv { header: None },
        other => other,
    });
    let Some(accept) = accept.filter(|accept| !accept.trim().is_empty()) else { return Ok(fallback) };
    let mut best: Option<(f32, Format)> = None;
    for range in accept.split(',') {
        let quality = range
            .split(';')
            .find_map(|part| part.trim().strip_prefix("q="))
            .map_or(1.0, |text| text.parse::<f32>().unwrap_or(0.0));
        let format = match range.split(';').next().unwrap_or_default().trim() {
            "*/*" => Some(fallback),
            "text/*" => Some(Format::Csv { header: None }),
            "application/*" => Some(match fallback {
                Format::Csv { .. } => Format::Json,
                other => other,
            }),
            _ => Format::of(range),
        };
        if let Some(format) = format
            && quality > 0.0
            && best.is_none_or(|(found, _)| quality > found)
        {
            best = Some((quality, format));
        }
    }
    best.map(|(_, format)| format).ok_or_else(|| {
        format!(
            "cannot answer as \"{}\"; accept text/csv, application/json or application/jsonlines",
            crate::clip(accept, 80)
        )
    })
}

/// The container's default, from SageMaker's `SAGEMAKER_DEFAULT_INVOCATIONS_ACCEPT`.
pub(crate) fn default_accept() -> Option<Format> {
    std::env::var("SAGEMAKER_DEFAULT_INVOCATIONS_ACCEPT").ok().and_then(|text| Format::of(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSV: Format = Format::Csv { header: None };

    #[test]
    fn requests() {
        let check = |content_type: Option<&str>, body: &str, expected: Option<Format>| {
            assert_eq!(request_format(content_type, body.as_bytes()).ok(), expected, "{content_type:?}");
        };
        check(Some("text/csv"), "1", Some(CSV));
        check(Some("Text/CSV; charset=utf-8; header=present"), "1", Some(Format::Csv { header: Some(true) }));
        check(Some("text/csv;header=absent"), "1", Some(Format::Csv { header: Some(false) }));
        check(Some("application/json; charset=utf-8"), "1", Some(Format::Json));
        check(Some("application/jsonlines"), "1", Some(Format::JsonLines));
        check(Some("application/x-ndjson"), "1", Some(Format::JsonLines));
        check(None, " {}", Some(Format::Json));
        check(Some("application/octet-stream"), "1,2", Some(CSV));
        check(Some("application/x-www-form-urlencoded"), "[1]", Some(Format::Json));
        check(Some("application/x-npy"), "1", None);
        check(Some("text/plain"), "1", None);
    }

    #[test]
    fn answers() {
        let check = |accept: Option<&str>, request: Format, expected: Option<Format>| {
            assert_eq!(answer_format(accept, None, request).ok(), expected, "{accept:?}");
        };
        check(None, CSV, Some(CSV));
        check(None, Format::Csv { header: Some(true) }, Some(CSV));
        check(Some("*/*"), Format::Json, Some(Format::Json));
        check(Some("*/*"), Format::JsonLines, Some(Format::JsonLines));
        check(Some("application/json"), CSV, Some(Format::Json));
        check(Some("text/csv; header=present"), CSV, Some(Format::Csv { header: Some(true) }));
        check(Some("text/csv;q=0.5, application/json"), CSV, Some(Format::Json));
        check(Some("image/png, */*;q=0.1"), CSV, Some(CSV));
        check(Some("application/json;q=0"), CSV, None);
        check(Some("image/png"), CSV, None);
        assert_eq!(answer_format(Some("*/*"), Some(Format::Json), CSV), Ok(Format::Json));
    }
}
