//! Messages, their retries and their end.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use lirio_store::{Delivery, DeliveryError, Store, StoreError};
use tokio::sync::{mpsc, oneshot};

use crate::support::{Scratch, wait_until};

const TOPIC: &str = "test.topic";

async fn send(store: &Store, numbers: std::ops::Range<u64>) {
    store
        .commit::<_, StoreError, _>(move |txn| {
            for number in numbers {
                txn.enqueue(TOPIC, &number)?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

#[tokio::test]
async fn messages_come_in_order_old_and_new_and_are_acknowledged() {
    let scratch = Scratch::new();
    let store = scratch.open();
    send(&store, 0..50).await;
    let (seen, mut received) = mpsc::unbounded_channel();
    let (stop, stopped) = oneshot::channel::<()>();
    let running = tokio::spawn(store.outbox(TOPIC).run(
        1,
        async move { drop(stopped.await) },
        move |delivery: Delivery| {
            let seen = seen.clone();
            async move {
                seen.send((delivery.decode::<u64>()?, delivery.attempt)).unwrap();
                Ok(())
            }
        },
    ));
    for expected in 0..50 {
        assert_eq!(received.recv().await, Some((expected, 1)));
    }
    // Commits after the consumer slept wake it.
    for number in 50..60 {
        send(&store, number..number + 1).await;
        assert_eq!(received.recv().await, Some((number, 1)));
    }
    stop.send(()).unwrap();
    running.await.unwrap();
    assert_eq!(store.outbox(TOPIC).pending().unwrap(), 0);
}

#[tokio::test]
async fn failures_are_tried_again_and_the_dead_are_kept() {
    let scratch = Scratch::new();
    let store = scratch.open();
    send(&store, 0..3).await;
    let (seen, mut received) = mpsc::unbounded_channel();
    let running =
        tokio::spawn(store.outbox(TOPIC).run(4, std::future::pending(), move |delivery: Delivery| {
            let seen = seen.clone();
            async move {
                let number: u64 = delivery.decode()?;
                match (number, delivery.attempt) {
                    (0, 1) => return Err(DeliveryError::Retry),
                    (1, 1) => panic!("on purpose"),
                    (2, 1) => return Err(DeliveryError::Dead("no such target".to_owned())),
                    _ => {}
                }
                seen.send((number, delivery.attempt)).unwrap();
                Ok(())
            }
        }));
    let mut again = [received.recv().await.unwrap(), received.recv().await.unwrap()];
    again.sort_unstable();
    assert_eq!(again, [(0, 2), (1, 2)]);
    let outbox = store.outbox(TOPIC);
    wait_until("all are settled", || outbox.pending().unwrap() == 0).await;
    let letters = outbox.dead_letters(0, 10).unwrap();
    let [letter] = &letters[..] else { panic!("{letters:?}") };
    assert_eq!(
        (letter.attempts, letter.reason.as_str(), &letter.payload[..]),
        (1, "no such target", &b"2"[..])
    );

    // A new message has a new number, so the first attempt ends it again.
    let new = outbox.redeliver(letter.seq).await.unwrap().unwrap();
    assert!(new > letter.seq);
    assert_eq!(outbox.redeliver(letter.seq).await.unwrap(), None);
    wait_until("it is dead again", || outbox.dead_letters(letter.seq, 10).unwrap().len() == 1).await;
    running.abort();
}

#[tokio::test]
async fn what_was_not_acknowledged_comes_again_after_a_restart() {
    let scratch = Scratch::new();
    let store = scratch.open();
    send(&store, 0..1).await;
    let (started, mut starts) = mpsc::unbounded_channel();
    let running = tokio::spawn(store.outbox(TOPIC).run(1, std::future::pending(), move |_| {
        started.send(()).unwrap();
        std::future::pending()
    }));
    starts.recv().await.unwrap();
    running.abort();
    assert!(running.await.unwrap_err().is_cancelled());
    store.close().await;

    wait_until("the aborted tasks let go of the store", || Store::open(scratch.path()).is_ok()).await;
    let store = scratch.open();
    let (seen, mut received) = mpsc::unbounded_channel();
    let running =
        tokio::spawn(store.outbox(TOPIC).run(1, std::future::pending(), move |delivery: Delivery| {
            seen.send(delivery.decode::<u64>().unwrap()).unwrap();
            async { Ok(()) }
        }));
    assert_eq!(received.recv().await, Some(0));
    running.abort();
}

#[tokio::test]
async fn no_more_handlers_than_asked_run_at_a_time() {
    let scratch = Scratch::new();
    let store = scratch.open();
    send(&store, 0..40).await;
    let counts = Arc::new((AtomicUsize::new(0), AtomicUsize::new(0)));
    let handler = {
        let counts = counts.clone();
        move |_: Delivery| {
            let counts = counts.clone();
            async move {
                let now = counts.0.fetch_add(1, Ordering::SeqCst) + 1;
                counts.1.fetch_max(now, Ordering::SeqCst);
                tokio::task::yield_now().await;
                counts.0.fetch_sub(1, Ordering::SeqCst);
                Ok(())
            }
        }
    };
    let running = tokio::spawn(store.outbox(TOPIC).run(3, std::future::pending(), handler));
    while store.outbox(TOPIC).pending().unwrap() > 0 {
        tokio::task::yield_now().await;
    }
    assert!((1..=3).contains(&counts.1.load(Ordering::SeqCst)));
    running.abort();
}

#[tokio::test]
async fn an_acknowledgement_counts_once() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let seq = store.commit(|txn| txn.enqueue(TOPIC, &())).await.unwrap();
    let first = store.commit(move |txn| txn.ack(seq)).await.unwrap();
    let second = store.commit(move |txn| txn.ack(seq)).await.unwrap();
    assert_eq!((first, second), (true, false));
    // The number is not given again, even by a new process.
    drop(store);
    let next = scratch.open().commit(|txn| txn.enqueue(TOPIC, &())).await.unwrap();
    assert!(next > seq);
}
