//! Repositories.

use std::net::IpAddr;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lirio_api::AwsError;
use lirio_api::ecr::{self, *};
use lirio_service::{Context, Scope};
use lirio_store::{Key, KeyRange, Order};

use crate::tables::{IMAGES, Place, REPOSITORIES, RepositoryRow, last_segment};
use crate::{Ecr, content, images, tags};

/// What a mutability setting says of the filters beside it.
const EXCLUDING: [&str; 2] = ["IMMUTABLE_WITH_EXCLUSION", "MUTABLE_WITH_EXCLUSION"];
/// Filters of a repository (ECR quotas).
const MAX_FILTERS: usize = 5;

impl Ecr {
    pub(crate) async fn create_repository(
        self: Arc<Self>,
        ctx: Context,
        input: CreateRepositoryRequest,
    ) -> Result<CreateRepositoryResponse, AwsError> {
        let place = Place::of(&ctx.scope, input.registry_id.as_deref(), &input.repository_name)?;
        if input
            .encryption_configuration
            .is_some_and(|e| e.encryption_type != "AES256" || e.kms_key.is_some())
        {
            return Err(AwsError::not_served("ECR encryption with a KMS key"));
        }
        let mutability = input.image_tag_mutability.unwrap_or_else(|| "MUTABLE".to_owned());
        check_filters(&mutability, input.image_tag_mutability_exclusion_filters.as_deref())?;
        let row = RepositoryRow {
            created: ctx.now,
            mutability,
            exclusions: input.image_tag_mutability_exclusion_filters,
            scan_on_push: input.image_scanning_configuration.and_then(|c| c.scan_on_push).unwrap_or(false),
            policy: None,
            tags: tags::merged(Default::default(), input.tags.unwrap_or_default())?,
        };
        let repository = shown(&place, &row, &ctx.host);
        ctx.commit(move |txn| {
            if REPOSITORIES.insert(txn, &place.key(), &row)? {
                return Ok(());
            }
            Err(ecr::errors::repository_already_exists_exception(format!(
                "The repository with name '{}' already exists in the registry with id '{}'",
                place.name, place.scope.account
            )))
        })
        .await?;
        Ok(CreateRepositoryResponse { repository: Some(repository) })
    }

    pub(crate) async fn delete_repository(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteRepositoryRequest,
    ) -> Result<DeleteRepositoryResponse, AwsError> {
        let place = Place::of(&ctx.scope, input.registry_id.as_deref(), &input.repository_name)?;
        let (host, now, force) = (ctx.host.clone(), ctx.now, input.force.unwrap_or(false));
        ctx.commit(move |txn| {
            let row = place.repository(txn)?;
            let all = IMAGES.scan_prefix(txn, &place.key(), None, if force { usize::MAX } else { 1 })?;
            if !force && !all.is_empty() {
                return Err(ecr::errors::repository_not_empty_exception(format!(
                    "The repository with name '{}' in registry with id '{}' cannot be deleted because it still contains images",
                    place.name, place.scope.account
                )));
            }
            for (key, _) in all {
                images::remove(txn, &place, &last_segment(&key)?, now)?;
            }
            content::drop_all(txn, &place)?;
            REPOSITORIES.delete(txn, &place.key())?;
            Ok(DeleteRepositoryResponse { repository: Some(shown(&place, &row, &host)) })
        })
        .await
    }

    pub(crate) async fn describe_repositories(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeRepositoriesRequest,
    ) -> Result<DescribeRepositoriesResponse, AwsError> {
        let registry = input.registry_id.as_deref();
        if let Some(names) = input.repository_names.filter(|n| !n.is_empty()) {
            let places: Vec<Place> =
                names.iter().map(|n| Place::of(&ctx.scope, registry, n)).collect::<Result<_, _>>()?;
            let found = self.platform.store.read(|r| {
                places
                    .iter()
                    .map(|place| Ok(shown(place, &place.repository(r)?, &ctx.host)))
                    .collect::<Result<Vec<_>, AwsError>>()
            })?;
            return Ok(DescribeRepositoriesResponse { repositories: Some(found), next_token: None });
        }
        if registry.is_some_and(|id| *id != *ctx.scope.account) {
            return Ok(DescribeRepositoriesResponse { repositories: Some(Vec::new()), next_token: None });
        }
        let limit = page_size(input.max_results);
        let range = page_range(&Place::base(&ctx.scope), input.next_token.as_deref())?;
        let rows = ctx.read(|r| REPOSITORIES.scan(r, range, Order::Ascending, limit + 1))?;
        let next_token = next_token(&rows, limit);
        let repositories = rows
            .into_iter()
            .take(limit)
            .map(|(key, row)| Ok(shown(&Place::new(&ctx.scope, &last_segment(&key)?), &row, &ctx.host)))
            .collect::<Result<Vec<_>, AwsError>>()?;
        Ok(DescribeRepositoriesResponse { repositories: Some(repositories), next_token })
    }

