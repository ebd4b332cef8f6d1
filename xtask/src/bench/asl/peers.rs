//! The same measurements at peers from package registries, in the same run.
//!
//! They are installed below `target/`, never into the repository. One that cannot be had or does not run is named
//! with the reason, and the others go on. None of them keeps an execution across a crash as it is run here.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value as Json, json};

use super::machines;
use super::measure::{Endpoint, Figures, items};
use crate::bench::client::Client;
use crate::{paths, sh};

/// A peer that does not answer by then is left out.
const LIMIT: Duration = Duration::from_secs(60);

/// An installation that takes longer is given up.
const INSTALL_SECONDS: &str = "900";

/// Installs a peer below a folder, runs it and measures it.
type Peer = fn(&Path) -> Result<Figures>;

/// Measures every peer that can be had, and shows how it compares with `ours`.
pub(super) fn compare(ours: &Figures) -> Result<()> {
    let folder = paths::cache().join("peers");
    std::fs::create_dir_all(&folder)?;
    println!(
        "\npeers, the same machines in the same run (milliseconds are medians; lirio is durable, they are not)"
    );
    println!("  {:<30} {:>9} {:>9} {:>9} {:>13}", "", "one Pass", "100 Pass", "Map 1,000", "transitions/s");
    line("lirio", ours, None);
    let peers: [(&str, Peer); 4] = [
        ("moto", moto),
        ("aws-local-stepfunctions", node),
        ("localstack", localstack),
        ("fakecloud", fakecloud),
    ];
    for (name, measure) in peers {
        match measure(&folder) {
            Ok(figures) => line(name, &figures, Some(ours)),
            Err(error) => println!("  {name:<30} NOT MEASURED: {error:#}"),
        }
    }
    Ok(())
}

fn line(name: &str, figures: &Figures, ours: Option<&Figures>) {
    let Figures { pass, chain, map, rate } = figures;
    println!("  {name:<30} {pass:>9.2} {chain:>9.2} {map:>9.2} {rate:>13.0}");
    if let Some(ours) = ours {
        println!(
            "  {:<30} {:>8.2}x {:>8.2}x {:>8.2}x {:>12.1}x",
            "  lirio is faster by",
            pass / ours.pass,
            chain / ours.chain,
            map / ours.map,
            ours.rate / rate
        );
    }
}

