//! Multipart uploads: create, upload parts in any order and at once, copy parts, abort.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::s3::{
    AbortMultipartUploadOutput, AbortMultipartUploadRequest, CopyPartResult, CreateMultipartUploadOutput,
    CreateMultipartUploadRequest, UploadPartCopyOutput, UploadPartCopyRequest, UploadPartOutput,
    UploadPartRequest,
};
use lirio_service::{Context, hex_id};
use lirio_store::Txn;

use crate::access::Named;
use crate::audit;
use crate::checksum::{self, ChecksumAlgorithm, ChecksumKind, given_checksum, show_checksum};
use crate::conditions::ReadConditions;
use crate::copy::{as_source_error, source_reading};
use crate::data::{Received, receive, receive_stream};
use crate::errors::{invalid_request, no_such_upload, refuse};
use crate::names;
use crate::put::{Expected, about, check_common, check_write_options};
use crate::range;
use crate::rows::{PARTS, PartRow, UPLOADS, UploadRow, part_key, upload_key};
use crate::s3::S3;

impl S3 {
    pub(crate) async fn create_multipart_upload(
        self: Arc<Self>,
        ctx: Context,
        input: CreateMultipartUploadRequest,
    ) -> Result<CreateMultipartUploadOutput, AwsError> {
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        let bucket = self.bucket(&ctx, &input.bucket, &input.expected_bucket_owner)?;
        check_write_options!(input, bucket);
        let chosen = input.checksum_algorithm.as_deref().map(checksum::parse).transpose()?;
        if chosen.is_none() && input.checksum_type.is_some() {
            return Err(invalid_request(
                "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.",
            ));
        }
        let algorithm = chosen.unwrap_or(ChecksumAlgorithm::Crc64Nvme);
        let kind = ChecksumKind::of(algorithm, input.checksum_type.as_deref())?;
        let (bucket, key) = (input.bucket, input.key);
        let about = about!(input);
        let tags = check_common(&key, &about, input.tagging.as_deref())?;
        let row = UploadRow {
            initiated: ctx.now,
            initiator: ctx.caller.principal.arn(&ctx.scope.partition),
            about,
            tags,
            algorithm,
            kind,
            chosen: chosen.is_some(),
        };
        let mut output = CreateMultipartUploadOutput {
            bucket: Some(bucket.clone()),
            key: Some(key.clone()),
            server_side_encryption: Some("AES256".to_owned()),
            checksum_algorithm: chosen.map(|a| a.name().to_owned()),
            checksum_type: chosen.map(|_| kind.name().to_owned()),
            ..CreateMultipartUploadOutput::default()
        };
        let upload = ctx
            .commit(move |txn| {
                named.row(txn)?;
                // Begins with a number, so that uploads of a key are listed in the order of their creation.
                let upload = format!("{:016x}{}", txn.next_sequence("s3.upload")?, hex_id::<24>());
                UPLOADS.put(txn, &upload_key(&bucket, &key, &upload), &row)?;
                Ok(upload)
            })
            .await?;
        output.upload_id = Some(upload);
        Ok(output)
    }

    pub(crate) async fn upload_part(
        self: Arc<Self>,
        ctx: Context,
        input: UploadPartRequest,
    ) -> Result<UploadPartOutput, AwsError> {
        refuse(&input.sse_customer_algorithm, "Server-side encryption with customer-provided keys (SSE-C)")?;
        let number = names::part_number(input.part_number)?;
        let place = Place::new(
            Named::new(&input.bucket, &input.expected_bucket_owner),
            input.key.clone(),
            input.upload_id.clone(),
            number,
        );
        let upload = place.upload(&ctx)?;
        let given = given_checksum!(input)?;
        let (expected, algorithm) =
            Expected::new(input.content_md5.as_deref(), given, input.checksum_algorithm.as_deref())?;
        let shown = algorithm.or(upload.chosen.then_some(upload.algorithm));
        if let Some(algorithm) = algorithm.filter(|a| upload.chosen && *a != upload.algorithm) {
            return Err(invalid_request(format!(
                "Checksum Type mismatch occurred, expected checksum Type: {}, actual checksum Type: {}",
                upload.algorithm.name().to_ascii_lowercase(),
                algorithm.name().to_ascii_lowercase()
            )));
        }
        let algorithms = [upload.algorithm, algorithm.unwrap_or(upload.algorithm)];
        let algorithms = if algorithms[0] == algorithms[1] { &algorithms[..1] } else { &algorithms[..] };
        let received = receive(&ctx.platform.store, input.body, input.content_length, algorithms).await?;
        let value = received.digests.checksums.last().cloned().unwrap_or_default();
        expected.check(&received.digests, &value)?;
        audit::transferred(&ctx, received.digests.size, 0);
        let row = place.commit(&ctx, received).await?;
        let mut output = UploadPartOutput {
            e_tag: Some(format!("\"{}\"", row.etag)),
            server_side_encryption: Some("AES256".to_owned()),
            ..UploadPartOutput::default()
        };
        if let Some(algorithm) = shown {
            show_checksum!(output, algorithm, value);
        }
        Ok(output)
    }

