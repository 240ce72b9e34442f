//! # State variables
//!
//! What is kept of everyone and everything from one moment to the next: of whom, name, range, unit, meaning. The table is
//! tied to the structs that hold the state: a field that is not in it does not compile.

use crate::dynamics::Affairs;
use crate::organisation::{Block, Counts, Organisation, Recovery, Relation, Seat, Standing, Top, Totals, Year};
use crate::text::{Text, text};

/// Whom or what a state variable is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entity {
    /// A person in a seat.
    Person,
    /// What one person believes of another.
    Relation,
    /// What a team knows of one of those whom it trusts or not.
    Standing,
    /// A team.
    Team,
    /// Top management, one principal.
    Top,
    /// The organisation.
    Organisation,
    /// What is going on.
    Affairs,
}

impl Entity {
    /// All, with their names and what they are.
    pub const ALL: [(Entity, Text, Text); 7] = [
        (
            Entity::Person,
            text("Person", "Persoon"),
            text(
                "an employee in a seat of a team; seat 0 is the leader. Whoever fills an empty seat is a new person of the next generation.",
                "een werknemer op een stoel van een team; stoel 0 is de leidinggevende. Wie een lege stoel vult, is een nieuwe persoon van de volgende generatie.",
            ),
        ),
        (
            Entity::Relation,
            text("Relation", "Relatie"),
            text(
                "what one person believes of one other, and the damage between them: of each teammate, of the leader, of a few people in other teams, of top management. Trust is worked out from it and is not kept in it.",
                "wat één persoon van één andere gelooft, en de schade tussen hen: van elke teamgenoot, van de leidinggevende, van enkele mensen in andere teams, van het topmanagement. Vertrouwen wordt eruit berekend en er niet in bewaard.",
            ),
        ),
        (
            Entity::Standing,
            text("Standing", "Aanzien"),
            text(
                "what a team knows together of one of those whom its members trust or not: each seat's holder, and top management.",
                "wat een team samen weet van een van degenen die de leden vertrouwen of niet: wie op elke stoel zit, en het topmanagement.",
            ),
        ),
        (
            Entity::Team,
            text("Team", "Team"),
            text("seats, a leader, the way of working together.", "stoelen, een leidinggevende, de manier van samenwerken."),
        ),
        (
            Entity::Top,
            text("Top management", "Topmanagement"),
            text("one principal whom everyone trusts or not.", "één instantie die iedereen vertrouwt of niet."),
        ),
        (
            Entity::Organisation,
            text("Organisation", "Organisatie"),
            text("the practices, the culture, the running totals.", "de praktijken, de cultuur, de lopende totalen."),
        ),
        (
            Entity::Affairs,
            text("Affairs", "Lopende zaken"),
            text(
                "breaches and repairs: behind, under way, to come.",
                "vertrouwensbreuken en herstel: achter de rug, aan de gang, op komst.",
            ),
        ),
    ];
}

/// One state variable.
#[derive(Clone, Copy, Debug)]
pub struct Variable {
    /// Of whom.
    pub entity: Entity,
    /// Its name in the code.
    pub name: &'static str,
    /// What values it takes, in words of units.
    pub range: &'static str,
    /// The unit, in words; `"-"` for none.
    pub unit: &'static str,
    /// What it means.
    pub meaning: Text,
}

/// Declares the variables, struct by struct: `field: entity, range, unit, English, Dutch`. Behind `storage` stand fields that
/// hold no state of their own: containers of what has rows of its own, addresses, and sums made anew every day.
macro_rules! state {
    ($($thing:ident $([storage: $($aside:ident)+])? {
        $($field:ident: $entity:ident, $range:literal, $unit:literal, $en:literal, $nl:literal;)*
    })*) => {
        /// All state variables, struct by struct.
        pub const VARIABLES: &[Variable] = &[$($(Variable {
            entity: Entity::$entity, name: stringify!($field), range: $range, unit: $unit, meaning: text($en, $nl),
        },)*)*];

        $(const _: fn(&$thing) = |thing| {
            let $thing { $($field: _,)* $($($aside: _,)+)? } = thing;
        };)*
    };
}

