//! Trails.

use std::sync::Arc;

use lirio_api::cloudtrail::{
    CreateTrailRequest, CreateTrailResponse, DeleteTrailRequest, DeleteTrailResponse, DescribeTrailsRequest,
    DescribeTrailsResponse, GetEventSelectorsRequest, GetEventSelectorsResponse, GetTrailRequest,
    GetTrailResponse, GetTrailStatusRequest, GetTrailStatusResponse, ListTrailsRequest, ListTrailsResponse,
    PutEventSelectorsRequest, PutEventSelectorsResponse, StartLoggingRequest, StartLoggingResponse,
    StopLoggingRequest, StopLoggingResponse, Trail, TrailInfo, UpdateTrailRequest, UpdateTrailResponse,
    errors,
};
use lirio_api::{AwsError, Timestamp, s3};
use lirio_service::{Caller, Context};
use lirio_store::{Key, Read};

use crate::selectors::Selectors;
use crate::tables::{PENDING, TRAILS, TrailRow, WAITING, trail_key};
use crate::{CloudTrail, PRINCIPAL};

/// CloudTrail's quota of trails in a region.
const MOST_TRAILS: u64 = 5;

/// A trail that a request names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    region: String,
    name: String,
    /// As it was given.
    given: String,
}

/// Reads a trail's name or ARN.
pub(crate) fn locate(region: &str, given: &str) -> Result<Place, AwsError> {
    if !given.starts_with("arn:") {
        return Ok(Place { region: region.to_owned(), name: given.to_owned(), given: given.to_owned() });
    }
    match given.splitn(6, ':').collect::<Vec<_>>().as_slice() {
        ["arn", _, "cloudtrail", region, _, resource] if resource.starts_with("trail/") => Ok(Place {
            region: (*region).to_owned(),
            name: resource["trail/".len()..].to_owned(),
            given: given.to_owned(),
        }),
        _ => Err(errors::cloud_trail_arn_invalid_exception(format!("Trail ARN {given} is not valid."))),
    }
}

/// The trail at a place, which must be there.
pub(crate) fn find(read: &impl Read, place: &Place) -> Result<TrailRow, AwsError> {
    TRAILS
        .get(read, &trail_key(&place.region, &place.name))?
        .ok_or_else(|| errors::trail_not_found_exception(format!("Unknown trail: {}", place.given)))
}

/// Refuses a name that is not one of a trail, in words that say why.
fn check_name(name: &str) -> Result<(), AwsError> {
    let plain = |c: char| c.is_ascii_alphanumeric();
    let problem = if !(3..=128).contains(&name.chars().count()) {
        "must have 3 to 128 characters"
    } else if !name.chars().all(|c| plain(c) || matches!(c, '.' | '_' | '-')) {
        "can only contain letters, numbers, periods (.), underscores (_) and dashes (-)"
    } else if !name.starts_with(plain) || !name.ends_with(plain) {
        "must start and end with a letter or number"
    } else if name.as_bytes().windows(2).any(|w| w.iter().all(|b| !b.is_ascii_alphanumeric())) {
        "cannot have adjacent periods, underscores or dashes"
    } else if name.parse::<std::net::Ipv4Addr>().is_ok() {
        "cannot be formatted as an IP address"
    } else {
        return Ok(());
    };
    Err(errors::invalid_trail_name_exception(format!("Trail name {name} {problem}.")))
}

/// Options that are served by no trail here.
struct Unserved<'a> {
    sns: Option<&'a str>,
    log_group: Option<&'a str>,
    kms: Option<&'a str>,
    organization: Option<bool>,
    validation: Option<bool>,
    recursive: Option<bool>,
}

impl Unserved<'_> {
    fn refuse(&self) -> Result<(), AwsError> {
        let given = |text: Option<&str>| text.is_some_and(|t| !t.is_empty());
        let what = if given(self.sns) {
            "SnsTopicName of a trail"
        } else if given(self.log_group) {
            "CloudWatchLogsLogGroupArn of a trail"
        } else if given(self.kms) {
            "KmsKeyId of a trail"
        } else if self.organization == Some(true) {
            "An organization trail (IsOrganizationTrail)"
        } else if self.validation == Some(true) {
            "Log file validation (EnableLogFileValidation)"
        } else if self.recursive == Some(true) {
            "RecursiveLogging of a trail"
        } else {
            return Ok(());
        };
        Err(AwsError::not_served(what))
    }
}

