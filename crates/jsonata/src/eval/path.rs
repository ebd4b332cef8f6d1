//! Paths: each step is applied to every item of what the step before it gave.

use std::rc::Rc;

use super::environment::{Env, Frame};
use super::operators::number_of;
use super::{Machine, R, keep};
use crate::error::{Fault, UNPLACED};
use crate::syntax::ast::{Kind, Node, NodeId, Stage};
use crate::value::{Bound, Tuple, V};

/// What a step gives to the next one.
enum Stream<'e> {
    /// A sequence.
    Items(Vec<V<'e>>),
    /// An array that a last step gave, which is the value as it is.
    Whole(V<'e>),
}

impl<'e> Stream<'e> {
    fn into_items(self) -> Vec<V<'e>> {
        match self {
            Stream::Items(items) => items,
            Stream::Whole(value) => {
                let mut items = Vec::new();
                value.flatten_into(&mut items);
                items
            }
        }
    }

    fn into_value(self) -> V<'e> {
        match self {
            Stream::Items(items) => V::seq(items),
            Stream::Whole(value) => value,
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Stream::Items(items) => items.is_empty(),
            Stream::Whole(value) => value.is_undef() || value.is_array() && value.len() == 0,
        }
    }
}

impl<'e> Machine<'e> {
    #[inline(never)]
    pub(super) fn path(
        &mut self,
        node: &'e Node,
        steps: &'e [NodeId],
        keeps: bool,
        input: &V<'e>,
        env: &Env<'e>,
    ) -> R<'e> {
        let (stream, rest) = match self.plain_steps(steps, input, env)? {
            Start::Done(value) if !keeps && node.extra.is_none() => return Ok(value),
            Start::Done(V::Undef) => (Stream::Items(Vec::new()), &steps[steps.len()..]),
            Start::Done(value) if value.is_array() => (Stream::Whole(value), &steps[steps.len()..]),
            Start::Done(value) => (Stream::Items(vec![value]), &steps[steps.len()..]),
            Start::From(at, items) => (Stream::Items(items), &steps[at..]),
        };
        self.steps_of(node, stream, rest, rest.len() == steps.len(), keeps, input, env)
    }

    /// The names at the beginning of a path, while there is one value: most paths are only that.
    fn plain_steps(&mut self, steps: &'e [NodeId], input: &V<'e>, env: &Env<'e>) -> Result<Start<'e>, Fault> {
        let ast = self.ast;
        let mut value;
        let mut at = 0;
        let first = ast.node(steps[0]);
        match (&first.kind, &first.extra) {
            (Kind::Variable(symbol), None) => {
                value = self.variable(*symbol, env).normal();
                if value.is_undef() {
                    return Ok(Start::Done(V::Undef));
                }
                at = 1;
            }
            _ if input.is_array() && !matches!(first.kind, Kind::Variable(_)) => {
                return Ok(Start::From(0, input.to_items()));
            }
            _ => value = input.clone(),
        }
        while at < steps.len() {
            if value.is_array() {
                let mut items = Vec::new();
                value.flatten_into(&mut items);
                self.grown(0, items.len())?;
                return Ok(Start::From(at, items));
            }
            let step = ast.node(steps[at]);
            let (Kind::Name(name), None) = (&step.kind, &step.extra) else {
                return Ok(Start::From(at, vec![value]));
            };
            self.tick()?;
            value = value.member(name);
            at += 1;
            if value.is_undef() {
                break;
            }
        }
        Ok(Start::Done(value))
    }

    #[allow(clippy::too_many_arguments)]
    #[inline(never)]
    fn steps_of(
        &mut self,
        node: &'e Node,
        start: Stream<'e>,
        steps: &'e [NodeId],
        from_first: bool,
        keeps: bool,
        input: &V<'e>,
        env: &Env<'e>,
    ) -> R<'e> {
        let mut stream = start;
        let mut tuples: Option<Vec<Tuple<'e>>> = None;
        let mut bound = false;
        for (place, id) in steps.iter().enumerate() {
            let step = self.ast.node(*id);
            bound |= step.extra().tuple;
            let last = place + 1 == steps.len();
            if place == 0 && from_first && step.extra().cons {
                // An array that is written out sees all of the context, and is the whole result.
                let whole = match &stream {
                    _ if input.is_array() => input.clone(),
                    Stream::Items(items) => V::seq(items.clone()),
                    Stream::Whole(value) => value.clone(),
                };
                let value = self.eval(*id, &whole, env)?;
                if step.extra().focus.is_none() {
                    // What a predicate left of it is no array any more, and has no items.
                    stream = if value.is_array() || last {
                        Stream::Whole(value)
                    } else {
                        Stream::Items(Vec::new())
                    };
                }
            } else if bound {
                tuples = Some(match tuples.take() {
                    Some(known) => self.tuple_step(*id, known, env)?,
                    None => {
                        let items = std::mem::replace(&mut stream, Stream::Items(Vec::new())).into_items();
                        self.first_tuple_step(*id, items, env)?
                    }
                });
            } else {
                stream = self.step(*id, stream, last, env)?;
            }
            if !bound && stream.is_empty() {
                break;
            }
        }
        let extra = node.extra();
        let mut value = match tuples {
            Some(tuples) if extra.tuple || extra.group.is_some() => V::Tuples(Rc::new(tuples)),
            Some(tuples) => V::seq(tuples.into_iter().map(|tuple| tuple.value).collect()),
            None => stream.into_value(),
        };
        if keeps && !matches!(value, V::Tuples(_)) {
            if matches!(&value, V::Arr(array) if array.cons && !array.seq) {
                value = V::seq(vec![value]);
            }
            value = keep(value);
        }
        if let Some(pairs) = &extra.group {
            value = self.group(pairs, value, env, node.at as usize)?;
        }
        self.shallow(value)
    }

    /// One step without bindings.
    fn step(
        &mut self,
        id: NodeId,
        stream: Stream<'e>,
        last: bool,
        env: &Env<'e>,
    ) -> Result<Stream<'e>, Fault> {
        let node = self.ast.node(id);
        if let Kind::Sort(terms) = &node.kind {
            let mut value = self.sort(terms, stream.into_value(), env, node.at as usize)?;
            for stage in &node.extra().stages {
                if let Stage::Filter(predicate) = stage {
                    value = self.filter(*predicate, value, env)?;
                }
            }
            return Ok(Stream::Whole(value));
        }
        let items = stream.into_items();
        let mut results = Vec::with_capacity(items.len());
        let mut whole = None;
        let mut given = 0;
        for item in items {
            let mut value = match (&node.kind, &node.extra) {
                (Kind::Name(name), None) if item.is_object() => {
                    self.tick()?;
                    item.member(name)
                }
                _ => self.eval(id, &item, env)?,
            };
            for stage in &node.extra().stages {
                if let Stage::Filter(predicate) = stage {
                    value = self.filter(*predicate, value, env)?;
                }
            }
            if value.is_undef() {
                continue;
            }
            given += 1;
            if last && given == 1 && value.is_array() && !value.is_seq() {
                // It stands alone if no other item follows.
                whole = Some(value);
                continue;
            }
            if let Some(first) = whole.take() {
                self.append(&mut results, first)?;
            }
            self.append(&mut results, value)?;
        }
        Ok(match whole {
            Some(value) => Stream::Whole(value),
            None => Stream::Items(results),
        })
    }

    /// Appends the items of an array, unless it was written out.
    fn append(&mut self, results: &mut Vec<V<'e>>, value: V<'e>) -> Result<(), Fault> {
        if matches!(&value, V::Arr(array) if array.cons) {
            results.push(value);
            return Ok(());
        }
        let before = results.len();
        value.flatten_into(results);
        self.grown(before, results.len())
    }

    fn first_tuple_step(
        &mut self,
        id: NodeId,
        items: Vec<V<'e>>,
        env: &Env<'e>,
    ) -> Result<Vec<Tuple<'e>>, Fault> {
        let node = self.ast.node(id);
        if let Kind::Sort(terms) = &node.kind {
            let value = self.sort(terms, V::seq(items), env, node.at as usize)?;
            let mut tuples = Vec::new();
            for (place, value) in value.to_items().into_iter().enumerate() {
                let mut bound = Bound::new();
                if let Some(index) = node.extra().index {
                    bound.push((index, V::Num(place as f64)));
                }
                tuples.push(Tuple { value, bound });
            }
            return self.stages(node, tuples, env);
        }
        let tuples = items.into_iter().map(|value| Tuple { value, bound: Bound::new() }).collect();
        self.tuple_step(id, tuples, env)
    }

    #[inline(never)]
    fn tuple_step(
        &mut self,
        id: NodeId,
        tuples: Vec<Tuple<'e>>,
        env: &Env<'e>,
    ) -> Result<Vec<Tuple<'e>>, Fault> {
        let node = self.ast.node(id);
        let extra = node.extra();
        if let Kind::Sort(terms) = &node.kind {
            let sorted = self.sort(terms, V::Tuples(Rc::new(tuples)), env, node.at as usize)?;
            let V::Tuples(sorted) = sorted else { return Ok(Vec::new()) };
            let sorted = Rc::try_unwrap(sorted).unwrap_or_else(|shared| (*shared).clone());
            return self.stages(node, sorted, env);
        }
        let mut results = Vec::new();
        for tuple in &tuples {
            let inner = tuple_env(env, &tuple.bound);
            let value = self.eval(id, &tuple.value, &inner)?;
            if let V::Tuples(given) = &value {
                for one in given.iter() {
                    let mut bound = tuple.bound.clone();
                    bound.extend(one.bound.iter().cloned());
                    self.push_tuple(&mut results, Tuple { value: one.value.clone(), bound })?;
                }
                continue;
            }
            for (place, item) in value.to_items().into_iter().enumerate() {
                let mut bound = tuple.bound.clone();
                let mut next = item;
                if let Some(focus) = extra.focus {
                    bound.push((focus, std::mem::replace(&mut next, tuple.value.clone())));
                }
                if let Some(index) = extra.index {
                    bound.push((index, V::Num(place as f64)));
                }
                if let Some(slot) = extra.ancestor {
                    bound.push((self.ast.slots[slot].label, tuple.value.clone()));
                }
                self.push_tuple(&mut results, Tuple { value: next, bound })?;
            }
        }
        self.stages(node, results, env)
    }

    fn push_tuple(&mut self, tuples: &mut Vec<Tuple<'e>>, tuple: Tuple<'e>) -> Result<(), Fault> {
        self.spend(1 + tuple.bound.len())?;
        if tuples.len() & 255 == 255 {
            self.reserve_items(tuples.len() * (3 + 2 * tuple.bound.len()))?;
        }
        tuples.push(tuple);
        Ok(())
    }

    fn stages(
        &mut self,
        node: &'e Node,
        tuples: Vec<Tuple<'e>>,
        env: &Env<'e>,
    ) -> Result<Vec<Tuple<'e>>, Fault> {
        let mut tuples = tuples;
        for stage in &node.extra().stages {
            match stage {
                Stage::Filter(predicate) => {
                    let V::Tuples(kept) = self.filter(*predicate, V::Tuples(Rc::new(tuples)), env)? else {
                        return Ok(Vec::new());
                    };
                    tuples = Rc::try_unwrap(kept).unwrap_or_else(|shared| (*shared).clone());
                }
                Stage::Index(symbol) => {
                    for (place, tuple) in tuples.iter_mut().enumerate() {
                        tuple.bound.push((*symbol, V::Num(place as f64)));
                    }
                }
            }
        }
        Ok(tuples)
    }

    /// The items for which a predicate holds, or whose index it names.
    #[inline(never)]
    pub(super) fn filter(&mut self, predicate: NodeId, subject: V<'e>, env: &Env<'e>) -> R<'e> {
        if let V::Tuples(tuples) = &subject {
            let count = tuples.len();
            let mut kept = Vec::new();
            for (place, tuple) in tuples.iter().enumerate() {
                let inner = tuple_env(env, &tuple.bound);
                for _ in 0..self.selected(predicate, &tuple.value, place, count, &inner)? {
                    kept.push(tuple.clone());
                }
            }
            return Ok(V::Tuples(Rc::new(kept)));
        }
        let array = subject.is_array();
        let count = if array { subject.len() } else { 1 };
        if let Kind::Number(number) = self.ast.node(predicate).kind {
            let Some(place) = place_of(number, count) else { return Ok(V::seq(Vec::new())) };
            let item = if array { subject.item(place) } else { subject };
            return Ok(if item.is_array() || item.is_undef() { item } else { V::seq(vec![item]) });
        }
        let mut kept = Vec::new();
        for place in 0..count {
            let item = if array { subject.item(place) } else { subject.clone() };
            for _ in 0..self.selected(predicate, &item, place, count, env)? {
                kept.push(item.clone());
            }
        }
        Ok(V::seq(kept))
    }

    /// How many times a predicate chooses the item at a place.
    fn selected(
        &mut self,
        predicate: NodeId,
        item: &V<'e>,
        place: usize,
        count: usize,
        env: &Env<'e>,
    ) -> Result<usize, Fault> {
        let chosen = self.eval(predicate, item, env)?;
        if let Some(number) = number_of(&chosen, UNPLACED)? {
            return Ok(usize::from(place_of(number, count) == Some(place)));
        }
        if chosen.is_array() && chosen.len() > 0 {
            self.spend(chosen.len())?;
            let numbers = chosen.items().all(|value| matches!(value, V::Num(_)));
            if numbers {
                let hits = chosen.items().filter(
                    |value| matches!(value, V::Num(number) if place_of(*number, count) == Some(place)),
                );
                return Ok(hits.count());
            }
        } else if chosen.is_array() {
            return Ok(0);
        }
        Ok(usize::from(self.truth(&chosen)?))
    }

    /// The member, of every object if there are many.
    pub(crate) fn lookup(&mut self, input: &V<'e>, name: &str) -> R<'e> {
        if !input.is_array() {
            return Ok(input.member(name));
        }
        let mut found = Vec::new();
        self.lookup_into(input, name, &mut found)?;
        Ok(V::seq(found))
    }

    fn lookup_into(&mut self, input: &V<'e>, name: &str, found: &mut Vec<V<'e>>) -> Result<(), Fault> {
        for item in input.items() {
            self.tick()?;
            if item.is_array() {
                self.lookup_into(&item, name, found)?;
                continue;
            }
            let value = item.member(name);
            if !value.is_undef() {
                let before = found.len();
                value.flatten_into(found);
                self.grown(before, found.len())?;
            }
        }
        Ok(())
    }

    /// `*`.
    #[inline(never)]
    pub(super) fn wildcard(&mut self, input: &V<'e>) -> R<'e> {
        let values = if input.is_array() { input.to_items() } else { input.member_values() };
        let mut results = Vec::with_capacity(values.len());
        let mut sequence = true;
        for value in values {
            self.tick()?;
            if value.is_array() {
                // Arrays are flattened whole, and the result is then an array and no sequence.
                sequence = false;
                self.flatten(&value, &mut results)?;
            } else {
                results.push(value);
            }
        }
        Ok(if sequence { V::seq(results) } else { V::array(results) })
    }

    fn flatten(&mut self, value: &V<'e>, results: &mut Vec<V<'e>>) -> Result<(), Fault> {
        for item in value.items() {
            self.tick()?;
            if item.is_array() {
                self.flatten(&item, results)?;
            } else {
                results.push(item);
            }
        }
        self.reserve_items(results.len() / 8)
    }

    /// `**`: the value and all that is in it, in the order of the text.
    #[inline(never)]
    pub(super) fn descendants(&mut self, input: &V<'e>) -> R<'e> {
        let mut results = Vec::new();
        let mut waiting = vec![input.clone()];
        while let Some(value) = waiting.pop() {
            self.tick()?;
            if value.is_array() {
                self.reserve_items(waiting.len() / 8)?;
                waiting.extend((0..value.len()).rev().map(|at| value.item(at)));
                continue;
            }
            if value.is_object() {
                waiting.extend(value.member_values().into_iter().rev());
            }
            if !value.is_undef() {
                results.push(value);
            }
        }
        Ok(V::seq(results))
    }
}

/// What the plain steps of a path came to.
enum Start<'e> {
    Done(V<'e>),
    /// The items that the step at this place is applied to.
    From(usize, Vec<V<'e>>),
}

/// The environment in which the bindings of an item hold.
pub(super) fn tuple_env<'e>(env: &Env<'e>, bound: &Bound<'e>) -> Env<'e> {
    if bound.is_empty() { env.clone() } else { Frame::inside(env, bound.clone()) }
}

/// The place that a number names; negative numbers count from the end.
fn place_of(number: f64, count: usize) -> Option<usize> {
    let floor = number.floor();
    let place = if floor < 0.0 { floor + count as f64 } else { floor };
    (place >= 0.0 && place < count as f64).then_some(place as usize)
}
