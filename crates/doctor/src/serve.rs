//! A server: up with the model, asked, told to stop; and one without a model.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use bytes::Bytes;
use lirio_runtime::Listening;
use lirio_sagemaker::{contract, empty_model, serving_container, unpack_model};
use tokio::time::{Instant, sleep};

use crate::bench::{Bench, Ended, Running, human, told};
use crate::checks::Id;
use crate::finding::Finding;
use crate::requests::{Answer, Payload, Reply, connect, invoke, ping};
use crate::stop::{judge_server, stop_server};
use crate::train::Trained;
use crate::{DoctorError, Trial};

/// Between two health checks of a server that starts.
const PAUSE: Duration = Duration::from_millis(10);
/// Health checks, and connections at once.
const PINGS: usize = 3;
const CONNECTIONS: usize = 4;
/// The port of a server that is told one.
const OTHER_PORT: u16 = 8090;
/// A server that says this long that it is not healthy has said it.
const UNHEALTHY: Duration = Duration::from_secs(3);

/// What depends on a server that is up.
const WHEN_UP: [Id; 7] = [
    Id::ServeAddress,
    Id::ServePing,
    Id::ServeAccept,
    Id::ServeInvoke,
    Id::ServeBusy,
    Id::ServeRefusal,
    Id::ServeStop,
];

/// The model of a server.
#[derive(Clone, Copy)]
pub(crate) enum Model<'a> {
    /// What a training has left.
    Trained(&'a Trained),
    /// An archive, or a folder.
    Given(&'a Path),
    /// The image brings it in `/opt/ml/model`, where nothing is mounted then.
    InImage,
}

impl Model<'_> {
    /// The folder that a new server gets it in, if any.
    fn folder(self, bench: &Bench) -> Result<Option<PathBuf>, DoctorError> {
        let folder = bench.folder.join(bench.name("model"));
        let put = match self {
            Model::InImage => return Ok(None),
            Model::Trained(trained) => trained.model_into(&folder),
            Model::Given(path) => unpack_model(path, &folder),
        };
        put.map_err(DoctorError::io("unpack the model"))?;
        Ok(Some(folder))
    }
}

/// How a server came up, or did not.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Start {
    Healthy(Duration),
    Ended(Ended),
    /// It did not answer 200 in this time; what it did last, and whether that was an answer.
    Unhealthy {
        limit: Duration,
        last: String,
        answered: bool,
    },
}

/// Waits until a server is healthy, has ended, or has had its time.
async fn start(running: &mut Running, port: u16, limit: Duration, told_off: Option<Duration>) -> Start {
    let deadline = Instant::now() + limit;
    let mut last = "it does not listen".to_owned();
    let mut answered_since: Option<Instant> = None;
    loop {
        if let Some(ended) = running.end(Duration::ZERO).await {
            return Start::Ended(ended);
        }
        match ping(&running.container, port, contract::PING).await {
            Reply::Answer(Answer { status: 200, .. }) => return Start::Healthy(running.since.elapsed()),
            Reply::Answer(answer) => {
                last = format!("it answers /ping with {}", answer.status);
                answered_since.get_or_insert_with(Instant::now);
            }
            Reply::Broken(why) if answered_since.is_none() => last = format!("no answer to /ping: {why}"),
            Reply::Broken(_) => {}
            Reply::Late(limit) => last = format!("it does not answer /ping within {}", human(limit)),
        }
        let has_said =
            answered_since.is_some_and(|since| told_off.is_some_and(|limit| since.elapsed() > limit));
        if has_said || Instant::now() > deadline {
            return Start::Unhealthy {
                limit: running.since.elapsed(),
                last,
                answered: answered_since.is_some(),
            };
        }
        sleep(PAUSE).await;
    }
}

