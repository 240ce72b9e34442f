//! The proverb from Rust: `cargo run --release --example horseback`.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let study = onfoot::Study::shipped("horseback")?.set("event.broken-promise.severity", 0.9)?.replicates(20)?;
    let results = study.run()?;
    for row in results.recovery() {
        let back = row.back.median.map_or("not in time".to_owned(), |days| format!("after {days:.0} working days"));
        println!("{}, trust in the {}: fell by {:.2}, back {back}", row.arm, row.referent.key(), row.fall.median);
    }
    Ok(())
}
