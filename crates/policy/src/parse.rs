//! From the text of a document to statements, with IAM's words for what is wrong.

use std::collections::HashSet;

use crate::condition::{Condition, Operator};
use crate::document::{Actions, Document, Effect, Kind, Resources, Statement};
use crate::error::PolicyError;
use crate::glob::{Glob, Reading, Template};
use crate::json::Json;
use crate::principal::{Named, Principals};

/// The longest text that is read, in bytes. Quotas of the services are smaller and checked there.
const LONGEST: usize = 128 * 1024;

type Result<T> = std::result::Result<T, PolicyError>;

impl Document {
    /// Reads and checks a document.
    ///
    /// # Errors
    /// [`PolicyError`] says what is wrong, in IAM's words where they are known, and where.
    pub fn parse(text: &str, kind: Kind) -> Result<Self> {
        if text.len() > LONGEST {
            let message = format!("The policy has {} bytes; at most {LONGEST} are read.", text.len());
            return Err(PolicyError::new("document", message));
        }
        // The reader itself refuses documents nested deeper than 128.
        let json: Json = serde_json::from_str(text).map_err(|error| {
            let location = format!("line {}, column {}", error.line(), error.column());
            PolicyError::new(location, format!("Syntax errors in policy. ({error})"))
        })?;
        let Json::Object(members) = json else { return Err(syntax("document", "it must be a JSON object")) };
        let mut old = true;
        let mut statements = None;
        for (name, value) in members {
            match (name.as_str(), value) {
                ("Version", Json::String(version)) => match version.as_str() {
                    "2012-10-17" => old = false,
                    "2008-10-17" => {}
                    _ => {
                        let message = "Policy document must be version 2012-10-17 or greater.";
                        return Err(PolicyError::new("Version", message));
                    }
                },
                ("Id", Json::String(_)) => {}
                ("Statement", value) => statements = Some(value),
                ("Version" | "Id", _) => return Err(syntax(name, "it must be a string")),
                _ => return Err(syntax(&name, "policies have only Version, Id and Statement")),
            }
        }
        let statements = match statements {
            None => return Err(PolicyError::new("Statement", "Missing required field Statement")),
            Some(Json::Array(all)) if all.is_empty() => {
                return Err(PolicyError::new("Statement", "Could not parse the policy: Statement is empty!"));
            }
            Some(Json::Array(all)) => {
                all.into_iter().enumerate().map(|(at, one)| (format!("Statement[{at}]"), one)).collect()
            }
            Some(one) => vec![("Statement".to_owned(), one)],
        };
        let mut sids = HashSet::new();
        let mut read = Vec::with_capacity(statements.len());
        for (location, json) in statements {
            let statement = StatementReader { kind, old, location: &location }.read(json)?;
            if let Some(sid) = statement.sid.as_ref().filter(|sid| !sid.is_empty())
                && !sids.insert(sid.clone())
            {
                let message = "Statement IDs (SID) in a single policy must be unique.";
                return Err(PolicyError::new(format!("{location}.Sid"), message));
            }
            read.push(statement);
        }
        Ok(Self { kind, statements: read })
    }
}

fn syntax(location: impl Into<String>, hint: &str) -> PolicyError {
    PolicyError::new(location, format!("Syntax errors in policy. ({hint})"))
}

struct StatementReader<'a> {
    kind: Kind,
    old: bool,
    location: &'a str,
}

