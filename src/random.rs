//! # The dice
//!
//! One seed; every draw is found by what it is for: (seed, replicate, purpose, day, who, with whom). No stream is shared,
//! so adding a person, a repair, a recording or a thread moves nobody else's luck. The only room that knows `rand`.
//!
//! Two kinds of draw. Everyday draws, one for every relation and day, are a hash of a key (seed, replicate, day, team) and a
//! [`slot`] (the purpose and the two seats): a few integer operations that run in vector lanes, at a fixed place whether used
//! or not. Where sixteen bits are enough, the [`halves`] of one word are two draws. Rare draws (a person's traits, a breach) seed a named generator, Xoshiro256++, whose numbers are the same everywhere.
//! Normal and exponential draws come from rand_distr's tables; everything else is made of uniforms.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use rand_distr::StandardNormal;

use crate::text::{Text, text};

/// Declares what draws are for: number, and in both languages what is drawn.
macro_rules! draws {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $number:literal, $en:literal, $nl:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum $name { $(#[doc = $en] $variant = $number,)* }

        impl $name {
            /// All, with what is drawn.
            pub const ALL: &'static [($name, Text)] = &[$(($name::$variant, text($en, $nl)),)*];
        }
    };
}

draws! {
    /// What a draw is for. The numbers are part of every result: never change one, only add.
    Purpose {
        Structure = 1, "Size and task interdependence of a team.", "Grootte en taakafhankelijkheid van een team.";
        Person = 2, "Propensity, conduct and ability of a person, and a founder's time of service.", "Neiging, gedrag en vaardigheid van een persoon, en de diensttijd van wie er op dag 0 is.";
        FirstImpression = 3, "Noise of a first impression.", "Ruis van een eerste indruk.";
        TopConduct = 7, "The behaviour in the foreground of top management's day.", "Het gedrag dat op een dag vooraan staat bij het topmanagement.";
        OwnOutcome = 12, "A person's lasting own differences in the outcomes.", "Iemands blijvende eigen verschillen in de uitkomsten.";
        Vacancy = 16, "How long a seat stays empty.", "Hoe lang een stoel leeg blijft.";
        Incident = 17, "Kind, severity and audience of an everyday incident; whether top management has one.", "Soort, ernst en publiek van een alledaags incident; of er bij het topmanagement een is.";
        Breach = 18, "Which member breaks trust, when the scenario names none.", "Welk teamlid het vertrouwen breekt, als het scenario er geen noemt.";
        Retaliation = 19, "Whether somebody retaliates this week, and how.", "Of iemand deze week vergeldt, en hoe.";
        Exit = 20, "Who leaves in a scheduled exit or a lay-off.", "Wie vertrekt bij een gepland vertrek of een ontslagronde.";
        Survey = 21, "Error of the answers to a survey.", "Fout van de antwoorden op een enquête.";
        Ties = 22, "Partners in other teams, and which ties within a team exist.", "Partners in andere teams, en welke banden binnen een team bestaan.";
        Disposition = 23, "Whether a person is disposed to retaliation.", "Of een persoon geneigd is tot vergelding.";
        Teams = 24, "Which teams an event concerns, when they are drawn at random.", "Welke teams een gebeurtenis aangaat, als ze willekeurig gekozen worden.";
        Hazard = 25, "Whether an event that comes by chance happens today.", "Of een gebeurtenis die bij toeval komt vandaag gebeurt.";
        Victim = 26, "Who the victim of a breach is.", "Wie het slachtoffer van een vertrouwensbreuk is.";
        World = 28, "How far a world moves each parameter.", "Hoe ver een wereld elke parameter verschuift.";
        Search = 29, "Which portfolio of repairs a search tries next.", "Welke combinatie van herstel een zoektocht daarna probeert.";
        Resample = 30, "Which worlds count, and how often, when it is asked how sure a front is.", "Welke werelden tellen, en hoe vaak, als gevraagd wordt hoe zeker een front is.";
        Fit = 31, "A person's number, from which it is drawn with whom this person gets on.", "Iemands getal, waaruit getrokken wordt met wie die persoon overeenkomt.";
        Style = 32, "A person's lasting habits of answering surveys: higher or lower, nearer the ends or the middle.", "Iemands blijvende gewoonten om in enquêtes te antwoorden: hoger of lager, dichter bij de uiteinden of het midden.";
        Perception = 33, "How high a person sees each practice, lastingly.", "Hoe hoog een persoon elke praktijk blijvend ziet.";
        Sociometry = 34, "Error of the answers about each teammate.", "Fout van de antwoorden over elk teamlid.";
        Trade = 35, "How much a team, and the organisation, differ in output for reasons other than trust.", "Hoeveel een team, en de organisatie, in output verschillen om andere redenen dan vertrouwen.";
        Design = 36, "Where the points of a sweep lie.", "Waar de punten van een sweep liggen.";
        Everyday = 27, "The key of a team's everyday draws of a day; see the pages.", "De sleutel van de alledaagse trekkingen van een team op een dag; zie de bladzijden.";
    }
}

draws! {
    /// What an everyday draw is for: the page on which its slot stands. Part of every result, like [`Purpose`].
    Page {
        Agenda = 0, "The behaviour in the foreground of a person's day.", "Het gedrag dat op iemands dag vooraan staat.";
        Meeting = 1, "Whether two people meet, and whether the act is done well.", "Of twee mensen elkaar treffen, en of het gedrag goed gebeurt.";
        Gossip = 2, "Whether a person hears gossip today.", "Of iemand vandaag roddel hoort.";
        Teller = 3, "Who tells it, and about whom.", "Wie die vertelt, en over wie.";
        Across = 4, "Whether a person sees a tie in another team, and whether news comes over it.", "Of iemand een contact in een ander team ziet, en of daarlangs nieuws komt.";
        AcrossConduct = 5, "Whether that act is done well.", "Of dat gedrag goed gebeurt.";
        Signal = 6, "Whether a person sees a signal of the practices this week.", "Of iemand deze week een signaal van de praktijken ziet.";
        SignalConduct = 7, "Of which practice, and whether it reads well.", "Van welke praktijk, en of het goed overkomt.";
        Noise = 8, "The week's noise in a person's outcomes.", "De ruis van de week in iemands uitkomsten.";
        Quit = 9, "Whether a person quits this week.", "Of iemand deze week ontslag neemt.";
        Involuntary = 10, "Whether a person leaves for another reason.", "Of iemand om een andere reden vertrekt.";
        Incident = 11, "Whether a person has an everyday incident next week.", "Of iemand volgende week een alledaags incident heeft.";
    }
}

/// The generator's name, for the manifest.
pub const GENERATOR: &str = "keyed hash (everyday draws) and Xoshiro256++ (rare draws), event-keyed, version 2";

/// The dice of one life.
#[derive(Clone, Copy, Debug)]
pub struct Dice {
    root: u64,
}

/// The key of a page of everyday draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Low half.
    pub low: u32,
    /// High half.
    pub high: u32,
}

