//! `kill -9` at many instants: nothing acknowledged is lost, nothing is done twice.

use lirio_store::{BlobId, DeliveryError, Key, KeyRange, Read, Store, StoreError, Table};

use crate::child::{say, start};
use crate::support::{Scratch, noise, write};

const BLOBS: Table<BlobId> = Table::new("test.blobs");
const TWINS: Table<u64> = Table::new("test.twins");
const EFFECTS: Table<u64> = Table::new("test.effects");
const TOPIC: &str = "test.work";

/// Child: commits from four tasks at once until it is killed, and tells each acknowledged number.
pub(crate) async fn commits(store: Store) {
    let tasks: Vec<_> = (0..4_u64)
        .map(|task| {
            let store = store.clone();
            tokio::spawn(async move {
                for round in 0.. {
                    // Each fourth blob is a file.
                    let size = if round % 4 == task { 70_000 } else { 300 };
                    let pending = write(&store, &noise(round, size), 16_384).await.unwrap();
                    let number = store
                        .commit::<_, StoreError, _>(move |txn| {
                            let number = txn.next_sequence("commits")?;
                            let key = Key::new().u64(number);
                            let id = txn.adopt_blob(pending)?;
                            BLOBS.insert(txn, &key, &id)?;
                            TWINS.insert(txn, &key, &number)?;
                            Ok(number)
                        })
                        .await
                        .unwrap();
                    say(&number.to_string());
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
}

#[tokio::test]
async fn acknowledged_commits_survive_a_kill() {
    let scratch = Scratch::new();
    let mut acknowledged: Vec<u64> = Vec::new();
    for lines in [1, 2, 5, 30, 90, 17, 200, 3] {
        let (mut child, mut said) = start(&[], "commits", scratch.path());
        acknowledged.extend(said.by_ref().take(lines).map(|line| line.parse::<u64>().unwrap()));
        child.kill().unwrap();
        child.wait().unwrap();
        acknowledged.extend(said.map(|line| line.parse::<u64>().unwrap()));

        let store = scratch.open();
        for number in &acknowledged {
            let key = Key::new().u64(*number);
            let (blob, twin) = store
                .read(|read| Ok::<_, StoreError>((BLOBS.get(read, &key)?, TWINS.get(read, &key)?)))
                .unwrap();
            assert_eq!(twin, Some(*number), "commit {number} was acknowledged");
            store.blobs().read_all(&blob.unwrap(), 1 << 20).await.unwrap();
        }
        let counts = store
            .read(|read| {
                Ok::<_, StoreError>((
                    read.count("test.blobs", KeyRange::all())?,
                    read.count("test.twins", KeyRange::all())?,
                ))
            })
            .unwrap();
        assert_eq!(counts.0, counts.1, "a commit is whole or absent");
        store.close().await;
    }
    let mut unique = acknowledged.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), acknowledged.len(), "no sequence number twice");
}

/// Child: consumes the topic; each message counts its own effect up, in the commit that acknowledges it.
pub(crate) async fn consumer(store: Store) {
    let handler = {
        let store = store.clone();
        move |delivery: lirio_store::Delivery| {
            let store = store.clone();
            async move {
                let number: u64 = delivery.decode()?;
                let done = store
                    .commit::<_, StoreError, _>(move |txn| {
                        if !txn.ack(delivery.seq)? {
                            return Ok(false);
                        }
                        let key = Key::new().u64(number);
                        let before = EFFECTS.get(txn, &key)?.unwrap_or(0);
                        EFFECTS.put(txn, &key, &(before + 1))?;
                        Ok(true)
                    })
                    .await?;
                if done {
                    say(&number.to_string());
                }
                Ok::<(), DeliveryError>(())
            }
        }
    };
    store.outbox(TOPIC).run(4, std::future::pending(), handler).await;
}

#[tokio::test]
async fn messages_have_their_effect_once_whatever_is_killed() {
    const MESSAGES: u64 = 300;
    let scratch = Scratch::new();
    let store = scratch.open();
    store
        .commit::<_, StoreError, _>(|txn| {
            (0..MESSAGES).try_for_each(|number| txn.enqueue(TOPIC, &number).map(drop))
        })
        .await
        .unwrap();
    store.close().await;

    let mut instants = [1, 2, 10, 40, 5, 60].into_iter().chain(std::iter::repeat(MESSAGES as usize));
    loop {
        let lines = instants.next().unwrap();
        let pending = {
            let store = scratch.open();
            let pending = store.outbox(TOPIC).pending().unwrap();
            store.close().await;
            pending
        };
        if pending == 0 {
            break;
        }
        let (mut child, said) = start(&[], "consumer", scratch.path());
        let seen = said.take(lines.min(usize::try_from(pending).unwrap())).count();
        assert!(seen > 0, "the consumer works");
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let store = scratch.open();
    let effects = store.read(|read| EFFECTS.scan_prefix(read, &Key::new(), None, usize::MAX)).unwrap();
    let expected: Vec<_> = (0..MESSAGES).map(|number| (Key::new().u64(number), 1)).collect();
    assert_eq!(effects, expected);
}
