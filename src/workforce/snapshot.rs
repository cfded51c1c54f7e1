//! The counts of one area or team.

use super::rules;
use crate::{
    measure::{Cases, Days, Fte, Headcount, Period, QuantityError, Reported},
    rules::Findings,
};
use core::{iter::Sum, ops::Add};

/// Makes [`Snapshot`] and its wire form from the list of its counts.
macro_rules! snapshot {
    ($(#[$doc:meta])* Snapshot { $($(#[$count_doc:meta])* $count:ident, $with:ident: $type:ident;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(try_from = "crate::wire::Object<wire::Counts>", into = "wire::Counts"))]
        pub struct Snapshot {
            period: Period,
            $($count: Reported<$type>,)+
        }

        impl Snapshot {
            /// A snapshot with no count reported yet: stocks on the last day of `period`, flows over
            /// the year to that day.
            #[must_use]
            pub const fn new(period: Period) -> Self {
                Self { period, $($count: Reported::NotReported,)+ }
            }

            /// The period: stocks are of its last day, flows of the year to that day.
            #[must_use]
            pub const fn period(&self) -> Period {
                self.period
            }

            $(
                $(#[$count_doc])*
                #[must_use]
                pub const fn $count(&self) -> Reported<$type> {
                    self.$count
                }

                #[doc = concat!("Sets [`", stringify!($count), "`](Self::", stringify!($count), "): a number, or the symbol that stands for it.")]
                #[must_use]
                pub fn $with(mut self, count: impl Into<Reported<$type>>) -> Self {
                    self.$count = count.into();
                    self
                }
            )+

            /// Both together, count by count. What one of them lacks the sum lacks, never taken as 0.
            ///
            /// # Errors
            ///
            /// Refuses snapshots of different periods, and a sum above a quantity's `MAX`.
            fn merged(self, other: Self) -> Result<Self, SnapshotError> {
                if self.period != other.period {
                    return Err(SnapshotError(Problem::Periods(self.period, other.period)));
                }
                $(
                    let $count = self.$count.merge(other.$count, $type::checked_add)
                        .map_err(|source| SnapshotError(Problem::Range { count: stringify!($count), source }))?;
                )+
                Ok(Self { period: self.period, $($count),+ })
            }
        }

        #[cfg(feature = "serde")]
        mod wire {
            use super::{Cases, Days, Fte, Headcount, Period, Problem, Reported, Snapshot, SnapshotError};
            use crate::{measure::Symbol, wire::Object};

            /// Numbers by their names, and beside them the symbols of those withheld.
            #[derive(serde::Serialize, serde::Deserialize)]
            #[serde(deny_unknown_fields, expecting = "a snapshot: an object with period and counts")]
            pub(super) struct Counts {
                period: Period,
                $(#[serde(default, skip_serializing_if = "Option::is_none")] $count: Option<$type>,)+
                #[serde(
                    default,
                    deserialize_with = "crate::wire::object",
                    skip_serializing_if = "Withheld::is_empty"
                )]
                withheld: Withheld,
            }

            #[derive(Default, serde::Serialize, serde::Deserialize)]
            #[serde(deny_unknown_fields, expecting = "an object with the symbols of withheld counts")]
            struct Withheld {
                $(#[serde(default, skip_serializing_if = "Option::is_none")] $count: Option<Symbol>,)+
            }

            impl Withheld {
                fn is_empty(&self) -> bool {
                    true $(&& self.$count.is_none())+
                }
            }

            impl TryFrom<Object<Counts>> for Snapshot {
                type Error = SnapshotError;

                fn try_from(Object(wire): Object<Counts>) -> Result<Self, SnapshotError> {
                    Ok(Self {
                        period: wire.period,
                        $($count: match (wire.$count, wire.withheld.$count) {
                            (Some(number), None) => Reported::Known(number),
                            (None, Some(symbol)) => Reported::Withheld(symbol),
                            (None, None) => Reported::NotReported,
                            (Some(_), Some(_)) => return Err(SnapshotError(Problem::Both(stringify!($count)))),
                        },)+
                    })
                }
            }

            impl From<Snapshot> for Counts {
                fn from(snapshot: Snapshot) -> Self {
                    Self {
                        period: snapshot.period,
                        $($count: snapshot.$count.known(),)+
                        withheld: Withheld {
                            $($count: match snapshot.$count {
                                Reported::Withheld(symbol) => Some(symbol),
                                Reported::Known(_) | Reported::NotReported => None,
                            },)+
                        },
                    }
                }
            }
        }
    };
}

snapshot! {
    /// The counts of one area or team: stocks on a day, flows over the year to it.
    ///
    /// The names are the columns of the Department's data file. A count may be a number, withheld
    /// with a symbol, or not reported; a rate needs numbers and says which count it lacks.
    ///
    /// # Exactness
    ///
    /// Counts are taken as exact, and so are the rates and changes made of them. Counts that were printed
    /// to one place give the rate that follows from the print, which may be 0.1 away from the published
    /// one; where a verdict would hang on that last place, compare the published rates as
    /// [`Figure`](crate::Figure)s, whose bounds know their rounding.
    ///
    /// # Adding up
    ///
    /// `a + b` and `Sum` add count by count and give a `Result`, because two snapshots may be of
    /// different periods: a region's rate is the rate of its authorities' summed counts. A count that
    /// is withheld or missing in one part is so in the sum (`[low]` becomes `[x]` there), save `[z]`: not
    /// applicable is nothing to count, as in the official totals. As long as no partial sum is too large,
    /// neither the order of the parts nor their grouping matters.
    ///
    /// **The vacancy gap of a sum** may be less than the sum of the gaps: agency cover beyond the
    /// vacancies of one part then stands against the vacancies of another. To say what nobody fills
    /// anywhere, add up [`vacancy_gap_fte`](Self::vacancy_gap_fte) of the parts.
    ///
    /// # Flows
    ///
    /// Starters, leavers and days lost are always those of **the year** to the last day of the period,
    /// whatever the period is: the leavers of a quarter in a quarter's snapshot would make a turnover
    /// rate that is too low, and nothing can tell.
    ///
    /// # Wire
    ///
    /// `{"period": "year to 30 September 2019", "inpost_fte": "494.5", "cases": 3770, "withheld":
    /// {"working_days_lost_fte": "[c]"}}`: FTE and days as text, counts as whole numbers, symbols apart.
    /// Unknown names are refused; a struct of yours that flattens a snapshot would let them pass, so
    /// give it a field of its own there.
    ///
    /// # Source
    ///
    /// Department for Education, *Children's social work workforce*, data file of reporting year 2025.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Fte, Headcount, Period, Snapshot, Symbol};
    ///
    /// let snapshot = Snapshot::new(Period::reporting_year(2019)?)
    ///     .with_inpost_fte("494.5".parse::<Fte>()?)
    ///     .with_vacancy_fte("56.3".parse::<Fte>()?)
    ///     .with_working_days_lost_fte(Symbol::Confidential);
    /// assert_eq!(snapshot.vacancy_rate_fte()?.to_percent_rounded(1).to_string(), "10.2%");
    /// assert_eq!(
    ///     snapshot.turnover_rate_fte().unwrap_err().to_string(),
    ///     "turnover_rate_fte is not defined: leavers_fte is not reported",
    /// );
    /// assert_eq!(
    ///     snapshot.absence_rate_fte().unwrap_err().to_string(),
    ///     "absence_rate_fte is not defined: working_days_lost_fte is withheld as [c], confidential",
    /// );
    ///
    /// let both = (snapshot + snapshot)?;
    /// assert_eq!(both.inpost_fte().known(), Some("989".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Snapshot {
        /// Social workers in post, FTE, on the day. Agency workers are not among them.
        inpost_fte, with_inpost_fte: Fte;
        /// Social workers in post, people, on the day. Agency workers are not among them.
        inpost_headcount, with_inpost_headcount: Headcount;
        /// Starters of the year, FTE.
        starters_fte, with_starters_fte: Fte;
        /// Starters of the year, people.
        starters_headcount, with_starters_headcount: Headcount;
        /// Leavers of the year, FTE.
        leavers_fte, with_leavers_fte: Fte;
        /// Leavers of the year, people.
        leavers_headcount, with_leavers_headcount: Headcount;
        /// Agency workers, FTE, on the day.
        agency_fte, with_agency_fte: Fte;
        /// Agency workers, people, on the day.
        agency_headcount, with_agency_headcount: Headcount;
        /// Agency workers covering vacancies, FTE, on the day.
        agency_cover_fte, with_agency_cover_fte: Fte;
        /// Vacancies, FTE, on the day, those covered by agency workers included.
        vacancy_fte, with_vacancy_fte: Fte;
        /// Case holders, FTE, on the day, agency workers included.
        case_holders_fte, with_case_holders_fte: Fte;
        /// Cases on the day.
        cases, with_cases: Cases;
        /// Working days lost to sickness in the year.
        working_days_lost_fte, with_working_days_lost_fte: Days;
    }
}

impl Snapshot {
    /// What is unusual about the counts, rule by rule in the order of
    /// [`RULES`](crate::workforce::RULES): published rows hold all of it, so these are warnings.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Fte, Period, Snapshot};
    ///
    /// // West Sussex, 30 September 2019: more agency cover than vacancies.
    /// let snapshot = Snapshot::new(Period::reporting_year(2019)?)
    ///     .with_vacancy_fte("56.3".parse::<Fte>()?)
    ///     .with_agency_cover_fte("75.9".parse::<Fte>()?);
    /// assert_eq!(
    ///     snapshot.findings().to_string(),
    ///     "warning WRK-01 at snapshot.agency_cover_fte: 75.9 FTE of agency workers cover 56.3 FTE of vacancies",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn findings(&self) -> Findings {
        self.findings_inside().within("snapshot")
    }

    /// The same at places within the snapshot.
    pub(crate) fn findings_inside(&self) -> Findings {
        rules::findings(self)
    }
}

