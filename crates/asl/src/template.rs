//! Payload templates: `Parameters`, `Arguments`, `Assign`, `Output` and their kin.
//!
//! In JSONPath a member whose name ends in `.$` holds a path or an intrinsic call; in JSONata a text
//! between `{%` and `%}` is an expression wherever it stands. Everything else is literal.

use serde_json::{Map, Value};

use crate::intrinsic::{Call, IntrinsicError, IntrinsicSyntaxError, Scope};
use crate::path::{Path, PathSyntaxError, QueryError};
use crate::query::Query;

/// A path or an intrinsic call.
#[derive(Debug, Clone)]
pub enum Expression {
    /// `$.a` or `$$.Execution.Id`.
    Path(Path),
    /// `States.Format(...)`.
    Call(Call),
}

/// A template with its expressions parsed.
#[derive(Debug, Clone)]
pub enum Template {
    /// A value without expressions.
    Literal(Value),
    /// An object with at least one expression within.
    Object(Vec<(String, Template)>),
    /// An array with at least one expression within.
    Array(Vec<Template>),
    /// The value of a member `name.$`.
    Expression {
        /// The member's name as written, `.$` included.
        field: String,
        /// What to compute.
        expression: Expression,
    },
    /// A JSONata expression.
    Query(Query),
}

/// Why a text is neither path nor call.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExpressionError {
    /// A bad path.
    #[error(transparent)]
    Path(#[from] PathSyntaxError),
    /// A bad call.
    #[error(transparent)]
    Intrinsic(#[from] IntrinsicSyntaxError),
}

/// A bad expression and the member that holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError {
    /// The member's name as written; in JSONata the names that lead to it, from the field on.
    pub field: String,
    /// What is wrong.
    pub error: TemplateFault,
}

/// What is wrong with an expression in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateFault {
    /// A member `name.$` is not even a text.
    NotText,
    /// Neither path nor call.
    Expression(ExpressionError),
    /// Bad JSONata.
    Query(lirio_jsonata::Error),
}

/// Why a template has no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvaluationError {
    /// A path names nothing.
    Path {
        /// The member that holds the path.
        field: String,
        /// The path as written.
        path: String,
        /// What was missing.
        error: QueryError,
    },
    /// An intrinsic function refuses its arguments; the whole message.
    Intrinsic(String),
    /// A JSONata expression has no value that can be used.
    Query {
        /// Where in the state it stands, such as `Output/result`.
        location: String,
        /// The whole message.
        message: String,
    },
    /// The payload would be much larger than one may be.
    TooLarge,
}

/// Computes JSONata expressions; paths and calls need none of it.
pub(crate) trait Evaluator {
    /// The value of an expression, or why it has none.
    fn evaluate(&mut self, query: &Query) -> Result<Value, EvaluationError>;
}

impl Expression {
    /// Parses a path or call.
    pub fn parse(text: &str) -> Result<Expression, ExpressionError> {
        if text.trim_start().starts_with("States.") {
            Ok(Expression::Call(Call::parse(text)?))
        } else {
            Ok(Expression::Path(Path::parse(text)?))
        }
    }

    /// Computes the value; `field` is named in errors.
    pub fn evaluate(&self, field: &str, scope: &mut Scope<'_>) -> Result<Value, EvaluationError> {
        let missing = |path: &str, error| EvaluationError::Path {
            field: field.to_owned(),
            path: path.to_owned(),
            error,
        };
        match self {
            Expression::Path(path) => {
                let value = scope.documents.query(path).map_err(|error| missing(path.text(), error))?;
                if scope.takes(&value) { Ok(value) } else { Err(EvaluationError::TooLarge) }
            }
            Expression::Call(call) => call.evaluate(scope).map_err(|error| match error {
                IntrinsicError::Path { path, error } => missing(&path, error),
                IntrinsicError::TooLarge => EvaluationError::TooLarge,
                failed => EvaluationError::Intrinsic(failed.to_string()),
            }),
        }
    }

    /// The paths that the expression reads.
    pub fn paths(&self) -> Vec<&Path> {
        match self {
            Expression::Path(path) => vec![path],
            Expression::Call(call) => call.paths(),
        }
    }
}

impl Template {
    /// Parses every path and call in `value`; all errors are reported.
    pub fn parse(value: &Value) -> Result<Template, Vec<TemplateError>> {
        let mut errors = Vec::new();
        let template = compile(value, &mut errors);
        if errors.is_empty() { Ok(template) } else { Err(errors) }
    }

    /// Parses every JSONata expression in `value`, which stands in the field `location`.
    pub fn parse_jsonata(value: &Value, location: &str) -> Result<Template, Vec<TemplateError>> {
        let mut errors = Vec::new();
        let template = compile_jsonata(value, location, &mut errors);
        if errors.is_empty() { Ok(template) } else { Err(errors) }
    }

    /// Computes a JSONPath payload.
    pub fn evaluate(&self, scope: &mut Scope<'_>) -> Result<Value, EvaluationError> {
        self.fold(&mut |leaf| match leaf {
            Template::Expression { field, expression } => expression.evaluate(field, scope),
            // A template is of one language throughout, so this is never met.
            _ => Err(EvaluationError::Intrinsic("JSONata in a JSONPath template".to_owned())),
        })
    }

    /// Computes a JSONata payload.
    pub(crate) fn evaluate_jsonata(&self, evaluator: &mut dyn Evaluator) -> Result<Value, EvaluationError> {
        self.fold(&mut |leaf| match leaf {
            Template::Query(query) => evaluator.evaluate(query),
            _ => Err(EvaluationError::Intrinsic("JSONPath in a JSONata template".to_owned())),
        })
    }

