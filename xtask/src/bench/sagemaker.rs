//! What the platform adds to a container's own time: from CreateEndpoint to InService, and a training job that
//! does nothing.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value as Json, json};

use super::client::Client;
use super::platform::{self, Background};
use super::table::{self, Samples};
use crate::sh;

/// Repetitions of each.
const RUNS: usize = 20;
/// What takes longer never ends.
const LIMIT: Duration = Duration::from_secs(120);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(1);
/// A program that does nothing, as `train` and as `serve`.
const NOTHING: &str = "fn main() {}";

/// `bench sagemaker [--project FOLDER [-- ARGUMENTS OF LIRIO RUN]]`
pub(super) fn bench(args: &[&str]) -> Result<()> {
    // Within a network of its own.
    if let ["alone", container] = args {
        println!("{}", serving_alone(container.parse()?)?);
        return Ok(());
    }
    let lirio = super::lirio()?;
    let folder = super::Folder::make()?;
    let platform = Background::of_arguments(&lirio, folder.0.join("data"), args)?;
    platform.run()?;
    let mut client = platform.client()?;

    let endpoint = client.sagemaker("DescribeEndpoint", &json!({ "EndpointName": platform.endpoint()? }))?;
    let (mut alone, mut created) = (Samples::default(), Samples::default());
    let container = platform.container()?;
    for run in 0..RUNS {
        alone.add(alone_in_a_network(container)?);
        created.add(create(&mut client, &format!("bench-{run}"), &endpoint["EndpointConfigName"])?);
    }
    table::head(&format!(
        "endpoints of {}, {RUNS} in turns",
        endpoint["EndpointName"].as_str().unwrap_or("?")
    ));
    table::line("its container alone, to /ping", &alone);
    table::line("CreateEndpoint to InService", &created);
    println!("  lirio's part at the median: {:.1} ms", created.median() - alone.median());

    let jobs = client
        .sagemaker("ListTrainingJobs", &json!({ "SortBy": "CreationTime", "SortOrder": "Descending" }))?;
    let job = &jobs["TrainingJobSummaries"][0]["TrainingJobName"];
    let job = client.sagemaker("DescribeTrainingJob", &json!({ "TrainingJobName": job }))?;
    // Another role of the same account, which may read the other repository.
    client.role("nothing", "sagemaker", &["ecr:*", "s3:*", "logs:*"])?;
    let role = job["RoleArn"].as_str().and_then(|arn| Some(format!("{}/nothing", arn.rsplit_once('/')?.0)));
    let role = role.context("the example's job has a role")?;
    let image = platform.push(&nothing_project(&folder.0)?, &nothing_image(&folder.0)?)?;
    let (mut whole, mut told) = (Samples::default(), Samples::default());
    for run in 0..RUNS {
        let (waited, own) = train(&mut client, &format!("nothing-{run}"), &image, &role, &job)?;
        whole.add(waited);
        told.add(own);
    }
    table::head(&format!("training jobs of an image that does nothing, {RUNS}"));
    table::line("Create to Completed, as seen", &whole);
    table::line("CreationTime to TrainingEndTime", &told);
    Ok(())
}

/// Milliseconds until an endpoint that is made is in service; it is deleted then.
fn create(client: &mut Client, name: &str, config: &Json) -> Result<f64> {
    let start = Instant::now();
    client.sagemaker("CreateEndpoint", &json!({ "EndpointName": name, "EndpointConfigName": config }))?;
    let named = json!({ "EndpointName": name });
    wait(client, "DescribeEndpoint", &named, "EndpointStatus", "InService")?;
    let took = milliseconds(start);
    client.sagemaker("DeleteEndpoint", &named)?;
    let begun = Instant::now();
    while client.sagemaker("DescribeEndpoint", &named).is_ok() {
        if begun.elapsed() > LIMIT {
            bail!("{name} is not deleted");
        }
        std::thread::sleep(PAUSE);
    }
    Ok(took)
}

/// Milliseconds until a job with this image has ended, as the client sees it and as the job tells.
fn train(client: &mut Client, name: &str, image: &str, role: &str, like: &Json) -> Result<(f64, f64)> {
    let output = &like["OutputDataConfig"]["S3OutputPath"];
    let start = Instant::now();
    client.sagemaker(
        "CreateTrainingJob",
        &json!({
            "TrainingJobName": name,
            "RoleArn": role,
            "AlgorithmSpecification": { "TrainingImage": image, "TrainingInputMode": "File" },
            "OutputDataConfig": { "S3OutputPath": output },
            "ResourceConfig": like["ResourceConfig"],
            "StoppingCondition": { "MaxRuntimeInSeconds": 60 },
        }),
    )?;
    let named = json!({ "TrainingJobName": name });
    let ended = wait(client, "DescribeTrainingJob", &named, "TrainingJobStatus", "Completed")?;
    let took = milliseconds(start);
    let time = |field: &str| ended[field].as_f64().with_context(|| format!("{name} has a {field}"));
    Ok((took, (time("TrainingEndTime")? - time("CreationTime")?) * 1000.0))
}

