//! The rules of published statistics.

use crate::rules::book::rule_book;

rule_book! {
    /// Every rule for published rows and for the rows of a reporting year together. Those that published files break are
    /// warnings.
    from "this crate's own; the formulas and symbols are those of Department for Education, Children's social work workforce";

    ROW_STANDS_ONCE: "PUB-01", Error, "an area has one row in a reporting year",
        "of two rows with different figures at most one is right, and an area must not count twice";
    AREA_IS_KNOWN: "PUB-02", Warning, "the code of an area is one that the tables of areas have",
        "an unknown code has no neighbours, no region and no other name; it may be new";
    RATE_FOLLOWS: "PUB-03", Warning, "a printed rate follows from the printed counts, within their rounding",
        "an area's rate may leave out authorities whose counts its own row holds; else one of the figures is wrong";
    SYMBOL_FOLLOWS: "PUB-04", Warning, "a symbol in place of a rate follows from the counts",
        "a rate is withheld as a count is, or for a denominator of 0, a cover above 100% or a value that rounds to 0";
    RATE_IS_DERIVABLE: "PUB-05", Warning, "a printed rate has counts that give a rate",
        "a number beside a withheld count, or over 0, cannot be checked";
    COUNTS_ADD_UP: "PUB-06", Warning, "an area's count is the sum of its parts' counts, within rounding",
        "an area's count may hold what its parts withhold; else one of the figures is wrong";
    ROW_IS_READ: "PUB-07", Error, "every row of a reporting year can be read",
        "sums, medians and ranks of the year lack the row that is refused";
    CODES_BELONG_TOGETHER: "PUB-08", Warning, "the codes, the name and the region of an area belong together",
        "else the figures may be those of another area";
}
