//! Generic code cannot reach the unchecked constructor of the sealed trait behind `Quantity`.

use childrens_services::Quantity;

fn forge<Q: Quantity>() -> Q {
    Q::from_micros(-1, ())
}

fn main() {}
