//! JSONata expressions in a state: parsing, and computing with the messages of the service.

use std::collections::BTreeMap;

use lirio_jsonata::{Error, Evaluated, Given, Limits, Reference};
use serde_json::Value;

use crate::context::Context;
use crate::data::Data;
use crate::template::{EvaluationError, Evaluator};

/// An expression and where it stands in its state.
#[derive(Debug, Clone)]
pub struct Query {
    expression: lirio_jsonata::Expression,
    location: String,
}

impl Query {
    /// What stands between `{%` and `%}`, when the text is an expression.
    pub fn within(text: &str) -> Option<&str> {
        text.strip_prefix("{%")?.strip_suffix("%}").map(str::trim)
    }

    /// Parses an expression; `location` is the field it stands in, such as `Output/result`.
    pub fn parse(text: &str, location: &str) -> Result<Query, Error> {
        let expression = lirio_jsonata::Expression::parse(text)?;
        // The state's data are in `$states`: there is no document at the top.
        if let Some(root) = expression.references().iter().find(|r| matches!(r.variable.as_str(), "" | "$")) {
            let message =
                "The expression reads '$' at its top, where Step Functions has no document: use $states"
                    .to_owned();
            return Err(Error { code: "S0500".to_owned(), message, at: root.at });
        }
        Ok(Query { expression, location: location.to_owned() })
    }

    /// The expression as it was written, without `{%` and `%}`.
    pub fn text(&self) -> &str {
        self.expression.text()
    }

    /// Where it stands in its state.
    pub fn location(&self) -> &str {
        &self.location
    }

    /// The variables that it reads.
    pub fn references(&self) -> &[Reference] {
        self.expression.references()
    }
}

/// What the expressions of a state may read.
#[derive(Clone, Copy)]
pub(crate) struct StateData<'a> {
    /// `$states.input`.
    pub(crate) input: &'a Value,
    /// `$states.result`.
    pub(crate) result: Option<&'a Value>,
    /// `$states.errorOutput`.
    pub(crate) error_output: Option<&'a Value>,
    /// `$states.context`.
    pub(crate) context: &'a Context<'a>,
    /// Workflow variables.
    pub(crate) variables: &'a BTreeMap<String, Data>,
}

/// What the expressions of a state need to be computed.
pub(crate) struct QueryScope<'a> {
    pub(crate) data: StateData<'a>,
    /// The time of the decision, in milliseconds since the epoch.
    pub(crate) now_ms: i64,
    pub(crate) random: &'a mut dyn FnMut() -> u64,
}

impl Evaluator for QueryScope<'_> {
    fn evaluate(&mut self, query: &Query) -> Result<Value, EvaluationError> {
        let failed = |what: String| EvaluationError::Query {
            location: query.location.clone(),
            message: format!(
                "The JSONata expression '{}' specified for the field '{}' {what}",
                query.text(),
                query.location
            ),
        };
        let data = self.data;
        let variables = |name: &str| match name {
            "states" => Some(data.states(query.references())),
            name => data.variables.get(name).map(|data| data.value().into()),
        };
        let evaluated = query.expression.evaluate(&mut lirio_jsonata::Scope {
            variables: &variables,
            now_ms: self.now_ms,
            random: &mut *self.random,
            limits: Limits::default(),
        });
        match evaluated {
            Ok(Evaluated::Value(value)) => Ok(value),
            Ok(Evaluated::Nothing) => Err(failed("returned nothing (undefined).".to_owned())),
            Ok(Evaluated::Function) => Err(failed("returned an unsupported result type.".to_owned())),
            Err(error) => Err(failed(format!("threw an error during evaluation. {error}"))),
        }
    }
}

impl<'a> StateData<'a> {
    /// `$states`; the context object is made only for expressions that may read it.
    fn states(&self, references: &[Reference]) -> Given<'a> {
        let mut members = vec![("input", self.input)];
        members.extend(self.result.map(|result| ("result", result)));
        members.extend(self.error_output.map(|error| ("errorOutput", error)));
        let mut reads = references.iter().filter(|r| r.variable == "states");
        if reads.any(|r| r.fields.first().is_none_or(|first| first == "context")) {
            members.push(("context", self.context.get()));
        }
        Given::Members(members)
    }
}
