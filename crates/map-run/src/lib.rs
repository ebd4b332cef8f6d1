//! What a distributed Map state does with its items, without I/O.
//!
//! [`Reading`] says which objects it needs and turns them into items; [`inputs()`] makes the inputs
//! of the executions; [`Run`] says which to start, counts how they end, and when it is over;
//! [`output()`] and [`export()`] make the result. Whoever drives them does the calls: the platform
//! durably, the simulator in virtual time.

mod failure;
mod inputs;
mod items;
mod reading;
mod results;
mod run;

pub use failure::RunFailure;
pub use inputs::inputs;
pub use reading::{MAX_OBJECT, Need, Reading};
pub use results::{Child, Export, child_arn, export, output};
pub use run::{Run, Verdict};
