//! The configuration of a function: what may be asked for, and how it is shown.

use std::collections::BTreeMap;

use lirio_api::lambda::{
    Environment, EnvironmentResponse, EphemeralStorage, FunctionConfiguration, LoggingConfig,
    SnapStartResponse, TracingConfigResponse, VpcConfig, errors,
};
use lirio_api::{AwsError, Timestamp};

use crate::elf::ARCHITECTURE;

/// The runtimes whose functions bring a `bootstrap`.
const RUNTIMES: [&str; 3] = ["provided.al2023", "provided.al2", "provided"];

/// Variables that are Lambda's own.
const RESERVED: [&str; 20] = [
    "_HANDLER",
    "_X_AMZN_TRACE_ID",
    "AWS_DEFAULT_REGION",
    "AWS_REGION",
    "AWS_EXECUTION_ENV",
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME",
    "AWS_LAMBDA_LOG_STREAM_NAME",
    "AWS_LAMBDA_RUNTIME_API",
    "AWS_ACCESS_KEY",
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_KEY",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_SECURITY_TOKEN",
    "LAMBDA_TASK_ROOT",
    "LAMBDA_RUNTIME_DIR",
];

/// What a request asks to set, of both `CreateFunction` and `UpdateFunctionConfiguration`.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    pub(crate) role: Option<String>,
    pub(crate) runtime: Option<String>,
    pub(crate) handler: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) timeout: Option<i64>,
    pub(crate) memory_size: Option<i64>,
    pub(crate) environment: Option<Environment>,
    pub(crate) ephemeral_storage: Option<EphemeralStorage>,
    pub(crate) tracing_mode: Option<String>,
    pub(crate) logging: Option<LoggingConfig>,
    pub(crate) snap_start: Option<String>,
    pub(crate) vpc: Option<VpcConfig>,
    /// Members that are refused when they are there, by name.
    pub(crate) refused: Vec<(bool, &'static str)>,
}

impl Settings {
    /// Checks what is asked for.
    ///
    /// # Errors
    ///
    /// `InvalidParameterValueException`, or 501 for what is not served, each by name.
    pub(crate) fn check(&self) -> Result<(), AwsError> {
        if let Some((_, what)) = self.refused.iter().find(|(there, _)| *there) {
            return Err(AwsError::not_served(what));
        }
        let vpc = self.vpc.as_ref().is_some_and(|vpc| {
            vpc.subnet_ids.as_ref().is_some_and(|s| !s.is_empty())
                || vpc.security_group_ids.as_ref().is_some_and(|s| !s.is_empty())
        });
        if vpc {
            return Err(AwsError::not_served("Lambda's VpcConfig"));
        }
        if self.snap_start.as_deref().is_some_and(|mode| mode != "None") {
            return Err(AwsError::not_served("Lambda SnapStart"));
        }
        if self.tracing_mode.as_deref() == Some("Active") {
            return Err(AwsError::not_served("Active tracing of Lambda (TracingConfig)"));
        }
        if let Some(runtime) = &self.runtime
            && !RUNTIMES.contains(&runtime.as_str())
        {
            return Err(invalid(format!(
                "The runtime {runtime} is not served by this platform. Served are {}: a package with a statically linked program named bootstrap.",
                RUNTIMES.join(", ")
            )));
        }
        if self.timeout.is_some_and(|seconds| !(1..=900).contains(&seconds)) {
            return Err(invalid("Timeout must be between 1 and 900 seconds."));
        }
        if self.memory_size.is_some_and(|size| !(128..=10_240).contains(&size)) {
            return Err(invalid(
                "'MemorySize' value failed to satisfy constraint: Member must have value between 128 and 10240",
            ));
        }
        if self.ephemeral_storage.as_ref().is_some_and(|s| !(512..=10_240).contains(&s.size)) {
            return Err(invalid("EphemeralStorage.Size must be between 512 and 10240 MB."));
        }
        self.environment.as_ref().and_then(|e| e.variables.as_ref()).map_or(Ok(()), check_variables)
    }

    /// Writes what is asked for into a configuration.
    pub(crate) fn apply(self, config: &mut FunctionConfiguration) {
        fn set<T>(place: &mut Option<T>, value: Option<T>) {
            if value.is_some() {
                *place = value;
            }
        }
        set(&mut config.role, self.role);
        set(&mut config.runtime, self.runtime);
        set(&mut config.handler, self.handler);
        set(&mut config.description, self.description);
        set(&mut config.timeout, self.timeout);
        set(&mut config.memory_size, self.memory_size);
        set(&mut config.ephemeral_storage, self.ephemeral_storage);
        if let Some(mode) = self.tracing_mode {
            config.tracing_config = Some(TracingConfigResponse { mode: Some(mode) });
        }
        if let Some(environment) = self.environment {
            // An empty environment is shown as none, as AWS does.
            config.environment = environment
                .variables
                .filter(|variables| !variables.is_empty())
                .map(|variables| EnvironmentResponse { variables: Some(variables), error: None });
        }
        if let Some(asked) = self.logging {
            config.logging_config = Some(logging(asked, config.function_name.as_deref().unwrap_or_default()));
        }
    }
}

