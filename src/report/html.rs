//! The report as a page of its own.

use super::{ProgressReport, ReportParagraph, ReportTable};
use core::fmt::{self, Write};

/// Plain, of high contrast, and readable on a small screen and on paper.
const STYLE: &str = "\
body{font-family:system-ui,sans-serif;line-height:1.5;color:#0b0c0c;background:#fff;max-width:48rem;margin:0 auto;padding:1rem;overflow-wrap:break-word}\
table{border-collapse:collapse;width:100%;margin:1rem 0}\
caption{text-align:left;font-weight:bold;padding:.25rem 0}\
th,td{border:1px solid #505a5f;padding:.25rem .5rem;text-align:left;vertical-align:top}\
tbody th{overflow-wrap:anywhere;min-width:8rem}\
.number{font-weight:bold;margin-right:.5rem}\
.remark{font-style:italic}\
.scroll{overflow-x:auto}\
h1,h2,caption{break-after:avoid}\
li,tr{break-inside:avoid}\
@media print{.scroll{overflow:visible}}";

impl ProgressReport {
    /// The report as a standalone HTML page: headings in order, tables with captions and scopes, in British English, no
    /// script and nothing fetched. Text of the programme is escaped.
    #[must_use]
    #[allow(clippy::missing_panics_doc, reason = "only a fault of this crate could cause one")]
    pub fn to_html(&self) -> String {
        let mut text = String::new();
        write(self, &mut text).expect("a String takes whatever is written to it");
        text
    }
}

fn write(report: &ProgressReport, out: &mut String) -> fmt::Result {
    let title = Escaped(report.title());
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(
        out,
        "<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>"
    )?;
    for (section, number) in report.sections().iter().zip(1..) {
        // Without a name: as landmarks, two sections of one heading could not be told apart.
        writeln!(out, "<section>")?;
        writeln!(out, "<h2 id=\"section-{number}\">{}</h2>", Escaped(section.heading()))?;
        for paragraph in section.paragraphs() {
            write_paragraph(paragraph, out)?;
        }
        writeln!(out, "</section>")?;
    }
    writeln!(out, "</main>\n<footer>\n<p>For information</p>")?;
    writeln!(out, "<p><strong>{}</strong><br>{}</p>", Escaped(report.author()), Escaped(report.post()))?;
    writeln!(out, "</footer>\n</body>\n</html>")
}

fn write_paragraph(paragraph: &ReportParagraph, out: &mut String) -> fmt::Result {
    let number = paragraph.number();
    writeln!(
        out,
        "<p id=\"paragraph-{number}\"><span class=\"number\">{number}</span> {}</p>",
        Escaped(paragraph.text())
    )?;
    if !paragraph.items().is_empty() {
        writeln!(out, "<ul>")?;
        for item in paragraph.items() {
            write!(out, "<li>{}", Escaped(item.text()))?;
            if let Some(remark) = item.remark() {
                write!(out, " <span class=\"remark\">[{}]</span>", Escaped(remark))?;
            }
            writeln!(out, "</li>")?;
        }
        writeln!(out, "</ul>")?;
    }
    paragraph.table().map_or(Ok(()), |table| write_table(table, number, out))
}

fn write_table(table: &ReportTable, number: u32, out: &mut String) -> fmt::Result {
    // A table that is too wide is scrolled, by keyboard too, so the frame takes the focus and has a name.
    writeln!(
        out,
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"table-{number}\">\n<table>"
    )?;
    writeln!(out, "<caption id=\"table-{number}\">{}</caption>\n<thead>\n<tr>", Escaped(table.caption()))?;
    for column in table.columns() {
        writeln!(out, "<th scope=\"col\">{}</th>", Escaped(column))?;
    }
    writeln!(out, "</tr>\n</thead>\n<tbody>")?;
    for row in table.rows() {
        write!(out, "<tr>")?;
        for (index, cell) in row.iter().enumerate() {
            match index {
                0 => write!(out, "<th scope=\"row\">{}</th>", Escaped(cell))?,
                _ => write!(out, "<td>{}</td>", Escaped(cell))?,
            }
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody>\n</table>\n</div>")
}

/// Text that is no markup.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}
