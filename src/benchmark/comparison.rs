//! How the figure of one authority stands among those of all.

use super::rows::{Problem, check, members, missing, rankable};
use super::{BenchmarkError, Quartile, quartile::Quarters};
use crate::authority::{Closeness, StatisticalNeighbour};
use crate::kpi::{Indicator, Polarity};
use crate::measure::{Figure, Period, number, ratio::Ratio};
use crate::text::{OneLine, excerpt};
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};
use std::collections::{HashMap, hash_map::Entry};

/// How an authority's figure for one indicator and period stands among those of all authorities.
///
/// Everything is made from the figures as they are printed, and is exact until
/// [`statistical_neighbour_median_rounded`](Self::statistical_neighbour_median_rounded).
///
/// - **Statistical-neighbour median**: the median of the figures of the authority's ten
///   [statistical neighbours](StatisticalNeighbour). A neighbour without a figure of its own is left out: one
///   that is not among the rows, one whose figure is a symbol, be it `[low]` or `[z]`, one in a joint return;
///   [`statistical_neighbours`](Self::statistical_neighbours) shows which. Of an even number it is the mean of the
///   middle two. A joint return has no neighbours, nor has an authority that the model lacks.
/// - **Rank**: 1 is the lowest figure, whichever direction is better. Equal figures share the lower rank and
///   the next is skipped: 1, 2, 2, 4. A joint return counts once, a symbol not at all.
/// - **Quartile points**: of the sorted figures the one at position (n - 1) × p, counted from 0, with p a
///   quarter, a half and three quarters; between two figures in proportion. Equal figures always share a
///   quartile.
///
/// # Wire
///
/// Written, never read: an object with what the methods of these names give. A median and a quartile point are
/// text without a unit, what there is not is null. `neighbours` are the
/// [`statistical_neighbours`](Self::statistical_neighbours), nearest first, with those that the median leaves out:
/// `[{"rank": 1, "dfe_code": "916", "name": "Gloucestershire", "closeness": "very_close", "figure": "9.7"}, …]`.
///
/// # Source
///
/// The median of the statistical neighbours is made as in Department for Education, *Children's social care:
/// outcomes and enablers* dashboard. Rank and quartile are this crate's own convention.
///
/// # Examples
///
/// ```
/// use childrens_services::{Benchmark, Figure, Period, Quartile, Unit, kpi::catalogue};
///
/// // Department for Education, Children's social work workforce, reporting year 2019: West Sussex and its ten
/// // statistical neighbours. A true benchmark takes the rows of all 150 authorities.
/// let rows = [
///     ("938", "10.0"), ("916", "9.7"), ("881", "14.7"), ("850", "10.8"), ("919", "12.4"), ("937", "26.5"),
///     ("865", "18.2"), ("802", "9.8"), ("931", "12.6"), ("803", "18.0"), ("878", "15.8"),
/// ];
/// let mut figures = Vec::new();
/// for (dfe_code, turnover) in rows {
///     figures.push((dfe_code, Figure::read(Unit::PerCent, turnover)?));
/// }
/// let turnover =
///     Benchmark::new(&catalogue::TURNOVER_RATE_FTE, Period::reporting_year(2019)?, "938", figures)?
///         .with_england(Figure::read(Unit::PerCent, "15.0")?)?
///         .with_region("South East", Figure::read(Unit::PerCent, "14.9")?)?;
///
/// let median = turnover.statistical_neighbour_median().ok_or("ten neighbours have a figure")?;
/// assert_eq!(median.to_string(), "13.65");
/// assert_eq!((turnover.rank(), turnover.rank_of()), (Some(3), 11));
/// assert_eq!(turnover.quartile(), Some(Quartile::First));
/// assert_eq!(
///     turnover.to_string(),
///     "Turnover rate (FTE), year to 30 September 2019: 10.0%; England 15.0%, South East 14.9%, \
///      statistical neighbours 13.7% (median of 10); rank 3 of 11 from the lowest, first quartile; \
///      lower is better, and 2 others have a better figure",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Benchmark {
    indicator: Indicator,
    period: Period,
    dfe_code: Box<str>,
    figure: Figure,
    england: Option<Figure>,
    region: Option<OfRegion>,
    #[serde(serialize_with = "named")]
    neighbours: Vec<(StatisticalNeighbour, Option<Figure>)>,
    statistical_neighbour_median: Option<Quarters>,
    statistical_neighbours_counted: usize,
    rank: Option<usize>,
    rank_of: usize,
    better_than_own: Option<usize>,
    quartile_points: Option<[Quarters; 3]>,
    quartile: Option<Quartile>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
