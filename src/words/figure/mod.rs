//! # Words on figures
//!
//! Every sentence, label and note that a figure carries, in both languages, from plain numbers.

mod headline;
mod note;
pub mod policy;
pub mod portfolio;
pub mod won_back;

pub use headline::{Story, apart, compared, counted, headline, nothing, road_headline, road_subtitle, stretch, summed, teams_headline};
pub use note::{
    LIMITS, NOT_FROM_ZERO, REST_IN_NUMBERS, REST_IN_SWEEP, bands, ends, failed, fell, happened, legend, more_events, of_arm, only_first,
    since_breach, small_panels, source, steps, sweep_headline, sweep_line, sweep_subtitle, tiles_legend, tiles_mean, trust_meaning,
};

use crate::scenario::{MONTH, Referent, ShockKind, WEEK, YEAR};
use crate::text::{Language, Text, text};
use crate::words::number::{number, percent};

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

/// Label of the twin's line.
pub const TWIN: Text = text("twin: no breach", "tweeling: geen vertrouwensbreuk");

/// Label of the line when there is one arm.
pub const THIS: Text = text("this organisation", "deze organisatie");

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
pub const WITHOUT_BREACH: Text = text("Twin: no breach", "Tweeling: geen vertrouwensbreuk");

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
        Referent::Colleague => text("Breach by a colleague", "Vertrouwensbreuk door een collega"),
        Referent::Leader => text("Breach by the leader", "Vertrouwensbreuk door de leidinggevende"),
        Referent::Top => text("Breach by top management", "Vertrouwensbreuk door het topmanagement"),
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
    /// Months: twelve in a year of 260 working days.
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

/// Column titles of the tiles.
pub const DAY_BEFORE: Text = text("Before the breach", "Voor de breuk");

/// The day on which trust is lowest.
pub const LOWEST: Text = text("Lowest point", "Dieptepunt");

/// Day 0.
pub const START: Text = text("Start", "Begin");

/// The last day.
pub const END: Text = text("End", "Einde");

/// `text` with a capital.
pub fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// `text` with a small first letter.
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}