    pub(crate) async fn upload_part_copy(
        self: Arc<Self>,
        ctx: Context,
        input: UploadPartCopyRequest,
    ) -> Result<UploadPartCopyOutput, AwsError> {
        for customer in [&input.sse_customer_algorithm, &input.copy_source_sse_customer_algorithm] {
            refuse(customer, "Server-side encryption with customer-provided keys (SSE-C)")?;
        }
        let number = names::part_number(input.part_number)?;
        let place = Place::new(
            Named::new(&input.bucket, &input.expected_bucket_owner),
            input.key.clone(),
            input.upload_id.clone(),
            number,
        );
        let upload = place.upload(&ctx)?;
        let source = names::parse_copy_source(&input.copy_source)?;
        let mut reading = source_reading(
            &source,
            &input.expected_source_bucket_owner,
            ReadConditions {
                if_match: input.copy_source_if_match.clone(),
                if_none_match: input.copy_source_if_none_match.clone(),
                if_modified_since: input.copy_source_if_modified_since,
                if_unmodified_since: input.copy_source_if_unmodified_since,
            },
        );
        if let Some(header) = &input.copy_source_range {
            // Checked against the size first: a copy's range is strict where a read's is cut.
            range::parse_copy(header, self.find_source(&ctx, &reading)?.content.size)?;
            reading.range = Some(header.clone());
        }
        let (found, body) = self.open(&ctx, &reading).map_err(as_source_error)?;
        let length = found.bytes.end - found.bytes.start;
        let received =
            receive_stream(&ctx.platform.store, body.into_stream(), Some(length), &[upload.algorithm])
                .await?;
        audit::transferred(&ctx, 0, 0);
        let row = place.commit(&ctx, received).await?;
        let mut result = CopyPartResult {
            e_tag: Some(format!("\"{}\"", row.etag)),
            last_modified: Some(row.modified),
            ..CopyPartResult::default()
        };
        if upload.chosen {
            show_checksum!(result, upload.algorithm, row.checksum);
        }
        Ok(UploadPartCopyOutput {
            copy_source_version_id: found.version.shown_id(found.versioning),
            copy_part_result: Some(result),
            server_side_encryption: Some("AES256".to_owned()),
            ..UploadPartCopyOutput::default()
        })
    }

    pub(crate) async fn abort_multipart_upload(
        self: Arc<Self>,
        ctx: Context,
        input: AbortMultipartUploadRequest,
    ) -> Result<AbortMultipartUploadOutput, AwsError> {
        refuse(&input.if_match_initiated_time, "Conditional aborts (directory buckets)")?;
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        ctx.commit(move |txn| {
            named.row(txn)?;
            if !UPLOADS.exists(txn, &upload_key(&input.bucket, &input.key, &input.upload_id))? {
                return Err(no_such_upload(&input.upload_id));
            }
            remove_upload(txn, &input.bucket, &input.key, &input.upload_id)
        })
        .await?;
        Ok(AbortMultipartUploadOutput::default())
    }
}

/// Removes an upload with its parts and their bytes.
pub(crate) fn remove_upload(
    txn: &mut Txn<'_>,
    bucket: &str,
    key: &str,
    upload: &str,
) -> Result<(), AwsError> {
    let parts = lirio_store::Key::new().str(upload);
    for (_, part) in PARTS.scan_prefix(txn, &parts, None, usize::MAX)? {
        if let Some(blob) = part.blob {
            txn.release_blob(&blob)?;
        }
    }
    PARTS.delete_prefix(txn, &parts)?;
    UPLOADS.delete(txn, &upload_key(bucket, key, upload))?;
    Ok(())
}

/// Where a part goes.
struct Place {
    named: Named,
    key: String,
    upload: String,
    number: u64,
}

impl Place {
    fn new(named: Named, key: String, upload: String, number: u64) -> Self {
        Self { named, key, upload, number }
    }

    /// The upload.
    fn upload(&self, ctx: &Context) -> Result<UploadRow, AwsError> {
        ctx.platform.store.read(|r| {
            self.named.row(r)?;
            UPLOADS
                .get(r, &upload_key(&self.named.bucket, &self.key, &self.upload))?
                .ok_or_else(|| no_such_upload(&self.upload))
        })
    }

    /// Makes the bytes this part, in the place of what was there; the upload must still be in progress.
    async fn commit(self, ctx: &Context, mut received: Received) -> Result<PartRow, AwsError> {
        let modified = ctx.platform.now();
        ctx.commit(move |txn| {
            if !UPLOADS.exists(txn, &upload_key(&self.named.bucket, &self.key, &self.upload))? {
                return Err(no_such_upload(&self.upload));
            }
            let key = part_key(&self.upload, self.number);
            if let Some(blob) = PARTS.get(txn, &key)?.and_then(|former| former.blob) {
                txn.release_blob(&blob)?;
            }
            let row = PartRow {
                size: received.digests.size,
                etag: received.digests.etag(),
                modified,
                blob: received.blob.map(|blob| txn.adopt_blob(blob)).transpose()?,
                // The first algorithm is the upload's.
                checksum: received.digests.checksums.swap_remove(0),
            };
            PARTS.put(txn, &key, &row)?;
            Ok(row)
        })
        .await
    }
}
