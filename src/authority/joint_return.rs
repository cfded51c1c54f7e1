//! Two authorities that return their workforce figures as one.

use super::LocalAuthority;

/// A row of the workforce statistics that stands for two authorities.
///
/// # Source
///
/// Department for Education, *Children's social work workforce*.
///
/// # Examples
///
/// ```
/// use childrens_services::LocalAuthority;
///
/// let kingston = LocalAuthority::with_ons_code("E09000021")?;
/// let joint = kingston.joint_return().ok_or("Kingston returns with Richmond")?;
/// assert_eq!(joint.name(), "Kingston upon Thames / Richmond upon Thames");
/// assert_eq!(joint.first_reporting_year(), 2017);
/// assert!(joint.members().any(|member| member == kingston));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct JointReturn {
    dfe_codes: &'static str,
    ons_codes: &'static str,
    name: &'static str,
    first_reporting_year: i32,
}

impl JointReturn {
    /// Every joint return.
    pub const ALL: &'static [Self] = &[
        Self {
            dfe_codes: "314 / 318",
            ons_codes: "E09000021 / E09000027",
            name: "Kingston upon Thames / Richmond upon Thames",
            first_reporting_year: 2017,
        },
        Self {
            dfe_codes: "940 / 941",
            ons_codes: "E06000061 / E06000062",
            name: "North Northamptonshire / West Northamptonshire",
            first_reporting_year: 2021,
        },
    ];

    /// Both DfE codes as they are printed: `314 / 318`.
    #[must_use]
    pub const fn dfe_codes(&self) -> &'static str {
        self.dfe_codes
    }

    /// Both ONS codes as they are printed: `E09000021 / E09000027`.
    #[must_use]
    pub const fn ons_codes(&self) -> &'static str {
        self.ons_codes
    }

    /// Both names as they are printed.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The authorities that it stands for.
    pub fn members(&self) -> impl Iterator<Item = LocalAuthority> + use<> {
        self.ons_codes.split(" / ").map(LocalAuthority::of_the_table)
    }

    /// The first year of the statistics that has the row: the year that ends on 30 September.
    #[must_use]
    pub const fn first_reporting_year(&self) -> i32 {
        self.first_reporting_year
    }
}
