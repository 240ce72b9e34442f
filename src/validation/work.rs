//! # Works cited
//!
//! The publications behind parameters, laws and findings, which name them in short ("Dirks & Ferrin 2002"). Only what is
//! known for certain is here: a field that is not is left out, and a work of which only a secondary text was seen says so.

use super::target::Status;
use crate::text::{Text, text};

/// What kind of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// In a journal.
    Article,
    /// A book.
    Book,
    /// A doctoral dissertation.
    Thesis,
    /// By an organisation: a report, a survey.
    Report,
}

/// One publication.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    /// A short name, unique: for BibTeX.
    pub key: &'static str,
    /// How parameters, laws and findings name it.
    pub named: &'static [&'static str],
    /// Its kind.
    pub kind: Kind,
    /// "Surname, initials" each, or the name of an organisation; `"others"` at the end for more; empty when not known.
    pub authors: &'static [&'static str],
    /// The year; `None` when not known.
    pub year: Option<u16>,
    /// The title; a description in square brackets when it has none or none is known.
    pub title: &'static str,
    /// The journal, publisher or university; empty when not known.
    pub place: &'static str,
    /// The volume; empty when not known.
    pub volume: &'static str,
    /// The issue; empty when there is none or it is not known.
    pub issue: &'static str,
    /// First and last page, or the article's number; empty when not known.
    pub pages: &'static str,
    /// The DOI; empty when there is none or it is not known.
    pub doi: &'static str,
    /// The address, where the publisher's own is known and there is no DOI; else empty.
    pub url: &'static str,
    /// Where its numbers were seen.
    pub status: Status,
    /// What else a reader should know; empty for nothing.
    pub note: Text,
}

impl Work {
    const fn new(kind: Kind, key: &'static str, authors: &'static [&'static str], title: &'static str, place: &'static str) -> Self {
        Self {
            key,
            named: &[],
            kind,
            authors,
            year: None,
            title,
            place,
            volume: "",
            issue: "",
            pages: "",
            doi: "",
            url: "",
            status: Status::Verified,
            note: text("", ""),
        }
    }

    const fn article(key: &'static str, authors: &'static [&'static str], year: u16, title: &'static str, journal: &'static str) -> Self {
        Self { year: Some(year), ..Self::new(Kind::Article, key, authors, title, journal) }
    }

    const fn report(key: &'static str, authors: &'static [&'static str], year: u16, title: &'static str, publisher: &'static str) -> Self {
        Self { year: Some(year), ..Self::new(Kind::Report, key, authors, title, publisher) }
    }

    const fn at(self, volume: &'static str, issue: &'static str, pages: &'static str) -> Self {
        Self { volume, issue, pages, ..self }
    }

    const fn doi(self, doi: &'static str) -> Self {
        Self { doi, ..self }
    }

    const fn url(self, url: &'static str) -> Self {
        Self { url, ..self }
    }

    const fn named(self, named: &'static [&'static str]) -> Self {
        Self { named, ..self }
    }

    const fn seen(self, status: Status) -> Self {
        Self { status, ..self }
    }

    const fn note(self, en: &'static str, nl: &'static str) -> Self {
        Self { note: text(en, nl), ..self }
    }
}

/// A source with years out of their brackets and on one line.
pub fn plain(source: &str) -> String {
    let year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let bare = |word: &str| match word.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((inside, after)) if year(inside) => format!("{inside}{after}"),
        _ => word.to_owned(),
    };
    source.split_whitespace().map(bare).collect::<Vec<_>>().join(" ")
}

/// The works that a source names. Brackets around a year, and line breaks, do not matter.
pub fn works_in(source: &str) -> impl Iterator<Item = &'static Work> {
    let source = plain(source);
    WORKS.iter().filter(move |work| work.named.iter().any(|name| source.contains(name)))
}

#[rustfmt::skip]
/// What sources name that is no publication, and why it is not in [`WORKS`].
pub const NOT_WORKS: &[(&str, Text)] = &[
    ("the article", text("a Dutch text for managers on trust in organisations, which the model turns into equations; what it says: onfoot list article", "een Nederlandse tekst voor managers over vertrouwen in organisaties, waarvan het model vergelijkingen maakt; wat hij zegt: onfoot list article")),
    ("no meta-analysis found", text("a search without a result", "een zoektocht zonder resultaat")),
    ("usual range", text("written down from memory, without a work", "uit het geheugen opgeschreven, zonder werk")),
    ("meta-analyses of 72 studies", text("no number was seen, and the works were not identified", "er werd geen cijfer gezien, en de werken werden niet achterhaald")),
    ("Ballinger & Schoorman", text("written down from memory; which of their works is meant was not looked up", "uit het geheugen opgeschreven; welk werk bedoeld is, werd niet nagegaan")),
];

