//! Blobs of all sizes, whole, in ranges, and damaged.

use std::fs;
use std::path::PathBuf;

use futures_util::TryStreamExt;
use lirio_store::{BlobId, INLINE_LIMIT, Store, StoreError};

use crate::support::{Scratch, adopt, files, noise, wait_until, write};

async fn range(store: &Store, id: &BlobId, range: std::ops::Range<u64>) -> Result<Vec<u8>, StoreError> {
    let pieces: Vec<_> = store.blobs().read(id, range).try_collect().await?;
    assert!(pieces.iter().all(|piece| (1..=256 * 1024).contains(&piece.len())));
    Ok(pieces.concat())
}

fn file(scratch: &Scratch, id: &BlobId) -> PathBuf {
    let name = id.to_string();
    scratch.path().join("blobs").join(&name[..2]).join(name)
}

#[tokio::test]
async fn any_size_comes_back_whole_and_in_ranges() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let target = scratch.path().join("copy");
    let block = INLINE_LIMIT as u64;
    for (size, chunk) in [
        (0, 1),
        (1, 1),
        (INLINE_LIMIT - 1, 1_000),
        (INLINE_LIMIT, INLINE_LIMIT),
        (INLINE_LIMIT + 1, 70_000),
        (2 * INLINE_LIMIT, 65_537),
        (4 * INLINE_LIMIT, 1 << 20),
        (4 * INLINE_LIMIT + 1, 7_777),
        (1_000_003, 300_000),
    ] {
        let data = noise(size as u64, size);
        let pending = write(&store, &data, chunk).await.unwrap();
        assert_eq!(pending.len(), size as u64);
        let id = store.commit(move |txn| txn.adopt_blob(pending)).await.unwrap();
        assert_eq!(file(&scratch, &id).exists(), size > INLINE_LIMIT, "{size}");
        assert_eq!(store.blobs().len(&id).unwrap(), size as u64);
        assert_eq!(store.blobs().read_all(&id, size as u64).await.unwrap(), data);
        store.blobs().copy_to(&id, &target).await.unwrap();
        assert_eq!(fs::read(&target).unwrap(), data);
        let len = size as u64;
        for (start, end) in [
            (0, u64::MAX),
            (0, 1),
            (len / 2, len / 2 + 10),
            (block - 1, block + 1),
            (block, 3 * block),
            (3 * block + 5, 5 * block + 7),
            (len.saturating_sub(1), len),
            (len, len + 5),
            (u64::MAX, u64::MAX),
        ] {
            let expected = &data[start.min(len) as usize..end.min(len) as usize];
            assert_eq!(range(&store, &id, start..end).await.unwrap(), expected, "{size} {start}..{end}");
        }
    }
    assert!(files(&scratch.path().join("blobs").join("tmp")).is_empty());
}

#[tokio::test]
async fn damage_is_noticed_where_it_is() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let data = noise(1, 500_000);
    let block = INLINE_LIMIT as u64;
    let id = adopt(&store, &data).await;
    let path = file(&scratch, &id);
    let good = fs::read(&path).unwrap();

    let mut bad = good.clone();
    bad[300_000] ^= 1;
    fs::write(&path, &bad).unwrap();
    let error = range(&store, &id, 0..500_000).await.unwrap_err();
    assert_eq!(error.to_string(), format!("corrupt data in blob {id}: the checksum of block 4 is wrong"));
    assert!(range(&store, &id, 4 * block..4 * block + 1).await.is_err());
    assert_eq!(range(&store, &id, 0..4 * block).await.unwrap(), &data[..4 * INLINE_LIMIT]);
    assert_eq!(range(&store, &id, 5 * block..500_000).await.unwrap(), &data[5 * INLINE_LIMIT..]);
    let target = scratch.path().join("copy");
    assert!(matches!(store.blobs().copy_to(&id, &target).await, Err(StoreError::Corrupt { .. })));
    assert!(!target.exists());

    let check = async |bytes: &[u8], reason: &str| {
        fs::write(&path, bytes).unwrap();
        let error = range(&store, &id, 0..1).await.unwrap_err().to_string();
        assert!(error.ends_with(reason), "{error}");
    };
    check(&good[..good.len() - 1], "its file has 500067 bytes instead of 500068").await;
    check(&[&b"X"[..], &good[1..]].concat(), "its file has a damaged header").await;
    // Two blocks changed places: each is whole, but not where it belongs.
    let encoded = INLINE_LIMIT + 4;
    let swapped = [
        &good[..36],
        &good[36 + encoded..36 + 2 * encoded],
        &good[36..36 + encoded],
        &good[36 + 2 * encoded..],
    ];
    check(&swapped.concat(), "the checksum of block 0 is wrong").await;

    fs::remove_file(&path).unwrap();
    assert!(matches!(range(&store, &id, 0..1).await, Err(StoreError::NoSuchBlob(_))));
}

