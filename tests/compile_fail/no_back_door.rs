//! The number inside is out of reach, and so is every way to set it without a check.

use childrens_services::{Percent, Rounded};

fn percent() -> Percent {
    Percent { 0: -1 }
}

fn rounded(value: Percent) -> Rounded<Percent> {
    Rounded { value, dp: 7 }
}

fn main() {}
