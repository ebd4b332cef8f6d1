//! The JSONPath of `InputFilter` and `OutputFilter`: the operators that AWS's guide lists, and no others.
//!
//! `$`, `.name`, `*`, `['name','name']`, `[number,number]`, `[start:end]`.  A filter has at most 63 characters, so
//! neither parsing nor selecting needs a bound of its own.

use serde_json::{Map, Value as Json};

/// One step of a path.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    Member(String),
    /// Several members, as an object of their own; always the last step.
    Members(Vec<String>),
    All,
    Places(Vec<Place>),
}

/// Places in a list; negative numbers count from its end.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    At(i64),
    Range(Option<i64>, Option<i64>),
}

/// A filter.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Selector(Vec<Step>);

impl Selector {
    /// Reads a path; the error says what is wrong with it.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        // Nothing is everything, as SDKs send empty texts for what they leave out.
        let Some(rest) = text.strip_prefix('$') else {
            return if text.is_empty() {
                Ok(Self::default())
            } else {
                Err("it does not begin with $".to_owned())
            };
        };
        let mut steps = Vec::new();
        let mut rest = rest;
        while !rest.is_empty() {
            if matches!(steps.last(), Some(Step::Members(_))) {
                return Err("nothing can follow several names in brackets".to_owned());
            }
            let (step, after) = step(rest)?;
            steps.push(step);
            rest = after;
        }
        Ok(Self(steps))
    }

    /// Whether it leaves everything as it is.
    pub(crate) fn is_all(&self) -> bool {
        self.0.is_empty()
    }

    /// Refuses a path that means nothing for the rows of a CSV file.
    pub(crate) fn check_rows(&self) -> Result<(), String> {
        match self.0.as_slice() {
            [] | [Step::All | Step::Places(_)] => Ok(()),
            _ => Err("columns of CSV are chosen by numbers, as in $[0,2:]".to_owned()),
        }
    }

    /// The columns of a row.
    pub(crate) fn row<'a>(&self, fields: Vec<&'a str>) -> Result<Vec<&'a str>, String> {
        let Some(Step::Places(places)) = self.0.first() else { return Ok(fields) };
        let mut chosen = Vec::new();
        for place in places {
            for at in place.within(fields.len(), "columns")? {
                chosen.extend(fields.get(at).copied());
            }
        }
        Ok(chosen)
    }

    /// What is selected of a value.
    pub(crate) fn select(&self, json: Json) -> Result<Json, String> {
        if self.is_all() {
            return Ok(json);
        }
        let mut found = vec![&json];
        let mut several = false;
        for step in &self.0 {
            match step {
                Step::Member(name) => {
                    found = found.into_iter().map(|one| member(one, name)).collect::<Result<_, _>>()?;
                }
                Step::Members(names) => {
                    let object = |one: &&Json| {
                        let pair = |name: &String| Ok((name.clone(), member(one, name)?.clone()));
                        names.iter().map(pair).collect::<Result<Map<_, _>, String>>().map(Json::Object)
                    };
                    let mut objects = found.iter().map(object).collect::<Result<Vec<_>, _>>()?;
                    return Ok(match objects.pop() {
                        Some(only) if !several => only,
                        last => objects.into_iter().chain(last).collect(),
                    });
                }
                Step::All => {
                    several = true;
                    found = found.into_iter().map(children).collect::<Result<Vec<_>, _>>()?.concat();
                }
                Step::Places(places) => {
                    several |= !matches!(places.as_slice(), [Place::At(_)]);
                    let mut next = Vec::new();
                    for one in found {
                        let items = one.as_array().ok_or("numbers in brackets need a list")?;
                        for place in places {
                            let range = place.within(items.len(), "elements")?;
                            next.extend(range.filter_map(|at| items.get(at)));
                        }
                    }
                    found = next;
                }
            }
        }
        match found.as_slice() {
            [only] if !several => Ok((*only).clone()),
            _ => Ok(found.into_iter().cloned().collect()),
        }
    }
}

fn member<'a>(json: &'a Json, name: &str) -> Result<&'a Json, String> {
    json.get(name).ok_or_else(|| format!("there is no attribute {name:?}"))
}

fn children(json: &Json) -> Result<Vec<&Json>, String> {
    match json {
        Json::Array(items) => Ok(items.iter().collect()),
        Json::Object(members) => Ok(members.values().collect()),
        _ => Err("* needs a list or an object".to_owned()),
    }
}

impl Place {
    /// The places that it means in a list of so many.
    fn within(self, count: usize, what: &str) -> Result<std::ops::Range<usize>, String> {
        let length = i64::try_from(count).unwrap_or(i64::MAX);
        let from_end = |at: i64| if at < 0 { length.saturating_add(at) } else { at };
        let outside = |at: i64| format!("{at} is outside of the {count} {what}");
        match self {
            Place::At(at) => {
                let place = usize::try_from(from_end(at)).ok().filter(|place| *place < count);
                place.map(|place| place..place + 1).ok_or_else(|| outside(at))
            }
            Place::Range(start, end) => {
                let from = start.map_or(0, from_end).max(0);
                let to = end.map_or(length, from_end).clamp(0, length);
                match (usize::try_from(from), usize::try_from(to)) {
                    (Ok(from), Ok(to)) if from < to => Ok(from..to),
                    _ => Err(outside(start.unwrap_or(0))),
                }
            }
        }
    }
}