/// Count by count; see the type's page.
impl Add for Snapshot {
    type Output = Result<Self, SnapshotError>;

    fn add(self, other: Self) -> Self::Output {
        self.merged(other)
    }
}

/// Count by count; of no snapshots there is no sum.
impl Sum<Snapshot> for Result<Snapshot, SnapshotError> {
    fn sum<I: Iterator<Item = Snapshot>>(mut snapshots: I) -> Self {
        let first = snapshots.next().ok_or(SnapshotError(Problem::Nothing))?;
        snapshots.try_fold(first, Snapshot::merged)
    }
}

/// Count by count; of no snapshots there is no sum.
impl<'a> Sum<&'a Snapshot> for Result<Snapshot, SnapshotError> {
    fn sum<I: Iterator<Item = &'a Snapshot>>(snapshots: I) -> Self {
        snapshots.copied().sum()
    }
}

/// Snapshots make no sum, or a document no snapshot.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct SnapshotError(Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("snapshots of different periods cannot be added: {0} and {1}")]
    Periods(Period, Period),
    #[error("the sum of {count} is too large")]
    Range { count: &'static str, source: QuantityError },
    #[error("there is no snapshot to add up")]
    Nothing,
    #[cfg(feature = "serde")]
    #[error("{0} is given both as a number and as withheld")]
    Both(&'static str),
}