/// Examines a server with a model.
pub(crate) async fn examine(
    bench: &Bench,
    trial: &Trial,
    model: Model<'_>,
    tell: &impl Fn(Finding),
) -> Result<(), DoctorError> {
    let folder = model.folder(bench)?;
    let spec = serving_container(&bench.image, bench.name("serve"), folder.as_deref(), &trial.endpoint_type);
    let mut running = match bench.start(spec).await? {
        Ok(running) => running,
        Err(why) => {
            tell(Finding::fail(Id::ServeStart, why));
            skip(&WHEN_UP, "the server does not start", tell);
            return Ok(());
        }
    };
    let started = start(&mut running, contract::PORT, trial.limits.patience, None).await;
    let up = matches!(started, Start::Healthy(_));
    tell(judge_start(&started, running.container.listening(contract::PORT), &running.lines()));
    if up {
        ask(&mut running, trial, tell).await;
    } else {
        skip(&WHEN_UP, "the server does not start", tell);
    }
    running.remove().await;
    Ok(())
}

/// Says of several checks why they were not made.
pub(crate) fn skip(ids: &[Id], why: &str, tell: &impl Fn(Finding)) {
    for id in ids {
        tell(Finding::not_checked(*id, why));
    }
}

fn judge_start(start: &Start, listening: Option<Listening>, lines: &[String]) -> Finding {
    let id = Id::ServeStart;
    let limit = contract::STARTUP;
    match start {
        Start::Healthy(after) if *after > limit => {
            Finding::fail(id, format!("healthy only {} after the start", human(*after)))
                .mend("Load the model faster, or set ContainerStartupHealthCheckTimeoutInSeconds.")
        }
        Start::Healthy(after) => Finding::pass(id, format!("healthy {} after the start", human(*after))),
        Start::Ended(ended) => {
            Finding::fail(id, format!("{} before it answered /ping", told(ended))).lines(&ended.lines)
        }
        Start::Unhealthy { limit, last, answered } => {
            let nothing = matches!(listening, Some(Listening::Nowhere)) && !answered;
            let what = if nothing { "nothing listens on port 8080" } else { last.as_str() };
            Finding::fail(id, format!("{what}, {} after the start", human(*limit))).lines(lines)
        }
    }
}

async fn ask(running: &mut Running, trial: &Trial, tell: &impl Fn(Finding)) {
    tell(judge_address(running.container.listening(contract::PORT)));
    let mut pings = Vec::new();
    for _ in 0..PINGS {
        pings.push(ping(&running.container, contract::PORT, 2 * contract::PING).await);
    }
    tell(judge_pings(Id::ServePing, &pings, &running.lines()));
    tell(judge_accept(&accept(running).await));
    match &trial.payload {
        None => skip(
            &[Id::ServeInvoke, Id::ServeBusy],
            "there is no request: give --payload FILE --content-type TYPE",
            tell,
        ),
        Some(payload) => {
            let reply = invoke(&running.container, contract::PORT, payload, trial.limits.invocation).await;
            let good = matches!(&reply, Reply::Answer(answer) if answer.status < 500);
            tell(judge_invoke(&reply, payload, &running.lines()));
            if good {
                let pings = busy(running, payload, trial.limits.invocation).await;
                tell(judge_pings(Id::ServeBusy, &pings, &running.lines()));
            } else {
                tell(Finding::not_checked(Id::ServeBusy, "no invocation succeeds"));
            }
        }
    }
    let body =
        trial.payload.as_ref().map_or_else(|| Bytes::from_static(b"?"), |payload| payload.body.clone());
    let unknown = Payload { body, content_type: "application/x-lirio-doctor".to_owned() };
    let reply = invoke(&running.container, contract::PORT, &unknown, trial.limits.invocation).await;
    tell(judge_refusal(&reply, &running.lines()));
    tell(judge_server(&stop_server(running, trial.limits.serving_stop).await));
}

/// Opens several connections at once, and keeps all until the last one is open.
async fn accept(running: &Running) -> Vec<io::Result<Duration>> {
    let one = || connect(&running.container, contract::PORT);
    // CONNECTIONS of them.
    let (a, b, c, d) = tokio::join!(one(), one(), one(), one());
    let all: [_; CONNECTIONS] = [a, b, c, d];
    let times = all.iter().map(|opened| match opened {
        Ok((_, took)) => Ok(*took),
        Err(error) => Err(io::Error::new(error.kind(), error.to_string())),
    });
    times.collect()
}

/// Health checks beside invocations.
async fn busy(running: &Running, payload: &Payload, limit: Duration) -> Vec<Reply> {
    let mut pings = Vec::new();
    for _ in 0..PINGS {
        let beside = async {
            // The invocation's connection goes first.
            sleep(Duration::from_millis(2)).await;
            ping(&running.container, contract::PORT, 2 * contract::PING).await
        };
        let (_, pinged) = tokio::join!(invoke(&running.container, contract::PORT, payload, limit), beside);
        pings.push(pinged);
    }
    pings
}

