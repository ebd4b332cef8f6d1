use lirio_api::s3::*;

use crate::support::{Bench, body, code, some};

#[test]
fn every_operation_of_the_table_has_a_handler() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let missing = Bench::new().registry.missing();
        let mine: Vec<_> = missing.iter().filter(|name| name.starts_with("s3:")).collect();
        assert!(mine.is_empty(), "{mine:?}");
    });
}

#[tokio::test]
async fn life_of_a_bucket() {
    let bench = Bench::with_bucket().await;
    assert_eq!(code(bench.create_bucket("b2-").await).0, "InvalidBucketName");
    bench.create_bucket("bucket-two").await.unwrap();
    assert_eq!(code(bench.create_bucket("bucket-two").await), ("BucketAlreadyOwnedByYou".into(), 409));

    let head = HeadBucketRequest { bucket: "bucket-two".into(), ..Default::default() };
    let found = bench.call(ops::HeadBucket, head.clone()).await.unwrap();
    assert_eq!(found.bucket_region.as_deref(), Some("eu-west-1"));
    assert_eq!(bench.s3.bucket_region("bucket-two").unwrap().as_deref(), Some("eu-west-1"));
    let other = HeadBucketRequest { expected_bucket_owner: some("111111111111"), ..head.clone() };
    assert_eq!(code(bench.call(ops::HeadBucket, other).await), ("AccessDenied".into(), 403));

    let listed = bench.call(ops::ListBuckets, ListBucketsRequest::default()).await.unwrap();
    let names: Vec<_> = listed.buckets.unwrap().into_iter().filter_map(|b| b.name).collect();
    assert_eq!(names, ["box", "bucket-two"]);
    let page = ListBucketsRequest { max_buckets: Some(1), ..Default::default() };
    let first = bench.call(ops::ListBuckets, page.clone()).await.unwrap();
    let page = ListBucketsRequest { continuation_token: first.continuation_token, ..page };
    let second = bench.call(ops::ListBuckets, page).await.unwrap();
    assert_eq!(second.buckets.unwrap()[0].name.as_deref(), Some("bucket-two"));
    assert_eq!(second.continuation_token, None);

    let put = PutObjectRequest {
        bucket: "bucket-two".into(),
        key: "k".into(),
        body: body("x"),
        ..Default::default()
    };
    bench.call(ops::PutObject, put).await.unwrap();
    let delete = DeleteBucketRequest { bucket: "bucket-two".into(), ..Default::default() };
    assert_eq!(code(bench.call(ops::DeleteBucket, delete.clone()).await), ("BucketNotEmpty".into(), 409));
    let object = DeleteObjectRequest { bucket: "bucket-two".into(), key: "k".into(), ..Default::default() };
    bench.call(ops::DeleteObject, object).await.unwrap();
    bench.call(ops::DeleteBucket, delete.clone()).await.unwrap();
    assert_eq!(code(bench.call(ops::DeleteBucket, delete).await), ("NoSuchBucket".into(), 404));
    assert_eq!(code(bench.call(ops::HeadBucket, head).await), ("NoSuchBucket".into(), 404));
}

#[tokio::test]
async fn the_first_region_answers_repetitions_with_success() {
    let bench = Bench::in_region("us-east-1");
    let create = CreateBucketRequest { bucket: "first".into(), ..Default::default() };
    bench.call(ops::CreateBucket, create.clone()).await.unwrap();
    bench.call(ops::CreateBucket, create).await.unwrap();
    let location = GetBucketLocationRequest { bucket: "first".into(), ..Default::default() };
    assert_eq!(bench.call(ops::GetBucketLocation, location).await.unwrap().location_constraint, None);
}

#[tokio::test]
async fn settings_that_are_not_there() {
    let bench = Bench::with_bucket().await;
    macro_rules! check {
        ($op:ident, $input:ident, $code:literal) => {
            let input = $input { bucket: "box".into(), ..Default::default() };
            assert_eq!(code(bench.call(ops::$op, input).await), ($code.into(), 404));
        };
    }
    check!(GetBucketCors, GetBucketCorsRequest, "NoSuchCORSConfiguration");
    check!(GetBucketWebsite, GetBucketWebsiteRequest, "NoSuchWebsiteConfiguration");
    check!(
        GetBucketLifecycleConfiguration,
        GetBucketLifecycleConfigurationRequest,
        "NoSuchLifecycleConfiguration"
    );
    check!(GetBucketReplication, GetBucketReplicationRequest, "ReplicationConfigurationNotFoundError");
    check!(
        GetObjectLockConfiguration,
        GetObjectLockConfigurationRequest,
        "ObjectLockConfigurationNotFoundError"
    );
    check!(GetBucketPolicy, GetBucketPolicyRequest, "NoSuchBucketPolicy");
    check!(GetBucketTagging, GetBucketTaggingRequest, "NoSuchTagSet");
    let delete = DeletePublicAccessBlockRequest { bucket: "box".into(), ..Default::default() };
    bench.call(ops::DeletePublicAccessBlock, delete).await.unwrap();
    check!(GetPublicAccessBlock, GetPublicAccessBlockRequest, "NoSuchPublicAccessBlockConfiguration");
    let delete = DeleteBucketOwnershipControlsRequest { bucket: "box".into(), ..Default::default() };
    bench.call(ops::DeleteBucketOwnershipControls, delete).await.unwrap();
    check!(GetBucketOwnershipControls, GetBucketOwnershipControlsRequest, "OwnershipControlsNotFoundError");
}

