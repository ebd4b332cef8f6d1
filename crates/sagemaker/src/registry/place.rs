//! Which package a text means.

use lirio_api::AwsError;
use lirio_service::Scope;
use lirio_store::Key;

use crate::names;

/// A group, or the group's part of an ARN.
const GROUP: &str = "model-package-group/";
/// A package's part of an ARN.
const PACKAGE: &str = "model-package/";

/// A model package: a version of a group, or an unversioned one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The group, or the name of an unversioned package.
    pub(crate) name: String,
    /// Zero for an unversioned package.
    pub(crate) version: u64,
}

impl Place {
    /// Reads `NAME`, `GROUP/VERSION` or an ARN of either.
    ///
    /// # Errors
    ///
    /// An ARN of something else, of another account or region, or a version that is no number.
    pub(crate) fn parse(scope: &Scope, text: &str) -> Result<Self, AwsError> {
        let rest = local(scope, text, PACKAGE)?;
        let (name, version) = match rest.split_once('/') {
            None => (rest, 0),
            Some((name, version)) => match version.parse() {
                Ok(version) if version > 0 => (name, version),
                _ => return Err(AwsError::validation(format!("Invalid model package version in {text:?}."))),
            },
        };
        Ok(Self { name: name.to_owned(), version })
    }

    /// `arn:…:model-package/GROUP/VERSION`, names in lower case as in all ARNs of the service.
    pub(crate) fn arn(&self, scope: &Scope) -> String {
        let name = self.name.to_ascii_lowercase();
        let resource = match self.version {
            0 => format!("{PACKAGE}{name}"),
            version => format!("{PACKAGE}{name}/{version}"),
        };
        scope.arn("sagemaker", &resource)
    }

    /// The row.
    pub(crate) fn key(&self, scope: &Scope) -> Key {
        names::key(scope, &self.name).u64(self.version)
    }

    /// The error for a package that is not there.
    pub(crate) fn missing(&self, scope: &Scope) -> AwsError {
        AwsError::validation(format!("ModelPackage {} does not exist.", self.arn(scope)))
    }
}

/// The name of a group, given as a name or an ARN.
pub(crate) fn group_name<'a>(scope: &Scope, text: &'a str) -> Result<&'a str, AwsError> {
    local(scope, text, GROUP)
}

/// `arn:…:model-package-group/NAME`
pub(crate) fn group_arn(scope: &Scope, name: &str) -> String {
    scope.arn("sagemaker", &format!("{GROUP}{}", name.to_ascii_lowercase()))
}

/// The error for a group that is not there; Terraform looks for its last words.
pub(crate) fn group_missing(scope: &Scope, name: &str) -> AwsError {
    AwsError::validation(format!("ModelPackageGroup {} does not exist.", group_arn(scope, name)))
}

fn local<'a>(scope: &Scope, text: &'a str, kind: &str) -> Result<&'a str, AwsError> {
    if !text.starts_with("arn:") {
        return Ok(text);
    }
    let start = scope.arn("sagemaker", kind);
    text.strip_prefix(start.as_str()).ok_or_else(|| {
        AwsError::validation(format!("{text:?} is not of the form {start}…, the only ones that are here."))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_versions_and_arns() {
        let scope =
            Scope { partition: "aws".into(), region: "eu-west-1".into(), account: "000000000000".into() };
        let start = "arn:aws:sagemaker:eu-west-1:000000000000:model-package";
        let check = |text: &str, expected: Option<(&str, u64, &str)>| {
            let found = Place::parse(&scope, text).ok();
            let found = found.as_ref().map(|place| (place.name.as_str(), place.version, place.arn(&scope)));
            let expected = expected.map(|(name, version, arn)| (name, version, format!("{start}/{arn}")));
            assert_eq!(found, expected, "{text}");
        };
        check("Iris", Some(("Iris", 0, "iris")));
        check("Iris/12", Some(("Iris", 12, "iris/12")));
        check(&format!("{start}/iris/3"), Some(("iris", 3, "iris/3")));
        check(&format!("{start}/iris"), Some(("iris", 0, "iris")));
        check("iris/0", None);
        check("iris/x", None);
        check(&format!("{start}-group/iris"), None);
        check("arn:aws:sagemaker:eu-west-1:111111111111:model-package/iris/3", None);
        assert_eq!(group_name(&scope, &format!("{start}-group/iris")).ok(), Some("iris"));
        assert!(group_name(&scope, &format!("{start}/iris")).is_err());
    }
}
