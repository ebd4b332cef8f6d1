//! Operators.

use std::cmp::Ordering;

use super::environment::Env;
use super::{Machine, R};
use crate::error::{Fault, fault, quoted};
use crate::functions::text::json_text;
use crate::syntax::ast::{Kind, Node, NodeId, Op};
use crate::value::{V, compare_text};

impl<'e> Machine<'e> {
    /// A chain of binary operators leans to the left; it is walked in a loop, because it may be long.
    #[inline(never)]
    pub(super) fn binary(&mut self, id: NodeId, input: &V<'e>, env: &Env<'e>) -> R<'e> {
        let Kind::Binary(op, left, right) = self.ast.node(id).kind else { return Ok(V::Undef) };
        if !self.continues(left) {
            let left = self.eval(left, input, env)?;
            return self.operate(op, left, right, id, input, env);
        }
        let mut chain = vec![id];
        let mut first = left;
        while self.continues(first) {
            chain.push(first);
            let Kind::Binary(_, left, _) = self.ast.node(first).kind else { break };
            first = left;
        }
        let mut value = self.eval(first, input, env)?;
        while let Some(id) = chain.pop() {
            self.tick()?;
            let Kind::Binary(op, _, right) = self.ast.node(id).kind else { break };
            if op != Op::Concat {
                value = self.operate(op, value, right, id, input, env)?;
                continue;
            }
            let mut text = self.string_of(&value)?;
            let mut right = right;
            loop {
                let added = self.eval(right, input, env)?;
                self.push_string(&mut text, &added)?;
                self.reserve(text.len())?;
                match chain.last().map(|next| &self.ast.node(*next).kind) {
                    Some(Kind::Binary(Op::Concat, _, next)) => right = *next,
                    _ => break,
                }
                chain.pop();
            }
            value = V::text(text);
        }
        Ok(value)
    }

    fn continues(&self, id: NodeId) -> bool {
        let node = self.ast.node(id);
        matches!(node.kind, Kind::Binary(..)) && node.is_bare()
    }

    fn operate(
        &mut self,
        op: Op,
        left: V<'e>,
        right: NodeId,
        id: NodeId,
        input: &V<'e>,
        env: &Env<'e>,
    ) -> R<'e> {
        match op {
            Op::And if !self.truth(&left)? => return Ok(V::Bool(false)),
            Op::Or if self.truth(&left)? => return Ok(V::Bool(true)),
            _ => {}
        }
        let right = self.eval(right, input, env)?;
        let at = self.ast.node(id).at as usize;
        Ok(match op {
            Op::And | Op::Or => V::Bool(self.truth(&right)?),
            Op::Add | Op::Subtract | Op::Multiply | Op::Divide | Op::Remainder => {
                arithmetic(op, &left, &right, at)?
            }
            Op::Equal => V::Bool(!left.is_undef() && !right.is_undef() && self.equal(&left, &right)?),
            Op::NotEqual => V::Bool(!left.is_undef() && !right.is_undef() && !self.equal(&left, &right)?),
            Op::Less | Op::LessEqual | Op::Greater | Op::GreaterEqual => {
                compare(self, op, &left, &right, at)?
            }
            Op::Concat => {
                let mut text = self.string_of(&left)?;
                self.push_string(&mut text, &right)?;
                self.reserve(text.len())?;
                V::text(text)
            }
            Op::In => {
                if left.is_undef() || right.is_undef() {
                    V::Bool(false)
                } else if right.is_array() {
                    self.spend(right.len() / 2)?;
                    V::Bool(right.items().any(|item| left.same(&item)))
                } else {
                    V::Bool(left.same(&right))
                }
            }
        })
    }

    #[inline(never)]
    pub(super) fn negate(&mut self, node: &'e Node, operand: NodeId, input: &V<'e>, env: &Env<'e>) -> R<'e> {
        match self.eval(operand, input, env)? {
            V::Undef => Ok(V::Undef),
            V::Num(number) => Ok(V::Num(-number)),
            other => Err(fault("D1002", node.at as usize, &[&json_text(&other)])),
        }
    }

    #[inline(never)]
    pub(super) fn range(
        &mut self,
        node: &'e Node,
        first: NodeId,
        last: NodeId,
        input: &V<'e>,
        env: &Env<'e>,
    ) -> R<'e> {
        let first = self.eval(first, input, env)?;
        let last = self.eval(last, input, env)?;
        let at = node.at as usize;
        let whole = |value: &V<'_>, code| match value {
            V::Undef => Ok(None),
            V::Num(number) if number.fract() == 0.0 => Ok(Some(*number)),
            _ => Err(fault(code, at, &[])),
        };
        let (Some(first), Some(last)) = (whole(&first, "T2003")?, whole(&last, "T2004")?) else {
            return Ok(V::Undef);
        };
        if first > last {
            return Ok(V::Undef);
        }
        let size = last - first + 1.0;
        if size > 1e7 {
            return Err(fault("D2014", at, &[&crate::number::to_text(size)]));
        }
        // Below 1e7, so it is exact.
        let count = size as usize;
        self.reserve_items(count)?;
        Ok(V::seq((0..count).map(|step| V::Num(first + step as f64)).collect()))
    }
}

/// The number, if the value is one that is finite.
pub(crate) fn number_of(value: &V<'_>, at: usize) -> Result<Option<f64>, Fault> {
    match value {
        V::Num(number) if number.is_finite() => Ok(Some(*number)),
        V::Num(_) => Err(fault("D1001", at, &["null"])),
        _ => Ok(None),
    }
}

fn arithmetic<'e>(op: Op, left: &V<'e>, right: &V<'e>, at: usize) -> R<'e> {
    let wrong = |code| fault(code, at, &[&quoted(op.text())]);
    let left_number = number_of(left, at)?;
    if left_number.is_none() && !left.is_undef() {
        return Err(wrong("T2001"));
    }
    let right_number = number_of(right, at)?;
    if right_number.is_none() && !right.is_undef() {
        return Err(wrong("T2002"));
    }
    let (Some(left), Some(right)) = (left_number, right_number) else { return Ok(V::Undef) };
    Ok(V::Num(match op {
        Op::Add => left + right,
        Op::Subtract => left - right,
        Op::Multiply => left * right,
        Op::Divide => left / right,
        _ => left % right,
    }))
}

fn compare<'e>(machine: &mut Machine<'e>, op: Op, left: &V<'e>, right: &V<'e>, at: usize) -> R<'e> {
    let comparable =
        |value: &V<'_>| value.is_undef() || value.as_str().is_some() || matches!(value, V::Num(_));
    if !comparable(left) || !comparable(right) {
        return Err(fault("T2010", at, &[&quoted(op.text())]));
    }
    if left.is_undef() || right.is_undef() {
        return Ok(V::Undef);
    }
    let order = match (left, right) {
        (V::Num(left), V::Num(right)) => left.partial_cmp(right),
        _ => match (left.as_str(), right.as_str()) {
            (Some(one), Some(other)) => {
                machine.spend(one.len().min(other.len()) / 32)?;
                Some(compare_text(one, other))
            }
            _ => {
                return Err(fault("T2009", at, &[&json_text(left), &json_text(right), &quoted(op.text())]));
            }
        },
    };
    Ok(V::Bool(match op {
        Op::Less => order == Some(Ordering::Less),
        Op::LessEqual => matches!(order, Some(Ordering::Less | Ordering::Equal)),
        Op::Greater => order == Some(Ordering::Greater),
        _ => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
    }))
}
