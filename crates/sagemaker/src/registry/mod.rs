//! The registry of models: model package groups, and model packages with their approval.
//!
//! A model package is what may be deployed: containers with their models, where they come from, how good they
//! are, and whether somebody has approved them.  It is versioned in a group, or unversioned under a name.
//! Nothing here deploys: a change of the approval is an event, and what follows from it is a rule's matter.

mod check;
mod deploy;
mod groups;
mod packages;
mod place;
mod policies;
mod rows;
mod update;
mod validate;

pub(crate) use deploy::container_of_package;
pub(crate) use groups::describe as describe_group;
pub(crate) use packages::description;
pub(crate) use place::Place;
pub(crate) use rows::{GROUPS, GroupRow, PACKAGES, PackageRow, user_context};