#[tokio::test]
async fn what_is_not_adopted_leaves_nothing() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let large = noise(1, 300_000);
    let nothing = || files(&scratch.path().join("blobs")).is_empty();

    let pending = write(&store, &large, 1 << 20).await.unwrap();
    let path = file(&scratch, &pending.id());
    assert!(path.exists());
    drop(pending);
    wait_until("a dropped blob is removed", nothing).await;

    let pending = write(&store, &large, 1 << 20).await.unwrap();
    let failed = store
        .commit::<(), StoreError, _>(move |txn| {
            txn.adopt_blob(pending)?;
            Err(StoreError::Closed)
        })
        .await;
    assert!(failed.is_err());
    wait_until("a blob of a failed commit is removed", nothing).await;

    let mut writer = store.blobs().writer();
    writer.write(&large).await.unwrap();
    assert_eq!(writer.len(), 300_000);
    drop(writer);
    wait_until("an unfinished blob is removed", nothing).await;
}

#[tokio::test]
async fn references_are_counted() {
    let scratch = Scratch::new();
    let store = scratch.open();
    for size in [100, 100_000] {
        let data = noise(size as u64, size);
        let id = adopt(&store, &data).await;
        store.commit(move |txn| txn.retain_blob(&id)).await.unwrap();
        store.commit(move |txn| txn.release_blob(&id)).await.unwrap();
        let opened = store.blobs().open(&id).unwrap();
        store.commit(move |txn| txn.release_blob(&id)).await.unwrap();
        assert!(matches!(store.blobs().len(&id), Err(StoreError::NoSuchBlob(missing)) if missing == id));
        let gone = store.commit(move |txn| txn.retain_blob(&id)).await;
        assert!(matches!(gone, Err(StoreError::NoSuchBlob(_))));
        wait_until("the file is gone", || !file(&scratch, &id).exists()).await;
        // What was opened before can still be read.
        let pieces: Vec<_> = opened.stream(0..u64::MAX).try_collect().await.unwrap();
        assert_eq!(pieces.concat(), data);
    }
}

#[tokio::test]
async fn concatenation_and_bounds() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let parts = [noise(1, 100), noise(2, 300_000), noise(3, 0), noise(4, 65_536)];
    let mut ids = Vec::new();
    for part in &parts {
        ids.push(adopt(&store, part).await);
    }
    let pending = store.blobs().concat(&ids).await.unwrap();
    let whole = store.commit(move |txn| txn.adopt_blob(pending)).await.unwrap();
    assert_eq!(store.blobs().read_all(&whole, 1 << 20).await.unwrap(), parts.concat());

    let refused = store.blobs().read_all(&whole, 1_000).await;
    assert!(matches!(refused, Err(StoreError::TooLarge { size: 365_636, limit: 1_000, .. })));
}

#[test]
fn identifiers_are_strict() {
    let check = |text: &str, good: bool| assert_eq!(text.parse::<BlobId>().is_ok(), good, "{text}");
    check("00112233445566778899aabbccddeeff", true);
    check("00112233445566778899aabbccddeef", false);
    check("00112233445566778899AABBCCDDEEFF", false);
    check("+0112233445566778899aabbccddeeff", false);
    check("../../../../../../../../etc/pass", false);
    let id: BlobId = "00112233445566778899aabbccddeeff".parse().unwrap();
    assert_eq!(id.to_string(), "00112233445566778899aabbccddeeff");
}
