//! `cargo xtask bench asl`: the engine of Step Functions, durable, over HTTP; then its peers.

mod machines;
mod measure;
mod peers;
mod server;

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use self::measure::{CALLERS, Endpoint, Figures, items};
use self::server::Server;
use super::table::{self, Samples};
use crate::sh;

/// Runs of what is short.
const RUNS: usize = 1_000;
/// Executions of the 100-Pass chain that the rate is measured over.
const CHAINS: usize = 4_000;
/// Executions that wait.
const WAITING: usize = 10_000;
/// Finished executions in the store, unless `--finished` says otherwise.
const FINISHED: usize = 1_000_000;

/// What can be measured by itself.
const PARTS: [&str; 5] = ["one", "rate", "waiting", "finished", "peers"];

/// `bench asl [PART...] [--finished N]`: all parts unless some are named.
pub(super) fn bench(lirio: &Path, folder: &Path, args: &[&str]) -> Result<()> {
    let mut finished = FINISHED;
    let mut parts = Vec::new();
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        match (*arg, rest.clone().next()) {
            ("--finished", Some(number)) => {
                finished = number.parse().context("--finished: a number of executions is needed")?;
                rest.next();
            }
            (part, _) if PARTS.contains(&part) => parts.push(part),
            _ => anyhow::bail!(
                "usage: cargo xtask bench asl [PART...] [--finished N], with the parts {}",
                PARTS.join(", ")
            ),
        }
    }
    let asked = |part| parts.is_empty() || parts.contains(&part);
    // The same run measures what the peers are compared with.
    let figures =
        if asked("one") || asked("peers") { Some(ours(lirio, &folder.join("ours"))?) } else { None };
    if asked("rate") {
        rate(lirio, &folder.join("rate"))?;
    }
    if asked("waiting") {
        waiting(lirio, &folder.join("waiting"))?;
    }
    if asked("finished") {
        many(lirio, &folder.join("finished"), finished)?;
    }
    match figures {
        Some(figures) if asked("peers") => peers::compare(&figures),
        _ => Ok(()),
    }
}

/// One execution at a time, and what peers are compared by.
fn ours(lirio: &Path, data: &Path) -> Result<Figures> {
    let server = Server::start(lirio, data)?;
    let endpoint = Endpoint::prepare(&server.address, server::ACCOUNT)?;
    let figures = Figures::of(&endpoint, 1)?;
    let machine = |name: &str, definition| endpoint.machine(name, &definition);
    table::head("one execution at a time, from StartExecution until its end is seen (lirio, durable)");
    fine("one Pass", &endpoint.latency(&machine("pass", machines::passes(1))?, "{}", RUNS)?);
    fine("100 Pass states", &endpoint.latency(&machine("chain", machines::passes(100))?, "{}", RUNS / 2)?);
    fine("Map over 1,000 items", &endpoint.latency(&machine("map", machines::map())?, &items(1_000), 100)?);
    let tasks = machine("tasks", machines::tasks(10, &machine("pass", machines::passes(1))?))?;
    fine("10 tasks, 20 commits", &endpoint.latency(&tasks, "{}", 100)?);
    if let Err(error) = distributed(&endpoint) {
        println!("  Map over 100,000 items: NOT MEASURED: {error:#}");
    }
    Ok(figures)
}

/// A distributed Map reads its items from a bucket.
fn distributed(endpoint: &Endpoint) -> Result<()> {
    const ITEMS: usize = 100_000;
    let mut client = endpoint.client();
    client.put("/bench-items", b"")?;
    client.put("/bench-items/items.json", items(ITEMS).as_bytes())?;
    let machine = endpoint.machine("distributed", &machines::distributed("bench-items", "items.json"))?;
    let seconds = endpoint.together(&machine, "{}", 1)?;
    println!("  {:<30} {:>9.2} s, {:.0} items/s", "Map over 100,000 items", seconds, ITEMS as f64 / seconds);
    Ok(())
}

