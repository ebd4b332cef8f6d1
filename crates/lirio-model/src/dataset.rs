//! Rows with numbers and a class each, for training.

use crate::{FileError, TableError, predictions::csv_field};
use std::{fmt::Write, fs, path::Path};

/// What a classifier trains on: per row one number for each feature, and a class.
/// Numbers are finite, there are at least two classes in the table it came from, and classes are sorted.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    features: Vec<String>,
    label: String,
    classes: Vec<String>,
    values: Vec<f64>,
    targets: Vec<usize>,
}

impl Dataset {
    pub(crate) fn new(
        features: Vec<String>,
        label: String,
        classes: Vec<String>,
        values: Vec<f64>,
        targets: Vec<usize>,
    ) -> Self {
        Self { features, label, classes, values, targets }
    }

    /// Names of the feature columns.
    pub fn features(&self) -> &[String] {
        &self.features
    }

    /// Name of the label column.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The classes, sorted; a target is an index into these.
    pub fn classes(&self) -> &[String] {
        &self.classes
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.targets.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.targets.is_empty()
    }

    /// The features of all rows, row after row.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The features of one row.
    ///
    /// # Panics
    /// When there is no such row.
    pub fn row(&self, row: usize) -> &[f64] {
        &self.values[row * self.features.len()..][..self.features.len()]
    }

    /// The class of one row, as an index into [`classes`](Self::classes).
    ///
    /// # Panics
    /// When there is no such row.
    pub fn target(&self, row: usize) -> usize {
        self.targets[row]
    }

    /// The class of every row, as indices into [`classes`](Self::classes).
    pub fn targets(&self) -> &[usize] {
        &self.targets
    }

    /// Divides the rows into those to train on and those held out, with the same share of every class.
    /// The same rows, fraction and seed give the same division on every machine. Rows keep their order,
    /// and every class has at least one row on both sides.
    ///
    /// # Errors
    /// When the fraction is not between 0 and 1, or a class has only one row.
    pub fn split_stratified(&self, held_out: f64, seed: u64) -> Result<(Self, Self), TableError> {
        let split = |reason: String| TableError::Split { reason };
        if !(held_out > 0.0 && held_out < 1.0) {
            return Err(split(format!("the fraction must lie between 0 and 1, not {held_out}")));
        }
        let mut of_class: Vec<Vec<usize>> = vec![Vec::new(); self.classes.len()];
        for (row, target) in self.targets.iter().enumerate() {
            of_class[*target].push(row);
        }
        for (class, rows) in of_class.iter().enumerate() {
            if rows.len() == 1 {
                let name = &self.classes[class];
                return Err(split(format!("class \"{name}\" has only one row, and at least two are needed")));
            }
        }
        let counts: Vec<usize> = of_class.iter().map(Vec::len).collect();
        let mut out = vec![false; self.len()];
        let mut random = SplitMix(seed);
        for (rows, count) in of_class.iter_mut().zip(shares(&counts, held_out)) {
            // The first `count` places of a Fisher-Yates shuffle are a fair draw without repetition.
            for place in 0..count {
                let other = place + random.below(rows.len() - place);
                rows.swap(place, other);
                out[rows[place]] = true;
            }
        }
        Ok((self.keep(|row| !out[row]), self.keep(|row| out[row])))
    }

    fn keep(&self, wanted: impl Fn(usize) -> bool) -> Self {
        let rows: Vec<usize> = (0..self.len()).filter(|row| wanted(*row)).collect();
        Self {
            features: self.features.clone(),
            label: self.label.clone(),
            classes: self.classes.clone(),
            values: rows.iter().flat_map(|row| self.row(*row)).copied().collect(),
            targets: rows.iter().map(|row| self.targets[*row]).collect(),
        }
    }

