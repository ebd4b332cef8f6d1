//! Rows of a request, whatever their format was.

mod csv;
mod json;

use crate::{clip, name_list};

/// A request that the caller has to change. Answered with status 400; `row` and `column` say where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct BadInput {
    message: String,
    row: Option<u64>,
    column: Option<String>,
}

impl BadInput {
    /// A message for the caller: what is wrong and what to send instead.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), row: None, column: None }
    }

    fn at(place: Place, row: u64, column: Option<&str>, what: impl std::fmt::Display) -> Self {
        let column = column.map(|name| clip(name, 60));
        let mut message = format!("{} {row}", place.word());
        if let Some(column) = &column {
            message.push_str(&format!(", column \"{column}\""));
        }
        message.push_str(&format!(": {what}"));
        Self { message, row: Some(row), column }
    }

    /// The line of a CSV or JSON Lines body, or the row of a JSON body, counted from 1.
    pub fn row(&self) -> Option<u64> {
        self.row
    }

    /// The column, by name or else by its position counted from 1.
    pub fn column(&self) -> Option<&str> {
        self.column.as_deref()
    }
}

/// What the number of a row counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Lines of the body.
    Line,
    /// Rows of the batch.
    Row,
}

impl Place {
    fn word(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Row => "row",
        }
    }
}

/// One cell of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// An empty CSV field, a JSON `null`, or a member that a JSON record does not have.
    Missing,
    /// A JSON number.
    Number(f64),
    /// A JSON boolean.
    Bool(bool),
    /// A JSON string, or any CSV field.
    Text(&'a str),
}

/// The compact form of a [`Value`]: texts lie in one string.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Cell {
    Missing,
    Number(f64),
    Bool(bool),
    Text { start: u32, end: u32 },
}

/// Rows of a request, at least one, all with the same number of cells.
#[derive(Debug, Clone)]
pub struct Batch {
    columns: Option<Vec<String>>,
    width: usize,
    cells: Vec<Cell>,
    text: String,
    /// Where each row stood; empty where rows are counted.
    lines: Vec<u64>,
    place: Place,
    params: Option<serde_json::Value>,
}

/// Numbers in rows and columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// The number of columns.
    pub columns: usize,
    /// Row after row.
    pub values: Vec<f64>,
}

impl Matrix {
    /// The number of rows.
    pub fn len(&self) -> usize {
        self.values.len().checked_div(self.columns).unwrap_or(0)
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The rows.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[f64]> {
        self.values.chunks_exact(self.columns.max(1))
    }
}

impl Batch {
    /// Reads CSV. Whether the first line is a header: `header` says so where it is known (the
    /// `header=present` or `header=absent` of the content type); otherwise it is one when it has a name
    /// of `known`, the columns of the model, or when there are more lines and none of its fields is a
    /// number or empty.
    ///
    /// # Errors
    /// When there are no rows, rows differ in length, or the bytes are not UTF-8.
    pub fn from_csv(body: &[u8], header: Option<bool>, known: &[String]) -> Result<Self, BadInput> {
        csv::read(body, header, known)
    }

    /// Reads JSON in any of the usual forms, among which: `{"instances": …}`, `{"inputs": …}`,
    /// `{"features": […]}`, `{"dataframe_split": {"columns": […], "data": […]}}`,
    /// `{"dataframe_records": […]}`, an array of rows, of records or of numbers, and a single record
    /// `{"column": value, …}`.
    ///
    /// # Errors
    /// When it is not JSON, is none of these forms, has no rows, or its rows differ in their columns.
    pub fn from_json(body: &[u8]) -> Result<Self, BadInput> {
        json::read(body)
    }

    /// Reads JSON Lines: on each line an array, a record, or `{"features": […]}`.
    ///
    /// # Errors
    /// As [`from_json`](Self::from_json).
    pub fn from_json_lines(body: &[u8]) -> Result<Self, BadInput> {
        json::read_lines(body)
    }

    /// The number of rows, at least one.
    #[allow(clippy::len_without_is_empty, reason = "a batch always has rows")]
    pub fn len(&self) -> usize {
        self.cells.len() / self.width
    }

