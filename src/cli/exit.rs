//! # Exit codes

/// How a command ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// Done.
    Done,
    /// A check or a verdict says no.
    SaysNo,
    /// The input is wrong.
    Input,
    /// Some lives failed; the tables are written.
    SomeFailed,
    /// A disk failed on the way; the same command may do better.
    TryAgain,
    /// Interrupted; what is done is kept.
    Interrupted,
}

impl Exit {
    /// What the shell gets.
    pub fn code(self) -> i32 {
        match self {
            Exit::Done => 0,
            Exit::SaysNo => 1,
            Exit::Input => 2,
            Exit::SomeFailed => 3,
            Exit::TryAgain => 75,
            Exit::Interrupted => 130,
        }
    }
}
