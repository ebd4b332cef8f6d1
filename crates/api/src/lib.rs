//! AWS's shapes as Rust types, and the table of operations.
