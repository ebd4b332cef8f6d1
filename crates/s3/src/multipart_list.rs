//! ListParts and ListMultipartUploads.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::s3::{
    Initiator, ListMultipartUploadsOutput, ListMultipartUploadsRequest, ListPartsOutput, ListPartsRequest,
    MultipartUpload, Part,
};
use lirio_service::Context;
use lirio_store::{Key, KeyRange, Order};

use crate::access::{Named, canonical_id, owner};
use crate::checksum::show_checksum;
use crate::errors::no_such_upload;
use crate::list::{Entry, Query, Start};
use crate::listing::{Encoding, delimiter, off_thread, split};
use crate::names::page_size;
use crate::rows::{PARTS, UPLOADS, UploadRow, part_key, upload_key};
use crate::s3::S3;

fn initiator(upload: &UploadRow, account: &str) -> Initiator {
    // S3 names IAM principals by their ARN and accounts by their canonical id.
    let id =
        if upload.initiator.ends_with(":root") { canonical_id(account) } else { upload.initiator.clone() };
    Initiator { id: Some(id), ..Initiator::default() }
}

impl S3 {
    pub(crate) async fn list_parts(
        self: Arc<Self>,
        ctx: Context,
        input: ListPartsRequest,
    ) -> Result<ListPartsOutput, AwsError> {
        let most = page_size("max-parts", input.max_parts)?;
        let marker = input.part_number_marker.unwrap_or(0).max(0);
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        let (key, id) = (input.key.clone(), input.upload_id.clone());
        let (bucket, upload, mut rows) = off_thread(&ctx, move |r| {
            let bucket = named.row(r)?;
            let upload =
                UPLOADS.get(r, &upload_key(&bucket.name, &key, &id))?.ok_or_else(|| no_such_upload(&id))?;
            let range = KeyRange::prefix(&Key::new().str(&id)).after(&part_key(&id, marker.unsigned_abs()));
            let rows = PARTS.scan(r, range, Order::Ascending, most + 1)?;
            Ok((bucket, upload, rows))
        })
        .await?;
        let more = rows.len() > most && most > 0;
        rows.truncate(most);
        let mut parts = Vec::with_capacity(rows.len());
        for (row, part) in rows {
            let mut segments = row.parts();
            segments.str()?;
            let mut shape = Part {
                part_number: Some(segments.u64()? as i64),
                last_modified: Some(part.modified),
                e_tag: Some(format!("\"{}\"", part.etag)),
                size: Some(part.size as i64),
                ..Part::default()
            };
            if upload.chosen {
                show_checksum!(shape, upload.algorithm, part.checksum);
            }
            parts.push(shape);
        }
        Ok(ListPartsOutput {
            bucket: Some(input.bucket),
            key: Some(input.key),
            upload_id: Some(input.upload_id),
            part_number_marker: Some(marker),
            next_part_number_marker: parts.last().and_then(|p| p.part_number),
            max_parts: Some(most as i64),
            is_truncated: Some(more),
            parts: (!parts.is_empty()).then_some(parts),
            initiator: Some(initiator(&upload, &bucket.account)),
            owner: Some(owner(&bucket.account)),
            storage_class: Some(upload.about.class().to_owned()),
            checksum_algorithm: upload.chosen.then(|| upload.algorithm.name().to_owned()),
            checksum_type: upload.chosen.then(|| upload.kind.name().to_owned()),
            ..ListPartsOutput::default()
        })
    }

    pub(crate) async fn list_multipart_uploads(
        self: Arc<Self>,
        ctx: Context,
        input: ListMultipartUploadsRequest,
    ) -> Result<ListMultipartUploadsOutput, AwsError> {
        let most = page_size("max-uploads", input.max_uploads)?;
        let delimiter = delimiter(&input.delimiter);
        let key_marker = input.key_marker.clone().filter(|k| !k.is_empty());
        // An upload id counts only together with a key.
        let id_marker = input.upload_id_marker.clone().filter(|u| !u.is_empty() && key_marker.is_some());
        let start = match (&key_marker, &id_marker) {
            (Some(key), Some(id)) => Start::AfterRow(upload_key(&input.bucket, key, id)),
            _ => Start::from_marker(key_marker.as_deref(), delimiter.as_deref()),
        };
        let query = Query {
            bucket: input.bucket.clone(),
            prefix: input.prefix.clone().unwrap_or_default(),
            delimiter,
            start,
            most,
        };
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        let (bucket, (entries, more)) =
            off_thread(&ctx, move |r| Ok((named.row(r)?, query.page(r, UPLOADS)?))).await?;
        let encoding = Encoding::new(&input.encoding_type);
        let mut ids = Vec::with_capacity(entries.len());
        for entry in &entries {
            ids.push(match entry {
                Entry::Row { row, .. } => {
                    let mut segments = row.parts();
                    segments.str()?;
                    segments.str()?;
                    Some(segments.str()?)
                }
                Entry::Prefix(_) => None,
            });
        }
        let next_key = entries.last().filter(|_| more).map(|e| encoding.key(e.name()));
        let next_id = if more { ids.last().cloned().flatten() } else { None };
        let mut ids = ids.into_iter().flatten();
        let (uploads, common_prefixes) = split(entries, encoding, |key, upload| MultipartUpload {
            upload_id: ids.next(),
            key: Some(key),
            initiated: Some(upload.initiated),
            storage_class: Some(upload.about.class().to_owned()),
            owner: Some(owner(&bucket.account)),
            initiator: Some(initiator(&upload, &bucket.account)),
            checksum_algorithm: upload.chosen.then(|| upload.algorithm.name().to_owned()),
            checksum_type: upload.chosen.then(|| upload.kind.name().to_owned()),
            ..MultipartUpload::default()
        });
        Ok(ListMultipartUploadsOutput {
            bucket: Some(input.bucket),
            key_marker: Some(encoding.key(input.key_marker.as_deref().unwrap_or_default())),
            upload_id_marker: Some(input.upload_id_marker.unwrap_or_default()),
            next_key_marker: next_key,
            prefix: Some(encoding.key(input.prefix.as_deref().unwrap_or_default())),
            delimiter: encoding.optional(&input.delimiter),
            next_upload_id_marker: next_id,
            max_uploads: Some(most as i64),
            is_truncated: Some(more),
            uploads,
            common_prefixes,
            encoding_type: input.encoding_type,
            ..ListMultipartUploadsOutput::default()
        })
    }
}
