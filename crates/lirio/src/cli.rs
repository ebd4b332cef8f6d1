//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// The whole MLOps loop of a model on one machine, on AWS's own interfaces.
///
/// Exit codes: 0 done, 1 an error, 2 a wrong command line, 3 the run ended and failed.
#[derive(Debug, Parser)]
#[command(name = "lirio", version, max_term_width = 80)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run a project's loop once: build, deploy, upload its data, train, serve, validate
    Run(Run),
    /// Ask an endpoint
    Predict(Predict),
    /// Upload data to a project's bucket: the event trains and deploys again
    Upload(Upload),
    /// Build a project's image and push it
    Build(Build),
    /// Push an image that was built elsewhere to a project's repository
    ///
    /// What `docker save` or `podman save` wrote, or an OCI layout in a tar archive. `lirio run --image latest`
    /// runs the project with it. A platform is started if none runs.
    Push(Push),
    /// Create or change a project's resources
    Apply(Build),
    /// Show the registered versions of a model, and which one serves
    Models(Models),
    /// Approve a version of a model: it is deployed
    Approve(Decide),
    /// Reject a version of a model: if it serves, the last approved one comes back
    Reject(Decide),
    /// Show the platform and what is on it
    Status(Common),
    /// Show logs of jobs, endpoints and functions
    Logs(Logs),
    /// Print the environment for AWS's own tools: eval "$(lirio env)"
    Env(Env),
    /// Stop the platform that runs in the background
    Down(Common),
    /// Run the platform in the foreground
    Serve(Serve),
    /// Check that a container keeps SageMaker's contract, before any run
    ///
    /// The image is looked at, and run as a training job and an endpoint would run it, in a temporary folder and
    /// without a platform. Its containers have no network, as with EnableNetworkIsolation.
    ///
    /// Exit codes: 0 nothing failed, 1 a check failed, 2 nothing can be checked.
    Doctor(Doctor),
    /// Check and test definitions of state machines
    #[command(subcommand)]
    Asl(Asl),
}

#[derive(Debug, Subcommand)]
pub(crate) enum Asl {
    /// Say what is wrong with a definition, and where
    ///
    /// In a project's pipeline, `${variables}` have the values of its lirio.toml; others stay as they are,
    /// and what depends on them is not checked. What runs on AWS but not on this platform is a note.
    ///
    /// Exit codes: 0 nothing is wrong, 1 something is, 2 the file cannot be read.
    Check(AslCheck),
    /// Run a definition's cases in virtual time, with mocks of its tasks
    ///
    /// docs/ASL-TEST.md describes the file of cases.
    ///
    /// Exit codes: 0 every case passes, 1 a case fails or the definition is wrong, 2 a file cannot be read.
    Test(AslTest),
}

#[derive(Args, Debug)]
pub(crate) struct AslCheck {
    /// The definition; `-` reads it from standard input
    pub(crate) file: PathBuf,
    /// Check it as an Express workflow
    #[arg(long)]
    pub(crate) express: bool,
    /// Print the answer of ValidateStateMachineDefinition, with places in the text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct AslTest {
    /// The definition
    pub(crate) file: PathBuf,
    /// The cases [default: beside the definition, as in pipeline.asl.test.yaml for pipeline.asl.json]
    #[arg(long, value_name = "FILE")]
    pub(crate) cases: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

/// Where the platform's data lies.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct DataDir {
    /// Data directory [default: the user's data home]
    #[arg(long, env = "LIRIO_DATA_DIR", value_name = "DIR")]
    pub(crate) data_dir: Option<PathBuf>,
}

#[derive(Args, Clone, Debug)]
pub(crate) struct Common {
    #[command(flatten)]
    pub(crate) data: DataDir,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

/// Where a project's image comes from.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct ImageOptions {
    /// Build argument of a Dockerfile; without a value, that of the environment
    #[arg(long, value_name = "NAME[=VALUE]", value_parser = build_argument)]
    pub(crate) build_arg: Vec<String>,
    /// What builds a Dockerfile [default: the project's `engine`, else docker or podman, whichever answers]
    #[arg(long, env = "LIRIO_ENGINE", value_name = "NAME")]
    pub(crate) engine: Option<EngineName>,
    /// Build nothing: take the image of this tag or digest, which was pushed to the project's repository
    #[arg(long, value_name = "TAG", conflicts_with = "build_arg", value_parser = image_reference)]
    pub(crate) image: Option<String>,
}

fn build_argument(text: &str) -> Result<String, String> {
    let name = text.split('=').next().unwrap_or_default();
    let good = !name.is_empty()
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if good { Ok(text.to_owned()) } else { Err("write NAME=VALUE or NAME".to_owned()) }
}

