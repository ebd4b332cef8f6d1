//! Versions of keys: what a write, a delete and a look-up do to the tables.
//!
//! [`OBJECTS`] has a key's current version if that is an object; everything else is in [`VERSIONS`].
//! So lists of current objects meet neither former versions nor delete markers.

use lirio_api::Timestamp;
use lirio_service::hex_id;
use lirio_store::{KeyRange, Order, Read, StoreError, Txn};

use crate::data::{Leases, discard};
use crate::rows::{Content, NULLS, OBJECTS, VERSIONS, Version, Versioning, object_key, version_key};

/// What stands under a key now: an object, a delete marker, or nothing.
pub(crate) fn current(
    read: &(impl Read + ?Sized),
    versioning: Versioning,
    bucket: &str,
    key: &str,
) -> Result<Option<Version>, StoreError> {
    match OBJECTS.get(read, &object_key(bucket, key))? {
        Some(version) => Ok(Some(version)),
        None if versioning == Versioning::Unversioned => Ok(None),
        None => newest_other(read, bucket, key),
    }
}

/// The newest version outside of [`OBJECTS`].
fn newest_other(read: &(impl Read + ?Sized), bucket: &str, key: &str) -> Result<Option<Version>, StoreError> {
    let range = KeyRange::prefix(&object_key(bucket, key));
    Ok(VERSIONS.scan(read, range, Order::Ascending, 1)?.pop().map(|(_, version)| version))
}

/// The version of an id; `null` for the null version.
pub(crate) fn find(
    read: &(impl Read + ?Sized),
    bucket: &str,
    key: &str,
    id: &str,
) -> Result<Option<Version>, StoreError> {
    if let Some(version) = OBJECTS.get(read, &object_key(bucket, key))?
        && version.public_id() == id
    {
        return Ok(Some(version));
    }
    let Some(sequence) = sequence_of(read, bucket, key, id)? else { return Ok(None) };
    let found = VERSIONS.get(read, &version_key(bucket, key, sequence))?;
    Ok(found.filter(|version| version.public_id() == id))
}

/// Where in the order of versions an id stands, whether the version still exists or not (but a null
/// version that is not there has no place).
pub(crate) fn sequence_of(
    read: &(impl Read + ?Sized),
    bucket: &str,
    key: &str,
    id: &str,
) -> Result<Option<u64>, StoreError> {
    if id != "null" {
        return Ok(parse_id(id));
    }
    match NULLS.get(read, &object_key(bucket, key))? {
        Some(sequence) => Ok(Some(sequence)),
        None => {
            let object = OBJECTS.get(read, &object_key(bucket, key))?;
            Ok(object.filter(|version| version.id.is_none()).map(|version| version.sequence))
        }
    }
}

/// A new version id: the sequence number, then random digits so that ids cannot be guessed.
fn new_id(sequence: u64) -> String {
    format!("{sequence:016x}{}", hex_id::<8>())
}

/// The sequence number in a version id; none if it is no id of ours.
pub(crate) fn parse_id(id: &str) -> Option<u64> {
    let digits = id.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    (id.len() == 32 && digits).then(|| u64::from_str_radix(&id[..16], 16).ok()).flatten()
}

/// Makes `content` the current version of a key.
pub(crate) fn put(
    txn: &mut Txn<'_>,
    leases: &Leases,
    versioning: Versioning,
    bucket: &str,
    key: &str,
    content: Content,
    now: Timestamp,
) -> Result<Version, StoreError> {
    let version = make_room(txn, leases, versioning, bucket, key, Some(content), now)?;
    OBJECTS.put(txn, &object_key(bucket, key), &version)?;
    Ok(version)
}

/// Makes a delete marker the current version of a key.
pub(crate) fn put_marker(
    txn: &mut Txn<'_>,
    leases: &Leases,
    versioning: Versioning,
    bucket: &str,
    key: &str,
    now: Timestamp,
) -> Result<Version, StoreError> {
    let version = make_room(txn, leases, versioning, bucket, key, None, now)?;
    VERSIONS.put(txn, &version_key(bucket, key, version.sequence), &version)?;
    if version.id.is_none() {
        NULLS.put(txn, &object_key(bucket, key), &version.sequence)?;
    }
    Ok(version)
}

