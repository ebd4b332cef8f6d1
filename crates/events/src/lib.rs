//! EventBridge: buses, rules, targets.