fn image_reference(text: &str) -> Result<String, String> {
    let good = lirio_image::Digest::parse(text).is_ok() || lirio_image::Tag::parse(text).is_ok();
    if good { Ok(text.to_owned()) } else { Err("write a tag, or a digest sha256:…".to_owned()) }
}

#[derive(Args, Debug)]
pub(crate) struct Doctor {
    /// A folder with a lirio.toml, an archive that `docker save` wrote, or an image that docker or podman has
    #[arg(value_name = "PROJECT|ARCHIVE|NAME:TAG")]
    pub(crate) target: String,
    /// What to train on: a file, or a folder's content [default: the project's data]
    #[arg(long, value_name = "FILE|DIR")]
    pub(crate) training: Option<PathBuf>,
    /// The channel's name [default: that of the project's pipeline, else training]
    #[arg(long, value_name = "NAME", value_parser = channel_name)]
    pub(crate) channel: Option<String>,
    /// A hyperparameter, beside the project's
    #[arg(long, value_name = "NAME=VALUE", value_parser = hyperparameter)]
    pub(crate) hyperparameter: Vec<(String, String)>,
    /// A model to serve, a model.tar.gz or a folder's content: only serving is checked
    /// [default: what the training leaves; without data, what the image has in /opt/ml/model]
    #[arg(long, value_name = "FILE|DIR", conflicts_with_all = ["training", "channel", "hyperparameter"])]
    pub(crate) model: Option<PathBuf>,
    /// A request to /invocations [default: rows of a CSV without the column of hyperparameter `label`]
    #[arg(long, value_name = "FILE")]
    pub(crate) payload: Option<PathBuf>,
    /// The request's content type
    #[arg(long, value_name = "TYPE", default_value = "text/csv", requires = "payload", value_parser = content_type)]
    pub(crate) content_type: String,
    /// How long a training may take to end and a server to be healthy
    #[arg(long, value_name = "SECONDS", default_value_t = 240, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(crate) patience: u64,
    /// Build argument of a project's Dockerfile; without a value, that of the environment
    #[arg(long, value_name = "NAME[=VALUE]", value_parser = build_argument)]
    pub(crate) build_arg: Vec<String>,
    /// What builds a Dockerfile and has images [default: the project's `engine`, else docker or podman]
    #[arg(long, env = "LIRIO_ENGINE", value_name = "NAME")]
    pub(crate) engine: Option<EngineName>,
    /// What runs the containers
    #[arg(long, env = "LIRIO_RUNTIME", default_value = "sandbox", value_name = "NAME")]
    pub(crate) runtime: RuntimeName,
    /// Print one JSON object for each check
    #[arg(long)]
    pub(crate) json: bool,
}

fn channel_name(text: &str) -> Result<String, String> {
    let good = (1..=64).contains(&text.len())
        && text != "."
        && text != ".."
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte));
    if good { Ok(text.to_owned()) } else { Err("write 1 to 64 letters, digits, `.`, `-` or `_`".to_owned()) }
}

fn hyperparameter(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("write NAME=VALUE".to_owned()),
    }
}

fn content_type(text: &str) -> Result<String, String> {
    match http::HeaderValue::from_str(text) {
        Ok(_) if !text.is_empty() => Ok(text.to_owned()),
        _ => Err("write a content type, such as text/csv".to_owned()),
    }
}

#[derive(Args, Debug)]
pub(crate) struct Push {
    /// The project: a folder with a lirio.toml
    pub(crate) project: PathBuf,
    /// The archive; `-` reads it from standard input
    pub(crate) archive: PathBuf,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args, Debug)]
pub(crate) struct Env {
    /// Also for programs that name AWS's hosts themselves, as SageMaker's SDKs do: the platform becomes their
    /// HTTPS proxy, which answers for AWS's host names and for no others
    #[arg(long)]
    pub(crate) aws_hosts: bool,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args, Debug)]
pub(crate) struct Run {
    /// The project: a folder with a lirio.toml
    pub(crate) project: PathBuf,
    #[command(flatten)]
    pub(crate) image: ImageOptions,
    #[command(flatten)]
    pub(crate) common: Common,
    /// Stop the platform at the end
    #[arg(long)]
    pub(crate) once: bool,
    /// Address of a platform started for this run [default: 127.0.0.1:4566, any free port with --once]
    #[arg(long, value_name = "ADDR")]
    pub(crate) listen: Option<SocketAddr>,
    /// What runs containers of a platform started for this run [default: LIRIO_RUNTIME, else the sandbox]
    #[arg(long, value_name = "NAME")]
    pub(crate) runtime: Option<RuntimeName>,
}

