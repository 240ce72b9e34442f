fn main() {
    let a: Vec<String> = std::env::args().collect();
    let l = if a[2] == "nl" { onfoot::text::Language::Dutch } else { onfoot::text::Language::English };
    print!("{}", onfoot::scenario::template::template(&a[1], l).unwrap());
}
