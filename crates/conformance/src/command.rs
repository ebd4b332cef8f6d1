//! The command line: which suite, which corpus, which form.

use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::corpus::{self, Case};
use crate::known;
use crate::suite::{SUITES, Suite};
use crate::tally::Tally;

const USAGE: &str = "\
Usage: lirio-conformance SUITE [--corpus DIR] [--json] [--brief]

Runs every case of a suite and prints pass counts by feature and what fails.

  --corpus DIR  the cases of this folder instead of ../shared/conformance/SUITE;
                nothing is compared with the list of known failures then
  --brief       only the counts and what contradicts the list
  --json        the last line is an object with passed, failed, total, failing

Exit codes: 0 all as listed, 1 failing.txt and the cases disagree, 2 cannot run.
";

struct Options {
    suite: &'static Suite,
    corpus: Option<PathBuf>,
    json: bool,
    brief: bool,
}

/// Runs the program with its arguments (without its name).
pub fn main(arguments: impl Iterator<Item = String>) -> ExitCode {
    let options = match options(arguments) {
        Ok(options) => options,
        Err(why) => {
            eprintln!("{why}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let folder = match &options.corpus {
        Some(folder) => folder.clone(),
        None => match corpus::default_folder(options.suite.name) {
            Some(folder) => folder,
            None => {
                absent(&options);
                return ExitCode::SUCCESS;
            }
        },
    };
    let tally = match judge_all(options.suite, &folder) {
        Ok(tally) => tally,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::from(2);
        }
    };
    let mut shown = if options.brief { tally.summary() } else { tally.text() };
    // A folder that somebody names has other cases than the list.
    let wrong = match options.corpus {
        Some(_) => Vec::new(),
        None => known::contradictions(options.suite.failing, &tally),
    };
    for sentence in &wrong {
        shown.push_str(&format!("WRONG {sentence}\n"));
    }
    if options.json {
        shown.push_str(&format!("{}\n", tally.json()));
    }
    // Who stopped reading has seen enough.
    let _ = std::io::stdout().write_all(shown.as_bytes());
    if wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let names = || SUITES.iter().map(|suite| suite.name).collect::<Vec<_>>().join(", ");
    let name = arguments.next().ok_or_else(|| format!("name a suite: {}", names()))?;
    let suite = SUITES
        .iter()
        .find(|suite| suite.name == name)
        .ok_or_else(|| format!("no suite '{name}': there are {}", names()))?;
    let mut options = Options { suite, corpus: None, json: false, brief: false };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--help" => return Err("the cases of the conformance corpus".to_owned()),
            "--brief" => options.brief = true,
            "--json" => options.json = true,
            "--corpus" => {
                options.corpus = Some(arguments.next().ok_or("--corpus needs a folder")?.into());
            }
            other => return Err(format!("unknown argument '{other}'")),
        }
    }
    Ok(options)
}

fn absent(options: &Options) {
    eprintln!(
        "\n*** NOT RUN: no conformance corpus at ../shared/conformance/{}, so nothing was compared ***\n",
        options.suite.name
    );
    if options.json {
        println!("{}", Tally::default().json());
    }
}

/// Judges every case of a folder.
pub(crate) fn judge_all(suite: &Suite, folder: &Path) -> Result<Tally, corpus::CorpusError> {
    let mut tally = Tally::default();
    for case in corpus::read(suite, folder)? {
        let verdict = match &case.broken {
            Some(why) => Err(why.clone()),
            None => judge(suite, &case),
        };
        tally.add(&case.id, case.kind(), &case.features(), verdict);
    }
    Ok(tally)
}

/// A panic is a verdict too: the other cases are judged all the same.
fn judge(suite: &Suite, case: &Case) -> Result<(), String> {
    catch_unwind(AssertUnwindSafe(|| (suite.judge)(case))).unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().map(String::as_str);
        let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
        Err(format!("PANIC: {words}"))
    })
}
