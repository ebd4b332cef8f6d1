//! `lirio logs`: what containers and functions wrote.

use anyhow::{Result, bail};
use lirio_api::{Timestamp, logs as api};

use crate::cli::Logs;
use crate::commands::platform;
use crate::home::Home;

pub(crate) async fn logs(args: Logs) -> Result<()> {
    let home = Home::find(&args.common.data)?;
    let platform = platform::existing(&home).await?;
    let client = &platform.client;
    let groups = client
        .call(api::ops::DescribeLogGroups, api::DescribeLogGroupsRequest::default())
        .await?
        .log_groups
        .unwrap_or_default();
    let names: Vec<String> = groups.into_iter().filter_map(|g| g.log_group_name).collect();
    let wanted: Vec<&String> = names
        .iter()
        .filter(|name| args.group.as_ref().is_none_or(|part| name.contains(part.as_str())))
        .collect();
    if wanted.is_empty() {
        match &args.group {
            Some(part) => bail!("no log group's name has '{part}' in it; there are: {}", names.join(", ")),
            None => println!("There are no logs yet."),
        }
    }
    for group in wanted {
        if !args.common.json {
            println!("== {group}");
        }
        let mut next = None;
        loop {
            let input = api::FilterLogEventsRequest {
                log_group_name: Some(group.clone()),
                log_stream_name_prefix: args.stream.clone(),
                next_token: next,
                ..Default::default()
            };
            let page = client.call(api::ops::FilterLogEvents, input).await?;
            for event in page.events.unwrap_or_default() {
                let time = Timestamp(event.timestamp.unwrap_or_default()).iso8601_millis();
                let stream = event.log_stream_name.unwrap_or_default();
                let message = event.message.unwrap_or_default();
                if args.common.json {
                    println!(
                        "{}",
                        serde_json::json!({ "group": group, "stream": stream, "time": time, "message": message })
                    );
                } else {
                    println!("{time} {stream} {}", message.trim_end());
                }
            }
            next = page.next_token;
            if next.is_none() {
                break;
            }
        }
    }
    Ok(())
}
