//! What the paths and expressions of a state may read.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::context::Context;
use crate::data::Data;
use crate::path::{Path, QueryError, Root};

/// Workflow variables by name, without `$`. A branch or iteration starts with those of the state
/// around it and never changes them there, so the map is shared until somebody assigns.
pub type Variables = Arc<BTreeMap<String, Data>>;

/// The documents that a path can start at.
#[derive(Clone, Copy)]
pub struct Documents<'a> {
    /// `$`.
    pub input: &'a Value,
    /// `$$`.
    pub context: &'a Context<'a>,
    /// `$name`.
    pub variables: &'a BTreeMap<String, Data>,
}

impl<'a> Documents<'a> {
    /// The document that a path starts at.
    pub fn document(&self, root: &Root) -> Result<&'a Value, QueryError> {
        match root {
            Root::Input => Ok(self.input),
            Root::Context => Ok(self.context.get()),
            Root::Variable(name) => match self.variables.get(name) {
                Some(data) => Ok(data.value()),
                None => Err(QueryError::NotFound(format!("The variable '${name}' is not assigned"))),
            },
        }
    }

    /// Reads a path.
    pub fn query(&self, path: &Path) -> Result<Value, QueryError> {
        path.query(self.document(path.root())?)
    }
}
