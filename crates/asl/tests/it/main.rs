//! Integration tests of the States Language core.
