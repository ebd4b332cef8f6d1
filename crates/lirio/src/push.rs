//! Pushes an image to the platform's registry, as Docker would (OCI distribution, 1.1).

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use bytes::Bytes;
use http::{Method, Request, Response, StatusCode, header};
use lirio_api::ecr;
use lirio_image::{BuiltImage, BuiltLayer, Digest, ImageConfig, Manifest, media_type};

use crate::client::{Client, FileBody};

/// A repository of the platform's registry.
pub(crate) struct Registry<'a> {
    client: &'a Client,
    repository: &'a str,
    authorization: String,
}

/// An image that is in a repository.
pub(crate) struct Found {
    /// The manifest's digest.
    pub(crate) digest: Digest,
    /// The manifest; nothing where the tag stands for a list of several.
    pub(crate) manifest: Option<Manifest>,
}

impl<'a> Registry<'a> {
    /// A repository, with a token for it.
    pub(crate) async fn of(client: &'a Client, repository: &'a str) -> Result<Self> {
        let token = client
            .call(ecr::ops::GetAuthorizationToken, ecr::GetAuthorizationTokenRequest::default())
            .await
            .context("the registry gives no token")?
            .authorization_data
            .and_then(|data| data.into_iter().next()?.authorization_token)
            .context("the registry's answer has no token")?;
        Ok(Self { client, repository, authorization: format!("Basic {token}") })
    }

    /// The image of a tag or a digest, if there is one.
    pub(crate) async fn find(&self, reference: &str) -> Result<Option<Found>> {
        let accepted = [
            media_type::OCI_MANIFEST,
            media_type::DOCKER_MANIFEST,
            media_type::OCI_INDEX,
            media_type::DOCKER_MANIFEST_LIST,
        ];
        let request = self
            .request(Method::GET, &format!("/v2/{}/manifests/{reference}", self.repository))
            .header(header::ACCEPT, accepted.join(", "))
            .body(Bytes::new())?;
        let response = self.client.send(request).await?;
        if response.status() == StatusCode::NOT_FOUND {
            return Ok(None);
        }
        let response = expect(response, 200, "the manifest")?;
        let body = response.body();
        Ok(Some(Found { digest: Digest::of(body), manifest: Manifest::parse(body).ok() }))
    }

    /// Pulls the image of a tag or a digest, if there is one. Its layers become files in `folder`; who unpacks
    /// them compares them with their digests.
    pub(crate) async fn pull(&self, reference: &str, folder: &Path) -> Result<Option<BuiltImage>> {
        let Some(found) = self.find(reference).await? else { return Ok(None) };
        let manifest =
            found.manifest.context("the tag stands for a list of images; name one by its digest")?;
        let config = self.blob(&manifest.config.digest).await?.to_vec();
        let parsed = ImageConfig::parse(&config)?;
        if parsed.rootfs.diff_ids.len() != manifest.layers.len() {
            bail!("the image has other layers in its manifest than in its configuration");
        }
        let mut layers = Vec::new();
        for (descriptor, diff_id) in manifest.layers.iter().zip(parsed.rootfs.diff_ids) {
            let path = folder.join(descriptor.digest.hex());
            std::fs::write(&path, self.blob(&descriptor.digest).await?)
                .with_context(|| format!("cannot write {}", path.display()))?;
            layers.push(BuiltLayer { descriptor: descriptor.clone(), diff_id, file: Some(path) });
        }
        Ok(Some(BuiltImage {
            layers,
            config_digest: Digest::of(&config),
            config,
            manifest: serde_json::to_vec(&manifest)?,
            manifest_digest: found.digest,
            media_type: media_type::OCI_MANIFEST.to_owned(),
        }))
    }

    async fn blob(&self, digest: &Digest) -> Result<Bytes> {
        let path = format!("/v2/{}/blobs/{digest}", self.repository);
        let answer = self.client.send(self.request(Method::GET, &path).body(Bytes::new())?).await?;
        Ok(expect(answer, 200, "a blob")?.into_body())
    }

    /// Pushes an image, whose layers are files, under a tag.
    pub(crate) async fn push(&self, tag: &str, image: &BuiltImage) -> Result<()> {
        for layer in &image.layers {
            let digest = layer.descriptor.digest.to_string();
            if self.has_blob(&digest).await? {
                continue;
            }
            let path = layer.file.as_ref().context("a layer of the image has no file")?;
            let location = self.begin_upload(&digest).await?;
            let body =
                FileBody::open(path).await.with_context(|| format!("cannot read {}", path.display()))?;
            let request = self.request(Method::PUT, &location).header(header::CONTENT_TYPE, BYTES);
            expect(self.client.send_file(request, body).await?, 201, "a layer")?;
        }
        let config = image.config_digest.to_string();
        if !self.has_blob(&config).await? {
            let location = self.begin_upload(&config).await?;
            let request = self
                .request(Method::PUT, &location)
                .header(header::CONTENT_TYPE, BYTES)
                .body(image.config.clone().into())?;
            expect(self.client.send(request).await?, 201, "the configuration")?;
        }
        let request = self
            .request(Method::PUT, &format!("/v2/{}/manifests/{tag}", self.repository))
            .header(header::CONTENT_TYPE, &image.media_type)
            .body(Bytes::from(image.manifest.clone()))?;
        expect(self.client.send(request).await?, 201, "the manifest")?;
        Ok(())
    }

    fn request(&self, method: Method, path: &str) -> http::request::Builder {
        Request::builder().method(method).uri(path).header(header::AUTHORIZATION, &self.authorization)
    }

    async fn has_blob(&self, digest: &str) -> Result<bool> {
        let path = format!("/v2/{}/blobs/{digest}", self.repository);
        let response = self.client.send(self.request(Method::HEAD, &path).body(Bytes::new())?).await?;
        Ok(response.status().is_success())
    }

    /// Where the content with this digest is to be put.
    async fn begin_upload(&self, digest: &str) -> Result<String> {
        let path = format!("/v2/{}/blobs/uploads/", self.repository);
        let started = self.client.send(self.request(Method::POST, &path).body(Bytes::new())?).await?;
        let started = expect(started, 202, "an upload")?;
        let location = started
            .headers()
            .get(header::LOCATION)
            .and_then(|l| l.to_str().ok())
            .context("the registry did not say where to upload to")?;
        let separator = if location.contains('?') { '&' } else { '?' };
        Ok(format!("{location}{separator}digest={digest}"))
    }
}

const BYTES: &str = "application/octet-stream";

fn expect(response: Response<Bytes>, status: u16, what: &str) -> Result<Response<Bytes>> {
    if response.status().as_u16() != status {
        let text = String::from_utf8_lossy(response.body()).into_owned();
        bail!("the registry refused {what} with {}: {text}", response.status());
    }
    Ok(response)
}
