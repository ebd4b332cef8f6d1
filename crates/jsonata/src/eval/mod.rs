//! The evaluator: a walk over the tree whose steps, depth and memory are counted.

pub(crate) mod call;
pub(crate) mod environment;
pub(crate) mod function;
mod group;
mod operators;
mod path;
mod sort;
mod transform;

use std::rc::{Rc, Weak};

use self::environment::{Env, Frame};
use self::function::Func;
use crate::error::{Fault, UNPLACED, fault};
use crate::functions::date_picture::DatePicture;
use crate::syntax::ast::{Ast, Extra, Kind, Node, NodeId, Symbol};
use crate::value::{Arr, DEEPEST, Key, Members, V, alive};
use crate::{Evaluated, Given, Limits, Scope};

/// A value, or why there is none.
pub(crate) type R<'e> = Result<V<'e>, Fault>;

/// How much of the stack an evaluation may use, in bytes. Threads have at least a megabyte, and what is done
/// between two looks at the stack needs some of it too.
const STACK: usize = 768 << 10;

/// One evaluation.
pub(crate) struct Machine<'e> {
    pub(crate) ast: &'e Ast,
    variables: &'e dyn Fn(&str) -> Option<Given<'e>>,
    random: &'e mut dyn FnMut() -> u64,
    pub(crate) now_ms: i64,
    limits: Limits,
    steps: u64,
    /// The steps at which bounds are looked at again.
    next_check: u64,
    depth: u32,
    /// Where the stack was at the beginning.
    stack: usize,
    /// Bytes that were alive at the beginning.
    before: usize,
    /// The frames that functions hold, to be unbound at the end.
    captured: Vec<Weak<Frame<'e>>>,
    /// Pictures of dates that were used last, because functions use one for many dates.
    pictures: Vec<(String, Rc<DatePicture>)>,
    /// When `captured` is long enough to look for what is gone.
    sweep: usize,
}

/// Evaluates a whole expression.
pub(crate) fn run(ast: &Ast, scope: &mut Scope<'_>) -> Result<Evaluated, Fault> {
    let given = scope.variables;
    let variables = |name: &str| given(name);
    let mut machine = Machine {
        ast,
        variables: &variables,
        random: &mut *scope.random,
        now_ms: scope.now_ms,
        limits: scope.limits,
        steps: 0,
        next_check: 0,
        depth: 0,
        stack: stack_pointer(),
        before: alive(),
        captured: Vec::new(),
        pictures: Vec::new(),
        sweep: 64,
    };
    let result = machine.eval(ast.root, &V::Undef, &None);
    let result = match result {
        Ok(V::Undef | V::Tuples(_)) => Ok(Evaluated::Nothing),
        Ok(V::Func(_)) => Ok(Evaluated::Function),
        Ok(value) => {
            // What is shared inside of the value is written out again and again.
            let mut left = scope.limits.bytes;
            match value.to_json(&mut left) {
                Some(json) => Ok(Evaluated::Value(json)),
                None if left == 0 => Err(machine.too_much()),
                None => Err(fault("D1001", 0, &["null"])),
            }
        }
        Err(error) => Err(error),
    };
    let result = result.map_err(|mut error| {
        place(&mut error, 0, None);
        error
    });
    machine.unbind_captured();
    result
}

/// Where the stack is now; only differences mean something.
#[inline]
fn stack_pointer() -> usize {
    let here = 0_u8;
    std::ptr::from_ref(std::hint::black_box(&here)) as usize
}

/// Gives an error its place and the name of the function, if it has none yet.
pub(crate) fn place(error: &mut Fault, at: usize, name: Option<&str>) {
    if error.at == UNPLACED {
        error.at = at;
    }
    if error.message.contains('\0') {
        let shown = name.map_or_else(|| "undefined".to_owned(), crate::error::quoted);
        error.message = error.message.replace('\0', &shown);
    }
}

impl<'e> Machine<'e> {
    /// Counts a step, and looks at the bounds.
    #[inline]
    pub(crate) fn tick(&mut self) -> Result<(), Fault> {
        self.steps += 1;
        if self.steps >= self.next_check || self.stack.abs_diff(stack_pointer()) > STACK {
            self.check()?;
        }
        Ok(())
    }

