//! # `onfoot explain E011`
//!
//! What each code means at greater length, with an example that is wrong and one that is right.

use crate::text::{Text, text};

/// A code explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeText {
    /// What is wrong, in a few words.
    pub title: Text,
    /// Why, and what to do.
    pub text: Text,
    /// A file that has the fault; or a command or a remark, when no file can show it.
    pub wrong: &'static str,
    /// The same without the fault.
    pub right: &'static str,
}

/// The text about `code`; capitals do not matter.
pub fn explain(code: &str) -> Option<CodeText> {
    CODES.iter().find(|row| row.0.eq_ignore_ascii_case(code)).map(|row| row.1)
}

/// Declares the codes: code, title, text, wrong, right.
macro_rules! codes {
    ($($code:literal $title_en:literal $title_nl:literal $en:literal $nl:literal $wrong:literal $right:literal;)*) => {
        /// Every code, in order.
        pub const CODES: &[(&str, CodeText)] = &[$((
            $code,
            CodeText { title: text($title_en, $title_nl), text: text($en, $nl), wrong: $wrong, right: $right },
        ),)*];
    };
}

codes! {
    "E001" "a file cannot be read" "een bestand kan niet gelezen worden"
    "The file is not there, is a folder or another thing that is no regular file (a pipe, a device), or may not be read. Paths are counted from the folder in which you work; a path in `based_on` is counted from the file that names it. When a file with nearly the same name is at hand, onfoot offers it."
    "Het bestand is er niet, is een map of iets anders dat geen gewoon bestand is (een pipe, een apparaat), of mag niet gelezen worden. Paden tellen vanaf de map waarin je werkt; een pad in `based_on` telt vanaf het bestand dat het noemt. Ligt er een bestand met bijna dezelfde naam, dan biedt onfoot dat aan."
    "based_on = \"no-such-baseline.toml\"\n"
    "title = \"a scenario of its own\"\n";

    "E002" "the text is not TOML" "de tekst is geen TOML"
    "A scenario is a TOML file: lines such as `key = value` under headings such as `[run]`, text between quotes, remarks after #. Numbers have a decimal point, times are text: \"2 years\"."
    "Een scenario is een TOML-bestand: regels zoals `sleutel = waarde` onder titels zoals `[run]`, tekst tussen aanhalingstekens, opmerkingen na #. Getallen hebben een decimale punt, tijden zijn tekst: \"2 years\"."
    "[run]\nlength = 2 years\n"
    "[run]\nlength = \"2 years\"\n";

    "E003" "a decimal comma" "een decimale komma"
    "TOML files have a decimal point in every language, so that they read the same in Ghent and in Glasgow. On the screen and in reports onfoot follows your language. All decimal commas of a file are reported at once."
    "TOML-bestanden hebben in elke taal een decimale punt, zodat ze in Gent en in Glasgow hetzelfde betekenen. Op het scherm en in rapporten volgt onfoot je taal. Alle decimale komma's van een bestand worden in een keer gemeld."
    "[organisation]\nties_within = 0,8\n"
    "[organisation]\nties_within = 0.8\n";

    "E004" "the file is not UTF-8" "het bestand is geen UTF-8"
    "Some editors still save text in an older encoding, in which letters such as é are another byte. Save the file as UTF-8; in most editors that is a choice under Save as."
    "Sommige teksteditors bewaren tekst nog in een oudere codering, waarin letters zoals é een andere byte zijn. Bewaar het bestand als UTF-8; in de meeste editors is dat een keuze bij Opslaan als."
    "(a file saved as Latin-1 or Windows-1252)"
    "title = \"café\"\n";

    "E005" "the file says nothing" "het bestand zegt niets"
    "An empty file would run two years of a middling organisation in which nothing happens. That is hardly ever what was meant, so at least one line is asked for; everything else has a default."
    "Een leeg bestand zou twee jaar van een middelmatige organisatie laten lopen waarin niets gebeurt. Dat is haast nooit de bedoeling, dus wordt minstens een regel gevraagd; al de rest heeft een standaardwaarde."
    "# only remarks\n"
    "title = \"A quiet organisation\"\n";

    "E006" "the file is far too large" "het bestand is veel te groot"
    "Scenario files are written by hand and hold a few hundred lines. A file of more than 4 million bytes is most likely a table of results."
    "Scenariobestanden worden met de hand geschreven en tellen enkele honderden regels. Een bestand van meer dan 4 miljoen bytes is wellicht een tabel met resultaten."
    "(a file of more than 4,000,000 bytes)"
    "title = \"A quiet organisation\"\n";

    "E008" "a key is given twice" "een sleutel staat er twee keer"
    "A key may occur once in a table, for it is unclear which of two values holds. To try another value without editing the file, use `--set`."
    "Een sleutel mag in een tabel een keer voorkomen, want het is onduidelijk welke van twee waarden geldt. Om een andere waarde te proberen zonder het bestand te wijzigen, dient `--set`."
    "[run]\nseed = 1\nseed = 2\n"
    "[run]\nseed = 2\n";

    "E010" "an unknown table" "een onbekende tabel"
    "Headings in brackets name the parts of a scenario: [run], [organisation], [practices], [initial_trust], [people], [[event]], [[repair]], [arms], [mechanisms], and one for each law, such as [belief]. An unknown one is an error, because a slip of the pen would otherwise change nothing in silence."
    "Titels tussen haakjes noemen de delen van een scenario: [run], [organisation], [practices], [initial_trust], [people], [[event]], [[repair]], [arms], [mechanisms], en een per wet, zoals [belief]. Een onbekende titel is een fout, want een verschrijving zou anders stilletjes niets veranderen."
    "[organization]\nteams = 12\n"
    "[organisation]\nteams = 12\n";

    "E011" "an unknown key" "een onbekende sleutel"
    "The key does not exist in this table. Unknown keys are errors, because a slip of the pen would otherwise change nothing in silence. The nearest right spelling is offered when there is one, or the table to which the key belongs."
    "De sleutel bestaat niet in deze tabel. Onbekende sleutels zijn fouten, want een verschrijving zou anders stilletjes niets veranderen. De dichtste juiste spelling wordt aangeboden als die er is, of de tabel waar de sleutel hoort."
    "[run]\nreplicate = 40\n"
    "[run]\nreplicates = 40\n";

    "E012" "a key or word in Dutch" "een sleutel of woord in het Nederlands"
    "Files are English in every language of the interface, so that a colleague elsewhere can run them unchanged. Titles, questions and names may be in any language."
    "Bestanden zijn Engels in elke taal van de interface, zodat een collega elders ze ongewijzigd kan laten lopen. Titels, vragen en namen mogen in elke taal."
    "[organisation]\nteamgrootte = 8\n"
    "[organisation]\nteam_size = 8\n";

    "E013" "a key is missing" "een sleutel ontbreekt"
    "Most keys have a default. Those that say what an event or a repair is have none: a breach needs `by`, `kind`, `severity` and a time."
    "De meeste sleutels hebben een standaardwaarde. Die welke zeggen wat een event of een herstelactie is, hebben er geen: een breach heeft `by`, `kind`, `severity` en een tijd nodig."
    "[[event]]\nwhat = \"breach\"\nday = 390\nby = \"leader\"\nkind = \"integrity\"\n"
    "[[event]]\nwhat = \"breach\"\nday = 390\nby = \"leader\"\nkind = \"integrity\"\nseverity = 0.7\n";

    "E014" "a key does not belong here" "een sleutel hoort hier niet"
    "Each kind of event and repair takes its own keys. A severity says something about a breach and nothing about a survey; it would be ignored, so it is refused."
    "Elke soort event en herstelactie neemt haar eigen sleutels. Een ernst zegt iets over een vertrouwensbreuk en niets over een enquête; ze zou genegeerd worden, en wordt dus geweigerd."
    "[[event]]\nwhat = \"survey\"\nday = 390\nseverity = 0.7\n"
    "[[event]]\nwhat = \"survey\"\nday = 390\n";

    "E015" "two keys exclude one another" "twee sleutels sluiten elkaar uit"
    "Some keys are different ways to say the same thing: an event is on a `day`, on `days`, or comes `per_year` by chance; a repair comes `after` a breach, on a day, or `when` something is seen."
    "Sommige sleutels zijn verschillende manieren om hetzelfde te zeggen: een event valt op een `day`, op `days`, of komt `per_year` bij toeval; herstel komt `after` een vertrouwensbreuk, op een dag, of `when` iets gezien wordt."
    "[[event]]\nwhat = \"breach\"\nday = 390\nper_year = 0.5\nby = \"leader\"\nkind = \"integrity\"\nseverity = 0.7\n"
    "[[event]]\nwhat = \"breach\"\nper_year = 0.5\nby = \"leader\"\nkind = \"integrity\"\nseverity = 0.7\n";

    "E017" "one pair of brackets too few or too many" "een paar haakjes te weinig of te veel"
    "Events and repairs may occur many times and have double brackets: [[event]]. All other tables occur once and have single ones: [run]."
    "Events en herstelacties mogen vaak voorkomen en krijgen dubbele haakjes: [[event]]. Alle andere tabellen komen een keer voor en krijgen enkele: [run]."
    "[event]\nwhat = \"survey\"\nday = 390\n"
    "[[event]]\nwhat = \"survey\"\nday = 390\n";

    "E020" "a value of the wrong type" "een waarde van het verkeerde type"
    "Numbers stand without quotes, text between quotes, switches are true or false, lists stand in brackets. The message says what the key takes."
    "Getallen staan zonder aanhalingstekens, tekst ertussen, schakelaars zijn true of false, lijsten staan tussen haakjes. De melding zegt wat de sleutel vraagt."
    "[organisation]\nteams = \"twelve\"\n"
    "[organisation]\nteams = 12\n";

    "E021" "a value out of its range" "een waarde buiten haar bereik"
    "Every number has a lowest and a highest value, outside which the model means nothing. Shares and chances lie between 0 and 1: 35 % is written 0.35. `onfoot explain` shows the range of a parameter and where it comes from."
    "Elk getal heeft een laagste en een hoogste waarde, waarbuiten het model niets betekent. Delen en kansen liggen tussen 0 en 1: 35 % schrijf je als 0.35. `onfoot explain` toont het bereik van een parameter en waar het vandaan komt."
    "[organisation]\nties_within = 80\n"
    "[organisation]\nties_within = 0.8\n";

    "E022" "a number that is no number" "een getal dat geen getal is"
    "TOML knows inf and nan. Nothing in an organisation is infinite or undefined, so they are refused, as are numbers too large to be held."
    "TOML kent inf en nan. Niets in een organisatie is oneindig of onbepaald, dus worden ze geweigerd, net als getallen die te groot zijn."
    "[organisation]\nties_within = nan\n"
    "[organisation]\nties_within = 1.0\n";

    "E023" "a word that is not among the choices" "een woord dat niet bij de keuzes hoort"
    "The key takes one of a few words. The message lists them."
    "De sleutel neemt een van enkele woorden. De melding somt ze op."
    "[run]\nrecord = \"hourly\"\n"
    "[run]\nrecord = \"daily\"\n";

    "E024" "a text that is no time" "een tekst die geen tijd is"
    "Times are a number and a unit: \"3 days\", \"6 weeks\", \"18 months\", \"2 years\", or \"day 390\", or simply a number of working days. A week has 5 working days, a month a twelfth of a year, a year 260."
    "Tijden zijn een getal en een eenheid: \"3 days\", \"6 weeks\", \"18 months\", \"2 years\", of \"day 390\", of gewoon een aantal werkdagen. Een week heeft 5 werkdagen, een maand een twaalfde van een jaar, een jaar 260."
    "[run]\nlength = \"two years\"\n"
    "[run]\nlength = \"2 years\"\n";

    "E026" "the lowest value is above the highest" "de laagste waarde ligt boven de hoogste"
    "In { min = ..., max = ... } the first must not be above the second. Each team draws its own value evenly between the two."
    "In { min = ..., max = ... } mag de eerste niet boven de tweede liggen. Elk team trekt zijn eigen waarde, gelijk verdeeld tussen de twee."
    "[organisation]\nteam_size = { min = 10, max = 6 }\n"
    "[organisation]\nteam_size = { min = 6, max = 10 }\n";

    "E027" "more people than can be simulated" "meer mensen dan gesimuleerd kunnen worden"
    "The number of teams times the largest team size is at most 50,000,000. Try ten thousand people first: means hardly move beyond that."
    "Het aantal teams maal de grootste teamgrootte is hoogstens 50.000.000. Probeer eerst tienduizend mensen: daarboven bewegen gemiddelden nauwelijks nog."
    "[organisation]\nteams = 5000000\nteam_size = 50\n"
    "[organisation]\nteams = 1000\nteam_size = 10\n";

    "E028" "a team that does not exist" "een team dat niet bestaat"
    "Teams are counted from 0, so with 12 teams the last is 11. `teams = 3` means three random teams, `teams = [3]` means team 3."
    "Teams worden geteld vanaf 0, dus met 12 teams is het laatste 11. `teams = 3` betekent drie willekeurige teams, `teams = [3]` betekent team 3."
    "[organisation]\nteams = 12\n\n[[event]]\nwhat = \"imposed_loss\"\nday = 200\nsize = 0.1\nteams = [12]\n"
    "[organisation]\nteams = 12\n\n[[event]]\nwhat = \"imposed_loss\"\nday = 200\nsize = 0.1\nteams = [11]\n";

    "E029" "a seat that does not exist" "een plaats die niet bestaat"
    "Seats are counted from 0 within each team; seat 0 is the leader. A seat that only some teams have is allowed; one that no team has is not."
    "Plaatsen worden binnen elk team geteld vanaf 0; plaats 0 is de leidinggevende. Een plaats die maar sommige teams hebben mag; een die geen enkel team heeft niet."
    "[organisation]\nteam_size = 8\n\n[[event]]\nwhat = \"exit\"\nday = 200\nseats = [8]\n"
    "[organisation]\nteam_size = 8\n\n[[event]]\nwhat = \"exit\"\nday = 200\nseats = [7]\n";

    "E030" "two have the same name" "twee hebben dezelfde naam"
    "Names tell events apart, and repairs, for `after`, for arms and for `--set`. An event without a name gets one from its position: event-1."
    "Namen onderscheiden events, en herstelacties, voor `after`, voor varianten en voor `--set`. Een event zonder naam krijgt er een naar zijn plaats: event-1."
    "[[event]]\nid = \"check\"\nwhat = \"survey\"\nday = 100\n\n[[event]]\nid = \"check\"\nwhat = \"survey\"\nday = 200\n"
    "[[event]]\nid = \"check-1\"\nwhat = \"survey\"\nday = 100\n\n[[event]]\nid = \"check-2\"\nwhat = \"survey\"\nday = 200\n";

    "E031" "a name that cannot be used" "een naam die niet kan"
    "Names become part of keys, columns and file names, so they have letters without accents, digits, - and _, at most 64. `twin` is taken: it is the same organisation without the breach."
    "Namen worden deel van sleutels, kolommen en bestandsnamen, dus bestaan ze uit letters zonder accent, cijfers, - en _, hoogstens 64. `twin` is bezet: dat is dezelfde organisatie zonder de vertrouwensbreuk."
    "[arms]\n\"doing nothing\" = { repairs = [] }\n"
    "[arms]\ndoing-nothing = { repairs = [] }\n";

    "E032" "too many of something" "te veel van iets"
    "At most 1,000 arms, and 30,000 events, repairs or items in one list, are read."
    "Er worden hoogstens 1.000 varianten gelezen, en 30.000 events, herstelacties of onderdelen in een lijst."
    "(a file with more than 1,000 arms)"
    "[arms]\nnothing = { repairs = [] }\n";

    "E034" "a repair starts before its breach" "herstel begint voor de vertrouwensbreuk"
    "Nobody can apologise for what has not happened. A repair that answers a breach starts on its day or later; write `after` and a `delay` and it moves along when the breach moves. What is done in advance, such as clearer rules, is a change of practices: an event with what = \"practice\"."
    "Niemand kan zich verontschuldigen voor wat nog niet gebeurd is. Herstel dat op een vertrouwensbreuk antwoordt, begint op die dag of later; schrijf `after` en een `delay`, dan schuift het mee als de vertrouwensbreuk schuift. Wat vooraf gebeurt, zoals duidelijker regels, is een verandering van praktijken: een event met what = \"practice\"."
    "[[event]]\nid = \"broken-promise\"\nday = 390\nwhat = \"breach\"\nby = \"leader\"\nkind = \"integrity\"\nseverity = 0.7\n\n[[repair]]\nwhat = \"acknowledgement\"\nday = 360\n"
    "[[event]]\nid = \"broken-promise\"\nday = 390\nwhat = \"breach\"\nby = \"leader\"\nkind = \"integrity\"\nseverity = 0.7\n\n[[repair]]\nwhat = \"acknowledgement\"\nafter = \"broken-promise\"\ndelay = \"3 days\"\n";

    "E035" "a --set that sets nothing" "een --set die niets instelt"
    "`--set` takes KEY=VALUE, the key as in the file with dots: run.length, belief.asymmetry_honesty, event.ID.severity, repair.ID.delay. Text needs no quotes there."
    "`--set` neemt KEY=VALUE, met de sleutel zoals in het bestand, met punten: run.length, belief.asymmetry_honesty, event.ID.severity, repair.ID.delay. Tekst heeft er geen aanhalingstekens nodig."
    "--set run.replicates"
    "--set run.replicates=40";

    "E036" "a key that cannot be set here" "een sleutel die hier niet ingesteld kan worden"
    "Arms are compared replicate by replicate, with the same luck on the same days, so [run] is the same for all. Change it in the file or with `--set`. `based_on` and the names of events and repairs can be changed only in the file."
    "Varianten worden herhaling per herhaling vergeleken, met hetzelfde toeval op dezelfde dagen, dus is [run] gelijk voor alle. Verander het in het bestand of met `--set`. `based_on` en de namen van events en herstelacties kunnen alleen in het bestand veranderen."
    "[arms]\nshort = { set = { \"run.length\" = \"1 year\" } }\n"
    "[run]\nlength = \"1 year\"\n";

    "E037" "a repair follows something that is no breach" "herstel volgt op iets wat geen vertrouwensbreuk is"
    "A repair with `after` answers a breach or an imposed loss: it knows from it who broke trust and who was struck. After anything else, give a `day`."
    "Herstel met `after` antwoordt op een vertrouwensbreuk of een opgelegd verlies: daaruit blijkt wie het vertrouwen brak en wie geraakt werd. Geef na iets anders een `day`."
    "[[event]]\nid = \"check\"\nwhat = \"survey\"\nday = 100\n\n[[repair]]\nwhat = \"consistent_support\"\nafter = \"check\"\n"
    "[[event]]\nid = \"check\"\nwhat = \"survey\"\nday = 100\n\n[[repair]]\nwhat = \"consistent_support\"\nday = 100\n";

    "E041" "a name that is never defined" "een naam die nergens beschreven is"
    "An arm names a repair, a repair names a breach, or `--set` names either, by its `id`. The nearest name that exists is offered."
    "Een variant noemt een herstelactie, een herstelactie noemt een vertrouwensbreuk, of `--set` noemt een van beide, met de `id`. De dichtste naam die bestaat wordt aangeboden."
    "[[event]]\nid = \"broken-promise\"\nday = 390\nwhat = \"breach\"\nby = \"leader\"\nkind = \"integrity\"\nseverity = 0.7\n\n[[repair]]\nid = \"apology\"\nwhat = \"apology\"\nafter = \"broken-promise\"\n\n[arms]\nwords = { repairs = [\"apolgy\"] }\n"
    "[[event]]\nid = \"broken-promise\"\nday = 390\nwhat = \"breach\"\nby = \"leader\"\nkind = \"integrity\"\nseverity = 0.7\n\n[[repair]]\nid = \"apology\"\nwhat = \"apology\"\nafter = \"broken-promise\"\n\n[arms]\nwords = { repairs = [\"apology\"] }\n";

    "E042" "a file is based on itself" "een bestand is op zichzelf gebaseerd"
    "`based_on` patches another file, which may patch a third; going round in a circle there is no first. The message shows the circle."
    "`based_on` wijzigt een ander bestand, dat een derde mag wijzigen; in een kring is er geen eerste. De melding toont de kring."
    "(a.toml with based_on = \"b.toml\", and b.toml with based_on = \"a.toml\")"
    "title = \"the baseline, based on nothing\"\n";

    "E043" "a text without a folder cannot be based on a file" "een tekst zonder map kan niet op een bestand gebaseerd zijn"
    "`based_on` is looked for beside the file that names it. A text that does not come from a file has no such place; it can be based on a scenario that comes along."
    "`based_on` wordt gezocht naast het bestand dat het noemt. Een tekst die niet uit een bestand komt, heeft zo'n plaats niet; hij kan wel gebaseerd zijn op een scenario dat meekomt."
    "(a text that was not read from a file, with based_on = \"mine.toml\")"
    "title = \"a text of its own\"\n";

    "E044" "worlds of one replicate each" "werelden met elk één herhaling"
    "A world holds other values of the parameters, a replicate other luck. To tell how much of the spread is doubt and how much is luck, each world must be run at least twice; five replicates or more are usual."
    "Een wereld bevat andere waarden van de parameters, een herhaling ander toeval. Om te weten hoeveel van de spreiding twijfel is en hoeveel toeval, moet elke wereld minstens twee keer doorgerekend worden; vijf herhalingen of meer zijn gebruikelijk."
    "[run]\nworlds = 200\nreplicates = 1\n"
    "[run]\nworlds = 200\nreplicates = 5\n";

    "E045" "more replicates than can be kept" "meer herhalingen dan bewaard kunnen worden"
    "Each arm is run as often as worlds times replicates; at most a million replicates of an arm are kept."
    "Elke variant wordt zo vaak doorgerekend als werelden maal herhalingen; er worden hoogstens een miljoen herhalingen per arm bewaard."
    "[run]\nworlds = 100000\nreplicates = 100\n"
    "[run]\nworlds = 300\nreplicates = 100\n";

    "E046" "draws that do not go together" "trekkingen die niet bij elkaar horen"
    "`[posterior]` lists values of fitted parameters that the findings leave open, as `calibrate` writes them. The first value of each parameter belongs with the first of every other, so all lists are equally long."
    "`[posterior]` geeft waarden van gefitte parameters die de bevindingen openlaten, zoals `calibrate` ze schrijft. De eerste waarde van elke parameter hoort bij de eerste van elke andere, dus zijn alle lijsten even lang."
    "[posterior]\nquotient.tilt = [0.5, 0.6]\nquotient.impact_leader = [0.5, 0.6, 0.7]\n"
    "[posterior]\nquotient.tilt = [0.5, 0.6]\nquotient.impact_leader = [0.5, 0.6]\n";

    "E047" "a sweep without factors" "een sweep zonder factoren"
    "[sweep] says which keys are varied: \"organisation.teams\" = [6, 12, 24], or a range { from = 6, to = 24 }. Any key of the file can be a factor, and so can the arms."
    "[sweep] zegt welke sleutels variëren: \"organisation.teams\" = [6, 12, 24], of een bereik { from = 6, to = 24 }. Elke sleutel van het bestand kan een factor zijn, en ook de varianten."
    "[sweep]\ndesign = \"factorial\"\n"
    "[sweep]\ndesign = \"factorial\"\n\"organisation.teams\" = [6, 12, 24]\n";

    "E048" "values that a factor cannot take" "waarden die een factor niet kan aannemen"
    "A factor takes a list of levels, or a range from one number or time to another. A range goes up; with scale = \"log\" it begins above 0; with `levels` it has so many evenly spaced levels (3 where a design of levels is told none). In a list design every factor has as many levels; elsewhere no level stands twice."
    "Een factor neemt een lijst niveaus, of een bereik van een getal of tijd naar een ander. Een bereik gaat omhoog; met scale = \"log\" begint het boven 0; met `levels` heeft het zoveel gelijk verdeelde niveaus (3 als een ontwerp met niveaus er geen aantal bij krijgt). In het ontwerp list heeft elke factor evenveel niveaus; elders staat geen niveau er twee keer."
    "[sweep]\ndesign = \"factorial\"\n\"organisation.teams\" = { from = 24, to = 6 }\n"
    "[sweep]\ndesign = \"factorial\"\n\"organisation.teams\" = { from = 6, to = 24, levels = 3 }\n";

    "E049" "something is compared with itself" "iets wordt met zichzelf vergeleken"
    "A hypothesis says that one of two differs from the other, so its `contrast` names two arms, two pairs of arms or two levels of a factor that are not the same."
    "Een hypothese zegt dat een van twee anders is dan de andere, dus noemt `contrast` twee varianten, twee paren van varianten of twee niveaus van een factor die niet gelijk zijn."
    "[arms]\ncalm = {}\nbusy = { set = { \"mechanisms.gossip\" = true } }\n\n[[hypothesis]]\nid = \"h\"\ncontrast = [\"busy\", \"busy\"]\noutcome = \"trust\"\ndirection = \"less\"\n"
    "[arms]\ncalm = {}\nbusy = { set = { \"mechanisms.gossip\" = true } }\n\n[[hypothesis]]\nid = \"h\"\ncontrast = [\"busy\", \"calm\"]\noutcome = \"trust\"\ndirection = \"less\"\n";

    "E050" "more points than a sweep can lay" "meer punten dan een sweep kan leggen"
    "A factorial design has a point for every combination of levels, so that each factor multiplies them: nine factors of four levels are 262,144. Designs that spread their points (lhs, sobol) or walk through them (morris) need far fewer."
    "Een factorieel ontwerp heeft een punt voor elke combinatie van niveaus, dus vermenigvuldigt elke factor hun aantal: negen factoren van vier niveaus zijn er 262.144. Ontwerpen die hun punten spreiden (lhs, sobol) of erdoor lopen (morris) hebben er veel minder nodig."
    "[sweep]\ndesign = \"factorial\"\n\"organisation.teams\" = { from = 1, to = 600, levels = 600 }\n\"people.top_conduct\" = { from = -1, to = 1, levels = 100 }\n"
    "[sweep]\ndesign = \"lhs\"\npoints = 400\n\"organisation.teams\" = { from = 1, to = 100 }\n\"people.top_conduct\" = { from = -1, to = 1 }\n";

    "W101" "something is planned after the end" "iets is gepland na het einde"
    "The run ends before this day, so it never happens. That is allowed, for a long scenario may be shortened to try it out."
    "De looptijd eindigt voor deze dag, dus gebeurt dit nooit. Dat mag, want een lang scenario kan ingekort worden om het uit te proberen."
    "[run]\nlength = \"1 year\"\n\n[[event]]\nwhat = \"survey\"\nday = 390\n"
    "[run]\nlength = \"2 years\"\n\n[[event]]\nwhat = \"survey\"\nday = 390\n";

    "W102" "too few replicates to compare arms" "te weinig herhalingen om varianten te vergelijken"
    "Each replicate is one simulated history with its own luck. Below 20, luck alone moves a difference between two arms by more than half a standard deviation, so a ranking says little. The figure given is 1.96 times the root of 2 over n; arms share their luck, so it is usually less."
    "Elke herhaling is één gesimuleerd verloop met eigen toeval. Onder 20 verschuift toeval alleen al een verschil tussen twee varianten met meer dan een halve standaardafwijking, dus zegt een rangorde weinig. Het gegeven cijfer is 1,96 maal de wortel van 2 gedeeld door n; varianten delen hun toeval, dus is het meestal minder."
    "[run]\nreplicates = 3\n\n[arms]\nbefore = {}\nafter = { set = { \"practices.autonomy_and_discretion\" = 0.8 } }\n"
    "[run]\nreplicates = 40\n\n[arms]\nbefore = {}\nafter = { set = { \"practices.autonomy_and_discretion\" = 0.8 } }\n";

    "W103" "a survey after the end" "een enquête na het einde"
    "The run ends before this survey day, so the survey is not held and left out of what is resolved."
    "De looptijd eindigt voor deze dag, dus wordt de enquête niet gehouden, en ze ontbreekt in wat uitgeschreven wordt."
    "[run]\nlength = \"1 year\"\nsurveys = [\"2 years\"]\n"
    "[run]\nlength = \"2 years\"\nsurveys = [\"2 years\"]\n";

    "W104" "a repair that no arm takes" "herstel dat geen enkele variant neemt"
    "When a scenario has arms, each names the repairs it takes. One that no arm names is never done."
    "Heeft een scenario varianten, dan noemt elke variant de herstelacties die ze neemt. Een die door geen enkele genoemd wordt, gebeurt nooit."
    "[[repair]]\nid = \"support\"\nwhat = \"consistent_support\"\nday = 100\n\n[arms]\nnothing = { repairs = [] }\n"
    "[[repair]]\nid = \"support\"\nwhat = \"consistent_support\"\nday = 100\n\n[arms]\nnothing = { repairs = [] }\nsupport = { repairs = [\"support\"] }\n";

    "W105" "an arm changes a repair that it does not take" "een variant verandert herstel dat ze niet neemt"
    "The change has no effect, because the arm does not do this repair."
    "De verandering heeft geen gevolg, want de variant doet deze herstelactie niet."
    "[[repair]]\nid = \"support\"\nwhat = \"consistent_support\"\nday = 100\n\n[arms]\nlate = { repairs = [], set = { \"repair.support.day\" = 200 } }\nsupport = { repairs = [\"support\"] }\n"
    "[[repair]]\nid = \"support\"\nwhat = \"consistent_support\"\nday = 100\n\n[arms]\nlate = { repairs = [\"support\"], set = { \"repair.support.day\" = 200 } }\nsupport = { repairs = [\"support\"] }\n";

    "W106" "a first level of trust that cannot last" "een eerste vertrouwen dat niet kan standhouden"
    "`[initial_trust]` sets where trust starts on day 0. From then on people behave as `[people]`, `behaviour.base` and the practices make them, and over the years trust moves to what such conduct sustains. The level given is that of long acquaintance without breaches."
    "`[initial_trust]` zegt waar het vertrouwen op dag 0 begint. Daarna gedragen mensen zich zoals `[people]`, `behaviour.base` en de praktijken maken, en in de loop van jaren gaat het vertrouwen naar wat zulk gedrag draagt. Het genoemde niveau is dat van lange omgang zonder vertrouwensbreuken."
    "[initial_trust]\nleader = 0.1\n"
    "[initial_trust]\nleader = 0.5\n";

    "W107" "a repair that is never done" "herstel dat nooit gebeurt"
    "A repair answers a breach, and somebody does it. This one has nothing to answer in this run, or would replace a colleague, who leads nobody. A run notes it as not done, and it costs nothing. Nothing is said where everyday incidents, breaches by chance or retaliation could give it something to answer."
    "Herstel volgt op een vertrouwensbreuk, en iemand doet het. Dit heeft in deze uitvoering niets om op te volgen, of zou een collega vervangen, die niemand leidt. De uitvoering noteert het als niet gebeurd, en het kost niets. Waar alledaagse incidenten, toevallige vertrouwensbreuken of vergelding nog iets kunnen brengen, wordt niets gezegd."
    "[mechanisms]\nincidents = false\n\n[[repair]]\nwhat = \"consistent_support\"\nday = 100\n"
    "[[repair]]\nwhat = \"consistent_support\"\nday = 100\n";

    "W108" "more worlds than come with the program" "meer werelden dan er bij het programma zijn"
    "A world moves the parameters as far as their evidence leaves open and meets the published levels. 300 of them come with the program. A run in more worlds goes through them again with other dice: this takes away luck, and adds no doubt that was not looked at."
    "Een wereld verschuift de parameters zover als het bewijs openlaat en haalt de gepubliceerde niveaus. Bij het programma zijn er 300. Een uitvoering in meer werelden doorloopt ze opnieuw met ander toeval: dat neemt toeval weg, maar toont geen twijfel die nog niet bekeken was."
    "[run]\nreplicates = 2\nworlds = 400\n"
    "[run]\nreplicates = 3\nworlds = 300\n";

    "W109" "a number of points that the design does not take" "een aantal punten dat het ontwerp niet neemt"
    "A factorial has every combination of its levels, a list as many points as each factor has levels; `points` says how many rows lhs and sobol draw, and how many paths morris takes."
    "Een factorieel ontwerp heeft elke combinatie van de niveaus, een lijst zoveel punten als elke factor niveaus heeft; `points` zegt hoeveel rijen lhs en sobol trekken, en hoeveel paden morris neemt."
    "[sweep]\ndesign = \"factorial\"\npoints = 256\n\"organisation.teams\" = [6, 12]\n"
    "[sweep]\ndesign = \"lhs\"\npoints = 256\n\"organisation.teams\" = [6, 12]\n";
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::scenario::fault::{Code, Fault};
    use crate::scenario::read::{read, read_text};

    /// The codes that reading an example gives.
    fn codes(example: &str) -> Vec<&'static str> {
        let found = |outcome: Result<crate::scenario::read::Reading, Vec<Fault>>| match outcome {
            Ok(reading) => reading.warnings.iter().map(|fault| fault.code().key()).collect(),
            Err(faults) => faults.iter().map(|fault| fault.code().key()).collect(),
        };
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("a.toml");
        let (text, set) = match example.strip_prefix("--set ") {
            Some(argument) => ("title = \"x\"\n", vec![argument.to_owned()]),
            None => (example, Vec::new()),
        };
        let large = "#".repeat(4_000_001);
        let many = format!("[arms]\n{}", (0..1001).map(|i| format!("a{i} = {{}}\n")).collect::<Vec<_>>().concat());
        let bytes: &[u8] = match text {
            "(a file saved as Latin-1 or Windows-1252)" => b"title = \"caf\xe9\"\n",
            "(a file of more than 4,000,000 bytes)" => large.as_bytes(),
            "(a file with more than 1,000 arms)" => many.as_bytes(),
            "(a.toml with based_on = \"b.toml\", and b.toml with based_on = \"a.toml\")" => {
                std::fs::write(folder.path().join("b.toml"), "based_on = \"a.toml\"\n").expect("a file is written");
                b"based_on = \"b.toml\"\n"
            }
            "(a text that was not read from a file, with based_on = \"mine.toml\")" => {
                return found(read_text("a text", "based_on = \"mine.toml\"\n"));
            }
            text => text.as_bytes(),
        };
        std::fs::write(&file, bytes).expect("a file is written");
        found(read(Path::new(&file), &set))
    }

    #[test]
    fn every_code_is_explained_once_and_in_order() {
        let explained: Vec<&str> = CODES.iter().map(|row| row.0).collect();
        let all: Vec<&str> = Code::ALL.iter().map(|code| code.key()).collect();
        assert_eq!(explained, all);
        assert_eq!(explain("e011").map(|text| text.title.en), Some("an unknown key"));
        assert_eq!(explain("E999"), None);
    }

    #[test]
    fn every_wrong_example_has_its_fault_alone_and_every_right_one_has_none() {
        for (code, text) in CODES {
            assert_eq!(codes(text.wrong), [*code], "wrong example of {code}");
            assert!(codes(text.right).is_empty(), "right example of {code}: {:?}", codes(text.right));
        }
    }
}
