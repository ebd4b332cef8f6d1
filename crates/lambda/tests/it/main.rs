//! Lambda as a whole: with functions that are tasks, and with real ones in the sandbox.
//!
//! The sandbox executes this binary again as its supervisor, so it has a `main` of its own.

#![allow(
    clippy::unwrap_used,
    reason = "all of this is tests, which clippy does not see without the usual harness"
)]

mod api;
mod platform;
mod sandbox;

fn main() {
    lirio_runtime::init_if_requested();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let wanted = |name: &str| {
        let filters: Vec<&String> = arguments.iter().filter(|a| !a.starts_with('-')).collect();
        filters.is_empty() || filters.iter().any(|filter| name.contains(*filter))
    };
    for (name, run) in [
        ("the_api", Box::new(|| runtime.block_on(api::the_api())) as Box<dyn Fn()>),
        ("functions", Box::new(|| runtime.block_on(sandbox::functions()))),
    ] {
        if arguments.iter().any(|a| a == "--list") {
            println!("{name}: test");
        } else if wanted(name) {
            run();
            println!("test {name} ... ok");
        }
    }
}
