//! Listings: tags, referrers, repositories.

use http::{StatusCode, header};
use lirio_api::Body;
use lirio_image::{RepositoryName, media_type};
use lirio_service::RawResponse;
use lirio_store::{Key, KeyRange, Order, StoreError, Table};
use serde::de::DeserializeOwned;
use serde_json::json;

use super::Call;
use super::answer::{Refusal, answer, json, with_body};
use super::blobs::parse_digest;
use crate::authorize::{self, LIST_IMAGES, LIST_REPOSITORIES, PULL_MANIFEST};
use crate::tables::{Place, REFERRERS, REPOSITORIES, TAGS, last_segment};

/// Entries of a page unless asked otherwise, and at most.
const PAGE: usize = 1000;

/// A page of rows by the last segment of their keys.
struct Page<V> {
    entries: Vec<(String, V)>,
    more: bool,
}

impl Call {
    /// The page that `n` and `last` ask for.
    fn page<V: DeserializeOwned>(&self, table: Table<V>, prefix: &Key) -> Result<Page<V>, Refusal> {
        let limit = match self.parameter("n") {
            None => PAGE,
            Some(text) => text
                .parse::<usize>()
                .map_err(|_| Refusal::bad("PAGINATION_NUMBER_INVALID", "n must be a number"))?
                .min(PAGE),
        };
        let mut range = KeyRange::prefix(prefix);
        if let Some(last) = self.parameter("last") {
            range = range.after(&prefix.clone().str(last));
        }
        let store = &self.ecr.platform.store;
        let rows = store.read(|r| table.scan(r, range, Order::Ascending, limit.saturating_add(1)))?;
        let more = rows.len() > limit;
        let entries = rows
            .into_iter()
            .take(limit)
            .map(|(key, value)| Ok((last_segment(&key)?, value)))
            .collect::<Result<Vec<_>, StoreError>>()?;
        Ok(Page { entries, more })
    }

    /// Adds where the next page is, if there is one.
    fn linked<V>(&self, mut response: RawResponse, page: &Page<V>) -> RawResponse {
        if page.more
            && let Some((last, _)) = page.entries.last()
        {
            let next =
                format!("<{}?n={}&last={last}>; rel=\"next\"", self.head.uri.path(), page.entries.len());
            if let Ok(value) = next.parse() {
                response.headers_mut().insert(header::LINK, value);
            }
        }
        response
    }

    pub(super) fn tags(&self, name: &RepositoryName) -> Result<RawResponse, Refusal> {
        let (place, _) = self.repository(name, &[LIST_IMAGES])?;
        let page = self.page(TAGS, &place.key())?;
        let tags: Vec<&str> = page.entries.iter().map(|(tag, _)| tag.as_str()).collect();
        Ok(self.linked(json(StatusCode::OK, &json!({ "name": place.name, "tags": tags })), &page))
    }

    pub(super) fn referrers(&self, name: &RepositoryName, digest: &str) -> Result<RawResponse, Refusal> {
        let (place, _) = self.repository(name, &[PULL_MANIFEST])?;
        let digest = parse_digest(digest)?;
        let page = self.page(REFERRERS, &place.of_name(&digest.to_string()))?;
        let wanted = self.parameter("artifactType");
        let manifests: Vec<&serde_json::Value> = page
            .entries
            .iter()
            .map(|(_, descriptor)| descriptor)
            .filter(|d| wanted.is_none_or(|kind| d["artifactType"] == *kind))
            .collect();
        let text = json!({
            "schemaVersion": 2,
            "mediaType": media_type::OCI_INDEX,
            "manifests": manifests,
        })
        .to_string();
        let mut builder = answer(StatusCode::OK)
            .header(header::CONTENT_TYPE, media_type::OCI_INDEX)
            .header(header::CONTENT_LENGTH, text.len());
        if wanted.is_some() {
            builder = builder.header("oci-filters-applied", "artifactType");
        }
        Ok(self.linked(with_body(builder, Body::from_bytes(text)), &page))
    }

    pub(super) fn catalog(&self) -> Result<RawResponse, Refusal> {
        let platform = &self.ecr.platform;
        let any = self.scope.arn("ecr", "repository/*");
        authorize::check(platform, &self.scope, &self.caller, LIST_REPOSITORIES, &any, None)
            .map_err(Refusal::denied)?;
        let page = self.page(REPOSITORIES, &Place::base(&self.scope))?;
        let names: Vec<&str> = page.entries.iter().map(|(name, _)| name.as_str()).collect();
        Ok(self.linked(json(StatusCode::OK, &json!({ "repositories": names })), &page))
    }
}
