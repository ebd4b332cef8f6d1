//! CloudTrail's record of a call (record contents, version 1.11), and its event on the bus.

use std::sync::Arc;

use lirio_api::schema::{Kind, Location, Shape};
use lirio_api::{Operation, Timestamp};
use lirio_service::topics::{self, BusEvent};
use lirio_service::{AuditEvent, Principal, Scope, Source};
use lirio_store::{Delivery, DeliveryError, StoreError};
use serde_json::{Map, Value as Json, json};

use crate::selectors::{Call, LAMBDA_FUNCTION, S3_OBJECT, event_source};
use crate::tables::{PENDING, PendingRow, TrailRow, WAITING, trail_key};
use crate::{CloudTrail, PRINCIPAL, deliver};

const EVENT_VERSION: &str = "1.11";
/// What stands for a member that must not be logged.
const HIDDEN: &str = "HIDDEN_DUE_TO_SECURITY_REASONS";
/// The longest `requestParameters` or `responseElements` in bytes.
const MOST_FIELD_BYTES: usize = 100 * 1024;
/// Services without regions log in this one.
const GLOBAL_REGION: &str = "us-east-1";

/// S3's names of operations where they differ from its model's.
fn event_name<'a>(service: &str, operation: &'a str) -> &'a str {
    match (service, operation) {
        ("s3", "ListObjectsV2") => "ListObjects",
        ("s3", "ListObjectVersions") => "ListObjectVersions",
        ("s3", "GetBucketNotificationConfiguration") => "GetBucketNotification",
        ("s3", "PutBucketNotificationConfiguration") => "PutBucketNotification",
        ("s3", "GetBucketLifecycleConfiguration") => "GetBucketLifecycle",
        ("s3", "PutBucketLifecycleConfiguration") => "PutBucketLifecycle",
        ("s3", "GetPublicAccessBlock") => "GetBucketPublicAccessBlock",
        ("s3", "PutPublicAccessBlock") => "PutBucketPublicAccessBlock",
        ("s3", "DeletePublicAccessBlock") => "DeleteBucketPublicAccessBlock",
        (_, operation) => operation,
    }
}

/// `RoleArn` as `roleArn`.
fn camel(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

fn is_secret(name: &str) -> bool {
    name.contains("Secret")
        || name.contains("Password")
        || name.starts_with("SSECustomerKey") && !name.ends_with("MD5")
}

/// An input with its structures' members in camel case; the keys of maps stay, bytes are left out.
fn camel_case(shape: &Shape, value: &Json) -> Json {
    match (&shape.kind, value) {
        (Kind::Structure(structure), Json::Object(members)) => Json::Object(
            members
                .iter()
                .filter_map(|(name, value)| {
                    let member = structure.member(name)?;
                    let value = match member.shape.kind {
                        Kind::Blob(_) => return None,
                        _ if is_secret(name) => Json::from(HIDDEN),
                        _ => camel_case(member.shape, value),
                    };
                    Some((camel(name), value))
                })
                .collect(),
        ),
        (Kind::List { member, .. }, Json::Array(items)) => {
            items.iter().map(|item| camel_case(member.shape, item)).collect()
        }
        (Kind::Map { value: member, .. }, Json::Object(entries)) => Json::Object(
            entries.iter().map(|(key, value)| (key.clone(), camel_case(member.shape, value))).collect(),
        ),
        _ => value.clone(),
    }
}

/// S3's parameters go by the names they have in the request.
fn s3_parameters(operation: &Operation, input: &Json, host: &str) -> Json {
    let mut parameters = Map::new();
    let fixed = operation.uri.split_once('?').map_or("", |(_, query)| query);
    if let Some(bucket) = input.get("Bucket") {
        parameters.insert("bucketName".to_owned(), bucket.clone());
    }
    parameters.insert("Host".to_owned(), host.into());
    if let Some(key) = input.get("Key") {
        parameters.insert("key".to_owned(), key.clone());
    }
    for pair in fixed.split('&').filter(|p| !p.is_empty() && !p.starts_with("x-id")) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        parameters.insert(name.to_owned(), value.into());
    }
    let members = operation.input.and_then(Shape::structure).map(|s| s.members).unwrap_or_default();
    for member in members {
        let Some(value) = input.get(member.name).filter(|value| !value.is_null()) else { continue };
        let name = match member.location {
            Location::Query => member.wire,
            Location::Header if member.wire.to_ascii_lowercase().starts_with("x-amz-") => member.wire,
            Location::Body if member.shape.structure().is_some() => member.wire,
            _ => continue,
        };
        let value = if is_secret(member.name) { HIDDEN.into() } else { value.clone() };
        parameters.insert(name.to_owned(), value);
    }
    Json::Object(parameters)
}

