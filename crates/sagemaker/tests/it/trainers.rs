//! What the made-up containers of jobs do, by the name of their image.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use lirio_sagemaker::{ContainerExit, OutputLine, RunSpec};
use tokio::sync::mpsc;

use super::Task;

/// A container as its program sees it.
pub(crate) struct Inside {
    pub(super) task: Arc<Task>,
    pub(super) spec: RunSpec,
    lines: mpsc::Sender<OutputLine>,
}

impl Inside {
    /// Where a path of the container is on this machine.
    pub(super) fn path(&self, path: &str) -> PathBuf {
        let mounts = self.spec.mounts.iter().filter(|mount| Path::new(path).starts_with(&mount.target));
        let mount = mounts.max_by_key(|mount| mount.target.components().count()).expect("it is mounted");
        mount.source.join(Path::new(path).strip_prefix(&mount.target).unwrap())
    }

    pub(super) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub(super) fn write(&self, path: &str, content: &str) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    /// The folder of the channel `train`.
    fn channel(&self) -> PathBuf {
        self.path("/opt/ml/input/data/train")
    }

    /// Reads a pipe of the channel `train` up to a number of bytes, and closes it.
    async fn pipe(&self, epoch: u32, most: u64) -> Vec<u8> {
        self.pipe_of("/opt/ml/input/data/train", epoch, most).await
    }

    /// The same of any input.
    pub(super) async fn pipe_of(&self, input: &str, epoch: u32, most: u64) -> Vec<u8> {
        let path = self.path(&format!("{input}_{epoch}"));
        let read = move || {
            let mut bytes = Vec::new();
            std::fs::File::open(path).unwrap().take(most).read_to_end(&mut bytes).unwrap();
            bytes
        };
        // The pipe after one that was not read to its end stands ready a little later.
        let path = self.path(&format!("{input}_{epoch}"));
        while !path.exists() {
            tokio::task::yield_now().await;
        }
        tokio::task::spawn_blocking(read).await.unwrap()
    }

    pub(super) async fn print(&self, text: &str) {
        let bytes = Bytes::copy_from_slice(text.as_bytes());
        self.lines.send(OutputLine { timestamp_ms: 1, bytes }).await.unwrap();
    }
}

/// Those that do something about SIGTERM.
const LISTEN: [&str; 7] =
    ["waits", "checkpoints", "stubborn", "second-fails", "p-waits", "p-stubborn", "p-grows"];

/// Runs the program of a training container.
pub(crate) async fn train(task: Arc<Task>, spec: RunSpec, lines: mpsc::Sender<OutputLine>) {
    let inside = Inside { task: task.clone(), spec, lines };
    let code = tokio::select! {
        code = program(&inside) => code,
        // A program that does nothing about SIGTERM ends by it.
        () = inside.task.asked(), if !LISTEN.contains(&&*inside.spec.image.resolved) => 143,
    };
    drop(inside);
    task.exit.send_replace(Some(ContainerExit { code, out_of_memory: false }));
}

async fn program(inside: &Inside) -> i32 {
    match inside.spec.image.resolved.as_str() {
        "train" | "flaky" => {
            let rows = inside.read("/opt/ml/input/data/train/iris.csv");
            inside.print("accuracy=0.5").await;
            inside.print("accuracy=0.97").await;
            inside.write("/opt/ml/model/model.txt", &rows);
            inside.write("/opt/ml/output/data/report.txt", "fine");
        }
        "fails" => {
            inside.print("about to fail").await;
            inside.write("/opt/ml/output/failure", "row 3, column 2: not a number");
            return 1;
        }
        "prints" => {
            inside.print("the last words").await;
            return 3;
        }
        "speaks" => inside.print("a word").await,
        "waits" => {
            inside.print("ready").await;
            inside.task.asked().await;
            inside.write("/opt/ml/model/model.txt", "so far");
        }
        "stubborn" => {
            inside.print("ready").await;
            std::future::pending().await
        }
        "checkpoints" => {
            // Continues after the newest one: one more, none of the oldest, and waits.
            let folder = inside.path("/opt/ml/checkpoints");
            let mut steps: Vec<u32> = std::fs::read_dir(&folder)
                .unwrap()
                .map(|entry| entry.unwrap().file_name().to_str().unwrap().parse().unwrap())
                .collect();
            steps.sort_unstable();
            let next = steps.last().map_or(1, |last| last + 1);
            if let [oldest, _, ..] = steps[..] {
                std::fs::remove_file(folder.join(oldest.to_string())).unwrap();
            }
            inside.write(&format!("/opt/ml/checkpoints/{next}"), &format!("after step {next}"));
            inside.task.asked().await;
            inside.write("/opt/ml/checkpoints/99", "the last");
        }
        "pipes" => {
            // Two epochs of the channel as a model; the first byte of a third, and no more.
            let mut all = Vec::new();
            for epoch in 0..2 {
                all.extend(inside.pipe(epoch, u64::MAX).await);
                all.push(b'|');
            }
            inside.pipe(2, 1).await;
            inside.pipe(3, 1).await;
            std::fs::write(inside.path("/opt/ml/model/seen"), all).unwrap();
        }
        "files" => {
            let mut names = Vec::new();
            list(&inside.channel(), &mut names);
            names.sort();
            let config = inside.read("/opt/ml/input/config/inputdataconfig.json");
            inside.write("/opt/ml/model/seen", &format!("{} {config}", names.join(" ")));
        }
        "caches" => {
            let cache = inside.path("/opt/ml/sagemaker/warmpoolcache");
            let seen = std::fs::read_to_string(cache.join("seen")).unwrap_or_default();
            std::fs::write(cache.join("seen"), format!("{seen}+")).unwrap();
            inside.write("/opt/ml/model/model.txt", &seen);
        }
        "hosts" => {
            let host = inside.spec.hostname.clone();
            let mut names = Vec::new();
            list(&inside.channel(), &mut names);
            names.sort();
            let config = inside.read("/opt/ml/input/config/resourceconfig.json");
            inside.write(&format!("/opt/ml/model/{host}"), &format!("{} {config}", names.join(" ")));
            inside.write("/opt/ml/model/shared", &host);
        }
        "channels" => {
            let mut names = Vec::new();
            if inside.channel().exists() {
                list(&inside.channel(), &mut names);
            }
            names.sort();
            inside.write(&format!("/opt/ml/model/{}", inside.spec.hostname), &names.join(" "));
        }
        "second-fails" => {
            if inside.spec.hostname == "algo-2" {
                inside.write("/opt/ml/output/failure", "no gradient");
                return 1;
            }
            inside.task.asked().await;
            return 7;
        }
        other => return super::processors::program(inside, other).await,
    }
    0
}

/// All files below a folder.
pub(super) fn list(folder: &Path, into: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            list(&entry.path(), into);
        } else {
            into.push(entry.file_name().into_string().unwrap());
        }
    }
}
