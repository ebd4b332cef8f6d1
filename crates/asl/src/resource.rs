//! What a Task's `Resource` names.

use serde::{Deserialize, Serialize};

/// A parsed `Resource`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskResource {
    /// `arn:aws:lambda:REGION:ACCOUNT:function:NAME[:VERSION]`.
    Lambda {
        /// The whole ARN.
        arn: String,
    },
    /// `arn:aws:states:REGION:ACCOUNT:activity:NAME`.
    Activity {
        /// The whole ARN.
        arn: String,
    },
    /// `arn:aws:states:::SERVICE:ACTION[.sync|.sync:2|.waitForTaskToken]`, or with `aws-sdk:` before the service.
    Service(ServiceIntegration),
}

/// An integration with a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceIntegration {
    /// Whether this is an `aws-sdk` integration, which takes any action of the service.
    pub sdk: bool,
    /// The service, such as `sagemaker`.
    pub service: String,
    /// The action in camel case, such as `createTrainingJob`.
    pub action: String,
    /// How the state machine waits.
    pub pattern: Pattern,
}

/// How a Task waits for what it started.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pattern {
    /// For the answer of the call only.
    RequestResponse,
    /// `.sync`: for the end of the job.
    Sync,
    /// `.sync:2`: the same, with the output as JSON.
    Sync2,
    /// `.waitForTaskToken`: for the token to come back.
    WaitForTaskToken,
}

impl Pattern {
    /// The suffix in the ARN.
    pub fn suffix(self) -> &'static str {
        match self {
            Pattern::RequestResponse => "",
            Pattern::Sync => ".sync",
            Pattern::Sync2 => ".sync:2",
            Pattern::WaitForTaskToken => ".waitForTaskToken",
        }
    }
}

impl ServiceIntegration {
    /// `resourceType` of history events: `lambda`, or `aws-sdk:s3`.
    pub fn resource_type(&self) -> String {
        if self.sdk { format!("aws-sdk:{}", self.service) } else { self.service.clone() }
    }

    /// `resource` of history events: `invoke.waitForTaskToken`.
    pub fn resource(&self) -> String {
        format!("{}{}", self.action, self.pattern.suffix())
    }
}

impl TaskResource {
    /// Parses an ARN; nothing for what no Task can call.
    pub fn parse(arn: &str) -> Option<TaskResource> {
        let parts: Vec<&str> = arn.splitn(6, ':').collect();
        let ["arn", partition, service, region, account, rest] = parts.as_slice() else { return None };
        if partition.is_empty() {
            return None;
        }
        match *service {
            "lambda" => {
                let name = rest.strip_prefix("function:")?;
                (!name.is_empty()).then(|| TaskResource::Lambda { arn: arn.to_owned() })
            }
            "states" if region.is_empty() && account.is_empty() => {
                integration(rest).map(TaskResource::Service)
            }
            "states" => {
                let name = rest.strip_prefix("activity:")?;
                (!name.is_empty()).then(|| TaskResource::Activity { arn: arn.to_owned() })
            }
            _ => None,
        }
    }

    /// The error-name prefix and service of an integration; nothing for Lambda ARNs and activities.
    pub fn as_service(&self) -> Option<&ServiceIntegration> {
        match self {
            TaskResource::Service(service) => Some(service),
            _ => None,
        }
    }

    /// How the state machine waits for the task.
    pub fn pattern(&self) -> Pattern {
        self.as_service().map_or(Pattern::RequestResponse, |service| service.pattern)
    }
}

fn integration(rest: &str) -> Option<ServiceIntegration> {
    let (sdk, rest) = match rest.strip_prefix("aws-sdk:") {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let (service, action) = rest.split_once(':')?;
    let (action, pattern) = match action.split_once('.') {
        None => (action, Pattern::RequestResponse),
        Some((action, "sync")) => (action, Pattern::Sync),
        Some((action, "sync:2")) => (action, Pattern::Sync2),
        Some((action, "waitForTaskToken")) => (action, Pattern::WaitForTaskToken),
        Some(_) => return None,
    };
    let plain =
        |s: &str| !s.is_empty() && s.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    (plain(service) && plain(action) && action != "sync").then(|| ServiceIntegration {
        sdk,
        service: service.to_owned(),
        action: action.to_owned(),
        pattern,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arn: &str, expected: Option<(&str, &str)>) {
        let parsed = TaskResource::parse(arn);
        let service = parsed.as_ref().and_then(TaskResource::as_service);
        let shown = service.map(|s| (s.resource_type(), s.resource()));
        assert_eq!(shown, expected.map(|(t, r)| (t.to_owned(), r.to_owned())), "{arn}");
    }

    #[test]
    fn resources() {
        check("arn:aws:states:::lambda:invoke", Some(("lambda", "invoke")));
        check(
            "arn:aws:states:::sagemaker:createTrainingJob.sync",
            Some(("sagemaker", "createTrainingJob.sync")),
        );
        check("arn:aws:states:::states:startExecution.sync:2", Some(("states", "startExecution.sync:2")));
        check(
            "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            Some(("sqs", "sendMessage.waitForTaskToken")),
        );
        check("arn:aws:states:::aws-sdk:s3:getObject", Some(("aws-sdk:s3", "getObject")));
        check("arn:aws:states:::lambda:invoke.later", None);
        check("arn:aws:states:::lambda", None);
        check("arn:aws:s3:::bucket", None);
        check("foo:bar", None);
        let lambda = "arn:aws:lambda:eu-west-1:000000000000:function:f:1";
        assert_eq!(TaskResource::parse(lambda), Some(TaskResource::Lambda { arn: lambda.into() }));
        let activity = "arn:aws:states:eu-west-1:000000000000:activity:a";
        assert_eq!(TaskResource::parse(activity), Some(TaskResource::Activity { arn: activity.into() }));
    }
}
