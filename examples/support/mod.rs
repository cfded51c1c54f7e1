//! What every example does: read a document, print a text, end.

#![allow(dead_code, reason = "no example uses all of it")]

use serde::de::DeserializeOwned;
use std::{
    error::Error,
    fs,
    io::{self, Write},
    process::ExitCode,
};

/// The exit code: 1 where the example found an error, or could not do its work and says why.
pub fn end(sound: Result<bool, Box<dyn Error>>) -> ExitCode {
    match sound {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The arguments after the program's name.
pub fn arguments() -> Result<Vec<String>, String> {
    let texts = std::env::args_os().skip(1).map(|argument| argument.into_string());
    texts.collect::<Result<_, _>>().map_err(|argument| format!("argument {argument:?} is not UTF-8"))
}

/// Reads a document; the message names the file, the place in it, and what was expected.
pub fn read<T: DeserializeOwned>(file: &str, what: &str) -> Result<T, String> {
    let text = fs::read_to_string(file)
        .map_err(|error| format!("{file}: {error}; expected the path of a {what} in JSON"))?;
    parse(&text, file, what)
}

/// Reads a document from its text; `name` stands for it in messages.
pub fn parse<T: DeserializeOwned>(text: &str, name: &str, what: &str) -> Result<T, String> {
    let mut json = serde_json::Deserializer::from_str(text);
    let document = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let place = error.path().to_string();
        let place = if place == "." { "the top" } else { &place };
        let expected =
            if error.inner().is_data() { String::new() } else { format!("; expected a {what} in JSON") };
        format!("{name}: at {place}: {}{expected}", error.inner())
    })?;
    json.end().map_err(|error| format!("{name}: after the {what}: {error}; expected nothing more"))?;
    Ok(document)
}

/// Prints a text, content if the reader has seen enough.
pub fn print(text: &str) -> Result<(), Box<dyn Error>> {
    match writeln!(io::stdout(), "{text}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
