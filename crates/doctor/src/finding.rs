//! What a check has found.

use serde_json::{Value as Json, json};

use crate::checks::Id;

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The promise is kept.
    Pass,
    /// It is kept, or need not be, but somebody should look.
    Warn,
    /// It is broken.
    Fail,
    /// Nobody knows; the finding says why.
    NotChecked,
}

impl Verdict {
    /// As `--json` has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Pass => "pass",
            Verdict::Warn => "warn",
            Verdict::Fail => "fail",
            Verdict::NotChecked => "not_checked",
        }
    }
}

/// The result of one check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Of which.
    pub id: Id,
    /// How it ended.
    pub verdict: Verdict,
    /// What was seen.
    pub seen: String,
    /// How to mend it, where more is known than the check's own words.
    pub mend: Option<String>,
    /// The last lines that the container printed, where they may say why.
    pub lines: Vec<String>,
}

impl Finding {
    fn new(id: Id, verdict: Verdict, seen: impl Into<String>) -> Self {
        Self { id, verdict, seen: seen.into(), mend: None, lines: Vec::new() }
    }

    pub(crate) fn pass(id: Id, seen: impl Into<String>) -> Self {
        Self::new(id, Verdict::Pass, seen)
    }

    pub(crate) fn warn(id: Id, seen: impl Into<String>) -> Self {
        Self::new(id, Verdict::Warn, seen)
    }

    pub(crate) fn fail(id: Id, seen: impl Into<String>) -> Self {
        Self::new(id, Verdict::Fail, seen)
    }

    pub(crate) fn not_checked(id: Id, why: impl Into<String>) -> Self {
        Self::new(id, Verdict::NotChecked, why)
    }

    pub(crate) fn mend(mut self, mend: impl Into<String>) -> Self {
        self.mend = Some(mend.into());
        self
    }

    pub(crate) fn lines(mut self, lines: &[String]) -> Self {
        self.lines = lines.to_vec();
        self
    }

    /// How to mend it.
    pub fn how_to_mend(&self) -> &str {
        self.mend.as_deref().unwrap_or(self.id.check().mend)
    }

    /// One object: `id`, `result`, `seen`, `how`, `sentence`, `source`; where the result is `warn` or `fail` also
    /// `mend` and `lines`.
    pub fn json(&self) -> Json {
        let check = self.id.check();
        let mut object = json!({
            "id": check.id,
            "result": self.verdict.as_str(),
            "seen": self.seen,
            "how": check.how,
            "sentence": check.sentence,
            "source": check.source,
        });
        if matches!(self.verdict, Verdict::Warn | Verdict::Fail) {
            object["mend"] = json!(self.how_to_mend());
            object["lines"] = json!(self.lines);
        }
        object
    }
}