    pub(crate) async fn put_image_scanning_configuration(
        self: Arc<Self>,
        ctx: Context,
        input: PutImageScanningConfigurationRequest,
    ) -> Result<PutImageScanningConfigurationResponse, AwsError> {
        let place = Place::of(&ctx.scope, input.registry_id.as_deref(), &input.repository_name)?;
        let scan_on_push = input.image_scanning_configuration.scan_on_push.unwrap_or(false);
        let at = place.clone();
        change(&ctx, at, move |row| {
            row.scan_on_push = scan_on_push;
            Ok(())
        })
        .await?;
        Ok(PutImageScanningConfigurationResponse {
            registry_id: Some(place.scope.account.to_string()),
            repository_name: Some(place.name),
            image_scanning_configuration: Some(ImageScanningConfiguration {
                scan_on_push: Some(scan_on_push),
            }),
        })
    }

    pub(crate) async fn put_image_tag_mutability(
        self: Arc<Self>,
        ctx: Context,
        input: PutImageTagMutabilityRequest,
    ) -> Result<PutImageTagMutabilityResponse, AwsError> {
        let place = Place::of(&ctx.scope, input.registry_id.as_deref(), &input.repository_name)?;
        check_filters(&input.image_tag_mutability, input.image_tag_mutability_exclusion_filters.as_deref())?;
        let (mutability, exclusions) =
            (input.image_tag_mutability.clone(), input.image_tag_mutability_exclusion_filters.clone());
        change(&ctx, place.clone(), move |row| {
            row.mutability = mutability;
            row.exclusions = exclusions;
            Ok(())
        })
        .await?;
        Ok(PutImageTagMutabilityResponse {
            registry_id: Some(place.scope.account.to_string()),
            repository_name: Some(place.name),
            image_tag_mutability: Some(input.image_tag_mutability),
            image_tag_mutability_exclusion_filters: input.image_tag_mutability_exclusion_filters,
        })
    }
}

/// Changes a repository's row, which must exist, in one commit.
pub(crate) async fn change<T: Send + 'static>(
    ctx: &Context,
    place: Place,
    how: impl FnOnce(&mut RepositoryRow) -> Result<T, AwsError> + Send + 'static,
) -> Result<T, AwsError> {
    ctx.commit(move |txn| {
        let mut row = place.repository(txn)?;
        let result = how(&mut row)?;
        REPOSITORIES.put(txn, &place.key(), &row)?;
        Ok(result)
    })
    .await
}

fn check_filters(
    mutability: &str,
    filters: Option<&[ImageTagMutabilityExclusionFilter]>,
) -> Result<(), AwsError> {
    let filters = filters.unwrap_or_default();
    let refuse = |why: &str| {
        let text = format!(
            "Invalid parameter at 'imageTagMutabilityExclusionFilters' failed to satisfy constraint: '{why}'"
        );
        Err(ecr::errors::invalid_parameter_exception(text))
    };
    if filters.is_empty() == EXCLUDING.contains(&mutability) {
        return refuse(
            "filters go with IMMUTABLE_WITH_EXCLUSION and MUTABLE_WITH_EXCLUSION, and only with them",
        );
    }
    if filters.len() > MAX_FILTERS {
        return refuse("at most 5 filters");
    }
    if filters.iter().any(|f| f.filter.matches('*').count() > 2) {
        return refuse("at most two wildcards in a filter");
    }
    Ok(())
}

impl RepositoryRow {
    /// Whether a tag, once it is there, stays with its image.
    pub(crate) fn is_immutable(&self, tag: &str) -> bool {
        let excluded =
            self.exclusions.iter().flatten().any(|filter| wildcard(filter.filter.as_bytes(), tag.as_bytes()));
        match self.mutability.as_str() {
            "IMMUTABLE" => true,
            "IMMUTABLE_WITH_EXCLUSION" => !excluded,
            "MUTABLE_WITH_EXCLUSION" => excluded,
            _ => false,
        }
    }
}