impl StatementReader<'_> {
    fn at(&self, member: &str) -> String {
        format!("{}.{member}", self.location)
    }

    fn error(&self, member: &str, message: impl Into<String>) -> PolicyError {
        PolicyError::new(self.at(member), message)
    }

    fn read(&self, json: Json) -> Result<Statement> {
        let Json::Object(members) = json else {
            return Err(syntax(self.location, "a statement must be a JSON object"));
        };
        let (mut sid, mut effect, mut principals, mut actions, mut resources) =
            (None, None, None, None, None);
        let mut conditions = Vec::new();
        for (name, value) in members {
            let not = name.starts_with("Not");
            let twice = || Err(syntax(self.location, "an element and its Not form exclude each other"));
            match name.as_str() {
                "Sid" => sid = Some(self.read_sid(value)?),
                "Effect" => effect = Some(self.read_effect(&value)?),
                "Action" | "NotAction" if actions.is_some() => return twice(),
                "Action" | "NotAction" => actions = Some(self.read_actions(&name, not, value)?),
                "Resource" | "NotResource" if self.kind == Kind::Trust => {
                    return Err(self.error(&name, format!("Has prohibited field {name}")));
                }
                "Resource" | "NotResource" if resources.is_some() => return twice(),
                "Resource" | "NotResource" => resources = Some(self.read_resources(&name, not, value)?),
                "Principal" | "NotPrincipal" if self.kind == Kind::Identity => {
                    return Err(self.error(&name, "Policy document should not specify a principal."));
                }
                "Principal" | "NotPrincipal" if principals.is_some() => return twice(),
                "Principal" | "NotPrincipal" => principals = Some(self.read_principals(&name, not, value)?),
                "Condition" => conditions = self.read_conditions(value)?,
                _ => return Err(syntax(self.at(&name), "statements have no such element")),
            }
        }
        let effect = effect.ok_or_else(|| self.error("Effect", "Missing required field Effect"))?;
        let actions =
            actions.ok_or_else(|| self.error("Action", "Policy statement must contain actions."))?;
        if resources.is_none() && self.kind != Kind::Trust {
            return Err(self.error("Resource", "Policy statement must contain resources."));
        }
        if principals.is_none() && self.kind != Kind::Identity {
            return Err(self.error("Principal", "Missing required field Principal"));
        }
        if effect == Effect::Allow && principals.as_ref().is_some_and(|principals| principals.not) {
            return Err(self.error("NotPrincipal", "Allow with NotPrincipal is not supported."));
        }
        Ok(Statement { sid, effect, principals, actions, resources, conditions })
    }

    fn read_sid(&self, value: Json) -> Result<String> {
        let Json::String(sid) = value else { return Err(syntax(self.at("Sid"), "it must be a string")) };
        // Resource policies of several services allow blanks and more; identity policies do not.
        if self.kind != Kind::Resource && !sid.chars().all(|c| c.is_ascii_alphanumeric()) {
            let message = "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular \
                           expression [0-9A-Za-z]*";
            return Err(self.error("Sid", message));
        }
        Ok(sid)
    }

    fn read_effect(&self, value: &Json) -> Result<Effect> {
        match value {
            Json::String(effect) if effect == "Allow" => Ok(Effect::Allow),
            Json::String(effect) if effect == "Deny" => Ok(Effect::Deny),
            Json::String(effect) => Err(self.error("Effect", format!("Invalid effect: {effect}"))),
            _ => Err(syntax(self.at("Effect"), "it must be \"Allow\" or \"Deny\"")),
        }
    }

    fn read_actions(&self, name: &str, not: bool, value: Json) -> Result<Actions> {
        let mut globs = Vec::new();
        for (location, action) in strings(&self.at(name), value)? {
            if action != "*" {
                match action.matches(':').count() {
                    0 => {
                        let message =
                            "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
                        return Err(PolicyError::new(location, message));
                    }
                    1 => {}
                    _ => {
                        return Err(PolicyError::new(
                            location,
                            "Actions/Condition can contain only one colon.",
                        ));
                    }
                }
                let (vendor, operation) = action.split_once(':').expect("there is one colon");
                let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '*' | '?');
                if vendor.is_empty() || !vendor.chars().all(allowed) {
                    return Err(PolicyError::new(location, format!("Vendor {vendor} is not valid")));
                }
                if operation.is_empty() || !operation.chars().all(allowed) {
                    return Err(PolicyError::new(location, format!("Action {action} is not valid")));
                }
            }
            if self.kind == Kind::Trust && !action.to_ascii_lowercase().starts_with("sts:") {
                let message = "AssumeRole policy may only specify STS AssumeRole actions.";
                return Err(PolicyError::new(location, message));
            }
            globs.push(
                action
                    .to_ascii_lowercase()
                    .chars()
                    .map(|c| match c {
                        '*' => Glob::Any,
                        '?' => Glob::One,
                        c => Glob::Char(c),
                    })
                    .collect(),
            );
        }
        if globs.is_empty() {
            return Err(self.error(name, "Policy statement must contain actions."));
        }
        Ok(Actions { not, globs })
    }

    fn read_resources(&self, name: &str, not: bool, value: Json) -> Result<Resources> {
        let mut templates = Vec::new();
        for (location, resource) in strings(&self.at(name), value)? {
            if resource != "*" && !resource.starts_with("arn:") {
                let message = format!("Resource {resource} must be in ARN format or \"*\".");
                return Err(PolicyError::new(location, message));
            }
            let reading = Reading { wildcards: true, variables: !self.old };
            let template = Template::parse(&resource, reading).map_err(|why| syntax(location, &why))?;
            templates.push(template);
        }
        if templates.is_empty() {
            return Err(self.error(name, "Policy statement must contain resources."));
        }
        Ok(Resources { not, templates })
    }

    fn read_principals(&self, name: &str, not: bool, value: Json) -> Result<Principals> {
        let here = self.at(name);
        let mut named = Vec::new();
        match value {
            Json::String(all) if all == "*" => named.push(Named::Everybody),
            Json::Object(families) => {
                for (family, value) in families {
                    for (location, text) in strings(&format!("{here}.{family}"), value)? {
                        let invalid = || {
                            let message = format!("Invalid principal in policy: \"{family}\":\"{text}\"");
                            PolicyError::new(&location, message)
                        };
                        named.push(read_named(&family, &text).ok_or_else(invalid)?);
                    }
                }
            }
            _ => return Err(syntax(here, "it must be \"*\" or an object such as {\"AWS\": \"...\"}")),
        }
        if named.is_empty() { Err(syntax(here, "it names nobody")) } else { Ok(Principals { not, named }) }
    }

    fn read_conditions(&self, value: Json) -> Result<Vec<Condition>> {
        let here = self.at("Condition");
        let Json::Object(operators) = value else { return Err(syntax(here, "it must be an object")) };
        let mut conditions = Vec::new();
        for (name, keys) in operators {
            let here = format!("{here}.{name}");
            let Some(operator) = Operator::parse(&name) else {
                return Err(PolicyError::new(here, format!("Invalid Condition type : {name}.")));
            };
            let Json::Object(keys) = keys else { return Err(syntax(here, "it must be an object of keys")) };
            for (key, values) in keys {
                let here = format!("{here}.{key}");
                if !key.contains(':') {
                    let message =
                        "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
                    return Err(PolicyError::new(here, message));
                }
                let values: Vec<String> = scalars(&here, values)?.into_iter().map(|(_, text)| text).collect();
                let condition = Condition::parse(operator, &key, &values, !self.old)
                    .map_err(|(at, why)| syntax(format!("{here}[{at}]"), &why))?;
                conditions.push(condition);
            }
        }
        Ok(conditions)
    }
}

