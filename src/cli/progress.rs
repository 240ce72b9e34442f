//! # Progress
//!
//! On a terminal one line, redrawn at most ten times a second, with rate and time left; elsewhere a plain line every 10 %.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::terminal::Terminal;
use crate::text::Language;
use crate::words::screen::run as words;

/// How far the lives are.
pub(super) struct Progress<'a> {
    terminal: &'a Terminal,
    form: Form,
    started: Instant,
    /// Lives that were there before this run started; they say nothing about its speed.
    kept: AtomicU64,
}

enum Form {
    Silent,
    Bar(ProgressBar),
    /// Tenths already told.
    Lines(AtomicU64),
}

/// Columns that the numbers and their words need.
const WORDS: usize = 58;
/// No life counted yet.
const UNKNOWN: u64 = u64::MAX;

impl<'a> Progress<'a> {
    /// Progress that nobody sees.
    pub fn silent(terminal: &'a Terminal) -> Self {
        Self::of(terminal, Form::Silent)
    }

    /// Progress in the form that stderr can show.
    pub fn shown(terminal: &'a Terminal) -> Self {
        if !terminal.redraws {
            return Self::of(terminal, Form::Lines(AtomicU64::new(0)));
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(10));
        // The numbers matter more than the bar, which takes what room they leave.
        let room = terminal.width.saturating_sub(WORDS).min(28);
        let template = if room < 8 { "  {wide_msg}".to_owned() } else { format!("  [{{bar:{room}}}] {{wide_msg}}") };
        let style = ProgressStyle::with_template(&template).expect("the template is right");
        bar.set_style(style.progress_chars("##-"));
        Self::of(terminal, Form::Bar(bar))
    }

    fn of(terminal: &'a Terminal, form: Form) -> Self {
        Self { terminal, form, started: Instant::now(), kept: AtomicU64::new(UNKNOWN) }
    }

    /// So many lives are done.
    pub fn at(&self, done: u64, total: u64) {
        let _ = self.kept.compare_exchange(UNKNOWN, done, Ordering::Relaxed, Ordering::Relaxed);
        let now = || line(done, total, self.kept.load(Ordering::Relaxed), self.started.elapsed(), self.terminal.language);
        match &self.form {
            Form::Silent => {}
            Form::Bar(bar) => {
                bar.set_length(total);
                bar.set_position(done);
                bar.set_message(now());
            }
            Form::Lines(told) => {
                let tenth = done * 10 / total.max(1);
                if told.fetch_max(tenth, Ordering::Relaxed) < tenth {
                    self.terminal.note(&format!("  {}", now()));
                }
            }
        }
    }

    /// Takes the line away.
    pub fn finish(&self) {
        if let Form::Bar(bar) = &self.form {
            bar.finish_and_clear();
        }
    }
}

fn line(done: u64, total: u64, kept: u64, elapsed: Duration, language: Language) -> String {
    let percent = done * 100 / total.max(1);
    let rate = done.saturating_sub(kept) as f64 / elapsed.as_secs_f64().max(1e-3);
    let left = (rate > 0.0 && done < total).then(|| (total - done.min(total)) as f64 / rate);
    words::progress(percent, done, total, rate, left, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_share_count_rate_and_time_left() {
        let said = line(2_440, 4_000, 0, Duration::from_secs(10), Language::English);
        assert_eq!(said, "61 %   2,440 of 4,000   244 lives/s   7 s left");
        let said = line(30, 4_000, 0, Duration::from_secs(10), Language::Dutch);
        assert_eq!(said, "0 %   30 van 4.000   3,0 levens/s   nog 22 min");
    }

    #[test]
    fn lives_kept_from_before_say_nothing_about_the_speed() {
        let said = line(2_000, 4_000, 2_000, Duration::from_secs(1), Language::English);
        assert_eq!(said, "50 %   2,000 of 4,000");
    }
}
