//! From tokens to the tree, by binding powers.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use super::ast::{Ast, Kind, LambdaDef, Node, NodeId, Op, Stage, Symbol};
use super::lexer::{Lexer, Token};
use super::references::Scopes;
use crate::error::{Fault, fault, quoted};
use crate::regex::Pattern;
use crate::{Reference, functions, regex};

/// How deep expressions may lie in one another. A chain of operators, steps or conditions is not deep.
const NESTING: u32 = 200;

/// How many different regular expressions there may be: each takes time and memory to compile.
const PATTERNS: usize = 64;

/// Parses a whole text, and lists its free variables.
pub(crate) fn parse(text: &str) -> Result<(Ast, Vec<Reference>), Fault> {
    if u32::try_from(text.len()).is_err() {
        return Err(fault("D1013", 0, &["4294967295"]));
    }
    let mut parser = Parser {
        lexer: Lexer::new(text),
        token: Token::End,
        at: 0,
        ast: Ast::default(),
        symbols: HashMap::new(),
        depth: 0,
        scopes: Scopes::default(),
        patterns: HashMap::new(),
        closing: Vec::new(),
        asked: 0,
    };
    parser.advance()?;
    let root = parser.expression(0)?;
    if parser.token != Token::End {
        return Err(parser.unexpected());
    }
    if matches!(parser.ast.node(root).kind, Kind::Parent(_))
        || !parser.ast.node(root).extra().seeking.is_empty()
    {
        return Err(fault("S0217", parser.ast.node(root).at as usize, &[]));
    }
    parser.ast.root = root;
    let references = parser.scopes.finish(&parser.ast);
    Ok((parser.ast, references))
}

pub(super) struct Parser<'t> {
    lexer: Lexer<'t>,
    token: Token,
    at: usize,
    pub(super) ast: Ast,
    symbols: HashMap<String, Symbol>,
    depth: u32,
    scopes: Scopes,
    /// Compiled regular expressions, by text and flags.
    patterns: HashMap<(String, String), Arc<Pattern>>,
    /// What closes the brackets that are open.
    closing: Vec<&'static str>,
    /// Steps that were asked for the value of a `%`.
    pub(super) asked: u32,
}

