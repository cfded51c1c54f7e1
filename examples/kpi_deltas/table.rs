//! Deltas as aligned text.

use crate::deltas::{Deltas, Track};
use childrens_services::{ChangeSummary, Unit};

pub fn render(deltas: &Deltas) -> String {
    let underline = "=".repeat(deltas.title.chars().count());
    let mut parts = vec![format!("{}\n{underline}", deltas.title)];
    if !deltas.statements.is_empty() {
        parts.push(statements(deltas));
    }
    parts.extend(deltas.indicators.iter().map(track));
    parts.extend(deltas.notes.iter().map(|note| (*note).to_owned()));
    parts.join("\n\n")
}

fn statements(deltas: &Deltas) -> String {
    let header = ["", "from", "", "to", "", "change", "relative", "verdict", ""].map(str::to_owned);
    let rows = deltas.statements.iter().map(|statement| {
        let change = &statement.change;
        let end = |figure: &Option<String>| figure.clone().unwrap_or_else(|| "-".to_owned());
        let [absolute, relative, verdict] = cells(Some(change));
        let remark =
            if statement.remark.is_empty() { String::new() } else { format!("({})", statement.remark) };
        [
            change.title.clone(),
            change.since.to_string(),
            end(&change.earlier),
            change.until.to_string(),
            end(&change.later),
            format!("{absolute} {}", if absolute == "-" { "" } else { change.absolute_unit })
                .trim_end()
                .to_owned(),
            relative,
            verdict,
            remark,
        ]
    });
    align(header, rows, [LEFT, LEFT, RIGHT, LEFT, RIGHT, RIGHT, RIGHT, LEFT, LEFT])
}

fn track(track: &Track) -> String {
    let since = track.base.map_or_else(String::new, |base| format!("since {base}"));
    let mut header = [const { String::new() }; 8];
    "figure".clone_into(&mut header[1]);
    "change".clone_into(&mut header[2]);
    "relative".clone_into(&mut header[3]);
    "since the period before".clone_into(&mut header[4]);
    "change".clone_into(&mut header[5]);
    "relative".clone_into(&mut header[6]);
    since.clone_into(&mut header[7]);
    let rows = track.rows.iter().map(|row| {
        let [step, step_relative, step_verdict] = cells(row.step.as_ref());
        let [base, base_relative, base_verdict] = cells(row.since_base.as_ref());
        let period = row.period.to_string();
        [period, row.figure.clone(), step, step_relative, step_verdict, base, base_relative, base_verdict]
    });
    let table = align(header, rows, [LEFT, RIGHT, RIGHT, RIGHT, LEFT, RIGHT, RIGHT, LEFT]);
    let changes = if track.unit == Unit::PerCent { "changes in percentage points; " } else { "" };
    format!("{} ({}; {changes}{})\n{table}", track.title, track.unit, track.polarity)
}

/// Absolute change, relative change and verdict; empty without a change, `-` where it cannot be
/// worked out.
fn cells(change: Option<&ChangeSummary>) -> [String; 3] {
    change.map_or_else(Default::default, |change| {
        let relative = change.relative.as_ref().map(|number| format!("{number}%"));
        let verdict = match change.doubt {
            Some(doubt) => format!("{} ({doubt})", change.verdict),
            None => change.verdict.to_string(),
        };
        [signed(change.absolute.as_ref()), signed(relative.as_ref()), verdict]
    })
}

/// A rise with its plus sign.
fn signed(number: Option<&String>) -> String {
    let Some(number) = number else { return "-".to_owned() };
    let moved = number.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    format!("{}{number}", if moved && !number.starts_with('-') { "+" } else { "" })
}

const LEFT: bool = false;
const RIGHT: bool = true;

/// Rows under a header, each column as wide as its widest cell.
fn align<const N: usize>(
    header: [String; N],
    rows: impl Iterator<Item = [String; N]>,
    right: [bool; N],
) -> String {
    let rows: Vec<[String; N]> = std::iter::once(header).chain(rows).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; N] = std::array::from_fn(width);
    let line = |row: &[String; N]| {
        let cell = |column: usize| {
            let (text, width) = (&row[column], widths[column]);
            if right[column] { format!("{text:>width$}") } else { format!("{text:<width$}") }
        };
        (0..N).map(cell).collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