    /// The number of cells of a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The names of the columns, where the request has them.
    pub fn columns(&self) -> Option<&[String]> {
        self.columns.as_deref()
    }

    /// The `params` member of MLflow's requests.
    pub fn params(&self) -> Option<&serde_json::Value> {
        self.params.as_ref()
    }

    /// A cell, or `None` outside of the batch. Rows and columns count from 0.
    pub fn value(&self, row: usize, column: usize) -> Option<Value<'_>> {
        if column >= self.width {
            return None;
        }
        self.cells.get(row.checked_mul(self.width)? + column).map(|cell| self.view(*cell))
    }

    /// The cells of these columns as numbers, in this order. Where the request names its columns, they are
    /// found by name, and others are ignored; where it does not, its rows must have exactly these columns.
    ///
    /// # Errors
    /// When a column is missing or a cell is not a finite number: the message says which.
    pub fn numbers<S: AsRef<str>>(&self, columns: &[S]) -> Result<Matrix, BadInput> {
        let places = self.places(columns)?;
        let mut values = Vec::with_capacity(self.len() * places.len());
        for (index, row) in self.cells.chunks_exact(self.width).enumerate() {
            for (place, name) in places.iter().zip(columns) {
                match self.number(row[*place]) {
                    Ok(value) => values.push(value),
                    Err(what) => {
                        return Err(BadInput::at(self.place, self.line(index), Some(name.as_ref()), what));
                    }
                }
            }
        }
        Ok(Matrix { columns: places.len(), values })
    }

    /// An error of the caller at a row (from 0) and a column, for checks of a model's own.
    pub fn bad_value(&self, row: usize, column: &str, what: &str) -> BadInput {
        BadInput::at(self.place, self.line(row), Some(column), what)
    }

    fn line(&self, row: usize) -> u64 {
        self.lines.get(row).copied().unwrap_or(row as u64 + 1)
    }

    fn places<S: AsRef<str>>(&self, columns: &[S]) -> Result<Vec<usize>, BadInput> {
        match &self.columns {
            Some(present) => columns
                .iter()
                .map(|name| {
                    let name = name.as_ref();
                    present.iter().position(|other| other == name).ok_or_else(|| BadInput {
                        message: format!(
                            "there is no column \"{}\"; the request has {}",
                            clip(name, 60),
                            name_list(present)
                        ),
                        row: None,
                        column: Some(name.to_owned()),
                    })
                })
                .collect(),
            None if self.width == columns.len() => Ok((0..self.width).collect()),
            None => Err(BadInput::at(
                self.place,
                self.line(0),
                None,
                format_args!(
                    "{} values, but the model needs {}: {}",
                    self.width,
                    columns.len(),
                    name_list(columns)
                ),
            )),
        }
    }

    fn number(&self, cell: Cell) -> Result<f64, String> {
        let value = match self.view(cell) {
            Value::Missing => return Err("there is no value".to_owned()),
            Value::Number(value) => value,
            Value::Bool(value) => f64::from(value),
            Value::Text(text) => {
                text.trim().parse().map_err(|_| format!("\"{}\" is not a number", clip(text, 40)))?
            }
        };
        if value.is_finite() { Ok(value) } else { Err(format!("{value} is not a finite number")) }
    }

    fn view(&self, cell: Cell) -> Value<'_> {
        match cell {
            Cell::Missing => Value::Missing,
            Cell::Number(value) => Value::Number(value),
            Cell::Bool(value) => Value::Bool(value),
            Cell::Text { start, end } => Value::Text(&self.text[start as usize..end as usize]),
        }
    }
}

/// Collects rows. Bounded: a body of many tiny cells is refused before it outgrows memory.
#[derive(Debug)]
struct Builder {
    columns: Option<Vec<String>>,
    width: Option<usize>,
    cells: Vec<Cell>,
    /// Cells of the row that is being read.
    row_start: usize,
    text: String,
    lines: Vec<u64>,
    place: Place,
    params: Option<serde_json::Value>,
    /// What a JSON body may still take of memory, in bytes.
    budget: usize,
    /// The line that is being read; 0 where rows are counted.
    line: u64,
    rows: u64,
}

