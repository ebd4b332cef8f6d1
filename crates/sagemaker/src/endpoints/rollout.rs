//! What an endpoint's row asks for, and how the row goes on when that is there: pure, and stored.
//!
//! A change of an endpoint is a walk through stages.  Each stage says which deployments run with how many
//! instances and which share of the traffic ([`aims`]); when the endpoint's task has brought that about, when a
//! wait is over, when an alarm rings or something fails, the row takes the next stage, in one commit.  So a
//! crash anywhere goes on where the row says.

use lirio_api::Timestamp;
use serde::{Deserialize, Serialize};

use crate::endpoint_configs::weight;
use crate::endpoints::plan::{Plan, wait_option};
use crate::names::cut;
use crate::rows::{DeployedVariant, Deployment, EndpointRow, EndpointStatus};

/// The longest `FailureReason`.
const REASON: usize = 1024;

/// How far an update is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Rollout {
    pub(crate) plan: Plan,
    pub(crate) stage: Stage,
    /// When the stage began.
    pub(crate) since: Timestamp,
    /// When the update is rolled back because it takes too long.
    pub(crate) deadline: Timestamp,
}

/// A stage of an update.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Stage {
    /// The instances of a step start, then they get their share of the traffic.
    Moving { step: usize },
    /// A step is watched.
    Baking { step: usize, until: Timestamp },
    /// The new deployment's share goes back to this.
    Returning { share: f64 },
}

/// What a rollback that failed has left: a deployment that keeps a share of the traffic.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Left {
    pub(crate) deployment: Deployment,
    pub(crate) share: f64,
    pub(crate) rolling: bool,
}

/// New weights and counts, on their way.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Scaling {
    pub(crate) since: Timestamp,
    pub(crate) variants: Vec<Capacity>,
}

/// The weight and the number of instances of a variant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Capacity {
    pub(crate) variant: String,
    pub(crate) weight: f64,
    pub(crate) count: i64,
}

/// A deployment as it should run.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Aim {
    /// The deployment's id.
    pub(crate) id: String,
    /// Instances of each variant, then of each shadow variant.
    pub(crate) counts: Vec<i64>,
    /// The weight of each variant.
    pub(crate) weights: Vec<f64>,
    /// The share of the endpoint's traffic.
    pub(crate) share: f64,
}

/// How many instances a variant is to have.
pub(crate) fn count(variant: &DeployedVariant) -> i64 {
    variant.variant.initial_instance_count.unwrap_or(1).max(1)
}

/// A share of a count, rounded up; rounding errors are no instance.
pub(crate) fn part(count: i64, share: f64) -> i64 {
    ((count as f64 * share - 1e-6).ceil() as i64).clamp(0, count)
}

fn aim(deployment: &Deployment, capacity: f64, share: f64) -> Aim {
    let at_least = i64::from(share > 0.0);
    let counts = deployment.variants.iter().chain(&deployment.shadows);
    Aim {
        id: deployment.id.clone(),
        counts: counts.map(|variant| part(count(variant), capacity).max(at_least)).collect(),
        weights: deployment.variants.iter().map(|variant| weight(&variant.variant)).collect(),
        share,
    }
}

/// What should run now.  The shares add up to one, unless nothing serves yet.
pub(crate) fn aims(row: &EndpointRow) -> Vec<Aim> {
    let mut aims = Vec::new();
    let (mut new, mut new_capacity, mut old_capacity) = (0.0, 1.0, 1.0);
    if let Some(rollout) = &row.rollout {
        let share = |step: usize| rollout.plan.steps.get(step).map_or(1.0, |step| step.share);
        match rollout.stage {
            Stage::Moving { step } | Stage::Baking { step, .. } => {
                new = share(step);
                if rollout.plan.rolling {
                    new_capacity = new;
                    // The old instances whose traffic has gone before make room.
                    old_capacity = 1.0 - step.checked_sub(1).map_or(0.0, share);
                }
            }
            Stage::Returning { share } => {
                new = share;
                if rollout.plan.rolling {
                    new_capacity = new;
                    old_capacity = 1.0 - new;
                }
            }
        }
    } else if row.live.is_none() {
        new = 1.0;
    }
    let old = 1.0 - new;
    let left = row.left.as_ref().map_or(0.0, |left| left.share);
    if let Some(live) = &row.live {
        let capacity =
            if row.left.as_ref().is_some_and(|left| left.rolling) { 1.0 - left } else { old_capacity };
        let mut live = aim(live, capacity, old * (1.0 - left));
        if let Some(scaling) = &row.scaling {
            for ((capacity, count), weight) in
                scaling.variants.iter().zip(&mut live.counts).zip(&mut live.weights)
            {
                *count = capacity.count;
                *weight = capacity.weight;
            }
        }
        aims.push(live);
    }
    if let Some(left) = &row.left {
        aims.push(aim(&left.deployment, if left.rolling { left.share } else { 1.0 }, old * left.share));
    }
    if let Some(desired) = &row.desired {
        let mut aim = aim(desired, new_capacity, new);
        if new == 0.0 {
            aim.counts.fill(0);
        }
        aims.push(aim);
    }
    // A deployment without instances and without traffic is one that need not run.
    aims.retain(|aim| aim.share > 0.0 || aim.counts.iter().any(|count| *count > 0));
    aims
}

