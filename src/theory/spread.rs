//! # Spread
//!
//! How one person's trust becomes another's: gossip, the shared mood of a team, the line up.
//!
//! ```text
//!   gossip:  f_hearer += weight · T(hearer, teller) · news · (told − f_hearer)
//!            told  = f_teller + amplify · (f_hearer − even)    where both stand on the same side of `even`
//!            told  = f_hearer + open · (f_teller − f_hearer)   where they do not
//!            news  = 1 for bad news, good_news for good        the same for the chance of betrayal, with its base for `even`
//!            wound_hearer += weight · T(hearer, teller) · max(0, wound_teller − wound_hearer), and the same for scars
//!   mood:    wound_i += pull · max(0, mood − wound_i)        mood = mean wound of those present about one offender,
//!                                                            where it is above `mood_from`; for each pair of facets
//!   line:    every act of the leader moves top as `up` of an act
//! ```
//!
//! | symbol | meaning                                                        | range  |
//! |--------|----------------------------------------------------------------|--------|
//! | T      | the hearer's trust in the teller                               | 0 to 1 |
//! | even   | the facet at which one would as soon trust as not              | 0 to 1 |
//! | open   | how far people hear what goes against what they think          | 0 to 1 |
//! | mood   | the team's shared wound about one offender                     | 0 to 1 |
//! | weight | how far the hearer moves towards the view of a fully trusted teller; of a leader `leader_voice` times as far | 0 to 1 |
//!
//! **Read it as.** People tell what agrees with what they think the other believes, and hear what they already half believe: third
//! parties amplify what is there, both ways, and bad news travels more readily. In a team wounds about the same offender pull
//! one another up and heal more slowly.
//!
//! **Limits.** No trust in the teller, nothing heard. With amplify 0 and open 1 gossip only brings views together. Mood never
//! pulls a wound down.
//!
//! **Source.** Gossip is believed and moves evaluations (GOS21: 5,284 events in ten days); closed networks push strong ties
//! up and weak ones down (Burt & Knez 1995); trickle-up (Fulmer & Ostroff 2017). The weights are judgement.

use crate::theory::{larger, smaller};

crate::theory::parameters! {
    /// Parameters of spread.
    SpreadLaw {
        gossip: 0.25 in 0.0 .. 1.0, "chance per person and day", Related, "1.7 gossip events per person and day (GOS21), of which few carry news", "Chance that a person hears something telling about a teammate on a day.", "Kans dat iemand op een dag iets veelzeggends hoort over een teamgenoot.";
        weight: 0.12 in 0.0 .. 1.0, "share", Related, "gossip moves evaluations: Dores Cruz et al. 2021; .2 to .5 of a direct event is judgement", "How far a hearer moves towards the view of a fully trusted teller.", "Hoe ver een toehoorder opschuift naar de kijk van een ten volle vertrouwde verteller.";
        good_news: 0.4 in 0.0 .. 1.0, "share", Assumed, "no published estimate: judgement, bad news more readily", "How readily good news is told, when bad news counts as 1.", "Hoe vlot goed nieuws verteld wordt, als slecht nieuws voor 1 telt.";
        amplify: 0.25 in 0.0 .. 3.0, "-", Related, "third parties make strong ties stronger and weak ones weaker: Burt & Knez 1995; size is judgement", "How much further than the teller's own view gossip carries those who already agree.", "Hoeveel verder dan de kijk van de verteller zelf roddel iemand meeneemt die er al zo over dacht.";
        open: 0.5 in 0.0 .. 1.0, "share", Assumed, "no published estimate: what goes against what one thinks is told and heard less", "How far people hear gossip that goes against what they think.", "Hoe ver mensen roddel horen die ingaat tegen wat ze denken.";
        leader_voice: 1.5 in 0.0 .. 5.0, "factor", Related, "the leader's blessing: Lau & Liden 2008; size is judgement", "How much more the leader's telling weighs than a colleague's.", "Hoeveel zwaarder het woord van de leidinggevende weegt dan dat van een collega.";
        across: 0.02 in 0.0 .. 1.0, "chance per tie and day", Assumed, "no published estimate", "Chance that news about top management comes over a tie from another team on a day.", "Kans dat op een dag nieuws over het topmanagement komt via een band met een ander team.";
        distant: 0.2 in 0.0 .. 1.0, "share of ties", Assumed, "small-world networks: Watts & Strogatz 1998; size is judgement", "Share of ties across that lead to any team instead of a neighbouring one.", "Aandeel van de banden dat naar een willekeurig in plaats van een naburig team loopt.";
        mood_pull: 0.04 in 0.0 .. 1.0, "per day", Assumed, "the article (AR-52): emotions and judgements are shared and amplified in a team", "How fast a team's shared wound pulls up the wounds of those less hurt.", "Hoe snel de gedeelde wonde van een team de wonden van de minder geraakten optrekt.";
        mood_from: 0.02 in 0.0 .. 1.0, "wound", Assumed, "no published estimate", "Shared wound from which a team has a bad mood about somebody.", "Gedeelde wonde vanaf wanneer een team een slechte stemming over iemand heeft.";
        mood_slow: 0.6 in 0.0 .. 1.0, "share", Assumed, "the article (AR-52): repair is more complex in teams", "How much a full bad mood slows healing.", "Hoezeer een volledig slechte stemming het helen vertraagt.";
        up: 0.12 in 0.0 .. 1.0, "share of an act", Related, "trickle-up: Fulmer & Ostroff 2017; weight .1 to .3", "How much an act of the leader counts as an act of top management.", "Hoezeer een gedraging van de leidinggevende telt als een gedraging van het topmanagement.";
    }
}

