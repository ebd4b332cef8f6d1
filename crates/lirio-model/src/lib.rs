//! Write a model in Rust; train and serve keep SageMaker's container contract.
