//! # The trust ledger
//!
//! Every change of trust, booked to its cause.
//!
//! ```text
//!   entry of a cause = trust after it acted − trust before       so that entries add up to the whole change
//! ```
//!
//! **How.** Trust is a quotient, so causes that act together cannot be read off its terms. They are therefore let in one after
//! another and trust is worked out after each. Most act at a time of their own: a breach, a repair, gossip, a newcomer. The laws
//! of the day's contacts act at once, so the day is lived on a copy with the first of them alone, with the first two, and so on,
//! each time with the same luck, and last as it is. The order is that of [`Cause::ALL`].
//!
//! **Limits.** Where two causes strengthen each other, what they do together falls to the later one. Trust in somebody who is
//! not there does not exist: while a team has no leader nothing is booked, and the difference between the old leader and the new
//! one falls to what brought the new one. A change of who is asked (somebody leaves, somebody starts) changes a team's mean
//! though nobody changed their mind. Beliefs are kept to a sixty-five-thousandth; what a day's rounding does falls to behaviour.
//!
//! **What it costs.** Nothing where it is not kept; where it is, a life takes some eight times as long. It draws no luck and
//! changes no number.

use super::terms::Terms;
use super::trust::single;
use crate::organisation::Block;
use crate::scenario::{ByReferent, Referent};
use crate::text::{Text, text};

macro_rules! causes {
    ($($cause:ident $key:literal $en:literal $nl:literal, $about_en:literal, $about_nl:literal;)*) => {
        /// Why trust changed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs)] // each is explained by `about`
        pub enum Cause { $($cause,)* }

        impl Cause {
            /// All, in the order in which those that act at once are let in.
            pub const ALL: [Cause; CAUSES] = [$(Cause::$cause,)*];

            /// Its word in tables.
            pub fn key(self) -> &'static str {
                match self { $(Cause::$cause => $key,)* }
            }

            /// Its name.
            pub fn name(self) -> Text {
                match self { $(Cause::$cause => text($en, $nl),)* }
            }

            /// What falls under it.
            pub fn about(self) -> Text {
                match self { $(Cause::$cause => text($about_en, $about_nl),)* }
            }
        }
    };
}

/// How many causes there are.
pub const CAUSES: usize = 13;

causes! {
    Behaviour "behaviour" "everyday behaviour" "dagelijks gedrag",
        "what people saw others do well and badly", "wat mensen anderen goed en slecht zagen doen";
    LineSpillover "line_spillover" "spill-over between leader and top" "doorwerking tussen leidinggevende en topmanagement",
        "what the leader does carries over to trust in top management, and a breach by one to trust in the other", "wat de leidinggevende doet werkt door op het vertrouwen in het topmanagement, en een vertrouwensbreuk door de een op het vertrouwen in de ander";
    Forgetting "forgetting" "forgetting" "vergeten",
        "what nobody shows fades to what is believed of a stranger", "wat niemand toont, vervaagt tot wat van een vreemde geloofd wordt";
    Drift "drift" "time" "tijd",
        "fresh damage heals or becomes lasting, lasting damage fades, the perceived chance of betrayal falls", "verse schade heelt of wordt blijvend, blijvende schade vervaagt, de ingeschatte kans op verraad neemt af";
    OnFoot "on_foot" "lasting damage made good by good acts" "blijvende schade hersteld door goed gedrag",
        "good acts of the offender make good part of the lasting damage (scars)", "goed gedrag van de dader herstelt een deel van de blijvende schade (littekens)";
    TeamMood "team_mood" "team mood" "teamstemming",
        "what a team shares of the damage is felt by the less hurt too and slows healing", "wat een team aan schade deelt, raakt ook wie minder gekwetst was en vertraagt het helen";
    Gossip "gossip" "gossip" "roddel",
        "what people told one another", "wat mensen elkaar vertelden";
    Practices "practices" "practices" "praktijken",
        "what the practices show people, and what a changed practice makes trust worth", "wat de praktijken mensen laten zien, en wat een gewijzigde praktijk doet met wat er op het spel staat";
    Retaliation "retaliation" "retaliation" "vergelding",
        "rumours spread out of revenge", "geruchten uit wraak";
    Newcomer "newcomer" "newcomers" "nieuwkomers",
        "new people look with fresh eyes: they have a first impression only, and count in the mean from then on", "nieuwe mensen kijken met een frisse blik: ze hebben enkel een eerste indruk, en tellen vanaf dan mee in het gemiddelde";
    Leaving "leaving" "leaving" "vertrek",
        "people leave: nobody trusts them any more, and their own trust no longer counts in the mean", "mensen vertrekken: niemand vertrouwt hen nog, en hun eigen vertrouwen telt niet meer mee in het gemiddelde";
    Breach "breach" "breach" "vertrouwensbreuk",
        "what a breach took at once from those who learned of it", "wat een vertrouwensbreuk meteen nam van wie ervan hoorde";
    Repair "repair" "repair" "herstel",
        "what repairs healed, or made worse", "wat herstel heelde, of erger maakte";
}

