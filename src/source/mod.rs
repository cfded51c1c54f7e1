//! Where figures come from: official publications, read as they are.

pub mod published;
