//! # Colours and dashes
//!
//! Safe for colour-blind eyes, and readable in grey because a line always has a dash of its own and a label besides. An arm has
//! the look of its place in the scenario, in every picture and on every page.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

pub const WHITE: Colour = Colour(255, 255, 255);
/// The ground of a page in the dark; `style.css` has it too.
pub const DARK: Colour = Colour(0x14, 0x18, 0x1D);
pub const INK: Colour = Colour(0x1A, 0x1F, 0x26);
/// Subtitles, ticks, notes: 7:1 on white.
pub const MUTED: Colour = Colour(0x4F, 0x59, 0x66);
pub const AXIS: Colour = Colour(0x5F, 0x6B, 0x7A);
pub const GRID: Colour = Colour(0xE3, 0xE7, 0xEC);
pub const TWIN: Colour = Colour(0x4D, 0x4D, 0x4D);
pub const TWIN_DASH: &[f64] = &[9.0, 6.0];

#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub line: Colour,
    /// Its label: a darker kin of the line.
    pub text: Colour,
    pub dash: &'static [f64],
}

/// The arms' styles, each with a hue of its own: from Okabe and Ito the four whose contrast on white reaches 3:1, and darker ones.
pub const ARMS: [Style; 8] = [
    Style { line: Colour(0x00, 0x72, 0xB2), text: Colour(0x00, 0x72, 0xB2), dash: &[] },
    Style { line: Colour(0xD5, 0x5E, 0x00), text: Colour(0xB3, 0x4A, 0x00), dash: &[18.0, 7.0] },
    Style { line: Colour(0x00, 0x9E, 0x73), text: Colour(0x00, 0x79, 0x5A), dash: &[4.0, 5.0] },
    Style { line: Colour(0xCC, 0x79, 0xA7), text: Colour(0xA8, 0x45, 0x7F), dash: &[18.0, 6.0, 4.0, 6.0] },
    Style { line: Colour(0x5B, 0x2A, 0x86), text: Colour(0x5B, 0x2A, 0x86), dash: &[30.0, 6.0] },
    Style { line: Colour(0x8A, 0x6A, 0x12), text: Colour(0x7A, 0x5D, 0x0C), dash: &[18.0, 5.0, 4.0, 5.0, 4.0, 5.0] },
    Style { line: Colour(0x8B, 0x1A, 0x1A), text: Colour(0x8B, 0x1A, 0x1A), dash: &[40.0, 5.0, 4.0, 5.0] },
    Style { line: Colour(0x00, 0x00, 0x00), text: Colour(0x00, 0x00, 0x00), dash: &[26.0, 5.0, 10.0, 5.0] },
];

/// Where there are more arms than hues, the others are grey.
const GREY: [Colour; 2] = [Colour(0x7A, 0x82, 0x8C), Colour(0x66, 0x6E, 0x78)];

/// How the arm at this place of the scenario is drawn.
pub fn style(place: usize) -> Style {
    match ARMS.get(place) {
        Some(style) => *style,
        None => Style { line: GREY[0], text: GREY[1], dash: ARMS[place % ARMS.len()].dash },
    }
}

impl Colour {
    /// This colour laid over white at `opacity`: bands and thin lines are mixed beforehand, so that they look the same
    /// in every viewer and where they overlap.
    pub fn tint(self, opacity: f64) -> Colour {
        WHITE.towards(self, opacity)
    }

    /// The colour at this share of the way to another.
    fn towards(self, other: Colour, share: f64) -> Colour {
        let mix = |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8;
        Colour(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// Relative luminance as WCAG defines it.
    pub fn luminance(self) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast with another colour, 1 to 21.
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour as a page in the dark shows it: lighter until it reads as well there as it does on white.
    pub fn on_dark(self) -> Colour {
        if self == Colour(0, 0, 0) {
            return WHITE; // made lighter it would be one of the greys
        }
        (0..=20).map(|step| self.towards(WHITE, f64::from(step) / 20.0)).find(|colour| colour.contrast(DARK) >= 5.0).unwrap_or(WHITE)
    }

    /// As style sheets write it.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// White or black, whichever reads better on this ground.
    pub fn ink_on(self) -> Colour {
        const BLACK: Colour = Colour(0, 0, 0);
        if self.contrast(WHITE) > self.contrast(BLACK) { WHITE } else { BLACK }
    }
}

/// A level from 0 to 1 on the cividis scale (Nuñez, Anderton & Renslow 2018); the ground when missing.
pub fn cividis(level: f64) -> Colour {
    const STOPS: [Colour; 12] = [
        Colour(0x00, 0x20, 0x4D),
        Colour(0x00, 0x30, 0x6F),
        Colour(0x2A, 0x40, 0x6C),
        Colour(0x48, 0x52, 0x6B),
        Colour(0x5E, 0x62, 0x6E),
        Colour(0x72, 0x73, 0x74),
        Colour(0x87, 0x84, 0x79),
        Colour(0x9E, 0x96, 0x77),
        Colour(0xB6, 0xA9, 0x71),
        Colour(0xD0, 0xBE, 0x67),
        Colour(0xEA, 0xD3, 0x57),
        Colour(0xFF, 0xEA, 0x46),
    ];
    if !level.is_finite() {
        return WHITE;
    }
    let at = level.clamp(0.0, 1.0) * (STOPS.len() - 1) as f64;
    let below = (at.floor() as usize).min(STOPS.len() - 2);
    STOPS[below].towards(STOPS[below + 1], at - below as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_reaches_three_to_one_on_white_and_every_text_four_and_a_half() {
        for style in (0..20).map(style) {
            assert!(style.line.contrast(WHITE) >= 3.0, "{:?}", style.line);
            assert!(style.text.contrast(WHITE) >= 4.5, "{:?}", style.text);
        }
        for text in [INK, MUTED, TWIN] {
            assert!(text.contrast(WHITE) >= 4.5);
        }
    }

    #[test]
    fn in_the_dark_every_arm_can_be_read_and_keeps_a_hue_of_its_own() {
        let dark: Vec<Colour> = ARMS.iter().map(|style| style.text.on_dark()).chain([TWIN.on_dark()]).collect();
        for (i, colour) in dark.iter().enumerate() {
            assert!(colour.contrast(DARK) >= 4.5, "{colour:?}");
            assert!(!dark[..i].contains(colour));
        }
        assert!(include_str!("../page/style.css").contains(&format!("--ground:{}", DARK.hex())));
    }

    #[test]
    fn trust_grows_lighter_and_its_number_stays_readable() {
        let levels: Vec<Colour> = (0..=100).map(|i| cividis(f64::from(i) / 100.0)).collect();
        assert!(levels.windows(2).all(|w| w[1].luminance() >= w[0].luminance()));
        assert!(levels.iter().all(|c| c.contrast(c.ink_on()) >= 4.5));
    }

    #[test]
    fn every_arm_with_a_hue_has_it_alone_and_keeps_it() {
        for (i, a) in ARMS.iter().enumerate() {
            assert!(ARMS[..i].iter().all(|b| a.line != b.line && a.text != b.text));
            assert_eq!(style(i).line, a.line);
            assert!([GREY[0], TWIN].iter().all(|grey| a.line != *grey));
        }
        assert_eq!(style(ARMS.len()).line, style(ARMS.len() + 5).line);
    }

    #[test]
    fn no_two_arms_share_a_dash() {
        for (i, a) in ARMS.iter().enumerate() {
            assert!(ARMS.iter().skip(i + 1).all(|b| a.dash != b.dash && b.dash != TWIN_DASH));
        }
    }
}
