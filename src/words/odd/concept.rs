//! # The eleven design concepts
//!
//! In the order of ODD 2020. Each is answered, or said not to be used and why.

use crate::text::{Text, text};

/// One design concept: its name, the answer in paragraphs.
#[derive(Clone, Copy, Debug)]
pub struct Concept {
    /// The name that ODD 2020 gives it.
    pub name: Text,
    /// What there is to say.
    pub answer: &'static [Text],
}

/// Index of [`CONCEPTS`] after which the draws are listed.
pub const STOCHASTICITY: usize = 8;
/// Index of [`CONCEPTS`] after which the measures are listed.
pub const OBSERVATION: usize = 10;

/// The concepts.
pub const CONCEPTS: [Concept; 11] = [
    Concept {
        name: text("Basic principles", "Basisprincipes"),
        answer: &[
            text(
                "Trust is read off the Trust Quotient: credibility times trustworthiness, divided by perceived risk. Within a pair of facets one can stand in for the other, between the pairs it cannot, and risk divides. Trust comes on foot: each everyday act that is seen moves the facets that it tells of by a small step, bad acts by more or less than good ones according to the facet. Trust leaves on horseback: a breach takes a share of what is left at once, part of it as a wound that can heal, part of it as a scar.",
                "Vertrouwen wordt afgelezen van het vertrouwensquotiënt: geloofwaardigheid maal vertrouwenswaardigheid, gedeeld door het ingeschatte risico. Binnen een paar facetten kan het ene voor het andere instaan, tussen de paren niet, en het risico deelt. Vertrouwen komt te voet: elke alledaagse gedraging die gezien wordt, verschuift de facetten waarover ze iets zegt met een kleine stap, een slechte meer of minder dan een goede naargelang het facet. Vertrouwen gaat te paard: een vertrouwensbreuk neemt meteen een deel weg van wat er nog is, deels als een wonde die kan helen, deels als een litteken.",
            ),
            text(
                "Repair follows a principle of fit: words fit small wounds, leaders need deeds, severe or intended breaches need structure. The organisation's practices are both seen and at work. What each principle rests on stands with its submodel in element 7, and each of its numbers with a grade.",
                "Herstel volgt een principe van passendheid: woorden passen bij kleine wonden, van leidinggevenden worden daden verwacht, ernstige of opzettelijke vertrouwensbreuken vragen structuur. De praktijken van de organisatie worden gezien en zijn ook aan het werk. Waarop elk principe steunt, staat bij het deelmodel in onderdeel 7, en bij elk getal staat hoe zeker het is.",
            ),
        ],
    },
    Concept {
        name: text("Emergence", "Emergentie"),
        answer: &[
            text(
                "Emergent: the level at which trust settles and its spread, how much slower it is regained than lost, how long recovery takes and how much is never regained, the shared judgement of a team, what of a breach reaches other teams, waves of leaving, and the ranking of repairs by what they win back. None of these is written in.",
                "Emergent zijn: het niveau waarop vertrouwen zich zet en de spreiding ervan, hoeveel trager het terugkomt dan het verdween, hoe lang herstel duurt en wat nooit terugkomt, het gedeelde oordeel van een team, wat van een vertrouwensbreuk andere teams bereikt, golven van vertrek, en de rangorde van vormen van herstel naar wat ze terugwinnen. Niets daarvan ligt vooraf vast.",
            ),
            text(
                "Imposed: what one act tells, what one breach takes, what one repair can heal, and the weights by which trust pulls at outcomes, which are fitted to published correlations. Correlations of trust with outcomes are therefore partly built in and are no proof of the model by themselves.",
                "Opgelegd zijn: wat één gedraging zegt, wat één vertrouwensbreuk wegneemt, wat één vorm van herstel kan helen, en de gewichten waarmee vertrouwen aan uitkomsten trekt, die op gepubliceerde correlaties worden afgestemd. Correlaties van vertrouwen met uitkomsten zijn dus deels ingebouwd en bewijzen het model op zich niet.",
            ),
        ],
    },
    Concept {
        name: text("Adaptation", "Aanpassing"),
        answer: &[text(
            "People adapt their behaviour to their state, by rules with a chance: they seek less contact with those whom they do not trust (withholding), behave better towards those who trust them (reciprocity), behave worse and are ill more often under strain, stay for teammates to whom they are loyal, are believed in gossip as far as they are trusted, and, when deeply wounded, strained or disaffected, retaliate or quit. The organisation adapts through repairs that are called by a breach or by a survey, where the scenario says so. These rules reproduce observed tendencies; nobody compares alternatives.",
            "Mensen passen hun gedrag aan hun toestand aan, volgens regels met een kans: ze zoeken minder contact met wie ze niet vertrouwen (terughoudendheid), gedragen zich beter tegenover wie hen vertrouwt (wederkerigheid), gedragen zich slechter en zijn vaker ziek onder spanning, blijven voor teamgenoten aan wie ze trouw zijn, worden in roddel geloofd voor zover ze vertrouwd worden, en wie diep gewond, overbelast of ontgoocheld is, kan vergelden of ontslag nemen. De organisatie past zich aan via herstel dat door een vertrouwensbreuk of een enquête in gang gezet wordt, waar het scenario dat zegt. Die regels geven waargenomen neigingen weer; niemand vergelijkt alternatieven.",
        )],
    },
    Concept {
        name: text("Objectives", "Doelstellingen"),
        answer: &[text(
            "Not used. Nobody in the model has an explicit measure of success that is maximised: the studies that the model leans on report regularities of behaviour and not the aims behind it, and no estimate of such aims was found. Costs and outcomes of arms are compared by the user, outside the model.",
            "Niet gebruikt. Niemand in het model heeft een uitdrukkelijke maat van succes die zo groot mogelijk gemaakt wordt: de studies waarop het model steunt, beschrijven regelmaat in gedrag en niet de doelen erachter, en een schatting van zulke doelen werd niet gevonden. Kosten en uitkomsten van varianten vergelijkt de gebruiker, buiten het model.",
        )],
    },
    Concept {
        name: text("Learning", "Leren"),
        answer: &[text(
            "Not used in the sense of ODD: the rules by which people act never change. People do learn about one another, and that is the heart of the model: beliefs move with each act that is seen, fast at first and slowly when the other is well known. These beliefs are state variables of relations, and a newcomer starts without them.",
            "Niet gebruikt in de betekenis van ODD: de regels waarnaar mensen handelen veranderen nooit. Mensen leren wel elkaar kennen, en dat is de kern van het model: overtuigingen verschuiven met elke gedraging die gezien wordt, eerst snel en traag zodra de ander goed gekend is. Die overtuigingen zijn toestandsvariabelen van relaties, en een nieuwkomer begint zonder.",
        )],
    },
    Concept {
        name: text("Prediction", "Voorspelling"),
        answer: &[text(
            "Implicit only. The perceived chance that trust is betrayed, and the impact if it is, are a tacit prediction of the other's conduct, made from acts and breaches of the past. Nobody models the future, foresees a repair, or anticipates what others will do.",
            "Enkel impliciet. De ingeschatte kans dat vertrouwen beschaamd wordt, en de impact daarvan, zijn een stilzwijgende voorspelling van het gedrag van de ander, gemaakt uit gedragingen en vertrouwensbreuken van vroeger. Niemand maakt zich een model van de toekomst, ziet herstel aankomen of houdt rekening met wat anderen zullen doen.",
        )],
    },
    Concept {
        name: text("Sensing", "Waarneming"),
        answer: &[
            text(
                "People see, without error, the acts of those whom they meet, breaches in whose audience they are, repairs that reach them, and the practices' signals. Teammates and the leader also respond to how far they are trusted, which they are assumed to sense; top management does not know each person and does not, and across teams trust back is taken to be as one's own. In other teams people see what was shown the day before. Hearers know the teller's view and their own trust in the teller; newcomers hear what the team believes of each member.",
                "Mensen zien zonder fout de gedragingen van wie ze treffen, vertrouwensbreuken waarvan ze tot het publiek horen, herstel dat hen bereikt, en de signalen van de praktijken. Teamgenoten en leidinggevende reageren ook op hoezeer ze vertrouwd worden, wat ze verondersteld worden aan te voelen; het topmanagement kent niet iedereen en doet dat niet, en over teams heen geldt het eigen vertrouwen ook als dat van de ander. In andere teams ziet men wat de dag ervoor getoond werd. Wie luistert, kent de mening van de verteller en het eigen vertrouwen in hem of haar; nieuwkomers horen wat het team van elk lid gelooft.",
            ),
            text(
                "A repair that is set off by low trust looks at the share of people whose trust reaches the survey's cut, on survey days and once a month, without error of answers. Nobody sees another's facets, wounds or intentions as such.",
                "Herstel dat door laag vertrouwen in gang gezet wordt, kijkt naar het deel van de mensen van wie het vertrouwen de enquêtegrens haalt, op enquêtedagen en elke maand, zonder fout in de antwoorden. Niemand ziet de facetten, wonden of bedoelingen van een ander als zodanig.",
            ),
        ],
    },
    Concept {
        name: text("Interaction", "Interactie"),
        answer: &[text(
            "Direct: contacts within the team, with the leader, and over ties to other teams, in which one shows a behaviour and the other judges it; breaches and repairs, with offender, victim and audience; gossip, from teller to hearer about a third. Indirect: the shared mood of a team about an offender, the line (what a leader does tints top management, what a leader thinks of top management shows in the leader's conduct), the load of empty seats, and the pull of a leaver on those who stay.",
            "Rechtstreeks: contacten binnen het team, met de leidinggevende en over banden met andere teams, waarin de een gedrag toont en de ander het beoordeelt; vertrouwensbreuken en herstel, met dader, slachtoffer en publiek; roddel, van verteller naar luisteraar over een derde. Onrechtstreeks: de gedeelde stemming van een team over een dader, de lijn (wat een leidinggevende doet kleurt het topmanagement, wat een leidinggevende van het topmanagement vindt blijkt uit het eigen gedrag), de last van lege stoelen, en de aantrekking van een vertrekker op wie blijft.",
        )],
    },
    Concept {
        name: text("Stochasticity", "Toeval"),
        answer: &[text(
            "Chance stands for what the model does not explain: differences between people, what makes one team or organisation yield more than another for reasons other than trust, whom people happen to meet, whether an act turns out well, who leaves. Every draw is found by what it is for (seed, replicate, purpose, day, who, with whom); there are no shared streams. So an arm and its twin differ only where the difference reaches, and nothing depends on the number of threads.",
            "Toeval staat voor wat het model niet verklaart: verschillen tussen mensen, wat het ene team of de ene organisatie om andere redenen dan vertrouwen meer doet opbrengen, wie mensen toevallig treffen, of een gedraging goed uitvalt, wie vertrekt. Elke trekking wordt gevonden via wat ze beslist (startgetal, herhaling, doel, dag, wie, met wie); er zijn geen gedeelde reeksen. Een variant en zijn tweeling verschillen dus enkel waar het verschil reikt, en niets hangt af van het aantal threads.",
        )],
    },
    Concept {
        name: text("Collectives", "Collectieven"),
        answer: &[text(
            "Imposed: teams with a leader, departments (which matter only for who learns of a breach), the organisation. A team has state variables of its own, such as safety and disorder, and its climate and exits act back on its members: where a vision is shared fewer incidents happen, and agile and inventive teams recover sooner from a shock. Emergent: a team's shared judgement of an offender, and clusters of trust and distrust within it.",
            "Opgelegd: teams met een leidinggevende, afdelingen (die alleen tellen voor wie een vertrouwensbreuk verneemt), de organisatie. Een team heeft eigen toestandsvariabelen, zoals veiligheid en ontregeling, en klimaat en vertrek werken terug op de leden: waar een visie gedeeld wordt gebeuren minder incidenten, en wendbare en vindingrijke teams herstellen sneller van een schok. Emergent: het gedeelde oordeel van een team over een dader, en groepjes van vertrouwen en wantrouwen erbinnen.",
        )],
    },
    Concept {
        name: text("Observation", "Observatie"),
        answer: &[text(
            "Two kinds. Series are recorded of the organisation, and of its teams if asked for, without error. Surveys are what a researcher would have had: answers from 1 to 5 with error of measurement, with lasting habits of answering, one cut for all three referents, performance rated by a supervisor; beside trust they ask for its four facets, for the practices as people see them, for trust in the employer, for perceived breach, for how far one feels trusted, and leaders for the trust in them. If asked for, everyone answers about each teammate. All comparisons with published correlations go through surveys. Events are written down one by one. Differences between arms, and between an arm and its twin, are taken pair by pair under the same luck.",
            "Twee soorten. Reeksen worden zonder fout opgetekend van de organisatie, en desgevraagd van de teams. Enquêtes zijn wat een onderzoeker zou hebben: antwoorden van 1 tot 5 met meetfout, met blijvende antwoordgewoonten, één grens voor de drie referenten, prestatie beoordeeld door een leidinggevende; behalve naar vertrouwen vragen ze naar de vier facetten ervan, naar de praktijken zoals mensen ze zien, naar vertrouwen in de werkgever, naar ervaren vertrouwensbreuk, naar hoezeer men zich vertrouwd voelt, en aan leidinggevenden naar het vertrouwen in hen. Desgevraagd antwoordt iedereen over elk teamlid. Alle vergelijkingen met gepubliceerde correlaties gaan langs enquêtes. Gebeurtenissen worden één voor één opgeschreven. Verschillen tussen varianten, en tussen een variant en zijn tweeling, worden paar per paar onder hetzelfde toeval genomen.",
        )],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_follow_the_concepts_that_they_belong_to() {
        assert_eq!(CONCEPTS[STOCHASTICITY].name.en, "Stochasticity");
        assert_eq!(CONCEPTS[OBSERVATION].name.en, "Observation");
    }
}
