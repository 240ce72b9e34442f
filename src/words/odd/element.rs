//! # The prose of the seven elements
//!
//! What stands between the tables, and why each element is as it is.

use crate::scenario::Run;
use crate::text::{Language, Text, text};
use crate::words::number::count;
use crate::words::screen::{either, whole};

/// Why each element is as it is, in their order; element 4 and 7 say it with each of their parts.
pub const RATIONALES: [Text; 7] = [
    text(
        "A model of trust can be tuned to any single curve, so it is judged by many patterns at once, of different kinds: levels fix the scale, correlations the strengths, and inequalities between two scenarios the mechanisms. A pattern that is switched on by hand for one finding would be worth nothing; a mechanism that yields several is. What the tables cannot tell is listed with the reason, and numbers written down from memory are shown but decide nothing.",
        "Een model van vertrouwen kan op elke afzonderlijke curve worden afgestemd; daarom wordt het aan veel patronen tegelijk getoetst, en van verschillende soort: niveaus leggen de schaal vast, correlaties de sterktes, en ongelijkheden tussen twee scenario's de mechanismen. Een patroon dat met de hand voor één bevinding wordt aangezet, zou niets waard zijn; een mechanisme dat er meerdere oplevert wel. Wat de tabellen niet kunnen zeggen, staat er met de reden bij, en cijfers uit het geheugen worden getoond maar beslissen niets.",
    ),
    text(
        "Trust is held by a person about a person, so the relation is the entity that carries beliefs and damage, and everything about teams and the organisation is made of relations. Wound and scar are kept apart from the facets because a breach and its repair follow other laws than everyday acts. Top management is one principal because employees judge it as one. A working day is the shortest time in which people meet, and the longest that lets a breach strike at once.",
        "Vertrouwen heeft een persoon in een persoon; de relatie is dus de entiteit die overtuigingen en schade draagt, en alles over teams en de organisatie is uit relaties gemaakt. Wonde en litteken staan los van de facetten, omdat een vertrouwensbreuk en het herstel ervan andere wetten volgen dan alledaags gedrag. Het topmanagement is één instantie, omdat werknemers het als één geheel beoordelen. Een werkdag is de kortste tijd waarin mensen elkaar treffen, en de langste die een vertrouwensbreuk in één klap laat toeslaan.",
    ),
    text(
        "Everyone acts on the same morning, so that the order in which people are stored cannot matter. Breaches come before repairs, repairs before the day's contacts and gossip after them, because that is how a working day goes; slow things (attitudes, books, leaving) move once a week, because they are reported to change over weeks and months.",
        "Iedereen handelt op dezelfde ochtend, zodat de volgorde waarin mensen bewaard worden er niet toe kan doen. Vertrouwensbreuken komen vóór herstel, herstel vóór de contacten van de dag en roddel erna, want zo verloopt een werkdag; trage zaken (attitudes, boeken, vertrek) bewegen eens per week, omdat ze naar verluidt over weken en maanden veranderen.",
    ),
    text(
        "People follow rules with a chance instead of aims, because regularities are what studies report. Chance is keyed by purpose because the question that the model is for, what a breach or a repair changes, is one of differences: only under the same luck are they not drowned by it.",
        "Mensen volgen regels met een kans in plaats van doelen, want regelmaat is wat studies beschrijven. Elke trekking hangt aan haar doel, omdat de vraag waarvoor het model dient, wat een vertrouwensbreuk of een herstel verandert, er een van verschillen is: enkel onder hetzelfde toeval verdrinken die er niet in.",
    ),
    text(
        "Levels and spreads describe a middling organisation near published levels; what is known about a particular one goes into the scenario. Where first trust is not given, it follows from the laws: people of a settled organisation have spent years together under them before day 0, strangers and newcomers start from first impressions.",
        "Niveaus en spreidingen beschrijven een doorsnee organisatie nabij gepubliceerde niveaus; wat over een bepaalde organisatie geweten is, komt in het scenario. Waar het eerste vertrouwen niet opgegeven is, volgt het uit de wetten: wie in een organisatie met een verleden (settled) werkt, heeft er voor dag 0 jaren mee doorgebracht; vreemden en nieuwkomers beginnen met eerste indrukken.",
    ),
    text(
        "The questions asked of the model are of the kind: what would happen if. So what comes from outside is part of the experiment and is written down in the scenario, where it can be changed, switched off and compared.",
        "De vragen aan het model zijn van de soort: wat zou er gebeuren als; wat van buiten komt, hoort dus bij het experiment en staat in het scenario, waar het gewijzigd, uitgeschakeld en vergeleken kan worden.",
    ),
    text(
        "Each submodel is as simple as the pattern that it must yield allows, has its limits tested, and can be switched off where that makes sense. Its own reasons and sources stand with it.",
        "Elk deelmodel is zo eenvoudig als het patroon dat het moet opleveren toelaat, heeft geteste grenzen, en kan uit waar dat zinvol is. De eigen redenen en bronnen staan erbij.",
    ),
];

