//! Rows from JSON.

use super::{BadInput, Batch, Builder, Cell, Place};
use crate::clip;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

pub(super) fn read(body: &[u8]) -> Result<Batch, BadInput> {
    let mut builder = Builder::new(Place::Row);
    let node = parse(body, &mut builder)
        .map_err(|error| BadInput::new(format!("the body is not valid JSON: {error}")))?;
    rows(&mut builder, node)?;
    builder.finish()
}

pub(super) fn read_lines(body: &[u8]) -> Result<Batch, BadInput> {
    let mut builder = Builder::new(Place::Line);
    for (index, line) in body.split(|byte| *byte == b'\n').enumerate() {
        if line.trim_ascii().is_empty() {
            continue;
        }
        builder.line = index as u64 + 1;
        let node = parse(line, &mut builder)
            .map_err(|error| builder.error(format_args!("not valid JSON: {error}")))?;
        row(&mut builder, node)?;
    }
    builder.finish()
}

/// What messages call the accepted forms.
const FORMS: &str = "send {\"instances\": [[…], …]}, an array of rows, or records with the columns' names";

/// JSON whose texts lie in the builder. Smaller than a tree of `serde_json::Value`, and counted.
#[derive(Debug)]
enum Node {
    Cell(Cell),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

/// The rows of a whole body.
fn rows(builder: &mut Builder, node: Node) -> Result<(), BadInput> {
    match node {
        Node::Cell(_) => Err(BadInput::new(format!("a single value is no row; {FORMS}"))),
        Node::List(items) => list(builder, items),
        Node::Map(members) => {
            let mut members = members;
            let held = members.iter().position(|(name, _)| {
                matches!(
                    name.as_str(),
                    "instances" | "inputs" | "features" | "dataframe_records" | "dataframe_split"
                )
            });
            let Some(held) = held else { return record_or_columns(builder, members) };
            match members.swap_remove(held) {
                (name, Node::Map(parts)) if name == "dataframe_split" => split(builder, parts),
                (name, Node::List(_)) if name == "dataframe_split" => {
                    Err(BadInput::new("\"dataframe_split\" needs \"columns\" and \"data\""))
                }
                (_, Node::Map(parts)) => record_or_columns(builder, parts),
                (_, Node::List(items)) => list(builder, items),
                (name, Node::Cell(_)) => Err(BadInput::new(format!("\"{name}\" holds no rows; {FORMS}"))),
            }
        }
    }
}

/// An array of rows, or of the values of one row.
fn list(builder: &mut Builder, items: Vec<Node>) -> Result<(), BadInput> {
    if !items.is_empty() && items.iter().all(|item| matches!(item, Node::Cell(_))) {
        return row(builder, Node::List(items));
    }
    items.into_iter().try_for_each(|item| row(builder, item))
}

/// One row: an array of values, a record, or `{"features": […]}`.
fn row(builder: &mut Builder, node: Node) -> Result<(), BadInput> {
    match node {
        Node::Cell(_) => Err(builder.error("a single value is no row")),
        Node::List(items) => {
            for item in items {
                let Node::Cell(cell) = item else {
                    return Err(builder.error("a list or an object stands where a value should"));
                };
                builder.push(cell)?;
            }
            builder.end_row()
        }
        Node::Map(mut members) => {
            if let [(name, Node::List(_))] = &members[..]
                && name == "features"
            {
                let (_, features) = members.remove(0);
                return row(builder, features);
            }
            record(builder, members)
        }
    }
}

fn record(builder: &mut Builder, members: Vec<(String, Node)>) -> Result<(), BadInput> {
    let mut cells = Vec::with_capacity(members.len());
    for (name, node) in members {
        match node {
            Node::Cell(cell) => cells.push((name, cell)),
            _ => {
                let what = "a list or an object stands where a value should";
                return Err(BadInput::at(builder.place, builder.row(), Some(&name), what));
            }
        }
    }
    builder.end_record(cells)
}

/// An object of values is one record; an object of lists holds the columns of many rows.
fn record_or_columns(builder: &mut Builder, members: Vec<(String, Node)>) -> Result<(), BadInput> {
    if members.is_empty() {
        return Err(BadInput::new(format!("the object is empty; {FORMS}")));
    }
    if members.iter().all(|(_, node)| matches!(node, Node::Cell(_))) {
        return record(builder, members);
    }
    let mut names = Vec::with_capacity(members.len());
    let mut columns = Vec::with_capacity(members.len());
    for (name, node) in members {
        let Node::List(cells) = node else {
            return Err(BadInput::new(format!("\"{}\" holds no rows; {FORMS}", clip(&name, 60))));
        };
        names.push(name);
        columns.push(cells.into_iter());
    }
    let height = columns[0].len();
    for (name, column) in names.iter().zip(&columns) {
        if column.len() != height {
            let (name, first, found) = (clip(name, 60), clip(&names[0], 60), column.len());
            let text = format!("column \"{name}\" has {found} values, but \"{first}\" has {height}");
            return Err(BadInput::new(text));
        }
    }
    for _ in 0..height {
        let members = names.iter().cloned().zip(columns.iter_mut().flat_map(Iterator::next)).collect();
        record(builder, members)?;
    }
    Ok(())
}

/// MLflow's and pandas' `{"columns": […], "data": [[…], …]}`; an `index` is of no use here.
fn split(builder: &mut Builder, parts: Vec<(String, Node)>) -> Result<(), BadInput> {
    let mut columns = None;
    let mut data = None;
    for (name, node) in parts {
        match (name.as_str(), node) {
            ("columns", Node::List(names)) => columns = Some(names),
            ("data", Node::List(rows)) => data = Some(rows),
            _ => {}
        }
    }
    let (Some(columns), Some(data)) = (columns, data) else {
        return Err(BadInput::new("\"dataframe_split\" needs \"columns\" and \"data\""));
    };
    let names: Option<Vec<String>> = columns
        .into_iter()
        .map(|name| match name {
            Node::Cell(Cell::Text { start, end }) => {
                Some(builder.text[start as usize..end as usize].to_owned())
            }
            Node::Cell(Cell::Number(position)) => Some(position.to_string()),
            _ => None,
        })
        .collect();
    let names = names.ok_or_else(|| BadInput::new("\"columns\" of \"dataframe_split\" must be names"))?;
    builder.width = Some(names.len());
    builder.columns = Some(names);
    data.into_iter().try_for_each(|item| match item {
        Node::List(_) => row(builder, item),
        _ => Err(builder.error("\"data\" of \"dataframe_split\" must be an array of arrays")),
    })
}

fn parse(text: &[u8], builder: &mut Builder) -> Result<Node, serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_slice(text);
    let node = Seed { builder, top: true }.deserialize(&mut reader)?;
    reader.end()?;
    Ok(node)
}

