//! # Progress
//!
//! On a terminal one line, redrawn at most ten times a second, with rate and time left; elsewhere a plain line every 10 %.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Terminal;
use crate::ensemble::run as ensemble;
use crate::text::{Language, Text};
use crate::words::screen::run as words;

/// How far the lives are.
pub(in crate::cli) struct Progress<'a> {
    terminal: &'a Terminal,
    form: Form,
    each: Text,
    started: Instant,
    /// The share that was there before this run started, in millionths; it says nothing about its speed.
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
/// Steps of the bar.
const STEPS: f64 = 1e6;
/// Nothing counted yet.
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
        Self { terminal, form, each: words::LIVES, started: Instant::now(), kept: AtomicU64::new(UNKNOWN) }
    }

    /// The same, counting something else than lives.
    pub fn counting(self, each: Text) -> Self {
        Self { each, ..self }
    }

    /// This much is done.
    pub fn at(&self, now: ensemble::Progress) {
        let steps = (now.share * STEPS) as u64;
        let _ = self.kept.compare_exchange(UNKNOWN, steps, Ordering::Relaxed, Ordering::Relaxed);
        let kept = self.kept.load(Ordering::Relaxed) as f64 / STEPS;
        let told = || line(now, kept, self.each, self.started.elapsed(), self.terminal.language);
        match &self.form {
            Form::Silent => {}
            Form::Bar(bar) => {
                bar.set_length(STEPS as u64);
                bar.set_position(steps);
                bar.set_message(told());
            }
            Form::Lines(tenths) => {
                let tenth = (now.share * 10.0) as u64;
                if tenths.fetch_max(tenth, Ordering::Relaxed) < tenth {
                    self.terminal.note(&format!("  {}", told()));
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

fn line(now: ensemble::Progress, kept: f64, each: Text, elapsed: Duration, language: Language) -> String {
    let rate = (now.share - kept).max(0.0) / elapsed.as_secs_f64().max(1e-3); // of all, a second
    let left = (rate > 0.0 && now.share < 1.0).then(|| (1.0 - now.share) / rate);
    words::progress((now.share * 100.0) as u64, now.done, now.total, each, rate * now.total as f64, left, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn progress(done: u64, share: f64) -> ensemble::Progress {
        ensemble::Progress { done, total: 4_000, share }
    }

    #[test]
    fn the_line_tells_share_count_rate_and_time_left() {
        let said = line(progress(2_440, 0.61), 0.0, words::LIVES, Duration::from_secs(10), Language::English);
        assert_eq!(said, "61 %   2,440 of 4,000   244 replicates/s   7 s left");
        let said = line(progress(30, 0.0075), 0.0, words::LIVES, Duration::from_secs(10), Language::Dutch);
        assert_eq!(said, "0 %   30 van 4.000   3,0 herhalingen/s   nog 22 min");
    }

    #[test]
    fn a_long_life_moves_the_line_before_it_is_over() {
        let said =
            line(ensemble::Progress { done: 0, total: 1, share: 0.25 }, 0.0, words::LIVES, Duration::from_secs(60), Language::English);
        assert_eq!(said, "25 %   0 of 1   3 min left");
    }

    #[test]
    fn what_was_kept_from_before_says_nothing_about_the_speed() {
        let said = line(progress(2_000, 0.5), 0.5, words::LIVES, Duration::from_secs(1), Language::English);
        assert_eq!(said, "50 %   2,000 of 4,000");
    }
}
