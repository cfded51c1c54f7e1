//! Published statistics of any size: reading, reconciling and everything else beside a bare scan of the same file.
//!
//! ```text
//! cargo bench --bench published
//! ```
//!
//! makes a file of a million invented rows (about 200 MB, removed at the end) and times, on one thread:
//!
//! - a bare scan: the reader of the format finds the ends of all fields, and nothing is made of them;
//! - reading: a [`Row`](childrens_services::statistics::Row) of each;
//! - reconciling: the class of each printed rate too;
//! - everything: the rows gathered by reporting year, the class of each rate, what explains each inconsistent one, and
//!   each area's totals.
//!
//! Then how everything grows from a tenth of the rows to all of them, and the most memory it takes. All are taken in
//! turn, so that what disturbs disturbs all. Without `--bench` it is only shown on a few thousand rows that all agree.

mod indicators;

use childrens_services::statistics::{Class, Reader, TotalClass};
use std::{
    env,
    fs::{self, File},
    hint::black_box,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    process::{self, Command},
    time::{Duration, Instant},
};

const ROWS: u64 = 1_000_000;
const ROWS_OF_A_TENTH: u64 = ROWS / 10;
/// Twenty-five reporting years.
const ROWS_TO_TRY: u64 = 25 * 162;

/// How many rates a row has.
const PUBLISHED_RATES: u64 = 9;

/// How often each job is timed.
const ROUNDS: usize = 9;

/// A generated file, removed when it is no longer needed.
struct Generated {
    path: PathBuf,
    rows: u64,
}

impl Generated {
    fn new(rows: u64) -> Self {
        let folder = option_env!("CARGO_TARGET_TMPDIR").map_or_else(env::temp_dir, PathBuf::from);
        let path = folder.join(format!("published_{}_{rows}.csv", process::id()));
        let this = Self { path, rows };
        let mut out = BufWriter::with_capacity(1 << 16, File::create(&this.path).expect("a new file"));
        indicators::write(&mut out, rows).and_then(|()| out.flush()).expect("room for the file");
        this
    }
}

impl Drop for Generated {
    fn drop(&mut self) {
        // There is nothing to be done about a file that cannot be removed.
        let _ = fs::remove_file(&self.path);
    }
}

/// What a job counts, so that jobs can be set against one another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Tally {
    rows: u64,
    /// Rates by class.
    classes: [u64; 5],
    /// Inconsistent rates that an exclusion explains.
    explained: u64,
    totals: [u64; TotalClass::ALL.len()],
}

impl Tally {
    fn count(&mut self, class: Class) {
        self.classes[match class {
            Class::Exact => 0,
            Class::Consistent => 1,
            Class::Inconsistent => 2,
            Class::Suppressed(_) => 3,
            Class::NotDerivable => 4,
            other => panic!("{other} has no place here"),
        }] += 1;
    }
}

fn open(path: &Path) -> File {
    File::open(path).expect("the file was made")
}

fn scan(path: &Path) -> Tally {
    // The same buffer as the crate's reader has, so that both ask the system for the same.
    let mut csv = csv::ReaderBuilder::new().buffer_capacity(1 << 16).from_reader(open(path));
    let mut record = csv::ByteRecord::new();
    let mut tally = Tally::default();
    while csv.read_byte_record(&mut record).expect("rows of one width") {
        black_box(&record);
        tally.rows += 1;
    }
    tally
}

fn read(path: &Path) -> Tally {
    let mut tally = Tally::default();
    for row in Reader::new(open(path)).expect("a header") {
        black_box(&row.expect("no row is refused"));
        tally.rows += 1;
    }
    tally
}

fn reconcile(path: &Path) -> Tally {
    let mut tally = Tally::default();
    for row in Reader::new(open(path)).expect("a header") {
        let row = row.expect("no row is refused");
        tally.rows += 1;
        row.reconciliations().for_each(|one| tally.count(one.class()));
    }
    tally
}

fn everything(path: &Path) -> Tally {
    let mut tally = Tally::default();
    let mut years = Reader::new(open(path)).expect("a header").reporting_years();
    for year in &mut years {
        let year = year.expect("no row is refused");
        assert!(year.duplicates().is_empty());
        for row in year.rows() {
            tally.rows += 1;
            for one in row.reconciliations() {
                tally.count(one.class());
                if one.class() == Class::Inconsistent && year.exclusion(row, one.rate()).is_some() {
                    tally.explained += 1;
                }
            }
        }
        year.totals().for_each(|total| tally.totals[total.class() as usize] += 1);
    }
    assert_eq!((years.reader().rows_given(), years.reader().rows_refused()), (tally.rows, 0));
    tally
}

type Job = fn(&Path) -> Tally;

const JOBS: [(&str, Job); 4] =
    [("bare scan", scan), ("read", read), ("read and reconcile", reconcile), ("everything", everything)];

/// Asserts that all jobs find the same in a file, and gives what there is to find.
fn agree(file: &Generated) -> Tally {
    let [scanned, read, reconciled, all] = JOBS.map(|(_, job)| job(&file.path));
    assert_eq!(scanned, Tally { rows: file.rows, ..Tally::default() });
    assert_eq!(read, scanned);
    assert_eq!(reconciled, Tally { classes: all.classes, ..scanned });
    assert_eq!((all.rows, all.classes.iter().sum()), (file.rows, PUBLISHED_RATES * file.rows));
    assert!(all.classes.iter().all(|&rates| rates > 0), "every class is there: {:?}", all.classes);
    assert!(all.explained > 0 && all.explained < all.classes[2], "some of {:?} are explained", all);
    all
}

