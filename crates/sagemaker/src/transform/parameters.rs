//! How requests are made: what the job asks for, what the container says, what is usual, in this order.

use lirio_api::sagemaker::CreateTransformJobRequest;
use serde::Deserialize;

use super::settings::Settings;
use super::split::Split;
use super::{MB, MOST_MB};

const DEFAULT_PAYLOAD_MB: u64 = 6;
const DEFAULT_CONCURRENT: u64 = 1;

/// The answer of `GET /execution-parameters`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub(crate) struct Told {
    max_concurrent_transforms: Option<u64>,
    batch_strategy: Option<String>,
    #[serde(rename = "MaxPayloadInMB")]
    max_payload_in_mb: Option<u64>,
}

/// What is in force for an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parameters {
    /// Requests at a time.
    pub(crate) concurrent: usize,
    /// The largest payload in megabytes; 0 is any, sent in chunks.
    pub(crate) payload_mb: u64,
    /// One record in each request.
    pub(crate) single: bool,
}

impl Parameters {
    /// What a request, and behind it a container, says; the error says what cannot be.
    pub(crate) fn settle(
        request: &CreateTransformJobRequest,
        settings: &Settings,
        told: &Told,
    ) -> Result<Self, String> {
        let asked = |number: Option<i64>| number.and_then(|number| u64::try_from(number).ok());
        // Zero leaves it to the container.
        let wanted = asked(request.max_concurrent_transforms).filter(|count| *count > 0);
        let payload_mb = asked(request.max_payload_in_mb).unwrap_or_else(|| {
            let usual = told.max_payload_in_mb.unwrap_or(DEFAULT_PAYLOAD_MB);
            // What nobody asked for gives way to what the job asks for.
            wanted.map_or(usual, |count| usual.min((MOST_MB / count).max(1)))
        });
        if payload_mb > MOST_MB {
            return Err(format!("MaxPayloadInMB is {payload_mb}, which is more than {MOST_MB}"));
        }
        let concurrent = wanted
            .or(told.max_concurrent_transforms.filter(|count| *count > 0))
            .unwrap_or(DEFAULT_CONCURRENT);
        // A request is refused where the two come to more; a container's wish gives way too.
        let concurrent = concurrent.min(MOST_MB / payload_mb.max(1)).max(1);
        let strategy = request.batch_strategy.as_deref().or(told.batch_strategy.as_deref());
        let single = match strategy {
            Some("SingleRecord" | "SINGLE_RECORD") => true,
            None | Some("MultiRecord" | "MULTI_RECORD") => false,
            Some(other) => {
                return Err(format!("BatchStrategy {other:?} is neither MULTI_RECORD nor SINGLE_RECORD"));
            }
        };
        let parameters = Self { concurrent: usize::try_from(concurrent).unwrap_or(1), payload_mb, single };
        if parameters.is_chunked() && settings.processing.is_some() {
            return Err("lirio does not serve MaxPayloadInMB 0 with DataProcessing".to_owned());
        }
        if parameters.is_chunked() && single && settings.split != Split::None {
            return Err("lirio does not serve MaxPayloadInMB 0 with BatchStrategy SingleRecord".to_owned());
        }
        Ok(parameters)
    }

    /// Whether payloads of any size are sent in chunks.
    pub(crate) fn is_chunked(self) -> bool {
        self.payload_mb == 0
    }

    /// The largest payload in bytes.
    pub(crate) fn limit(self) -> usize {
        usize::try_from(self.payload_mb).unwrap_or(usize::MAX).saturating_mul(MB)
    }

    /// As the data log begins with it.
    pub(crate) fn shown(self) -> String {
        let Self { concurrent, payload_mb, .. } = self;
        let strategy = self.strategy();
        format!("MaxConcurrentTransforms={concurrent}, MaxPayloadInMB={payload_mb}, BatchStrategy={strategy}")
    }

    fn strategy(self) -> &'static str {
        if self.single { "SINGLE_RECORD" } else { "MULTI_RECORD" }
    }
}

