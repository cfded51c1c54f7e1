//! An invented file of the official workforce indicators, of any length: the same rows give the same bytes.
//!
//! Layout and order are the publication's: for each reporting year England, eleven regions and 150 local authorities.
//! When the years are used up, the codes move on and the years begin again. The regions are named as they are; the
//! authorities and every figure are invented, spread as the published ones of 2017 to 2021 are, because how long a
//! number takes to read goes with its length.

use std::io::{self, Write};

const HEADER: &str = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,\
    old_la_code,new_la_code,la_name,inpost_fte,inpost_headcount,starters_fte,starters_headcount,leavers_fte,\
    leavers_headcount,turnover_rate_fte,turnover_rate_headcount,agency_fte,agency_headcount,agency_rate_fte,\
    agency_rate_headcount,agency_cover_fte,agency_cover_rate_fte,vacancy_fte,vacancy_rate_fte,\
    vacancy_agency_cover_rate_fte,case_holders_fte,cases,caseload_fte,working_days_lost_fte,absence_rate_fte";

const FIRST_YEAR: u64 = 2017;
const YEARS: u64 = 83;

/// Code, name and how many authorities; London's are those of its parts.
const REGIONS: [(&str, u64, &str, usize); 11] = [
    ("E12", 1, "North East", 12),
    ("E12", 2, "North West", 24),
    ("E12", 3, "Yorkshire and The Humber", 15),
    ("E12", 4, "East Midlands", 9),
    ("E12", 5, "West Midlands", 14),
    ("E12", 6, "East of England", 11),
    ("E12", 7, "London", 0),
    ("E12", 8, "South East", 19),
    ("E12", 9, "South West", 15),
    ("E13", 1, "Inner London", 13),
    ("E13", 2, "Outer London", 18),
];
const LONDON: usize = 6;
const INNER_LONDON: usize = 9;

const BEGINNINGS: [&str; 25] = [
    "Alder", "Birken", "Caster", "Dunning", "Elmer", "Fenni", "Garle", "Harrow", "Ingle", "Kelder", "Langer",
    "Marl", "Nether", "Oaken", "Penwith", "Quarry", "Ramsden", "Salter", "Thorn", "Under", "Wakering",
    "Wexen", "Yarrow", "Zeal", "Ash",
];
const ENDINGS: [&str; 6] = ["ford", "ham", "shire", "borough", "ley and Weir", "stone"];

/// An authority's columns, without the codes that move on.
struct Authority {
    region: usize,
    dfe_code: String,
    ons_codes: Vec<(&'static str, u64)>,
    /// Quoted where it has a comma.
    name: String,
}

fn authorities() -> Vec<Authority> {
    let regions = REGIONS.iter().enumerate().flat_map(|(region, (.., count))| vec![region; *count]);
    let authority = |(index, region): (usize, usize)| {
        // 151 is a prime, so all are different, and their order is not that of the rows.
        let (number, dfe) = (67 * index as u64 % 151 + 1, 97 * index % 151 + 801);
        let kind = ["E06", "E08", "E09", "E10"][index % 4];
        let name = format!("{}{}", BEGINNINGS[index % 25], ENDINGS[index / 25]);
        match index % 40 {
            // Two that return their figures as one.
            39 => Authority {
                region,
                dfe_code: format!("{dfe} / {}", dfe - 300),
                ons_codes: vec![(kind, number), (kind, number + 300)],
                name: format!("{name} / {}burgh", BEGINNINGS[index % 25]),
            },
            19 => Authority {
                region,
                dfe_code: dfe.to_string(),
                ons_codes: vec![(kind, number)],
                name: format!("\"{name}, City of\""),
            },
            _ => Authority { region, dfe_code: dfe.to_string(), ons_codes: vec![(kind, number)], name },
        }
    };
    regions.enumerate().map(authority).collect()
}

/// SplitMix64: the same numbers everywhere.
struct Random(u64);

impl Random {
    /// From 0 to less than `end`.
    fn below(&mut self, end: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end as u64) as i64
    }

    fn one_in(&mut self, times: i64) -> bool {
        self.below(times) == 0
    }

