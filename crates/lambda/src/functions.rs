//! Functions: made, changed, shown, listed, removed.

use std::sync::Arc;

use bytes::Bytes;
use lirio_api::lambda::{
    CreateFunctionRequest, DeleteFunctionRequest, DeleteFunctionResponse, FunctionCodeLocation,
    FunctionConfiguration, GetFunctionCodeSigningConfigRequest, GetFunctionConfigurationRequest,
    GetFunctionRequest, GetFunctionResponse, ListFunctionsRequest, ListFunctionsResponse,
    ListVersionsByFunctionRequest, ListVersionsByFunctionResponse, UpdateFunctionCodeRequest,
    UpdateFunctionConfigurationRequest, errors, ops,
};
use lirio_api::{AwsError, Fields, OperationType, ShapeError, Shaped, Value};
use lirio_service::Context;
use lirio_store::{Key, PendingBlob};

use crate::Lambda;
use crate::config::{Settings, check_architectures, check_revision, invalid, new_configuration, touch};
use crate::names::{SERVICE, function_arn, function_name, not_found};
use crate::package::{MOST_UNPACKED, Package};
use crate::rows::{FUNCTIONS, FunctionRow, function, key};

/// `GetFunctionCodeSigningConfig` as AWS answers it when there is none: with the name alone. The generated
/// output would have an empty ARN in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GetCodeSigning;

impl OperationType for GetCodeSigning {
    type Input = GetFunctionCodeSigningConfigRequest;
    type Output = NoCodeSigning;
    const OPERATION: &'static lirio_api::Operation = ops::GetFunctionCodeSigningConfig::OPERATION;
}

/// The function's name.
#[derive(Debug)]
pub(crate) struct NoCodeSigning(String);

impl Shaped for NoCodeSigning {
    fn from_value(mut value: Value) -> Result<Self, ShapeError> {
        let name = match &mut value {
            Value::Map(fields) => fields.take("FunctionName"),
            _ => Value::Null,
        };
        String::from_value(name).map(Self)
    }

    fn into_value(self) -> Value {
        let mut fields = Fields::new();
        fields.push("FunctionName", Value::Str(self.0));
        Value::Map(fields)
    }
}

/// Where code comes from, of both `CreateFunction` and `UpdateFunctionCode`.
struct Source {
    zip: Option<Bytes>,
    bucket: Option<String>,
    key: Option<String>,
    version: Option<String>,
    image: Option<String>,
}

impl Lambda {
    pub(crate) async fn create_function(
        self: Arc<Self>,
        ctx: Context,
        input: CreateFunctionRequest,
    ) -> Result<FunctionConfiguration, AwsError> {
        let name = function_name(&ctx.scope, &input.function_name, None)?;
        if input.package_type.as_deref() == Some("Image") {
            return Err(AwsError::not_served("PackageType Image of Lambda"));
        }
        check_architectures(input.architectures.as_deref())?;
        let settings = Settings {
            role: Some(input.role.clone()),
            runtime: input.runtime,
            handler: input.handler,
            description: input.description,
            timeout: input.timeout,
            memory_size: input.memory_size,
            environment: input.environment,
            ephemeral_storage: input.ephemeral_storage,
            tracing_mode: input.tracing_config.and_then(|tracing| tracing.mode),
            logging: input.logging_config,
            snap_start: input.snap_start.and_then(|snap| snap.apply_on),
            vpc: input.vpc_config,
            refused: vec![
                (
                    input.publish == Some(true) || input.publish_to.is_some(),
                    "Publish (versions of functions)",
                ),
                (input.layers.is_some_and(|l| !l.is_empty()), "Lambda layers"),
                (input.image_config.is_some(), "ImageConfig of Lambda"),
                (
                    input.dead_letter_config.is_some_and(|d| d.target_arn.is_some()),
                    "DeadLetterConfig of Lambda",
                ),
                (input.kms_key_arn.is_some_and(|k| !k.is_empty()), "KMSKeyArn of Lambda"),
                (input.code.source_kms_key_arn.is_some(), "SourceKMSKeyArn of Lambda"),
                (input.file_system_configs.is_some_and(|f| !f.is_empty()), "FileSystemConfigs of Lambda"),
                (input.code_signing_config_arn.is_some_and(|c| !c.is_empty()), "Code signing of Lambda"),
                (input.tenancy_config.is_some(), "TenancyConfig of Lambda"),
                (input.capacity_provider_config.is_some(), "CapacityProviderConfig of Lambda"),
                (input.durable_config.is_some(), "DurableConfig of Lambda"),
                (input.runtime_config.is_some(), "RuntimeConfig of Lambda"),
                (input.accelerator_config.is_some(), "AcceleratorConfig of Lambda"),
            ],
        };
        settings.check()?;
        if settings.runtime.is_none() || settings.handler.is_none() {
            return Err(invalid(
                "Runtime and Handler are mandatory parameters for functions created with deployment packages.",
            ));
        }
        self.check_role(&input.role, &name)?;
        let row_key = key(&ctx.scope, &name);
        if ctx.read(|read| FUNCTIONS.exists(read, &row_key))? {
            return Err(exists(&name));
        }
        let source = Source {
            zip: input.code.zip_file,
            bucket: input.code.s3_bucket,
            key: input.code.s3_key,
            version: input.code.s3_object_version,
            image: input.code.image_uri,
        };
        let (package, blob) = fetch(&ctx, source).await?;
        let mut config = new_configuration(&name, &function_arn(&ctx.scope, &name));
        settings.apply(&mut config);
        set_code(&mut config, &package);
        touch(&mut config, ctx.now);
        let tags = input.tags.unwrap_or_default();
        let row = ctx
            .commit(move |txn| {
                let row = FunctionRow {
                    config,
                    code: txn.adopt_blob(blob)?,
                    code_hex: package.hex(),
                    tags,
                    statements: Vec::new(),
                    policy_revision: String::new(),
                };
                if !FUNCTIONS.insert(txn, &row_key, &row)? {
                    return Err(exists(&name));
                }
                Ok(row)
            })
            .await?;
        self.pool.prewarm(row.clone());
        Ok(row.config)
    }

