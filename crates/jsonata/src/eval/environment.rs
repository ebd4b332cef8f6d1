//! Variables: frames of bindings, each with the one around it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::syntax::ast::Symbol;
use crate::value::{V, bury_all};

/// The innermost frame, or none outside of all.
pub(crate) type Env<'e> = Option<Rc<Frame<'e>>>;

/// The bindings of a block, of a call, or of an item of a path.
pub(crate) struct Frame<'e> {
    bindings: RefCell<Vec<(Symbol, V<'e>)>>,
    around: Env<'e>,
}

impl<'e> Frame<'e> {
    pub(crate) fn inside(around: &Env<'e>, bindings: Vec<(Symbol, V<'e>)>) -> Env<'e> {
        Some(Rc::new(Frame { bindings: RefCell::new(bindings), around: around.clone() }))
    }

    /// Binds, and answers how many bindings there were.
    pub(crate) fn bind(&self, symbol: Symbol, value: V<'e>) -> usize {
        let mut bindings = self.bindings.borrow_mut();
        let count = bindings.len();
        match bindings.iter_mut().find(|(known, _)| *known == symbol) {
            Some((_, bound)) => *bound = value,
            None => bindings.push((symbol, value)),
        }
        count
    }

    /// The value that is bound nearest; a binding to nothing hides those around it.
    /// What was looked at is added to `work`.
    pub(crate) fn find(env: &Env<'e>, symbol: Symbol, work: &mut usize) -> Option<V<'e>> {
        let mut frame = env.as_deref();
        while let Some(here) = frame {
            *work += here.bindings.borrow().len();
            if let Some((_, value)) = here.bindings.borrow().iter().rev().find(|(known, _)| *known == symbol)
            {
                return Some(value.clone());
            }
            frame = here.around.as_deref();
        }
        None
    }

    /// Unbinds everything here and around: a function that is bound in the frame that it holds would
    /// keep both alive forever.
    pub(crate) fn unbind_all(&self) {
        let mut frame = Some(self);
        while let Some(here) = frame {
            let bindings = here.bindings.take();
            bury_all(bindings.into_iter().map(|(_, value)| value).collect(), Vec::new());
            frame = here.around.as_deref();
        }
    }

    /// Moves what the frame holds out of it.
    pub(crate) fn empty(&mut self, values: &mut Vec<V<'e>>, frames: &mut Vec<Rc<Frame<'e>>>) {
        values.extend(self.bindings.take().into_iter().map(|(_, value)| value));
        frames.extend(self.around.take());
    }
}

impl Drop for Frame<'_> {
    fn drop(&mut self) {
        let mut values = Vec::new();
        let mut frames = Vec::new();
        self.empty(&mut values, &mut frames);
        if !values.is_empty() || !frames.is_empty() {
            bury_all(values, frames);
        }
    }
}
