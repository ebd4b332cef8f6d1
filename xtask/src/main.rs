//! Development tasks: `cargo xtask help` lists them.

mod codegen;
mod paths;

use anyhow::{Result, bail};

const HELP: &str = "\
Usage: cargo xtask TASK

  codegen [--check]   write crates/api/src/generated from AWS's service models
                      (--check: fail if that changes anything)
";

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["codegen"] => codegen::run(false),
        ["codegen", "--check"] => codegen::run(true),
        ["help" | "--help"] | [] => {
            print!("{HELP}");
            Ok(())
        }
        [other, ..] => bail!("unknown task '{other}'\n\n{HELP}"),
    }
}
