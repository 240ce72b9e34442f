//! # Booking
//!
//! Where the [`ledger`](super::ledger) is kept: accounts are opened, what acts in the day's contacts is booked cause by cause, and
//! pages are turned.

use super::behaviour;
use super::ledger::{Accounts, Cause, Holder, HolderAccount, LedgerPage, held};
use super::scratch::Scratch;
use super::state::{State, Today};
use super::terms::Terms;
use crate::organisation::{Block, LANES, Lane};
use crate::theory::healing;
use crate::theory::referent::ByReferent;

impl Accounts {
    /// Books the laws that act at once in the day's contacts but for the last of them, which is booked after the day itself.
    #[cold]
    #[inline(never)]
    pub(super) fn book_contacts(&mut self, block: &mut Block, today: &Today, scratch: &mut Scratch) {
        let (relations, sealed, count, trustees) = (block.relations.clone(), block.sealed.clone(), block.count, scratch.trustees.clone());
        let all = today.terms;
        let mut terms = Terms { forgetting: 0.0, chance_easing: 0.0, up: 0.0, healing: [0.0; 3], ..all.clone() };
        for trustee in &mut scratch.trustees {
            (trustee.mood, trustee.open, trustee.wear) = ([Lane::all(0.0); 2], Lane::all(1.0), Lane::all(0.0));
        }
        for cause in [Cause::Behaviour, Cause::LineSpillover, Cause::Forgetting, Cause::Drift, Cause::OnFoot] {
            match cause {
                Cause::LineSpillover => terms.up = all.up,
                Cause::Forgetting => terms.forgetting = all.forgetting,
                Cause::Drift => {
                    (terms.chance_easing, terms.healing) = (all.chance_easing, all.healing);
                    let open = Lane::all(healing::open(all.healing, 0.0));
                    scratch.trustees.iter_mut().for_each(|trustee| trustee.open = open);
                }
                Cause::OnFoot => {
                    scratch.trustees.iter_mut().zip(&trustees).for_each(|(trustee, own)| trustee.wear = own.wear);
                }
                _ => {}
            }
            behaviour::step(block, &Today { terms: &terms, ..*today }, scratch);
            self.book(block, all, ByReferent::all(cause));
            block.relations.clone_from(&relations);
            block.sealed.clone_from(&sealed);
            block.count = count;
        }
        scratch.trustees.clone_from(&trustees);
    }
}

impl State<'_> {
    /// Opens an account for each holder; the first page starts with the trust of now. Teams and seats that do not exist have
    /// accounts in which nothing is booked.
    pub fn keep_ledger(&mut self, holders: &[Holder]) {
        self.accounts = holders.len();
        self.desks.iter_mut().for_each(|desk| desk.accounts = None);
        for (number, holder) in holders.iter().enumerate() {
            let Some((block, lane, seat)) = self.place_of(*holder) else { continue };
            let balance = held(&self.organisation.blocks[block], lane, seat, &self.terms);
            let page = LedgerPage { balance, exists: balance.map(|trust| !trust.is_nan()), ..LedgerPage::EMPTY };
            let accounts = self.desks[block].accounts.get_or_insert_default();
            accounts.0.push(HolderAccount { number, lane, seat, page });
        }
    }

    /// Block, lane and, for a person, the seat in them; none if there is no such team or seat.
    fn place_of(&self, holder: Holder) -> Option<(usize, usize, Option<usize>)> {
        match holder {
            Holder::Team(team) => self.organisation.place.get(team as usize).map(|&(block, lane)| (block as usize, lane as usize, None)),
            Holder::Seat(number) => self.organisation.blocks.iter().enumerate().find_map(|(at, block)| {
                let seat = |lane: usize| number.checked_sub(block.first_seat[lane]).filter(|seat| *seat < block.sizes[lane]);
                (0..LANES).find_map(|lane| Some((at, lane, Some(seat(lane)? as usize))))
            }),
        }
    }

    /// Books what trust has changed by, everywhere, since the last booking.
    pub(super) fn book(&mut self, causes: ByReferent<Cause>) {
        if self.accounts == 0 {
            return;
        }
        for (desk, block) in self.desks.iter_mut().zip(&self.organisation.blocks) {
            desk.book(block, &self.terms, causes);
        }
    }

    /// Closes a page of every account, in the order of the holders, and starts the next.
    pub fn turn_page(&mut self) -> Vec<LedgerPage> {
        let mut pages = vec![LedgerPage { balance: ByReferent::all(f64::NAN), ..LedgerPage::EMPTY }; self.accounts];
        for (desk, block) in self.desks.iter_mut().zip(&self.organisation.blocks) {
            for account in desk.accounts.iter_mut().flat_map(|accounts| &mut accounts.0) {
                let there = account.seat.filter(|&seat| block.is_present(seat, account.lane));
                let generation = there.map_or(0, |seat| block.seat[seat].generation[account.lane]);
                pages[account.number] = LedgerPage { generation, ..account.page };
                account.page.entries = LedgerPage::EMPTY.entries;
            }
        }
        pages
    }
}
