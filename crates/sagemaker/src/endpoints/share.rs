//! Who gets the next request: shares that are exact over few requests, without a lock.

/// The index that the draw of this number falls to, by weight.
///
/// Of any run of draws each index gets its share, give or take one: with weights 9 and 1, exactly one of any ten.
/// Nothing with a weight of zero is drawn.
pub(crate) fn choose(weights: impl Iterator<Item = f64>, draw: u64) -> Option<usize> {
    // Against rounding, so that a third of three is one.
    const ROUNDING: f64 = 1e-9;
    let weights: [f64; MOST] = {
        let mut all = [0.0; MOST];
        weights.zip(&mut all).for_each(|(weight, place)| *place = weight.max(0.0));
        all
    };
    let mut left: f64 = weights.iter().sum();
    let mut draw = draw as f64;
    let mut last = None;
    for (index, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
        last = Some(index);
        let share = (weight / left).min(1.0);
        // So many of the draws up to this one, and up to the one before, are this index's.
        let (after, before) = ((draw + 1.0) * share + ROUNDING, draw * share + ROUNDING);
        if after.floor() > before.floor() {
            return last;
        }
        // Among the rest, this draw has the number of those that were not taken away.
        draw -= before.floor();
        left -= weight;
    }
    last
}

/// The most variants of a configuration, and the most deployments that share an endpoint.
const MOST: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_window_gets_its_shares() {
        let check = |weights: &[f64], window: u64, expected: &[usize]| {
            for start in [0, 1, 7, 1_000_003, 1 << 40] {
                let mut counts = vec![0usize; weights.len()];
                for draw in start..start + window {
                    counts[choose(weights.iter().copied(), draw).unwrap()] += 1;
                }
                for (count, expected) in counts.iter().zip(expected) {
                    assert!(count.abs_diff(*expected) <= 1, "{weights:?} from {start}: {counts:?}");
                }
            }
        };
        check(&[0.9, 0.1], 10, &[9, 1]);
        check(&[0.9, 0.1], 1000, &[900, 100]);
        check(&[1.0, 1.0], 2, &[1, 1]);
        check(&[1.0, 1.0, 1.0], 99, &[33, 33, 33]);
        check(&[3.0, 1.0], 40, &[30, 10]);
        check(&[0.0, 1.0, 0.0], 100, &[0, 100, 0]);
        check(&[0.5, 0.25, 0.25], 100, &[50, 25, 25]);
        check(&[0.75, 0.25], 4, &[3, 1]);
        assert_eq!(choose([0.0].into_iter(), 0), None);
    }

    #[test]
    fn ten_requests_are_exact_from_the_start() {
        let green = (0..10).filter(|draw| choose([0.9, 0.1].into_iter(), *draw) == Some(1)).count();
        assert_eq!(green, 1);
    }
}
