//! From `Pending` to `Completed` or `Failed`: what a package names is looked up once.
//!
//! Images of the platform's own registry get their digest, models their ETag, so that it can be told later
//! whether they are still the ones that were approved.  What is not there fails the package; what the caller
//! may not see, or what lies elsewhere, stays as it was given.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::ecr::{BatchGetImageRequest, ImageIdentifier, ops as ecr};
use lirio_api::s3::{HeadObjectRequest, ops as s3};
use lirio_api::sagemaker::{
    DescribeModelPackageOutput, ModelPackageContainerDefinition, ModelPackageStatusItem,
};
use lirio_image::{Digest, ImageReference};
use lirio_service::{Caller, Door, Source};
use lirio_store::Key;

use super::rows::{PACKAGES, PackageRow};
use crate::names::SERVICE;
use crate::s3::Location;
use crate::sandbox::own_registry;
use crate::{SageMaker, events};

impl SageMaker {
    /// Validates a package in the background, whether or not an earlier process began it.
    pub(crate) fn take_up_package(self: &Arc<Self>, key: Key) {
        let service = self.clone();
        tokio::spawn(async move {
            tokio::select! {
                () = service.validate_package(&key) => {}
                // The next process takes it up.
                () = service.platform.shutdown.requested() => {}
            }
        });
    }

    async fn validate_package(&self, key: &Key) {
        let Some(row) = self.record_package(key, |row| set(&mut row.package, "InProgress")).await else {
            return;
        };
        let looked = Lookup {
            door: self.platform.door.clone(),
            caller: Caller {
                principal: row.principal.clone(),
                access_key: None,
                source: Source::Service(SERVICE.into()),
                may_wait: false,
            },
            region: row.scope.region.to_string(),
        };
        let mut package = row.package;
        let look = || looked.package(package.clone());
        package = self.insist("look up what a model package names", look).await;
        self.record_package(key, move |row| {
            let details = &package.model_package_status_details;
            let failed = details
                .validation_statuses
                .iter()
                .chain(details.image_scan_statuses.iter().flatten())
                .any(|item| item.status == "Failed");
            // What was changed meanwhile, the approval say, stays.
            row.package.inference_specification = package.inference_specification;
            row.package.model_package_status_details = package.model_package_status_details;
            set(&mut row.package, if failed { "Failed" } else { "Completed" });
        })
        .await;
    }

    /// Commits a change of a package that is not settled, with its event; `None` if it is, or is gone.
    async fn record_package(
        &self,
        key: &Key,
        change: impl FnOnce(&mut PackageRow) + Clone + Send + 'static,
    ) -> Option<PackageRow> {
        let commit = || {
            let (key, change) = (key.clone(), change.clone());
            let (now, changes) = (self.platform.now(), self.package_changes.clone());
            self.platform.store.commit(move |txn| {
                let Some(mut row) = PACKAGES.get(txn, &key)?.filter(|row| !row.is_settled()) else {
                    return Ok(None);
                };
                let before = row.package.model_package_status.clone();
                change(&mut row);
                if row.package.model_package_status != before {
                    PACKAGES.put(txn, &key, &row)?;
                    events::model_package(txn, &row, now, &[])?;
                    txn.after_commit(move || changes.ring(&key));
                }
                Ok::<_, AwsError>(Some(row))
            })
        };
        self.insist("record a model package", commit).await
    }
}

fn set(package: &mut DescribeModelPackageOutput, status: &str) {
    package.model_package_status = status.to_owned();
}

struct Lookup {
    door: Door,
    caller: Caller,
    region: String,
}

/// What became of looking for a thing.
enum Found<T> {
    Here(T),
    /// It is not there, for this reason.
    Missing(String),
    /// Nobody here knows, or the caller may not.
    Unknown,
}

impl Lookup {
    async fn package(
        &self,
        mut package: DescribeModelPackageOutput,
    ) -> Result<DescribeModelPackageOutput, AwsError> {
        let (mut scans, mut validations) = (Vec::new(), Vec::new());
        let skip = package.skip_model_validation.as_deref() == Some("All");
        let containers = package.inference_specification.iter_mut().flat_map(|all| &mut all.containers);
        for (container, number) in containers.zip(1..) {
            scans.extend(self.image(container, number).await?);
            if !skip {
                validations.extend(self.model_data(container, number).await?);
            }
        }
        package.model_package_status_details.image_scan_statuses = Some(scans);
        package.model_package_status_details.validation_statuses = validations;
        Ok(package)
    }

