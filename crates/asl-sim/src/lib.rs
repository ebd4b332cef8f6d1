//! Runs executions of the States Language in virtual time against scripted tasks.
//!
//! A [`Simulation`] does for one execution what the platform does for many: it acts on the
//! commands of [`lirio_asl::decide`] and reports what became of them. Its clock jumps to whatever
//! comes next, so a year of Wait takes no longer than a Pass, and its random numbers follow from a
//! seed, so the same run happens again.
//!
//! It calls nothing: a [`Tasks`] says for each task what becomes of it and when, as a [`Plan`].

mod map_runs;
mod plan;
mod random;
mod replay;
mod simulation;

pub use plan::{Export, Happening, Plan, Tasks};
pub use random::Random;
pub use simulation::{End, Settings, SimError, Simulation};
