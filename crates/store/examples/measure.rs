//! Measures the store on this machine, by hand: `cargo run --release -p lirio-store --example measure`.

use std::error::Error;
use std::future::pending;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use lirio_store::{Delivery, Store, StoreError};
use tokio::sync::mpsc;

const WINDOW: Duration = Duration::from_secs(4);

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Box<dyn Error>> {
    let dir = std::env::temp_dir().join(format!("lirio-store-measure-{}", std::process::id()));
    let result = measure(&dir).await;
    std::fs::remove_dir_all(&dir)?;
    result
}

async fn measure(dir: &Path) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let store = Store::open(dir)?;
    println!("open, new directory        {:>10.1?}", start.elapsed());
    for clients in [1, 8, 64] {
        let (commits, mut times) = commits(&store, clients).await?;
        times.sort_unstable();
        println!(
            "{clients:>3} committers             {:>8.0}/s  median {:.2?}  p99 {:.2?}",
            commits as f64 / WINDOW.as_secs_f64(),
            times[times.len() / 2],
            times[times.len() * 99 / 100],
        );
    }
    wake(&store).await?;
    blob(&store, 256 << 20, dir.join("copy")).await?;
    println!("resident                   {:>10}", resident().unwrap_or_default());
    drop(store);
    let start = Instant::now();
    let store = Store::open(dir)?;
    println!("open, existing directory   {:>10.1?}", start.elapsed());
    drop(store);
    Ok(())
}

/// One row of 300 bytes per commit.
async fn commits(store: &Store, clients: u64) -> Result<(u64, Vec<Duration>), Box<dyn Error>> {
    let end = Instant::now() + WINDOW;
    let tasks: Vec<_> = (0..clients)
        .map(|client| {
            let store = store.clone();
            tokio::spawn(async move {
                let mut times = Vec::new();
                while Instant::now() < end {
                    let start = Instant::now();
                    let number = times.len();
                    store
                        .commit::<_, StoreError, _>(move |txn| {
                            txn.put("measure.rows", format!("{client}-{number}").as_bytes(), &[7; 300])
                        })
                        .await?;
                    times.push(start.elapsed());
                }
                Ok::<_, StoreError>(times)
            })
        })
        .collect();
    let mut all = Vec::new();
    for task in tasks {
        all.extend(task.await??);
    }
    Ok((all.len() as u64, all))
}

/// From the resumed committer to the start of the handler.
async fn wake(store: &Store) -> Result<(), Box<dyn Error>> {
    let (seen, mut received) = mpsc::unbounded_channel();
    let running = tokio::spawn(store.outbox("measure.topic").run(4, pending(), move |_: Delivery| {
        // The receiver ends with the measurement.
        let _ = seen.send(Instant::now());
        async { Ok(()) }
    }));
    let mut waits = Vec::new();
    for _ in 0..500 {
        store.commit::<_, StoreError, _>(|txn| txn.enqueue("measure.topic", &1)).await?;
        let durable = Instant::now();
        let started = received.recv().await.ok_or("the consumer ended")?;
        waits.push(started.saturating_duration_since(durable));
    }
    running.abort();
    waits.sort_unstable();
    println!("durable to handler         {:>10.1?}  p99 {:.1?}", waits[250], waits[495]);
    Ok(())
}

async fn blob(store: &Store, size: usize, copy: PathBuf) -> Result<(), Box<dyn Error>> {
    let piece = vec![7; 128 * 1024];
    let start = Instant::now();
    let mut writer = store.blobs().writer();
    for _ in 0..size / piece.len() {
        writer.write(&piece).await?;
    }
    let pending = writer.finish().await?;
    let id = store.commit::<_, StoreError, _>(move |txn| txn.adopt_blob(pending)).await?;
    let rate = |start: Instant| size as f64 / 1e6 / start.elapsed().as_secs_f64();
    println!("blob write, synced         {:>5.0} MB/s", rate(start));
    let start = Instant::now();
    store.blobs().copy_to(&id, &copy).await?;
    println!("blob copy_to               {:>5.0} MB/s", rate(start));
    Ok(())
}

fn resident() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().to_owned())
}
