//! `lirio upload`: puts data into a project's bucket; the event does the rest.

use std::path::Path;

use anyhow::{Context as _, Result};
use lirio_api::{Body, s3};
use lirio_stack::{Place, Project, Stack};

use crate::cli::Upload;
use crate::client::Client;
use crate::commands::platform::{self, Platform};
use crate::home::Home;

/// The stack of a project on a platform.
pub(crate) fn stack(project: Project, platform: &Platform) -> Stack {
    let place = Place {
        partition: "aws".to_owned(),
        region: platform.running.region.clone(),
        account: platform.running.account.clone(),
    };
    Stack::new(project, place)
}

/// Uploads a file to the project's key.
pub(crate) async fn put(client: &Client, stack: &Stack, file: &Path) -> Result<bytes::Bytes> {
    let bytes: bytes::Bytes =
        std::fs::read(file).with_context(|| format!("cannot read the data {}", file.display()))?.into();
    let input = s3::PutObjectRequest {
        bucket: stack.bucket(),
        key: stack.project.data_key(),
        content_type: Some("text/csv".to_owned()),
        body: Body::from_bytes(bytes.clone()),
        ..Default::default()
    };
    client
        .call(s3::ops::PutObject, input)
        .await
        .with_context(|| format!("{} was not uploaded to {}", file.display(), stack.bucket()))?;
    Ok(bytes)
}

pub(crate) async fn upload(args: Upload) -> Result<()> {
    let home = Home::find(&args.common.data)?;
    let platform = platform::existing(&home).await?;
    let project = Project::read(&args.project)?;
    let file = args.file.unwrap_or_else(|| project.folder.join(&project.data.file));
    let stack = stack(project, &platform);
    let bytes = put(&platform.client, &stack, &file).await?;
    let url = format!("s3://{}/{}", stack.bucket(), stack.project.data_key());
    if args.common.json {
        println!("{}", serde_json::json!({ "uploaded": url, "bytes": bytes.len() }));
    } else {
        println!("{} is now {url}; the event trains and deploys it.", file.display());
        println!("Watch it with `lirio status`.");
    }
    Ok(())
}
