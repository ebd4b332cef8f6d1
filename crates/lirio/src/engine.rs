//! Building a Dockerfile with an engine's command line: the one that was chosen, else docker, else podman.
//!
//! The engine only builds.  The image leaves it as an archive (`save`) that this program reads and pushes by
//! itself, so that the engine need not reach the platform's registry: it may be in a virtual machine or on
//! another host.  What its command line reads from the environment (`DOCKER_HOST` and the like) holds.

use std::collections::{BTreeMap, VecDeque};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use lirio_image::{ArchiveReader, BuiltImage, Platform};
use lirio_stack::{BuildEngine, Container};
use tokio::io::{AsyncRead, AsyncReadExt as _};
use tokio::process::Command;
use tokio::sync::mpsc;

/// How long an engine may take to say that it is there.
const PATIENCE: Duration = Duration::from_secs(30);
/// The lines of a failed build that are shown.
const SHOWN: usize = 30;
/// The longest line that is shown, in bytes.
const LINE: usize = 2000;
/// What says in a manifest which image of the engine it was made of.
pub(crate) const IMAGE_ID: &str = "lirio.engine-image-id";

/// The engines, in the order in which they are asked: the program, and what it answers only if it can build.
const ENGINES: &[(BuildEngine, &str, &[&str])] = &[
    (BuildEngine::Docker, "docker", &["version", "--format", "{{.Server.Version}}"]),
    (BuildEngine::Podman, "podman", &["info", "--format", "{{.Version.Version}}"]),
];

/// An engine that answers.
#[derive(Clone, Debug)]
pub(crate) struct Engine {
    /// `docker` or `podman`.
    pub(crate) name: &'static str,
    program: PathBuf,
}

/// What is built, checked as far as it can be before the engine sees it.
#[derive(Debug)]
pub(crate) struct Build {
    pub(crate) engine: Engine,
    dockerfile: PathBuf,
    context: PathBuf,
    options: Vec<String>,
    tag: String,
}

/// An image that the engine has.
#[derive(Debug)]
pub(crate) struct EngineImage {
    engine: Engine,
    /// Its id, such as `sha256:…`.
    pub(crate) id: String,
}

impl Engine {
    /// The engine that was chosen, or the first that answers; otherwise why each that was asked does not.
    async fn find(chosen: Option<BuildEngine>) -> Result<Self, Vec<String>> {
        let mut why = Vec::new();
        let asked = ENGINES.iter().filter(|(engine, ..)| chosen.is_none_or(|chosen| chosen == *engine));
        for (_, name, question) in asked {
            let Some(program) = in_path(name) else {
                why.push(format!("{name} is not in PATH"));
                continue;
            };
            let asked =
                Command::new(&program).args(*question).stdin(Stdio::null()).kill_on_drop(true).output();
            match tokio::time::timeout(PATIENCE, asked).await {
                Ok(Ok(output)) if output.status.success() => return Ok(Self { name, program }),
                Ok(Ok(output)) => {
                    let said = String::from_utf8_lossy(&output.stderr).trim().replace('\n', "; ");
                    why.push(format!("{} does not answer: {said}", program.display()));
                }
                Ok(Err(error)) => why.push(format!("{} cannot be run: {error}", program.display())),
                Err(_) => {
                    why.push(format!("{} did not answer within {} s", program.display(), PATIENCE.as_secs()))
                }
            }
        }
        Err(why)
    }
}

/// A program by the directories of `PATH`.
fn in_path(name: &str) -> Option<PathBuf> {
    use std::os::unix::fs::PermissionsExt as _;
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|path| path.metadata().is_ok_and(|m| m.is_file() && m.permissions().mode() & 0o111 != 0))
}

/// What to do without an engine.
fn no_engine(
    project: &Path,
    name: &str,
    dockerfile: &Path,
    chosen: Option<BuildEngine>,
    why: &[String],
) -> anyhow::Error {
    let project = project.display();
    let (engines, advice) = match chosen {
        None => ("docker or podman, and neither answers", "Install one of them"),
        Some(BuildEngine::Docker) => ("docker, as was chosen, which does not answer", "Install it"),
        Some(BuildEngine::Podman) => ("podman, as was chosen, which does not answer", "Install it"),
    };
    anyhow::anyhow!(
        "{dockerfile} is built by {engines}:\n  {why}\n\
         {advice} (https://podman.io/docs/installation, https://docs.docker.com/engine/install),\n\
         or push an image that was built elsewhere, and run with that:\n  \
         docker save {name} > {name}.tar       on the machine that built it\n  \
         lirio push {project} {name}.tar\n  \
         lirio run {project} --image latest",
        dockerfile = dockerfile.display(),
        why = why.join("\n  "),
    )
}

