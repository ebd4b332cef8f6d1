//! CSV files with a header.

use crate::{Dataset, FileError, clip, lines::LineCounter, name_list};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Why a CSV file cannot be used. Every message names the file, and where it helps the line (counted from
/// 1, as an editor shows it) and the column.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// The file cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// There is no file to read.
    #[error("no CSV file was found in {}", .0.display())]
    NoFile(PathBuf),
    /// The file has no byte, or blank lines only.
    #[error("{file} is empty: the first line must name the columns")]
    Empty {
        /// Name of the file.
        file: String,
    },
    /// The file has a header and nothing below it.
    #[error("{file} has a header but no rows")]
    NoRows {
        /// Name of the file.
        file: String,
    },
    /// The file is in another encoding, or is not text.
    #[error("{file}, line {line}: not UTF-8 text; save the file as UTF-8")]
    NotUtf8 {
        /// Name of the file.
        file: String,
        /// Line of the first byte that is not UTF-8.
        line: u64,
    },
    /// Two columns have one name.
    #[error("{file}, line {line}: the header names column \"{column}\" twice")]
    DuplicateColumn {
        /// Name of the file.
        file: String,
        /// Line of the header.
        line: u64,
        /// The name.
        column: String,
    },
    /// A column of the header has no name.
    #[error("{file}, line {line}: column {position} of the header has no name")]
    UnnamedColumn {
        /// Name of the file.
        file: String,
        /// Line of the header.
        line: u64,
        /// 1-based position of the column.
        position: usize,
    },
    /// A row is shorter or longer than the header.
    #[error("{file}, line {line}: {found} fields, but the header has {expected}")]
    FieldCount {
        /// Name of the file.
        file: String,
        /// Line of the row.
        line: u64,
        /// Fields of the row.
        found: usize,
        /// Fields of the header.
        expected: usize,
    },
    /// A file of the same table has another header.
    #[error("{file} has other columns than {first}: all files of a table need the same header")]
    OtherHeader {
        /// Name of the file.
        file: String,
        /// Name of the first file of the table.
        first: String,
    },
    /// A column that is needed is not in the header.
    #[error("{file} has no column \"{column}\"; its columns are {present}")]
    MissingColumn {
        /// Name of the file.
        file: String,
        /// The name that was looked for.
        column: String,
        /// Those there are.
        present: String,
    },
    /// A cell of a number column is something else.
    #[error("{file}, line {line}, column \"{column}\": \"{value}\" is not a number")]
    NotANumber {
        /// Name of the file.
        file: String,
        /// Line of the row.
        line: u64,
        /// Name of the column.
        column: String,
        /// What the cell has.
        value: String,
    },
    /// A cell is NaN or infinite.
    #[error("{file}, line {line}, column \"{column}\": \"{value}\" is not a finite number")]
    NotFinite {
        /// Name of the file.
        file: String,
        /// Line of the row.
        line: u64,
        /// Name of the column.
        column: String,
        /// What the cell has.
        value: String,
    },
    /// A cell is empty.
    #[error("{file}, line {line}, column \"{column}\": the cell is empty")]
    NoValue {
        /// Name of the file.
        file: String,
        /// Line of the row.
        line: u64,
        /// Name of the column.
        column: String,
    },
    /// There is nothing to tell apart.
    #[error("{file}: column \"{column}\" has only one class, \"{class}\"; a classifier needs at least two")]
    OneClass {
        /// Name of the file.
        file: String,
        /// Name of the label column.
        column: String,
        /// The class.
        class: String,
    },
    /// The label column is the only one.
    #[error("{file} has no feature column: \"{column}\" is its only column")]
    NoFeatures {
        /// Name of the file.
        file: String,
        /// Name of the label column.
        column: String,
    },
    /// The rows cannot be divided as asked.
    #[error("cannot hold out rows: {reason}")]
    Split {
        /// Why.
        reason: String,
    },
}

