//! Log files in the trail's bucket.

use std::io::Write as _;
use std::sync::Arc;

use flate2::{Compression, write::GzEncoder};
use lirio_api::{AwsError, Body, Timestamp, s3};
use lirio_service::Caller;
use lirio_store::{Delivery, DeliveryError, Key, StoreError, Txn};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use crate::tables::{PENDING, PendingRow, TRAILS, TrailRow, WAITING, trail_key};
use crate::{CloudTrail, PRINCIPAL};

/// Trails whose log file is due; payload [`Due`].
pub(crate) const LOG_FILES: &str = "cloudtrail.log_files";
/// How long a record waits for others to share its file: "about five minutes".
pub(crate) const INTERVAL_MS: i64 = 5 * 60 * 1000;
/// The most records of a file.
const MOST_RECORDS: usize = 2_000;

/// A trail whose log file is due.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Due {
    region: String,
    name: String,
}

/// Sixteen letters and digits that tell log files of the same minute apart.
pub(crate) fn unique() -> String {
    const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    lirio_service::random_bytes::<16>().iter().map(|b| ALPHABET[usize::from(*b) % 62] as char).collect()
}

/// Sets the timer of a trail's next log file.
pub(crate) fn set_timer(
    txn: &mut Txn<'_>,
    region: &str,
    name: &str,
    due: Timestamp,
) -> Result<(), StoreError> {
    let payload = Due { region: region.to_owned(), name: name.to_owned() };
    txn.set_timer(&format!("cloudtrail/{region}/{name}"), due.0, LOG_FILES, &payload)
}

/// A log file's key in the bucket.
fn key(trail: &TrailRow, account: &str, region: &str, pending: &PendingRow) -> String {
    let prefix = trail.prefix.as_deref().map(|p| format!("{}/", p.trim_end_matches('/'))).unwrap_or_default();
    let day = pending.due.strftime("%Y/%m/%d");
    let minute = pending.due.strftime("%Y%m%dT%H%MZ");
    let unique = &pending.unique;
    format!(
        "{prefix}AWSLogs/{account}/CloudTrail/{region}/{day}/{account}_CloudTrail_{region}_{minute}_{unique}.json.gz"
    )
}

fn gzip(records: &[Json]) -> Result<Vec<u8>, AwsError> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(json!({"Records": records}).to_string().as_bytes()).map_err(AwsError::internal)?;
    encoder.finish().map_err(AwsError::internal)
}

impl CloudTrail {
    /// Writes what waits of one trail: a file for each region. A file that was written before a crash is written
    /// again under the same name.
    pub(crate) async fn write_log_files(self: Arc<Self>, message: Delivery) -> Result<(), DeliveryError> {
        let due: Due = message.decode()?;
        let place = trail_key(&due.region, &due.name);
        let (trail, pending, waiting) = self.platform.store.read(|r| {
            let waiting = WAITING.scan_prefix(r, &place, None, MOST_RECORDS)?;
            Ok::<_, StoreError>((TRAILS.get(r, &place)?, PENDING.get(r, &place)?, waiting))
        })?;
        let (Some(trail), Some(pending)) = (trail, pending) else { return Ok(()) };
        let mut files: Vec<(String, Vec<Json>)> = Vec::new();
        let mut keys: Vec<Key> = Vec::with_capacity(waiting.len());
        for (key, record) in waiting {
            let mut parts = key.parts();
            let (_home, _name) = (parts.str()?, parts.str()?);
            let region = parts.str()?;
            match files.last_mut().filter(|(last, _)| *last == region) {
                Some((_, records)) => records.push(record),
                None => files.push((region, vec![record])),
            }
            keys.push(key);
        }
        let mut outcome = Ok(());
        for (region, records) in &files {
            outcome = self
                .write(&trail, key(&trail, &self.platform.scope.account, region, &pending), records)
                .await;
            if let Err(error) = &outcome {
                tracing::warn!(trail = trail.arn, bucket = trail.bucket, %error, "a log file was not delivered");
                break;
            }
        }
        let (seq, now) = (message.seq, self.platform.now());
        self.platform
            .store
            .commit(move |txn| {
                let Some(mut trail) = TRAILS.get(txn, &place)? else { return Ok(()) };
                if !txn.ack(seq)? {
                    return Ok(());
                }
                trail.delivery_attempted = Some(now);
                trail.delivery_error = outcome.as_ref().err().map(|error| error.code.to_string());
                if outcome.is_ok() {
                    trail.delivered = Some(now);
                    for key in &keys {
                        WAITING.delete(txn, key)?;
                    }
                }
                TRAILS.put(txn, &place, &trail)?;
                let later = Timestamp(now.0 + INTERVAL_MS);
                if outcome.is_err() {
                    // The row stays, so that files of this round that were written are replaced, not doubled.
                    set_timer(txn, &trail.region, &trail.name, later)?;
                } else if WAITING.count(txn, &place)? == 0 {
                    PENDING.delete(txn, &place)?;
                } else {
                    let due = if keys.len() == MOST_RECORDS { now } else { later };
                    PENDING.put(txn, &place, &PendingRow { due, unique: unique() })?;
                    set_timer(txn, &trail.region, &trail.name, due)?;
                }
                Ok::<_, StoreError>(())
            })
            .await?;
        Ok(())
    }

    async fn write(&self, trail: &TrailRow, key: String, records: &[Json]) -> Result<(), AwsError> {
        let input = s3::PutObjectRequest {
            bucket: trail.bucket.clone(),
            key,
            body: Body::from_bytes(gzip(records)?),
            content_type: Some("application/json".to_owned()),
            content_encoding: Some("gzip".to_owned()),
            server_side_encryption: Some("AES256".to_owned()),
            ..s3::PutObjectRequest::default()
        };
        self.platform.door.call(&Caller::service(PRINCIPAL), s3::ops::PutObject, input).await.map(|_| ())
    }
}
