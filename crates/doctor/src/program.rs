//! Whether the program that a container is started with is there and can be run.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use lirio_image::{Platform, ProcessConfig};
use lirio_sagemaker::TRAINING_FOLDERS;

use crate::checks::Id;
use crate::files::{Files, Found};
use crate::finding::Finding;

/// Where programs are sought when an image says nothing: as runtimes have it.
const DEFAULT_PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
/// As much of a program as is looked at: its headers.
const HEAD: u64 = 64 << 10;
/// Programs whose first argument is the program that is meant.
const INTERPRETERS: [&str; 9] = ["python", "sh", "bash", "dash", "node", "Rscript", "ruby", "perl", "java"];

/// What is wrong with a program.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Problem {
    /// It is in none of these folders, or not at this path.
    Missing(String, Vec<String>),
    /// What is mounted when it starts hides it.
    Hidden(PathBuf, &'static str),
    NotExecutable(PathBuf, u32),
    Directory(PathBuf),
    /// `#!` names a program that is not there; the line ends with a carriage return.
    Interpreter {
        script: PathBuf,
        interpreter: String,
        carriage_return: bool,
    },
    /// A shell script with carriage returns.
    CarriageReturns(PathBuf),
    /// Neither a program nor a script.
    NoFormat(PathBuf),
    Processor(PathBuf, String),
    /// The program's dynamic loader is not there.
    Loader(PathBuf, String),
}

/// Judges how `train` or `serve` is started.
pub(crate) fn judge(id: Id, files: &Files, process: &ProcessConfig, host: &Platform) -> Finding {
    let word = if id == Id::TrainProgram { "train" } else { "serve" };
    // A training container has three folders of the job, a serving one has only the model.
    let mounted: &[&str] = if id == Id::TrainProgram { &TRAINING_FOLDERS } else { &["model"] };
    let look = Look { files, process, host, mounted };
    match look.command(word) {
        Ok(seen) => Finding::pass(id, seen),
        Err(problem) => {
            let (seen, mend) = told(&problem, word);
            Finding::fail(id, seen).mend(mend)
        }
    }
}

struct Look<'a> {
    files: &'a Files,
    process: &'a ProcessConfig,
    host: &'a Platform,
    /// What is mounted in `/opt/ml`.
    mounted: &'a [&'static str],
}

impl Look<'_> {
    /// The program of `entrypoint… word`, in words.
    fn command(&self, word: &str) -> Result<String, Problem> {
        let entrypoint = &self.process.entrypoint;
        let Some(first) = entrypoint.first() else {
            return Ok(format!("`{word}` is {}", self.program(word)?.display()));
        };
        let program = self.program(first)?;
        match script(entrypoint, word) {
            Some(script) => {
                let found = self.script(script)?;
                Ok(format!("{} runs {}", program.display(), found.display()))
            }
            None => Ok(format!("{} gets `{word}` as its last argument", program.display())),
        }
    }

    /// A program as `execvp` finds it.
    fn program(&self, name: &str) -> Result<PathBuf, Problem> {
        if name.contains('/') {
            let path = self.directory().join(name);
            let found = self.visible(&path)?.ok_or_else(|| Problem::Missing(name.to_owned(), Vec::new()))?;
            return self.runnable(&found);
        }
        let path =
            self.process.env.iter().find_map(|pair| pair.strip_prefix("PATH=")).unwrap_or(DEFAULT_PATH);
        let mut first = None;
        for folder in path.split(':') {
            let found = match self.visible(&self.directory().join(folder).join(name)) {
                Ok(Some(found)) => found,
                Ok(None) => continue,
                Err(problem) => {
                    first.get_or_insert(problem);
                    continue;
                }
            };
            match self.runnable(&found) {
                // The search goes on behind what may not be run.
                Err(problem @ (Problem::NotExecutable(..) | Problem::Directory(_))) => {
                    first.get_or_insert(problem);
                }
                other => return other,
            }
        }
        let searched = || path.split(':').map(str::to_owned).collect();
        Err(first.unwrap_or_else(|| Problem::Missing(name.to_owned(), searched())))
    }

    /// A script that an interpreter is given.
    fn script(&self, name: &str) -> Result<PathBuf, Problem> {
        let path = self.directory().join(name);
        let missing = || Problem::Missing(path.display().to_string(), Vec::new());
        let found = self.visible(&path)?.ok_or_else(missing)?;
        let by_shell = self.process.entrypoint.first().is_some_and(|program| program.ends_with("sh"));
        if by_shell && has_carriage_returns(&found.head(HEAD)) {
            return Err(Problem::CarriageReturns(found.path));
        }
        Ok(found.path)
    }

    fn directory(&self) -> PathBuf {
        Path::new("/").join(&self.process.working_dir)
    }

    fn visible(&self, path: &Path) -> Result<Option<Found>, Problem> {
        match self.files.find(path) {
            Some(found) => {
                let below = found.path.strip_prefix("/opt/ml").ok();
                match self.mounted.iter().find(|own| below.is_some_and(|path| path.starts_with(own))) {
                    Some(own) => Err(Problem::Hidden(found.path, own)),
                    None => Ok(Some(found)),
                }
            }
            None => Ok(None),
        }
    }

    fn runnable(&self, found: &Found) -> Result<PathBuf, Problem> {
        let path = || found.path.clone();
        if found.metadata.is_dir() {
            return Err(Problem::Directory(path()));
        }
        if found.metadata.mode() & 0o111 == 0 {
            return Err(Problem::NotExecutable(path(), found.metadata.mode() & 0o777));
        }
        let head = found.head(HEAD);
        if let Some(line) = head.strip_prefix(b"#!") {
            return self.interpreted(found, line, &head).map(|()| path());
        }
        match Elf::parse(&head) {
            None => Err(Problem::NoFormat(path())),
            Some(elf) if elf.processor != self.host.architecture => {
                Err(Problem::Processor(path(), elf.processor))
            }
            Some(Elf { loader: Some(loader), .. }) if self.files.find(Path::new(&loader)).is_none() => {
                Err(Problem::Loader(path(), loader))
            }
            Some(_) => Ok(path()),
        }
    }

    fn interpreted(&self, found: &Found, line: &[u8], head: &[u8]) -> Result<(), Problem> {
        let line = line.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let line = String::from_utf8_lossy(line);
        let carriage_return = line.ends_with('\r');
        let mut words = line.split([' ', '\t', '\r']).filter(|word| !word.is_empty());
        let interpreter = words.next().unwrap_or_default().to_owned();
        let problem = |interpreter: &str| Problem::Interpreter {
            script: found.path.clone(),
            interpreter: interpreter.to_owned(),
            carriage_return,
        };
        // The kernel takes the carriage return for a part of the name, or of its argument.
        if carriage_return || interpreter.is_empty() || self.files.find(Path::new(&interpreter)).is_none() {
            return Err(problem(&interpreter));
        }
        if interpreter.ends_with("/env") {
            let mut words = words.skip_while(|word| word.starts_with('-') || word.contains('='));
            let program = words.next().unwrap_or_default();
            match self.program(program) {
                Err(Problem::Missing(..)) => return Err(problem(program)),
                other => other.map(drop)?,
            }
        }
        if interpreter.ends_with("sh") && has_carriage_returns(head) {
            return Err(Problem::CarriageReturns(found.path.clone()));
        }
        Ok(())
    }
}

