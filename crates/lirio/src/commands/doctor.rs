//! `lirio doctor`: a container checked against SageMaker's contract, without a platform.

use std::cell::RefCell;
use std::fs::File;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use lirio_doctor::{Bench, Finding, Id, Image, Payload, Trial, Verdict, text};
use lirio_image::{ArchiveReader, BuiltImage, ImageConfig, ImageSource, LayerStore, Manifest, Platform};
use lirio_sagemaker::PreparedImage;
use lirio_stack::{BuildEngine, Project};
use tokio::signal::unix::{SignalKind, signal};

use crate::builder;
use crate::chosen::Chosen;
use crate::cli::{DataDir, Doctor, ImageOptions};
use crate::commands::build::{Made, Plan};
use crate::commands::{Exit, platform};
use crate::engine::EngineImage;
use crate::home::Home;
use crate::progress::Progress;
use crate::push::Registry;
use crate::scratch::Scratch;

/// A check failed.
const FAILED: u8 = 1;
/// Nothing can be checked.
const UNCHECKED: u8 = 2;
/// The largest request that is read: what SageMaker sends at most.
const MOST_PAYLOAD: u64 = 25 << 20;
/// How long containers may take to go when the command is interrupted.
const LAST_MOMENT: Duration = Duration::from_secs(3);
/// Rows of a CSV that become a request.
const ROWS: usize = 2;

