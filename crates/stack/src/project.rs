//! `lirio.toml`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::nearest;

/// A project: what `lirio.toml` says.
#[derive(Clone, Debug)]
pub struct Project {
    /// The project's name; resources are named after it.  Lower-case letters, digits and hyphens, at most 24.
    pub name: String,
    /// The data that a run uploads.
    pub data: Data,
    /// What the container's image is built from.
    pub image: ImageSource,
    /// Hyperparameters; SageMaker hands them to the container as strings.
    pub hyperparameters: BTreeMap<String, toml::Value>,
    /// Metrics: a name and a regular expression whose first group is the value.
    pub metrics: BTreeMap<String, String>,
    /// How training runs.
    pub training: Training,
    /// How the model is served.
    pub endpoint: Endpoint,
    /// How the served model is validated.
    pub validation: Validation,
    /// The registry of models: with it, what is approved is deployed, and nothing else.
    pub registry: Option<Registry>,
    /// The state machine's definition, with `${variables}`; `pipeline.asl.json` by default.
    pub pipeline: PathBuf,
    /// The folder the file lies in; paths in the file are relative to it.
    pub folder: PathBuf,
}

/// What the image of a project's container is built from.
#[derive(Clone, Debug)]
pub enum ImageSource {
    /// A Rust crate, built without an engine.
    Crate(Model),
    /// A Dockerfile, built by an engine.
    Dockerfile(Container),
}

/// The file as it is written.
#[derive(Debug, Deserialize)]
struct ProjectFile {
    name: String,
    data: Data,
    model: Option<Model>,
    container: Option<Container>,
    #[serde(default)]
    hyperparameters: BTreeMap<String, toml::Value>,
    #[serde(default)]
    metrics: BTreeMap<String, String>,
    #[serde(default)]
    training: Training,
    #[serde(default)]
    endpoint: Endpoint,
    validation: Validation,
    registry: Option<Registry>,
    #[serde(default = "default_pipeline")]
    pipeline: PathBuf,
}

/// `[data]`
#[derive(Clone, Debug, Deserialize)]
pub struct Data {
    /// The CSV file.
    pub file: PathBuf,
    /// Its key in the bucket; `data/` and the file's name by default.
    pub key: Option<String>,
}

/// `[model]`
#[derive(Clone, Debug, Deserialize)]
pub struct Model {
    /// The folder of a Rust crate whose binary serves `train` and `serve`.
    #[serde(rename = "crate")]
    pub crate_folder: PathBuf,
}

/// What builds Dockerfiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BuildEngine {
    /// `docker`.
    Docker,
    /// `podman`.
    Podman,
}

/// `[container]`
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Container {
    /// The Dockerfile.
    pub dockerfile: PathBuf,
    /// What builds it; the first engine that answers by default.
    pub engine: Option<BuildEngine>,
    /// The folder that is sent to the engine; the Dockerfile's by default.
    pub context: Option<PathBuf>,
    /// What the image runs on, such as `linux/amd64`; this machine by default.
    pub platform: Option<String>,
    /// The network of the build's steps, in the engine's words: `default`, `host`, `none` or another's name.
    pub network: Option<String>,
    /// Build arguments.
    #[serde(default)]
    pub args: BTreeMap<String, String>,
    /// Build arguments that have the value of the environment variable of their name, where that is set.
    #[serde(default)]
    pub args_from_env: Vec<String>,
}

impl Container {
    /// The folder that is sent to the engine, relative to the project.
    pub fn context_folder(&self) -> PathBuf {
        match &self.context {
            Some(context) => context.clone(),
            None => self.dockerfile.parent().map(Path::to_owned).unwrap_or_default(),
        }
    }
}

/// `[training]`
#[derive(Clone, Debug, Deserialize)]
#[serde(default)]
pub struct Training {
    /// SageMaker instance type.
    pub instance_type: String,
    /// How many.
    pub instance_count: u32,
    /// GiB of storage.
    pub volume_size_gb: u32,
    /// Longest run in seconds.
    pub max_runtime_seconds: u32,
}

impl Default for Training {
    fn default() -> Self {
        Self {
            instance_type: "ml.m5.large".to_owned(),
            instance_count: 1,
            volume_size_gb: 5,
            max_runtime_seconds: 3600,
        }
    }
}

