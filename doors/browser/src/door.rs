//! # What is kept between questions
//!
//! Scenarios that were read, lives of twins, what was lived before plans part: a lever that is moved costs only what it changes.

use std::collections::VecDeque;
use std::rc::Rc;

use onfoot::analysis::account::{Account, account, together};
use onfoot::analysis::recovery::course::people;
use onfoot::dynamics::ledger::{Holder, LedgerPage};
use onfoot::ensemble::ArmPlan;
use onfoot::ensemble::fork::Forks;
use onfoot::ensemble::live::live_with_ledger;
use onfoot::ensemble::plan::plan;
use onfoot::observe::Life;
use onfoot::scenario::fault::Fault;
use onfoot::scenario::read::read_text_with;
use onfoot::scenario::resolved::resolved;
use onfoot::scenario::{Scenario, When, YEAR};
use onfoot::text::Language;
use onfoot::words::fault::phrase;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::question::{Asked, Question, Which};
use crate::rank::rank;
use crate::telling::{daily, event, last, ledger, object, recovery, series};

/// Most scenarios that are kept.
const MOST_READ: usize = 16;
/// Most lives of twins that are kept.
const MOST_TWINS: usize = 256;

/// A scenario that was read, and what is to be lived of it.
struct Read {
    asked: Asked,
    scenario: Scenario,
    plans: Vec<ArmPlan>,
}

/// The pages of a life: for each team, one for each day.
struct Booked {
    plan: Scenario,
    dice: u32,
    teams: Vec<Vec<LedgerPage>>,
}

/// Answers one question after another.
#[derive(Default)]
pub struct Door {
    read: VecDeque<Rc<Read>>,
    forks: Forks,
    twins: VecDeque<(Scenario, u32, Rc<Life>)>,
    booked: Option<Booked>,
}

