//! # The sentence at the end
//!
//! What a breach did, in a few plain sentences. No free text: the case picks the template, the numbers are rounded to what
//! people say.

use crate::analysis::recovery::course::VISIBLE;
use crate::analysis::recovery::{RecoverySummary, WaitBand, leading, telling};
use crate::scenario::{BreachKind, Referent};
use crate::text::{Language, Text, text};
use crate::words::number::{count, duration, number, percent, rounded};

/// A fall of so many days is worn away, not struck down: from here on durations are said in weeks.
const SLOW: f64 = 14.0;

/// What there is to say about one breach and trust in one referent; nothing if no life was measured.
pub fn sentences(found: &RecoverySummary, language: Language) -> Vec<String> {
    if found.courses.is_empty() {
        return Vec::new();
    }
    if !found.is_visible() {
        return unseen(found, language);
    }
    let mut said = vec![built(found, language)];
    said.extend(back(found, language));
    said.extend(level(found, language));
    said.extend(missing(found, language));
    said.extend(twin_fell(found, language));
    said.extend(leavers(found, language));
    said
}

/// What there is to say about each arm, by its leading breach; with its name where there are several. Of many arms those that
/// tell most.
pub fn by_arm(arms: &[Vec<RecoverySummary>], language: Language) -> Vec<String> {
    let rows: Vec<&RecoverySummary> = arms.iter().filter_map(|rows| leading(rows)).collect();
    let said = |row: &&RecoverySummary| {
        let arm = if arms.len() > 1 { format!("{}: ", row.arm) } else { String::new() };
        format!("{arm}{}", sentences(row, language).join(" "))
    };
    let told = telling(&rows);
    let mut sentences: Vec<String> = told.iter().map(|at| said(&rows[*at])).collect();
    sentences.extend(some_of(told.len(), rows.len(), language));
    sentences
}

/// That only some arms are described, and which.
pub fn some_of(told: usize, all: usize, language: Language) -> Option<String> {
    const SOME: Text = text(
        "Of {1} arms {0} are described: those in which trust fell least and most, and was back first and last. All are in recovery.csv.",
        "Van {1} varianten zijn er {0} beschreven: die waarin het vertrouwen het minst en het meest zakte, en het eerst en het laatst terug was. Alle staan in recovery.csv.",
    );
    (told < all).then(|| fill(SOME, language, &[&whole(told, language), &whole(all, language)]))
}

/// Trust in whom.
pub fn whom(referent: Referent) -> Text {
    match referent {
        Referent::Colleague => text("colleagues", "collega's"),
        Referent::Leader => text("the leader", "de leidinggevende"),
        Referent::Top => text("top management", "het topmanagement"),
    }
}

/// Fills `{0}`, `{1}` ... of a template.
fn fill(template: Text, language: Language, values: &[&str]) -> String {
    (0..).zip(values).fold(template.get(language).to_owned(), |said, (at, value)| said.replace(&format!("{{{at}}}"), value))
}

/// No visible breach.
fn unseen(found: &RecoverySummary, language: Language) -> Vec<String> {
    const NOWHERE: Text = text(
        "After this breach trust in {0} did not visibly fall (less than {1} on a scale from 0 to 1).",
        "Na deze vertrouwensbreuk zakte het vertrouwen in {0} niet zichtbaar (minder dan {1} op een schaal van 0 tot 1).",
    );
    const SOMEWHERE: Text = text("In {0} of {1} replicates it did.", "In {0} van de {1} herhalingen wel.");
    let mut said = vec![fill(NOWHERE, language, &[whom(found.referent).get(language), &number(VISIBLE, 2, language)])];
    if found.visible > 0 {
        said.push(fill(SOMEWHERE, language, &[&whole(found.visible, language), &whole(found.courses.len(), language)]));
    }
    said
}

/// Immediate fall or slow fall, build time known or censored.
fn built(found: &RecoverySummary, language: Language) -> String {
    const KNOWN: Text = text("It took {0} to build what {1} destroyed.", "Wat in {0} werd opgebouwd, was in {1} weg.");
    const LEAST: Text = text("It took at least {0} to build what {1} destroyed.", "Wat in minstens {0} werd opgebouwd, was in {1} weg.");
    const KNOWN_SLOW: Text = text("It took {0} to build what wore away in {1}.", "Wat in {0} werd opgebouwd, sleet in {1} weg.");
    const LEAST_SLOW: Text =
        text("It took at least {0} to build what wore away in {1}.", "Wat in minstens {0} werd opgebouwd, sleet in {1} weg.");
    let template = match (found.build.median.is_some(), found.fall_days.median < SLOW) {
        (true, true) => KNOWN,
        (false, true) => LEAST,
        (true, false) => KNOWN_SLOW,
        (false, false) => LEAST_SLOW,
    };
    fill(template, language, &[&duration(found.build.at_least(), language), &duration(found.fall_days.median, language)])
}

