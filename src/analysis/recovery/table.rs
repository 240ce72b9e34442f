//! # The columns of `recovery.csv`
//!
//! Each quantity is one row here; the columns, their meanings and the cells follow from it. A quantity has its median over
//! the lives, the range from 10 to 90 % (`_lo`, `_hi`), and how much of the spread is luck and how much doubt (`_luck_sd`,
//! `_doubt_sd`). A wait has instead of these two the range from 10 to 90 % of the medians of the worlds (`_worlds_lo`,
//! `_worlds_hi`) and the number of lives in which it was not over (`_censored`); a cell is empty where so many
//! lives, or worlds, were still waiting that the quantile is not known.

use crate::analysis::cell;
use crate::analysis::recovery::{Band, RecoverySummary, WaitBand};
use crate::text::{Text, text};

/// One column: name, unit, meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The name in the header.
    pub name: String,
    /// The unit.
    pub unit: &'static str,
    /// What it means.
    pub meaning: Text,
}

enum Value {
    Band(fn(&RecoverySummary) -> Band),
    WaitBand(fn(&RecoverySummary) -> WaitBand),
    One(fn(&RecoverySummary) -> String),
}

struct Quantity {
    name: &'static str,
    unit: &'static str,
    value: Value,
    meaning: Text,
}

const fn quantity(name: &'static str, unit: &'static str, value: Value, en: &'static str, nl: &'static str) -> Quantity {
    Quantity { name, unit, value, meaning: text(en, nl) }
}

use Value::{Band as B, One, WaitBand as T};

#[rustfmt::skip]
const QUANTITIES: &[Quantity] = &[
    quantity("arm", "-", One(|row| row.arm.clone()), "Arm.", "Variant."),
    quantity("breach", "-", One(|row| row.breach.clone()), "Name of the breach.", "Naam van de vertrouwensbreuk."),
    quantity("day", "working day", One(|row| row.day.map_or(String::new(), |day| day.to_string())),
        "Scheduled day; empty if it comes by chance.", "Geplande dag; leeg als de vertrouwensbreuk bij toeval komt."),
    quantity("by", "-", One(|row| row.by.key().into()), "Who broke trust.", "Wie het vertrouwen brak."),
    quantity("kind", "-", One(|row| row.kind.key().into()), "Kind of breach.", "Soort vertrouwensbreuk."),
    quantity("referent", "-", One(|row| row.referent.key().into()), "Trust in whom.", "Vertrouwen in wie."),
    quantity("n", "replicates", One(|row| row.courses.len().to_string()), "Replicates in which it was measured.", "Herhalingen waarin gemeten werd."),
    quantity("n_visible", "replicates", One(|row| row.visible.to_string()),
        "Replicates in which trust fell by at least 0.02; the times are theirs.", "Herhalingen waarin het vertrouwen minstens 0,02 zakte; de tijden gelden voor die herhalingen."),
    quantity("share_days_left_out", "share of days", One(|row| cell(row.left_out)),
        "Share of the days, from the 20 before the breach to the end, on which there was nobody to trust (no leader): they are left out of every mean and sum.",
        "Aandeel van de dagen, van de 20 voor de breuk tot het einde, waarop er niemand was om te vertrouwen (geen leidinggevende): ze tellen in geen enkel gemiddelde of som mee."),
    quantity("level_before", "trust", B(|row| row.before), "Mean trust over the 20 days before.", "Gemiddeld vertrouwen over de 20 dagen ervoor."),
    quantity("lowest", "trust", B(|row| row.lowest), "Lowest 5-day mean in the 60 days after.", "Laagste 5-daagse gemiddelde in de 60 dagen erna."),
    quantity("fall", "trust", B(|row| row.fall), "Level before minus lowest level.", "Niveau ervoor min laagste niveau."),
    quantity("fall_days", "working days", B(|row| row.fall_days), "Days until 90 % of the fall had happened.", "Dagen tot 90% van de val gebeurd was."),
    quantity("build_days", "working days", T(|row| row.build),
        "Days since trust was last as low as the bottom; if it never was, at least the days before the breach.",
        "Dagen sinds het vertrouwen het laatst zo laag was als het dieptepunt; was het dat nooit, dan minstens de dagen voor de vertrouwensbreuk."),
    quantity("return_days", "working days", T(|row| row.back),
        "Days from the breach until the 20-day mean was at most 0.02 below the level before, for 20 days.",
        "Dagen van de vertrouwensbreuk tot het 20-daagse gemiddelde 20 dagen lang hoogstens 0,02 onder het niveau ervoor lag."),
    quantity("twin_return_days", "working days", T(|row| row.twin_back),
        "The same for being at most 0.02 apart from the twin.", "Hetzelfde, maar hoogstens 0,02 van de tweeling verwijderd."),
    quantity("horse_ratio", "-", T(|row| row.ratio), "Return time over fall time.", "Hersteltijd gedeeld door de tijd van de val."),
    quantity("climb_ratio", "-", T(|row| row.climb_ratio),
        "Days from the bottom to the return over fall time.", "Dagen van het dieptepunt tot de terugkeer gedeeld door de tijd van de val."),
    quantity("share_never_back", "share of replicates", One(|row| cell(row.back.share_open())),
        "Share of replicates with a visible fall in which trust was not back at the end.",
        "Aandeel herhalingen met een zichtbare val waarin het vertrouwen aan het einde niet terug was."),
    quantity("lasting_scar", "trust", B(|row| row.scar), "Level before minus the mean of the last 20 days.", "Niveau ervoor min het gemiddelde van de laatste 20 dagen."),
    quantity("trust_days_lost", "trust-days", B(|row| row.trust_days_lost),
        "Twin minus this organisation, summed over people and days from the breach on.",
        "Tweeling min deze organisatie, opgeteld over mensen en dagen vanaf de vertrouwensbreuk."),
    quantity("twin_fall", "trust", B(|row| row.twin_fall), "How far the twin fell in the same days.", "Hoe ver de tweeling in dezelfde dagen zakte."),
    quantity("more_leavers", "people", B(|row| row.more_leavers),
        "People who left from the breach on, minus those in the twin.", "Vertrekkers vanaf de vertrouwensbreuk, min die in de tweeling."),
];

