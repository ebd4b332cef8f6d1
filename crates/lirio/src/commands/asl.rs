//! `lirio asl`: definitions checked and tested, without a platform.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Result;
use lirio_asl::WorkflowType;
use lirio_asl_tools::{Source, TestFile, project};

use crate::cli::{AslCheck, AslTest};
use crate::commands::Exit;

/// Something is wrong with what was checked or tested.
const WRONG: u8 = 1;

/// What was named cannot be read.
const UNREADABLE: u8 = 2;

/// The largest definition that is read, in bytes. The service takes 1 MB; whoever has more is told so
/// by the check, but not by running out of memory.
const MAX_FILE: u64 = 64 * 1024 * 1024;

/// `lirio asl check`.
pub(crate) fn check(args: &AslCheck) -> Result<()> {
    let (name, text) = if args.file == Path::new("-") {
        ("<stdin>".to_owned(), read("standard input", std::io::stdin().lock())?)
    } else {
        (args.file.display().to_string(), read_file(&args.file)?)
    };
    let source = Source::new(name, text, &variables(&args.file));
    let workflow = if args.express { WorkflowType::Express } else { WorkflowType::Standard };
    let checked = lirio_asl_tools::check(&source, workflow);
    if args.json {
        say(&format!("{}\n", checked.json(&source)));
    } else {
        say(&checked.text(&source));
    }
    if checked.problems.is_empty() { Ok(()) } else { Err(Exit(WRONG).into()) }
}

/// `lirio asl test`.
pub(crate) fn test(args: &AslTest) -> Result<()> {
    let cases_path = args.cases.clone().unwrap_or_else(|| cases_beside(&args.file));
    let cases_name = cases_path.display().to_string();
    let text = read_file(&args.file)?;
    if args.cases.is_none() && !cases_path.exists() {
        eprintln!(
            "error: {} has no cases: they are sought in {cases_name}, or name them with --cases",
            args.file.display()
        );
        return Err(Exit(UNREADABLE).into());
    }
    let cases_text = read_file(&cases_path)?;
    let file = TestFile::parse(&cases_text).map_err(|error| {
        eprint!("{}", error.text(&cases_name, &cases_text));
        Exit(UNREADABLE)
    })?;
    let mut variables = variables(&args.file);
    variables.extend(file.variables.clone());
    let source = Source::new(args.file.display().to_string(), text, &variables);
    let checked = lirio_asl_tools::check(&source, file.workflow.into());
    let Some(machine) = &checked.machine else {
        // Without a machine, what is wrong with it is the result.
        if args.json {
            say(&format!("{}\n", checked.json(&source)));
        } else {
            say(&checked.text(&source));
            if checked.problems.is_empty() {
                say(&format!("give the variables values, under 'variables' in {cases_name}\n"));
            }
        }
        return Err(Exit(WRONG).into());
    };
    let machine_name =
        args.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let machine_name = machine_name.split('.').next().unwrap_or("machine");
    let report = lirio_asl_tools::test(machine, machine_name, &file, &cases_name).map_err(|unknown| {
        for sentence in unknown {
            eprintln!("error: {cases_name}: {sentence}");
        }
        Exit(UNREADABLE)
    })?;
    say(&if args.json { format!("{}\n", report.json()) } else { report.text() });
    if report.passed() { Ok(()) } else { Err(Exit(WRONG).into()) }
}

/// `pipeline.asl.test.yaml` for `pipeline.asl.json`.
fn cases_beside(definition: &Path) -> PathBuf {
    definition.with_extension("test.yaml")
}

/// The variables of the project around the file. A project that is wrong is said and has none.
fn variables(file: &Path) -> BTreeMap<String, serde_json::Value> {
    project::variables(file).unwrap_or_else(|error| {
        eprintln!("note: the variables of the project are not known: {error}");
        BTreeMap::new()
    })
}

fn read_file(path: &Path) -> Result<String, Exit> {
    let name = path.display().to_string();
    match std::fs::File::open(path) {
        Ok(file) => read(&name, file),
        Err(error) => Err(unreadable(&name, &error)),
    }
}

fn read(name: &str, from: impl std::io::Read) -> Result<String, Exit> {
    let mut bytes = Vec::new();
    let length = from.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(|error| unreadable(name, &error))?;
    if length as u64 > MAX_FILE {
        return Err(unreadable(name, &format!("it has more than {MAX_FILE} bytes")));
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
        unreadable(name, &format!("it is not UTF-8 text, in line {line}"))
    })
}

fn unreadable(name: &str, why: &dyn std::fmt::Display) -> Exit {
    eprintln!("error: cannot read {name}: {why}");
    Exit(UNREADABLE)
}

/// Whoever stopped reading has seen enough: a closed pipe is no error.
fn say(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_lie_beside_the_definition() {
        let check =
            |file: &str, expected: &str| assert_eq!(cases_beside(Path::new(file)), Path::new(expected));
        check("a/pipeline.asl.json", "a/pipeline.asl.test.yaml");
        check("machine.json", "machine.test.yaml");
    }
}
