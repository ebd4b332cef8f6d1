//! `loggingConfiguration`: where the events of executions are written, checked when it is given.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::logs::{self, DescribeLogGroupsRequest};
use lirio_api::stepfunctions::{CloudWatchLogsLogGroup, LogDestination, LoggingConfiguration, errors};
use lirio_service::Caller;

use crate::States;
use crate::tables::Logging;
use crate::tasks::SERVICE;

impl Default for Logging {
    fn default() -> Self {
        Self { level: "OFF".to_owned(), include_execution_data: false, destinations: None }
    }
}

impl Logging {
    /// What a request asks for; the log groups are looked at by [`States::check_logging`].
    pub(crate) fn read(configuration: &LoggingConfiguration) -> Result<Self, AwsError> {
        let level = configuration.level.clone().unwrap_or_else(|| "OFF".to_owned());
        let destinations = match &configuration.destinations {
            None => None,
            Some(list) => Some(list.iter().map(destination).collect::<Result<Vec<_>, _>>()?),
        };
        let count = destinations.as_ref().map_or(0, Vec::len);
        if count > 1 || count == 0 && level != "OFF" {
            return Err(invalid("Must specify exactly one Log Destination."));
        }
        let include_execution_data = configuration.include_execution_data.unwrap_or(false);
        Ok(Self { level, include_execution_data, destinations })
    }

    /// As the API shows it.
    pub(crate) fn shown(&self) -> LoggingConfiguration {
        let destination = |arn: &String| LogDestination {
            cloud_watch_logs_log_group: Some(CloudWatchLogsLogGroup { log_group_arn: Some(arn.clone()) }),
        };
        LoggingConfiguration {
            level: Some(self.level.clone()),
            include_execution_data: Some(self.include_execution_data),
            destinations: self.destinations.as_ref().map(|list| list.iter().map(destination).collect()),
        }
    }

    /// The log group that events go to; none when nothing is logged.
    pub(crate) fn group(&self) -> Option<&str> {
        let arn = self.destinations.as_ref()?.first()?;
        (self.level != "OFF").then(|| group_of(arn)).flatten()
    }
}

fn invalid(why: &str) -> AwsError {
    errors::invalid_logging_configuration(format!("Invalid Logging Configuration: {why}"))
}

/// The ARN of a destination; the log group's ARN must end with `:*`, as the API reference says.
fn destination(destination: &LogDestination) -> Result<String, AwsError> {
    let arn = destination.cloud_watch_logs_log_group.as_ref().and_then(|group| group.log_group_arn.clone());
    let arn = arn.ok_or_else(|| invalid("Must specify exactly one Log Destination."))?;
    match group_of(&arn) {
        Some(_) => Ok(arn),
        None => Err(invalid("Invalid Log Destination ARN.")),
    }
}

/// `arn:PARTITION:logs:REGION:ACCOUNT:log-group:NAME:*`
fn group_of(arn: &str) -> Option<&str> {
    let mut parts = arn.splitn(7, ':');
    let head: [&str; 6] = std::array::from_fn(|_| parts.next().unwrap_or_default());
    let ["arn", _, "logs", region, account, "log-group"] = head else { return None };
    let name = parts.next()?.strip_suffix(":*")?;
    (!region.is_empty() && !account.is_empty() && !name.is_empty()).then_some(name)
}

impl States {
    /// The log group must exist.
    pub(crate) async fn check_logging(self: &Arc<Self>, logging: &Logging) -> Result<(), AwsError> {
        for name in logging.destinations.iter().flatten().filter_map(|arn| group_of(arn)) {
            let input = DescribeLogGroupsRequest {
                log_group_name_prefix: Some(name.to_owned()),
                limit: Some(50),
                ..DescribeLogGroupsRequest::default()
            };
            let caller = Caller::service(SERVICE);
            let found = self.platform.door.call(&caller, logs::ops::DescribeLogGroups, input).await?;
            // Groups come in the order of their names, so that the exact one is the first.
            let groups = found.log_groups.unwrap_or_default();
            if !groups.iter().any(|group| group.log_group_name.as_deref() == Some(name)) {
                return Err(invalid("Log Destination not found."));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups() {
        let check = |arn: &str, expected: Option<&str>| assert_eq!(group_of(arn), expected, "{arn}");
        check("arn:aws:logs:eu-west-1:000000000000:log-group:/aws/vendedlogs/a:*", Some("/aws/vendedlogs/a"));
        check("arn:aws:logs:eu-west-1:000000000000:log-group:a", None);
        check("arn:aws:logs:eu-west-1:000000000000:log-group::*", None);
        check("arn:aws:s3:::bucket", None);
        check("a", None);
    }

    #[test]
    fn configurations() {
        let group = |arn: &str| LogDestination {
            cloud_watch_logs_log_group: Some(CloudWatchLogsLogGroup { log_group_arn: Some(arn.to_owned()) }),
        };
        let good = "arn:aws:logs:eu-west-1:000000000000:log-group:a:*";
        let check = |level: Option<&str>, destinations: Option<Vec<LogDestination>>, expected: &str| {
            let configuration =
                LoggingConfiguration { level: level.map(str::to_owned), destinations, ..Default::default() };
            let read =
                Logging::read(&configuration).map(|logging| logging.level).unwrap_or_else(|e| e.message);
            assert_eq!(read, expected);
        };
        let one = "Invalid Logging Configuration: Must specify exactly one Log Destination.";
        check(None, None, "OFF");
        check(Some("OFF"), Some(vec![]), "OFF");
        check(Some("ALL"), Some(vec![group(good)]), "ALL");
        check(Some("ALL"), None, one);
        check(Some("ALL"), Some(vec![group(good), group(good)]), one);
        check(
            Some("ALL"),
            Some(vec![group("a")]),
            "Invalid Logging Configuration: Invalid Log Destination ARN.",
        );
    }
}
