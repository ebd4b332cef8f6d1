//! Calls: of definitions, of built-in functions, and of what is made of them.

use super::environment::{Env, Frame};
use super::function::Func;
use super::{Machine, R, place};
use crate::error::{Fault, UNPLACED, fault, quoted};
use crate::functions;
use crate::syntax::ast::{Kind, Node, NodeId};
use crate::syntax::signature::Signature;
use crate::value::V;

/// What the body of a definition comes to: a value, or a last call that replaces it.
enum Flow<'e> {
    Done(V<'e>),
    Call { function: V<'e>, arguments: Vec<V<'e>>, input: V<'e>, call: NodeId },
}

impl<'e> Machine<'e> {
    /// `f(a, b)`; `first` comes before the other arguments.
    #[inline(never)]
    pub(super) fn call(
        &mut self,
        node: &'e Node,
        procedure: NodeId,
        arguments: &'e [NodeId],
        first: Option<V<'e>>,
        input: &V<'e>,
        env: &Env<'e>,
    ) -> R<'e> {
        let function = self.procedure(node, procedure, "T1005", input, env)?;
        let mut given = Vec::with_capacity(arguments.len() + 1);
        given.extend(first);
        for argument in arguments {
            given.push(self.eval(*argument, input, env)?);
        }
        match self.apply(&function, given, input) {
            Ok(value) => Ok(value),
            Err(error) => Err(self.placed(error, node, procedure)),
        }
    }

    #[cold]
    #[inline(never)]
    fn placed(&self, mut error: Fault, node: &Node, procedure: NodeId) -> Fault {
        place(&mut error, node.at as usize, self.procedure_name(procedure));
        error
    }

    fn procedure_name(&self, procedure: NodeId) -> Option<&'e str> {
        match &self.ast.node(procedure).kind {
            Kind::Variable(symbol) => Some(self.ast.name(*symbol)),
            Kind::Path { steps, .. } => match &self.ast.node(steps[0]).kind {
                Kind::Name(name) => Some(name),
                _ => None,
            },
            _ => None,
        }
    }

    /// The function to call; a bare name of one gets its own error.
    fn procedure(
        &mut self,
        node: &Node,
        procedure: NodeId,
        code: &'static str,
        input: &V<'e>,
        env: &Env<'e>,
    ) -> R<'e> {
        let function = self.eval(procedure, input, env)?;
        if function.is_undef()
            && let Kind::Path { .. } = &self.ast.node(procedure).kind
            && let Some(name) = self.procedure_name(procedure)
            && self.is_variable(name, env)
        {
            return Err(fault(code, node.at as usize, &[name]));
        }
        Ok(function)
    }

    fn is_variable(&self, name: &str, env: &Env<'e>) -> bool {
        if functions::find(name).is_some() || (self.variables)(name).is_some() {
            return true;
        }
        let symbol = self.ast.symbols.iter().position(|(known, _)| &**known == name);
        let symbol = symbol.and_then(|symbol| u32::try_from(symbol).ok());
        symbol.is_some_and(|symbol| Frame::find(env, symbol, &mut 0).is_some_and(|value| !value.is_undef()))
    }

    #[inline(never)]
    pub(super) fn partial(
        &mut self,
        node: &'e Node,
        procedure: NodeId,
        arguments: &'e [Option<NodeId>],
        input: &V<'e>,
        env: &Env<'e>,
    ) -> R<'e> {
        let mut given = Vec::with_capacity(arguments.len());
        for argument in arguments {
            given.push(match argument {
                Some(argument) => Some(self.eval(*argument, input, env)?),
                None => None,
            });
        }
        let function = self.procedure(node, procedure, "T1007", input, env)?;
        if !function.is_func() {
            return Err(fault("T1008", node.at as usize, &[]));
        }
        Ok(V::func(Func::Partial { function, arguments: given }))
    }

    /// `a ~> f`; a chain leans to the left and is walked in a loop.
    #[inline(never)]
    pub(super) fn apply_chain(&mut self, id: NodeId, input: &V<'e>, env: &Env<'e>) -> R<'e> {
        let mut chain = Vec::new();
        let mut first = id;
        while let Kind::Apply(left, right) = self.ast.node(first).kind {
            if first != id && !self.ast.node(first).is_bare() {
                break;
            }
            chain.push((first, right));
            first = left;
        }
        let mut value = self.eval(first, input, env)?;
        while let Some((id, right)) = chain.pop() {
            self.tick()?;
            value = self.apply_to(id, value, right, input, env)?.normal();
        }
        Ok(value)
    }

    fn apply_to(&mut self, id: NodeId, left: V<'e>, right: NodeId, input: &V<'e>, env: &Env<'e>) -> R<'e> {
        let node = self.ast.node(right);
        // JSONata applies no predicate that follows such a call.
        if let Kind::Call(procedure, arguments) = &node.kind {
            return self.call(node, *procedure, arguments, Some(left), input, env);
        }
        let function = self.eval(right, input, env)?;
        let at = self.ast.node(id).at as usize;
        if !function.is_func() {
            return Err(fault("T2006", at, &[]));
        }
        if left.is_func() {
            return Ok(V::func(Func::Chain(left, function)));
        }
        self.apply(&function, vec![left], input).map_err(|mut error| {
            place(&mut error, at, None);
            error
        })
    }

    /// Calls a function that was passed to another one.
    pub(crate) fn call_back(&mut self, function: &V<'e>, arguments: Vec<V<'e>>) -> R<'e> {
        self.apply(function, arguments, &V::Null).map(V::normal)
    }

    /// Calls a function. Last calls inside of definitions go on in the loop here, so they do not nest.
    pub(crate) fn apply(&mut self, function: &V<'e>, arguments: Vec<V<'e>>, input: &V<'e>) -> R<'e> {
        self.tick()?;
        match function {
            V::Func(called) => match &**called {
                Func::Builtin(builtin) => {
                    let entry = builtin.entry();
                    let arguments = self.validate(builtin.signature(), arguments, input)?;
                    (entry.run)(self, arguments)
                }
                _ => {
                    // A call costs as much as a few other steps.
                    self.spend(4)?;
                    self.enter()?;
                    let result = self.apply_made(function.clone(), arguments, input);
                    self.leave();
                    result
                }
            },
            _ => Err(fault("T1006", UNPLACED, &[])),
        }
    }

    #[inline(never)]
    fn apply_made(&mut self, function: V<'e>, arguments: Vec<V<'e>>, input: &V<'e>) -> R<'e> {
        let mut function = function;
        let mut arguments = arguments;
        let mut context = input.clone();
        let mut call: Option<NodeId> = None;
        loop {
            let step = self.apply_once(&function, arguments, &context);
            let flow = match (step, call) {
                (Err(mut error), Some(call)) => {
                    if let Kind::Call(procedure, _) = self.ast.node(call).kind {
                        let at = self.ast.node(call).at as usize;
                        place(&mut error, at, self.procedure_name(procedure));
                    }
                    return Err(error);
                }
                (step, _) => step?,
            };
            match flow {
                Flow::Done(value) => return Ok(value),
                Flow::Call { function: next, arguments: given, input, call: next_call } => {
                    self.tick()?;
                    function = next;
                    arguments = given;
                    context = input;
                    call = Some(next_call);
                }
            }
        }
    }

    fn apply_once(
        &mut self,
        function: &V<'e>,
        arguments: Vec<V<'e>>,
        input: &V<'e>,
    ) -> Result<Flow<'e>, Fault> {
        let V::Func(called) = function else {
            return Err(fault("T1006", UNPLACED, &[]));
        };
        match &**called {
            Func::Lambda { definition, env, input: context } => {
                let Kind::Lambda(lambda) = &self.ast.node(*definition).kind else {
                    return Ok(Flow::Done(V::Undef));
                };
                let mut arguments = arguments;
                if let Some(signature) = &lambda.signature {
                    arguments = self.validate(signature, arguments, input)?;
                }
                let mut given = arguments.into_iter();
                let bindings =
                    lambda.parameters.iter().map(|symbol| (*symbol, given.next().unwrap_or_default()));
                let frame = Frame::inside(env, bindings.collect());
                self.body(lambda.body, context, frame)
            }
            Func::Builtin(_) => self.apply(function, arguments, input).map(Flow::Done),
            Func::Partial { function, arguments: fixed } => {
                let mut given = arguments.into_iter();
                let all = fixed.iter().map(|argument| match argument {
                    Some(value) => value.clone(),
                    None => given.next().unwrap_or_default(),
                });
                let all = all.collect();
                self.apply(function, all, input).map(Flow::Done)
            }
            Func::Chain(first, second) => {
                let value = self.apply(first, arguments, input)?.normal();
                self.apply(second, vec![value], input).map(Flow::Done)
            }
            Func::Transform { definition, env } => {
                let subject = self.validate(functions::transform_signature(), arguments, input)?;
                let subject = subject.into_iter().next().unwrap_or_default();
                self.transform(*definition, &subject, env).map(Flow::Done)
            }
            Func::Regex(pattern) => {
                let text = arguments.into_iter().next().unwrap_or_default();
                functions::matching::match_from(self, pattern, text, 0).map(Flow::Done)
            }
            Func::Next { pattern, text, from } => {
                functions::matching::match_from(self, pattern, text.clone(), *from).map(Flow::Done)
            }
        }
    }

    /// The body of a definition, up to a call in the last place.
    fn body(&mut self, body: NodeId, input: &V<'e>, env: Env<'e>) -> Result<Flow<'e>, Fault> {
        let mut id = body;
        let mut env = env;
        loop {
            let node = self.ast.node(id);
            if !node.is_bare() {
                return self.eval(id, input, &env).map(Flow::Done);
            }
            match &node.kind {
                Kind::Block(parts) => {
                    self.tick()?;
                    let Some((last, first)) = parts.split_last() else { return Ok(Flow::Done(V::Undef)) };
                    env = self.block_env(parts, &env);
                    for part in first {
                        self.eval(*part, input, &env)?;
                    }
                    id = *last;
                }
                Kind::Condition(test, then, other) => {
                    self.tick()?;
                    let test = self.eval(*test, input, &env)?;
                    let chosen = if self.truth(&test)? { Some(*then) } else { *other };
                    let Some(chosen) = chosen else { return Ok(Flow::Done(V::Undef)) };
                    id = chosen;
                }
                Kind::Call(procedure, arguments) => {
                    self.tick()?;
                    let function = self.procedure(node, *procedure, "T1005", input, &env)?;
                    let mut given = Vec::with_capacity(arguments.len());
                    for argument in arguments {
                        given.push(self.eval(*argument, input, &env)?);
                    }
                    return Ok(Flow::Call { function, arguments: given, input: input.clone(), call: id });
                }
                _ => return self.eval(id, input, &env).map(Flow::Done),
            }
        }
    }

    /// Checks arguments against a signature, and completes them from the context.
    pub(crate) fn validate(
        &mut self,
        signature: &Signature,
        arguments: Vec<V<'e>>,
        context: &V<'e>,
    ) -> Result<Vec<V<'e>>, Fault> {
        let parameters = &signature.parameters;
        let plain = arguments.len() == parameters.len()
            && arguments
                .iter()
                .zip(parameters)
                .all(|(argument, parameter)| !parameter.array && parameter.takes(argument.letter()));
        if plain {
            return Ok(arguments);
        }
        let letters: Vec<u8> = arguments.iter().map(V::letter).collect();
        let taken = signature
            .assign(&letters)
            .map_err(|good| fault("T0410", UNPLACED, &[&(good + 1).to_string(), "\0"]))?;
        let mut given = arguments.into_iter();
        let mut used = 0;
        let mut checked = Vec::with_capacity(parameters.len());
        for (parameter, count) in parameters.iter().zip(taken) {
            if count == 0 {
                if parameter.context {
                    if !parameter.takes(context.letter()) {
                        return Err(fault("T0411", UNPLACED, &[&(used + 1).to_string(), "\0"]));
                    }
                    checked.push(context.clone());
                } else {
                    checked.push(V::Undef);
                }
                continue;
            }
            for _ in 0..count {
                used += 1;
                let value = given.next().unwrap_or_default();
                if !parameter.array || value.is_undef() {
                    checked.push(value);
                    continue;
                }
                if let Some(wanted) = parameter.items {
                    let sound = if value.is_array() {
                        self.spend(value.len() / 32)?;
                        value.items().all(|item| item.letter() == wanted)
                    } else {
                        value.letter() == wanted
                    };
                    if !sound {
                        let shown = quoted(items_named(wanted));
                        return Err(fault("T0412", UNPLACED, &[&used.to_string(), "\0", &shown]));
                    }
                }
                checked.push(if value.is_array() { value } else { V::array(vec![value]) });
            }
        }
        Ok(checked)
    }
}

fn items_named(letter: u8) -> &'static str {
    match letter {
        b'a' => "arrays",
        b'b' => "booleans",
        b'f' => "functions",
        b'n' => "numbers",
        b'o' => "objects",
        _ => "strings",
    }
}