/// Return, surprise, or not back.
fn back(found: &RecoverySummary, language: Language) -> Vec<String> {
    const RETURN: Text = text(
        "Coming back on foot took {0}: {1}, against {2} for the fall.",
        "Te voet terugkeren duurde {0}: {1}, tegenover {2} voor de val.",
    );
    const EVEN: Text = text("Coming back took {0}, as long as the fall.", "Terugkeren duurde {0}, even lang als de val.");
    const ALONE: Text = text("Coming back on foot took {0}.", "Te voet terugkeren duurde {0}.");
    const SURPRISE: Text = text("Here trust came back faster than it left.", "Hier kwam het vertrouwen sneller terug dan het verdween.");
    const AFTER: Text = text("After {0} it was back.", "Na {0} was het terug.");
    const NOT_BACK: Text = text("After {0} it was still not back.", "Na {0} was het nog niet terug.");
    let say = |template, values: &[&str]| fill(template, language, values);
    let Some(days) = found.back.median else {
        let mut said = vec![say(NOT_BACK, &[&duration(found.horizon.median, language)])];
        said.extend(never(&found.back, language));
        return said;
    };
    let (back, days) = (days, duration(days, language));
    let mut said = if back <= found.fall_days.median {
        vec![say(AFTER, &[&days])]
    } else if found.climb_ratio.median.is_some_and(|ratio| ratio < 1.0) {
        vec![say(SURPRISE, &[]), say(AFTER, &[&days])]
    } else {
        vec![match found.ratio.median.map(|ratio| times(ratio, language)) {
            Some(ratio) if ratio == "1" => say(EVEN, &[&days]),
            Some(_) => say(RETURN, &[&days, &working_days(back, language), &number(found.fall_days.median, 0, language)]),
            None => say(ALONE, &[&days]),
        }]
    };
    said.extend(never(&found.back, language));
    said
}

/// In how many replays trust never came back; of a single replay that is no news.
fn never(back: &WaitBand, language: Language) -> Option<String> {
    const SOME: Text = text("In {0} of {1} replicates it never was.", "In {0} van de {1} herhalingen kwam het niet terug.");
    const SOME_AFTER_ALL: Text = text("In {0} of {1} replicates it never came back.", "In {0} van de {1} herhalingen kwam het niet terug.");
    const ALL: Text = text("In none of the {1} replicates did it come back.", "In geen enkele van de {1} herhalingen kwam het terug.");
    if back.open == 0 || back.n == 1 {
        return None;
    }
    let template = match back.median {
        _ if back.open == back.n => ALL,
        None => SOME,
        Some(_) => SOME_AFTER_ALL,
    };
    Some(fill(template, language, &[&whole(back.open, language), &whole(back.n, language)]))
}

/// When it was level with its twin, or that it was not.
fn level(found: &RecoverySummary, language: Language) -> Option<String> {
    const LEVEL: Text = text("It was level with its twin after {0}.", "Na {0} stond het gelijk met de tweeling.");
    const NOT_LEVEL: Text = text("After {0} it was still not level with its twin.", "Na {0} stond het nog niet gelijk met de tweeling.");
    let (template, days) = match found.twin_back.median {
        _ if found.twin_back.n == 0 => return None,
        Some(days) => (LEVEL, days),
        None => (NOT_LEVEL, found.horizon.median),
    };
    Some(fill(template, language, &[&duration(days, language)]))
}

/// Days on which there was nobody to trust.
fn missing(found: &RecoverySummary, language: Language) -> Option<String> {
    const LEFT_OUT: Text = text(
        "On {0} of the days there was nobody to trust; they are left out.",
        "Op {0} van de dagen was er niemand om te vertrouwen; die tellen niet mee.",
    );
    (found.left_out >= 0.0005).then(|| fill(LEFT_OUT, language, &[&percent(found.left_out, 1, language)]))
}

/// The twin fell too.
fn twin_fell(found: &RecoverySummary, language: Language) -> Option<String> {
    const TOO: Text = text(
        "In the twin trust fell too, by {0} against {1} here.",
        "Ook in de tweeling zakte het vertrouwen: met {0}, tegenover {1} hier.",
    );
    let points = |level| number(level, 2, language);
    (found.twin_fall.median >= VISIBLE).then(|| fill(TOO, language, &[&points(found.twin_fall.median), &points(found.fall.median)]))
}

