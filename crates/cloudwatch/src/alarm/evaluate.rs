//! When an alarm changes its state: the pure part.
//!
//! Source: CloudWatch User Guide, "Alarm evaluation" and "Configuring how CloudWatch alarms treat missing data",
//! whose tables are the tests below.

use serde::{Deserialize, Serialize};

/// Periods beyond the evaluation periods that are looked at where some have no data.
pub(crate) const EXTRA: usize = 2;

/// The state of an alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) enum State {
    #[serde(rename = "OK")]
    Ok,
    #[serde(rename = "ALARM")]
    Alarm,
    #[serde(rename = "INSUFFICIENT_DATA")]
    InsufficientData,
}

impl State {
    pub(crate) fn name(self) -> &'static str {
        match self {
            State::Ok => "OK",
            State::Alarm => "ALARM",
            State::InsufficientData => "INSUFFICIENT_DATA",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        [State::Ok, State::Alarm, State::InsufficientData].into_iter().find(|state| state.name() == name)
    }
}

/// What periods without data count as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    Missing,
    Ignore,
    Breaching,
    NotBreaching,
}

impl Missing {
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "missing" => Missing::Missing,
            "ignore" => Missing::Ignore,
            "breaching" => Missing::Breaching,
            "notBreaching" => Missing::NotBreaching,
            _ => return None,
        })
    }
}

/// How values are compared with the threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    GreaterOrEqual,
    Greater,
    Less,
    LessOrEqual,
}

impl Comparison {
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "GreaterThanOrEqualToThreshold" => Comparison::GreaterOrEqual,
            "GreaterThanThreshold" => Comparison::Greater,
            "LessThanThreshold" => Comparison::Less,
            "LessThanOrEqualToThreshold" => Comparison::LessOrEqual,
            _ => return None,
        })
    }

    pub(crate) fn is_breach(self, value: f64, threshold: f64) -> bool {
        match self {
            Comparison::GreaterOrEqual => value >= threshold,
            Comparison::Greater => value > threshold,
            Comparison::Less => value < threshold,
            Comparison::LessOrEqual => value <= threshold,
        }
    }

    /// As it stands in reasons.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Comparison::GreaterOrEqual => "greater than or equal to",
            Comparison::Greater => "greater than",
            Comparison::Less => "less than",
            Comparison::LessOrEqual => "less than or equal to",
        }
    }

    /// Whether a great value breaches.
    pub(crate) fn is_upwards(self) -> bool {
        matches!(self, Comparison::GreaterOrEqual | Comparison::Greater)
    }
}

/// M out of N.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    /// N: `EvaluationPeriods`.
    pub(crate) periods: usize,
    /// M: `DatapointsToAlarm`.
    pub(crate) to_alarm: usize,
    pub(crate) missing: Missing,
}

/// What an evaluation found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) state: State,
    /// Periods without data that were counted as something.
    pub(crate) filled: usize,
}

/// The state after the periods of the evaluation range, oldest first: whether each breaches, `None` where it
/// has no data.
///
/// - With at least N data points in the range, the latest N of them decide, whatever is missing between them.
/// - With fewer, missing periods fill up to N as the alarm says.
/// - Where they are left missing and all data breach, but fewer than M: ALARM once the oldest of them is M
///   periods old, since what is missing can no longer be awaited; before that, the state stays.
pub(crate) fn evaluate(rule: Rule, range: &[Option<bool>], current: State) -> Outcome {
    let real: Vec<bool> = range.iter().flatten().copied().collect();
    let decided = |breaching: usize, filled: usize| Outcome {
        state: if breaching >= rule.to_alarm { State::Alarm } else { State::Ok },
        filled,
    };
    if real.len() >= rule.periods {
        let latest = &real[real.len() - rule.periods..];
        return decided(latest.iter().filter(|b| **b).count(), 0);
    }
    let filled = rule.periods - real.len();
    let breaching = real.iter().filter(|b| **b).count();
    let keep = Outcome { state: current, filled };
    match rule.missing {
        Missing::Breaching => decided(breaching + filled, filled),
        Missing::NotBreaching => decided(breaching, filled),
        Missing::Ignore if real.is_empty() => keep,
        Missing::Missing if real.is_empty() => Outcome { state: State::InsufficientData, filled },
        Missing::Ignore | Missing::Missing => {
            if breaching >= rule.to_alarm || breaching < real.len() {
                return decided(breaching, filled);
            }
            let oldest = range.iter().position(Option::is_some).map_or(0, |at| range.len() - at);
            match rule.missing {
                Missing::Missing if oldest >= rule.to_alarm => Outcome { state: State::Alarm, filled },
                _ => keep,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `X` breaches, `0` does not, `-` is missing; the expected states for missing, ignore (`None`: the state
    /// stays), breaching, notBreaching.
    fn check(range: &str, (to_alarm, periods): (usize, usize), expected: [Option<State>; 4]) {
        let points: Vec<Option<bool>> = range
            .split_whitespace()
            .map(|c| match c {
                "X" => Some(true),
                "0" => Some(false),
                _ => None,
            })
            .collect();
        let treatments = [Missing::Missing, Missing::Ignore, Missing::Breaching, Missing::NotBreaching];
        for (missing, expected) in treatments.into_iter().zip(expected) {
            for current in [State::Ok, State::Alarm, State::InsufficientData] {
                let found = evaluate(Rule { periods, to_alarm, missing }, &points, current).state;
                assert_eq!(found, expected.unwrap_or(current), "{range} {missing:?} from {current:?}");
            }
        }
    }

    const OK: Option<State> = Some(State::Ok);
    const ALARM: Option<State> = Some(State::Alarm);
    const NO_DATA: Option<State> = Some(State::InsufficientData);

    #[test]
    fn the_documentations_table_for_three_of_three() {
        check("0 - X - X", (3, 3), [OK, OK, OK, OK]);
        check("0 - - - -", (3, 3), [OK, OK, OK, OK]);
        check("- - - - -", (3, 3), [NO_DATA, None, ALARM, OK]);
        check("0 X X - X", (3, 3), [ALARM, ALARM, ALARM, ALARM]);
        check("- - X - -", (3, 3), [ALARM, None, ALARM, OK]);
    }

    #[test]
    fn the_documentations_table_for_two_of_three() {
        check("0 - X - X", (2, 3), [ALARM, ALARM, ALARM, ALARM]);
        check("0 0 X 0 X", (2, 3), [ALARM, ALARM, ALARM, ALARM]);
        check("0 - X - -", (2, 3), [OK, OK, ALARM, OK]);
        check("- - - - 0", (2, 3), [OK, OK, ALARM, OK]);
        check("- - - X -", (2, 3), [ALARM, None, ALARM, OK]);
    }

    #[test]
    fn alarms_are_not_premature() {
        check("- - - - X", (3, 3), [None, None, ALARM, OK]);
        check("- - - X -", (3, 3), [None, None, ALARM, OK]);
        check("- - - X 0", (3, 3), [OK, OK, OK, OK]);
        check("- - X - 0", (3, 3), [OK, OK, OK, OK]);
        check("- - - - X", (1, 1), [ALARM, ALARM, ALARM, ALARM]);
        check("X - -", (1, 1), [ALARM, ALARM, ALARM, ALARM]);
        check("X 0 -", (1, 1), [OK, OK, OK, OK]);
        check("- - -", (1, 1), [NO_DATA, None, ALARM, OK]);
    }
}