/// What the endpoint's task has to tell its row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Told {
    /// What the row asks for runs.
    Reached,
    /// The wait of a step is over.
    WaitOver { step: usize },
    /// Something the row asks for does not come up.
    Failed(String),
    /// The update is to be taken back.
    TakeBack(String),
}

impl EndpointRow {
    /// Takes the next stage; false if what is told changes nothing.
    pub(crate) fn take(&mut self, told: Told, now: Timestamp) -> bool {
        if self.status == EndpointStatus::Deleting {
            return false;
        }
        let changed = match told {
            Told::Reached => self.reached(now),
            Told::WaitOver { step } => {
                let waits =
                    |rollout: &Rollout| matches!(rollout.stage, Stage::Baking { step: at, .. } if at == step);
                let waited = self.rollout.as_ref().is_some_and(waits);
                if waited {
                    self.next_step(step, now);
                }
                waited
            }
            Told::Failed(reason) => self.failed(&reason, now),
            Told::TakeBack(reason) => self.take_back(&reason, true, now),
        };
        if changed {
            self.modified = now;
        }
        changed
    }

    /// The stage of an update that goes forward.
    pub(crate) fn forward(&self) -> Option<(&Rollout, usize)> {
        let rollout = self.rollout.as_ref()?;
        match rollout.stage {
            Stage::Moving { step } | Stage::Baking { step, .. } => Some((rollout, step)),
            Stage::Returning { .. } => None,
        }
    }

    fn reached(&mut self, now: Timestamp) -> bool {
        if let Some(scaling) = self.scaling.take() {
            if let Some(live) = &mut self.live {
                for (variant, capacity) in live.variants.iter_mut().zip(scaling.variants) {
                    variant.variant.initial_instance_count = Some(capacity.count);
                    variant.variant.initial_variant_weight = Some(capacity.weight);
                }
            }
            self.status = EndpointStatus::InService;
            return true;
        }
        let Some(rollout) = &mut self.rollout else {
            let Some(desired) = self.desired.take() else { return false };
            self.serves(desired);
            return true;
        };
        match rollout.stage {
            Stage::Moving { step } => {
                let wait = rollout.plan.steps.get(step).map_or(0, |step| step.wait_seconds);
                if wait == 0 {
                    self.next_step(step, now);
                } else {
                    rollout.stage = Stage::Baking { step, until: Timestamp(now.0 + wait * 1000) };
                    rollout.since = now;
                }
                true
            }
            Stage::Baking { .. } => false,
            Stage::Returning { share } if share <= 0.0 => {
                self.rollout = None;
                self.desired = None;
                self.status = self.resting();
                true
            }
            Stage::Returning { share } => {
                let next = share - rollout.plan.back;
                rollout.stage = Stage::Returning { share: if next < 1e-6 { 0.0 } else { next } };
                rollout.since = now;
                true
            }
        }
    }

    fn next_step(&mut self, step: usize, now: Timestamp) {
        let Some(rollout) = &mut self.rollout else { return };
        if step + 1 < rollout.plan.steps.len() {
            rollout.stage = Stage::Moving { step: step + 1 };
            rollout.since = now;
        } else if let Some(desired) = self.desired.take() {
            self.serves(desired);
        }
    }

    fn serves(&mut self, deployment: Deployment) {
        self.live = Some(deployment);
        self.left = None;
        self.rollout = None;
        self.status = EndpointStatus::InService;
        self.failure = None;
        self.failed_config = None;
    }

    /// The status of an endpoint that serves what it served before.
    fn resting(&self) -> EndpointStatus {
        if self.left.is_some() { EndpointStatus::UpdateRollbackFailed } else { EndpointStatus::InService }
    }

