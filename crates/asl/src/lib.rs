//! The Amazon States Language: parser, diagnostics and a deterministic interpreter without I/O.
