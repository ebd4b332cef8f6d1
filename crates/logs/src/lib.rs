//! CloudWatch Logs: groups, streams, events.
//!
//! Events lie in the order of their stream, their time and their arrival, so that every read begins where
//! it is asked to and never before.  An event's position is its time and a number given once over all
//! streams: tokens and event ids are positions, and stay good whatever comes in between.
//!
//! What it refuses to do: it encrypts with no KMS key, masks nothing, and matches neither space-delimited
//! filter patterns nor regular expressions in them (such requests are refused by name).

mod groups;
mod pattern;
mod position;
mod put;
mod read;
mod retention;
mod search;
mod streams;
mod tables;
mod tags;

use std::sync::Arc;

use lirio_api::logs::ops;
use lirio_service::{Platform, Registry};

/// The service.
pub struct Logs {
    platform: Platform,
}

impl Logs {
    /// The service on a platform.
    pub fn new(platform: &Platform) -> Arc<Self> {
        Arc::new(Self { platform: platform.clone() })
    }

    /// Registers every operation of CloudWatch Logs.
    pub fn register(self: &Arc<Self>, registry: &mut Registry) {
        registry
            .service(self)
            .on(ops::CreateLogGroup, Logs::create_log_group)
            .on(ops::DeleteLogGroup, Logs::delete_log_group)
            .on(ops::DescribeLogGroups, Logs::describe_log_groups)
            .on(ops::PutRetentionPolicy, Logs::put_retention_policy)
            .on(ops::DeleteRetentionPolicy, Logs::delete_retention_policy)
            .on(ops::CreateLogStream, Logs::create_log_stream)
            .on(ops::DeleteLogStream, Logs::delete_log_stream)
            .on(ops::DescribeLogStreams, Logs::describe_log_streams)
            .on(ops::PutLogEvents, Logs::put_log_events)
            .on(ops::GetLogEvents, Logs::get_log_events)
            .on(ops::FilterLogEvents, Logs::filter_log_events)
            .on(ops::ListTagsForResource, Logs::list_tags_for_resource)
            .on(ops::ListTagsLogGroup, Logs::list_tags_log_group)
            .on(ops::TagResource, Logs::tag_resource)
            .on(ops::UntagResource, Logs::untag_resource);
    }

    /// Starts what runs in the background: events older than their group's retention are removed, once a
    /// day.  Ends with the platform.
    pub fn start(self: &Arc<Self>) {
        retention::start(&self.platform);
    }
}
