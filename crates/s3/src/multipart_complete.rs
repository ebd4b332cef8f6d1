//! CompleteMultipartUpload: the parts become an object, without a byte being copied.

use std::collections::BTreeMap;
use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::s3::{CompleteMultipartUploadOutput, CompleteMultipartUploadRequest, CompletedPart};
use lirio_service::Context;
use lirio_store::{Key, Txn};
use md5::{Digest as _, Md5};

use crate::access::{Named, Write};
use crate::audit;
use crate::checksum::{self, Checksum, ChecksumAlgorithm, ChecksumKind, given_checksum, show_checksum};
use crate::conditions::{WriteConditions, bare};
use crate::data::hex;
use crate::errors::{bad_digest, invalid_request, malformed_xml, no_such_upload, refuse};
use crate::rows::{
    Content, Data, MANIFESTS, Manifest, ManifestPart, OBJECTS, PARTS, PartRow, UPLOADS, Version, Versioning,
    object_key, upload_key,
};
use crate::s3::S3;

/// The least size of a part that is not the last: 5 MiB.
const MIN_PART: u64 = 5 << 20;

/// A part as the client lists it.
struct Listed {
    number: u64,
    etag: String,
    checksum: Option<(ChecksumAlgorithm, String)>,
}

/// What the client says the whole is.
struct Whole {
    checksum: Option<(ChecksumAlgorithm, String)>,
    kind: Option<String>,
    size: Option<i64>,
}

impl S3 {
    pub(crate) async fn complete_multipart_upload(
        self: Arc<Self>,
        ctx: Context,
        input: CompleteMultipartUploadRequest,
    ) -> Result<CompleteMultipartUploadOutput, AwsError> {
        refuse(&input.sse_customer_algorithm, "Server-side encryption with customer-provided keys (SSE-C)")?;
        let conditions = WriteConditions::new(input.if_match.clone(), input.if_none_match.clone())?;
        let whole = Whole {
            checksum: given_checksum!(input)?,
            kind: input.checksum_type,
            size: input.mpu_object_size,
        };
        let listed = read_list(input.multipart_upload.and_then(|m| m.parts).unwrap_or_default())?;
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        let (bucket, key, upload) = (input.bucket, input.key, input.upload_id);
        if let Some((version, content, versioning)) = self.completed_before(&ctx, &named, &key, &upload)? {
            return Ok(show(&ctx, bucket, key, &version, content, versioning));
        }
        let (write, _): (Write, _) =
            self.begin_write(&ctx, named, key.clone(), conditions, "CompleteMultipartUpload")?;
        audit::transferred(&ctx, 0, 0);
        let place = (bucket.clone(), key.clone());
        let (version, content, versioning) = self
            .commit_write(&ctx, write, move |txn| assemble(txn, &place.0, &place.1, &upload, &listed, &whole))
            .await?;
        Ok(show(&ctx, bucket, key, &version, content, versioning))
    }

    /// The object that an earlier completion of this upload made, if it is still current: a client whose
    /// answer got lost repeats its call.
    fn completed_before(
        &self,
        ctx: &Context,
        named: &Named,
        key: &str,
        upload: &str,
    ) -> Result<Option<(Version, Content, Versioning)>, AwsError> {
        ctx.platform.store.read(|r| {
            let bucket = named.row(r)?;
            if UPLOADS.exists(r, &upload_key(&bucket.name, key, upload))? {
                return Ok(None);
            }
            let version = OBJECTS.get(r, &object_key(&bucket.name, key))?;
            if let Some(version) = version
                && let Some(content) = version.content.clone()
                && let Data::Parts { manifest, .. } = content.data
                && MANIFESTS.get(r, &Key::new().u64(manifest))?.is_some_and(|m| m.upload_id == upload)
            {
                return Ok(Some((version, content, bucket.versioning)));
            }
            Err(no_such_upload(upload))
        })
    }
}

/// Checks the order of the client's list and takes out what is compared.
fn read_list(parts: Vec<CompletedPart>) -> Result<Vec<Listed>, AwsError> {
    if parts.is_empty() || parts.len() > 10_000 {
        return Err(malformed_xml());
    }
    let mut listed: Vec<Listed> = Vec::with_capacity(parts.len());
    for part in parts {
        let number = part.part_number.and_then(|n| u64::try_from(n).ok()).filter(|n| *n > 0);
        let (Some(number), Some(etag)) = (number, &part.e_tag) else { return Err(malformed_xml()) };
        if listed.last().is_some_and(|last| last.number >= number) {
            return Err(AwsError::new(
                "InvalidPartOrder",
                400,
                "The list of parts was not in ascending order. Parts must be ordered by part number.",
            ));
        }
        listed.push(Listed { number, etag: bare(etag).to_owned(), checksum: given_checksum!(part)? });
    }
    Ok(listed)
}