/// 128 MiB of cells.
const MAX_CELLS: usize = 8 << 20;
/// 512 MiB of a JSON body's values and lists: far more than 25 MB of ordinary rows need.
const MAX_NODES: usize = 512 << 20;

impl Builder {
    fn new(place: Place) -> Self {
        Self {
            columns: None,
            width: None,
            cells: Vec::new(),
            row_start: 0,
            text: String::new(),
            lines: Vec::new(),
            place,
            params: None,
            budget: MAX_NODES,
            line: 0,
            rows: 0,
        }
    }

    /// The number of the row that is being read, for messages.
    fn row(&self) -> u64 {
        match self.place {
            Place::Line => self.line,
            Place::Row => self.rows + 1,
        }
    }

    fn error(&self, what: impl std::fmt::Display) -> BadInput {
        BadInput::at(self.place, self.row(), None, what)
    }

    fn push(&mut self, cell: Cell) -> Result<(), BadInput> {
        if self.cells.len() >= MAX_CELLS {
            return Err(BadInput::new(format!(
                "the request has more than {MAX_CELLS} values; send it in parts"
            )));
        }
        self.cells.push(cell);
        Ok(())
    }

    fn text_cell(&mut self, words: &str) -> Cell {
        let start = self.text.len();
        self.text.push_str(words);
        match (u32::try_from(start), u32::try_from(self.text.len())) {
            (Ok(start), Ok(end)) => Cell::Text { start, end },
            // Bodies are limited to far less than 4 GiB; past it, a cell counts as having no value.
            _ => Cell::Missing,
        }
    }

    /// Ends a row without names.
    fn end_row(&mut self) -> Result<(), BadInput> {
        let found = self.cells.len() - self.row_start;
        match self.width {
            None if found == 0 => return Err(self.error("the row is empty")),
            None => self.width = Some(found),
            Some(width) if width == found => {}
            Some(width) => {
                let expected = if self.columns.is_some() { "the header has" } else { "the first row has" };
                return Err(self.error(format_args!("{found} values, but {expected} {width}")));
            }
        }
        self.row_start = self.cells.len();
        self.rows += 1;
        if self.place == Place::Line {
            self.lines.push(self.line);
        }
        Ok(())
    }

    /// Ends a row whose cells have names; the first record decides the columns.
    fn end_record(&mut self, mut record: Vec<(String, Cell)>) -> Result<(), BadInput> {
        let columns = match &mut self.columns {
            Some(columns) => columns,
            None if self.rows > 0 => {
                return Err(self.error("a record among rows without names"));
            }
            None => {
                for (index, (name, _)) in record.iter().enumerate() {
                    if record[..index].iter().any(|(other, _)| other == name) {
                        return Err(self.error(format_args!("\"{}\" is there twice", clip(name, 60))));
                    }
                }
                self.columns.insert(record.iter().map(|(name, _)| name.clone()).collect())
            }
        };
        let mut row = vec![Cell::Missing; columns.len()];
        for (index, (name, cell)) in record.drain(..).enumerate() {
            let place = match columns.get(index) {
                Some(column) if *column == name => Some(index),
                _ => columns.iter().position(|column| *column == name),
            };
            match place {
                Some(place) => row[place] = cell,
                None => {
                    let row = self.row();
                    return Err(BadInput::at(
                        self.place,
                        row,
                        Some(&name),
                        "the first row has no such column",
                    ));
                }
            }
        }
        row.into_iter().try_for_each(|cell| self.push(cell))?;
        self.end_row()
    }

    fn finish(self) -> Result<Batch, BadInput> {
        match self.width {
            Some(width) if self.rows > 0 => Ok(Batch {
                columns: self.columns,
                width,
                cells: self.cells,
                text: self.text,
                lines: self.lines,
                place: self.place,
                params: self.params,
            }),
            _ => Err(BadInput::new("the request has no rows")),
        }
    }
}
