//! `lirio serve`: the services behind the door, on a listener.

use std::io::Write as _;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use lirio_api::{AwsError, Body};
use lirio_cdi::Folders;
use lirio_cloudtrail::CloudTrail;
use lirio_cloudwatch::CloudWatch;
use lirio_ecr::Ecr;
use lirio_events::Events;
use lirio_gateway::{AwsHosts, Gateway, Tls};
use lirio_iam::{Iam, RootKey};
use lirio_image::LayerStore;
use lirio_lambda::Lambda;
use lirio_logs::Logs;
use lirio_s3::S3;
use lirio_sagemaker::{Limits, SageMaker, SandboxContainers, Settings, TrainingCapacity};
use lirio_service::{
    BoxFuture, Caller, HttpRoute, Platform, RawRequest, RawResponse, Registry, Scope, Shutdown,
};
use lirio_states::States;
use lirio_store::{Store, StoreError, SystemClock};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use crate::chosen::Chosen;
use crate::cli::Serve;
use crate::home::{Home, Running};

/// How long containers and open connections get when the platform stops.
const STOP_LIMIT: Duration = Duration::from_secs(5);
/// How often unpacked layers are looked through, and how long one stays that nobody uses.
const TIDY_EVERY: Duration = Duration::from_secs(3600);
const UNUSED_LAYERS: Duration = Duration::from_secs(7 * 86_400);

pub(crate) async fn serve(args: Serve) -> Result<()> {
    start_logging();
    check(&args)?;
    let tls = match (&args.tls_cert, &args.tls_key) {
        (Some(certificate), Some(key)) => Some(Tls::from_files(certificate, key).context("TLS")?),
        _ => None,
    };
    let home = Home::find(&args.data)?;
    home.create()?;
    let store = Store::open(home.path()).map_err(opening)?;
    let credentials = home.credentials()?;
    let listener = TcpListener::bind(args.listen).await.map_err(|error| binding(args.listen, error))?;
    let address = listener.local_addr()?;

    let scope = Scope {
        partition: "aws".into(),
        region: args.region.as_str().into(),
        account: args.account.as_str().into(),
    };
    let platform = Platform::new(store.clone(), Arc::new(SystemClock), scope, home.path().to_owned());
    let mut root =
        vec![RootKey { access_key: credentials.access_key_id, secret: credentials.secret_access_key }];
    if args.dev_credentials {
        root.push(RootKey { access_key: "test".to_owned(), secret: "test".to_owned() });
    }
    let limits = Limits { body: usize::from(args.max_invocation_mib) << 20, ..Limits::default() };
    let devices = match args.cdi_dirs.as_slice() {
        [] => Folders::default(),
        named => Folders(named.to_vec()),
    };
    let settings = Settings { capacity: training_capacity(&args)?, limits, devices };
    let runtime = Chosen::open(args.runtime, || home.instance()).await?;
    let (gateway, sagemaker) = wire(&platform, root, &runtime, settings).await?;
    let hosts = Arc::new(AwsHosts::open(home.path()).context("the authority for AWS's host names")?);
    let accepting = tokio::spawn(lirio_gateway::serve(gateway, listener, tls.clone(), Some(hosts)));

    let scheme = if tls.is_some() { "https" } else { "http" };
    let running = Running {
        pid: std::process::id(),
        endpoint: format!("{scheme}://{}", reachable(address)),
        region: args.region,
        account: args.account,
    };
    home.write_running(&running)?;
    println!("lirio listens on {}", running.endpoint);
    std::io::stdout().flush().context("standard output")?;
    tracing::info!(endpoint = %running.endpoint, data = %home.path().display(), "started");

    stop_asked().await?;
    tracing::info!("stopping");
    accepting.abort();
    platform.shutdown.request();
    // What cannot end in time is taken up again at the next start.
    tokio::time::sleep(Duration::from_millis(20)).await;
    if tokio::time::timeout(STOP_LIMIT, sagemaker.hand_over()).await.is_err() {
        tracing::warn!("captured data and metrics of endpoints could not be written in time");
    }
    runtime.end().await;
    home.clear_running();
    if tokio::time::timeout(STOP_LIMIT, store.close()).await.is_err() {
        tracing::warn!("the store did not close in time; nothing is lost, the next start takes its log up");
    }
    Ok(())
}

