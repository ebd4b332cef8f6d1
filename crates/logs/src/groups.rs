//! Log groups.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lirio_api::logs::{self, *};
use lirio_api::{AwsError, Unit};
use lirio_service::Context;
use lirio_store::{Key, KeyRange, Order, StoreError};

use crate::position::invalid_token;
use crate::tables::{BY_TIME, BYTES, EVENTS, GROUPS, GroupRow, Place, STREAMS, last_name, no_such_group};
use crate::{Logs, retention, tags};

/// Retentions that AWS offers, in days.
const RETENTIONS: [i64; 22] =
    [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];
/// Groups looked at for one page of those whose name contains something.
const LOOKED_AT: usize = 10_000;

impl Logs {
    pub(crate) async fn create_log_group(
        self: Arc<Self>,
        ctx: Context,
        input: CreateLogGroupRequest,
    ) -> Result<Unit, AwsError> {
        if input.kms_key_id.is_some() {
            return Err(AwsError::not_served("CloudWatch Logs encryption with a KMS key"));
        }
        if input.deletion_protection_enabled == Some(true) {
            return Err(AwsError::not_served("CloudWatch Logs deletion protection"));
        }
        let place = Place::new(&ctx.scope, &input.log_group_name);
        let row = GroupRow {
            created: ctx.now,
            class: input.log_group_class.unwrap_or_else(|| "STANDARD".to_owned()),
            retention_days: None,
            tags: tags::checked(input.tags.unwrap_or_default())?,
        };
        ctx.commit(move |txn| {
            if GROUPS.insert(txn, &place.key(), &row)? {
                return Ok(Unit);
            }
            Err(logs::errors::resource_already_exists_exception("The specified log group already exists"))
        })
        .await
    }

