//! Commits and reads.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;

use lirio_store::{Key, KeyRange, Order, Read, Stop, StopAt, Store, StoreError, SystemClock, Table};

use crate::support::Scratch;

const ROWS: Table<u32> = Table::new("test.rows");
const LATE: Table<u32> = Table::new("test.late");

fn key(name: &str) -> Key {
    Key::new().str(name)
}

fn names(store: &Store, table: Table<u32>) -> Vec<String> {
    let rows = store.read(|read| table.scan_prefix(read, &Key::new(), None, 100)).unwrap();
    rows.into_iter().map(|(key, _)| key.parts().str().unwrap()).collect()
}

#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("no")]
    No,
}

#[tokio::test]
async fn an_error_or_panic_rolls_back_its_own_closure_alone() {
    let scratch = Scratch::new();
    let store = scratch.open();
    // The first closure holds the writer until all others are queued behind it, so that they share a batch.
    let (release, held) = mpsc::channel::<()>();
    let hooked = Arc::new(AtomicBool::new(false));
    let first = store.commit(move |txn| {
        held.recv().unwrap();
        ROWS.put(txn, &key("first"), &1)
    });
    let hook = hooked.clone();
    let failing = store.commit(move |txn| {
        ROWS.put(txn, &key("first"), &99)?;
        LATE.put(txn, &key("failing"), &1)?;
        txn.enqueue("test.topic", &1)?;
        txn.set_timer("t", 0, "test.topic", &1)?;
        txn.after_commit(move || hook.store(true, Ordering::SeqCst));
        Err::<(), _>(Failure::No)
    });
    let panicking = store.commit::<(), StoreError, _>(|txn| {
        ROWS.delete(txn, &key("first"))?;
        panic!("on purpose");
    });
    let last = store.commit::<_, StoreError, _>(|txn| {
        LATE.put(txn, &key("last"), &2)?;
        // Closures of a batch see each other in order.
        assert_eq!(ROWS.get(txn, &key("first"))?, Some(1));
        ROWS.insert(txn, &key("first"), &5)
    });
    let release = async move { release.send(()).unwrap() };
    let (first, failing, panicking, last, ()) = tokio::join!(first, failing, panicking, last, release);
    first.unwrap();
    assert!(matches!(failing, Err(Failure::No)));
    assert!(matches!(panicking, Err(StoreError::Panicked(text)) if text == "on purpose"));
    assert!(!last.unwrap(), "insert does not replace");
    assert!(!hooked.load(Ordering::SeqCst));
    assert_eq!(names(&store, ROWS), ["first"]);
    assert_eq!(names(&store, LATE), ["last"]);
    assert_eq!(store.outbox("test.topic").pending().unwrap(), 0);
    assert!(!store.commit(|txn| txn.cancel_timer("t")).await.unwrap());
}

#[tokio::test]
async fn hooks_run_before_the_caller_resumes() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let seen = Arc::new(AtomicBool::new(false));
    let hook = seen.clone();
    store
        .commit::<_, StoreError, _>(move |txn| {
            txn.after_commit(|| panic!("a hook that fails hurts nobody"));
            txn.after_commit(move || hook.store(true, Ordering::SeqCst));
            Ok(())
        })
        .await
        .unwrap();
    assert!(seen.load(Ordering::SeqCst));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_sees_one_snapshot() {
    let scratch = Scratch::new();
    let store = scratch.open();
    store.commit(|txn| ROWS.put(txn, &key("k"), &1)).await.unwrap();
    let (go, gone) = mpsc::channel::<()>();
    let (done, finished) = mpsc::channel::<()>();
    let writer = tokio::spawn({
        let store = store.clone();
        async move {
            tokio::task::spawn_blocking(move || gone.recv().unwrap()).await.unwrap();
            store.commit(|txn| ROWS.put(txn, &key("k"), &2)).await.unwrap();
            done.send(()).unwrap();
        }
    });
    let reading = store.clone();
    tokio::task::spawn_blocking(move || {
        reading
            .read(|read| {
                assert_eq!(ROWS.get(read, &key("k"))?, Some(1));
                go.send(()).unwrap();
                finished.recv().unwrap();
                assert_eq!(ROWS.get(read, &key("k"))?, Some(1));
                // A read within a read is another snapshot, and does not wait.
                assert_eq!(reading.read(|inner| ROWS.get(inner, &key("k")))?, Some(2));
                Ok::<_, StoreError>(())
            })
            .unwrap();
    })
    .await
    .unwrap();
    writer.await.unwrap();
    assert_eq!(store.read(|read| ROWS.get(read, &key("k"))).unwrap(), Some(2));
}

