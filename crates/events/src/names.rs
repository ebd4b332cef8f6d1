//! Names and ARNs of buses and rules.

use lirio_api::AwsError;
use lirio_api::events::errors::resource_not_found_exception;
use lirio_service::Scope;

use crate::tables::DEFAULT_BUS;

/// The bus that a request means: by name, by ARN, or the default one.
pub(crate) fn bus_name(given: Option<&str>) -> String {
    let given = given.unwrap_or(DEFAULT_BUS);
    match given.split_once(":event-bus/") {
        Some((prefix, name)) if prefix.starts_with("arn:") => name.to_owned(),
        _ => given.to_owned(),
    }
}

/// A bus's ARN.
pub(crate) fn bus_arn(scope: &Scope, bus: &str) -> String {
    scope.arn("events", &format!("event-bus/{bus}"))
}

/// A rule's ARN; rules of the default bus do not show it.
pub(crate) fn rule_arn(scope: &Scope, bus: &str, rule: &str) -> String {
    match bus {
        DEFAULT_BUS => scope.arn("events", &format!("rule/{rule}")),
        bus => scope.arn("events", &format!("rule/{bus}/{rule}")),
    }
}

/// What an ARN of EventBridge names.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Resource {
    Bus { region: String, bus: String },
    Rule { region: String, bus: String, rule: String },
}

impl Resource {
    /// Reads an ARN of a bus or a rule.
    pub(crate) fn parse(arn: &str) -> Result<Self, AwsError> {
        let invalid = || {
            AwsError::validation(format!(
                "Parameter {arn} is not valid. Reason: Provided Arn is not in correct format."
            ))
        };
        let parts: Vec<&str> = arn.splitn(6, ':').collect();
        let ["arn", _, "events", region, _, resource] = parts.as_slice() else { return Err(invalid()) };
        let region = (*region).to_owned();
        match resource.split('/').collect::<Vec<_>>().as_slice() {
            ["event-bus", bus] => Ok(Self::Bus { region, bus: (*bus).to_owned() }),
            ["rule", rule] => {
                Ok(Self::Rule { region, bus: DEFAULT_BUS.to_owned(), rule: (*rule).to_owned() })
            }
            ["rule", bus @ .., rule] if !bus.is_empty() => {
                Ok(Self::Rule { region, bus: bus.join("/"), rule: (*rule).to_owned() })
            }
            _ => Err(invalid()),
        }
    }
}

/// `ResourceNotFoundException` of a bus.
pub(crate) fn no_such_bus(bus: &str) -> AwsError {
    resource_not_found_exception(format!("Event bus {bus} does not exist."))
}

/// `ResourceNotFoundException` of a rule.
pub(crate) fn no_such_rule(bus: &str, rule: &str) -> AwsError {
    resource_not_found_exception(format!("Rule {rule} does not exist on EventBus {bus}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buses_go_by_name_or_arn() {
        assert_eq!(bus_name(None), "default");
        assert_eq!(bus_name(Some("orders")), "orders");
        assert_eq!(bus_name(Some("arn:aws:events:eu-west-1:000000000000:event-bus/orders")), "orders");
    }

    #[test]
    fn arns_name_buses_and_rules() {
        let rule = |bus: &str, rule: &str| {
            Some(Resource::Rule { region: "r".into(), bus: bus.into(), rule: rule.into() })
        };
        let check = |arn: &str, expected: Option<Resource>| {
            assert_eq!(Resource::parse(arn).ok(), expected, "{arn}");
        };
        check("arn:aws:events:r:1:rule/x", rule("default", "x"));
        check("arn:aws:events:r:1:rule/b/x", rule("b", "x"));
        check("arn:aws:events:r:1:rule/aws.partner/a/x", rule("aws.partner/a", "x"));
        check("arn:aws:events:r:1:event-bus/b", Some(Resource::Bus { region: "r".into(), bus: "b".into() }));
        check("arn:aws:events:r:1:archive/b", None);
        check("arn:aws:sqs:r:1:rule/x", None);
        check("x", None);
    }
}
