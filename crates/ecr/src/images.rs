//! Images: what is pushed, listed, removed.

use std::collections::BTreeSet;
use std::sync::Arc;

use lirio_api::ecr::{self, *};
use lirio_api::{AwsError, Timestamp};
use lirio_image::{Digest, Document};
use lirio_service::{Context, topics};
use lirio_store::{Order, PendingBlob, Read, StoreError, Txn};
use serde_json::json;

use crate::repositories::{next_token, page_range, page_size};
use crate::tables::{IMAGE_TAGS, IMAGES, ImageRow, LISTED_BY, Place, REFERRERS, TAGS, last_segment};
use crate::{Ecr, content};

/// Content that its maker wanted fetched from elsewhere may be missing here.
const FOREIGN: [&str; 3] = [
    lirio_image::media_type::OCI_FOREIGN_LAYER_TAR,
    lirio_image::media_type::OCI_FOREIGN_LAYER_GZIP,
    lirio_image::media_type::DOCKER_FOREIGN_LAYER_GZIP,
];

/// Why an image was not taken.
#[derive(Debug)]
pub(crate) enum PutError {
    /// The repository does not have what the manifest names.
    Missing(String),
    /// The tag stays with another image.
    Immutable,
    /// Something else.
    Other(AwsError),
}

impl From<AwsError> for PutError {
    fn from(error: AwsError) -> Self {
        Self::Other(error)
    }
}

impl From<StoreError> for PutError {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}

/// A manifest that was read and checked.
pub(crate) struct NewImage {
    pub(crate) digest: Digest,
    pub(crate) document: Document,
    /// What the manifest calls itself, or came as.
    pub(crate) media_type: String,
    pub(crate) manifest: PendingBlob,
    pub(crate) tag: Option<String>,
}

impl NewImage {
    /// The image that this one is about.
    pub(crate) fn subject(&self) -> Option<String> {
        let subject = match &self.document {
            Document::Manifest(m) => m.subject.as_ref(),
            Document::Index(i) => i.subject.as_ref(),
        };
        subject.map(|s| s.digest.to_string())
    }

    /// Its descriptor in the list of those about its subject.
    fn as_referrer(&self) -> serde_json::Value {
        let annotations = match &self.document {
            Document::Manifest(m) => &m.annotations,
            Document::Index(i) => &i.annotations,
        };
        let mut descriptor = json!({
            "mediaType": self.media_type,
            "digest": self.digest.to_string(),
            "size": self.manifest.len(),
        });
        if let Some(kind) = artifact_type(&self.document) {
            descriptor["artifactType"] = kind.into();
        }
        if !annotations.is_empty() {
            descriptor["annotations"] = json!(annotations);
        }
        descriptor
    }
}

/// Puts an image: its row, its tag, what it needs, and the event, in one commit.
pub(crate) fn put(txn: &mut Txn<'_>, place: &Place, image: NewImage, now: Timestamp) -> Result<(), PutError> {
    let repository = place.repository(txn)?;
    let digest = image.digest.to_string();
    let key = place.of_name(&digest);
    let tag = image.tag.clone();
    let tagged = match &tag {
        Some(tag) => TAGS.get(txn, &place.of_name(tag))?,
        None => None,
    };
    if let (Some(tag), Some(before)) = (&tag, &tagged)
        && *before != digest
        && repository.is_immutable(tag)
    {
        return Err(PutError::Immutable);
    }
    let known = IMAGES.exists(txn, &key)?;
    let (media_type, artifact_type) = (image.media_type.clone(), artifact_type(&image.document));
    if !known {
        if let Some(subject) = image.subject() {
            REFERRERS.put(txn, &place.of_name(&subject).str(&digest), &image.as_referrer())?;
        }
        let row = new_row(txn, place, image, now)?;
        IMAGES.put(txn, &key, &row)?;
    }
    let moved = tag.is_some() && tagged.as_deref() != Some(&digest);
    if let Some(tag) = &tag
        && moved
    {
        if let Some(before) = &tagged {
            IMAGE_TAGS.delete(txn, &place.of_name(before).str(tag))?;
        }
        TAGS.put(txn, &place.of_name(tag), &digest)?;
        IMAGE_TAGS.put(txn, &place.of_name(&digest).str(tag), &())?;
    }
    // A push that changes nothing (a client that did not hear the answer) is no event.
    if !known || moved {
        let mut detail = detail("PUSH", place, &digest, tag.as_deref());
        detail["manifest-media-type"] = media_type.into();
        if let Some(kind) = artifact_type {
            detail["artifact-media-type"] = kind.into();
        }
        announce(txn, place, detail, now)?;
    }
    Ok(())
}

