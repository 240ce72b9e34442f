//! # Words on figures
//!
//! Every sentence, label and note that a figure carries, in both languages, from plain numbers.

use crate::scenario::{MONTH, Referent, ShockKind, WEEK, YEAR};
use crate::text::{Language, Text, text};
use crate::words::number::{count, duration, number, percent};

/// How the values of a measure are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Two decimals.
    Index,
    /// As a percentage, one decimal.
    Share,
    /// Whole numbers.
    Count,
}

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
        /// Days from the breach to lasting return, if it returned.
        back: Option<f64>,
        /// On the last day.
        end: f64,
        /// Days from the breach to the last day.
        span: f64,
    },
}

/// Label of the twin's line.
pub const TWIN: Text = text("twin: no breach", "tweeling: geen breuk");
/// Label of the line when there is one arm.
pub const THIS: Text = text("this organisation", "deze organisatie");
/// The limits line.
pub const LIMITS: Text =
    text("Model result, not a forecast of any real organisation.", "Modelresultaat, geen voorspelling voor een echte organisatie.");
/// Said when the value axis does not start at zero.
pub const NOT_FROM_ZERO: Text = text("The vertical axis does not start at zero.", "De verticale as begint niet bij nul.");
/// Words for levels of trust, from 0 to 1.
pub const LEVELS: [Text; 5] = [text("none", "geen"), text("low", "laag"), text("half", "half"), text("high", "hoog"), text("full", "vol")];
/// Label of the first bar of the road.
pub const BUILDING: Text = text("Building, on foot", "Opbouwen, te voet");
/// Label of the second bar of the road.
pub const FALLING: Text = text("The fall, on horseback", "De val, te paard");
/// Label of the third bar of the road.
pub const RETURNING: Text = text("Coming back, on foot", "Terugkeren, te voet");
/// Label of the row of tiles with the breach.
pub const WITH_BREACH: Text = text("This organisation", "Deze organisatie");
/// Label of the row of tiles without the breach.
pub const WITHOUT_BREACH: Text = text("Twin: no breach", "Tweeling: geen breuk");
/// Said of a bar for which there is no number.
pub const UNKNOWN: Text = text("cannot be told", "niet te bepalen");

/// The trustee, as a panel title.
pub const fn referent(referent: Referent) -> Text {
    match referent {
        Referent::Colleague => text("Trust in colleagues", "Vertrouwen in collega's"),
        Referent::Leader => text("Trust in the leader", "Vertrouwen in de leidinggevende"),
        Referent::Top => text("Trust in top management", "Vertrouwen in het topmanagement"),
    }
}

/// The trustee, as the subject of a sentence.
pub const fn referent_subject(who: Referent) -> Text {
    match who {
        Referent::Colleague => text("Trust in colleagues", "Het vertrouwen in collega's"),
        Referent::Leader => text("Trust in the leader", "Het vertrouwen in de leidinggevende"),
        Referent::Top => text("Trust in top management", "Het vertrouwen in het topmanagement"),
    }
}

/// A breach by this kind of offender.
pub const fn breach(by: Referent) -> Text {
    match by {
        Referent::Colleague => text("Breach by a colleague", "Breuk door een collega"),
        Referent::Leader => text("Breach by the leader", "Breuk door de leidinggevende"),
        Referent::Top => text("Breach by top management", "Breuk door het topmanagement"),
    }
}

/// A shock.
pub const fn shock(kind: ShockKind) -> Text {
    match kind {
        ShockKind::Reorganisation => text("Reorganisation", "Reorganisatie"),
        ShockKind::LayOff => text("Lay-off", "Ontslagronde"),
        ShockKind::LostClient => text("Lost client", "Verloren klant"),
    }
}

/// New levels of the practices.
pub const PRACTICES_CHANGE: Text = text("Practices change", "Praktijken veranderen");
/// A change of conduct.
pub const CONDUCT_CHANGES: Text = text("Conduct changes", "Gedrag verandert");
/// Scheduled exits.
pub const PEOPLE_LEAVE: Text = text("People leave", "Mensen vertrekken");
/// An imposed loss.
pub const IMPOSED_LOSS: Text = text("Imposed loss", "Opgelegd verlies");

