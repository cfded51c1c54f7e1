//! Reads the Department for Education's published workforce file and works every rate again: which follow from the
//! printed counts, which within their rounding, which do not, and why. Exit code 1 if a row was refused or stands twice.
//!
//! ```text
//! cargo run --example reconcile                              thirteen rows of 2019; no file needed
//! cargo run --release --example reconcile -- FILE            a file as the Department publishes it, of any size
//! cargo run --release --example reconcile -- --format json FILE
//! ```
//!
//! The thirteen rows are those of England, the South East, West Sussex and its ten statistical neighbours in Department
//! for Education, *Children's social work workforce*, reporting year 2019 (Open Government Licence v3.0).

#[path = "support/mod.rs"]
mod support;

use childrens_services::{
    statistics::{
        Class, FieldFault, ReadError, ReadFault, Reader, Reconciliation, ReportingYear, Row, Suppression,
        Total, TotalClass,
    },
    workforce::RATES,
};
use serde_json::json;
use std::{
    error::Error,
    fs::File,
    io::{self, BufWriter, ErrorKind, Write},
    process::ExitCode,
    time::Instant,
};
use support::{arguments, end};

const USAGE: &str = "usage: reconcile [--format text|json] [FILE]";
const EXCERPT: &str = "Thirteen rows of 2019: England, the South East, West Sussex and its statistical neighbours. Name a FILE for more.\n\n";
/// So many of the rates are published; they come first.
const PUBLISHED: usize = 9;
/// So many totals that are not the sums of their parts are shown; a file may have very many.
const TOTALS_SHOWN: usize = 20;

fn main() -> ExitCode {
    end(run())
}

/// Whether no row was refused and none stands twice.
fn run() -> Result<bool, Box<dyn Error>> {
    let arguments = arguments()?;
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (file, format) = match arguments[..] {
        [] => (None, "text"),
        ["-h" | "--help"] => return support::print(USAGE).map(|()| true),
        ["--format", format] => (None, format),
        ["--format", format, file] | [file, "--format", format] => (Some(file), format),
        [file] if !file.starts_with('-') => (Some(file), "text"),
        _ => return Err(format!("{}: not understood; {USAGE}", arguments.join(" ")).into()),
    };
    let is_json = match format {
        "text" => false,
        "json" => true,
        _ => return Err(format!("--format {format} is neither text nor json; {USAGE}").into()),
    };
    match file {
        Some(file) => {
            let source = File::open(file).map_err(|error| {
                format!("{file}: {error}; expected the path of the published file in CSV")
            })?;
            reconcile(source, file, is_json)
        }
        None => reconcile(include_bytes!("data/workforce_2019.csv").as_slice(), "", is_json),
    }
}

fn reconcile(source: impl io::Read, name: &str, is_json: bool) -> Result<bool, Box<dyn Error>> {
    let started = Instant::now();
    let mut years = Reader::new(source).map_err(|error| format!("{name}: {error}"))?.reporting_years();
    let to = BufWriter::new(io::stdout().lock());
    let mut output = Output { to, is_json, is_excerpt: name.is_empty(), notes: 0 };
    let mut counted = Counted::default();
    let mut work = || -> io::Result<[u64; 3]> {
        output.begin()?;
        for year in &mut years {
            match year {
                Ok(year) => counted.add(&year, &mut output)?,
                Err(error) => {
                    counted.is_broken_off |= error.fault() == ReadFault::Source;
                    output.refused(&error)?;
                }
            }
        }
        let reader = years.reader();
        let rows = [reader.rows_read(), reader.rows_given(), reader.rows_refused()];
        output.end(&counted, rows, started)?;
        Ok(rows)
    };
    match work() {
        Ok([_, _, refused]) => Ok(refused == 0 && counted.again == 0 && !counted.is_broken_off),
        // The reader of the output has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(true),
        Err(error) => Err(error.into()),
    }
}

/// How many of what there were.
#[derive(Default)]
struct Counted {
    /// By rate, then by class.
    classes: [[u64; CLASSES.len()]; PUBLISHED],
    unexplained: u64,
    excluded: u64,
    totals: [u64; TOTALS.len()],
    totals_told: usize,
    totals_untold: usize,
    unknown: u64,
    again: u64,
    /// The source could not be read to its end.
    is_broken_off: bool,
}

const CLASSES: [&str; 5] = ["exact", "consistent", "inconsistent", "suppressed", "not derivable"];

