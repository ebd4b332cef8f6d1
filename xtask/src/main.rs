//! Development tasks: `cargo xtask help` lists them.

mod bench;
mod ci;
mod codegen;
mod conformance;
mod docker;
mod fuzz;
mod licences;
mod paths;
mod python;
mod sh;

use anyhow::{Result, bail};

const HELP: &str = "\
Usage: cargo xtask TASK

  test                every test, with whatever set-up it needs
  sdk [v2|v3]         the tests with SageMaker's SDKs for Python; `test` has v2, v3 weighs a gigabyte
  week [--rounds N] [--seed N] [--disk tmpfs|ext4] [--engine]
                      a team's week in fast forward: jobs, endpoints, executions, crashes, a full
                      disk, and then what is left is counted; 240 rounds (some ten minutes) unless
                      told otherwise, with a seed that repeats them
  ci                  all that CI does: format, generated code, clippy, tests,
                      documentation, licences, advisories
  bench loop [--runs N]
                      the loop 20 times: medians and where each millisecond went,
                      start-up and idle memory of the platform
  bench asl [PART...] [--finished N]
                      the engine of Step Functions over HTTP, durable: latencies,
                      transitions per second, memory and bytes; then its peers
                      (parts: one, rate, waiting, finished, peers; --finished: executions
                      in the store, a million unless given)
  conformance SUITE [--corpus DIR] [--json]
                      every case of the corpus in ../shared/conformance (suites: asl, events):
                      pass counts by feature, and what fails; see its --help
  fuzz [TARGET] [--seconds N]
                      the fuzz targets, 600 seconds each
  bench events [SCENARIO] [--rules N] [--peer]
                      event patterns: one event against 100,000 rules of each kind
                      (--peer: then the same with a crate of others)
  codegen [--check]   write crates/api/src/generated and crates/shapes/src/generated
                      from AWS's service models (--check: fail if that changes anything)
";

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["test"] => ci::test(),
        ["ci"] => ci::ci(),
        ["sdk", rest @ ..] => ci::sdk(rest),
        ["week", rest @ ..] => ci::week(rest),
        ["bench", rest @ ..] => bench::bench(rest),
        ["conformance", rest @ ..] => conformance::run(rest),
        ["fuzz", rest @ ..] => fuzz::fuzz(rest),
        ["codegen"] => codegen::run(false),
        ["codegen", "--check"] => codegen::run(true),
        ["help" | "--help"] | [] => {
            print!("{HELP}");
            Ok(())
        }
        [other, ..] => bail!("unknown task '{other}'\n\n{HELP}"),
    }
}