struct OfRegion {
    name: OneLine,
    figure: Figure,
}

/// The neighbours with their names, which a table shows.
fn named<S: Serializer>(
    neighbours: &[(StatisticalNeighbour, Option<Figure>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Named {
        rank: u8,
        dfe_code: &'static str,
        name: &'static str,
        closeness: Closeness,
        figure: Option<Figure>,
    }
    serializer.collect_seq(neighbours.iter().map(|&(neighbour, figure)| Named {
        rank: neighbour.rank(),
        dfe_code: neighbour.authority().dfe_code(),
        name: neighbour.authority().name(),
        closeness: neighbour.closeness(),
        figure,
    }))
}

impl Benchmark {
    /// Sets the figure of the authority `dfe_code` beside those of all authorities, in any order.
    ///
    /// `figures` has one row for each authority, the authority's own among them, and none for England or a
    /// region. A row's code is the DfE code as it is printed: `938`, or `314 / 318` for a joint return.
    ///
    /// # Errors
    ///
    /// Refuses a code that is not of this form, an authority that is given twice, a figure in another unit than
    /// the indicator's, one above 100% for a share of a whole, one that cannot be ranked because it is qualified
    /// (`over 90%`), and a `dfe_code` that no row has; of an ONS code and of a member of a joint return the message
    /// says which code to ask for.
    ///
    /// ```
    /// use childrens_services::{Figure, Benchmark, Period, Unit, kpi::catalogue};
    ///
    /// // Department for Education, Children's social work workforce, reporting year 2019.
    /// let year = Period::reporting_year(2019)?;
    /// let west_sussex = ("938", Figure::read(Unit::PerCent, "10.0")?);
    /// let kingston_and_richmond = ("314 / 318", Figure::read(Unit::PerCent, "16.9")?);
    /// let refused = |dfe_code| {
    ///     let rows = [west_sussex, kingston_and_richmond];
    ///     Benchmark::new(&catalogue::TURNOVER_RATE_FTE, year, dfe_code, rows).unwrap_err().to_string()
    /// };
    /// assert_eq!(
    ///     refused("E10000032"),
    ///     "no row has DfE code \"E10000032\", of 2 rows given: that is the ONS code of West Sussex, whose DfE code is 938",
    /// );
    /// assert_eq!(
    ///     refused("314"),
    ///     "no row has DfE code \"314\", of 2 rows given: it is returned as \"314 / 318\"",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(
        indicator: &Indicator,
        period: Period,
        dfe_code: &str,
        figures: impl IntoIterator<Item = (impl AsRef<str>, Figure)>,
    ) -> Result<Self, BenchmarkError> {
        let mut own = None;
        let mut sorted = Vec::new();
        // By single code. A member of a joint return has no figure of its own.
        let mut single: HashMap<Box<str>, Option<Figure>> = HashMap::new();
        let mut joint: Vec<Box<str>> = Vec::new();
        let mut rows = 0_usize;
        for (code, figure) in figures {
            let code = code.as_ref();
            let members = members(code)?;
            let number = rankable(indicator, code, figure)?;
            for &member in &members {
                match single.entry(member.into()) {
                    Entry::Vacant(free) => free.insert((members.len() == 1).then_some(figure)),
                    Entry::Occupied(_) => return Err(BenchmarkError(Problem::Twice(member.to_owned()))),
                };
            }
            if members.len() > 1 {
                joint.push(code.into());
            }
            sorted.extend(number);
            if code == dfe_code {
                own = Some((figure, number));
            }
            rows += 1;
        }
        let Some((figure, number)) = own else {
            return Err(missing(dfe_code, rows, &joint));
        };
        sorted.sort_unstable();

        let with_figure = |neighbour: StatisticalNeighbour| {
            (neighbour, single.get(neighbour.authority().dfe_code()).copied().flatten())
        };
        let neighbours: Vec<_> = StatisticalNeighbour::of_dfe_code(dfe_code).map(with_figure).collect();
        let mut of_neighbours: Vec<i128> =
            neighbours.iter().filter_map(|(_, figure)| Some(figure.as_ref()?.number()?.micros())).collect();
        of_neighbours.sort_unstable();

        let part_way = |quarters| Quarters::part_way(&sorted, quarters);
        let points = part_way(1).zip(part_way(2)).zip(part_way(3)).map(|((q1, q2), q3)| [q1, q2, q3]);
        let lower = number.map(|number| sorted.partition_point(|&other| other < number));
        let higher = number.map(|number| sorted.len() - sorted.partition_point(|&other| other <= number));
        Ok(Self {
            indicator: indicator.clone(),
            period,
            dfe_code: dfe_code.into(),
            figure,
            england: None,
            region: None,
            neighbours,
            statistical_neighbour_median: Quarters::part_way(&of_neighbours, 2),
            statistical_neighbours_counted: of_neighbours.len(),
            rank: lower.map(|lower| lower + 1),
            rank_of: sorted.len(),
            better_than_own: match indicator.polarity() {
                Polarity::LowerIsBetter => lower,
                Polarity::HigherIsBetter => higher,
                Polarity::Neutral => None,
            },
            quartile_points: points,
            quartile: number.zip(points).map(|(number, points)| Quartile::of(Quarters(4 * number), points)),
        })
    }

    /// Sets England's figure beside it, as published. It may be of any kind, for it is not ranked.
    ///
    /// # Errors
    ///
    /// Refuses a figure in another unit than the indicator's, and one above 100% for a share of a whole.
    pub fn with_england(mut self, figure: Figure) -> Result<Self, BenchmarkError> {
        check(&self.indicator, figure, || "England".to_owned())?;
        self.england = Some(figure);
        Ok(self)
    }

    /// Sets the figure of the authority's region beside it, as published. It may be of any kind, for it is not
    /// ranked. The Department compares a London borough with Inner or Outer London.
    ///
    /// # Errors
    ///
    /// Refuses a name that is not a text of one line, a figure in another unit than the indicator's, and one
    /// above 100% for a share of a whole.
    pub fn with_region(mut self, name: impl Into<String>, figure: Figure) -> Result<Self, BenchmarkError> {
        let name = OneLine::new(name).map_err(|error| BenchmarkError(Problem::Region(error)))?;
        check(&self.indicator, figure, || format!("region {:?}", excerpt(name.as_str())))?;
        self.region = Some(OfRegion { name, figure });
        Ok(self)
    }

    /// What is compared.
    #[must_use]
    pub const fn indicator(&self) -> &Indicator {
        &self.indicator
    }

    /// The time that the figures stand for.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }

    /// The DfE code of the authority, or both codes of a joint return as they are printed.
    #[must_use]
    pub fn dfe_code(&self) -> &str {
        &self.dfe_code
    }

    /// The authority's own figure.
    #[must_use]
    pub const fn figure(&self) -> Figure {
        self.figure
    }

    /// England's figure; none where it was not given.
    #[must_use]
    pub const fn england(&self) -> Option<Figure> {
        self.england
    }

    /// The region's name and figure; none where they were not given.
    #[must_use]
    pub fn region(&self) -> Option<(&str, Figure)> {
        self.region.as_ref().map(|region| (region.name.as_str(), region.figure))
    }

    /// The authority's ten statistical neighbours, nearest first, each with the figure of its row as it is printed.
    /// None is the figure of a neighbour that has no row of its own: it is not among the rows, or is in a joint
    /// return.
    ///
    /// The median leaves out those without a figure and those whose figure is a symbol, so it is of those whose figure
    /// [states](Figure::stated) a number. There are no neighbours at all of a joint return and of an authority that
    /// the model lacks.
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Figure, Benchmark, Period, Unit, kpi::catalogue};
    ///
    /// // Department for Education, Children's social work workforce, reporting year 2019: Brighton and Hove and its
    /// // ten statistical neighbours, of which Kingston upon Thames returns with Richmond upon Thames.
    /// let rows = [
    ///     ("846", "10.8"), ("801", "4.4"), ("882", "13.0"), ("302", "14.8"), ("314 / 318", "16.9"), ("800", "18.9"),
    ///     ("383", "8.1"), ("209", "14.9"), ("826", "8.3"), ("212", "20.5"), ("816", "15.0"),
    /// ];
    /// let mut figures = Vec::new();
    /// for (dfe_code, turnover) in rows {
    ///     figures.push((dfe_code, Figure::read(Unit::PerCent, turnover)?));
    /// }
    /// let turnover =
    ///     Benchmark::new(&catalogue::TURNOVER_RATE_FTE, Period::reporting_year(2019)?, "846", figures)?;
    ///
    /// let (nearest, figure) = turnover.statistical_neighbours().next().ok_or("ten neighbours")?;
    /// assert_eq!(nearest.authority().name(), "Bristol, City of");
    /// assert_eq!(figure, Some(Figure::read(Unit::PerCent, "4.4")?));
    ///
    /// let stated = |figure: Option<Figure>| figure.and_then(|figure| figure.stated());
    /// let left_out = turnover.statistical_neighbours().filter(|&(_, figure)| stated(figure).is_none());
    /// let left_out: Vec<_> = left_out.map(|(neighbour, _)| neighbour.authority().name()).collect();
    /// assert_eq!(left_out, ["Kingston upon Thames"]);
    /// assert_eq!(turnover.statistical_neighbours_counted(), 9);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn statistical_neighbours(&self) -> impl Iterator<Item = (StatisticalNeighbour, Option<Figure>)> {
        self.neighbours.iter().copied()
    }

    /// The median of the statistical neighbours' figures in the indicator's unit, exact; none where no neighbour
    /// has a figure.
    #[must_use]
    pub fn statistical_neighbour_median(&self) -> Option<Decimal> {
        self.statistical_neighbour_median.map(Quarters::to_decimal)
    }

    /// The same, rounded once to `dp` places, halves away from zero as the dashboard does. More than six places
    /// count as six.
    #[must_use]
    pub fn statistical_neighbour_median_rounded(&self, dp: u32) -> Option<Decimal> {
        self.median_micros(dp).map(number::to_decimal)
    }

    pub(super) fn median_micros(&self, dp: u32) -> Option<i128> {
        let median = self.statistical_neighbour_median?;
        Some(Ratio { numerator: median.0, denominator: 4 * number::ONE }.rounded(dp))
    }

    /// How many of the [statistical neighbours](Self::statistical_neighbours) the median is of, 0 to 10: those whose
    /// figure states a number.
    #[must_use]
    pub const fn statistical_neighbours_counted(&self) -> usize {
        self.statistical_neighbours_counted
    }

    /// The rank of the authority's figure, 1 for the lowest, from 1 to [`rank_of`](Self::rank_of); none where
    /// the figure is withheld.
    #[must_use]
    pub const fn rank(&self) -> Option<usize> {
        self.rank
    }

    /// How many rows have a figure.
    #[must_use]
    pub const fn rank_of(&self) -> usize {
        self.rank_of
    }

    /// How many other rows have a better figure, by the indicator's polarity: lower ones, or higher ones. None
    /// where neither direction is better and where the authority's figure is withheld.
    #[must_use]
    pub const fn better_than_own(&self) -> Option<usize> {
        self.better_than_own
    }

    /// The three quartile points of the figures in the indicator's unit, exact; the second is the median of all.
    /// None where no row has a figure.
    #[must_use]
    pub fn quartile_points(&self) -> Option<[Decimal; 3]> {
        self.quartile_points.map(|points| points.map(Quarters::to_decimal))
    }

    /// The quartile of the authority's figure; none where the figure is withheld.
    #[must_use]
    pub const fn quartile(&self) -> Option<Quartile> {
        self.quartile
    }
}
