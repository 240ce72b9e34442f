//! # Terms
//!
//! Words that stand on screens, in tables and on pages and are no key, measure or column: what each means, so that `explain`
//! knows every one of them.

use crate::text::{Text, text};
use crate::words::back;

/// A word and its meaning.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// As typed after `explain`.
    pub key: &'static str,
    /// As shown.
    pub names: &'static [Text],
    /// What it means.
    pub meaning: Text,
}

const fn term(key: &'static str, names: &'static [Text], meaning: Text) -> Term {
    Term { key, names, meaning }
}

#[rustfmt::skip]
/// All of them, by subject.
pub const TERMS: &[Term] = &[
    // what is run
    term("replicate", &[text("replicate", "herhaling"), text("replicates", "herhalingen")], text("One simulated history of the organisation with its own luck. The same number has the same luck in every arm, so that arms are compared pair by pair.", "Eén gesimuleerd verloop van de organisatie met eigen toeval. Hetzelfde nummer heeft in elke variant hetzelfde toeval, zodat varianten paar per paar vergeleken worden.")),
    term("world", &[text("world", "wereld"), text("worlds", "werelden")], text("A set of values for all parameters, each as far from its default as its evidence leaves open, which together meet the published levels. Many worlds show how much of an outcome is doubt.", "Een stel waarden voor alle parameters, elk zover van de standaard als het bewijs openlaat, die samen de gepubliceerde niveaus halen. Veel werelden tonen hoeveel van een uitkomst twijfel is.")),
    term("arm", &[text("arm", "variant"), text("arms", "varianten")], text("What [arms] declares: the same organisation with the same luck, in which some things are done or are otherwise.", "Wat [arms] opgeeft: dezelfde organisatie met hetzelfde toeval, waarin sommige dingen gebeuren of anders zijn.")),
    term("policy", &[text("policy", "beleid"), text("policies", "beleidskeuzes")], text("An arm that is judged by what it costs and wins.", "Een variant die beoordeeld wordt op wat ze kost en oplevert.")),
    term("twin", &[text("twin", "tweeling")], text("The same organisation with the same luck in which trust is not broken, and so nothing is repaired.", "Dezelfde organisatie met hetzelfde toeval waarin het vertrouwen niet geschonden wordt, en dus niets hersteld.")),
    term("breach_of_trust", &[text("breach of trust", "vertrouwensbreuk")], text("An event in which somebody breaks trust; kinds: onfoot list breaches.", "Een gebeurtenis waarin iemand het vertrouwen schendt; soorten: onfoot list breaches.")),
    term("luck", &[text("luck", "toeval"), text("luck (SD over replicates)", "toeval (SA over herhalingen)")], text("How far an outcome differs between replicates with the same parameters: other dice. A standard deviation.", "Hoever een uitkomst verschilt tussen herhalingen met dezelfde parameters: ander toeval. Een standaardafwijking.")),
    term("doubt", &[text("doubt", "twijfel"), text("doubt (SD over worlds)", "twijfel (SA over werelden)")], text("How far an outcome differs between worlds, because nobody knows the parameters better. A standard deviation; of waits the range of the medians of the worlds.", "Hoever een uitkomst verschilt tussen werelden, omdat niemand de parameters beter kent. Een standaardafwijking; bij wachttijden het bereik van de medianen van de werelden.")),
    term("colleagues", &[text("colleagues", "collega's")], text("The teammates of a person, the leader apart: trust in them is the mean over all of them.", "De teamgenoten van iemand, buiten de leidinggevende: vertrouwen in hen is het gemiddelde over allen.")),
    term("top_management", &[text("top management", "topmanagement")], text("Those at the top, one for the whole organisation: everybody's trust in the top is in the same.", "Wie aan de top staat, één voor de hele organisatie: ieders vertrouwen in de top is in dezelfde.")),
    // how trust falls and comes back
    term("before_the_breach", &[text("before the breach", "voor de vertrouwensbreuk"), text("before", "ervoor")], text("The mean of trust over the 20 days before the breach.", "Het gemiddelde van het vertrouwen over de 20 dagen voor de vertrouwensbreuk.")),
    term("lowest_point", &[text("lowest point", "dieptepunt"), text("lowest", "laagst")], text("The lowest level of trust after a breach.", "Het laagste niveau van het vertrouwen na een vertrouwensbreuk.")),
    term("building", &[text("building what was lost", "opbouwen wat verloren is")], text("How long before the breach trust was last as low as at its lowest point after it; at least the days before the breach if it never was.", "Hoe lang voor de vertrouwensbreuk het vertrouwen het laatst zo laag was als op het dieptepunt erna; minstens de dagen voor de vertrouwensbreuk als het dat nooit was.")),
    term("fall", &[text("fall", "val"), text("speed of the fall (90 %)", "snelheid van de val (90 %)")], text("The time in which nine tenths of what was lost were gone.", "De tijd waarin negen tiende van het verlies verdwenen was.")),
    term("back", &[text("back", "terug"), text("coming back", "terugkomen"), text("back after", "terug na"), text("months", "maanden")], back::TERM),
    term("as_twin", &[text("as twin after", "als tweeling na"), text("as twin", "als tweeling"), text("coming level with twin", "gelijk met tweeling"), text("level with the twin", "gelijk met de tweeling"), text("level with twin", "gelijk met tweeling")], back::LEVEL_TERM),
    term("front", &[text("front", "front")], text("The portfolios that no other beats in all: whoever wins back more costs more.", "De combinaties die geen andere in alles overtreft: wie meer terugwint, kost meer.")),
    term("kaplan_meier", &[text("Kaplan-Meier", "Kaplan-Meier")], text("How long something takes when not all have got there by the end: those who have not count for as long as they were watched (Kaplan & Meier 1958).", "Hoelang iets duurt als niet iedereen er aan het einde is: wie er niet is, telt mee zolang hij gevolgd is (Kaplan & Meier 1958).")),
    term("climb", &[text("climb", "klim")], text("The rise of trust from the first day to the day before the breach.", "De stijging van het vertrouwen van de eerste dag tot de dag voor de vertrouwensbreuk.")),
    term("seat", &[text("seat", "stoel"), text("seats", "stoelen")], text("A post in a team; whoever leaves it is replaced. Seat 0 of a team is the leader's.", "Een plaats in een team; wie ze verlaat, wordt vervangen. Plaats 0 van een team is die van de leidinggevende.")),
    term("never_back", &[text("never back", "nooit terug")], text("Replicates in which trust had not come back by the end, of those in which it visibly fell.", "Herhalingen waarin het vertrouwen aan het einde niet terug was, van die waarin het zichtbaar zakte.")),
    term("extra_leavers", &[text("extra leavers through the breach", "extra vertrekkers door de breuk")], text("People who left from the breach to the end, less those who left the twin in the same days. Departures, not heads: empty seats are filled again.", "Mensen die van de vertrouwensbreuk tot het einde vertrokken, min wie in dezelfde dagen uit de tweeling vertrok. Vertrekken, geen hoofden: lege stoelen worden weer ingevuld.")),
    term("median", &[text("median", "mediaan"), text("at the end, median", "aan het einde, mediaan")], text("The middle value: half of the replicates lie below it.", "De middelste waarde: de helft van de herhalingen ligt eronder.")),
    term("range", &[text("10 % to 90 %", "10 % tot 90 %")], text("Eight of ten replicates lie between the two.", "Acht van de tien herhalingen liggen tussen beide.")),
    term("mean", &[text("mean", "gemiddelde")], text("The sum over all replicates, divided by their number.", "De som over alle herhalingen, gedeeld door hun aantal.")),
    // what policies are judged by
    term("spent", &[text("spent", "besteed")], text("Person-days spent on repair, as it came out.", "Persoonsdagen besteed aan herstel, zoals het uitkwam.")),
    term("cost_of_a_policy", &[text("cost", "kosten")], text("Person-days of all that the model books beyond the reference: repair, practices, refills, control, settling, theft and illness.", "Persoonsdagen van alles wat het model boekt tegenover de referentie: herstel, praktijken, invullen, controle, afspraken, diefstal en ziekte.")),
    term("practice_cost", &[text("practice", "praktijk")], text("The upkeep of practices that stand higher than in the reference.", "Het onderhoud van praktijken die hoger staan dan in de referentie.")),
    term("refills", &[text("refills", "invullen")], text("The cost of replacing those who leave and leaders who are replaced.", "De kosten van het vervangen van wie vertrekt en van leidinggevenden die vervangen worden.")),
    term("control", &[text("control", "controle")], text("The cost of control where leaders do not trust.", "De kosten van controle waar leidinggevenden niet vertrouwen.")),
    term("settling", &[text("settling", "afspraak")], text("The cost of agreeing on things without trust.", "De kosten van zaken regelen zonder vertrouwen.")),
    term("avoided", &[text("avoided", "vermeden")], text("Departures that the policy avoids: leavers of the reference less its own.", "Vertrekken die het beleid vermijdt: vertrekkers van de referentie min de eigen.")),
    term("won_back", &[text("won back", "herwonnen")], text("Trust-days a head that the policy wins back beyond the reference.", "Vertrouwensdagen per hoofd die het beleid meer terugwint dan de referentie.")),
    term("trust_day", &[text("trust-day", "vertrouwensdag"), text("trust-days", "vertrouwensdagen")], text("One person's full trust for a day; half trust for two days counts as one.", "Het volle vertrouwen van één persoon gedurende een dag; half vertrouwen gedurende twee dagen telt voor één.")),
    term("person_day", &[text("person-day", "persoonsdag"), text("person-days", "persoonsdagen")], text("One person's work for a day: the unit of all costs.", "Eén dag werk van één persoon: de eenheid van alle kosten.")),
    term("pays_from", &[text("pays from", "loont vanaf")], text("What one avoided departure must be worth, in person-days, for the policy to win more than it costs.", "Wat één vermeden vertrek waard moet zijn, in persoonsdagen, opdat het beleid meer oplevert dan het kost.")),
    term("worth", &[text("worth", "waarde"), text("from a worth of", "vanaf een waarde van")], text("What one avoided departure is worth to you, in person-days: the option --worth. The order of policies hangs on it.", "Wat één vermeden vertrek u waard is, in persoonsdagen: de optie --worth. De volgorde van de beleidskeuzes hangt ervan af.")),
    term("regret", &[text("regret", "misgelopen")], text("Person-days given away, on average over worlds, by choosing this policy before knowing which world is the true one.", "Persoonsdagen die men gemiddeld over werelden misloopt door dit beleid te kiezen voordat men weet welke wereld de ware is.")),
    term("most_regret", &[text("most regret", "hoogstens misgelopen")], text("The same in the world in which most is given away.", "Hetzelfde in de wereld waarin het meest misgelopen wordt.")),
    term("best_in", &[text("best in", "beste in")], text("Share of the worlds in which the policy is the best; on the ladder of worths halfway to the next worth, for the last policy at twice its worth.", "Aandeel van de werelden waarin het beleid het beste is; op de ladder van waarden halverwege naar de volgende waarde, voor het laatste beleid op het dubbele van de waarde.")),
    term("near_best", &[text("near best", "bijna beste")], text("Share of the worlds in which choosing the policy gives away little: at most 30 person-days, or what --near says.", "Aandeel van de werelden waarin de keuze voor het beleid weinig misloopt: hoogstens 30 persoonsdagen, of wat --near zegt.")),
    term("worst_world", &[text("worst world", "slechtst")], text("Person-days won or lost in the world in which the policy does worst.", "Persoonsdagen winst of verlies in de wereld waarin het beleid het het slechtst doet.")),
    term("price", &[text("price", "prijs")], text("What the repairs of a portfolio cost by their own figures, known before it is run.", "Wat het herstel van een combinatie volgens de eigen cijfers kost, bekend voordat ze doorgerekend wordt.")),
    term("portfolio", &[text("portfolio", "combinatie"), text("portfolios", "combinaties")], text("Several repairs, each with its delay, chosen together.", "Verschillende vormen van herstel, elk met een tijdstip, samen gekozen.")),
    term("stands", &[text("stands", "blijft overeind")], text("How often no other of those judged would be at least as good on every count, had other worlds been drawn.", "Hoe vaak geen andere beoordeelde combinatie op alle punten minstens even goed zou zijn, als andere werelden geloot waren.")),
    term("dominated", &[text("dominated", "overtroffen")], text("Another costs no more, avoids as many departures and wins back as much, and is better in one of them.", "Een andere kost niet meer, vermijdt evenveel vertrekken en wint evenveel terug, en is in één daarvan beter.")),
    // of the program
    term("finding", &[text("finding", "bevinding")], text("What published research found, against which the model is laid: onfoot validate.", "Wat gepubliceerd onderzoek vond, waar het model naast gelegd wordt: onfoot validate.")),
    term("asked", &[text("asked", "gevraagd")], text("What the model must show to agree with a finding.", "Wat het model moet tonen om met een bevinding overeen te stemmen.")),
    term("shown", &[text("shown, 95 %", "getoond, 95 %"), text("shown", "getoond")], text("What the model shows, with the 95 % interval of its mean.", "Wat het model toont, met het 95%-interval van het gemiddelde.")),
    term("start", &[text("start", "begin")], text("The value of a parameter before calibration.", "De waarde van een parameter voor de kalibratie.")),
    term("fitted", &[text("fitted", "geschat")], text("The value that comes nearest to the findings.", "De waarde die het dichtst bij de bevindingen komt.")),
    term("sd", &[text("± SD", "± SA")], text("Standard deviation: how far the fitted value may lie from the true one.", "Standaardafwijking: hoever de geschatte waarde van de ware kan liggen.")),
    term("pinned_down", &[text("pinned down", "vastgelegd")], text("Whether the findings fix this parameter by itself, or only together with others.", "Of de bevindingen deze parameter afzonderlijk vastleggen, of enkel samen met andere.")),
    term("design", &[text("design", "ontwerp")], text("The fingerprint of a scenario with all its values: the same design gives the same numbers.", "De vingerafdruk van een scenario met al zijn waarden: hetzelfde ontwerp geeft dezelfde cijfers.")),
    term("cause", &[text("mostly", "vooral"), text("change", "verandering"), text("after", "erna")], text("Trust before, plus what each cause changed, is trust after: onfoot why. Mostly: of a fall the cause that took most, of a rise the cause that gave most.", "Vertrouwen ervoor, plus wat elke oorzaak veranderde, is vertrouwen erna: onfoot why. Vooral: bij een daling de oorzaak die het meest wegnam, bij een stijging die het meest bijdroeg.")),
    term("practice_level", &[text("level", "niveau")], text("A mean from 0 to 1. It is not a share of people: 0.45 is not 45 %.", "Een gemiddelde van 0 tot 1. Het is geen aandeel mensen: 0,45 is niet 45 %.")),
];