    pub(crate) async fn update_function_code(
        self: Arc<Self>,
        ctx: Context,
        input: UpdateFunctionCodeRequest,
    ) -> Result<FunctionConfiguration, AwsError> {
        let name = function_name(&ctx.scope, &input.function_name, None)?;
        if input.publish == Some(true) || input.publish_to.is_some() {
            return Err(AwsError::not_served("Publish (versions of functions)"));
        }
        if input.source_kms_key_arn.is_some() {
            return Err(AwsError::not_served("SourceKMSKeyArn of Lambda"));
        }
        check_architectures(input.architectures.as_deref())?;
        let row = ctx.platform.store.read(|read| function(read, &ctx.scope, &name))?;
        check_revision(input.revision_id.as_deref(), row.config.revision_id.as_deref())?;
        let source = Source {
            zip: input.zip_file,
            bucket: input.s3_bucket,
            key: input.s3_key,
            version: input.s3_object_version,
            image: input.image_uri,
        };
        let (package, blob) = fetch(&ctx, source).await?;
        if input.dry_run == Some(true) {
            let mut config = row.config;
            set_code(&mut config, &package);
            return Ok(config);
        }
        let (scope, now, revision) = (ctx.scope.clone(), ctx.now, input.revision_id);
        let row = ctx
            .commit(move |txn| {
                let mut row = function(txn, &scope, &name)?;
                check_revision(revision.as_deref(), row.config.revision_id.as_deref())?;
                txn.release_blob(&row.code)?;
                row.code = txn.adopt_blob(blob)?;
                row.code_hex = package.hex();
                set_code(&mut row.config, &package);
                touch(&mut row.config, now);
                FUNCTIONS.put(txn, &key(&scope, &name), &row)?;
                Ok(row)
            })
            .await?;
        self.pool.prewarm(row.clone());
        Ok(row.config)
    }

