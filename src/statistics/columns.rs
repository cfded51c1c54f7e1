//! The columns of the data file, by their present and their older names.

use super::error::{Problem, ReadError};
use crate::{
    kpi::Indicator,
    measure::Unit,
    text::excerpt,
    workforce::{self, Count},
};
use std::sync::LazyLock;

/// A column that the reader looks for.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: &'static str,
    /// The name in the layout of the edition of 2023 and before, where it is another.
    older: Option<&'static str>,
}

impl Column {
    const fn new(name: &'static str) -> Self {
        Self { name, older: None }
    }

    const fn renamed(older: &'static str, name: &'static str) -> Self {
        Self { name, older: Some(older) }
    }

    fn is(&self, name: &[u8]) -> bool {
        name == self.name.as_bytes() || self.older.is_some_and(|older| name == older.as_bytes())
    }

    fn names(&self) -> String {
        match self.older {
            Some(older) => format!("{} (formerly {older})", self.name),
            None => self.name.to_owned(),
        }
    }
}

/// Where and when a row stands.
pub(super) const TIME_PERIOD: usize = 0;
pub(super) const TIME_IDENTIFIER: usize = 1;
pub(super) const GEOGRAPHIC_LEVEL: usize = 2;
pub(super) const COUNTRY_CODE: usize = 3;
pub(super) const COUNTRY_NAME: usize = 4;
pub(super) const REGION_CODE: usize = 5;
pub(super) const REGION_NAME: usize = 6;
pub(super) const OLD_LA_CODE: usize = 7;
pub(super) const NEW_LA_CODE: usize = 8;
pub(super) const LA_NAME: usize = 9;

pub(super) static KEYS: [Column; 10] = [
    Column::new("time_period"),
    Column::new("time_identifier"),
    Column::new("geographic_level"),
    Column::new("country_code"),
    Column::new("country_name"),
    Column::new("region_code"),
    Column::new("region_name"),
    Column::new("old_la_code"),
    Column::new("new_la_code"),
    Column::new("la_name"),
];

/// How many columns of counts there are; those of the rates follow them.
pub(super) const COUNTS_LEN: usize = 13;
/// How many columns of rates there are.
pub(super) const RATES_LEN: usize = 9;
pub(super) const NUMBERS_LEN: usize = COUNTS_LEN + RATES_LEN;

pub(super) static NUMBERS: [Column; NUMBERS_LEN] = [
    Column::renamed("social_worker_fte", "inpost_fte"),
    Column::renamed("social_worker_headcount", "inpost_headcount"),
    Column::new("starters_fte"),
    Column::new("starters_headcount"),
    Column::renamed("leaver_fte", "leavers_fte"),
    Column::renamed("leaver_headcount", "leavers_headcount"),
    Column::new("agency_fte"),
    Column::new("agency_headcount"),
    Column::new("agency_cover_fte"),
    Column::new("vacancy_fte"),
    Column::new("case_holders_fte"),
    Column::new("cases"),
    Column::new("working_days_lost_fte"),
    Column::renamed("turnover_rate_fte_%", "turnover_rate_fte"),
    Column::renamed("turnover_rate_headcount_%", "turnover_rate_headcount"),
    Column::renamed("agency_worker_rate_fte_%", "agency_rate_fte"),
    Column::renamed("agency_worker_rate_headcount_%", "agency_rate_headcount"),
    Column::renamed("agency_cover_rate_fte_%", "agency_cover_rate_fte"),
    Column::renamed("vacancy_rate_fte_%", "vacancy_rate_fte"),
    Column::renamed("vacancy_agency_cover_rate_fte_%", "vacancy_agency_cover_rate_fte"),
    Column::new("caseload_fte"),
    Column::renamed("absence_rate_fte_%", "absence_rate_fte"),
];

/// What a column of numbers can hold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind {
    pub(super) unit: Unit,
    /// A share of a whole, never above 100.
    pub(super) is_share: bool,
}

/// The kinds of the columns of numbers, near at hand for the hot path.
pub(super) static KINDS: LazyLock<[Kind; NUMBERS_LEN]> = LazyLock::new(|| {
    core::array::from_fn(|number| {
        let indicator = indicator(number);
        Kind { unit: indicator.unit(), is_share: indicator.is_share() }
    })
});

/// The indicator of a column of numbers: the counts of a [`Snapshot`](crate::Snapshot), then the published rates.
pub(super) fn indicator(number: usize) -> &'static Indicator {
    match number.checked_sub(COUNTS_LEN) {
        Some(rate) => workforce::RATES[rate].indicator,
        None => Count::ALL[number].indicator(),
    }
}

/// The column of numbers that an indicator has.
pub(super) fn number_of(indicator: &Indicator) -> Option<usize> {
    (0..NUMBERS_LEN).find(|&number| self::indicator(number) == indicator)
}

/// Where in a row each column stands.
#[derive(Debug)]
pub(super) struct Places {
    pub(super) width: usize,
    pub(super) keys: [usize; KEYS.len()],
    /// None for the starters, which the older layout has not.
    pub(super) numbers: [Option<usize>; NUMBERS_LEN],
}

impl Places {
    /// Finds the columns of a header, wherever they stand; others are passed over.
    pub(super) fn find(header: &csv::ByteRecord) -> Result<Self, ReadError> {
        let place = |column: &Column| -> Result<Option<usize>, ReadError> {
            let mut found = header.iter().enumerate().filter(|(_, name)| column.is(name));
            let Some((first, _)) = found.next() else { return Ok(None) };
            if let Some((second, name)) = found.next() {
                return Err(ReadError::new(Problem::Repeated {
                    columns: column.names(),
                    given: excerpt(&String::from_utf8_lossy(name)),
                    places: [first + 1, second + 1],
                }));
            }
            Ok(Some(first))
        };
        let mut missing = Vec::new();
        let mut keys = [0; KEYS.len()];
        for (column, key) in KEYS.iter().zip(&mut keys) {
            match place(column)? {
                Some(found) => *key = found,
                None => missing.push(column.names()),
            }
        }
        let mut numbers = [None; NUMBERS_LEN];
        for (column, number) in NUMBERS.iter().zip(&mut numbers) {
            *number = place(column)?;
        }
        // The older layout has no starters; it is known by its name for those in post.
        let starters = [Count::StartersFte as usize, Count::StartersHeadcount as usize];
        let inpost = Count::InpostFte as usize;
        let is_older = numbers[inpost].is_some_and(|at| &header[at] != NUMBERS[inpost].name.as_bytes());
        for (number, column) in NUMBERS.iter().enumerate() {
            let optional = is_older && starters.contains(&number);
            if numbers[number].is_none() && !optional {
                missing.push(column.names());
            }
        }
        if missing.len() == KEYS.len() + NUMBERS.len() {
            let first = header.get(0).unwrap_or_default();
            return Err(ReadError::new(Problem::NoColumns {
                first: excerpt(&String::from_utf8_lossy(first)),
            }));
        }
        if !missing.is_empty() {
            return Err(ReadError::new(Problem::Missing(missing)));
        }
        Ok(Self { width: header.len(), keys, numbers })
    }
}