#[tokio::test]
async fn settings_that_are_stored() {
    let bench = Bench::with_bucket().await;
    let tags = vec![Tag { key: "team".into(), value: "ml".into() }];
    let put = PutBucketTaggingRequest {
        bucket: "box".into(),
        tagging: Tagging { tag_set: tags.clone() },
        ..Default::default()
    };
    bench.call(ops::PutBucketTagging, put).await.unwrap();
    let get = GetBucketTaggingRequest { bucket: "box".into(), ..Default::default() };
    assert_eq!(bench.call(ops::GetBucketTagging, get).await.unwrap().tag_set, tags);

    let encryption = |algorithm: &str| PutBucketEncryptionRequest {
        bucket: "box".into(),
        server_side_encryption_configuration: ServerSideEncryptionConfiguration {
            rules: vec![ServerSideEncryptionRule {
                apply_server_side_encryption_by_default: Some(ServerSideEncryptionByDefault {
                    sse_algorithm: algorithm.to_owned(),
                    kms_master_key_id: None,
                }),
                ..Default::default()
            }],
        },
        ..Default::default()
    };
    bench.call(ops::PutBucketEncryption, encryption("AES256")).await.unwrap();
    assert_eq!(code(bench.call(ops::PutBucketEncryption, encryption("aws:kms")).await).1, 501);
    let get = GetBucketEncryptionRequest { bucket: "box".into(), ..Default::default() };
    let found = bench.call(ops::GetBucketEncryption, get).await.unwrap();
    let rule = &found.server_side_encryption_configuration.unwrap().rules[0];
    assert_eq!(rule.apply_server_side_encryption_by_default.as_ref().unwrap().sse_algorithm, "AES256");

    let notification = |configuration: NotificationConfiguration| PutBucketNotificationConfigurationRequest {
        bucket: "box".into(),
        notification_configuration: configuration,
        ..Default::default()
    };
    let lambda = NotificationConfiguration {
        lambda_function_configurations: Some(vec![LambdaFunctionConfiguration::default()]),
        ..Default::default()
    };
    let refused = bench.call(ops::PutBucketNotificationConfiguration, notification(lambda)).await;
    assert_eq!(code(refused), ("NotImplemented".into(), 501));
}

#[tokio::test]
async fn policies() {
    let bench = Bench::with_bucket().await;
    let put = |policy: &str| PutBucketPolicyRequest {
        bucket: "box".into(),
        policy: policy.into(),
        ..Default::default()
    };
    let own = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::box/*"}]}"#;
    let public = own.replace("arn:aws:iam::111111111111:root", "*");
    let other = own.replace("s3:::box/*", "s3:::c/*");
    let check = async |policy: &str, expected: &str| {
        assert_eq!(code(bench.call(ops::PutBucketPolicy, put(policy)).await).0, expected, "{policy}");
    };
    check("{", "MalformedPolicy").await;
    check(&other, "MalformedPolicy").await;
    check(&public, "AccessDenied").await;
    let scope = bench.platform.scope.clone();
    assert!(bench.registry.resource_policy("s3", &scope, "arn:aws:s3:::box/k").unwrap().is_none());
    bench.call(ops::PutBucketPolicy, put(own)).await.unwrap();
    let get = GetBucketPolicyRequest { bucket: "box".into(), ..Default::default() };
    assert_eq!(bench.call(ops::GetBucketPolicy, get).await.unwrap().policy.as_deref(), Some(own));
    let found = bench.registry.resource_policy("s3", &scope, "arn:aws:s3:::box/k/l").unwrap().unwrap();
    assert_eq!((found.account.as_str(), found.document.len()), ("000000000000", 1));

    // A public policy that was allowed in is kept to the account where public buckets are restricted.
    let block = |policy: bool, restrict: bool| PutPublicAccessBlockRequest {
        bucket: "box".into(),
        public_access_block_configuration: PublicAccessBlockConfiguration {
            block_public_policy: Some(policy),
            restrict_public_buckets: Some(restrict),
            ..Default::default()
        },
        ..Default::default()
    };
    bench.call(ops::PutPublicAccessBlock, block(false, true)).await.unwrap();
    bench.call(ops::PutBucketPolicy, put(&public)).await.unwrap();
    let statements =
        || bench.registry.resource_policy("s3", &scope, "arn:aws:s3:::box").unwrap().unwrap().document.len();
    assert_eq!(statements(), 2);
    bench.call(ops::PutPublicAccessBlock, block(false, false)).await.unwrap();
    assert_eq!(statements(), 1);
}
