//! CopyObject, and the source of UploadPartCopy.

use std::sync::Arc;

use futures_util::StreamExt as _;
use lirio_api::AwsError;
use lirio_api::s3::{CopyObjectOutput, CopyObjectRequest, CopyObjectResult};
use lirio_service::Context;
use lirio_store::{Key, StoreError, Txn};

use crate::access::Named;
use crate::audit;
use crate::checksum::{self, Checksum, ChecksumAlgorithm, ChecksumKind, show_checksum};
use crate::conditions::{ReadConditions, WriteConditions};
use crate::data::{Digester, MAX_PUT};
use crate::errors::{invalid_request, precondition_failed, refuse};
use crate::get::{Found, Reading};
use crate::names::{self, CopySource};
use crate::put::{about, check_common, check_write_options};
use crate::rows::{About, Content, Data, MANIFESTS, Manifest};
use crate::s3::S3;

/// How often a copy starts anew because its source was replaced under it.
const ATTEMPTS: usize = 8;

/// The code of a copy whose source was replaced while it was being made.
const SOURCE_REPLACED: &str = "OperationAborted";

impl S3 {
    pub(crate) async fn copy_object(
        self: Arc<Self>,
        ctx: Context,
        input: CopyObjectRequest,
    ) -> Result<CopyObjectOutput, AwsError> {
        refuse(&input.annotation_directive, "S3 object annotations")?;
        refuse(
            &input.copy_source_sse_customer_algorithm,
            "Server-side encryption with customer-provided keys (SSE-C)",
        )?;
        let source = names::parse_copy_source(&input.copy_source)?;
        let replaces = |directive: &Option<String>, name: &str| match directive.as_deref() {
            None | Some("COPY") => Ok(false),
            Some("REPLACE") => Ok(true),
            Some(_) => Err(invalid_request(format!("Unknown {name} directive."))),
        };
        let replace_metadata = replaces(&input.metadata_directive, "metadata")?;
        let replace_tags = replaces(&input.tagging_directive, "tagging")?;
        let onto_itself =
            source.bucket == input.bucket && source.key == input.key && source.version.is_none();
        let changes = replace_metadata
            || input.storage_class.is_some()
            || input.website_redirect_location.is_some()
            || input.server_side_encryption.is_some()
            || input.checksum_algorithm.is_some();
        if onto_itself && !changes {
            return Err(invalid_request(
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
            ));
        }
        let reading = source_reading(
            &source,
            &input.expected_source_bucket_owner,
            ReadConditions {
                if_match: input.copy_source_if_match.clone(),
                if_none_match: input.copy_source_if_none_match.clone(),
                if_modified_since: input.copy_source_if_modified_since,
                if_unmodified_since: input.copy_source_if_unmodified_since,
            },
        );
        for _ in 1..ATTEMPTS {
            match self.copy_once(&ctx, &input, &reading, replace_metadata, replace_tags).await {
                Err(error) if error.code == SOURCE_REPLACED => {}
                result => return result,
            }
        }
        self.copy_once(&ctx, &input, &reading, replace_metadata, replace_tags).await
    }

    async fn copy_once(
        &self,
        ctx: &Context,
        input: &CopyObjectRequest,
        reading: &Reading,
        replace_metadata: bool,
        replace_tags: bool,
    ) -> Result<CopyObjectOutput, AwsError> {
        let input = input.clone();
        let conditions = WriteConditions::new(input.if_match.clone(), input.if_none_match.clone())?;
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        let (write, bucket) = self.begin_write(ctx, named, input.key.clone(), conditions, "CopyObject")?;
        check_write_options!(input, bucket);
        let found = self.find_source(ctx, reading)?;
        if found.content.size > MAX_PUT {
            return Err(invalid_request(format!(
                "The specified copy source is larger than the maximum allowable size for a copy source: {MAX_PUT}"
            )));
        }
        let about = if replace_metadata {
            about!(input)
        } else {
            About {
                storage_class: names::storage_class(input.storage_class)?,
                website_redirect: input.website_redirect_location,
                ..found.content.about.clone()
            }
        };
        let tagging = input.tagging.as_deref().filter(|_| replace_tags);
        let mut tags = check_common(&input.key, &about, tagging)?;
        if !replace_tags {
            tags = found.content.tags.clone();
        }
        let asked = input.checksum_algorithm.as_deref().map(checksum::parse).transpose()?;
        let (etag, checksum) = self.copied_hashes(ctx, reading, &found, asked).await?;
        audit::transferred(ctx, 0, 0);

        let (data, size) = (found.content.data, found.content.size);
        let (version, content, versioning) = self
            .commit_write(ctx, write, move |txn| {
                let data = share(txn, data)?;
                Ok(Content { size, etag, data, about, checksum: Some(checksum), tags })
            })
            .await?;

        let mut result = CopyObjectResult {
            e_tag: Some(content.quoted_etag()),
            last_modified: Some(version.modified),
            ..CopyObjectResult::default()
        };
        if let Some(checksum) = content.checksum {
            result.checksum_type = Some(checksum.kind.name().to_owned());
            show_checksum!(result, checksum.algorithm, checksum.value);
        }
        Ok(CopyObjectOutput {
            copy_object_result: Some(result),
            copy_source_version_id: found.version.shown_id(found.versioning),
            version_id: version.shown_id(versioning),
            server_side_encryption: Some("AES256".to_owned()),
            ..CopyObjectOutput::default()
        })
    }