/// Moves or discards what the new version displaces, and numbers the new version.
fn make_room(
    txn: &mut Txn<'_>,
    leases: &Leases,
    versioning: Versioning,
    bucket: &str,
    key: &str,
    content: Option<Content>,
    now: Timestamp,
) -> Result<Version, StoreError> {
    let place = object_key(bucket, key);
    let replaces_null = versioning != Versioning::Enabled;
    if let Some(former) = OBJECTS.get(txn, &place)? {
        OBJECTS.delete(txn, &place)?;
        if replaces_null && former.id.is_none() {
            discard_content(txn, leases, &former)?;
        } else {
            if former.id.is_none() {
                NULLS.put(txn, &place, &former.sequence)?;
            }
            VERSIONS.put(txn, &version_key(bucket, key, former.sequence), &former)?;
        }
    }
    if replaces_null && let Some(sequence) = NULLS.get(txn, &place)? {
        remove_other(txn, leases, bucket, key, sequence)?;
    }
    let sequence = txn.next_sequence("s3.version")?;
    let id = (versioning == Versioning::Enabled).then(|| new_id(sequence));
    Ok(Version { sequence, id, modified: now, content })
}

/// Removes one version for good, and makes the next older one current if it was the current one.
///
/// The removed version; none if there is none of this id.
pub(crate) fn remove(
    txn: &mut Txn<'_>,
    leases: &Leases,
    bucket: &str,
    key: &str,
    id: &str,
) -> Result<Option<Version>, StoreError> {
    let place = object_key(bucket, key);
    let Some(version) = find(txn, bucket, key, id)? else { return Ok(None) };
    match OBJECTS.get(txn, &place)? {
        Some(object) if object.sequence == version.sequence => {
            OBJECTS.delete(txn, &place)?;
            discard_content(txn, leases, &version)?;
        }
        _ => remove_other(txn, leases, bucket, key, version.sequence)?,
    }
    // A former version becomes current where nothing newer, be it a delete marker, is left.
    if !OBJECTS.exists(txn, &place)?
        && let Some(newest) = newest_other(txn, bucket, key)?
        && newest.content.is_some()
    {
        VERSIONS.delete(txn, &version_key(bucket, key, newest.sequence))?;
        if newest.id.is_none() {
            NULLS.delete(txn, &place)?;
        }
        OBJECTS.put(txn, &place, &newest)?;
    }
    Ok(Some(version))
}

/// Removes the current object of a bucket that never had versions.
pub(crate) fn remove_unversioned(
    txn: &mut Txn<'_>,
    leases: &Leases,
    bucket: &str,
    key: &str,
) -> Result<Option<Version>, StoreError> {
    let place = object_key(bucket, key);
    let Some(version) = OBJECTS.get(txn, &place)? else { return Ok(None) };
    OBJECTS.delete(txn, &place)?;
    discard_content(txn, leases, &version)?;
    Ok(Some(version))
}

/// Writes a changed version back to where it stands.
pub(crate) fn update(
    txn: &mut Txn<'_>,
    bucket: &str,
    key: &str,
    version: &Version,
) -> Result<(), StoreError> {
    let place = object_key(bucket, key);
    match OBJECTS.get(txn, &place)? {
        Some(object) if object.sequence == version.sequence => OBJECTS.put(txn, &place, version),
        _ => VERSIONS.put(txn, &version_key(bucket, key, version.sequence), version),
    }
}

fn remove_other(
    txn: &mut Txn<'_>,
    leases: &Leases,
    bucket: &str,
    key: &str,
    sequence: u64,
) -> Result<(), StoreError> {
    let row = version_key(bucket, key, sequence);
    if let Some(version) = VERSIONS.get(txn, &row)? {
        VERSIONS.delete(txn, &row)?;
        if version.id.is_none() {
            NULLS.delete(txn, &object_key(bucket, key))?;
        }
        discard_content(txn, leases, &version)?;
    }
    Ok(())
}

fn discard_content(txn: &mut Txn<'_>, leases: &Leases, version: &Version) -> Result<(), StoreError> {
    match &version.content {
        Some(content) => discard(txn, leases, content.data),
        None => Ok(()),
    }
}
