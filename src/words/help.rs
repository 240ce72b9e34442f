//! # Help
//!
//! What each command and option does, once, in both languages. `cli` knows their names; the words are here.

use crate::text::{Text, text};

/// One command.
#[derive(Clone, Copy, Debug)]
pub struct CommandHelp {
    /// As typed.
    pub name: &'static str,
    /// What it does.
    pub about: Text,
    /// Command lines that can be copied; each works in a folder made by the repository.
    pub examples: &'static [&'static str],
}

/// All commands, in the order in which they are listed.
pub const COMMANDS: &[CommandHelp] = &[
    CommandHelp {
        name: "run",
        about: text(
            "Run every arm of a scenario with its twin; write tables and figures, show a summary",
            "Voer elke variant van een scenario uit, met zijn tweeling; schrijf tabellen en figuren, toon een samenvatting",
        ),
        examples: &[
            "onfoot run scenarios/horseback.toml",
            "onfoot run scenarios/horseback.toml --replicates 20 --seed 2 -o output/second",
            "onfoot run scenarios/horseback.toml --set mechanisms.gossip=false -o output/no-gossip",
            "onfoot run scenarios/horseback.toml --part 1/8 -o output/in-parts",
        ],
    },
    CommandHelp {
        name: "parts",
        about: text(
            "Say into how many parts a scenario had best be cut for many machines, and what each takes",
            "Zeg in hoeveel delen je een scenario best opdeelt voor vele machines, en wat elk vraagt",
        ),
        examples: &["onfoot parts scenarios/horseback.toml", "onfoot parts scenarios/horseback.toml --of 8 -o output/in-parts"],
    },
    CommandHelp {
        name: "merge",
        about: text(
            "Make of a folder of parts the folder that a run on one machine writes, byte for byte",
            "Maak van een map met delen de map die een uitvoering op één machine schrijft, byte voor byte",
        ),
        examples: &["onfoot merge output/in-parts", "onfoot merge output/in-parts --fill"],
    },
    CommandHelp {
        name: "cluster",
        about: text(
            "Write scripts that run the parts of a scenario on a cluster, submit them, say how far it is",
            "Schrijf scripts die de delen van een scenario op een cluster uitvoeren, dien ze in, zeg hoever het staat",
        ),
        examples: &[
            "onfoot cluster slurm scenarios/horseback.toml -o output/in-parts --tasks 8 --submit",
            "onfoot cluster status output/in-parts",
            "onfoot cluster print scenarios/horseback.toml --for kubernetes -o output/in-parts",
        ],
    },
    CommandHelp {
        name: "compare",
        about: text(
            "Run the arms of a scenario in many worlds and say which is worth its cost",
            "Voer de varianten van een scenario uit in vele werelden en zeg welke zijn prijs waard is",
        ),
        examples: &["onfoot compare scenarios/repair.toml", "onfoot compare scenarios/repair.toml --worth 60"],
    },
    CommandHelp {
        name: "portfolio",
        about: text(
            "Search the combinations and timings of repairs, under a budget, for those that no other dominates",
            "Doorzoek de combinaties en tijdstippen van herstel, binnen een budget, waarbij geen andere combinatie op alle punten beter is",
        ),
        examples: &[
            "onfoot portfolio scenarios/repair.toml",
            "onfoot portfolio scenarios/repair.toml --budget 200 --delays '1 day,1 month,6 months' -o output/in-time",
        ],
    },
    CommandHelp {
        name: "check",
        about: text(
            "Read scenarios without running them: every fault at once, or what a run would do",
            "Lees scenario's zonder ze uit te voeren: alle fouten ineens, of wat een uitvoering zou doen",
        ),
        examples: &["onfoot check scenarios/horseback.toml"],
    },
    CommandHelp {
        name: "explain",
        about: text(
            "Explain a word: a parameter, measure, mechanism, repair, key of a scenario, error code, or the day",
            "Leg een woord uit: een parameter, maat, mechanisme, herstel, sleutel van een scenario, foutcode, of de dag",
        ),
        examples: &["onfoot explain trust", "onfoot explain gossip", "onfoot explain roddel --lang nl"],
    },
    CommandHelp {
        name: "list",
        about: text(
            "List what there is: all shelves, one shelf, or one group of parameters",
            "Toon wat er is: alle lijsten, één lijst, of één groep parameters",
        ),
        examples: &["onfoot list", "onfoot list parameters", "onfoot list scenarios"],
    },
    CommandHelp {
        name: "new",
        about: text(
            "Make a folder with a scenario that runs as it is, every key explained",
            "Maak een map met een scenario dat meteen werkt, met uitleg bij elke sleutel",
        ),
        examples: &["onfoot new my-study", "onfoot new my-study --template policies", "onfoot new my-study --from horseback"],
    },
    CommandHelp {
        name: "lock",
        about: text(
            "Keep the fingerprint of a design, with the time, before it is run",
            "Bewaar de vingerafdruk van een ontwerp, met het tijdstip, voor het wordt uitgevoerd",
        ),
        examples: &["onfoot lock scenarios/study/study.toml"],
    },
    CommandHelp {
        name: "verify",
        about: text(
            "Run some replicates of a finished folder again and compare every row; check its files and its twins",
            "Reken enkele herhalingen van een voltooide map opnieuw na en vergelijk elke rij; controleer bestanden en tweelingen",
        ),
        examples: &["onfoot verify output/horseback", "onfoot verify output/horseback --lives 20"],
    },
    CommandHelp {
        name: "why",
        about: text(
            "Say why trust changed in a team between two days: cause by cause, in words, a table and a picture",
            "Zeg waarom het vertrouwen in een team veranderde tussen twee dagen: oorzaak na oorzaak, in woorden, een tabel en een figuur",
        ),
        examples: &["onfoot why output/horseback", "onfoot why output/horseback --team 4 --from 380 --to 400 --referent leader"],
    },
    CommandHelp {
        name: "story",
        about: text(
            "Tell one person's story: how their trust grew on foot, and the days on which it turned",
            "Vertel het verhaal van één persoon: hoe het vertrouwen te voet groeide, en de dagen waarop het keerde",
        ),
        examples: &["onfoot story output/horseback --seat 17", "onfoot story output/horseback --seat 17 --lang nl"],
    },
    CommandHelp {
        name: "plot",
        about: text(
            "Draw a figure of a finished folder again for a journal: in millimetres, as SVG, PDF or PNG, without running again",
            "Teken een figuur van een afgewerkte map opnieuw voor een tijdschrift: in millimeter, als SVG, PDF of PNG, zonder opnieuw uit te voeren",
        ),
        examples: &[
            "onfoot plot output/horseback trust --width 85 --format pdf",
            "onfoot plot output/repair-compare cost --width 170 --headline -o cost.png",
        ],
    },
    CommandHelp {
        name: "sensitivity",
        about: text(
            "Tell luck from doubt: run a scenario in worlds with other values, and say on which parameters it hangs",
            "Scheid toeval van twijfel: voer een scenario uit in werelden met andere waarden, en zeg van welke parameters het afhangt",
        ),
        examples: &["onfoot sensitivity scenarios/horseback.toml", "onfoot sensitivity scenarios/repair.toml --worlds 32"],
    },
    CommandHelp {
        name: "validate",
        about: text(
            "Confront the model with published findings: what is asked, what it shows, where it misses",
            "Leg het model naast gepubliceerde bevindingen: wat gevraagd wordt, wat het toont, waar het tekortschiet",
        ),
        examples: &[
            "onfoot validate",
            "onfoot validate --quick --ablation",
            "onfoot validate --nulls",
            "onfoot validate SF --set mechanisms.gossip=false",
        ],
    },
    CommandHelp {
        name: "calibrate",
        about: text(
            "Fit parameters to published findings; write them as a file that scenarios can be based on",
            "Pas parameters aan gepubliceerde bevindingen aan; schrijf ze als bestand waarop scenario's kunnen steunen",
        ),
        examples: &[
            "onfoot calibrate VT-30 VT-02 --free quotient.tilt,quotient.impact_leader --evaluations 60",
            "onfoot calibrate VT --free turnover --set mechanisms.contagion=false -o output/no-contagion",
        ],
    },
    CommandHelp {
        name: "worlds",
        about: text(
            "Make the worlds anew in which scenarios are run: moves of the parameters that meet the published levels",
            "Maak de werelden opnieuw waarin scenario's doorgerekend worden: verschuivingen van de parameters die de gepubliceerde niveaus halen",
        ),
        examples: &["onfoot worlds", "onfoot worlds --keep 100 --candidates 1000 -o output/fewer-worlds"],
    },
    CommandHelp {
        name: "odd",
        about: text(
            "Describe the model and a scenario by the ODD 2020 protocol, in Markdown",
            "Beschrijf het model en een scenario volgens het ODD-protocol van 2020, in Markdown",
        ),
        examples: &["onfoot odd", "onfoot odd scenarios/horseback.toml --lang nl", "onfoot odd scenarios/repair.toml -o output/odd.md"],
    },
    CommandHelp {
        name: "cite",
        about: text(
            "Say how to cite the program, and the works behind the parameters in use, the laws and the findings",
            "Zeg hoe je het programma citeert, en de werken achter de parameters in gebruik, de wetten en de bevindingen",
        ),
        examples: &["onfoot cite", "onfoot cite scenarios/horseback.toml --lang nl", "onfoot cite --format bibtex"],
    },
    CommandHelp {
        name: "schema",
        about: text(
            "Write the JSON Schema of scenario files, for editors, to stdout",
            "Schrijf het JSON-schema van scenariobestanden, voor editors, naar stdout",
        ),
        examples: &["onfoot schema"],
    },
    CommandHelp {
        name: "open",
        about: text("Open the page of finished results in a browser", "Open de pagina van afgewerkte resultaten in een browser"),
        examples: &["onfoot open output/horseback", "onfoot open horseback"],
    },
    CommandHelp {
        name: "lesson",
        about: text(
            "Write a lesson of a quarter of an hour for a room, as one page that carries the engine, and open it",
            "Schrijf een les van een kwartier voor een zaal, als één pagina met de rekenkern erin, en open ze",
        ),
        examples: &["onfoot lesson", "onfoot lesson --lang nl -o les.html"],
    },
    CommandHelp {
        name: "workbench",
        about: text(
            "Write a page with levers on a scenario, which carries the engine, and open it",
            "Schrijf een pagina met hendels bij een scenario, met de rekenkern erin, en open ze",
        ),
        examples: &["onfoot workbench", "onfoot workbench scenarios/repair.toml -o workbench.html"],
    },
    CommandHelp {
        name: "completions",
        about: text(
            "Write what a shell needs to complete commands and options, to stdout",
            "Schrijf wat een shell nodig heeft om opdrachten en opties aan te vullen, naar stdout",
        ),
        examples: &["onfoot completions bash > ~/.local/share/bash-completion/completions/onfoot"],
    },
    CommandHelp {
        name: "man",
        about: text("Write the manual page, or one for each command into a folder", "Schrijf de manpagina, of één per opdracht in een map"),
        examples: &["onfoot man", "onfoot man -o ~/.local/share/man/man1"],
    },
];