    #[inline(never)]
    fn check(&mut self) -> Result<(), Fault> {
        self.next_check = self.steps + 32;
        if self.stack.abs_diff(stack_pointer()) > STACK {
            return Err(fault("D1011", UNPLACED, &["calls"]));
        }
        if self.steps > self.limits.steps {
            return Err(fault("D1012", UNPLACED, &[&self.limits.steps.to_string()]));
        }
        if alive().saturating_sub(self.before) > self.limits.bytes {
            return Err(self.too_much());
        }
        Ok(())
    }

    fn too_much(&self) -> Fault {
        fault("D1013", UNPLACED, &[&self.limits.bytes.to_string()])
    }

    /// Counts work that is not a walk over the tree: about 50 nanoseconds are a step.
    pub(crate) fn spend(&mut self, steps: usize) -> Result<(), Fault> {
        self.steps = self.steps.saturating_add(steps as u64);
        if self.steps > self.limits.steps {
            return self.check();
        }
        Ok(())
    }

    /// Asks whether so many bytes may be made now, and counts the work to fill them.
    pub(crate) fn reserve(&mut self, bytes: usize) -> Result<(), Fault> {
        self.spend(bytes / 64)?;
        if alive().saturating_sub(self.before).saturating_add(bytes) > self.limits.bytes {
            return Err(self.too_much());
        }
        Ok(())
    }

