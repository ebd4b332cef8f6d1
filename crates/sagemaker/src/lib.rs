//! SageMaker: training jobs, models, endpoints, invocation.
