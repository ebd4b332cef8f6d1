//! `Search` and `GetSearchSuggestions`.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

use lirio_api::sagemaker::{
    GetSearchSuggestionsRequest, GetSearchSuggestionsResponse, PropertyNameSuggestion, SearchRequest, ops,
};
use lirio_api::schema::{Kind, Shape};
use lirio_api::{AwsError, Fields, OperationType as _, Value};
use lirio_service::Context;
use serde::{Deserialize, Serialize};

use super::expression::{check, check_property, matches};
use super::path::{self, Scalar};
use super::records::{Record, member, records};
use crate::SageMaker;
use crate::listing::{read_token, write_token};
use crate::names::refuse;

/// Results of a page that nobody gave a size.
const PAGE: usize = 10;
/// The most suggestions of one answer.
const SUGGESTIONS: usize = 100;

/// Where a resource stands in the order of a search: its property's kind and value, then its ARN.
#[derive(Clone, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
struct Place(u8, f64, String, String);

impl SageMaker {
    pub(crate) async fn search(
        self: Arc<Self>,
        ctx: Context,
        input: SearchRequest,
    ) -> Result<Value, AwsError> {
        if input.cross_account_filter_option.as_deref() == Some("CrossAccount") {
            return Err(refuse("resources of other accounts (CrossAccountFilterOption)"));
        }
        if input.visibility_conditions.as_ref().is_some_and(|all| !all.is_empty()) {
            return Err(refuse("VisibilityConditions"));
        }
        let member = member(&input.resource)?;
        let shape = shape(&input.resource, member)?;
        if let Some(expression) = &input.search_expression {
            check(expression, shape)?;
        }
        if let Some(name) = &input.sort_by {
            check_property(shape, name)?;
        }
        let after = input.next_token.as_deref().map(read_token).transpose()?;
        let all = self.platform.store.read(|read| records(read, &ctx.scope, &input.resource))?;
        let wanted = |record: &Record| {
            input.search_expression.as_ref().is_none_or(|expression| matches(expression, view(&record.value)))
        };
        let ascending = input.sort_order.as_deref() == Some("Ascending");
        let mut found: Vec<(Place, Record)> = all
            .into_iter()
            .filter(wanted)
            .map(|record| (place(&record, input.sort_by.as_deref()), record))
            .collect();
        found.sort_by(|(a, _), (b, _)| order(a, b, ascending));
        let total = found.len();
        if let Some(after) = after {
            found.retain(|(place, _)| order(place, &after, ascending) == Ordering::Greater);
        }
        let limit = input.max_results.map_or(PAGE, |max| usize::try_from(max).unwrap_or(PAGE)).clamp(1, 100);
        let more = found.len() > limit;
        found.truncate(limit);
        let token = if more { found.last().map(|(place, _)| write_token(place)) } else { None };
        let results = found
            .into_iter()
            .map(|(_, record)| Value::Map(Fields::from_iter([(member.into(), record.value)])))
            .collect();
        let mut hits = Fields::new();
        hits.push("Value", Value::Int(i64::try_from(total).unwrap_or(i64::MAX)));
        hits.push("Relation", Value::from("EqualTo"));
        let mut answer = Fields::new();
        answer.push("Results", Value::List(results));
        answer.push("NextToken", token.map_or(Value::Null, Value::Str));
        answer.push("TotalHits", Value::Map(hits));
        Ok(Value::Map(answer))
    }

    pub(crate) async fn get_search_suggestions(
        self: Arc<Self>,
        ctx: Context,
        input: GetSearchSuggestionsRequest,
    ) -> Result<GetSearchSuggestionsResponse, AwsError> {
        let shape = shape(&input.resource, member(&input.resource)?)?;
        let hint = input
            .suggestion_query
            .and_then(|query| query.property_name_query)
            .map(|query| query.property_name_hint)
            .unwrap_or_default();
        let all = self.platform.store.read(|read| records(read, &ctx.scope, &input.resource))?;
        let mut names: BTreeSet<String> = path::properties(shape).into_iter().collect();
        names.extend(all.iter().flat_map(|record| path::named_properties(view(&record.value))));
        let hint = hint.to_ascii_lowercase();
        let suggestions = names
            .into_iter()
            .filter(|name| name.to_ascii_lowercase().starts_with(&hint))
            .take(SUGGESTIONS)
            .map(|property_name| PropertyNameSuggestion { property_name: Some(property_name) })
            .collect();
        Ok(GetSearchSuggestionsResponse { property_name_suggestions: Some(suggestions) })
    }
}

/// What property names speak of: for a model, the model without what surrounds it.
fn view(value: &Value) -> &Value {
    value.pointer(&["Model"]).filter(|inner| inner.as_map().is_some()).unwrap_or(value)
}

/// The shape of what property names speak of.
fn shape(resource: &str, member: &str) -> Result<&'static Shape, AwsError> {
    let find = || {
        let answer = ops::Search::OPERATION.output?.structure()?;
        let Kind::List { member: record, .. } = &answer.member("Results")?.shape.kind else { return None };
        let shape = record.shape.structure()?.member(member)?.shape;
        if resource == "Model" { Some(shape.structure()?.member("Model")?.shape) } else { Some(shape) }
    };
    find().ok_or_else(|| AwsError::internal(format_args!("the model has no search record {member}")))
}

fn place(record: &Record, sort_by: Option<&str>) -> Place {
    let arn = record.arn.clone();
    let of_time = |ms: i64| (1, ms as f64, String::new());
    let (kind, number, text) = match sort_by {
        None | Some("LastModifiedTime") => of_time(record.modified.0),
        Some("CreationTime") => of_time(record.created.0),
        Some(name) => match path::values(view(&record.value), name).into_iter().next() {
            None => (0, 0.0, String::new()),
            Some(Scalar::Number(number)) => (1, number, String::new()),
            Some(Scalar::Time(time)) => of_time(time.0),
            Some(Scalar::Bool(flag)) => (1, f64::from(u8::from(flag)), String::new()),
            Some(Scalar::Text(text)) => (2, 0.0, text.into_owned()),
        },
    };
    Place(kind, number, text, arn)
}

/// Resources without the property come last, whichever way the others are ordered.
fn order(a: &Place, b: &Place, ascending: bool) -> Ordering {
    let missing = |place: &Place| place.0 == 0;
    missing(a).cmp(&missing(b)).then_with(|| {
        let natural =
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then_with(|| a.2.cmp(&b.2)).then_with(|| a.3.cmp(&b.3));
        if ascending { natural } else { natural.reverse() }
    })
}
