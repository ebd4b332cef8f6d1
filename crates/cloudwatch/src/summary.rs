//! What is known of the values of one stretch of time: their number, sum, extremes, and how they are spread.

/// Distinct values that are kept exactly while they are gathered; more are put into bins.
const EXACT: usize = 8192;
/// The width of a bin: each is one percent wider than the one before, so a value is off by half a percent at most.
const BASE: f64 = 1.01;
/// Added to a bin's number so that it is positive: `1.01^-75000` is below the smallest number there is.
const SHIFT: f64 = 80_000.0;

/// The values of one stretch of time.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Summary {
    pub(crate) count: f64,
    pub(crate) sum: f64,
    pub(crate) min: f64,
    pub(crate) max: f64,
    /// Values and how often each; in order and without repetition after [`Summary::settle`].
    pub(crate) values: Vec<(f64, f64)>,
    /// Some values came as statistic sets: how they are spread is not known.
    pub(crate) opaque: bool,
    /// The values stand for bins.
    pub(crate) binned: bool,
    settled: usize,
}

impl Default for Summary {
    fn default() -> Self {
        Self {
            count: 0.0,
            sum: 0.0,
            min: f64::INFINITY,
            max: f64::NEG_INFINITY,
            values: Vec::new(),
            opaque: false,
            binned: false,
            settled: 0,
        }
    }
}

impl Summary {
    /// Adds a value that occurred `count` times.
    pub(crate) fn add(&mut self, value: f64, count: f64) {
        if count <= 0.0 {
            return;
        }
        self.count += count;
        self.sum += value * count;
        self.min = self.min.min(value);
        self.max = self.max.max(value);
        if !self.opaque {
            self.values.push((value, count));
            self.tidy();
        }
    }

    /// Adds a statistic set.  Percentiles stay possible where it tells all of its values: there is one, or all
    /// are equal (CloudWatch User Guide, "Percentiles").
    pub(crate) fn add_set(&mut self, count: f64, sum: f64, min: f64, max: f64) {
        if count <= 0.0 {
            return;
        }
        if min == max && (sum - min * count).abs() <= f64::EPSILON * sum.abs() {
            return self.add(min, count);
        }
        self.count += count;
        self.sum += sum;
        self.min = self.min.min(min);
        self.max = self.max.max(max);
        self.blur();
    }

    /// Adds all of another.
    pub(crate) fn merge(&mut self, other: &Summary) {
        self.count += other.count;
        self.sum += other.sum;
        self.min = self.min.min(other.min);
        self.max = self.max.max(other.max);
        self.binned |= other.binned;
        if other.opaque {
            self.blur();
        }
        if !self.opaque {
            self.values.extend_from_slice(&other.values);
            self.tidy();
        }
    }

    /// Brings the values into order, each once.
    pub(crate) fn settle(&mut self) {
        if self.settled == self.values.len() {
            return;
        }
        self.values.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        self.values.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            if same {
                kept.1 += later.1;
            }
            same
        });
        self.settled = self.values.len();
    }

    /// Puts the values into bins unless there are few of them.
    pub(crate) fn coarsen(&mut self, few: usize) {
        self.settle();
        if self.values.len() <= few {
            return;
        }
        for (value, _) in &mut self.values {
            *value = value_of(bin_of(*value));
        }
        self.binned = true;
        self.settled = 0;
        self.settle();
    }

    fn tidy(&mut self) {
        if self.values.len() >= 2 * EXACT.max(self.settled) {
            self.settle();
            if self.values.len() > EXACT {
                self.coarsen(EXACT);
            }
        }
    }

    fn blur(&mut self) {
        self.opaque = true;
        self.values = Vec::new();
        self.settled = 0;
    }
}

/// The bin of a value: 0 for zero, odd for positive, even for negative values.
pub(crate) fn bin_of(value: f64) -> u64 {
    if value == 0.0 || !value.is_finite() {
        return 0;
    }
    let exponent = (value.abs().ln() / BASE.ln()).round() + SHIFT;
    // Between 0 and 160000 for every finite number.
    (exponent.max(0.0) as u64) * 2 + 1 + u64::from(value < 0.0)
}

/// The value that stands for a bin.
pub(crate) fn value_of(bin: u64) -> f64 {
    if bin == 0 {
        return 0.0;
    }
    let exponent = ((bin - 1) / 2) as f64 - SHIFT;
    let size = (exponent * BASE.ln()).exp().min(f64::MAX);
    if (bin - 1) % 2 == 1 { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_are_narrow_and_stay() {
        for value in [1.0, -1.0, 0.0, 123.456, -9e-9, 1e300, -1e300, 5e-324, f64::MAX, 2e-308] {
            let bin = bin_of(value);
            let back = value_of(bin);
            assert!((back - value).abs() <= value.abs() * 0.006 + 1e-323, "{value} {back}");
            assert!(value.abs() < 1e-300 || bin_of(back) == bin, "{value}");
        }
    }

    #[test]
    fn many_values_are_binned_and_sets_blur() {
        let mut all = Summary::default();
        for i in 0..40_000 {
            all.add(f64::from(i), 1.0);
        }
        all.settle();
        assert!(all.binned && all.values.len() <= 2 * EXACT);
        assert_eq!(all.count, 40_000.0);
        assert_eq!(all.values.iter().map(|v| v.1).sum::<f64>(), 40_000.0);
        let mut other = Summary::default();
        other.add_set(3.0, 6.0, 2.0, 2.0);
        assert_eq!(other.values, [(2.0, 3.0)]);
        other.add_set(2.0, 7.0, 3.0, 4.0);
        all.merge(&other);
        assert!(all.opaque && all.values.is_empty());
        assert_eq!((all.count, all.min, all.max), (40_005.0, 0.0, 39_999.0));
    }
}
