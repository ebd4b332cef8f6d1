//! Stored timers with a clock that the test moves.

use std::sync::Arc;

use lirio_store::{Delivery, ManualClock, Store, StoreError};
use tokio::sync::mpsc::{self, UnboundedReceiver};
use tokio::task::JoinHandle;

use crate::support::Scratch;

const TOPIC: &str = "test.timers";

fn consume(store: &Store) -> (UnboundedReceiver<String>, JoinHandle<()>) {
    let (seen, received) = mpsc::unbounded_channel();
    let running =
        tokio::spawn(store.outbox(TOPIC).run(1, std::future::pending(), move |delivery: Delivery| {
            seen.send(delivery.decode::<String>().unwrap()).unwrap();
            async { Ok(()) }
        }));
    (received, running)
}

fn fire(store: &Store, clock: &Arc<ManualClock>) -> JoinHandle<()> {
    let (store, clock) = (store.clone(), clock.clone());
    tokio::spawn(async move { store.run_timers(std::future::pending(), clock).await })
}

async fn set(store: &Store, id: &'static str, due_ms: i64) {
    store.commit(move |txn| txn.set_timer(id, due_ms, TOPIC, &id)).await.unwrap();
}

#[tokio::test]
async fn timers_fire_at_their_time_in_order() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let clock = Arc::new(ManualClock::new(0));
    let (mut received, _running) = consume(&store);
    let _timers = fire(&store, &clock);
    set(&store, "second", 2_000).await;
    set(&store, "first", 1_000).await;
    set(&store, "cancelled", 1_500).await;
    set(&store, "moved", 100).await;
    set(&store, "moved", 3_000).await;
    assert!(store.commit(|txn| txn.cancel_timer("cancelled")).await.unwrap());

    clock.advance(1_000);
    assert_eq!(received.recv().await.unwrap(), "first");
    clock.advance(1_999);
    assert_eq!(received.recv().await.unwrap(), "second");
    assert!(!store.commit(|txn| txn.cancel_timer("second")).await.unwrap(), "it fired");
    clock.advance(1);
    assert_eq!(received.recv().await.unwrap(), "moved");
}

#[tokio::test]
async fn timers_of_a_former_process_fire_once() {
    let scratch = Scratch::new();
    let store = scratch.open();
    store
        .commit::<_, StoreError, _>(|txn| {
            for number in 0..600 {
                txn.set_timer(&format!("t{number}"), number, TOPIC, &format!("{number}"))?;
            }
            Ok(())
        })
        .await
        .unwrap();
    drop(store);
    let store = scratch.open();
    let clock = Arc::new(ManualClock::new(10_000));
    let (mut received, _running) = consume(&store);
    let _timers = fire(&store, &clock);
    for expected in 0..600 {
        assert_eq!(received.recv().await.unwrap(), expected.to_string());
    }
    set(&store, "last", 0).await;
    assert_eq!(received.recv().await.unwrap(), "last");
}
