// Written by `cargo xtask codegen` from AWS's service models; do not edit.
pub mod cloudtrail;
pub mod cloudwatch;
pub mod ecr;
pub mod events;
pub mod iam;
pub mod lambda;
pub mod logs;
pub mod s3;
pub mod sagemaker;
pub mod sagemaker_runtime;
pub mod stepfunctions;
pub mod sts;

/// Every served operation.
pub static OPERATIONS: [&crate::Operation;
    cloudtrail::OPERATIONS.len()
        + cloudwatch::OPERATIONS.len()
        + ecr::OPERATIONS.len()
        + events::OPERATIONS.len()
        + iam::OPERATIONS.len()
        + lambda::OPERATIONS.len()
        + logs::OPERATIONS.len()
        + s3::OPERATIONS.len()
        + sagemaker::OPERATIONS.len()
        + sagemaker_runtime::OPERATIONS.len()
        + stepfunctions::OPERATIONS.len()
        + sts::OPERATIONS.len()] = {
    let mut all: [&crate::Operation;
        cloudtrail::OPERATIONS.len()
            + cloudwatch::OPERATIONS.len()
            + ecr::OPERATIONS.len()
            + events::OPERATIONS.len()
            + iam::OPERATIONS.len()
            + lambda::OPERATIONS.len()
            + logs::OPERATIONS.len()
            + s3::OPERATIONS.len()
            + sagemaker::OPERATIONS.len()
            + sagemaker_runtime::OPERATIONS.len()
            + stepfunctions::OPERATIONS.len()
            + sts::OPERATIONS.len()] = [&cloudtrail::OPERATIONS[0];
        cloudtrail::OPERATIONS.len()
            + cloudwatch::OPERATIONS.len()
            + ecr::OPERATIONS.len()
            + events::OPERATIONS.len()
            + iam::OPERATIONS.len()
            + lambda::OPERATIONS.len()
            + logs::OPERATIONS.len()
            + s3::OPERATIONS.len()
            + sagemaker::OPERATIONS.len()
            + sagemaker_runtime::OPERATIONS.len()
            + stepfunctions::OPERATIONS.len()
            + sts::OPERATIONS.len()];
    let mut at = 0;
    let mut i = 0;
    while i < cloudtrail::OPERATIONS.len() {
        all[at] = &cloudtrail::OPERATIONS[i];
        at += 1;
        i += 1;
    }
    let mut i = 0;
    while i < cloudwatch::OPERATIONS.len() {
        all[at] = &cloudwatch::OPERATIONS[i];
        at += 1;
        i += 1;
    }
    let mut i = 0;
    while i < ecr::OPERATIONS.len() {
        all[at] = &ecr::OPERATIONS[i];
        at += 1;
        i += 1;
    }
    let mut i = 0;
    while i < events::OPERATIONS.len() {
        all[at] = &events::OPERATIONS[i];
        at += 1;
        i += 1;
    }
    let mut i = 0;
    while i < iam::OPERATIONS.len() {
        all[at] = &iam::OPERATIONS[i];
        at += 1;
        i += 1;
    }
    let mut i = 0;
    while i < lambda::OPERATIONS.len() {
        all[at] = &lambda::OPERATIONS[i];
        at += 1;
        i += 1;
    }
    let mut i = 0;
    while i < logs::OPERATIONS.len() {
        all[at] = &logs::OPERATIONS[i];
        at += 1;
        i += 1;
    }
    let mut i = 0;
    while i < s3::OPERATIONS.len() {
        all[at] = &s3::OPERATIONS[i];
        at += 1;
        i += 1;
    }
    let mut i = 0;
    while i < sagemaker::OPERATIONS.len() {
        all[at] = &sagemaker::OPERATIONS[i];
        at += 1;
        i += 1;
    }
    let mut i = 0;
    while i < sagemaker_runtime::OPERATIONS.len() {
        all[at] = &sagemaker_runtime::OPERATIONS[i];
        at += 1;
        i += 1;
    }
    let mut i = 0;
    while i < stepfunctions::OPERATIONS.len() {
        all[at] = &stepfunctions::OPERATIONS[i];
        at += 1;
        i += 1;
    }
    let mut i = 0;
    while i < sts::OPERATIONS.len() {
        all[at] = &sts::OPERATIONS[i];
        at += 1;
        i += 1;
    }
    let _ = at;
    all
};

/// Every service of the table.
pub static SERVICES: [&crate::Service; 12] = [
    &cloudtrail::SERVICE,
    &cloudwatch::SERVICE,
    &ecr::SERVICE,
    &events::SERVICE,
    &iam::SERVICE,
    &lambda::SERVICE,
    &logs::SERVICE,
    &s3::SERVICE,
    &sagemaker::SERVICE,
    &sagemaker_runtime::SERVICE,
    &stepfunctions::SERVICE,
    &sts::SERVICE,
];

/// What AWS has in these services and lirio does not serve, by service.
pub static UNSERVED: [&[crate::UnservedOperation]; 12] = [
    cloudtrail::UNSERVED,
    cloudwatch::UNSERVED,
    ecr::UNSERVED,
    events::UNSERVED,
    iam::UNSERVED,
    lambda::UNSERVED,
    logs::UNSERVED,
    s3::UNSERVED,
    sagemaker::UNSERVED,
    sagemaker_runtime::UNSERVED,
    stepfunctions::UNSERVED,
    sts::UNSERVED,
];
