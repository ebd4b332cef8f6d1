//! The runtimes, tried from inside: every test starts real containers on this machine.
//!
//! The test binary is its own supervisor, so it has a `main` of its own with a small harness. Run as root it
//! runs every test four times: as root, and, by executing itself, as an ordinary user and with engines that it
//! starts, Docker and Podman.  `LIRIO_TEST_ENGINES` names the engines (`podman`) and leaves the other runs out;
//! `LIRIO_RUNTIME_TEST_SOCKET` names the socket of one that runs already.

// A panic is how these tests fail; clippy only knows functions marked as tests.
#![allow(clippy::unwrap_used)]

mod attacks;
mod basics;
mod devices;
mod engine;
#[path = "../support/engines.rs"]
mod engines;
mod harness;
mod lifetime;
mod limits;
mod network;

fn main() {
    lirio_runtime::init_if_requested();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [first, rest @ ..] = &arguments[..]
        && first == lifetime::HELPER
    {
        return lifetime::helper(rest);
    }
    let tests = [
        basics::TESTS,
        devices::TESTS,
        attacks::TESTS,
        limits::TESTS,
        network::TESTS,
        lifetime::TESTS,
        engine::TESTS,
    ]
    .concat();
    std::process::exit(harness::run(&tests, &arguments));
}