/// Many executions at once, and what they leave on disk.
fn rate(lirio: &Path, data: &Path) -> Result<()> {
    let server = Server::start(lirio, data)?;
    let endpoint = Endpoint::prepare(&server.address, server::ACCOUNT)?;
    let chain = endpoint.machine("chain", &machines::passes(100))?;
    let pass = endpoint.machine("pass", &machines::passes(1))?;
    let tasks = endpoint.machine("tasks", &machines::tasks(10, &pass))?;
    let wait = endpoint.machine("wait", &machines::wait(3))?;
    // What is made once is not counted.
    endpoint.together(&chain, "{}", CALLERS)?;
    server.stop()?;
    let before = server::bytes(data)?;

    let server = Server::start(lirio, data)?;
    let endpoint = Endpoint { address: server.address.clone(), role: endpoint.role };
    let cpu = server.cpu()?;
    let seconds = endpoint.together(&chain, "{}", CHAINS)?;
    let cpu = server.cpu()? - cpu;
    server.stop()?;
    let transitions = (CHAINS * 100) as f64;
    println!("\nmany executions at once, {CALLERS} connections, every result on disk (lirio)");
    println!(
        "  {CHAINS} chains of 100 Pass states: {:.0} transitions/s ({seconds:.2} s; {:.1} µs of the server's CPU each)",
        transitions / seconds,
        cpu * 1e6 / transitions
    );
    let grown = server::bytes(data)?.saturating_sub(before) as f64;
    println!(
        "  bytes on disk: {:.0} per transition, {:.0} per execution",
        grown / transitions,
        grown / CHAINS as f64
    );

    let server = Server::start(lirio, data)?;
    let endpoint = Endpoint { address: server.address.clone(), role: endpoint.role };
    let cpu = server.cpu()?;
    let seconds = endpoint.together(&pass, "{}", 10_000)?;
    let cpu = server.cpu()? - cpu;
    println!(
        "  10,000 executions of one Pass: {:.0} executions/s ({seconds:.2} s; {:.0} µs of the server's CPU each)",
        10_000.0 / seconds,
        cpu * 1e6 / 10_000.0
    );
    let seconds = endpoint.together(&tasks, "{}", 500)?;
    println!("  500 chains of 10 tasks: {:.0} tasks/s, two commits each ({seconds:.2} s)", 5_000.0 / seconds);
    let seconds = endpoint.together(&wait, "{}", 1_000)?;
    println!(
        "  1,000 concurrent executions that wait 3 s: {seconds:.2} s from the first start to the last end"
    );
    server.stop()
}

/// What an execution costs that waits, and how long a start takes with all of them.
fn waiting(lirio: &Path, data: &Path) -> Result<()> {
    const YEAR: u64 = 365 * 86_400;
    let server = Server::start(lirio, data)?;
    let endpoint = Endpoint::prepare(&server.address, server::ACCOUNT)?;
    let wait = endpoint.machine("wait", &machines::wait(YEAR))?;
    let pass = endpoint.machine("pass", &machines::passes(1))?;
    // Connections and caches are there before memory is looked at.
    endpoint.together(&pass, "{}", 2_000)?;
    std::thread::sleep(Duration::from_secs(1));
    let (memory, threads) = (server.resident()?, server.threads()?);
    endpoint.start_many(&wait, r#"{"order": 4711}"#, WAITING)?;
    std::thread::sleep(Duration::from_secs(1));
    let (more, threads_then) = (server.resident()?, server.threads()?);
    println!("\n{WAITING} executions in a Wait of a year (lirio)");
    println!(
        "  memory {:.0} bytes each ({:.1} MB before, {:.1} MB with them), threads {threads} before, {threads_then} with them",
        (more - memory) * 1e6 / WAITING as f64,
        memory,
        more
    );
    server.kill()?;
    let begun = Instant::now();
    let server = Server::start(lirio, data)?;
    let ready = begun.elapsed().as_secs_f64() * 1000.0;
    let endpoint = Endpoint { address: server.address.clone(), role: endpoint.role };
    endpoint.latency(&pass, "{}", 1)?;
    std::thread::sleep(Duration::from_secs(3));
    println!(
        "  started again after kill -9: {ready:.0} ms until it listens, {:.1} MB and {:.2} s of CPU three seconds later",
        server.resident()?,
        server.cpu()?
    );
    server.stop()
}

/// Whether finished executions slow the next one: an empty platform and a full one, in turns, so that what the
/// machine does besides meets both.
fn many(lirio: &Path, data: &Path, finished: usize) -> Result<()> {
    const ROUNDS: usize = 10;
    let full = data.join("full");
    let begun = Instant::now();
    sh::run(
        sh::cargo()
            .args(["run", "--release", "--quiet", "-p", "lirio-states", "--example", "load", "--"])
            .arg(&full)
            .args([&finished.to_string(), "1", "256"]),
    )?;
    let filled = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let full_server = Server::start(lirio, &full)?;
    let ready = begun.elapsed().as_secs_f64() * 1000.0;
    let empty_server = Server::start(lirio, &data.join("empty"))?;
    let full_endpoint = Endpoint::prepare(&full_server.address, server::ACCOUNT)?;
    let empty_endpoint = Endpoint::prepare(&empty_server.address, server::ACCOUNT)?;
    let full_pass = full_endpoint.machine("pass", &machines::passes(1))?;
    let empty_pass = empty_endpoint.machine("pass", &machines::passes(1))?;
    let (mut with, mut without) = (Samples::default(), Samples::default());
    for _ in 0..ROUNDS {
        without.extend(empty_endpoint.latency(&empty_pass, "{}", RUNS / 4)?);
        with.extend(full_endpoint.latency(&full_pass, "{}", RUNS / 4)?);
    }
    table::head("one Pass, in turns on an empty platform and on a full one (lirio)");
    fine("no finished executions", &without);
    fine(&format!("{finished} finished executions"), &with);
    println!(
        "  (real runs, in process, {filled:.0} s; {:.0} bytes on disk each; {ready:.0} ms to listen)",
        server::bytes(&full)? as f64 / finished as f64
    );
    empty_server.stop()?;
    full_server.stop()
}

/// A line of a table with hundredths of a millisecond.
fn fine(name: &str, samples: &Samples) {
    let (median, p90, min) = (samples.median(), samples.share(0.9), samples.min());
    println!("  {name:<30} {median:>9.2} {p90:>9.2} {min:>9.2}");
}