    /// Writes the rows as CSV with a header: the features, then the label.
    ///
    /// # Errors
    /// When the file system refuses.
    pub fn write_csv(&self, path: &Path) -> Result<(), FileError> {
        let mut text = String::new();
        for name in &self.features {
            csv_field(&mut text, name);
            text.push(',');
        }
        csv_field(&mut text, &self.label);
        text.push('\n');
        for row in 0..self.len() {
            for value in self.row(row) {
                write!(text, "{value},").expect("a string takes all that is written");
            }
            csv_field(&mut text, &self.classes[self.targets[row]]);
            text.push('\n');
        }
        fs::write(path, text).map_err(FileError::io("write", path))
    }
}

/// How many rows of each class are held out: in all, the fraction of all rows; per class the nearest whole
/// share, where the largest remainders are rounded up; never none and never all.
fn shares(counts: &[usize], fraction: f64) -> Vec<usize> {
    let exact: Vec<f64> = counts.iter().map(|count| *count as f64 * fraction).collect();
    let mut whole: Vec<usize> = exact.iter().map(|share| share.floor() as usize).collect();
    let total = (counts.iter().sum::<usize>() as f64 * fraction).round() as usize;
    let mut by_remainder: Vec<usize> = (0..counts.len()).collect();
    by_remainder.sort_by(|a, b| exact[*b].fract().total_cmp(&exact[*a].fract()).then(a.cmp(b)));
    let missing = total.saturating_sub(whole.iter().sum());
    for class in by_remainder.into_iter().take(missing) {
        whole[class] += 1;
    }
    whole.iter().zip(counts).map(|(share, count)| (*share).clamp(1, count - 1)).collect()
}

/// The SplitMix64 generator: a few lines, the same numbers everywhere, and good enough to shuffle rows.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which must not be zero.
    fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.next()) * limit as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Table;

    fn dataset(counts: &[usize]) -> Dataset {
        let mut csv = String::from("x,kind\n");
        for (class, count) in counts.iter().enumerate() {
            (0..*count).for_each(|row| csv.push_str(&format!("{row}.5,c{class}\n")));
        }
        Table::from_csv("a.csv", csv.as_bytes()).expect("good").dataset("kind").expect("good")
    }

    #[track_caller]
    fn check(counts: &[usize], fraction: f64, expected: &[usize]) {
        let data = dataset(counts);
        let (train, test) = data.split_stratified(fraction, 42).expect("it can be divided");
        let of = |data: &Dataset, class: usize| data.targets().iter().filter(|t| **t == class).count();
        let held_out: Vec<usize> = (0..counts.len()).map(|class| of(&test, class)).collect();
        assert_eq!(held_out, expected);
        for (class, count) in counts.iter().enumerate() {
            assert_eq!(of(&train, class) + held_out[class], *count);
        }
    }

    #[test]
    fn every_class_gives_its_share() {
        check(&[50, 50, 50], 0.2, &[10, 10, 10]);
        check(&[59, 71, 48], 0.2, &[12, 14, 10]);
        check(&[2, 2], 0.01, &[1, 1]);
        check(&[2, 2], 0.99, &[1, 1]);
        check(&[1000, 3], 0.1, &[100, 1]);
    }

    #[test]
    fn a_seed_always_draws_the_same_rows() {
        let data = dataset(&[50, 50]);
        let draw = |seed| data.split_stratified(0.2, seed).expect("divided").1;
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
        // The numbers of SplitMix64's reference implementation for seed 0.
        let mut random = SplitMix(0);
        assert_eq!([random.next(), random.next()], [0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4]);
    }

    #[test]
    fn what_cannot_be_divided_says_why() {
        let reason = |counts: &[usize], fraction| {
            dataset(counts).split_stratified(fraction, 1).expect_err("it cannot").to_string()
        };
        assert_eq!(
            reason(&[5, 1], 0.2),
            "cannot hold out rows: class \"c1\" has only one row, and at least two are needed"
        );
        assert_eq!(
            reason(&[5, 5], 1.0),
            "cannot hold out rows: the fraction must lie between 0 and 1, not 1"
        );
    }
}
