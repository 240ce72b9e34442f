//! # Back
//!
//! One definition wherever a time until trust was back is shown: at length, in short, in the margin of a picture and as a term.
//! The law is `analysis::recovery::course`.

use crate::text::{Language, Text, text};
use crate::words::number::duration;

/// What "back" means.
pub const MEANS: Text = text(
    "Back: the first day after the lowest point from which the 20-day mean of trust stays for 20 days at most 0.02 below its own level before the breach, counted from the breach; the median over replicates, by Kaplan-Meier.",
    "Terug: de eerste dag na het dieptepunt vanaf wanneer het 20-daagse gemiddelde van het vertrouwen 20 dagen lang hoogstens 0,02 onder het eigen niveau voor de breuk blijft, geteld vanaf de breuk; de mediaan over de herhalingen, volgens Kaplan-Meier.",
);
/// The same beside the twin.
pub const LEVEL_MEANS: Text = text(
    "Level with the twin: the same, with the 20-day means of both on the same days at most 0.02 apart.",
    "Gelijk met de tweeling: hetzelfde, met de 20-daagse gemiddelden van beide op dezelfde dagen hoogstens 0,02 uit elkaar.",
);
/// What "back" means where there is little room.
pub const IN_SHORT: Text = text(
    "Back: the 20-day mean of trust is at most 0.02 below its level before the breach, for 20 days; median.",
    "Terug: het 20-daagse gemiddelde van het vertrouwen ligt 20 dagen lang hoogstens 0,02 onder het niveau voor de breuk; mediaan.",
);
/// Of one person, for whom there is no median.
pub const OF_ONE: Text = text("(20-day mean at most 0.02 lower than before)", "(20-daags gemiddelde hoogstens 0,02 lager dan ervoor)");
/// As `explain` says it.
pub const TERM: Text = text(
    "In each replicate the days from the breach to the first day after the lowest point from which the 20-day mean of trust stays for 20 days at most 0.02 below its level before; over replicates the median by Kaplan and Meier. Twelve months are 260 working days.",
    "In elke herhaling de dagen van de vertrouwensbreuk tot de eerste dag na het dieptepunt vanaf waar het 20-daagse gemiddelde van het vertrouwen 20 dagen lang hoogstens 0,02 onder het niveau ervoor blijft; over herhalingen de mediaan volgens Kaplan en Meier. Twaalf maanden zijn 260 werkdagen.",
);
/// As `explain` says it of the twin.
pub const LEVEL_TERM: Text = text(
    "The days from the breach until trust is level with the twin's: the 20-day means of both, on the same days, stay at most 0.02 apart for 20 days; over replicates the median by Kaplan and Meier.",
    "De dagen van de vertrouwensbreuk tot het vertrouwen gelijk staat met dat van de tweeling: de 20-daagse gemiddelden van beide, op dezelfde dagen, liggen 20 dagen lang hoogstens 0,02 uit elkaar; over herhalingen de mediaan volgens Kaplan en Meier.",
);

/// In the margin of the road: when trust was level with the twin's.
pub fn level_with_twin(days: Option<f64>, language: Language) -> String {
    match (days.map(|days| duration(days, language)), language) {
        (Some(days), Language::English) => format!("Level with the twin (20-day means at most 0.02 apart) after {days}."),
        (Some(days), Language::Dutch) => format!("Gelijk met de tweeling (20-daagse gemiddelden hoogstens 0,02 uit elkaar) na {days}."),
        (None, Language::English) => "Not level with the twin (20-day means at most 0.02 apart) at the end.".to_owned(),
        (None, Language::Dutch) => {
            "Aan het einde niet gelijk met de tweeling (20-daagse gemiddelden hoogstens 0,02 uit elkaar).".to_owned()
        }
    }
}
