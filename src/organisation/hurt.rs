//! # Damage
//!
//! Wounds and scars, kept only where there are any: an index finds the damage of a relation at once.

/// Damage below which a relation counts as whole again.
pub const WHOLE: f32 = 1e-4;

/// The damage of one relation.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Hurt {
    /// Place of the relation in its block.
    pub place: u16,
    /// Lane.
    pub lane: u16,
    /// Wounds to credibility and trustworthiness.
    pub wound: [f32; 2],
    /// Scars to credibility and trustworthiness.
    pub scar: [f32; 2],
    /// Part of the scars that does not fade by itself.
    pub sealed: [f32; 2],
}

impl Hurt {
    /// Wound and scar together, for each pair.
    #[inline(always)]
    pub fn damage(&self) -> [f32; 2] {
        [(self.wound[0] + self.scar[0]).min(1.0), (self.wound[1] + self.scar[1]).min(1.0)]
    }

    /// The larger wound.
    pub fn worst_wound(&self) -> f32 {
        self.wound[0].max(self.wound[1])
    }

    /// The larger scar.
    pub fn worst_scar(&self) -> f32 {
        self.scar[0].max(self.scar[1])
    }

    fn is_healed(&self) -> bool {
        let [c, t] = self.damage();
        c < WHOLE && t < WHOLE
    }
}

const NONE: u16 = u16::MAX;

/// The damaged relations of a block.
#[derive(Clone, Debug, Default)]
pub struct Hurts {
    all: Vec<Hurt>,
    index: Vec<u16>,
    lanes: usize,
}

impl Hurts {
    /// None among `places` relations in `lanes` lanes.
    pub fn none(places: usize, lanes: usize) -> Self {
        Self { all: Vec::with_capacity(places), index: vec![NONE; places * lanes], lanes }
    }

    /// The damage of a relation, if it has any.
    #[inline(always)]
    pub fn get(&self, place: usize, lane: usize) -> Option<&Hurt> {
        self.all.get(self.index[place * self.lanes + lane] as usize)
    }

    /// The damage of a relation, to be changed; made if there was none.
    pub fn entry(&mut self, place: usize, lane: usize) -> &mut Hurt {
        let at = &mut self.index[place * self.lanes + lane];
        if *at == NONE {
            *at = self.all.len() as u16;
            self.all.push(Hurt { place: place as u16, lane: lane as u16, ..Hurt::default() });
        }
        &mut self.all[*at as usize]
    }

    /// The damage of a relation, to be changed, if it has any.
    pub fn find(&mut self, place: usize, lane: usize) -> Option<&mut Hurt> {
        self.all.get_mut(self.index[place * self.lanes + lane] as usize)
    }

    /// Everything that is damaged, in a fixed order.
    pub fn all(&self) -> &[Hurt] {
        &self.all
    }

    /// Everything that is damaged, to be changed.
    pub fn all_mut(&mut self) -> &mut [Hurt] {
        &mut self.all
    }

    /// Makes a relation whole.
    pub fn clear(&mut self, place: usize, lane: usize) {
        let at = self.index[place * self.lanes + lane];
        if at != NONE {
            self.remove(at as usize);
        }
    }

    /// Drops what has healed.
    pub fn tidy(&mut self) {
        let mut at = 0;
        while at < self.all.len() {
            if self.all[at].is_healed() {
                self.remove(at);
            } else {
                at += 1;
            }
        }
    }

    fn remove(&mut self, at: usize) {
        let gone = self.all.swap_remove(at);
        self.index[gone.place as usize * self.lanes + gone.lane as usize] = NONE;
        if let Some(moved) = self.all.get(at) {
            self.index[moved.place as usize * self.lanes + moved.lane as usize] = at as u16;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_found_where_it_was_put_whatever_is_removed() {
        let mut hurts = Hurts::none(10, 4);
        for place in 0..10 {
            hurts.entry(place, place % 4).wound[0] = place as f32 / 10.0;
        }
        hurts.clear(3, 3);
        hurts.tidy(); // place 0 has no damage
        for place in 0..10 {
            let found = hurts.get(place, place % 4).map(|hurt| hurt.wound[0]);
            assert_eq!(found, (place != 0 && place != 3).then_some(place as f32 / 10.0));
        }
    }
}
