//! Filters, orders and pages of the List operations.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lirio_api::{AwsError, Timestamp};
use lirio_service::Context;
use lirio_store::Table;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::names;

/// One resource in a list.
pub(crate) struct Listed<T> {
    pub(crate) name: String,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
    pub(crate) status: &'static str,
    pub(crate) summary: T,
}

/// What the caller of a List operation asks for.
#[derive(Debug, Default)]
pub(crate) struct Query {
    pub(crate) sort_by: Option<String>,
    pub(crate) descending: bool,
    pub(crate) next_token: Option<String>,
    pub(crate) max_results: Option<i64>,
    pub(crate) name_contains: Option<String>,
    pub(crate) created: (Option<Timestamp>, Option<Timestamp>),
    pub(crate) modified: (Option<Timestamp>, Option<Timestamp>),
    pub(crate) status: Option<String>,
}

/// The rows of a table that belong to the caller's account and region.
pub(crate) fn rows<R: DeserializeOwned>(ctx: &Context, table: Table<R>) -> Result<Vec<R>, AwsError> {
    let rows = ctx.read(|read| table.scan_prefix(read, &names::area(&ctx.scope), None, usize::MAX))?;
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// A page of a table's resources, and the token of the next one.
pub(crate) fn list<R: DeserializeOwned, T>(
    ctx: &Context,
    table: Table<R>,
    query: &Query,
    listed: impl Fn(R) -> Listed<T>,
) -> Result<(Vec<T>, Option<String>), AwsError> {
    page(rows(ctx, table)?.into_iter().map(listed).collect(), query)
}

/// A page, and the token of the next one.
pub(crate) fn page<T>(items: Vec<Listed<T>>, query: &Query) -> Result<(Vec<T>, Option<String>), AwsError> {
    let by = query.sort_by.as_deref().unwrap_or("CreationTime");
    let place = |item: &Listed<T>| match by {
        "Name" => (0, String::new(), item.name.to_ascii_lowercase()),
        "Status" => (0, item.status.to_owned(), item.name.to_ascii_lowercase()),
        _ => (item.created.0, String::new(), item.name.to_ascii_lowercase()),
    };
    let within = |time: Timestamp, (after, before): (Option<Timestamp>, Option<Timestamp>)| {
        after.is_none_or(|after| time >= after) && before.is_none_or(|before| time <= before)
    };
    let wanted = |item: &Listed<T>| {
        let named = query
            .name_contains
            .as_ref()
            .is_none_or(|part| item.name.to_ascii_lowercase().contains(&part.to_ascii_lowercase()));
        named
            && within(item.created, query.created)
            && within(item.modified, query.modified)
            && query.status.as_deref().is_none_or(|status| status == item.status)
    };
    let mut items: Vec<_> = items.into_iter().filter(wanted).map(|item| (place(&item), item)).collect();
    items.sort_by(|a, b| if query.descending { b.0.cmp(&a.0) } else { a.0.cmp(&b.0) });
    if let Some(token) = &query.next_token {
        let last: Place = read_token(token)?;
        items.retain(|(place, _)| if query.descending { *place < last } else { *place > last });
    }
    let limit = query.max_results.map_or(10, |max| usize::try_from(max).unwrap_or(0)).clamp(1, 100);
    let more = items.len() > limit;
    items.truncate(limit);
    let token = if more { items.last().map(|(place, _)| write_token(place)) } else { None };
    Ok((items.into_iter().map(|(_, item)| item.summary).collect(), token))
}

type Place = (i64, String, String);

/// The place of the last resource of a page, as a token.
pub(crate) fn write_token(place: &impl Serialize) -> String {
    URL_SAFE_NO_PAD.encode(serde_json::json!(place).to_string())
}

/// What [`write_token`] has written.
pub(crate) fn read_token<P: DeserializeOwned>(token: &str) -> Result<P, AwsError> {
    URL_SAFE_NO_PAD
        .decode(token)
        .ok()
        .and_then(|text| serde_json::from_slice(&text).ok())
        .ok_or_else(|| AwsError::validation("Invalid NextToken: use the one of the page before, unchanged."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items() -> Vec<Listed<u32>> {
        [("b", 1, "X"), ("a", 2, "Y"), ("C", 3, "X")]
            .into_iter()
            .zip(0..)
            .map(|((name, at, status), summary)| Listed {
                name: name.to_owned(),
                created: Timestamp(at),
                modified: Timestamp(at),
                status,
                summary,
            })
            .collect()
    }

    #[test]
    fn sorted_filtered_paged() {
        let check = |query: Query, expected: &[u32]| {
            let (mut all, mut token) = page(items(), &query).unwrap();
            while let Some(next) = token.take() {
                let (more, next) = page(items(), &Query { next_token: Some(next), ..copy(&query) }).unwrap();
                all.extend(more);
                token = next;
            }
            assert_eq!(all, expected);
        };
        let one = || Query { max_results: Some(1), ..Query::default() };
        check(one(), &[0, 1, 2]);
        check(Query { descending: true, ..one() }, &[2, 1, 0]);
        check(Query { sort_by: Some("Name".into()), ..one() }, &[1, 0, 2]);
        check(Query { sort_by: Some("Status".into()), ..one() }, &[0, 2, 1]);
        check(Query { status: Some("X".into()), ..one() }, &[0, 2]);
        check(Query { name_contains: Some("c".into()), ..one() }, &[2]);
        check(Query { created: (Some(Timestamp(2)), Some(Timestamp(2))), ..one() }, &[1]);
        assert!(page(items(), &Query { next_token: Some("?".into()), ..one() }).is_err());
    }

    fn copy(query: &Query) -> Query {
        Query {
            sort_by: query.sort_by.clone(),
            descending: query.descending,
            max_results: query.max_results,
            name_contains: query.name_contains.clone(),
            created: query.created,
            status: query.status.clone(),
            ..Query::default()
        }
    }
}