/// How many fewer people had left the twin, or how many more. Departures differ, not heads: empty seats are filled again.
fn leavers(found: &RecoverySummary, language: Language) -> Option<String> {
    const FEWER: [Text; 2] = [
        text(
            "In the twin, {1}, {0} fewer person had left by the end.",
            "In de tweeling, {1}, was aan het einde {0} mens minder vertrokken.",
        ),
        text(
            "In the twin, {1}, {0} fewer people had left by the end.",
            "In de tweeling, {1}, waren aan het einde {0} mensen minder vertrokken.",
        ),
    ];
    const MORE: [Text; 2] = [
        text("In the twin, {1}, {0} more person had left by the end.", "In de tweeling, {1}, was aan het einde {0} mens meer vertrokken."),
        text(
            "In the twin, {1}, {0} more people had left by the end.",
            "In de tweeling, {1}, waren aan het einde {0} mensen meer vertrokken.",
        ),
    ];
    const NO_PROMISE: Text = text("where no promise was broken", "zonder woordbreuk");
    const NO_BREACH: Text = text("where trust was not broken", "zonder vertrouwensbreuk");
    let people = rounded(found.more_leavers.median, 0);
    if !people.is_finite() || people.abs() < 1.0 {
        return None;
    }
    let calm = if found.kind == BreachKind::Reliability { NO_PROMISE } else { NO_BREACH };
    let forms = if people > 0.0 { FEWER } else { MORE };
    let template = forms[usize::from(people.abs() > 1.0)];
    Some(fill(template, language, &[&number(people.abs(), 0, language), calm.get(language)]))
}

fn working_days(days: f64, language: Language) -> String {
    count(days.round() as u64, text("working day", "werkdag"), text("working days", "werkdagen"), language)
}

fn whole(n: usize, language: Language) -> String {
    number(n as f64, 0, language)
}

