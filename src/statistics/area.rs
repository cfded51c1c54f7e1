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

/// A short text, held without an allocation.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Short<const LONGEST: usize> {
    /// Zeros after the text.
    bytes: [u8; LONGEST],
    len: u8,
}

impl<const LONGEST: usize> Short<LONGEST> {
    /// Takes the bytes of a text; none where they are too many.
    fn of(text: &[u8]) -> Option<Self> {
        let mut bytes = [0; LONGEST];
        bytes.get_mut(..text.len())?.copy_from_slice(text);
        Some(Self { bytes, len: text.len().try_into().ok()? })
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }

    pub(super) fn as_str(&self) -> &str {
        core::str::from_utf8(self.as_bytes()).expect("it was made of a text")
    }
}

impl<const LONGEST: usize> fmt::Debug for Short<LONGEST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

/// Such as `E12000008`: of a country or a region.
pub(super) type RegionCode = Short<9>;
/// Such as `E10000032`, or `E09000021 / E09000027` for a joint return.
pub(super) type OnsCode = Short<21>;
/// Such as `938`, or `314 / 318` for a joint return.
pub(super) type DfeCode = Short<9>;

const BETWEEN: &[u8] = b" / ";
pub(super) const ONS_CODE: &str = "an ONS code such as E12000008";
pub(super) const ONS_CODES: &str = "an ONS code such as E10000032, or two with \" / \" between them";
pub(super) const DFE_CODES: &str = "a DfE code of three digits such as 938, or two with \" / \" between them";

pub(super) fn region_code(field: &[u8]) -> Option<RegionCode> {
    is_ons_code(field).then(|| Short::of(field)).flatten()
}

pub(super) fn ons_codes(field: &[u8]) -> Option<OnsCode> {
    one_or_two(field, 9, is_ons_code)
}

pub(super) fn dfe_codes(field: &[u8]) -> Option<DfeCode> {
    one_or_two(field, 3, |code| code.len() == 3 && code.iter().all(u8::is_ascii_digit))
}

fn is_ons_code(code: &[u8]) -> bool {
    code.len() == 9
        && code[0].is_ascii_uppercase()
        && code[1..].iter().fold(true, |all, digit| all & digit.is_ascii_digit())
}

/// One code, or two with ` / ` between them.
fn one_or_two<const LONGEST: usize>(
    field: &[u8],
    len: usize,
    is_code: impl Fn(&[u8]) -> bool,
) -> Option<Short<LONGEST>> {
    let is_two = || {
        let (first, rest) = field.split_at_checked(len)?;
        let second = rest.strip_prefix(BETWEEN)?;
        Some(is_code(first) && is_code(second))
    };
    let is_right = is_code(field) || is_two() == Some(true);
    is_right.then(|| Short::of(field)).flatten()
}

/// The first eight characters of a code as a number that compares as they do.
pub(super) fn start(code: &[u8]) -> u64 {
    code.first_chunk().copied().map_or(0, u64::from_be_bytes)
}

/// Whether a region is Inner or Outer London, whose codes have a beginning of their own.
pub(super) fn is_part_of_london(region: &RegionCode) -> bool {
    region.as_bytes().starts_with(b"E13")
}

/// The name of an area: no known one is so long that it needs an allocation.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Name {
    Short(Short<46>),
    Long(Box<str>),
}

impl Name {
    pub(super) fn new(name: &str) -> Self {
        Short::of(name.as_bytes()).map_or_else(|| Self::Long(name.into()), Self::Short)
    }

    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Short(name) => name.as_str(),
            Self::Long(name) => name,
        }
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
