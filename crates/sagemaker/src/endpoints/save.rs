//! A changed endpoint on its way into the store, with its timers and its events.

use lirio_api::AwsError;
use lirio_store::{Key, Txn};
use serde::{Deserialize, Serialize};

use crate::endpoints::rollout::Stage;
use crate::events;
use crate::rows::{ENDPOINTS, EndpointRow, EndpointStatus};

/// The topic of due waits; payload [`Due`].
pub(crate) const WAITS: &str = "sagemaker.endpoint-waits";

/// A wait of an update that is over.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Due {
    pub(crate) region: String,
    pub(crate) account: String,
    pub(crate) endpoint: String,
    /// The deployment that the update brings.
    pub(crate) deployment: String,
    /// The step that baked; nothing for the limit of the whole update.
    pub(crate) step: Option<usize>,
}

/// Stores a row as it is now, `before` being what it was.  Events are for what has changed; waiting is a
/// stored timer.
pub(crate) fn save(
    txn: &mut Txn<'_>,
    key: &Key,
    before: Option<&EndpointRow>,
    row: &EndpointRow,
) -> Result<(), AwsError> {
    ENDPOINTS.put(txn, key, row)?;
    timers(txn, row)?;
    let stage = |row: &EndpointRow| row.rollout.as_ref().map(|rollout| rollout.stage);
    if before.map(|before| before.status) != Some(row.status) {
        events::endpoint(txn, row)?;
    }
    let scaling = |row: &EndpointRow| row.scaling.is_some();
    if before.is_some_and(|before| stage(before) != stage(row) || scaling(before) != scaling(row)) {
        events::deployment(txn, row)?;
    }
    Ok(())
}

fn timers(txn: &mut Txn<'_>, row: &EndpointRow) -> Result<(), AwsError> {
    let scope = &row.scope;
    let name = row.name.to_ascii_lowercase();
    let id = |what: &str| format!("sagemaker.endpoint/{}/{}/{name}/{what}", scope.region, scope.account);
    let forward = row.forward().filter(|_| row.status != EndpointStatus::Deleting);
    let due = |step: Option<usize>| Due {
        region: scope.region.to_string(),
        account: scope.account.to_string(),
        endpoint: name.clone(),
        deployment: row.desired.as_ref().map(|desired| desired.id.clone()).unwrap_or_default(),
        step,
    };
    match forward {
        Some((rollout, step)) => {
            txn.set_timer(&id("limit"), rollout.deadline.0, WAITS, &due(None))?;
            match rollout.stage {
                Stage::Baking { until, .. } => {
                    txn.set_timer(&id("wait"), until.0, WAITS, &due(Some(step)))?
                }
                _ => drop(txn.cancel_timer(&id("wait"))?),
            }
        }
        None => {
            txn.cancel_timer(&id("limit"))?;
            txn.cancel_timer(&id("wait"))?;
        }
    }
    Ok(())
}
