//! The examples as their users run them.

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Output},
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
