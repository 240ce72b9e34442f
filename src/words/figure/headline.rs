//! # Findings
//!
//! The headline of a figure says what was found; it has a case for everything that can be found.

use crate::text::{Language, text};
use crate::words::figure::{Form, lower_first, of_arm, value};
use crate::words::number::{count, duration, number, percent};

/// Of more arms than these it is said how many there are.
const MANY: usize = 9;

/// What happened to one measure, in numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Story {
    /// No life was lived to the end.
    Nothing,
    /// No breach: from the first day to the last.
    Calm {
        /// On day 0.
        from: f64,
        /// On the last day.
        to: f64,
        /// Days between the two.
        span: f64,
    },
    /// A breach that left no visible mark.
    NoMark {
        /// Before the breach.
        before: f64,
        /// Where it went farthest.
        turn: f64,
    },
    /// A breach, a turn for the worse, and what came after.
    Broken {
        /// Before the breach.
        before: f64,
        /// Where it went farthest.
        turn: f64,
        /// Days in which nine tenths of the way there were covered.
        within: f64,
        /// Whether these days are exact, or only as fine as the record.
        exact: bool,
        /// Days from the breach until it was back, where that is known: the number of `recovery.csv`.
        back: Option<f64>,
        /// On the last day.
        end: f64,
        /// Days from the breach to the last day.
        span: f64,
    },
}

/// The finding of a figure in which one measure goes its own way after a breach: here and in the twin, `days` after it.
pub fn apart(subject: &str, values: [f64; 2], days: f64, form: Form, language: Language) -> String {
    let [own, twin] = values.map(|x| value(x, form, language));
    let time = duration(days, language);
    match language {
        Language::English => format!("{subject}: {own} against {twin} in the twin, {time} after the breach"),
        Language::Dutch => format!("{subject}: {own} tegenover {twin} in de tweeling, {time} na de vertrouwensbreuk"),
    }
}

/// The finding of a figure that follows one measure.
pub fn headline(subject: &str, story: &Story, form: Form, language: Language) -> String {
    let said = |x| value(x, form, language);
    let time = |days| duration(days, language);
    let dutch = language == Language::Dutch;
    match *story {
        Story::Nothing => nothing(language),
        Story::Calm { from, to, span } if said(from) == said(to) => {
            if dutch {
                format!("{subject}: {} bij het begin en {} later nog steeds", said(from), time(span))
            } else {
                format!("{subject}: {} at the start, and still {} later", said(from), time(span))
            }
        }
        Story::Calm { from, to, span } => {
            let verb = match (dutch, to > from) {
                (true, true) => "steeg",
                (true, false) => "daalde",
                (false, true) => "rose",
                (false, false) => "fell",
            };
            if dutch {
                format!("{subject} {verb} van {} naar {} in {}", said(from), said(to), time(span))
            } else {
                format!("{subject} {verb} from {} to {} in {}", said(from), said(to), time(span))
            }
        }
        Story::NoMark { before, turn } => {
            if dutch {
                format!("{subject}: de vertrouwensbreuk liet geen zichtbaar spoor na ({} ervoor, {} erna)", said(before), said(turn))
            } else {
                format!("{subject}: the breach left no visible mark ({} before, {} after)", said(before), said(turn))
            }
        }
        Story::Broken { before, turn, within, exact, back, end, span } => {
            let verb = match (dutch, turn > before) {
                (true, true) => "steeg",
                (true, false) => "daalde",
                (false, true) => "rose",
                (false, false) => "fell",
            };
            let inside = match (dutch, exact) {
                (true, false) => "binnen",
                (false, false) => "within",
                _ => "in",
            };
            let after = match (dutch, back) {
                (true, Some(back)) => format!("en was terug na {}", time(back)),
                (false, Some(back)) => format!("and was back after {}", time(back)),
                _ if span < 1.0 => String::new(),
                (true, None) => format!("{} na de vertrouwensbreuk is dat {}", time(span), said(end)),
                (false, None) => format!("{} after the breach it stands at {}", time(span), said(end)),
            };
            let joint = match back {
                Some(_) => " ",
                None if after.is_empty() => "",
                None => "; ",
            };
            let (from, to) = if dutch { ("van", "naar") } else { ("from", "to") };
            format!("{subject} {verb} {from} {} {to} {} {inside} {}{joint}{after}", said(before), said(turn), time(within))
        }
    }
}