/// The row of an image that is new here; everything it names must be.
fn new_row(txn: &mut Txn<'_>, place: &Place, image: NewImage, now: Timestamp) -> Result<ImageRow, PutError> {
    let digest = image.digest.to_string();
    let subject = image.subject();
    let (mut needs, mut lists, mut size) = (BTreeSet::new(), BTreeSet::new(), 0_u64);
    for descriptor in image.document.requires() {
        let named = descriptor.digest.to_string();
        match &image.document {
            Document::Manifest(_) => {
                size = size.saturating_add(descriptor.size);
                if needs.contains(&named) {
                    continue;
                }
                if content::need(txn, place, &named, &descriptor.media_type)? {
                    needs.insert(named);
                } else if !FOREIGN.contains(&descriptor.media_type.as_str()) {
                    return Err(PutError::Missing(named));
                }
            }
            Document::Index(_) => {
                let Some(listed) = IMAGES.get(txn, &place.of_name(&named))? else {
                    return Err(PutError::Missing(named));
                };
                size = size.max(listed.size);
                LISTED_BY.put(txn, &place.of_name(&named).str(&digest), &())?;
                lists.insert(named);
            }
        }
    }
    let manifest_size = image.manifest.len();
    Ok(ImageRow {
        artifact_type: artifact_type(&image.document),
        media_type: image.media_type,
        size,
        pushed: now,
        manifest: txn.adopt_blob(image.manifest)?,
        manifest_size,
        needs: needs.into_iter().collect(),
        lists: lists.into_iter().collect(),
        subject,
    })
}

fn artifact_type(document: &Document) -> Option<String> {
    match document {
        Document::Manifest(m) => Some(m.artifact_type.clone().unwrap_or_else(|| m.config.media_type.clone())),
        Document::Index(i) => i.artifact_type.clone(),
    }
}

/// Removes an image with its tags and what only it needed; the tags it had, or `None` if it is not there.
pub(crate) fn remove(
    txn: &mut Txn<'_>,
    place: &Place,
    digest: &str,
    now: Timestamp,
) -> Result<Option<Vec<String>>, StoreError> {
    let key = place.of_name(digest);
    let Some(row) = IMAGES.get(txn, &key)? else { return Ok(None) };
    IMAGES.delete(txn, &key)?;
    txn.release_blob(&row.manifest)?;
    let tags = tags_of(txn, place, digest)?;
    for tag in &tags {
        TAGS.delete(txn, &place.of_name(tag))?;
    }
    IMAGE_TAGS.delete_prefix(txn, &key)?;
    for needed in &row.needs {
        content::need_no_more(txn, place, needed)?;
    }
    for listed in &row.lists {
        LISTED_BY.delete(txn, &place.of_name(listed).str(digest))?;
    }
    if let Some(subject) = &row.subject {
        REFERRERS.delete(txn, &place.of_name(subject).str(digest))?;
    }
    let first_tag = tags.first().map(String::as_str);
    announce(txn, place, detail("DELETE", place, digest, first_tag), now)?;
    Ok(Some(tags))
}

