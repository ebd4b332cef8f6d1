//! An endpoint under constant load while it is updated: ten updates of four kinds, one that is taken back, and a
//! container that is killed. Every request is counted, and every answer must come from a version that may serve then.

use std::io::BufReader;
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value as Json, json};

use super::client::{Client, Request, converse, signed};
use super::platform::Background;
use super::sagemaker::wait;
use super::table::Samples;
use crate::sh;

/// Requests per second, all connections together.
const RATE: u32 = 2_000;
const CONNECTIONS: u32 = 16;
/// Between two steps, so that each version serves for a while.
const CALM: Duration = Duration::from_secs(1);
const BODY: &[u8] = b"5.1,3.5,1.4,0.2";
const ENDPOINT: &str = "updates";
/// The versions: the name of a configuration and of its variant. Bit 0 and bit 1 of what is allowed.
const VERSIONS: [&str; 2] = ["one", "two"];

/// What one connection has seen.
#[derive(Default)]
struct Seen {
    /// Milliseconds from when a request was due to its answer.
    latencies: Vec<f64>,
    failed: Vec<String>,
    by_version: [usize; 2],
}

/// `bench updates [--project FOLDER [-- ARGUMENTS OF LIRIO RUN]]`
pub(super) fn bench(args: &[&str]) -> Result<()> {
    let lirio = super::lirio()?;
    let folder = super::Folder::make()?;
    let platform = Background::of_arguments(&lirio, folder.0.join("data"), args)?;
    platform.run()?;
    let mut client = platform.client()?;
    prepare(&mut client, &platform.endpoint()?)?;

    let (address, keys) = platform.access()?;
    let path = format!("/endpoints/{ENDPOINT}/invocations");
    let request = Request {
        service: "sagemaker",
        method: "POST",
        path: &path,
        kind: "text/csv",
        target: None,
        body: BODY,
    };
    let head = signed(&request, &address, &keys);
    let (over, allowed) = (AtomicBool::new(false), AtomicU8::new(1));
    let start = Instant::now();
    let seen = std::thread::scope(|scope| -> Result<Vec<Seen>> {
        let connections: Vec<_> = (0..CONNECTIONS)
            .map(|number| {
                let (address, head, over, allowed) = (&address, &head, &over, &allowed);
                scope.spawn(move || load(address, head, number, over, allowed))
            })
            .collect();
        let changed = changes(&mut client, &platform, &allowed);
        over.store(true, Ordering::SeqCst);
        let seen = connections
            .into_iter()
            .map(|connection| {
                connection.join().map_err(|_| anyhow::anyhow!("a connection's thread has failed"))
            })
            .collect();
        changed?;
        seen
    })?;
    tell(&seen, start.elapsed());
    Ok(())
}

/// Two configurations of two instances each, and the endpoint with the first.
fn prepare(client: &mut Client, like: &str) -> Result<()> {
    let found = client.sagemaker("DescribeEndpoint", &json!({ "EndpointName": like }))?;
    let config = json!({ "EndpointConfigName": found["EndpointConfigName"] });
    let config = client.sagemaker("DescribeEndpointConfig", &config)?;
    let variant = &config["ProductionVariants"][0];
    for version in VERSIONS {
        let variant = json!({
            "VariantName": version,
            "ModelName": variant["ModelName"],
            "InstanceType": variant["InstanceType"],
            "InitialInstanceCount": 2,
        });
        let input = json!({ "EndpointConfigName": version, "ProductionVariants": [variant] });
        client.sagemaker("CreateEndpointConfig", &input)?;
    }
    client.cloudwatch(concat!(
        "Action=PutMetricAlarm&Version=2010-08-01&AlarmName=errors&MetricName=Invocation5XXErrors",
        "&Namespace=AWS%2FSageMaker&Statistic=Sum&Period=60&EvaluationPeriods=1&Threshold=1000000",
        "&ComparisonOperator=GreaterThanThreshold&TreatMissingData=notBreaching"
    ))?;
    alarm(client, "OK")?;
    client.sagemaker(
        "CreateEndpoint",
        &json!({ "EndpointName": ENDPOINT, "EndpointConfigName": VERSIONS[0] }),
    )?;
    settled(client).map(drop)
}

