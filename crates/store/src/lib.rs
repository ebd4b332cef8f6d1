//! Durable tables, outbox, timers and blobs.
