//! ECR's own operations.

use lirio_api::ecr::{self, *};
use lirio_api::{OperationType as _, Shaped as _};
use lirio_image::Digest;

use crate::platform::{TestPlatform, manifest, root};

fn tagged(tag: &str) -> ImageIdentifier {
    ImageIdentifier { image_digest: None, image_tag: Some(tag.into()) }
}

fn digested(digest: &str) -> ImageIdentifier {
    ImageIdentifier { image_digest: Some(digest.into()), image_tag: None }
}

#[tokio::test]
async fn repositories() {
    let p = TestPlatform::new();
    assert_eq!(p.missing_handlers(), Vec::<String>::new());
    let create = CreateRepositoryRequest {
        repository_name: "team/app".into(),
        image_scanning_configuration: Some(ImageScanningConfiguration { scan_on_push: Some(true) }),
        tags: Some(vec![ecr::Tag { key: "k".into(), value: "v".into() }]),
        ..Default::default()
    };
    let made = p.call(ops::CreateRepository, create.clone()).await.unwrap().repository.unwrap();
    assert_eq!(made.repository_uri.as_deref(), Some("127.0.0.1:4566/team/app"));
    let arn = made.repository_arn.clone().unwrap();
    assert_eq!(arn, "arn:aws:ecr:eu-west-1:000000000000:repository/team/app");
    assert_eq!(made.encryption_configuration.as_ref().unwrap().encryption_type, "AES256");
    let again = p.call(ops::CreateRepository, create).await.unwrap_err();
    assert_eq!(again.code, "RepositoryAlreadyExistsException");
    let kms = CreateRepositoryRequest {
        repository_name: "kk".into(),
        encryption_configuration: Some(EncryptionConfiguration {
            encryption_type: "KMS".into(),
            kms_key: None,
        }),
        ..Default::default()
    };
    assert_eq!(p.call(ops::CreateRepository, kms).await.unwrap_err().status, 501);

    // A client that came by AWS's own host name is answered AWS's own URI.
    let input = DescribeRepositoriesRequest::default().into_value();
    let host = "api.ecr.eu-west-1.amazonaws.com";
    let seen = p.call_as(root(), host, ops::DescribeRepositories::OPERATION, input).await.unwrap();
    let seen = DescribeRepositoriesResponse::from_value(seen).unwrap().repositories.unwrap();
    assert_eq!(
        seen[0].repository_uri.as_deref(),
        Some("000000000000.dkr.ecr.eu-west-1.amazonaws.com/team/app")
    );
    let none =
        DescribeRepositoriesRequest { repository_names: Some(vec!["none".into()]), ..Default::default() };
    let error = p.call(ops::DescribeRepositories, none).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "RepositoryNotFoundException: The repository with name 'none' does not exist in the registry with id '000000000000'"
    );
    for name in ["bb", "cc", "dd"] {
        p.repository(name).await;
    }
    let mut names = Vec::new();
    let mut token = None;
    loop {
        let page =
            DescribeRepositoriesRequest { max_results: Some(3), next_token: token, ..Default::default() };
        let page = p.call(ops::DescribeRepositories, page).await.unwrap();
        names.extend(page.repositories.unwrap().into_iter().map(|r| r.repository_name.unwrap()));
        token = page.next_token;
        if token.is_none() {
            break;
        }
    }
    assert_eq!(names, ["bb", "cc", "dd", "team/app"]);

    let tag = TagResourceRequest {
        resource_arn: arn.clone(),
        tags: vec![ecr::Tag { key: "l".into(), value: "w".into() }],
    };
    p.call(ops::TagResource, tag).await.unwrap();
    p.call(
        ops::UntagResource,
        UntagResourceRequest { resource_arn: arn.clone(), tag_keys: vec!["k".into()] },
    )
    .await
    .unwrap();
    let tags = ListTagsForResourceRequest { resource_arn: arn.clone() };
    let tags = p.call(ops::ListTagsForResource, tags).await.unwrap().tags.unwrap();
    assert_eq!(tags, [ecr::Tag { key: "l".into(), value: "w".into() }]);
}

