//! The bytes of objects: from bodies into blobs and back.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use lirio_api::{AwsError, Body, BodyError, BodyStream};
use lirio_service::Platform;
use lirio_store::{BlobStream, Blobs, Key, KeyRange, Order, PendingBlob, Store, StoreError, Txn};
use md5::{Digest as _, Md5};
use tokio::sync::Notify;

use crate::checksum::{ChecksumAlgorithm, Hasher};
use crate::errors::{bad_digest, entity_too_large};
use crate::rows::{Content, Data, GARBAGE, MANIFESTS, Manifest};

/// The largest body of one request, and the largest source of a copy: 5 GiB.
pub(crate) const MAX_PUT: u64 = 5 << 30;

/// What the bytes of a body turned out to be.
pub(crate) struct Received {
    /// None if there were no bytes.
    pub(crate) blob: Option<PendingBlob>,
    pub(crate) digests: Digests,
}

/// Length and hashes of a run of bytes.
pub(crate) struct Digests {
    pub(crate) size: u64,
    pub(crate) md5: [u8; 16],
    /// By the algorithms asked for, in their order.
    pub(crate) checksums: Vec<String>,
}

/// Computes [`Digests`] piece by piece.
pub(crate) struct Digester {
    size: u64,
    md5: Md5,
    hashers: Vec<Hasher>,
}

impl Digester {
    pub(crate) fn new(algorithms: &[ChecksumAlgorithm]) -> Self {
        Self { size: 0, md5: Md5::new(), hashers: algorithms.iter().map(|a| Hasher::new(*a)).collect() }
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        self.md5.update(bytes);
        for hasher in &mut self.hashers {
            hasher.update(bytes);
        }
    }

    pub(crate) fn finish(self) -> Digests {
        Digests {
            size: self.size,
            md5: self.md5.finalize().into(),
            checksums: self.hashers.into_iter().map(Hasher::finish).collect(),
        }
    }
}

impl Digests {
    /// The MD5 in hexadecimal: the entity tag of one piece.
    pub(crate) fn etag(&self) -> String {
        hex(&self.md5)
    }

    /// Compares with the client's `Content-MD5`.
    pub(crate) fn check_md5(&self, given: Option<&[u8; 16]>) -> Result<(), AwsError> {
        match given {
            Some(given) if *given != self.md5 => Err(bad_digest("Content-MD5")),
            _ => Ok(()),
        }
    }
}

/// Bytes in lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Reads `Content-MD5`.
pub(crate) fn parse_md5(given: Option<&str>) -> Result<Option<[u8; 16]>, AwsError> {
    use base64::Engine as _;
    given
        .map(|text| {
            base64::engine::general_purpose::STANDARD
                .decode(text)
                .ok()
                .and_then(|bytes| <[u8; 16]>::try_from(bytes).ok())
                .ok_or_else(|| {
                    AwsError::new("InvalidDigest", 400, "The Content-MD5 you specified was invalid.")
                        .with("Content-MD5", text)
                })
        })
        .transpose()
}

/// Streams a body into a new blob, which nothing names yet.
///
/// Errors: a broken or refused body, more than [`MAX_PUT`] bytes, a length other than the one
/// announced, a full disk.  Nothing is kept then.
pub(crate) async fn receive(
    store: &Store,
    body: Body,
    announced: Option<i64>,
    algorithms: &[ChecksumAlgorithm],
) -> Result<Received, AwsError> {
    let announced = announced.and_then(|n| u64::try_from(n).ok()).or(body.length());
    if let Some(size) = announced.filter(|size| *size > MAX_PUT) {
        return Err(entity_too_large(size, MAX_PUT));
    }
    receive_stream(store, body.into_stream(), announced, algorithms).await
}

/// Streams pieces into a new blob.
pub(crate) async fn receive_stream(
    store: &Store,
    mut pieces: BodyStream,
    announced: Option<u64>,
    algorithms: &[ChecksumAlgorithm],
) -> Result<Received, AwsError> {
    let mut digester = Digester::new(algorithms);
    let mut writer = store.blobs().writer();
    while let Some(piece) = pieces.next().await {
        let piece = piece?;
        digester.update(&piece);
        if digester.size > MAX_PUT {
            return Err(entity_too_large(digester.size, MAX_PUT));
        }
        writer.write(&piece).await?;
    }
    let digests = digester.finish();
    if announced.is_some_and(|size| size != digests.size) {
        return Err(BodyError::Incomplete(format!(
            "{} bytes came of {} announced",
            digests.size,
            announced.unwrap_or_default()
        ))
        .into());
    }
    let blob = if digests.size == 0 { None } else { Some(writer.finish().await?) };
    Ok(Received { blob, digests })
}

/// Content of several blobs that somebody is reading, by manifest.
///
/// The blobs of such content are opened one after the other, so what replaces the content leaves its
/// manifest in [`GARBAGE`], and [`collect`] waits for the readers.  (A single blob is opened at once
/// and stays readable whatever becomes of it.)
#[derive(Clone, Default)]
pub(crate) struct Leases(Arc<LeaseTable>);

