//! The report as Markdown.

use super::{ProgressReport, ReportParagraph, ReportTable};
use core::fmt::{self, Write};

impl ProgressReport {
    /// The report as Markdown (CommonMark with tables). Text of the programme is escaped: it cannot become markup.
    #[must_use]
    #[allow(clippy::missing_panics_doc, reason = "only a fault of this crate could cause one")]
    pub fn to_markdown(&self) -> String {
        let mut text = String::new();
        write(self, &mut text).expect("a String takes whatever is written to it");
        text
    }
}

fn write(report: &ProgressReport, out: &mut String) -> fmt::Result {
    writeln!(out, "# {}", Escaped(report.title()))?;
    for section in report.sections() {
        writeln!(out, "\n## {}", Escaped(section.heading()))?;
        for paragraph in section.paragraphs() {
            write_paragraph(paragraph, out)?;
        }
    }
    writeln!(out, "\nFor information")?;
    writeln!(out, "\n**{}**  \n{}", Escaped(report.author()), Escaped(report.post()))
}

fn write_paragraph(paragraph: &ReportParagraph, out: &mut String) -> fmt::Result {
    // Escaped, the number stays text: a list of Markdown would be numbered anew after a table.
    writeln!(out, "\n{}\\. {}", paragraph.number(), Escaped(paragraph.text()))?;
    if !paragraph.items().is_empty() {
        writeln!(out)?;
    }
    for item in paragraph.items() {
        write!(out, "- {}", Escaped(item.text()))?;
        if let Some(remark) = item.remark() {
            write!(out, " *\\[{}\\]*", Escaped(remark))?;
        }
        writeln!(out)?;
    }
    paragraph.table().map_or(Ok(()), |table| write_table(table, out))
}

fn write_table(table: &ReportTable, out: &mut String) -> fmt::Result {
    writeln!(out, "\n**{}**\n", Escaped(table.caption()))?;
    let mut row = |cells: &[String]| {
        for cell in cells {
            write!(out, "| {} ", Escaped(cell))?;
        }
        writeln!(out, "|")
    };
    row(table.columns())?;
    row(&vec!["---".to_owned(); table.columns().len()])?;
    table.rows().iter().try_for_each(|cells| row(cells))
}

/// Text that is no markup.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == "---" {
            return f.write_str("---");
        }
        // What opens a block at the start of a line, and what is markup within one.
        let trimmed = self.0.trim_start();
        let opens = trimmed.starts_with(['-', '+', '=', '~', '#', '>']);
        if opens {
            f.write_char('\\')?;
        }
        let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
        for (at, c) in trimmed.char_indices() {
            let numbers = digits > 0 && at == digits && matches!(c, '.' | ')');
            if numbers
                || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '!')
                    && at > 0
                || at == 0 && matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '&' | '!')
            {
                f.write_char('\\')?;
            }
            f.write_char(c)?;
        }
        Ok(())
    }
}