fn time(job: impl FnOnce() -> Tally) -> Duration {
    let start = Instant::now();
    black_box(job());
    start.elapsed()
}

fn least_and_median(mut times: Vec<Duration>) -> [u128; 2] {
    times.sort_unstable();
    [times[0], times[times.len() / 2]].map(|time| time.as_micros())
}

/// With so many decimal places.
fn fraction(numerator: u128, denominator: u128, places: usize) -> String {
    let one = 10_u128.pow(places as u32);
    let scaled = (2 * numerator * one + denominator) / (2 * denominator).max(1);
    format!("{}.{:0places$}", scaled / one, scaled % one)
}

fn print_jobs(file: &Generated) {
    let mut times: [Vec<Duration>; JOBS.len()] = Default::default();
    for _ in 0..ROUNDS {
        for ((_, job), times) in JOBS.iter().zip(&mut times) {
            times.push(time(|| job(&file.path)));
        }
    }
    let times = times.map(least_and_median);
    println!(
        "\n{:22}{:>11}{:>10}{:>14}{:>16}{:>16}",
        "job", "median ms", "least ms", "rows a second", "to the scan", "(of the least)"
    );
    for ((name, _), [least, median]) in JOBS.iter().zip(times) {
        println!(
            "{name:22}{:>11}{:>10}{:>14}{:>16}{:>16}",
            fraction(median, 1000, 1),
            fraction(least, 1000, 1),
            u128::from(file.rows) * 1_000_000 / median.max(1),
            fraction(median, times[0][1], 2),
            fraction(least, times[0][0], 2),
        );
    }
}

/// Ten times the tenth take about as long as all, so that what disturbs disturbs both.
fn print_growth(tenth: &Generated, all: &Generated) {
    let mut times: [Vec<Duration>; 2] = Default::default();
    for _ in 0..ROUNDS {
        times[0].push((0..10).map(|_| time(|| everything(&tenth.path))).sum::<Duration>() / 10);
        times[1].push(time(|| everything(&all.path)));
    }
    let [[_, small], [_, large]] = times.map(least_and_median);
    println!("\n{:22}{:>14}{:>14}{:>8}", "ten times the rows", "100,000 ms", "1,000,000 ms", "times");
    println!(
        "{:22}{:>14}{:>14}{:>8}",
        "everything",
        fraction(small, 1000, 1),
        fraction(large, 1000, 1),
        fraction(large, small, 2),
    );
}

/// The argument by which this program asks itself, in a process of its own, for the memory of a job.
const MEMORY_OF: &str = "--memory-of";
/// The job that opens the file and does nothing: what the program itself takes.
const NOTHING: &str = "nothing";

/// Resident memory in KiB, now and at its most, where the system says so.
fn resident() -> Option<[u64; 2]> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let of = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_ascii_whitespace().next()?.parse().ok()
    };
    Some([of("VmRSS:")?, of("VmHWM:")?])
}

/// The process of its own: does the job, and prints its resident memory before and after.
fn measure_memory(job: &str, path: &Path) {
    let before = resident();
    if job == NOTHING {
        black_box(open(path));
    } else {
        black_box(everything(path));
    }
    if let (Some([before, _]), Some([after, most])) = (before, resident()) {
        println!("{before} {after} {most}");
    }
}

/// Resident memory of a job in KiB before, after and at its most; each has a process of its own, because a process's
/// peak never falls.
fn memory_of(job: &str, file: &Generated) -> Option<[u64; 3]> {
    let output =
        Command::new(env::current_exe().ok()?).arg(MEMORY_OF).arg(job).arg(&file.path).output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let numbers = String::from_utf8(output.stdout).ok()?;
    let numbers: Vec<u64> =
        numbers.split_ascii_whitespace().filter_map(|number| number.parse().ok()).collect();
    numbers.try_into().ok()
}

fn print_memory(tenth: &Generated, all: &Generated) {
    let rows = [
        ("nothing (the floor)", memory_of(NOTHING, all)),
        ("everything, 100,000", memory_of("everything", tenth)),
        ("everything, 1,000,000", memory_of("everything", all)),
    ];
    let Some(floor) = rows[0].1 else {
        println!("\nresident memory is not measured on this system");
        return;
    };
    println!(
        "\n{:22}{:>12}{:>12}{:>12}{:>16}",
        "resident memory, KiB", "before", "after", "peak", "above the floor"
    );
    for (name, numbers) in rows {
        let Some([before, after, peak]) = numbers else { continue };
        println!("{name:22}{before:>12}{after:>12}{peak:>12}{:>16}", peak.saturating_sub(floor[2]));
    }
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [asked, job, path] = &arguments[..]
        && asked == MEMORY_OF
    {
        measure_memory(job, Path::new(path));
        return;
    }
    if !arguments.iter().any(|argument| argument == "--bench") {
        agree(&Generated::new(ROWS_TO_TRY));
        return;
    }
    let [tenth, all] = [ROWS_OF_A_TENTH, ROWS].map(Generated::new);
    let bytes = fs::metadata(&all.path).map_or(0, |file| file.len());
    println!("\n{ROWS} rows, {} bytes a row", fraction(u128::from(bytes), u128::from(ROWS), 1));
    // Brings the file into memory too, before anything is timed.
    let found = agree(&all);
    println!("exact, consistent, inconsistent, suppressed and not derivable rates: {:?}", found.classes);
    println!("inconsistent rates that an exclusion explains: {}", found.explained);
    let classes: Vec<_> = TotalClass::ALL.iter().map(|class| class.label()).collect();
    println!("totals ({}): {:?}", classes.join(", "), found.totals);
    print_jobs(&all);
    print_growth(&tenth, &all);
    print_memory(&tenth, &all);
}
