//! What a job is to do, parsed once.

use std::time::Duration;

use lirio_api::sagemaker::CreateTransformJobRequest;

use super::processing::Processing;
use super::split::Split;
use crate::s3::Location;

/// Of `ModelClientConfig`, where it says nothing.
const TIMEOUT_SECONDS: u64 = 600;
const RETRIES: u32 = 3;

/// A request, as the job works with it.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) input: Location,
    /// Whether `input` is a manifest instead of a prefix.
    pub(crate) manifest: bool,
    pub(crate) gzip: bool,
    pub(crate) split: Split,
    pub(crate) content_type: Option<String>,
    pub(crate) output: Location,
    pub(crate) accept: Option<String>,
    /// A newline ends each answer.
    pub(crate) assemble_lines: bool,
    pub(crate) processing: Option<Processing>,
    /// How long one request may take.
    pub(crate) timeout: Duration,
    /// How often one is repeated.
    pub(crate) retries: u32,
}

impl Settings {
    /// Reads a request; the error says what cannot be.
    pub(crate) fn of(request: &CreateTransformJobRequest) -> Result<Self, String> {
        let (input, output) = (&request.transform_input, &request.transform_output);
        let source = &input.data_source.s3_data_source;
        let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let config = request.model_client_config.as_ref();
        let timeout = config.and_then(|config| config.invocations_timeout_in_seconds);
        let retries = config.and_then(|config| config.invocations_max_retries);
        Ok(Self {
            input: Location::required("TransformInput.DataSource.S3DataSource.S3Uri", &source.s3_uri)?,
            manifest: source.s3_data_type == "ManifestFile",
            gzip: input.compression_type.as_deref() == Some("Gzip"),
            split: match input.split_type.as_deref() {
                Some("Line") => Split::Line,
                Some("RecordIO") => Split::RecordIo,
                Some("TFRecord") => Split::TfRecord,
                _ => Split::None,
            },
            content_type: given(&input.content_type),
            output: Location::required("TransformOutput.S3OutputPath", &output.s3_output_path)?,
            accept: given(&output.accept),
            assemble_lines: output.assemble_with.as_deref() == Some("Line"),
            processing: Processing::of(request)?,
            timeout: Duration::from_secs(
                timeout.and_then(|seconds| u64::try_from(seconds).ok()).unwrap_or(TIMEOUT_SECONDS),
            ),
            retries: retries.and_then(|retries| u32::try_from(retries).ok()).unwrap_or(RETRIES),
        })
    }
}
