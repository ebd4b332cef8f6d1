//! IAM policies: parse, evaluate, explain.
