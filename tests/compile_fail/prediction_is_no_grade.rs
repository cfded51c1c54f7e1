//! A predicted overall grade cannot be recorded as a grade, nor read as a standing, nor become a grade. (As
//! pointers to functions, so that the compiler's message does not quote the crate's source.)

use childrens_services::{Grade, Inspection, InspectionError, Judgement, PredictedOverall};

const RECORD: fn(Inspection, Judgement, PredictedOverall) -> Result<Inspection, InspectionError> =
    Inspection::with_grade;

const READ: fn(Inspection, PredictedOverall) -> Result<Inspection, InspectionError> =
    Inspection::with_standing_read_as;

fn convert(predicted: PredictedOverall) -> Grade {
    predicted.into()
}

fn main() {}