/// A field, or what stands for it when it is too large for a record.
fn bounded(value: Json) -> Json {
    let size = value.to_string().len();
    if size <= MOST_FIELD_BYTES {
        return value;
    }
    json!({"omitted": true, "originalSize": size, "reason": "the field size exceeds the limit of 100 KB"})
}

/// `resources`, for the services whose records have it.
fn resources(event: &AuditEvent) -> Option<Json> {
    let arns = event.resources.iter().filter(|arn| arn.starts_with("arn:"));
    let list: Vec<Json> = match event.service.as_str() {
        "s3" => arns
            .flat_map(|arn| {
                let bucket = arn.split('/').next().unwrap_or(arn);
                let bucket = json!({
                    "accountId": event.scope.account, "type": "AWS::S3::Bucket", "ARN": bucket,
                });
                let object = arn.contains('/').then(|| json!({"type": S3_OBJECT, "ARN": arn}));
                object.into_iter().chain([bucket])
            })
            .collect(),
        "lambda" if event.data_event => arns
            .map(|arn| json!({"accountId": event.scope.account, "type": LAMBDA_FUNCTION, "ARN": arn}))
            .collect(),
        _ => Vec::new(),
    };
    (!list.is_empty()).then_some(Json::Array(list))
}

/// The record of a call.
pub(crate) fn record(event: &AuditEvent, operation: &Operation) -> Json {
    let is_s3 = event.service == "s3";
    let scope = &event.scope;
    let region = if operation.service.global { GLOBAL_REGION } else { &scope.region };
    let mut identity = event.caller.principal.user_identity(scope, event.caller.access_key.as_deref());
    if let (Source::Service(name), Principal::Session { .. }) =
        (&event.caller.source, &event.caller.principal)
    {
        identity["invokedBy"] = (**name).into();
    }
    // The name under which the client reached the platform travels with what S3 adds; calls from inside have none.
    let mut additional = event.additional.clone();
    let host = additional.as_object_mut().and_then(|a| a.shift_remove("Host"));
    let host = host
        .and_then(|h| h.as_str().map(str::to_owned))
        .unwrap_or_else(|| format!("s3.{}.amazonaws.com", scope.region));
    let parameters = match operation.input {
        _ if is_s3 => s3_parameters(operation, &event.input, &host),
        Some(shape) => match camel_case(shape, &event.input) {
            Json::Object(members) if members.is_empty() => Json::Null,
            parameters => parameters,
        },
        None => Json::Null,
    };
    let user_agent = match event.caller.user_agent() {
        agent if is_s3 => format!("[{agent}]"),
        agent => agent.to_owned(),
    };
    let mut record = json!({
        "eventVersion": EVENT_VERSION,
        "userIdentity": identity,
        "eventTime": event.time.iso8601_seconds(),
        "eventSource": event_source(operation.service),
        "eventName": event_name(&event.service, &event.operation),
        "awsRegion": region,
        "sourceIPAddress": event.caller.address(),
        "userAgent": user_agent,
    });
    let mut add = |name: &str, value: Json| record[name] = value;
    if let Some((code, message)) = &event.error {
        add("errorCode", code.as_str().into());
        add("errorMessage", message.as_str().into());
    }
    add("requestParameters", bounded(parameters));
    add("responseElements", bounded(event.response_elements.clone()));
    if additional.as_object().is_some_and(|a| !a.is_empty()) {
        add("additionalEventData", additional);
    }
    add("requestID", event.request_id.as_str().into());
    add("eventID", event.event_id.as_str().into());
    add("readOnly", event.read_only.into());
    if let Some(resources) = resources(event) {
        add("resources", resources);
    }
    add("eventType", "AwsApiCall".into());
    add("managementEvent", (!event.data_event).into());
    add("recipientAccountId", (*scope.account).into());
    add("eventCategory", if event.data_event { "Data" } else { "Management" }.into());
    record
}