fn judge_address(listening: Option<Listening>) -> Finding {
    let id = Id::ServeAddress;
    match listening {
        Some(Listening::Everywhere) => Finding::pass(id, "listens at all addresses"),
        Some(Listening::Loopback) => Finding::fail(id, "it listens at its own loopback address only"),
        Some(Listening::Nowhere) | None => Finding::not_checked(id, "its sockets cannot be seen"),
    }
}

fn judge_pings(id: Id, pings: &[Reply], lines: &[String]) -> Finding {
    let mut slowest = Duration::ZERO;
    let while_what = if id == Id::ServeBusy { " while an invocation ran" } else { "" };
    for reply in pings {
        let problem = match reply {
            Reply::Answer(answer) if answer.status == 200 => {
                slowest = slowest.max(answer.took);
                continue;
            }
            Reply::Answer(answer) => format!("/ping was answered with {}", answer.status),
            Reply::Broken(why) => format!("/ping was not answered: {why}"),
            Reply::Late(limit) => format!("/ping was not answered within {}", human(*limit)),
        };
        return Finding::fail(id, format!("{problem}{while_what}")).lines(lines);
    }
    if slowest > contract::PING {
        return Finding::fail(id, format!("/ping took {}{while_what}", human(slowest))).lines(lines);
    }
    Finding::pass(id, format!("200 within {}{while_what}", human(slowest)))
}

fn judge_accept(times: &[io::Result<Duration>]) -> Finding {
    let id = Id::ServeAccept;
    let mut slowest = Duration::ZERO;
    for time in times {
        match time {
            Ok(took) => slowest = slowest.max(*took),
            Err(error) => {
                return Finding::fail(id, format!("one of {CONNECTIONS} connections failed: {error}"));
            }
        }
    }
    let seen = format!("{CONNECTIONS} connections at once within {}", human(slowest));
    if slowest > contract::ACCEPT { Finding::fail(id, seen) } else { Finding::pass(id, seen) }
}

fn judge_invoke(reply: &Reply, payload: &Payload, lines: &[String]) -> Finding {
    let id = Id::ServeInvoke;
    let asked = &payload.content_type;
    match reply {
        Reply::Answer(answer) if answer.took > contract::INVOCATION => {
            Finding::fail(id, format!("the answer took {}", human(answer.took))).lines(lines)
        }
        Reply::Answer(answer) if (200..300).contains(&answer.status) => {
            let kind = if answer.content_type.is_empty() { "no content type" } else { &answer.content_type };
            Finding::pass(
                id,
                format!(
                    "{} for {asked} after {}: {kind}, {}",
                    answer.status,
                    human(answer.took),
                    quoted(answer)
                ),
            )
        }
        Reply::Answer(answer) if answer.status < 500 => {
            Finding::warn(id, format!("{} for {asked}: {}", answer.status, quoted(answer)))
                .mend(
                    "Perhaps the request is wrong: give a good one with --payload FILE --content-type TYPE.",
                )
                .lines(lines)
        }
        Reply::Answer(answer) => {
            Finding::fail(id, format!("{} for {asked}: {}", answer.status, quoted(answer))).lines(lines)
        }
        Reply::Broken(why) => Finding::fail(id, format!("no answer: {why}")).lines(lines),
        Reply::Late(limit) => Finding::fail(id, format!("no answer within {}", human(*limit))).lines(lines),
    }
}

fn quoted(answer: &Answer) -> String {
    if answer.bytes == 0 { "an empty body".to_owned() } else { format!("\"{}\"", answer.text) }
}

fn judge_refusal(reply: &Reply, lines: &[String]) -> Finding {
    let id = Id::ServeRefusal;
    match reply {
        Reply::Answer(answer) if answer.status >= 500 => {
            Finding::warn(id, format!("an unknown content type is answered with {}", answer.status))
                .lines(lines)
        }
        Reply::Answer(answer) if answer.status >= 400 => {
            Finding::pass(id, format!("an unknown content type is answered with {}", answer.status))
        }
        Reply::Answer(_) => Finding::pass(id, "it takes any content type"),
        Reply::Broken(why) => {
            Finding::warn(id, format!("an unknown content type has no answer: {why}")).lines(lines)
        }
        Reply::Late(limit) => {
            Finding::warn(id, format!("an unknown content type has no answer within {}", human(*limit)))
                .lines(lines)
        }
    }
}

