//! The commands.

mod asl;
mod build;
mod doctor;
mod down;
mod env;
mod follow;
mod logs;
mod models;
mod platform;
mod predict;
mod report;
mod run;
mod status;
mod upload;

use anyhow::Result;

use crate::cli::{Asl, Cli, Command};

/// Ends the process with a code, everything having been said already.
#[derive(Debug)]
pub(crate) struct Exit(pub(crate) u8);

impl std::fmt::Display for Exit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "exit code {}", self.0)
    }
}

impl std::error::Error for Exit {}

/// Runs a command.
pub(crate) async fn run(cli: Cli) -> Result<()> {
    match cli.command {
        Command::Run(args) => run::run(args).await,
        Command::Predict(args) => predict::predict(args).await,
        Command::Upload(args) => upload::upload(args).await,
        Command::Build(args) => build::build(args).await,
        Command::Push(args) => build::push(args).await,
        Command::Apply(args) => build::apply(args).await,
        Command::Status(args) => status::status(args).await,
        Command::Logs(args) => logs::logs(args).await,
        Command::Models(args) => models::models(args).await,
        Command::Approve(args) => models::approve(args).await,
        Command::Reject(args) => models::reject(args).await,
        Command::Env(args) => env::env(&args),
        Command::Down(args) => down::down(args).await,
        Command::Serve(args) => crate::serve::serve(args).await,
        Command::Doctor(args) => doctor::doctor(args).await,
        Command::Asl(Asl::Check(args)) => asl::check(&args),
        Command::Asl(Asl::Test(args)) => asl::test(&args),
    }
}
