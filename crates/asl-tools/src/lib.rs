//! What `lirio asl` does: definitions checked as a compiler checks, and tested in virtual time.
//!
//! [`Source`] is a definition as it was written, with the variables of its project; [`check()`]
//! finds what is wrong and shows it in the text. [`TestFile`] is a file of cases; [`test()`] runs
//! them against mocks and says what differs and what was never reached.
//!
//! Nothing here calls a service or waits. Only [`project`] reads files.

mod check;
mod compare;
mod coverage;
mod hint;
mod mocks;
pub mod project;
mod report;
mod run;
mod snippet;
mod source;
mod test_file;

pub use check::{Checked, Problem, check};
pub use coverage::{Coverage, Reached};
pub use report::Report;
pub use run::{CaseReport, test};
pub use source::Source;
pub use test_file::{Case, Expect, Outcome, TestFile, TestFileError, WorkflowKind};
