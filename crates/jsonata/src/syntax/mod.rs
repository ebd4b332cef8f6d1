//! From text to a tree.

pub(crate) mod ancestry;
pub(crate) mod ast;
pub(crate) mod lexer;
pub(crate) mod parser;
pub(crate) mod references;
pub(crate) mod signature;
