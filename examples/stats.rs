use onfoot::ensemble::live::live;
use onfoot::scenario::*;
use rayon::prelude::*;
fn corr(a: &[f64], b: &[f64]) -> f64 {
    let p: Vec<(f64, f64)> = a.iter().zip(b).filter(|(x, y)| !x.is_nan() && !y.is_nan()).map(|(x, y)| (*x, *y)).collect();
    let n = p.len() as f64;
    let (ma, mb) = (p.iter().map(|x| x.0).sum::<f64>() / n, p.iter().map(|x| x.1).sum::<f64>() / n);
    let c: f64 = p.iter().map(|x| (x.0 - ma) * (x.1 - mb)).sum();
    let va: f64 = p.iter().map(|x| (x.0 - ma).powi(2)).sum();
    let vb: f64 = p.iter().map(|x| (x.1 - mb).powi(2)).sum();
    c / (va * vb).sqrt()
}
fn main() {
    let mut s = Scenario::default();
    for a in std::env::args().skip(1) {
        let (k, v) = a.split_once('=').unwrap();
        let (g, k) = k.split_once('.').unwrap();
        assert!(s.parameters.set(g, k, v.parse().unwrap()) || { s.mechanisms.set(k, v == "1") }, "{g}.{k}");
    }
    s.organisation.teams = 40;
    s.run.length = 780;
    s.run.record = Cadence::Monthly;
    s.run.surveys = vec![260, 520, 780];
    s.run.record_teams = false;
    let lives: Vec<_> = (0..10).into_par_iter().map(|r| live(&s, r)).collect();
    for day in [260, 520, 780] {
        let a: Vec<_> = lives.iter().flat_map(|l| &l.survey).filter(|a| a.day == day && !a.leader).collect();
        let col = |f: &dyn Fn(&onfoot::observe::Answer) -> f64| a.iter().map(|x| f(x)).collect::<Vec<f64>>();
        let ms = |v: &[f64]| {
            let v: Vec<f64> = v.iter().copied().filter(|x| !x.is_nan()).collect();
            let n = v.len() as f64;
            let m = v.iter().sum::<f64>() / n;
            (m, (v.iter().map(|x| (x - m).powi(2)).sum::<f64>() / n).sqrt())
        };
        print!("day {day} n {} ", a.len());
        for r in 0..3 {
            let v = col(&|x| x.latent_trust[r] as f64);
            let (m, sd) = ms(&v);
            let sh = a.iter().filter(|x| x.trust[r] >= 3.0).count() as f64 / a.iter().filter(|x| !x.trust[r].is_nan()).count() as f64;
            print!("| {} mean {m:.3} sd {sd:.3} share {sh:.3} ", ["col", "lead", "top"][r]);
        }
        println!();
        if day == 780 {
            let t: Vec<Vec<f64>> = (0..3).map(|r| col(&|x| x.trust[r] as f64)).collect();
            println!(
                "r col-lead {:.2} col-top {:.2} lead-top {:.2}  propensity: {:.2} {:.2} {:.2}",
                corr(&t[0], &t[1]),
                corr(&t[0], &t[2]),
                corr(&t[1], &t[2]),
                corr(&col(&|x| x.propensity as f64), &t[0]),
                corr(&col(&|x| x.propensity as f64), &t[1]),
                corr(&col(&|x| x.propensity as f64), &t[2])
            );
            for (k, key) in onfoot::theory::outcome::OUTCOMES.iter().enumerate() {
                let v = col(&|x| x.attitudes[k] as f64);
                let (m, sd) = ms(&v);
                println!("  {key:20} mean {m:.2} sd {sd:.2}  r {:.2} {:.2} {:.2}", corr(&v, &t[0]), corr(&v, &t[1]), corr(&v, &t[2]));
            }
            // ICC(1) of latent colleague trust by team
            for r in 0..2 {
                let mut groups: std::collections::BTreeMap<(usize, u32), Vec<f64>> = Default::default();
                for (i, l) in lives.iter().enumerate() {
                    for x in l.survey.iter().filter(|x| x.day == day && !x.leader && !x.trust[r].is_nan()) {
                        groups.entry((i, x.team)).or_default().push(x.trust[r] as f64);
                    }
                }
                let all: Vec<f64> = groups.values().flatten().copied().collect();
                let gm = all.iter().sum::<f64>() / all.len() as f64;
                let k = all.len() as f64 / groups.len() as f64;
                let msb: f64 = groups
                    .values()
                    .map(|g| {
                        let m = g.iter().sum::<f64>() / g.len() as f64;
                        g.len() as f64 * (m - gm).powi(2)
                    })
                    .sum::<f64>()
                    / (groups.len() - 1) as f64;
                let msw: f64 = groups
                    .values()
                    .map(|g| {
                        let m = g.iter().sum::<f64>() / g.len() as f64;
                        g.iter().map(|x| (x - m).powi(2)).sum::<f64>()
                    })
                    .sum::<f64>()
                    / (all.len() - groups.len()) as f64;
                println!("ICC1 {} {:.2}", ["col", "lead"][r], (msb - msw) / (msb + (k - 1.0) * msw));
            }
        }
    }
    let years = 3.0;
    let n: f64 = lives.iter().map(|l| l.events.iter().filter(|e| e.event == onfoot::observe::EntryKind::Quit).count() as f64).sum();
    let seats: f64 = lives.iter().map(|l| l.survey.iter().filter(|a| a.day == 260).count() as f64).sum();
    println!("voluntary turnover {:.3}", n / seats / years);
    let ty: f64 = lives.iter().flat_map(|l| &l.team_survey).filter(|t| t.day == 780).count() as f64;
    let tt: Vec<_> = lives.iter().flat_map(|l| &l.team_survey).filter(|t| t.day == 780).collect();
    println!(
        "teams {ty} r(team col trust, output) {:.2} r(lead, output) {:.2} output sd {:.3} safety {:.2}",
        corr(&tt.iter().map(|t| t.trust[0] as f64).collect::<Vec<_>>(), &tt.iter().map(|t| t.output as f64).collect::<Vec<_>>()),
        corr(&tt.iter().map(|t| t.trust[1] as f64).collect::<Vec<_>>(), &tt.iter().map(|t| t.output as f64).collect::<Vec<_>>()),
        {
            let v: Vec<f64> = tt.iter().map(|t| t.output as f64).collect();
            let m = v.iter().sum::<f64>() / v.len() as f64;
            (v.iter().map(|x| (x - m).powi(2)).sum::<f64>() / v.len() as f64).sqrt()
        },
        tt.iter().map(|t| t.climate[2] as f64).sum::<f64>() / ty
    );
}
