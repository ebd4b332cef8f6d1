//! CloudTrail: trails, event selectors, the audit record.