/// `[endpoint]`
#[derive(Clone, Debug, Deserialize)]
#[serde(default)]
pub struct Endpoint {
    /// The endpoint's name; the project's by default.
    pub name: Option<String>,
    /// SageMaker instance type.
    pub instance_type: String,
    /// How many.
    pub instance_count: u32,
}

impl Default for Endpoint {
    fn default() -> Self {
        Self { name: None, instance_type: "ml.m5.large".to_owned(), instance_count: 1 }
    }
}

/// `[validation]`
#[derive(Clone, Debug, Deserialize)]
pub struct Validation {
    /// The folder of a Rust crate whose binary is a Lambda function.
    #[serde(rename = "crate")]
    pub crate_folder: PathBuf,
    /// A model below this accuracy is not kept in service.
    #[serde(default)]
    pub min_accuracy: f64,
}

/// `[registry]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Registry {
    /// The model package group; the project's name by default.
    pub group: Option<String>,
    /// The accuracy from which the pipeline registers a version as approved; without it, somebody approves.
    pub approve_at: Option<f64>,
}

fn default_pipeline() -> PathBuf {
    PathBuf::from("pipeline.asl.json")
}

/// What is wrong with a project file.
#[derive(Debug, thiserror::Error)]
pub enum ProjectError {
    /// There is no such file.
    #[error("there is no project at {path}: {source}\nA project is a folder with a lirio.toml.", path = path.display())]
    Read {
        /// Where.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is wrong at one place.
    #[error("{path}:{line}:{column}: {problem}\n\n  {text}\n  {marks}", path = path.display())]
    Wrong {
        /// The file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong and what to do.
        problem: String,
        /// The line.
        text: String,
        /// The line below it, with the place marked.
        marks: String,
    },
}

/// The keys that may stand in each table.  An empty list: any.
const KEYS: &[(&str, &[&str])] = &[
    (
        "",
        &[
            "name",
            "data",
            "model",
            "container",
            "hyperparameters",
            "metrics",
            "training",
            "endpoint",
            "validation",
            "registry",
            "pipeline",
        ],
    ),
    ("data", &["file", "key"]),
    ("model", &["crate"]),
    ("container", &["dockerfile", "engine", "context", "platform", "network", "args", "args_from_env"]),
    ("hyperparameters", &[]),
    ("metrics", &[]),
    ("training", &["instance_type", "instance_count", "volume_size_gb", "max_runtime_seconds"]),
    ("endpoint", &["name", "instance_type", "instance_count"]),
    ("validation", &["crate", "min_accuracy"]),
    ("registry", &["group", "approve_at"]),
];

impl Project {
    /// Reads `FOLDER/lirio.toml` (or the file itself, if `path` is one).
    pub fn read(path: &Path) -> Result<Self, ProjectError> {
        let file = if path.is_dir() { path.join("lirio.toml") } else { path.to_owned() };
        let text = std::fs::read_to_string(&file)
            .map_err(|source| ProjectError::Read { path: file.clone(), source })?;
        let mut project = Self::parse(&text, &file)?;
        project.folder = file.parent().map(Path::to_owned).unwrap_or_default();
        Ok(project)
    }

    /// Parses the text of a project file; `path` is only shown.
    pub fn parse(text: &str, path: &Path) -> Result<Self, ProjectError> {
        let wrong = |span: std::ops::Range<usize>, problem: String| at(text, path, span, problem);
        let table =
            DeTable::parse(text).map_err(|e| wrong(e.span().unwrap_or(0..0), e.message().to_owned()))?;
        check_keys("", table.get_ref(), &wrong)?;
        let file: ProjectFile =
            toml::from_str(text).map_err(|e| wrong(e.span().unwrap_or(0..0), e.message().to_owned()))?;
        let image = match (file.model, file.container) {
            (Some(model), None) => ImageSource::Crate(model),
            (None, Some(container)) => ImageSource::Dockerfile(container),
            (Some(_), Some(_)) => {
                let problem =
                    "a project has one container: remove [model], if a Dockerfile builds it, or [container]";
                let place = span_of(table.get_ref(), &["container"]).unwrap_or(0..0);
                return Err(wrong(place, problem.to_owned()));
            }
            (None, None) => {
                let problem = "the project has no container; add [model] with the crate of a Rust model, or [container] with a dockerfile";
                return Err(wrong(0..0, problem.to_owned()));
            }
        };
        let project = Self {
            name: file.name,
            data: file.data,
            image,
            hyperparameters: file.hyperparameters,
            metrics: file.metrics,
            training: file.training,
            endpoint: file.endpoint,
            validation: file.validation,
            registry: file.registry,
            pipeline: file.pipeline,
            folder: PathBuf::new(),
        };
        project.check(table.get_ref(), &wrong)?;
        Ok(project)
    }