impl Build {
    /// What builds the container of a project in `folder`. `given` are build arguments of the command line,
    /// `NAME=VALUE` or `NAME` for the value of the environment; `engine` is its choice of an engine, which wins over
    /// the project's.
    pub(crate) async fn plan(
        folder: &Path,
        name: &str,
        container: &Container,
        given: &[String],
        engine: Option<BuildEngine>,
    ) -> Result<Self> {
        let dockerfile = folder.join(&container.dockerfile);
        if !dockerfile.is_file() {
            bail!(
                "there is no {}; `dockerfile` in [container] of lirio.toml names it, relative to the project",
                dockerfile.display()
            );
        }
        let context = folder.join(container.context_folder());
        if !context.is_dir() {
            bail!(
                "there is no folder {}; `context` in [container] of lirio.toml names it, relative to the project",
                context.display()
            );
        }
        let options = options(container, given, |name| std::env::var_os(name).is_some_and(|v| !v.is_empty()));
        let chosen = engine.or(container.engine);
        let engine = Engine::find(chosen).await;
        let engine = engine.map_err(|why| no_engine(folder, name, &dockerfile, chosen, &why))?;
        Ok(Self { engine, dockerfile, context, options, tag: format!("{name}:latest") })
    }

    /// Builds. `said` is called with what the engine says, line by line.
    pub(crate) async fn run(&self, scratch: &Path, mut said: impl FnMut(&str)) -> Result<EngineImage> {
        let id_file = scratch.join("image-id");
        let mut command = Command::new(&self.engine.program);
        command
            .arg("build")
            .arg("--file")
            .arg(&self.dockerfile)
            .args(["--tag", &self.tag])
            .arg("--iidfile")
            .arg(&id_file)
            .args(&self.options)
            .arg(if self.context.as_os_str().is_empty() { Path::new(".") } else { &self.context })
            // Lines instead of a picture that redraws itself.
            .env("BUILDKIT_PROGRESS", "plain")
            // An image, not a list of an image and a paper about it.
            .env("BUILDX_NO_DEFAULT_ATTESTATIONS", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        let mut child =
            command.spawn().with_context(|| format!("cannot run {}", self.engine.program.display()))?;
        let (sender, mut lines) = mpsc::channel(64);
        let out = child.stdout.take().context("the engine's output is a pipe")?;
        let err = child.stderr.take().context("the engine's messages are a pipe")?;
        tokio::spawn(read_lines(out, sender.clone()));
        tokio::spawn(read_lines(err, sender));
        let mut last = VecDeque::new();
        while let Some(line) = lines.recv().await {
            said(&line);
            if last.len() == SHOWN {
                last.pop_front();
            }
            last.push_back(line);
        }
        let status = child.wait().await.context("the engine's end")?;
        if !status.success() {
            let last: Vec<String> = last.into();
            bail!(
                "`{} build` of {} failed ({status}); it said last:\n  {}",
                self.engine.name,
                self.dockerfile.display(),
                last.join("\n  ")
            );
        }
        let id = std::fs::read_to_string(&id_file).context("the engine did not say which image it built")?;
        let id = id.trim();
        let id = if id.contains(':') { id.to_owned() } else { format!("sha256:{id}") };
        Ok(EngineImage { engine: self.engine.clone(), id })
    }
}

impl EngineImage {
    /// The image of a name that an engine has; `None` if none of those that answer has it.
    pub(crate) async fn find(name: &str, chosen: Option<BuildEngine>) -> Result<Option<Self>, Vec<String>> {
        let engine = Engine::find(chosen).await?;
        let asked = Command::new(&engine.program)
            .args(["image", "inspect", "--format", "{{.Id}}", "--", name])
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .output();
        match tokio::time::timeout(PATIENCE, asked).await {
            Ok(Ok(output)) if output.status.success() => {
                let id = String::from_utf8_lossy(&output.stdout).trim().to_owned();
                let id = if id.contains(':') { id } else { format!("sha256:{id}") };
                Ok(Some(Self { engine, id }))
            }
            Ok(Ok(_)) => Ok(None),
            Ok(Err(error)) => Err(vec![format!("{} cannot be run: {error}", engine.program.display())]),
            Err(_) => Err(vec![format!(
                "{} did not answer within {} s",
                engine.program.display(),
                PATIENCE.as_secs()
            )]),
        }
    }

