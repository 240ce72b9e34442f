//! The doorbell.

fn main() {
    std::process::exit(onfoot::cli::main(&std::env::args_os().collect::<Vec<_>>()));
}