fn settled(client: &mut Client) -> Result<Json> {
    wait(client, "DescribeEndpoint", &json!({ "EndpointName": ENDPOINT }), "EndpointStatus", "InService")
}

fn alarm(client: &mut Client, state: &str) -> Result<()> {
    client.cloudwatch(&format!(
        "Action=SetAlarmState&Version=2010-08-01&AlarmName=errors&StateValue={state}&StateReason=bench"
    ))
}

/// All that happens to the endpoint.
fn changes(client: &mut Client, platform: &Background<'_>, allowed: &AtomicU8) -> Result<()> {
    println!("\nthe endpoint under {RATE} requests a second");
    std::thread::sleep(CALM);
    for round in 0..10 {
        let to = (round + 1) % 2;
        let (kind, deployment) = policy(round, 0);
        allowed.store(3, Ordering::SeqCst);
        let start = Instant::now();
        update(client, VERSIONS[to], &deployment)?;
        let found = settled(client)?;
        if found["EndpointConfigName"] != VERSIONS[to] {
            bail!("update {} was taken back: {}", round + 1, found["FailureReason"]);
        }
        println!(
            "  update {:>2} to {}, {kind:<12} {:>6.0} ms",
            round + 1,
            VERSIONS[to],
            start.elapsed().as_secs_f64() * 1e3
        );
        allowed.store(1 << to, Ordering::SeqCst);
        std::thread::sleep(CALM);
    }
    // The first version serves. Half of the traffic has moved when the alarm comes.
    allowed.store(3, Ordering::SeqCst);
    let start = Instant::now();
    update(client, VERSIONS[1], &policy(1, 600).1)?;
    wait_for_baking(client)?;
    std::thread::sleep(CALM);
    alarm(client, "ALARM")?;
    let found = settled(client)?;
    if found["EndpointConfigName"] != VERSIONS[0] {
        bail!("the update was not taken back");
    }
    println!("  rollback by an alarm      {:>6.0} ms", start.elapsed().as_secs_f64() * 1e3);
    allowed.store(1, Ordering::SeqCst);
    std::thread::sleep(CALM);

    let before = platform.serving()?;
    let newest = before.iter().max().context("no container serves")?;
    sh::run(std::process::Command::new("kill").args(["-KILL", &newest.to_string()]))?;
    let start = Instant::now();
    loop {
        let now = platform.serving()?;
        if now.len() == before.len() && !now.contains(newest) {
            break;
        }
        if start.elapsed() > Duration::from_secs(60) {
            bail!("the container that was killed was not replaced");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    println!("  a container killed, replaced after {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    std::thread::sleep(CALM);
    Ok(())
}

/// How an update goes, in turns; between its stages it waits so many seconds.
fn policy(round: usize, seconds: u32) -> (&'static str, Option<Json>) {
    let blue_green = |kind: &str, more: (&str, Json)| {
        json!({
            "BlueGreenUpdatePolicy": {
                "TrafficRoutingConfiguration": { "Type": kind, "WaitIntervalInSeconds": seconds, more.0: more.1 },
                "TerminationWaitInSeconds": 0,
            },
            "AutoRollbackConfiguration": { "Alarms": [{ "AlarmName": "errors" }] },
        })
    };
    let half = json!({ "Type": "CAPACITY_PERCENT", "Value": 50 });
    match round % 4 {
        0 => ("all at once", None),
        1 => ("canary", Some(blue_green("CANARY", ("CanarySize", half)))),
        2 => ("linear", Some(blue_green("LINEAR", ("LinearStepSize", half)))),
        _ => (
            "rolling",
            Some(
                json!({ "RollingUpdatePolicy": { "MaximumBatchSize": half, "WaitIntervalInSeconds": seconds } }),
            ),
        ),
    }
}

fn update(client: &mut Client, config: &str, deployment: &Option<Json>) -> Result<()> {
    let mut input = json!({ "EndpointName": ENDPOINT, "EndpointConfigName": config });
    if let Some(deployment) = deployment {
        input["DeploymentConfig"] = deployment.clone();
    }
    client.sagemaker("UpdateEndpoint", &input).map(drop)
}

/// Waits until part of the traffic has moved.
fn wait_for_baking(client: &mut Client) -> Result<()> {
    let start = Instant::now();
    loop {
        let found = client.sagemaker("DescribeEndpoint", &json!({ "EndpointName": ENDPOINT }))?;
        let stages = found["PendingDeploymentSummary"]["ProductionVariants"].to_string();
        if stages.contains("Baking") {
            return Ok(());
        }
        if start.elapsed() > Duration::from_secs(60) {
            bail!("the canary does not begin: {found}");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// One connection's share of the load: a request is due at fixed times, whether or not the one before was slow.
fn load(address: &str, head: &str, number: u32, over: &AtomicBool, allowed: &AtomicU8) -> Seen {
    let mut seen = Seen::default();
    let mut open = None;
    let every = Duration::from_secs(1) * CONNECTIONS / RATE;
    let mut due = Instant::now() + every * number / CONNECTIONS;
    while !over.load(Ordering::SeqCst) {
        std::thread::sleep(due.saturating_duration_since(Instant::now()));
        let before = allowed.load(Ordering::SeqCst);
        let answer = ask(&mut open, address, head);
        let may = before | allowed.load(Ordering::SeqCst);
        seen.latencies.push(due.elapsed().as_secs_f64() * 1e3);
        match answer {
            Ok(Some(version)) if may & (1 << version) != 0 => seen.by_version[version] += 1,
            Ok(Some(version)) => {
                seen.failed.push(format!("version {} may not answer now", VERSIONS[version]))
            }
            Ok(None) => seen.failed.push("an answer that names no version".to_owned()),
            Err(error) => seen.failed.push(format!("{error:#}")),
        }
        due += every;
    }
    seen
}

fn ask(open: &mut Option<BufReader<TcpStream>>, address: &str, head: &str) -> Result<Option<usize>> {
    let mut stream = match open.take() {
        Some(stream) => stream,
        None => {
            let stream = TcpStream::connect(address)?;
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(Duration::from_secs(60)))?;
            BufReader::new(stream)
        }
    };
    let answer = converse(&mut stream, head, BODY)?;
    if answer.status != 200 {
        bail!("{}: {}", answer.status, String::from_utf8_lossy(&answer.body));
    }
    if answer.stays {
        *open = Some(stream);
    }
    let variant = answer.variant.as_deref();
    Ok(VERSIONS.iter().position(|version| variant == Some(version)))
}

fn tell(seen: &[Seen], took: Duration) {
    let latencies = Samples::of(seen.iter().flat_map(|one| one.latencies.iter().copied()));
    let sum = |of: fn(&Seen) -> usize| seen.iter().map(of).sum::<usize>();
    let requests = sum(|one| one.latencies.len());
    println!(
        "  {requests} requests in {:.1} s, {:.0} a second; from {}: {}, from {}: {}",
        took.as_secs_f64(),
        requests as f64 / took.as_secs_f64(),
        VERSIONS[0],
        sum(|one| one.by_version[0]),
        VERSIONS[1],
        sum(|one| one.by_version[1]),
    );
    println!(
        "  ms from when it was due: median {:.2}, p99 {:.1}, longest {:.1}",
        latencies.median(),
        latencies.share(0.99),
        latencies.share(1.0)
    );
    println!("  failed: {}", sum(|one| one.failed.len()));
    for reason in seen.iter().flat_map(|one| &one.failed).take(10) {
        println!("    {reason}");
    }
}
