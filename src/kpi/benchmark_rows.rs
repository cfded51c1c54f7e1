//! Which figures can be compared, and why others cannot.

use super::{AnyFigure, Indicator};
use crate::{
    measure::Unit,
    text::{OneLineError, excerpt},
};

/// The single codes of a row: one, or those of a joint return.
pub(super) fn members(code: &str) -> Result<Vec<&str>, BenchmarkError> {
    let members: Vec<&str> = code.split('/').map(|member| member.trim_matches(' ')).collect();
    let is_code = |member: &&str| member.len() == 3 && member.bytes().all(|byte| byte.is_ascii_digit());
    if members.iter().all(is_code) && code.trim_matches(' ') == code {
        Ok(members)
    } else {
        Err(BenchmarkError(Problem::Code(excerpt(code))))
    }
}

/// The number to rank a row by, in millionths; none where it is withheld.
pub(super) fn rankable(
    indicator: &Indicator,
    code: &str,
    figure: AnyFigure,
) -> Result<Option<i128>, BenchmarkError> {
    let whose = || format!("authority {:?}", excerpt(code));
    check(indicator, figure, whose)?;
    if figure.is_stated() || figure.symbol().is_some() {
        return Ok(figure.number());
    }
    Err(BenchmarkError(Problem::Qualified { whose: whose(), figure: figure.to_string() }))
}

/// Whether a figure can be one of the indicator at all.
pub(super) fn check(
    indicator: &Indicator,
    figure: AnyFigure,
    whose: impl Fn() -> String,
) -> Result<(), BenchmarkError> {
    let code = || indicator.code().to_owned();
    if figure.unit() != indicator.unit() {
        let (unit, given) = (indicator.unit(), figure.unit());
        return Err(BenchmarkError(Problem::Unit { code: code(), unit, given, whose: whose() }));
    }
    if indicator.is_share() && figure.is_above_hundred() {
        let value = figure.to_string();
        return Err(BenchmarkError(Problem::AboveWhole { code: code(), value, whose: whose() }));
    }
    Ok(())
}

/// A count with the words that follow one, or any other number.
pub(super) fn have(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// Figures cannot be compared; the message says what was given and what is allowed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct BenchmarkError(pub(super) Problem);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Problem {
    #[error(
        "DfE code {0:?} is neither three digits (as in \"938\") nor those of a joint return (as in \"314 / 318\")"
    )]
    Code(String),
    #[error("DfE code {0:?} is given twice: an authority has one row, its own or that of a joint return")]
    Twice(String),
    #[error("no row has DfE code {code:?}, of {} given: the authority's own must be among them", have(*rows, "row", "rows"))]
    Missing { code: String, rows: usize },
    #[error("{code} is in {unit}, but the figure of {whose} is in {given}")]
    Unit { code: String, unit: Unit, given: Unit, whose: String },
    #[error("{code} is a share of a whole and cannot be above 100%, but the figure of {whose} is {value}")]
    AboveWhole { code: String, value: String, whose: String },
    #[error(
        "figure \"{figure}\" of {whose} cannot be ranked: only an exact, a rounded or a withheld one can"
    )]
    Qualified { whose: String, figure: String },
    #[error("the region's name: {0}")]
    Region(OneLineError),
    #[cfg(feature = "csv")]
    #[error("the rows have no figures of {0}")]
    NoFigures(String),
}

#[cfg(feature = "csv")]
impl BenchmarkError {
    /// The rows are there, but have nothing of the indicator.
    pub(crate) fn no_figures(indicator: &Indicator) -> Self {
        Self(Problem::NoFigures(indicator.code().to_owned()))
    }
}
