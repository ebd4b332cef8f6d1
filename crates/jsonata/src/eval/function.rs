//! Functions as values.

use std::rc::Rc;

use super::environment::{Env, Frame};
use crate::functions::Builtin;
use crate::regex::Pattern;
use crate::syntax::ast::NodeId;
use crate::value::{V, bury_all};

/// A function.
pub(crate) enum Func<'e> {
    /// A definition, with the variables and the context around it.
    Lambda {
        definition: NodeId,
        env: Env<'e>,
        input: V<'e>,
    },
    Builtin(Builtin),
    /// A call in which arguments are still missing.
    Partial {
        function: V<'e>,
        arguments: Vec<Option<V<'e>>>,
    },
    /// `f ~> g`.
    Chain(V<'e>, V<'e>),
    /// `|pattern|update|`.
    Transform {
        definition: NodeId,
        env: Env<'e>,
    },
    Regex(&'e Pattern),
    /// The search for the match after one.
    Next {
        pattern: &'e Pattern,
        text: V<'e>,
        from: usize,
    },
}

impl<'e> Func<'e> {
    /// Moves what the function holds out of it.
    pub(crate) fn empty(&mut self, values: &mut Vec<V<'e>>, frames: &mut Vec<Rc<Frame<'e>>>) {
        match self {
            Func::Lambda { env, input, .. } => {
                frames.extend(env.take());
                values.push(std::mem::take(input));
            }
            Func::Transform { env, .. } => frames.extend(env.take()),
            Func::Partial { function, arguments } => {
                values.push(std::mem::take(function));
                values.extend(std::mem::take(arguments).into_iter().flatten());
            }
            Func::Chain(first, second) => {
                values.push(std::mem::take(first));
                values.push(std::mem::take(second));
            }
            Func::Next { text, .. } => values.push(std::mem::take(text)),
            Func::Builtin(_) | Func::Regex(_) => {}
        }
    }
}

impl Drop for Func<'_> {
    fn drop(&mut self) {
        if matches!(self, Func::Builtin(_) | Func::Regex(_)) {
            return;
        }
        let mut values = Vec::new();
        let mut frames = Vec::new();
        self.empty(&mut values, &mut frames);
        values.retain(|value| !value.is_undef());
        if !values.is_empty() || !frames.is_empty() {
            bury_all(values, frames);
        }
    }
}
