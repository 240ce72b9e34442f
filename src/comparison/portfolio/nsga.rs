//! # The search where there are too many
//!
//! NSGA-II: a population of portfolios; from each generation the next by tournaments of two, crossover and mutation, and of old and new
//! together the best stay, by rank and then by how little crowded they are.
//!
//! ```text
//!   population    an eighth of the evaluations, 8 to 64
//!   tournament    of two drawn, the one of better rank, or of the same rank the less crowded
//!   crossover     in 9 of 10 pairs each repair is taken from either parent with equal chance (uniform)
//!   mutation      each repair is redrawn with chance 1 / repairs
//!   budget        repairs are drawn and dropped until the rest is affordable
//! ```
//!
//! **Read it as.** It looks where it has found something, so that a few hundred of very many portfolios are lived. None is lived twice:
//! a child that is known is drawn anew, more and more freely.
//!
//! **Limits.** What it finds is not proved to be the front. It begins with nothing, each repair alone, and the arms of the file, so that it is never
//! worse than what a person would have compared.
//!
//! **Source.** Deb, Pratap, Agarwal & Meyarivan (2002), IEEE Transactions on Evolutionary Computation 6(2), 182-197; uniform crossover: Syswerda
//! (1989). Budget by repairing children: Michalewicz (1996). Own code: the crates that have the algorithm draw from a generator of their own,
//! and every draw here is found by what it is for.

use std::collections::BTreeSet;

use super::front::{Merits, preferred};
use super::options::{Genes, Options};
use crate::random::{Dice, Draw, Purpose};

/// Pairs whose repairs are mixed.
const CROSSOVER: f64 = 0.9;
/// How often a child that is known is drawn anew before the generation goes on without it.
const TRIES: u32 = 64;
/// Smallest and largest population.
const POPULATION: [usize; 2] = [8, 64];
/// Evaluations for each of the population.
const GENERATIONS: usize = 8;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Search<'a> {
    /// What can be chosen.
    pub options: &'a Options,
    /// Most person-days of a portfolio.
    pub budget: Option<f64>,
    /// Most portfolios that are looked at, at least 1.
    pub evaluations: usize,
    /// The seed.
    pub seed: u64,
}

/// What was looked at, in the order in which it was, and in how many generations.
pub type Seen = (Vec<(Genes, Merits)>, u32);

impl Search<'_> {
    /// Portfolios in a generation.
    pub fn population(&self) -> usize {
        (self.evaluations / GENERATIONS).clamp(POPULATION[0], POPULATION[1])
    }

    /// Looks at portfolios, beginning with `first`; `merits` says what each is worth, or that it is stopped.
    pub fn run(&self, first: Vec<Genes>, merits: &mut dyn FnMut(&[Genes]) -> Option<Vec<Merits>>) -> Option<Seen> {
        let dice = Dice::new(self.seed, 0);
        let mut known: BTreeSet<Genes> = BTreeSet::new();
        let mut seen: Vec<(Genes, Merits)> = Vec::new();
        let mut batch: Vec<Genes> = Vec::new();
        for genes in first {
            if batch.len() < self.evaluations && !known.contains(&genes) && self.options.is_affordable(&genes, self.budget) {
                known.insert(genes.clone());
                batch.push(genes);
            }
        }
        let wanted = self.population().min(self.evaluations);
        for child in batch.len()..wanted {
            let fresh = (0..TRIES).map(|attempt| self.anything(&mut dice.at(Purpose::Search, 0, child as u32, attempt)));
            keep(fresh, &mut known, &mut batch);
        }
        let mut generation = 0;
        let mut living: Vec<usize> = Vec::new();
        while !batch.is_empty() {
            let found = merits(&batch)?;
            living.extend(seen.len()..seen.len() + batch.len());
            seen.extend(batch.drain(..).zip(found));
            let of_living: Vec<Merits> = living.iter().map(|at| seen[*at].1).collect();
            let order = preferred(&of_living);
            living = order.iter().take(self.population()).map(|at| living[*at]).collect();
            generation += 1;
            let room = self.evaluations - seen.len();
            for child in 0..self.population().min(room) {
                let parents: Vec<&Genes> = living.iter().map(|at| &seen[*at].0).collect();
                let fresh = (0..TRIES).map(|attempt| {
                    let mut draw = dice.at(Purpose::Search, generation, child as u32, attempt);
                    self.child(&parents, f64::from(1 + attempt / 8), &mut draw)
                });
                keep(fresh, &mut known, &mut batch);
            }
        }
        Some((seen, generation))
    }

    /// Any affordable portfolio.
    fn anything(&self, draw: &mut Draw) -> Genes {
        let share = draw.uniform();
        let genes = (0..self.options.starts.len()).map(|at| if draw.chance(share) { self.start(at, draw) } else { 0 });
        let mut genes: Genes = genes.collect();
        self.affordable(&mut genes, draw);
        genes
    }

    /// Any start of a repair.
    fn start(&self, at: usize, draw: &mut Draw) -> u8 {
        1 + draw.below(self.options.starts[at].len() as u32) as u8
    }

    /// A child of two winners; `freedom` times as many repairs are redrawn as usual.
    fn child(&self, parents: &[&Genes], freedom: f64, draw: &mut Draw) -> Genes {
        // They stand in the order of preference, so that a tournament is won by the lower place.
        let mut winner = || parents[draw.below(parents.len() as u32).min(draw.below(parents.len() as u32)) as usize];
        let [one, other] = [winner(), winner()];
        let mixed = draw.chance(CROSSOVER);
        let mut child: Genes = one.iter().zip(other).map(|(one, other)| if mixed && draw.chance(0.5) { *other } else { *one }).collect();
        let rate = (freedom / child.len().max(1) as f64).min(0.5);
        for (at, gene) in child.iter_mut().enumerate() {
            if draw.chance(rate) {
                // What is out comes in; what is in goes out or moves to another start, with equal chance.
                *gene = if draw.chance(0.5) && *gene != 0 { 0 } else { self.start(at, draw) };
            }
        }
        self.affordable(&mut child, draw);
        child
    }

    /// Drops repairs until the rest is within the budget.
    fn affordable(&self, genes: &mut Genes, draw: &mut Draw) {
        while !self.options.is_affordable(genes, self.budget) {
            let paid: Vec<usize> = (0..genes.len()).filter(|at| genes[*at] != 0).collect();
            if paid.is_empty() {
                return; // nothing costs nothing
            }
            genes[paid[draw.below(paid.len() as u32) as usize]] = 0;
        }
    }
}

