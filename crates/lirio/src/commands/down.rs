//! `lirio down`: stops the platform in the background.

use anyhow::Result;

use crate::cli::Common;
use crate::commands::platform;
use crate::home::Home;

pub(crate) async fn down(args: Common) -> Result<()> {
    let home = Home::find(&args.data)?;
    let stopped = match platform::find(&home).await? {
        Some(found) => {
            let pid = found.running.pid;
            platform::stop(found).await?;
            Some(pid)
        }
        None => None,
    };
    match (args.json, stopped) {
        (true, stopped) => {
            println!("{}", serde_json::json!({ "stopped": stopped.is_some(), "pid": stopped }))
        }
        (false, Some(pid)) => {
            println!("The platform (process {pid}) has stopped. Its data stays in {}.", home.path().display())
        }
        (false, None) => println!("No platform runs on {}.", home.path().display()),
    }
    Ok(())
}