/// The command called `name`.
pub fn command(name: &str) -> Option<&'static CommandHelp> {
    COMMANDS.iter().find(|row| row.name == name)
}

#[rustfmt::skip]
/// Options and operands: the commands that have it (none: any), its name, what it does. A row of a command comes before one of any.
const OPTIONS: &[(&str, &str, Text)] = &[
    ("run", "part", text("run only part K of N, say 3/8, into a folder that many machines share; env/8 takes the number from an array job; the command parts says how many", "voer alleen deel K van N uit, bv. 3/8, in een map die vele machines delen; env/8 neemt het nummer van een array-taak; de opdracht parts zegt hoeveel")),
    ("parts", "of", text("into how many parts; as many as are advised if not given", "in hoeveel delen; anders zoveel als aangeraden")),
    ("parts", "output", text("the folder that the machines will share; output/ and the scenario's name if not given", "de map die de machines zullen delen; anders output/ en de naam van het scenario")),
    ("parts", "threads", text("threads that a part will have; all cores of this machine if not given", "threads die een deel zal hebben; anders alle kernen van deze machine")),
    ("parts", "quiet", text("show the number of parts only", "toon alleen het aantal delen")),
    ("merge", "dir", text("the folder of the parts", "de map met de delen")),
    ("merge", "fill", text("run here what is missing", "voer hier uit wat ontbreekt")),
    ("merge", "quiet", text("show the folder only", "toon alleen de map")),
    ("cluster", "what", text("slurm: write the scripts of a Slurm array and its merge; status: what is there, missing and queued; print: show a template for another engine", "slurm: schrijf de scripts van een Slurm-array en het samenvoegen; status: wat er is, ontbreekt en wacht; print: toon een sjabloon voor een ander systeem")),
    ("cluster", "path", text("the scenario, a TOML file; for status the folder of the parts", "het scenario, een TOML-bestand; bij status de map met de delen")),
    ("cluster", "tasks", text("into how many parts, one for each task; as many as are advised if not given, fewer than the site's MaxArraySize", "in hoeveel delen, één per taak; anders zoveel als aangeraden, minder dan de MaxArraySize van het cluster")),
    ("cluster", "time", text("time limit of a task, as Slurm writes it: 30, 01:30:00; three times the estimate if not given", "tijdslimiet van een taak, zoals Slurm hem schrijft: 30, 01:30:00; anders drie keer de schatting")),
    ("cluster", "cpus", text("cores of a task; 8 if not given", "kernen van een taak; anders 8")),
    ("cluster", "memory", text("memory of a task, as Slurm writes it: 4G; twice the estimate if not given", "geheugen van een taak, zoals Slurm het schrijft: 4G; anders twee keer de schatting")),
    ("cluster", "partition", text("the partition; that of the site if not given", "de partitie; anders die van het cluster")),
    ("cluster", "account", text("the account that is charged; that of the site if not given", "de rekening die belast wordt; anders die van het cluster")),
    ("cluster", "submit", text("submit the missing parts, and the merge after them", "dien de ontbrekende delen in, en het samenvoegen erna")),
    ("cluster", "engine", text("parallel, snakemake, kubernetes or aws-batch", "parallel, snakemake, kubernetes of aws-batch")),
    ("cluster", "output", text("the folder that the machines share; output/ and the scenario's name if not given", "de map die de machines delen; anders output/ en de naam van het scenario")),
    ("run lock sensitivity parts", "file", text("the scenario, a TOML file", "het scenario, een TOML-bestand")),
    ("check", "file", text("the scenarios, TOML files", "de scenario's, TOML-bestanden")),
    ("explain", "word", text("the word, in English or in Dutch", "het woord, in het Engels of in het Nederlands")),
    ("list", "what", text("the shelf, or the group of parameters; without it, what shelves there are", "de lijst, of de groep parameters; zonder dit: welke lijsten er zijn")),
    ("validate", "only", text("findings whose number begins so, say VT or SF-14; all if none is given", "bevindingen waarvan het nummer zo begint, bv. VT of SF-14; anders alle")),
    ("calibrate", "only", text("findings to fit to, by the start of their number, say VT or SF-14 (all that can be computed if none is given); or a file that says what is fitted to what, say src/calibration/belgium.toml", "bevindingen om op te passen, met het begin van hun nummer, bv. VT of SF-14 (anders alle die berekend kunnen worden); of een bestand dat zegt wat waaraan gefit wordt, bv. src/calibration/belgium.toml")),
    ("calibrate", "free", text("what may move: a parameter (quotient.tilt), a group (turnover), or the start of a key (outcome.helping_*)", "wat mag bewegen: een parameter (quotient.tilt), een groep (turnover), of het begin van een sleutel (outcome.helping_*)")),
    ("calibrate", "evaluations", text("how often the studies are run; 600 if not given", "hoe vaak de studies doorgerekend worden; anders 600")),
    ("calibrate", "replicates", text("replicates in each; 24 if not given", "herhalingen in elke evaluatie; anders 24")),
    ("calibrate", "quick", text("judge the start and the best values with a quarter of the replicates", "beoordeel het begin en de beste waarden met een kwart van de herhalingen")),
    ("calibrate", "seed", text("the seed of the search; 1 if not given", "het startgetal van de zoektocht; anders 1")),
    ("calibrate validate", "set", text("change one key in every study, say mechanisms.gossip=false; may be repeated", "wijzig één sleutel in elke studie, bv. mechanisms.gossip=false; mag herhaald worden")),
    ("calibrate", "output", text("the folder to write; output/calibration if not given", "de map om te schrijven; anders output/calibration")),
    ("worlds", "keep", text("how many worlds to keep, in pairs; 300 if not given", "hoeveel werelden te bewaren, in paren; anders 300")),
    ("worlds", "candidates", text("candidates to try at most; 4000 if not given", "kandidaten om hoogstens te proberen; anders 4000")),
    ("worlds", "design", text("candidates that show first how moves are felt in the findings; 1024 if not given", "kandidaten die eerst tonen hoe verschuivingen in de bevindingen te merken zijn; anders 1024")),
    ("worlds", "replicates", text("replicates of each candidate; 4 if not given", "herhalingen van elke kandidaat; anders 4")),
    ("worlds", "seed", text("the seed of its luck; 2026 if not given", "het startgetal van het toeval; anders 2026")),
    ("worlds", "output", text("the folder to write; output/worlds if not given", "de map om te schrijven; anders output/worlds")),
    ("worlds calibrate sensitivity validate", "quiet", text("write the files, show nothing", "schrijf de bestanden, toon niets")),
    ("verify why story plot", "dir", text("a folder that a run has finished", "een map die een uitvoering heeft afgewerkt")),
    ("verify", "lives", text("replicates of each arm to run again; 3 if not given", "herhalingen per variant om opnieuw door te rekenen; anders 3")),
    ("why", "team", text("the team, as numbered in the tables; without it, the teams that changed most", "het team, zoals genummerd in de tabellen; zonder dit: de teams die het meest veranderden")),
    ("why", "seat", text("one person's trust instead: the seat, as numbered in the tables", "het vertrouwen van één persoon: de stoel, zoals genummerd in de tabellen")),
    ("why", "from", text("the first day that counts, say 260 or \"1 year\"; day 0 if not given", "de eerste dag die telt, bv. 260 of \"1 year\"; anders dag 0")),
    ("why", "to", text("the last day that counts; the last of all if not given", "de laatste dag die telt; anders de allerlaatste")),
    ("why", "referent", text("trust in whom; if not given, in whoever breaks it first", "vertrouwen in wie; anders in wie het eerst breekt")),
    ("why story", "arm", text("the arm; the first in which trust is broken if not given", "de variant; anders de eerste waarin vertrouwen gebroken wordt")),
    ("why story", "replicate", text("the replicate, as numbered in the tables; 0 if not given", "de herhaling, zoals genummerd in de tabellen; anders 0")),
    ("why story", "world", text("the world, as numbered in the tables; 0 if not given", "de wereld, zoals genummerd in de tabellen; anders 0")),
    ("why", "output", text("the folder for the picture; why/ in the folder itself if not given", "de map voor de figuur; anders why/ in de map zelf")),
    ("why story", "quiet", text("show the name of the picture only", "toon alleen de naam van de figuur")),
    ("story", "seat", text("the person's seat, as numbered in the tables", "de stoel van de persoon, zoals genummerd in de tabellen")),
    ("story", "generation", text("which person in that seat; the first if not given", "de hoeveelste op die stoel; anders de eerste")),
    ("story", "output", text("the folder for the picture; story/ in the folder itself if not given", "de map voor de figuur; anders story/ in de map zelf")),
    ("plot", "figure", text("the figure: trust, arms, sweep, fit, engagement, turnover, performance, output, teams, road, cost, returns or worth, as far as the folder has it", "de figuur: trust, arms, sweep, fit, engagement, turnover, performance, output, teams, road, cost, returns of worth, voor zover de map ze heeft")),
    ("plot", "width", text("width in millimetres, 50 to 500; 85 if not given", "breedte in millimeter, 50 tot 500; anders 85")),
    ("plot", "format", text("form of the picture; that of the file's ending, or svg, if not given", "vorm van de figuur; anders die van het bestand, of svg")),
    ("plot", "headline", text("put the finding above the figure, for talks", "zet de bevinding boven de figuur, voor voordrachten")),
    ("plot", "output", text("the file to write, its caption beside it as .txt; the figure's name and width if not given", "het bestand om te schrijven, het bijschrift ernaast als .txt; anders de naam en breedte van de figuur")),
    ("plot", "quiet", text("show the file only", "toon alleen het bestand")),
    ("lock", "force", text("lock anew, over another design", "leg opnieuw vast, over een ander ontwerp heen")),
    ("compare", "file", text("the scenario, a TOML file with [arms]", "het scenario, een TOML-bestand met [arms]")),
    ("compare", "output", text("the folder to write; output/, the scenario's name and -compare if not given", "de map om te schrijven; anders output/, de naam van het scenario en -compare")),
    ("compare", "worth", text("what one avoided departure is worth, in person-days, beyond the replacement that is in the cost: ranks the arms", "wat één vermeden vertrek waard is, in persoonsdagen, boven de vervanging die al in de kosten zit: rangschikt de varianten")),
    ("compare", "floor", text("fewest trust-days a head that an arm must win back to be ranked", "minste vertrouwensdagen per hoofd die een variant moet terugwinnen om mee te tellen")),
    ("compare", "near", text("person-days of regret up to which an arm is near the best; 30 if not given", "misgelopen persoonsdagen tot waar een variant bijna de beste is; anders 30")),
    ("compare portfolio run", "quiet", text("show the folder only", "toon alleen de map")),
    ("portfolio", "file", text("the scenario, a TOML file with [[repair]]", "het scenario, een TOML-bestand met [[repair]]")),
    ("portfolio", "budget", text("most person-days that the repairs of a portfolio may cost by their price; any if not given", "hoogste aantal persoonsdagen dat het herstel van een combinatie volgens zijn prijs mag kosten; anders geen grens")),
    ("portfolio", "delays", text("other spans between a breach and a repair to try besides that of the file, say '1 day,1 month'", "andere tijdsduren tussen vertrouwensbreuk en herstel om te proberen naast die van het bestand, bv. '1 day,1 month'")),
    ("portfolio", "evaluations", text("most portfolios to look at: all where there are no more, else as NSGA-II chooses; 256 if not given", "hoogste aantal combinaties om te bekijken: alle als er niet meer zijn, anders naar keuze van NSGA-II; anders 256")),
    ("portfolio", "worlds", text("worlds in which the front is judged; 40 if neither you nor the file says", "werelden waarin het front beoordeeld wordt; anders die van het bestand, of 40")),
    ("portfolio", "replicates", text("replicates in each of these worlds; 2 if not given", "herhalingen in elk van die werelden; anders 2")),
    ("portfolio", "output", text("the folder to write; output/, the scenario's name and -portfolio if not given", "de map om te schrijven; anders output/, de naam van het scenario en -portfolio")),
    ("sensitivity", "worlds", text("worlds to run, in pairs; 128 if not given", "aantal werelden, in paren; anders 128")),
    ("sensitivity", "output", text("the folder to write; output/, the scenario's name and -sensitivity if not given", "de map om te schrijven; anders output/, de naam van het scenario en -sensitivity")),
    ("", "quick", text("a quarter of the replicates", "een kwart van de herhalingen")),
    ("validate", "ablation", text("also without each mechanism in turn: which finding needs which mechanism", "ook telkens zonder één mechanisme: welke bevinding welk mechanisme nodig heeft")),
    ("validate", "nulls", text("live the null models anew (trust moved by nothing; outcomes moved by nothing; no mechanism), else as at this release", "leef de nulmodellen opnieuw (niets beweegt vertrouwen; niets beweegt uitkomsten; geen mechanisme), anders zoals bij deze uitgave")),
    ("validate", "output", text("the folder to write; output/validation if not given", "de map om te schrijven; anders output/validation")),
    ("new", "dir", text("the folder to make", "de map die gemaakt wordt")),
    ("odd", "file", text("the scenario, a TOML file; the default scenario if not given", "het scenario, een TOML-bestand; anders het standaardscenario")),
    ("cite", "file", text("the scenario, a TOML file: parameters that it sets lean on no work", "het scenario, een TOML-bestand: wat het zelf instelt, heeft geen bron")),
    ("cite", "format", text("a list to read (the default) or BibTeX", "een lijst om te lezen (standaard) of BibTeX")),
    ("open", "dir", text("the folder of the results, a page, or the name of the scenario", "de map met de resultaten, een pagina, of de naam van het scenario")),
    ("lesson", "output", text("the file to write; output/lesson.html if not given", "het bestand om te schrijven; anders output/lesson.html")),
    ("workbench", "output", text("the file to write; output/workbench.html if not given", "het bestand om te schrijven; anders output/workbench.html")),
    ("workbench", "file", text("the scenario, a TOML file or the name of one that comes along; repair if not given", "het scenario, een TOML-bestand of de naam van een dat meekomt; anders repair")),
    ("", "no_open", text("do not open the page in a browser", "open de pagina niet in een browser")),
    ("completions", "shell", text("bash, elvish, fish, powershell or zsh", "bash, elvish, fish, powershell of zsh")),
    ("man", "output", text("the folder to write into", "de map om in te schrijven")),
    ("odd", "output", text("the file to write; stdout if not given", "het bestand om te schrijven; anders stdout")),
    ("", "output", text("the folder to write; output/ and the scenario's name if not given", "de map om te schrijven; anders output/ en de naam van het scenario")),
    ("", "force", text("replace what is in the folder", "vervang wat er in de map staat")),
    ("", "resume", text("go on where an interrupted run stopped", "ga verder waar een onderbroken uitvoering stopte")),
    ("", "seed", text("the seed of all chance, a whole number from 0", "het startgetal van alle toeval, een geheel getal vanaf 0")),
    ("", "worlds", text("in how many worlds each is run: other values of the parameters, as far as their evidence and the published levels leave open", "in hoeveel werelden elk doorgerekend wordt: andere waarden van de parameters, zover het bewijs en de gepubliceerde niveaus openlaten")),
    ("", "replicates", text("replicates of each arm, a whole number from 1", "herhalingen per variant, een geheel getal vanaf 1")),
    ("", "set", text("change one key of the scenario, say run.length='2 years'; may be repeated", "wijzig één sleutel van het scenario, bv. run.length='2 years'; mag herhaald worden")),
    ("", "threads", text("threads to use, 1 to 1024; all cores if not given", "aantal threads, 1 tot 1024; alle kernen als niets gegeven is")),
    ("", "format", text("format of the large tables: csv or parquet (the default)", "formaat van de grote tabellen: csv of parquet (standaard)")),
    ("", "csv", text("how CSV is written: plain (the default), or excel-be for a spreadsheet set to Belgium: semicolons, decimal commas; large tables are then CSV too", "hoe CSV geschreven wordt: plain (standaard), of excel-be voor een rekenblad met Belgische instellingen: puntkomma's, decimale komma's; grote tabellen zijn dan ook CSV")),
    ("", "json", text("one JSON object on stdout and nothing else", "één JSON-object op stdout en niets anders")),
    ("", "live", text("put the engine into the page, so that the two parameters on which the first arm hangs most can be moved in it; includes --screen", "zet de rekenkern in de pagina, zodat de twee parameters waarvan de eerste variant het meest afhangt erin verschoven kunnen worden; omvat --screen")),
    ("", "point", text("run one point of the sweep, by its number in points, with all that a run records", "reken één punt van de sweep door, met zijn nummer in points, en bewaar alles wat een run bewaart")),
    ("", "screen", text("find out as well which parameters the first arm hangs on: 64 more worlds of it, up to several times the work of the run", "ga ook na van welke parameters de eerste variant afhangt: nog 64 werelden ervan, tot enkele keren het werk van de run")),
    ("check", "quiet", text("show faults only", "toon alleen fouten")),
    ("", "error_format", text("form of faults: graphic, short (a line each), json, or narrated (for screen readers; also by NO_GRAPHICS=1)", "vorm van fouten: graphic, short (elk één regel), json, of narrated (voor schermlezers; ook met NO_GRAPHICS=1)")),
    ("new", "from", text("a scenario that comes with the program, with what it is based on (onfoot list scenarios)", "een scenario dat bij het programma hoort, met waarop het gebaseerd is (onfoot list scenarios)")),
    ("", "template", text("minimal (the default), hypothesis, policies or demo", "minimal (standaard), hypothesis, policies of demo")),
    ("", "lang", text("language: en or nl; else that of your system", "taal: en of nl; anders die van je systeem")),
    ("", "no_color", text("no colours (also by NO_COLOR=1)", "geen kleuren (ook met NO_COLOR=1)")),
    ("", "help", text("show this help", "toon deze hulp")),
    ("", "version", text("show the version", "toon de versie")),
];