/// What the model is for.
pub const PURPOSE: Text = text(
    "onfoot is for understanding and comparing. How does trust among colleagues, in the leader and in top management grow through everyday behaviour, how is it lost at once by a breach, and how does it come back, or not, through repair? What does that do to people, teams and the organisation, and which repair, taken when, wins back how much at what cost? In the terms of ODD 2020 that is explanation and theoretical exposition. It is not for predicting what will happen in a particular organisation: most of its numbers are assumptions, and each says so.",
    "onfoot dient om te begrijpen en te vergelijken. Hoe groeit vertrouwen tussen collega's, in de leidinggevende en in het topmanagement door alledaags gedrag, hoe gaat het door een vertrouwensbreuk in één klap verloren, en hoe komt het terug, of niet, door herstel? Wat doet dat met mensen, teams en de organisatie, en welk herstel, op welk moment, wint hoeveel terug tegen welke kost? In de termen van ODD 2020 is dat verklaring en theoretische verkenning. Het dient niet om te voorspellen wat er in een bepaalde organisatie zal gebeuren: de meeste getallen zijn aannames, en bij elk staat dat.",
);

/// Before the question of the scenario.
pub const QUESTION: Text = text("The question of this scenario:", "De vraag van dit scenario:");

/// Above the findings.
pub fn patterns(all: usize, testable: usize, language: Language) -> String {
    let [all, testable] = [all, testable].map(|n| whole(n as u64, language));
    either(
        language,
        format!(
            "The model is judged by {all} published findings, of which {testable} can be computed from its own tables. `onfoot validate` runs the simulated studies and gives a verdict on each. Strength: A several meta-analyses or a large one, B several experiments or one meta-analysis, C one good study or large practitioner data, D cases or theory. Published figures and sources are quoted as noted in English."
        ),
        format!(
            "Het model wordt getoetst aan {all} gepubliceerde bevindingen, waarvan er {testable} uit de eigen tabellen berekend kunnen worden. `onfoot validate` rekent de gesimuleerde studies door en geeft over elke een oordeel. Sterkte: A meerdere meta-analyses of een grote, B meerdere experimenten of één meta-analyse, C één goede studie of een groot praktijkonderzoek, D gevallen of theorie. Gepubliceerde cijfers en bronnen staan er zoals genoteerd, in het Engels."
        ),
    )
}

/// The scales in numbers that come from elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Scales {
    /// Working days in a week.
    pub week: u32,
    /// Working days in a month.
    pub month: f64,
    /// Working days in a year.
    pub year: u32,
    /// Longest run, working days.
    pub longest: u64,
    /// Most people.
    pub most_people: u64,
    /// Length of this scenario, working days.
    pub length: u32,
    /// Its teams.
    pub teams: u32,
    /// Its smallest and largest team.
    pub sizes: (u32, u32),
    /// Its ties across per person.
    pub ties: u32,
}

/// Time, space and size.
pub fn scales(of: &Scales, language: Language) -> Vec<String> {
    let said = |n: u64| whole(n, language);
    let month = crate::words::number::number(of.month, 2, language);
    let (longest, people, length, teams) = (said(of.longest), said(of.most_people), said(u64::from(of.length)), said(u64::from(of.teams)));
    let (week, year, (least, most), ties) = (of.week, of.year, of.sizes, of.ties);
    let spoken = crate::words::number::duration(f64::from(of.length), language);
    vec![
        either(
            language,
            format!("Time: a step is a working day; {week} make a week, {month} a month, {year} a year. This scenario lasts {length} working days ({spoken}); at most {longest} can be simulated."),
            format!("Tijd: een stap is een werkdag; {week} maken een week, {month} een maand, {year} een jaar. Dit scenario duurt {length} werkdagen ({spoken}); hoogstens {longest} kunnen gesimuleerd worden."),
        ),
        either(
            language,
            format!("Space: there is no geographical space. Who can meet whom is given by teams and by a network of ties between them. Here: teams of {least} to {most} people and {ties} ties per person to other teams."),
            format!("Ruimte: er is geen geografische ruimte. Wie wie kan treffen, volgt uit de teams en uit een netwerk van banden ertussen. Hier: teams van {least} tot {most} mensen en {ties} banden per persoon naar andere teams."),
        ),
        either(
            language,
            format!("Size: {teams} teams here; at most {people} people."),
            format!("Omvang: hier {teams} teams; hoogstens {people} mensen."),
        ),
        either(
            language,
            "Precision: what there is one of for each relation is kept in sixteen bits and rounded up or down evenly from day to day, so that slow drifts are not lost.".to_owned(),
            "Precisie: wat er per relatie is, wordt in zestien bits bewaard en van dag tot dag evenwichtig naar boven of naar onder afgerond, zodat trage verschuivingen niet verloren gaan.".to_owned(),
        ),
    ]
}

