//! IAM's pages: `MaxItems` and `Marker`.

/// A page of a list.
pub(crate) struct Page<T> {
    pub(crate) items: Vec<T>,
    pub(crate) truncated: Option<bool>,
    pub(crate) marker: Option<String>,
}

/// Cuts a page out of a list that is short enough to be at hand; the marker is the name of the
/// last item given, so that items that come and go do not shift pages.
pub(crate) fn page<T>(
    items: Vec<T>,
    name: impl Fn(&T) -> &str,
    marker: Option<&str>,
    max_items: Option<i64>,
) -> Page<T> {
    let limit = usize::try_from(max_items.unwrap_or(100)).unwrap_or(100);
    let mut rest: Vec<T> = items.into_iter().filter(|i| marker.is_none_or(|m| name(i) > m)).collect();
    let more = rest.len() > limit;
    rest.truncate(limit);
    let marker = if more { rest.last().map(|i| name(i).to_owned()) } else { None };
    Page { items: rest, truncated: Some(more), marker }
}