#[tokio::test]
async fn ranges_orders_and_limits() {
    let scratch = Scratch::new();
    let store = scratch.open();
    store
        .commit::<_, StoreError, _>(|txn| {
            for name in ["a", "b/1", "b/2", "c", "d"] {
                ROWS.put(txn, &key(name), &0)?;
            }
            Ok(())
        })
        .await
        .unwrap();
    let check = |range: KeyRange, order, limit, expected: &[&str]| {
        let rows = store.read(|read| ROWS.scan(read, range.clone(), order, limit)).unwrap();
        let found: Vec<_> = rows.iter().map(|(key, _)| key.parts().str().unwrap()).collect();
        assert_eq!(found, expected);
        if limit > 10 {
            let count = store.read(|read| read.count("test.rows", range)).unwrap();
            assert_eq!(count, expected.len() as u64);
        }
    };
    let folder = || KeyRange::prefix(&Key::new().str_prefix("b/"));
    check(KeyRange::all(), Order::Ascending, 99, &["a", "b/1", "b/2", "c", "d"]);
    check(KeyRange::all(), Order::Descending, 2, &["d", "c"]);
    check(folder(), Order::Ascending, 99, &["b/1", "b/2"]);
    check(folder(), Order::Descending, 1, &["b/2"]);
    check(folder().after(&key("b/1")), Order::Ascending, 99, &["b/2"]);
    check(KeyRange::all().after_prefix(&Key::new().str_prefix("b/")), Order::Ascending, 99, &["c", "d"]);
    check(KeyRange::between(&key("b/2"), &key("d")), Order::Ascending, 99, &["b/2", "c"]);
    check(KeyRange::between(&key("d"), &key("a")), Order::Ascending, 99, &[]);
    check(KeyRange::all(), Order::Ascending, 0, &[]);

    let deleted = store.commit(move |txn| txn.delete_range("test.rows", folder())).await.unwrap();
    assert_eq!(deleted, 2);
    assert_eq!(names(&store, ROWS), ["a", "c", "d"]);
    let deleted = store.commit(|txn| ROWS.delete(txn, &key("a"))).await.unwrap();
    let again = store.commit(|txn| ROWS.delete(txn, &key("a"))).await.unwrap();
    assert_eq!((deleted, again), (true, false));
    let deleted = store.commit(|txn| txn.delete_range("test.rows", KeyRange::all())).await.unwrap();
    assert_eq!(deleted, 2);
    assert_eq!(store.read(|read| LATE.get(read, &key("x"))).unwrap(), None, "a table nobody wrote");
}

#[tokio::test]
async fn rows_that_do_not_decode_are_corrupt() {
    let scratch = Scratch::new();
    let store = scratch.open();
    for (value, reason) in [
        (&b"\x01\"text\""[..], "invalid type: string \"text\", expected u32 at line 1 column 6"),
        (b"\x02{}", "unknown row format 2"),
        (b"", "an empty row"),
    ] {
        store.commit(move |txn| txn.put("test.rows", &key("k"), value)).await.unwrap();
        let error = store.read(|read| ROWS.get(read, &key("k"))).unwrap_err();
        let expected = format!("corrupt data in table test.rows, key \"\\x10k\\x00\": {reason}");
        assert_eq!(error.to_string(), expected);
    }
}

#[tokio::test]
async fn sequences_count_up() {
    let scratch = Scratch::new();
    let store = scratch.open();
    for expected in 1..4 {
        let next = store.commit(|txn| txn.next_sequence("a")).await.unwrap();
        assert_eq!(next, expected);
    }
    assert_eq!(store.commit(|txn| txn.next_sequence("b")).await.unwrap(), 1);
}

/// After a stop nothing is committed and nobody is answered; what was committed before is there.
#[tokio::test]
async fn a_stop_is_an_end() {
    for (at, answered) in [(StopAt::Commit, 1), (StopAt::NextCommit, 2)] {
        let scratch = Scratch::new();
        let stop = Stop::new(2, at);
        let store = Store::open_stopping(scratch.path(), Arc::new(SystemClock), stop.clone()).unwrap();
        let put = |number: u8| {
            store.commit::<_, StoreError, _>(move |txn| txn.put("test.stop", &[number], &[number]))
        };
        let mut done = 0;
        let writing = async {
            for number in 0..5 {
                put(number).await.unwrap();
                done += 1;
            }
        };
        tokio::select! {
            () = writing => panic!("the store does not stop"),
            () = stop.reached() => {}
        }
        assert_eq!(done, answered, "{at:?}");
        drop(store);
        let rows = scratch.open().read(|read| read.count("test.stop", KeyRange::all())).unwrap();
        assert_eq!(rows, 2, "{at:?}");
    }
}
