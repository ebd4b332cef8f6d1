//! Policies that AWS manages and teams attach by name.
//!
//! Written for this platform from the documented purpose of each: they allow what the name says on the
//! services that lirio serves.  A policy that is not here is refused by name.

/// Name (with path) and document.
pub(crate) const MANAGED: &[(&str, &str)] = &[
    (
        "AdministratorAccess",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#,
    ),
    (
        "AmazonS3FullAccess",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:*","s3-object-lambda:*"],"Resource":"*"}]}"#,
    ),
    (
        "AmazonS3ReadOnlyAccess",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*","s3:List*","s3:Describe*"],"Resource":"*"}]}"#,
    ),
    (
        "AmazonSageMakerFullAccess",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sagemaker:*","ecr:BatchCheckLayerAvailability","ecr:BatchGetImage","ecr:Describe*","ecr:GetAuthorizationToken","ecr:GetDownloadUrlForLayer","logs:CreateLogGroup","logs:CreateLogStream","logs:DescribeLogGroups","logs:DescribeLogStreams","logs:FilterLogEvents","logs:GetLogEvents","logs:PutLogEvents","cloudwatch:PutMetricData","cloudwatch:GetMetricData","iam:GetRole","iam:ListRoles","s3:CreateBucket","s3:GetBucketLocation","s3:ListAllMyBuckets","s3:ListBucket","s3:GetObject","s3:PutObject","s3:DeleteObject","s3:AbortMultipartUpload"],"Resource":"*"},{"Effect":"Allow","Action":"iam:PassRole","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"sagemaker.amazonaws.com"}}}]}"#,
    ),
    (
        "AWSStepFunctionsFullAccess",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"states:*","Resource":"*"}]}"#,
    ),
    (
        "CloudWatchLogsFullAccess",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"logs:*","Resource":"*"}]}"#,
    ),
    (
        "service-role/AWSLambdaBasicExecutionRole",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["logs:CreateLogGroup","logs:CreateLogStream","logs:PutLogEvents"],"Resource":"*"}]}"#,
    ),
];

/// The document of `arn:aws:iam::aws:policy/NAME`.
pub(crate) fn document(arn: &str) -> Option<&'static str> {
    let name = arn.split_once(":iam::aws:policy/")?.1;
    MANAGED.iter().find(|(n, _)| *n == name).map(|(_, d)| *d)
}