/// Waits for a status; any other that is final is an error.
pub(super) fn wait(
    client: &mut Client,
    operation: &str,
    input: &Json,
    field: &str,
    wanted: &str,
) -> Result<Json> {
    let begun = Instant::now();
    loop {
        let found = client.sagemaker(operation, input)?;
        match found[field].as_str().unwrap_or_default() {
            status if status == wanted => return Ok(found),
            status @ ("Failed" | "Stopped") => bail!("{status}: {}", found["FailureReason"]),
            status if begun.elapsed() > LIMIT => bail!("{operation} answers {status} after {LIMIT:?}"),
            _ => std::thread::sleep(PAUSE),
        }
    }
}

fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}

/// Milliseconds from the start of a container's program to its first answer, without lirio: the same command with
/// the same environment on the same files, in a new network.
fn alone_in_a_network(container: u32) -> Result<f64> {
    let output = Command::new("unshare")
        .args(["--net", "--"])
        .arg(std::env::current_exe()?)
        .args(["bench", "sagemaker", "alone", &container.to_string()])
        .stderr(Stdio::inherit())
        .output()
        .context("unshare")?;
    let text = String::from_utf8(output.stdout)?;
    text.trim().parse().context("the container's program was not measured by itself")
}

fn serving_alone(container: u32) -> Result<f64> {
    sh::run(Command::new("ip").args(["link", "set", "lo", "up"]))?;
    let environment = std::fs::read(format!("/proc/{container}/environ"))?;
    let environment = environment.split(|byte| *byte == 0).filter_map(|pair| {
        let (name, value) = std::str::from_utf8(pair).ok()?.split_once('=')?;
        Some((name.to_owned(), value.to_owned()))
    });
    let program = Path::new("/usr/bin/nsenter");
    let start = Instant::now();
    let mut child = Command::new(program)
        .args(["--target", &container.to_string(), "--mount", "--wd", "--"])
        .args(platform::arguments(container))
        .env_clear()
        .envs(environment)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| program.display().to_string())?;
    while !super::answers("127.0.0.1:8080", "/ping") {
        if start.elapsed() > LIMIT || child.try_wait()?.is_some() {
            child.kill()?;
            bail!("the container's program does not answer /ping by itself");
        }
        std::thread::sleep(Duration::from_micros(200));
    }
    let took = milliseconds(start);
    super::end(&mut child)?;
    Ok(took)
}

/// A project whose repository the image goes to.
fn nothing_project(folder: &Path) -> Result<PathBuf> {
    let project = folder.join("nothing");
    std::fs::create_dir_all(&project)?;
    let settings = std::fs::read_to_string(super::project().join("lirio.toml"))?;
    let ours = "name = \"iris\"";
    if !settings.contains(ours) {
        bail!("the example's lirio.toml has no line {ours}");
    }
    std::fs::write(project.join("lirio.toml"), settings.replace(ours, "name = \"nothing\""))?;
    Ok(project)
}

/// An archive as `docker save` writes it, of one layer with one static program that does nothing.
fn nothing_image(folder: &Path) -> Result<PathBuf> {
    let image = folder.join("image");
    let program = image.join("layer/usr/bin/train");
    std::fs::create_dir_all(program.parent().context("a folder")?)?;
    let source = image.join("nothing.rs");
    std::fs::write(&source, NOTHING)?;
    sh::run(
        Command::new("rustc")
            .args(["--edition", "2024", "-O", "-C", "target-feature=+crt-static", "-o"])
            .arg(&program)
            .arg(&source),
    )?;
    let layer = image.join("layer.tar");
    sh::run(Command::new("tar").arg("-C").arg(image.join("layer")).arg("-cf").arg(&layer).arg("usr"))?;
    let config = json!({
        "architecture": match std::env::consts::ARCH { "x86_64" => "amd64", "aarch64" => "arm64", other => other },
        "os": "linux",
        "config": { "Env": ["PATH=/usr/bin"] },
        "rootfs": { "type": "layers", "diff_ids": [format!("sha256:{}", sha256(&layer)?)] },
    });
    std::fs::write(image.join("config.json"), config.to_string())?;
    let manifest =
        json!([{ "Config": "config.json", "RepoTags": ["nothing:latest"], "Layers": ["layer.tar"] }]);
    std::fs::write(image.join("manifest.json"), manifest.to_string())?;
    let archive = folder.join("nothing.tar");
    let parts = ["manifest.json", "config.json", "layer.tar"];
    sh::run(Command::new("tar").arg("-C").arg(&image).arg("-cf").arg(&archive).args(parts))?;
    Ok(archive)
}

fn sha256(path: &Path) -> Result<String> {
    use sha2::{Digest as _, Sha256};
    let digest = Sha256::digest(std::fs::read(path)?);
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}