fn described(row: TrailRow) -> Trail {
    Trail {
        name: Some(row.name),
        s3_bucket_name: Some(row.bucket),
        s3_key_prefix: row.prefix,
        include_global_service_events: Some(row.global_events),
        is_multi_region_trail: Some(row.multi_region),
        home_region: Some(row.region),
        trail_arn: Some(row.arn),
        log_file_validation_enabled: Some(false),
        has_custom_event_selectors: Some(row.selectors != Selectors::Default),
        has_insight_selectors: Some(false),
        is_organization_trail: Some(false),
        ..Trail::default()
    }
}

impl CloudTrail {
    /// Refuses a bucket that does not exist, or a prefix that is too long.
    async fn check_bucket(&self, bucket: &str, prefix: Option<&str>) -> Result<(), AwsError> {
        if prefix.is_some_and(|p| p.len() > 200) {
            return Err(errors::invalid_s3_prefix_exception("S3 prefix must not exceed 200 characters."));
        }
        let input = s3::HeadBucketRequest { bucket: bucket.to_owned(), ..s3::HeadBucketRequest::default() };
        match self.platform.door.call(&Caller::service(PRINCIPAL), s3::ops::HeadBucket, input).await {
            Err(error) if error.status == 404 => {
                let message = format!("S3 bucket {bucket} does not exist!");
                Err(errors::s3_bucket_does_not_exist_exception(message))
            }
            Err(error) => Err(error),
            Ok(_) => Ok(()),
        }
    }

    pub(crate) async fn create_trail(
        self: Arc<Self>,
        ctx: Context,
        input: CreateTrailRequest,
    ) -> Result<CreateTrailResponse, AwsError> {
        check_name(&input.name)?;
        Unserved {
            sns: input.sns_topic_name.as_deref(),
            log_group: input.cloud_watch_logs_log_group_arn.as_deref(),
            kms: input.kms_key_id.as_deref(),
            organization: input.is_organization_trail,
            validation: input.enable_log_file_validation,
            recursive: input.recursive_logging,
        }
        .refuse()?;
        let prefix = input.s3_key_prefix.filter(|p| !p.is_empty());
        let multi_region = input.is_multi_region_trail.unwrap_or(false);
        let global_events = input.include_global_service_events.unwrap_or(true);
        if multi_region && !global_events {
            return Err(errors::invalid_parameter_combination_exception(
                "Multi-Region trail must include global service events.",
            ));
        }
        self.check_bucket(&input.s3_bucket_name, prefix.as_deref()).await?;
        let mut tags = Vec::new();
        crate::tags::merge(&mut tags, input.tags_list.unwrap_or_default())?;
        let row = TrailRow {
            arn: ctx.arn("cloudtrail", &format!("trail/{}", input.name)),
            name: input.name,
            region: ctx.scope.region.to_string(),
            bucket: input.s3_bucket_name,
            prefix,
            global_events,
            multi_region,
            logging: false,
            started: None,
            stopped: None,
            delivery_attempted: None,
            delivered: None,
            delivery_error: None,
            selectors: Selectors::Default,
            tags,
        };
        let (account, shown) = (ctx.scope.account.clone(), described(row.clone()));
        ctx.commit(move |txn| {
            if TRAILS.count(txn, &Key::new().str(&row.region))? >= MOST_TRAILS {
                return Err(errors::maximum_number_of_trails_exceeded_exception(format!(
                    "User: {account} already has {MOST_TRAILS} trails in {}.",
                    row.region
                )));
            }
            if !TRAILS.insert(txn, &trail_key(&row.region, &row.name), &row)? {
                return Err(errors::trail_already_exists_exception(format!(
                    "Trail {} already exists for customer: {account}",
                    row.name
                )));
            }
            Ok(())
        })
        .await?;
        Ok(CreateTrailResponse {
            name: shown.name,
            s3_bucket_name: shown.s3_bucket_name,
            s3_key_prefix: shown.s3_key_prefix,
            include_global_service_events: shown.include_global_service_events,
            is_multi_region_trail: shown.is_multi_region_trail,
            trail_arn: shown.trail_arn,
            log_file_validation_enabled: shown.log_file_validation_enabled,
            is_organization_trail: shown.is_organization_trail,
            ..CreateTrailResponse::default()
        })
    }