/// What training jobs may take of the machine together.
fn training_capacity(args: &Serve) -> Result<TrainingCapacity> {
    let sensible = |name: &str, value: Option<f64>| match value {
        Some(value) if !(0.1..=1e6).contains(&value) => {
            bail!("{name} must be from 0.1 to 1000000, not {value}")
        }
        other => Ok(other),
    };
    let cpus = sensible("--training-cpus", args.training_cpus)?;
    let gib = sensible("--training-memory-gib", args.training_memory_gib)?;
    Ok(TrainingCapacity { cpus, memory_bytes: gib.map(|gib| (gib * f64::from(1 << 30)) as u64) })
}

/// Puts every service behind the door.
async fn wire(
    platform: &Platform,
    root: Vec<RootKey>,
    chosen: &Chosen,
    settings: Settings,
) -> Result<(Arc<Gateway>, Arc<SageMaker>)> {
    let scratch = platform.data_dir.join("containers");
    std::fs::create_dir_all(&scratch).with_context(|| format!("cannot make {}", scratch.display()))?;
    for folder in [scratch.clone(), platform.data_dir.join(lirio_lambda::SCRATCH)] {
        chosen.sweep(&folder).await.context("what an earlier platform left behind cannot be removed")?;
    }
    let runtime = chosen.runtime();
    let layers = Arc::new(LayerStore::open(platform.data_dir.join("layers")).context("the layer store")?);

    let iam = Iam::new(platform, root);
    platform.set_identity(iam.clone());
    let cloudtrail = CloudTrail::new(platform).map_err(failed("CloudTrail"))?;
    platform.set_auditor(cloudtrail.clone());
    let ecr = Ecr::new(platform);
    let s3 = S3::new(platform).map_err(failed("S3"))?;
    let events = Events::new(platform).map_err(failed("EventBridge"))?;
    let states = States::new(platform).map_err(failed("Step Functions"))?;
    let logs = Logs::new(platform);
    let cloudwatch = CloudWatch::new(platform).map_err(failed("CloudWatch"))?;
    let lambda = Lambda::new(platform, runtime.clone()).map_err(failed("Lambda"))?;
    tokio::spawn(tidy(layers.clone(), platform.shutdown.clone()));
    let containers = SandboxContainers::new(platform, runtime, layers, scratch);
    let sagemaker = SageMaker::with(platform, containers, settings).map_err(failed("SageMaker"))?;

    let mut registry = Registry::new();
    registry.route(Arc::new(Health));
    iam.register(&mut registry);
    cloudtrail.register(&mut registry);
    ecr.register(&mut registry);
    s3.register(&mut registry);
    events.register(&mut registry);
    states.register(&mut registry);
    logs.register(&mut registry);
    cloudwatch.register(&mut registry);
    lambda.register(&mut registry);
    sagemaker.register(&mut registry);
    let missing = registry.missing();
    if !missing.is_empty() {
        bail!("operations of the table without a handler: {}", missing.join(", "));
    }
    let gateway = Gateway::open(platform, registry);

    // Background work starts when the door is open: it goes through it.
    cloudtrail.start();
    ecr.start();
    s3.start();
    events.start();
    states.start();
    logs.start();
    lambda.start();
    // Before CloudWatch, whose alarms it listens to.
    sagemaker.start().map_err(failed("SageMaker"))?;
    cloudwatch.start();
    let (store, clock, shutdown) =
        (platform.store.clone(), platform.clock.clone(), platform.shutdown.clone());
    tokio::spawn(async move { store.run_timers(async move { shutdown.requested().await }, clock).await });
    Ok((gateway, sagemaker))
}