/// A value in its form.
pub fn value(value: f64, form: Form, language: Language) -> String {
    match form {
        Form::Index => number(value, 2, language),
        Form::Share => percent(value, 1, language),
        Form::Count => number(value, 0, language),
    }
}

/// The unit of the time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Working days.
    Days,
    /// Weeks of five working days.
    Weeks,
    /// Months of 21.67 working days.
    Months,
    /// Years of 260 working days.
    Years,
}

impl Clock {
    /// The unit that suits a record of this many days.
    pub fn of(length: f64) -> Clock {
        match length {
            l if l <= 30.0 => Clock::Days,
            l if l <= 130.0 => Clock::Weeks,
            l if l <= 4.0 * f64::from(YEAR) => Clock::Months,
            _ => Clock::Years,
        }
    }

    /// Working days in one unit.
    pub fn days(self) -> f64 {
        match self {
            Clock::Days => 1.0,
            Clock::Weeks => f64::from(WEEK),
            Clock::Months => MONTH,
            Clock::Years => f64::from(YEAR),
        }
    }

    /// The axis title.
    pub const fn title(self) -> Text {
        match self {
            Clock::Days => text("working days since the start", "werkdagen sinds het begin"),
            Clock::Weeks => text("weeks since the start", "weken sinds het begin"),
            Clock::Months => text("months since the start", "maanden sinds het begin"),
            Clock::Years => text("years since the start", "jaren sinds het begin"),
        }
    }

    /// A day, said in this unit: `month 18`.
    pub fn moment(self, day: f64, language: Language) -> String {
        let (word, decimals) = match self {
            Clock::Days => (text("day", "dag"), 0),
            Clock::Weeks => (text("week", "week"), 0),
            Clock::Months => (text("month", "maand"), 0),
            Clock::Years => (text("year", "jaar"), 1),
        };
        format!("{} {}", word.get(language), number(day / self.days(), decimals, language))
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
                format!("{subject}: de breuk liet geen zichtbaar spoor na ({} ervoor, {} erna)", said(before), said(turn))
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
                (true, None) => format!("{} later is dat {}", time(span), said(end)),
                (false, None) => format!("{} later it stands at {}", time(span), said(end)),
            };
            let joint = if back.is_some() { " " } else { "; " };
            let (from, to) = if dutch { ("van", "naar") } else { ("from", "to") };
            format!("{subject} {verb} {from} {} {to} {} {inside} {}{joint}{after}", said(before), said(turn), time(within))
        }
    }
}

/// Said when every life failed.
pub fn nothing(language: Language) -> String {
    text("Nothing to show: no replay was lived to the end", "Niets te tonen: geen enkele herhaling haalde het einde")
        .get(language)
        .to_owned()
}