    pub(crate) async fn update_function_configuration(
        self: Arc<Self>,
        ctx: Context,
        input: UpdateFunctionConfigurationRequest,
    ) -> Result<FunctionConfiguration, AwsError> {
        let name = function_name(&ctx.scope, &input.function_name, None)?;
        let settings = Settings {
            role: input.role.clone(),
            runtime: input.runtime,
            handler: input.handler,
            description: input.description,
            timeout: input.timeout,
            memory_size: input.memory_size,
            environment: input.environment,
            ephemeral_storage: input.ephemeral_storage,
            tracing_mode: input.tracing_config.and_then(|tracing| tracing.mode),
            logging: input.logging_config,
            snap_start: input.snap_start.and_then(|snap| snap.apply_on),
            vpc: input.vpc_config,
            refused: vec![
                (input.layers.is_some_and(|l| !l.is_empty()), "Lambda layers"),
                (input.image_config.is_some(), "ImageConfig of Lambda"),
                (
                    input.dead_letter_config.is_some_and(|d| d.target_arn.is_some_and(|t| !t.is_empty())),
                    "DeadLetterConfig of Lambda",
                ),
                (input.kms_key_arn.is_some_and(|k| !k.is_empty()), "KMSKeyArn of Lambda"),
                (input.file_system_configs.is_some_and(|f| !f.is_empty()), "FileSystemConfigs of Lambda"),
                (input.capacity_provider_config.is_some(), "CapacityProviderConfig of Lambda"),
                (input.durable_config.is_some(), "DurableConfig of Lambda"),
                (input.runtime_config.is_some(), "RuntimeConfig of Lambda"),
                (input.accelerator_config.is_some(), "AcceleratorConfig of Lambda"),
            ],
        };
        ctx.platform.store.read(|read| function(read, &ctx.scope, &name))?;
        settings.check()?;
        if let Some(role) = &input.role {
            self.check_role(role, &name)?;
        }
        let (scope, now, revision) = (ctx.scope.clone(), ctx.now, input.revision_id);
        let row = ctx
            .commit(move |txn| {
                let mut row = function(txn, &scope, &name)?;
                check_revision(revision.as_deref(), row.config.revision_id.as_deref())?;
                settings.apply(&mut row.config);
                touch(&mut row.config, now);
                FUNCTIONS.put(txn, &key(&scope, &name), &row)?;
                Ok(row)
            })
            .await?;
        self.pool.prewarm(row.clone());
        Ok(row.config)
    }

    pub(crate) async fn delete_function(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteFunctionRequest,
    ) -> Result<DeleteFunctionResponse, AwsError> {
        if input.qualifier.is_some() {
            return Err(invalid("$LATEST version cannot be deleted without deleting the function."));
        }
        let name = function_name(&ctx.scope, &input.function_name, None)?;
        let scope = ctx.scope.clone();
        let row = ctx
            .commit(move |txn| {
                let row = function(txn, &scope, &name)?;
                txn.release_blob(&row.code)?;
                FUNCTIONS.delete(txn, &key(&scope, &name))?;
                Ok(row)
            })
            .await?;
        self.pool.forget(&row);
        // The status of the answer; the model allows 200 to 299, and AWS answers 204.
        Ok(DeleteFunctionResponse { status_code: Some(204) })
    }

    pub(crate) async fn get_function(
        self: Arc<Self>,
        ctx: Context,
        input: GetFunctionRequest,
    ) -> Result<GetFunctionResponse, AwsError> {
        let row = find(&ctx, &input.function_name, input.qualifier.as_deref())?;
        Ok(GetFunctionResponse {
            configuration: Some(shown(row.config, input.qualifier.as_deref())),
            code: Some(FunctionCodeLocation {
                repository_type: Some("S3".into()),
                ..FunctionCodeLocation::default()
            }),
            tags: Some(row.tags).filter(|tags| !tags.is_empty()),
            ..GetFunctionResponse::default()
        })
    }

    pub(crate) async fn get_function_configuration(
        self: Arc<Self>,
        ctx: Context,
        input: GetFunctionConfigurationRequest,
    ) -> Result<FunctionConfiguration, AwsError> {
        let row = find(&ctx, &input.function_name, input.qualifier.as_deref())?;
        Ok(shown(row.config, input.qualifier.as_deref()))
    }

    pub(crate) async fn get_code_signing(
        self: Arc<Self>,
        ctx: Context,
        input: GetFunctionCodeSigningConfigRequest,
    ) -> Result<NoCodeSigning, AwsError> {
        let row = find(&ctx, &input.function_name, None)?;
        Ok(NoCodeSigning(row.config.function_name.unwrap_or_default()))
    }