/// `lirio doctor`.
pub(crate) async fn doctor(args: Doctor) -> Result<()> {
    let since = Instant::now();
    let folder = match Scratch::new(&std::env::temp_dir(), "lirio-doctor", "") {
        Ok(folder) => folder,
        Err(error) => return unchecked(&error),
    };
    let examined = tokio::select! {
        examined = examine(&args, folder.path(), since) => examined,
        () = interrupted() => Err(Exit(130).into()),
    };
    // Containers that were dropped end by themselves; the folder goes when they have.
    let deadline = Instant::now() + LAST_MOMENT;
    while holds_something(&folder.path().join("containers")) && Instant::now() < deadline {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    drop(folder);
    match examined {
        Ok(verdicts) if verdicts.contains(&Verdict::Fail) => Err(Exit(FAILED).into()),
        Ok(_) => Ok(()),
        Err(error) if error.is::<Exit>() => Err(error),
        Err(error) => unchecked(&error),
    }
}

/// Says why, and ends with the code of a command that could not do anything.
fn unchecked(error: &anyhow::Error) -> Result<()> {
    crate::say_error(error);
    Err(Exit(UNCHECKED).into())
}

fn holds_something(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

async fn interrupted() {
    let (Ok(mut terminate), Ok(mut interrupt)) =
        (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}

async fn examine(args: &Doctor, folder: &Path, since: Instant) -> Result<Vec<Verdict>> {
    let target = Path::new(&args.target);
    let project = match target.is_dir() || target.file_name().is_some_and(|name| name == "lirio.toml") {
        true => Some(Project::read(target)?),
        false => None,
    };
    if project.is_none() && !args.build_arg.is_empty() {
        bail!("--build-arg is for a project; {} is built already", args.target);
    }
    // Read before anything is built: a missing file is told at once.
    let trial = trial(args, project.as_ref())?;
    let runtime = Chosen::open(args.runtime, || Ok(lirio_service::hex_id::<8>())).await?;
    let scratch = folder.join("image");
    std::fs::create_dir(&scratch)?;
    let built = match &project {
        Some(project) => build(project, args, &scratch).await?,
        None if target.is_file() => read(target, &scratch).await?,
        None => named(&args.target, args.engine.map(BuildEngine::from), &scratch).await?,
    };
    let layers = folder.join("layers");
    let store = Arc::new(LayerStore::open(&layers).context("the layer store")?);
    let (image, prepared) = {
        let (store, built) = (store.clone(), built.clone());
        tokio::task::spawn_blocking(move || unpack(&store, &built)).await??
    };
    let checking = Instant::now();
    let sheet = Sheet::new(args.json);
    sheet.heading(&args.target, checking.duration_since(since));
    let bench = Bench::new(runtime.runtime(), &image, prepared, folder.to_owned());
    let examined = lirio_doctor::examine(&bench, &image, &trial, |finding| sheet.take(finding)).await;
    runtime.end().await;
    // Layers may have folders that only this removes.
    drop(bench);
    store.collect_garbage(Duration::ZERO)?;
    examined?;
    Ok(sheet.end(checking.elapsed()))
}

/// Builds a project's container as `lirio run` does.
async fn build(project: &Project, args: &Doctor, scratch: &Path) -> Result<BuiltImage> {
    let options = ImageOptions { build_arg: args.build_arg.clone(), engine: args.engine, image: None };
    let plan = Plan::new(project, &options).await?;
    let (doing, done, failed) = plan.words();
    let mut progress = Progress::new();
    progress.begin(&doing);
    let home = Home::at(scratch);
    let made = match plan.make(&home, |line| progress.detail(line)).await {
        Ok(made) => made,
        Err(error) => {
            progress.failed(failed);
            return Err(error);
        }
    };
    progress.done(&done);
    let folder = scratch.to_owned();
    tokio::task::spawn_blocking(move || match made {
        Made::Binary(binary) => builder::image(&binary, &folder),
        Made::Engine(image) => image.save(&folder),
        Made::Pushed(reference) => bail!("{reference} was pushed and is not built here"),
    })
    .await?
}

/// Reads an archive.
async fn read(archive: &Path, scratch: &Path) -> Result<BuiltImage> {
    let source = File::open(archive).with_context(|| format!("cannot read {}", archive.display()))?;
    let folder = scratch.to_owned();
    tokio::task::spawn_blocking(move || ArchiveReader::new(Platform::host()).read(source, &folder))
        .await?
        .with_context(|| format!("{} is no image", archive.display()))
}

/// An image of an engine, or of the platform that runs.
async fn named(name: &str, engine: Option<BuildEngine>, scratch: &Path) -> Result<BuiltImage> {
    let mut why = match EngineImage::find(name, engine).await {
        Ok(Some(image)) => {
            let folder = scratch.to_owned();
            return tokio::task::spawn_blocking(move || image.save(&folder)).await?;
        }
        Ok(None) => vec!["docker or podman has no image of this name".to_owned()],
        Err(why) => why,
    };
    match pushed(name, scratch).await {
        Ok(Some(image)) => return Ok(image),
        Ok(None) => why.push("no platform of lirio has it in its registry, or none runs".to_owned()),
        Err(error) => why.push(format!("the registry of lirio's platform: {error:#}")),
    }
    bail!(
        "{name} is neither a folder with a lirio.toml, nor an archive of `docker save`, nor an image here:\n  {}",
        why.join("\n  ")
    )
}

async fn pushed(name: &str, scratch: &Path) -> Result<Option<BuiltImage>> {
    let home = Home::find(&DataDir::default())?;
    let Some(platform) = platform::find(&home).await? else { return Ok(None) };
    let (repository, reference) = match (name.split_once('@'), name.rsplit_once(':')) {
        (Some(parts), _) | (None, Some(parts)) => parts,
        (None, None) => (name, "latest"),
    };
    let Ok(repository) = lirio_image::RepositoryName::parse(repository) else { return Ok(None) };
    let repository = repository.to_string();
    Registry::of(&platform.client, &repository).await?.pull(reference, scratch).await
}

/// What is known of an image before it runs, and what runs.
fn unpack(store: &LayerStore, built: &BuiltImage) -> Result<(Image, PreparedImage)> {
    let config = ImageConfig::parse(&built.config)?;
    let bytes = built.layers.iter().map(|layer| layer.descriptor.size).sum();
    let mut prepared = PreparedImage::running(config.config.clone());
    if config.platform().runs_on(&Platform::host()) {
        let manifest = Manifest::parse(&built.manifest)?;
        let open = |digest: &lirio_image::Digest| -> std::io::Result<Box<dyn std::io::Read>> {
            let layer = built.layers.iter().find(|layer| layer.descriptor.digest == *digest);
            let file = layer.and_then(|layer| layer.file.as_ref()).ok_or(std::io::ErrorKind::NotFound)?;
            Ok(Box::new(File::open(file)?))
        };
        let root = store.root_filesystem(&manifest, &config, open)?;
        (prepared.lower_dirs, prepared.held) = (root.lower_dirs, Some(root.held));
        if prepared.lower_dirs.is_empty() {
            bail!("the image has no layers: there is nothing to run");
        }
        prepared.source = Some(ImageSource::built(built).map_err(anyhow::Error::msg)?);
    }
    let layers = prepared.lower_dirs.clone();
    Ok((Image { config, bytes, layers }, prepared))
}

/// What the container is tried with: the project's own things, and what the command line says instead.
fn trial(args: &Doctor, project: Option<&Project>) -> Result<Trial> {
    let mut trial = Trial::default();
    if let Some(project) = project {
        trial.hyperparameters = project.hyperparameter_strings();
        trial.data = Some(project.folder.join(&project.data.file));
        trial.data_name = project.data_key().rsplit('/').next().map(str::to_owned);
        let (name, kind) = channel(project);
        trial.channel = name.unwrap_or(trial.channel);
        trial.channel_type = kind;
        trial.training_type.clone_from(&project.training.instance_type);
        trial.endpoint_type.clone_from(&project.endpoint.instance_type);
    }
    if let Some(training) = &args.training {
        trial.data = Some(training.clone());
        trial.data_name = None;
    }
    if let Some(name) = &args.channel {
        trial.channel.clone_from(name);
    }
    trial.hyperparameters.extend(args.hyperparameter.iter().cloned());
    if let Some(model) = &args.model {
        std::fs::metadata(model).with_context(|| format!("cannot read the model {}", model.display()))?;
        trial.model = Some(model.clone());
    }
    trial.limits.patience = Duration::from_secs(args.patience);
    if let Some(data) = &trial.data {
        std::fs::metadata(data).with_context(|| format!("cannot read the data {}", data.display()))?;
    }
    trial.payload = match &args.payload {
        Some(file) => {
            let read = || -> std::io::Result<Vec<u8>> {
                let mut body = Vec::new();
                std::io::Read::read_to_end(
                    &mut std::io::Read::take(File::open(file)?, MOST_PAYLOAD),
                    &mut body,
                )?;
                Ok(body)
            };
            let body = read().with_context(|| format!("cannot read {}", file.display()))?;
            Some(Payload { body: body.into(), content_type: args.content_type.clone() })
        }
        None => trial.data.as_deref().and_then(|data| rows_of(data, trial.hyperparameters.get("label")?)),
    };
    Ok(trial)
}

/// The first channel that the project's pipeline gives to a training job, and its content type.
fn channel(project: &Project) -> (Option<String>, Option<String>) {
    let text = std::fs::read_to_string(project.folder.join(&project.pipeline)).unwrap_or_default();
    let definition: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    let mut waiting = vec![&definition];
    while let Some(value) = waiting.pop() {
        if let Some(first) = value.get("InputDataConfig").and_then(|channels| channels.get(0)) {
            let text = |name| first.get(name).and_then(serde_json::Value::as_str).map(str::to_owned);
            let name = text("ChannelName").filter(|name| !name.contains("${"));
            return (name, text("ContentType").filter(|kind| !kind.contains("${")));
        }
        match value {
            serde_json::Value::Object(members) => waiting.extend(members.values()),
            serde_json::Value::Array(items) => waiting.extend(items),
            _ => {}
        }
    }
    (None, None)
}

/// The first rows of a CSV without the column that is to be predicted.
fn rows_of(data: &Path, label: &str) -> Option<Payload> {
    let mut reader = csv::Reader::from_path(data).ok()?;
    let column =
        reader.headers().ok()?.iter().position(|name| name.trim_start_matches('\u{feff}').trim() == label)?;
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    for record in reader.records().take(ROWS) {
        let record = record.ok()?;
        let features = record.iter().enumerate().filter(|(at, _)| *at != column).map(|(_, cell)| cell);
        writer.write_record(features).ok()?;
    }
    let body = writer.into_inner().ok().filter(|body| !body.is_empty())?;
    Some(Payload { body: body.into(), content_type: "text/csv".to_owned() })
}

/// Where findings are written: each as soon as it and all before it in the table are known.
struct Sheet {
    json: bool,
    colour: bool,
    waiting: RefCell<Vec<Finding>>,
    said: RefCell<Vec<Verdict>>,
}

impl Sheet {
    fn new(json: bool) -> Self {
        let colour =
            std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty());
        Self { json, colour, waiting: RefCell::default(), said: RefCell::default() }
    }

    fn heading(&self, target: &str, prepared: Duration) {
        if !self.json {
            let time = crate::progress::human(prepared);
            self.say(&format!("\n{target}, ready after {time}\n\n"));
        }
    }

    fn take(&self, finding: Finding) {
        self.waiting.borrow_mut().push(finding);
        loop {
            let next = self.said.borrow().len();
            let Some(wanted) = Id::all().nth(next) else { return };
            let at = self.waiting.borrow().iter().position(|finding| finding.id == wanted);
            let Some(at) = at else { return };
            let finding = self.waiting.borrow_mut().swap_remove(at);
            self.said.borrow_mut().push(finding.verdict);
            if self.json {
                self.say(&format!("{}\n", finding.json()));
            } else {
                self.say(&text::finding(&finding, self.colour));
            }
        }
    }

    fn end(self, took: Duration) -> Vec<Verdict> {
        let said = self.said.borrow().clone();
        if !self.json {
            self.say(&format!("\n{}\n", text::summary(&said, took)));
        }
        said
    }

    /// Whoever stopped reading has seen enough: a closed pipe is no error.
    fn say(&self, text: &str) {
        let mut out = std::io::stdout();
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_out_of_the_data() {
        let folder = std::env::temp_dir().join(format!("lirio-doctor-rows-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let check = |content: &str, expected: Option<&str>| {
            let file = folder.join("data.csv");
            std::fs::write(&file, content).unwrap();
            let body = rows_of(&file, "kind").map(|payload| payload.body);
            assert_eq!(body.as_deref(), expected.map(str::as_bytes), "{content}");
        };
        check("a,b,kind\n1,2,x\n3,4,y\n5,6,z\n", Some("1,2\n3,4\n"));
        check("\u{feff}kind,a\r\nx,\"1,5\"\r\n", Some("\"1,5\"\n"));
        check("a,b\n1,2\n", None);
        check("a,kind\n", None);
        check("a,kind\n1\n", None);
        assert_eq!(rows_of(&folder, "kind"), None);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