/// Rows of text under named columns, from one CSV file or several with the same header.
/// Blanks around cells are dropped; blank lines are skipped.
#[derive(Debug, Clone)]
pub struct Table {
    files: Vec<String>,
    columns: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Debug, Clone)]
struct Row {
    file: usize,
    line: u64,
    cells: csv::StringRecord,
}

impl Table {
    /// Reads a file whose first line names the columns.
    ///
    /// # Errors
    /// See [`TableError`].
    pub fn from_csv_file(path: impl AsRef<Path>) -> Result<Self, TableError> {
        Self::from_csv_files(&[path.as_ref()])
    }

    /// Reads files that have the same header, in the given order, as one table.
    ///
    /// # Errors
    /// See [`TableError`].
    pub fn from_csv_files<P: AsRef<Path>>(paths: &[P]) -> Result<Self, TableError> {
        let mut whole: Option<Self> = None;
        for path in paths {
            let path = path.as_ref();
            let bytes = fs::read(path).map_err(FileError::io("read", path))?;
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            let part = Self::from_csv(&name, &bytes)?;
            match &mut whole {
                None => whole = Some(part),
                Some(table) => table.append(part)?,
            }
        }
        whole.ok_or_else(|| TableError::NoFile(PathBuf::from(".")))
    }

    /// Reads the bytes of a CSV file; `name` is what messages call it.
    ///
    /// # Errors
    /// See [`TableError`].
    pub fn from_csv(name: &str, bytes: &[u8]) -> Result<Self, TableError> {
        let file = || clip(name, 100);
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        if let Err(error) = std::str::from_utf8(bytes) {
            let line = LineCounter::new(bytes).line_of(error.valid_up_to());
            return Err(TableError::NotUtf8 { file: file(), line });
        }
        let mut lines = LineCounter::new(bytes);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(bytes);
        let mut columns: Option<Vec<String>> = None;
        let mut rows = Vec::new();
        loop {
            let mut cells = csv::StringRecord::new();
            let start = reader.position().byte();
            let more = reader.read_record(&mut cells);
            // The bytes are in memory and valid UTF-8, so that the reader has nothing to fail on.
            if !more.expect("a flexible reader of UTF-8 in memory does not fail") {
                break;
            }
            let line = lines.record_at(start);
            let blank = cells.iter().all(str::is_empty) && cells.len() == 1;
            match &columns {
                None if blank => {}
                None => columns = Some(header(&file(), line, &cells)?),
                Some(columns) if blank && columns.len() > 1 => {}
                Some(columns) if columns.len() != cells.len() => {
                    let (found, expected) = (cells.len(), columns.len());
                    return Err(TableError::FieldCount { file: file(), line, found, expected });
                }
                Some(_) => rows.push(Row { file: 0, line, cells }),
            }
        }
        let Some(columns) = columns else { return Err(TableError::Empty { file: file() }) };
        if rows.is_empty() {
            return Err(TableError::NoRows { file: file() });
        }
        Ok(Self { files: vec![file()], columns, rows })
    }

    fn append(&mut self, other: Self) -> Result<(), TableError> {
        if other.columns != self.columns {
            let [file, first] = [&other.files, &self.files].map(|files| files[0].clone());
            return Err(TableError::OtherHeader { file, first });
        }
        let shift = self.files.len();
        self.files.extend(other.files);
        self.rows.extend(other.rows.into_iter().map(|row| Row { file: row.file + shift, ..row }));
        Ok(())
    }

    /// The names of the columns, in the order of the file.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The number of rows, at least one.
    #[allow(clippy::len_without_is_empty, reason = "a table always has rows")]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The cells of a column as they are written.
    ///
    /// # Errors
    /// When there is no such column; the message names those there are.
    pub fn text(&self, column: &str) -> Result<Vec<&str>, TableError> {
        let index = self.index_of(column)?;
        Ok(self.rows.iter().map(|row| &row.cells[index]).collect())
    }