state! {
    Seat {
        present: Person, "0 or 1", "-", "Whether somebody works here today.", "Of hier vandaag iemand werkt.";
        propensity: Person, "any number", "standard deviations", "Readiness to trust strangers; it never changes.", "Bereidheid om onbekenden te vertrouwen; ligt vast.";
        own: Person, "whole number", "-", "A number of one's own, from which it is drawn with whom one gets on; it never changes.", "Een eigen getal, waaruit getrokken wordt met wie men overeenkomt; ligt vast.";
        conduct: Person, "any number", "logits", "How well this person really behaves, by facet; only events change it.", "Hoe goed deze persoon zich werkelijk gedraagt, per facet; alleen gebeurtenissen wijzigen het.";
        lift: Person, "any number", "logits", "What repairs add to conduct while they run.", "Wat herstel aan het gedrag toevoegt zolang het loopt.";
        ability: Person, "any number", "standard deviations", "Ability at work; it never changes.", "Vaardigheid in het werk; ligt vast.";
        outcomes: Person, "any number", "standard deviations", "The individual outcomes, one number each.", "De individuele uitkomsten, elk één getal.";
        trust: Person, "0 to 1", "-", "Trust in colleagues (mean), the leader and top management as of this morning.", "Vertrouwen in collega's (gemiddeld), leidinggevende en topmanagement van deze ochtend.";
        started: Person, "whole number", "day", "The day on which this person started; before 0 for those of day 0.", "De dag waarop deze persoon begon; vóór 0 voor wie er op dag 0 is.";
        reopens: Person, "whole number", "day", "The day on which an empty seat is filled.", "De dag waarop een lege stoel gevuld wordt.";
        generation: Person, "whole number", "number", "How many people have sat here, this one counted.", "Hoeveel mensen hier gezeten hebben, deze meegerekend.";
        against: Person, "whole number", "counterproductive acts", "Acts of retaliation so far.", "Daden van vergelding tot nu toe.";
    }
    Relation {
        facets: Relation, "0 to 1", "-", "Perceived competence, reliability, intentions and honesty: four numbers.", "Toegeschreven bekwaamheid, betrouwbaarheid, intenties en eerlijkheid: vier getallen.";
        chance: Relation, "0 to 1", "-", "Perceived chance that trust is betrayed.", "Ingeschatte kans dat vertrouwen beschaamd wordt.";
        acts: Relation, "at least 0", "acts", "Acts seen so far: how well one knows the other.", "Geziene gedragingen tot nu toe: hoe goed men de ander kent.";
        wound: Relation, "0 to 1", "-", "Fresh damage, to credibility and to trustworthiness.", "Verse schade, aan geloofwaardigheid en aan vertrouwenswaardigheid.";
        scar: Relation, "0 to 1", "-", "Settled damage, to credibility and to trustworthiness.", "Blijvende schade, aan geloofwaardigheid en aan vertrouwenswaardigheid.";
        injury: Relation, "0 to 1", "-", "How far one feels wronged by the other.", "Hoezeer men zich door de ander onrecht aangedaan voelt.";
    }
    Standing {
        probation_until: Standing, "whole number", "day", "A promise is being watched until this day.", "Tot deze dag wordt een belofte in het oog gehouden.";
        calm_until: Standing, "whole number", "day", "The shared bad mood is stopped until this day.", "Tot deze dag is de gedeelde slechte stemming gestopt.";
        explained_until: Standing, "whole number", "day", "It has been explained: retaliation is lower until this day.", "Het is uitgelegd: tot deze dag is er minder vergelding.";
    }
    Block [storage: seats ties teams first_seat first_row relations seat standing ties_hurt trust count] {
        mended: Relation, "0 to 1", "-", "What repairs have mended of the damage, while a repetition would reopen it.", "Wat herstel van de schade geheeld heeft, zolang een herhaling het weer zou openen.";
        sealed: Relation, "0 to 1", "-", "The part of each scar that does not fade by itself, left by deception.", "Het deel van elk litteken dat niet vanzelf vervaagt, door misleiding.";
        tied: Relation, "0 or 1", "-", "Whether this relation within the team exists at all.", "Of deze relatie binnen het team bestaat.";
        partners: Relation, "whole number", "seat", "Across teams: who the other is.", "Over teams heen: wie de ander is.";
        partner_generation: Relation, "whole number", "number", "Across teams: the generation of the other when last met.", "Over teams heen: de generatie van de ander bij de laatste ontmoeting.";
        sizes: Team, "whole number", "seats", "Seats of the team, the leader's counted.", "Stoelen van het team, die van de leidinggevende meegerekend.";
        closed: Team, "whole number", "seats", "Seats that lay-offs have closed for good.", "Stoelen die door ontslagrondes voorgoed weg zijn.";
        interdependence: Team, "0 to 1", "-", "How much the work needs cooperation; fixed.", "Hoezeer het werk samenwerking vraagt; ligt vast.";
        trade: Team, "any number", "standard deviations", "What is drawn for the output of the team and of the organisation, whatever trust does; fixed.", "Wat voor de output van het team en van de organisatie getrokken is, wat vertrouwen ook doet; ligt vast.";
        safety: Team, "0 to 1", "-", "Psychological safety.", "Psychologische veiligheid.";
        disruption: Team, "0 to 1", "-", "Disorder left by shocks.", "Ontregeling die schokken nalaten.";
        sabotage: Team, "at least 0", "a week's team output", "Output lost to sabotage this week.", "Output die deze week door sabotage verloren gaat.";
        exits: Team, "whole number", "people per week", "Voluntary and other exits in each of the past weeks.", "Vrijwillig en ander vertrek in elk van de afgelopen weken.";
    }
    Top {
        conduct: Top, "any number", "logits", "How well top management really behaves, by facet.", "Hoe goed het topmanagement zich werkelijk gedraagt, per facet.";
        lift: Top, "any number", "logits", "What repairs add to conduct while they run.", "Wat herstel aan het gedrag toevoegt zolang het loopt.";
        generation: Top, "whole number", "number", "Rises when top management is replaced.", "Stijgt wanneer het topmanagement vervangen wordt.";
    }
    Organisation [storage: dice blocks place rows seats top totals year recovery] {
        day: Organisation, "whole number", "day", "Today, counted from 0.", "Vandaag, geteld vanaf 0.";
        practices: Organisation, "0 to 1", "level", "Levels of the six institutional practices.", "Niveaus van de zes institutionele praktijken.";
        culture: Organisation, "any number", "logits", "What culture programmes have added to everyone's conduct for good.", "Wat cultuurprogramma's voorgoed aan ieders gedrag hebben toegevoegd.";
        output: Organisation, "at least 0", "share of reference output", "Output last week; in the first week that of day 0.", "Output van vorige week; in de eerste week die van dag 0.";
    }
    Year {
        seat_days: Organisation, "whole number", "seats per week", "Seats filled or to be filled, added up over the days, in each of the past weeks.", "Stoelen die bezet zijn of bezet zullen worden, opgeteld over de dagen, in elk van de voorbije weken.";
        one_offs: Organisation, "whole number", "people per week", "People laid off or made to leave by an event or a repair, in each of the past weeks.", "Mensen die door een ontslagronde, een event of een herstel vertrokken, in elk van de voorbije weken.";
    }
    Recovery {
        since: Organisation, "whole number", "day", "The day of the latest shock.", "De dag van de laatste schok.";
        before: Organisation, "at least 0", "share of reference output", "Output in the week before it.", "Output in de week ervoor.";
        back: Organisation, "whole number", "day", "The day on which output was back; none while it is not.", "De dag waarop de output terug was; geen zolang dat niet zo is.";
        lost: Organisation, "at least 0", "working days", "Output that disorder has taken since, in days of its own output.", "Output die wanorde sindsdien gekost heeft, in dagen eigen output.";
    }
    Counts {
        acts_good: Organisation, "whole number", "acts", "Acts done well since day 0.", "Goede gedragingen sinds dag 0.";
        acts_bad: Organisation, "whole number", "acts", "Acts done badly since day 0.", "Slechte gedragingen sinds dag 0.";
        hearsay: Organisation, "whole number", "count", "News heard since day 0.", "Gehoord nieuws sinds dag 0.";
    }
    Totals {
        leavers_voluntary: Organisation, "whole number", "people", "People who quit since day 0.", "Mensen die ontslag namen sinds dag 0.";
        leavers_involuntary: Organisation, "whole number", "people", "People who left otherwise since day 0.", "Mensen die anders vertrokken sinds dag 0.";
        joiners: Organisation, "whole number", "people", "Newcomers since day 0.", "Nieuwkomers sinds dag 0.";
        breaches: Organisation, "whole number", "breaches", "Breaches since day 0.", "Vertrouwensbreuken sinds dag 0.";
        repairs: Organisation, "whole number", "repairs", "Repairs since day 0, one for each person who did it.", "Herstelacties sinds dag 0, één voor elke persoon die het deed.";
        rumours: Organisation, "whole number", "rumours", "Rumours since day 0.", "Geruchten sinds dag 0.";
        sabotages: Organisation, "whole number", "count", "Acts of sabotage since day 0.", "Sabotagedaden sinds dag 0.";
        thefts: Organisation, "whole number", "count", "Thefts since day 0.", "Diefstallen sinds dag 0.";
        cost_control: Organisation, "at least 0", "person-days", "Cost of control since day 0.", "Kosten van controle sinds dag 0.";
        cost_transaction: Organisation, "at least 0", "person-days", "Transaction cost since day 0.", "Transactiekosten sinds dag 0.";
        cost_replacement: Organisation, "at least 0", "person-days", "Cost of replacement since day 0.", "Kosten van vervanging sinds dag 0.";
        cost_repair: Organisation, "at least 0", "person-days", "Cost of repair since day 0.", "Kosten van herstel sinds dag 0.";
        cost_practice: Organisation, "at least 0", "person-days", "Cost of practices since day 0.", "Kosten van praktijken sinds dag 0.";
        cost_sick: Organisation, "at least 0", "person-days", "Cost of sick leave since day 0.", "Kosten van ziekteverzuim sinds dag 0.";
        cost_theft: Organisation, "at least 0", "person-days", "Cost of theft since day 0.", "Kosten van diefstal sinds dag 0.";
        output_days: Organisation, "at least 0", "person-days", "Output since day 0.", "Output sinds dag 0.";
    }
    Affairs {
        happened: Affairs, "list", "breaches", "Breaches so far: day, offender and generation, victim, kind, severity, intention, deception, audience.", "Vertrouwensbreuken tot nu toe: dag, dader en generatie, slachtoffer, soort, ernst, opzet, misleiding, publiek.";
        pending: Affairs, "list", "breaches", "Everyday incidents and denials found out that are still to come.", "Alledaagse incidenten en doorprikte ontkenningen die nog moeten komen.";
        due: Affairs, "list", "repairs", "Repairs to start: day, and the breaches that they answer.", "Herstel dat nog moet beginnen: dag, en de vertrouwensbreuken waarop het antwoordt.";
        running: Affairs, "list", "repairs", "Repairs under way: last day, the breaches that they answer, how far they heal.", "Herstel dat loopt: laatste dag, de vertrouwensbreuken waarop het antwoordt, hoever het heelt.";
        used: Affairs, "list", "repairs", "How often each offender has used each repair.", "Hoe vaak elke dader elke vorm van herstel gebruikt heeft.";
        triggered: Affairs, "list", "day", "The last day on which a survey called each repair.", "De laatste dag waarop een enquête elk herstel in gang zette.";
        diary: Affairs, "list", "count", "What happened, for the record.", "Wat er gebeurde, voor het verslag.";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_variable_is_explained_in_both_languages_and_every_entity_has_some() {
        for row in VARIABLES {
            assert!(row.meaning.en.ends_with('.') && row.meaning.nl.ends_with('.') && !row.range.is_empty(), "{}", row.name);
        }
        for (entity, name, about) in Entity::ALL {
            assert!(VARIABLES.iter().any(|row| row.entity == entity), "{}", name.en);
            assert!(about.en.ends_with('.') && about.nl.ends_with('.'), "{}", name.en);
        }
    }

    #[test]
    fn no_entity_has_two_variables_of_one_name() {
        for (at, row) in VARIABLES.iter().enumerate() {
            assert!(VARIABLES[..at].iter().all(|other| (other.entity, other.name) != (row.entity, row.name)), "{}", row.name);
        }
    }
}
