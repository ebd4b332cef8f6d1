//! The ARNs of Step Functions.

use lirio_api::{AwsError, stepfunctions::errors};
use lirio_service::Scope;

/// What an ARN of Step Functions names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StatesArn {
    /// `arn:aws:states:REGION:ACCOUNT:stateMachine:NAME[:QUALIFIER]`
    Machine(MachineArn),
    /// `arn:aws:states:REGION:ACCOUNT:stateMachine:NAME/LABEL`: a distributed Map state.
    MapState,
    /// `arn:aws:states:REGION:ACCOUNT:execution:MACHINE:NAME`
    Execution,
    /// `arn:aws:states:REGION:ACCOUNT:mapRun:MACHINE/LABEL:UUID`
    MapRun,
    /// `arn:aws:states:REGION:ACCOUNT:activity:NAME`
    Activity,
    /// Something else, such as an execution of an express machine.
    Other,
}

/// A state machine, perhaps one of its versions or aliases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MachineArn {
    /// The machine's own ARN.
    pub(crate) base: String,
    /// What comes after it.
    pub(crate) qualifier: Option<Qualifier>,
}

/// What qualifies a state machine's ARN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Qualifier {
    /// `:1`
    Version(u64),
    /// `:PROD`
    Alias(String),
}

impl Qualifier {
    fn of(text: &str) -> Self {
        // An alias has a letter or one of `-_.`: what has not is a version.
        match text.parse() {
            Ok(version) if text.bytes().all(|b| b.is_ascii_digit()) => Qualifier::Version(version),
            _ => Qualifier::Alias(text.to_owned()),
        }
    }
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
    let whole = |qualifier| StatesArn::Machine(MachineArn { base: parts[..7].join(":"), qualifier });
    Ok(match (parts[5], &parts[6..]) {
        ("stateMachine", [name, ..]) if name.contains('/') => StatesArn::MapState,
        ("stateMachine", [name]) if !name.is_empty() => whole(None),
        ("stateMachine", [name, qualifier]) if !name.is_empty() && !qualifier.is_empty() => {
            whole(Some(Qualifier::of(qualifier)))
        }
        ("execution", [machine, name]) if !machine.is_empty() && !name.is_empty() => StatesArn::Execution,
        ("mapRun", [machine, run]) if !machine.is_empty() && !run.is_empty() => StatesArn::MapRun,
        ("activity", [name]) if !name.is_empty() => StatesArn::Activity,
        _ => StatesArn::Other,
    })
}

/// Insists on a state machine's ARN, with or without a qualifier.
pub(crate) fn qualified(arn: &str) -> Result<MachineArn, AwsError> {
    match parse(arn)? {
        StatesArn::Machine(machine) => Ok(machine),
        StatesArn::MapState => Err(errors::validation_exception(
            "The state machine ARN refers to a Distributed Map state, which this operation does not take",
        )),
        _ => Err(wrong_type(arn)),
    }
}

/// Insists on a state machine's ARN without a qualifier.
pub(crate) fn machine(arn: &str) -> Result<(), AwsError> {
    match qualified(arn)?.qualifier {
        None => Ok(()),
        Some(_) => Err(no_machine(arn)),
    }
}

/// Insists on an execution's ARN.
pub(crate) fn execution(arn: &str) -> Result<(), AwsError> {
    match parse(arn)? {
        StatesArn::Execution => Ok(()),
        _ => Err(wrong_type(arn)),
    }
}

/// Insists on a map run's ARN.
pub(crate) fn map_run(arn: &str) -> Result<(), AwsError> {
    match parse(arn)? {
        StatesArn::MapRun => Ok(()),
        _ => Err(wrong_type(arn)),
    }
}

/// Insists on an activity's ARN.
pub(crate) fn activity(arn: &str) -> Result<(), AwsError> {
    match parse(arn)? {
        StatesArn::Activity => Ok(()),
        _ => Err(wrong_type(arn)),
    }
}

fn wrong_type(arn: &str) -> AwsError {
    let kind = arn.split(':').nth(5).unwrap_or_default();
    invalid(format_args!("Resource type not valid in this context: {kind}"))
}

/// The ARN of a state machine.
pub(crate) fn of_machine(scope: &Scope, name: &str) -> String {
    scope.arn("states", &format!("stateMachine:{name}"))
}

/// The ARN of an execution of a machine; a version's or alias's executions are its machine's.
pub(crate) fn of_execution(machine_arn: &str, name: &str) -> String {
    format!("{}:{name}", base_of(machine_arn).replacen(":stateMachine:", ":execution:", 1))
}

/// The ARN of an execution of an express machine.
pub(crate) fn of_express(machine_arn: &str, name: &str, id: &str) -> String {
    format!("{}:{name}:{id}", machine_arn.replacen(":stateMachine:", ":express:", 1))
}

/// The ARN of an EXPRESS execution of a map run; `name` is its name and its number.
pub(crate) fn of_express_child(machine_arn: &str, name: &str) -> String {
    format!("{}:{name}", machine_arn.replacen(":stateMachine:", ":express:", 1))
}

/// A machine's ARN without its qualifier.
fn base_of(machine_arn: &str) -> &str {
    machine_arn.match_indices(':').nth(6).map_or(machine_arn, |(at, _)| &machine_arn[..at])
}

/// The ARN of an activity.
pub(crate) fn of_activity(scope: &Scope, name: &str) -> String {
    scope.arn("states", &format!("activity:{name}"))
}

/// `ActivityDoesNotExist`, in the service's words.
pub(crate) fn no_activity(arn: &str) -> AwsError {
    errors::activity_does_not_exist(format!("Activity Does Not Exist: '{arn}'"))
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
        let machine = |qualifier| {
            let base = format!("{base}:stateMachine:m");
            Ok(StatesArn::Machine(MachineArn { base, qualifier }))
        };
        check(&format!("{base}:stateMachine:m"), machine(None));
        check(&format!("{base}:stateMachine:m:1"), machine(Some(Qualifier::Version(1))));
        check(&format!("{base}:stateMachine:m:v1"), machine(Some(Qualifier::Alias("v1".into()))));
        check(&format!("{base}:stateMachine:m/label"), Ok(StatesArn::MapState));
        check(&format!("{base}:execution:m:e"), Ok(StatesArn::Execution));
        check(&format!("{base}:activity:a"), Ok(StatesArn::Activity));
        check(&format!("{base}:express:m:e:0"), Ok(StatesArn::Other));
        check("nothing", Err("Invalid Arn: 'Invalid ARN prefix: nothing'"));
        assert_eq!(of_execution(&format!("{base}:stateMachine:m"), "e"), format!("{base}:execution:m:e"));
        assert_eq!(of_execution(&format!("{base}:stateMachine:m:1"), "e"), format!("{base}:execution:m:e"));
        assert_eq!(of_express(&format!("{base}:stateMachine:m"), "e", "0"), format!("{base}:express:m:e:0"));
    }

    #[test]
    fn names() {
        for (name, good) in [("a-b_c.1", true), ("", false), ("a b", false), ("a/b", false), ("a:b", false)] {
            assert_eq!(check_name(name).is_ok(), good, "{name}");
        }
    }
}