    fn failed(&mut self, reason: &str, now: Timestamp) -> bool {
        let reason = cut(reason, REASON).to_owned();
        if self.scaling.take().is_some() {
            self.status = EndpointStatus::InService;
            self.failure = Some(reason);
            return true;
        }
        match self.rollout.as_ref().map(|rollout| rollout.stage) {
            Some(Stage::Moving { .. } | Stage::Baking { .. }) => self.take_back(&reason, false, now),
            Some(Stage::Returning { share }) => {
                // The old instances do not come back: what serves goes on as it is.
                let Some((rollout, deployment)) = self.rollout.take().zip(self.desired.take()) else {
                    return false;
                };
                let share = (share + rollout.plan.back).min(1.0);
                self.left = Some(Left { deployment, share, rolling: rollout.plan.rolling });
                self.status = EndpointStatus::UpdateRollbackFailed;
                self.failure = Some(reason);
                true
            }
            None => {
                let Some(desired) = self.desired.take() else { return false };
                self.failed_config = Some(desired.config_name);
                self.failure = Some(reason);
                self.status = EndpointStatus::Failed;
                true
            }
        }
    }

    /// `moved`: the traffic of a step that still moves may have been shifted already.
    fn take_back(&mut self, reason: &str, moved: bool, now: Timestamp) -> bool {
        let Some((rollout, step)) = self.forward() else { return false };
        let share_of = |step: usize| rollout.plan.steps.get(step).map_or(1.0, |step| step.share);
        let moved = match rollout.stage {
            Stage::Moving { .. } if !moved => step.checked_sub(1).map_or(0.0, share_of),
            _ => share_of(step),
        };
        let next = moved - rollout.plan.back;
        self.failure = Some(cut(reason, REASON).to_owned());
        self.failed_config = self.desired.as_ref().map(|desired| desired.config_name.clone());
        if moved == 0.0 {
            // Nothing has been shifted yet: there is nothing to roll back.
            self.rollout = None;
            self.desired = None;
            self.status = self.resting();
        } else if let Some(rollout) = &mut self.rollout {
            rollout.stage = Stage::Returning { share: if next < 1e-6 { 0.0 } else { next } };
            rollout.since = now;
            self.status = EndpointStatus::RollingBack;
        }
        true
    }

    /// The stage of the new deployment in AWS's words: status and message.
    pub(crate) fn stage_of(&self, variant: &DeployedVariant) -> Option<(&'static str, String)> {
        let Some(rollout) = &self.rollout else {
            return Some(("Creating", format!("Launching {} instance(s).", count(variant))));
        };
        let capacity = |step: usize| {
            let share = rollout.plan.steps.get(step).map_or(1.0, |step| step.share);
            let size = if share < 1.0 && !rollout.plan.rolling && step == 0 {
                "canary capacity"
            } else if share < 1.0 {
                "partial capacity"
            } else {
                "full capacity"
            };
            format!("{size} of {} instance(s)", part(count(variant), share).max(1))
        };
        Some(match rollout.stage {
            Stage::Moving { step } if step == 0 || rollout.plan.rolling => {
                let share = |step: usize| rollout.plan.steps.get(step).map_or(1.0, |step| step.share);
                let before = step.checked_sub(1).map_or(0, |before| part(count(variant), share(before)));
                let all =
                    if rollout.plan.rolling { part(count(variant), share(step)) } else { count(variant) };
                ("Creating", format!("Launching {} instance(s).", (all - before).max(0)))
            }
            Stage::Moving { step } => {
                ("ActivatingTraffic", format!("Activating traffic on {}.", capacity(step)))
            }
            Stage::Baking { step, .. } => {
                let wait = rollout.plan.steps.get(step).map_or(0, |step| step.wait_seconds);
                let option = wait_option(&rollout.plan, step);
                (
                    "Baking",
                    format!(
                        "Baking for {wait} seconds ({option}) with traffic enabled on {}.",
                        capacity(step)
                    ),
                )
            }
            Stage::Returning { .. } => ("Deleting", format!("Terminating {} instance(s).", count(variant))),
        })
    }

    /// How many of a variant's new instances have traffic.
    pub(crate) fn active(&self, variant: &DeployedVariant) -> i64 {
        let Some(rollout) = &self.rollout else { return 0 };
        let share = |step: usize| rollout.plan.steps.get(step).map_or(1.0, |step| step.share);
        let now = match rollout.stage {
            Stage::Moving { step } => step.checked_sub(1).map_or(0.0, share),
            Stage::Baking { step, .. } => share(step),
            Stage::Returning { share } => share,
        };
        part(count(variant), now)
    }
}
