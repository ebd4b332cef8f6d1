//! Search expressions: filters, nested filters, and expressions of expressions.

use std::borrow::Cow;
use std::cmp::Ordering;

use lirio_api::sagemaker::{Filter, NestedFilters, SearchExpression};
use lirio_api::schema::Shape;
use lirio_api::{AwsError, Timestamp, Value};

use super::path::{self, Scalar};

/// The most filters, nested filters and expressions of one search.
const MOST: usize = 50;

/// Refuses an expression that means nothing for resources of a shape.
pub(super) fn check(expression: &SearchExpression, shape: &Shape) -> Result<(), AwsError> {
    let mut count = 0;
    // A stack of our own: the caller decides how deep expressions lie in each other.
    let mut todo = vec![expression];
    while let Some(expression) = todo.pop() {
        let filters = expression.filters.as_deref().unwrap_or_default();
        let nested = expression.nested_filters.as_deref().unwrap_or_default();
        let inner = expression.sub_expressions.as_deref().unwrap_or_default();
        if filters.is_empty() && nested.is_empty() && inner.is_empty() {
            return Err(AwsError::validation(
                "A SearchExpression needs at least one of Filters, NestedFilters and SubExpressions.",
            ));
        }
        count += filters.len() + nested.len() + inner.len();
        if count > MOST {
            return Err(AwsError::validation(format!(
                "A SearchExpression has at most {MOST} Filters, NestedFilters and SubExpressions."
            )));
        }
        for filter in filters {
            check_filter(filter, shape)?;
        }
        for nested in nested {
            for filter in &nested.filters {
                if inside(&filter.name, &nested.nested_property_name).is_none() {
                    return Err(AwsError::validation(format!(
                        "The filter {} does not lie in the nested property {}.",
                        filter.name, nested.nested_property_name
                    )));
                }
                check_filter(filter, shape)?;
            }
        }
        todo.extend(inner);
    }
    Ok(())
}

fn check_filter(filter: &Filter, shape: &Shape) -> Result<(), AwsError> {
    let name = &filter.name;
    check_property(shape, name)?;
    let operator = operator(filter);
    match (&filter.value, operator) {
        (Some(_), "Exists" | "NotExists") => {
            Err(AwsError::validation(format!("The operator {operator} of {name} takes no Value.")))
        }
        (None, "Exists" | "NotExists") => Ok(()),
        (None, _) => Err(AwsError::validation(format!("The operator {operator} of {name} needs a Value."))),
        (Some(value), "GreaterThan" | "GreaterThanOrEqualTo" | "LessThan" | "LessThanOrEqualTo")
            if number(value).is_none() && time(value).is_none() =>
        {
            Err(AwsError::validation(format!(
                "The operator {operator} of {name} needs a number or a time such as 2026-01-31T12:00:00, not {value:?}."
            )))
        }
        _ => Ok(()),
    }
}

/// Refuses a property that no resource of the shape can have.
pub(super) fn check_property(shape: &Shape, name: &str) -> Result<(), AwsError> {
    let known = path::is_property(shape, name)
        || name.strip_prefix("Metrics.").is_some_and(|rest| {
            !rest.is_empty()
                && shape.structure().is_some_and(|members| members.member("FinalMetricDataList").is_some())
        });
    if known {
        return Ok(());
    }
    Err(AwsError::validation(format!("{name} is not a property of {} that can be searched for.", shape.name)))
}

fn operator(filter: &Filter) -> &str {
    filter.operator.as_deref().unwrap_or("Equals")
}

/// Whether a resource fulfils a checked expression.
pub(super) fn matches(expression: &SearchExpression, record: &Value) -> bool {
    let mut verdicts = expression
        .filters
        .iter()
        .flatten()
        .map(|filter| passes(filter, &path::values(record, &filter.name)))
        .chain(expression.nested_filters.iter().flatten().map(|nested| matches_nested(nested, record)))
        .chain(expression.sub_expressions.iter().flatten().map(|inner| matches(inner, record)));
    if expression.operator.as_deref() == Some("Or") {
        verdicts.any(|verdict| verdict)
    } else {
        verdicts.all(|verdict| verdict)
    }
}

/// All filters hold for one and the same element.
fn matches_nested(nested: &NestedFilters, record: &Value) -> bool {
    path::elements(record, &nested.nested_property_name).into_iter().any(|element| {
        nested.filters.iter().all(|filter| {
            let inside = inside(&filter.name, &nested.nested_property_name).unwrap_or_default();
            passes(filter, &path::values(element, inside))
        })
    })
}

fn inside<'f>(name: &'f str, nested: &str) -> Option<&'f str> {
    name.strip_prefix(nested)?.strip_prefix('.')
}