/// What containers find in their environment: the last three only where the job says something.
pub(crate) fn environment(request: &CreateTransformJobRequest) -> Vec<(String, String)> {
    let strategy = request.batch_strategy.as_deref().map(|strategy| match strategy {
        "SingleRecord" => "SINGLE_RECORD".to_owned(),
        _ => "MULTI_RECORD".to_owned(),
    });
    let concurrent = request.max_concurrent_transforms.filter(|count| *count > 0);
    [
        ("SAGEMAKER_BATCH", Some("true".to_owned())),
        ("SAGEMAKER_MAX_PAYLOAD_IN_MB", request.max_payload_in_mb.map(|mb| mb.to_string())),
        ("SAGEMAKER_BATCH_STRATEGY", strategy),
        ("SAGEMAKER_MAX_CONCURRENT_TRANSFORMS", concurrent.map(|count| count.to_string())),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name.to_owned(), value?)))
    .collect()
}

/// Whether the container need not be asked.
pub(crate) fn is_complete(request: &CreateTransformJobRequest) -> bool {
    request.max_payload_in_mb.is_some()
        && request.batch_strategy.is_some()
        && request.max_concurrent_transforms.is_some_and(|count| count > 0)
}

#[cfg(test)]
mod tests {
    use lirio_api::sagemaker::{TransformInput, TransformOutput};

    use super::*;

    type Asked<'a> = (Option<i64>, Option<i64>, Option<&'a str>);

    fn request((payload, concurrent, strategy): Asked<'_>) -> CreateTransformJobRequest {
        let mut request = CreateTransformJobRequest {
            max_payload_in_mb: payload,
            max_concurrent_transforms: concurrent,
            batch_strategy: strategy.map(str::to_owned),
            transform_input: TransformInput {
                split_type: Some("Line".to_owned()),
                ..TransformInput::default()
            },
            transform_output: TransformOutput {
                s3_output_path: "s3://b".to_owned(),
                ..TransformOutput::default()
            },
            ..CreateTransformJobRequest::default()
        };
        request.transform_input.data_source.s3_data_source.s3_uri = "s3://b".to_owned();
        request
    }

    #[test]
    fn the_request_comes_first_then_the_container() {
        let check = |asked: Asked<'_>, told: &str, expected: Result<(usize, u64, bool), &str>| {
            let request = request(asked);
            let told = serde_json::from_str(told).unwrap();
            let found = Parameters::settle(&request, &Settings::of(&request).unwrap(), &told);
            let found = found.map(|found| (found.concurrent, found.payload_mb, found.single));
            match expected {
                Ok(expected) => assert_eq!(found, Ok(expected)),
                Err(part) => assert!(found.as_ref().is_err_and(|why| why.contains(part)), "{found:?}"),
            }
        };
        let told = r#"{"MaxConcurrentTransforms": 8, "BatchStrategy": "SINGLE_RECORD", "MaxPayloadInMB": 2, "x": 1}"#;
        check((None, None, None), "{}", Ok((1, 6, false)));
        check((None, None, None), told, Ok((8, 2, true)));
        check((Some(9), Some(3), Some("MultiRecord")), told, Ok((3, 9, false)));
        check((None, Some(0), None), told, Ok((8, 2, true)));
        check((Some(50), None, None), told, Ok((2, 50, true)));
        check((None, Some(50), None), "{}", Ok((50, 2, false)));
        check((None, Some(100), None), told, Ok((100, 1, true)));
        check((Some(0), None, Some("MultiRecord")), told, Ok((8, 0, false)));
        check((Some(0), None, None), told, Err("MaxPayloadInMB 0 with BatchStrategy SingleRecord"));
        check((None, None, None), r#"{"MaxPayloadInMB": 101}"#, Err("more than 100"));
        check((None, None, None), r#"{"BatchStrategy": "some"}"#, Err("\"some\" is neither"));
        check((None, None, None), r#"{"MaxConcurrentTransforms": 1000000}"#, Ok((16, 6, false)));
    }

    #[test]
    fn the_environment_tells_what_the_request_says() {
        let check = |asked: Asked<'_>, expected: &[&str]| {
            let found = environment(&request(asked));
            let shown: Vec<_> = found.iter().map(|(name, value)| format!("{name}={value}")).collect();
            assert_eq!(shown, expected);
        };
        check((None, Some(0), None), &["SAGEMAKER_BATCH=true"]);
        check(
            (Some(5), Some(2), Some("SingleRecord")),
            &[
                "SAGEMAKER_BATCH=true",
                "SAGEMAKER_MAX_PAYLOAD_IN_MB=5",
                "SAGEMAKER_BATCH_STRATEGY=SINGLE_RECORD",
                "SAGEMAKER_MAX_CONCURRENT_TRANSFORMS=2",
            ],
        );
    }
}