/// Takes a tag from its image; the last one takes the image with it, as in ECR.
pub(crate) fn untag(
    txn: &mut Txn<'_>,
    place: &Place,
    tag: &str,
    digest: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let tags = tags_of(txn, place, digest)?;
    let last = tags.len() <= 1;
    if last && parents(txn, place, digest)?.is_empty() {
        remove(txn, place, digest, now)?;
        return Ok(());
    }
    TAGS.delete(txn, &place.of_name(tag))?;
    IMAGE_TAGS.delete(txn, &place.of_name(digest).str(tag))?;
    announce(txn, place, detail("DELETE", place, digest, Some(tag)), now)
}

/// The lists that name an image.
pub(crate) fn parents(
    read: &(impl Read + ?Sized),
    place: &Place,
    digest: &str,
) -> Result<Vec<String>, StoreError> {
    let rows = LISTED_BY.scan_prefix(read, &place.of_name(digest), None, 100)?;
    rows.iter().map(|(key, ())| last_segment(key)).collect()
}

/// The tags of an image, in order.
pub(crate) fn tags_of(
    read: &(impl Read + ?Sized),
    place: &Place,
    digest: &str,
) -> Result<Vec<String>, StoreError> {
    let rows = IMAGE_TAGS.scan_prefix(read, &place.of_name(digest), None, usize::MAX)?;
    rows.iter().map(|(key, ())| last_segment(key)).collect()
}

fn detail(action: &str, place: &Place, digest: &str, tag: Option<&str>) -> serde_json::Value {
    let mut detail = json!({
        "result": "SUCCESS",
        "repository-name": place.name,
        "image-digest": digest,
        "action-type": action,
    });
    if let Some(tag) = tag {
        detail["image-tag"] = tag.into();
    }
    detail
}

fn announce(
    txn: &mut Txn<'_>,
    place: &Place,
    detail: serde_json::Value,
    now: Timestamp,
) -> Result<(), StoreError> {
    let event =
        topics::BusEvent::new(&place.scope, now, "aws.ecr", "ECR Image Action", vec![place.arn()], detail);
    txn.enqueue(topics::EVENTS, &event).map(|_| ())
}

impl Ecr {
    pub(crate) async fn describe_images(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeImagesRequest,
    ) -> Result<DescribeImagesResponse, AwsError> {
        let place = Place::of(&ctx.scope, input.registry_id.as_deref(), &input.repository_name)?;
        let filter = input.filter.unwrap_or_default();
        let status = filter.tag_status.as_deref();
        let ids = input.image_ids.unwrap_or_default();
        self.platform.store.read(|r| {
            place.repository(r)?;
            if !active(filter.image_status.as_deref()) {
                return Ok(DescribeImagesResponse { image_details: Some(Vec::new()), next_token: None });
            }
            if !ids.is_empty() {
                let mut details = Vec::new();
                let mut seen = BTreeSet::new();
                for id in &ids {
                    let digest = find(r, &place, id)?.ok_or_else(|| image_not_found(&place, id))?;
                    if seen.insert(digest.clone()) {
                        let row = IMAGES.get(r, &place.of_name(&digest))?;
                        let row = row.ok_or_else(|| image_not_found(&place, id))?;
                        let tags = tags_of(r, &place, &digest)?;
                        details.push(shown(&place, digest, row, tags));
                    }
                }
                return Ok(DescribeImagesResponse { image_details: Some(details), next_token: None });
            }
            let limit = page_size(input.max_results);
            let range = page_range(&place.key(), input.next_token.as_deref())?;
            let rows = IMAGES.scan(r, range, Order::Ascending, limit + 1)?;
            let next_token = next_token(&rows, limit);
            let mut details = Vec::new();
            for (key, row) in rows.into_iter().take(limit) {
                let digest = last_segment(&key)?;
                let tags = tags_of(r, &place, &digest)?;
                if selected(status, !tags.is_empty()) {
                    details.push(shown(&place, digest, row, tags));
                }
            }
            Ok(DescribeImagesResponse { image_details: Some(details), next_token })
        })
    }

