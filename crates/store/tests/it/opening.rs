//! Opening a data directory, and refusing one.

use std::fs;
use std::path::Path;

use lirio_store::{Key, Store, StoreError, Table};

use crate::support::{Scratch, adopt, files, noise, wait_until};

const ROWS: Table<u32> = Table::new("test.rows");

fn error(dir: &Path) -> StoreError {
    match Store::open(dir) {
        Ok(_) => panic!("{} opened", dir.display()),
        Err(error) => error,
    }
}

#[tokio::test]
async fn what_was_committed_is_there_after_reopening() {
    let scratch = Scratch::new();
    let dir = scratch.path().join("a").join("b");
    let key = Key::new().str("k");
    {
        let store = Store::open(&dir).unwrap();
        let key = key.clone();
        store.commit(move |txn| ROWS.put(txn, &key, &7)).await.unwrap();
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&dir).unwrap().permissions().mode() & 0o777, 0o700);
    }
    assert!(!dir.join("store.db-wal").exists(), "an orderly close leaves no log");
    let store = Store::open(&dir).unwrap();
    assert_eq!(store.read(|read| ROWS.get(read, &key)).unwrap(), Some(7));
}

#[tokio::test]
async fn a_closed_store_says_so() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let other = store.clone();
    store.close().await;
    let committed = other.commit(|txn| ROWS.put(txn, &Key::new(), &1)).await;
    assert!(matches!(committed, Err(StoreError::Closed)));
    assert!(matches!(other.read(|read| ROWS.get(read, &Key::new())), Err(StoreError::Closed)));
}

#[test]
fn a_second_opening_names_the_first() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let refused = error(scratch.path());
    assert!(matches!(refused, StoreError::Locked { pid, .. } if pid == Some(std::process::id())));
    drop(store);
    scratch.open();
}

#[test]
fn folders_that_cannot_be_written_are_named() {
    let scratch = Scratch::new();
    let file = scratch.path().join("file");
    fs::write(&file, "").unwrap();
    for dir in [file.clone(), file.join("below")] {
        let refused = error(&dir);
        assert!(matches!(&refused, StoreError::NotWritable { path, .. } if *path == dir), "{refused:?}");
    }
}

#[test]
fn other_formats_are_refused() {
    let scratch = Scratch::new();
    let format = scratch.path().join("format");
    let check = |text: &str| {
        fs::write(&format, text).unwrap();
        let refused = error(scratch.path());
        assert!(matches!(refused, StoreError::Format { .. }), "{refused:?}");
    };
    check("lirio data directory, format 2\n");
    check("");
    check(&"x".repeat(100_000));

    fs::remove_file(&format).unwrap();
    fs::write(scratch.path().join("store.db"), "").unwrap();
    let refused = error(scratch.path());
    assert!(matches!(refused, StoreError::Format { .. }), "a database of unknown origin: {refused:?}");
}

#[test]
fn a_damaged_database_is_corrupt() {
    let scratch = Scratch::new();
    drop(scratch.open());
    fs::write(scratch.path().join("store.db"), noise(1, 8192)).unwrap();
    let refused = error(scratch.path());
    assert!(matches!(refused, StoreError::Corrupt { .. }), "{refused:?}");
}

#[tokio::test]
async fn leftovers_of_a_crash_are_swept_and_blobs_stay() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let blob = adopt(&store, &noise(1, 100_000)).await;
    drop(store);
    let blobs = scratch.path().join("blobs");
    let orphan = blobs.join("ab").join("ab".repeat(16));
    fs::create_dir_all(orphan.parent().unwrap()).unwrap();
    fs::write(&orphan, "orphan").unwrap();
    fs::write(blobs.join("tmp").join("partial"), "partial").unwrap();
    // A process that was killed leaves no mark of an orderly end.
    fs::remove_file(scratch.path().join("clean")).unwrap();

    let store = scratch.open();
    assert_eq!(files(&blobs.join("tmp")).len(), 0);
    wait_until("the orphan is swept", || !orphan.exists()).await;
    assert_eq!(store.blobs().read_all(&blob, 1 << 20).await.unwrap(), noise(1, 100_000));
}