    /// A number spread so that its least, its 5th, 25th, 50th, 75th and 95th percentiles and its greatest are these.
    fn spread(&mut self, percentiles: [i64; 7]) -> i64 {
        const AT: [i64; 7] = [0, 5, 25, 50, 75, 95, 100];
        let at = self.below(100_000);
        let above = (1..6).find(|&above| at < AT[above] * 1000).unwrap_or(6);
        let (low, high) = (percentiles[above - 1], percentiles[above]);
        low + (high - low) * (at - AT[above - 1] * 1000) / ((AT[above] - AT[above - 1]) * 1000)
    }
}

// The columns of counts; those of full-time equivalents and of days have one place.
const INPOST_FTE: usize = 0;
const INPOST_HEADCOUNT: usize = 1;
const STARTERS_FTE: usize = 2;
const STARTERS_HEADCOUNT: usize = 3;
const LEAVERS_FTE: usize = 4;
const LEAVERS_HEADCOUNT: usize = 5;
const AGENCY_FTE: usize = 6;
const AGENCY_HEADCOUNT: usize = 7;
const AGENCY_COVER_FTE: usize = 8;
const VACANCY_FTE: usize = 9;
const CASE_HOLDERS_FTE: usize = 10;
const CASES: usize = 11;
const WORKING_DAYS_LOST_FTE: usize = 12;
const COUNTS: usize = 13;

/// A count, in thousandths, or the symbol in its place.
#[derive(Clone, Copy)]
struct Count {
    held: i64,
    symbol: Option<&'static str>,
}

type Counts = [Count; COUNTS];

const NIL: Count = Count { held: 0, symbol: None };

/// The counts of an authority in one year.
fn counts(random: &mut Random) -> Counts {
    let whole = |held: i64| (held + 500) / 1000 * 1000;
    let of = |random: &mut Random, count: i64, percentiles: [i64; 7]| {
        (count * random.spread(percentiles) / 1000 + 50) / 100 * 100
    };
    let mut held = [0; COUNTS];
    let inpost = 100 * random.spread([400, 748, 1239, 1658, 2450, 4441, 8682]);
    held[INPOST_FTE] = inpost;
    held[STARTERS_FTE] = of(random, inpost, [0, 80, 140, 190, 250, 350, 600]);
    held[LEAVERS_FTE] = of(random, inpost, [0, 71, 110, 148, 189, 278, 600]);
    held[AGENCY_FTE] = of(random, inpost, [0, 7, 83, 159, 299, 571, 900]);
    if random.one_in(30) {
        held[AGENCY_FTE] = 0;
    }
    let is_whole = random.below(10) < 6;
    if is_whole {
        held[AGENCY_FTE] = whole(held[AGENCY_FTE]);
    }
    held[AGENCY_COVER_FTE] = match random.below(20) {
        0 => 0,
        1..8 => held[AGENCY_FTE],
        _ => of(random, held[AGENCY_FTE], [0, 200, 500, 750, 900, 1000, 1010]),
    };
    if is_whole {
        held[AGENCY_COVER_FTE] = whole(held[AGENCY_COVER_FTE]);
    }
    held[VACANCY_FTE] = of(random, inpost, [0, 19, 84, 163, 288, 584, 900]);
    if random.one_in(2) {
        held[VACANCY_FTE] = whole(held[VACANCY_FTE]);
    }
    // What covers vacancies is seldom above them.
    if !random.one_in(20) {
        held[VACANCY_FTE] = held[VACANCY_FTE].max(held[AGENCY_COVER_FTE]);
    }
    held[CASE_HOLDERS_FTE] = of(random, inpost, [200, 447, 564, 647, 736, 925, 1100]);
    held[CASES] = whole(held[CASE_HOLDERS_FTE] * random.spread([84, 129, 151, 168, 187, 218, 327]) / 10);
    held[WORKING_DAYS_LOST_FTE] = of(random, inpost, [0, 2748, 5143, 7306, 9473, 13755, 29618]);
    if random.below(100) < 15 {
        // Rates come from what is held, of which the file shows one place.
        for count in [INPOST_FTE, LEAVERS_FTE, AGENCY_FTE, AGENCY_COVER_FTE, VACANCY_FTE, CASE_HOLDERS_FTE] {
            held[count] += if held[count] > 50 { random.below(100) - 50 } else { 0 };
        }
    }
    for (heads, fte) in [
        (INPOST_HEADCOUNT, INPOST_FTE),
        (STARTERS_HEADCOUNT, STARTERS_FTE),
        (LEAVERS_HEADCOUNT, LEAVERS_FTE),
        (AGENCY_HEADCOUNT, AGENCY_FTE),
    ] {
        held[heads] = whole(held[fte] * random.spread([980, 1015, 1042, 1061, 1085, 1130, 1400]) / 1000);
    }
    let mut counts = held.map(|held| Count { held, symbol: None });
    if random.one_in(190) {
        counts[AGENCY_COVER_FTE].symbol = Some("x");
    }
    if random.one_in(190) {
        counts[WORKING_DAYS_LOST_FTE].symbol = Some("c");
    }
    if random.one_in(375) {
        counts[CASE_HOLDERS_FTE].symbol = Some("x");
        counts[CASES].symbol = Some("x");
    }
    counts
}

