//! CloudTrail through its operations and its consumer, with a door that records what it delivers.

mod records;
mod support;
mod trails;
