//! How an authority's figure stands among those of all: rank, quartile, its statistical neighbours, region and England.

mod comparison;
mod quartile;
mod rows;
mod words;

pub use comparison::Benchmark;
pub use quartile::Quartile;
pub use rows::BenchmarkError;