/// The same counted in people, as a survey would: who trusted before and who does at the end.
pub fn counted([before, end]: [f64; 2], breach: bool, language: Language) -> String {
    let [before, end] = [before, end].map(|share| percent(share, 0, language));
    match (language, breach) {
        (Language::English, true) => format!("; counted as in a survey, {before} of people trusted before and {end} at the end"),
        (Language::English, false) => format!("; counted as in a survey, {before} of people trusted at the start and {end} at the end"),
        (Language::Dutch, true) => format!("; geteld als in een enquête vertrouwde {before} van de mensen ervoor en {end} aan het einde"),
        (Language::Dutch, false) => {
            format!("; geteld als in een enquête vertrouwde {before} van de mensen bij het begin en {end} aan het einde")
        }
    }
}

/// Said when every life failed.
pub fn nothing(language: Language) -> String {
    text("Nothing to show: no replicate reached the end", "Niets te tonen: geen enkele herhaling haalde het einde").get(language).to_owned()
}

/// The finding of a figure that compares arms by their end: the name and last median of every arm, also of those not drawn.
pub fn compared(subject: &str, ends: &[(String, f64)], form: Form, rises: bool, language: Language) -> String {
    let mut known: Vec<&(String, f64)> = ends.iter().filter(|(_, end)| end.is_finite()).collect();
    known.sort_by(|a, b| a.1.total_cmp(&b.1));
    let (Some(low), Some(high)) = (known.first(), known.last()) else { return nothing(language) };
    let said = |x| value(x, form, language);
    if said(low.1) == said(high.1) {
        return match language {
            Language::English => format!("{subject} ends at {} in every arm", said(low.1)),
            Language::Dutch => format!("{subject} eindigt in elke variant op {}", said(low.1)),
        };
    }
    let (first, last) = if rises { (low, high) } else { (high, low) };
    if known.len() > MANY {
        let n = number(known.len() as f64, 0, language);
        return match language {
            Language::English => {
                format!(
                    "Over {n} arms {} ends between {} (“{}”) and {} (“{}”)",
                    lower_first(subject),
                    said(first.1),
                    first.0,
                    said(last.1),
                    last.0
                )
            }
            Language::Dutch => {
                format!(
                    "Over {n} varianten eindigt {} tussen {} (“{}”) en {} (“{}”)",
                    lower_first(subject),
                    said(first.1),
                    first.0,
                    said(last.1),
                    last.0
                )
            }
        };
    }
    match language {
        Language::English => format!("{subject} ends at {} with “{}” and at {} with “{}”", said(first.1), first.0, said(last.1), last.0),
        Language::Dutch => format!("{subject} eindigt op {} met “{}” en op {} met “{}”", said(first.1), first.0, said(last.1), last.0),
    }
}

/// The finding of a sum since day 0, beside the twin's.
pub fn summed(subject: &str, end: f64, twin: Option<f64>, span: f64, form: Form, language: Language) -> String {
    let (end_said, time) = (value(end, form, language), duration(span, language));
    match (language, twin.filter(|t| t.is_finite())) {
        (Language::English, Some(twin)) => {
            format!("{subject}: {end_said} after {time}, against {} in the twin", value(twin, form, language))
        }
        (Language::English, None) => format!("{subject}: {end_said} after {time}"),
        (Language::Dutch, Some(twin)) => {
            format!("{subject}: {end_said} na {time}, tegenover {} bij de tweeling", value(twin, form, language))
        }
        (Language::Dutch, None) => format!("{subject}: {end_said} na {time}"),
    }
}

