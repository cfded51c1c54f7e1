//! The progress report: what it says of West Sussex in autumn 2019 and of other programmes, claims, and both
//! renderers.

#![allow(clippy::unwrap_used, reason = "what the tests build is good, or they fail")]

mod claims;
mod document;
mod helpers;
mod markup;
mod renderers;
mod statements;
