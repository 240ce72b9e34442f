use onfoot::cli::fault::{Form, render};
use onfoot::text::Language;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let set: Vec<String> = args[2..].to_vec();
    for (form, language) in [
        (Form::Graphic, Language::English),
        (Form::Graphic, Language::Dutch),
        (Form::Short, Language::Dutch),
        (Form::Narrated, Language::English),
    ] {
        match onfoot::scenario::read::read(std::path::Path::new(&args[1]), &set) {
            Ok(reading) => print!("OK\n{}", render(&reading.warnings, form, language, false)),
            Err(faults) => print!("{}", render(&faults, form, language, false)),
        }
        println!("=====");
    }
}