/// A peer's server; ended with the value.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // Nothing to do where it has ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn serve(command: &mut Command, address: &str, path: &str) -> Result<Server> {
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let mut server = Server(child);
    let begun = Instant::now();
    while !crate::bench::answers(address, path) {
        if let Some(status) = server.0.try_wait()? {
            bail!("it ended with {status}");
        }
        if begun.elapsed() > LIMIT {
            bail!("it did not answer within {} s", LIMIT.as_secs());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(server)
}

/// A free address of this machine.
fn free() -> Result<(String, String)> {
    let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port().to_string();
    Ok((format!("127.0.0.1:{port}"), port))
}

/// A command that is given up after a while.
fn bounded(program: &str) -> Command {
    let mut command = sh::command("timeout");
    command.args([INSTALL_SECONDS, program]);
    command
}

/// The folder of a Python environment with these packages.
fn python(folder: &Path, name: &str, packages: &[&str]) -> Result<PathBuf> {
    let environment = folder.join(name);
    let stamp = environment.join("installed");
    if !stamp.is_file() {
        sh::run(bounded("python3").args(["-m", "venv"]).arg(&environment))?;
        let pip = environment.join("bin/pip");
        let pip = pip.to_str().context("the path of the checkout is UTF-8")?;
        sh::run(bounded(pip).args(["install", "--quiet", "--disable-pip-version-check"]).args(packages))?;
        std::fs::write(stamp, "")?;
    }
    Ok(environment.join("bin"))
}

/// `moto_server`, told to execute machines rather than to pretend.
fn moto(folder: &Path) -> Result<Figures> {
    let bin = python(folder, "moto", &["moto[server,stepfunctions]"])?;
    let (address, port) = free()?;
    let _server = serve(Command::new(bin.join("moto_server")).args(["-p", &port]), &address, "/moto-api/")?;
    let settings = json!({"stepfunctions": {"execute_state_machine": true}});
    Client::new(&address).post("/moto-api/config", &settings)?;
    let endpoint = Endpoint::prepare(&address, "123456789012")?;
    executes(&endpoint)?;
    Figures::of(&endpoint, 20)
}

/// A peer that ends executions without having run them is not compared.
fn executes(endpoint: &Endpoint) -> Result<()> {
    let mut client = endpoint.client();
    let machine = endpoint.machine("executes", &machines::passes(3))?;
    let execution = super::measure::start(&mut client, &machine, "{}")?;
    super::measure::end(&mut client, &execution)?;
    let history = client.states("GetExecutionHistory", &json!({"executionArn": execution}))?;
    let events = history["events"].as_array().map_or(0, Vec::len);
    if events < 8 {
        bail!("it ends executions without running them: {events} events where there should be 8");
    }
    Ok(())
}

/// The runtime of localstack on the host, where it runs without a container.
fn localstack(folder: &Path) -> Result<Figures> {
    let bin = python(folder, "localstack", &["localstack[runtime]"])?;
    let (address, _) = free()?;
    let _server = serve(
        Command::new(bin.join("localstack"))
            .args(["start", "--host"])
            .env("GATEWAY_LISTEN", &address)
            .env("SERVICES", "stepfunctions,iam,s3")
            .env("DEBUG", "0"),
        &address,
        "/_localstack/health",
    )?;
    let endpoint = Endpoint::prepare(&address, "000000000000")?;
    executes(&endpoint)?;
    Figures::of(&endpoint, 20)
}

/// The server of fakecloud, if the registry has a program that builds.
fn fakecloud(folder: &Path) -> Result<Figures> {
    let binary = folder.join("fakecloud/bin/fakecloud");
    if !binary.is_file() {
        let mut command = bounded("cargo");
        command.args(["install", "--quiet", "fakecloud", "--root"]).arg(folder.join("fakecloud"));
        sh::run(command.arg("--target-dir").arg(folder.join("fakecloud-build")))
            .context("it could not be built")?;
    }
    let (address, _) = free()?;
    let _server = serve(Command::new(&binary).args(["--addr", &address]), &address, "/_fakecloud/health")?;
    let endpoint = Endpoint::prepare(&address, "123456789012")?;
    executes(&endpoint)?;
    Figures::of(&endpoint, 4)
}

/// A library for Node.js: called in process, without HTTP, which favours it.
fn node(folder: &Path) -> Result<Figures> {
    let folder = folder.join("node");
    if !folder.join("node_modules/aws-local-stepfunctions").is_dir() {
        std::fs::create_dir_all(&folder)?;
        let mut command = bounded("npm");
        sh::run(
            command.args(["install", "--silent", "--prefix"]).arg(&folder).arg("aws-local-stepfunctions"),
        )?;
    }
    let machines = json!({
        "pass": machines::passes(1), "chain": machines::passes(100), "map": machines::map(),
        "items": serde_json::from_str::<Json>(&items(1_000))?,
    });
    let script = folder.join("bench.cjs");
    std::fs::write(&script, NODE)?;
    let output = Command::new("timeout")
        .args(["120", "node"])
        .arg(&script)
        .arg(machines.to_string())
        .current_dir(&folder)
        .stderr(Stdio::inherit())
        .output()
        .context("node cannot be run")?;
    if !output.status.success() {
        bail!("its script ended with {}", output.status);
    }
    let told: Json = serde_json::from_slice(&output.stdout).context("the script tells JSON")?;
    let number = |name: &str| told[name].as_f64().with_context(|| format!("the script tells {name}"));
    Ok(Figures { pass: number("pass")?, chain: number("chain")?, map: number("map")?, rate: number("rate")? })
}

const NODE: &str = r#"
const { StateMachine } = require('aws-local-stepfunctions');
const { pass, chain, map, items } = JSON.parse(process.argv[2]);
const median = async (definition, input, runs) => {
  const machine = new StateMachine(definition);
  const times = [];
  for (let run = 0; run < runs + 3; run++) {
    const begun = process.hrtime.bigint();
    await machine.run(input).result;
    if (run >= 3) times.push(Number(process.hrtime.bigint() - begun) / 1e6);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
};
(async () => {
  const machine = new StateMachine(chain);
  const begun = process.hrtime.bigint();
  const count = 64;
  await Promise.all(Array.from({ length: count }, () => machine.run({}).result));
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  console.log(JSON.stringify({
    pass: await median(pass, {}, 100), chain: await median(chain, {}, 20), map: await median(map, items, 10),
    rate: count * 100 / seconds,
  }));
})();
"#;
