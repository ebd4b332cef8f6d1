//! Threads that serve connections, each with some of them for itself: no thread ever wakes another for a request.

use super::{App, connection};
use crate::{BoxError, Model};
use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};
use tokio::{
    net::TcpStream,
    sync::{mpsc, watch},
    task::JoinSet,
};

/// The threads beside the one that accepts.
pub(super) struct Workers {
    all: Vec<Worker>,
    /// Closed when the last thread has ended.
    running: mpsc::Receiver<()>,
}

struct Worker {
    /// Dropped, it tells the thread that no more will come.
    connections: Option<mpsc::UnboundedSender<std::net::TcpStream>>,
    open: Arc<AtomicUsize>,
}

/// A connection that a worker has, while it lasts.
struct Open(Arc<AtomicUsize>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Workers {
    /// Starts so many.
    pub(super) fn start<M: Model>(
        count: usize,
        app: &Arc<App<M>>,
        stopping: &watch::Sender<bool>,
    ) -> Result<Self, BoxError> {
        let (alive, running) = mpsc::channel(1);
        let start = |number: usize| {
            let (connections, incoming) = mpsc::unbounded_channel();
            let open = Arc::new(AtomicUsize::new(0));
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            let (app, stopping, counted) = (Arc::clone(app), stopping.clone(), Arc::clone(&open));
            let alive = alive.clone();
            thread::Builder::new().name(format!("worker-{number}")).spawn(move || {
                runtime.block_on(work(incoming, &app, &stopping, &counted));
                // A prediction that outlasts the patience of the platform does not hold the process.
                runtime.shutdown_background();
                drop(alive);
            })?;
            Ok(Worker { connections: Some(connections), open })
        };
        let all = (1..=count).map(start).collect::<io::Result<_>>()?;
        Ok(Self { all, running })
    }

    /// Gives a connection to the worker that has the fewest; it comes back if none has fewer than `own`.
    pub(super) fn give(&self, stream: TcpStream, own: usize) -> Option<TcpStream> {
        let least = self.all.iter().min_by_key(|worker| worker.open.load(Ordering::Relaxed));
        let Some(Worker { connections: Some(connections), open }) = least else { return Some(stream) };
        if open.load(Ordering::Relaxed) >= own {
            return Some(stream);
        }
        // A socket that cannot be moved is one that is broken.
        let stream = stream.into_std().ok()?;
        open.fetch_add(1, Ordering::Relaxed);
        if connections.send(stream).is_err() {
            open.fetch_sub(1, Ordering::Relaxed);
        }
        None
    }

    /// Connections that they have.
    pub(super) fn open(&self) -> usize {
        self.all.iter().map(|worker| worker.open.load(Ordering::Relaxed)).sum()
    }

    /// Waits until each has served its last connection; there will be no more.
    pub(super) async fn ended(&mut self) {
        self.all.iter_mut().for_each(|worker| worker.connections = None);
        while self.running.recv().await.is_some() {}
    }
}

async fn work<M: Model>(
    mut incoming: mpsc::UnboundedReceiver<std::net::TcpStream>,
    app: &Arc<App<M>>,
    stopping: &watch::Sender<bool>,
    open: &Arc<AtomicUsize>,
) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            stream = incoming.recv() => {
                let Some(stream) = stream else { break };
                // Counted since it was given.
                let held = Open(Arc::clone(open));
                if let Ok(stream) = TcpStream::from_std(stream) {
                    let served = connection(stream, Arc::clone(app), stopping.subscribe());
                    connections.spawn(async move {
                        served.await;
                        drop(held);
                    });
                }
            }
            Some(_) = connections.join_next(), if !connections.is_empty() => {}
        }
    }
    while connections.join_next().await.is_some() {}
}
