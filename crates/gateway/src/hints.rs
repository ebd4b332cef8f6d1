//! What a client's `User-Agent` tells of how it waits.

/// Whether an answer that is about to change may be held until it does.
///
/// botocore marks the calls of its waiters with `B` in the feature list of its user agent
/// (`m/…,B,…`); the SageMaker SDK polls at long intervals under its own name.
pub(crate) fn may_wait(user_agent: &str) -> bool {
    user_agent.split(' ').any(|token| {
        token.strip_prefix("m/").is_some_and(|features| features.split(',').any(|f| f == "B"))
            || token.starts_with("AWS-SageMaker-Python-SDK/")
    })
}

#[cfg(test)]
mod tests {
    use super::may_wait;

    #[test]
    fn waiters_are_recognised() {
        let check = |ua: &str, expected: bool| assert_eq!(may_wait(ua), expected, "{ua}");
        check(
            "Boto3/1.44.5 md/Botocore#1.44.5 ua/2.1 os/linux m/Z,D,B,b cfg/retry-mode#legacy Botocore/1.44.5",
            true,
        );
        check(
            "Boto3/1.44.5 md/Botocore#1.44.5 ua/2.1 os/linux m/Z,D,b cfg/retry-mode#legacy Botocore/1.44.5",
            false,
        );
        check("AWS-SageMaker-Python-SDK/2.257.7 Python/3.11 Boto3/1.44.5", true);
        check("aws-cli/2.36.7 m/AB", false);
        check("", false);
    }
}
