//! Uploading blobs: at once, in parts, or by mounting what another repository has.
//!
//! A part is durable before its request is answered, so an upload goes on after a restart where the last
//! answer said.  A part whose request broke off is dropped whole.  Bytes are digested as they come; the
//! usual upload, one PATCH with everything, is never read again.

use futures_util::StreamExt as _;
use http::{StatusCode, header};
use lirio_api::{AwsError, Body};
use lirio_image::{Digest, Digester, RepositoryName};
use lirio_service::{RawResponse, uuid_v4};
use lirio_store::{PendingBlob, Txn};

use super::answer::{DIGEST, Refusal, UPLOAD, with_body};
use super::blobs::parse_digest;
use super::{Call, empty};
use crate::authorize::{BEGIN_UPLOAD, COMPLETE_UPLOAD, PULL_BLOB, UPLOAD_PART};
use crate::content::{self, Arrival};
use crate::sweep::{self, Forgotten};
use crate::tables::{PARTS, PartRow, Place, UPLOADS, UploadRow};

/// The largest layer: 52,000 MiB (ECR quotas).
const LARGEST: u64 = 52_000 << 20;
/// The most parts of one upload (ECR quotas).
const MOST_PARTS: u64 = 4_200;

/// Bytes that came and are in no commit yet.
struct Received {
    blob: PendingBlob,
    digest: Digest,
}

fn unknown_upload(id: &str) -> Refusal {
    Refusal::missing("BLOB_UPLOAD_UNKNOWN", "blob upload unknown to registry").detail(id)
}

fn too_large() -> Refusal {
    Refusal::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        "SIZE_INVALID",
        format!("A layer may have {LARGEST} bytes at most"),
    )
}

fn mismatch(given: &Digest, found: &Digest) -> Refusal {
    Refusal::bad("DIGEST_INVALID", "provided digest did not match uploaded content")
        .detail(serde_json::json!({ "provided": given.to_string(), "uploaded": found.to_string() }))
}

fn changed() -> Refusal {
    Refusal::new(
        StatusCode::RANGE_NOT_SATISFIABLE,
        "BLOB_UPLOAD_INVALID",
        "Another request added to the upload meanwhile",
    )
}

/// Where an upload stands, in the words of the specification: an empty one says `0-0` too.
fn progress(size: u64) -> String {
    format!("0-{}", size.saturating_sub(1))
}

fn location(place: &Place, id: &str) -> String {
    format!("/v2/{}/blobs/uploads/{id}", place.name)
}

fn accepted(status: StatusCode, place: &Place, id: &str, size: u64) -> RawResponse {
    let builder = empty(status)
        .header(header::LOCATION, location(place, id))
        .header(header::RANGE, progress(size))
        .header(UPLOAD, id);
    with_body(builder, Body::default())
}

fn created(place: &Place, digest: &Digest) -> RawResponse {
    let builder = empty(StatusCode::CREATED)
        .header(header::LOCATION, format!("/v2/{}/blobs/{digest}", place.name))
        .header(DIGEST, digest.to_string());
    with_body(builder, Body::default())
}

impl Call {
    pub(super) async fn begin_upload(
        &self,
        name: &RepositoryName,
        body: Body,
    ) -> Result<RawResponse, Refusal> {
        let (place, _) = self.repository(name, &[BEGIN_UPLOAD])?;
        if let Some(digest) = self.parameter("mount") {
            let digest = parse_digest(digest)?;
            if self.mount(&place, &digest).await? {
                return Ok(created(&place, &digest));
            }
        } else if let Some(digest) = self.parameter("digest") {
            self.repository(name, &[COMPLETE_UPLOAD])?;
            let digest = parse_digest(digest)?;
            let received = self.receive(body, 0).await?;
            if received.digest != digest {
                return Err(mismatch(&digest, &received.digest));
            }
            self.keep(&place, None, &digest, received.blob.len(), Arrival::New(received.blob)).await?;
            return Ok(created(&place, &digest));
        }
        let id = uuid_v4();
        let (at, upload, now) = (place.clone(), id.clone(), self.ecr.platform.now());
        self.commit(move |txn| {
            at.repository(txn)?;
            UPLOADS.put(txn, &at.of_name(&upload), &UploadRow { started: now, size: 0, parts: 0 })?;
            sweep::forget_later(txn, &Forgotten::Upload { place: at, id: upload }, now.0)?;
            Ok(())
        })
        .await?;
        Ok(accepted(StatusCode::ACCEPTED, &place, &id, 0))
    }

    /// Takes over what another repository has, if the caller may pull it there.
    async fn mount(&self, place: &Place, digest: &Digest) -> Result<bool, Refusal> {
        let Some(from) = self.parameter("from").and_then(|name| RepositoryName::parse(name).ok()) else {
            return Ok(false);
        };
        // Whatever speaks against it, the client can still upload.
        let Ok((source, _)) = self.repository(&from, &[PULL_BLOB]) else { return Ok(false) };
        if self.content(&source, digest)?.is_none() {
            return Ok(false);
        }
        let (at, digest, now) = (place.clone(), digest.to_string(), self.ecr.platform.now());
        self.commit(move |txn| {
            at.repository(txn)?;
            Ok(content::link(txn, &at, &digest, now.0)?)
        })
        .await
    }

