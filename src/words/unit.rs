//! # Units
//!
//! Rows say their units in English, word by word from a small stock; here is that stock in Dutch.

use crate::text::Language;

/// Longer phrases first where one holds another.
const STOCK: &[(&str, &str)] = &[
    ("a week's team output", "de teamoutput van een week"),
    ("a yearly salary", "een jaarloon"),
    ("times the usual frequency", "maal de gebruikelijke frequentie"),
    ("0 or 1", "0 of 1"),
    ("any number", "elk getal"),
    ("whole number", "geheel getal"),
    ("at least", "minstens"),
    ("list", "lijst"),
    ("0 to 1", "0 tot 1"),
    ("0 to 2", "0 tot 2"),
    ("1 to 5", "1 tot 5"),
    ("unit of wound", "eenheid wonde"),
    ("unit of injury", "eenheid gevoeld onrecht"),
    ("unit of perceived severity", "eenheid ervaren ernst"),
    ("unit of severity", "eenheid ernst"),
    ("unit of trust", "eenheid vertrouwen"),
    ("unit of size", "eenheid omvang"),
    ("unit of level", "eenheid niveau"),
    ("working days", "werkdagen"),
    ("working day", "werkdag"),
    ("standard deviations", "standaardafwijkingen"),
    ("replicates per arm", "herhalingen per arm"),
    ("ties per person", "banden per persoon"),
    ("times a year", "keer per jaar"),
    ("people per team", "mensen per team"),
    ("trust-days", "vertrouwensdagen"),
    ("reference output", "de referentie-output"),
    ("reference", "de referentie"),
    ("of the measure", "van de maat"),
    ("of the fall", "van de val"),
    ("of the outcome", "van de uitkomst"),
    ("points", "punten"),
    ("of the parameter", "van de parameter"),
    ("of the event", "van de gebeurtenis"),
    ("depends on the event", "hangt af van de gebeurtenis"),
    ("count", "aantal"),
    ("replicates", "herhalingen"),
    ("worlds", "werelden"),
    ("logits", "logits"),
    ("milliseconds", "milliseconden"),
    ("rating", "beoordeling"),
    ("seats", "stoelen"),
    ("seat", "stoel"),
    ("teams", "teams"),
    ("team", "team"),
    ("ties", "banden"),
    ("person-days", "persoonsdagen"),
    ("empty seats", "lege stoelen"),
    ("at the peak", "op de piek"),
    ("log hazard", "log van het risico"),
    ("log of a factor", "log van een factor"),
    ("good act", "goede gedraging"),
    ("an act", "een gedraging"),
    ("counterproductive acts", "tegenwerkende daden"),
    ("acts", "gedragingen"),
    ("act", "gedraging"),
    ("answers", "antwoorden"),
    ("answer", "antwoord"),
    ("breaches", "vertrouwensbreuken"),
    ("chance", "kans"),
    ("facet", "facet"),
    ("factor", "factor"),
    ("impact", "impact"),
    ("index", "index"),
    ("leader", "leidinggevende"),
    ("level", "niveau"),
    ("logit", "logit"),
    ("number", "aantal"),
    ("output", "output"),
    ("people", "mensen"),
    ("person", "persoon"),
    ("propensity", "geneigdheid"),
    ("questions", "vragen"),
    ("quotient", "quotiënt"),
    ("ratio", "verhouding"),
    ("repairs", "herstelacties"),
    ("residual", "rest"),
    ("rumours", "geruchten"),
    ("scar", "litteken"),
    ("perceived severity", "ervaren ernst"),
    ("severity", "ernst"),
    ("share", "deel"),
    ("strain", "spanning"),
    ("tie", "band"),
    ("trust", "vertrouwen"),
    ("unit", "eenheid"),
    ("variance", "variantie"),
    ("weeks", "weken"),
    ("week", "week"),
    ("weight", "gewicht"),
    ("wound", "wonde"),
    ("injury", "gevoeld onrecht"),
    ("damage", "schade"),
    ("years", "jaar"),
    ("year", "jaar"),
    ("days", "dagen"),
    ("day", "dag"),
    ("SD", "SD"),
    ("and", "en"),
    ("of", "van"),
    ("per", "per"),
];

/// The unit in `language`; words outside the stock stay English.
pub fn unit(unit: &str, language: Language) -> String {
    if language == Language::English {
        return unit.to_owned();
    }
    let mut page = String::new();
    let mut rest = unit;
    while !rest.is_empty() {
        let known = STOCK.iter().filter(|(en, _)| starts_with_word(rest, en)).max_by_key(|(en, _)| en.len());
        let (taken, said) = known.map_or_else(
            || {
                let end = rest.find(' ').map_or(rest.len(), |at| at + 1);
                (end, &rest[..end])
            },
            |(en, nl)| (en.len(), *nl),
        );
        page += said;
        rest = &rest[taken..];
        if rest.starts_with(' ') {
            page.push(' ');
            rest = &rest[1..];
        }
    }
    page
}

/// The words of a unit that are not in the stock.
pub fn unknown(unit: &str) -> Vec<String> {
    let known: Vec<&str> = STOCK.iter().flat_map(|(_, nl)| nl.split(' ')).collect();
    let said = self::unit(unit, Language::Dutch);
    let words = said.split([' ', ',', '(', ')']).filter(|word| !word.is_empty() && *word != "-");
    words.filter(|word| !known.contains(word) && word.parse::<f64>().is_err()).map(str::to_owned).collect()
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observe::state::VARIABLES;
    use crate::scenario::catalogue::own_keys;
    use crate::scenario::measure::MEASURES;
    use crate::theory::Parameters;

    #[test]
    fn units_are_put_together_from_the_stock() {
        assert_eq!(unit("per year and unit of wound", Language::Dutch), "per jaar en eenheid wonde");
        assert_eq!(unit("chance per person and day", Language::Dutch), "kans per persoon en dag");
        assert_eq!(unit("index 0 to 1", Language::Dutch), "index 0 tot 1");
        assert_eq!(unit("weeks", Language::English), "weeks");
    }

    #[test]
    fn every_unit_in_use_can_be_said_in_dutch() {
        let parameters = Parameters::GROUPS.iter().flat_map(|group| group.rows).map(|row| row.unit);
        let state = VARIABLES.iter().flat_map(|row| [row.range, row.unit]);
        let units = parameters.chain(MEASURES.iter().map(|row| row.unit)).chain(own_keys().map(|row| row.unit)).chain(state);
        let missing: std::collections::BTreeSet<_> = units.flat_map(unknown).collect();
        assert!(missing.is_empty(), "add to STOCK: {missing:?}");
    }
}
