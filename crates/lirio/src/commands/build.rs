//! `lirio build`, `lirio push` and `lirio apply`.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use lirio_image::{ArchiveReader, BuiltImage, Digest, Platform as ImagePlatform};
use lirio_stack::{Applied, Assets, BuildEngine, ImageSource, Project, Stack};

use crate::builder;
use crate::cli::{Build, ImageOptions, Push};
use crate::client::Client;
use crate::commands::platform;
use crate::commands::upload::stack;
use crate::engine::{self, EngineImage};
use crate::home::Home;
use crate::progress::Progress;
use crate::push::Registry;
use crate::scratch::Scratch;

/// The tag of a project's image.
const TAG: &str = "latest";

/// An image where the platform can pull it.
pub(crate) struct Image {
    /// As the pipeline names it, by digest.
    pub(crate) uri: String,
    /// The manifest's digest.
    pub(crate) digest: String,
    /// Whether it was there before.
    pub(crate) unchanged: bool,
}

/// How a project's image comes to be, checked as far as it can be before anything is started.
pub(crate) enum Plan {
    /// A crate is compiled; the image is its binary.
    Compile(PathBuf),
    /// An engine builds a Dockerfile.
    Engine(engine::Build),
    /// It was pushed before, under this tag or digest.
    Pushed(String),
}

/// What a plan has made.
pub(crate) enum Made {
    /// A static binary.
    Binary(PathBuf),
    /// An image that an engine has.
    Engine(EngineImage),
    /// Nothing: it was pushed before, under this tag or digest.
    Pushed(String),
}

impl Plan {
    /// The plan for a project.
    pub(crate) async fn new(project: &Project, options: &ImageOptions) -> Result<Self> {
        if let Some(reference) = &options.image {
            return Ok(Self::Pushed(reference.clone()));
        }
        match &project.image {
            ImageSource::Crate(_) if !options.build_arg.is_empty() => {
                bail!("--build-arg is for a project with a Dockerfile; this one has a Rust crate")
            }
            ImageSource::Crate(model) => Ok(Self::Compile(project.folder.join(&model.crate_folder))),
            ImageSource::Dockerfile(container) => {
                let chosen = options.engine.map(BuildEngine::from);
                let (folder, name) = (&project.folder, &project.name);
                let build = engine::Build::plan(folder, name, container, &options.build_arg, chosen);
                Ok(Self::Engine(build.await?))
            }
        }
    }

    /// What goes on while it is made, what to say when it is done, and when it fails.
    pub(crate) fn words(&self) -> (String, String, &'static str) {
        match self {
            Self::Compile(_) => {
                ("compiling the model".to_owned(), "model compiled".to_owned(), "the model does not compile")
            }
            Self::Engine(build) => {
                let name = build.engine.name;
                let (doing, done) =
                    (format!("building the container with {name}"), format!("container built with {name}"));
                (doing, done, "the container, or the validation beside it, was not built")
            }
            Self::Pushed(_) => (
                "compiling the validation".to_owned(),
                "validation compiled".to_owned(),
                "the validation does not compile",
            ),
        }
    }

    /// Makes it. `said` is called with what goes on.
    pub(crate) async fn make(&self, home: &Home, said: impl FnMut(&str)) -> Result<Made> {
        match self {
            Self::Compile(folder) => Ok(Made::Binary(builder::compile(folder).await?)),
            Self::Engine(build) => {
                let scratch = build_folder(home, "engine")?;
                Ok(Made::Engine(build.run(scratch.path(), said).await?))
            }
            Self::Pushed(reference) => Ok(Made::Pushed(reference.clone())),
        }
    }
}

/// A folder for one build.
fn build_folder(home: &Home, what: &str) -> Result<Scratch> {
    Scratch::new(&home.path().join("build"), "", what)
}

/// Pushes what a plan has made, unless the platform has it already.
pub(crate) async fn image(client: &Client, stack: &Stack, made: Made, home: &Home) -> Result<Image> {
    lirio_stack::repository(client, stack.repository()).await.context("the repository")?;
    let registry = Registry::of(client, stack.repository()).await?;
    match made {
        Made::Pushed(reference) => match registry.find(&reference).await? {
            Some(found) => Ok(named(stack, &found.digest, true)),
            None => bail!(
                "repository '{}' has no image '{reference}'; push one with `lirio push`, or with docker",
                stack.repository()
            ),
        },
        Made::Binary(binary) => {
            let scratch = build_folder(home, stack.repository())?;
            let folder = scratch.path().to_owned();
            let built = tokio::task::spawn_blocking(move || builder::image(&binary, &folder)).await??;
            registry.push(TAG, &built).await?;
            Ok(named(stack, &built.manifest_digest, false))
        }
        Made::Engine(image) => {
            if let Some(digest) = same_image(&registry, &image.id).await? {
                return Ok(named(stack, &digest, true));
            }
            let scratch = build_folder(home, stack.repository())?;
            let folder = scratch.path().to_owned();
            let built = tokio::task::spawn_blocking(move || image.save(&folder)).await??;
            registry.push(TAG, &built).await?;
            Ok(named(stack, &built.manifest_digest, false))
        }
    }
}

