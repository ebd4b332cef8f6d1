//! `lirio env`: the environment for AWS's own tools.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};

use lirio_gateway::AwsHosts;

use crate::cli::Env;
use crate::home::Home;

pub(crate) fn env(args: &Env) -> Result<()> {
    let home = Home::find(&args.common.data)?;
    home.create()?;
    let credentials = home.credentials()?;
    let running = home.last_running();
    let endpoint = running.as_ref().map_or("http://127.0.0.1:4566", |r| r.endpoint.as_str());
    let region = running.as_ref().map_or("eu-west-1", |r| r.region.as_str());
    let mut variables = vec![
        ("AWS_ACCESS_KEY_ID", credentials.access_key_id.as_str()),
        ("AWS_SECRET_ACCESS_KEY", credentials.secret_access_key.as_str()),
        ("AWS_DEFAULT_REGION", region),
        ("AWS_REGION", region),
        ("AWS_ENDPOINT_URL", endpoint),
        // StartSyncExecution and others would otherwise go to `sync-127.0.0.1`.
        ("AWS_DISABLE_HOST_PREFIX_INJECTION", "true"),
    ];
    let certificate = AwsHosts::certificate(home.path());
    if args.aws_hosts {
        if !certificate.is_file() {
            bail!("{} is made when the platform starts: lirio serve, or lirio run", certificate.display());
        }
        let bundle = certificate.to_str().context("the data directory's name is not UTF-8")?;
        variables.extend([("HTTPS_PROXY", endpoint), ("AWS_CA_BUNDLE", bundle)]);
    }
    if args.common.json {
        println!("{}", serde_json::to_string(&variables.into_iter().collect::<BTreeMap<_, _>>())?);
    } else {
        for (name, value) in variables {
            println!("export {name}='{value}'");
        }
    }
    Ok(())
}