    /// The cells of a column as numbers.
    ///
    /// # Errors
    /// When there is no such column, or a cell is empty, a word, NaN or infinite; the message names it.
    pub fn numbers(&self, column: &str) -> Result<Vec<f64>, TableError> {
        let index = self.index_of(column)?;
        self.rows.iter().map(|row| self.number(row, index)).collect()
    }

    /// The table as a classifier trains on it: `label` names the column of classes, and every other
    /// column is a feature that must hold finite numbers.
    ///
    /// # Errors
    /// See [`TableError`]: a missing label column, a cell that is no number, only one class, no features.
    pub fn dataset(&self, label: &str) -> Result<Dataset, TableError> {
        let label_index = self.index_of(label)?;
        let features: Vec<usize> = (0..self.columns.len()).filter(|index| *index != label_index).collect();
        if features.is_empty() {
            return Err(TableError::NoFeatures { file: self.files[0].clone(), column: label.to_owned() });
        }
        let mut classes: Vec<&str> = Vec::new();
        let mut values = Vec::with_capacity(self.rows.len() * features.len());
        for row in &self.rows {
            for index in &features {
                values.push(self.number(row, *index)?);
            }
            let class = &row.cells[label_index];
            if class.is_empty() {
                return Err(self.no_value(row, label_index));
            }
            if let Err(at) = classes.binary_search(&class) {
                classes.insert(at, class);
            }
        }
        if let [class] = classes[..] {
            return Err(TableError::OneClass {
                file: self.files[0].clone(),
                column: label.to_owned(),
                class: clip(class, 40),
            });
        }
        let targets = self
            .rows
            .iter()
            .map(|row| {
                classes.binary_search(&&row.cells[label_index]).expect("every class was collected above")
            })
            .collect();
        Ok(Dataset::new(
            features.iter().map(|index| self.columns[*index].clone()).collect(),
            label.to_owned(),
            classes.into_iter().map(str::to_owned).collect(),
            values,
            targets,
        ))
    }

    fn index_of(&self, column: &str) -> Result<usize, TableError> {
        self.columns.iter().position(|name| name == column).ok_or_else(|| TableError::MissingColumn {
            file: self.files[0].clone(),
            column: clip(column, 60),
            present: name_list(&self.columns),
        })
    }

    fn number(&self, row: &Row, index: usize) -> Result<f64, TableError> {
        let cell = &row.cells[index];
        match cell.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(value),
            Ok(_) => Err(TableError::NotFinite {
                file: self.files[row.file].clone(),
                line: row.line,
                column: self.columns[index].clone(),
                value: clip(cell, 40),
            }),
            Err(_) if cell.is_empty() => Err(self.no_value(row, index)),
            Err(_) => Err(TableError::NotANumber {
                file: self.files[row.file].clone(),
                line: row.line,
                column: self.columns[index].clone(),
                value: clip(cell, 40),
            }),
        }
    }

    fn no_value(&self, row: &Row, index: usize) -> TableError {
        TableError::NoValue {
            file: self.files[row.file].clone(),
            line: row.line,
            column: self.columns[index].clone(),
        }
    }
}