/// Above the state variables.
pub const VARIABLES: Text = text(
    "The state variables of each entity. Traits that never change are among them, because they differ between people and change when somebody else takes the seat.",
    "De toestandsvariabelen van elke entiteit. Eigenschappen die vastliggen horen erbij, want ze verschillen tussen mensen en veranderen als iemand anders de stoel inneemt.",
);

/// Above the order of the day.
pub const ORDER: Text = text(
    "Every working day goes through these steps in this order. Steps marked as weekly are taken on the last day of a week. Within a step everybody acts on the same state; the next step sees the result. Contacts and acts lean on this morning's trust; gossip is collected before anyone takes it in; of other teams people see what was shown the day before and hear this morning's views. So it does not matter in which order people or teams are gone through.",
    "Elke werkdag doorloopt deze stappen in deze volgorde. Wekelijkse stappen vallen op de laatste dag van een week. Binnen een stap handelt iedereen op dezelfde toestand; de volgende stap ziet het resultaat. Contacten en gedrag steunen op het vertrouwen van deze ochtend; roddel wordt verzameld voor iemand hem ter harte neemt; van andere teams ziet men wat de dag ervoor getoond werd en hoort men de meningen van deze ochtend. In welke volgorde mensen of teams doorlopen worden, doet er dus niet toe.",
);

/// How lives make up an experiment.
pub fn experiment(arms: usize, run: &Run, language: Language) -> String {
    let [arms_said, replicates] = [arms as u64, u64::from(run.replicates)].map(|n| whole(n, language));
    let en_arms = if arms == 1 { "1 arm is".to_owned() } else { format!("{arms_said} arms are each") };
    let nl_arms = if arms == 1 { "1 variant wordt".to_owned() } else { format!("{arms_said} varianten worden elk") };
    let en_twin = if run.twin {
        " Beside each arm its twin is run: the same organisation with the same luck in which nothing is broken and so nothing repaired."
    } else {
        " No twins are run."
    };
    let nl_twin = if run.twin {
        " Naast elke variant wordt de tweeling doorgerekend: dezelfde organisatie met hetzelfde toeval waarin niets gebroken en dus niets hersteld wordt."
    } else {
        " Er worden geen tweelingen doorgerekend."
    };
    let worlds = whole(run.worlds.into(), language);
    let (en_worlds, nl_worlds) = if run.worlds > 1 {
        (
            format!(
                " in each of {worlds} worlds, in which every parameter is moved as far as its evidence leaves open and which meet the published levels"
            ),
            format!(
                " in elk van {worlds} werelden, waarin elke parameter verschoven is zover het bewijs openlaat en die de gepubliceerde niveaus halen"
            ),
        )
    } else {
        (String::new(), String::new())
    };
    either(
        language,
        format!("An experiment: {en_arms} run {replicates} times{en_worlds}, each time with other luck.{en_twin}"),
        format!("Een experiment: {nl_arms} {replicates} keer doorgerekend{nl_worlds}, telkens met ander toeval.{nl_twin}"),
    )
}

/// Above the switches.
pub const SWITCHES: Text = text(
    "Each mechanism can be switched off by a scenario, to see what hangs on it.",
    "Elk mechanisme kan door een scenario worden uitgeschakeld, om te zien wat ervan afhangt.",
);