impl Quantity {
    fn suffixes(&self) -> &'static [&'static str] {
        match self.value {
            One(_) => &[""],
            B(_) => &["", "_lo", "_hi", "_luck_sd", "_doubt_sd"],
            T(_) => &["", "_lo", "_hi", "_censored", "_worlds_lo", "_worlds_hi"],
        }
    }

    fn cells(&self, row: &RecoverySummary) -> Vec<String> {
        let known = |time: Option<f64>| time.map_or(String::new(), cell);
        match self.value {
            One(value) => vec![value(row)],
            B(value) => {
                let band = value(row);
                [band.median, band.lo, band.hi, band.luck, band.doubt].map(cell).into()
            }
            T(value) => {
                let term = value(row);
                let [lo, hi] = term.worlds;
                vec![known(term.median), known(term.lo), known(term.hi), term.open.to_string(), known(lo), known(hi)]
            }
        }
    }
}

impl RecoverySummary {
    /// The columns of the table, in order.
    pub fn columns() -> Vec<Column> {
        let of = |quantity: &'static Quantity| {
            quantity.suffixes().iter().map(move |suffix| Column {
                name: format!("{}{suffix}", quantity.name),
                unit: if *suffix == "_censored" { "replicates" } else { quantity.unit },
                meaning: quantity.meaning,
            })
        };
        QUANTITIES.iter().flat_map(of).collect()
    }

    /// The row as text, in the order of the columns.
    pub fn cells(&self) -> Vec<String> {
        QUANTITIES.iter().flat_map(|quantity| quantity.cells(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::recovery::recovery;
    use crate::analysis::tests::breach;
    use crate::ensemble::ArmLives;
    use crate::observe::Life;
    use crate::scenario::Scenario;

    #[test]
    fn every_cell_has_its_column_and_unknown_ends_are_empty() {
        let fell = Life { daily_trust: (0..=500).flat_map(|day| [if day < 100 { 0.5 } else { 0.25 }; 3]).collect(), ..Life::default() };
        let lives = ArmLives { arm: "main".into(), twin: None, worlds: 1, lives: vec![Ok(fell)] };
        let row = recovery(&Scenario { events: vec![breach(100)], ..Scenario::default() }, &lives, None).swap_remove(1);
        let (columns, cells) = (RecoverySummary::columns(), row.cells());
        assert_eq!(columns.len(), cells.len());
        let told = |name: &str| cells[columns.iter().position(|column| column.name == name).unwrap()].as_str();
        assert_eq!((told("breach"), told("day"), told("by"), told("referent")), ("broken-promise", "100", "leader", "leader"));
        assert_eq!((told("level_before"), told("fall_hi"), told("fall_days")), ("0.5", "0.25", "1"));
        assert_eq!((told("return_days"), told("return_days_censored"), told("share_never_back")), ("", "1", "1"));
        assert_eq!((told("build_days"), told("build_days_censored")), ("", "1"));
        assert_eq!((told("trust_days_lost"), told("twin_return_days"), told("twin_return_days_censored")), ("", "", "0"));
    }
}