/// The script in a command line of an interpreter: its first argument, unless options say otherwise.
fn script<'a>(entrypoint: &'a [String], word: &'a str) -> Option<&'a str> {
    let program = entrypoint.first()?.rsplit('/').next()?;
    let name = program.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    if !INTERPRETERS.contains(&name) || name == "java" {
        return None;
    }
    let argument = entrypoint.get(1).map_or(word, String::as_str);
    if argument == "-u" || argument == "-B" {
        return Some(entrypoint.get(2).map_or(word, String::as_str)).filter(|next| !next.starts_with('-'));
    }
    (!argument.starts_with('-') && !argument.is_empty()).then_some(argument)
}

fn has_carriage_returns(head: &[u8]) -> bool {
    head.windows(2).any(|two| two == b"\r\n")
}

/// What an ELF header says.
#[derive(Debug, PartialEq, Eq)]
struct Elf {
    /// In the words of images.
    processor: String,
    /// The dynamic loader, if it needs one.
    loader: Option<String>,
}

impl Elf {
    /// Reads the header of a 64-bit or 32-bit program; nothing if it is none.
    fn parse(head: &[u8]) -> Option<Self> {
        if !head.starts_with(b"\x7fELF") {
            return None;
        }
        let wide = match head.get(4)? {
            1 => false,
            2 => true,
            _ => return None,
        };
        let little = *head.get(5)? == 1;
        let read = |at: usize, length: usize| -> Option<u64> {
            let bytes = head.get(at..at.checked_add(length)?)?;
            let add = |value: u64, byte: &u8| (value << 8) | u64::from(*byte);
            Some(if little { bytes.iter().rev().fold(0, add) } else { bytes.iter().fold(0, add) })
        };
        let processor = match (read(18, 2)?, wide) {
            (62, true) => "amd64".to_owned(),
            (183, _) => "arm64".to_owned(),
            (3, _) => "386".to_owned(),
            (40, _) => "arm".to_owned(),
            (243, _) => "riscv64".to_owned(),
            (21, _) => if little { "ppc64le" } else { "ppc64" }.to_owned(),
            (22, _) => "s390x".to_owned(),
            (258, _) => "loong64".to_owned(),
            (other, _) => format!("ELF machine {other}"),
        };
        let (table, size, count) = if wide {
            (read(32, 8)?, read(54, 2)?, read(56, 2)?)
        } else {
            (read(28, 4)?, read(42, 2)?, read(44, 2)?)
        };
        let mut loader = None;
        for number in 0..count {
            let at = usize::try_from(table.checked_add(number.checked_mul(size)?)?).ok()?;
            // PT_INTERP; a table beyond what was read is not looked at.
            if read(at, 4) != Some(3) {
                continue;
            }
            let (offset, length) = if wide {
                (read(at + 8, 8)?, read(at + 32, 8)?)
            } else {
                (read(at + 4, 4)?, read(at + 16, 4)?)
            };
            let from = usize::try_from(offset).ok()?;
            let to = from.checked_add(usize::try_from(length).ok()?)?;
            let name =
                head.get(from..to).map(|name| name.split(|byte| *byte == 0).next().unwrap_or_default());
            loader = name.map(|name| String::from_utf8_lossy(name).into_owned());
        }
        Some(Self { processor, loader })
    }
}

