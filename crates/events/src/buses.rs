//! Event buses.

use std::sync::Arc;

use lirio_api::events::{
    CreateEventBusRequest, CreateEventBusResponse, DeleteEventBusRequest, DescribeEventBusRequest,
    DescribeEventBusResponse, EventBus, ListEventBusesRequest, ListEventBusesResponse,
    errors::resource_already_exists_exception,
};
use lirio_api::{AwsError, Unit};
use lirio_service::Context;
use lirio_store::{Key, Read, StoreError};

use crate::Events;
use crate::names::{bus_arn, bus_name, no_such_bus};
use crate::page::page;
use crate::tables::{BUSES, BusRow, DEFAULT_BUS, RULES, bus_key};

/// The row of a bus; the default one is there without a row.
pub(crate) fn find_bus(read: &impl Read, region: &str, bus: &str) -> Result<Option<BusRow>, StoreError> {
    let row = BUSES.get(read, &bus_key(region, bus))?;
    Ok(row.or_else(|| (bus == DEFAULT_BUS).then(|| BusRow { name: bus.to_owned(), ..BusRow::default() })))
}

/// Refuses a bus that does not exist.
pub(crate) fn require_bus(read: &impl Read, region: &str, bus: &str) -> Result<BusRow, AwsError> {
    find_bus(read, region, bus)?.ok_or_else(|| no_such_bus(bus))
}

impl Events {
    pub(crate) async fn create_event_bus(
        self: Arc<Self>,
        ctx: Context,
        input: CreateEventBusRequest,
    ) -> Result<CreateEventBusResponse, AwsError> {
        if input.event_source_name.is_some() || input.name.starts_with("aws.") {
            return Err(AwsError::not_served("An event bus for a partner event source"));
        }
        if input.kms_key_identifier.is_some() {
            return Err(AwsError::not_served("Encryption of event buses with KMS keys"));
        }
        if input.dead_letter_config.is_some() {
            return Err(AwsError::not_served("A dead-letter queue (SQS) for an event bus"));
        }
        if input.log_config.as_ref().and_then(|l| l.level.as_deref()).is_some_and(|level| level != "OFF") {
            return Err(AwsError::not_served("Logging of event buses"));
        }
        if input.name.contains('/') {
            return Err(AwsError::validation("Event bus name must not contain '/'."));
        }
        let row = BusRow {
            name: input.name,
            description: input.description,
            log_config: input.log_config,
            created: Some(ctx.now),
            tags: input.tags.unwrap_or_default(),
        };
        let answer = CreateEventBusResponse {
            event_bus_arn: Some(bus_arn(&ctx.scope, &row.name)),
            description: row.description.clone(),
            log_config: row.log_config.clone(),
            ..CreateEventBusResponse::default()
        };
        let region = ctx.scope.region.clone();
        ctx.commit(move |txn| {
            if find_bus(txn, &region, &row.name)?.is_some() {
                let message = format!("Event bus {} already exists.", row.name);
                return Err(resource_already_exists_exception(message));
            }
            BUSES.put(txn, &bus_key(&region, &row.name), &row)?;
            Ok(())
        })
        .await?;
        Ok(answer)
    }

    pub(crate) async fn delete_event_bus(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteEventBusRequest,
    ) -> Result<Unit, AwsError> {
        let bus = bus_name(Some(&input.name));
        if bus == DEFAULT_BUS {
            return Err(AwsError::validation("Cannot delete event bus default."));
        }
        let region = ctx.scope.region.clone();
        ctx.commit(move |txn| {
            let key = bus_key(&region, &bus);
            if RULES.count(txn, &key)? > 0 {
                return Err(AwsError::validation("Event bus can't be deleted since it has rules."));
            }
            BUSES.delete(txn, &key)?;
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn describe_event_bus(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeEventBusRequest,
    ) -> Result<DescribeEventBusResponse, AwsError> {
        let name = bus_name(input.name.as_deref());
        let row = ctx.read(|r| find_bus(r, &ctx.scope.region, &name))?.ok_or_else(|| no_such_bus(&name))?;
        Ok(DescribeEventBusResponse {
            arn: Some(bus_arn(&ctx.scope, &row.name)),
            name: Some(row.name),
            description: row.description,
            log_config: row.log_config,
            creation_time: row.created,
            last_modified_time: row.created,
            ..DescribeEventBusResponse::default()
        })
    }

    pub(crate) async fn list_event_buses(
        self: Arc<Self>,
        ctx: Context,
        input: ListEventBusesRequest,
    ) -> Result<ListEventBusesResponse, AwsError> {
        let mut rows: Vec<BusRow> = ctx.read(|r| {
            let rows = BUSES.scan_prefix(r, &Key::new().str(&ctx.scope.region), None, usize::MAX)?;
            Ok(rows.into_iter().map(|(_, row)| row).collect())
        })?;
        if !rows.iter().any(|row| row.name == DEFAULT_BUS) {
            rows.push(BusRow { name: DEFAULT_BUS.to_owned(), ..BusRow::default() });
            rows.sort_by(|one, other| one.name.cmp(&other.name));
        }
        if let Some(prefix) = &input.name_prefix {
            rows.retain(|row| row.name.starts_with(prefix));
        }
        let page = page(rows, |row| &row.name, input.next_token.as_deref(), input.limit)?;
        let event_buses = page
            .items
            .into_iter()
            .map(|row| EventBus {
                arn: Some(bus_arn(&ctx.scope, &row.name)),
                name: Some(row.name),
                description: row.description,
                creation_time: row.created,
                last_modified_time: row.created,
                ..EventBus::default()
            })
            .collect();
        Ok(ListEventBusesResponse { event_buses: Some(event_buses), next_token: page.next_token })
    }
}
