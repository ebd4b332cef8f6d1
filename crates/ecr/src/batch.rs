//! Operations on many images, each of which may fail by itself.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::ecr::*;
use lirio_image::{MAX_DOCUMENT_BYTES, Tag};
use lirio_service::Context;
use lirio_store::{Read, StoreError};

use crate::tables::{IMAGES, Place, TAGS};
use crate::{Ecr, images};

/// What an identifier names.
struct Named {
    digest: String,
    tag: Option<String>,
}

enum Failure {
    Store(StoreError),
    Image { code: &'static str, reason: String },
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

fn failure(code: &'static str, reason: &str) -> Failure {
    Failure::Image { code, reason: reason.to_owned() }
}

/// Whether a text has the form of an image's digest.
fn is_digest(text: &str) -> bool {
    text.split_once(':').is_some_and(|(algorithm, hex)| {
        !algorithm.is_empty()
            && algorithm.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_+.".contains(&b))
            && !hex.is_empty()
            && hex.bytes().all(|b| b.is_ascii_hexdigit())
    })
}

/// Finds the image, or says in ECR's words why not.
fn find(read: &(impl Read + ?Sized), place: &Place, id: &ImageIdentifier) -> Result<Named, Failure> {
    if let Some(digest) = &id.image_digest
        && !is_digest(digest)
    {
        return Err(failure(
            "InvalidImageDigest",
            "Invalid request parameters: image digest should satisfy the regex '[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+'",
        ));
    }
    if let Some(tag) = &id.image_tag
        && Tag::parse(tag).is_err()
    {
        return Err(failure(
            "InvalidImageTag",
            "Invalid request parameters: image tag should satisfy the regex '[a-zA-Z0-9_][a-zA-Z0-9-_.]{0,127}'",
        ));
    }
    let not_found = || failure("ImageNotFound", "Requested image not found");
    let digest = match (&id.image_tag, &id.image_digest) {
        (None, None) => {
            return Err(failure(
                "MissingDigestAndTag",
                "Invalid request parameters: both tag and digest cannot be null",
            ));
        }
        (Some(tag), given) => {
            let tagged = TAGS.get(read, &place.of_name(tag))?.ok_or_else(not_found)?;
            match given {
                Some(digest) if *digest != tagged => {
                    return Err(failure(
                        "ImageTagDoesNotMatchDigest",
                        "Requested image tag and digest do not match",
                    ));
                }
                _ => tagged,
            }
        }
        (None, Some(digest)) => digest.clone(),
    };
    if !IMAGES.exists(read, &place.of_name(&digest))? {
        return Err(not_found());
    }
    Ok(Named { digest, tag: id.image_tag.clone() })
}

fn fail(failures: &mut Vec<ImageFailure>, id: &ImageIdentifier, failure: Failure) -> Result<(), AwsError> {
    match failure {
        Failure::Store(error) => Err(error.into()),
        Failure::Image { code, reason } => {
            failures.push(ImageFailure {
                image_id: Some(id.clone()),
                failure_code: Some(code.to_owned()),
                failure_reason: Some(reason),
            });
            Ok(())
        }
    }
}

impl Ecr {
    pub(crate) async fn batch_get_image(
        self: Arc<Self>,
        ctx: Context,
        input: BatchGetImageRequest,
    ) -> Result<BatchGetImageResponse, AwsError> {
        let place = Place::of(&ctx.scope, input.registry_id.as_deref(), &input.repository_name)?;
        let (mut found, mut failures) = (Vec::new(), Vec::new());
        self.platform.store.read(|r| {
            place.repository(r)?;
            for id in &input.image_ids {
                match find(r, &place, id) {
                    Ok(named) => {
                        if let Some(row) = IMAGES.get(r, &place.of_name(&named.digest))? {
                            found.push((named, row));
                        }
                    }
                    Err(why) => fail(&mut failures, id, why)?,
                }
            }
            Ok::<(), AwsError>(())
        })?;
        let mut images = Vec::new();
        for (named, row) in found {
            let bytes =
                self.platform.store.blobs().read_all(&row.manifest, MAX_DOCUMENT_BYTES as u64).await?;
            let manifest = String::from_utf8(bytes.to_vec()).map_err(AwsError::internal)?;
            images.push(Image {
                registry_id: Some(place.scope.account.to_string()),
                repository_name: Some(place.name.clone()),
                image_id: Some(ImageIdentifier { image_digest: Some(named.digest), image_tag: named.tag }),
                image_manifest: Some(manifest),
                image_manifest_media_type: Some(row.media_type),
            });
        }
        Ok(BatchGetImageResponse { images: Some(images), failures: Some(failures) })
    }

    pub(crate) async fn batch_delete_image(
        self: Arc<Self>,
        ctx: Context,
        input: BatchDeleteImageRequest,
    ) -> Result<BatchDeleteImageResponse, AwsError> {
        let place = Place::of(&ctx.scope, input.registry_id.as_deref(), &input.repository_name)?;
        let now = ctx.now;
        ctx.commit(move |txn| {
            place.repository(txn)?;
            let (mut deleted, mut failures) = (Vec::new(), Vec::new());
            for id in &input.image_ids {
                let named = match find(txn, &place, id) {
                    Ok(named) => named,
                    Err(why) => {
                        fail(&mut failures, id, why)?;
                        continue;
                    }
                };
                let one = |tag: Option<String>| ImageIdentifier {
                    image_digest: Some(named.digest.clone()),
                    image_tag: tag,
                };
                if let Some(tag) = &named.tag {
                    images::untag(txn, &place, tag, &named.digest, now)?;
                    deleted.push(one(Some(tag.clone())));
                    continue;
                }
                let parents = images::parents(txn, &place, &named.digest)?;
                if !parents.is_empty() {
                    let reason =
                        format!("Requested image referenced by manifest list: [{}]", parents.join(","));
                    fail(&mut failures, id, failure("ImageReferencedByManifestList", &reason))?;
                    continue;
                }
                match images::remove(txn, &place, &named.digest, now)? {
                    Some(tags) if !tags.is_empty() => deleted.extend(tags.into_iter().map(|t| one(Some(t)))),
                    _ => deleted.push(one(None)),
                }
            }
            Ok(BatchDeleteImageResponse { image_ids: Some(deleted), failures: Some(failures) })
        })
        .await
    }
}