#[derive(Args, Debug)]
pub(crate) struct Predict {
    /// The endpoint's name
    pub(crate) endpoint: String,
    /// Rows of comma-separated features; `-` reads them from standard input
    #[arg(required = true)]
    pub(crate) rows: Vec<String>,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args, Debug)]
pub(crate) struct Upload {
    /// The project: a folder with a lirio.toml
    pub(crate) project: PathBuf,
    /// The file to upload [default: the project's data]
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args, Debug)]
pub(crate) struct Models {
    /// A project with a `[registry]`, or a model package group
    #[arg(value_name = "PROJECT|GROUP")]
    pub(crate) model: String,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args, Debug)]
pub(crate) struct Decide {
    /// A project with a `[registry]`, or a model package group
    #[arg(value_name = "PROJECT|GROUP")]
    pub(crate) model: String,
    /// The version [default: to approve, the newest that waits; to reject, the one that serves]
    #[arg(long, value_name = "N")]
    pub(crate) version: Option<i64>,
    /// Why, for whoever looks at the version later
    #[arg(long, value_name = "TEXT")]
    pub(crate) because: Option<String>,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args, Debug)]
pub(crate) struct Build {
    /// The project: a folder with a lirio.toml
    pub(crate) project: PathBuf,
    #[command(flatten)]
    pub(crate) image: ImageOptions,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args, Debug)]
pub(crate) struct Logs {
    /// Part of a log group's name, such as `TrainingJobs`, `ProcessingJobs`, `Endpoints`, `lambda`
    pub(crate) group: Option<String>,
    /// Only streams whose names start so
    #[arg(long, value_name = "PREFIX")]
    pub(crate) stream: Option<String>,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Args, Clone, Debug)]
pub(crate) struct Serve {
    /// Address to listen on
    #[arg(long, default_value = "127.0.0.1:4566", value_name = "ADDR")]
    pub(crate) listen: SocketAddr,
    #[command(flatten)]
    pub(crate) data: DataDir,
    /// Accept the fixed credentials test/test, on loopback only
    #[arg(long)]
    pub(crate) dev_credentials: bool,
    /// Region
    #[arg(long, default_value = "eu-west-1")]
    pub(crate) region: String,
    /// Account, twelve digits
    #[arg(long, default_value = "000000000000")]
    pub(crate) account: String,
    /// Certificate chain, PEM; needed to listen beyond loopback
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    pub(crate) tls_cert: Option<PathBuf>,
    /// Its private key, PEM
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    pub(crate) tls_key: Option<PathBuf>,
    /// Listen beyond loopback without TLS
    #[arg(long)]
    pub(crate) insecure_http: bool,
    /// What runs containers
    #[arg(long, env = "LIRIO_RUNTIME", default_value = "sandbox", value_name = "NAME")]
    pub(crate) runtime: RuntimeName,
    /// Processors that training and processing jobs share; those that do not fit wait [default: the machine's]
    #[arg(long, env = "LIRIO_TRAINING_CPUS", value_name = "N")]
    pub(crate) training_cpus: Option<f64>,
    /// Memory that training and processing jobs share [default: the machine's]
    #[arg(long, env = "LIRIO_TRAINING_MEMORY_GIB", value_name = "GIB")]
    pub(crate) training_memory_gib: Option<f64>,
    /// Folders where GPUs are described (CDI files), the most important last [default: /etc/cdi:/var/run/cdi]
    #[arg(long, env = "LIRIO_CDI_DIRS", value_name = "DIR:DIR", value_delimiter = ':')]
    pub(crate) cdi_dirs: Vec<PathBuf>,
    /// Longest body of an invocation: 25 as on AWS, 6 as it was there until 2025
    #[arg(long, env = "LIRIO_MAX_INVOCATION_MIB", default_value_t = 25, value_name = "MIB",
        value_parser = clap::value_parser!(u8).range(1..=25))]
    pub(crate) max_invocation_mib: u8,
}

/// What builds Dockerfiles.
#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EngineName {
    Docker,
    Podman,
}

impl From<EngineName> for lirio_stack::BuildEngine {
    fn from(name: EngineName) -> Self {
        match name {
            EngineName::Docker => Self::Docker,
            EngineName::Podman => Self::Podman,
        }
    }
}

/// What runs containers.
#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RuntimeName {
    /// lirio itself: namespaces, a system call filter, cgroups; no daemon
    Sandbox,
    /// Docker on this machine, or Podman where there is no Docker, through its socket (DOCKER_HOST=unix://…, or the
    /// usual places)
    Docker,
    /// Podman on this machine, through its socket (CONTAINER_HOST=unix://…, or the usual places)
    Podman,
}

impl RuntimeName {
    /// The name on the command line.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            RuntimeName::Sandbox => "sandbox",
            RuntimeName::Docker => "docker",
            RuntimeName::Podman => "podman",
        }
    }
}