    pub(super) fn upload_status(&self, name: &RepositoryName, id: &str) -> Result<RawResponse, Refusal> {
        let (place, _) = self.repository(name, &[UPLOAD_PART])?;
        let row = self.upload(&place, id)?.ok_or_else(|| unknown_upload(id))?;
        Ok(accepted(StatusCode::NO_CONTENT, &place, id, row.size))
    }

    pub(super) async fn add_to_upload(
        &self,
        name: &RepositoryName,
        id: &str,
        body: Body,
    ) -> Result<RawResponse, Refusal> {
        let (place, _) = self.repository(name, &[UPLOAD_PART])?;
        let row = self.upload(&place, id)?.ok_or_else(|| unknown_upload(id))?;
        let told = self.told_range(&place, id, row.size)?;
        let received = self.receive(body, row.size).await?;
        if told.is_some_and(|told| told != received.blob.len()) {
            return Err(Refusal::bad("SIZE_INVALID", "The body has not the length that Content-Range says"));
        }
        let size = self.append(&place, id, &row, received).await?.size;
        Ok(accepted(StatusCode::ACCEPTED, &place, id, size))
    }

    /// The length that `Content-Range` tells, if there is one; it must begin where the upload stands.
    fn told_range(&self, place: &Place, id: &str, size: u64) -> Result<Option<u64>, Refusal> {
        let Some(text) = self.header(header::CONTENT_RANGE) else { return Ok(None) };
        let range = text.trim().trim_start_matches("bytes").trim();
        let range = range.split('/').next().unwrap_or(range);
        let parsed = range
            .split_once('-')
            .and_then(|(first, last)| Some((first.parse::<u64>().ok()?, last.parse::<u64>().ok()?)));
        match parsed {
            Some((first, last)) if first == size && last >= first => Ok(Some(last - first + 1)),
            Some((first, _)) if first != size => Err(Refusal::new(
                StatusCode::RANGE_NOT_SATISFIABLE,
                "BLOB_UPLOAD_INVALID",
                format!("The upload has {size} bytes; the next part begins there"),
            )
            .header(header::RANGE, progress(size))
            .header(header::LOCATION, location(place, id))),
            _ => Err(Refusal::bad("BLOB_UPLOAD_INVALID", "Content-Range is not FIRST-LAST")),
        }
    }

    pub(super) async fn end_upload(
        &self,
        name: &RepositoryName,
        id: &str,
        body: Body,
    ) -> Result<RawResponse, Refusal> {
        let (place, _) = self.repository(name, &[COMPLETE_UPLOAD])?;
        let digest = self
            .parameter("digest")
            .ok_or_else(|| Refusal::bad("DIGEST_INVALID", "The parameter digest is missing"))?;
        let digest = parse_digest(digest)?;
        let Some(mut row) = self.upload(&place, id)? else {
            // A client that did not hear the answer asks again.
            return match self.content(&place, &digest)? {
                Some(_) => Ok(created(&place, &digest)),
                None => Err(unknown_upload(id)),
            };
        };
        self.told_range(&place, id, row.size)?;
        let last = self.receive(body, row.size).await?;
        if row.parts == 0 {
            if last.digest != digest {
                return Err(mismatch(&digest, &last.digest));
            }
            let size = last.blob.len();
            self.keep(&place, Some((id, &row)), &digest, size, Arrival::New(last.blob)).await?;
            return Ok(created(&place, &digest));
        }
        if !last.blob.is_empty() {
            row = self.append(&place, id, &row, last).await?;
        }
        let parts = self
            .ecr
            .platform
            .store
            .read(|r| PARTS.scan_prefix(r, &place.of_name(id), None, usize::MAX))?
            .into_iter()
            .map(|(_, part)| part)
            .collect::<Vec<_>>();
        let (found, arrival) = match parts.as_slice() {
            [only] => (parse_digest(&only.digest)?, Arrival::Stored(only.blob)),
            parts => {
                let joined = self.join(parts).await?;
                (joined.digest, Arrival::New(joined.blob))
            }
        };
        if found != digest {
            // What was uploaded is not what was meant: nothing can be added to make it so.
            self.cancel(&place, id).await?;
            return Err(mismatch(&digest, &found));
        }
        self.keep(&place, Some((id, &row)), &digest, row.size, arrival).await?;
        Ok(created(&place, &digest))
    }

    pub(super) async fn cancel_upload(
        &self,
        name: &RepositoryName,
        id: &str,
    ) -> Result<RawResponse, Refusal> {
        let (place, _) = self.repository(name, &[UPLOAD_PART])?;
        if !self.cancel(&place, id).await? {
            return Err(unknown_upload(id));
        }
        let builder = super::answer(StatusCode::NO_CONTENT);
        Ok(with_body(builder, Body::default()))
    }

