//! What the made-up training containers do, by the name of their image.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use lirio_sagemaker::{ContainerExit, OutputLine, RunSpec};
use tokio::sync::mpsc;

use super::Task;

/// A container as its program sees it.
pub(crate) struct Inside {
    task: Arc<Task>,
    spec: RunSpec,
    lines: mpsc::Sender<OutputLine>,
}

impl Inside {
    /// Where a path of the container is on this machine.
    fn path(&self, path: &str) -> PathBuf {
        let mounts = self.spec.mounts.iter().filter(|mount| Path::new(path).starts_with(&mount.target));
        let mount = mounts.max_by_key(|mount| mount.target.components().count()).expect("it is mounted");
        mount.source.join(Path::new(path).strip_prefix(&mount.target).unwrap())
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn write(&self, path: &str, content: &str) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    async fn print(&self, text: &str) {
        let bytes = Bytes::copy_from_slice(text.as_bytes());
        self.lines.send(OutputLine { timestamp_ms: 1, bytes }).await.unwrap();
    }
}

/// Runs the program of a training container.
pub(crate) async fn train(task: Arc<Task>, spec: RunSpec, lines: mpsc::Sender<OutputLine>) {
    let inside = Inside { task: task.clone(), spec, lines };
    let code = program(&inside).await;
    drop(inside);
    task.exit.send_replace(Some(ContainerExit { code, out_of_memory: false }));
}

async fn program(inside: &Inside) -> i32 {
    match inside.spec.image.resolved.as_str() {
        "train" => {
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
        other => panic!("{other} does not train"),
    }
    0
}