/// The record on its way to the default bus. Its id is the call's: the event is the same however often it is made.
pub(crate) fn bus_event(event: &AuditEvent, operation: &Operation, record: Json) -> BusEvent {
    let region = record["awsRegion"].as_str().unwrap_or(&event.scope.region).to_owned();
    let scope = Scope { region: region.into(), ..event.scope.clone() };
    let source = format!("aws.{}", operation.service.signing_name);
    let mut bus =
        BusEvent::new(&scope, event.time, &source, "AWS API Call via CloudTrail", Vec::new(), record);
    bus.event["id"] = event.event_id.as_str().into();
    bus
}

/// Whether a trail records the call.
fn selects(trail: &TrailRow, event: &AuditEvent, operation: &'static Operation) -> bool {
    let here = trail.multi_region || *trail.region == *event.scope.region;
    let global = !operation.service.global || trail.global_events;
    here && global
        && trail.selectors.select(&Call {
            service: operation.service,
            operation: &event.operation,
            read_only: event.read_only,
            data_event: event.data_event,
            resources: &event.resources,
        })
}

impl CloudTrail {
    /// Records one call: the event for the bus and the records for log files are one commit with the message's end.
    pub(crate) async fn record(self: Arc<Self>, message: Delivery) -> Result<(), DeliveryError> {
        let event: AuditEvent = message.decode()?;
        if let Principal::Service { name } = &event.caller.principal {
            // CloudTrail's own deliveries would make records without end, and what services look up of each other
            // to do their work is no API call of anybody.
            let looks_up = event.read_only && !event.data_event;
            if name == PRINCIPAL || looks_up {
                return Ok(());
            }
        }
        let Some(operation) = lirio_api::operation(&event.service, &event.operation) else {
            return Err(DeliveryError::Dead(format!(
                "{}:{} is no operation",
                event.service, event.operation
            )));
        };
        let trails = self.active();
        let trails: Vec<(String, String)> = trails
            .iter()
            .filter(|trail| selects(trail, &event, operation))
            .map(|trail| (trail.region.clone(), trail.name.clone()))
            .collect();
        if trails.is_empty() {
            return Ok(());
        }
        let record = record(&event, operation);
        let region = record["awsRegion"].as_str().unwrap_or_default().to_owned();
        let bus = bus_event(&event, operation, record.clone());
        let (seq, due) = (message.seq, Timestamp(self.platform.now().0 + deliver::INTERVAL_MS));
        self.platform
            .store
            .commit(move |txn| {
                if !txn.ack(seq)? {
                    return Ok(());
                }
                txn.enqueue(topics::EVENTS, &bus)?;
                for (home, name) in &trails {
                    let key = trail_key(home, name);
                    WAITING.put(txn, &key.clone().str(&region).u64(seq), &record)?;
                    if !PENDING.exists(txn, &key)? {
                        let pending = PendingRow { due, unique: deliver::unique() };
                        PENDING.put(txn, &key, &pending)?;
                        deliver::set_timer(txn, home, name, due)?;
                    }
                }
                Ok::<_, StoreError>(())
            })
            .await?;
        Ok(())
    }
}