    /// Takes the image out of the engine; its layers become files in `scratch`. Blocks.
    pub(crate) fn save(&self, scratch: &Path) -> Result<BuiltImage> {
        let name = self.engine.name;
        let messages = scratch.join("messages");
        let mut child = std::process::Command::new(&self.engine.program)
            .arg("save")
            .arg(self.id.trim_start_matches("sha256:"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(&messages).with_context(|| format!("cannot write {}", messages.display()))?)
            .spawn()
            .with_context(|| format!("cannot run {}", self.engine.program.display()))?;
        let archive = child.stdout.take().context("the engine's output is a pipe")?;
        let mut reader = ArchiveReader::new(Platform::host());
        reader.annotations = BTreeMap::from([(IMAGE_ID.to_owned(), self.id.clone())]);
        // The pipe is closed when this is over, so that an engine that has more to write ends too.
        let image = reader.read(archive, scratch);
        let status = child.wait().context("the engine's end")?;
        if image.is_err() && !status.success() {
            let said = std::fs::read_to_string(&messages).unwrap_or_default();
            if !said.trim().is_empty() {
                bail!("`{name} save` failed ({status}): {}", said.trim());
            }
        }
        let image = image.with_context(|| format!("what `{name} save` wrote cannot be read"))?;
        if !status.success() {
            bail!("`{name} save` failed ({status})");
        }
        Ok(image)
    }
}

/// Options of `build`, with each build argument once.
fn options(container: &Container, given: &[String], is_set: impl Fn(&str) -> bool) -> Vec<String> {
    // `None`: the value of the environment, which the engine reads by itself and nobody sees in a list of processes.
    let mut arguments: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for (name, value) in &container.args {
        arguments.insert(name, Some(value));
    }
    for name in container.args_from_env.iter().filter(|name| is_set(name)) {
        arguments.insert(name, None);
    }
    for argument in given {
        match argument.split_once('=') {
            Some((name, value)) => arguments.insert(name, Some(value)),
            None => arguments.insert(argument, None),
        };
    }
    let mut options = Vec::new();
    for (option, value) in [("--platform", &container.platform), ("--network", &container.network)] {
        if let Some(value) = value {
            options.extend([option.to_owned(), value.clone()]);
        }
    }
    for (name, value) in arguments {
        let argument = value.map_or_else(|| name.to_owned(), |value| format!("{name}={value}"));
        options.extend(["--build-arg".to_owned(), argument]);
    }
    options
}

/// Sends what is written, line by line, in plain text; of a line that is too long its beginning.
async fn read_lines(mut from: impl AsyncRead + Unpin, to: mpsc::Sender<String>) {
    let mut buffer = vec![0; 8 << 10];
    let mut line = Vec::new();
    loop {
        // An output that breaks off has ended.
        let read = from.read(&mut buffer).await.unwrap_or(0);
        for byte in &buffer[..read] {
            let ends = matches!(byte, b'\n' | b'\r');
            if ends && send_line(&mut line, &to).await.is_err() {
                return;
            }
            if !ends && line.len() < LINE {
                line.push(*byte);
            }
        }
        if read == 0 {
            // Nobody may listen any more.
            let _ = send_line(&mut line, &to).await;
            return;
        }
    }
}

async fn send_line(line: &mut Vec<u8>, to: &mpsc::Sender<String>) -> Result<(), ()> {
    let text = plain(&String::from_utf8_lossy(line));
    line.clear();
    if text.is_empty() { Ok(()) } else { to.send(text).await.map_err(|_| ()) }
}

/// A line without colours and other controls.
fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match c {
            // A control sequence ends with a letter or one of `@[\]^_{|}~`; other escapes have one character.
            '\x1b' if chars.next() == Some('[') => drop(chars.by_ref().find(|c| ('@'..='~').contains(c))),
            '\x1b' => {}
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_build_argument_once() {
        let container = Container {
            dockerfile: "Dockerfile".into(),
            engine: None,
            context: None,
            platform: Some("linux/amd64".to_owned()),
            network: None,
            args: BTreeMap::from([("A".to_owned(), "1".to_owned()), ("B".to_owned(), "2".to_owned())]),
            args_from_env: vec!["SET".to_owned(), "UNSET".to_owned()],
        };
        let given = ["B=a=b".to_owned(), "C".to_owned()];
        assert_eq!(
            options(&container, &given, |name| name == "SET").join(" "),
            "--platform linux/amd64 --build-arg A=1 --build-arg B=a=b --build-arg C --build-arg SET"
        );
    }

    #[test]
    fn lines_become_plain() {
        let check = |line: &str, expected: &str| assert_eq!(plain(line), expected);
        check("\x1b[91mERROR: no\x1b[0m", "ERROR: no");
        check(" ---> 12\tx ", " ---> 12 x");
        check("\x1b", "");
        check("\x1b[", "");
    }

    #[tokio::test]
    async fn lines_are_bounded() {
        let (sender, mut lines) = mpsc::channel(8);
        let text = format!("one\n\n{}\ntwo", "x".repeat(100_000));
        read_lines(text.as_bytes(), sender).await;
        let mut found = Vec::new();
        while let Some(line) = lines.recv().await {
            found.push(line.len());
        }
        assert_eq!(found, [3, LINE, 3]);
    }
}
