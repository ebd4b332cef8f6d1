//! The syntax tree: nodes in one vector that name each other by number.
//!
//! So a tree of any depth is dropped and copied without recursion, and can be shared by threads.

use std::sync::Arc;

use crate::functions::Builtin;
use crate::regex::Pattern;

/// The number of a node.
pub(crate) type NodeId = u32;
/// The number of a variable's name, or of a hidden variable that holds a parent.
pub(crate) type Symbol = u32;

/// A parsed expression.
#[derive(Debug, Default)]
pub(crate) struct Ast {
    pub(crate) nodes: Vec<Node>,
    /// Names of variables, without `$`, and the built-in function that each one stands for.
    pub(crate) symbols: Vec<(Box<str>, Option<Builtin>)>,
    /// The symbol behind each `%`.
    pub(crate) slots: Vec<Slot>,
    pub(crate) root: NodeId,
}

/// Where a `%` finds its value: a hidden variable, bound by the step `level` steps to the left.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    pub(crate) label: Symbol,
    pub(crate) level: i32,
}

/// A node of the tree.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) kind: Kind,
    /// Offset in the text, in bytes.
    pub(crate) at: u32,
    /// What few nodes have.
    pub(crate) extra: Option<Box<Extra>>,
}

/// What may be attached to a node.
#[derive(Debug, Default)]
pub(crate) struct Extra {
    /// Predicates of an expression that is not a step.
    pub(crate) predicates: Vec<NodeId>,
    /// Predicates and index bindings of a step, in order.
    pub(crate) stages: Vec<Stage>,
    /// `{...}` after the expression.
    pub(crate) group: Option<Vec<(NodeId, NodeId)>>,
    /// `[]` after the expression: an array of one stays an array.
    pub(crate) keep: bool,
    /// The value is an array that the step makes, so it is not flattened.
    pub(crate) cons: bool,
    /// `@$v`.
    pub(crate) focus: Option<Symbol>,
    /// `#$i`.
    pub(crate) index: Option<Symbol>,
    /// The slot that remembers what this step was applied to, for a `%` to the right.
    pub(crate) ancestor: Option<usize>,
    /// Evaluating it must remember bindings for each item.
    pub(crate) tuple: bool,
    /// Slots of `%` inside that are not resolved yet; only used while parsing.
    pub(crate) seeking: Vec<usize>,
}

/// A part of a step that comes after its expression.
#[derive(Debug)]
pub(crate) enum Stage {
    Filter(NodeId),
    Index(Symbol),
}

/// A function definition.
#[derive(Debug)]
pub(crate) struct LambdaDef {
    pub(crate) parameters: Vec<Symbol>,
    pub(crate) body: NodeId,
    pub(crate) signature: Option<super::signature::Signature>,
}

/// A binary operator that computes both sides, or short-circuits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Op {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Concat,
    And,
    Or,
    In,
}

impl Op {
    pub(crate) fn text(self) -> &'static str {
        match self {
            Op::Add => "+",
            Op::Subtract => "-",
            Op::Multiply => "*",
            Op::Divide => "/",
            Op::Remainder => "%",
            Op::Equal => "=",
            Op::NotEqual => "!=",
            Op::Less => "<",
            Op::LessEqual => "<=",
            Op::Greater => ">",
            Op::GreaterEqual => ">=",
            Op::Concat => "&",
            Op::And => "and",
            Op::Or => "or",
            Op::In => "in",
        }
    }
}

/// What a node is.
#[derive(Debug)]
pub(crate) enum Kind {
    Null,
    Bool(bool),
    Number(f64),
    Text(Box<str>),
    Regex(Arc<Pattern>),
    Name(Box<str>),
    Variable(Symbol),
    /// `$`.
    Context,
    Wildcard,
    Descendants,
    Parent(usize),
    Path {
        steps: Vec<NodeId>,
        keep: bool,
    },
    Binary(Op, NodeId, NodeId),
    Negate(NodeId),
    Range(NodeId, NodeId),
    Array(Vec<NodeId>),
    Object(Vec<(NodeId, NodeId)>),
    Block(Vec<NodeId>),
    Condition(NodeId, NodeId, Option<NodeId>),
    /// `a ?: b`.
    Elvis(NodeId, NodeId),
    /// `a ?? b`.
    Coalesce(NodeId, NodeId),
    Bind(Symbol, NodeId),
    Lambda(Box<LambdaDef>),
    Call(NodeId, Vec<NodeId>),
    /// A call with `?` for some arguments.
    Partial(NodeId, Vec<Option<NodeId>>),
    /// `a ~> b`.
    Apply(NodeId, NodeId),
    Transform {
        pattern: NodeId,
        update: NodeId,
        delete: Option<NodeId>,
    },
    /// Terms, and whether each is descending.
    Sort(Vec<(NodeId, bool)>),
}

static PLAIN: Extra = Extra {
    predicates: Vec::new(),
    stages: Vec::new(),
    group: None,
    keep: false,
    cons: false,
    focus: None,
    index: None,
    ancestor: None,
    tuple: false,
    seeking: Vec::new(),
};

impl Node {
    pub(crate) fn extra(&self) -> &Extra {
        self.extra.as_deref().unwrap_or(&PLAIN)
    }

    pub(crate) fn extra_mut(&mut self) -> &mut Extra {
        self.extra.get_or_insert_with(Box::default)
    }

    /// Whether nothing is to be done after its value is computed.
    pub(crate) fn is_bare(&self) -> bool {
        self.extra.as_ref().is_none_or(|extra| {
            extra.predicates.is_empty() && extra.group.is_none() && !extra.keep && !extra.tuple
        })
    }
}

impl Ast {
    #[inline]
    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    pub(crate) fn name(&self, symbol: Symbol) -> &str {
        &self.symbols[symbol as usize].0
    }
}
