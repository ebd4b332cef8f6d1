//! GetObject, HeadObject and GetObjectAttributes.

use std::ops::Range;
use std::sync::Arc;

use lirio_api::s3::{
    Checksum as ChecksumShape, GetObjectAttributesOutput, GetObjectAttributesParts,
    GetObjectAttributesRequest, GetObjectOutput, GetObjectRequest, HeadObjectOutput, HeadObjectRequest,
    ObjectPart,
};
use lirio_api::{AwsError, Body};
use lirio_service::Context;
use lirio_store::Key;

use crate::access::{self, Named};
use crate::audit;
use crate::checksum::show_checksum;
use crate::conditions::{ReadConditions, Verdict};
use crate::data;
use crate::errors::{conflict, precondition_failed, refuse};
use crate::names;
use crate::range;
use crate::rows::{BucketRow, Content, Data, MANIFESTS, Manifest, Version, Versioning};
use crate::s3::S3;

/// How often a read starts anew because the object was replaced under it.
const ATTEMPTS: usize = 16;

/// What a read is about.
pub(crate) struct Reading {
    pub(crate) named: Named,
    pub(crate) key: String,
    pub(crate) version: Option<String>,
    pub(crate) method: &'static str,
    pub(crate) conditions: ReadConditions,
    pub(crate) range: Option<String>,
    pub(crate) part: Option<i64>,
}

/// The object that was found, and which of its bytes are meant.
pub(crate) struct Found {
    pub(crate) version: Version,
    pub(crate) content: Content,
    pub(crate) versioning: Versioning,
    pub(crate) bytes: Range<u64>,
    /// Whether the answer says so (206).
    pub(crate) partial: bool,
    pub(crate) parts_count: Option<u32>,
}

impl Found {
    fn content_range(&self) -> Option<String> {
        let Range { start, end } = self.bytes;
        self.partial.then(|| match end {
            0 => format!("bytes */{}", self.content.size),
            _ => format!("bytes {start}-{}/{}", end - 1, self.content.size),
        })
    }

    fn length(&self) -> i64 {
        i64::try_from(self.bytes.end - self.bytes.start).unwrap_or(i64::MAX)
    }

    fn is_whole(&self) -> bool {
        self.bytes == (0..self.content.size)
    }
}

/// Fills the members that GetObject and HeadObject share.
macro_rules! describe {
    ($output:expr, $found:expr, $input:expr) => {{
        let (output, found, input) = (&mut $output, &$found, &$input);
        let about = &found.content.about;
        output.accept_ranges = Some("bytes".to_owned());
        output.last_modified = Some(found.version.modified);
        output.content_length = Some(found.length());
        output.e_tag = Some(found.content.quoted_etag());
        output.version_id = found.version.shown_id(found.versioning);
        output.content_range = found.content_range();
        output.cache_control = input.response_cache_control.clone().or_else(|| about.cache_control.clone());
        output.content_disposition =
            input.response_content_disposition.clone().or_else(|| about.content_disposition.clone());
        output.content_encoding =
            input.response_content_encoding.clone().or_else(|| about.content_encoding.clone());
        output.content_language =
            input.response_content_language.clone().or_else(|| about.content_language.clone());
        output.content_type = input
            .response_content_type
            .clone()
            .or_else(|| about.content_type.clone())
            .or_else(|| Some("binary/octet-stream".to_owned()));
        output.expires = input.response_expires.map(|t| t.http_date()).or_else(|| about.expires.clone());
        output.website_redirect_location = about.website_redirect.clone();
        output.storage_class = about.storage_class.clone();
        output.server_side_encryption = Some("AES256".to_owned());
        output.metadata = (!about.metadata.is_empty()).then(|| about.metadata.clone());
        output.parts_count = found.parts_count.map(i64::from);
        output.tag_count = (!found.content.tags.is_empty()).then(|| found.content.tags.len() as i64);
        if input.checksum_mode.is_some()
            && found.is_whole()
            && let Some(checksum) = &found.content.checksum
        {
            output.checksum_type = Some(checksum.kind.name().to_owned());
            show_checksum!(output, checksum.algorithm, checksum.value.clone());
        }
    }};
}

/// Collects what GetObject and HeadObject ask.
macro_rules! reading {
    ($input:expr, $method:literal) => {
        Reading {
            named: Named::new(&$input.bucket, &$input.expected_bucket_owner),
            key: $input.key.clone(),
            version: $input.version_id.clone(),
            method: $method,
            conditions: ReadConditions {
                if_match: $input.if_match.clone(),
                if_none_match: $input.if_none_match.clone(),
                if_modified_since: $input.if_modified_since,
                if_unmodified_since: $input.if_unmodified_since,
            },
            range: $input.range.clone(),
            part: $input.part_number,
        }
    };
}

