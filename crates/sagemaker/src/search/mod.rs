//! Search over everything that the service describes.
//!
//! One evaluator looks properties up in the values that the Describe operations answer; which properties there
//! are follows from the shapes of AWS's model.  Nothing is indexed: a search reads the rows.

mod expression;
mod handlers;
mod path;
mod records;
