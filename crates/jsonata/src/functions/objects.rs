//! Objects, booleans, types and errors.

use super::argument;
use crate::error::{Error, Fault, UNPLACED, fault};
use crate::eval::{Machine, R};
use crate::value::{Members, V};

pub(super) fn boolean<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let truth = machine.truth(&arguments[0])?;
    Ok(if arguments[0].is_undef() { V::Undef } else { V::Bool(truth) })
}

pub(super) fn not<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let truth = machine.truth(&arguments[0])?;
    Ok(if arguments[0].is_undef() { V::Undef } else { V::Bool(!truth) })
}

pub(super) fn exists<'e>(_: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    Ok(V::Bool(!arguments[0].is_undef()))
}

pub(super) fn type_of<'e>(_: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    Ok(match arguments[0].letter() {
        b'm' => V::Undef,
        b'l' => V::Str("null"),
        b'n' => V::Str("number"),
        b's' => V::Str("string"),
        b'b' => V::Str("boolean"),
        b'a' => V::Str("array"),
        b'f' => V::Str("function"),
        _ => V::Str("object"),
    })
}

pub(super) fn keys<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let mut seen = Members::default();
    gather_keys(machine, &arguments[0], &mut seen)?;
    machine.reserve_items(seen.len())?;
    Ok(V::seq(seen.iter().map(|(key, _)| key.value()).collect()))
}

fn gather_keys<'e>(machine: &mut Machine<'e>, value: &V<'e>, seen: &mut Members<'e>) -> Result<(), Fault> {
    machine.tick()?;
    if value.is_array() {
        for item in value.items() {
            gather_keys(machine, &item, seen)?;
        }
        return Ok(());
    }
    machine.spend(value.member_count())?;
    value.each_member(|key, _| {
        seen.set(key, V::Null);
        Ok(())
    })
}

pub(super) fn lookup<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let Some(name) = arguments.get(1).and_then(V::as_str) else { return Ok(V::Undef) };
    machine.lookup(&arguments[0], name)
}

pub(super) fn spread<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let value = argument(&mut arguments, 0);
    if !value.is_array() && !value.is_object() {
        return Ok(value);
    }
    let mut parts = Vec::new();
    spread_into(machine, &value, &mut parts)?;
    // Those of an array stay an array, even if there is only one.
    let array = value.is_array() && value.len() > 0;
    machine.shallow(if array { V::array(parts) } else { V::seq(parts) })
}

fn spread_into<'e>(machine: &mut Machine<'e>, value: &V<'e>, parts: &mut Vec<V<'e>>) -> Result<(), Fault> {
    machine.tick()?;
    if value.is_array() {
        for item in value.items() {
            spread_into(machine, &item, parts)?;
        }
        return Ok(());
    }
    if !value.is_object() {
        parts.push(value.clone());
        return Ok(());
    }
    value.each_member(|key, member| {
        machine.spend(2)?;
        let mut members = Members::default();
        members.set(key, member);
        parts.push(V::object(members));
        Ok(())
    })
}

pub(super) fn merge<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    if arguments[0].is_undef() {
        return Ok(V::Undef);
    }
    let mut members = Members::default();
    for object in arguments[0].items() {
        machine.reserve(object.member_count() * 384)?;
        object.each_member(|key, value| {
            members.set(key, value);
            Ok::<(), Fault>(())
        })?;
    }
    machine.shallow(V::object(members))
}

pub(super) fn clone<'e>(_: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    // Values never change, so a copy is the value.
    Ok(argument(&mut arguments, 0))
}

fn raised<'e>(code: &str, message: &str) -> R<'e> {
    // The mark for the name of a function must not be made by a text of the user.
    let message = message.replace('\0', "\u{fffd}");
    Err(Box::new(Error { code: code.to_owned(), message, at: UNPLACED }))
}

pub(super) fn error<'e>(_: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    match arguments[0].as_str() {
        Some(message) if !message.is_empty() => raised("D3137", message),
        _ => Err(fault("D3137", UNPLACED, &["$error() function evaluated"])),
    }
}

pub(super) fn assert<'e>(_: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    if arguments[0].truth() {
        return Ok(V::Undef);
    }
    match arguments.get(1).and_then(V::as_str) {
        Some(message) if !message.is_empty() => raised("D3141", message),
        _ => Err(fault("D3141", UNPLACED, &["$assert() statement failed"])),
    }
}
