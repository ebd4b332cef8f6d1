//! Functions of functions.

use super::argument;
use crate::error::{Fault, UNPLACED, fault};
use crate::eval::function::Func;
use crate::eval::{Machine, R};
use crate::syntax::ast::Kind;
use crate::value::{Members, V};

impl<'e> Machine<'e> {
    /// How many arguments a function takes.
    fn arity(&self, function: &V<'e>) -> usize {
        let V::Func(function) = function else { return 0 };
        match &**function {
            Func::Lambda { definition, .. } => match &self.ast.node(*definition).kind {
                Kind::Lambda(lambda) => lambda.parameters.len(),
                _ => 0,
            },
            Func::Builtin(builtin) => usize::from(builtin.entry().arity),
            Func::Partial { arguments, .. } => arguments.iter().filter(|given| given.is_none()).count(),
            Func::Chain(..) | Func::Transform { .. } | Func::Regex(_) => 1,
            Func::Next { .. } => 0,
        }
    }

    /// Calls with an item, and with what comes with it as far as the function takes it.
    fn call_with(
        &mut self,
        function: &V<'e>,
        arity: usize,
        item: V<'e>,
        second: V<'e>,
        whole: &V<'e>,
    ) -> R<'e> {
        let mut arguments = Vec::with_capacity(3);
        arguments.push(item);
        if arity >= 2 {
            arguments.push(second);
        }
        if arity >= 3 {
            arguments.push(whole.clone());
        }
        self.call_back(function, arguments)
    }
}

pub(super) fn map<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let array = argument(&mut arguments, 0);
    let function = argument(&mut arguments, 1);
    if array.is_undef() {
        return Ok(V::Undef);
    }
    let arity = machine.arity(&function);
    let mut results = Vec::with_capacity(array.len());
    for at in 0..array.len() {
        let value = machine.call_with(&function, arity, array.item(at), V::Num(at as f64), &array)?;
        if !value.is_undef() {
            results.push(value);
        }
    }
    machine.shallow(V::seq(results))
}

pub(super) fn filter<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let array = argument(&mut arguments, 0);
    let function = argument(&mut arguments, 1);
    if array.is_undef() {
        return Ok(V::Undef);
    }
    let arity = machine.arity(&function);
    let mut results = Vec::new();
    for at in 0..array.len() {
        let item = array.item(at);
        let answer = machine.call_with(&function, arity, item.clone(), V::Num(at as f64), &array)?;
        if machine.truth(&answer)? {
            results.push(item);
        }
    }
    Ok(V::seq(results))
}

pub(super) fn single<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let array = argument(&mut arguments, 0);
    let function = argument(&mut arguments, 1);
    if array.is_undef() {
        return Ok(V::Undef);
    }
    let arity = machine.arity(&function);
    let mut found = None;
    for at in 0..array.len() {
        let item = array.item(at);
        let mut fits = function.is_undef();
        if !fits {
            let answer = machine.call_with(&function, arity, item.clone(), V::Num(at as f64), &array)?;
            fits = machine.truth(&answer)?;
        }
        if fits && found.replace(item).is_some() {
            return Err(fault("D3138", UNPLACED, &[]));
        }
    }
    found.ok_or_else(|| fault("D3139", UNPLACED, &[]))
}

pub(super) fn reduce<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let array = argument(&mut arguments, 0);
    let function = argument(&mut arguments, 1);
    let start = argument(&mut arguments, 2);
    if array.is_undef() {
        return Ok(V::Undef);
    }
    let arity = machine.arity(&function);
    if arity < 2 {
        return Err(fault("D3050", UNPLACED, &[]));
    }
    let (mut result, first) = match start {
        V::Undef if array.len() > 0 => (array.item(0), 1),
        start => (start, 0),
    };
    for at in first..array.len() {
        let mut given = vec![result, array.item(at)];
        if arity >= 3 {
            given.push(V::Num(at as f64));
        }
        if arity >= 4 {
            given.push(array.clone());
        }
        result = machine.call_back(&function, given)?;
    }
    Ok(result)
}

pub(super) fn each<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let object = argument(&mut arguments, 0);
    let function = argument(&mut arguments, 1);
    let arity = machine.arity(&function);
    let mut results = Vec::new();
    object.each_member(|key, value| {
        let value = machine.call_with(&function, arity, value, key.value(), &object)?;
        if !value.is_undef() {
            results.push(value);
        }
        Ok::<(), Fault>(())
    })?;
    machine.shallow(V::seq(results))
}

pub(super) fn sift<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let object = argument(&mut arguments, 0);
    let function = argument(&mut arguments, 1);
    let arity = machine.arity(&function);
    let mut members = Members::default();
    object.each_member(|key, value| {
        let answer = machine.call_with(&function, arity, value.clone(), key.value(), &object)?;
        if machine.truth(&answer)? {
            members.set(key, value);
        }
        Ok::<(), Fault>(())
    })?;
    Ok(if members.len() == 0 { V::Undef } else { V::object(members) })
}