    fn check(
        &self,
        table: &DeTable<'_>,
        wrong: &impl Fn(std::ops::Range<usize>, String) -> ProjectError,
    ) -> Result<(), ProjectError> {
        let place = |path: &[&str]| span_of(table, path).unwrap_or(0..0);
        let good_name = |name: &str| {
            !name.is_empty()
                && name.len() <= 24
                && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
                && !name.starts_with('-')
                && !name.ends_with('-')
        };
        if !good_name(&self.name) {
            let problem = "a project's name has at most 24 lower-case letters, digits and inner hyphens: it becomes part of bucket and role names";
            return Err(wrong(place(&["name"]), problem.to_owned()));
        }
        for (name, value) in &self.hyperparameters {
            if matches!(value, toml::Value::Array(_) | toml::Value::Table(_)) {
                let problem = format!(
                    "hyperparameter '{name}' must be a text, a number or a truth value: SageMaker hands hyperparameters over as strings"
                );
                return Err(wrong(place(&["hyperparameters", name]), problem));
            }
        }
        if let ImageSource::Dockerfile(container) = &self.image {
            check_container(container, &place, wrong)?;
        }
        if !(0.0..=1.0).contains(&self.validation.min_accuracy) {
            let problem = "min_accuracy is a share, from 0.0 to 1.0".to_owned();
            return Err(wrong(place(&["validation", "min_accuracy"]), problem));
        }
        if let Some(registry) = &self.registry {
            registry.check(place, wrong)?;
        }
        if self.endpoint.instance_count == 0 {
            return Err(wrong(
                place(&["endpoint", "instance_count"]),
                "an endpoint needs at least one instance".to_owned(),
            ));
        }
        Ok(())
    }

    /// Hyperparameters as SageMaker wants them: strings.
    pub fn hyperparameter_strings(&self) -> BTreeMap<String, String> {
        let text = |value: &toml::Value| match value {
            toml::Value::String(s) => s.clone(),
            other => other.to_string(),
        };
        self.hyperparameters.iter().map(|(name, value)| (name.clone(), text(value))).collect()
    }

    /// The key that the data is uploaded to.
    pub fn data_key(&self) -> String {
        self.data.key.clone().unwrap_or_else(|| {
            let name =
                self.data.file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            format!("data/{name}")
        })
    }

    /// The model package group, if models are registered.
    pub fn model_package_group(&self) -> Option<&str> {
        let registry = self.registry.as_ref()?;
        Some(registry.group.as_deref().unwrap_or(&self.name))
    }

