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
    let row = |out: &mut String, cells: &[String]| {
        for cell in cells {
            write!(out, "| {} ", Escaped(cell))?;
        }
        writeln!(out, "|")
    };
    row(out, table.columns())?;
    out.write_str(&"| --- ".repeat(table.columns().len()))?;
    writeln!(out, "|")?;
    table.rows().iter().try_for_each(|cells| row(out, cells))
}

/// Text that is no markup.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.trim();
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        for (at, c) in text.char_indices() {
            let within = matches!(
                c,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '!' | '#' | '@' | '$'
            );
            // What opens a block at the start of a line: a list, the underline of a heading.
            let opens = at == 0 && matches!(c, '-' | '+' | '=');
            let numbers = digits > 0 && at == digits && matches!(c, '.' | ')');
            // What many readers make a link of, marked or not.
            let links = match c {
                ':' => text[at..].starts_with("://"),
                '.' => at >= 3 && text.get(at - 3..at).is_some_and(|www| www.eq_ignore_ascii_case("www")),
                _ => false,
            };
            if within || opens || numbers || links {
                f.write_char('\\')?;
            }
            f.write_char(c)?;
        }
        Ok(())
    }
}
