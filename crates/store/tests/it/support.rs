//! Temporary folders and waiting for states.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use lirio_store::{BlobId, PendingBlob, Store, StoreError};

/// A folder that goes with the test.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new() -> Scratch {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let dir = std::env::temp_dir().join(format!("lirio-store-test-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        Scratch(dir)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn open(&self) -> Store {
        Store::open(&self.0).unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Waits for a state; the limit only ends a test that would hang.
pub(crate) async fn wait_until(what: &str, mut state: impl FnMut() -> bool) {
    let start = Instant::now();
    while !state() {
        assert!(start.elapsed() < Duration::from_secs(60), "still waiting until {what}");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// Bytes that differ everywhere, the same for the same seed.
pub(crate) fn noise(seed: u64, len: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(2).wrapping_add(1);
    (0..len)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as u8
        })
        .collect()
}

pub(crate) async fn write(store: &Store, data: &[u8], chunk: usize) -> Result<PendingBlob, StoreError> {
    let mut writer = store.blobs().writer();
    for piece in data.chunks(chunk) {
        writer.write(&Bytes::copy_from_slice(piece)).await?;
    }
    writer.finish().await
}

pub(crate) async fn adopt(store: &Store, data: &[u8]) -> BlobId {
    let pending = write(store, data, 10_000).await.unwrap();
    store.commit(move |txn| txn.adopt_blob(pending)).await.unwrap()
}

/// All files below a folder.
pub(crate) fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}