    /// The endpoint's name.
    pub fn endpoint_name(&self) -> &str {
        self.endpoint.name.as_deref().unwrap_or(&self.name)
    }
}

/// What goes into an engine's command line must not be taken for something else there.
fn check_container(
    container: &Container,
    place: &impl Fn(&[&str]) -> std::ops::Range<usize>,
    wrong: &impl Fn(std::ops::Range<usize>, String) -> ProjectError,
) -> Result<(), ProjectError> {
    let good_name = |name: &str| {
        !name.is_empty()
            && !name.starts_with(|c: char| c.is_ascii_digit())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let problem = |name: &str| {
        format!("'{name}' cannot be a build argument: its name has letters, digits and underscores")
    };
    if let Some(name) = container.args.keys().find(|name| !good_name(name)) {
        return Err(wrong(place(&["container", "args", name]), problem(name)));
    }
    for name in &container.args_from_env {
        if !good_name(name) {
            return Err(wrong(place(&["container", "args_from_env"]), problem(name)));
        }
        if container.args.contains_key(name) {
            let problem = format!("build argument '{name}' is in args too; which of both is meant?");
            return Err(wrong(place(&["container", "args_from_env"]), problem));
        }
    }
    if let Some(platform) = &container.platform {
        let parts: Vec<&str> = platform.split('/').collect();
        let good = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric());
        if parts.first() != Some(&"linux") || !matches!(parts.len(), 2 | 3) || !parts.iter().all(good) {
            let problem =
                format!("'{platform}' is no platform of containers here; write linux/amd64 or linux/arm64");
            return Err(wrong(place(&["container", "platform"]), problem));
        }
    }
    if let Some(network) = &container.network
        && (network.is_empty() || network.starts_with('-'))
    {
        let problem = format!("'{network}' is no network; write default, host, none or a network's name");
        return Err(wrong(place(&["container", "network"]), problem));
    }
    Ok(())
}

impl Registry {
    fn check(
        &self,
        place: impl Fn(&[&str]) -> std::ops::Range<usize>,
        wrong: &impl Fn(std::ops::Range<usize>, String) -> ProjectError,
    ) -> Result<(), ProjectError> {
        let good = |group: &String| {
            !group.is_empty()
                && group.len() <= 40
                && group.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
                && !group.starts_with('-')
                && !group.ends_with('-')
        };
        if self.group.as_ref().is_some_and(|group| !good(group)) {
            let problem = "a group's name has at most 40 letters, digits and inner hyphens: with a version it becomes the name of models and configurations";
            return Err(wrong(place(&["registry", "group"]), problem.to_owned()));
        }
        if self.approve_at.is_some_and(|share| !(0.0..=1.0).contains(&share)) {
            let problem = "approve_at is an accuracy, from 0.0 to 1.0".to_owned();
            return Err(wrong(place(&["registry", "approve_at"]), problem));
        }
        Ok(())
    }
}

fn check_keys(
    section: &str,
    table: &DeTable<'_>,
    wrong: &impl Fn(std::ops::Range<usize>, String) -> ProjectError,
) -> Result<(), ProjectError> {
    let Some((_, known)) = KEYS.iter().find(|(name, _)| *name == section) else { return Ok(()) };
    for (key, value) in table.iter() {
        let name = key.get_ref().as_ref();
        if !known.is_empty() && !known.contains(&name) {
            let place = if section.is_empty() { "a project file".to_owned() } else { format!("[{section}]") };
            let hint = match nearest(name, known.iter().copied()) {
                Some(near) => format!("did you mean '{near}'?"),
                None => format!("known keys: {}", known.join(", ")),
            };
            return Err(wrong(key.span(), format!("unknown key '{name}' in {place}; {hint}")));
        }
        if section.is_empty()
            && let DeValue::Table(inner) = value.get_ref()
        {
            check_keys(name, inner, wrong)?;
        }
    }
    Ok(())
}

fn span_of(table: &DeTable<'_>, path: &[&str]) -> Option<std::ops::Range<usize>> {
    let (first, rest) = path.split_first()?;
    let (_, value): (_, &Spanned<DeValue<'_>>) =
        table.iter().find(|(key, _)| key.get_ref().as_ref() == *first)?;
    match (rest.is_empty(), value.get_ref()) {
        (true, _) => Some(value.span()),
        (false, DeValue::Table(inner)) => span_of(inner, rest),
        (false, _) => None,
    }
}

fn at(text: &str, path: &Path, span: std::ops::Range<usize>, problem: String) -> ProjectError {
    let start = span.start.min(text.len());
    let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
    let line_text = text[line_start..].lines().next().unwrap_or_default();
    let column = text[line_start..start].chars().count() + 1;
    let width = text
        .get(start..span.end.min(line_start + line_text.len()).max(start))
        .map_or(1, |s| s.chars().count())
        .max(1);
    ProjectError::Wrong {
        path: path.to_owned(),
        line: text[..line_start].matches('\n').count() + 1,
        column,
        problem,
        text: line_text.to_owned(),
        marks: format!("{}{}", " ".repeat(column - 1), "^".repeat(width)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "name = \"iris\"\n[data]\nfile = \"iris.csv\"\n[model]\ncrate = \"model\"\n[hyperparameters]\nlabel = \"species\"\nseed = 42\n[validation]\ncrate = \"validate\"\nmin_accuracy = 0.93\n";

    fn check(text: &str, expected: &str) {
        match Project::parse(text, Path::new("lirio.toml")) {
            Ok(_) => assert_eq!(expected, "", "no error"),
            Err(error) => {
                let message = error.to_string();
                assert!(!expected.is_empty() && message.starts_with(expected), "{message}");
            }
        }
    }

    #[test]
    fn a_good_file() {
        let project = Project::parse(GOOD, Path::new("lirio.toml")).expect("it is good");
        assert_eq!(project.hyperparameter_strings()["seed"], "42");
        assert_eq!(project.data_key(), "data/iris.csv");
        assert_eq!(project.endpoint_name(), "iris");
    }

    #[test]
    fn errors_say_where_and_what_to_do() {
        check(GOOD, "");
        check(
            &GOOD.replace("[hyperparameters]", "[hyperparameter]"),
            "lirio.toml:6:2: unknown key 'hyperparameter' in a project file; did you mean 'hyperparameters'?",
        );
        check(
            &GOOD.replace("min_accuracy", "min_acuracy"),
            "lirio.toml:11:1: unknown key 'min_acuracy' in [validation]; did you mean 'min_accuracy'?",
        );
        check(&GOOD.replace("\"iris\"", "\"Iris Model\""), "lirio.toml:1:8: a project's name has");
        check(&GOOD.replace("0.93", "93"), "lirio.toml:11:16: min_accuracy is a share");
        check(&GOOD.replace("seed = 42", "seed = [42]"), "lirio.toml:8:8: hyperparameter 'seed' must be");
        check(
            &GOOD.replace("[model]\ncrate = \"model\"\n", ""),
            "lirio.toml:1:1: the project has no container; add [model]",
        );
        let registry = |line: &str| format!("{GOOD}[registry]\n{line}\n");
        check(&registry(""), "");
        check(&registry("approve_at = 95"), "lirio.toml:13:14: approve_at is an accuracy");
        check(&registry("group = \"my group\""), "lirio.toml:13:9: a group's name has");
        check(&registry("approve = 1"), "lirio.toml:13:1: unknown key 'approve' in [registry]");
        check("name = ", "lirio.toml:1:");
        check("", "lirio.toml:1:1: missing field `name`");
    }
    #[test]
    fn a_container_of_a_dockerfile() {
        let with = |lines: &str| {
            GOOD.replace(
                "[model]\ncrate = \"model\"\n",
                &format!("[container]\ndockerfile = \"c/Dockerfile\"\n{lines}\n"),
            )
        };
        let text = with(
            "args = { BASE = \"debian\" }\nargs_from_env = [\"PIP_INDEX_URL\"]\nplatform = \"linux/arm64/v8\"",
        );
        let project = Project::parse(&text, Path::new("lirio.toml")).expect("it is good");
        let ImageSource::Dockerfile(container) = &project.image else { panic!("a Dockerfile") };
        assert_eq!(container.context_folder(), Path::new("c"));
        assert_eq!(container.args["BASE"], "debian");
        check(&with("context = \".\""), "");
        check(&with("engine = \"podman\""), "");
        check(
            &with("engine = \"buildah\""),
            "lirio.toml:6:10: unknown variant `buildah`, expected `docker` or `podman`",
        );
        check(&with("args = { BASE = 3 }"), "lirio.toml:6:17: invalid type: integer `3`, expected a string");
        check(&with("args = { \"--x\" = \"\" }"), "lirio.toml:6:18: '--x' cannot be a build argument");
        check(&with("args_from_env = [\"A=b\"]"), "lirio.toml:6:17: 'A=b' cannot be a build argument");
        check(
            &with("args = { A = \"\" }\nargs_from_env = [\"A\"]"),
            "lirio.toml:7:17: build argument 'A' is in args too",
        );
        check(&with("platform = \"windows/amd64\""), "lirio.toml:6:12: 'windows/amd64' is no platform");
        check(&with("network = \"--x\""), "lirio.toml:6:11: '--x' is no network");
        check(
            &with("docker_file = \"x\""),
            "lirio.toml:6:1: unknown key 'docker_file' in [container]; did you mean 'dockerfile'?",
        );
        check(&with("[model]\ncrate = \"model\""), "lirio.toml:4:1: a project has one container");
    }
}