#[tokio::test]
async fn policies() {
    let p = TestPlatform::new();
    p.repository("aa").await;
    let set = |text: &str| SetRepositoryPolicyRequest {
        repository_name: "aa".into(),
        policy_text: text.into(),
        ..Default::default()
    };
    let get = || GetRepositoryPolicyRequest { repository_name: "aa".into(), ..Default::default() };
    let arn = "arn:aws:ecr:eu-west-1:000000000000:repository/aa";
    assert_eq!(
        p.call(ops::GetRepositoryPolicy, get()).await.unwrap_err().code,
        "RepositoryPolicyNotFoundException"
    );
    assert_eq!(
        p.call(ops::SetRepositoryPolicy, set("{")).await.unwrap_err().code,
        "InvalidParameterException"
    );
    let locked = r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"ecr:*"}}"#;
    assert_eq!(
        p.call(ops::SetRepositoryPolicy, set(locked)).await.unwrap_err().code,
        "InvalidParameterException"
    );
    assert!(p.resource_policy(arn).is_none());
    let text = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage"}]}"#;
    p.call(ops::SetRepositoryPolicy, set(text)).await.unwrap();
    assert_eq!(p.call(ops::GetRepositoryPolicy, get()).await.unwrap().policy_text.as_deref(), Some(text));
    assert_eq!(p.resource_policy(arn).unwrap().document.len(), 1);
    let delete = DeleteRepositoryPolicyRequest { repository_name: "aa".into(), ..Default::default() };
    p.call(ops::DeleteRepositoryPolicy, delete).await.unwrap();
    assert!(p.resource_policy(arn).is_none());
}