/// The finding of a figure that compares arms by their end: each arm's name and last median.
pub fn compared(subject: &str, ends: &[(String, f64)], form: Form, rises: bool, language: Language) -> String {
    let mut known: Vec<&(String, f64)> = ends.iter().filter(|(_, end)| end.is_finite()).collect();
    known.sort_by(|a, b| a.1.total_cmp(&b.1));
    let (Some(low), Some(high)) = (known.first(), known.last()) else { return nothing(language) };
    let said = |x| value(x, form, language);
    if said(low.1) == said(high.1) {
        return match language {
            Language::English => format!("{subject} ends at {} in every variant", said(low.1)),
            Language::Dutch => format!("{subject} eindigt in elke variant op {}", said(low.1)),
        };
    }
    let (first, last) = if rises { (low, high) } else { (high, low) };
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

/// What the lines and bands are: `Line: median of 20 replays; bands: 50% and 90% of them; each thin line is one replay.`
pub fn legend(replays: usize, thin: bool, language: Language) -> String {
    let n = count(replays as u64, text("replay", "herhaling"), text("replays", "herhalingen"), language);
    match (language, replays, thin) {
        (Language::English, 1, _) => "One replay, so no spread.".to_owned(),
        (Language::Dutch, 1, _) => "Eén herhaling, dus geen spreiding.".to_owned(),
        (Language::English, _, true) => {
            format!("Line: median of {n}; bands: the middle 50% and 90% of them; each thin line is one replay.")
        }
        (Language::Dutch, _, true) => format!("Lijn: mediaan van {n}; banden: de middelste 50% en 90%; elke dunne lijn is één herhaling."),
        (Language::English, _, false) => format!("Lines: median of {n}; light bands: the middle 50% of them."),
        (Language::Dutch, _, false) => format!("Lijnen: mediaan van {n}; lichte banden: de middelste 50%."),
    }
}

/// What trust is, and over whom.
pub fn trust_meaning(teams: &str, language: Language) -> String {
    match language {
        Language::English => format!("Mean chance of trusting, 0 to 1, over all people in {teams}."),
        Language::Dutch => format!("Gemiddelde kans om te vertrouwen, 0 tot 1, over alle mensen in {teams}."),
    }
}

/// Which arm a figure of one arm shows.
pub fn of_arm(name: &str, language: Language) -> String {
    format!("{} “{name}”.", text("Variant", "Variant").get(language))
}

/// Replays that failed, if any.
pub fn failed(failed: usize, language: Language) -> Option<String> {
    let n = count(failed as u64, text("replay", "herhaling"), text("replays", "herhalingen"), language);
    (failed > 0).then(|| match language {
        Language::English => format!("{n} failed and left out."),
        Language::Dutch => format!("{n} mislukt en weggelaten."),
    })
}

/// Arms or teams that are not drawn because there are too many.
pub fn only_first(shown: usize, of: usize, what: Text, language: Language) -> String {
    let (shown, of) = (number(shown as f64, 0, language), number(of as f64, 0, language));
    match language {
        Language::English => format!("The first {shown} of {of} {} are shown.", what.get(language)),
        Language::Dutch => format!("De eerste {shown} van {of} {} zijn getoond.", what.get(language)),
    }
}

/// How small panels are read.
pub fn small_panels(clock: Clock, twin: bool, language: Language) -> String {
    let axis = clock.title().get(language);
    match (language, twin) {
        (Language::English, true) => format!("Horizontal: {axis}; dashed: the twin without a breach."),
        (Language::English, false) => format!("Horizontal: {axis}."),
        (Language::Dutch, true) => format!("Horizontaal: {axis}; gestreept: de tweeling zonder breuk."),
        (Language::Dutch, false) => format!("Horizontaal: {axis}."),
    }
}

/// Events without a label of their own.
pub fn more_events(n: usize, language: Language) -> String {
    match language {
        Language::English => format!("{n} more events are marked without a label."),
        Language::Dutch => format!("{n} gebeurtenissen zijn zonder naam aangeduid."),
    }
}

/// Where the figure comes from.
pub fn source(version: &str, design: &str, seed: u64, language: Language) -> String {
    let (design_word, seed_word) = (text("design", "ontwerp").get(language), text("seed", "startgetal").get(language));
    format!("onfoot {version}, {design_word} {design}, {seed_word} {seed}")
}

/// The finding of the tiles: how many teams fell by a tenth or more, and how many of them are back.
pub fn teams_headline(teams: usize, fell: usize, back: usize, subject: &str, breach: bool, language: Language) -> String {
    let n = |n: usize| number(n as f64, 0, language);
    if !breach {
        return match language {
            Language::English => format!("{subject}, team by team: the start and the end"),
            Language::Dutch => format!("{subject}, team per team: het begin en het einde"),
        };
    }
    let (subject, all) = (lower_first(subject), fell == teams && teams > 1);
    match language {
        Language::English if fell == 0 => format!("After the breach no team lost 0.10 or more of {subject}"),
        Language::Dutch if fell == 0 => format!("Na de breuk verloor geen enkel team 0,10 of meer {subject}"),
        Language::English => {
            let who = if all { format!("All {} teams", n(teams)) } else { format!("{} of {} teams", n(fell), n(teams)) };
            let back = match back {
                0 => "none is".to_owned(),
                1 => "1 is".to_owned(),
                back => format!("{} are", n(back)),
            };
            format!("{who} lost 0.10 or more of {subject}; {back} back at the end")
        }
        Language::Dutch => {
            let who = if all { format!("Alle {} teams", n(teams)) } else { format!("{} van de {} teams", n(fell), n(teams)) };
            let verb = if fell == 1 { "verloor" } else { "verloren" };
            let back = match back {
                0 => "geen enkel is".to_owned(),
                1 => "1 is".to_owned(),
                back => format!("{} zijn", n(back)),
            };
            format!("{who} {verb} 0,10 of meer {subject}; {back} terug op het einde")
        }
    }
}

/// A day, seen from a breach: `1 day before`, `that day`, `3 years after`.
pub fn since_breach(days: f64, language: Language) -> String {
    let time = duration(days.abs(), language);
    match (language, days) {
        (Language::English, d) if d < 0.0 => format!("{time} before it"),
        (Language::Dutch, d) if d < 0.0 => format!("{time} ervoor"),
        (Language::English, d) if d > 0.0 => format!("{time} after it"),
        (Language::Dutch, d) if d > 0.0 => format!("{time} erna"),
        (Language::English, _) => "on that day".to_owned(),
        (Language::Dutch, _) => "op die dag".to_owned(),
    }
}

/// What the tiles are.
pub fn tiles_legend(replay: usize, of: usize, language: Language) -> String {
    match language {
        Language::English => {
            format!("One tile per team, always in the same place; colour and number: the team's mean, 0 to 1. Replay {replay} of {of}.")
        }
        Language::Dutch => {
            format!(
                "Eén tegel per team, altijd op dezelfde plaats; kleur en getal: het gemiddelde van het team, 0 tot 1. Herhaling {replay} van {of}."
            )
        }
    }
}

/// One moment of the tiles, in a summary: the mean over teams.
pub fn tiles_mean(title: &str, mean: f64, twin: Option<f64>, language: Language) -> String {
    let mean = number(mean, 2, language);
    match (language, twin) {
        (Language::English, Some(twin)) => format!("{title}: {mean} on average over teams, {} in the twin.", number(twin, 2, language)),
        (Language::English, None) => format!("{title}: {mean} on average over teams."),
        (Language::Dutch, Some(twin)) => format!("{title}: gemiddeld {mean} over de teams, {} bij de tweeling.", number(twin, 2, language)),
        (Language::Dutch, None) => format!("{title}: gemiddeld {mean} over de teams."),
    }
}

/// Column titles of the tiles.
pub const DAY_BEFORE: Text = text("Before the breach", "Voor de breuk");
/// The day on which trust is lowest.
pub const LOWEST: Text = text("Lowest point", "Dieptepunt");
/// Day 0.
pub const START: Text = text("Start", "Begin");
/// The last day.
pub const END: Text = text("End", "Einde");

/// A bar's length: `14 months`, `more than 42 months`.
pub fn stretch(days: f64, censored: bool, language: Language) -> String {
    let time = duration(days, language);
    match (language, censored) {
        (_, false) => time,
        (Language::English, true) => format!("more than {time}"),
        (Language::Dutch, true) => format!("meer dan {time}"),
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
pub fn road_subtitle(subject: &str, fall: f64, back: Option<(f64, bool)>, never: u32, of: u32, language: Language) -> String {
    let longer = back.filter(|(days, censored)| !censored && fall > 0.0 && *days > fall).map(|(days, _)| {
        let times = number((days / fall).round(), 0, language);
        match language {
            Language::English => format!("Coming back took {times} times as long as the fall. "),
            Language::Dutch => format!("Terugkeren duurde {times} keer zo lang als de val. "),
        }
    });
    let n = count(u64::from(of), text("replay", "herhaling"), text("replays", "herhalingen"), language);
    let never = match (language, never) {
        (Language::English, 0) => format!("Median of {n}."),
        (Language::Dutch, 0) => format!("Mediaan van {n}."),
        (Language::English, _) => format!("Median of {n}; in {never} of them trust never came back."),
        (Language::Dutch, _) => format!("Mediaan van {n}; in {never} daarvan kwam het vertrouwen nooit terug."),
    };
    format!("{subject}. {}{never}", longer.unwrap_or_default())
}

/// What the ticks along a bar of the road are.
pub fn steps(clock: Clock, language: Language) -> String {
    let unit = match clock {
        Clock::Days => text("day", "dag"),
        Clock::Weeks => text("week", "week"),
        Clock::Months => text("month", "maand"),
        Clock::Years => text("year", "jaar"),
    };
    match language {
        Language::English => format!("All bars on one scale: each step is one {}.", unit.get(language)),
        Language::Dutch => format!("Alle balken op één schaal: elke stap is één {}.", unit.get(language)),
    }
}

/// The end of a text summary: what each line ends at.
pub fn ends(lines: &[(String, f64)], form: Form, language: Language) -> String {
    let list: Vec<String> = lines.iter().map(|(name, end)| format!("{name} {}", value(*end, form, language))).collect();
    format!("{}: {}.", text("On the last day", "Op de laatste dag").get(language), list.join("; "))
}

/// The events of a text summary.
pub fn happened(events: &[(String, String)], language: Language) -> Option<String> {
    let list: Vec<String> = events.iter().map(|(what, when)| format!("{} ({when})", lower_first(what))).collect();
    (!list.is_empty()).then(|| format!("{}: {}.", text("Events", "Gebeurtenissen").get(language), list.join(", ")))
}

/// `text` with a small first letter.
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Dutch, English};

    const BROKEN: Story = Story::Broken { before: 0.52, turn: 0.21, within: 1.0, exact: true, back: None, end: 0.38, span: 780.0 };

    #[test]
    fn a_headline_says_the_finding_in_both_languages() {
        let en = headline("Trust in the leader", &BROKEN, Form::Index, English);
        assert_eq!(en, "Trust in the leader fell from 0.52 to 0.21 in 1 day; 3 years later it stands at 0.38");
        let nl = headline("Vertrouwen in de leidinggevende", &BROKEN, Form::Index, Dutch);
        assert_eq!(nl, "Vertrouwen in de leidinggevende daalde van 0,52 naar 0,21 in 1 dag; 3 jaar later is dat 0,38");
    }

    #[test]
    fn a_headline_has_its_cases() {
        let say = |story| headline("Trust", &story, Form::Index, English);
        let back = Story::Broken { before: 0.52, turn: 0.21, within: 5.0, exact: false, back: Some(300.0), end: 0.52, span: 780.0 };
        assert_eq!(say(back), "Trust fell from 0.52 to 0.21 within 5 days and was back after 14 months");
        assert_eq!(say(Story::NoMark { before: 0.5, turn: 0.495 }), "Trust: the breach left no visible mark (0.50 before, 0.49 after)");
        assert_eq!(say(Story::Calm { from: 0.5, to: 0.6, span: 260.0 }), "Trust rose from 0.50 to 0.60 in 12 months");
        assert_eq!(say(Story::Calm { from: 0.5, to: 0.5, span: 260.0 }), "Trust: 0.50 at the start, and still 12 months later");
        assert!(say(Story::Nothing).starts_with("Nothing"));
    }

    #[test]
    fn the_road_is_told_by_what_is_known() {
        assert_eq!(road_headline(Some((303.0, false)), 1.0, None, English), "It took 14 months to build what 1 day destroyed");
        assert_eq!(road_headline(Some((303.0, true)), 1.0, None, Dutch), "Wat in meer dan 14 maanden werd opgebouwd, was in 1 dag weg");
        assert_eq!(road_headline(None, 30.0, Some((10.0, false)), English), "Here trust came back faster than it left");
        assert_eq!(road_headline(None, 1.0, Some((910.0, true)), English), "Trust fell in 1 day; coming back took more than 3.5 years");
    }
}
