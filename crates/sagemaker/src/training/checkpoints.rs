//! Checkpoints: a folder of the container that lives in S3.
//!
//! What is there before the start is put into the folder; from then on what is new, changed or gone in the
//! folder is made so in S3.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use lirio_api::sagemaker::CheckpointConfig;

use super::inputs;
use super::mirror::Mirror;
use super::rooted::{Kind, Rooted};
use crate::s3::{Location, Objects};

/// Where the container finds its checkpoints unless it says otherwise.
pub(crate) const LOCAL_PATH: &str = "/opt/ml/checkpoints";

/// The path in the container.
pub(crate) fn local_path(config: &CheckpointConfig) -> PathBuf {
    config.local_path.as_deref().filter(|path| !path.is_empty()).unwrap_or(LOCAL_PATH).into()
}

/// Lets any user of the container change what was restored.  Called before there is a container.
fn open_to_all(folder: &Path) -> io::Result<()> {
    let Some(rooted) = Rooted::open(folder)? else { return Ok(()) };
    for entry in rooted.entries()? {
        let mode = if entry.kind == Kind::Folder { 0o777 } else { 0o666 };
        fs::set_permissions(folder.join(entry.path), PermissionsExt::from_mode(mode))?;
    }
    Ok(())
}

/// Fills the folder with what an earlier run has left.
pub(crate) async fn restore(
    objects: &Objects,
    config: &CheckpointConfig,
    folder: PathBuf,
) -> Result<Mirror, String> {
    let uri = &config.s3_uri;
    let failed = |why: String| format!("ClientError: the checkpoints {uri} cannot be restored: {why}");
    let mut at = Location::parse(uri).ok_or_else(|| failed("it is no S3 URI".to_owned()))?;
    at.key.truncate(at.key.trim_end_matches('/').len());
    // With the slash, so that the checkpoints of a job whose name only begins alike are left out.
    let mut prefix = at.clone();
    if !prefix.key.is_empty() {
        prefix.key.push('/');
    }
    inputs::download_all(objects, &prefix, &folder).await.map_err(failed)?;
    open_to_all(&folder).map_err(|error| failed(error.to_string()))?;
    let mut checkpoints = Mirror::new("the checkpoints".to_owned(), objects, at, folder, true);
    checkpoints.adopt().await.map_err(failed)?;
    Ok(checkpoints)
}