    pub(crate) async fn list_functions(
        self: Arc<Self>,
        ctx: Context,
        input: ListFunctionsRequest,
    ) -> Result<ListFunctionsResponse, AwsError> {
        let limit = usize::try_from(input.max_items.unwrap_or(50)).unwrap_or(50).clamp(1, 50);
        let prefix = Key::new().str(&ctx.scope.region);
        let after = input.marker.map(|marker| key(&ctx.scope, &marker));
        let mut rows = ctx.read(|read| FUNCTIONS.scan_prefix(read, &prefix, after.as_ref(), limit + 1))?;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let all = input.function_version.as_deref() == Some("ALL");
        let functions: Vec<FunctionConfiguration> = rows
            .into_iter()
            .map(|(_, row)| listed(shown(row.config, all.then_some(crate::names::LATEST))))
            .collect();
        let next_marker = functions.last().filter(|_| more).and_then(|last| last.function_name.clone());
        Ok(ListFunctionsResponse { next_marker, functions: Some(functions) })
    }

    pub(crate) async fn list_versions_by_function(
        self: Arc<Self>,
        ctx: Context,
        input: ListVersionsByFunctionRequest,
    ) -> Result<ListVersionsByFunctionResponse, AwsError> {
        let row = find(&ctx, &input.function_name, None)?;
        let latest = listed(shown(row.config, Some(crate::names::LATEST)));
        Ok(ListVersionsByFunctionResponse { next_marker: None, versions: Some(vec![latest]) })
    }

    /// Refuses a role that Lambda cannot assume, in the words that Terraform waits on.
    fn check_role(&self, role: &str, name: &str) -> Result<(), AwsError> {
        match self.platform.identity()?.assume_for_service(role, SERVICE, name) {
            Ok(_) => Ok(()),
            Err(error) if error.status >= 500 => Err(error),
            Err(error) => {
                Err(invalid("The role defined for the function cannot be assumed by Lambda.").because(error))
            }
        }
    }
}

fn find(ctx: &Context, written: &str, qualifier: Option<&str>) -> Result<FunctionRow, AwsError> {
    let name = function_name(&ctx.scope, written, qualifier)?;
    ctx.read(|read| FUNCTIONS.get(read, &key(&ctx.scope, &name)))?.ok_or_else(|| not_found(&ctx.scope, &name))
}

/// A qualified question gets the qualified ARN.
fn shown(mut config: FunctionConfiguration, qualifier: Option<&str>) -> FunctionConfiguration {
    if let (Some(qualifier), Some(arn)) = (qualifier, &mut config.function_arn) {
        arn.push(':');
        arn.push_str(qualifier);
    }
    config
}

/// Lists leave out the state, as AWS's do.
fn listed(config: FunctionConfiguration) -> FunctionConfiguration {
    FunctionConfiguration { state: None, last_update_status: None, ..config }
}

fn exists(name: &str) -> AwsError {
    errors::resource_conflict_exception(format!("Function already exist: {name}"))
}

fn set_code(config: &mut FunctionConfiguration, package: &Package) {
    config.code_sha256 = Some(package.sha256());
    config.code_size = i64::try_from(package.zip.len()).ok();
}

/// Fetches a package, checks it, and writes it to a blob that the function's commit adopts.
async fn fetch(ctx: &Context, source: Source) -> Result<(Package, PendingBlob), AwsError> {
    if source.image.is_some() {
        return Err(AwsError::not_served("ImageUri of Lambda (functions from images)"));
    }
    let zip = match (source.zip, source.bucket, source.key) {
        (Some(zip), None, None) => zip,
        (None, Some(bucket), Some(key)) => {
            let input = lirio_api::s3::GetObjectRequest {
                bucket,
                key,
                version_id: source.version,
                ..lirio_api::s3::GetObjectRequest::default()
            };
            let object = ctx
                .platform
                .door
                .call(&ctx.caller, lirio_api::s3::ops::GetObject, input)
                .await
                .map_err(from_s3)?;
            object.body.collect(MOST_UNPACKED).await?
        }
        (Some(_), ..) => {
            return Err(invalid(
                "Please do not provide other FunctionCode parameters when providing a ZipFile.",
            ));
        }
        _ => return Err(invalid("Please provide a source for function code.")),
    };
    let package =
        tokio::task::spawn_blocking(move || Package::check(zip)).await.map_err(AwsError::internal)??;
    let mut writer = ctx.platform.store.blobs().writer();
    writer.write(&package.zip).await?;
    Ok((package, writer.finish().await?))
}

fn from_s3(error: AwsError) -> AwsError {
    if error.status >= 500 {
        return error;
    }
    let words = format!(
        "Error occurred while GetObject. S3 Error Code: {}. S3 Error Message: {}",
        error.code, error.message
    );
    if error.status == 403 { AwsError::new("AccessDeniedException", 403, words) } else { invalid(words) }
}