    pub(crate) async fn delete_log_group(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteLogGroupRequest,
    ) -> Result<Unit, AwsError> {
        let place = Place::new(&ctx.scope, &input.log_group_name);
        ctx.commit(move |txn| {
            let key = place.key();
            if !GROUPS.delete(txn, &key)? {
                return Err(no_such_group());
            }
            for (_, stream) in STREAMS.scan_prefix(txn, &key, None, usize::MAX)? {
                EVENTS.delete_prefix(txn, &Key::new().u64(stream.id))?;
            }
            STREAMS.delete_prefix(txn, &key)?;
            BY_TIME.delete_prefix(txn, &key)?;
            BYTES.delete(txn, &key)?;
            txn.cancel_timer(&place.timer())?;
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn describe_log_groups(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeLogGroupsRequest,
    ) -> Result<DescribeLogGroupsResponse, AwsError> {
        if input.include_linked_accounts == Some(true) {
            return Err(AwsError::not_served("CloudWatch Logs of linked accounts"));
        }
        let prefix = input.log_group_name_prefix.as_deref();
        let wanted = input.log_group_name_pattern.as_deref().filter(|p| !p.is_empty()).map(str::to_lowercase);
        if prefix.is_some() && wanted.is_some() {
            return Err(logs::errors::invalid_parameter_exception(
                "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.",
            ));
        }
        let limit = input.limit.and_then(|n| usize::try_from(n).ok()).unwrap_or(50).clamp(1, 50);
        let class = input.log_group_class.as_deref();
        let shown_if = |name: &str, row: &GroupRow| {
            wanted.as_ref().is_none_or(|w| name.to_lowercase().contains(w))
                && class.is_none_or(|class| row.class == class)
        };
        if let Some(identifiers) = input.log_group_identifiers {
            let mut groups = Vec::new();
            for identifier in &identifiers {
                let place = Place::of(&ctx.scope, None, Some(identifier))?;
                groups.extend(
                    self.group_if_there(&place)?
                        .filter(|(row, _)| shown_if(&place.group, row))
                        .map(|(row, bytes)| shown(&place, row, bytes)),
                );
            }
            return Ok(DescribeLogGroupsResponse { log_groups: Some(groups), next_token: None });
        }
        let base = Place::base(&ctx.scope);
        let range = KeyRange::prefix(&prefix.map_or_else(|| base.clone(), |p| base.clone().str_prefix(p)));
        let range = after_token(range, input.next_token.as_deref())?;
        ctx.read(|r| {
            let mut groups: Vec<LogGroup> = Vec::new();
            let mut range = range;
            let mut last: Option<Key> = None;
            let mut looked_at = 0;
            loop {
                let rows = GROUPS.scan(r, range.clone(), Order::Ascending, limit + 1)?;
                let exhausted = rows.len() <= limit;
                for (key, row) in rows {
                    if groups.len() == limit || looked_at == LOOKED_AT {
                        let next_token = last.map(|key| URL_SAFE_NO_PAD.encode(key.as_bytes()));
                        return Ok(DescribeLogGroupsResponse { log_groups: Some(groups), next_token });
                    }
                    let name = last_name(&key)?;
                    if shown_if(&name, &row) {
                        let bytes = BYTES.get(r, &key)?.unwrap_or(0);
                        groups.push(shown(&Place::new(&ctx.scope, &name), row, bytes));
                    }
                    looked_at += 1;
                    range = range.after(&key);
                    last = Some(key);
                }
                if exhausted {
                    return Ok(DescribeLogGroupsResponse { log_groups: Some(groups), next_token: None });
                }
            }
        })
    }

    fn group_if_there(&self, place: &Place) -> Result<Option<(GroupRow, u64)>, AwsError> {
        Ok(self.platform.store.read(|r| {
            let row = GROUPS.get(r, &place.key())?;
            Ok::<_, StoreError>(row.zip(Some(BYTES.get(r, &place.key())?.unwrap_or(0))))
        })?)
    }

    pub(crate) async fn put_retention_policy(
        self: Arc<Self>,
        ctx: Context,
        input: PutRetentionPolicyRequest,
    ) -> Result<Unit, AwsError> {
        let days = input.retention_in_days;
        if !RETENTIONS.contains(&days) {
            let offered: Vec<String> = RETENTIONS.iter().map(i64::to_string).collect();
            return Err(logs::errors::invalid_parameter_exception(format!(
                "1 validation error detected: Value '{days}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [{}]",
                offered.join(", ")
            )));
        }
        let place = Place::new(&ctx.scope, &input.log_group_name);
        let now = ctx.now;
        ctx.commit(move |txn| {
            let mut row = place.row(txn)?;
            row.retention_days = Some(days);
            GROUPS.put(txn, &place.key(), &row)?;
            retention::arm(txn, &place, now.0)?;
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn delete_retention_policy(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteRetentionPolicyRequest,
    ) -> Result<Unit, AwsError> {
        let place = Place::new(&ctx.scope, &input.log_group_name);
        ctx.commit(move |txn| {
            let mut row = place.row(txn)?;
            row.retention_days = None;
            GROUPS.put(txn, &place.key(), &row)?;
            txn.cancel_timer(&place.timer())?;
            Ok(Unit)
        })
        .await
    }
}

/// What follows the page that ended with the key in the token.
pub(crate) fn after_token(range: KeyRange, token: Option<&str>) -> Result<KeyRange, AwsError> {
    match token {
        None => Ok(range),
        Some(token) => {
            let key = URL_SAFE_NO_PAD.decode(token).map_err(|_| invalid_token())?;
            Ok(range.after(&Key::from_bytes(key)))
        }
    }
}

fn shown(place: &Place, row: GroupRow, bytes: u64) -> LogGroup {
    LogGroup {
        log_group_name: Some(place.group.clone()),
        creation_time: Some(row.created.0),
        retention_in_days: row.retention_days,
        metric_filter_count: Some(0),
        arn: Some(format!("{}:*", place.arn())),
        stored_bytes: Some(i64::try_from(bytes).unwrap_or(i64::MAX)),
        log_group_class: Some(row.class),
        log_group_arn: Some(place.arn()),
        ..LogGroup::default()
    }
}
