//! The examples as their users run them.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{self, Command, Output},
};

/// The built example: `cargo test` builds it beside the tests, else it is built now.
pub fn built(example: &str) -> PathBuf {
    let test = env::current_exe().expect("this test");
    let name = format!("{example}{}", env::consts::EXE_SUFFIX);
    let target = test.ancestors().nth(2).expect("the folder of this profile");
    let built = target.join("examples").join(name);
    let built_now = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--example", example, "--target-dir"])
        .arg(target.parent().expect("the target folder"))
        .status()
        .expect("cargo runs");
    assert!(built_now.success(), "the example does not build");
    built
}

/// Runs a built example from the crate's folder.
pub fn run(built: &Path, arguments: &[&str]) -> Output {
    Command::new(built)
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the example runs")
}

/// What it printed, and nothing on standard error.
#[track_caller]
pub fn printed(output: Output, code: i32) -> String {
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(code));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// It printed nothing but this error.
#[track_caller]
pub fn failed(output: Output, message: &str) {
    assert_eq!(String::from_utf8_lossy(&output.stderr), format!("error: {message}\n"));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    assert_eq!(output.status.code(), Some(1));
}

/// A file with a text while the test runs.
pub struct File(PathBuf);

impl File {
    /// `name` is one that no other test has, with its ending.
    pub fn new(name: &str, text: &str) -> Self {
        let file = Self(env::temp_dir().join(format!("childrens-services-{}-{name}", process::id())));
        fs::write(&file.0, text).expect("a folder to write to");
        file
    }

    pub fn path(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }
}

impl Drop for File {
    fn drop(&mut self) {
        // Another process cleans the folder up if this fails.
        let _ = fs::remove_file(&self.0);
    }
}
