//! PutObject.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::s3::{PutObjectOutput, PutObjectRequest};
use lirio_service::Context;

use crate::access::Named;
use crate::audit;
use crate::checksum::{self, Checksum, ChecksumAlgorithm, ChecksumKind, given_checksum, show_checksum};
use crate::conditions::WriteConditions;
use crate::data::{Digests, parse_md5, receive};
use crate::errors::{bad_digest, invalid_request, refuse};
use crate::names;
use crate::rows::{About, Content, Data, Tags};
use crate::s3::S3;

/// Collects what a request says about an object from the members that writes share.
macro_rules! about {
    ($input:expr) => {
        $crate::rows::About {
            content_type: $input.content_type,
            content_encoding: $crate::names::content_encoding($input.content_encoding),
            content_disposition: $input.content_disposition,
            content_language: $input.content_language,
            cache_control: $input.cache_control,
            expires: $input.expires,
            website_redirect: $input.website_redirect_location,
            storage_class: $crate::names::storage_class($input.storage_class)?,
            metadata: $input.metadata.unwrap_or_default(),
        }
    };
}

/// Refuses the options of writes that are not served, and ACLs that the bucket does not take.
macro_rules! check_write_options {
    ($input:expr, $bucket:expr) => {{
        $crate::names::check_encryption(
            &$input.server_side_encryption,
            &$input.ssekms_key_id,
            &$input.sse_customer_algorithm,
        )?;
        let grants = $input.grant_full_control.is_some()
            || $input.grant_read.is_some()
            || $input.grant_read_acp.is_some()
            || $input.grant_write_acp.is_some();
        $crate::names::check_object_acl($bucket.acls_enabled(), &$input.acl, grants)?;
        $crate::errors::refuse(&$input.object_lock_mode, "S3 Object Lock")?;
        $crate::errors::refuse(&$input.object_lock_retain_until_date, "S3 Object Lock")?;
        $crate::errors::refuse(&$input.object_lock_legal_hold_status, "S3 Object Lock")?;
        $crate::errors::refuse(&$input.object_lock_event_hold, "S3 Object Lock")?;
        $crate::errors::refuse(&$input.object_lock_event_hold_duration_days, "S3 Object Lock")?;
        $crate::errors::refuse(&$input.object_lock_event_hold_duration_years, "S3 Object Lock")?;
    }};
}

pub(crate) use {about, check_write_options};

/// What the client says its bytes hash to.
pub(crate) struct Expected {
    pub(crate) md5: Option<[u8; 16]>,
    pub(crate) checksum: Option<(ChecksumAlgorithm, String)>,
}

impl Expected {
    /// From the headers; `named` is `x-amz-sdk-checksum-algorithm` (or, set by the door, the algorithm
    /// of a trailer, whose value the door compares).
    pub(crate) fn new(
        md5: Option<&str>,
        given: Option<(ChecksumAlgorithm, String)>,
        named: Option<&str>,
    ) -> Result<(Self, Option<ChecksumAlgorithm>), AwsError> {
        let named = named.map(checksum::parse).transpose()?;
        if let Some((algorithm, value)) = &given {
            checksum::check_form(*algorithm, value)?;
            if named.is_some_and(|named| named != *algorithm) {
                return Err(invalid_request("Value for x-amz-sdk-checksum-algorithm header is invalid."));
            }
        }
        let algorithm = given.as_ref().map(|(algorithm, _)| *algorithm).or(named);
        Ok((Self { md5: parse_md5(md5)?, checksum: given }, algorithm))
    }

    /// Compares with what came; `computed` is the value by the client's algorithm.
    pub(crate) fn check(&self, digests: &Digests, computed: &str) -> Result<(), AwsError> {
        digests.check_md5(self.md5.as_ref())?;
        match &self.checksum {
            Some((algorithm, value)) if value != computed => Err(bad_digest(algorithm.name())),
            _ => Ok(()),
        }
    }
}

/// Checks what every write of an object has: key, metadata, tags.
pub(crate) fn check_common(key: &str, about: &About, tagging: Option<&str>) -> Result<Tags, AwsError> {
    names::check_key(key)?;
    names::check_metadata(&about.metadata)?;
    tagging.map_or_else(|| Ok(Tags::new()), names::parse_tagging)
}

impl S3 {
    pub(crate) async fn put_object(
        self: Arc<Self>,
        ctx: Context,
        input: PutObjectRequest,
    ) -> Result<PutObjectOutput, AwsError> {
        refuse(&input.write_offset_bytes, "Appending to S3 objects")?;
        let conditions = WriteConditions::new(input.if_match.clone(), input.if_none_match.clone())?;
        let given = given_checksum!(input)?;
        let (expected, algorithm) =
            Expected::new(input.content_md5.as_deref(), given, input.checksum_algorithm.as_deref())?;
        let algorithm = algorithm.unwrap_or(ChecksumAlgorithm::Crc64Nvme);
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        let (write, bucket) = self.begin_write(&ctx, named, input.key.clone(), conditions, "PutObject")?;
        check_write_options!(input, bucket);
        let about = about!(input);
        let tags = check_common(&input.key, &about, input.tagging.as_deref())?;

        let mut received =
            receive(&ctx.platform.store, input.body, input.content_length, &[algorithm]).await?;
        let value = received.digests.checksums.pop().expect("one algorithm was asked for");
        expected.check(&received.digests, &value)?;
        audit::transferred(&ctx, received.digests.size, 0);

        let checksum = Checksum { algorithm, kind: ChecksumKind::FullObject, value };
        let (version, content, versioning) = self
            .commit_write(&ctx, write, move |txn| {
                let data = match received.blob {
                    Some(blob) => Data::Blob(txn.adopt_blob(blob)?),
                    None => Data::Empty,
                };
                let digests = &received.digests;
                let (size, etag) = (digests.size, digests.etag());
                Ok(Content { size, etag, data, about, checksum: Some(checksum), tags })
            })
            .await?;

        let mut output = PutObjectOutput {
            e_tag: Some(content.quoted_etag()),
            server_side_encryption: Some("AES256".to_owned()),
            version_id: version.shown_id(versioning),
            ..PutObjectOutput::default()
        };
        if let Some(checksum) = content.checksum {
            output.checksum_type = Some(checksum.kind.name().to_owned());
            show_checksum!(output, checksum.algorithm, checksum.value);
        }
        Ok(output)
    }
}
