//! The words of the table: kinds, regions, how an authority came about, how near a neighbour is.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What kind of local authority it is.
    AuthorityKind: "kind of authority" {
        /// A unitary authority, which does the work of county and districts alike.
        Unitary: "unitary", "Unitary authority";
        /// A metropolitan district.
        Metropolitan: "metropolitan", "Metropolitan district", "Metropolitan borough";
        /// A London borough.
        LondonBorough: "london_borough", "London borough";
        /// A county council above districts.
        County: "county", "County", "County council";
        /// The City of London Corporation.
        CityOfLondon: "city_of_london", "City of London";
        /// The Council of the Isles of Scilly.
        IslesOfScilly: "isles_of_scilly", "Isles of Scilly";
    }
}

vocabulary! {
    /// A region of England, one of nine. Ofsted groups authorities into regions of its own.
    ///
    /// The ONS code is read as well.
    ///
    /// ```
    /// use childrens_services::Region;
    ///
    /// assert_eq!("South East".parse(), Ok(Region::SouthEast));
    /// assert_eq!(Region::SouthEast.ons_code().parse(), Ok(Region::SouthEast));
    /// ```
    Region: "region" {
        /// North East.
        NorthEast: "north_east", "North East", "E12000001";
        /// North West.
        NorthWest: "north_west", "North West", "E12000002";
        /// Yorkshire and The Humber.
        YorkshireAndTheHumber: "yorkshire_and_the_humber", "Yorkshire and The Humber", "E12000003";
        /// East Midlands.
        EastMidlands: "east_midlands", "East Midlands", "E12000004";
        /// West Midlands.
        WestMidlands: "west_midlands", "West Midlands", "E12000005";
        /// East of England.
        EastOfEngland: "east_of_england", "East of England", "E12000006";
        /// London.
        London: "london", "London", "E12000007";
        /// South East.
        SouthEast: "south_east", "South East", "E12000008";
        /// South West.
        SouthWest: "south_west", "South West", "E12000009";
    }
}

impl Region {
    /// The ONS code, such as `E12000008`.
    #[must_use]
    pub const fn ons_code(self) -> &'static str {
        match self {
            Self::NorthEast => "E12000001",
            Self::NorthWest => "E12000002",
            Self::YorkshireAndTheHumber => "E12000003",
            Self::EastMidlands => "E12000004",
            Self::WestMidlands => "E12000005",
            Self::EastOfEngland => "E12000006",
            Self::London => "E12000007",
            Self::SouthEast => "E12000008",
            Self::SouthWest => "E12000009",
        }
    }
}

vocabulary! {
    /// A part of London, as the Department for Education groups the boroughs.
    ///
    /// The ONS code is read as well.
    Subregion: "subregion" {
        /// Inner London.
        InnerLondon: "inner_london", "Inner London", "E13000001";
        /// Outer London.
        OuterLondon: "outer_london", "Outer London", "E13000002";
    }
}

impl Subregion {
    /// The ONS code, such as `E13000001`.
    #[must_use]
    pub const fn ons_code(self) -> &'static str {
        match self {
            Self::InnerLondon => "E13000001",
            Self::OuterLondon => "E13000002",
        }
    }
}

vocabulary! {
    /// How an authority came of its predecessors.
    AuthorityOrigin: "origin of an authority" {
        /// A new status: the same area and name.
        SameArea: "same_area", "Same area";
        /// One of several that an authority was split into.
        Split: "split", "Split";
        /// The boundaries of several authorities were redrawn.
        Reorganised: "reorganised", "Reorganised";
        /// A small transfer between neighbours, which gave the same authority a new code.
        BoundaryChange: "boundary_change", "Boundary change";
    }
}

impl AuthorityOrigin {
    /// Whether the authority is still the one it came of, under a new code.
    #[must_use]
    pub const fn is_same_authority(self) -> bool {
        matches!(self, Self::SameArea | Self::BoundaryChange)
    }
}

vocabulary! {
    /// How far the first and the last day of an authority's ONS code can be relied on.
    DatesCertainty: "certainty of dates" {
        /// The dates given are those of the reorganisation or of the boundary order.
        Known: "known", "Known";
        /// The order's date is known, and the code is taken to change with it.
        Inferred: "inferred", "Inferred";
        /// No dates are given.
        NotStated: "not_stated", "Not stated";
    }
}

vocabulary! {
    /// How much alike an authority and its statistical neighbour are.
    Closeness: "closeness" {
        /// Extremely close.
        ExtremelyClose: "extremely_close", "Extremely close";
        /// Very close.
        VeryClose: "very_close", "Very close";
        /// Close.
        Close: "close", "Close";
        /// Somewhat close.
        SomewhatClose: "somewhat_close", "Somewhat close";
        /// Not close.
        NotClose: "not_close", "Not close";
    }
}