const INCONSISTENT: usize = 2;

impl Counted {
    fn add(&mut self, year: &ReportingYear, output: &mut Output<impl Write>) -> io::Result<()> {
        for row in year.rows() {
            self.unknown += u64::from(!row.is_known_area());
            for (rate, one) in row.reconciliations().enumerate() {
                let class = match one.class() {
                    Class::Exact => 0,
                    Class::Consistent => 1,
                    Class::Inconsistent => {
                        self.excluded += u64::from(output.inconsistent(year, row, &one)?);
                        INCONSISTENT
                    }
                    Class::Suppressed(rule) => {
                        self.unexplained += u64::from(rule == Suppression::Unexplained);
                        3
                    }
                    _ => 4,
                };
                self.classes[rate][class] += 1;
            }
        }
        let totals: Vec<Total<'_>> = year.totals().collect();
        let is_of_one = |a: &Total<'_>, b: &Total<'_>| a.area() == b.area() && a.parts() == b.parts();
        for of_area in totals.chunk_by(is_of_one) {
            for total in of_area {
                self.totals[place(total.class())] += 1;
            }
            self.tell_of_totals(of_area, output)?;
        }
        for again in year.duplicates() {
            self.again += 1;
            output.note(
                || format!("line {}: {again} has a row already", again.line()),
                || json!({ "kind": "duplicate", "year": year.period(), "area": again.code(), "line": again.line() }),
            )?;
        }
        Ok(())
    }

    /// Tells of those that are not the sums of their parts: in one note where none is, because parts are missing then.
    fn tell_of_totals(&mut self, of_area: &[Total<'_>], output: &mut Output<impl Write>) -> io::Result<()> {
        let is_unequal = |total: &&Total<'_>| {
            matches!(total.class(), TotalClass::HoldsWithheld | TotalClass::DoesNotAddUp)
        };
        let unequal: Vec<&Total<'_>> = of_area.iter().filter(is_unequal).collect();
        let shown = TOTALS_SHOWN.saturating_sub(self.totals_told);
        if shown == 0 {
            self.totals_untold += unequal.len();
            return Ok(());
        }
        if let [first, _, ..] = unequal[..]
            && unequal.len() == of_area.len()
        {
            self.totals_told += 1;
            let (area, parts) = (first.area(), first.parts());
            output.note(
                || format!("{area}: none of its counts is the sum of its {parts}; perhaps some have no row"),
                || json!({ "kind": "parts_missing", "year": area.period(), "area": area.code(), "parts": parts }),
            )?;
            return Ok(());
        }
        self.totals_untold += unequal.len().saturating_sub(shown);
        for total in unequal.into_iter().take(shown) {
            self.totals_told += 1;
            let year = total.area().period();
            output.note(|| format!("{year}: {total}"), || json!({ "kind": "total", "total": total }))?;
        }
        Ok(())
    }
}

/// The classes of totals, with the words for many of them.
const TOTALS: [(TotalClass, &str); 5] = [
    (TotalClass::AddsUp, "are their sum"),
    (TotalClass::WithinRounding, "are so within rounding"),
    (TotalClass::HoldsWithheld, "are more and a part withholds its own"),
    (TotalClass::DoesNotAddUp, "are another number"),
    (TotalClass::NotComparable, "cannot be compared"),
];

fn place(class: TotalClass) -> usize {
    TOTALS.iter().position(|(one, _)| *one == class).unwrap_or(TOTALS.len() - 1)
}

/// Notes as they come, so that no file is too large to tell of; then what was counted.
struct Output<W> {
    to: W,
    is_json: bool,
    is_excerpt: bool,
    notes: u64,
}

impl<W: Write> Output<W> {
    fn write(&mut self, text: &str) -> io::Result<()> {
        self.to.write_all(text.as_bytes())
    }

    fn begin(&mut self) -> io::Result<()> {
        match (self.is_json, self.is_excerpt) {
            (true, _) => self.write("{\"notes\":["),
            (false, true) => self.write(EXCERPT),
            (false, false) => Ok(()),
        }
    }

    fn note(
        &mut self,
        text: impl FnOnce() -> String,
        json: impl FnOnce() -> serde_json::Value,
    ) -> io::Result<()> {
        self.notes += 1;
        let note = match (self.is_json, self.notes) {
            (false, _) => text() + "\n",
            (true, 1) => json().to_string(),
            (true, _) => format!(",\n{}", json()),
        };
        self.write(&note)
    }

