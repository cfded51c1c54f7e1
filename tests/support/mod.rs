//! What several test files share. First the reference data: official statistics and records outside the
//! repository.
//!
//! The folder is named by `CHILDRENS_SERVICES_REFERENCE_DATA`, by default `../shared/data`. Without it the
//! tests that need it say so and pass; with `CI=true` they fail.

#![allow(dead_code, reason = "no test file uses all of it")]

pub mod example;

use std::{
    collections::HashMap,
    env, fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// A line of a file by its columns' names.
pub type Line = HashMap<String, String>;

/// `<reference data>/<folder>`, where it is there.
pub fn folder(folder: &str) -> Option<PathBuf> {
    let named = env::var_os("CHILDRENS_SERVICES_REFERENCE_DATA").unwrap_or_else(|| "../shared/data".into());
    // A path that is absolute stays as it is.
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(named).join(folder);
    if path.is_dir() {
        return Some(path);
    }
    let missing = format!("no reference data at {}", path.display());
    assert!(env::var_os("CI").is_none_or(|ci| ci != "true"), "{missing}, and CI=true needs it");
    say(&format!("skipped: {missing}"));
    None
}

/// Says something that is seen. Not `eprintln!`: the test harness keeps for itself what the macros print in
/// tests that pass; what is written to the stream itself is seen. In one piece, because other tests write at
/// the same time.
pub fn say(line: &str) {
    io::stderr().write_all(format!("{line}\n").as_bytes()).expect("standard error is open");
}

/// Every line of every `<prefix>*.csv`, each with where it stands.
pub fn lines(folder: &Path, prefix: &str) -> Vec<(String, Line)> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("a readable folder").map(|entry| entry.expect("a file").path()).collect();
    paths.retain(|path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with(prefix) && name.ends_with(".csv")
    });
    paths.sort();
    assert!(!paths.is_empty(), "no {prefix}*.csv in {}", folder.display());
    let mut lines = Vec::new();
    for path in paths {
        let at = path.display();
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{at}: {error}"));
        // Many files of the Department open with a byte-order mark.
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for (index, line) in reader.deserialize().enumerate() {
            let at = format!("{at}, row {}", index + 2);
            lines.push((at.clone(), line.unwrap_or_else(|error| panic!("{at}: {error}"))));
        }
    }
    lines
}

#[track_caller]
pub fn cell<'a>(at: &str, line: &'a Line, column: &str) -> &'a str {
    line.get(column).unwrap_or_else(|| panic!("{at}: there is no column {column}"))
}