/// `*` stands for any characters.  Linear for one wildcard, quadratic at most for the two there may be.
fn wildcard(pattern: &[u8], text: &[u8]) -> bool {
    match pattern.split_first() {
        None => text.is_empty(),
        Some((b'*', rest)) => (0..=text.len()).any(|skip| wildcard(rest, &text[skip..])),
        Some((byte, rest)) => text.first() == Some(byte) && wildcard(rest, &text[1..]),
    }
}

/// The repository as clients see it; `host` is the one the client used.
pub(crate) fn shown(place: &Place, row: &RepositoryRow, host: &str) -> Repository {
    Repository {
        repository_arn: Some(place.arn()),
        registry_id: Some(place.scope.account.to_string()),
        repository_name: Some(place.name.clone()),
        repository_uri: Some(format!("{}/{}", registry_host(&place.scope, host), place.name)),
        created_at: Some(row.created),
        image_tag_mutability: Some(row.mutability.clone()),
        image_tag_mutability_exclusion_filters: row.exclusions.clone(),
        image_scanning_configuration: Some(ImageScanningConfiguration {
            scan_on_push: Some(row.scan_on_push),
        }),
        encryption_configuration: Some(EncryptionConfiguration {
            encryption_type: "AES256".to_owned(),
            kms_key: None,
        }),
    }
}

/// The host that images of this registry are named by.
///
/// AWS's own form, `ACCOUNT.dkr.ecr.REGION.amazonaws.com`, unless the client came by a loopback name or an
/// address: then that one, so that `docker push` to the answered URI comes back here without any DNS.
pub(crate) fn registry_host(scope: &Scope, host: &str) -> String {
    if is_direct(host) {
        host.to_owned()
    } else {
        format!("{}.dkr.ecr.{}.amazonaws.com", scope.account, scope.region)
    }
}

/// Whether a `Host` is `localhost` or an address, with or without a port.
pub(crate) fn is_direct(host: &str) -> bool {
    if host.parse::<std::net::SocketAddr>().is_ok() || host.parse::<IpAddr>().is_ok() {
        return true;
    }
    let name = host.split(':').next().unwrap_or_default();
    name.eq_ignore_ascii_case("localhost")
}

/// How many a page has: 100 unless asked otherwise.
pub(crate) fn page_size(max_results: Option<i64>) -> usize {
    max_results.and_then(|n| usize::try_from(n).ok()).unwrap_or(100).clamp(1, 1000)
}

/// The keys under `prefix` after the page that `token` ended.
pub(crate) fn page_range(prefix: &Key, token: Option<&str>) -> Result<KeyRange, AwsError> {
    let range = KeyRange::prefix(prefix);
    match token {
        None => Ok(range),
        Some(token) => match URL_SAFE_NO_PAD.decode(token) {
            Ok(key) => Ok(range.after(&Key::from_bytes(key))),
            Err(_) => Err(ecr::errors::invalid_parameter_exception(
                "Invalid parameter at 'nextToken' failed to satisfy constraint: 'Invalid pagination token'",
            )),
        },
    }
}

/// The token of the page after, if there is one.
pub(crate) fn next_token<V>(rows: &[(Key, V)], limit: usize) -> Option<String> {
    if rows.len() <= limit {
        return None;
    }
    rows.get(limit.checked_sub(1)?).map(|(key, _)| URL_SAFE_NO_PAD.encode(key.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        let scope =
            Scope { partition: "aws".into(), region: "eu-west-1".into(), account: "000000000000".into() };
        let aws = "000000000000.dkr.ecr.eu-west-1.amazonaws.com";
        let check = |host: &str, expected: &str| assert_eq!(registry_host(&scope, host), expected, "{host}");
        check("127.0.0.1:4566", "127.0.0.1:4566");
        check("localhost:4566", "localhost:4566");
        check("localhost", "localhost");
        check("[::1]:4566", "[::1]:4566");
        check("10.0.0.7", "10.0.0.7");
        check("api.ecr.eu-west-1.amazonaws.com", aws);
        check("", aws);
    }

    #[test]
    fn wildcards() {
        let check = |pattern: &str, text: &str, expected: bool| {
            assert_eq!(wildcard(pattern.as_bytes(), text.as_bytes()), expected, "{pattern} {text}");
        };
        check("latest", "latest", true);
        check("latest", "latest1", false);
        check("dev-*", "dev-", true);
        check("dev-*", "prod-1", false);
        check("*-rc*", "v1-rc2", true);
        check("*-rc*", "v1", false);
    }
}
