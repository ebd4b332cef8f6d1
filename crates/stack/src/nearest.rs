//! "Did you mean …?"

/// The candidate nearest to what was written, if it is near enough to be meant.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (distance(written, candidate), candidate))
        .min()
        .filter(|(distance, candidate)| *distance <= candidate.len().max(written.len()).div_ceil(2).min(4))
        .map(|(_, candidate)| candidate)
}

/// Edits (insert, delete, replace, swap neighbours) between two short names.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().take(64).collect();
    let b: Vec<char> = b.chars().take(64).collect();
    let mut rows = vec![vec![0usize; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let replace = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let swap = if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    rows[i - 2][j - 2] + 1
                } else {
                    usize::MAX
                };
                replace.min(swap).min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1)
            };
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn nearest_names() {
        let check = |written: &str, expected: Option<&str>| {
            assert_eq!(
                nearest(written, ["hyperparameters", "endpoint", "data", "name"]),
                expected,
                "{written}"
            );
        };
        check("hyperparameter", Some("hyperparameters"));
        check("hyper_parameters", Some("hyperparameters"));
        check("endpiont", Some("endpoint"));
        check("nmae", Some("name"));
        check("colour_of_the_sky", None);
    }
}