/// The finding of the tiles: how many teams fell by a tenth or more, and how many of them end no lower than they were.
pub fn teams_headline(teams: usize, fell: usize, home: usize, subject: &str, breach: bool, language: Language) -> String {
    let n = |n: usize| number(n as f64, 0, language);
    if !breach {
        return match language {
            Language::English => format!("{subject}, team by team: the start and the end"),
            Language::Dutch => format!("{subject}, per team: het begin en het einde"),
        };
    }
    let (subject, all) = (lower_first(subject), fell == teams && teams > 1);
    match language {
        Language::English if fell == 0 => format!("After the breach no team lost 0.10 or more of {subject}"),
        Language::Dutch if fell == 0 => format!("Na de vertrouwensbreuk verloor geen enkel team 0,10 of meer {subject}"),
        Language::English => {
            let who = if all { format!("All {} teams", n(teams)) } else { format!("{} of {} teams", n(fell), n(teams)) };
            let home = match home {
                0 => "none ends".to_owned(),
                1 => "1 ends".to_owned(),
                home => format!("{} end", n(home)),
            };
            format!("{who} lost 0.10 or more of {subject}; {home} at most 0.02 below where they were")
        }
        Language::Dutch => {
            let who = if all { format!("Alle {} teams", n(teams)) } else { format!("{} van de {} teams", n(fell), n(teams)) };
            let verb = if fell == 1 { "verloor" } else { "verloren" };
            let home = match home {
                0 => "geen enkel eindigt".to_owned(),
                1 => "1 eindigt".to_owned(),
                home => format!("{} eindigen", n(home)),
            };
            format!("{who} {verb} 0,10 of meer {subject}; {home} hoogstens 0,02 lager dan ze stonden")
        }
    }
}

/// A bar's length: `14 months`, `at least 42 months`.
pub fn stretch(days: f64, censored: bool, language: Language) -> String {
    let time = duration(days, language);
    match (language, censored) {
        (_, false) => time,
        (Language::English, true) => format!("at least {time}"),
        (Language::Dutch, true) => format!("minstens {time}"),
    }
}

/// The finding of the road.
pub fn road_headline(build: Option<(f64, bool)>, fall: f64, back: Option<(f64, bool)>, language: Language) -> String {
    let fell = duration(fall, language);
    match (build, back) {
        (Some((build, censored)), _) if build > fall => match language {
            Language::English => format!("It took {} to build what {fell} destroyed", stretch(build, censored, language)),
            Language::Dutch => format!("Wat in {} werd opgebouwd, was in {fell} weg", stretch(build, censored, language)),
        },
        (_, Some((back, false))) if back < fall => {
            text("Here trust came back faster than it left", "Hier kwam het vertrouwen sneller terug dan het verdween")
                .get(language)
                .to_owned()
        }
        (_, Some((back, censored))) => match language {
            Language::English => format!("Trust fell in {fell}; coming back took {}", stretch(back, censored, language)),
            Language::Dutch => format!("Het vertrouwen viel in {fell}; terugkeren duurde {}", stretch(back, censored, language)),
        },
        _ => match language {
            Language::English => format!("Trust fell in {fell}"),
            Language::Dutch => format!("Het vertrouwen viel in {fell}"),
        },
    }
}

