//! # Repairs that are never done
//!
//! What can be known before a run: that nobody is there whom a repair could replace, that it would start after the end, or that nothing
//! is broken that it could answer. Where chance could bring a breach nothing is said.

use super::fault::{Fault, Problem, Undone};
use super::tree::Table;
use super::{Event, Happening, Referent, Repair, RepairKind, Scenario, Teams, When};

/// A warning for each repair that is never done.
pub fn undone(root: &Table, scenario: &Scenario) -> Vec<Fault> {
    let on = &scenario.mechanisms;
    if !(on.repair && on.breaches) {
        return Vec::new(); // switched off, to see what becomes of it
    }
    let warn = |((_, table), repair): ((_, &Table), &Repair)| {
        let problem = problem(scenario, repair)?;
        let keys: &[&str] = match problem {
            Problem::Undone { why: Undone::NobodyToReplace } => &["what"],
            Problem::NeverHappens { .. } => &["delay", "day", "after"],
            _ => &["when", "day", "days"],
        };
        keys.iter().find_map(|key| table.get(key)).map(|node| Fault::at(&node.place, problem))
    };
    root.tables("repair").zip(&scenario.repairs).filter(|(_, repair)| repair.strength > 0.0).filter_map(warn).collect()
}

fn problem(scenario: &Scenario, repair: &Repair) -> Option<Problem> {
    if repair.what == RepairKind::LeaderReplacement && by_colleagues(scenario, repair) {
        return Some(Problem::Undone { why: Undone::NobodyToReplace });
    }
    let length = scenario.run.length;
    if let When::After { event, delay } = repair.when {
        // A breach after the end is told as such.
        let first = first_day(&scenario.events[event]).filter(|day| *day <= length)?;
        let day = i64::from(first) + i64::from(delay);
        return (day > i64::from(length)).then_some(Problem::NeverHappens { day, length });
    }
    let (by, severity, last) = match &repair.when {
        When::AfterBreach { by, severity, .. } => (*by, *severity, length),
        _ if !repair.what.needs_a_breach() => return None,
        When::Days(days) => (Some(repair.by), 0.0, days.iter().copied().filter(|day| *day <= length).max()?),
        _ => (Some(repair.by), 0.0, length),
    };
    if scenario.mechanisms.incidents {
        return None;
    }
    let first = |fits: &dyn Fn(&Event) -> bool| scenario.events.iter().filter(|event| fits(event)).filter_map(first_day).min();
    let any = first(&|event| breaker(event).is_some());
    // Whoever was wronged may do wrong in return.
    let strikes_back = scenario.mechanisms.retaliation && by != Some(Referent::Top) && any.is_some_and(|day| day <= last);
    let own = first(&|event| is_answered(event, repair, by, severity));
    match own {
        _ if strikes_back => None,
        Some(first) if first <= last => None,
        Some(first) if first <= length => Some(Problem::Undone { why: Undone::BrokenLater { first, last } }),
        _ => Some(Problem::Undone { why: Undone::NothingBroken { by } }),
    }
}

/// Whether only colleagues break the trust that a repair answers.
fn by_colleagues(scenario: &Scenario, repair: &Repair) -> bool {
    let by = match &repair.when {
        When::After { event, .. } => breaker(&scenario.events[*event]),
        When::AfterBreach { by, .. } => *by,
        _ => Some(repair.by),
    };
    by == Some(Referent::Colleague)
}

/// Who breaks trust in an event, if anybody may.
fn breaker(event: &Event) -> Option<Referent> {
    match &event.what {
        Happening::Breach(breach) => Some(breach.by),
        Happening::ImposedLoss { .. } | Happening::Shock { .. } => Some(Referent::Top),
        _ => None,
    }
}

/// The first day on which an event may happen.
fn first_day(event: &Event) -> Option<u32> {
    match &event.when {
        When::Days(days) => days.first().copied(),
        _ => Some(0),
    }
}

/// Whether a repair that follows no event of its own may answer this one.
fn is_answered(event: &Event, repair: &Repair, by: Option<Referent>, severity: f64) -> bool {
    let Some(breaker) = breaker(event).filter(|breaker| by.is_none_or(|by| by == *breaker)) else { return false };
    let Happening::Breach(breach) = &event.what else { return true };
    let apart = match (&breach.teams, &repair.teams) {
        (Teams::These(one), Teams::These(other)) => breaker != Referent::Top && !one.iter().any(|team| other.contains(team)),
        _ => false,
    };
    breach.severity >= severity && !apart
}

#[cfg(test)]
mod tests {
    use super::super::fault::Code;
    use super::super::read::read_text;
    use super::*;

    const CALM: &str = "[mechanisms]\nincidents = false\n";
    const LEADER: &str =
        "[[event]]\nid = 'b'\nwhat = 'breach'\nday = 200\nby = 'leader'\nkind = 'integrity'\nseverity = 0.4\nteams = [1]\n";

    fn warned(text: &str) -> Vec<Problem> {
        read_text("undone", text)
            .unwrap_or_else(|faults| panic!("{faults:#?}\n{text}"))
            .warnings
            .into_iter()
            .map(|fault| fault.problem)
            .collect()
    }