    /// As `reserve`, for so many items of an array.
    pub(crate) fn reserve_items(&mut self, items: usize) -> Result<(), Fault> {
        self.reserve(items.saturating_mul(size_of::<V<'_>>()))
    }

    /// Counts the items that a list that is being made has gained, when they are many.
    #[inline]
    pub(crate) fn grown(&mut self, before: usize, after: usize) -> Result<(), Fault> {
        if after - before > 8 || after & 1023 == 1023 {
            self.spend((after - before) / 4)?;
            return self.reserve_items(after);
        }
        Ok(())
    }

    /// Refuses values that lie too deep in one another.
    pub(crate) fn shallow(&self, value: V<'e>) -> R<'e> {
        if value.depth() > DEEPEST {
            return Err(fault("D1011", UNPLACED, &["the value"]));
        }
        Ok(value)
    }

    /// Asks whether so many bytes more may be alive, without counting work.
    pub(crate) fn fits(&self, bytes: usize) -> Result<(), Fault> {
        if alive().saturating_sub(self.before).saturating_add(bytes) > self.limits.bytes {
            return Err(self.too_much());
        }
        Ok(())
    }

    /// What may still be looked at in one go: a little more than there are steps left.
    fn left(&self) -> usize {
        let left = self.limits.steps.saturating_sub(self.steps).saturating_mul(4).saturating_add(64);
        usize::try_from(left).unwrap_or(usize::MAX)
    }

    /// The boolean that conditions see.
    pub(crate) fn truth(&mut self, value: &V<'e>) -> Result<bool, Fault> {
        if !value.is_array() {
            return Ok(value.truth());
        }
        let most = self.left();
        let mut left = most;
        let truth = value.truth_within(&mut left);
        self.spend((most - left) / 4)?;
        Ok(truth)
    }

    /// Deep equality.
    pub(crate) fn equal(&mut self, one: &V<'e>, other: &V<'e>) -> Result<bool, Fault> {
        let most = self.left();
        let mut left = most;
        let equal = one.equals(other, &mut left);
        self.spend((most - left) / 4)?;
        Ok(equal)
    }

    pub(crate) fn random(&mut self) -> u64 {
        (self.random)()
    }

    /// A call that nests, until `leave`.
    pub(crate) fn enter(&mut self) -> Result<(), Fault> {
        if self.depth >= self.limits.depth {
            return Err(fault("D1011", UNPLACED, &["calls"]));
        }
        self.depth += 1;
        Ok(())
    }

    pub(crate) fn leave(&mut self) {
        self.depth -= 1;
    }

    /// A parsed picture of dates.
    pub(crate) fn date_picture(&mut self, text: &str) -> Result<Rc<DatePicture>, Fault> {
        if let Some((_, known)) = self.pictures.iter().find(|(known, _)| known == text) {
            return Ok(Rc::clone(known));
        }
        self.spend(text.len() / 2 + 8)?;
        let picture = Rc::new(DatePicture::parse(text)?);
        if self.pictures.len() == 4 {
            self.pictures.remove(0);
        }
        self.pictures.push((text.to_owned(), Rc::clone(&picture)));
        Ok(picture)
    }

    /// Remembers a frame that a function holds.
    fn capture(&mut self, env: &Env<'e>) {
        let Some(frame) = env else { return };
        if self.captured.last().is_some_and(|last| std::ptr::eq(last.as_ptr(), Rc::as_ptr(frame))) {
            return;
        }
        if self.captured.len() >= self.sweep {
            self.captured.retain(|frame| frame.strong_count() > 0);
            self.sweep = (self.captured.len() * 2).max(64);
        }
        self.captured.push(Rc::downgrade(frame));
    }

    fn unbind_captured(&mut self) {
        for frame in std::mem::take(&mut self.captured) {
            if let Some(frame) = frame.upgrade() {
                frame.unbind_all();
            }
        }
    }

    /// The value of a variable.
    pub(crate) fn variable(&mut self, symbol: Symbol, env: &Env<'e>) -> V<'e> {
        let mut work = 0;
        let found = Frame::find(env, symbol, &mut work);
        // Counted here, and looked at with the next step.
        self.steps += work as u64 / 32;
        if let Some(value) = found {
            return value;
        }
        let (name, builtin) = &self.ast.symbols[symbol as usize];
        match ((self.variables)(name), builtin) {
            (Some(Given::Value(value)), _) => V::from(value),
            (Some(Given::Members(given)), _) => {
                let mut members = Members::default();
                for (name, value) in given {
                    members.set(Key::Ref(name), V::from(value));
                }
                V::object(members)
            }
            (None, Some(builtin)) => V::func(Func::Builtin(*builtin)),
            (None, None) => V::Undef,
        }
    }

    /// The value of a node for a context.
    pub(crate) fn eval(&mut self, id: NodeId, input: &V<'e>, env: &Env<'e>) -> R<'e> {
        self.tick()?;
        let node: &'e Node = self.ast.node(id);
        let value = match &node.kind {
            Kind::Null => V::Null,
            Kind::Bool(value) => V::Bool(*value),
            Kind::Number(number) => V::Num(*number),
            Kind::Text(text) => V::Str(text),
            Kind::Regex(pattern) => V::func(Func::Regex(pattern)),
            Kind::Name(name) => self.lookup(input, name)?,
            Kind::Variable(symbol) => self.variable(*symbol, env),
            Kind::Context => input.clone(),
            Kind::Wildcard => self.wildcard(input)?,
            Kind::Descendants => self.descendants(input)?,
            Kind::Parent(slot) => Frame::find(env, self.ast.slots[*slot].label, &mut 0).unwrap_or_default(),
            Kind::Path { steps, keep } => self.path(node, steps, *keep, input, env)?,
            Kind::Binary(..) => self.binary(id, input, env)?,
            Kind::Negate(operand) => self.negate(node, *operand, input, env)?,
            Kind::Range(first, last) => self.range(node, *first, *last, input, env)?,
            Kind::Array(items) => self.make_array(node, items, input, env)?,
            Kind::Object(pairs) => self.make_object(node, pairs, input, env)?,
            Kind::Block(parts) => self.block(parts, input, env)?,
            Kind::Condition(..) => self.condition(id, input, env)?,
            Kind::Elvis(left, right) => {
                let left = self.eval(*left, input, env)?;
                if self.truth(&left)? { left } else { self.eval(*right, input, env)? }
            }
            Kind::Coalesce(left, right) => {
                let left = self.eval(*left, input, env)?;
                if left.is_undef() { self.eval(*right, input, env)? } else { left }
            }
            Kind::Bind(symbol, value) => self.bind(*symbol, *value, input, env)?,
            Kind::Lambda(_) => {
                self.capture(env);
                V::func(Func::Lambda { definition: id, env: env.clone(), input: input.clone() })
            }
            Kind::Call(procedure, arguments) => self.call(node, *procedure, arguments, None, input, env)?,
            Kind::Partial(procedure, arguments) => self.partial(node, *procedure, arguments, input, env)?,
            Kind::Apply(..) => self.apply_chain(id, input, env)?,
            Kind::Transform { .. } => {
                self.capture(env);
                V::func(Func::Transform { definition: id, env: env.clone() })
            }
            Kind::Sort(_) => V::Undef,
        };
        match &node.extra {
            Some(extra) => self.finish(node, extra, value, env),
            None => Ok(value.normal()),
        }
    }

    /// What comes after an expression: predicates, a group, `[]`.
    #[inline(never)]
    fn finish(&mut self, node: &'e Node, extra: &'e Extra, mut value: V<'e>, env: &Env<'e>) -> R<'e> {
        for predicate in &extra.predicates {
            value = self.filter(*predicate, value, env)?;
        }
        if let Some(pairs) = &extra.group
            && !matches!(node.kind, Kind::Path { .. })
        {
            value = self.group(pairs, value, env, node.at as usize)?;
        }
        if extra.keep && value.is_seq() {
            value = keep(value);
        }
        Ok(value.normal())
    }

    #[inline(never)]
    fn bind(&mut self, symbol: Symbol, value: NodeId, input: &V<'e>, env: &Env<'e>) -> R<'e> {
        // Outside of all blocks nothing can read it afterwards, except functions that name themselves.
        match env {
            Some(frame) => {
                let value = self.eval(value, input, env)?;
                self.steps += frame.bind(symbol, value.clone()) as u64 / 32;
                Ok(value)
            }
            None => {
                let env = Frame::inside(&None, Vec::new());
                let value = self.eval(value, input, &env)?;
                if let Some(frame) = &env {
                    frame.bind(symbol, value.clone());
                }
                Ok(value)
            }
        }
    }

    #[inline(never)]
    fn block(&mut self, parts: &'e [NodeId], input: &V<'e>, env: &Env<'e>) -> R<'e> {
        let Some((last, first)) = parts.split_last() else { return Ok(V::Undef) };
        let inner = self.block_env(parts, env);
        for part in first {
            self.eval(*part, input, &inner)?;
        }
        self.eval(*last, input, &inner)
    }

    /// The environment inside of a block; parentheses around something that cannot bind need none.
    pub(crate) fn block_env(&self, parts: &[NodeId], env: &Env<'e>) -> Env<'e> {
        let simple = match parts {
            [only] => matches!(
                self.ast.node(*only).kind,
                Kind::Path { .. } | Kind::Variable(_) | Kind::Context | Kind::Number(_) | Kind::Text(_)
            ),
            _ => false,
        };
        if simple { env.clone() } else { Frame::inside(env, Vec::new()) }
    }

    #[inline(never)]
    fn condition(&mut self, id: NodeId, input: &V<'e>, env: &Env<'e>) -> R<'e> {
        let mut id = id;
        loop {
            let Kind::Condition(test, then, other) = &self.ast.node(id).kind else {
                return self.eval(id, input, env);
            };
            let test = self.eval(*test, input, env)?;
            if self.truth(&test)? {
                return self.eval(*then, input, env);
            }
            match other {
                None => return Ok(V::Undef),
                Some(next) if self.ast.node(*next).is_bare() => {
                    self.tick()?;
                    id = *next;
                }
                Some(next) => return self.eval(*next, input, env),
            }
        }
    }

    #[inline(never)]
    fn make_array(&mut self, node: &'e Node, items: &'e [NodeId], input: &V<'e>, env: &Env<'e>) -> R<'e> {
        let mut made = Vec::with_capacity(items.len());
        for item in items {
            let value = self.eval(*item, input, env)?;
            if value.is_undef() {
                continue;
            }
            if matches!(self.ast.node(*item).kind, Kind::Array(_)) {
                made.push(value);
            } else {
                let before = made.len();
                value.flatten_into(&mut made);
                self.grown(before, made.len())?;
            }
        }
        let mut array = Arr::new(made, false);
        array.cons = node.extra().cons;
        self.shallow(V::Arr(Rc::new(array)))
    }
}

/// The sequence, marked to stay an array.
pub(crate) fn keep(value: V<'_>) -> V<'_> {
    match value {
        V::Arr(array) if array.seq && !array.keep => {
            let mut kept = match Rc::try_unwrap(array) {
                Ok(own) => own,
                Err(shared) => Arr::new(shared.items.clone(), true),
            };
            kept.keep = true;
            V::Arr(Rc::new(kept))
        }
        other => other,
    }
}
