//! `lirio status`: the platform and what is on it.

use anyhow::Result;
use lirio_api::{sagemaker, stepfunctions};
use serde_json::json;

use crate::cli::Common;
use crate::commands::platform;
use crate::home::Home;

/// Executions shown of each state machine.
const EXECUTIONS: i64 = 5;

pub(crate) async fn status(args: Common) -> Result<()> {
    let home = Home::find(&args.data)?;
    let Some(platform) = platform::find(&home).await? else {
        if args.json {
            println!("{}", json!({ "running": false }));
        } else {
            println!("No platform runs on {}.", home.path().display());
            println!("Start one with `lirio serve`, or run a project: `lirio run FOLDER`.");
        }
        return Ok(());
    };
    let client = &platform.client;
    let endpoints =
        client.call(sagemaker::ops::ListEndpoints, sagemaker::ListEndpointsInput::default()).await?.endpoints;
    let machines = client
        .call(stepfunctions::ops::ListStateMachines, stepfunctions::ListStateMachinesInput::default())
        .await?
        .state_machines;
    let mut executions = Vec::new();
    for machine in &machines {
        let input = stepfunctions::ListExecutionsInput {
            state_machine_arn: Some(machine.state_machine_arn.clone()),
            max_results: Some(EXECUTIONS),
            ..Default::default()
        };
        let found = client.call(stepfunctions::ops::ListExecutions, input).await?.executions;
        executions.extend(found.into_iter().map(|e| (machine.name.clone(), e)));
    }
    if args.json {
        let endpoints: Vec<_> = endpoints
            .iter()
            .map(|e| json!({ "name": e.endpoint_name, "status": e.endpoint_status }))
            .collect();
        let executions: Vec<_> = executions
            .iter()
            .map(|(machine, e)| {
                json!({ "state_machine": machine, "name": e.name, "status": e.status, "started": e.start_date.iso8601_millis() })
            })
            .collect();
        let report = json!({
            "running": true, "endpoint_url": platform.running.endpoint, "pid": platform.running.pid,
            "data_dir": home.path(), "endpoints": endpoints, "executions": executions,
        });
        println!("{report}");
        return Ok(());
    }
    println!("Platform    {} (process {})", platform.running.endpoint, platform.running.pid);
    println!("Data        {}", home.path().display());
    for e in &endpoints {
        println!("Endpoint    {:<28} {}", e.endpoint_name, e.endpoint_status);
    }
    for (machine, e) in &executions {
        println!("Execution   {:<28} {:<10} {}", machine, e.status, e.start_date.iso8601());
    }
    if endpoints.is_empty() && executions.is_empty() {
        println!("Nothing runs on it yet: `lirio run FOLDER`.");
    }
    Ok(())
}