fn named(stack: &Stack, digest: &Digest, unchanged: bool) -> Image {
    let digest = digest.to_string();
    Image { uri: format!("{}@{digest}", stack.image_repository_uri()), digest, unchanged }
}

/// The image in the repository, if it is the one that the engine calls by this id: the digest of its
/// configuration, or in newer engines of another document, which a push from here has noted.
async fn same_image(registry: &Registry<'_>, id: &str) -> Result<Option<Digest>> {
    let Some(found) = registry.find(TAG).await? else { return Ok(None) };
    let same = found.manifest.is_some_and(|manifest| {
        manifest.config.digest.to_string() == id
            || manifest.annotations.get(engine::IMAGE_ID).is_some_and(|noted| noted == id)
    });
    Ok(same.then_some(found.digest))
}

/// Applies the stack of a project whose parts are built.
pub(crate) async fn apply_stack(
    client: &Client,
    stack: &Stack,
    image_uri: &str,
    validator: PathBuf,
) -> Result<Applied> {
    let path = stack.definition_path();
    let definition = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read the pipeline {}", path.display()))?;
    let function_zip = tokio::task::spawn_blocking(move || builder::function_zip(&validator)).await??;
    let assets = Assets { image_uri: image_uri.to_owned(), function_zip, definition };
    Ok(lirio_stack::apply(client, stack, &assets).await?)
}

fn tell(image: &Image, json: bool) {
    if json {
        println!("{}", serde_json::json!({ "uri": image.uri, "digest": image.digest }));
    } else {
        println!("{}", image.uri);
    }
}

pub(crate) async fn build(args: Build) -> Result<()> {
    let home = Home::find(&args.common.data)?;
    let platform = platform::existing(&home).await?;
    let project = Project::read(&args.project)?;
    let mut progress = Progress::new();
    let made = make(&project, &args.image, &home, &mut progress).await?;
    let stack = stack(project, &platform);
    tell(&image(&platform.client, &stack, made, &home).await?, args.common.json);
    Ok(())
}

/// Makes the image of a project, telling a person what goes on.
async fn make(
    project: &Project,
    options: &ImageOptions,
    home: &Home,
    progress: &mut Progress,
) -> Result<Made> {
    let plan = Plan::new(project, options).await?;
    let (doing, done, failed) = plan.words();
    progress.begin(&doing);
    match plan.make(home, |line| progress.detail(line)).await {
        Ok(made) => {
            progress.done(&done);
            Ok(made)
        }
        Err(error) => {
            progress.failed(failed);
            Err(error)
        }
    }
}

pub(crate) async fn push(args: Push) -> Result<()> {
    let home = Home::find(&args.common.data)?;
    let project = Project::read(&args.project)?;
    let source: Box<dyn std::io::Read + Send> = if args.archive.as_os_str() == "-" {
        Box::new(std::io::stdin())
    } else {
        let file = std::fs::File::open(&args.archive)
            .with_context(|| format!("cannot read {}", args.archive.display()))?;
        Box::new(file)
    };
    let platform = platform::find_or_start(&home, platform::default_address(), None, true).await?;
    let stack = stack(project, &platform);
    let scratch = build_folder(&home, stack.repository())?;
    let folder = scratch.path().to_owned();
    let read = move || -> Result<BuiltImage> {
        Ok(ArchiveReader::new(ImagePlatform::host()).read(source, &folder)?)
    };
    let built = tokio::task::spawn_blocking(read)
        .await?
        .with_context(|| format!("{} was not pushed", args.archive.display()))?;
    lirio_stack::repository(&platform.client, stack.repository()).await.context("the repository")?;
    Registry::of(&platform.client, stack.repository()).await?.push(TAG, &built).await?;
    tell(&named(&stack, &built.manifest_digest, false), args.common.json);
    Ok(())
}

pub(crate) async fn apply(args: Build) -> Result<()> {
    let home = Home::find(&args.common.data)?;
    let platform = platform::existing(&home).await?;
    let project = Project::read(&args.project)?;
    let mut progress = Progress::new();
    let made = make(&project, &args.image, &home, &mut progress).await?;
    let validator = builder::compile(&project.folder.join(&project.validation.crate_folder)).await?;
    let stack = stack(project, &platform);
    let image = image(&platform.client, &stack, made, &home).await?;
    let applied = apply_stack(&platform.client, &stack, &image.uri, validator).await?;
    if args.common.json {
        println!("{}", serde_json::json!({ "changed": applied.changed, "unchanged": applied.unchanged }));
    } else {
        for what in &applied.changed {
            println!("changed  {what}");
        }
        println!("{} changed, {} as wanted", applied.changed.len(), applied.unchanged);
    }
    Ok(())
}