    pub(crate) async fn list_images(
        self: Arc<Self>,
        ctx: Context,
        input: ListImagesRequest,
    ) -> Result<ListImagesResponse, AwsError> {
        let place = Place::of(&ctx.scope, input.registry_id.as_deref(), &input.repository_name)?;
        let filter = input.filter.unwrap_or_default();
        let status = filter.tag_status.as_deref();
        self.platform.store.read(|r| {
            place.repository(r)?;
            if !active(filter.image_status.as_deref()) {
                return Ok(ListImagesResponse { image_ids: Some(Vec::new()), next_token: None });
            }
            // A page ends after an image, so that the images decide where the next one begins; an image has
            // an entry for each of its tags.
            let limit = page_size(input.max_results);
            let range = page_range(&place.key(), input.next_token.as_deref())?;
            let rows = IMAGES.scan(r, range, Order::Ascending, limit + 1)?;
            let next_token = next_token(&rows, limit);
            let mut image_ids = Vec::new();
            for (key, _) in rows.into_iter().take(limit) {
                let digest = last_segment(&key)?;
                let tags = tags_of(r, &place, &digest)?;
                if !selected(status, !tags.is_empty()) {
                    continue;
                }
                if tags.is_empty() {
                    image_ids.push(ImageIdentifier { image_digest: Some(digest), image_tag: None });
                } else {
                    image_ids.extend(tags.into_iter().map(|tag| ImageIdentifier {
                        image_digest: Some(digest.clone()),
                        image_tag: Some(tag),
                    }));
                }
            }
            Ok(ListImagesResponse { image_ids: Some(image_ids), next_token })
        })
    }
}

/// The digest of the image that an identifier names, if it names one that is there.
fn find(
    read: &(impl Read + ?Sized),
    place: &Place,
    id: &ImageIdentifier,
) -> Result<Option<String>, StoreError> {
    let tagged = match &id.image_tag {
        Some(tag) => match TAGS.get(read, &place.of_name(tag))? {
            Some(digest) => Some(digest),
            None => return Ok(None),
        },
        None => None,
    };
    Ok(match (tagged, &id.image_digest) {
        (Some(tagged), Some(digest)) => (tagged == *digest).then_some(tagged),
        (Some(tagged), None) => Some(tagged),
        (None, Some(digest)) => IMAGES.exists(read, &place.of_name(digest))?.then(|| digest.clone()),
        (None, None) => None,
    })
}

fn image_not_found(place: &Place, id: &ImageIdentifier) -> AwsError {
    let shown = |part: &Option<String>| part.clone().unwrap_or_else(|| "null".to_owned());
    ecr::errors::image_not_found_exception(format!(
        "The image with imageId {{imageDigest:'{}', imageTag:'{}'}} does not exist within the repository with name '{}' in the registry with id '{}'",
        shown(&id.image_digest),
        shown(&id.image_tag),
        place.name,
        place.scope.account
    ))
}

/// All images here are active; other states have none.
fn active(status: Option<&str>) -> bool {
    matches!(status, None | Some("ACTIVE" | "ANY"))
}

fn selected(status: Option<&str>, tagged: bool) -> bool {
    match status {
        Some("TAGGED") => tagged,
        Some("UNTAGGED") => !tagged,
        _ => true,
    }
}

fn shown(place: &Place, digest: String, row: ImageRow, tags: Vec<String>) -> ImageDetail {
    ImageDetail {
        registry_id: Some(place.scope.account.to_string()),
        repository_name: Some(place.name.clone()),
        image_digest: Some(digest),
        image_tags: (!tags.is_empty()).then_some(tags),
        image_size_in_bytes: Some(i64::try_from(row.size).unwrap_or(i64::MAX)),
        image_pushed_at: Some(row.pushed),
        image_manifest_media_type: Some(row.media_type),
        artifact_media_type: row.artifact_type,
        subject_manifest_digest: row.subject,
        image_status: Some("ACTIVE".to_owned()),
        ..ImageDetail::default()
    }
}
