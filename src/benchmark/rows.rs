//! Which figures can be compared, and why others cannot.

use crate::measure::{Figure, Quantity, Unit};
use crate::text::{OneLineError, excerpt};
use crate::{authority::LocalAuthority, kpi::Indicator};

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
    figure: Figure,
) -> Result<Option<i128>, BenchmarkError> {
    let whose = || format!("authority {:?}", excerpt(code));
    check(indicator, figure, whose)?;
    if figure.stated().is_some() || figure.symbol().is_some() {
        return Ok(figure.number().map(Quantity::micros));
    }
    Err(BenchmarkError(Problem::Qualified { whose: whose(), figure: figure.to_string() }))
}

/// Whether a figure can be one of the indicator at all.
pub(super) fn check(
    indicator: &Indicator,
    figure: Figure,
    whose: impl Fn() -> String,
) -> Result<(), BenchmarkError> {
    let code = || indicator.code().to_owned();
    if let Some(given) = figure.unit().filter(|unit| *unit != indicator.unit()) {
        let unit = indicator.unit();
        return Err(BenchmarkError(Problem::Unit { code: code(), unit, given, whose: whose() }));
    }
    if indicator.is_share() && figure.is_above_hundred() {
        let value = figure.to_string();
        return Err(BenchmarkError(Problem::AboveWhole { code: code(), value, whose: whose() }));
    }
    Ok(())
}

/// Refuses a code that no row has, and says what to ask for instead; `joint` are the rows of joint returns by their
/// codes.
pub(super) fn missing(dfe_code: &str, rows: usize, joint: &[Box<str>]) -> BenchmarkError {
    let row_of = |code: &str| {
        let asked = members(code).ok()?;
        joint.iter().find(|row| members(row).is_ok_and(|row| asked.iter().all(|one| row.contains(one))))
    };
    let returned = |row: &str| format!("returned as {:?}", excerpt(row));
    let instead = if is_ons_code(dfe_code) {
        match LocalAuthority::find(dfe_code) {
            Some(authority) => {
                let (name, code) = (authority.name(), authority.dfe_code());
                let row = row_of(code).map_or_else(String::new, |row| format!(", {}", returned(row)));
                format!("that is the ONS code of {name}, whose DfE code is {code}{row}")
            }
            None => "that is an ONS code, and a DfE code such as 938 is wanted".to_owned(),
        }
    } else if let Some(row) = row_of(dfe_code) {
        format!("it is {}", returned(row))
    } else {
        "the authority's own must be among them".to_owned()
    };
    BenchmarkError(Problem::Missing { code: excerpt(dfe_code), rows, instead })
}

/// Whether a text has the form of an ONS code: a letter and eight digits.
fn is_ons_code(text: &str) -> bool {
    let digits = text.strip_prefix(|first: char| first.is_ascii_alphabetic());
    digits.is_some_and(|digits| digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit()))
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
    #[error("no row has DfE code {code:?}, of {} given: {instead}", have(*rows, "row", "rows"))]
    Missing { code: String, rows: usize, instead: String },
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
