//! Pushes a built image to the platform's registry, as Docker would (OCI distribution, 1.1).

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use bytes::Bytes;
use http::{Method, Request, Response, header};
use lirio_api::ecr;
use lirio_image::BuiltImage;

use crate::client::Client;

/// Pushes under a tag; answers the image's reference by digest on this endpoint.
pub(crate) async fn push(
    client: &Client,
    repository: &str,
    tag: &str,
    image: &BuiltImage,
    scratch: &Path,
) -> Result<String> {
    let token = client
        .call(ecr::ops::GetAuthorizationToken, ecr::GetAuthorizationTokenRequest::default())
        .await
        .context("the registry gives no token")?
        .authorization_data
        .and_then(|data| data.into_iter().next()?.authorization_token)
        .context("the registry's answer has no token")?;
    let registry = Registry { client, repository, authorization: format!("Basic {token}") };
    for layer in &image.layers {
        let digest = layer.descriptor.digest.to_string();
        if registry.has_blob(&digest).await? {
            continue;
        }
        let path = scratch.join(layer.descriptor.digest.hex());
        let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        registry.upload(&digest, bytes.into()).await?;
    }
    let config = image.config_digest.to_string();
    if !registry.has_blob(&config).await? {
        registry.upload(&config, image.config.clone().into()).await?;
    }
    let body = Bytes::from(image.manifest.clone());
    let request = registry
        .request(Method::PUT, &format!("/v2/{repository}/manifests/{tag}"))
        .header(header::CONTENT_TYPE, lirio_image::media_type::OCI_MANIFEST)
        .body(body)?;
    expect(client.send(request).await?, 201, "the manifest")?;
    Ok(format!("{}/{repository}@{}", client.authority(), image.manifest_digest))
}

struct Registry<'a> {
    client: &'a Client,
    repository: &'a str,
    authorization: String,
}

impl Registry<'_> {
    fn request(&self, method: Method, path: &str) -> http::request::Builder {
        Request::builder().method(method).uri(path).header(header::AUTHORIZATION, &self.authorization)
    }

    async fn has_blob(&self, digest: &str) -> Result<bool> {
        let path = format!("/v2/{}/blobs/{digest}", self.repository);
        let response = self.client.send(self.request(Method::HEAD, &path).body(Bytes::new())?).await?;
        Ok(response.status().is_success())
    }

    async fn upload(&self, digest: &str, bytes: Bytes) -> Result<()> {
        let path = format!("/v2/{}/blobs/uploads/", self.repository);
        let started = self.client.send(self.request(Method::POST, &path).body(Bytes::new())?).await?;
        let started = expect(started, 202, "an upload")?;
        let location = started
            .headers()
            .get(header::LOCATION)
            .and_then(|l| l.to_str().ok())
            .context("the registry did not say where to upload to")?;
        let separator = if location.contains('?') { '&' } else { '?' };
        let request = self
            .request(Method::PUT, &format!("{location}{separator}digest={digest}"))
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .body(bytes)?;
        expect(self.client.send(request).await?, 201, "a blob")?;
        Ok(())
    }
}

fn expect(response: Response<Bytes>, status: u16, what: &str) -> Result<Response<Bytes>> {
    if response.status().as_u16() != status {
        let text = String::from_utf8_lossy(response.body()).into_owned();
        bail!("the registry refused {what} with {}: {text}", response.status());
    }
    Ok(response)
}