fn header(file: &str, line: u64, cells: &csv::StringRecord) -> Result<Vec<String>, TableError> {
    let mut columns: Vec<String> = Vec::with_capacity(cells.len());
    let mut seen = std::collections::HashSet::new();
    for (index, cell) in cells.iter().enumerate() {
        if cell.is_empty() {
            return Err(TableError::UnnamedColumn { file: file.to_owned(), line, position: index + 1 });
        }
        if !seen.insert(cell) {
            return Err(TableError::DuplicateColumn { file: file.to_owned(), line, column: clip(cell, 60) });
        }
        columns.push(cell.to_owned());
    }
    Ok(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(csv: impl AsRef<[u8]>, expected: &str) {
        let error = Table::from_csv("a.csv", csv.as_ref())
            .and_then(|table| table.dataset("kind"))
            .expect_err("the file is bad");
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn bad_files_are_named_with_line_and_column() {
        check("", "a.csv is empty: the first line must name the columns");
        check("\n\n", "a.csv is empty: the first line must name the columns");
        check("x,kind\n", "a.csv has a header but no rows");
        check("x,y\n1,2\n", r#"a.csv has no column "kind"; its columns are "x", "y""#);
        check("x,kind\n1,a\nwide,b\n", r#"a.csv, line 3, column "x": "wide" is not a number"#);
        check("x,kind\n1,a\nNaN,b\n", r#"a.csv, line 3, column "x": "NaN" is not a finite number"#);
        check("x,kind\n-inf,a\n1,b\n", r#"a.csv, line 2, column "x": "-inf" is not a finite number"#);
        check("x,kind\n1,a\n,b\n", r#"a.csv, line 3, column "x": the cell is empty"#);
        check("x,kind\n1,a\n2,\n", r#"a.csv, line 3, column "kind": the cell is empty"#);
        check("x,x,kind\n1,2,a\n", r#"a.csv, line 1: the header names column "x" twice"#);
        check("x,,kind\n1,2,a\n", "a.csv, line 1: column 2 of the header has no name");
        check("x,kind\n1,a\n1,2,b\n", "a.csv, line 3: 3 fields, but the header has 2");
        check("kind\na\nb\n", r#"a.csv has no feature column: "kind" is its only column"#);
        check(b"x,kind\n1,a\n2,caf\xe9\n", "a.csv, line 3: not UTF-8 text; save the file as UTF-8");
        check(
            "x,kind\n1,a\n2,a\n",
            r#"a.csv: column "kind" has only one class, "a"; a classifier needs at least two"#,
        );
    }

    #[test]
    fn lines_are_those_of_an_editor() {
        let wrong = r#", column "x": "?" is not a number"#;
        check("\n\nx,kind\n\n1,a\n\n\n?,b\n", &format!("a.csv, line 8{wrong}"));
        check("x,kind\r\n1,a\r\n\r\n?,b\r\n", &format!("a.csv, line 4{wrong}"));
        check("x,kind\r1,a\r?,b\r", &format!("a.csv, line 3{wrong}"));
        check("x,kind\n1,\"a\nb\"\n?,c\n", &format!("a.csv, line 4{wrong}"));
        check("\u{feff}x,kind\n?,b\n", &format!("a.csv, line 2{wrong}"));
        check("x,kind\n   \n?,b\n", &format!("a.csv, line 3{wrong}"));
    }

    #[test]
    fn columns_come_from_the_header() {
        let table = Table::from_csv("a.csv", b"kind, x ,y\nb,1, 2\na,3,4e1\n").expect("a good file");
        assert_eq!((table.columns(), table.len()), (&["kind", "x", "y"].map(String::from)[..], 2));
        let data = table.dataset("kind").expect("two classes");
        assert_eq!(data.features(), ["x", "y"]);
        assert_eq!(data.classes(), ["a", "b"]);
        assert_eq!((data.row(0), data.target(0)), (&[1.0, 2.0][..], 1));
        assert_eq!((data.row(1), data.target(1)), (&[3.0, 40.0][..], 0));
        assert_eq!(table.text("kind").expect("there"), ["b", "a"]);
    }

    #[test]
    fn files_of_one_table_need_one_header() {
        let mut first = Table::from_csv("a.csv", b"x,kind\n1,a\n").expect("good");
        first.append(Table::from_csv("b.csv", b"x,kind\n?,b\n").expect("good")).expect("the same header");
        let error = first.dataset("kind").expect_err("a question mark is no number").to_string();
        assert_eq!(error, r#"b.csv, line 2, column "x": "?" is not a number"#);
        let other = Table::from_csv("c.csv", b"z,kind\n1,b\n").expect("good");
        let error = first.append(other).expect_err("another header").to_string();
        assert_eq!(error, "c.csv has other columns than a.csv: all files of a table need the same header");
    }
}