/// What follows the road's headline.
pub fn road_subtitle(arm: Option<&str>, subject: &str, never: u32, of: u32, language: Language) -> String {
    let n = count(u64::from(of), text("replicate", "herhaling"), text("replicates", "herhalingen"), language);
    let never = match (language, never) {
        (Language::English, 0) => format!("Median of {n}."),
        (Language::Dutch, 0) => format!("Mediaan van {n}."),
        (Language::English, _) => format!("Median of {n}; in {never} of them trust never came back."),
        (Language::Dutch, _) => format!("Mediaan van {n}; in {never} daarvan kwam het vertrouwen nooit terug."),
    };
    let arm = arm.map_or_else(String::new, |name| of_arm(name, language) + " ");
    format!("{arm}{subject}. {never}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Dutch, English};

    const BROKEN: Story = Story::Broken { before: 0.52, turn: 0.21, within: 1.0, exact: true, back: None, end: 0.38, span: 780.0 };

    #[test]
    fn a_headline_says_the_finding_in_both_languages() {
        let en = headline("Trust in the leader", &BROKEN, Form::Index, English);
        assert_eq!(en, "Trust in the leader fell from 0.52 to 0.21 in 1 day; 3 years after the breach it stands at 0.38");
        let nl = headline("Vertrouwen in de leidinggevende", &BROKEN, Form::Index, Dutch);
        assert_eq!(nl, "Vertrouwen in de leidinggevende daalde van 0,52 naar 0,21 in 1 dag; 3 jaar na de vertrouwensbreuk is dat 0,38");
    }

    #[test]
    fn a_headline_has_its_cases() {
        let say = |story| headline("Trust", &story, Form::Index, English);
        let back = Story::Broken { before: 0.52, turn: 0.21, within: 5.0, exact: false, back: Some(300.0), end: 0.52, span: 780.0 };
        assert_eq!(say(back), "Trust fell from 0.52 to 0.21 within 5 days and was back after 14 months");
        assert_eq!(say(Story::NoMark { before: 0.5, turn: 0.494 }), "Trust: the breach left no visible mark (0.50 before, 0.49 after)");
        assert_eq!(say(Story::Calm { from: 0.5, to: 0.6, span: 260.0 }), "Trust rose from 0.50 to 0.60 in 12 months");
        assert_eq!(say(Story::Calm { from: 0.5, to: 0.5, span: 260.0 }), "Trust: 0.50 at the start, and still 12 months later");
        assert!(say(Story::Nothing).starts_with("Nothing"));
    }

    #[test]
    fn arms_are_compared_by_all_of_them() {
        let ends: Vec<(String, f64)> = (0..100).map(|i| (format!("s{i:03}"), 0.52 - 0.0007 * f64::from(i))).collect();
        let said = |ends, language| compared("Trust in the leader", ends, Form::Index, false, language);
        assert_eq!(said(&ends, English), "Over 100 arms trust in the leader ends between 0.52 (“s000”) and 0.45 (“s099”)");
        assert_eq!(said(&ends[..2], English), "Trust in the leader ends at 0.52 in every arm");
        assert!(said(&[("a".to_owned(), 0.5), ("b".to_owned(), 0.4)], Dutch).ends_with("op 0,50 met “a” en op 0,40 met “b”"));
    }

    #[test]
    fn a_breach_on_the_last_day_has_no_afterwards() {
        let told = Story::Broken { before: 0.52, turn: 0.21, within: 1.0, exact: true, back: None, end: 0.21, span: 0.0 };
        assert_eq!(headline("Trust", &told, Form::Index, English), "Trust fell from 0.52 to 0.21 in 1 day");
    }

    #[test]
    fn teams_that_end_higher_than_they_were_are_not_said_to_end_near_it() {
        let said = |language| teams_headline(12, 12, 11, "Trust in the leader", true, language);
        assert_eq!(said(English), "All 12 teams lost 0.10 or more of trust in the leader; 11 end at most 0.02 below where they were");
        assert!(said(Dutch).ends_with("11 eindigen hoogstens 0,02 lager dan ze stonden"));
    }

    #[test]
    fn the_road_says_whose_it_is_where_there_are_several_arms() {
        let said = |arm, language| road_subtitle(arm, "Trust in the leader", 2, 60, language);
        assert_eq!(said(None, English), "Trust in the leader. Median of 60 replicates; in 2 of them trust never came back.");
        assert!(said(Some("nothing"), Dutch).starts_with("Variant “nothing”. "));
    }

    #[test]
    fn the_road_is_told_by_what_is_known() {
        assert_eq!(road_headline(Some((303.0, false)), 1.0, None, English), "It took 14 months to build what 1 day destroyed");
        assert_eq!(road_headline(Some((303.0, true)), 1.0, None, Dutch), "Wat in minstens 14 maanden werd opgebouwd, was in 1 dag weg");
        assert_eq!(road_headline(None, 30.0, Some((10.0, false)), English), "Here trust came back faster than it left");
        assert_eq!(road_headline(None, 1.0, Some((910.0, true)), English), "Trust fell in 1 day; coming back took at least 3.5 years");
    }
}