    /// Entity tag and checksum of the copy.  A copy is one piece, whatever its source was, so that those
    /// of a source uploaded in parts have to be computed.
    async fn copied_hashes(
        &self,
        ctx: &Context,
        reading: &Reading,
        found: &Found,
        asked: Option<ChecksumAlgorithm>,
    ) -> Result<(String, Checksum), AwsError> {
        let content = &found.content;
        let algorithm =
            asked.or(content.checksum.as_ref().map(|c| c.algorithm)).unwrap_or(ChecksumAlgorithm::Crc64Nvme);
        let in_parts = matches!(content.data, Data::Parts { .. });
        if let Some(checksum) = &content.checksum
            && checksum.algorithm == algorithm
            && !in_parts
        {
            return Ok((content.etag.clone(), checksum.clone()));
        }
        let (again, body) = self.open(ctx, reading).map_err(as_source_error)?;
        if again.version.sequence != found.version.sequence {
            return Err(source_replaced());
        }
        let mut digester = Digester::new(&[algorithm]);
        let mut pieces = body.into_stream();
        while let Some(piece) = pieces.next().await {
            digester.update(&piece?);
        }
        let mut digests = digester.finish();
        let value = digests.checksums.pop().expect("one algorithm was asked for");
        Ok((digests.etag(), Checksum { algorithm, kind: ChecksumKind::FullObject, value }))
    }

    /// Finds the source of a copy; its conditions fail with 412 where a read's would answer 304.
    pub(crate) fn find_source(&self, ctx: &Context, reading: &Reading) -> Result<Found, AwsError> {
        self.find(ctx, reading).map_err(as_source_error)
    }
}

/// What a copy reads.
pub(crate) fn source_reading(
    source: &CopySource,
    owner: &Option<String>,
    conditions: ReadConditions,
) -> Reading {
    Reading {
        named: Named::new(&source.bucket, owner),
        key: source.key.clone(),
        version: source.version.clone(),
        method: "PUT",
        conditions,
        range: None,
        part: None,
    }
}

/// Words a look-up's error for the source of a copy.
pub(crate) fn as_source_error(error: AwsError) -> AwsError {
    match &*error.code {
        "NotModified" => precondition_failed("x-amz-copy-source-If-None-Match"),
        "MethodNotAllowed" => invalid_request(
            "The source of a copy request may not specifically refer to a delete marker by version id.",
        ),
        _ => error,
    }
}

fn source_replaced() -> AwsError {
    AwsError::new(
        SOURCE_REPLACED,
        409,
        "A conflicting conditional operation is currently in progress against this resource. Try again.",
    )
}

/// Makes the bytes of one object also those of another: nothing is copied, references are counted.
fn share(txn: &mut Txn<'_>, data: Data) -> Result<Data, AwsError> {
    let retain = |txn: &mut Txn<'_>, id| match txn.retain_blob(&id) {
        Err(StoreError::NoSuchBlob(_)) => Err(source_replaced()),
        result => result.map_err(AwsError::from),
    };
    match data {
        Data::Empty => Ok(Data::Empty),
        Data::Blob(id) => retain(txn, id).map(|()| data),
        Data::Parts { manifest, count } => {
            let row = MANIFESTS.get(txn, &Key::new().u64(manifest))?.ok_or_else(source_replaced)?;
            for blob in row.parts.iter().filter_map(|part| part.blob) {
                retain(txn, blob)?;
            }
            let manifest = txn.next_sequence("s3.manifest")?;
            // Without an upload the parts are no one's business: the copy counts as one piece.
            let copy = Manifest { upload_id: String::new(), parts: row.parts };
            MANIFESTS.put(txn, &Key::new().u64(manifest), &copy)?;
            Ok(Data::Parts { manifest, count })
        }
    }
}