    fn refused(&mut self, error: &ReadError) -> io::Result<()> {
        let field = |fault: &FieldFault| json!({ "column": fault.column(), "found": fault.found(), "expected": fault.expected() });
        self.note(
            || format!("refused: {error}"),
            || {
                json!({
                    "kind": "refused",
                    "line": error.line(),
                    "year": error.period(),
                    "area": error.area(),
                    "fields": error.fields().iter().map(field).collect::<Vec<_>>(),
                    "message": error.to_string(),
                })
            },
        )
    }

    /// Whether something explains it.
    fn inconsistent(
        &mut self,
        year: &ReportingYear,
        row: &Row,
        one: &Reconciliation<'_>,
    ) -> io::Result<bool> {
        let exclusion = year.exclusion(row, one.rate());
        let explanation =
            exclusion.as_ref().map_or_else(|| "nothing explains it".to_owned(), ToString::to_string);
        self.note(
            || format!("{row}: {one}; {explanation}"),
            || {
                json!({
                    "kind": "inconsistent",
                    "rate": one,
                    "exclusion": exclusion,
                })
            },
        )?;
        Ok(exclusion.is_some())
    }

    fn end(&mut self, counted: &Counted, rows: [u64; 3], started: Instant) -> io::Result<()> {
        let millis = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
        if self.is_json {
            // The first brace was written at the beginning.
            self.write(&format!("],\n{}\n", &counted.json(rows, millis).to_string()[1..]))?;
        } else {
            let gap = if self.notes > 0 { "\n" } else { "" };
            self.write(&format!("{gap}{}", counted.table(rows, millis)))?;
        }
        self.to.flush()
    }
}

impl Counted {
    /// By class, of all rates.
    fn all(&self) -> [u64; CLASSES.len()] {
        std::array::from_fn(|class| self.classes.iter().map(|rate| rate[class]).sum())
    }

    fn table(&self, [read, given, refused]: [u64; 3], millis: u64) -> String {
        let line = |name: &str, cells: Vec<String>| {
            let cells: String = cells.iter().map(|cell| format!("{cell:>14}")).collect();
            format!("{name:30}{cells}\n")
        };
        let counts = |counts: &[u64]| counts.iter().map(u64::to_string).collect();
        let mut text = line("rate", CLASSES.map(str::to_owned).to_vec());
        for (rate, classes) in RATES.iter().zip(&self.classes) {
            text += &line(rate.indicator.code(), counts(classes));
        }
        text += &line("all", counts(&self.all()));
        let totals = TOTALS.iter().zip(self.totals).map(|((_, words), count)| format!("{count} {words}"));
        let untold = match self.totals_untold {
            0 => String::new(),
            untold => format!(" ({untold} of them are not shown)"),
        };
        text + &format!(
            "\ninconsistent rates explained by authorities left out: {} of {}\n\
             suppressed rates whose symbol does not follow: {}\n\
             counts of areas against their parts: {}{untold}\n\
             rows with a code that is in no table: {}\n\
             rows: {read} read, {given} given, {refused} refused, {} duplicates; {} rows a second\n",
            self.excluded,
            self.all()[INCONSISTENT],
            self.unexplained,
            totals.collect::<Vec<_>>().join(", "),
            self.unknown,
            self.again,
            read.saturating_mul(1000) / millis,
        )
    }

    fn json(&self, [read, given, refused]: [u64; 3], millis: u64) -> serde_json::Value {
        let by_class = |counts: [u64; CLASSES.len()]| -> serde_json::Value {
            CLASSES.iter().map(|class| class.replace(' ', "_")).zip(counts).collect()
        };
        let rates = RATES
            .iter()
            .zip(self.classes)
            .map(|(rate, counts)| (rate.indicator.code().to_owned(), by_class(counts)));
        let totals =
            TOTALS.iter().zip(self.totals).map(|((class, _), count)| (class.code().to_owned(), count));
        json!({
            "rates": rates.collect::<serde_json::Value>(),
            "all": by_class(self.all()),
            "inconsistent_explained": self.excluded,
            "symbols_unexplained": self.unexplained,
            "totals": totals.collect::<serde_json::Value>(),
            "totals_not_shown": self.totals_untold,
            "codes_unknown": self.unknown,
            "rows": { "read": read, "given": given, "refused": refused, "duplicates": self.again },
            "milliseconds": millis,
        })
    }
}
