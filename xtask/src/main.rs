//! Development tasks: `cargo xtask help` lists them.

mod bench;
mod ci;
mod codegen;
mod conformance;
mod engines;
mod fuzz;
mod licences;
mod paths;
mod python;
mod sh;

use anyhow::{Result, bail};

const HELP: &str = "\
Usage: cargo xtask TASK

  test                every test, with whatever set-up it needs
  sdk [v2|v3|mlflow]  the tests with SageMaker's SDKs for Python and with MLflow's containers;
                      `test` has v2, the others weigh a gigabyte each
  podman              every test of containers with Podman; `test` has a choice of them
  week [--rounds N] [--seed N] [--disk tmpfs|ext4] [--engine]
                      a team's week in fast forward: jobs, endpoints, executions, crashes, a full
                      disk, and then what is left is counted; 240 rounds (some ten minutes) unless
                      told otherwise, with a seed that repeats them
  checks              clippy, documentation, licences, advisories
  ci                  all that CI does: format, generated code, tests, conformance,
                      and the checks beside them
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
  bench invoke [--project FOLDER [-- ARGUMENTS OF LIRIO RUN]]
                      InvokeEndpoint beside the container itself: latency, throughput
  bench sagemaker [--project FOLDER [-- ARGUMENTS OF LIRIO RUN]]
                      CreateEndpoint to InService beside the container's own start, and a
                      training job that does nothing
  bench updates [--project FOLDER [-- ARGUMENTS OF LIRIO RUN]]
                      2,000 requests a second through ten updates, a rollback and a
                      killed container
  codegen [--check]   write crates/api/src/generated and crates/shapes/src/generated
                      from AWS's service models (--check: fail if that changes anything)
";

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["test"] => ci::test(),
        ["checks"] => ci::checks(),
        ["ci"] => ci::ci(),
        ["podman"] => engines::podman(),
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
