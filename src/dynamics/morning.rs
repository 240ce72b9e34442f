//! # A morning to go on from
//!
//! A life stopped before the news of a day, so that several futures can begin there: what lay before it is lived once.

use super::affairs::Affairs;
use super::desk::Desk;
use super::processor::Processor;
use super::scratch::Face;
use super::state::State;
use crate::organisation::Organisation;
use crate::scenario::Scenario;

/// An organisation, with what is going on in it, before the news of a day.
#[derive(Clone, Debug)]
pub struct Morning {
    organisation: Organisation,
    affairs: Affairs,
    desks: Vec<Desk>,
    faces: Vec<Face>,
}

impl Morning {
    /// As this state stands, between two days.
    pub fn of(state: &State) -> Self {
        Self {
            organisation: state.organisation.clone(),
            affairs: state.affairs.clone(),
            desks: state.desks.clone(),
            faces: state.faces.clone(),
        }
    }

    /// The state from which the days of a scenario go on that plans nothing before this one, as the life so far did not.
    pub fn under(self, processor: Processor, scenario: &Scenario) -> State<'_> {
        let Self { organisation, affairs, desks, faces } = self;
        let fresh = State::around(processor, scenario, organisation);
        let triggered = fresh.affairs.triggered.clone();
        State { affairs: Affairs { triggered, ..affairs }, desks, faces, ..fresh }
    }
}