/// Removes unpacked layers that nothing runs on and nobody has asked for in a week: they are made again from the
/// registry's blobs when somebody does.
async fn tidy(layers: Arc<LayerStore>, shutdown: Shutdown) {
    loop {
        tokio::select! {
            () = tokio::time::sleep(TIDY_EVERY) => {}
            () = shutdown.requested() => return,
        }
        let layers = layers.clone();
        match tokio::task::spawn_blocking(move || layers.collect_garbage(UNUSED_LAYERS)).await {
            Ok(Ok(0)) => {}
            Ok(Ok(removed)) => tracing::info!(removed, "layers of images that nobody has used in a week"),
            Ok(Err(error)) => tracing::warn!(%error, "layers that nobody uses stay"),
            Err(error) => tracing::warn!(%error, "layers that nobody uses stay"),
        }
    }
}

fn failed(what: &'static str) -> impl FnOnce(AwsError) -> anyhow::Error {
    move |error| {
        anyhow::anyhow!("{what} cannot start: {}", error.detail.clone().unwrap_or_else(|| error.to_string()))
    }
}

fn check(args: &Serve) -> Result<()> {
    let loopback = args.listen.ip().is_loopback();
    if args.dev_credentials && !loopback {
        bail!(
            "--dev-credentials lets anybody in who knows test/test: it is for loopback addresses only, not {}",
            args.listen
        );
    }
    if !loopback && args.tls_cert.is_none() && !args.insecure_http {
        bail!(
            "{} can be reached from other machines: give --tls-cert and --tls-key, or --insecure-http if the network is trusted",
            args.listen
        );
    }
    if args.account.len() != 12 || !args.account.bytes().all(|b| b.is_ascii_digit()) {
        bail!("--account {}: an account is twelve digits", args.account);
    }
    Ok(())
}

fn opening(error: StoreError) -> anyhow::Error {
    anyhow::Error::from(error).context("the data directory cannot be opened")
}

fn binding(address: SocketAddr, error: std::io::Error) -> anyhow::Error {
    let hint = match error.kind() {
        std::io::ErrorKind::AddrInUse => format!(
            "port {} is taken by another program; choose another with --listen {}:PORT (0 takes any free one)",
            address.port(),
            address.ip()
        ),
        _ => format!("cannot listen on {address}"),
    };
    anyhow::Error::from(error).context(hint)
}

/// The address by which this machine reaches a listener.
fn reachable(address: SocketAddr) -> SocketAddr {
    match address {
        SocketAddr::V4(v4) if v4.ip().is_unspecified() => (std::net::Ipv4Addr::LOCALHOST, v4.port()).into(),
        SocketAddr::V6(v6) if v6.ip().is_unspecified() => (std::net::Ipv6Addr::LOCALHOST, v6.port()).into(),
        other => other,
    }
}

async fn stop_asked() -> Result<()> {
    let mut terminate = signal(SignalKind::terminate()).context("signals")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("signals")?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

fn start_logging() {
    let level = match std::env::var("LIRIO_LOG").as_deref() {
        Ok("debug") => tracing::Level::DEBUG,
        Ok("trace") => tracing::Level::TRACE,
        Ok("warn") => tracing::Level::WARN,
        Ok("error") => tracing::Level::ERROR,
        _ => tracing::Level::INFO,
    };
    use std::io::IsTerminal as _;
    tracing_subscriber::fmt()
        .with_max_level(level)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
}

/// `GET /health`.
struct Health;

impl HttpRoute for Health {
    fn matches(&self, head: &http::request::Parts) -> bool {
        head.uri.path() == "/health"
            && (head.method == http::Method::GET || head.method == http::Method::HEAD)
    }

    fn authenticate(
        &self,
        _: &http::request::Parts,
        sigv4: Option<Caller>,
    ) -> Result<Option<Caller>, AwsError> {
        Ok(sigv4)
    }

    fn handle(&self, _: RawRequest) -> BoxFuture<'_, RawResponse> {
        Box::pin(async {
            let text =
                serde_json::json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") }).to_string();
            let mut response = http::Response::new(Body::from_bytes(text.into_bytes()));
            response
                .headers_mut()
                .insert(http::header::CONTENT_TYPE, http::HeaderValue::from_static("application/json"));
            response
        })
    }
}
