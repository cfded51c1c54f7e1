//! The rows of a file, gathered by reporting year.

use super::{
    ReportingYear, Row,
    area::RegionCode,
    error::{Problem, ReadError, ReadFault},
    reader::Reader,
};
use crate::measure::Period;
use std::{
    collections::{BTreeMap, HashMap, HashSet, VecDeque},
    io,
};

pub(super) const ROWS_HELD: usize = 4_096;

/// A reporting year of a country.
pub(super) type Key = (Period, RegionCode);

/// What there is of a year so far.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) rows: Vec<Row>,
    pub(super) refused: Vec<ReadError>,
}

/// The reporting years of a file, one after the other; made by [`Reader::reporting_years`].
///
/// A year is given when no more of its rows can come: at the end of the file, or when more than
/// [`ROWS_HELD`](Self::ROWS_HELD) rows wait and it is the one whose last row is furthest back. So a file of at most that
/// many rows may stand in any order, a longer one must have the rows of a year near together, as the
/// Department's have, and memory does not grow with the file. (What is kept of each year given is its name, to know a
/// row that comes too late.)
///
/// # Errors
///
/// A row that is refused is given as an error, and reading goes on; its year [knows of it](ReportingYear::refused), where
/// the year could be read. Where the source breaks off, every year that waits knows that. An error is given too for a
/// row whose year was already given ([`ReadFault::Order`]): it would make another year of that name, without the rest.
///
/// # Examples
///
/// See [the module](super).
#[derive(Debug)]
pub struct ReportingYears<R> {
    reader: Reader<R>,
    /// The year of the last row, and what there is of it.
    latest: Option<(Key, Gathered)>,
    /// The other years that wait, each with the moment of its last row.
    waiting: HashMap<Key, (u64, Gathered)>,
    /// Those years by their moments, which count the changes from one year to another.
    order: BTreeMap<u64, Key>,
    moment: u64,
    held: usize,
    given: HashSet<Key>,
    ready: VecDeque<ReportingYear>,
}

impl<R: io::Read> ReportingYears<R> {
    /// How many rows may wait for the rest of their years: those of twenty-five years of England.
    pub const ROWS_HELD: usize = ROWS_HELD;

    pub(super) fn new(reader: Reader<R>) -> Self {
        Self {
            reader,
            latest: None,
            waiting: HashMap::new(),
            order: BTreeMap::new(),
            moment: 0,
            held: 0,
            given: HashSet::new(),
            ready: VecDeque::new(),
        }
    }

    /// The reader, with its counts of rows.
    #[must_use]
    pub const fn reader(&self) -> &Reader<R> {
        &self.reader
    }

    fn hold(&mut self, row: Row) -> Result<(), ReadError> {
        let key = (row.period, row.country);
        match &mut self.latest {
            Some((latest, gathered)) if *latest == key => gathered.rows.push(row),
            _ if self.given.contains(&key) => {
                self.reader.refuse_given();
                return Err(ReadError::new(Problem::Order {
                    line: row.line,
                    period: row.period,
                    area: row.code().to_owned(),
                }));
            }
            _ => self.change_to(key).rows.push(row),
        }
        self.held_one_more();
        Ok(())
    }

    /// A year that lacks a row must know it, and so must each that waits when the source breaks off.
    fn hold_refused(&mut self, error: &ReadError) {
        if error.fault() == ReadFault::Source {
            let waiting = self.waiting.values_mut().map(|(_, gathered)| gathered);
            for gathered in self.latest.iter_mut().map(|(_, gathered)| gathered).chain(waiting) {
                gathered.refused.push(error.clone());
                self.held += 1;
            }
        }
        if let Some(key) = error.key()
            && !self.given.contains(&key)
        {
            self.change_to(key).refused.push(error.clone());
            self.held_one_more();
        }
    }

    /// Puts the year of the last row back among those that wait, and takes another, or the same again.
    fn change_to(&mut self, key: Key) -> &mut Gathered {
        if let Some((key, gathered)) = self.latest.take() {
            self.moment += 1;
            self.order.insert(self.moment, key);
            self.waiting.insert(key, (self.moment, gathered));
        }
        let (moment, gathered) = self.waiting.remove(&key).unwrap_or_default();
        self.order.remove(&moment);
        &mut self.latest.insert((key, gathered)).1
    }

    fn held_one_more(&mut self) {
        self.held += 1;
        while self.held > Self::ROWS_HELD {
            self.close_oldest();
        }
    }

    /// Gives the year whose last row is furthest back.
    fn close_oldest(&mut self) -> bool {
        let oldest = self.order.pop_first().and_then(|(_, key)| Some((key, self.waiting.remove(&key)?.1)));
        let Some((key, gathered)) = oldest.or_else(|| self.latest.take()) else { return false };
        self.held -= gathered.rows.len() + gathered.refused.len();
        self.given.insert(key);
        // A year of which every row was refused is in the errors.
        if !gathered.rows.is_empty() {
            self.ready.push_back(ReportingYear::of_rows(key, gathered));
        }
        true
    }
}

impl<R: io::Read> Iterator for ReportingYears<R> {
    type Item = Result<ReportingYear, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(year) = self.ready.pop_front() {
                return Some(Ok(year));
            }
            match self.reader.next() {
                Some(Ok(row)) => {
                    if let Err(error) = self.hold(row) {
                        return Some(Err(error));
                    }
                }
                Some(Err(error)) => {
                    self.hold_refused(&error);
                    return Some(Err(error));
                }
                None => {
                    if !self.close_oldest() {
                        return None;
                    }
                }
            }
        }
    }
}

impl<R: io::Read> core::iter::FusedIterator for ReportingYears<R> {}
