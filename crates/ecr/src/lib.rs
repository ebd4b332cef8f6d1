//! ECR: repositories, and the OCI registry.
