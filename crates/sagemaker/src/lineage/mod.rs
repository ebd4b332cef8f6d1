//! Lineage: what a model was made of, and what was made of it.
//!
//! The entities that SageMaker keeps by itself (datasets, images, models, training and processing jobs, model packages,
//! approvals, deployments, endpoints) are derived from the rows of those resources whenever they are asked for,
//! so that there is no copy that could disagree.  Only what callers add is stored: artifacts, actions, contexts
//! and associations of their own.

mod actions;
mod artifacts;
mod associations;
mod contexts;
mod derive;
mod entities;
mod entity;
mod graph;
mod query;
mod trial;

pub(crate) use entities::exists;
pub(crate) use trial::trial_components;