fn logging(asked: LoggingConfig, name: &str) -> LoggingConfig {
    let json = asked.log_format.as_deref() == Some("JSON");
    let level = |asked: Option<String>| asked.or_else(|| json.then(|| "INFO".to_owned()));
    LoggingConfig {
        log_format: Some(asked.log_format.unwrap_or_else(|| "Text".into())),
        application_log_level: level(asked.application_log_level),
        system_log_level: level(asked.system_log_level),
        log_group: Some(asked.log_group.unwrap_or_else(|| format!("/aws/lambda/{name}"))),
    }
}

fn check_variables(variables: &BTreeMap<String, String>) -> Result<(), AwsError> {
    let reserved: Vec<&str> =
        variables.keys().map(String::as_str).filter(|name| RESERVED.contains(name)).collect();
    if !reserved.is_empty() {
        return Err(invalid(format!(
            "Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: {}",
            reserved.join(", ")
        )));
    }
    let size: usize = variables.iter().map(|(name, value)| name.len() + value.len()).sum();
    if size > 4096 {
        return Err(invalid(
            "Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit.",
        ));
    }
    if variables.iter().any(|(name, value)| name.contains(['=', '\0']) || value.contains('\0')) {
        return Err(invalid("Environment variables cannot hold zero bytes, nor their names an equals sign."));
    }
    Ok(())
}

/// A new function's configuration with Lambda's defaults.
pub(crate) fn new_configuration(name: &str, arn: &str) -> FunctionConfiguration {
    FunctionConfiguration {
        function_name: Some(name.to_owned()),
        function_arn: Some(arn.to_owned()),
        description: Some(String::new()),
        timeout: Some(3),
        memory_size: Some(128),
        version: Some(crate::names::LATEST.to_owned()),
        tracing_config: Some(TracingConfigResponse { mode: Some("PassThrough".into()) }),
        state: Some("Active".into()),
        last_update_status: Some("Successful".into()),
        package_type: Some("Zip".into()),
        architectures: Some(vec![ARCHITECTURE.into()]),
        ephemeral_storage: Some(EphemeralStorage { size: 512 }),
        snap_start: Some(SnapStartResponse {
            apply_on: Some("None".into()),
            optimization_status: Some("Off".into()),
        }),
        logging_config: Some(logging(LoggingConfig::default(), name)),
        ..FunctionConfiguration::default()
    }
}

/// Marks a configuration as changed now.
pub(crate) fn touch(config: &mut FunctionConfiguration, now: Timestamp) {
    config.last_modified = Some(now.strftime("%Y-%m-%dT%H:%M:%S.%3f+0000"));
    config.revision_id = Some(lirio_service::uuid_v4());
}

/// Refuses another architecture than the machine's.
pub(crate) fn check_architectures(asked: Option<&[String]>) -> Result<(), AwsError> {
    match asked {
        None | Some([]) => Ok(()),
        Some([only]) if only == ARCHITECTURE => Ok(()),
        Some(other) => Err(invalid(format!(
            "The architecture {} is not served: this machine runs {ARCHITECTURE}.",
            other.join(", ")
        ))),
    }
}

/// Refuses a change based on a revision that is no longer the current one.
pub(crate) fn check_revision(asked: Option<&str>, current: Option<&str>) -> Result<(), AwsError> {
    match asked {
        Some(asked) if Some(asked) != current => Err(errors::precondition_failed_exception(
            "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id",
        )),
        _ => Ok(()),
    }
}

pub(crate) fn invalid(message: impl Into<String>) -> AwsError {
    errors::invalid_parameter_value_exception(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(settings: Settings, expected: Result<(), &str>) {
        let found = settings.check();
        match (found, expected) {
            (Ok(()), Ok(())) => {}
            (Err(error), Err(words)) => assert!(error.message.contains(words), "{}", error.message),
            (found, expected) => panic!("{found:?}, not {expected:?}"),
        }
    }

    fn variables(name: &str, value: &str) -> Settings {
        let variables = Some(BTreeMap::from([(name.to_owned(), value.to_owned())]));
        Settings { environment: Some(Environment { variables }), ..Settings::default() }
    }

    #[test]
    fn settings_are_checked() {
        check(Settings::default(), Ok(()));
        check(Settings { runtime: Some("provided.al2023".into()), ..Settings::default() }, Ok(()));
        check(Settings { runtime: Some("python3.13".into()), ..Settings::default() }, Err("python3.13"));
        check(Settings { timeout: Some(901), ..Settings::default() }, Err("Timeout"));
        check(Settings { memory_size: Some(64), ..Settings::default() }, Err("MemorySize"));
        check(Settings { tracing_mode: Some("Active".into()), ..Settings::default() }, Err("tracing"));
        check(Settings { refused: vec![(true, "Lambda layers")], ..Settings::default() }, Err("layers"));
        check(variables("A", "1"), Ok(()));
        check(variables("AWS_REGION", "1"), Err("AWS_REGION"));
        check(variables("A", &"x".repeat(5000)), Err("4KB"));
    }

    #[test]
    fn last_modified_has_lambdas_form() {
        let mut config = new_configuration("f", "arn");
        touch(&mut config, Timestamp(1_795_341_600_000));
        assert_eq!(config.last_modified.as_deref(), Some("2026-11-22T10:00:00.000+0000"));
    }
}
