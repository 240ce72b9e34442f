//! # Healing
//!
//! What time, and the offender's own good acts, do to a wound and a scar.
//!
//! ```text
//!   wound' = wound · (1 − heal · (1 − slow · mood) − settle)
//!   scar'  = scar + wound · settle − (scar − sealed) · fade
//!   scar'  = scar · (1 − on_foot · (1 + (effort + promised) · better))    for each good act of a teammate, leader or top that is seen
//!   sealed' = sealed · (1 − on_foot_sealed · the same)                   for the same acts
//!   injury' = injury · (1 − 1 / injury_days)          mended' = mended · (1 − 1 / probation_days)
//! ```
//!
//! | symbol    | meaning                                                       | range  |
//! |-----------|---------------------------------------------------------------|--------|
//! | wound     | the fresh part of the damage                                  | 0 to 1 |
//! | scar      | the settled part                                              | 0 to 1 |
//! | sealed    | the part of the scar that came from deception                 | 0 to 1 |
//! | mood      | the team's shared bad mood about the offender ([`spread`](super::spread)) | 0 to 1 |
//! | better    | how much better the offender behaves than before, in logits, at most 1 | 0 to 1 |
//! | promised  | what a promise that is being watched adds, else 0             | ≥ 0    |
//! | injury    | how far one feels wronged ([`breach`](super::breach))         | 0 to 1 |
//! | mended    | what repairs have healed, while a repetition would reopen it  | 0 to 1 |
//!
//! **Read it as.** A wound heals or becomes a scar, whichever comes first: early help finds more to heal, and so prevents
//! scar. A scar fades over years, faster where the offender does well again and again: trust comes back on foot. Acts count for more
//! where the offender behaves better than before, most of all where that was promised; acts as before make no promise come true.
//!
//! **Limits.** No wound, no scar: nothing happens. What is sealed stays unless good acts or reforms wear it down.
//!
//! **Source.** No field estimate of any of these rates was found; they are assumptions with wide ranges.
//! Consistent good behaviour restores trust without deception, and not fully with it: Schweitzer, Hershey & Bradlow (2006).

use crate::theory::{larger, smaller};

crate::theory::parameters! {
    /// Parameters of healing.
    Healing {
        heal_days: 90.0 in 5.0 .. 2000.0, "working days", Assumed, "no field estimate found: judgement", "Time in which a wound would heal by itself.", "Tijd waarin een wonde vanzelf zou helen.";
        settle_days: 60.0 in 5.0 .. 2000.0, "working days", Assumed, "no field estimate found: judgement", "Time in which a wound would settle into a scar.", "Tijd waarin een wonde een litteken zou worden.";
        fade_days: 900.0 in 50.0 .. 20000.0, "working days", Assumed, "regaining trust after lay-offs takes more than two years (Downsizing dissertation), cases only", "Time in which a scar fades.", "Tijd waarin een litteken vervaagt.";
        on_foot: 0.008 in 0.0 .. 0.5, "per good act", Assumed, "4 to 8 good interactions in the laboratory, years in the field", "Share of a scar that one good act of the offender wears away.", "Hoeveel van de blijvende schade herstelt bij elk goed gedrag van wie het vertrouwen schond.";
        on_foot_sealed: 0.08 in 0.0 .. 1.0, "share", Related, "after deception good behaviour does not fully restore trust: Schweitzer et al. 2006; size is judgement", "How fast good acts wear away the sealed part of a scar, as a share of how fast they wear the rest.", "Hoe snel goed gedrag het vastgezette deel van een litteken doet slijten, als aandeel van hoe snel de rest slijt.";
        effort: 6.0 in 0.0 .. 30.0, "share per logit", Assumed, "substantive deeds restore more than words: Bottom et al. 2002; size is judgement", "How much more good acts heal where the offender behaves better than before.", "Hoeveel meer goede gedragingen helen als wie het vertrouwen schond zich beter gedraagt dan voorheen.";
        probation: 4.0 in 0.0 .. 20.0, "share per logit", Related, "a promise speeds recovery 1.5 to 2 times: Schweitzer et al. 2006", "How much more still where that was promised.", "Hoeveel meer nog als dat beloofd was.";
        probation_days: 260.0 in 1.0 .. 2600.0, "working days", Assumed, "no published estimate", "How long a promise is watched, and how long a repetition still reopens what a repair has mended.", "Hoelang een belofte in het oog wordt gehouden, en hoelang een herhaling nog opent wat een herstel geheeld heeft.";
        injury_days: 200.0 in 5.0 .. 5000.0, "working days", Assumed, "no field estimate found: judgement", "Time in which people stop feeling wronged by themselves.", "Tijd waarin mensen zich vanzelf niet langer onrecht aangedaan voelen.";
        broken_promise: 1.5 in 1.0 .. 5.0, "factor", Assumed, "the article (AR-51): provided that the offence is not repeated", "How much more severe a breach is during the offender's probation.", "Hoeveel ernstiger een vertrouwensbreuk is tijdens de proeftijd van de overtreder.";
    }
}