    fn why(text: &str) -> Option<Undone> {
        match warned(text).as_slice() {
            [] => None,
            [Problem::Undone { why }] => Some(*why),
            other => panic!("{other:?}\n{text}"),
        }
    }

    fn repair(keys: &str) -> String {
        format!("[[repair]]\nid = 'r'\n{keys}\n")
    }

    #[test]
    fn a_repair_with_nothing_to_answer_is_warned_of_and_only_where_chance_brings_nothing() {
        let support = repair("what = 'consistent_support'\nday = 100");
        assert_eq!(why(&format!("{CALM}{support}")), Some(Undone::NothingBroken { by: Some(Referent::Leader) }));
        assert_eq!(why(&support), None, "everyday incidents may come");
        assert_eq!(why(&format!("{CALM}{LEADER}{support}")), Some(Undone::BrokenLater { first: 200, last: 100 }));
        assert_eq!(why(&format!("{CALM}{LEADER}{}", support.replace("100", "200"))), None);
        assert_eq!(why(&format!("{CALM}{}{support}", LEADER.replace("day = 200", "per_year = 0.5"))), None);
        // what is done without a breach too, and what is switched off
        assert_eq!(why(&format!("{CALM}{}", repair("what = 'policy_reform'\nday = 100"))), None);
        assert_eq!(why(&format!("{CALM}repair = false\n{support}")), None);
        assert_eq!(why(&format!("{CALM}{support}strength = 0.0\n")), None);
    }

    #[test]
    fn the_offender_and_the_teams_have_to_be_those_of_a_breach() {
        let by = |who: &str, teams: &str| repair(&format!("what = 'empathy'\nday = 250\nby = '{who}'\nteams = {teams}"));
        let calm = "[mechanisms]\nincidents = false\nretaliation = false\n";
        assert_eq!(why(&format!("{calm}{LEADER}{}", by("top", "'all'"))), Some(Undone::NothingBroken { by: Some(Referent::Top) }));
        assert_eq!(why(&format!("{CALM}{LEADER}{}", by("top", "'all'"))), Some(Undone::NothingBroken { by: Some(Referent::Top) }));
        assert_eq!(
            why(&format!("{calm}{LEADER}{}", by("colleague", "'all'"))),
            Some(Undone::NothingBroken { by: Some(Referent::Colleague) })
        );
        assert_eq!(why(&format!("{CALM}{LEADER}{}", by("colleague", "'all'"))), None, "colleagues may strike back");
        assert_eq!(why(&format!("{calm}{LEADER}{}", by("leader", "[2, 3]"))), Some(Undone::NothingBroken { by: Some(Referent::Leader) }));
        assert_eq!(why(&format!("{calm}{LEADER}{}", by("leader", "[0, 1]"))), None);
        let signal = |when: &str| repair(&format!("what = 'apology'\nwhen = {{ {when} }}"));
        assert_eq!(why(&format!("{calm}{LEADER}{}", signal("severity_above = 0.6"))), Some(Undone::NothingBroken { by: None }));
        assert_eq!(why(&format!("{calm}{LEADER}{}", signal("severity_above = 0.4"))), None);
        assert_eq!(
            why(&format!("{calm}{LEADER}{}", signal("survey_trust_top_below = 0.4"))),
            Some(Undone::NothingBroken { by: Some(Referent::Top) })
        );
    }

    #[test]
    fn only_who_leads_is_replaced() {
        let colleague = LEADER.replace("'leader'", "'colleague'");
        let replaced = repair("what = 'leader_replacement'\nafter = 'b'");
        assert_eq!(why(&format!("{colleague}{replaced}")), Some(Undone::NobodyToReplace));
        assert_eq!(why(&format!("{LEADER}{replaced}")), None);
        assert_eq!(why(&repair("what = 'leader_replacement'\nday = 100\nby = 'colleague'")), Some(Undone::NobodyToReplace));
        assert_eq!(why(&repair("what = 'leader_replacement'\nwhen = { breach_by = 'colleague' }")), Some(Undone::NobodyToReplace));
    }

    #[test]
    fn a_repair_that_would_start_after_the_end_is_warned_of() {
        let late =
            |delay: &str| format!("[run]\nlength = 300\n{LEADER}{}", repair(&format!("what = 'apology'\nafter = 'b'\ndelay = {delay}")));
        assert_eq!(warned(&late("101")), [Problem::NeverHappens { day: 301, length: 300 }]);
        assert_eq!(warned(&late("100")), []);
    }

    #[test]
    fn each_arm_is_looked_at_as_it_is_run() {
        let arms = "[arms]\nboss = {}\nmate = { set = { 'event.b.by' = 'colleague' } }\n";
        let text = format!("{LEADER}{}{arms}", repair("what = 'leader_replacement'\nafter = 'b'"));
        assert_eq!(why(&text), Some(Undone::NobodyToReplace));
        let both = text.replace("boss = {}\n", "").replace("'leader'", "'colleague'").replace("= 'colleague' } }", "= 'leader' } }");
        assert_eq!(why(&both), None, "what no arm is, is not run");
        assert_eq!(read_text("undone", &text).unwrap().warnings[0].code(), Code::W107);
    }
}
