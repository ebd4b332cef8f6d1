//! The Gregorian calendar, extended to all years.

use super::date_picture::MINUTE;

/// A moment in its parts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Civil {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
    pub(super) hour: i64,
    pub(super) minute: i64,
    pub(super) second: i64,
    pub(super) milli: i64,
    /// Days since the epoch.
    days: i64,
    /// Minutes by which the local time is ahead of UTC.
    pub(super) zone: i64,
}

/// Days since the epoch of a date; days and months count from one.
pub(super) fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    // Years begin in March, so that the leap day is the last one; 400 years are 146097 days.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

impl Civil {
    /// The parts of a local time in milliseconds.
    pub(super) fn new(local: i64, zone: i64) -> Civil {
        let days = local.div_euclid(1440 * MINUTE);
        let of_day = local.rem_euclid(1440 * MINUTE);
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let years = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * years + years / 4 - years / 100);
        let shifted_month = (5 * of_year + 2) / 153;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        Civil {
            year: era * 400 + years + i64::from(month <= 2),
            month,
            day: of_year - (153 * shifted_month + 2) / 5 + 1,
            hour: of_day / (60 * MINUTE),
            minute: of_day / MINUTE % 60,
            second: of_day / 1000 % 60,
            milli: of_day % 1000,
            days,
            zone,
        }
    }

    /// From Monday, which is 1, to Sunday, which is 7.
    pub(super) fn weekday(&self) -> i64 {
        weekday(self.days)
    }

    pub(super) fn day_of_year(&self) -> i64 {
        self.days - days_from_civil(self.year, 1, 1) + 1
    }

    /// The week, counted from the one that has the first Thursday of its year, and that year.
    pub(super) fn week_of_year(&self) -> (i64, i64) {
        let thursday = Civil::new((self.days - self.weekday() + 4) * 1440 * MINUTE, 0);
        ((thursday.day_of_year() - 1) / 7 + 1, thursday.year)
    }

    /// The week, counted from the one that has the first Thursday of its month, and that month.
    pub(super) fn week_of_month(&self) -> (i64, i64) {
        let thursday = Civil::new((self.days - self.weekday() + 4) * 1440 * MINUTE, 0);
        ((thursday.day - 1) / 7 + 1, thursday.month)
    }
}

fn weekday(days: i64) -> i64 {
    // The epoch was a Thursday.
    (days + 3).rem_euclid(7) + 1
}