/// SHA-256 of the record of a life.
pub fn digest(life: &Life) -> String {
    let bytes = postcard::to_stdvec(life).expect("a record has only plain fields");
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Door {
    /// The answer to a question, both as JSON.
    pub fn answer(&mut self, question: &[u8]) -> String {
        let answered = match serde_json::from_slice(question) {
            Ok(question) => self.answered(&question).unwrap_or_else(|refused| refused),
            Err(why) => json!({ "faults": [{ "text": why.to_string() }] }),
        };
        answered.to_string()
    }

    fn answered(&mut self, question: &Question) -> Result<Value, Value> {
        match question {
            Question::About => Ok(json!({ "version": env!("CARGO_PKG_VERSION"), "sources": env!("ONFOOT_SOURCES") })),
            Question::Read { scenario } => Ok(told(&*self.read(scenario)?)),
            Question::Rank { asked } => Ok(rank(asked)),
            Question::Resolved { scenario } => Ok(object("text", json!(resolved(&self.read(scenario)?.scenario)))),
            Question::Live { scenario, which, measures } => {
                let read = self.read(scenario)?;
                let plan = read.plan(which)?;
                Ok(self.lived(&read, plan, which.life, measures))
            }
            Question::Ledger { scenario, which, from, to } => {
                let read = self.read(scenario)?;
                let plan = read.plan(which)?;
                let account = self.account(plan, which.life, *from, *to).ok_or_else(|| fault("no such days"))?;
                Ok(object("referents", ledger(&account, language(scenario))))
            }
        }
    }

    /// The scenario, read unless it is known; else what is wrong with it.
    fn read(&mut self, asked: &Asked) -> Result<Rc<Read>, Value> {
        if let Some(known) = self.read.iter().find(|read| read.asked == *asked) {
            return Ok(Rc::clone(known));
        }
        let reading = read_text_with("scenario.toml", &asked.text, &asked.set)
            .map_err(|faults| object("faults", faults.iter().map(|fault| said(fault, language(asked))).collect()))?;
        let read = Rc::new(Read { asked: asked.clone(), plans: plan(&reading.scenario), scenario: reading.scenario });
        self.read.push_back(Rc::clone(&read));
        forget(&mut self.read, MOST_READ);
        Ok(read)
    }

    /// A life and that of its twin.
    fn lived(&mut self, read: &Read, plan: &ArmPlan, number: u32, measures: &[String]) -> Value {
        let calm = plan.twin.as_ref().and_then(|name| read.plans.iter().find(|plan| plan.name == *name));
        let calm = calm.map(|calm| self.twin(calm, number));
        let life = self.live(plan, number);
        let beside = calm.as_deref();
        json!({
            "arm": plan.name, "life": number, "digest": digest(&life), "year": YEAR, "people": people(&plan.scenario, &life),
            "days": life.days, "series": series(&life, measures), "daily": daily(&life), "last": last(&life),
            "events": life.events.iter().map(|entry| event(entry, &plan.scenario)).collect::<Vec<_>>(),
            "recovery": recovery(&plan.scenario, number, &life, beside),
            "twin": beside.map(|twin| json!({ "series": series(twin, measures), "daily": daily(twin), "last": last(twin) })),
        })
    }

    fn live(&mut self, plan: &ArmPlan, number: u32) -> Life {
        let scenario = plan.scenario_of(number);
        self.forks.live(&scenario, plan.dice(number), &mut || true).expect("nobody stops it")
    }

    /// The life of a twin, which is kept.
    fn twin(&mut self, plan: &ArmPlan, number: u32) -> Rc<Life> {
        let known = self.twins.iter().find(|(scenario, dice, _)| *dice == plan.dice(number) && *scenario == plan.scenario);
        if let Some((_, _, life)) = known {
            return Rc::clone(life);
        }
        let life = Rc::new(self.live(plan, number));
        self.twins.push_back((plan.scenario.clone(), plan.dice(number), Rc::clone(&life)));
        forget(&mut self.twins, MOST_TWINS);
        life
    }

    /// What changed trust between two days, mean over teams; none where there are no such days.
    fn account(&mut self, plan: &ArmPlan, number: u32, from: u32, to: u32) -> Option<Account> {
        let (scenario, dice) = (plan.scenario_of(number), plan.dice(number));
        if !self.booked.as_ref().is_some_and(|booked| booked.dice == dice && booked.plan == *scenario) {
            let holders: Vec<Holder> = (0..scenario.organisation.teams).map(Holder::Team).collect();
            let (_, pages) = live_with_ledger(&scenario, dice, &holders);
            let teams = (0..holders.len()).map(|team| pages.iter().map(|day| day[team]).collect()).collect();
            self.booked = Some(Booked { plan: scenario.into_owned(), dice, teams });
        }
        let accounts: Option<Vec<Account>> = self.booked.as_ref()?.teams.iter().map(|pages| account(pages, from, to)).collect();
        accounts.filter(|accounts| !accounts.is_empty()).map(|accounts| together(&accounts))
    }
}

/// Forgets what came first, where there is more than that.
fn forget<T>(queue: &mut VecDeque<T>, most: usize) {
    while queue.len() > most {
        queue.pop_front();
    }
}

impl Read {
    fn plan(&self, which: &Which) -> Result<&ArmPlan, Value> {
        match &which.arm {
            None => self.plans.first(),
            Some(name) => self.plans.iter().find(|plan| plan.name == *name),
        }
        .ok_or_else(|| fault("no such arm"))
    }
}

/// What a scenario is.
fn told(read: &Read) -> Value {
    let scenario = &read.scenario;
    let size = &scenario.organisation;
    let days = |when: &When| if let When::Days(days) = when { days.clone() } else { Vec::new() };
    let events = scenario.events.iter().map(|event| json!({ "id": event.id, "days": days(&event.when) })).collect::<Vec<_>>();
    let arms = read.plans.iter().map(|plan| json!({ "name": plan.name, "twin": plan.twin, "is_twin": plan.is_twin }));
    let language = language(&read.asked);
    json!({
        "title": scenario.title(language), "question": scenario.question(language), "arms": arms.collect::<Vec<_>>(),
        "days": scenario.run.length, "seed": scenario.run.seed.to_string(), "replicates": scenario.run.replicates,
        "teams": size.teams, "people": f64::from(size.teams) * f64::from(size.team_size.min + size.team_size.max) / 2.0, "events": events,
    })
}

fn said(fault: &Fault, language: Language) -> Value {
    let phrase = phrase(fault, language);
    let place = fault.place.as_ref().map(|place| place.line_and_column());
    json!({
        "line": place.map(|place| place.0), "column": place.map(|place| place.1), "code": fault.code().key(), "text": phrase.headline,
        "label": phrase.label, "help": phrase.help,
    })
}

fn fault(text: &str) -> Value {
    json!({ "faults": [{ "text": text }] })
}

fn language(asked: &Asked) -> Language {
    if asked.language == "nl" { Language::Dutch } else { Language::English }
}
