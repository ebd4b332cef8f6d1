//! EventBridge event patterns: parse, diagnose, match.
