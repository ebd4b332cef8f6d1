//! No space left: a clear error, nothing kept of what failed, and the store goes on.

use std::path::Path;

use lirio_store::{Key, Store, StoreError, Table};

use crate::child::{say, start};
use crate::support::{Scratch, adopt, files, noise, wait_until, write};

const ROWS: Table<String> = Table::new("test.rows");

/// Child: runs into the limit, twice, and works on.
pub(crate) async fn fill(store: Store, dir: &Path) {
    let key = Key::new().str("small");
    let small = key.clone();
    store.commit(move |txn| ROWS.put(txn, &small, &"before".to_owned())).await.unwrap();

    let temporary = dir.join("blobs").join("tmp");
    let error = write(&store, &noise(1, 16 << 20), 1 << 20).await.unwrap_err();
    assert!(matches!(&error, StoreError::DiskFull { path } if path.starts_with(&temporary)), "{error:?}");
    wait_until("the partial file is removed", || files(&temporary).is_empty()).await;

    let large = store.commit(|txn| ROWS.put(txn, &Key::new().str("large"), &"x".repeat(16 << 20))).await;
    assert!(matches!(large, Err(StoreError::DiskFull { .. } | StoreError::Sqlite { .. })), "{large:?}");

    let small = key.clone();
    store.commit(move |txn| ROWS.put(txn, &small, &"after".to_owned())).await.unwrap();
    let (small, large) = store
        .read(|read| {
            Ok::<_, StoreError>((ROWS.get(read, &key)?, ROWS.exists(read, &Key::new().str("large"))?))
        })
        .unwrap();
    assert_eq!((small.as_deref(), large), (Some("after"), false));
    let blob = adopt(&store, &noise(2, 200_000)).await;
    assert_eq!(store.blobs().read_all(&blob, 200_000).await.unwrap(), noise(2, 200_000));
    store.close().await;
    say("survived");
}

fn check(wrapper: &[&str]) {
    let scratch = Scratch::new();
    let (mut child, said) = start(wrapper, "full", scratch.path());
    let said: Vec<String> = said.collect();
    assert!(child.wait().unwrap().success());
    assert_eq!(said, ["survived"]);
}

#[test]
fn a_file_size_limit_is_a_full_disk() {
    // The shell ignores the signal of the limit, so that writes fail instead; 2 or 4 MiB, by the shell's unit.
    check(&["sh", "-c", r#"trap "" XFSZ; ulimit -f 4096; exec "$0" "$@""#]);
}

#[test]
fn a_full_file_system() {
    // A file system of its own needs a mount namespace, which not every machine gives.
    let wrapper = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"];
    let allowed = std::process::Command::new(wrapper[0])
        .args(&wrapper[1..])
        .arg("mount -t tmpfs none /mnt")
        .status()
        .is_ok_and(|status| status.success());
    if !allowed {
        eprintln!("SKIPPED a_full_file_system: this machine gives no mount namespace");
        return;
    }
    let script = r#"mount -t tmpfs -o size=8m none "$LIRIO_STORE_TEST_DIR" && exec "$0" "$@""#;
    check(&[&wrapper[..], &[script]].concat());
}
