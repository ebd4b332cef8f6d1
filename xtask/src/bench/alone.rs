//! The model by itself, without platform or container: what of the loop is its own.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::table::{self, Samples};

/// A server that does not answer by then never will.
const LIMIT: Duration = Duration::from_secs(20);

/// Trains, and starts to serve, `runs` times.
pub(super) fn measure(folder: &Path, runs: usize) -> Result<()> {
    let prefix = folder.join("alone");
    for part in ["input/data/training", "input/config", "model", "output/data"] {
        std::fs::create_dir_all(prefix.join(part))?;
    }
    let csv = super::project().join("data/iris_final.csv");
    std::fs::copy(csv, prefix.join("input/data/training/iris_final.csv"))?;
    std::fs::write(prefix.join("input/config/hyperparameters.json"), r#"{"label": "species"}"#)?;
    let (mut train, mut serve) = (Samples::default(), Samples::default());
    for _ in 0..runs {
        let start = Instant::now();
        let status = command(&prefix).arg("train").status().context("the model cannot be run")?;
        if !status.success() {
            bail!("the model's train ended with {status}");
        }
        train.add(start.elapsed().as_secs_f64() * 1000.0);
        serve.add(serving(&prefix)?);
    }
    table::head("the model alone, outside of any container");
    table::line("train", &train);
    table::line("serve, to the first /ping", &serve);
    println!("  (what is left of put_to_validated is lirio's)");
    Ok(())
}

fn command(prefix: &Path) -> Command {
    let mut command = Command::new(super::model());
    command.env("LIRIO_MODEL_PREFIX", prefix).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Milliseconds from the start of `serve` to its first answer.
fn serving(prefix: &Path) -> Result<f64> {
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let address = format!("127.0.0.1:{port}");
    let start = Instant::now();
    let mut child = command(prefix).arg("serve").env("SAGEMAKER_BIND_TO_PORT", port.to_string()).spawn()?;
    while !super::answers(&address, "/ping") {
        if start.elapsed() > LIMIT {
            child.kill()?;
            bail!("the model's serve does not answer /ping");
        }
        std::thread::sleep(Duration::from_micros(200));
    }
    let took = start.elapsed().as_secs_f64() * 1000.0;
    super::end(&mut child)?;
    Ok(took)
}
