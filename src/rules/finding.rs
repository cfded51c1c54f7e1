//! Where a rule was broken, and by what.

use super::rule::{Rule, Severity};
use core::fmt;

/// One breach of one rule at one place.
///
/// # Examples
///
/// ```
/// use childrens_services::{Finding, Rule, Severity};
///
/// const RULE: Rule = Rule::new("OUR-01", "cover is planned", Severity::Warning, "leave is foreseeable", "ours");
/// let finding = Finding::new(&RULE, "team.cover", "nobody covers in August").with_value("planned", "0 FTE");
/// assert_eq!(finding.to_string(), "warning OUR-01 at team.cover: nobody covers in August");
/// assert_eq!(finding.values(), [("planned".to_owned(), "0 FTE".to_owned())]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Finding {
    rule: Rule,
    place: String,
    values: Vec<(String, String)>,
    message: String,
}

impl Finding {
    /// A breach of `rule` at `place`, a path such as `snapshot.agency_cover_fte`.
    #[must_use]
    pub fn new(rule: &Rule, place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { rule: *rule, place: place.into(), values: Vec::new(), message: message.into() }
    }

    /// Adds a value concerned, by its name.
    #[must_use]
    pub fn with_value(mut self, name: impl Into<String>, value: impl fmt::Display) -> Self {
        self.values.push((name.into(), value.to_string()));
        self
    }

    /// The rule that was broken.
    #[must_use]
    pub const fn rule(&self) -> &Rule {
        &self.rule
    }

    /// How grave it is: the rule's own severity.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.rule.severity()
    }

    /// The path to what broke it.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }

    /// The values concerned, each with its name.
    #[must_use]
    pub fn values(&self) -> &[(String, String)] {
        &self.values
    }

    /// What is wrong, in words.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} at {}: {}", self.severity(), self.rule.id(), self.place, self.message)
    }
}

/// Every finding of a check, in the fixed order in which the check goes.
///
/// # Examples
///
/// ```
/// use childrens_services::{Finding, Findings, Rule, Severity};
///
/// const RULE: Rule = Rule::new("OUR-01", "cover is planned", Severity::Warning, "leave is foreseeable", "ours");
/// let findings: Findings = [Finding::new(&RULE, "cover", "nobody covers")].into_iter().collect();
/// assert!(findings.is_ok()); // a warning is no error
/// assert_eq!(findings.of_severity(Severity::Warning).count(), 1);
/// assert_eq!(findings.within("teams[2]").to_string(), "warning OUR-01 at teams[2].cover: nobody covers");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, serde::Serialize)]
#[serde(transparent)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// No findings yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds one at the end.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Whether nothing is in error; warnings may be there.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.of_severity(Severity::Error).next().is_none()
    }

    /// Those of one severity, in order.
    pub fn of_severity(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.iter().filter(move |finding| finding.severity() == severity)
    }

    /// Those of one rule, in order.
    ///
    /// A rule that is known by its id is found in the list of its module, such as
    /// [`workforce::RULES`](crate::workforce::RULES).
    ///
    /// # Examples
    ///
    /// ```
    /// use childrens_services::{Period, Snapshot, workforce::RULES};
    ///
    /// // West Sussex, 30 September 2019.
    /// let snapshot = Snapshot {
    ///     vacancy_fte: Some("56.3".parse()?),
    ///     agency_cover_fte: Some("75.9".parse()?),
    ///     ..Snapshot::new(Period::reporting_year(2019)?)
    /// };
    /// let within_vacancies = RULES.iter().find(|rule| rule.id() == "WRK-01").ok_or("a rule of snapshots")?;
    /// assert_eq!(snapshot.findings().of_rule(within_vacancies).count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_rule<'a>(&'a self, rule: &'a Rule) -> impl Iterator<Item = &'a Finding> {
        self.iter().filter(move |finding| finding.rule().id() == rule.id())
    }

    /// The same findings with their places inside `place`: `cover` becomes `teams[2].cover`.
    #[must_use]
    pub fn within(mut self, place: &str) -> Self {
        for finding in &mut self.0 {
            finding.place = format!("{place}.{}", finding.place);
        }
        self
    }

    /// Each in order.
    pub fn iter(&self) -> core::slice::Iter<'_, Finding> {
        self.0.iter()
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none, not even warnings.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Extend<Finding> for Findings {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        self.0.extend(findings);
    }
}

impl FromIterator<Finding> for Findings {
    fn from_iter<I: IntoIterator<Item = Finding>>(findings: I) -> Self {
        Self(findings.into_iter().collect())
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Finding;
    type IntoIter = core::slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Findings {
    /// A line each; nothing at all when there are none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, finding) in self.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            finding.fmt(f)?;
        }
        Ok(())
    }
}