    /// Puts the template together from its computed leaves. It nests no deeper than the definition.
    fn fold(
        &self,
        leaf: &mut dyn FnMut(&Template) -> Result<Value, EvaluationError>,
    ) -> Result<Value, EvaluationError> {
        Ok(match self {
            Template::Literal(value) => value.clone(),
            Template::Expression { .. } | Template::Query(_) => leaf(self)?,
            Template::Array(items) => {
                let mut list = Vec::with_capacity(items.len());
                for item in items {
                    list.push(item.fold(leaf)?);
                }
                Value::Array(list)
            }
            Template::Object(members) => {
                let mut object = Map::new();
                for (name, member) in members {
                    object.insert(name.clone(), member.fold(leaf)?);
                }
                Value::Object(object)
            }
        })
    }

    /// Calls `see` with every expression within.
    pub fn each_leaf<'a>(&'a self, see: &mut dyn FnMut(&'a Template)) {
        match self {
            Template::Literal(_) => {}
            Template::Expression { .. } | Template::Query(_) => see(self),
            Template::Array(items) => items.iter().for_each(|item| item.each_leaf(see)),
            Template::Object(members) => members.iter().for_each(|(_, member)| member.each_leaf(see)),
        }
    }
}

fn object(members: Vec<(String, Template)>, value: &Value) -> Template {
    // A literal object costs one copy; `.$` in a name would have made an expression of it.
    if members.iter().all(|(_, t)| matches!(t, Template::Literal(_))) {
        Template::Literal(value.clone())
    } else {
        Template::Object(members)
    }
}

fn array(items: Vec<Template>, value: &Value) -> Template {
    if items.iter().all(|t| matches!(t, Template::Literal(_))) {
        Template::Literal(value.clone())
    } else {
        Template::Array(items)
    }
}

fn compile(value: &Value, errors: &mut Vec<TemplateError>) -> Template {
    match value {
        Value::Object(members) => {
            let compiled = members.iter().map(|(name, member)| match name.strip_suffix(".$") {
                Some(plain) => (plain.to_owned(), expression(name, member, errors)),
                None => (name.clone(), compile(member, errors)),
            });
            object(compiled.collect(), value)
        }
        Value::Array(items) => array(items.iter().map(|item| compile(item, errors)).collect(), value),
        other => Template::Literal(other.clone()),
    }
}

fn expression(name: &str, member: &Value, errors: &mut Vec<TemplateError>) -> Template {
    let error = match member.as_str().map(Expression::parse) {
        Some(Ok(expression)) => return Template::Expression { field: name.to_owned(), expression },
        Some(Err(error)) => TemplateFault::Expression(error),
        None => TemplateFault::NotText,
    };
    errors.push(TemplateError { field: name.to_owned(), error });
    Template::Literal(Value::Null)
}

fn compile_jsonata(value: &Value, location: &str, errors: &mut Vec<TemplateError>) -> Template {
    match value {
        Value::Object(members) => {
            let compiled = members.iter().map(|(name, member)| {
                (name.clone(), compile_jsonata(member, &format!("{location}/{name}"), errors))
            });
            object(compiled.collect(), value)
        }
        Value::Array(items) => {
            let compiled = items
                .iter()
                .enumerate()
                .map(|(i, item)| compile_jsonata(item, &format!("{location}[{i}]"), errors));
            array(compiled.collect(), value)
        }
        Value::String(text) => match Query::within(text) {
            None => Template::Literal(value.clone()),
            Some(inner) => match Query::parse(inner, location) {
                Ok(query) => Template::Query(query),
                Err(error) => {
                    let error = TemplateFault::Query(error);
                    errors.push(TemplateError { field: location.to_owned(), error });
                    Template::Literal(Value::Null)
                }
            },
        },
        other => Template::Literal(other.clone()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;
    use crate::context::Context;
    use crate::documents::Documents;

    #[test]
    fn evaluates_only_dollar_members() {
        let template = Template::parse(&json!({
            "a.$": "$.x", "b": "$.x", "c": [{"d.$": "States.Array($.x, $$.y)"}], "e": {"f": 1}
        }))
        .unwrap();
        let (input, context, variables) = (json!({"x": 1}), Context::fixed(json!({"y": 2})), BTreeMap::new());
        let documents = Documents { input: &input, context: &context, variables: &variables };
        let mut scope = Scope { documents, random: &mut || 0, room: Scope::ROOM };
        let expected = json!({"a": 1, "b": "$.x", "c": [{"d": [1, 2]}], "e": {"f": 1}});
        assert_eq!(template.evaluate(&mut scope), Ok(expected));
        scope.documents.input = &Value::Null;
        assert!(matches!(template.evaluate(&mut scope), Err(EvaluationError::Path { .. })));
    }

    #[test]
    fn a_template_cannot_fill_the_memory() {
        let members: String = (0..2000).map(|i| format!("\"m{i}.$\": \"$\",")).collect();
        let template =
            Template::parse(&serde_json::from_str(&format!("{{{members} \"x\": 1}}")).unwrap()).unwrap();
        let (input, context, variables) =
            (json!("a".repeat(100_000)), Context::fixed(Value::Null), BTreeMap::new());
        let documents = Documents { input: &input, context: &context, variables: &variables };
        let mut scope = Scope { documents, random: &mut || 0, room: Scope::ROOM };
        assert_eq!(template.evaluate(&mut scope), Err(EvaluationError::TooLarge));
    }

    #[test]
    fn names_every_bad_member() {
        let errors = Template::parse(&json!({"a.$": 1, "b": {"c.$": "x"}, "d.$": "$v"})).unwrap_err();
        let fields: Vec<&str> = errors.iter().map(|e| e.field.as_str()).collect();
        assert_eq!(fields, ["a.$", "c.$"]);
    }
}
