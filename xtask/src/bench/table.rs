//! Samples and how they are shown.

/// Measurements of one thing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Samples(Vec<f64>);

impl Samples {
    /// Many at once.
    pub(crate) fn of(values: impl Iterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        Self(values)
    }

    pub(crate) fn add(&mut self, value: f64) {
        let place = self.0.partition_point(|other| *other < value);
        self.0.insert(place, value);
    }

    /// Takes in the samples of another measurement of the same thing.
    pub(crate) fn extend(&mut self, other: Samples) {
        self.0.extend(other.0);
        self.0.sort_by(f64::total_cmp);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn median(&self) -> f64 {
        self.share(0.5)
    }

    /// The value that this share of the samples do not exceed; 0 without samples.
    pub(crate) fn share(&self, share: f64) -> f64 {
        let last = self.0.len().saturating_sub(1);
        let place = (share * last as f64).round() as usize;
        self.0.get(place).copied().unwrap_or_default()
    }

    pub(crate) fn min(&self) -> f64 {
        self.share(0.0)
    }
}

/// A line of a table in milliseconds.
pub(crate) fn line(name: &str, samples: &Samples) {
    println!("  {name:<30} {:>9.1} {:>9.1} {:>9.1}", samples.median(), samples.share(0.9), samples.min());
}

/// The head of such a table.
pub(crate) fn head(title: &str) {
    println!("\n{title}");
    println!("  {:<30} {:>9} {:>9} {:>9}", "ms", "median", "p90", "min");
}

/// A line of a waterfall: where a step begins and how long it takes, on a scale of `whole` milliseconds.
pub(crate) fn bar(name: &str, start: f64, length: f64, whole: f64) {
    const WIDTH: f64 = 36.0;
    let scale =
        |ms: f64| if whole > 0.0 { (ms / whole * WIDTH).round().clamp(0.0, WIDTH) as usize } else { 0 };
    let (from, to) = (scale(start), scale(start + length));
    let marks = format!("{}{}", " ".repeat(from), "#".repeat(to.saturating_sub(from).max(1)));
    println!("  {name:<30} {length:>7.1}  |{marks}");
}

#[cfg(test)]
mod tests {
    use super::Samples;

    #[test]
    fn shares_of_samples() {
        let check = |values: &[f64], share: f64, expected: f64| {
            let mut samples = Samples::default();
            values.iter().for_each(|value| samples.add(*value));
            assert_eq!(samples.share(share), expected, "{values:?} {share}");
        };
        check(&[], 0.5, 0.0);
        check(&[3.0], 0.9, 3.0);
        check(&[5.0, 1.0, 3.0], 0.5, 3.0);
        check(&[5.0, 1.0, 3.0], 0.0, 1.0);
        check(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0], 0.9, 10.0);
    }
}