/// How gossip is told and heard.
#[derive(Clone, Copy, Debug)]
pub struct Talk {
    /// How readily good news is told.
    pub good_news: f32,
    /// How much further it carries those who agree.
    pub amplify: f32,
    /// How far people hear what goes against what they think.
    pub open: f32,
}

/// The move of a hearer's belief by gossip; `hold` is weight · trust · voice, `even` where one would as soon trust as not,
/// `for_worse` is −1 where a lower value is bad news (facets) and 1 where a higher value is (chance of betrayal).
#[inline(always)]
pub fn hearsay(own: f32, teller: f32, even: f32, hold: f32, talk: &Talk, for_worse: f32) -> f32 {
    let agree = (own - even) * (teller - even) > 0.0;
    let gap = if agree { teller - own + talk.amplify * (own - even) } else { talk.open * (teller - own) };
    let news = if gap * for_worse > 0.0 { 1.0 } else { talk.good_news };
    smaller(hold * news, 1.0) * gap
}

/// The wound after a day in a team whose shared wound is `mood`.
#[inline(always)]
pub fn pulled(wound: f32, mood: f32, pull: f32) -> f32 {
    wound + pull * larger(mood - wound, 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Talk = Talk { good_news: 0.4, amplify: 0.0, open: 1.0 };

    #[test]
    fn bad_news_moves_more_than_good() {
        let (bad, good) = (hearsay(0.5, 0.3, 0.9, 0.2, &PLAIN, -1.0), hearsay(0.5, 0.7, 0.1, 0.2, &PLAIN, -1.0));
        assert!((bad + 0.04).abs() < 1e-6); // 0.2 · −0.2
        assert!((good - 0.016).abs() < 1e-6); // 0.2 · 0.4 · 0.2
    }

    #[test]
    fn those_who_agree_are_carried_further_and_those_who_do_not_hear_less() {
        let talk = Talk { amplify: 0.5, open: 0.5, ..PLAIN };
        let heard = |own, teller| hearsay(own, teller, 0.6, 0.2, &talk, -1.0);
        assert!(heard(0.7, 0.7) > 0.0 && heard(0.5, 0.5) < 0.0); // both ways
        assert!(-heard(0.5, 0.5) > heard(0.7, 0.7)); // bad news more readily
        assert!((heard(0.5, 0.8) - 0.5 * hearsay(0.5, 0.8, 0.6, 0.2, &PLAIN, -1.0)).abs() < 1e-6);
    }

    #[test]
    fn a_teller_who_is_not_trusted_is_not_heard() {
        assert!(hearsay(0.5, 0.1, 0.6, 0.0, &PLAIN, -1.0).abs() < 1e-9);
    }

    #[test]
    fn mood_pulls_the_less_hurt_up_and_nobody_down() {
        assert!(pulled(0.1, 0.4, 0.1) > 0.1);
        assert!((pulled(0.6, 0.4, 0.1) - 0.6).abs() < 1e-9);
    }
}