impl Parser<'_> {
    fn advance(&mut self) -> Result<(), Fault> {
        (self.token, self.at) = self.lexer.next()?;
        Ok(())
    }

    /// After `*`, `**` and `%` that stand for values: a `/` divides.
    fn advance_after_operand(&mut self) -> Result<(), Fault> {
        self.lexer.ends_operand();
        self.advance()
    }

    fn is(&self, symbol: &str) -> bool {
        matches!(self.token, Token::Op(op) if op == symbol)
    }

    /// After an opening bracket.
    fn open(&mut self, closing: &'static str) -> Result<(), Fault> {
        self.closing.push(closing);
        self.advance()
    }

    fn close(&mut self, symbol: &str) -> Result<(), Fault> {
        self.expect(symbol)?;
        self.closing.pop();
        Ok(())
    }

    fn expect(&mut self, symbol: &str) -> Result<(), Fault> {
        if self.is(symbol) {
            return self.advance();
        }
        Err(match self.token {
            Token::End => fault("S0203", self.at, &[&quoted(symbol)]),
            _ => fault("S0202", self.at, &[&quoted(symbol), &self.token.shown()]),
        })
    }

    fn unexpected(&self) -> Fault {
        match self.token {
            Token::End => fault("S0207", self.at, &[]),
            Token::Op(op @ ("!" | "~")) => fault("S0204", self.at, &[&quoted(op)]),
            _ => fault("S0201", self.at, &[&self.token.shown()]),
        }
    }

    pub(super) fn add(&mut self, kind: Kind, at: usize) -> NodeId {
        let id = NodeId::try_from(self.ast.nodes.len()).unwrap_or(NodeId::MAX);
        self.ast.nodes.push(Node { kind, at: u32::try_from(at).unwrap_or(u32::MAX), extra: None });
        id
    }

    pub(super) fn symbol(&mut self, name: &str) -> Symbol {
        if let Some(symbol) = self.symbols.get(name) {
            return *symbol;
        }
        let symbol = self.hidden_symbol(name);
        self.symbols.insert(name.to_owned(), symbol);
        symbol
    }

    /// A symbol that no name in the text leads to.
    pub(super) fn hidden_symbol(&mut self, name: &str) -> Symbol {
        self.ast.symbols.push((name.into(), functions::find(name)));
        Symbol::try_from(self.ast.symbols.len() - 1).unwrap_or(Symbol::MAX)
    }

    fn expression(&mut self, power: u8) -> Result<NodeId, Fault> {
        if self.depth == NESTING {
            return Err(fault("D1011", self.at, &["the expression"]));
        }
        self.depth += 1;
        let left = self.operand()?;
        let whole = self.operators(left, power)?;
        self.depth -= 1;
        Ok(whole)
    }

    /// What begins an expression.
    fn operand(&mut self) -> Result<NodeId, Fault> {
        let at = self.at;
        let token = std::mem::replace(&mut self.token, Token::End);
        if let Token::Op(op) = token {
            self.token = Token::Op(op);
            return self.prefix(op, at);
        }
        if token == Token::End {
            return Err(match self.closing.last() {
                Some(closing) => fault("S0203", at, &[&quoted(closing)]),
                None => fault("S0207", at, &[]),
            });
        }
        self.advance()?;
        Ok(match token {
            Token::Name(name) => self.name_step(name, at),
            Token::Variable(name) if name.is_empty() => {
                let id = self.add(Kind::Context, at);
                self.scopes.context(id, at);
                id
            }
            Token::Variable(name) => {
                let symbol = self.symbol(&name);
                let id = self.add(Kind::Variable(symbol), at);
                self.scopes.read(id, symbol, at);
                id
            }
            Token::Text(text) => self.add(Kind::Text(text.into()), at),
            Token::Number(number) => self.add(Kind::Number(number), at),
            Token::Bool(value) => self.add(Kind::Bool(value), at),
            Token::Null => self.add(Kind::Null, at),
            Token::Regex(pattern, flags) => {
                let compiled = self.regex(pattern, flags).map_err(|why| fault("S0303", at, &[&why]))?;
                self.add(Kind::Regex(compiled), at)
            }
            Token::Op(_) | Token::End => return Err(fault("S0207", at, &[])),
        })
    }

    fn regex(&mut self, pattern: String, flags: String) -> Result<Arc<Pattern>, String> {
        let count = self.patterns.len();
        match self.patterns.entry((pattern, flags)) {
            Entry::Occupied(known) => Ok(Arc::clone(known.get())),
            Entry::Vacant(_) if count == PATTERNS => Err("there are too many in one expression".to_owned()),
            Entry::Vacant(new) => {
                let compiled = regex::compile(&new.key().0, &new.key().1)?;
                Ok(Arc::clone(new.insert(compiled)))
            }
        }
    }

    fn name_step(&mut self, name: String, at: usize) -> NodeId {
        let step = self.add(Kind::Name(name.into()), at);
        self.add(Kind::Path { steps: vec![step], keep: false }, at)
    }

    fn prefix(&mut self, op: &'static str, at: usize) -> Result<NodeId, Fault> {
        match op {
            "and" | "or" | "in" => {
                self.advance()?;
                Ok(self.name_step(op.to_owned(), at))
            }
            "-" => {
                self.advance()?;
                let operand = self.expression(70)?;
                if let Kind::Number(number) = &mut self.ast.nodes[operand as usize].kind {
                    *number = -*number;
                    return Ok(operand);
                }
                let id = self.add(Kind::Negate(operand), at);
                self.seek_in(id, operand);
                Ok(id)
            }
            "*" => {
                self.advance_after_operand()?;
                Ok(self.add(Kind::Wildcard, at))
            }
            "**" => {
                self.advance_after_operand()?;
                Ok(self.add(Kind::Descendants, at))
            }
            "%" => {
                self.advance_after_operand()?;
                Ok(self.parent(at))
            }
            "(" => self.block(at),
            "[" => self.array(at),
            "{" => {
                let pairs = self.pairs()?;
                let id = self.add(Kind::Object(Vec::new()), at);
                for (key, value) in &pairs {
                    self.seek_in(id, *key);
                    self.seek_in(id, *value);
                }
                self.ast.nodes[id as usize].kind = Kind::Object(pairs);
                Ok(id)
            }
            "|" => self.transform(at),
            "!" | "~" => Err(self.unexpected()),
            _ => Err(fault("S0211", at, &[&quoted(op)])),
        }
    }

    fn block(&mut self, at: usize) -> Result<NodeId, Fault> {
        self.open(")")?;
        self.scopes.enter();
        let mut parts = Vec::new();
        while !self.is(")") {
            parts.push(self.expression(0)?);
            if !self.is(";") {
                break;
            }
            self.advance()?;
        }
        self.close(")")?;
        self.scopes.leave();
        let id = self.add(Kind::Block(Vec::new()), at);
        let mut cons = false;
        for part in &parts {
            self.seek_in(id, *part);
            cons |= self.makes_array(*part);
        }
        if cons {
            self.ast.nodes[id as usize].extra_mut().cons = true;
        }
        self.ast.nodes[id as usize].kind = Kind::Block(parts);
        Ok(id)
    }

    /// Whether the value is an array that is written out, and so kept whole by a path around it.
    fn makes_array(&self, id: NodeId) -> bool {
        let node = self.ast.node(id);
        node.extra().cons
            || matches!(&node.kind, Kind::Path { steps, .. } if self.ast.node(steps[0]).extra().cons)
    }

    fn array(&mut self, at: usize) -> Result<NodeId, Fault> {
        self.open("]")?;
        let mut items = Vec::new();
        while !self.is("]") {
            let mut item = self.expression(0)?;
            if self.is("..") {
                let range_at = self.at;
                self.advance()?;
                let end = self.expression(0)?;
                let range = self.add(Kind::Range(item, end), range_at);
                self.seek_in(range, item);
                self.seek_in(range, end);
                item = range;
            }
            items.push(item);
            if !self.is(",") {
                break;
            }
            self.advance()?;
        }
        self.close("]")?;
        let id = self.add(Kind::Array(Vec::new()), at);
        for item in &items {
            self.seek_in(id, *item);
        }
        self.ast.nodes[id as usize].kind = Kind::Array(items);
        Ok(id)
    }

    /// At `{`.
    fn pairs(&mut self) -> Result<Vec<(NodeId, NodeId)>, Fault> {
        self.open("}")?;
        let mut pairs = Vec::new();
        while !self.is("}") {
            let key = self.expression(0)?;
            self.expect(":")?;
            pairs.push((key, self.expression(0)?));
            if !self.is(",") {
                break;
            }
            self.advance()?;
        }
        self.close("}")?;
        Ok(pairs)
    }

    fn transform(&mut self, at: usize) -> Result<NodeId, Fault> {
        self.advance()?;
        self.scopes.enter_context();
        let pattern = self.expression(0)?;
        self.expect("|")?;
        let update = self.expression(0)?;
        let mut delete = None;
        if self.is(",") {
            self.advance()?;
            delete = Some(self.expression(0)?);
        }
        self.expect("|")?;
        self.scopes.leave_context();
        Ok(self.add(Kind::Transform { pattern, update, delete }, at))
    }

    fn operators(&mut self, mut left: NodeId, power: u8) -> Result<NodeId, Fault> {
        loop {
            let Token::Op(op) = self.token else {
                return Ok(left);
            };
            let binding = binding_power(op);
            if binding <= power {
                return Ok(left);
            }
            left = self.infix(op, binding, left)?;
        }
    }

    fn infix(&mut self, op: &'static str, binding: u8, left: NodeId) -> Result<NodeId, Fault> {
        let at = self.at;
        match op {
            "." => {
                self.advance()?;
                self.scopes.enter_context();
                let right = self.expression(binding)?;
                self.scopes.leave_context();
                self.join(left, right, at)
            }
            "[" => self.predicate(left, at),
            "{" => self.group(left, at),
            "(" => self.call(left, at),
            "^" => self.sort(left, at),
            "@" => self.focus(left),
            "#" => self.index(left),
            ":=" => self.bind(left, binding, at),
            "?" => self.condition(left, at),
            "?:" | "??" | "~>" => {
                self.advance()?;
                let right = self.expression(if op == "~>" { binding } else { 0 })?;
                let kind = match op {
                    "?:" => Kind::Elvis(left, right),
                    "??" => Kind::Coalesce(left, right),
                    _ => Kind::Apply(left, right),
                };
                Ok(self.with_two(kind, left, right, at))
            }
            _ => {
                let Some(operator) = binary(op) else { return Err(self.unexpected()) };
                self.advance()?;
                let right = self.expression(binding)?;
                Ok(self.with_two(Kind::Binary(operator, left, right), left, right, at))
            }
        }
    }

    fn with_two(&mut self, kind: Kind, left: NodeId, right: NodeId, at: usize) -> NodeId {
        let id = self.add(kind, at);
        self.seek_in(id, left);
        self.seek_in(id, right);
        id
    }

    /// `a.b`: one path of the steps of both.
    fn join(&mut self, left: NodeId, right: NodeId, at: usize) -> Result<NodeId, Fault> {
        let path = self.as_path(left, at);
        let mut added = match &mut self.ast.nodes[right as usize].kind {
            Kind::Path { steps, .. } => std::mem::take(steps),
            _ => {
                let extra = &mut self.ast.nodes[right as usize].extra;
                if let Some(extra) = extra {
                    let filters = std::mem::take(&mut extra.predicates);
                    extra.stages.extend(filters.into_iter().map(Stage::Filter));
                }
                vec![right]
            }
        };
        let first = self.steps(path)[0];
        let first_join = self.steps(path).len() == 1;
        self.check_step(first)?;
        self.mark_cons(first);
        let mut keeps = first_join && self.ast.node(self.steps(path)[0]).extra().keep;
        for step in &added {
            self.check_step(*step)?;
            keeps |= self.ast.node(*step).extra().keep;
        }
        if let Some(last) = added.last() {
            self.mark_cons(*last);
        }
        if let Kind::Path { steps, keep } = &mut self.ast.nodes[path as usize].kind {
            steps.append(&mut added);
            *keep |= keeps;
        }
        self.resolve_last_step(path)?;
        Ok(path)
    }

    pub(super) fn steps(&self, path: NodeId) -> &[NodeId] {
        match &self.ast.node(path).kind {
            Kind::Path { steps, .. } => steps,
            _ => &[],
        }
    }

    /// The node itself if it is a path, or a path of one step.
    fn as_path(&mut self, id: NodeId, at: usize) -> NodeId {
        if matches!(self.ast.node(id).kind, Kind::Path { .. }) {
            return id;
        }
        let path = self.add(Kind::Path { steps: vec![id], keep: false }, at);
        if matches!(self.ast.node(id).kind, Kind::Parent(_)) {
            self.seek_in(path, id);
        }
        path
    }

    /// Literals are no steps, except that a string is a name.
    fn check_step(&mut self, step: NodeId) -> Result<(), Fault> {
        let node = &mut self.ast.nodes[step as usize];
        let shown = match &mut node.kind {
            Kind::Text(text) => {
                node.kind = Kind::Name(std::mem::take(text));
                return Ok(());
            }
            Kind::Number(number) => crate::number::to_text(*number),
            Kind::Bool(value) => value.to_string(),
            Kind::Null => "null".to_owned(),
            _ => return Ok(()),
        };
        Err(fault("S0213", node.at as usize, &[&shown]))
    }

    fn mark_cons(&mut self, step: NodeId) {
        if matches!(self.ast.node(step).kind, Kind::Array(_)) {
            self.ast.nodes[step as usize].extra_mut().cons = true;
        }
    }

    fn predicate(&mut self, left: NodeId, at: usize) -> Result<NodeId, Fault> {
        self.open("]")?;
        let step = self.steps(left).last().copied().unwrap_or(left);
        if self.is("]") {
            self.close("]")?;
            self.ast.nodes[step as usize].extra_mut().keep = true;
            if let Kind::Path { keep, .. } = &mut self.ast.nodes[left as usize].kind {
                *keep = true;
            }
            return Ok(left);
        }
        self.scopes.enter_context();
        let predicate = self.expression(0)?;
        self.scopes.leave_context();
        self.close("]")?;
        if self.ast.node(step).extra().group.is_some() {
            return Err(fault("S0209", at, &[]));
        }
        let slots = std::mem::take(&mut self.ast.nodes[predicate as usize].extra_mut().seeking);
        for slot in &slots {
            if self.ast.slots[*slot].level == 1 {
                self.seek(step, *slot)?;
            } else {
                self.ast.slots[*slot].level -= 1;
            }
        }
        let extra = self.ast.nodes[step as usize].extra_mut();
        extra.seeking.extend(slots);
        if step == left {
            extra.predicates.push(predicate);
        } else {
            extra.stages.push(Stage::Filter(predicate));
        }
        Ok(left)
    }

    fn group(&mut self, left: NodeId, at: usize) -> Result<NodeId, Fault> {
        self.scopes.enter_context();
        let pairs = self.pairs()?;
        self.scopes.leave_context();
        let extra = self.ast.nodes[left as usize].extra_mut();
        if extra.group.is_some() {
            return Err(fault("S0210", at, &[]));
        }
        extra.group = Some(pairs);
        Ok(left)
    }

    fn sort(&mut self, left: NodeId, at: usize) -> Result<NodeId, Fault> {
        self.advance()?;
        self.expect("(")?;
        self.closing.push(")");
        self.scopes.enter_context();
        let mut terms = Vec::new();
        loop {
            let descending = self.is(">");
            if descending || self.is("<") {
                self.advance()?;
            }
            terms.push((self.expression(0)?, descending));
            if !self.is(",") {
                break;
            }
            self.advance()?;
        }
        self.close(")")?;
        self.scopes.leave_context();
        let path = self.as_path(left, at);
        let step = self.add(Kind::Sort(Vec::new()), at);
        for (term, _) in &terms {
            self.seek_in(step, *term);
        }
        self.ast.nodes[step as usize].kind = Kind::Sort(terms);
        if let Kind::Path { steps, .. } = &mut self.ast.nodes[path as usize].kind {
            steps.push(step);
        }
        self.resolve_last_step(path)?;
        Ok(path)
    }

    /// After `@` or `#`: a variable to bind.
    fn bound_variable(&mut self, op: &str) -> Result<Symbol, Fault> {
        self.advance()?;
        match std::mem::replace(&mut self.token, Token::End) {
            Token::Variable(name) if !name.is_empty() => {
                let symbol = self.symbol(&name);
                self.advance()?;
                self.scopes.bind(symbol);
                Ok(symbol)
            }
            Token::End => Err(fault("S0207", self.at, &[])),
            _ => Err(fault("S0214", self.at, &[&quoted(op)])),
        }
    }

    fn focus(&mut self, left: NodeId) -> Result<NodeId, Fault> {
        let at = self.at;
        let symbol = self.bound_variable("@")?;
        let step = self.steps(left).last().copied().unwrap_or(left);
        let node = &mut self.ast.nodes[step as usize];
        if !node.extra().stages.is_empty() || !node.extra().predicates.is_empty() {
            return Err(fault("S0215", at, &[]));
        }
        if matches!(node.kind, Kind::Sort(_)) {
            return Err(fault("S0216", at, &[]));
        }
        node.extra_mut().focus = Some(symbol);
        node.extra_mut().tuple = true;
        Ok(left)
    }

    fn index(&mut self, left: NodeId) -> Result<NodeId, Fault> {
        let at = self.at;
        let symbol = self.bound_variable("#")?;
        let path = self.as_path(left, at);
        let step = self.steps(path).last().copied().unwrap_or(left);
        let extra = self.ast.nodes[step as usize].extra_mut();
        let filters = std::mem::take(&mut extra.predicates);
        extra.stages.extend(filters.into_iter().map(Stage::Filter));
        if extra.stages.is_empty() {
            extra.index = Some(symbol);
        } else {
            extra.stages.push(Stage::Index(symbol));
        }
        extra.tuple = true;
        Ok(path)
    }

    fn bind(&mut self, left: NodeId, binding: u8, at: usize) -> Result<NodeId, Fault> {
        let Kind::Variable(symbol) = self.ast.node(left).kind else {
            return Err(fault("S0212", at, &[]));
        };
        self.scopes.unread(left);
        self.advance()?;
        // A function sees its own name; other values see what the name meant before.
        let function = matches!(&self.token, Token::Name(name) if name == "function" || name == "λ");
        if function {
            self.scopes.bind(symbol);
        }
        let value = self.expression(binding - 1)?;
        if !function {
            self.scopes.bind(symbol);
        }
        let id = self.add(Kind::Bind(symbol, value), at);
        self.seek_in(id, value);
        Ok(id)
    }

    /// A chain `a ? b : c ? d : e` is read in a loop, because it may be long.
    fn condition(&mut self, first: NodeId, at: usize) -> Result<NodeId, Fault> {
        let mut chain = Vec::new();
        let mut test = first;
        let mut test_at = at;
        let mut last = loop {
            self.advance()?;
            chain.push((test, self.expression(0)?, test_at));
            if !self.is(":") {
                break None;
            }
            self.advance()?;
            let other = self.expression(20)?;
            if !self.is("?") {
                break Some(self.operators(other, 0)?);
            }
            test = other;
            test_at = self.at;
        };
        while let Some((test, then, at)) = chain.pop() {
            let id = self.add(Kind::Condition(test, then, last), at);
            self.seek_in(id, test);
            self.seek_in(id, then);
            if let Some(other) = last {
                self.seek_in(id, other);
            }
            last = Some(id);
        }
        Ok(last.unwrap_or(first))
    }

    fn call(&mut self, left: NodeId, at: usize) -> Result<NodeId, Fault> {
        let word = match &self.ast.node(left).kind {
            Kind::Path { steps, .. } if steps.len() == 1 => match &self.ast.node(steps[0]).kind {
                Kind::Name(name) => &**name,
                _ => "",
            },
            _ => "",
        };
        let lambda = word == "function" || word == "λ";
        self.open(")")?;
        let mut arguments = Vec::new();
        let mut partial = false;
        self.scopes.enter();
        while !self.is(")") {
            if self.is("?") {
                self.advance()?;
                partial = true;
                arguments.push(None);
            } else {
                arguments.push(Some(self.expression(0)?));
            }
            if !self.is(",") {
                break;
            }
            self.advance()?;
        }
        self.close(")")?;
        if lambda {
            let id = self.lambda(&arguments, at)?;
            self.scopes.leave();
            return Ok(id);
        }
        self.scopes.leave_keeping();
        let id = self.add(Kind::Null, at);
        for argument in arguments.iter().flatten() {
            self.seek_in(id, *argument);
        }
        self.ast.nodes[id as usize].kind = if partial {
            Kind::Partial(left, arguments)
        } else {
            Kind::Call(left, arguments.into_iter().flatten().collect())
        };
        Ok(id)
    }

    /// After the `)` of the parameters.
    fn lambda(&mut self, arguments: &[Option<NodeId>], at: usize) -> Result<NodeId, Fault> {
        let mut parameters = Vec::with_capacity(arguments.len());
        for (place, argument) in arguments.iter().enumerate() {
            match argument.map(|id| (id, &self.ast.node(id).kind)) {
                Some((_, Kind::Variable(symbol))) => parameters.push(*symbol),
                _ => return Err(fault("S0208", at, &[&(place + 1).to_string()])),
            }
        }
        // The last one was read last, so each is found at once.
        for argument in arguments.iter().rev().flatten() {
            self.scopes.unread(*argument);
        }
        for parameter in &parameters {
            self.scopes.bind(*parameter);
        }
        let mut signature = None;
        if self.is("<") {
            signature = Some(self.signature()?);
        }
        self.expect("{")?;
        self.closing.push("}");
        let body = self.expression(0)?;
        self.close("}")?;
        Ok(self.add(Kind::Lambda(Box::new(LambdaDef { parameters, body, signature })), at))
    }

    fn signature(&mut self) -> Result<super::signature::Signature, Fault> {
        let at = self.at;
        let mut text = String::from("<");
        let mut depth = 1;
        loop {
            self.advance()?;
            match &self.token {
                Token::End | Token::Op("{") => {
                    return Err(fault("S0202", self.at, &[&quoted(">"), &self.token.shown()]));
                }
                Token::Op(op) => {
                    text.push_str(op);
                    depth += match *op {
                        "<" => 1,
                        ">" => -1,
                        _ => 0,
                    };
                }
                Token::Name(name) => text.push_str(name),
                _ => return Err(fault("S0201", self.at, &[&self.token.shown()])),
            }
            if depth == 0 {
                self.advance()?;
                return super::signature::Signature::parse(&text).map_err(|code| fault(code, at, &[]));
            }
        }
    }
}

fn binary(op: &str) -> Option<Op> {
    Some(match op {
        "+" => Op::Add,
        "-" => Op::Subtract,
        "*" => Op::Multiply,
        "/" => Op::Divide,
        "%" => Op::Remainder,
        "=" => Op::Equal,
        "!=" => Op::NotEqual,
        "<" => Op::Less,
        "<=" => Op::LessEqual,
        ">" => Op::Greater,
        ">=" => Op::GreaterEqual,
        "&" => Op::Concat,
        "and" => Op::And,
        "or" => Op::Or,
        "in" => Op::In,
        _ => return None,
    })
}

fn binding_power(op: &str) -> u8 {
    match op {
        "[" | "(" | "@" | "#" => 80,
        "." => 75,
        "{" => 70,
        "*" | "/" | "%" => 60,
        "+" | "-" | "&" => 50,
        "=" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "^" | "~>" | "??" | "?:" => 40,
        "!" | "~" => 1,
        "and" => 30,
        "or" => 25,
        "?" => 20,
        ":=" => 10,
        _ => 0,
    }
}
