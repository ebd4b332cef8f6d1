//! What is measured at one endpoint; lirio and its peers alike.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value as Json, json};

use super::machines;
use crate::bench::client::Client;
use crate::bench::table::Samples;

/// Who asks at once, where many do.
pub(super) const CALLERS: usize = 32;

/// An execution that takes longer never ends.
const LIMIT: Duration = Duration::from_secs(300);

/// An endpoint with a role that its executions act as.
pub(super) struct Endpoint {
    pub(super) address: String,
    pub(super) role: String,
}

impl Endpoint {
    /// Makes the role.
    pub(super) fn prepare(address: &str, account: &str) -> Result<Self> {
        Client::new(address).role("bench", "states", &["states:*", "s3:*", "events:*"])?;
        Ok(Self { address: address.to_owned(), role: format!("arn:aws:iam::{account}:role/bench") })
    }

    pub(super) fn client(&self) -> Client {
        Client::new(&self.address)
    }

    /// Creates a machine; its ARN.
    pub(super) fn machine(&self, name: &str, definition: &Json) -> Result<String> {
        let input = json!({"name": name, "definition": definition.to_string(), "roleArn": self.role});
        let answer = self.client().states("CreateStateMachine", &input)?;
        let arn = answer["stateMachineArn"].as_str().context("the machine has an ARN")?;
        Ok(arn.to_owned())
    }

    /// Milliseconds from the start of an execution until its end is seen, `runs` times, one after the other.
    pub(super) fn latency(&self, machine: &str, input: &str, runs: usize) -> Result<Samples> {
        let mut client = self.client();
        for _ in 0..runs.div_ceil(10) {
            let execution = start(&mut client, machine, input)?;
            end(&mut client, &execution)?;
        }
        let mut samples = Samples::default();
        for _ in 0..runs {
            let begun = Instant::now();
            let execution = start(&mut client, machine, input)?;
            end(&mut client, &execution)?;
            samples.add(begun.elapsed().as_secs_f64() * 1000.0);
        }
        Ok(samples)
    }

    /// Seconds that `count` executions take, from the first start until the last end is seen.
    pub(super) fn together(&self, machine: &str, input: &str, count: usize) -> Result<f64> {
        let begun = Instant::now();
        let executions = self.start_many(machine, input, count)?;
        let next = AtomicUsize::new(0);
        self.callers(|client| {
            while let Some(execution) = executions.get(next.fetch_add(1, Ordering::Relaxed)) {
                end(client, execution)?;
            }
            Ok(())
        })?;
        Ok(begun.elapsed().as_secs_f64())
    }

    /// Starts `count` executions from [`CALLERS`] connections; their ARNs.
    pub(super) fn start_many(&self, machine: &str, input: &str, count: usize) -> Result<Vec<String>> {
        let (next, started) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(count)));
        self.callers(|client| {
            while next.fetch_add(1, Ordering::Relaxed) < count {
                let execution = start(client, machine, input)?;
                started.lock().expect("no caller panics while it holds the list").push(execution);
            }
            Ok(())
        })?;
        Ok(started.into_inner().expect("the callers have ended"))
    }

    fn callers(&self, work: impl Fn(&mut Client) -> Result<()> + Sync) -> Result<()> {
        std::thread::scope(|scope| {
            let callers: Vec<_> = (0..CALLERS).map(|_| scope.spawn(|| work(&mut self.client()))).collect();
            callers.into_iter().try_for_each(|caller| match caller.join() {
                Ok(result) => result,
                Err(_) => bail!("a caller panicked"),
            })
        })
    }
}

/// The measurements that a peer can take part in.
#[derive(Clone, Debug, Default)]
pub(super) struct Figures {
    pub(super) pass: f64,
    pub(super) chain: f64,
    pub(super) map: f64,
    /// Transitions per second.
    pub(super) rate: f64,
}

impl Figures {
    /// Measures them over HTTP. `scale` divides the number of repetitions, for those that are slow.
    pub(super) fn of(endpoint: &Endpoint, scale: usize) -> Result<Self> {
        let one = endpoint.machine("pass", &machines::passes(1))?;
        let hundred = endpoint.machine("chain", &machines::passes(100))?;
        let map = endpoint.machine("map", &machines::map())?;
        let executions = (320 / scale).max(CALLERS);
        let seconds = endpoint.together(&hundred, "{}", executions)?;
        Ok(Self {
            pass: endpoint.latency(&one, "{}", 200 / scale)?.median(),
            chain: endpoint.latency(&hundred, "{}", (60 / scale).max(3))?.median(),
            map: endpoint.latency(&map, &items(1_000), (40 / scale).max(3))?.median(),
            rate: (executions * 100) as f64 / seconds,
        })
    }
}

/// A list of so many numbers.
pub(super) fn items(count: usize) -> String {
    Json::from((0..count).collect::<Vec<_>>()).to_string()
}

/// Starts one execution; its ARN.
pub(super) fn start(client: &mut Client, machine: &str, input: &str) -> Result<String> {
    // Not every peer makes up a name.
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("run-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let input = json!({"stateMachineArn": machine, "name": name, "input": input});
    let answer = client.states("StartExecution", &input)?;
    Ok(answer["executionArn"].as_str().context("the execution has an ARN")?.to_owned())
}

/// Asks until the execution has ended, which must be well.
pub(super) fn end(client: &mut Client, execution: &str) -> Result<()> {
    let begun = Instant::now();
    loop {
        let answer = client.states("DescribeExecution", &json!({"executionArn": execution}))?;
        match answer["status"].as_str() {
            Some("SUCCEEDED") => return Ok(()),
            Some("RUNNING") if begun.elapsed() < LIMIT => {
                // The first questions come at once; a long execution is not disturbed by more.
                if begun.elapsed() > Duration::from_millis(20) {
                    std::thread::sleep(Duration::from_millis(2));
                }
            }
            _ => bail!("{execution} ended otherwise: {answer}"),
        }
    }
}