fn passes(filter: &Filter, values: &[Scalar<'_>]) -> bool {
    let wanted = filter.value.as_deref().unwrap_or_default();
    let any = |test: fn(&Scalar<'_>, &str) -> bool| values.iter().any(|value| test(value, wanted));
    match operator(filter) {
        "Exists" => !values.is_empty(),
        "NotExists" => values.is_empty(),
        "NotEquals" => !any(equals),
        "GreaterThan" => any(|value, wanted| order(value, wanted) == Some(Ordering::Greater)),
        "GreaterThanOrEqualTo" => {
            any(|value, wanted| matches!(order(value, wanted), Some(Ordering::Greater | Ordering::Equal)))
        }
        "LessThan" => any(|value, wanted| order(value, wanted) == Some(Ordering::Less)),
        "LessThanOrEqualTo" => {
            any(|value, wanted| matches!(order(value, wanted), Some(Ordering::Less | Ordering::Equal)))
        }
        "Contains" => any(|value, wanted| text(value).contains(wanted)),
        "In" => any(|value, wanted| wanted.split(',').any(|one| equals(value, one.trim()))),
        _ => any(equals),
    }
}

fn equals(value: &Scalar<'_>, wanted: &str) -> bool {
    match value {
        Scalar::Text(text) => text == wanted,
        Scalar::Bool(flag) => wanted.eq_ignore_ascii_case(if *flag { "true" } else { "false" }),
        Scalar::Number(found) => number(wanted) == Some(*found),
        // A time is given in seconds, and kept in finer steps.
        Scalar::Time(found) => {
            time(wanted).is_some_and(|wanted| found.0.div_euclid(1000) == wanted.0.div_euclid(1000))
        }
    }
}

/// How the value compares with the wanted one, if it can.
fn order(value: &Scalar<'_>, wanted: &str) -> Option<Ordering> {
    match value {
        Scalar::Number(found) => found.partial_cmp(&number(wanted)?),
        Scalar::Time(found) => Some(found.cmp(&time(wanted)?)),
        // Hyperparameters are texts: "If the specified Value is an integer, the decimal hyperparameter values are
        // treated as integers."
        Scalar::Text(found) => {
            let found = number(found)?;
            let found = if wanted.trim().parse::<i64>().is_ok() { found.trunc() } else { found };
            found.partial_cmp(&number(wanted)?)
        }
        Scalar::Bool(_) => None,
    }
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

/// `2026-01-31T12:00:00`, with or without a zone.
fn time(text: &str) -> Option<Timestamp> {
    Timestamp::parse_iso8601(text).or_else(|| Timestamp::parse_iso8601(&format!("{text}Z")))
}

fn text<'a>(value: &'a Scalar<'_>) -> Cow<'a, str> {
    match value {
        Scalar::Text(text) => Cow::Borrowed(text),
        Scalar::Number(number) => Cow::Owned(number.to_string()),
        Scalar::Bool(flag) => Cow::Owned(flag.to_string()),
        Scalar::Time(time) => Cow::Owned(time.iso8601_seconds()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators() {
        let check = |value: Option<Scalar<'_>>, operator: &str, wanted: &str, expected: bool| {
            let filter = Filter {
                name: "x".to_owned(),
                operator: Some(operator.to_owned()),
                value: (!wanted.is_empty()).then(|| wanted.to_owned()),
            };
            let values: Vec<_> = value.clone().into_iter().collect();
            assert_eq!(passes(&filter, &values), expected, "{value:?} {operator} {wanted}");
        };
        let text = |text: &'static str| Some(Scalar::Text(Cow::Borrowed(text)));
        let number = |number| Some(Scalar::Number(number));
        check(text("a"), "Equals", "a", true);
        check(text("a"), "Equals", "A", false);
        check(text("a"), "NotEquals", "b", true);
        check(None, "NotEquals", "b", true);
        check(None, "Equals", "b", false);
        check(text("abc"), "Contains", "b", true);
        check(text("abc"), "Contains", "x", false);
        check(text("b"), "In", "a, b", true);
        check(text("c"), "In", "a,b", false);
        check(text("a"), "Exists", "", true);
        check(None, "Exists", "", false);
        check(None, "NotExists", "", true);
        check(number(0.95), "GreaterThan", "0.9", true);
        check(number(0.9), "GreaterThan", "0.9", false);
        check(number(0.9), "GreaterThanOrEqualTo", "0.9", true);
        check(number(0.8), "LessThan", "0.9", true);
        check(number(0.9), "LessThanOrEqualTo", "0.9", true);
        check(number(3.0), "Equals", "3", true);
        check(text("0.4"), "LessThan", "0.5", true);
        check(text("5.7"), "GreaterThan", "5", false);
        check(text("5.7"), "GreaterThan", "5.0", true);
        check(text("word"), "GreaterThan", "5", false);
        check(Some(Scalar::Bool(true)), "Equals", "True", true);
        let at = Some(Scalar::Time(Timestamp(1_800_000_000_500)));
        check(at.clone(), "Equals", "2027-01-15T08:00:00", true);
        check(at.clone(), "GreaterThan", "2027-01-15T08:00:00Z", true);
        check(at, "LessThan", "2027-01-15T08:00:00", false);
    }
}