    pub(crate) async fn update_trail(
        self: Arc<Self>,
        ctx: Context,
        input: UpdateTrailRequest,
    ) -> Result<UpdateTrailResponse, AwsError> {
        let place = locate(&ctx.scope.region, &input.name)?;
        Unserved {
            sns: input.sns_topic_name.as_deref(),
            log_group: input.cloud_watch_logs_log_group_arn.as_deref(),
            kms: input.kms_key_id.as_deref(),
            organization: input.is_organization_trail,
            validation: input.enable_log_file_validation,
            recursive: input.recursive_logging,
        }
        .refuse()?;
        let before = ctx.platform.store.read(|r| find(r, &place))?;
        let bucket = input.s3_bucket_name.as_deref().unwrap_or(&before.bucket);
        self.check_bucket(bucket, input.s3_key_prefix.as_deref()).await?;
        let this = self.clone();
        let row = ctx
            .commit(move |txn| {
                let mut row = find(txn, &place)?;
                row.bucket = input.s3_bucket_name.unwrap_or(row.bucket);
                row.prefix = input.s3_key_prefix.or(row.prefix).filter(|p| !p.is_empty());
                row.global_events = input.include_global_service_events.unwrap_or(row.global_events);
                row.multi_region = input.is_multi_region_trail.unwrap_or(row.multi_region);
                if row.multi_region && !row.global_events {
                    return Err(errors::invalid_parameter_combination_exception(
                        "Multi-Region trail must include global service events.",
                    ));
                }
                TRAILS.put(txn, &trail_key(&row.region, &row.name), &row)?;
                txn.after_commit(this.follow(row.arn.clone(), Some(row.clone())));
                Ok(row)
            })
            .await?;
        let shown = described(row);
        Ok(UpdateTrailResponse {
            name: shown.name,
            s3_bucket_name: shown.s3_bucket_name,
            s3_key_prefix: shown.s3_key_prefix,
            include_global_service_events: shown.include_global_service_events,
            is_multi_region_trail: shown.is_multi_region_trail,
            trail_arn: shown.trail_arn,
            log_file_validation_enabled: shown.log_file_validation_enabled,
            is_organization_trail: shown.is_organization_trail,
            ..UpdateTrailResponse::default()
        })
    }

    pub(crate) async fn delete_trail(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteTrailRequest,
    ) -> Result<DeleteTrailResponse, AwsError> {
        let place = locate(&ctx.scope.region, &input.name)?;
        let this = self.clone();
        ctx.commit(move |txn| {
            let row = find(txn, &place)?;
            let key = trail_key(&row.region, &row.name);
            TRAILS.delete(txn, &key)?;
            WAITING.delete_prefix(txn, &key)?;
            PENDING.delete(txn, &key)?;
            txn.after_commit(this.follow(row.arn, None));
            Ok(DeleteTrailResponse {})
        })
        .await
    }

    pub(crate) async fn get_trail(
        self: Arc<Self>,
        ctx: Context,
        input: GetTrailRequest,
    ) -> Result<GetTrailResponse, AwsError> {
        let place = locate(&ctx.scope.region, &input.name)?;
        let row = ctx.platform.store.read(|r| find(r, &place))?;
        Ok(GetTrailResponse { trail: Some(described(row)) })
    }

    /// The trails of a region and those of all regions.
    fn visible(&self, ctx: &Context, shadows: bool) -> Result<Vec<TrailRow>, AwsError> {
        let rows = ctx.read(|r| TRAILS.scan_prefix(r, &Key::new(), None, usize::MAX))?;
        let here = |row: &TrailRow| *row.region == *ctx.scope.region || (shadows && row.multi_region);
        Ok(rows.into_iter().map(|(_, row)| row).filter(here).collect())
    }

    /// Trails that do not exist are left out, which is no error.
    pub(crate) async fn describe_trails(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeTrailsRequest,
    ) -> Result<DescribeTrailsResponse, AwsError> {
        let rows = match input.trail_name_list.filter(|names| !names.is_empty()) {
            Some(names) => ctx.platform.store.read(|r| {
                let mut rows = Vec::new();
                for name in &names {
                    let place = locate(&ctx.scope.region, name)?;
                    rows.extend(TRAILS.get(r, &trail_key(&place.region, &place.name))?);
                }
                Ok::<_, AwsError>(rows)
            })?,
            None => self.visible(&ctx, input.include_shadow_trails.unwrap_or(true))?,
        };
        Ok(DescribeTrailsResponse { trail_list: Some(rows.into_iter().map(described).collect()) })
    }

    pub(crate) async fn list_trails(
        self: Arc<Self>,
        ctx: Context,
        _: ListTrailsRequest,
    ) -> Result<ListTrailsResponse, AwsError> {
        // The few trails of a region are one page.
        let infos = self.visible(&ctx, true)?.into_iter().map(|row| TrailInfo {
            trail_arn: Some(row.arn),
            name: Some(row.name),
            home_region: Some(row.region),
        });
        Ok(ListTrailsResponse { trails: Some(infos.collect()), next_token: None })
    }

