//! The variables of the project that a definition belongs to.

use std::collections::BTreeMap;
use std::path::Path;

use lirio_stack::{Place, Project, ProjectError, Stack};
use serde_json::Value;

/// The variables of the `lirio.toml` beside a definition, if that names it as its pipeline; else none.
/// The account is that of a local platform, and the image has no digest yet.
pub fn variables(definition: &Path) -> Result<BTreeMap<String, Value>, ProjectError> {
    let Ok(definition) = definition.canonicalize() else { return Ok(BTreeMap::new()) };
    let Some(folder) = definition.parent().filter(|folder| folder.join("lirio.toml").is_file()) else {
        return Ok(BTreeMap::new());
    };
    let place = Place {
        partition: "aws".to_owned(),
        region: "eu-west-1".to_owned(),
        account: "000000000000".to_owned(),
    };
    let stack = Stack::new(Project::read(folder)?, place);
    if stack.definition_path().canonicalize().ok().as_deref() != Some(&definition) {
        return Ok(BTreeMap::new());
    }
    Ok(stack.variables(&format!("{}:latest", stack.image_repository_uri())))
}