fn read_named(family: &str, text: &str) -> Option<Named> {
    match family {
        "AWS" => read_aws(text),
        "Service" => {
            (text.contains('.') && !text.contains(['*', '?', ' '])).then(|| Named::Service(text.into()))
        }
        "Federated" | "CanonicalUser" => (!text.is_empty()).then_some(Named::Elsewhere),
        _ => None,
    }
}

fn read_aws(text: &str) -> Option<Named> {
    if text == "*" {
        return Some(Named::Everybody);
    }
    let is_account = |text: &str| text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_account(text) {
        return Some(Named::Account(text.to_owned()));
    }
    let parts: Vec<&str> = text.splitn(6, ':').collect();
    let ["arn", partition, service, "", account, name] = parts.as_slice() else { return None };
    // Wildcards would name principals that do not exist yet, and AWS does not read them here.
    if !partition.starts_with("aws") || !is_account(account) || name.contains(['*', '?']) {
        return None;
    }
    let names = name.split('/').count();
    let ends = !name.ends_with('/');
    match (*service, name.split('/').next()) {
        ("iam", Some("root")) if names == 1 => Some(Named::Account((*account).to_owned())),
        ("iam", Some("user" | "role")) if names >= 2 && ends => Some(Named::Arn(text.to_owned())),
        ("sts", Some("assumed-role")) if names == 3 && ends => Some(Named::Arn(text.to_owned())),
        ("sts", Some("federated-user")) if names == 2 && ends => Some(Named::Elsewhere),
        _ => None,
    }
}