/// The first step of what is left, and what follows it.
fn step(rest: &str) -> Result<(Step, &str), String> {
    if rest.starts_with("..") {
        return Err("it has .., which is not supported".to_owned());
    }
    let rest = match rest.strip_prefix('.') {
        // `.['name']` is `['name']`.
        Some(after) if after.starts_with('[') => after,
        Some(after) => {
            let end = after.find(['.', '[']).unwrap_or(after.len());
            let (name, rest) = after.split_at(end);
            return match name {
                "" => Err("a name is missing behind a dot".to_owned()),
                "*" => Ok((Step::All, rest)),
                name => Ok((Step::Member(name.to_owned()), rest)),
            };
        }
        None => rest,
    };
    let inside = rest.strip_prefix('[').ok_or_else(|| format!("{rest:?} is neither .name nor [...]"))?;
    let inside = inside.trim_start();
    if inside.starts_with(['\'', '"']) {
        return names(inside);
    }
    let (inside, rest) = inside.split_once(']').ok_or("a ] is missing")?;
    if inside.trim() == "*" {
        return Ok((Step::All, rest));
    }
    let places = inside.split(',').map(place).collect::<Result<_, _>>()?;
    Ok((Step::Places(places), rest))
}

/// `'a','b']`
fn names(mut inside: &str) -> Result<(Step, &str), String> {
    let mut names = Vec::new();
    loop {
        let mut characters = inside.chars();
        let quote =
            characters.next().filter(|quote| matches!(quote, '\'' | '"')).ok_or("a name has no quotes")?;
        let (name, after) = characters.as_str().split_once(quote).ok_or("a quote is missing")?;
        names.push(name.to_owned());
        let after = after.trim_start();
        if let Some(rest) = after.strip_prefix(']') {
            let step = match (names.len(), names.pop()) {
                (1, Some(only)) => Step::Member(only),
                (_, last) => Step::Members(names.into_iter().chain(last).collect()),
            };
            return Ok((step, rest));
        }
        inside = after.strip_prefix(',').ok_or("a , or a ] is missing behind a name")?.trim_start();
    }
}

fn place(text: &str) -> Result<Place, String> {
    let number = |text: &str| {
        let text = text.trim();
        text.parse::<i64>().map_err(|_| format!("{text:?} in brackets is neither a number nor a quoted name"))
    };
    let given = |text: &str| if text.trim().is_empty() { Ok(None) } else { number(text).map(Some) };
    match text.split_once(':') {
        Some((start, end)) => Ok(Place::Range(given(start)?, given(end)?)),
        None => number(text).map(Place::At),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values() {
        let json =
            json!({"id": 7, "features": [1, 2, 3], "in": {"a": 1, "b": [{"x": 1}, {"x": 2}]}, "x.y": 5});
        let check = |path: &str, expected: Json| {
            let found = Selector::parse(path).and_then(|path| path.select(json.clone()));
            match expected.as_str().and_then(|text| text.strip_prefix('!')) {
                Some(part) => {
                    assert!(found.as_ref().is_err_and(|why| why.contains(part)), "{path}: {found:?}")
                }
                None => assert_eq!(found, Ok(expected), "{path}"),
            }
        };
        check("$", json.clone());
        check("", json.clone());
        check("$.id", json!(7));
        check("$['id']", json!(7));
        check("$.['x.y']", json!(5));
        check("$.features", json!([1, 2, 3]));
        check("$.features[0]", json!(1));
        check("$.features[-1]", json!(3));
        check("$.features[0,2]", json!([1, 3]));
        check("$.features[1:]", json!([2, 3]));
        check("$.features[:-1]", json!([1, 2]));
        check("$.features[0, 1:9]", json!([1, 2, 3]));
        check("$['id', \"features\"]", json!({"id": 7, "features": [1, 2, 3]}));
        check("$.in.*", json!([1, [{"x": 1}, {"x": 2}]]));
        check("$.in.b[*].x", json!([1, 2]));
        check("$.in.b[*]['x','x']", json!([{"x": 1}, {"x": 2}]));
        check("$.none", json!("!no attribute \"none\""));
        check("$.features[3]", json!("!3 is outside of the 3 elements"));
        check("$.features[3:]", json!("!3 is outside of the 3 elements"));
        check("$.id[0]", json!("!need a list"));
        check("$.id.*", json!("!needs a list"));
        check("id", json!("!does not begin with $"));
        check("$..id", json!("!.., which"));
        check("$.", json!("!name is missing"));
        check("$[", json!("!] is missing"));
        check("$[?(@.a)]", json!("!neither a number"));
        check("$['a'", json!("!is missing behind a name"));
        check("$['a", json!("!quote is missing"));
        check("$['a','b'].c", json!("!nothing can follow"));
        check("$id", json!("!neither .name"));
        check("$[99999999999999999999]", json!("!neither a number"));
    }

    #[test]
    fn rows() {
        let check = |path: &str, expected: Result<&[&str], &str>| {
            let path = Selector::parse(path).unwrap();
            let found = path.check_rows().and_then(|()| path.row(vec!["a", "b", "c"]));
            match (found, expected) {
                (Ok(found), Ok(expected)) => assert_eq!(found, expected),
                (Err(why), Err(part)) => assert!(why.contains(part), "{why}"),
                (found, _) => panic!("{found:?}"),
            }
        };
        check("$", Ok(&["a", "b", "c"]));
        check("$[*]", Ok(&["a", "b", "c"]));
        check("$[1:]", Ok(&["b", "c"]));
        check("$[0,-1]", Ok(&["a", "c"]));
        check("$[0,1:]", Ok(&["a", "b", "c"]));
        check("$[-1]", Ok(&["c"]));
        check("$[3]", Err("3 is outside of the 3 columns"));
        check("$[-4]", Err("-4 is outside"));
        check("$.a", Err("chosen by numbers"));
        check("$[0][0]", Err("chosen by numbers"));
    }
}
