//! A rule, and how grave its breach is.

use crate::vocabulary::vocabulary;
use core::fmt;

vocabulary! {
    /// How grave a finding is.
    Severity: "severity" {
        /// Logically or legally impossible as recorded.
        Error: "error", "error";
        /// Possible but contrary to normal practice: a real record may break the rule and still loads.
        Warning: "warning", "warning";
    }
}

/// A rule that data is checked against: a constant, so that a tool can list every rule there is.
///
/// # Examples
///
/// ```
/// use childrens_services::{Rule, Severity, workforce};
///
/// const NO_LONE_WORKER: Rule = Rule::new(
///     "OUR-01",
///     "a team has at least two case holders",
///     Severity::Warning,
///     "nobody covers for a lone case holder",
///     "our own standard",
/// );
/// assert_eq!(NO_LONE_WORKER.to_string(), "OUR-01: a team has at least two case holders");
/// assert!(workforce::RULES.iter().any(|rule| rule.id() == "WRK-01"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Rule {
    id: &'static str,
    title: &'static str,
    severity: Severity,
    rationale: &'static str,
    source: &'static str,
}

impl Rule {
    /// States a rule: its id, what holds when it is kept, how grave a breach is, why, and who says so.
    #[must_use]
    pub const fn new(
        id: &'static str,
        title: &'static str,
        severity: Severity,
        rationale: &'static str,
        source: &'static str,
    ) -> Self {
        Self { id, title, severity, rationale, source }
    }

    /// The id, such as `WRK-01`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// What holds when the rule is kept.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// How grave a breach is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// Why the rule is there.
    #[must_use]
    pub const fn rationale(&self) -> &'static str {
        self.rationale
    }

    /// Who says so.
    #[must_use]
    pub const fn source(&self) -> &'static str {
        self.source
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.id, self.title)
    }
}