/// A string or a list of them, each with its place.
fn strings(location: &str, value: Json) -> Result<Vec<(String, String)>> {
    match value {
        Json::String(text) => Ok(vec![(location.to_owned(), text)]),
        Json::Array(values) => values
            .into_iter()
            .enumerate()
            .map(|(at, value)| match value {
                Json::String(text) => Ok((format!("{location}[{at}]"), text)),
                _ => Err(syntax(format!("{location}[{at}]"), "it must be a string")),
            })
            .collect(),
        _ => Err(syntax(location, "it must be a string or a list of strings")),
    }
}

/// As `strings`, for values of conditions, which may be numbers and booleans too.
fn scalars(location: &str, value: Json) -> Result<Vec<(String, String)>> {
    let text = |value: Json| match value {
        Json::Bool(value) => Json::String(value.to_string()),
        Json::Number(number) => Json::String(number),
        other => other,
    };
    let value = match value {
        Json::Array(values) => Json::Array(values.into_iter().map(text).collect()),
        other => text(other),
    };
    strings(location, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: Kind, text: &str, expected: &str) {
        let found = match Document::parse(text, kind) {
            Ok(_) => "ok".to_owned(),
            Err(error) => format!("{}: {error}", error.location()),
        };
        assert_eq!(found, expected, "{text}");
    }

    fn statement(members: &str) -> String {
        format!(r#"{{"Version": "2012-10-17", "Statement": [{{{members}}}]}}"#)
    }

    #[test]
    fn identity_policies() {
        for (members, expected) in [
            (r#""Effect": "Allow", "Action": "*", "Resource": "*""#, "ok"),
            (
                r#""Sid": "A1", "Effect": "Deny", "NotAction": ["s3:Get*"], "NotResource": ["arn:aws:s3:::b/${aws:username}"]"#,
                "ok",
            ),
            (
                r#""Effect": "Allow", "Action": "s3:*""#,
                "Statement[0].Resource: Policy statement must contain resources.",
            ),
            (
                r#""Effect": "Allow", "Resource": "*""#,
                "Statement[0].Action: Policy statement must contain actions.",
            ),
            (
                r#""Effect": "Allow", "Action": [], "Resource": "*""#,
                "Statement[0].Action: Policy statement must contain actions.",
            ),
            (r#""Action": "*", "Resource": "*""#, "Statement[0].Effect: Missing required field Effect"),
            (
                r#""Effect": "allow", "Action": "*", "Resource": "*""#,
                "Statement[0].Effect: Invalid effect: allow",
            ),
            (
                r#""Effect": "Allow", "Action": ["s3:A", "s3"], "Resource": "*""#,
                "Statement[0].Action[1]: Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
            ),
            (
                r#""Effect": "Allow", "Action": "s3:s3:A", "Resource": "*""#,
                "Statement[0].Action: Actions/Condition can contain only one colon.",
            ),
            (
                r#""Effect": "Allow", "Action": "s 3:A", "Resource": "*""#,
                "Statement[0].Action: Vendor s 3 is not valid",
            ),
            (
                r#""Effect": "Allow", "Action": "*", "Resource": "bucket""#,
                "Statement[0].Resource: Resource bucket must be in ARN format or \"*\".",
            ),
            (
                r#""Effect": "Allow", "Action": "*", "Resource": "*", "Principal": "*""#,
                "Statement[0].Principal: Policy document should not specify a principal.",
            ),
            (
                r#""Effect": "Allow", "Action": "*", "Resource": "*", "Sid": "a b""#,
                "Statement[0].Sid: Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*",
            ),
            (
                r#""Effect": "Allow", "Action": "*", "NotAction": "*", "Resource": "*""#,
                "Statement[0]: Syntax errors in policy. (an element and its Not form exclude each other)",
            ),
            (
                r#""Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"StringEqual": {"a:b": "c"}}"#,
                "Statement[0].Condition.StringEqual: Invalid Condition type : StringEqual.",
            ),
            (
                r#""Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": true}, "NumericLessThan": {"s3:max-keys": [1, "2"]}}"#,
                "ok",
            ),
            (
                r#""Effect": "Allow", "Action": "*", "Resource": "*", "Resources": "*""#,
                "Statement[0].Resources: Syntax errors in policy. (statements have no such element)",
            ),
        ] {
            check(Kind::Identity, &statement(members), expected);
        }
    }

    #[test]
    fn whole_documents() {
        let one = r#"{"Effect": "Allow", "Action": "*", "Resource": "*", "Sid": "A"}"#;
        check(Kind::Identity, &format!(r#"{{"Statement": {one}, "Id": "x"}}"#), "ok");
        check(Kind::Identity, "{}", "Statement: Missing required field Statement");
        check(
            Kind::Identity,
            r#"{"Statement": []}"#,
            "Statement: Could not parse the policy: Statement is empty!",
        );
        check(
            Kind::Identity,
            &format!(r#"{{"Statement": [{one}, {one}]}}"#),
            "Statement[1].Sid: Statement IDs (SID) in a single policy must be unique.",
        );
        check(
            Kind::Identity,
            r#"{"Version": "2024-01-01", "Statement": []}"#,
            "Version: Policy document must be version 2012-10-17 or greater.",
        );
        check(Kind::Identity, "[]", "document: Syntax errors in policy. (it must be a JSON object)");
        for text in
            ["", "{", r#"{"Statement": 1, "Statement": 2}"#, &"[".repeat(100_000), &" ".repeat(200_000)]
        {
            assert!(Document::parse(text, Kind::Identity).is_err());
        }
    }

    #[test]
    fn trust_and_resource_policies() {
        let trust = |principal: &str| {
            statement(&format!(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {principal}"#))
        };
        for (principal, expected) in [
            (r#""*""#, "ok"),
            (
                r#"{"AWS": ["123456789012", "arn:aws:iam::123456789012:root"], "Service": "events.amazonaws.com"}"#,
                "ok",
            ),
            (r#"{"AWS": "arn:aws:sts::123456789012:assumed-role/R/s"}"#, "ok"),
            (r#"{"AWS": "arn:aws:iam::123456789012:role/a/b"}"#, "ok"),
            (r#"{"Federated": "cognito-identity.amazonaws.com", "CanonicalUser": "79a5"}"#, "ok"),
            (
                r#"{"AWS": "arn:aws:iam::123456789012:role/*"}"#,
                "Statement[0].Principal.AWS: Invalid principal in policy: \"AWS\":\"arn:aws:iam::123456789012:role/*\"",
            ),
            (
                r#"{"AWS": ["x"]}"#,
                "Statement[0].Principal.AWS[0]: Invalid principal in policy: \"AWS\":\"x\"",
            ),
            (
                r#"{"Service": "*"}"#,
                "Statement[0].Principal.Service: Invalid principal in policy: \"Service\":\"*\"",
            ),
            (
                r#""me""#,
                "Statement[0].Principal: Syntax errors in policy. (it must be \"*\" or an object such as {\"AWS\": \"...\"})",
            ),
            ("{}", "Statement[0].Principal: Syntax errors in policy. (it names nobody)"),
        ] {
            check(Kind::Trust, &trust(principal), expected);
        }
        let no_principal = statement(r#""Effect": "Allow", "Action": "sts:AssumeRole""#);
        check(Kind::Trust, &no_principal, "Statement[0].Principal: Missing required field Principal");
        let other = statement(r#""Effect": "Allow", "Action": "s3:*", "Principal": "*""#);
        check(
            Kind::Trust,
            &other,
            "Statement[0].Action: AssumeRole policy may only specify STS AssumeRole actions.",
        );
        let resource =
            statement(r#""Effect": "Allow", "Action": "sts:*", "Principal": "*", "Resource": "*""#);
        check(Kind::Trust, &resource, "Statement[0].Resource: Has prohibited field Resource");
        check(Kind::Resource, &resource, "ok");
    }
}
