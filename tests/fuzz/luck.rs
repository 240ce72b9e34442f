//! Chance that is the same on every machine and for ever: an input is found again by its seed and its number.

/// SplitMix64 (Steele, Lea and Flood 2014).
pub struct Luck(u64);

impl Luck {
    pub fn of(seed: u64, number: u64) -> Self {
        let mut luck = Self(seed ^ number.wrapping_mul(0xd134_2543_de82_ef95));
        luck.next();
        luck
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 when there is none.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn pick<'t, T: ?Sized>(&mut self, from: &'t [&'t T]) -> &'t T {
        from[self.below(from.len())]
    }

    /// One of them; the place in `weights` by their weight.
    pub fn weighted(&mut self, weights: &[usize]) -> usize {
        let mut at = self.below(weights.iter().sum());
        for (place, weight) in weights.iter().enumerate() {
            if at < *weight {
                return place;
            }
            at -= weight;
        }
        0
    }
}