/// Looks at the first of these that is not known.
fn keep(mut fresh: impl Iterator<Item = Genes>, known: &mut BTreeSet<Genes>, batch: &mut Vec<Genes>) {
    if let Some(genes) = fresh.find(|genes| !known.contains(genes)) {
        known.insert(genes.clone());
        batch.push(genes);
    }
}

#[cfg(test)]
mod tests {
    use super::super::front::undominated;
    use super::super::options::Start;
    use super::*;
    use crate::scenario::{Repair, RepairKind, When};

    /// Repairs of these prices, each at so many starts.
    fn options(prices: &[f64], starts: usize) -> Options {
        let repair = |at: usize, delay: u32| Repair {
            id: format!("r{at}"),
            cost: prices[at],
            ..Repair::new(RepairKind::PolicyReform, When::After { event: 0, delay })
        };
        let start = |at, delay| Start { repair: repair(at, delay), delay: Some(delay), price: prices[at], open: false };
        Options { starts: (0..prices.len()).map(|at| (0..starts as u32).map(|delay| start(at, delay)).collect()).collect() }
    }

    /// What repairs win, the later the less; three of ten are worth something.
    fn worth(options: &Options, genes: &[u8]) -> Merits {
        const WINS: [f64; 10] = [8.0, 0.0, 0.0, 4.0, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0];
        let won = genes.iter().zip(WINS).map(|(gene, wins)| if *gene == 0 { 0.0 } else { wins / f64::from(*gene) });
        [-options.price(genes), 0.0, won.sum()]
    }

    fn front(seen: &[(Genes, Merits)]) -> Vec<Genes> {
        let mut seen = seen.to_vec();
        seen.sort_by(|one, other| one.0.cmp(&other.0));
        let stands = undominated(&seen.iter().map(|row| row.1).collect::<Vec<_>>());
        seen.into_iter().zip(stands).filter(|(_, stands)| *stands).map(|(row, _)| row.0).collect()
    }

    fn found(options: &Options, budget: Option<f64>, evaluations: usize, seed: u64) -> Vec<(Genes, Merits)> {
        let search = Search { options, budget, evaluations, seed };
        let first = std::iter::once(vec![0; 10]).collect();
        search.run(first, &mut |batch| Some(batch.iter().map(|genes| worth(options, genes)).collect())).unwrap().0
    }

    const PRICES: [f64; 10] = [9.0, 3.0, 5.0, 4.0, 8.0, 2.0, 7.0, 3.0, 6.0, 1.0];

    #[test]
    fn it_finds_the_front_that_all_portfolios_have_with_a_quarter_of_them() {
        let options = options(&PRICES, 1);
        let all: Vec<(Genes, Merits)> =
            options.all(None, 2_000).unwrap().into_iter().map(|genes| (genes.clone(), worth(&options, &genes))).collect();
        assert_eq!((all.len(), front(&all).len()), (1024, 8));
        for seed in 1..6 {
            assert_eq!(front(&found(&options, None, 256, seed)), front(&all), "{seed}");
        }
    }

    #[test]
    fn with_starts_it_finds_those_that_win_most_among_very_many() {
        let options = options(&PRICES, 4);
        assert!(options.portfolios() > 9e6);
        let stands = front(&found(&options, None, 600, 1));
        let best = [1, 0, 0, 1, 0, 0, 0, 1, 0, 0].to_vec();
        assert!(stands.contains(&best), "{stands:?}");
    }

    #[test]
    fn no_budget_is_exceeded_and_nothing_is_looked_at_twice() {
        let options = options(&PRICES, 2);
        let seen = found(&options, Some(11.0), 200, 3);
        let mut genes: Vec<&Genes> = seen.iter().map(|row| &row.0).collect();
        assert!(genes.iter().all(|genes| options.price(genes) <= 11.0) && genes.len() <= 200);
        genes.sort();
        genes.dedup();
        assert_eq!(genes.len(), seen.len());
        assert_eq!(seen, found(&options, Some(11.0), 200, 3));
        assert_ne!(seen, found(&options, Some(11.0), 200, 4));
    }

    #[test]
    fn where_all_are_known_it_ends() {
        let options = options(&PRICES[..2], 1);
        let search = Search { options: &options, budget: None, evaluations: 500, seed: 1 };
        let (seen, _) = search.run(vec![vec![0; 2]], &mut |batch| Some(vec![[0.0; 3]; batch.len()])).unwrap();
        assert_eq!(seen.len(), 4);
        assert!(search.run(vec![vec![0; 2]], &mut |_| None).is_none());
    }
}
