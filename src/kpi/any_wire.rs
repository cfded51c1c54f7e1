//! Figures, series and changes of any unit on the wire.

use super::{
    AnyChange, AnyFigure, AnySeries, Change, Indicator, Series,
    any::{for_any, for_unit},
    change::{Wire, WireEnds},
};
use crate::{
    kpi::{Observation, SeriesError},
    measure::{Caseload, Cases, Days, Figure, FigureError, Fte, Headcount, Percent, Period, Quantity, Unit},
    wire::Object,
};
use serde::{Deserialize, Deserializer, de};

/// The text of a figure whose unit is not known yet.
pub(crate) struct FigureText(String);

impl From<AnyFigure> for FigureText {
    fn from(figure: AnyFigure) -> Self {
        Self(for_any!(AnyFigure: figure, figure => figure.wire_text()))
    }
}

impl serde::Serialize for FigureText {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl FigureText {
    pub(crate) fn read(&self, unit: Unit) -> Result<AnyFigure, FigureError> {
        AnyFigure::read(unit, &self.0)
    }
}

impl<'de> Deserialize<'de> for FigureText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "a text such as \"18.5%\", \"over 90%\" or \"[c]\": a figure is written as text, because a bare number may lose digits on its way through binary floating point";
        let keep = |text: &str| Ok::<_, core::convert::Infallible>(Self(text.to_owned()));
        crate::wire::text(deserializer, &expected, keep)
    }
}

/// What makes a series or a change of one unit from texts.
#[derive(Debug, thiserror::Error)]
enum Fault {
    #[error("{place}.value: {error}")]
    Figure { place: String, error: FigureError },
    #[error(transparent)]
    Series(#[from] SeriesError),
}

type Seen = Observation<FigureText>;

fn typed<Q: Quantity>(seen: &Seen, place: impl FnOnce() -> String) -> Result<(Period, Figure<Q>), Fault> {
    match seen.value().0.parse::<Figure<Q>>() {
        Ok(figure) => Ok((seen.period(), figure)),
        Err(error) => Err(Fault::Figure { place: place(), error }),
    }
}

impl<'de> Deserialize<'de> for AnySeries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields, expecting = "a series: an object with indicator and observations")]
        struct Untyped {
            indicator: Indicator,
            observations: Vec<Seen>,
        }

        fn read<Q: Quantity>(untyped: &Untyped) -> Result<AnySeries, Fault>
        where
            AnySeries: From<Series<Figure<Q>>>,
        {
            let seen = untyped.observations.iter().enumerate();
            let figures: Vec<(Period, Figure<Q>)> = seen
                .map(|(index, seen)| typed(seen, || format!("observations[{index}]")))
                .collect::<Result<_, _>>()?;
            Ok(Series::new(&untyped.indicator, figures)?.into())
        }

        let Object(untyped) = Object::<Untyped>::deserialize(deserializer)?;
        for_unit!(untyped.indicator.unit(), Q => read::<Q>(&untyped)).map_err(de::Error::custom)
    }
}

impl<'de> Deserialize<'de> for AnyChange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        fn read<Q: Quantity>(indicator: &Indicator, ends: &WireEnds<FigureText>) -> Result<AnyChange, Fault>
        where
            AnyChange: From<Change<Figure<Q>>>,
        {
            let change: Change<Figure<Q>> = match ends {
                WireEnds::Between(Object(ends)) => {
                    let earlier = typed(&ends.earlier, || "ends.between.earlier".to_owned())?;
                    let later = typed(&ends.later, || "ends.between.later".to_owned())?;
                    Change::between(indicator, earlier, later)?
                }
                WireEnds::RelativeOnly(Object(ends)) => {
                    Change::relative_only(indicator, ends.since, ends.until, ends.relative)?
                }
            };
            Ok(change.into())
        }

        let Object(Wire { indicator, ends }) = Object::<Wire<FigureText>>::deserialize(deserializer)?;
        for_unit!(indicator.unit(), Q => read::<Q>(&indicator, &ends)).map_err(de::Error::custom)
    }
}