/// What an option or operand of a command does.
pub fn option(command: &str, name: &str) -> Option<Text> {
    let named = |owner: &str| OPTIONS.iter().find(|(of, id, _)| of.split(' ').any(|of| of == owner) && *id == name).map(|row| row.2);
    named(command).or_else(|| named(""))
}

/// Heads and notes of the help screens.
pub mod heads {
    use crate::text::{Text, text};

    /// The program in one line.
    pub const ABOUT: Text =
        text("how trust grows, breaks and returns in an organisation", "hoe vertrouwen in een organisatie groeit, breekt en herstelt");
    /// Before the usage line.
    pub const USAGE: Text = text("Usage:", "Gebruik:");
    /// In the usage line.
    pub const OPTIONS_WORD: Text = text("[options]", "[opties]");
    /// In the usage line.
    pub const COMMAND_WORD: Text = text("COMMAND", "OPDRACHT");
    /// Above the commands.
    pub const COMMANDS: Text = text("Commands", "Opdrachten");
    /// Above the operands.
    pub const OPERANDS: Text = text("What to give", "Wat op te geven");
    /// Above the options.
    pub const OPTIONS: Text = text("Options", "Opties");
    /// Above the examples.
    pub const EXAMPLES: Text = text("Examples", "Voorbeelden");
    /// Above the exit codes.
    pub const EXITS: Text = text("Exit codes", "Eindcodes");
    /// The exit codes.
    pub const EXIT_CODES: &[(&str, Text)] = &[
        ("0", text("done", "gelukt")),
        ("1", text("a check or a verdict says no", "een toets of een oordeel zegt nee")),
        ("2", text("the input is wrong, or writing failed", "de invoer klopt niet, of schrijven lukte niet")),
        ("3", text("some replicates failed; tables were still written", "sommige herhalingen mislukten; de tabellen zijn wel geschreven")),
        (
            "75",
            text(
                "a part was not kept because a disk failed; the same command may do better",
                "een deel is niet bewaard omdat een schijf faalde; dezelfde opdracht kan later wel lukken",
            ),
        ),
        ("130", text("interrupted; what was done is kept", "onderbroken; wat klaar was, is bewaard")),
    ];
    /// Where help of one command is.
    pub const MORE: Text = text("More about one command:", "Meer over één opdracht:");
}