impl S3 {
    pub(crate) async fn get_object(
        self: Arc<Self>,
        ctx: Context,
        input: GetObjectRequest,
    ) -> Result<GetObjectOutput, AwsError> {
        refuse(&input.sse_customer_algorithm, "Server-side encryption with customer-provided keys (SSE-C)")?;
        let (found, body) = self.open(&ctx, &reading!(input, "GET"))?;
        audit::transferred(&ctx, 0, found.bytes.end - found.bytes.start);
        let mut output = GetObjectOutput { body, ..GetObjectOutput::default() };
        describe!(output, found, input);
        Ok(output)
    }

    pub(crate) async fn head_object(
        self: Arc<Self>,
        ctx: Context,
        input: HeadObjectRequest,
    ) -> Result<HeadObjectOutput, AwsError> {
        refuse(&input.sse_customer_algorithm, "Server-side encryption with customer-provided keys (SSE-C)")?;
        let found = self.find(&ctx, &reading!(input, "HEAD"))?;
        audit::transferred(&ctx, 0, 0);
        let mut output = HeadObjectOutput::default();
        describe!(output, found, input);
        Ok(output)
    }

    /// Finds what a read asks and opens its bytes.
    pub(crate) fn open(&self, ctx: &Context, reading: &Reading) -> Result<(Found, Body), AwsError> {
        for _ in 0..ATTEMPTS {
            let found = self.find(ctx, reading)?;
            match data::open(&ctx.platform.store, &self.leases, &found.content, found.bytes.clone())? {
                Ok(body) => return Ok((found, body)),
                Err(data::Replaced) => {
                    // Only a writer that keeps replacing the object gets here twice.  If the same version
                    // is still there its bytes are lost, which the loop's end reports.
                    tracing::debug!(key = reading.key, "an object was replaced while it was being opened");
                }
            }
        }
        let still = self.find(ctx, reading)?;
        Err(match data::open(&ctx.platform.store, &self.leases, &still.content, still.bytes.clone())? {
            Ok(body) => return Ok((still, body)),
            Err(data::Replaced) => AwsError::internal(format_args!(
                "the bytes of object {}/{} could not be opened in {ATTEMPTS} attempts",
                reading.named.bucket, reading.key
            )),
        })
    }

    /// Finds what a read asks.
    ///
    /// Errors: what is missing, conditions that do not hold (412), a current copy (304), a range without
    /// bytes (416).
    pub(crate) fn find(&self, ctx: &Context, reading: &Reading) -> Result<Found, AwsError> {
        let (bucket, version, content) = ctx.platform.store.read(|r| {
            let bucket = reading.named.row(r)?;
            let (version, content) =
                access::object(r, &bucket, &reading.key, reading.version.as_deref(), reading.method)?;
            Ok::<_, AwsError>((bucket, version, content))
        })?;
        match reading.conditions.judge(&content.etag, version.modified) {
            Verdict::Go => {}
            Verdict::Failed(condition) => return Err(precondition_failed(condition)),
            Verdict::NotModified => return Err(not_modified(&version, &content, &bucket)),
        }
        let size = content.size;
        let mut found = Found {
            version,
            content,
            versioning: bucket.versioning,
            bytes: 0..size,
            partial: false,
            parts_count: None,
        };
        if let Some(number) = reading.part {
            let number = names::part_number(number)?;
            found.partial = true;
            match self.manifest(ctx, &found.content, &reading.key)? {
                Some(manifest) => {
                    found.bytes = part_range(&manifest, number)?;
                    found.parts_count = u32::try_from(manifest.parts.len()).ok();
                }
                None if number == 1 => {}
                None => return Err(invalid_part_number(number)),
            }
        } else if let Some(bytes) =
            reading.range.as_deref().map(|h| range::parse(h, size)).transpose()?.flatten()
        {
            found.bytes = bytes;
            found.partial = true;
        }
        Ok(found)
    }

    /// The parts of an object that was uploaded in parts.
    pub(crate) fn manifest(
        &self,
        ctx: &Context,
        content: &Content,
        key: &str,
    ) -> Result<Option<Manifest>, AwsError> {
        let Data::Parts { manifest, .. } = content.data else { return Ok(None) };
        match ctx.read(|r| MANIFESTS.get(r, &Key::new().u64(manifest)))? {
            // A copy shares the parts of its source and counts as one piece.
            Some(manifest) => Ok(Some(manifest).filter(|m| !m.upload_id.is_empty())),
            // Replaced since the row was read: rare enough to let the client repeat its call.
            None => Err(conflict("PartNumber", key)),
        }
    }