/// What is wrong, and how to mend it.
fn told(problem: &Problem, word: &str) -> (String, String) {
    match problem {
        Problem::Missing(name, folders) if folders.is_empty() => (
            format!("there is no {name} in the image"),
            format!("Copy it there (`COPY {name} {name}`), or name in ENTRYPOINT what is there."),
        ),
        Problem::Missing(name, folders) => (
            format!("there is no `{name}` in {}", folders.join(", ")),
            if name == word {
                let only_serves = match word {
                    "train" => " An image that only serves is checked with --model FILE|DIR.",
                    _ => "",
                };
                format!("COPY {word} /usr/local/bin/{word}, and RUN chmod +x /usr/local/bin/{word}; or name in ENTRYPOINT the program that understands `{word}`.{only_serves}")
            } else {
                format!("Install `{name}` in the image, or name its path in ENTRYPOINT.")
            },
        ),
        Problem::Hidden(path, mounted) => (
            format!("{} is hidden: /opt/ml/{mounted} is replaced when the container starts", path.display()),
            "Put programs elsewhere, such as in /opt/program or /opt/ml/code, and that folder into PATH."
                .to_owned(),
        ),
        Problem::NotExecutable(path, mode) => (
            format!("{} may not be executed (mode {mode:04o})", path.display()),
            format!("RUN chmod +x {}", path.display()),
        ),
        Problem::Directory(path) => (
            format!("{} is a folder", path.display()),
            format!("Put a program called `{word}` in its place."),
        ),
        Problem::Interpreter { script, interpreter, carriage_return: true } => (
            format!(
                "the first line of {} ends with a carriage return, so that its interpreter is \"{interpreter}\\r\", which is not in the image",
                script.display()
            ),
            format!("RUN sed -i 's/\\r$//' {}; and `* text eol=lf` in .gitattributes", script.display()),
        ),
        Problem::Interpreter { script, interpreter, .. } => (
            format!("{} is to be run by {}, which is not in the image", script.display(), named(interpreter)),
            format!("Install it, or name in the first line of {} one that is there.", script.display()),
        ),
        Problem::CarriageReturns(path) => (
            format!("lines of the shell script {} end with carriage returns", path.display()),
            format!("RUN sed -i 's/\\r$//' {}; and `* text eol=lf` in .gitattributes", path.display()),
        ),
        Problem::NoFormat(path) => (
            format!("{} is neither a program nor a script with a first line such as #!/bin/sh", path.display()),
            format!("Begin {} with #! and the path of its interpreter.", path.display()),
        ),
        Problem::Processor(path, processor) => (
            format!("{} is a program for {processor}", path.display()),
            "Build the program for the processor of the image.".to_owned(),
        ),
        Problem::Loader(path, loader) => (
            format!("{} is linked dynamically and needs {loader}, which is not in the image", path.display()),
            "Link it statically (Rust: -C target-feature=+crt-static; Go: CGO_ENABLED=0), or use a base image that has the loader.".to_owned(),
        ),
    }
}

fn named(interpreter: &str) -> String {
    if interpreter.is_empty() { "no program at all".to_owned() } else { format!("`{interpreter}`") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_of_an_interpreter() {
        let check = |entrypoint: &str, expected: Option<&str>| {
            let words: Vec<String> = entrypoint.split_whitespace().map(str::to_owned).collect();
            assert_eq!(script(&words, "train"), expected, "{entrypoint}");
        };
        check("python", Some("train"));
        check("/usr/bin/python3.12", Some("train"));
        check("python main.py", Some("main.py"));
        check("python -u main.py", Some("main.py"));
        check("python -m model", None);
        check("/bin/sh -c", None);
        check("bash /entry.sh", Some("/entry.sh"));
        check("/usr/local/bin/model", None);
        check("java -jar x.jar", None);
    }

    #[test]
    fn headers_of_programs() {
        let own = std::fs::read("/proc/self/exe").unwrap();
        let elf = Elf::parse(&own[..own.len().min(HEAD as usize)]).expect("this program is one");
        assert_eq!(elf.processor, Platform::host().architecture);
        assert!(elf.loader.is_none_or(|loader| loader.starts_with('/')));
        let mut other = own[..HEAD as usize].to_vec();
        other[18] = 183;
        assert_eq!(Elf::parse(&other).map(|elf| elf.processor).as_deref(), Some("arm64"));
        for length in 0..200 {
            // A header that is cut says less and never panics.
            let _ = Elf::parse(&own[..length]);
        }
        let mut wild = own[..200].to_vec();
        wild[32..].fill(0xff);
        let _ = Elf::parse(&wild);
        assert_eq!(Elf::parse(b"#!/bin/sh"), None);
    }
}
