//! `lirio env`: the environment for AWS's own tools.

use anyhow::Result;

use crate::cli::Common;
use crate::home::Home;

pub(crate) fn env(args: &Common) -> Result<()> {
    let home = Home::find(&args.data)?;
    home.create()?;
    let credentials = home.credentials()?;
    let running = home.last_running();
    let endpoint = running.as_ref().map_or("http://127.0.0.1:4566", |r| r.endpoint.as_str());
    let region = running.as_ref().map_or("eu-west-1", |r| r.region.as_str());
    let variables = [
        ("AWS_ACCESS_KEY_ID", credentials.access_key_id.as_str()),
        ("AWS_SECRET_ACCESS_KEY", credentials.secret_access_key.as_str()),
        ("AWS_DEFAULT_REGION", region),
        ("AWS_REGION", region),
        ("AWS_ENDPOINT_URL", endpoint),
        // StartSyncExecution and others would otherwise go to `sync-127.0.0.1`.
        ("AWS_DISABLE_HOST_PREFIX_INJECTION", "true"),
    ];
    if args.json {
        println!("{}", serde_json::to_string(&std::collections::BTreeMap::from(variables))?);
    } else {
        for (name, value) in variables {
            println!("export {name}='{value}'");
        }
    }
    Ok(())
}