    async fn cancel(&self, place: &Place, id: &str) -> Result<bool, Refusal> {
        let (at, id) = (place.clone(), id.to_owned());
        self.commit(move |txn| Ok(content::drop_upload(txn, &at, &id)?)).await
    }

    fn upload(&self, place: &Place, id: &str) -> Result<Option<UploadRow>, Refusal> {
        Ok(self.ecr.platform.store.read(|r| UPLOADS.get(r, &place.of_name(id)))?)
    }

    /// Takes a body into a blob, digesting it; `before` bytes are there already.
    async fn receive(&self, body: Body, before: u64) -> Result<Received, Refusal> {
        if body.length().is_some_and(|length| before.saturating_add(length) > LARGEST) {
            return Err(too_large());
        }
        let mut writer = self.ecr.platform.store.blobs().writer();
        let mut digester = Digester::new();
        let mut pieces = body.into_stream();
        while let Some(piece) = pieces.next().await {
            let piece = piece?;
            if before.saturating_add(writer.len()).saturating_add(piece.len() as u64) > LARGEST {
                return Err(too_large());
            }
            digester.update(&piece);
            writer.write(&piece).await?;
        }
        Ok(Received { blob: writer.finish().await?, digest: digester.finish() })
    }

    /// Adds a part to the upload, which must stand where it stood; the row after.
    async fn append(
        &self,
        place: &Place,
        id: &str,
        before: &UploadRow,
        part: Received,
    ) -> Result<UploadRow, Refusal> {
        if part.blob.is_empty() {
            return Ok(before.clone());
        }
        let (at, id, before, now) = (place.clone(), id.to_owned(), before.clone(), self.ecr.platform.now());
        if before.parts >= MOST_PARTS {
            return Err(Refusal::bad(
                "BLOB_UPLOAD_INVALID",
                format!("An upload has {MOST_PARTS} parts at most"),
            ));
        }
        let after = UploadRow {
            started: before.started,
            size: before.size + part.blob.len(),
            parts: before.parts + 1,
        };
        let row = after.clone();
        let kept = self
            .commit(move |txn| {
                let key = at.of_name(&id);
                let now_there = UPLOADS.get(txn, &key)?;
                if now_there.is_none_or(|row| (row.size, row.parts) != (before.size, before.parts)) {
                    return Ok(false);
                }
                let digest = part.digest.to_string();
                let blob = txn.adopt_blob(part.blob)?;
                PARTS.put(txn, &key.clone().u64(before.parts), &PartRow { blob, digest })?;
                UPLOADS.put(txn, &key, &row)?;
                sweep::forget_later(txn, &Forgotten::Upload { place: at, id }, now.0)?;
                Ok(true)
            })
            .await?;
        if kept { Ok(after) } else { Err(changed()) }
    }

    /// The parts one after the other, digested.
    async fn join(&self, parts: &[PartRow]) -> Result<Received, Refusal> {
        let blobs = self.ecr.platform.store.blobs();
        let mut writer = blobs.writer();
        let mut digester = Digester::new();
        for part in parts {
            let mut pieces = blobs.read(&part.blob, 0..u64::MAX);
            while let Some(piece) = pieces.next().await {
                let piece = piece?;
                digester.update(&piece);
                writer.write(&piece).await?;
            }
        }
        Ok(Received { blob: writer.finish().await?, digest: digester.finish() })
    }

    /// Gives the repository its content and ends the upload, which must stand where it stood.
    async fn keep(
        &self,
        place: &Place,
        upload: Option<(&str, &UploadRow)>,
        digest: &Digest,
        size: u64,
        arrival: Arrival,
    ) -> Result<(), Refusal> {
        let (at, digest, now) = (place.clone(), digest.to_string(), self.ecr.platform.now());
        let upload = upload.map(|(id, row)| (id.to_owned(), row.clone()));
        let kept = self
            .commit(move |txn| {
                at.repository(txn)?;
                if let Some((id, row)) = upload {
                    let key = at.of_name(&id);
                    let now_there = UPLOADS.get(txn, &key)?;
                    if now_there.is_none_or(|there| (there.size, there.parts) != (row.size, row.parts)) {
                        return Ok(false);
                    }
                    if let Arrival::Stored(_) = arrival {
                        // Its blob goes over to the content, with the reference this row had.
                        PARTS.delete(txn, &key.u64(0))?;
                    }
                    content::drop_upload(txn, &at, &id)?;
                }
                content::add(txn, &at, &digest, size, arrival, now.0)?;
                Ok(true)
            })
            .await?;
        if kept { Ok(()) } else { Err(changed()) }
    }

    /// A commit of the store; a repository that went away meanwhile is not found.
    pub(super) async fn commit<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut Txn<'_>) -> Result<T, AwsError> + Send + 'static,
    ) -> Result<T, Refusal> {
        self.ecr.platform.store.commit(change).await.map_err(|error: AwsError| {
            if error.code == "RepositoryNotFoundException" {
                Refusal::missing("NAME_UNKNOWN", error.message)
            } else {
                error.into()
            }
        })
    }
}
