//! A local authority, and how it follows from others.

use super::{
    AuthorityError, AuthorityKind, AuthorityOrigin, DatesCertainty, JointReturn, Region,
    StatisticalNeighbour, Subregion,
    error::{Given, Problem},
    table::{ORIGINS, Row, TABLE},
};
use crate::text::{self, excerpt, text_value};
use chrono::NaiveDate;
use core::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    str::FromStr,
};

/// A local authority of England with children's services, one for each ONS code.
///
/// A reorganised authority has a new ONS code and so is another: [`as_of`](Self::as_of) leads from one to the
/// other, [`continues`](Self::continues) tells whether it is the same under a new code.
///
/// # Text
///
/// `Display` prints the name. `FromStr` and the wire take the ONS code, whatever the date: `E10000032`.
///
/// # Order
///
/// By ONS code.
///
/// # Examples
///
/// ```
/// use childrens_services::{LocalAuthority, Region, chrono::NaiveDate};
///
/// let day = NaiveDate::from_ymd_opt(2019, 9, 30).ok_or("a date")?;
/// let west_sussex = LocalAuthority::by_dfe_code("938", day)?;
/// assert_eq!(west_sussex.to_string(), "West Sussex");
/// assert_eq!((west_sussex.ons_code(), west_sussex.region()), ("E10000032", Region::SouthEast));
///
/// // A name as Ofsted prints it.
/// assert_eq!(LocalAuthority::by_name("Hammersmith & Fulham", day)?.ons_code(), "E09000013");
///
/// // The county of Buckinghamshire in 2019 is a unitary authority today.
/// let county = LocalAuthority::by_name("Buckinghamshire", day)?;
/// let unitary = LocalAuthority::with_ons_code("E06000060")?;
/// assert!(unitary != county && unitary.continues(county));
/// assert_eq!(unitary.as_of(day)?, county);
///
/// let error = LocalAuthority::by_name("Cumberland", day).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "Cumberland (E06000063) began on 2023-04-01; its predecessor is E10000006 (Cumbria)",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct LocalAuthority(&'static Row);

