//! Payload templates: `Parameters`, `ResultSelector` and `ItemSelector`.
//!
//! A member whose name ends in `.$` holds a path or an intrinsic call; everything else is literal.

use serde_json::{Map, Value};

use crate::intrinsic::{Call, IntrinsicError, IntrinsicSyntaxError, Scope};
use crate::path::{Path, PathSyntaxError, QueryError, Root};

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

impl ExpressionError {
    /// The workflow variable that the text reads, if that is what is wrong with it.
    pub(crate) fn variable(&self) -> Option<&str> {
        match self {
            ExpressionError::Path(PathSyntaxError::Variable(name))
            | ExpressionError::Intrinsic(IntrinsicSyntaxError::Path(PathSyntaxError::Variable(name))) => {
                Some(name)
            }
            _ => None,
        }
    }
}

/// A bad expression and the member that holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError {
    /// The member's name as written.
    pub field: String,
    /// What is wrong; nothing when the member is not even a text.
    pub error: Option<ExpressionError>,
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
    /// The payload would be much larger than one may be.
    TooLarge,
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
                let document = match path.root() {
                    Root::Input => scope.input,
                    Root::Context => scope.context.get(),
                };
                let value = path.query(document).map_err(|error| missing(path.text(), error))?;
                if scope.takes(&value) { Ok(value) } else { Err(EvaluationError::TooLarge) }
            }
            Expression::Call(call) => call.evaluate(scope).map_err(|error| match error {
                IntrinsicError::Path { path, error } => missing(&path, error),
                IntrinsicError::TooLarge => EvaluationError::TooLarge,
                failed => EvaluationError::Intrinsic(failed.to_string()),
            }),
        }
    }
}

impl Template {
    /// Parses every expression in `value`; all errors are reported.
    pub fn parse(value: &Value) -> Result<Template, Vec<TemplateError>> {
        let mut errors = Vec::new();
        let template = compile(value, &mut errors);
        if errors.is_empty() { Ok(template) } else { Err(errors) }
    }

    /// Computes the payload.
    pub fn evaluate(&self, scope: &mut Scope<'_>) -> Result<Value, EvaluationError> {
        Ok(match self {
            Template::Literal(value) => value.clone(),
            Template::Expression { field, expression } => expression.evaluate(field, scope)?,
            Template::Array(items) => {
                Value::Array(items.iter().map(|item| item.evaluate(scope)).collect::<Result<_, _>>()?)
            }
            Template::Object(members) => {
                let mut object = Map::new();
                for (name, member) in members {
                    object.insert(name.clone(), member.evaluate(scope)?);
                }
                Value::Object(object)
            }
        })
    }
}

fn compile(value: &Value, errors: &mut Vec<TemplateError>) -> Template {
    match value {
        Value::Object(members) => {
            let compiled: Vec<(String, Template)> = members
                .iter()
                .map(|(name, member)| match name.strip_suffix(".$") {
                    Some(plain) => (plain.to_owned(), expression(name, member, errors)),
                    None => (name.clone(), compile(member, errors)),
                })
                .collect();
            if compiled.iter().all(|(_, t)| matches!(t, Template::Literal(_))) {
                Template::Literal(value.clone())
            } else {
                Template::Object(compiled)
            }
        }
        Value::Array(items) => {
            let compiled: Vec<Template> = items.iter().map(|item| compile(item, errors)).collect();
            if compiled.iter().all(|t| matches!(t, Template::Literal(_))) {
                Template::Literal(value.clone())
            } else {
                Template::Array(compiled)
            }
        }
        other => Template::Literal(other.clone()),
    }
}

fn expression(name: &str, member: &Value, errors: &mut Vec<TemplateError>) -> Template {
    let error = match member.as_str().map(Expression::parse) {
        Some(Ok(expression)) => return Template::Expression { field: name.to_owned(), expression },
        Some(Err(error)) => Some(error),
        None => None,
    };
    errors.push(TemplateError { field: name.to_owned(), error });
    Template::Literal(Value::Null)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::context::Context;

    #[test]
    fn evaluates_only_dollar_members() {
        let template = Template::parse(&json!({
            "a.$": "$.x", "b": "$.x", "c": [{"d.$": "States.Array($.x, $$.y)"}], "e": {"f": 1}
        }))
        .unwrap();
        let mut scope = Scope {
            input: &json!({"x": 1}),
            context: &Context::fixed(json!({"y": 2})),
            random: &mut || 0,
            room: Scope::ROOM,
        };
        let expected = json!({"a": 1, "b": "$.x", "c": [{"d": [1, 2]}], "e": {"f": 1}});
        assert_eq!(template.evaluate(&mut scope), Ok(expected));
        scope.input = &Value::Null;
        assert!(matches!(template.evaluate(&mut scope), Err(EvaluationError::Path { .. })));
    }

    #[test]
    fn a_template_cannot_fill_the_memory() {
        let members: String = (0..2000).map(|i| format!("\"m{i}.$\": \"$\",")).collect();
        let template =
            Template::parse(&serde_json::from_str(&format!("{{{members} \"x\": 1}}")).unwrap()).unwrap();
        let input = json!("a".repeat(100_000));
        let context = Context::fixed(Value::Null);
        let mut scope = Scope { input: &input, context: &context, random: &mut || 0, room: Scope::ROOM };
        assert_eq!(template.evaluate(&mut scope), Err(EvaluationError::TooLarge));
    }

    #[test]
    fn names_every_bad_member() {
        let errors = Template::parse(&json!({"a.$": 1, "b": {"c.$": "x"}, "d.$": "$v"})).unwrap_err();
        let fields: Vec<&str> = errors.iter().map(|e| e.field.as_str()).collect();
        assert_eq!(fields, ["a.$", "c.$", "d.$"]);
        assert_eq!(errors[2].error.as_ref().unwrap().variable(), Some("v"));
    }
}