    async fn image(
        &self,
        container: &mut ModelPackageContainerDefinition,
        number: u32,
    ) -> Result<Option<ModelPackageStatusItem>, AwsError> {
        let uri = container.image.clone().unwrap_or_default();
        match self.digest(&uri).await? {
            Found::Here(digest) if container.image_digest.as_ref().is_some_and(|given| *given != digest) => {
                Ok(failed(
                    "Image",
                    number,
                    format!("The image {uri} has the digest {digest}, not ImageDigest."),
                ))
            }
            Found::Here(digest) => {
                container.image_digest = Some(digest);
                Ok(None)
            }
            Found::Missing(why) => Ok(failed("Image", number, why)),
            Found::Unknown => Ok(None),
        }
    }

    async fn digest(&self, uri: &str) -> Result<Found<String>, AwsError> {
        let Ok(reference) = ImageReference::parse(uri) else {
            return Ok(Found::Missing(format!("The image {uri:?} has no valid name.")));
        };
        let registry = reference.registry.as_ref().map(ToString::to_string).unwrap_or_default();
        let Some(account) = own_registry(&registry, &self.region) else { return Ok(Found::Unknown) };
        let id = match &reference.digest {
            Some(digest) => ImageIdentifier { image_digest: Some(digest.to_string()), image_tag: None },
            None => ImageIdentifier {
                image_digest: None,
                image_tag: Some(
                    reference.tag.as_ref().map_or_else(|| "latest".to_owned(), ToString::to_string),
                ),
            },
        };
        let input = BatchGetImageRequest {
            registry_id: Some(account.to_owned()).filter(|account| !account.is_empty()),
            repository_name: reference.repository.to_string(),
            image_ids: vec![id],
            accepted_media_types: None,
        };
        let answer = match self.door.call(&self.caller, ecr::BatchGetImage, input).await {
            Ok(answer) => answer,
            Err(error) if error.code == "RepositoryNotFoundException" => {
                return Ok(Found::Missing(format!("The image {uri} does not exist: {}", error.message)));
            }
            Err(error) if error.status < 500 => return Ok(Found::Unknown),
            Err(error) => return Err(error),
        };
        let manifest = answer.images.into_iter().flatten().find_map(|image| image.image_manifest);
        Ok(match manifest {
            Some(manifest) => Found::Here(Digest::of(manifest).to_string()),
            None => Found::Missing(format!("The image {uri} does not exist in the registry.")),
        })
    }

    async fn model_data(
        &self,
        container: &mut ModelPackageContainerDefinition,
        number: u32,
    ) -> Result<Option<ModelPackageStatusItem>, AwsError> {
        let source = container.model_data_source.as_mut().and_then(|source| source.s3_data_source.as_mut());
        let (uri, etag) = match (&container.model_data_url, source) {
            (Some(uri), _) => (uri.clone(), &mut container.model_data_e_tag),
            (None, Some(source)) if source.s3_data_type == "S3Object" => {
                (source.s3_uri.clone(), &mut source.e_tag)
            }
            // A prefix has no ETag.
            _ => return Ok(None),
        };
        match self.etag(&uri).await? {
            Found::Here(found) => {
                *etag = Some(found);
                Ok(None)
            }
            Found::Missing(why) => Ok(failed("ModelData", number, why)),
            Found::Unknown => Ok(None),
        }
    }

    async fn etag(&self, uri: &str) -> Result<Found<String>, AwsError> {
        let Some(at) = Location::parse(uri) else { return Ok(Found::Unknown) };
        let input = HeadObjectRequest { bucket: at.bucket, key: at.key, ..HeadObjectRequest::default() };
        match self.door.call(&self.caller, s3::HeadObject, input).await {
            Ok(head) => {
                Ok(head.e_tag.map_or(Found::Unknown, |etag| Found::Here(etag.trim_matches('"').to_owned())))
            }
            Err(error) if error.status == 404 => {
                Ok(Found::Missing(format!("There is no model data at {uri}.")))
            }
            Err(error) if error.status < 500 => Ok(Found::Unknown),
            Err(error) => Err(error),
        }
    }
}

fn failed(what: &str, number: u32, why: String) -> Option<ModelPackageStatusItem> {
    Some(ModelPackageStatusItem {
        name: format!("{what}-{number}"),
        status: "Failed".to_owned(),
        failure_reason: Some(why),
    })
}
