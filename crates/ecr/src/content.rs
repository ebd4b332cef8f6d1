//! Content and the repositories that have it.
//!
//! Invariants, kept inside the transactions here: a link's `images` is the number of images of its
//! repository that need it; a content's `links` is the number of repositories that have it; content without
//! links does not exist.  A link that no image needs yet has a timer.

use lirio_api::AwsError;
use lirio_store::{BlobId, StoreError, Txn};

use crate::sweep::{self, Forgotten};
use crate::tables::{CONTENT, ContentRow, LINKS, LinkRow, PARTS, Place, UPLOADS, last_segment};

/// Bytes on their way into the content: a part that was uploaded before, or new.
pub(crate) enum Arrival {
    /// A blob that is stored and whose reference the content takes over.
    Stored(BlobId),
    /// A blob that is not part of any commit yet.
    New(lirio_store::PendingBlob),
}

/// Gives a repository content of this digest; bytes that are there already are not kept twice.
pub(crate) fn add(
    txn: &mut Txn<'_>,
    place: &Place,
    digest: &str,
    size: u64,
    arrival: Arrival,
    now_ms: i64,
) -> Result<(), AwsError> {
    let key = lirio_store::Key::new().str(digest);
    if CONTENT.exists(txn, &key)? {
        if let Arrival::Stored(blob) = arrival {
            txn.release_blob(&blob)?;
        }
    } else {
        let blob = match arrival {
            Arrival::Stored(blob) => blob,
            Arrival::New(pending) => txn.adopt_blob(pending)?,
        };
        CONTENT.put(txn, &key, &ContentRow { blob, size, links: 0 })?;
    }
    link(txn, place, digest, now_ms)?;
    Ok(())
}

/// Gives a repository content that another one has; false if there is no such content.
pub(crate) fn link(txn: &mut Txn<'_>, place: &Place, digest: &str, now_ms: i64) -> Result<bool, AwsError> {
    let key = lirio_store::Key::new().str(digest);
    let Some(mut content) = CONTENT.get(txn, &key)? else { return Ok(false) };
    let row = LinkRow { size: content.size, media_type: None, images: 0 };
    if LINKS.insert(txn, &place.of_name(digest), &row)? {
        content.links += 1;
        CONTENT.put(txn, &key, &content)?;
        sweep::forget_later(
            txn,
            &Forgotten::Link { place: place.clone(), digest: digest.to_owned() },
            now_ms,
        )?;
    }
    Ok(true)
}

/// Takes content from a repository; the bytes go with the last repository that had them.
pub(crate) fn unlink(txn: &mut Txn<'_>, place: &Place, digest: &str) -> Result<(), StoreError> {
    if !LINKS.delete(txn, &place.of_name(digest))? {
        return Ok(());
    }
    txn.cancel_timer(&place.timer("link", digest))?;
    let key = lirio_store::Key::new().str(digest);
    let Some(mut content) = CONTENT.get(txn, &key)? else { return Ok(()) };
    content.links = content.links.saturating_sub(1);
    if content.links == 0 {
        CONTENT.delete(txn, &key)?;
        txn.release_blob(&content.blob)
    } else {
        CONTENT.put(txn, &key, &content)
    }
}

/// One more image of the repository needs the content; false if the repository does not have it.
pub(crate) fn need(
    txn: &mut Txn<'_>,
    place: &Place,
    digest: &str,
    media_type: &str,
) -> Result<bool, StoreError> {
    let key = place.of_name(digest);
    let Some(mut row) = LINKS.get(txn, &key)? else { return Ok(false) };
    row.images += 1;
    row.media_type = Some(media_type.to_owned());
    LINKS.put(txn, &key, &row)?;
    txn.cancel_timer(&place.timer("link", digest))?;
    Ok(true)
}

/// One image less needs the content.
pub(crate) fn need_no_more(txn: &mut Txn<'_>, place: &Place, digest: &str) -> Result<(), StoreError> {
    let key = place.of_name(digest);
    let Some(mut row) = LINKS.get(txn, &key)? else { return Ok(()) };
    row.images = row.images.saturating_sub(1);
    if row.images == 0 { unlink(txn, place, digest) } else { LINKS.put(txn, &key, &row) }
}

/// Removes an upload and the parts it still has; false if it is gone.
pub(crate) fn drop_upload(txn: &mut Txn<'_>, place: &Place, id: &str) -> Result<bool, StoreError> {
    let key = place.of_name(id);
    if !UPLOADS.delete(txn, &key)? {
        return Ok(false);
    }
    txn.cancel_timer(&place.timer("upload", id))?;
    for (part, row) in PARTS.scan_prefix(txn, &key, None, usize::MAX)? {
        PARTS.delete(txn, &part)?;
        txn.release_blob(&row.blob)?;
    }
    Ok(true)
}

/// Removes all links and uploads of a repository.
pub(crate) fn drop_all(txn: &mut Txn<'_>, place: &Place) -> Result<(), StoreError> {
    for (key, _) in LINKS.scan_prefix(txn, &place.key(), None, usize::MAX)? {
        unlink(txn, place, &last_segment(&key)?)?;
    }
    for (key, _) in UPLOADS.scan_prefix(txn, &place.key(), None, usize::MAX)? {
        drop_upload(txn, place, &last_segment(&key)?)?;
    }
    Ok(())
}
