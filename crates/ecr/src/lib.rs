//! ECR: repositories, and the OCI registry.
//!
//! [`Ecr`] serves AWS's ECR operations, answers the registry's own HTTP interface under `/v2/`
//! ([`Ecr::register`] adds the route), and gives the platform its [`ImageBlobs`](lirio_service::ImageBlobs).
//!
//! Content is kept once per digest, whichever repositories have it.  A repository has content through a
//! link; a link counts the images that need it.  What no image needs goes with the last image that did,
//! or a day after it was uploaded if none ever did.
//!
//! What it refuses to do: it scans no image, encrypts with no KMS key, and follows no pull-through rule.

mod authorize;
mod batch;
mod content;
mod images;
mod layers;
mod policies;
mod registry;
mod repositories;
mod sweep;
mod tables;
mod tags;
mod token;

use std::sync::{Arc, OnceLock};

use lirio_api::ecr::ops;
use lirio_api::{AwsError, ecr};
use lirio_service::{Platform, Registry};

/// The service.
pub struct Ecr {
    platform: Platform,
    token_key: OnceLock<[u8; 32]>,
}

impl Ecr {
    /// The service on a platform.
    pub fn new(platform: &Platform) -> Arc<Self> {
        Arc::new(Self { platform: platform.clone(), token_key: OnceLock::new() })
    }

    /// Registers every operation of ECR, the policies of repositories, and the registry under `/v2/`; and
    /// tells the platform that the images' blobs are here.
    pub fn register(self: &Arc<Self>, registry: &mut Registry) {
        registry
            .service(self)
            .on(ops::CreateRepository, Ecr::create_repository)
            .on(ops::DeleteRepository, Ecr::delete_repository)
            .on(ops::DescribeRepositories, Ecr::describe_repositories)
            .on(ops::PutImageScanningConfiguration, Ecr::put_image_scanning_configuration)
            .on(ops::PutImageTagMutability, Ecr::put_image_tag_mutability)
            .on(ops::SetRepositoryPolicy, Ecr::set_repository_policy)
            .on(ops::GetRepositoryPolicy, Ecr::get_repository_policy)
            .on(ops::DeleteRepositoryPolicy, Ecr::delete_repository_policy)
            .on(ops::TagResource, Ecr::tag_resource)
            .on(ops::UntagResource, Ecr::untag_resource)
            .on(ops::ListTagsForResource, Ecr::list_tags_for_resource)
            .on(ops::DescribeImages, Ecr::describe_images)
            .on(ops::ListImages, Ecr::list_images)
            .on(ops::BatchGetImage, Ecr::batch_get_image)
            .on(ops::BatchDeleteImage, Ecr::batch_delete_image)
            .on(ops::BatchCheckLayerAvailability, Ecr::batch_check_layer_availability)
            .on(ops::GetAuthorizationToken, Ecr::get_authorization_token);
        let policies = self.clone();
        registry.resource_policies("ecr", move |scope, arn| policies.policy_of(scope, arn));
        registry.route(Arc::new(registry::RegistryRoute::new(self.clone())));
        let (store, scope) = (self.platform.store.clone(), self.platform.scope.clone());
        self.platform.set_image_blobs(Arc::new(layers::StoredBlobs { store, scope }));
    }

    /// Starts what runs in the background: abandoned uploads and content that no image came to need are
    /// removed.  Ends with the platform.
    pub fn start(self: &Arc<Self>) {
        sweep::start(&self.platform);
    }
}

/// `RepositoryNotFoundException`, in ECR's words.
pub(crate) fn no_such_repository(name: &str, registry: &str) -> AwsError {
    ecr::errors::repository_not_found_exception(no_such_repository_text(name, registry))
}

/// The words alone, which the registry answers too.
pub(crate) fn no_such_repository_text(name: &str, registry: &str) -> String {
    format!("The repository with name '{name}' does not exist in the registry with id '{registry}'")
}