    pub(crate) async fn get_object_attributes(
        self: Arc<Self>,
        ctx: Context,
        input: GetObjectAttributesRequest,
    ) -> Result<GetObjectAttributesOutput, AwsError> {
        refuse(&input.sse_customer_algorithm, "Server-side encryption with customer-provided keys (SSE-C)")?;
        let reading = Reading {
            named: Named::new(&input.bucket, &input.expected_bucket_owner),
            key: input.key.clone(),
            version: input.version_id.clone(),
            method: "GET",
            conditions: ReadConditions::default(),
            range: None,
            part: None,
        };
        let found = self.find(&ctx, &reading)?;
        audit::transferred(&ctx, 0, 0);
        let content = &found.content;
        // Comma-separated values of one header arrive as one element or as several.
        let wanted = |name: &str| {
            input
                .object_attributes
                .iter()
                .flat_map(|a| a.split(','))
                .any(|a| a.trim().eq_ignore_ascii_case(name))
        };
        let mut output = GetObjectAttributesOutput {
            last_modified: Some(found.version.modified),
            version_id: found.version.shown_id(found.versioning),
            ..GetObjectAttributesOutput::default()
        };
        if wanted("ETag") {
            output.e_tag = Some(content.etag.clone());
        }
        if wanted("ObjectSize") {
            output.object_size = Some(content.size as i64);
        }
        if wanted("StorageClass") {
            output.storage_class = Some(content.about.class().to_owned());
        }
        if wanted("Checksum")
            && let Some(checksum) = &content.checksum
        {
            // Here a composite value stands without the number of parts.
            let value = checksum.value.split('-').next().unwrap_or_default().to_owned();
            let mut shape = ChecksumShape {
                checksum_type: Some(checksum.kind.name().to_owned()),
                ..ChecksumShape::default()
            };
            show_checksum!(shape, checksum.algorithm, value);
            output.checksum = Some(shape);
        }
        if wanted("ObjectParts")
            && let Some(manifest) = self.manifest(&ctx, content, &input.key)?
        {
            output.object_parts = Some(parts_page(&manifest, content, &input)?);
        }
        Ok(output)
    }
}

fn parts_page(
    manifest: &Manifest,
    content: &Content,
    input: &GetObjectAttributesRequest,
) -> Result<GetObjectAttributesParts, AwsError> {
    let most = names::page_size("max-parts", input.max_parts)?;
    let marker = input.part_number_marker.unwrap_or(0).max(0);
    let mut page = GetObjectAttributesParts {
        total_parts_count: Some(manifest.parts.len() as i64),
        part_number_marker: Some(marker),
        max_parts: Some(most as i64),
        ..GetObjectAttributesParts::default()
    };
    // S3 lists the parts only of objects whose parts have checksums of their own.
    let Some(checksum) =
        content.checksum.as_ref().filter(|_| manifest.parts.iter().all(|p| p.checksum.is_some()))
    else {
        return Ok(page);
    };
    let mut rest = manifest.parts.iter().filter(|p| p.number as i64 > marker);
    let mut parts = Vec::new();
    for part in rest.by_ref().take(most) {
        let mut shape = ObjectPart {
            part_number: Some(part.number as i64),
            size: Some(part.size as i64),
            ..ObjectPart::default()
        };
        if let Some(value) = &part.checksum {
            show_checksum!(shape, checksum.algorithm, value.clone());
        }
        parts.push(shape);
    }
    page.is_truncated = Some(rest.next().is_some());
    page.next_part_number_marker = parts.last().and_then(|p| p.part_number).or(Some(marker));
    page.parts = Some(parts);
    Ok(page)
}

fn part_range(manifest: &Manifest, number: u64) -> Result<Range<u64>, AwsError> {
    // S3 counts the parts that the object has, whatever numbers they were uploaded under.
    let index = (number - 1) as usize;
    let part = manifest.parts.get(index).ok_or_else(|| invalid_part_number(number))?;
    let start: u64 = manifest.parts[..index].iter().map(|p| p.size).sum();
    Ok(start..start + part.size)
}

fn invalid_part_number(number: u64) -> AwsError {
    AwsError::new("InvalidPartNumber", 416, "The requested partnumber is not satisfiable")
        .with("PartNumberRequested", number.to_string())
}

fn not_modified(version: &Version, content: &Content, bucket: &BucketRow) -> AwsError {
    let mut error = AwsError::new("NotModified", 304, "Not Modified")
        .header("ETag", content.quoted_etag())
        .header("Last-Modified", version.modified.http_date());
    if let Some(id) = version.shown_id(bucket.versioning) {
        error = error.header("x-amz-version-id", id);
    }
    if let Some(cache_control) = &content.about.cache_control {
        error = error.header("Cache-Control", cache_control.clone());
    }
    error
}