/// By how much each cause changed trust, in the order of [`Cause::ALL`].
pub type Entries = ByReferent<[f64; CAUSES]>;

/// Whose trust an account follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The mean over those who are there in this team, from 0.
    Team(u32),
    /// Whoever holds this seat, counted from 0 over the organisation.
    Seat(u32),
}

/// One page of an account: the balance at its end, and what was booked since the page before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LedgerPage {
    /// Trust, 0 to 1; while there is nobody to trust, the last that was; NaN where
    /// there was never any.
    pub balance: ByReferent<f64>,
    /// Whether there is somebody to trust.
    pub exists: ByReferent<bool>,
    /// What changed it.
    pub entries: Entries,
    /// The generation of the seat's holder at its end, from 1; 0 while the seat stands empty, and for a team.
    pub generation: u32,
}

impl LedgerPage {
    pub(super) const EMPTY: LedgerPage = LedgerPage {
        balance: ByReferent::all(0.0),
        exists: ByReferent::all(false),
        entries: ByReferent::all([0.0; CAUSES]),
        generation: 0,
    };
}

/// The accounts of one block.
#[derive(Clone, Debug, Default)]
pub struct Accounts(pub(super) Vec<HolderAccount>);

#[derive(Clone, Debug)]
/// The account of one holder.
pub struct HolderAccount {
    /// Its place among those that were asked for.
    pub(super) number: usize,
    pub(super) lane: usize,
    pub(super) seat: Option<usize>,
    pub(super) page: LedgerPage,
}

impl Accounts {
    /// Books what trust has changed by since the last booking.
    #[cold] // where no ledger is kept, the day must not carry its weight
    #[inline(never)]
    pub fn book(&mut self, block: &Block, terms: &Terms, causes: ByReferent<Cause>) {
        for HolderAccount { lane, seat, page, .. } in &mut self.0 {
            let now = held(block, *lane, *seat, terms);
            page.exists = now.map(|now| !now.is_nan());
            for (who, now) in now.each().filter(|(_, now)| !now.is_nan()) {
                let before = std::mem::replace(&mut page.balance[who], now);
                if !before.is_nan() {
                    page.entries[who][causes[who] as usize] += now - before;
                }
            }
        }
    }
}

/// Trust of a team (its mean) or of a seat's holder; NaN where there is none.
pub(super) fn held(block: &Block, lane: usize, seat: Option<usize>, terms: &Terms) -> ByReferent<f64> {
    if let Some(seat) = seat {
        return of_one(block, lane, seat, terms);
    }
    let (mut sums, mut counts) = (ByReferent::all(0.0), ByReferent::all(0_u32));
    for seat in 0..block.seats {
        for (who, trust) in of_one(block, lane, seat, terms).each().filter(|(_, trust)| !trust.is_nan()) {
            (sums[who], counts[who]) = (sums[who] + trust, counts[who] + 1);
        }
    }
    ByReferent::of(|who| sums[who] / f64::from(counts[who]))
}

/// The same law as [`morning`](super::trust::morning), of one person.
fn of_one(block: &Block, lane: usize, i: usize, terms: &Terms) -> ByReferent<f64> {
    if !block.is_present(i, lane) {
        return ByReferent::all(f64::NAN);
    }
    let trust = |place: usize, who: Referent| f64::from(single(block, place, lane, i, terms.impact[who], terms));
    let others = (1..block.seats).filter(|&j| j != i && block.is_present(j, lane) && block.is_tied(i, j, lane));
    let (sum, count) = others.fold((0.0, 0_u32), |(sum, count), j| (sum + trust(block.pair(i, j), Referent::Colleague), count + 1));
    let leader = if i > 0 && block.is_present(0, lane) { trust(block.pair(i, 0), Referent::Leader) } else { f64::NAN };
    ByReferent([sum / f64::from(count), leader, trust(block.with_top(i), Referent::Top)])
}

impl Cause {
    /// What a breach by `by` is to each referent: the offender's own account, and what it tints.
    pub(super) fn of_breach(by: Referent) -> ByReferent<Cause> {
        let mut causes = ByReferent::all(Cause::LineSpillover);
        causes[by] = Cause::Breach;
        causes
    }
}