/// The counts of an area: a confidential one is in them, one that is not available is not.
fn sum<'a>(parts: impl Iterator<Item = &'a Counts>) -> Counts {
    parts.fold([NIL; COUNTS], |mut sums, part| {
        for (sum, count) in sums.iter_mut().zip(part) {
            sum.held += if count.symbol == Some("x") { 0 } else { count.held };
        }
        sums
    })
}

/// What the denominator is beside the other count.
#[derive(Clone, Copy)]
enum Over {
    Alone,
    /// With the numerator.
    Together,
    /// Times the working days of the year.
    Days,
}

/// The counts of a rate, what the denominator is, and the unit.
struct Rate(usize, usize, Over, i64);

const PER_CENT: i64 = 100;
const PER_FTE: i64 = 1;

/// A row's numbers in the order of the columns.
enum Column {
    Count(usize),
    Rate(Rate),
}

const COLUMNS: [Column; 22] = [
    Column::Count(INPOST_FTE),
    Column::Count(INPOST_HEADCOUNT),
    Column::Count(STARTERS_FTE),
    Column::Count(STARTERS_HEADCOUNT),
    Column::Count(LEAVERS_FTE),
    Column::Count(LEAVERS_HEADCOUNT),
    Column::Rate(Rate(LEAVERS_FTE, INPOST_FTE, Over::Alone, PER_CENT)),
    Column::Rate(Rate(LEAVERS_HEADCOUNT, INPOST_HEADCOUNT, Over::Alone, PER_CENT)),
    Column::Count(AGENCY_FTE),
    Column::Count(AGENCY_HEADCOUNT),
    Column::Rate(Rate(AGENCY_FTE, INPOST_FTE, Over::Together, PER_CENT)),
    Column::Rate(Rate(AGENCY_HEADCOUNT, INPOST_HEADCOUNT, Over::Together, PER_CENT)),
    Column::Count(AGENCY_COVER_FTE),
    Column::Rate(Rate(AGENCY_COVER_FTE, AGENCY_FTE, Over::Alone, PER_CENT)),
    Column::Count(VACANCY_FTE),
    Column::Rate(Rate(VACANCY_FTE, INPOST_FTE, Over::Together, PER_CENT)),
    Column::Rate(Rate(AGENCY_COVER_FTE, VACANCY_FTE, Over::Alone, PER_CENT)),
    Column::Count(CASE_HOLDERS_FTE),
    Column::Count(CASES),
    Column::Rate(Rate(CASES, CASE_HOLDERS_FTE, Over::Alone, PER_FTE)),
    Column::Count(WORKING_DAYS_LOST_FTE),
    Column::Rate(Rate(WORKING_DAYS_LOST_FTE, INPOST_FTE, Over::Days, PER_CENT)),
];

/// What is printed: tenths, or a symbol.
type Printed = Result<i64, &'static str>;