/// A server that is told another port.
pub(crate) async fn examine_port(
    bench: &Bench,
    trial: &Trial,
    model: Model<'_>,
) -> Result<Finding, DoctorError> {
    let id = Id::ServePort;
    let folder = model.folder(bench)?;
    let mut spec =
        serving_container(&bench.image, bench.name("port"), folder.as_deref(), &trial.endpoint_type);
    spec.env.push(("SAGEMAKER_BIND_TO_PORT".to_owned(), OTHER_PORT.to_string()));
    let mut running = match bench.start(spec).await? {
        Ok(running) => running,
        Err(why) => return Ok(Finding::fail(id, why)),
    };
    let limit = trial.limits.patience.min(trial.limits.other_port);
    let started = start(&mut running, OTHER_PORT, limit, None).await;
    let finding = match started {
        Start::Healthy(_) => {
            Finding::pass(id, format!("listens on {OTHER_PORT} when SAGEMAKER_BIND_TO_PORT says so"))
        }
        Start::Ended(ended) => {
            Finding::fail(id, format!("with SAGEMAKER_BIND_TO_PORT={OTHER_PORT} {}", told(&ended)))
                .lines(&ended.lines)
        }
        Start::Unhealthy { .. } => {
            Finding::fail(id, format!("with SAGEMAKER_BIND_TO_PORT={OTHER_PORT} nothing answers /ping there"))
                .lines(&running.lines())
        }
    };
    running.remove().await;
    Ok(finding)
}

/// A server without a model.
pub(crate) async fn examine_empty(bench: &Bench, trial: &Trial) -> Result<Finding, DoctorError> {
    let model = bench.folder.join(bench.name("no-model"));
    empty_model(&model).map_err(DoctorError::io("make a folder"))?;
    let spec = serving_container(&bench.image, bench.name("no-model"), Some(&model), &trial.endpoint_type);
    let mut running = match bench.start(spec).await? {
        Ok(running) => running,
        Err(_) => return Ok(Finding::not_checked(Id::ServeNoModel, "the container does not start")),
    };
    let limit = trial.limits.patience.min(trial.limits.no_model);
    let started = start(&mut running, contract::PORT, limit, Some(UNHEALTHY)).await;
    let finding = judge_empty(&started, &running.lines());
    running.remove().await;
    Ok(finding)
}

