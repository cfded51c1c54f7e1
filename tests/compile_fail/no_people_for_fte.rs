//! People and full-time equivalents do not mix. (As pointers to functions, so that the compiler's
//! message does not quote the crate's source.)

use childrens_services::{Fte, Headcount, QuantityError, RateError, VacancyRate};

const RATE: fn(Headcount, Fte) -> Result<VacancyRate, RateError> = VacancyRate::new;

const SUM: fn(Fte, Headcount) -> Result<Fte, QuantityError> = Fte::checked_add;

fn main() {}
