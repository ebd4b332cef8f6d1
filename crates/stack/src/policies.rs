//! Least privilege for each role of a stack.

use serde_json::{Value as Json, json};

use crate::{Place, Stack};

fn document(statements: Vec<Json>) -> Json {
    json!({ "Version": "2012-10-17", "Statement": statements })
}

fn allow(actions: &[&str], resources: Vec<String>) -> Json {
    json!({ "Effect": "Allow", "Action": actions, "Resource": resources })
}

/// The trust policy of a role that one service assumes.
pub(crate) fn trust(service: &str) -> Json {
    document(vec![
        json!({ "Effect": "Allow", "Principal": { "Service": service }, "Action": "sts:AssumeRole" }),
    ])
}

fn bucket(stack: &Stack) -> String {
    format!("arn:{}:s3:::{}", stack.place.partition, stack.bucket())
}

fn regional(stack: &Stack, service: &str, resource: &str) -> String {
    let Place { partition, region, account } = &stack.place;
    format!("arn:{partition}:{service}:{region}:{account}:{resource}")
}

fn logs(stack: &Stack, group: &str) -> Json {
    allow(
        &["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
        vec![regional(stack, "logs", &format!("log-group:{group}"))],
    )
}

/// Reads data and models, writes models, pulls the image.
pub(crate) fn training(stack: &Stack) -> Json {
    document(vec![
        allow(&["s3:ListBucket"], vec![bucket(stack)]),
        allow(&["s3:GetObject"], vec![format!("{}/*", bucket(stack))]),
        allow(&["s3:PutObject"], vec![format!("{}/models/*", bucket(stack))]),
        allow(&["ecr:GetAuthorizationToken"], vec!["*".to_owned()]),
        allow(
            &["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
            vec![regional(stack, "ecr", &format!("repository/{}", stack.repository()))],
        ),
        logs(stack, "/aws/sagemaker/*"),
        allow(&["cloudwatch:PutMetricData"], vec!["*".to_owned()]),
    ])
}

/// Runs the pipeline's steps, and hands the training role to SageMaker.
pub(crate) fn pipeline(stack: &Stack) -> Json {
    let sagemaker = |resource: &str| regional(stack, "sagemaker", resource);
    let endpoint = stack.project.endpoint_name();
    let mut endpoints = vec![sagemaker(&format!("endpoint/{endpoint}")), sagemaker("endpoint-config/*")];
    if stack.project.registry.is_some() {
        endpoints.push(candidates(stack));
    }
    let mut statements = vec![
        allow(
            &[
                "sagemaker:CreateTrainingJob",
                "sagemaker:DescribeTrainingJob",
                "sagemaker:StopTrainingJob",
                "sagemaker:AddTags",
            ],
            vec![sagemaker("training-job/*")],
        ),
        allow(&["sagemaker:CreateModel"], vec![sagemaker("model/*")]),
        allow(
            &[
                "sagemaker:CreateEndpointConfig",
                "sagemaker:CreateEndpoint",
                "sagemaker:UpdateEndpoint",
                "sagemaker:DescribeEndpoint",
                "sagemaker:DeleteEndpoint",
            ],
            endpoints,
        ),
        allow(&["lambda:InvokeFunction"], vec![stack.function_arn()]),
        allow(&["iam:PassRole"], vec![stack.arn_of_role(&stack.training_role())]),
        // Step Functions follows `.sync` jobs by a rule that it manages.
        allow(
            &["events:PutTargets", "events:PutRule", "events:DescribeRule"],
            vec![regional(stack, "events", "rule/StepFunctionsGetEventsForSageMakerTrainingJobsRule")],
        ),
    ];
    if let Some(group) = stack.project.model_package_group() {
        let group = group.to_ascii_lowercase();
        statements.push(allow(
            &["sagemaker:CreateModelPackage"],
            vec![
                sagemaker(&format!("model-package-group/{group}")),
                sagemaker(&format!("model-package/{group}/*")),
            ],
        ));
        // The registry notes digest and ETag of what it is shown, with the permissions of who shows it.
        statements.push(allow(
            &["ecr:BatchGetImage"],
            vec![regional(stack, "ecr", &format!("repository/{}", stack.repository()))],
        ));
        statements.push(allow(&["s3:GetObject"], vec![format!("{}/models/*", bucket(stack))]));
    }
    document(statements)
}

/// The endpoints on which models are validated before they are registered.
fn candidates(stack: &Stack) -> String {
    regional(stack, "sagemaker", &format!("endpoint/{}-candidate-*", stack.project.endpoint_name()))
}

/// Deploys versions of a model package group.
pub(crate) fn deployer(stack: &Stack, group: &str) -> Json {
    let sagemaker = |resource: &str| regional(stack, "sagemaker", resource);
    let endpoint = stack.project.endpoint_name();
    document(vec![
        // No resource can be named for it (Service Authorization Reference).
        allow(&["sagemaker:ListModelPackages"], vec!["*".to_owned()]),
        allow(
            &["sagemaker:DescribeModelPackage"],
            vec![sagemaker(&format!("model-package/{}/*", group.to_ascii_lowercase()))],
        ),
        allow(&["sagemaker:CreateModel"], vec![sagemaker("model/*")]),
        allow(
            &[
                "sagemaker:CreateEndpointConfig",
                "sagemaker:CreateEndpoint",
                "sagemaker:UpdateEndpoint",
                "sagemaker:DescribeEndpoint",
                "sagemaker:DeleteEndpoint",
            ],
            vec![sagemaker(&format!("endpoint/{endpoint}")), sagemaker("endpoint-config/*")],
        ),
        allow(&["iam:PassRole"], vec![stack.arn_of_role(&stack.training_role())]),
    ])
}

/// Starts the state machine.
pub(crate) fn events(stack: &Stack) -> Json {
    let mut machines = vec![stack.state_machine_arn()];
    if stack.project.registry.is_some() {
        machines.push(stack.deployer_arn());
    }
    document(vec![allow(&["states:StartExecution"], machines)])
}

/// Reads held-out rows and asks the endpoint.
pub(crate) fn function(stack: &Stack) -> Json {
    let mut endpoints =
        vec![regional(stack, "sagemaker", &format!("endpoint/{}", stack.project.endpoint_name()))];
    if stack.project.registry.is_some() {
        endpoints.push(candidates(stack));
    }
    document(vec![
        allow(&["s3:GetObject"], vec![format!("{}/models/*", bucket(stack))]),
        allow(&["sagemaker:InvokeEndpoint"], endpoints),
        logs(stack, &format!("/aws/lambda/{}", stack.function())),
    ])
}