/// How many times: one decimal below ten, unless it is a zero.
fn times(ratio: f64, language: Language) -> String {
    let tenths = rounded(ratio, 1);
    let decimals = usize::from(tenths < 10.0 && tenths.fract() > 0.05);
    number(ratio, decimals, language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::recovery::recovery;
    use crate::analysis::tests::breach;
    use crate::ensemble::ArmLives;
    use crate::observe::{Entry, EntryKind, Life};
    use crate::scenario::{Event, Happening, Scenario};

    /// Trust rises from 0.2 by 0.001 a day, falls by 0.2 from day 400 on in `fall` days, and rises by 0.2 again from day `back`
    /// on in `climb` days. The life ends on day 1000.
    fn life(fall: u32, back: u32, climb: u32) -> Life {
        let part = |done: u32, of: u32| f64::from(done.min(of)) / f64::from(of);
        let trust = |day: u32| {
            let lost = part((day + 1).saturating_sub(400), fall) - part((day + 1).saturating_sub(back), climb);
            0.2 + 0.001 * f64::from(day.min(400)) - 0.2 * lost
        };
        Life { daily_trust: (0..=1000).flat_map(|day| [trust(day) as f32; 3]).collect(), ..Life::default() }
    }

    fn found(event: Event, lives: Vec<Life>, twins: Option<Vec<Life>>) -> RecoverySummary {
        let arm = |lives: Vec<Life>| ArmLives { arm: "main".into(), twin: None, worlds: 1, lives: lives.into_iter().map(Ok).collect() };
        let scenario = Scenario { events: vec![event], ..Scenario::default() };
        recovery(&scenario, &arm(lives), twins.map(arm).as_ref()).swap_remove(1)
    }

    fn of(lives: Vec<Life>) -> RecoverySummary {
        found(breach(400), lives, None)
    }

    #[track_caller]
    fn says(found: &RecoverySummary, en: &[&str], nl: &[&str]) {
        assert_eq!(sentences(found, Language::English), en);
        assert_eq!(sentences(found, Language::Dutch), nl);
    }

    #[test]
    fn an_immediate_fall_and_its_return() {
        // L0 = mean of days 380 to 399 = 0.5895, bottom 0.4 on day 400 itself: last so low on day 200. From day 500 on 0.0008 a day;
        // the 20-day mean lags by 9.5 days: 0.4 + 0.0008 (d − 499 − 9.5) reaches 0.5695 on day 721.
        let row = of(vec![life(1, 500, 250)]);
        says(
            &row,
            &[
                "It took 9 months to build what 1 day destroyed.",
                "Coming back on foot took 15 months: 321 working days, against 1 for the fall.",
            ],
            &[
                "Wat in 9 maanden werd opgebouwd, was in 1 dag weg.",
                "Te voet terugkeren duurde 15 maanden: 321 werkdagen, tegenover 1 voor de val.",
            ],
        );
    }

    #[test]
    fn a_slow_fall_wears_away() {
        let said = sentences(&of(vec![life(50, 600, 100)]), Language::English);
        assert_eq!(said[0], "It took 9 months to build what wore away in 9 weeks.");
        let said = sentences(&of(vec![life(50, 600, 100)]), Language::Dutch);
        assert_eq!(said[0], "Wat in 9 maanden werd opgebouwd, sleet in 9 weken weg.");
        assert!(said[1].starts_with("Te voet terugkeren duurde"), "{said:?}");
    }

    #[test]
    fn a_level_never_so_low_before_took_at_least_so_long() {
        let mut deep = life(1, 9999, 1);
        deep.daily_trust[3 * 400..].fill(0.1);
        let row = of(vec![deep]);
        assert_eq!(sentences(&row, Language::English)[0], "It took at least 18 months to build what 1 day destroyed.");
        assert_eq!(sentences(&row, Language::Dutch)[0], "Wat in minstens 18 maanden werd opgebouwd, was in 1 dag weg.");
    }

    #[test]
    fn not_back_is_said_with_how_often() {
        let (gone, home) = (life(1, 9999, 1), life(1, 500, 1));
        says(
            &of(vec![gone.clone(), gone.clone(), home.clone()]),
            &[
                "It took 9 months to build what 1 day destroyed.",
                "After 28 months it was still not back.",
                "In 2 of 3 replicates it never was.",
            ],
            &[
                "Wat in 9 maanden werd opgebouwd, was in 1 dag weg.",
                "Na 28 maanden was het nog niet terug.",
                "In 2 van de 3 herhalingen kwam het niet terug.",
            ],
        );
        let said = |lives| sentences(&of(lives), Language::English);
        assert_eq!(said(vec![gone.clone()]).len(), 2);
        assert_eq!(said(vec![gone.clone(), gone.clone()])[2], "In none of the 2 replicates did it come back.");
        assert_eq!(said(vec![gone, home.clone(), home])[2], "In 1 of 3 replicates it never came back.");
    }

    #[test]
    fn a_return_faster_than_the_fall_is_a_surprise() {
        // Down in 60 days, up again in 5: the 20-day mean follows within 20.
        let row = of(vec![life(60, 461, 5)]);
        says(
            &row,
            &[
                "It took 9 months to build what wore away in 2 months.",
                "Here trust came back faster than it left.",
                "After 4 months it was back.",
            ],
            &[
                "Wat in 9 maanden werd opgebouwd, sleet in 2 maanden weg.",
                "Hier kwam het vertrouwen sneller terug dan het verdween.",
                "Na 4 maanden was het terug.",
            ],
        );
    }

    #[test]
    fn a_breach_that_nobody_saw_is_said_so() {
        let calm = life(1, 400, 1);
        says(
            &of(vec![calm.clone(), calm, life(1, 9999, 1)]),
            &[
                "After this breach trust in the leader did not visibly fall (less than 0.02 on a scale from 0 to 1).",
                "In 1 of 3 replicates it did.",
            ],
            &[
                "Na deze vertrouwensbreuk zakte het vertrouwen in de leidinggevende niet zichtbaar (minder dan 0,02 op een schaal van 0 tot 1).",
                "In 1 van de 3 herhalingen wel.",
            ],
        );
        assert!(sentences(&of(Vec::new()), Language::Dutch).is_empty());
    }

    #[test]
    fn the_twin_has_its_say() {
        let quit = Entry {
            day: 500,
            event: EntryKind::Quit,
            id: u32::MAX,
            kind: 0,
            seat: 0,
            generation: 1,
            other_seat: u32::MAX,
            team: 0,
            size: 0.0,
        };
        let with = |n: usize| Life { events: vec![quit; n], ..life(1, 9999, 1) };
        let fell = Life { daily_trust: life(1, 9999, 1).daily_trust.iter().map(|trust| 0.3 + trust / 2.0).collect(), ..Life::default() };
        let said = |n, twin: &Life, language| sentences(&found(breach(400), vec![with(n)], Some(vec![twin.clone()])), language);
        assert_eq!(
            said(9, &fell, Language::English)[2..],
            [
                "After 28 months it was still not level with its twin.",
                "In the twin trust fell too, by 0.09 against 0.19 here.",
                "In the twin, where trust was not broken, 9 fewer people had left by the end."
            ]
        );
        assert_eq!(
            said(9, &fell, Language::Dutch)[2..],
            [
                "Na 28 maanden stond het nog niet gelijk met de tweeling.",
                "Ook in de tweeling zakte het vertrouwen: met 0,09, tegenover 0,19 hier.",
                "In de tweeling, zonder vertrouwensbreuk, waren aan het einde 9 mensen minder vertrokken."
            ]
        );
        let calm = life(1, 400, 1);
        assert_eq!(
            said(1, &calm, Language::Dutch)[3..],
            ["In de tweeling, zonder vertrouwensbreuk, was aan het einde 1 mens minder vertrokken."]
        );
        assert_eq!(
            said(1, &calm, Language::English)[3..],
            ["In the twin, where trust was not broken, 1 fewer person had left by the end."]
        );
        assert_eq!(said(0, &calm, Language::English).len(), 3);
        let left = Life { events: vec![quit; 2], ..calm };
        assert_eq!(
            said(0, &left, Language::Dutch)[3..],
            ["In de tweeling, zonder vertrouwensbreuk, waren aan het einde 2 mensen meer vertrokken."]
        );
    }

    #[test]
    fn the_twins_level_and_the_days_that_do_not_exist_are_said() {
        let home = life(1, 500, 250);
        let twin = life(1, 400, 1);
        let row = found(breach(400), vec![home.clone()], Some(vec![twin]));
        assert_eq!(sentences(&row, Language::English)[2], "It was level with its twin after 15 months.");
        let mut alone = home;
        for day in 600..680 {
            alone.daily_trust[3 * day + 1] = f32::NAN;
        }
        let row = of(vec![alone]);
        assert_eq!(sentences(&row, Language::English)[2], "On 12.9% of the days there was nobody to trust; they are left out."); // 80 of 621
        assert_eq!(sentences(&row, Language::Dutch)[2], "Op 12,9% van de dagen was er niemand om te vertrouwen; die tellen niet mee.");
    }

    #[test]
    fn only_a_broken_promise_is_called_one() {
        let last = |kind, language| {
            let mut event = breach(400);
            if let Happening::Breach(breach) = &mut event.what {
                breach.kind = kind;
            }
            let mut row = found(event, vec![life(1, 9999, 1)], Some(vec![life(1, 400, 1)]));
            row.more_leavers.median = 3.0;
            sentences(&row, language).pop().unwrap()
        };
        let (english, dutch) = (Language::English, Language::Dutch);
        for kind in [BreachKind::Competence, BreachKind::Integrity] {
            assert_eq!(last(kind, english), "In the twin, where trust was not broken, 3 fewer people had left by the end.");
            assert_eq!(last(kind, dutch), "In de tweeling, zonder vertrouwensbreuk, waren aan het einde 3 mensen minder vertrokken.");
        }
        assert_eq!(last(BreachKind::Reliability, english), "In the twin, where no promise was broken, 3 fewer people had left by the end.");
        assert_eq!(
            last(BreachKind::Reliability, dutch),
            "In de tweeling, zonder woordbreuk, waren aan het einde 3 mensen minder vertrokken."
        );
    }

    #[test]
    fn of_many_arms_those_are_told_that_tell_most() {
        let arm = |at: usize| {
            let mut row = of(vec![life(1, 9999, 1)]);
            (row.arm, row.fall.median) = (format!("arm-{at}"), 0.1 + 0.01 * at as f64);
            vec![row]
        };
        let said = by_arm(&(0..60).map(arm).collect::<Vec<_>>(), Language::English);
        assert!(said.len() <= 5 && said[0].starts_with("arm-0:"), "{said:?}");
        assert!(said.iter().any(|line| line.starts_with("arm-59:")), "{said:?}");
        assert!(said.last().unwrap().starts_with("Of 60 arms"), "{said:?}");
        assert_eq!(by_arm(&(0..9).map(arm).collect::<Vec<_>>(), Language::Dutch).len(), 9);
    }

    #[test]
    fn ratios_are_said_as_people_say_them() {
        let said = |ratio| times(ratio, Language::Dutch);
        assert_eq!([1.04, 2.5, 3.0, 9.96, 337.4].map(said), ["1", "2,5", "3", "10", "337"]);
    }
}
