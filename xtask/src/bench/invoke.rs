//! `InvokeEndpoint` beside the same request to the container itself: what the platform adds.
//!
//! Both sides are asked in turns, by the same client, with the same body, in the container that the example's
//! endpoint runs.  The container has a network of its own: the client that asks it directly runs in there
//! (`nsenter`, which needs to be root).  A request through the platform is signed once and sent again and again, so
//! that signing costs the client nothing; the platform checks the signature each time.

use std::io::BufReader;
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::client::{Request, converse, signed};
use super::platform::{self, Background};
use super::table::Samples;

/// What is asked.
const BODY: &[u8] = b"5.1,3.5,1.4,0.2";
/// Turns of each side.
const TURNS: usize = 5;
/// Requests of one turn on one connection.
const REQUESTS: usize = 2000;
/// Connections at once where throughput is measured, and for how long.
const CONNECTIONS: usize = 32;
const PERIOD: Duration = Duration::from_secs(2);

/// What one turn has found.
struct Turn {
    /// Microseconds.
    median: f64,
    p99: f64,
    /// Requests per second.
    throughput: f64,
    /// All requests of the turn.
    requests: f64,
    /// Requests per second of processor time that the container had; 0 where it was not looked at.
    core: f64,
}

/// `bench invoke [--project FOLDER [-- ARGUMENTS OF LIRIO RUN]]`
pub(super) fn bench(args: &[&str]) -> Result<()> {
    // The client inside the container's network.
    if let ["turn", address, head] = args {
        let head = std::fs::read_to_string(head)?;
        let turn = turn(address, &head)?;
        println!("{} {} {} {}", turn.median, turn.p99, turn.throughput, turn.requests);
        return Ok(());
    }
    let lirio = super::lirio()?;
    let folder = super::Folder::make()?;
    let platform = Background::of_arguments(&lirio, folder.0.join("data"), args)?;
    platform.run()?;
    let (address, keys) = platform.access()?;
    let path = format!("/endpoints/{}/invocations", platform.endpoint()?);
    let request = Request {
        service: "sagemaker",
        method: "POST",
        path: &path,
        kind: "text/csv",
        target: None,
        body: BODY,
    };
    let direct = folder.0.join("direct");
    std::fs::write(
        &direct,
        format!(
            "POST /invocations HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/csv\r\ncontent-length: {}\r\n\r\n",
            BODY.len()
        ),
    )?;
    let container = platform.container()?;
    let (mut outside, mut inside) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        inside.push(within(container, &direct)?);
        let before = platform::cpu(container)?;
        let mut turn = turn(&address, &signed(&request, &address, &keys))?;
        turn.core = turn.requests / (platform::cpu(container)? - before);
        outside.push(turn);
    }
    println!("\nInvokeEndpoint, {TURNS} turns of each side, medians of the turns");
    println!(
        "  {:<24} {:>12} {:>12} {:>16} {:>22}",
        "",
        "median µs",
        "p99 µs",
        format!("1/s, {CONNECTIONS} conn."),
        "1/s a core (container)"
    );
    let show = |name: &str, turns: &[Turn]| {
        let of = |value: fn(&Turn) -> f64| {
            let mut samples = Samples::default();
            turns.iter().for_each(|turn| samples.add(value(turn)));
            samples.median()
        };
        let found = (of(|turn| turn.median), of(|turn| turn.p99), of(|turn| turn.throughput));
        let core = of(|turn| turn.core);
        let core = if core > 0.0 { format!("{core:.0}") } else { String::new() };
        println!("  {name:<24} {:>12.1} {:>12.1} {:>16.0} {core:>22}", found.0, found.1, found.2);
        found
    };
    let direct = show("the container itself", &inside);
    let through = show("through lirio", &outside);
    println!(
        "  added at the median: {:.1} µs; throughput kept: {:.0} %",
        through.0 - direct.0,
        through.2 / direct.2 * 100.0
    );
    Ok(())
}

/// A turn that is run inside a container's network.
fn within(pid: u32, head: &Path) -> Result<Turn> {
    let before = platform::cpu(pid)?;
    let output = Command::new("nsenter")
        .args(["--target", &pid.to_string(), "--net", "--"])
        .arg(std::env::current_exe()?)
        .args(["bench", "invoke", "turn", "127.0.0.1:8080"])
        .arg(head)
        .stderr(Stdio::inherit())
        .output()
        .context("nsenter")?;
    let text = String::from_utf8(output.stdout)?;
    let numbers: Vec<f64> = text.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    let [median, p99, throughput, requests] = numbers[..] else {
        bail!("nothing was measured in the container")
    };
    let core = requests / (platform::cpu(pid)? - before);
    Ok(Turn { median, p99, throughput, requests, core })
}

/// A connection, and one request after the other on it.
struct Asking {
    open: BufReader<TcpStream>,
    address: String,
}

impl Asking {
    fn new(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self { open: BufReader::new(stream), address: address.to_owned() })
    }

    fn ask(&mut self, head: &str) -> Result<()> {
        let answer = converse(&mut self.open, head, BODY)?;
        if answer.status != 200 {
            bail!("{}: {}", answer.status, String::from_utf8_lossy(&answer.body));
        }
        if !answer.stays {
            *self = Self::new(&self.address)?;
        }
        Ok(())
    }
}

fn turn(address: &str, head: &str) -> Result<Turn> {
    let mut one = Asking::new(address)?;
    for _ in 0..REQUESTS / 10 {
        one.ask(head)?;
    }
    let mut samples = Vec::with_capacity(REQUESTS);
    for _ in 0..REQUESTS {
        let start = Instant::now();
        one.ask(head)?;
        samples.push(start.elapsed().as_secs_f64() * 1e6);
    }
    samples.sort_by(f64::total_cmp);
    let share =
        |share: f64| samples.get((samples.len() as f64 * share) as usize).copied().unwrap_or_default();
    let end = Instant::now() + PERIOD;
    let count = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CONNECTIONS)
            .map(|_| {
                scope.spawn(|| -> Result<usize> {
                    let mut one = Asking::new(address)?;
                    let mut count = 0;
                    while Instant::now() < end {
                        one.ask(head)?;
                        count += 1;
                    }
                    Ok(count)
                })
            })
            .collect();
        let mut count = 0;
        for client in clients {
            count += client.join().map_err(|_| anyhow::anyhow!("a client has failed"))??;
        }
        anyhow::Ok(count)
    })?;
    Ok(Turn {
        median: share(0.5),
        p99: share(0.99),
        throughput: count as f64 / PERIOD.as_secs_f64(),
        requests: (count + REQUESTS + REQUESTS / 10) as f64,
        core: 0.0,
    })
}
