//! ARNs from the table's templates.

use std::borrow::Cow;

use lirio_api::Value;
use lirio_service::{Caller, Principal, Scope};

/// Fills a template; a list member with `*` gives one ARN for each element.
///
/// Empty when a member that the template names is absent.
pub(crate) fn resolve(template: &str, input: &Value, scope: &Scope, caller: &Caller) -> Vec<String> {
    let mut filled = vec![String::with_capacity(template.len() + 32)];
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else { break };
        filled.iter_mut().for_each(|f| f.push_str(before));
        rest = tail;
        let own: &str = match name {
            "partition" => &scope.partition,
            "region" => &scope.region,
            "account" => &scope.account,
            _ => {
                let values = member(name, input, scope, caller);
                match values.as_slice() {
                    // One that holds an ARN already (a trail, a function, a state machine) is the resource.
                    [only] if only.starts_with("arn:") && tail.is_empty() => {
                        return vec![only.clone().into_owned()];
                    }
                    [only] => filled.iter_mut().for_each(|f| f.push_str(only)),
                    _ => {
                        filled = filled
                            .iter()
                            .flat_map(|f| values.iter().map(move |v| format!("{f}{v}")))
                            .collect()
                    }
                }
                continue;
            }
        };
        filled.iter_mut().for_each(|f| f.push_str(own));
    }
    filled.iter_mut().for_each(|f| f.push_str(rest));
    filled
}

/// The texts that a member of the input holds, as the template wants them.
fn member<'a>(name: &str, input: &'a Value, scope: &Scope, caller: &'a Caller) -> Vec<Cow<'a, str>> {
    let (path, filter) = name.split_once('|').unwrap_or((name, ""));
    let mut found: Vec<&Value> = vec![input];
    for segment in path.split('.') {
        match segment {
            "*" => {
                found = found
                    .into_iter()
                    .filter_map(|v| if let Value::List(l) = v { Some(l.iter()) } else { None })
                    .flatten()
                    .collect();
            }
            member => found = found.into_iter().filter_map(|v| v.as_map()?.get(member)).collect(),
        }
    }
    let mut texts: Vec<&str> = found.into_iter().filter_map(Value::as_str).collect();
    if texts.is_empty() && path == "UserName" {
        // IAM: "If you do not specify a user name, IAM determines the user name implicitly".
        if let Principal::User { name, .. } = &caller.principal {
            texts.push(name);
        }
    }
    texts.into_iter().map(|text| apply(filter, text, scope)).collect()
}

fn apply<'a>(filter: &str, text: &'a str, scope: &Scope) -> Cow<'a, str> {
    match filter {
        "lower" if text.chars().any(char::is_uppercase) => text.to_lowercase().into(),
        "object" => {
            let path = text.trim_start_matches('/').split('?').next().unwrap_or_default();
            if path.starts_with("arn:") {
                path.into()
            } else {
                format!("arn:{}:s3:::{path}", scope.partition).into()
            }
        }
        _ => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use lirio_api::{Fields, Value};
    use lirio_service::{Caller, Scope};

    use super::resolve;

    fn check(template: &str, members: &[(&'static str, Value)], expected: &[&str]) {
        let scope =
            Scope { partition: "aws".into(), region: "eu-west-1".into(), account: "000000000000".into() };
        let input = Value::Map(members.iter().map(|(n, v)| ((*n).into(), v.clone())).collect());
        assert_eq!(resolve(template, &input, &scope, &Caller::service("test")), expected);
    }

    #[test]
    fn templates_become_arns() {
        check("*", &[], &["*"]);
        check(
            "arn:{partition}:s3:::{Bucket}/{Key}",
            &[("Bucket", "b".into()), ("Key", "a/b".into())],
            &["arn:aws:s3:::b/a/b"],
        );
        let job = "arn:{partition}:sagemaker:{region}:{account}:training-job/{Name|lower}";
        check(
            job,
            &[("Name", "Job-1".into())],
            &["arn:aws:sagemaker:eu-west-1:000000000000:training-job/job-1"],
        );
        check(job, &[], &[]);
        let trail = "arn:{partition}:cloudtrail:{region}:{account}:trail/{Name}";
        check(
            trail,
            &[("Name", "arn:aws:cloudtrail:x:1:trail/t".into())],
            &["arn:aws:cloudtrail:x:1:trail/t"],
        );
        check("{CopySource|object}", &[("CopySource", "/b/k?versionId=1".into())], &["arn:aws:s3:::b/k"]);
        let target =
            |role: &'static str| Value::Map(Fields::from_iter([("RoleArn".into(), Value::from(role))]));
        let targets = Value::List(vec![target("arn:r1"), Value::Map(Fields::new()), target("arn:r2")]);
        check("{Targets.*.RoleArn}", &[("Targets", targets)], &["arn:r1", "arn:r2"]);
    }
}
