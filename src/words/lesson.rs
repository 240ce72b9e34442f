//! # Words of the lesson
//!
//! What stands on the page for a room, by key; `{slots}` are filled in by the page. Words of the article where it has them.

use crate::text::{Text, text};

#[rustfmt::skip]
/// All of them.
pub const LESSON: &[(&str, Text)] = &[
    ("title", text("Trust comes on foot and leaves on horseback", "Vertrouwen komt te voet en vertrekt te paard")),

    // The frame.
    ("step.0", text("Cold open", "Een gok")),
    ("step.1", text("On foot", "Te voet")),
    ("step.2", text("Predict", "Voorspel")),
    ("step.3", text("On horseback", "Te paard")),
    ("step.4", text("On foot again", "Weer te voet")),
    ("step.5", text("Which repair?", "Welk herstel?")),
    ("step.6", text("Again?", "Nog eens?")),
    ("step.7", text("Is it rigged?", "Doorgestoken?")),
    ("step.8", text("Monday", "Maandag")),
    ("frame.steps", text("Steps", "Stappen")),
    ("frame.next", text("Next", "Verder")),
    ("frame.previous", text("Previous", "Vorige")),
    ("frame.notes", text("Notes", "Notities")),
    ("frame.keys", text("Keys", "Toetsen")),
    ("frame.full", text("Full screen", "Volledig scherm")),
    ("frame.black", text("Black screen", "Zwart scherm")),
    ("frame.same", text("Same luck", "Zelfde toeval")),
    ("frame.other", text("Other luck", "Ander toeval")),
    ("frame.luck", text("luck {n}", "toeval {n}")),
    ("frame.said.same", text("The same luck again, number {n}.", "Opnieuw hetzelfde toeval, nummer {n}.")),
    ("frame.said.other", text("Other luck, number {n}.", "Ander toeval, nummer {n}.")),
    ("frame.running", text("Living the days …", "De dagen lopen …")),
    ("frame.seed", text("Made-up organisation “The Ferry” · onfoot {version} · seed {seed}, luck {n}", "Verzonnen organisatie “Het Veer” · onfoot {version} · startgetal {seed}, toeval {n}")),
    ("frame.copy", text("Copy a link to this moment", "Kopieer een link naar dit moment")),
    ("frame.copied", text("The link is copied.", "De link is gekopieerd.")),
    ("frame.close", text("Close", "Sluiten")),
    ("frame.failed", text("This could not be worked out: {why}", "Dit kon niet berekend worden: {why}")),
    ("frame.stored", text("WebAssembly is blocked here. This is a stored story: a broken promise, and no repair.", "WebAssembly is hier geblokkeerd. Dit is een bewaard verhaal: een gebroken belofte, zonder herstel.")),
    ("frame.needs_engine", text("This step needs the engine, which is blocked here.", "Deze stap heeft de rekenkern nodig, en die is hier geblokkeerd.")),

    ("key.move", text("next, previous step (also a clicker)", "volgende, vorige stap (ook met een klikker)")),
    ("key.digits", text("choose a card", "kies een kaart")),
    ("key.black", text("black screen, on and off", "zwart scherm, aan en uit")),
    ("key.full", text("full screen", "volledig scherm")),
    ("key.same", text("same luck again", "opnieuw met hetzelfde toeval")),
    ("key.other", text("other luck", "ander toeval")),
    ("key.notes", text("notes for the trainer", "notities voor de trainer")),
    ("key.language", text("Dutch or English", "Nederlands of Engels")),
    ("key.keys", text("this list", "deze lijst")),

    // Numbers.
    ("day.one", text("{n} day", "{n} dag")),
    ("day.many", text("{n} days", "{n} dagen")),
    ("week.one", text("{n} week", "{n} week")),
    ("week.many", text("{n} weeks", "{n} weken")),
    ("month.one", text("{n} month", "{n} maand")),
    ("month.many", text("{n} months", "{n} maanden")),
    ("year.one", text("{n} year", "{n} jaar")),
    ("year.many", text("{n} years", "{n} jaar")),
    ("working_day.one", text("{n} working day", "{n} werkdag")),
    ("working_day.many", text("{n} working days", "{n} werkdagen")),

    // Trust in whom.
    ("whom.leader", text("their leader", "hun leidinggevende")),
    ("whom.top", text("top management", "het topmanagement")),
    ("referent.leader", text("the leader", "de leidinggevende")),
    ("referent.top", text("top management", "het topmanagement")),

    // Charts.
    ("chart.of100", text("how many of 100 people trust {whom}?", "hoeveel van de 100 mensen vertrouwen {whom}?")),
    ("chart.month", text("month", "maand")),
    ("chart.now", text("month {n}", "maand {n}")),
    ("chart.this", text("this organisation", "deze organisatie")),
    ("chart.twin", text("twin: no breach", "tweeling: geen breuk")),
    ("chart.once", text("only once", "maar één keer")),
    ("chart.twice", text("twice", "twee keer")),
    ("chart.room", text("the room", "de zaal")),
    ("chart.belgium", text("Belgium 48.9 (iVox 2021)", "België 48,9 (iVox 2021)")),
    ("chart.numbers", text("Numbers", "Cijfers")),
    ("chart.summary", text("Of 100 people, trusting {whom}: {start} in month {from}, lowest {low} in month {at}, {end} in month {to}.", "Van de 100 mensen vertrouwen {whom}: {start} in maand {from}, het laagst {low} in maand {at}, {end} in maand {to}.")),
    ("chart.empty", text("Nothing has happened yet.", "Er is nog niets gebeurd.")),
    ("gear.month", text("1 second = 1 month", "1 seconde = 1 maand")),
    ("gear.day", text("1 second = 1 day", "1 seconde = 1 dag")),
    ("gear.faster", text("1 second = 9 months", "1 seconde = 9 maanden")),
    ("gear.fast", text("1 second = 3 months", "1 seconde = 3 maanden")),

    // 0. Cold open.
    ("cold.title", text("Of 100 employees in Belgium, how many trust their leadership?", "Van 100 werknemers in België: hoeveel vertrouwen hun leidinggevenden?")),
    ("cold.slider", text("Our guess, from 0 to 100", "Onze gok, van 0 tot 100")),
    ("cold.guess", text("Our guess: {n}", "Onze gok: {n}")),
    ("cold.reveal", text("Show the answer", "Toon het antwoord")),
    ("cold.employers", text("Employers were asked as well. They guessed {n}.", "Ook de werkgevers werd het gevraagd. Zij gokten {n}.")),
    ("cold.high", text("We guessed {n} too high.", "We gokten {n} te hoog.")),
    ("cold.low", text("We guessed {n} too low.", "We gokten {n} te laag.")),
    ("cold.right", text("We guessed right, to the nearest whole person.", "We gokten juist, op een afronding na.")),
    ("cold.source", text("Source: Hallelujah with iVox, press release of 22 April 2021, on employees and employers in Belgium.", "Bron: Hallelujah met iVox, persbericht van 22 april 2021, over werknemers en werkgevers in België.")),
    ("cold.picture", text("A hundred people, of whom {n} are coloured.", "Honderd mensen, van wie er {n} gekleurd zijn.")),

    // 1. On foot.
    ("foot.title", text("On foot: strangers learn to trust", "Te voet: vreemden leren vertrouwen")),
    ("foot.sub", text("The Ferry: 12 teams of 8 strangers.", "Het Veer: 12 teams van 8 vreemden.")),
    ("foot.what", text("Everyday behaviour is:", "Dagelijks gedrag, dat is:")),
    ("foot.ledger", text("What built trust in the leader", "Wat het vertrouwen bouwde")),
    ("foot.points", text("Points of 100 of mean trust.", "Punten op 100, gemiddeld.")),
    ("foot.rest", text("all the rest", "al de rest")),
    ("foot.result", text("Day one: {a} of 100. After {time}: {b}.", "Dag één: {a} van de 100. Na {time}: {b}.")),

    // 2. Predict.
    ("predict.title", text("One breach of trust. When will trust be back?", "Eén vertrouwensbreuk. Wanneer is het vertrouwen terug?")),
    ("predict.sub", text("Click on a line, or count hands. The bet is on when, not on how deep.", "Klik op een lijn, of tel handen. De inzet is wanneer, niet hoe diep.")),
    ("predict.3.title", text("Within 3 months", "Binnen 3 maanden")),
    ("predict.3.said", text("back within 3 months", "terug binnen 3 maanden")),
    ("predict.6.title", text("After 3 to 6 months", "Na 3 tot 6 maanden")),
    ("predict.6.said", text("back after 3 to 6 months", "terug na 3 tot 6 maanden")),
    ("predict.12.title", text("After 6 to 12 months", "Na 6 tot 12 maanden")),
    ("predict.12.said", text("back after 6 to 12 months", "terug na 6 tot 12 maanden")),
    ("predict.36.title", text("After 1 to 3 years", "Na 1 tot 3 jaar")),
    ("predict.36.said", text("back after 1 to 3 years", "terug na 1 tot 3 jaar")),
    ("predict.0.title", text("Not within 3 years", "Na 3 jaar nog niet")),
    ("predict.0.said", text("not back after 3 years", "na 3 jaar nog niet terug")),
    ("predict.hands", text("Hands up for: {option}", "Handen voor: {option}")),
    ("predict.count", text("Hands", "Handen")),
    ("predict.room", text("The room: {said}.", "De zaal: {said}.")),
    ("predict.middle", text("The room, by its middle hand of {n}: {said}.", "De zaal, volgens de middelste van {n} handen: {said}.")),
    ("predict.none", text("No prediction yet: trust stays unbroken until there is one.", "Nog geen voorspelling: zolang breekt er niets.")),
    ("predict.axis", text("months after the breach", "maanden na de breuk")),
    ("predict.picture", text("Five lines: each falls after the breach and is back at another time. The depth is only drawn.", "Vijf lijnen: elk daalt na de breuk en is op een ander moment terug. De diepte is maar getekend.")),

    // 3. On horseback.
    ("horse.title", text("On horseback: choose what breaks", "Te paard: kies wat er breekt")),
    ("horse.locked", text("First predict. Until then nothing can be broken.", "Eerst voorspellen. Tot dan kan er niets breken.")),
    ("horse.predict", text("To the prediction", "Naar de voorspelling")),
    ("horse.severity", text("Severity {n}/100", "Ernst {n} op 100")),
    ("horse.by.leader", text("by every leader", "door elke leidinggevende")),
    ("horse.by.top", text("by top management", "door het topmanagement")),
    ("horse.day", text("This is one day.", "Dit is één dag.")),
    ("horse.result", text("The day before, {a} of 100 trusted {whom}. That evening: {b}.", "De dag ervoor vertrouwden {a} van de 100 mensen {whom}. Die avond: {b}.")),
    ("horse.week", text("Five days later: {n}.", "Vijf dagen later: {n}.")),
    ("horse.other", text("Another breach", "Een andere breuk")),
    ("breach.promise.title", text("A broken promise", "Een gebroken belofte")),
    ("breach.promise.text", text("“Nobody loses their job.” A month later there is a list.", "“Niemand verliest zijn job.” Een maand later is er een lijst.")),
    ("breach.promise.kind", text("reliability, on purpose", "betrouwbaarheid, met opzet")),
    ("breach.leak.title", text("Told in confidence", "In vertrouwen verteld")),
    ("breach.leak.text", text("What was said behind closed doors is all over the floor.", "Wat achter gesloten deuren werd gezegd, weet nu iedereen.")),
    ("breach.leak.kind", text("benevolence, not on purpose", "welwillendheid, zonder opzet")),
    ("breach.promotion.title", text("An unfair promotion", "Een oneerlijke promotie")),
    ("breach.promotion.text", text("Not the best one gets the job, but the friend.", "Niet de beste krijgt de job, wel de vriend.")),
    ("breach.promotion.kind", text("integrity, on purpose", "integriteit, met opzet")),
    ("breach.error.title", text("A serious mistake", "Een zware fout")),
    ("breach.error.text", text("The planning was wrong. Everybody pays with weekends.", "De planning klopte niet. Iedereen betaalt met weekends.")),
    ("breach.error.kind", text("competence, not on purpose", "bekwaamheid, zonder opzet")),
    ("breach.hidden.title", text("A lie at the top", "Een leugen aan de top")),
    ("breach.hidden.text", text("They had known about it for months, and denied it.", "Ze wisten het al maanden, en ontkenden.")),
    ("breach.hidden.kind", text("integrity, a deception", "integriteit, een misleiding")),

    // 4. On foot again.
    ("back.title", text("On foot again: {breach}", "Weer te voet: {breach}")),
    ("back.sub", text("Nobody does anything about it.", "Niemand doet er iets aan.")),
    ("back.locked", text("First choose a breach.", "Kies eerst een breuk.")),
    ("back.to_breach", text("To the breaches", "Naar de breuken")),
    ("back.means", text("Back: for 20 days, mean trust (over 20 days) is at most 2 points of 100 lower than before.", "Terug: 20 dagen lang ligt het gemiddelde (over 20 dagen) hoogstens 2 punten op 100 lager.")),
    ("road.title", text("The road, on one scale", "De weg, op één schaal")),
    ("road.build", text("building, on foot", "opbouwen, te voet")),
    ("road.fall", text("the fall, on horseback", "de val, te paard")),
    ("road.back", text("coming back, on foot", "terugkeren, te voet")),
    ("road.least", text("at least {time}", "minstens {time}")),
    ("road.not_back", text("not back after {time}", "niet terug na {time}")),
    ("road.none", text("no visible fall", "geen zichtbare val")),
    ("said.known", text("It took {build} to build what {fall} destroyed.", "Wat in {build} werd opgebouwd, was in {fall} weg.")),
    ("said.least", text("It took at least {build} to build what {fall} destroyed.", "Wat in minstens {build} werd opgebouwd, was in {fall} weg.")),
    ("said.known_slow", text("It took {build} to build what wore away in {fall}.", "Wat in {build} werd opgebouwd, sleet in {fall} weg.")),
    ("said.least_slow", text("It took at least {build} to build what wore away in {fall}.", "Wat in minstens {build} werd opgebouwd, sleet in {fall} weg.")),
    ("said.return", text("Coming back on foot took {back}: {days}, against {fall} for the fall.", "Te voet terugkeren duurde {back}: {days}, tegenover {fall} voor de val.")),
    ("said.even", text("Coming back took {back}, as long as the fall.", "Terugkeren duurde {back}, even lang als de val.")),
    ("said.surprise", text("Here trust came back faster than it left.", "Hier kwam het vertrouwen sneller terug dan het verdween.")),
    ("said.after", text("After {back} it was back.", "Na {back} was het terug.")),
    ("said.not_back", text("After {back} it was still not back.", "Na {back} was het nog niet terug.")),
    ("said.unseen", text("After this breach trust in {referent} did not visibly fall (less than 2 points of 100).", "Na deze breuk zakte het vertrouwen in {referent} niet zichtbaar (minder dan 2 punten op 100).")),
    ("said.nobody", text("Here there was nobody to measure: the post was empty.", "Hier viel niets te meten: de post was leeg.")),
    ("said.twin_fell", text("In the twin trust fell too, by {a} points of 100 against {b} here.", "Ook in de tweeling zakte het vertrouwen: met {a} punten op 100, tegenover {b} hier.")),
    ("said.fewer.one", text("In the twin, {n} fewer person left.", "In de tweeling vertrok {n} mens minder.")),
    ("said.fewer.many", text("In the twin, {n} fewer people left.", "In de tweeling vertrokken {n} mensen minder.")),
    ("said.more.one", text("In the twin, {n} more person left.", "In de tweeling vertrok {n} mens meer.")),
    ("said.more.many", text("In the twin, {n} more people left.", "In de tweeling vertrokken {n} mensen meer.")),
    ("said.equal", text("In the twin, just as many people left.", "In de tweeling vertrokken er evenveel mensen.")),
    ("room.expected", text("The room said: {said}.", "De zaal zei: {said}.")),
    ("room.right", text("That was right.", "Dat klopte.")),
    ("room.hopeful", text("Too hopeful.", "Te hoopvol.")),
    ("room.gloomy", text("Too gloomy.", "Te somber.")),

    // 5. Which repair?
    ("repair.title", text("Which repair? Bets first", "Welk herstel? Eerst inzetten")),
    ("repair.played", text("Which repair? All five, same luck", "Welk herstel? Alle vijf, zelfde toeval")),
    ("repair.sub", text("After {breach}: with which card is trust back first?", "Na {breach}: met welke kaart is het vertrouwen het eerst terug?")),
    ("repair.play", text("Play all five, with the same luck", "Speel alle vijf, met hetzelfde toeval")),
    ("repair.rebet", text("Bet again", "Opnieuw inzetten")),
    ("repair.bet", text("our bet", "onze inzet")),
    ("repair.first", text("back first", "eerst terug")),
    ("repair.back", text("back after {time}", "terug na {time}")),
    ("repair.not_back", text("not back after {time}", "niet terug na {time}")),
    ("repair.unseen", text("no visible fall", "geen zichtbare val")),
    ("repair.cost.one", text("costs {n} person-day", "kost {n} persoonsdag")),
    ("repair.cost.many", text("costs {n} person-days", "kost {n} persoonsdagen")),
    ("repair.won", text("We bet on “{bet}”. Trust was back first with “{first}”.", "We zetten in op “{bet}”. Het eerst terug was “{first}”.")),
    ("repair.hit", text("We bet on “{bet}”, and it was back first.", "We zetten in op “{bet}”, en die was het eerst terug.")),
    ("repair.tie_hit", text("We bet on “{bet}”, and it was back first, together with others.", "We zetten in op “{bet}”, en die was het eerst terug, samen met andere.")),
    ("repair.tie", text("We bet on “{bet}”. Several were back equally soon, among them “{first}”.", "We zetten in op “{bet}”. Meerdere waren even snel terug, ook “{first}”.")),
    ("repair.nobody", text("With none of the five was trust back after {time}.", "Met geen van de vijf was het vertrouwen na {time} terug.")),
    ("repair.no_fall", text("Trust did not visibly fall here: there is nothing to win back.", "Het vertrouwen zakte hier niet zichtbaar: er valt niets terug te winnen.")),
    ("repair.one_luck", text("One luck is one story.", "Eén toeval is één verhaal.")),
    ("repair.nothing.title", text("Do nothing", "Niets doen")),
    ("repair.nothing.text", text("Silence, and back to work.", "Zwijgen en verder werken.")),
    ("repair.words.title", text("Say sorry", "Sorry zeggen")),
    ("repair.words.text", text("A sincere apology, after three days.", "Een oprechte verontschuldiging, na drie dagen.")),
    ("repair.kept.title", text("Promise and keep it", "Beloven en nakomen")),
    ("repair.kept.text", text("Apology, new promises, kept for a year.", "Verontschuldiging, nieuwe beloften, een jaar lang nagekomen.")),
    ("repair.deeds.title", text("Act differently", "Anders doen")),
    ("repair.deeds.text", text("Open acknowledgement, empathy, a year of other conduct and support.", "Openlijke erkenning, empathie, een jaar ander gedrag en steun.")),
    ("repair.reform.title", text("Reform", "Hervormen")),
    ("repair.reform.text", text("Other policy and another leader, after three months.", "Ander beleid en een andere leider, na drie maanden.")),

    // 6. Again?
    ("again.title", text("Again? One year later, the same thing", "Nog eens? Een jaar later, precies hetzelfde")),
    ("again.sub", text("Answer: “{repair}”.", "Antwoord: “{repair}”.")),
    ("again.yes", text("Yes, they do it again", "Ja, ze doen het opnieuw")),
    ("again.no", text("No, it stays at once", "Neen, het blijft bij één keer")),
    ("again.falls", text("The first time: from {a} to {b}. The second time: from {c} to {d}.", "De eerste keer: van {a} naar {b}. De tweede keer: van {c} naar {d}.")),
    ("again.roads", text("The way back: {a} the first time, {b} the second.", "De weg terug: {a} de eerste keer, {b} de tweede.")),
    ("again.end", text("At the end {a} of 100 trust {whom}. Had it stayed at once: {b}.", "Aan het einde vertrouwen {a} van de 100 mensen {whom}. Was het bij één keer gebleven: {b}.")),
    ("again.once", text("The first time: from {a} to {b}. At the end: {c}.", "De eerste keer: van {a} naar {b}. Aan het einde: {c}.")),

    // 7. Is it rigged?
    ("rigged.title", text("Is it rigged?", "Is het doorgestoken kaart?")),
    ("rigged.sub", text("{breach}, nobody does anything, fifty other lucks. Switch off what might decide the game.", "{breach}, niemand doet iets, vijftig keer ander toeval. Zet uit wat het spel beslist.")),
    ("rigged.play", text("Play it {n} times", "Speel het {n} keer")),
    ("rigged.count", text("{n} of {all} played", "{n} van de {all} gespeeld")),
    ("rigged.axis", text("months until trust is back: each dot is one luck", "maanden tot het vertrouwen terug is: elk punt is één toeval")),
    ("rigged.never", text("not in 3 years", "niet in 3 jaar")),
    ("rigged.unseen", text("no fall", "geen val")),
    ("rigged.result", text("In {c} of {all} it was not back after 3 years. In {k} it was back within half a year.", "In {c} van de {all} was het na 3 jaar niet terug. In {k} was het binnen een half jaar terug.")),
    ("rigged.unseen_too", text("In {n} there was no visible fall.", "In {n} was er geen zichtbare val.")),
    ("rigged.middle", text("The middle one: {time}.", "De middelste: {time}.")),
    ("rigged.middle_never", text("The middle one: not in 3 years.", "De middelste: niet in 3 jaar.")),
    ("rigged.as_it_is", text("With everything on: {time}.", "Met alles aan: {time}.")),
    ("rigged.put_in", text("That a breach strikes in a day is put in, not found. The way back is what comes out.", "Dat een breuk in één dag toeslaat, is erin gestopt. De weg terug komt eruit.")),
    ("rigged.picture", text("{n} dots by months until trust is back. {result}", "{n} punten volgens het aantal maanden tot het vertrouwen terug is. {result}")),
    ("switch.asymmetry.title", text("Bad weighs more than good", "Slecht weegt zwaarder dan goed")),
    ("switch.asymmetry.text", text("Off: bad news counts as much as good news.", "Uit: slecht nieuws telt even zwaar als goed nieuws.")),
    ("switch.talk.title", text("People talk", "Mensen praten erover")),
    ("switch.talk.text", text("Off: no gossip, no shared mood in the team.", "Uit: geen roddel, geen gedeelde stemming in het team.")),
    ("switch.scars.title", text("Wounds leave scars", "Wonden laten littekens na")),
    ("switch.scars.text", text("Off: damage heals, nothing of it stays.", "Uit: schade heelt, er blijft niets van over.")),

    // 8. Monday.
    ("monday.title", text("What do we do on Monday?", "Wat doen we maandag?")),
    ("monday.predicted", text("What we predicted", "Wat we voorspelden")),
    ("monday.happened", text("What happened", "Wat er gebeurde")),
    ("monday.acts", text("Choose three behaviours", "Kies drie gedragingen")),
    ("monday.acts_print", text("Three behaviours for Monday", "Drie gedragingen voor maandag")),
    ("monday.print", text("Print, one A4", "Druk af, één A4")),
    ("monday.no_guess", text("We did not guess.", "We gokten niet.")),
    ("monday.guess", text("How many of 100 employees trust their leadership: we said {n}, the survey says {m}.", "Hoeveel van de 100 werknemers hun leidinggevenden vertrouwen: wij zeiden {n}, de enquête zegt {m}.")),
    ("monday.no_prediction", text("We made no prediction.", "We deden geen voorspelling.")),
    ("monday.no_breach", text("Nothing was broken.", "Er brak niets.")),
    ("monday.breach", text("What broke: {breach}, severity {n} of 100.", "Wat er brak: {breach}, ernst {n} op 100.")),
    ("monday.who", text("Who does what, by when?", "Wie doet wat, tegen wanneer?")),
    ("monday.limits", text("A model, not a prophecy. Your organisation is not in it. Speeds and severities are assumptions.", "Een model, geen voorspelling. Uw organisatie zit er niet in. Snelheden en ernst zijn aannames.")),
    ("monday.quote", text("“Never take trust for granted: it asks for daily investments, in words, in behaviour and in policy.”", "“Vertrouwen mag nooit als vanzelfsprekend worden gezien, maar vraagt om dagelijkse investeringen – in woorden, in gedrag en in beleid.”")),
    ("act.0.title", text("Discretion", "Discretie")),
    ("act.0.text", text("handle sensitive information with care, never misuse what was shared", "gevoelige informatie zorgvuldig behandelen en geen misbruik maken van gedeelde kennis")),
    ("act.1.title", text("Consistency", "Consistentie")),
    ("act.1.text", text("let words and deeds agree, keep promises, be honest about limits", "woorden en daden laten overeenkomen, beloften nakomen en eerlijk zijn over beperkingen")),
    ("act.2.title", text("Open communication", "Open communicatie")),
    ("act.2.text", text("share information fully and in time, explain, leave room for questions", "volledig en tijdig informatie delen, toelichting geven en ruimte laten voor vragen")),
    ("act.3.title", text("Collaboration", "Samenwerking")),
    ("act.3.text", text("listen actively, take ideas seriously, look for solutions together", "actief luisteren, ideeën serieus nemen en gezamenlijk zoeken naar oplossingen")),
    ("act.4.title", text("Transparency", "Transparantie")),
    ("act.4.text", text("explain decisions and the criteria behind them", "beslissingen en hun onderliggende criteria helder uitleggen")),
    ("act.5.title", text("Shared goals and language", "Gedeelde doelen en taal")),
    ("act.5.text", text("work from recognisable values and common terms", "werken vanuit herkenbare waarden en gemeenschappelijke terminologie")),
    ("act.6.title", text("Responsibility", "Verantwoordelijkheid")),
    ("act.6.text", text("make clear that people count on one another, and take agreements seriously", "duidelijk maken dat men op elkaar rekent en afspraken serieus nemen")),
    ("act.7.title", text("Personal connection", "Persoonlijke verbinding")),
    ("act.7.text", text("take an interest in the person behind the colleague, use informal moments", "belangstelling tonen voor de mens achter de collega en informele momenten benutten")),
    ("act.8.title", text("Generosity", "Vrijgevigheid")),
    ("act.8.text", text("offer time, knowledge or help without asking for a return", "tijd, kennis of hulp aanbieden zonder directe tegenprestatie")),
    ("act.9.title", text("Honesty on strengths and limits", "Eerlijk over sterktes en grenzen")),
    ("act.9.text", text("show expertise and admit limitations", "deskundigheid laten zien en tegelijk beperkingen erkennen")),
    ("acts.source", text("The ten behaviours: Abrams, Cross, Lesser & Levin (2003).", "De tien gedragingen: Abrams, Cross, Lesser & Levin (2003).")),

    // Notes for the trainer.
    ("note.0", text("SAY: Give me one number. · DO: set the slider to what the room says, then show the answer. · ASK: Why would employers guess higher?", "ZEG: Geef mij één getal. · DOE: zet de schuiver op wat de zaal zegt, toon dan het antwoord. · VRAAG: Waarom gokken werkgevers hoger?")),
    ("note.1", text("SAY: Nothing spectacular happened here. That is the point. · ASK: Which of these ten did you see this week? · IF ASKED: the bars are the model's own ledger of what changed trust; lines of single people are not shown.", "ZEG: Hier gebeurde niets spectaculairs. Dat is het punt. · VRAAG: Welke van deze tien zag je deze week? · ALS MEN VRAAGT: de cijfers komen uit het grootboek van het model: wat veranderde het vertrouwen.")),
    ("note.2", text("SAY: Be specific. Hands up for one of the five. · DO: count hands, or click what most people say. · The breach stays locked until there is a prediction.", "ZEG: Wees precies. Handen omhoog voor één van de vijf. · DOE: tel handen, of klik wat de meesten zeggen. · De breuk blijft op slot tot er een voorspelling is.")),
    ("note.3", text("DO: let the room choose a card. Say nothing for two seconds. · SAY: This is one day. · ASK: Who would already be looking for another job?", "DOE: laat de zaal een kaart kiezen. Zwijg twee seconden. · ZEG: Dit is één dag. · VRAAG: Wie kijkt nu al uit naar een andere job?")),
    ("note.4", text("SAY: The twin has the same people and the same luck; only the breach is missing. · ASK: Why was our line different? · It can lose: whatever comes out is on the screen.", "ZEG: De tweeling heeft dezelfde mensen en hetzelfde toeval; alleen de breuk ontbreekt. · VRAAG: Waarom was onze lijn anders? · Het kan ook mislukken: wat eruit komt, staat op het scherm.")),
    ("note.5", text("ASK: Where do you put your money? · SAY, with the article: when leaders break trust themselves, words are not enough. See whether it holds here. · Press S for other luck.", "VRAAG: Waar zet je op in? · ZEG, met het artikel: wanneer leidinggevenden zelf het vertrouwen schenden, volstaan woorden niet. Kijk of dat hier klopt. · Druk S voor ander toeval.")),
    ("note.6", text("ASK: Forgiven once. And the second time? · SAY: Repair holds provided the offence is not repeated. · Look at where the two lines end.", "VRAAG: Eén keer vergeven. En de tweede keer? · ZEG: herstel houdt, mits de overtreding zich niet herhaalt. · Kijk waar de twee lijnen eindigen.")),
    ("note.7", text("ASK: What do you expect if bad weighs no more than good? · DO: play first with everything on, then switch one off. · SAY: You see whatever comes out, also when it speaks against us.", "VRAAG: Wat verwacht je als slecht niet zwaarder weegt dan goed? · DOE: speel eerst met alles aan, zet dan één ding uit. · ZEG: wat eruit komt, zie je, ook als het ons tegenspreekt.")),
    ("note.8", text("DO: let everyone choose three. Print it or take a photograph. · SAY: A model, not a prophecy; your organisation is not in it.", "DOE: laat iedereen er drie kiezen. Druk af of neem een foto. · ZEG: een model, geen voorspelling; uw organisatie zit er niet in.")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn slots(said: &str) -> BTreeSet<&str> {
        said.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(slot, _)| slot).collect()
    }

    #[test]
    fn both_languages_have_the_same_slots_and_each_key_stands_once() {
        let mut keys = BTreeSet::new();
        for (key, said) in LESSON {
            assert_eq!(slots(said.en), slots(said.nl), "{key}");
            assert!(!said.en.trim().is_empty() && !said.nl.trim().is_empty(), "{key}");
            assert!(keys.insert(key), "{key} stands twice");
        }
    }

    #[test]
    fn one_and_many_go_together() {
        let has = |key: &str| LESSON.iter().any(|(known, _)| *known == key);
        for (key, _) in LESSON {
            if let Some(stem) = key.strip_suffix(".many") {
                assert!(has(&format!("{stem}.one")), "{key}");
            }
        }
    }
}