#[rustfmt::skip]
/// The works, by key.
pub const WORKS: &[Work] = &[
    Work::article("abrams2003", &["Abrams, L. C.", "Cross, R.", "Lesser, E.", "Levin, D. Z."], 2003, "Nurturing interpersonal trust in knowledge-sharing networks", "Academy of Management Executive")
        .at("17", "4", "64–77").doi("10.5465/ame.2003.11851845").named(&["Abrams, Cross, Lesser & Levin 2003"]).seen(Status::Secondary),
    Work::article("aquino2001", &["Aquino, K.", "Tripp, T. M.", "Bies, R. J."], 2001, "How employees respond to personal offense: The effects of blame attribution, victim status, and offender status on revenge and reconciliation in the workplace", "Journal of Applied Psychology")
        .at("86", "1", "52–59").doi("10.1037/0021-9010.86.1.52").named(&["Aquino et al. 2001"]).seen(Status::Memory),
    Work::article("bagdasarov2019", &["Bagdasarov, Z.", "Connelly, S.", "Johnson, J. F."], 2019, "Denial and empathy: Partners in employee trust repair?", "Frontiers in Psychology")
        .at("10", "", "19").doi("10.3389/fpsyg.2019.00019").named(&["2019 study on denial"]),
    Work::new(Kind::Report, "bat", &[], "[Survey with the Burnout Assessment Tool (BAT) among 1,500 employees in Flanders]", "")
        .named(&["BAT Flanders", "in Flanders (BAT)"]).seen(Status::Secondary),
    Work::article("baumgartner2001", &["Baumgartner, H.", "Steenkamp, J.-B. E. M."], 2001, "Response styles in marketing research: A cross-national investigation", "Journal of Marketing Research")
        .at("38", "2", "143–156").doi("10.1509/jmkr.38.2.143.18840").named(&["Baumgartner & Steenkamp 2001"]).seen(Status::Memory),
    Work::article("bottom2002", &["Bottom, W. P.", "Gibson, K.", "Daniels, S. E.", "Murnighan, J. K."], 2002, "When talk is not cheap: Substantive penance and expressions of intent in rebuilding cooperation", "Organization Science")
        .at("13", "5", "497–513").doi("10.1287/orsc.13.5.497.7816").named(&["Bottom et al. 2002"]),
    Work::report("boushey2012", &["Boushey, H.", "Glynn, S. J."], 2012, "There are significant business costs to replacing employees", "Center for American Progress")
        .named(&["Boushey & Glynn 2012"]),
    Work::article("brambilla2019", &["Brambilla, M.", "Carraro, L.", "Castelli, L.", "Sacchi, S."], 2019, "Changing impressions: Moral character dominates impression updating", "Journal of Experimental Social Psychology")
        .at("82", "", "64–73").named(&["Brambilla et al. 2019"]),
    Work::article("breuer2016", &["Breuer, C.", "Hüffmeier, J.", "Hertel, G."], 2016, "Does trust matter more in virtual teams? A meta-analysis of trust and team effectiveness considering virtuality and documentation as moderators", "Journal of Applied Psychology")
        .at("101", "8", "1151–1177").doi("10.1037/apl0000113").named(&["Breuer, Hüffmeier & Hertel 2016"]).note("its tests of the moderators were withdrawn by an erratum", "de toetsen van de moderatoren werden door een erratum ingetrokken"),
    Work::article("burt1995", &["Burt, R. S.", "Knez, M."], 1995, "Kinds of third-party effects on trust", "Rationality and Society")
        .at("7", "3", "255–292").doi("10.1177/1043463195007003003").named(&["Burt & Knez 1995"]),
    Work::article("bycio1990", &["Bycio, P.", "Hackett, R. D.", "Alvares, K. M."], 1990, "Job performance and turnover: A review and meta-analysis", "Applied Psychology")
        .at("39", "1", "47–76").doi("10.1111/j.1464-0597.1990.tb01037.x").named(&["Bycio et al. 1990"]).seen(Status::Memory),
    Work::report("cipd2012", &["Chartered Institute of Personnel and Development"], 2012, "[Survey of UK employees on engagement and trust in senior leaders]", "")
        .named(&["CIPD 2012"]).seen(Status::Secondary),
    Work::report("cipd2013", &["Chartered Institute of Personnel and Development"], 2013, "[Survey of UK employees on trust in colleagues, line managers and senior management]", "")
        .named(&["CIPD 2013"]).seen(Status::Secondary),
    Work::article("colquitt2007", &["Colquitt, J. A.", "Scott, B. A.", "LePine, J. A."], 2007, "Trust, trustworthiness, and trust propensity: A meta-analytic test of their unique relationships with risk taking and job performance", "Journal of Applied Psychology")
        .at("92", "4", "909–927").doi("10.1037/0021-9010.92.4.909").named(&["Colquitt, Scott & LePine 2007", "Colquitt et al. 2007"]).seen(Status::Memory).note("directions were verified, sizes were not", "richtingen werden nagegaan, groottes niet"),
    Work::article("darr2008", &["Darr, W.", "Johns, G."], 2008, "Work strain, health, and absenteeism: A meta-analysis", "Journal of Occupational Health Psychology")
        .at("13", "4", "293–318").doi("10.1037/a0012639").named(&["Darr & Johns 2008"]).seen(Status::Memory),
    Work::new(Kind::Article, "decline", &[], "Past, present, and no future: Survivors' perceptions of organizational decline", "")
        .named(&["DECLINE"]),
    Work::article("decremer2018", &["De Cremer, D.", "van Dijke, M.", "Schminke, M.", "De Schutter, L.", "Stouten, J."], 2018, "The trickle-down effects of perceived trustworthiness on subordinate performance", "Journal of Applied Psychology")
        .at("103", "12", "1335–1357").doi("10.1037/apl0000339").named(&["De Cremer et al. 2018"]),
    Work::article("dejong2012", &["De Jong, B. A.", "Dirks, K. T."], 2012, "Beyond shared perceptions of trust and monitoring in teams: Implications of asymmetry and dissensus", "Journal of Applied Psychology")
        .at("97", "2", "391–406").doi("10.1037/a0026483").named(&["De Jong & Dirks 2012"]),
    Work::article("dejong2016", &["De Jong, B. A.", "Dirks, K. T.", "Gillespie, N."], 2016, "Trust and team performance: A meta-analysis of main effects, moderators, and covariates", "Journal of Applied Psychology")
        .at("101", "8", "1134–1150").doi("10.1037/apl0000110").named(&["De Jong, Dirks & Gillespie 2016", "De Jong et al. 2016"]),
    Work::article("dirks2002", &["Dirks, K. T.", "Ferrin, D. L."], 2002, "Trust in leadership: Meta-analytic findings and implications for research and practice", "Journal of Applied Psychology")
        .at("87", "4", "611–628").doi("10.1037/0021-9010.87.4.611").named(&["Dirks & Ferrin 2002"]).note("read with its tables", "gelezen met de tabellen"),
    Work::article("dorescruz2021", &["Dores Cruz, T. D.", "Thielmann, I.", "Columbus, S.", "Molho, C.", "Wu, J.", "Righetti, F.", "de Vries, R. E.", "Koutsoumpis, A.", "van Lange, P. A. M.", "Beersma, B.", "Balliet, D."], 2021, "Gossip and reputation in everyday life", "Philosophical Transactions of the Royal Society B: Biological Sciences")
        .at("376", "1838", "20200301").doi("10.1098/rstb.2020.0301").named(&["GOS21", "Dores Cruz et al. 2021"]),
    Work::new(Kind::Thesis, "downsizing", &[], "[Doctoral dissertation on downsizing and the collective trust of survivors, with latent growth curves]", "Southern Illinois University Carbondale")
        .url("https://opensiuc.lib.siu.edu/dissertations/674/").named(&["yearly waves after downsizing (dissertation)", "Downsizing dissertation"]),
    Work::report("edelman2025", &["Edelman"], 2025, "[Trust Barometer 2025]", "")
        .named(&["Edelman 2025"]).seen(Status::Secondary),
    Work::article("espinoza2025", &["Espinoza, L.", "Ríos-Leal, S.", "Villacura-Herrera, C.", "Pérez, F.", "Acosta-Antognoni, H."], 2025, "A meta-analytic examination of the association between vertical and horizontal trust and the in-role, extra role, and organizational levels of performance", "Psychology, Society & Education")
        .at("17", "2", "26–43").named(&["Espinoza et al. 2025"]),
    Work::article("falk2006", &["Falk, A.", "Kosfeld, M."], 2006, "The hidden costs of control", "American Economic Review")
        .at("96", "5", "1611–1630").doi("10.1257/aer.96.5.1611").named(&["Falk & Kosfeld 2006"]),
    Work::article("feitosa2020", &["Feitosa, J.", "Grossman, R.", "Kramer, W. S.", "Salas, E."], 2020, "Measuring team trust: A critical and meta-analytical review", "Journal of Organizational Behavior")
        .at("41", "5", "479–501").doi("10.1002/job.2436").named(&["Feitosa et al. 2020"]),
    Work::article("felps2009", &["Felps, W.", "Mitchell, T. R.", "Hekman, D. R.", "Lee, T. W.", "Holtom, B. C.", "Harman, W. S."], 2009, "Turnover contagion: How coworkers' job embeddedness and job search behaviors influence quitting", "Academy of Management Journal")
        .at("52", "3", "545–561").doi("10.5465/amj.2009.41331075").named(&["Felps et al. 2009"]),
    Work::article("ferguson2015", &["Ferguson, A. J.", "Peterson, R. S."], 2015, "Sinking slowly: Diversity in propensity to trust predicts downward trust spirals in small groups", "Journal of Applied Psychology")
        .at("100", "4", "1012–1024").doi("10.1037/apl0000007").named(&["Ferguson & Peterson 2015"]),
    Work::article("ferrin2018", &["Ferrin, D. L.", "Cooper, C. D.", "Dirks, K. T.", "Kim, P. H."], 2018, "Heads will roll! Routes to effective trust repair in the aftermath of a CEO transgression", "Journal of Trust Research")
        .at("8", "1", "7–30").named(&["Ferrin et al. 2018"]),
    Work::article("fetchenhauer2010", &["Fetchenhauer, D.", "Dunning, D."], 2010, "Why so cynical? Asymmetric feedback underlies misguided skepticism regarding the trustworthiness of others", "Psychological Science")
        .at("21", "2", "189–193").doi("10.1177/0956797609358586").named(&["Fetchenhauer & Dunning 2010"]),
    Work::article("fulmer2017", &["Fulmer, C. A.", "Ostroff, C."], 2017, "Trust in direct leaders and top leaders: A trickle-up model", "Journal of Applied Psychology")
        .at("102", "4", "648–657").doi("10.1037/apl0000189").named(&["Fulmer & Ostroff 2017"]),
    Work::report("gallup2023", &["Gallup"], 2023, "[State of the Global Workplace: figures for Belgium]", "")
        .named(&["Gallup 2023"]).seen(Status::Secondary),
    Work::article("gillespie2009", &["Gillespie, N.", "Dietz, G."], 2009, "Trust repair after an organization-level failure", "Academy of Management Review")
        .at("34", "1", "127–145").doi("10.5465/amr.2009.35713319").named(&["Gillespie & Dietz 2009"]).seen(Status::Memory),
    Work::article("gillespie2014", &["Gillespie, N.", "Dietz, G.", "Lockey, S."], 2014, "Organizational reintegration and trust repair after an integrity violation: A case study", "Business Ethics Quarterly")
        .at("24", "3", "371–410").named(&["Gillespie, Dietz & Lockey 2014", "Gillespie et al. 2014"]),
    Work::report("gptw2025", &["Great Place To Work"], 2025, "[Survey of European employees on trust in leaders]", "")
        .named(&["Great Place To Work 2025"]),
    Work::article("greenberg1990", &["Greenberg, J."], 1990, "Employee theft as a reaction to underpayment inequity: The hidden cost of pay cuts", "Journal of Applied Psychology")
        .at("75", "5", "561–568").doi("10.1037/0021-9010.75.5.561").named(&["Greenberg 1990"]),
    Work::article("griffeth2000", &["Griffeth, R. W.", "Hom, P. W.", "Gaertner, S."], 2000, "A meta-analysis of antecedents and correlates of employee turnover: Update, moderator tests, and research implications for the next millennium", "Journal of Management")
        .at("26", "3", "463–488").doi("10.1177/014920630002600305").named(&["Griffeth, Hom & Gaertner 2000", "Griffeth et al. 2000"]).seen(Status::Secondary),
    Work::article("grimm2020", &["Grimm, V.", "Railsback, S. F.", "Vincenot, C. E.", "Berger, U.", "Gallagher, C.", "DeAngelis, D. L.", "Edmonds, B.", "Ge, J.", "Giske, J.", "Groeneveld, J.", "Johnston, A. S. A.", "Milles, A.", "Nabe-Nielsen, J.", "Polhill, J. G.", "Radchuk, V.", "Rohwäder, M.-S.", "Stillman, R. A.", "Thiele, J. C.", "Ayllón, D."], 2020, "The ODD protocol for describing agent-based and other simulation models: A second update to improve clarity, replication, and structural realism", "Journal of Artificial Societies and Social Simulation")
        .at("23", "2", "7").doi("10.18564/jasss.4259").named(&["Grimm et al. 2020"]),
    Work::report("hallelujah2021", &["Hallelujah"], 2021, "Amper 48% van de Belgische werknemers heeft vertrouwen in leidinggevenden", "")
        .url("https://www.hallelujah.be/nl/press-releases/belgische-werknemers-hun-vertrouwen-in-leidinggevenden").named(&["Hallelujah/iVox 2021", "Hallelujah 2021"]),
    Work::article("harrison2006", &["Harrison, D. A.", "Newman, D. A.", "Roth, P. L."], 2006, "How important are job attitudes? Meta-analytic comparisons of integrative behavioral outcomes and time sequences", "Academy of Management Journal")
        .at("49", "2", "305–325").doi("10.5465/amj.2006.20786077").named(&["Harrison, Newman & Roth 2006"]).seen(Status::Memory),
    Work::article("haselhuhn2010", &["Haselhuhn, M. P.", "Schweitzer, M. E.", "Wood, A. M."], 2010, "How implicit beliefs influence trust recovery", "Psychological Science")
        .at("21", "5", "645–648").named(&["Haselhuhn et al. 2010"]),
    Work::article("herz2024", &["Herz, H.", "Zihlmann, C."], 2024, "Adverse effects of control? Evidence from a field experiment", "Experimental Economics")
        .at("27", "2", "469–488").doi("10.1007/s10683-024-09823-3").named(&["Herz & Zihlmann 2024"]),
    Work::report("ipsos2009", &["Ipsos"], 2009, "[Survey of Belgian employees on trust in their employer]", "")
        .named(&["Ipsos 2009"]).seen(Status::Secondary),
    Work::article("johnson2011", &["Johnson, N. D.", "Mislin, A. A."], 2011, "Trust games: A meta-analysis", "Journal of Economic Psychology")
        .at("32", "5", "865–889").doi("10.1016/j.joep.2011.05.007").named(&["Johnson & Mislin 2011"]).note("the shares sent and returned were seen only in a text that cites it", "de gestuurde en teruggegeven delen werden enkel gezien in een tekst die het aanhaalt"),
    Work::new(Kind::Report, "jolts", &["U.S. Bureau of Labor Statistics"], "Job Openings and Labor Turnover Survey", "")
        .named(&["JOLTS"]).seen(Status::Secondary),
    Work::article("kahkonen2021", &["Kähkönen, T.", "Blomqvist, K.", "Gillespie, N.", "Vanhala, M."], 2021, "Employee trust repair: A systematic review of 20 years of empirical research and future research directions", "Journal of Business Research")
        .at("130", "", "98–109").doi("10.1016/j.jbusres.2021.03.019").named(&["Kähkönen et al. 2021", "Kahkonen et al. 2021"]),
    Work::article("kim2004", &["Kim, P. H.", "Ferrin, D. L.", "Cooper, C. D.", "Dirks, K. T."], 2004, "Removing the shadow of suspicion: The effects of apology versus denial for repairing competence- versus integrity-based trust violations", "Journal of Applied Psychology")
        .at("89", "1", "104–118").doi("10.1037/0021-9010.89.1.104").named(&["Kim et al. 2004"]),
    Work::article("kim2013", &["Kim, P. H.", "Cooper, C. D.", "Dirks, K. T.", "Ferrin, D. L."], 2013, "Repairing trust with individuals vs. groups", "Organizational Behavior and Human Decision Processes")
        .at("120", "1", "1–14").doi("10.1016/j.obhdp.2012.08.004").named(&["Kim et al. 2013"]),
    Work::article("lau2008", &["Lau, D. C.", "Liden, R. C."], 2008, "Antecedents of coworker trust: Leaders' blessings", "Journal of Applied Psychology")
        .at("93", "5", "1130–1138").doi("10.1037/0021-9010.93.5.1130").named(&["Lau & Liden 2008"]),
    Work::article("legood2021", &["Legood, A.", "van der Werff, L.", "Lee, A.", "Den Hartog, D."], 2021, "A meta-analysis of the role of trust in the leadership–performance relationship", "European Journal of Work and Organizational Psychology")
        .at("30", "1", "1–22").doi("10.1080/1359432X.2020.1819241").named(&["Legood et al. 2021"]).note("read with its tables", "gelezen met de tabellen"),
    Work::article("lei2014", &["Lei, V.", "Masclet, D.", "Vesely, F."], 2014, "Competition vs. communication: An experimental study on restoring trust", "Journal of Economic Behavior & Organization")
        .at("108", "", "94–107").doi("10.1016/j.jebo.2014.09.001").named(&["Lei et al. 2014"]),
    Work::article("levin2011", &["Levin, D. Z.", "Walter, J.", "Murnighan, J. K."], 2011, "The power of reconnection: How dormant ties can surprise you", "MIT Sloan Management Review")
        .at("52", "3", "").named(&["dormant ties keep 93 %", "Levin, Walter & Murnighan 2011"]).seen(Status::Secondary),
    Work::article("li2021", &["Li, S.", "Hao, X.", "Mei, Y.", "Cheng, Y.", "Sun, N.", "Qu, C."], 2021, "How adolescents and adults learn about changes in the trustworthiness of others through dynamic interaction", "Frontiers in Psychology")
        .at("12", "", "690494").doi("10.3389/fpsyg.2021.690494").named(&["Li 2021"]),
    Work::article("maliqi2025", &["Maliqi, M.", "others"], 2025, "Of first impressions, shattered trust, and apology: Impact on interpersonal trust and team dynamics", "Frontiers in Psychology")
        .doi("10.3389/fpsyg.2025.1654463").named(&["preregistered 2025 study"]),
    Work { year: Some(1994), ..Work::new(Kind::Thesis, "marsh1994", &["Marsh, S. P."], "Formalising trust as a computational concept", "University of Stirling") }
        .named(&["Marsh 1994"]).seen(Status::Secondary),
    Work::article("mccullough1997", &["McCullough, M. E.", "Worthington, E. L.", "Rachal, K. C."], 1997, "Interpersonal forgiving in close relationships", "Journal of Personality and Social Psychology")
        .at("73", "2", "321–336").doi("10.1037/0022-3514.73.2.321").named(&["McCullough et al. 1997"]).seen(Status::Memory),
    Work::article("mcevoy1987", &["McEvoy, G. M.", "Cascio, W. F."], 1987, "Do good or poor performers leave? A meta-analysis of the relationship between performance and turnover", "Academy of Management Journal")
        .at("30", "4", "744–762").named(&["McEvoy & Cascio 1987"]),
    Work { year: Some(2024), ..Work::new(Kind::Book, "meyer2024", &["Meyer, R."], "Meyer's management models: 52 inspirerende tools om je denken een boost te geven", "Appeltaart voor Managers") }
        .named(&["Meyer 2024"]).seen(Status::Secondary),
    Work::article("meylahn2024", &["Meylahn, B. V.", "den Boer, A. V.", "Mandjes, M."], 2024, "Trusting: Alone and together", "Journal of Mathematical Sociology")
        .doi("10.1080/0022250X.2024.2340135").named(&["\"Trusting: alone and together\" 2024"]),
    Work::article("ozkan2020", &["Özkan, A. H.", "Elci, M.", "Erdilek Karabay, M.", "Kitapci, H.", "Garip, C."], 2020, "Antecedents of turnover intention: A meta-analysis study in the United States", "E+M Ekonomie a Management")
        .at("23", "1", "").named(&["Özkan et al., US studies"]),
    Work::article("park2013", &["Park, T.-Y.", "Shaw, J. D."], 2013, "Turnover rates and organizational performance: A meta-analysis", "Journal of Applied Psychology")
        .at("98", "2", "268–309").doi("10.1037/a0030723").named(&["Park & Shaw 2013"]),
    Work::article("poortinga2004", &["Poortinga, W.", "Pidgeon, N. F."], 2004, "Trust, the asymmetry principle, and the role of prior beliefs", "Risk Analysis")
        .at("24", "6", "1475–1486").doi("10.1111/j.0272-4332.2004.00543.x").named(&["Poortinga & Pidgeon 2004"]),
    Work::article("robinson1994", &["Robinson, S. L.", "Rousseau, D. M."], 1994, "Violating the psychological contract: Not the exception but the norm", "Journal of Organizational Behavior")
        .at("15", "3", "245–259").doi("10.1002/job.4030150306").named(&["Robinson & Rousseau 1994"]),
    Work::article("robinson1996", &["Robinson, S. L."], 1996, "Trust and breach of the psychological contract", "Administrative Science Quarterly")
        .at("41", "4", "574–599").doi("10.2307/2393868").named(&["Robinson 1996"]).seen(Status::Memory),
    Work::article("rubenstein2018", &["Rubenstein, A. L.", "Eberly, M. B.", "Lee, T. W.", "Mitchell, T. R."], 2018, "Surveying the forest: A meta-analysis, moderator investigation, and future-oriented discussion of the antecedents of voluntary employee turnover", "Personnel Psychology")
        .at("71", "1", "23–65").doi("10.1111/peps.12226").named(&["Rubenstein et al. 2018"]).seen(Status::Secondary),
    Work::article("salanova2021", &["Salanova, M.", "Acosta-Antognoni, H.", "Llorens, S.", "Le Blanc, P."], 2021, "We trust you! A multilevel-multireferent model based on organizational trust to explain performance", "International Journal of Environmental Research and Public Health")
        .at("18", "8", "4241").doi("10.3390/ijerph18084241").named(&["Salanova et al. 2021"]),
    Work::article("schweitzer2006", &["Schweitzer, M. E.", "Hershey, J. C.", "Bradlow, E. T."], 2006, "Promises and lies: Restoring violated trust", "Organizational Behavior and Human Decision Processes")
        .at("101", "1", "1–19").doi("10.1016/j.obhdp.2006.05.005").named(&["Schweitzer, Hershey & Bradlow 2006", "Schweitzer et al. 2006"]),
    Work::report("sdworx2024", &["SD Worx"], 2024, "[Figures on sick leave in Belgium]", "")
        .named(&["SD Worx 2024"]).seen(Status::Memory),
    Work::report("securex2018", &["Securex"], 2018, "[Figures on sick leave in Belgium]", "")
        .named(&["Securex 2018"]).seen(Status::Memory),
    Work::report("securex2021", &["Securex"], 2021, "[Figures on staff turnover in Belgium, older series]", "")
        .named(&["Securex 2021"]).seen(Status::Secondary),
    Work::report("securex2024", &["Securex"], 2024, "[Figures on staff turnover in Belgium]", "")
        .named(&["Securex 2024"]).seen(Status::Secondary),
    Work::article("shaw2003", &["Shaw, J. C.", "Wild, E.", "Colquitt, J. A."], 2003, "To justify or excuse? A meta-analytic review of the effects of explanations", "Journal of Applied Psychology")
        .at("88", "3", "444–458").doi("10.1037/0021-9010.88.3.444").named(&["Shaw et al. 2003"]).seen(Status::Memory),
    Work::article("skarlicki1997", &["Skarlicki, D. P.", "Folger, R."], 1997, "Retaliation in the workplace: The roles of distributive, procedural, and interactional justice", "Journal of Applied Psychology")
        .at("82", "3", "434–443").doi("10.1037/0021-9010.82.3.434").named(&["Skarlicki & Folger 1997"]),
    Work::article("skowronski1987", &["Skowronski, J. J.", "Carlston, D. E."], 1987, "Social judgment and social memory: The role of cue diagnosticity in negativity, positivity, and extremity biases", "Journal of Personality and Social Psychology")
        .at("52", "4", "689–699").doi("10.1037/0022-3514.52.4.689").named(&["Skowronski & Carlston 1987"]),
    Work::article("syverson2011", &["Syverson, C."], 2011, "What determines productivity?", "Journal of Economic Literature")
        .at("49", "2", "326–365").doi("10.1257/jel.49.2.326").named(&["Syverson 2011"]).seen(Status::Memory),
    Work::article("thau2007", &["Thau, S.", "Crossley, C.", "Bennett, R. J.", "Sczesny, S."], 2007, "The relationship between trust, attachment, and antisocial work behaviors", "Human Relations")
        .at("60", "8", "1155–1179").doi("10.1177/0018726707081658").named(&["Thau et al. 2007"]).note("the direction was seen only in a summary", "de richting werd enkel in een samenvatting gezien").seen(Status::Secondary),
    Work::article("topa2008", &["Topa Cantisano, G.", "Morales Domínguez, J. F.", "Depolo, M."], 2008, "Psychological contract breach and outcomes: Combining meta-analysis and structural equation models", "Psicothema")
        .at("20", "3", "487–496").named(&["Topa et al. 2008"]),
    Work::article("totterdell1998", &["Totterdell, P.", "Kellett, S.", "Teuchmann, K.", "Briner, R. B."], 1998, "Evidence of mood linkage in work groups", "Journal of Personality and Social Psychology")
        .at("74", "6", "1504–1515").doi("10.1037/0022-3514.74.6.1504").named(&["Totterdell et al. 1998"]),
    Work::report("unum2014", &["Oxford Economics"], 2014, "The cost of brain drain: Understanding the financial impact of staff turnover", "Oxford Economics, for Unum")
        .named(&["Oxford Economics for Unum 2014"]).seen(Status::Secondary),
    Work::article("vanderwerff2017", &["van der Werff, L.", "Buckley, F."], 2017, "Getting to know you: A longitudinal examination of trust cues and trust development during socialization", "Journal of Management")
        .at("43", "3", "742–770").doi("10.1177/0149206314543475").named(&["van der Werff & Buckley 2017"]),
    Work::report("visier2022", &["Visier"], 2022, "[Figures on turnover contagion, from millions of employee records]", "")
        .named(&["Visier 2022"]).seen(Status::Secondary).note("not peer reviewed", "niet door vakgenoten beoordeeld"),
    Work::report("watson2002", &["Watson Wyatt"], 2002, "[Survey of US employees on trust in senior leaders]", "")
        .named(&["Watson Wyatt 2002"]).seen(Status::Secondary),
    Work::article("watts1998", &["Watts, D. J.", "Strogatz, S. H."], 1998, "Collective dynamics of 'small-world' networks", "Nature")
        .at("393", "", "440–442").doi("10.1038/30918").named(&["Watts & Strogatz 1998"]).seen(Status::Memory),
    Work::article("yuan2017", &["Yuan, B.", "Dong, Y.", "Li, W."], 2017, "The trust repair effect of apology: A systematic review and meta-analysis", "Advances in Psychological Science")
        .at("25", "7", "1103–1113").doi("10.3724/SP.J.1042.2017.01103").named(&["Yuan et al. 2017"]),
    Work::article("zhao2007", &["Zhao, H.", "Wayne, S. J.", "Glibkowski, B. C.", "Bravo, J."], 2007, "The impact of psychological contract breach on work-related outcomes: A meta-analysis", "Personnel Psychology")
        .at("60", "3", "647–680").doi("10.1111/j.1744-6570.2007.00087.x").named(&["Zhao et al. 2007"]).seen(Status::Memory),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::theory::behaviour::BEHAVIOURS;
    use crate::theory::{Grade, Parameters};
    use crate::validation::published;

    /// Every source, and whether it must lean on something published.
    fn sources() -> Vec<(String, &'static str, bool)> {
        let parameters = Parameters::GROUPS
            .iter()
            .flat_map(|group| group.rows.iter().map(|row| (format!("{}.{}", group.key, row.key), row.source, row.grade != Grade::Assumed)));
        let findings = published::all().into_iter().map(|target| (target.id.to_owned(), target.source, true));
        let behaviours = BEHAVIOURS.iter().map(|row| (row.key.to_owned(), row.source, false));
        parameters.chain(findings).chain(behaviours).collect()
    }

    #[test]
    fn every_source_of_what_is_measured_or_found_is_a_work_or_said_not_to_be_one() {
        for (what, source, published) in sources() {
            let known = works_in(source).next().is_some() || NOT_WORKS.iter().any(|(name, _)| source.contains(name));
            assert!(known || !published, "{what}: {source}");
        }
    }

    #[test]
    fn no_source_is_a_file_that_a_reader_cannot_open() {
        for (what, source, _) in sources() {
            assert!(!source.contains(".md") && !source.contains(".rs"), "{what}: {source}");
        }
    }

    #[test]
    fn every_year_in_a_source_belongs_to_a_work() {
        for (what, source, _) in sources() {
            let mut rest = plain(source);
            for work in works_in(source) {
                for name in work.named {
                    rest = rest.replace(name, "");
                }
            }
            let years: Vec<&str> = rest
                .split(|c: char| !c.is_ascii_digit())
                .filter(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
                .collect();
            assert!(years.is_empty(), "{what}: {source}: {years:?}");
        }
    }

    #[test]
    fn works_stand_by_key_each_once_and_none_is_named_by_nobody() {
        for pair in WORKS.windows(2) {
            assert!(pair[0].key < pair[1].key, "{}", pair[1].key);
        }
        let heads: String = std::fs::read_dir("src/theory")
            .expect("the repository")
            .filter_map(|entry| std::fs::read_to_string(entry.ok()?.path()).ok())
            .map(|file| plain(&file.lines().filter_map(|line| line.strip_prefix("//!")).collect::<String>()))
            .collect();
        let sources = sources();
        let sources = sources.iter().map(|(_, source, _)| *source).chain([heads.as_str()]);
        let named: BTreeSet<&str> = sources.flat_map(works_in).map(|work| work.key).collect();
        for work in WORKS.iter().filter(|work| work.key != "grimm2020") {
            assert!(named.contains(work.key), "{}", work.key);
            assert!(!work.title.is_empty() && !work.named.is_empty(), "{}", work.key);
        }
    }

    #[test]
    fn a_bracketed_year_and_a_line_break_do_not_hide_a_work() {
        let found: Vec<&str> = works_in("Skowronski &\n Carlston (1987), and Kim et al. 2004").map(|work| work.key).collect();
        assert_eq!(found, ["kim2004", "skowronski1987"]);
    }
}
