//! A model's data, brought to the folder that its containers see as `/opt/ml/model`.

use std::path::Path;

use lirio_api::sagemaker::ContainerDefinition;

use crate::artifacts;
use crate::s3::{self, Location, Objects};
use crate::training::{download_prefix, told};

/// Fills the folder with what the container's definition names; the error is a failure reason.
pub(crate) async fn fetch(
    objects: &Objects,
    container: &ContainerDefinition,
    folder: &Path,
) -> Result<(), String> {
    let source = container.model_data_source.as_ref().and_then(|source| source.s3_data_source.as_ref());
    let failed = |uri: &str, why: String| {
        format!(
            "ClientError: Failed to download model data for container \"container_1\" from URL: \"{uri}\". Please ensure that there is an object located at the URL and that the role passed to CreateModel has permissions to download the model. ({why})"
        )
    };
    let at = |uri: &str| Location::parse(uri).ok_or_else(|| failed(uri, "it is no S3 URI".to_owned()));
    let archive = match (&container.model_data_url, source) {
        (Some(uri), _) => uri.clone(),
        (None, Some(source)) if source.compression_type == "Gzip" => source.s3_uri.clone(),
        (None, Some(source)) => {
            let uri = &source.s3_uri;
            return download_prefix(objects, &at(uri)?, folder).await.map_err(|why| failed(uri, why));
        }
        // A container may bring its model along.
        (None, None) => return Ok(()),
    };
    let place = at(&archive)?;
    let body =
        objects.get(&place.bucket, &place.key).await.map_err(|error| failed(&archive, told(&error)))?;
    let reader = s3::reader(body);
    let folder = folder.to_owned();
    tokio::task::spawn_blocking(move || artifacts::unpack(reader, &folder))
        .await
        .map_err(|error| format!("InternalServerError: {error}"))?
        .map_err(|error| failed(&archive, format!("it must be a gzip-compressed tar archive: {error}")))
}

/// Whether the definition names any.
pub(crate) fn is_given(container: &ContainerDefinition) -> bool {
    let source = container.model_data_source.as_ref().and_then(|source| source.s3_data_source.as_ref());
    container.model_data_url.is_some() || source.is_some()
}
