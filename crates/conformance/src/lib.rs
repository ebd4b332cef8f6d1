//! Runs the cases of the conformance corpus against lirio and says what differs.
//!
//! The corpus is data recorded on AWS; its README gives the format and the rules of comparison.
//! No case is skipped: what cannot be run here counts as failed and says what it needs. What fails
//! is listed in `failing.txt`, which may only shrink.

mod command;
mod compare;
mod corpus;
mod episodes;
mod events;
mod executions;
mod functions;
mod known;
mod scripts;
mod suite;
mod tally;
mod test_state;
mod validation;
mod world;

pub use command::main;
pub use compare::Variables;
pub use corpus::{Case, CorpusError};
pub use suite::{SUITES, Suite};