/// Turns the listed parts into the content of an object, and ends the upload.
fn assemble(
    txn: &mut Txn<'_>,
    bucket: &str,
    key: &str,
    upload_id: &str,
    listed: &[Listed],
    whole: &Whole,
) -> Result<Content, AwsError> {
    let upload_place = upload_key(bucket, key, upload_id);
    let upload = UPLOADS.get(txn, &upload_place)?.ok_or_else(|| no_such_upload(upload_id))?;
    let parts_place = Key::new().str(upload_id);
    let mut parts: BTreeMap<u64, PartRow> = BTreeMap::new();
    for (row, part) in PARTS.scan_prefix(txn, &parts_place, None, usize::MAX)? {
        let mut segments = row.parts();
        segments.str()?;
        parts.insert(segments.u64()?, part);
    }

    let mut manifest = Vec::with_capacity(listed.len());
    let mut sums: Vec<(String, u64)> = Vec::with_capacity(listed.len());
    let mut md5 = Md5::new();
    for (at, wanted) in listed.iter().enumerate() {
        let part = parts.remove(&wanted.number).filter(|part| part.etag == wanted.etag);
        let part = part.ok_or_else(|| invalid_part(wanted, upload_id))?;
        if let Some((algorithm, value)) = &wanted.checksum
            && (*algorithm != upload.algorithm || *value != part.checksum)
            // Without a chosen algorithm only the default's values are kept; others were compared on arrival.
            && (upload.chosen || *algorithm == upload.algorithm)
        {
            return Err(invalid_part(wanted, upload_id));
        }
        if at + 1 < listed.len() && part.size < MIN_PART {
            return Err(too_small(wanted, part.size));
        }
        md5.update(unhex(&part.etag)?);
        sums.push((part.checksum.clone(), part.size));
        manifest.push(ManifestPart {
            number: wanted.number,
            size: part.size,
            blob: part.blob,
            checksum: (upload.chosen && upload.kind == ChecksumKind::Composite).then_some(part.checksum),
        });
    }
    let size: u64 = sums.iter().map(|(_, size)| size).sum();
    let sums: Vec<(&str, u64)> = sums.iter().map(|(sum, size)| (sum.as_str(), *size)).collect();
    let checksum = checksum::of_parts(upload.algorithm, upload.kind, &sums)?;
    whole.check(&checksum, upload.chosen, size)?;

    // Parts that the client left out are gone.
    for blob in parts.into_values().filter_map(|part| part.blob) {
        txn.release_blob(&blob)?;
    }
    PARTS.delete_prefix(txn, &parts_place)?;
    UPLOADS.delete(txn, &upload_place)?;
    let number = txn.next_sequence("s3.manifest")?;
    let count = u32::try_from(manifest.len()).unwrap_or(u32::MAX);
    MANIFESTS.put(
        txn,
        &Key::new().u64(number),
        &Manifest { upload_id: upload_id.to_owned(), parts: manifest },
    )?;
    Ok(Content {
        size,
        etag: format!("{}-{count}", hex(&md5.finalize())),
        data: Data::Parts { manifest: number, count },
        about: upload.about,
        checksum: Some(checksum),
        tags: upload.tags,
    })
}

impl Whole {
    fn check(&self, computed: &Checksum, chosen: bool, size: u64) -> Result<(), AwsError> {
        if self.size.is_some_and(|said| u64::try_from(said) != Ok(size)) {
            return Err(invalid_request(
                "The provided 'x-amz-mp-object-size' header value does not match what was computed.",
            ));
        }
        if let Some(kind) = &self.kind
            && chosen
            && *kind != computed.kind.name()
        {
            return Err(invalid_request(format!(
                "The upload was created using the {} checksum type. The complete request must use the same checksum type.",
                computed.kind.name()
            )));
        }
        let Some((algorithm, value)) = &self.checksum else { return Ok(()) };
        if *algorithm != computed.algorithm {
            return Err(invalid_request(format!(
                "Checksum Type mismatch occurred, expected checksum Type: {}, actual checksum Type: {}",
                computed.algorithm.name().to_ascii_lowercase(),
                algorithm.name().to_ascii_lowercase()
            )));
        }
        // Clients write a composite value with or without the number of parts.
        let bare = computed.value.split('-').next().unwrap_or_default();
        if *value != computed.value && value != bare {
            return Err(bad_digest(algorithm.name()));
        }
        Ok(())
    }
}

fn invalid_part(part: &Listed, upload: &str) -> AwsError {
    AwsError::new(
        "InvalidPart",
        400,
        "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    )
    .with("UploadId", upload)
    .with("PartNumber", part.number.to_string())
    .with("ETag", part.etag.as_str())
}

fn too_small(part: &Listed, size: u64) -> AwsError {
    AwsError::new("EntityTooSmall", 400, "Your proposed upload is smaller than the minimum allowed size")
        .with("ProposedSize", size.to_string())
        .with("MinSizeAllowed", MIN_PART.to_string())
        .with("PartNumber", part.number.to_string())
        .with("ETag", part.etag.as_str())
}

fn unhex(etag: &str) -> Result<Vec<u8>, AwsError> {
    (0..etag.len() / 2)
        .map(|i| etag.get(2 * i..2 * i + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()))
        .collect::<Option<Vec<u8>>>()
        .ok_or_else(|| AwsError::internal(format_args!("stored entity tag {etag:?} is malformed")))
}

fn show(
    ctx: &Context,
    bucket: String,
    key: String,
    version: &Version,
    content: Content,
    versioning: Versioning,
) -> CompleteMultipartUploadOutput {
    let location = format!("http://{}/{bucket}/{}", ctx.host, crate::names::percent_encode(&key));
    let mut output = CompleteMultipartUploadOutput {
        location: Some(location),
        e_tag: Some(content.quoted_etag()),
        bucket: Some(bucket),
        key: Some(key),
        server_side_encryption: Some("AES256".to_owned()),
        version_id: version.shown_id(versioning),
        ..CompleteMultipartUploadOutput::default()
    };
    if let Some(checksum) = content.checksum {
        output.checksum_type = Some(checksum.kind.name().to_owned());
        show_checksum!(output, checksum.algorithm, checksum.value);
    }
    output
}
