//! The ARNs of Step Functions.

use lirio_api::{AwsError, stepfunctions::errors};
use lirio_service::Scope;

/// What an ARN of Step Functions names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StatesArn {
    /// `arn:aws:states:REGION:ACCOUNT:stateMachine:NAME[:QUALIFIER]`
    Machine {
        /// A version's number or an alias.
        qualified: bool,
    },
    /// `arn:aws:states:REGION:ACCOUNT:execution:MACHINE:NAME`
    Execution,
    /// Something else, such as an activity.
    Other,
}

/// `InvalidArn`, in the service's words.
pub(crate) fn invalid(why: impl std::fmt::Display) -> AwsError {
    errors::invalid_arn(format!("Invalid Arn: '{why}'"))
}

/// Reads an ARN.
pub(crate) fn parse(arn: &str) -> Result<StatesArn, AwsError> {
    if !arn.starts_with("arn:") {
        return Err(invalid(format_args!("Invalid ARN prefix: {arn}")));
    }
    let parts: Vec<&str> = arn.split(':').collect();
    if parts.len() < 7 || parts[2] != "states" || parts[3].is_empty() || parts[4].is_empty() {
        return Err(invalid(format_args!("Invalid ARN: {arn}")));
    }
    Ok(match (parts[5], &parts[6..]) {
        ("stateMachine", [name]) if !name.is_empty() => StatesArn::Machine { qualified: false },
        ("stateMachine", [name, _]) if !name.is_empty() => StatesArn::Machine { qualified: true },
        ("execution", [machine, name]) if !machine.is_empty() && !name.is_empty() => StatesArn::Execution,
        _ => StatesArn::Other,
    })
}

/// Insists on a state machine's ARN without a qualifier: versions and aliases never exist here.
pub(crate) fn machine(arn: &str) -> Result<(), AwsError> {
    match parse(arn)? {
        StatesArn::Machine { qualified: false } => Ok(()),
        StatesArn::Machine { qualified: true } => Err(no_machine(arn)),
        _ => Err(invalid(format_args!("Resource type not valid in this context: {}", kind(arn)))),
    }
}

/// Insists on an execution's ARN.
pub(crate) fn execution(arn: &str) -> Result<(), AwsError> {
    match parse(arn)? {
        StatesArn::Execution => Ok(()),
        _ => Err(invalid(format_args!("Resource type not valid in this context: {}", kind(arn)))),
    }
}

fn kind(arn: &str) -> &str {
    arn.split(':').nth(5).unwrap_or_default()
}

/// The ARN of a state machine.
pub(crate) fn of_machine(scope: &Scope, name: &str) -> String {
    scope.arn("states", &format!("stateMachine:{name}"))
}

/// The ARN of an execution of a machine.
pub(crate) fn of_execution(machine_arn: &str, name: &str) -> String {
    format!("{}:{name}", machine_arn.replacen(":stateMachine:", ":execution:", 1))
}

/// `StateMachineDoesNotExist`, in the service's words.
pub(crate) fn no_machine(arn: &str) -> AwsError {
    errors::state_machine_does_not_exist(format!("State Machine Does Not Exist: '{arn}'"))
}

/// `ExecutionDoesNotExist`, in the service's words.
pub(crate) fn no_execution(arn: &str) -> AwsError {
    errors::execution_does_not_exist(format!("Execution Does Not Exist: '{arn}'"))
}

/// Names may not have what would need escaping somewhere (API reference, `CreateStateMachine`).
pub(crate) fn check_name(name: &str) -> Result<(), AwsError> {
    let bad = |c: char| c.is_whitespace() || c.is_control() || "<>{}[]?*\"#%\\^|~`$&,;:/".contains(c);
    if name.is_empty() || name.chars().count() > 80 || name.chars().any(bad) {
        return Err(errors::invalid_name(format!("Invalid Name: '{name}'")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arns() {
        let check = |arn: &str, expected: Result<StatesArn, &str>| {
            assert_eq!(parse(arn).map_err(|e| e.message), expected.map_err(str::to_owned), "{arn}");
        };
        let base = "arn:aws:states:eu-west-1:000000000000";
        check(&format!("{base}:stateMachine:m"), Ok(StatesArn::Machine { qualified: false }));
        check(&format!("{base}:stateMachine:m:1"), Ok(StatesArn::Machine { qualified: true }));
        check(&format!("{base}:execution:m:e"), Ok(StatesArn::Execution));
        check(&format!("{base}:activity:a"), Ok(StatesArn::Other));
        check("nothing", Err("Invalid Arn: 'Invalid ARN prefix: nothing'"));
        assert_eq!(of_execution(&format!("{base}:stateMachine:m"), "e"), format!("{base}:execution:m:e"));
    }

    #[test]
    fn names() {
        for (name, good) in [("a-b_c.1", true), ("", false), ("a b", false), ("a/b", false), ("a:b", false)] {
            assert_eq!(check_name(name).is_ok(), good, "{name}");
        }
    }
}
