//! # What the article says
//!
//! The model turns a Dutch text for managers on trust in organisations into equations. The text itself is not part of onfoot; what
//! it says is, statement by statement and in our words. Parameters, laws and findings that rest on it name the statement.

use crate::text::{Text, text};

/// One statement of the article.
#[derive(Clone, Copy, Debug)]
pub struct Statement {
    /// How sources name it: `AR-01` and on.
    pub code: &'static str,
    /// What it says.
    pub says: Text,
    /// Where the model has it: words that `onfoot explain` knows.
    pub modelled: &'static [&'static str],
}

const fn says(code: &'static str, en: &'static str, nl: &'static str, modelled: &'static [&'static str]) -> Statement {
    Statement { code, says: text(en, nl), modelled }
}

/// The statements that a source names, and those that are modelled by a word.
pub fn statements_about(source: &str, word: &str) -> impl Iterator<Item = &'static Statement> {
    STATEMENTS.iter().filter(move |statement| source.contains(statement.code) || statement.modelled.contains(&word))
}

#[rustfmt::skip]
/// All of them, in the order of the article.
pub const STATEMENTS: &[Statement] = &[
    // what trust is
    says("AR-01", "Of employees in Belgium 66.1 % trust their colleagues and 48.9 % their leaders.", "Van de werknemers in België vertrouwt 66,1 % de collega's en 48,9 % de leidinggevenden.", &["share_trusting"]),
    says("AR-02", "Trust is the readiness to be vulnerable to somebody, in the expectation that they act in your interest although you cannot be sure.", "Vertrouwen is de bereidheid om je kwetsbaar op te stellen, in de verwachting dat de ander in jouw belang handelt hoewel je daar niet zeker van bent.", &["trust", "quotient"]),
    says("AR-03", "Trust grows as somebody comes across as able, benevolent and of integrity.", "Vertrouwen groeit naarmate iemand bekwaam, welwillend en integer overkomt.", &["impression", "belief"]),
    says("AR-04", "Three parts of two each: credibility is competence and reliability, trustworthiness is intentions and honesty, risk is chance and impact.", "Drie delen van telkens twee: geloofwaardigheid is bekwaamheid en betrouwbaarheid, vertrouwenswaardigheid is intenties en eerlijkheid, risico is kans en impact.", &["quotient"]),
    says("AR-05", "The parts strengthen each other as if multiplied and weaken each other as if divided: the ablest and most honest is not trusted where too much is at stake.", "De delen versterken elkaar alsof ze vermenigvuldigd worden en ondermijnen elkaar alsof er gedeeld wordt: ook de bekwaamste en eerlijkste wordt niet vertrouwd waar te veel op het spel staat.", &["quotient"]),
    // what it does to people
    says("AR-06", "Who trusts is more engaged and motivated and performs better.", "Wie vertrouwt, is meer betrokken en gemotiveerd en presteert beter.", &["engagement", "motivation", "performance"]),
    says("AR-07", "Who trusts is more satisfied and more attached to the organisation, and less inclined to leave.", "Wie vertrouwt, is tevredener en sterker verbonden met de organisatie, en minder geneigd om te vertrekken.", &["satisfaction", "commitment", "quit_intention"]),
    says("AR-08", "Who trusts shares knowledge, discusses problems and exchanges ideas more easily, which helps cooperation, innovation and readiness for change.", "Wie vertrouwt, deelt makkelijker kennis, bespreekt makkelijker problemen en wisselt makkelijker ideeën uit; dat helpt samenwerking, innovatie en veranderingsbereidheid.", &["knowledge_sharing", "innovation", "readiness_for_change"]),
    says("AR-09", "Trust goes with health of body and mind; lack of it raises the risk of stress and burnout.", "Vertrouwen hangt samen met lichamelijke en psychische gezondheid; een gebrek eraan vergroot het risico op stress en burn-out.", &["strain", "burnout", "sick_leave"]),
    // whom one trusts
    says("AR-10", "Trust among colleagues promotes learning together and loyalty.", "Vertrouwen tussen collega's bevordert samen leren en loyaliteit.", &["learning", "loyalty"]),
    says("AR-11", "Trust in leaders predicts performance and strengthens identification with the organisation.", "Vertrouwen in leidinggevenden voorspelt prestaties en versterkt de identificatie met de organisatie.", &["performance", "identification"]),
    says("AR-12", "Trust in top management works from afar, but decides satisfaction, commitment and a sense of safety and direction.", "Vertrouwen in topmanagement werkt van op afstand, maar is beslissend voor tevredenheid, betrokkenheid en een gevoel van veiligheid en richting.", &["satisfaction", "commitment", "safety", "shared_vision"]),
    // what it does to teams
    says("AR-13", "In a team with trust people ask questions and give feedback without fear for their reputation.", "In een team met vertrouwen stelt men vragen en geeft men feedback zonder angst voor de eigen reputatie.", &["safety"]),
    says("AR-14", "Trust promotes open communication and solving problems together.", "Vertrouwen bevordert open communicatie en samen problemen oplossen.", &["open_communication", "cooperation"]),
    says("AR-15", "Where there is trust, errors are dealt with constructively.", "Waar vertrouwen is, gaat men constructief om met fouten.", &["error_learning"]),
    says("AR-16", "Teams with trust develop a shared vision and language sooner, which strengthens cooperation and limits misunderstanding.", "Teams met vertrouwen ontwikkelen sneller een gedeelde visie en taal, wat de samenwerking versterkt en misverstanden beperkt.", &["shared_vision", "cooperation"]),
    says("AR-17", "Trust among colleagues often goes more closely with team performance than trust in leaders.", "Vertrouwen tussen collega's hangt vaak sterker samen met teamprestaties dan vertrouwen in leidinggevenden.", &["output", "cooperation"]),
    says("AR-18", "Trust in leaders brings a team in line with the organisation and promotes support and prosocial behaviour.", "Vertrouwen in leidinggevenden vergroot de afstemming met de organisatie en stimuleert steun en prosociaal gedrag.", &["identification", "helping"]),
    says("AR-19", "Trust makes teams more agile and better at finding new solutions.", "Vertrouwen maakt teams wendbaarder en beter in nieuwe oplossingen.", &["agility", "innovation"]),
    // what it does to organisations
    says("AR-20", "Trust lessens the need for control and lowers transaction costs.", "Vertrouwen vermindert de nood aan controle en verlaagt transactiekosten.", &["cost_control", "cost_transaction"]),
    says("AR-21", "Trust makes an organisation more stable and more resilient.", "Vertrouwen maakt een organisatie stabieler en veerkrachtiger.", &["stability", "resilience"]),
    says("AR-22", "Trust stimulates learning and innovation, so that organisations cope better with uncertainty and change.", "Vertrouwen stimuleert leren en innovatie, zodat organisaties beter omgaan met onzekerheid en verandering.", &["learning", "innovation", "readiness_for_change"]),
    says("AR-23", "Trust in top management promotes safety, support for strategic goals and lasting motivation.", "Vertrouwen in het topmanagement bevordert veiligheid, draagvlak voor strategische doelen en blijvende motivatie.", &["safety", "readiness_for_change", "motivation"]),
    says("AR-24", "The link of trust in leadership with performance is not always strong; that with loyalty and dedication always is there.", "De link van vertrouwen in leiderschap met prestaties is niet altijd sterk; die met loyaliteit en toewijding is er altijd.", &["performance", "loyalty", "commitment"]),
    // how it grows: people
    says("AR-25", "Trust in persons and trust in the institution are two: one carries relations and cooperation, the other assures people that what surrounds them is reliable.", "Vertrouwen in personen en vertrouwen in de instelling zijn twee dingen: het ene draagt relaties en samenwerking, het andere geeft zekerheid dat de omgeving betrouwbaar is.", &["behaviour", "practice"]),
    says("AR-26", "Trust grows or vanishes above all through everyday behaviour.", "Vertrouwen groeit of verdwijnt vooral door alledaags gedrag.", &["behaviour", "contact"]),
    says("AR-27", "Discretion: sensitive information is handled with care and shared knowledge not misused.", "Discretie: gevoelige informatie zorgvuldig behandelen en gedeelde kennis niet misbruiken.", &["discretion"]),
    says("AR-28", "Consistency: words and deeds agree, promises are kept.", "Consistentie: woorden en daden komen overeen, beloften worden nagekomen.", &["consistency"]),
    says("AR-29", "Open communication: information is shared fully and in time, with room for questions.", "Open communicatie: informatie volledig en tijdig delen, met ruimte voor vragen.", &["open_communication"]),
    says("AR-30", "Collaboration: listening, taking ideas seriously, looking for solutions together.", "Samenwerking: luisteren, ideeën serieus nemen, samen oplossingen zoeken.", &["collaboration"]),
    says("AR-31", "Transparency: decisions and what they rest on are explained.", "Transparantie: beslissingen en hun criteria uitleggen.", &["transparency"]),
    says("AR-32", "Shared goals and language: working from recognisable values with common words.", "Gedeelde doelen en taal: werken vanuit herkenbare waarden met gemeenschappelijke woorden.", &["shared_goals_and_language"]),
    says("AR-33", "Accountability: making clear that people count on each other, and taking agreements seriously.", "Verantwoordelijkheid: duidelijk maken dat men op elkaar rekent, en afspraken serieus nemen.", &["accountability"]),
    says("AR-34", "Personal connection: interest in the person behind the colleague.", "Persoonlijke verbinding: belangstelling voor de mens achter de collega.", &["personal_connection"]),
    says("AR-35", "Generosity: giving time, knowledge or help without asking for something in return.", "Vrijgevigheid: tijd, kennis of hulp geven zonder directe tegenprestatie.", &["generosity"]),
    says("AR-36", "Honesty about strengths and limits: showing what one knows and admitting what one does not.", "Eerlijkheid over sterktes en grenzen: tonen wat men kan en erkennen wat men niet kan.", &["honesty_about_limits"]),
    // how it grows: the institution
    says("AR-37", "What top management and the organisation signal by policy, process and culture counts for trust as much as daily dealings with colleagues.", "Wat topmanagement en organisatie tonen in beleid, processen en cultuur is voor het vertrouwen even bepalend als de dagelijkse omgang met collega's.", &["practice", "signals"]),
    says("AR-38", "Fair and transparent decisions: promotions, rewards and strategy are decided openly and on just criteria.", "Eerlijke en transparante beslissingen: promoties, beloningen en strategie worden open en op rechtvaardige criteria beslist.", &["fair_and_transparent_decisions"]),
    says("AR-39", "Shared vision and language, carried out consistently, strengthen ties and mutual understanding.", "Een gedeelde visie en taal, consequent uitgedragen, versterken de banden en het wederzijds begrip.", &["shared_vision_and_language"]),
    says("AR-40", "Accountability for trustworthy behaviour: it is measured, rewarded and expected in hiring, appraisal and promotion.", "Verantwoordelijkheid voor betrouwbaar gedrag: het wordt gemeten, beloond en verwacht bij werving, beoordeling en promotie.", &["accountability_for_trustworthy_behaviour"]),
    says("AR-41", "Clarity of goals and direction makes leadership predictable, competent and consistent in people's eyes.", "Helderheid over doelen en richting maakt leiderschap voorspelbaar, bekwaam en consistent in de ogen van medewerkers.", &["clarity_of_goals_and_direction"]),
    says("AR-42", "Autonomy: room to decide is felt as a gesture of trust, and is often answered with trust.", "Autonomie: ruimte om te beslissen wordt ervaren als een gebaar van vertrouwen, en vaak met vertrouwen beantwoord.", &["autonomy_and_discretion"]),
    says("AR-43", "Structural investment in well-being shows that the organisation is reliable and takes people's well-being seriously.", "Structurele investeringen in welzijn tonen dat de organisatie betrouwbaar is en het welzijn van mensen serieus neemt.", &["structural_investment_in_wellbeing"]),
    // how it is lost
    says("AR-44", "Trust grows slowly and can vanish fast, sometimes by one incident, above all when promises are broken or conduct is dishonest or unethical.", "Vertrouwen groeit langzaam en kan snel verdwijnen, soms door één incident, vooral als beloften niet worden nagekomen of bij oneerlijk of onethisch gedrag.", &["breach", "belief"]),
    says("AR-45", "Where trust is damaged, extra effort, knowledge sharing and solving problems together give way to reluctance.", "Waar vertrouwen geschaad is, maken extra inzet, kennisdeling en samen problemen oplossen plaats voor terughoudendheid.", &["mechanisms.withholding", "knowledge_sharing", "helping"]),
    says("AR-46", "Where trust is damaged, effort for others can even give way to retaliation: sabotage, theft, rumours.", "Waar vertrouwen geschaad is, kan inzet voor anderen zelfs plaatsmaken voor vergelding: sabotage, diefstal, geruchten.", &["retaliation"]),
    says("AR-47", "What damaged trust does to the organisation's performance can be large.", "De gevolgen van geschaad vertrouwen voor de prestaties van de organisatie kunnen groot zijn.", &["output"]),
    // how it is repaired
    says("AR-48", "Repair is possible but seldom simple: it takes time and aimed interventions, by the kind and severity of the breach.", "Herstel is mogelijk maar zelden eenvoudig: het vergt tijd en gerichte interventies, naargelang de aard en de ernst van de schending.", &["repair_fit", "restoring"]),
    says("AR-49", "Stepping in early at small incidents can prevent escalation and makes repair easier.", "Vroeg ingrijpen bij kleine incidenten kan escalatie voorkomen en vergemakkelijkt herstel.", &["incident", "restoring"]),
    says("AR-50", "Graver breaches ask for structural measures.", "Ernstigere vertrouwensbreuken vragen om structurele maatregelen.", &["repair_fit"]),
    says("AR-51", "Between persons: admitting guilt openly, a sincere apology and keeping new promises restore trust, provided that the offence is not repeated.", "Tussen personen: openlijk schuld erkennen, een oprechte verontschuldiging en nieuwe beloften nakomen herstellen het vertrouwen, mits de overtreding zich niet herhaalt.", &["acknowledgement", "apology", "promise", "healing"]),
    says("AR-52", "In a team repair is more complex, for bad feelings and judgements are shared and amplified.", "In een team is herstel complexer, want negatieve emoties en oordelen worden gedeeld en versterkt.", &["spread", "mechanisms.team_mood"]),
    says("AR-53", "In a team open acknowledgement and visible leadership are decisive.", "In een team zijn openlijke erkenning en zichtbaar leiderschap beslissend.", &["open_acknowledgement", "visible_leadership"]),
    says("AR-54", "Where leaders broke trust, words do not do: people expect other conduct, empathy and consistent support.", "Waar leidinggevenden het vertrouwen schonden, volstaan woorden niet: medewerkers verwachten ander gedrag, empathie en consistente steun.", &["changed_conduct", "empathy", "consistent_support"]),
    says("AR-55", "In an organisation severe or intended breaches need structural reform: of policy, by replacing leaders, or of culture.", "In een organisatie vragen ernstige of opzettelijke schendingen structurele hervorming: van beleid, door leiders te vervangen of van cultuur.", &["policy_reform", "leader_replacement", "culture_programme"]),
    // in closing
    says("AR-56", "Where people come across as able, benevolent and of integrity, others dare to take risks and give them the benefit of the doubt.", "Waar mensen bekwaam, welwillend en integer overkomen, durven anderen risico's nemen en hun het voordeel van de twijfel geven.", &["contact", "belief"]),
    says("AR-57", "Trust is never a given: it asks for daily investment in words, behaviour and policy.", "Vertrouwen is nooit vanzelfsprekend: het vraagt dagelijkse investering in woorden, gedrag en beleid.", &["behaviour", "practice"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::Parameters;
    use crate::validation::published;

    #[test]
    fn a_source_that_is_the_article_names_a_statement_and_every_statement_named_is_there() {
        let sources = Parameters::listed().map(|known| known.row.source.to_owned());
        let findings = published::all().into_iter().map(|target| target.source.to_owned());
        for source in sources.chain(findings) {
            let named = source.matches("AR-").count();
            assert_eq!(named, statements_about(&source, "").count(), "{source}");
            assert!(named > 0 || !source.contains("article"), "{source}: which statement?");
        }
    }

    #[test]
    fn every_statement_but_the_closing_two_is_tried_from_outside() {
        let rows = std::fs::read_to_string("tests/outside/mission.py").expect("the repository");
        let untried: Vec<&str> = STATEMENTS.iter().map(|row| row.code).filter(|code| !rows.contains(code)).collect();
        assert_eq!(untried, ["AR-56", "AR-57"], "they sum up");
    }

    #[test]
    fn codes_are_a_row() {
        for (i, statement) in STATEMENTS.iter().enumerate() {
            assert_eq!(statement.code, format!("AR-{:02}", i + 1));
        }
    }
}
