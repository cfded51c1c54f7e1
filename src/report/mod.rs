//! The progress report that members read, written from a programme.
//!
//! [`ProgressReport::write`] takes a [`Programme`](crate::Programme) and a [`ReportBrief`], and computes or carries every
//! figure from typed data: section by section, in numbered paragraphs. An author may put other words in the place of any
//! paragraph. [`ProgressReport::to_markdown`] and [`ProgressReport::to_html`] print it; with the feature `serde` it is
//! written as JSON too.

mod brief;
mod document;
mod figures;
mod html;
mod markdown;
mod plan;
mod sections;
mod strategy;
mod words;
mod workforce;

pub use brief::ReportBrief;
pub use document::{ProgressReport, ReportError, ReportItem, ReportParagraph, ReportSection, ReportTable};