impl Rate {
    /// By the publication's rules, one in 400 then moved away from its counts.
    fn printed(&self, year: u64, counts: &Counts, random: &mut Random) -> Printed {
        let Self(numerator, other, over, unit) = *self;
        let [numerator_count, other_count] = [counts[numerator], counts[other]];
        if let Some(symbol) = numerator_count.symbol.or(other_count.symbol)
            // So that no class is empty: the publication prints no number there.
            && !random.one_in(10)
        {
            return Err(symbol);
        }
        let numerator_held = numerator_count.held;
        let denominator = match over {
            Over::Alone => other_count.held,
            Over::Together => other_count.held + numerator_held,
            Over::Days if year.is_multiple_of(4) => other_count.held * 254,
            Over::Days => other_count.held * 253,
        };
        if denominator == 0 {
            return Err("z");
        }
        if numerator == AGENCY_COVER_FTE && numerator_held > denominator {
            return Err("u");
        }
        // Halves away from zero.
        let tenths = (20 * unit * numerator_held + denominator) / (2 * denominator);
        if tenths == 0 && numerator_held > 0 {
            return Err("low");
        }
        let off = if random.one_in(400) { 5 + random.below(16) } else { 0 };
        Ok(if tenths + off <= 1000 || unit == PER_FTE { tenths + off } else { tenths - off })
    }
}

fn write_number(out: &mut impl Write, printed: Printed) -> io::Result<()> {
    match printed {
        Ok(tenths) if tenths % 10 == 0 => write!(out, ",{}", tenths / 10),
        Ok(tenths) => write!(out, ",{}.{}", tenths / 10, tenths % 10),
        Err(symbol) => write!(out, ",{symbol}"),
    }
}

/// The numbers of a row; the cover rates come from counts of their own.
fn write_numbers(
    out: &mut impl Write,
    year: u64,
    counts: &Counts,
    for_cover: &Counts,
    random: &mut Random,
) -> io::Result<()> {
    for column in &COLUMNS {
        let printed = match column {
            Column::Count(count) => match counts[*count] {
                Count { symbol: Some(symbol), .. } => Err(symbol),
                Count { held, .. } => Ok((held + 50) / 100),
            },
            Column::Rate(rate) if rate.0 == AGENCY_COVER_FTE => rate.printed(year, for_cover, random),
            Column::Rate(rate) => rate.printed(year, counts, random),
        };
        write_number(out, printed)?;
    }
    writeln!(out)
}

/// Writes so many rows behind the header.
pub fn write(out: &mut impl Write, rows: u64) -> io::Result<()> {
    writeln!(out, "{HEADER}")?;
    let authorities = authorities();
    let mut random = Random(1);
    let mut left = rows;
    for block in 0.. {
        if left == 0 {
            break;
        }
        let (year, moved) = (FIRST_YEAR + block % YEARS, 1000 * (block / YEARS));
        let own: Vec<Counts> = authorities.iter().map(|_| counts(&mut random)).collect();
        let country = format!("E92{:06},England", 1 + moved);
        let mut next = || {
            let is_next = left > 0;
            left -= u64::from(is_next);
            is_next
        };
        // In every other year those without a count of cover are left out of their areas' cover rates.
        let leaves_out = block % 2 == 0;
        let areas = [None].into_iter().chain((0..REGIONS.len()).map(Some));
        for area in areas.take_while(|_| next()) {
            let is_in = |region: usize| match area {
                None => true,
                Some(LONDON) => region >= INNER_LONDON,
                Some(area) => region == area,
            };
            let parts =
                || authorities.iter().zip(&own).filter(|(one, _)| is_in(one.region)).map(|(_, own)| own);
            let counts = sum(parts());
            let covered = parts().filter(|own| !leaves_out || own[AGENCY_COVER_FTE].symbol.is_none());
            let for_cover = sum(covered);
            match area.map(|area| REGIONS[area]) {
                None => write!(out, "{year},Reporting year,National,{country},,,,,")?,
                Some((kind, number, name, _)) => {
                    let code = number + moved;
                    write!(out, "{year},Reporting year,Regional,{country},{kind}{code:06},{name},,,")?;
                }
            }
            write_numbers(out, year, &counts, &for_cover, &mut random)?;
        }
        for (one, counts) in authorities.iter().zip(&own).take_while(|_| next()) {
            let (kind, number, region, _) = REGIONS[one.region];
            let code = number + moved;
            write!(
                out,
                "{year},Reporting year,Local authority,{country},{kind}{code:06},{region},{},",
                one.dfe_code
            )?;
            for (index, (kind, number)) in one.ons_codes.iter().enumerate() {
                let between = if index == 0 { "" } else { " / " };
                write!(out, "{between}{kind}{:06}", number + moved)?;
            }
            write!(out, ",{}", one.name)?;
            write_numbers(out, year, counts, counts, &mut random)?;
        }
    }
    Ok(())
}