/// What day 0 is made of.
pub const FOUNDING: Text = text(
    "Day 0 is made from the scenario and chance. Team sizes and task interdependence are drawn evenly between their lowest and highest value; propensity, conduct and ability from normal distributions. Those who are there have stayed: people come at any time within forty years and are kept with the chance of staying that long, which hangs on what lasts of their outcomes and, where the organisation starts settled, on whom they have come to trust. Ties across lead mostly to neighbouring teams and now and then far away. Each relation starts with a first impression; where the organisation starts settled, it is brought to where their years together would have brought it on average. People's outcomes and the safety of teams start where the trust of that day would bring them in the end, as if the organisation had existed before. Nobody is wounded, no seat is empty, and output is at its reference. Among strangers this is day 0. A settled organisation then lives for some years (organisation.years_before), with days of chance of their own and under what the scenario itself says; where it stands at the end is day 0, wounds, empty seats and offences to come included. Newcomers come about in the same way later, except that what the team believes enters their first impressions and that their outcomes start where their own lasting differences would have brought them. All arms and twins of one replicate start from the same organisation unless an arm changes these very values.",
    "Dag 0 wordt gemaakt uit het scenario en het toeval. Teamgrootte en taakafhankelijkheid worden gelijkmatig tussen hun laagste en hoogste waarde getrokken; neiging, gedrag en vaardigheid uit normale verdelingen. Wie er is, is gebleven: mensen komen op om het even welk moment binnen veertig jaar en worden behouden met de kans dat ze zo lang blijven. Die hangt af van wat er van hun uitkomsten blijvend is en, bij een organisatie met een verleden, van wie ze zijn gaan vertrouwen. Banden naar andere teams leiden meestal naar naburige teams en soms ver weg. Elke relatie begint met een eerste indruk; waar de organisatie een verleden heeft (start settled), komt ze waar hun jaren samen haar gemiddeld zouden hebben gebracht. De uitkomsten van mensen en de veiligheid van teams beginnen waar het vertrouwen van die dag ze uiteindelijk zou brengen, alsof de organisatie al bestond. Niemand is gewond, geen stoel is leeg, en de output ligt op de referentie. Bij vreemden is dat dag 0. Een organisatie met een verleden leeft daarna nog enkele jaren (organisation.years_before), met een eigen toeval voor elke dag en onder wat het scenario zelf zegt; waar ze aan het einde staat, is dag 0, met wonden, lege stoelen en wat er nog aan vertrouwensbreuken op komst is. Nieuwkomers ontstaan later op dezelfde manier, behalve dat wat het team gelooft meetelt in hun eerste indrukken en dat hun uitkomsten beginnen waar hun eigen blijvende verschillen ze gebracht zouden hebben. Alle varianten en tweelingen van één herhaling beginnen met dezelfde organisatie, tenzij een variant net deze waarden wijzigt.",
);

/// How much of the model the scenario sets otherwise.
pub fn changed(parameters: usize, switches: usize, language: Language) -> String {
    let parameters = count(parameters as u64, text("parameter", "parameter"), text("parameters", "parameters"), language);
    let switches = count(switches as u64, text("switch", "schakelaar"), text("switches", "schakelaars"), language);
    either(
        language,
        format!("The scenario sets {parameters} (in bold in element 7) and {switches} (in bold in element 3) otherwise than the default."),
        format!("Het scenario zet {parameters} (vet in onderdeel 7) en {switches} (vet in onderdeel 3) anders dan de standaard."),
    )
}

/// Whether anything is read in while lives are lived.
pub const INPUT: Text = text(
    "Not used: the model reads no time series of the world outside. What comes from outside is said by the scenario, on days or by a yearly rate, and listed here.",
    "Niet gebruikt: het model leest geen tijdreeksen van de wereld buiten. Wat van buiten komt, zegt het scenario, op dagen of met een kans per jaar, en staat hier.",
);
/// The scenario has none.
pub const NO_EVENTS: Text = text("This scenario has no events.", "Dit scenario heeft geen gebeurtenissen.");
/// The scenario has none.
pub const NO_REPAIRS: Text = text("This scenario has no repairs.", "Dit scenario heeft geen herstel.");
/// The scenario has none.
pub const NO_ARMS: Text =
    text("This scenario has one arm, `main`, with all repairs.", "Dit scenario heeft één variant, `main`, met alle herstel.");
/// Above the arms.
pub const ARMS: Text =
    text("What each arm takes and changes, all else being equal:", "Wat elke variant neemt en wijzigt; al het andere is gelijk:");

/// Above the laws.
pub fn submodels(laws: usize, parameters: [usize; 4], language: Language) -> String {
    let laws = whole(laws as u64, language);
    let [all, measured, related, assumed] = parameters.map(|n| whole(n as u64, language));
    either(
        language,
        format!(
            "{laws} laws, each with its equation, symbols, limits and source as they stand in its file, and {all} parameters: {measured} measured in organisations, {related} derived from related studies, {assumed} assumed (no published estimate was found). Sources are quoted as noted; the article is the one that the model turns into equations."
        ),
        format!(
            "{laws} wetten, elk met vergelijking, symbolen, grenzen en bron zoals ze in het bestand staan, en {all} parameters: {measured} gemeten in organisaties, {related} afgeleid uit verwant onderzoek, {assumed} aangenomen (geen gepubliceerde schatting gevonden). Symbolen en sleutels blijven Engels, zoals in het programma; bronnen bij parameters staan er zoals genoteerd, in het Engels; het artikel (the article) is dat waarvan het model vergelijkingen maakt."
        ),
    )
}
