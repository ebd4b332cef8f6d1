//! AWS's wire protocols and request signatures, for both sides, without I/O.