    pub(crate) async fn get_trail_status(
        self: Arc<Self>,
        ctx: Context,
        input: GetTrailStatusRequest,
    ) -> Result<GetTrailStatusResponse, AwsError> {
        let place = locate(&ctx.scope.region, &input.name)?;
        let row = ctx.platform.store.read(|r| find(r, &place))?;
        let text = |time: Option<Timestamp>| Some(time.map(Timestamp::iso8601_seconds).unwrap_or_default());
        let succeeded = row.delivery_attempted.filter(|_| row.delivery_error.is_none());
        Ok(GetTrailStatusResponse {
            is_logging: Some(row.logging),
            latest_delivery_error: row.delivery_error,
            latest_delivery_time: row.delivered,
            start_logging_time: row.started,
            stop_logging_time: row.stopped,
            latest_delivery_attempt_time: text(row.delivery_attempted),
            latest_delivery_attempt_succeeded: text(succeeded),
            latest_notification_attempt_time: Some(String::new()),
            latest_notification_attempt_succeeded: Some(String::new()),
            time_logging_started: text(row.started),
            time_logging_stopped: text(row.stopped),
            ..GetTrailStatusResponse::default()
        })
    }

    /// Changes a trail that must exist, and lets the auditor follow.
    async fn change(
        self: &Arc<Self>,
        ctx: &Context,
        given: &str,
        change: impl FnOnce(&mut TrailRow) + Send + 'static,
    ) -> Result<TrailRow, AwsError> {
        let place = locate(&ctx.scope.region, given)?;
        let this = self.clone();
        ctx.commit(move |txn| {
            let mut row = find(txn, &place)?;
            change(&mut row);
            TRAILS.put(txn, &trail_key(&row.region, &row.name), &row)?;
            txn.after_commit(this.follow(row.arn.clone(), Some(row.clone())));
            Ok(row)
        })
        .await
    }

    pub(crate) async fn start_logging(
        self: Arc<Self>,
        ctx: Context,
        input: StartLoggingRequest,
    ) -> Result<StartLoggingResponse, AwsError> {
        let now = ctx.now;
        self.change(&ctx, &input.name, move |row| {
            if !row.logging {
                (row.logging, row.started) = (true, Some(now));
            }
        })
        .await?;
        Ok(StartLoggingResponse {})
    }

    pub(crate) async fn stop_logging(
        self: Arc<Self>,
        ctx: Context,
        input: StopLoggingRequest,
    ) -> Result<StopLoggingResponse, AwsError> {
        let now = ctx.now;
        self.change(&ctx, &input.name, move |row| {
            if row.logging {
                (row.logging, row.stopped) = (false, Some(now));
            }
        })
        .await?;
        Ok(StopLoggingResponse {})
    }

    pub(crate) async fn put_event_selectors(
        self: Arc<Self>,
        ctx: Context,
        input: PutEventSelectorsRequest,
    ) -> Result<PutEventSelectorsResponse, AwsError> {
        let selectors = Selectors::read(input.event_selectors, input.advanced_event_selectors)?;
        let row = self.change(&ctx, &input.trail_name, move |row| row.selectors = selectors).await?;
        let (event_selectors, advanced_event_selectors) = row.selectors.shown();
        Ok(PutEventSelectorsResponse { trail_arn: Some(row.arn), event_selectors, advanced_event_selectors })
    }

    pub(crate) async fn get_event_selectors(
        self: Arc<Self>,
        ctx: Context,
        input: GetEventSelectorsRequest,
    ) -> Result<GetEventSelectorsResponse, AwsError> {
        let place = locate(&ctx.scope.region, &input.trail_name)?;
        let row = ctx.platform.store.read(|r| find(r, &place))?;
        let (event_selectors, advanced_event_selectors) = row.selectors.shown();
        Ok(GetEventSelectorsResponse { trail_arn: Some(row.arn), event_selectors, advanced_event_selectors })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_trails() {
        let check = |name: &str, expected: &str| {
            let message = check_name(name).err().map(|e| e.message).unwrap_or_default();
            assert!(message.contains(expected) && message.is_empty() == expected.is_empty(), "{message}");
        };
        check("iris-data", "");
        check("a.b_c-1", "");
        check("ab", "3 to 128");
        check("a b c", "can only contain");
        check("-abc", "start and end");
        check("abc_", "start and end");
        check("a--b", "adjacent");
        check("10.0.0.1", "IP address");
    }

    #[test]
    fn trails_go_by_name_or_arn() {
        let place = locate("r", "arn:aws:cloudtrail:eu-west-1:000000000000:trail/iris").unwrap();
        assert_eq!((place.region.as_str(), place.name.as_str()), ("eu-west-1", "iris"));
        assert_eq!(locate("r", "iris").unwrap().region, "r");
        assert_eq!(locate("r", "arn:aws:s3:::x").unwrap_err().code, "CloudTrailARNInvalidException");
    }
}