#[derive(Default)]
struct LeaseTable {
    held: Mutex<HashMap<u64, usize>>,
    freed: Notify,
}

/// Keeps the blobs of one manifest from being collected.
pub(crate) struct Lease {
    leases: Leases,
    manifest: u64,
}

impl Leases {
    fn held(&self) -> std::sync::MutexGuard<'_, HashMap<u64, usize>> {
        self.0.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self, manifest: u64) -> Lease {
        *self.held().entry(manifest).or_default() += 1;
        Lease { leases: self.clone(), manifest }
    }

    fn is_held(&self, manifest: u64) -> bool {
        self.held().contains_key(&manifest)
    }

    /// Tells the collector that there may be work.
    pub(crate) fn ring(&self) {
        self.0.freed.notify_one();
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let mut held = self.leases.held();
        if let Some(count) = held.get_mut(&self.manifest) {
            *count -= 1;
            if *count == 0 {
                held.remove(&self.manifest);
                drop(held);
                self.leases.ring();
            }
        }
    }
}

/// The content was replaced between the look-up of its row and the opening of its bytes: look again.
pub(crate) struct Replaced;

/// Opens the bytes of `range` of a content.  What is opened can be read to its end.
pub(crate) fn open(
    store: &Store,
    leases: &Leases,
    content: &Content,
    range: Range<u64>,
) -> Result<Result<Body, Replaced>, AwsError> {
    let length = range.end - range.start;
    if length == 0 {
        return Ok(Ok(Body::default()));
    }
    let stream: BlobStream = match content.data {
        Data::Empty => return Err(AwsError::internal("an object with bytes has no blob")),
        Data::Blob(id) => match store.blobs().open(&id) {
            Ok(reader) => reader.stream(range),
            Err(StoreError::NoSuchBlob(_)) => return Ok(Err(Replaced)),
            Err(error) => return Err(error.into()),
        },
        Data::Parts { manifest, .. } => {
            // Taken before the row is looked for: once the row is seen, the blobs stay.
            let lease = leases.take(manifest);
            let Some(found) = store.read(|r| MANIFESTS.get(r, &Key::new().u64(manifest)))? else {
                return Ok(Err(Replaced));
            };
            parts_stream(store.blobs(), found, range, lease)
        }
    };
    let errors = |error: StoreError| {
        tracing::error!(%error, "an object cannot be read");
        BodyError::Source(error.to_string())
    };
    Ok(Ok(Body::from_stream(stream.map_err(errors), Some(length))))
}

/// The bytes of a range over many blobs, each opened when it is its turn.
fn parts_stream(blobs: Blobs, manifest: Manifest, range: Range<u64>, lease: Lease) -> BlobStream {
    let mut at = 0;
    let mut runs = Vec::new();
    for part in manifest.parts {
        let (from, to) = (at, at + part.size);
        at = to;
        let (first, last) = (range.start.max(from), range.end.min(to));
        if let Some(blob) = part.blob.filter(|_| first < last) {
            runs.push((blob, first - from..last - from));
        }
    }
    let pieces = stream::iter(runs).flat_map(move |(blob, range)| {
        let _held = &lease;
        blobs.read(&blob, range)
    });
    Box::pin(pieces)
}

/// Gives up content that nothing points at any more: a blob at once, a manifest to the collector.
pub(crate) fn discard(txn: &mut Txn<'_>, leases: &Leases, data: Data) -> Result<(), StoreError> {
    match data {
        Data::Empty => Ok(()),
        Data::Blob(id) => txn.release_blob(&id),
        Data::Parts { manifest, .. } => {
            let key = Key::new().u64(manifest);
            if let Some(row) = MANIFESTS.get(txn, &key)? {
                MANIFESTS.delete(txn, &key)?;
                GARBAGE.put(txn, &key, &row)?;
                let leases = leases.clone();
                txn.after_commit(move || leases.ring());
            }
            Ok(())
        }
    }
}

/// Releases the blobs of discarded manifests once nobody reads them; runs until shutdown.
pub(crate) async fn collect(platform: Platform, leases: Leases) {
    loop {
        if let Err(error) = collect_once(&platform.store, &leases).await {
            tracing::warn!(%error, "discarded objects could not be removed; it is tried again with the next one");
        }
        tokio::select! {
            () = platform.shutdown.requested() => return,
            () = leases.0.freed.notified() => {}
        }
    }
}

/// One round of [`collect`]: all discarded manifests that nobody reads.
pub(crate) async fn collect_once(store: &Store, leases: &Leases) -> Result<(), StoreError> {
    let mut after = Key::new();
    loop {
        let range = KeyRange::all().after(&after);
        let Some((key, row)) = store.read(|r| GARBAGE.scan(r, range, Order::Ascending, 1))?.pop() else {
            return Ok(());
        };
        after = key.clone();
        if leases.is_held(key.parts().u64()?) {
            continue;
        }
        store
            .commit(move |txn| {
                if GARBAGE.delete(txn, &key)? {
                    for blob in row.parts.iter().filter_map(|part| part.blob) {
                        txn.release_blob(&blob)?;
                    }
                }
                Ok::<_, StoreError>(())
            })
            .await?;
    }
}