impl LocalAuthority {
    /// Every authority, in force or not, by ONS code.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(Self)
    }

    /// Every authority in force on a date, by ONS code.
    pub fn in_force(on: NaiveDate) -> impl Iterator<Item = Self> {
        Self::all().filter(move |one| one.is_in_force(on))
    }

    /// The authority with an ONS code, whatever the date.
    ///
    /// # Errors
    ///
    /// Refuses a code that the table does not have.
    pub fn with_ons_code(code: &str) -> Result<Self, AuthorityError> {
        Self::find(code).ok_or_else(|| AuthorityError(Problem::OnsCode(excerpt(code))))
    }

    /// The same without an error to write.
    pub(crate) fn find(code: &str) -> Option<Self> {
        // All codes of the table are an E and eight digits, which compare as one number.
        let number = |code: &str| code.strip_prefix('E')?.as_bytes().try_into().ok().map(u64::from_be_bytes);
        let wanted = number(code)?;
        let found = TABLE.binary_search_by_key(&Some(wanted), |row| number(row.ons_code));
        found.ok().map(|at| Self(&TABLE[at]))
    }

    /// The authority with an ONS code that the table itself names.
    pub(super) fn of_the_table(code: &str) -> Self {
        Self::with_ons_code(code).expect("the table names only its own codes")
    }

    /// The ONS code, such as `E10000032`.
    #[must_use]
    pub const fn ons_code(self) -> &'static str {
        self.0.ons_code
    }

    /// The three-digit code of the Department for Education, such as `938`. It stays when only the ONS code
    /// changes.
    #[must_use]
    pub const fn dfe_code(self) -> &'static str {
        self.0.dfe_code
    }

    /// Whether two codes are of one authority: the same, or one that continues the other.
    pub(crate) fn is_one_with(self, other: Self) -> bool {
        self.continues(other) || other.continues(self)
    }

    /// The official name, such as `Bristol, City of`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0.name
    }

    /// What kind of authority it is.
    #[must_use]
    pub const fn kind(self) -> AuthorityKind {
        self.0.kind
    }

    /// The region that it lies in.
    #[must_use]
    pub const fn region(self) -> Region {
        self.0.region
    }

    /// The part of London that it lies in; none outside London.
    #[must_use]
    pub const fn subregion(self) -> Option<Subregion> {
        self.0.subregion
    }

    /// The first day of the ONS code; none where it is not stated, which means before 2012.
    #[must_use]
    pub const fn valid_from(self) -> Option<NaiveDate> {
        self.0.valid_from
    }

    /// The last day of the ONS code; none while it is in force.
    #[must_use]
    pub const fn valid_to(self) -> Option<NaiveDate> {
        self.0.valid_to
    }

    /// How far the first and the last day can be relied on.
    #[must_use]
    pub const fn dates_certainty(self) -> DatesCertainty {
        self.0.certainty
    }

    /// Whether the ONS code is in force on a date. Where the first day is not stated, any earlier date is in.
    #[must_use]
    pub fn is_in_force(self, on: NaiveDate) -> bool {
        self.valid_from().is_none_or(|first| first <= on) && self.valid_to().is_none_or(|last| on <= last)
    }

    /// How it came of its predecessors; none where it has none.
    #[must_use]
    pub fn origin(self) -> Option<AuthorityOrigin> {
        self.origin_and_predecessors().map(|(origin, _)| origin)
    }

    /// The authorities that it came of: they ended on the day before its first.
    pub fn predecessors(self) -> impl Iterator<Item = Self> {
        let codes = self.origin_and_predecessors().map_or(&[][..], |(_, codes)| codes);
        codes.iter().map(|code| Self::of_the_table(code))
    }

    /// The authorities that came of it: they began on the day after its last.
    pub fn successors(self) -> impl Iterator<Item = Self> {
        let of_this = ORIGINS.iter().filter(move |(_, _, codes)| codes.contains(&self.ons_code()));
        of_this.map(|(code, ..)| Self::of_the_table(code))
    }

    fn origin_and_predecessors(self) -> Option<(AuthorityOrigin, &'static [&'static str])> {
        let found = ORIGINS.iter().find(|(code, ..)| *code == self.ons_code());
        found.map(|&(_, origin, codes)| (origin, codes))
    }

    /// The authority in force on a date for this one's area: itself, or the one before or after it.
    ///
    /// # Errors
    ///
    /// Refuses where there are several: Cumbria in 2024 is Cumberland and Westmorland and Furness
    /// ([`AuthorityError::candidates`]). Refuses a date before 1 April 2009 for an authority that began then,
    /// because what it followed is not known.
    pub fn as_of(self, on: NaiveDate) -> Result<Self, AuthorityError> {
        match self.all_as_of(on)[..] {
            [one] => Ok(one),
            [] => {
                let mut last = self;
                while let Some(&next) = last.next_towards(on).first() {
                    last = next;
                }
                Err(AuthorityError(last.not_in_force(Given::OnsCode, on)))
            }
            _ => Err(AuthorityError(Problem::Several { authority: self, on })),
        }
    }

    /// Those in force on a date that it became, or came of.
    pub(super) fn all_as_of(self, on: NaiveDate) -> Vec<Self> {
        if self.is_in_force(on) {
            return vec![self];
        }
        let mut found = Vec::new();
        for one in self.next_towards(on).into_iter().flat_map(|next| next.all_as_of(on)) {
            if !found.contains(&one) {
                found.push(one);
            }
        }
        found
    }

    /// The next of its line in the direction of a date that it is not in force on. A successor begins the day
    /// after, so the way is only forward or only back, and it ends.
    fn next_towards(self, on: NaiveDate) -> Vec<Self> {
        if self.had_ended(on) { self.successors().collect() } else { self.predecessors().collect() }
    }

    pub(super) fn had_ended(self, on: NaiveDate) -> bool {
        self.valid_to().is_some_and(|last| last < on)
    }

    /// The problem of an authority that is not in force on the date.
    pub(super) fn not_in_force(self, given: Given, on: NaiveDate) -> Problem {
        match (self.valid_from(), self.valid_to()) {
            (_, Some(last)) if last < on => Problem::Ended { given, authority: self, last },
            (first, _) => {
                let first = first.expect("what has not ended and is not in force has a first day");
                Problem::NotBegun { given, authority: self, first }
            }
        }
    }

    /// Whether it is `earlier`, or the same authority under a new code: a new status for the same area, or a
    /// small change of boundary.
    ///
    /// Buckinghamshire continues the county of Buckinghamshire; Cumberland does not continue Cumbria.
    #[must_use]
    pub fn continues(self, earlier: Self) -> bool {
        self == earlier
            || self.origin().is_some_and(AuthorityOrigin::is_same_authority)
                && self.predecessors().any(|one| one.continues(earlier))
    }

    /// The ten authorities most like it, nearest first, each as it is in force today.
    ///
    /// The model of 2025 goes by DfE code: an authority that has ended has the neighbours of the one that
    /// keeps its code, and none where the code has ended too, as Cumbria's has.
    pub fn statistical_neighbours(self) -> impl Iterator<Item = StatisticalNeighbour> {
        StatisticalNeighbour::of_dfe_code(self.dfe_code())
    }

    /// The row of the workforce statistics that stands for it and another; none for most.
    #[must_use]
    pub fn joint_return(self) -> Option<&'static JointReturn> {
        JointReturn::ALL.iter().find(|joint| joint.members().any(|member| member == self))
    }
}

impl PartialEq for LocalAuthority {
    fn eq(&self, other: &Self) -> bool {
        self.ons_code() == other.ons_code()
    }
}

impl Eq for LocalAuthority {}

impl Ord for LocalAuthority {
    fn cmp(&self, other: &Self) -> Ordering {
        self.ons_code().cmp(other.ons_code())
    }
}

impl PartialOrd for LocalAuthority {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for LocalAuthority {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.ons_code().hash(state);
    }
}

impl fmt::Debug for LocalAuthority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LocalAuthority({} {})", self.ons_code(), self.name())
    }
}

impl fmt::Display for LocalAuthority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::pad(self.name(), f)
    }
}

impl FromStr for LocalAuthority {
    type Err = AuthorityError;

    /// Reads an ONS code, as [`with_ons_code`](Self::with_ons_code) does, or a name, so that what is printed reads back. Of
    /// authorities with one name it is the one whose code is in force today: Buckinghamshire is E06000060.
    fn from_str(text: &str) -> Result<Self, AuthorityError> {
        Self::with_ons_code(text).or_else(|error| Self::last_of_name(text).ok_or(error))
    }
}

text_value!(LocalAuthority, "an ONS code written as text, such as \"E10000032\"", |authority| authority
    .ons_code());

/// Every authority alike, whether in force or not.
#[cfg(feature = "proptest")]
impl proptest::arbitrary::Arbitrary for LocalAuthority {
    type Parameters = ();
    type Strategy = proptest::sample::Select<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        proptest::sample::select(Self::all().collect::<Vec<_>>())
    }
}
