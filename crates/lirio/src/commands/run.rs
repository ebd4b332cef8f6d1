//! `lirio run`: the loop, from a project's folder to a validated endpoint.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Instant;

use anyhow::{Context as _, Result};
use lirio_stack::{Project, Stack};
use sha2::Digest as _;

use crate::builder;
use crate::cli::{Run, RuntimeName};
use crate::client;
use crate::commands::build::Plan;
use crate::commands::follow::{self, Followed};
use crate::commands::platform::{self, Platform};
use crate::commands::report::{self, Report};
use crate::commands::{Exit, build, upload};
use crate::home::Home;
use crate::progress::Progress;

pub(crate) async fn run(args: Run) -> Result<()> {
    let home = Home::find(&args.common.data)?;
    let project = Project::read(&args.project)?;
    // Read before anything is started: a missing file is told at once.
    let file = project.folder.join(&project.data.file);
    std::fs::metadata(&file)
        .with_context(|| format!("the project's data {} cannot be read", file.display()))?;

    let plan = Plan::new(&project, &args.image).await?;

    let mut progress = Progress::new();
    let default = if args.once { (Ipv4Addr::LOCALHOST, 0).into() } else { platform::default_address() };
    let platform =
        start(&home, (args.listen.unwrap_or(default), args.runtime), args.once, &mut progress).await?;
    let started_here = platform.child.is_some();
    let result = turn(&home, &platform, project, plan, &mut progress).await;
    let endpoint_url = platform.running.endpoint.clone();
    if args.once && started_here {
        platform::stop(platform).await?;
    }
    let (stack, report) = result?;
    if args.common.json {
        println!("{}", serde_json::to_string(&report)?);
    } else if report.succeeded() {
        report.print(&stack, args.once && started_here, &endpoint_url);
    }
    if report.succeeded() { Ok(()) } else { Err(Exit(3).into()) }
}

async fn start(
    home: &Home,
    (listen, runtime): (SocketAddr, Option<RuntimeName>),
    once: bool,
    progress: &mut Progress,
) -> Result<Platform> {
    progress.begin("starting the platform");
    match platform::find_or_start(home, listen, runtime, !once).await {
        Ok(platform) => {
            let how = if platform.child.is_some() { "started" } else { "found" };
            progress.done(&format!("platform {how} at {}", platform.running.endpoint));
            Ok(platform)
        }
        Err(error) => {
            progress.failed("the platform did not start");
            Err(error)
        }
    }
}

/// One turn of the loop.
async fn turn(
    home: &Home,
    platform: &Platform,
    project: Project,
    plan: Plan,
    progress: &mut Progress,
) -> Result<(Stack, Report)> {
    let api = &platform.client;
    let mut timings = report::Timings::default();
    let clock = Instant::now();

    let (doing, done, failed) = plan.words();
    progress.begin(&doing);
    let validator = project.folder.join(&project.validation.crate_folder);
    // Two builds, two cores; each crate has a target folder of its own.
    let made = plan.make(home, |line| progress.detail(line));
    let built = tokio::try_join!(made, builder::compile(&validator));
    let (made, validator) = failing(built, progress, failed)?;
    progress.done(&done);
    timings.add("compile", clock.elapsed());

    let clock = Instant::now();
    progress.begin("pushing the image");
    let stack = upload::stack(project, platform);
    let image = build::image(api, &stack, made, home).await;
    let image = failing(image, progress, "the image was not pushed")?;
    let how = if image.unchanged { "is as it was" } else { "built and pushed" };
    progress.done(&format!("image {how} ({})", &image.digest[..19.min(image.digest.len())]));
    timings.add("image", clock.elapsed());

    let clock = Instant::now();
    progress.begin("applying the stack");
    let applied = build::apply_stack(api, &stack, &image.uri, validator).await;
    let applied = failing(applied, progress, "the stack was not applied")?;
    progress.done(&format!(
        "stack applied ({} changed, {} as wanted)",
        applied.changed.len(),
        applied.unchanged
    ));
    timings.add("apply", clock.elapsed());

    let file = stack.project.folder.join(&stack.project.data.file);
    let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let before = follow::newest_execution(api, &stack).await?;
    progress.begin(&format!("uploading {name}"));
    let put_at = client::now();
    let clock = Instant::now();
    let uploaded = upload::put(api, &stack, &file).await;
    let bytes = failing(uploaded, progress, "the data was not uploaded")?;
    progress.done(&format!("{name} uploaded to s3://{}", stack.bucket()));
    timings.add("put", clock.elapsed());

    let followed: Followed = follow::follow(api, &stack, before.as_deref(), put_at, progress).await?;
    let sha256 = format!("{:x}", sha2::Sha256::digest(&bytes));
    let report = report::report(api, &stack, image, sha256, followed, timings).await?;
    Ok((stack, report))
}

fn failing<T>(result: Result<T>, progress: &mut Progress, what: &str) -> Result<T> {
    if result.is_err() {
        progress.failed(what);
    }
    result
}