#[tokio::test]
async fn images() {
    let p = TestPlatform::new();
    p.repository("aa").await;
    let one = p.image("aa", "v1", b"layer").await;
    assert_eq!(p.put_manifest("aa", "v2", &manifest(b"{}", &[b"layer"])).await.status, 201);
    let two = p.image("aa", "v3", b"other layer").await;

    let describe = DescribeImagesRequest { repository_name: "aa".into(), ..Default::default() };
    let mut details = p.call(ops::DescribeImages, describe.clone()).await.unwrap().image_details.unwrap();
    details.sort_by_key(|d| d.image_tags.clone());
    assert_eq!(details.len(), 2);
    assert_eq!(details[0].image_tags.as_deref(), Some(&["v1".to_owned(), "v2".to_owned()][..]));
    assert_eq!(details[0].image_size_in_bytes, Some(7));
    let none = DescribeImagesRequest { image_ids: Some(vec![tagged("none")]), ..describe };
    assert_eq!(
        p.call(ops::DescribeImages, none).await.unwrap_err().message,
        "The image with imageId {imageDigest:'null', imageTag:'none'} does not exist within the repository with name 'aa' in the registry with id '000000000000'"
    );

    let list = ListImagesRequest { repository_name: "aa".into(), ..Default::default() };
    assert_eq!(p.call(ops::ListImages, list.clone()).await.unwrap().image_ids.unwrap().len(), 3);
    let filter = Some(ListImagesFilter { tag_status: Some("UNTAGGED".into()), image_status: None });
    let untagged = ListImagesRequest { filter, ..list };
    assert_eq!(p.call(ops::ListImages, untagged).await.unwrap().image_ids.unwrap(), []);

    let get = BatchGetImageRequest {
        repository_name: "aa".into(),
        image_ids: vec![
            tagged("v1"),
            digested(&two),
            tagged("none"),
            digested("what"),
            ImageIdentifier::default(),
            ImageIdentifier { image_digest: Some(two.clone()), image_tag: Some("v1".into()) },
        ],
        ..Default::default()
    };
    let got = p.call(ops::BatchGetImage, get).await.unwrap();
    let found = got.images.unwrap();
    assert_eq!(found[0].image_manifest, Some(manifest(b"{}", &[b"layer"]).to_string()));
    assert_eq!(found[0].image_id.as_ref().unwrap().image_digest.as_ref(), Some(&one));
    assert_eq!(found[1].image_id.as_ref().unwrap().image_tag, None);
    let codes: Vec<_> = got.failures.unwrap().into_iter().map(|f| f.failure_code.unwrap()).collect();
    assert_eq!(
        codes,
        ["ImageNotFound", "InvalidImageDigest", "MissingDigestAndTag", "ImageTagDoesNotMatchDigest"]
    );

    let layers = BatchCheckLayerAvailabilityRequest {
        repository_name: "aa".into(),
        layer_digests: vec![
            Digest::of(b"layer").to_string(),
            Digest::of(b"none").to_string(),
            "sha256:12".into(),
        ],
        ..Default::default()
    };
    let layers = p.call(ops::BatchCheckLayerAvailability, layers).await.unwrap();
    let available: Vec<_> =
        layers.layers.unwrap().into_iter().map(|l| (l.layer_availability.unwrap(), l.layer_size)).collect();
    assert_eq!(available, [("AVAILABLE".to_owned(), Some(5)), ("UNAVAILABLE".to_owned(), None)]);
    assert_eq!(layers.failures.unwrap()[0].failure_code.as_deref(), Some("InvalidLayerDigest"));

    let delete = |ids: Vec<ImageIdentifier>| BatchDeleteImageRequest {
        repository_name: "aa".into(),
        image_ids: ids,
        ..Default::default()
    };
    let gone = p.call(ops::BatchDeleteImage, delete(vec![tagged("v1"), tagged("none")])).await.unwrap();
    assert_eq!(gone.image_ids.unwrap().len(), 1);
    assert_eq!(gone.failures.unwrap()[0].failure_code.as_deref(), Some("ImageNotFound"));
    // v2 still holds it.
    assert_eq!(p.http("GET", &format!("/v2/aa/manifests/{one}"), &[], b"").await.status, 200);
    p.call(ops::BatchDeleteImage, delete(vec![digested(&one), digested(&two)])).await.unwrap();
    assert_eq!(p.contents(), 0);
    let events = p.events(6).await;
    let actions: Vec<_> = events.iter().map(|e| e["detail"]["action-type"].as_str().unwrap()).collect();
    assert_eq!(actions, ["PUSH", "PUSH", "PUSH", "DELETE", "DELETE", "DELETE"]);
}

#[tokio::test]
async fn immutable_tags_stay() {
    let p = TestPlatform::new();
    p.repository("aa").await;
    p.image("aa", "v1", b"layer").await;
    p.image("aa", "dev-1", b"layer").await;
    let filter = ImageTagMutabilityExclusionFilter { filter_type: "WILDCARD".into(), filter: "dev-*".into() };
    let put = |mutability: &str, filters: Option<Vec<ImageTagMutabilityExclusionFilter>>| {
        PutImageTagMutabilityRequest {
            repository_name: "aa".into(),
            image_tag_mutability: mutability.into(),
            image_tag_mutability_exclusion_filters: filters,
            ..Default::default()
        }
    };
    assert!(p.call(ops::PutImageTagMutability, put("IMMUTABLE_WITH_EXCLUSION", None)).await.is_err());
    p.call(ops::PutImageTagMutability, put("IMMUTABLE_WITH_EXCLUSION", Some(vec![filter]))).await.unwrap();
    p.blob("aa", b"new layer").await;
    let new = manifest(b"{}", &[b"new layer"]);
    let refused = p.put_manifest("aa", "v1", &new).await;
    assert_eq!((refused.status.as_u16(), refused.code().as_str()), (400, "TAG_INVALID"));
    assert_eq!(refused.json()["errors"][0]["detail"], "ImageTagAlreadyExistsException");
    assert_eq!(p.put_manifest("aa", "v1", &manifest(b"{}", &[b"layer"])).await.status, 201);
    assert_eq!(p.put_manifest("aa", "dev-1", &new).await.status, 201);
    assert_eq!(p.put_manifest("aa", "v2", &new).await.status, 201);
}
