//! `lirio build` and `lirio apply`.

use anyhow::{Context as _, Result};
use lirio_stack::{Applied, Assets, Project, Stack};

use crate::builder;
use crate::cli::Build;
use crate::client::Client;
use crate::commands::platform;
use crate::commands::upload::stack;
use crate::home::Home;
use crate::push::push;

/// An image where the platform can pull it.
pub(crate) struct Image {
    /// As the pipeline names it, by digest.
    pub(crate) uri: String,
    /// The manifest's digest.
    pub(crate) digest: String,
}

/// Builds the image of a compiled model and pushes it.
pub(crate) async fn image(
    client: &Client,
    stack: &Stack,
    binary: std::path::PathBuf,
    home: &Home,
) -> Result<Image> {
    let scratch = home.path().join("build").join(format!("{}-{}", stack.project.name, std::process::id()));
    std::fs::create_dir_all(&scratch).with_context(|| format!("cannot make {}", scratch.display()))?;
    let folder = scratch.clone();
    let built = tokio::task::spawn_blocking(move || builder::image(&binary, &folder)).await??;
    lirio_stack::repository(client, stack.repository()).await.context("the repository")?;
    let pushed = push(client, stack.repository(), "latest", &built, &scratch).await;
    if let Err(error) = std::fs::remove_dir_all(&scratch) {
        tracing::debug!(%error, "the build folder stays");
    }
    pushed?;
    let digest = built.manifest_digest.to_string();
    Ok(Image { uri: format!("{}@{digest}", stack.image_repository_uri()), digest })
}

/// Applies the stack of a project whose parts are built.
pub(crate) async fn apply_stack(
    client: &Client,
    stack: &Stack,
    image_uri: &str,
    validator: std::path::PathBuf,
) -> Result<Applied> {
    let path = stack.definition_path();
    let definition = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read the pipeline {}", path.display()))?;
    let function_zip = tokio::task::spawn_blocking(move || builder::function_zip(&validator)).await??;
    let assets = Assets { image_uri: image_uri.to_owned(), function_zip, definition };
    Ok(lirio_stack::apply(client, stack, &assets).await?)
}

pub(crate) async fn build(args: Build) -> Result<()> {
    let home = Home::find(&args.common.data)?;
    let platform = platform::existing(&home).await?;
    let project = Project::read(&args.project)?;
    let binary = builder::compile(&project.folder.join(&project.model.crate_folder)).await?;
    let stack = stack(project, &platform);
    let image = image(&platform.client, &stack, binary, &home).await?;
    if args.common.json {
        println!("{}", serde_json::json!({ "uri": image.uri, "digest": image.digest }));
    } else {
        println!("{}", image.uri);
    }
    Ok(())
}

pub(crate) async fn apply(args: Build) -> Result<()> {
    let home = Home::find(&args.common.data)?;
    let platform = platform::existing(&home).await?;
    let project = Project::read(&args.project)?;
    let binary = builder::compile(&project.folder.join(&project.model.crate_folder)).await?;
    let validator = builder::compile(&project.folder.join(&project.validation.crate_folder)).await?;
    let stack = stack(project, &platform);
    let image = image(&platform.client, &stack, binary, &home).await?;
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