impl Dice {
    /// The dice of `replicate` under `seed`.
    pub fn new(seed: u64, replicate: u32) -> Self {
        Self { root: mix(mix(seed ^ 0x6F6E_666F_6F74_0001).wrapping_add(replicate as u64)) }
    }

    /// The key of the draws for `purpose` on `day` around `who` (a team, a person, the organisation).
    #[inline]
    pub fn key(&self, purpose: Purpose, day: u32, who: u32) -> Key {
        let word = self.word(purpose, day, who, 0);
        Key { low: word as u32, high: (word >> 32) as u32 }
    }

    /// A generator for rare draws for `purpose` on `day`, about `who` and `whom`.
    pub fn at(&self, purpose: Purpose, day: u32, who: u32, whom: u32) -> Draw {
        Draw(Xoshiro256PlusPlus::seed_from_u64(self.word(purpose, day, who, whom)))
    }

    /// The dice of something with a name, such as an event: its luck hangs on its name, wherever it stands in a file.
    #[must_use]
    pub fn of(&self, name: &str) -> Self {
        let start = mix(self.root ^ 0x6E61_6D65_6400_0001);
        Self { root: name.bytes().fold(start, |root, byte| mix(root ^ u64::from(byte))) }
    }

    #[inline]
    fn word(self, purpose: Purpose, day: u32, who: u32, whom: u32) -> u64 {
        let when = mix(self.root ^ ((purpose as u64) << 32 | day as u64));
        mix(when ^ ((who as u64) << 32 | whom as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }
}

/// A generator for rare draws.
pub struct Draw(Xoshiro256PlusPlus);

impl Draw {
    /// Uniform in [0, 1).
    pub fn uniform(&mut self) -> f64 {
        self.0.random::<f64>()
    }

    /// Standard normal.
    pub fn normal(&mut self) -> f64 {
        self.0.sample(StandardNormal)
    }

    /// Whether something of chance `p` happens.
    pub fn chance(&mut self, p: f64) -> bool {
        self.uniform() < p
    }

    /// A whole number below `n`, which must not be 0.
    pub fn below(&mut self, n: u32) -> u32 {
        (self.uniform() * n as f64) as u32
    }
}

/// The 64-bit finaliser of SplitMix64 (Steele, Lea & Flood 2014).
#[inline]
fn mix(mut z: u64) -> u64 {
    z = z.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The everyday draw in `slot` of a page: 32 bits.
///
/// Three multiplications: with two the [`halves`] of a word give away a badly mixed bit between them, or fail a test of gaps
/// after 16 GiB (see the page on speed, which also says what this passes).
#[inline(always)]
pub fn bits(low: u32, high: u32, slot: u32) -> u32 {
    let mut z = low ^ slot.wrapping_mul(0x9E37_79B9);
    z ^= z >> 16;
    z = z.wrapping_mul(0x7FEB_352D).wrapping_add(high);
    z ^= z >> 15;
    z = z.wrapping_mul(0x846C_A68B);
    z ^= z >> 16;
    z = z.wrapping_mul(0x9E37_79B9);
    z ^ (z >> 15)
}

/// Two draws, uniform in [0, 1) in steps of 1/65,536, from one word.
#[inline(always)]
pub fn halves(bits: u32) -> [f32; 2] {
    [(bits >> 16) as i32, (bits & 0xFFFF) as i32].map(|half| half as f32 * (1.0 / 65_536.0))
}

/// Uniform in [0, 1), from 24 of the bits.
#[inline(always)]
pub fn uniform(bits: u32) -> f32 {
    ((bits >> 8) as i32) as f32 * (1.0 / 16_777_216.0)
}

/// Nearly standard normal: the standardised sum of the four bytes (bounded at 3.45; kurtosis 2.7). For the residuals of
/// outcomes, where there is one for each person and week and tails do not matter.
#[inline(always)]
pub fn near_normal(bits: u32) -> f32 {
    let sum = (bits & 0xFF) + (bits >> 8 & 0xFF) + (bits >> 16 & 0xFF) + (bits >> 24);
    (sum as i32 as f32 - 510.0) * (1.0 / 147.798_28) // variance of one byte is (256² − 1) / 12
}

/// A draw for two people from a number of each, the same whichever comes first.
#[inline(always)]
pub const fn of_two(one: u32, other: u32) -> u32 {
    let mixed = (one ^ other).wrapping_mul(0x9E37_79B1);
    let mixed = (mixed ^ mixed >> 15).wrapping_mul(0x85EB_CA77);
    mixed ^ mixed >> 13
}

/// The slot of an ordered pair of seats.
#[inline(always)]
pub const fn slot(from: usize, to: usize) -> u32 {
    (from * 64 + to) as u32
}

impl Page {
    /// The slot of an ordered pair of seats on this page.
    #[inline(always)]
    pub const fn slot(self, from: usize, to: usize) -> u32 {
        (self as u32) << 12 | slot(from, to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draw_depends_on_everything_it_is_for_and_on_nothing_else() {
        let dice = Dice::new(1, 0);
        let base = dice.key(Purpose::Everyday, 3, 7);
        assert_eq!(base, Dice::new(1, 0).key(Purpose::Everyday, 3, 7));
        for other in [
            Dice::new(2, 0).key(Purpose::Everyday, 3, 7),
            Dice::new(1, 1).key(Purpose::Everyday, 3, 7),
            dice.key(Purpose::Ties, 3, 7),
            dice.key(Purpose::Everyday, 4, 7),
            dice.key(Purpose::Everyday, 3, 8),
        ] {
            assert_ne!(base, other);
        }
    }

    #[test]
    fn what_has_a_name_has_dice_of_its_own() {
        let dice = Dice::new(1, 0);
        let key = |dice: Dice| dice.key(Purpose::Breach, 3, 7);
        assert_eq!(key(dice.of("broken")), key(Dice::new(1, 0).of("broken")));
        let all = [dice, dice.of(""), dice.of("a"), dice.of("b"), dice.of("ab"), dice.of("ba"), Dice::new(1, 1).of("a")];
        for (at, one) in all.iter().enumerate() {
            assert!(all[..at].iter().all(|other| key(*other) != key(*one)), "{at}");
        }
    }

    #[test]
    fn everyday_draws_are_even_and_uncorrelated_between_slots_days_and_teams() {
        let dice = Dice::new(4711, 0);
        let (mut n, mut sum, mut squares, mut slots, mut days) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for day in 0..200 {
            for team in 0..20 {
                let (today, tomorrow) = (dice.key(Purpose::Everyday, day, team), dice.key(Purpose::Everyday, day + 1, team));
                for pair in 0..64 {
                    let at = |key: Key, pair| uniform(bits(key.low, key.high, pair)) as f64 - 0.5;
                    let x = at(today, pair);
                    n += 1.0;
                    sum += x;
                    squares += x * x;
                    slots += x * at(today, pair + 1);
                    days += x * at(tomorrow, pair);
                }
            }
        }
        let sd = 1.0 / 12.0_f64.sqrt();
        assert!((sum / n).abs() < 4.0 * sd / n.sqrt());
        assert!((squares / n - 1.0 / 12.0).abs() < 1e-3);
        assert!((slots / n).abs() < 4.0 / 12.0 / n.sqrt() && (days / n).abs() < 4.0 / 12.0 / n.sqrt());
    }

    #[test]
    fn near_normal_draws_have_mean_zero_and_variance_one() {
        let draws: Vec<f64> = (0..100_000).map(|slot| near_normal(bits(17, 99, slot)) as f64).collect();
        let mean = draws.iter().sum::<f64>() / 1e5;
        let variance = draws.iter().map(|x| x * x).sum::<f64>() / 1e5;
        assert!(mean.abs() < 0.02 && (variance - 1.0).abs() < 0.02, "{mean} {variance}");
    }

    #[test]
    fn rare_draws_are_the_same_everywhere() {
        let mut draw = Dice::new(4711, 3).at(Purpose::Breach, 390, 2, 5);
        let values = [draw.uniform(), draw.normal(), draw.uniform()];
        assert_eq!(values.map(|v| (v * 1e9).round() as i64), BILLIONTHS);
    }

    const BILLIONTHS: [i64; 3] = [911_880_250, 1_752_667_775, 328_148_369];
}