fn judge_empty(start: &Start, lines: &[String]) -> Finding {
    let id = Id::ServeNoModel;
    match start {
        Start::Healthy(_) => Finding::warn(
            id,
            "without a model it answers /ping with 200: an endpoint with a broken model goes InService",
        )
        .lines(lines),
        Start::Ended(ended) if ended.code == 0 => {
            Finding::warn(id, "without a model it ends with exit code 0").lines(lines)
        }
        Start::Ended(ended) => {
            let last = ended.lines.last().map(|line| format!(": \"{line}\"")).unwrap_or_default();
            if last.is_empty() {
                return Finding::warn(id, format!("without a model {}, and says nothing", told(ended)))
                    .mend("Print why before the container ends: its log is all that is left of it.");
            }
            Finding::pass(id, format!("{}{last}", told(ended)))
        }
        Start::Unhealthy { last, answered: true, .. } => Finding::pass(id, last.clone()),
        Start::Unhealthy { limit, .. } => Finding::warn(
            id,
            format!("without a model it neither ends nor answers /ping, {} after the start", human(*limit)),
        )
        .lines(lines),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Verdict::{self, Fail, NotChecked, Pass, Warn};

    #[track_caller]
    fn check(finding: &Finding, verdict: Verdict, seen: &str) {
        assert_eq!(finding.verdict, verdict, "{finding:?}");
        assert!(finding.seen.contains(seen), "{finding:?}");
    }

    fn answer(status: u16, took: Duration) -> Reply {
        Reply::Answer(Answer {
            status,
            content_type: "text/csv".to_owned(),
            text: "setosa".to_owned(),
            bytes: 6,
            took,
        })
    }

    fn ended(code: i32, lines: &[&str]) -> Start {
        let lines = lines.iter().map(|line| (*line).to_owned()).collect();
        Start::Ended(Ended { code, lines, ..Ended::default() })
    }

    #[test]
    fn starts() {
        let of = |start: &Start, listening| judge_start(start, Some(listening), &[]);
        let everywhere = Listening::Everywhere;
        check(&of(&Start::Healthy(Duration::from_millis(30)), everywhere), Pass, "healthy 30 ms after");
        check(&of(&Start::Healthy(Duration::from_secs(241)), everywhere), Fail, "healthy only 241.00 s");
        check(&of(&ended(1, &[]), everywhere), Fail, "ended with exit code 1 before it answered /ping");
        let limit = Duration::from_secs(5);
        let silent = Start::Unhealthy { limit, last: "refused".to_owned(), answered: false };
        check(&of(&silent, Listening::Nowhere), Fail, "nothing listens on port 8080, 5.00 s after");
        check(&of(&silent, everywhere), Fail, "refused, 5.00 s after");
        let says_no =
            Start::Unhealthy { limit, last: "it answers /ping with 404".to_owned(), answered: true };
        check(&of(&says_no, everywhere), Fail, "answers /ping with 404");

        check(&judge_empty(&Start::Healthy(limit), &[]), Warn, "InService");
        check(&judge_empty(&ended(0, &["x"]), &[]), Warn, "exit code 0");
        check(&judge_empty(&ended(4, &["no model"]), &[]), Pass, "exit code 4: \"no model\"");
        check(&judge_empty(&ended(4, &[]), &[]), Warn, "says nothing");
        check(&judge_empty(&says_no, &[]), Pass, "404");
        check(&judge_empty(&silent, &[]), Warn, "neither ends nor answers");
    }

    #[test]
    fn answers() {
        let (quick, slow) = (Duration::from_millis(3), Duration::from_millis(2500));
        let pings = |replies: &[Reply]| judge_pings(Id::ServeBusy, replies, &[]);
        check(
            &pings(&[answer(200, quick), answer(200, quick)]),
            Pass,
            "200 within 3 ms while an invocation ran",
        );
        check(&pings(&[answer(200, quick), answer(200, slow)]), Fail, "/ping took 2.50 s while");
        check(&pings(&[answer(200, quick), answer(503, quick)]), Fail, "answered with 503");
        check(&pings(&[Reply::Late(slow)]), Fail, "not answered within 2.50 s");

        check(&judge_accept(&[Ok(quick), Ok(Duration::from_millis(250))]), Pass, "within 250 ms");
        check(&judge_accept(&[Ok(quick), Ok(Duration::from_millis(251))]), Fail, "within 251 ms");
        check(&judge_accept(&[Err(io::Error::other("no"))]), Fail, "no");

        let payload = Payload { body: Bytes::new(), content_type: "text/csv".to_owned() };
        let invoke = |reply: &Reply| judge_invoke(reply, &payload, &[]);
        check(&invoke(&answer(200, quick)), Pass, "200 for text/csv after 3 ms: text/csv, \"setosa\"");
        check(&invoke(&answer(400, quick)), Warn, "400 for text/csv");
        check(&invoke(&answer(500, quick)), Fail, "500 for text/csv: \"setosa\"");
        check(&invoke(&answer(200, Duration::from_secs(61))), Fail, "took 61.00 s");
        check(&invoke(&Reply::Broken("gone".to_owned())), Fail, "no answer: gone");

        let refusal = |reply: &Reply| judge_refusal(reply, &[]);
        check(&refusal(&answer(415, quick)), Pass, "415");
        check(&refusal(&answer(200, quick)), Pass, "any content type");
        check(&refusal(&answer(500, quick)), Warn, "500");
        check(&refusal(&Reply::Broken("gone".to_owned())), Warn, "gone");

        check(&judge_address(Some(Listening::Everywhere)), Pass, "all addresses");
        check(&judge_address(Some(Listening::Loopback)), Fail, "loopback address only");
        check(&judge_address(None), NotChecked, "cannot be seen");
    }
}
