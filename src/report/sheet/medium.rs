//! # What a figure is drawn for, and the sizes that follow
//!
//! A slide, or a column of a journal: there the width is given in millimetres and letters have the size that journals ask for,
//! 8 points for labels and 7 for ticks.

/// Width and height of a slide.
pub const WIDTH: f64 = 1600.0;
pub const HEIGHT: f64 = 900.0;
/// Em size of the numbers along an axis.
pub const TICK: f64 = 18.0;
/// Room in which panels do not stand beside one another.
pub const NARROW: f64 = 1000.0;
/// Points in a millimetre.
const POINTS: f64 = 72.0 / 25.4;
/// Points of a tick on paper.
const TICK_POINTS: f64 = 7.0;
/// Points of a label on paper.
const LABEL_POINTS: f64 = 8.0;
/// Height of a figure on paper as a share of its width, where that is neither too low nor too high.
const RATIO: f64 = 0.64;
/// The lowest and the highest figure on paper, in millimetres.
const HEIGHTS: [f64; 2] = [64.0, 120.0];
/// Height of a small panel, in millimetres.
const PANEL: f64 = 34.0;
/// The page of a journal.
const HIGHEST: f64 = 225.0;
/// Dots per inch on paper.
const DPI: f64 = 600.0;

/// A slide or paper.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Medium {
    /// 1600 by 900, with all words on it.
    #[default]
    Slide,
    /// A journal's column.
    Print {
        /// Its width in millimetres.
        width: f64,
        /// Whether the finding stands above the figure.
        headline: bool,
    },
}

impl Medium {
    /// Points of one unit of a sheet of paper.
    pub fn unit() -> f64 {
        TICK_POINTS / TICK
    }

    /// A length on a sheet of paper in millimetres.
    pub fn millimetres(length: f64) -> f64 {
        length * Medium::unit() / POINTS
    }

    /// Width and height of a sheet that is at least so many millimetres high on paper.
    pub fn sheet(self, least: f64) -> [f64; 2] {
        let Medium::Print { width, .. } = self else { return [WIDTH, HEIGHT] };
        let height = (RATIO * width).clamp(HEIGHTS[0], HEIGHTS[1]).max(least).min(HIGHEST);
        [width, height].map(|mm| mm * POINTS / Medium::unit())
    }

    /// Millimetres of height that `n` small panels need on paper.
    pub fn panels(self, n: usize) -> f64 {
        PANEL * n.div_ceil(columns(self.sheet(0.0)[0], n)) as f64
    }

    /// Millimetres of height that a large panel needs on paper, with small ones below where they do not fit beside it.
    pub fn stacked(self) -> f64 {
        if self.sheet(0.0)[0] < NARROW { 3.0 * PANEL } else { 0.0 }
    }

    /// Em size of a label.
    pub fn label(self) -> f64 {
        match self {
            Medium::Slide => TICK,
            Medium::Print { .. } => LABEL_POINTS / Medium::unit(),
        }
    }

    /// Em size of a number that stands out.
    pub fn value(self) -> f64 {
        match self {
            Medium::Slide => 22.0,
            Medium::Print { .. } => self.label(),
        }
    }

    /// Lengths as a document says them: as they are, or in millimetres.
    pub fn lengths(self, lengths: [f64; 2]) -> [String; 2] {
        lengths.map(|length| match self {
            Medium::Slide => format!("{length}"),
            Medium::Print { .. } => format!("{:.2}mm", Medium::millimetres(length)),
        })
    }

    /// Pixels for one unit. A slide is sharp on a stage of 1920 by 1080; four times the pixels would take four times as long.
    pub fn pixels(self) -> f64 {
        match self {
            Medium::Slide => 1.2,
            Medium::Print { .. } => Medium::unit() * DPI / 72.0,
        }
    }

    /// Dots in a metre, where the picture has a size.
    pub fn dots_per_metre(self) -> Option<u32> {
        (self != Medium::Slide).then_some((DPI / 0.0254).round() as u32)
    }
}

/// How many of `n` small panels stand beside one another.
pub fn columns(width: f64, n: usize) -> usize {
    const NARROWEST: f64 = 190.0;
    let wanted = match n {
        ..=6 => 3,
        7..=12 => 4,
        _ => 5,
    };
    wanted.min((width / NARROWEST) as usize).max(1)
}
