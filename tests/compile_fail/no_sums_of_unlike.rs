//! A percentage and percentage points are no summands, and quantities have no minus: the
//! difference of two is a type of its own.

use childrens_services::{Fte, Percent, PercentagePoints};

fn sum(rate: Percent, rise: PercentagePoints) -> Percent {
    rate + rise
}

fn difference(now: Fte, then: Fte) -> Fte {
    now - then
}

fn main() {}