/// Part of a wound that is still a wound the next day; a mood slows healing by `slowed`.
#[inline(always)]
pub fn open(rates: [f32; 3], slowed: f32) -> f32 {
    let [heal, settle, _] = rates;
    1.0 - heal * (1.0 - slowed) - settle
}

/// Share of a scar that a good act of the offender wears away; `better` is how much better the offender behaves than before, in
/// logits, `promised` what a promise that is being watched adds.
#[inline(always)]
pub fn wear(on_foot: f32, effort: f32, promised: f32, better: f32) -> f32 {
    smaller(on_foot * (1.0 + (effort + promised) * larger(smaller(better, 1.0), 0.0)), 1.0)
}

/// What is left after a week of what fades in so many days.
pub fn week(fades_in: f64) -> f32 {
    let day = 1.0 - 1.0 / fades_in;
    (day * day * day * day * day) as f32
}

/// The wound and the scar after one day, where `open` of the wound stays one.
#[inline(always)]
pub fn day(wound: f32, scar: f32, sealed: f32, rates: [f32; 3], open: f32) -> (f32, f32) {
    let [_, settle, fade] = rates;
    (wound * open, scar + wound * settle - (scar - sealed) * fade)
}

/// The scar and its sealed part after a good act of the offender.
#[inline(always)]
pub fn on_foot(scar: f32, sealed: f32, share: f32, sealed_factor: f32) -> (f32, f32) {
    let fading = (scar - sealed) * (1.0 - share);
    let kept = sealed * (1.0 - share * sealed_factor);
    (fading + kept, kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATES: [f32; 3] = [1.0 / 90.0, 1.0 / 60.0, 1.0 / 900.0];

    #[test]
    fn what_is_whole_stays_whole() {
        assert_eq!(day(0.0, 0.0, 0.0, RATES, open(RATES, 0.0)), (0.0, 0.0));
    }

    #[test]
    fn six_tenths_of_a_wound_become_a_scar_by_themselves() {
        let (mut wound, mut scar) = (0.5, 0.0);
        for _ in 0..5000 {
            (wound, scar) = day(wound, scar, 0.0, [RATES[0], RATES[1], 0.0], open(RATES, 0.0));
        }
        assert!((scar - 0.3).abs() < 1e-3); // settle / (settle + heal) = (1/60) / (1/60 + 1/90) = 0.6
        assert!(wound < 1e-6);
    }

    #[test]
    fn a_promise_is_worth_what_is_then_done_better_than_before() {
        assert!((wear(0.01, 4.0, 2.5, 0.0) - 0.01).abs() < 1e-7); // acts as before
        assert!((wear(0.01, 4.0, 0.0, 1.0) - 0.05).abs() < 1e-7); // better, and nothing promised
        assert!((wear(0.01, 4.0, 2.5, 1.0) - 0.075).abs() < 1e-7); // better, as promised
        assert!((wear(0.01, 4.0, 2.5, -1.0) - 0.01).abs() < 1e-7);
    }

    #[test]
    fn a_bad_mood_slows_healing() {
        assert!(open(RATES, 0.8) > open(RATES, 0.0));
    }

    #[test]
    fn a_sealed_scar_does_not_fade_by_itself() {
        let (mut wound, mut scar) = (0.0, 0.5);
        for _ in 0..20_000 {
            (wound, scar) = day(wound, scar, 0.2, RATES, open(RATES, 0.0));
        }
        assert!((scar - 0.2).abs() < 1e-3 && wound == 0.0);
    }

    #[test]
    fn good_acts_wear_a_scar_away_and_a_sealed_one_slowly() {
        let (scar, sealed) = on_foot(0.5, 0.2, 0.1, 0.15);
        assert!((scar - 0.467).abs() < 1e-6); // 0.3 · 0.9 + 0.2 · 0.985
        assert!((sealed - 0.197).abs() < 1e-6);
    }
}
