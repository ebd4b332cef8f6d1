//! How callers name a function: a name, a partial ARN or a whole one, with or without a version.

use lirio_api::{AwsError, lambda::errors};
use lirio_service::Scope;

/// The service as principal.
pub(crate) const SERVICE: &str = "lambda.amazonaws.com";

/// The one version there is.
pub(crate) const LATEST: &str = "$LATEST";

/// The function's name out of what a caller wrote, and nothing but `$LATEST` as its version.
///
/// # Errors
///
/// `ResourceNotFoundException` for another version, region or account; `InvalidParameterValueException` for
/// what is no function's name.
pub(crate) fn function_name(
    scope: &Scope,
    written: &str,
    qualifier: Option<&str>,
) -> Result<String, AwsError> {
    let parts: Vec<&str> = written.split(':').collect();
    let (name, version) = match parts[..] {
        ["arn", _, "lambda", region, account, "function", name, ref version @ ..] if version.len() < 2 => {
            if *region != *scope.region || *account != *scope.account {
                return Err(errors::resource_not_found_exception(format!("Function not found: {written}")));
            }
            (name, version.first().copied())
        }
        [account, "function", name, ref version @ ..] if version.len() < 2 => {
            if *account != *scope.account {
                return Err(errors::resource_not_found_exception(format!("Function not found: {written}")));
            }
            (name, version.first().copied())
        }
        ["function", name, ref version @ ..] if version.len() < 2 => (name, version.first().copied()),
        [name, ref version @ ..] if version.len() < 2 => (name, version.first().copied()),
        _ => ("", None),
    };
    let valid = (1..=64).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if !valid {
        return Err(errors::invalid_parameter_value_exception(format!(
            "{written} is not a function's name: a name has 1 to 64 letters, digits, hyphens and underscores"
        )));
    }
    if let (Some(a), Some(b)) = (version, qualifier)
        && a != b
    {
        return Err(errors::invalid_parameter_value_exception(
            "The derived qualifier from the function name does not match the specified qualifier.",
        ));
    }
    match version.or(qualifier) {
        None | Some(LATEST) => Ok(name.to_owned()),
        Some(other) => Err(errors::resource_not_found_exception(format!(
            "Function not found: {}:{other}",
            function_arn(scope, name)
        ))),
    }
}

/// The function's ARN, without a version.
pub(crate) fn function_arn(scope: &Scope, name: &str) -> String {
    scope.arn("lambda", &format!("function:{name}"))
}

/// `ResourceNotFoundException` for a function.
pub(crate) fn not_found(scope: &Scope, name: &str) -> AwsError {
    errors::resource_not_found_exception(format!("Function not found: {}", function_arn(scope, name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, qualifier: Option<&str>, expected: Result<&str, &str>) {
        let scope =
            Scope { partition: "aws".into(), region: "eu-west-1".into(), account: "000000000000".into() };
        let found = function_name(&scope, written, qualifier);
        assert_eq!(
            found.as_deref().map_err(|error| error.code.as_ref()),
            expected,
            "{written} {qualifier:?}"
        );
    }

    #[test]
    fn functions_are_named_in_many_ways() {
        let not_found = Err("ResourceNotFoundException");
        let invalid = Err("InvalidParameterValueException");
        check("f", None, Ok("f"));
        check("f", Some("$LATEST"), Ok("f"));
        check("f:$LATEST", None, Ok("f"));
        check("f:$LATEST", Some("$LATEST"), Ok("f"));
        check("f:1", Some("$LATEST"), invalid);
        check("f", Some("1"), not_found);
        check("f:live", None, not_found);
        check("000000000000:function:f", None, Ok("f"));
        check("function:f", None, Ok("f"));
        check("000000000001:function:f", None, not_found);
        check("arn:aws:lambda:eu-west-1:000000000000:function:f", None, Ok("f"));
        check("arn:aws:lambda:eu-west-1:000000000000:function:f:$LATEST", None, Ok("f"));
        check("arn:aws:lambda:eu-west-2:000000000000:function:f", None, not_found);
        check("arn:aws:lambda:eu-west-1:000000000000:function:f:1", None, not_found);
        check("", None, invalid);
        check("../f", None, invalid);
        check("a:b:c:d:e", None, invalid);
    }
}
