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
    document(vec![
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
            vec![sagemaker(&format!("endpoint/{endpoint}")), sagemaker("endpoint-config/*")],
        ),
        allow(&["lambda:InvokeFunction"], vec![stack.function_arn()]),
        allow(&["iam:PassRole"], vec![stack.arn_of_role(&stack.training_role())]),
        // Step Functions follows `.sync` jobs by a rule that it manages.
        allow(
            &["events:PutTargets", "events:PutRule", "events:DescribeRule"],
            vec![regional(stack, "events", "rule/StepFunctionsGetEventsForSageMakerTrainingJobsRule")],
        ),
    ])
}

/// Starts the state machine.
pub(crate) fn events(stack: &Stack) -> Json {
    document(vec![allow(&["states:StartExecution"], vec![stack.state_machine_arn()])])
}

/// Reads held-out rows and asks the endpoint.
pub(crate) fn function(stack: &Stack) -> Json {
    let endpoint = regional(stack, "sagemaker", &format!("endpoint/{}", stack.project.endpoint_name()));
    document(vec![
        allow(&["s3:GetObject"], vec![format!("{}/models/*", bucket(stack))]),
        allow(&["sagemaker:InvokeEndpoint"], vec![endpoint]),
        logs(stack, &format!("/aws/lambda/{}", stack.function())),
    ])
}
