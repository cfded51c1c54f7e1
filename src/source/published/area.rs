//! Which area a row is of: its level and its codes.

use crate::vocabulary::vocabulary;
use core::fmt;

vocabulary! {
    /// The level of an area in the official statistics.
    GeographicLevel: "geographic level" {
        /// England.
        National: "national", "National";
        /// A region, or Inner or Outer London.
        Regional: "regional", "Regional";
        /// A local authority, or two that return their figures as one.
        LocalAuthority: "local_authority", "Local authority";
    }
}

impl GeographicLevel {
    /// Only the spelling of the data files.
    pub(super) fn read(field: &[u8]) -> Option<Self> {
        match field {
            b"National" => Some(Self::National),
            b"Regional" => Some(Self::Regional),
            b"Local authority" => Some(Self::LocalAuthority),
            _ => None,
        }
    }
}

/// A code of ASCII letters, digits and ` / `, held without an allocation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Code<const LONGEST: usize> {
    /// Zeros after the code, so that codes compare as their texts do.
    bytes: [u8; LONGEST],
    len: u8,
}

/// Such as `E10000032`, or `E09000021 / E09000027` for a joint return.
pub(super) type OnsCode = Code<21>;
/// Such as `938`, or `314 / 318` for a joint return.
pub(super) type DfeCode = Code<9>;

const BETWEEN: &[u8] = b" / ";

impl<const LONGEST: usize> Code<LONGEST> {
    /// One code of a shape, or two with ` / ` between them.
    fn read(field: &[u8], one: impl Fn(&[u8]) -> bool) -> Option<Self> {
        let long = (LONGEST - BETWEEN.len()) / 2;
        let is_one = field.len() == long && one(field);
        let is_two = || {
            field.len() == LONGEST
                && one(&field[..long])
                && &field[long..long + BETWEEN.len()] == BETWEEN
                && one(&field[long + BETWEEN.len()..])
        };
        if !is_one && !is_two() {
            return None;
        }
        let mut bytes = [0; LONGEST];
        bytes[..field.len()].copy_from_slice(field);
        // No code is longer than 21.
        Some(Self { bytes, len: field.len() as u8 })
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }

    pub(super) fn as_str(&self) -> &str {
        core::str::from_utf8(self.as_bytes()).expect("a code is ASCII")
    }
}

impl OnsCode {
    pub(super) const EXPECTED: &str = "an ONS code such as E10000032, or two with \" / \" between them";

    pub(super) fn of(field: &[u8]) -> Option<Self> {
        Self::read(field, |code| {
            code[0].is_ascii_uppercase()
                && code[1..].iter().fold(true, |all, digit| all & digit.is_ascii_digit())
        })
    }

    /// Its first eight characters as a number that compares as they do.
    pub(super) fn start(&self) -> u64 {
        self.bytes.first_chunk().copied().map_or(0, u64::from_be_bytes)
    }

    /// Whether it is of Inner or Outer London, whose codes have a beginning of their own.
    pub(super) fn is_part_of_london(&self) -> bool {
        self.bytes.starts_with(b"E13")
    }
}

impl DfeCode {
    pub(super) const EXPECTED: &str =
        "a DfE code of three digits such as 938, or two with \" / \" between them";

    pub(super) fn of(field: &[u8]) -> Option<Self> {
        Self::read(field, |code| code.iter().all(u8::is_ascii_digit))
    }
}

impl<const LONGEST: usize> fmt::Debug for Code<LONGEST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