struct Seed<'a> {
    builder: &'a mut Builder,
    top: bool,
}

impl Seed<'_> {
    fn inner(&mut self) -> Seed<'_> {
        Seed { builder: self.builder, top: false }
    }

    fn spend<E: Error>(&mut self, bytes: usize) -> Result<(), E> {
        self.builder.budget = self
            .builder
            .budget
            .checked_sub(bytes)
            .ok_or_else(|| E::custom("too many values for one request; send it in parts"))?;
        Ok(())
    }

    fn cell<E: Error>(&mut self, cell: Cell) -> Result<Node, E> {
        self.spend(size_of::<Node>())?;
        Ok(Node::Cell(cell))
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<Node, A::Error> {
        // A vector's first allocation has room for four.
        self.spend(5 * size_of::<Node>())?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.inner())? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<Node, A::Error> {
        self.spend(10 * size_of::<Node>())?;
        let mut map = Vec::new();
        while let Some(name) = members.next_key::<String>()? {
            if self.top && name == "params" {
                self.builder.params = Some(members.next_value()?);
                continue;
            }
            self.spend(size_of::<String>() + name.len())?;
            let node = members.next_value_seed(self.inner())?;
            map.push((name, node));
        }
        Ok(Node::Map(map))
    }

    fn visit_bool<E: Error>(mut self, value: bool) -> Result<Node, E> {
        self.cell(Cell::Bool(value))
    }

    fn visit_i64<E: Error>(mut self, value: i64) -> Result<Node, E> {
        self.cell(Cell::Number(value as f64))
    }

    fn visit_u64<E: Error>(mut self, value: u64) -> Result<Node, E> {
        self.cell(Cell::Number(value as f64))
    }

    fn visit_f64<E: Error>(mut self, value: f64) -> Result<Node, E> {
        self.cell(Cell::Number(value))
    }

    fn visit_str<E: Error>(mut self, value: &str) -> Result<Node, E> {
        let cell = self.builder.text_cell(value);
        self.cell(cell)
    }

    fn visit_unit<E: Error>(mut self) -> Result<Node, E> {
        self.cell(Cell::Missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    #[track_caller]
    fn same(found: Result<Batch, BadInput>, expected: Result<&[f64], &str>) {
        match (found.and_then(|batch| batch.numbers(&["x", "y"])), expected) {
            (Ok(matrix), Ok(values)) => assert_eq!(matrix.values, values),
            (Err(error), Err(message)) => assert_eq!(error.to_string(), message),
            (found, expected) => panic!("found {found:?}, expected {expected:?}"),
        }
    }

    #[track_caller]
    fn check(body: &str, expected: Result<&[f64], &str>) {
        same(read(body.as_bytes()), expected);
    }

    #[track_caller]
    fn check_lines(body: &str, expected: Result<&[f64], &str>) {
        same(read_lines(body.as_bytes()), expected);
    }

    #[test]
    fn the_usual_forms() {
        let two = Ok(&[1.0, 2.0, 3.0, 4.0][..]);
        check(r#"{"instances": [[1, 2], [3, 4]]}"#, two);
        check(r#"{"instances": [{"x": 1, "y": 2}, {"y": 4, "x": 3}]}"#, two);
        check(r#"{"instances": [{"features": [1, 2]}, {"features": [3, 4]}]}"#, two);
        check(r#"{"signature_name": "serving_default", "instances": [[1, 2], [3, 4]]}"#, two);
        check(r#"{"inputs": [[1, 2], [3, 4]], "params": {"a": 1}}"#, two);
        check(r#"{"inputs": {"y": [2, 4], "x": [1, 3]}}"#, two);
        check(
            r#"{"dataframe_split": {"columns": ["y", "x"], "data": [[2, 1], [4, 3]], "index": [0, 1]}}"#,
            two,
        );
        check(r#"{"dataframe_records": [{"x": 1, "y": 2}, {"x": 3, "y": 4}]}"#, two);
        check("[[1, 2], [3, 4]]", two);
        check(r#"[{"x": 1, "y": 2}, {"x": 3, "y": 4}]"#, two);
        check(r#"{"x": [1, 3], "y": [2, 4]}"#, two);
        check(r#"{"features": [[1, 2], [3, 4]]}"#, two);
        let one = Ok(&[1.0, 2.0][..]);
        check(r#"{"features": [1, 2]}"#, one);
        check(r#"{"features": {"x": 1, "y": 2}}"#, one);
        check("[1, 2]", one);
        check(r#"{"x": 1, "y": 2, "note": "ignored"}"#, one);
        check(r#"["1", " 2 "]"#, one);
        check("[true, 2]", one);
    }

    #[test]
    fn lines_of_rows() {
        check_lines("[1,2]\n[3,4]", Ok(&[1.0, 2.0, 3.0, 4.0]));
        check_lines("{\"x\":1,\"y\":2}\r\n\n{\"y\":4,\"x\":3}\n", Ok(&[1.0, 2.0, 3.0, 4.0]));
        check_lines("{\"features\":[1,2]}\n", Ok(&[1.0, 2.0]));
        check_lines("[1,2]\n\n[3,\"wide\"]\n", Err("line 3, column \"y\": \"wide\" is not a number"));
        check_lines(
            "[1,2]\n[3,\n",
            Err("line 2: not valid JSON: EOF while parsing a value at line 1 column 3"),
        );
        check_lines("7\n", Err("line 1: a single value is no row"));
        check_lines("\n", Err("the request has no rows"));
    }

    #[test]
    fn bad_bodies_are_explained() {
        check("", Err("the body is not valid JSON: EOF while parsing a value at line 1 column 0"));
        check("[1,2] x", Err("the body is not valid JSON: trailing characters at line 1 column 7"));
        check("[]", Err("the request has no rows"));
        check(r#"{"instances": []}"#, Err("the request has no rows"));
        check("[[]]", Err("row 1: the row is empty"));
        check("[[1,2],[3]]", Err("row 2: 1 values, but the first row has 2"));
        check("[[1,2],3]", Err("row 2: a single value is no row"));
        check("[[1,[2]]]", Err("row 1: a list or an object stands where a value should"));
        check(
            r#"[{"x":1,"y":{}}]"#,
            Err("row 1, column \"y\": a list or an object stands where a value should"),
        );
        check(
            r#"[{"x":1,"y":2},{"x":1,"z":2}]"#,
            Err("row 2, column \"z\": the first row has no such column"),
        );
        check(r#"[{"x":1,"y":2},{"x":1}]"#, Err("row 2, column \"y\": there is no value"));
        check(r#"[{"x":1,"x":2}]"#, Err("row 1: \"x\" is there twice"));
        check(r#"{"x":[1,2],"y":[1]}"#, Err("column \"y\" has 1 values, but \"x\" has 2"));
        check(r#"[{"x":1}]"#, Err("there is no column \"y\"; the request has \"x\""));
        check(
            r#"{"dataframe_split": {"data": [[1]]}}"#,
            Err("\"dataframe_split\" needs \"columns\" and \"data\""),
        );
        check("[1,2,3]", Err("row 1: 3 values, but the model needs 2: \"x\", \"y\""));
        check("[[null,1]]", Err("row 1, column \"x\": there is no value"));
        check(
            &"[".repeat(5000),
            Err("the body is not valid JSON: recursion limit exceeded at line 1 column 128"),
        );
    }

    #[test]
    fn memory_is_bounded() {
        let body = format!("[{}[1]]", "[1],".repeat(4 << 20));
        let error = read(body.as_bytes()).expect_err("too many rows").to_string();
        assert!(error.contains("too many values for one request"), "{error}");
    }

    #[test]
    fn params_and_texts_are_kept() {
        let batch = read(br#"{"inputs": [{"a": "b", "c": null}], "params": {"k": 3}}"#).expect("one record");
        assert_eq!(batch.params(), Some(&serde_json::json!({"k": 3})));
        assert_eq!(batch.value(0, 0), Some(Value::Text("b")));
        assert_eq!(batch.value(0, 1), Some(Value::Missing));
        assert_eq!(batch.columns(), Some(&["a".to_owned(), "c".to_owned()][..]));
    }
}
