use onfoot::ensemble::live::live;
use onfoot::observe::measure::*;
use onfoot::scenario::*;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let path = args.get(1).cloned().unwrap_or_default();
    let mut s = if path.is_empty() {
        Scenario::default()
    } else {
        match onfoot::scenario::read::read(std::path::Path::new(&path), &args[2..]) {
            Ok(r) => r.scenario,
            Err(f) => {
                eprintln!("{f:?}");
                return;
            }
        }
    };
    if path.is_empty() {
        s.run.length = 1300;
        s.run.record = Cadence::Monthly;
    }
    let t = std::time::Instant::now();
    let life = live(&s, 0);
    eprintln!("{:?}", t.elapsed());
    let cols = columns(false);
    let keep = [
        "trust",
        "share_trusting",
        "wound",
        "scar",
        "competence",
        "honesty",
        "chance",
        "engagement",
        "strain",
        "quit_intention",
        "performance",
        "output",
        "turnover_voluntary",
        "headcount",
        "cooperation",
        "safety",
        "acts_good",
        "acts_bad",
        "breaches",
        "hearsay",
        "rumours",
        "sabotages",
        "leavers_voluntary",
    ];
    let pick: Vec<usize> = (0..cols.len()).filter(|&c| keep.contains(&MEASURES[cols[c].measure].key)).collect();
    print!("day");
    for &c in &pick {
        print!(
            " {}{}",
            &MEASURES[cols[c].measure].key[..MEASURES[cols[c].measure].key.len().min(6)],
            cols[c].referent.map_or(String::new(), |r| ["C", "L", "T"][r].into())
        );
    }
    println!();
    let step = (life.days.len() / 30).max(1);
    for (d, &day) in life.days.iter().enumerate().filter(|(d, _)| d % step == 0 || *d + 1 == life.days.len()) {
        print!("{day}");
        for &c in &pick {
            print!(" {:.3}", life.organisation[d * cols.len() + c]);
        }
        println!();
    }
}
