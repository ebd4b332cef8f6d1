//! Manifests: what makes content an image.

use http::{HeaderName, StatusCode, header};
use lirio_api::{AwsError, Body};
use lirio_image::{Digest, Document, MAX_DOCUMENT_BYTES, RepositoryName, Tag};
use lirio_service::RawResponse;

use super::answer::{DIGEST, Refusal, answer, with_body};
use super::blobs::parse_digest;
use super::{Call, empty};
use crate::authorize::{DELETE_IMAGE, PULL_MANIFEST, PUT_IMAGE};
use crate::images::{self, NewImage, PutError};
use crate::tables::{IMAGES, Place, TAGS};

const SUBJECT: HeaderName = HeaderName::from_static("oci-subject");

enum Reference {
    Tag(String),
    Digest(Digest),
}

fn parse_reference(text: &str) -> Result<Reference, Refusal> {
    if text.contains(':') {
        return parse_digest(text).map(Reference::Digest);
    }
    match Tag::parse(text) {
        Ok(tag) => Ok(Reference::Tag(tag.to_string())),
        Err(error) => Err(Refusal::bad("TAG_INVALID", error.to_string())),
    }
}

fn unknown(place: &Place, reference: &str) -> Refusal {
    Refusal::missing("MANIFEST_UNKNOWN", "Requested image not found")
        .detail(serde_json::json!({ "name": place.name, "reference": reference }))
}

impl Call {
    pub(super) async fn manifest(
        &self,
        name: &RepositoryName,
        reference: &str,
    ) -> Result<RawResponse, Refusal> {
        let (place, _) = self.repository(name, &[PULL_MANIFEST])?;
        let parsed = parse_reference(reference)?;
        let found = self.ecr.platform.store.read(|r| {
            let digest = match &parsed {
                Reference::Tag(tag) => TAGS.get(r, &place.of_name(tag))?,
                Reference::Digest(digest) => Some(digest.to_string()),
            };
            let Some(digest) = digest else { return Ok(None) };
            let row = IMAGES.get(r, &place.of_name(&digest))?;
            Ok::<_, lirio_store::StoreError>(row.map(|row| (digest, row)))
        })?;
        let (digest, row) = found.ok_or_else(|| unknown(&place, reference))?;
        let builder = answer(StatusCode::OK)
            .header(header::CONTENT_TYPE, &row.media_type)
            .header(header::CONTENT_LENGTH, row.manifest_size)
            .header(header::ETAG, format!("\"{digest}\""))
            .header(DIGEST, digest);
        if self.is_head() {
            return Ok(with_body(builder, Body::default()));
        }
        let bytes =
            self.ecr.platform.store.blobs().read_all(&row.manifest, MAX_DOCUMENT_BYTES as u64).await?;
        Ok(with_body(builder, Body::from_bytes(bytes)))
    }

    pub(super) async fn put_manifest(
        &self,
        name: &RepositoryName,
        reference: &str,
        body: Body,
    ) -> Result<RawResponse, Refusal> {
        let (place, _) = self.repository(name, &[PUT_IMAGE])?;
        let reference = parse_reference(reference)?;
        let bytes = body.collect(MAX_DOCUMENT_BYTES as u64).await?;
        let invalid = |why: String| Refusal::bad("MANIFEST_INVALID", why);
        if std::str::from_utf8(&bytes).is_err() {
            return Err(invalid("The manifest is not UTF-8".to_owned()));
        }
        let content_type = self
            .header(header::CONTENT_TYPE)
            .map(|text| text.split(';').next().unwrap_or(text).trim().to_owned());
        let document =
            Document::parse(&bytes, content_type.as_deref()).map_err(|error| invalid(error.to_string()))?;
        let digest = Digest::of(&bytes);
        let tag = match reference {
            Reference::Tag(tag) => Some(tag),
            Reference::Digest(given) if given == digest => None,
            Reference::Digest(given) => {
                return Err(Refusal::bad("DIGEST_INVALID", "provided digest did not match uploaded content")
                    .detail(
                        serde_json::json!({ "provided": given.to_string(), "uploaded": digest.to_string() }),
                    ));
            }
        };
        let own_type = match &document {
            Document::Manifest(m) => m.media_type.clone(),
            Document::Index(i) => i.media_type.clone(),
        };
        let media_type = own_type.or(content_type).unwrap_or_else(|| document.media_type().to_owned());
        let mut writer = self.ecr.platform.store.blobs().writer();
        writer.write(&bytes).await?;
        let manifest = writer.finish().await?;
        let image = NewImage { digest, document, media_type, manifest, tag: tag.clone() };
        let subject = image.subject();
        let (at, now) = (place.clone(), self.ecr.platform.now());
        let done = self.ecr.platform.store.commit(move |txn| images::put(txn, &at, image, now)).await;
        done.map_err(|error| refusal(error, &place, tag.as_deref()))?;
        let mut builder = empty(StatusCode::CREATED)
            .header(header::LOCATION, format!("/v2/{}/manifests/{digest}", place.name))
            .header(DIGEST, digest.to_string());
        if let Some(subject) = subject {
            builder = builder.header(SUBJECT, subject);
        }
        Ok(with_body(builder, Body::default()))
    }

    pub(super) async fn delete_manifest(
        &self,
        name: &RepositoryName,
        reference: &str,
    ) -> Result<RawResponse, Refusal> {
        let (place, _) = self.repository(name, &[DELETE_IMAGE])?;
        let parsed = parse_reference(reference)?;
        let (at, now) = (place.clone(), self.ecr.platform.now());
        let gone = self
            .commit(move |txn| {
                Ok(match parsed {
                    Reference::Tag(tag) => match TAGS.get(txn, &at.of_name(&tag))? {
                        None => Gone::Unknown,
                        Some(digest) => {
                            images::untag(txn, &at, &tag, &digest, now)?;
                            Gone::Done
                        }
                    },
                    Reference::Digest(digest) => {
                        let digest = digest.to_string();
                        let parents = images::parents(txn, &at, &digest)?;
                        if !parents.is_empty() {
                            Gone::Listed(parents)
                        } else if images::remove(txn, &at, &digest, now)?.is_some() {
                            Gone::Done
                        } else {
                            Gone::Unknown
                        }
                    }
                })
            })
            .await?;
        match gone {
            Gone::Done => Ok(with_body(empty(StatusCode::ACCEPTED), Body::default())),
            Gone::Unknown => Err(unknown(&place, reference)),
            Gone::Listed(parents) => Err(Refusal::new(
                StatusCode::CONFLICT,
                "DENIED",
                format!("Requested image referenced by manifest list: [{}]", parents.join(",")),
            )),
        }
    }
}

enum Gone {
    Done,
    Unknown,
    Listed(Vec<String>),
}

fn refusal(error: PutError, place: &Place, tag: Option<&str>) -> Refusal {
    match error {
        PutError::Missing(digest) => Refusal::missing("MANIFEST_BLOB_UNKNOWN", "blob unknown to registry")
            .detail(serde_json::json!({ "digest": digest })),
        PutError::Immutable => {
            let tag = tag.unwrap_or_default();
            Refusal::bad(
                "TAG_INVALID",
                format!(
                    "The image tag '{tag}' already exists in the '{}' repository and cannot be overwritten because the tag is immutable.",
                    place.name
                ),
            )
            .detail("ImageTagAlreadyExistsException")
        }
        PutError::Other(error) if error.code == "RepositoryNotFoundException" => {
            Refusal::missing("NAME_UNKNOWN", error.message)
        }
        PutError::Other(error) => AwsError::into(error),
    }
}
